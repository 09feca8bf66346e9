/*
 * The pages that ask for a passphrase: to open a plan that is locked, and to lock one.
 * What is typed there is shown only where the person says so, is never a draft, never in a journal,
 * and is wiped when it was used.
 */
#ifndef SUPPORTPLAN_PASSPHRASE_H
#define SUPPORTPLAN_PASSPHRASE_H

#include "supportplan/text.h"

struct wizard;

/** What a session knows of passphrases. {0} is nothing. */
struct passphrase {
    bool locked;       /**< the plan that is open is locked with one */
    bool shown;        /**< what is typed is shown */
    char *path;        /**< the plan that is to be opened; owned */
    char *words;       /**< some to choose, a blank between them; owned */
    char *told;        /**< how locking went, a paragraph a line; owned */
    struct text first; /**< as it was typed the first time */
    struct text typed; /**< for the door, which wipes it: passphrase_take() */
};

/** Wipe and free what it holds. */
void passphrase_free(struct passphrase *pass);
/** The plan at a path (copied) is locked: ask for its passphrase. sentence says why what was typed
 * did not open it; NULL where nothing was typed. */
void passphrase_ask(struct wizard *w, const char *path, const char *sentence);
/** FX_WORDS was done: words that were drawn by lot (copied). */
void passphrase_offer(struct wizard *w, const char *words);
/** FX_LOCK was done: the plan is locked, or not, from now on. told is shown on a page of its own
 * (copied), a paragraph a line; NULL where there is nothing to tell. */
void passphrase_done(struct wizard *w, bool locked, const char *told);
/** Whether the plan is one that may be locked. */
bool passphrase_may_lock(const struct wizard *w);

#endif
