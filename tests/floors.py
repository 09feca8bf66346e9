#!/usr/bin/env python3
"""Does every room keep to its floor? Reads floors.txt, src/ and include/supportplan/.

usage: floors.py SOURCE            check the code
       floors.py --able-to-fail    check that planted faults are found
"""
import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')', re.S)


class Rules:
    """floors.txt, taken apart."""

    def __init__(self, path):
        self.floors, self.floor, self.wing, self.only, self.never = [], {}, {}, {}, []
        for line in open(path, encoding="utf-8"):
            line = line.split("#")[0].strip()
            if line:
                head, rest = line.split(":", 1)
                self.add(head.split(), rest)

    def add(self, head, rest):
        """A line: "only LIBRARY: rooms", "up to FLOOR never: words", "3 session: rooms"."""
        if head[0] == "only":
            self.only[head[1]] = rest.split()
        elif head[0] == "up":
            self.never += [(self.floors.index(head[2]), word) for word in rest.split()]
        else:
            for wing, rooms in enumerate(rest.split("|")):
                for room in rooms.split():
                    self.floor[room], self.wing[room] = len(self.floors), wing
            self.floors.append(head[1])

    def room_of(self, name):
        """The room that a file belongs to, or None: plan_facts belongs to plan."""
        while name not in self.floor and "_" in name:
            name = name.rpartition("_")[0]
        return name if name in self.floor else None

    def name_of_floor(self, room):
        return f"{room} ({self.floors[self.floor[room]]})"

    def may_include(self, room, other):
        """Floors are counted from the top, so a room below has the higher number."""
        if self.floor[other] != self.floor[room]:
            return self.floor[other] > self.floor[room]
        return self.wing[other] == self.wing[room]


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(code, strings=True):
    """The code with comments blanked out, and strings too where they are not wanted."""
    def keep(found):
        string = found.group(1)
        return string if string and strings else blank(found.group(0))
    return COMMENT.sub(keep, code)


def files_of(source):
    for folder in ("src", "include/supportplan"):
        for name in sorted(os.listdir(os.path.join(source, folder))):
            if name.endswith((".c", ".h")):
                yield os.path.join(folder, name)


def line_of(code, at):
    return code.count("\n", 0, at) + 1


def check_include(rules, room, kind, name):
    """What is wrong with one include, or None."""
    if kind == "<":
        rooms = rules.only.get(name, [room])
        return None if room in rooms else f"<{name}> belongs to {' '.join(rooms)}"
    other = rules.room_of(os.path.basename(name)[:-2])
    if name.endswith(".c"):
        return f'"{name}" is no header'
    if not other:
        return f'floors.txt does not know the room of "{name}"'
    if room != other and not rules.may_include(room, other):
        return f"{rules.name_of_floor(room)} includes {rules.name_of_floor(other)}"
    return None


def check_words(rules, room, code):
    """Yield where a room says what its floor never says. A word with a " is sought in strings."""
    bare = without_comments(code, strings=False)
    for top, word in rules.never:
        if rules.floor[room] < top:
            continue
        text = code if word.startswith('"') else bare
        pattern = word.lstrip('"').replace(r"\(", r"\s*\(")
        start = r"(?<!\w)" if re.match(r"\w", pattern) else ""
        end = r"(?!\w)" if re.search(r"\w$", pattern) else ""
        for found in re.finditer(start + pattern + end, text):
            yield found.start(), f"{room} says {found.group(0)}"


def rings(doors):
    """The headers that include themselves by way of others."""
    def reached(name, seen):
        for other in doors.get(name, ()):
            if other not in seen:
                seen.add(other)
                reached(other, seen)
        return seen
    return sorted(name for name in doors if name in reached(name, set()))


def check_file(rules, path, code):
    """Yield every fault of a file: where it begins, and a sentence."""
    room = rules.room_of(os.path.basename(path)[:-2])
    if not room:
        yield 0, "floors.txt does not know this room"
        return
    for found in INCLUDE.finditer(code):
        fault = check_include(rules, room, found.group(1), found.group(2))
        if fault:
            yield found.start(), fault
    yield from check_words(rules, room, code)


def check(source):
    """Every fault in a source tree, a sentence each."""
    rules, doors, faults = Rules(os.path.join(HERE, "floors.txt")), {}, []
    for path in files_of(source):
        with open(os.path.join(source, path), encoding="utf-8") as file:
            code = without_comments(file.read())
        for at, fault in check_file(rules, path, code):
            faults.append(f"{path}:{line_of(code, at)}: {fault}")
        if path.endswith(".h"):
            included = [os.path.basename(found.group(2)) for found in INCLUDE.finditer(code)]
            doors[os.path.basename(path)] = included
    return faults + [f"{name} includes itself by way of others" for name in rings(doors)]


# A file, a fault planted in it, and what must be said of it ("" for nothing).
PLANTED = [
    ("src/budget.c", "#include <curses.h>", "<curses.h> belongs to tui"),
    ("src/plan_csv.c", "#include <csv.h>", "<csv.h> belongs to csv_table"),
    ("src/report.c", "#include <cyaml/cyaml.h>", "<cyaml/cyaml.h> belongs to form_file"),
    ("src/plan.c", '#include "supportplan/budget.h"', "plan (model) includes budget (rules)"),
    ("src/wizard.c", '#include "supportplan/report.h"', "wizard (session) includes report"),
    ("src/report.c", '#include "supportplan/wizard.h"', "report (session) includes wizard"),
    ("src/tui.c", '#include "supportplan/linear.h"', "tui (faces) includes linear"),
    ("src/text.c", '#include "supportplan/nowhere.h"', 'does not know the room of "supportplan/nowhere.h"'),
    ("src/nowhere.c", "", "does not know this room"),
    ("src/text.c", '#include "status.c"', "is no header"),
    ("include/supportplan/status.h", '#include "supportplan/text.h"', "includes itself"),
    ("src/week.c", "static FILE *f;", "week says FILE *"),
    ("src/week.c", "int c = getc(stdin);", "week says stdin"),
    ("src/week.c", "void f(void) { exit (1); }", "week says exit ("),
    ("src/paint.c", 'char *s = getenv("HOME");', "paint says getenv("),
    ("src/check.c", "long t = time(0);", "check says time("),
    ("src/check.c", 'char *s = setlocale(0, "");', "check says setlocale("),
    ("src/main.c", "double d;", "main says double"),
    ("src/main.c", "int d = (int)strtod(s, 0);", "main says strtod("),
    ("src/store.c", 'const char *s = "%.2f";', "store says %.2f"),
    ("src/plan_extra.c", '#include "supportplan/week.h"', "plan (model) includes week (rules)"),
    ("src/main.c", "FILE *f; int x = time(0);", ""),
    ("src/week.c", 'const char *s = "double the time(s) on stdin";', ""),
    ("src/week_extra.c", '#include "supportplan/week.h"', ""),
    ("src/tui.c", "#include <curses.h>", ""),
    ("src/week.c", "/* time(0) and\n stdin */ int runtime(int); // FILE *\n", ""),
    ("src/budget.c", '#include "supportplan/text.h"', ""),
]


def able_to_fail():
    """Plant each fault in a small house of its own; what is not found is a fault."""
    faults = []
    for path, planted, want in PLANTED:
        with tempfile.TemporaryDirectory() as house:
            os.makedirs(os.path.join(house, "src"))
            os.makedirs(os.path.join(house, "include/supportplan"))
            with open(os.path.join(house, "include/supportplan/text.h"), "w") as header:
                header.write('#include "supportplan/status.h"\n')
            with open(os.path.join(house, path), "w") as file:
                file.write(planted + "\n")
            said = check(house)
        if bool(said) != bool(want) or want not in "\n".join(said):
            faults.append(f"{path}: {planted}: said {said}, not '{want}'")
    return faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    faults = able_to_fail() if sys.argv[1] == "--able-to-fail" else check(sys.argv[1])
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
