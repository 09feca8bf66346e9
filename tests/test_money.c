#include "test.h"

#include <string.h>

#include "supportplan/money.h"

#define POUND "\xc2\xa3"

/* ---- reading ---- */

static const struct {
    const char *s;
    enum status want;
    pence value;
} amounts[] = {
    {"0", ST_OK, 0},
    {"0.00", ST_OK, 0},
    {"7", ST_OK, 700},
    {"1234.5", ST_OK, 123450},
    {"1234.50", ST_OK, 123450},
    {"1,234.50", ST_OK, 123450},
    {"1,234,567.89", ST_OK, 123456789},
    {"13.87", ST_OK, 1387},
    {"13.07", ST_OK, 1307},
    {"007", ST_OK, 700},
    {".5", ST_OK, 50},
    {"12.", ST_OK, 1200},
    {POUND "1,234.5", ST_OK, 123450},
    {POUND " 12", ST_OK, 1200},
    {"12" POUND, ST_OK, 1200},
    {"GBP 12.30", ST_OK, 1230},
    {"12.30 gbp", ST_OK, 1230},
    {"12 pounds", ST_OK, 1200},
    {"1 Pound", ST_OK, 100},
    {"12.50 POUNDS", ST_OK, 1250},
    {"50p", ST_OK, 50},
    {"50 pence", ST_OK, 50},
    {"1p", ST_OK, 1},
    {"1 penny", ST_OK, 1},
    {"1,250p", ST_OK, 1250},
    {POUND "12.50p", ST_OK, 1250},
    {"  12.50\t\n", ST_OK, 1250},
    {"\xc2\xa0"
     "12\xc2\xa0pounds",
     ST_OK, 1200},
    {"9999999999.99", ST_OK, MONEY_MAX},
    {"999999999999p", ST_OK, MONEY_MAX},
    {"0000000000000000000000000000005", ST_OK, 500},
    {"10000000000.00", ST_RANGE, 0},
    {"9,999,999,999.999", ST_SYNTAX, 0},
    {"1000000000000p", ST_RANGE, 0},
    {"99999999999999999999999999999999", ST_RANGE, 0},
    {"18446744073709551616", ST_RANGE, 0}, /* 2 to the 64 must not come round to 0 */
    {"", ST_SYNTAX, 0},
    {"   ", ST_SYNTAX, 0},
    {"?", ST_SYNTAX, 0},
    {".", ST_SYNTAX, 0},
    {POUND, ST_SYNTAX, 0},
    {"p", ST_SYNTAX, 0},
    {"-5", ST_SYNTAX, 0},
    {"-0", ST_SYNTAX, 0},
    {"+5", ST_SYNTAX, 0},
    {"(5)", ST_SYNTAX, 0},
    {"12.505", ST_SYNTAX, 0},
    {"12.5p", ST_SYNTAX, 0},
    {"12.50p", ST_SYNTAX, 0},    /* twelve pounds, or twelve pence and a half? */
    {POUND "50p", ST_SYNTAX, 0}, /* fifty pounds, or fifty pence? */
    {"1,5", ST_SYNTAX, 0},
    {"1,23", ST_SYNTAX, 0},
    {"1,2345", ST_SYNTAX, 0},
    {"1234,567", ST_SYNTAX, 0},
    {",123", ST_SYNTAX, 0},
    {"1,,234", ST_SYNTAX, 0},
    {"1,234,", ST_SYNTAX, 0},
    {"1.234.567", ST_SYNTAX, 0},
    {"1.234,50", ST_SYNTAX, 0},
    {"1 234", ST_SYNTAX, 0},
    {"12 13", ST_SYNTAX, 0},
    {"12 a week", ST_SYNTAX, 0},
    {"$12", ST_SYNTAX, 0},
    {"\xe2\x82\xac"
     "12",
     ST_SYNTAX, 0},
    {POUND POUND "12", ST_SYNTAX, 0},
    {"1e3", ST_SYNTAX, 0},
    {"0x10", ST_SYNTAX, 0},
    {"inf", ST_SYNTAX, 0},
    {"twelve", ST_SYNTAX, 0},
    {"\xef\xbc\x95", ST_SYNTAX, 0}, /* a wide five */
};

static void amounts_are_read_as_people_write_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(amounts); i++) {
        pence got = -7; /* must survive a failure */
        enum status st = money_parse(amounts[i].s, &got);
        if (st != amounts[i].want || got != (st ? -7 : amounts[i].value))
            fail_msg("'%s': status %d, value %lld", amounts[i].s, (int)st, (long long)got);
    }
}

static void whole_numbers_are_read_up_to_their_limit(void **state)
{
    static const struct {
        const char *s;
        int64_t max;
        enum status want;
        int64_t value;
    } cases[] = {
        {"1", 10, ST_OK, 1},
        {"10", 10, ST_OK, 10},
        {" 7 ", 10, ST_OK, 7},
        {"007", 10, ST_OK, 7},
        {"1,000", 9999, ST_OK, 1000},
        {"999999", 999999, ST_OK, 999999},
        {"0", 10, ST_RANGE, 0},
        {"11", 10, ST_RANGE, 0},
        {"18446744073709551617", 10, ST_RANGE, 0},
        {"", 10, ST_SYNTAX, 0},
        {"-1", 10, ST_SYNTAX, 0},
        {"+1", 10, ST_SYNTAX, 0},
        {"1.0", 10, ST_SYNTAX, 0},
        {"1.5", 10, ST_SYNTAX, 0},
        {"two", 10, ST_SYNTAX, 0},
        {"1 2", 10, ST_SYNTAX, 0},
        {"?", 10, ST_SYNTAX, 0},
        {"1,00", 9999, ST_SYNTAX, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t got = -7;
        enum status st = number_parse(cases[i].s, cases[i].max, &got);
        if (st != cases[i].want || got != (st ? -7 : cases[i].value))
            fail_msg("'%s': status %d, value %lld", cases[i].s, (int)st, (long long)got);
    }
}

/* ---- printing ---- */

static void amounts_are_printed_for_files_and_for_people(void **state)
{
    static const struct {
        pence p;
        const char *file, *person;
    } cases[] = {
        {0, "0.00", "0.00"},
        {5, "0.05", "0.05"},
        {-47, "-0.47", "-0.47"},
        {123450, "1234.50", "1,234.50"},
        {1406418, "14064.18", "14,064.18"},
        {99999, "999.99", "999.99"},
        {100000, "1000.00", "1,000.00"},
        {-100000000, "-1000000.00", "-1,000,000.00"},
        {MONEY_MAX, "9999999999.99", "9,999,999,999.99"},
        {INT64_MAX, "92233720368547758.07", "92,233,720,368,547,758.07"},
        {INT64_MIN, "-92233720368547758.08", "-92,233,720,368,547,758.08"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char file[MONEY_ROOM];
        char person[MONEY_ROOM];
        money_print(cases[i].p, file);
        money_show(cases[i].p, person);
        if (strcmp(file, cases[i].file) != 0 || strcmp(person, cases[i].person) != 0)
            fail_msg("case %zu: '%s' and '%s'", i, file, person);
    }
}

static void what_is_printed_is_read_back(void **state)
{
    (void)state;
    for (pence p = 0; p <= MONEY_MAX; p = p * 3 + 1) {
        char file[MONEY_ROOM];
        char person[MONEY_ROOM];
        pence got = -7;
        if (money_parse(money_print(p, file), &got) || got != p)
            fail_msg("'%s' comes back as %lld", file, (long long)got);
        if (money_parse(money_show(p, person), &got) || got != p)
            fail_msg("'%s' comes back as %lld", person, (long long)got);
    }
}

/* ---- fractions ---- */

static void fractions_are_rounded_half_up_and_down(void **state)
{
    static const struct {
        int64_t num, den;
        pence rounded, down;
    } cases[] = {
        {0, 1, 0, 0},    {1, 2, 1, 0},    {-1, 2, 0, -1},     {3, 2, 2, 1},
        {-3, 2, -1, -2}, {1, 3, 0, 0},    {2, 3, 1, 0},       {-1, 3, 0, -1},
        {-2, 3, -1, -1}, {7, 1, 7, 7},    {-7, 1, -7, -7},    {49, 100, 0, 0},
        {50, 100, 1, 0}, {51, 100, 1, 0}, {-51, 100, -1, -1}, {-50, 100, 0, -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fraction f = fraction_of(cases[i].num, cases[i].den);
        if (fraction_round(f) != cases[i].rounded || fraction_floor(f) != cases[i].down)
            fail_msg("case %zu: %lld and %lld", i, (long long)fraction_round(f),
                     (long long)fraction_floor(f));
    }
}

/* SPEC section 4: 14,064.18 pounds a year are 270.47 a week, 1,081.86 every four, 1,172.02 a
 * month. */
static void a_fraction_is_multiplied_exactly_and_rounded_once(void **state)
{
    static const struct {
        struct fraction f;
        int64_t num, den;
        pence rounded;
    } cases[] = {
        {{1406418, 1}, 1, 52, 27047},
        {{1406418, 1}, 4, 52, 108186},
        {{1406418, 1}, 1, 12, 117202},
        {{1, 2}, 1, 1, 1},
        {{1, 3}, 3, 2, 1},
        {{-1, 2}, 1, 1, 0},
        {{0, 1}, 7, 365, 0},
        {{PENCE_MAX, 1}, INT64_MAX, 1, PENCE_MAX},
        {{1, INT64_MAX}, 1, INT64_MAX, 0},
        /* 3 x 10^36 / 10^36 x 7 / 7: no product of these fits */
        {{(wide)3000000000000000000 * 1000000000000000000,
          (wide)1000000000000000000 * 1000000000000000000},
         INT64_MAX,
         INT64_MAX,
         3},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pence got = fraction_round_times(cases[i].f, cases[i].num, cases[i].den);
        if (got != cases[i].rounded)
            fail_msg("case %zu: %lld", i, (long long)got);
    }
}

static void fractions_are_kept_in_lowest_terms(void **state)
{
    static const struct {
        int64_t num, den, want_num, want_den;
    } cases[] = {
        {6, 4, 3, 2}, {-6, 4, -3, 2}, {6, -4, -3, 2}, {-6, -4, 3, 2}, {0, 9, 0, 1}, {60, 60, 1, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fraction f = fraction_of(cases[i].num, cases[i].den);
        if (f.num != cases[i].want_num || f.den != cases[i].want_den)
            fail_msg("case %zu: %lld / %lld", i, (long long)f.num, (long long)f.den);
    }
}

/* SPEC section 4: 13.87 an hour; minutes a week; the week, 52 weeks, and 365/7 of them. */
static void the_worked_example_holds_to_the_penny(void **state)
{
    static const struct {
        int64_t minutes;
        pence week, year, year_of_days;
    } cases[] = {
        {450, 10403, 540930, 542416}, /* 13.87 x 7.5 h = 104.025; x 52 = 5409.30 */
        {420, 9709, 504868, 506255},
        {180, 4161, 216372, 216966},
        {120, 2774, 144248, 144644},
    };
    pence week = 0;
    pence year = 0;
    pence year_of_days = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fraction cost = fraction_times(fraction_of(1387, 1), cases[i].minutes, 60);
        if (fraction_round(cost) != cases[i].week ||
            fraction_round(fraction_times(cost, 52, 1)) != cases[i].year ||
            fraction_round(fraction_times(cost, 365, 7)) != cases[i].year_of_days)
            fail_msg("line %zu", i);
        week += fraction_round(cost);
        year += fraction_round(fraction_times(cost, 52, 1));
        year_of_days += fraction_round(fraction_times(cost, 365, 7));
    }
    assert_int_equal(week, 27047);
    assert_int_equal(year, 1406418);
    assert_int_equal(year_of_days, 1410281);
}

/* Six half-hour visits, Monday to Friday, as six lines: 34.675 each, 34.68 shown. */
static void each_line_is_rounded_once(void **state)
{
    struct fraction line = fraction_of(0, 1);
    (void)state;
    for (int day = 0; day < 5; day++)
        line = fraction_add(line, fraction_times(fraction_of(1387, 1), 30, 60));
    assert_int_equal(fraction_round(line), 3468);
    assert_int_equal(6 * fraction_round(line), 20808);
}

static void thirds_and_sevenths_add_up_to_the_whole(void **state)
{
    struct fraction sum = fraction_of(0, 1);
    (void)state;
    for (int i = 0; i < 21; i++) {
        sum = fraction_add(sum, fraction_of(1, 3));
        sum = fraction_add(sum, fraction_of(-1, 7));
    }
    assert_true(sum.num == 4 && sum.den == 1);
}

static void dividing_and_multiplying_again_is_exact(void **state)
{
    struct fraction f = fraction_of(999999999989, 1); /* a prime number of pence */
    (void)state;
    for (int64_t by = 2; by < 30; by++)
        f = fraction_times(f, by + 1, by);
    for (int64_t by = 29; by > 1; by--)
        f = fraction_times(f, by, by + 1);
    assert_true(f.num == 999999999989 && f.den == 1);
    f = fraction_times(fraction_of(5, 1), 3, -2);
    assert_true(f.num == -15 && f.den == 2);
}

/*
 * The limits of a plan: 9,999,999,999.99 an hour, 10,080 minutes, 999,999 workers who are
 * shared by 999,999 others, 366 days. Exact: 999999999999 x 168 = 167999999999832 pence a week,
 * beyond PENCE_MAX; shared by 60 x 168 it comes back.
 */
static void the_largest_plan_does_not_overflow(void **state)
{
    struct fraction f = fraction_times(fraction_of(MONEY_MAX, 1), 10080, 60);
    (void)state;
    f = fraction_times(f, 999999, 1);
    f = fraction_times(f, 366, 364);
    assert_int_equal(fraction_round(f), PENCE_MAX);
    assert_int_equal(fraction_floor(f), PENCE_MAX);
    assert_int_equal(fraction_round(fraction_times(f, -1, 1)), -PENCE_MAX);
    f = fraction_times(f, 1, 999999);
    f = fraction_times(f, 364, 366);
    f = fraction_times(f, 60, 10080);
    assert_int_equal(fraction_round(f), MONEY_MAX);
    /* the same with a sharing that has no factor in common */
    f = fraction_times(fraction_of(MONEY_MAX, 1), 10080, 60);
    f = fraction_times(f, 999999, 999983);
    f = fraction_times(f, 366, 364);
    f = fraction_times(f, 364, 366L * 168);
    f = fraction_add(f, fraction_of(1, 3));
    /* 999999 / 999983 is 1 + 16 / 999983, so 999999999999 + 16000272.004... + 0.333... */
    assert_int_equal(fraction_floor(f), 1000016000271);
}

static void what_no_number_can_hold_is_given_as_the_largest(void **state)
{
    struct fraction f = fraction_of(MONEY_MAX, 1);
    struct fraction small = fraction_of(1, 1);
    (void)state;
    for (int i = 0; i < 12; i++) {
        f = fraction_times(f, INT64_MAX, 3);
        small = fraction_add(small, fraction_of(-1, 999983 + 2 * i));
    }
    assert_int_equal(fraction_round(f), PENCE_MAX);
    assert_int_equal(fraction_round(fraction_add(f, f)), PENCE_MAX);
    assert_int_equal(fraction_round(fraction_times(f, -5, 7)), -PENCE_MAX);
    assert_true(small.den > 0);
}

static void a_number_in_words_is_a_whole_word_in_any_case(void **state)
{
    static const struct {
        const char *word;
        int value;
    } cases[] = {{"one", 1},   {"Twelve", 12},   {"FIFTEEN", 15}, {"twenty", 20}, {"ninety", 90},
                 {"twent", 0}, {"twentyone", 0}, {"", 0},         {"12", 0},      {"no", 0}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(number_word(cases[i].word, strlen(cases[i].word)), cases[i].value);
    assert_int_equal(number_word("six weeks", 3), 6);
    assert_int_equal(number_word("sixty", 3), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_in_words_is_a_whole_word_in_any_case),
        cmocka_unit_test(amounts_are_read_as_people_write_them),
        cmocka_unit_test(whole_numbers_are_read_up_to_their_limit),
        cmocka_unit_test(amounts_are_printed_for_files_and_for_people),
        cmocka_unit_test(what_is_printed_is_read_back),
        cmocka_unit_test(fractions_are_rounded_half_up_and_down),
        cmocka_unit_test(a_fraction_is_multiplied_exactly_and_rounded_once),
        cmocka_unit_test(fractions_are_kept_in_lowest_terms),
        cmocka_unit_test(the_worked_example_holds_to_the_penny),
        cmocka_unit_test(each_line_is_rounded_once),
        cmocka_unit_test(thirds_and_sevenths_add_up_to_the_whole),
        cmocka_unit_test(dividing_and_multiplying_again_is_exact),
        cmocka_unit_test(the_largest_plan_does_not_overflow),
        cmocka_unit_test(what_no_number_can_hold_is_given_as_the_largest),
    };
    return cmocka_run_group_tests_name("money", tests, NULL, NULL);
}
