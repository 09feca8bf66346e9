#include "test.h"

#include <locale.h>
#include <string.h>

#include "supportplan/clock.h"

#define HALF "\xc2\xbd"

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
    {"30 mins.", ST_OK, 30},
    {"1 hr. 30 min.", ST_OK, 90},
    {"30 mins..", ST_SYNTAX, 0},
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
    {"half-hour", ST_OK, 30},
    {"fifteen minutes", ST_OK, 15},
    {"Twenty mins", ST_OK, 20},
    {"forty five minutes", ST_OK, 45},
    {"forty-five minutes", ST_OK, 45},
    {"ninety minutes", ST_OK, 90},
    {"a couple of hours", ST_OK, 120},
    {"a couple hours", ST_OK, 120},
    {"twenty hours", ST_OK, 1200},
    {"one hour thirty minutes", ST_OK, 90},
    {"twenty ten minutes", ST_SYNTAX, 0},
    {"fifteen five minutes", ST_SYNTAX, 0},
    {"a couple", ST_SYNTAX, 0},
    {"Half hour", ST_OK, 30},
    {"a half hour", ST_OK, 30},
    {"quarter of an hour", ST_OK, 15},
    {"a quarter of an hour", ST_OK, 15},
    {"three quarters of an hour", ST_OK, 45},
    {"three-quarters of an hour", ST_OK, 45},
    {"three-quarters", ST_SYNTAX, 0},
    {"three-hours", ST_SYNTAX, 0},
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

/* Nothing typed may crash a reader: every case above, cut short at each place and run into itself.
 */
static void what_is_cut_short_and_run_together_does_no_harm(void **state)
{
    char cut[256];
    (void)state;
    for (size_t i = 0; i < COUNT(clocks) + COUNT(lengths); i++) {
        const char *s = i < COUNT(clocks) ? clocks[i].s : lengths[i - COUNT(clocks)].s;
        for (size_t len = 0; len <= strlen(s); len++) {
            memcpy(cut, s, len);
            memcpy(cut + len, s, strlen(s) + 1);
            minutes m = -1;
            minutes length = -1;
            assert_true(clock_parse(cut, &m) || (m >= 0 && m <= MINUTES_DAY));
            assert_true(minutes_parse(cut, &length) || (length >= 0 && length <= MINUTES_MAX));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clock_times_are_read_with_care),
        cmocka_unit_test(every_clock_time_is_printed_and_read_back),
        cmocka_unit_test(lengths_are_read_as_people_say_them),
        cmocka_unit_test(lengths_are_said_in_hours_and_minutes),
        cmocka_unit_test(what_is_cut_short_and_run_together_does_no_harm),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
