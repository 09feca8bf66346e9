/* What there is to know beside the lines, and how they compare with the plan. */
#include "supportplan/wages.h"

/* Sentences in the making. */
struct notes {
    const struct plan *plan;
    const struct budget *budget;
    const struct employer_cost *cost;
    struct telling said;
};

static void say(struct notes *n, const char *sentence)
{
    struct text t = {0};
    text_add(&t, sentence);
    notices_keep(&n->said, &t);
}

/* Costs of which nothing is said: they are not in the sum. */
static void note_left_out(struct notes *n)
{
    static const struct {
        enum field field;
        const char *name;
    } costs[] = {
        {F_EMPLOYMENT_INSURANCE, N_("insurance")}, {F_EMPLOYMENT_PAYROLL, N_("payroll help")},
        {F_EMPLOYMENT_TRAINING, N_("training")},   {F_EMPLOYMENT_RECRUITMENT, N_("finding them")},
        {F_EMPLOYMENT_MILES, N_("mileage")},
    };
    struct text t = {0};
    for (size_t i = 0; i < sizeof costs / sizeof *costs; i++)
        if (plan_known(n->plan, costs[i].field, n->cost->job.item) == NOT_GIVEN)
            text_addf(&t, "%s%s", t.len ? ", " : _("Not in the sum, for nothing is said of it: "),
                      _(costs[i].name));
    if (t.len)
        text_add(&t, ".");
    notices_keep(&n->said, &t);
}

/* 5.6 x 16 h = 89 h 36 m. */
static void note_leave(struct notes *n)
{
    const struct employer_cost *cost = n->cost;
    struct text t = {0};
    if (cost->leave.num == 0 || cost->job.minutes.num == 0 || cost->job.hours != HOURS_REGULAR)
        return;
    struct fraction time = fraction_of(cost->job.minutes.num * cost->leave.num,
                                       cost->job.minutes.den * cost->leave.den);
    text_add(&t, _("Holiday with pay in a year: "));
    minutes_words(&t, (minutes)fraction_round(time));
    text_add(&t, _(". Bank holidays may count as part of it."));
    notices_keep(&n->said, &t);
}

static void note_sick_pay(struct notes *n)
{
    const struct law *law = &n->cost->law;
    struct text t = {0};
    pence week = 0;
    bool days = law->ssp_waiting && law->ssp_waiting->value == 0;
    if (!law->ssp_week || rate_pence(law->ssp_week, &week) != ST_OK)
        return;
    text_addf(&t, _("Sick pay is %s a week at most"), amount_shown(week).s);
    if (law->ssp_percent) {
        text_add(&t, _(", or "));
        wages_rate(law->ssp_percent, &t);
        text_add(&t, _(" of the pay if that is less"));
    }
    text_add(&t, days ? _(". It is due from the first full day.") : ".");
    text_add(&t, law->ssp_week->verified ? "" : _(" That was not checked."));
    text_add(&t, _(" Sick pay and who steps in are not in the sum."));
    notices_keep(&n->said, &t);
}

/* Whether sick pay is due at all on such pay. Since 2026/27 it always is. */
static bool sick_pay_is_due(const struct law *law, pence week)
{
    pence least = 0;
    if (!law->ssp_waiting || law->ssp_waiting->value == 0)
        return law->ssp_waiting != NULL;
    return law->ssp_least && rate_pence(law->ssp_least, &least) == ST_OK && week >= least;
}

/* "Sick pay at this pay: 1 day 41.09, 2 days 82.17, 3 days 123.25." */
static void note_sick_days(struct notes *n)
{
    const struct employer_cost *cost = n->cost;
    struct figure week = employer_weekly_pay(cost);
    struct fraction pay = {0, 1};
    struct text t = {0};
    if (!week.known || cost->job.days == 0 || !sick_pay_is_due(&cost->law, week.p) ||
        !ssp_week_of(&cost->law, week.p, &pay))
        return;
    text_add(&t, _("Sick pay at this pay: "));
    for (int day = 1; day <= cost->job.days; day++)
        text_addf(&t, ngettext("%s%d day %s", "%s%d days %s", (unsigned long)day),
                  day > 1 ? ", " : "", day, amount_shown(ssp_of(pay, day, cost->job.days)).s);
    text_add(&t, ".");
    if (cost->law.ssp_waiting->value > 0)
        text_addf(&t, _(" The first %lld days are without it."),
                  (long long)cost->law.ssp_waiting->value);
    notices_keep(&n->said, &t);
}

/* What two years come to: at 24 a week's pay each, from 41 on one and a half, before 22 a half. */
static void note_redundancy(struct notes *n)
{
    const struct law *law = &n->cost->law;
    struct figure week = employer_weekly_pay(n->cost);
    pence cap = 0;
    struct text t = {0};
    text_add(&t, _("After two years redundancy pay may be due when the job ends. It is in no sum. "
                   "You can say on the account page what you keep for it."));
    if (week.known && law->redundancy_cap && rate_pence(law->redundancy_cap, &cap) == ST_OK)
        text_addf(&t, _(" For two years it is %s from age 24 on, and %s from age 43 on."),
                  amount_shown(redundancy_of(24, 2, week.p, cap)).s,
                  amount_shown(redundancy_of(43, 2, week.p, cap)).s);
    notices_keep(&n->said, &t);
}

/* Payroll's year is 52 weeks; the plan may count its own by days. */
static void note_plan_year(struct notes *n)
{
    struct text t = {0};

    if (!n->cost->known || n->budget->basis == BASIS_52)
        return;
    text_addf(&t, _("In your plan's year of %d days it is %s."), n->cost->plan_days,
              amount_shown(n->cost->plan_year).s);
    notices_keep(&n->said, &t);
}

/* The plan year may run into a tax year that is not in this copy. */
static void note_next_year(struct notes *n)
{
    const struct law *law = &n->cost->law;
    date start = DATE_NONE;
    plan_date(n->plan, F_PLAN_YEAR_START, "", &start);
    if (start == DATE_NONE || law->year == TAX_YEAR_NONE ||
        start + n->budget->year_days <= date_of(law->year + 1, 4, 6) ||
        rates_find(law->rates, "ni_employer_rate", law->year + 1, law->place))
        return;
    struct text t = {0};
    rates_say_missing(law->rates, "ni_employer_rate", law->year + 1, law->place, &t);
    text_add(&t, _(" From April the sums may change."));
    notices_keep(&n->said, &t);
}

enum status wages_notes(const struct plan *plan, const struct budget *budget,
                        const struct employer_cost *cost, struct notices *out)
{
    struct notes n = {.plan = plan, .budget = budget, .cost = cost, .said = {out, ST_OK}};
    if (cost->job.unsure & ~(1U << PART_WAGES))
        say(&n, _("Something about this job is not sure yet. So the sum is not known."));
    if (wages_unchecked_count(cost) > 0)
        say(&n, _("Some of the rates were not checked. Enter on a line says which."));
    note_left_out(&n);
    note_leave(&n);
    note_sick_pay(&n);
    note_sick_days(&n);
    note_redundancy(&n);
    note_plan_year(&n);
    if (budget->pattern_count > 1)
        say(&n, _("It is worked out on an average week. "
                  "Where weeks differ, tax and pension may come out otherwise."));
    note_next_year(&n);
    return n.said.st;
}

/* Beside the plan. */

/* Payroll and insurance may stand in the plan as costs that say not whom they are for. */
static bool any_cost_of_nobody(const struct plan *plan)
{
    for (size_t i = 0; i < plan_count(plan, SEC_COST); i++) {
        const char *cost = plan_item(plan, SEC_COST, i);
        if (plan_known(plan, F_COST_SUPPORTER, cost) == NOT_GIVEN &&
            !plan_is(plan, F_COST_SET_ASIDE, cost, "yes"))
            return true;
    }
    return false;
}

static void compare_planned(struct notes *n, pence planned)
{
    const struct employer_cost *cost = n->cost;
    pence more = cost->week - planned;
    struct text t = {0};
    text_add(&t, _("Your plan counts "));
    text_addf(&t, _("%s a week for them."), amount_shown(planned).s);
    if (more > 0 && cost->job.included == REPLY_YES)
        text_addf(&t, _(" That does not hold it all: %s a week is missing."), amount_shown(more).s);
    else if (more > 0)
        text_addf(&t, _(" The rest is %s a week. Add it to your plan as a cost."),
                  amount_shown(more).s);
    else if (more < 0)
        text_addf(&t, _(" That is %s a week more than it costs."), amount_shown(-more).s);
    if (more > 0 && any_cost_of_nobody(n->plan))
        text_add(&t, _(" A cost of your plan counts here if it says whom it is for."));
    notices_keep(&n->said, &t);
}

/* A wage that the money would pay for may be one that nobody may be paid. */
static void add_minimum(const struct employer_cost *cost, pence wage, struct text *out)
{
    const struct law *law = &cost->law;
    pence least = 0;

    if (law->year == TAX_YEAR_NONE)
        return;
    const struct legal_rate *minimum =
        law_minimum(law->rates, cost->job.age, date_of(law->year, 4, 6), law->place);
    if (minimum && rate_pence(minimum, &least) == ST_OK && wage < least)
        text_addf(out, _(" That is below the legal minimum, %s: the money is not enough."),
                  amount_shown(least).s);
}

/* What the money that is there buys: the wage, or the hours; both rounded down. */
static void compare_money(struct notes *n, const struct employer *employer, size_t i, pence week)
{
    const struct employer_cost *cost = n->cost;
    pence allowance = employer_allowance_left(employer, i);
    struct figure wage = employer_wage_for(&cost->job, &cost->law, allowance, week);
    minutes most = 0;
    struct text t = {0};
    if (wage.known) {
        text_addf(&t, _("With %s a week the wage can be up to %s an hour."), amount_shown(week).s,
                  amount_shown(wage.p).s);
        add_minimum(cost, wage.p, &t);
        notices_keep(&n->said, &t);
    }
    if (employer_minutes_for(&cost->job, &cost->law, allowance, week, &most)) {
        text_addf(&t, _("At %s an hour it pays for "), amount_shown(cost->job.wage.p).s);
        minutes_words(&t, most);
        text_add(&t, _(" a week."));
        notices_keep(&n->said, &t);
    }
}

enum status wages_compared(const struct plan *plan, const struct budget *budget,
                           const struct employer *employer, size_t i, struct notices *out)
{
    const struct employer_cost *cost = &employer->list[i];
    struct notes n = {.plan = plan, .budget = budget, .cost = cost, .said = {out, ST_OK}};
    struct figure planned = employer_planned(plan, budget, cost->job.supporter);
    if (!planned.known || planned.p == 0 || !cost->known)
        return ST_OK;
    compare_planned(&n, planned.p);
    if (budget->amount_known && planned.p + budget->left.week > 0)
        compare_money(&n, employer, i, planned.p + budget->left.week);
    return n.said.st;
}
