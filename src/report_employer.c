/*
 * The people who are employed, on paper: the rows of a table for scripts.
 */
#include "supportplan/report.h"

static void money_row(struct text *out, const char *supporter, const char *key, bool known, pence p)
{
    char room[MONEY_ROOM];
    text_addf(out, "employer.%s.%s,%s\n", supporter, key, known ? money_print(p, room) : "");
}

/* A line of the year; one that is not there is nought. */
static void part_row(struct text *out, const struct employer_cost *cost, const char *key,
                     enum part part)
{
    const struct part_sum *line = &cost->parts[part];
    money_row(out, cost->job.supporter, key,
              line->gap == GAP_NONE && cost->parts[PART_WAGES].gap == GAP_NONE, line->year);
}

/* What the plan has for them: what it counts for them, and what is left. */
static bool money_for(const struct budget *budget, const char *supporter, pence *week)
{
    struct figure planned = employer_planned(budget, supporter);
    *week = planned.p + budget->left.week;
    return planned.known && budget->amount_known;
}

static void reverse_rows(struct text *out, const struct budget *budget,
                         const struct employer *employer, size_t i)
{
    const struct employer_cost *cost = &employer->list[i];
    pence week = 0, allowance = employer_allowance_left(employer, i);
    minutes most = 0;
    bool there = money_for(budget, cost->job.supporter, &week);
    struct figure wage = {false, 0};
    if (there)
        wage = employer_wage_for(&cost->job, &cost->law, allowance, week);
    money_row(out, cost->job.supporter, "wage.most", wage.known, wage.p);
    bool hours = there && employer_minutes_for(&cost->job, &cost->law, allowance, week, &most);
    text_addf(out, "employer.%s.minutes.most,", cost->job.supporter);
    if (hours)
        text_addf(out, "%d", most);
    text_add(out, "\n");
}

static void cost_rows(struct text *out, const struct budget *budget,
                      const struct employer *employer, size_t i)
{
    const struct employer_cost *cost = &employer->list[i];
    const char *s = cost->job.supporter;
    money_row(out, s, "payday", cost->known, cost->pay_day);
    money_row(out, s, "week", cost->known, cost->week);
    money_row(out, s, "4weeks", cost->known, cost->four_weeks);
    money_row(out, s, "year", cost->known, cost->year);
    money_row(out, s, "once", cost->known, cost->once);
    money_row(out, s, "hour", cost->hour.known, cost->hour.p);
    part_row(out, cost, "wages.year", PART_WAGES);
    part_row(out, cost, "holiday.year", PART_HOLIDAY);
    part_row(out, cost, "ni.year", PART_NI);
    part_row(out, cost, "allowance.year", PART_ALLOWANCE);
    part_row(out, cost, "pension.year", PART_PENSION);
    part_row(out, cost, "cover.year", PART_COVER);
    part_row(out, cost, "mileage.year", PART_MILEAGE);
    reverse_rows(out, budget, employer, i);
}

enum status report_employer_csv(const struct budget *budget, const struct employer *employer,
                                struct text *out)
{
    for (size_t i = 0; i < employer->count; i++)
        if (*employer->list[i].job.supporter)
            cost_rows(out, budget, employer, i);
    return text_status(out);
}
