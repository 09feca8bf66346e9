#!/usr/bin/env python3
"""A plan of many timetable lines, for the benchmarks: the same for the same words.

Visits of 20 minutes follow each other round the clock, each on some days of the week: 216
lines go by before two people are there at once.

Usage: make_plan.py LINES [PATTERNS [RATES [FUNDS]]] >PLAN
"""
import csv
import sys

# (slot, days): six lines fill every day of two slots
VISITS = [(0, "Mon Tue Wed Thu Fri"), (0, "Sat Sun"),
          (1, "Mon Wed Fri"), (1, "Tue Thu"), (1, "Sat"), (1, "Sun")]
SLOT = 20


def facts(lines, patterns, rates, funds):
    yield "plan", "", "format", "1"
    yield "plan", "", "form", "seven-questions"
    yield "plan", "", "year-basis", "52"
    for i in range(1, 11):
        yield "supporter", "s%d" % i, "name", "Supporter %d" % i
        yield "supporter", "s%d" % i, "kind", "family" if i == 10 else "agency"
    for i in range(1, rates + 1):
        yield "rate", "r%d" % i, "supporter", "s%d" % (i % 10 + 1)
        yield "rate", "r%d" % i, "price", "%d.%02d" % (13 + i % 9, i % 100)
        yield "rate", "r%d" % i, "unit", ["hour", "visit"][i % 2]
    for i in range(1, patterns + 1):
        yield "week", "w%d" % i, "name", "Pattern %d" % i
        yield "week", "w%d" % i, "weeks", "1"
    for i in range(1, lines + 1):
        item = "t%d" % i
        slot, days = VISITS[(i - 1) % 6]
        start = ((i - 1) // 6 * 2 + slot) * SLOT % (24 * 60)
        if patterns and i % 3:
            yield "time", item, "week", "w%d" % (i % patterns + 1)
        yield "time", item, "days", days
        yield "time", item, "start", "%02d:%02d" % divmod(start, 60)
        yield "time", item, "end", "%02d:%02d" % divmod(start + SLOT, 60)
        yield "time", item, "what", "Visit %d, help with what the day brings" % i
        yield "time", item, "supporter", "s%d" % (i % 10 + 1)
        yield "time", item, "rate", "r%d" % (i % rates + 1)
        if funds and i % 2:
            yield "time", item, "pays", "f%d" % (i % funds + 1)
    yield "fund", "budget", "amount", "100000.00"
    yield "fund", "budget", "every", "year"
    for i in range(1, funds + 1):
        yield "fund", "f%d" % i, "name", "Fund %d" % i
        yield "fund", "f%d" % i, "amount", "%d.00" % i
        yield "fund", "f%d" % i, "every", "month"


def main():
    counts = [int(word) for word in sys.argv[1:]]
    if not 1 <= len(counts) <= 4:
        sys.exit(__doc__)
    rows = list(facts(*(counts + [0, 20, 0][len(counts) - 1:])))
    out = csv.writer(sys.stdout, lineterminator="\n", quoting=csv.QUOTE_ALL)
    out.writerow(["section", "item", "field", "value"])
    out.writerows(rows)
    out.writerow(["end", "", "rows", len(rows)])


if __name__ == "__main__":
    main()
