#include "supportplan/event.h"

#include <stdlib.h>
#include <string.h>

#include "event_parts.h"
#include "supportplan/why.h"

/* Typing */

bool event_on_edit(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    return here->focus < w->page.count && w->page.rows[here->focus].role == ROW_EDIT;
}

bool wizard_typing(const struct wizard *w)
{
    return event_on_edit(w);
}

/* Take what is typed into the plan. false where it can't be accepted; it is kept as a draft then.
 */
bool event_commit(struct wizard *w)
{
    if (page_edit_row(&w->page) == w->page.count)
        return true;
    bool kept = w->kept_quietly;
    w->kept_quietly = false;
    if (!w->edit.changed) {
        const char *text = text_str(&w->edit.text);
        if (kept && text[strspn(text, " \n")]) /* an empty line alone is nothing to keep */
            wizard_say(w, "%s", _("Kept."));
        return true;
    }
    const struct place_type *type = wizard_type_here(w);
    if (!type || !type->take)
        return true;
    struct place was = *wizard_at(w); /* a record that begins with this gets its name now */
    if (!type->take(w, text_str(&w->edit.text))) {
        wizard_keep_draft(w, text_str(&w->edit.text));
        return false;
    }
    wizard_forget_draft(w, &was);
    wizard_keep_draft(w, type->keeps_draft ? text_str(&w->edit.text) : NULL);
    w->edit.changed = false;
    return true;
}

/* Say one more sentence behind what this event says. */
static void say_too(struct wizard *w, const char *sentence)
{
    char *said = w->said_before ? NULL : w->message;
    if (said)
        w->message = NULL;
    wizard_say(w, "%s%s%s", said ? said : "", said ? " " : "", sentence);
    wizard_unsay(w, said);
}

/* Told when it happens, and never in the way of what was done. The total says by how much. */
static void tell_of_change(struct wizard *w)
{
    if (w->trouble || w->said_before || !w->recounted)
        return;
    if (w->went_over && w->budget.over)
        say_too(w, _("Now the plan is over the budget. The money page says what would help."));
    if (w->trying)
        say_too(w, _("Tried out, not saved. Type if or see the money page to compare."));
    w->went_over = false;
}

unsigned event_finish(struct wizard *w)
{
    tell_of_change(w);
    if (w->held) {
        w->held = false;
        wizard_settle(w);
        wizard_trouble(w, "%s", _("This plan is open to read only. Your change was not kept."));
    }
    unsigned effects = w->effects;
    w->effects = FX_NONE;
    return effects;
}

void event_begin(struct wizard *w)
{
    /* Who goes on writing after all is not sent out by the next save. */
    enum place_kind kind = wizard_at(w)->kind;
    if (kind != PLACE_LEAVE && kind != PLACE_KEEP && kind != PLACE_KEEP_AS)
        w->leaving = false;
    w->said_before = true;
    hints_shown(w);
    if (w->mode == MODE_PLAIN) /* what is printed is said */
        wizard_hush(w);
    w->leave_asked = w->went_over = false;
    w->typed_number = 0;
    w->effects = FX_NONE;
}

void event_commit_silently(struct wizard *w)
{
    char *message = w->message;
    bool trouble = w->trouble;
    bool said_before = w->said_before, recounted = w->recounted;
    bool kept = w->kept_quietly || w->edit.changed;
    w->message = NULL;
    event_commit(w);
    wizard_unsay(w, w->message);
    w->message = message;
    w->trouble = trouble;
    w->said_before = said_before;
    if (w->recounted && !recounted) /* the total goes with what is said next */
        text_free(&w->total);
    w->recounted = recounted;
    w->kept_quietly = kept && !w->edit.changed;
    w->effects &= ~(unsigned)FX_BELL;
}

/* Moving among the rows */

static bool focus_step(struct wizard *w, int step)
{
    struct place *here = wizard_here(w);
    size_t i = here->focus;
    while (step > 0 ? i + 1 < w->page.count : i > 0) {
        i = step > 0 ? i + 1 : i - 1;
        if (row_focusable(&w->page.rows[i])) {
            here->focus = i;
            here->reading = false;
            return true;
        }
    }
    return false;
}

/* Where there is no row to go to, there may be more to read. false where there is not. */
static bool read_on(struct wizard *w, int step)
{
    struct place *here = wizard_here(w);
    if (step < 0 ? w->seen.from == 0 : !w->seen.below)
        return false;
    here->line = step < 0 ? w->seen.from - 1 : w->seen.until;
    here->reading = true;
    return true;
}

static int step_of(enum command cmd)
{
    if (cmd == CMD_UP || cmd == CMD_BACKTAB || cmd == CMD_PAGE_UP)
        return -1;
    return cmd == CMD_DOWN || cmd == CMD_TAB || cmd == CMD_PAGE_DOWN ? 1 : 0;
}

/* Whether the row in hand, which is out of sight, is the way of a step. */
static bool lies_on(const struct wizard *w, int step)
{
    size_t focus = wizard_at(w)->focus;
    return step < 0 ? focus < w->seen.first : focus > w->seen.last;
}

/* While the row in hand is out of sight, moving reads on, and Enter opens nothing unseen. */
static bool read_unseen(struct wizard *w, enum command cmd)
{
    int step = cmd == CMD_OPEN ? 1 : step_of(cmd);
    if (!w->seen.focus_hidden || step == 0)
        return false;
    if (!read_on(w, step) && (cmd == CMD_OPEN || lies_on(w, step)))
        wizard_here(w)->reading = false;
    return true;
}

/* Whether a question is asked here: behind its end comes the next one. */
static bool is_question(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    const struct form_page *fp = place_page(w, here);
    if (!fp) /* a field of a new record */
        return here->kind == PLACE_FIELD && here->walk;
    return fp->kind == PAGE_QUESTION || fp->kind == PAGE_FIELD || fp->kind == PAGE_TABLE;
}

/* A screenful on or back: nothing on the way is jumped over, however long its rows are. Where there
 * is none, the end of this one, or of a question none. Faces that show no screenfuls have pages of
 * rows. false where the page ends here. */
static bool move_far(struct wizard *w, int step)
{
    const struct place *here = wizard_at(w);
    size_t was = here->focus;
    bool more = step < 0 ? w->seen.from > 0 : w->seen.below;
    if (!more && w->seen.screens > 0 && is_question(w)) /* all that is here is in sight */
        return false;
    if (w->seen.screens == 0)
        for (int i = 2; i < w->page_rows && focus_step(w, step); i++)
            ;
    else if (step > 0)
        while ((!more || here->focus <= w->seen.last) && focus_step(w, 1))
            ;
    else
        while ((!more || here->focus >= w->seen.first) && focus_step(w, -1))
            ;
    /* What comes is shown, whether the focus is on it or behind it. */
    return read_on(w, step) || here->focus != was;
}

static void turn_question(struct wizard *w, int step)
{
    if (is_question(w))
        wizard_type_here(w)->command(w, step < 0 ? CMD_PREVIOUS : CMD_NEXT, "");
}

static bool move_command(struct wizard *w, enum command cmd)
{
    struct place *here = wizard_here(w);
    int step = step_of(cmd);
    if (cmd == CMD_HOME || cmd == CMD_TEXT_START) {
        here->focus = page_focusable(&w->page, 0);
        here->reading = true;
        here->line = 0;
    } else if (cmd == CMD_END || cmd == CMD_TEXT_END) {
        while (focus_step(w, 1))
            ;
        here->reading = false;
    } else if (cmd == CMD_PAGE_UP || cmd == CMD_PAGE_DOWN) {
        if (!move_far(w, step))
            turn_question(w, step);
    } else if (step != 0) {
        if (!focus_step(w, step))
            read_on(w, step);
    } else {
        return false;
    }
    return true;
}

/* Commands */

void event_open_row(struct wizard *w)
{
    const struct place_type *type = wizard_type_here(w);
    size_t focus = wizard_at(w)->focus;
    if (focus >= w->page.count)
        return;
    /* A copy: what opens it may go to another page, and this one's rows are gone then. */
    const struct row row = w->page.rows[focus];
    if (row.act == ACT_UNDO_TYPING || row.act == ACT_REDO_TYPING) {
        event_typing_step(w, row.act == ACT_REDO_TYPING);
    } else if (row.role == ROW_EDIT) {
        if (type->next)
            type->next(w);
    } else if (type->open && row_focusable(&row)) {
        type->open(w, &row);
    }
}

/* Stepping back keeps what was typed, acceptable or not. */
static void step_back(struct wizard *w)
{
    bool taken = event_commit(w);
    if (!taken && w->message) {
        char *why = w->message;
        w->message = NULL;
        wizard_say(w, _("%s What you typed is kept as a draft."), why);
        wizard_unsay(w, why);
    }
    if (w->depth > 1)
        wizard_back(w);
    else if (wizard_at(w)->kind == PLACE_START)
        event_leave(w);
    else if (wizard_at(w)->kind == PLACE_TASKS) /* once too often back must not end it all */
        wizard_say(w, "%s",
                   w->mode == MODE_PLAIN
                       ? _("You are at the start of your plan. Type quit to leave.")
                       : _("You are at the start of your plan. Type q to leave."));
}

void event_come_back(struct wizard *w, const char *words)
{
    bool opens = wizard_opens(w, words);
    wizard_here(w)->number += *words != '\0';
    textedit_wipe(&w->edit);
    if (opens) {
        wizard_back(w);
        wizard_ask(w, FX_REDRAW, NULL);
    } else {
        wizard_rebuild(w);
    }
}

bool event_hidden(struct wizard *w, enum command cmd)
{
    if (wizard_at(w)->kind != PLACE_HIDDEN)
        return false;
    if (cmd == CMD_OPEN || cmd == CMD_HIDE || cmd == CMD_BACK)
        event_come_back(w, event_on_edit(w) ? text_str(&w->edit.text) : "");
    else if (cmd == CMD_REDRAW)
        wizard_ask(w, FX_REDRAW, NULL);
    else if (event_on_edit(w))
        event_edit(w, cmd);
    return true;
}

/* A step from row to row. Below an answer that can't be taken stand the rows that answer instead of
 * it, so none of these is held up by it. */
static bool is_step(enum command cmd)
{
    return step_of(cmd) != 0 && cmd != CMD_PAGE_UP && cmd != CMD_PAGE_DOWN;
}

/* "I am not sure yet" and "Leave it empty" stand in the place of what was typed. */
static bool answers_instead(const struct wizard *w, enum command cmd)
{
    size_t focus = wizard_at(w)->focus;
    if (cmd != CMD_OPEN || event_on_edit(w) || focus >= w->page.count)
        return false;
    const char *word = w->page.rows[focus].word;
    return strcmp(word, "unsure") == 0 || strcmp(word, "clear") == 0;
}

/* Take what was typed before something else is done; false where that holds it up. */
static bool take_answer(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_HELP || cmd == CMD_HIDE || cmd == CMD_QUIT || cmd == CMD_LEAVE ||
        cmd == CMD_PLAIN) { /* an answer that can't be taken goes along as it is */
        event_commit_silently(w);
    } else if (answers_instead(w, cmd)) {
        event_commit_silently(w);
        w->edit.changed = false;
    } else if (is_step(cmd) && !event_on_edit(w)) {
        return true; /* it was looked at when the focus left it */
    } else if (!event_commit(w) && !is_step(cmd)) {
        return false;
    }
    /* What was taken may have ended the place: the caller settles that. */
    return place_stands(w, wizard_at(w));
}

/* Words for the week, of those that lists and the week know. */
static bool is_for_week(enum command cmd)
{
    return command_info(cmd)->group == GROUP_LISTS && cmd != CMD_ADD && cmd != CMD_DELETE;
}

/* A command that does nothing here. In plain lines it was a word, and the word may be right
 * elsewhere. */
static void say_not_here(struct wizard *w, enum command cmd)
{
    const char *word = command_info(cmd)->word;
    if (cmd == CMD_NEXT)
        wizard_say(w, "%s",
                   page_edit_row(&w->page) < w->page.count
                       ? _("This needs an answer. Or type back.")
                       : _("Choose one of these."));
    else if (w->mode == MODE_PLAIN && is_for_week(cmd))
        wizard_say(w, _("\"%s\" is for my week. Type week first."), word);
    else if (w->mode == MODE_PLAIN && (cmd == CMD_ADD || cmd == CMD_DELETE))
        wizard_say(w, _("\"%s\" is for lists and for my week. There is no list here."), word);
    else if (w->mode == MODE_PLAIN && command_info(cmd)->group == GROUP_QUESTION)
        wizard_say(w, _("\"%s\" is for some questions. It does nothing here."), word);
    else
        wizard_say(w, "%s", _("That is not for this page. Help lists what is."));
}

void event_do(struct wizard *w, enum command cmd, const char *arg)
{
    if (event_hidden(w, cmd) || read_unseen(w, cmd))
        return;
    if (event_on_edit(w) && event_edit(w, cmd)) {
        wizard_here(w)->reading = false;
        return;
    }
    if (cmd == CMD_BACK) {
        step_back(w);
        return;
    }
    if (cmd == CMD_UNSURE || cmd == CMD_CLEAR)
        w->edit.changed = false;
    if (cmd == CMD_DELETE_OR_DONE)
        cmd = CMD_DONE; /* there is nothing to take away here */
    if (!take_answer(w, cmd))
        return;
    const struct place_type *type = wizard_type_here(w);
    if (type && type->command && type->command(w, cmd, arg))
        return;
    if (move_command(w, cmd))
        return;
    if (cmd == CMD_OPEN)
        event_open_row(w);
    else if (cmd == CMD_DONE)
        type && type->next ? type->next(w) : wizard_back(w);
    else if (cmd == CMD_HINTS)
        hints_set(w, arg);
    else if (cmd == CMD_EXPLAIN)
        why_ask(w, arg);
    else if (w->mode == MODE_PLAIN && cmd == CMD_PREVIOUS)
        step_back(w); /* there is no question before: who wants to go back does */
    else if (!event_anywhere(w, cmd))
        say_not_here(w, cmd);
}

/* The row that shows a number, or the count of rows. */
static size_t row_numbered(const struct page *page, size_t number)
{
    size_t i = 0;
    while (i < page->count && (page->rows[i].role != ROW_ITEM || page->rows[i].indent == 0 ||
                               page->rows[i].number + 1 != number))
        i++;
    return i;
}

/* A number's key goes to the item that shows it; a digit behind another makes 14 of 1 and 4, where
 * there is a 14. Nothing is opened, so that a slip costs nothing. */
static bool number_key(struct wizard *w, char digit)
{
    size_t typed = w->typed_number * 10 + (size_t)(digit - '0');
    size_t row = row_numbered(&w->page, typed);
    if (row == w->page.count)
        row = row_numbered(&w->page, typed = (size_t)(digit - '0'));
    event_begin(w);
    if (row == w->page.count)
        return false;
    w->typed_number = typed;
    wizard_focus(w, row);
    wizard_rebuild(w);
    return true;
}

unsigned wizard_letter(struct wizard *w, char letter, enum command cmd)
{
    if (w->page.numbered && letter >= '0' && letter <= '9' && number_key(w, letter))
        return event_finish(w);
    const struct place_type *type = wizard_type_here(w);
    if (type && type->letter && !event_on_edit(w)) {
        event_begin(w);
        if (type->letter(w, letter))
            return event_finish(w);
    }
    return cmd == CMD_NONE ? FX_NONE : wizard_command(w, cmd, "");
}

unsigned wizard_wheel(struct wizard *w, int step)
{
    event_begin(w);
    if (wizard_at(w)->kind != PLACE_HIDDEN && !read_on(w, step) && !event_on_edit(w))
        event_do(w, step < 0 ? CMD_UP : CMD_DOWN, "");
    return event_finish(w);
}

unsigned wizard_command(struct wizard *w, enum command cmd, const char *arg)
{
    bool again = cmd == CMD_LEAVE && w->leave_asked;
    event_begin(w);
    w->leave_asked = again;
    event_do(w, cmd, arg ? arg : "");
    if (!place_stands(w, wizard_at(w)))
        wizard_settle(w);
    else if (!event_on_edit(w) || !w->edit.changed)
        wizard_rebuild(w);
    return event_finish(w);
}
