#include "supportplan/action.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/attachment.h"
#include "supportplan/sentences.h"

static void action_free(struct action *a)
{
    free(a->name);
    edits_free(&a->edits);
    *a = (struct action){0};
}

static void actions_free(struct action **list, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        action_free(&(*list)[i]);
    free(*list);
    *list = NULL;
    *count = 0;
}

void wizard_forget_actions(struct wizard *w)
{
    actions_free(&w->done, &w->done_count);
    actions_free(&w->undone, &w->undone_count);
    action_free(&w->action);
    w->trying = false;
}

/* Doing */

void wizard_begin(struct wizard *w, const char *format, ...)
{
    struct text name = {0};
    va_list args;
    va_start(args, format);
    text_addv(&name, format, args);
    va_end(args);
    action_free(&w->action);
    w->action.name = text_take(&name);
}

enum status wizard_set(struct wizard *w, enum field field, const char *item, const char *value)
{
    const char *was = plan_get(w->plan, field, item);
    if (strcmp(was ? was : "", value ? value : "") == 0)
        return ST_OK;
    return plan_set(w->plan, field, item, value, PLAN_LAST, &w->action.edits);
}

static bool push_action(struct action **list, size_t *count, struct action action)
{
    struct action *more = realloc(*list, (*count + 1) * sizeof *more);
    if (!more)
        return false;
    *list = more;
    more[(*count)++] = action;
    return true;
}

/* Whether the running total says something else than when it was last said. */
static bool total_differs(struct wizard *w)
{
    struct text now = {0};
    sentence_total(w->plan, &w->budget, w->pattern, &now);
    bool differs = strcmp(text_str(&now), text_str(&w->total)) != 0;
    text_free(&w->total);
    w->total = now;
    return differs;
}

/* The plan is another: undone, or done. Figures that are the same are not said again. */
static void changed(struct wizard *w, bool undone)
{
    bool was_over = w->budget.over;
    wizard_recount(w);
    wizard_place_drafts(w, undone);
    wizard_hush(w);
    w->went_over = w->budget.over && !was_over;
    w->recounted = total_differs(w) || w->trying;
    w->unsaved = true;
    if (w->path && !w->opening.read_only && !w->trying)
        w->effects |= FX_SAVE;
    attachment_ask(w);
}

void wizard_end(struct wizard *w)
{
    if (w->action.edits.count == 0) {
        action_free(&w->action);
        return;
    }
    if (w->opening.read_only) {
        wizard_drop(w);
        w->held = true;
        return;
    }
    actions_free(&w->undone, &w->undone_count);
    wizard_drop_away(w);
    if (!push_action(&w->done, &w->done_count, w->action))
        action_free(&w->action);
    w->action = (struct action){0};
    changed(w, false);
}

/* The sums borrow names of the plan: what was taken away and put back has other memory. */
void wizard_drop(struct wizard *w)
{
    bool touched = w->action.edits.count > 0;
    plan_undo(w->plan, &w->action.edits, NULL);
    action_free(&w->action);
    if (touched)
        wizard_recount(w);
}

/* Undoing */

/* Take the last action of one list, turn it round, and put what turns that round on the other. */
static bool turn_round(struct wizard *w, struct action **from, size_t *from_count,
                       struct action **to, size_t *to_count)
{
    if (!w->plan || *from_count == 0)
        return false;
    struct action a = (*from)[*from_count - 1];
    struct action back = {.name = a.name};
    if (plan_undo(w->plan, &a.edits, &back.edits) != ST_OK)
        return false;
    (*from_count)--;
    edits_free(&a.edits);
    bool kept = push_action(to, to_count, back);
    wizard_say(w, from == &w->done ? _("Undone: %s.") : _("Done again: %s."), a.name ? a.name : "");
    if (!kept)
        action_free(&back);
    changed(w, from == &w->done);
    return true;
}

void wizard_settle(struct wizard *w)
{
    while (w->depth > 1 && !place_stands(w, wizard_at(w)))
        w->depth--;
    wizard_arrive(w);
}

/* Which form is used is a fact of the plan: undoing its choice brings the other form back. Where
 * that was the first choice, it is to be made again. */
static void follow_form(struct wizard *w)
{
    const char *form = plan_get(w->plan, F_PLAN_FORM, "");
    if (!form) {
        wizard_home(w);
        wizard_go(w, place_of(PLACE_FORMS));
    } else {
        wizard_ask(w, FX_FORM, form);
    }
}

/* Turn an action round and bring the session after the plan. */
static bool turn(struct wizard *w, bool undo)
{
    char *form = w->plan ? text_copy(plan_str(w->plan, F_PLAN_FORM, "")) : NULL;
    bool turned = undo ? turn_round(w, &w->done, &w->done_count, &w->undone, &w->undone_count)
                       : turn_round(w, &w->undone, &w->undone_count, &w->done, &w->done_count);
    if (turned) {
        wizard_settle(w);
        if (!form || strcmp(form, plan_str(w->plan, F_PLAN_FORM, "")) != 0)
            follow_form(w);
    }
    free(form);
    return turned;
}

void wizard_undo(struct wizard *w)
{
    if (w->trying && wizard_tried(w) == 0)
        wizard_say(w, "%s", _("Nothing is tried out, so there is nothing to undo."));
    else if (!turn(w, true))
        wizard_say(w, "%s", _("There is nothing to undo."));
}

void wizard_redo(struct wizard *w)
{
    if (!turn(w, false))
        wizard_say(w, "%s", _("There is nothing to do again."));
}
