#!/usr/bin/env python3
"""Whatever stops the program, and wherever: no answer that it said was kept is lost.

    reliable.py WHAT PROGRAM FORMS MUTANT [POINTS]

WHAT is one of:
  kill     SIGKILL at system calls of a session that edits and saves
  faults   system calls fail, one at a time, with every fault a disk knows
  power    the power is cut: of what was not synced any part may be missing
  writers  two programs write one plan, their steps mixed at random
  typing   SIGKILL while letters are typed on a terminal
  secured  an answer is on the disk before the screen says so, and a letter soon, with no other key
  mutants  programs that are wrong in a known way are each caught by one of these

MUTANT is the library (mutant.c) that makes the program wrong. POINTS is how many points are tried
(RELIABLE=N in the surroundings says it, too).
"""
import itertools
import os
import pty
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PLANS = ("small", "middling", "large")  # of forms/examples, asked with the form of each
NAMES = ["Ann %d" % n for n in range(1, 7)]
SAVE_CALLS = ("openat", "write", "fsync", "close", "renameat", "renameat2", "linkat", "unlinkat",
              "unlink", "fallocate", "fchmod", "fchown", "flock", "ftruncate")
ALL_CALLS = SAVE_CALLS + ("read", "fstat", "newfstatat", "faccessat", "faccessat2", "getrandom",
                          "lseek", "mmap", "readlink", "getdents64")
FAULTS = ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EBUSY", "EINTR", "EFBIG")


class World:
    """The program, and a folder of its own for each try."""

    def __init__(self, program, forms, mutant):
        self.program, self.forms, self.library = program, forms, mutant
        self.mutant = None
        self.base = tempfile.mkdtemp(prefix="reliable-", dir=shared_memory())
        self.count = 0

    def folder(self):
        self.count += 1
        path = os.path.join(self.base, str(self.count))
        os.mkdir(path)
        return path

    def environment(self, traced=False):
        env = dict(PATH=os.environ["PATH"], HOME=self.base, LC_ALL="C.UTF-8", TZ="UTC",
                   SUPPORTPLAN_FORMS=self.forms, SUPPORTPLAN_TODAY="2026-11-21T14:02",
                   SUPPORTPLAN_DEBUG="1",  # strace looks
                   ASAN_OPTIONS="detect_leaks=0:verify_asan_link_order=0")
        if self.mutant and traced:
            env.update(LD_PRELOAD=self.library, MUTANT=self.mutant)
        return env

    def run(self, folder, lines, trace=()):
        """A session in plain lines: how it ended, and what it said."""
        words = list(trace) + [self.program, "--plain", "plan.csv"]
        done = subprocess.run(words, input="\n".join(lines + [""]).encode(), cwd=folder,
                              env=self.environment(bool(trace)), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120, check=False)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def close(self):
        shutil.rmtree(self.base, ignore_errors=True)


def shared_memory():
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def rows(text):
    """A plan's rows as (section, item, field, value), the values of one line each."""
    return re.findall(r'^"([^"]*)","([^"]*)","([^"]*)","((?:[^"]|"")*)"$', text, re.M)


def given_plan(world, folder, name):
    """A plan of which the person's own name is asked first."""
    with open(os.path.join(world.forms, "examples", name + ".csv"), encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(folder, "plan.csv"), "w", encoding="utf-8") as file:
        file.write(text)
    return text


def section_of_name(world):
    """What is typed to be asked the person's name: the second section, whatever the form."""
    return "2"


def session_lines(world):
    """Names, one after the other: each is asked again by going back to it."""
    lines = []
    for name in NAMES:
        lines += [section_of_name(world), name, "list"]
    return lines + ["save", "quit"]


def kept(said):
    """The last name that the program said was kept, as a number from 1; 0 for none."""
    names = re.findall(r"^(?:.*\? )?Kept: Ann (\d+)\.$", said, re.M)
    return int(names[-1]) if names else 0


def name_in(path):
    """The number of the name in a plan's file: 0 for the one there was; None where it is no plan."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return None
    if not re.search(r'^"end","","rows","(\d+)"\n\Z', text, re.M):
        return None
    found = [value for section, _, field, value in rows(text) if (section, field) == ("about", "name")]
    match = re.match(r"Ann (\d+)$", found[0]) if found else None
    return int(match.group(1)) if match else 0


def reopen(world, folder):
    """Open the plan again, and have back what is offered. Then the number of its name."""
    status, said = world.run(folder, ["bring", "go on", "list", "save", "quit"])
    if status not in (0, 128):
        return None, said
    return name_in(os.path.join(folder, "plan.csv")), said


def hidden(folder):
    return sorted(n for n in os.listdir(folder) if n.startswith("."))


def all_names(folder):
    """The names in every file of the folder that is a plan: both versions may be kept."""
    return {name_in(os.path.join(folder, n)) for n in os.listdir(folder)} - {None}


class Faults(list):
    def expect(self, right, *words):
        if not right:
            self.append(" ".join(str(w) for w in words))


def until_noticed(world, points, faults):
    """The points one by one; of a program that is wrong only until that is noticed, in any order."""
    if world.mutant:
        points = random.Random(3).sample(list(points), len(points))
    for point in points:
        if world.mutant and faults:
            return
        yield point


# Where the program can be stopped

def calls_of(world, plan, names):
    """How often each system call is made in a session that nothing stops."""
    folder = world.folder()
    given_plan(world, folder, plan)
    log = os.path.join(world.base, "calls")
    status, said = world.run(folder, session_lines(world),
                             ["strace", "-qq", "-o", log, "-e", "trace=" + ",".join(names)])
    if status != 0 or kept(said) != len(NAMES):
        sys.exit("a session that nothing stops does not work: %d\n%s" % (status, said[-2000:]))
    counts = {}
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            name = line.split("(", 1)[0]
            counts[name] = counts.get(name, 0) + 1
    return counts


def spread(points, wanted):
    """So many of them, evenly."""
    if len(points) <= wanted:
        return points
    return [points[i * len(points) // wanted] for i in range(wanted)]


# The first saves find a full disk: what was kept is only in the journal, until there is room again.
FULL_DISK = ["-e", "inject=fallocate:error=ENOSPC:when=1..7"]


def try_kill(world, plan, call, nth, full, faults):
    folder = world.folder()
    given_plan(world, folder, plan)
    names = call if call == "fallocate" or not full else call + ",fallocate"
    trace = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=" + names]
    trace += FULL_DISK if full and call != "fallocate" else []
    trace += ["-e", "inject=%s:signal=KILL:when=%d" % (call, nth)]
    _, said = world.run(folder, session_lines(world), trace)
    promised, there = kept(said), name_in(os.path.join(folder, "plan.csv"))
    got, again = reopen(world, folder)
    where = "%s, killed at %s %d%s:" % (plan, call, nth, ", full disk" if full else "")
    faults.expect(there is not None, where, "the plan's file was not whole")
    faults.expect(got is not None, where, "the plan does not open", again[-300:])
    faults.expect(got is None or got >= promised, where, promised, "was kept,", got, "is there")
    reopen(world, folder)  # one thing is offered at a time
    left = [n for n in hidden(folder) if n.endswith(".tmp") or n.endswith(".lock")]
    faults.expect(not left, where, "left behind", left)
    shutil.rmtree(folder)


def kill(world, wanted):
    faults, points = Faults(), []
    for plan in PLANS:
        counts = calls_of(world, plan, ALL_CALLS)
        for call in sorted(counts):
            points += [(plan, call, n, full) for n in range(1, counts[call] + 1)
                       for full in (False, True)]
    chosen = spread(points, wanted)
    for point in until_noticed(world, chosen, faults):
        try_kill(world, *point, faults)
    return faults, "%d of %d points" % (len(chosen), len(points))


def try_fault(world, plan, call, code, nth, faults):
    folder = world.folder()
    given_plan(world, folder, plan)
    status, said = world.run(folder, session_lines(world),
                             ["strace", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                              "inject=%s:error=%s:when=%s" % (call, code, nth)])
    where = "%s, %s %s gives %s:" % (plan, call, nth, code)
    promised, now = kept(said), name_in(os.path.join(folder, "plan.csv"))
    if status == 0 and promised:
        faults.expect((now or 0) >= promised, where, "it left in peace, and", now, "is there of", promised)
    faults.expect(now is not None or status == 2, where, "the plan is gone")
    faults.expect("changed this file" not in said, where, "its own file is taken for another's")
    after = said.rfind("Saved in plan.csv.")
    if after >= 0 and said.rfind("Not saved") < after:
        faults.expect((now or 0) >= promised, where, "it said Saved, and", now, "is there of", promised)
    if promised:
        got, again = reopen(world, folder)
        there = all_names(folder) | {got or 0}
        faults.expect(max(there) >= promised, where, promised, "was kept,", there, "is there",
                      again[-300:])
    shutil.rmtree(folder)


def faults_of_disks(world, wanted):
    faults, points = Faults(), []
    counts = calls_of(world, "small", SAVE_CALLS)
    first = {"openat": 12, "close": 12, "write": 1}  # the loader's and the forms' are not ours
    for call in sorted(counts):
        for n in range(first.get(call, 1), counts[call] + 1):
            points += [("small", call, code, str(n)) for code in FAULTS if code != "EINTR" or call != "close"]
    for call, code in itertools.product(("fsync", "renameat2", "renameat", "fallocate"), FAULTS):
        if code != "EINTR":
            points.append(("small", call, code, "1+"))  # for ever
    chosen = spread(points, wanted)
    for point in chosen:
        try_fault(world, *point, faults)
    return faults, "%d of %d faults" % (len(chosen), len(points))


# Power cuts, as the worst disk has them: of what was done to the folder since it was synced any part
# may be missing, and of what was written to a file since that was.

class Disk:
    """A folder as the system calls make it, and what of it is certain."""

    def __init__(self, files):
        self.data = {i: bytes for i, bytes in enumerate(files.values())}
        self.sure = dict(self.data)
        self.names = {name: i for i, name in enumerate(files)}
        self.pending = []  # (what, from, to) or ("make", name, inode)

    def make(self, name):
        inode = len(self.data)
        self.data[inode] = self.sure[inode] = b""
        self.pending.append(("make", name, inode))
        return inode

    @staticmethod
    def apply(names, op):
        what, a, b = op
        if what == "make":
            names[a] = b
        elif what == "unlink":
            names.pop(a, None)
        elif a in names:
            if what == "rename":
                names[b] = names.pop(a)
            elif what == "link":
                names.setdefault(b, names[a])
            elif what == "swap" and b in names:
                names[a], names[b] = names[b], names[a]

    def sync_folder(self):
        for op in self.pending:
            self.apply(self.names, op)
        self.pending = []

    def after_cut(self, pick):
        """The files that one power cut leaves: pick says which of several is the case."""
        names = dict(self.names)
        for op in self.pending:
            if pick(2):
                self.apply(names, op)
        files = {}
        for name, inode in names.items():
            sure, all_of_it = self.sure[inode], self.data[inode]
            ends = (len(all_of_it), len(sure), (len(sure) + len(all_of_it)) // 2)
            torn = all_of_it[:ends[pick(3)]] if all_of_it.startswith(sure) else all_of_it
            files[name] = (torn, inode)  # a file that was made later was written later
        return files


LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")


def unhex(words):
    return bytes.fromhex(words.replace("\\x", ""))


def replay(log, files, at_each):
    """Go through a trace; at_each is told the disk and what was promised, before each call."""
    disk, fds, promised, folders = Disk(files), {}, 0, set()
    for line in log:
        call = LINE.match(line)
        if not call or int(call.group(3)) < 0:
            continue
        what, words, result = call.group(1), call.group(2), int(call.group(3))
        strings = [unhex(w) for w in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', words)]
        first = words.split(",", 1)[0]
        number = int(first) if first.isdigit() else None
        at_each(disk, promised)
        if what == "openat":
            name = os.path.basename(strings[0].decode())
            fds.pop(result, None)
            folders.discard(result)
            if "O_DIRECTORY" in words:
                folders.add(result)
            elif "O_CREAT" in words and "O_EXCL" in words:
                fds[result] = disk.make(name)
            elif "O_TRUNC" in words and name == "plan.csv":
                fds[result] = disk.make(name)
        elif what == "write" and number == 1:
            said = re.findall(rb"Kept: Ann (\d+)\.", strings[0])
            promised = int(said[-1]) if said else promised
        elif what == "write" and number in fds:
            disk.data[fds[number]] += strings[0][:result]
        elif what in ("fsync", "fdatasync") and number in fds:
            disk.sure[fds[number]] = disk.data[fds[number]]
        elif what == "fsync" and number in folders:
            disk.sync_folder()
        elif what.startswith("rename") or what == "linkat":
            how = ("swap" if "RENAME_EXCHANGE" in words else "link" if what == "linkat" else "rename")
            a, b = (os.path.basename(x.decode()) for x in strings)
            disk.pending.append((how, a, b))
        elif what in ("unlink", "unlinkat"):
            disk.pending.append(("unlink", os.path.basename(strings[0].decode()), None))
    at_each(disk, promised)


def trace_session(world, plan, full):
    folder = world.folder()
    given_plan(world, folder, plan)
    log = os.path.join(world.base, "trace")
    trace = ["strace", "-qq", "-xx", "-s", "10000000", "-o", log, "-e",
             "trace=openat,write,fsync,fdatasync,renameat,renameat2,rename,linkat,unlink,unlinkat,"
             "fallocate"]
    with open(os.path.join(folder, "plan.csv"), "rb") as file:
        files = {"plan.csv": file.read()}
    world.run(folder, session_lines(world), trace + (FULL_DISK if full else []))
    with open(log, encoding="ascii", errors="replace") as file:
        return files, file.readlines()


def power_images(world, seed):
    """(what was promised, files) of power cuts at every system call, each several times."""
    dice = random.Random(seed)
    images, seen = [], set()

    def at_each(disk, promised):
        picks = [lambda n: n - 1, lambda n: 0] + [dice.randrange] * 6
        for pick in picks:
            files = disk.after_cut(pick)
            key = (promised, tuple(sorted((n, hash(b)) for n, b in files.items())))
            if key not in seen:
                seen.add(key)
                images.append((promised, files))
    for full in (False, True):
        files, log = trace_session(world, "small", full)
        replay(log, files, at_each)
    return images


def power(world, wanted):
    faults = Faults()
    images = power_images(world, 1)
    chosen = spread(images, wanted)
    for promised, files in until_noticed(world, chosen, faults):
        folder = world.folder()
        for name, (data, age) in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            os.utime(os.path.join(folder, name), (1700000000 + age, 1700000000 + age))
        got, again = reopen(world, folder)
        faults.expect(got is not None, "the plan does not open:", sorted(files), again[-300:])
        faults.expect(got is None or got >= promised, "power cut:", promised, "was kept,", got,
                      "is there of", sorted(files))
        shutil.rmtree(folder)
    return faults, "%d of %d images" % (len(chosen), len(images))


# Two at once

class Session:
    """A session in plain lines that is talked to line by line."""

    def __init__(self, world, folder, delay):
        trace = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=renameat2,fsync,openat", "-e",
                 "inject=renameat2,fsync:delay_enter=%d" % delay]
        self.out = open(os.path.join(folder, ".said-%d" % world.count), "w+b")
        world.count += 1
        self.run = subprocess.Popen(trace + [world.program, "--plain", "plan.csv"], cwd=folder,
                                    env=world.environment(True), stdin=subprocess.PIPE,
                                    stdout=self.out, stderr=subprocess.STDOUT)

    def say(self, *lines):
        self.run.stdin.write("".join(line + "\n" for line in lines).encode())
        self.run.stdin.flush()

    def said(self):
        self.out.flush()
        with open(self.out.name, "rb") as file:
            return file.read().decode("utf-8", "replace")

    def wait_for(self, *any_of):
        until = time.monotonic() + 60
        while self.run.poll() is None and not any(words in self.said() for words in any_of):
            if time.monotonic() > until:
                sys.exit("it never said %r:\n%s" % (any_of, self.said()[-2000:]))
            os.sched_yield()

    def end(self):
        self.run.stdin.close()
        self.run.wait(timeout=120)
        self.out.close()


def everything(folder):
    """All that the files of a folder hold, but for what was only said."""
    words = ""
    for name in os.listdir(folder):
        if not name.startswith(".said"):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                words += file.read()
    return words


def try_writers(world, seed, faults):
    dice = random.Random(seed)
    folder = world.folder()
    given_plan(world, folder, "small")
    sessions = []
    for _ in range(2):
        lock = os.path.join(folder, ".plan.csv.lock")
        if os.path.exists(lock):
            os.unlink(lock)  # as on a share where no lock is seen
        session = Session(world, folder, dice.randrange(3000))
        session.wait_for("Which section?")
        sessions.append(session)
    for session in sessions:
        session.say("2")
    order = dice.sample([0, 1], 2)
    for who in order:
        sessions[who].say(("Ann %d", "Bob %d")[who] % seed)
        if dice.randrange(3) == 0:
            sessions[who].wait_for("Kept", "Not saved")
    for session in sessions:
        session.end()
    words = everything(folder)
    for name in ("Ann %d" % seed, "Bob %d" % seed):
        faults.expect('"%s"' % name in words, "two writers, seed", seed, ":", name, "is nowhere")
    shutil.rmtree(folder)


def writers(world, wanted):
    faults = Faults()
    for seed in until_noticed(world, range(1, wanted + 1), faults):
        try_writers(world, seed, faults)
    return faults, "%d pairs" % wanted


def second_reads_only(world, _):
    """Who comes second is told, and reads only."""
    faults, folder = Faults(), world.folder()
    given_plan(world, folder, "small")
    first = Session(world, folder, 0)
    first.wait_for("Which section?")
    second = Session(world, folder, 0)
    second.say("go on", "2", "Bob", "quit")
    second.end()
    faults.expect("open in another window" in second_words(folder), "the second may write")
    first.end()
    return faults, "1 pair"


def second_words(folder):
    words = ""
    for name in os.listdir(folder):
        if name.startswith(".said"):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                words += file.read()
    return words


# Letters as they are typed, on a terminal

class Typist:
    """The program on a terminal of its own, typed at a letter at a time."""

    def __init__(self, world, folder, plan="plan.csv", trace=()):
        words = list(trace) + [world.program, plan]
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(words[0], words,
                       dict(world.environment(), TERM="xterm", LINES="24", COLUMNS="80"))
        self.seen = b""

    def wait_for(self, words):
        """Until the program has sent these since the last time."""
        while words not in self.seen:
            ready, _, _ = select.select([self.tty], [], [], 60)
            if not ready:
                sys.exit("never sent: %r\n%r" % (words, self.seen[-2000:]))
            self.seen += os.read(self.tty, 65536)
        self.seen = self.seen[self.seen.index(words) + len(words):]

    def type(self, letters):
        os.write(self.tty, letters.encode())

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.tty)


def try_typing(world, seed, faults):
    """What was on the screen when it was killed comes back, and nothing that was not typed."""
    dice, folder = random.Random(seed), world.folder()
    given_plan(world, folder, "small")
    typist = Typist(world, folder)
    typist.wait_for(b"My support plan")
    typist.type("4")
    typist.type("\r")
    typist.wait_for(b"Question 1 of")
    # letters that stand in no sequence of a terminal
    words = "".join(dice.choice("äëïöüñç") for _ in range(30))
    shown = dice.randrange(1, 20)
    for letter in words[:shown]:
        typist.type(letter)
        typist.wait_for(letter.encode())
    typist.type(words[shown:])  # these may or may not have come to it
    typist.kill()
    _, said = world.run(folder, ["bring", "quit"])
    # what comes all at once is an answer at once
    with open(os.path.join(folder, "plan.csv"), encoding="utf-8") as file:
        back = re.findall(r'(?:^|")([äëïöüñç]+)(?:$|")', said + "\n" + file.read(), re.M)
    faults.expect(back and back[0].startswith(words[:shown]) and words.startswith(back[0]),
                  "typed", words, "shown", words[:shown], "back", back)
    shutil.rmtree(folder)


def typing(world, wanted):
    faults = Faults()
    for seed in range(1, wanted + 1):
        try_typing(world, seed, faults)
    return faults, "%d times" % wanted


# When it is on the disk

def synced(line, plan):
    """Whether a line of a trace waits for the disk to have words of a plan: its file, or its journal."""
    return re.match(r"fsync\(\d+<[^>]*/\.%s\.[^>]*>\) += 0" % re.escape(plan), line)


def lines_of(log):
    with open(log, encoding="utf-8", errors="replace") as file:
        return file.readlines()


def from_read_on(lines, letter):
    """What came after this letter was read."""
    reads = [n for n, line in enumerate(lines) if line.startswith('read(0') and '"%s"' % letter in line]
    return lines[reads[-1]:] if reads else []


def secured_on_screen(world, folder, plan, opening, faults):
    """opening: passphrases that are asked for before the task list comes."""
    log = os.path.join(world.base, "secured")
    typist = Typist(world, folder, plan, ["strace", "-qq", "-y", "-s", "20000", "-o", log, "-e",
                                          "trace=read,write,fsync,poll"])
    for words, letters in opening:
        typist.wait_for(words)
        for letter in letters:  # what comes all at once is pasted
            typist.type(letter)
            typist.wait_for(b"*")
        typist.type("\r")
    typist.wait_for(b"My support plan")
    typist.type("2\r")
    typist.wait_for(b"name")
    typist.type("Q")
    until = time.monotonic() + 60
    while time.monotonic() < until and not any(synced(line, plan) for line in
                                               from_read_on(lines_of(log), "Q")):
        os.sched_yield()
    faults.expect(time.monotonic() < until, plan, "a letter is not on the disk, and nothing is typed")
    typist.type("\r")
    typist.wait_for(b"Kept")
    after = from_read_on(lines_of(log), "\\r")
    told = [n for n, line in enumerate(after) if line.startswith("write(1") and "Kept" in line]
    faults.expect(told and any(synced(line, plan) for line in after[:told[0]]), plan,
                  "the screen says kept before the disk has it")
    waits = [line for line in after[:told[0] if told else 0]
             if line.startswith("poll") and "(Timeout)" not in line]  # that is a look, and no wait
    faults.expect(not waits, plan, "it waits for a key in between")
    typist.kill()


def secured(world, _):
    faults, folder = Faults(), world.folder()
    given_plan(world, folder, "small")
    secured_on_screen(world, folder, "plan.csv", [], faults)
    return faults, "1 session"


# Which of them notices which fault of a program; each must be noticed.
MUTANTS = {
    "no-fsync": (power, 400),
    "no-folder": (power, 400),
    "in-place": (kill, 5000),
    "no-lock": (second_reads_only, 1),
    "overwrite": (writers, 30),
}


def mutants(world, _):
    faults, told = Faults(), []
    for name, (harness, wanted) in MUTANTS.items():
        world.mutant = name
        found, tried = harness(world, wanted)
        told.append("%s: %d noticed in %s" % (name, len(found), tried))
        faults.expect(found, name, "was not noticed in", tried)
    return faults, "; ".join(told)


HARNESSES = {"kill": kill, "faults": faults_of_disks, "power": power, "writers": writers,
             "typing": typing, "secured": secured, "mutants": mutants}


def judged(what, harness, world, wanted):
    """Try so many points, and print what came of it: 1 where something was wrong, else 0."""
    try:
        faults, tried = harness(world, wanted)
    finally:
        world.close()
    print("%s: %s, %d wrong" % (what, tried, len(faults)))
    print("\n".join(faults[:20]))
    return 1 if faults else 0


def main():
    what, program, forms, mutant = sys.argv[1:5]
    wanted = int(os.environ.get("RELIABLE") or (sys.argv[5] if len(sys.argv) > 5 else 60))
    if not shutil.which("strace"):
        print("Not run: strace is missing.")
        sys.exit(77)
    world = World(os.path.abspath(program), os.path.abspath(forms), os.path.abspath(mutant))
    sys.exit(judged(what, HARNESSES[what], world, wanted))


if __name__ == "__main__":
    main()
