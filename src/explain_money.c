/* The budget, what is left of it, what each pays; the reserve, and the payments. */
#include <string.h>

#include "explain_parts.h"
#include "supportplan/payments.h"
#include "supportplan/reserve.h"

/* "The letter says 275.00 a week." and that in a column. */
static void say_amount(struct explaining *e, pence amount, enum every every, enum column column,
                       pence result)
{
    struct scale scale = {.count = 0};
    struct text name = {0}, sum = {0};

    scale_to_year(e->budget, every, &scale);
    scale_to_column(e->budget, column, &scale);
    text_addf(&name, _("The plan says %s %s"), amount_shown(amount).s, phrase_every(every));
    text_add(&sum, amount_shown(amount).s);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, fraction_of(amount, 1)), result);
}

static void say_basis(struct explaining *e)
{
    struct text t = {0};

    text_add(&t, _("A year is counted so: "));
    phrase_basis(e->budget, &t);
    text_add(&t, ".");
    explain_take(e, &t);
}

void explain_budget(struct explaining *e)
{
    const struct budget *b = e->budget;

    say_basis(e);
    if (!b->amount_known)
        explain_say(e, b->amount.known ? _("For how long the amount is, is not known yet.")
                                       : _("The amount is not known yet."));
    else
        say_amount(e, b->amount.p, b->every, (enum column)e->part,
                   column_of(&b->amounts, (enum column)e->part));
}

void explain_status(struct explaining *e)
{
    struct text t = {0};

    if (e->budget->status < 0)
        text_add(&t, _("The plan does not say."));
    else {
        char word[NAME_MAX_LEN + 1];
        text_addf(&t, _("The plan says: %s."), schema_word(F_FUND_STATUS, e->budget->status, word));
    }
    explain_take(e, &t);
}

void explain_left(struct explaining *e)
{
    const struct budget *b = e->budget;
    enum column column = (enum column)e->part;
    pence less[3] = {column_of(&b->cost, column), column_of(&b->set_aside, column), b->once_year};

    say_basis(e);
    if (!b->amount_known) {
        explain_say(e, _("The budget is not known yet."));
        return;
    }
    if (column == COLUMN_YEAR)
        explain_say(e, _("The budget, less costs, what is put aside, and what is paid once:"));
    else
        explain_say(e, _("The budget, less costs and what is put aside:"));
    explain_less(e, column_of(&b->amounts, column), less, column == COLUMN_YEAR ? 3 : 2);
}

void explain_used(struct explaining *e)
{
    const struct budget *b = e->budget;
    struct text name = {0}, sum = {0};

    say_basis(e);
    if (b->used_hundredths < 0) {
        explain_say(e, _("There is no budget to compare with."));
        return;
    }
    text_add(&name, _("Costs and what is put aside, over the budget of the year"));
    text_addf(&sum, "(%s + %s) / %s x 100", amount_shown(b->cost.year).s,
              amount_shown(b->set_aside.year).s, amount_shown(b->amounts.year).s);
    explain_sum(e, &name, &sum,
                fraction_of(((wide)b->cost.year + b->set_aside.year) * 10000, b->amounts.year),
                b->used_hundredths);
}

void explain_contribution(struct explaining *e)
{
    const struct budget *b = e->budget;
    enum column column = (enum column)e->part;
    struct scale scale = {.count = 0};
    struct fraction year;
    int every = EVERY_WEEK;
    pence amount = 0;

    if (!b->split_known) {
        explain_say(e, _("It is known once the budget and the contribution are known."));
        return;
    }
    budget_contribution(e->plan, b, &year);
    scale_to_column(b, column, &scale);
    pence assessed = fraction_round(scale_of(&scale, year));
    if (year.num == 0)
        explain_say(e, _("The person pays nothing."));
    plan_money(e->plan, F_CONTRIBUTION_AMOUNT, "", &amount);
    plan_word(e->plan, F_CONTRIBUTION_EVERY, "", &every);
    if (year.num != 0)
        say_amount(e, amount, (enum every)every, column, assessed);
    explain_say(e, _("It is never more than the budget."));
    explain_lower(e, assessed, column_of(&b->amounts, column));
}

void explain_council(struct explaining *e)
{
    const struct budget *b = e->budget;
    enum column column = (enum column)e->part;

    if (!b->split_known) {
        explain_say(e, _("It is known once the budget and the contribution are known."));
        return;
    }
    pence less = column_of(&b->contribution, column);
    explain_say(e, column == COLUMN_WEEK ? _("The budget a week, less what the person pays:")
                                         : _("The budget of the year, less what the person pays:"));
    explain_less(e, column_of(&b->amounts, column), &less, 1);
}

/* Other funds. */

static const struct budget_fund *fund_of(const struct explaining *e)
{
    size_t i = 0;

    while (strcmp(e->budget->funds[i].item, e->item) != 0)
        i++;
    return &e->budget->funds[i];
}

void explain_fund_amount(struct explaining *e)
{
    const struct budget_fund *fund = fund_of(e);
    pence amount = 0;
    int every = EVERY_NONE;

    say_basis(e);
    if (!fund->amount_year.known) {
        explain_say(e, _("How much there is of it is not known yet."));
        return;
    }
    plan_money(e->plan, F_FUND_AMOUNT, e->item, &amount);
    plan_word(e->plan, F_FUND_EVERY, e->item, &every);
    say_amount(e, amount, (enum every)every, COLUMN_YEAR, fund->amount_year.p);
}

void explain_fund_left(struct explaining *e)
{
    const struct budget_fund *fund = fund_of(e);
    pence less[] = {fund->cost.year, fund->once};

    say_basis(e);
    if (!fund->left_year.known) {
        explain_say(e, _("How much there is of it is not known yet."));
        return;
    }
    explain_say(e, _("What there is, less its costs and what it pays once:"));
    explain_less(e, fund->amount_year.p, less, 2);
}

/* The reserve. */

static void say_owed(struct explaining *e, const struct reserve *r)
{
    struct adding a = {0};

    for (size_t i = 0; r->owed.known && i < RESERVE_DEBTS; i++) {
        pence debt = 0;
        plan_money(e->plan, reserve_debts[i], "", &debt);
        adding_term(&a, debt);
    }
    if (r->owed.known)
        adding_say(e, &a, _("Holiday, tax, bills and redundancy pay: "));
    else
        explain_say(e, _("Part of what is owed is not sure yet."));
}

static void say_limit(struct explaining *e, const struct reserve *r)
{
    struct text name = {0}, sum = {0};

    if (!r->limit.known) {
        explain_say(e, r->weeks == 0 ? _("The plan sets no limit.")
                                     : _("The money of a week is not known yet."));
        return;
    }
    text_add(&name,
             r->of_council ? _("Weeks of what the council pays") : _("Weeks of the whole budget"));
    text_addf(&sum, "%lld x %s", (long long)r->weeks, amount_shown(r->week.p).s);
    explain_sum(e, &name, &sum, fraction_of(r->limit.p, 1), r->limit.p);
}

static void say_over(struct explaining *e, const struct reserve *r)
{
    if (!r->over.known) {
        explain_say(e, _("What is free, or the limit, is not known yet."));
        return;
    }
    explain_say(e, _("What is free, less the limit:"));
    explain_less(e, r->free.p, &r->limit.p, 1);
    if (r->over.p == 0)
        explain_say(e, _("It is within the limit. So over it is 0.00."));
}

void explain_reserve(struct explaining *e)
{
    struct reserve r = reserve_count(e->plan, e->budget);

    if (e->part == 0)
        say_owed(e, &r);
    else if (e->part == 2)
        say_limit(e, &r);
    else if (e->part == 3)
        say_over(e, &r);
    else if (!r.free.known)
        explain_say(e, _("What is in the account, or what is owed, is not known yet."));
    else
        explain_less(e, r.account.p, &r.owed.p, 1);
}

/* Payments. */

/* How a year's money becomes that of a payment. */
static void scale_to_payment(const struct explaining *e, const struct payments *all,
                             const struct payment *p, bool by_days, struct scale *scale)
{
    if (all->every == PAID_YEAR)
        return;
    if (all->every == PAID_MONTH && !by_days)
        scale_add(scale, 1, 12);
    else
        scale_add(scale, p->days, e->budget->basis == BASIS_52 ? 364 : e->budget->year_days);
}

/* Money that is told by a period, in a payment. */
static void say_share(struct explaining *e, const struct payments *all, const struct payment *p,
                      pence amount, enum every every, pence result)
{
    bool by_days = e->budget->basis != BASIS_52 && (every == EVERY_WEEK || every == EVERY_4WEEKS);
    struct scale scale = {.count = 0};
    struct text name = {0}, sum = {0};

    scale_to_year(e->budget, every, &scale);
    scale_to_payment(e, all, p, by_days, &scale);
    text_addf(&name, _("The plan says %s %s"), amount_shown(amount).s, phrase_every(every));
    text_add(&sum, amount_shown(amount).s);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, fraction_of(amount, 1)), result);
}

static void say_date(struct explaining *e, const struct payments *all, const struct payment *p)
{
    static const char *const every[] = {
        [PAID_4WEEKS] = N_("every 4 weeks"), [PAID_MONTH] = N_("every month"),
        [PAID_WEEK] = N_("every week"),      [PAID_2WEEKS] = N_("every 2 weeks"),
        [PAID_YEAR] = N_("every year"),
    };
    struct text t = {0}, day = {0};
    date first = DATE_NONE;

    plan_date(e->plan, F_MONEY_FIRST_PAYMENT, "", &first);
    text_add(&t, _("The plan's first payment is on "));
    date_words(&t, first, true);
    text_addf(&t, _(". Then one comes %s."), _(every[all->every]));
    explain_take(e, &t);
    text_add(&day, _("This one comes on "));
    date_words(&day, p->day, true);
    text_add(&day, ".");
    explain_take(e, &day);
}

static void say_days(struct explaining *e, const struct payment *p)
{
    struct text t = {0};

    text_add(&t, _("From "));
    date_words(&t, p->day, false);
    text_add(&t, _(" to the next payment, on "));
    date_words(&t, p->day + p->days, false);
    text_addf(&t, _(". Days: %d."), p->days);
    explain_take(e, &t);
}

static void say_contribution(struct explaining *e, const struct payments *all,
                             const struct payment *p)
{
    pence amount = 0;
    int every = EVERY_WEEK;

    if (!all->contribution_known) {
        explain_say(e, _("What the person pays is not known yet."));
        return;
    }
    if (!plan_is(e->plan, F_CONTRIBUTION_STATUS, "", "nil")) {
        plan_money(e->plan, F_CONTRIBUTION_AMOUNT, "", &amount);
        plan_word(e->plan, F_CONTRIBUTION_EVERY, "", &every);
    }
    struct scale scale = {.count = 0};
    bool by_days = e->budget->basis != BASIS_52 && (every == EVERY_WEEK || every == EVERY_4WEEKS);
    scale_to_year(e->budget, (enum every)every, &scale);
    scale_to_payment(e, all, p, by_days, &scale);
    pence share = fraction_round(scale_of(&scale, fraction_of(amount, 1)));
    say_share(e, all, p, amount, (enum every)every, share);
    explain_say(e, _("It is never more than the budget of these days."));
    explain_lower(e, share, p->gross);
}

static void say_arrives(struct explaining *e, const struct payments *all, const struct payment *p)
{
    if (!all->net) {
        explain_say(e, _("All of it comes, and the person pays their part in."));
        explain_less(e, p->gross, NULL, 0);
    } else if (!all->contribution_known) {
        explain_say(e, _("What the person pays is not known yet."));
    } else {
        explain_say(e, _("The budget of these days, less what the person pays:"));
        explain_less(e, p->gross, &p->contribution, 1);
    }
}

static void say_planned(struct explaining *e, const struct payments *all, const struct payment *p)
{
    pence year = e->budget->cost.year + e->budget->set_aside.year;
    struct scale scale = {.count = 0};
    struct text name = {0}, sum = {0};

    scale_to_payment(e, all, p, e->budget->basis != BASIS_52, &scale);
    text_add(&name, _("Costs and what is put aside in the year, for these days"));
    text_addf(&sum, "(%s + %s)", amount_shown(e->budget->cost.year).s,
              amount_shown(e->budget->set_aside.year).s);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, fraction_of(year, 1)), p->planned);
}

void explain_payment(struct explaining *e)
{
    struct payments all = payments_of(e->plan, e->budget);
    int64_t number = 1;

    number_parse(e->item, PAYMENTS_MAX, &number);
    const struct payment *p = &all.list[number - 1];
    switch (e->part) {
    case 0:
        say_date(e, &all, p);
        break;
    case 1:
        say_days(e, p);
        break;
    case 2:
        say_basis(e);
        say_share(e, &all, p, e->budget->amount.p, e->budget->every, p->gross);
        break;
    case 3:
        say_contribution(e, &all, p);
        break;
    case 4:
        say_arrives(e, &all, p);
        break;
    default:
        say_planned(e, &all, p);
        break;
    }
}

/* What a letter says. */

static void say_said(struct explaining *e, const struct payment_told *told)
{
    struct text t = {0};

    text_add(&t, _("The plan has it from a letter"));
    if (told->known) {
        text_add(&t, _(", about the payment of "));
        date_words(&t, told->payment.day, true);
    }
    text_addf(&t, ": %s.", amount_shown(told->says).s);
    explain_take(e, &t);
}

void explain_letter(struct explaining *e)
{
    struct payments all = payments_of(e->plan, e->budget);
    struct payment_told told = payments_told(e->plan, e->budget, &all);

    if (e->part == 0) {
        say_said(e, &told);
    } else if (!told.known) {
        explain_say(e, _("Which payment it is about, or what comes in it, is not known yet."));
    } else {
        say_arrives(e, &all, &told.payment);
        explain_say(e, _("What the letter says, less that:"));
        explain_less(e, told.says, &told.payment.arrives, 1);
    }
}
