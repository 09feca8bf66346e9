/*
 * "Read it to me": the plan a sentence at a time. The person says yes or changes it, and what they
 * agreed to is noted with the day.
 */
#ifndef SUPPORTPLAN_ALOUD_H
#define SUPPORTPLAN_ALOUD_H

#include "supportplan/wizard.h"

/** One sentence of the plan, and the fact it comes from. */
struct saying {
    char *words; /**< owned */
    enum section section;
    enum field field;
    char item[NAME_MAX_LEN + 1];
    bool last; /**< the last one of its answer or record */
};

/** All sentences, in the order of the form. {0} is none. */
struct aloud {
    struct saying *list;
    size_t count, cap;
    bool nomem; /**< sticky: something could not be added */
};

/** The sentences of the plan as it is now; the plan and a form must be there. */
void aloud_make(const struct wizard *w, struct aloud *out);
/** Free what it holds and make it empty. */
void aloud_free(struct aloud *r);
/** Begin to read, or go on where it stopped: at the first answer that was not agreed since it was
 * changed. */
void aloud_start(struct wizard *w);

#endif
