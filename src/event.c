#include "supportplan/event.h"

#include <stdlib.h>
#include <string.h>

#include "event_parts.h"

/* Typing */

static bool on_edit(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    return here->focus < w->page.count && w->page.rows[here->focus].role == ROW_EDIT;
}

bool wizard_typing(const struct wizard *w)
{
    return on_edit(w);
}

/* Take what is typed into the plan. false where it can't be accepted; it is kept as a draft then.
 */
bool event_commit(struct wizard *w)
{
    if (page_edit_row(&w->page) == w->page.count || !w->edit.changed)
        return true;
    const struct place_type *type = wizard_type_here(w);
    if (!type || !type->take)
        return true;
    if (!type->take(w, text_str(&w->edit.text))) {
        wizard_keep_draft(w, text_str(&w->edit.text));
        return false;
    }
    wizard_keep_draft(w, type->keeps_draft ? text_str(&w->edit.text) : NULL);
    w->edit.changed = false;
    return true;
}

unsigned event_finish(struct wizard *w)
{
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
    free(w->message);
    w->message = NULL;
    w->trouble = false;
    w->recounted = false;
    w->effects = FX_NONE;
}

/* Keep what is typed without a word: what can't be accepted is a draft. */
static void commit_silently(struct wizard *w)
{
    event_commit(w);
    free(w->message);
    w->message = NULL;
    w->trouble = false;
    w->effects &= ~(unsigned)FX_BELL;
}

/* A long answer is kept at the end of each sentence and line, so that a power cut loses no more
 * than the sentence in hand. */
static void keep_sentence(struct wizard *w, const char *s, size_t len)
{
    const char *text = text_str(&w->edit.text);
    size_t at = w->edit.at;
    bool line = len > 0 && memchr(s, '\n', len) != NULL;
    bool sentence = at > 1 && text[at - 1] == ' ' && strchr(".!?", text[at - 2]);
    if (w->page.long_text && w->plan && (line || sentence || len > 20))
        commit_silently(w);
}

unsigned wizard_type(struct wizard *w, const char *s, size_t len, bool paste)
{
    event_begin(w);
    if (on_edit(w) && textedit_insert(&w->edit, s, len, paste) != ST_OK)
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    else if (on_edit(w))
        keep_sentence(w, s, len);
    return event_finish(w);
}

/* What commands do to text. */
static const struct {
    enum command cmd;
    enum textedit_op op;
} ops[] = {
    {CMD_LEFT, TE_LEFT},
    {CMD_RIGHT, TE_RIGHT},
    {CMD_UP, TE_UP},
    {CMD_DOWN, TE_DOWN},
    {CMD_HOME, TE_LINE_START},
    {CMD_END, TE_LINE_END},
    {CMD_WORD_LEFT, TE_WORD_LEFT},
    {CMD_WORD_RIGHT, TE_WORD_RIGHT},
    {CMD_TEXT_START, TE_START},
    {CMD_TEXT_END, TE_FINISH},
    {CMD_BACKSPACE, TE_BACKSPACE},
    {CMD_DELETE_CHAR, TE_DELETE},
    {CMD_DELETE_WORD, TE_DELETE_WORD},
    {CMD_DELETE_TO_END, TE_DELETE_TO_END},
    {CMD_UNDO, TE_UNDO},
    {CMD_REDO, TE_REDO},
};

static bool edit_command(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_OPEN && w->page.long_text) {
        bool typed = textedit_insert(&w->edit, "\n", 1, false) == ST_OK;
        keep_sentence(w, "\n", 1);
        return typed;
    }
    if (cmd == CMD_UNDO && !textedit_can_undo(&w->edit))
        return false;
    if (cmd == CMD_REDO && !textedit_can_redo(&w->edit))
        return false;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        if (ops[i].cmd != cmd)
            continue;
        bool moved = textedit_do(&w->edit, ops[i].op, w->edit_cols);
        /* Up and down leave the text at its edges, so that no key is a trap. */
        return moved || (cmd != CMD_DOWN && cmd != CMD_UP);
    }
    return false;
}

/* Moving among the rows */

static void focus_step(struct wizard *w, int step)
{
    struct place *here = wizard_here(w);
    size_t i = here->focus;
    while (step > 0 ? i + 1 < w->page.count : i > 0) {
        i = step > 0 ? i + 1 : i - 1;
        if (row_focusable(&w->page.rows[i])) {
            here->focus = i;
            return;
        }
    }
}

static bool move_command(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_UP || cmd == CMD_BACKTAB) {
        focus_step(w, -1);
    } else if (cmd == CMD_DOWN || cmd == CMD_TAB) {
        focus_step(w, 1);
    } else if (cmd == CMD_HOME || cmd == CMD_TEXT_START) {
        wizard_here(w)->focus = page_focusable(&w->page, 0);
    } else if (cmd == CMD_END || cmd == CMD_TEXT_END) {
        for (size_t i = w->page.count; i-- > 0;) {
            if (row_focusable(&w->page.rows[i])) {
                wizard_here(w)->focus = i;
                break;
            }
        }
    } else if (cmd == CMD_PAGE_UP || cmd == CMD_PAGE_DOWN) {
        for (int i = 0; i < w->page_rows - 2; i++)
            focus_step(w, cmd == CMD_PAGE_UP ? -1 : 1);
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
    if (row.role == ROW_EDIT) {
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
        free(why);
    }
    if (w->depth > 1)
        wizard_back(w);
    else if (wizard_at(w)->kind == PLACE_TASKS || wizard_at(w)->kind == PLACE_START)
        event_leave(w);
}

bool event_hidden(struct wizard *w, enum command cmd)
{
    if (wizard_at(w)->kind != PLACE_HIDDEN)
        return false;
    if (cmd == CMD_OPEN || cmd == CMD_HIDE || cmd == CMD_BACK) {
        wizard_back(w);
        wizard_ask(w, FX_REDRAW, NULL);
    }
    return true;
}

void event_do(struct wizard *w, enum command cmd, const char *arg)
{
    if (event_hidden(w, cmd))
        return;
    if (on_edit(w) && edit_command(w, cmd))
        return;
    if (cmd == CMD_BACK) {
        step_back(w);
        return;
    }
    if (cmd == CMD_UNSURE || cmd == CMD_CLEAR)
        w->edit.changed = false;
    if (cmd == CMD_HELP || cmd == CMD_HIDE || cmd == CMD_QUIT)
        commit_silently(w);
    else if (!event_commit(w))
        return;
    /* What was taken may have ended the place: the caller settles that. */
    if (!place_stands(w, wizard_at(w)))
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
    else if (!event_anywhere(w, cmd))
        wizard_say(w, "%s", _("That is not for this page. Help lists what is."));
}

unsigned wizard_letter(struct wizard *w, char letter, enum command cmd)
{
    const struct place_type *type = wizard_type_here(w);
    if (type && type->letter && !on_edit(w)) {
        event_begin(w);
        if (type->letter(w, letter))
            return event_finish(w);
    }
    return cmd == CMD_NONE ? FX_NONE : wizard_command(w, cmd, "");
}

unsigned wizard_command(struct wizard *w, enum command cmd, const char *arg)
{
    event_begin(w);
    event_do(w, cmd, arg ? arg : "");
    if (!place_stands(w, wizard_at(w)))
        wizard_settle(w);
    else if (!on_edit(w) || !w->edit.changed)
        wizard_rebuild(w);
    return event_finish(w);
}
