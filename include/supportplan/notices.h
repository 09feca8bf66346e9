/*
 * What a reader has to tell a person: plain sentences, in order.
 */
#ifndef SUPPORTPLAN_NOTICES_H
#define SUPPORTPLAN_NOTICES_H

#include "supportplan/text.h"

/** Sentences. {0} is none. */
struct notices {
    char **list;
    size_t count;
};

/** Free the sentences. Accepts {0}. */
void notices_free(struct notices *notices);
/** Add a sentence (copied). ST_OK or ST_NOMEM. */
enum status notices_add(struct notices *notices, const char *sentence);
/** Add a sentence that was put together; the text is empty then, whatever came of it. ST_OK, or
 * ST_NOMEM where there is no memory, or was none for the text. */
enum status notices_take(struct notices *notices, struct text *sentence);

#endif
