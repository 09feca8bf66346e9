#include "supportplan/paint.h"

#include <stdlib.h>
#include <string.h>

#include "paint_lines.h"
#include "paint_week.h"
#include "supportplan/phrases.h"
#include "supportplan/sentences.h"

/* Low vision: one column, and room between the lines. */
static bool is_large(const struct wizard *w)
{
    return w->settings.looks == LOOKS_LARGE;
}

/* Rows */

static void item_lines(struct painter *p, size_t i)
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
    paint_wrap(p, i, text_str(&t), LOOK_PLAIN, indent, 4);
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

static void figure_columns(struct painter *p, size_t i)
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
    paint_add_words(p, i, text_str(&t), LOOK_PLAIN, row->indent * 3);
    text_free(&t);
}

static void figure_lines(struct painter *p, size_t i)
{
    const struct page *page = &p->w->page;
    if (p->canvas->cols < FIGURE_COLS || is_large(p->w)) {
        struct text t = {0};
        page_figure_words(&page->rows[i], &p->w->budget, &t);
        paint_wrap(p, i, text_str(&t), LOOK_PLAIN, page->rows[i].indent * 2, 4);
        text_free(&t);
        return;
    }
    if (i == 0 || page->rows[i - 1].role != ROW_FIGURE)
        figure_head(p, page->count);
    figure_columns(p, i);
}

void paint_row(struct painter *p, size_t i)
{
    const struct row *row = &p->w->page.rows[i];
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
        item_lines(p, i);
        break;
    case ROW_EDIT:
        paint_edit(p, "", p->cols);
        break;
    case ROW_FIGURE:
        figure_lines(p, i);
        break;
    case ROW_GAP:
        paint_add(&p->lines, (struct line){i, text_copy(""), LOOK_PLAIN, 0, -1});
        break;
    }
}

/* The first and the last lines */

/* How much of a title there is room for: its first parts, or else its first words. */
static size_t title_that_fits(const char *title, int cols)
{
    static const char *const joints[] = {", ", " "};
    size_t len = strlen(title);
    if (text_width(title, len) <= cols)
        return len;
    for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
        for (size_t at = len; at > 0; at--)
            if (strncmp(title + at, joints[j], strlen(joints[j])) == 0 &&
                text_width(title, at) <= cols)
                return at;
    return len;
}

/* Where you are, and beside it which question this is or when it was saved. That nothing is saved
 * is said in any case: below the title, where there is no room beside it. The row below. */
static int paint_head(struct painter *p)
{
    const struct page *page = &p->w->page;
    struct text t = {0};
    bool position = page->position && *page->position;
    bool needed = position || p->w->trying || p->w->save_failed;
    if (position)
        text_add(&t, page->position);
    else if (p->w->trying)
        text_add(&t, _("Trying out, not saved"));
    else if (p->w->save_failed)
        text_add(&t, _("Not saved"));
    else if (p->w->saved_at)
        text_addf(&t, _("Saved %s"), p->w->saved_at);
    const char *title = page->title ? page->title : "";
    struct text shown = {0};
    text_add_n(&shown, title, title_that_fits(title, p->canvas->cols));
    paint_words(p, 0, 0, LOOK_TITLE, text_str(&shown));
    text_free(&shown);
    int from = p->canvas->cols - text_width(text_str(&t), t.len);
    bool fits = from > text_width(title, strlen(title)) + 1 && !is_large(p->w);
    if (t.len > 0 && fits)
        paint_words(p, 0, from, LOOK_HINT, text_str(&t));
    else if (needed)
        paint_words(p, 1, 0, LOOK_HINT, text_str(&t));
    text_free(&t);
    return needed && !fits ? 2 : 1;
}

static int paint_hint(struct painter *p, int until, int rows)
{
    struct text t = {0};
    paint_keys_fit(p, p->cols, rows, "   ", &t);
    int at = paint_above(p, until, rows, LOOK_HINT, text_str(&t));
    text_free(&t);
    return at;
}

/* The money: whole, or in fewer words where that has no room. */
static int paint_total(struct painter *p, int until, int rows)
{
    const struct wizard *w = p->w;
    struct text t = {0};
    sentence_total(w->plan, &w->budget, w->pattern, &t);
    if (text_width(text_str(&t), t.len) > p->cols * rows - (rows > 1 ? 12 : 0)) {
        text_clear(&t);
        sentence_total_short(w->plan, &w->budget, w->pattern, &t);
        rows = 2;
    }
    int at = paint_above(p, until, rows, LOOK_TOTAL, text_str(&t));
    text_free(&t);
    return at;
}

int paint_page_rows(int rows)
{
    return rows - (rows < ROWS_FEW ? 4 : 6);
}

/* What was just done is told whole, as long as it leaves a few rows for the page: as many as a
 * question and an answer need, and one more where a question is not shown apart from its words.
 * Where that is too little for it, the page has no more than what is in hand. */
static int message_rows(const struct painter *p, int top, int until)
{
    int few = until - top - (p->w->page.asks ? 4 : 5);
    int most = paint_row_count(p, p->w->message) > few ? until - top - 3 : few;
    return most < 1 ? 1 : most > 7 ? 7 : most;
}

/* In a small window the total makes room for what was just done, until the next key. Where a line
 * is told before it is kept, the total with it is part of that: no other one stands beside it. */
static bool has_room_for_total(const struct painter *p, int top, int until)
{
    const struct wizard *w = p->w;
    bool news = w->message && *w->message;
    if (news && wizard_at(w)->kind == PLACE_ADD_LINE && wizard_at(w)->told)
        return false;
    return p->canvas->rows >= ROWS_FEW || !news ||
           paint_row_count(p, w->message) <= message_rows(p, top, until);
}

/* From the bottom up: keys, money, what was just done. The row where they begin. */
static int paint_foot(struct painter *p, int top)
{
    const struct wizard *w = p->w;
    bool small = p->canvas->rows < ROWS_FEW;
    int at = paint_hint(p, p->canvas->rows, small ? 1 : 2);
    if (wizard_at(w)->kind == PLACE_HIDDEN)
        return at; /* not even what was just done */
    if (w->plan && w->form && has_room_for_total(p, top, at - 2))
        at = paint_total(p, at, small ? 1 : 2);
    if (w->message && *w->message)
        at = paint_above(p, at, message_rows(p, top, at), w->trouble ? LOOK_ERROR : LOOK_STATE,
                         w->message);
    return at;
}

/* The whole */

/* For low vision a blank line stands between the things to choose from. */
static bool needs_room(const struct page *page, size_t i)
{
    return row_focusable(&page->rows[i]) && i + 1 < page->count &&
           page->rows[i + 1].role != ROW_GAP;
}

/* Where no row had room for it, a word of what is below stands beside fewer keys. */
static void say_more_by_the_keys(struct painter *p)
{
    const char *more = _("More below");
    int cols = p->cols - text_width(more, strlen(more)) - 3, rows = p->canvas->rows;
    int keys = rows < ROWS_FEW ? 1 : 2;
    struct text t = {0};
    if (!p->more_unsaid)
        return;
    paint_keys_fit(p, cols, keys, "   ", &t);
    for (int row = rows - keys; row < rows; row++)
        for (int col = 0; col < p->canvas->cols; col++)
            canvas_puts(p->canvas, row, col, LOOK_PLAIN, " ");
    paint_above(p, rows, keys, LOOK_HINT, text_str(&t));
    paint_words(p, rows - 1, cols + 3, LOOK_HINT, more);
    text_free(&t);
}

static void paint_full(struct painter *p)
{
    int top = paint_head(p), until = paint_foot(p, top);
    if (paint_week_fits(p->w, p->canvas)) {
        paint_week(p, until);
        return;
    }
    for (size_t i = 0; i < p->w->page.count; i++) {
        paint_row(p, i);
        if (is_large(p->w) && needs_room(&p->w->page, i))
            paint_add(&p->lines, (struct line){i, text_copy(""), LOOK_PLAIN, 0, -1});
    }
    paint_lines(p, top, until - top);
    say_more_by_the_keys(p);
}

bool paint_fits(int rows, int cols)
{
    return rows >= PAINT_ROWS_MIN && cols >= PAINT_COLS_MIN;
}

static void paint_whole(struct painter *p)
{
    struct canvas *canvas = p->canvas;
    p->cols = canvas->cols > 1 ? canvas->cols - 1 : 1;
    p->hit = p->w->page.count;
    canvas_clear(canvas);
    if (!paint_fits(canvas->rows, canvas->cols))
        paint_below(p, 0, canvas->rows, LOOK_PLAIN,
                    _("Make the window larger, or press p for plain questions."));
    else if (p->w->mode == MODE_READER)
        paint_reader(p);
    else
        paint_full(p);
    paint_lines_free(&p->lines);
}

struct seen paint_wizard(const struct wizard *w, enum charset charset, struct canvas *canvas)
{
    struct painter p = {.w = w, .charset = charset, .canvas = canvas, .hit_at = {-1, -1}};
    paint_whole(&p);
    return p.seen;
}

size_t paint_row_at(const struct wizard *w, enum charset charset, int rows, int cols,
                    struct paint_cell cell)
{
    struct canvas canvas;
    struct painter p = {.w = w, .charset = charset, .canvas = &canvas, .hit_at = cell};
    if (canvas_init(&canvas, rows, cols) != ST_OK)
        return w->page.count;
    paint_whole(&p);
    canvas_free(&canvas);
    return p.hit;
}
