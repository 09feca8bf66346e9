/*
 * What meets each need. The sums are those of the worked example (Norfolk's rate): 104.03 and
 * 97.09 a week, 5,409.30 and 5,048.68 a year of 52 weeks.
 */
#include "supportplan/coverage.h"

#include "scarce.h"
#include "world.h"

#define SUNRISE                                                                                    \
    "supporter s1 name=Sunrise kind=agency; supporter s2 name=Joan kind=family;"                   \
    "rate r1 supporter=s1 price=13.87 unit=hour;"
#define MORNING "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 what=Wash supporter=s1 "
#define EVENING "time t2 days=" EVERY_DAY " start=18:00 end=19:00 what=Tea supporter=s1 "

static struct coverage made(const struct world *w)
{
    struct coverage c;
    assert_int_equal(coverage_make(w->plan, &w->b, &c), ST_OK);
    return c;
}

static void how_a_need_is_met_is_told_apart(void **state)
{
    static const struct {
        const char *facts;
        enum coverage_how want;
        size_t open, links;
    } cases[] = {
        {"need n1 what=Wash", COVERAGE_NOTHING, 1, 0},
        {"need n1 what=Wash eligible=no", COVERAGE_NOTHING, 0, 0},
        {"need n1 what=Wash eligible=unknown", COVERAGE_NOTHING, 1, 0},
        {"need n1 what=Wash met-by=Not,met,yet", COVERAGE_NOT_MET, 1, 0},
        {"need n1 what=Wash met-by=?", COVERAGE_UNSURE, 1, 0},
        {"need n1 what=Wash met-by=The,district,nurse", COVERAGE_OTHERWISE, 0, 0},
        {"need n1 what=Wash; goal g1 needs=n1", COVERAGE_GOAL_ONLY, 1, 1},
        {"need n1 what=Wash; goal g1 needs=?", COVERAGE_NOTHING, 1, 0},
        {"need n1 what=Wash; goal g1 needs=n1;" MORNING "goals=g1", COVERAGE_PLANNED, 0, 1},
        {"need n1 what=Wash;" MORNING "needs=n1", COVERAGE_PLANNED, 0, 1},
        /* a line that names the need and a goal for it is one thing */
        {"need n1 what=Wash; goal g1 needs=n1;" MORNING "needs=n1 goals=g1", COVERAGE_PLANNED, 0,
         1},
        {"need n1 what=Wash; cost c1 what=Rail price=40.00 every=once needs=n1", COVERAGE_PLANNED,
         0, 1},
        {"need n1 what=Wash met-by=My,sister,too;" MORNING "needs=n1", COVERAGE_PLANNED, 0, 1},
        {"need n1 what=Wash;" MORNING "needs=?", COVERAGE_NOTHING, 1, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(SUNRISE);
        world_add(&w, cases[i].facts);
        struct coverage c = made(&w);
        if (c.count != 1 || c.needs[0].how != cases[i].want || c.open != cases[i].open ||
            c.link_count != cases[i].links)
            fail_msg("%s: met in the way %d, %zu open, %zu links", cases[i].facts,
                     (int)c.needs[0].how, c.open, c.link_count);
        coverage_free(&c);
        world_end(&w);
    }
}

static void what_is_open_comes_first_and_what_is_not_counted_last(void **state)
{
    static const char *const order[] = {"n3", "n2", "n1", "n5", "n4"};
    (void)state;
    struct world w = world_of(SUNRISE "need n1 what=Wash; need n2 what=Eat met-by=Not,met,yet;"
                                      "need n3 what=Work; need n4 what=Play eligible=no;"
                                      "need n5 what=Skin met-by=The,nurse;" MORNING "needs=n1");
    struct coverage c = made(&w);
    assert_int_equal(c.count, COUNT(order));
    for (size_t i = 0; i < COUNT(order); i++)
        assert_string_equal(c.needs[i].item, order[i]);
    coverage_free(&c);
    world_end(&w);
}

/* 5 x 1 h 30 m and 7 x 1 h paid, 2 h unpaid; each column the sum of the two lines' own. */
static void the_sums_beside_a_need_are_those_of_its_lines(void **state)
{
    (void)state;
    struct world w =
        world_of(SUNRISE "need n1 what=Wash; need n2 what=Eat;" MORNING "needs=n1;" EVENING
                         "needs=n1,n2; time t3 days=Sat start=10:00 end=12:00 supporter=s2 "
                         "needs=n1; cost c1 what=Rail price=40.00 every=once needs=n1;"
                         "cost c2 what=Soap every=week needs=n1");
    struct coverage c = made(&w);
    const struct coverage_need *need = &c.needs[0];
    assert_string_equal(need->item, "n1");
    assert_int_equal(need->met, 5);
    assert_int_equal(need->cost.week, 10403 + 9709);
    assert_int_equal(need->cost.year, 540930 + 504868);
    assert_int_equal(need->once, 4000);
    assert_int_equal(need->not_priced, 1);
    struct week_time time = coverage_time(w.plan, &w.b, need, "w1");
    assert_int_equal(time.paid, 450 + 420);
    assert_int_equal(time.unpaid, 120);
    assert_int_equal(c.needs[1].cost.week, 9709);
    coverage_free(&c);
    world_end(&w);
}

static void needs_that_the_same_things_meet_are_found(void **state)
{
    (void)state;
    struct world w = world_of(SUNRISE "need n1 what=Wash; need n2 what=Dress; need n3 what=Eat;"
                                      "need n4 what=Rest; need n5 what=Sleep;" MORNING
                                      "needs=n1,n2;" EVENING "needs=n3");
    struct coverage c = made(&w);
    /* n4 and n5 have nothing, and come first: nothing is the same as nothing */
    assert_string_equal(c.needs[1].item, "n5");
    assert_null(coverage_same(&c, &c.needs[1]));
    assert_string_equal(c.needs[3].item, "n2");
    assert_ptr_equal(coverage_same(&c, &c.needs[3]), &c.needs[2]);
    assert_null(coverage_same(&c, &c.needs[4]));
    coverage_free(&c);
    world_end(&w);
}

/* What the page and the paper say of a need, a line each. */
static char *told(const struct world *w, const struct coverage_need *need)
{
    struct text t = {0};
    coverage_state(need, &t);
    text_add(&t, "\n");
    coverage_else(w->plan, need, &t);
    for (size_t i = 0; i < need->count; i++) {
        text_add(&t, "\n");
        coverage_link_words(w->plan, NULL, &w->b, &need->links[i], &t);
    }
    text_add(&t, "\n");
    coverage_sum_words(w->plan, NULL, &w->b, need, &t);
    return text_take(&t);
}

static void a_need_says_what_meets_it_by_whom_when_and_at_what_cost(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {"", "nothing yet\nNothing in this plan meets it yet.\n"},
        {"goal g1 what=Swim needs=n1",
         "only a goal so far\n\nGoal 1, Swim: nothing helps with this goal yet.\n"},
        {MORNING "needs=n1",
         "1 thing meets it\n\n"
         "Monday to Friday, 08:00 to 09:30, 1 h 30 m each. Wash, with Sunrise. "
         "13.87 an hour: 104.03 a week. My budget pays.\n"
         "Together 7 h 30 m paid a week. 104.03 a week, 5,409.30 a year (52 weeks)."},
        {"goal g1 what=Swim needs=n1;"
         "time t3 days=Sat start=10:00 end=12:00 what=Swim supporter=s2 goals=g1",
         "1 thing meets it\n\n"
         "Saturday, 10:00 to 12:00, 2 h. Swim, with Joan. Unpaid. For: Goal 1, Swim.\n"
         "Together 2 h unpaid a week."},
        {"cost c1 what=Rail price=40.00 every=once needs=n1",
         "1 thing meets it\n\nRail: 40.00 once; 40.00 a year (52 weeks). My budget pays.\n"
         "Once: 40.00 in the year (52 weeks)."},
        {"cost c1 what=Rail every=week needs=n1",
         "1 thing meets it\n\nRail: no price yet. Its price is not known yet. My budget pays.\n"
         "1 line has no price yet."},
        {"week w1 name=School weeks=40; week w2 name=Holiday weeks=12;"
         "time t3 week=w2 days=Sat start=10:00 end=12:00 what=Swim supporter=s2 needs=n1",
         "1 thing meets it\n\n"
         "Saturday, 10:00 to 12:00, 2 h. Only in: Holiday. Swim, with Joan. Unpaid.\n"
         "Holiday: 2 h unpaid a week."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(SUNRISE "need n1 what=Wash;");
        world_add(&w, cases[i].facts);
        struct coverage c = made(&w);
        char *got = told(&w, &c.needs[0]);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s:\n%s\nand not:\n%s", cases[i].facts, got, cases[i].want);
        free(got);
        coverage_free(&c);
        world_end(&w);
    }
}

static void where_memory_runs_out_nothing_is_made(void **state)
{
    (void)state;
    struct world w = world_of(SUNRISE "need n1 what=Wash; goal g1 needs=n1;" MORNING "goals=g1");
    for (int n = 0; scarce_from(&n);) {
        struct coverage c = {.count = 99};
        enum status st = coverage_make(w.plan, &w.b, &c);
        if (scarce_hit()) {
            assert_int_equal(st, ST_NOMEM);
            assert_int_equal(c.count, 99);
        } else {
            assert_int_equal(st, ST_OK);
            coverage_free(&c);
        }
    }
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_a_need_is_met_is_told_apart),
        cmocka_unit_test(what_is_open_comes_first_and_what_is_not_counted_last),
        cmocka_unit_test(the_sums_beside_a_need_are_those_of_its_lines),
        cmocka_unit_test(needs_that_the_same_things_meet_are_found),
        cmocka_unit_test(a_need_says_what_meets_it_by_whom_when_and_at_what_cost),
        cmocka_unit_test(where_memory_runs_out_nothing_is_made),
    };
    return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
