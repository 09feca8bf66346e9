/*
 * Commands that mean the same everywhere.
 */
#include "event_parts.h"

#include "supportplan/aloud.h"
#include "supportplan/changes.h"
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
    /* Who leaves a private session is shown first what of theirs stays. */
    bool shown = !w->private || !w->path || wizard_at(w)->kind == PLACE_LEFT;
    wizard_ask(w, shown ? FX_QUIT : FX_LEFT, NULL);
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
static bool has_form(struct wizard *w)
{
    if (!w->form)
        wizard_say(w, "%s", _("Choose a form first: it says what is asked."));
    return w->form != NULL;
}

/* Go to a place, unless one is there. */
static void go_once(struct wizard *w, enum place_kind kind)
{
    if (wizard_at(w)->kind != kind)
        wizard_go(w, place_of(kind));
}

/* Commands that mean the same on every page. Each of these functions does one. */

static void do_text(struct wizard *w)
{
    paper_save(w, "whole");
}

static void do_print(struct wizard *w)
{
    paper_print(w, "whole");
}

static void do_copies(struct wizard *w)
{
    if (has_form(w))
        go_once(w, PLACE_COPIES);
}

static void do_ten(struct wizard *w)
{
    if (has_form(w))
        ten_start(w);
}

static void do_read(struct wizard *w)
{
    if (has_form(w))
        aloud_start(w);
}

static void do_if(struct wizard *w)
{
    if (has_form(w))
        go_once(w, PLACE_WHATIF);
}

static void do_hide(struct wizard *w)
{
    go_once(w, PLACE_HIDDEN);
    wizard_ask(w, FX_REDRAW, NULL);
}

static void do_changes(struct wizard *w)
{
    if (has_form(w) && wizard_at(w)->kind != PLACE_CHANGES)
        changes_start(w);
}

/* What is kept nowhere yet can be kept on the stick at once. */
static void do_take(struct wizard *w)
{
    if (said_read_only(w) || whatif_holds(w))
        return;
    if (w->path) {
        go_once(w, PLACE_TAKE);
        return;
    }
    wizard_go(w, place_of(PLACE_KEEP));
    wizard_say(w, "%s", _("It is kept nowhere yet. Choose the stick as its place."));
}

/* How a command is done: a function, a place that is gone to once, or an effect. */
struct way {
    enum command cmd;
    void (*act)(struct wizard *w);
    enum place_kind kind;
    enum effect effect;
};

static const struct way ways[] = {
    {.cmd = CMD_HELP, .kind = PLACE_HELP},      {.cmd = CMD_KEYS, .kind = PLACE_KEYS},
    {.cmd = CMD_LOOKS, .kind = PLACE_LOOKS},    {.cmd = CMD_SAVE, .act = save},
    {.cmd = CMD_HIDE, .act = do_hide},          {.cmd = CMD_UNDO, .act = wizard_undo},
    {.cmd = CMD_REDO, .act = wizard_redo},      {.cmd = CMD_QUIT, .act = event_leave},
    {.cmd = CMD_LEAVE, .act = ask_to_leave},    {.cmd = CMD_EDITOR, .act = event_editor},
    {.cmd = CMD_PLAIN, .effect = FX_PLAIN},     {.cmd = CMD_READER, .effect = FX_READER},
    {.cmd = CMD_SCREEN, .effect = FX_SCREEN},   {.cmd = CMD_REDRAW, .effect = FX_REDRAW},
    {.cmd = CMD_SUSPEND, .effect = FX_SUSPEND},
};

/* These need a plan. */
static const struct way plan_ways[] = {
    {.cmd = CMD_TASKS, .act = wizard_home}, {.cmd = CMD_IF, .act = do_if},
    {.cmd = CMD_TEN, .act = do_ten},        {.cmd = CMD_READ, .act = do_read},
    {.cmd = CMD_KEEP, .act = keep},         {.cmd = CMD_BEGIN, .act = begin_from_this},
    {.cmd = CMD_TEXT, .act = do_text},      {.cmd = CMD_PRINT, .act = do_print},
    {.cmd = CMD_COPIES, .act = do_copies},  {.cmd = CMD_CHANGES, .act = do_changes},
    {.cmd = CMD_MENU, .kind = PLACE_MENU},  {.cmd = CMD_ROWS, .kind = PLACE_ROWS},
    {.cmd = CMD_FORM, .kind = PLACE_FORMS}, {.cmd = CMD_FILES, .effect = FX_LEFT},
    {.cmd = CMD_TAKE, .act = do_take},
};

static bool go_way(struct wizard *w, const struct way *list, size_t count, enum command cmd)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].cmd != cmd)
            continue;
        if (list[i].act)
            list[i].act(w);
        else if (list[i].effect)
            wizard_ask(w, list[i].effect, NULL);
        else
            go_once(w, list[i].kind);
        return true;
    }
    return false;
}

/* Commands for a page of the form, where it has one. */
static bool go_page(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_OWN && w->form) {
        wizard_go(w, place_of(PLACE_OWN));
        return true;
    }
    return (cmd == CMD_MONEY && steps_to_kind(w, PAGE_MONEY)) ||
           (cmd == CMD_CHECK && steps_to_kind(w, PAGE_CHECK)) ||
           (cmd == CMD_WEEK && steps_to_kind(w, PAGE_WEEK));
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool event_anywhere(struct wizard *w, enum command cmd)
{
    return go_way(w, ways, COUNT(ways), cmd) ||
           (w->plan && (go_way(w, plan_ways, COUNT(plan_ways), cmd) || go_page(w, cmd)));
}
