/* The rows of budget --csv about people who are employed. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "given.h"
#include "legal.h"
#include "supportplan/report.h"

static void every_figure_of_a_job_has_a_key(void **state)
{
    /* The whole case of the research (V26), with a budget of 310.00: 310.81 - 310.00 = 0.81 over.
     * 4 pence an hour less: 80 x 0.04 x 13 = 41.60 of wages, 1.25 of pension, 5.02 of cover, 47.87
     * a year: 0.92 a week, enough; 3 pence are 0.69, too little. 15 minutes less are 3.87. */
    static const char want[] = "employer.s1.payday,1056.80\n"
                               "employer.s1.week,310.81\n"
                               "employer.s1.4weeks,1243.24\n"
                               "employer.s1.year,16162.14\n"
                               "employer.s1.planyear,16162.14\n"
                               "employer.s1.once,0.00\n"
                               "employer.s1.hour,15.54\n"
                               "employer.s1.wages.year,13520.00\n"
                               "employer.s1.holiday.year,0.00\n"
                               "employer.s1.ni.year,1277.25\n"
                               "employer.s1.allowance.year,-1277.25\n"
                               "employer.s1.pension.year,218.40\n"
                               "employer.s1.cover.year,1631.74\n"
                               "employer.s1.mileage.year,286.00\n"
                               "employer.s1.wage.most,12.96\n"
                               "employer.s1.minutes.most,1185\n"
                               /* tax and pension by four weeks: not read in a source */
                               "employer.s1.unchecked,2\n";
    struct plan *plan = given_plan(
        "plan - year-start=2026-04-01; supporter s1 kind=pa;"
        "rate r1 supporter=s1 price=13.00 unit=hour; fund budget amount=310.00 every=week;"
        "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=12:00 supporter=s1;"
        "employment j1 supporter=s1 age=23-plus wage=13.00 paid-every=4weeks hours=regular "
        "holiday-cover=yes only-me=yes allowance=yes insurance=90.00 payroll=8.00 "
        "payroll-every=week miles=40");
    struct rates rates = legal_rates();
    struct budget budget;
    struct employer employer;
    struct text out = {0};
    (void)state;
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    assert_int_equal(employer_count(plan, &budget, &rates, DATE_NONE, &employer), ST_OK);
    assert_int_equal(report_employer_csv(plan, &budget, &employer, &out), ST_OK);
    assert_string_equal(text_str(&out), want);
    text_free(&out);
    employer_free(&employer);
    budget_free(&budget);
    plan_free(plan);
    rates_free(&rates);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_figure_of_a_job_has_a_key)};
    return cmocka_run_group_tests_name("report_employer", tests, NULL, NULL);
}
