/*
 * The money in the account: what is owed already, what is free, and what is over the limit
 * that the council sets. The limit is a number of weeks in the plan; there is no other.
 */
#ifndef SUPPORTPLAN_RESERVE_H
#define SUPPORTPLAN_RESERVE_H

#include "supportplan/budget.h"
#include "supportplan/notices.h"

/** The reserve. What hangs on something that is not known is not known. */
struct reserve {
    bool told;             /**< the plan says something about it */
    struct figure account; /**< what is in the account */
    struct figure owed;    /**< the sum of its debts; each counts as nought where not given */
    struct figure free;    /**< account - owed; may be below nought */
    int64_t weeks;         /**< the limit; 0 where the plan sets none */
    bool of_council;       /**< weeks of what the council pays, not of the whole budget */
    struct figure week;    /**< that money a week */
    struct figure limit;   /**< weeks x week */
    struct figure over;    /**< how much of what is free is above the limit; 0 or more */
};

/** What may be owed: holiday, tax, bills, and what is kept for redundancy pay. */
#define RESERVE_DEBTS 4
extern const enum field reserve_debts[RESERVE_DEBTS];

/** Work out the reserve of a plan. budget is of this plan, counted. */
struct reserve reserve_count(const struct plan *plan, const struct budget *budget);
/** Say it, a sentence a figure, each with its sum. ST_OK or ST_NOMEM. */
enum status reserve_say(const struct reserve *reserve, struct notices *out);
/** In a few words: "2,649.20 free, 500.80 owed, 169.20 over, limit 8 weeks"; nothing where the plan
 * says nothing of it. */
void reserve_short(const struct reserve *reserve, struct text *out);

#endif
