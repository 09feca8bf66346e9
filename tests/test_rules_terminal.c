/*
 * The rules for screens that everybody can use, as far as they show in what a terminal gets:
 * how many bytes a key costs, which they are, and what is left behind. Every kind of page that
 * walk.c comes to is visited by keys, on a real terminal: in the full screen, or with the word
 * "reader" in the lines for speech and braille.
 */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include "visit.h"

/* A key, and how many bytes it cost. */
static size_t cost(struct visit *v, const char *key)
{
    size_t before = terminal_bytes(v->t)->len;
    terminal_key(v->t, key);
    return terminal_bytes(v->t)->len - before;
}

/* A typed letter at the end of a line costs its own byte and little more; but one that no longer
 * fits there takes its word to the next line, and what is below moves down. */
static void a_letter_is_cheap(struct visit *v)
{
    size_t row = page_edit_row(&v->walk.s.w->page);
    if (row == v->walk.s.w->page.count || wizard_at(v->walk.s.w)->focus != row)
        return;
    terminal_key(v->t, "z");
    for (int i = 0, moved = 0; i < 5; i++) {
        int line = terminal_cursor_row(v->t);
        bool dear = cost(v, "z") > 6;
        if (dear && (terminal_cursor_row(v->t) == line || moved++))
            fail_here(v, "a letter costs more than 6 bytes");
    }
}

static void a_letter_at_the_end_of_a_line_costs_6_bytes(void **state)
{
    on_every_kind_of_page(*state, NULL, a_letter_is_cheap);
}

/* 3. A move of the focus: no cell changes for speech and braille, and few bytes go anywhere. */

#define READER_MOVE 10
#define LIST_MOVE 70
#define GRID_MOVE 200 /* the lines below it follow the cursor */

static bool was_shown(const struct bytes *picture, const char *line)
{
    const char *at = *line ? strstr(picture->data, line) : NULL;
    return at && (at == picture->data || at[-1] == '\n') && at[strlen(line)] == '\n';
}

static size_t most_for_a_move(const struct visit *v)
{
    const struct page *page = &v->walk.s.w->page;
    if (v->walk.mode == MODE_READER)
        return READER_MOVE;
    return page->count > 0 && page->rows[0].day >= 0 ? GRID_MOVE : LIST_MOVE;
}

/* A list that is longer than the screen turns over like a page, and costs one. */
static void a_move_is_cheap(struct visit *v, const char *key)
{
    struct bytes before = terminal_picture(v->t);
    int row = terminal_cursor_row(v->t);
    size_t bytes = cost(v, key);
    struct bytes after = terminal_picture(v->t);
    char what[64];
    bool turned = !was_shown(&before, terminal_row(v->t, terminal_cursor_row(v->t))) ||
                  !was_shown(&after, terminal_row(v->t, row));
    snprintf(what, sizeof what, "%s costs %zu bytes", key, bytes);
    bytes_free(&before);
    bytes_free(&after);
    if (!turned && bytes > most_for_a_move(v))
        fail_here(v, what);
}

static void moves_are_cheap(struct visit *v)
{
    static const char *const keys[] = {"Down", "Tab", "Down", "Down", "Tab", "Shift-Tab", "Up"};
    for (size_t i = 0; i < COUNT(keys); i++)
        a_move_is_cheap(v, keys[i]);
}

static void a_move_of_the_focus_costs_few_bytes(void **state)
{
    on_every_kind_of_page(*state, NULL, moves_are_cheap);
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
    if (count_of(terminal_bytes(v->t)->data, "\x1b[2J") != ++clears)
        fail_here(v, "Ctrl-L does not paint the whole screen");
    terminal_signal(v->t, SIGSTOP);
    terminal_signal_answered(v->t, SIGCONT);
    if (count_of(terminal_bytes(v->t)->data, "\x1b[2J") != ++clears)
        fail_here(v, "after a stop the whole screen is not painted once");
    terminal_resize(v->t, ROWS + 1, COLS);
    if (count_of(terminal_bytes(v->t)->data, "\x1b[2J") != ++clears)
        fail_here(v, "in another size the whole screen is not painted once");
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

/* 20. Leaving: the cursor goes to the last line, then a new line, then the other screen goes; where
 * there is none, what was shown is cleared after that. */

static const struct {
    const char *term, *then;
} leavings[] = {
    {"TERM=xterm-256color", "\x1b[?1049l"},
    {"TERM=screen", "\x1b[?1049l"},
    {"TERM=vt100", "\x1b[H\x1b[2J\x1b[3J"},
    {"TERM=linux", "\x1b[H\x1b[2J\x1b[3J"},
};

/* The row where the cursor is once a terminal has got so many bytes. */
static int row_after(const char *bytes, size_t len)
{
    VTermPos at = {0};
    VTerm *vt = vterm_new(ROWS, COLS);
    VTermState *state = vterm_obtain_state(vt);
    vterm_state_reset(state, 1);
    vterm_input_write(vt, bytes, len);
    vterm_state_get_cursorpos(state, &at);
    vterm_free(vt);
    return at.row;
}

static void leaving_ends_the_last_line_before_it_gives_the_screen_back(void **state)
{
    struct visit *v = *state;
    for (size_t i = 0; i < COUNT(leavings); i++) {
        const char *const env[] = {leavings[i].term, NULL};
        go(v, &v->walk.pages[0], env);
        size_t before = terminal_bytes(v->t)->len;
        terminal_key(v->t, "q");
        assert_int_equal(terminal_wait_end(v->t), 0);
        const char *all = terminal_bytes(v->t)->data, *line = strstr(all + before, "\r\n");
        if (!line || row_after(all, (size_t)(line - all)) != ROWS - 1)
            fail_msg("%s: no new line on the last row", leavings[i].term);
        if (!line || !strstr(line, leavings[i].then))
            fail_msg("%s: the screen is not given back after it", leavings[i].term);
    }
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

static int begin_reader(void **state)
{
    return begin_visit(state, MODE_READER);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_page_is_visited),
        cmocka_unit_test(a_move_of_the_focus_costs_few_bytes),
        cmocka_unit_test(a_letter_at_the_end_of_a_line_costs_6_bytes),
        cmocka_unit_test(every_page_rests_with_its_cursor_in_sight),
        cmocka_unit_test(nothing_comes_in_ten_seconds),
        cmocka_unit_test(nothing_is_asked_of_any_terminal),
        cmocka_unit_test(the_whole_screen_is_painted_only_when_asked),
        cmocka_unit_test(colours_are_eight_or_none),
        cmocka_unit_test(a_bell_rings_only_for_trouble),
        cmocka_unit_test(leaving_ends_the_last_line_before_it_gives_the_screen_back),
    };
    bool reader = argc > 1 && strcmp(argv[1], "reader") == 0;
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name(reader ? "lines for speech and braille" : "full screen",
                                       tests, reader ? begin_reader : begin_full, end_visit);
}
