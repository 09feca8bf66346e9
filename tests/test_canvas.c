#include "test.h"

#include <locale.h>
#include <string.h>

#include "scarce.h"
#include "supportplan/canvas.h"

#define POUND "\xc2\xa3"
#define ACUTE "\xcc\x81"
#define SUN "\xe6\x97\xa5" /* two columns */
#define BRITAIN "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7"

/* Fails where the canvas, read back as text, is not what is wanted. */
static void expect_text(const struct canvas *c, bool cursor, const char *want, const char *what)
{
    struct text got = {0};
    canvas_text(c, cursor, &got);
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("%s:\n%s\nnot:\n%s", what, text_str(&got), want);
    text_free(&got);
}

/* Every cell holds something, and a right half stands only behind its left one. */
static void expect_sane(const struct canvas *c)
{
    for (int row = 0; row < c->rows; row++) {
        int covered = 0;
        for (int col = 0; col < c->cols; col++) {
            const struct cell *cell = canvas_at(c, row, col);
            int width = text_width(cell->text, strlen(cell->text));
            if (covered > 0 ? width != 0 : width < 1)
                fail_msg("row %d, column %d: '%s'", row, col, cell->text);
            covered = covered > 0 ? covered - 1 : width - 1;
        }
        assert_int_equal(covered, 0);
    }
}

static void a_new_canvas_is_blank(void **state)
{
    struct canvas c;
    (void)state;
    assert_int_equal(canvas_init(&c, 2, 3), ST_OK);
    assert_int_equal(c.rows, 2);
    assert_int_equal(c.cols, 3);
    expect_sane(&c);
    expect_text(&c, false, "", "blank");
    expect_text(&c, true, "\n^\n", "blank, with the cursor");
    for (int col = 0; col < 3; col++) {
        assert_string_equal(canvas_at(&c, 1, col)->text, " ");
        assert_int_equal(canvas_at(&c, 1, col)->look, LOOK_PLAIN);
    }
    canvas_free(&c);
    canvas_free(&c);
}

static void a_size_is_kept_within_bounds(void **state)
{
    static const int cases[][4] = {
        {0, 0, 1, 1}, {-5, 7, 1, 7}, {2, 5000, 2, 1000}, {9999, 1, 1000, 1}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct canvas c;
        assert_int_equal(canvas_init(&c, cases[i][0], cases[i][1]), ST_OK);
        if (c.rows != cases[i][2] || c.cols != cases[i][3])
            fail_msg("case %zu: %d x %d", i, c.rows, c.cols);
        expect_sane(&c);
        canvas_free(&c);
    }
}

static void without_memory_there_is_no_canvas(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct canvas c;
        enum status st = canvas_init(&c, 2, 3);
        if (scarce_hit()) {
            assert_int_equal(st, ST_NOMEM);
            assert_null(c.cells);
        } else {
            assert_int_equal(st, ST_OK);
        }
        canvas_free(&c);
    }
}

static const struct {
    int row, col;
    const char *s, *want;
    int after;
} puts_cases[] = {
    /* on 2 rows of 8 columns */
    {0, 0, "My week", "My week\n", 7},
    {1, 2, "Mon", "\n  Mon\n", 5},
    {0, 0, "", "", 0},
    {0, 3, "garden", "   garde\n", 8},
    {0, -2, "garden", "rden\n", 4},
    {0, -2, "a garden wall", "garden w\n", 8},
    {0, -9, "garden", "", -3},
    {0, 8, "x", "", 8},
    {0, 20, "x", "", 8},
    {-1, 0, "x", "", 0},
    {2, 0, "x", "", 0},
    {0, 0, POUND "5", POUND "5\n", 2},
    {0, 0, "Cafe" ACUTE "s", "Cafe" ACUTE "s\n", 5},
    {0, 0, SUN SUN, SUN SUN "\n", 4},
    {0, 7, SUN, "", 8}, /* half of it would be off the canvas */
    {0, 5, SUN SUN, "     " SUN "\n", 8},
    {0, -1, SUN "x", " x\n", 2},
    {0, 0, BRITAIN "x", BRITAIN "x\n", 3},
    {0, 0, ACUTE "x", "x\n", 1},
    {0, 0, "a\tb", "a  b\n", 4},
};

static void what_is_put_is_read_back_and_clipped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(puts_cases); i++) {
        struct canvas c;
        assert_int_equal(canvas_init(&c, 2, 8), ST_OK);
        int after =
            canvas_puts(&c, puts_cases[i].row, puts_cases[i].col, LOOK_PLAIN, puts_cases[i].s);
        if (after != puts_cases[i].after)
            fail_msg("case %zu: column %d after it, not %d", i, after, puts_cases[i].after);
        expect_text(&c, false, puts_cases[i].want, puts_cases[i].s);
        expect_sane(&c);
        canvas_free(&c);
    }
}

static void a_wide_character_half_painted_over_leaves_a_blank(void **state)
{
    static const struct {
        int col;
        const char *s, *want;
    } cases[] = {
        /* over "a" SUN SUN "b": columns 1-2 and 3-4 */
        {0, "x", "x" SUN SUN "b\n"}, {1, "x", "ax " SUN "b\n"},      {2, "x", "a x" SUN "b\n"},
        {3, "x", "a" SUN "x b\n"},   {4, "x", "a" SUN " xb\n"},      {1, "xy", "axy" SUN "b\n"},
        {2, "xy", "a xy b\n"},       {2, SUN, "a " SUN " b\n"},      {1, SUN, "a" SUN SUN "b\n"},
        {0, SUN, SUN " " SUN "b\n"}, {4, SUN, "a" SUN " " SUN "\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct canvas c;
        assert_int_equal(canvas_init(&c, 1, 6), ST_OK);
        canvas_puts(&c, 0, 0, LOOK_PLAIN, "a" SUN SUN "b");
        canvas_puts(&c, 0, cases[i].col, LOOK_PLAIN, cases[i].s);
        expect_text(&c, false, cases[i].want, cases[i].want);
        expect_sane(&c);
        canvas_free(&c);
    }
}

static void a_cluster_too_long_for_a_cell_loses_whole_marks(void **state)
{
    struct canvas c;
    struct text s = {0};
    (void)state;
    text_add(&s, "e");
    for (int i = 0; i < 40; i++)
        text_add(&s, ACUTE);
    text_add(&s, "x");
    assert_int_equal(canvas_init(&c, 1, 4), ST_OK);
    assert_int_equal(canvas_puts(&c, 0, 0, LOOK_PLAIN, text_str(&s)), 2);
    const char *cell = canvas_at(&c, 0, 0)->text;
    assert_int_equal(strlen(cell), 31); /* one letter and fifteen marks of two bytes */
    assert_true(text_is_utf8(cell, 31));
    assert_string_equal(canvas_at(&c, 0, 1)->text, "x");
    text_free(&s);
    canvas_free(&c);
}

static void a_cluster_is_cut_between_its_characters(void **state)
{
    /* a letter of two bytes and marks of three: nine of them fit into 31 bytes */
    static const char mark[] = "\xef\xb8\xa0";
    struct canvas c;
    struct text s = {0};
    (void)state;
    text_add(&s, "\xc3\xa9");
    for (int i = 0; i < 20; i++)
        text_add(&s, mark);
    assert_int_equal(canvas_init(&c, 1, 4), ST_OK);
    assert_int_equal(canvas_puts(&c, 0, 0, LOOK_PLAIN, text_str(&s)), 1);
    const char *cell = canvas_at(&c, 0, 0)->text;
    assert_int_equal(strlen(cell), 2 + 9 * 3);
    assert_true(text_is_utf8(cell, strlen(cell)));
    text_free(&s);
    canvas_free(&c);
}

static void a_look_goes_with_what_is_put(void **state)
{
    struct canvas c;
    (void)state;
    assert_int_equal(canvas_init(&c, 1, 6), ST_OK);
    canvas_puts(&c, 0, 1, LOOK_TITLE, "a" SUN);
    static const enum look want[] = {LOOK_PLAIN, LOOK_TITLE, LOOK_TITLE,
                                     LOOK_TITLE, LOOK_PLAIN, LOOK_PLAIN};
    for (int col = 0; col < 6; col++)
        assert_int_equal(canvas_at(&c, 0, col)->look, want[col]);
    canvas_free(&c);
}

static void a_look_changes_no_cell(void **state)
{
    static const struct {
        int row, col, len, first, last;
    } cases[] = {
        {0, 1, 2, 1, 2},   {0, -1, 3, 0, 1}, {0, 4, 99, 4, 5},  {0, 0, 0, 0, -1},
        {0, 2, -3, 0, -1}, {0, 9, 2, 0, -1}, {-1, 0, 6, 0, -1}, {1, 0, 6, 0, -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct canvas c;
        assert_int_equal(canvas_init(&c, 1, 6), ST_OK);
        canvas_puts(&c, 0, 0, LOOK_HINT, "garden");
        canvas_look(&c, cases[i].row, cases[i].col, cases[i].len, LOOK_FOCUS);
        for (int col = 0; col < 6; col++) {
            bool changed = col >= cases[i].first && col <= cases[i].last;
            if (canvas_at(&c, 0, col)->look != (changed ? LOOK_FOCUS : LOOK_HINT))
                fail_msg("case %zu, column %d", i, col);
        }
        expect_text(&c, false, "garden\n", "the words");
        canvas_free(&c);
    }
}

static void the_cursor_stays_on_the_canvas(void **state)
{
    static const int cases[][4] = {
        {1, 2, 1, 2}, {-1, -1, 0, 0}, {3, 8, 2, 7}, {1, 99, 1, 7}, {99, 0, 2, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct canvas c;
        assert_int_equal(canvas_init(&c, 3, 8), ST_OK);
        canvas_cursor(&c, cases[i][0], cases[i][1]);
        if (c.cursor_row != cases[i][2] || c.cursor_col != cases[i][3])
            fail_msg("case %zu: %d, %d", i, c.cursor_row, c.cursor_col);
        canvas_free(&c);
    }
}

static void the_picture_shows_the_cursor_under_its_row(void **state)
{
    struct canvas c;
    (void)state;
    assert_int_equal(canvas_init(&c, 5, 12), ST_OK);
    canvas_puts(&c, 0, 0, LOOK_TITLE, "My week  ");
    canvas_puts(&c, 2, 2, LOOK_PLAIN, "Mon");
    canvas_cursor(&c, 2, 2);
    expect_text(&c, false, "My week\n\n  Mon\n", "without the cursor");
    expect_text(&c, true, "My week\n\n  Mon\n  ^\n", "with it");
    canvas_cursor(&c, 0, 11);
    expect_text(&c, true, "My week\n           ^\n\n  Mon\n", "in a row above");
    canvas_cursor(&c, 3, 0);
    expect_text(&c, true, "My week\n\n  Mon\n\n^\n", "in a blank row");
    canvas_free(&c);
}

static void clearing_makes_it_blank_again(void **state)
{
    struct canvas c;
    (void)state;
    assert_int_equal(canvas_init(&c, 2, 4), ST_OK);
    canvas_puts(&c, 1, 0, LOOK_ERROR, SUN SUN);
    canvas_cursor(&c, 1, 3);
    canvas_clear(&c);
    expect_text(&c, true, "\n^\n", "cleared");
    expect_sane(&c);
    assert_int_equal(canvas_at(&c, 1, 1)->look, LOOK_PLAIN);
    canvas_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_canvas_is_blank),
        cmocka_unit_test(without_memory_there_is_no_canvas),
        cmocka_unit_test(a_size_is_kept_within_bounds),
        cmocka_unit_test(what_is_put_is_read_back_and_clipped),
        cmocka_unit_test(a_wide_character_half_painted_over_leaves_a_blank),
        cmocka_unit_test(a_cluster_too_long_for_a_cell_loses_whole_marks),
        cmocka_unit_test(a_cluster_is_cut_between_its_characters),
        cmocka_unit_test(a_look_goes_with_what_is_put),
        cmocka_unit_test(a_look_changes_no_cell),
        cmocka_unit_test(the_cursor_stays_on_the_canvas),
        cmocka_unit_test(the_picture_shows_the_cursor_under_its_row),
        cmocka_unit_test(clearing_makes_it_blank_again),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("canvas", tests, NULL, NULL);
}
