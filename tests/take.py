#!/usr/bin/env python3
"""Taking a plan along on a stick, and what is left behind.

    take.py WHAT PROGRAM FORMS [POINTS]

WHAT is one of:
  cases   what goes along, what stays, and what is said of it
  kill    SIGKILL at system calls while a plan is taken along: it is whole here or on the stick
  faults  the stick is full, can't be written, is pulled out: nothing is lost, nothing untrue is said

PROGRAM locks with next to no work. POINTS is how many points are tried (RELIABLE=N in the
surroundings says it, too).
"""
import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile

PASS = "purple walrus tango"
PULL = "You can pull the stick out. Nothing of yours is left here."
MOVED = ("You can pull", "Your plan is on the stick", "Your plan is in ")
TAKEN = ["take", None, "leave"]  # None: the stick's folder

# Files beside a plan: what becomes of each when the plan is taken along.
MOVES = ("plan.csv", "plan.csv~", "plan.csv~2~", "plan.txt", "plan-s2.txt", "plan-s12.txt",
         "plan-not-kept-2.txt", "plan-recovered.csv", "plan-my-version.csv", "plan-fridge.txt",
         "plan.csv.original", "plan.csv.original-2", "plan.csv.unsaved-20261121-140200",
         ".plan.csv.journal-7")
STAYS = ("plan-b.csv", "plan-b.txt", "plan-notes.txt", "plan2.csv", ".plan2.csv.journal",
         "notes.txt", "plan.csv.backup", "plan.png", ".plan.csv.swp")
# These are not ours to move, but they may hold words of the person's.
OTHERS = ("plan.csv.age", ".plan.csv.age.journal", "feedback.txt")


class Place:
    """A computer's folder, and a stick: two disks, where there are two."""

    def __init__(self):
        shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.here = tempfile.mkdtemp(prefix="take-")
        self.stick = tempfile.mkdtemp(prefix="stick-", dir=shared)
        self.home = tempfile.mkdtemp(prefix="home-")
        disks = [os.stat(p).st_dev for p in ("/", self.here, self.home)]
        self.two_disks = os.stat(self.stick).st_dev not in disks
        self.faults = []
        shutil.copy(os.path.join(FORMS, "examples", "small.csv"), self.at("plan.csv"))

    def close(self):
        for folder in (self.here, self.stick, self.home):
            shutil.rmtree(folder, ignore_errors=True)

    def at(self, name):
        return os.path.join(self.here, name)

    def there(self, name):
        return os.path.join(self.stick, name)

    def write(self, name, words=None):
        os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
        with open(self.at(name), "w", encoding="utf-8") as file:
            file.write("words of %s\n" % name if words is None else words)

    def environment(self):
        return dict(PATH=os.environ["PATH"], HOME=self.home, LC_ALL="C.UTF-8", TZ="UTC",
                    SUPPORTPLAN_FORMS=FORMS, SUPPORTPLAN_TODAY="2026-11-21T14:02", TERM="xterm",
                    SUPPORTPLAN_DEBUG="1",  # strace looks
                    ASAN_OPTIONS="detect_leaks=0")

    def run(self, lines, words=("--private", "plan.csv"), folder=None, trace=()):
        """A session in plain lines: how it ended, and what it said."""
        lines = [self.stick if line is None else line for line in lines]
        done = subprocess.run(list(trace) + [PROGRAM, "--plain"] + list(words),
                              input="".join(l + "\n" for l in lines).encode(),
                              cwd=folder or self.here, env=self.environment(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120, start_new_session=True)
        said = done.stdout.decode("utf-8", "replace")
        return done.returncode, re.sub(r"\s+", " ", said), said

    def expect(self, right, *what):
        if not right:
            self.faults.append(" ".join(str(w) for w in what))


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def all_files(folder):
    return {os.path.relpath(os.path.join(at, name), folder)
            for at, _, names in os.walk(folder) for name in names}


# Cases

def what_is_ours_goes_along_and_the_rest_stays(place):
    for name in MOVES[1:] + STAYS:
        place.write(name)
    place.write("plan.txt", "my own notes, which no plan made\n")
    before = {name: read(place.at(name)) for name in MOVES + STAYS}
    status, said, _ = place.run(TAKEN)
    place.expect(status == 0, "it ended with", status)
    place.expect(all_files(place.here) == set(STAYS), "here is", all_files(place.here))
    place.expect(all_files(place.stick) == set(MOVES), "there is", all_files(place.stick))
    for name in MOVES:
        place.expect(read(place.there(name)) == before[name], name, "is another")
    place.expect((PULL in said) == place.two_disks, "said:", said[-600:])
    if not place.two_disks:
        place.expect("your plan is still here" in said, "said:", said[-600:])


def the_text_of_a_plan_is_made_anew(place):
    place.run(["text", "quit", "leave"])
    text = read(place.at("plan.txt"))
    place.expect(text and b"Rowan" in text, "there was no text")
    place.run(["2", "Zaphod", "list"] + TAKEN)
    place.expect(b"Zaphod" in (read(place.there("plan.txt")) or b""), "the text is the old one")
    place.expect(not all_files(place.here), "here is", all_files(place.here))


def other_files_that_may_hold_words_are_told_of(place):
    for name in OTHERS:
        place.write(name)
    _, said, _ = place.run(TAKEN)
    place.expect(all_files(place.here) == set(OTHERS), "here is", all_files(place.here))
    place.expect("Nothing of yours is left" not in said, "said that nothing is left")
    for name in OTHERS:
        place.expect("%s: it may hold words of yours" % place.at(name) in said, name, "is not told")


def feedback_of_this_session_goes_along(place):
    os.remove(place.at("plan.csv"))
    subprocess.run([PROGRAM, "new", "plan.csv"], cwd=place.here, check=True,
                   env=dict(os.environ, SUPPORTPLAN_FORMS=FORMS), stdout=subprocess.DEVNULL)
    _, said, _ = place.run(["14"] + ["next"] * 6 + ["1", "It was quiet.", ".", "keep", "done"] + TAKEN)
    made = "feedback.txt" in all_files(place.stick)
    place.expect(made, "no feedback there:", all_files(place.stick), said[-900:])
    place.expect("feedback.txt" not in all_files(place.here), "feedback is still here")


def where_one_file_is_in_the_way_nothing_goes(place):
    place.write("plan-s2.txt")
    with open(place.there("plan-s2.txt"), "w", encoding="utf-8") as file:
        file.write("another\n")
    before = read(place.at("plan.csv"))
    _, said, _ = place.run(TAKEN)
    place.expect("Nothing was moved. There is another file called plan-s2.txt in that folder."
                 in said, "said:", said[-600:])
    place.expect(read(place.at("plan.csv")) == before, "the plan is another")
    place.expect(all_files(place.here) == {"plan.csv", "plan-s2.txt"}, "here is",
                 all_files(place.here))
    place.expect(all_files(place.stick) == {"plan-s2.txt"}, "there is", all_files(place.stick))


def what_is_there_already_and_the_same_will_do(place):
    place.write("plan-s2.txt")
    shutil.copy(place.at("plan-s2.txt"), place.there("plan-s2.txt"))
    shutil.copy(place.at("plan.csv"), place.there("plan.csv"))
    place.run(TAKEN)
    place.expect(not all_files(place.here), "here is", all_files(place.here))


def folders_that_will_not_do_are_told(place):
    place.write("file")
    cases = ((place.there("none"), "There is no such folder."),
             (place.at("file"), "Nothing can be written in that folder."),
             ("stick", "Type the whole name of the folder. It begins with /."),
             (place.here, "Your plan is kept there already."))
    for folder, sentence in cases:
        _, said, _ = place.run(["take", folder, "back", "quit", "leave"])
        place.expect(sentence in said, folder, "said:", said[-600:])
        place.expect("plan.csv" in all_files(place.here), folder, "the plan is gone")


def pictures_go_along_and_stay_until_they_are_sent_away(place):
    rows = 'rows","%d"\n'
    text = read(place.at("plan.csv")).decode()
    count = int(re.search(r'"rows","(\d+)"', text).group(1))
    more = '"attachment","d1","file","garden.jpg"\n"attachment","d2","file","sub/song.ogg"\n'
    text = text.replace('"end","","rows","%d"\n' % count, "")
    place.write("plan.csv", text + more + '"end","","' + rows % (count + 2))
    place.write("garden.jpg")
    place.write("sub/song.ogg", "x" * 100000)
    _, said, _ = place.run(["take", None, "remove", "leave"])
    told = said.split("Your plan is", 1)[-1] if place.two_disks else said
    for name in ("garden.jpg", "sub/song.ogg"):
        place.expect("%s: a picture or recording of yours" % place.at(name) in told, name,
                     "is not told:", said[-900:])
        place.expect(name in all_files(place.stick), name, "is not there")
        place.expect(name not in all_files(place.here), name, "is still here")
    place.expect(os.path.getsize(place.there("sub/song.ogg")) == 100000, "the recording is cut")
    if place.two_disks:
        early = told.split(PULL)[0]
        place.expect("Remove the pictures" in early and PULL in told, "said:", said[-900:])
    place.run(["quit", "leave"], folder=place.stick)


def settings_are_told_of(place):
    os.makedirs(os.path.join(place.home, ".config/supportplan"))
    path = os.path.join(place.home, ".config/supportplan/settings")
    with open(path, "w", encoding="utf-8") as file:
        file.write("hints = no\n")
    for words, sentence in ((("--private", "plan.csv"), "This session wrote nothing in it."),
                            (("plan.csv",), "It holds no words of your plan.")):
        _, said, _ = place.run(["files", "leave"], words)
        place.expect(path in said and sentence in said, words, "said:", said[-600:])
    _, said, _ = place.run(TAKEN, ("plan.csv",))
    place.expect("Nothing of yours is left" not in said, "settings are left")
    if place.two_disks:
        place.expect("No words of yours are left here." in said, "said:", said[-600:])


def leaving_a_private_session_tells_what_is_left(place):
    for name in MOVES[1:] + STAYS:
        place.write(name)
    _, _, said = place.run(["quit", ""])
    for name in MOVES:
        place.expect("%s: " % place.at(name) in said.replace("\n", " "), name, "is not told")
    for name in STAYS:
        place.expect("%s: " % place.at(name) not in said, name, "is told")
    place.expect(".plan.csv.lock" not in said, "our own lock is told")
    _, said, _ = place.run(["quit"], ("plan.csv",))
    place.expect("What is left" not in said, "at home, nobody is asked")


def a_plan_that_was_moved_is_looked_for_where_it_was(place):
    os.mkdir(place.at("other"))
    _, said, _ = place.run(["keep", "stick", place.at("other/mine.csv"), "files", "leave"])
    for name in ("plan.csv: your plan", "other/mine.csv: your plan"):
        place.expect(place.at(name) in said, name, "is not told:", said[-700:])
    _, said, _ = place.run(["keep", "stick", place.at("other/again.csv")] + TAKEN)
    place.expect("again.csv" in all_files(place.stick), "it is not there")
    place.expect("plan.csv: your plan" in said.split("Still where it was")[-1], "said:", said[-500:])


def who_stays_goes_on_writing_on_the_stick(place):
    _, said, _ = place.run(["take", None, "stay", "2", "Zaphod", "list", "quit", "leave"])
    place.expect(b"Zaphod" in (read(place.there("plan.csv")) or b""), "it is not there:", said[-500:])
    place.expect(not all_files(place.here), "here is", all_files(place.here))
    place.expect(not [n for n in all_files(place.stick) if n.startswith(".")], "there is",
                 all_files(place.stick))


def where_the_stick_was_pulled_nothing_is_written_into_its_folder(place):
    """A folder that a stick was shown in stays, and is on the computer's own disk then."""
    gone = os.path.join(place.home, "gone")
    run = subprocess.Popen([PROGRAM, "--plain", "--private", "plan.csv"], cwd=place.here,
                           env=place.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, start_new_session=True)
    said = tell(run, ["take", place.stick], b"2 Stay")
    place.expect("Stay, and go on writing" in said, "it was not taken:", said[-500:])
    shutil.move(place.there("plan.csv"), gone)
    os.remove(place.there("plan.txt"))
    said = tell(run, ["stay", "2", "Zaphod", "list", "quit"], b"Let it go")
    place.expect("The stick with your plan is not there any more." in said, "said:", said[-900:])
    place.expect(not all_files(place.stick), "there is", all_files(place.stick))
    shutil.move(gone, place.there("plan.csv"))  # it is put in again
    run.communicate(b"stay\nsave\nquit\nleave\n", timeout=60)
    place.expect(b"Zaphod" in (read(place.there("plan.csv")) or b""), "it was not saved there")


def a_plan_on_a_stick_that_is_pulled_out_goes_nowhere_else(place):
    """The same for who has it open, and takes nothing along."""
    if not place.two_disks:
        print("# not tried: there is one disk only")
        return
    name = place.at("media")
    os.symlink(place.stick, name)
    shutil.move(place.at("plan.csv"), place.there("plan.csv"))
    run = subprocess.Popen([PROGRAM, "--plain", "media/plan.csv"], cwd=place.here,
                           env=place.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, start_new_session=True)
    tell(run, ["2", "Beeblebrox"], b"Kept: Beeblebrox.")
    os.remove(name)
    os.mkdir(name)
    said = tell(run, ["list", "2", "Zaphod", "list", "quit"], b"Let it go")
    place.expect("The stick with your plan is not there any more." in said, "said:", said[-900:])
    place.expect(not os.listdir(name), "there is", os.listdir(name))
    shutil.rmtree(name)
    os.symlink(place.stick, name)  # it is put in again
    run.communicate(b"stay\nsave\nquit\n", timeout=60)
    place.expect(b"Zaphod" in (read(place.there("plan.csv")) or b""), "it was not saved there")


def tell(run, lines, until):
    """Say lines, and read what is said until these words."""
    run.stdin.write("".join(line + "\n" for line in lines).encode())
    run.stdin.flush()
    said = b""
    while until not in said:
        more = os.read(run.stdout.fileno(), 65536)
        if not more:
            break
        said += more
    return re.sub(r"\s+", " ", said.decode("utf-8", "replace"))


def lock(place):
    place.run(["keep", "lock", PASS, PASS, "", "back", "quit", "leave"])
    place.expect("plan.csv.age" in all_files(place.here), "it was not locked")


def of_a_locked_plan_no_word_goes_open(place):
    lock(place)
    for name in ("plan.txt", "plan-s2.txt"):
        place.write(name, "Rowan likes %s\n" % name)
    _, said, _ = place.run([PASS, "2", "Zaphod", "list"] + TAKEN, ("--private", "plan.csv.age"))
    place.expect({"plan.csv.age", "plan.csv.age~2~", "plan.txt.age", "plan-s2.txt.age"} ==
                 all_files(place.stick), "there is", all_files(place.stick))
    place.expect(not all_files(place.here), "here is", all_files(place.here))
    for name in all_files(place.stick):
        data = read(place.there(name))
        place.expect(data.startswith(b"age-encryption.org/v1"), name, "is not locked")
        place.expect(b"Rowan" not in data and b"Zaphod" not in data, name, "holds words")
    _, said, _ = place.run([PASS, "2", "", "quit", "leave"], ("--private", "plan.csv.age"),
                           place.stick)
    place.expect("Zaphod" in said, "it does not open there:", said[-500:])


def a_locked_plan_goes_on_locked_on_the_stick(place):
    lock(place)
    place.run([PASS, "take", None, "stay", "2", "Zaphod", "list", "save", "quit", "leave"],
              ("--private", "plan.csv.age"))
    data = read(place.there("plan.csv.age")) or b""
    place.expect(data.startswith(b"age-encryption.org/v1"), "it is not locked there")
    _, said, _ = place.run([PASS, "2", "", "quit", "leave"], ("--private", "plan.csv.age"),
                           place.stick)
    place.expect("Zaphod" in said, "it does not open there:", said[-500:])


def the_plain_twin_of_a_locked_plan_is_told_of(place):
    lock(place)
    place.write("plan.csv")
    _, said, _ = place.run([PASS] + TAKEN, ("--private", "plan.csv.age"))
    place.expect(all_files(place.here) == {"plan.csv"}, "here is", all_files(place.here))
    place.expect("%s: it may hold" % place.at("plan.csv") in said, "said:", said[-500:])


def a_plan_that_is_kept_nowhere_is_kept_there_first(place):
    _, said, _ = place.run(["1", "", "take"], ("--private",))
    place.expect("It is kept nowhere yet. Choose the stick as its place." in said, "said:",
                 said[-500:])


TEMP = ".%s.0123456789abcdef.tmp"
# What was being written beside the plan, of what is there, and whether it can go.
BEGUN = ((TEMP % "plan.txt", "My support", True), (TEMP % "plan-s2.txt", "My we", True),
         (TEMP % "plan-fridge.txt", "If I", True), (TEMP % "plan-not-kept-2.txt", "This was", True),
         (TEMP % "plan-not-kept-3.txt", "This is", False), (TEMP % "plan-recovered.csv", "x", False),
         (TEMP % "plan-answer.txt", "", True), (TEMP % "plan.csv.age", "age-encr", True),
         (TEMP % "plan2.txt", "Words", False), (TEMP % "plan2.csv.age", "age", False))


def what_was_half_written_goes_where_it_is_spare(place):
    place.write("plan-not-kept-2.txt", "This was typed.\n")
    for name, words, _ in BEGUN:
        place.write(name, words)
    _, said, _ = place.run(["quit"], ("plan.csv",))
    for name, _, goes in BEGUN:
        place.expect((read(place.at(name)) is None) == goes, name, "is gone" if not goes else "is there")


def what_is_being_written_stays(place):
    name = TEMP % "plan.txt"
    place.write(name)
    with open(place.at(name), "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        place.run(["quit"], ("plan.csv",))
        place.expect(read(place.at(name)), "it is gone while it was written")
    place.run(["quit"], ("plan.csv",))
    place.expect(read(place.at(name)) is None, "it is there still")


def beside_a_locked_plan_nothing_of_it_is_spare(place):
    """Where both are there, another may have the locked one open."""
    lock(place)
    place.write("plan.csv", read(os.path.join(FORMS, "examples", "small.csv")).decode())
    place.write(TEMP % "plan.csv.age", "age-encr")
    place.run(["quit"], ("plan.csv",))
    place.expect(read(place.at(TEMP % "plan.csv.age")), "it is gone")


# In a world of its own, where only this stick is mounted.
PUT_IN = """mount -t tmpfs none /media && mkdir -p '/media/ann/MY STICK' && mount -o loop,%s "$0" \
'/media/ann/MY STICK' && "$@"; ls -A '/media/ann/MY STICK'"""


def a_stick_that_is_put_in_is_offered(place):
    image = os.path.join(place.home, "image")
    with open(image, "wb") as file:
        file.truncate(8 << 20)
    make = subprocess.run(["mkfs.ext4", "-q", "-F", image], stderr=subprocess.DEVNULL, check=False) \
        if shutil.which("mkfs.ext4") else None
    trial = ["unshare", "-m", "sh", "-c", PUT_IN % "rw", image]
    if not make or make.returncode or subprocess.run(trial + ["true"], check=False,
                                                     stdout=subprocess.DEVNULL,
                                                     stderr=subprocess.DEVNULL).returncode:
        print("# not tried: nothing can be mounted here")
        return
    _, said, _ = place.run(["take", "back", "quit", "leave"],
                           trace=["unshare", "-m", "sh", "-c", PUT_IN % "ro", image])
    place.expect("look like sticks" not in said, "one that can't be written is offered")
    _, said, _ = place.run(["take", "MY STICK", "leave"], trace=trial)
    place.expect("MY STICK: /media/ann/MY STICK" in said, "it is not offered:", said[-600:])
    place.expect(PULL in said and not all_files(place.here), "it was not taken:", said[-600:])
    place.expect("plan.csv plan.txt" in said.split(PULL)[-1], "there is", said[-100:])


CASES = (what_is_ours_goes_along_and_the_rest_stays, the_text_of_a_plan_is_made_anew,
         other_files_that_may_hold_words_are_told_of, feedback_of_this_session_goes_along,
         where_one_file_is_in_the_way_nothing_goes, what_is_there_already_and_the_same_will_do,
         folders_that_will_not_do_are_told, pictures_go_along_and_stay_until_they_are_sent_away,
         settings_are_told_of, leaving_a_private_session_tells_what_is_left,
         a_plan_that_was_moved_is_looked_for_where_it_was, who_stays_goes_on_writing_on_the_stick,
         where_the_stick_was_pulled_nothing_is_written_into_its_folder,
         a_plan_on_a_stick_that_is_pulled_out_goes_nowhere_else,
         of_a_locked_plan_no_word_goes_open, a_locked_plan_goes_on_locked_on_the_stick,
         the_plain_twin_of_a_locked_plan_is_told_of,
         a_plan_that_is_kept_nowhere_is_kept_there_first, a_stick_that_is_put_in_is_offered,
         what_was_half_written_goes_where_it_is_spare, what_is_being_written_stays,
         beside_a_locked_plan_nothing_of_it_is_spare)


# Where it can be stopped

CALLS = ("openat", "write", "fsync", "syncfs", "close", "renameat2", "linkat", "unlinkat", "unlink",
         "read", "lseek", "getdents64", "utimensat", "newfstatat")
FAULTS = ("ENOSPC", "EIO", "EROFS", "ENODEV", "EACCES")
WORDS = ("plan.csv~", "plan-answer.txt", "plan-not-kept.txt")


class Plan:
    """A plan with files beside it, open or locked, to be taken along many times."""

    def __init__(self, locked):
        self.locked = locked
        self.name = "plan.csv.age" if locked else "plan.csv"
        self.session = ("--private", self.name)
        self.lines = ([PASS] if locked else []) + TAKEN
        place = Place()
        if locked:
            lock(place)
        for name in WORDS[1 if locked else 0:]:
            place.write(name, "secret words of %s\n" % name)
        self.files = {name: read(place.at(name)) for name in all_files(place.here)}
        place.close()
        self.sizes = {}  # of what was locked on its way: always the same

    def given(self):
        place = Place()
        os.remove(place.at("plan.csv"))
        for name, words in self.files.items():
            with open(place.at(name), "wb") as file:
                file.write(words)
        return place

    def take(self, place, trace=(), first=()):
        return place.run(list(first) + self.lines, self.session, trace=trace)[1]

    def is_there(self, place, name):
        if self.locked and name.endswith(".txt"):
            data = read(place.there(name + ".age")) or b""
            return len(data) == self.sizes.get(name + ".age")
        return read(place.there(name)) == self.files[name]

    def is_here(self, place, name):
        return read(place.at(name)) == self.files[name]

    def calls(self):
        """Each system call from the first that knows the stick to the last: its name, and the how
        manieth of that name it is."""
        place = self.given()
        log = os.path.join(place.home, "log")
        said = self.take(place, ["strace", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS)])
        if not any(words in said for words in MOVED):
            sys.exit("a session that nothing stops does not work:\n" + said[-2000:])
        self.sizes = {name: os.path.getsize(place.there(name)) for name in all_files(place.stick)}
        counts, points, begun = {}, [], False
        with open(log, encoding="utf-8", errors="replace") as file:
            for line in file:
                name = line.split("(", 1)[0]
                counts[name] = counts.get(name, 0) + 1
                begun = begun or place.stick in line
                if begun and name in CALLS:
                    points.append((self, name, counts[name]))
        place.close()
        return points


def spread(points, wanted):
    return points if len(points) <= wanted else [points[i * len(points) // wanted]
                                                 for i in range(wanted)]


def judge(plan, place, said, where):
    """Every word is here, or there; and what was said is so."""
    here, there = all_files(place.here), all_files(place.stick)
    moved = any(words in said for words in MOVED)
    for name in plan.files:
        on_stick, at_home = plan.is_there(place, name), plan.is_here(place, name)
        place.expect(on_stick or at_home, where, name, "is lost:", here, there)
        place.expect(on_stick or not moved, where, name, "is not on the stick")
        place.expect(at_home or "Nothing was moved." not in said, where, name, "is not here")
    if PULL in said:
        place.expect(not here, where, "said that nothing is left:", here)
    for name in there if plan.locked else ():
        data = read(place.there(name))
        place.expect(b"secret" not in data and b"Rowan" not in data, where, name, "lies open there")


def half_written(place):
    """What may be words that are nowhere else stays where it is locked: nobody can compare it."""
    return [name for name in all_files(place.stick)
            if name.endswith(".tmp") and ".txt.age." not in name]


def take_again(plan, place, where):
    """Whoever tries again has all of it on the stick in the end."""
    if plan.name in all_files(place.here):
        said = plan.take(place)
        for name in plan.files:
            place.expect(plan.is_there(place, name), where, name, "was not taken:", said[-500:])
        place.expect(not all_files(place.here), where, "here is still", all_files(place.here))
    lines = ([PASS] if plan.locked else []) + ["2", "", "quit", "leave"]
    _, said, _ = place.run(lines, plan.session, folder=place.stick)
    place.expect("Rowan" in said, where, "it does not open on the stick:", said[-300:])
    place.expect(not half_written(place), where, "there is still", half_written(place))


def try_point(plan, call, inject, where, again):
    place = plan.given()
    trace = ["strace", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
             "inject=" + inject]
    where = ("locked, " if plan.locked else "") + where
    judge(plan, place, plan.take(place, trace), where)
    if again:
        take_again(plan, place, where)
    place.close()
    return place.faults


def all_calls():
    return Plan(False).calls() + Plan(True).calls()


def kill(wanted):
    points, faults = all_calls(), []
    for plan, call, nth in spread(points, wanted):
        faults += try_point(plan, call, "%s:signal=KILL:when=%d" % (call, nth),
                            "killed at %s %d:" % (call, nth), True)
    return faults, "%d of %d points" % (min(wanted, len(points)), len(points))


def faults_of_sticks(wanted):
    faults = []
    points = [(plan, call, code, "%d%s" % (nth, ever)) for plan, call, nth in all_calls()
              for code in FAULTS for ever in ("", "+") if call != "close"]
    for plan, call, code, when in spread(points, wanted):
        faults += try_point(plan, call, "%s:error=%s:when=%s" % (call, code, when),
                            "%s %s gives %s:" % (call, when, code), False)
    return faults, "%d of %d faults" % (min(wanted, len(points)), len(points))


def cases():
    print("1..%d" % len(CASES))
    bad = 0
    for number, case in enumerate(CASES, 1):
        place = Place()
        case(place)
        place.close()
        bad += bool(place.faults)
        print("%s %d - %s" % ("not ok" if place.faults else "ok", number, case.__name__))
        for fault in place.faults:
            print("# " + fault)
    return bad


def points_of(what, wanted):
    if not shutil.which("strace"):
        print("1..0 # SKIP strace is not here")
        return 0
    faults, tried = (kill if what == "kill" else faults_of_sticks)(wanted)
    print("1..1\n%s 1 - %s" % ("not ok" if faults else "ok", tried))
    for fault in faults[:20]:
        print("# " + fault)
    return len(faults)


if __name__ == "__main__":
    PROGRAM, FORMS = os.path.abspath(sys.argv[2]), sys.argv[3]
    POINTS = int(os.environ.get("RELIABLE", sys.argv[4] if len(sys.argv) > 4 else "40"))
    sys.exit(1 if (cases() if sys.argv[1] == "cases" else points_of(sys.argv[1], POINTS)) else 0)
