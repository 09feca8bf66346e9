/* The payments of a plan year in words. */
#include "supportplan/arrivals.h"

#include "supportplan/charge.h"
#include "supportplan/phrases.h"

static const char *how_often(enum paid every)
{
    static const char *const words[] = {
        [PAID_4WEEKS] = N_("every 4 weeks"), [PAID_MONTH] = N_("every month"),
        [PAID_WEEK] = N_("every week"),      [PAID_2WEEKS] = N_("every 2 weeks"),
        [PAID_YEAR] = N_("once a year"),
    };
    return _(words[every]);
}

static void say_count(struct telling *s, const struct payments *all)
{
    struct text t = {0};

    text_addf(&t,
              ngettext("%zu payment comes in the year, %s.", "%zu payments come in the year, %s.",
                       (unsigned long)all->count),
              all->count, how_often(all->every));
    notices_keep(s, &t);
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

static void say_payment(struct telling *s, const struct payments *all, const struct payment *p)
{
    struct text t = {0};

    date_words(&t, p->day, false);
    text_addf(&t, _(", for %d days: "), p->days);
    add_amount(all, p, &t);
    text_addf(&t, _(" The plan spends %s in that time."), amount_shown(p->planned).s);
    notices_keep(s, &t);
}

/* Twelve payments of four weeks' worth leave a four-weekly charge a payment short each year. */
static void say_standing_order(struct telling *s, const struct payments *all)
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
    notices_keep(s, &t);
}

/* What a letter says of one payment. */

/* "That is right: 642.86 less my part, 85.71, is 557.15." */
static void add_verdict(const struct payments *all, const struct payment_told *told,
                        struct text *out)
{
    pence off = told->difference;

    if (off == 0)
        text_add(out, _(" That is right: "));
    else if (told->otherwise)
        text_add(out, _(" The plan comes to another sum: "));
    else
        text_addf(out, off < 0 ? _(" That is %s too low: ") : _(" That is %s too high: "),
                  amount_shown(off < 0 ? -off : off).s);
    add_amount(all, &told->payment, out);
}

/* The letter may count a year in the other way: then it is right, or off by another sum. */
static void add_other_way(const struct budget *budget, const struct payment_told *told,
                          struct text *out)
{
    bool by_days = budget->basis == BASIS_52;

    if (told->difference == 0)
        return;
    if (told->otherwise)
        text_add(out, by_days ? _(" The letter is right if it counts days, not 52 weeks.")
                              : _(" The letter is right if it counts 52 weeks, not days."));
    else if (told->other.arrives != told->payment.arrives)
        text_addf(out,
                  by_days ? _(" Counted by days, not 52 weeks, it is %s.")
                          : _(" Counted by 52 weeks, not days, it is %s."),
                  amount_shown(told->other.arrives).s);
    text_add(out, _(" Ask who wrote the letter."));
}

enum status arrivals_say_letter(const struct plan *plan, const struct budget *budget,
                                struct notices *out)
{
    struct telling s = {.out = out};
    struct payments all = payments_of(plan, budget);
    struct payment_told told = payments_told(plan, budget, &all);
    struct text t = {0};

    if (!told.told || all.missing != FIELD_NONE)
        return ST_OK;
    text_addf(&t, _("A letter says that %s comes"), amount_shown(told.says).s);
    if (told.known) {
        text_add(&t, _(" on "));
        date_words(&t, told.payment.day, false);
        text_add(&t, ".");
        add_verdict(&all, &told, &t);
        add_other_way(budget, &told, &t);
    } else {
        text_add(&t, _(". It is not known yet whether that is right."));
    }
    notices_keep(&s, &t);
    return s.st;
}

void arrivals_short(const struct plan *plan, const struct budget *budget, struct text *out)
{
    struct payments all = payments_of(plan, budget);
    struct payment_told told = payments_told(plan, budget, &all);
    pence off = told.difference;

    if (told.otherwise)
        text_add(out, _("a letter counts a year otherwise"));
    else if (told.known && off != 0)
        text_addf(out, off < 0 ? _("a letter is %s too low") : _("a letter is %s too high"),
                  amount_shown(off < 0 ? -off : off).s);
}

/* The year. */

enum status arrivals_say(const struct plan *plan, const struct budget *budget, struct notices *out)
{
    struct telling s = {.out = out};
    struct payments all = payments_of(plan, budget);

    if (all.missing != FIELD_NONE)
        return ST_OK;
    say_count(&s, &all);
    for (size_t i = 0; i < all.count; i++)
        say_payment(&s, &all, &all.list[i]);
    say_standing_order(&s, &all);
    return s.st;
}

/* A year has a day or two more than 52 weeks, so now and then one payment more comes in it. */
static void say_rhythm(struct telling *s, const struct payments *all)
{
    static const struct {
        size_t usual;
        const char *more;
    } every[] = {
        [PAID_4WEEKS] = {13, N_("Most years have 13 payments. This one has 14.")},
        [PAID_MONTH] = {12, ""},
        [PAID_WEEK] = {52, N_("Most years have 52 payments. This one has 53.")},
        [PAID_2WEEKS] = {26, N_("Most years have 26 payments. This one has 27.")},
        [PAID_YEAR] = {1, ""},
    };
    struct text t = {0};

    if (all->count > every[all->every].usual && *every[all->every].more)
        text_add(&t, _(every[all->every].more));
    else if (all->every == PAID_4WEEKS)
        text_add(&t,
                 _("Every 4 weeks is not every month: 13 payments come in most years, not 12."));
    if (t.len > 0)
        notices_keep(s, &t);
}

/* Nobody is charged more than the support of that time costs: see charge. */
static void say_charge(struct telling *s, const struct plan *plan, const struct budget *budget)
{
    struct text t = {0};
    struct charge charge = charge_count(plan, budget);

    if (!budget->split_known || budget->contribution.year == 0)
        return;
    if (!charge.told)
        text_add(&t, _("Ask whether your part is charged each week or every 4 weeks."));
    else if (charge.charged == CHARGED_WEEK)
        text_add(&t, _("Your part is charged week by week."));
    else
        text_add(&t, _("Your part is charged four weeks at a time."));
    text_add(&t, _(" It is never more than the support of that time costs."));
    if (charge.told && charge.known)
        text_addf(&t, _(" In 52 weeks that is %s."), amount_shown(charge.year).s);
    notices_keep(s, &t);
}

enum status arrivals_say_notes(const struct plan *plan, const struct budget *budget,
                               struct notices *out)
{
    struct telling s = {.out = out};
    struct payments all = payments_of(plan, budget);

    if (all.missing != FIELD_NONE)
        return ST_OK;
    say_rhythm(&s, &all);
    say_charge(&s, plan, budget);
    return s.st;
}
