/*
 * What lines cost in a year that is counted day by day (SPEC 2.6), each by hand. Where not
 * said otherwise the year is 1 April 2026 to 31 March 2027: 365 days, 53 Wednesdays and 52 of
 * every other weekday, in England with ten bank holidays: 3 and 6 April, 4 and 25 May, 31
 * August, 25 and 28 December, 1 January, 26 and 29 March: four
 * Fridays and six Mondays.
 */
#include "supportplan/holidays.h"
#include "world.h"

#define DATED "plan - year-basis=dated year-start=2026-04-01;"
#define BANK "rate r2 supporter=s1 price=24.00 unit=hour when=bank-holiday;"

struct one_case {
    const char *facts;
    pence year; /* of t1 */
    pence ordinary;
};

static void assert_years(const struct one_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct world w = world_of(cases[i].facts);
        const struct budget_line *line = line_of(&w, "t1");
        if (w.b.basis != BASIS_DATED || !line->year_priced || line->columns.year != cases[i].year ||
            line->ordinary != cases[i].ordinary)
            fail_msg("%s: %lld, a week %lld", cases[i].facts, (long long)line->columns.year,
                     (long long)line->ordinary);
        world_end(&w);
    }
}

/* Research, finding 2: 100.00 Monday to Friday costs 26,100.00, not 26,000.00. */
static void a_day_is_paid_as_often_as_it_comes(void **state)
{
    static const struct one_case cases[] = {
        {DATED "rate r1 price=100.00 unit=day; time t1 days=Mon,Tue,Wed,Thu,Fri start=09:00 "
               "minutes=60 rate=r1",
         261 * 10000, 50000},
        {DATED "rate r1 price=100.00 unit=day; time t1 days=Wed start=09:00 minutes=60 rate=r1",
         530000, 10000},
        {DATED "rate r1 price=100.00 unit=day; time t1 days=Thu start=09:00 minutes=60 rate=r1",
         520000, 10000},
        /* a leap year from 1 April 2027: 53 Thursdays and 53 Fridays */
        {"plan - year-basis=dated year-start=2027-04-01; rate r1 price=100.00 unit=day;"
         "time t1 days=Wed,Thu,Fri start=09:00 minutes=60 rate=r1",
         (52 + 53 + 53) * 10000, 30000},
        /* x 2 workers, shared by 3: 53 x 100 x 2 / 3 = 3533.33 */
        {DATED "rate r1 price=100.00 unit=day;"
               "time t1 days=Wed start=09:00 minutes=60 rate=r1 workers=2 sharing=3",
         353333, 6667},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

static void a_price_by_the_week_counts_the_days_of_its_patterns(void **state)
{
    static const struct one_case cases[] = {
        /* 70.00 x 365 / 7 */
        {DATED "rate r1 price=70.00 unit=week; time t1 minutes=60 rate=r1", 365000, 7000},
        {DATED "rate r1 price=70.00 unit=week; time t1 days=Mon,Wed start=09:00 rate=r1", 365000,
         7000},
        /* 14 days of 10.00 each, whichever days the line has */
        {DATED "rate r1 price=70.00 unit=week; week w1 dates=2026-12-21/2027-01-03;"
               "time t1 week=w1 days=Fri start=09:00 rate=r1",
         14000, 7000},
        /* three days without one of its own */
        {DATED "rate r1 price=70.00 unit=week; week w1 dates=2026-12-22/2026-12-24;"
               "time t1 week=w1 days=Mon start=09:00 rate=r1",
         3000, 7000},
        /* a line of every week has the days too that no pattern has */
        {DATED "rate r1 price=70.00 unit=week; week w1 dates=2026-12-22;"
               "time t1 days=Mon start=09:00 rate=r1",
         365000, 7000},
        /* two prices by the week, each once */
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=70.00 unit=week when=weekday;"
               "rate r2 supporter=s1 price=7.00 unit=week when=weekend;"
               "time t1 days=Mon,Tue,Sat,Sun start=09:00 minutes=60 supporter=s1",
         365000 + 36500, 7700},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

static void a_line_once_a_week_falls_on_mondays_as_ordinary_ones(void **state)
{
    static const struct one_case cases[] = {
        /* 52 Mondays, six of them bank holidays, whose price is not heeded */
        {DATED PA BANK "time t1 minutes=60 supporter=s1", 52 * 1200, 1200},
        {DATED PA BANK "time t1 start=09:00 minutes=60 supporter=s1", 52 * 1200, 1200},
        {DATED "rate r1 price=5.00 unit=visit; time t1 minutes=60 times=3 rate=r1", 52 * 1500,
         1500},
        /* 21 and 28 December */
        {DATED PA "week w1 dates=2026-12-21/2027-01-03; time t1 week=w1 minutes=60 supporter=s1",
         2 * 1200, 1200},
        {DATED PA "week w1 dates=2026-12-22/2026-12-27; time t1 week=w1 minutes=60 supporter=s1", 0,
         1200},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

static void patterns_are_counted_by_the_calendar(void **state)
{
    static const struct one_case cases[] = {
        /* every second week from Monday 30 March 2026: 27 turns, the last from 29 March 2027.
         * Mondays in the year: 13 April to 29 March, 26 of them */
        {DATED PA "week w1 starts=2026-04-01 every=2; week w2 name=b;"
                  "time t1 week=w1 days=Mon start=09:00 minutes=60 supporter=s1",
         26 * 1200, 1200},
        /* its Wednesdays: 1 April 2026 to 31 March 2027, 27 of them */
        {DATED PA "week w1 starts=2026-04-01 every=2; week w2 name=b;"
                  "time t1 week=w1 days=Wed start=09:00 minutes=60 supporter=s1",
         27 * 1200, 1200},
        {DATED PA "week w1 starts=2026-04-01 every=2; week w2 name=b;"
                  "time t1 week=w2 days=Wed start=09:00 minutes=60 supporter=s1",
         26 * 1200, 1200},
        /* six weeks of summer, and the 47 Wednesdays that are not in it */
        {DATED PA "week w1 weeks=40; week w2 weeks=12 dates=2026-07-20/2026-08-30;"
                  "time t1 week=w2 days=Wed start=09:00 minutes=60 supporter=s1",
         6 * 1200, 1200},
        {DATED PA "week w1 weeks=?; week w2 dates=2026-07-20/2026-08-30;"
                  "time t1 week=w1 days=Wed start=09:00 minutes=60 supporter=s1",
         47 * 1200, 1200},
        /* a "?" in its dates: never; without a pattern of its own: always */
        {DATED PA "week w1 name=a; week w2 dates=?;"
                  "time t1 week=w2 days=Wed start=09:00 minutes=60 supporter=s1",
         0, 1200},
        {DATED PA "week w1 dates=2026-07-20;"
                  "time t1 days=Wed start=09:00 minutes=60 supporter=s1",
         53 * 1200, 1200},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

static void bank_holidays_have_the_price_that_goes_first(void **state)
{
    static const struct one_case cases[] = {
        /* 46 Mondays at 12.00 and 6 at 24.00 */
        {DATED PA BANK "time t1 days=Mon start=09:00 minutes=60 supporter=s1", 46 * 1200 + 6 * 2400,
         1200},
        /* a bank-holiday price goes before saturday or sunday, but after one for the length */
        {DATED PA BANK "rate r3 supporter=s1 price=9.00 unit=hour minutes=60;"
                       "time t1 days=Mon start=09:00 minutes=60 supporter=s1",
         52 * 900, 900},
        {DATED PA BANK "rate r3 supporter=s1 price=9.00 unit=hour from=08:00 to=12:00;"
                       "time t1 days=Mon start=09:00 minutes=60 supporter=s1",
         52 * 900, 900},
        /* a named price goes before all */
        {DATED PA BANK "time t1 days=Mon start=09:00 minutes=60 supporter=s1 rate=r1", 52 * 1200,
         1200},
        /* other prices cover a bank holiday too */
        {DATED PA "time t1 days=Mon start=09:00 minutes=60 supporter=s1", 52 * 1200, 1200},
        /* the substitute is the bank holiday: Saturday 26 December 2026 is none, the 28th is */
        {DATED PA BANK "week w1 dates=2026-12-26; week w2 name=b;"
                       "time t1 week=w1 days=Sat start=09:00 minutes=60 supporter=s1",
         1200, 1200},
        {DATED PA BANK "week w1 dates=2026-12-28; week w2 name=b;"
                       "time t1 week=w1 days=Mon start=09:00 minutes=60 supporter=s1",
         2400, 1200},
        /* Scotland has no Easter Monday, nor 31 August. Its Mondays are 4 and 25 May, 3 August, 30
         * November, 28 December, and 4 January for the 2nd, a Saturday. */
        {DATED "about - nation=scotland;" PA BANK
               "time t1 days=Mon start=09:00 minutes=60 supporter=s1",
         46 * 1200 + 6 * 2400, 1200},
        /* a flat price on such days: 4 Fridays of 50.00 */
        {DATED PA "rate r2 supporter=s1 price=50.00 unit=visit when=bank-holiday;"
                  "time t1 days=Fri start=09:00 minutes=60 supporter=s1",
         48 * 1200 + 4 * 5000, 1200},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

static void a_night_has_each_days_own_price(void **state)
{
    static const struct one_case cases[] = {
        /* Friday 22:00 to 06:00: 2 h at 10.00, 6 h on Saturday at 20.00; the week says 80.00.
         * 52 x 140.00, and Friday's own price where Saturday has none by the hour */
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
               "rate r2 supporter=s1 price=20.00 unit=hour when=saturday;"
               "time t1 days=Fri start=22:00 end=06:00 supporter=s1",
         52 * 14000, 8000},
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
               "rate r2 supporter=s1 price=20.00 unit=visit when=saturday;"
               "time t1 days=Fri start=22:00 end=06:00 supporter=s1",
         52 * 8000, 8000},
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
               "rate r2 supporter=s1 price=? unit=hour when=saturday;"
               "time t1 days=Fri start=22:00 end=06:00 supporter=s1",
         52 * 8000, 8000},
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
               "time t1 days=Fri start=22:00 end=06:00 supporter=s1",
         52 * 8000, 8000},
        /* up to midnight is one part */
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
               "rate r2 supporter=s1 price=20.00 unit=hour when=saturday;"
               "time t1 days=Fri start=22:00 end=24:00 supporter=s1",
         52 * 2000, 2000},
        /* Thursday 24 to Friday 25 December: 2 h at 12.00, 6 h at 24.00 */
        {DATED PA BANK "week w1 dates=2026-12-24; week w2 name=b;"
                       "time t1 week=w1 days=Thu start=22:00 end=06:00 supporter=s1",
         2400 + 14400, 9600},
        /* and the other way about from the 25th */
        {DATED PA BANK "week w1 dates=2026-12-25; week w2 name=b;"
                       "time t1 week=w1 days=Fri start=22:00 end=06:00 supporter=s1",
         4800 + 7200, 9600},
        /* the last night of the year goes on into the next: Friday 1 January 2027 */
        {"plan - year-basis=dated year-start=2026-01-01;" PA BANK
         "week w1 dates=2026-12-31; week w2 name=b;"
         "time t1 week=w1 days=Thu start=22:00 end=06:00 supporter=s1",
         2400 + 14400, 9600},
        /* a flat price belongs to the day it starts */
        {DATED PA "rate r3 supporter=s1 price=77.95 unit=night from=20:00 to=08:00;" BANK
                  "week w1 dates=2026-12-24; week w2 name=b;"
                  "time t1 week=w1 days=Thu start=22:00 end=06:00 supporter=s1",
         7795, 7795},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

/* V30: 126.00 an ordinary night, 140.00 from 24 October 2026, 112.00 from 27 March 2027. */
static void v30_clock_changes_are_paid_by_the_hour(void **state)
{
#define NIGHT "rate r1 price=14.00 unit=hour; week w2 name=b;"
    static const struct one_case cases[] = {
        {DATED NIGHT "week w1 dates=2026-10-24; time t1 week=w1 days=Sat start=22:00 end=07:00 "
                     "rate=r1",
         14000, 12600},
        {DATED NIGHT "week w1 dates=2027-03-27; time t1 week=w1 days=Sat start=22:00 end=07:00 "
                     "rate=r1",
         11200, 12600},
        {DATED NIGHT "week w1 dates=2026-10-31; time t1 week=w1 days=Sat start=22:00 end=07:00 "
                     "rate=r1",
         12600, 12600},
        /* both cancel: 52 nights (P9) */
        {DATED NIGHT "time t1 days=Sat start=22:00 end=07:00 rate=r1", 52 * 12600, 12600},
        /* only what spans 01:00 to 02:00 */
        {DATED NIGHT "week w1 dates=2026-10-25; time t1 week=w1 days=Sun start=01:00 end=02:00 "
                     "rate=r1",
         2800, 1400},
        {DATED NIGHT "week w1 dates=2026-10-25; time t1 week=w1 days=Sun start=01:01 end=03:01 "
                     "rate=r1",
         2800, 2800},
        {DATED NIGHT "week w1 dates=2026-10-24; time t1 week=w1 days=Sat start=22:00 end=01:59 "
                     "rate=r1",
         5577, 5577},
        /* a flat price does not change */
        {DATED "rate r1 price=77.95 unit=night; week w2 name=b; week w1 dates=2026-10-24;"
               "time t1 week=w1 days=Sat start=22:00 end=07:00 rate=r1",
         7795, 7795},
        /* the hour is Sunday's: 2 h at 10.00 on Saturday, 7 h and one more at 20.00 */
        {DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour;"
               "rate r2 supporter=s1 price=20.00 unit=hour when=sunday; week w2 name=b;"
               "week w1 dates=2026-10-24;"
               "time t1 week=w1 days=Sat start=22:00 end=07:00 supporter=s1",
         2000 + 16000, 9000},
    };
    (void)state;
    assert_years(cases, COUNT(cases));
}

/* Sums that hang on a "?", and what only a bank holiday leaves without a price. */
static void what_only_a_bank_holiday_leaves_open_has_a_week_and_no_year(void **state)
{
    (void)state;
    struct world w =
        world_of(DATED PA BANK "rate r3 supporter=s1 price=25.00 unit=hour when=bank-holiday;"
                               "time t1 days=Mon start=09:00 minutes=60 supporter=s1;"
                               "time t2 days=Sat start=09:00 minutes=60 supporter=s1");
    assert_true(line_of(&w, "t1")->week_priced);
    assert_false(line_of(&w, "t1")->year_priced);
    assert_int_equal(line_of(&w, "t1")->why, UNPRICED_HOLIDAY);
    assert_int_equal(w.b.not_priced, 1);
    assert_int_equal(w.b.patterns[0].cost, 2400);
    /* no bank holiday falls on a Saturday: its year stands */
    assert_int_equal(line_of(&w, "t2")->columns.year, 52 * 1200);
    world_end(&w);
}

static void a_one_off_day_changes_its_year_alone(void **state)
{
    struct holidays table = {0};
    struct one_off cup = {
        .day = date_of(2026, 6, 15), .places = 15, .is_holiday = true, .name = (char *)"Cup"};
    struct plan *plan =
        given_plan(DATED PA BANK "time t1 days=Mon start=09:00 minutes=60 supporter=s1");
    struct budget b;
    (void)state;
    assert_int_equal(holidays_add(&table, &cup), ST_OK);
    assert_int_equal(budget_count_with(plan, &table, &b), ST_OK);
    assert_int_equal(b.cost.year, 45 * 1200 + 7 * 2400);
    budget_free(&b);
    holidays_free(&table);
    plan_free(plan);
}

/* 2.7: the average week is the exact year x 7 / N; money comes in by the same factors. */
static void columns_and_money_go_by_the_days(void **state)
{
    (void)state;
    struct world w = world_of(DATED "rate r1 price=100.00 unit=day;"
                                    "time t1 days=Mon,Tue,Wed,Thu,Fri start=09:00 rate=r1;"
                                    "fund budget amount=500.00 every=week;"
                                    "cost c1 price=10.00 every=4weeks");
    /* 26,100 x 7 / 365 = 500.5479; x 4 = 2002.1918; / 12 = 2175.00 */
    assert_columns(&line_of(&w, "t1")->columns, 50055, 200219, 217500, 2610000);
    /* V21: 500.00 x 365 / 7 = 26,071.4286 */
    assert_columns(&w.b.amounts, 50000, 200000, 217262, 2607143);
    /* 10.00 x 365 / 28 = 130.3571 */
    assert_int_equal(line_of(&w, "c1")->columns.year, 13036);
    world_end(&w);
}

static void without_a_day_to_begin_a_dated_year_is_52_weeks(void **state)
{
    static const char *const cases[] = {"plan - year-basis=dated;",
                                        "plan - year-basis=dated year-start=?;"};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[300];
        snprintf(facts, sizeof facts, "%s%s", cases[i],
                 PA "time t1 days=Wed start=09:00 minutes=60 supporter=s1");
        struct world w = world_of(facts);
        assert_int_equal(w.b.basis, BASIS_52);
        assert_true(w.b.dated_asked);
        assert_int_equal(w.b.cost.year, 52 * 1200);
        world_end(&w);
    }
}

/* The weeks of a pattern are not used; what is "?" there leaves nothing open. */
static void the_weeks_of_a_pattern_are_not_used(void **state)
{
    (void)state;
    struct world w =
        world_of(DATED PA "week w1 weeks=?; week w2 weeks=9 dates=2026-07-20/2026-08-30;"
                          "time t1 days=Wed start=09:00 minutes=60 supporter=s1");
    assert_int_equal(w.b.cost.year, 53 * 1200);
    assert_int_equal(w.b.not_priced, 0);
    assert_true(w.b.weeks_known);
    assert_int_equal(w.b.patterns[0].days, 365 - 42);
    assert_int_equal(w.b.patterns[1].days, 42);
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_paid_as_often_as_it_comes),
        cmocka_unit_test(a_price_by_the_week_counts_the_days_of_its_patterns),
        cmocka_unit_test(a_line_once_a_week_falls_on_mondays_as_ordinary_ones),
        cmocka_unit_test(patterns_are_counted_by_the_calendar),
        cmocka_unit_test(bank_holidays_have_the_price_that_goes_first),
        cmocka_unit_test(a_night_has_each_days_own_price),
        cmocka_unit_test(v30_clock_changes_are_paid_by_the_hour),
        cmocka_unit_test(what_only_a_bank_holiday_leaves_open_has_a_week_and_no_year),
        cmocka_unit_test(a_one_off_day_changes_its_year_alone),
        cmocka_unit_test(columns_and_money_go_by_the_days),
        cmocka_unit_test(without_a_day_to_begin_a_dated_year_is_52_weeks),
        cmocka_unit_test(the_weeks_of_a_pattern_are_not_used),
    };
    return cmocka_run_group_tests_name("pricing_year", tests, NULL, NULL);
}
