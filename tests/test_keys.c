/*
 * Writing on a real terminal: characters that arrive in pieces, pastes, keys, one's own editor.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "terminal.h"
#include "test.h"

struct desk {
    struct stage stage;
    struct terminal *t;
};

static int set_up(void **state)
{
    struct desk *d = calloc(1, sizeof *d);
    assert_non_null(d);
    stage_open(&d->stage);
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *d = *state;
    terminal_end(d->t);
    stage_close(&d->stage);
    free(d);
    return 0;
}

static const char plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                           "\"plan\",\"\",\"format\",\"1\"\n"
                           "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                           "\"about\",\"\",\"name\",\"Lee\"\n"
                           "\"end\",\"\",\"rows\",\"3\"\n";

static void open_plan(struct desk *d, const char *const env[])
{
    static const char *const words[] = {"plan.csv", NULL};
    stage_write(&d->stage, "plan.csv", plan, sizeof plan - 1);
    d->t = terminal_start(&d->stage, words, env, 24, 80);
}

/* The first question, where a long answer is written. */
static void open_question(struct desk *d, const char *const env[])
{
    static const char title[] = "What is important to me";
    open_plan(d, env);
    for (int i = 0; i < 30 && strncmp(terminal_at_cursor(d->t), title, strlen(title)) != 0; i++)
        terminal_key(d->t, "Down");
    terminal_key(d->t, "Enter");
    terminal_wait(d->t, "Question 1 of 4");
}

static void choose(struct desk *d, const char *row)
{
    for (int i = 0; i < 30 && strncmp(terminal_at_cursor(d->t), row, strlen(row)) != 0; i++)
        terminal_key(d->t, "Down");
    terminal_expect_cursor_at(d->t, row);
    terminal_key(d->t, "Enter");
}

static void expect_in_file(struct desk *d, const char *want)
{
    struct bytes b = stage_read(&d->stage, "plan.csv");
    bool there = b.data && strstr(b.data, want);
    if (!there)
        fail_msg("the plan has no %s:\n%s", want, b.data ? b.data : "(no file)");
    bytes_free(&b);
}

static void leave(struct desk *d)
{
    terminal_key(d->t, "Ctrl-q");
    assert_int_equal(terminal_wait_end(d->t), 0);
    terminal_end(d->t);
    d->t = NULL;
}

/* Characters */

static void send_apart(struct desk *d, const char *bytes)
{
    for (; *bytes; bytes++)
        terminal_send(d->t, bytes, 1);
}

static void a_character_whose_bytes_arrive_apart_is_one_character(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    send_apart(d, "caf\xc3\xa9 \xc2\xa3"
                  "5 \xe6\x97\xa5 \xf0\x9f\x8e\xb6.");
    leave(d);
    expect_in_file(d, "\"caf\xc3\xa9 \xc2\xa3"
                      "5 \xe6\x97\xa5 \xf0\x9f\x8e\xb6.\"");
}

/* An old terminal sends Latin-1: 0xe9 is an e with an acute, 0xa3 a pound sign. */
static void a_byte_that_is_no_utf8_is_a_letter_of_latin_1(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    send_apart(d, "caf\xe9 \xa3"
                  "5");
    leave(d);
    expect_in_file(d, "\"caf\xc3\xa9 \xc2\xa3"
                      "5\"");
}

/* Keys, as PuTTY sends them though it calls itself xterm, the console, and a vt220: whatever the
 * terminal is called, Home is Home, and F1 is help. */

static const char *const as_console[] = {"TERM=linux", NULL};
static const char *const as_vt100[] = {"TERM=vt100", NULL};
static const char *const *const called[] = {NULL, as_console, as_vt100};
static const char *const homes[] = {"\033[1~", "\033[7~", "\033[H", "\033OH"};
static const char *const helps[] = {"\033[11~", "\033OP", "\033[[A"};

static void send_keys(struct desk *d, const char *bytes)
{
    terminal_send(d->t, bytes, strlen(bytes));
}

static void keys_are_known_by_the_bytes_of_any_usual_terminal(void **state)
{
    struct desk *d = *state;
    for (size_t t = 0; t < COUNT(called); t++) {
        open_question(d, called[t]);
        terminal_type(d->t, "4");
        for (size_t i = 0; i < COUNT(homes); i++) {
            char digit[2] = {(char)('3' - (int)i), '\0'};
            send_keys(d, homes[i]);
            terminal_type(d->t, digit);
        }
        terminal_wait(d->t, "01234");
        for (size_t i = 0; i < COUNT(helps); i++) {
            send_keys(d, helps[i]);
            terminal_wait(d->t, "How it works");
            terminal_key(d->t, "Esc");
            terminal_wait(d->t, "Question 1 of 4");
        }
        leave(d);
        expect_in_file(d, "\"01234\"");
    }
}

/* Plain lines and back, in the middle of a word: the cursor is in the text again. */
static void a_key_leads_to_plain_questions_from_an_answer(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "Mine.");
    terminal_send(d->t, "\033[15~", 5);
    terminal_wait(d->t, "It says now: Mine.");
    terminal_type(d->t, "screen\n");
    terminal_wait(d->t, "Tab to the lines below");
    terminal_type(d->t, " Yes.");
    terminal_wait(d->t, "Mine. Yes.");
    terminal_key(d->t, "Alt-p");
    terminal_wait(d->t, "It says now: Mine. Yes.");
    terminal_type(d->t, "quit\n");
    assert_int_equal(terminal_wait_end(d->t), 0);
    terminal_end(d->t);
    d->t = NULL;
    expect_in_file(d, "\"Mine. Yes.\"");
}

/* Pastes, on a terminal that marks them and on one that does not */

static const char *const vt100[] = {"TERM=vt100", NULL};
static const char *const *const kinds[] = {NULL, vt100};

static void a_paste_is_one_step_and_its_controls_are_no_keys(void **state)
{
    struct desk *d = *state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        open_question(d, kinds[i]);
        terminal_type(d->t, "Mine. ");
        terminal_paste(d->t, "My garden,\rmy sister\x04 and\x11 choir\x07.\r");
        terminal_wait(d->t, "Mine. My garden,");
        terminal_wait(d->t, "my sister and choir.");
        terminal_key(d->t, "Ctrl-z");
        assert_false(terminal_shows(d->t, "garden"));
        terminal_wait(d->t, "Mine.");
        terminal_key(d->t, "Ctrl-y");
        leave(d);
        expect_in_file(d, "\"Mine. My garden,\nmy sister and choir.\n\"");
    }
}

static void a_paste_into_one_line_stays_there_with_blanks_for_newlines(void **state)
{
    struct desk *d = *state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        open_plan(d, kinds[i]);
        choose(d, "About me");
        terminal_wait(d->t, "What do you want to call this plan?");
        terminal_key(d->t, "Ctrl-u");
        terminal_paste(d->t, "Lee\rArkwright Smith\r");
        terminal_wait(d->t, "Lee Arkwright Smith");
        terminal_expect_cursor_at(d->t, "");
        leave(d);
        expect_in_file(d, "\"title\",\"Lee Arkwright Smith\"");
    }
}

static void a_paste_where_nothing_is_typed_does_nothing_but_say_so(void **state)
{
    struct desk *d = *state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        open_plan(d, kinds[i]);
        const char *was = terminal_at_cursor(d->t);
        char at[100];
        snprintf(at, sizeof at, "%s", was);
        terminal_paste(d->t, "kqkqkqkqkqkq\rk\x11");
        terminal_wait(d->t, "Nothing can be typed here.");
        terminal_expect_cursor_at(d->t, at);
        leave(d);
    }
}

static void a_marked_paste_may_come_in_pieces_and_lose_its_end(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_send(d->t, "\x1b[200~tea \xc3", 11);
    assert_false(terminal_shows(d->t, "tea"));
    terminal_send(d->t, "\xa9 two\x1b[201~", 11);
    terminal_wait(d->t, "tea \xc3\xa9 two");
    terminal_send(d->t, "\x1b[200~ three", 12);
    terminal_key(d->t, "F2");
    terminal_wait(d->t, "Question 2 of 4");
    leave(d);
    expect_in_file(d, "\"tea \xc3\xa9 two three\"");
}

/* Keys */

static void ctrl_d_is_done_at_the_end_of_a_line_and_else_takes_a_letter(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "teaa");
    terminal_keys(d->t, "Left Ctrl-d");
    terminal_wait(d->t, "Question 1 of 4");
    terminal_keys(d->t, "Ctrl-d");
    terminal_wait(d->t, "Question 2 of 4");
    terminal_key(d->t, "Ctrl-d");
    terminal_wait(d->t, "Question 3 of 4");
    leave(d);
    expect_in_file(d, "\"text\",\"tea\"");
}

static void ctrl_c_asks_once_and_then_leaves_with_all_kept(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "tea");
    terminal_key(d->t, "Ctrl-c");
    terminal_wait(d->t, "Leave? Your answers are kept.");
    terminal_type(d->t, " first");
    terminal_key(d->t, "Ctrl-c");
    terminal_wait(d->t, "Leave? Your answers are kept.");
    terminal_key(d->t, "Ctrl-c");
    assert_int_equal(terminal_wait_end(d->t), 0);
    expect_in_file(d, "\"tea first\"");
}

static void typing_is_undone_and_redone_without_chords(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "tea first");
    terminal_key(d->t, "Tab");
    choose(d, "Undo typing");
    terminal_wait(d->t, "tea");
    assert_false(terminal_shows(d->t, "tea first"));
    choose(d, "Redo typing");
    terminal_wait(d->t, "tea first");
    leave(d);
    expect_in_file(d, "\"tea first\"");
}

static void a_screen_up_and_down_stays_in_a_long_answer(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    for (int i = 1; i <= 40; i++) {
        char line[32];
        snprintf(line, sizeof line, "line %d\n", i);
        terminal_type(d->t, line);
    }
    terminal_key(d->t, "PgUp");
    terminal_wait(d->t, "line 25");
    assert_false(terminal_shows(d->t, "line 40"));
    terminal_key(d->t, "PgDn");
    terminal_wait(d->t, "line 40");
    leave(d);
}

static void a_screen_beyond_the_end_is_the_next_question_and_back(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "tea");
    terminal_keys(d->t, "Tab PgDn"); /* all of the question is in sight */
    terminal_wait(d->t, "Question 2 of 4");
    terminal_key(d->t, "PgUp");
    terminal_wait(d->t, "Question 1 of 4");
    leave(d);
    expect_in_file(d, "\"tea\"");
}

static void the_start_and_the_end_of_an_answer_have_a_key(void **state)
{
    struct desk *d = *state;
    open_question(d, NULL);
    terminal_type(d->t, "two\nthree");
    terminal_key(d->t, "Ctrl-Home");
    terminal_type(d->t, "one\n");
    terminal_key(d->t, "Ctrl-End");
    terminal_type(d->t, ", four");
    leave(d);
    expect_in_file(d, "\"one\ntwo\nthree, four\"");
}

/* One's own editor */

/* An editor that notes where its file is and who may read it, and adds a line to what is there. */
static const char editor[] = "#!/bin/sh\n"
                             "stat -c %a \"$2\" > mode\n"
                             "dirname \"$2\" > where\n"
                             "cat \"$2\" > before\n"
                             "printf ' and more\\nfrom %s.\\n' \"$1\" >> \"$2\"\n";

static const char *const with_editor[] = {"EDITOR=./my-editor here", NULL};

static void give_editor(struct desk *d, const char *script)
{
    stage_write(&d->stage, "my-editor", script, strlen(script));
    assert_int_equal(chmod(stage_path(&d->stage, "my-editor"), 0700), 0);
}

static void expect_file(struct desk *d, const char *name, const char *want)
{
    struct bytes b = stage_read(&d->stage, name);
    if (!b.data || strcmp(b.data, want) != 0)
        fail_msg("%s holds '%s' and not '%s'", name, b.data ? b.data : "nothing", want);
    bytes_free(&b);
}

static void an_answer_goes_to_ones_own_editor_and_back(void **state)
{
    struct desk *d = *state;
    give_editor(d, editor);
    open_question(d, with_editor);
    terminal_type(d->t, "tea");
    terminal_key(d->t, "Tab");
    choose(d, "Write in my own editor");
    terminal_wait(d->t, "tea and more");
    terminal_wait(d->t, "from here.");
    expect_file(d, "mode", "600\n");
    expect_file(d, "where", ".\n");
    expect_file(d, "before", "tea");
    assert_false(stage_has(&d->stage, "plan-answer.txt"));
    expect_in_file(d, "\"tea and more\nfrom here.\"");
    terminal_key(d->t, "Ctrl-z");
    terminal_expect_cursor_at(d->t, "");
    assert_false(terminal_shows(d->t, "from here."));
    leave(d);
    expect_in_file(d, "\"tea\"");
}

static void what_an_editor_did_not_end_well_with_is_not_thrown_away(void **state)
{
    struct desk *d = *state;
    give_editor(d, "#!/bin/sh\necho lost >> \"$2\"\nexit 1\n");
    open_question(d, with_editor);
    terminal_type(d->t, "tea");
    terminal_key(d->t, "Tab");
    choose(d, "Write in my own editor");
    terminal_wait(d->t, "Your text is still in");
    expect_file(d, "plan-answer.txt", "tealost\n");
    leave(d);
    expect_in_file(d, "\"tea\"");
}

static void an_editor_that_is_not_there_or_not_named_changes_nothing(void **state)
{
    static const char *const none[] = {"EDITOR=./no-such-editor", NULL};
    struct desk *d = *state;
    open_question(d, none);
    terminal_type(d->t, "tea");
    terminal_keys(d->t, "Tab Ctrl-e");
    terminal_wait(d->t, "Your editor did not end well.");
    assert_false(stage_has(&d->stage, "plan-answer.txt"));
    leave(d);
    open_question(d, NULL);
    terminal_keys(d->t, "Tab e");
    terminal_wait(d->t, "I don't know your editor.");
    leave(d);
}

#define DESK_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_character_whose_bytes_arrive_apart_is_one_character),
        DESK_TEST(a_byte_that_is_no_utf8_is_a_letter_of_latin_1),
        DESK_TEST(keys_are_known_by_the_bytes_of_any_usual_terminal),
        DESK_TEST(a_key_leads_to_plain_questions_from_an_answer),
        DESK_TEST(a_paste_is_one_step_and_its_controls_are_no_keys),
        DESK_TEST(a_paste_into_one_line_stays_there_with_blanks_for_newlines),
        DESK_TEST(a_paste_where_nothing_is_typed_does_nothing_but_say_so),
        DESK_TEST(a_marked_paste_may_come_in_pieces_and_lose_its_end),
        DESK_TEST(ctrl_d_is_done_at_the_end_of_a_line_and_else_takes_a_letter),
        DESK_TEST(ctrl_c_asks_once_and_then_leaves_with_all_kept),
        DESK_TEST(typing_is_undone_and_redone_without_chords),
        DESK_TEST(a_screen_up_and_down_stays_in_a_long_answer),
        DESK_TEST(a_screen_beyond_the_end_is_the_next_question_and_back),
        DESK_TEST(the_start_and_the_end_of_an_answer_have_a_key),
        DESK_TEST(an_answer_goes_to_ones_own_editor_and_back),
        DESK_TEST(what_an_editor_did_not_end_well_with_is_not_thrown_away),
        DESK_TEST(an_editor_that_is_not_there_or_not_named_changes_nothing),
    };
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
