#include "test.h"

#include <locale.h>

#include "sitting.h"

static struct sitting given_no_form(void)
{
    struct sitting s = sitting_begin();
    s.no_forms = true;
    sitting_open_example(&s, "small", "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    return s;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_form_next_goes_nowhere),
        cmocka_unit_test(without_a_form_one_can_be_chosen),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("tasks", tests, NULL, NULL);
}
