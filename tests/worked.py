#!/usr/bin/env python3
"""Every worked sum of the research has a test: lists which file tests which.

Usage: worked.py TESTS            the folder of the tests
       worked.py --able-to-fail   shows that a sum without a test is found
"""
import pathlib
import re
import sys

# The numbers of the worked sums that stand in the research, section 7.
SUMS = ("V01 V02 V03 V04 V05 V06 V08 V09 V10 V11 V13 V14 V15 V16 V18 V19 V20 V21 V23 V24 V25 "
        "V26 V28 V29 V30 V32 V35 V37 V39 V40").split()


def find(files):
    """Number -> names of the files whose tests say it."""
    found = {}
    for name, text in sorted(files.items()):
        for number in set(re.findall(r"\b[Vv](\d\d)(?=\b|_)", text)):
            found.setdefault("V" + number, []).append(name)
    return found


def judge(files):
    """What is missing; prints what is there."""
    found = find(files)
    for number in SUMS:
        print("%s %s" % (number, " ".join(found.get(number, ["nowhere"]))))
    strange = sorted(set(found) - set(SUMS))
    return [number for number in SUMS if number not in found], strange


def main():
    if sys.argv[1:] == ["--able-to-fail"]:
        missing, strange = judge({"test_a.c": "static void v02_it(void) /* V03, V99 */"})
        sys.exit("V02" in missing or "V04" not in missing or strange != ["V99"])
    folder = pathlib.Path(sys.argv[1])
    missing, strange = judge({path.stem: path.read_text(encoding="utf-8")
                              for path in folder.glob("test_*.c")})
    for number in missing:
        print("%s has no test" % number)
    for number in strange:
        print("%s is no worked sum" % number)
    sys.exit(1 if missing or strange else 0)


if __name__ == "__main__":
    main()
