/*
 * The rows of the week's page: every one of them can be understood alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/life.h"
#include "supportplan/phrases.h"
#include "supportplan/sentences.h"
#include "timetable.h"

/* On a braille line, what a line of a list names and its first states are within so many columns.
 */
#define READER_COLS 39 /* the last column of a window of 40 stays free */
/* In plain lines, what is left of a line behind its number. */
#define PLAIN_COLS 72

/* The head of a day: "Monday: 2 lines, 4 h 30 m, 34.68". */
static void day_row(const struct wizard *w, int day, size_t lines, struct page *page)
{
    struct text t = {0};
    if (lines == 0) {
        text_add(&t, _("nothing"));
    } else {
        struct week_time time = timetable_time(w, day);
        struct figure cost = budget_day(w->plan, &w->budget, timetable_pattern(w), day);
        text_addf(&t, ngettext("%zu line", "%zu lines", lines), lines);
        if (time.paid + time.unpaid > 0) {
            text_add(&t, ", ");
            minutes_words(&t, time.paid + time.unpaid);
        }
        if (!cost.known)
            text_add(&t, _(", not all priced"));
        else if (cost.p > 0)
            text_addf(&t, ", %s", amount_shown(cost.p).s);
    }
    struct row *row = page_add(page, timetable_is_plain(w) ? ROW_HEADING : ROW_ITEM, day_name(day));
    row->act = ACT_DAY;
    row->day = day;
    row->number = (size_t)day;
    page_say(page, &row->state, text_str(&t));
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

/* The columns for a line without its state: on a screen and in plain lines the state goes on below,
 * so that a name has all the room that there is. */
static int list_cols(const struct wizard *w)
{
    return timetable_is_plain(w) ? PLAIN_COLS : w->edit_cols;
}

/* "Mon 09:00-12:00 Personal care 3 h": the name is cut at a word's end where it is too long. */
static void line_row(const struct wizard *w, const struct slot *slot, int day, bool overlap,
                     struct page *page)
{
    const char *item = plan_item(w->plan, SEC_TIME, slot->line);
    struct week_line line = week_line(w->plan, slot->line);
    struct text t = {0}, state = {0};
    if (day < 7)
        text_addf(&t, "%s ", day_short(day));
    if (w->mode == MODE_READER) {
        timetable_spoken(w, &line, overlap, READER_COLS, &t, &state);
    } else {
        sentence_line_short(w->plan, item, list_cols(w) - (int)t.len, &t);
        timetable_state(w, &line, (struct told){overlap, true, WHO_WHOLE}, &state);
    }
    struct row *row = page_item(page, text_str(&t), ACT_LINE);
    row->day = day;
    row->number = slot->line;
    snprintf(row->item, sizeof row->item, "%s", item);
    page_say(page, &row->state, text_str(&state));
    text_free(&state);
    text_free(&t);
}

static void day_rows(const struct wizard *w, int day, struct page *page)
{
    struct slot *slots = NULL;
    struct week_overlap *over = NULL;
    size_t n = timetable_day(w, day, &slots), count = 0;
    if (week_overlaps(w->plan, timetable_pattern(w), &over, &count) != ST_OK)
        count = 0;
    if (day < 7)
        day_row(w, day, n, page);
    else if (n > 0)
        page_add(page, ROW_HEADING, _("Days or times vary"))->day = day;
    for (size_t i = 0; i < n; i++)
        line_row(w, &slots[i], day, day < 7 && overlaps(over, count, slots[i].line, day), page);
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

void timetable_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page->listed = ACT_LINE;
    week_title(w, page);
    page_say(page, &page->prompt, _("Number, add, copy, delete, or help? "));
    page_say(page, &page->hint,
             _("Enter open   a add   c copy day   d delete   v move   u undo   l list or grid   "
               "o overlap   g gap   w other week   n done   F1 help   Esc back"));
    for (int day = 0; day < 8; day++)
        day_rows(w, day, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Add a line"), ACT_ADD, "add");
    page_choice(page, _("Answer one question at a time"), ACT_ASK, "ask");
    if (life_has_prompts(w))
        page_choice(page, _("Begin from my life"), ACT_LIFE, "life");
    if (week_pattern_count(w->plan) > 1)
        page_choice(page, _("Show another week"), ACT_OTHER, "other");
    page_choice(page, _("Make another week like this one"), ACT_LIKE, "another");
    page_choice(page, _("More about the week"), ACT_MORE, "more");
    page_choice(page, _("Done"), ACT_NEXT, "done");
}
