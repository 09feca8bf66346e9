/* The money in the account. Numbers such as V24 are those of the research's worked sums. */
#include "test.h"

#include <string.h>

#include "given.h"
#include "supportplan/reserve.h"

/* V24: 3,150.00 in the account, 412.60 of holiday and 88.20 of tax are owed; 310.00 a week, of
 * which 46.35 are paid by the person. */
#define V24                                                                                        \
    "fund budget amount=310.00 every=week; contribution - amount=46.35 every=week;"                \
    "money - account=3150.00 owed-holiday=412.60 owed-tax=88.20;"

static void what_is_owed_is_taken_off_before_the_limit_is_looked_at(void **state)
{
    static const struct {
        const char *name, *facts;
        bool free_known, over_known;
        pence free, limit, over;
    } cases[] = {
        {"V24, 8 weeks", V24 "money - reserve-weeks=8", true, true, 264920, 248000, 16920},
        {"V24, 4 weeks", V24 "money - reserve-weeks=4", true, true, 264920, 124000, 140920},
        {"V24, no limit", V24, true, false, 264920, 0, 0},
        /* 8 x (310.00 - 46.35) = 8 x 263.65 = 2,109.20; 2,649.20 - 2,109.20 = 540.00 */
        {"of what the council pays", V24 "money - reserve-weeks=8 reserve-of=council", true, true,
         264920, 210920, 54000},
        {"within it", V24 "money - reserve-weeks=9", true, true, 264920, 279000, 0},
        /* 3,150.00 - 412.60 - 88.20 - 3,000.00 = -350.80 */
        {"more owed than there is", V24 "money - owed-bills=3000.00 reserve-weeks=8", true, true,
         -35080, 248000, 0},
        /* 2,649.20 - 2,240.00 (V25) */
        {"redundancy pay", V24 "money - owed-redundancy=2240.00 reserve-weeks=8", true, true, 40920,
         248000, 0},
        {"a debt that is not known", V24 "money - owed-tax=? reserve-weeks=8", false, false, 0,
         248000, 0},
        {"an account that is not known", V24 "money - account=? reserve-weeks=8", false, false, 0,
         248000, 0},
        {"a limit that is not known", V24 "money - reserve-weeks=?", true, false, 264920, 0, 0},
        {"of what is not known", V24 "money - reserve-weeks=8 reserve-of=?", true, false, 264920, 0,
         0},
        {"a budget that is not known", V24 "money - reserve-weeks=8; fund budget amount=?", true,
         false, 264920, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct budget budget;
        assert_int_equal(budget_count(plan, &budget), ST_OK);
        struct reserve r = reserve_count(plan, &budget);
        if (!r.told || r.free.known != cases[i].free_known || r.over.known != cases[i].over_known ||
            r.free.p != cases[i].free || r.limit.p != cases[i].limit || r.over.p != cases[i].over)
            fail_msg("%s: free %d %lld, limit %lld, over %d %lld", cases[i].name, r.free.known,
                     (long long)r.free.p, (long long)r.limit.p, r.over.known, (long long)r.over.p);
        budget_free(&budget);
        plan_free(plan);
    }
}

/* What is said of the reserve of a plan; free it with notices_free(). */
static struct notices said_of(const char *facts)
{
    struct plan *plan = given_plan(facts);
    struct budget budget;
    struct notices said = {NULL, 0};
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    struct reserve r = reserve_count(plan, &budget);
    assert_int_equal(reserve_say(&r, &said), ST_OK);
    budget_free(&budget);
    plan_free(plan);
    return said;
}

static void each_figure_is_said_with_its_sum(void **state)
{
    static const char *const want[] = {
        "Free: 3,150.00 in the account - 500.80 owed already = 2,649.20.",
        "Limit: 8 weeks x 310.00 a week = 2,480.00.",
        ("Over the limit: 2,649.20 - 2,480.00 = 169.20. The council may ask for it back. Tell it "
         "first what the money is for."),
    };
    struct notices said = said_of(V24 "money - reserve-weeks=8");
    (void)state;
    assert_int_equal(said.count, COUNT(want));
    for (size_t i = 0; i < COUNT(want); i++)
        assert_string_equal(said.list[i], want[i]);
    notices_free(&said);
}

/* Surrey Heartlands allows one week. */
static void a_limit_of_one_week_is_a_week(void **state)
{
    struct notices said = said_of(V24 "money - reserve-weeks=1");
    (void)state;
    assert_string_equal(said.list[1], "Limit: 1 week x 310.00 a week = 310.00.");
    notices_free(&said);
}

static void a_plan_that_says_nothing_of_it_has_no_reserve(void **state)
{
    struct plan *plan = given_plan("fund budget amount=310.00 every=week");
    struct budget budget;
    (void)state;
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    assert_false(reserve_count(plan, &budget).told);
    budget_free(&budget);
    plan_free(plan);
}

static void in_short_it_says_what_is_free_owed_and_over(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {V24 "money - reserve-weeks=8", "2,649.20 free, 500.80 owed, 169.20 over, limit 8 weeks"},
        {V24 "money - reserve-weeks=9", "2,649.20 free, 500.80 owed, limit 9 weeks"},
        {V24, "2,649.20 free, 500.80 owed"},
        {V24 "money - owed-tax=?", "not known yet"},
        {"fund budget amount=310.00 every=week", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct budget budget;
        struct text t = {0};
        assert_int_equal(budget_count(plan, &budget), ST_OK);
        struct reserve reserve = reserve_count(plan, &budget);
        reserve_short(&reserve, &t);
        assert_string_equal(text_str(&t), cases[i].want);
        text_free(&t);
        budget_free(&budget);
        plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_owed_is_taken_off_before_the_limit_is_looked_at),
        cmocka_unit_test(each_figure_is_said_with_its_sum),
        cmocka_unit_test(in_short_it_says_what_is_free_owed_and_over),
        cmocka_unit_test(a_limit_of_one_week_is_a_week),
        cmocka_unit_test(a_plan_that_says_nothing_of_it_has_no_reserve),
    };
    return cmocka_run_group_tests_name("reserve", tests, NULL, NULL);
}
