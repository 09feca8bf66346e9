/*
 * The page that asks: what if I employ somebody instead of the agency?
 */
#ifndef SUPPORTPLAN_HIRING_H
#define SUPPORTPLAN_HIRING_H

#include "supportplan/wizard.h"

/** Whether a supporter's place could be taken: the budget pays for time with them, and they are not
 * employed. */
bool hiring_applies(const struct wizard *w, const char *supporter);
/** Go to the page of a supporter. */
void hiring_go(struct wizard *w, const char *supporter);

#endif
