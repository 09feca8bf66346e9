/*
 * The sums of a plan. The order of the page is the order of the work: what money comes to
 * in the year, the four columns, the lines, their sums, then the budget beside them.
 * What an ordinary week of a line costs is worked out in pricing.c, and a year that is counted
 * day by day in pricing_year.c.
 */
#include "pricing.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define WEEKS_A_YEAR 52
#define MONTHS_A_YEAR 12
#define DAYS_OF_52_WEEKS 364

static const struct fraction nought = {0, 1};

/* What a count has in hand. */
struct count {
    const struct plan *plan;
    const struct holidays *table; /* or NULL */
    struct budget *b;
    struct pricing pricing;
};

/* The year. */

/* How many weeks of the year a line happens in. False where they hang on a "?". */
static bool weeks_of(const struct count *c, const struct week_line *line, int64_t *weeks)
{
    const struct budget *b = c->b;

    if (!line->pattern_known)
        return false;
    if (b->basis == BASIS_DATED) {
        size_t place =
            *line->pattern ? week_pattern_place(c->plan, line->pattern) : YEAR_EVERY_WEEK;
        *weeks = year_days_of(&b->year, place) / DAYS_A_WEEK;
        return true;
    }
    if (!*line->pattern) {
        *weeks = b->weeks_total;
        return b->weeks_known;
    }
    const struct budget_pattern *pattern = &b->patterns[week_pattern_place(c->plan, line->pattern)];
    *weeks = pattern->weeks;
    return pattern->weeks_known;
}

/* What a timetable line costs in a year of weeks, from what it costs in an ordinary one. */
static struct fraction year_of_weeks(const struct budget *b, struct fraction week, int64_t weeks)
{
    struct fraction year = fraction_times(week, weeks, 1);
    return b->basis == BASIS_DAYS ? fraction_times(year, b->year_days, DAYS_OF_52_WEEKS) : year;
}

/* What a line costs in the year: set on PRICED only. */
static enum unpriced year_of_line(const struct count *c, const struct week_line *line,
                                  struct fraction week, struct fraction *year)
{
    struct line_year ly;
    int64_t weeks;

    if (!weeks_of(c, line, &weeks))
        return UNPRICED_WEEKS;
    if (c->b->basis != BASIS_DATED || line->payer == PAYER_UNPAID) {
        *year = year_of_weeks(c->b, week, weeks);
        return PRICED;
    }
    enum unpriced why = line_year_open(&c->pricing, line, &c->b->year, &ly);
    if (why == PRICED)
        *year = line_year_money(&ly, line_year_total(&ly));
    return why;
}

/* What regular money comes to in the year; money of once stays what it is. */
static struct fraction year_of_money(const struct budget *b, wide amount, enum every every)
{
    static const int per_52_weeks[] = {52, 13, MONTHS_A_YEAR, 1, 1};
    static const int days_each[] = {7, 28, 0, 0, 0}; /* 0: not counted by days */
    struct fraction money = fraction_of(amount, 1);

    assert(every < EVERY_NONE);
    if (b->basis != BASIS_52 && days_each[every])
        return fraction_times(money, b->year_days, days_each[every]);
    return fraction_times(money, per_52_weeks[every], 1);
}

struct fraction budget_year_money(const struct budget *budget, pence amount, enum every every)
{
    return year_of_money(budget, amount, every);
}

pence budget_allows_a_week(const struct budget *budget)
{
    bool days = budget->basis != BASIS_52;

    assert(budget->amount_known);
    struct fraction year = year_of_money(budget, budget->amount.p, budget->every);
    return fraction_floor(
        fraction_times(year, days ? DAYS_A_WEEK : 1, days ? budget->year_days : WEEKS_A_YEAR));
}

bool budget_is_planned(const struct budget *budget, pence year)
{
    const pence cost = budget->cost.year, aside = budget->set_aside.year;
    const pence once = budget->once_year;
    return year == cost || year == cost + aside || year == cost + once ||
           year == cost + aside + once;
}

/* A year's exact money in its four columns, each rounded alone. */
static struct columns columns_of(const struct budget *b, struct fraction year)
{
    bool days = b->basis != BASIS_52;
    int64_t part = days ? DAYS_A_WEEK : 1, whole = days ? b->year_days : WEEKS_A_YEAR;

    return (struct columns){.week = fraction_round_times(year, part, whole),
                            .four_weeks = fraction_round_times(year, 4 * part, whole),
                            .month = fraction_round_times(year, 1, MONTHS_A_YEAR),
                            .year = fraction_round(year)};
}

/* Above what can be counted, it is left out and told as not priced: never a wrong sum. */
static bool too_large(struct fraction year)
{
    return year.num > PENCE_MAX * year.den;
}

/* Lines. */

static void count_time(const struct count *c, const struct week_line *line, struct budget_line *out)
{
    struct fraction week = nought, year = nought;

    *out = (struct budget_line){
        .section = SEC_TIME, .item = line->item, .payer = line->payer, .fund = line->fund};
    out->why = pricing_week(&c->pricing, line, out, &week);
    if (!weeks_of(c, line, &out->weeks))
        out->weeks = 0;
    if (out->why != PRICED)
        return;
    out->week_priced = true;
    out->ordinary = fraction_round(week);
    enum unpriced why = year_of_line(c, line, week, &year);
    out->year_priced = why == PRICED && !too_large(year);
    if (line->payer == PAYER_UNPAID)
        out->year_priced = true;
    else if (out->year_priced)
        out->columns = columns_of(c->b, year);
    else
        out->why = why == PRICED ? UNPRICED_LARGE : why;
}

/* What a cost comes to in the year, exactly: set on PRICED only. */
static enum unpriced price_cost(const struct count *c, const struct budget_line *line,
                                struct fraction *year)
{
    int64_t quantity = 1;
    int every = EVERY_NONE;
    enum known price = plan_known(c->plan, F_COST_PRICE, line->item);
    enum known period = plan_word(c->plan, F_COST_EVERY, line->item, &every);
    enum known many = plan_number(c->plan, F_COST_QUANTITY, line->item, &quantity);

    if (line->payer == PAYER_UNKNOWN || price == NOT_SURE || period == NOT_SURE || many == NOT_SURE)
        return UNPRICED_UNSURE;
    if (!line->price.known)
        return UNPRICED_PRICE;
    if (period != KNOWN)
        return UNPRICED_UNIT;
    struct fraction money = year_of_money(c->b, (wide)line->price.p * quantity, (enum every)every);
    if (too_large(money))
        return UNPRICED_LARGE;
    *year = money;
    return PRICED;
}

static void read_cost_payer(const struct plan *plan, struct budget_line *out)
{
    enum known pays = plan_known(plan, F_COST_PAYS, out->item);

    out->payer = pays == NOT_SURE ? PAYER_UNKNOWN : PAYER_FUND;
    out->fund = "";
    if (pays == KNOWN)
        out->fund = plan_str(plan, F_COST_PAYS, out->item);
    else if (pays == NOT_GIVEN)
        out->fund = "budget";
}

static void count_cost(const struct count *c, const char *item, struct budget_line *out)
{
    struct fraction year = nought;

    *out = (struct budget_line){.section = SEC_COST, .item = item, .unit = UNIT_NONE};
    for (int day = 0; day < DAYS_A_WEEK; day++)
        out->rates[day] = "";
    read_cost_payer(c->plan, out);
    out->price.known = plan_money(c->plan, F_COST_PRICE, item, &out->price.p) == KNOWN;
    out->once = plan_is(c->plan, F_COST_EVERY, item, "once");
    out->set_aside =
        plan_is(c->plan, F_COST_SET_ASIDE, item, "yes") && strcmp(out->fund, "budget") == 0;
    out->why = price_cost(c, out, &year);
    if (out->why != PRICED)
        return;
    out->week_priced = out->year_priced = true;
    if (out->once) /* once never enters a week, a four weeks or a month */
        out->columns.year = fraction_round(year);
    else
        out->columns = columns_of(c->b, year);
}

/* Sums of lines. */

static void columns_add(struct columns *sum, const struct columns *more)
{
    sum->week += more->week;
    sum->four_weeks += more->four_weeks;
    sum->month += more->month;
    sum->year += more->year;
}

static struct columns columns_less(struct columns from, const struct columns *less)
{
    return (struct columns){.week = from.week - less->week,
                            .four_weeks = from.four_weeks - less->four_weeks,
                            .month = from.month - less->month,
                            .year = from.year - less->year};
}

/* Put a line's year where it belongs in the personal budget. */
static void add_to_budget(struct budget *b, const struct budget_line *line)
{
    if (line->set_aside) {
        columns_add(&b->set_aside, &line->columns);
    } else if (line->once) {
        b->once_year += line->columns.year;
    } else {
        columns_add(&b->cost, &line->columns);
        columns_add(line->section == SEC_TIME ? &b->support : &b->other, &line->columns);
    }
}

static void add_to_fund(const struct count *c, const struct budget_line *line)
{
    size_t place = plan_place(c->plan, SEC_FUND, line->fund);

    if (place == PLAN_LAST)
        return;
    /* the personal budget is an item of the plan, and not among the other funds */
    place -= place > plan_place(c->plan, SEC_FUND, "budget");
    struct budget_fund *fund = &c->b->funds[place];
    if (line->once)
        fund->once += line->columns.year;
    else
        columns_add(&fund->cost, &line->columns);
}

/*
 * The running total of each pattern that lines of the personal budget happen in. What is
 * in every pattern is added up once and put to each at the end.
 */
static void add_to_patterns(const struct count *c)
{
    pence always = 0;

    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++) {
        const struct week_line *line = &c->b->timetable[i];
        const struct budget_line *cost = &c->b->lines[i];
        if (!cost->week_priced || !line->pattern_known || strcmp(line->fund, "budget") != 0)
            continue;
        if (*line->pattern)
            c->b->patterns[week_pattern_place(c->plan, line->pattern)].cost += cost->ordinary;
        else
            always += cost->ordinary;
    }
    for (size_t i = 0; i < c->b->pattern_count; i++)
        c->b->patterns[i].cost += always;
}

static void add_line(const struct count *c, const struct budget_line *line)
{
    if (!line->week_priced || !line->year_priced)
        c->b->not_priced++;
    if (!line->year_priced || line->payer != PAYER_FUND)
        return;
    if (strcmp(line->fund, "budget") == 0)
        add_to_budget(c->b, line);
    else
        add_to_fund(c, line);
}

static enum status count_lines(const struct count *c)
{
    struct budget *b = c->b;
    size_t times = plan_count(c->plan, SEC_TIME);
    size_t costs = plan_count(c->plan, SEC_COST);

    b->lines = calloc(times + costs + 1, sizeof *b->lines);
    if (!b->lines)
        return ST_NOMEM;
    b->line_count = times + costs;
    b->any_line = b->line_count > 0;
    for (size_t i = 0; i < times; i++)
        count_time(c, &c->b->timetable[i], &b->lines[i]);
    for (size_t i = 0; i < costs; i++)
        count_cost(c, plan_item(c->plan, SEC_COST, i), &b->lines[times + i]);
    add_to_patterns(c);
    for (size_t i = 0; i < b->line_count; i++)
        add_line(c, &b->lines[i]);
    return ST_OK;
}

/* What is there before the lines: the year, the patterns, the funds. */

/* Without a day to begin from, a year can't be counted day by day: it is 52 weeks. */
static enum status read_year(const struct count *c)
{
    struct budget *b = c->b;
    int basis = BASIS_52;
    date start = DATE_NONE;

    plan_word(c->plan, F_PLAN_YEAR_BASIS, "", &basis);
    plan_date(c->plan, F_PLAN_YEAR_START, "", &start);
    b->dated_asked = basis == BASIS_DATED;
    b->basis = b->dated_asked && start == DATE_NONE ? BASIS_52 : (enum basis)basis;
    b->year_days = date_year_days(start);
    return b->basis == BASIS_DATED ? year_make(c->plan, c->table, &b->year) : ST_OK;
}

/* The time of every pattern. */
static enum status count_time_of_patterns(const struct count *c)
{
    struct budget *b = c->b;
    struct week_time *times = calloc(b->pattern_count, sizeof *times);

    enum status st = times ? week_count_all(c->plan, c->b->timetable, times) : ST_NOMEM;
    for (size_t i = 0; st == ST_OK && i < b->pattern_count; i++)
        b->patterns[i].time = times[i];
    free(times);
    return st;
}

static enum status read_patterns(const struct count *c)
{
    const struct plan *plan = c->plan;
    struct budget *b = c->b;
    size_t count = week_pattern_count(plan);

    b->patterns = calloc(count, sizeof *b->patterns);
    if (!b->patterns)
        return ST_NOMEM;
    b->pattern_count = count;
    b->weeks_known = true;
    for (size_t i = 0; i < count; i++) {
        struct budget_pattern *pattern = &b->patterns[i];
        pattern->item = week_pattern(plan, i);
        pattern->weeks = WEEKS_A_YEAR;
        pattern->weeks_known =
            plan_number(plan, F_WEEK_WEEKS, pattern->item, &pattern->weeks) != NOT_SURE;
        if (!pattern->weeks_known)
            pattern->weeks = 0;
        b->weeks_known &= pattern->weeks_known || b->basis == BASIS_DATED;
        b->weeks_total += pattern->weeks;
        if (b->basis == BASIS_DATED)
            pattern->days = year_days_of(&b->year, i);
    }
    return count_time_of_patterns(c);
}

/* An amount of money that comes in, with its period. False unless both are known. */
static bool read_money(const struct plan *plan, enum field amount_field, enum field every_field,
                       const char *item, struct figure *amount, enum every *every)
{
    int period = EVERY_NONE;

    amount->known = plan_money(plan, amount_field, item, &amount->p) == KNOWN;
    plan_word(plan, every_field, item, &period);
    *every = (enum every)period;
    return amount->known && *every != EVERY_NONE;
}

static void read_fund(const struct plan *plan, const struct budget *b, struct budget_fund *fund)
{
    struct figure amount = {0};
    enum every every;

    if (read_money(plan, F_FUND_AMOUNT, F_FUND_EVERY, fund->item, &amount, &every)) {
        fund->amount_year.known = true;
        fund->amount_year.p = fraction_round(year_of_money(b, amount.p, every));
    }
}

static enum status read_funds(const struct plan *plan, struct budget *b)
{
    size_t count = plan_count(plan, SEC_FUND);

    b->funds = calloc(count + 1, sizeof *b->funds);
    if (!b->funds)
        return ST_NOMEM;
    for (size_t i = 0; i < count; i++) {
        const char *item = plan_item(plan, SEC_FUND, i);
        if (strcmp(item, "budget") == 0)
            continue;
        b->funds[b->fund_count].item = item;
        read_fund(plan, b, &b->funds[b->fund_count++]);
    }
    return ST_OK;
}

/* The budget beside what is planned. */

static void read_amount(const struct plan *plan, struct budget *b)
{
    enum known status = plan_word(plan, F_FUND_STATUS, "budget", &b->status);

    if (status != KNOWN)
        b->status = status == NOT_SURE ? schema_word_index(F_FUND_STATUS, "not-told") : -1;
    b->amount_known =
        read_money(plan, F_FUND_AMOUNT, F_FUND_EVERY, "budget", &b->amount, &b->every);
    if (b->amount_known)
        b->amounts = columns_of(b, year_of_money(b, b->amount.p, b->every));
}

/* (cost + set aside) / amount in hundredths of a percent, half up; -1 where there is no amount.
 * It is no money: what fraction_round() holds to the limits of money is not rounded here. */
static int64_t used_hundredths(const struct budget *b)
{
    if (!b->amount_known || b->amounts.year == 0)
        return -1;
    wide spent = ((wide)b->cost.year + b->set_aside.year) * 10000;
    wide used = (2 * spent + b->amounts.year) / (2 * (wide)b->amounts.year);
    return used < INT64_MAX ? (int64_t)used : INT64_MAX;
}

static bool judge_over(struct budget *b, enum every every)
{
    pence left = columns_in(&b->left, every);

    if (left >= 0)
        return false;
    b->over = true;
    b->over_every = every == EVERY_ONCE ? EVERY_YEAR : every;
    b->over_by = -left;
    return true;
}

/* Whether the budget pays for something once: then the year is judged too. */
static bool once_stands(const struct budget *b)
{
    for (size_t i = 0; i < b->line_count; i++) {
        const struct budget_line *line = &b->lines[i];
        if (line->once && line->year_priced && strcmp(line->fund, "budget") == 0)
            return true;
    }
    return false;
}

bool budget_fits(const struct budget *b, const struct columns *left)
{
    return columns_in(left, b->every) >= 0 && (!once_stands(b) || left->year >= 0);
}

static void compare(struct budget *b)
{
    b->over_every = EVERY_NONE;
    b->used_hundredths = used_hundredths(b);
    if (!b->amount_known)
        return;
    b->left = columns_less(columns_less(b->amounts, &b->cost), &b->set_aside);
    b->left.year -= b->once_year;
    if (!judge_over(b, b->every) && once_stands(b))
        judge_over(b, EVERY_YEAR);
}

static void compare_funds(struct budget *b)
{
    for (size_t i = 0; i < b->fund_count; i++) {
        struct budget_fund *fund = &b->funds[i];
        fund->left_year.known = fund->amount_year.known;
        if (fund->left_year.known)
            fund->left_year.p = fund->amount_year.p - fund->cost.year - fund->once;
    }
}

bool budget_contribution(const struct plan *plan, const struct budget *b, struct fraction *year)
{
    struct figure amount = {0};
    enum every every;

    *year = nought;
    if (plan_is(plan, F_CONTRIBUTION_STATUS, "", "nil"))
        return true;
    if (plan_known(plan, F_CONTRIBUTION_STATUS, "") == NOT_SURE)
        return false;
    if (!read_money(plan, F_CONTRIBUTION_AMOUNT, F_CONTRIBUTION_EVERY, "", &amount, &every))
        return false;
    *year = year_of_money(b, amount.p, every);
    return true;
}

static pence lower(pence a, pence b)
{
    return a < b ? a : b;
}

/* The three figures: nobody pays more towards a budget than it is. */
static void split(const struct plan *plan, struct budget *b)
{
    struct fraction year;

    b->split_known = budget_contribution(plan, b, &year) && b->amount_known;
    if (!b->split_known)
        return;
    struct columns assessed = columns_of(b, year);
    b->contribution =
        (struct columns){.week = lower(assessed.week, b->amounts.week),
                         .four_weeks = lower(assessed.four_weeks, b->amounts.four_weeks),
                         .month = lower(assessed.month, b->amounts.month),
                         .year = lower(assessed.year, b->amounts.year)};
    b->council = columns_less(b->amounts, &b->contribution);
}

static enum status count_all(struct count *c)
{
    struct budget *b = c->b;

    enum status st = read_year(c);
    if (st == ST_OK)
        st = week_lines(c->plan, &c->b->timetable);
    if (st == ST_OK)
        st = pricing_open(c->plan, &c->pricing);
    if (st == ST_OK)
        st = read_patterns(c);
    if (st == ST_OK)
        st = read_funds(c->plan, b);
    if (st == ST_OK)
        st = count_lines(c);
    if (st != ST_OK)
        return st;
    read_amount(c->plan, b);
    compare(b);
    compare_funds(b);
    split(c->plan, b);
    return ST_OK;
}

enum status budget_count(const struct plan *plan, struct budget *out)
{
    return budget_count_with(plan, NULL, out);
}

enum status budget_count_with(const struct plan *plan, const struct holidays *table,
                              struct budget *out)
{
    struct budget b = {0};
    struct count c = {.plan = plan, .table = table, .b = &b};

    enum status st = count_all(&c);
    pricing_close(&c.pricing);
    if (st == ST_OK)
        *out = b;
    else
        budget_free(&b);
    return st;
}

void budget_free(struct budget *budget)
{
    year_free(&budget->year);
    free(budget->timetable);
    free(budget->lines);
    free(budget->patterns);
    free(budget->funds);
    *budget = (struct budget){0};
}

const struct budget_line *budget_line_of(const struct budget *budget, enum section section,
                                         const char *item)
{
    for (size_t i = 0; i < budget->line_count; i++)
        if (budget->lines[i].section == section && strcmp(budget->lines[i].item, item) == 0)
            return &budget->lines[i];
    return NULL;
}

pence columns_in(const struct columns *columns, enum every every)
{
    switch (every) {
    case EVERY_WEEK:
        return columns->week;
    case EVERY_4WEEKS:
        return columns->four_weeks;
    case EVERY_MONTH:
        return columns->month;
    case EVERY_YEAR:
    case EVERY_ONCE:
    case EVERY_NONE:
        break;
    }
    return columns->year;
}
