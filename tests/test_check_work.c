/*
 * The rules about people who are employed: a plan that breaks just it, one that keeps it, one
 * where it does not apply.
 */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "given.h"
#include "legal.h"
#include "supportplan/check.h"

static struct rates rates;

static int read_rates(void **state)
{
    (void)state;
    rates = legal_rates();
    return 0;
}

static int free_rates(void **state)
{
    (void)state;
    rates_free(&rates);
    return 0;
}

/* What a rule says of a plan on 21 November 2026: its findings, a line each, with their level. */
static void said_by(const char *rule, const char *facts, struct text *out)
{
    struct plan *plan = given_plan(facts);
    struct budget budget;
    struct employer employer;
    struct findings findings;
    date today = date_of(2026, 11, 21);
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    assert_int_equal(employer_count(plan, &budget, &rates, today, &employer), ST_OK);
    const struct check_input in = {
        .plan = plan, .budget = &budget, .today = today, .employer = &employer, .rates = &rates};
    assert_int_equal(check_plan(&in, &findings), ST_OK);
    for (size_t i = 0; i < findings.count; i++)
        if (strcmp(findings.list[i].rule, rule) == 0)
            text_addf(out, "%s %s\n", level_name(findings.list[i].level), findings.list[i].message);
    findings_free(&findings);
    employer_free(&employer);
    budget_free(&budget);
    plan_free(plan);
}

struct judged {
    const char *facts, *want;
};

static void judge_all(const char *rule, const struct judged *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text said = {0};
        said_by(rule, cases[i].facts, &said);
        if (strcmp(text_str(&said), cases[i].want) != 0)
            fail_msg("case %zu says:\n%s", i, text_str(&said));
        text_free(&said);
    }
}

/* 20 hours in five mornings */
#define SAM                                                                                        \
    "supporter s1 name=Sam kind=pa;"                                                               \
    "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=12:00 supporter=s1;"
#define JOB "employment j1 supporter=s1 "
/* what employing costs besides wages and insurance */
#define BESIDES "payroll=10.00 training=0.00 recruitment=0.00 "

static void a_wage_below_the_minimum_is_told_with_what_is_missing(void **state)
{
    static const struct judged cases[] = {
        /* V09: 12.71 - 12.50 = 0.21; x 20 = 4.20 */
        {"plan - year-start=2026-04-06;" SAM JOB "age=23-plus wage=12.50",
         "ASK The wage of Sam is 0.21 pounds an hour below the legal minimum. The minimum is "
         "12.71 pounds. In a week that is 4.20 pounds.\n"},
        /* V09: the year before, up to 31 March: the minimum is 12.21. On 1 April 2026 it rises. */
        {"plan - year-start=2025-03-23;" SAM JOB "age=23-plus wage=12.30", ""},
        {"plan - year-start=2025-04-06;" SAM JOB "age=23-plus wage=12.30",
         "ASK The wage of Sam is 0.41 pounds an hour below the legal minimum from 1 April 2026. "
         "The minimum is 12.71 pounds. In a week that is 8.20 pounds.\n"},
        /* V09: at 19 the minimum is 10.85 */
        {SAM JOB "age=18-20 wage=12.50", ""},
        {SAM JOB "age=23-plus wage=12.71", ""},
        /* no age, no wage, no year in this copy: nothing is known, nothing is said */
        {SAM JOB "wage=5.00", ""},
        {SAM JOB "age=23-plus", ""},
        {"plan - year-start=2027-04-06;" SAM JOB "age=23-plus wage=5.00", ""},
        /* a "?" asks */
        {SAM JOB "age=? wage=5.00",
         "ASK You are not sure yet how old Sam is. Ask your care manager.\n"},
        {SAM JOB "age=21 wage=?",
         "ASK You are not sure yet of the wage of Sam. Ask your care manager.\n"},
        /* without a wage the price is the wage, unless it holds more than that */
        {SAM JOB "age=21; rate r1 supporter=s1 price=12.00 unit=hour",
         "ASK The wage of Sam is 0.71 pounds an hour below the legal minimum. The minimum is "
         "12.71 pounds. In a week that is 14.20 pounds.\n"},
        {SAM JOB "age=21 included=yes; rate r1 supporter=s1 price=12.00 unit=hour", ""},
        /* who is not said to be employed: the minimum of 2026/27 is 12.71 */
        {SAM "rate r1 supporter=s1 price=10.50 unit=hour",
         "ASK Sam gets at most 10.50 pounds an hour. An adult must be paid at least 12.71 "
         "pounds.\n"},
        {SAM "rate r1 supporter=s1 price=12.71 unit=hour", ""},
        {SAM "rate r1 supporter=s1 price=10.50 unit=visit", ""},
        {SAM "rate r1 supporter=s1 price=? unit=hour", ""},
        {SAM "rate r1 supporter=s1 price=10.50 unit=hour; supporter s1 kind=self-employed", ""},
        {SAM "rate r1 supporter=s1 price=10.50 unit=hour; time t1 pays=unpaid", ""},
        /* Shropshire's 11.75 of 2024/25: right then, 0.96 too little now */
        {"plan - year-start=2026-04-06;" SAM JOB "age=23-plus wage=11.75 included=yes",
         "ASK The wage of Sam is 0.96 pounds an hour below the legal minimum. The minimum is "
         "12.71 pounds. In a week that is 19.20 pounds.\n"},
        /* nobody is employed */
        {SAM, ""},
    };
    (void)state;
    judge_all("R22", cases, COUNT(cases));
}

/* V16: 540 minutes at 12.71 are 114.39; 65.00 is 49.39 short. */
static void a_night_without_a_place_to_sleep_counts_whole(void **state)
{
    static const struct judged cases[] = {
        {"supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=65.00 unit=night;"
         "time t1 what=Night days=Sat start=22:00 end=07:00 supporter=s1 rate=r1;"
         "employment j1 supporter=s1 age=23-plus sleeps=no",
         "ASK \"Night, Saturday 22:00\" is 49.39 pounds a night below the legal minimum. Each "
         "hour of it counts as work.\n"},
        {"supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=65.00 unit=night;"
         "time t1 what=Night days=Sat start=22:00 end=07:00 supporter=s1 rate=r1;"
         "employment j1 supporter=s1 age=23-plus sleeps=yes",
         ""},
        {"supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=114.39 unit=night;"
         "time t1 what=Night days=Sat start=22:00 end=07:00 supporter=s1 rate=r1;"
         "employment j1 supporter=s1 age=23-plus sleeps=no",
         ""},
    };
    (void)state;
    judge_all("R22", cases, COUNT(cases));
}

static void what_employing_costs_is_asked_for(void **state)
{
    static const struct judged cases[] = {
        {SAM JOB BESIDES "wage=13.00",
         "ASK You employ somebody. Say what your employer's insurance costs.\n"},
        {SAM JOB BESIDES "insurance=90.00", ""},
        {SAM JOB BESIDES "insured-until=2027-03-31", ""},
        {SAM JOB BESIDES "insurance=90.00 insured-until=2026-10-31",
         "ASK The employer's insurance ended on 31 October 2026. The law asks you to have it.\n"},
        /* one insurance is enough for all; it may be a cost of the plan */
        {SAM JOB BESIDES "insurance=90.00; supporter s2 name=Jo kind=pa; employment j2 "
                         "supporter=s2 " BESIDES,
         ""},
        /* a second job of one person is a slip: all their hours would count again */
        {SAM JOB BESIDES "insurance=90.00; employment j2 supporter=s1 " BESIDES,
         "ASK Sam stands twice among those you employ. Only the first one counts.\n"},
        {SAM JOB BESIDES "; cost c1 what=Insurance price=90.00 every=year", ""},
        /* the rest */
        {SAM JOB "insurance=90.00",
         "ASK Nothing is put down for Sam yet: payroll help, training, finding somebody.\n"},
        {SAM JOB "insurance=90.00 payroll=10.00 recruitment=5.00",
         "ASK Nothing is put down for Sam yet: training.\n"},
        {SAM JOB "insurance=90.00 training=? recruitment=5.00; cost c1 what=Payroll price=5.00",
         ""},
        /* Norfolk's rate has it all */
        {SAM JOB "insurance=90.00 included=yes", ""},
        /* nobody is said to be employed: asked where the budget pays somebody who is */
        {SAM, "ASK Sam is paid to assist you. Say what employing them costs.\n"},
        {"supporter s1 name=Sam kind=pa; time t1 days=Mon start=08:00 end=12:00 supporter=s1 "
         "pays=unpaid;",
         ""},
        {"supporter s1 name=Sam kind=agency; time t1 days=Mon start=08:00 end=12:00 supporter=s1",
         ""},
    };
    (void)state;
    judge_all("R23", cases, COUNT(cases));
}

/* V26: 20 hours at 13.00 are 260.00 in the plan, and 310.81 for the employer: without what is
 * missing 50.00 of 310.00 seem to be left, and 0.81 is. */
static void what_an_employer_pays_beside_the_wage_is_missed_where_the_plan_has_it_not(void **state)
{
#define V26                                                                                        \
    "plan - year-start=2026-04-01;" SAM "rate r1 supporter=s1 price=13.00 unit=hour;" JOB          \
    "age=23-plus paid-every=4weeks hours=regular holiday-cover=yes only-me=yes allowance=yes "     \
    "insurance=90.00 payroll=8.00 payroll-every=week training=0.00 recruitment=0.00 miles=40"
    static const struct judged cases[] = {
        {V26, "ASK Employing Sam costs 310.81 pounds a week. The plan counts 260.00 pounds of "
              "that, so 50.81 pounds is missing.\n"},
        /* the rest is a cost of the plan, or the price holds it all, or some of it */
        {V26 "; cost c1 what=Rest price=50.81 every=week supporter=s1", ""},
        {V26 " wage=13.00 included=yes; rate r1 price=15.60", ""},
        {V26 " wage=13.00 included=yes; rate r1 price=15.00",
         "ASK Employing Sam costs 310.81 pounds a week. The plan counts 300.00 pounds of that, so "
         "10.81 pounds is missing.\n"},
        /* a wage that is not known, and one that costs what the plan counts */
        {V26 " age=?", ""},
        {V26 " insurance=0.00 payroll=0.00 mileage=? age=16-17 pension=out holiday-cover=no", ""},
        {V26 " insurance=0.00 payroll=0.00 mileage=0.00 age=16-17 pension=out holiday-cover=no",
         ""},
    };
    (void)state;
    judge_all("R23", cases, COUNT(cases));
#undef V26
}

/* V21 in research: 13.00 an hour, 20 hours, are 260.00 a week, 13,520.00 a year; above the trigger
 * of 10,000.00 a year. */
static void a_pension_that_is_due_and_an_allowance_used_up_are_told(void **state)
{
    static const struct judged cases[] = {
        /* (260.00 - 120.00) x 3 % = 4.20 a week, x 52 = 218.40 */
        {"plan - year-start=2026-04-06;" SAM JOB BESIDES
         "age=23-plus wage=13.00 paid-every=week hours=regular holiday-cover=no",
         "NOTE Sam earns enough for a pension. You pay 218.40 pounds a year into it.\n"},
        {"plan - year-start=2026-04-06;" SAM JOB BESIDES
         "age=23-plus wage=13.00 paid-every=week pension=out",
         ""},
        /* 8 hours: 104.00 a week, below 192.00 */
        {"plan - year-start=2026-04-06; supporter s1 name=Sam kind=pa;"
         "time t1 days=Mon start=08:00 end=16:00 supporter=s1;" JOB
         "age=23-plus wage=13.00 paid-every=week",
         ""},
    };
    (void)state;
    judge_all("R37", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wage_below_the_minimum_is_told_with_what_is_missing),
        cmocka_unit_test(a_night_without_a_place_to_sleep_counts_whole),
        cmocka_unit_test(what_employing_costs_is_asked_for),
        cmocka_unit_test(what_an_employer_pays_beside_the_wage_is_missed_where_the_plan_has_it_not),
        cmocka_unit_test(a_pension_that_is_due_and_an_allowance_used_up_are_told),
    };
    return cmocka_run_group_tests_name("check_work", tests, read_rates, free_rates);
}
