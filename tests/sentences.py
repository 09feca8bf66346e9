#!/usr/bin/env python3
"""Is every sentence of the program short, kind and plain?

Usage: sentences.py SRC-FOLDER FORMS-FOLDER  every _(), N_() and ngettext() of the sources, and
                                             what the spending guide says
       sentences.py --able-to-fail           check that planted faults are found

A sentence of more than 20 words stops it, and so does a word that blames or shouts; so do
findings or a whole where fewer than nine in ten have 15 words, or whose reading grade is above
6. Sentences over 15 words are listed: they are allowed, and worth a second look. The grade comes
from `style` (Debian package diction) where it is installed. The forms have reading.sh.
"""
import csv
import pathlib
import re
import shutil
import subprocess
import sys

WORST, AIM, SHARE, GRADE = 20, 15, 90, 6.0
NEVER = re.compile(r"\b(invalid|illegal|errors?|sorry|please|oops|fail(?:ed|s|ure)?|forgot|"
                   r"forgotten|must not|not allowed to use|abort(?:ed)?|fatal|wrong input)\b|!", re.I)
CALL = re.compile(r"(?<![A-Za-z0-9_])(?:N?_|ngettext)\s*\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
END = re.compile(r"(?<=[.?])[\"')]*\s+|\n\n+|\n(?= )|  +")  # two blanks part the keys of a key bar


def without_comments(code):
    """C without its comments; what looks like one in a string stays."""
    return re.sub(r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|//[^\n]*',
                  lambda found: found.group() if found.group()[0] == '"' else " ",
                  code, flags=re.S)


def argument(code, at):
    """The text between the bracket that ends at a place and the one that closes it."""
    depth, start = 1, at
    while depth and at < len(code):
        if code[at] == '"':
            at = LITERAL.match(code, at).end()
            continue
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        at += 1
    return code[start:at - 1]


def strings(code):
    """The strings that a person reads: literals side by side are one."""
    code = without_comments(code)
    for call in CALL.finditer(code):
        inside = argument(code, call.end())
        for run in re.finditer(r'(?:"(?:[^"\\]|\\.)*"\s*)+', inside):
            words = "".join(LITERAL.findall(run.group()))
            yield words.replace("\\n", "\n").replace('\\"', '"').replace("%%", "%")


def sentences(words):
    for sentence in END.split(words):
        sentence = " ".join(sentence.split())
        if re.search("[A-Za-z]{2}", sentence):
            yield sentence


def look_at(code):
    """All sentences of some C, each with what is amiss ("" where nothing is)."""
    for words in strings(code):
        for sentence in sentences(words):
            count = len(sentence.split())
            bad = NEVER.search(sentence)
            amiss = "%d words" % count if count > WORST else ""
            if bad:
                amiss = 'says "%s"' % bad.group()
            yield sentence, count, amiss


def spoken(sentence):
    """A sentence as it may be read out: something stands where printf puts it in."""
    return re.sub(r"%[-+ 0-9.*]*(?:hh|h|ll|l|z|j|t)?[a-zA-Z]", "Sam", sentence)


def grade(said):
    """The reading grade (Flesch-Kincaid) of what are whole sentences; labels would make it look
    easier. None where nobody can say."""
    if not shutil.which("style"):
        return None
    whole = [spoken(sentence) for sentence in said if sentence.endswith((".", "?"))]
    told = subprocess.run(["style"], input="\n".join(whole),
                          capture_output=True, text=True, check=True).stdout
    return float(re.search(r"Kincaid: (-?[0-9.]+)", told).group(1))


def enough(name, said, measure=grade):
    """Print what a body of sentences is like. Whether it is short and plain enough."""
    short = 100 * sum(len(sentence.split()) <= AIM for sentence in said) / len(said)
    level = measure(said)
    print("%s: %d sentences; %.1f percent have %d words or fewer; reading grade %s"
          % (name, len(said), short, AIM, "not measured" if level is None else level))
    return short >= SHARE and (level is None or level <= GRADE)


def guide(forms):
    """What the spending guide says to people."""
    with open(pathlib.Path(forms) / "spending.csv", encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield from sentences(row["says"])


def judge(folder, forms):
    bad = 0
    bodies = {"all": [], "findings": [], "the spending guide": list(guide(forms))}
    for path in sorted(pathlib.Path(folder).glob("*.[ch]")):
        for sentence, count, amiss in look_at(path.read_text(encoding="utf-8")):
            bodies["all"].append(sentence)
            if path.name.startswith("check"):
                bodies["findings"].append(sentence)
            bad += bool(amiss)
            if amiss or count > AIM:
                print("%s %s: %s" % (amiss or "  %d words" % count, path.name, sentence))
    if not all(bodies.values()):
        sys.exit("no sentences found")
    plain = [enough(name, said) for name, said in bodies.items()]
    print("%d to be changed" % bad)
    return 0 if all(plain) and not bad else 1


def able_to_fail():
    long_one = " ".join(["word"] * 21) + "."
    planted = {'x = _("Invalid value.");': 1, '{N_("Please wait")}': 1, '_("Saved!")': 1,
               '_("%s")' % long_one: 1, '_("Short. " /* c */ "%s")' % long_one: 1,
               'ngettext("%zu error", "some", n)': 1,
               '/* _("Sorry") */ _("Fine.") "error" x_("error")': 0,
               '_("%s %s")' % (long_one[:60] + ".", long_one[:60] + "."): 0}
    for code, wanted in planted.items():
        found = sum(bool(amiss) for _, _, amiss in look_at(code))
        if found != wanted:
            sys.exit("%s: %d found, not %d" % (code, found, wanted))
    short, long = ["It is."] * 9, ["%s" % long_one]
    if enough("as planted", short + 2 * long, lambda said: None):
        sys.exit("two long sentences of eleven were let pass")
    if enough("as planted", short + long, lambda said: 6.1):
        sys.exit("a hard text was let pass")
    if not enough("as planted", short + long, lambda said: 6.0):
        sys.exit("a plain text was not let pass")
    hard = "Notwithstanding administrative considerations, remuneration necessitates authorisation."
    if grade([hard]) is not None and grade([hard]) <= GRADE:
        sys.exit("a hard sentence was measured as plain")
    return 0


sys.exit(able_to_fail() if sys.argv[1] == "--able-to-fail" else judge(*sys.argv[1:]))
