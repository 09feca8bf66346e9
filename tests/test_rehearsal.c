/*
 * The pages of who helps and who steps in, as a person goes about them.
 */
#include "supportplan/rehearsal.h"

#include "sitting_given.h"

#define PLAN                                                                                       \
    "plan - form=seven-questions; supporter s1 name=Sam kind=pa;"                                  \
    "supporter s2 name=Joan kind=family phone=01632,960111;"                                       \
    "time t1 days=Tue start=09:00 end=10:00 supporter=s1;"                                         \
    "time t2 days=Mon start=08:00 end=12:00 supporter=s2;"

/* The only row of who steps in. */
static const char *cover_of(const struct sitting *s)
{
    assert_int_equal(plan_count(s->w->plan, SEC_COVER), 1);
    return plan_item(s->w->plan, SEC_COVER, 0);
}

static void who_steps_in_is_asked_once_and_nothing_twice(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    sitting_go_field(&s, F_COVER_WHO, "");
    sitting_open_row(&s, "If somebody can't come");
    sitting_expect_at(&s, PLACE_REHEARSAL);
    assert_true(sitting_has_row(&s, "For 2 of 2 people somebody is still to be named."));
    sitting_open_row(&s, "Say who comes"); /* Sam's comes first */
    assert_true(sitting_has_row(
        &s, "Who comes when Sam is ill on Tuesday at 09:00? Nobody else is there then."));
    assert_int_equal(wizard_at(s.w)->field, F_COVER_WHEN); /* whose it is is not asked */
    sitting_open_row(&s, "ill or on holiday");
    assert_false(sitting_has_row(&s, "Sam")); /* he can't step in for himself */
    sitting_open_row(&s, "Joan");
    assert_int_equal(wizard_at(s.w)->field, F_COVER_PHONE);
    sitting_open_row(&s, "01632 960111"); /* the plan has it already */
    sitting_command(&s, CMD_BACK);
    sitting_expect_at(&s, PLACE_REHEARSAL);
    sitting_expect_fact(&s, F_COVER_SUPPORTER, cover_of(&s), "s1");
    sitting_expect_fact(&s, F_COVER_WHEN, cover_of(&s), "both");
    sitting_expect_fact(&s, F_COVER_WHO, cover_of(&s), "Joan");
    sitting_expect_fact(&s, F_COVER_PHONE, cover_of(&s), "01632 960111");
    assert_true(sitting_has_row(&s, "For 1 of 2 people somebody is still to be named."));
    sitting_open_row(&s, "Ill or on holiday: Joan, 01632 960111.");
    sitting_expect_at(&s, PLACE_RECORD);
    sitting_end(&s);
}

static void who_comes_there_begins_with_the_first_who_is_missing(void **state)
{
    struct sitting s = sitting_given(PLAN "cover v1 supporter=s1 who=Bea when=both;");
    (void)state;
    wizard_go(s.w, place_of(PLACE_REHEARSAL));
    const struct row *row = &s.w->page.rows[wizard_at(s.w)->focus];
    assert_string_equal(row->text, "Say who comes");
    assert_string_equal(row->item, "s2");
    sitting_end(&s);
}

/* In plain lines, who comes when a supporter is ill; Bea is a contact. */
static struct sitting asked_who_comes(void)
{
    struct sitting s = sitting_given(PLAN "contact p1 name=Bea phone=01632,960222;");
    s.w->mode = MODE_PLAIN;
    wizard_go(s.w, place_of(PLACE_REHEARSAL));
    sitting_open_row(&s, "Say who comes");
    sitting_line(&s, "ill");
    return s;
}

static void what_is_offered_is_said_in_plain_lines(void **state)
{
    struct sitting s = asked_who_comes();
    (void)state;
    assert_true(sitting_has_row(&s, "Type one of these, or your own words:"));
    sitting_line(&s, "Bea");
    sitting_expect_fact(&s, F_COVER_WHO, cover_of(&s), "Bea");
    assert_true(sitting_has_row(&s, "1: 01632 960222"));
    sitting_line(&s, "1");
    sitting_expect_fact(&s, F_COVER_PHONE, cover_of(&s), "01632 960222");
    sitting_line(&s, "back");
    assert_true(sitting_has_row(&s, "Say who comes when they are on holiday"));
    sitting_end(&s);
}

static void a_number_chooses_who_comes_and_is_no_name(void **state)
{
    struct sitting s = asked_who_comes();
    (void)state;
    assert_true(sitting_has_row(&s, "2: Bea"));
    sitting_line(&s, "2");
    sitting_expect_fact(&s, F_COVER_WHO, cover_of(&s), "Bea");
    sitting_end(&s);
}

static void who_helps_unpaid_is_asked_whether_they_can(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    sitting_go_field(&s, F_SUPPORTER_NAME, "");
    sitting_open_row(&s, "Paid and unpaid");
    sitting_expect_at(&s, PLACE_HELPERS);
    assert_true(sitting_has_row(&s, "The week: 1 h paid, 4 h unpaid"));
    assert_true(sitting_has_row(&s, "Tuesday: 1 h paid"));
    sitting_open_row(&s, "Willing and able");
    sitting_open_row(&s, "yes, they said so");
    sitting_expect_at(&s, PLACE_HELPERS);
    sitting_expect_fact(&s, F_SUPPORTER_WILLING, "s2", "yes");
    sitting_open_row(&s, "If they can't come");
    sitting_expect_at(&s, PLACE_REHEARSAL);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_steps_in_is_asked_once_and_nothing_twice),
        cmocka_unit_test(who_comes_there_begins_with_the_first_who_is_missing),
        cmocka_unit_test(what_is_offered_is_said_in_plain_lines),
        cmocka_unit_test(a_number_chooses_who_comes_and_is_no_name),
        cmocka_unit_test(who_helps_unpaid_is_asked_whether_they_can),
    };
    return cmocka_run_group_tests_name("rehearsal", tests, NULL, NULL);
}
