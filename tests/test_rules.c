/*
 * The rules for screens that everybody can use, held to on every page that walk.c comes to:
 * here those that can be seen in a picture. test_rules_plain.c has plain lines, and
 * test_rules_terminal.c what only shows in the bytes a terminal gets. access.md lists the rules.
 */
#include <ctype.h>
#include <locale.h>
#include <string.h>

#include "supportplan/paint.h"
#include "walk.h"

struct size {
    int rows, cols;
};

/* The largest is for one page of each kind only. */
static const struct size sizes[] = {{24, 80}, {12, 40}, {50, 132}};

static struct walk walk;
static enum mode mode;

static int walk_about(void **state)
{
    (void)state;
    walk = walk_everywhere(mode);
    return 0;
}

static int walk_home(void **state)
{
    (void)state;
    walk_end(&walk);
    return 0;
}

/* Pictures */

static void paint(struct wizard *w, struct size size, struct canvas *canvas)
{
    assert_int_equal(canvas_init(canvas, size.rows, size.cols), ST_OK);
    wizard_shown(w, paint_wizard(w, CHARSET_UTF8, canvas));
}

/* A row of the picture from a column on, without the blanks at its end. To be freed. */
static char *words_at(const struct canvas *c, int row, int col)
{
    struct text t = {0};
    for (; col < c->cols; col++)
        text_add(&t, canvas_at(c, row, col)->text);
    while (t.len > 0 && t.data[t.len - 1] == ' ')
        text_splice(&t, t.len - 1, 1, "", 0);
    char *words = text_take(&t);
    return words ? words : text_copy("");
}

static bool same_row(const struct canvas *a, const struct canvas *b, int row)
{
    for (int col = 0; col < a->cols; col++)
        if (strcmp(canvas_at(a, row, col)->text, canvas_at(b, row, col)->text) != 0)
            return false;
    return true;
}

/* Told with the page, the keys that lead there and the picture. */
static void fail_on_page(const struct walk_page *page, const struct canvas *c, const char *what)
{
    struct text t = {0};
    canvas_text(c, true, &t);
    fail_msg("%s, on the page %s (keys: %s):\n%s", what, page->name, page->keys, text_str(&t));
}

/* Every page in every size, with the focus on every row that can have it. */
typedef void check_row(const struct walk_page *page, size_t row, const struct canvas *c);

static void on_every_row(check_row *check)
{
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        for (size_t row = 0; row < w->page.count; row++) {
            if (!row_focusable(&w->page.rows[row]))
                continue;
            wizard_focus(w, row);
            for (size_t s = 0; s < (walk_is_first(&walk, i) ? 3 : 2); s++) {
                struct canvas c;
                paint(w, sizes[s], &c);
                check(&walk.pages[i], row, &c);
                canvas_free(&c);
            }
        }
    }
}

/* 0. The walk itself. */

static void every_kind_of_page_is_walked_to(void **state)
{
    (void)state;
    walk_expect_every_kind(&walk, NULL);
}

/* 1. After every key the cursor is on the first letter of the thing in hand. */

/* What the words of a row look like on a screen. To be freed. */
static char *shown(const char *words)
{
    struct text t = {0};
    text_clean(&t, words, strlen(words), CHARSET_UTF8, true);
    char *s = text_take(&t);
    return s ? s : text_copy("");
}

/* Whether the picture at the cursor begins with the first word of a row. */
static bool begins_with_row(const char *at, const struct row *row)
{
    char *words = shown(row->text);
    size_t word = strcspn(words, " ");
    bool same = strncmp(at, words, word < 8 ? word : 8) == 0;
    free(words);
    return same;
}

/* On the grid a line is a box with the beginning of what it is for, and a day has three letters. */
static bool on_grid_box(const struct canvas *c, const char *at)
{
    int col = c->cursor_col;
    bool begins = col == 0 || strchr(" [<=", canvas_at(c, c->cursor_row, col - 1)->text[0]);
    return begins && *at && !strchr(" [<=]", *at);
}

static bool at_insertion_point(const struct wizard *w, const char *at)
{
    struct text rest = {0};
    const char *typed = text_str(&w->edit.text);
    size_t len = strcspn(typed + w->edit.at, "\n");
    text_clean(&rest, typed + w->edit.at, len, CHARSET_UTF8, true);
    bool same = strncmp(at, text_str(&rest), strlen(at)) == 0;
    text_free(&rest);
    return same;
}

static void cursor_is_right(const struct walk_page *page, size_t number, const struct canvas *c)
{
    const struct wizard *w = walk.s.w;
    const struct row *row = &w->page.rows[number];
    char *at = words_at(c, c->cursor_row, c->cursor_col);
    /* In the lines for speech and braille the number is the beginning of the item. */
    size_t skip = mode == MODE_READER && w->page.numbered ? strspn(at, "0123456789 ") : 0;
    bool right =
        row->role == ROW_EDIT ? at_insertion_point(w, at) : begins_with_row(at + skip, row);
    if (!right && row->role != ROW_EDIT && row->day >= 0)
        right = on_grid_box(c, at);
    free(at);
    if (!right)
        fail_on_page(page, c, row->text);
}

static void the_cursor_is_on_the_first_letter_of_the_thing_in_hand(void **state)
{
    (void)state;
    on_every_row(cursor_is_right);
}

/* On a small screen, too: what asks begins with its question and what can be answered. Only what is
 * there to be read begins at its first words. */
static bool is_to_be_read(const char *kind)
{
    static const char *const kinds[] = {"help",    "more",    "keys", "what",     "safely",
                                        "notices", "explain", "why",  "versions", "paper"};
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

/* The beginning of a row's words stands in some row of the picture. */
static bool is_painted(const struct canvas *c, const struct row *row)
{
    char *words = shown(row->text);
    bool found = false;
    words[strcspn(words, " ")] = '\0';
    for (int r = 1; r < c->rows && !found; r++) {
        char *line = words_at(c, r, 0);
        found = strncmp(line, words, strlen(words)) == 0;
        free(line);
    }
    free(words);
    return found;
}

/* A name that is only referred to may be cut: "Goal 1, Stay in my own home ..." */
static bool has_dots_of_its_own(const struct wizard *w)
{
    bool any = w->message && strstr(w->message, "...");
    for (size_t i = 0; i < w->page.count && !any; i++)
        any = strstr(w->page.rows[i].text, "...") || strstr(w->page.rows[i].state, "...");
    return any;
}

static void no_sentence_is_cut_in_the_smallest_window(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        struct canvas c;
        struct text picture = {0};
        walk_to(&walk, &walk.pages[i]);
        paint(walk.s.w, sizes[1], &c);
        canvas_text(&c, false, &picture);
        if (strstr(text_str(&picture), "...") && !has_dots_of_its_own(walk.s.w))
            fail_on_page(&walk.pages[i], &c, "something is cut");
        text_free(&picture);
        canvas_free(&c);
    }
}

static void what_asks_is_begun_at_its_answer(void **state)
{
    size_t asked = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        const struct walk_page *page = &walk.pages[i];
        if (is_to_be_read(page->kind))
            continue;
        for (size_t s = 0; s < 2; s++) {
            struct canvas c;
            walk_to(&walk, page);
            const struct wizard *w = walk.s.w;
            paint(walk.s.w, sizes[s], &c);
            bool question = w->page.asks && w->page.rows[0].role == ROW_HEADING;
            asked += question;
            if (w->seen.focus_hidden)
                fail_on_page(page, &c, "the thing in hand is out of sight");
            if (question && !is_painted(&c, &w->page.rows[0]))
                fail_on_page(page, &c, "the question is out of sight");
            canvas_free(&c);
        }
    }
    assert_true(asked > 100);
}

static void before_a_first_letter_stand_only_its_number_and_blanks(const struct walk_page *page,
                                                                   size_t number,
                                                                   const struct canvas *c)
{
    const struct row *row = &walk.s.w->page.rows[number];
    if (row->role == ROW_EDIT || row->day >= 0)
        return;
    for (int col = 0; col < c->cursor_col; col++)
        if (!strchr(" 0123456789", canvas_at(c, c->cursor_row, col)->text[0]))
            fail_on_page(page, c, "something stands before the first letter");
}

static void nothing_stands_before_the_first_letter(void **state)
{
    (void)state;
    on_every_row(before_a_first_letter_stand_only_its_number_and_blanks);
}

/* 4. Typing in the middle of a word changes that line and no other. */

static bool can_type(struct walk *at)
{
    size_t row = page_edit_row(&at->s.w->page);
    if (row == at->s.w->page.count)
        return false;
    wizard_focus(at->s.w, row);
    return true;
}

static void only_the_line_in_hand_differs(const struct walk_page *page, const struct canvas *before,
                                          const struct canvas *after)
{
    for (int row = 0; row < after->rows; row++)
        if (row != after->cursor_row && !same_row(before, after, row))
            fail_on_page(page, after, "a letter was typed, and another line is not as it was");
}

static void typing_changes_only_the_line_in_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        if (!can_type(&walk))
            continue;
        struct canvas before, after;
        /* At the end of what is there, on a line of its own where there may be several. */
        sitting_command(&walk.s, CMD_TEXT_END);
        sitting_type(&walk.s, walk.s.w->page.long_text ? "\none two" : " one two");
        sitting_command(&walk.s, CMD_LEFT);
        sitting_command(&walk.s, CMD_LEFT);
        paint(walk.s.w, sizes[0], &before);
        sitting_type(&walk.s, "x");
        paint(walk.s.w, sizes[0], &after);
        only_the_line_in_hand_differs(&walk.pages[i], &before, &after);
        canvas_free(&before);
        canvas_free(&after);
    }
}

/* 6. Nothing that is told changes while one moves: not the totals, the hint, the title. */

static void moving_changes_no_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        struct canvas before, after;
        paint(w, sizes[2], &before);
        for (size_t row = 0; row < w->page.count; row++) {
            /* The grid says the line in hand in full, below the days. */
            if (!row_focusable(&w->page.rows[row]) || w->page.rows[row].day >= 0)
                continue;
            wizard_focus(w, row);
            paint(w, sizes[2], &after);
            bool scrolled = w->page.count + 12 > (size_t)sizes[2].rows;
            for (int r = 0; r < after.rows && !scrolled; r++)
                if (w->page.rows[0].day < 0 && !same_row(&before, &after, r))
                    fail_on_page(&walk.pages[i], &after, "moving changed a line");
            canvas_free(&after);
        }
        canvas_free(&before);
    }
}

/* For speech and braille: 3. a move changes no cell, but where a long list turns over; 7. the
 * cursor's line names the thing and its state, in 40 columns; 9. lines of words and no more. */

static bool was_there(const struct canvas *before, const struct canvas *after)
{
    char *line = words_at(after, after->cursor_row, 0);
    bool there = false;
    for (int row = 0; row < before->rows && !there; row++) {
        char *other = words_at(before, row, 0);
        there = strcmp(line, other) == 0;
        free(other);
    }
    free(line);
    return there;
}

static void a_move_changes_no_cell(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        struct canvas before, after;
        walk_to(&walk, &walk.pages[i]);
        /* What was said on the way here goes with the first key. */
        sitting_command(&walk.s, CMD_TAB);
        paint(walk.s.w, sizes[0], &before);
        for (int n = 0; n < 40; n++) {
            sitting_command(&walk.s, n < 20 ? CMD_DOWN : CMD_UP);
            paint(walk.s.w, sizes[0], &after);
            for (int row = 0; row < after.rows; row++)
                if (!same_row(&before, &after, row) && was_there(&before, &after))
                    fail_on_page(&walk.pages[i], &after, "moving changed a cell");
            canvas_free(&before);
            before = after;
        }
        canvas_free(&before);
    }
}

static void is_in_40_columns(const struct walk_page *page, size_t number, const struct canvas *c)
{
    const struct row *row = &walk.s.w->page.rows[number];
    char *line = words_at(c, c->cursor_row, 0);
    if (*row->state && text_width(row->state, strlen(row->state)) <= 20 &&
        !strstr(line, row->state))
        fail_on_page(page, c, "the state is not on the cursor's line");
    free(line);
    for (int r = 0; r < c->rows; r++) {
        char *words = words_at(c, r, 0);
        if (text_width(words, strlen(words)) > 40)
            fail_on_page(page, c, words);
        if (strstr(words, "   ") || strstr(words, "....") || strstr(words, "--"))
            fail_on_page(page, c, "columns, dots or a frame");
        if (*words && strcspn(words, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789") == strlen(words))
            fail_on_page(page, c, "a line without a letter");
        free(words);
    }
}

static void every_line_says_what_it_is_in_40_columns(void **state)
{
    (void)state;
    on_every_row(is_in_40_columns);
}

/* The list begins with its first section, and what is in hand stays so in another mode. */
static void another_mode_has_the_same_thing_in_hand(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    for (size_t n = 0; n < 14; n++) {
        size_t number = s.w->page.rows[wizard_at(s.w)->focus].number;
        assert_int_equal(number, n);
        wizard_mode(s.w, n % 2 ? MODE_FULL : MODE_READER);
        assert_int_equal(s.w->page.rows[wizard_at(s.w)->focus].number, n);
        sitting_command(&s, CMD_DOWN);
    }
    sitting_end(&s);
}

/* 8. What a page says is words and figures of a keyboard: no ticks, dots or frames, unless the
 * person typed them. */

static void pages_are_painted_in_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        const struct walk_page *page = &walk.pages[i];
        struct text whole = {0};
        if (page->plan == 1 || page->plan == 2)
            continue; /* plans with words of their own */
        walk_to(&walk, page);
        struct canvas c;
        paint(walk.s.w, sizes[2], &c);
        canvas_text(&c, false, &whole);
        for (size_t b = 0; b < whole.len; b++)
            if ((unsigned char)whole.data[b] > 126)
                fail_on_page(page, &c, "a letter that is on no keyboard");
        text_free(&whole);
        canvas_free(&c);
    }
}

/* 13. An answer that can't be taken: its field is named, and what would be right; what was typed
 * stays, and the cursor in it. */

static void bad_answers_keep_the_cursor_and_the_words(void **state)
{
    static const char bad[] = "zz 2o zz";
    size_t refused = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        if (!can_type(&walk) || w->page.long_text)
            continue;
        enum place_kind kind = wizard_at(w)->kind;
        textedit_set(&w->edit, "", true);
        sitting_type(&walk.s, bad);
        sitting_command(&walk.s, CMD_OPEN);
        if (!w->trouble)
            continue;
        refused++;
        struct canvas c;
        paint(w, sizes[0], &c);
        if (wizard_at(w)->kind != kind || !wizard_typing(w) ||
            strcmp(text_str(&w->edit.text), bad) != 0)
            fail_on_page(&walk.pages[i], &c, "what was typed is gone, or the focus is");
        if (!strchr(w->message, '.') || strlen(w->message) > 160)
            fail_on_page(&walk.pages[i], &c, "it does not say what would be right");
        canvas_free(&c);
    }
    assert_true(refused > 20);
}

/* 16, 18. Stepping back keeps what was typed, and by itself changes nothing. */

static void back_leads_out_of_every_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        size_t depth = walk.s.w->depth;
        enum place_kind kind = wizard_at(walk.s.w)->kind;
        sitting_command(&walk.s, CMD_BACK);
        if (!walk_went_back(&walk, kind, depth))
            fail_msg("Esc does not lead away from the page %s (keys: %s)", walk.pages[i].name,
                     walk.pages[i].keys);
    }
}

static void back_changes_no_fact(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        struct wizard *w = walk.s.w;
        if (!w->plan)
            continue;
        char *before = sitting_bytes(w->plan, NULL);
        sitting_command(&walk.s, CMD_BACK);
        char *after = sitting_bytes(w->plan, NULL);
        if (strcmp(before, after) != 0)
            fail_msg("Esc changed the plan on the page %s (keys: %s)", walk.pages[i].name,
                     walk.pages[i].keys);
        free(before);
        free(after);
    }
}

/* Whether what was typed is in the plan, in a draft, or on the way into a file. */
static bool is_kept(const struct wizard *w, const char *typed)
{
    char *plan = w->plan ? sitting_bytes(w->plan, NULL) : text_copy("");
    bool kept = strstr(plan, typed) != NULL;
    for (size_t i = 0; i < w->draft_count && !kept; i++)
        kept = strstr(w->drafts[i].text, typed) != NULL;
    free(plan);
    return kept;
}

static void what_was_typed_is_kept_by_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        walk_to(&walk, &walk.pages[i]);
        /* A passphrase that is not used is kept nowhere. */
        if (!can_type(&walk) || walk.s.w->page.secret)
            continue;
        sitting_type(&walk.s, "zz 2o zz");
        sitting_command(&walk.s, CMD_BACK);
        if (!is_kept(walk.s.w, "zz 2o zz"))
            fail_msg("what was typed is lost by Esc on the page %s (keys: %s)", walk.pages[i].name,
                     walk.pages[i].keys);
    }
}

/* 17. Every command has one key without a chord, or a word or a line that does it. */

static bool has_plain_key(const struct command_info *info)
{
    for (const char *key = info->keys; *key;) {
        size_t n = strcspn(key, ",");
        if (!strstr(key, "-") || strcspn(key, "-") >= n || n == 1)
            return true;
        key += n + strspn(key + n, ", ");
    }
    return false;
}

static void no_command_needs_a_chord(void **state)
{
    (void)state;
    for (int cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++) {
        const struct command_info *info = command_info((enum command)cmd);
        /* What moves by words or to the ends of a text is a shortcut of what arrows do. */
        if (info->group == GROUP_WRITE || cmd == CMD_BACKTAB || cmd == CMD_REDRAW ||
            cmd == CMD_SUSPEND || cmd == CMD_LEAVE)
            continue; /* CMD_LEAVE is the habit of Ctrl-C; "quit" leaves, too */
        if (!has_plain_key(info) && !*info->word)
            fail_msg("\"%s\" has neither a key without a chord nor a word", info->help);
    }
}

/* 23. A bell is never all there is. */

static void a_bell_comes_with_words(void **state)
{
    size_t bells = 0;
    (void)state;
    for (size_t i = 0; i < walk.count; i++) {
        for (int cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++) {
            if (!walk_is_first(&walk, i) && cmd != CMD_OPEN)
                continue;
            walk_to(&walk, &walk.pages[i]);
            if (can_type(&walk))
                sitting_type(&walk.s, "zz");
            sitting_command(&walk.s, (enum command)cmd);
            const struct wizard *w = walk.s.w;
            bool bell = walk.s.left & (unsigned)FX_BELL, words = w->message && *w->message;
            bells += bell;
            if (bell && !words)
                fail_msg("a bell without words, on the page %s, after \"%s\"", walk.pages[i].name,
                         command_info((enum command)cmd)->help);
        }
    }
    assert_true(bells > 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_page_is_walked_to),
        cmocka_unit_test(the_cursor_is_on_the_first_letter_of_the_thing_in_hand),
        cmocka_unit_test(what_asks_is_begun_at_its_answer),
        cmocka_unit_test(no_sentence_is_cut_in_the_smallest_window),
        cmocka_unit_test(nothing_stands_before_the_first_letter),
        cmocka_unit_test(typing_changes_only_the_line_in_hand),
        cmocka_unit_test(moving_changes_no_word),
        cmocka_unit_test(pages_are_painted_in_ascii),
        cmocka_unit_test(bad_answers_keep_the_cursor_and_the_words),
        cmocka_unit_test(back_leads_out_of_every_page),
        cmocka_unit_test(back_changes_no_fact),
        cmocka_unit_test(what_was_typed_is_kept_by_back),
        cmocka_unit_test(no_command_needs_a_chord),
        cmocka_unit_test(a_bell_comes_with_words),
    };
    const struct CMUnitTest reader_tests[] = {
        cmocka_unit_test(every_kind_of_page_is_walked_to),
        cmocka_unit_test(the_cursor_is_on_the_first_letter_of_the_thing_in_hand),
        cmocka_unit_test(what_asks_is_begun_at_its_answer),
        cmocka_unit_test(no_sentence_is_cut_in_the_smallest_window),
        cmocka_unit_test(nothing_stands_before_the_first_letter),
        cmocka_unit_test(typing_changes_only_the_line_in_hand),
        cmocka_unit_test(pages_are_painted_in_ascii),
        cmocka_unit_test(another_mode_has_the_same_thing_in_hand),
        cmocka_unit_test(a_move_changes_no_cell),
        cmocka_unit_test(every_line_says_what_it_is_in_40_columns),
        cmocka_unit_test(bad_answers_keep_the_cursor_and_the_words),
        cmocka_unit_test(what_was_typed_is_kept_by_back),
    };
    setlocale(LC_ALL, "");
    mode = argc > 1 && strcmp(argv[1], "reader") == 0 ? MODE_READER : MODE_FULL;
    if (mode == MODE_READER)
        return cmocka_run_group_tests_name("rules of the screen reader's lines", reader_tests,
                                           walk_about, walk_home);
    return cmocka_run_group_tests_name("rules of the full screen", tests, walk_about, walk_home);
}
