/*
 * What the money that is left still buys; and where more is planned than there is, the smallest
 * changes that put it right. Every change is tried on a plan of its own: nothing is guessed.
 * Reads plans only; only advice_take() changes one.
 */
#ifndef SUPPORTPLAN_ADVICE_H
#define SUPPORTPLAN_ADVICE_H

#include "supportplan/budget.h"

/** What a piece of advice does to a plan. */
enum advice_kind {
    ADVICE_MORE,    /**< more time a week with a supporter, by the hour */
    ADVICE_VISITS,  /**< more visits, nights, days or sessions a week with a supporter */
    ADVICE_ASIDE,   /**< less is put aside */
    ADVICE_OTHER,   /**< another fund pays a line or cost, and has the money */
    ADVICE_SHORTER, /**< a timetable line is shorter */
    ADVICE_OFF,     /**< a timetable line is left out */
};

/** What a change takes from the person beside time: such a change is only told of where there is
 * no other. */
enum advice_care {
    CARE_NONE,
    CARE_NEED,  /**< it is the only support for a need */
    CARE_NIGHT, /**< nobody else is there at that time of the night */
};

/** Every day of a line, in place of one. */
#define ADVICE_ALL_DAYS (-1)

/** One change that can be taken. */
struct advice {
    enum advice_kind kind;
    enum section section;         /**< of item */
    char item[NAME_MAX_LEN + 1];  /**< the supporter; else the line or cost */
    char other[NAME_MAX_LEN + 1]; /**< ADVICE_VISITS: the price; ADVICE_OTHER: the fund; else "" */
    minutes length;               /**< ADVICE_MORE: a week; ADVICE_SHORTER: each time */
    int64_t times;                /**< ADVICE_VISITS: how many a week */
    int day;                      /**< ADVICE_SHORTER, ADVICE_OFF: 0 to 6, or ADVICE_ALL_DAYS */
    pence price;                  /**< ADVICE_ASIDE: what is put aside from now on each time */
    int64_t week_minutes;         /**< paid time a week, more or less; 0 where none is touched */
    struct columns change;        /**< what it costs, or saves, above nought */
    struct columns left;          /**< of the budget, then */
    enum advice_care care;        /**< what else it would take */
    char need[NAME_MAX_LEN + 1];  /**< CARE_NEED: the need */
};

#define ADVICES_MAX 5

/** The advice for a plan, the best first. */
struct advices {
    size_t count;
    struct advice list[ADVICES_MAX];
};

/**
 * Find what the money that is left buys with each supporter who has a price, or, where the plan is
 * over, the changes that put it right: each alone is enough. Fewest minutes go first, then fewest
 * pence. None where the budget is not known.
 *
 * @budget   of this plan, counted
 * @holidays as the budget was counted with; may be NULL
 * @out      untouched on failure
 * @return   ST_OK or ST_NOMEM
 */
enum status advice_find(const struct plan *plan, const struct budget *budget,
                        const struct holidays *holidays, struct advices *out);

/**
 * Find changes that put a plan right together, where no one change does: as few as can be, in the
 * order in which they are taken. None where five are not enough. The left of each is what is left
 * once those before it are taken, too.
 *
 * @out      untouched on failure
 * @return   ST_OK or ST_NOMEM
 */
enum status advice_together(const struct plan *plan, const struct holidays *holidays,
                            struct advices *out);

/** Carry a change out. What turns it round is added to undo. ST_OK or ST_NOMEM; on failure a part
 * may be done: undo has it. */
enum status advice_take(struct plan *plan, const struct advice *advice, struct edits *undo);

/** What a budget that is told for longer than a week allows a week, rounded down, so that it is
 * never more than there is (research V40). Not known where it is told by the week. */
struct figure advice_allows(const struct budget *budget);

#endif
