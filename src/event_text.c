/*
 * Text in hand: typing, pasting, and what commands do to it.
 */
#include <string.h>

#include "event_parts.h"

/* A long answer is kept at the end of each sentence and line, so that a power cut loses no more
 * than the sentence in hand. */
static void keep_sentence(struct wizard *w, const char *s, size_t len)
{
    const char *text = text_str(&w->edit.text);
    size_t at = w->edit.at;
    bool line = len > 0 && memchr(s, '\n', len) != NULL;
    bool sentence = at > 1 && text[at - 1] == ' ' && strchr(".!?", text[at - 2]);
    if (w->page.long_text && w->plan && (line || sentence || len > 20))
        event_commit_silently(w);
}

/* The lines that a paste ends with are no part of what is asked in one line. */
static size_t without_last_newlines(const char *s, size_t len)
{
    while (len > 0 && (s[len - 1] == '\n' || s[len - 1] == '\r'))
        len--;
    return len;
}

/* Words that could not be kept are not taken: none are lost then. */
static bool takes_no_words(const struct wizard *w)
{
    const struct place_type *type = wizard_type_here(w);
    return w->plan && w->opening.read_only && event_on_edit(w) && type && type->take &&
           !type->keeps_draft;
}

unsigned wizard_type(struct wizard *w, const char *s, size_t len, bool paste)
{
    bool hidden = wizard_at(w)->kind == PLACE_HIDDEN;
    event_begin(w);
    wizard_here(w)->reading = false; /* what is typed is seen */
    if (paste && !w->page.long_text)
        len = without_last_newlines(s, len);
    if (!event_on_edit(w) && !hidden)
        wizard_say(w, "%s", _("Nothing can be typed here."));
    else if (takes_no_words(w))
        wizard_say(w, "%s", _("This plan is open to read only. Nothing can be typed here."));
    else if (event_on_edit(w) && textedit_insert(&w->edit, s, len, paste) != ST_OK)
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    else if (event_on_edit(w))
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
    {CMD_DELETE_TO_START, TE_DELETE_TO_START},
    {CMD_UNDO, TE_UNDO},
    {CMD_REDO, TE_REDO},
};

/* A screen up or down in the text; at its edge the key is for the page. */
static bool page_move(struct wizard *w, enum textedit_op op)
{
    bool moved = false;
    for (int i = 0; i < w->page_rows - 2; i++)
        moved = textedit_do(&w->edit, op, w->edit_cols) || moved;
    return moved;
}

/* Whether a letter stands behind the insertion point, on its line. */
static bool letter_follows(const struct textedit *te)
{
    return te->at < te->text.len && te->text.data[te->at] != '\n';
}

static bool new_line(struct wizard *w)
{
    bool typed = textedit_insert(&w->edit, "\n", 1, false) == ST_OK;
    keep_sentence(w, "\n", 1);
    return typed;
}

bool event_edit(struct wizard *w, enum command cmd)
{
    if (cmd == CMD_OPEN && w->page.long_text)
        return new_line(w);
    if (cmd == CMD_PAGE_UP || cmd == CMD_PAGE_DOWN)
        return page_move(w, cmd == CMD_PAGE_UP ? TE_UP : TE_DOWN);
    if (cmd == CMD_DELETE_OR_DONE && letter_follows(&w->edit))
        cmd = CMD_DELETE_CHAR;
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

/* Undo and redo as rows, for who has no chords */

void event_typing_step(struct wizard *w, bool redo)
{
    if (!textedit_do(&w->edit, redo ? TE_REDO : TE_UNDO, w->edit_cols)) {
        wizard_say(w, "%s",
                   redo ? _("There is nothing to do again.")
                        : _("Nothing has been typed here to undo."));
        return;
    }
    w->edit.changed = true;
    if (event_commit(w))
        wizard_say(w, "%s", redo ? _("Done again.") : _("Undone."));
}

/* The person's own editor */

void event_editor(struct wizard *w)
{
    size_t row = page_edit_row(&w->page);
    if (row == w->page.count || !w->page.long_text)
        wizard_say(w, "%s", _("This is for long answers. There is none on this page."));
    else if (w->private)
        wizard_say(w, "%s",
                   _("This session is private. Your own editor could keep a copy of the words."));
    else if (w->pass.locked)
        wizard_say(w, "%s",
                   _("Your own editor would write your words in a plain file. Type them here."));
    else if (!w->path)
        wizard_say(w, "%s",
                   _("Your own editor needs a file. Choose where the plan is kept first."));
    else
        wizard_ask(w, FX_EDITOR, NULL);
}

void wizard_edited(struct wizard *w, const char *s, size_t len)
{
    event_begin(w);
    wizard_focus(w, page_edit_row(&w->page));
    if (!event_on_edit(w))
        return;
    if (textedit_replace_all(&w->edit, s, len) != ST_OK) {
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    event_commit_silently(w);
    wizard_say(w, "%s", _("Kept as you wrote it in your editor. Undo brings back what was there."));
}
