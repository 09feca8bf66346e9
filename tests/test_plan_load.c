/*
 * Filling a plan: the same plan as by setting each fact.
 */
#include "supportplan/plan.h"

#include <stdio.h>
#include <stdlib.h>
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

static void another_field_of_the_same_item_needs_no_name(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    assert_int_equal(plan_load(plan, F_GOAL_WHAT, "g1", "Sing"), ST_OK);
    assert_int_equal(plan_load(plan, F_GOAL_WHAT, "g2", "Swim"), ST_OK);
    assert_int_equal(plan_load_more(plan, F_GOAL_WHY, "For the water"), ST_OK);
    assert_int_equal(plan_load_more(plan, F_GOAL_WHY, "For the sun"), ST_EXISTS);
    assert_string_equal(plan_str(plan, F_GOAL_WHY, "g2"), "For the water");
    assert_null(plan_fact(plan, F_GOAL_WHY, "g1"));
    plan_free(plan);
}

/* A value of so many letters; each length ends in its own. Freed by who asked. */
static char *given_value(size_t len)
{
    char *value = malloc(len + 1);
    assert_non_null(value);
    memset(value, 'a' + (int)(len % 26), len);
    value[len] = '\0';
    return value;
}

/* Lengths round those of the pieces of memory that values are kept in. */
static void values_of_any_length_are_kept_whole(void **state)
{
    static const size_t lengths[] = {1,    2,    700,  2040, 2046, 2047,  2048,  2049,
                                     4095, 4096, 9000, 3,    1500, 65535, 65536, 100000};
    char item[16];
    (void)state;
    struct plan *plan = plan_new();
    for (size_t i = 0; i < 10 * COUNT(lengths); i++) {
        char *value = given_value(lengths[i % COUNT(lengths)]);
        snprintf(item, sizeof item, "g%zu", i + 1);
        assert_int_equal(plan_load(plan, F_GOAL_WHAT, item, value), ST_OK);
        free(value);
    }
    for (size_t i = 0; i < 10 * COUNT(lengths); i++) {
        char *value = given_value(lengths[i % COUNT(lengths)]);
        snprintf(item, sizeof item, "g%zu", i + 1);
        if (strcmp(plan_str(plan, F_GOAL_WHAT, item), value) != 0)
            fail_msg("%s: the value of %zu letters is another", item, strlen(value));
        free(value);
    }
    plan_free(plan);
}

/* "Sing" is changed and then taken away; memory may run out at any step. Undone, it is there. */
static void what_was_read_can_be_changed_and_undone(void **state)
{
    (void)state;
    int refused = 0;
    for (int n = 0; scarce_from(&n);) {
        struct edits done = {0}, redo = {0};
        struct plan *plan = plan_new();
        enum status st = plan ? plan_load(plan, F_GOAL_WHAT, "g1", "Sing") : ST_NOMEM;
        if (!st)
            st = plan_set(plan, F_GOAL_WHAT, "g1", "Swim", PLAN_LAST, &done);
        const char *wanted = st ? "Sing" : "Swim";
        if (plan && plan_count(plan, SEC_GOAL) > 0)
            assert_string_equal(plan_str(plan, F_GOAL_WHAT, "g1"), wanted);
        if (!st)
            st = plan_set(plan, F_GOAL_WHAT, "g1", NULL, PLAN_LAST, &done);
        bool hit = scarce_hit();
        refused += st == ST_NOMEM;
        assert_true(st == ST_OK || (hit && st == ST_NOMEM));
        if (plan && plan_count(plan, SEC_GOAL) + done.count > 0) {
            assert_int_equal(plan_undo(plan, &done, &redo), ST_OK);
            assert_string_equal(plan_str(plan, F_GOAL_WHAT, "g1"), "Sing");
        }
        edits_free(&done);
        edits_free(&redo);
        plan_free(plan);
    }
    assert_true(refused > 5);
}

/* A value that is only taken away leaves the memory it was read into, and comes back. */
static void what_was_read_can_be_taken_away_and_put_back(void **state)
{
    (void)state;
    struct edits done = {0}, redo = {0};
    struct plan *plan = plan_new();
    assert_int_equal(plan_load(plan, F_GOAL_WHAT, "g1", "Sing"), ST_OK);
    assert_int_equal(plan_load_more(plan, F_GOAL_WHY, "For joy"), ST_OK);
    assert_int_equal(plan_remove(plan, SEC_GOAL, "g1", &done), ST_OK);
    assert_int_equal(plan_count(plan, SEC_GOAL), 0);
    assert_int_equal(plan_undo(plan, &done, &redo), ST_OK);
    assert_string_equal(plan_str(plan, F_GOAL_WHAT, "g1"), "Sing");
    assert_string_equal(plan_str(plan, F_GOAL_WHY, "g1"), "For joy");
    edits_free(&done);
    edits_free(&redo);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_filled_plan_is_the_one_that_was_set),
        cmocka_unit_test(a_fact_that_is_there_stays),
        cmocka_unit_test(a_question_mark_of_an_odd_row_is_no_fact),
        cmocka_unit_test(without_memory_nothing_is_put),
        cmocka_unit_test(another_field_of_the_same_item_needs_no_name),
        cmocka_unit_test(values_of_any_length_are_kept_whole),
        cmocka_unit_test(what_was_read_can_be_changed_and_undone),
        cmocka_unit_test(what_was_read_can_be_taken_away_and_put_back),
    };
    return cmocka_run_group_tests_name("plan_load", tests, NULL, NULL);
}
