/*
 * What a person is charged where the charge is never more than the support costs. Over which
 * stretch the two are held beside each other makes a difference: week by week protects the
 * person in a light week, four weeks at once do not. Reads plans only.
 */
#ifndef SUPPORTPLAN_CHARGE_H
#define SUPPORTPLAN_CHARGE_H

#include "supportplan/budget.h"

/** How long a stretch is. The numbers are those of F_CONTRIBUTION_CHARGED. */
enum charged { CHARGED_WEEK, CHARGED_4WEEKS };

/** What is charged for some weeks: in each stretch of so many weeks what was assessed for them, or
 * what they cost, whichever is lower. The last stretch may be shorter. each is 1 or more. */
pence charge_of(pence assessed_week, const pence *costs, size_t weeks, size_t each);

/** The charge of a plan's 52 weeks. */
struct charge {
    bool told; /**< the plan says over how long the charge is counted */
    enum charged charged;
    bool known;      /**< assessed and year are right */
    pence week;      /**< what was assessed, a week */
    pence costs[52]; /**< what the personal budget pays for in each week */
    pence year;      /**< what is charged in these weeks */
};

/**
 * Work out the charge of a plan.
 *
 * Each week costs what its pattern's ordinary week does, and what the other regular costs come to
 * in the average week. In a dated year the weeks come as they
 * do from its first day on; else pattern by pattern, each as often as the plan says. Four weeks
 * at once are not known there where patterns differ: nothing says which weeks come together.
 * It is not known either where a line has no price yet.
 */
struct charge charge_count(const struct plan *plan, const struct budget *budget);

#endif
