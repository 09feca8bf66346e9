/*
 * Filling a plan: the same plan as by setting each fact.
 */
#include "supportplan/plan.h"

#include <string.h>

#include "scarce.h"
#include "test.h"

static const struct {
    enum field field;
    const char *item, *value;
} facts[] = {
    {F_PLAN_FORMAT, "", "1"},        {F_SUPPORTER_NAME, "s2", "Sam"},
    {F_SUPPORTER_NAME, "s1", "Dee"}, {F_SUPPORTER_KIND, "s2", "pa"},
    {F_TIME_SUPPORTER, "t1", "s9"},  {F_TIME_GOALS, "t1", "?"},
};

static void a_filled_plan_is_the_one_that_was_set(void **state)
{
    (void)state;
    struct plan *loaded = plan_new(), *set = plan_new();
    for (size_t i = 0; i < COUNT(facts); i++) {
        assert_int_equal(plan_load(loaded, facts[i].field, facts[i].item, facts[i].value), ST_OK);
        assert_int_equal(
            plan_set(set, facts[i].field, facts[i].item, facts[i].value, PLAN_LAST, NULL), ST_OK);
    }
    assert_true(plan_equal(loaded, set));
    assert_string_equal(plan_item(loaded, SEC_SUPPORTER, 0), "s2");
    plan_free(loaded);
    plan_free(set);
}

static void a_fact_that_is_there_stays(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    assert_int_equal(plan_load(plan, F_GOAL_WHAT, "g1", "Sing"), ST_OK);
    assert_int_equal(plan_load(plan, F_GOAL_WHAT, "g1", "Swim"), ST_EXISTS);
    assert_string_equal(plan_str(plan, F_GOAL_WHAT, "g1"), "Sing");
    plan_free(plan);
}

static void a_question_mark_of_an_odd_row_is_no_fact(void **state)
{
    (void)state;
    static const char *const cells[] = {"time", "t1", "start", "late"};
    struct plan *plan = plan_new();
    assert_int_equal(plan_add_odd(plan, ODD_VALUE, 1, cells, 4, NULL), ST_OK);
    assert_string_equal(plan_get(plan, F_TIME_START, "t1"), "?");
    assert_null(plan_fact(plan, F_TIME_START, "t1"));
    assert_int_equal(plan_load(plan, F_TIME_START, "t1", "?"), ST_OK);
    assert_string_equal(plan_fact(plan, F_TIME_START, "t1"), "?");
    plan_free(plan);
}

static void without_memory_nothing_is_put(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    int refused = 0;
    for (int n = 0; scarce_from(&n);) {
        enum status st = plan_load(plan, F_GOAL_WHAT, "g1", "Sing");
        bool hit = scarce_hit();
        assert_int_equal(st, hit ? ST_NOMEM : ST_OK);
        assert_int_equal(plan_count(plan, SEC_GOAL), hit ? 0 : 1);
        refused += hit;
    }
    assert_true(refused > 1);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_filled_plan_is_the_one_that_was_set),
        cmocka_unit_test(a_fact_that_is_there_stays),
        cmocka_unit_test(a_question_mark_of_an_odd_row_is_no_fact),
        cmocka_unit_test(without_memory_nothing_is_put),
    };
    return cmocka_run_group_tests_name("plan_load", tests, NULL, NULL);
}
