/*
 * Something is tried out: what it comes to, that nothing of it is saved, and that it is kept or
 * thrown away as one. 5 h at 13.87 are 69.35 a week; an hour more is 83.22.
 */
#include "supportplan/whatif.h"

#include "test.h"

#include <string.h>

#include "given.h"
#include "sitting.h"

#define PLAN                                                                                       \
    "plan - form=seven-questions; supporter s1 name=Sunrise kind=agency;"                          \
    "rate r1 supporter=s1 price=13.87 unit=hour; fund budget amount=74.00 every=week;"             \
    "time t1 days=Wed start=13:00 end=16:00 supporter=s1 what=Swim;"                               \
    "time t2 days=Sat start=10:00 end=12:00 supporter=s1 what=Shop;"

static struct sitting sit_down(const char *facts)
{
    size_t len;
    struct sitting s = sitting_begin();
    struct plan *plan = given_plan(facts);
    char *bytes = sitting_bytes(plan, &len);
    plan_free(plan);
    sitting_open_bytes(&s, bytes, len, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    free(bytes);
    s.w->mode = MODE_PLAIN;
    return s;
}

/* An hour more each Monday, then half an hour: two actions. */
static struct sitting tried(void)
{
    struct sitting s = sit_down(PLAN);
    sitting_line(&s, "if");
    sitting_line(&s, "try week");
    sitting_line(&s, "add mon 9-10 walk, Sunrise");
    sitting_line(&s, "add tue 9-9.30 walk, Sunrise");
    assert_int_equal(wizard_tried(s.w), 2);
    return s;
}

static void both_plans_are_compared(void **state)
{
    /* 69.35 + 13.87 + 6.94 (6.935) = 90.16; x 52: 3,606.20 + 721.24 + 360.62 = 4,688.06 */
    static const char *const rows[] = {
        "Paid time a week: 5 h before, 6 h 30 m now.",
        "Somebody there: 5 h before, 6 h 30 m now.",
        "A week: 69.35 before, 90.16 now, 20.81 more.",
        "A year: 3,606.20 before, 4,688.06 now, 1,081.86 more.",
        "Left a week: 4.65 before, 16.16 over now.",
    };
    struct sitting s = tried();
    (void)state;
    sitting_line(&s, "if");
    for (size_t i = 0; i < COUNT(rows); i++)
        (void)sitting_row(&s, rows[i]);
    sitting_end(&s);
}

/* 3 h and 2 h in each week, and 2 h in the weeks away: an hour more there is seen, though the first
 * kind of week stays as it is. */
static void of_several_kinds_of_week_the_one_that_changes_is_compared(void **state)
{
    struct sitting s = sit_down(PLAN "week w1 name=Term weeks=39; week w2 name=Away weeks=13;"
                                     "time t3 week=w2 days=Sun start=10:00 end=12:00 supporter=s1");
    (void)state;
    wizard_try(s.w);
    wizard_begin(s.w, "%s", "an hour more");
    assert_int_equal(wizard_set(s.w, F_TIME_END, "t3", "13:00"), ST_OK);
    wizard_end(s.w);
    sitting_line(&s, "if");
    (void)sitting_row(&s, "Away: Paid time a week: 7 h before, 8 h now.");
    (void)sitting_row(&s, "Away: Somebody there: 7 h before, 8 h now.");
    for (size_t i = 0; i < s.w->page.count; i++)
        if (strncmp(s.w->page.rows[i].text, "Term", 4) == 0)
            fail_msg("%s", s.w->page.rows[i].text);
    sitting_end(&s);
}

static void nothing_that_is_tried_is_saved(void **state)
{
    struct sitting s = tried();
    (void)state;
    assert_int_equal(s.saves, 0);
    sitting_line(&s, "save");
    sitting_expect_at(&s, PLACE_WHATIF);
    assert_int_equal(s.saves, 0);
    sitting_line(&s, "quit");
    sitting_expect_at(&s, PLACE_WHATIF);
    assert_int_equal(s.saves, 0);
    assert_false(s.left & FX_QUIT);
    sitting_line(&s, "keep");
    sitting_expect_at(&s, PLACE_WHATIF);
    sitting_end(&s);
}

static void what_is_kept_is_saved_and_is_one_step(void **state)
{
    struct sitting s = tried();
    (void)state;
    sitting_line(&s, "if");
    sitting_line(&s, "keep it");
    assert_int_equal(s.saves, 1);
    assert_int_equal(s.w->budget.cost.week, 9016);
    assert_false(s.w->trying);
    sitting_line(&s, "undo");
    assert_int_equal(s.w->budget.cost.week, 6935);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 2);
    sitting_line(&s, "redo");
    assert_int_equal(s.w->budget.cost.week, 9016);
    sitting_end(&s);
}

static void what_is_thrown_away_leaves_no_trace_and_comes_back_as_one_step(void **state)
{
    struct sitting s = tried();
    struct plan *before = NULL;
    (void)state;
    assert_int_equal(wizard_before_try(s.w, &before), ST_OK);
    sitting_line(&s, "if");
    sitting_line(&s, "throw away");
    assert_true(plan_equal(s.w->plan, before));
    assert_int_equal(s.w->done_count, 0);
    sitting_line(&s, "redo");
    assert_int_equal(s.w->budget.cost.week, 9016);
    plan_free(before);
    sitting_end(&s);
}

static void two_prices_of_one_supporter_are_told_apart(void **state)
{
    struct sitting s = sit_down(PLAN "rate r9 supporter=s1 price=20.00 unit=hour "
                                     "when=bank-holiday");
    (void)state;
    sitting_line(&s, "if");
    const struct row *first = NULL, *second = NULL;
    for (size_t i = 0; i < s.w->page.count; i++)
        if (strncmp(s.w->page.rows[i].text, "Another price of", 16) == 0) {
            first = first ? first : &s.w->page.rows[i];
            second = &s.w->page.rows[i];
        }
    assert_non_null(second);
    assert_ptr_not_equal(first, second);
    assert_non_null(strstr(second->state, "20.00 an hour, "));
    assert_non_null(strstr(second->state, "bank holidays"));
    sitting_end(&s);
}

static void undo_stays_within_what_is_tried(void **state)
{
    struct sitting s = sit_down(PLAN);
    (void)state;
    sitting_line(&s, "week");
    sitting_line(&s, "add sun 9-10 tea, Sunrise");
    sitting_line(&s, "if");
    sitting_line(&s, "try week");
    sitting_line(&s, "undo");
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 3);
    sitting_expect_message(&s, "Nothing is tried out, so there is nothing to undo.");
    /* With nothing tried, nothing holds anybody. */
    sitting_line(&s, "quit");
    assert_true(s.left & FX_QUIT);
    sitting_end(&s);
}

static void another_price_is_tried_in_its_own_question(void **state)
{
    struct sitting s = sit_down(PLAN);
    (void)state;
    sitting_line(&s, "if");
    sitting_open_row(&s, "Another price of Sunrise");
    sitting_line(&s, "20");
    sitting_expect_at(&s, PLACE_WHATIF);
    (void)sitting_row(&s, "A week: 69.35 before, 100.00 now, 30.65 more.");
    assert_int_equal(s.saves, 0);
    sitting_end(&s);
}

static void a_change_that_goes_over_is_told_once_and_not_in_the_way(void **state)
{
    struct sitting s = sit_down(PLAN);
    (void)state;
    sitting_line(&s, "week");
    sitting_line(&s, "add mon 9-9.15 walk, Sunrise"); /* 3.47 of 4.65 */
    assert_null(strstr(s.w->message, "over the budget"));
    sitting_line(&s, "add tue 9-10 walk, Sunrise");
    assert_non_null(strstr(s.w->message, "Kept: Tuesday"));
    assert_non_null(strstr(s.w->message, " Now the plan is over the budget."));
    sitting_line(&s, "add thu 9-10 walk, Sunrise");
    assert_null(strstr(s.w->message, "Now the plan is over"));
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 5);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_plans_are_compared),
        cmocka_unit_test(of_several_kinds_of_week_the_one_that_changes_is_compared),
        cmocka_unit_test(nothing_that_is_tried_is_saved),
        cmocka_unit_test(what_is_kept_is_saved_and_is_one_step),
        cmocka_unit_test(what_is_thrown_away_leaves_no_trace_and_comes_back_as_one_step),
        cmocka_unit_test(two_prices_of_one_supporter_are_told_apart),
        cmocka_unit_test(undo_stays_within_what_is_tried),
        cmocka_unit_test(another_price_is_tried_in_its_own_question),
        cmocka_unit_test(a_change_that_goes_over_is_told_once_and_not_in_the_way),
    };
    return cmocka_run_group_tests_name("whatif", tests, NULL, NULL);
}
