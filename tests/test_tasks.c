#include "test.h"

#include <locale.h>

#include "sitting_given.h"

static struct sitting given_no_form(void)
{
    struct sitting s = sitting_begin();
    s.no_forms = true;
    sitting_open_example(&s, "small", "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    return s;
}

/* A line that leads nowhere is one line more to read: it comes where there is such a row. */
static void rows_that_could_not_be_used_are_offered_where_there_are_any(void **state)
{
    static const char odd[] = "\"section\",\"item\",\"field\",\"value\"\n"
                              "\"plan\",\"\",\"format\",\"1\"\n"
                              "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                              "\"fund\",\"budget\",\"amount\",\"some\"\n"
                              "\"end\",\"\",\"rows\",\"3\"\n";
    struct sitting s = sitting_given("plan - form=seven-questions");
    (void)state;
    sitting_command(&s, CMD_MENU);
    assert_true(sitting_has_row(&s, "Print the plan"));
    assert_false(sitting_has_row(&s, "Rows that could not be used"));
    sitting_end(&s);
    s = sitting_begin();
    sitting_open_bytes(&s, odd, sizeof odd - 1, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    wizard_go(s.w, place_of(PLACE_MENU));
    assert_string_equal(s.w->page.rows[sitting_row(&s, "Rows that could not be used")].state, "1");
    sitting_end(&s);
}

static void without_a_form_next_goes_nowhere(void **state)
{
    struct sitting s = given_no_form();
    (void)state;
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_line(&s, "next");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_end(&s);
}

static void without_a_form_one_can_be_chosen(void **state)
{
    struct sitting s = given_no_form();
    (void)state;
    sitting_open_row(&s, "Choose a form");
    sitting_expect_at(&s, PLACE_FORMS);
    s.no_forms = false;
    sitting_open_row(&s, s.forms[1]->title);
    assert_string_equal(s.w->form->name, "derbyshire");
    assert_true(sitting_has_row(&s, "You have done"));
    sitting_end(&s);
}

/* A session of keys, on the task list of a form with 14 sections. */
static struct sitting given_tasks(void)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    s.w->mode = MODE_FULL;
    wizard_rebuild(s.w);
    return s;
}

static void press_letters(struct sitting *s, const char *letters)
{
    for (; *letters; letters++)
        sitting_carry(s, wizard_letter(s->w, *letters, CMD_NONE));
}

static void expect_in_hand(const struct sitting *s, const char *letters, const char *name)
{
    const struct row *row = &s->w->page.rows[wizard_at(s->w)->focus];
    if (strncmp(row->text, name, strlen(name)) != 0)
        fail_msg("after \"%s\": \"%s\" and not \"%s\"", letters, row->text, name);
}

static void a_number_goes_to_its_section(void **state)
{
    static const struct {
        const char *letters, *name;
    } cases[] = {
        {"7", "My week"},           {"1", "Before you begin"},        {"14", "Check my plan"},
        {"71", "Before you begin"}, /* there is no 71: a new number begins */
        {"0", "Before you begin"},  {"114", "What I want to change"}, /* 11, and then 4: there is no
                                                                         114 */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = given_tasks();
        sitting_command(&s, CMD_HOME);
        press_letters(&s, cases[i].letters);
        sitting_expect_at(&s, PLACE_TASKS);
        expect_in_hand(&s, cases[i].letters, cases[i].name);
        sitting_end(&s);
    }
}

static void a_move_ends_the_number_that_was_typed(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    press_letters(&s, "1");
    sitting_command(&s, CMD_DOWN);
    press_letters(&s, "4");
    expect_in_hand(&s, "1, Down, 4", "What I want to change");
    sitting_end(&s);
}

/* Everything is answered, and still a section is not done: what there is to look at is said. */
static void what_there_is_to_look_at_is_said_where_a_section_is_opened(void **state)
{
    (void)state;
    struct sitting s =
        sitting_given("plan - form=seven-questions; answer important text=Tea; answer good-day "
                      "text=Sun; answer working state=unsure; answer not-working text=Rain");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "What is important")].state,
                        "1 thing to look at");
    sitting_open_row(&s, "What is important");
    sitting_expect_message(&s,
                           "To look at: You are not sure yet about \"What works now\". Ask your "
                           "care manager.");
    sitting_command(&s, CMD_BACK);
    wizard_focus(s.w, sitting_row(&s, "What is important"));
    sitting_command(&s, CMD_NEXT);
    sitting_expect_message(&s,
                           "To look at: You are not sure yet about \"What works now\". Ask your "
                           "care manager.");
    sitting_command(&s, CMD_BACK);
    /* A list is where one goes on, but not where there is nothing left but this. */
    plan_set(s.w->plan, F_ANSWER_TEXT, "change", "More choir", PLAN_LAST, NULL);
    plan_set(s.w->plan, F_GOAL_WHAT, "g1", "Swim", PLAN_LAST, NULL);
    wizard_recount(s.w);
    wizard_rebuild(s.w);
    sitting_open_row(&s, "What I want to change");
    assert_true(strncmp(s.w->message, "To look at: ", 12) == 0);
    sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "Risks"); /* not started: its questions say what to do */
    sitting_expect_message(&s, "");
    sitting_end(&s);
}

#define SEVEN "plan - form=seven-questions; "

/* The questions of "What is important to me": important, good-day, working, not-working; two of
 * them are needed. Of "What I want to change": two, and the list of goals. */
static void a_section_that_was_begun_goes_on_where_it_was_left(void **state)
{
    static const struct {
        const char *plan, *section, *at;
    } cases[] = {
        {SEVEN, "What is important", "Question 1 of 4"},
        {SEVEN "answer important text=Tea", "What is important", "Question 2 of 4, if you like"},
        {SEVEN "answer important text=Tea; answer good-day text=Sun", "What is important",
         "Question 3 of 4"},
        {SEVEN "answer good-day text=Sun; answer working text=Sam", "What is important",
         "Question 4 of 4, if you like"},
        {SEVEN "answer important text=Tea; answer not-working text=Rain", "What is important",
         "Question 3 of 4"},
        {SEVEN "answer not-working text=Rain", "What is important", "Question 1 of 4"},
        {SEVEN "answer important text=Tea; answer working text=Sam", "What is important",
         "Question 1 of 4"},
        {SEVEN "goal g1 what=Swim", "What I want to change", "Question 3 of 3"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = sitting_given(cases[i].plan);
        sitting_open_row(&s, cases[i].section);
        if (strcmp(s.w->page.position, cases[i].at) != 0)
            fail_msg("%s: %s and not %s", cases[i].plan, s.w->page.position, cases[i].at);
        bool first = strncmp(cases[i].at, "Question 1", 10) == 0;
        sitting_expect_message(&s, first ? "" : "You go on here. Ctrl-P goes back one.");
        sitting_end(&s);
    }
}

/* Once a review is planned, who opens the section of the check is shown the check. */
static void the_check_is_opened_at_once_where_nothing_is_asked_before_it(void **state)
{
    struct sitting s = sitting_given(SEVEN "review r1 date=2027-03-01");
    (void)state;
    sitting_open_row(&s, "Check my plan");
    assert_string_equal(s.w->page.title, "Is your plan ready to send?");
    sitting_expect_message(&s, "");
    sitting_command(&s, CMD_BACK);
    plan_set(s.w->plan, F_REVIEW_DATE, "r1", NULL, PLAN_LAST, NULL);
    wizard_rebuild(s.w);
    sitting_open_row(&s, "Check my plan");
    assert_true(strncmp(s.w->page.position, "Question 1 ", 11) == 0);
    sitting_end(&s);
}

/* What is ready to send is sent: as text, or from it. */
static void what_may_be_sent_can_be_saved_as_text_at_once(void **state)
{
    static const char row[] = "Save the plan as plain text, to read or send";
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    sitting_command(&s, CMD_CHECK);
    sitting_open_row(&s, row);
    assert_true(s.left & (unsigned)FX_TEXT);
    plan_set(s.w->plan, F_ABOUT_WRITTEN_BY, "", NULL, PLAN_LAST, NULL);
    wizard_recount(s.w);
    wizard_rebuild(s.w);
    assert_false(sitting_has_row(&s, row));
    sitting_end(&s);
}

static void a_section_without_a_question_says_so(void **state)
{
    struct sitting s = sitting_given(SEVEN);
    (void)state;
    unsigned *pages = &s.forms[0]->groups[0].sections[1].pages_count, all = *pages;
    *pages = 0;
    sitting_open_row(&s, "About me");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_expect_message(&s, "This form asks nothing here.");
    *pages = all;
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_could_not_be_used_are_offered_where_there_are_any),
        cmocka_unit_test(without_a_form_next_goes_nowhere),
        cmocka_unit_test(without_a_form_one_can_be_chosen),
        cmocka_unit_test(a_number_goes_to_its_section),
        cmocka_unit_test(a_move_ends_the_number_that_was_typed),
        cmocka_unit_test(what_there_is_to_look_at_is_said_where_a_section_is_opened),
        cmocka_unit_test(a_section_that_was_begun_goes_on_where_it_was_left),
        cmocka_unit_test(the_check_is_opened_at_once_where_nothing_is_asked_before_it),
        cmocka_unit_test(what_may_be_sent_can_be_saved_as_text_at_once),
        cmocka_unit_test(a_section_without_a_question_says_so),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("tasks", tests, NULL, NULL);
}
