/*
 * What a plan says of the people whom somebody employs: their facts, and their hours and
 * prices in the timetable.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/employer.h"

#define DAYS_A_WEEK 7
#define WEEKS_A_YEAR 52
#define MONTHS_A_YEAR 12
#define DAYS_OF_52_WEEKS 364

/* A job that is being read. */
struct reader {
    const struct plan *plan;
    const struct budget *budget;
    struct job *job;
    bool one_wage; /* all hours so far have the same price */
    weekdays days; /* on which there is a line */
    bool varies;   /* on which days is not known of a line */
};

/* Facts. */

static enum reply read_reply(const struct reader *r, enum field field)
{
    if (plan_known(r->plan, field, r->job->item) != KNOWN)
        return REPLY_NONE;
    return plan_is(r->plan, field, r->job->item, "yes") ? REPLY_YES : REPLY_NO;
}

/* A "?" leaves a part of the sum unknown. */
static void judge_unsure(const struct reader *r, enum field field, enum part part)
{
    if (plan_known(r->plan, field, r->job->item) == NOT_SURE)
        r->job->unsure |= 1U << part;
}

static int read_word(const struct reader *r, enum field field, int none)
{
    int word = none;
    plan_word(r->plan, field, r->job->item, &word);
    return word;
}

static struct figure read_figure(const struct reader *r, enum field field, enum part part)
{
    struct figure figure = {false, 0};
    figure.known = plan_money(r->plan, field, r->job->item, &figure.p) == KNOWN;
    judge_unsure(r, field, part);
    return figure;
}

static void read_replies(const struct reader *r)
{
    struct job *job = r->job;
    int pension = read_word(r, F_EMPLOYMENT_PENSION, -1);
    job->pension = pension < 0 ? REPLY_NONE : pension == 0 ? REPLY_YES : REPLY_NO;
    judge_unsure(r, F_EMPLOYMENT_PENSION, PART_PENSION);
    job->cover = read_reply(r, F_EMPLOYMENT_HOLIDAY_COVER);
    job->only_me = read_reply(r, F_EMPLOYMENT_ONLY_ME);
    job->allowance = read_reply(r, F_EMPLOYMENT_ALLOWANCE);
    job->sleeps = read_reply(r, F_EMPLOYMENT_SLEEPS);
    job->included = read_reply(r, F_EMPLOYMENT_INCLUDED);
}

static void read_facts(const struct reader *r)
{
    static const int payrolls[] = {52, 26, 13, 12, 1, 0};
    struct job *job = r->job;
    job->age = (enum age_band)read_word(r, F_EMPLOYMENT_AGE, AGE_NONE);
    job->every = (enum pay_every)read_word(r, F_EMPLOYMENT_PAID_EVERY, PAY_NONE);
    job->hours = (enum job_hours)read_word(r, F_EMPLOYMENT_HOURS, HOURS_NONE);
    job->payrolls = payrolls[read_word(r, F_EMPLOYMENT_PAYROLL_EVERY, 5)];
    read_replies(r);
    job->wage = read_figure(r, F_EMPLOYMENT_WAGE, PART_WAGES);
    job->mileage = read_figure(r, F_EMPLOYMENT_MILEAGE, PART_MILEAGE);
    job->insurance = read_figure(r, F_EMPLOYMENT_INSURANCE, PART_INSURANCE);
    job->training = read_figure(r, F_EMPLOYMENT_TRAINING, PART_TRAINING);
    job->recruitment = read_figure(r, F_EMPLOYMENT_RECRUITMENT, PART_RECRUITMENT);
    job->payroll = read_figure(r, F_EMPLOYMENT_PAYROLL, PART_PAYROLL);
    plan_minutes(r->plan, F_EMPLOYMENT_AWAKE, job->item, &job->awake);
    judge_unsure(r, F_EMPLOYMENT_AWAKE, PART_AWAKE);
    plan_number(r->plan, F_EMPLOYMENT_MILES, job->item, &job->miles);
    judge_unsure(r, F_EMPLOYMENT_MILES, PART_MILEAGE);
}

/* Hours. */

/* Put what comes so often in an ordinary week of a line into the average week. */
static struct fraction average(const struct week_line *line, int64_t weeks, struct fraction each)
{
    struct fraction all = fraction_times(each, line->workers * weeks, WEEKS_A_YEAR);
    return fraction_times(all, 1, line->sharing);
}

/* Hours at a price; the wage of the job, where it has one, goes before the price. */
static void add_hours(struct reader *r, const struct week_line *line, int64_t weeks, wide length,
                      struct figure price)
{
    struct job *job = r->job;
    bool given = plan_known(r->plan, F_EMPLOYMENT_WAGE, job->item) != NOT_GIVEN;
    struct figure wage = given ? job->wage : price;
    if (!wage.known || !line->length_known) {
        job->pay_known = false;
        return;
    }
    if (!given && job->minutes.num > 0 && job->wage.p != wage.p)
        r->one_wage = false;
    job->wage = wage;
    struct fraction spent = average(line, weeks, fraction_of(length, 1));
    job->minutes = fraction_add(job->minutes, spent);
    job->hourly = fraction_add(job->hourly, fraction_times(spent, wage.p, 60));
}

static void add_flat(struct reader *r, const struct week_line *line, int64_t weeks, int64_t times,
                     struct figure price, enum unit unit)
{
    struct job *job = r->job;
    if (!price.known) {
        job->pay_known = false;
        return;
    }
    struct fraction so_often = average(line, weeks, fraction_of(times, 1));
    job->flat = fraction_add(job->flat, fraction_times(so_often, price.p, 1));
    if (unit == UNIT_NIGHT)
        job->nights = fraction_add(job->nights, so_often);
}

/* The same price by the week on several days of a line is one price. */
static bool seen_before(const struct budget_line *cost, int day)
{
    for (int other = 0; other < day; other++)
        if (strcmp(cost->rates[other], cost->rates[day]) == 0)
            return true;
    return false;
}

/* One day of a line, or all of a varying one. */
static void add_day(struct reader *r, const struct week_line *line, const struct budget_line *cost,
                    int day)
{
    const char *rate = cost->rates[day];
    struct figure price = {false, 0};
    int unit = UNIT_NONE;
    if (*rate) {
        price.known = plan_money(r->plan, F_RATE_PRICE, rate, &price.p) == KNOWN;
        plan_word(r->plan, F_RATE_UNIT, rate, &unit);
    }
    if (unit == UNIT_HOUR || unit == UNIT_NONE)
        add_hours(r, line, cost->weeks, line->length, price);
    else if (unit != UNIT_WEEK)
        add_flat(r, line, cost->weeks, line->varying ? line->times : 1, price, (enum unit)unit);
    else if (!seen_before(cost, day))
        add_flat(r, line, cost->weeks, 1, price, UNIT_WEEK);
}

static void add_line(struct reader *r, const struct week_line *line, const struct budget_line *cost)
{
    if (line->payer == PAYER_UNPAID)
        return;
    r->job->any_time = true;
    if (cost->why == UNPRICED_UNSURE || cost->why == UNPRICED_WEEKS || !line->workers_known ||
        !line->sharing_known) {
        r->job->pay_known = false;
        return;
    }
    r->varies |= line->varying;
    if (line->varying) {
        add_day(r, line, cost, 0);
        return;
    }
    for (int day = 0; day < DAYS_A_WEEK; day++)
        if (line->days >> day & 1) {
            r->days |= (weekdays)(1 << day);
            add_day(r, line, cost, day);
        }
}

static void read_time(struct reader *r)
{
    struct job *job = r->job;
    job->pay_known = true;
    for (size_t i = 0; *job->supporter && i < plan_count(r->plan, SEC_TIME); i++)
        if (strcmp(r->budget->timetable[i].supporter, job->supporter) == 0)
            add_line(r, &r->budget->timetable[i], &r->budget->lines[i]);
    job->pay_known = job->pay_known && job->any_time;
    if (!r->one_wage)
        job->wage.known = false;
    job->days = r->varies ? 0 : days_count(r->days);
}

static struct job job_of(const char *item, const char *supporter)
{
    return (struct job){.item = item,
                        .supporter = supporter,
                        .age = AGE_NONE,
                        .every = PAY_NONE,
                        .hours = HOURS_NONE,
                        .minutes = {0, 1},
                        .hourly = {0, 1},
                        .flat = {0, 1},
                        .nights = {0, 1}};
}

struct job job_read(const struct plan *plan, const struct budget *budget, const char *item)
{
    struct job job = job_of(item, plan_known(plan, F_EMPLOYMENT_SUPPORTER, item) == KNOWN
                                      ? plan_str(plan, F_EMPLOYMENT_SUPPORTER, item)
                                      : "");
    struct reader r = {.plan = plan, .budget = budget, .job = &job, .one_wage = true};
    read_facts(&r);
    read_time(&r);
    return job;
}

/* Everybody. */

/* Whether a line grows with the days of a year. The allowance has its limit by the year. */
static bool hangs_on_days(const struct employer_cost *cost, int part)
{
    if (part == PART_PAYROLL)
        return cost->job.payrolls > MONTHS_A_YEAR;
    return cost->parts[part].by_pay_day || part == PART_COVER || part == PART_MILEAGE;
}

static pence in_days(const struct employer_cost *cost, pence year)
{
    return fraction_round_times(fraction_of(year, 1), cost->plan_days, DAYS_OF_52_WEEKS);
}

/* What it costs in the plan's year, which its basis counts in days. */
static void count_plan_year(const struct budget *budget, pence allowance_left,
                            struct employer_cost *cost)
{
    cost->plan_days = budget->basis == BASIS_52 ? DAYS_OF_52_WEEKS : budget->year_days;
    for (int i = 0; i < PART_COUNT; i++) {
        struct part_sum *line = &cost->parts[i];
        if (!line->there || line->gap != GAP_NONE)
            continue;
        line->plan_year = hangs_on_days(cost, i) ? in_days(cost, line->year) : line->year;
        if (i == PART_ALLOWANCE) {
            pence ni = cost->parts[PART_NI].plan_year;
            line->plan_year = -(ni < allowance_left ? ni : allowance_left);
        }
        if (i != PART_RECRUITMENT)
            cost->plan_year += line->plan_year;
    }
}

/* A second job of somebody would count all their hours again: only the first one counts. */
static bool is_again(const struct employer *all, size_t i, const char *supporter)
{
    const struct employer before = {all->list, i};
    return *supporter && employer_of(&before, supporter) != NULL;
}

enum status employer_count(const struct plan *plan, const struct budget *budget,
                           const struct rates *rates, date today, struct employer *out)
{
    size_t count = plan_count(plan, SEC_EMPLOYMENT);
    struct employer all = {calloc(count + 1, sizeof *all.list), count};
    enum region place = place_of_nation(plan_str(plan, F_ABOUT_NATION, ""));
    tax_year year = employer_year(plan, today);
    if (!all.list)
        return ST_NOMEM;
    for (size_t i = 0; i < count; i++) {
        struct job job = job_read(plan, budget, plan_item(plan, SEC_EMPLOYMENT, i));
        if (is_again(&all, i, job.supporter))
            job = job_of(job.item, "");
        struct law law = law_of(rates, year, place, job.every);
        all.list[i].law = law;
        pence allowance = employer_allowance_left(&all, i);
        employer_cost_of(&job, &law, allowance, &all.list[i]);
        count_plan_year(budget, allowance, &all.list[i]);
    }
    *out = all;
    return ST_OK;
}

void employer_free(struct employer *employer)
{
    free(employer->list);
    *employer = (struct employer){NULL, 0};
}

pence employer_allowance_left(const struct employer *employer, size_t i)
{
    pence left = 0;
    const struct legal_rate *allowance = employer->list[i].law.allowance;
    if (!allowance || rate_pence(allowance, &left) != ST_OK)
        return 0;
    for (size_t before = 0; before < i; before++)
        left += employer->list[before].parts[PART_ALLOWANCE].year; /* which is below nought */
    return left;
}

const struct employer_cost *employer_of(const struct employer *employer, const char *supporter)
{
    for (size_t i = 0; i < employer->count; i++)
        if (strcmp(employer->list[i].job.supporter, supporter) == 0)
            return &employer->list[i];
    return NULL;
}

/* Whether a line of the budget is money for a supporter that comes again and again. */
static bool is_for(const struct plan *plan, const struct budget *budget, size_t i,
                   const char *supporter)
{
    const struct budget_line *line = &budget->lines[i];
    if (line->section == SEC_TIME)
        return line->payer != PAYER_UNPAID &&
               strcmp(budget->timetable[i].supporter, supporter) == 0;
    return !line->once && !line->set_aside &&
           plan_is(plan, F_COST_SUPPORTER, line->item, supporter);
}

struct figure employer_planned(const struct plan *plan, const struct budget *budget,
                               const char *supporter)
{
    struct figure planned = {true, 0};
    for (size_t i = 0; i < budget->line_count; i++) {
        if (!is_for(plan, budget, i, supporter))
            continue;
        planned.known &= budget->lines[i].year_priced;
        planned.p += budget->lines[i].columns.week;
    }
    return planned;
}
