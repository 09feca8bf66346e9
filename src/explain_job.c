/* What it costs to employ somebody, line by line. */
#include "explain_parts.h"

#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/wages.h"

#define WEEKS_A_YEAR 52

/* One line of a job's cost in the making. */
typedef void say_part(struct explaining *e, const struct employer_cost *cost);

static const struct employer_cost *cost_of(const struct explaining *e)
{
    return employer_of(e->in->employer, e->item);
}

/* The pay for work on a pay day. */
static pence work_of(const struct employer_cost *cost)
{
    return cost->parts[PART_WAGES].period + cost->parts[PART_FLAT].period +
           cost->parts[PART_AWAKE].period;
}

/* Exact numbers in writing. */

/* Money: "260.00", or where it is no whole penny "(3,121 / 12)". */
static void add_money(struct fraction money, struct text *out)
{
    struct fraction pounds = fraction_times(money, 1, 100);

    if (money.den == 1)
        text_add(out, amount_shown((pence)money.num).s);
    else
        text_addf(out, "(%lld / %lld)", (long long)pounds.num, (long long)pounds.den);
}

/* A number: "1200", or "(3600 / 7)". */
static void add_number(struct fraction number, struct text *out)
{
    if (number.den == 1)
        text_addf(out, "%lld", (long long)number.num);
    else
        text_addf(out, "(%lld / %lld)", (long long)number.num, (long long)number.den);
}

/* The weeks of holiday a year: "5.6", or what the most of 28 days leaves of them. */
static void add_leave(const struct employer_cost *cost, struct text *out)
{
    const struct legal_rate *rate = cost->law.holiday_weeks;
    struct fraction law = rate ? rate_fraction(rate) : (struct fraction){0, 1};

    if (rate && law.num == cost->leave.num && law.den == cost->leave.den)
        wages_rate(rate, out);
    else
        add_number(cost->leave, out);
}

/* A percentage of so many hundredths: "12.07 / 100". */
static void add_percent(const struct legal_rate *rate, struct text *out)
{
    int64_t points = 0;

    rate_basis_points(rate, &points);
    text_addf(out, "%s / 100", amount_shown(points).s);
}

/* The holiday that an hour of work earns: "12.07 / 100", "5.6 / (52 - 5.6)". */
static struct fraction add_holiday_part(const struct law *law, struct text *out)
{
    if (law->accrual) {
        add_percent(law->accrual, out);
        return fraction_times(rate_fraction(law->accrual), 1, 100);
    }
    struct fraction weeks = rate_fraction(law->holiday_weeks);
    wages_rate(law->holiday_weeks, out);
    text_add(out, " / (52 - ");
    wages_rate(law->holiday_weeks, out);
    text_add(out, ")");
    return fraction_of(weeks.num, (wide)WEEKS_A_YEAR * weeks.den - weeks.num);
}

static struct fraction times(struct fraction a, struct fraction b)
{
    return fraction_of(a.num * b.num, a.den * b.den);
}

/* Of an exact week a pay day has 52 / 13. */
static void say_on_pay_day(struct explaining *e, const struct employer_cost *cost, enum part part,
                           struct text *sum, struct fraction week)
{
    struct scale scale = {.count = 0};
    struct text name = {0};

    scale_add(&scale, WEEKS_A_YEAR, cost->pay_days);
    scale_words(&scale, sum);
    text_addf(&name, _("%s, each pay day"), wages_part(part));
    explain_sum(e, &name, sum, scale_of(&scale, week), cost->parts[part].period);
}

/* The lines of the pay. */

/* Where the hours have several prices: each line of the week in words. */
static void say_their_lines(struct explaining *e, const struct employer_cost *cost)
{
    for (size_t i = 0; i < plan_count(e->plan, SEC_TIME); i++) {
        const struct week_line *line = &e->budget->timetable[i];
        struct text t = {0};
        if (strcmp(line->supporter, cost->job.supporter) != 0 || line->payer == PAYER_UNPAID)
            continue;
        line_what(e->plan, e->in->form, line, &t);
        text_add(&t, ": ");
        line_working(e->plan, &e->budget->lines[i], &t);
        text_addf(&t, _(", in %lld weeks of the year."), (long long)e->budget->lines[i].weeks);
        explain_take(e, &t);
    }
}

static void say_wages(struct explaining *e, const struct employer_cost *cost)
{
    const struct job *job = &cost->job;
    struct text sum = {0};

    if (job->wage.known) {
        add_number(job->minutes, &sum);
        text_addf(&sum, " x %s / 60", amount_shown(job->wage.p).s);
    } else {
        say_their_lines(e, cost);
        add_money(job->hourly, &sum);
    }
    say_on_pay_day(e, cost, PART_WAGES, &sum, job->hourly);
}

static void say_flat(struct explaining *e, const struct employer_cost *cost)
{
    struct text sum = {0};

    say_their_lines(e, cost);
    add_money(cost->job.flat, &sum);
    say_on_pay_day(e, cost, PART_FLAT, &sum, cost->job.flat);
}

/* What a week of being woken comes to. */
static struct fraction awake_week(const struct job *job)
{
    return times(fraction_times(job->nights, job->awake, 60), fraction_of(job->wage.p, 1));
}

static void say_awake(struct explaining *e, const struct employer_cost *cost)
{
    const struct job *job = &cost->job;
    struct text sum = {0};

    add_number(job->nights, &sum);
    text_addf(&sum, " x %d x %s / 60", job->awake, amount_shown(job->wage.p).s);
    say_on_pay_day(e, cost, PART_AWAKE, &sum, awake_week(job));
}

/* A sum each pay day, of one line. */
static void say_period(struct explaining *e, const struct employer_cost *cost, enum part part,
                       struct text *sum, struct fraction exact)
{
    struct text name = {0};

    text_addf(&name, _("%s, each pay day"), wages_part(part));
    explain_sum(e, &name, sum, exact, cost->parts[part].period);
}

static void say_holiday(struct explaining *e, const struct employer_cost *cost)
{
    struct text sum = {0};
    struct fraction part;

    text_addf(&sum, "%s x ", amount_shown(work_of(cost)).s);
    part = add_holiday_part(&cost->law, &sum);
    say_period(e, cost, PART_HOLIDAY, &sum, times(part, fraction_of(work_of(cost), 1)));
}

/* "(1,040.00 - 385.00) x 15.00 / 100" */
static struct fraction add_above(pence pay, pence from, const struct legal_rate *rate,
                                 struct text *out)
{
    text_addf(out, "(%s - %s) x ", amount_shown(pay).s, amount_shown(from).s);
    add_percent(rate, out);
    return fraction_times(times(rate_fraction(rate), fraction_of(pay - from, 1)), 1, 100);
}

/* Payroll rounds National Insurance in a way of its own. Where there is none, as for the young, the
 * threshold may not be in this copy. */
static void say_ni(struct explaining *e, const struct employer_cost *cost)
{
    pence pay = work_of(cost) + cost->parts[PART_HOLIDAY].period, threshold = 0;
    pence ni = cost->parts[PART_NI].period;
    struct text sum = {0};

    if (ni == 0) {
        text_add(&sum, amount_shown(0).s);
    } else {
        rate_pence(cost->law.ni_threshold, &threshold);
        add_above(pay, threshold, cost->law.ni_rate, &sum);
    }
    struct text t = {0};
    text_addf(&t, _("%s, each pay day: "), wages_part(PART_NI));
    text_add(&t, text_str(&sum));
    if (ni != 0)
        text_addf(&t, _(" = %s, rounded as payroll does"), amount_shown(ni).s);
    text_add(&t, ".");
    t.nomem |= sum.nomem;
    text_free(&sum);
    explain_take(e, &t);
}

static void say_pension(struct explaining *e, const struct employer_cost *cost)
{
    pence pay = work_of(cost) + cost->parts[PART_HOLIDAY].period, lower = 0, upper = 0;
    struct fraction exact = {0, 1};
    struct text sum = {0};

    rate_pence(cost->law.pension_lower, &lower);
    rate_pence(cost->law.pension_upper, &upper);
    if (cost->parts[PART_PENSION].period == 0)
        text_add(&sum, amount_shown(0).s);
    else
        exact = add_above(pay < upper ? pay : upper, lower, cost->law.pension_rate, &sum);
    say_period(e, cost, PART_PENSION, &sum, exact);
}

/* The lines of the year. */

static void say_cover(struct explaining *e, const struct employer_cost *cost)
{
    const struct job *job = &cost->job;
    struct text name = {0}, sum = {0};
    struct fraction week = fraction_add(fraction_add(job->hourly, job->flat), awake_week(job));

    text_add(&name, _("The pay of a week, for the weeks of holiday, with holiday on top"));
    add_money(week, &sum);
    text_add(&sum, " x ");
    add_leave(cost, &sum);
    text_add(&sum, " x (1 + ");
    struct fraction part = add_holiday_part(&cost->law, &sum);
    text_add(&sum, ")");
    struct fraction exact =
        times(times(week, cost->leave), fraction_of(part.num + part.den, part.den));
    explain_sum(e, &name, &sum, exact, cost->parts[PART_COVER].year);
}

static void say_mileage(struct explaining *e, const struct employer_cost *cost)
{
    const struct job *job = &cost->job;
    int64_t miles = job->miles * 13, more = miles > 10000 ? miles - 10000 : 0;
    pence first = job->mileage.p, after = first;
    struct text name = {0}, sum = {0};

    if (!job->mileage.known) {
        rate_pence(cost->law.mile, &first);
        rate_pence(cost->law.mile_after, &after);
    }
    text_add(&name, _("Miles at so much each"));
    text_addf(&sum, "%lld x %s", (long long)(miles - more), amount_shown(first).s);
    if (more > 0)
        text_addf(&sum, " + %lld x %s", (long long)more, amount_shown(after).s);
    explain_sum(e, &name, &sum, fraction_of(cost->parts[PART_MILEAGE].year, 1),
                cost->parts[PART_MILEAGE].year);
}

static void say_payroll(struct explaining *e, const struct employer_cost *cost)
{
    struct text name = {0}, sum = {0};

    text_addf(&name, "%s", wages_part(PART_PAYROLL));
    text_addf(&sum, "%s x %lld", amount_shown(cost->job.payroll.p).s,
              (long long)cost->job.payrolls);
    explain_sum(e, &name, &sum, fraction_of(cost->parts[PART_PAYROLL].year, 1),
                cost->parts[PART_PAYROLL].year);
}

/* The allowance is never more than what is left of it. */
static void say_allowance(struct explaining *e, const struct employer_cost *cost)
{
    size_t i = (size_t)(cost - e->in->employer->list);
    pence ni = cost->parts[PART_NI].year, left = employer_allowance_left(e->in->employer, i);
    struct text t = {0};

    text_addf(&t, _("The lower of %s and %s = %s."), amount_shown(ni).s, amount_shown(left).s,
              amount_shown(ni < left ? ni : left).s);
    explain_take(e, &t);
    struct adding off = {0};
    adding_term(&off, cost->parts[PART_ALLOWANCE].year);
    adding_say(e, &off, _("It is taken off: "));
}

/* Words first, with where the rates come from; the sum last. */
static void say_words(struct explaining *e, const struct employer_cost *cost, enum part part)
{
    struct text words = {0}, from = {0};

    text_addf(&words, "%s: ", wages_part(part));
    wages_working(cost, part, &words);
    wages_sources(cost, part, &from);
    explain_take(e, &words);
    if (from.len > 0 || text_status(&from))
        explain_take(e, &from);
}

/* A year of what comes with the pay is so many pay days of it. */
static void say_year(struct explaining *e, const struct employer_cost *cost, enum part part)
{
    const struct part_sum *line = &cost->parts[part];
    struct text name = {0}, sum = {0};

    if (part == PART_ALLOWANCE || !line->by_pay_day)
        return;
    text_addf(&name, _("%s, in %d pay days"), wages_part(part), cost->pay_days);
    text_addf(&sum, "%s x %d", amount_shown(line->period).s, cost->pay_days);
    explain_sum(e, &name, &sum, fraction_of(line->year, 1), line->year);
}

/* One line, with all its sums; a year's amount of the plan needs none. */
static void say_line(struct explaining *e, const struct employer_cost *cost, enum part part)
{
    static say_part *const say[PART_COUNT] = {
        [PART_WAGES] = say_wages,     [PART_FLAT] = say_flat,   [PART_AWAKE] = say_awake,
        [PART_HOLIDAY] = say_holiday, [PART_NI] = say_ni,       [PART_ALLOWANCE] = say_allowance,
        [PART_PENSION] = say_pension, [PART_COVER] = say_cover, [PART_MILEAGE] = say_mileage,
        [PART_PAYROLL] = say_payroll,
    };

    say_words(e, cost, part);
    if (cost->parts[part].gap != GAP_NONE)
        return;
    if (say[part])
        say[part](e, cost);
    else
        explain_less(e, cost->parts[part].year, NULL, 0);
    say_year(e, cost, part);
}

/* What is missing, line by line. */
static void say_missing(struct explaining *e, const struct employer_cost *cost)
{
    for (int i = 0; i < PART_COUNT; i++)
        if (cost->parts[i].there && cost->parts[i].gap != GAP_NONE)
            say_words(e, cost, (enum part)i);
    explain_say(e, _("So it is not known yet."));
}

/* The kinds of keys. */

void explain_job_part(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    enum part part = (enum part)e->part;

    bool no_ni = part == PART_ALLOWANCE && cost->parts[PART_NI].gap != GAP_NONE;

    if (cost->parts[PART_WAGES].gap != GAP_NONE || no_ni)
        say_missing(e, cost);
    else if (cost->parts[part].there)
        say_line(e, cost, part);
    else
        explain_less(e, 0, NULL, 0);
}

enum { TOTAL_PAYDAY, TOTAL_WEEK, TOTAL_4WEEKS, TOTAL_YEAR, TOTAL_ONCE };

/* What a line adds to a total; false where it is no part of it. */
static bool in_total(const struct part_sum *line, enum part part, int total, pence *p)
{
    *p = total == TOTAL_PAYDAY ? line->period : line->year;
    if (!line->there)
        return false;
    if (total == TOTAL_PAYDAY)
        return line->by_pay_day;
    return (part == PART_RECRUITMENT) == (total == TOTAL_ONCE);
}

/* A week is the year over 52, and four weeks the year over 13. */
static void say_part_of_year(struct explaining *e, const struct employer_cost *cost)
{
    int over = e->part == TOTAL_WEEK ? 52 : 13;
    struct text name = {0}, sum = {0};

    if (e->part != TOTAL_WEEK && e->part != TOTAL_4WEEKS)
        return;
    text_addf(&sum, "%s / %d", amount_shown(cost->year).s, over);
    explain_sum(e, &name, &sum, fraction_of(cost->year, over),
                e->part == TOTAL_WEEK ? cost->week : cost->four_weeks);
}

void explain_job_total(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    struct adding a = {0};
    pence p;

    if (!cost->known) {
        say_missing(e, cost);
        return;
    }
    for (int i = 0; i < PART_COUNT; i++) {
        if (!in_total(&cost->parts[i], (enum part)i, e->part, &p))
            continue;
        say_line(e, cost, (enum part)i);
        adding_term(&a, p);
    }
    adding_say(e, &a, "");
    say_part_of_year(e, cost);
}

/* One line in the days of the plan's year: what hangs on time grows with them. */
static void say_plan_year(struct explaining *e, const struct employer_cost *cost, enum part part)
{
    const struct part_sum *line = &cost->parts[part];
    struct scale scale = {.count = 0};
    struct text name = {0}, sum = {0};

    text_addf(&name, "%s", wages_part(part));
    if (part == PART_ALLOWANCE || line->plan_year == line->year) {
        text_add(&sum, amount_shown(line->plan_year).s);
        explain_sum(e, &name, &sum, fraction_of(line->plan_year, 1), line->plan_year);
        return;
    }
    scale_add(&scale, cost->plan_days, 364);
    text_add(&sum, amount_shown(line->year).s);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, fraction_of(line->year, 1)), line->plan_year);
}

void explain_job_plan_year(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    struct adding a = {0};

    if (!cost->known) {
        say_missing(e, cost);
        return;
    }
    explain_say(e, _("Each line of 52 weeks, which are 364 days, for the days of the year:"));
    for (int i = 0; i < PART_COUNT; i++) {
        if (!cost->parts[i].there || i == PART_RECRUITMENT)
            continue;
        say_plan_year(e, cost, (enum part)i);
        adding_term(&a, cost->parts[i].plan_year);
    }
    adding_say(e, &a, "");
}

void explain_job_hour(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    const struct job *job = &cost->job;
    struct text name = {0}, sum = {0};

    if (!cost->hour.known) {
        say_missing(e, cost);
        return;
    }
    bool away = job->hours == HOURS_REGULAR && job->cover == REPLY_NO;
    struct fraction weeks = {WEEKS_A_YEAR, 1};
    text_add(&name, _("The year, over the minutes of its weeks, in hours"));
    text_addf(&sum, "%s x 60 / (", amount_shown(cost->year).s);
    add_number(job->minutes, &sum);
    text_add(&sum, away ? " x (52 - " : " x 52");
    if (away) {
        weeks = fraction_add(weeks, fraction_of(-cost->leave.num, cost->leave.den));
        add_leave(cost, &sum);
        text_add(&sum, ")");
    }
    text_add(&sum, ")");
    struct fraction there = times(job->minutes, weeks);
    explain_sum(e, &name, &sum, fraction_of((wide)cost->year * 60 * there.den, there.num),
                cost->hour.p);
}

void explain_job_unchecked(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    struct text t = {0};

    for (int i = 0; i < PART_COUNT; i++)
        if (wages_unchecked(cost, (enum part)i))
            say_words(e, cost, (enum part)i);
    text_addf(&t, _("Lines: %d."), wages_unchecked_count(cost));
    explain_take(e, &t);
}

/* What so much money buys. */

/* What there is for them: what the plan counts, and what is left. False where it is not known. */
static bool say_money(struct explaining *e, pence *week)
{
    struct figure planned = employer_planned(e->plan, e->budget, e->item);
    struct adding a = {0};

    if (!planned.known || !e->budget->amount_known) {
        explain_say(e, _("It is known once the budget and their prices are known."));
        return false;
    }
    explain_say(e, _("What the plan counts for them a week, and what is left of the budget:"));
    adding_term(&a, planned.p);
    adding_term(&a, e->budget->left.week);
    *week = a.sum;
    adding_say(e, &a, "");
    return true;
}

/* In 52 weeks. */
static void say_money_of_year(struct explaining *e, pence week)
{
    struct text name = {0}, sum = {0};

    text_add(&name, _("In 52 weeks"));
    text_addf(&sum, "%s x 52", amount_shown(week).s);
    explain_sum(e, &name, &sum, fraction_of((wide)week * 52, 1), week * 52);
}

/* "A wage of 12.96 an hour costs 16,112.10 a year." Takes what the name of the shape holds. */
static void say_shape(struct explaining *e, const struct job *other, struct text *shape)
{
    const struct employer_cost *cost = cost_of(e);
    size_t i = (size_t)(cost - e->in->employer->list);
    struct employer_cost at;
    struct text t = {0};

    employer_cost_of(other, &cost->law, employer_allowance_left(e->in->employer, i), &at);
    text_addf(&t, _("%s costs %s a year."), text_str(shape), amount_shown(at.year).s);
    t.nomem |= shape->nomem;
    text_free(shape);
    explain_take(e, &t);
}

static void say_wage(struct explaining *e, pence wage)
{
    struct job other = job_at_wage(&cost_of(e)->job, wage);
    struct text shape = {0};

    text_addf(&shape, _("A wage of %s an hour"), amount_shown(wage).s);
    say_shape(e, &other, &shape);
}

void explain_job_wage(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    size_t i = (size_t)(cost - e->in->employer->list);
    struct text t = {0};
    pence week = 0;

    if (!say_money(e, &week))
        return;
    struct figure most = employer_wage_for(&cost->job, &cost->law,
                                           employer_allowance_left(e->in->employer, i), week);
    if (!most.known) {
        explain_say(e, _("It pays no wage, or a fact of the job is missing."));
        return;
    }
    say_money_of_year(e, week);
    say_wage(e, most.p);
    say_wage(e, most.p + 1);
    text_addf(&t, _("So the highest wage is %s."), amount_shown(most.p).s);
    explain_take(e, &t);
}

static void say_time(struct explaining *e, minutes each)
{
    struct job other = job_at_minutes(&cost_of(e)->job, each);
    struct text shape = {0};

    minutes_words(&shape, each);
    text_add(&shape, _(" a week"));
    say_shape(e, &other, &shape);
}

void explain_job_minutes(struct explaining *e)
{
    const struct employer_cost *cost = cost_of(e);
    size_t i = (size_t)(cost - e->in->employer->list);
    struct text t = {0};
    pence week = 0;
    minutes most = 0;

    if (!say_money(e, &week))
        return;
    if (!employer_minutes_for(&cost->job, &cost->law, employer_allowance_left(e->in->employer, i),
                              week, &most)) {
        explain_say(e, _("It pays no time, or there is no one wage for all hours."));
        return;
    }
    say_money_of_year(e, week);
    say_time(e, most);
    say_time(e, most + 15);
    text_addf(&t, _("So the most is, in minutes: %d."), most);
    explain_take(e, &t);
}
