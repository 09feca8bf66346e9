#include "supportplan/paint_week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Days down, time across: three columns an hour, from column LEFT. */
#define LEFT 5
#define LANES_MAX 4

/* Part of a line on one day. */
struct bar {
    size_t row;          /* the page's row */
    minutes from, until; /* on this day, 0 to 1440 */
    bool comes, goes;    /* from the day before; to the day after */
    int lane;            /* from 0 */
};

struct grid {
    const struct wizard *w;
    enum charset charset;
    struct canvas *canvas;
    struct bar *bars;
    size_t count;
};

static int column(minutes m)
{
    return LEFT + m * 3 / 60;
}

static void add_bar(struct grid *g, size_t row, minutes from, minutes until, bool comes, bool goes)
{
    g->bars[g->count++] = (struct bar){row, from, until, comes, goes, 0};
}

/* The bars of one day: lines that begin on it, and nights that come in from the day before. */
static void gather(struct grid *g, int day)
{
    const struct page *page = &g->w->page;
    g->count = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct row *row = &page->rows[i];
        if (!*row->item || row->day < 0 || row->day > 6)
            continue;
        struct week_line line = week_line(g->w->plan, row->number);
        minutes length = line.length_known ? line.length : 30;
        minutes until = line.start + length;
        bool goes = until > MINUTES_DAY;
        if (row->day == day)
            add_bar(g, i, line.start, goes ? MINUTES_DAY : until, false, goes);
        else if (goes && (row->day + 1) % 7 == day)
            add_bar(g, i, 0, until - MINUTES_DAY, true, false);
    }
}

static int earlier(const void *a, const void *b)
{
    const struct bar *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The columns that a bar takes: at least one. */
static void bar_columns(const struct bar *bar, int *from, int *until)
{
    *from = column(bar->from);
    *until = column(bar->until);
    if (*until <= *from)
        *until = *from + 1;
}

/* Each bar goes into the first lane where it is free: bars that touch take the next one. */
static int set_lanes(struct grid *g)
{
    int lanes = 1;
    for (size_t i = 0; i < g->count; i++) {
        int from, until, lane = 0;
        bar_columns(&g->bars[i], &from, &until);
        for (size_t j = 0; j < i; j++) {
            int other_from, other_until;
            bar_columns(&g->bars[j], &other_from, &other_until);
            if (g->bars[j].lane == lane && from < other_until) {
                lane++;
                j = (size_t)-1;
            }
        }
        g->bars[i].lane = lane;
        if (lane + 1 > lanes)
            lanes = lane + 1;
    }
    return lanes;
}

/* What a bar says, in as many columns as it has: letters where there is no room for brackets. */
static void bar_words(const struct grid *g, const struct bar *bar, int width, char *out,
                      size_t room)
{
    struct text clean = {0};
    const char *item = g->w->page.rows[bar->row].item;
    const char *what = plan_str(g->w->plan, F_TIME_WHAT, item);
    text_clean(&clean, *what ? what : item, strlen(*what ? what : item), CHARSET_ASCII, true);
    int inner = width > 2 ? width - 2 : width;
    char fill[128];
    memset(fill, '=', sizeof fill);
    size_t fits = text_fit(text_str(&clean), clean.len, inner);
    int words = text_width(text_str(&clean), fits);
    if (width > 2)
        snprintf(out, room, "%c%.*s%.*s%c", bar->comes ? '<' : '[', (int)fits, text_str(&clean),
                 inner - words, fill, bar->goes ? '>' : ']');
    else
        snprintf(out, room, "%.*s%.*s", (int)fits, text_str(&clean), inner - words, fill);
    text_free(&clean);
}

static void paint_bar(struct grid *g, const struct bar *bar, int row)
{
    int from, until;
    char words[128];
    bar_columns(bar, &from, &until);
    bool focused = bar->row == wizard_at(g->w)->focus;
    bar_words(g, bar, until - from, words, sizeof words);
    canvas_puts(g->canvas, row, from, focused ? LOOK_FOCUS : LOOK_PLAIN, words);
    if (focused && !bar->comes)
        canvas_cursor(g->canvas, row, from + (until - from > 2));
}

/* A day's row, and a row for each further lane as far as there is room; then "+2" says how many are
 * not shown. */
static int paint_day(struct grid *g, int day, int row, int lanes_left)
{
    gather(g, day);
    qsort(g->bars, g->count, sizeof *g->bars, earlier);
    int lanes = set_lanes(g);
    int shown = lanes < lanes_left + 1 ? lanes : lanes_left + 1;
    size_t hidden = 0;
    canvas_puts(g->canvas, row, 0, LOOK_PLAIN, day_short(day));
    for (int lane = 1; lane < shown; lane++) {
        char number[16];
        snprintf(number, sizeof number, "  %d", lane + 1);
        canvas_puts(g->canvas, row + lane, 0, LOOK_HINT, number);
    }
    for (size_t i = 0; i < g->count; i++) {
        if (g->bars[i].lane < shown) {
            paint_bar(g, &g->bars[i], row + g->bars[i].lane);
            continue;
        }
        hidden++;
        if (g->bars[i].row == wizard_at(g->w)->focus)
            canvas_cursor(g->canvas, row + shown - 1, g->canvas->cols - 3);
    }
    if (hidden > 0) {
        char more[32];
        snprintf(more, sizeof more, "+%zu", hidden);
        canvas_puts(g->canvas, row + shown - 1, g->canvas->cols - 3, LOOK_HINT, more);
    }
    const struct page *page = &g->w->page;
    size_t focus = wizard_at(g->w)->focus;
    if (focus < page->count && page->rows[focus].day == day && !*page->rows[focus].item) {
        canvas_look(g->canvas, row, 0, 3, LOOK_FOCUS);
        canvas_cursor(g->canvas, row, 0);
    }
    return row + shown;
}

int paint_week(const struct wizard *w, enum charset charset, struct canvas *canvas, int top,
               int rows)
{
    struct grid g = {.w = w, .charset = charset, .canvas = canvas};
    g.bars = calloc(w->page.count * 2 + 1, sizeof *g.bars);
    if (!g.bars)
        return top;
    for (int hour = 0; hour < 24; hour += 3) {
        char s[16];
        snprintf(s, sizeof s, "%02d", hour);
        canvas_puts(canvas, top, column(hour * 60), LOOK_HINT, s);
    }
    int row = top + 1;
    for (int day = 0; day < 7; day++)
        row = paint_day(&g, day, row, rows - (row - top) - (7 - day));
    free(g.bars);
    return row;
}
