#!/usr/bin/env python3
"""What can be found in the memory of the running program, and by whom.

    inside.py PROGRAM FORMS

A passphrase stands there once, where it is needed, and one that was wrong, or given up, nowhere; no
core is ever written, and nobody else may look. PROGRAM locks with next to no
work. Where this test may not look into memory itself, that is said, and it is not run.
"""
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PASS, OTHER, WRONG = "purple walrus tango", "quiet lantern meadow", "crimson beetle sonata"


class Session:
    """The program on a terminal of its own."""

    def __init__(self, folder, words, kit=None, preexec=None):
        program, forms = kit or (PROGRAM, FORMS)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            if preexec:
                preexec()
            os.chdir(folder)
            os.execve(program, [program] + words,
                      dict(environment(folder), SUPPORTPLAN_FORMS=forms))
        self.said, self.seen = b"", 0

    def wait(self, words):
        until = time.monotonic() + 60
        while words not in self.said[self.seen:] and time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.said += os.read(self.terminal, 65536)
        if words not in self.said[self.seen:]:
            sys.exit("%r never came: %r" % (words, self.said[-900:]))
        self.seen = self.said.index(words, self.seen) + len(words)

    def type(self, words, end=b"\r"):
        """As a person does: each letter is answered by a star before the next comes."""
        for letter in words:
            os.write(self.terminal, letter.encode())
            self.wait(b"*")
        os.write(self.terminal, end)

    def owner(self):
        """Who may look into it: 0 where that is the machine's owner only."""
        return os.stat("/proc/%d/environ" % self.pid).st_uid

    def words(self):
        with open("/proc/%d/cmdline" % self.pid, "rb") as file:
            return file.read()

    def until_hidden(self):
        """A command says nothing until it has all of its input."""
        until = time.monotonic() + 10
        while not (b"\0check\0" in self.words() and self.owner() == 0) and time.monotonic() < until:
            os.sched_yield()

    def line(self, words):
        os.write(self.terminal, words.encode() + b"\n")

    def holds(self, words):
        """How often they stand in its memory, letter by letter or as curses has them."""
        count = 0
        with open("/proc/%d/maps" % self.pid, encoding="ascii") as maps, \
                open("/proc/%d/mem" % self.pid, "rb", 0) as memory:
            for line in maps:
                start, end = (int(n, 16) for n in re.match(r"(\w+)-(\w+)", line).groups())
                try:
                    memory.seek(start)
                    data = memory.read(end - start) if end - start < 1 << 30 else b""
                except (OSError, OverflowError, ValueError):
                    continue  # nobody can read it, the program neither
                count += data.count(words.encode()) + data.count(words.encode("utf-32-le"))
        return count

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def environment(folder):
    return dict(PATH=os.environ["PATH"], HOME=folder, LC_ALL="C.UTF-8", TZ="UTC", TERM="xterm",
                SUPPORTPLAN_FORMS=FORMS, SUPPORTPLAN_TODAY="2026-11-21T14:02",
                ASAN_OPTIONS="detect_leaks=0")


def locked_plan(folder):
    shutil.copy(os.path.join(FORMS, "examples", "small.csv"), os.path.join(folder, "plan.csv"))
    lines = ["keep", "lock", PASS, PASS, "", "back", "quit", ""]
    subprocess.run([PROGRAM, "--plain", "plan.csv"], input="\n".join(lines).encode(), cwd=folder,
                   env=environment(folder), stdout=subprocess.DEVNULL, start_new_session=True,
                   check=True)


def expect(session, wanted, where):
    """How often each of them is there."""
    found = {words: session.holds(words) for words in wanted}
    return [] if found == wanted else ["%s: found %r, not %r" % (where, found, wanted)]


def on_a_screen(folder):
    locked_plan(folder)
    session = Session(folder, ["plan.csv.age"])
    session.wait(b"What is its passphrase?")
    session.type(WRONG)
    session.wait(b"does not open this plan")
    session.type(PASS)
    session.wait(b"You have done")
    faults = expect(session, {PASS: 1, WRONG: 0}, "opened on a screen")
    session.line("\x14")
    session.wait(b"Type the passphrase")
    session.type(WRONG)
    session.wait(b"did not open it")
    faults += expect(session, {PASS: 1, WRONG: 0}, "hidden")
    session.end()
    return faults


def in_plain_lines(folder):
    locked_plan(folder)
    session = Session(folder, ["--plain", "plan.csv.age"])
    for wait, line in ((b"Passphrase? ", WRONG), (b"Passphrase? ", PASS), (b"section? ", "keep"),
                       (b"Where? ", "lock"), (b"Passphrase? ", OTHER), (b"more? ", WRONG),
                       (b"Passphrase? ", OTHER), (b"more? ", OTHER)):
        session.wait(wait)
        session.line(line)
    session.wait(b"The passphrase is changed.")
    session.wait(b"goes back. ")
    faults = expect(session, {PASS: 0, OTHER: 1, WRONG: 0}, "changed in plain lines")
    session.end()
    return faults


def kit_for_all(folder):
    """The program and its forms where everybody can use them; they need not be so in the build."""
    program, forms = os.path.join(folder, "program"), os.path.join(folder, "forms")
    shutil.copyfile(PROGRAM, program)
    shutil.copytree(FORMS, forms)
    os.chmod(program, 0o755)
    for path, _, names in os.walk(forms):
        os.chmod(path, 0o755)
        for name in names:
            os.chmod(os.path.join(path, name), 0o644)
    return program, forms


def no_core_and_nobody_looks(folder):
    """In a private session, at home, and where a passphrase is known; nor while a command runs. Files
    of a process that nobody may look into belong to the machine's owner."""
    locked_plan(folder)
    shutil.copy(os.path.join(FORMS, "examples", "small.csv"), os.path.join(folder, "plan.csv"))
    os.chmod(folder, 0o777)
    if os.geteuid() == 0:
        os.chown(os.path.join(folder, "plan.csv.age"), 65534, 65534)
    kit = kit_for_all(folder)
    faults = nobody_looks(folder, kit, ["--plain", "--private", "plan.csv"], [])
    faults += nobody_looks(folder, kit, ["--plain", "plan.csv"], [])
    if not looks_into_itself():
        faults += nobody_looks(folder, kit, ["check", "-"], [], until=None)
    os.remove(os.path.join(folder, "plan.csv"))
    return faults + nobody_looks(folder, kit, ["--plain", "plan.csv.age"], [PASS])


def looks_into_itself():
    """Such a build must be able to."""
    with open(PROGRAM, "rb") as file:
        return b"__asan_init" in file.read()


def nobody_looks(folder, kit, words, lines, until=b"section? "):
    def be_nobody():
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
    session = Session(folder, words, kit, be_nobody)
    for line in lines:
        session.wait(b"Passphrase? ")
        session.line(line)
    if until:
        session.wait(until)
    else:
        session.until_hidden()
    with open("/proc/%d/limits" % session.pid, encoding="ascii") as file:
        limit = re.search(r"Max core file size +(\w+) +(\w+)", file.read()).groups()
    faults = [] if limit == ("0", "0") else ["a core may have %s, %s bytes" % limit]
    owner = session.owner()
    if owner != 0 and not looks_into_itself():
        faults.append("%s: whoever runs as %d may look" % (" ".join(words), owner))
    session.end()
    return faults


def may_look(folder):
    locked_plan(folder)
    session = Session(folder, ["plan.csv.age"])
    session.wait(b"What is its passphrase?")
    try:
        return session.holds("passphrase") > 0
    except PermissionError:
        return False
    finally:
        session.end()


PROGRAM, FORMS = (os.path.abspath(word) for word in sys.argv[1:3])


def in_a_folder(case):
    folder = tempfile.mkdtemp(prefix="inside-")
    try:
        return case(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    if not in_a_folder(may_look):
        print("Not run: this test may not look into memory.")
        return 77
    faults = []
    for case in (no_core_and_nobody_looks, on_a_screen, in_plain_lines):
        faults += in_a_folder(case)
    print("\n".join(faults) or "Nothing was found.")
    return 1 if faults else 0


sys.exit(main())
