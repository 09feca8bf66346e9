/*
 * A table's rows one by one: only of a table that is spelt to the byte as we write it, and
 * then with the cells that reading it whole gives.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce_csv.h"
#include "supportplan/csv_table.h"
#include "test.h"

static const char *const columns[] = {"a", "b"};
static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = 2,
    .bytes_max = 1 << 20,
    .rows_max = 1000,
    .value_max = 100,
};

/* What was given: [cell|cell] for each row, and how many cells are as in the row before. */
struct given {
    struct text rows;
    size_t stop_at; /* the row, from 1, that is not wanted; 0 for none */
    size_t count;
};

static bool take(const char *const *cells, size_t same, void *data)
{
    struct given *given = data;
    text_addf(&given->rows, "[%s|%s]%zu", cells[0], cells[1], same);
    return ++given->count != given->stop_at;
}

static enum status each(const char *bytes, size_t len, size_t chunk, struct given *given)
{
    struct csv_wanted how = wanted;
    how.chunk = chunk;
    /* Memory of just that size, so that a byte read too far is found. */
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, bytes, len);
    enum status st = csv_table_each(exact, len, &how, take, given);
    free(exact);
    return st;
}

#define HEAD "\"a\",\"b\"\n"
#define SIXTY "123456789 123456789 123456789 123456789 123456789 123456789 "

static const struct {
    const char *bytes, *want;
} taken[] = {
    {HEAD, ""},
    {HEAD "\"\",\"\"\n", "[|]0"},
    {HEAD "\"x\",\"1\"\n\"x\",\"2\"\n\"y\",\"2\"\n", "[x|1]0[x|2]1[y|2]0"},
    {HEAD "\"a\",\"1\"\n", "[a|1]1"}, /* as in the first row */
    {HEAD "\"x\",\"say \"\"no\"\"\"\n", "[x|say \"no\"]0"},
    {HEAD "\"x\",\"\"\"\"\n", "[x|\"]0"},
    {HEAD "\"\"\",\",\"1\"\n", "[\",|1]0"},
    {HEAD "\"x\",\"two\nlines\"\n", "[x|two\nlines]0"},
    {HEAD "\"x\",\"'=1+1\"\n", "[x|=1+1]0"}, /* the guard goes */
    {HEAD "\"x\",\"'tis\"\n", "[x|'tis]0"},
    {HEAD "\"x\",\"-5\"\n", "[x|-5]0"},
    {HEAD "\"Zo\u00eb\",\"\u00a32\"\n", "[Zo\u00eb|\u00a32]0"},
    {HEAD "\"" SIXTY "123\",\"1\"\n", "[" SIXTY "123|1]0"},
};

static void a_table_as_we_write_it_is_given_row_by_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(taken); i++)
        for (size_t chunk = 0; chunk <= strlen(taken[i].bytes); chunk++) {
            struct given given = {0};
            enum status st = each(taken[i].bytes, strlen(taken[i].bytes), chunk, &given);
            if (st || strcmp(text_str(&given.rows), taken[i].want) != 0)
                fail_msg("'%s' in pieces of %zu: status %d, %s", taken[i].bytes, chunk, (int)st,
                         text_str(&given.rows));
            text_free(&given.rows);
        }
}

static const struct {
    const char *what, *bytes;
} left[] = {
    {"nothing", ""},
    {"a byte-order mark", "\xef\xbb\xbf" HEAD},
    {"other columns", "\"a\",\"c\"\n"},
    {"a column's name in capitals", "\"A\",\"b\"\n"},
    {"a name with blanks", "\" a\",\"b\"\n"},
    {"no quotes", HEAD "x,\"1\"\n"},
    {"a blank before a quote", HEAD " \"x\",\"1\"\n"},
    {"a blank behind a quote", HEAD "\"x\" ,\"1\"\n"},
    {"a blank at the end", HEAD "\"x\",\"1\" \n"},
    {"an empty line", HEAD "\n\"x\",\"1\"\n"},
    {"an empty line at the end", HEAD "\"x\",\"1\"\n\n"},
    {"no end of the line", HEAD "\"x\",\"1\""},
    {"no end of the quotes", HEAD "\"x\",\"1\n"},
    {"CRLF", "\"a\",\"b\"\r\n"},
    {"a semicolon", "\"a\";\"b\"\n"},
    {"blanks alone", " \n"},
    {"too few cells", HEAD "\"x\"\n"},
    {"too many cells", HEAD "\"x\",\"1\",\"\"\n"},
    {"no guard", HEAD "\"x\",\"=1+1\"\n"},
    {"a quote in the middle", HEAD "\"x\",\"a\"b\"\n"},
    {"a byte that is no UTF-8", HEAD "\"x\",\"\xff\"\n"},
    {"a quote in the middle of a name", HEAD "\"x\"\"y\",\"1\" \n"},
    {"a long name", HEAD "\"" SIXTY "1234\",\"1\"\n"},
    {"a long value", HEAD "\"x\",\"" SIXTY SIXTY "\"\n"},
};

static void any_other_table_is_left_to_be_read_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(left); i++)
        for (size_t chunk = 0; chunk <= strlen(left[i].bytes); chunk++) {
            struct given given = {0};
            enum status st = each(left[i].bytes, strlen(left[i].bytes), chunk, &given);
            text_free(&given.rows);
            if (st != ST_UNKNOWN)
                fail_msg("%s, in pieces of %zu: status %d", left[i].what, chunk, (int)st);
        }
}

static void a_nul_is_left_to_be_refused(void **state)
{
    static const char bytes[] = HEAD "\"x\",\"1\0\"\n";
    struct given given = {0};
    (void)state;
    assert_int_equal(each(bytes, sizeof bytes - 1, 0, &given), ST_UNKNOWN);
    text_free(&given.rows);
}

static void no_row_comes_after_one_that_is_not_wanted(void **state)
{
    static const char bytes[] = HEAD "\"x\",\"1\"\n\"x\",\"2\"\n\"x\",\"3\"\n";
    struct given given = {.stop_at = 2};
    (void)state;
    assert_int_equal(each(bytes, sizeof bytes - 1, 0, &given), ST_UNKNOWN);
    assert_string_equal(text_str(&given.rows), "[x|1]0[x|2]1");
    text_free(&given.rows);
}

static void without_memory_inside_libcsv_nothing_is_given(void **state)
{
    static const char bytes[] = HEAD "\"x\",\"1\"\n";
    struct given given = {0};
    (void)state;
    no_memory_inside = true;
    enum status st = each(bytes, sizeof bytes - 1, 0, &given);
    no_memory_inside = false;
    assert_int_equal(st, ST_NOMEM);
    assert_int_equal(given.count, 0);
}

static void a_file_above_its_limit_is_left_to_be_refused(void **state)
{
    struct given given = {0};
    struct text bytes = {0};
    (void)state;
    text_add(&bytes, HEAD);
    while (bytes.len <= wanted.bytes_max)
        text_add(&bytes, "\"x\",\"" SIXTY "\"\n");
    assert_int_equal(each(text_str(&bytes), bytes.len, 0, &given), ST_UNKNOWN);
    assert_int_equal(given.count, 0);
    text_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_as_we_write_it_is_given_row_by_row),
        cmocka_unit_test(any_other_table_is_left_to_be_read_whole),
        cmocka_unit_test(a_nul_is_left_to_be_refused),
        cmocka_unit_test(no_row_comes_after_one_that_is_not_wanted),
        cmocka_unit_test(a_file_above_its_limit_is_left_to_be_refused),
        cmocka_unit_test(without_memory_inside_libcsv_nothing_is_given),
    };
    return cmocka_run_group_tests_name("csv_table_each", tests, NULL, NULL);
}
