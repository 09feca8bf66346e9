/*
 * The plan year by the calendar: each day's week pattern, bank holidays, clock changes
 * (SPEC 2.6, the basis dated). Reads plans only. No money: see budget.
 */
#ifndef SUPPORTPLAN_YEAR_H
#define SUPPORTPLAN_YEAR_H

#include "supportplan/holidays.h"
#include "supportplan/plan.h"

/** In place of a pattern: a day that none has; for a line: that it is in all weeks. */
#define YEAR_NO_PATTERN SIZE_MAX
#define YEAR_EVERY_WEEK SIZE_MAX

/** Days are alike that have the same weekday, and are or are not bank holidays, they and the
 * day after them. */
#define YEAR_KINDS 28
/** The number of a kind of day. weekday 0 is Monday. */
static inline int year_kind(int weekday, bool holiday, bool holiday_next)
{
    return weekday * 4 + holiday * 2 + holiday_next;
}

/** A night in which the clocks change. */
struct year_clocks {
    date sunday;
    minutes longer; /**< 60 in October, -60 in March */
};

/** The most clock changes that a line which starts in the year can span. */
#define YEAR_CLOCKS_MAX 6

/** A plan year. {0} is none: then no other member counts. */
struct year {
    date start;
    int days;                 /**< 0: no year */
    size_t *pattern;          /**< of each day: the place of its pattern, or YEAR_NO_PATTERN */
    struct holiday *holidays; /**< of each day, and of the one after the last */
    size_t pattern_count;
    int (*kinds)[YEAR_KINDS]; /**< how many days of a kind each pattern has, then none of them, then
                                 the whole year */
    struct year_clocks clocks[YEAR_CLOCKS_MAX]; /**< by date; some may be after the year's end */
    size_t clock_count;
};

/**
 * Count a plan's year day by day from its year-start, which is known.
 *
 * A day has the first pattern whose dates hold it; else the first whose turn it is by starts
 * and every; else the first with neither. A pattern with a "?" in one of these never has it.
 *
 * @table  one-off bank holidays, or NULL; names are borrowed from it
 * @out    on ST_OK to be freed with year_free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status year_make(const struct plan *plan, const struct holidays *table, struct year *out);
/** Free what a year holds. Accepts {0}. */
void year_free(struct year *year);

/** How many days of a kind a pattern has; YEAR_EVERY_WEEK: the whole year. */
int year_count(const struct year *year, size_t pattern, int kind);
/** How many days a pattern has; YEAR_EVERY_WEEK: the whole year. */
int year_days_of(const struct year *year, size_t pattern);
/** How many days no pattern has. */
int year_days_without(const struct year *year);
/** How many Mondays a pattern has; YEAR_EVERY_WEEK: the whole year. */
int year_mondays(const struct year *year, size_t pattern);
/** Whether a day is in the year, and in a pattern (YEAR_EVERY_WEEK: in any or none). */
bool year_has(const struct year *year, size_t pattern, date day);
/** What bank holiday a day of the year is, or the day after its last. */
const struct holiday *year_holiday(const struct year *year, date day);
/** The kind of a day of the year. */
int year_kind_of(const struct year *year, date day);

#endif
