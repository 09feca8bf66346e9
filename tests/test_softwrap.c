#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "supportplan/softwrap.h"
#include "supportplan/textedit.h"

/* What text_wrap() says of the whole text is what must be known after any change. */
static void expect_as_whole(const struct softwrap *sw, const struct text *t, const char *what)
{
    struct span *lines = NULL;
    size_t count = 0;
    assert_int_equal(text_wrap(text_str(t), t->len, sw->cols, &lines, &count), ST_OK);
    bool same = count == sw->count;
    for (size_t i = 0; same && i < count; i++)
        same = lines[i].at == sw->lines[i].at && lines[i].len == sw->lines[i].len;
    free(lines);
    if (!same)
        fail_msg("%s: %zu lines where there are %zu, in %d columns of:\n%s", what, sw->count, count,
                 sw->cols, text_str(t));
}

static const struct {
    const char *before;
    size_t at, cut;
    const char *put;
    int cols;
} changes[] = {
    {"", 0, 0, "a", 10},
    {"one two", 7, 0, " three four", 8},
    {"one two three", 3, 10, "", 8},
    {"one two three", 0, 13, "", 8},
    {"one two three", 0, 0, "\n", 8},
    {"one\ntwo\nthree", 3, 1, " ", 8},
    {"one\ntwo\nthree", 13, 0, "\n\n", 8},
    {"aaaaaaaaaaaaaaaaaaaaaaaa", 3, 0, " ", 8},
    {"aaa aaaaaaaaaaaaaaaaaaaa", 3, 1, "", 8},
    /* what a line ends with goes back to the line before, where there is room for it now */
    {"wash and dress, breakfast and tea", 5, 4, "", 12},
    /* the first letter of a line takes an accent */
    {"aaaa bbbb", 6, 0, "\xcc\x81", 5},
    {"one     \n  two", 4, 0, "     ", 6},
};

static void a_change_leaves_the_lines_of_the_whole_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++) {
        struct text t = {0};
        struct softwrap sw = {0};
        text_add(&t, changes[i].before);
        assert_int_equal(softwrap_make(&sw, text_str(&t), t.len, changes[i].cols), ST_OK);
        size_t put = strlen(changes[i].put);
        text_splice(&t, changes[i].at, changes[i].cut, changes[i].put, put);
        softwrap_change(&sw, text_str(&t), t.len, changes[i].at, changes[i].cut, put);
        assert_int_equal(softwrap_reach(&sw, text_str(&t), t.len, t.len, 1), ST_OK);
        expect_as_whole(&sw, &t, changes[i].before);
        softwrap_free(&sw);
        text_free(&t);
    }
}

#define ROWS 18

/* A label of 10 columns stands before the first line, of 20: "wash and" has room behind it. */
static void a_label_makes_only_the_first_line_shorter(void **state)
{
    static const char words[] = "wash and dress, breakfast and tea";
    struct textedit te = {.want_col = -1};
    (void)state;
    assert_int_equal(textedit_set(&te, words, false), ST_OK);
    textedit_wrap(&te, 20, 10, ROWS);
    assert_int_equal(te.wrap.count, 3);
    assert_int_equal(te.wrap.lines[1].at, 9);
    assert_int_equal(te.wrap.lines[2].at, 30);
    /* up and down keep to the column of the screen: 12 is behind "dress, break", and "wa" above */
    te.at = 9 + 12;
    textedit_do(&te, TE_UP, 20);
    assert_int_equal(te.at, 2);
    textedit_do(&te, TE_DOWN, 20);
    assert_int_equal(te.at, 9 + 12);
    /* "I " goes before it: "I wash and" just fits; without a label it is as wide as the others */
    te.at = 0;
    assert_int_equal(textedit_insert(&te, "I ", 2, false), ST_OK);
    assert_int_equal(te.wrap.lines[1].at, 11);
    textedit_wrap(&te, 20, 0, ROWS);
    assert_int_equal(te.wrap.lines[1].at, 18);
    textedit_free(&te);
}

static const char *const pieces[] = {
    " ",
    "  ",
    "\n",
    "a",
    "tea ",
    "garden-gate ",
    "supercalifragilistic",
    "\t",
    "-",
    "/",
    ", ",
    ("\xc2\xa3"
     "5"),
    "\xcc\x81",
    "\xe6\x97\xa5",
    "\xf0\x9f\x87\xac",
    "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
    "\xe2\x80\x8d",
    "(",
    ")",
    "\xc2\xa0",
    "\r",
    "1.50",
};

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

static void change_at_random(struct text *t, struct softwrap *sw, unsigned *seed)
{
    const char *put = pieces[next_random(seed) % COUNT(pieces)];
    size_t at = text_settle(text_str(t), t->len, next_random(seed) % (t->len + 1), false);
    size_t cut = next_random(seed) % 3 ? 0 : next_random(seed) % 12, len = strlen(put);
    size_t end = at + cut < t->len ? at + cut : t->len;
    cut = text_settle(text_str(t), t->len, end, true) - at;
    if (t->len > 300) {
        at = 0;
        cut = text_settle(text_str(t), t->len, 150, true);
    }
    text_splice(t, at, cut, put, len);
    softwrap_change(sw, text_str(t), t->len, at, cut, len);
}

static void random_changes_leave_the_lines_of_the_whole_text(void **state)
{
    static const int widths[] = {1, 2, 3, 7, 12, 30, 79};
    (void)state;
    for (unsigned i = 0; i < COUNT(widths); i++) {
        struct text t = {0};
        struct softwrap sw = {0};
        unsigned seed = i + 1;
        assert_int_equal(softwrap_make(&sw, "", 0, widths[i]), ST_OK);
        for (int n = 0; n < 3000; n++) {
            change_at_random(&t, &sw, &seed);
            assert_int_equal(softwrap_reach(&sw, text_str(&t), t.len, t.len, 1), ST_OK);
            expect_as_whole(&sw, &t, "a random change");
        }
        softwrap_free(&sw);
        text_free(&t);
    }
}

/* ---- what it costs: lines found, not time ---- */

enum prose { VARIED, PARAGRAPHS, ONE_WORD_OVER_AND_OVER, NO_BLANK, PROSES };

static void add_prose(struct text *t, size_t len, enum prose prose)
{
    static const char *const words[] = {"my ",        "garden ", "a ", "Thursday ", "choir ", "is ",
                                        "breakfast ", "slowly ", "I ", "get ",      "ready. "};
    unsigned seed = 7;
    while (t->len < len) {
        if (prose == PARAGRAPHS && next_random(&seed) % 30 == 0)
            text_add_char(t, '\n');
        text_add(t, prose == NO_BLANK                 ? "a"
                    : prose == ONE_WORD_OVER_AND_OVER ? "word "
                                                      : words[next_random(&seed) % COUNT(words)]);
    }
}

/* Lines found for a letter: those before it, and a screen of those behind it at most. */
#define LINES_A_LETTER (ROWS + 6)
#define LETTERS 200

/* Lines found for 200 letters and for undoing them, at a place in thirds of the text. */
static unsigned long lines_found(size_t len, enum prose prose, size_t third)
{
    struct textedit te = {0};
    struct text t = {0};
    add_prose(&t, len, prose);
    assert_int_equal(textedit_set(&te, text_str(&t), false), ST_OK);
    textedit_wrap(&te, 79, 0, ROWS);
    te.at = t.len * third / 2;
    uint64_t before = te.wrap.found;
    for (int n = 0; n < LETTERS; n++) {
        uint64_t was = te.wrap.found;
        assert_int_equal(textedit_insert(&te, n % 6 ? "x" : " ", 1, false), ST_OK);
        if (te.wrap.found - was > LINES_A_LETTER || te.wrap.cols != 79)
            fail_msg("prose %d, third %zu, letter %d: %d lines found", (int)prose, third, n,
                     (int)(te.wrap.found - was));
    }
    while (textedit_do(&te, TE_UNDO, 79))
        ;
    assert_string_equal(text_str(&te.text), text_str(&t));
    unsigned long found = (unsigned long)(te.wrap.found - before);
    textedit_free(&te);
    text_free(&t);
    return found;
}

static void a_letter_in_a_long_answer_finds_no_more_lines_than_a_screen_has(void **state)
{
    (void)state;
    for (int prose = 0; prose < PROSES; prose++)
        for (size_t third = 0; third < 3; third++)
            lines_found(100000, (enum prose)prose, third);
}

/* Prose meets the lines that were there after two or three: so a letter costs what it costs in a
 * text of a few lines. */
static void a_letter_in_long_prose_finds_few_lines(void **state)
{
    (void)state;
    for (int prose = VARIED; prose <= PARAGRAPHS; prose++) {
        for (size_t third = 0; third < 3; third++) {
            unsigned long brief = lines_found(1000, (enum prose)prose, third);
            unsigned long found = lines_found(100000, (enum prose)prose, third);
            if (found > 2 * brief + LETTERS)
                fail_msg("prose %d, third %zu: %lu lines found, and %lu in a short text", prose,
                         third, found, brief);
        }
    }
}

/* Whatever is done, the lines round the insertion point are those of the whole text. */
static void expect_known_round_the_point(struct textedit *te, const char *what)
{
    struct span *lines = NULL;
    size_t count = 0, here = softwrap_line(&te->wrap, te->at);
    assert_int_equal(text_wrap(text_str(&te->text), te->text.len, 79, &lines, &count), ST_OK);
    bool whole = te->wrap.next > te->text.len;
    bool known = whole ? te->wrap.count == count : te->wrap.count > here + ROWS;
    for (size_t i = 0; known && i < te->wrap.count; i++)
        known = i < count && lines[i].at == te->wrap.lines[i].at;
    free(lines);
    if (!known)
        fail_msg("%s: %zu of %zu lines known, the point on line %zu", what, te->wrap.count, count,
                 here);
}

static void the_lines_round_the_point_are_always_known(void **state)
{
    struct textedit te = {0};
    struct text t = {0};
    unsigned seed = 3;
    (void)state;
    add_prose(&t, 30000, ONE_WORD_OVER_AND_OVER);
    assert_int_equal(textedit_set(&te, text_str(&t), false), ST_OK);
    textedit_wrap(&te, 79, 0, ROWS);
    for (int n = 0; n < 600; n++) {
        enum textedit_op op = (enum textedit_op)(next_random(&seed) % (TE_REDO + 1));
        if (n % 3 == 0)
            textedit_insert(&te, "seven x", 7, false);
        else
            textedit_do(&te, op, 79);
        expect_known_round_the_point(&te, "after an operation");
    }
    textedit_free(&te);
    text_free(&t);
}

static void another_width_is_found_once(void **state)
{
    struct softwrap sw = {0};
    const char *s = "one two three four";
    (void)state;
    assert_int_equal(softwrap_make(&sw, s, strlen(s), 9), ST_OK);
    uint64_t found = sw.found;
    assert_int_equal(softwrap_make(&sw, s, strlen(s), 9), ST_OK);
    assert_int_equal(sw.found, found);
    assert_int_equal(softwrap_make(&sw, s, strlen(s), 5), ST_OK);
    assert_int_equal(sw.count, 4);
    softwrap_free(&sw);
}

static void the_line_of_a_byte_is_the_last_that_begins_before_it(void **state)
{
    struct softwrap sw = {0};
    const char *s = "one two\n\nthree";
    static const size_t want[] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3};
    (void)state;
    assert_int_equal(softwrap_make(&sw, s, strlen(s), 5), ST_OK);
    for (size_t at = 0; at <= strlen(s); at++)
        if (softwrap_line(&sw, at) != want[at])
            fail_msg("byte %zu is on line %zu", at, softwrap_line(&sw, at));
    softwrap_free(&sw);
}

/* Given by hand, so that the text itself is never short of memory. */
static void without_memory_no_lines_are_known(void **state)
{
    const char *s = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    struct text t = {0};
    (void)state;
    text_add(&t, s);
    for (int n = 0; scarce_from(&n);) {
        struct softwrap sw = {0};
        enum status st = softwrap_make(&sw, "", 0, 5);
        bool made = st == ST_OK;
        softwrap_change(&sw, s, strlen(s), 0, 0, strlen(s));
        softwrap_reach(&sw, s, strlen(s), strlen(s), 1);
        if (scarce_hit())
            assert_int_equal(sw.cols, 0);
        else
            expect_as_whole(&sw, &t, "with memory enough");
        assert_int_equal(made ? ST_OK : ST_NOMEM, st);
        softwrap_free(&sw);
    }
    text_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_label_makes_only_the_first_line_shorter),
        cmocka_unit_test(a_change_leaves_the_lines_of_the_whole_text),
        cmocka_unit_test(random_changes_leave_the_lines_of_the_whole_text),
        cmocka_unit_test(a_letter_in_a_long_answer_finds_no_more_lines_than_a_screen_has),
        cmocka_unit_test(a_letter_in_long_prose_finds_few_lines),
        cmocka_unit_test(the_lines_round_the_point_are_always_known),
        cmocka_unit_test(another_width_is_found_once),
        cmocka_unit_test(the_line_of_a_byte_is_the_last_that_begins_before_it),
        cmocka_unit_test(without_memory_no_lines_are_known),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests_name("softwrap", tests, NULL, NULL);
}
