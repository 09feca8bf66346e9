/*
 * Actions: several edits that are done together or not at all. For plan_edit.c and
 * its neighbours only.
 */
#ifndef PLAN_ACTION_H
#define PLAN_ACTION_H

#include "plan_facts.h"

/* An action under way: on a failure all that it did is undone. */
struct action {
    struct plan *plan;
    struct edits *log; /* the caller's list, or own */
    struct edits own;
    size_t mark; /* where the action began */
};

/* Begin an action. It must not move after: it may point at its own log. */
void action_begin(struct action *action, struct plan *plan, struct edits *undo);
/* End it: where st is a failure all is undone. Gives st back. */
enum status action_end(struct action *action, enum status st);
/* Do a copy of an edit as a part of an action. */
enum status action_step(struct action *action, const struct edit *edit);
/* Put a fact as a part of an action; value NULL takes it away. */
enum status action_set_named(struct action *action, const char *section, const char *item,
                             const char *field, const char *value, size_t place);
enum status action_set(struct action *action, enum field field, const char *item, const char *value,
                       size_t place);
/* Take odd row i away as a part of an action. */
enum status action_remove_odd(struct action *action, size_t i);
/* Before the last fact or odd row of an item goes: nothing refers to it, and its number is kept. */
enum status action_leave_if_last(struct action *action, enum section section, const char *name);
/* A string for an edit that action_step() is to copy: nobody writes to it. */
char *action_lend(const char *s);
/* An edit of its own with copies of the strings. An empty value is no fact. */
enum status edit_copy(const struct edit *from, struct edit *out);
/* Copies of the cells of an odd row; NULL where there is no memory. */
char **edit_copy_cells(const char *const *cells, size_t count);

#endif
