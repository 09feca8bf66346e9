#!/usr/bin/env python3
"""The command line as somebody else's script sees it: results, sentences, exit statuses.

Usage: handmade.py PROGRAM FORMS

Every file is made by hand here, and every figure that is expected is reckoned in a comment.
"""
import csv
import io
import os
import pty
import resource
import signal
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = FORMS = None
FAULTS = []


def surroundings():
    return dict(os.environ, SUPPORTPLAN_FORMS=FORMS, SUPPORTPLAN_TODAY="2026-11-21T14:02",
                LC_ALL="C.UTF-8", TZ="UTC")


def run(*words, given=b"", room=None):
    """Run the program: exit status, standard output, standard error. room: bytes of a file."""
    def small_disk():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    done = subprocess.run([PROGRAM, *words], input=given, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=surroundings(), timeout=60, check=False,
                          preexec_fn=None if room is None else small_disk)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def session(name, *lines, room=None):
    """Open a plan in plain lines and type these: exit status, all that was said."""
    status, out, said = run("--plain", name, given="\n".join(lines + ("",)).encode(),
                            room=room)
    expect("a session on standard error", said, "")
    return status, out


def read(name):
    with open(name, encoding="utf-8", newline="") as content:
        return content.read()


def run_on_terminal(*words):
    """The same, with both streams on a terminal: all that it is sent."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=theirs,
                             stderr=theirs, env=surroundings())
    os.close(theirs)
    sent = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    child.wait()
    os.close(ours)
    return sent.decode()


def expect(what, got, wanted):
    if got != wanted:
        FAULTS.append("%s: %r, not %r" % (what, got, wanted))


def cells(rows, separator=",", quote=csv.QUOTE_ALL):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quote, lineterminator="\n").writerows(rows)
    return out.getvalue()


def plan(*facts):
    """A plan file, from facts such as "time t1 days Mon Tue"; "-" is no item."""
    rows = [["section", "item", "field", "value"]]
    for fact in facts:
        section, item, field, value = fact.split(" ", 3)
        rows.append([section, "" if item == "-" else item, field, value])
    return cells(rows + [["end", "", "rows", len(rows) - 1]])


SMALL = plan("plan - format 1", "plan - form seven-questions", "plan - created 2026-11-21",
             "supporter s1 name Zoë's Care", "supporter s1 kind agency",
             "rate r1 supporter s1", "rate r1 price 1234.50", "rate r1 unit hour",
             "time t1 days Mon Tue Wed Thu Fri", "time t1 start 08:00", "time t1 end 08:30",
             "time t1 supporter s1", "time t1 note Wash,\ndress \"and\" go")


def write(name, content):
    with open(name, "wb") as out:
        out.write(content.encode() if isinstance(content, str) else content)
    return name


def budget(content):
    """The figures of a plan, by key."""
    status, out, said = run("budget", "--csv", "-",
                            given=content.encode() if isinstance(content, str) else content)
    expect("status of budget (%s)" % said.strip(), status, 0)
    return dict(csv.reader(io.StringIO(out)))


def packed(name):
    with zipfile.ZipFile(name, "w") as out:
        out.writestr("content.xml", "<x/>")
    return name


def files_that_are_refused():
    header = '"section","item","field","value"\n'
    many = "".join('"zz","a%d","text","x"\n' % i for i in range(100001))
    os.mkdir("folder")
    os.mkfifo("pipe")
    os.symlink("nowhere", "dangling")
    yield from ("folder", "pipe", "/dev/zero", "/dev/null", "dangling", "not-there.csv")
    yield write("empty.csv", "")
    yield write("mark.csv", b"\xef\xbb\xbf")
    yield write("blank.csv", " \n\n")
    yield write("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(20))
    yield packed("book.xlsx")
    yield packed("letter.odt")
    yield write("letter.txt", "Dear Sir,\nI write to you, about things; and more.\n")
    yield write("other.csv", "name,age\nBob,3\n")
    yield write("three.csv", "section,item,field\nplan,,format\n")
    yield write("nul.csv", (header + '"plan","","title","a').encode() + b'\0"\n')
    yield write("nul-last.csv", (header + '"end","","rows","0"\n').encode() + b"\0")
    yield write("large.csv", header + " " * (16 << 20))
    yield write("rows.csv", header + many)
    yield write("value.csv", header + '"answer","more","text","%s"\n' % ("x" * ((1 << 20) + 1)))


def what_is_no_plan_is_refused_in_one_sentence():
    for name in list(files_that_are_refused()):
        for words in (["budget", "--csv"], ["check"], ["check", "--csv"], ["timetable"], ["text"]):
            status, out, said = run(*words, name)
            expect("%s of %s" % (words, name), (status, out), (2, ""))
            if said.count("\n") != 1 or not said.startswith(name + ": "):
                FAULTS.append("%s of %s says %r" % (words, name, said))


def spellings():
    """What a plan may look like that was in other hands, and means the same."""
    rows = list(csv.reader(io.StringIO(SMALL)))
    for separator in ",;\t":
        yield "unquoted %r" % separator, cells(rows, separator, csv.QUOTE_MINIMAL)
        yield "quoted %r" % separator, cells(rows, separator)
    yield "byte-order mark", b"\xef\xbb\xbf" + SMALL.encode()
    yield "CRLF", SMALL.replace("\n", "\r\n")
    yield "CR", SMALL.replace("\n", "\r")
    yield "UTF-16 LE", b"\xff\xfe" + SMALL.encode("utf-16-le")
    yield "UTF-16 BE", b"\xfe\xff" + SMALL.encode("utf-16-be")
    yield "UTF-16 without a mark", SMALL.encode("utf-16-le")
    yield "Windows-1252", SMALL.encode("cp1252")
    yield "empty lines", SMALL.replace('"\n"', '"\n\n"')
    yield "empty columns", cells([row + ["", ""] for row in rows])
    yield "blanks", cells(rows, quote=csv.QUOTE_MINIMAL).replace(",", " , ").replace(" , \n", ",\n")
    for field, others in {
            "08:00": ["8:00", "08:00:00", "8.00am", "8am"],
            "08:30": ["8.30am", "8:30 AM", "8.30 a.m."],
            "1234.50": ["£1,234.5", "£1234.50", "1234.5"],
            "2026-11-21": ["21/11/2026"],
            "Mon Tue Wed Thu Fri": ["Mon-Fri", "weekdays", "Fri Thu Wed Tue Mon"]}.items():
        for other in others:
            yield other, SMALL.replace(field, other)


def other_spellings_mean_the_same():
    # 5 x 1,234.50 x 30/60 = 3,086.25 a week
    wanted = budget(SMALL)
    expect("SMALL", wanted["week.w1.cost"], "3086.25")
    for what, content in spellings():
        expect(what, budget(content), wanted)


def days_are_those_that_are_said():
    # 617.25 a day
    for said, days in {"weekends": 2, "every day": 7, "Mon-Fri": 5, "Sat-Mon": 3, "Wed": 1}.items():
        week = budget(SMALL.replace("Mon Tue Wed Thu Fri", said))["week.w1.cost"]
        expect(said, week, "%.2f" % (617.25 * days))


def nothing_runs_a_terminal():
    strange = "\x1b[31m\u202e\u2066\x07\x9b"
    write("strange.csv", plan("plan - format 1", "plan - form x" + strange,
                              "plan - title x" + strange, "about - name x" + strange,
                              "answer important text x" + strange, "goal g1 what x" + strange,
                              "supporter s1 name x" + strange, "supporter s1 kind agency",
                              "rate r1 supporter s1", "rate r1 name x" + strange,
                              "time t1 start 08:00", "time t1 what x" + strange,
                              "time t1 supporter s1", "cost c1 what x" + strange,
                              "cost c1 price x" + strange, "week w1 name x" + strange))
    for words in (["check"], ["check", "--csv"], ["budget"], ["timetable"],
                  ["timetable", "--csv"], ["text"]):
        sent = run_on_terminal(*words, "strange.csv")
        expect("%s sends" % words, [c for c in strange if c in sent and c not in "[31m"], [])
    for words in (["help", strange], ["-" + strange], ["budget", strange], ["check", strange],
                  ["new", "--form", strange, "new.csv"], [strange, "b"], ["--plain", "x" + strange,
                                                                         "b"]):
        sent = run_on_terminal(*words)
        expect("%r sends" % words, [c for c in strange if c in sent and c not in "[31m"], [])
    # A table keeps its characters where it is not on a terminal.
    expect("a piped table keeps", strange in run("timetable", "--csv", "strange.csv")[1], True)


def words_that_are_wrong_are_told():
    for words, status in ((["--help"], 0), (["help"], 0), (["help", "help"], 0),
                          (["help", "check"], 0), (["check", "--help"], 0), (["--version"], 0),
                          (["forms"], 0), (["help", "nothing"], 2), (["--nothing"], 2),
                          (["check"], 2), (["budget", "a", "b"], 2), (["budget", "--width", "5"], 2),
                          (["text", "--width", "29", "a"], 2), (["text", "--width"], 2),
                          (["--csv"], 2), (["a", "b"], 2), (["new", "-"], 2), (["-"], 2),
                          (["--plain", "-"], 2), ([""], 2), (["new", ""], 2), (["budget", ""], 2),
                          (["new", "--form", "nothing", "new.csv"], 2)):
        done = run(*words)
        expect("status of %r" % words, done[0], status)
        expect("%r says something on the right stream" % words,
               (bool(done[1]), bool(done[2])), (status == 0, status != 0))
        expect("%r speaks in one line" % words, done[2].count("\n"), status and 1)


def a_width_is_digits_and_nothing_else():
    write("plan.csv", SMALL)
    for width, status in (("66", 0), (" 66", 2), ("66 ", 2), ("+66", 2), ("6,6", 2), ("", 2)):
        expect("status of --width %r" % width, run("text", "--width", width, "plan.csv")[0], status)


def a_new_plan_is_never_put_over_a_file():
    expect("new", run("new", "made.csv"),
           (0, "Your new plan is in made.csv. To open it: supportplan made.csv\n", ""))
    before = read("made.csv")
    expect("what is new", before, plan("plan - format 1", "plan - form seven-questions",
                                       "plan - created 2026-11-21"))
    expect("new again", run("new", "--form", "toolkit", "made.csv")[:2], (3, ""))
    expect("new in no folder", run("new", "nowhere/made.csv")[:2], (3, ""))
    expect("what was there", read("made.csv"), before)


def check_tells_several_plans_apart():
    ready = os.path.join(FORMS, "examples", "middling.csv")
    write("bare.csv", plan("plan - format 1"))
    write("no-plan.csv", "x")
    for names, status in (([ready], 0), (["bare.csv"], 1), ([ready, "bare.csv"], 1),
                          (["bare.csv", ready], 1), (["no-plan.csv", ready], 2),
                          ([ready, "no-plan.csv", "bare.csv"], 2)):
        expect("status of check %s" % names, run("check", *names)[0], status)
        table = list(csv.reader(io.StringIO(run("check", "--csv", *names)[1])))
        expect("columns of check %s" % names, table[0],
               ["file", "level", "id", "section", "item", "message"])
        expect("cells of check %s" % names, {len(row) for row in table}, {6})
        told = {row[0] for row in table[1:]}
        expect("files of check %s" % names, "bare.csv" in told, "bare.csv" in names)


def a_plan_never_says_which_file_is_read():
    with open(os.path.join(FORMS, "toolkit.yaml"), encoding="utf-8") as form:
        write("toolkit.yaml", form.read().replace("Before you begin", "Trap"))
    for name in (os.path.abspath("toolkit.yaml"), "./toolkit.yaml", "toolkit.yaml", "words", "."):
        write("plan.csv", SMALL.replace("seven-questions", name))
        said = " ".join(session("plan.csv", "quit")[1].split())
        expect("the questions of form %s" % name,
               ("Trap" in said, "is not on this computer" in said), (False, True))
        status, out, said = run("text", "plan.csv")
        expect("the page of form %s" % name,
               (status, "Trap" in out, said.count("is not on this computer")), (0, False, 1))
        expect("new with form %s" % name, run("new", "--form", name, "new.csv")[0], 2)


def a_form_that_is_not_sure_yet_is_none_that_is_missing():
    write("plan.csv", SMALL.replace("seven-questions", "?"))
    for said in (" ".join(session("plan.csv", "quit")[1].split()), run("text", "plan.csv")[2]):
        expect("what is said of no form", ("does not say yet which form it is for" in said,
                                           "not on this computer" in said), (True, False))


def a_save_says_what_became_of_it():
    write("plan.csv", SMALL)
    status, out = session("plan.csv", "2", "Ann", "save", "quit")
    expect("a save is told", (status, "Saved in plan.csv." in out), (0, True))
    write("plan.csv", SMALL)
    status, out = session("plan.csv", "2", "Ann", "save", room=0)
    expect("a save that failed", (status, "Not saved. " in out, "Saved in" in out),
           (3, True, False))
    expect("the plan whose save failed", read("plan.csv"), SMALL)


def a_copy_that_could_not_be_kept_holds_nobody_back():
    write("plan.csv", SMALL)
    status, out = session("plan.csv", "keep", "computer", "no/such/folder.csv", "quit", "list")
    expect("leaving after a copy that failed", (status, out.count("My support plan")), (0, 1))
    expect("the plan is still there", read("plan.csv"), SMALL)


def files():
    """What a person sees in the folder; copies from before end in a tilde."""
    return sorted(name for name in os.listdir(".") if name[0] != "." and name[-1] != "~")


def an_original_is_kept_once():
    cut = SMALL[:SMALL.index('"end",""')]
    write("cut.csv", cut)
    # The file as it is fits the disk; what is written does not: it is longer by a name and an end.
    for save in range(3):
        begin = ("not now", "go on") if save else ("go on",)  # what was not saved is offered
        session("cut.csv", *begin, "2", "Ann", "save", "save", room=len(cut.encode()))
        expect("kept after %d sessions that could not save" % (save + 1),
               files(), ["cut.csv", "cut.csv.original"])
    session("cut.csv", "bring", "save", "save", "quit")
    expect("what is kept", files(), ["cut.csv", "cut.csv.original"])
    expect("the original", read("cut.csv.original"), cut)
    expect("what is saved", '"about","","name","Ann"' in read("cut.csv"), True)


def main():
    global PROGRAM, FORMS
    PROGRAM, FORMS = (os.path.abspath(word) for word in sys.argv[1:3])
    tests = (what_is_no_plan_is_refused_in_one_sentence, other_spellings_mean_the_same,
             days_are_those_that_are_said, nothing_runs_a_terminal, words_that_are_wrong_are_told,
             a_width_is_digits_and_nothing_else, a_form_that_is_not_sure_yet_is_none_that_is_missing,
             a_new_plan_is_never_put_over_a_file, check_tells_several_plans_apart,
             a_plan_never_says_which_file_is_read, a_save_says_what_became_of_it, a_copy_that_could_not_be_kept_holds_nobody_back,
             an_original_is_kept_once)
    print("1..%d" % len(tests))
    for number, test in enumerate(tests, 1):
        del FAULTS[:]
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            test()
            os.chdir("/")
        for fault in FAULTS:
            print("# " + fault)
        print("%s %d - %s" % ("not ok" if FAULTS else "ok", number, test.__name__))


main()
