/*
 * What a timetable line's sum is made of: so many times, at such a price, for so long. From
 * these terms anyone can do the sum again with a pencil. Reads plans only; no words: see explain.
 */
#ifndef SUPPORTPLAN_WORKING_H
#define SUPPORTPLAN_WORKING_H

#include "supportplan/budget.h"

/** One term. By the hour it is times x length x price / 60; by the week in a dated year
 * times x price / 7, times being days; else times x price. */
struct working_term {
    const char *rate; /**< the rate's item; borrowed from the plan */
    enum unit unit;   /**< never UNIT_NONE */
    pence price;
    int64_t times;  /**< below 0: an hour that the clocks take away */
    minutes length; /**< UNIT_HOUR: minutes each time; else 0 */
};

/** A line has no more: before and after midnight for each kind of day; and each price of a weekday
 * by the week, and for the hour in which the clocks change. */
#define WORKING_MAX (2 * YEAR_KINDS + 4 * 7)

/** A line's sum: its terms together x workers / sharing. */
struct working {
    struct working_term list[WORKING_MAX]; /**< equal ones are one; none is 0 times */
    size_t count;
    int64_t workers, sharing;
    bool by_days; /**< prices by the week are counted by the day: a dated year */
};

/** The ordinary week of timetable line i, which is paid and whose week is priced. */
void working_week(const struct plan *plan, const struct budget *budget, size_t i,
                  struct working *out);
/** The dated year of timetable line i, which is paid and whose year is priced. The budget's basis
 * is BASIS_DATED. ST_OK or ST_NOMEM (out untouched). */
enum status working_year(const struct plan *plan, const struct budget *budget, size_t i,
                         struct working *out);
/** What a term comes to, exactly, without workers and sharing. */
struct fraction working_term_sum(const struct working *working, const struct working_term *term);
/** What all of it comes to, exactly. */
struct fraction working_sum(const struct working *working);

#endif
