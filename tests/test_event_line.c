#include "test.h"

#include <locale.h>

#include "sitting.h"

static struct sitting given_tasks(void)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    s.w->mode = MODE_PLAIN;
    wizard_rebuild(s.w);
    return s;
}

static void a_number_is_taken_as_people_write_it(void **state)
{
    static const struct {
        const char *line;
        bool taken;
    } rows[] = {{"3", true},    {"3.", true},  {"3)", true},  {"03", true},
                {"3..", false}, {"3x", false}, {".3", false}, {"3.5", false}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sitting s = given_tasks();
        sitting_line(&s, rows[i].line);
        bool taken = wizard_at(s.w)->kind == PLACE_PAGE && wizard_at(s.w)->section == 2;
        if (taken != rows[i].taken)
            fail_msg("'%s' %s section 3", rows[i].line, taken ? "is" : "is not");
        sitting_end(&s);
    }
}

static void where_words_are_asked_for_a_number_is_an_answer(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "3.");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "3.");
    sitting_end(&s);
}

/* Long or short, "clear" makes the answer empty, says so, and goes on to what is asked next. */
static void clear_goes_on_whatever_it_makes_empty(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "3");
    for (int had = 1; had >= 0; had--) {
        struct place was = *wizard_at(s.w);
        if (had)
            sitting_line(&s, "Tea and the cat.");
        if (had)
            sitting_line(&s, "previous");
        sitting_line(&s, "clear");
        sitting_expect_message(&s, had ? "The answer is empty now. Undo brings it back."
                                       : "Left empty. Nothing was written here.");
        assert_int_equal(wizard_at(s.w)->page, was.page + 1);
        sitting_line(&s, "previous");
    }
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "Ann");
    sitting_go_field(&s, F_ABOUT_NAME, "");
    size_t page = wizard_at(s.w)->page;
    sitting_line(&s, "clear");
    sitting_expect_message(&s, "My name is empty now. Undo brings it back.");
    assert_int_equal(wizard_at(s.w)->page, page + 1);
    sitting_end(&s);
}

/* A word that means something elsewhere is no answer, and says where it means it. */
static void a_word_of_elsewhere_says_where(void **state)
{
    static const struct {
        const char *line, *message;
    } rows[] = {
        {"gaps", "\"gaps\" is for my week. Type week first."},
        {"total", "\"total\" is for my week. Type week first."},
        {"longer", "\"longer\" is for my week. Type week first."},
        {"add", "\"add\" is for lists and for my week. There is no list here."},
        {"remove", "\"delete\" is for lists and for my week. There is no list here."},
        {"words", "\"words\" is for some questions. It does nothing here."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sitting s = given_tasks();
        char *had = sitting_bytes(s.w->plan, NULL);
        sitting_go_field(&s, F_ABOUT_NAME, "");
        sitting_line(&s, rows[i].line);
        sitting_expect_message(&s, rows[i].message);
        char *got = sitting_bytes(s.w->plan, NULL);
        assert_string_equal(got, had);
        free(had);
        free(got);
        sitting_end(&s);
    }
}

/* "Move to Leeds" is what somebody wants, though it begins with a word of the week. */
static void a_sentence_that_begins_with_a_word_is_an_answer(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "Add Adebayo");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Add Adebayo");
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "\\add");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "add");
    sitting_end(&s);
}

/* Where no question comes before, previous goes back as back does. */
static void previous_is_understood_everywhere(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "6");
    sitting_line(&s, "1");
    sitting_expect_at(&s, PLACE_RECORD);
    sitting_line(&s, "previous");
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_line(&s, "list");
    sitting_line(&s, "previous");
    sitting_expect_message(&s, "You are at the start of your plan. Type quit to leave.");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_end(&s);
}

static void a_name_that_is_on_no_list_is_told_how_to_get_there(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "6");
    size_t people = plan_count(s.w->plan, SEC_SUPPORTER);
    sitting_line(&s, "Mary");
    sitting_expect_message(&s, "\"Mary\" is not on this list. To add it, type: add Mary");
    sitting_line(&s, "77");
    sitting_expect_message(&s, "There is no number 77 here. Type help to hear the list.");
    assert_int_equal(plan_count(s.w->plan, SEC_SUPPORTER), people);
    sitting_end(&s);
}

static void a_choice_is_found_without_its_article(void **state)
{
    static const char *const lines[] = {"estimate", "an est", "indicative"};
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct sitting s = given_tasks();
        plan_set(s.w->plan, F_FUND_STATUS, "budget", NULL, PLAN_LAST, NULL);
        sitting_go_field(&s, F_FUND_STATUS, "budget");
        sitting_line(&s, lines[i]);
        sitting_expect_fact(&s, F_FUND_STATUS, "budget", "indicative");
        sitting_end(&s);
    }
}

/* The three things that can be said of an entry, as people say them. */
static void the_checklist_is_filled_in_by_words(void **state)
{
    static const struct {
        const char *line, *want, *message;
    } rows[] = {
        {"2 yes", "yes", NULL},
        {"2. no", "no", NULL},
        {"2 not yet", "no", NULL},
        {"2 not needed", "not-needed", NULL},
        {"2 I have it", "yes", NULL},
        {"2: got it", "yes", NULL},
        {"yes", NULL, "Say for which one, for example: 3 yes."},
        {"77 no", NULL, "Say for which one, for example: 3 no."},
        {"2 bananas", NULL, "\"2 bananas\" is not known here. Type a number, or help."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sitting s = given_tasks();
        sitting_line(&s, "1");
        char entry[NAME_MAX_LEN + 1] = "";
        for (size_t n = 0, seen = 0; n < s.w->page.count; n++)
            if (row_focusable(&s.w->page.rows[n]) && ++seen == 2)
                snprintf(entry, sizeof entry, "%s", s.w->page.rows[n].item);
        plan_set(s.w->plan, F_CHECKLIST_DONE, entry, NULL, PLAN_LAST, NULL);
        sitting_line(&s, rows[i].line);
        sitting_expect_fact(&s, F_CHECKLIST_DONE, entry, rows[i].want);
        if (rows[i].message)
            sitting_expect_message(&s, rows[i].message);
        sitting_end(&s);
    }
}

static size_t lines_of_week(const struct sitting *s)
{
    return plan_count(s->w->plan, SEC_TIME);
}

/* Sunday's evening meal, and the shopping and evening meal of Saturday, are the last three of the
 * week's 16 lines: two of seven days of one line, and a line that has no other day. */
static void several_are_deleted_at_once_and_undone_at_once(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "week");
    char *had = sitting_bytes(s.w->plan, NULL);
    size_t lines = lines_of_week(&s);
    sitting_line(&s, "delete 14-16");
    sitting_expect_message(&s, "Removed 3. Undo brings them back.");
    assert_int_equal(lines_of_week(&s), lines - 1);
    sitting_line(&s, "undo");
    sitting_expect_message(&s, "Undone: delete 14-16.");
    char *got = sitting_bytes(s.w->plan, NULL);
    assert_string_equal(got, had);
    sitting_line(&s, "redo");
    assert_int_equal(lines_of_week(&s), lines - 1);
    free(had);
    free(got);
    sitting_end(&s);
}

static void what_cannot_all_be_deleted_stays_whole(void **state)
{
    static const char *const lines[] = {"delete 1-99", "delete 16 17", "delete 3-1"};
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct sitting s = given_tasks();
        sitting_line(&s, "week");
        char *had = sitting_bytes(s.w->plan, NULL);
        sitting_line(&s, lines[i]);
        char *got = sitting_bytes(s.w->plan, NULL);
        if (strcmp(had, got) != 0 || !s.w->message)
            fail_msg("'%s' took something away", lines[i]);
        free(had);
        free(got);
        sitting_end(&s);
    }
}

static void several_of_a_table_are_deleted_and_undone_at_once(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "6");
    size_t people = plan_count(s.w->plan, SEC_SUPPORTER);
    assert_true(people > 2);
    sitting_line(&s, "delete 2, 1");
    assert_int_equal(plan_count(s.w->plan, SEC_SUPPORTER), people - 2);
    sitting_line(&s, "undo");
    assert_int_equal(plan_count(s.w->plan, SEC_SUPPORTER), people);
    sitting_end(&s);
}

/* Marked twice it would be as it was. */
static void what_is_chosen_together_is_undone_together(void **state)
{
    struct sitting s = given_tasks();
    (void)state;
    sitting_line(&s, "1");
    char *had = sitting_bytes(s.w->plan, NULL);
    size_t steps = s.w->done_count;
    sitting_line(&s, "1-3 2");
    assert_int_equal(s.w->done_count, steps + 1);
    char *chosen = sitting_bytes(s.w->plan, NULL);
    assert_string_not_equal(chosen, had);
    sitting_line(&s, "undo");
    char *got = sitting_bytes(s.w->plan, NULL);
    assert_string_equal(got, had);
    free(had);
    free(chosen);
    free(got);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_taken_as_people_write_it),
        cmocka_unit_test(where_words_are_asked_for_a_number_is_an_answer),
        cmocka_unit_test(clear_goes_on_whatever_it_makes_empty),
        cmocka_unit_test(a_word_of_elsewhere_says_where),
        cmocka_unit_test(a_sentence_that_begins_with_a_word_is_an_answer),
        cmocka_unit_test(previous_is_understood_everywhere),
        cmocka_unit_test(a_name_that_is_on_no_list_is_told_how_to_get_there),
        cmocka_unit_test(a_choice_is_found_without_its_article),
        cmocka_unit_test(the_checklist_is_filled_in_by_words),
        cmocka_unit_test(several_are_deleted_at_once_and_undone_at_once),
        cmocka_unit_test(what_cannot_all_be_deleted_stays_whole),
        cmocka_unit_test(several_of_a_table_are_deleted_and_undone_at_once),
        cmocka_unit_test(what_is_chosen_together_is_undone_together),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("event_line", tests, NULL, NULL);
}
