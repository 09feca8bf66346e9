/* The charge beside the cost. */
#include "supportplan/charge.h"

#include <assert.h>

#define WEEKS 52

pence charge_of(pence assessed_week, const pence *costs, size_t weeks, size_t each)
{
    pence charge = 0;

    assert(each > 0);
    for (size_t from = 0; from < weeks; from += each) {
        size_t count = weeks - from < each ? weeks - from : each;
        pence cost = 0, assessed = assessed_week * (pence)count;
        for (size_t i = 0; i < count; i++)
            cost += costs[from + i];
        charge += cost < assessed ? cost : assessed;
    }
    return charge;
}

/* The weeks as a dated year has them. False where a week begins on a day without a pattern. */
static bool weeks_by_date(const struct budget *budget, pence costs[WEEKS])
{
    for (size_t week = 0; week < WEEKS; week++) {
        size_t pattern = budget->year.pattern[week * 7];
        if (pattern == YEAR_NO_PATTERN)
            return false;
        costs[week] = budget->patterns[pattern].cost;
    }
    return true;
}

/* The weeks pattern by pattern. False where they are not 52. */
static bool weeks_by_number(const struct budget *budget, pence costs[WEEKS])
{
    int64_t week = 0;

    if (!budget->weeks_known || budget->weeks_total != WEEKS)
        return false;
    for (size_t i = 0; i < budget->pattern_count; i++)
        for (int64_t n = 0; n < budget->patterns[i].weeks; n++)
            costs[week++] = budget->patterns[i].cost;
    return true;
}

/* Whether all weeks cost the same, so that it does not matter which come together. */
static bool all_alike(const pence costs[WEEKS])
{
    for (int week = 1; week < WEEKS; week++)
        if (costs[week] != costs[0])
            return false;
    return true;
}

static bool find_lines(const struct budget *budget, enum charged charged, pence costs[WEEKS])
{
    if (budget->basis == BASIS_DATED)
        return weeks_by_date(budget, costs);
    return weeks_by_number(budget, costs) && (charged == CHARGED_WEEK || all_alike(costs));
}

/* A day centre that is paid by the month is support as well: each week has its part of it. */
static bool find_weeks(const struct budget *budget, enum charged charged, pence costs[WEEKS])
{
    if (!find_lines(budget, charged, costs))
        return false;
    for (size_t week = 0; week < WEEKS; week++)
        costs[week] += budget->other.week;
    return true;
}

/* What was assessed, a week: as it is told, or a part of it. False where it is not known. */
static bool read_assessed(const struct plan *plan, const struct budget *budget, pence *week)
{
    struct fraction year;
    bool days = budget->basis != BASIS_52;

    if (!budget_contribution(plan, budget, &year))
        return false;
    *week = fraction_round_times(year, days ? 7 : 1, days ? budget->year_days : WEEKS);
    return true;
}

struct charge charge_count(const struct plan *plan, const struct budget *budget)
{
    static const size_t each[] = {[CHARGED_WEEK] = 1, [CHARGED_4WEEKS] = 4};
    struct charge charge = {.charged = CHARGED_WEEK};
    int word = 0;

    charge.told = plan_word(plan, F_CONTRIBUTION_CHARGED, "", &word) == KNOWN;
    if (!charge.told)
        return charge;
    charge.charged = (enum charged)word;
    charge.known = read_assessed(plan, budget, &charge.week) && budget->not_priced == 0 &&
                   find_weeks(budget, charge.charged, charge.costs);
    if (charge.known)
        charge.year = charge_of(charge.week, charge.costs, WEEKS, each[charge.charged]);
    return charge;
}
