#include "test.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/rates.h"

/* A rate with a figure of 1, read as a file has it; its strings are borrowed. */
static struct legal_rate given_rate(const char *key, const char *years, const char *places)
{
    static char unit[] = "GBP/hour", source[] = "https://example.org";
    struct legal_rate rate = {
        .key = (char *)key,
        .years = (char *)years,
        .unit = unit,
        .source = source,
        .value = 1,
    };
    if (rate_read_years(&rate, years) || rate_read_places(&rate, places))
        fail_msg("'%s', '%s'", years, places);
    return rate;
}

static void add(struct rates *rates, const char *key, const char *years, const char *places,
                int64_t value)
{
    struct legal_rate rate = given_rate(key, years, places);
    rate.value = value;
    assert_int_equal(rates_add(rates, &rate), ST_OK);
}

static void years_are_read_as_the_file_spells_them(void **state)
{
    static const struct {
        const char *text;
        enum status want;
        tax_year first, last;
        const char *from;
    } cases[] = {
        {"2024/25", ST_OK, 2024, 2024, NULL},
        {"1999/00", ST_OK, 1999, 1999, NULL},
        {"2024/25 onward", ST_OK, 2024, TAX_YEAR_MAX, NULL},
        {"2023/24 (from 2023-08-21)", ST_OK, 2023, 2023, "2023-08-21"},
        {"from 2024-12-02", ST_OK, 2024, TAX_YEAR_MAX, "2024-12-02"},
        {"from 2022-04-01", ST_OK, 2021, TAX_YEAR_MAX, "2022-04-01"},
        {"any", ST_OK, 1, TAX_YEAR_MAX, NULL},
        {"undated", ST_OK, TAX_YEAR_NONE, TAX_YEAR_NONE, NULL},
        {"undated (current page)", ST_OK, TAX_YEAR_NONE, TAX_YEAR_NONE, NULL},
        {"", ST_SYNTAX, 0, 0, NULL},
        {"2024", ST_SYNTAX, 0, 0, NULL},
        {"2024/26", ST_SYNTAX, 0, 0, NULL},
        {"2024-25", ST_SYNTAX, 0, 0, NULL},
        {"2024/25 or so", ST_SYNTAX, 0, 0, NULL},
        {"2023/24 (from 2023-08-21", ST_SYNTAX, 0, 0, NULL},
        {"from 2024-02-30", ST_SYNTAX, 0, 0, NULL},
        {"from 2024-12-02 on", ST_SYNTAX, 0, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct legal_rate rate = {.first = -7, .last = -7};
        date from = DATE_NONE;
        enum status st = rate_read_years(&rate, cases[i].text);
        if (cases[i].from)
            assert_int_equal(date_parse(cases[i].from, &from), ST_OK);
        if (st != cases[i].want || rate.first != (st ? -7 : cases[i].first) ||
            rate.last != (st ? -7 : cases[i].last) || (!st && rate.from != from))
            fail_msg("'%s': status %d, %d to %d", cases[i].text, (int)st, rate.first, rate.last);
    }
}

static void figures_are_kept_digit_for_digit(void **state)
{
    static const struct {
        const char *text;
        enum status want;
        int64_t value;
        int decimals;
    } cases[] = {
        {"10.42", ST_OK, 1042, 2},
        {"8.60", ST_OK, 860, 2},
        {"0", ST_OK, 0, 0},
        {"0.45", ST_OK, 45, 2},
        {"5000000", ST_OK, 5000000, 0},
        {"13.8", ST_OK, 138, 1},
        {"1.1206896552", ST_OK, 11206896552, 10},
        {"52.1428571429", ST_OK, 521428571429, 10},
        {"123456789012345678", ST_OK, 123456789012345678, 0},
        {"1234567890123456789", ST_SYNTAX, 0, 0},
        {"0.1234567890123", ST_SYNTAX, 0, 0},
        {"", ST_SYNTAX, 0, 0},
        {"12,5", ST_SYNTAX, 0, 0},
        {"12.", ST_SYNTAX, 0, 0},
        {".5", ST_SYNTAX, 0, 0},
        {"1.2.3", ST_SYNTAX, 0, 0},
        {"-1", ST_SYNTAX, 0, 0},
        {"1e3", ST_SYNTAX, 0, 0},
        {" 1", ST_SYNTAX, 0, 0},
        {"£5", ST_SYNTAX, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct legal_rate rate = {.value = -7, .decimals = -7};
        enum status st = rate_read_value(&rate, cases[i].text);
        if (st != cases[i].want || rate.value != (st ? -7 : cases[i].value) ||
            rate.decimals != (st ? -7 : cases[i].decimals))
            fail_msg("'%s': status %d, %lld, %d decimals", cases[i].text, (int)st,
                     (long long)rate.value, rate.decimals);
    }
}

static void a_rate_is_whole_pence_or_is_refused(void **state)
{
    static const struct {
        const char *text;
        enum rate_kind kind;
        enum status want;
        pence value;
    } cases[] = {
        {"10.42", RATE_POUNDS, ST_OK, 1042},
        {"175", RATE_POUNDS, ST_OK, 17500},
        {"0.5", RATE_POUNDS, ST_OK, 50},
        {"0.450", RATE_POUNDS, ST_OK, 45},
        {"0.455", RATE_POUNDS, ST_RANGE, 0},
        {"15", RATE_PERCENT, ST_RANGE, 0},
        {"123456789012345678", RATE_POUNDS, ST_RANGE, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct legal_rate rate = {.kind = cases[i].kind};
        pence got = -7;
        assert_int_equal(rate_read_value(&rate, cases[i].text), ST_OK);
        enum status st = rate_pence(&rate, &got);
        if (st != cases[i].want || got != (st ? -7 : cases[i].value))
            fail_msg("'%s': status %d, %lld", cases[i].text, (int)st, (long long)got);
    }
}

static void a_percentage_is_whole_hundredths_or_is_refused(void **state)
{
    struct legal_rate rate = {.kind = RATE_PERCENT};
    int64_t got = -7;
    (void)state;
    assert_int_equal(rate_read_value(&rate, "13.8"), ST_OK);
    assert_int_equal(rate_basis_points(&rate, &got), ST_OK);
    assert_int_equal(got, 1380);
    assert_int_equal(rate_read_value(&rate, "12.07"), ST_OK);
    assert_int_equal(rate_basis_points(&rate, &got), ST_OK);
    assert_int_equal(got, 1207);
    assert_int_equal(rate_read_value(&rate, "12.075"), ST_OK);
    assert_int_equal(rate_basis_points(&rate, &got), ST_RANGE);
    rate.kind = RATE_POUNDS;
    assert_int_equal(rate_read_value(&rate, "1"), ST_OK);
    assert_int_equal(rate_basis_points(&rate, &got), ST_RANGE);
    assert_int_equal(got, 1207);
}

static void a_rate_is_an_exact_fraction(void **state)
{
    struct legal_rate rate = {.kind = RATE_POUNDS};
    (void)state;
    /* 0.455 pounds are 45.5 pence: 91 / 2. */
    assert_int_equal(rate_read_value(&rate, "0.455"), ST_OK);
    struct fraction f = rate_fraction(&rate);
    assert_true(f.num == 91 && f.den == 2);
    /* 5.6 weeks are 28 / 5. */
    rate.kind = RATE_NUMBER;
    assert_int_equal(rate_read_value(&rate, "5.6"), ST_OK);
    f = rate_fraction(&rate);
    assert_true(f.num == 28 && f.den == 5);
}

static void the_rate_that_names_its_year_and_fewest_places_is_found(void **state)
{
    static const struct {
        const char *key;
        tax_year year;
        enum region place;
        int64_t want; /* 0: not in this copy */
    } cases[] = {
        {"a", 2024, PLACE_ENGLAND, 1},  {"a", 2024, PLACE_WALES, 2},
        {"a", 2024, PLACE_SCOTLAND, 3}, {"a", 2024, PLACE_NORTHERN_IRELAND, 4},
        {"a", 2024, PLACE_LONDON, 5},   {"a", 2023, PLACE_ENGLAND, 0},
        {"a", 2025, PLACE_ENGLAND, 0},  {"a", TAX_YEAR_NONE, PLACE_ENGLAND, 0},
        {"b", 2023, PLACE_WALES, 6},    {"b", 2024, PLACE_WALES, 7},
        {"b", 2025, PLACE_WALES, 7},    {"b", 2026, PLACE_WALES, 8},
        {"c", 2024, PLACE_ENGLAND, 0},  {"c", TAX_YEAR_NONE, PLACE_ENGLAND, 9},
        {"d", 2024, PLACE_ENGLAND, 0},  {"d", 2024, PLACE_SCOTLAND, 10},
        {"e", 2024, PLACE_ENGLAND, 0},
    };
    struct rates rates = {NULL, 0, 0};
    (void)state;
    add(&rates, "a", "2024/25", "UK", 4);
    add(&rates, "a", "2024/25", "England", 1);
    add(&rates, "a", "2024/25", "England and Wales", 2);
    add(&rates, "a", "2024/25", "GB", 3);
    add(&rates, "a", "2024/25", "London", 5);
    add(&rates, "b", "any", "UK", 6);
    add(&rates, "b", "2024/25 onward", "UK", 7);
    add(&rates, "b", "2026/27", "UK", 8);
    add(&rates, "c", "undated", "England", 9);
    add(&rates, "d", "2024/25", "Scotland", 10);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct legal_rate *got =
            rates_find(&rates, cases[i].key, cases[i].year, cases[i].place);
        if ((got ? got->value : 0) != cases[i].want)
            fail_msg("case %zu: %lld", i, got ? (long long)got->value : 0);
    }
    rates_free(&rates);
}

static void what_is_not_in_the_copy_is_told_and_never_guessed(void **state)
{
    static const struct {
        const char *key;
        tax_year year;
        const char *want;
    } cases[] = {
        {"a", 2027, "The rate for 2027/28 is not in this copy. The newest is for 2025/26."},
        {"a", 2020, "The rate for 2020/21 is not in this copy."},
        {"z", 2024, "That rate is not in this copy."},
        {"a", TAX_YEAR_NONE, "That rate is not in this copy."},
        {"c", 2024, "That rate is not in this copy."},
    };
    struct rates rates = {NULL, 0, 0};
    (void)state;
    add(&rates, "a", "2025/26", "UK", 1);
    add(&rates, "a", "2024/25", "UK", 1);
    add(&rates, "a", "2026/27", "Scotland", 1);
    add(&rates, "c", "undated", "UK", 1);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        if (rates_find(&rates, cases[i].key, cases[i].year, PLACE_ENGLAND))
            fail_msg("case %zu: there is one", i);
        rates_say_missing(&rates, cases[i].key, cases[i].year, PLACE_ENGLAND, &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("case %zu: '%s'", i, text_str(&got));
        text_free(&got);
    }
    rates_free(&rates);
}

static void the_same_rate_is_not_taken_twice(void **state)
{
    struct rates rates = {NULL, 0, 0};
    struct legal_rate again = given_rate("a", "2024/25", "UK");
    (void)state;
    add(&rates, "a", "2024/25", "UK", 5);
    add(&rates, "a", "2024/25", "GB", 6);
    add(&rates, "a", "2023/24", "UK", 7);
    assert_int_equal(rates_add(&rates, &again), ST_EXISTS);
    assert_int_equal(rates.count, 3);
    assert_int_equal(rates.list[0].value, 5);
    rates_free(&rates);
    assert_int_equal(rates.count, 0);
}

static void many_rates_stand_in_the_order_of_their_keys_and_keep_their_words(void **state)
{
    struct rates rates = {NULL, 0, 0};
    char key[16];
    (void)state;
    for (int i = 0; i < 500; i++) {
        snprintf(key, sizeof key, "key-%03d", 499 - i);
        add(&rates, key, "any", "UK", 499 - i);
    }
    assert_int_equal(rates.count, 500);
    assert_string_equal(rates.list[0].key, "key-000");
    assert_string_equal(rates.list[499].key, "key-499");
    assert_string_equal(rates.list[0].unit, "GBP/hour");
    assert_int_equal(rates_find(&rates, "key-077", 2024, PLACE_WALES)->value, 77);
    rates_free(&rates);
}

static void a_tax_year_begins_on_the_sixth_of_april(void **state)
{
    char out[16];
    (void)state;
    assert_int_equal(tax_year_of(date_of(2024, 4, 5)), 2023);
    assert_int_equal(tax_year_of(date_of(2024, 4, 6)), 2024);
    assert_int_equal(tax_year_of(date_of(2024, 12, 31)), 2024);
    assert_int_equal(tax_year_of(date_of(2025, 1, 1)), 2024);
    assert_int_equal(tax_year_of(date_of(2025, 3, 31)), 2024);
    assert_int_equal(tax_year_of(DATE_NONE), TAX_YEAR_NONE);
    assert_string_equal(tax_year_print(2024, out), "2024/25");
    assert_string_equal(tax_year_print(2099, out), "2099/00");
    assert_string_equal(tax_year_print(2008, out), "2008/09");
}

static void a_plans_nation_is_a_place(void **state)
{
    (void)state;
    assert_int_equal(place_of_nation("england"), PLACE_ENGLAND);
    assert_int_equal(place_of_nation("wales"), PLACE_WALES);
    assert_int_equal(place_of_nation("scotland"), PLACE_SCOTLAND);
    assert_int_equal(place_of_nation("northern-ireland"), PLACE_NORTHERN_IRELAND);
    assert_int_equal(place_of_nation(""), PLACE_ENGLAND);
    assert_int_equal(place_of_nation("?"), PLACE_ENGLAND);
    assert_int_equal(place_of_nation(NULL), PLACE_ENGLAND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_read_as_the_file_spells_them),
        cmocka_unit_test(figures_are_kept_digit_for_digit),
        cmocka_unit_test(a_rate_is_whole_pence_or_is_refused),
        cmocka_unit_test(a_percentage_is_whole_hundredths_or_is_refused),
        cmocka_unit_test(a_rate_is_an_exact_fraction),
        cmocka_unit_test(the_rate_that_names_its_year_and_fewest_places_is_found),
        cmocka_unit_test(what_is_not_in_the_copy_is_told_and_never_guessed),
        cmocka_unit_test(the_same_rate_is_not_taken_twice),
        cmocka_unit_test(many_rates_stand_in_the_order_of_their_keys_and_keep_their_words),
        cmocka_unit_test(a_tax_year_begins_on_the_sixth_of_april),
        cmocka_unit_test(a_plans_nation_is_a_place),
    };
    return cmocka_run_group_tests_name("rates", tests, NULL, NULL);
}
