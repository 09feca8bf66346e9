#!/usr/bin/env python3
"""The sums of a plan, reckoned a second time.

Reads a plan file and prints what `supportplan budget --csv` should print. It is written
from the specification of the sums alone, with Python's own fractions, and shares nothing
with the program: where the two differ, one of them is wrong. It reads files as the program
itself writes them. One-off bank holidays are those of forms/bank-holidays.csv.

Usage: reckon.py PLAN                            (PLAN may be -, standard input)
       reckon.py --against PROGRAM [COUNT [FIRST]]
                   compare with `PROGRAM budget --csv` over COUNT random plans (500);
                   RECKON=N in the environment stands in for COUNT
       reckon.py --random SEED                  print the random plan of a seed
"""
import csv
import datetime
import io
import os
import random
import re
import subprocess
import sys
from fractions import Fraction

WEEK = 7 * 24 * 60
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
UNSURE = "?"
# What comes to more pence than this, in an ordinary week or in the year, is not counted
# (forms/plan-format.md, "What is too large").
TOO_LARGE = 80_000_000_000_000
UNPAID_KINDS = {"family", "friend", "neighbour", "volunteer", "community", "technology"}
GUARD = re.compile(r"\A'+([=@\t\r\n]|[+-](?![0-9 ().-]*\Z))")
DAY = datetime.timedelta(days=1)
KINDS = {
    "about": {"nation": "england wales scotland northern-ireland"},
    "plan": {"year-start": "date", "year-basis": "52 365/7 dated"},
    "supporter": {"kind": "family friend neighbour volunteer community pa self-employed agency "
                          "day-service council nhs technology other"},
    "rate": {"supporter": "->supporter", "price": "money",
             "unit": "hour visit night day session week",
             "when": "any weekday weekend saturday sunday bank-holiday",
             "minutes": "minutes", "from": "clock", "to": "clock"},
    "week": {"weeks": "number", "starts": "date", "every": "number", "dates": "dates"},
    "time": {"week": "->week", "days": "days", "start": "clock", "end": "clock",
             "minutes": "minutes", "times": "number", "supporter": "->supporter",
             "rate": "->rate", "workers": "number", "sharing": "number", "pays": "->fund unpaid"},
    "cost": {"price": "money", "quantity": "number", "every": "week 4weeks month year once",
             "pays": "->fund", "set-aside": "yes no"},
    "fund": {"amount": "money", "every": "week 4weeks month year once",
             "status": "not-told indicative final"},
    "contribution": {"status": "not-assessed nil amount", "amount": "money",
                     "every": "week 4weeks month", "charged": "week 4weeks"},
}


def clock(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def value_of(kind, text, plan):
    """A value as Python likes it; UNSURE where it can't be used."""
    try:
        if kind.startswith("->"):
            section, *words = kind[2:].split()
            there = text in plan.get(section, {}) or text in words
            there |= section == "fund" and text == "budget"
            there |= section == "week" and text == "w1" and not plan.get("week")
            return text if there else UNSURE
        if kind == "money":
            return Fraction(text) * 100
        if kind in ("number", "minutes"):
            return int(text)
        if kind == "clock":
            return clock(text)
        if kind == "days":
            return [DAYS.index(day) for day in text.split()]
        if kind == "date":
            return datetime.date.fromisoformat(text)
        if kind == "dates":
            ends = [part.split("/") for part in text.split()]
            return [tuple(datetime.date.fromisoformat(end[i]) for i in (0, -1)) for end in ends]
        return text if text in kind.split() else UNSURE
    except (ValueError, ZeroDivisionError):
        return UNSURE


def read_plan(stream):
    """section -> item -> field -> value, items in the order of the file."""
    raw = {}
    rows = csv.reader(stream)
    next(rows)
    for row in rows:
        if row and row[0] == "end":
            break
        if len(row) != 4:
            continue
        section, item, field, text = row
        if GUARD.match(text):
            text = text[1:]
        raw.setdefault(section, {}).setdefault(item, {}).setdefault(field, text)
    plan = {}
    for section, items in raw.items():
        for item, fields in items.items():
            facts = plan.setdefault(section, {}).setdefault(item, {})
            for field, text in fields.items():
                kind = KINDS.get(section, {}).get(field)
                if kind:
                    facts[field] = UNSURE if text == UNSURE else value_of(kind, text, raw)
    return plan


def half_up(exact):
    """A fraction to a whole number, half up."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def countable(exact):
    """The same, or None where it is unknown or too large."""
    return None if exact is None or exact > TOO_LARGE else exact


class Line:
    """A timetable line (2.1, 2.3)."""

    def __init__(self, item, facts, plan):
        self.item, self.facts, self.plan = item, facts, plan
        self.varying = "start" not in facts
        self.days = [0] if self.varying else facts.get("days", [0])
        self.helped = "supporter" in facts or "rate" in facts
        self.payer = self.find_payer()
        self.length = self.find_length()

    def get(self, field, default=None):
        return self.facts.get(field, default)

    def find_payer(self):
        """A fund, "unpaid", or UNSURE for nobody known yet."""
        if "pays" in self.facts:
            return self.facts["pays"]
        supporter = self.get("supporter")
        if supporter == UNSURE:
            return UNSURE
        if supporter is None:
            return "budget" if self.helped else "unpaid"
        kind = self.plan.get("supporter", {}).get(supporter, {}).get("kind")
        if kind == UNSURE:
            return UNSURE
        return "unpaid" if kind in UNPAID_KINDS else "budget"

    def find_length(self):
        """Minutes of a visit, or of the week where it varies; None where that hangs on a "?"."""
        if not self.varying and "end" in self.facts:
            start, end = self.facts["start"], self.facts["end"]
            if UNSURE in (start, end):
                return None
            return end - start if end > start else end - start + 1440
        length = self.get("minutes", UNSURE)
        return None if length == UNSURE else length

    def occurs(self):
        """How often a week its length counts; None where its days are "?"."""
        if self.varying:
            return 1
        return None if self.days == UNSURE else len(self.days)

    def in_pattern(self, pattern):
        return self.get("week", pattern) == pattern

    def spans(self):
        """Where it has clock times: each as (minute of the week, minutes)."""
        start = self.get("start")
        if start in (None, UNSURE) or self.days == UNSURE or self.length is None:
            return []
        return [(day * 1440 + start, self.length) for day in self.days]


def when_rank(when, day, holiday):
    """How near a rate's days are to a weekday, a bank holiday or not; or None (2.3)."""
    return {"any": 0,
            "weekday": 1 if day < 5 else None,
            "weekend": 1 if day > 4 else None,
            "saturday": 2 if day == 5 else None,
            "sunday": 2 if day == 6 else None,
            "bank-holiday": 3 if holiday else None}[when]


def inside_hours(line, rate):
    """Whether every minute of the line is one of the rate's hours."""
    start = line.get("start")
    if start in (None, UNSURE) or line.length is None:
        return False
    begin, end = rate.get("from", 0) % 1440, rate.get("to", 0) % 1440
    if end <= begin:
        end += 1440
    if end - begin == 1440:
        return True
    return any(begin <= start + shift and start + shift + line.length <= end
               for shift in (0, 1440))


def fit(line, rate, day, holiday):
    """A tuple that grows with how well a rate fits, or None."""
    if any(rate.get(field) == UNSURE for field in ("when", "minutes", "from", "to")):
        return None
    rank = when_rank(rate.get("when", "any"), day, holiday)
    if rank is None:
        return None
    if "minutes" in rate:
        times = line.get("times", 1) if line.varying else 1
        if line.length is None or times == UNSURE:
            return None
        if Fraction(line.length, times) != rate["minutes"]:
            return None
    hours = "from" in rate or "to" in rate
    if hours and not inside_hours(line, rate):
        return None
    return ("minutes" in rate, hours, rank)


def rate_on(line, plan, day, holiday=False):
    """The name of the rate for a day, or None."""
    if "rate" in line.facts:
        return None if line.facts["rate"] == UNSURE else line.facts["rate"]
    supporter = line.get("supporter")
    if supporter in (None, UNSURE):
        return None
    fits = [(fit(line, rate, day, holiday), name) for name, rate in plan.get("rate", {}).items()
            if rate.get("supporter") == supporter]
    fits = sorted(pair for pair in fits if pair[0] is not None)
    if not fits or (len(fits) > 1 and fits[-1][0] == fits[-2][0]):
        return None
    return fits[-1][1]


def ordinary_week(line, plan):
    """The exact cost of an ordinary week of a line (2.4); None where it is not priced yet."""
    if line.payer == "unpaid":
        return Fraction(0)
    doubts = [line.get(field) for field in ("week", "rate", "workers", "sharing")]
    if UNSURE in doubts or line.payer == UNSURE or line.days == UNSURE:
        return None
    total, weekly = Fraction(0), set()
    for day in line.days:
        name = rate_on(line, plan, day)
        rate = plan.get("rate", {}).get(name, {})
        price, unit = rate.get("price", UNSURE), rate.get("unit", UNSURE)
        if name is None or UNSURE in (price, unit):
            return None
        if unit == "hour":
            if line.length is None:
                return None
            total += price * line.length / 60
        elif unit == "week":
            if name not in weekly:
                total += price
            weekly.add(name)
        else:
            times = line.get("times", 1) if line.varying else 1
            if times == UNSURE:
                return None
            total += price * times
    return countable(total * line.get("workers", 1) / line.get("sharing", 1))


def easter(year):
    """Easter Sunday, by Gauss's way with the Gregorian corrections."""
    century = year // 100
    moon = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    sunday = (4 + century - century // 4) % 7
    full = (19 * (year % 19) + moon) % 30
    after = (2 * (year % 4) + 4 * (year % 7) + 6 * full + sunday) % 7
    if (full == 29 and after == 6) or (full == 28 and after == 6 and year % 19 > 10):
        after -= 7
    return datetime.date(year, 3, 22) + (full + after) * DAY


def mondays(year, month):
    """Every Monday of a month."""
    days = [datetime.date(year, month, day) for day in range(1, 29)]
    days += [days[-1] + i * DAY for i in (1, 2, 3)]
    return [day for day in days if day.weekday() == 0 and day.month == month]


def bank_holidays(year, nation):
    """The bank holidays of a calendar year, without one-off days."""
    scotland, ireland = nation == "scotland", nation == "northern-ireland"
    fixed = [(1, 1), (12, 25), (12, 26)]
    fixed += [(1, 2), (11, 30)] if scotland else []
    fixed += [(3, 17), (7, 12)] if ireland else []
    days = {easter(year) - 2 * DAY, mondays(year, 5)[0], mondays(year, 5)[-1],
            mondays(year, 8)[0 if scotland else -1]}
    if not scotland:
        days.add(easter(year) + DAY)
    fixed = [datetime.date(year, *month_day) for month_day in sorted(fixed)]
    days.update(day for day in fixed if day.weekday() < 5)
    for day in fixed:
        if day.weekday() >= 5:
            while day in days or day.weekday() >= 5:
                day += DAY
            days.add(day)
    return days


def one_off_days(nation):
    """The bank holidays of a nation that no rule gives: those more, and those moved away."""
    places = {"UK": "england wales scotland northern-ireland", "England and Wales": "england wales",
              "GB": "england wales scotland", "NI": "northern-ireland"}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../forms/bank-holidays.csv")
    with open(path, encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream)
                if nation in places.get(row["nation"], row["nation"].lower()).split()]
    days = [(datetime.date.fromisoformat(row["date"]), row["bank_holiday"]) for row in rows]
    return {day for day, yes in days if yes == "yes"}, {day for day, yes in days if yes == "no"}


def clock_changes(year):
    """Each Sunday on which the clocks change, with the hours that its night is longer by."""
    def last_sunday(month):
        end = datetime.date(year, month, 31)
        return end - (end.weekday() + 1) % 7 * DAY
    return {last_sunday(3): -1, last_sunday(10): 1}


def part_rate(line, plan, moment, holidays):
    """The rate, where it can price hours, for a part of a line that begins at a moment."""
    name = rate_on(line, plan, moment.weekday(), moment in holidays)
    rate = plan.get("rate", {}).get(name, {})
    return rate if rate.get("unit") == "hour" and rate.get("price", UNSURE) != UNSURE else None


class Dated:
    """The plan year day by day (2.6)."""

    def __init__(self, plan, start, count):
        self.plan = plan
        self.dates = [start + i * DAY for i in range(count)]
        nation = plan.get("about", {}).get("", {}).get("nation", UNSURE)
        nation = "england" if nation == UNSURE else nation
        years = range(start.year, start.year + 3)
        more, moved = one_off_days(nation)
        self.holidays = {day for y in years for day in bank_holidays(y, nation)} - moved | more
        self.changes = {day: hours for y in years for day, hours in clock_changes(y).items()}
        self.patterns = {day: self.pattern_on(day) for day in self.dates}

    def pattern_on(self, day):
        weeks = self.plan.get("week")
        if not weeks:
            return "w1"
        sure = {name: week for name, week in weeks.items()
                if UNSURE not in [week.get(field) for field in ("starts", "every", "dates")]}
        for name, week in sure.items():
            if any(first <= day <= last for first, last in week.get("dates", [])):
                return name
        for name, week in sure.items():
            if "starts" in week:
                gone = (day - week["starts"]).days + week["starts"].weekday()
                if gone >= 0 and gone // 7 % week.get("every", 1) == 0:
                    return name
        plain = [name for name, week in sure.items() if "dates" not in week and "starts" not in week]
        return plain[0] if plain else None

    def days_of(self, line):
        return [day for day in self.dates if line.in_pattern(self.patterns[day])]

    def extra_hour(self, line, day):
        """(midnights before it, hours) of a clock change that a line starting on a day spans."""
        begin = line.facts["start"]
        if begin == UNSURE:
            return 0, 0
        for sunday, hours in self.changes.items():
            midnights = (sunday - day).days
            one = midnights * 1440 + 60
            if midnights >= 0 and begin <= one and one + 60 <= begin + line.length:
                return midnights, hours
        return 0, 0

    def hourly(self, line, day, rate):
        """One visit by the hour, in its two parts."""
        begin = line.facts["start"]
        first = line.length if begin == UNSURE else min(line.length, 1440 - begin)
        second = line.length - first
        night = part_rate(line, self.plan, day + DAY, self.holidays) or rate
        midnights, hours = self.extra_hour(line, day)
        if midnights:
            second += 60 * hours
        else:
            first += 60 * hours
        return (rate["price"] * first + night["price"] * second) / 60

    def visit(self, line, day):
        """(cost, None) of a visit; a price by the week gives (0, its rate); None: no price."""
        name = rate_on(line, self.plan, day.weekday(), day in self.holidays)
        rate = self.plan.get("rate", {}).get(name, {})
        price, unit = rate.get("price", UNSURE), rate.get("unit", UNSURE)
        if name is None or UNSURE in (price, unit) or (unit == "hour" and line.length is None):
            return None
        if unit == "week":
            return 0, name
        return (self.hourly(line, day, rate) if unit == "hour" else price), None

    def year_of(self, line, week):
        """The exact year of a line whose ordinary week is priced; None where it has no price."""
        days = self.days_of(line)
        weekly = {name for name in [rate_on(line, self.plan, day) for day in line.days]
                  if self.plan["rate"].get(name, {}).get("unit") == "week"}
        share = Fraction(line.get("workers", 1), line.get("sharing", 1))
        total = Fraction(0)
        if line.varying or "days" not in line.facts:
            if not weekly:
                return week * sum(day.weekday() == 0 for day in days)
        else:
            for day in days:
                if day.weekday() in line.days:
                    visit = self.visit(line, day)
                    if visit is None:
                        return None
                    total += visit[0]
                    weekly |= {visit[1]} - {None}
        for name in weekly:
            total += self.plan["rate"][name]["price"] * Fraction(len(days), 7)
        return total * share


class Year:
    """How the year is counted (2.6) and shown in columns (2.7)."""

    def __init__(self, plan):
        about = plan.get("plan", {}).get("", {})
        start = about.get("year-start", UNSURE)
        self.basis = about.get("year-basis", "52")
        if self.basis == UNSURE or (self.basis == "dated" and start == UNSURE):
            self.basis = "52"
        self.days = 365 if start == UNSURE else self.count_days(start)
        self.dated = Dated(plan, start, self.days) if self.basis == "dated" else None
        self.week_factor = Fraction(52) if self.basis == "52" else Fraction(self.days, 7)
        self.line_factor = Fraction(self.days, 364) if self.basis == "365/7" else Fraction(1)

    @staticmethod
    def count_days(start):
        if (start.month, start.day) == (2, 29):
            return (datetime.date(start.year + 1, 2, 28) - start).days + 1
        return (start.replace(year=start.year + 1) - start).days

    def of_money(self, amount, every):
        return amount * {"week": self.week_factor,
                         "4weeks": self.week_factor / 4,
                         "month": 12, "year": 1, "once": 1}[every]

    def of_line(self, line, week, weeks):
        """The exact year of a line, or None; weeks is None where it hangs on a "?"."""
        if self.dated:
            return countable(self.dated.year_of(line, week))
        return None if weeks is None else countable(week * weeks * self.line_factor)

    def columns(self, exact):
        week = exact / self.week_factor
        return {"week": half_up(week), "4weeks": half_up(week * 4),
                "month": half_up(exact / 12), "year": half_up(exact)}


NOTHING = {"week": 0, "4weeks": 0, "month": 0, "year": 0}


def add(sums, more):
    return {column: sums[column] + more[column] for column in sums}


class Sums:
    """Everything that is printed."""

    def __init__(self, plan):
        self.plan = plan
        self.year = Year(plan)
        self.lines = [Line(item, facts, plan) for item, facts in plan.get("time", {}).items()]
        weeks = plan.get("week") or {"w1": {}}
        self.weeks = {name: facts.get("weeks", 52) for name, facts in weeks.items()}
        self.running = {name: 0 for name in self.weeks}
        self.regular, self.setaside, self.once = dict(NOTHING), dict(NOTHING), 0
        self.support, self.other = dict(NOTHING), dict(NOTHING)  # the parts of regular
        self.fund_regular = {name: dict(NOTHING) for name in self.funds()}
        self.fund_once = {name: 0 for name in self.funds()}
        self.notpriced = 0
        for line in self.lines:
            self.add_line(line)
        for cost in plan.get("cost", {}).values():
            self.add_cost(cost)

    def funds(self):
        return [name for name in self.plan.get("fund", {}) if name != "budget"]

    def weeks_of(self, line):
        """Weeks of the year that a line happens in; None where one is "?"."""
        weeks = [number for name, number in self.weeks.items() if line.in_pattern(name)]
        return None if UNSURE in weeks else sum(weeks)

    def add_line(self, line):
        week = ordinary_week(line, self.plan)
        if week is not None and line.payer == "budget":
            for name in self.weeks:
                if line.in_pattern(name):
                    self.running[name] += half_up(week)
        if line.payer == "unpaid":
            return
        year = None if week is None else self.year.of_line(line, week, self.weeks_of(line))
        if year is None:
            self.notpriced += 1
            return
        columns = self.year.columns(year)
        if line.payer == "budget":
            self.regular = add(self.regular, columns)
            self.support = add(self.support, columns)
        else:
            self.fund_regular[line.payer] = add(self.fund_regular[line.payer], columns)

    def add_cost(self, cost):
        price, every = cost.get("price", UNSURE), cost.get("every", UNSURE)
        quantity, payer = cost.get("quantity", 1), cost.get("pays", "budget")
        if UNSURE in (price, every, quantity, payer):
            self.notpriced += 1
            return
        exact = countable(self.year.of_money(price * quantity, every))
        if exact is None:
            self.notpriced += 1
            return
        columns = self.year.columns(exact)
        once = every == "once"
        if once:
            columns = dict(NOTHING, year=columns["year"])
        if payer != "budget" and once:
            self.fund_once[payer] += columns["year"]
        elif payer != "budget":
            self.fund_regular[payer] = add(self.fund_regular[payer], columns)
        elif cost.get("set-aside") == "yes":
            self.setaside = add(self.setaside, columns)
        elif once:
            self.once += columns["year"]
        else:
            self.regular = add(self.regular, columns)
            self.other = add(self.other, columns)

    def time(self, pattern):
        """Cover, paid and unpaid minutes of a pattern (2.2)."""
        there, loose, paid, unpaid = set(), 0, 0, 0
        for line in self.lines:
            if not line.helped or not line.in_pattern(pattern):
                continue
            if line.length is None or line.occurs() is None:
                continue
            minutes = line.length * line.occurs()
            spans = line.spans()
            for begin, length in spans:
                there.update(minute % WEEK for minute in range(begin, begin + min(length, WEEK)))
            if not spans:
                loose += minutes
            workers = line.get("workers", 1)
            if workers == UNSURE:
                continue
            if line.payer != "unpaid":
                paid += minutes * workers
            elif "supporter" in line.facts:
                unpaid += minutes * workers
        return min(WEEK, len(there) + loose), paid, unpaid

    def money_in(self, facts):
        """A fund or contribution in columns, or None where it is not known."""
        amount, every = facts.get("amount", UNSURE), facts.get("every", UNSURE)
        if UNSURE in (amount, every):
            return None
        return self.year.columns(self.year.of_money(amount, every))

    def contribution(self):
        facts = self.plan.get("contribution", {}).get("", {})
        status = facts.get("status", "amount")
        if status == "nil":
            return dict(NOTHING)
        return self.money_in(facts) if status == "amount" else None


def pounds(pence):
    if pence is None:
        return ""
    return "%s%d.%02d" % ("-" if pence < 0 else "", abs(pence) // 100, abs(pence) % 100)


def week_rows(sums):
    for name, weeks in sums.weeks.items():
        cover, paid, unpaid = sums.time(name)
        yield "week.%s.cost" % name, pounds(sums.running[name])
        yield "week.%s.cover" % name, cover
        yield "week.%s.paid" % name, paid
        yield "week.%s.unpaid" % name, unpaid
        yield "week.%s.weeks" % name, "" if weeks == UNSURE else weeks


def used_percent(sums, budget):
    if not budget or not budget["year"]:
        return ""
    spent = sums.regular["year"] + sums.setaside["year"]
    return pounds(half_up(Fraction(spent * 10000, budget["year"])))


def split_rows(sums, budget, column):
    """What the person pays of the budget, and what the council pays (2.10)."""
    contribution = sums.contribution()
    known = budget is not None and contribution is not None
    pay = min(contribution[column], budget[column]) if known else None
    yield "contribution." + column, pounds(pay)
    yield "council." + column, pounds(budget[column] - pay if known else None)


def budget_rows(sums):
    for column in ("week", "4weeks", "month", "year"):
        yield "cost." + column, pounds(sums.regular[column])
    yield "once.year", pounds(sums.once)
    for column in ("week", "4weeks", "year"):
        yield "setaside." + column, pounds(sums.setaside[column])
    facts = sums.plan.get("fund", {}).get("budget", {})
    budget = sums.money_in(facts)
    for column in ("week", "4weeks", "month", "year"):
        yield "budget." + column, pounds(budget and budget[column])
    status = facts.get("status", "")
    yield "budget.status", "not-told" if status == UNSURE else status
    for column in ("week", "4weeks", "year"):
        left = budget and budget[column] - sums.regular[column] - sums.setaside[column]
        if budget and column == "year":
            left -= sums.once
        yield "left." + column, pounds(left)
    yield "used.percent", used_percent(sums, budget)
    yield from split_rows(sums, budget, "week")


def fund_rows(sums):
    for name in sums.funds():
        cost = sums.fund_regular[name]
        amount = sums.money_in(sums.plan["fund"][name])
        year = cost["year"] + sums.fund_once[name]
        yield "fund.%s.cost.week" % name, pounds(cost["week"])
        yield "fund.%s.cost.year" % name, pounds(year)
        yield "fund.%s.amount.year" % name, pounds(amount and amount["year"])
        yield "fund.%s.left.year" % name, pounds(amount and amount["year"] - year)


def more_rows(sums):
    for name, part in (("support", sums.support), ("other", sums.other)):
        yield name + ".week", pounds(part["week"])
        yield name + ".year", pounds(part["year"])
    budget = sums.money_in(sums.plan.get("fund", {}).get("budget", {}))
    yield from split_rows(sums, budget, "year")


def weeks_in_order(sums):
    """What the budget pays for in each of 52 weeks, or None where it is not known."""
    dated = sums.year.dated
    if dated:
        names = [dated.patterns[dated.dates[7 * week]] for week in range(52)]
    elif UNSURE in sums.weeks.values() or sum(sums.weeks.values()) != 52:
        return None
    else:
        names = [name for name, weeks in sums.weeks.items() for _ in range(weeks)]
    other = sums.other["week"]  # regular costs: each week has its part of them
    return None if None in names else [sums.running[name] + other for name in names]


def charge_rows(sums):
    """What is charged in 52 weeks: by stretch, the lower of what was assessed and the cost."""
    facts = sums.plan.get("contribution", {}).get("", {})
    charged = facts.get("charged", UNSURE)
    if charged == UNSURE:
        return
    assessed, costs = sums.contribution(), weeks_in_order(sums)
    each = 4 if charged == "4weeks" else 1
    charge = None
    told = each == 1 or sums.year.dated or (costs and len(set(costs)) == 1)
    if assessed is not None and costs is not None and not sums.notpriced and told:
        charge = sum(min(each * assessed["week"], sum(costs[week:week + each]))
                     for week in range(0, 52, each))
    yield "charge.year", pounds(charge)


def reckon(stream):
    """All rows of `budget --csv`, as one text."""
    sums = Sums(read_plan(stream))
    rows = [("key", "value"), ("basis", sums.year.basis)]
    rows += list(week_rows(sums)) + list(budget_rows(sums)) + list(fund_rows(sums))
    rows.append(("notpriced", sums.notpriced))
    rows += list(more_rows(sums)) + list(charge_rows(sums))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


class Dice:
    """A plan that nobody would write: every clause of the sums, and many a "?"."""

    FIELDS = {  # in the order of the file
        "plan": ["format", "year-start", "year-basis"],
        "about": ["nation"],
        "supporter": ["name", "kind"],
        "rate": ["supporter", "name", "price", "unit", "when", "minutes", "from", "to"],
        "week": ["name", "weeks", "starts", "every", "dates"],
        "time": ["week", "days", "start", "end", "minutes", "times", "what", "supporter", "rate",
                 "workers", "sharing", "pays"],
        "cost": ["what", "price", "quantity", "every", "pays", "set-aside"],
        "fund": ["name", "amount", "every", "status"],
        "contribution": ["status", "amount", "every", "charged"],
    }

    def __init__(self, seed):
        self.roll = random.Random(seed)
        self.counts = {section: self.roll.randint(low, high) for section, low, high in
                       [("supporter", 1, 3), ("rate", 1, 8), ("week", 0, 3), ("time", 0, 8),
                        ("cost", 0, 6), ("fund", 0, 2)]}
        self.doubt = self.roll.choice([0, 0.02, 0.1])

    def chance(self, share):
        return self.roll.random() < share

    def money(self):
        if self.chance(0.03):
            return self.roll.choice(["0.00", "0.01", "9999999.99"])
        return "%d.%02d" % (self.roll.randint(0, 40), self.roll.randint(0, 99))

    def clock(self, end):
        if end and self.chance(0.1):
            return "24:00"
        return "%02d:%02d" % (self.roll.randint(0, 23), self.roll.choice([0, 0, 15, 30, 59]))

    def days(self):
        return " ".join(day for day in DAYS if self.chance(0.5)) or "Sat"

    def ref(self, kind):
        section, *words = kind[2:].split()
        letter = {"supporter": "s", "rate": "r", "week": "w", "fund": "f"}[section]
        names = ["%s%d" % (letter, i + 1) for i in range(self.counts[section])] + words
        if section == "fund":
            names.append("budget")
        return self.roll.choice(names or ["w1"])

    def value(self, section, field):
        kind = KINDS.get(section, {}).get(field, "line")
        if kind != "line" and self.chance(self.doubt):
            words = kind.split()
            return next((w for w in words if w in ("not-told", "not-assessed")), UNSURE)
        if kind.startswith("->"):
            return self.ref(kind)
        if kind == "date":
            return self.roll.choice(["2026-04-01", "2027-04-01", "2028-02-29", "2027-03-01",
                                     "2026-03-29", "2021-10-30", "2026-12-25", "2026-07-08"])
        if kind == "dates":
            days = [datetime.date(2026, 3, 30) + self.roll.randint(0, 800) * DAY for _ in range(3)]
            return " ".join(day.isoformat() if self.chance(0.3) else "%s/%s" % (
                day, day + self.roll.randint(0, 60) * DAY) for day in days[:self.roll.randint(1, 3)])
        simple = {"line": lambda: "Words, \"quoted\"", "money": self.money, "days": self.days,
                  "number": lambda: str(self.roll.choice([1, 2, 3, 12, 26, 52])),
                  "minutes": lambda: str(self.roll.choice([0, 30, 45, 60, 90, 90, 480, 601, 4000])),
                  "clock": lambda: self.clock(field in ("end", "to"))}
        return simple[kind]() if kind in simple else self.roll.choice(kind.split())

    def share(self, section, field):
        """How often a field is given."""
        rare = {"minutes": 0.2, "from": 0.15, "to": 0.15, "when": 0.6} if section == "rate" else {
            "week": 0.3, "times": 0.3, "rate": 0.3, "workers": 0.3, "sharing": 0.3, "pays": 0.4,
            "end": 0.6, "minutes": 0.6, "quantity": 0.4, "set-aside": 0.3, "year-start": 0.7,
            "year-basis": 0.97, "starts": 0.4, "every": 0.4, "dates": 0.3, "charged": 0.5}
        return rare.get(field, 0.92)

    def items(self):
        yield "plan", ""
        yield "about", ""
        for section in ("supporter", "rate", "week", "time", "cost"):
            for i in range(self.counts[section]):
                yield section, "%s%d" % (section[0], i + 1)
        for name in ["f%d" % (i + 1) for i in range(self.counts["fund"])]:
            yield "fund", name
        if self.chance(0.8):
            yield "fund", "budget"
        if self.chance(0.7):
            yield "contribution", ""

    def rows(self):
        for section, item in self.items():
            for field in self.FIELDS[section]:
                if field == "format":
                    yield section, item, field, "1"
                elif field in ("name", "what") or self.chance(self.share(section, field)):
                    yield section, item, field, self.value(section, field)

    def plan(self):
        rows = list(self.rows())
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(["section", "item", "field", "value"])
        writer.writerows(rows)
        writer.writerow(["end", "", "rows", len(rows)])
        return out.getvalue()


class PlainDice(Dice):
    """A plan in which every line has a price, so that the charge of its weeks is known."""

    LEFT_OUT = {("rate", "when"), ("rate", "minutes"), ("rate", "from"), ("rate", "to"),
                ("time", "rate"), ("time", "workers"), ("time", "sharing"), ("time", "minutes")}
    WEEKS = {0: [], 1: ["52"], 2: ["39", "13"], 3: ["26", "20", "6"]}

    def __init__(self, seed):
        super().__init__(seed)
        self.doubt = 0
        self.counts["rate"] = self.counts["supporter"]  # one each
        self.counts["time"] = self.roll.randint(1, 4)

    def share(self, section, field):
        if (section, field) in self.LEFT_OUT:
            return 0
        return super().share(section, field) if field in ("week", "pays", "starts", "dates") else 1

    def rows(self):
        for section, item, field, value in super().rows():
            if section == "rate" and field == "supporter":
                value = "s" + item[1:]
            elif section == "week" and field == "weeks":
                value = self.WEEKS[self.counts["week"]][int(item[1:]) - 1]
            elif section == "contribution" and field == "status":
                value = "amount"
            yield section, item, field, value


def random_plan(seed):
    return (PlainDice if seed % 4 == 0 else Dice)(seed).plan()


def compare(program, count, first):
    """Compare over random plans; the exit status is 1 at the first that differs."""
    for seed in range(first, first + count):
        plan = random_plan(seed)
        run = subprocess.run([program, "budget", "--csv", "-"], input=plan.encode(),
                             stdout=subprocess.PIPE, check=False)
        got, want = run.stdout.decode(), reckon(io.StringIO(plan))
        if run.returncode == 0 and got == want:
            continue
        print("seed %d: exit status %d" % (seed, run.returncode))
        pairs = zip(got.splitlines() + ["-"] * 99, want.splitlines())
        print("\n".join("%s, not %s" % pair for pair in pairs if pair[0] != pair[1]))
        return 1
    print("%d plans agree" % count)
    return 0


def main():
    words = sys.argv[1:]
    if len(words) >= 2 and words[0] == "--against":
        numbers = [int(word) for word in words[2:]] + [500, 1][len(words) - 2:]
        sys.exit(compare(words[1], int(os.environ.get("RECKON", numbers[0])), numbers[1]))
    if len(words) == 2 and words[0] == "--random":
        sys.stdout.write(random_plan(int(words[1])))
    elif len(words) != 1:
        sys.exit(__doc__)
    elif words[0] == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", newline="")
        sys.stdout.write(reckon(sys.stdin))
    else:
        with open(words[0], encoding="utf-8-sig", newline="") as stream:
            sys.stdout.write(reckon(stream))


if __name__ == "__main__":
    csv.field_size_limit(1 << 24)
    main()
