/*
 * What one change costs: a price of a plan is changed, over and over, and everything is
 * counted and checked again, as after each answer. Beside it stands writing the same plan
 * once, as each save does. Then the same with a year that is counted day by day: two kinds of week
 * by turns, bank holidays at a price of their own. Prints figures and ratios; judges nothing.
 *
 * Usage: recount PLAN FORM.yaml WORDS.yaml SPENDING.csv
 */
#include <stdio.h>
#include <stdlib.h>

#include "inprocess.h"
#include "supportplan/check.h"
#include "supportplan/form_file.h"
#include "supportplan/plan_csv.h"
#include "supportplan/spending_file.h"

#define RUNS 301

static double median(double list[RUNS])
{
    qsort(list, RUNS, sizeof *list, by_size);
    return list[RUNS / 2];
}

static struct plan *open_plan(const char *path)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    struct text bytes = read_whole(path);
    if (plan_csv_read(text_str(&bytes), bytes.len, &plan, &opening, NULL) != ST_OK)
        stop(path);
    notices_free(&opening.notices);
    text_free(&bytes);
    return plan;
}

static struct form *open_form(const char *path, const char *words_path)
{
    struct form *form = NULL;
    struct fault fault = {0};
    struct text yaml = read_whole(path), words = read_whole(words_path);
    if (form_read("seven-questions", text_str(&yaml), yaml.len, text_str(&words), words.len, &form,
                  &fault))
        stop(fault.text);
    text_free(&yaml);
    text_free(&words);
    return form;
}

static struct spending open_guide(const char *path)
{
    struct spending guide = {0};
    struct notices notices = {0};
    struct fault fault = {0};
    struct text csv = read_whole(path);
    if (spending_read(text_str(&csv), csv.len, &guide, &notices, &fault))
        stop(fault.text);
    notices_free(&notices);
    text_free(&csv);
    return guide;
}

/* One change of a price, and everything that hangs on it; in says what it is checked with. Times in
 * microseconds. */
static void change(struct plan *plan, struct check_input in, int run, double *count, double *check)
{
    struct budget budget = {0};
    struct findings findings = {0};
    double start = now();
    enum status st =
        plan_set(plan, F_RATE_PRICE, "r1", run % 2 ? "14.01" : "14.02", PLAN_LAST, NULL);
    if (!st)
        st = budget_count(plan, &budget);
    double counted = now();
    in.plan = plan;
    in.budget = &budget;
    if (!st)
        st = check_plan(&in, &findings);
    double checked = now();
    if (st)
        stop(status_text(st));
    *count = counted - start;
    *check = checked - counted;
    findings_free(&findings);
    budget_free(&budget);
}

static double write_once(const struct plan *plan)
{
    struct text bytes = {0};
    double start = now();
    if (plan_csv_write(plan, &bytes) != ST_OK)
        stop("the plan was not written");
    double end = now();
    text_free(&bytes);
    return end - start;
}

static void put(struct plan *plan, enum field field, const char *item, const char *value)
{
    if (plan_set(plan, field, item, value, PLAN_LAST, NULL) != ST_OK)
        stop("the plan was not changed");
}

/* Two kinds of week by turns; each line is in one of them or in both, and its prices are chosen day
 * by day, bank holidays too. */
static void make_dated(struct plan *plan)
{
    static const char *const weeks[] = {"w1", "w2", ""};
    put(plan, F_PLAN_YEAR_BASIS, "", "dated");
    put(plan, F_PLAN_YEAR_START, "", "2026-04-01");
    put(plan, F_WEEK_STARTS, "w1", "2026-03-30");
    put(plan, F_WEEK_EVERY, "w1", "2");
    put(plan, F_WEEK_NAME, "w2", "The other week");
    put(plan, F_RATE_WHEN, "r1", "any");
    for (size_t i = 10; i < plan_count(plan, SEC_RATE); i++)
        put(plan, F_RATE_WHEN, plan_item(plan, SEC_RATE, i), "bank-holiday");
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        put(plan, F_TIME_WEEK, plan_item(plan, SEC_TIME, i), weeks[i % 3]);
        put(plan, F_TIME_RATE, plan_item(plan, SEC_TIME, i), "");
    }
}

/* A change of a dated year, beside the plan written once. */
static void bench_dated(struct plan *plan, struct check_input in, double yardstick)
{
    static double count[RUNS];
    double check;
    struct budget budget = {0};

    make_dated(plan);
    if (budget_count(plan, &budget) != ST_OK || budget.basis != BASIS_DATED)
        stop("the year is not dated");
    size_t unpriced = budget.not_priced;
    budget_free(&budget);
    for (int i = 0; i < RUNS; i++)
        change(plan, in, i, &count[i], &check);
    printf("a dated year counted    %7.1f us, %.2f of that; %zu of %zu lines without a price\n",
           median(count), median(count) / yardstick, unpriced, plan_count(plan, SEC_TIME));
}

int main(int argc, char **argv)
{
    static double count[RUNS], check[RUNS], both[RUNS], written[RUNS];
    if (argc != 5) {
        fprintf(stderr, "Usage: recount PLAN FORM.yaml WORDS.yaml SPENDING.csv\n");
        return 2;
    }
    struct plan *plan = open_plan(argv[1]);
    struct form *form = open_form(argv[2], argv[3]);
    struct spending guide = open_guide(argv[4]);
    const struct check_input in = {
        .form = form, .spending = &guide, .today = date_of(2026, 11, 21)};
    for (int i = 0; i < RUNS; i++) {
        change(plan, in, i, &count[i], &check[i]);
        both[i] = count[i] + check[i];
        written[i] = write_once(plan);
    }
    double yardstick = median(written);
    printf("the plan written once   %7.1f us\n", yardstick);
    printf("a change counted        %7.1f us, %.2f of that\n", median(count),
           median(count) / yardstick);
    printf("a change checked        %7.1f us, %.2f of that\n", median(check),
           median(check) / yardstick);
    printf("a change, all together  %7.1f us, %.2f of that\n", median(both),
           median(both) / yardstick);
    bench_dated(plan, in, yardstick);
    spending_free(&guide);
    form_free(form);
    plan_free(plan);
    return 0;
}
