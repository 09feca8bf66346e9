/*
 * What is said of files that were found, and when it may be said that nothing is left.
 */
#include "supportplan/left.h"

#include "sitting.h"
#include "test.h"

#define PULL "You can pull the stick out."
#define NOTHING "Nothing of yours is left here."
#define FILE_OF_YOURS "/home/ann/plan.csv: your plan\n"

static struct sitting given_session(bool private)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    s.w->private = private;
    return s;
}

/* research/reliability.md and the client: true, or not said. */
static const struct {
    struct left_found found;
    bool private;
    const char *said, *unsaid;
} carried[] = {
    {{.carried = "/media/ann", .stick = true}, true, PULL " " NOTHING, "There may be more"},
    {{.carried = "/media/ann", .stick = true}, false, PULL " " NOTHING, "Still where it was"},
    {{.carried = "/media/ann", .stick = true, .files = FILE_OF_YOURS},
     true,
     "Your plan is on the stick. You can pull it out.",
     NOTHING},
    {{.carried = "/media/ann", .stick = true, .unseen = true},
     true,
     "A folder could not be looked through. There may be more.",
     NOTHING},
    /* A private session writes no settings: those that are there are somebody else's. */
    {{.carried = "/media/ann", .stick = true, .settings = "/etc/s"},
     true,
     PULL " " NOTHING,
     "No words of yours"},
    {{.carried = "/media/ann", .stick = true, .settings = "/etc/s"},
     false,
     PULL " No words of yours are left here.",
     NOTHING},
    /* Nobody knows whether a disk that the computer uses itself can be pulled out. */
    {{.carried = "/home/stick"}, true, "Your plan is in /home/stick now.", PULL},
    {{.carried = "/home/stick"}, true, "your plan is still here.", NOTHING},
    {{.files = FILE_OF_YOURS}, true, "/home/ann/plan.csv: your plan", NOTHING},
    {{.unseen = true}, true, "There may be more.", "No file of a plan"},
    {{.files = ""}, true, "No file of a plan is left here.", PULL},
};

static bool page_says(const struct wizard *w, const char *words)
{
    for (size_t i = 0; i < w->page.count; i++)
        if (strstr(w->page.rows[i].text, words))
            return true;
    return false;
}

static void nothing_is_said_that_was_not_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(carried); i++) {
        struct sitting s = given_session(carried[i].private);
        struct left_found found = carried[i].found;
        found.files = found.files ? found.files : "";
        found.settings = found.settings ? found.settings : "";
        left_show(s.w, &found);
        sitting_expect_at(&s, PLACE_LEFT);
        if (!page_says(s.w, carried[i].said))
            fail_msg("case %zu does not say: %s", i, carried[i].said);
        if (page_says(s.w, carried[i].unsaid))
            fail_msg("case %zu says: %s", i, carried[i].unsaid);
        sitting_end(&s);
    }
}

static void who_leaves_a_private_session_is_shown_what_is_left_first(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    sitting_command(&s, CMD_QUIT);
    sitting_expect_at(&s, PLACE_LEFT);
    assert_false(s.w->effects & (unsigned)FX_QUIT);
    sitting_command(&s, CMD_BACK); /* and may stay all the same */
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_command(&s, CMD_QUIT);
    assert_true(wizard_command(s.w, CMD_QUIT, "") & (unsigned)FX_QUIT);
    sitting_end(&s);
}

static void who_leaves_at_home_is_shown_nothing(void **state)
{
    (void)state;
    struct sitting s = given_session(false);
    assert_true(wizard_command(s.w, CMD_QUIT, "") & (unsigned)FX_QUIT);
    sitting_end(&s);
}

static void a_plan_that_may_only_be_read_is_not_taken_along(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    s.w->opening.read_only = true;
    sitting_command(&s, CMD_TAKE);
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_command(&s, CMD_FILES);
    assert_false(sitting_has_row(&s, "Take my plan with me on a stick"));
    sitting_end(&s);
}

static void pictures_can_be_sent_away_where_they_were_copied(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    struct left_found found = {.files = FILE_OF_YOURS, .settings = "", .carried = "/media/ann"};
    left_show(s.w, &found);
    assert_false(sitting_has_row(&s, "Remove the pictures and recordings here"));
    found.pictures = true;
    left_show(s.w, &found);
    assert_true(sitting_has_row(&s, "Remove the pictures and recordings here"));
    sitting_end(&s);
}

/* A folder's name is no answer: nobody is held back for it when they leave. */
static void the_name_of_a_stick_is_no_answer(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    sitting_command(&s, CMD_TAKE);
    sitting_expect_at(&s, PLACE_TAKE);
    sitting_type(&s, "/media/an");
    sitting_command(&s, CMD_BACK);
    assert_null(wizard_any_draft(s.w));
    sitting_end(&s);
}

/* Where a folder is asked for, what looks like a stick is a row, and a word in plain lines. */

#define STICKS "/media/ann/STICK\n/media/bob/stick\n/mnt/B 2\n"

static void expect_asked(const struct sitting *s, const char *folder)
{
    sitting_expect_message(s, "There is no such folder."); /* to carry it to */
    if (strcmp(s->w->asked, folder) != 0)
        fail_msg("asked for %s, not %s", s->w->asked, folder);
}

static void a_stick_that_was_found_is_chosen(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    sitting_command(&s, CMD_TAKE);
    assert_false(sitting_has_row(&s, "/media/ann/STICK"));
    left_sticks(s.w, STICKS);
    sitting_open_row(&s, "/media/bob/stick");
    expect_asked(&s, "/media/bob/stick");
    sitting_end(&s);
}

static void a_stick_has_a_word_of_its_own_in_plain_lines(void **state)
{
    static const struct {
        const char *line, *folder;
    } lines[] = {
        {"stick", "/media/ann/STICK"},
        {"/media/bob/stick", "/media/bob/stick"},
        {"B 2", "/mnt/B 2"},
        {"/mnt/B 2/sub", "/mnt/B 2/sub"}, /* typing stays possible */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct sitting s = given_session(false);
        wizard_mode(s.w, MODE_PLAIN);
        sitting_command(&s, CMD_TAKE);
        left_sticks(s.w, STICKS);
        assert_true(page_says(s.w, "STICK: /media/ann/STICK"));
        assert_true(page_says(s.w, "/media/bob/stick: /media/bob/stick"));
        sitting_line(&s, lines[i].line);
        expect_asked(&s, lines[i].folder);
        sitting_end(&s);
    }
}

static void a_new_plan_is_kept_on_a_stick_that_was_found(void **state)
{
    (void)state;
    struct sitting s = given_session(true);
    struct place keep_as = place_of(PLACE_KEEP_AS);
    keep_as.number = 1;
    wizard_go(s.w, keep_as);
    left_sticks(s.w, STICKS);
    sitting_open_row(&s, "/media/ann/STICK/my-plan.csv");
    assert_string_equal(s.w->path, "/media/ann/STICK/my-plan.csv");
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_said_that_was_not_found),
        cmocka_unit_test(who_leaves_a_private_session_is_shown_what_is_left_first),
        cmocka_unit_test(who_leaves_at_home_is_shown_nothing),
        cmocka_unit_test(a_plan_that_may_only_be_read_is_not_taken_along),
        cmocka_unit_test(pictures_can_be_sent_away_where_they_were_copied),
        cmocka_unit_test(the_name_of_a_stick_is_no_answer),
        cmocka_unit_test(a_stick_that_was_found_is_chosen),
        cmocka_unit_test(a_stick_has_a_word_of_its_own_in_plain_lines),
        cmocka_unit_test(a_new_plan_is_kept_on_a_stick_that_was_found),
    };
    return cmocka_run_group_tests_name("left", tests, NULL, NULL);
}
