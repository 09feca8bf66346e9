#!/usr/bin/env python3
"""A picture goes to the terminal in one write: a screen reader that looks in between would say a
line of the picture before. strace tells what is written.

frames.py PROGRAM SOURCE
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile

KEYS = [b"\t", b"\r", b"\x1b", b"7", b"\r"]


def read_all(master):
    """What comes, until nothing more does; at least one byte."""
    got = os.read(master, 65536)
    while select.select([master], [], [], 0.15)[0]:
        got += os.read(master, 65536)
    return got


def writes(log):
    """The writes to the terminal so far."""
    with open(log, errors="replace") as lines:
        return [line for line in lines if re.match(r"(\d+ +)?write\(1, ", line)]


def session(program, source, folder, term, mode):
    """How many writes each key took, and the first picture."""
    plan, log = os.path.join(folder, "plan.csv"), os.path.join(folder, "log")
    shutil.copy(os.path.join(source, "forms/examples/small.csv"), plan)
    env = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": term, "LC_ALL": "C.UTF-8",
           "SUPPORTPLAN_FORMS": os.path.join(source, "forms"),
           "SUPPORTPLAN_TODAY": "2026-11-21T14:02", "SUPPORTPLAN_DEBUG": "1",  # strace looks
           "ASAN_OPTIONS": "detect_leaks=0"}  # nor can that look at a program that is looked at
    master, slave = pty.openpty()
    command = ["strace", "-f", "-qq", "-o", log, "-s", "20000", "-e", "trace=write", program, *mode, plan]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env,
                          start_new_session=True) as running:
        os.close(slave)
        read_all(master)
        counts = [sum("My support plan" in line for line in writes(log))]
        for key in KEYS:
            before = len(writes(log))
            os.write(master, key)
            read_all(master)
            counts.append(len(writes(log)) - before)
        os.write(master, b"\x11")
        while select.select([master], [], [], 5)[0]:
            try:
                os.read(master, 65536)
            except OSError:
                break
        os.close(master)
        return counts if running.wait(10) == 0 else []


def main(program, source):
    """0: every picture was one write; 77: it can't be seen here."""
    if not shutil.which("strace"):
        print("skipped: no strace")
        return 77
    wrong = 0
    for term in ("vt100", "linux", "xterm-256color"):
        for mode in ([], ["--screen-reader"]):
            with tempfile.TemporaryDirectory() as folder:
                counts = session(program, source, folder, term, mode)
            print(term, " ".join(mode) or "full screen", counts)
            wrong += counts != [1] * (1 + len(KEYS))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
