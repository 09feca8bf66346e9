#include "test.h"

#include <locale.h>
#include <string.h>

#include "supportplan/days.h"

#define DASH "\xe2\x80\x93"

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
    {"mon thro fri", "Mon Tue Wed Thu Fri"},
    {"mon through to fri", "Mon Tue Wed Thu Fri"},
    {"wkdays", "Mon Tue Wed Thu Fri"},
    {"wkends", "Sat Sun"},
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

/* Nothing typed may crash a reader: every case above, cut short at each place and run into itself.
 */
static void what_is_cut_short_and_run_together_does_no_harm(void **state)
{
    char cut[256];
    (void)state;
    for (size_t i = 0; i < COUNT(day_cases); i++) {
        const char *s = day_cases[i].s;
        for (size_t len = 0; len <= strlen(s); len++) {
            memcpy(cut, s, len);
            memcpy(cut + len, s, strlen(s) + 1);
            weekdays set = 0;
            assert_true(days_parse(cut, &set) || (set != 0 && set <= WEEKDAYS_ALL));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_read_as_people_say_them),
        cmocka_unit_test(days_are_said_in_words),
        cmocka_unit_test(every_set_of_days_is_read_back),
        cmocka_unit_test(days_have_a_long_and_a_short_name),
        cmocka_unit_test(what_is_cut_short_and_run_together_does_no_harm),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("days", tests, NULL, NULL);
}
