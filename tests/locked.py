#!/usr/bin/env python3
"""A plan that is locked with a passphrase: what can be read of it, and by whom.

    locked.py PROGRAM FORMS

PROGRAM locks with next to no work. Its sessions are in plain lines, on a pipe or on a terminal.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time

import tap

PASS = "purple walrus tango"
WORDS = ("Rowan", "Zaphod")  # the name in the example, and the one that sessions give
LOCK = ["keep", "lock", PASS, PASS, "", "back"]
NAME = ["2", "Zaphod", "list"]


class Case:
    """A folder with a plan, and what was found wrong."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="locked-")
        self.faults = []
        shutil.copy(os.path.join(FORMS, "examples", "small.csv"), self.path("plan.csv"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def environment(self):
        return dict(PATH=os.environ["PATH"], HOME=self.folder, LC_ALL="C.UTF-8", TZ="UTC",
                    SUPPORTPLAN_FORMS=FORMS, SUPPORTPLAN_TODAY="2026-11-21T14:02", TERM="xterm",
                    ASAN_OPTIONS="detect_leaks=0")

    def run(self, words, lines=(), trace=()):
        """How it ended, and what it said; without any terminal to ask on."""
        done = subprocess.run(list(trace) + [PROGRAM] + words, input="".join(l + "\n" for l in lines).encode(),
                              cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120, start_new_session=True)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def say(self, plan, lines, trace=()):
        return self.run(["--plain", plan], lines, trace)[1]

    def start(self, plan, lines):
        """A session that is told these lines and then killed, when all of them were answered."""
        run = subprocess.Popen([PROGRAM, "--plain", plan], cwd=self.folder, stdin=subprocess.PIPE,
                               env=self.environment(), stdout=subprocess.PIPE,
                               start_new_session=True)
        run.stdin.write("".join(l + "\n" for l in lines + ["help"]).encode())
        run.stdin.flush()
        said = b""
        while b"Help" not in said:
            more = os.read(run.stdout.fileno(), 65536)
            if not more:
                break
            said += more
        return run, said.decode("utf-8", "replace")

    def files(self):
        return sorted(os.listdir(self.folder))

    def expect(self, right, *what):
        if not right:
            self.faults.append(" ".join(str(w) for w in what))

    def expect_no_words(self, *more):
        """No file of the folder holds a word of the plan, nor the passphrase."""
        for name in self.files():
            with open(self.path(name), "rb") as file:
                data = file.read()
            for word in WORDS + (PASS,) + more:
                self.expect(word.encode() not in data, name, "holds", word)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def on_terminal(case, words, answers):
    """Run it on a terminal of its own; each answer is sent when its question is there."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(case.folder)
        os.execve(PROGRAM, [PROGRAM] + words, case.environment())
    said, seen = b"", 0
    while True:
        ready, _, _ = select.select([terminal], [], [], 60)
        try:
            more = os.read(terminal, 65536) if ready else b""
        except OSError:
            more = b""
        if not more:
            break
        said += more
        if answers and answers[0][0].encode() in said[seen:]:
            seen = len(said)
            os.write(terminal, answers.pop(0)[1].encode() + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode("utf-8", "replace")


def locking_leaves_nothing_that_is_not_locked(case):
    case.say("plan.csv", NAME + ["save"] + LOCK + ["quit"])
    case.expect(case.files() == ["plan.csv.age"], case.files())
    case.expect_no_words()


def the_plan_comes_back_word_for_word(case):
    _, before = case.run(["text", "plan.csv"])
    case.say("plan.csv", LOCK + ["quit"])
    case.say("plan.csv.age", [PASS, "keep", "lock", "take off", "", "back", "quit"])
    case.expect(case.files() == ["plan.csv"], case.files())
    case.expect(case.run(["text", "plan.csv"])[1] == before, "the text is another")


def what_is_said_of_the_lock_names_each_file(case):
    with open(case.path("plan-not-kept.txt"), "w", encoding="utf-8") as file:
        file.write("Words.")
    case.say("plan.csv", ["2", "Ann", "list", "save", "2", "Bo", "list", "save", "quit"])
    said = case.say("plan.csv", LOCK + ["quit"]).replace("\n", " ")
    gone = said[said.find("They are gone:"):said.find("These are not locked")]
    for name in ("plan.csv ", "plan.csv~ ", "plan.csv~2~"):
        case.expect(name in gone, name, "is not named in", gone)
    case.expect("plan-not-kept.txt" in said[said.find("These are not locked"):], said[-600:])
    case.expect(case.files() == ["plan-not-kept.txt", "plan.csv.age"], case.files())


def a_file_that_does_not_go_is_not_said_to_be_gone(case):
    if not shutil.which("strace"):
        print("# strace is not here")
        return
    case.say("plan.csv", ["2", "Ann", "list", "save", "2", "Bo", "list", "save", "quit"])
    trace = ["strace", "-qq", "-o", "/dev/null", "-P", case.path("plan.csv~"), "-e",
             "inject=unlink:error=EPERM"]
    said = case.say("plan.csv", LOCK + ["quit"], trace).replace("\n", " ")
    gone, still = said.find("They are gone:"), said.find("These could not be taken away.")
    case.expect(gone < still, said[-600:])
    case.expect("plan.csv~ " not in said[gone:still], "it is said to be gone:", said[gone:still])
    case.expect("plan.csv~ " in said[still:], said[still:])
    case.expect("plan.csv~" in case.files(), case.files())


def two_that_differ_lock_nothing(case):
    said = case.say("plan.csv", ["keep", "lock", PASS, PASS + "s", "back", "back", "quit"])
    case.expect("The two were not the same." in said, said[-300:])
    case.expect(case.files() == ["plan.csv"], case.files())


def a_short_passphrase_locks_nothing(case):
    said = case.say("plan.csv", ["keep", "lock", "tango", "back", "back", "quit"])
    case.expect("A short one can be guessed." in said, said[-300:])
    case.expect(case.files() == ["plan.csv"], case.files())


def the_words_that_are_offered_do_once(case):
    """They stand on the page: they are read there, and typed once."""
    def answer(said):
        return said.split("hard to guess:\r\n", 1)[1].split("\r\n", 1)[0].strip()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(case.folder)
        os.execve(PROGRAM, [PROGRAM, "--plain", "plan.csv"], case.environment())
    said, sent = "", 0
    steps = [("Which section? ", lambda s: "keep"), ("Where? ", lambda s: "lock"),
             ("Passphrase? ", answer), ("Enter goes back. ", lambda s: ""),
             ("Where? ", lambda s: "quit")]
    while True:
        try:
            more = os.read(terminal, 65536).decode("utf-8", "replace")
        except OSError:
            break
        said += more
        if steps and said[sent:].endswith(steps[0][0]):
            words = steps.pop(0)[1](said)
            sent = len(said)
            os.write(terminal, words.encode() + b"\n")
    os.close(terminal)
    os.waitpid(pid, 0)
    offered = answer(said)
    case.expect(len(offered.split()) == 4, "offered", offered)
    case.expect("You have done" in case.say("plan.csv.age", [offered, "quit"]), "it does not open")
    case.expect(said.count(offered) == 1, "it is shown again as it is typed")


def five_wrong_passphrases_lose_nothing(case):
    case.say("plan.csv", NAME + ["save"] + LOCK + ["quit"])
    said = case.say("plan.csv.age", ["not this one %d" % n for n in range(5)] + [PASS, "2", "quit"])
    case.expect(said.count("That passphrase does not open this plan.") == 5, said[:900])
    case.expect("It says now: Zaphod" in said, "the answer is not there")
    case.expect(PASS not in said, "the passphrase is shown")


def answers_of_a_session_that_was_killed_come_back(case):
    case.say("plan.csv", LOCK + ["quit"])
    run, said = case.start("plan.csv.age", [PASS] + NAME)
    run.kill()
    run.wait()
    case.expect("Kept: Zaphod." in said, said[-300:])
    case.expect(".plan.csv.age.journal" in case.files(), case.files())
    case.expect_no_words()
    said = case.say("plan.csv.age", [PASS, "bring", "go on", "2", "list", "quit"])
    case.expect("It says now: Zaphod" in said, "the answer is not back:", said[-900:])
    case.expect(not [n for n in case.files() if "journal" in n], case.files())
    case.expect_no_words()


def answers_after_another_passphrase_come_back(case):
    """The journal of before opens with the old one only: what is said now must not go there."""
    other = "quiet lantern meadow"
    case.say("plan.csv", LOCK + ["quit"])
    run, said = case.start("plan.csv.age", [PASS, "2", "Trillian", "list", "keep", "lock", other,
                                            other, "", "back"] + NAME)
    run.kill()
    run.wait()
    case.expect("Kept: Zaphod." in said, said[-300:])
    said = case.say("plan.csv.age", [other, "bring", "go on", "2", "list", "quit"])
    case.expect("It says now: Zaphod" in said, "the answer is not back:", said[-900:])
    case.expect(not [n for n in case.files() if "journal" in n], case.files())


def a_copy_that_is_not_locked_is_told_of_on_opening(case):
    """As where the program was stopped before it took them away."""
    with open(case.path("plan.csv"), "rb") as file:
        words = file.read()
    case.say("plan.csv", LOCK + ["quit"])
    torn = ".plan.csv.0123456789abcdef.tmp"  # of a session that took the lock off
    for name, length in (("plan.csv~", len(words)), (torn, 100)):
        with open(case.path(name), "wb") as file:
            file.write(words[:length])
    said = case.say("plan.csv.age", [PASS, "go on", "quit"])
    case.expect("These are not locked" in said and "plan.csv~" in said, said[-900:])
    case.expect(torn not in case.files(), case.files())


def an_older_version_is_not_offered_where_the_journal_failed(case):
    """What was saved since the journal could not be written is newer than the journal."""
    if not shutil.which("strace"):
        return
    case.say("plan.csv", LOCK + ["quit"])
    trace = ["strace", "-qq", "-o", "trace", "-P", case.path(".plan.csv.age.journal"), "-e",
             "trace=write", "-e", "inject=write:error=EIO:when=1+"]
    lines = "".join(l + "\n" for l in [PASS] + NAME + ["quit"])
    subprocess.run(trace + [PROGRAM, "--plain", "plan.csv.age"], input=lines.encode(),
                   cwd=case.folder, env=case.environment(), stdout=subprocess.PIPE,
                   start_new_session=True, check=False)
    with open(case.path("trace"), encoding="utf-8", errors="replace") as file:
        case.expect("INJECTED" in file.read(), "the journal was never written to")
    os.unlink(case.path("trace"))
    said = case.say("plan.csv.age", [PASS, "bring", "go on", "2", "list", "quit"])
    case.expect("It says now: Zaphod" in said, said[:900])
    case.expect(case.files() == ["plan.csv.age", "plan.csv.age~2~"], case.files())


def a_torn_journal_brings_back_what_stood_before(case):
    case.say("plan.csv", LOCK + ["quit"])
    run, _ = case.start("plan.csv.age", [PASS] + NAME + ["2", "Trillian", "list"])
    run.kill()
    run.wait()
    journal = case.path(".plan.csv.age.journal")
    os.truncate(journal, os.path.getsize(journal) - 5)
    said = case.say("plan.csv.age", [PASS, "bring", "go on", "2", "list", "quit"])
    case.expect("It says now: Zaphod" in said, "the answer before is not back")


def with_another_passphrase_a_journal_stays_as_it_is(case):
    case.say("plan.csv", LOCK + ["quit"])
    run, _ = case.start("plan.csv.age", [PASS] + NAME)
    run.kill()
    run.wait()
    with open(case.path(".plan.csv.age.journal"), "rb") as file:
        before = file.read()
    case.say("plan.csv.age", ["not this one", "back"])
    with open(case.path(".plan.csv.age.journal"), "rb") as file:
        case.expect(file.read() == before, "the journal is another")


def words_that_are_not_in_the_plan_are_locked_too(case):
    """The input ends in the middle of an answer that can't be accepted."""
    case.say("plan.csv", LOCK + ["quit"])
    run = subprocess.run([PROGRAM, "--plain", "plan.csv.age"], cwd=case.folder, timeout=120,
                         env=case.environment(), stdout=subprocess.PIPE, start_new_session=True,
                         input=("%s\nZaphod was here\nlist\n4\nZaphod wrote this\nand this" % PASS)
                         .encode())
    case.expect(run.returncode == 0, run.stdout[-300:])
    case.expect_no_words("wrote this")


def both_versions_are_kept_and_locked(case):
    case.say("plan.csv", LOCK + ["quit"])
    with open(case.path("plan.csv.age"), "rb") as file:
        first = file.read()
    case.say("plan.csv.age", [PASS, "2", "Trillian", "list", "quit"])
    with open(case.path("plan.csv.age"), "rb") as file:
        theirs = file.read()
    with open(case.path("plan.csv.age"), "wb") as file:
        file.write(first)
    run, _ = case.start("plan.csv.age", [PASS] + NAME)
    with open(case.path("plan.csv.age"), "wb") as file:
        file.write(theirs)
    out, _ = run.communicate(b"\nsave\nquit\nleave\nlet it go\n", timeout=120)
    case.expect("plan-my-version.csv.age" in case.files(), case.files(), out[-500:])
    case.expect_no_words("Trillian")
    said = case.say("plan-my-version.csv.age", [PASS, "2", "quit"])
    case.expect("It says now: Zaphod" in said, said[-500:])


def a_damaged_file_gives_way_to_its_copy(case):
    case.say("plan.csv", NAME + LOCK + ["2", "Ann", "list", "save", "2", "Bo", "list", "quit"])
    case.expect("plan.csv.age~2~" in case.files(), case.files())
    with open(case.path("plan.csv.age"), "r+b") as file:
        file.seek(-9, 2)
        byte = file.read(1)[0]
        file.seek(-9, 2)
        file.write(bytes([byte ^ 1]))
    said = case.say("plan.csv.age", [PASS, "go on", "2", "list", "quit"])
    case.expect("copy from before" in said, said[:600])
    case.expect_no_words()


def a_plan_that_lived_nowhere_is_locked_from_the_first(case):
    os.unlink(case.path("plan.csv"))
    said = case.run(["--plain"], ["new", "1", "lock", PASS, PASS, "computer", "mine.csv"] + NAME +
                    ["quit"])[1]
    case.expect("It will be locked." in said, said[-900:])
    case.expect("mine.csv.age" in case.files() and "mine.csv" not in case.files(), case.files())
    case.expect_no_words()
    case.expect("It says now: Zaphod" in case.say("mine.csv.age", [PASS, "2", "previous", "quit"]), "not there")


def the_name_of_a_locked_plan_is_for_no_other(case):
    before = case.files()
    for words, lines in ((["new", "other.csv.age"], []), (["--plain", "other.csv.age"], ["quit"]),
                         (["--plain"], ["new", "1", "computer", "other.csv.age", "quit", "2"])):
        said = case.run(words, lines)[1]
        case.expect("is for a locked plan" in said, words, said[-600:])
        case.expect(case.files() == before, words, case.files())


def commands_ask_on_the_terminal_and_nowhere_else(case):
    _, plain = case.run(["budget", "--csv", "plan.csv"])
    case.say("plan.csv", LOCK + ["quit"])
    for words in (["budget", "plan.csv.age"], ["check", "--csv", "plan.csv.age"],
                  ["text", "plan.csv.age"], ["diff", "plan.csv.age", "plan.csv.age"]):
        status, said = case.run(words, [PASS])
        case.expect(status == 2 and "on a terminal only" in said, words, status, said[-300:])
    status, said = on_terminal(case, ["budget", "--csv", "plan.csv.age"],
                               [("not shown", "no"), ("not shown", PASS)])
    figures = said[said.find("key,value"):].replace("\r\n", "\n")
    case.expect(status == 0 and figures == plain, "on a terminal:", status, said)
    case.expect(PASS not in said, "the passphrase is shown")
    status, said = on_terminal(case, ["budget", "plan.csv.age"], [("not shown", "")])
    case.expect(status == 2 and "stays locked" in said, "given up:", status, said)


def a_program_that_is_told_to_end_gives_the_terminal_back(case):
    case.say("plan.csv", LOCK + ["quit"])
    for words in (["--plain", "plan.csv.age"], ["check", "plan.csv.age"]):
        master, slave = pty.openpty()
        shown = termios.tcgetattr(slave)[3] & termios.ECHO
        run = subprocess.Popen([PROGRAM] + words, cwd=case.folder, env=case.environment(),
                               stdin=slave, stdout=slave, stderr=slave,
                               preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)))
        said = b""
        while b"assphrase? " not in said and b"not shown: " not in said:
            said += os.read(master, 65536)
        run.send_signal(signal.SIGTERM)
        try:
            case.expect(run.wait(10) == -signal.SIGTERM, words, "ended with", run.returncode)
        except subprocess.TimeoutExpired:
            case.expect(False, words, "does not end")
            run.kill()
        case.expect(termios.tcgetattr(slave)[3] & termios.ECHO == shown, words,
                    "what is typed is not shown any more")
        os.close(slave)
        os.close(master)


def on_screen(case, steps):
    """The locked plan on a full screen: each step is what is waited for, and the keys then. Of words
    each letter waits for the star of the one before: what comes at once is pasted, Enter too. What is
    waited for may be a function, too, which says whether it is there."""
    steps = [(b"*" if i else wait, key) for wait, keys in steps for i, key in enumerate(keys)]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(case.folder)
        os.execve(PROGRAM, [PROGRAM, "plan.csv.age"], case.environment())
    said, seen, until = b"", 0, time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if select.select([terminal], [], [], 0.05)[0]:
                said += os.read(terminal, 65536)
                continue  # a picture may come in pieces: it is answered when all of it is there
        except OSError:
            break
        wait = steps[0][0] if steps else None
        if wait and (wait() if callable(wait) else wait in said[seen:]):
            seen = len(said)
            os.write(terminal, steps.pop(0)[1].encode())
    if steps:
        os.kill(pid, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(pid, 0)
    case.expect(not steps, "it did not come to", steps[:1], said[-500:])
    case.expect(b"walrus" not in said, "the passphrase is shown")


def a_screen_shows_stars(case):
    case.say("plan.csv", LOCK + ["quit"])
    on_screen(case, [(b"What is its passphrase?", PASS + "\r"), (b"You have done", "q")])


def a_pause_saves_what_was_kept_in_the_journal(case):
    """Nobody presses a key, and the file is written."""
    case.say("plan.csv", LOCK + ["quit"])
    on_screen(case, [(b"What is its passphrase?", PASS + "\r"), (b"You have done", "2"),
                     (b"About me", "\r"), (b"What is your name?", "Z"), (b"Z", "\r"),
                     (b"want to call", "\x1b"),
                     (lambda: "plan.csv.age~2~" in case.files(), "\x11")])
    said = case.say("plan.csv.age", [PASS, "2", "list", "quit"])
    case.expect(re.search(r"It says now: .*Z\n", said), "the answer is not there", said[-900:])


def a_hidden_plan_asks_for_its_passphrase(case):
    case.say("plan.csv", LOCK + ["quit"])
    on_screen(case, [(b"What is its passphrase?", PASS + "\r"), (b"You have done", "\x14"),
                     (b"Type the passphrase", "wrong one\r"), (b"did not open it", PASS + "\r"),
                     (b"You have done", "q")])
    said = case.say("plan.csv.age", [PASS, "hide", "", "money", PASS, "quit"])
    case.expect("275.00" not in said.split("Hidden")[-1].split("You have done")[0],
                "something was shown while it was hidden", said[-900:])


def age_opens_it(case):
    if not shutil.which("age"):
        return
    case.say("plan.csv", NAME + ["save"] + LOCK + ["quit"])
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(case.folder)
        os.execvp("age", ["age", "-d", "-o", "out.csv", "plan.csv.age"])
    said = b""
    while True:
        try:
            said += os.read(terminal, 1000)
        except OSError:
            break
        if said.rstrip().endswith(b":"):
            os.write(terminal, PASS.encode() + b"\n")
            said = b""
    os.close(terminal)
    os.waitpid(pid, 0)
    case.expect(os.path.exists(case.path("out.csv")), "age did not open it")
    case.expect('"Zaphod"' in open(case.path("out.csv"), encoding="utf-8").read(), "no words")


CASES = [f for name, f in list(globals().items())
         if callable(f) and getattr(f, "__code__", None) and f.__code__.co_varnames[:1] == ("case",)
         and name not in ("on_terminal", "on_screen")]
PROGRAM, FORMS = (os.path.abspath(a) for a in sys.argv[1:3])


signal.alarm(280)
tap.run(CASES, Case)
