#!/usr/bin/env python3
"""Is every sentence of the program short, kind and plain?

Usage: sentences.py SRC-FOLDER     every _(), N_() and ngettext() of its sources
       sentences.py --able-to-fail check that planted faults are found

A sentence of more than 20 words stops it, and so does a word that blames or shouts.
Sentences over 15 words are listed: they are allowed, and worth a second look. The forms
have reading.sh.
"""
import pathlib
import re
import sys

WORST, AIM = 20, 15
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


def judge(folder):
    total = short = bad = 0
    for path in sorted(pathlib.Path(folder).glob("*.[ch]")):
        for sentence, count, amiss in look_at(path.read_text(encoding="utf-8")):
            total += 1
            short += count <= AIM
            bad += bool(amiss)
            if amiss or count > AIM:
                print("%s %s: %s" % (amiss or "  %d words" % count, path.name, sentence))
    if not total:
        sys.exit("no sentences found")
    print("%d sentences; %.1f percent have %d words or fewer; %d to be changed"
          % (total, 100 * short / total, AIM, bad))
    return 1 if bad else 0


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
    return 0


sys.exit(able_to_fail() if sys.argv[1] == "--able-to-fail" else judge(sys.argv[1]))
