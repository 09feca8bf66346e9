/*
 * Somebody employed in place of an agency. 5 h a week at 13.00: 260.00 each four weeks, so no
 * National Insurance (385.00) and no pension (768.00); 13 x 260.00 = 3,380.00; while they are on
 * holiday 5.6 x 65.00 x 1.1207 = 407.93. The year is 3,787.93 and the week 72.84 (research 2.12).
 */
#include "supportplan/instead.h"

#include <string.h>

#include "legal.h"
#include "plan_sane.h"
#include "world.h"

#define AGENCY                                                                                     \
    "plan - year-start=2026-04-06; supporter s1 name=Sunrise kind=agency;"                         \
    "rate r1 supporter=s1 price=13.87 unit=hour; fund budget amount=74.00 every=week;"             \
    "fund f1 name=Own;"                                                                            \
    "time t1 days=Wed start=13:00 end=16:00 supporter=s1;"                                         \
    "time t2 days=Sat start=10:00 end=12:00 supporter=s1 rate=r1;"                                 \
    "time t3 days=Sun start=10:00 end=12:00 supporter=s1 pays=f1;"

struct office {
    struct world w;
    struct rates rates;
    struct instead_input in;
};

static void open_office(struct office *o, const char *facts)
{
    *o = (struct office){.w = world_of(facts), .rates = legal_rates()};
    o->in = (struct instead_input){o->w.plan, &o->w.b, &o->rates, NULL, date_of(2026, 11, 21)};
}

static void close_office(struct office *o)
{
    rates_free(&o->rates);
    world_end(&o->w);
}

static void both_are_counted_for_the_same_hours(void **state)
{
    struct office o;
    struct instead got;
    (void)state;
    open_office(&o, AGENCY);
    assert_int_equal(instead_count(&o.in, "s1", 1300, &got), ST_OK);
    assert_true(got.any && got.known && got.now.known && got.hour.known);
    assert_int_equal(got.now.p, 6935); /* 41.61 + 27.74; own money's Sunday stays */
    assert_int_equal(got.planned, 6500);
    assert_int_equal(got.year, 378793);
    assert_int_equal(got.week, 7284);
    assert_int_equal(got.hour.p, 1457); /* 3,787.93 / 260 h */
    /* 12.37: 247.40 x 13 + 5.6 x 61.85 x 1.1207 = 3,216.20 + 388.16 = 3,604.36, 69.31 a week; a
     * penny more is 247.60 x 13 + 388.48 = 3,607.28, 69.37, which is more than 69.35 */
    assert_int_equal(got.wage_most.p, 1237);
    close_office(&o);
}

static void what_is_not_known_is_not_guessed(void **state)
{
    static const struct {
        const char *facts;
        bool any, now, known;
    } cases[] = {
        {"", true, true, true},
        {"rate r1 price=?", true, false, true},
        {"time t1 end=?", true, false, false},
        {"supporter s2 name=Ros; time t1 supporter=s2; time t2 supporter=s2", false, true, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct office o;
        struct instead got;
        struct text facts = {0};
        text_addf(&facts, "%s%s", AGENCY, cases[i].facts);
        open_office(&o, text_str(&facts));
        assert_int_equal(instead_count(&o.in, "s1", 1300, &got), ST_OK);
        if (got.any != cases[i].any || got.now.known != cases[i].now || got.known != cases[i].known)
            fail_msg("%s: any %d, now %d, known %d", cases[i].facts, got.any, got.now.known,
                     got.known);
        text_free(&facts);
        close_office(&o);
    }
}

static void without_rates_of_the_law_nothing_is_known(void **state)
{
    struct office o;
    struct instead got;
    struct rates none = {0};
    (void)state;
    open_office(&o, AGENCY);
    assert_int_equal(instead_lowest_wage(&o.in).p, 1271);
    o.in.rates = &none;
    assert_int_equal(instead_count(&o.in, "s1", 1300, &got), ST_OK);
    assert_false(got.known);
    assert_false(instead_lowest_wage(&o.in).known);
    close_office(&o);
}

static void what_is_taken_comes_to_the_same_and_is_undone(void **state)
{
    struct office o;
    struct edits undo = {0};
    (void)state;
    open_office(&o, AGENCY);
    struct plan *copy = plan_copy(o.w.plan);
    assert_int_equal(instead_take(copy, "s1", 1300, 784, &undo), ST_OK);
    assert_sane_plan(copy);
    struct budget b = counted(copy);
    assert_int_equal(b.cost.week, 7284); /* 65.00 + 7.84 */
    assert_string_equal(plan_str(copy, F_TIME_SUPPORTER, "t3"), "s1");
    assert_null(plan_get(copy, F_TIME_RATE, "t2"));
    budget_free(&b);
    assert_int_equal(plan_undo(copy, &undo, NULL), ST_OK);
    assert_true(plan_equal(copy, o.w.plan));
    edits_free(&undo);
    plan_free(copy);
    close_office(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_are_counted_for_the_same_hours),
        cmocka_unit_test(what_is_not_known_is_not_guessed),
        cmocka_unit_test(without_rates_of_the_law_nothing_is_known),
        cmocka_unit_test(what_is_taken_comes_to_the_same_and_is_undone),
    };
    return cmocka_run_group_tests_name("instead", tests, NULL, NULL);
}
