#include "test.h"

#include <locale.h>

#include "sitting.h"

#define MISSING "The file choir.mp3 is not in the folder of the plan."

/* A plan with two recordings, of which one lies beside it, at the question they answer. */
static struct sitting given_recordings(void)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    s.w->mode = MODE_PLAIN;
    s.beside = "garden.jpg ";
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    sitting_line(&s, "picture");
    sitting_line(&s, "garden.jpg");
    sitting_line(&s, "");
    sitting_line(&s, "done");
    sitting_line(&s, "picture");
    sitting_line(&s, "choir.mp3");
    return s;
}

static void a_file_that_is_not_beside_the_plan_is_told_at_once(void **state)
{
    struct sitting s = given_recordings();
    (void)state;
    sitting_expect_message(&s, MISSING " Put a copy there.");
    sitting_line(&s, "The choir.");
    assert_null(strstr(s.w->message, MISSING)); /* it is said once */
    sitting_end(&s);
}

static void it_hinders_nothing_and_is_seen_on_its_pages(void **state)
{
    struct sitting s = given_recordings();
    (void)state;
    sitting_line(&s, "The choir.");
    assert_true(sitting_has_row(&s, MISSING));
    sitting_line(&s, "done");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "See: choir.mp3")].state,
                        "The choir. The file is not there yet.");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "See: garden.jpg")].state, "");
    sitting_line(&s, "check");
    sitting_open_row(&s, MISSING);
    sitting_expect_at(&s, PLACE_RECORD);
    sitting_end(&s);
}

static void a_copy_that_was_put_there_is_found(void **state)
{
    struct sitting s = given_recordings();
    (void)state;
    sitting_line(&s, "The choir.");
    s.beside = "garden.jpg choir.mp3 ";
    sitting_line(&s, "done");
    sitting_line(&s, "private"); /* a change: there is a look again */
    sitting_line(&s, "check");
    assert_false(sitting_has_row(&s, MISSING));
    sitting_end(&s);
}

static void opening_a_plan_tells_of_it(void **state)
{
    struct sitting s = given_recordings(), again;
    size_t len;
    (void)state;
    char *bytes = sitting_bytes(s.w->plan, &len);
    again = sitting_begin();
    again.beside = "";
    sitting_open_bytes(&again, bytes, len, "/home/ann/plan.csv");
    sitting_carry(&again, again.w->effects);
    assert_non_null(strstr(again.w->message, MISSING));
    assert_non_null(strstr(again.w->message, "garden.jpg"));
    free(bytes);
    sitting_end(&again);
    sitting_end(&s);
}

static void while_a_plan_lives_nowhere_nothing_is_beside_it_or_not(void **state)
{
    struct sitting s = sitting_with("middling", NULL);
    (void)state;
    s.beside = "";
    s.w->mode = MODE_PLAIN;
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    sitting_line(&s, "picture");
    sitting_line(&s, "garden.jpg");
    sitting_expect_message(&s, "Kept: garden.jpg.");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_is_not_beside_the_plan_is_told_at_once),
        cmocka_unit_test(it_hinders_nothing_and_is_seen_on_its_pages),
        cmocka_unit_test(a_copy_that_was_put_there_is_found),
        cmocka_unit_test(opening_a_plan_tells_of_it),
        cmocka_unit_test(while_a_plan_lives_nowhere_nothing_is_beside_it_or_not),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("attachment", tests, NULL, NULL);
}
