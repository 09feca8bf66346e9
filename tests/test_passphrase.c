/*
 * The pages that ask for a passphrase: what is typed there is shown only where the person says so,
 * and stays nowhere.
 */
#include "supportplan/passphrase.h"

#include "sitting.h"
#include "supportplan/paint.h"
#include "test.h"

static const char words[] = "purple kestrel tango";

static struct sitting given_lock_page(void)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    sitting_command(&s, CMD_KEEP);
    sitting_open_row(&s, "A passphrase");
    sitting_expect_at(&s, PLACE_LOCK);
    return s;
}

static void type_and_enter(struct sitting *s, const char *typed)
{
    wizard_focus(s->w, page_edit_row(&s->w->page));
    sitting_type(s, typed);
    sitting_command(s, CMD_OPEN);
}

static bool picture_has(const struct wizard *w, const char *wanted)
{
    struct canvas c;
    struct text t = {0};
    assert_int_equal(canvas_init(&c, 24, 80), ST_OK);
    (void)paint_wizard(w, CHARSET_UTF8, &c);
    canvas_text(&c, false, &t);
    bool has = strstr(text_str(&t), wanted) != NULL;
    text_free(&t);
    canvas_free(&c);
    return has;
}

/* What the session keeps of it: as a draft, for a journal, in hand. */
static bool is_kept(const struct wizard *w, const char *typed)
{
    struct draft d;
    bool kept = strstr(text_str(&w->edit.text), typed) != NULL;
    for (size_t i = 0; i < w->draft_count; i++)
        kept = kept || strstr(w->drafts[i].text, typed);
    for (size_t i = 0; wizard_typed(w, i, &d); i++)
        kept = kept || strstr(d.text, typed);
    return kept;
}

static void what_is_typed_is_shown_as_stars(void **state)
{
    struct sitting s = given_lock_page();
    struct draft d;
    (void)state;
    wizard_focus(s.w, page_edit_row(&s.w->page));
    sitting_type(&s, words);
    assert_false(picture_has(s.w, "kestrel"));
    assert_true(picture_has(s.w, "********************")); /* 20 letters and blanks */
    assert_false(wizard_typed(s.w, 0, &d));
    sitting_end(&s);
}

static void what_is_typed_is_shown_to_who_asks_for_it(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    sitting_open_row(&s, "Show what I type");
    wizard_focus(s.w, page_edit_row(&s.w->page));
    sitting_type(&s, words);
    assert_true(picture_has(s.w, words));
    assert_false(is_kept(s.w, "no such words"));
    sitting_end(&s);
}

static void words_of_ones_own_are_typed_twice(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    type_and_enter(&s, words);
    assert_string_equal(s.passphrase, "");
    assert_false(is_kept(s.w, "kestrel"));
    type_and_enter(&s, words);
    assert_string_equal(s.passphrase, words);
    assert_true(s.w->pass.locked);
    assert_true(sitting_has_row(&s, "Your plan is locked now."));
    assert_false(is_kept(s.w, "kestrel"));
    assert_int_equal(s.w->pass.first.len, 0);
    sitting_end(&s);
}

static void two_that_differ_are_asked_for_again(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    type_and_enter(&s, words);
    type_and_enter(&s, "purple kestrel tangi");
    sitting_expect_message(&s, "The two were not the same. Type it again.");
    assert_string_equal(s.passphrase, "");
    assert_int_equal(wizard_at(s.w)->number, 0);
    type_and_enter(&s, words);
    type_and_enter(&s, words);
    assert_string_equal(s.passphrase, words);
    sitting_end(&s);
}

/* Without a word it is the lock that goes: that is for who asks for it. */
static void what_could_not_be_locked_is_not_unlocked_by_enter(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    type_and_enter(&s, words);
    wizard_focus(s.w, page_edit_row(&s.w->page));
    sitting_type(&s, words);
    assert_int_equal(wizard_command(s.w, CMD_OPEN, "") & FX_LOCK, FX_LOCK);
    text_wipe(&s.w->pass.typed);
    wizard_trouble(s.w, "Nothing was changed."); /* as the door says where the disk is full */
    for (int time = 0; time < 2; time++) {
        wizard_focus(s.w, page_edit_row(&s.w->page));
        assert_int_equal(wizard_command(s.w, CMD_OPEN, "") & FX_LOCK, 0);
        sitting_expect_at(&s, PLACE_LOCK);
    }
    type_and_enter(&s, words);
    type_and_enter(&s, words);
    assert_string_equal(s.passphrase, words);
    sitting_end(&s);
}

/* The sitting offers "acorn tango walrus zebra". */
static void words_that_are_offered_are_typed_once_however_they_are_spaced(void **state)
{
    static const struct {
        const char *typed;
        bool offered;
    } cases[] = {
        {"acorn tango walrus zebra", true},   {"Acorn  TANGO walrus zebra ", true},
        {"acorn tango walrus zebras", false}, {"acorn tango walrus", false},
        {"acorntangowalruszebra", false},     {"acorn tango walrus zebra x", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = given_lock_page();
        type_and_enter(&s, cases[i].typed);
        bool taken = strcmp(s.passphrase, "acorn tango walrus zebra") == 0;
        if (taken != cases[i].offered)
            fail_msg("'%s': it is '%s'", cases[i].typed, s.passphrase);
        sitting_end(&s);
    }
}

static void a_short_one_is_not_taken(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    type_and_enter(&s, "tango tan"); /* nine */
    sitting_expect_message(&s, "A short one can be guessed. Type four words or more.");
    assert_int_equal(wizard_at(s.w)->number, 0);
    sitting_end(&s);
}

static void in_plain_lines_what_sounds_like_a_command_is_typed(void **state)
{
    static const char *const lines[] = {"keep my money safe", "save it for sunday", "12345678901",
                                        "why cost year", "copy mon to tue-fri"};
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct sitting s = given_lock_page();
        s.w->mode = MODE_PLAIN;
        sitting_line(&s, lines[i]);
        sitting_line(&s, lines[i]);
        if (strcmp(s.passphrase, lines[i]) != 0)
            fail_msg("'%s': it is '%s'", lines[i], s.passphrase);
        sitting_end(&s);
    }
}

static void a_locked_plan_asks_as_often_as_it_takes(void **state)
{
    struct sitting s = sitting_begin();
    (void)state;
    passphrase_ask(s.w, "/home/ann/plan.csv.age", NULL);
    for (int time = 0; time < 3; time++) {
        sitting_expect_at(&s, PLACE_UNLOCK);
        assert_true(picture_has(s.w, "/home/ann/plan.csv.age"));
        wizard_focus(s.w, page_edit_row(&s.w->page));
        wizard_type(s.w, words, strlen(words), false);
        assert_false(picture_has(s.w, "kestrel"));
        assert_int_equal(wizard_command(s.w, CMD_OPEN, "") & FX_UNLOCK, FX_UNLOCK);
        assert_string_equal(text_str(&s.w->pass.typed), words);
        passphrase_ask(s.w, "/home/ann/plan.csv.age", "That is not it.");
        sitting_expect_message(&s, "That is not it.");
    }
    sitting_command(&s, CMD_BACK);
    sitting_expect_at(&s, PLACE_START);
    sitting_end(&s);
}

static void nothing_typed_opens_nothing(void **state)
{
    struct sitting s = sitting_begin();
    (void)state;
    passphrase_ask(s.w, "plan.csv.age", NULL);
    assert_int_equal(wizard_command(s.w, CMD_OPEN, "") & FX_UNLOCK, 0);
    sitting_expect_message(&s, "Type the passphrase of this plan.");
    sitting_end(&s);
}

static void an_example_and_a_plan_to_read_are_not_locked(void **state)
{
    struct sitting s = sitting_with("small", NULL);
    (void)state;
    assert_false(passphrase_may_lock(s.w));
    sitting_end(&s);
    s = sitting_with("small", "/home/ann/plan.csv");
    assert_true(passphrase_may_lock(s.w));
    s.w->opening.read_only = true;
    assert_false(passphrase_may_lock(s.w));
    s.w->opening.read_only = false;
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_shown_as_stars),
        cmocka_unit_test(what_is_typed_is_shown_to_who_asks_for_it),
        cmocka_unit_test(words_of_ones_own_are_typed_twice),
        cmocka_unit_test(two_that_differ_are_asked_for_again),
        cmocka_unit_test(what_could_not_be_locked_is_not_unlocked_by_enter),
        cmocka_unit_test(words_that_are_offered_are_typed_once_however_they_are_spaced),
        cmocka_unit_test(a_short_one_is_not_taken),
        cmocka_unit_test(in_plain_lines_what_sounds_like_a_command_is_typed),
        cmocka_unit_test(a_locked_plan_asks_as_often_as_it_takes),
        cmocka_unit_test(nothing_typed_opens_nothing),
        cmocka_unit_test(an_example_and_a_plan_to_read_are_not_locked),
    };
    return cmocka_run_group_tests_name("passphrase", tests, NULL, NULL);
}
