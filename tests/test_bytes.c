/*
 * How many bytes go to the terminal. On a slow line each costs time, and a screen reader has
 * to take them all; so no page, move or letter may cost more than it must.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"
#include "test.h"

#define ROWS 24
#define COLS 80

/* The most that each may cost, in bytes. */
struct limits {
    const char *mode; /* the word that asks for it; NULL for the full screen */
    const char *here; /* what the cursor is on at first */
    int lines;        /* how often it moves down from there with the same lines on the screen */
    size_t first;     /* the first picture of the large example: its task list */
    size_t move;      /* a move of the focus to the next line of it */
    size_t letter;    /* a letter at the end of a line */
};

static const struct limits limits[] = {
    {NULL, "Before you begin", 12, 1500, 70, 6},
    {"--screen-reader", "1 Before you begin", 1, 800, 10, 6},
};

/* The large example as a plan of one's own. */
static void put_plan(struct stage *s)
{
    static char bytes[1 << 16];
    FILE *in = fopen(stage_source("forms/examples/large.csv"), "rb");
    assert_non_null(in);
    size_t len = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    stage_write(s, "plan.csv", bytes, len);
    (void)unlink(stage_path(s, ".plan.csv.journal")); /* of a program that was ended */
}

static struct terminal *begin(struct stage *s, const struct limits *l)
{
    const char *const words[] = {"plan.csv", l->mode, NULL};
    put_plan(s);
    return terminal_start(s, words, NULL, ROWS, COLS);
}

/* What a key sends. */
static size_t cost_of(struct terminal *t, const char *key)
{
    size_t before = terminal_bytes(t)->len;
    terminal_key(t, key);
    return terminal_bytes(t)->len - before;
}

static void assert_at_most(const struct limits *l, const char *what, size_t bytes, size_t most)
{
    if (bytes > most)
        fail_msg("%s, %s: %zu bytes; %zu is the most", l->mode ? l->mode : "the full screen", what,
                 bytes, most);
}

static void a_page_a_move_and_a_letter_cost_few_bytes(void **state)
{
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct terminal *t = begin(*state, &limits[i]);
        assert_at_most(&limits[i], "the first picture", terminal_bytes(t)->len, limits[i].first);
        terminal_expect_cursor_at(t, limits[i].here);
        for (int move = 1; move <= limits[i].lines; move++)
            assert_at_most(&limits[i], "a move down", cost_of(t, "Down"), limits[i].move);
        for (int move = 1; move <= limits[i].lines; move++)
            assert_at_most(&limits[i], "a move up", cost_of(t, "Up"), limits[i].move);
        terminal_keys(t, "Down Down Enter"); /* the answer to a question */
        terminal_key(t, "Enter");            /* a line of its own, so that no word wraps */
        for (const char *c = "abcdefgh"; *c; c++) {
            char key[2] = {*c, '\0'};
            assert_at_most(&limits[i], "a letter", cost_of(t, key), limits[i].letter);
        }
        terminal_end(t);
    }
}

/* Longer is waited for in the benchmark; a clock or a blinking word would show soon, too. */
static void where_nobody_does_anything_nothing_is_sent(void **state)
{
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct terminal *t = begin(*state, &limits[i]);
        terminal_key(t, "Down");
        terminal_key(t, "Down");
        terminal_key(t, "Enter");
        assert_int_equal(terminal_listen(t, 1500), 0);
        terminal_end(t);
    }
}

/* The first picture of plain mode, as it goes to a terminal or a pipe. */
static void the_first_words_of_plain_mode_are_few(void **state)
{
    const char *const words[] = {"--plain", "plan.csv", NULL};
    put_plan(*state);
    struct outcome o = stage_run(*state, words, NULL, "", 0);
    assert_int_equal(o.status, 0);
    if (o.out.len > 800)
        fail_msg("plain mode begins with %zu bytes; 800 is the most: %s", o.out.len, o.out.data);
    outcome_free(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_page_a_move_and_a_letter_cost_few_bytes, stage_set_up,
                                        stage_tear_down),
        cmocka_unit_test_setup_teardown(where_nobody_does_anything_nothing_is_sent, stage_set_up,
                                        stage_tear_down),
        cmocka_unit_test_setup_teardown(the_first_words_of_plain_mode_are_few, stage_set_up,
                                        stage_tear_down),
    };
    return cmocka_run_group_tests_name("bytes", tests, NULL, NULL);
}
