#include "test.h"

#include "sitting.h"
#include "supportplan/aloud.h"

#define PLAN(ROWS, N)                                                                              \
    "\"section\",\"item\",\"field\",\"value\"\n"                                                   \
    "\"plan\",\"\",\"format\",\"1\"\n"                                                             \
    "\"plan\",\"\",\"form\",\"seven-questions\"\n" ROWS "\"end\",\"\",\"rows\",\"" N "\"\n"

static const char two_answers[] =
    PLAN("\"answer\",\"important\",\"text\",\"My garden. Is it 9.30? Yes! And tea\n\n second "
         "line.\"\n"
         "\"answer\",\"good-day\",\"text\",\"A slow one.\"\n"
         "\"answer\",\"good-day\",\"voice\",\"mine\"\n",
         "5");

static struct sitting given(const char *plan)
{
    struct sitting s = sitting_begin();
    sitting_open_bytes(&s, plan, strlen(plan), "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    return s;
}

/* The sentence that is read. */
static const char *sentence(const struct sitting *s)
{
    for (size_t i = 0; i < s->w->page.count; i++)
        if (s->w->page.rows[i].role == ROW_TEXT)
            return s->w->page.rows[i].text;
    return "";
}

static void an_answer_is_read_sentence_by_sentence(void **state)
{
    static const char *const want[] = {"My garden.", "Is it 9.30?",  "Yes!",
                                       "And tea",    "second line.", "A slow one."};
    struct sitting s = given(two_answers);
    struct aloud r = {0};
    (void)state;
    aloud_make(s.w, &r);
    assert_int_equal(r.count, COUNT(want));
    for (size_t i = 0; i < COUNT(want); i++)
        if (strcmp(r.list[i].words, want[i]) != 0 || r.list[i].last != (i >= 4))
            fail_msg("sentence %zu is '%s'", i, r.list[i].words);
    aloud_free(&r);
    sitting_end(&s);
}

static void a_yes_to_the_last_sentence_notes_whose_words_and_when(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    sitting_line(&s, "read");
    for (int i = 0; i < 4; i++)
        sitting_line(&s, "");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "important", NULL);
    sitting_line(&s, "yes");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "important", "2026-11-21");
    sitting_expect_fact(&s, F_ANSWER_VOICE, "important", "agreed");
    /* who has said that the words are their own need not agree to them */
    sitting_line(&s, "y");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "good-day", "2026-11-21");
    sitting_expect_fact(&s, F_ANSWER_VOICE, "good-day", "mine");
    assert_true(sitting_has_row(&s, "That was all of it."));
    sitting_line(&s, "");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_line(&s, "undo");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "good-day", NULL);
    sitting_end(&s);
}

static void enter_is_yes_and_c_is_change_on_a_screen_too(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    sitting_command(&s, CMD_READ);
    sitting_command(&s, CMD_OPEN);
    assert_string_equal(sentence(&s), "Is it 9.30?");
    sitting_command(&s, CMD_COPY); /* the key c */
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_type(&s, " More.");
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_READ);
    assert_string_equal(sentence(&s), "Is it 9.30?");
    sitting_end(&s);
}

/* The row was chosen, and not the letter: it would be in hand again. */
static void enter_is_yes_after_a_change_too(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    wizard_mode(s.w, MODE_FULL);
    sitting_command(&s, CMD_READ);
    wizard_focus(s.w, sitting_row(&s, "Change it"));
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_READ);
    assert_int_equal(wizard_at(s.w)->focus, sitting_row(&s, "Yes, that is right"));
    sitting_end(&s);
}

static void a_change_is_made_on_the_answers_own_page_and_comes_back(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    sitting_line(&s, "read");
    sitting_line(&s, "");
    sitting_line(&s, "c");
    sitting_expect_at(&s, PLACE_PAGE);
    assert_string_equal(place_page(s.w, wizard_at(s.w))->answer, "important");
    sitting_line(&s, "My sister.");
    sitting_expect_at(&s, PLACE_READ);
    assert_string_equal(sentence(&s), "My sister.");
    sitting_end(&s);
}

static void what_is_changed_after_it_was_agreed_is_agreed_no_more(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    sitting_line(&s, "read");
    for (int i = 0; i < 5; i++)
        sitting_line(&s, "");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "important", "2026-11-21");
    sitting_go_field(&s, F_ANSWER_TEXT, "important");
    sitting_line(&s, "Something else.");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "important", NULL);
    sitting_line(&s, "undo");
    sitting_expect_fact(&s, F_ANSWER_AGREED, "important", "2026-11-21");
    sitting_end(&s);
}

static void a_reading_that_is_broken_off_goes_on_with_what_was_not_agreed(void **state)
{
    struct sitting s = given(two_answers);
    (void)state;
    sitting_line(&s, "read");
    for (int i = 0; i < 5; i++)
        sitting_line(&s, "");
    assert_string_equal(sentence(&s), "A slow one.");
    sitting_line(&s, "stop");
    sitting_expect_at(&s, PLACE_TASKS);
    /* another day: all that is known is in the file */
    struct sitting again = sitting_begin();
    sitting_open_bytes(&again, s.file, s.file_len, "/home/ann/plan.csv");
    sitting_carry(&again, again.w->effects);
    sitting_line(&again, "read");
    assert_string_equal(sentence(&again), "A slow one.");
    sitting_end(&again);
    sitting_end(&s);
}

/* Every sentence of every example can be changed where it comes from, and one comes back. */
static void every_sentence_leads_to_its_place_and_back(void **state)
{
    (void)state;
    for (size_t e = 0; e < COUNT(sitting_examples); e++) {
        struct sitting s = sitting_with(sitting_examples[e], "/home/ann/plan.csv");
        struct aloud r = {0};
        aloud_make(s.w, &r);
        assert_true(r.count > 20);
        sitting_command(&s, CMD_READ);
        for (size_t i = 0; i < r.count; i++) {
            char was[400];
            snprintf(was, sizeof was, "%s", sentence(&s));
            sitting_command(&s, CMD_COPY);
            if (wizard_at(s.w)->kind == PLACE_READ || wizard_at(s.w)->kind == PLACE_TASKS)
                fail_msg("%s: '%s' leads nowhere", sitting_examples[e], was);
            sitting_command(&s, CMD_BACK);
            sitting_expect_at(&s, PLACE_READ);
            assert_string_equal(was, sentence(&s));
            sitting_command(&s, CMD_OPEN);
        }
        assert_true(sitting_has_row(&s, "That was all of it."));
        aloud_free(&r);
        sitting_end(&s);
    }
}

static void an_empty_plan_has_nothing_to_read(void **state)
{
    struct sitting s = given(PLAN("", "2"));
    (void)state;
    sitting_line(&s, "read");
    assert_true(sitting_has_row(&s, "There is nothing to read yet."));
    sitting_line(&s, "");
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_read_sentence_by_sentence),
        cmocka_unit_test(a_yes_to_the_last_sentence_notes_whose_words_and_when),
        cmocka_unit_test(enter_is_yes_and_c_is_change_on_a_screen_too),
        cmocka_unit_test(enter_is_yes_after_a_change_too),
        cmocka_unit_test(a_change_is_made_on_the_answers_own_page_and_comes_back),
        cmocka_unit_test(what_is_changed_after_it_was_agreed_is_agreed_no_more),
        cmocka_unit_test(a_reading_that_is_broken_off_goes_on_with_what_was_not_agreed),
        cmocka_unit_test(every_sentence_leads_to_its_place_and_back),
        cmocka_unit_test(an_empty_plan_has_nothing_to_read),
    };
    return cmocka_run_group_tests_name("aloud", tests, NULL, NULL);
}
