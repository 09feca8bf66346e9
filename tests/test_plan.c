#include "plan_sane.h"

static void given_named(struct plan *plan, const char *section, const char *item, const char *field,
                        const char *value)
{
    assert_int_equal(plan_set_named(plan, section, item, field, value, NULL), ST_OK);
    assert_sane_plan(plan);
}

static void given_odd(struct plan *plan, enum odd_why why, const char *section, const char *item,
                      const char *field, const char *value)
{
    const char *const cells[] = {section, item, field, value};
    assert_int_equal(plan_add_odd(plan, why, 7, cells, 4, NULL), ST_OK);
    assert_sane_plan(plan);
}

static void an_empty_plan_knows_nothing(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1];
    for (int s = 0; s < SEC_COUNT; s++)
        assert_int_equal(plan_count(plan, (enum section)s), 0);
    assert_null(plan_get(plan, F_ABOUT_NAME, ""));
    assert_string_equal(plan_str(plan, F_ABOUT_NAME, ""), "");
    assert_int_equal(plan_known(plan, F_ABOUT_NAME, ""), NOT_GIVEN);
    assert_null(plan_get(plan, F_TIME_START, "t1"));
    assert_false(plan_ref(plan, F_TIME_SUPPORTER, "t1", 0, name));
    assert_int_equal(plan_unknown_count(plan), 0);
    assert_int_equal(plan_odd_count(plan), 0);
    assert_sane_plan(plan);
    plan_free(NULL);
}

static void a_fact_is_given_changed_and_taken_away(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_ABOUT_NAME, "", "Ann");
    assert_string_equal(plan_get(plan, F_ABOUT_NAME, ""), "Ann");
    assert_int_equal(plan_count(plan, SEC_ABOUT), 1);
    given_sane(plan, F_ABOUT_NAME, "", "Ann O'Neill");
    assert_string_equal(plan_get(plan, F_ABOUT_NAME, ""), "Ann O'Neill");
    given_sane(plan, F_ABOUT_NAME, "", "");
    assert_null(plan_get(plan, F_ABOUT_NAME, ""));
    assert_int_equal(plan_count(plan, SEC_ABOUT), 0);
}

static void items_keep_the_order_in_which_they_came(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_TIME_WHAT, "t3", "swimming");
    given_sane(plan, F_TIME_WHAT, "t1", "choir");
    given_sane(plan, F_TIME_START, "t3", "13:00");
    assert_int_equal(plan_set(plan, F_TIME_WHAT, "t2", "shopping", 1, NULL), ST_OK);
    assert_int_equal(plan_count(plan, SEC_TIME), 3);
    assert_string_equal(plan_item(plan, SEC_TIME, 0), "t3");
    assert_string_equal(plan_item(plan, SEC_TIME, 1), "t2");
    assert_string_equal(plan_item(plan, SEC_TIME, 2), "t1");
    assert_int_equal(plan_place(plan, SEC_TIME, "t1"), 2);
    assert_true(plan_place(plan, SEC_TIME, "t9") == PLAN_LAST);
    assert_sane_plan(plan);
}

/* ---- typed values ---- */

static void typed_values_are_read_where_they_are_known(void **state)
{
    struct plan *plan = *state;
    pence p = -7;
    int64_t number = -7;
    minutes m = -7;
    weekdays days = 0;
    date d = -7;
    int word = -7;
    given_sane(plan, F_RATE_PRICE, "r1", "13.87");
    given_sane(plan, F_WEEK_WEEKS, "w1", "38");
    given_sane(plan, F_TIME_MINUTES, "t1", "0");
    given_sane(plan, F_TIME_DAYS, "t1", "Mon Sun");
    given_sane(plan, F_PLAN_YEAR_START, "", "2026-04-06");
    given_sane(plan, F_RATE_UNIT, "r1", "visit");
    assert_int_equal(plan_money(plan, F_RATE_PRICE, "r1", &p), KNOWN);
    assert_int_equal(p, 1387);
    assert_int_equal(plan_number(plan, F_WEEK_WEEKS, "w1", &number), KNOWN);
    assert_int_equal(number, 38);
    assert_int_equal(plan_minutes(plan, F_TIME_MINUTES, "t1", &m), KNOWN);
    assert_int_equal(m, 0);
    given_sane(plan, F_TIME_END, "t1", "24:00");
    assert_int_equal(plan_clock(plan, F_TIME_END, "t1", &m), KNOWN);
    assert_int_equal(m, 1440);
    given_sane(plan, F_TIME_START, "t1", "08:30");
    assert_int_equal(plan_clock(plan, F_TIME_START, "t1", &m), KNOWN);
    assert_int_equal(m, 8 * 60 + 30);
    assert_int_equal(plan_days(plan, F_TIME_DAYS, "t1", &days), KNOWN);
    assert_int_equal(days, 0x41); /* bits 0 and 6 */
    assert_int_equal(plan_date(plan, F_PLAN_YEAR_START, "", &d), KNOWN);
    assert_int_equal(d, date_of(2026, 4, 6));
    assert_int_equal(plan_word(plan, F_RATE_UNIT, "r1", &word), KNOWN);
    assert_int_equal(word, 1); /* hour is 0 */
    assert_true(plan_is(plan, F_RATE_UNIT, "r1", "visit"));
    assert_false(plan_is(plan, F_RATE_UNIT, "r1", "vis"));
    assert_false(plan_is(plan, F_RATE_UNIT, "r2", "visit"));
}

static void what_is_not_known_leaves_the_result_alone(void **state)
{
    struct plan *plan = *state;
    pence p = -7;
    int word = -7;
    assert_int_equal(plan_money(plan, F_RATE_PRICE, "r1", &p), NOT_GIVEN);
    given_sane(plan, F_RATE_PRICE, "r1", "?");
    assert_int_equal(plan_money(plan, F_RATE_PRICE, "r1", &p), NOT_SURE);
    assert_int_equal(p, -7);
    given_sane(plan, F_FUND_STATUS, "budget", "not-told");
    assert_int_equal(plan_word(plan, F_FUND_STATUS, "budget", &word), NOT_SURE);
    assert_int_equal(plan_known(plan, F_FUND_STATUS, "budget"), NOT_SURE);
    assert_int_equal(word, -7);
}

/* ---- odd rows ---- */

static const struct {
    enum odd_why why;
    const char *section, *item, *field;
    enum field told; /* the field it was meant for */
    bool speaks;     /* its field reads "?" and its item is there */
} odd_cases[] = {
    {ODD_VALUE, "time", "t1", "start", F_TIME_START, true},
    {ODD_NAME, "time", "T 1", "start", F_TIME_START, true},
    {ODD_NAME, "time", "", "start", F_TIME_START, true},
    {ODD_NAME, "time", "a-name-that-is-longer-than-any-may-be", "start", F_TIME_START, true},
    {ODD_REFERENCE, "time", "t1", "supporter", F_TIME_SUPPORTER, true},
    {ODD_SECOND, "time", "t1", "start", F_TIME_START, false},
    {ODD_AFTER_END, "time", "t1", "start", F_TIME_START, false},
    {ODD_CELLS, "time", "t1", "start", FIELD_NONE, false},
    {ODD_VALUE, "fund", "budget", "status", F_FUND_STATUS, true},
};

static void an_odd_row_speaks_for_its_field_as_not_sure(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(odd_cases); i++) {
        struct plan *plan = plan_new();
        const char *item = odd_cases[i].item;
        enum section section = schema_section_named(odd_cases[i].section);
        enum field field = schema_field_named(section, odd_cases[i].field);
        given_odd(plan, odd_cases[i].why, odd_cases[i].section, item, odd_cases[i].field, "x");
        const char *value = plan_str(plan, field, item);
        if (plan_odd(plan, 0).field != odd_cases[i].told)
            fail_msg("case %zu: its field is told as %d", i, (int)plan_odd(plan, 0).field);
        if (strcmp(value, odd_cases[i].speaks ? "?" : "") != 0)
            fail_msg("case %zu: the field reads '%s'", i, value);
        if (plan_count(plan, section) != odd_cases[i].speaks ||
            (plan_place(plan, section, item) == 0) != odd_cases[i].speaks)
            fail_msg("case %zu: %zu items", i, plan_count(plan, section));
        assert_int_equal(plan_remove_odd(plan, 0, NULL), ST_OK);
        if (plan_count(plan, section) || plan_get(plan, field, item))
            fail_msg("case %zu: something is left of the row", i);
        plan_free(plan);
    }
}

static void an_odd_row_is_kept_cell_by_cell(void **state)
{
    struct plan *plan = *state;
    const char *const five[] = {"time", "t1", "start", "08:00", "in pencil"};
    const char *const one[] = {""};
    assert_int_equal(plan_add_odd(plan, ODD_CELLS, 12, five, 5, NULL), ST_OK);
    assert_int_equal(plan_add_odd(plan, ODD_AFTER_END, 13, one, 1, NULL), ST_OK);
    assert_int_equal(plan_odd_count(plan), 2);
    struct odd_row odd = plan_odd(plan, 0);
    assert_int_equal(odd.why, ODD_CELLS);
    assert_int_equal(odd.line, 12);
    assert_int_equal(odd.cell_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(odd.cells[i], five[i]);
    assert_int_equal(plan_odd(plan, 1).cell_count, 1);
    assert_string_equal(plan_odd(plan, 1).cells[0], "");
    assert_sane_plan(plan);
}

static void a_value_goes_before_an_odd_row(void **state)
{
    struct plan *plan = *state;
    given_odd(plan, ODD_VALUE, "time", "t1", "start", "breakfast");
    given_sane(plan, F_TIME_START, "t1", "08:00");
    assert_string_equal(plan_get(plan, F_TIME_START, "t1"), "08:00");
    assert_int_equal(plan_remove_odd(plan, 0, NULL), ST_OK);
    assert_string_equal(plan_get(plan, F_TIME_START, "t1"), "08:00");
    given_odd(plan, ODD_SECOND, "time", "t1", "start", "09:00");
    assert_string_equal(plan_get(plan, F_TIME_START, "t1"), "08:00");
}

static void a_fact_that_says_not_sure_is_told_from_an_odd_row(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_TIME_START, "t1", "?");
    given_odd(plan, ODD_VALUE, "time", "t1", "end", "late");
    assert_string_equal(plan_fact(plan, F_TIME_START, "t1"), "?");
    assert_string_equal(plan_get(plan, F_TIME_END, "t1"), "?");
    assert_null(plan_fact(plan, F_TIME_END, "t1"));
    assert_null(plan_fact(plan, F_TIME_END, "t2"));
}

static void two_odd_rows_speak_until_both_are_gone(void **state)
{
    struct plan *plan = *state;
    given_odd(plan, ODD_VALUE, "rate", "r1", "price", "lots");
    given_odd(plan, ODD_VALUE, "rate", "r1", "price", "plenty");
    assert_int_equal(plan_remove_odd(plan, 0, NULL), ST_OK);
    assert_string_equal(plan_str(plan, F_RATE_PRICE, "r1"), "?");
    assert_int_equal(plan_remove_odd(plan, 0, NULL), ST_OK);
    assert_null(plan_get(plan, F_RATE_PRICE, "r1"));
}

static void where_there_are_no_items_a_row_with_a_name_speaks_for_the_one(void **state)
{
    struct plan *plan = *state;
    given_odd(plan, ODD_NAME, "contribution", "c1", "amount", "20.00");
    assert_string_equal(plan_str(plan, F_CONTRIBUTION_AMOUNT, ""), "?");
    assert_int_equal(plan_count(plan, SEC_CONTRIBUTION), 1);
    assert_string_equal(plan_item(plan, SEC_CONTRIBUTION, 0), "");
}

/* ---- what this version does not know ---- */

static void unknown_facts_keep_the_order_of_the_file(void **state)
{
    struct plan *plan = *state;
    static const struct {
        const char *section, *item, *field, *value;
    } want[] = {
        {"about", "", "pronouns", "they"}, {"time", "t2", "colour", "red"},
        {"time", "t2", "area", "north"},   {"time", "t1", "colour", "blue"},
        {"pets", "p1", "name", "Rex"},     {"pets", "", "name", "-"},
        {"diet", "any thing", "x", "y"},
    };
    static const size_t order[] = {4, 1, 5, 0, 2, 3, 6};
    for (size_t i = 0; i < COUNT(order); i++)
        given_named(plan, want[order[i]].section, want[order[i]].item, want[order[i]].field,
                    want[order[i]].value);
    assert_int_equal(plan_unknown_count(plan), COUNT(want));
    for (size_t i = 0; i < COUNT(want); i++) {
        const char *section, *item, *field, *value;
        plan_unknown(plan, i, &section, &item, &field, &value);
        if (strcmp(section, want[i].section) != 0 || strcmp(item, want[i].item) != 0 ||
            strcmp(field, want[i].field) != 0 || strcmp(value, want[i].value) != 0)
            fail_msg("fact %zu is %s/%s/%s=%s", i, section, item, field, value);
    }
}

static void an_unknown_fact_makes_an_item_and_can_be_taken_away(void **state)
{
    struct plan *plan = *state;
    given_named(plan, "time", "t1", "colour", "red");
    given_named(plan, "pets", "p1", "name", "Rex");
    assert_int_equal(plan_count(plan, SEC_TIME), 1);
    given_named(plan, "time", "t1", "colour", "blue");
    assert_int_equal(plan_unknown_count(plan), 2);
    given_named(plan, "time", "t1", "colour", NULL);
    assert_int_equal(plan_count(plan, SEC_TIME), 0);
    given_named(plan, "pets", "p1", "name", "");
    assert_int_equal(plan_unknown_count(plan), 0);
}

static void names_with_the_same_letters_are_different_facts(void **state)
{
    struct plan *plan = *state;
    given_named(plan, "pets", "ab", "c", "1");
    given_named(plan, "pets", "a", "bc", "2");
    given_named(plan, "petsa", "b", "c", "3");
    assert_int_equal(plan_unknown_count(plan), 3);
}

static void a_known_fact_can_be_put_by_its_names(void **state)
{
    struct plan *plan = *state;
    given_named(plan, "about", "", "name", "Ann");
    assert_string_equal(plan_str(plan, F_ABOUT_NAME, ""), "Ann");
    assert_int_equal(plan_unknown_count(plan), 0);
}

/* ---- references ---- */

static void the_names_of_a_reference_are_stepped_through(void **state)
{
    struct plan *plan = *state;
    char name[NAME_MAX_LEN + 1] = "kept";
    given_sane(plan, F_GOAL_WHAT, "g1", "swim");
    given_sane(plan, F_GOAL_WHAT, "g11", "sing");
    given_sane(plan, F_TIME_GOALS, "t1", "g11 g1");
    assert_true(plan_ref(plan, F_TIME_GOALS, "t1", 0, name));
    assert_string_equal(name, "g11");
    assert_true(plan_ref(plan, F_TIME_GOALS, "t1", 1, name));
    assert_string_equal(name, "g1");
    assert_false(plan_ref(plan, F_TIME_GOALS, "t1", 2, name));
    assert_false(plan_ref(plan, F_TIME_GOALS, "t1", 9, name));
    assert_true(plan_refers(plan, F_TIME_GOALS, "t1", "g1"));
    assert_false(plan_refers(plan, F_TIME_GOALS, "t1", "g"));
    given_sane(plan, F_TIME_GOALS, "t1", "?");
    assert_false(plan_ref(plan, F_TIME_GOALS, "t1", 0, name));
    assert_false(plan_refers(plan, F_TIME_GOALS, "t1", "g1"));
    given_sane(plan, F_TIME_PAYS, "t1", "unpaid");
    assert_false(plan_ref(plan, F_TIME_PAYS, "t1", 0, name));
    given_sane(plan, F_TIME_PAYS, "t1", "budget");
    assert_true(plan_refers(plan, F_TIME_PAYS, "t1", "budget"));
}

static void a_reference_may_name_what_is_there(void **state)
{
    struct plan *plan = *state;
    given_sane(plan, F_SUPPORTER_NAME, "s1", "Sam");
    assert_true(plan_ref_ok(plan, SEC_SUPPORTER, "s1"));
    assert_false(plan_ref_ok(plan, SEC_SUPPORTER, "s2"));
    assert_false(plan_ref_ok(plan, SEC_GOAL, "s1"));
    assert_true(plan_ref_ok(plan, SEC_FUND, "budget"));
    assert_false(plan_ref_ok(plan, SEC_FUND, "f1"));
    assert_true(plan_ref_ok(plan, SEC_WEEK, "w1"));
    assert_false(plan_ref_ok(plan, SEC_WEEK, "w2"));
    given_sane(plan, F_WEEK_NAME, "w2", "term time");
    assert_false(plan_ref_ok(plan, SEC_WEEK, "w1"));
    assert_true(plan_ref_ok(plan, SEC_WEEK, "w2"));
}

/* ---- copying and comparing ---- */

static void given_some_of_everything(struct plan *plan)
{
    given_sane(plan, F_PLAN_FORMAT, "", "1");
    given_sane(plan, F_ABOUT_NAME, "", "Ann");
    given_sane(plan, F_SUPPORTER_NAME, "s2", "Sam");
    given_odd(plan, ODD_VALUE, "supporter", "s3", "kind", "robot");
    given_sane(plan, F_SUPPORTER_NAME, "s1", "Bea");
    given_named(plan, "supporter", "s1", "colour", "red");
    given_named(plan, "supporter", "s1", "area", "north");
    given_named(plan, "pets", "p1", "name", "Rex");
    given_odd(plan, ODD_NAME, "pets", "P", "name", "Tom");
}

static void a_copy_is_equal_and_on_its_own(void **state)
{
    struct plan *plan = *state;
    given_some_of_everything(plan);
    char *before = dump(plan);
    struct plan *copy = plan_copy(plan);
    assert_non_null(copy);
    assert_sane_plan(copy);
    assert_dump(copy, before, "the copy");
    assert_true(plan_equal(plan, copy));
    given_sane(copy, F_ABOUT_NAME, "", "Bob");
    assert_false(plan_equal(plan, copy));
    assert_dump(plan, before, "the plan after its copy was changed");
    plan_free(copy);
    free(before);
}

static void plans_that_differ_in_one_thing_are_not_equal(void **state)
{
    struct plan *plan = *state;
    const char *const cells[] = {"a", "b", "c", "d", "e"};
    given_some_of_everything(plan);
    for (int i = 0; i < 8; i++) {
        struct plan *copy = plan_copy(plan);
        enum status st = ST_OK;
        if (i == 0)
            st = plan_set(copy, F_ABOUT_NAME, "", "Anne", PLAN_LAST, NULL);
        else if (i == 1)
            st = plan_set(copy, F_ABOUT_NATION, "", "wales", PLAN_LAST, NULL);
        else if (i == 2)
            st = plan_move(copy, SEC_SUPPORTER, "s1", 0, NULL);
        else if (i == 3)
            st = plan_set_named(copy, "supporter", "s1", "colour", "blue", NULL);
        else if (i == 4)
            st = plan_set_named(copy, "pets", "p1", "name", NULL, NULL);
        else if (i == 5)
            st = plan_add_odd(copy, ODD_CELLS, 1, cells, 5, NULL);
        else if (i == 6)
            st = plan_remove_odd(copy, 1, NULL);
        else
            st = plan_remove(copy, SEC_SUPPORTER, "s1", NULL);
        assert_int_equal(st, ST_OK);
        if (plan_equal(plan, copy) || plan_equal(copy, plan))
            fail_msg("difference %d is not seen", i);
        plan_free(copy);
    }
}

static void on_which_line_a_row_stood_makes_no_difference(void **state)
{
    struct plan *plan = *state;
    struct plan *other = plan_new();
    const char *const cells[] = {"time", "t1", "start", "breakfast"};
    assert_int_equal(plan_add_odd(plan, ODD_VALUE, 3, cells, 4, NULL), ST_OK);
    assert_int_equal(plan_add_odd(other, ODD_VALUE, 9, cells, 4, NULL), ST_OK);
    assert_true(plan_equal(plan, other));
    plan_free(other);
}

/* ---- size ---- */

/*
 * As many facts as a file may have. Where one of these took a walk through all
 * the others, this test would take minutes, and not seconds.
 */
static void a_hundred_thousand_facts_are_no_trouble(void **state)
{
    struct plan *plan = *state;
    enum { MANY = 25000 };
    char name[32];
    for (int i = 0; i < MANY; i++) {
        const char *const cells[] = {"time", name, "start", "breakfast"};
        snprintf(name, sizeof name, "t%d", i);
        assert_int_equal(plan_set(plan, F_TIME_WHAT, name, "walk", PLAN_LAST, NULL), ST_OK);
        assert_int_equal(plan_add_odd(plan, ODD_VALUE, 1, cells, 4, NULL), ST_OK);
        assert_int_equal(plan_set_named(plan, "plan", "", name, "x", NULL), ST_OK);
        assert_int_equal(plan_set_named(plan, "pets", name, name, "y", NULL), ST_OK);
    }
    assert_int_equal(plan_count(plan, SEC_TIME), MANY);
    assert_int_equal(plan_unknown_count(plan), 2 * MANY);
    for (size_t i = 0; i < 2 * (size_t)MANY; i++) {
        const char *section, *item, *field, *value;
        plan_unknown(plan, i, &section, &item, &field, &value);
        if (strcmp(value, i < MANY ? "x" : "y") != 0)
            fail_msg("fact %zu is '%s'", i, value);
    }
    for (int i = MANY; i-- > 0;) {
        snprintf(name, sizeof name, "t%d", i);
        if (plan_place(plan, SEC_TIME, name) != (size_t)i)
            fail_msg("%s is not found", name);
    }
    struct plan *copy = plan_copy(plan);
    assert_true(plan_equal(plan, copy));
    plan_free(copy);
}

static void who_decides_alone_says_no(void **state)
{
    static const struct {
        const char *said;
        bool decider;
    } cases[] = {
        {"My son, about money", true},
        {"my mother and me", true},
        {"Nora", true},
        {"Noone knows me as well as Ann, who decides", true},
        {"No", false},
        {" no ", false},
        {"No.", false},
        {"No, I decide. Ann helps me to understand", false},
        {"Nobody", false},
        {"no one", false},
        {"Me", false},
        {"I decide for myself", false},
        {"?", false},
        {"", false},
    };
    struct plan *plan = *state;
    assert_false(plan_has_decider(plan));
    for (size_t i = 0; i < COUNT(cases); i++) {
        given_named(plan, "about", "", "decides", cases[i].said);
        if (plan_has_decider(plan) != cases[i].decider)
            fail_msg("\"%s\"", cases[i].said);
    }
}

#define PLAN_TEST(f) cmocka_unit_test_setup_teardown(f, new_plan, free_plan)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAN_TEST(an_empty_plan_knows_nothing),
        PLAN_TEST(who_decides_alone_says_no),
        PLAN_TEST(a_fact_is_given_changed_and_taken_away),
        PLAN_TEST(items_keep_the_order_in_which_they_came),
        PLAN_TEST(typed_values_are_read_where_they_are_known),
        PLAN_TEST(what_is_not_known_leaves_the_result_alone),
        PLAN_TEST(an_odd_row_speaks_for_its_field_as_not_sure),
        PLAN_TEST(an_odd_row_is_kept_cell_by_cell),
        PLAN_TEST(a_value_goes_before_an_odd_row),
        PLAN_TEST(a_fact_that_says_not_sure_is_told_from_an_odd_row),
        PLAN_TEST(two_odd_rows_speak_until_both_are_gone),
        PLAN_TEST(where_there_are_no_items_a_row_with_a_name_speaks_for_the_one),
        PLAN_TEST(unknown_facts_keep_the_order_of_the_file),
        PLAN_TEST(an_unknown_fact_makes_an_item_and_can_be_taken_away),
        PLAN_TEST(names_with_the_same_letters_are_different_facts),
        PLAN_TEST(a_known_fact_can_be_put_by_its_names),
        PLAN_TEST(the_names_of_a_reference_are_stepped_through),
        PLAN_TEST(a_reference_may_name_what_is_there),
        PLAN_TEST(a_copy_is_equal_and_on_its_own),
        PLAN_TEST(plans_that_differ_in_one_thing_are_not_equal),
        PLAN_TEST(on_which_line_a_row_stood_makes_no_difference),
        PLAN_TEST(a_hundred_thousand_facts_are_no_trouble),
    };
    return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
