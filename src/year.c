/* The plan year by the calendar. */
#include "supportplan/year.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define DAYS_A_WEEK 7
/* A line of the greatest length goes on for so many days after the one it starts on. */
#define LONGEST_LINE_DAYS 70

/* Patterns. */

/* Whether a "?" keeps a pattern from ever having its turn. */
static bool is_doubtful(const struct plan *plan, const char *week)
{
    return plan_known(plan, F_WEEK_DATES, week) == NOT_SURE ||
           plan_known(plan, F_WEEK_STARTS, week) == NOT_SURE ||
           plan_known(plan, F_WEEK_EVERY, week) == NOT_SURE;
}

/* Give the days from first to last to a pattern, where they have none yet. */
static void give_days(struct year *year, size_t pattern, date first, date last, int every)
{
    date end = year->start + year->days - 1;

    if (last > end)
        last = end;
    for (date day = first < year->start ? year->start : first; day <= last; day++)
        if (year->pattern[day - year->start] == YEAR_NO_PATTERN &&
            (day - first) / DAYS_A_WEEK % every == 0)
            year->pattern[day - year->start] = pattern;
}

static void give_dates(const struct plan *plan, struct year *year, size_t pattern)
{
    const char *week = plan_item(plan, SEC_WEEK, pattern);
    const char *rest = plan_str(plan, F_WEEK_DATES, week);
    date first = DATE_NONE, last = DATE_NONE;

    while ((rest = dates_next(rest, &first, &last)))
        give_days(year, pattern, first, last, 1);
}

static void give_turns(const struct plan *plan, struct year *year, size_t pattern)
{
    const char *week = plan_item(plan, SEC_WEEK, pattern);
    date starts = DATE_NONE;
    int64_t every = 1;

    if (plan_date(plan, F_WEEK_STARTS, week, &starts) != KNOWN)
        return;
    plan_number(plan, F_WEEK_EVERY, week, &every);
    give_days(year, pattern, starts - date_weekday(starts), INT32_MAX, (int)every);
}

static void give_the_rest(const struct plan *plan, struct year *year, size_t pattern)
{
    const char *week = plan_item(plan, SEC_WEEK, pattern);

    if (plan_known(plan, F_WEEK_DATES, week) == NOT_GIVEN &&
        plan_known(plan, F_WEEK_STARTS, week) == NOT_GIVEN)
        give_days(year, pattern, year->start, INT32_MAX, 1);
}

static void give_all(const struct plan *plan, struct year *year)
{
    static void (*const ways[])(const struct plan *, struct year *,
                                size_t) = {give_dates, give_turns, give_the_rest};
    size_t count = plan_count(plan, SEC_WEEK);

    for (int day = 0; day < year->days; day++)
        year->pattern[day] = count ? YEAR_NO_PATTERN : 0;
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
        for (size_t i = 0; i < count; i++)
            if (!is_doubtful(plan, plan_item(plan, SEC_WEEK, i)))
                ways[way](plan, year, i);
}

/* Days. */

static void find_clocks(struct year *year)
{
    static const struct {
        int month;
        minutes longer;
    } changes[] = {{3, -60}, {10, 60}};
    date end = year->start + year->days + LONGEST_LINE_DAYS;
    int first, last;

    date_parts(year->start, &first, NULL, NULL);
    date_parts(end, &last, NULL, NULL);
    for (int y = first; y <= last; y++)
        for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
            date sunday = date_last_sunday(y, changes[i].month);
            if (sunday < year->start || sunday >= end)
                continue;
            assert(year->clock_count < YEAR_CLOCKS_MAX);
            year->clocks[year->clock_count++] = (struct year_clocks){sunday, changes[i].longer};
        }
}

static void count_kinds(struct year *year)
{
    for (int day = 0; day < year->days; day++) {
        size_t pattern = year->pattern[day];
        if (pattern == YEAR_NO_PATTERN)
            pattern = year->pattern_count;
        int kind = year_kind_of(year, year->start + day);
        year->kinds[pattern][kind]++;
        year->kinds[year->pattern_count + 1][kind]++;
    }
}

enum status year_make(const struct plan *plan, const struct holidays *table, struct year *out)
{
    struct year year = {.start = DATE_NONE};

    plan_date(plan, F_PLAN_YEAR_START, "", &year.start);
    assert(year.start != DATE_NONE);
    year.days = date_year_days(year.start);
    year.pattern_count = plan_count(plan, SEC_WEEK) ? plan_count(plan, SEC_WEEK) : 1;
    year.pattern = calloc((size_t)year.days, sizeof *year.pattern);
    year.holidays = calloc((size_t)year.days + 1, sizeof *year.holidays);
    year.kinds = calloc(year.pattern_count + 2, sizeof *year.kinds);
    if (!year.pattern || !year.holidays || !year.kinds) {
        year_free(&year);
        return ST_NOMEM;
    }
    holidays_mark(table, plan_str(plan, F_ABOUT_NATION, ""), year.start, (size_t)year.days + 1,
                  year.holidays);
    give_all(plan, &year);
    find_clocks(&year);
    count_kinds(&year);
    *out = year;
    return ST_OK;
}

void year_free(struct year *year)
{
    free(year->pattern);
    free(year->holidays);
    free(year->kinds);
    *year = (struct year){0};
}

/* Asking. */

int year_count(const struct year *year, size_t pattern, int kind)
{
    return year->kinds[pattern == YEAR_EVERY_WEEK ? year->pattern_count + 1 : pattern][kind];
}

static int count_kinds_between(const struct year *year, size_t pattern, int first, int end)
{
    int count = 0;

    for (int kind = first; kind < end; kind++)
        count += year_count(year, pattern, kind);
    return count;
}

int year_days_of(const struct year *year, size_t pattern)
{
    return count_kinds_between(year, pattern, 0, YEAR_KINDS);
}

int year_days_without(const struct year *year)
{
    return year_days_of(year, year->pattern_count);
}

int year_mondays(const struct year *year, size_t pattern)
{
    return count_kinds_between(year, pattern, 0, year_kind(1, false, false));
}

bool year_has(const struct year *year, size_t pattern, date day)
{
    if (day < year->start || day >= year->start + year->days)
        return false;
    return pattern == YEAR_EVERY_WEEK || year->pattern[day - year->start] == pattern;
}

const struct holiday *year_holiday(const struct year *year, date day)
{
    assert(day >= year->start && day <= year->start + year->days);
    return &year->holidays[day - year->start];
}

int year_kind_of(const struct year *year, date day)
{
    return year_kind(date_weekday(day), year_holiday(year, day)->name != NULL,
                     year_holiday(year, day + 1)->name != NULL);
}
