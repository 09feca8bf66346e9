#!/usr/bin/env python3
"""A disk that is full, or can only be read, for real: what is typed then is told of and kept, and
nothing is lost.

    full.py PROGRAM FORMS

A small disk in memory is filled while a session has a plan on it. It is mounted in a world of this
test's own; a machine where nobody may do that is told of, and it is not run.
"""
import errno
import os
import re
import signal
import subprocess
import sys

import reliable
import tap

INSIDE = "FULL_INSIDE"
ROOM = 512 << 10


class Case:
    """A disk of its own with a plan on it, and a folder elsewhere."""

    def __init__(self):
        self.world = reliable.World(PROGRAM, FORMS, "")
        self.faults = []
        self.elsewhere = self.world.folder()
        self.disk = self.world.folder()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d" % ROOM, "none", self.disk], check=True)
        self.plan = os.path.join(self.disk, "plan.csv")
        reliable.given_plan(self.world, self.disk, "small")
        self.word = 0

    def close(self):
        subprocess.run(["umount", "-l", self.disk], check=True)
        self.world.close()

    def expect(self, right, *what):
        if not right:
            self.faults.append(" ".join(str(w) for w in what))

    def fill(self, spare=0):
        """Until not a byte more fits, or but so many."""
        with open(os.path.join(self.disk, "others"), "wb", 0) as file:
            for step in (4096, 1):
                try:
                    while True:
                        file.write(b"x" * step)
                except OSError as fault:
                    if fault.errno != errno.ENOSPC:
                        raise
            if spare:
                file.truncate(max(0, file.tell() - spare))

    def make_room(self):
        os.remove(os.path.join(self.disk, "others"))

    def start(self):
        self.run = subprocess.Popen([PROGRAM, "--plain", "plan.csv"], cwd=self.disk,
                                    env=self.world.environment(), stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE, start_new_session=True)

    def say(self, lines):
        """Say lines where each is answered by the task list or another choice in the end; what is said
        to them. A word that nobody knows is told of last."""
        self.word += 1
        until = ('"zz%d" is not known here' % self.word).encode()
        self.run.stdin.write("".join(line + "\n" for line in lines + ["zz%d" % self.word]).encode())
        self.run.stdin.flush()
        said = b""
        while until not in said:
            more = os.read(self.run.stdout.fileno(), 65536)
            if not more:
                break
            said += more
        return re.sub(r"\s+", " ", said.decode("utf-8", "replace"))

    def kill(self):
        self.run.kill()
        self.run.communicate()

    def name(self, folder=None):
        return reliable.name_in(os.path.join(folder or self.disk, "plan.csv"))

    def begun(self):
        self.start()
        self.say(["2", "Ann 1", "list"])


def what_is_answered_on_a_full_disk_is_told_of_and_comes_back(case):
    case.begun()
    case.fill()
    said = case.say(["2", "Ann 2", "list"])
    case.expect("Not saved. There is no room left on the disk." in said, "said:", said)
    case.expect("Kept" not in said, "it was kept and not saved:", said)
    case.expect("only in this window" not in said, "its reserve is not used:", said)
    case.expect("Nothing is lost: your words are kept beside the plan. They come back when you open it."
                in said, "where they are is not told:", said)
    case.expect(case.name() == 1, "the plan's file is", case.name())
    case.kill()
    case.make_room()
    got, again = reliable.reopen(case.world, case.disk)
    case.expect(got == 2, got, "is there:", again[-400:])


def where_there_is_room_again_it_is_saved(case):
    case.begun()
    case.fill()
    case.say(["2", "Ann 2", "list"])
    case.make_room()
    said = case.say(["save"])
    case.expect("Saved in plan.csv." in said, "said:", said)
    case.say(["quit"])
    case.expect(case.run.wait() == 0 and case.name() == 2, "the plan's file is", case.name())
    case.expect(not reliable.hidden(case.disk), "left behind", reliable.hidden(case.disk))


def it_is_kept_elsewhere(case):
    case.begun()
    case.fill()
    case.say(["2", "Ann 2", "list"])
    said = case.say(["quit"])
    case.expect(case.run.poll() is None, "it left without the last answer:", said)
    case.say(["stay", "keep", "stick", os.path.join(case.elsewhere, "plan.csv"), "quit"])
    case.expect(case.run.wait() == 0, "it ended with", case.run.returncode)
    case.expect(case.name(case.elsewhere) == 2, "elsewhere is", case.name(case.elsewhere))
    case.expect(case.name() == 1, "the plan's file is", case.name())


def where_it_was_full_from_the_first_that_is_told(case):
    """There is no reserve then: an answer is in the window only, and goes elsewhere."""
    case.fill()
    case.start()
    said = case.say(["2", "Ann 2", "list"])
    case.expect("Not saved. There is no room left on the disk. Your answers are only in this window "
                "now." in said, "said:", said)
    case.expect("Nothing is lost" not in said, "what is in no file can be lost:", said)
    case.expect("Kept" not in said, "it was kept and not saved:", said)
    case.say(["keep", "stick", os.path.join(case.elsewhere, "plan.csv"), "quit"])
    case.expect(case.run.wait() == 0, "it ended with", case.run.returncode)
    case.expect(case.name(case.elsewhere) == 2, "elsewhere is", case.name(case.elsewhere))
    case.expect(case.name() == 0, "the plan's file is", case.name())


def a_disk_that_can_only_be_read_is_told_of_before_the_first_question(case):
    subprocess.run(["mount", "-o", "remount,ro", case.disk], check=True)
    case.start()
    said = case.say([])
    told = said.find("Nothing can be saved in the folder of this plan.")
    case.expect(0 <= told < said.find("Press Enter to go on."), "said:", said)
    case.say(["", "2", "Ann 2", "list", "keep", "stick", os.path.join(case.elsewhere, "plan.csv"), "quit"])
    case.expect(case.run.wait() == 0 and case.name(case.elsewhere) == 2, "it is not kept elsewhere")


def with_whatever_little_room_nothing_that_was_kept_is_lost(case):
    for spare in (1, 4096, 8192, 12288, 16384, 24576, 69632):
        reliable.given_plan(case.world, case.disk, "small")
        case.fill(spare)
        case.start()
        said = case.say(["2", "Ann 1", "list", "2", "Ann 2", "list"])
        case.expect(said.count("Kept: Ann") + said.count("Not saved.") == 2, spare, "said:", said)
        case.kill()
        promised = 0 if "only in this window" in said else 2
        case.expect(promised or "Nothing is lost" not in said[said.rfind("only in this window"):], spare,
                    "it is promised after it was not:", said)
        case.expect(case.name() is not None, spare, "the plan's file is not whole")
        case.make_room()
        got, again = reliable.reopen(case.world, case.disk)
        case.expect(got is not None and got >= promised, spare, promised, "was kept,", got, "is there",
                    said[-500:], again[-300:])
        for name in os.listdir(case.disk):
            os.remove(os.path.join(case.disk, name))


CASES = [f for name, f in list(globals().items()) if getattr(f, "__code__", None)
         and f.__code__.co_varnames[:1] == ("case",)]


def world_of_its_own():
    """Run again where this test may mount; 77 where that can't be."""
    words = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-r", "-m"]
    try:
        trial = subprocess.run(words + ["mount", "-t", "tmpfs", "none", "/mnt"], check=False,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        trial = None
    if not trial or trial.returncode:
        print("1..0 # SKIP nothing can be mounted here")
        return 0
    return subprocess.run(words + [sys.executable] + sys.argv, env=dict(os.environ, **{INSIDE: "1"}),
                          check=False).returncode


PROGRAM, FORMS = (os.path.abspath(word) for word in sys.argv[1:3])
if INSIDE not in os.environ:
    sys.exit(world_of_its_own())
signal.alarm(280)
tap.run(CASES, Case)
