/* What it costs to employ somebody, in words: line by line. */
#include "supportplan/wages.h"

#include <stdio.h>
#include <string.h>

const char *wages_part(enum part part)
{
    static const char *const names[PART_COUNT] = {
        [PART_WAGES] = N_("Wages"),
        [PART_FLAT] = N_("Nights and other set prices"),
        [PART_AWAKE] = N_("Woken at night"),
        [PART_HOLIDAY] = N_("Holiday pay"),
        [PART_NI] = N_("Employer's National Insurance"),
        [PART_ALLOWANCE] = N_("Employment Allowance"),
        [PART_PENSION] = N_("Employer's pension"),
        [PART_COVER] = N_("Somebody else while they are on holiday"),
        [PART_MILEAGE] = N_("Mileage"),
        [PART_INSURANCE] = N_("Insurance"),
        [PART_PAYROLL] = N_("Payroll help"),
        [PART_TRAINING] = N_("Training"),
        [PART_RECRUITMENT] = N_("Finding them"),
    };
    return _(names[part]);
}

void wages_name(const struct plan *plan, const char *supporter, struct text *out)
{
    if (*supporter)
        phrase_item(plan, NULL, SEC_SUPPORTER, supporter, out);
    else
        text_add(out, _("somebody"));
}

static void add_year(pence year, struct text *out)
{
    text_addf(out, _("%s a year (52 weeks)"), amount_shown(year).s);
}

void wages_sum(const struct employer_cost *cost, enum part part, struct text *out)
{
    const struct part_sum *line = &cost->parts[part];
    if (line->gap != GAP_NONE) {
        text_add(out, _("not known yet"));
    } else if (part == PART_RECRUITMENT) {
        text_addf(out, _("%s once"), amount_shown(line->year).s);
    } else {
        if (line->by_pay_day)
            text_addf(out, _("%s each pay day, "), amount_shown(line->period).s);
        add_year(line->year, out);
    }
}

void wages_total(const struct employer_cost *cost, struct text *out)
{
    if (!cost->known) {
        text_add(out, _("not known yet"));
        return;
    }
    text_addf(out, _("%s a week, %s every 4 weeks, "), amount_shown(cost->week).s,
              amount_shown(cost->four_weeks).s);
    add_year(cost->year, out);
}

bool wages_in_rate(const struct employer_cost *cost)
{
    return !cost->known && cost->job.included == REPLY_YES;
}

void wages_short(const struct employer_cost *cost, struct text *out)
{
    if (wages_in_rate(cost))
        text_add(out, _("in the council's rate"));
    else
        wages_total(cost, out);
}

/* Rates. */

static struct amount_shown rate_shown(const struct legal_rate *rate)
{
    struct amount_shown shown = {""};
    char digits[32];
    pence p;
    if (rate->kind == RATE_POUNDS && rate_pence(rate, &p) == ST_OK)
        return amount_shown(p);
    /* The figure in its own digits, a point before the last ones. */
    int len = snprintf(digits, sizeof digits, "%0*lld", rate->decimals + 1, (long long)rate->value);
    snprintf(shown.s, sizeof shown.s, "%.*s%s%s%s", len - rate->decimals, digits,
             rate->decimals > 0 ? "." : "", digits + len - rate->decimals,
             rate->kind == RATE_PERCENT ? "%" : "");
    return shown;
}

void wages_rate(const struct legal_rate *rate, struct text *out)
{
    text_add(out, rate_shown(rate).s);
}

#define RATES_MAX 4

/* The rates that a line was worked out with. How many. */
static int rates_of(const struct employer_cost *cost, enum part part,
                    const struct legal_rate *list[RATES_MAX])
{
    const struct law *law = &cost->law;
    const struct legal_rate *const holiday = law->accrual ? law->accrual : law->holiday_weeks;
    const struct legal_rate *const all[PART_COUNT][RATES_MAX] = {
        [PART_HOLIDAY] = {holiday},
        [PART_NI] = {law->ni_rate, law->ni_threshold},
        [PART_ALLOWANCE] = {law->allowance},
        [PART_PENSION] = {law->pension_rate, law->pension_trigger, law->pension_lower,
                          law->pension_upper},
        [PART_COVER] = {law->holiday_weeks, holiday == law->holiday_weeks ? NULL : holiday},
        [PART_MILEAGE] = {cost->job.mileage.known ? NULL : law->mile,
                          cost->job.mileage.known ? NULL : law->mile_after},
    };
    int count = 0;
    for (int i = 0; i < RATES_MAX && all[part][i]; i++)
        list[count++] = all[part][i];
    return count;
}

static bool same_source(const struct legal_rate *a, const struct legal_rate *b)
{
    return strcmp(a->source, b->source) == 0 && strcmp(a->years, b->years) == 0 &&
           a->verified == b->verified;
}

/* "768.00, 480.00 and 3,867.00 are for 2026/27: ..." What has one source is told at once, with the
 * first of them. */
static void add_source(const struct legal_rate *const *list, int count, int i, struct text *out)
{
    const struct legal_rate *rate = list[i];
    int alike = 0, said = 0;
    for (int other = 0; other < count; other++) {
        if (other < i && same_source(rate, list[other]))
            return;
        alike += same_source(rate, list[other]);
    }
    text_add(out, out->len > 0 ? " " : "");
    for (int other = i; other < count; other++)
        if (same_source(rate, list[other])) {
            said++;
            text_addf(out, "%s%s",
                      said == 1       ? ""
                      : said == alike ? _(" and ")
                                      : ", ",
                      rate_shown(list[other]).s);
        }
    text_addf(out, alike == 1 ? _(" is for %s: %s.") : _(" are for %s: %s."), rate->years,
              rate->source);
    if (!rate->verified)
        text_add(out, alike == 1 ? _(" It was not checked. Ask before you rely on it.")
                                 : _(" They were not checked. Ask before you rely on them."));
}

void wages_sources(const struct employer_cost *cost, enum part part, struct text *out)
{
    const struct legal_rate *list[RATES_MAX];
    int count = cost->parts[part].gap == GAP_NONE ? rates_of(cost, part, list) : 0;
    for (int i = 0; i < count; i++)
        add_source(list, count, i, out);
}

bool wages_unchecked(const struct employer_cost *cost, enum part part)
{
    const struct legal_rate *list[RATES_MAX];
    const struct part_sum *line = &cost->parts[part];
    int count = line->there && line->gap == GAP_NONE ? rates_of(cost, part, list) : 0;
    for (int i = 0; i < count; i++)
        if (!list[i]->verified)
            return true;
    return false;
}

int wages_unchecked_count(const struct employer_cost *cost)
{
    int count = 0;
    for (int i = 0; i < PART_COUNT; i++)
        count += wages_unchecked(cost, (enum part)i);
    return count;
}

/* How each line was worked out. */

static pence period_of(const struct employer_cost *cost, enum part part)
{
    return cost->parts[part].period;
}

/* The pay for work on a pay day. */
static pence work_of(const struct employer_cost *cost)
{
    return period_of(cost, PART_WAGES) + period_of(cost, PART_FLAT) + period_of(cost, PART_AWAKE);
}

static void add_minutes(struct fraction time, struct text *out)
{
    minutes_words(out, (minutes)fraction_round(time));
}

static void say_wages(const struct employer_cost *cost, struct text *out)
{
    add_minutes(cost->job.minutes, out);
    if (cost->job.wage.known)
        text_addf(out, _(" a week at %s an hour"), amount_shown(cost->job.wage.p).s);
    else
        text_add(out, _(" a week at the prices in your plan"));
    text_addf(out, _(": %s a week, and %d pay days a year."),
              amount_shown(fraction_round(cost->job.hourly)).s, cost->pay_days);
}

static void say_flat(const struct employer_cost *cost, struct text *out)
{
    text_addf(out, _("Your plan's prices by the night, visit, day or week: %s a week."),
              amount_shown(fraction_round(cost->job.flat)).s);
}

static void say_awake(const struct employer_cost *cost, struct text *out)
{
    text_add(out, _("In each sleep-in night "));
    minutes_words(out, cost->job.awake);
    text_addf(out, _(" awake, at %s an hour."), amount_shown(cost->job.wage.p).s);
}

static void say_holiday(const struct employer_cost *cost, struct text *out)
{
    if (cost->law.accrual) {
        text_addf(out, _("%s of %s, the pay for work. Hours that change earn holiday so."),
                  rate_shown(cost->law.accrual).s, amount_shown(work_of(cost)).s);
        return;
    }
    text_addf(out, _("%s weeks of holiday, earned in the other weeks of the year. "),
              rate_shown(cost->law.holiday_weeks).s);
    if (cost->law.place == PLACE_NORTHERN_IRELAND)
        text_add(out, _("In Northern Ireland it is paid when it is taken, not with each hour."));
}

static void say_ni(const struct employer_cost *cost, struct text *out)
{
    pence pay = work_of(cost) + period_of(cost, PART_HOLIDAY), threshold = 0;
    enum age_band age = cost->job.age;
    if (age == AGE_16_17 || age == AGE_18_20 || age == AGE_APPRENTICE) {
        text_add(out, _("None at this age."));
        return;
    }
    rate_pence(cost->law.ni_threshold, &threshold);
    if (pay <= threshold)
        text_addf(out, _("None: %s is not above %s."), amount_shown(pay).s,
                  amount_shown(threshold).s);
    else
        text_addf(out, _("%s - %s = %s, and %s of that."), amount_shown(pay).s,
                  amount_shown(threshold).s, amount_shown(pay - threshold).s,
                  rate_shown(cost->law.ni_rate).s);
}

static void say_allowance(const struct employer_cost *cost, struct text *out)
{
    text_addf(out, _("It pays National Insurance up to %s a year for all whom you employ."),
              rate_shown(cost->law.allowance).s);
    text_add(out, _(" All their work must be for the person who needs the care."));
}

static void say_pension_pay(const struct employer_cost *cost, struct text *out)
{
    const struct law *law = &cost->law;
    text_addf(out, _("%s of the pay between %s and %s."), rate_shown(law->pension_rate).s,
              rate_shown(law->pension_lower).s, rate_shown(law->pension_upper).s);
    if (cost->job.pension == REPLY_NONE)
        text_addf(out, _(" From %s on they are in, unless they leave."),
                  rate_shown(law->pension_trigger).s);
}

static void say_pension(const struct employer_cost *cost, struct text *out)
{
    const struct law *law = &cost->law;
    if (cost->parts[PART_PENSION].period > 0)
        say_pension_pay(cost, out);
    else if (cost->job.pension == REPLY_NO)
        text_add(out, _("None: they left the pension."));
    else if (cost->job.pension == REPLY_YES)
        text_addf(out, _("None: the pay is not above %s."), rate_shown(law->pension_lower).s);
    else
        text_addf(out, _("None yet. From %s on, and from age 22, they are in unless they leave."),
                  rate_shown(law->pension_trigger).s);
}

static void say_cover(const struct employer_cost *cost, struct text *out)
{
    struct fraction week = fraction_add(cost->job.hourly, cost->job.flat);
    text_addf(out, _("The weeks of holiday at %s a week"), amount_shown(fraction_round(week)).s);
    if (cost->law.accrual)
        text_addf(out, _(", and %s of that for their own holiday"),
                  rate_shown(cost->law.accrual).s);
    text_add(out, _(". Their tax and pension are not counted."));
}

static void say_mileage(const struct employer_cost *cost, struct text *out)
{
    text_addf(out, _("%lld miles a year at "), (long long)cost->job.miles * 13);
    if (cost->job.mileage.known)
        text_addf(out, _("%s a mile, from your plan."), amount_shown(cost->job.mileage.p).s);
    else
        text_addf(out, _("%s a mile. So much is free of tax."), rate_shown(cost->law.mile).s);
}

static void say_payroll(const struct employer_cost *cost, struct text *out)
{
    text_addf(out, _("%s, %lld times a year, from your plan."), amount_shown(cost->job.payroll.p).s,
              (long long)cost->job.payrolls);
}

static void say_plan(const struct employer_cost *cost, struct text *out)
{
    (void)cost;
    text_add(out, _("From your plan."));
}

/* What is missing. */
static void say_gap(const struct employer_cost *cost, const struct part_sum *line, struct text *out)
{
    static const char *const gaps[] = {
        [GAP_NONE] = "",
        [GAP_PAY] = N_("Say what the wage is, and put the hours into your week."),
        [GAP_EVERY] = N_("Say how often it is paid."),
        [GAP_AGE] = N_("Say how old they are."),
        [GAP_HOURS] = N_("Say whether the hours are the same each week."),
        [GAP_COVER] = N_("Say whether somebody else is paid while they are on holiday."),
        [GAP_ALLOWANCE] = N_("Say whether the allowance is claimed, and whom they work for."),
        [GAP_PENSION] = N_("Say whether they are in a pension."),
        [GAP_UNSURE] = N_("It is not sure yet."),
        [GAP_RATE] = "",
    };
    if (line->gap == GAP_RATE)
        rates_say_missing(cost->law.rates, line->key, cost->law.year, cost->law.place, out);
    else
        text_add(out, _(gaps[line->gap]));
}

void wages_working(const struct employer_cost *cost, enum part part, struct text *out)
{
    static void (*const say[PART_COUNT])(const struct employer_cost *, struct text *) = {
        [PART_WAGES] = say_wages,
        [PART_FLAT] = say_flat,
        [PART_AWAKE] = say_awake,
        [PART_HOLIDAY] = say_holiday,
        [PART_NI] = say_ni,
        [PART_ALLOWANCE] = say_allowance,
        [PART_PENSION] = say_pension,
        [PART_COVER] = say_cover,
        [PART_MILEAGE] = say_mileage,
        [PART_INSURANCE] = say_plan,
        [PART_PAYROLL] = say_payroll,
        [PART_TRAINING] = say_plan,
        [PART_RECRUITMENT] = say_plan,
    };
    const struct part_sum *line = &cost->parts[part];
    if (line->gap != GAP_NONE)
        say_gap(cost, line, out);
    else
        say[part](cost, out);
}
