#!/usr/bin/env python3
"""What it costs to employ somebody, reckoned a second time.

Makes random plans with one or two people who are employed, works out what each costs with
Python's own fractions, and compares with the employer rows of `supportplan budget --csv`. It
shares nothing with the program: the figures of the law stand here as they were published.

Usage: reckon_jobs.py PROGRAM [COUNT [FIRST]]
"""
import random
import subprocess
import sys
from fractions import Fraction as F

# Tax year -> what the law sets, in pounds and per cent; by the pay day where it differs.
DAYS = {"week": 52, "2weeks": 26, "4weeks": 13, "month": 12}
THRESHOLD = {2024: {"week": 175, "4weeks": 700, "month": 758},
             2025: {"week": 96, "2weeks": 193, "4weeks": 385, "month": 417},
             2026: {"week": 96, "2weeks": 193, "4weeks": 385, "month": 417}}
NI_RATE = {2024: F("13.8"), 2025: F(15), 2026: F(15)}
ALLOWANCE = {2024: 5000, 2025: 10500, 2026: 10500}
BAND = {"week": (120, 192, 967), "2weeks": (240, 384, 1934), "4weeks": (480, 768, 3867),
        "month": (520, 833, 4189)}
MILE = {2024: (45, 25), 2025: (45, 25), 2026: (55, 25)}
YEARS = {2024: "2024-04-06", 2025: "2025-04-01", 2026: "2026-04-06", 2027: "2027-04-06"}
UNKNOWN = None


def half_up(x):
    """Pounds to whole pence."""
    return (x * 100 + F(1, 2)).__floor__()


def ni(pay, threshold, rate):
    """By the rule of payroll, in pence: four decimals of a pound, then the third decides."""
    above = max(0, pay - threshold * 100)
    fine = (above * rate).__floor__()          # pence x per cent: ten-thousandths of a pound
    return (fine // 10 + 4) // 10


def job_cost(job, left):
    """The rows of one job in pence; UNKNOWN where a fact or a rate is missing."""
    year, every, days = job["year"], job.get("paid-every"), DAYS.get(job.get("paid-every"))
    law = year in NI_RATE
    rows, parts, known = {}, {}, True
    wage, hourly_minutes = job["wage"], job["minutes"]
    nights, awake = job["nights"], job.get("awake") or 0
    pay = F(hourly_minutes) * wage / 60 + job["flat"]
    woken = nights * awake * wage / 60
    if every is None:
        return None, 0, False
    parts["wages"] = half_up(F(hourly_minutes) * wage / 60 * 52 / days) * days
    parts["flat"] = half_up(job["flat"] * 52 / days) * days
    parts["awake"] = half_up(woken * 52 / days) * days
    work = (parts["wages"] + parts["flat"] + parts["awake"]) // days
    hours, cover = job.get("hours"), job.get("holiday-cover")
    ireland = job["nation"] == "northern-ireland"
    earned = F(56, 464) if ireland else F(1207, 10000)
    holiday = 0
    if hours is None:
        holiday = UNKNOWN
    elif hours != "regular":
        holiday = half_up(F(work, 100) * earned)
    parts["holiday"] = UNKNOWN if holiday is UNKNOWN else holiday * days
    charge = UNKNOWN
    age = job.get("age")
    if holiday is not UNKNOWN and age and law:
        if age in ("16-17", "18-20", "apprentice"):
            charge = 0
        elif every in THRESHOLD[year]:
            charge = ni(work + holiday, THRESHOLD[year][every], NI_RATE[year])
    parts["ni"] = UNKNOWN if charge is UNKNOWN else charge * days
    parts["allowance"] = allowance = 0
    if charge is UNKNOWN:
        parts["allowance"] = UNKNOWN
    elif charge and "no" not in (job.get("only-me"), job.get("allowance")):
        if job.get("only-me") and job.get("allowance"):
            parts["allowance"] = allowance = -min(charge * days, left)
        else:
            parts["allowance"] = UNKNOWN
    parts["pension"] = pension(job, work + holiday, every) * days \
        if law and holiday is not UNKNOWN and pension(job, work + holiday, every) is not UNKNOWN \
        else UNKNOWN
    weeks = F(28, max(5, len(job["days"])))
    weeks = min(weeks, F(56, 10))
    parts["cover"] = 0
    if hours == "regular" and cover != "no":
        parts["cover"] = UNKNOWN
        if cover == "yes":
            parts["cover"] = half_up((pay + woken) * weeks * (1 + earned))
    miles = (job.get("miles") or 0) * 13
    parts["mileage"] = 0
    if miles and "mileage" in job:
        parts["mileage"] = miles * job["mileage"]
    elif miles:
        first, after = MILE.get(year, (UNKNOWN, UNKNOWN))
        parts["mileage"] = UNKNOWN if first is UNKNOWN else \
            min(miles, 10000) * first + max(0, miles - 10000) * after
    parts["insurance"] = job.get("insurance", 0)
    parts["payroll"] = 0
    if "payroll" in job:
        often = dict(DAYS, year=1).get(job.get("payroll-every"))
        parts["payroll"] = UNKNOWN if often is None else job["payroll"] * often
    known = UNKNOWN not in parts.values()
    total = sum(part for part in parts.values() if part is not UNKNOWN)
    by_day = [parts[name] for name in ("wages", "flat", "awake", "holiday", "ni", "pension")]
    if known:
        rows["payday"] = sum(by_day) // days - (charge if parts["allowance"] or
                                                used_up(job, charge) else 0)
        rows["week"] = half_up(F(total, 5200))
        rows["4weeks"] = half_up(F(total, 1300))
        rows["year"] = total
        there = 52 - weeks if hours == "regular" and cover == "no" else 52
        if hourly_minutes:
            rows["hour"] = half_up(F(total, 100) / (F(hourly_minutes) * there / 60))
        rows["planyear"] = plan_year(job, parts, left)
    for name in ("wages", "holiday", "ni", "allowance", "pension", "cover", "mileage"):
        rows[name + ".year"] = parts[name]
    return rows, allowance, known


def plan_year(job, parts, left):
    """The lines in the days of the plan's year, each rounded: what hangs on time grows."""
    days = 364
    if job["basis"] != "52":
        days = 366 if job["year"] == 2027 else 365  # from April 2027 on there is a 29 February
    grown = {name: half_up(F(pence, 100) * days / 364) for name, pence in parts.items()}
    grown["insurance"] = parts["insurance"]
    if job.get("payroll-every") in ("month", "year"):
        grown["payroll"] = parts["payroll"]
    if parts["allowance"]:
        grown["allowance"] = -min(grown["ni"], left)
    return sum(grown.values())


def used_up(job, charge):
    """The allowance is claimed rightly, though nothing of it may be left."""
    return charge and job.get("only-me") == "yes" and job.get("allowance") == "yes"


def pension(job, pay, every):
    lower, trigger, upper = BAND[every]
    share = half_up(F(max(0, min(pay, upper * 100) - lower * 100), 100) * F(3, 100))
    if "pension" in job:
        return share if job["pension"] == "in" else 0
    if pay < trigger * 100:
        return 0
    if job.get("age") in (None, "apprentice"):
        return UNKNOWN
    return share if job["age"] in ("22", "23-plus") else 0


class Dice:
    """A random plan, and its jobs as they are meant."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.year = self.r.choice([2024, 2025, 2026, 2026, 2026, 2027])
        self.nation = self.r.choice(["england", "scotland", "wales", "northern-ireland"])
        self.facts = [("plan", "", "format", "1"), ("plan", "", "year-start", YEARS[self.year]),
                      ("plan", "", "last", "99"), ("about", "", "nation", self.nation)]
        self.basis = random.Random(seed + 1).choice(["52", "365/7", "dated"])
        self.facts.insert(2, ("plan", "", "year-basis", self.basis))
        self.jobs = [self.job(i + 1) for i in range(self.r.choice([1, 1, 2]))]

    def fact(self, job, field, value, chance=0.9):
        """Give a fact, mostly; a "?" now and then. It is told of the job where it is known."""
        roll = self.r.random()
        if roll < chance:
            job[field] = value
            self.lines.append((field, str(value)))
        elif roll < chance + 0.03:
            self.lines.append((field, "?"))

    def money(self, job, field, pence, chance=0.5):
        if self.r.random() < chance:
            job[field] = pence
            self.lines.append((field, "%d.%02d" % divmod(pence, 100)))

    def job(self, number):
        r, s, self.lines = self.r, "s%d" % number, []
        pence = r.randrange(800, 2500)
        days = r.sample(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], r.randrange(1, 8))
        days.sort(key=["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index)
        minutes = r.randrange(10, 600)
        job = {"year": self.year, "basis": self.basis, "nation": self.nation, "wage": F(pence, 100), "days": set(days),
               "minutes": minutes * len(days), "flat": F(0), "nights": 0, "name": s}
        self.facts += [("supporter", s, "kind", "pa"),
                       ("time", "t%d" % number, "days", " ".join(days)),
                       ("time", "t%d" % number, "start", "06:00"),
                       ("time", "t%d" % number, "minutes", str(minutes)),
                       ("time", "t%d" % number, "supporter", s)]
        if r.random() < 0.3:
            self.night(job, number, s)
        self.lines.append(("supporter", s))
        self.fact(job, "age", r.choice("16-17 18-20 21 22 23-plus 23-plus 23-plus pension-age "
                                       "apprentice".split()))
        self.lines.append(("wage", "%d.%02d" % divmod(pence, 100)))
        self.fact(job, "paid-every", r.choice(list(DAYS)))
        self.fact(job, "hours", r.choice(["regular", "regular", "irregular", "part-year"]))
        self.fact(job, "holiday-cover", r.choice(["yes", "no"]))
        if r.random() < 0.4:
            self.fact(job, "pension", r.choice(["in", "out"]), 1)
        self.fact(job, "only-me", r.choice(["yes", "yes", "no"]))
        self.fact(job, "allowance", r.choice(["yes", "yes", "no"]))
        if job["nights"]:
            self.fact(job, "awake", r.randrange(0, 120), 1)
        if r.random() < 0.5:
            self.fact(job, "miles", r.randrange(1, 1500), 1)
            self.money(job, "mileage", r.randrange(10, 60), 0.3)
        self.money(job, "insurance", r.randrange(0, 12000))
        if r.random() < 0.5:
            self.money(job, "payroll", r.randrange(0, 5000), 1)
            self.fact(job, "payroll-every", r.choice(list(DAYS) + ["year"]))
        self.item = [("employment", "j%d" % number, field, value) for field, value in self.lines]
        self.facts += self.item
        return job

    def night(self, job, number, s):
        price, rate = self.r.randrange(3000, 15000), "r%d" % number
        self.facts += [("rate", rate, "supporter", s), ("rate", rate, "unit", "night"),
                       ("rate", rate, "price", "%d.%02d" % divmod(price, 100)),
                       ("time", "t1%d" % number, "days", "Sat"),
                       ("time", "t1%d" % number, "start", "22:00"),
                       ("time", "t1%d" % number, "end", "05:00"),
                       ("time", "t1%d" % number, "supporter", s),
                       ("time", "t1%d" % number, "rate", rate),
                       ("time", "t%d" % number, "rate", "r2%d" % number),
                       ("rate", "r2%d" % number, "unit", "hour"),
                       ("rate", "r2%d" % number, "price", "1.00")]
        job["flat"], job["nights"] = F(price, 100), 1
        job["days"].add("Sat")

    def plan(self):
        rows = [("section", "item", "field", "value")] + self.facts
        rows.append(("end", "", "rows", str(len(self.facts))))
        return "".join(",".join('"%s"' % cell for cell in row) + "\n" for row in rows)


def reckon(dice):
    rows, left = {}, ALLOWANCE.get(dice.year, 0) * 100
    for job in dice.jobs:
        cost, used, _ = job_cost(job, left)
        left += used
        for key in ("payday", "week", "4weeks", "year", "planyear", "hour", "wages.year", "holiday.year",
                    "ni.year", "allowance.year", "pension.year", "cover.year"):
            value = cost.get(key) if cost else UNKNOWN
            name = "employer.%s.%s" % (job["name"], key)
            rows[name] = "" if value is UNKNOWN else \
                ("-" if value < 0 else "") + "%d.%02d" % divmod(abs(value), 100)
    return rows


def differences(program, seed):
    dice = Dice(seed)
    run = subprocess.run([program, "budget", "--csv", "-"], input=dice.plan().encode(),
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    got = dict(line.split(",", 1) for line in run.stdout.decode().splitlines())
    return ["%s: %s, not %s" % (key, got.get(key), want)
            for key, want in reckon(dice).items() if got.get(key) != want]


def main():
    numbers = [int(word) for word in sys.argv[2:]] + [500, 1][len(sys.argv) - 2:]
    for seed in range(numbers[1], numbers[1] + numbers[0]):
        wrong = differences(sys.argv[1], seed)
        if wrong:
            print("seed %d:\n%s" % (seed, "\n".join(wrong)))
            sys.exit(1)
    print("%d plans agree" % numbers[0])


if __name__ == "__main__":
    main()
