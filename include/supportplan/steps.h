/*
 * Going through the pages of a section of the form, one after another.
 */
#ifndef SUPPORTPLAN_STEPS_H
#define SUPPORTPLAN_STEPS_H

#include "supportplan/wizard.h"

/** The help of a page that asks. */
#define STEPS_HELP N_("Write as much or as little as you like. It is kept when you go on.")

/** The help of a page that shows what is worked out. */
#define STEPS_SHOWN_HELP                                                                           \
    N_("Enter on a line shows how it was worked out, or goes to what it is about.")

/** Begin a page of the form: its section's title, and how far it is. Its words in the form. */
const struct form_page *steps_begin(const struct wizard *w, const struct place *here,
                                    struct page *page);
/** Go to the next page of the section; from the last to the task list. */
void steps_next(struct wizard *w);
/** The commands of every page: next, previous, more. false where it is none of them. */
bool steps_command(struct wizard *w, enum command cmd, const char *arg);
/** Where a section is gone on with: the last page with an answer where that is a list, else the
 * first without one after it; else the first that needs one. Before anything is answered, and where
 * nothing is left, its first page, 0. */
size_t steps_where_left(const struct wizard *w, size_t section);
/** Go to the first page of a kind in the form, or say that it has none. false before there is a
 * plan and a form. */
bool steps_to_kind(struct wizard *w, enum page_kind kind);

#endif
