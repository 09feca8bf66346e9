/*
 * The program and its terminal: what it takes and gives back, what signals do, what it remembers
 * of how a person likes it.
 */
#define _GNU_SOURCE /* memmem */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "terminal.h"
#include "test.h"

struct faces_test {
    struct stage stage;
    struct terminal *t;
};

static int set_up(void **state)
{
    struct faces_test *f = calloc(1, sizeof *f);
    assert_non_null(f);
    stage_open(&f->stage);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct faces_test *f = *state;
    terminal_end(f->t);
    stage_close(&f->stage);
    free(f);
    return 0;
}

static void start(struct faces_test *f, const char *word, const char *env, int rows, int cols)
{
    const char *const words[] = {word, NULL}, *const envs[] = {env, NULL};
    terminal_end(f->t);
    f->t = terminal_start(&f->stage, words, envs, rows, cols);
}

static bool sent(const struct faces_test *f, const char *bytes)
{
    const struct bytes *all = terminal_bytes(f->t);
    return memmem(all->data, all->len, bytes, strlen(bytes)) != NULL;
}

/* Signals */

static const struct {
    int signal, status;
} ends[] = {{SIGHUP, 129}, {SIGINT, 130}, {SIGQUIT, 131}, {SIGTERM, 143}};

static void an_end_by_a_signal_is_told_and_gives_the_screen_back(void **state)
{
    struct faces_test *f = *state;
    for (size_t i = 0; i < COUNT(ends); i++) {
        start(f, NULL, NULL, 24, 80);
        terminal_wait(f->t, "Start a new plan");
        assert_true(terminal_has_other_screen(f->t));
        terminal_signal(f->t, ends[i].signal);
        int status = terminal_wait_end(f->t);
        if (status != ends[i].status)
            fail_msg("signal %d: exit status %d", ends[i].signal, status);
        assert_false(terminal_has_other_screen(f->t));
    }
}

static void a_program_that_breaks_gives_the_screen_back(void **state)
{
    static const int breaks[] = {SIGABRT, SIGSEGV};
    struct faces_test *f = *state;
    for (size_t i = 0; i < COUNT(breaks); i++) {
        start(f, NULL, NULL, 24, 80);
        terminal_wait(f->t, "Start a new plan");
        terminal_signal(f->t, breaks[i]);
        assert_int_not_equal(terminal_wait_end(f->t), 0);
        if (terminal_has_other_screen(f->t))
            fail_msg("signal %d: the terminal was not given back", breaks[i]);
    }
}

/* A terminal's only program would never be woken again. */
static void without_a_shell_it_does_not_stop(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_signal(f->t, SIGTSTP);
    terminal_wait(f->t, "There is no shell here");
    terminal_key(f->t, "Down");
    terminal_wait(f->t, "Start a new plan");
}

/* Leaving */

static void a_newline_goes_before_the_screen_is_given_back(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_key(f->t, "q");
    assert_int_equal(terminal_wait_end(f->t), 0);
    const struct bytes *all = terminal_bytes(f->t);
    const char *end = memmem(all->data, all->len, "\033[?1049l", 8);
    const char *newline = memmem(all->data, all->len, "\r\n", 2);
    assert_non_null(end);
    assert_non_null(newline);
    assert_true(newline < end);
    /* nobody's own lines above are cleared where there is another screen to leave */
    assert_false(sent(f, "\033[3J"));
}

static void without_another_screen_what_was_shown_is_cleared(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, "TERM=linux", 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_key(f->t, "q");
    assert_int_equal(terminal_wait_end(f->t), 0);
    assert_false(terminal_shows(f->t, "Start a new plan"));
    assert_true(sent(f, "\033[2J\033[3J"));
}

/* What is remembered */

static void expect_mode_of(struct faces_test *f, const char *name, unsigned mode)
{
    struct stat st;
    assert_int_equal(stat(stage_path(&f->stage, name), &st), 0);
    if ((st.st_mode & 0777) != mode)
        fail_msg("%s has the mode %o", name, (unsigned)(st.st_mode & 0777));
}

static void the_way_it_is_shown_is_remembered(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, NULL, 24, 80);
    terminal_expect_cursor_at(f->t, "Press s for screen-reader lines");
    terminal_key(f->t, "s");
    terminal_wait(f->t, "f full screen");
    terminal_key(f->t, "q");
    assert_int_equal(terminal_wait_end(f->t), 0);
    expect_mode_of(f, ".config", 0700);
    expect_mode_of(f, ".config/supportplan", 0700);
    expect_mode_of(f, ".config/supportplan/settings", 0600);
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "f full screen");
    terminal_expect_cursor_at(f->t, "1 Start a new plan");
}

static void the_command_line_goes_before_what_is_remembered_and_changes_nothing(void **state)
{
    static const char settings[] = "mode = plain\nvoice = slow\n";
    struct faces_test *f = *state;
    assert_int_equal(mkdir(stage_path(&f->stage, "xdg"), 0700), 0);
    assert_int_equal(mkdir(stage_path(&f->stage, "xdg/supportplan"), 0700), 0);
    stage_write(&f->stage, "xdg/supportplan/settings", settings, sizeof settings - 1);
    char xdg[300];
    snprintf(xdg, sizeof xdg, "XDG_CONFIG_HOME=%s", stage_path(&f->stage, "xdg"));
    start(f, "--screen-reader", xdg, 24, 80);
    terminal_wait(f->t, "f full screen");
    terminal_key(f->t, "q");
    assert_int_equal(terminal_wait_end(f->t), 0);
    struct bytes now = stage_read(&f->stage, "xdg/supportplan/settings");
    assert_string_equal(now.data, settings);
    bytes_free(&now);
}

static void where_nothing_can_be_written_the_choice_still_counts(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, "HOME=/proc", 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_key(f->t, "s");
    terminal_wait(f->t, "f full screen");
    terminal_wait(f->t, "Your choice counts for now.");
}

/* Terminals */

static void a_terminal_that_is_not_known_is_used_like_its_kind(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, "TERM=xterm-of-tomorrow", 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_wait(f->t, "The terminal xterm-of-tomorrow is not known here.");
}

static void a_window_that_is_too_small_offers_plain_questions(void **state)
{
    struct faces_test *f = *state;
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    terminal_resize(f->t, 5, 29);
    terminal_wait(f->t, "press p for");
    terminal_key(f->t, "p");
    terminal_wait(f->t, "Which?");
    assert_false(terminal_has_other_screen(f->t));
}

/* The first colour that was sent and is not one of the eight on the terminal's own ground: among
 * what stands between "ESC [" and "m" 30 to 37 and 39 (its own) may, 38 and 40 to 107 may not. */
static int first_color(const struct faces_test *f, int from, int to)
{
    const struct bytes *all = terminal_bytes(f->t);
    for (size_t i = 0; i + 2 < all->len; i++) {
        if (all->data[i] != '\033' || all->data[i + 1] != '[')
            continue;
        const char *end = all->data + i + 2 + strspn(all->data + i + 2, "0123456789;");
        for (const char *at = all->data + i + 2; *end == 'm' && at < end;
             at += strcspn(at, ";m") + 1)
            if (atoi(at) >= from && atoi(at) <= to)
                return atoi(at);
    }
    return 0;
}

static void colours_are_at_most_eight_and_can_be_none(void **state)
{
    struct faces_test *f = *state;
    start(f, "--no-color", NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    assert_int_equal(first_color(f, 30, 107), 0);
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    assert_int_equal(first_color(f, 38, 38), 0);
    assert_int_equal(first_color(f, 40, 48), 0);
    assert_int_equal(first_color(f, 90, 107), 0);
}

/* The mouse */

static void the_mouse_is_off_until_it_is_asked_for(void **state)
{
    static const char settings[] = "mouse = on\n";
    struct faces_test *f = *state;
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    assert_false(sent(f, "1000h"));
    assert_int_equal(mkdir(stage_path(&f->stage, ".config"), 0700), 0);
    assert_int_equal(mkdir(stage_path(&f->stage, ".config/supportplan"), 0700), 0);
    stage_write(&f->stage, ".config/supportplan/settings", settings, sizeof settings - 1);
    start(f, NULL, NULL, 24, 80);
    terminal_wait(f->t, "Start a new plan");
    assert_true(sent(f, "1000h"));
    /* the sixth row from the top holds "3  Look at an example" */
    terminal_send(f->t, "\033[<0;10;6M\033[<0;10;6m", 20);
    terminal_expect_cursor_at(f->t, "Look at an example");
    terminal_send(f->t, "\033[<0;10;6M\033[<0;10;6m", 20);
    terminal_wait(f->t, "These people are invented.");
}

/* Rule 19: a question to the terminal can hang the program, and eats the first keys. */
static void the_terminal_is_asked_nothing(void **state)
{
    static const char *const queries[] = {"\033[c",   "\033[0c", "\033[>c", "\033[5n",  "\033[6n",
                                          "\033[?6n", "\033]",   "\033P",   "\033[14t", "\033[18t"};
    static const char *const words[] = {NULL, "--screen-reader"};
    struct faces_test *f = *state;
    for (size_t w = 0; w < COUNT(words); w++) {
        start(f, words[w], NULL, 24, 80);
        terminal_wait(f->t, "Start a new plan");
        terminal_keys(f->t, "F1 Esc q");
        assert_int_equal(terminal_wait_end(f->t), 0);
        for (size_t i = 0; i < COUNT(queries); i++)
            if (sent(f, queries[i]))
                fail_msg("%s was sent", queries[i] + 1);
    }
}

#define FACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FACE(an_end_by_a_signal_is_told_and_gives_the_screen_back),
        FACE(a_program_that_breaks_gives_the_screen_back),
        FACE(without_a_shell_it_does_not_stop),
        FACE(a_newline_goes_before_the_screen_is_given_back),
        FACE(without_another_screen_what_was_shown_is_cleared),
        FACE(the_way_it_is_shown_is_remembered),
        FACE(the_command_line_goes_before_what_is_remembered_and_changes_nothing),
        FACE(where_nothing_can_be_written_the_choice_still_counts),
        FACE(a_terminal_that_is_not_known_is_used_like_its_kind),
        FACE(a_window_that_is_too_small_offers_plain_questions),
        FACE(colours_are_at_most_eight_and_can_be_none),
        FACE(the_mouse_is_off_until_it_is_asked_for),
        FACE(the_terminal_is_asked_nothing),
    };
    return cmocka_run_group_tests_name("faces", tests, NULL, NULL);
}
