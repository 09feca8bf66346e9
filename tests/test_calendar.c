#include "test.h"

#include <locale.h>
#include <string.h>

#include "supportplan/calendar.h"

#define HALF "\xc2\xbd"
#define DASH "\xe2\x80\x93"

/* ---- dates ---- */

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

/* ---- clock times ---- */

static const struct {
    const char *s;
    enum status want;
    minutes value;
} clocks[] = {
    {"8", ST_OK, 480},
    {"08", ST_OK, 480},
    {"9", ST_OK, 540},
    {"0", ST_OK, 0},
    {"23", ST_OK, 1380},
    {"24", ST_OK, 1440},
    {"08:00", ST_OK, 480},
    {"8:00", ST_OK, 480},
    {"08:00:00", ST_OK, 480},
    {"8:05", ST_OK, 485},
    {"8.30", ST_OK, 510},
    {"08.30", ST_OK, 510},
    {"0830", ST_OK, 510},
    {"830", ST_OK, 510},
    {"0000", ST_OK, 0},
    {"2400", ST_OK, 1440},
    {"00:00", ST_OK, 0},
    {"23:59", ST_OK, 1439},
    {"24:00", ST_OK, 1440},
    {"24.00", ST_OK, 1440},
    {"8.30am", ST_OK, 510},
    {"8:30 AM", ST_OK, 510},
    {"8.30 a.m.", ST_OK, 510},
    {"8.30a.m", ST_OK, 510},
    {"9pm", ST_OK, 1260},
    {"9 PM", ST_OK, 1260},
    {"9 p.m.", ST_OK, 1260},
    {"0930pm", ST_OK, 1290},
    {"12am", ST_OK, 0},
    {"12.30am", ST_OK, 30},
    {"12pm", ST_OK, 720},
    {"12:30pm", ST_OK, 750},
    {"11:59pm", ST_OK, 1439},
    {"1am", ST_OK, 60},
    {"noon", ST_OK, 720},
    {"Noon", ST_OK, 720},
    {"midday", ST_OK, 720},
    {"12 noon", ST_OK, 720},
    {"12noon", ST_OK, 720},
    {"midnight", ST_OK, 0},
    {"12 midnight", ST_OK, 0},
    {"8 o'clock", ST_OK, 480},
    {"8 o\xe2\x80\x99"
     "clock",
     ST_OK, 480},
    {"  8:00\t", ST_OK, 480},
    {"25", ST_RANGE, 0},
    {"25:00", ST_RANGE, 0},
    {"24:01", ST_RANGE, 0},
    {"2401", ST_RANGE, 0},
    {"9.60", ST_RANGE, 0},
    {"0860", ST_RANGE, 0},
    {"23:99", ST_RANGE, 0},
    {"13pm", ST_RANGE, 0},
    {"0am", ST_RANGE, 0},
    {"20:00pm", ST_RANGE, 0},
    {"1 noon", ST_RANGE, 0},
    {"12:30 midnight", ST_RANGE, 0},
    {"", ST_SYNTAX, 0},
    {"?", ST_SYNTAX, 0},
    {"9.5", ST_SYNTAX, 0}, /* half past nine, or five past? */
    {"9:5", ST_SYNTAX, 0},
    {"9.", ST_SYNTAX, 0},
    {"9:", ST_SYNTAX, 0},
    {":30", ST_SYNTAX, 0},
    {"9:300", ST_SYNTAX, 0},
    {"08:00:30", ST_SYNTAX, 0},
    {"08:00:0", ST_SYNTAX, 0},
    {"08:00:00:00", ST_SYNTAX, 0},
    {"008", ST_SYNTAX, 0},
    {"08300", ST_SYNTAX, 0},
    {"-8", ST_SYNTAX, 0},
    {"+8", ST_SYNTAX, 0},
    {"8-9", ST_SYNTAX, 0},
    {"8 30", ST_SYNTAX, 0},
    {"8 9", ST_SYNTAX, 0},
    {"8 hours", ST_SYNTAX, 0},
    {"8h30", ST_SYNTAX, 0},
    {"8 xm", ST_SYNTAX, 0},
    {"8 am pm", ST_SYNTAX, 0},
    {"8 am 5", ST_SYNTAX, 0},
    {"8 ..am", ST_SYNTAX, 0},
    {"am", ST_SYNTAX, 0},
    {"eight", ST_SYNTAX, 0},
    {"noonish", ST_SYNTAX, 0},
    {"noon 12", ST_SYNTAX, 0},
    {"8" HALF, ST_SYNTAX, 0},
    {"99999999999999999999", ST_SYNTAX, 0},
    {"8 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaam", ST_SYNTAX, 0},
};

static void clock_times_are_read_with_care(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(clocks); i++) {
        minutes got = -7;
        enum status st = clock_parse(clocks[i].s, &got);
        if (st != clocks[i].want || got != (st ? -7 : clocks[i].value))
            fail_msg("'%s': status %d, value %d", clocks[i].s, (int)st, got);
    }
}

static void every_clock_time_is_printed_and_read_back(void **state)
{
    char out[8];
    (void)state;
    for (minutes m = 0; m <= MINUTES_DAY; m++) {
        minutes got = -7;
        if (clock_parse(clock_print(m, out), &got) || got != m || strlen(out) != 5)
            fail_msg("%d: '%s' comes back as %d", m, out, got);
    }
    assert_string_equal(clock_print(485, out), "08:05");
    assert_string_equal(clock_print(1440, out), "24:00");
}

/* ---- days of the week ---- */

static const struct {
    const char *s;
    const char *value; /* NULL: refused */
} day_cases[] = {
    {"Mon Tue", "Mon Tue"},
    {"Mon", "Mon"},
    {"monday", "Mon"},
    {"SUNDAY", "Sun"},
    {"tues", "Tue"},
    {"Weds", "Wed"},
    {"thur", "Thu"},
    {"thurs.", "Thu"},
    {"We", "Wed"},
    {"Mondays", "Mon"},
    {"on Mondays", "Mon"},
    {"every Monday", "Mon"},
    {"each Fri", "Fri"},
    {"Mon-Fri", "Mon Tue Wed Thu Fri"},
    {"mon - fri", "Mon Tue Wed Thu Fri"},
    {"Mon" DASH "Fri", "Mon Tue Wed Thu Fri"},
    {"Mon.-Fri.", "Mon Tue Wed Thu Fri"},
    {"Monday to Friday", "Mon Tue Wed Thu Fri"},
    {"monday until wednesday", "Mon Tue Wed"},
    {"fri-mon", "Mon Fri Sat Sun"},
    {"Sun-Mon", "Mon Sun"},
    {"sat to thu", "Mon Tue Wed Thu Sat Sun"},
    {"Mon-Sun", "Mon Tue Wed Thu Fri Sat Sun"},
    {"weekdays", "Mon Tue Wed Thu Fri"},
    {"Weekday", "Mon Tue Wed Thu Fri"},
    {"every weekday", "Mon Tue Wed Thu Fri"},
    {"weekend", "Sat Sun"},
    {"weekends", "Sat Sun"},
    {"at the weekend", "Sat Sun"},
    {"every day", "Mon Tue Wed Thu Fri Sat Sun"},
    {"everyday", "Mon Tue Wed Thu Fri Sat Sun"},
    {"Each day", "Mon Tue Wed Thu Fri Sat Sun"},
    {"all days", "Mon Tue Wed Thu Fri Sat Sun"},
    {"daily", "Mon Tue Wed Thu Fri Sat Sun"},
    {"Mon, Wed and Fri", "Mon Wed Fri"},
    {"Mon,Wed,Fri", "Mon Wed Fri"},
    {"Mon & Wed", "Mon Wed"},
    {"Mon/Wed", "Mon Wed"},
    {"Mon + Wed", "Mon Wed"},
    {"Mon; Wed;", "Mon Wed"},
    {"Fri Mon", "Mon Fri"},
    {"Mon Mon", "Mon"},
    {"weekdays and Sat", "Mon Tue Wed Thu Fri Sat"},
    {"Mon-Wed, Fri-Sat", "Mon Tue Wed Fri Sat"},
    {" Mon \n", "Mon"},
    {"", NULL},
    {"  ", NULL},
    {"?", NULL},
    {",", NULL},
    {"and", NULL},
    {"every", NULL},
    {"M T W", NULL},
    {"T", NULL},
    {"M-F", NULL},
    {"Mon-", NULL},
    {"-Mon", NULL},
    {"Mon-Mon", NULL}, /* one day, or eight? */
    {"Mon-Wed-Fri", NULL},
    {"Mon to", NULL},
    {"to Fri", NULL},
    {"every other Monday", NULL},
    {"every 2 weeks", NULL},
    {"every week", NULL},
    {"not Monday", NULL},
    {"Mon except bank holidays", NULL},
    {"Mon 9", NULL},
    {"Moonday", NULL},
    {"Mondayy", NULL},
    {"day", NULL},
    {"days", NULL},
    {"sunweekday", NULL},
    {"Mon\x80", NULL},
    {"mondaymondaymonday", NULL},
};

static void days_are_read_as_people_say_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(day_cases); i++) {
        char printed[32] = "";
        weekdays got = 0x80;
        enum status st = days_parse(day_cases[i].s, &got);
        if (day_cases[i].value ? st || strcmp(days_print(got, printed), day_cases[i].value) != 0
                               : st != ST_SYNTAX || got != 0x80)
            fail_msg("'%s': status %d, '%s'", day_cases[i].s, (int)st, printed);
    }
}

static void days_are_said_in_words(void **state)
{
    static const struct {
        const char *days, *want;
    } cases[] = {
        {"Mon", "Monday"},
        {"Sun", "Sunday"},
        {"Mon Tue", "Monday and Tuesday"},
        {"Sat Sun", "Saturday and Sunday"},
        {"Mon Tue Wed Thu Fri", "Monday to Friday"},
        {"Fri Sat Sun", "Friday to Sunday"},
        {"Mon Wed Fri", "Monday, Wednesday and Friday"},
        {"Mon Fri Sat Sun", "Monday, Friday, Saturday and Sunday"},
        {"Mon Tue Wed Thu Fri Sat Sun", "every day"},
        {"Tue Wed Thu Fri Sat Sun", "Tuesday to Sunday"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        weekdays d = 0;
        assert_int_equal(days_parse(cases[i].days, &d), ST_OK);
        days_words(&got, d);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("'%s': '%s'", cases[i].days, text_str(&got));
        text_free(&got);
    }
}

static void every_set_of_days_is_read_back(void **state)
{
    (void)state;
    for (unsigned set = 1; set <= WEEKDAYS_ALL; set++) {
        char file[32];
        struct text words = {0};
        weekdays got = 0;
        int count = 0;
        for (unsigned bit = 1; bit <= 64; bit *= 2)
            count += (set & bit) != 0;
        if (days_parse(days_print((weekdays)set, file), &got) || got != set)
            fail_msg("'%s' comes back as %x", file, got);
        days_words(&words, (weekdays)set);
        if (days_parse(text_str(&words), &got) || got != set)
            fail_msg("'%s' comes back as %x", text_str(&words), got);
        if (days_count((weekdays)set) != count)
            fail_msg("%x: %d days", set, days_count((weekdays)set));
        text_free(&words);
    }
    assert_int_equal(days_count(0), 0);
}

static void days_have_a_long_and_a_short_name(void **state)
{
    (void)state;
    assert_string_equal(day_name(0), "Monday");
    assert_string_equal(day_name(6), "Sunday");
    for (int day = 0; day < 7; day++)
        if (strncmp(day_name(day), day_short(day), 3) != 0 || strlen(day_short(day)) != 3)
            fail_msg("%s and %s", day_name(day), day_short(day));
}

/* ---- lengths ---- */

static const struct {
    const char *s;
    enum status want;
    minutes value;
} lengths[] = {
    {"90", ST_OK, 90},
    {"0", ST_OK, 0},
    {"0 minutes", ST_OK, 0},
    {"90 minutes", ST_OK, 90},
    {"1 minute", ST_OK, 1},
    {"30m", ST_OK, 30},
    {"30 min", ST_OK, 30},
    {"30 mins.", ST_SYNTAX, 0},
    {"2h", ST_OK, 120},
    {"2 hrs", ST_OK, 120},
    {"1 hour", ST_OK, 60},
    {"1 h 30 m", ST_OK, 90},
    {"1h30", ST_OK, 90},
    {"1h 30", ST_OK, 90},
    {"1h30m", ST_OK, 90},
    {"1 hr 30 mins", ST_OK, 90},
    {"1 hour and 30 minutes", ST_OK, 90},
    {"1 hour, 30 minutes", ST_OK, 90},
    {"1:30", ST_OK, 90},
    {"0:45", ST_OK, 45},
    {"12:00", ST_OK, 720},
    {"1.5 hours", ST_OK, 90},
    {"1.5h", ST_OK, 90},
    {"0.1 hours", ST_OK, 6},
    {"1.25 hours", ST_OK, 75},
    {"1.75h", ST_OK, 105},
    {"1 1/2 hours", ST_OK, 90},
    {"1/2 hour", ST_OK, 30},
    {"3/4 hour", ST_OK, 45},
    {"2/3 hours", ST_OK, 40},
    {HALF " hour", ST_OK, 30},
    {"1" HALF " hours", ST_OK, 90},
    {"2 \xc2\xbc hours", ST_OK, 135},
    {"half an hour", ST_OK, 30},
    {"Half hour", ST_OK, 30},
    {"a half hour", ST_OK, 30},
    {"quarter of an hour", ST_OK, 15},
    {"a quarter of an hour", ST_OK, 15},
    {"three quarters of an hour", ST_OK, 45},
    {"three-quarters", ST_SYNTAX, 0},
    {"an hour", ST_OK, 60},
    {"one hour", ST_OK, 60},
    {"two hours", ST_OK, 120},
    {"three hours", ST_OK, 180},
    {"twelve hours", ST_OK, 720},
    {"an hour and a half", ST_OK, 90},
    {"1 hour and a quarter", ST_OK, 75},
    {"one and a half hours", ST_OK, 90},
    {"2 and a half hours", ST_OK, 150},
    {"1 h 90 m", ST_OK, 150},
    {" 45 \n", ST_OK, 45},
    {"99999", ST_OK, 99999},
    {"1666 h 39 m", ST_OK, 99999},
    {"100000", ST_RANGE, 0},
    {"1667 hours", ST_RANGE, 0},
    {"99999999999999999999", ST_RANGE, 0},
    {"99999999999999999999 hours", ST_RANGE, 0},
    {"", ST_SYNTAX, 0},
    {"?", ST_SYNTAX, 0},
    {"-5", ST_SYNTAX, 0},
    {"+5", ST_SYNTAX, 0},
    {"1.5", ST_SYNTAX, 0}, /* of what? */
    {"1 1/2", ST_SYNTAX, 0},
    {HALF, ST_SYNTAX, 0},
    {"half", ST_SYNTAX, 0},
    {"an", ST_SYNTAX, 0},
    {"two", ST_SYNTAX, 0},
    {"hour", ST_SYNTAX, 0},
    {"minutes", ST_SYNTAX, 0},
    {"1.30 hours", ST_SYNTAX, 0}, /* an hour and a half, or 78 minutes? */
    {"1.333 hours", ST_SYNTAX, 0},
    {"1. hours", ST_SYNTAX, 0},
    {"1/7 hour", ST_SYNTAX, 0}, /* no whole minutes */
    {"1/0 hour", ST_SYNTAX, 0},
    {"3/2 hours", ST_SYNTAX, 0},
    {"1.5 minutes", ST_SYNTAX, 0},
    {"half a minute", ST_SYNTAX, 0},
    {"30 m 1 h", ST_SYNTAX, 0},
    {"1 h 1 h", ST_SYNTAX, 0},
    {"1 h 30 m 5", ST_SYNTAX, 0},
    {"1h60", ST_SYNTAX, 0},
    {"1:5", ST_SYNTAX, 0},
    {"1:60", ST_SYNTAX, 0},
    {"1:30:00", ST_SYNTAX, 0},
    {"90 seconds", ST_SYNTAX, 0},
    {"1 day", ST_SYNTAX, 0},
    {"2 3", ST_SYNTAX, 0},
    {"1 h and", ST_SYNTAX, 0},
    {"an hour and a bit", ST_SYNTAX, 0},
    {"all night", ST_SYNTAX, 0},
};

static void lengths_are_read_as_people_say_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++) {
        minutes got = -7;
        enum status st = minutes_parse(lengths[i].s, &got);
        if (st != lengths[i].want || got != (st ? -7 : lengths[i].value))
            fail_msg("'%s': status %d, value %d", lengths[i].s, (int)st, got);
    }
}

static void lengths_are_said_in_hours_and_minutes(void **state)
{
    static const struct {
        int64_t m;
        const char *want;
    } cases[] = {
        {0, "0 m"},          {1, "1 m"},
        {45, "45 m"},        {60, "1 h"},
        {90, "1 h 30 m"},    {120, "2 h"},
        {1170, "19 h 30 m"}, {10080, "168 h"},
        {-90, "-1 h 30 m"},  {600000000, "10000000 h"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        minutes back = -7;
        minutes_words(&got, cases[i].m);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("%lld: '%s'", (long long)cases[i].m, text_str(&got));
        if (cases[i].m >= 0 && cases[i].m <= MINUTES_MAX &&
            (minutes_parse(text_str(&got), &back) || back != cases[i].m))
            fail_msg("'%s' comes back as %d", text_str(&got), back);
        text_free(&got);
    }
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

/* Nothing typed may crash a reader: every case above, cut short at each place and run into itself.
 */
static void what_is_cut_short_and_run_together_does_no_harm(void **state)
{
    char cut[256];
    (void)state;
    for (size_t i = 0; i < COUNT(dates) + COUNT(clocks) + COUNT(lengths); i++) {
        size_t c = i - COUNT(dates);
        size_t l = c - COUNT(clocks);
        const char *s = i < COUNT(dates)    ? dates[i].s
                        : c < COUNT(clocks) ? clocks[c].s
                                            : lengths[l].s;
        for (size_t len = 0; len <= strlen(s); len++) {
            struct text out = {0};
            date d = DATE_NONE;
            minutes m = -1;
            weekdays set = 0;
            memcpy(cut, s, len);
            memcpy(cut + len, s, strlen(s) + 1);
            cut[len * 2] = '\0';
            assert_true(date_parse(cut, &d) || d != DATE_NONE);
            assert_true(clock_parse(cut, &m) || (m >= 0 && m <= MINUTES_DAY));
            assert_true(minutes_parse(cut, &m) || (m >= 0 && m <= MINUTES_MAX));
            assert_true(days_parse(cut, &set) || set != 0);
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
        cmocka_unit_test(dates_are_said_in_words),
        cmocka_unit_test(what_is_said_in_words_can_be_typed),
        cmocka_unit_test(a_plan_year_has_its_own_length),
        cmocka_unit_test(months_are_added_to_the_last_day_there_is),
        cmocka_unit_test(clock_times_are_read_with_care),
        cmocka_unit_test(every_clock_time_is_printed_and_read_back),
        cmocka_unit_test(days_are_read_as_people_say_them),
        cmocka_unit_test(days_are_said_in_words),
        cmocka_unit_test(every_set_of_days_is_read_back),
        cmocka_unit_test(days_have_a_long_and_a_short_name),
        cmocka_unit_test(lengths_are_read_as_people_say_them),
        cmocka_unit_test(lengths_are_said_in_hours_and_minutes),
        cmocka_unit_test(days_of_a_pattern_get_one_spelling),
        cmocka_unit_test(what_is_cut_short_and_run_together_does_no_harm),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
