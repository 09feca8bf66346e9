/* Changes in words. */
#include "supportplan/counsel.h"

#include "supportplan/lines.h"

static void add_supporter(const struct plan *plan, const struct form *form, const struct advice *a,
                          struct text *out)
{
    text_add(out, _(" a week with "));
    phrase_item(plan, form, SEC_SUPPORTER, a->item, out);
}

/* "2 more visits a week with Sunrise Care" */
static void add_visits(const struct plan *plan, const struct form *form, const struct advice *a,
                       struct text *out)
{
    unsigned long n = (unsigned long)a->times;
    int unit = UNIT_VISIT;
    plan_word(plan, F_RATE_UNIT, a->other, &unit);
    if (unit == UNIT_NIGHT)
        text_addf(out, ngettext("%lu more night", "%lu more nights", n), n);
    else if (unit == UNIT_DAY)
        text_addf(out, ngettext("%lu more day", "%lu more days", n), n);
    else if (unit == UNIT_SESSION)
        text_addf(out, ngettext("%lu more session", "%lu more sessions", n), n);
    else
        text_addf(out, ngettext("%lu more visit", "%lu more visits", n), n);
    add_supporter(plan, form, a, out);
}

static void add_name(const struct plan *plan, const struct form *form, const struct advice *a,
                     struct text *out)
{
    if (a->section == SEC_TIME) {
        struct week_line line = line_read(plan, a->item);
        line_what(plan, form, &line, out);
    } else {
        phrase_item(plan, form, a->section, a->item, out);
    }
}

/* " on Saturday", where its other days stay. */
static void add_day(const struct plan *plan, const struct advice *a, struct text *out)
{
    struct week_line line = line_read(plan, a->item);
    if (a->day != ADVICE_ALL_DAYS)
        text_addf(out, _(" on %s"), day_name(a->day));
    else if (!line.varying && days_count(line.days) > 1)
        text_add(out, _(" on each of its days"));
}

static void add_shorter(const struct plan *plan, const struct form *form, const struct advice *a,
                        struct text *out)
{
    struct week_line line = line_read(plan, a->item);
    add_name(plan, form, a, out);
    text_add(out, ": ");
    minutes_words(out, a->length);
    text_add(out, line.varying ? _(" less a week") : _(" shorter"));
    add_day(plan, a, out);
}

static void add_aside(const struct plan *plan, const struct form *form, const struct advice *a,
                      struct text *out)
{
    pence now = 0;
    plan_money(plan, F_COST_PRICE, a->item, &now);
    add_name(plan, form, a, out);
    text_addf(out, _(": %s in place of %s"), amount_shown(a->price).s, amount_shown(now).s);
}

void counsel_words(const struct plan *plan, const struct form *form, const struct advice *a,
                   struct text *out)
{
    switch (a->kind) {
    case ADVICE_MORE:
        minutes_words(out, a->length);
        text_add(out, _(" more"));
        add_supporter(plan, form, a, out);
        break;
    case ADVICE_VISITS:
        add_visits(plan, form, a, out);
        break;
    case ADVICE_ASIDE:
        add_aside(plan, form, a, out);
        break;
    case ADVICE_OTHER:
        add_name(plan, form, a, out);
        text_add(out, _(": paid by "));
        phrase_item(plan, form, SEC_FUND, a->other, out);
        break;
    case ADVICE_SHORTER:
        add_shorter(plan, form, a, out);
        break;
    case ADVICE_OFF:
        add_name(plan, form, a, out);
        text_add(out, _(": left out"));
        add_day(plan, a, out);
        break;
    }
}

/* In a period in which what is left is not below nought by its own rounding. */
static enum every period_of(const struct budget *budget, const struct advice *a)
{
    return a->left.week >= 0 && a->change.week > 0 ? EVERY_WEEK : budget->every;
}

void counsel_sum(const struct budget *budget, const struct advice *a, struct text *out)
{
    enum every every = period_of(budget, a);
    if (every == EVERY_ONCE)
        every = EVERY_YEAR;
    bool more = a->kind == ADVICE_MORE || a->kind == ADVICE_VISITS;
    text_addf(out, more ? _("costs %s %s, %s left then") : _("saves %s %s, %s left then"),
              amount_shown(columns_in(&a->change, every)).s, phrase_every(every),
              amount_shown(columns_in(&a->left, every)).s);
}

/* The period in which the plan is over. */
static enum every over_period(const struct budget *budget)
{
    return budget->over_every == EVERY_ONCE ? EVERY_YEAR : budget->over_every;
}

void counsel_saving(const struct budget *budget, const struct advice *a, struct text *out)
{
    enum every every = over_period(budget);
    text_addf(out, _("saves %s %s"), amount_shown(columns_in(&a->change, every)).s,
              phrase_every(every));
}

void counsel_together(const struct budget *budget, const struct advices *all, struct text *out)
{
    enum every every = over_period(budget);
    pence saved = 0, left = columns_in(&all->list[all->count - 1].left, every);
    for (size_t i = 0; i < all->count; i++)
        saved += columns_in(&all->list[i].change, every);
    text_addf(out, _("Together they save %s %s, %s left then."), amount_shown(saved).s,
              phrase_every(every), amount_shown(left).s);
}

void counsel_caution(const struct plan *plan, const struct form *form, const struct advice *a,
                     struct text *out)
{
    if (a->care == CARE_NIGHT) {
        text_add(out, _("Nobody else is there at that time of the night."));
    } else if (a->care == CARE_NEED) {
        text_add(out, _("It is the only support for: "));
        phrase_item(plan, form, SEC_NEED, a->need, out);
        text_add(out, ".");
    }
}

void counsel_still_buys(const struct plan *plan, const struct form *form,
                        const struct budget *budget, const struct advices *all, struct text *out)
{
    if (budget->over || all->count == 0 || budget->left.week <= 0)
        return;
    text_addf(out, _("%s still buys "), amount_shown(budget->left.week).s);
    counsel_words(plan, form, &all->list[0], out);
    text_add(out, ".");
}
