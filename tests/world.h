/*
 * A plan in words (see given.h) and its sums, for tests of money.
 */
#ifndef SUPPORTPLAN_WORLD_H
#define SUPPORTPLAN_WORLD_H

#include <stdio.h>

#include "given.h"
#include "source_file.h"
#include "supportplan/budget.h"
#include "supportplan/plan_csv.h"

#define EVERY_DAY "Mon,Tue,Wed,Thu,Fri,Sat,Sun"
/** A personal assistant at 12.00 an hour. */
#define PA "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00 unit=hour;"

static inline struct budget counted(const struct plan *plan)
{
    struct budget b;
    assert_int_equal(budget_count(plan, &b), ST_OK);
    return b;
}

/* A plan and its sums; the sums borrow the plan's strings. */
struct world {
    struct plan *plan;
    struct budget b;
};

static inline struct world world_of(const char *facts)
{
    struct world w = {.plan = given_plan(facts)};
    w.b = counted(w.plan);
    return w;
}

/* The plan of a published case: a file of tests/data. */
static inline struct world world_of_file(const char *name)
{
    char path[64];
    size_t len;
    struct world w = {0};
    struct plan_opening opening = {0};
    struct fault fault = {0};
    snprintf(path, sizeof path, "tests/data/%s", name);
    char *bytes = source_file(path, &len);
    if (plan_csv_read(bytes, len, &w.plan, &opening, &fault) != ST_OK)
        fail_msg("%s:%zu: %s", name, fault.line, fault.text);
    notices_free(&opening.notices);
    free(bytes);
    w.b = counted(w.plan);
    return w;
}

/* Add facts and count again. */
static inline void world_add(struct world *w, const char *facts)
{
    budget_free(&w->b);
    given(w->plan, facts);
    w->b = counted(w->plan);
}

static inline void world_end(struct world *w)
{
    budget_free(&w->b);
    plan_free(w->plan);
}

static inline const struct budget_line *line_of(const struct world *w, const char *item)
{
    const struct budget_line *line =
        budget_line_of(&w->b, *item == 'c' ? SEC_COST : SEC_TIME, item);
    assert_non_null(line);
    return line;
}

static inline void assert_columns(const struct columns *got, pence week, pence four_weeks,
                                  pence month, pence year)
{
    if (got->week != week || got->four_weeks != four_weeks || got->month != month ||
        got->year != year)
        fail_msg("%lld, %lld, %lld, %lld", (long long)got->week, (long long)got->four_weeks,
                 (long long)got->month, (long long)got->year);
}

#endif
