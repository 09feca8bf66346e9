/*
 * A dated year beside 52 ordinary weeks, by hand. The year is that of test_pricing_year: from 1
 * April 2026, one Wednesday (31 March 2027) more than 364 days, ten bank holidays.
 */
#include "supportplan/almanac.h"
#include "supportplan/difference.h"
#include "world.h"

#define DATED "plan - year-basis=dated year-start=2026-04-01;"
#define BANK "rate r2 supporter=s1 price=24.00 unit=hour when=bank-holiday;"

static struct difference difference_of(const struct world *w)
{
    struct difference d = {0};
    assert_int_equal(difference_make(w->plan, &w->b, &d), ST_OK);
    return d;
}

/* What a cause comes to; day 0 stands for the sum of the cause. */
static pence more_of(const struct difference *d, enum cause cause, date day)
{
    pence more = 0;
    for (size_t i = 0; i < d->count; i++)
        if (d->parts[i].cause == cause && (day == 0 || d->parts[i].day == day))
            more += d->parts[i].more;
    return more;
}

/* Research, finding 2: 26,000.00, and 100.00 for the 53rd Wednesday. */
static void a_53rd_wednesday_is_named_with_its_price(void **state)
{
    (void)state;
    struct world w = world_of(DATED "rate r1 price=100.00 unit=day;"
                                    "time t1 days=Mon,Tue,Wed,Thu,Fri start=09:00 rate=r1");
    struct difference d = difference_of(&w);
    assert_int_equal(d.on_52, 2600000);
    assert_int_equal(more_of(&d, CAUSE_DAY, date_of(2027, 3, 31)), 10000);
    assert_int_equal(more_of(&d, CAUSE_HOLIDAY, 0), 0);
    size_t holidays = 0;
    for (size_t i = 0; i < d.count; i++)
        holidays += d.parts[i].cause == CAUSE_HOLIDAY;
    assert_int_equal(holidays, 10);
    difference_free(&d);
    world_end(&w);
}

static void each_bank_holiday_has_its_own_difference(void **state)
{
    (void)state;
    /* Thursday nights 22:00 to 06:00: into Good Friday, Christmas Day, New Year's Day and Good
     * Friday 2027, 6 h at 24.00 for 12.00: 72.00 each. Mondays 1 h: 12.00 more on six. */
    struct world w = world_of(DATED PA BANK "time t1 days=Thu start=22:00 end=06:00 supporter=s1;"
                                            "time t2 days=Mon start=09:00 minutes=60 supporter=s1");
    struct difference d = difference_of(&w);
    assert_int_equal(d.on_52, 52 * (9600 + 1200));
    assert_int_equal(more_of(&d, CAUSE_HOLIDAY, date_of(2026, 12, 25)), 7200);
    assert_int_equal(more_of(&d, CAUSE_HOLIDAY, date_of(2026, 12, 28)), 1200);
    /* 3 April 2026: its Thursday is in the year, 2 April */
    assert_int_equal(more_of(&d, CAUSE_HOLIDAY, 0), 4 * 7200 + 6 * 1200);
    assert_int_equal(more_of(&d, CAUSE_NIGHTS, 0), 0);
    assert_int_equal(w.b.cost.year, d.on_52 + 4 * 7200 + 6 * 1200);
    difference_free(&d);
    world_end(&w);
}

static void clocks_and_nights_are_told_apart(void **state)
{
    (void)state;
    /* Saturday 22:00 to 07:00 at 10.00, Sundays at 20.00: 52 nights of 90.00; 7 h on Sunday are
     * 70.00 more each; an hour of 20.00 more in October and less in March */
    struct world w =
        world_of(DATED "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour;"
                       "rate r2 supporter=s1 price=20.00 unit=hour when=sunday;"
                       "time t1 days=Sat start=22:00 end=07:00 supporter=s1");
    struct difference d = difference_of(&w);
    assert_int_equal(d.on_52, 52 * 9000);
    assert_int_equal(more_of(&d, CAUSE_CLOCKS, date_of(2026, 10, 25)), 2000);
    assert_int_equal(more_of(&d, CAUSE_CLOCKS, date_of(2027, 3, 28)), -2000);
    assert_int_equal(more_of(&d, CAUSE_NIGHTS, 0), 52 * 7000);
    difference_free(&d);
    world_end(&w);
}

/* P1 for the list: whatever the plan, its parts add up. Pennies by their rounding are listed. */
static void the_parts_add_up_to_the_year(void **state)
{
    static const char *const cases[] = {
        DATED PA BANK "time t1 days=Mon start=09:00 minutes=50 supporter=s1 sharing=3",
        DATED "rate r1 price=10.01 unit=week; time t1 days=Mon start=09:00 rate=r1",
        DATED PA BANK "week w1 dates=2026-12-01/2027-01-15; time t1 week=w1 days=Mon,Fri "
                      "start=20:00 end=07:10 supporter=s1 sharing=7; time t2 minutes=35 "
                      "supporter=s1 sharing=9",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i]);
        struct difference d = difference_of(&w);
        pence sum = d.on_52;
        for (size_t j = 0; j < d.count; j++)
            sum += d.parts[j].more;
        if (sum != w.b.support.year)
            fail_msg("%s: %lld of %lld", cases[i], (long long)sum, (long long)w.b.support.year);
        if (more_of(&d, CAUSE_ROUNDING, 0) > 10 || more_of(&d, CAUSE_ROUNDING, 0) < -10)
            fail_msg("%s: rounding by %lld", cases[i], (long long)more_of(&d, CAUSE_ROUNDING, 0));
        difference_free(&d);
        world_end(&w);
    }
}

static bool says(const struct notices *said, const char *sentence)
{
    for (size_t i = 0; i < said->count; i++)
        if (strcmp(said->list[i], sentence) == 0)
            return true;
    return false;
}

static void the_difference_is_said_in_words(void **state)
{
    static const char *const wanted[] = {
        /* 52 x 24.00, and six Mondays at 24.00 more */
        ("Support comes to 1,392.00 in the year. 52 ordinary weeks come to 1,248.00. That is "
         "144.00 "
         "more."),
        "One day more than 52 weeks, Wednesday 31 March 2027.",
        "Boxing Day, Monday 28 December 2026, the day in its place: 24.00 more.",
        "Good Friday, Friday 3 April 2026.",
        "The clocks go back on Sunday 25 October 2026.",
        "The clocks go forward on Sunday 28 March 2027.",
    };
    (void)state;
    struct world w = world_of(DATED PA BANK "time t1 days=Mon start=09:00 end=11:00 supporter=s1");
    struct notices said = {0};
    assert_int_equal(almanac_say(w.plan, &w.b, &said), ST_OK);
    for (size_t i = 0; i < COUNT(wanted); i++)
        if (!says(&said, wanted[i]))
            fail_msg("not said: %s", wanted[i]);
    notices_free(&said);
    world_end(&w);
}

static void other_years_have_nothing_to_say(void **state)
{
    (void)state;
    struct world w = world_of(PA "time t1 minutes=60 supporter=s1");
    struct notices said = {0};
    assert_int_equal(almanac_say(w.plan, &w.b, &said), ST_OK);
    assert_int_equal(said.count, 0);
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_53rd_wednesday_is_named_with_its_price),
        cmocka_unit_test(each_bank_holiday_has_its_own_difference),
        cmocka_unit_test(clocks_and_nights_are_told_apart),
        cmocka_unit_test(the_parts_add_up_to_the_year),
        cmocka_unit_test(the_difference_is_said_in_words),
        cmocka_unit_test(other_years_have_nothing_to_say),
    };
    return cmocka_run_group_tests_name("difference", tests, NULL, NULL);
}
