#!/usr/bin/env python3
"""What screen readers say of the program, held against what should be said.

usage: readers.py yasr|yasr-linux|fenrir|brltty PROGRAM SOURCE

The reader runs for real, and the program in it; what it would speak or write in braille is
recorded. tests/readers/NAME.txt has, for each key, what should be said: written by hand from the
rules, never copied. A step waits until that has been said, so a slow machine is only slow. Where
a reader splits a line is its own affair: only the words and their order are compared.
"""
import contextlib
import fcntl
import io
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

PATIENCE = 120  # seconds: for what must happen, never for what should take long
ROWS, COLS = 24, 80
KEYS = {"Down": "\033OB", "Up": "\033OA", "Enter": "\r", "Tab": "\t", "Esc": "\033"}
KEYS_OF = {"linux": {**KEYS, "Down": "\033[B", "Up": "\033[A"}}


def skip(why):
    print("1..0 # SKIP " + why, file=sys.__stdout__)
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
        """It and all that it has started: a reader that is asked politely may stay."""
        os.close(self.fd)
        try:
            os.killpg(self.pid, signal.SIGKILL)
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


def children_of(parent):
    """The programs that a process has started."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace").read()
        except OSError:
            continue
        if int(stat.rpartition(")")[2].split()[1]) == parent:
            found.append(int(pid))
    return found


def stays(pid):
    """Whether a program is still there after a while; one that is dead and not buried is not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            state = open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace").read()
        except OSError:
            return False
        if state.rpartition(")")[2].split()[0] == "Z":
            return False
        select.select([], [], [], 0.02)
    return True


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
    ours = [pid for pid in children_of(terminal.pid)
            if os.path.realpath(f"/proc/{pid}/exe") == os.path.realpath(program)]
    terminal.end()
    if not ours:
        faults.append("the program was not found under yasr")
    return faults + [f"the program stays when yasr has gone: {pid}" for pid in ours if stays(pid)]


def yasr_linux(*where):
    return yasr(*where, name="yasr-linux", term="linux")


# Fenrir: the program is on a terminal that it makes itself, and that is like a Linux console.

def fenrir(folder, program, source):
    if not shutil.which("fenrir"):
        skip("Fenrir is not installed")
    log = os.path.join(folder, "speech.log")
    write(log, "")
    write(os.path.join(folder, "say.sh"), f"#!/bin/sh\nprintf '%s\\n' \"$1\" >> {log}\n", 0o755)
    conf = open("/etc/fenrirscreenreader/settings/settings.conf", encoding="utf-8").read()
    conf = conf.replace("enabled=True", "enabled=False", 1)  # the first is sound
    for name, value in {"genericSpeechCommand": f'{folder}/say.sh "fenrirText"',
                        "shell": f"{folder}/app.sh", "debugFile": f"{folder}/fenrir.log",
                        "newLinePause": "False"}.items():
        conf = re.sub(rf"(?m)^{name}=.*", f"{name}={value}", conf)
    write(os.path.join(folder, "fenrir.conf"), conf)
    set_up(folder, program, source)
    terminal = Terminal(["fenrir", "-s", folder + "/fenrir.conf", "-e"],
                        environment(folder, source, "linux"), KEYS_OF["linux"])

    def heard():
        said = open(log, encoding="utf-8", errors="replace").read()
        return said.partition("Start Fenrir")[2]

    try:
        deadline = time.monotonic() + 30
        while not heard() and time.monotonic() < deadline and terminal.read(0.1):
            pass
        if not heard():
            skip("Fenrir does not start here: it says nothing within 30 seconds")
        return play(Journey(source, "fenrir"), terminal, heard)
    finally:
        terminal.end()


# BRLTTY: a braille line of 40 cells that a program can read, on a console of the kernel. The
# program is on a terminal of its own, and what it sends goes to that console, too.

CONSOLE = "/dev/tty1"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start_brltty(folder, port):
    log = open(os.path.join(folder, "brltty.log"), "wb")
    words = ["brltty", "-E", "-n", "-e", "-q", "-f", "/dev/null", "-A", "host=none", "-l", "info",
             "-b", "vr", "-d", f"server:127.0.0.1:{port}", "-x", "lx", "-X", "vt=1", "-s", "no",
             "-P", os.path.join(folder, "pid")]
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                            start_new_session=True)


def somebody_is_there():
    """Whether a login or a program has the console: nothing is written over anybody's screen."""
    number = str(os.makedev(4, 1))
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace").read()
        except OSError:
            continue
        if stat.rpartition(")")[2].split()[4] == number:
            return True
    return False


def have_the_console():
    """One at a time: another run of the tests may be at it. Held until this program ends."""
    held = open(os.path.join(tempfile.gettempdir(), "supportplan-console.lock"), "w")
    fcntl.flock(held, fcntl.LOCK_EX)
    return held


def braille_line(folder, port, process):
    """The line; None where there is none."""
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        if "listening on" in open(os.path.join(folder, "brltty.log"), errors="replace").read():
            line = socket.create_connection(("127.0.0.1", port), timeout=10)
            line.sendall(b"cells 40\n")
            line.settimeout(0.02)
            return line
        time.sleep(0.05)
    return None


class Braille:
    """What stands on the line, while the program goes on."""

    def __init__(self, line, terminal, console):
        self.line, self.terminal, self.console = line, terminal, console
        self.copied, self.told = 0, ""

    def shows(self):
        self.terminal.read(0.02)
        self.console.write(self.terminal.sent[self.copied:])
        self.copied = len(self.terminal.sent)
        try:
            self.told += self.line.recv(65536).decode("utf-8", "replace")
        except socket.timeout:
            pass
        return (re.findall(r'(?m)^Visual "(.*)"$', self.told) or [""])[-1].strip()


def feel(journey, terminal, braille):
    """Go through the steps: after each the line must show what is in hand. The faults."""
    for number, (keys, lines) in enumerate(journey.steps, 1):
        terminal.press(keys)
        deadline = time.monotonic() + 30
        while braille.shows() != lines[0]:
            if time.monotonic() > deadline:
                return [f"step {number}, keys {' '.join(keys) or 'none'}", "should be shown:",
                        lines[0], "is shown:", braille.shows()]
        print(f"ok {number} - {' '.join(keys) or 'at the beginning'}: {lines[0]}")
    return []


def brltty(folder, program, source):
    if not shutil.which("brltty"):
        skip("BRLTTY is not installed")
    if not os.access(CONSOLE, os.W_OK):
        skip(f"BRLTTY needs a console, and there is no {CONSOLE} to write to")
    if somebody_is_there():
        skip(f"BRLTTY needs a console that nobody uses, and somebody is at {CONSOLE}")
    held = have_the_console()
    port = free_port()
    process = start_brltty(folder, port)
    try:
        line = braille_line(folder, port, process)
        if not line:
            skip("BRLTTY does not start here: it opens no line of braille within 30 seconds")
        set_up(folder, program, source)
        with open(CONSOLE, "wb", buffering=0) as console:
            console.write(b"\033c")
            terminal = Terminal([folder + "/app.sh"], environment(folder, source, "linux"),
                                KEYS_OF["linux"], rows=25)
            faults = feel(Journey(source, "brltty"), terminal, Braille(line, terminal, console))
            terminal.end()
        return faults
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        held.close()


READERS = {"yasr": yasr, "yasr-linux": yasr_linux, "fenrir": fenrir, "brltty": brltty}


# A picture comes to a reader in several pieces, and now and then one speaks between two of them: of
# the line where the cursor still is. What it says in three journeys in a row is no accident.
JOURNEYS = 3


def travel(reader, program, source):
    """One journey in a folder of its own; what was not said as it should be."""
    folder = tempfile.mkdtemp(prefix="readers-")
    try:
        return READERS[reader](folder, program, os.path.abspath(source))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    reader, program, source = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3]
    for _ in range(JOURNEYS):
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            faults = travel(reader, program, source)
        if not faults:
            break
    print(told.getvalue(), end="")
    if faults:
        print("not ok - " + "\n# ".join(faults))
        sys.exit(1)
    print("1.." + str(len(Journey(source, reader).steps)))


main()
