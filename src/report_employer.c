/*
 * The people who are employed, and the reserve, on paper: in sentences, and as rows for scripts.
 */
#include "supportplan/accounts.h"
#include "supportplan/charge.h"
#include "supportplan/reserve.h"
#include "supportplan/wages.h"

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
    bool known = line->gap == GAP_NONE && cost->parts[PART_WAGES].gap == GAP_NONE;
    if (part == PART_ALLOWANCE)
        known = known && cost->parts[PART_NI].gap == GAP_NONE;
    money_row(out, cost->job.supporter, key, known, line->year);
}

/* What the plan has for them: what it counts for them, and what is left. */
static bool money_for(const struct plan *plan, const struct budget *budget, const char *supporter,
                      pence *week)
{
    struct figure planned = employer_planned(plan, budget, supporter);
    *week = planned.p + budget->left.week;
    return planned.known && budget->amount_known;
}

static void reverse_rows(struct text *out, const struct plan *plan, const struct budget *budget,
                         const struct employer *employer, size_t i)
{
    const struct employer_cost *cost = &employer->list[i];
    pence week = 0, allowance = employer_allowance_left(employer, i);
    minutes most = 0;
    bool there = money_for(plan, budget, cost->job.supporter, &week);
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

static void cost_rows(struct text *out, const struct plan *plan, const struct budget *budget,
                      const struct employer *employer, size_t i)
{
    const struct employer_cost *cost = &employer->list[i];
    const char *s = cost->job.supporter;
    money_row(out, s, "payday", cost->known, cost->pay_day);
    money_row(out, s, "week", cost->known, cost->week);
    money_row(out, s, "4weeks", cost->known, cost->four_weeks);
    money_row(out, s, "year", cost->known, cost->year);
    money_row(out, s, "planyear", cost->known, cost->plan_year);
    money_row(out, s, "once", cost->known, cost->once);
    money_row(out, s, "hour", cost->hour.known, cost->hour.p);
    part_row(out, cost, "wages.year", PART_WAGES);
    part_row(out, cost, "holiday.year", PART_HOLIDAY);
    part_row(out, cost, "ni.year", PART_NI);
    part_row(out, cost, "allowance.year", PART_ALLOWANCE);
    part_row(out, cost, "pension.year", PART_PENSION);
    part_row(out, cost, "cover.year", PART_COVER);
    part_row(out, cost, "mileage.year", PART_MILEAGE);
    reverse_rows(out, plan, budget, employer, i);
    text_addf(out, "employer.%s.unchecked,%d\n", s, wages_unchecked_count(cost));
}

/* The reserve, where the plan says something of it. */
static void reserve_rows(struct text *out, const struct reserve *r)
{
    const struct {
        const char *key;
        struct figure figure;
    } rows[] = {{"owed", r->owed}, {"free", r->free}, {"limit", r->limit}, {"over", r->over}};
    char room[MONEY_ROOM];
    for (size_t i = 0; r->told && i < sizeof rows / sizeof *rows; i++)
        text_addf(out, "reserve.%s,%s\n", rows[i].key,
                  rows[i].figure.known ? money_print(rows[i].figure.p, room) : "");
}

/* The charge, where the plan says over how long it is counted. */
static void charge_row(struct text *out, const struct plan *plan, const struct budget *budget)
{
    struct charge charge = charge_count(plan, budget);
    char room[MONEY_ROOM];

    if (charge.told)
        text_addf(out, "charge.year,%s\n", charge.known ? money_print(charge.year, room) : "");
}

enum status report_employer_csv(const struct plan *plan, const struct budget *budget,
                                const struct employer *employer, struct text *out)
{
    for (size_t i = 0; i < employer->count; i++)
        if (*employer->list[i].job.supporter)
            cost_rows(out, plan, budget, employer, i);
    struct reserve reserve = reserve_count(plan, budget);
    reserve_rows(out, &reserve);
    charge_row(out, plan, budget);
    return text_status(out);
}

/* In sentences. */

static void say_part(struct prose *prose, const struct employer_cost *cost, enum part part,
                     bool sources)
{
    struct text from = {0};
    struct text *words = prose_words(prose);
    text_addf(words, "%s: ", wages_part(part));
    wages_sum(cost, part, words);
    text_add(words, ". ");
    wages_working(cost, part, words);
    if (sources)
        wages_sources(cost, part, &from);
    else if (wages_unchecked(cost, part))
        text_add(&from, _("Not all of its rates were checked."));
    text_addf(words, "%s%s", from.len ? " " : "", text_str(&from));
    prose->failed |= text_status(&from) != ST_OK;
    text_free(&from);
    prose_item(prose, 0);
}

static void say_job(struct prose *prose, const struct plan *plan, const struct employer_cost *cost,
                    bool sources)
{
    struct text *words;
    prose_gap(prose);
    words = prose_words(prose);
    text_add(words, _("What it costs to employ "));
    wages_name(plan, cost->job.supporter, words);
    text_add(words, ": ");
    wages_short(cost, words);
    text_add(words, ".");
    prose_line(prose, 0, 0);
    for (int i = 0; i < PART_COUNT && !wages_in_rate(cost); i++)
        if (cost->parts[i].there)
            say_part(prose, cost, (enum part)i, sources);
}

void accounts_say_jobs(struct prose *prose, const struct report_input *in, bool sources)
{
    struct reserve reserve = reserve_count(in->plan, in->budget);
    struct notices said = {NULL, 0};
    for (size_t i = 0; in->employer && i < in->employer->count; i++)
        say_job(prose, in->plan, &in->employer->list[i], sources);
    if (reserve.told)
        prose->failed |= reserve_say(&reserve, &said) != ST_OK;
    if (said.count > 0)
        prose_gap(prose);
    for (size_t i = 0; i < said.count; i++)
        prose_say(prose, 0, said.list[i]);
    notices_free(&said);
}
