#!/usr/bin/env python3
"""Whenever memory runs out, once or for good: the program does not crash, and no plan is lost.

    meagre.py PROGRAM FORMS MEAGRE [POINTS | --able-to-fail]

MEAGRE is the library (meagre.c) that makes the memory run out. POINTS is how many allocations of
each kind of session fail in turn, spread evenly (MEAGRE_POINTS=N in the surroundings says it, too).
The sessions: one in plain lines that edits and saves, one on a full screen, and the commands.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios

import reliable

CRASHED = "it crashed"
COMMANDS = (["check"], ["check", "--csv"], ["budget", "--csv"], ["budget", "--explain"], ["text"],
            ["text", "--for", "fridge"], ["timetable"])
A_PICTURE = 300  # bytes: all that comes before it is shorter
KEYS = (b"\x1bOB", b"\r", b"Ann 1\r", b"\x1b", b"\x1b", b"m", b"\x1b", b"q")


class Meagre(reliable.World):
    """The program, with as much memory as is said."""

    def meagre(self, wish, told=None, **more):
        env = dict(self.environment(), LD_PRELOAD=self.library, MEAGRE=wish, **more)
        if told:
            env["MEAGRE_TOLD"] = told
        return env


def promised_in(said):
    """The last name that it said was kept, and did not take back when the memory was gone."""
    taken_back = re.search(r"^Not saved\.|has no memory left", said, re.M)
    if not taken_back:
        return reliable.kept(said)
    return max(0, reliable.kept(said[:taken_back.start()]) - 1)


def plain(world, folder, env):
    """A session in lines: how it ended, and the last name that it promised to keep."""
    done = subprocess.run([world.program, "--plain", "plan.csv"], cwd=folder, env=env, timeout=120,
                          input="\n".join(reliable.session_lines(world) + [""]).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, promised_in(done.stdout.decode("utf-8", "replace"))


def begin_screen(world, folder, env, window=(24, 80)):
    """The program on a terminal of its own."""
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *window, 0, 0))
        os.chdir(folder)
        os.execve(world.program, [world.program, "plan.csv"], dict(env, TERM="xterm-256color"))
    return pid, fd


def picture_has_no_room(world, faults):
    """Where there is memory for all but the picture of a large window, plain lines do."""
    folder, said = world.folder(), b""
    reliable.given_plan(world, folder, "small")
    rows, cols = 200, 300  # whose picture needs more than all else
    env = world.meagre("1+%d" % (rows * cols * 10))
    pid, fd = begin_screen(world, folder, env, (rows, cols))
    while b"Which section?" not in said and select.select([fd], [], [], 10)[0]:
        try:
            said += os.read(fd, 65536)
        except OSError:
            break
    os.close(fd)
    os.waitpid(pid, 0)
    faults.expect(b"Which section?" in said, "no room for a picture: plain lines do not come:", said)


def read_some(fd, seconds):
    """How many bytes came, until nothing comes for so long; and whether more may come."""
    got = 0
    while select.select([fd], [], [], seconds)[0]:
        try:
            more = os.read(fd, 65536)
        except OSError:
            more = b""
        if not more:
            return got, False
        got += len(more)
        seconds = 0.02
    return got, True


def screen(world, folder, env):
    """A session on a full screen, by keys. That curses itself crashes while it paints its first
    picture is not ours to mend; nobody has typed anything by then, and what we do until then is done
    in plain lines, too."""
    pid, fd = begin_screen(world, folder, env)
    got, there = read_some(fd, 10)
    painted = got > A_PICTURE
    for key in KEYS + (b"\x03\x03q\r",):
        if there:
            os.write(fd, key)
            there = read_some(fd, 0.3)[1]
    os.close(fd)  # the terminal is gone: then it ends by itself
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    ours = painted and -status not in (1, 2, 15)  # hung up, or ^C among plain lines
    return status if ours else 0, 0


def command(words):
    def run(world, folder, env):
        done = subprocess.run([world.program] + words + ["plan.csv"], cwd=folder, env=env,
                              timeout=120, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False)
        return done.returncode, 0
    return run


def count_of(world, plan, session):
    """How many allocations a session makes that has all it needs."""
    folder = world.folder()
    reliable.given_plan(world, folder, plan)
    told = os.path.join(world.base, "told")
    status, _ = session(world, folder, world.meagre("0", told))
    if status not in (0, 1) or not os.path.exists(told):
        sys.exit("a session with all the memory does not work: %d" % status)
    with open(told, encoding="ascii") as file:
        count = int(file.read())
    os.unlink(told)
    return count


def try_once(world, plan, name, session, wish, faults):
    folder = world.folder()
    reliable.given_plan(world, folder, plan)
    status, promised = session(world, folder, world.meagre(wish))
    where = "%s, %s, allocation %s fails:" % (plan, name, wish)
    faults.expect(status >= 0, where, CRASHED, -status)
    there = reliable.name_in(os.path.join(folder, "plan.csv"))
    faults.expect(there is not None, where, "the plan's file is not whole")
    if promised:
        got, said = reliable.reopen(world, folder)
        names = reliable.all_names(folder) | {got or 0}
        faults.expect(max(names) >= promised, where, promised, "was kept,", names, "is there", said[-300:])
    shutil.rmtree(folder)


def sessions():
    return [("plain lines", plain), ("full screen", screen)] + [
        (" ".join(words), command(words)) for words in COMMANDS]


def try_all(world, wanted):
    faults = reliable.Faults()
    for plan in ("small", "large"):
        for name, session in sessions():
            count = count_of(world, plan, session)
            points = reliable.spread(list(range(1, count + 1)), wanted)
            for n, end in ((n, end) for n in points for end in ("", "+")):
                try_once(world, plan, name, session, "%d%s" % (n, end), faults)
            print("%s, %s: %d of %d" % (plan, name, len(points), count))
    picture_has_no_room(world, faults)
    return faults


def able_to_fail(world):
    """A program that breaks for want of memory is noticed in every session."""
    missed = reliable.Faults()
    for name, session in sessions():
        noticed = reliable.Faults()
        late = count_of(world, "small", session) * 9 // 10
        try_once(world, "small", name, session, "%d!" % late, noticed)
        missed.expect(noticed, name, "breaks, and nobody notices")
    return missed


def main():
    world = Meagre(*(os.path.abspath(path) for path in sys.argv[1:4]))
    last = sys.argv[4] if len(sys.argv) > 4 else "40"
    try:
        if last == "--able-to-fail":
            faults = able_to_fail(world)
        else:
            faults = try_all(world, int(os.environ.get("MEAGRE_POINTS") or last))
    finally:
        world.close()
    print("%d wrong" % len(faults))
    print("\n".join(faults[:40]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
