/*
 * What the findings of a check come to: how much is ready, where in the form each of them belongs,
 * and the name under which a reason is kept. Reads only.
 */
#ifndef SUPPORTPLAN_VERDICT_H
#define SUPPORTPLAN_VERDICT_H

#include "supportplan/check.h"

/** How many things a form insists on, and how many of them are ready: each of its questions that
 * must have an answer is one, and each other rule that must hold and has something to look at. */
struct verdict {
    size_t ready, all;
};
struct verdict verdict_count(const struct plan *plan, const struct form *form,
                             const struct findings *findings);

/** Whether a rule must hold by this form. form may be NULL. */
bool verdict_insists(const struct form *form, const struct check_rule *rule);
/** Whether one of the findings says that a rule that must hold does not. */
bool verdict_broken(const struct findings *findings, const struct check_rule *rule);
/** Whether a plan has what a rule is about: with no needs listed, none of them is met or not. A
 * rule that does not hold always has. */
bool verdict_applies(const struct plan *plan, const struct findings *findings,
                     const struct check_rule *rule);
/** The number of the form's section that a finding belongs to; form_section_count() where none. */
size_t verdict_section(const struct form *form, const struct finding *finding);

#endif
