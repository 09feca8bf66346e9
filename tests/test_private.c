/*
 * Private sessions on a real terminal: what they write, what they leave on the screen, and how the
 * screen hides by itself.
 */
#define _GNU_SOURCE /* memmem */
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"
#include "test.h"

#define CLEARED "\033[H\033[2J\033[3J"

struct sit {
    struct stage stage;
    struct terminal *t;
};

static int set_up(void **state)
{
    struct sit *s = calloc(1, sizeof *s);
    assert_non_null(s);
    stage_open(&s->stage);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct sit *s = *state;
    terminal_end(s->t);
    stage_close(&s->stage);
    free(s);
    return 0;
}

static void start(struct sit *s, const char *words, const char *env)
{
    char copy[256], envs[3][64] = {"", "", ""}, *rest = NULL;
    const char *argv[8] = {0}, *all[4] = {0};
    size_t n = 0, m = 0;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *at = strtok_r(copy, " ", &rest); at && n < 7; at = strtok_r(NULL, " ", &rest))
        argv[n++] = at;
    char more[192];
    snprintf(more, sizeof more, "%s", env);
    for (char *at = strtok_r(more, " ", &rest); at && m < 3; at = strtok_r(NULL, " ", &rest), m++) {
        snprintf(envs[m], sizeof envs[m], "%s", at);
        all[m] = envs[m];
    }
    terminal_end(s->t);
    s->t = terminal_start(&s->stage, argv, all, 24, 80);
}

static size_t times_sent(const struct sit *s, const char *bytes)
{
    const struct bytes *all = terminal_bytes(s->t);
    size_t n = 0, len = strlen(bytes);
    for (const char *at = all->data;
         (at = memmem(at, all->len - (size_t)(at - all->data), bytes, len)) != NULL; at += len)
        n++;
    return n;
}

static size_t files;

static int count_file(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)path, (void)st, (void)at;
    files += kind == FTW_F;
    return 0;
}

static size_t files_in(const struct sit *s)
{
    files = 0;
    assert_int_equal(nftw(s->stage.folder, count_file, 8, FTW_PHYS), 0);
    return files;
}

/* What is written */

static void nothing_is_written_before_a_place_is_chosen(void **state)
{
    struct sit *s = *state;
    start(s, "--private", "TERM=xterm");
    terminal_wait(s->t, "This session is private.");
    terminal_keys(s->t, "Enter Enter Enter Down Down Enter"); /* new, seven questions, nowhere */
    terminal_wait(s->t, "Nothing is written yet.");
    terminal_keys(s->t, "2 Enter");
    terminal_type(s->t, "Ann");
    terminal_keys(s->t, "Enter");
    assert_int_equal(files_in(s), 0);
    terminal_close(s->t);
    (void)terminal_wait_end(s->t);
    assert_int_equal(files_in(s), 0);
}

/* Whose plans lie on the computer the next person need not learn. */
static void other_people_s_plans_are_not_listed(void **state)
{
    static const char *const words[] = {"--private", ""};
    for (size_t i = 0; i < COUNT(words); i++) {
        struct sit *s = *state;
        stage_write(&s->stage, "ann.csv", "section,item,field,value\n", 25);
        start(s, words[i], "TERM=xterm");
        terminal_wait(s->t, "Go on with a plan");
        terminal_keys(s->t, "2 Enter");
        terminal_wait(s->t, "What is the plan's file called?");
        assert_int_equal(terminal_shows(s->t, "ann.csv"), *words[i] == '\0');
        terminal_end(s->t);
        s->t = NULL;
    }
}

static void settings_are_not_written(void **state)
{
    struct sit *s = *state;
    start(s, "--private", "TERM=xterm");
    terminal_wait(s->t, "Start a new plan");
    terminal_key(s->t, "s"); /* screen-reader lines: that is remembered elsewhere */
    terminal_keys(s->t, "Esc");
    assert_int_equal(files_in(s), 0);
}

static const char shared[] = "shared = yes\n";

static void a_setting_or_a_variable_makes_it_private_and_a_word_does_not(void **state)
{
    static const struct {
        const char *words, *env;
        bool setting, private;
    } cases[] = {
        {"", "TERM=xterm", false, false},
        {"--private", "TERM=xterm", false, true},
        {"", "TERM=xterm SUPPORTPLAN_PRIVATE=1", false, true},
        {"", "TERM=xterm SUPPORTPLAN_PRIVATE=0", false, false},
        {"", "TERM=xterm", true, true},
        {"--not-private", "TERM=xterm", true, false},
        {"--not-private", "TERM=xterm SUPPORTPLAN_PRIVATE=1", true, false},
    };
    struct sit *s = *state;
    char folder[300];
    snprintf(folder, sizeof folder, "mkdir -p %s/.config/supportplan", s->stage.folder);
    assert_int_equal(system(folder), 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *bytes = cases[i].setting ? shared : "";
        stage_write(&s->stage, ".config/supportplan/settings", bytes, strlen(bytes));
        start(s, cases[i].words, cases[i].env);
        terminal_wait(s->t, "Start a new plan");
        if (terminal_shows(s->t, "This session is private.") != cases[i].private)
            fail_msg("case %zu: %s", i, cases[i].private ? "not private" : "private");
    }
}

/* What stays on the screen */

/* PRODUCT.md: a key that hides the screen at once. */
static void hiding_clears_the_screen_and_the_lines_above(void **state)
{
    struct sit *s = *state;
    start(s, "--private", "TERM=xterm");
    terminal_wait(s->t, "Start a new plan");
    terminal_key(s->t, "F4");
    assert_true(terminal_shows(s->t, "Hidden."));
    assert_false(terminal_shows(s->t, "plan"));
    assert_int_equal(times_sent(s, CLEARED), 1);
    terminal_key(s->t, "Enter");
    assert_true(terminal_shows(s->t, "Start a new plan"));
    terminal_keys(s->t, "q");
    assert_int_equal(terminal_wait_end(s->t), 0);
    assert_int_equal(times_sent(s, CLEARED), 2); /* on leaving, too */
}

static void at_home_nobody_s_lines_above_are_cleared(void **state)
{
    struct sit *s = *state;
    start(s, "", "TERM=xterm");
    terminal_wait(s->t, "Start a new plan");
    terminal_keys(s->t, "F4 Enter q");
    assert_int_equal(terminal_wait_end(s->t), 0);
    assert_int_equal(times_sent(s, "\033[3J"), 0);
}

/* Taking it along: tests/take.py says what goes, and what is said. Here it is done by keys. */

static void a_plan_is_taken_along_by_keys(void **state)
{
    static const char plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                               "\"plan\",\"\",\"format\",\"1\"\n"
                               "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                               "\"end\",\"\",\"rows\",\"2\"\n";
    static const char *const modes[] = {"--private plan.csv", "--private --screen-reader plan.csv"};
    struct sit *s = *state;
    for (size_t i = 0; i < COUNT(modes); i++) {
        struct stage stick;
        stage_open(&stick);
        stage_write(&s->stage, "plan.csv", plan, sizeof plan - 1);
        start(s, modes[i], "TERM=xterm");
        terminal_wait(s->t, "My support plan");
        terminal_key(s->t, "q");
        terminal_wait(s->t, "What is left when you leave");
        terminal_keys(s->t, "Down Enter");
        terminal_wait(s->t, "Which folder shall it go into?");
        terminal_type(s->t, stick.folder);
        terminal_key(s->t, "Enter");
        terminal_wait(s->t, "Stay, and go on writing");
        if (!stage_has(&stick, "plan.csv") || stage_has(&s->stage, "plan.csv"))
            fail_msg("%s: the plan is not there", modes[i]);
        terminal_key(s->t, "Enter"); /* leave */
        assert_int_equal(terminal_wait_end(s->t), 0);
        assert_int_equal(files_in(s), 0);
        stage_close(&stick);
    }
}

/* The idle lock. A second has 5 milliseconds here, so that one minute is 300. */

#define QUICK "TERM=xterm SUPPORTPLAN_SECOND_MS=5"
static const char one_minute[] = "hides = 1\n";

static void given_one_minute(struct sit *s)
{
    char folder[300];
    snprintf(folder, sizeof folder, "mkdir -p %s/.config/supportplan", s->stage.folder);
    assert_int_equal(system(folder), 0);
    stage_write(&s->stage, ".config/supportplan/settings", one_minute, strlen(one_minute));
}

static void a_screen_warns_then_hides_and_keeps_what_is_typed(void **state)
{
    struct sit *s = *state;
    given_one_minute(s);
    start(s, "--private plan.csv", QUICK);
    terminal_wait(s->t, "Hidden.");
    assert_true(times_sent(s, "hides in 30 seconds") > 0);
    assert_false(terminal_shows(s->t, "plan"));
    terminal_key(s->t, "Enter");
    assert_false(terminal_shows(s->t, "Hidden."));
}

static void plain_lines_hide_too_and_keep_a_line_that_was_begun(void **state)
{
    struct sit *s = *state;
    given_one_minute(s);
    start(s, "--private --plain", QUICK);
    terminal_wait(s->t, "stays in the terminal's memory");
    terminal_send(s->t, "an exam", 7);
    terminal_wait(s->t, "Hidden.");
    assert_false(terminal_shows(s->t, "Which?"));
    assert_true(times_sent(s, CLEARED) > 0);
    terminal_send(s->t, "\r", 1);
    terminal_wait(s->t, "Before that you typed: an exam");
    terminal_wait(s->t, "Which?");
    terminal_send(s->t, "example\r", 8);
    terminal_wait(s->t, "Which example?");
}

static void at_home_it_never_hides_by_itself(void **state)
{
    struct sit *s = *state;
    start(s, "", "TERM=xterm SUPPORTPLAN_SECOND_MS=1");
    terminal_wait(s->t, "Start a new plan");
    assert_int_equal(terminal_idle(s->t, 600), 0); /* ten minutes */
}

#define SIT(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SIT(nothing_is_written_before_a_place_is_chosen),
        SIT(other_people_s_plans_are_not_listed),
        SIT(settings_are_not_written),
        SIT(a_setting_or_a_variable_makes_it_private_and_a_word_does_not),
        SIT(hiding_clears_the_screen_and_the_lines_above),
        SIT(at_home_nobody_s_lines_above_are_cleared),
        SIT(a_plan_is_taken_along_by_keys),
        SIT(a_screen_warns_then_hides_and_keeps_what_is_typed),
        SIT(plain_lines_hide_too_and_keep_a_line_that_was_begun),
        SIT(at_home_it_never_hides_by_itself),
    };
    return cmocka_run_group_tests_name("private", tests, NULL, NULL);
}
