/*
 * The pages that ask for a passphrase: what is typed there is shown only where the person says so,
 * and stays nowhere.
 */
#include "supportplan/passphrase.h"

#include "scarce.h"
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
    sitting_open_row(&s, "Show no more what I type");
    sitting_expect_message(&s, "What you type is not shown now.");
    assert_false(picture_has(s.w, "kestrel"));
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

/* Every way there is to leave the page that says how it went. */
static void the_page_that_says_it_is_locked_is_left_by_any_key(void **state)
{
    static const enum command keys[] = {CMD_OPEN, CMD_NEXT, CMD_DONE, CMD_BACK};
    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct sitting s = given_lock_page();
        type_and_enter(&s, words);
        type_and_enter(&s, words);
        assert_true(sitting_has_row(&s, "Your plan is locked now."));
        sitting_command(&s, CMD_REDRAW); /* stays */
        sitting_expect_at(&s, PLACE_LOCK);
        if (keys[i] == CMD_OPEN)
            sitting_open_row(&s, "Back");
        else
            sitting_command(&s, keys[i]);
        if (wizard_at(s.w)->kind == PLACE_LOCK)
            fail_msg("key %zu: it is there still", i);
        sitting_end(&s);
    }
}

static void the_lock_of_a_locked_plan_can_be_taken_off(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    assert_false(sitting_has_row(&s, "Take the lock off this plan"));
    type_and_enter(&s, words);
    type_and_enter(&s, words);
    sitting_open_row(&s, "Back");
    sitting_command(&s, CMD_KEEP);
    sitting_open_row(&s, "A passphrase");
    sitting_open_row(&s, "Take the lock off this plan");
    assert_string_equal(s.passphrase, "");
    assert_false(s.w->pass.locked);
    sitting_end(&s);
}

static void other_words_are_drawn_for_who_asks(void **state)
{
    struct sitting s = given_lock_page();
    (void)state;
    wizard_focus(s.w, sitting_row(&s, "Four other words"));
    assert_int_equal(wizard_command(s.w, CMD_OPEN, "") & FX_WORDS, FX_WORDS);
    passphrase_offer(s.w, "lemon harp");
    assert_true(picture_has(s.w, "lemon harp"));
    passphrase_offer(s.w, NULL); /* there is no list of words */
    assert_true(sitting_has_row(&s, "Type four words or more of your own."));
    type_and_enter(&s, words);
    type_and_enter(&s, words);
    assert_string_equal(s.passphrase, words);
    sitting_end(&s);
}

/* The work takes a second, and the person may have gone on meanwhile. */
static void being_locked_is_known_wherever_the_person_is(void **state)
{
    struct sitting s = sitting_with("small", "/home/ann/plan.csv");
    enum place_kind at = wizard_at(s.w)->kind;
    (void)state;
    passphrase_done(s.w, true, "Your plan is locked now.");
    sitting_expect_at(&s, at);
    assert_true(s.w->pass.locked);
    sitting_end(&s);
    s = given_lock_page();
    passphrase_done(s.w, true, NULL); /* and nothing is to be told */
    assert_int_not_equal(wizard_at(s.w)->kind, PLACE_LOCK);
    sitting_end(&s);
}

/* No passphrase would mean that the lock is to go; half of one, that nobody knows it. Memory runs
 * out as the words are taken, the first time and the second. */
static void without_memory_no_other_passphrase_is_handed_over(void **state)
{
    (void)state;
    struct sitting s = given_lock_page();
    int handed = 0;
    for (int n = 0; n < 300; n++) {
        if (n % 2)
            type_and_enter(&s, words);
        wizard_focus(s.w, page_edit_row(&s.w->page));
        sitting_type(&s, words);
        scarce_after(n / 2);
        unsigned effects = wizard_command(s.w, CMD_OPEN, "");
        (void)scarce_hit();
        if (wizard_at(s.w)->number == 1) {
            wizard_focus(s.w, page_edit_row(&s.w->page));
            sitting_type(&s, words);
            effects = wizard_command(s.w, CMD_OPEN, "");
        }
        const char *typed = text_str(&s.w->pass.typed);
        if (strcmp(typed, effects & FX_LOCK ? words : "") != 0)
            fail_msg("round %d: '%s' is handed over", n, typed);
        handed += (effects & FX_LOCK) != 0;
        text_wipe(&s.w->pass.typed);
    }
    assert_in_range(handed, 1, 299);
    sitting_end(&s);
}

/* What there is no memory to say is left out; what is so is known. */
static void without_memory_the_pages_stand(void **state)
{
    (void)state;
    for (int n = 0; n < 4; n++) {
        struct sitting s = given_lock_page();
        scarce_after(n);
        passphrase_done(s.w, true, "Your plan is locked now.");
        assert_true(scarce_hit());
        assert_true(s.w->pass.locked);
        wizard_rebuild(s.w);
        sitting_end(&s);
        s = sitting_begin();
        scarce_after(n);
        passphrase_ask(s.w, "/home/ann/plan.csv.age", NULL);
        assert_true(scarce_hit());
        wizard_rebuild(s.w);
        sitting_end(&s);
    }
}

static void two_that_differ_are_asked_for_again(void **state)
{
    static const char *const others[] = {"purple kestrel tangi", "purple kestrel tangos", "purple"};
    struct sitting s = given_lock_page();
    (void)state;
    for (size_t i = 0; i < COUNT(others); i++) {
        type_and_enter(&s, words);
        type_and_enter(&s, others[i]);
        sitting_expect_message(&s, "The two were not the same. Type it again.");
        assert_string_equal(s.passphrase, "");
        assert_int_equal(wizard_at(s.w)->number, 0);
    }
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
        {"a corn tango walrus zebra", false},
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
    struct sitting s = sitting_begin();
    (void)state;
    assert_false(passphrase_may_lock(s.w)); /* there is none yet */
    sitting_end(&s);
    s = sitting_with("small", NULL);
    assert_false(passphrase_may_lock(s.w));
    sitting_end(&s);
    s = sitting_with("small", "/home/ann/plan.csv");
    assert_true(passphrase_may_lock(s.w));
    s.w->opening.read_only = true;
    assert_false(passphrase_may_lock(s.w));
    s.w->opening.read_only = false;
    s.w->trying = true;
    assert_false(passphrase_may_lock(s.w));
    s.w->trying = false;
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_shown_as_stars),
        cmocka_unit_test(what_is_typed_is_shown_to_who_asks_for_it),
        cmocka_unit_test(words_of_ones_own_are_typed_twice),
        cmocka_unit_test(the_page_that_says_it_is_locked_is_left_by_any_key),
        cmocka_unit_test(the_lock_of_a_locked_plan_can_be_taken_off),
        cmocka_unit_test(other_words_are_drawn_for_who_asks),
        cmocka_unit_test(being_locked_is_known_wherever_the_person_is),
        cmocka_unit_test(without_memory_no_other_passphrase_is_handed_over),
        cmocka_unit_test(without_memory_the_pages_stand),
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
