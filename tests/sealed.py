#!/usr/bin/env python3
"""A plan that is locked, or being locked, while the program is stopped anywhere: no answer that it
said was kept is lost, and no word of the plan is left unlocked where it said that all is locked.

    sealed.py WHAT PROGRAM FORMS [POINTS]

WHAT is one of:
  kill     SIGKILL at system calls of locking, unlocking, another passphrase, and edit and save
  faults   the same calls fail, one at a time, with every fault a disk knows
  power    the power is cut: of what was not synced any part may be missing
  secured  an answer is on the disk before the screen says so, and a letter soon, with no other key
  torn     a journal that is cut short anywhere, or has another byte somewhere; then killed again

PROGRAM locks with next to no work. POINTS is how many are tried (RELIABLE=N says it, too).
"""
import os
import random
import re
import shutil
import subprocess
import sys

import reliable

PASS, OTHER = "purple walrus tango", "quiet lantern meadow"
IS_LOCKED = "Your plan is locked now."
# In every plan that is written here; the two that open it must be nowhere.
WORDS = (b'"about"', b"Rowan", b"Ann ")
LOCK = ["keep", "lock", PASS, PASS, "", "back", "list"]
CHANGE = ["keep", "lock", OTHER, OTHER, "", "back", "list"]
UNLOCK = ["keep", "lock", "take off", "", "back", "list"]


def named(number):
    return ["2", "Ann %d" % number, "list"]


# What a session begins with, what it is told, and how many names it keeps.
JOBS = {
    "locking": ("plan.csv", named(1) + ["save"] + named(2) + LOCK + named(3) + ["quit"], 3),
    "unlocking": ("plan.csv.age", [PASS] + named(1) + UNLOCK + named(2) + ["quit"], 2),
    "changing": ("plan.csv.age", [PASS] + named(1) + CHANGE + named(2) + ["quit"], 2),
    "editing": ("plan.csv.age", [PASS] + named(1) + named(2) + ["save"] + named(3) + ["quit"], 3),
}


class Sealed(reliable.World):
    """The program, a plan that is not locked, and the same plan locked."""

    def __init__(self, program, forms):
        super().__init__(program, forms, None)
        self.start = {"plan.csv": self.folder(), "plan.csv.age": self.folder()}
        for folder in self.start.values():
            reliable.given_plan(self, folder, "small")
        self.say(self.start["plan.csv.age"], "plan.csv", LOCK + ["quit"])

    def say(self, folder, plan, lines, trace=()):
        done = subprocess.run(list(trace) + [self.program, "--plain", plan], cwd=folder,
                              input="\n".join(lines + [""]).encode(), env=self.environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
                              start_new_session=True, check=False)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def given(self, job):
        folder = self.folder()
        shutil.copytree(self.start[JOBS[job][0]], folder, dirs_exist_ok=True)
        return folder

    def do(self, job, folder, trace=()):
        return self.say(folder, JOBS[job][0], JOBS[job][1], trace)


def promised(said):
    """The last name that it said was kept."""
    names = re.findall(r"Kept: Ann (\d+)\.", said)
    return int(names[-1]) if names else 0


def shown(said):
    """The name that the question shows: 0 for that of the example, None where nothing is asked."""
    found = re.findall(r"It says now: (.*)", said)
    if not found:
        return None
    match = re.match(r"Ann (\d+)$", found[0])
    return int(match.group(1)) if match else 0


def reopen(world, folder, plan):
    """Open one plan again, and have back what is offered: the number of its name, and what is said."""
    for word in (PASS, OTHER):
        _, said = world.say(folder, plan, [word, "bring", "go on", "2", "list", "save", "quit"])
        if shown(said) is not None:
            break
    return shown(said), said


def readable(folder):
    """The files that show a word of the plan to anybody; and those that show a passphrase."""
    plain, secret = [], []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        if any(word in data for word in WORDS):
            plain.append(name)
        if any(word.encode() in data for word in (PASS, OTHER)):
            secret.append(name)
    return plain, secret


def judge_words(job, said, folder, where, faults):
    plain, secret = readable(folder)
    faults.expect(not secret, where, "a passphrase is in", secret)
    locked = job in ("changing", "editing") or IS_LOCKED in said
    told = re.sub(r"\s", "", said)
    untold = [n for n in plain if os.path.join(folder, n) not in told]
    faults.expect(not (locked and untold), where, "not locked, and not told of:", untold)


def left_behind(job, folder):
    """Files that should have gone. What another passphrase may open stays: it can't be read."""
    sealed = job == "changing" or (job == "locking" and "plan.csv.age" in os.listdir(folder))
    locked = ".plan.csv.age." if sealed else "?"
    return [n for n in reliable.hidden(folder)
            if n.endswith((".tmp", ".lock")) and not n.startswith(locked)]


def judge_plans(world, said, folder, where, faults):
    """Every plan that is there opens, and has all that was kept."""
    plans = [n for n in ("plan.csv", "plan.csv.age") if os.path.exists(os.path.join(folder, n))]
    faults.expect(plans, where, "there is no plan")
    for plan in plans:
        got, again = reopen(world, folder, plan)
        faults.expect(got is not None, where, plan, "does not open:", again[-300:])
        faults.expect(got is None or got >= promised(said), where, promised(said), "was kept,", got,
                      "is in", plan)
        world.say(folder, plan, [PASS, OTHER, "go on", "quit"])


def calls_of(world, job, names):
    """How often each system call is made in a session that nothing stops, up to the last name."""
    folder, log = world.given(job), os.path.join(world.base, "calls")
    status, said = world.do(job, folder, ["strace", "-qq", "-o", log, "-e", "trace=" + ",".join(names)])
    if status != 0 or promised(said) != JOBS[job][2]:
        sys.exit("%s does not work when nothing stops it: %d\n%s" % (job, status, said[-2000:]))
    counts = {}
    with open(log, encoding="utf-8", errors="replace") as file:
        for line in file:
            name = line.split("(", 1)[0]
            counts[name] = counts.get(name, 0) + 1
    return counts


def traced(call, how, nth):
    return ["strace", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
            "inject=%s:%s:when=%s" % (call, how, nth)]


def kill(world, wanted):
    faults, points = reliable.Faults(), []
    for job in JOBS:
        counts = calls_of(world, job, reliable.ALL_CALLS)
        points += [(job, call, n) for call in sorted(counts) for n in range(1, counts[call] + 1)]
    chosen = reliable.spread(points, wanted)
    for job, call, nth in chosen:
        folder, where = world.given(job), "%s, killed at %s %d:" % (job, call, nth)
        _, said = world.do(job, folder, traced(call, "signal=KILL", nth))
        judge_words(job, said, folder, where, faults)
        judge_plans(world, said, folder, where, faults)
        left = left_behind(job, folder)
        faults.expect(not left, where, "left behind", left)
        shutil.rmtree(folder)
    return faults, "%d of %d points" % (len(chosen), len(points))


TWINS = {"locking": "plan.csv.age", "unlocking": "plan.csv"}


def judge_undone(job, said, folder, where, faults):
    """Where it said that nothing was changed, there is no second plan: of a locked one least of all."""
    if job in TWINS and "Nothing was changed." in said:
        faults.expect(TWINS[job] not in os.listdir(folder), where, "left behind", TWINS[job])


def try_fault(world, job, call, code, nth, faults):
    folder, where = world.given(job), "%s, %s %s gives %s:" % (job, call, nth, code)
    status, said = world.do(job, folder, traced(call, "error=" + code, nth))
    judge_words(job, said, folder, where, faults)
    judge_undone(job, said, folder, where, faults)
    plans = [n for n in ("plan.csv", "plan.csv.age") if os.path.exists(os.path.join(folder, n))]
    faults.expect(plans, where, "there is no plan")
    there = [reopen(world, folder, n)[0] for n in plans]
    there += [reopen(world, folder, n)[0] for n in os.listdir(folder) if "-my-version" in n]
    best = max([n for n in there if n is not None], default=None)
    faults.expect(best is not None and best >= promised(said), where, promised(said), "was kept,",
                  there, "is in", plans, "status", status, said[-300:])
    shutil.rmtree(folder)


def faults_of_disks(world, wanted):
    faults, points = reliable.Faults(), []
    first = {"openat": 12, "close": 12, "write": 1}  # the loader's and the forms' are not ours
    for job in JOBS:
        counts = calls_of(world, job, reliable.SAVE_CALLS)
        points += [(job, call, code, n) for call in sorted(counts) for code in reliable.FAULTS
                   for n in range(first.get(call, 1), counts[call] + 1)
                   if code != "EINTR" or call != "close"]
    chosen = reliable.spread(points, wanted)
    for point in chosen:
        try_fault(world, *point, faults)
    return faults, "%d of %d faults" % (len(chosen), len(points))


# Power cuts

def trace_of(world, job):
    """What a job's folder holds to begin with, and its system calls."""
    folder, log = world.given(job), os.path.join(world.base, "trace")
    files = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            files[name] = file.read()
    world.do(job, folder, ["strace", "-qq", "-xx", "-s", "10000000", "-o", log, "-e", "trace=openat,"
                           "write,fsync,fdatasync,renameat,renameat2,rename,linkat,unlink,unlinkat"])
    with open(log, encoding="ascii", errors="replace") as file:
        return files, file.readlines()


def as_bytes(words):
    """Words as a trace spells them."""
    return "".join("\\x%02x" % byte for byte in words.encode())


def images_of(world, job, dice):
    """(job, what was kept, whether it said that all is locked, files) of cuts at every call."""
    images, seen, locked = [], set(), [False]

    def lines(log):
        for line in log:
            locked[0] = locked[0] or as_bytes(IS_LOCKED) in line
            yield line

    def at_each(disk, kept):
        for pick in [lambda n: n - 1, lambda n: 0] + [dice.randrange] * 6:
            files = disk.after_cut(pick)
            key = (kept, locked[0], tuple(sorted((n, hash(b)) for n, b in files.items())))
            if key not in seen:
                seen.add(key)
                images.append((job, kept, locked[0], files))
    files, log = trace_of(world, job)
    reliable.replay(lines(log), files, at_each)
    return images


def power(world, wanted):
    faults, images, dice = reliable.Faults(), [], random.Random(1)
    for job in JOBS:
        images += images_of(world, job, dice)
    chosen = reliable.spread(images, wanted)
    for job, kept, locked, files in chosen:
        folder, where = world.folder(), "%s, power cut:" % job
        for name, (data, age) in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            os.utime(os.path.join(folder, name), (1700000000 + age, 1700000000 + age))
        said = ("Kept: Ann %d. " % kept if kept else "") + (IS_LOCKED if locked else "")
        judge_words(job, said, folder, where, faults)
        judge_plans(world, said, folder, where, faults)
        shutil.rmtree(folder)
    return faults, "%d of %d images" % (len(chosen), len(images))


# Journals that are not whole

def killed_after(world, folder, lines, words):
    """A session that is killed once it has said these words."""
    run = subprocess.Popen([world.program, "--plain", "plan.csv.age"], cwd=folder,
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=world.environment(),
                           start_new_session=True)
    run.stdin.write("".join(line + "\n" for line in lines).encode())
    run.stdin.flush()
    said = b""
    while words.encode() not in said:
        more = os.read(run.stdout.fileno(), 65536)
        if not more:
            break
        said += more
    run.kill()
    run.communicate()
    return said.decode("utf-8", "replace")


def try_torn(world, start, damaged, where, faults):
    """What stood before the damage comes back, and what is said then is kept though it is killed."""
    folder = world.folder()
    shutil.copytree(start, folder, dirs_exist_ok=True)
    with open(os.path.join(folder, ".plan.csv.age.journal"), "wb") as file:
        file.write(damaged)
    said = killed_after(world, folder, [PASS, "bring", "go on", "2", "Ann 7"], "Kept: Ann 7.")
    faults.expect(shown(said) in (0, 1, 2), where, shown(said), "came back", said[-300:])
    got, again = reopen(world, folder, "plan.csv.age")
    faults.expect(got == 7, where, got, "is there after another kill", again[-300:])
    shutil.rmtree(folder)
    return shown(said) or 0


def torn(world, wanted):
    """Cuts at so many places, and as many bytes that are another."""
    faults, folder = reliable.Faults(), world.given("editing")
    killed_after(world, folder, [PASS] + named(1) + ["2", "Ann 2", "list"], "Kept: Ann 2.")
    with open(os.path.join(folder, ".plan.csv.age.journal"), "rb") as file:
        whole = file.read()
    places, before = reliable.spread(range(len(whole) + 1), wanted), 0
    for n in places:
        back = try_torn(world, folder, whole[:n], "a journal cut at %d:" % n, faults)
        faults.expect(back >= before, "cut at", n, back, "came back, and before", before)
        before = back
    faults.expect(try_torn(world, folder, whole, "whole:", faults) == 2, "whole, not all came back")
    for n in reliable.spread(range(len(whole)), wanted):
        other = bytes([whole[n] ^ 1 << n % 8])
        try_torn(world, folder, whole[:n] + other + whole[n + 1:], "byte %d is another:" % n, faults)
    return faults, "%d of %d places, twice" % (len(places), len(whole) + 1)


def secured(world, _):
    faults, folder = reliable.Faults(), world.given("editing")
    opening = [(b"What is its passphrase?", PASS)]
    reliable.secured_on_screen(world, folder, "plan.csv.age", opening, faults)
    return faults, "1 session"


HARNESSES = {"secured": secured, "kill": kill, "faults": faults_of_disks, "power": power, "torn": torn}


def main():
    what, program, forms = sys.argv[1:4]
    wanted = int(os.environ.get("RELIABLE") or (sys.argv[4] if len(sys.argv) > 4 else 60))
    if not shutil.which("strace"):
        print("Not run: strace is missing.")
        sys.exit(77)
    world = Sealed(os.path.abspath(program), os.path.abspath(forms))
    sys.exit(reliable.judged(what, HARNESSES[what], world, wanted))


if __name__ == "__main__":
    main()
