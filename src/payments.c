/* What arrives when. */
#include "supportplan/payments.h"

#include <string.h>

#define DAYS_OF_52_WEEKS 364
#define MONTHS_A_YEAR 12

/* What the payments are made of: exact money of the year. */
struct source {
    const struct budget *budget;
    struct fraction gross, contribution, planned;
    bool gross_by_days, contribution_by_days; /* a month is as long as its days */
};

static date payment_day(enum paid every, date first, int number)
{
    static const int days[] = {
        [PAID_4WEEKS] = 28, [PAID_MONTH] = 0, [PAID_WEEK] = 7, [PAID_2WEEKS] = 14, [PAID_YEAR] = 0};

    if (every == PAID_MONTH || every == PAID_YEAR)
        return date_add_months(first, every == PAID_MONTH ? number : MONTHS_A_YEAR * number);
    return first + days[every] * number;
}

/* The part of a year's money that a payment has. */
static pence share(const struct source *s, enum paid every, struct fraction year, bool by_days,
                   int days)
{
    if (every == PAID_YEAR)
        return fraction_round(year);
    if (every == PAID_MONTH && !by_days)
        return fraction_round_times(year, 1, MONTHS_A_YEAR);
    int whole = s->budget->basis == BASIS_52 ? DAYS_OF_52_WEEKS : s->budget->year_days;
    return fraction_round_times(year, days, whole);
}

static struct payment pay(const struct source *s, const struct payments *all, date day, date next)
{
    struct payment p = {.day = day, .days = next - day};

    p.gross = share(s, all->every, s->gross, s->gross_by_days, p.days);
    p.contribution = share(s, all->every, s->contribution, s->contribution_by_days, p.days);
    if (p.contribution > p.gross)
        p.contribution = p.gross;
    p.arrives = all->net ? p.gross - p.contribution : p.gross;
    p.planned = share(s, all->every, s->planned, s->budget->basis != BASIS_52, p.days);
    return p;
}

/* Whether money is told for days, so that a long month has more of it. */
static bool is_by_days(const struct budget *budget, enum every every)
{
    return budget->basis != BASIS_52 && (every == EVERY_WEEK || every == EVERY_4WEEKS);
}

static struct source source_of(const struct plan *plan, const struct budget *budget, bool *known)
{
    struct source s = {.budget = budget};
    int every = EVERY_NONE;

    s.gross = budget_year_money(budget, budget->amount.p, budget->every);
    s.gross_by_days = is_by_days(budget, budget->every);
    *known = budget_contribution(plan, budget, &s.contribution);
    plan_word(plan, F_CONTRIBUTION_EVERY, "", &every);
    s.contribution_by_days = is_by_days(budget, (enum every)every);
    s.planned = fraction_of((wide)budget->cost.year + budget->set_aside.year, 1);
    return s;
}

/* What is still to be told. */
static enum field missing(const struct plan *plan, const struct budget *budget, int *every,
                          date *first)
{
    if (!budget->amount_known)
        return F_FUND_AMOUNT;
    if (plan_word(plan, F_MONEY_PAID_EVERY, "", every) != KNOWN)
        return F_MONEY_PAID_EVERY;
    if (plan_date(plan, F_MONEY_FIRST_PAYMENT, "", first) != KNOWN)
        return F_MONEY_FIRST_PAYMENT;
    return FIELD_NONE;
}

struct payments payments_of(const struct plan *plan, const struct budget *budget)
{
    struct payments all = {.every = PAID_4WEEKS};
    int every = PAID_4WEEKS, number = 0;
    date first = DATE_NONE, start;

    all.missing = missing(plan, budget, &every, &first);
    if (all.missing != FIELD_NONE)
        return all;
    all.every = (enum paid)every;
    all.net = !plan_is(plan, F_MONEY_PAID_AS, "", "gross");
    struct source s = source_of(plan, budget, &all.contribution_known);
    if (plan_date(plan, F_PLAN_YEAR_START, "", &start) != KNOWN)
        start = first;
    while (payment_day(all.every, first, number) < start)
        number++;
    for (; all.count < PAYMENTS_MAX; number++) {
        date day = payment_day(all.every, first, number);
        if (day >= start + budget->year_days)
            break;
        all.list[all.count++] = pay(&s, &all, day, payment_day(all.every, first, number + 1));
    }
    return all;
}

/* The payment that a day is in; the first where no day is told; NULL where none has it. */
static const struct payment *payment_on(const struct plan *plan, const struct payments *all)
{
    date day = DATE_NONE;

    switch (plan_date(plan, F_MONEY_LETTER_PAYMENT_ON, "", &day)) {
    case NOT_SURE:
        return NULL;
    case NOT_GIVEN:
        return all->count > 0 ? &all->list[0] : NULL;
    case KNOWN:
        break;
    }
    for (size_t i = 0; i < all->count; i++)
        if (day >= all->list[i].day && day < all->list[i].day + all->list[i].days)
            return &all->list[i];
    return NULL;
}

/* The same payment where a year is 52 weeks, in place of its days, and the other way round. */
static struct payment pay_otherwise(const struct plan *plan, const struct budget *budget,
                                    const struct payments *all, const struct payment *p)
{
    struct budget other = *budget; /* borrows all that it points to */
    bool known = false;

    other.basis = budget->basis == BASIS_52 ? BASIS_DAYS : BASIS_52;
    struct source s = source_of(plan, &other, &known);
    return pay(&s, all, p->day, p->day + p->days);
}

struct payment_told payments_told(const struct plan *plan, const struct budget *budget,
                                  const struct payments *all)
{
    struct payment_told told = {.says = 0};

    told.told = plan_money(plan, F_MONEY_LETTER_PAYMENT, "", &told.says) == KNOWN;
    const struct payment *p = payment_on(plan, all);
    told.known = told.told && p && (all->contribution_known || !all->net);
    if (!told.known)
        return told;
    told.payment = *p;
    told.difference = told.says - p->arrives;
    told.other = pay_otherwise(plan, budget, all, p);
    told.otherwise = told.difference != 0 && told.says == told.other.arrives;
    return told;
}

pence payments_a_month(pence four_weekly)
{
    return fraction_round_times(fraction_of(four_weekly, 1), 13, MONTHS_A_YEAR);
}
