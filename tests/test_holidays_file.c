#include "test.h"

#include <string.h>

#include "scarce.h"
#include "source_file.h"
#include "supportplan/holidays_file.h"

#define HEAD "date,nation,bank_holiday,name,source\n"

static void rows_that_cannot_be_used_are_told_and_the_others_used(void **state)
{
    static const struct {
        const char *row, *want;
    } cases[] = {
        {"2026-02-30,UK,yes,x,y\n", "Line 3 is not used: the date can't be read: `2026-02-30`."},
        {"soon,UK,yes,x,y\n", "Line 3 is not used: the date can't be read: `soon`."},
        {"2026-06-15,Mars,yes,x,y\n", "Line 3 is not used: the nation can't be read: `Mars`."},
        {"2026-06-15,UK,perhaps,x,y\n",
         "Line 3 is not used: the word is neither yes nor no: `perhaps`."},
        {"2026-06-15,UK,yes,,y\n", "Line 3 is not used: it has no name."},
        {"2026-06-15,UK,yes,x\n", "Line 3 is not used: a column is missing."},
        {"2026-06-15,UK,yes,x,y,z\n", "Line 3 is not used: it has a column too many."},
        {"2023-05-08,Wales,no,x,y\n",
         "Line 3 is not used: a line before it has the same day and nation."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct holidays got = {0};
        struct notices notices = {0};
        char csv[512];
        snprintf(csv, sizeof csv, HEAD "2023-05-08,UK,yes,Coronation,y\n%s2026-06-15,NI,no,z,y\n",
                 cases[i].row);
        assert_int_equal(holidays_read(csv, strlen(csv), &got, &notices, NULL), ST_OK);
        if (notices.count != 1 || strcmp(notices.list[0], cases[i].want) != 0)
            fail_msg("'%s': %s", cases[i].row, notices.count ? notices.list[0] : "nothing");
        assert_int_equal(got.count, 2);
        assert_int_equal(got.list[1].line, 4);
        assert_false(got.list[1].is_holiday);
        holidays_free(&got);
        notices_free(&notices);
    }
}

static void what_is_no_such_list_is_refused(void **state)
{
    static const char *const cases[] = {"", "date,nation\n", "key,value\na,b\n"};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct holidays got = {.count = 7};
        struct notices notices = {0};
        struct fault fault = {0};
        enum status st = holidays_read(cases[i], strlen(cases[i]), &got, &notices, &fault);
        if (st != ST_REFUSED || got.count != 7 || !strstr(fault.text, "list of bank holidays"))
            fail_msg("case %zu: status %d: %s", i, (int)st, fault.text);
        notices_free(&notices);
    }
}

/* The list that is shipped has no fault, and moves the days that were moved. */
static void the_list_that_we_ship_is_read_whole(void **state)
{
    size_t len;
    char *csv = source_file("forms/bank-holidays.csv", &len);
    struct holidays got = {0};
    struct notices notices = {0};
    struct holiday marks[31];
    (void)state;
    assert_int_equal(holidays_read(csv, len, &got, &notices, NULL), ST_OK);
    for (size_t i = 0; i < notices.count; i++)
        fail_msg("%s", notices.list[i]);
    holidays_mark(&got, "wales", date_of(2020, 5, 1), 31, marks);
    assert_null(marks[3].name); /* Monday the 4th moved to Friday the 8th */
    assert_non_null(marks[7].name);
    holidays_mark(&got, "scotland", date_of(2026, 6, 1), 30, marks);
    assert_string_equal(marks[14].name, "World Cup bank holiday");
    holidays_mark(&got, "england", date_of(2026, 6, 1), 30, marks);
    assert_null(marks[14].name);
    holidays_free(&got);
    free(csv);
}

static void a_list_that_memory_runs_out_for_leaves_nothing_behind(void **state)
{
    static const char csv[] = HEAD "2023-05-08,UK,yes,a,y\n2023-13-08,UK,yes,a,y\n";
    size_t hits = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct holidays got = {.count = 7};
        struct notices notices = {0};
        enum status st = holidays_read(csv, strlen(csv), &got, &notices, NULL);
        bool hit = scarce_hit();
        hits += hit;
        /* libcsv makes do with less where it can: then all of it is there. */
        bool whole = st == ST_OK && got.count == 1 && notices.count == 1;
        if (!whole && (!hit || st != ST_NOMEM || got.count != 7))
            fail_msg("round %d: status %d", n, (int)st);
        if (whole)
            holidays_free(&got);
        notices_free(&notices);
    }
    assert_in_range(hits, 4, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_cannot_be_used_are_told_and_the_others_used),
        cmocka_unit_test(what_is_no_such_list_is_refused),
        cmocka_unit_test(the_list_that_we_ship_is_read_whole),
        cmocka_unit_test(a_list_that_memory_runs_out_for_leaves_nothing_behind),
    };
    return cmocka_run_group_tests_name("holidays_file", tests, NULL, NULL);
}
