/*
 * A page as lines for speech and braille: nothing but words, one column, each line whole in itself.
 * The thing in hand and its state stand on the cursor's own line, in its first 40 columns. Moving
 * changes no cell: a list that is longer than the screen turns over like a page.
 */
#include <stdlib.h>
#include <string.h>

#include "paint_lines.h"
#include "supportplan/phrases.h"
#include "supportplan/sentences.h"

/* A braille line. */
#define READER_COLS 40
/* A state that is no longer than this stays on the line of its name. */
#define STATE_COLS 24
#define LABEL_COLS 20

/* Whether words end a sentence, so that no colon is needed before what follows. */
static const char *after_name(const char *name, size_t n)
{
    return n > 0 && strchr("?.:", name[n - 1]) ? " " : ": ";
}

static int width_of(const char *s)
{
    return text_width(s, strlen(s));
}

/* As much of a name as leaves room for its state: the parts of it that fit, or else as many whole
 * words, at least one. */
static size_t name_that_fits(const char *name, int cols)
{
    struct span line;
    size_t next, len = strlen(name), part = phrase_first_part(name, cols);
    if (part > 0)
        return part;
    return text_line(name, len, cols > 1 ? cols : 1, &line, &next) == ST_OK ? line.len : len;
}

/* What is left of a name behind its first bytes. */
static const char *rest_of(const char *name, size_t n)
{
    return name + n + strspn(name + n, " ,;");
}

/* "Name: state", on one line where it fits. Of a long name the first words go before the state, and
 * the rest follows: who hears the first line only, hears both. */
static void named_state(struct painter *p, size_t row, const char *name, const char *state)
{
    struct text t = {0};
    const char *between = *state ? after_name(name, strlen(name)) : "";
    int room = p->cols - width_of(state) - 2;
    if (width_of(name) <= room || width_of(name) <= LABEL_COLS || !*state ||
        width_of(state) > STATE_COLS) {
        text_addf(&t, "%s%s%s", name, between, state);
    } else {
        size_t n = name_that_fits(name, room);
        text_add_n(&t, name, n);
        text_addf(&t, "%s%s\n%s", after_name(name, n), state, rest_of(name, n));
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
    named_state(p, i, text_str(&name), row->state);
    text_free(&name);
}

/* What a figure is for one period. A name that says less when it is cut stands above it. */
static void figure_line(struct painter *p, size_t i, const struct text *amount, bool first)
{
    const char *name = p->w->page.rows[i].text;
    struct text t = {0};
    int room = p->cols - text_width(text_str(amount), amount->len) - 2;
    size_t n = width_of(name) <= room ? strlen(name) : phrase_first_part(name, room);
    text_add_n(&t, name, n > 0 ? n : strlen(name));
    text_addf(&t, "%s%s", n > 0 ? after_name(name, n) : ":\n", text_str(amount));
    if (first && n > 0 && *rest_of(name, n))
        text_addf(&t, "\n%s", rest_of(name, n));
    paint_wrap(p, i, text_str(&t), LOOK_PLAIN, 0, 0);
    text_free(&t);
}

/* Each figure is a line of its own: "Left: 4.53 a week". */
static void figure_lines(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
    struct text t = {0};
    if (!row->known) {
        named_state(p, i, row->text, _("not known yet"));
        return;
    }
    if (!row->year_only) {
        text_addf(&t, _("%s a week"), amount_shown(row->columns.week).s);
        figure_line(p, i, &t, true);
        text_clear(&t);
        text_addf(&t, _("%s every 4 weeks"), amount_shown(row->columns.four_weeks).s);
        figure_line(p, i, &t, false);
        text_clear(&t);
    }
    text_addf(&t, _("%s a year"), amount_shown(row->columns.year).s);
    figure_line(p, i, &t, row->year_only);
    text_free(&t);
}

/* The label of the row where text is typed, with what stands between it and the text. */
static void add_label(const struct row *row, struct text *out)
{
    text_add_n(out, row->text, text_fit(row->text, strlen(row->text), LABEL_COLS));
    text_add(out, after_name(text_str(out), out->len));
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

/* What was just done and, where figures changed, the total: said once, when it happened. In fewer
 * words where the whole has no room. */
static void said_words(const struct wizard *w, bool whole, struct text *out)
{
    text_clear(out);
    if (w->message && *w->message)
        text_add(out, w->message);
    if (!w->recounted || !w->plan || !w->form)
        return;
    text_add(out, out->len > 0 ? "\n" : "");
    if (whole)
        sentence_total(w->plan, &w->budget, w->pattern, out);
    else
        sentence_total_short(w->plan, &w->budget, w->pattern, out);
}

/* A page keeps as many rows as say what is in hand. */
#define PAGE_ROWS 3

/* What was just said, on the last rows; the row where it begins. */
static int paint_said(struct painter *p, int top)
{
    struct text t = {0};
    int rows = p->canvas->rows, half = rows / 2, most = rows - top - PAGE_ROWS;
    said_words(p->w, true, &t);
    if (paint_row_count(p, text_str(&t)) > half)
        said_words(p->w, false, &t);
    int at = t.len > 0 ? paint_above(p, rows, most > half ? most : half, LOOK_TOTAL, text_str(&t))
                       : rows;
    text_free(&t);
    return at;
}

/* A smaller window has room for one row of keys. */
#define HINT_ROWS 16

/* The keys of the page, where hints are wanted: the last that is said of it, unless there is news.
 * The row where they begin. */
static int paint_keys(struct painter *p, int until)
{
    struct text t = {0};
    int rows = until < HINT_ROWS ? 1 : until / 4;
    if (!p->w->hints.full || until < p->canvas->rows)
        return until;
    paint_keys_fit(p, p->cols - 1, rows, ", ", &t); /* the full stop has a column */
    text_add(&t, t.len > 0 ? "." : "");
    until = paint_above(p, until, rows, LOOK_HINT, text_str(&t));
    text_free(&t);
    return until;
}

void paint_reader(struct painter *p)
{
    if (p->cols > READER_COLS)
        p->cols = READER_COLS;
    int top = paint_where(p);
    int until = paint_keys(p, paint_said(p, top));
    for (size_t i = 0; i < p->w->page.count; i++)
        row_lines(p, i);
    paint_lines(p, top, until - top);
}
