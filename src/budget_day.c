/* What one day of a timetable line costs, and what the personal budget pays on a day. */
#include <string.h>

#include "supportplan/budget.h"

/* A price by the week is owed on the first day that has it. */
static bool owed_before(const struct budget_line *cost, int day)
{
    for (int before = 0; before < day; before++)
        if (strcmp(cost->rates[before], cost->rates[day]) == 0)
            return true;
    return false;
}

struct figure budget_visit(const struct plan *plan, const struct budget *budget, size_t i, int day)
{
    const struct week_line *line = &budget->timetable[i];
    const struct budget_line *cost = &budget->lines[i];
    pence price;
    int unit;
    if (line->varying || !line->days_known || !(line->days & (1u << day)))
        return (struct figure){0};
    if (line->payer == PAYER_UNPAID)
        return (struct figure){.known = true};
    if (!cost->week_priced || plan_money(plan, F_RATE_PRICE, cost->rates[day], &price) != KNOWN ||
        plan_word(plan, F_RATE_UNIT, cost->rates[day], &unit) != KNOWN)
        return (struct figure){0};
    struct fraction sum = fraction_of(price, 1);
    if (unit == UNIT_HOUR)
        sum = fraction_of((wide)price * line->length, 60);
    else if (unit == UNIT_WEEK && owed_before(cost, day))
        sum = fraction_of(0, 1);
    return (struct figure){true, fraction_round(fraction_times(sum, line->workers, line->sharing))};
}

struct figure budget_day(const struct plan *plan, const struct budget *budget, const char *pattern,
                         int day)
{
    struct figure sum = {.known = true};
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        const struct week_line *line = &budget->timetable[i];
        bool pays = line->payer == PAYER_UNKNOWN ||
                    (line->payer == PAYER_FUND && strcmp(line->fund, "budget") == 0);
        if (!pays || line->varying || !line->days_known || !(line->days & (1u << day)) ||
            !week_in_pattern(line, pattern))
            continue;
        struct figure visit = budget_visit(plan, budget, i, day);
        sum.known = sum.known && visit.known;
        sum.p += visit.p;
    }
    if (!sum.known)
        sum.p = 0;
    return sum;
}
