/*
 * The page of what the money that is left still buys, or of what would put a plan right that is
 * over its budget.
 */
#ifndef SUPPORTPLAN_OFFERS_H
#define SUPPORTPLAN_OFFERS_H

#include "supportplan/place.h"

/** What the page is called now. Borrowed for ever. */
const char *offers_title(const struct wizard *w);
/** Add the sentence that says what is left and what it still buys, where it buys something. */
void offers_say(const struct wizard *w, struct page *page);

#endif
