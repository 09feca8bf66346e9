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
    s.w->mode = MODE_READER;
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

/* On the full screen they cost nobody a word: who forgets finds there what the page has of its own.
 */
static void the_keys_of_a_page_stay_in_sight_on_the_full_screen(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    sitting_command(&s, CMD_MENU);
    sitting_command(&s, CMD_BACK);
    assert_string_equal(hint(&s), "Enter open   F1 help   m money   x more to do   q leave");
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    assert_non_null(strstr(hint(&s), "F3 save"));
    sitting_command(&s, CMD_TAB);
    sitting_go_field(&s, F_ANSWER_TEXT, "good-day");
    assert_string_equal(hint(&s), "F2 done   Tab to the lines below   F1 help   Esc back");
    s.w->settings.hints = HINTS_NEVER;
    sitting_go_field(&s, F_ANSWER_TEXT, "working");
    assert_string_equal(hint(&s), "F1 help   Esc back");
    sitting_end(&s);
}

/* In the lines for speech what was just done stands where the keys would: they are not seen yet. */
static void keys_that_news_took_the_place_of_are_named_the_next_time(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    (void)state;
    s.w->mode = MODE_READER;
    wizard_say(s.w, "Your plan is kept.");
    sitting_command(&s, CMD_MENU);
    sitting_command(&s, CMD_BACK);
    assert_non_null(strstr(hint(&s), "m money"));
    sitting_command(&s, CMD_MENU); /* now they were */
    sitting_command(&s, CMD_BACK);
    assert_string_equal(hint(&s), "F1 help   q leave");
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
    assert_true(sitting_has_row(&s, "words: Whose words are these?"));
    assert_true(sitting_has_row(&s, "unsure: I am not sure yet"));
    /* where the page has numbers its lines say what they do, and the words alone are enough */
    sitting_command(&s, CMD_TASKS);
    sitting_line(&s, "help");
    assert_true(sitting_has_row(&s, "before, about, "));
    sitting_end(&s);
}

/* A group fills in what it has: often a number and no name. */
static void help_says_who_to_talk_to(void **state)
{
    static char name[] = "Jo", phone[] = "01632 960 100", hours[] = "Monday to Friday", none[] = "";
    static const struct {
        char *name, *phone, *hours;
        const char *said;
    } cases[] = {
        {name, phone, hours,
         "If you are stuck, talk to Jo. Telephone 01632 960 100. Monday to Friday."},
        {name, none, NULL, "If you are stuck, talk to Jo."},
        {NULL, phone, hours, "If you are stuck, ring 01632 960 100. Monday to Friday."},
        {none, none, hours, NULL},
    };
    static const enum command pages[] = {CMD_HELP, CMD_KEYS, CMD_MORE};
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    struct form *form = NULL;
    (void)state;
    for (size_t i = 0; i < SITTING_FORMS; i++)
        form = s.forms[i] == s.w->form ? s.forms[i] : form;
    assert_non_null(form);
    const struct form_talk was = form->talk;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        form->talk = (struct form_talk){cases[i].name, cases[i].phone, cases[i].hours};
        for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
            sitting_go_field(&s, F_ANSWER_TEXT, "important");
            sitting_command(&s, pages[p]);
            if (sitting_has_row(&s, cases[i].said ? cases[i].said : "If you are stuck") !=
                (cases[i].said != NULL))
                fail_msg("case %zu, page %zu: %s", i, p, cases[i].said ? cases[i].said : "nobody");
        }
    }
    form->talk = was;
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_that_news_took_the_place_of_are_named_the_next_time),
        cmocka_unit_test(keys_are_named_in_full_the_first_time_and_then_in_short),
        cmocka_unit_test(the_keys_of_a_page_stay_in_sight_on_the_full_screen),
        cmocka_unit_test(a_page_that_was_only_passed_through_is_shown_for_the_first_time),
        cmocka_unit_test(the_setting_says_always_the_first_time_or_never),
        cmocka_unit_test(help_names_the_keys_of_the_page),
        cmocka_unit_test(help_names_the_words_of_the_page_in_plain_lines),
        cmocka_unit_test(help_says_who_to_talk_to),
    };
    return cmocka_run_group_tests_name("hints", tests, NULL, NULL);
}
