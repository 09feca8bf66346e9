#!/usr/bin/env python3
"""Which branches of the rooms that keep a plan were never taken by a test?

    branches.py BUILD          judge a build with coverage (.ci/branches makes one)
    branches.py --able-to-fail show that it would notice

A branch that no test can take stands in branches.txt, with the reason. What stands there and is
taken all the same, or is no longer in the source, is a finding too: the list stays true.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
# The files of the rooms, or of parts of them. text has no parts: textedit is a room.
FILES = re.compile(r"(text|passphrase|(age|journal|plan_csv|csv_table|store)(_\w+)?)\.c$")
# A line of the list: FILE FUNCTION HOW MANY: THE LINE OF SOURCE, and below it, indented, why.
ENTRY = re.compile(r"(\S+\.c) (\w+) (\d+): (.*)$")


def read_list(text):
    """The entries of a list, {(file, function, source line): how many}, and what is wrong in it."""
    entries, faults, key = {}, [], None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = ENTRY.match(line)
        if entry:
            file, function, count, source = entry.groups()
            if key:
                faults.append(f"line {number - 1}: no reason is given")
            key = (file, function, source.strip())
            if key in entries:
                faults.append(f"line {number}: it stands there twice")
            entries[key] = int(count)
        elif line.startswith(" "):
            key = None
        else:
            faults.append(f"line {number}: not understood: {line}")
    if key:
        faults.append("the last entry gives no reason")
    return entries, faults


def asserted(lines):
    """The numbers of the lines that belong to an assert()."""
    found, open_brackets = set(), 0
    for number, line in enumerate(lines, 1):
        if open_brackets or re.match(r"\s*assert\(", line):
            found.add(number)
            open_brackets += line.count("(") - line.count(")")
    return found


def measure(build):
    """{file: {(line, branch): (taken, function)}} of all programs of a build together."""
    found = collections.defaultdict(dict)
    for note in sorted(pathlib.Path(build).resolve().rglob("*src_*.gcno")):
        if not FILES.match(note.stem.split("src_")[-1]):
            continue
        told = subprocess.run(["gcov", "--json-format", "--branch-probabilities", "--stdout", note],
                              capture_output=True, check=True, cwd=build)
        for file in json.loads(told.stdout)["files"]:
            name = pathlib.PurePath(file["file"]).name
            if not FILES.match(name):
                continue
            for line in file["lines"]:
                for n, branch in enumerate(line["branches"]):
                    at = (line["line_number"], n)
                    taken = branch["count"] > 0 or found[name].get(at, (False,))[0]
                    found[name][at] = (taken, line.get("function_name", "?"))
    return found


def judge(measured, sources, entries):
    """What the figures are, file by file, and what is to be done."""
    figures, findings = [], []
    missed = collections.Counter()
    where = {}
    for name in sorted(measured):
        lines = sources[name].splitlines()
        left_out = asserted(lines)
        branches = {at: b for at, b in measured[name].items() if at[0] not in left_out}
        listed = 0
        for (line, _), (taken, function) in branches.items():
            key = (name, function, lines[line - 1].strip())
            where[key] = line
            if not taken:
                missed[key] += 1
                listed += missed[key] <= entries.get(key, 0)
        taken = sum(b[0] for b in branches.values())
        figures.append((name, taken, len(branches) - listed, listed))
    for key in sorted(set(missed) | set(entries), key=lambda k: (k[0], where.get(k, 0))):
        file, function, source = key
        place = f"{file}:{where.get(key, '?')} {function}"
        if key not in where:
            findings.append(f"{place}: listed, and no longer in the source: {source}")
        elif missed[key] > entries.get(key, 0):
            findings.append(f"{place}: {missed[key]} not taken, {entries.get(key, 0)} listed: {source}")
        elif missed[key] < entries.get(key, 0):
            findings.append(f"{place}: {entries[key]} listed, {missed[key]} not taken: {source}")
    return figures, findings


def report(build):
    entries, findings = read_list((HERE / "branches.txt").read_text())
    measured = measure(build)
    sources = {name: (HERE.parent / "src" / name).read_text() for name in measured}
    missing = {p.name for p in (HERE.parent / "src").glob("*.c") if FILES.match(p.name)} - set(measured)
    findings += [f"{name}: not measured" for name in sorted(missing)]
    figures, found = judge(measured, sources, entries)
    for name, taken, reachable, listed in figures:
        print(f"{name:20} {taken:4} of {reachable:4} branches taken, {listed:2} listed as out of reach")
    taken, reachable, listed = (sum(f[i] for f in figures) for i in (1, 2, 3))
    print(f"{'together':20} {taken:4} of {reachable:4} branches taken, {listed:2} listed as out of reach")
    findings += found
    for finding in findings:
        print(finding)
    return 1 if findings else 0


EXAMPLE = """int f(int a)
{
    assert(a ||
           a > 1);
    if (a)
        g();
    return a ? 1 : 2;
}
"""


def able_to_fail():
    """Each way to be wrong, and how many findings it must make."""
    both = {(6, 0): (True, "f")}
    cases = [
        ("all taken", {(5, 0): (True, "f"), (5, 1): (True, "f")}, "", 0),
        ("one not taken", {(5, 0): (True, "f"), (5, 1): (False, "f")}, "", 1),
        ("one not taken, and listed", {(5, 0): (True, "f"), (5, 1): (False, "f")},
         "x.c f 1: if (a)\n  why\n", 0),
        ("two not taken, one listed", {(5, 0): (False, "f"), (5, 1): (False, "f")},
         "x.c f 1: if (a)\n  why\n", 1),
        ("listed and taken", {(5, 0): (True, "f"), (5, 1): (True, "f")},
         "x.c f 1: if (a)\n  why\n", 1),
        ("listed and gone", both, "x.c f 1: if (b)\n  why\n", 1),
        ("listed in another function", {(5, 0): (False, "f")}, "x.c h 1: if (a)\n  why\n", 2),
        ("an assert", {(3, 0): (False, "f"), (4, 1): (False, "f")}, "", 0),
        ("no reason", both, "x.c f 1: if (b)\n", 2),
        ("listed twice", {(5, 0): (False, "f")}, "x.c f 1: if (a)\n  why\n" * 2, 1),
        ("not understood", both, "x.c: if (a)\n", 1),
    ]
    wrong = 0
    for name, measured, text, expected in cases:
        entries, faults = read_list(text)
        findings = faults + judge({"x.c": measured}, {"x.c": EXAMPLE}, entries)[1]
        if len(findings) != expected:
            print(f"{name}: {expected} findings expected: {findings}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(able_to_fail() if sys.argv[1:] == ["--able-to-fail"] else report(sys.argv[1]))
