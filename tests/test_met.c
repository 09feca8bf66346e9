/*
 * The pages of what meets each need, as a person goes about them.
 */
#include "sitting_given.h"

#define PLAN                                                                                       \
    "plan - form=seven-questions; supporter s1 name=Joan kind=family; need n1 what=Wash;"          \
    "need n2 what=Swim; time t1 days=Sat start=10:00 end=12:00 what=Pool supporter=s1"

static void the_list_of_needs_leads_to_what_meets_them(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    sitting_go_field(&s, F_NEED_WHAT, "");
    sitting_open_row(&s, "What meets each need");
    sitting_expect_at(&s, PLACE_MET);
    assert_true(sitting_has_row(&s, "2 needs have nothing that meets them yet."));
    sitting_end(&s);
}

/* On the page of all needs; each need's own page says it whole. */
static void what_meets_two_needs_alike_is_said_once(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions; supporter s1 name=Joan "
                                     "kind=family; need n1 what=Wash; need n2 what=Swim;"
                                     "time t1 days=Sat start=10:00 end=12:00 what=Pool "
                                     "supporter=s1 needs=n1,n2");
    (void)state;
    wizard_go(s.w, place_of(PLACE_MET));
    size_t swim = sitting_row(&s, "Swim");
    assert_true(sitting_row(&s, "Saturday, 10:00") < swim);
    assert_string_equal(s.w->page.rows[swim + 1].text, "The same as for: Wash.");
    sitting_open_row(&s, "Swim");
    sitting_row(&s, "Saturday, 10:00");
    sitting_end(&s);
}

static void a_line_is_chosen_for_a_need_and_let_go_again(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_MET));
    sitting_open_row(&s, "Swim");
    sitting_expect_at(&s, PLACE_MET_NEED);
    sitting_open_row(&s, "Pool, with Joan, Saturday");
    sitting_expect_fact(&s, F_TIME_NEEDS, "t1", "n2");
    sitting_expect_message(&s, "Pool helps with it.");
    sitting_open_row(&s, "Pool");
    sitting_expect_fact(&s, F_TIME_NEEDS, "t1", NULL);
    sitting_expect_message(&s, "Pool does not help with it now.");
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_TIME_NEEDS, "t1", "n2");
    sitting_command(&s, CMD_BACK);
    sitting_expect_at(&s, PLACE_MET);
    assert_true(sitting_has_row(&s, "1 need has nothing that meets it yet."));
    sitting_end(&s);
}

static void several_lines_are_chosen_at_once_in_plain_lines(void **state)
{
    struct sitting s =
        sitting_given(PLAN "; time t2 days=Sun start=10:00 end=12:00 what=Lake supporter=s1");
    (void)state;
    s.w->mode = MODE_PLAIN;
    wizard_go(s.w, place_of(PLACE_MET));
    sitting_open_row(&s, "Swim");
    sitting_line(&s, "1-2");
    sitting_expect_fact(&s, F_TIME_NEEDS, "t1", "n2");
    sitting_expect_fact(&s, F_TIME_NEEDS, "t2", "n2");
    sitting_end(&s);
}

static void a_need_that_is_undone_takes_its_page_along(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_MET));
    sitting_open_row(&s, "Add a need");
    sitting_type(&s, "Sleep");
    sitting_command(&s, CMD_DONE);
    while (wizard_at(s.w)->kind != PLACE_MET)
        sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "Sleep");
    sitting_expect_at(&s, PLACE_MET_NEED);
    sitting_command(&s, CMD_UNDO);
    sitting_expect_at(&s, PLACE_MET);
    assert_false(sitting_has_row(&s, "Sleep"));
    sitting_end(&s);
}

static void somebody_else_can_meet_it(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_MET));
    sitting_open_row(&s, "Wash");
    sitting_open_row(&s, "Met another way");
    sitting_type(&s, "The nurse");
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_MET_NEED);
    sitting_expect_fact(&s, F_NEED_MET_BY, "n1", "The nurse");
    assert_true(sitting_has_row(&s, "In another way: The nurse."));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_of_needs_leads_to_what_meets_them),
        cmocka_unit_test(what_meets_two_needs_alike_is_said_once),
        cmocka_unit_test(a_line_is_chosen_for_a_need_and_let_go_again),
        cmocka_unit_test(several_lines_are_chosen_at_once_in_plain_lines),
        cmocka_unit_test(a_need_that_is_undone_takes_its_page_along),
        cmocka_unit_test(somebody_else_can_meet_it),
    };
    return cmocka_run_group_tests_name("met", tests, NULL, NULL);
}
