/*
 * The pages of sheets and copies, as a person goes about them.
 */
#include "sitting_given.h"

#define PLAN                                                                                       \
    "plan - form=seven-questions; about - name=Ann; answer safe text=My,locks private=yes;"        \
    "answer support-how text=Warm,the,towel; supporter s1 name=Joan kind=family;"                  \
    "supporter s2 name=Sam kind=pa; time t1 days=Sat start=10:00 end=12:00 what=Pool "             \
    "supporter=s1;"                                                                                \
    "time t2 days=Mon start=08:00 end=09:00 what=Wash supporter=s2;"                               \
    "contact p1 name=Ruth phone=01632,960111; copy o1 who=Bea which=timetable"

static void each_row_shows_what_that_one_gets(void **state)
{
    /* The row; the page's title; a line that is on it; words that are on no line of it. */
    static const struct {
        const char *row, *title, *line, *never;
    } cases[] = {
        {"A sheet for Joan", "A sheet for Joan", "- 10:00 to 12:00, 2 h. Pool", "Wash"},
        {"A sheet for Sam", "A sheet for Sam", "- 08:00 to 09:00, 1 h. Wash", "Pool"},
        {"A page for the fridge", "A page for the fridge", "- 10:00 to 12:00", "towel"},
        {"A card for the wallet", "A card for the wallet", "- Ruth", "Pool"},
        {"The timetable", "The timetable and the costs only", "Saturday", "Ruth"},
        {"The plan without", "The plan without what is private", "Warm the towel", "My locks"},
        {"The whole plan", "The whole plan", "My locks", "no such words"},
        {"A copy for Bea", "A copy for Bea", "Saturday", "Ruth"},
    };
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_COPIES));
    for (size_t i = 0; i < COUNT(cases); i++) {
        sitting_open_row(&s, cases[i].row);
        sitting_expect_at(&s, PLACE_PAPER);
        assert_string_equal(s.w->page.title, cases[i].title);
        sitting_row(&s, cases[i].line);
        for (size_t r = 0; r < s.w->page.count; r++)
            if (strstr(s.w->page.rows[r].text, cases[i].never))
                fail_msg("%s says: %s", cases[i].row, s.w->page.rows[r].text);
        sitting_command(&s, CMD_BACK);
        sitting_expect_at(&s, PLACE_COPIES);
    }
    sitting_end(&s);
}

static void whose_details_it_has_stands_first(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_COPIES));
    sitting_open_row(&s, "A sheet for Joan");
    assert_string_equal(
        s.w->page.rows[0].text,
        "It has phone numbers of other people: Ruth. Ask them before you share it.");
    sitting_end(&s);
}

static void how_much_stays_out_is_said(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_COPIES));
    const struct row *row = &s.w->page.rows[sitting_row(&s, "The plan without")];
    assert_string_equal(row->state, "1 private answer stays out");
    row = &s.w->page.rows[sitting_row(&s, "A copy for Bea")];
    assert_string_equal(row->state, "the timetable and costs only");
    sitting_end(&s);
}

/* By its row, by its key and by the words that elsewhere mean the whole plan. */
static void what_is_read_is_what_is_saved_or_printed(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_COPIES));
    sitting_open_row(&s, "A sheet for Sam");
    sitting_open_row(&s, "Save it as text");
    assert_true(s.left & FX_TEXT);
    assert_string_equal(s.w->asked, "s2");
    sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "A page for the fridge");
    sitting_carry(&s, wizard_letter(s.w, 's', CMD_NONE));
    assert_true(s.left & FX_TEXT);
    assert_string_equal(s.w->asked, "fridge");
    sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "A card");
    sitting_command(&s, CMD_PRINT);
    assert_true(s.left & FX_PRINT);
    assert_string_equal(s.w->asked, "card");
    sitting_command(&s, CMD_TEXT);
    assert_true(s.left & FX_TEXT);
    sitting_expect_at(&s, PLACE_PAPER);
    sitting_end(&s);
}

static void everywhere_else_the_words_mean_the_whole_plan(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_go(s.w, place_of(PLACE_COPIES));
    sitting_command(&s, CMD_TEXT);
    assert_true(s.left & FX_TEXT);
    assert_string_equal(s.w->asked, "whole");
    sitting_command(&s, CMD_PRINT);
    assert_true(s.left & FX_PRINT);
    assert_string_equal(s.w->asked, "whole");
    sitting_end(&s);
}

static void a_plan_that_is_kept_nowhere_has_no_place_for_a_text(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    free(s.w->path);
    s.w->path = NULL;
    wizard_go(s.w, place_of(PLACE_COPIES));
    sitting_open_row(&s, "A page for the fridge");
    sitting_open_row(&s, "Save it as text");
    assert_false(s.left & FX_TEXT);
    sitting_expect_message(&s, "Choose where the plan is kept first. The text goes beside it.");
    sitting_end(&s);
}

/* What was read is of the plan before: it is made afresh where the plan changes. */
static void a_change_takes_the_page_away(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    wizard_begin(s.w, "rename Joan");
    assert_int_equal(wizard_set(s.w, F_SUPPORTER_NAME, "s1", "Jo"), ST_OK);
    wizard_end(s.w);
    wizard_go(s.w, place_of(PLACE_COPIES));
    sitting_open_row(&s, "A sheet for Jo");
    sitting_expect_at(&s, PLACE_PAPER);
    sitting_command(&s, CMD_UNDO);
    sitting_expect_at(&s, PLACE_COPIES);
    sitting_row(&s, "A sheet for Joan");
    sitting_end(&s);
}

static void who_gets_a_copy_can_be_added_here(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    sitting_command(&s, CMD_COPIES);
    sitting_expect_at(&s, PLACE_COPIES);
    sitting_open_row(&s, "Say who gets a copy");
    sitting_type(&s, "Carl");
    sitting_command(&s, CMD_DONE);
    sitting_expect_fact(&s, F_COPY_WHO, "o3", "Carl");
    while (wizard_at(s.w)->kind != PLACE_COPIES)
        sitting_command(&s, CMD_BACK);
    const struct row *row = &s.w->page.rows[sitting_row(&s, "A copy for Carl")];
    assert_string_equal(row->state, "how much is not said yet");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_shows_what_that_one_gets),
        cmocka_unit_test(whose_details_it_has_stands_first),
        cmocka_unit_test(how_much_stays_out_is_said),
        cmocka_unit_test(what_is_read_is_what_is_saved_or_printed),
        cmocka_unit_test(everywhere_else_the_words_mean_the_whole_plan),
        cmocka_unit_test(a_plan_that_is_kept_nowhere_has_no_place_for_a_text),
        cmocka_unit_test(a_change_takes_the_page_away),
        cmocka_unit_test(who_gets_a_copy_can_be_added_here),
    };
    return cmocka_run_group_tests_name("copies", tests, NULL, NULL);
}
