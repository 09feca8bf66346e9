/*
 * Which rate a timetable line has on which day, and what an ordinary week of it costs
 * (SPEC 2.3 and 2.4). A room of budget's own: nobody else includes it.
 */
#ifndef SUPPORTPLAN_PRICING_H
#define SUPPORTPLAN_PRICING_H

#include "supportplan/budget.h"
#include "supportplan/year.h"

#define DAYS_A_WEEK 7

/** A rate of the plan, read once. Strings are borrowed from the plan. */
struct rate {
    const char *item;
    const char *supporter; /**< "" where none or not known */
    struct figure price;
    enum unit unit;
    bool doubtful; /**< a "?" in when, minutes, from or to: it fits nothing */
    int when;      /**< a row of when_days */
    bool by_length;
    minutes length;
    bool by_hours;
    minutes from, width;     /**< the hours it is for, from midnight; width up to a whole day */
    const struct rate *next; /**< another one of its supporter, or NULL */
};

/** All rates of a plan, in its order. */
struct pricing {
    const struct plan *plan;
    struct rate *rates;
    const struct rate **first; /**< of each supporter of the plan: one of its rates, or NULL */
};

/** Read the rates. ST_OK (to be closed with pricing_close()) or ST_NOMEM (out untouched). */
enum status pricing_open(const struct plan *plan, struct pricing *out);
/** Free what it holds. Accepts {0}. */
void pricing_close(struct pricing *p);

/**
 * Price an ordinary week of a line.
 *
 * @out   its rates, unit and price are set
 * @week  on PRICED the exact cost, 0 for an unpaid line; untouched otherwise
 * @return PRICED or why it has no price; never UNPRICED_WEEKS or UNPRICED_HOLIDAY
 */
enum unpriced pricing_week(const struct pricing *p, const struct week_line *line,
                           struct budget_line *out, struct fraction *week);

/** The supporter's rates that fit a line best, on each weekday; NULL where two fit equally well,
 * or none does. What the line says itself is not heeded. */
void pricing_best(const struct pricing *p, const struct week_line *line, bool holiday,
                  const struct rate *best[DAYS_A_WEEK]);
/** The rate that the line names, or NULL. */
const struct rate *pricing_named(const struct pricing *p, const struct week_line *line);
/** Why a line has no price at a rate, which may be NULL. */
enum unpriced pricing_at(const struct week_line *line, const struct rate *rate);

/*
 * The dated year of a line (pricing_year.c).
 */

/** Parts of a penny, PARTS of them to a penny, before workers and sharing are heeded: exact for a
 * price by the hour, the visit or the day of the week. */
typedef wide parts;
#define PARTS 420

/** A paid line whose ordinary week is priced, in a year. Borrows all that it was made from. */
struct line_year {
    const struct week_line *line;
    const struct year *year;
    size_t pattern;                           /**< its place, or YEAR_EVERY_WEEK */
    const struct rate *rates[2][DAYS_A_WEEK]; /**< of ordinary weekdays, and of bank holidays */
    parts weekly;         /**< what each of its days in the year costs by prices by the week */
    parts weekly_holiday; /**< of that, what only bank holidays bring */
};

/** Read a line's year. PRICED, or UNPRICED_HOLIDAY where a bank holiday has no price (out is
 * untouched then). */
enum unpriced line_year_open(const struct pricing *p, const struct week_line *line,
                             const struct year *year, struct line_year *out);
/** What the whole year costs. */
parts line_year_total(const struct line_year *ly);
/** What its days in the year would cost, were each an ordinary day. */
parts line_year_ordinary(const struct line_year *ly);
/** What a day would cost as an ordinary one; 0 where the line does not happen on it. */
parts line_year_day(const struct line_year *ly, date day);
/** What a bank holiday costs more (or less, below 0) than an ordinary day, the night before it
 * too. */
parts line_year_holiday(const struct line_year *ly, date day);
/** What a clock change costs more (or less). */
parts line_year_clocks(const struct line_year *ly, const struct year_clocks *change);
/** What a visit on a day of one kind is made of. */
struct line_visit {
    const struct rate *rate;  /**< of the day it starts on */
    const struct rate *night; /**< by the hour: of what comes after midnight; else NULL */
    minutes own, after;       /**< by the hour: minutes up to midnight and after it */
};
/** A visit on a day of a kind that the line starts on. */
struct line_visit line_year_visit(const struct line_year *ly, int kind);
/** Whether a price by the week comes in with the rate of a weekday, ordinary or a bank holiday, and
 * with none before it. */
bool line_year_weekly(const struct line_year *ly, bool holiday, int weekday);
/** The price of the hour in which the clocks change, where a line that starts so many days before
 * the Sunday spans it; else NULL. */
const struct rate *line_year_clock_rate(const struct line_year *ly,
                                        const struct year_clocks *change, int before);
/** So many days before a Sunday, and fewer, a line may start that spans its night. */
int line_year_clock_nights(const struct line_year *ly);
/** Parts as exact money, with workers and sharing heeded. */
struct fraction line_year_money(const struct line_year *ly, parts sum);

#endif
