/*
 * The spending guide's file: rows that can't be used are told with their line, the others used.
 */
#include "supportplan/spending_file.h"

#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "test.h"

#define HEAD "layer,nation,form,verdict,words,says,source\n"
#define GOOD "usual,UK,,ask-first,food,Ask first.,a page\n"

static void rows_that_cannot_be_used_are_told_and_the_others_used(void **state)
{
    static const struct {
        const char *row, *told;
    } cases[] = {
        {"habit,UK,,ask-first,food,Ask.,a\n", "the layer can't be read: `habit`"},
        {"usual,Mercia,,ask-first,food,Ask.,a\n", "the nation can't be read: `Mercia`"},
        {"usual,UK,,never,food,Ask.,a\n", "the verdict can't be read: `never`"},
        {"usual,UK,derbyshire,ask-first,food,Ask.,a\n", "a council's row names a form"},
        {"council,UK,,ask-first,food,Ask.,a\n", "a council's row names a form"},
        {"usual,UK,,ask-first,,Ask.,a\n", "it has no words"},
        {"usual,UK,,ask-first,food,,a\n", "it has no words"},
        {"usual,UK\n", "Line 2"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text csv = {0};
        struct spending got = {0};
        struct notices told = {0};
        text_addf(&csv, "%s%s%s", HEAD, cases[i].row, GOOD);
        assert_int_equal(spending_read(text_str(&csv), csv.len, &got, &told, NULL), ST_OK);
        if (got.count != 1 || told.count != 1 || !strstr(told.list[0], cases[i].told) ||
            !strstr(told.list[0], "2"))
            fail_msg("%s%zu used, told: %s", cases[i].row, got.count,
                     told.count ? told.list[0] : "nothing");
        notices_free(&told);
        spending_free(&got);
        text_free(&csv);
    }
}

static void what_is_no_such_list_is_refused(void **state)
{
    struct spending got = {.count = 7};
    struct notices told = {0};
    struct fault fault = {0};
    (void)state;
    assert_int_equal(spending_read("a,b\n1,2\n", 8, &got, &told, &fault), ST_REFUSED);
    assert_int_equal(got.count, 7);
    assert_non_null(strstr(fault.text, "This is not a spending guide."));
    notices_free(&told);
}

static void a_guide_that_memory_runs_out_for_leaves_nothing_behind(void **state)
{
    static const char csv[] = HEAD GOOD "usual,UK,,never,food,Ask.,a\n";
    size_t hits = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct spending got = {.count = 7};
        struct notices told = {0};
        enum status st = spending_read(csv, strlen(csv), &got, &told, NULL);
        bool hit = scarce_hit();
        hits += hit;
        /* libcsv makes do with less where it can: then all of it is there. */
        bool whole = st == ST_OK && got.count == 1 && told.count == 1;
        if (!whole && (!hit || st != ST_NOMEM || got.count != 7))
            fail_msg("round %d: status %d", n, (int)st);
        if (whole)
            spending_free(&got);
        notices_free(&told);
    }
    assert_in_range(hits, 4, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_cannot_be_used_are_told_and_the_others_used),
        cmocka_unit_test(what_is_no_such_list_is_refused),
        cmocka_unit_test(a_guide_that_memory_runs_out_for_leaves_nothing_behind),
    };
    return cmocka_run_group_tests_name("spending_file", tests, NULL, NULL);
}
