#!/usr/bin/env python3
"""Is every rule for screens that all can use held by a test? The table in access.md says by which.

usage: rules_table.py SOURCE | --able-to-fail

And is the page text, as rule 24 has it, and true: what it says that yasr says is in readers/yasr.txt.

A row is "| 3 what it asks | `a_test`, `another` |". Each name is a test function that is given to
cmocka in tests/test_*.c, or a file of the source, such as `tests/readers/yasr.txt`.
"""
import glob
import os
import re
import sys

RULES = 24
ROW = re.compile(r"^\| (\d+) [^|]+\|([^|]+)\|$", re.M)


def tests_of(source):
    names = set()
    for path in glob.glob(os.path.join(source, "tests", "test_*.c")):
        text = open(path, encoding="utf-8").read()
        defined = set(re.findall(r"^static void (\w+)\(void \*\*state\)", text, re.M))
        given = re.sub(r"(?m)^static .*", "", text)
        names |= defined & set(re.findall(r"[A-Za-z_]+\((\w+)[,)]", given))
    return names


def faults(table, tests, is_file):
    """What is wrong with a table, as lines."""
    rows = {int(number): re.findall(r"`([^`]+)`", names) for number, names in ROW.findall(table)}
    told = [f"rule {n} has no test" for n in range(1, RULES + 1) if not rows.get(n)]
    told += [f"rule {n}: there is no rule of that number" for n in rows if not 1 <= n <= RULES]
    for number, names in sorted(rows.items()):
        told += [f"rule {number}: there is no test {name}" for name in names
                 if name not in tests and not ("/" in name and is_file(name))]
    return told


def untrue(page, journey):
    """What a page shows and a journey does not have; "..." stands for the rest of a line."""
    said = [line for line in journey.splitlines() if line and line[0] not in "#="]
    told = [] if page.isascii() and "![" not in page and "<img" not in page else ["it is not text"]
    shown = [line[14:] for line in page.splitlines() if re.match(r" {4}.{8}  \S", line)]
    told += ["it shows nothing of what yasr says"] if not shown else []
    for line in shown:
        begin = line.removesuffix("...").rstrip()
        if not any(one.startswith(begin) if begin != line else one == line for one in said):
            told.append("yasr does not say: " + line)
    return told


def able_to_fail_page():
    cases = {"    Down      2 About me": [], "    Down      2 Abo ...": [],
             "    Down      3 About me": ["yasr does not say: 3 About me"],
             "    Down      2 About me\n![x](y)": ["it is not text"],
             "words": ["it shows nothing of what yasr says"]}
    return [f"not told as it should be: {page}" for page, want in cases.items()
            if untrue(page, "= Down\n2 About me") != want]


def able_to_fail():
    whole = "".join(f"| {n} words | `a_test` |\n" for n in range(1, RULES + 1))
    broken = {"": whole, "rule 3 has no test": whole.replace("| 3 words | `a_test` |\n", ""),
              "rule 4 has no test": whole.replace("| 4 words | `a_test` |", "| 4 words | by eye |"),
              "rule 5: there is no test b_test": whole.replace("5 words | `a", "5 words | `b", 1),
              "rule 25: there is no rule of that number": whole + "| 25 words | `a_test` |\n"}
    return [f"not told: {want or 'nothing'}" for want, table in broken.items()
            if faults(table, {"a_test"}, lambda name: False) != ([want] if want else [])]


def main():
    if sys.argv[1] == "--able-to-fail":
        told = able_to_fail() + able_to_fail_page()
    else:
        source = sys.argv[1]
        page = open(os.path.join(source, "tests", "access.md"), encoding="utf-8").read()
        journey = os.path.join(source, "tests", "readers", "yasr.txt")
        told = faults(page, tests_of(source),
                      lambda name: os.path.isfile(os.path.join(source, name)))
        told += untrue(page, open(journey, encoding="utf-8").read())
    print("\n".join(told) or "every rule has its tests")
    sys.exit(bool(told))


main()
