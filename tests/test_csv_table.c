/*
 * Tables of cells: how a file may be spelt, on which line a row begins, and the guard
 * against formulas.
 */
#include "supportplan/csv_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "scarce_csv.h"
#include "test.h"

static const char *const columns[] = {"a", "b"};
static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = 2,
    .bytes_max = 1 << 20,
    .rows_max = 1000,
    .value_max = 100,
};

/* The cells of a table: [cell|cell] for each row, with its line before it. */
static void print_table(const struct csv_table *table, struct text *out)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct csv_row *row = &table->rows[i];
        text_addf(out, "%zu[", row->line);
        for (size_t c = 0; c < row->count; c++)
            text_addf(out, "%s%s", c ? "|" : "", csv_table_cell(table, row, c));
        text_add(out, "]");
    }
}

static void reads_as(const char *bytes, size_t len, size_t chunk, const char *want)
{
    struct csv_table table;
    struct csv_wanted how = wanted;
    struct fault fault = {0};
    struct text got = {0};
    how.chunk = chunk;
    /* Memory of just that size, so that a byte read too far is found. */
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, bytes, len);
    enum status st = csv_table_read(exact, len, &how, &table, &fault);
    free(exact);
    if (st)
        fail_msg("'%.*s' in pieces of %zu: %s", (int)len, bytes, chunk, fault.text);
    print_table(&table, &got);
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("'%.*s' in pieces of %zu: %s", (int)len, bytes, chunk, text_str(&got));
    text_free(&got);
    csv_table_free(&table);
}

#define CASE(bytes, want)                                                                          \
    {                                                                                              \
        (bytes), sizeof(bytes) - 1, (want)                                                         \
    }
static const struct {
    const char *bytes;
    size_t len;
    const char *want;
} spellings[] = {
    CASE("a,b\n", "1[a|b]"), CASE("a,b", "1[a|b]"),
    CASE("\"a\",\"b\"\n\"1\",\"2\"\n", "1[a|b]2[1|2]"),
    CASE("\xef\xbb\xbf\"a\",\"b\"\n1,2", "1[a|b]2[1|2]"), CASE("a;b\n1;2,3\n", "1[a|b]2[1|2,3]"),
    CASE("a\tb\n1\t2;3\n", "1[a|b]2[1|2;3]"), CASE("\"a\";\"b\"\n\"1\";\"2\"", "1[a|b]2[1|2]"),
    CASE(" A , \"B \" \n1,2", "1[A|B ]2[1|2]"), CASE("a,b\r\n1,2\r\n", "1[a|b]2[1|2]"),
    CASE("a,b\r1,2\r3,4\r", "1[a|b]2[1|2]3[3|4]"),
    /* Blanks round an unquoted cell are none of it; in a quoted one they are. */
    CASE("a,b\n  x y\t, \" z \" ", "1[a|b]2[x y| z ]"),
    /* The line is that on which the row begins. */
    CASE("\n\na,b\n\n\n1,2\n   \n3,4", "3[a|b]6[1|2]8[3|4]"),
    CASE("a,b\r\n\r\n1,\"x\r\ny\rz\"\r\n3,4", "1[a|b]3[1|x\ny\nz]6[3|4]"),
    CASE("a,b\n\"1\n\n\n2\",x\n3,4", "1[a|b]2[1\n\n\n2|x]6[3|4]"),
    CASE("a,b\n\"\n\",x\n3,4", "1[a|b]2[\n|x]4[3|4]"), CASE("a,b\r\r\r1,2", "1[a|b]4[1|2]"),
    CASE("a,b\n\r1,2", "1[a|b]3[1|2]"), CASE("a\tb\n\t\n1\t2", "1[a|b]2[|]3[1|2]"),
    /* Rows of any number of cells. */
    CASE("a,b\n1\n1,2,3\n,\n,,", "1[a|b]2[1]3[1|2|3]4[|]5[||]"),
    /* Empty cells beside the table, as a spreadsheet adds them, are none of it. */
    CASE("a,b,,\n1,2,,\n1,,,\n1,2,3,\n1,2,,,\n1,,\n", "1[a|b]2[1|2]3[1|]4[1|2|3]5[1|2|||]6[1||]"),
    /* Quotation marks, doubled and alone. */
    CASE("a,b\n\"say \"\"yes\"\"\",\"\"", "1[a|b]2[say \"yes\"|]"),
    CASE("a,b\nsay \"yes\",2", "1[a|b]2[say \"yes\"|2]"),
    CASE("a,b\n\"x\" y,\"2", "1[a|b]2[x\" y,\"2]"),
    /* One apostrophe of the guard goes, where it stands before a formula. */
    CASE("a,b\n'=1+1,''@x", "1[a|b]2[=1+1|'@x]"), CASE("a,b\n'tis,'-5", "1[a|b]2['tis|'-5]"),
    /* Windows-1252, cell by cell: the pound sign, the euro, and UTF-8 left alone. */
    CASE("a,b\n\xa3"
         "5,\x80"
         "5\nZo\xc3\xab,Zo\xeb",
         "1[a|b]2[£5|€5]3[Zoë|Zoë]"),
    CASE("a,b\n\x81\x8d\x8f\x90\x9d,\x93hi\x94",
         "1[a|b]2[\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d|“hi”]"),
    /* UTF-16, with its mark and without, both ways; beyond the first plane; half a pair. */
    CASE("\xff\xfe"
         "a\0,\0b\0\n\0\xa3\0,\0\x3d\xd8\x00\xde",
         "1[a|b]2[£|😀]"),
    CASE("\xfe\xff\0a\0,\0b\0\n\0\xa3\0,\xd8\x3d\xde\0", "1[a|b]2[£|😀]"),
    CASE("a\0,\0b\0\n\0\x3d\xd8,\0x\0", "1[a|b]2[\uFFFD|x]"),
    CASE("\0a\0,\0b\0\n\xde\0\0,\0x\0", "1[a|b]2[\uFFFD|x\uFFFD]"),
    CASE("a\0,\0b\0\n\0\x3d\xd8\x01\xff,\0x\0", "1[a|b]2[\uFFFD\uFF01|x]"), /* half, and another */
    CASE("a\0,\0b\0\n\0\x3d\xd8\0\x3d", "1[a|b]2[\uFFFD\u3d00]"),
    CASE("a\0,\0b\0\n\0x\0,\0y\0z", "1[a|b]2[x|y\uFFFD]"), /* half of a unit */
};

static void each_spelling_is_the_same_table_in_pieces_of_any_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(spellings); i++)
        for (size_t chunk = 0; chunk <= spellings[i].len; chunk++)
            reads_as(spellings[i].bytes, spellings[i].len, chunk, spellings[i].want);
}

static const struct {
    const char *bytes;
    size_t line;
    bool cut;
} quotings[] = {
    {"a,b\n\"1\",2\n", 0, false},
    {"a,b\n1,2\n\nx\"y,2\n", 4, false},
    {"a,b\n\"x\ny\"z,2\n", 3, false},
    {"a,b\n1,2\n\"3,4\n5,6\n", 3, true},
};

static void where_the_quoting_goes_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(quotings); i++) {
        struct csv_table table;
        const char *bytes = quotings[i].bytes;
        assert_int_equal(csv_table_read(bytes, strlen(bytes), &wanted, &table, NULL), ST_OK);
        if (table.quotes_line != quotings[i].line || table.cut != quotings[i].cut)
            fail_msg("'%s': line %zu, cut %d", bytes, table.quotes_line, (int)table.cut);
        csv_table_free(&table);
    }
}

static const struct {
    const char *bytes;
    size_t len;
    const char *want;
} others[] = {
    CASE("", "This file is empty; choose another, or a kept copy."),
    CASE("\xef\xbb\xbf\r\n  \n", "This file is empty; choose another, or a kept copy."),
    CASE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This looks like a picture; choose a plan instead."),
    CASE("\xff\xd8\xff\xe0\0\x10JFIF", "This looks like a picture; choose a plan instead."),
    CASE("GIF89a", "This looks like a picture; choose a plan instead."),
    CASE("PK\x03\x04\x14\0",
         "This looks like a spreadsheet or document; open it there and save as CSV."),
    CASE("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
         "This looks like a spreadsheet or document; open it there and save as CSV."),
    CASE("{\\rtf1\\ansi}",
         "This looks like a spreadsheet or document; open it there and save as CSV."),
    CASE("%PDF-1.7\n", "This looks like a PDF page; choose the plan it was made from."),
    CASE("<!doctype html>", "This looks like a web page or other marked-up text; choose a plan."),
    CASE("age-encryption.org/v1\n-> scrypt",
         "This file is locked with a passphrase; choose one that is not."),
    CASE("a,b\n1\0,2\n",
         "This file holds something other than text; choose a plan, or a kept copy."),
    /* Nought here and there is not yet UTF-16. */
    CASE("a\0\0,", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("a\0b,", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("\0\0a,", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("\0abc", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("\0a\0\0", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("a\0,", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("\0\0\0\0", "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("\x7f"
         "ELF\x02\x01\x01\0",
         "This file holds something other than text; choose a plan, or a kept copy."),
    CASE("Dear Sam,\nthank you",
         "This looks like other text; a plan's first row is section, item, field, value."),
    CASE("a,c\n", "This looks like other text; a plan's first row is section, item, field, value."),
    CASE("a", "This looks like other text; a plan's first row is section, item, field, value."),
    CASE("a,b,c\n",
         "This looks like other text; a plan's first row is section, item, field, value."),
    CASE("a:b\n", "This looks like other text; a plan's first row is section, item, field, value."),
};

static void what_is_no_table_is_refused_in_a_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(others); i++) {
        struct csv_table table = {.row_count = 77};
        struct fault fault = {0};
        enum status st = csv_table_read(others[i].bytes, others[i].len, &wanted, &table, &fault);
        if (st != ST_REFUSED || strcmp(fault.text, others[i].want) != 0 || table.row_count != 77)
            fail_msg("case %zu '%s': status %d, '%s'", i, others[i].bytes, (int)st, fault.text);
    }
}

/* A table whose one value has len bytes, the first ones given. */
static enum status read_value(const char *first, size_t len, char fill, struct fault *fault)
{
    struct text bytes = {0};
    struct csv_table table;
    text_addf(&bytes, "a,b\n1,2\n\"%s", first);
    for (size_t i = strlen(first); i < len; i++)
        text_add_char(&bytes, fill);
    text_add(&bytes, "\",2\n");
    enum status st = csv_table_read(text_str(&bytes), bytes.len, &wanted, &table, fault);
    if (!st)
        csv_table_free(&table);
    text_free(&bytes);
    return st;
}

static void a_value_at_the_limit_is_read_and_one_above_it_is_not(void **state)
{
    (void)state;
    struct fault fault = {0};
    assert_int_equal(read_value("", 100, 'x', &fault), ST_OK);
    assert_int_equal(read_value("'=", 101, 'x', &fault), ST_OK); /* the guard is none of it */
    assert_int_equal(read_value("", 33, '\x80', &fault), ST_OK); /* 33 euro signs, 99 bytes */
    assert_int_equal(read_value("", 34, '\x80', &fault), ST_LIMIT);
    assert_int_equal(read_value("'=", 102, 'x', &fault), ST_LIMIT);
    assert_int_equal(read_value("", 101, 'x', &fault), ST_LIMIT);
    assert_int_equal(fault.line, 3);
    assert_string_equal(fault.text,
                        "The value on line 3 is larger than 1 megabyte. It was not opened.");
    assert_int_equal(read_value("", 20000, 'x', &fault), ST_LIMIT);
    /* Long before the end of a value that goes on and on, it is given up. */
    assert_int_equal(read_value("", 500000, 'x', &fault), ST_LIMIT);
    assert_int_equal(read_value("", 500000, '\n', &fault), ST_LIMIT);
}

/* A file of UTF-16 may be below the limit, and what it says above it. */
static void a_file_is_not_larger_than_its_limit_in_utf8(void **state)
{
    (void)state;
    struct text bytes = {0};
    struct csv_table table;
    struct fault fault = {0};
    text_add_n(&bytes, "a\0,\0b\0\n\0", 8);
    while (bytes.len < 900000)
        text_add_n(&bytes, "\xe5\x65\xe5\x65\n\0", 6); /* two of three bytes each in UTF-8 */
    assert_int_equal(csv_table_read(bytes.data, bytes.len, &wanted, &table, &fault), ST_LIMIT);
    assert_string_equal(fault.text, "The file is larger than 16 megabytes.");
    text_free(&bytes);
}

/* ---- small tables ---- */

/* The cells that were taken; a row that begins with "stop" ends it all. */
static enum status take_small(const char *const *cells, const struct csv_row *row, void *data)
{
    if (strcmp(cells[0], "stop") == 0)
        return ST_LIMIT;
    text_addf(data, "%zu[%s|%s]", row->line, cells[0], cells[1]);
    return ST_OK;
}

static void the_rows_of_a_small_table_are_taken_or_told(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum status st;
        const char *taken, *told;
    } cases[] = {
        {"a,b\n1,2\n\n3,4\n", ST_OK, "2[1|2]4[3|4]", ""},
        {"a,b\n1\n3,4\n", ST_OK, "3[3|4]", "Line 2 is not used: a column is missing."},
        {"a,b\n1,2,3\n3,4\n", ST_OK, "3[3|4]", "Line 2 is not used: it has a column too many."},
        {"a,b\n1,2\nstop,4\n5,6\n", ST_LIMIT, "2[1|2]", ""},
        {"a,c\n1,2\n", ST_REFUSED, "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text taken = {0};
        struct notices notices = {0};
        struct fault fault = {0};
        const struct csv_intake intake = {&wanted, "No such table.", take_small, &taken, &notices};
        enum status st = csv_table_take(cases[i].bytes, strlen(cases[i].bytes), &intake, &fault);
        const char *told = notices.count ? notices.list[0] : "";
        if (st != cases[i].st || strcmp(text_str(&taken), cases[i].taken) != 0 ||
            strcmp(told, cases[i].told) != 0)
            fail_msg("case %zu: status %d, %s, '%s'", i, (int)st, text_str(&taken), told);
        if (st == ST_REFUSED)
            assert_string_equal(fault.text, "No such table.");
        text_free(&taken);
        notices_free(&notices);
    }
}

/* ---- when memory runs out ---- */

static void without_memory_a_table_is_read_whole_or_not_at_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(spellings); i++)
        for (int n = 0; scarce_from(&n);) {
            struct csv_table table = {0};
            enum status st =
                csv_table_read(spellings[i].bytes, spellings[i].len, &wanted, &table, NULL);
            if (st != (scarce_hit() ? ST_NOMEM : ST_OK) || (st && table.pool))
                fail_msg("case %zu, round %d: status %d", i, n, (int)st);
            csv_table_free(&table);
        }
}

static void without_memory_inside_libcsv_there_is_no_table(void **state)
{
    (void)state;
    struct csv_table table = {0};
    struct fault fault = {0};
    no_memory_inside = true;
    enum status st = csv_table_read("a,b\n", 4, &wanted, &table, &fault);
    no_memory_inside = false;
    assert_int_equal(st, ST_NOMEM);
    assert_null(table.pool);
}

static void without_memory_small_tables_say_so(void **state)
{
    (void)state;
    static const char bytes[] = "a,b\n1\n";
    for (int n = 0; scarce_from(&n);) {
        struct notices notices = {0};
        struct text taken = {0};
        const struct csv_intake intake = {&wanted, "No such table.", take_small, &taken, &notices};
        enum status st = csv_table_take(bytes, strlen(bytes), &intake, NULL);
        if (st != (scarce_hit() ? ST_NOMEM : ST_OK))
            fail_msg("round %d: status %d", n, (int)st);
        notices_free(&notices);
    }
}

static void without_memory_a_long_value_is_not_written(void **state)
{
    (void)state;
    struct text value = {0};
    for (int i = 0; i < 1000; i++)
        text_add(&value, "\"a");
    for (int n = 0; scarce_from(&n);) {
        struct text out = {0};
        csv_quoted(&out, text_str(&value));
        assert_int_equal(text_status(&out), scarce_hit() ? ST_NOMEM : ST_OK);
        text_free(&out);
    }
    text_free(&value);
}

/* By the expression of the specification: ^'*([=@\t\r\n]|[+-](?![0-9 ().-]*$)) */
static const struct {
    const char *value;
    bool formula;
} guarded[] = {
    {"", false},          {"'", false},
    {"''", false},        {"=", true},
    {"=1+1", true},       {"'=1", true},
    {"'''=1", true},      {"@", true},
    {"@SUM(A1)", true},   {"\tx", true},
    {"\rx", true},        {"\nx", true},
    {" =1", false},       {"x=1", false},
    {"+", false},         {"-", false},
    {"-5", false},        {"-5.20", false},
    {"--5", false},       {"- 5", false},
    {"-a", true},         {"+44 7700 900123", false},
    {"+(0)1-2.3", false}, {"+44 x", true},
    {"-5\n", true},       {"-5 \t", true},
    {"-1+1", true},       {"'-5", false},
    {"'-5x", true},       {"'tis", false},
    {"don't", false},     {"+SUM(1)", true},
    {"-£5", true},        {"?", false},
    {"'@", true},
};

static void a_formula_is_told_by_the_expression(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(guarded); i++)
        if (csv_is_formula(guarded[i].value) != guarded[i].formula)
            fail_msg("'%s' is not %d", guarded[i].value, (int)guarded[i].formula);
}

/* Write a value, read it back, and say whether it is the same. */
static bool comes_back(const char *value)
{
    struct text bytes = {0};
    struct csv_table table;
    text_add(&bytes, "a,b\nx,");
    csv_quoted(&bytes, value);
    enum status st = csv_table_read(text_str(&bytes), bytes.len, &wanted, &table, NULL);
    text_free(&bytes);
    if (st)
        return false;
    bool same = table.row_count == 2 && table.rows[1].count == 2 &&
                strcmp(csv_table_cell(&table, &table.rows[1], 1), value) == 0;
    csv_table_free(&table);
    return same;
}

static uint32_t random_below(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)*seed * below) >> 32);
}

/* No carriage return: inside a value it is read as a newline. */
static const char *const letters[] = {"'", "=", "+", "-",  "@",    "\t", "\n", "0", "5", " ",
                                      "(", ")", ".", "\"", "\"\"", ",",  ";",  "a", "£", "?"};

static void every_value_comes_back_as_it_was(void **state)
{
    (void)state;
    uint32_t seed = 20261121;
    for (int round = 0; round < 20000; round++) {
        char value[64] = "";
        size_t len = 0;
        for (uint32_t i = random_below(&seed, 9); i > 0; i--) {
            const char *letter = letters[random_below(&seed, COUNT(letters))];
            len += (size_t)snprintf(value + len, sizeof value - len, "%s", letter);
        }
        if (!comes_back(value))
            fail_msg("'%s' does not come back", value);
    }
}

static void a_value_is_written_in_quotes_with_the_guard(void **state)
{
    (void)state;
    static const struct {
        const char *value, *want;
    } cases[] = {
        {"", "\"\""},      {"x", "\"x\""},          {"say \"yes\"", "\"say \"\"yes\"\"\""},
        {"=1", "\"'=1\""}, {"'=\"", "\"''=\"\"\""}, {"-5", "\"-5\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = {0};
        csv_quoted(&out, cases[i].value);
        if (strcmp(text_str(&out), cases[i].want) != 0)
            fail_msg("'%s': %s", cases[i].value, text_str(&out));
        text_free(&out);
    }
    struct text value = {0}, out = {0};
    for (int i = 0; i < 1000; i++)
        text_add_char(&value, '"');
    csv_quoted(&out, text_str(&value));
    assert_int_equal(out.len, 2002);
    text_free(&value);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_spelling_is_the_same_table_in_pieces_of_any_size),
        cmocka_unit_test(where_the_quoting_goes_wrong_is_told),
        cmocka_unit_test(what_is_no_table_is_refused_in_a_sentence),
        cmocka_unit_test(a_value_at_the_limit_is_read_and_one_above_it_is_not),
        cmocka_unit_test(a_file_is_not_larger_than_its_limit_in_utf8),
        cmocka_unit_test(a_formula_is_told_by_the_expression),
        cmocka_unit_test(every_value_comes_back_as_it_was),
        cmocka_unit_test(a_value_is_written_in_quotes_with_the_guard),
        cmocka_unit_test(the_rows_of_a_small_table_are_taken_or_told),
        cmocka_unit_test(without_memory_a_table_is_read_whole_or_not_at_all),
        cmocka_unit_test(without_memory_inside_libcsv_there_is_no_table),
        cmocka_unit_test(without_memory_small_tables_say_so),
        cmocka_unit_test(without_memory_a_long_value_is_not_written),
    };
    return cmocka_run_group_tests_name("csv_table", tests, NULL, NULL);
}
