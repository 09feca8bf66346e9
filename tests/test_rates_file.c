#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "source_file.h"
#include "supportplan/rates_file.h"

#define HEAD "key,tax_year,nation,value,unit,verified,source\n"

/* What was read from a text. */
struct got {
    struct rates rates;
    struct notices notices;
};

static struct got given_file(const char *csv)
{
    struct got got = {{NULL, 0, 0}, {NULL, 0}};
    struct fault fault = {.line = 0};
    if (rates_read(csv, strlen(csv), &got.rates, &got.notices, &fault))
        fail_msg("%s", fault.text);
    return got;
}

static void free_got(struct got *got)
{
    rates_free(&got->rates);
    notices_free(&got->notices);
}

static void a_row_is_a_rate_with_its_year_place_figure_and_source(void **state)
{
    struct got got = given_file(HEAD "# a,any,UK,1,GBP,yes,x\n"
                                     "nlw,2024/25,UK,11.44,GBP/hour,yes,https://example.org\n");
    (void)state;
    assert_int_equal(got.rates.count, 2);
    const struct legal_rate *rate = rates_find(&got.rates, "nlw", 2024, PLACE_WALES);
    pence price = 0;
    assert_non_null(rate);
    assert_int_equal(rate_pence(rate, &price), ST_OK);
    assert_int_equal(price, 1144);
    assert_string_equal(rate->unit, "GBP/hour");
    assert_string_equal(rate->years, "2024/25");
    assert_string_equal(rate->source, "https://example.org");
    assert_true(rate->verified);
    assert_int_equal(rate->line, 3);
    assert_int_equal(got.notices.count, 0);
    free_got(&got);
}

static void the_unit_says_what_a_rate_counts(void **state)
{
    static const struct {
        const char *unit;
        enum rate_kind want;
    } cases[] = {
        {"GBP", RATE_POUNDS},
        {"GBP/4 weeks", RATE_POUNDS},
        {"percent of hours worked", RATE_PERCENT},
        {"weeks", RATE_NUMBER},
        {"factor (52/46.4)", RATE_NUMBER},
        {"boolean", RATE_YESNO},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char csv[256];
        snprintf(csv, sizeof csv, HEAD "a,any,UK,1,%s,no,x\n", cases[i].unit);
        struct got got = given_file(csv);
        if (got.rates.count != 1 || got.rates.list[0].kind != cases[i].want)
            fail_msg("'%s'", cases[i].unit);
        free_got(&got);
    }
}

static void a_row_that_cannot_be_used_is_told_and_the_others_are_used(void **state)
{
    static const struct {
        const char *row;
        const char *want;
    } cases[] = {
        {"b,2024/25,UK,1,GBP,yes\n", "Line 3 is not used: a column is missing."},
        {"b,2024/25,UK,1,GBP,yes,x,y\n", "Line 3 is not used: it has a column too many."},
        {",2024/25,UK,1,GBP,yes,x\n", "Line 3 is not used: it has no key."},
        {"b,2024,UK,1,GBP,yes,x\n", "Line 3 is not used: the year can't be read: `2024`."},
        {"b,2024/25,Mars,1,GBP,yes,x\n", "Line 3 is not used: the nation can't be read: `Mars`."},
        {"b,2024/25,UK,\"1,5\",GBP,yes,x\n",
         "Line 3 is not used: the figure can't be read: `1,5`."},
        {"b,2024/25,UK,2,boolean,yes,x\n", "Line 3 is not used: the figure can't be read: `2`."},
        {"b,2024/25,UK,0.555,GBP/mile,yes,x\n",
         "Line 3 is not used: the figure can't be read: `0.555`."},
        {"b,2024/25,UK,12.075,percent,yes,x\n",
         "Line 3 is not used: the figure can't be read: `12.075`."},
        {"b,2024/25,UK,1,,yes,x\n", "Line 3 is not used: the unit can't be read: ``."},
        {"ni_employer_rate,2024/25,UK,15,GBP/hour,yes,x\n",
         "Line 3 is not used: the unit can't be read: `GBP/hour`."},
        {"ni_secondary_threshold_week,2024/25,UK,96,percent,yes,x\n",
         "Line 3 is not used: the unit can't be read: `percent`."},
        {"holiday_statutory_weeks,2024/25,UK,5.6,,yes,x\n",
         "Line 3 is not used: the unit can't be read: ``."},
        {"b,2024/25,UK,1,GBP,maybe,x\n", "Line 3 is not used: the word can't be read: `maybe`."},
        {"a,2024/25,UK,2,GBP,yes,x\n",
         "Line 3 is not used: a line before it says the same key, year and nation."},
        {"b,\"2024/25\n\",UK,1,GBP,yes,x\n",
         "Line 3 is not used: the year can't be read: `2024/25\n`."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char csv[512];
        snprintf(csv, sizeof csv, HEAD "a,2024/25,UK,1,GBP,yes,x\n%sc,2024/25,UK,3,GBP,yes,x\n",
                 cases[i].row);
        struct got got = given_file(csv);
        if (got.rates.count != 2 || got.rates.list[0].value != 1 || got.rates.list[1].value != 3)
            fail_msg("case %zu: %zu rates", i, got.rates.count);
        if (got.notices.count != 1 || strcmp(got.notices.list[0], cases[i].want) != 0)
            fail_msg("case %zu: '%s'", i, got.notices.count ? got.notices.list[0] : "");
        free_got(&got);
    }
}

static void what_is_no_list_of_rates_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        "Dear council\n",
        "key,tax_year,nation,value,unit,verified\na,any,UK,1,GBP,yes\n",
        "section,item,field,value\n",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct rates rates = {NULL, 7, 7};
        struct notices notices = {NULL, 0};
        struct fault fault = {.line = 0};
        enum status st = rates_read(cases[i], strlen(cases[i]), &rates, &notices, &fault);
        if (st != ST_REFUSED || rates.count != 7 || notices.count != 0 || fault.line != 1)
            fail_msg("case %zu: status %d: %s", i, (int)st, fault.text);
        assert_string_equal(fault.text,
                            "This is not a list of rates. The first line of one names its "
                            "columns: key, tax_year, nation, value, unit, verified, source.");
    }
}

/* Hand-picked from the file, in its own digits. */
static void the_rates_of_the_house_are_all_used(void **state)
{
    static const struct {
        const char *key;
        tax_year year;
        enum region place;
        int64_t value;
        int decimals;
    } cases[] = {
        {"nlw_21_plus", 2024, PLACE_ENGLAND, 1144, 2},
        {"nlw_21_plus", 2026, PLACE_NORTHERN_IRELAND, 1271, 2},
        {"ni_employer_rate", 2024, PLACE_SCOTLAND, 138, 1},
        {"pa_minimum_sds_option1", 2024, PLACE_SCOTLAND, 1200, 2},
        {"homecare_minimum_price", 2023, PLACE_WALES, 2864, 2},
        {"homecare_minimum_price", 2023, PLACE_ENGLAND, 2595, 2},
        {"holiday_statutory_weeks", 2026, PLACE_WALES, 56, 1},
        {"weeks_per_year_365_7", 2030, PLACE_ENGLAND, 521428571429, 10},
        {"ilf_group1_max", 2024, PLACE_NORTHERN_IRELAND, 1000, 0},
        {"dp_rate_pa_merton", 2023, PLACE_ENGLAND, 1955, 2},
        {"access_ni_enhanced", TAX_YEAR_NONE, PLACE_NORTHERN_IRELAND, 33, 0},
    };
    size_t len, lines = 0;
    char *csv = source_file("forms/rates.csv", &len);
    struct got got = {{NULL, 0, 0}, {NULL, 0}};
    (void)state;
    for (size_t i = 0; i < len; i++)
        lines += csv[i] == '\n';
    assert_int_equal(rates_read(csv, len, &got.rates, &got.notices, NULL), ST_OK);
    free(csv);
    for (size_t i = 0; i < got.notices.count; i++)
        fail_msg("%s", got.notices.list[i]);
    assert_int_equal(got.rates.count, lines - 1);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct legal_rate *rate =
            rates_find(&got.rates, cases[i].key, cases[i].year, cases[i].place);
        if (!rate || rate->value != cases[i].value || rate->decimals != cases[i].decimals)
            fail_msg("%s: %lld", cases[i].key, rate ? (long long)rate->value : -1);
    }
    assert_null(rates_find(&got.rates, "nlw_21_plus", 2030, PLACE_ENGLAND));
    assert_null(rates_find(&got.rates, "pa_minimum_sds_option1", 2024, PLACE_ENGLAND));
    assert_null(rates_find(&got.rates, "access_ni_enhanced", 2024, PLACE_NORTHERN_IRELAND));
    free_got(&got);
}

/* The first day of the form 20NN-NN-NN in a source, as a date. */
static date day_in(const char *source)
{
    date day = DATE_NONE;
    for (const char *at = strstr(source, "20"); at && day == DATE_NONE; at = strstr(at + 1, "20")) {
        char copy[16];
        snprintf(copy, sizeof copy, "%.10s", at);
        if (strlen(copy) == 10 && copy[4] == '-' && date_parse(copy, &day) != ST_OK)
            day = DATE_NONE;
    }
    return day;
}

/* A page that was read is named by its address; anything else says how it was come by. */
static void every_rate_of_the_house_says_where_it_is_from_and_when_that_was_read(void **state)
{
    size_t len;
    char *csv = source_file("forms/rates.csv", &len);
    struct got got = {{NULL, 0, 0}, {NULL, 0}};
    (void)state;
    assert_int_equal(rates_read(csv, len, &got.rates, &got.notices, NULL), ST_OK);
    free(csv);
    for (size_t i = 0; i < got.rates.count; i++) {
        const struct legal_rate *rate = &got.rates.list[i];
        bool address = strncmp(rate->source, "http", 4) == 0;
        bool told =
            !strncmp(rate->source, "from memory", 11) || !strncmp(rate->source, "worked out", 10);
        if (day_in(rate->source) < date_of(2026, 11, 1) || address != rate->verified ||
            told == rate->verified)
            fail_msg("line %zu: %s", rate->line, rate->source);
    }
    free_got(&got);
}

static void every_beginning_of_a_list_is_read_or_refused(void **state)
{
    static const char csv[] = HEAD "\"a\",2024/25,UK,1.25,GBP/hour,yes,\"x,y\"\n"
                                   "b,\"any\",England and Wales,2,percent,no,z\n";
    (void)state;
    for (size_t len = 0; len < strlen(csv); len++) {
        struct got got = {{NULL, 0, 0}, {NULL, 0}};
        char *copy = malloc(len ? len : 1);
        assert_non_null(copy);
        memcpy(copy, csv, len);
        enum status st = rates_read(copy, len, &got.rates, &got.notices, NULL);
        if ((st != ST_OK) != (len < strlen(HEAD) - 1) || got.rates.count > 2)
            fail_msg("%zu bytes: status %d", len, (int)st);
        free(copy);
        free_got(&got);
    }
}

static void rates_that_memory_runs_out_for_leave_nothing_behind(void **state)
{
    static const char csv[] = HEAD "a,2024/25,UK,1,GBP,yes,x\nb,Mars,UK,1,GBP,yes,x\n";
    size_t hits = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct got got = {{NULL, 7, 7}, {NULL, 0}};
        struct fault fault = {.line = 7};
        enum status st = rates_read(csv, strlen(csv), &got.rates, &got.notices, &fault);
        bool hit = scarce_hit();
        hits += hit;
        /* libcsv makes do with less where it can: then all of it is there. */
        bool whole = st == ST_OK && got.rates.count == 1 && got.notices.count == 1;
        if (!whole && (!hit || st != ST_NOMEM || got.rates.count != 7 || fault.status != ST_NOMEM))
            fail_msg("round %d: status %d: %s", n, (int)st, fault.text);
        if (whole)
            rates_free(&got.rates);
        notices_free(&got.notices);
    }
    /* The list, the four strings of a rate, and the notice in three pieces, at least. */
    assert_in_range(hits, 8, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_a_rate_with_its_year_place_figure_and_source),
        cmocka_unit_test(the_unit_says_what_a_rate_counts),
        cmocka_unit_test(a_row_that_cannot_be_used_is_told_and_the_others_are_used),
        cmocka_unit_test(what_is_no_list_of_rates_is_refused),
        cmocka_unit_test(the_rates_of_the_house_are_all_used),
        cmocka_unit_test(every_rate_of_the_house_says_where_it_is_from_and_when_that_was_read),
        cmocka_unit_test(rates_that_memory_runs_out_for_leave_nothing_behind),
        cmocka_unit_test(every_beginning_of_a_list_is_read_or_refused),
    };
    return cmocka_run_group_tests_name("rates_file", tests, NULL, NULL);
}
