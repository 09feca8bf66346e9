/*
 * What a reader has to tell a person: plain sentences, in order.
 */
#ifndef SUPPORTPLAN_NOTICES_H
#define SUPPORTPLAN_NOTICES_H

#include "supportplan/status.h"

/** Sentences. {0} is none. */
struct notices {
    char **list;
    size_t count;
};

/** Free the sentences. Accepts {0}. */
void notices_free(struct notices *notices);
/** Add a sentence (copied). ST_OK or ST_NOMEM. */
enum status notices_add(struct notices *notices, const char *sentence);

#endif
