/*
 * The rules for screens that everybody can use, as far as they show in what a terminal gets:
 * how many bytes a key costs, which they are, and what is left behind. Every kind of page that
 * walk.c comes to is visited by keys, on a real terminal.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "visit.h"

/* A key, and how many bytes it cost. */
static size_t cost(struct visit *v, const char *key)
{
    size_t before = terminal_bytes(v->t)->len;
    terminal_key(v->t, key);
    return terminal_bytes(v->t)->len - before;
}

/* A typed letter at the end of a line costs its own byte and little more. */
static void a_letter_is_cheap(struct visit *v)
{
    size_t row = page_edit_row(&v->walk.s.w->page);
    if (row == v->walk.s.w->page.count || wizard_at(v->walk.s.w)->focus != row)
        return;
    terminal_key(v->t, "z");
    for (int i = 0; i < 5; i++)
        if (cost(v, "z") > 6)
            fail_here(v, "a letter costs more than 6 bytes");
}

static void a_letter_at_the_end_of_a_line_costs_6_bytes(void **state)
{
    on_every_kind_of_page(*state, NULL, a_letter_is_cheap);
}

/* 2, 5. The cursor is to be seen, and nothing comes by itself. */

static void rests(struct visit *v)
{
    if (!terminal_cursor_visible(v->t))
        fail_here(v, "the cursor is hidden");
    if (terminal_idle(v->t, 20) > 0)
        fail_here(v, "bytes came, and nobody did anything");
}

static void every_page_rests_with_its_cursor_in_sight(void **state)
{
    on_every_kind_of_page(*state, NULL, rests);
}

static void nothing_comes_in_ten_seconds(void **state)
{
    struct visit *v = *state;
    go(v, &v->walk.pages[0], NULL);
    assert_int_equal(terminal_idle(v->t, 10000), 0);
}

/* 19, 21, 22, 23. What the bytes are. */

/* A control sequence: ESC [ parameters and its last letter. NULL where there is no more. */
static const char *next_csi(const char *at, char params[32], char *final)
{
    at = strstr(at, "\x1b[");
    if (!at)
        return NULL;
    size_t n = strspn(at + 2, "0123456789;?>=!$ ");
    snprintf(params, 32, "%.*s", (int)n, at + 2);
    *final = at[2 + n];
    return at + 2 + n;
}

/* DA, DSR, reports of modes and of the window; and strings to the terminal, and ENQ. */
static bool asks(const char *sent)
{
    static const char *const others[] = {"\x1bZ", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x05"};
    char params[32], final;
    for (size_t i = 0; i < COUNT(others); i++)
        if (strstr(sent, others[i]))
            return true;
    for (const char *at = sent; (at = next_csi(at, params, &final));) {
        /* 22 and 23 put the window's title away and bring it back: no answer comes. */
        bool title = final == 't' && (params[0] == '2' && (params[1] == '2' || params[1] == '3'));
        if (!title && (strchr("cntxq", final) || strchr(params, '$')))
            return true;
    }
    return false;
}

static void asks_nothing(struct visit *v)
{
    if (asks(terminal_bytes(v->t)->data))
        fail_here(v, "the terminal is asked something");
}

static void nothing_is_asked_of_any_terminal(void **state)
{
    static const char *const terms[] = {"TERM=xterm-256color", "TERM=vt100", "TERM=linux",
                                        "TERM=screen", "TERM=tmux-256color"};
    assert_true(asks("x\x1b[6n"));
    assert_true(asks("\x1b[>0c"));
    assert_false(asks("\x1b[?25h\x1b[24;1H"));
    for (size_t i = 0; i < COUNT(terms); i++) {
        const char *const env[] = {terms[i], NULL};
        if (i == 0)
            on_every_kind_of_page(*state, env, asks_nothing);
        struct visit *v = *state;
        go(v, &v->walk.pages[0], env);
        terminal_keys(v->t, "Down ? Esc Ctrl-l");
        asks_nothing(v);
    }
}

static size_t count_of(const char *in, const char *what)
{
    size_t n = 0;
    for (const char *at = in; (at = strstr(at, what)); at++)
        n++;
    return n;
}

/* The whole screen is cleared once, at the beginning; hiding it does so too, to be sure. */
static void is_painted_once(struct visit *v)
{
    size_t clears = count_of(terminal_bytes(v->t)->data, "\x1b[2J");
    if (clears > 1 + (strcmp(v->page->kind, "hidden") == 0))
        fail_here(v, "the whole screen was painted more than once");
    terminal_key(v->t, "Ctrl-l");
    if (count_of(terminal_bytes(v->t)->data, "\x1b[2J") != clears + 1)
        fail_here(v, "Ctrl-L does not paint the whole screen");
}

static void the_whole_screen_is_painted_only_when_asked(void **state)
{
    on_every_kind_of_page(*state, NULL, is_painted_once);
}

/* Bold and the like, the eight colours, and back to the terminal's own. */
static bool is_plain_look(int code)
{
    static const int looks[] = {0, 1, 2, 4, 5, 7, 22, 24, 25, 27, 39, 49};
    for (size_t i = 0; i < COUNT(looks); i++)
        if (code == looks[i])
            return true;
    return code >= 30 && code <= 37;
}

static void colours_of(struct visit *v, bool none)
{
    char params[32], final;
    for (const char *at = terminal_bytes(v->t)->data; (at = next_csi(at, params, &final));) {
        if (final != 'm' || *params == '?' || *params == '>')
            continue;
        for (char *rest = NULL, *word = strtok_r(params, ";", &rest); word;
             word = strtok_r(NULL, ";", &rest)) {
            int code = atoi(word);
            if (!is_plain_look(code) || (none && code >= 30))
                fail_here(v, word);
        }
    }
}

static void at_most_eight_colours(struct visit *v)
{
    terminal_keys(v->t, "z z Enter");
    colours_of(v, false);
}

static void no_colours(struct visit *v)
{
    terminal_keys(v->t, "z z Enter");
    colours_of(v, true);
}

static void colours_are_eight_or_none(void **state)
{
    static const char *const none[] = {"NO_COLOR=1", NULL};
    on_every_kind_of_page(*state, NULL, at_most_eight_colours);
    on_every_kind_of_page(*state, none, no_colours);
}

static void no_bell_rings_for_looking(struct visit *v)
{
    if (count_of(terminal_bytes(v->t)->data, "\a"))
        fail_here(v, "a bell rang, and nothing was wrong");
}

static void a_bell_rings_only_for_trouble(void **state)
{
    on_every_kind_of_page(*state, NULL, no_bell_rings_for_looking);
}

static void every_kind_of_page_is_visited(void **state)
{
    struct visit *v = *state;
    walk_expect_every_kind(&v->walk, NULL);
}

static int begin_full(void **state)
{
    return begin_visit(state, MODE_FULL);
}

int main(void)
{
#define ON_SCREEN(test) cmocka_unit_test(test)
    const struct CMUnitTest tests[] = {
        ON_SCREEN(every_kind_of_page_is_visited),
        ON_SCREEN(a_letter_at_the_end_of_a_line_costs_6_bytes),
        ON_SCREEN(every_page_rests_with_its_cursor_in_sight),
        ON_SCREEN(nothing_comes_in_ten_seconds),
        ON_SCREEN(nothing_is_asked_of_any_terminal),
        ON_SCREEN(the_whole_screen_is_painted_only_when_asked),
        ON_SCREEN(colours_are_eight_or_none),
        ON_SCREEN(a_bell_rings_only_for_trouble),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("full screen", tests, begin_full, end_visit);
}
