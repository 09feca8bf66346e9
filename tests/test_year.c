/* The plan year day by day: patterns, bank holidays and clock changes (SPEC 2.6). */
#include <stdio.h>

#include "given.h"
#include "scarce.h"
#include "supportplan/holidays.h"
#include "supportplan/year.h"

#define YEAR_2026 "plan - year-start=2026-04-01;"

static struct year year_of(const char *facts)
{
    struct plan *plan = given_plan(facts);
    struct year year = {0};
    assert_int_equal(year_make(plan, NULL, &year), ST_OK);
    plan_free(plan);
    return year;
}

/* The place of the pattern of a day written 2026-12-25; -1 where it has none. */
static int pattern_on(const struct year *year, const char *day)
{
    date d = DATE_NONE;
    assert_int_equal(date_parse(day, &d), ST_OK);
    for (size_t i = 0; i < year->pattern_count; i++)
        if (year_has(year, i, d))
            return (int)i;
    return -1;
}

/* Research, finding 2: 1 April 2026 to 31 March 2027 begins and ends on a Wednesday. */
static void a_year_has_53_of_one_weekday_and_a_leap_year_of_two(void **state)
{
    static const struct {
        const char *facts;
        int days, more[7];
    } cases[] = {
        {"plan - year-start=2026-04-01", 365, {0, 0, 1, 0, 0, 0, 0}},
        {"plan - year-start=2027-04-01", 366, {0, 0, 0, 1, 1, 0, 0}},
        {"plan - year-start=2028-02-29", 366, {0, 1, 1, 0, 0, 0, 0}}, /* to 28 February 2029 */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct year year = year_of(cases[i].facts);
        assert_int_equal(year.days, cases[i].days);
        for (int weekday = 0; weekday < 7; weekday++) {
            int count = 0;
            for (int kind = weekday * 4; kind < weekday * 4 + 4; kind++)
                count += year_count(&year, YEAR_EVERY_WEEK, kind);
            if (count != 52 + cases[i].more[weekday])
                fail_msg("case %zu, weekday %d: %d", i, weekday, count);
        }
        year_free(&year);
    }
}

static void a_plan_without_week_patterns_has_one_all_the_year(void **state)
{
    struct year year = year_of(YEAR_2026);
    (void)state;
    assert_int_equal(year_days_of(&year, 0), 365);
    assert_int_equal(year_days_without(&year), 0);
    assert_int_equal(year_mondays(&year, YEAR_EVERY_WEEK), 52);
    year_free(&year);
}

static void dates_go_before_turns_and_turns_before_what_has_neither(void **state)
{
    static const struct {
        const char *facts, *day;
        int want;
    } cases[] = {
        /* both ends of a stretch are in it */
        {"week w1 name=a; week w2 dates=2026-12-21/2027-01-03", "2026-12-20", 0},
        {"week w1 name=a; week w2 dates=2026-12-21/2027-01-03", "2026-12-21", 1},
        {"week w1 name=a; week w2 dates=2026-12-21/2027-01-03", "2027-01-03", 1},
        {"week w1 name=a; week w2 dates=2026-12-21/2027-01-03", "2027-01-04", 0},
        {"week w1 name=a; week w2 dates=2026-06-01,2026-06-03", "2026-06-02", 0},
        {"week w1 name=a; week w2 dates=2026-06-01,2026-06-03", "2026-06-03", 1},
        /* of two with the day, the first */
        {"week w1 dates=2026-06-01/2026-06-09; week w2 dates=2026-06-03", "2026-06-03", 0},
        /* starts counts from its week's Monday: Wednesday 3 June is in the week of the 1st */
        {"week w1 name=a; week w2 starts=2026-06-03", "2026-05-31", 0},
        {"week w1 name=a; week w2 starts=2026-06-03", "2026-06-01", 1},
        {"week w1 name=a; week w2 starts=2026-06-03 every=2", "2026-06-07", 1},
        {"week w1 name=a; week w2 starts=2026-06-03 every=2", "2026-06-08", 0},
        {"week w1 name=a; week w2 starts=2026-06-03 every=2", "2026-06-15", 1},
        /* it may have begun before the year */
        {"week w1 name=a; week w2 starts=2026-03-18 every=3", "2026-04-08", 1},
        {"week w1 name=a; week w2 starts=2026-03-18 every=3", "2026-04-01", 0},
        /* dates go before a turn that stands first */
        {"week w1 starts=2026-04-01; week w2 dates=2026-06-03", "2026-06-03", 1},
        /* a turn goes before what has neither, wherever it stands */
        {"week w1 name=a; week w2 name=b; week w3 starts=2026-06-01", "2026-06-01", 2},
        {"week w1 name=a; week w2 name=b; week w3 starts=2026-06-01", "2026-05-31", 0},
        /* a pattern with dates and a turn has both */
        {"week w1 name=a; week w2 dates=2026-05-05 starts=2026-06-01 every=2", "2026-05-05", 1},
        {"week w1 name=a; week w2 dates=2026-05-05 starts=2026-06-01 every=2", "2026-06-01", 1},
        /* every alone says nothing */
        {"week w1 every=2", "2026-06-01", 0},
        /* a "?" in one of the three: never */
        {"week w1 name=a; week w2 dates=2026-06-03 starts=?", "2026-06-03", 0},
        {"week w1 name=a; week w2 starts=2026-06-01 every=?", "2026-06-01", 0},
        {"week w1 dates=?", "2026-06-01", -1},
        /* no pattern at all */
        {"week w1 dates=2026-06-01", "2026-06-02", -1},
        {"week w1 starts=2026-06-01 every=2", "2026-06-08", -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[300];
        snprintf(facts, sizeof facts, YEAR_2026 "%s", cases[i].facts);
        struct year year = year_of(facts);
        int got = pattern_on(&year, cases[i].day);
        if (got != cases[i].want)
            fail_msg("%s on %s: %d", cases[i].facts, cases[i].day, got);
        year_free(&year);
    }
}

static void days_that_no_pattern_has_are_counted(void **state)
{
    struct year year = year_of(YEAR_2026 "week w1 dates=2026-06-01/2026-06-30");
    (void)state;
    assert_int_equal(year_days_of(&year, 0), 30);
    assert_int_equal(year_days_without(&year), 335);
    year_free(&year);
}

static void bank_holidays_are_those_of_the_nation(void **state)
{
    static const struct {
        const char *nation;
        int want; /* research 6.7: 10 for England; Scotland by the same rules: Good Friday, May,
                     Spring, August, St Andrew, Christmas, Boxing, two of January, Good Friday;
                     Northern Ireland 10 + 2 */
    } cases[] = {
        {"england", 10}, {"wales", 10}, {"?", 10}, {"scotland", 10}, {"northern-ireland", 12}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[100];
        int count = 0;
        snprintf(facts, sizeof facts, YEAR_2026 "about - nation=%s", cases[i].nation);
        struct year year = year_of(facts);
        for (int day = 0; day < year.days; day++)
            count += year_holiday(&year, year.start + day)->name != NULL;
        if (count != cases[i].want)
            fail_msg("%s: %d", cases[i].nation, count);
        year_free(&year);
    }
}

static void both_clock_changes_are_known(void **state)
{
    struct year year = year_of(YEAR_2026);
    (void)state;
    assert_int_equal(year.clocks[0].sunday, date_of(2026, 10, 25));
    assert_int_equal(year.clocks[0].longer, 60);
    assert_int_equal(year.clocks[1].sunday, date_of(2027, 3, 28));
    assert_int_equal(year.clocks[1].longer, -60);
    year_free(&year);
}

static void no_year_is_half_made_where_memory_runs_out(void **state)
{
    struct plan *plan = given_plan(YEAR_2026 "week w1 dates=2026-06-01/2026-06-30");
    size_t hits = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct year year = {.days = 7};
        enum status st = year_make(plan, NULL, &year);
        bool hit = scarce_hit();
        hits += hit;
        if (hit && (st != ST_NOMEM || year.days != 7))
            fail_msg("round %d: status %d", n, (int)st);
        if (!hit)
            year_free(&year);
    }
    assert_in_range(hits, 3, 50);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_has_53_of_one_weekday_and_a_leap_year_of_two),
        cmocka_unit_test(a_plan_without_week_patterns_has_one_all_the_year),
        cmocka_unit_test(dates_go_before_turns_and_turns_before_what_has_neither),
        cmocka_unit_test(days_that_no_pattern_has_are_counted),
        cmocka_unit_test(bank_holidays_are_those_of_the_nation),
        cmocka_unit_test(both_clock_changes_are_known),
        cmocka_unit_test(no_year_is_half_made_where_memory_runs_out),
    };
    return cmocka_run_group_tests_name("year", tests, NULL, NULL);
}
