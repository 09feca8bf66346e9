/*
 * Moving about the week as a grid: along a day by entries, from day to day at one time.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "timetable.h"

static const struct row *row_in_hand(const struct wizard *w)
{
    size_t focus = wizard_at(w)->focus;
    return focus < w->page.count ? &w->page.rows[focus] : NULL;
}

static minutes row_start(const struct wizard *w, const struct row *row)
{
    return row->act == ACT_LINE ? week_line(w->plan, row->number).start : -1;
}

minutes timetable_moment(const struct wizard *w)
{
    const struct row *row = row_in_hand(w);
    if (!row || row->day < 0 || row->day > 6)
        return -1;
    if (w->moment_row == wizard_at(w)->focus && w->moment >= 0)
        return w->moment;
    minutes start = row_start(w, row);
    return start < 0 ? -1 : row->day * MINUTES_DAY + start;
}

void timetable_stand(struct wizard *w, size_t row, minutes moment)
{
    wizard_focus(w, row);
    w->moment_row = wizard_at(w)->focus;
    w->moment = moment;
}

/* The row of a day that begins nearest to a time of day; the day's own where it has no lines, or
 * where no time is in hand. */
static size_t nearest(const struct wizard *w, int day, minutes want)
{
    size_t best = w->page.count;
    int distance = -1;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        if (row->day != day || !row_focusable(row))
            continue;
        int d = abs(row_start(w, row) - want);
        if ((row->act == ACT_DAY) != (want < 0))
            d += 10 * MINUTES_DAY;
        if (distance < 0 || d < distance) {
            best = i;
            distance = d;
        }
    }
    return best;
}

/* Up and down keep to the time that they began from, also over empty days. */
static bool to_day(struct wizard *w, int step)
{
    int day = row_in_hand(w)->day + step;
    minutes moment = timetable_moment(w);
    minutes want = moment < 0 ? -1 : moment % MINUTES_DAY;
    if (day < 0)
        return true;
    size_t row = nearest(w, day, want);
    if (row == w->page.count)
        return false;
    timetable_stand(w, row, want < 0 || day > 6 ? -1 : day * MINUTES_DAY + want);
    return true;
}

static void to_entry(struct wizard *w, int step)
{
    size_t next = wizard_at(w)->focus + (size_t)step;
    if (next < w->page.count && w->page.rows[next].day == row_in_hand(w)->day)
        wizard_focus(w, next);
}

/* The first line of the day, or its last; the day itself where it has none. */
static void to_edge(struct wizard *w, bool last)
{
    size_t found = wizard_at(w)->focus;
    int day = row_in_hand(w)->day;
    for (size_t i = w->page.count; i-- > 0;) {
        const struct row *row = &w->page.rows[i];
        if (row->day != day || row->act != ACT_LINE)
            continue;
        found = i;
        if (last)
            break;
    }
    wizard_focus(w, found);
}

bool timetable_walk(struct wizard *w, enum command cmd)
{
    const struct row *row = row_in_hand(w);
    if (!timetable_is_grid(w) || !row || row->day < 0 || row->day > 6)
        return false;
    switch ((int)cmd) {
    case CMD_UP:
        return to_day(w, -1);
    case CMD_DOWN:
        return to_day(w, 1);
    case CMD_LEFT:
        to_entry(w, -1);
        return true;
    case CMD_RIGHT:
        to_entry(w, 1);
        return true;
    case CMD_HOME:
    case CMD_TEXT_START:
        to_edge(w, false);
        return true;
    case CMD_END:
    case CMD_TEXT_END:
        to_edge(w, true);
        return true;
    default:
        return false;
    }
}

void timetable_show(struct wizard *w, const char *item, int day)
{
    size_t found = w->page.count;
    int best = INT_MAX;
    wizard_rebuild(w);
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        if (row->act != ACT_LINE || strcmp(row->item, item) != 0 || abs(row->day - day) >= best)
            continue;
        found = i;
        best = abs(row->day - day);
    }
    wizard_focus(w, found);
}
