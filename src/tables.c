/* What scripts read: the CSV of budget, timetable and check, as SPEC section 3 fixes it. */
#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/plan_csv.h"
#include "supportplan/report.h"

/* budget --csv: one key a row. Keys are made of names, which never need quotes. */

static void money_row(struct text *out, const char *key, bool known, pence p)
{
    char room[MONEY_ROOM];

    text_addf(out, "%s,%s\n", key, known ? money_print(p, room) : "");
}

static void pattern_rows(struct text *out, const struct budget_pattern *pattern)
{
    char room[MONEY_ROOM];

    text_addf(out, "week.%s.cost,%s\n", pattern->item, money_print(pattern->cost, room));
    text_addf(out, "week.%s.cover,%lld\n", pattern->item, (long long)pattern->time.cover);
    text_addf(out, "week.%s.paid,%lld\n", pattern->item, (long long)pattern->time.paid);
    text_addf(out, "week.%s.unpaid,%lld\n", pattern->item, (long long)pattern->time.unpaid);
    text_addf(out, "week.%s.weeks,", pattern->item);
    if (pattern->weeks_known)
        text_addf(out, "%lld", (long long)pattern->weeks);
    text_add(out, "\n");
}

static void cost_rows(struct text *out, const struct budget *budget)
{
    money_row(out, "cost.week", true, budget->cost.week);
    money_row(out, "cost.4weeks", true, budget->cost.four_weeks);
    money_row(out, "cost.month", true, budget->cost.month);
    money_row(out, "cost.year", true, budget->cost.year);
    money_row(out, "once.year", true, budget->once_year);
    money_row(out, "setaside.week", true, budget->set_aside.week);
    money_row(out, "setaside.4weeks", true, budget->set_aside.four_weeks);
    money_row(out, "setaside.year", true, budget->set_aside.year);
}

static void budget_rows(struct text *out, const struct budget *budget)
{
    bool known = budget->amount_known;
    char status[NAME_MAX_LEN + 1] = "";

    if (budget->status >= 0)
        schema_word(F_FUND_STATUS, budget->status, status);
    money_row(out, "budget.week", known, budget->amounts.week);
    money_row(out, "budget.4weeks", known, budget->amounts.four_weeks);
    money_row(out, "budget.month", known, budget->amounts.month);
    money_row(out, "budget.year", known, budget->amounts.year);
    text_addf(out, "budget.status,%s\n", status);
    money_row(out, "left.week", known, budget->left.week);
    money_row(out, "left.4weeks", known, budget->left.four_weeks);
    money_row(out, "left.year", known, budget->left.year);
    /* Hundredths of a percent print as pence do. */
    money_row(out, "used.percent", budget->used_hundredths >= 0, budget->used_hundredths);
    money_row(out, "contribution.week", budget->split_known, budget->contribution.week);
    money_row(out, "council.week", budget->split_known, budget->council.week);
}

static void fund_rows(struct text *out, const struct budget_fund *fund)
{
    char room[MONEY_ROOM];

    text_addf(out, "fund.%s.cost.week,%s\n", fund->item, money_print(fund->cost.week, room));
    text_addf(out, "fund.%s.cost.year,%s\n", fund->item,
              money_print(fund->cost.year + fund->once, room));
    text_addf(out, "fund.%s.amount.year,%s\n", fund->item,
              fund->amount_year.known ? money_print(fund->amount_year.p, room) : "");
    text_addf(out, "fund.%s.left.year,%s\n", fund->item,
              fund->left_year.known ? money_print(fund->left_year.p, room) : "");
}

enum status report_budget_csv(const struct budget *budget, struct text *out)
{
    static const char *const bases[] = {
        [BASIS_52] = "52", [BASIS_DAYS] = "365/7", [BASIS_DATED] = "dated"};

    text_add(out, "key,value\n");
    text_addf(out, "basis,%s\n", bases[budget->basis]);
    for (size_t i = 0; i < budget->pattern_count; i++)
        pattern_rows(out, &budget->patterns[i]);
    cost_rows(out, budget);
    budget_rows(out, budget);
    for (size_t i = 0; i < budget->fund_count; i++)
        fund_rows(out, &budget->funds[i]);
    text_addf(out, "notpriced,%zu\n", budget->not_priced);
    return text_status(out);
}

enum status report_more_csv(const struct budget *budget, struct text *out)
{
    money_row(out, "support.week", true, budget->support.week);
    money_row(out, "support.year", true, budget->support.year);
    money_row(out, "other.week", true, budget->other.week);
    money_row(out, "other.year", true, budget->other.year);
    money_row(out, "contribution.year", budget->split_known, budget->contribution.year);
    money_row(out, "council.year", budget->split_known, budget->council.year);
    return text_status(out);
}

/* timetable --csv: a row a line. What a person is not sure of stays "?". */

static void cell(struct text *out, const char *value)
{
    csv_cell(out, value);
    text_add_char(out, ',');
}

static void number_cell(struct text *out, bool known, int64_t n)
{
    if (known)
        text_addf(out, "%lld", (long long)n);
    text_add_char(out, ',');
}

static void money_cell(struct text *out, bool known, pence p, char end)
{
    char room[MONEY_ROOM];

    if (known)
        text_add(out, money_print(p, room));
    text_add_char(out, end);
}

/* A number as the plan has it, with its default where it has none: never for a "?". */
static void plan_number_cell(struct text *out, bool known, int64_t n)
{
    if (known)
        number_cell(out, true, n);
    else
        cell(out, "?");
}

/* The end as it is given, or as start and length make it. */
static void end_cell(struct text *out, const struct plan *plan, const struct week_line *line)
{
    const char *given = plan_str(plan, F_TIME_END, line->item);
    minutes end = line->start + line->length;
    char clock[8];

    if (*given != '\0' || line->varying || line->start < 0 || !line->length_known)
        cell(out, given);
    else
        cell(out, clock_print(end <= MINUTES_DAY ? end : end % MINUTES_DAY, clock));
}

static void pays_cell(struct text *out, const struct week_line *line)
{
    if (line->payer == PAYER_FUND)
        cell(out, line->fund);
    else
        cell(out, line->payer == PAYER_UNPAID ? "unpaid" : "?");
}

static void timetable_row(struct text *out, const struct plan *plan, const struct budget *budget,
                          size_t i)
{
    struct week_line line = week_line(plan, i);
    const struct budget_line *cost = budget_line_of(budget, SEC_TIME, line.item);
    char unit[NAME_MAX_LEN + 1] = "";

    if (cost && cost->unit != UNIT_NONE)
        schema_word(F_RATE_UNIT, (int)cost->unit, unit);
    cell(out, line.item);
    cell(out, plan_str(plan, F_TIME_WEEK, line.item));
    cell(out, plan_str(plan, F_TIME_DAYS, line.item));
    cell(out, plan_str(plan, F_TIME_START, line.item));
    end_cell(out, plan, &line);
    number_cell(out, line.length_known, line.length);
    cell(out, plan_str(plan, F_TIME_WHAT, line.item));
    cell(out, plan_str(plan, F_TIME_SUPPORTER, line.item));
    cell(out, unit);
    money_cell(out, cost && cost->price.known, cost ? cost->price.p : 0, ',');
    plan_number_cell(out, line.workers_known, line.workers);
    plan_number_cell(out, line.sharing_known, line.sharing);
    pays_cell(out, &line);
    money_cell(out, cost && cost->week_priced, cost ? cost->ordinary : 0, ',');
    money_cell(out, cost && cost->year_priced, cost ? cost->columns.year : 0, '\n');
}

enum status report_timetable_csv(const struct plan *plan, const struct budget *budget,
                                 struct text *out)
{
    size_t count = plan_count(plan, SEC_TIME);

    text_add(out, "item,week,days,start,end,minutes,what,supporter,unit,price,workers,sharing,"
                  "pays,cost_week,cost_year\n");
    for (size_t i = 0; i < count; i++)
        timetable_row(out, plan, budget, i);
    return text_status(out);
}

/* check --csv: a row a finding. */

enum status report_check_csv(const char *file, const struct findings *findings, bool header,
                             struct text *out)
{
    if (header)
        text_add(out, "file,level,id,section,item,message\n");
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        cell(out, file);
        cell(out, level_name(finding->level));
        cell(out, finding->rule);
        cell(out, finding->section < SEC_COUNT ? schema_sections[finding->section].name : "");
        cell(out, finding->item);
        csv_cell(out, finding->message);
        text_add_char(out, '\n');
    }
    return text_status(out);
}
