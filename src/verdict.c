#include "supportplan/verdict.h"

#include <stdio.h>
#include <string.h>

/* The rule that asks for an answer to every question: each question is a thing of its own. */
#define ANSWERS "R01"

bool verdict_insists(const struct form *form, const struct check_rule *rule)
{
    const char *says = form ? form_rule_level(form, rule->id) : NULL;
    return says ? strcmp(says, "must") == 0 : rule->level == LEVEL_MUST;
}

/* How many findings say that a rule does not hold. */
static size_t count_broken(const struct findings *findings, const struct check_rule *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count +=
            findings->list[i].level == LEVEL_MUST && strcmp(findings->list[i].rule, rule->id) == 0;
    return count;
}

bool verdict_broken(const struct findings *findings, const struct check_rule *rule)
{
    return count_broken(findings, rule) > 0;
}

/* What a rule is about: whether it is in the plan. */

static bool has_needs(const struct plan *plan)
{
    return plan_count(plan, SEC_NEED) > 0;
}

static bool has_prices(const struct plan *plan)
{
    return plan_count(plan, SEC_RATE) > 0;
}

static bool has_week(const struct plan *plan)
{
    return plan_count(plan, SEC_TIME) > 0;
}

static bool has_week_or_costs(const struct plan *plan)
{
    return has_week(plan) || plan_count(plan, SEC_COST) > 0;
}

static bool has_amount_and_costs(const struct plan *plan)
{
    return plan_known(plan, F_FUND_AMOUNT, "budget") != NOT_GIVEN && has_week_or_costs(plan);
}

static bool has_amount_or_costs(const struct plan *plan)
{
    return plan_known(plan, F_FUND_AMOUNT, "budget") != NOT_GIVEN || has_week_or_costs(plan);
}

/* Thinking about risks and finding none is an answer, too. */
static bool has_risks(const struct plan *plan)
{
    return plan_count(plan, SEC_RISK) > 0 || plan_place(plan, SEC_ANSWER, "safe") != PLAN_LAST;
}

static bool has_contribution(const struct plan *plan)
{
    return plan_known(plan, F_CONTRIBUTION_STATUS, "") != NOT_GIVEN ||
           plan_known(plan, F_CONTRIBUTION_AMOUNT, "") != NOT_GIVEN;
}

static bool has_direct_payment(const struct plan *plan)
{
    return plan_is(plan, F_MONEY_HOW, "", "direct-payment") ||
           plan_is(plan, F_MONEY_HOW, "", "mix");
}

static bool has_actions_or_week(const struct plan *plan)
{
    return plan_count(plan, SEC_ACTION) > 0 || has_week(plan);
}

static bool has_people(const struct plan *plan)
{
    return plan_count(plan, SEC_SUPPORTER) > 0;
}

static bool has_other_money(const struct plan *plan)
{
    const bool budget = plan_place(plan, SEC_FUND, "budget") != PLAN_LAST;
    return plan_count(plan, SEC_FUND) > budget;
}

/* Rules that are about something a plan may not have; the others are about every plan. */
static const struct {
    const char *rule;
    bool (*is_there)(const struct plan *plan);
} abouts[] = {
    {"R04", has_needs},
    {"R05", has_week_or_costs},
    {"R06", has_week_or_costs},
    {"R07", has_amount_and_costs},
    {"R10", has_contribution},
    {"R12", has_direct_payment},
    {"R14", has_amount_or_costs},
    {"R15", has_people},
    {"R16", has_risks},
    {"R17", has_actions_or_week},
    {"R20", has_people},
    {"R21", has_week_or_costs},
    {"R22", has_people},
    {"R23", has_people},
    {"R24", has_week},
    {"R25", has_week},
    {"R26", has_week},
    {"R27", has_people},
    {"R28", has_week_or_costs},
    {"R29", has_other_money},
    {"R33", has_prices},
    {"R36", has_people},
};

bool verdict_applies(const struct plan *plan, const struct findings *findings,
                     const struct check_rule *rule)
{
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++)
        if (strcmp(abouts[i].rule, rule->id) == 0)
            return abouts[i].is_there(plan) || verdict_broken(findings, rule);
    return true;
}

/* How much is ready. */

static size_t count_questions(const struct form *form)
{
    const struct form_section *section;
    size_t count = 0;
    for (size_t i = 0; form && (section = form_section_at(form, i, NULL)); i++)
        for (unsigned p = 0; p < section->pages_count; p++)
            count += section->pages[p].kind == PAGE_QUESTION && !section->pages[p].optional;
    return count;
}

struct verdict verdict_count(const struct plan *plan, const struct form *form,
                             const struct findings *findings)
{
    struct verdict v = {0};
    for (size_t i = 0; i < check_rule_count(); i++) {
        const struct check_rule *rule = check_rule(i);
        bool answers = strcmp(rule->id, ANSWERS) == 0;
        size_t things = answers ? count_questions(form) : 1;
        size_t lacking = count_broken(findings, rule);
        if (!answers && lacking > 1)
            lacking = 1;
        if (!verdict_insists(form, rule) || !verdict_applies(plan, findings, rule))
            continue;
        v.all += things;
        v.ready += lacking < things ? things - lacking : 0;
    }
    return v;
}

size_t verdict_section(const struct form *form, const struct finding *finding)
{
    size_t section = form_section_count(form);
    enum field field = finding->field != FIELD_NONE || finding->section == SEC_NONE
                           ? finding->field
                           : schema_sections[finding->section].first;
    const struct form_page *page = NULL;
    if (finding->section == SEC_ANSWER)
        page = form_page_of_answer(form, finding->item, &section);
    else if (finding->section != SEC_NONE)
        page = form_page_of_field(form, field, &section);
    return page ? section : form_section_count(form);
}
