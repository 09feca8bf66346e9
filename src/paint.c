#include "supportplan/paint.h"

#include <stdlib.h>
#include <string.h>

#include "paint_lines.h"
#include "paint_week.h"
#include "supportplan/phrases.h"
#include "supportplan/sentences.h"

/* Rows */

static void item_lines(struct painter *p, size_t i, bool focused)
{
    const struct row *row = &p->w->page.rows[i];
    struct text t = {0};
    bool numbered = p->w->page.numbered && row->indent > 0;
    int indent = row->indent * 3 - numbered;
    if (numbered)
        text_addf(&t, "%2zu  ", row->number + 1);
    int lead = (int)t.len;
    size_t first = p->lines.count;
    text_add(&t, row->text);
    if (*row->state) {
        /* A question or a sentence as a name needs no colon before its state. */
        const char *end = row->text + strlen(row->text);
        bool stop = end > row->text && strchr("?.:", end[-1]);
        text_addf(&t, "%s%s", stop ? " " : ": ", row->state);
    }
    paint_wrap(p, i, text_str(&t), focused ? LOOK_FOCUS : LOOK_PLAIN, indent, 4);
    if (numbered && first < p->lines.count) /* on the name, not on its number */
        p->lines.list[first].cursor = indent + lead;
    text_free(&t);
}

/* Figures stand in columns where there is room, else as a line of words. */

#define FIGURE_COLS 76

static void put_right(struct text *t, int until, const char *words)
{
    int width = text_width(text_str(t), t->len) + text_width(words, strlen(words));
    for (int i = width; i < until; i++)
        text_add_char(t, ' ');
    text_add(t, words);
}

static void figure_head(struct painter *p, size_t row)
{
    struct text t = {0}, year = {0};
    text_add(&year, _("a year ("));
    phrase_basis(&p->w->budget, &year);
    text_add(&year, ")");
    put_right(&t, 42, _("a week"));
    put_right(&t, 54, _("4 weeks"));
    put_right(&t, 75, text_str(&year));
    paint_wrap(p, row, text_str(&t), LOOK_HINT, 0, 0);
    text_free(&t);
    text_free(&year);
}

static void figure_columns(struct painter *p, size_t i, bool focused)
{
    const struct row *row = &p->w->page.rows[i];
    struct text t = {0};
    char s[MONEY_ROOM];
    for (int n = 0; n < row->indent * 3; n++)
        text_add_char(&t, ' ');
    text_add(&t, row->text);
    if (!row->known) {
        text_addf(&t, ": %s", _("not known yet"));
    } else {
        if (!row->year_only) {
            put_right(&t, 42, money_show(row->columns.week, s));
            put_right(&t, 54, money_show(row->columns.four_weeks, s));
        }
        put_right(&t, 75, money_show(row->columns.year, s));
    }
    paint_add_words(p, i, text_str(&t), focused ? LOOK_FOCUS : LOOK_PLAIN, row->indent * 3);
    text_free(&t);
}

static void figure_lines(struct painter *p, size_t i, bool focused)
{
    const struct page *page = &p->w->page;
    if (p->canvas->cols < FIGURE_COLS) {
        struct text t = {0};
        page_figure_words(&page->rows[i], &p->w->budget, &t);
        paint_wrap(p, i, text_str(&t), focused ? LOOK_FOCUS : LOOK_PLAIN, page->rows[i].indent * 2,
                   4);
        text_free(&t);
        return;
    }
    if (i == 0 || page->rows[i - 1].role != ROW_FIGURE)
        figure_head(p, page->count);
    figure_columns(p, i, focused);
}

void paint_row(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
    bool focused = i == wizard_at(p->w)->focus;
    switch (row->role) {
    case ROW_TEXT:
        paint_wrap(p, i, row->text, LOOK_PLAIN, row->indent * 3, 0);
        break;
    case ROW_HEADING:
        paint_wrap(p, i, row->text, LOOK_TITLE, 0, 0);
        break;
    case ROW_ERROR:
        paint_wrap(p, i, row->text, LOOK_ERROR, 0, 0);
        break;
    case ROW_ITEM:
        item_lines(p, i, focused);
        break;
    case ROW_EDIT:
        paint_edit(p);
        break;
    case ROW_FIGURE:
        figure_lines(p, i, focused);
        break;
    case ROW_GAP:
        paint_add(&p->lines, (struct line){i, text_copy(""), LOOK_PLAIN, 0, -1});
        break;
    }
}

/* The first and the last lines */

static void put_clean(struct painter *p, int row, int col, enum look look, const char *s)
{
    struct text clean = {0};
    text_clean(&clean, s, strlen(s), p->charset, true);
    canvas_puts(p->canvas, row, col, look, text_str(&clean));
    text_free(&clean);
}

static void paint_head(struct painter *p)
{
    const struct page *page = &p->w->page;
    struct text t = {0};
    if (page->position && *page->position)
        text_add(&t, page->position);
    else if (p->w->save_failed)
        text_add(&t, _("Not saved"));
    else if (p->w->saved_at)
        text_addf(&t, _("Saved %s"), p->w->saved_at);
    const char *title = page->title ? page->title : "";
    put_clean(p, 0, 0, LOOK_TITLE, title);
    int width = text_width(text_str(&t), t.len);
    int from = p->canvas->cols - width;
    if (width > 0 && from > text_width(title, strlen(title)) + 1)
        put_clean(p, 0, from, LOOK_HINT, text_str(&t));
    text_free(&t);
}

/* Paint words on the rows that end above until, at most max of them; the row where they begin. */
static int paint_above(struct painter *p, int until, int max, enum look look, const char *words)
{
    struct text clean = {0};
    struct span *spans = NULL;
    size_t count = 0;
    text_clean(&clean, words, strlen(words), p->charset, false);
    if (clean.len == 0 ||
        text_wrap(text_str(&clean), clean.len, p->canvas->cols - 1, &spans, &count) != ST_OK) {
        text_free(&clean);
        return until;
    }
    if (count > (size_t)max)
        count = (size_t)max;
    int from = until - (int)count;
    for (size_t i = 0; i < count; i++)
        canvas_put(p->canvas, from + (int)i, 0, look, text_str(&clean) + spans[i].at, spans[i].len);
    free(spans);
    text_free(&clean);
    return from;
}

int paint_page_rows(int rows)
{
    return rows - (rows < 16 ? 4 : 6);
}

/* From the bottom up: keys, money, what was just done. The row where they begin. */
static int paint_foot(struct painter *p)
{
    const struct wizard *w = p->w;
    int rows = p->canvas->rows;
    bool small = rows < 16;
    int at = paint_above(p, rows, small ? 1 : 2, LOOK_HINT, w->page.hint ? w->page.hint : "");
    if (w->plan && w->form && wizard_at(w)->kind != PLACE_HIDDEN) {
        struct text t = {0};
        sentence_total(w->plan, &w->budget, w->pattern, &t);
        at = paint_above(p, at, small ? 1 : 2, LOOK_TOTAL, text_str(&t));
        text_free(&t);
    }
    if (w->message && *w->message)
        at = paint_above(p, at, small ? 2 : 4, w->trouble ? LOOK_ERROR : LOOK_STATE, w->message);
    return at;
}

/* The whole */

void paint_wizard(const struct wizard *w, enum charset charset, struct canvas *canvas)
{
    struct painter p = {.w = w, .charset = charset, .canvas = canvas};
    canvas_clear(canvas);
    if (canvas->rows < PAINT_ROWS_MIN || canvas->cols < PAINT_COLS_MIN) {
        canvas_puts(canvas, 0, 0, LOOK_PLAIN, _("Make the window larger"));
        return;
    }
    paint_head(&p);
    int until = paint_foot(&p);
    if (paint_week_fits(w, canvas)) {
        paint_week(&p, until);
    } else {
        for (size_t i = 0; i < w->page.count; i++)
            paint_row(&p, i);
        paint_lines(&p, 1, until - 1);
    }
    paint_lines_free(&p.lines);
}
