/*
 * Keys and lines that nobody would press, many of them: the program never falls over,
 * the cursor is never lost, and the file is a plan that every command can read.
 * The same seeds every time; MONKEY=N tries N more of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stage.h"
#include "test.h"
#ifdef WITH_TERMINAL
#include "terminal.h"
#endif

#define SEEDS 4
#define LINES 1500
#define KEYS 400

static uint32_t state_of_dice;

/* A small generator of its own, so that a seed means the same everywhere. */
static size_t dice(size_t sides)
{
    state_of_dice = state_of_dice * 1664525u + 1013904223u;
    return (size_t)(state_of_dice >> 8) % sides;
}

static size_t seeds(void)
{
    const char *more = getenv("MONKEY");
    return SEEDS + (more ? (size_t)strtoul(more, NULL, 10) : 0);
}

static int set_up(void **state)
{
    struct stage *s = calloc(1, sizeof *s);
    assert_non_null(s);
    stage_open(s);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    stage_close(*state);
    free(*state);
    return 0;
}

/* Half of the seeds begin with an empty plan, half with an example. */
static void begin_plan(struct stage *s, size_t seed)
{
    static const char *const examples[] = {"small", "middling", "large"};
    const char *const words[] = {"new", "plan.csv", NULL};
    char name[64], data[65536];
    unlink(stage_path(s, "plan.csv"));
    if (seed % 2 == 0) {
        struct outcome o = stage_run(s, words, NULL, NULL, 0);
        assert_int_equal(o.status, 0);
        outcome_free(&o);
        return;
    }
    snprintf(name, sizeof name, "forms/examples/%s.csv", examples[seed / 2 % 3]);
    FILE *f = fopen(stage_source(name), "r");
    assert_non_null(f);
    size_t n = fread(data, 1, sizeof data, f);
    fclose(f);
    stage_write(s, "plan.csv", data, n);
}

/* The file that is left is read by every command, and nothing in it is odd. */
static void expect_sound_plan(struct stage *s, size_t seed)
{
    static const char *const commands[] = {"check", "budget", "text", "timetable"};
    for (size_t i = 0; i < COUNT(commands); i++) {
        const char *const words[] = {commands[i], "plan.csv", NULL};
        struct outcome o = stage_run(s, words, NULL, NULL, 0);
        if (o.status > 1 || o.err.len > 0)
            fail_msg("seed %zu: %s says %d: %s", seed, commands[i], o.status, o.err.data);
        outcome_free(&o);
    }
}

static const char *const answers[] = {
    "mon-fri 9-12 wash, Sam",
    "sat 22-6 sleep, Ros, 77.95",
    "10 hours a week out, Sam",
    "every day 8-8.30 call, Sunrise",
    "12.50",
    "-1",
    "?",
    "1 June 2027",
    "21/11/2026",
    "29 February 2027",
    "25:00",
    "14:30",
    "45 minutes",
    "tue-fri",
    "Zo\xc3\xab",
    "=1+1",
    "  two  blanks ",
    "a \"quote\" and a 'tick'",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\xa6\xbd",
    "9999999999999",
    "1000",
    "2",
    "52",
    "365/7",
    "dated",
    "2026-12-21/2027-01-03",
};

/* Plain lines */

static const char *const words[] = {
    "back",
    "help",
    "list",
    "money",
    "check",
    "undo",
    "undo",
    "redo",
    "next",
    "next",
    "next",
    "done",
    "done",
    "menu",
    "week",
    "rows",
    "form",
    "keep",
    "total",
    "gaps",
    "other",
    "add",
    "delete",
    "delete 2",
    "copy mon to tue-fri",
    "move 1 10.30",
    "longer 1",
    "shorter 1",
    "overlaps",
    "unsure",
    "clear",
    "words",
    "picture",
    "more",
    "previous",
    "hide",
    "commands",
    "text",
    "save",
    "yes",
    "no",
    "pa",
    "family",
    "hour",
    "visit",
    "week",
    "final",
    "amount",
    "new",
    "price",
    "remove",
    "leave",
    "go on",
    "derbyshire",
    "toolkit",
    "seven",
    "nowhere",
    "begin",
    "screen",
    "plain",
    "",
    "",
    ".",
    ".",
    ".",
    "ask",
    "mine",
    "direct-payment",
};

static void add_line(struct bytes *b)
{
    char number[8];
    const char *line = number;
    size_t kind = dice(10);
    snprintf(number, sizeof number, "%zu", dice(22));
    if (kind < 4)
        line = words[dice(COUNT(words))];
    else if (kind < 6)
        line = answers[dice(COUNT(answers))];
    bytes_add(b, line, strlen(line));
    bytes_add(b, "\n", 1);
    if (kind == 5)
        bytes_add(b, ".\n", 2);
}

static void any_lines_leave_a_sound_plan(void **state)
{
    static const char *const argv[] = {"--plain", "plan.csv", NULL};
    for (size_t seed = 0; seed < seeds(); seed++) {
        struct bytes lines = {0};
        begin_plan(*state, seed);
        state_of_dice = (uint32_t)seed;
        for (int i = 0; i < LINES; i++)
            add_line(&lines);
        struct outcome o = stage_run(*state, argv, NULL, lines.data, lines.len);
        if (o.status != 0 || o.err.len > 0)
            fail_msg("seed %zu: exit status %d: %.900s", seed, o.status, o.err.data);
        outcome_free(&o);
        bytes_free(&lines);
        expect_sound_plan(*state, seed);
    }
}

/* Keys */

#ifdef WITH_TERMINAL
static const char *const keys[] = {
    "Up",        "Down",   "Down",      "Down",       "Left",   "Right",  "Tab",    "Tab",
    "Shift-Tab", "Enter",  "Enter",     "Enter",      "Enter",  "Esc",    "F1",     "F2",
    "F2",        "F3",     "F4",        "Home",       "End",    "PgUp",   "PgDn",   "Backspace",
    "Del",       "Ctrl-a", "Ctrl-e",    "Ctrl-w",     "Ctrl-k", "Ctrl-z", "Ctrl-y", "Ctrl-n",
    "Ctrl-p",    "Ctrl-l", "Alt-b",     "Alt-f",      "a",      "c",      "d",      "u",
    "r",         "l",      "m",         "k",          "x",      "o",      "g",      "w",
    "v",         "+",      "-",         "=",          "t",      "n",      "p",      "?",
    "b",         " ",      "Ctrl-Left", "Ctrl-Right", "F9",     "Ins",    "z",
};

/* A letter can lead to plain lines, where letters wait for their Enter: the rest is not typed. */
static void type_any(struct terminal *t, const char *typed)
{
    char one[5];
    for (size_t n; *typed && !terminal_has_ended(t) && terminal_has_other_screen(t); typed += n) {
        for (n = 1; ((unsigned char)typed[n] & 0xc0) == 0x80 && n < sizeof one - 1;)
            n++;
        snprintf(one, sizeof one, "%.*s", (int)n, typed);
        terminal_type(t, one);
    }
}

static void press_any(struct terminal *t)
{
    static const int sizes[][2] = {{24, 80}, {12, 40}, {24, 80}, {50, 132}, {5, 20}, {1, 1}};
    size_t kind = dice(40);
    if (kind < 30) {
        terminal_key(t, keys[dice(COUNT(keys))]);
    } else if (kind < 35) {
        type_any(t, answers[dice(COUNT(answers))]);
    } else if (kind < 38) {
        terminal_paste(t, answers[dice(COUNT(answers))]);
    } else {
        size_t i = dice(COUNT(sizes));
        terminal_resize(t, sizes[i][0], sizes[i][1]);
    }
}

/* The menu's "go on with plain questions" leads to another face, where keys mean nothing. */
static struct terminal *again(struct stage *s, struct terminal *t)
{
    static const char *const argv[] = {"plan.csv", NULL};
    if (t && !terminal_has_ended(t) && terminal_has_other_screen(t))
        return t;
    if (t && terminal_has_ended(t))
        assert_int_equal(terminal_wait_end(t), 0);
    terminal_end(t);
    unlink(stage_path(s, ".config/supportplan/settings")); /* it may say: plain lines */
    return terminal_start(s, argv, NULL, 24, 80);
}

static void expect_cursor_to_be_seen(const struct terminal *t, size_t seed, int key)
{
    if (!terminal_cursor_visible(t))
        fail_msg("seed %zu, key %d: the cursor is hidden", seed, key);
}

static void any_keys_leave_a_sound_plan(void **state)
{
    for (size_t seed = 0; seed < seeds(); seed++) {
        struct terminal *t = NULL;
        begin_plan(*state, seed);
        state_of_dice = (uint32_t)seed;
        for (int i = 0; i < KEYS; i++) {
            t = again(*state, t);
            press_any(t);
            expect_cursor_to_be_seen(t, seed, i);
        }
        terminal_end(t);
        expect_sound_plan(*state, seed);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_lines_leave_a_sound_plan, set_up, tear_down),
#ifdef WITH_TERMINAL
        cmocka_unit_test_setup_teardown(any_keys_leave_a_sound_plan, set_up, tear_down),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
