/* The week as a grid of plain letters. */
#include "supportplan/grid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/canvas.h"

/* Columns for the name of the day. */
#define LEFT 5
/* A bar narrower than this is letters alone; from here on it has brackets. */
#define BRACKETS 3
/* Rows of one day, more than a person reads; the words under the grid tell every line. */
#define LANES_MAX 20
#define ROWS_MAX (1 + 7 * LANES_MAX)

/* A line, or the part of a night, on one day. */
struct bar {
    const char *item; /* t1; borrowed */
    size_t place;     /* in the plan */
    int day;
    minutes from, until; /* of this day */
    bool comes, goes;    /* from the day before; to the next */
    int lane;            /* from 0 */
};

struct grid {
    const struct plan *plan;
    int hour; /* columns an hour: 1 to 3 */
    struct bar *bars;
    size_t count;
    struct canvas canvas;
    bool failed; /* there was no memory for some of the words */
};

/* Where a bar stands. */

static int bar_from(const struct grid *grid, const struct bar *bar)
{
    return LEFT + bar->from * grid->hour / 60;
}

static int bar_until(const struct grid *grid, const struct bar *bar)
{
    int from = bar_from(grid, bar);
    int until = LEFT + bar->until * grid->hour / 60;

    return until > from ? until : from + 1;
}

static bool is_narrow(const struct grid *grid, const struct bar *bar)
{
    return bar_until(grid, bar) - bar_from(grid, bar) < BRACKETS;
}

/* Bars without brackets need a blank between them. */
static bool collide(const struct grid *grid, const struct bar *a, const struct bar *b)
{
    int gap = is_narrow(grid, a) || is_narrow(grid, b) ? 1 : 0;

    return a->day == b->day && bar_from(grid, a) < bar_until(grid, b) + gap &&
           bar_from(grid, b) < bar_until(grid, a) + gap;
}

/* The bars of a week. */

static void add_bar(struct grid *grid, const struct week_line *line, size_t place, int day)
{
    minutes end = line->start + line->length;
    struct bar bar = {.item = line->item, .place = place, .day = day, .from = line->start};

    bar.goes = end > MINUTES_DAY;
    bar.until = bar.goes ? MINUTES_DAY : end;
    grid->bars[grid->count++] = bar;
    if (!bar.goes)
        return;
    bar.day = (day + 1) % 7;
    bar.from = 0;
    bar.until = end - MINUTES_DAY < MINUTES_DAY ? end - MINUTES_DAY : MINUTES_DAY;
    bar.comes = true;
    bar.goes = false;
    grid->bars[grid->count++] = bar;
}

static void add_line(struct grid *grid, const char *pattern, size_t place)
{
    struct week_line line = week_line(grid->plan, place);

    if (!line.pattern_known || !week_in_pattern(&line, pattern) || line.varying || line.start < 0 ||
        !line.length_known || !line.days_known)
        return;
    for (int day = 0; day < 7; day++)
        if (line.days >> day & 1)
            add_bar(grid, &line, place, day);
}

static int in_order(const void *a, const void *b)
{
    const struct bar *x = a, *y = b;

    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Whether a lane of its day is free for bar i, given the bars before it. */
static bool lane_is_free(const struct grid *grid, size_t i, int lane)
{
    for (size_t j = i; j-- > 0 && grid->bars[j].day == grid->bars[i].day;)
        if (grid->bars[j].lane == lane && collide(grid, &grid->bars[j], &grid->bars[i]))
            return false;
    return true;
}

static void set_lanes(struct grid *grid)
{
    qsort(grid->bars, grid->count, sizeof *grid->bars, in_order);
    for (size_t i = 0; i < grid->count; i++)
        while (grid->bars[i].lane < LANES_MAX && !lane_is_free(grid, i, grid->bars[i].lane))
            grid->bars[i].lane++;
}

/* Drawing. */

/* "[Wash==]": the words cut to their room, the rest of it filled. */
static void draw_bar(struct grid *grid, const struct bar *bar, int row, struct text *words)
{
    int col = bar_from(grid, bar), room = bar_until(grid, bar) - col;
    const char *what = plan_known(grid->plan, F_TIME_WHAT, bar->item) == KNOWN
                           ? plan_str(grid->plan, F_TIME_WHAT, bar->item)
                           : bar->item;

    text_clear(words);
    text_clean(words, what, strlen(what), CHARSET_ASCII, true);
    if (room >= BRACKETS) {
        canvas_puts(&grid->canvas, row, col, LOOK_PLAIN, bar->comes ? "<" : "[");
        canvas_puts(&grid->canvas, row, col + room - 1, LOOK_PLAIN, bar->goes ? ">" : "]");
        col++;
        room -= 2;
    }
    canvas_put(&grid->canvas, row, col, LOOK_PLAIN, text_str(words),
               text_fit(text_str(words), words->len, room));
    for (int fill = text_width(text_str(words), words->len); fill < room; fill++)
        canvas_puts(&grid->canvas, row, col + fill, LOOK_PLAIN, "=");
    grid->failed = grid->failed || text_status(words) != ST_OK;
}

static void draw_hours(struct grid *grid)
{
    for (int hour = 0; hour < 24; hour += 3) {
        char digits[] = {(char)('0' + hour / 10), (char)('0' + hour % 10), '\0'};
        canvas_puts(&grid->canvas, 0, LEFT + hour * grid->hour, LOOK_PLAIN, digits);
    }
}

/* Draws a day from a row on; returns the row after it. "+2" says how many did not fit. */
static int draw_day(struct grid *grid, int day, int row, struct text *words)
{
    int last = 0;
    size_t hidden = 0;

    canvas_puts(&grid->canvas, row, 0, LOOK_PLAIN, day_short(day));
    for (size_t i = 0; i < grid->count; i++) {
        const struct bar *bar = &grid->bars[i];
        if (bar->day != day)
            continue;
        hidden += bar->lane < LANES_MAX ? 0U : 1U;
        if (bar->lane < LANES_MAX)
            draw_bar(grid, bar, row + bar->lane, words);
        if (bar->lane < LANES_MAX && bar->lane > last)
            last = bar->lane;
    }
    if (hidden > 0) {
        text_clear(words);
        text_addf(words, "+%zu", hidden);
        canvas_puts(&grid->canvas, row + last, 0, LOOK_PLAIN, text_str(words));
        grid->failed = grid->failed || text_status(words) != ST_OK;
    }
    return row + last + 1;
}

static enum status draw(struct grid *grid, struct text *out)
{
    struct text words = {0};
    int row = 1;
    enum status st = canvas_init(&grid->canvas, ROWS_MAX, LEFT + 24 * grid->hour);

    if (st)
        return st;
    draw_hours(grid);
    for (int day = 0; day < 7; day++)
        row = draw_day(grid, day, row, &words);
    canvas_text(&grid->canvas, false, out);
    text_free(&words);
    canvas_free(&grid->canvas);
    return grid->failed ? ST_NOMEM : text_status(out);
}

enum status grid_draw(const struct plan *plan, const char *pattern, int width, struct text *out)
{
    size_t lines = plan_count(plan, SEC_TIME);
    struct grid grid = {.plan = plan, .hour = (width - LEFT) / 24};
    enum status st = ST_OK;

    assert(width >= GRID_WIDTH_MIN);
    if (grid.hour > 3)
        grid.hour = 3;
    /* Every day of a line, and the night that each may bring to the next. */
    grid.bars = calloc(lines * 14 + 1, sizeof *grid.bars);
    if (!grid.bars)
        return ST_NOMEM;
    for (size_t i = 0; i < lines; i++)
        add_line(&grid, pattern, i);
    set_lanes(&grid);
    if (grid.count > 0)
        st = draw(&grid, out);
    free(grid.bars);
    return st;
}
