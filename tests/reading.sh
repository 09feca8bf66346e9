#!/bin/sh
# How hard the forms are to read: words a sentence, and the reading grade.
#
# usage: tests/reading.sh [FORMS-FOLDER]
#
# Counts the words of every sentence of every form, and stops at one of more than 20.
# Sentences over 15 words are listed: they are allowed, and worth a second look.
# The reading grade comes from `style` (Debian package diction) where it is installed.
set -u
LC_ALL=C.UTF-8
export LC_ALL

forms=${1:-$(dirname "$0")/../forms}
worst=20
aim=15
grade_worst=6

# The values that people read, one paragraph a line. Folded values are joined;
# names, addresses, dates and lists of fields are not sentences and are left out.
prose() {
    awk '
    function flush() { if (text != "") print text; text = ""; folded = 0 }
    function unquote(s) {
        if (s ~ /^".*"$/) { s = substr(s, 2, length(s) - 2); gsub(/\\"/, "\"", s) }
        return s
    }
    /^[ ]*#/ { next }
    /^[ ]*$/ { next }
    {
        indent = match($0, /[^ ]/) - 1
        line = substr($0, indent + 1)
    }
    folded && indent > key_indent { text = text (text == "" ? "" : " ") line; next }
    { flush() }
    line ~ /^- examples:/ || line ~ /^(examples|criteria|vague):/ { in_examples = 1; examples_indent = indent; next }
    in_examples && line ~ /^- / && indent >= examples_indent { print unquote(substr(line, 3)); next }
    {
        in_examples = 0
        while (line ~ /^- /) { line = substr(line, 3); indent += 2 }
        colon = index(line, ":")
        if (colon == 0) next
        key = substr(line, 1, colon - 1)
        value = substr(line, colon + 1)
        sub(/^ +/, "", value)
        if (key !~ /^(about|intro|text|question|why|help|checker)$/) next
        if (value ~ /^[>|][-+]?$/) { folded = 1; key_indent = indent; text = ""; next }
        if (value != "") print unquote(value)
    }
    END { flush() }
    ' "$1"
}

# One sentence a line, with the number of its words in front.
sentences() {
    awk '{
        gsub(/[.?!]["'"'"')]*[ ]+/, "&\n")
        gsub(/[ ]+\n/, "\n")
        print
    }' | awk 'NF { print NF, $0 }'
}

status=0
for form in "$forms"/*.yaml; do
    name=$(basename "$form")
    prose "$form" | sentences | awk -v name="$name" -v worst="$worst" -v aim="$aim" '
        {
            n++; words += $1
            if ($1 > most) most = $1
            if ($1 > aim) { long++; print "  " $0 }
            if ($1 > worst) bad++
        }
        END {
            if (n == 0) { print name ": no sentences found"; exit 1 }
            tenths = int(words * 10 / n)
            printf "%s: %d sentences, %d.%d words each, longest %d; over %d: %d; over %d: %d\n",
                name, n, int(tenths / 10), tenths % 10, most, aim, long, worst, bad
            exit bad > 0
        }' || status=1
    if command -v style >/dev/null 2>&1; then
        # A heading without a full stop is a sentence too, or `style` would join it to the next.
        grade=$(prose "$form" | sed 's/[^.?!]$/&./' | style 2>/dev/null |
            awk '/Kincaid:/ { print $2 }')
        echo "$name: reading grade $grade (Flesch-Kincaid)"
        awk -v grade="$grade" -v worst="$grade_worst" 'BEGIN { exit !(grade <= worst) }' || status=1
    fi
done
exit $status
