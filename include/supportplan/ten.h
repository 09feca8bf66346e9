/*
 * "I have ten minutes": the next short questions, one at a time, and a kind stop after three.
 */
#ifndef SUPPORTPLAN_TEN_H
#define SUPPORTPLAN_TEN_H

#include "supportplan/wizard.h"

/** Offer the first short question that has no answer yet. A form must be open. */
void ten_start(struct wizard *w);
/** Add, after a blank, how far the plan is, for who comes back to it: up to which section, when it
 * was kept last, where cols are enough for that too, and what comes next. Nothing where nothing was
 * answered. */
void ten_welcome(const struct wizard *w, int cols, struct text *out);

#endif
