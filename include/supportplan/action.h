/*
 * What a person did to the plan, in steps that undo turns round as one.
 */
#ifndef SUPPORTPLAN_ACTION_H
#define SUPPORTPLAN_ACTION_H

#include "supportplan/plan.h"

/** An action of the person, which undo turns round as one. */
struct action {
    char *name; /**< "copy Monday to four days" */
    struct edits edits;
};

struct wizard;

/** Begin an action with a name for undo (a printf format). */
void wizard_begin(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** Put a field within an action. place is PLAN_LAST for the end. */
enum status wizard_set(struct wizard *w, enum field field, const char *item, const char *value);
/** End an action: it can be undone from now on; figures are counted; the plan is to be saved.
 * In a plan that is open to read only it is turned round, and the event says so. */
void wizard_end(struct wizard *w);
/** Give an action up: what it did is turned round. */
void wizard_drop(struct wizard *w);
/** Make one action of those from a number on, with a name for undo (a printf format). Where
 * there is no memory they stay several. */
void wizard_join(struct wizard *w, size_t from, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Undo the last action, or say that there is none. */
void wizard_undo(struct wizard *w);
/** Do again what was undone last, or say that there is none. */
void wizard_redo(struct wizard *w);
/** Begin to try something out: what is done from now on is not saved before wizard_end_try(). */
void wizard_try(struct wizard *w);
/** How many actions were tried out so far; 0 where nothing is tried. */
size_t wizard_tried(const struct wizard *w);
/** The plan as it was before, to be freed with plan_free(). ST_OK or ST_NOMEM. */
enum status wizard_before_try(const struct wizard *w, struct plan **out);
/** End it: what was tried is one action now, kept or undone. false where nothing was tried. */
bool wizard_end_try(struct wizard *w, bool keep);
/** Leave a place whose record is not there any more, and make the page afresh. */
void wizard_settle(struct wizard *w);
/** Forget what could be undone and done again. */
void wizard_forget_actions(struct wizard *w);

#endif
