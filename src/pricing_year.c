/*
 * What a line costs in a year that is counted day by day (SPEC 2.6, the basis dated). Days
 * of the same kind cost the same, so a year is at most 28 prices, each times its days.
 */
#include "pricing.h"

#include <assert.h>

/* What a day costs that a line starts on, by the rates of that day and the next. */
struct day_cost {
    parts own;   /* up to midnight; a flat price is all here */
    parts night; /* after midnight, by the hour */
};

static bool starts_on(const struct line_year *ly, int weekday)
{
    return ly->line->days >> weekday & 1;
}

/* Minutes before the line's first midnight: all of them where its start is not known. */
static minutes before_midnight(const struct week_line *line)
{
    if (line->start < 0)
        return line->length;
    minutes left = MINUTES_DAY - line->start;
    return line->length < left ? line->length : left;
}

/* The rate of the hours after midnight: the next day's, where it can price them. */
static const struct rate *rate_of_night(const struct line_year *ly, const struct rate *first,
                                        int weekday, bool holiday_next)
{
    const struct rate *next = ly->rates[holiday_next][(weekday + 1) % DAYS_A_WEEK];
    bool fits = next && next->unit == UNIT_HOUR && next->price.known;
    return fits ? next : first;
}

static parts by_the_hour(const struct rate *rate, minutes length)
{
    return (parts)rate->price.p * length * (PARTS / 60);
}

struct line_visit line_year_visit(const struct line_year *ly, int kind)
{
    struct line_visit visit = {.rate = ly->rates[kind & 2 ? 1 : 0][kind / 4]};

    if (visit.rate->unit != UNIT_HOUR)
        return visit;
    visit.own = before_midnight(ly->line);
    visit.after = ly->line->length - visit.own;
    visit.night = rate_of_night(ly, visit.rate, kind / 4, kind & 1);
    return visit;
}

static struct day_cost cost_of_kind(const struct line_year *ly, int kind)
{
    struct line_visit visit = line_year_visit(ly, kind);

    if (visit.rate->unit == UNIT_WEEK) /* counted by its days: see weekly */
        return (struct day_cost){0, 0};
    if (visit.rate->unit != UNIT_HOUR)
        return (struct day_cost){(parts)visit.rate->price.p * PARTS, 0};
    assert(visit.night);
    return (struct day_cost){by_the_hour(visit.rate, visit.own),
                             by_the_hour(visit.night, visit.after)};
}

static parts whole_cost(const struct line_year *ly, int kind)
{
    struct day_cost cost = cost_of_kind(ly, kind);
    return cost.own + cost.night;
}

/* An ordinary day is priced whole, at the rate of the day it starts. */
static parts ordinary_cost(const struct line_year *ly, int weekday)
{
    const struct rate *rate = ly->rates[0][weekday];

    if (rate->unit == UNIT_WEEK)
        return 0;
    return rate->unit == UNIT_HOUR ? by_the_hour(rate, ly->line->length)
                                   : (parts)rate->price.p * PARTS;
}

/* What a varying line, or one without days, costs on each Monday: always as on an ordinary
 * one. */
static parts monday_cost(const struct line_year *ly)
{
    const struct rate *rate = ly->rates[0][0];

    if (rate->unit == UNIT_WEEK || !ly->line->varying)
        return ordinary_cost(ly, 0);
    return rate->unit == UNIT_HOUR ? by_the_hour(rate, ly->line->length)
                                   : (parts)rate->price.p * ly->line->times * PARTS;
}

/* Opening. */

static void choose_rates(const struct pricing *p, struct line_year *ly)
{
    const struct rate *named = pricing_named(p, ly->line);

    assert(named || *ly->line->supporter);
    for (int holiday = 0; holiday < 2; holiday++) {
        if (!named)
            pricing_best(p, ly->line, holiday, ly->rates[holiday]);
        for (int day = 0; named && day < DAYS_A_WEEK; day++)
            ly->rates[holiday][day] = named;
    }
}

/* Whether the line has a rate on a day of the week, of such days as there are in its year. */
static bool has_rate(const struct line_year *ly, const struct rate *rate, bool holiday, int weekday)
{
    bool there = !holiday || year_count(ly->year, ly->pattern, year_kind(weekday, true, false)) ||
                 year_count(ly->year, ly->pattern, year_kind(weekday, true, true));
    return there && starts_on(ly, weekday) && ly->rates[holiday][weekday] == rate;
}

/* Whether the line's days have a rate; of a bank holiday's, whether only those have it. */
static bool is_among(const struct line_year *ly, const struct rate *rate, bool holiday, int before)
{
    for (int h = 0; h <= holiday; h++)
        for (int day = 0; day < (h == holiday ? before : DAYS_A_WEEK); day++)
            if (has_rate(ly, rate, h, day))
                return true;
    return false;
}

bool line_year_weekly(const struct line_year *ly, bool holiday, int weekday)
{
    const struct rate *rate = ly->rates[holiday][weekday];

    return rate && rate->unit == UNIT_WEEK && has_rate(ly, rate, holiday, weekday) &&
           !is_among(ly, rate, holiday, weekday);
}

/* Each price by the week counts once, on every day of the line's patterns a seventh. */
static void add_weekly(struct line_year *ly, bool holiday, int weekday)
{
    const struct rate *rate = ly->rates[holiday][weekday];

    if (!line_year_weekly(ly, holiday, weekday))
        return;
    parts a_day = (parts)rate->price.p * PARTS / DAYS_A_WEEK;
    ly->weekly += a_day;
    if (holiday)
        ly->weekly_holiday += a_day;
}

/* Whether every bank holiday that the line starts on has a price. */
static bool holidays_priced(const struct line_year *ly)
{
    for (int day = 0; day < DAYS_A_WEEK; day++) {
        const struct rate *rate = ly->rates[1][day];
        if (has_rate(ly, rate, true, day) && pricing_at(ly->line, rate) != PRICED)
            return false;
    }
    return true;
}

enum unpriced line_year_open(const struct pricing *p, const struct week_line *line,
                             const struct year *year, struct line_year *out)
{
    struct line_year ly = {.line = line, .year = year, .pattern = YEAR_EVERY_WEEK};

    if (*line->pattern)
        ly.pattern = week_pattern_place(p->plan, line->pattern);
    choose_rates(p, &ly);
    if (!line->once_a_week && !holidays_priced(&ly))
        return UNPRICED_HOLIDAY;
    for (int holiday = 0; holiday < (line->once_a_week ? 1 : 2); holiday++)
        for (int day = 0; day < DAYS_A_WEEK; day++)
            add_weekly(&ly, holiday, day);
    *out = ly;
    return PRICED;
}

/* Sums. */

const struct rate *line_year_clock_rate(const struct line_year *ly,
                                        const struct year_clocks *change, int before)
{
    date day = change->sunday - before;
    minutes hour = before * MINUTES_DAY + 60;
    const struct week_line *line = ly->line;

    if (!year_has(ly->year, ly->pattern, day) || !starts_on(ly, date_weekday(day)) ||
        line->start > hour || line->start + line->length < hour + 60)
        return NULL;
    struct line_visit visit = line_year_visit(ly, year_kind_of(ly->year, day));
    if (visit.rate->unit != UNIT_HOUR)
        return NULL;
    return before > 0 ? visit.night : visit.rate;
}

int line_year_clock_nights(const struct line_year *ly)
{
    bool spans = !ly->line->once_a_week && ly->line->length_known && ly->line->start >= 0;

    return spans ? ly->line->length / MINUTES_DAY + 2 : 0;
}

parts line_year_clocks(const struct line_year *ly, const struct year_clocks *change)
{
    parts sum = 0;

    for (int before = 0; before < line_year_clock_nights(ly); before++) {
        const struct rate *rate = line_year_clock_rate(ly, change, before);
        if (rate)
            sum += by_the_hour(rate, change->longer);
    }
    return sum;
}

parts line_year_total(const struct line_year *ly)
{
    parts sum = ly->weekly * year_days_of(ly->year, ly->pattern);

    if (ly->line->once_a_week)
        return sum + monday_cost(ly) * year_mondays(ly->year, ly->pattern);
    for (int kind = 0; kind < YEAR_KINDS; kind++) {
        int count = year_count(ly->year, ly->pattern, kind);
        if (count && starts_on(ly, kind / 4))
            sum += whole_cost(ly, kind) * count;
    }
    for (size_t i = 0; i < ly->year->clock_count; i++)
        sum += line_year_clocks(ly, &ly->year->clocks[i]);
    return sum;
}

parts line_year_ordinary(const struct line_year *ly)
{
    parts sum = (ly->weekly - ly->weekly_holiday) * year_days_of(ly->year, ly->pattern);

    if (ly->line->once_a_week)
        return sum + monday_cost(ly) * year_mondays(ly->year, ly->pattern);
    for (int kind = 0; kind < YEAR_KINDS; kind++)
        if (starts_on(ly, kind / 4))
            sum += ordinary_cost(ly, kind / 4) * year_count(ly->year, ly->pattern, kind);
    return sum;
}

parts line_year_day(const struct line_year *ly, date day)
{
    parts weekly = ly->weekly - ly->weekly_holiday;
    int weekday = date_weekday(day);

    if (!year_has(ly->year, ly->pattern, day))
        return 0;
    if (!starts_on(ly, weekday))
        return weekly;
    return weekly + (ly->line->once_a_week ? monday_cost(ly) : ordinary_cost(ly, weekday));
}

/* The hours after midnight, beside what they would cost at the rate of the day before. */
static parts night_before(const struct line_year *ly, date day)
{
    if (!year_has(ly->year, ly->pattern, day) || !starts_on(ly, date_weekday(day)) ||
        year_holiday(ly->year, day)->name)
        return 0;
    int kind = year_kind_of(ly->year, day);
    return whole_cost(ly, kind) - ordinary_cost(ly, kind / 4);
}

parts line_year_holiday(const struct line_year *ly, date day)
{
    parts more = 0;

    if (ly->line->once_a_week)
        return 0;
    if (year_has(ly->year, ly->pattern, day) && starts_on(ly, date_weekday(day)))
        more = whole_cost(ly, year_kind_of(ly->year, day)) - ordinary_cost(ly, date_weekday(day));
    return more + night_before(ly, day - 1);
}

struct fraction line_year_money(const struct line_year *ly, parts sum)
{
    struct fraction money = fraction_of(sum, PARTS);
    return fraction_times(money, ly->line->workers, ly->line->sharing);
}
