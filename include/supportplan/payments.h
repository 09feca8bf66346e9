/*
 * What arrives when: the payments of a plan year, and what is due out of each. Reads plans
 * only; has no clock.
 */
#ifndef SUPPORTPLAN_PAYMENTS_H
#define SUPPORTPLAN_PAYMENTS_H

#include "supportplan/budget.h"

/** How often payments come. The numbers are those of F_MONEY_PAID_EVERY. */
enum paid { PAID_4WEEKS, PAID_MONTH, PAID_WEEK, PAID_2WEEKS, PAID_YEAR };

/** The most payments that a year can have: 53 weeks. */
#define PAYMENTS_MAX 54

/** One payment: it is for the days from its own to the one before the next payment. */
struct payment {
    date day;
    int days;           /**< how many days it is for */
    pence gross;        /**< the budget of these days, rounded */
    pence contribution; /**< what the person pays of it, rounded alone, never more than gross; 0
                           where not known */
    pence arrives;      /**< what comes: gross, or gross - contribution where that is taken off */
    pence planned;      /**< what the plan spends in that time on average: regular costs and money
                           set aside */
};

/** The payments of a plan year. */
struct payments {
    enum field missing; /**< what is still to be told before there can be any; else FIELD_NONE */
    enum paid every;
    bool net;                /**< the contribution is taken off before the money comes */
    bool contribution_known; /**< else arrives is right only where it is not net */
    size_t count;
    struct payment list[PAYMENTS_MAX];
};

/**
 * Work out the payments: those from year-start on for a year, or from the first payment where
 * the plan has no year-start.
 *
 * A payment for weeks is that many weeks' money. A payment for a month is by the days until the
 * next one where the year is counted by days and the money is told by the week or four weeks;
 * else a twelfth of the year. Gross and contribution are rounded separately, then subtracted.
 */
struct payments payments_of(const struct plan *plan, const struct budget *budget);

/** What a letter says comes in one payment, beside what is worked out. */
struct payment_told {
    bool told;  /**< the plan has what the letter says */
    bool known; /**< the members below are right: the sums know that payment */
    pence says;
    struct payment payment; /**< the one that the letter is about */
    pence difference;       /**< says - payment.arrives: below nought where the letter is too low */
    bool otherwise;         /**< the letter is right where the year is counted in the other way */
    struct payment other;   /**< that payment so counted: by days where the plan has 52 weeks, and
                               the other way round */
};

/** Hold what a letter says of a payment beside the sums. all is that of payments_of(). */
struct payment_told payments_told(const struct plan *plan, const struct budget *budget,
                                  const struct payments *all);

/** What four-weekly money comes to in a month: x 13 / 12, half up (research V29). */
pence payments_a_month(pence four_weekly);

#endif
