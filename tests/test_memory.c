/*
 * A plan that is not saved yet is in memory only. So when there is no more of it,
 * nothing may be lost or half done, and the person can still save.
 */
#include "given.h"
#include "plan_random.h"
#include "plan_sane.h"
#include "supportplan/difference.h"

/* The allocator fails once this many more calls have gone well; -1 for never. */
static long calls_left = -1;
static bool has_failed;

static bool fails(void)
{
    if (calls_left < 0)
        return false;
    if (calls_left == 0) {
        has_failed = true;
        return true; /* and from now on: what is rolled back gets no memory either */
    }
    calls_left--;
    return false;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

static void given_memory_for(long calls)
{
    calls_left = calls;
    has_failed = false;
}

/* Back to plenty; whether there was too little. */
static bool memory_ran_out(void)
{
    calls_left = -1;
    return has_failed;
}

/* ---- plans ---- */

enum { ACTIONS = 25, RUNS = 40 };

/* Undo what stands in a list behind its first edit, which is of an action before. */
static void take_back(struct plan *plan, struct edits *done)
{
    struct edits tail = {.list = done->list + 1, .count = done->count - 1};
    assert_int_equal(plan_undo(plan, &tail, NULL), ST_OK);
    while (done->count > 1)
        edit_free(&done->list[--done->count]);
}

/* Do an action with ever more memory, until it is enough. One edit is in the list already. */
static void do_at_last(struct plan *plan, unsigned *seed, struct edits *done)
{
    char *before = dump(plan);
    assert_int_equal(done->count, 1);
    for (long calls = 0;; calls++) {
        unsigned same = *seed;
        given_memory_for(calls);
        enum status st = do_something(plan, &same, done);
        if (!memory_ran_out()) {
            assert_int_equal(st, ST_OK);
            *seed = same;
            break;
        }
        if (st && st != ST_NOMEM)
            fail_msg("after %ld calls: status %d", calls, (int)st);
        if (st == ST_OK) /* it could do without: by another value, or unchecked */
            take_back(plan, done);
        if (done->count != 1)
            fail_msg("after %ld calls: %zu edits are left to undo", calls, done->count);
        assert_dump(plan, before, "after an action without memory");
    }
    assert_sane_plan(plan);
    free(before);
}

static void undo_at_last(struct plan *plan, const struct edits *done, struct edits *redo,
                         const char *want)
{
    char *before = dump(plan);
    for (long calls = 0;; calls++) {
        given_memory_for(calls);
        enum status st = plan_undo(plan, done, redo);
        bool ran_out = memory_ran_out();
        if (st == ST_OK)
            break;
        if (!ran_out || st != ST_NOMEM || redo->count != 0)
            fail_msg("after %ld calls: status %d", calls, (int)st);
        assert_dump(plan, before, "after an undo without memory");
    }
    assert_dump(plan, want, "undone");
    assert_sane_plan(plan);
    free(before);
}

static void an_action_without_memory_changes_nothing(void **state)
{
    (void)state;
    for (unsigned run = 1; run <= RUNS; run++) {
        struct plan *plan = plan_new();
        unsigned seed = run;
        for (int i = 0; i < ACTIONS; i++) {
            struct edits done = {0}, redo = {0}, again = {0};
            char *before = dump(plan);
            char title[24];
            snprintf(title, sizeof title, "draft %d", i);
            assert_int_equal(plan_set(plan, F_PLAN_TITLE, "", title, 0, &done), ST_OK);
            do_at_last(plan, &seed, &done);
            char *after = dump(plan);
            undo_at_last(plan, &done, &redo, before);
            undo_at_last(plan, &redo, &again, after);
            edits_free(&done);
            edits_free(&redo);
            edits_free(&again);
            free(before);
            free(after);
        }
        plan_free(plan);
    }
}

/* One list for many actions: the longest undo there is. */
static void a_long_undo_without_memory_changes_nothing(void **state)
{
    (void)state;
    for (unsigned run = 1; run <= 10; run++) {
        struct plan *plan = plan_new();
        struct edits done = {0}, redo = {0};
        unsigned seed = run;
        for (int i = 0; i < ACTIONS; i++)
            assert_int_equal(do_something(plan, &seed, &done), ST_OK);
        undo_at_last(plan, &done, &redo, "end\n");
        edits_free(&done);
        edits_free(&redo);
        plan_free(plan);
    }
}

static void a_copy_without_memory_is_none(void **state)
{
    (void)state;
    unsigned seed = 7;
    struct plan *plan = plan_new(), *copy = NULL;
    for (int i = 0; i < ACTIONS; i++)
        assert_int_equal(do_something(plan, &seed, NULL), ST_OK);
    for (long calls = 0; !copy; calls++) {
        given_memory_for(calls);
        copy = plan_copy(plan);
        if (copy && memory_ran_out())
            assert_true(plan_equal(plan, copy));
        memory_ran_out();
    }
    assert_true(plan_equal(plan, copy));
    plan_free(copy);
    plan_free(plan);
}

static void a_plan_without_memory_is_none(void **state)
{
    (void)state;
    for (long calls = 0; calls < 2; calls++) {
        given_memory_for(calls);
        struct plan *plan = plan_new();
        memory_ran_out();
        assert_null(plan);
    }
}

/* ---- sums ---- */

/* Both leave what was there alone until there is enough memory. */
static void a_dated_year_is_taken_apart_or_left_alone(void **state)
{
    (void)state;
    struct plan *plan =
        given_plan("plan - year-basis=dated year-start=2026-04-01; supporter s1 kind=pa;"
                   "rate r1 supporter=s1 price=12.00 unit=hour;"
                   "rate r2 supporter=s1 price=24.00 unit=hour when=bank-holiday;"
                   "time t1 days=Mon,Sat start=22:00 end=07:00 supporter=s1");
    struct difference parts = {0};
    struct budget budget;
    enum status st = ST_NOMEM;
    long calls = 0;

    assert_int_equal(budget_count(plan, &budget), ST_OK);
    for (; st; calls++) {
        given_memory_for(calls);
        st = difference_make(plan, &budget, &parts);
        bool ran_out = memory_ran_out();
        if (st && (!ran_out || st != ST_NOMEM || parts.parts || parts.count))
            fail_msg("after %ld calls: status %d, %zu parts", calls, (int)st, parts.count);
    }
    assert_true(calls > 2);        /* it asked for memory more than once */
    assert_true(parts.count > 10); /* ten bank holidays at least */
    difference_free(&parts);
    budget_free(&budget);
    plan_free(plan);
}

/* ---- values ---- */

static void a_value_that_is_read_without_memory_leaves_the_text_alone(void **state)
{
    (void)state;
    static const struct {
        enum field field;
        const char *raw;
    } values[] = {
        {F_ANSWER_TEXT, "one\r\ntwo\rthree"},
        {F_ABOUT_NAME, "Ann"},
        {F_RATE_PRICE, "1,234.5"},
        {F_WEEK_WEEKS, "38"},
        {F_WEEK_DATES, "2026-12-21/2027-01-03"},
        {F_TIME_MINUTES, "90"},
        {F_TIME_DAYS, "weekdays"},
        {F_SUPPORTER_KIND, "fam"},
        {F_TIME_GOALS, "g1 g2 g1"},
        {F_FUND_STATUS, "?"},
    };
    for (size_t i = 0; i < COUNT(values); i++) {
        enum status st = ST_NOMEM;
        for (long calls = 0; st; calls++) {
            struct text out = {0};
            text_add(&out, "kept");
            given_memory_for(calls);
            st = schema_accept(values[i].field, values[i].raw, &out);
            bool ran_out = memory_ran_out();
            if (st && (!ran_out || st != ST_NOMEM || strcmp(text_str(&out), "kept") != 0))
                fail_msg("'%s' after %ld calls: status %d, '%s'", values[i].raw, calls, (int)st,
                         text_str(&out));
            text_free(&out);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_action_without_memory_changes_nothing),
        cmocka_unit_test(a_long_undo_without_memory_changes_nothing),
        cmocka_unit_test(a_copy_without_memory_is_none),
        cmocka_unit_test(a_plan_without_memory_is_none),
        cmocka_unit_test(a_dated_year_is_taken_apart_or_left_alone),
        cmocka_unit_test(a_value_that_is_read_without_memory_leaves_the_text_alone),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
