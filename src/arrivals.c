/* The payments of a plan year in words. */
#include "supportplan/arrivals.h"

#include "supportplan/phrases.h"

/* What is being said. */
struct saying {
    struct notices *out;
    enum status st;
};

/* Takes what a sentence holds. */
static void say(struct saying *s, struct text *sentence)
{
    if (s->st)
        text_free(sentence);
    else
        s->st = notices_take(s->out, sentence);
}

static const char *how_often(enum paid every)
{
    static const char *const words[] = {
        [PAID_4WEEKS] = N_("every 4 weeks"), [PAID_MONTH] = N_("every month"),
        [PAID_WEEK] = N_("every week"),      [PAID_2WEEKS] = N_("every 2 weeks"),
        [PAID_YEAR] = N_("once a year"),
    };
    return _(words[every]);
}

static void say_count(struct saying *s, const struct payments *all)
{
    struct text t = {0};

    text_addf(&t,
              ngettext("%zu payment comes in the year, %s.", "%zu payments come in the year, %s.",
                       (unsigned long)all->count),
              all->count, how_often(all->every));
    say(s, &t);
}

/* "1,240.00 less my part, 185.40, is 1,054.60." */
static void add_amount(const struct payments *all, const struct payment *p, struct text *out)
{
    if (all->net && !all->contribution_known)
        text_addf(out, _("%s less my part, which is not known yet."), amount_shown(p->gross).s);
    else if (all->net && p->contribution > 0)
        text_addf(out, _("%s less my part, %s, is %s."), amount_shown(p->gross).s,
                  amount_shown(p->contribution).s, amount_shown(p->arrives).s);
    else
        text_addf(out, _("%s comes."), amount_shown(p->arrives).s);
    if (!all->net && p->contribution > 0)
        text_addf(out, _(" The bill for my part is %s."), amount_shown(p->contribution).s);
}

static void say_payment(struct saying *s, const struct payments *all, const struct payment *p)
{
    struct text t = {0};

    date_words(&t, p->day, false);
    text_addf(&t, _(", for %d days: "), p->days);
    add_amount(all, p, &t);
    text_addf(&t, _(" The plan spends %s in that time."), amount_shown(p->planned).s);
    say(s, &t);
}

/* Twelve payments of four weeks' worth leave a four-weekly charge a payment short each year. */
static void say_standing_order(struct saying *s, const struct payments *all)
{
    struct text t = {0};

    if (all->every != PAID_4WEEKS || !all->contribution_known || all->count == 0)
        return;
    pence four_weeks = all->list[0].contribution;
    if (four_weeks == 0)
        return;
    text_addf(&t,
              _("Four weeks are not a month. A standing order each month must be %s, not %s. "
                "Else my part is %s short in a year."),
              amount_shown(payments_a_month(four_weeks)).s, amount_shown(four_weeks).s,
              amount_shown(four_weeks).s);
    say(s, &t);
}

enum status arrivals_say(const struct plan *plan, const struct budget *budget, struct notices *out)
{
    struct saying s = {.out = out};
    struct payments all = payments_of(plan, budget);

    if (all.missing != FIELD_NONE)
        return ST_OK;
    say_count(&s, &all);
    for (size_t i = 0; i < all.count; i++)
        say_payment(&s, &all, &all.list[i]);
    say_standing_order(&s, &all);
    return s.st;
}
