#include "test.h"

#include <locale.h>

#include "sitting.h"

/* A plan with the seven questions, whose owner then chooses the toolkit. */
static struct sitting given_another_form(void)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    sitting_command(&s, CMD_FORM);
    sitting_open_row(&s, s.forms[2]->title);
    assert_string_equal(s.w->form->name, "toolkit");
    return s;
}

static void undoing_the_choice_of_a_form_brings_the_old_one_back(void **state)
{
    struct sitting s = given_another_form();
    (void)state;
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_PLAN_FORM, "", "seven-questions");
    assert_string_equal(s.w->form->name, "seven-questions");
    sitting_expect_message(&s, "Undone: choose the form.");
    sitting_end(&s);
}

static void doing_it_again_brings_the_new_one_back(void **state)
{
    struct sitting s = given_another_form();
    (void)state;
    sitting_command(&s, CMD_UNDO);
    sitting_command(&s, CMD_REDO);
    sitting_expect_fact(&s, F_PLAN_FORM, "", "toolkit");
    assert_string_equal(s.w->form->name, "toolkit");
    sitting_end(&s);
}

static void undoing_the_first_choice_asks_for_it_again(void **state)
{
    struct sitting s = sitting_begin();
    (void)state;
    sitting_line(&s, "new");
    sitting_open_row(&s, s.forms[1]->title);
    sitting_line(&s, "nowhere");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_PLAN_FORM, "", NULL);
    sitting_expect_at(&s, PLACE_FORMS);
    sitting_open_row(&s, s.forms[0]->title);
    assert_string_equal(s.w->form->name, "seven-questions");
    sitting_end(&s);
}

static void undoing_anything_else_leaves_the_form_alone(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    sitting_use_form(&s, "derbyshire"); /* as where the plan's own is not on this computer */
    sitting_go_field(&s, F_ABOUT_NAME, "");
    sitting_line(&s, "Robin");
    sitting_command(&s, CMD_UNDO);
    assert_string_equal(s.w->form->name, "derbyshire");
    sitting_end(&s);
}

/* The first need of a plan, whose name was being mended when undo took it away. */
static struct sitting given_a_draft_of_what_undo_took(void)
{
    struct sitting s = sitting_begin();
    sitting_line(&s, "new");
    sitting_open_row(&s, s.forms[0]->title);
    sitting_line(&s, "nowhere");
    sitting_go_field(&s, F_NEED_WHAT, "");
    sitting_command(&s, CMD_ADD);
    sitting_line(&s, "Cooking");
    wizard_home(s.w);
    sitting_go_field(&s, F_NEED_WHAT, "");
    sitting_expect_fact(&s, F_NEED_WHAT, "n1", "Cooking");
    struct place met = place_of(PLACE_FIELD);
    met.table = SEC_NEED;
    met.field = F_NEED_MET_BY;
    snprintf(met.item, sizeof met.item, "n1");
    wizard_go(s.w, met);
    wizard_keep_draft(s.w, "my neighbour");
    wizard_back(s.w);
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_NEED_WHAT, "n1", NULL);
    return s;
}

/* What was typed and is not kept, of the whole session; "" where there is nothing. */
static const char *typed(const struct sitting *s)
{
    static struct draft any;
    return wizard_typed(s->w, 0, &any) ? any.text : "";
}

static void a_draft_comes_back_with_what_undo_took_away(void **state)
{
    struct sitting s = given_a_draft_of_what_undo_took();
    (void)state;
    assert_null(wizard_any_draft(s.w));
    sitting_command(&s, CMD_REDO);
    assert_non_null(wizard_any_draft(s.w));
    sitting_line(&s, "Sleeping"); /* a change of something else leaves it */
    assert_string_equal(typed(&s), "my neighbour");
    sitting_end(&s);
}

static void a_draft_of_what_undo_took_away_is_not_given_to_the_next(void **state)
{
    struct sitting s = given_a_draft_of_what_undo_took();
    (void)state;
    sitting_command(&s, CMD_ADD);
    sitting_line(&s, "Sleeping");
    sitting_expect_fact(&s, F_NEED_WHAT, "n1", "Sleeping"); /* the number is free again */
    assert_string_equal(typed(&s), "");
    sitting_end(&s);
}

/* What can't be used is a draft of a record that has no name yet. */
static void a_draft_of_a_new_record_goes_when_it_is_put_right(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    sitting_go_field(&s, F_RATE_PRICE, "");
    sitting_command(&s, CMD_ADD);
    struct place price = *wizard_at(s.w);
    price.kind = PLACE_FIELD;
    price.field = F_RATE_PRICE;
    wizard_turn(s.w, price);
    sitting_line(&s, "usual");
    assert_string_equal(typed(&s), "usual");
    sitting_line(&s, "14.70");
    assert_string_equal(typed(&s), "");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undoing_the_choice_of_a_form_brings_the_old_one_back),
        cmocka_unit_test(doing_it_again_brings_the_new_one_back),
        cmocka_unit_test(undoing_the_first_choice_asks_for_it_again),
        cmocka_unit_test(a_draft_comes_back_with_what_undo_took_away),
        cmocka_unit_test(a_draft_of_what_undo_took_away_is_not_given_to_the_next),
        cmocka_unit_test(a_draft_of_a_new_record_goes_when_it_is_put_right),
        cmocka_unit_test(undoing_anything_else_leaves_the_form_alone),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("action", tests, NULL, NULL);
}
