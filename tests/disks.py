#!/usr/bin/env python3
"""The power is cut on real file systems: of answers that were said to be kept, none is lost.

    disks.py PROGRAM FORMS MUTANT POINTS
    disks.py --able-to-fail PROGRAM FORMS MUTANT
                 a program that never waits for the disk must be found out

Each file system lies in a file. A session is killed at a system call; at that moment the file system
is told to forget all that is not on the disk yet, as when the power goes; it is mounted again, which
repairs it, and the plan is opened. It takes a machine's owner to mount one: else it is not run.
POINTS is how many cuts each of them gets (RELIABLE=N in the surroundings says it, too).
"""
import fcntl
import os
import shutil
import struct
import subprocess
import sys
import tempfile

import reliable

# What it is called, how it is made, how it is mounted. The second does not write what a new name
# belongs to before the name, as the first one does.
SYSTEMS = (("ext4", ["mkfs.ext4", "-q", "-F"], "loop"),
           ("ext4", ["mkfs.ext4", "-q", "-F"], "loop,noauto_da_alloc"),
           ("xfs", ["mkfs.xfs", "-q", "-f"], "loop"))
IMAGE_BYTES = 320 << 20  # xfs makes none that is smaller; it is sparse
GOING_DOWN = 0x8004587d  # FS_IOC_GOINGDOWN
FORGET = 2  # and write no log


class Disk:
    """A file system in a file, and where it is mounted."""

    def __init__(self, name, make, options):
        self.name, self.options = name, options
        self.base = tempfile.mkdtemp(prefix="disks-")
        self.image, self.at = self.base + "/image", self.base + "/at"
        with open(self.image, "wb") as file:
            file.truncate(IMAGE_BYTES)
        os.mkdir(self.at)
        self.ready = run(make + [self.image]) and self.mount()

    def mount(self):
        return run(["mount", "-t", self.name, "-o", self.options, self.image, self.at])

    def cut(self):
        """The power goes, and comes back."""
        fd = os.open(self.at, os.O_RDONLY)
        fcntl.ioctl(fd, GOING_DOWN, struct.pack("I", FORGET))
        os.close(fd)
        return run(["umount", self.at]) and self.mount()

    def close(self):
        run(["umount", self.at])
        shutil.rmtree(self.base, ignore_errors=True)


def run(words):
    try:
        return subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode == 0
    except FileNotFoundError:
        return False


def try_cut(world, disk, number, call, nth, full, faults):
    folder = os.path.join(disk.at, str(number))
    os.mkdir(folder)
    reliable.given_plan(world, folder, "small")
    os.sync()
    names = call if call == "fallocate" or not full else call + ",fallocate"
    trace = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=" + names]
    trace += reliable.FULL_DISK if full and call != "fallocate" else []
    trace += ["-e", "inject=%s:signal=KILL:when=%d" % (call, nth)]
    _, said = world.run(folder, reliable.session_lines(world), trace)
    where = "%s (%s), cut at %s %d%s:" % (disk.name, disk.options, call, nth,
                                          ", full disk" if full else "")
    if not disk.cut():
        sys.exit(where + " it can't be mounted again")
    promised = reliable.kept(said)
    got, again = reliable.reopen(world, folder)
    faults.expect(got is not None, where, "the plan does not open:", again[-300:])
    faults.expect(got is None or got >= promised, where, promised, "was kept,", got, "is there")
    shutil.rmtree(folder)


def try_system(world, system, points, faults):
    disk = Disk(*system)
    number = 0
    try:
        if not disk.ready:
            return "not run"
        for point in reliable.until_noticed(world, points, faults):
            number += 1
            try_cut(world, disk, number, *point, faults)
    finally:
        disk.close()
    return "%d cuts" % number


def able_to_mount():
    if os.geteuid() != 0 or not shutil.which("strace"):
        return False
    disk = Disk(*SYSTEMS[0])
    ready = disk.ready and disk.cut()
    disk.close()
    return ready


def main():
    able = sys.argv[1] == "--able-to-fail"
    program, forms, mutant = (os.path.abspath(word) for word in sys.argv[1 + able:4 + able])
    wanted = 0 if able else int(os.environ.get("RELIABLE") or sys.argv[4])
    if not able_to_mount():
        print("Not run: no file system can be mounted here, or strace is missing.")
        sys.exit(77)
    world, faults = reliable.World(program, forms, mutant), reliable.Faults()
    counts = reliable.calls_of(world, "small", reliable.SAVE_CALLS)
    points = [(call, n, full) for call in sorted(counts) for n in range(1, counts[call] + 1)
              for full in (False, True)]
    points = reliable.spread(points, len(points) if able else wanted)
    world.mutant = "no-fsync" if able else None
    try:
        for system in SYSTEMS:
            print("%s (%s): %s" % (system[0], system[2], try_system(world, system, points, faults)))
    finally:
        world.close()
    print("%d wrong\n%s" % (len(faults), "\n".join(faults[:20])))
    sys.exit(bool(faults) != able)


if __name__ == "__main__":
    main()
