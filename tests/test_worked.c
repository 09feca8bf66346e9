/*
 * Worked sums of the research, and what councils print, to the penny. The numbers V02 and so on
 * are those of the research's section 7; worked.py lists where each stands, and misses none.
 *
 * What has no place in a plan is not entered: Norfolk's on-costs of 26.08 per cent on a wage, a
 * contribution that is taken off before it is rounded (V20), percentages of a percentage.
 */
#include "supportplan/charge.h"
#include "world.h"

static pence running(const struct world *w)
{
    return w->b.patterns[0].cost;
}

static void judge_running(const char *facts, pence want)
{
    struct world w = world_of(facts);
    if (running(&w) != want)
        fail_msg("%s: %lld", facts, (long long)running(&w));
    world_end(&w);
}

/* Here a line is rounded, where the sum rounds a visit: so each visit is a line of its own. */
static void v02_where_it_is_rounded_makes_seven_pence(void **state)
{
    static const char days[] = "Mon Tue Wed Thu Fri Sat Sun";
    struct text visits = {0}, by_day = {0};
    (void)state;

    text_add(&visits, "rate r1 price=12.71 unit=hour");
    text_add(&by_day, text_str(&visits));
    for (int i = 0; i < 21; i++)
        text_addf(&visits, ";time t%d days=%.3s start=%02d:00 minutes=20 rate=r1", i + 1,
                  days + 4 * (i / 3), 8 + 4 * (i % 3));
    for (int day = 0; day < 7; day++)
        text_addf(&by_day, ";time t%d days=%.3s start=08:00 minutes=60 rate=r1", day + 1,
                  days + 4 * day);
    /* 7 h x 12.71 = 88.97; 21 x 4.24 = 89.04; 7 x 12.71 = 88.97 */
    judge_running("rate r1 price=12.71 unit=hour; time t1 minutes=420 times=21 rate=r1", 8897);
    judge_running(text_str(&visits), 8904);
    judge_running(text_str(&by_day), 8897);
    text_free(&visits);
    text_free(&by_day);
}

/* Thirty minutes, two carers, twice a day. Merton's and Buckinghamshire's prices, too. */
static void v18_two_carers_and_short_visits(void **state)
{
#define TWICE                                                                                      \
    "time t1 days=" EVERY_DAY " start=08:00 minutes=30 rate=r1 workers=2;"                         \
    "time t2 days=" EVERY_DAY " start=20:00 minutes=30 rate=r1 workers=2"
    (void)state;
    struct world w = world_of("rate r1 price=24.69 unit=hour;" TWICE);
    assert_int_equal(w.b.patterns[0].time.cover, 7 * 60);
    assert_int_equal(w.b.patterns[0].time.paid, 14 * 60);
    assert_int_equal(running(&w), 34566);
    world_end(&w);
    judge_running("rate r1 price=11.90 unit=visit;" TWICE, 33320); /* 28 x 11.90 */
    judge_running("rate r1 price=19.55 unit=hour;" TWICE, 27370);  /* 59.50 less */
    /* 21 visits of 45 minutes: at a price of their own, and as 945 minutes */
    judge_running("rate r1 price=15.72 unit=visit; time t1 minutes=945 times=21 rate=r1", 33012);
    judge_running("rate r1 price=19.55 unit=hour; time t1 minutes=945 times=21 rate=r1", 30791);
    judge_running("rate r1 price=23.00 unit=hour; time t1 minutes=60 rate=r1 workers=2", 4600);
#undef TWICE
}

/* 12 hours a year are not a quarter of an hour a week: that is 13, 8.33 per cent more. */
static void v28_an_hour_a_month_is_less_than_a_quarter_a_week(void **state)
{
    (void)state;
    struct world w = world_of("cost c1 price=12.00 every=month; rate r1 price=12.00 unit=hour;"
                              "time t1 minutes=15 rate=r1");
    assert_int_equal(line_of(&w, "c1")->columns.year, 14400);
    assert_int_equal(line_of(&w, "t1")->columns.year, 15600);
    assert_int_equal(15600 * 12, 14400 * 13);
    world_end(&w);
}

/* A yearly cap of 26,000.00 and 498.90 a week: within it or over it, by the basis. */
static void v32_the_basis_decides_whether_it_is_over(void **state)
{
    static const struct {
        const char *basis;
        pence year;
        int64_t used;
        bool over;
    } cases[] = {{"52", 2594280, 9978, false}, {"365/7", 2601407, 10005, true}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[200];
        snprintf(facts, sizeof facts,
                 "plan - year-basis=%s; cost c1 price=498.90 every=week;"
                 "fund budget amount=26000.00 every=year",
                 cases[i].basis);
        struct world w = world_of(facts);
        if (w.b.cost.year != cases[i].year || w.b.used_hundredths != cases[i].used ||
            w.b.over != cases[i].over)
            fail_msg("%s: %lld, %lld", cases[i].basis, (long long)w.b.cost.year,
                     (long long)w.b.used_hundredths);
        world_end(&w);
    }
}

/* Essex and Bexley: the lower of what was assessed and what the support costs. */
static void v37_a_charge_is_never_more_than_the_support_costs(void **state)
{
    static const struct {
        const char *what;
        pence assessed, cost, charge;
    } cases[] = {
        {"Essex", 5620, 2392, 2392},
        {"Bexley, 2 h x 18.52", 1400, 3704, 1400},
        {"Bexley, assessed at 40.00", 4000, 3704, 3704},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (charge_of(cases[i].assessed, &cases[i].cost, 1, 1) != cases[i].charge)
            fail_msg("%s", cases[i].what);
    judge_running("rate r1 price=18.52 unit=hour; time t1 minutes=120 rate=r1", 3704);
}

/* V40: what a yearly cap allows a week is rounded down: never more than the cap. */
static void v40_a_cap_allows_no_more_than_it_is(void **state)
{
    static const struct {
        const char *year;
        pence week;
    } cases[] = {
        {"year-basis=52", 50000},                          /* 26,000 / 52 */
        {"year-basis=365/7 year-start=2026-04-01", 49863}, /* x 7 / 365 = 498.6301 */
        {"year-basis=365/7 year-start=2027-04-01", 49726}, /* x 7 / 366 = 497.2677 */
        {"year-basis=dated year-start=2027-04-01", 49726},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[200];
        snprintf(facts, sizeof facts, "plan - %s; fund budget amount=26000.00 every=year",
                 cases[i].year);
        struct world w = world_of(facts);
        if (budget_allows_a_week(&w.b) != cases[i].week)
            fail_msg("%s: %lld", cases[i].year, (long long)budget_allows_a_week(&w.b));
        world_end(&w);
    }
}

/* Bath & North East Somerset: 100.00 a week assessed; four weeks that cost 800.00, then 350.00.
 * Week by week a light week is charged what it costs. */
static void bath_charges_four_weeks_at_once(void **state)
{
    static const pence dear[] = {20000, 20000, 20000, 20000}, light[] = {0, 0, 15000, 20000};
    (void)state;
    assert_int_equal(charge_of(10000, dear, 4, 4), 40000);
    assert_int_equal(charge_of(10000, light, 4, 4), 35000);
    assert_int_equal(charge_of(10000, light, 4, 1), 20000); /* 0 + 0 + 100.00 + 100.00 */
}

/* Two kinds of week by turns, of 80.00 and 200.00, and 100.00 a week assessed. */
#define TURNS                                                                                      \
    "rate r1 price=10.00 unit=hour; week w1 weeks=26; week w2 weeks=26;"                           \
    "time t1 week=w1 minutes=480 rate=r1; time t2 week=w2 minutes=1200 rate=r1;"                   \
    "contribution - amount=100.00 every=week "

static void the_charge_of_a_plan_is_by_the_week_or_by_four(void **state)
{
    static const struct {
        const char *facts;
        bool known;
        pence year;
    } cases[] = {
        {TURNS "charged=week", true, 26 * 8000 + 26 * 10000},
        /* which weeks come together is not told */
        {TURNS "charged=4weeks", false, 0},
        /* by turns from Monday 6 April 2026: four weeks cost 560.00, more than 400.00 */
        {TURNS "charged=4weeks; plan - year-basis=dated year-start=2026-04-06;"
               "week w1 starts=2026-04-06 every=2; week w2 starts=2026-04-13 every=2",
         true, 13 * 40000},
        {TURNS "charged=week; plan - year-basis=dated year-start=2026-04-06;"
               "week w1 starts=2026-04-06 every=2; week w2 starts=2026-04-13 every=2",
         true, 26 * 8000 + 26 * 10000},
        /* the second Monday has no pattern */
        {TURNS "charged=week; plan - year-basis=dated year-start=2026-04-06;"
               "week w1 starts=2026-04-06 every=2; week w2 starts=2026-04-20 every=2",
         false, 0},
        {TURNS "charged=week; week w2 weeks=25", false, 0},
        {TURNS "charged=week; cost c1 every=week", false, 0}, /* a line without a price */
        {TURNS "charged=week; contribution - amount=?", false, 0},
        {"rate r1 price=10.00 unit=hour; time t1 minutes=480 rate=r1; contribution - "
         "amount=400.00 every=4weeks charged=4weeks",
         true, 52 * 8000},
        {"contribution - status=nil charged=week", true, 0},
        /* a day centre at 500.00 a week, and nothing in the timetable */
        {"cost c1 price=500.00 every=week; contribution - amount=46.35 every=week charged=week",
         true, 52 * 4635},
        /* 80.00 and 200.00 by turns with 130.00 a month, 30.00 a week: 110.00 and 230.00; what is
         * put aside, comes once or is another's is no support of the week */
        {TURNS "charged=week; contribution - amount=120.00; cost c1 price=130.00 every=month;"
               "cost c2 price=9.00 every=week set-aside=yes; cost c3 price=9.00 every=once;"
               "fund f1 kind=own; cost c4 price=9.00 every=week pays=f1",
         true, 26 * 11000 + 26 * 12000},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        struct charge charge = charge_count(w.plan, &w.b);
        if (!charge.told || charge.known != cases[i].known || charge.year != cases[i].year)
            fail_msg("%s: %d, %lld", cases[i].facts, charge.known, (long long)charge.year);
        world_end(&w);
    }
}

static void a_plan_that_does_not_say_how_it_is_charged_has_no_charge(void **state)
{
    (void)state;
    struct world w = world_of("contribution - amount=100.00 every=week");
    assert_false(charge_count(w.plan, &w.b).told);
    world_end(&w);
}

/* Devon: 135.00 a week estimated, 20.00 more agreed: what the person pays is held beside 155.00.
 * Merton: a live-in week of 1,368.50 is 7 days at 195.50. */
static void devon_and_merton_come_out(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=135.00 every=week status=indicative;"
                              "contribution - amount=140.00 every=week");
    assert_int_equal(w.b.contribution.week, 13500);
    world_add(&w, "fund budget amount=155.00 status=final");
    assert_int_equal(w.b.contribution.week, 14000);
    assert_int_equal(w.b.council.week, 1500);
    world_end(&w);
    judge_running("rate r1 price=195.50 unit=day; time t1 days=" EVERY_DAY
                  " start=08:00 end=08:00 rate=r1",
                  136850);
    judge_running("rate r1 price=1368.50 unit=week; time t1 days=" EVERY_DAY
                  " start=08:00 end=08:00 rate=r1",
                  136850);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(v02_where_it_is_rounded_makes_seven_pence),
        cmocka_unit_test(v18_two_carers_and_short_visits),
        cmocka_unit_test(v28_an_hour_a_month_is_less_than_a_quarter_a_week),
        cmocka_unit_test(v32_the_basis_decides_whether_it_is_over),
        cmocka_unit_test(v37_a_charge_is_never_more_than_the_support_costs),
        cmocka_unit_test(v40_a_cap_allows_no_more_than_it_is),
        cmocka_unit_test(bath_charges_four_weeks_at_once),
        cmocka_unit_test(the_charge_of_a_plan_is_by_the_week_or_by_four),
        cmocka_unit_test(a_plan_that_does_not_say_how_it_is_charged_has_no_charge),
        cmocka_unit_test(devon_and_merton_come_out),
    };
    return cmocka_run_group_tests_name("worked", tests, NULL, NULL);
}
