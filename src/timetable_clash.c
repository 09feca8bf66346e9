/*
 * Lines at the same time, and times when nobody is there.
 */
#include <stdlib.h>

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

static void tell_overlap(const struct wizard *w, const struct week_overlap *o, struct text *t)
{
    add_stretch(t, o->from, o->until);
    const char *a = plan_item(w->plan, SEC_TIME, o->a), *b = plan_item(w->plan, SEC_TIME, o->b);
    text_addf(t, _(": %s and %s."), plan_str(w->plan, F_TIME_WHAT, a),
              plan_str(w->plan, F_TIME_WHAT, b));
    if (o->same_person)
        text_add(t, _(" One person is in two places."));
}

/* The first one after the moment in hand, then round; on a screen the focus goes there too. */
void timetable_overlaps(struct wizard *w)
{
    struct week_overlap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_overlaps(w->plan, timetable_pattern(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        text_add(&t, _("No two lines are at the same time."));
    if (w->mode == MODE_PLAIN) {
        for (size_t i = 0; i < count; i++) {
            text_add(&t, i ? "\n" : "");
            tell_overlap(w, &list[i], &t);
        }
    } else if (count > 0) {
        struct place *here = wizard_here(w);
        size_t i = here->number++ % count;
        text_addf(&t, _("Overlap %zu of %zu. "), i + 1, count);
        tell_overlap(w, &list[i], &t);
        for (size_t r = 0; r < w->page.count; r++)
            if (w->page.rows[r].act == ACT_LINE && w->page.rows[r].number == list[i].b &&
                w->page.rows[r].day == list[i].from / MINUTES_DAY % 7)
                wizard_focus(w, r);
    }
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}

void timetable_gaps(struct wizard *w)
{
    struct week_gap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_gaps(w->plan, timetable_pattern(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        text_add(&t, _("There is no time of the week to list."));
    size_t shown = w->mode == MODE_PLAIN ? count : count > 0;
    size_t first = w->mode == MODE_PLAIN || count == 0 ? 0 : wizard_here(w)->number++ % count;
    for (size_t i = 0; i < shown; i++) {
        const struct week_gap *g = &list[first + i];
        text_add(&t, i ? "\n" : "");
        if (w->mode != MODE_PLAIN)
            text_addf(&t, _("Gap %zu of %zu. "), first + 1, count);
        text_add(&t, _("Nobody is there "));
        add_stretch(&t, g->from, g->until);
        text_add(&t, ".");
    }
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}
