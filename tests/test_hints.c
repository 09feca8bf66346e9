#include "test.h"

#include "sitting.h"
#include "supportplan/hints.h"

static const char *hint(const struct sitting *s)
{
    return s->w->page.hint;
}

static void keys_are_named_in_full_the_first_time_and_then_in_short(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    assert_non_null(strstr(hint(&s), "F3 save"));
    sitting_command(&s, CMD_MENU);
    sitting_command(&s, CMD_BACK);
    assert_string_equal(hint(&s), "F1 help   q leave");
    /* another kind of page is seen for the first time, and stays so while one is there */
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    assert_non_null(strstr(hint(&s), "F2 done"));
    sitting_command(&s, CMD_TAB);
    assert_non_null(strstr(hint(&s), "F2 done"));
    sitting_go_field(&s, F_ANSWER_TEXT, "good-day");
    assert_string_equal(hint(&s), "F1 help   Esc back");
    sitting_end(&s);
}

/* A new plan is begun with two questions, and the list of sections lies under them: it is shown for
 * the first time when they are answered. */
static void a_page_that_was_only_passed_through_is_shown_for_the_first_time(void **state)
{
    struct sitting s = sitting_begin();
    (void)state;
    sitting_open_row(&s, "Start a new plan");
    sitting_open_row(&s, "Seven questions");
    sitting_open_row(&s, "Nowhere yet");
    sitting_expect_at(&s, PLACE_TASKS);
    assert_non_null(strstr(hint(&s), "Enter open"));
    assert_non_null(strstr(hint(&s), "m money"));
    sitting_end(&s);
}

static void the_setting_says_always_the_first_time_or_never(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    sitting_carry(&s, wizard_command(s.w, CMD_HINTS, "full"));
    sitting_command(&s, CMD_MENU);
    sitting_command(&s, CMD_BACK);
    assert_non_null(strstr(hint(&s), "F3 save"));
    sitting_carry(&s, wizard_command(s.w, CMD_HINTS, "never"));
    assert_string_equal(hint(&s), "F1 help   q leave");
    sitting_line(&s, "hints first");
    sitting_expect_message(&s, "Hints: the first time. F1 or help gives them any time.");
    assert_non_null(strstr(hint(&s), "F3 save"));
    sitting_line(&s, "hints often");
    sitting_expect_message(&s, "Hints can be always, first or never. For example: hints first.");
    assert_int_equal(s.w->settings.hints, HINTS_FIRST);
    sitting_end(&s);
}

/* Help is where the short hint points: there the keys of the page stand, whatever the setting. */
static void help_names_the_keys_of_the_page(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    sitting_carry(&s, wizard_command(s.w, CMD_HINTS, "never"));
    sitting_command(&s, CMD_HELP);
    assert_true(sitting_has_row(&s, "Keys on this page"));
    assert_true(sitting_has_row(&s, "Enter: open"));
    assert_true(sitting_has_row(&s, "F3: save"));
    assert_true(sitting_has_row(&s, "q: leave"));
    sitting_end(&s);
}

static void help_names_the_words_of_the_page_in_plain_lines(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    s.w->mode = MODE_PLAIN;
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    sitting_line(&s, "help");
    assert_true(sitting_has_row(&s, "Words on this page"));
    assert_true(sitting_has_row(&s, "words, unsure"));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_named_in_full_the_first_time_and_then_in_short),
        cmocka_unit_test(a_page_that_was_only_passed_through_is_shown_for_the_first_time),
        cmocka_unit_test(the_setting_says_always_the_first_time_or_never),
        cmocka_unit_test(help_names_the_keys_of_the_page),
        cmocka_unit_test(help_names_the_words_of_the_page_in_plain_lines),
    };
    return cmocka_run_group_tests_name("hints", tests, NULL, NULL);
}
