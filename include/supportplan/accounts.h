/*
 * The money of a plan in words, every sum shown: onto a page. Does no sums of its own.
 */
#ifndef SUPPORTPLAN_ACCOUNTS_H
#define SUPPORTPLAN_ACCOUNTS_H

#include "supportplan/prose.h"
#include "supportplan/report.h"

/**
 * Say what each line costs and how that was worked out, by who pays, then the figures.
 *
 * @all_columns  each line and total in every period; else a week and a year
 */
void accounts_say(struct prose *prose, const struct report_input *in, bool all_columns);

/** Say what each person who is employed costs, line by line, and what is in the account. sources:
 * with the source of every rate; else only that one was not checked. */
void accounts_say_jobs(struct prose *prose, const struct report_input *in, bool sources);

#endif
