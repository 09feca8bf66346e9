/*
 * The week's page: the timetable as a list that a screen may also draw as a grid.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "supportplan/steps.h"
#include "timetable.h"

/* Making it */

static void day_row(const struct wizard *w, int day, size_t lines, struct page *page)
{
    struct text t = {0};
    if (lines == 0) {
        text_add(&t, _("nothing"));
    } else {
        struct week_time time = week_day(w->plan, timetable_pattern(w), day);
        text_addf(&t, ngettext("%zu line", "%zu lines", lines), lines);
        if (time.paid > 0) {
            text_add(&t, ", ");
            minutes_words(&t, time.paid);
            text_add(&t, _(" paid"));
        }
        if (time.unpaid > 0) {
            text_add(&t, ", ");
            minutes_words(&t, time.unpaid);
            text_add(&t, _(" unpaid"));
        }
    }
    struct row *row = page_add(page, w->mode == MODE_PLAIN ? ROW_HEADING : ROW_ITEM, day_name(day));
    row->act = ACT_DAY;
    row->day = day;
    row->number = (size_t)day;
    page_row_say(page, &row->state, text_str(&t));
    text_free(&t);
}

static bool overlaps(const struct week_overlap *list, size_t count, size_t line, int day)
{
    for (size_t i = 0; i < count; i++)
        if ((list[i].a == line || list[i].b == line) && list[i].from < (day + 1) * MINUTES_DAY &&
            list[i].until > day * MINUTES_DAY)
            return true;
    return false;
}

static void day_rows(const struct wizard *w, int day, struct page *page)
{
    struct slot *slots = NULL;
    struct week_overlap *over = NULL;
    size_t n = timetable_day(w, day, &slots), over_count = 0;
    week_overlaps(w->plan, timetable_pattern(w), &over, &over_count);
    if (day < 7)
        day_row(w, day, n, page);
    else if (n > 0)
        page_add(page, ROW_HEADING, _("Days or times vary"));
    for (size_t i = 0; i < n; i++) {
        const char *item = plan_item(w->plan, SEC_TIME, slots[i].line);
        struct text t = {0};
        sentence_line_short(w->plan, item, &t);
        struct row *row = page_item(page, text_str(&t), ACT_LINE);
        row->day = day;
        row->indent = 1;
        row->number = slots[i].line;
        snprintf(row->item, sizeof row->item, "%s", item);
        if (day < 7 && overlaps(over, over_count, slots[i].line, day))
            page_row_say(page, &row->state, _("overlap"));
        text_free(&t);
    }
    free(over);
    free(slots);
}

static void week_title(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    const char *pattern = timetable_pattern(w);
    const char *name = plan_get(w->plan, F_WEEK_NAME, pattern);
    text_add(&t, _("My week"));
    if (week_pattern_count(w->plan) > 1 || name)
        text_addf(&t, ": %s", name ? name : pattern);
    int64_t weeks;
    if (plan_number(w->plan, F_WEEK_WEEKS, pattern, &weeks) == KNOWN)
        text_addf(&t, _(", %lld of 52 weeks"), (long long)weeks);
    page_say(page, &page->title, text_str(&t));
    text_free(&t);
}

static void week_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    week_title(w, page);
    page_say(page, &page->prompt, _("Number, add, copy, delete, or help? "));
    page_say(page, &page->hint,
             _("Enter open   a add   c copy day   d delete   v move   u undo   l list or grid   "
               "o overlap   g gap   w other week   n done   F1 help   Esc back"));
    for (int day = 0; day < 8; day++)
        day_rows(w, day, page);
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Add a line"), ACT_ADD)->word, "add");
    page_row_say(page, &page_item(page, _("Add a line, question by question"), ACT_ASK)->word,
                 "ask");
    if (week_pattern_count(w->plan) > 1)
        page_row_say(page, &page_item(page, _("Show another week"), ACT_OTHER)->word, "other");
    page_row_say(page, &page_item(page, _("More about the week"), ACT_MORE)->word, "more");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
}

/* Moving about the grid */

static minutes row_start(const struct wizard *w, const struct row *row)
{
    return row->act == ACT_LINE ? week_line(w->plan, row->number).start : -1;
}

/* The row of another day whose time is nearest to the one in hand. */
static bool to_day(struct wizard *w, int step)
{
    const struct row *row = &w->page.rows[wizard_at(w)->focus];
    int day = row->day + step;
    if (row->day < 0 || row->day > 6 || day < 0 || day > 6)
        return false;
    minutes want = row_start(w, row);
    size_t best = w->page.count;
    int distance = -1;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *r = &w->page.rows[i];
        if (r->day != day || !row_focusable(r))
            continue;
        int d = abs(row_start(w, r) - want);
        if ((r->act == ACT_DAY) != (row->act == ACT_DAY))
            d += 10 * MINUTES_DAY;
        if (best == w->page.count || d < distance) {
            best = i;
            distance = d;
        }
    }
    wizard_focus(w, best);
    return best < w->page.count;
}

static bool grid_move(struct wizard *w, enum command cmd)
{
    struct place *here = wizard_here(w);
    if (w->week_list || w->mode == MODE_PLAIN || here->focus >= w->page.count)
        return false;
    const struct row *row = &w->page.rows[here->focus];
    if (row->day < 0 || row->day > 6)
        return false;
    if (cmd == CMD_UP || cmd == CMD_DOWN)
        return to_day(w, cmd == CMD_UP ? -1 : 1);
    size_t next = here->focus + (cmd == CMD_RIGHT ? 1 : (size_t)-1);
    if ((cmd == CMD_LEFT || cmd == CMD_RIGHT) && next < w->page.count &&
        w->page.rows[next].day == row->day)
        wizard_focus(w, next);
    return cmd == CMD_LEFT || cmd == CMD_RIGHT;
}

/* The page's commands */

static void say_total(struct wizard *w)
{
    struct text t = {0};
    int day = timetable_day_in_hand(w);
    if (day >= 0 && w->mode != MODE_PLAIN) {
        struct week_time time = week_day(w->plan, timetable_pattern(w), day);
        text_addf(&t, "%s: ", day_name(day));
        minutes_words(&t, time.paid);
        text_add(&t, _(" paid, "));
        minutes_words(&t, time.unpaid);
        text_add(&t, _(" unpaid. "));
    }
    sentence_total(w->plan, &w->budget, timetable_pattern(w), &t);
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
}

static void other_week(struct wizard *w)
{
    size_t count = week_pattern_count(w->plan), i = 0;
    while (i < count && strcmp(week_pattern(w->plan, i), timetable_pattern(w)) != 0)
        i++;
    if (count < 2) {
        wizard_say(w, "%s", _("There is one kind of week only."));
        return;
    }
    snprintf(w->pattern, sizeof w->pattern, "%s", week_pattern(w->plan, (i + 1) % count));
    const char *name = plan_get(w->plan, F_WEEK_NAME, w->pattern);
    wizard_say(w, _("This is the week \"%s\"."), name ? name : w->pattern);
}

static bool week_command(struct wizard *w, enum command cmd, const char *arg)
{
    switch ((int)cmd) {
    case CMD_ADD:
        timetable_add(w, arg);
        return true;
    case CMD_DELETE:
        timetable_delete(w, arg);
        return true;
    case CMD_COPY:
        timetable_copy(w, arg);
        return true;
    case CMD_MOVE:
        timetable_move(w, arg);
        return true;
    case CMD_LONGER:
        timetable_stretch(w, arg, 15);
        return true;
    case CMD_SHORTER:
        timetable_stretch(w, arg, -15);
        return true;
    case CMD_LIST:
        w->week_list = !w->week_list;
        return true;
    case CMD_OVERLAP:
        timetable_overlaps(w);
        return true;
    case CMD_GAP:
        timetable_gaps(w);
        return true;
    case CMD_OTHER_WEEK:
        other_week(w);
        return true;
    case CMD_TOTAL:
        say_total(w);
        return true;
    default:
        return grid_move(w, cmd) || steps_command(w, cmd, arg);
    }
}

static void week_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_RECORD);
    switch ((enum timetable_act)row->act) {
    case ACT_DAY:
    case ACT_ADD:
        wizard_go(w, place_of(PLACE_ADD_LINE));
        if (row->act == ACT_DAY)
            w->edit.changed = false;
        break;
    case ACT_LINE:
        p.table = SEC_TIME;
        snprintf(p.item, sizeof p.item, "%s", row->item);
        wizard_go(w, p);
        break;
    case ACT_ASK:
        timetable_ask(w);
        break;
    case ACT_OTHER:
        other_week(w);
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    case ACT_NEXT:
        steps_next(w);
        break;
    }
}

const struct place_type week_page = {
    .build = week_build,
    .open = week_open,
    .next = steps_next,
    .command = week_command,
    .help = N_("Each line is one time of support. Add one in your own words, for example "
               "mon-fri 9-12 personal care, Sam. Copy a day to other days. Everything can "
               "be undone."),
};
