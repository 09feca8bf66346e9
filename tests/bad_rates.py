#!/usr/bin/env python3
"""A table of rates with faults is told of, file and line, and the rest of it is used. So is the list
of one-off bank holidays, on the command line and in a session.

Usage: bad_rates.py PROGRAM FORMS
"""
import os
import shutil
import subprocess
import sys
import tempfile

PLAN = "".join('"%s"\n' % row.replace(" ", '","') for row in (
    "section item field value", "plan _ format 1", "plan _ year-start 2026-04-06",
    "supporter s1 kind pa", "time t1 days Mon", "time t1 start 08:00", "time t1 end 18:00",
    "time t1 supporter s1", "employment j1 supporter s1", "employment j1 age 23-plus",
    "employment j1 wage 15.00", "employment j1 paid-every week", "employment j1 hours regular",
    "employment j1 holiday-cover no", "employment j1 only-me yes", "employment j1 allowance no",
    "end _ rows 15")).replace('"_"', '""')

# What stands in the table, what takes its place, what is told, and a row of the sums.
# 10 h at 15.00 a week: 150.00; National Insurance 15 % of 54.00 = 8.10, 421.20 a year.
CASES = [
    ("", "", "", "ni.year,421.20"),
    ("ni_employer_rate,2026/27,UK,15,", "ni_employer_rate,,UK,15,",
     "the year can't be read: ``", "ni.year,"),
    ("ni_employer_rate,2026/27,UK,15,", "ni_employer_rate,2026/27,UK,15%,",
     "the figure can't be read: `15%`", "ni.year,"),
    ("ni_employer_rate,2026/27,UK,15,percent,", "ni_employer_rate,2026/27,UK,15,GBP/hour,",
     "the unit can't be read: `GBP/hour`", "ni.year,"),
    ("ni_employer_rate,2026/27,UK,15,", "ni_employer_rate,2026/27,UK,15.005,",
     "the figure can't be read: `15.005`", "ni.year,"),
    ("ni_employer_rate,2026/27,UK,15,", "ni_employer_rate,2026/27,Mercia,15,",
     "the nation can't be read: `Mercia`", "ni.year,"),
    # A year that is not there is no fault of the table; the sum is not known.
    ("ni_employer_rate,2026/27,UK,15,", "ni_employer_rate,2019/20,UK,15,", "", "ni.year,"),
    # The second of two is not used: the threshold stays 96.00.
    ("ni_secondary_threshold_month,2026/27,UK,417,", "ni_secondary_threshold_week,2026/27,UK,1,",
     "a line before it says the same key, year and nation", "ni.year,421.20"),
]


# A year from Monday 6 June 2022 to Monday 5 June 2023 has 53 Mondays: 1 h at 10.00, and 10.00 more
# on bank holidays.
DATED = "".join('"%s"\n' % row.replace(" ", '","') for row in (
    "section item field value", "plan _ format 1", "plan _ year-start 2022-06-06",
    "plan _ year-basis dated", "supporter s1 kind pa", "rate r1 supporter s1", "rate r1 price 10.00",
    "rate r1 unit hour", "rate r2 supporter s1", "rate r2 price 20.00", "rate r2 unit hour",
    "rate r2 when bank-holiday", "time t1 days Mon", "time t1 start 08:00", "time t1 end 09:00",
    "time t1 supporter s1", "end _ rows 15")).replace('"_"', '""')

# What takes the place of the funeral's row, what is told, and the year. 8 Mondays are bank holidays
# (29 August, 26 December, 2 January, 10 April, 1 and 29 May by rule; 19 September and 8 May in the
# list): 610.00, and 10.00 less without the funeral.
FUNERAL = "2022-09-19,UK,yes,"
DAYS = [
    (FUNERAL, "", "610.00"),
    ("2022-09-31,UK,yes,", "the date can't be read: `2022-09-31`", "600.00"),
    ("2022-09-19,Mercia,yes,", "the nation can't be read: `Mercia`", "600.00"),
    ("2022-09-19,UK,perhaps,", "the word is neither yes nor no: `perhaps`", "600.00"),
]


def line_of(table, words):
    return table[:table.index(words)].count("\n") + 1


def judge(program, folder, table, case):
    before, after, told, row = case
    with open(os.path.join(folder, "rates.csv"), "w", encoding="utf-8") as file:
        file.write(table.replace(before, after, 1) if before else table)
    run = subprocess.run([program, "budget", "--csv", "-"], input=PLAN.encode(),
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                         env=dict(os.environ, SUPPORTPLAN_FORMS=folder))
    said, out = run.stderr.decode(), run.stdout.decode().splitlines()
    want = "rates.csv: Line %d is not used: %s." % (line_of(table, before), told) if told else ""
    if want not in said or (not told and "rates.csv" in said):
        return "%r: it says %r" % (after, said)
    if "employer.s1." + row not in out or "employer.s1.wages.year,7800.00" not in out:
        return "%r: the sums are %r" % (after, out[-15:])
    return None


def run_with(folder, words, typed):
    return subprocess.run(words, input=typed.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False,
                          env=dict(os.environ, SUPPORTPLAN_FORMS=folder,
                                   SUPPORTPLAN_TODAY="2022-06-01T12:00"))


def judge_days(program, folder, table, case):
    after, told, year = case
    with open(os.path.join(folder, "bank-holidays.csv"), "w", encoding="utf-8") as file:
        file.write(table.replace(FUNERAL, after, 1))
    want = "bank-holidays.csv: Line %d is not used: %s" % (line_of(table, FUNERAL), told)
    run = run_with(folder, [program, "budget", "--csv", "-"], DATED)
    said, out = run.stderr.decode(), run.stdout.decode().splitlines()
    if (want in said) != bool(told) or (not told and "bank-holidays" in said):
        return "%r: it says %r" % (after, said)
    if "cost.year," + year not in out:
        return "%r: the sums are %r" % (after, out)
    plan = os.path.join(folder, "dated.csv")
    with open(plan, "w", encoding="utf-8") as file:
        file.write(DATED)
    seen = " ".join(run_with(folder, [program, "--plain", plan], "quit\n").stdout.decode().split())
    if (want in seen) != bool(told) or (not told and "bank-holidays" in seen):
        return "%r: the session says %r" % (after, seen[:400])
    return None


def main():
    program, forms = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as scratch:
        folder = shutil.copytree(forms, os.path.join(scratch, "forms"))
        with open(os.path.join(forms, "rates.csv"), encoding="utf-8") as file:
            table = file.read()
        with open(os.path.join(forms, "bank-holidays.csv"), encoding="utf-8") as file:
            days = file.read()
        faults = [fault for case in DAYS if (fault := judge_days(program, folder, days, case))]
        faults += [fault for case in CASES if (fault := judge(program, folder, table, case))]
    print("\n".join(faults) or "%d tables are told of and used" % (len(CASES) + len(DAYS)))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
