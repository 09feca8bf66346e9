/*
 * What the plan expected beside what happened.
 */
#include "supportplan/lived.h"

#include "world.h"

/* Sam: 5 x 1 h 30 m paid, 7 h 30 m at 12.00 are 90.00 a week and 4,680.00 in 52 weeks. Of 100.00 a
 * week, 5,200.00 a year, 520.00 are left. */
#define PLAN                                                                                       \
    "supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=12.00 unit=hour;"                   \
    "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 what=Wash supporter=s1;"
#define BUDGET "fund budget amount=100.00 every=week;"

static void what_a_review_found_stands_beside_what_was_expected(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {PLAN "review e1 date=2026-11-01", ""},
        {PLAN "review e1 unfilled=90",
         "The plan has 7 h 30 m paid in a week. 6 h of it were filled."},
        {PLAN "review e1 unfilled=0",
         "The plan has 7 h 30 m paid in a week. 7 h 30 m of it were filled."},
        {PLAN "review e1 unfilled=?", ""},
        /* more than there is: no sum is made of it */
        {PLAN "review e1 unfilled=600", "The plan has 7 h 30 m paid in a week."},
        {PLAN "review e1 left=800.00", ""},
        {PLAN BUDGET "review e1 left=800.00", "The plan left 520.00 of the year's budget."},
        {PLAN "fund budget amount=90.00 every=week; review e1 left=800.00",
         "The plan left nothing of the year's budget."},
        {PLAN BUDGET "review e1 unfilled=90 left=800.00",
         "The plan has 7 h 30 m paid in a week. 6 h of it were filled. "
         "The plan left 520.00 of the year's budget."},
        /* of which kind of week the hours are is not said */
        {PLAN "week w1 name=Term weeks=39; week w2 name=Home weeks=13; time t1 week=w1;"
              "review e1 unfilled=90",
         "Term: The plan has 7 h 30 m paid in a week. Home: The plan has 0 m paid in a week."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        struct text t = {0};
        lived_words(w.plan, NULL, &w.b, "e1", &t);
        if (strcmp(text_str(&t), cases[i].want) != 0)
            fail_msg("%s:\n%s\nand not:\n%s", cases[i].facts, text_str(&t), cases[i].want);
        text_free(&t);
        world_end(&w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_review_found_stands_beside_what_was_expected),
    };
    return cmocka_run_group_tests_name("lived", tests, NULL, NULL);
}
