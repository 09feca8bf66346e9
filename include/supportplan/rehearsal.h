/*
 * Who comes when somebody can't: asked once for everybody in the week, on a page of its own.
 */
#ifndef SUPPORTPLAN_REHEARSAL_H
#define SUPPORTPLAN_REHEARSAL_H

#include "supportplan/wizard.h"

/** Where it is asked who steps in, or when, add what it is about to the page: "Who comes when Sam
 * is ill on Tuesday at 09:00?" Nothing elsewhere. */
void rehearsal_words(const struct wizard *w, const struct place *here, struct page *page);

#endif
