/*
 * The rules about money: prices, the budget, what is put aside, other money.
 * Every figure comes from the budget; nothing is added up here.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

/** " a week", for a sum that the letter gives by the week. */
static const char *a_period(enum every every)
{
    switch (every) {
    case EVERY_WEEK:
        return _("a week");
    case EVERY_4WEEKS:
        return _("in four weeks");
    case EVERY_MONTH:
        return _("a month");
    case EVERY_YEAR:
    case EVERY_ONCE:
    case EVERY_NONE:
        break;
    }
    return _("a year");
}

/* R06: prices. */

/** What a line of the budget is called. */
static struct words line_name(struct checking *c, const struct budget_line *line)
{
    return line->section == SEC_TIME ? check_line(c, line->item)
                                     : check_thing(c, F_COST_WHAT, line->item);
}

/** "Sunrise Care" or "Sunrise Care, weekends": whose price, and which. */
struct words check_rate(const struct checking *c, const char *rate)
{
    const char *supporter = plan_str(c->plan, F_RATE_SUPPORTER, rate);
    const bool named = check_known(c, F_RATE_NAME, rate) == KNOWN;
    if (plan_known(c->plan, F_RATE_SUPPORTER, rate) != KNOWN)
        return check_thing(c, F_RATE_NAME, rate);
    const struct words person = check_person(c, supporter);
    return named ? check_words("%s, %s", person.s, check_thing(c, F_RATE_NAME, rate).s) : person;
}

/** The first field of an item in this list that is "?", or FIELD_NONE. */
static enum field first_unsure(const struct checking *c, const char *item, const enum field *fields,
                               size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (plan_known(c->plan, fields[i], item) == NOT_SURE)
            return fields[i];
    }
    return FIELD_NONE;
}

#define FIRST_UNSURE(c, item, fields)                                                              \
    first_unsure(c, item, fields, sizeof(fields) / sizeof *(fields))

/** What a field is called: in the form's words, else the file's. */
static const char *label(const struct checking *c, enum field field)
{
    return c->form ? form_label(c->form, field) : schema_fields[field].name;
}

/** Ask about a "?" in a field of a thing. */
static void ask_field(struct checking *c, enum field field, const char *item, struct words name)
{
    check_unsure(c, field, item, _("of \"%s\" for %s"), label(c, field), name.s);
}

/** The prices of a supporter, as far as a line without one has to know. */
struct prices {
    bool any;
    const char *open; /**< a rate of which it is not known when it holds, or for whom, or NULL */
    enum field field; /**< the "?" in it */
    bool asked;       /**< who pays them has been asked */
};

/** A price of nobody knows whom may be anybody's. */
static void open_to_all(const struct checking *c, struct prices *all)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_RATE); i++) {
        const char *rate = plan_item(c->plan, SEC_RATE, i);
        if (plan_known(c->plan, F_RATE_SUPPORTER, rate) != NOT_SURE)
            continue;
        for (size_t s = 0; s < plan_count(c->plan, SEC_SUPPORTER); s++)
            all[s] = (struct prices){.any = true, .open = rate, .field = F_RATE_SUPPORTER};
    }
}

/** What prices each supporter has, by place. To be freed with free(); NULL where there is no
 * memory. */
static struct prices *prices_of_all(const struct checking *c)
{
    static const enum field when[] = {F_RATE_WHEN, F_RATE_MINUTES, F_RATE_FROM, F_RATE_TO};
    struct prices *all = calloc(plan_count(c->plan, SEC_SUPPORTER) + 1, sizeof *all);
    if (all)
        open_to_all(c, all);
    for (size_t i = 0; i < plan_count(c->plan, SEC_RATE) && all; i++) {
        const char *rate = plan_item(c->plan, SEC_RATE, i);
        const char *supporter = plan_str(c->plan, F_RATE_SUPPORTER, rate);
        const size_t place = plan_place(c->plan, SEC_SUPPORTER, supporter);
        const enum field open = FIRST_UNSURE(c, rate, when);
        if (place == PLAN_LAST)
            continue;
        all[place].any = true;
        if (open != FIELD_NONE) {
            all[place].open = rate;
            all[place].field = open;
        }
    }
    return all;
}

/** Ask about what leaves a price open. */
static void ask_rate(struct checking *c, const struct prices *prices)
{
    const struct words name = check_rate(c, prices->open);
    ask_field(c, prices->field, prices->open,
              prices->field == F_RATE_SUPPORTER ? name : check_words(_("the price of %s"), name.s));
}

/** " on Saturday": the first day of a line for which no rate is chosen. */
static struct words day_without_rate(const struct week_line *week, const struct budget_line *line)
{
    for (int day = 0; day < 7 && !week->varying; day++) {
        if (week->days >> day & 1 && !line->rates[day][0])
            return check_words(_(" on %s"), day_name(day));
    }
    return check_words("%s", "");
}

/** No price is chosen for a timetable line on one of its days. */
static void judge_no_rate(struct checking *c, const struct budget_line *line,
                          const struct prices *all)
{
    const struct week_line week = c->budget->timetable[plan_place(c->plan, SEC_TIME, line->item)];
    const size_t place = plan_place(c->plan, SEC_SUPPORTER, week.supporter);
    const struct words name = line_name(c, line);
    if (!week.supporter[0] || place == PLAN_LAST) {
        check_say(c, AS_RULE, F_TIME_SUPPORTER, line->item,
                  _("%s is paid for. Say who does it, or choose a price."), name.s);
        return;
    }
    const struct words who = check_person(c, week.supporter);
    if (all[place].open)
        ask_rate(c, &all[place]);
    else if (!all[place].any)
        check_say(c, AS_RULE, F_RATE_PRICE, "", _("Add a price for %s."), who.s);
    else
        check_say(c, AS_RULE, F_TIME_RATE, line->item,
                  _("No single price of %s fits %s%s. Choose its price."), who.s, name.s,
                  day_without_rate(&week, line).s);
}

/** The rate that a line uses and that lacks a field; "" where none does. */
static const char *rate_lacking(const struct checking *c, const struct budget_line *line,
                                enum field field)
{
    for (int day = 0; day < 7; day++) {
        const char *rate = line->rates[day];
        if (rate && rate[0] && plan_known(c->plan, field, rate) != KNOWN)
            return rate;
    }
    return "";
}

/** A rate or cost without its price. */
static void judge_no_price(struct checking *c, const struct budget_line *line)
{
    const bool time = line->section == SEC_TIME;
    const enum field field = time ? F_RATE_PRICE : F_COST_PRICE;
    const char *item = time ? rate_lacking(c, line, F_RATE_PRICE) : line->item;
    const struct words name = time ? check_rate(c, item) : line_name(c, line);
    if (check_lacks(c, field, item, N_("of the price of %s"), name.s))
        check_say(c, AS_RULE, field, item, _("Add the price of %s."), name.s);
}

/** A price of which it is not said what it is for. */
static void judge_no_unit(struct checking *c, const struct budget_line *line)
{
    if (line->section == SEC_COST) {
        const struct words name = line_name(c, line);
        if (check_lacks(c, F_COST_EVERY, line->item, N_("how often you pay for %s"), name.s))
            check_say(c, AS_RULE, F_COST_EVERY, line->item, _("Say how often you pay for %s."),
                      name.s);
        return;
    }
    const char *rate = rate_lacking(c, line, F_RATE_UNIT);
    const struct words name = check_rate(c, rate);
    if (check_lacks(c, F_RATE_UNIT, rate, N_("what the price of %s is for"), name.s))
        check_say(c, AS_RULE, F_RATE_UNIT, rate,
                  _("Say what the price of %s is for: an hour, a night, a visit."), name.s);
}

/** A line that is paid by the hour, of nobody knows how long. */
static void judge_no_length(struct checking *c, const struct budget_line *line)
{
    static const enum field times[] = {F_TIME_START, F_TIME_END, F_TIME_MINUTES};
    const struct words name = line_name(c, line);
    const enum field open = FIRST_UNSURE(c, line->item, times);
    if (open != FIELD_NONE)
        ask_field(c, open, line->item, name);
    else if (check_known(c, F_TIME_START, line->item) == KNOWN)
        check_say(c, AS_RULE, F_TIME_END, line->item, _("Say when %s ends."), name.s);
    else
        check_say(c, AS_RULE, F_TIME_MINUTES, line->item, _("Say how long %s lasts in a week."),
                  name.s);
}

/** A "?" in a cost. */
static void judge_open_cost(struct checking *c, const struct budget_line *line)
{
    static const enum field fields[] = {F_COST_QUANTITY, F_COST_PAYS};
    const enum field open = FIRST_UNSURE(c, line->item, fields);
    if (open != FIELD_NONE)
        ask_field(c, open, line->item, line_name(c, line));
    else if (plan_known(c->plan, F_COST_PRICE, line->item) != KNOWN)
        judge_no_price(c, line);
    else
        judge_no_unit(c, line);
}

/** A "?" in a timetable line, or in the kind of its supporter. */
static void judge_open_line(struct checking *c, const struct budget_line *line)
{
    static const enum field fields[] = {F_TIME_WEEK,  F_TIME_DAYS,    F_TIME_SUPPORTER,
                                        F_TIME_RATE,  F_TIME_WORKERS, F_TIME_SHARING,
                                        F_TIME_TIMES, F_TIME_PAYS};
    const char *supporter = plan_str(c->plan, F_TIME_SUPPORTER, line->item);
    const enum field open = FIRST_UNSURE(c, line->item, fields);
    if (open != FIELD_NONE)
        ask_field(c, open, line->item, line_name(c, line));
    else if (plan_known(c->plan, F_SUPPORTER_KIND, supporter) == NOT_SURE)
        ask_field(c, F_SUPPORTER_KIND, supporter, check_person(c, supporter));
    else
        check_unsure(c, F_TIME_RATE, line->item, _("of the price of %s"), line_name(c, line).s);
}

static void judge_price(struct checking *c, const struct budget_line *line,
                        const struct prices *all)
{
    switch (line->why) {
    case PRICED:
    case UNPRICED_WEEKS: /* R31 asks about the weeks of a pattern */
        break;
    case UNPRICED_RATE:
        judge_no_rate(c, line, all);
        break;
    case UNPRICED_HOLIDAY:
        check_say(c, AS_RULE, F_TIME_RATE, line->item, _("No price fits the bank holidays of %s."),
                  line_name(c, line).s);
        break;
    case UNPRICED_LARGE:
        check_say(c, AS_RULE, line->section == SEC_TIME ? F_TIME_RATE : F_COST_PRICE, line->item,
                  _("What %s comes to is too much to count. Look at its price."),
                  line_name(c, line).s);
        break;
    case UNPRICED_PRICE:
        judge_no_price(c, line);
        break;
    case UNPRICED_UNIT:
        judge_no_unit(c, line);
        break;
    case UNPRICED_LENGTH:
        judge_no_length(c, line);
        break;
    case UNPRICED_UNSURE:
        if (line->section == SEC_COST)
            judge_open_cost(c, line);
        else
            judge_open_line(c, line);
        break;
    }
}

/** Somebody has a price and counts as unpaid, for nothing says who pays: a slip, perhaps. It is
 * asked once. */
static void judge_unpaid(struct checking *c, const struct budget_line *line, struct prices *all)
{
    const char *supporter = plan_str(c->plan, F_TIME_SUPPORTER, line->item);
    const size_t place = plan_place(c->plan, SEC_SUPPORTER, supporter);
    if (place == PLAN_LAST || !all[place].any || all[place].open || all[place].asked ||
        c->roles[place].paid || plan_known(c->plan, F_TIME_PAYS, line->item) != NOT_GIVEN)
        return;
    all[place].asked = true;
    c->remedy = N_("Say who pays for each line, or that it is unpaid.");
    check_say(c, ONLY_ASK, F_TIME_PAYS, line->item,
              _("%s has a price, but counts as unpaid. Who pays?"), check_person(c, supporter).s);
    c->remedy = c->rule->remedy;
}

void rule_prices(struct checking *c)
{
    struct prices *all = prices_of_all(c);
    c->nomem = c->nomem || !all;
    for (size_t i = 0; i < c->budget->line_count && all; i++) {
        const struct budget_line *line = &c->budget->lines[i];
        if (check_may_be_budgets(line))
            judge_price(c, line, all);
        else if (line->section == SEC_TIME && line->payer == PAYER_UNPAID)
            judge_unpaid(c, line, all);
    }
    free(all);
}

/* R07 to R09: the budget and the contribution. */

/** What the amount is called: "personal budget (final)", "indicative budget". */
static struct words budget_name(const struct checking *c)
{
    const struct form_terms terms = check_terms(c);
    if (plan_is(c->plan, F_FUND_STATUS, "budget", "indicative"))
        return check_words("%s", terms.indicative);
    if (plan_is(c->plan, F_FUND_STATUS, "budget", "final"))
        return check_words(_("final %s"), terms.budget);
    return check_words("%s", terms.budget);
}

/** Whether what a line costs hangs on a "?": another of its supporter's prices may be the right
 * one.
 */
static bool hangs_on_open_price(const struct checking *c, const struct budget_line *line,
                                const struct prices *all)
{
    if (line->section != SEC_TIME || !check_may_be_budgets(line) || line->why != PRICED ||
        plan_known(c->plan, F_TIME_RATE, line->item) == KNOWN)
        return false;
    const size_t place =
        plan_place(c->plan, SEC_SUPPORTER, plan_str(c->plan, F_TIME_SUPPORTER, line->item));
    return place != PLAN_LAST && all[place].open;
}

static bool total_is_open(struct checking *c)
{
    struct prices *all = prices_of_all(c);
    bool open = false;
    c->nomem = c->nomem || !all;
    for (size_t i = 0; i < c->budget->line_count && all && !open; i++)
        open = hangs_on_open_price(c, &c->budget->lines[i], all);
    free(all);
    return open;
}

/* Who has not been told the amount has written one all the same: nobody knows whether it is right.
 */
static bool amount_is_open(const struct checking *c)
{
    return schema_unsure(F_FUND_STATUS, plan_str(c->plan, F_FUND_STATUS, "budget"));
}

void rule_within_budget(struct checking *c)
{
    if (c->budget->over)
        check_say(c, amount_is_open(c) || total_is_open(c) ? ONLY_ASK : AS_RULE, F_FUND_AMOUNT,
                  "budget", _("The plan costs %s %s more than your %s."),
                  check_money(c->budget->over_by).s, a_period(c->budget->over_every),
                  budget_name(c).s);
}

void rule_left_over(struct checking *c)
{
    const struct budget *b = c->budget;
    if (!b->amount_known || !b->any_line || b->over)
        return;
    const pence left = columns_in(&b->left, b->every);
    if (left > 0)
        check_say(c, AS_RULE, F_FUND_AMOUNT, "budget", _("%s %s is left of your %s.%s"),
                  check_money(left).s, a_period(b->every), budget_name(c).s,
                  b->not_priced ? _(" Something has no price yet.") : "");
}

/** What the letter says of the budget: how sure it is, how much, how often. */
static void judge_budget_told(struct checking *c)
{
    const struct form_terms terms = check_terms(c);
    const enum known status = plan_known(c->plan, F_FUND_STATUS, "budget");
    c->remedy = status == NOT_SURE ? WHEN_KNOWN : c->rule->remedy;
    if (status == NOT_SURE)
        check_say(c, ONLY_ASK, F_FUND_STATUS, "budget",
                  _("You have not been told your %s yet. Ask your %s."), terms.budget,
                  terms.care_manager);
    if (status == NOT_GIVEN)
        check_say(c, AS_RULE, F_FUND_STATUS, "budget",
                  _("Say whether your %s is an estimate, final, or not told yet."), terms.budget);
    if (status == KNOWN &&
        check_lacks(c, F_FUND_AMOUNT, "budget", N_("of the amount of your %s"), terms.budget))
        check_say(c, AS_RULE, F_FUND_AMOUNT, "budget",
                  _("Add the amount of your %s, as the letter has it."), terms.budget);
    if (plan_known(c->plan, F_FUND_AMOUNT, "budget") == KNOWN &&
        check_lacks(c, F_FUND_EVERY, "budget", N_("how often your %s is paid"), terms.budget))
        check_say(c, AS_RULE, F_FUND_EVERY, "budget",
                  _("Say whether your %s is for a week, a month or a year."), terms.budget);
}

/** How much and how often the person pays. */
static void judge_contribution_amount(struct checking *c)
{
    const char *contribution = check_terms(c).contribution;
    if (check_lacks(c, F_CONTRIBUTION_AMOUNT, "", N_("of the amount of your %s"), contribution))
        check_say(c, AS_RULE, F_CONTRIBUTION_AMOUNT, "", _("Add the amount of your %s."),
                  contribution);
    if (plan_known(c->plan, F_CONTRIBUTION_AMOUNT, "") == KNOWN &&
        check_lacks(c, F_CONTRIBUTION_EVERY, "", N_("how often you pay your %s"), contribution))
        check_say(c, AS_RULE, F_CONTRIBUTION_EVERY, "", _("Say how often you pay your %s."),
                  contribution);
}

static void judge_contribution_told(struct checking *c)
{
    const struct form_terms terms = check_terms(c);
    const enum known status = plan_known(c->plan, F_CONTRIBUTION_STATUS, "");
    const bool amount = plan_known(c->plan, F_CONTRIBUTION_AMOUNT, "") != NOT_GIVEN;
    c->remedy = status == NOT_SURE ? WHEN_KNOWN : c->rule->remedy;
    if (status == NOT_SURE)
        check_say(c, ONLY_ASK, F_CONTRIBUTION_STATUS, "",
                  _("You do not know your %s yet. Ask your %s about the financial assessment."),
                  terms.contribution, terms.care_manager);
    else if (status == NOT_GIVEN && !amount)
        check_say(c, AS_RULE, F_CONTRIBUTION_STATUS, "",
                  _("Say whether you pay a %s, nothing, or do not know yet."), terms.contribution);
    else if (!plan_is(c->plan, F_CONTRIBUTION_STATUS, "", "nil"))
        judge_contribution_amount(c);
}

void rule_told_budget(struct checking *c)
{
    judge_budget_told(c);
    judge_contribution_told(c);
}

/* R14: money that is put aside. */

/** Whether there is money for things to be put aside from: a budget, or something it pays. */
static bool budget_in_use(const struct budget *b)
{
    for (size_t i = 0; i < b->line_count; i++) {
        if (check_may_be_budgets(&b->lines[i]))
            return true;
    }
    return b->amount_known;
}

/** Whether a cost may be put aside, but for a "?" in it. */
static bool may_be_put_aside(const struct checking *c, const struct budget_line *line)
{
    static const enum field sums[] = {F_COST_PRICE, F_COST_QUANTITY, F_COST_EVERY};
    if (line->section != SEC_COST || !check_may_be_budgets(line))
        return false;
    const enum known aside = plan_known(c->plan, F_COST_SET_ASIDE, line->item);
    if (aside == NOT_SURE)
        return true;
    return plan_is(c->plan, F_COST_SET_ASIDE, line->item, "yes") &&
           (line->payer == PAYER_UNKNOWN || FIRST_UNSURE(c, line->item, sums) != FIELD_NONE);
}

void rule_set_aside(struct checking *c)
{
    const struct budget *b = c->budget;
    const char *open = NULL;
    for (size_t i = 0; i < b->line_count; i++) {
        const struct budget_line *line = &b->lines[i];
        if (line->set_aside && line->year_priced && line->columns.year > 0)
            return;
        if (may_be_put_aside(c, line))
            open = line->item;
    }
    if (!budget_in_use(b))
        return;
    if (open)
        check_unsure(c, F_COST_PRICE, open, _("how much to put aside for when things go wrong"));
    else
        check_say(c, AS_RULE, F_COST_SET_ASIDE, "",
                  _("No money is put aside for when things go wrong."));
}

/* R29: other money. */

/** Which funds a line or cost names, by place. To be freed with free(); NULL where there is no
 * memory. */
static bool *funds_used(const struct checking *c)
{
    bool *used = calloc(plan_count(c->plan, SEC_FUND) + 1, sizeof *used);
    for (size_t i = 0; i < c->budget->line_count && used; i++) {
        const size_t place = plan_place(c->plan, SEC_FUND, c->budget->lines[i].fund);
        if (place != PLAN_LAST)
            used[place] = true;
    }
    return used;
}

/** A fund that has neither a name nor a kind: nobody can tell whose money it is. */
static void judge_fund_name(struct checking *c, const char *fund)
{
    const enum known name = check_known(c, F_FUND_NAME, fund);
    const enum known kind = plan_known(c->plan, F_FUND_KIND, fund);
    if (name == KNOWN || kind == KNOWN)
        return;
    const struct words what = check_thing(c, F_FUND_NAME, fund);
    if (name == NOT_SURE || kind == NOT_SURE)
        check_unsure(c, F_FUND_NAME, fund, _("whose money %s is"), what.s);
    else
        check_say(c, AS_RULE, F_FUND_NAME, fund, _("%s pays for something. Say whose money it is."),
                  what.s);
}

/** A fund's name, else what kind of money it is. */
struct words check_fund(const struct checking *c, const char *fund)
{
    const bool kind_only = check_known(c, F_FUND_NAME, fund) != KNOWN &&
                           plan_known(c->plan, F_FUND_KIND, fund) == KNOWN;
    if (c->form && kind_only)
        return check_words("\"%s\"",
                           form_word(c->form, F_FUND_KIND, plan_str(c->plan, F_FUND_KIND, fund)));
    return check_thing(c, F_FUND_NAME, fund);
}

/** What another fund pays is told, never counted. */
static void tell_fund(struct checking *c, const struct budget_fund *fund)
{
    const pence year = fund->cost.year + fund->once;
    c->remedy = N_("There is nothing to do. It is shown on lines of its own.");
    if (year > 0)
        check_say(c, ONLY_NOTE, F_FUND_AMOUNT, fund->item,
                  _("%s pays %s a year. Your %s does not pay this."), check_fund(c, fund->item).s,
                  check_money(year).s, check_terms(c).budget);
}

void rule_other_funds(struct checking *c)
{
    bool *used = funds_used(c);
    c->nomem = c->nomem || !used;
    for (size_t i = 0; i < c->budget->fund_count && used; i++) {
        const struct budget_fund *fund = &c->budget->funds[i];
        const size_t place = plan_place(c->plan, SEC_FUND, fund->item);
        if (place == PLAN_LAST || !used[place])
            continue;
        c->remedy = c->rule->remedy;
        judge_fund_name(c, fund->item);
        tell_fund(c, fund);
    }
    free(used);
}
