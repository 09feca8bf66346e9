#!/usr/bin/env python3
"""Bytes that are meant to harm: what is in a plan, a form, a name or the surroundings must not
reach the terminal as commands; and a private session writes nowhere but where it was told to.

  hostile.py values PROGRAM FORMS       plan values through every face and command
  hostile.py names PROGRAM FORMS        names of files, words of the command line, forms, variables
  hostile.py surroundings PROGRAM FORMS variables that make other programs hang or break
  hostile.py writes PROGRAM FORMS       what a private session opens to write, by strace
  hostile.py --able-to-fail             the judge must find what it is there for
"""
import csv
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

MARK = "Qz7"
PATIENCE = 60

# What the program itself may send: CSI sequences that ask the terminal nothing, character sets,
# the keypad, and "keep the window's title, and put it back". Not: OSC, DCS, APC, PM, SOS, queries (c, n), resets.
OWN = re.compile(rb"\x1b(\[[0-9;?]*[@A-HJ-MPSTX`abdefghlmrsu]|\[2[23];0;0t|[()][0AB]|[=>78M])")
# What no terminal must get of a plan, as UTF-8.
NEVER = re.compile("[\u0080-\u009f\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069"
                   "\ufeff\U000e0000-\U000e007f]")


def hostile_strings():
    """Three hundred: each says where it begins, so that what is before it was left alone."""
    some = [chr(c) for c in range(1, 32) if c not in (9, 10, 13)] + ["\x7f"]
    some += [chr(c) for c in range(0x80, 0xa0)]
    some += list("\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
                 "\u2064\u2066\u2067\u2068\u2069\ufeff")
    some += [chr(0xe0000 + c) for c in (1, 0x41, 0x7f)]
    sequences = ["]0;title\a", "]52;c;aGVsbG8=\a", "]8;;http://x.example/\a", "P+q544e\x1b\\",
                 "_G payload\x1b\\", "^private\x1b\\", "c", "[6n", "[c", "[>c", "[5n", "[?1049h",
                 "[2J\x1b[3J", "[8;1;1t", "[97;105m", "#8", "[4;20r", "[?2004h", "[20h", "N", "Z"]
    some += ["\x1b" + s for s in sequences] + ["\x9b" + s[1:] for s in sequences if s[0] == "["]
    some += ["e" + "\u0301" * n for n in (1, 9, 100)] + ["\r" + "over it", "a\rb", "a\bb"]
    found = []
    for n in range(300):
        found.append(f"{MARK}{n} {some[n % len(some)]}{'x' * (n // len(some))}{MARK}")
    return found


RAW = [b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x9b31m", b"\xe2\x80"]


def faults_of(output, where, terminal=True):
    """What stands in bytes that were sent and must not."""
    found = []
    rest = OWN.sub(b"", output) if terminal else output
    for name, pattern in (("an escape", rb"\x1b.{0,12}"), ("a control", rb"[\x01-\x06\x0b\x0c\x10-\x1a\x1c-\x1f\x7f].{0,8}"),
                          ("a bell beside words", rb"\x07[ -~]{0,3}" + MARK.encode())):
        for hit in re.findall(pattern, rest, re.DOTALL)[:3]:
            found.append(f"{where}: {name} was sent: {hit!r}")
    text = output.decode("utf-8", "replace")
    for hit in NEVER.findall(text)[:3]:
        found.append(f"{where}: U+{ord(hit):04X} was sent")
    return found


class World:
    """A folder, and the program in it with an environment that is ours."""

    def __init__(self, program, forms):
        self.program, self.forms = os.path.abspath(program), os.path.abspath(forms)
        self.folder = tempfile.mkdtemp(prefix="hostile-")
        self.env = {"PATH": os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8",
                    "SUPPORTPLAN_FORMS": self.forms, "TERM": "xterm",
                    "SUPPORTPLAN_TODAY": "2026-11-21T14:02",
                    **{n: v for n, v in os.environ.items() if n.endswith("SAN_OPTIONS")}}

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def plan(self, name, rows):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as f:
            out = csv.writer(f, quoting=csv.QUOTE_ALL, lineterminator="\n")
            out.writerows([("section", "item", "field", "value"), ("plan", "", "format", "1"),
                           ("plan", "", "form", "seven-questions"), *rows,
                           ("end", "", "rows", str(len(rows) + 2))])
        return path

    def command(self, *words, env=None):
        done = subprocess.run([self.program, *words], env={**self.env, **(env or {})},
                              cwd=self.folder, capture_output=True, check=False, timeout=PATIENCE)
        return done.stdout + done.stderr, done.returncode

    def session(self, words, keys, env=None, before=(), until=b""):
        """On a terminal; each of the keys is sent when nothing more comes. What was sent, status."""
        env = {n: v for n, v in {**self.env, **(env or {})}.items() if v is not None}
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            argv = [*before, self.program, *words]
            os.execvpe(argv[0], argv, env)
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        sent, status = b"", None
        for number, key in enumerate([b"", *keys]):
            if key:
                try:
                    os.write(fd, key)
                except OSError:
                    break
            sent += listen(fd, until if number == 0 else b"")
        end = time.monotonic() + PATIENCE
        while status is None and time.monotonic() < end:
            sent += listen(fd, b"", 0.05)
            done, code = os.waitpid(pid, os.WNOHANG)
            status = os.waitstatus_to_exitcode(code) if done else None
        if status is None:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        os.close(fd)
        return sent, status


def listen(fd, until, quiet=0.05):
    """What comes until nothing does for a moment, or where words are waited for, until those."""
    got, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ready = select.select([fd], [], [], quiet)[0]
        if not ready and (not until or until in got):
            break
        try:
            more = os.read(fd, 65536) if ready else b""
        except OSError:
            break
        got += more
    return got


SECTIONS = [("goal", "g", "what"), ("need", "n", "what"), ("supporter", "s", "name"),
            ("risk", "x", "what"), ("action", "a", "what"), ("contact", "p", "name")]


def hostile_plan(world, name="plan.csv"):
    rows, order = [], ["need", "goal", "supporter", "contact", "risk", "action"]
    fields = {s: (letter, field) for s, letter, field in SECTIONS}
    strings = hostile_strings()
    rows += [("about", "", "name", strings[26]), ("about", "", "communication", strings[60]),
             ("answer", "important", "text", "\n".join(strings[:40]))]
    n = 0
    for section in order:
        letter, field = fields[section]
        for text in strings[len(strings) * order.index(section) // 6:
                            len(strings) * (order.index(section) + 1) // 6]:
            n += 1
            line = field == "name"  # which is one line; what is not would not be in the plan
            rows.append((section, f"{letter}{n}", field, text.replace("\r", "") if line else text))
    return world.plan(name, rows)


def values(world):
    plan = hostile_plan(world)
    other = world.plan("other.csv", [("about", "", "name", "Ann")])
    faults = []
    for words in (["text"], ["check"], ["budget"], ["timetable"], ["budget", "--explain"],
                  ["text", "--for", "fridge"], ["text", "--for", "card"]):
        out, _ = world.command(*words, plan)
        faults += faults_of(out, " ".join(words), terminal=False)
        if words == ["text"] and out.count(MARK.encode()) < 500:
            faults.append(f"the text holds {out.count(MARK.encode())} marks only")
    faults += faults_of(world.command("diff", other, plan)[0], "diff", terminal=False)
    pages = [key for n in range(1, 15) for key in (str(n).encode(), b"\r", b"\x1b[6~", b"\x1b")]
    for mode in ([], ["--screen-reader"]):
        sent, status = world.session([*mode, plan], [*pages, b"k", b"\x11", b"\r"], until=b"Enter")
        faults += faults_of(sent, f"session {mode}")
        if sent.count(MARK.encode()) < 20 or status is None:
            faults.append(f"session {mode}: {sent.count(MARK.encode())} marks, status {status}")
    lines = [f"{n}\r".encode() for n in range(1, 15) for n in (n, "list")] + [b"quit\r"]
    sent, _ = world.session(["--plain", plan], lines, until=b"Which")
    faults += faults_of(sent, "plain")
    return faults


def hostile_forms(world):
    """Forms whose words are hostile; they are written like any other form."""
    folder = os.path.join(world.folder, "forms")
    shutil.copytree(world.forms, folder)
    path = os.path.join(folder, "seven-questions.yaml")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    title = re.search(r"^title: .*$", text, re.MULTILINE).group(0)
    bad = 'title: "Seven ' + MARK + r' \e]0;x\a \u202e \x9b97;105m"'
    with open(path, "w", encoding="utf-8") as f:
        f.write(text.replace(title, bad))
    return folder


def names(world):
    faults = []
    strings = [s.replace("/", "_")[:200] for s in hostile_strings()[::7]]
    spelt = [s.encode() for s in strings] + [MARK.encode() + b" " + raw for raw in RAW]
    plan = world.plan("plan.csv", [("about", "", "name", "Ann")])
    for name in spelt:
        path = os.path.join(os.fsencode(world.folder), name + b".csv")
        shutil.copy(plan, path)
        for words in ([b"check"], [b"budget"], [b"check", b"--csv", b"--width"], []):
            out, _ = world.command(*words, path if words else path + b".none/x")
            faults += faults_of(out, f"{words} {name!r}", terminal=False)
        os.unlink(path)
    for words in ([spelt[3]], [b"--" + spelt[4]], [b"help", spelt[5]], [b"new", b"--form", spelt[6], b"x.csv"],
                  [b"budget", b"--explain=" + spelt[7], b"plan.csv"], [b"text", b"--for", spelt[8], b"plan.csv"],
                  [b"text", b"--width", spelt[9], b"plan.csv"], [b"new", b"--from", spelt[10], b"y.csv"]):
        out, _ = world.command(*words)
        faults += faults_of(out, f"{words}", terminal=False)
    forms = hostile_forms(world)
    out, _ = world.command("forms", env={"SUPPORTPLAN_FORMS": forms})
    faults += faults_of(out, "forms", terminal=False)
    if MARK.encode() not in out:
        faults.append("forms: the hostile title was not there")
    sent, _ = world.session(["--private"], [b"\r", b"\r", b"\x11", b"\r", b"\x11"], until=b"Enter",
                            env={"SUPPORTPLAN_FORMS": forms})
    faults += faults_of(sent, "a session with hostile forms")
    bad = f"xterm-{MARK}\x1b]0;x\a\u202e"
    for env in ({"TERM": bad}, {"LANG": bad, "LC_ALL": bad}, {"HOME": f"{world.folder}/{bad}"},
                {"XDG_CONFIG_HOME": f"{world.folder}/{bad}"}, {"SUPPORTPLAN_FORMS": bad},
                {"SUPPORTPLAN_TODAY": bad}, {"EDITOR": bad}, {"USER": bad}):
        for mode in ([], ["--plain"]):
            keys = [b"s", b"\x1b", b"f", b"q", b"q\r"] if not mode else [b"4\r", b"quit\r"]
            sent, status = world.session(mode, keys, env=env)
            faults += faults_of(sent, f"{env} {mode}")
            if status is None:
                faults.append(f"{env} {mode}: it did not end")
    return faults


SURROUNDINGS = [
    {"LINES": "30000", "COLUMNS": "30000"}, {"LINES": "-1", "COLUMNS": "x"}, {"LINES": "0"},
    {"TERM": "A" * 4096}, {"TERM": "../../../etc/passwd"}, {"TERM": "%s%n%s%n"}, {"TERM": ""},
    {"TERM": None}, {"TERMINFO": "/etc/passwd"}, {"TERMINFO_DIRS": "/proc/self:" + "x" * 5000},
    {"LC_ALL": "xx_XX.NOPE"}, {"LC_ALL": "A" * 4096}, {"LANGUAGE": "../../../../tmp/x:" + "y" * 999},
    {"HOME": None}, {"HOME": "relative"}, {"HOME": "/" + "h" * 5000}, {"HOME": "/dev/null"},
    {"XDG_CONFIG_HOME": "relative/../.."}, {"XDG_CONFIG_HOME": "/dev/full"}, {"TMPDIR": "/none"},
    {"NCURSES_NO_UTF8_ACS": "1", "NCURSES_ASSUMED_COLORS": "9999,9999"}, {"ESCDELAY": "99999999999"},
    {"NLSPATH": "/tmp/%N%N%N", "LOCPATH": "/proc/self"}, {"TZ": ":/etc/passwd"}, {"TZ": "A" * 4096},
    {"SUPPORTPLAN_SECOND_MS": "-99999999999999"}, {"SUPPORTPLAN_TODAY": "9" * 4096},
    {"MALLOC_PERTURB_": "99", "POSIXLY_CORRECT": "1"},
]


def surroundings(world):
    faults = []
    for env in SURROUNDINGS:
        start = time.monotonic()
        sent, status = world.session(["--private"], [b"\x11", b"quit\r"], env=env)
        took = time.monotonic() - start
        if status not in (0, 2) or took > 20:
            short = {n: v and v[:30] for n, v in env.items()}
            faults.append(f"{short}: status {status} after {took:.1f} s: {sent[-300:]!r}")
    return faults


WRITES = "openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat," \
         "mknod,mknodat,truncate,unlink,unlinkat"


def writes(world):
    trace = os.path.join(world.folder, "trace")
    if not shutil.which("strace") or subprocess.run(
            ["strace", "-o", trace, "true"], capture_output=True, check=False).returncode:
        return None
    chosen = os.path.join(world.folder, "chosen")
    os.mkdir(chosen)
    plan = world.plan("chosen/plan.csv", [("about", "", "name", "Ann")])
    keys = [b"3", b"\r", MARK.encode(), b"\x13", b"\x1bOQ", b"\x1b", b"\x1b", b"\x14", b"\r", b"x",
            b"\x1b", b"\x11", b"\r", b"\x11"]
    sent, status = world.session(["--private", plan], keys, until=b"Enter", before=[
        "strace", "-f", "-y", "-qq", "-e", "trace=" + WRITES, "-o", trace],
        env={"ASAN_OPTIONS": "detect_leaks=0", "SUPPORTPLAN_DEBUG": "1"})
    faults = [] if status == 0 else [f"the session ended with {status}: {sent[-300:]!r}"]
    with open(plan, encoding="utf-8") as f:
        if MARK not in f.read():
            faults.append("what was typed is not in the plan")
    with open(trace, encoding="utf-8", errors="replace") as f:
        for line in f:
            call = re.sub(r"^\d+\s+", "", line)
            reads = call.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", call)
            inside = chosen in call or '"/dev/' in call
            if not reads and " = -1 " not in call and not inside:
                faults.append("outside the chosen folder: " + call.strip())
    left = sorted(os.listdir(chosen))
    if any(name.startswith(".") for name in left):
        faults.append(f"it leaves {left}")
    return faults


def able_to_fail():
    bad = [b"\x1b]0;x\a", b"\x1b[6n", b"\x1b[c", b"a\x7f", "\u202e".encode(), "\x9b".encode(),
           "\ufeff".encode(), b"\x07" + MARK.encode(), b"\x1bP", b"\x1bc"]
    good = [b"\x1b[1;1H\x1b[2J\x1b[?1049h\x1b(B\x1b[m\x1b=\x1b[?2004h", "Zoë £5\r\n".encode(), b"\x07"]
    missed = [b for b in bad if not faults_of(b, "")] + [g for g in good if faults_of(g, "")]
    print(f"{len(bad)} found, {len(good)} let through" if not missed else f"wrong: {missed}")
    return 1 if missed else 0


def main():
    if sys.argv[1] == "--able-to-fail":
        return able_to_fail()
    world = World(sys.argv[2], sys.argv[3])
    try:
        faults = globals()[sys.argv[1]](world)
    finally:
        world.close()
    if faults is None:
        print("Not run: strace is missing, or may not trace here.")
        return 77
    print("\n".join(faults[:40]) or "Nothing was sent or written that must not be.")
    return 1 if faults else 0


sys.exit(main())
