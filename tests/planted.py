#!/usr/bin/env python3
"""What somebody else has put into the folder of a plan, and names that lead elsewhere: no file of
theirs is written or changed, nothing outside the folder is, and the person's words are kept.

  planted.py PROGRAM FORMS
"""
import os
import shutil
import stat
import subprocess
import sys
import tempfile

import tap

PROGRAM, FORMS = (os.path.abspath(a) for a in sys.argv[1:3])
OTHER = 65534  # nobody
WORDS = "Zaphod"
THEIRS = b"what is theirs\n"


class Case:
    """A folder with a plan in it, and one that is somebody else's beside it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="planted-")
        self.home = os.path.join(self.folder, "home")
        os.makedirs(self.path())
        os.makedirs(self.home)
        os.makedirs(self.victim(""))
        with open(self.victim("diary"), "wb") as f:
            f.write(THEIRS)
        os.chmod(self.victim("diary"), 0o640)
        self.faults = []
        self.run(["new", "--form", "seven-questions", "plan.csv"])
        self.before = self.look()

    def path(self, name=""):
        return os.path.join(self.folder, "plans", name)

    def victim(self, name):
        return os.path.join(self.folder, "theirs", name)

    def look(self):
        """All that is outside the plan's folder: names, modes, times and bytes."""
        seen = {}
        for at in (self.victim(""), self.home, self.folder):
            for name in sorted(os.listdir(at)):
                path = os.path.join(at, name)
                is_ = os.lstat(path)
                whole = stat.S_ISREG(is_.st_mode) and open(path, "rb").read()
                seen[path] = (is_.st_mode, whole, stat.S_ISREG(is_.st_mode) and is_.st_mtime_ns)
        return {k: v for k, v in seen.items() if ".config" not in k}

    def run(self, words, lines=()):
        env = dict(PATH=os.environ["PATH"], HOME=self.home, LC_ALL="C.UTF-8", TZ="UTC",
                   SUPPORTPLAN_FORMS=FORMS, SUPPORTPLAN_TODAY="2026-11-21T14:02", TERM="xterm",
                   ASAN_OPTIONS="detect_leaks=0")
        done = subprocess.run([PROGRAM] + words, input=b"".join(l + b"\n" for l in lines),
                              cwd=self.path(), env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=60, start_new_session=True)
        self.expect(done.returncode in (0, 1, 2, 3), words, "ended with", done.returncode)
        return done.stdout.decode("utf-8", "replace")

    def expect(self, right, *what):
        if not right:
            self.faults.append(" ".join(str(w) for w in what))

    def close(self):
        self.expect(self.look() == self.before, "what is outside the folder was changed:",
                    {k: v for k, v in self.look().items() if self.before.get(k) != v})
        shutil.rmtree(self.folder, ignore_errors=True)


def link_to(target, owner=None):
    """A link, as somebody else makes it where that can be done."""
    def plant(case, name):
        os.symlink(os.path.join(case.folder, target), case.path(name))
        if owner is not None and os.geteuid() == 0:
            os.lchown(case.path(name), owner, owner)
    return plant


def hard_link(case, name):
    os.link(case.victim("diary"), case.path(name))


def pipe(case, name):
    os.mkfifo(case.path(name))


def folder(case, name):
    os.mkdir(case.path(name))


# What is planted, and where: names that the program gives to files itself.
OURS = [".plan.csv.lock", ".plan.csv.journal", ".plan.csv.journal-2", "plan.csv~", "plan.csv~2~",
        "plan-fridge.txt", "feedback.txt", "plan.csv.original", "plan-my-version.csv"]
PLANTS = [("a link to a file", link_to("theirs/diary", OTHER)),
          ("a link to nothing", link_to("theirs/new", OTHER)), ("another name", hard_link),
          ("a pipe", pipe), ("a folder", folder)]
# A name, the text, and what the person thinks of it all; each makes a file or writes one.
SESSION = [b"2", WORDS.encode(), b"copies", b"1", b"text", b"back", b"back", b"list", b"14"] + \
    [b"next"] * 6 + [b"1", b"It was quiet.", b".", b"keep", b"done", b"save", b"quit"]
WRITE_HERE = [b"1"]  # where the lock may be somebody's


def planted(name, how):
    def try_it(case):
        how[1](case, name)
        lines = (WRITE_HERE if name.endswith("lock") else []) + SESSION
        said = case.run(["--plain", "plan.csv"], lines)
        with open(case.path("plan.csv")) as f:
            case.expect(WORDS in f.read(), "not kept beside", how[0], name, said[-900:])
    try_it.__name__ = f"{name} is {how[0]}"
    return try_it


def nothing_is_planted(case):
    """The session does write the files whose names are taken in the others."""
    case.run(["--plain", "plan.csv"], SESSION)
    for name in ("plan.csv~", "plan.csv~2~", "plan-fridge.txt", "feedback.txt"):
        case.expect(os.path.exists(case.path(name)), name, "is not there")


# Names that lead elsewhere, or mean something to a shell, a system or a program.
NAMES = ["../x", "../../theirs/diary", "..", ".", "-rf", "--help", "CON", "nul.csv", "a:b", "a\\b", "~", "~/x",
         "$HOME/x", "*", "?", "|cat", "; touch x", "`touch x`", "a b.csv ", " a", "a.", "x" * 255,
         "x" * 300, "\u202ecsv.x", "e\u0301", "a\nb", "/dev/full", "/dev/null/x", "//", "%s%n", ""]


def a_plan_that_is_named(name):
    """In its file: the form it is for, a picture beside it, and somebody's name."""
    def try_it(case):
        rows = [("plan", "", "format", "1"), ("plan", "", "form", name), ("about", "", "name", name),
                ("attachment", "a1", "file", name), ("supporter", "s1", "name", name),
                ("end", "", "rows", "6")]
        text = '"section","item","field","value"\n' + "".join(
            ",".join('"%s"' % cell.replace('"', '""') for cell in row) + "\n" for row in rows)
        with open(case.path("plan.csv"), "w") as f:
            f.write(text)
        case.run(["--plain", "plan.csv"], [b"list"] + SESSION)  # what was found in it comes first
        case.run(["check", "plan.csv"])
        case.run(["text", "plan.csv"])
        with open(case.path("plan.csv")) as f:
            case.expect(WORDS in f.read(), "not kept")
    try_it.__name__ = f"a plan says {name[:20]!r}"
    return try_it


def a_plan_that_is_kept_as(name):
    """Only who types a folder writes in one."""
    def try_it(case):
        if "/" not in name and "\n" not in name and name:
            case.run(["--plain"], [b"new", b"1", b"2", WORDS.encode(), b"save", b"computer",
                                   name.encode(), b"quit", b"2", b"quit"])
            case.run(["new", "--", name])
        for line in ("check", "text"):
            case.run([line, "--", name])
    try_it.__name__ = f"a plan is kept as {name[:20]!r}"
    return try_it


def main():
    cases = [nothing_is_planted] + [planted(name, how) for name in OURS for how in PLANTS]
    cases += [how(name) for name in NAMES for how in (a_plan_that_is_named, a_plan_that_is_kept_as)]
    tap.run(cases, Case)


main()
