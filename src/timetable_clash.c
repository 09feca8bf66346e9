/*
 * Lines at the same time, and times when nobody is there.
 */
#include <stdlib.h>

#include "supportplan/phrases.h"
#include "timetable.h"

static void add_moment(struct text *t, minutes m)
{
    char s[8];
    text_addf(t, "%s %s", day_name((m / MINUTES_DAY) % 7), clock_print(m % MINUTES_DAY, s));
}

static void add_stretch(struct text *t, minutes from, minutes until)
{
    add_moment(t, from);
    text_add(t, _(" to "));
    if (until - from < MINUTES_DAY && until / MINUTES_DAY == from / MINUTES_DAY) {
        char s[8];
        text_add(t, clock_print(until % MINUTES_DAY, s));
    } else {
        add_moment(t, until);
    }
}

/* Which of count things that begin at from(i) is next: after the one that was told last, or from
 * the moment in hand on; then round. */
static size_t next_of(struct wizard *w, const minutes *from, size_t count)
{
    struct place *here = wizard_here(w);
    minutes moment = timetable_moment(w);
    size_t last = here->number, i = 0;
    if (last > 0 && last <= count && from[last - 1] == moment)
        i = last % count;
    else
        while (i < count && from[i] < moment)
            i++;
    i %= count;
    here->number = i + 1;
    return i;
}

/* Overlaps */

static void tell_overlap(const struct wizard *w, const struct week_overlap *o, struct text *t)
{
    struct text a = {0}, b = {0};
    phrase_item(w->plan, w->form, SEC_TIME, plan_item(w->plan, SEC_TIME, o->a), &a);
    phrase_item(w->plan, w->form, SEC_TIME, plan_item(w->plan, SEC_TIME, o->b), &b);
    add_stretch(t, o->from, o->until);
    text_addf(t, _(": \"%s\" and \"%s\"."), text_str(&a), text_str(&b));
    if (o->same_person)
        text_add(t, _(" One person is in two places."));
    text_free(&a);
    text_free(&b);
}

/* The row of the line whose beginning makes the overlap: the later one in the plan where both do.
 */
static size_t row_of_overlap(const struct wizard *w, const struct week_overlap *o)
{
    size_t found = w->page.count;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        if (row->act != ACT_LINE || (row->number != o->a && row->number != o->b))
            continue;
        minutes start = week_line(w->plan, row->number).start;
        if (row->day * MINUTES_DAY + start == o->from &&
            (found == w->page.count || row->number == o->b))
            found = i;
    }
    return found;
}

static void show_overlap(struct wizard *w, const struct week_overlap *list, size_t count,
                         struct text *t)
{
    minutes *from = calloc(count, sizeof *from);
    if (!from)
        return;
    for (size_t i = 0; i < count; i++)
        from[i] = list[i].from;
    size_t next = next_of(w, from, count);
    text_addf(t, _("Overlap %zu of %zu. "), next + 1, count);
    tell_overlap(w, &list[next], t);
    timetable_stand(w, row_of_overlap(w, &list[next]), list[next].from);
    free(from);
}

void timetable_overlaps(struct wizard *w)
{
    struct week_overlap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_overlaps(w->plan, timetable_pattern(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        text_add(&t, _("No two lines are at the same time."));
    else if (!timetable_is_plain(w))
        show_overlap(w, list, count, &t);
    for (size_t i = 0; timetable_is_plain(w) && i < count; i++) {
        text_add(&t, i ? "\n" : "");
        tell_overlap(w, &list[i], &t);
    }
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}

/* Gaps */

/* What the plan says of being left alone, in the words of the form. */
static void add_alone(const struct wizard *w, struct text *t)
{
    if (plan_known(w->plan, F_ABOUT_ALONE, "") != KNOWN)
        return;
    text_add(t, " ");
    phrase_value(w->plan, w->form, F_ABOUT_ALONE, "", t);
    text_add(t, ".");
}

static void tell_gap(const struct week_gap *gap, struct text *t)
{
    text_add(t, _("Nobody is there "));
    add_stretch(t, gap->from, gap->until);
    text_add(t, ", ");
    minutes_words(t, gap->until - gap->from);
    text_add(t, ".");
}

/* The focus goes to the day that the gap begins on: "a" adds a line there. */
static void show_gap(struct wizard *w, const struct week_gap *list, size_t count, struct text *t)
{
    size_t row = 0;
    minutes *from = calloc(count, sizeof *from);
    if (!from)
        return;
    for (size_t i = 0; i < count; i++)
        from[i] = list[i].from;
    size_t next = next_of(w, from, count);
    text_addf(t, _("Gap %zu of %zu. "), next + 1, count);
    tell_gap(&list[next], t);
    add_alone(w, t);
    while (row < w->page.count && (w->page.rows[row].act != ACT_DAY ||
                                   w->page.rows[row].day != list[next].from / MINUTES_DAY))
        row++;
    timetable_stand(w, row, list[next].from);
    free(from);
}

static void tell_gaps(const struct wizard *w, const struct week_gap *list, size_t count,
                      struct text *t)
{
    int64_t all = 0;
    for (size_t i = 0; i < count; i++) {
        tell_gap(&list[i], t);
        text_add(t, "\n");
        all += list[i].until - list[i].from;
    }
    minutes_words(t, all);
    text_add(t, _(" in all."));
    add_alone(w, t);
}

static void tell_no_gap(const struct wizard *w, struct text *t)
{
    struct week_time time;
    bool full =
        week_count(w->plan, timetable_pattern(w), &time) == ST_OK && time.cover == MINUTES_WEEK;
    text_add(t, full ? _("Somebody is there all week.")
                     : _("No line says yet who is there at which time."));
}

void timetable_gaps(struct wizard *w)
{
    struct week_gap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_gaps(w->plan, timetable_pattern(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        tell_no_gap(w, &t);
    else if (timetable_is_plain(w))
        tell_gaps(w, list, count, &t);
    else
        show_gap(w, list, count, &t);
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}
