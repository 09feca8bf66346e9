/* Somebody employed in place of an agency. */
#include "supportplan/instead.h"

#include <string.h>

/* Doing it. */

/* A fact of the new supporter, their price or their job. */
struct fact {
    enum field field;
    const char *value;
};

static enum status set_facts(struct plan *plan, const char *item, const struct fact *facts,
                             size_t count, struct edits *undo)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < count; i++)
        st = plan_set(plan, facts[i].field, item, facts[i].value, PLAN_LAST, undo);
    return st;
}

#define SET_FACTS(plan, item, facts, undo)                                                         \
    set_facts(plan, item, facts, sizeof(facts) / sizeof *(facts), undo)

static enum status add_person(struct plan *plan, char person[NAME_MAX_LEN + 1], struct edits *undo)
{
    const struct fact facts[] = {{F_SUPPORTER_NAME, _("Somebody I employ")},
                                 {F_SUPPORTER_KIND, "pa"}};
    enum status st = plan_new_item(plan, SEC_SUPPORTER, person, undo);
    return st ? st : SET_FACTS(plan, person, facts, undo);
}

static enum status add_price(struct plan *plan, const char *person, const char *wage,
                             struct edits *undo)
{
    char rate[NAME_MAX_LEN + 1];
    const struct fact facts[] = {
        {F_RATE_SUPPORTER, person}, {F_RATE_PRICE, wage}, {F_RATE_UNIT, "hour"}};
    enum status st = plan_new_item(plan, SEC_RATE, rate, undo);
    return st ? st : SET_FACTS(plan, rate, facts, undo);
}

/* The terms that most have: each can be changed on the page of what they cost. */
static enum status add_job(struct plan *plan, const char *person, const char *wage,
                           struct edits *undo)
{
    char job[NAME_MAX_LEN + 1];
    const struct fact facts[] = {
        {F_EMPLOYMENT_SUPPORTER, person}, {F_EMPLOYMENT_AGE, "23-plus"},
        {F_EMPLOYMENT_WAGE, wage},        {F_EMPLOYMENT_PAID_EVERY, "4weeks"},
        {F_EMPLOYMENT_HOURS, "regular"},  {F_EMPLOYMENT_HOLIDAY_COVER, "yes"},
        {F_EMPLOYMENT_ONLY_ME, "yes"},    {F_EMPLOYMENT_ALLOWANCE, "yes"},
    };
    enum status st = plan_new_item(plan, SEC_EMPLOYMENT, job, undo);
    return st ? st : SET_FACTS(plan, job, facts, undo);
}

static enum status add_rest(struct plan *plan, const char *person, pence rest, struct edits *undo)
{
    char cost[NAME_MAX_LEN + 1], price[MONEY_ROOM];
    const struct fact facts[] = {{F_COST_WHAT, _("What comes on top of the wage")},
                                 {F_COST_PRICE, money_print(rest, price)},
                                 {F_COST_EVERY, "week"},
                                 {F_COST_SUPPORTER, person}};
    enum status st = rest > 0 ? plan_new_item(plan, SEC_COST, cost, undo) : ST_OK;
    return st || rest <= 0 ? st : SET_FACTS(plan, cost, facts, undo);
}

static bool is_paid_line(const struct week_line *line, const char *supporter)
{
    return strcmp(line->supporter, supporter) == 0 && line->payer == PAYER_FUND &&
           strcmp(line->fund, "budget") == 0;
}

static enum status move_lines(struct plan *plan, const char *from, const char *to,
                              struct edits *undo)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < plan_count(plan, SEC_TIME); i++) {
        struct week_line line = week_line(plan, i);
        const struct fact facts[] = {{F_TIME_SUPPORTER, to}, {F_TIME_RATE, NULL}};
        if (is_paid_line(&line, from))
            st = SET_FACTS(plan, line.item, facts, undo);
    }
    return st;
}

static enum status take(struct plan *plan, const char *supporter, pence wage, pence rest,
                        char person[NAME_MAX_LEN + 1], struct edits *undo)
{
    char price[MONEY_ROOM];
    money_print(wage, price);
    enum status st = add_person(plan, person, undo);
    if (!st)
        st = add_price(plan, person, price, undo);
    if (!st)
        st = add_job(plan, person, price, undo);
    if (!st)
        st = move_lines(plan, supporter, person, undo);
    return st ? st : add_rest(plan, person, rest, undo);
}

enum status instead_take(struct plan *plan, const char *supporter, pence wage, pence rest,
                         struct edits *undo)
{
    char person[NAME_MAX_LEN + 1];
    return take(plan, supporter, wage, rest, person, undo);
}

/* Counting it. */

struct figure instead_lowest_wage(const struct instead_input *in)
{
    enum region place = place_of_nation(plan_str(in->plan, F_ABOUT_NATION, ""));
    const struct legal_rate *rate = law_minimum(in->rates, AGE_23_PLUS, in->today, place);
    struct figure wage = {false, 0};
    wage.known = rate && rate_pence(rate, &wage.p) == ST_OK;
    return wage;
}

static void count_now(const struct instead_input *in, const char *supporter, struct instead *out)
{
    out->now.known = out->now_year.known = true;
    for (size_t i = 0; i < plan_count(in->plan, SEC_TIME); i++) {
        const struct budget_line *cost = &in->budget->lines[i];
        if (!is_paid_line(&in->budget->timetable[i], supporter))
            continue;
        out->any = true;
        out->now.known &= cost->year_priced;
        out->now_year.known &= cost->year_priced;
        out->now.p += cost->columns.week;
        out->now_year.p += cost->columns.year;
    }
}

static void count_employed(const struct plan *plan, const struct budget *budget,
                           const struct employer *employer, const char *person, struct instead *out)
{
    const struct employer_cost *cost = employer_of(employer, person);
    struct figure planned = employer_planned(plan, budget, person);
    if (!cost || !cost->known || !planned.known)
        return;
    size_t i = (size_t)(cost - employer->list);
    out->known = true;
    out->week = cost->week;
    out->year = cost->year;
    out->hour = cost->hour;
    out->planned = planned.p;
    if (out->now.known)
        out->wage_most = employer_wage_for(&cost->job, &cost->law,
                                           employer_allowance_left(employer, i), out->now.p);
}

static enum status count_copy(const struct instead_input *in, const struct plan *copy,
                              const char *person, struct instead *out)
{
    struct budget budget;
    struct employer employer;
    enum status st = budget_count_with(copy, in->holidays, &budget);
    if (st)
        return st;
    st = employer_count(copy, &budget, in->rates, in->today, &employer);
    if (!st) {
        count_employed(copy, &budget, &employer, person, out);
        employer_free(&employer);
    }
    budget_free(&budget);
    return st;
}

enum status instead_count(const struct instead_input *in, const char *supporter, pence wage,
                          struct instead *out)
{
    char person[NAME_MAX_LEN + 1];
    struct instead result = {.any = false};
    struct edits undo = {0};
    struct plan *copy = plan_copy(in->plan);
    enum status st = copy ? ST_OK : ST_NOMEM;
    count_now(in, supporter, &result);
    if (!st)
        st = take(copy, supporter, wage, 0, person, &undo);
    if (!st && result.any)
        st = count_copy(in, copy, person, &result);
    edits_free(&undo);
    plan_free(copy);
    if (!st)
        *out = result;
    return st;
}
