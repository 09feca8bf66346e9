#include "test.h"

#include <locale.h>
#include <string.h>

#include "scarce.h"
#include "supportplan/calendar.h"

#define DASH "\xe2\x80\x93"

static void days_are_counted_from_1970(void **state)
{
    static const struct {
        int year, month, day;
        date want;
        int weekday;
    } cases[] = {
        {1970, 1, 1, 0, 3}, /* a Thursday */
        {1969, 12, 31, -1, 2},      {1970, 1, 5, 4, 0},       {2000, 1, 1, 10957, 5},
        {2000, 2, 29, 11016, 1},    {2026, 11, 21, 20778, 5}, /* a Saturday: 20454 is 1 January
                                                                 2026, and 324 days on */
        {1900, 3, 1, -25508, 3},    {2100, 3, 1, 47541, 0},   {1, 1, 1, -719162, 0},
        {9999, 12, 31, 2932896, 4},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        date got = date_of(cases[i].year, cases[i].month, cases[i].day);
        if (got != cases[i].want || date_weekday(got) != cases[i].weekday)
            fail_msg("case %zu: day %d, weekday %d", i, got, date_weekday(got));
    }
}

static void days_that_do_not_exist_are_none(void **state)
{
    static const int cases[][3] = {
        {2026, 2, 29}, {2100, 2, 29}, {1900, 2, 29}, {2026, 4, 31}, {2026, 13, 1}, {2026, 0, 1},
        {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},     {10000, 1, 1}, {2026, -1, 1}, {2026, 1, -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (date_of(cases[i][0], cases[i][1], cases[i][2]) != DATE_NONE)
            fail_msg("case %zu", i);
    assert_int_not_equal(date_of(2000, 2, 29), DATE_NONE);
}

static void every_day_is_followed_by_the_next(void **state)
{
    date d = date_of(1899, 12, 31);
    int weekday = date_weekday(d);
    (void)state;
    for (; d < date_of(3000, 1, 1); d++) {
        int year;
        int month;
        int day;
        date_parts(d, &year, &month, &day);
        if (date_of(year, month, day) != d || date_weekday(d) != weekday)
            fail_msg("day %d: %d-%d-%d", d, year, month, day);
        weekday = (weekday + 1) % 7;
    }
    date_parts(d, NULL, NULL, NULL);
}

static const struct {
    const char *s;
    enum status want;
    const char *value;
} dates[] = {
    {"2026-11-21", ST_OK, "2026-11-21"},
    {"21/11/2026", ST_OK, "2026-11-21"},
    {"21.11.2026", ST_OK, "2026-11-21"},
    {"21-11-2026", ST_OK, "2026-11-21"},
    {"21 11 2026", ST_OK, "2026-11-21"},
    {"2026/11/21", ST_OK, "2026-11-21"},
    {"1/2/2026", ST_OK, "2026-02-01"}, /* day first */
    {"01/02/2026", ST_OK, "2026-02-01"},
    {"21/11/26", ST_OK, "2026-11-21"},
    {"21.11.26", ST_OK, "2026-11-21"},
    {"21 Nov 26", ST_OK, "2026-11-21"},
    {"21 November 2026", ST_OK, "2026-11-21"},
    {"21 NOV 2026", ST_OK, "2026-11-21"},
    {"21 nov. 2026", ST_OK, "2026-11-21"},
    {"21-Nov-2026", ST_OK, "2026-11-21"},
    {"21/Nov/2026", ST_OK, "2026-11-21"},
    {"21Nov2026", ST_OK, "2026-11-21"},
    {"1st sept 2026", ST_OK, "2026-09-01"},
    {"the 2nd of May 2026", ST_OK, "2026-05-02"},
    {"3rd May, 2026", ST_OK, "2026-05-03"},
    {"May 3 2026", ST_OK, "2026-05-03"},
    {"May 3rd, 2026", ST_OK, "2026-05-03"},
    {"Saturday 21 November 2026", ST_OK, "2026-11-21"},
    {"sat, 21/11/2026", ST_OK, "2026-11-21"},
    {"  2026-11-21\n", ST_OK, "2026-11-21"},
    {"\xc2\xa0"
     "21\xc2\xa0November\xc2\xa0"
     "2026",
     ST_OK, "2026-11-21"},
    {"29/2/2028", ST_OK, "2028-02-29"},
    {"1900-01-01", ST_OK, "1900-01-01"},
    {"2999-12-31", ST_OK, "2999-12-31"},
    {"29/2/2026", ST_RANGE, NULL},
    {"31/04/2026", ST_RANGE, NULL},
    {"11/21/2026", ST_RANGE, NULL}, /* month first: there is no month 21 */
    {"0/1/2026", ST_RANGE, NULL},
    {"2026-00-10", ST_RANGE, NULL},
    {"1899-12-31", ST_RANGE, NULL},
    {"3000-01-01", ST_RANGE, NULL},
    {"Monday 21 November 2026", ST_RANGE, NULL}, /* it is a Saturday */
    {"", ST_SYNTAX, NULL},
    {"?", ST_SYNTAX, NULL},
    {"tomorrow", ST_SYNTAX, NULL},
    {"21 November", ST_SYNTAX, NULL},
    {"November 2026", ST_SYNTAX, NULL},
    {"2026", ST_SYNTAX, NULL},
    {"21/11", ST_SYNTAX, NULL},
    {"21/11/026", ST_SYNTAX, NULL},
    {"21/11/20266", ST_SYNTAX, NULL},
    {"021/11/2026", ST_SYNTAX, NULL},
    {"21-11-26", ST_SYNTAX, NULL}, /* or the 26th of November 2021? */
    {"21 11 26", ST_SYNTAX, NULL},
    {"21/11-2026", ST_SYNTAX, NULL},
    {"21//11/2026", ST_SYNTAX, NULL},
    {"-21/11/2026", ST_SYNTAX, NULL},
    {"21/11/2026-", ST_SYNTAX, NULL},
    {"21,11,2026", ST_SYNTAX, NULL},
    {"21/11/2026 12", ST_SYNTAX, NULL},
    {"2026-11-21T10:00", ST_SYNTAX, NULL},
    {"20261121", ST_SYNTAX, NULL},
    {"21 Nev 2026", ST_SYNTAX, NULL},
    {"21 Nov Dec 2026", ST_SYNTAX, NULL},
    {"Nov Dec 2026", ST_SYNTAX, NULL},
    {"2026 21 Nov", ST_SYNTAX, NULL},
    {"21 J 2026", ST_SYNTAX, NULL},
    {"99999999999999999999/1/2026", ST_SYNTAX, NULL},
};

static void dates_are_read_day_first(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(dates); i++) {
        char printed[16] = "";
        date got = 7; /* must survive a failure */
        enum status st = date_parse(dates[i].s, &got);
        bool right = st ? got == 7 : !strcmp(date_print(got, printed), dates[i].value);
        if (st != dates[i].want || !right)
            fail_msg("'%s': status %d, day %d %s", dates[i].s, (int)st, got, printed);
    }
}

static void a_date_as_the_file_has_it_is_told_at_sight(void **state)
{
    static const struct {
        const char *s;
        bool told;
    } cases[] = {
        {"2026-11-21", true},  {"1900-01-01", true},   {"2999-12-31", true},  {"2024-02-29", true},
        {"1899-12-31", false}, {"3000-01-01", false},  {"2023-02-29", false}, {"2026-13-01", false},
        {"2026-00-10", false}, {"2026-1-21", false},   {"21/11/2026", false}, {"2026-11-2x", false},
        {"2026/11/21", false}, {"2026-11-211", false}, {"", false},           {"-026-11-21", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char again[16];
        date d = date_at_sight(cases[i].s);
        if ((d != DATE_NONE) != cases[i].told)
            fail_msg("'%s' is %s", cases[i].s, cases[i].told ? "not told" : "told");
        if (d != DATE_NONE && strcmp(date_print(d, again), cases[i].s) != 0)
            fail_msg("'%s' is told as %s", cases[i].s, again);
    }
}

static void dates_are_said_in_words(void **state)
{
    struct text out = {0};
    (void)state;
    date_words(&out, date_of(2026, 11, 21), false);
    text_add(&out, "; ");
    date_words(&out, date_of(2027, 1, 4), true);
    assert_string_equal(text_str(&out), "21 November 2026; Monday 4 January 2027");
    text_free(&out);
}

static void what_is_said_in_words_can_be_typed(void **state)
{
    struct text out = {0};
    (void)state;
    for (date d = date_of(2026, 1, 1); d < date_of(2029, 1, 1); d++) {
        char file[16];
        date got = DATE_NONE;
        text_clear(&out);
        date_words(&out, d, true);
        if (date_parse(text_str(&out), &got) || got != d)
            fail_msg("'%s' comes back as %d, not %d", text_str(&out), got, d);
        if (date_parse(date_print(d, file), &got) || got != d)
            fail_msg("'%s' comes back as %d, not %d", file, got, d);
    }
    text_free(&out);
}

/* SPEC 2.6: it ends the day before that date comes again; from a 29 February, on the 28th. */
static void a_plan_year_has_its_own_length(void **state)
{
    static const struct {
        int year, month, day, want;
    } cases[] = {
        {2026, 4, 6, 365},  {2027, 3, 1, 366}, /* to 29 February 2028 */
        {2027, 2, 28, 365}, {2028, 2, 28, 366}, {2028, 2, 29, 366}, {2028, 3, 1, 365},
        {2023, 4, 1, 366},  {2024, 1, 1, 366},  {2100, 1, 1, 365},  {2000, 1, 1, 366},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int got = date_year_days(date_of(cases[i].year, cases[i].month, cases[i].day));
        if (got != cases[i].want)
            fail_msg("case %zu: %d days", i, got);
    }
    assert_int_equal(date_year_days(DATE_NONE), 365);
}

/* Known dates: the earliest and the latest there can be among them. */
static void easter_is_where_the_church_has_it(void **state)
{
    static const char *const cases[] = {
        "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "1943-04-25", "1954-04-18",
        "1981-04-19", "2049-04-18", "2076-04-19", "2285-03-22",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        date want = DATE_NONE;
        int year;
        assert_int_equal(date_parse(cases[i], &want), ST_OK);
        date_parts(want, &year, NULL, NULL);
        if (date_easter(year) != want)
            fail_msg("%s: %d days later", cases[i], date_easter(year) - want);
    }
}

/* Research 2.8: 29 March and 25 October 2026, 28 March and 31 October 2027. */
static void the_clocks_change_on_last_sundays(void **state)
{
    (void)state;
    assert_int_equal(date_last_sunday(2026, 3), date_of(2026, 3, 29));
    assert_int_equal(date_last_sunday(2026, 10), date_of(2026, 10, 25));
    assert_int_equal(date_last_sunday(2027, 3), date_of(2027, 3, 28));
    assert_int_equal(date_last_sunday(2027, 10), date_of(2027, 10, 31));
    assert_int_equal(date_last_sunday(2028, 2), date_of(2028, 2, 27));
}

static void the_days_of_a_pattern_are_walked_one_after_another(void **state)
{
    date first, last;
    const char *rest = dates_next("2026-12-21/2027-01-03 2027-02-15", &first, &last);
    (void)state;
    assert_non_null(rest);
    assert_int_equal(first, date_of(2026, 12, 21));
    assert_int_equal(last, date_of(2027, 1, 3));
    rest = dates_next(rest, &first, &last);
    assert_non_null(rest);
    assert_int_equal(first, date_of(2027, 2, 15));
    assert_int_equal(last, first);
    assert_null(dates_next(rest, &first, &last));
}

static void months_are_added_to_the_last_day_there_is(void **state)
{
    static const struct {
        const char *from;
        int by;
        const char *want;
    } cases[] = {
        {"2026-11-21", 0, "2026-11-21"},   {"2026-11-21", 1, "2026-12-21"},
        {"2026-11-21", 2, "2027-01-21"},   {"2026-01-31", 1, "2026-02-28"},
        {"2028-01-31", 1, "2028-02-29"},   {"2026-01-31", 3, "2026-04-30"},
        {"2026-11-21", -11, "2025-12-21"}, {"2026-01-15", -1, "2025-12-15"},
        {"2028-02-29", 12, "2029-02-28"},  {"2026-11-21", 120, "2036-11-21"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        date from = DATE_NONE;
        char got[16];
        assert_int_equal(date_parse(cases[i].from, &from), ST_OK);
        date_print(date_add_months(from, cases[i].by), got);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s and %d months: %s", cases[i].from, cases[i].by, got);
    }
    assert_int_equal(date_add_months(DATE_NONE, 1), DATE_NONE);
    assert_int_equal(date_add_months(0, INT32_MAX), DATE_NONE);
    assert_int_equal(date_add_months(0, -12 * 1970), DATE_NONE);
}

/* ---- days that a pattern holds on ---- */

static void days_of_a_pattern_get_one_spelling(void **state)
{
    static const struct {
        const char *s;
        enum status want;
        const char *value;
    } cases[] = {
        {"2026-12-21/2027-01-03", ST_OK, "2026-12-21/2027-01-03"},
        {"2026-12-21", ST_OK, "2026-12-21"},
        {"2026-12-21/2027-01-03 2027-02-15", ST_OK, "2026-12-21/2027-01-03 2027-02-15"},
        {" 2026-12-21,2027-02-15 ", ST_OK, "2026-12-21 2027-02-15"},
        {"2027-02-15 2026-12-21", ST_OK, "2027-02-15 2026-12-21"}, /* in the order given */
        {"2026-12-21/2026-12-21", ST_OK, "2026-12-21"},
        {"21/12/2026", ST_OK, "2026-12-21"},
        {"21/12/2026-03/01/2027", ST_OK, "2026-12-21/2027-01-03"},
        {"21/12/2026 - 3/1/2027, 15/2/2027", ST_OK, "2026-12-21/2027-01-03 2027-02-15"},
        {"21 December 2026 to 3 January 2027", ST_OK, "2026-12-21/2027-01-03"},
        {"21 Dec 2026" DASH "3 Jan 2027; 15 Feb 2027", ST_OK, "2026-12-21/2027-01-03 2027-02-15"},
        {"2027-01-03/2026-12-21", ST_RANGE, ""},
        {"2026-02-30", ST_RANGE, ""},
        {"2026-02-20/2026-02-30", ST_RANGE, ""},
        {"2026-12-21 2026-02-30", ST_RANGE, ""},
        {"", ST_SYNTAX, ""},
        {" , ", ST_SYNTAX, ""},
        {"?", ST_SYNTAX, ""},
        {"Christmas", ST_SYNTAX, ""},
        {"2026-12-21/", ST_SYNTAX, ""},
        {"/2026-12-21", ST_SYNTAX, ""},
        {"2026-12-21/2027-01-03/2027-02-15", ST_SYNTAX, ""},
        {"2026-12-21 and so on and so on and so on and so on", ST_SYNTAX, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        text_add(&got, "#");
        enum status st = dates_canonical(cases[i].s, &got);
        if (st != cases[i].want || strcmp(text_str(&got) + 1, cases[i].value) != 0)
            fail_msg("'%s': status %d, '%s'", cases[i].s, (int)st, text_str(&got));
        text_free(&got);
    }
}

static void days_of_a_pattern_are_added_whole_or_not_at_all(void **state)
{
    static const char s[] = "2026-12-21/2027-01-03 2027-02-15 2027-03-15 2027-04-15 2027-05-15";
    int rounds = 0;
    (void)state;
    for (int n = 0; scarce_from(&n); rounds++) {
        struct text got = {0};
        enum status st = dates_canonical(s, &got);
        bool hit = scarce_hit();
        if (st != (hit ? ST_NOMEM : ST_OK) || strcmp(text_str(&got), hit ? "" : s) != 0)
            fail_msg("round %d: status %d, '%s'", n, (int)st, text_str(&got));
        text_free(&got);
    }
    assert_in_range(rounds, 2, 100);
}

/* Nothing typed may crash a reader: every case above, cut short at each place and run into itself.
 */
static void what_is_cut_short_and_run_together_does_no_harm(void **state)
{
    char cut[256];
    (void)state;
    for (size_t i = 0; i < COUNT(dates); i++) {
        const char *s = dates[i].s;
        for (size_t len = 0; len <= strlen(s); len++) {
            memcpy(cut, s, len);
            memcpy(cut + len, s, strlen(s) + 1);
            struct text out = {0};
            date d = DATE_NONE;
            assert_true(date_parse(cut, &d) || d != DATE_NONE);
            assert_true(dates_canonical(cut, &out) || out.len >= 10);
            text_free(&out);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(days_that_do_not_exist_are_none),
        cmocka_unit_test(every_day_is_followed_by_the_next),
        cmocka_unit_test(dates_are_read_day_first),
        cmocka_unit_test(a_date_as_the_file_has_it_is_told_at_sight),
        cmocka_unit_test(dates_are_said_in_words),
        cmocka_unit_test(what_is_said_in_words_can_be_typed),
        cmocka_unit_test(a_plan_year_has_its_own_length),
        cmocka_unit_test(easter_is_where_the_church_has_it),
        cmocka_unit_test(the_clocks_change_on_last_sundays),
        cmocka_unit_test(the_days_of_a_pattern_are_walked_one_after_another),
        cmocka_unit_test(months_are_added_to_the_last_day_there_is),
        cmocka_unit_test(days_of_a_pattern_get_one_spelling),
        cmocka_unit_test(days_of_a_pattern_are_added_whole_or_not_at_all),
        cmocka_unit_test(what_is_cut_short_and_run_together_does_no_harm),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
