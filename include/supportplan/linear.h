/*
 * The session as questions and answers on two streams: no cursor movement, no
 * second column, nothing that has to be seen.
 */
#ifndef SUPPORTPLAN_LINEAR_H
#define SUPPORTPLAN_LINEAR_H

#include <stdio.h>

#include "supportplan/wizard.h"

/** What waiting for a line came to. */
enum linear_wait {
    LINEAR_LINE, /**< there is one, or never will be */
    LINEAR_WARN, /**< nobody has typed for a while */
    LINEAR_HIDE, /**< nor since: what was said is to be hidden */
};

/** The plain face. {0} with its streams set is ready. */
struct linear {
    FILE *in, *out; /**< borrowed */
    enum charset charset;
    int cols;             /**< as wide as the terminal is; 0 where that is not known */
    struct text last;     /**< the page as it was printed last: not printed twice */
    struct place at;      /**< where that was */
    struct text week;     /**< the days of the week as they were heard last; empty: not heard yet */
    struct text told;     /**< the running total as it was said last */
    bool hinted;          /**< the first question's hint has been said */
    bool hinted_long;     /**< that of a long answer too */
    bool hinted_more;     /**< and that of one which is answered */
    bool hinted_question; /**< and what can be done with one */
    void (*whisper)(void *who, bool on); /**< the next line is not to be seen; may be NULL */
    void (*noted)(void *who);            /**< a line of a long answer was read; may be NULL */
    enum linear_wait (*wait)(void *who); /**< NULL: lines are waited for without end */
    void *who;                           /**< given to whisper, noted and wait; borrowed */
    const char *clearing; /**< bytes that clear the terminal; NULL or "" where none do; borrowed */
};

/** How a turn ended. */
enum linear_end {
    LINEAR_GO_ON,
    LINEAR_CLOSED, /**< there is nothing more to read */
};

/**
 * One turn: print what is new, ask, read an answer, give it to the wizard. What the wizard says to
 * it is for linear_message(), when its effects were carried out.
 *
 * @effects  set to what must now be done
 */
enum linear_end linear_turn(struct linear *l, struct wizard *w, unsigned *effects);
/** Print words, made fit to be shown. false where memory ran out: then not all of them. */
bool linear_put(const struct linear *l, const char *words);
/** Print the wizard's message and, where figures changed, the total. */
void linear_message(struct linear *l, const struct wizard *w);
/** Free what the face holds. The streams are left open. */
void linear_free(struct linear *l);

#endif
