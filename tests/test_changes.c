/*
 * The page of what changed, as a person goes about it.
 */
#include "sitting_given.h"

/* A session with a plan that has a copy from before its last save, and one that was agreed. */
static struct sitting given_versions(void)
{
    struct sitting s = sitting_given("plan - form=seven-questions; supporter s1 name=Joan");
    s.versions = "plan.csv~\nplan-agreed.csv\n";
    return s;
}

static void what_lies_beside_the_plan_is_offered(void **state)
{
    struct sitting s = given_versions();
    (void)state;
    sitting_command(&s, CMD_CHANGES);
    sitting_expect_at(&s, PLACE_CHANGES);
    sitting_row(&s, "As it was before the last save");
    sitting_row(&s, "plan-agreed.csv");
    sitting_end(&s);
}

static void the_reviews_lead_there(void **state)
{
    struct sitting s = given_versions();
    (void)state;
    sitting_go_field(&s, F_REVIEW_DATE, "");
    sitting_open_row(&s, "What changed since another version");
    sitting_expect_at(&s, PLACE_CHANGES);
    sitting_row(&s, "plan-agreed.csv");
    sitting_end(&s);
}

static void choosing_one_shows_what_changed(void **state)
{
    struct sitting s = given_versions();
    (void)state;
    sitting_command(&s, CMD_CHANGES);
    sitting_open_row(&s, "plan-agreed.csv");
    sitting_expect_at(&s, PLACE_PAPER);
    assert_string_equal(s.w->page.title, "What changed since plan-agreed.csv");
    sitting_row(&s, "Nothing has changed.");
    assert_false(sitting_has_row(&s, "Save it as text"));
    sitting_command(&s, CMD_BACK);
    sitting_expect_at(&s, PLACE_CHANGES);
    sitting_end(&s);
}

static void a_copy_from_before_is_called_in_words(void **state)
{
    struct sitting s = given_versions();
    (void)state;
    sitting_command(&s, CMD_CHANGES);
    sitting_open_row(&s, "As it was before the last save");
    assert_string_equal(s.w->asked, "plan.csv~");
    assert_string_equal(s.w->page.title, "What changed. Before: As it was before the last save");
    sitting_end(&s);
}

static void another_file_is_named(void **state)
{
    struct sitting s = given_versions();
    (void)state;
    sitting_command(&s, CMD_CHANGES);
    sitting_open_row(&s, "Another file");
    sitting_expect_at(&s, PLACE_OTHER);
    sitting_command(&s, CMD_DONE);
    sitting_expect_message(&s, "Type the name of the other plan's file.");
    sitting_type(&s, "/media/stick/old.csv");
    sitting_command(&s, CMD_OPEN);
    assert_string_equal(s.w->asked, "/media/stick/old.csv");
    sitting_expect_at(&s, PLACE_PAPER);
    sitting_command(&s, CMD_QUIT); /* a name of a file is nothing to keep */
    assert_true(s.left & FX_QUIT);
    sitting_end(&s);
}

/* So it is not looked for as what was typed and is not kept, nor written beside the plan. */
static void the_name_of_a_file_is_no_answer(void **state)
{
    static const enum place_kind kinds[] = {PLACE_OTHER, PLACE_KEEP_AS};
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct sitting s = given_versions();
        struct text words = {0};
        wizard_go(s.w, place_of(kinds[i]));
        sitting_type(&s, "gone.csv");
        sitting_command(&s, CMD_BACK);
        wizard_drafts_words(s.w, &words);
        if (words.len)
            fail_msg("kind %d: told of '%s'", (int)kinds[i], text_str(&words));
        sitting_command(&s, CMD_QUIT);
        if (!(s.left & FX_QUIT))
            fail_msg("kind %d: asked about", (int)kinds[i]);
        text_free(&words);
        sitting_end(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lies_beside_the_plan_is_offered),
        cmocka_unit_test(the_reviews_lead_there),
        cmocka_unit_test(choosing_one_shows_what_changed),
        cmocka_unit_test(a_copy_from_before_is_called_in_words),
        cmocka_unit_test(another_file_is_named),
        cmocka_unit_test(the_name_of_a_file_is_no_answer),
    };
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
