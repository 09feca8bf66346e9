/*
 * The rules about what money may buy. The spending guide knows the words; here it is asked.
 */
#include "check_rule.h"

#include "supportplan/rates.h"

/** Whose rule an entry of the guide is. */
static enum layer layer_of(const struct spending_entry *entry)
{
    switch (entry->layer) {
    case SPENDING_LAW:
        return LAYER_LAW;
    case SPENDING_HEALTH:
        return LAYER_HEALTH;
    case SPENDING_COUNCIL:
        return LAYER_COUNCIL;
    case SPENDING_USUAL:
        break;
    }
    return LAYER_USUAL;
}

/** What would put it right. Nothing is forbidden here: the council decides. */
static const char *remedy_of(const struct spending_entry *entry)
{
    switch (entry->verdict) {
    case SPENDING_NOT_ALLOWED:
        return N_("Pay for it from other money, or ask your council.");
    case SPENDING_ASK_FIRST:
        return N_("Ask your council first, and write down what it says.");
    case SPENDING_IN_PLAN:
        return N_("Say in the plan which need it meets.");
    case SPENDING_CAPPED:
        return N_("Ask your council how much it allows.");
    case SPENDING_NHS:
    case SPENDING_NHS_TASK:
        break;
    }
    return N_("Ask your nurse or doctor, and say here who pays.");
}

/** What the guide says of one line. question says all but what the line says itself. */
static void judge_line(struct checking *c, const struct budget_line *line,
                       struct spending_question question)
{
    const bool time = line->section == SEC_TIME;
    const enum field what = time ? F_TIME_WHAT : F_COST_WHAT;
    question.words = plan_str(c->plan, what, line->item);
    question.health = plan_is(c->plan, F_FUND_KIND, line->fund, "nhs");
    question.task = time;
    for (size_t i = spending_find(c->spending, &question, 0); i < c->spending->count;
         i = spending_find(c->spending, &question, i + 1)) {
        const struct spending_entry *entry = &c->spending->list[i];
        c->layer = layer_of(entry);
        c->remedy = remedy_of(entry);
        check_say(c, AS_RULE, what, line->item, "%s: %s",
                  time ? check_line(c, line->item).s : check_thing(c, what, line->item).s,
                  entry->says);
    }
}

/** Whether the guide has something to say of who pays a line: council money, or the NHS's. */
static bool is_public_money(const struct checking *c, const struct budget_line *line)
{
    return line->payer == PAYER_FUND &&
           (check_may_be_budgets(line) || plan_is(c->plan, F_FUND_KIND, line->fund, "nhs"));
}

/** Help with a thing is support, not the thing itself: a line of the week is no purchase. */
static void judge_lines(struct checking *c, bool nhs)
{
    const struct spending_question question = {
        .place = place_of_nation(plan_str(c->plan, F_ABOUT_NATION, "")),
        .form = c->form ? c->form->name : "",
        .nhs = nhs,
    };
    for (size_t i = 0; i < c->budget->line_count && c->spending; i++) {
        const struct budget_line *line = &c->budget->lines[i];
        if ((nhs || line->section == SEC_COST) && is_public_money(c, line))
            judge_line(c, line, question);
    }
}

void rule_spending(struct checking *c)
{
    judge_lines(c, false);
}

void rule_nhs_task(struct checking *c)
{
    judge_lines(c, true);
}
