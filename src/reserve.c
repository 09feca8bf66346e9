#include "supportplan/reserve.h"

#include "supportplan/phrases.h"

const enum field reserve_debts[RESERVE_DEBTS] = {F_MONEY_OWED_HOLIDAY, F_MONEY_OWED_TAX,
                                                 F_MONEY_OWED_BILLS, F_MONEY_OWED_REDUNDANCY};

static bool is_told(const struct plan *plan)
{
    static const enum field fields[] = {F_MONEY_RESERVE_WEEKS, F_MONEY_ACCOUNT};
    for (size_t i = 0; i < RESERVE_DEBTS; i++)
        if (plan_known(plan, reserve_debts[i], "") != NOT_GIVEN)
            return true;
    return plan_known(plan, fields[0], "") != NOT_GIVEN ||
           plan_known(plan, fields[1], "") != NOT_GIVEN;
}

/* What is owed already: a "?" leaves it unknown. */
static struct figure count_owed(const struct plan *plan)
{
    struct figure owed = {true, 0};
    for (size_t i = 0; i < RESERVE_DEBTS; i++) {
        pence debt = 0;
        owed.known &= plan_money(plan, reserve_debts[i], "", &debt) != NOT_SURE;
        owed.p += debt;
    }
    return owed;
}

static void count_limit(const struct plan *plan, const struct budget *budget, struct reserve *r)
{
    r->of_council = plan_is(plan, F_MONEY_RESERVE_OF, "", "council");
    if (plan_number(plan, F_MONEY_RESERVE_WEEKS, "", &r->weeks) != KNOWN)
        return;
    r->week.known = (r->of_council ? budget->split_known : budget->amount_known) &&
                    plan_known(plan, F_MONEY_RESERVE_OF, "") != NOT_SURE;
    if (!r->week.known)
        return;
    r->week.p = r->of_council ? budget->council.week : budget->amounts.week;
    r->limit = (struct figure){true, fraction_round(fraction_of((wide)r->weeks * r->week.p, 1))};
}

struct reserve reserve_count(const struct plan *plan, const struct budget *budget)
{
    struct reserve r = {.told = is_told(plan), .owed = count_owed(plan)};
    r.account.known = plan_money(plan, F_MONEY_ACCOUNT, "", &r.account.p) == KNOWN;
    r.free.known = r.account.known && r.owed.known;
    if (r.free.known)
        r.free.p = r.account.p - r.owed.p;
    count_limit(plan, budget, &r);
    r.over.known = r.free.known && r.limit.known;
    if (r.over.known && r.free.p > r.limit.p)
        r.over.p = r.free.p - r.limit.p;
    return r;
}

/* In words. */

static enum status say_free(const struct reserve *r, struct notices *out)
{
    struct text t = {0};
    if (r->free.known)
        text_addf(&t, _("Free: %s in the account - %s owed already = %s."),
                  amount_shown(r->account.p).s, amount_shown(r->owed.p).s,
                  amount_shown(r->free.p).s);
    else if (!r->account.known)
        text_add(&t, _("Free: known once you say what is in the account."));
    else
        text_add(&t, _("Free: known once you know what is owed."));
    return notices_take(out, &t);
}

static enum status say_limit(const struct reserve *r, struct notices *out)
{
    struct text t = {0};
    if (r->weeks == 0)
        text_add(&t, _("Limit: none is in your plan. Ask your council if it has one."));
    else if (!r->limit.known)
        text_add(&t, _("Limit: known once the budget and what you pay are known."));
    else
        text_addf(&t,
                  ngettext("Limit: %lld week x %s a week = %s.",
                           "Limit: %lld weeks x %s a week = %s.", (unsigned long)r->weeks),
                  (long long)r->weeks, amount_shown(r->week.p).s, amount_shown(r->limit.p).s);
    return notices_take(out, &t);
}

static enum status say_over(const struct reserve *r, struct notices *out)
{
    struct text t = {0};
    if (!r->over.known)
        return ST_OK;
    if (r->over.p == 0)
        text_add(&t, _("It is within the limit."));
    else
        text_addf(&t,
                  _("Over the limit: %s - %s = %s. The council may ask for it back. "
                    "Tell it first what the money is for."),
                  amount_shown(r->free.p).s, amount_shown(r->limit.p).s, amount_shown(r->over.p).s);
    return notices_take(out, &t);
}

enum status reserve_say(const struct reserve *reserve, struct notices *out)
{
    enum status st = say_free(reserve, out);
    if (st == ST_OK)
        st = say_limit(reserve, out);
    return st == ST_OK ? say_over(reserve, out) : st;
}

void reserve_short(const struct reserve *r, struct text *out)
{
    if (!r->told)
        return;
    if (!r->free.known) {
        text_add(out, _("not known yet"));
        return;
    }
    text_addf(out, _("%s free"), amount_shown(r->free.p).s);
    if (r->owed.p > 0)
        text_addf(out, _(", %s owed"), amount_shown(r->owed.p).s);
    if (r->over.known && r->over.p > 0)
        text_addf(out, _(", %s over"), amount_shown(r->over.p).s);
    if (r->weeks > 0)
        text_addf(out, ngettext(", limit %lld week", ", limit %lld weeks", (unsigned long)r->weeks),
                  (long long)r->weeks);
}
