/*
 * Why something that the check asks about is right as it is: a reason, kept with the sentences that
 * it answers.
 */
#ifndef SUPPORTPLAN_REASONS_H
#define SUPPORTPLAN_REASONS_H

#include "supportplan/wizard.h"

/**
 * Keep a reason, as part of the action that is under way: beside it each question that it answers
 * now, a line each. One that had its reason already keeps it.
 *
 * @reason  its name in the plan: "r24-t3"
 * @words   "" takes it away
 * @return  as wizard_set()
 */
enum status reason_set(struct wizard *w, const char *reason, const char *words);

#endif
