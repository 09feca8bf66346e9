/*
 * The rules about people who are employed.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/employer.h"
#include "supportplan/mention.h"

/* R22: the lowest wage. */

/* The days on which a wage is judged: today, or the start of the plan year where today is not
 * in it; and the 1 April after that, where the year has one. DATE_NONE where there is none. */
static void days_to_judge(const struct checking *c, date days[2])
{
    date start = DATE_NONE, day = c->today, april;
    int year;
    if (plan_date(c->plan, F_PLAN_YEAR_START, "", &start) != KNOWN)
        start = DATE_NONE;
    const date end = start == DATE_NONE ? DATE_NONE : start + date_year_days(start);
    if (start != DATE_NONE && (day == DATE_NONE || day < start || day >= end))
        day = start;
    days[0] = day;
    days[1] = DATE_NONE;
    if (start == DATE_NONE)
        return;
    date_parts(day, &year, NULL, NULL);
    april = date_of(year, 4, 1) > day ? date_of(year, 4, 1) : date_of(year + 1, 4, 1);
    if (april < end)
        days[1] = april;
}

/* The lowest price by the hour that is a wage; the price of the job where it has one. */
static struct figure lowest_wage(const struct checking *c, const struct job *job, enum field *field,
                                 const char **item)
{
    struct figure lowest = job->wage;
    *field = F_EMPLOYMENT_WAGE;
    *item = job->item;
    if (plan_known(c->plan, F_EMPLOYMENT_WAGE, job->item) != NOT_GIVEN)
        return lowest;
    lowest.known = false;
    for (size_t i = 0; i < plan_count(c->plan, SEC_RATE) && job->included != REPLY_YES; i++) {
        const char *rate = plan_item(c->plan, SEC_RATE, i);
        pence price;
        if (!plan_is(c->plan, F_RATE_SUPPORTER, rate, job->supporter) ||
            !plan_is(c->plan, F_RATE_UNIT, rate, "hour") ||
            plan_money(c->plan, F_RATE_PRICE, rate, &price) != KNOWN ||
            (lowest.known && lowest.p <= price))
            continue;
        lowest = (struct figure){true, price};
        *field = F_RATE_PRICE;
        *item = rate;
    }
    return lowest;
}

/* " from 1 April 2027", for a wage that is too low only then. */
static struct words from_day(struct checking *c, date day, bool later)
{
    return later ? check_words(_(" from %s"), check_day(c, day).s) : check_words("%s", "");
}

/* Whether it is told that the wage is below the minimum of a day. */
static bool judge_wage(struct checking *c, const struct job *job, const struct law *law, date day,
                       bool later)
{
    enum field field;
    const char *item;
    pence least;
    const struct figure wage = lowest_wage(c, job, &field, &item);
    const struct legal_rate *minimum = law_minimum(law->rates, job->age, day, law->place);
    if (!wage.known || !minimum || !minimum->verified || rate_pence(minimum, &least) != ST_OK ||
        wage.p >= least)
        return false;
    const struct fraction week = fraction_times(job->minutes, least - wage.p, 60);
    const struct words by = check_money(least - wage.p);
    if (job->pay_known && job->minutes.num > 0)
        check_say(c, AS_RULE, field, item,
                  _("The wage of %s is %s an hour below the legal minimum%s. The minimum is %s. "
                    "In a week that is %s."),
                  check_person(c, job->supporter).s, by.s, from_day(c, day, later).s,
                  check_money(least).s, check_money(fraction_round(week)).s);
    else
        check_say(c, AS_RULE, field, item,
                  _("The wage of %s is %s an hour below the legal minimum%s. The minimum is %s."),
                  check_person(c, job->supporter).s, by.s, from_day(c, day, later).s,
                  check_money(least).s);
    return true;
}

/* A night without a proper place to sleep is all work: its price must reach the minimum. */
static void judge_nights(struct checking *c, const struct job *job, const struct law *law, date day)
{
    pence least, price;
    const struct legal_rate *minimum = law_minimum(law->rates, job->age, day, law->place);
    if (job->sleeps != REPLY_NO || !minimum || !minimum->verified ||
        rate_pence(minimum, &least) != ST_OK)
        return;
    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++) {
        const struct week_line *line = &c->budget->timetable[i];
        const struct budget_line *cost = &c->budget->lines[i];
        if (strcmp(line->supporter, job->supporter) != 0 || cost->unit != UNIT_NIGHT ||
            !cost->price.known || !line->length_known || line->varying)
            continue;
        price = cost->price.p + fraction_round(fraction_of((wide)job->awake * job->wage.p, 60));
        const pence due = fraction_round(fraction_of((wide)line->length * least, 60));
        if (price < due)
            check_say(
                c, AS_RULE, F_TIME_RATE, line->item,
                _("%s is %s a night below the legal minimum. Each hour of it counts as work."),
                check_line(c, line->item).s, check_money(due - price).s);
    }
}

/* A "?" in what the minimum hangs on. */
static void ask_wage(struct checking *c, const struct job *job)
{
    const struct words who = check_person(c, job->supporter);
    if (plan_known(c->plan, F_EMPLOYMENT_AGE, job->item) == NOT_SURE)
        check_unsure(c, F_EMPLOYMENT_AGE, job->item, _("how old %s is"), who.s);
    if (plan_known(c->plan, F_EMPLOYMENT_WAGE, job->item) == NOT_SURE)
        check_unsure(c, F_EMPLOYMENT_WAGE, job->item, _("of the wage of %s"), who.s);
}

static bool has_job(const struct checking *c, const char *supporter)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_EMPLOYMENT); i++) {
        if (plan_is(c->plan, F_EMPLOYMENT_SUPPORTER, plan_item(c->plan, SEC_EMPLOYMENT, i),
                    supporter))
            return true;
    }
    return false;
}

/* An adult's minimum of a day, where it was checked; false where it is not known. */
static bool adult_minimum(const struct checking *c, date day, pence *least)
{
    const enum region place = place_of_nation(plan_str(c->plan, F_ABOUT_NATION, ""));
    const struct legal_rate *minimum = law_minimum(c->rates, AGE_23_PLUS, day, place);
    return minimum && minimum->verified && rate_pence(minimum, least) == ST_OK;
}

/* A personal assistant of whom it is not said how they are employed: their price is at most what
 * they get. How old they are is not known, so it is only asked. */
static void judge_prices(struct checking *c, date day)
{
    pence least, price;
    if (!c->rates || !adult_minimum(c, day, &least))
        return;
    for (size_t i = 0; i < plan_count(c->plan, SEC_RATE); i++) {
        const char *rate = plan_item(c->plan, SEC_RATE, i);
        const char *supporter = plan_str(c->plan, F_RATE_SUPPORTER, rate);
        const size_t place = plan_place(c->plan, SEC_SUPPORTER, supporter);
        if (place != PLAN_LAST && c->roles[place].paid && !has_job(c, supporter) &&
            plan_is(c->plan, F_SUPPORTER_KIND, supporter, "pa") &&
            plan_is(c->plan, F_RATE_UNIT, rate, "hour") &&
            plan_money(c->plan, F_RATE_PRICE, rate, &price) == KNOWN && price < least)
            check_say(c, AS_RULE, F_RATE_PRICE, rate,
                      _("%s gets at most %s an hour. An adult must be paid at least %s."),
                      check_person(c, supporter).s, check_money(price).s, check_money(least).s);
    }
}

void rule_lawful_wage(struct checking *c)
{
    date days[2];
    days_to_judge(c, days);
    judge_prices(c, days[0]);
    for (size_t i = 0; c->employer && i < c->employer->count; i++) {
        const struct job *job = &c->employer->list[i].job;
        const struct law *law = &c->employer->list[i].law;
        if (!*job->supporter)
            continue;
        ask_wage(c, job);
        if (!judge_wage(c, job, law, days[0], false))
            judge_wage(c, job, law, days[1], true);
        judge_nights(c, job, law, days[0]);
    }
}

/* R23: what an employer must have, and what employing costs. */

static void judge_insured_until(struct checking *c, const char *item)
{
    date until;
    if (c->today != DATE_NONE &&
        plan_date(c->plan, F_EMPLOYMENT_INSURED_UNTIL, item, &until) == KNOWN && until < c->today)
        check_say(c, AS_RULE, F_EMPLOYMENT_INSURED_UNTIL, item,
                  _("The employer's insurance ended on %s. The law asks you to have it."),
                  check_day(c, until).s);
}

/* What employing somebody costs besides wages, and the words by which a cost is known. */
static const struct {
    enum field field;
    const char *words;
    const char *name;
} besides[] = {
    {F_EMPLOYMENT_PAYROLL, "payroll", N_("payroll help")},
    {F_EMPLOYMENT_TRAINING, "training|course|first aid", N_("training")},
    {F_EMPLOYMENT_RECRUITMENT, "advert|recruitment|recruiting|dbs", N_("finding somebody")},
};

/* Whether a cost of the plan is known by one of some words. */
static bool cost_for(const struct checking *c, const char *words)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_COST); i++) {
        if (mention_any(plan_str(c->plan, F_COST_WHAT, plan_item(c->plan, SEC_COST, i)), words))
            return true;
    }
    return false;
}

static void judge_besides(struct checking *c, const char *job)
{
    struct text missing = {0};
    enum field first = FIELD_NONE;
    if (plan_is(c->plan, F_EMPLOYMENT_INCLUDED, job, "yes"))
        return;
    for (size_t i = 0; i < sizeof besides / sizeof *besides; i++) {
        if (plan_known(c->plan, besides[i].field, job) != NOT_GIVEN ||
            cost_for(c, besides[i].words))
            continue;
        text_addf(&missing, "%s%s", missing.len ? ", " : "", _(besides[i].name));
        first = first == FIELD_NONE ? besides[i].field : first;
    }
    if (first != FIELD_NONE)
        check_say(c, AS_RULE, first, job, _("Nothing is put down for %s yet: %s."),
                  check_person(c, plan_str(c->plan, F_EMPLOYMENT_SUPPORTER, job)).s,
                  text_str(&missing));
    c->nomem = c->nomem || text_status(&missing) != ST_OK;
    text_free(&missing);
}

/* What rounding may come to in a week: so little more than the plan counts is not told. */
#define ROUNDING 10

/* The plan counts a wage, where an employer pays more: then what seems to be left is not. */
static void judge_counted(struct checking *c, const struct employer_cost *cost)
{
    const char *supporter = cost->job.supporter;
    const struct figure planned = employer_planned(c->plan, c->budget, supporter);
    if (!*supporter || !cost->known || !planned.known || cost->week - planned.p <= ROUNDING)
        return;
    check_say(c, AS_RULE, F_EMPLOYMENT_SUPPORTER, cost->job.item,
              _("Employing %s costs %s a week. The plan counts %s of that, so %s is missing."),
              check_person(c, supporter).s, check_money(cost->week).s, check_money(planned.p).s,
              check_money(cost->week - planned.p).s);
}

/* Somebody with two jobs: employer counts the first. */
static void judge_twice(struct checking *c, size_t i)
{
    const char *item = plan_item(c->plan, SEC_EMPLOYMENT, i);
    if (plan_known(c->plan, F_EMPLOYMENT_SUPPORTER, item) != KNOWN)
        return;
    const char *supporter = plan_str(c->plan, F_EMPLOYMENT_SUPPORTER, item);
    for (size_t before = 0; before < i; before++)
        if (plan_is(c->plan, F_EMPLOYMENT_SUPPORTER, plan_item(c->plan, SEC_EMPLOYMENT, before),
                    supporter)) {
            check_say(c, AS_RULE, F_EMPLOYMENT_SUPPORTER, item,
                      _("%s stands twice among those you employ. Only the first one counts."),
                      check_person(c, supporter).s);
            return;
        }
}

/* A personal assistant whom the budget pays, and whom the plan does not say to be employed. */
static void judge_no_jobs(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(c->plan, SEC_SUPPORTER, i);
        if (c->roles[i].paid && plan_is(c->plan, F_SUPPORTER_KIND, supporter, "pa") &&
            !has_job(c, supporter))
            check_say(c, AS_RULE, F_EMPLOYMENT_SUPPORTER, "",
                      _("%s is paid to assist you. Say what employing them costs."),
                      check_person(c, supporter).s);
    }
}

void rule_insured(struct checking *c)
{
    bool told = false;
    for (size_t i = 0; i < plan_count(c->plan, SEC_EMPLOYMENT); i++) {
        const char *item = plan_item(c->plan, SEC_EMPLOYMENT, i);
        told = told || plan_known(c->plan, F_EMPLOYMENT_INSURANCE, item) != NOT_GIVEN ||
               plan_known(c->plan, F_EMPLOYMENT_INSURED_UNTIL, item) != NOT_GIVEN;
        judge_insured_until(c, item);
        judge_besides(c, item);
        judge_twice(c, i);
        if (c->employer && i < c->employer->count)
            judge_counted(c, &c->employer->list[i]);
    }
    judge_no_jobs(c);
    if (!told && plan_count(c->plan, SEC_EMPLOYMENT) > 0 && !cost_for(c, "insurance"))
        check_say(c, AS_RULE, F_EMPLOYMENT_INSURANCE, plan_item(c->plan, SEC_EMPLOYMENT, 0),
                  _("You employ somebody. Say what your employer's insurance costs."));
}
