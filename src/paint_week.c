#include "paint_week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/timetable.h"

/* Days down, time across: from column LEFT on, three columns an hour, or five where there is room
 * for them and for the "+2" behind. */
#define LEFT 5
#define HOUR 3
#define HOUR_WIDE 5
#define COLS_WIDE (LEFT + 24 * HOUR_WIDE + 4)
/* Lanes of a day that are painted; how many lines stand in further ones is said as "+2". A tall
 * window has room for more. */
#define LANES_MAX 2
#define LANES_TALL 4
#define ROWS_TALL 40
/* In a tall window the sums stand near what they are of. */
#define DETAIL_ROWS_MAX 8
/* Rows for lines whose days or times vary. */
#define VARYING_MAX 2
/* A page's rows beside the days: its title, the hours, the dashes, three lines of detail, and the
 * four of the foot. The grid stays where it is when something is said. */
#define ROWS_BESIDE 10

/* Part of a line on one day. */
struct bar {
    size_t row;          /* the page's row */
    minutes from, until; /* on this day, 0 to 1440 */
    bool comes, goes;    /* from the day before; to the day after */
    bool small;          /* the line is shorter than an hour: a letter without brackets */
    int lane;            /* from 0 */
};

struct grid {
    struct painter *p;
    struct bar *bars;
    size_t count;
    size_t focus; /* the row in hand */
    int hour;     /* columns an hour */
    int lanes;    /* of a day, at most */
};

static const struct row *row_of(const struct grid *g, size_t row)
{
    return &g->p->w->page.rows[row];
}

static int column(const struct grid *g, minutes m)
{
    return LEFT + m * g->hour / 60;
}

/* The column behind midnight. */
static int right(const struct grid *g)
{
    return LEFT + 24 * g->hour;
}

/* The part of a line that falls on a day, where there is one: it begins on its own day and may go
 * on for days. */
static void add_part(struct grid *g, size_t row, const struct week_line *line, int day)
{
    minutes length = line->length_known ? line->length : 60;
    int days_after = (day - row_of(g, row)->day + 7) % 7;
    minutes from = line->start - days_after * MINUTES_DAY, until = from + length;
    if (until <= 0)
        return;
    g->bars[g->count++] = (struct bar){.row = row,
                                       .from = from > 0 ? from : 0,
                                       .until = until < MINUTES_DAY ? until : MINUTES_DAY,
                                       .comes = from<0, .goes = until> MINUTES_DAY,
                                       .small = length < 60};
}

static int earlier(const void *a, const void *b)
{
    const struct bar *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The bars of one day, in the order of the clock. */
static void gather(struct grid *g, int day)
{
    const struct wizard *w = g->p->w;
    g->count = 0;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = row_of(g, i);
        if (*row->item && row->day >= 0 && row->day < 7) {
            struct week_line line = week_line(w->plan, row->number);
            add_part(g, i, &line, day);
        }
    }
    qsort(g->bars, g->count, sizeof *g->bars, earlier);
}

/* The columns that a bar takes: at least one. */
static int bar_width(const struct grid *g, const struct bar *bar)
{
    int width = column(g, bar->until) - column(g, bar->from);
    return bar->small || width < 1 ? 1 : width;
}

/* Whether two bars of one lane would touch: then nobody could tell one from the other. */
static bool touch(const struct grid *g, const struct bar *a, const struct bar *b)
{
    int a_from = column(g, a->from), b_from = column(g, b->from);
    return a_from <= b_from + bar_width(g, b) && b_from <= a_from + bar_width(g, a);
}

static bool lane_is_free(const struct grid *g, size_t bar, int lane)
{
    for (size_t i = 0; i < bar; i++)
        if (g->bars[i].lane == lane && touch(g, &g->bars[i], &g->bars[bar]))
            return false;
    return true;
}

/* Each bar goes into the first lane where it is free. How many lanes there are. */
static int set_lanes(struct grid *g)
{
    int lanes = 1;
    for (size_t i = 0; i < g->count; i++) {
        g->bars[i].lane = 0;
        while (!lane_is_free(g, i, g->bars[i].lane))
            g->bars[i].lane++;
        if (g->bars[i].lane >= lanes)
            lanes = g->bars[i].lane + 1;
    }
    return lanes;
}

/* What a line is called, in letters that take one column each. */
static void line_name(const struct grid *g, size_t row, struct text *out)
{
    struct text name = {0};
    phrase_item(g->p->w->plan, g->p->w->form, SEC_TIME, row_of(g, row)->item, &name);
    text_clean(out, text_str(&name), name.len, CHARSET_ASCII, true);
    text_free(&name);
}

/* What a click on some columns of a row is on. */
static void note_hit(const struct grid *g, int row, int from, int until, size_t what)
{
    struct paint_cell at = g->p->hit_at;
    if (at.row == row && at.col >= from && at.col < until)
        g->p->hit = what;
}

/* What is in hand: the cursor is on its first letter. Who chose a strong look may not find a cursor
 * among so many bars: for them all of it stands out. */
static void put_in_hand(const struct grid *g, int row, int from, int width, int cursor)
{
    canvas_look(g->p->canvas, row, from, width, LOOK_BAR);
    canvas_cursor(g->p->canvas, row, cursor);
}

/* Paint a bar; the column of its first letter. */
static int paint_bar(const struct grid *g, const struct bar *bar, int row)
{
    int from = column(g, bar->from), width = bar_width(g, bar), at = from;
    struct canvas *canvas = g->p->canvas;
    bool opens = width > 2 || bar->comes, closes = width > 2 || (bar->goes && width > 1);
    int inner = width - opens - closes;
    struct text name = {0};
    line_name(g, bar->row, &name);
    if (opens)
        at = canvas_puts(canvas, row, at, LOOK_PLAIN, bar->comes ? "<" : "[");
    int first = at;
    at = canvas_put(canvas, row, at, LOOK_PLAIN, text_str(&name),
                    text_fit(text_str(&name), name.len, inner));
    while (at < first + inner)
        at = canvas_puts(canvas, row, at, LOOK_PLAIN, "=");
    if (closes)
        canvas_puts(canvas, row, at, LOOK_PLAIN, bar->goes ? ">" : "]");
    text_free(&name);
    note_hit(g, row, from, from + width, bar->row);
    return first;
}

/* Paint the bars of a day that are in the lanes shown; how many are in others. */
static int paint_bars(const struct grid *g, int row, int shown)
{
    int hidden = 0;
    for (size_t i = 0; i < g->count; i++) {
        const struct bar *bar = &g->bars[i];
        bool in_hand = bar->row == g->focus && !bar->comes;
        if (bar->lane < shown) {
            int col = paint_bar(g, bar, row + bar->lane);
            if (in_hand)
                put_in_hand(g, row + bar->lane, column(g, bar->from), bar_width(g, bar), col);
            continue;
        }
        hidden++;
        if (in_hand)
            canvas_cursor(g->p->canvas, row + shown - 1, right(g) + 1);
    }
    return hidden;
}

/* The page's row of a day itself. */
static size_t row_of_day(const struct grid *g, int day)
{
    const struct page *page = &g->p->w->page;
    size_t i = 0;
    while (i < page->count && (page->rows[i].day != day || *page->rows[i].item))
        i++;
    return i;
}

/* A day on as many rows as are shown of its lanes; what is hidden is counted at the right. */
static int paint_day(struct grid *g, int day, int row, int rows)
{
    struct canvas *canvas = g->p->canvas;
    char words[16];
    gather(g, day);
    int lanes = set_lanes(g);
    int shown = lanes < rows ? lanes : rows;
    bool in_hand = row_of(g, g->focus)->day == day && !*row_of(g, g->focus)->item;
    canvas_puts(canvas, row, 0, LOOK_PLAIN, day_short(day));
    for (int lane = 0; lane < shown; lane++)
        note_hit(g, row + lane, 0, canvas->cols, row_of_day(g, day));
    if (in_hand)
        put_in_hand(g, row, 0, text_width(day_short(day), strlen(day_short(day))), 0);
    for (int lane = 1; lane < shown; lane++) {
        snprintf(words, sizeof words, "  %d", lane + 1);
        canvas_puts(canvas, row + lane, 0, LOOK_HINT, words);
    }
    int hidden = paint_bars(g, row, shown);
    if (hidden > 0) {
        snprintf(words, sizeof words, "+%d", hidden < 99 ? hidden : 99);
        canvas_puts(canvas, row + shown - 1, right(g), LOOK_HINT, words);
        if (canvas->cursor_row == row + shown - 1 && canvas->cursor_col > right(g))
            put_in_hand(g, canvas->cursor_row, right(g), (int)strlen(words), canvas->cursor_col);
    }
    return row + shown;
}

/* Lines without a place on the clock */

static bool is_varying(const struct row *row)
{
    return row->day == 7 && *row->item;
}

static size_t count_varying(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        count += is_varying(&page->rows[i]);
    return count;
}

static void paint_varying_row(const struct grid *g, size_t i, int row)
{
    struct text words = {0};
    text_clean(&words, row_of(g, i)->text, strlen(row_of(g, i)->text), g->p->charset, true);
    canvas_puts(g->p->canvas, row, 0, LOOK_HINT, _("Any"));
    size_t fits = text_fit(text_str(&words), words.len, right(g) - LEFT);
    canvas_put(g->p->canvas, row, LEFT, LOOK_PLAIN, text_str(&words), fits);
    note_hit(g, row, 0, g->p->canvas->cols, i);
    if (i == g->focus)
        put_in_hand(g, row, LEFT, text_width(text_str(&words), fits), LEFT);
    text_free(&words);
}

/* The one in hand is always among those that are shown. */
static int paint_varying(const struct grid *g, int row, int rows)
{
    const struct page *page = &g->p->w->page;
    size_t count = count_varying(page), n = 0, skip = 0;
    for (size_t i = 0; i <= g->focus; i++)
        n += is_varying(&page->rows[i]);
    if (is_varying(&page->rows[g->focus]) && n > (size_t)rows)
        skip = n - (size_t)rows;
    n = 0;
    for (size_t i = 0; i < page->count; i++)
        if (is_varying(&page->rows[i]) && ++n > skip && n <= skip + (size_t)rows)
            paint_varying_row(g, i, row++);
    if (count > (size_t)rows && rows > 0) {
        char more[16];
        snprintf(more, sizeof more, "+%d", count - (size_t)rows < 99 ? (int)count - rows : 99);
        canvas_puts(g->p->canvas, row - 1, right(g), LOOK_HINT, more);
    }
    return row;
}

/* The grid on the rows from top on, as many as there may be; the row below it. */
static int paint_days(struct grid *g, int top, int rows)
{
    int varying = (int)count_varying(&g->p->w->page);
    if (varying > VARYING_MAX)
        varying = VARYING_MAX;
    for (int hour = 0; hour < 24; hour += 3) {
        char s[16];
        snprintf(s, sizeof s, "%02d", hour);
        canvas_puts(g->p->canvas, top, column(g, hour * 60), LOOK_HINT, s);
    }
    int row = top + 1, spare = rows - 1 - 7 - varying;
    for (int day = 0; day < 7; day++) {
        int before = row;
        row = paint_day(g, day, row, 1 + (spare < g->lanes - 1 ? spare : g->lanes - 1));
        spare -= row - before - 1;
    }
    return paint_varying(g, row, varying);
}

/* Under the grid */

static bool is_on_grid(const struct row *row)
{
    return row->day >= 0 && row->day < 7 ? true : is_varying(row);
}

/* Put the lines that were gathered on some rows, and forget them. */
static void put_lines(struct painter *p, int top, int rows)
{
    for (int i = 0; i < rows && (size_t)i < p->lines.count; i++)
        canvas_puts(p->canvas, top + i, p->lines.list[i].col, LOOK_PLAIN, p->lines.list[i].words);
    paint_lines_free(&p->lines);
    p->lines = (struct lines){0};
}

/* The thing in hand in full; the sums of its day and of the week stand still below it, where there
 * is room. */
static void paint_detail(struct painter *p, int top, int rows)
{
    const struct row *row = &p->w->page.rows[wizard_at(p->w)->focus];
    struct text t = {0};
    int sums = rows > 5 ? 2 : rows > 3 ? 1 : 0;
    timetable_detail(p->w, row, &t);
    paint_wrap(p, 0, text_str(&t), LOOK_PLAIN, 0, 0);
    put_lines(p, top, rows - sums);
    text_clear(&t);
    timetable_figures(p->w, row->day, &t);
    paint_wrap(p, 0, text_str(&t), LOOK_PLAIN, 0, 0);
    put_lines(p, top + rows - sums, sums);
    text_free(&t);
}

/* The rows of the page that are not on the grid. */
static void paint_other_rows(struct painter *p, int top, int rows)
{
    const struct page *page = &p->w->page;
    for (size_t i = 0; i < page->count; i++)
        if (!is_on_grid(&page->rows[i]) && page->rows[i].role != ROW_GAP && page->rows[i].day < 0)
            paint_row(p, i);
    paint_lines(p, top, rows);
}

/* In a large window every line of the week stands below in full, for the bars have no room for
 * names: all of them or none, so that it stands still whatever is in hand. */
static void paint_all_lines(const struct grid *g, int top, int rows)
{
    struct painter *p = g->p;
    for (size_t i = 0; i < p->w->page.count; i++)
        if (is_on_grid(&p->w->page.rows[i]))
            paint_row(p, i);
    int count = (int)p->lines.count;
    for (int i = 0; i < count && count <= rows; i++)
        note_hit(g, top + i, 0, p->canvas->cols, p->lines.list[i].row);
    put_lines(p, top, count <= rows ? count : 0);
}

bool paint_week_fits(const struct wizard *w, const struct canvas *canvas)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    return fp && fp->kind == PAGE_WEEK && !w->week_list && w->mode == MODE_FULL &&
           w->settings.looks != LOOKS_LARGE && wizard_at(w)->focus < w->page.count &&
           canvas->cols >= TIMETABLE_GRID_COLS && canvas->rows >= TIMETABLE_GRID_ROWS;
}

void paint_week(struct painter *p, int until)
{
    struct grid g = {.p = p,
                     .focus = wizard_at(p->w)->focus,
                     .hour = p->canvas->cols >= COLS_WIDE ? HOUR_WIDE : HOUR,
                     .lanes = p->canvas->rows >= ROWS_TALL ? LANES_TALL : LANES_MAX};
    int rows = p->canvas->rows - ROWS_BESIDE + 1;
    g.bars = calloc(p->w->page.count * 7 + 1, sizeof *g.bars);
    if (!g.bars)
        return;
    int below = paint_days(&g, 1, rows < until - 2 ? rows : until - 2);
    free(g.bars);
    for (int col = 0; col < p->canvas->cols && below < until; col++)
        canvas_puts(p->canvas, below, col, LOOK_HINT, "-");
    if (below + 1 >= until)
        return;
    int rest = until - below - 1, detail = rest;
    if (p->canvas->rows >= ROWS_TALL && rest > DETAIL_ROWS_MAX) {
        detail = DETAIL_ROWS_MAX;
        int top = below + 1 + detail + 1, most = paint_page_rows(p->canvas->rows);
        paint_all_lines(&g, top, (most < until ? most : until) - top);
    }
    if (is_on_grid(row_of(&g, g.focus)))
        paint_detail(p, below + 1, detail);
    else
        paint_other_rows(p, below + 1, detail);
}
