/*
 * The rules about what the letters say: who pays what, how the money comes, other people's totals,
 * old prices and limits. Every figure comes from the budget; nothing is added up here but totals
 * that are compared.
 */
#include "check_rule.h"

/* R10: the three figures of a personal budget. */

void rule_three_figures(struct checking *c)
{
    pence amount;
    if (plan_is(c->plan, F_CONTRIBUTION_STATUS, "", "nil") &&
        plan_money(c->plan, F_CONTRIBUTION_AMOUNT, "", &amount) == KNOWN && amount > 0)
        check_say(c, AS_RULE, F_CONTRIBUTION_STATUS, "",
                  _("You say that you pay nothing, and also that you pay %s."),
                  check_money(amount).s);
}

/* R11: the contribution is as much as the budget. */

void rule_contribution_above(struct checking *c)
{
    const struct budget *b = c->budget;
    const struct form_terms terms = check_terms(c);
    struct fraction pays;
    if (!b->amount_known || !budget_contribution(c->plan, b, &pays) || pays.num == 0)
        return;
    const pence over =
        fraction_round(pays) - fraction_round(budget_year_money(b, b->amount.p, b->every));
    if (over > 0)
        check_say(c, AS_RULE, F_CONTRIBUTION_AMOUNT, "",
                  _("Your %s is more than your %s. Then no direct payment is paid."),
                  terms.contribution, terms.budget);
    else if (over == 0)
        check_say(c, AS_RULE, F_CONTRIBUTION_AMOUNT, "",
                  _("Your %s is all of your %s. The council pays 0.00 pounds."), terms.contribution,
                  terms.budget);
}

/* R12: what a direct payment says. */

static void judge_account(struct checking *c)
{
    switch (plan_known(c->plan, F_MONEY_SEPARATE_ACCOUNT, "")) {
    case NOT_SURE:
        check_unsure(c, F_MONEY_SEPARATE_ACCOUNT, "", _("of an account or card of its own"));
        break;
    case NOT_GIVEN:
        check_say(c, AS_RULE, F_MONEY_SEPARATE_ACCOUNT, "",
                  _("Say whether the money has an account or card of its own."));
        break;
    case KNOWN:
        if (plan_is(c->plan, F_MONEY_SEPARATE_ACCOUNT, "", "no"))
            check_say(c, ONLY_ASK, F_MONEY_SEPARATE_ACCOUNT, "",
                      _("The money has no account of its own. Many councils ask for one."));
        break;
    }
}

void rule_direct_payment(struct checking *c)
{
    if (plan_known(c->plan, F_MONEY_HOW, "") == NOT_SURE)
        check_unsure(c, F_MONEY_HOW, "", _("how you take the money"));
    if (!plan_is(c->plan, F_MONEY_HOW, "", "direct-payment") &&
        !plan_is(c->plan, F_MONEY_HOW, "", "mix"))
        return;
    if (check_lacks(c, F_MONEY_MEETS, "", N_("which needs the money meets")))
        check_say(c, AS_RULE, F_MONEY_MEETS, "", _("Say which needs the direct payment meets."));
    if (check_lacks(c, F_MONEY_PAID_EVERY, "", N_("how often the money comes")))
        check_say(c, AS_RULE, F_MONEY_PAID_EVERY, "",
                  _("Say how often the direct payment is paid."));
    if (check_lacks(c, F_MONEY_MANAGED_BY, "", N_("who looks after the money")))
        check_say(c, AS_RULE, F_MONEY_MANAGED_BY, "",
                  _("Say who gets the direct payment and looks after it."));
    judge_account(c);
}

/* R30: somebody else's total for the year. */

/* The letter may tell what there is, or what is planned. While something has no price yet, no total
 * is right: R06 speaks of that. */
void rule_letter_total(struct checking *c)
{
    const struct budget *b = c->budget;
    pence theirs;
    if (plan_money(c->plan, F_MONEY_LETTER_TOTAL, "", &theirs) != KNOWN || b->not_priced ||
        budget_is_planned(b, theirs) || (b->amount_known && theirs == b->amounts.year))
        return;
    check_say(c, AS_RULE, F_MONEY_LETTER_TOTAL, "",
              _("A letter says %s a year. This plan comes to %s."), check_money(theirs).s,
              check_money(b->cost.year + b->set_aside.year + b->once_year).s);
}

/* R33: prices that may be out of date. */

void rule_old_prices(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_RATE) && c->today != DATE_NONE; i++) {
        const char *rate = plan_item(c->plan, SEC_RATE, i);
        date checked;
        if (plan_date(c->plan, F_RATE_CHECKED, rate, &checked) != KNOWN ||
            date_add_months(checked, 12) >= c->today)
            continue;
        check_say(c, AS_RULE, F_RATE_CHECKED, rate,
                  _("The price of %s is from %s. Ask whether it still holds."),
                  check_rate(c, rate).s, check_day(c, checked).s);
    }
}

/* R37: limits. */

static void judge_fund_limit(struct checking *c, const struct budget_fund *fund)
{
    if (fund->left_year.known && fund->left_year.p < 0)
        check_say(c, AS_RULE, F_FUND_AMOUNT, fund->item, _("%s pays %s a year more than it has."),
                  check_fund(c, fund->item).s, check_money(-fund->left_year.p).s);
}

static void judge_reserve(struct checking *c)
{
    if (c->over_reserve.known && c->over_reserve.p > 0)
        check_say(c, AS_RULE, F_MONEY_ACCOUNT, "",
                  _("Your account holds %s more than the council's limit."),
                  check_money(c->over_reserve.p).s);
}

/* What is claimed of the Employment Allowance, and what National Insurance is left to pay. */
static void judge_allowance(struct checking *c)
{
    pence claimed = 0, insurance = 0;
    for (size_t i = 0; i < c->employer->count; i++) {
        const struct part_sum *parts = c->employer->list[i].parts;
        if (!parts[PART_ALLOWANCE].there || parts[PART_ALLOWANCE].gap != GAP_NONE)
            continue;
        claimed -= parts[PART_ALLOWANCE].year; /* which is below nought */
        insurance += parts[PART_NI].year;
    }
    if (claimed > 0 && insurance > claimed)
        check_say(c, ONLY_NOTE, F_EMPLOYMENT_ALLOWANCE, c->employer->list[0].job.item,
                  _("National Insurance is %s a year more than the allowance."),
                  check_money(insurance - claimed).s);
}

/* Pay above the trigger brings a pension, unless the person leaves it. */
static void judge_pension(struct checking *c, const struct employer_cost *cost)
{
    const struct part_sum *pension = &cost->parts[PART_PENSION];
    if (cost->job.pension == REPLY_NONE && pension->there && pension->gap == GAP_NONE &&
        pension->year > 0)
        check_say(c, ONLY_NOTE, F_EMPLOYMENT_PENSION, cost->job.item,
                  _("%s earns enough for a pension. You pay %s a year into it."),
                  check_person(c, cost->job.supporter).s, check_money(pension->year).s);
}

void rule_limits(struct checking *c)
{
    for (size_t i = 0; i < c->budget->fund_count; i++)
        judge_fund_limit(c, &c->budget->funds[i]);
    judge_reserve(c);
    for (size_t i = 0; c->employer && i < c->employer->count; i++)
        judge_pension(c, &c->employer->list[i]);
    if (c->employer && c->employer->count > 0)
        judge_allowance(c);
}
