/*
 * Who steps in when somebody who supports the person can't come: for everybody in the week, one
 * after the other. Reads plans only; and the sentences about it.
 */
#ifndef SUPPORTPLAN_STANDBY_H
#define SUPPORTPLAN_STANDBY_H

#include "supportplan/budget.h"
#include "supportplan/cover.h"
#include "supportplan/form.h"
#include "supportplan/notices.h"

/** Somebody in the week, and who is there instead. Strings are borrowed from the plan. */
struct standby {
    const char *supporter; /**< s1 */
    bool paid;             /**< somebody pays a line of theirs, or may */
    minutes moment;     /**< a time when they come, from Monday 00:00: one at which nobody else is
                           there,    where there is such a one; -1: their times are not known */
    bool alone;         /**< nobody else is there then */
    struct cover cover; /**< who steps in for them */
};

/** Everybody in the week, in the plan's order; machines apart. */
struct standbys {
    struct standby *list;
    size_t count;
    size_t open; /**< for how many nobody is named: for who is paid, for both; else for either */
};

/**
 * Find who steps in for whom.
 *
 * @out    on ST_OK to be freed with standbys_free(); untouched otherwise. It borrows the plan's
 * strings
 * @return ST_OK or ST_NOMEM
 */
enum status standbys_make(const struct plan *plan, const struct budget *budget,
                          struct standbys *out);
/** Free it. Accepts {0}. */
void standbys_free(struct standbys *all);
/** Whether enough is said for somebody. */
bool standby_enough(const struct standby *one);

/* Sentences. form may be NULL. Each adds to out. */

/** "For 2 of 5 people somebody is still to be named.", "Somebody steps in for each of 5 people." */
void standbys_words(const struct standbys *all, struct text *out);
/** "Who comes when Sam is ill on Tuesday at 09:00?", or "is on holiday". */
void standby_question(const struct plan *plan, const struct form *form, const struct standby *one,
                      bool holiday, struct text *out);
/** "ill or on holiday": when somebody of a row of cover steps in. */
void standby_when(const struct plan *plan, const struct form *form, const char *cover,
                  struct text *out);
/** A row of cover, after the name of who is away: "ill: Anne, 01632 960 111. Paid from: budget." */
void standby_cover_words(const struct plan *plan, const struct form *form, const char *cover,
                         struct text *out);
/** All that is said for somebody, a sentence or more each: "If Sam is ill: ...", and "If Sam is on
 * holiday: nobody is named yet." ST_OK or ST_NOMEM. */
enum status standby_say(const struct plan *plan, const struct form *form, const struct standby *one,
                        struct notices *out);

#endif
