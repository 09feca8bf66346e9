/*
 * Advice in words: what a change does, what it comes to, what to mind. Does no sums of its own: see
 * advice.
 */
#ifndef SUPPORTPLAN_COUNSEL_H
#define SUPPORTPLAN_COUNSEL_H

#include "supportplan/advice.h"
#include "supportplan/form.h"

/** What it does, as undo would name it: "15 m more a week with Sunrise Care", "shopping 15 m
 * shorter on Saturday". form may be NULL. */
void counsel_words(const struct plan *plan, const struct form *form, const struct advice *advice,
                   struct text *out);
/** What it costs or saves, and what is left then: "costs 3.47 a week, 1.06 left then". */
void counsel_sum(const struct budget *budget, const struct advice *advice, struct text *out);
/** What one of several changes that are needed together saves: "saves 3.47 a week". */
void counsel_saving(const struct budget *budget, const struct advice *advice, struct text *out);
/** What several changes save together: "Together they save 138.70 a week, 3.23 left then." There is
 * one at least. */
void counsel_together(const struct budget *budget, const struct advices *all, struct text *out);
/** What it would take beside, as a sentence; nothing where it takes nothing. */
void counsel_caution(const struct plan *plan, const struct form *form, const struct advice *advice,
                     struct text *out);
/** What is left, and the first thing that it buys: "4.53 still buys 15 m a week with Sunrise
 * Care."; nothing where it buys nothing. */
void counsel_still_buys(const struct plan *plan, const struct form *form,
                        const struct budget *budget, const struct advices *all, struct text *out);

#endif
