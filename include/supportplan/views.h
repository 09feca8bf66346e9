/*
 * The pages that look at the plan from one side: what meets each need, and the like. The ways to
 * them, for the pages from which a person would look.
 */
#ifndef SUPPORTPLAN_VIEWS_H
#define SUPPORTPLAN_VIEWS_H

#include "supportplan/place.h"

/** Add a row for every one of them, opened by act. */
void views_rows(struct page *page, int act);
/** Add rows for those that are made of the records of a table. */
void views_rows_of(enum section table, struct page *page, int act);
/** Go to the page that a row of these names. */
void views_open(struct wizard *w, const struct row *row);

#endif
