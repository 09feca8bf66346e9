/* Bank holidays: the lists that the government published, and the counts of research 6.7. */
#include "test.h"

#include <string.h>

#include "scarce.h"
#include "supportplan/holidays.h"
#include "supportplan/rates.h"

#define DAYS_MAX 800

static void given_one_off(struct holidays *table, int year, int month, int day, unsigned places,
                          bool is_holiday, const char *name)
{
    struct one_off one = {.day = date_of(year, month, day),
                          .places = places,
                          .is_holiday = is_holiday,
                          .name = (char *)name};
    assert_int_equal(holidays_add(table, &one), ST_OK);
}

/* The holidays of some days as words: "2026-12-25 2026-12-28*", a star for a substitute. */
static void words_of(const struct holidays *table, const char *nation, date from, size_t count,
                     struct text *out)
{
    static struct holiday marks[DAYS_MAX];
    char day[16];

    assert_true(count <= DAYS_MAX);
    holidays_mark(table, nation, from, count, marks);
    for (size_t i = 0; i < count; i++)
        if (marks[i].name)
            text_addf(out, "%s%s%s", out->len ? " " : "", date_print(from + (date)i, day) + 5,
                      marks[i].substitute ? "*" : "");
}

/* Calendar years; the lists are those of gov.uk, a substitute day with a star. */
static void each_nation_has_the_days_that_were_published(void **state)
{
    static const struct {
        const char *nation;
        int year;
        const char *want;
    } cases[] = {
        {"england", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"},
        {"wales", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*"},
        {"england", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*"},
        {"england", 2028, "01-03* 04-14 04-17 05-01 05-29 08-28 12-25 12-26"},
        {"england", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27* 12-28*"},
        {"england", 2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27*"},
        {"scotland", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01* 12-25 12-26"},
        {"scotland", 2026, "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28*"},
        {"scotland", 2022, "01-03* 01-04* 04-15 05-02 05-30 08-01 11-30 12-26 12-27*"},
        {"scotland", 2023, "01-02 01-03* 04-07 05-01 05-29 08-07 11-30 12-25 12-26"},
        {"northern-ireland", 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14* 08-25 12-25 12-26"},
        {"northern-ireland", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13* 08-31 12-25 12-28*"},
        {"northern-ireland", 2024, "01-01 03-18* 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        words_of(NULL, cases[i].nation, date_of(cases[i].year, 1, 1),
                 (size_t)date_year_days(date_of(cases[i].year, 1, 1)), &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("case %zu, %d: %s", i, cases[i].year, text_str(&got));
        text_free(&got);
    }
}

/* Research 6.7: the financial years of England and Wales, from 1 April. */
static void a_financial_year_has_six_to_ten_bank_holidays(void **state)
{
    static const struct {
        int year;
        int want;
    } cases[] = {{2025, 8}, {2026, 10}, {2027, 6}, {2028, 9}, {2029, 7}, {2030, 8}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        static struct holiday marks[DAYS_MAX];
        date start = date_of(cases[i].year, 4, 1);
        int count = 0;
        holidays_mark(NULL, "england", start, (size_t)date_year_days(start), marks);
        for (int day = 0; day < date_year_days(start); day++)
            count += marks[day].name != NULL;
        if (count != cases[i].want)
            fail_msg("%d: %d", cases[i].year, count);
    }
}

static void a_one_off_day_is_one_more_or_one_less_where_it_holds(void **state)
{
    struct holidays table = {0};
    struct text england = {0}, scotland = {0};
    (void)state;
    given_one_off(&table, 2022, 5, 30, 15, false, "moved");
    given_one_off(&table, 2022, 6, 2, 15, true, "Spring bank holiday");
    given_one_off(&table, 2022, 6, 3, PLACE_ENGLAND, true, "Jubilee");
    words_of(&table, "england", date_of(2022, 5, 1), 60, &england);
    words_of(&table, "scotland", date_of(2022, 5, 1), 60, &scotland);
    assert_string_equal(text_str(&england), "05-02 06-02 06-03");
    assert_string_equal(text_str(&scotland), "05-02 06-02");
    text_free(&england);
    text_free(&scotland);
    holidays_free(&table);
}

static void a_holiday_has_its_name_and_says_that_it_stands_in(void **state)
{
    struct holiday marks[4];
    (void)state;
    holidays_mark(NULL, "england", date_of(2026, 12, 25), 4, marks);
    assert_string_equal(marks[0].name, "Christmas Day");
    assert_false(marks[0].substitute);
    assert_null(marks[1].name); /* Saturday the 26th */
    assert_string_equal(marks[3].name, "Boxing Day");
    assert_true(marks[3].substitute);
}

static void a_day_is_told_once_for_a_nation(void **state)
{
    struct holidays table = {0};
    struct one_off again = {
        .day = date_of(2026, 6, 15), .places = PLACE_SCOTLAND | PLACE_WALES, .name = (char *)"x"};
    (void)state;
    given_one_off(&table, 2026, 6, 15, PLACE_SCOTLAND, true, "World Cup");
    assert_int_equal(holidays_add(&table, &again), ST_EXISTS);
    again.places = PLACE_WALES;
    assert_int_equal(holidays_add(&table, &again), ST_OK);
    assert_int_equal(table.count, 2);
    holidays_free(&table);
}

static void no_day_is_half_added_where_memory_runs_out(void **state)
{
    size_t hits = 0;
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct holidays table = {0};
        struct one_off one = {.day = 1, .places = 1, .name = (char *)"x"};
        enum status st = holidays_add(&table, &one);
        bool hit = scarce_hit();
        hits += hit;
        if (hit && (st != ST_NOMEM || table.count != 0))
            fail_msg("round %d: status %d", n, (int)st);
        holidays_free(&table);
    }
    assert_in_range(hits, 2, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_nation_has_the_days_that_were_published),
        cmocka_unit_test(a_financial_year_has_six_to_ten_bank_holidays),
        cmocka_unit_test(a_one_off_day_is_one_more_or_one_less_where_it_holds),
        cmocka_unit_test(a_holiday_has_its_name_and_says_that_it_stands_in),
        cmocka_unit_test(a_day_is_told_once_for_a_nation),
        cmocka_unit_test(no_day_is_half_added_where_memory_runs_out),
    };
    return cmocka_run_group_tests_name("holidays", tests, NULL, NULL);
}
