/* The screen hides by itself where that was asked for, and not elsewhere; what is typed stays. The
 * clock is the test's. */
#include "test.h"

#include "sitting.h"
#include "supportplan/idle.h"

/* In a session, whether private, with a setting: warned and hidden after so many seconds; -1 never.
 * PRODUCT.md: off at home, five minutes in private sessions, a warning 30 seconds before. */
static const struct {
    bool private;
    enum idle idle;
    int warned, hidden;
} cases[] = {
    {false, IDLE_USUAL, -1, -1}, {true, IDLE_USUAL, 270, 300}, {true, IDLE_NEVER, -1, -1},
    {false, IDLE_NEVER, -1, -1}, {false, IDLE_1, 30, 60},      {true, IDLE_5, 270, 300},
    {true, IDLE_15, 870, 900},
};

/* Let seconds go by until the page or what is said changes; how many did, or -1. */
static int wait_for(struct sitting *s, bool hidden)
{
    for (int seconds = 0; seconds <= 1000; seconds++) {
        sitting_carry(s, wizard_idle(s->w, seconds));
        if (hidden ? wizard_at(s->w)->kind == PLACE_HIDDEN
                   : s->w->message && strstr(s->w->message, "in 30 seconds"))
            return seconds;
    }
    return -1;
}

static void it_warns_and_hides_when_it_was_asked_to(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = sitting_with("small", "/home/ann/plan.csv");
        s.w->private = cases[i].private;
        s.w->settings.idle = cases[i].idle;
        int warned = wait_for(&s, false), hidden = wait_for(&s, true);
        if (warned != cases[i].warned || hidden != cases[i].hidden)
            fail_msg("case %zu: warned after %d, hidden after %d", i, warned, hidden);
        sitting_end(&s);
    }
}

/* A clock that is asked only when it is told to be comes to the same. */
static void it_is_enough_to_ask_when_told_to(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = sitting_with("small", "/home/ann/plan.csv");
        s.w->private = cases[i].private;
        s.w->settings.idle = cases[i].idle;
        int first = idle_next(s.w, 0);
        int second = first > 0 ? idle_next(s.w, first) : 0;
        if (first != (cases[i].warned < 0 ? 0 : cases[i].warned) ||
            second != (cases[i].hidden < 0 ? 0 : cases[i].hidden))
            fail_msg("case %zu: to be asked after %d, then after %d", i, first, second);
        sitting_carry(&s, wizard_idle(s.w, 1000));
        assert_int_equal(cases[i].hidden < 0 ? 0 : idle_next(s.w, 1000), 0);
        sitting_end(&s);
    }
}

static void what_is_typed_is_there_when_the_screen_comes_back(void **state)
{
    (void)state;
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    s.w->private = true;
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    sitting_type(&s, "Sunday mornings. ");
    sitting_carry(&s, wizard_idle(s.w, 300));
    sitting_expect_at(&s, PLACE_HIDDEN);
    sitting_type(&s, "Sun"); /* who types at the hidden page changes nothing */
    sitting_command(&s, CMD_OPEN);
    assert_non_null(strstr(text_str(&s.w->edit.text), "Sunday mornings. "));
    assert_null(strstr(text_str(&s.w->edit.text), "Sun\n"));
    sitting_end(&s);
}

static bool only_from_ann(void *door, const char *words)
{
    (void)door;
    return strcmp(words, "it is Ann") == 0;
}

static void where_the_plan_has_a_lock_enter_alone_opens_nothing(void **state)
{
    (void)state;
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    s.w->opens = only_from_ann;
    sitting_command(&s, CMD_HIDE);
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_HIDDEN);
    sitting_type(&s, "it is Bea");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_HIDDEN);
    assert_string_equal(text_str(&s.w->edit.text), "");
    sitting_type(&s, "it is An");
    sitting_command(&s, CMD_MONEY);
    sitting_expect_at(&s, PLACE_HIDDEN);
    sitting_type(&s, "n");
    assert_true(s.w->page.secret);
    struct draft d;
    assert_false(wizard_typed(s.w, 0, &d)); /* nor does a journal get it */
    sitting_command(&s, CMD_OPEN);
    assert_int_not_equal(wizard_at(s.w)->kind, PLACE_HIDDEN);
    assert_false(wizard_typed(s.w, 0, &d));
    sitting_end(&s);
}

static void in_plain_lines_a_locked_plan_asks_for_its_passphrase_too(void **state)
{
    (void)state;
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    wizard_mode(s.w, MODE_PLAIN);
    s.w->opens = only_from_ann;
    sitting_line(&s, "hide");
    sitting_expect_at(&s, PLACE_HIDDEN);
    sitting_line(&s, "");
    sitting_line(&s, "back");
    sitting_line(&s, "it is Bea");
    sitting_expect_at(&s, PLACE_HIDDEN);
    sitting_line(&s, "it is Ann");
    assert_int_not_equal(wizard_at(s.w)->kind, PLACE_HIDDEN);
    sitting_end(&s);
}

/* What a private session offers and what not. */

static void the_own_editor_is_not_offered_in_private(void **state)
{
    (void)state;
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    assert_false(sitting_has_row(&s, "Write in my own editor")); /* none was named */
    s.w->own_editor = true;
    wizard_rebuild(s.w);
    assert_true(sitting_has_row(&s, "Write in my own editor"));
    s.w->private = true;
    wizard_rebuild(s.w);
    assert_false(sitting_has_row(&s, "Write in my own editor"));
    sitting_carry(&s, wizard_line(s.w, "editor"));
    sitting_expect_message(
        &s, "This session is private. Your own editor could keep a copy of the words.");
    sitting_end(&s);
}

static void a_private_session_says_that_nothing_is_written_yet(void **state)
{
    (void)state;
    struct sitting s = sitting_begin();
    assert_false(sitting_has_row(&s, "This session is private."));
    s.w->private = true;
    wizard_rebuild(s.w);
    assert_true(sitting_has_row(&s, "This session is private. Nothing is written"));
    sitting_line(&s, "new");
    sitting_line(&s, "seven-questions");
    sitting_expect_at(&s, PLACE_KEEP);
    assert_true(sitting_has_row(&s, "This session is private. Nothing is written"));
    /* what the next person can't find comes first */
    assert_true(sitting_row(&s, "On a stick") < sitting_row(&s, "On this computer"));
    sitting_end(&s);
}

static void what_could_not_be_remembered_is_not_offered(void **state)
{
    (void)state;
    struct sitting s = sitting_begin();
    sitting_command(&s, CMD_LOOKS);
    assert_true(sitting_has_row(&s, "Only I use this computer"));
    s.w->private = true;
    wizard_rebuild(s.w);
    assert_false(sitting_has_row(&s, "Only I use this computer"));
    assert_true(sitting_has_row(&s, "This session is private."));
    sitting_open_row(&s, "After 15 minutes");
    assert_int_equal(idle_limit(s.w), 900);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_warns_and_hides_when_it_was_asked_to),
        cmocka_unit_test(it_is_enough_to_ask_when_told_to),
        cmocka_unit_test(what_is_typed_is_there_when_the_screen_comes_back),
        cmocka_unit_test(where_the_plan_has_a_lock_enter_alone_opens_nothing),
        cmocka_unit_test(in_plain_lines_a_locked_plan_asks_for_its_passphrase_too),
        cmocka_unit_test(the_own_editor_is_not_offered_in_private),
        cmocka_unit_test(a_private_session_says_that_nothing_is_written_yet),
        cmocka_unit_test(what_could_not_be_remembered_is_not_offered),
    };
    return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}
