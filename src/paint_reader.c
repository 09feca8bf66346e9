/*
 * A page as lines for speech and braille: nothing but words, one column, each line whole in itself.
 * The thing in hand and its state stand on the cursor's own line, in its first 40 columns. Moving
 * changes no cell: a list that is longer than the screen turns over like a page.
 */
#include <stdlib.h>
#include <string.h>

#include "paint_lines.h"
#include "supportplan/sentences.h"

/* A braille line. */
#define READER_COLS 40
/* A state that is no longer than this stays on the line of its name. */
#define STATE_COLS 24
#define LABEL_COLS 20

/* Whether words end a sentence, so that no colon is needed before what follows. */
static const char *after_name(const char *name)
{
    size_t n = strlen(name);
    return n > 0 && strchr("?.:", name[n - 1]) ? " " : ": ";
}

static int width_of(const char *s)
{
    return text_width(s, strlen(s));
}

/* As much of a name as leaves room for its state: without what stands in brackets, or as many
 * whole words as fit, at least one. */
static size_t name_that_fits(const char *name, int cols)
{
    struct span *spans = NULL;
    size_t count = 0, len = strlen(name);
    const char *bracket = strstr(name, " (");
    if (bracket && text_width(name, (size_t)(bracket - name)) <= cols)
        return (size_t)(bracket - name);
    if (text_wrap(name, len, cols > 1 ? cols : 1, &spans, &count) == ST_OK && count > 0)
        len = spans[0].at + spans[0].len;
    free(spans);
    return len;
}

/* "Name: state", on one line where it fits. Of a long name the first words go before the state, and
 * the rest follows: who hears the first line only, hears both. */
static void named_state(struct painter *p, size_t row, const char *name, const char *state,
                        bool rest)
{
    struct text t = {0};
    const char *between = *state ? after_name(name) : "";
    int room = p->cols - width_of(state) - 2;
    if (width_of(name) <= room || !*state || width_of(state) > STATE_COLS) {
        text_addf(&t, "%s%s%s", name, between, state);
    } else {
        size_t n = name_that_fits(name, room);
        text_add_n(&t, name, n);
        text_addf(&t, ": %s", state);
        if (rest)
            text_addf(&t, "\n%s", name + n + strspn(name + n, " "));
    }
    paint_wrap(p, row, text_str(&t), LOOK_PLAIN, 0, 0);
    text_free(&t);
}

static void item_lines(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
    struct text name = {0};
    if (p->w->page.numbered && row->indent > 0)
        text_addf(&name, "%zu ", row->number + 1);
    text_add(&name, row->text);
    named_state(p, i, text_str(&name), row->state, true);
    text_free(&name);
}

/* Each figure is a line of its own: "Left: 4.53 a week". */
static void figure_lines(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
    char s[MONEY_ROOM];
    struct text t = {0};
    if (!row->known) {
        named_state(p, i, row->text, _("not known yet"), true);
        return;
    }
    if (!row->year_only) {
        text_addf(&t, _("%s a week"), money_show(row->columns.week, s));
        named_state(p, i, row->text, text_str(&t), true);
        text_clear(&t);
        text_addf(&t, _("%s every 4 weeks"), money_show(row->columns.four_weeks, s));
        named_state(p, i, row->text, text_str(&t), false);
        text_clear(&t);
    }
    text_addf(&t, _("%s a year"), money_show(row->columns.year, s));
    named_state(p, i, row->text, text_str(&t), row->year_only);
    text_free(&t);
}

/* The label of the row where text is typed, with what stands between it and the text. */
static void add_label(const struct row *row, struct text *out)
{
    text_add_n(out, row->text, text_fit(row->text, strlen(row->text), LABEL_COLS));
    text_add(out, after_name(text_str(out)));
}

static void row_lines(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
    struct text label = {0};
    switch (row->role) {
    case ROW_TEXT:
    case ROW_ERROR:
        paint_wrap(p, i, row->text, LOOK_PLAIN, 0, 0);
        break;
    case ROW_HEADING:
    case ROW_ITEM:
        item_lines(p, i);
        break;
    case ROW_FIGURE:
        figure_lines(p, i);
        break;
    case ROW_EDIT:
        add_label(row, &label);
        /* Behind a whole line the cursor still stands within its columns. */
        paint_edit(p, text_str(&label), p->cols < READER_COLS ? p->cols : READER_COLS - 1);
        text_free(&label);
        break;
    case ROW_GAP:
        break;
    }
}

/* Where you are, on the first line: it is read before the thing in hand. The row below it. */
static int paint_where(struct painter *p)
{
    const struct page *page = &p->w->page;
    struct text t = {0};
    const char *title = page->title ? page->title : "";
    text_add(&t, title);
    if (*title && !strchr("?.", title[strlen(title) - 1]))
        text_add(&t, ".");
    if (page->position && *page->position) {
        bool fits = width_of(text_str(&t)) + width_of(page->position) + 2 <= p->cols;
        text_addf(&t, "%s%s.", fits ? " " : "\n", page->position);
    }
    int below = paint_below(p, 0, 3, LOOK_PLAIN, text_str(&t));
    text_free(&t);
    return below;
}

/* What was just done and, where figures changed, the total: said once, when it happened. The row
 * where it begins. */
static int paint_said(struct painter *p)
{
    const struct wizard *w = p->w;
    struct text t = {0};
    int rows = p->canvas->rows;
    if (w->message && *w->message)
        text_add(&t, w->message);
    if (w->recounted && w->plan && w->form) {
        text_add(&t, t.len > 0 ? "\n" : "");
        sentence_total(w->plan, &w->budget, w->pattern, &t);
    }
    int at = t.len > 0 ? paint_above(p, rows, rows / 2, LOOK_TOTAL, text_str(&t)) : rows;
    text_free(&t);
    return at;
}

/* A smaller window has no room for more than the page. */
#define HINT_ROWS 16

/* The keys of the page, where hints are wanted: the last that is said of it, unless there is news.
 * The row where they begin. */
static int paint_keys(struct painter *p, int until)
{
    const char *hint = p->w->page.hint;
    struct text t = {0};
    if (!hint || !p->w->hints.full || until < p->canvas->rows || until < HINT_ROWS)
        return until;
    for (const char *s = hint; *s; s += strspn(s, " ")) {
        const char *end = strstr(s, "   ");
        size_t len = end ? (size_t)(end - s) : strlen(s);
        text_add(&t, t.len > 0 ? ", " : "");
        text_add_n(&t, s, len);
        s += len;
    }
    text_add(&t, t.len > 0 ? "." : "");
    until = paint_above(p, until, p->canvas->rows / 4, LOOK_HINT, text_str(&t));
    text_free(&t);
    return until;
}

void paint_reader(struct painter *p)
{
    if (p->cols > READER_COLS)
        p->cols = READER_COLS;
    int top = paint_where(p);
    int until = paint_keys(p, paint_said(p));
    for (size_t i = 0; i < p->w->page.count; i++)
        row_lines(p, i);
    paint_lines(p, top, until - top);
}
