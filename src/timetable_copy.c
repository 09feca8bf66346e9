/*
 * Copying a day of the week to others.
 */
#include <stdio.h>
#include <stdlib.h>

#include "supportplan/entry.h"
#include "supportplan/places.h"
#include "timetable.h"

/* A line that is alike in everything but its days: copying adds days to it rather than a second
 * line. */
static void copy_line_to_days(struct wizard *w, const char *item, weekdays to)
{
    char s[32];
    weekdays has = 1;
    plan_days(w->plan, F_TIME_DAYS, item, &has);
    if (plan_known(w->plan, F_TIME_DAYS, item) == NOT_SURE)
        return;
    wizard_set(w, F_TIME_DAYS, item, days_print((weekdays)(has | to), s));
}

static void add_day_names(struct text *t, weekdays days)
{
    struct text names = {0};
    days_words(&names, days);
    text_add(t, text_str(&names));
    text_free(&names);
}

static int first_day(weekdays days)
{
    int day = 0;
    while (day < 6 && !(days & (1u << day)))
        day++;
    return day;
}

static void copy_day(struct wizard *w, int day, weekdays to)
{
    struct slot *slots = NULL;
    size_t n = timetable_day(w, day, &slots);
    struct text t = {0};
    add_day_names(&t, to);
    wizard_begin(w, _("copy %s to %s"), day_name(day), text_str(&t));
    char item[NAME_MAX_LEN + 1] = "";
    for (size_t i = n; i-- > 0;) {
        snprintf(item, sizeof item, "%s", plan_item(w->plan, SEC_TIME, slots[i].line));
        copy_line_to_days(w, item, to);
    }
    wizard_end(w);
    if (n > 0)
        timetable_show(w, item, first_day(to));
    if (n > 0)
        wizard_say(w,
                   ngettext("Copied %zu line of %s to %s. Undo takes it back.",
                            "Copied %zu lines of %s to %s. Undo takes them back.", n),
                   n, day_name(day), text_str(&t));
    else
        wizard_say(w, _("%s has no lines to copy."), day_name(day));
    text_free(&t);
    free(slots);
}

void timetable_copy(struct wizard *w, const char *arg)
{
    weekdays from, to;
    if (entry_copy_parse(arg, &from, &to) == ST_OK) {
        int day = 0;
        while (!(from & (1u << day)))
            day++;
        copy_day(w, day, to);
        return;
    }
    if (*arg || timetable_day_in_hand(w) < 0) {
        wizard_trouble(w, "%s", _("Say which day to which, for example: copy mon to tue-fri."));
        return;
    }
    struct place p = place_of(PLACE_COPY);
    p.number = (size_t)timetable_day_in_hand(w);
    wizard_go(w, p);
}

/* The page that asks for the days */

static void copy_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    struct slot *slots = NULL;
    size_t n = timetable_day(w, (int)here->number, &slots);
    text_addf(
        &t, ngettext("Copy %s (%zu line) to which days?", "Copy %s (%zu lines) to which days?", n),
        day_name((int)here->number), n);
    page_say(page, &page->title, _("Copy a day"));
    page_say(page, &page->prompt, _("To which days? "));
    page_say(page, &page->hint, _("Enter copy   Esc back"));
    page_add(page, ROW_HEADING, text_str(&t));
    page_words(page, _("For example: tue-fri, weekdays, or every day."));
    page_add(page, ROW_EDIT, _("To"));
    text_free(&t);
    free(slots);
}

static bool copy_take(struct wizard *w, const char *text)
{
    weekdays days;
    if (!*text || days_parse(text, &days) == ST_OK)
        return true;
    wizard_trouble(w, _("\"%s\" is not days I know. Type for example tue-fri."), text);
    return false;
}

static void copy_next(struct wizard *w)
{
    weekdays days;
    int day = (int)wizard_at(w)->number;
    if (w->edit.text.len > 0 && days_parse(text_str(&w->edit.text), &days) == ST_OK) {
        wizard_back(w);
        copy_day(w, day, days);
    } else {
        wizard_back(w);
    }
}

const struct place_type copy_place = {
    .build = copy_build,
    .take = copy_take,
    .next = copy_next,
    .help = N_("Say the days, for example tue-fri."),
};
