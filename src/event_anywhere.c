/*
 * Commands that mean the same everywhere.
 */
#include "event_parts.h"

#include "supportplan/aloud.h"
#include "supportplan/shape.h"
#include "supportplan/steps.h"
#include "supportplan/ten.h"
#include "supportplan/whatif.h"

void event_leave(struct wizard *w)
{
    if (whatif_holds(w))
        return;
    bool asked = wizard_at(w)->kind == PLACE_LEAVE;
    bool nowhere = w->plan && !w->path && !w->is_example && (w->done_count > 0 || w->save_failed);
    w->leaving = true;
    if (!asked && (nowhere || (!w->is_example && wizard_any_draft(w)))) {
        wizard_go(w, place_of(PLACE_LEAVE));
        return;
    }
    if (nowhere)
        return;
    if ((w->unsaved || w->save_failed) && w->path && !w->opening.read_only)
        wizard_ask(w, FX_SAVE, NULL);
    wizard_ask(w, FX_QUIT, NULL);
}

/* A key that is pressed by habit in many programs: asked once, and never with anything lost. */
static void ask_to_leave(struct wizard *w)
{
    if (w->leave_asked) {
        event_leave(w);
        return;
    }
    w->leave_asked = true;
    wizard_say(w, "%s", _("Leave? Your answers are kept. Ctrl-C once more leaves."));
}

/* A plan of a later version is not written anywhere: it could lose what is not known here. */
static bool said_read_only(struct wizard *w)
{
    if (w->opening.read_only)
        wizard_say(w, "%s", _("This plan is open to read only. Nothing is changed."));
    return w->opening.read_only;
}

static void keep(struct wizard *w)
{
    if (!said_read_only(w) && !whatif_holds(w))
        wizard_go(w, place_of(PLACE_KEEP));
}

static void save(struct wizard *w)
{
    if (!w->plan) {
        wizard_say(w, "%s", _("There is no plan yet to save."));
    } else if (said_read_only(w) || whatif_holds(w)) {
        return;
    } else if (!w->path) {
        wizard_go(w, place_of(PLACE_KEEP));
    } else {
        w->tell_saved = true;
        wizard_ask(w, FX_SAVE, NULL);
    }
}

/* A plan of one's own with the shape of this one: its form is asked for like any new plan's. */
static void begin_from_this(struct wizard *w)
{
    struct plan *plan = NULL;
    if (!w->is_example) {
        wizard_say(w, "%s", _("This is for examples. Your own plan is open already."));
        return;
    }
    if (shape_of(w->plan, w->today, &plan) != ST_OK ||
        plan_set(plan, F_PLAN_FORM, "", NULL, PLAN_LAST, NULL) != ST_OK ||
        plan_set(plan, F_PLAN_CREATED, "", NULL, PLAN_LAST, NULL) != ST_OK) {
        plan_free(plan);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    wizard_opened(w, plan, NULL, NULL, true);
    wizard_say(w, "%s", _("Its names, notes and prices are now \"not sure yet\"."));
}

/* These need to know what is asked: before, nothing is counted. */
static void by_the_hand(struct wizard *w, enum command cmd)
{
    if (!w->form)
        wizard_say(w, "%s", _("Choose a form first: it says what is asked."));
    else if (cmd == CMD_TEN)
        ten_start(w);
    else if (cmd == CMD_READ)
        aloud_start(w);
    else if (wizard_at(w)->kind != PLACE_WHATIF)
        wizard_go(w, place_of(PLACE_WHATIF));
}

static bool plan_command(struct wizard *w, enum command cmd)
{
    if (!w->plan)
        return false;
    switch ((int)cmd) {
    case CMD_TASKS:
        wizard_home(w);
        return true;
    case CMD_MONEY:
        return steps_to_kind(w, PAGE_MONEY);
    case CMD_IF:
        by_the_hand(w, cmd);
        return true;
    case CMD_CHECK:
        return steps_to_kind(w, PAGE_CHECK);
    case CMD_WEEK:
        return steps_to_kind(w, PAGE_WEEK);
    case CMD_MENU:
        wizard_go(w, place_of(PLACE_MENU));
        return true;
    case CMD_TEXT:
        if (!w->path && !w->is_example)
            wizard_say(w, "%s", _("Choose where the plan is kept first. The text goes beside it."));
        else
            wizard_ask(w, FX_TEXT, NULL);
        return true;
    case CMD_PRINT:
        wizard_ask(w, FX_PRINT, NULL);
        return true;
    case CMD_ROWS:
        wizard_go(w, place_of(PLACE_ROWS));
        return true;
    case CMD_KEEP:
        keep(w);
        return true;
    case CMD_TEN:
    case CMD_READ:
        by_the_hand(w, cmd);
        return true;
    case CMD_FORM:
        wizard_go(w, place_of(PLACE_FORMS));
        return true;
    case CMD_OWN:
        if (w->form)
            wizard_go(w, place_of(PLACE_OWN));
        return w->form != NULL;
    case CMD_BEGIN:
        begin_from_this(w);
        return true;
    default:
        return false;
    }
}

bool event_anywhere(struct wizard *w, enum command cmd)
{
    switch ((int)cmd) {
    case CMD_HELP:
        if (wizard_at(w)->kind != PLACE_HELP)
            wizard_go(w, place_of(PLACE_HELP));
        return true;
    case CMD_KEYS:
        wizard_go(w, place_of(PLACE_KEYS));
        return true;
    case CMD_SAVE:
        save(w);
        return true;
    case CMD_HIDE:
        if (wizard_at(w)->kind != PLACE_HIDDEN)
            wizard_go(w, place_of(PLACE_HIDDEN));
        wizard_ask(w, FX_REDRAW, NULL);
        return true;
    case CMD_UNDO:
        wizard_undo(w);
        return true;
    case CMD_REDO:
        wizard_redo(w);
        return true;
    case CMD_PLAIN:
        wizard_ask(w, FX_PLAIN, NULL);
        return true;
    case CMD_READER:
        wizard_ask(w, FX_READER, NULL);
        return true;
    case CMD_SCREEN:
        wizard_ask(w, FX_SCREEN, NULL);
        return true;
    case CMD_LOOKS:
        if (wizard_at(w)->kind != PLACE_LOOKS)
            wizard_go(w, place_of(PLACE_LOOKS));
        return true;
    case CMD_QUIT:
        event_leave(w);
        return true;
    case CMD_LEAVE:
        ask_to_leave(w);
        return true;
    case CMD_EDITOR:
        event_editor(w);
        return true;
    case CMD_REDRAW:
        wizard_ask(w, FX_REDRAW, NULL);
        return true;
    case CMD_SUSPEND:
        wizard_ask(w, FX_SUSPEND, NULL);
        return true;
    default:
        return plan_command(w, cmd);
    }
}
