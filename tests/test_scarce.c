/*
 * The sums where memory runs out, at every place in turn: a status is given, nothing is
 * changed and nothing is lost. The linker puts these two between the sums and the system.
 */
#include "world.h"

static int calls_left = -1; /* how many succeed; below 0: all */

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);

static bool spent(void)
{
    return calls_left >= 0 && calls_left-- == 0;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return spent() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return spent() ? NULL : __real_realloc(old, size);
}

#define OVERLAPPING                                                                                \
    PA "supporter s2 kind=pa; fund f1 kind=own; cost c1 price=1.00 every=week;"                    \
       "time t1 days=" EVERY_DAY " start=08:00 end=10:00 supporter=s1;"                            \
       "time t2 days=" EVERY_DAY " start=09:00 end=12:00 supporter=s2;"                            \
       "time t3 days=" EVERY_DAY " start=09:30 end=10:00 supporter=s2"

static void a_count_without_memory_changes_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(OVERLAPPING);
    struct budget b = {.year_days = -7};
    enum status st = ST_NOMEM;
    int failures = 0;
    for (; st != ST_OK; failures++) {
        calls_left = failures;
        st = budget_count(plan, &b);
        calls_left = -1;
        if (st != ST_OK && (st != ST_NOMEM || b.year_days != -7 || b.lines))
            fail_msg("call %d: status %d", failures, (int)st);
    }
    assert_int_equal(failures - 1, 4); /* rates, patterns, funds, lines */
    assert_int_equal(b.year_days, 365);
    budget_free(&b);
    plan_free(plan);
}

static void overlaps_without_memory_change_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(OVERLAPPING);
    struct week_overlap *list = NULL;
    size_t count = 7;
    enum status st = ST_NOMEM;
    int failures = 0;
    for (; st != ST_OK; failures++) {
        calls_left = failures;
        st = week_overlaps(plan, "w1", &list, &count);
        calls_left = -1;
        if (st != ST_OK && (st != ST_NOMEM || list || count != 7))
            fail_msg("call %d: status %d", failures, (int)st);
    }
    assert_true(failures - 1 >= 2); /* the visits, and the list as often as it grows */
    assert_int_equal(count, 3 * 7);
    free(list);
    plan_free(plan);
}

static void gaps_without_memory_change_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(OVERLAPPING);
    struct week_gap *list = NULL;
    size_t count = 7;
    calls_left = 0;
    enum status st = week_gaps(plan, "w1", &list, &count);
    calls_left = -1;
    assert_int_equal(st, ST_NOMEM);
    assert_null(list);
    assert_int_equal(count, 7);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_count_without_memory_changes_nothing),
        cmocka_unit_test(overlaps_without_memory_change_nothing),
        cmocka_unit_test(gaps_without_memory_change_nothing),
    };
    return cmocka_run_group_tests_name("scarce", tests, NULL, NULL);
}
