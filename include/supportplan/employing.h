/*
 * The pages about people who are employed: what one costs, how a line of it was worked out,
 * and how to employ and buy safely.
 */
#ifndef SUPPORTPLAN_EMPLOYING_H
#define SUPPORTPLAN_EMPLOYING_H

#include "supportplan/place.h"

/** Whether there is something to say about what it costs to employ a supporter: they are a
 * personal assistant, or the plan has a job for them. */
bool employing_applies(const struct wizard *w, const char *supporter);
/** Go to the page of a supporter. */
void employing_go(struct wizard *w, const char *supporter);
/** Add what follows "What it costs to employ": a row for a supporter, opened by act. */
void employing_row(const struct wizard *w, const char *supporter, int act, struct page *page);
/** Make the page that explains line number part of a job: how it was worked out, and the source of
 * its rates. */
void employing_explain(const struct wizard *w, const char *job, size_t part, struct page *page);

#endif
