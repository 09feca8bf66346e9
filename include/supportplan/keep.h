/*
 * Where a plan is kept: opening one, choosing a place for one, and leaving one that has none.
 */
#ifndef SUPPORTPLAN_KEEP_H
#define SUPPORTPLAN_KEEP_H

#include "supportplan/wizard.h"

/** The plans that lie in the folder of the session now: their files' names, each with a newline
 * behind it (copied). To be told where a person says which one to go on with; never in a private
 * session, whose next person need not know who was here. */
void keep_nearby(struct wizard *w, const char *names);

#endif
