#include "test.h"

#include <locale.h>

#include "sitting_given.h"
#include "supportplan/report.h"

/* A plan of the seven questions, at the question what is important. */
static struct sitting given_question(bool plain)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    s.w->mode = plain ? MODE_PLAIN : MODE_FULL;
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    return s;
}

/* The readable page, as "text" prints it. To be freed with free(). */
static char *text_of(const struct sitting *s)
{
    struct text out = {0};
    struct report_input in = {.plan = s->w->plan,
                              .form = s->w->form,
                              .budget = &s->w->budget,
                              .findings = &s->w->findings,
                              .today = s->w->today,
                              .width = REPORT_WIDTH,
                              .charset = CHARSET_UTF8};
    assert_int_equal(report_text(&in, &out), ST_OK);
    return text_take(&out);
}

static void expect_in_text(const struct sitting *s, const char *words, bool there)
{
    char *text = text_of(s);
    if ((strstr(text, words) != NULL) != there)
        fail_msg("'%s' %s in the text:\n%s", words, there ? "is not" : "is", text);
    free(text);
}

/* By the form seven-questions good-day is optional and important is not. Of a list it is not said:
 * the form calls the page of prices optional, since a plan without people has none. */
static void a_question_that_can_be_left_out_says_so(void **state)
{
    struct sitting s = given_question(false);
    (void)state;
    assert_string_equal(s.w->page.position, "Question 1 of 4");
    sitting_go_field(&s, F_ANSWER_TEXT, "good-day");
    assert_string_equal(s.w->page.position, "Question 2 of 4, if you like");
    sitting_go_field(&s, F_RATE_PRICE, "");
    assert_string_equal(s.w->page.position, "Question 2 of 5");
    sitting_end(&s);
}

/* Private */

static void an_answer_is_marked_private_and_not_private_again(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    sitting_line(&s, "private");
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "important", "yes");
    assert_true(sitting_has_row(&s, "This answer is marked private."));
    expect_in_text(&s, "(private)", true);
    sitting_line(&s, "private");
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "important", NULL);
    expect_in_text(&s, "(private)", false);
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "important", "yes");
    sitting_end(&s);
}

static void on_a_screen_private_is_a_line_below_the_answer(void **state)
{
    struct sitting s = given_question(false);
    (void)state;
    sitting_open_row(&s, "Keep it private");
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "important", "yes");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "Keep it private")].state, "yes");
    /* Enter again turns it back: it opens no other line. */
    assert_int_equal(wizard_at(s.w)->focus, sitting_row(&s, "Keep it private"));
    sitting_command(&s, CMD_OPEN);
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "important", NULL);
    assert_int_equal(wizard_at(s.w)->focus, sitting_row(&s, "Keep it private"));
    sitting_end(&s);
}

static void an_answer_that_is_kept_is_said_to_be_in_every_mode(void **state)
{
    static const enum mode modes[] = {MODE_FULL, MODE_READER, MODE_PLAIN};
    (void)state;
    for (size_t i = 0; i < COUNT(modes); i++) {
        struct sitting s = given_question(false);
        wizard_mode(s.w, modes[i]);
        sitting_go_field(&s, F_ANSWER_TEXT, "more");
        sitting_type(&s, "Ring the bell twice");
        sitting_command(&s, CMD_DONE);
        sitting_expect_message(&s, "Kept.");
        sitting_end(&s);
    }
}

/* Enter by habit in a long answer leaves an empty line there: that is no answer, and keeps "I am
 * not sure yet" as it was. */
static void an_empty_line_is_not_kept_as_an_answer(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions; answer important state=unsure");
    (void)state;
    s.w->mode = MODE_FULL;
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    wizard_focus(s.w, page_edit_row(&s.w->page));
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_DONE);
    assert_string_equal(s.w->page.position, "Question 2 of 4, if you like");
    sitting_expect_message(&s, "");
    assert_null(plan_get(s.w->plan, F_ANSWER_TEXT, "important"));
    assert_true(plan_is(s.w->plan, F_ANSWER_STATE, "important", "unsure"));
    sitting_end(&s);
}

/* A long answer is kept sentence by sentence. That is said when it is done, and no total before. */
static void what_was_kept_while_it_was_typed_is_said_at_its_end(void **state)
{
    static const enum mode modes[] = {MODE_FULL, MODE_READER};
    static const char *const typed[] = {"Ring the bell twice. ", "Ring the bell twice.\n"};
    (void)state;
    for (size_t i = 0; i < COUNT(modes) * COUNT(typed); i++) {
        struct sitting s = given_question(false);
        wizard_mode(s.w, modes[i % COUNT(modes)]);
        sitting_go_field(&s, F_ANSWER_TEXT, "more");
        sitting_type(&s, typed[i / COUNT(modes)]);
        assert_non_null(
            strstr(plan_str(s.w->plan, F_ANSWER_TEXT, "more"), typed[i / COUNT(modes)]));
        assert_null(s.w->message);
        assert_false(s.w->recounted);
        sitting_command(&s, CMD_DONE);
        sitting_expect_message(&s, "Kept.");
        sitting_end(&s);
    }
}

/* What stands in the answer's box is kept when something else is done with the answer. */
static void marking_it_private_keeps_what_is_being_typed(void **state)
{
    struct sitting s = given_question(false);
    (void)state;
    sitting_go_field(&s, F_ANSWER_TEXT, "more");
    sitting_type(&s, "Ring the bell twice");
    sitting_open_row(&s, "Keep it private");
    assert_non_null(strstr(plan_str(s.w->plan, F_ANSWER_TEXT, "more"), "Ring the bell twice"));
    sitting_expect_fact(&s, F_ANSWER_PRIVATE, "more", "yes");
    sitting_end(&s);
}

/* Pictures */

static void given_picture(struct sitting *s, const char *file, const char *about)
{
    sitting_line(s, "picture");
    sitting_line(s, file);
    sitting_line(s, about);
    sitting_line(s, "done");
}

static void in_plain_lines_a_picture_is_opened_and_removed(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    size_t had = plan_count(s.w->plan, SEC_ATTACHMENT);
    given_picture(&s, "garden.jpg", "My garden.");
    given_picture(&s, "choir.mp3", "The choir.");
    assert_int_equal(plan_count(s.w->plan, SEC_ATTACHMENT), had + 2);
    sitting_line(&s, "picture 2");
    sitting_expect_at(&s, PLACE_RECORD);
    sitting_line(&s, "delete");
    assert_int_equal(plan_count(s.w->plan, SEC_ATTACHMENT), had + 1);
    sitting_expect_at(&s, PLACE_PAGE);
    assert_true(sitting_has_row(&s, "See: garden.jpg"));
    assert_false(sitting_has_row(&s, "See: choir.mp3"));
    sitting_line(&s, "undo");
    assert_true(sitting_has_row(&s, "See: choir.mp3"));
    sitting_end(&s);
}

/* Enter makes a new line of what a picture shows: the answer's page says it on one all the same. */
static void what_a_picture_shows_is_said_on_one_line(void **state)
{
    struct sitting s = given_question(false);
    (void)state;
    sitting_open_row(&s, "See my picture");
    sitting_type(&s, "garden.jpg");
    sitting_command(&s, CMD_OPEN);
    sitting_type(&s, "My garden");
    sitting_command(&s, CMD_OPEN);
    sitting_open_row(&s, "Done");
    sitting_command(&s, CMD_DONE);
    assert_string_equal(s.w->page.rows[sitting_row(&s, "See: garden.jpg")].state, "My garden");
    sitting_end(&s);
}

/* Where Enter is a new line, the keys and a row say what keeps the answer; elsewhere Enter does. */
static void a_page_says_what_keeps_its_answer(void **state)
{
    static const struct {
        enum field field;
        const char *item;
        bool is_long;
    } cases[] = {{F_GOAL_WHAT, "g1", true},
                 {F_NEED_MET_BY, "n1", true},
                 {F_ABOUT_COMMUNICATION, "", true},
                 {F_ABOUT_REFERENCE, "", false},
                 {F_ABOUT_NAME, "", false}};
    struct sitting s = given_question(false);
    (void)state;
    s.w->settings.hints = HINTS_ALWAYS;
    for (size_t i = 0; i < COUNT(cases); i++) {
        sitting_go_field(&s, cases[i].field, cases[i].item);
        if (strstr(s.w->page.hint, "Enter keep") ? cases[i].is_long : !cases[i].is_long)
            fail_msg("case %zu: %s", i, s.w->page.hint);
        if (sitting_has_row(&s, "Done") != cases[i].is_long)
            fail_msg("case %zu: a row that is done with it", i);
    }
    sitting_end(&s);
}

/* Questions of one's own */

static void given_own(struct sitting *s, const char *question, const char *answer)
{
    sitting_line(s, "own");
    sitting_line(s, "add");
    sitting_line(s, question);
    sitting_expect_at(s, PLACE_ANSWER);
    sitting_line(s, answer);
    sitting_expect_at(s, PLACE_OWN);
}

static void expect_own(const struct sitting *s, size_t i, const char *title, const char *text)
{
    size_t seen = 0;
    for (size_t n = 0; n < plan_count(s->w->plan, SEC_ANSWER); n++) {
        const char *item = plan_item(s->w->plan, SEC_ANSWER, n);
        if (strncmp(item, "own-", 4) != 0 || seen++ != i)
            continue;
        sitting_expect_fact(s, F_ANSWER_TITLE, item, title);
        sitting_expect_fact(s, F_ANSWER_TEXT, item, text);
        return;
    }
    fail_msg("there is no question of their own number %zu", i);
}

static void a_question_of_ones_own_is_asked_answered_and_printed(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    sitting_go_field(&s, F_ANSWER_TEXT, "more");
    given_own(&s, "Who feeds my cat?", "Ros, at six.");
    expect_own(&s, 0, "Who feeds my cat?", "Ros, at six.");
    expect_in_text(&s, "Who feeds my cat?", true);
    expect_in_text(&s, "Ros, at six.", true);
    sitting_line(&s, "list");
    given_own(&s, "Who waters the plants?", "I do.");
    expect_own(&s, 1, "Who waters the plants?", "I do.");
    expect_own(&s, 0, "Who feeds my cat?", "Ros, at six.");
    sitting_end(&s);
}

static void its_words_can_be_changed(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    given_own(&s, "Who feeds my cat?", "Ros, at six.");
    sitting_line(&s, "1");
    sitting_line(&s, "rename");
    sitting_line(&s, "Who feeds my dog?");
    sitting_expect_at(&s, PLACE_ANSWER);
    expect_own(&s, 0, "Who feeds my dog?", "Ros, at six.");
    sitting_line(&s, "undo");
    expect_own(&s, 0, "Who feeds my cat?", "Ros, at six.");
    sitting_end(&s);
}

static void it_is_removed_with_its_pictures_and_undo_brings_all_back(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    given_own(&s, "Who feeds my cat?", "Ros, at six.");
    sitting_line(&s, "1");
    given_picture(&s, "cat.jpg", "My cat.");
    char *had = sitting_bytes(s.w->plan, NULL);
    size_t pictures = plan_count(s.w->plan, SEC_ATTACHMENT);
    sitting_line(&s, "remove");
    sitting_expect_at(&s, PLACE_OWN);
    assert_false(sitting_has_row(&s, "Who feeds my cat?"));
    assert_int_equal(plan_count(s.w->plan, SEC_ATTACHMENT), pictures - 1);
    sitting_line(&s, "undo");
    assert_true(sitting_has_row(&s, "Who feeds my cat?"));
    char *got = sitting_bytes(s.w->plan, NULL);
    assert_string_equal(got, had);
    free(had);
    free(got);
    sitting_end(&s);
}

/* SPEC, section 1: a new item's number is above every one ever used in the plan. */
static void its_number_was_never_used_before(void **state)
{
    struct sitting s = given_question(true);
    int64_t last = 0, now = 0;
    (void)state;
    given_own(&s, "Who feeds my cat?", "Ros, at six.");
    assert_int_equal(plan_number(s.w->plan, F_PLAN_LAST, "", &last), KNOWN);
    sitting_line(&s, "1");
    sitting_line(&s, "remove");
    sitting_line(&s, "list");
    given_own(&s, "Who feeds my dog?", "I do.");
    assert_int_equal(plan_number(s.w->plan, F_PLAN_LAST, "", &now), KNOWN);
    assert_int_equal(now, last + 1);
    sitting_end(&s);
}

/* A plan can change its form and keep every answer; what it keeps can be seen and changed. */
static void an_answer_that_the_form_does_not_ask_for_is_not_hidden(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    plan_set(s.w->plan, F_ANSWER_TEXT, "toolkit-pets", "Biscuit", PLAN_LAST, NULL);
    sitting_line(&s, "own");
    sitting_open_row(&s, "toolkit-pets");
    sitting_expect_at(&s, PLACE_ANSWER);
    sitting_line(&s, "Biscuit and Max");
    sitting_expect_fact(&s, F_ANSWER_TEXT, "toolkit-pets", "Biscuit and Max");
    sitting_end(&s);
}

static void a_new_question_can_be_left_without_words(void **state)
{
    struct sitting s = given_question(true);
    (void)state;
    char *had = sitting_bytes(s.w->plan, NULL);
    sitting_line(&s, "own");
    sitting_line(&s, "add");
    sitting_line(&s, "");
    sitting_expect_at(&s, PLACE_OWN);
    char *got = sitting_bytes(s.w->plan, NULL);
    assert_string_equal(got, had);
    free(had);
    free(got);
    sitting_end(&s);
}

/* Who has no chords and no function keys finds undo below the text, on one line too. */
static void typing_is_undone_and_done_again_by_rows(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    sitting_go_field(&s, F_ABOUT_REFERENCE, "");
    sitting_command(&s, CMD_DELETE_TO_START);
    sitting_type(&s, "A-17");
    sitting_command(&s, CMD_TAB);
    sitting_expect_fact(&s, F_ABOUT_REFERENCE, "", "A-17");
    sitting_open_row(&s, "Undo typing");
    sitting_expect_message(&s, "Undone.");
    sitting_expect_fact(&s, F_ABOUT_REFERENCE, "", NULL);
    sitting_open_row(&s, "Redo typing");
    sitting_expect_fact(&s, F_ABOUT_REFERENCE, "", "A-17");
    sitting_open_row(&s, "Redo typing");
    sitting_expect_message(&s, "There is nothing to do again.");
    sitting_end(&s);
}

static bool has_row(const struct sitting *s, const char *text)
{
    for (size_t i = 0; i < s->w->page.count; i++)
        if (strcmp(s->w->page.rows[i].text, text) == 0)
            return true;
    return false;
}

static void the_rows_for_typing_stand_where_something_was_typed(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    sitting_go_field(&s, F_ABOUT_REFERENCE, "");
    assert_false(has_row(&s, "Undo typing"));
    sitting_type(&s, "A-17");
    wizard_rebuild(s.w); /* as a save does meanwhile */
    assert_false(has_row(&s, "Undo typing"));
    sitting_command(&s, CMD_TAB);
    assert_true(has_row(&s, "Undo typing"));
    assert_true(has_row(&s, "Redo typing"));
    sitting_command(&s, CMD_BACKTAB); /* a move changes nothing */
    assert_true(has_row(&s, "Undo typing"));
    sitting_open_row(&s, "Undo typing"); /* the last step: Enter once more does not do it again */
    assert_true(has_row(&s, "Undo typing"));
    sitting_go_field(&s, F_ABOUT_NAME, "");
    assert_false(has_row(&s, "Undo typing"));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_that_can_be_left_out_says_so),
        cmocka_unit_test(an_answer_is_marked_private_and_not_private_again),
        cmocka_unit_test(on_a_screen_private_is_a_line_below_the_answer),
        cmocka_unit_test(an_answer_that_is_kept_is_said_to_be_in_every_mode),
        cmocka_unit_test(what_was_kept_while_it_was_typed_is_said_at_its_end),
        cmocka_unit_test(an_empty_line_is_not_kept_as_an_answer),
        cmocka_unit_test(marking_it_private_keeps_what_is_being_typed),
        cmocka_unit_test(in_plain_lines_a_picture_is_opened_and_removed),
        cmocka_unit_test(what_a_picture_shows_is_said_on_one_line),
        cmocka_unit_test(a_page_says_what_keeps_its_answer),
        cmocka_unit_test(a_question_of_ones_own_is_asked_answered_and_printed),
        cmocka_unit_test(its_words_can_be_changed),
        cmocka_unit_test(it_is_removed_with_its_pictures_and_undo_brings_all_back),
        cmocka_unit_test(its_number_was_never_used_before),
        cmocka_unit_test(an_answer_that_the_form_does_not_ask_for_is_not_hidden),
        cmocka_unit_test(a_new_question_can_be_left_without_words),
        cmocka_unit_test(typing_is_undone_and_done_again_by_rows),
        cmocka_unit_test(the_rows_for_typing_stand_where_something_was_typed),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("question", tests, NULL, NULL);
}
