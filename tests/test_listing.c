#include "test.h"

#include <locale.h>

#include "sitting_given.h"

/* Who is on the list says more than a name: what they are, and where a price is missing. A friend
 * is not paid (SPEC 2.3), Anna is, and has no price; Sunrise has one. */
#define PEOPLE                                                                                     \
    "supporter s1 name=Sunrise kind=agency; rate r1 supporter=s1 price=13.87 unit=hour;"           \
    "supporter s2 name=Bea kind=friend; supporter s3 name=Anna kind=pa; supporter s4 name=Cy;"     \
    "supporter s5 name=Dee kind=?; time t1 days=Mon start=08:00 end=09:00 supporter=s1;"           \
    "time t2 days=Mon start=09:00 end=10:00 supporter=s2;"                                         \
    "time t3 days=Mon start=10:00 end=11:00 supporter=s3"

static const struct {
    const char *name, *state;
} listed[] = {
    {"Sunrise", "a care agency"},
    {"Bea", "a friend"},
    {"Anna", "a personal assistant I employ, no price yet"},
    {"Cy", "not said yet what they are"},
    {"Dee", "not sure yet"},
};

static void who_supports_me_is_named_with_what_they_are(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions;" PEOPLE);
    sitting_go_field(&s, F_SUPPORTER_NAME, "");
    for (size_t i = 0; i < COUNT(listed); i++) {
        const struct row *row = &s.w->page.rows[sitting_row(&s, listed[i].name)];
        if (strcmp(row->state, listed[i].state) != 0)
            fail_msg("%s: '%s', not '%s'", listed[i].name, row->state, listed[i].state);
    }
    sitting_end(&s);
}

/* What was added is in hand, whichever key added it; and keys are told as keys. */
static void what_was_added_to_a_list_is_in_hand(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; need n1 what=Washing");
    sitting_go_field(&s, F_NEED_WHAT, "");
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "Going out");
    sitting_command(&s, CMD_BACK);
    assert_string_equal(s.w->page.rows[wizard_at(s.w)->focus].text, "Going out");
    wizard_focus(s.w, sitting_row(&s, "Add a need"));
    sitting_command(&s, CMD_DELETE);
    sitting_expect_message(&s, "Move to the one to delete, then press d.");
    s.w->mode = MODE_PLAIN;
    sitting_line(&s, "delete");
    sitting_expect_message(&s, "Say which one, for example: delete 2.");
    sitting_end(&s);
}

/* In plain lines nobody sees who is in hand: only who is said is taken away, by number or name. */
static void who_is_deleted_from_a_list_is_who_was_named(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; supporter s1 name=Sunrise; "
                                     "supporter s2 name=Bea; supporter s3 name=Beth");
    sitting_go_field(&s, F_SUPPORTER_NAME, "");
    s.w->mode = MODE_PLAIN;
    wizard_rebuild(s.w);
    static const char *const none[] = {"delete", "delete Cy", "delete be", "delete 9"};
    for (size_t i = 0; i < COUNT(none); i++) {
        sitting_line(&s, none[i]);
        sitting_expect_message(&s, "Say which one, for example: delete 2.");
    }
    sitting_line(&s, "delete bea");
    sitting_expect_message(&s, "Removed Bea. Undo brings it back.");
    sitting_line(&s, "delete 2");
    sitting_expect_message(&s, "Removed Beth. Undo brings it back.");
    sitting_expect_fact(&s, F_SUPPORTER_NAME, "s1", "Sunrise");
    sitting_end(&s);
}

/* A firm is nobody's partner, and Enter before and behind a text is no part of it. */
static void a_record_lists_what_is_asked_of_it(void **state)
{
    (void)state;
    struct sitting s = sitting_given("plan - form=seven-questions; supporter s1 name=Sunrise "
                                     "kind=agency; supporter s2 name=Bea kind=friend; goal g1 "
                                     "what=Swim");
    assert_int_equal(plan_set(s.w->plan, F_GOAL_WHY, "g1", "\n\nIt helps.\n\n", PLAN_LAST, NULL),
                     ST_OK);
    sitting_go_field(&s, F_SUPPORTER_NAME, "");
    sitting_open_row(&s, "Sunrise");
    assert_false(sitting_has_row(&s, "My partner"));
    assert_true(sitting_has_row(&s, "Phone"));
    sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "Bea");
    assert_true(sitting_has_row(&s, "My partner"));
    sitting_go_field(&s, F_GOAL_WHAT, "");
    sitting_open_row(&s, "Swim");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "Why it matters")].state, "It helps.");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_supports_me_is_named_with_what_they_are),
        cmocka_unit_test(what_was_added_to_a_list_is_in_hand),
        cmocka_unit_test(who_is_deleted_from_a_list_is_who_was_named),
        cmocka_unit_test(a_record_lists_what_is_asked_of_it),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
