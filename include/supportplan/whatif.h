/*
 * The page of what if: something is tried out, compared with the plan as it was, and kept or
 * thrown away.
 */
#ifndef SUPPORTPLAN_WHATIF_H
#define SUPPORTPLAN_WHATIF_H

#include "supportplan/wizard.h"

/** While something is tried out, the plan is not saved and the session not left: go to the page and
 * say so. false where nothing is. */
bool whatif_holds(struct wizard *w);

#endif
