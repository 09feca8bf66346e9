#include "test.h"

#include <locale.h>
#include <string.h>

#include "supportplan/typed.h"

#define POUND "\xc2\xa3"

/* The sittings' today: Saturday 21 November 2026. */
static date today(void)
{
    return date_of(2026, 11, 21);
}

#define AMOUNT "Type the amount alone. How often it is has its own question."
#define ALONE "Type the amount alone, for example 13.87."
#define ROUGH "Type one amount, for example 300. You can change it later."
#define NOTHING "Type 0 if it is nothing. Say \"not sure\" if you do not know yet."
#define MONEY "What would be right: an amount in pounds, for example 13.87."
#define FULL_YEAR "Type the year in full, for example 10 December 2026."
#define YEAR_TOO "Type the year too, for example 10 December 2026."
#define NO_DAY "There is no such day. Look at the numbers again."
#define A_DATE "What would be right: a date, for example 21/11/2026."

/* What a person types, the value, and what is said of the field beside; or the sentence of a
 * refusal. */
static const struct {
    enum field field;
    const char *typed, *value, *beside, *sentence;
} cases[] = {
    /* amounts that say how often */
    {F_FUND_AMOUNT, "900", "900.00", "", NULL},
    {F_FUND_AMOUNT, POUND "900 every week", "900.00", "week", NULL},
    {F_FUND_AMOUNT, "900 a week", "900.00", "week", NULL},
    {F_FUND_AMOUNT, POUND "900 per week", "900.00", "week", NULL},
    {F_FUND_AMOUNT, "900 p.w.", "900.00", "week", NULL},
    {F_FUND_AMOUNT, POUND "900/week", "900.00", "week", NULL},
    {F_FUND_AMOUNT, "900 pounds weekly", "900.00", "week", NULL},
    {F_FUND_AMOUNT, "900 quid a week", "900.00", "week", NULL},
    {F_FUND_AMOUNT, POUND "1,250.50 pm", "1250.50", "month", NULL},
    {F_FUND_AMOUNT, "1250.50 Per Month", "1250.50", "month", NULL},
    {F_FUND_AMOUNT, POUND "1200 every 4 weeks", "1200.00", "4weeks", NULL},
    {F_FUND_AMOUNT, "1200 four-weekly", "1200.00", "4weeks", NULL},
    {F_FUND_AMOUNT, POUND "12,000 p.a.", "12000.00", "year", NULL},
    {F_FUND_AMOUNT, "12000 a year", "12000.00", "year", NULL},
    {F_FUND_AMOUNT, "500 one-off", "500.00", "once", NULL},
    {F_FUND_AMOUNT, " 900 a week ", "900.00", "week", NULL},
    {F_CONTRIBUTION_AMOUNT, "46.35 a week", "46.35", "week", NULL},
    {F_COST_PRICE, "30 a month", "30.00", "month", NULL},
    {F_RATE_PRICE, POUND "13.87/hr", "13.87", "hour", NULL},
    {F_RATE_PRICE, "13.87 an hour", "13.87", "hour", NULL},
    {F_RATE_PRICE, "13.87ph", "13.87", "hour", NULL},
    {F_RATE_PRICE, "20 each time", "20.00", "visit", NULL},
    {F_RATE_PRICE, "77.95 a night", "77.95", "night", NULL},
    {F_EMPLOYMENT_WAGE, "13.87 an hour", "13.87", "", NULL},
    {F_FUND_AMOUNT, "12p", "0.12", "", NULL},
    {F_FUND_AMOUNT, "900 quid", "900.00", "", NULL},
    {F_FUND_AMOUNT, "Nil", "0.00", "", NULL},
    {F_FUND_AMOUNT, "zero", "0.00", "", NULL},
    {F_FUND_AMOUNT, "80 a fortnight", NULL, NULL, AMOUNT},
    {F_FUND_AMOUNT, "13.87 an hour", NULL, NULL, AMOUNT}, /* a budget is not by the hour */
    {F_CONTRIBUTION_AMOUNT, "300 a year", NULL, NULL, AMOUNT},
    {F_RATE_PRICE, "300 a month", NULL, NULL, AMOUNT},
    {F_MONEY_LETTER_TOTAL, "300 a week", NULL, NULL, ALONE},
    {F_FUND_AMOUNT, "about 300", NULL, NULL, ROUGH},
    {F_FUND_AMOUNT, "300 or so", NULL, NULL, ROUGH},
    {F_FUND_AMOUNT, "300-400", NULL, NULL, ROUGH},
    {F_FUND_AMOUNT, "none", NULL, NULL, NOTHING},
    {F_FUND_AMOUNT, "-5", NULL, NULL, MONEY},
    {F_FUND_AMOUNT, "12.345", NULL, NULL, MONEY},
    {F_FUND_AMOUNT, "900 a week for ever", NULL, NULL, MONEY},
    {F_FUND_AMOUNT, "nine hundred", NULL, NULL, MONEY},
    {F_FUND_AMOUNT, "a week", NULL, NULL, MONEY},
    {F_FUND_AMOUNT, "?", "?", "", NULL},
    {F_FUND_AMOUNT, "Not sure", "?", "", NULL},
    {F_FUND_AMOUNT, "don't know yet", "?", "", NULL},

    /* dates of what is to come: the next such day */
    {F_GOAL_BY, "10 dec", "2026-12-10", "", NULL},
    {F_GOAL_BY, "10th of December", "2026-12-10", "", NULL},
    {F_GOAL_BY, "December 10", "2026-12-10", "", NULL},
    {F_GOAL_BY, "10/12", "2026-12-10", "", NULL},
    {F_GOAL_BY, "21 nov", "2026-11-21", "", NULL}, /* today is not over */
    {F_GOAL_BY, "20 nov", "2027-11-20", "", NULL},
    {F_GOAL_BY, "by 1 March", "2027-03-01", "", NULL},
    {F_GOAL_BY, "29 feb", "2028-02-29", "", NULL},
    {F_GOAL_BY, "Thursday 10 December", "2026-12-10", "", NULL},
    {F_GOAL_BY, "10 dec 26", "2026-12-10", "", NULL},
    {F_GOAL_BY, "10/12/26", "2026-12-10", "", NULL},
    {F_GOAL_BY, "tomorrow", "2026-11-22", "", NULL},
    {F_GOAL_BY, "March 2027", "2027-03-31", "", NULL},
    {F_GOAL_BY, "the end of february 2028", "2028-02-29", "", NULL},
    {F_REVIEW_DATE, "1 June", "2027-06-01", "", NULL},
    /* a year that was not written plainly is never in the past there */
    {F_GOAL_BY, "10 dec14", NULL, NULL, FULL_YEAR},
    {F_GOAL_BY, "10dec26", NULL, NULL, FULL_YEAR},
    {F_GOAL_BY, "10 dec 14", NULL, NULL, FULL_YEAR},
    {F_GOAL_BY, "1/4/26", NULL, NULL, FULL_YEAR},
    {F_GOAL_BY, "1 April 2026", "2026-04-01", "", NULL},
    {F_GOAL_BY, "dec 26", NULL, NULL, YEAR_TOO}, /* the day, or 2026? */
    {F_GOAL_BY, "31/04/2027", NULL, NULL, NO_DAY},
    {F_GOAL_BY, "31 february", NULL, NULL, NO_DAY},
    {F_GOAL_BY, "feb 30", NULL, NULL, NO_DAY},
    {F_GOAL_BY, "June", NULL, NULL, A_DATE},
    {F_GOAL_BY, "next week", NULL, NULL, A_DATE},
    {F_GOAL_BY, "?", "?", "", NULL},
    /* what was: the last such day */
    {F_RATE_CHECKED, "1 april", "2026-04-01", "", NULL},
    {F_RATE_CHECKED, "10 dec", "2025-12-10", "", NULL},
    {F_RATE_CHECKED, "yesterday", "2026-11-20", "", NULL},
    {F_RATE_CHECKED, "1/4/14", "2014-04-01", "", NULL},
    {F_RATE_CHECKED, "1apr14", NULL, NULL, FULL_YEAR},
    /* either: the year decides */
    {F_PLAN_YEAR_START, "6 April", NULL, NULL, YEAR_TOO},
    {F_PLAN_YEAR_START, "6 April 2026", "2026-04-06", "", NULL},
    {F_PLAN_YEAR_START, "6/4/26", "2026-04-06", "", NULL},

    /* the other kinds */
    {F_TIME_START, "half past nine", "09:30", "", NULL},
    {F_TIME_START, "6 in the evening", "18:00", "", NULL},
    {F_TIME_START, "9.30", "09:30", "", NULL},
    {F_TIME_END, "midnight", "00:00", "", NULL},
    {F_TIME_START, "2", "14:00", "", NULL}, /* few are helped at two in the night */
    {F_TIME_START, "02:00", "02:00", "", NULL},
    {F_TIME_START, "2am", "02:00", "", NULL},
    {F_TIME_START, "7", "07:00", "", NULL},
    {F_TIME_START, "sometimes", NULL, NULL, "What would be right: a time, for example 14:30."},
    {F_TIME_DAYS, "all week", "Mon Tue Wed Thu Fri Sat Sun", "", NULL},
    {F_TIME_DAYS, "every day except Sunday", "Mon Tue Wed Thu Fri Sat", "", NULL},
    {F_TIME_DAYS, "every other sat", NULL, NULL,
     "What would be right: days of the week, for example Mon Wed Fri."},
    {F_TIME_MINUTES, "forty-five minutes", "45", "", NULL},
    {F_WEEK_WEEKS, "26 weeks", "26", "", NULL},
    {F_WEEK_WEEKS, "two", "2", "", NULL},
    {F_WEEK_WEEKS, "Thirty weeks", "30", "", NULL},
    {F_TIME_TIMES, "twice", "2", "", NULL},
    {F_TIME_TIMES, "Once", "1", "", NULL},
    {F_TIME_TIMES, "3 times", "3", "", NULL},
    /* it is asked how many hours: 3 of them are 180 minutes, 1.5 are 90 */
    {F_REVIEW_UNFILLED, "3", "180", "", NULL},
    {F_REVIEW_UNFILLED, "1.5", "90", "", NULL},
    {F_REVIEW_UNFILLED, "3 hours", "180", "", NULL},
    {F_REVIEW_UNFILLED, "30 minutes", "30", "", NULL},
    {F_REVIEW_UNFILLED, "none", "0", "", NULL},
    {F_REVIEW_UNFILLED, "0", "0", "", NULL},
    {F_REVIEW_UNFILLED, "some", NULL, NULL, "Type how many hours, for example 3, or none."},
    {F_WEEK_WEEKS, "26 elephants", NULL, NULL, "What would be right: a whole number, 1 or more."},
    {F_WEEK_WEEKS, "0", NULL, NULL, "What would be right: a whole number, 1 or more."},
    /* words stay words, to the blank */
    {F_GOAL_WHAT, " not sure ", " not sure ", "", NULL},
    {F_SUPPORTER_NAME, "10 dec", "10 dec", "", NULL},
};

static void an_answer_is_taken_as_a_person_types_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text value = {0};
        struct typed_also also = {.field = F_PLAN_FORM, .value = "as it was"};
        struct fault fault = {0};
        text_add(&value, "=");
        enum status st =
            typed_accept(cases[i].field, cases[i].typed, today(), &value, &also, &fault);
        bool taken = cases[i].value != NULL;
        if ((st == ST_OK) != taken ||
            strcmp(text_str(&value) + 1, taken ? cases[i].value : "") != 0)
            fail_msg("'%s': %d '%s' %s", cases[i].typed, (int)st, text_str(&value), fault.text);
        if (taken && ((also.field != FIELD_NONE) != (*cases[i].beside != '\0') ||
                      strcmp(also.value, cases[i].beside) != 0))
            fail_msg("'%s': beside '%s'", cases[i].typed, also.value);
        if (!taken && (strcmp(fault.text, cases[i].sentence) != 0 || also.field != F_PLAN_FORM))
            fail_msg("'%s': '%s'", cases[i].typed, fault.text);
        text_free(&value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_taken_as_a_person_types_it),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("typed", tests, NULL, NULL);
}
