/*
 * What one job costs, line by line; and the other way round, what so much money buys.
 */
#include "supportplan/employer.h"

#include <assert.h>

#define WEEKS_A_YEAR 52
#define FOUR_WEEKS_A_YEAR 13
#define BASIS_POINTS 10000
#define QUARTER 15

static const struct fraction nought = {0, 1};

/* A job that is being worked out. */
struct sum {
    const struct job *job;
    const struct law *law;
    struct employer_cost *out;
    pence allowance_left;
    struct fraction pay; /* for work, in the average week */
    bool pay_known;
};

/* Lines. */

static struct part_sum *show(struct sum *s, enum part part, enum gap gap)
{
    struct part_sum *line = &s->out->parts[part];
    line->there = true;
    line->gap = gap;
    return line;
}

/* Whether a "?" leaves a line unknown; then it is shown so. */
static bool show_unsure(struct sum *s, enum part part)
{
    bool unsure = s->job->unsure >> part & 1;
    if (unsure)
        show(s, part, GAP_UNSURE);
    return unsure;
}

/* A line whose rate is not in this copy. */
static void show_no_rate(struct sum *s, enum part part, const char *key)
{
    show(s, part, GAP_RATE)->key = key;
}

/* A line that comes with the pay: a year is so many of it. */
static void show_pay(struct sum *s, enum part part, pence period)
{
    struct part_sum *line = show(s, part, GAP_NONE);
    line->by_pay_day = true;
    line->period = period;
    line->year = period * s->out->pay_days;
}

static void show_year(struct sum *s, enum part part, pence year)
{
    show(s, part, GAP_NONE)->year = year;
}

/* An exact week's money on a pay day. */
static pence on_pay_day(const struct sum *s, struct fraction week)
{
    return fraction_round_times(week, WEEKS_A_YEAR, s->out->pay_days);
}

static pence period_of(const struct sum *s, enum part part)
{
    return s->out->parts[part].period;
}

/* Rates. */

/* Read both or neither: pounds and per cent of rows that may not be there. */
static bool has_pence(const struct legal_rate *rate, pence *out)
{
    return rate && rate_pence(rate, out) == ST_OK;
}

static bool has_points(const struct legal_rate *rate, int64_t *out)
{
    return rate && rate_basis_points(rate, out) == ST_OK;
}

/* Weeks of holiday a year: 5.6, but no more than 28 days. False where this copy does not say. */
static bool leave_weeks(const struct law *law, int days, struct fraction *out)
{
    if (!law->holiday_weeks || !law->holiday_days)
        return false;
    struct fraction weeks = rate_fraction(law->holiday_weeks);
    struct fraction most = rate_fraction(law->holiday_days);
    if (days > 5)
        most = fraction_times(most, 1, days);
    bool capped = days > 5 && most.num * weeks.den < weeks.num * most.den;
    *out = capped ? most : weeks;
    return true;
}

/* Holiday that is earned with each hour: 12.07 per cent; without that rate the statutory weeks
 * beside the weeks that are worked. */
static bool holiday_part(const struct law *law, struct fraction *out)
{
    int64_t points;
    if (has_points(law->accrual, &points)) {
        *out = fraction_of(points, BASIS_POINTS);
        return true;
    }
    if (!law->holiday_weeks)
        return false;
    struct fraction weeks = rate_fraction(law->holiday_weeks);
    *out = fraction_of(weeks.num, (wide)WEEKS_A_YEAR * weeks.den - weeks.num);
    return true;
}

static struct fraction times(struct fraction a, struct fraction b)
{
    return fraction_of(a.num * b.num, a.den * b.den);
}

/* The pay. */

static void add_wages(struct sum *s)
{
    const struct job *job = s->job;
    if (!job->pay_known)
        show(s, PART_WAGES, GAP_PAY);
    else if (job->hourly.num > 0)
        show_pay(s, PART_WAGES, on_pay_day(s, job->hourly));
    if (job->pay_known && job->flat.num > 0)
        show_pay(s, PART_FLAT, on_pay_day(s, job->flat));
    s->pay_known = job->pay_known;
    if (job->pay_known)
        s->pay = fraction_add(job->hourly, job->flat);
}

static void add_awake(struct sum *s)
{
    const struct job *job = s->job;
    bool unsure = job->unsure >> PART_AWAKE & 1;
    if (!job->pay_known || job->nights.num == 0 || (job->awake == 0 && !unsure))
        return;
    if (unsure || !job->wage.known) {
        show(s, PART_AWAKE, unsure ? GAP_UNSURE : GAP_PAY);
        s->pay_known = false;
        return;
    }
    struct fraction pay = fraction_times(job->nights, job->awake, 60);
    pay = times(pay, fraction_of(job->wage.p, 1));
    show_pay(s, PART_AWAKE, on_pay_day(s, pay));
    s->pay = fraction_add(s->pay, pay);
}

/* For hours that change holiday is paid on top, by the hour that is worked. */
static void add_holiday(struct sum *s)
{
    struct fraction part;
    if (s->job->hours == HOURS_REGULAR)
        return;
    if (s->job->hours == HOURS_NONE) {
        show(s, PART_HOLIDAY, GAP_HOURS);
        return;
    }
    if (!s->pay_known) {
        show(s, PART_HOLIDAY, GAP_PAY);
        return;
    }
    if (!holiday_part(s->law, &part)) {
        show_no_rate(s, PART_HOLIDAY, "holiday_statutory_weeks");
        return;
    }
    pence work = period_of(s, PART_WAGES) + period_of(s, PART_FLAT) + period_of(s, PART_AWAKE);
    show_pay(s, PART_HOLIDAY, fraction_round(times(part, fraction_of(work, 1))));
}

/* What National Insurance and pension are counted on. */
static pence counted_pay(const struct sum *s)
{
    return period_of(s, PART_WAGES) + period_of(s, PART_FLAT) + period_of(s, PART_AWAKE) +
           period_of(s, PART_HOLIDAY);
}

static void add_allowance(struct sum *s)
{
    const struct job *job = s->job;
    const struct part_sum ni = s->out->parts[PART_NI];
    if (ni.year == 0 || job->only_me == REPLY_NO || job->allowance == REPLY_NO)
        return;
    if (job->only_me == REPLY_NONE || job->allowance == REPLY_NONE) {
        show(s, PART_ALLOWANCE, GAP_ALLOWANCE);
        return;
    }
    if (!s->law->allowance) {
        show_no_rate(s, PART_ALLOWANCE, "employment_allowance");
        return;
    }
    struct part_sum *line = show(s, PART_ALLOWANCE, GAP_NONE);
    line->by_pay_day = true;
    line->period = -ni.period;
    line->year = -(ni.year < s->allowance_left ? ni.year : s->allowance_left);
}

/* Under 21, and for an apprentice under 25, an employer pays none on pay like this. */
static bool ni_free(enum age_band age)
{
    return age == AGE_16_17 || age == AGE_18_20 || age == AGE_APPRENTICE;
}

static void add_ni(struct sum *s)
{
    pence threshold;
    int64_t points;
    if (s->job->age == AGE_NONE)
        show(s, PART_NI, GAP_AGE);
    else if (!has_points(s->law->ni_rate, &points))
        show_no_rate(s, PART_NI, "ni_employer_rate");
    else if (ni_free(s->job->age))
        show_pay(s, PART_NI, 0);
    else if (!has_pence(s->law->ni_threshold, &threshold))
        show_no_rate(s, PART_NI, "ni_secondary_threshold_week");
    else
        show_pay(s, PART_NI, ni_of(counted_pay(s), threshold, points));
    if (s->out->parts[PART_NI].gap == GAP_NONE)
        add_allowance(s);
}

/* Whether the law puts them into a pension: from 22 to State Pension age, from the trigger on. */
static enum reply in_pension(const struct sum *s, pence pay, pence trigger)
{
    const struct job *job = s->job;
    if (job->pension != REPLY_NONE || pay < trigger)
        return job->pension == REPLY_NONE ? REPLY_NO : job->pension;
    if (job->age == AGE_NONE || job->age == AGE_APPRENTICE)
        return REPLY_NONE;
    return job->age == AGE_22 || job->age == AGE_23_PLUS ? REPLY_YES : REPLY_NO;
}

static void add_pension(struct sum *s)
{
    pence lower, upper, trigger, pay = counted_pay(s);
    int64_t points;
    if (!has_points(s->law->pension_rate, &points) || !has_pence(s->law->pension_lower, &lower) ||
        !has_pence(s->law->pension_upper, &upper) ||
        !has_pence(s->law->pension_trigger, &trigger)) {
        show_no_rate(s, PART_PENSION, "ae_lower_level_week");
        return;
    }
    if (show_unsure(s, PART_PENSION))
        return;
    enum reply in = in_pension(s, pay, trigger);
    if (in == REPLY_NONE)
        show(s, PART_PENSION, s->job->age == AGE_NONE ? GAP_AGE : GAP_PENSION);
    else
        show_pay(s, PART_PENSION, in == REPLY_YES ? pension_of(pay, lower, upper, points) : 0);
}

/* The lines that come with the pay; each hangs on those before it. */
static void add_pay(struct sum *s)
{
    if (s->job->every == PAY_NONE) {
        show(s, PART_WAGES, GAP_EVERY);
        s->pay_known = s->job->pay_known;
        s->pay = s->pay_known ? fraction_add(s->job->hourly, s->job->flat) : nought;
        return;
    }
    add_wages(s);
    add_awake(s);
    add_holiday(s);
    enum gap gap = s->pay_known ? s->out->parts[PART_HOLIDAY].gap : GAP_PAY;
    if (gap != GAP_NONE) {
        show(s, PART_NI, gap)->key = s->out->parts[PART_HOLIDAY].key;
        show(s, PART_PENSION, gap)->key = s->out->parts[PART_HOLIDAY].key;
        return;
    }
    add_ni(s);
    add_pension(s);
}

/* The rest of the year. */

/* Somebody else in the weeks of holiday, who earns holiday too. */
static void add_cover(struct sum *s)
{
    struct fraction part;
    const struct job *job = s->job;
    if (job->hours != HOURS_REGULAR || job->cover == REPLY_NO)
        return;
    if (job->cover == REPLY_NONE)
        show(s, PART_COVER, GAP_COVER);
    else if (!s->pay_known)
        show(s, PART_COVER, GAP_PAY);
    else if (!leave_weeks(s->law, job->days, &s->out->leave) || !holiday_part(s->law, &part))
        show_no_rate(s, PART_COVER, "holiday_statutory_weeks");
    else
        show_year(s, PART_COVER,
                  fraction_round(times(times(s->pay, s->out->leave),
                                       fraction_of(part.num + part.den, part.den))));
}

static void add_mileage(struct sum *s)
{
    pence mile, after;
    int64_t miles = s->job->miles * FOUR_WEEKS_A_YEAR;
    if (show_unsure(s, PART_MILEAGE) || miles == 0)
        return;
    if (s->job->mileage.known)
        show_year(s, PART_MILEAGE, mileage_of(miles, s->job->mileage.p, s->job->mileage.p));
    else if (has_pence(s->law->mile, &mile) && has_pence(s->law->mile_after, &after))
        show_year(s, PART_MILEAGE, mileage_of(miles, mile, after));
    else
        show_no_rate(s, PART_MILEAGE, "mileage_car_first_10000");
}

static void add_rest(struct sum *s)
{
    const struct job *job = s->job;
    add_cover(s);
    add_mileage(s);
    if (!show_unsure(s, PART_INSURANCE) && job->insurance.known)
        show_year(s, PART_INSURANCE, job->insurance.p);
    if (!show_unsure(s, PART_PAYROLL) && job->payroll.known && job->payrolls == 0)
        show(s, PART_PAYROLL, GAP_EVERY);
    else if (job->payroll.known)
        show_year(s, PART_PAYROLL, job->payroll.p * job->payrolls);
    if (!show_unsure(s, PART_TRAINING) && job->training.known)
        show_year(s, PART_TRAINING, job->training.p);
    if (!show_unsure(s, PART_RECRUITMENT) && job->recruitment.known)
        show_year(s, PART_RECRUITMENT, job->recruitment.p);
}

/* Adding up. */

static void add_up(struct employer_cost *out)
{
    out->known = out->job.pay_known;
    for (int i = 0; i < PART_COUNT; i++) {
        const struct part_sum *line = &out->parts[i];
        if (!line->there)
            continue;
        out->known = out->known && line->gap == GAP_NONE;
        if (line->gap != GAP_NONE)
            continue;
        out->pay_day += line->by_pay_day ? line->period : 0;
        if (i == PART_RECRUITMENT)
            out->once += line->year;
        else
            out->year += line->year;
    }
    out->week = fraction_round(fraction_of(out->year, WEEKS_A_YEAR));
    out->four_weeks = fraction_round(fraction_of(out->year, FOUR_WEEKS_A_YEAR));
}

/* The year over the hours in which somebody is there: holiday without cover is not help. */
static void count_hour(struct employer_cost *out)
{
    struct fraction weeks = {WEEKS_A_YEAR, 1};
    if (!out->known || out->job.minutes.num == 0)
        return;
    if (out->job.hours == HOURS_REGULAR && out->job.cover == REPLY_NO)
        weeks = fraction_add(weeks, fraction_of(-out->leave.num, out->leave.den));
    struct fraction there = times(out->job.minutes, weeks);
    out->hour.known = true;
    out->hour.p = fraction_round(fraction_of((wide)out->year * 60 * there.den, there.num));
}

void employer_cost_of(const struct job *job, const struct law *law, pence allowance_left,
                      struct employer_cost *out)
{
    *out = (struct employer_cost){.job = *job, .law = *law, .leave = nought};
    struct sum s = {
        .job = job, .law = law, .out = out, .allowance_left = allowance_left, .pay = nought};
    for (int i = 0; i < PART_COUNT; i++)
        out->parts[i].key = "";
    out->pay_days = pay_days_a_year(job->every);
    if (!leave_weeks(law, job->days, &out->leave))
        out->leave = nought;
    add_pay(&s);
    add_rest(&s);
    add_up(out);
    count_hour(out);
}

struct figure employer_weekly_pay(const struct employer_cost *cost)
{
    static const enum part pay[] = {PART_WAGES, PART_FLAT, PART_AWAKE, PART_HOLIDAY};
    pence year = 0;
    for (size_t i = 0; i < sizeof pay / sizeof *pay; i++) {
        if (cost->parts[pay[i]].gap != GAP_NONE)
            return (struct figure){false, 0};
        year += cost->parts[pay[i]].year;
    }
    return (struct figure){year > 0, fraction_round(fraction_of(year, WEEKS_A_YEAR))};
}

/* The other way round. */

/* Whether the job at this wage and these minutes costs no more than the money of 52 weeks. */
static bool affords(const struct job *job, const struct law *law, pence allowance_left, pence week)
{
    struct employer_cost cost;
    employer_cost_of(job, law, allowance_left, &cost);
    return cost.known && cost.year <= week * WEEKS_A_YEAR;
}

struct job job_at_wage(const struct job *job, pence wage)
{
    struct job other = *job;
    other.wage = (struct figure){true, wage};
    other.hourly = fraction_times(job->minutes, wage, 60);
    return other;
}

struct job job_at_minutes(const struct job *job, minutes each)
{
    struct job other = *job;
    other.minutes = fraction_of(each, 1);
    other.hourly = fraction_times(other.minutes, job->wage.p, 60);
    return other;
}

struct figure employer_wage_for(const struct job *job, const struct law *law, pence allowance_left,
                                pence week)
{
    pence low = 0, high = 100000; /* nobody is paid 1,000 pounds an hour */
    struct job other = job_at_wage(job, 0);
    if (!job->pay_known || job->minutes.num == 0 || !affords(&other, law, allowance_left, week))
        return (struct figure){false, 0};
    while (high - low > 1) { /* low can be paid, high cannot */
        pence middle = low + (high - low) / 2;
        other = job_at_wage(job, middle);
        if (affords(&other, law, allowance_left, week))
            low = middle;
        else
            high = middle;
    }
    return (struct figure){true, low};
}

bool employer_minutes_for(const struct job *job, const struct law *law, pence allowance_left,
                          pence week, minutes *out)
{
    minutes low = 0, high = 7 * 24 * 60 / QUARTER + 1; /* in quarters of an hour */
    struct job other = *job;
    if (!job->pay_known || !job->wage.known)
        return false;
    other = job_at_minutes(job, 0);
    if (!affords(&other, law, allowance_left, week))
        return false;
    while (high - low > 1) {
        minutes middle = low + (high - low) / 2;
        other = job_at_minutes(job, middle * QUARTER);
        if (affords(&other, law, allowance_left, week))
            low = middle;
        else
            high = middle;
    }
    *out = low * QUARTER;
    return true;
}
