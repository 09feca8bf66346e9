#include "test.h"

#include <stdio.h>
#include <string.h>

#include "given.h"
#include "scarce.h"
#include "supportplan/page.h"

static void strings_are_copied_and_said_again(void **state)
{
    struct page page = {0};
    char words[] = "My week";
    (void)state;
    page_say(&page, &page.title, words);
    struct row *row = page_add(&page, ROW_ITEM, words);
    page_say(&page, &row->state, words);
    words[0] = 'X';
    assert_string_equal(page.title, "My week");
    assert_string_equal(page.rows[0].text, "My week");
    assert_string_equal(page.rows[0].state, "My week");
    page_say(&page, &page.title, "My money");
    page_say(&page, &page.rows[0].text, NULL);
    assert_string_equal(page.title, "My money");
    assert_string_equal(page.rows[0].text, "");
    assert_false(page.nomem);
    page_clear(&page);
    assert_int_equal(page.count, 0);
    assert_null(page.title);
    page_clear(&page);
}

static void a_new_row_is_about_nothing(void **state)
{
    struct page page = {0};
    (void)state;
    struct row *row = page_item(&page, "Done", 7);
    assert_int_equal(row->role, ROW_ITEM);
    assert_string_equal(row->text, "Done");
    assert_string_equal(row->state, "");
    assert_string_equal(row->word, "");
    assert_string_equal(row->item, "");
    assert_int_equal(row->act, 7);
    assert_int_equal(row->field, FIELD_NONE);
    assert_int_equal(row->day, -1);
    assert_int_equal(row->indent, 0);
    assert_false(row->chosen);
    page_row_choose(&page, row);
    assert_true(row->chosen);
    assert_string_equal(row->state, "chosen"); /* in words too, for who can't see a mark */
    page_clear(&page);
}

static void words_that_are_not_there_make_no_row(void **state)
{
    struct page page = {0};
    (void)state;
    page_words(&page, NULL);
    page_words(&page, "");
    assert_int_equal(page.count, 0);
    page_words(&page, "Think of people and places.");
    assert_int_equal(page.count, 1);
    assert_int_equal(page.rows[0].role, ROW_TEXT);
    page_clear(&page);
}

static void a_long_page_keeps_every_row_in_order(void **state)
{
    struct page page = {0};
    char words[16];
    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(words, sizeof words, "%d", i);
        page_item(&page, words, i);
    }
    assert_int_equal(page.count, 1000);
    for (int i = 0; i < 1000; i++) {
        snprintf(words, sizeof words, "%d", i);
        assert_string_equal(page.rows[i].text, words);
    }
    page_clear(&page);
}

/* A page whose rows are written as letters: Text, Heading, Item, Edit, Figure, error (X), Gap. */
static struct page page_of(const char *letters)
{
    static const char roles[] = "THIEFXG"; /* in the order of enum row_role */
    struct page page = {0};
    for (; *letters; letters++)
        page_add(&page, (enum row_role)(strchr(roles, *letters) - roles), "words");
    return page;
}

static const struct {
    const char *rows;
    size_t from, want;
} focus_cases[] = {
    {"THIG", 0, 2},  {"THIG", 2, 2}, {"THIGI", 3, 4}, {"IG", 1, 0},   {"IGIG", 3, 2},
    {"IGIG", 99, 2}, {"TEF", 0, 1},  {"TEF", 2, 2},   {"THGX", 0, 4}, {"THGX", 2, 4},
    {"", 0, 0},      {"", 5, 0},     {"TTTF", 1, 3},
};

static void the_focus_goes_to_the_nearest_row_that_takes_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(focus_cases); i++) {
        struct page page = page_of(focus_cases[i].rows);
        size_t got = page_focusable(&page, focus_cases[i].from);
        if (got != focus_cases[i].want)
            fail_msg("'%s' from %zu: %zu", focus_cases[i].rows, focus_cases[i].from, got);
        page_clear(&page);
    }
}

static void only_items_edits_and_figures_take_the_focus(void **state)
{
    static const bool want[] = {false, false, true, true, true, false, false};
    struct page page = page_of("THIEFXG");
    (void)state;
    for (size_t i = 0; i < page.count; i++)
        if (row_focusable(&page.rows[i]) != want[i])
            fail_msg("role %zu", i);
    assert_int_equal(page_edit_row(&page), 3);
    page_clear(&page);
    page = page_of("THI");
    assert_int_equal(page_edit_row(&page), 3);
    page_clear(&page);
}

/* The screens' example: 4.53 left a week, 18.14 in four weeks, 235.82 a year. */
static void a_figure_is_said_in_one_line_or_a_period_a_line(void **state)
{
    static const struct {
        bool known, year_only;
        const char *want, *lines;
    } cases[] = {
        {true, false,
         "Left: 4.53 a week, 18.14 every 4 weeks, 19.65 a month, 235.82 a year (52 "
         "weeks)",
         "Left: 4.53 a week\nLeft: 18.14 every 4 weeks\nLeft: 19.65 a month\n"
         "Left: 235.82 a year, 52 weeks\n"},
        {true, true, "Left: 235.82 a year (52 weeks)", "Left: 235.82 a year, 52 weeks\n"},
        {false, false, "Left: not known yet", "Left: not known yet\n"},
    };
    struct plan *plan = given_plan("plan - form=x");
    struct budget budget;
    (void)state;
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct page page = {0};
        struct text got = {0};
        struct row *row = page_add(&page, ROW_FIGURE, "Left");
        row->known = cases[i].known;
        row->year_only = cases[i].year_only;
        row->columns =
            (struct columns){.week = 453, .four_weeks = 1814, .month = 1965, .year = 23582};
        page_figure_words(row, &budget, &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("'%s' not '%s'", text_str(&got), cases[i].want);
        text_clear(&got);
        page_figure_lines(row, &budget, &got);
        if (strcmp(text_str(&got), cases[i].lines) != 0)
            fail_msg("'%s' not '%s'", text_str(&got), cases[i].lines);
        text_free(&got);
        page_clear(&page);
    }
    budget_free(&budget);
    plan_free(plan);
}

/* A page that is short of memory can still be read: no string of its rows is missing. */
static void without_memory_a_page_is_short_but_whole(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct page page = {0};
        page_say(&page, &page.title, "My week");
        for (int i = 0; i < 3; i++) {
            struct row *row = page_item(&page, "Done", 1);
            page_say(&page, &row->word, "done");
            page_row_choose(&page, row);
            assert_non_null(row->text);
            assert_non_null(row->state);
            assert_non_null(row->word);
        }
        assert_int_equal(page.nomem, scarce_hit());
        for (size_t i = 0; i < page.count; i++)
            assert_true(page.rows[i].text && page.rows[i].state && page.rows[i].word);
        assert_true(page.nomem || page.count == 3);
        page_clear(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_copied_and_said_again),
        cmocka_unit_test(a_new_row_is_about_nothing),
        cmocka_unit_test(words_that_are_not_there_make_no_row),
        cmocka_unit_test(a_long_page_keeps_every_row_in_order),
        cmocka_unit_test(the_focus_goes_to_the_nearest_row_that_takes_it),
        cmocka_unit_test(only_items_edits_and_figures_take_the_focus),
        cmocka_unit_test(a_figure_is_said_in_one_line_or_a_period_a_line),
        cmocka_unit_test(without_memory_a_page_is_short_but_whole),
    };
    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
