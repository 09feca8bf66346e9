/*
 * "I have ten minutes": the next short questions, one at a time, and a kind stop after three.
 */
#ifndef SUPPORTPLAN_TEN_H
#define SUPPORTPLAN_TEN_H

#include "supportplan/progress.h"
#include "supportplan/wizard.h"

/** Offer the first short question that has no answer yet. A form must be open. */
void ten_start(struct wizard *w);
/** Add, after a blank, how far the plan is, for who comes back to it: up to which section, when it
 * was kept last, where cols are enough for that too, and what comes next. Nothing where nothing was
 * answered. far is how far each section is: wizard_progress_all(). */
void ten_welcome(const struct wizard *w, const struct progress *far, int cols, struct text *out);

#endif
