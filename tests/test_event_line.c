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
        cmocka_unit_test(several_are_deleted_at_once_and_undone_at_once),
        cmocka_unit_test(what_cannot_all_be_deleted_stays_whole),
        cmocka_unit_test(several_of_a_table_are_deleted_and_undone_at_once),
        cmocka_unit_test(what_is_chosen_together_is_undone_together),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("event_line", tests, NULL, NULL);
}
