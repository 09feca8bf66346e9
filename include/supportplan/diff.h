/*
 * Two plans, or one plan at two times: what changed, fact by fact; and the same in words, by hours
 * and money, by need and by section. Reads plans only.
 */
#ifndef SUPPORTPLAN_DIFF_H
#define SUPPORTPLAN_DIFF_H

#include "supportplan/report.h"

/** A fact that is not the same in both. Strings are borrowed from the plans. */
struct diff_fact {
    enum field field;
    const char *item;         /**< "" in sections without items */
    const char *before, *now; /**< the values; NULL where there is none */
};

/** All of them, by section; in each the items of before come first. {0} is none. */
struct diff {
    struct diff_fact *list;
    size_t count, cap;
};

/**
 * Find what changed. What the file keeps for itself (format, last number, day of the last change)
 * is left out, and so are facts that this version does not know.
 *
 * @out    on ST_OK to be freed with diff_free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status diff_make(const struct plan *before, const struct plan *now, struct diff *out);
/** Free it. Accepts {0}. */
void diff_free(struct diff *diff);

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
