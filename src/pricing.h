/*
 * Which rate a timetable line has on which day, and what an ordinary week of it costs
 * (SPEC 2.3 and 2.4). A room of budget's own: nobody else includes it.
 */
#ifndef SUPPORTPLAN_PRICING_H
#define SUPPORTPLAN_PRICING_H

#include "supportplan/budget.h"

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
 * @return PRICED or why it has no price; never UNPRICED_WEEKS
 */
enum unpriced pricing_week(const struct pricing *p, const struct week_line *line,
                           struct budget_line *out, struct fraction *week);

#endif
