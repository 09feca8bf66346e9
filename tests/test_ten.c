#include "test.h"

#include "sitting.h"
#include "supportplan/ten.h"

/* A new plan of the form of seven questions, kept in a file. */
static struct sitting given_new_plan(void)
{
    static const char plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                               "\"plan\",\"\",\"format\",\"1\"\n"
                               "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                               "\"end\",\"\",\"rows\",\"2\"\n";
    struct sitting s = sitting_begin();
    sitting_open_bytes(&s, plan, sizeof plan - 1, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    s.w->mode = MODE_PLAIN;
    return s;
}

static size_t facts(const struct sitting *s)
{
    return plan_count(s->w->plan, SEC_ABOUT) + plan_count(s->w->plan, SEC_ANSWER);
}

static void it_offers_a_question_and_stops_kindly_after_three(void **state)
{
    struct sitting s = given_new_plan();
    (void)state;
    sitting_line(&s, "ten");
    for (int i = 1; i <= 3; i++) {
        char position[32];
        snprintf(position, sizeof position, "Question %d of 3", i);
        sitting_expect_at(&s, PLACE_TEN);
        assert_string_equal(s.w->page.position, position);
        sitting_line(&s, "");
        sitting_expect_at(&s, PLACE_PAGE);
        sitting_line(&s, "unsure");
    }
    sitting_expect_at(&s, PLACE_TEN);
    assert_true(sitting_has_row(&s, "That is three. It is all kept."));
    assert_true(sitting_has_row(&s, "You have answered 3 of "));
    sitting_line(&s, "");
    sitting_expect_at(&s, PLACE_TASKS);
    assert_non_null(s.file);
    sitting_end(&s);
}

/* On a screen Enter opens what is in hand: after three that is the way back, and not three more. */
static void the_first_thing_is_in_hand_after_each_answer(void **state)
{
    struct sitting s = given_new_plan();
    (void)state;
    wizard_mode(s.w, MODE_FULL);
    sitting_command(&s, CMD_TEN);
    for (int i = 1; i <= 3; i++) {
        if (wizard_at(s.w)->focus != sitting_row(&s, "Answer this question"))
            fail_msg("question %d: row %zu is in hand", i, wizard_at(s.w)->focus);
        sitting_command(&s, CMD_OPEN);
        sitting_command(&s, CMD_UNSURE);
        if (wizard_at(s.w)->kind == PLACE_PAGE) /* a long answer can be gone on with */
            sitting_command(&s, CMD_DONE);
        sitting_expect_at(&s, PLACE_TEN);
    }
    assert_int_equal(wizard_at(s.w)->focus, sitting_row(&s, "Back to the list"));
    sitting_end(&s);
}

static void three_more_go_on_from_there(void **state)
{
    struct sitting s = given_new_plan();
    (void)state;
    sitting_line(&s, "ten");
    for (int i = 0; i < 3; i++) {
        sitting_line(&s, "answer");
        sitting_line(&s, "unsure");
    }
    sitting_line(&s, "more");
    assert_string_equal(s.w->page.position, "Question 1 of 3");
    sitting_line(&s, "answer");
    sitting_line(&s, "unsure");
    assert_string_equal(s.w->page.position, "Question 2 of 3");
    sitting_end(&s);
}

static void another_question_instead_is_another_and_comes_round(void **state)
{
    struct sitting s = given_new_plan();
    char first[200];
    int n = 0;
    (void)state;
    sitting_line(&s, "ten");
    snprintf(first, sizeof first, "%s", s.w->page.rows[0].text);
    do {
        sitting_line(&s, "another");
        assert_string_equal(s.w->page.position, "Question 1 of 3");
        n++;
    } while (strcmp(s.w->page.rows[0].text, first) != 0 && n < 100);
    assert_in_range(n, 5, 60);
    assert_int_equal(facts(&s), 0);
    sitting_end(&s);
}

/* Stepping back from a question that was offered is not an answer, and loses nothing. */
static void back_from_a_question_offers_it_again(void **state)
{
    struct sitting s = given_new_plan();
    (void)state;
    sitting_line(&s, "ten");
    sitting_line(&s, "");
    sitting_line(&s, "back");
    sitting_expect_at(&s, PLACE_TEN);
    assert_string_equal(s.w->page.position, "Question 1 of 3");
    sitting_line(&s, "back");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_end(&s);
}

static void the_task_list_has_it_for_a_plan_and_not_for_an_example(void **state)
{
    struct sitting plan = given_new_plan(), example = sitting_with("small", NULL);
    (void)state;
    sitting_open_row(&plan, "I have ten minutes");
    sitting_expect_at(&plan, PLACE_TEN);
    assert_false(sitting_has_row(&example, "I have ten minutes"));
    sitting_end(&plan);
    sitting_end(&example);
}

/* The large example is answered whole, but for what a form asks beyond it. */
static void on_return_it_says_what_was_last_and_what_comes_next(void **state)
{
    static const char plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                               "\"plan\",\"\",\"format\",\"1\"\n"
                               "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                               "\"plan\",\"\",\"changed\",\"2026-11-19\"\n"
                               "\"answer\",\"important\",\"text\",\"Tea.\"\n"
                               "\"end\",\"\",\"rows\",\"4\"\n";
    struct sitting s = sitting_begin();
    (void)state;
    sitting_open_bytes(&s, plan, sizeof plan - 1, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    struct text dated = {0}, narrow = {0};
    struct progress *far = wizard_progress_all(s.w);
    assert_non_null(far);
    ten_welcome(s.w, far, 79, &dated);
    ten_welcome(s.w, far, 20, &narrow);
    free(far);
    const struct form_section *important = NULL;
    for (size_t i = 0; i < form_section_count(s.w->form); i++)
        if (strcmp(form_section_at(s.w->form, i, NULL)->name, "important") == 0)
            important = form_section_at(s.w->form, i, NULL);
    assert_non_null(important);
    char want[200];
    snprintf(want, sizeof want, " Last: %s, 19 November 2026. Next: Before you begin.",
             important->short_title);
    assert_string_equal(text_str(&dated), want);
    snprintf(want, sizeof want, " Last: %s. Next: Before you begin.", important->short_title);
    assert_string_equal(text_str(&narrow), want);
    assert_non_null(strstr(s.w->page.rows[0].text, "Next: Before you begin."));
    /* and once something is opened, no more */
    sitting_line(&s, "3");
    sitting_line(&s, "list");
    assert_null(strstr(s.w->page.rows[0].text, "Next:"));
    text_free(&dated);
    text_free(&narrow);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_offers_a_question_and_stops_kindly_after_three),
        cmocka_unit_test(the_first_thing_is_in_hand_after_each_answer),
        cmocka_unit_test(three_more_go_on_from_there),
        cmocka_unit_test(another_question_instead_is_another_and_comes_round),
        cmocka_unit_test(back_from_a_question_offers_it_again),
        cmocka_unit_test(the_task_list_has_it_for_a_plan_and_not_for_an_example),
        cmocka_unit_test(on_return_it_says_what_was_last_and_what_comes_next),
    };
    return cmocka_run_group_tests_name("ten", tests, NULL, NULL);
}
