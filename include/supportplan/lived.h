/*
 * What the plan expected beside what happened: hours that nobody filled, money that was left.
 * Reads plans only.
 */
#ifndef SUPPORTPLAN_LIVED_H
#define SUPPORTPLAN_LIVED_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/**
 * Add what the plan expects, beside which a field of a review is answered: the paid hours of each
 * kind of week, or what is left in the year. Nothing for other fields, and where it is not known.
 * form may be NULL.
 */
void lived_expected(const struct plan *plan, const struct form *form, const struct budget *budget,
                    enum field field, struct text *out);
/**
 * Add the same for each field that a review answers, and what that leaves: "The plan has 19 h 30 m
 * paid in a week. 3 h of it nobody filled, so 16 h 30 m came." Nothing where it answers none.
 */
void lived_words(const struct plan *plan, const struct form *form, const struct budget *budget,
                 const char *review, struct text *out);

#endif
