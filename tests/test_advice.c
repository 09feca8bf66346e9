/*
 * What is left still buys, and what puts a plan right. The sums are those of SPEC section 4:
 * Norfolk's 13.87 an hour, 270.47 a week.
 */
#include "supportplan/counsel.h"

#include <string.h>

#include "plan_sane.h"
#include "world.h"

#define AGENCY "supporter s1 name=Sunrise kind=agency; rate r1 supporter=s1 price=13.87 unit=hour;"
#define NORFOLK                                                                                    \
    AGENCY "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 supporter=s1 what=Wash;"        \
           "time t2 days=" EVERY_DAY " start=18:00 end=19:00 supporter=s1 what=Tea;"               \
           "time t3 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"                        \
           "time t4 days=Sat start=10:00 end=12:00 supporter=s1 what=Shop;"

/* A plan with its sums and its advice. */
struct asked {
    struct world w;
    struct advices all;
};

static struct asked ask(const char *facts)
{
    struct asked a = {.w = world_of(facts)};
    assert_int_equal(advice_find(a.w.plan, &a.w.b, NULL, &a.all), ST_OK);
    return a;
}

static void end(struct asked *a)
{
    world_end(&a->w);
}

/* All advice, a line each: what it does, what it comes to, what to mind. */
static char *told(const struct asked *a)
{
    struct text t = {0};
    for (size_t i = 0; i < a->all.count; i++) {
        const struct advice *one = &a->all.list[i];
        counsel_words(a->w.plan, NULL, one, &t);
        text_add(&t, " | ");
        counsel_sum(&a->w.b, one, &t);
        text_add(&t, " | ");
        counsel_caution(a->w.plan, NULL, one, &t);
        text_add(&t, "\n");
    }
    return text_take(&t);
}

static void expect(const char *facts, const char *want)
{
    struct asked a = ask(facts);
    char *got = told(&a);
    assert_non_null(got);
    if (strcmp(got, want) != 0)
        fail_msg("of %s it is told\n%snot\n%s", facts, got, want);
    free(got);
    end(&a);
}

static void what_is_left_buys_time_in_quarters_of_an_hour(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        /* 15 m at 13.87 = 3.4675; 30 m = 6.935, and 4.53 is left */
        {NORFOLK "fund budget amount=275.00 every=week",
         "15 m more a week with Sunrise | costs 3.47 a week, 1.06 left then | \n"},
        /* 3.46 does not buy it */
        {NORFOLK "fund budget amount=273.93 every=week", ""},
        {NORFOLK "fund budget amount=273.94 every=week",
         "15 m more a week with Sunrise | costs 3.47 a week, 0.00 left then | \n"},
        /* by the visit: 2 x 20.00 of 45.00; by the night: one of 40.00 */
        {"supporter s1 name=Sunrise kind=agency;"
         "rate r1 supporter=s1 price=20.00 unit=visit minutes=45;"
         "rate r2 supporter=s1 price=40.00 unit=night; fund budget amount=45.00 every=week",
         "2 more visits a week with Sunrise | costs 40.00 a week, 5.00 left then | \n"
         "1 more night a week with Sunrise | costs 40.00 a week, 5.00 left then | \n"},
        /* a bank holiday's price is not for an ordinary week */
        {"supporter s1 name=Sunrise kind=agency;"
         "rate r1 supporter=s1 price=20.00 unit=visit when=bank-holiday;"
         "fund budget amount=45.00 every=week",
         ""},
        /* most time first: 60.00 buys 6 h at 10.00 and 4 h at 15.00 */
        {"supporter s1 name=Dear; rate r1 supporter=s1 price=15.00 unit=hour;"
         "supporter s2 name=Cheap; rate r2 supporter=s2 price=10.00 unit=hour;"
         "fund budget amount=60.00 every=week",
         "6 h more a week with Cheap | costs 60.00 a week, 0.00 left then | \n"
         "4 h more a week with Dear | costs 60.00 a week, 0.00 left then | \n"},
        /* 1000.00 a year of 52 weeks: 1 h 30 m at 13.87 is 20.805 a week, 1081.86; 1 h 15 m 901.55
         */
        {AGENCY "fund budget amount=1000.00 every=year",
         "1 h 15 m more a week with Sunrise | costs 17.34 a week, 1.89 left then | \n"},
        {"supporter s1 name=Sunrise; fund budget amount=60.00 every=week", ""},
        {AGENCY, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].facts, cases[i].want);
}

static void the_smallest_changes_put_a_plan_right(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        /* 41.61, so 0.47 over; 2 h 45 m is 38.1425 */
        {AGENCY "time t3 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"
                "fund budget amount=41.14 every=week",
         "Swim, with Sunrise: 15 m shorter | saves 3.47 a week, 3.00 left then | \n"},
        /* 41.61 against 30.00: 10.40 for 45 m is not enough, 13.87 for an hour is */
        {AGENCY "time t3 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"
                "fund budget amount=30.00 every=week",
         "Swim, with Sunrise: 1 h shorter | saves 13.87 a week, 2.26 left then | \n"},
        /* one day of five: 83.22 + 17.34 = 100.56 */
        {AGENCY "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 supporter=s1 what=Wash;"
                "fund budget amount=103.00 every=week",
         "Wash, with Sunrise: 15 m shorter on Friday | saves 3.47 a week, 2.44 left then | \n"},
        /* one day is not enough: 104.03 - 50.00 is nearly four hours of 7 h 30 m; 45 m of each day
         * leaves 3 h 45 m = 52.01, and an hour 2 h 30 m = 34.675 */
        {AGENCY "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 supporter=s1 what=Wash;"
                "fund budget amount=50.00 every=week",
         "Wash, with Sunrise: 1 h shorter on each of its days | saves 69.35 a week, 15.32 left "
         "then | "
         "\n"},
        /* a visit can't be shorter: one goes */
        {"supporter s1 name=Sunrise kind=agency; rate r1 supporter=s1 price=20.00 unit=visit;"
         "time t1 days=Mon,Thu start=08:00 end=08:30 supporter=s1 what=Wash;"
         "fund budget amount=30.00 every=week",
         "Wash, with Sunrise: left out on Thursday | saves 20.00 a week, 10.00 left then | \n"},
        /* hours that vary: 10 h = 138.70; 9 h 30 m = 131.765 */
        {AGENCY "time t1 minutes=600 supporter=s1 what=Out; fund budget amount=132.00 every=week",
         "Out, with Sunrise: 30 m less a week | saves 6.93 a week, 0.23 left then | \n"},
        /* what is put aside gives way before any time does */
        {AGENCY "time t3 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"
                "cost c1 what=Illness price=10.00 every=week set-aside=yes;"
                "fund budget amount=50.00 every=week",
         "Illness: 8.39 in place of 10.00 | saves 1.61 a week, 0.00 left then | \n"
         "Swim, with Sunrise: 15 m shorter | saves 3.47 a week, 1.86 left then | \n"},
        /* another fund pays where it has enough: of two costs the smaller */
        {"fund budget amount=10.00 every=week; fund f1 name=Charity amount=300.00 every=year;"
         "fund f2 name=Empty amount=10.00 every=year; cost c1 what=Gym price=6.00 every=week;"
         "cost c2 what=Bus price=5.00 every=week",
         "Bus: paid by Charity | saves 5.00 a week, 4.00 left then | \n"},
        /* half of what it costs: no one change is enough */
        {NORFOLK "fund budget amount=135.00 every=week", ""},
        /* without a budget there is nothing to say */
        {AGENCY "time t3 days=Wed start=13:00 end=16:00 supporter=s1", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].facts, cases[i].want);
}

/* 270.47 against 135.00: 104.03 for the washing leaves 31.44 to find. Of the swimming's 41.61 2 h
 * 15 m are 31.2075, which is not enough, and 2 h 30 m leave half an hour at 6.94. */
static void changes_put_a_plan_right_together_where_none_does_alone(void **state)
{
    static const struct {
        const char *facts, *want, *together;
    } cases[] = {
        {NORFOLK "fund budget amount=135.00 every=week",
         "Wash, with Sunrise: left out on each of its days | saves 104.03 a week | \n"
         "Swim, with Sunrise: 2 h 30 m shorter | saves 34.67 a week | \n",
         "Together they save 138.70 a week, 3.23 left then."},
        /* 63.61 against 21.00: another fund's 12.00 first, for it takes no time; then 30.61 are to
         * find, and 45 m of the swimming, 10.40, with the 10.00 put aside are 20.40 */
        {AGENCY "time t3 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"
                "cost c1 what=Illness price=10.00 every=week set-aside=yes;"
                "cost c2 what=Gym price=12.00 every=week; fund f1 name=Charity amount=700.00 "
                "every=year; fund budget amount=21.00 every=week",
         "Gym: paid by Charity | saves 12.00 a week | \n"
         "Swim, with Sunrise: 2 h 15 m shorter | saves 31.21 a week | \n",
         "Together they save 43.21 a week, 0.60 left then."},
        /* even without both there is no money */
        {"cost c1 what=Rent price=60.00 every=week; fund budget amount=20.00 every=week", "", ""},
        /* who is the only support for something goes last: 41.61 + 3.47 for 15 m = 45.08 */
        {AGENCY "need n1 what=Washing;"
                "time t1 days=Mon start=08:00 end=11:00 supporter=s1 what=Wash needs=n1;"
                "time t2 days=Tue start=08:00 end=10:00 supporter=s1 what=Swim;"
                "time t3 days=Wed start=08:00 end=10:00 supporter=s1 what=Walk;"
                "fund budget amount=45.08 every=week",
         "Swim, with Sunrise: left out | saves 27.74 a week | \n"
         "Walk, with Sunrise: 1 h 45 m shorter | saves 24.27 a week | \n",
         "Together they save 52.01 a week, 0.00 left then."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct asked a = ask(cases[i].facts);
        struct text t = {0}, sum = {0};
        assert_int_equal(a.all.count, 0); /* no one change is enough */
        assert_int_equal(advice_together(a.w.plan, NULL, &a.all), ST_OK);
        for (size_t k = 0; k < a.all.count; k++) {
            counsel_words(a.w.plan, NULL, &a.all.list[k], &t);
            text_add(&t, " | ");
            counsel_saving(&a.w.b, &a.all.list[k], &t);
            text_add(&t, " | ");
            counsel_caution(a.w.plan, NULL, &a.all.list[k], &t);
            text_add(&t, "\n");
        }
        if (a.all.count > 0)
            counsel_together(&a.w.b, &a.all, &sum);
        if (strcmp(text_str(&t), cases[i].want) != 0 ||
            strcmp(text_str(&sum), cases[i].together) != 0)
            fail_msg("of %s it is told\n%s%s\nnot\n%s%s", cases[i].facts, text_str(&t),
                     text_str(&sum), cases[i].want, cases[i].together);
        text_free(&t);
        text_free(&sum);
        end(&a);
    }
}

#define TWO                                                                                        \
    AGENCY "need n1 what=Washing; need n2 what=Fun; goal g1 what=Swim needs=n2;"                   \
           "time t1 days=Mon start=08:00 end=10:00 supporter=s1 what=Wash needs=n1;"               \
           "time t2 days=Tue start=08:00 end=10:00 supporter=s1 what=Swim goals=g1;"               \
           "fund budget amount=55.00 every=week;"

static void a_needs_only_support_is_touched_only_where_nothing_else_is(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        /* both are the only support for something */
        {TWO, "Wash, with Sunrise: 15 m shorter | saves 3.47 a week, 2.99 left then | "
              "It is the only support for: Washing.\n"
              "Swim, with Sunrise: 15 m shorter | saves 3.47 a week, 2.99 left then | "
              "It is the only support for: Fun.\n"},
        /* the washing is met otherwise, so it is not, and the other stays untouched */
        {TWO "need n1 met-by=Ros",
         "Wash, with Sunrise: 15 m shorter | saves 3.47 a week, 2.99 left then | \n"},
        {TWO "time t3 days=Sun start=08:00 end=08:10 needs=n1",
         "Wash, with Sunrise: 15 m shorter | saves 3.47 a week, 2.99 left then | \n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].facts, cases[i].want);
}

#define NIGHT                                                                                      \
    AGENCY "time t1 days=Mon start=22:00 end=06:00 supporter=s1 what=Night;"                       \
           "fund budget amount=110.00 every=week;"

static void a_night_alone_is_told_and_goes_last(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        /* 8 h = 110.96; 15 m = 3.47 */
        {NIGHT, "Night, with Sunrise: 15 m shorter | saves 3.47 a week, 2.51 left then | "
                "Nobody else is there at that time of the night.\n"},
        {NIGHT "about - alone=fine",
         "Night, with Sunrise: 15 m shorter | saves 3.47 a week, 2.51 left then | \n"},
        /* somebody else is there all that time */
        {NIGHT "supporter s2 name=Ros kind=family;"
               "time t2 days=Mon start=21:00 end=07:00 supporter=s2",
         "Night, with Sunrise: 15 m shorter | saves 3.47 a week, 2.51 left then | \n"},
        /* not all that time: from 23:00 on */
        {NIGHT "supporter s2 name=Ros kind=family;"
               "time t2 days=Mon start=23:00 end=07:00 supporter=s2",
         "Night, with Sunrise: 15 m shorter | saves 3.47 a week, 2.51 left then | "
         "Nobody else is there at that time of the night.\n"},
        /* on another night */
        {NIGHT "supporter s2 name=Ros kind=family;"
               "time t2 days=Tue start=21:00 end=07:00 supporter=s2",
         "Night, with Sunrise: 15 m shorter | saves 3.47 a week, 2.51 left then | "
         "Nobody else is there at that time of the night.\n"},
        /* the day goes first, though an hour of it and half an hour of the night cost the same */
        {NIGHT "time t2 days=Mon start=10:00 end=11:00 supporter=s1 what=Walk;"
               "fund budget amount=124.00 every=week",
         "Walk, with Sunrise: 15 m shorter | saves 3.47 a week, 2.64 left then | \n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].facts, cases[i].want);
}

/* Each piece of advice, taken, comes to what it said; undone, no byte is other than before. */
static void what_is_taken_comes_to_what_was_said_and_is_undone(void **state)
{
    static const char *const plans[] = {
        NORFOLK "fund budget amount=275.00 every=week",
        NORFOLK "fund budget amount=270.00 every=week",
        NORFOLK "fund budget amount=1070.00 every=4weeks",
        NORFOLK "plan - year-basis=dated year-start=2026-04-01; fund budget amount=14000.00 "
                "every=year; cost c1 what=Bed price=80.00 every=once",
        NORFOLK "week w1 weeks=39; week w2 weeks=13; time t3 week=w2;"
                "fund budget amount=239.00 every=week",
        "supporter s1 name=Ros kind=family; rate r1 supporter=s1 price=9.99 unit=hour;"
        "fund budget amount=45.00 every=month",
        NIGHT,
        TWO,
    };
    (void)state;
    for (size_t i = 0; i < COUNT(plans); i++) {
        struct asked a = ask(plans[i]);
        if (a.all.count == 0)
            fail_msg("no advice for %s", plans[i]);
        for (size_t k = 0; k < a.all.count; k++) {
            struct plan *copy = plan_copy(a.w.plan), *was = plan_copy(a.w.plan);
            struct edits undo = {0};
            assert_int_equal(advice_take(copy, &a.all.list[k], &undo), ST_OK);
            assert_sane_plan(copy);
            struct budget b = counted(copy);
            if (b.over || b.left.week != a.all.list[k].left.week ||
                b.left.year != a.all.list[k].left.year)
                fail_msg("%s, number %zu: %lld is left, not %lld", plans[i], k,
                         (long long)b.left.week, (long long)a.all.list[k].left.week);
            budget_free(&b);
            assert_int_equal(plan_undo(copy, &undo, NULL), ST_OK);
            assert_true(plan_equal(copy, was));
            edits_free(&undo);
            plan_free(copy);
            plan_free(was);
        }
        end(&a);
    }
}

static void what_is_taken_together_comes_to_what_was_said_and_is_undone(void **state)
{
    static const char *const plans[] = {
        NORFOLK "fund budget amount=135.00 every=week",
        NORFOLK "fund budget amount=10.00 every=week",
        NORFOLK "plan - year-basis=dated year-start=2026-04-01; fund budget amount=6000.00 "
                "every=year; cost c1 what=Bed price=80.00 every=once; cost c2 what=Illness "
                "price=100.00 every=month set-aside=yes",
        NORFOLK "week w1 weeks=39; week w2 weeks=13; time t3 week=w2; fund f1 name=NHS "
                "amount=200.00 every=week; time t4 pays=f1; fund budget amount=400.00 every=4weeks",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(plans); i++) {
        struct asked a = ask(plans[i]);
        struct plan *copy = plan_copy(a.w.plan);
        struct edits undo = {0};
        assert_int_equal(advice_together(a.w.plan, NULL, &a.all), ST_OK);
        if (a.all.count < 2)
            fail_msg("%zu changes for %s", a.all.count, plans[i]);
        for (size_t k = 0; k < a.all.count; k++)
            assert_int_equal(advice_take(copy, &a.all.list[k], &undo), ST_OK);
        assert_sane_plan(copy);
        struct budget b = counted(copy);
        const struct columns *said = &a.all.list[a.all.count - 1].left;
        if (b.over || b.left.week != said->week || b.left.year != said->year)
            fail_msg("%s: %lld is left, not %lld", plans[i], (long long)b.left.year,
                     (long long)said->year);
        budget_free(&b);
        assert_int_equal(plan_undo(copy, &undo, NULL), ST_OK);
        assert_true(plan_equal(copy, a.w.plan));
        edits_free(&undo);
        plan_free(copy);
        end(&a);
    }
}

/* V40: 26,000 a year is 500.00 a week of 52, 498.6301 of 365 days, 497.2677 of 366. */
static void a_yearly_cap_allows_a_week_rounded_down(void **state)
{
    static const struct {
        const char *facts;
        struct figure want;
    } cases[] = {
        {"fund budget amount=26000.00 every=year", {true, 50000}},
        {"fund budget amount=26000.00 every=year; plan - year-basis=365/7 year-start=2026-04-01",
         {true, 49863}},
        {"fund budget amount=26000.00 every=year; plan - year-basis=dated year-start=2027-04-01",
         {true, 49726}},
        {"fund budget amount=1000.03 every=4weeks", {true, 25000}},
        {"fund budget amount=500.00 every=week", {false, 0}},
        {"fund budget every=year", {false, 0}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        struct figure got = advice_allows(&w.b);
        if (got.known != cases[i].want.known || got.p != cases[i].want.p)
            fail_msg("%s: %lld", cases[i].facts, (long long)got.p);
        world_end(&w);
    }
}

static void one_sentence_says_what_is_left_and_what_it_buys(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {NORFOLK "fund budget amount=275.00 every=week",
         "4.53 still buys 15 m more a week with Sunrise."},
        {NORFOLK "fund budget amount=270.00 every=week", ""},
        {NORFOLK "fund budget amount=270.47 every=week", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct asked a = ask(cases[i].facts);
        struct text t = {0};
        counsel_still_buys(a.w.plan, NULL, &a.w.b, &a.all, &t);
        assert_string_equal(text_str(&t), cases[i].want);
        text_free(&t);
        end(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_buys_time_in_quarters_of_an_hour),
        cmocka_unit_test(the_smallest_changes_put_a_plan_right),
        cmocka_unit_test(changes_put_a_plan_right_together_where_none_does_alone),
        cmocka_unit_test(a_needs_only_support_is_touched_only_where_nothing_else_is),
        cmocka_unit_test(a_night_alone_is_told_and_goes_last),
        cmocka_unit_test(what_is_taken_comes_to_what_was_said_and_is_undone),
        cmocka_unit_test(what_is_taken_together_comes_to_what_was_said_and_is_undone),
        cmocka_unit_test(a_yearly_cap_allows_a_week_rounded_down),
        cmocka_unit_test(one_sentence_says_what_is_left_and_what_it_buys),
    };
    return cmocka_run_group_tests_name("advice", tests, NULL, NULL);
}
