/*
 * Why a year that is counted day by day is not 52 ordinary weeks: which days more, which bank
 * holidays, which nights and clock changes, and what each comes to. Reads plans only.
 */
#ifndef SUPPORTPLAN_DIFFERENCE_H
#define SUPPORTPLAN_DIFFERENCE_H

#include "supportplan/budget.h"

/** A cause of the difference. */
enum cause {
    CAUSE_DAY,      /**< a day after the first 364 */
    CAUSE_HOLIDAY,  /**< a bank holiday, the night before it too */
    CAUSE_CLOCKS,   /**< a night in which the clocks change */
    CAUSE_NIGHTS,   /**< hours after midnight at the next day's rate; no date */
    CAUSE_ROUNDING, /**< pennies that the rounding of the parts leaves; no date */
};

/** One cause, and what it comes to for the timetable lines that the personal budget pays. */
struct difference_part {
    enum cause cause;
    date day;         /**< DATE_NONE where the cause has no date */
    const char *name; /**< of a bank holiday, not translated; borrowed from the budget; else "" */
    bool substitute;  /**< a bank holiday: the day in place of one on a weekend */
    minutes longer;   /**< a clock change: 60 or -60 */
    pence more;       /**< below 0: less */
};

/** The difference: on_52 and every part's more add up to the budget's support in the year. */
struct difference {
    pence on_52;                   /**< the first 364 days as ordinary ones, each line rounded */
    struct difference_part *parts; /**< days, bank holidays and clock changes, each by date, all of
                                      the year's; then nights and rounding where there are any */
    size_t count;
};

/**
 * Take a dated year apart.
 *
 * @budget  of the plan as it is; its basis is BASIS_DATED
 * @out     on ST_OK to be freed with difference_free(); untouched otherwise
 * @return  ST_OK or ST_NOMEM
 */
enum status difference_make(const struct plan *plan, const struct budget *budget,
                            struct difference *out);
/** Free what it holds. Accepts {0}. */
void difference_free(struct difference *difference);

#endif
