#!/bin/sh
# Does every header compile alone?
#
# usage: headers.sh SOURCE COMPILER...
#        headers.sh --able-to-fail COMPILER...    check that a planted fault is found
set -u

# Compile each header of a source tree by itself; say which do not.
check() {
    source=$1
    shift
    bad=0
    for header in "$source"/include/supportplan/*.h "$source"/src/*.h; do
        [ -e "$header" ] || continue
        "$@" -std=c17 -Wall -Wextra -Wpedantic -Werror -D_POSIX_C_SOURCE=200809L \
            -I"$source/include" -fsyntax-only -x c "$header" ||
            { echo "$header does not compile alone"; bad=1; }
    done
    return $bad
}

if [ "$1" != --able-to-fail ]; then
    check "$@"
    exit
fi
shift
house=$(mktemp -d) || exit 2
trap 'rm -r "$house"' EXIT
mkdir -p "$house/include/supportplan" "$house/src"
echo 'int fine(void);' >"$house/src/fine.h"
check "$house" "$@" || { echo "a header that is fine was refused"; exit 1; }
echo 'bool lacks_stdbool(void);' >"$house/include/supportplan/planted.h"
if check "$house" "$@" 2>/dev/null; then
    echo "a header that does not compile alone was not found"
    exit 1
fi
