/* The kinds of keys, and finding the one that is asked for. */
#include "explain_parts.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/charge.h"
#include "supportplan/payments.h"
#include "supportplan/reserve.h"
#include "supportplan/wages.h"

static const struct {
    const char *name, *what;
    void (*explain)(struct explaining *);
    int part;
} kinds[] = {
    {"basis", N_("How a year is counted."), explain_basis, 0},
    {"week.W.cost", N_("The running total: what the personal budget pays for in that week."),
     explain_week_cost, 0},
    {"week.W.cover", N_("Minutes of the week during which somebody is there."), explain_week_time,
     0},
    {"week.W.paid", N_("Minutes of paid time. Two workers at once count twice."), explain_week_time,
     1},
    {"week.W.unpaid", N_("Minutes of unpaid time."), explain_week_time, 2},
    {"week.W.weeks", N_("How many weeks of the year look like this."), explain_week_weeks, 0},
    {"cost.week", N_("What the personal budget pays for in the average week."), explain_cost,
     COLUMN_WEEK},
    {"cost.4weeks", N_("What the personal budget pays for in four weeks."), explain_cost,
     COLUMN_4WEEKS},
    {"cost.month", N_("What the personal budget pays for in a month."), explain_cost, COLUMN_MONTH},
    {"cost.year", N_("What the personal budget pays for in the year."), explain_cost, COLUMN_YEAR},
    {"once.year", N_("What the personal budget pays once."), explain_once, COLUMN_YEAR},
    {"setaside.week", N_("What is put aside in the average week."), explain_set_aside, COLUMN_WEEK},
    {"setaside.4weeks", N_("What is put aside in four weeks."), explain_set_aside, COLUMN_4WEEKS},
    {"setaside.year", N_("What is put aside in the year, with what is put aside once."),
     explain_set_aside, COLUMN_YEAR},
    {"budget.week", N_("The personal budget a week."), explain_budget, COLUMN_WEEK},
    {"budget.4weeks", N_("The personal budget in four weeks."), explain_budget, COLUMN_4WEEKS},
    {"budget.month", N_("The personal budget in a month."), explain_budget, COLUMN_MONTH},
    {"budget.year", N_("The personal budget in the year."), explain_budget, COLUMN_YEAR},
    {"budget.status", N_("How sure the personal budget is."), explain_status, 0},
    {"left.week", N_("What is left of the budget a week. Below nought, more is planned."),
     explain_left, COLUMN_WEEK},
    {"left.4weeks", N_("What is left of the budget in four weeks."), explain_left, COLUMN_4WEEKS},
    {"left.year", N_("What is left of the budget in the year."), explain_left, COLUMN_YEAR},
    {"used.percent", N_("How much of the year's budget is planned, in percent."), explain_used, 0},
    {"contribution.week", N_("What the person pays of the personal budget a week."),
     explain_contribution, COLUMN_WEEK},
    {"council.week", N_("What the council pays of the personal budget a week."), explain_council,
     COLUMN_WEEK},
    {"fund.F.cost.week", N_("What another fund pays in the average week."), explain_fund_cost,
     COLUMN_WEEK},
    {"fund.F.cost.year", N_("What another fund pays in the year, with what it pays once."),
     explain_fund_cost, COLUMN_YEAR},
    {"fund.F.amount.year", N_("How much there is of that fund in the year."), explain_fund_amount,
     COLUMN_YEAR},
    {"fund.F.left.year", N_("What is left of that fund in the year."), explain_fund_left,
     COLUMN_YEAR},
    {"notpriced", N_("How many lines and costs have no price yet, whoever pays."),
     explain_not_priced, 0},
    {"support.week",
     N_("The lines of the week that the personal budget pays for, in the average week."),
     explain_support, COLUMN_WEEK},
    {"support.year", N_("The lines of the week that the personal budget pays for, in the year."),
     explain_support, COLUMN_YEAR},
    {"other.week", N_("Other regular costs of the personal budget in the average week."),
     explain_other, COLUMN_WEEK},
    {"other.year", N_("Other regular costs of the personal budget in the year."), explain_other,
     COLUMN_YEAR},
    {"contribution.year", N_("What the person pays of the personal budget in the year."),
     explain_contribution, COLUMN_YEAR},
    {"council.year", N_("What the council pays of the personal budget in the year."),
     explain_council, COLUMN_YEAR},
    {"employer.S.payday", N_("All that comes with the pay, on one pay day."), explain_job_total, 0},
    {"employer.S.week", N_("What the employer pays in the average week."), explain_job_total, 1},
    {"employer.S.4weeks", N_("What the employer pays in four weeks."), explain_job_total, 2},
    {"employer.S.year", N_("What the employer pays in 52 weeks, without what comes once."),
     explain_job_total, 3},
    {"employer.S.planyear",
     N_("What the employer pays in the plan's year, as its basis counts it."),
     explain_job_plan_year, 0},
    {"employer.S.once", N_("What the employer pays once, to find them."), explain_job_total, 4},
    {"employer.S.hour", N_("The year's cost for each hour in which somebody is there."),
     explain_job_hour, 0},
    {"employer.S.wages.year", N_("Wages in 52 weeks."), explain_job_part, PART_WAGES},
    {"employer.S.holiday.year", N_("Holiday pay in 52 weeks, where hours change."),
     explain_job_part, PART_HOLIDAY},
    {"employer.S.ni.year", N_("Employer's National Insurance in 52 weeks."), explain_job_part,
     PART_NI},
    {"employer.S.allowance.year", N_("What the Employment Allowance pays of it."), explain_job_part,
     PART_ALLOWANCE},
    {"employer.S.pension.year", N_("Employer's pension in 52 weeks."), explain_job_part,
     PART_PENSION},
    {"employer.S.cover.year", N_("Somebody else in the weeks of holiday."), explain_job_part,
     PART_COVER},
    {"employer.S.mileage.year", N_("Mileage in 52 weeks."), explain_job_part, PART_MILEAGE},
    {"employer.S.wage.most", N_("The highest wage an hour that the money for them pays for."),
     explain_job_wage, 0},
    {"employer.S.minutes.most", N_("The most minutes a week that the money for them pays for."),
     explain_job_minutes, 0},
    {"employer.S.unchecked", N_("How many lines stand on a rate that nobody read in its source."),
     explain_job_unchecked, 0},
    {"reserve.owed", N_("What is owed already."), explain_reserve, 0},
    {"reserve.free", N_("What is free of the money in the account."), explain_reserve, 1},
    {"reserve.limit", N_("How much the council lets stay in the account."), explain_reserve, 2},
    {"reserve.over", N_("How much of what is free is over that limit."), explain_reserve, 3},
    {"charge.year", N_("What the person is charged in 52 weeks, never more than support costs."),
     explain_charge, 0},
    {"letter.payment", N_("What a letter says comes in one payment."), explain_letter, 0},
    {"letter.difference",
     N_("What the letter says, less what comes. Below nought, the letter is too low."),
     explain_letter, 1},
    {"pay.N.date", N_("The day on which a payment comes."), explain_payment, 0},
    {"pay.N.days", N_("For how many days a payment is."), explain_payment, 1},
    {"pay.N.gross", N_("The personal budget of these days."), explain_payment, 2},
    {"pay.N.contribution", N_("What the person pays of it."), explain_payment, 3},
    {"pay.N.amount", N_("What comes."), explain_payment, 4},
    {"pay.N.planned", N_("What the plan spends in these days on average."), explain_payment, 5},
};
#define KIND_COUNT (sizeof kinds / sizeof *kinds)

size_t explain_kind_count(void)
{
    return KIND_COUNT;
}

struct explain_kind explain_kind_at(size_t i)
{
    return (struct explain_kind){kinds[i].name, kinds[i].what};
}

/* Finding a kind. */

static size_t part_len(const char *s)
{
    return strcspn(s, ".");
}

/* Whether a key is of a kind; then what stands in place of its capital letter, if it has one. */
static bool matches(const char *name, const char *key, char item[NAME_MAX_LEN + 1])
{
    *item = '\0';
    for (;; name++, key++) {
        size_t n = part_len(name), k = part_len(key);
        if (n == 1 && *name >= 'A' && *name <= 'Z') {
            if (k == 0 || k > NAME_MAX_LEN)
                return false;
            memcpy(item, key, k);
            item[k] = '\0';
        } else if (n != k || strncmp(name, key, n) != 0) {
            return false;
        }
        name += n;
        key += k;
        if (*name == '\0' || *key == '\0')
            return *name == *key;
    }
}

static bool is_pattern(const struct budget *budget, const char *item)
{
    for (size_t i = 0; i < budget->pattern_count; i++)
        if (strcmp(budget->patterns[i].item, item) == 0)
            return true;
    return false;
}

static bool is_fund(const struct budget *budget, const char *item)
{
    for (size_t i = 0; i < budget->fund_count; i++)
        if (strcmp(budget->funds[i].item, item) == 0)
            return true;
    return false;
}

static bool is_payment(const struct explain_input *in, const char *item)
{
    struct payments all = payments_of(in->plan, in->budget);
    int64_t number = 0;

    return number_parse(item, PAYMENTS_MAX, &number) == ST_OK && number <= (int64_t)all.count;
}

/* Whether the plan has what the key is about. */
static bool is_there(const struct explain_input *in, const char *name, const char *item)
{
    if (strncmp(name, "reserve.", 8) == 0)
        return reserve_count(in->plan, in->budget).told;
    if (strncmp(name, "letter.", 7) == 0)
        return plan_known(in->plan, F_MONEY_LETTER_PAYMENT, "") == KNOWN;
    if (strcmp(name, "charge.year") == 0)
        return charge_count(in->plan, in->budget).told;
    if (strstr(name, ".W."))
        return is_pattern(in->budget, item);
    if (strstr(name, ".F."))
        return is_fund(in->budget, item);
    if (strstr(name, ".S."))
        return in->employer && employer_of(in->employer, item);
    if (strstr(name, ".N."))
        return is_payment(in, item);
    return true;
}

enum status explain_key(const struct explain_input *in, const char *key, struct notices *out)
{
    char item[NAME_MAX_LEN + 1];

    for (size_t i = 0; i < KIND_COUNT; i++) {
        struct explaining e = {.in = in,
                               .plan = in->plan,
                               .budget = in->budget,
                               .item = item,
                               .part = kinds[i].part,
                               .said = {out, ST_OK}};
        if (!matches(kinds[i].name, key, item))
            continue;
        if (!is_there(in, kinds[i].name, item))
            return ST_UNKNOWN;
        explain_say(&e, _(kinds[i].what));
        kinds[i].explain(&e);
        return e.said.st;
    }
    return ST_UNKNOWN;
}
