/*
 * Which need is met by what: need, goal, support, time, cost. The sums that are shown beside a
 * need, and the sentences about them. Reads plans only.
 */
#ifndef SUPPORTPLAN_COVERAGE_H
#define SUPPORTPLAN_COVERAGE_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/** How far a need is met. In this order they are shown: what is open comes first. */
enum coverage_how {
    COVERAGE_NOTHING,   /**< nothing in the plan names it */
    COVERAGE_NOT_MET,   /**< the person says that it is not met yet */
    COVERAGE_UNSURE,    /**< nothing names it, and who else meets it is "?" */
    COVERAGE_GOAL_ONLY, /**< a goal names it, but nothing helps with that goal */
    COVERAGE_PLANNED,   /**< lines of the week or costs meet it */
    COVERAGE_OTHERWISE, /**< somebody else meets it, as the plan says */
};

/** Something that meets a need. Strings are borrowed from the plan. */
struct coverage_link {
    enum section section; /**< SEC_TIME or SEC_COST; SEC_GOAL: a goal that nothing helps with */
    const char *item;
    const char *goal; /**< the goal through which it does; "" where it names the need itself */
    size_t need;      /**< the place of the need in the plan */
};

/** A need, and what meets it. */
struct coverage_need {
    const char *item; /**< n1; borrowed */
    size_t place;     /**< its place in the plan */
    bool assessed;    /**< the council counts it, or it is not known whether it does */
    enum coverage_how how;
    const struct coverage_link *links; /**< those of this need, in the plan's order */
    size_t count;
    size_t met;          /**< how many of them are lines or costs */
    struct columns cost; /**< what its lines and regular costs come to, whoever pays: the sum of
                            each rounded column; its year without what is paid once */
    pence once;          /**< what is paid for it once */
    size_t not_priced;   /**< how many of them have no price yet */
};

/** Every need of a plan: what is open first, and needs that the council does not count last. */
struct coverage {
    struct coverage_need *needs;
    size_t count;
    size_t open; /**< how many assessed needs have nothing that meets them */
    struct coverage_link *links;
    size_t link_count;
};

/**
 * Find what meets each need of a plan. A line that names two needs stands under both.
 *
 * @out    on ST_OK to be freed with coverage_free(); untouched otherwise. It borrows the plan's
 * strings: make it again after every change
 * @return ST_OK or ST_NOMEM
 */
enum status coverage_make(const struct plan *plan, const struct budget *budget,
                          struct coverage *out);
/** Free it. Accepts {0}. */
void coverage_free(struct coverage *coverage);
/** The first need before this one, as they are shown, that the very same things meet; NULL where
 * there is none. need is one of coverage->needs. */
const struct coverage_need *coverage_same(const struct coverage *coverage,
                                          const struct coverage_need *need);
/** The paid and unpaid time that a need has in a pattern; no cover. */
struct week_time coverage_time(const struct plan *plan, const struct budget *budget,
                               const struct coverage_need *need, const char *pattern);

/* Sentences. form may be NULL. Each adds to out. */

/** "2 of 6 needs have nothing beside them yet.", "Every need has something beside it." */
void coverage_words(const struct coverage *coverage, struct text *out);
/** How it is met, in a few words: "nothing yet", "2 things". */
void coverage_state(const struct coverage_need *need, struct text *out);
/** What follows where it is not met by lines or costs: "Somebody else meets it: the district
 * nurse."; nothing where all is in the links. */
void coverage_else(const struct plan *plan, const struct coverage_need *need, struct text *out);
/** A link as a sentence or two: what, by whom, when, at what cost, who pays, and for which goal. */
void coverage_link_words(const struct plan *plan, const struct form *form,
                         const struct budget *budget, const struct coverage_link *link,
                         struct text *out);
/** "Together 9 h 30 m paid, 2 h unpaid a week. 131.77 a week, 6,852.04 a year (52 weeks).";
 * nothing where nothing is planned for it. */
void coverage_sum_words(const struct plan *plan, const struct form *form,
                        const struct budget *budget, const struct coverage_need *need,
                        struct text *out);

#endif
