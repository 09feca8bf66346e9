#!/usr/bin/env python3
"""The power is cut between any two blocks that a disk writes: no answer that was kept is lost.

    blocks.py PROGRAM FORMS MUTANT POINTS
    blocks.py --able-to-fail PROGRAM FORMS MUTANT
                 a program that never waits for the disk must be found out

A session has its plan on a file system, that lies in a file of ours (we speak FUSE to the kernel), and
each block that is written there is recorded, each wait for the disk, and each word that is said. Then
disks are made as a power cut leaves them: all up to the last wait is there, and of what was written
since, nothing, all, some, or halves of it. Each is mounted and the plan opened. It takes a machine's
owner, and one that lets file systems be mounted: else it is not run. POINTS is how many disks are
tried (RELIABLE=N in the surroundings says it, too).
"""
import ctypes
import errno
import os
import pickle
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

import reliable

SIZE = 16 << 20
IMAGE, MARK = 2, 3  # the two files, by number
NAMES = {b"image": IMAGE, b"mark": MARK}
LOOKUP, FORGET, GETATTR, SETATTR, OPEN, READ, WRITE = 1, 2, 3, 4, 14, 15, 16
STATFS, RELEASE, FSYNC, FLUSH, INIT, INTERRUPT, FORGETS = 17, 18, 20, 25, 26, 36, 42
ENDED = "the session has ended"
NOT_SO, NOT_KNOWN = -2, -38  # ENOENT, ENOSYS


class Recorder:
    """A folder with two files: an image of a disk, and what was said. What is written is recorded, by a
    process of its own: a thread would wait for whoever begins a program, who waits for the files."""

    def __init__(self, image):
        self.image, self.log = image, []  # (offset, bytes), None for a wait, or words
        self.at = tempfile.mkdtemp(prefix="blocks-")
        self.fd = os.open("/dev/fuse", os.O_RDWR)
        how = "fd=%d,rootmode=40000,user_id=0,group_id=0" % self.fd
        if ctypes.CDLL(None).mount(b"blocks", self.at.encode(), b"fuse", 0, how.encode()):
            raise OSError("no such file system can be mounted here")
        self.told, tells = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.told)
            self.serve()
            with open(tells, "wb") as file:
                pickle.dump(self.log, file)
            os._exit(0)
        os.close(tells)
        os.close(self.fd)

    def close(self):
        """What was recorded, all in all: the other process ends when nothing is mounted any more."""
        reliable_run(["umount", "-l", self.at])
        with open(self.told, "rb") as file:
            self.log = pickle.load(file)
        os.waitpid(self.pid, 0)
        os.rmdir(self.at)

    def serve(self):
        while True:
            try:
                asked = os.read(self.fd, 1 << 21)
            except OSError as fault:
                if fault.errno in (errno.EINTR, errno.EAGAIN, errno.ENOENT):
                    continue
                return
            size, what, number, node = struct.unpack_from("<IIQQ", asked)
            if what in (FORGET, FORGETS, INTERRUPT):
                continue
            error, answer = self.answer(what, node, asked[40:size])
            try:
                os.write(self.fd, struct.pack("<IiQ", 16 + len(answer), error, number) + answer)
            except OSError:
                pass

    @staticmethod
    def attributes(node):
        folder = node == 1
        size = SIZE if node == IMAGE else 0
        return struct.pack("<QQQQQQIIIIIIIIII", node, size, size // 512, 0, 0, 0, 0, 0, 0,
                           0o40700 if folder else 0o100600, 1, 0, 0, 0, 4096, 0)

    def answer(self, what, node, words):
        if what == INIT:
            return 0, struct.pack("<IIIIHHIIHH", 7, 26, 65536, 0, 12, 10, 1 << 17, 1, 0, 0) + bytes(32)
        if what == LOOKUP:
            found = NAMES.get(words.rstrip(b"\0"))
            return (0, struct.pack("<QQQQII", found, 0, 1, 1, 0, 0) + self.attributes(found)) \
                if found else (NOT_SO, b"")
        if what in (GETATTR, SETATTR):
            return 0, struct.pack("<QII", 1, 0, 0) + self.attributes(node)
        if what == OPEN:
            return 0, struct.pack("<QII", 0, 1, 0)  # past the kernel's memory of it
        if what == READ:
            offset, length = struct.unpack_from("<QI", words, 8)
            return 0, bytes(self.image[offset:offset + length]) if node == IMAGE else b""
        if what == WRITE:
            return self.write(node, words)
        if what == FSYNC and node == IMAGE:
            self.log.append(None)
        if what == STATFS:
            return 0, struct.pack("<QQQQQIIII", 1 << 20, 1 << 20, 1 << 20, 9, 9, 4096, 255, 4096, 0) + bytes(24)
        return (0, b"") if what in (FSYNC, FLUSH, RELEASE) else (NOT_KNOWN, b"")

    def write(self, node, words):
        offset, length = struct.unpack_from("<QI", words, 8)
        data = words[40:40 + length]
        if node == IMAGE:
            self.image[offset:offset + length] = data
            self.log.append((offset, data))
        else:
            self.log.append(data.decode("utf-8", "replace"))
        return 0, struct.pack("<II", length, 0)


def reliable_run(words):
    return subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


def empty_disk(world):
    """A file system with a plan on it."""
    path, at = os.path.join(world.base, "empty"), world.folder()
    with open(path, "wb") as file:
        file.truncate(SIZE)
    if not reliable_run(["mkfs.ext4", "-q", "-F", path]) or \
            not reliable_run(["mount", "-o", "loop", path, at]):
        return None
    reliable.given_plan(world, at, "small")
    reliable_run(["umount", at])
    with open(path, "rb") as file:
        return file.read()


def record(world, before, full):
    """What was written to the disk, and said, in one session."""
    recorder, at = Recorder(bytearray(before)), world.folder()
    try:
        if not reliable_run(["mount", "-o", "loop,noauto_da_alloc", recorder.at + "/image", at]):
            raise OSError("it can't be mounted")
        trace = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=fallocate"]
        trace += reliable.FULL_DISK if full else []
        with open(recorder.at + "/mark", "wb", 0) as mark:
            subprocess.run(trace + [world.program, "--plain", "plan.csv"], cwd=at, stdout=mark,
                           input="\n".join(reliable.session_lines(world) + [""]).encode(),
                           env=world.environment(True), timeout=120, check=False)
            mark.write(ENDED.encode())
    finally:
        reliable_run(["umount", at])
        recorder.close()
    return recorder.log[:recorder.log.index(ENDED)]


def cuts(log):
    """(what is certain, what is not, what was promised) at each point of a log."""
    sure, open_writes, promised, points = [], [], 0, []
    for entry in log:
        if entry is None:
            sure, open_writes = sure + open_writes, []
        elif isinstance(entry, str):
            promised = max(promised, reliable.kept(entry))
        else:
            open_writes = open_writes + [entry]
        points.append((len(sure), sure, open_writes, promised))
    return points


def some_of(writes, dice):
    """What of the writes came to the disk: 512 bytes go whole or not at all."""
    how = dice.randrange(4)
    for offset, data in writes:
        if how == 0 or (how == 1 and dice.randrange(2)):
            continue
        for n in range(0, len(data), 512):
            if how != 2 or dice.randrange(2):
                yield offset + n, data[n:n + 512]


def image_of(before, sure, unsure, dice):
    image = bytearray(before)
    for offset, data in list(sure) + list(some_of(unsure, dice)):
        image[offset:offset + len(data)] = data
    return image


def try_image(world, image, promised, where, faults):
    at = world.folder()
    path = at + ".cut"  # of a name that no disk had before, some of which the kernel may know still
    with open(path, "wb") as file:
        file.write(image)
    mount = ["mount", "-o", "loop", path, at]
    if not reliable_run(mount):  # half of the disk's own first block may be there
        reliable_run(["e2fsck", "-fy", path])
        if not reliable_run(mount):
            faults.append(where + " it can't be mounted")
            return
    got, again = reliable.reopen(world, at)
    faults.expect(got is not None, where, "the plan does not open:", again[-300:])
    faults.expect(got is None or got >= promised, where, promised, "was kept,", got, "is there")
    faults.expect(reliable_run(["umount", at]), where, "it is still in use")
    os.remove(path)


def replay(world, before, wanted, faults):
    dice, points = random.Random(1), []
    for full in (False, True):
        points += cuts(record(world, before, full))
    wanted = wanted or len(points)
    chosen = points * (wanted // len(points)) + dice.sample(points, wanted % len(points))
    for number, (_, sure, unsure, promised) in enumerate(chosen):
        if world.mutant and faults:
            break
        try_image(world, image_of(before, sure, unsure, dice), promised, "disk %d:" % number, faults)
    return "%d disks of %d points, %s kept" % (len(chosen), len(points), max(p[3] for p in points))


def main():
    able = sys.argv[1] == "--able-to-fail"
    program, forms, mutant = (os.path.abspath(word) for word in sys.argv[1 + able:4 + able])
    wanted = 0 if able else int(os.environ.get("RELIABLE") or sys.argv[4])
    world, faults = reliable.World(program, forms, mutant), reliable.Faults()
    world.mutant = "no-fsync" if able else None
    try:
        tools = os.geteuid() == 0 and all(map(shutil.which, ("strace", "mkfs.ext4", "mount")))
        before = empty_disk(world) if tools and os.path.exists("/dev/fuse") else None
        tried = replay(world, before, wanted, faults) if before else None
    except OSError:
        tried = None
    finally:
        world.close()
    if not tried:
        print("Not run: no disk of our own can be mounted here, or strace is missing.")
        sys.exit(77)
    print("%s, %d wrong\n%s" % (tried, len(faults), "\n".join(faults[:20])))
    sys.exit(bool(faults) != able)


def too_long(*_):
    sys.exit("it takes too long")  # and nothing stays mounted


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(280 + int(os.environ.get("RELIABLE") or 0))
    main()
