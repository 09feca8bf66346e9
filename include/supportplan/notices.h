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

/** Sentences that are said one after the other: once one could not be added, none is any more. */
struct telling {
    struct notices *out;
    enum status st; /**< ST_OK, or ST_NOMEM from then on */
};
/** Add a sentence that was put together, as notices_take() does, unless something failed before.
 * One without a word is left out. */
void notices_keep(struct telling *s, struct text *sentence);

#endif
