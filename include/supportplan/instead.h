/*
 * What if somebody is employed in place of an agency: what they would cost for the same hours, all
 * counted. Tried on a copy; only instead_take() changes a plan.
 */
#ifndef SUPPORTPLAN_INSTEAD_H
#define SUPPORTPLAN_INSTEAD_H

#include "supportplan/employer.h"

/** What is counted from; all borrowed. */
struct instead_input {
    const struct plan *plan;
    const struct budget *budget; /**< of plan, counted */
    const struct rates *rates;   /**< may be {0}: then nothing is known */
    const struct holidays *holidays;
    date today;
};

/** Both beside each other. */
struct instead {
    bool any;          /**< the budget pays for time with the supporter */
    struct figure now; /**< what that costs in the average week; a line may lack a price */
    struct figure now_year;
    bool known;              /**< the cost of somebody employed is */
    pence week, year;        /**< all that an employer pays, without what comes once */
    pence planned;           /**< of week, what the wage alone is in the plan */
    struct figure hour;      /**< for each hour in which somebody is there */
    struct figure wage_most; /**< the highest wage an hour that costs no more than now */
};

/** The lowest legal wage an hour for a grown-up today, or unknown. */
struct figure instead_lowest_wage(const struct instead_input *in);
/** Count it at a wage an hour. ST_OK or ST_NOMEM (out untouched). */
enum status instead_count(const struct instead_input *in, const char *supporter, pence wage,
                          struct instead *out);
/**
 * Put somebody employed in the place of a supporter: their lines that the budget pays get a new
 * supporter, employed on usual terms, and what comes on top of the wage is a cost a week.
 *
 * @rest   what comes on top a week; 0 for nothing
 * @undo   gets what turns it round, also where it fails part of the way
 * @return ST_OK or ST_NOMEM
 */
enum status instead_take(struct plan *plan, const char *supporter, pence wage, pence rest,
                         struct edits *undo);

#endif
