#include "supportplan/page.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"

/* What a string is when there is no memory for it: it can be read, and is never written. */
static char none[] = "";

/* What a caller writes to when there is no memory for another row. */
static struct row spare;

static void string_free(char *s)
{
    if (s != none)
        free(s);
}

static void row_free(struct row *row)
{
    string_free(row->text);
    string_free(row->state);
    string_free(row->word);
}

void page_clear(struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        row_free(&page->rows[i]);
    free(page->rows);
    string_free(page->title);
    string_free(page->position);
    string_free(page->prompt);
    string_free(page->hint);
    *page = (struct page){0};
}

void page_say(struct page *page, char **which, const char *words)
{
    char *copy = text_copy(words ? words : "");
    if (!copy)
        page->nomem = true;
    string_free(*which);
    *which = copy ? copy : none;
}

static bool make_room(struct page *page)
{
    if (page->count < page->cap)
        return true;
    size_t cap = page->cap ? page->cap * 2 : 32;
    struct row *rows = realloc(page->rows, cap * sizeof *rows);
    if (!rows)
        return false;
    page->rows = rows;
    page->cap = cap;
    return true;
}

struct row *page_add(struct page *page, enum row_role role, const char *text)
{
    if (!make_room(page)) {
        page->nomem = true;
        row_free(&spare);
        spare =
            (struct row){.text = none, .state = none, .word = none, .field = FIELD_NONE, .day = -1};
        return &spare;
    }
    struct row *row = &page->rows[page->count++];
    *row = (struct row){.role = role, .field = FIELD_NONE, .day = -1};
    page_say(page, &row->text, text);
    page_say(page, &row->state, "");
    page_say(page, &row->word, "");
    return row;
}

struct row *page_item(struct page *page, const char *text, int act)
{
    struct row *row = page_add(page, ROW_ITEM, text);
    row->act = act;
    return row;
}

struct row *page_choice(struct page *page, const char *text, int act, const char *word)
{
    struct row *row = page_item(page, text, act);
    page_say(page, &row->word, word);
    return row;
}

void page_row_choose(struct page *page, struct row *row)
{
    row->chosen = true;
    page_say(page, &row->state, _("chosen"));
}

void page_words(struct page *page, const char *words)
{
    if (words && *words)
        page_add(page, ROW_TEXT, words);
}

bool row_focusable(const struct row *row)
{
    return row->role == ROW_ITEM || row->role == ROW_EDIT || row->role == ROW_FIGURE;
}

size_t page_focusable(const struct page *page, size_t i)
{
    for (size_t j = i; j < page->count; j++)
        if (row_focusable(&page->rows[j]))
            return j;
    for (size_t j = i < page->count ? i : page->count; j-- > 0;)
        if (row_focusable(&page->rows[j]))
            return j;
    return page->count;
}

size_t page_edit_row(const struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->rows[i].role == ROW_EDIT)
            return i;
    return page->count;
}

const struct row *page_row_of_word(const struct page *page, const char *word)
{
    for (size_t i = 0; i < page->count; i++)
        if (strcmp(page->rows[i].word, word) == 0)
            return &page->rows[i];
    return NULL;
}

void page_typing_rows(struct page *page)
{
    if (page_edit_row(page) == page->count)
        return;
    page_item(page, _("Undo typing"), ACT_UNDO_TYPING);
    page_item(page, _("Redo typing"), ACT_REDO_TYPING);
}

void page_figure_words(const struct row *row, const struct budget *budget, struct text *out)
{
    text_addf(out, "%s: ", row->text);
    if (!row->known)
        text_add(out, _("not known yet"));
    else if (row->year_only)
        phrase_year(budget, row->columns.year, out);
    else
        phrase_columns(budget, &row->columns, out);
}

void page_figure_lines(const struct row *row, const struct budget *budget, struct text *out)
{
    const struct columns *c = &row->columns;
    text_addf(out, "%s: ", row->text);
    if (!row->known) {
        text_addf(out, "%s\n", _("not known yet"));
        return;
    }
    if (!row->year_only) {
        text_addf(out, _("%s a week"), amount_shown(c->week).s);
        text_addf(out, "\n%s: ", row->text);
        text_addf(out, _("%s every 4 weeks"), amount_shown(c->four_weeks).s);
        text_addf(out, "\n%s: ", row->text);
        text_addf(out, _("%s a month"), amount_shown(c->month).s);
        text_addf(out, "\n%s: ", row->text);
    }
    text_addf(out, _("%s a year, "), amount_shown(c->year).s); /* brackets would be read aloud */
    phrase_basis(budget, out);
    text_add_char(out, '\n');
}
