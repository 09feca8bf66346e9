/* The plan year in words. */
#include "supportplan/almanac.h"

#include <string.h>

#include "supportplan/phrases.h"

/* ": 12.00 more." Nothing where it comes to nothing. */
static void add_more(struct text *out, pence more)
{
    if (more > 0)
        text_addf(out, _(": %s more"), amount_shown(more).s);
    else if (more < 0)
        text_addf(out, _(": %s less"), amount_shown(-more).s);
    text_add(out, ".");
}

static void say_part(struct telling *s, const struct difference_part *part)
{
    struct text t = {0};

    switch (part->cause) {
    case CAUSE_DAY:
        text_add(&t, _("One day more than 52 weeks, "));
        date_words(&t, part->day, true);
        break;
    case CAUSE_HOLIDAY:
        text_addf(&t, "%s, ", _(part->name));
        date_words(&t, part->day, true);
        text_add(&t, part->substitute ? _(", the day in its place") : "");
        break;
    case CAUSE_CLOCKS:
        text_add(&t,
                 part->longer > 0 ? _("The clocks go back on ") : _("The clocks go forward on "));
        date_words(&t, part->day, true);
        break;
    case CAUSE_NIGHTS:
        text_add(&t, _("Hours after midnight, at the next day's price"));
        break;
    case CAUSE_ROUNDING:
        text_add(&t, _("Each part is rounded to a penny"));
        break;
    }
    add_more(&t, part->more);
    notices_keep(s, &t);
}

/* "Support comes to 26,100.00 in the year; 52 ordinary weeks come to 26,000.00." */
static void say_sums(struct telling *s, const struct budget *budget, const struct difference *d)
{
    struct text t = {0};
    pence more = budget->support.year - d->on_52;

    text_addf(&t, _("Support comes to %s in the year. 52 ordinary weeks come to %s."),
              amount_shown(budget->support.year).s, amount_shown(d->on_52).s);
    if (more != 0)
        text_addf(&t, more > 0 ? _(" That is %s more.") : _(" That is %s less."),
                  amount_shown(more < 0 ? -more : more).s);
    notices_keep(s, &t);
}

static void say_without(struct telling *s, const struct budget *budget)
{
    int without = year_days_without(&budget->year);
    struct text t = {0};

    if (without == 0)
        return;
    text_addf(&t,
              ngettext("%d day has no kind of week.", "%d days have no kind of week.",
                       (unsigned long)without),
              without);
    text_add(&t, _(" Only what happens every week is counted then."));
    notices_keep(s, &t);
}

enum status almanac_say(const struct plan *plan, const struct budget *budget, struct notices *out)
{
    struct telling s = {.out = out};
    struct difference d;

    if (budget->basis != BASIS_DATED)
        return ST_OK;
    enum status st = difference_make(plan, budget, &d);
    if (st)
        return st;
    say_sums(&s, budget, &d);
    for (size_t i = 0; i < d.count; i++)
        say_part(&s, &d.parts[i]);
    say_without(&s, budget);
    difference_free(&d);
    return s.st;
}
