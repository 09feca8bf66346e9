#!/usr/bin/env python3
"""What screen readers say of the program, held against what should be said.

usage: readers.py NAME PROGRAM SOURCE

The reader runs for real, and the program in it; what it would speak or write in braille is
recorded. tests/readers/NAME.txt has, for each key, what should be said: written by hand from the
rules, never copied. A step waits until that has been said, so a slow machine is only slow. Where
a reader splits a line is its own affair: only the words and their order are compared.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

PATIENCE = 120  # seconds: for what must happen, never for what should take long
ROWS, COLS = 24, 80
KEYS = {"Down": "\033OB", "Up": "\033OA", "Enter": "\r", "Tab": "\t", "Esc": "\033"}
KEYS_OF = {"linux": {**KEYS, "Down": "\033[B", "Up": "\033[A"}}


def skip(why):
    print("1..0 # SKIP " + why)
    sys.exit(0)


class Terminal:
    """A program on a pseudo-terminal whose output is read away, and kept."""

    def __init__(self, argv, env, keys=KEYS, rows=ROWS, cols=COLS):
        self.sent = b""
        self.keys = keys
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
            os.execvpe(argv[0], argv, env)

    def read(self, seconds):
        """false once the program has gone"""
        if not select.select([self.fd], [], [], seconds)[0]:
            return True
        try:
            part = os.read(self.fd, 65536)
        except OSError:
            return False
        self.sent += part
        return part != b""

    def press(self, keys):
        for key in keys:
            os.write(self.fd, self.keys.get(key, key).encode())

    def end(self):
        os.close(self.fd)
        try:
            os.kill(self.pid, signal.SIGHUP)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


def words(text):
    """What is said, without how it is divided."""
    return re.sub(r"\s+", "", text)


class Journey:
    """tests/readers/NAME.txt: lines "= Key Key" and under each what should be said then."""

    def __init__(self, source, name):
        self.path = os.path.join(source, "tests", "readers", name + ".txt")
        self.steps = []
        for line in open(self.path, encoding="utf-8").read().splitlines():
            if line.startswith("="):
                self.steps.append((line[1:].split(), []))
            elif line and not line.startswith("#"):
                self.steps[-1][1].append(line)


def write(path, text, mode=0o644):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def environment(folder, source, term="vt100"):
    kept = {name: os.environ[name] for name in os.environ if name.endswith("SAN_OPTIONS")}
    return {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C", "LANG": "C",
            "TERM": term, "SUPPORTPLAN_FORMS": os.path.join(source, "forms"),
            "SUPPORTPLAN_TODAY": "2026-11-21T14:02", **kept}


def set_up(folder, program, source, options="--screen-reader"):
    """The plan, and a script that starts the program: readers take no options for it."""
    shutil.copy(os.path.join(source, "forms", "examples", "middling.csv"),
                os.path.join(folder, "plan.csv"))
    write(os.path.join(folder, "app.sh"),
          f"#!/bin/sh\ncd {folder}\nexec {program} {options} plan.csv\n", 0o755)


def play(journey, terminal, heard):
    """Go through the steps; heard() gives all that has been said. The faults, as lines."""
    done = 0
    for number, (keys, lines) in enumerate(journey.steps, 1):
        want = words("".join(lines))
        terminal.press(keys)
        deadline = time.monotonic() + PATIENCE
        while len(words(heard())) < done + len(want) and time.monotonic() < deadline:
            if not terminal.read(0.02):
                break
        # What comes too much comes before the next thing that is said, and fails that step.
        got = words(heard())[done:done + len(want)]
        if got != want:
            return [f"step {number}, keys {' '.join(keys) or 'none'}", "should be said:", *lines,
                    "was said:", heard_from(heard(), done)]
        print(f"ok {number} - {' '.join(keys) or 'at the beginning'}: "
              f"{lines[0] if lines else 'nothing'}")
        done += len(want)
    rest = words(heard())[done:]
    return ["said at the end, and not expected:", rest] if rest else []


def heard_from(text, done):
    """The text behind so many letters."""
    letters = 0
    for at, letter in enumerate(text):
        if letters == done:
            return text[at:].strip()
        letters += not letter.isspace()
    return "(nothing)"


# yasr

def yasr(folder, program, source, name="yasr", term="vt100"):
    if not shutil.which("yasr"):
        skip("yasr is not installed")
    log = os.path.join(folder, "speech.log")
    write(log, "")
    write(os.path.join(folder, "rec.sh"), f"#!/bin/sh\nexec cat >> {log}\n", 0o755)
    conf = open("/etc/yasr/yasr.conf", encoding="utf-8", errors="replace").read()
    conf = re.sub(r"(?m)^synthesizer=.*", "synthesizer=emacspeak server", conf)
    conf = re.sub(r"(?m)^synthesizer port=.*", f"synthesizer port=|{folder}/rec.sh", conf)
    write(os.path.join(folder, "yasr.conf"), conf)
    set_up(folder, program, source)
    terminal = Terminal(["yasr", "-C", folder + "/yasr.conf", folder + "/app.sh"],
                        environment(folder, source, term), KEYS_OF.get(term, KEYS))

    def heard():
        text = open(log, encoding="utf-8", errors="replace").read()
        return "\n".join(re.findall(r"(?m)^q \{(.*)\}$", text))

    faults = play(Journey(source, name), terminal, heard)
    terminal.end()
    return faults


def yasr_linux(*where):
    return yasr(*where, name="yasr-linux", term="linux")


READERS = {"yasr": yasr, "yasr-linux": yasr_linux}


def main():
    reader, program, source = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3]
    folder = tempfile.mkdtemp(prefix="readers-")
    try:
        faults = READERS[reader](folder, program, os.path.abspath(source))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if faults:
        print("not ok - " + "\n# ".join(faults))
        sys.exit(1)
    print("1.." + str(len(Journey(source, reader).steps)))


main()
