/*
 * Two plans, or one plan at two times: what changed, in words and as a table; by hours and money,
 * by need, and fact by fact as compare lists them. Reads plans only.
 */
#ifndef SUPPORTPLAN_DIFF_H
#define SUPPORTPLAN_DIFF_H

#include "supportplan/report.h"

/** Two plans with what was worked out from each; names as their files are called. */
struct diff_pair {
    const struct report_input *before, *now;
    const char *before_name, *now_name;
};

/** What changed, in words. Adds to out. ST_OK or ST_NOMEM. */
enum status diff_text(const struct diff_pair *pair, struct text *out);
/** The same as section,item,field,before,now: a row for each fact, then one for each key of
 * `budget --csv` with a value that changed, in the section "budget". Adds to out. ST_OK or
 * ST_NOMEM. */
enum status diff_csv(const struct diff_pair *pair, struct text *out);

#endif
