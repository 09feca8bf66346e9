/*
 * How a figure was worked out, on a page of its own: every figure of the money pages, and by its
 * key every figure of `budget --csv`.
 */
#ifndef SUPPORTPLAN_WHY_H
#define SUPPORTPLAN_WHY_H

#include "supportplan/place.h"

/** Add how the figure of a key was worked out, a row a sentence. false where the plan has none. */
bool why_say(const struct wizard *w, const char *key, struct page *page);
/** Go to the explanation of a figure. A key may have F in place of a fund, which item is then: as
 * "fund.F.cost.week"; else item is "". */
void why_go(struct wizard *w, const char *key, const char *item);
/** What "explain" does: "" is what is left; a number is a line of this page; else it is a key. */
void why_ask(struct wizard *w, const char *which);

#endif
