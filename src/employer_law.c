/*
 * What the law sets for employers, and its rules for each part of the pay.
 */
#include "supportplan/employer.h"

#include <assert.h>
#include <stdio.h>

int pay_days_a_year(enum pay_every every)
{
    static const int days[] = {
        [PAY_WEEK] = 52, [PAY_2WEEKS] = 26, [PAY_4WEEKS] = 13, [PAY_MONTH] = 12, [PAY_NONE] = 0};
    return days[every];
}

tax_year employer_year(const struct plan *plan, date today)
{
    date day = today;
    plan_date(plan, F_PLAN_YEAR_START, "", &day);
    return day == DATE_NONE ? TAX_YEAR_NONE : tax_year_of(day + 5);
}

/* The row of a key that goes by the pay day: "ae_trigger" and "4week". */
static const struct legal_rate *by_pay_day(const struct law *law, const char *key)
{
    static const char *const endings[] = {"week", "2week", "4week", "month"};
    char name[64];
    if (law->every == PAY_NONE)
        return NULL;
    snprintf(name, sizeof name, "%s_%s", key, endings[law->every]);
    return rates_find(law->rates, name, law->year, law->place);
}

struct law law_of(const struct rates *rates, tax_year year, enum region place, enum pay_every every)
{
    struct law law = {.rates = rates, .year = year, .place = place, .every = every};
    const struct {
        const char *key;
        const struct legal_rate **rate;
    } plain[] = {
        {"ni_employer_rate", &law.ni_rate},
        {"employment_allowance", &law.allowance},
        {"ae_employer_minimum", &law.pension_rate},
        {"holiday_statutory_weeks", &law.holiday_weeks},
        {"holiday_statutory_cap_days", &law.holiday_days},
        {"holiday_accrual_irregular", &law.accrual},
        {"mileage_car_first_10000", &law.mile},
        {"mileage_car_after_10000", &law.mile_after},
        {"ssp_weekly", &law.ssp_week},
        {"ssp_percent_of_awe_cap", &law.ssp_percent},
        {"ssp_waiting_days", &law.ssp_waiting},
        {"ni_lower_earnings_limit_week", &law.ssp_least},
        {"redundancy_week_pay_cap", &law.redundancy_cap},
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        *plain[i].rate = rates_find(rates, plain[i].key, year, place);
    law.ni_threshold = by_pay_day(&law, "ni_secondary_threshold");
    law.pension_lower = by_pay_day(&law, "ae_lower_level");
    law.pension_trigger = by_pay_day(&law, "ae_trigger");
    law.pension_upper = by_pay_day(&law, "ae_upper_level");
    return law;
}

const struct legal_rate *law_minimum(const struct rates *rates, enum age_band age, date day,
                                     enum region place)
{
    /* In some years those of 21 and 22 have a rate of their own. */
    static const char *const keys[][2] = {
        [AGE_16_17] = {"nmw_under_18", "nmw_under_18"},
        [AGE_18_20] = {"nmw_18_20", "nmw_18_20"},
        [AGE_21] = {"nmw_21_22", "nlw_21_plus"},
        [AGE_22] = {"nmw_21_22", "nlw_21_plus"},
        [AGE_23_PLUS] = {"nlw_23_plus", "nlw_21_plus"},
        [AGE_PENSION] = {"nlw_23_plus", "nlw_21_plus"},
        [AGE_APPRENTICE] = {"nmw_apprentice", "nmw_apprentice"},
    };
    if (age == AGE_NONE || day == DATE_NONE)
        return NULL;
    tax_year year = tax_year_of(day + 5); /* wages change on 1 April, taxes on the 6th */
    const struct legal_rate *rate = rates_find(rates, keys[age][0], year, place);
    return rate ? rate : rates_find(rates, keys[age][1], year, place);
}

pence ni_of(pence pay, pence threshold, int64_t basis_points)
{
    if (pay <= threshold)
        return 0;
    /* In ten-thousandths of a pound; what is smaller is cut off. */
    wide fine = (wide)(pay - threshold) * basis_points / 100;
    return (pence)((fine / 10 + 4) / 10);
}

pence pension_of(pence pay, pence lower, pence upper, int64_t basis_points)
{
    pence counted = (pay < upper ? pay : upper) - lower;
    return counted > 0 ? fraction_round(fraction_of((wide)counted * basis_points, 10000)) : 0;
}

pence mileage_of(int64_t miles, pence first, pence after)
{
    const int64_t most = 10000;
    int64_t more = miles > most ? miles - most : 0;
    return fraction_round(fraction_of((wide)(miles - more) * first + (wide)more * after, 1));
}

pence ssp_of(struct fraction weekly, int64_t days, int64_t qualifying)
{
    assert(days >= 0 && qualifying > 0);
    struct fraction pay = fraction_times(weekly, days, qualifying);
    /* up: the whole pence above what is missing to them */
    return -fraction_floor(fraction_of(-pay.num, pay.den));
}

bool ssp_week_of(const struct law *law, pence earnings, struct fraction *out)
{
    pence flat;
    int64_t part;
    if (!law->ssp_week || rate_pence(law->ssp_week, &flat) != ST_OK)
        return false;
    struct fraction most = fraction_of(flat, 1), share = most;
    if (law->ssp_percent && rate_basis_points(law->ssp_percent, &part) == ST_OK)
        share = fraction_of((wide)earnings * part, 10000);
    *out = share.num * most.den < most.num * share.den ? share : most;
    return true;
}

int64_t redundancy_half_weeks(int age, int years)
{
    int64_t halves = 0;
    if (years < 2)
        return 0;
    for (int i = 0; i < years && i < 20; i++) {
        int then = age - i - 1; /* at the beginning of that year of service */
        halves += then >= 41 ? 3 : then >= 22 ? 2 : 1;
    }
    return halves;
}

pence redundancy_of(int age, int years, pence week, pence cap)
{
    wide halves = redundancy_half_weeks(age, years);
    return fraction_round(fraction_of(halves * (week < cap ? week : cap), 2));
}
