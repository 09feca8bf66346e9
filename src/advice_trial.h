/*
 * Trying a change, for advice.c and its parts: a plan with the prices and weeks of another but
 * none of its lines, so that what a line costs alone is what it adds to the sums.
 */
#ifndef ADVICE_TRIAL_H
#define ADVICE_TRIAL_H

#include "supportplan/advice.h"

struct trial {
    const struct plan *from;
    struct plan *plan;
    const struct holidays *holidays;
    /* the line or cost that is in the plan: mostly several changes of one are tried in turn */
    enum section section;
    char item[NAME_MAX_LEN + 1]; /* "" for none */
    struct columns before;       /* what it comes to as it is */
    bool priced;
};

/* ST_OK (trial_close() frees it) or ST_NOMEM. from and holidays are borrowed till then. */
enum status trial_open(const struct plan *plan, const struct holidays *holidays, struct trial *out);
void trial_close(struct trial *trial);
/* How much more the plan would cost with a change, below nought where less, and whether all that it
 * touches has a price then. ST_OK or ST_NOMEM. */
enum status trial_try(struct trial *trial, const struct advice *advice, struct columns *more,
                      bool *priced);

/* Put down whether a change takes a need's only support, or the only person at night. */
void advice_judge_care(const struct plan *plan, const struct budget *budget,
                       const struct week_line *line, struct advice *advice);
/* How much paid time a week a change of so many minutes each time takes. */
int64_t advice_week_minutes(const struct week_line *line, int day, minutes each);

#endif
