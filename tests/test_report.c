/*
 * What people and scripts read of a plan. The plan of most tests is the worked
 * example of SPEC section 4; where a figure is not given there, its sum is shown.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "supportplan/figures.h"
#include "supportplan/report.h"
#include "supportplan/sentences.h"

/* A small form: every kind of page once. */

#define NAME(s) ((char[]){s})

static struct form_entry voices[] = {
    {.name = NAME("mine"), .text = NAME("mine")},
    {.name = NAME("said"), .text = NAME("my helper wrote what I said")},
};
static struct form_entry ready[] = {
    {.name = NAME("yes"), .text = NAME("I have it")},
    {.name = NAME("no"), .text = NAME("not yet")},
};
static struct form_entry kinds[] = {{.name = NAME("agency"), .text = NAME("a care agency")}};
static struct form_words form_wordings[] = {
    {.field = NAME("answer.voice"),
     .label = NAME("Whose words"),
     .words = voices,
     .words_count = 2},
    {.field = NAME("checklist.done"),
     .label = NAME("Is it ready"),
     .words = ready,
     .words_count = 2},
    {.field = NAME("about.name"), .label = NAME("My name")},
    {.field = NAME("about.communication"), .label = NAME("How I communicate")},
    {.field = NAME("goal.why"), .label = NAME("Why it matters")},
    {.field = NAME("goal.by"), .label = NAME("By when")},
    {.field = NAME("supporter.kind"),
     .label = NAME("What they are"),
     .words = kinds,
     .words_count = 1},
    {.field = NAME("supporter.phone"), .label = NAME("Phone")},
};
static struct form_entry checklist[] = {
    {.name = NAME("assessment"), .text = NAME("A copy of my assessment")},
};
static struct form_page about_pages[] = {
    {.kind = PAGE_CHECKLIST,
     .text = NAME("What do you have ready?"),
     .label = NAME("Ready"),
     .entries = checklist,
     .entries_count = 1},
    {.kind = PAGE_FIELD, .field = NAME("about.name"), .text = NAME("Name?"), .label = NAME("Name")},
    {.kind = PAGE_FIELD,
     .field = NAME("about.communication"),
     .text = NAME("How?"),
     .label = NAME("How")},
};
static struct form_page life_pages[] = {
    {.kind = PAGE_QUESTION,
     .answer = NAME("important"),
     .text = NAME("What is important to you?"),
     .label = NAME("Important")},
    {.kind = PAGE_QUESTION,
     .answer = NAME("more"),
     .text = NAME("Is there more?"),
     .label = NAME("More"),
     .optional = true},
    {.kind = PAGE_TABLE,
     .table = NAME("goal"),
     .text = NAME("What do you want?"),
     .label = NAME("Goals")},
};
static struct form_page support_pages[] = {
    {.kind = PAGE_TABLE,
     .table = NAME("supporter"),
     .text = NAME("Who supports you?"),
     .label = NAME("Who")},
    {.kind = PAGE_WEEK, .text = NAME("What does your week look like?"), .label = NAME("Week")},
};
static struct form_page money_pages[] = {
    {.kind = PAGE_MONEY, .text = NAME("What does it all come to?"), .label = NAME("Sums")},
};
static struct form_page check_pages[] = {
    {.kind = PAGE_CHECK, .text = NAME("Is it ready?"), .label = NAME("Check")},
};
static struct form_page feedback_pages[] = {
    {.kind = PAGE_FEEDBACK, .text = NAME("How was it?"), .label = NAME("Feedback")},
};
static struct form_section sections[] = {
    {NAME("about"), NAME("About me"), NAME("About me"), NULL, about_pages, COUNT(about_pages)},
    {NAME("life"), NAME("My life"), NAME("My life"), NULL, life_pages, COUNT(life_pages)},
    {NAME("support"), NAME("My support"), NAME("Support"), NULL, support_pages,
     COUNT(support_pages)},
    {NAME("money"), NAME("My money"), NAME("Money"), NULL, money_pages, COUNT(money_pages)},
    {NAME("check"), NAME("Check my plan"), NAME("Check"), NULL, check_pages, COUNT(check_pages)},
    {NAME("feedback"), NAME("Feedback"), NAME("Feedback"), NULL, feedback_pages,
     COUNT(feedback_pages)},
};
static struct form_group groups[] = {{NAME("All"), sections, COUNT(sections)}};
static const struct form form = {
    .name = NAME("small"),
    .title = NAME("Small form"),
    .council = NAME("Nobody's"),
    .about = NAME("A form for tests."),
    .terms = {NAME("care manager"), NAME("indicative budget"), NAME("personal budget"),
              NAME("contribution")},
    .groups = groups,
    .groups_count = 1,
    .words = form_wordings,
    .words_count = COUNT(form_wordings),
};

/* Worlds: a plan, its sums, and findings made by hand. */

struct world {
    struct plan *plan;
    struct budget budget;
    struct findings findings;
    struct text out;
};

static int new_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);

    if (!world || !(world->plan = plan_new()))
        return -1;
    *state = world;
    return 0;
}

static int free_world(void **state)
{
    struct world *world = *state;

    text_free(&world->out);
    budget_free(&world->budget);
    plan_free(world->plan);
    free(world);
    return 0;
}

struct fact {
    enum field field;
    const char *item, *value;
};

static void given(struct world *world, const struct fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (plan_set(world->plan, facts[i].field, facts[i].item, facts[i].value, PLAN_LAST, NULL))
            fail_msg("fact %zu, '%s', was not taken", i, facts[i].value);
}
#define GIVEN(world, facts) given(world, facts, COUNT(facts))

/* SPEC section 4: Norfolk's rate, four lines, 19 h 30 m. */
static void given_the_example(struct world *world)
{
    static const struct fact facts[] = {
        {F_ABOUT_NAME, "", "Ruth Hill"},
        {F_SUPPORTER_NAME, "s1", "Sunrise Care"},
        {F_SUPPORTER_KIND, "s1", "agency"},
        {F_SUPPORTER_PHONE, "s1", "01632 960 111"},
        {F_RATE_SUPPORTER, "r1", "s1"},
        {F_RATE_PRICE, "r1", "13.87"},
        {F_RATE_UNIT, "r1", "hour"},
        {F_TIME_DAYS, "t1", "Mon Tue Wed Thu Fri"},
        {F_TIME_START, "t1", "08:00"},
        {F_TIME_END, "t1", "09:30"},
        {F_TIME_WHAT, "t1", "Wash and dress"},
        {F_TIME_SUPPORTER, "t1", "s1"},
        {F_TIME_DAYS, "t2", "Mon Tue Wed Thu Fri Sat Sun"},
        {F_TIME_START, "t2", "18:00"},
        {F_TIME_END, "t2", "19:00"},
        {F_TIME_WHAT, "t2", "Evening meal"},
        {F_TIME_SUPPORTER, "t2", "s1"},
        {F_TIME_DAYS, "t3", "Wed"},
        {F_TIME_START, "t3", "13:00"},
        {F_TIME_END, "t3", "16:00"},
        {F_TIME_WHAT, "t3", "Swimming"},
        {F_TIME_SUPPORTER, "t3", "s1"},
        {F_TIME_DAYS, "t4", "Sat"},
        {F_TIME_START, "t4", "10:00"},
        {F_TIME_END, "t4", "12:00"},
        {F_TIME_WHAT, "t4", "Shopping"},
        {F_TIME_SUPPORTER, "t4", "s1"},
    };

    GIVEN(world, facts);
}

static void given_budget(struct world *world, const char *amount, const char *every,
                         const char *status)
{
    const struct fact facts[] = {
        {F_FUND_AMOUNT, "budget", amount},
        {F_FUND_EVERY, "budget", every},
        {F_FUND_STATUS, "budget", status},
    };

    for (size_t i = 0; i < COUNT(facts); i++)
        if (facts[i].value)
            given(world, &facts[i], 1);
}

static struct report_input counted(struct world *world, int width)
{
    budget_free(&world->budget);
    world->budget = (struct budget){0};
    if (budget_count(world->plan, &world->budget))
        fail_msg("the sums could not be done");
    text_clear(&world->out);
    return (struct report_input){.plan = world->plan,
                                 .form = &form,
                                 .budget = &world->budget,
                                 .findings = &world->findings,
                                 .today = date_of(2026, 11, 21),
                                 .width = width,
                                 .charset = CHARSET_UTF8};
}

/* The running total. */

static void the_total_line_says_what_is_left_or_over(void **state)
{
    static const struct {
        const char *amount, *every, *status, *want;
    } cases[] = {
        {"275.00", "week", "indicative",
         "The week: 270.47 of 275.00 pounds (estimated). 4.53 left. 19 h 30 m paid."},
        {"270.00", "week", "final",
         "The week: 270.47 of 270.00 pounds (final). 0.47 more than the budget. 19 h 30 m paid."},
        {NULL, NULL, NULL,
         "The week: 270.47 pounds a week. The budget is not known yet. 19 h 30 m paid."},
        {"275.00", NULL, NULL,
         "The week: 270.47 pounds a week. The budget is not known yet. 19 h 30 m paid."},
        {"?", "week", NULL,
         "The week: 270.47 pounds a week. The budget is not known yet. 19 h 30 m paid."},
        /* 14,000 / 52 = 269.23; 14,064.18 - 14,000 = 64.18, in the letter's period */
        {"14000.00", "year", NULL,
         "The week: 270.47 of 269.23 pounds. 64.18 more than the budget in the year (52 weeks). "
         "19 h 30 m paid."},
        /* 1,080 / 4 = 270; 1,081.86 - 1,080 = 1.86 */
        {"1080.00", "4weeks", NULL,
         "The week: 270.47 of 270.00 pounds. 1.86 more than the budget every 4 weeks. "
         "19 h 30 m paid."},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world *world = NULL;
        assert_int_equal(new_world((void **)&world), 0);
        given_the_example(world);
        given_budget(world, cases[i].amount, cases[i].every, cases[i].status);
        counted(world, 66);
        sentence_total(world->plan, &world->budget, "", &world->out);
        if (strcmp(text_str(&world->out), cases[i].want) != 0)
            fail_msg("case %zu:\n%s\nnot\n%s", i, text_str(&world->out), cases[i].want);
        free_world((void **)&world);
    }
    (void)state;
}

static void the_total_line_of_an_empty_plan_has_no_figures(void **state)
{
    struct world *world = *state;

    counted(world, 66);
    sentence_total(world->plan, &world->budget, "", &world->out);
    assert_string_equal(text_str(&world->out),
                        "The week: nothing is planned yet. The budget is not known yet.");
}

static void the_total_line_never_says_nought_for_what_has_no_price(void **state)
{
    static const struct fact facts[] = {{F_RATE_PRICE, "r1", "?"}};
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    given_budget(world, "275.00", "week", "final");
    counted(world, 66);
    sentence_total(world->plan, &world->budget, "", &world->out);
    assert_string_equal(text_str(&world->out),
                        "The week: what it costs is not known yet. 19 h 30 m paid. "
                        "4 lines have no price yet.");
}

static void the_total_line_says_what_stands_between_the_week_and_the_budget(void **state)
{
    /* 270.47 + 3.00 + 10.00 = 283.47; 283.47 - 275.00 = 8.47 */
    static const struct fact facts[] = {
        {F_COST_WHAT, "c1", "Payroll"},  {F_COST_PRICE, "c1", "3.00"},
        {F_COST_EVERY, "c1", "week"},    {F_COST_WHAT, "c2", "For when Sam is ill"},
        {F_COST_PRICE, "c2", "10.00"},   {F_COST_EVERY, "c2", "week"},
        {F_COST_SET_ASIDE, "c2", "yes"},
    };
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    given_budget(world, "275.00", "week", NULL);
    counted(world, 66);
    sentence_total(world->plan, &world->budget, "", &world->out);
    assert_string_equal(text_str(&world->out),
                        "The week: 270.47 pounds a week for support. With everything, the average "
                        "week is 283.47 of 275.00 pounds. 8.47 more than the budget. "
                        "19 h 30 m paid.");
}

static void nought_is_not_said_where_only_unpaid_lines_are_known(void **state)
{
    static const struct fact facts[] = {
        {F_RATE_PRICE, "r1", "?"},          {F_SUPPORTER_NAME, "s2", "Ann"},
        {F_SUPPORTER_KIND, "s2", "friend"}, {F_TIME_DAYS, "t5", "Sun"},
        {F_TIME_START, "t5", "14:00"},      {F_TIME_END, "t5", "16:00"},
        {F_TIME_SUPPORTER, "t5", "s2"},
    };
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    counted(world, 66);
    sentence_total(world->plan, &world->budget, "", &world->out);
    assert_non_null(strstr(text_str(&world->out), "what it costs is not known yet"));
}

static void each_kind_of_week_has_its_own_total(void **state)
{
    /* The example in 40 weeks, 27.74 in the other 12. Lines of 40 weeks: 4161.00 + 3883.60 +
     * 1664.40 + 1109.60 = 10818.60 a year, 80.02 + 74.68 + 32.01 + 21.34 = 208.05 in the average
     * week. Shopping of the other 12 weeks: 332.88, 6.40. In all 214.45; 275.00 - 214.45 = 60.55.
     */
    static const struct fact facts[] = {
        {F_WEEK_NAME, "w1", "Term time"}, {F_WEEK_WEEKS, "w1", "40"},
        {F_WEEK_NAME, "w2", "Holiday"},   {F_WEEK_WEEKS, "w2", "12"},
        {F_TIME_WEEK, "t1", "w1"},        {F_TIME_WEEK, "t2", "w1"},
        {F_TIME_WEEK, "t3", "w1"},        {F_TIME_WEEK, "t4", "w1"},
        {F_TIME_WEEK, "t5", "w2"},        {F_TIME_DAYS, "t5", "Sat"},
        {F_TIME_START, "t5", "10:00"},    {F_TIME_END, "t5", "12:00"},
        {F_TIME_SUPPORTER, "t5", "s1"},
    };
    static const struct {
        const char *pattern, *want;
    } cases[] = {
        {"", "Term time: 270.47 pounds a week for support. With everything, the average week is "
             "214.45 of 275.00 pounds. 60.55 left. 19 h 30 m paid."},
        {"w2", "Holiday: 27.74 pounds a week for support. With everything, the average week is "
               "214.45 of 275.00 pounds. 60.55 left. 2 h paid."},
    };
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    given_budget(world, "275.00", "week", NULL);
    counted(world, 66);
    for (size_t i = 0; i < COUNT(cases); i++) {
        text_clear(&world->out);
        sentence_total(world->plan, &world->budget, cases[i].pattern, &world->out);
        if (strcmp(text_str(&world->out), cases[i].want) != 0)
            fail_msg("case %zu:\n%s\nnot\n%s", i, text_str(&world->out), cases[i].want);
    }
}

static void a_week_of_unknown_number_is_not_held_against_the_budget(void **state)
{
    static const struct fact facts[] = {{F_WEEK_NAME, "w1", "Term time"},
                                        {F_WEEK_WEEKS, "w1", "?"}};
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    given_budget(world, "200.00", "week", "final");
    counted(world, 66);
    sentence_total(world->plan, &world->budget, "", &world->out);
    assert_string_equal(text_str(&world->out),
                        "The week: 270.47 pounds a week for support. How many weeks there are of "
                        "each kind is not known yet. The budget is 200.00 pounds a week (final). "
                        "19 h 30 m paid. 4 lines have no price yet.");
}

/* A line in words. */

static void a_line_is_told_whole(void **state)
{
    static const struct fact facts[] = {
        {F_RATE_SUPPORTER, "r2", "s1"},  {F_RATE_PRICE, "r2", "77.95"},
        {F_RATE_UNIT, "r2", "night"},    {F_TIME_DAYS, "t5", "Fri"},
        {F_TIME_START, "t5", "22:00"},   {F_TIME_END, "t5", "06:00"},
        {F_TIME_WHAT, "t5", "Sleep-in"}, {F_TIME_SUPPORTER, "t5", "s1"},
        {F_TIME_RATE, "t5", "r2"},       {F_TIME_RATE, "t1", "r1"},
        {F_SUPPORTER_NAME, "s2", "Ann"}, {F_SUPPORTER_KIND, "s2", "friend"},
        {F_TIME_DAYS, "t6", "Thu"},      {F_TIME_WHAT, "t6", "Choir"},
        {F_TIME_SUPPORTER, "t6", "s2"},  {F_TIME_MINUTES, "t6", "150"},
        {F_TIME_TIMES, "t6", "2"},       {F_TIME_WHAT, "t7", "Reading"},
        {F_TIME_DAYS, "t7", "Sun"},      {F_TIME_START, "t7", "14:00"},
        {F_TIME_END, "t7", "15:00"},     {F_TIME_DAYS, "t8", "?"},
        {F_TIME_START, "t8", "09:00"},   {F_TIME_END, "t8", "?"},
        {F_TIME_SUPPORTER, "t8", "?"},
    };
    static const struct {
        const char *item, *whole, *in_short;
    } cases[] = {
        {"t1",
         "Monday to Friday, 08:00 to 09:30, 1 h 30 m each. Wash and dress, with Sunrise Care. "
         "13.87 an hour: 104.03 a week. My budget pays.",
         "08:00-09:30 Wash and dress 1 h 30 m"},
        {"t5",
         "Friday, 22:00 to 06:00 the next day, 8 h. Sleep-in, with Sunrise Care. "
         "77.95 a night: 77.95 a week. My budget pays.",
         "22:00-06:00 Sleep-in 8 h"},
        {"t6", "2 times a week, 2 h 30 m in all, times vary. Choir, with Ann. Unpaid.",
         "varies Choir 2 h 30 m"},
        {"t7", "Sunday, 14:00 to 15:00, 1 h. Reading.", "14:00-15:00 Reading 1 h"},
        {"t8",
         "Days not known yet, from 09:00, how long is not known yet. "
         "Line 8, with somebody not known yet. Part of it is not sure yet. "
         "Who pays is not known yet.",
         "09:00-? Line 8"},
        {"t99", "", ""},
    };
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    counted(world, 66);
    for (size_t i = 0; i < COUNT(cases); i++) {
        text_clear(&world->out);
        sentence_line(world->plan, &form, &world->budget, cases[i].item, &world->out);
        if (strcmp(text_str(&world->out), cases[i].whole) != 0)
            fail_msg("%s:\n%s\nnot\n%s", cases[i].item, text_str(&world->out), cases[i].whole);
        text_clear(&world->out);
        sentence_line_short(world->plan, cases[i].item, 40, &world->out);
        if (strcmp(text_str(&world->out), cases[i].in_short) != 0)
            fail_msg("%s, short: %s", cases[i].item, text_str(&world->out));
    }
}

/* 40 columns: 12 for the times, 10 for the length, and 18 for the name, which would be "Wash, dress
 * and a": what leads on to nothing is left out. */
static void a_short_line_cuts_its_name_where_there_is_no_room(void **state)
{
    static const struct fact facts[] = {{F_TIME_WHAT, "t1", "Wash, dress and a slow breakfast"}};
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    sentence_line_short(world->plan, "t1", 40, &world->out);
    assert_string_equal(text_str(&world->out), "08:00-09:30 Wash, dress 1 h 30 m");
}

static void a_line_with_two_prices_says_both(void **state)
{
    /* 6 h x 10.00 + 2 h x 15.00 = 90.00 */
    static const struct fact facts[] = {
        {F_SUPPORTER_NAME, "s1", "Sam"},  {F_SUPPORTER_KIND, "s1", "pa"},
        {F_RATE_SUPPORTER, "r1", "s1"},   {F_RATE_PRICE, "r1", "10.00"},
        {F_RATE_UNIT, "r1", "hour"},      {F_RATE_SUPPORTER, "r2", "s1"},
        {F_RATE_PRICE, "r2", "15.00"},    {F_RATE_UNIT, "r2", "hour"},
        {F_RATE_WHEN, "r2", "sunday"},    {F_TIME_DAYS, "t1", "Mon Tue Sun"},
        {F_TIME_START, "t1", "09:00"},    {F_TIME_MINUTES, "t1", "120"},
        {F_TIME_WHAT, "t1", "Going out"}, {F_TIME_SUPPORTER, "t1", "s1"},
    };
    struct world *world = *state;

    GIVEN(world, facts);
    counted(world, 66);
    sentence_line(world->plan, &form, &world->budget, "t1", &world->out);
    assert_string_equal(text_str(&world->out),
                        "Monday, Tuesday and Sunday, 09:00 to 11:00, 2 h each. Going out, with "
                        "Sam. Monday and Tuesday 10.00 an hour, Sunday 15.00 an hour: 70.00 a "
                        "week. My budget pays.");
}

/* For scripts. */

static void the_csv_of_the_example_has_its_figures(void **state)
{
    struct world *world = *state;

    given_the_example(world);
    given_budget(world, "275.00", "week", "indicative");
    counted(world, 66);
    assert_int_equal(report_budget_csv(&world->budget, &world->out), ST_OK);
    /* month: 275 x 52 / 12 = 1191.67; used: 14064.18 / 14300 = 98.35 percent */
    assert_string_equal(text_str(&world->out), "key,value\n"
                                               "basis,52\n"
                                               "week.w1.cost,270.47\n"
                                               "week.w1.cover,1170\n"
                                               "week.w1.paid,1170\n"
                                               "week.w1.unpaid,0\n"
                                               "week.w1.weeks,52\n"
                                               "cost.week,270.47\n"
                                               "cost.4weeks,1081.86\n"
                                               "cost.month,1172.02\n"
                                               "cost.year,14064.18\n"
                                               "once.year,0.00\n"
                                               "setaside.week,0.00\n"
                                               "setaside.4weeks,0.00\n"
                                               "setaside.year,0.00\n"
                                               "budget.week,275.00\n"
                                               "budget.4weeks,1100.00\n"
                                               "budget.month,1191.67\n"
                                               "budget.year,14300.00\n"
                                               "budget.status,indicative\n"
                                               "left.week,4.53\n"
                                               "left.4weeks,18.14\n"
                                               "left.year,235.82\n"
                                               "used.percent,98.35\n"
                                               "contribution.week,\n"
                                               "council.week,\n"
                                               "notpriced,0\n");
}

static void the_csv_leaves_the_unknown_empty(void **state)
{
    static const struct fact facts[] = {
        {F_WEEK_NAME, "w1", "Term time"}, {F_WEEK_WEEKS, "w1", "?"},    {F_FUND_NAME, "f1", "NHS"},
        {F_PLAN_YEAR_BASIS, "", "365/7"}, {F_COST_PRICE, "c1", "2.00"}, {F_COST_PAYS, "c1", "f1"},
        {F_COST_EVERY, "c1", "once"},
    };
    static const char *const rows[] = {
        "basis,365/7\n",
        "week.w1.cost,0.00\n",
        "week.w1.weeks,\n",
        "budget.week,\n",
        "budget.4weeks,\n",
        "budget.month,\n",
        "budget.year,\n",
        "budget.status,\n",
        "left.week,\n",
        "left.4weeks,\n",
        "left.year,\n",
        "used.percent,\n",
        "fund.f1.cost.week,0.00\nfund.f1.cost.year,2.00\n",
        "fund.f1.amount.year,\nfund.f1.left.year,\nnotpriced,0\n",
    };
    struct world *world = *state;

    GIVEN(world, facts);
    counted(world, 66);
    assert_int_equal(report_budget_csv(&world->budget, &world->out), ST_OK);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (!strstr(text_str(&world->out), rows[i]))
            fail_msg("no row %s in\n%s", rows[i], text_str(&world->out));
}

static void the_csv_of_the_week_has_a_row_a_line(void **state)
{
    static const struct fact facts[] = {
        {F_TIME_WHAT, "t3", "Swimming, \"slow\" lane"},
        {F_TIME_END, "t4", NULL},
        {F_TIME_MINUTES, "t4", "120"},
        {F_TIME_WORKERS, "t2", "?"},
        {F_TIME_WHAT, "t5", "Reading"},
    };
    struct world *world = *state;

    given_the_example(world);
    GIVEN(world, facts);
    counted(world, 66);
    assert_int_equal(report_timetable_csv(world->plan, &world->budget, &world->out), ST_OK);
    assert_string_equal(
        text_str(&world->out),
        "item,week,days,start,end,minutes,what,supporter,unit,price,workers,sharing,pays,"
        "cost_week,cost_year\n"
        "t1,,Mon Tue Wed Thu Fri,08:00,09:30,90,Wash and dress,s1,hour,13.87,1,1,budget,104.03,"
        "5409.30\n"
        "t2,,Mon Tue Wed Thu Fri Sat Sun,18:00,19:00,60,Evening meal,s1,hour,13.87,?,1,budget,,\n"
        "t3,,Wed,13:00,16:00,180,\"Swimming, \"\"slow\"\" lane\",s1,hour,13.87,1,1,budget,41.61,"
        "2163.72\n"
        "t4,,Sat,10:00,12:00,120,Shopping,s1,hour,13.87,1,1,budget,27.74,1442.48\n"
        "t5,,,,,,Reading,,,,1,1,unpaid,0.00,0.00\n");
}

static struct finding found[] = {
    {.rule = "R01",
     .level = LEVEL_MUST,
     .layer = LAYER_USUAL,
     .section = SEC_ANSWER,
     .item = "important",
     .field = FIELD_NONE,
     .remedy = "Write a few words."},
    {.rule = "R14",
     .level = LEVEL_ASK,
     .layer = LAYER_COUNCIL,
     .section = SEC_COST,
     .field = FIELD_NONE,
     .remedy = "Put some aside, or say why not."},
    {.rule = "R08",
     .level = LEVEL_NOTE,
     .layer = LAYER_LAW,
     .section = SEC_FUND,
     .item = "budget",
     .field = F_FUND_AMOUNT,
     .remedy = ""},
};

static void given_findings(struct world *world)
{
    static char messages[][64] = {"\"What is important\" has no answer yet.",
                                  "No money is put aside.", "4.53 is left."};

    for (size_t i = 0; i < COUNT(found); i++)
        found[i].message = messages[i];
    world->findings =
        (struct findings){.list = found, .count = COUNT(found), .must = 1, .ask = 1, .note = 1};
}

static void the_csv_of_check_has_a_row_a_finding(void **state)
{
    struct world *world = *state;

    given_findings(world);
    assert_int_equal(report_check_csv("my,plan.csv", &world->findings, true, &world->out), ST_OK);
    assert_int_equal(report_check_csv("b.csv", &(struct findings){0}, false, &world->out), ST_OK);
    assert_string_equal(
        text_str(&world->out),
        "file,level,id,section,item,message\n"
        "\"my,plan.csv\",MUST,R01,answer,important,\"\"\"What is important\"\" has no answer "
        "yet.\"\n"
        "\"my,plan.csv\",ASK,R14,cost,,No money is put aside.\n"
        "\"my,plan.csv\",NOTE,R08,fund,budget,4.53 is left.\n");
}

static void check_says_what_would_help_and_whose_rule_it_is(void **state)
{
    struct world *world = *state;
    struct report_input in;

    given_findings(world);
    in = counted(world, 66);
    assert_int_equal(report_check("my-plan.csv", &in, &world->out), ST_OK);
    assert_string_equal(text_str(&world->out),
                        "my-plan.csv: 1 thing to put right before it is ready to send.\n"
                        /* the form's one question, and the rules about every plan:
                           R03, R09, R13, R18, R32 */
                        "5 of 6 things are ready.\n"
                        "\n"
                        "To put right (MUST)\n"
                        "- R01: \"What is important\" has no answer yet.\n"
                        "  Write a few words. Councils usually ask for it. See: 2. My life.\n"
                        "\n"
                        "Questions to think about (ASK)\n"
                        "- R14: No money is put aside.\n"
                        "  Put some aside, or say why not. It is the council's own rule,\n"
                        "  not the law.\n"
                        "\n"
                        "Good to know (NOTE)\n"
                        "- R08: 4.53 is left.\n"
                        "  The law asks for it.\n");
}

/* For people. */

static void the_budget_shows_every_sum(void **state)
{
    struct world *world = *state;
    struct report_input in;

    given_the_example(world);
    given_budget(world, "275.00", "week", "indicative");
    in = counted(world, 66);
    assert_int_equal(report_budget(&in, &world->out), ST_OK);
    /* months: 5409.30 / 12 = 450.78, 5048.68 / 12 = 420.72, 180.31, 120.21: 1172.02 in all */
    assert_string_equal(text_str(&world->out),
                        "The week: 270.47 of 275.00 pounds (estimated). 4.53 left.\n"
                        "19 h 30 m paid.\n"
                        "All amounts are in pounds. Each is rounded once, to a whole penny.\n"
                        "A year is 52 weeks here. A month is a twelfth of the year.\n"
                        "\n"
                        "Support in my week\n"
                        "- Wash and dress, with Sunrise Care: 7 h 30 m a week at 13.87 an\n"
                        "  hour = 104.03 a week.\n"
                        "  104.03 a week, 416.10 every 4 weeks, 450.78 a month, 5,409.30 a\n"
                        "  year (52 weeks).\n"
                        "- Evening meal, with Sunrise Care: 7 h a week at 13.87 an hour =\n"
                        "  97.09 a week.\n"
                        "  97.09 a week, 388.36 every 4 weeks, 420.72 a month, 5,048.68 a\n"
                        "  year (52 weeks).\n"
                        "- Swimming, with Sunrise Care: 3 h a week at 13.87 an hour = 41.61\n"
                        "  a week.\n"
                        "  41.61 a week, 166.44 every 4 weeks, 180.31 a month, 2,163.72 a\n"
                        "  year (52 weeks).\n"
                        "- Shopping, with Sunrise Care: 2 h a week at 13.87 an hour = 27.74\n"
                        "  a week.\n"
                        "  27.74 a week, 110.96 every 4 weeks, 120.21 a month, 1,442.48 a\n"
                        "  year (52 weeks).\n"
                        "Together: 270.47 a week, 1,081.86 every 4 weeks, 1,172.02 a month,\n"
                        "14,064.18 a year (52 weeks).\n"
                        "\n"
                        "The figures\n"
                        "- My personal budget (estimated): 275.00 a week, 1,100.00 every 4\n"
                        "  weeks, 1,191.67 a month, 14,300.00 a year (52 weeks).\n"
                        "  The letter says 275.00 a week.\n"
                        "  - I pay (contribution): not known yet.\n"
                        "    Known once the budget and what I pay are known.\n"
                        "  - The council pays: not known yet.\n"
                        "- Support in my week: 270.47 a week, 1,081.86 every 4 weeks,\n"
                        "  1,172.02 a month, 14,064.18 a year (52 weeks).\n"
                        "  104.03 + 97.09 + 41.61 + 27.74 = 270.47 a week.\n"
                        "- Other regular costs: 0.00 a week, 0.00 every 4 weeks, 0.00 a\n"
                        "  month, 0.00 a year (52 weeks).\n"
                        "- Put aside for when things go wrong: 0.00 a week, 0.00 every 4\n"
                        "  weeks, 0.00 a month, 0.00 a year (52 weeks).\n"
                        "- Left: 4.53 a week, 18.14 every 4 weeks, 19.65 a month, 235.82 a\n"
                        "  year (52 weeks).\n"
                        "  275.00 - 270.47 = 4.53 a week. 14,300.00 - 14,064.18 = 235.82 a\n"
                        "  year (52 weeks).\n"
                        "Planned so far: 98.35 percent of the budget for the year (52\n"
                        "weeks).\n");
}

/* 275.00 a week is 14,300.00 in 52 weeks. */
static void a_total_in_a_letter_stands_beside_the_budget(void **state)
{
    static const struct {
        const char *amount, *total, *says;
    } cases[] = {
        {"275.00", "14300.00",
         "The total in the letter: 14,300.00 a year. The budget here: 14,300.00 a year (52 weeks). "
         "They are the same."},
        {"275.00", "14339.29",
         "The budget here: 14,300.00 a year (52 weeks). The letter has 39.29 more. Ask how it was "
         "worked out."},
        {"275.00", "14298.00", "The letter has 2.00 less. Ask how it was worked out."},
        {"275.00", "260.00", "letter: 260.00 a year. It is what this plan comes to."},
        {"?", "14298.00",
         "The total in the letter: 14,298.00 a year. The budget here is not known yet."},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world *world = *state;
        /* 5.00 a week are 260.00 a year */
        struct fact facts[] = {{F_MONEY_LETTER_TOTAL, "", cases[i].total},
                               {F_COST_PRICE, "c1", "5.00"},
                               {F_COST_EVERY, "c1", "week"}};
        given_budget(world, cases[i].amount, "week", NULL);
        given(world, facts, COUNT(facts));
        struct report_input in = counted(world, REPORT_WIDTH_MAX);
        assert_int_equal(report_budget(&in, &world->out), ST_OK);
        if (!strstr(text_str(&world->out), cases[i].says))
            fail_msg("case %zu: %s", i, text_str(&world->out));
    }
}

/* 26,000.00 in 366 days: 497.2677 a week, rounded up to 497.27 (V40). In 365 it is rounded down. */
static void a_week_that_is_rounded_up_is_no_promise(void **state)
{
    static const char says[] = "So that the year is enough, plan no more than 497.26 a week.\n";
    struct world *world = *state;
    struct fact year[] = {{F_PLAN_YEAR_BASIS, "", "365/7"}, {F_PLAN_YEAR_START, "", "2027-04-01"}};
    given_budget(world, "26000.00", "year", NULL);
    given(world, year, 2);
    struct report_input in = counted(world, REPORT_WIDTH);
    assert_int_equal(report_budget(&in, &world->out), ST_OK);
    assert_non_null(strstr(text_str(&world->out), says));
    year[1].value = "2026-04-01";
    given(world, year, 2);
    in = counted(world, REPORT_WIDTH);
    assert_int_equal(report_budget(&in, &world->out), ST_OK);
    assert_null(strstr(text_str(&world->out), "plan no more than"));
}

static void the_week_is_told_day_by_day(void **state)
{
    static const struct fact facts[] = {
        {F_TIME_PLACE, "t3", "the pool"}, {F_TIME_DAYS, "t4", NULL},     {F_TIME_START, "t4", NULL},
        {F_TIME_END, "t4", NULL},         {F_TIME_MINUTES, "t4", "120"},
    };
    struct world *world = *state;
    struct report_input in;

    given_the_example(world);
    GIVEN(world, facts);
    in = counted(world, 66);
    assert_int_equal(report_timetable(&in, &world->out), ST_OK);
    assert_string_equal(text_str(&world->out),
                        "Somebody is there 19 h 30 m of the week. 19 h 30 m paid, 0 m\n"
                        "unpaid.\n"
                        "\n"
                        "     00    03    06    09    12    15    18    21\n"
                        "Mon                  [W]                 Ev\n"
                        "Tue                  [W]                 Ev\n"
                        "Wed                  [W]       [Swim]    Ev\n"
                        "Thu                  [W]                 Ev\n"
                        "Fri                  [W]                 Ev\n"
                        "Sat                                      Ev\n"
                        "Sun                                      Ev\n"
                        "\n"
                        "Monday\n"
                        "- 08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care.\n"
                        "  13.87 an hour. My budget pays.\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Tuesday\n"
                        "- 08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care.\n"
                        "  13.87 an hour. My budget pays.\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Wednesday\n"
                        "- 08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care.\n"
                        "  13.87 an hour. My budget pays.\n"
                        "- 13:00 to 16:00, 3 h. Swimming, with Sunrise Care. 13.87 an hour.\n"
                        "  My budget pays.\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Thursday\n"
                        "- 08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care.\n"
                        "  13.87 an hour. My budget pays.\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Friday\n"
                        "- 08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care.\n"
                        "  13.87 an hour. My budget pays.\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Saturday\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Sunday\n"
                        "- 18:00 to 19:00, 1 h. Evening meal, with Sunrise Care. 13.87 an\n"
                        "  hour. My budget pays.\n"
                        "Days or times vary\n"
                        "- Once a week, 2 h, times vary. Shopping, with Sunrise Care. 13.87\n"
                        "  an hour: 27.74 a week. My budget pays.\n"
                        "\n"
                        "More about these times\n"
                        "- Swimming, with Sunrise Care. Wednesday, 13:00 to 16:00, 3 h.\n"
                        "  place: the pool\n");
}

static void the_page_tells_the_plan_in_the_form_s_order(void **state)
{
    static const struct fact facts[] = {
        {F_PLAN_TITLE, "", "A good year"},
        {F_ABOUT_COMMUNICATION, "", "Ring me.\nNot before eleven."},
        {F_ABOUT_ALONE, "", "some"},
        {F_CHECKLIST_DONE, "assessment", "no"},
        {F_ANSWER_TEXT, "important", "My garden, my sister, and the choir on Thursdays."},
        {F_ANSWER_VOICE, "important", "said"},
        {F_ANSWER_PRIVATE, "important", "yes"},
        {F_ANSWER_TEXT, "own-1", "Fed at six."},
        {F_ANSWER_TITLE, "own-1", "What does my cat need?"},
        {F_GOAL_WHAT, "g1", "Sing with others again"},
        {F_GOAL_WHY, "g1", "I miss it."},
        {F_GOAL_BY, "g1", "2027-03-01"},
        {F_ATTACHMENT_FILE, "d1", "garden.jpg"},
        {F_ATTACHMENT_ABOUT, "d1", "My garden in June."},
        {F_ATTACHMENT_ANSWER, "d1", "important"},
        {F_SUPPORTER_NAME, "s1", "Sam"},
        {F_SUPPORTER_KIND, "s1", "agency"},
        {F_SUPPORTER_PHONE, "s1", "?"},
        {F_RATE_SUPPORTER, "r1", "s1"},
        {F_RATE_PRICE, "r1", "13.87"},
        {F_RATE_UNIT, "r1", "hour"},
        {F_TIME_DAYS, "t1", "Thu"},
        {F_TIME_START, "t1", "13:00"},
        {F_TIME_END, "t1", "16:00"},
        {F_TIME_WHAT, "t1", "Choir"},
        {F_TIME_SUPPORTER, "t1", "s1"},
        {F_TIME_GOALS, "t1", "g1"},
        {F_TIME_NOTE, "t1", "Sam drives."},
        {F_TIME_ARRANGED, "t1", "yes"},
        {F_REASON_TEXT, "r14", "My sister steps in."},
    };
    struct world *world = *state;
    struct report_input in;

    GIVEN(world, facts);
    given_findings(world);
    in = counted(world, 66);
    assert_int_equal(report_text(&in, &world->out), ST_OK);
    /* 3 h x 13.87 = 41.61; x 4 = 166.44; x 52 = 2163.72; / 12 = 180.31 */
    assert_string_equal(text_str(&world->out),
                        "A good year\n"
                        "Whose plan it is has not been written yet.\n"
                        "This copy was made on 21 November 2026.\n"
                        "The questions are those of the form: Small form.\n"
                        "The week: 41.61 pounds a week. The budget is not known yet. 3 h\n"
                        "paid.\n"
                        "1 thing to put right before it is ready to send.\n"
                        "\n"
                        "1. About me\n"
                        "- A copy of my assessment: not yet\n"
                        "\n"
                        "How I communicate: Ring me.\n"
                        "  Not before eleven.\n"
                        "\n"
                        "2. My life\n"
                        "\n"
                        "What is important to you? (private)\n"
                        "  My garden, my sister, and the choir on Thursdays.\n"
                        "  Whose words: my helper wrote what I said\n"
                        "  See: garden.jpg. My garden in June.\n"
                        "\n"
                        "What do you want?\n"
                        "- Goal 1: Sing with others again\n"
                        "  Why it matters: I miss it.\n"
                        "  By when: 1 March 2027\n"
                        "  What helps with it:\n"
                        "    - Choir, with Sam. Thursday, 13:00 to 16:00, 3 h.\n"
                        "\n"
                        "3. My support\n"
                        "\n"
                        "Who supports you?\n"
                        "- Sam\n"
                        "  What they are: a care agency\n"
                        "  Phone: not sure yet\n"
                        "  Prices:\n"
                        "    - 13.87 an hour.\n"
                        "\n"
                        "Somebody is there 3 h of the week. 3 h paid, 0 m unpaid.\n"
                        "Monday, Tuesday, Wednesday, Friday, Saturday and Sunday: nothing\n"
                        "planned\n"
                        "Thursday\n"
                        "- 13:00 to 16:00, 3 h. Choir, with Sam. My budget pays.\n"
                        "\n"
                        "More about these times\n"
                        "- Choir, with Sam. Thursday, 13:00 to 16:00, 3 h.\n"
                        "  note: Sam drives.\n"
                        "\n"
                        "Paid and unpaid\n"
                        "- Sam: 3 h paid a week: Thursday 3 h.\n"
                        "By day: Thursday 3 h paid.\n"
                        "\n"
                        "4. My money\n"
                        "The week: 41.61 pounds a week. The budget is not known yet. 3 h\n"
                        "paid.\n"
                        "All amounts are in pounds. Each is rounded once, to a whole penny.\n"
                        "A year is 52 weeks here. A month is a twelfth of the year.\n"
                        "\n"
                        "Support in my week\n"
                        "- Choir, with Sam: 3 h a week at 13.87 an hour = 41.61 a week;\n"
                        "  2,163.72 a year (52 weeks).\n"
                        "Together: 41.61 a week; 2,163.72 a year (52 weeks).\n"
                        "\n"
                        "The figures\n"
                        "- My personal budget: not known yet.\n"
                        "  The amount is not known yet.\n"
                        "  - I pay (contribution): not known yet.\n"
                        "    Known once the budget and what I pay are known.\n"
                        "  - The council pays: not known yet.\n"
                        "- Support in my week: 41.61 a week, 166.44 every 4 weeks, 180.31 a\n"
                        "  month, 2,163.72 a year (52 weeks).\n"
                        "  41.61 a week.\n"
                        "- Other regular costs: 0.00 a week, 0.00 every 4 weeks, 0.00 a\n"
                        "  month, 0.00 a year (52 weeks).\n"
                        "- Put aside for when things go wrong: 0.00 a week, 0.00 every 4\n"
                        "  weeks, 0.00 a month, 0.00 a year (52 weeks).\n"
                        "- Left: not known yet.\n"
                        "  Known once the budget is known.\n"
                        "\n"
                        "5. Check my plan\n"
                        "\n"
                        "To put right before it is sent\n"
                        "- \"What is important\" has no answer yet.\n"
                        "\n"
                        "Questions for my care manager\n"
                        "- How much is my personal budget?\n"
                        "- How much do I pay myself (contribution)?\n"
                        "- I do not have this yet: A copy of my assessment\n"
                        "- Sam: Phone\n"
                        "- No money is put aside.\n"
                        "\n"
                        "What I have thought about\n"
                        "- Some money is put aside for when things go wrong: My sister\n"
                        "  steps in.\n"
                        "\n"
                        "More answers\n"
                        "\n"
                        "What does my cat need?\n"
                        "  Fed at six.\n"
                        "\n"
                        "About me\n"
                        "alone: some\n"
                        "\n"
                        "Signatures\n"
                        "\n"
                        "Me\n"
                        "Signed: ____________________\n"
                        "Date: ____________________\n"
                        "\n"
                        "My care manager\n"
                        "Signed: ____________________\n"
                        "Date: ____________________\n");
}

static void one_voice_is_said_once(void **state)
{
    static const struct fact facts[] = {
        {F_ANSWER_TEXT, "important", "Nice."},
        {F_ANSWER_VOICE, "important", "said"},
        {F_ANSWER_TEXT, "more", "No."},
        {F_ANSWER_VOICE, "more", "said"},
    };
    struct world *world = *state;
    struct report_input in;
    const char *at;

    GIVEN(world, facts);
    in = counted(world, 66);
    assert_int_equal(report_text(&in, &world->out), ST_OK);
    at = strstr(text_str(&world->out), "Whose words");
    assert_non_null(at);
    assert_int_equal(
        strncmp(at, "Whose words, in every answer: my helper wrote what I said.\n", 59), 0);
    assert_null(strstr(at + 1, "Whose words"));
}

static void days_that_are_alike_stand_together(void **state)
{
    struct world *world = *state;
    struct report_input in;

    given_the_example(world);
    in = counted(world, 66);
    assert_int_equal(report_text(&in, &world->out), ST_OK);
    assert_non_null(strstr(text_str(&world->out), "\nMonday, Tuesday, Thursday and Friday\n"));
    assert_non_null(strstr(text_str(&world->out), "\nWednesday\n"));
    assert_null(strstr(text_str(&world->out), "\nTuesday\n"));
}

/* Whatever the width. */

static const int widths[] = {30, 66, 132};

typedef enum status report_function(const struct report_input *in, struct text *out);

static enum status check_of_a_file(const struct report_input *in, struct text *out)
{
    return report_check("a-plan-with-a-very-long-name-in-a-far-folder.csv", in, out);
}

static report_function *const reports[] = {report_text, report_budget, report_timetable,
                                           check_of_a_file};

static void fail_on_wide_lines(const char *page, int width)
{
    while (*page != '\0') {
        size_t len = strcspn(page, "\n");
        if (text_width(page, len) > width)
            fail_msg("wider than %d: %.*s", width, (int)len, page);
        if (len > 0 && page[len - 1] == ' ')
            fail_msg("a blank at the end of: %.*s", (int)len, page);
        page += len + (page[len] == '\n');
    }
}

static void given_everything(struct world *world, const char *value);

static void no_line_is_wider_than_asked(void **state)
{
    static const char words[] = "Zo\xc3\xab \xe4\xb8\xad\xe6\x96\x87 "
                                "an_address_without_any_blanks_in_it_that_goes_on_and_on "
                                "and then some words of the ordinary kind.\nAnother line.";
    struct world *world = *state;

    given_findings(world);
    given_the_example(world);
    given_everything(world, words);
    given_budget(world, "275.00", "week", "indicative");
    for (size_t i = 0; i < COUNT(widths); i++) {
        for (size_t r = 0; r < COUNT(reports); r++) {
            struct report_input in = counted(world, widths[i]);
            assert_int_equal(reports[r](&in, &world->out), ST_OK);
            fail_on_wide_lines(text_str(&world->out), widths[i]);
        }
    }
}

/* Puts a value into a field of one item of its section, where the field takes it. */
static void given_field(struct world *world, enum field f, const char *value)
{
    const struct schema_section *section = &schema_sections[schema_fields[f].section];
    struct text canonical = {0}, item = {0};

    if (section->items == ITEMS_NUMBERED)
        text_addf(&item, "%s1", section->prefix);
    else if (section->items == ITEMS_NAMED)
        text_add(&item, "own-1");
    if (schema_accept(f, value, &canonical) == ST_OK)
        assert_int_equal(
            plan_set(world->plan, f, text_str(&item), text_str(&canonical), PLAN_LAST, NULL),
            ST_OK);
    text_free(&canonical);
    text_free(&item);
}

static bool takes_words(enum field f)
{
    return (schema_fields[f].kind == KIND_TEXT || schema_fields[f].kind == KIND_LINE) &&
           f != F_PLAN_FORM;
}

/* Puts words, or "?", into every field that takes them, of one item a section. */
static void given_everything(struct world *world, const char *value)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        if (takes_words((enum field)f) ||
            (strcmp(value, "?") == 0 && schema_fields[f].section != SEC_PLAN))
            given_field(world, (enum field)f, value);
}

static void nothing_hostile_reaches_a_page(void **state)
{
    static const char words[] = "a\x1b[2Jb\x07 \xe2\x80\xae"
                                "c\xe2\x81\xa6 \xc2\x9b"
                                "31m d\x7f";
    static const char *const raw[] = {"\x1b",         "\x07",     "\xe2\x80\xae",
                                      "\xe2\x81\xa6", "\xc2\x9b", "\x7f"};
    struct world *world = *state;

    given_the_example(world);
    given_everything(world, words);
    for (size_t r = 0; r < COUNT(reports); r++) {
        struct report_input in = counted(world, 66);
        assert_int_equal(reports[r](&in, &world->out), ST_OK);
        for (size_t i = 0; i < COUNT(raw); i++)
            if (strstr(text_str(&world->out), raw[i]))
                fail_msg("report %zu: case %zu reached the page raw", r, i);
    }
}

static void an_ascii_page_holds_ascii_only(void **state)
{
    static const char accents[] = "Zo\xc3\xab \xe2\x80\x9c\xe4\xb8\xad\xe2\x80\x9d \xc2\xa3"
                                  "5";
    struct world *world = *state;

    given_the_example(world);
    given_everything(world, accents);
    for (size_t r = 0; r < COUNT(reports); r++) {
        struct report_input in = counted(world, 66);
        in.charset = CHARSET_ASCII;
        assert_int_equal(reports[r](&in, &world->out), ST_OK);
        for (const char *c = text_str(&world->out); *c != '\0'; c++)
            if ((unsigned char)*c > 126)
                fail_msg("report %zu: byte %02x", r, (unsigned)(unsigned char)*c);
    }
}

static void the_pieces_are_clean_too(void **state)
{
    static const struct fact facts[] = {{F_TIME_WHAT, "t1", "a\x1b[2J"},
                                        {F_SUPPORTER_NAME, "s1", "b\x1b[2J"},
                                        {F_FUND_NAME, "f1", "c\x1b[2J"},
                                        {F_WEEK_NAME, "w1", "d\x1b[2J"},
                                        {F_WEEK_NAME, "w2", "e\x1b[2J"}};
    struct world *world = *state;
    struct money_figure *list = NULL;
    size_t count = 0;

    given_the_example(world);
    GIVEN(world, facts);
    counted(world, 66);
    sentence_total(world->plan, &world->budget, "w2", &world->out);
    sentence_line(world->plan, &form, &world->budget, "t1", &world->out);
    sentence_line_short(world->plan, "t1", 40, &world->out);
    assert_int_equal(figures_make(world->plan, &form, &world->budget, &list, &count), ST_OK);
    for (size_t i = 0; i < count; i++)
        text_addf(&world->out, "%s %s", list[i].label, list[i].detail);
    figures_free(list, count);
    assert_null(strchr(text_str(&world->out), '\x1b'));
}

static void an_answer_can_not_pass_for_a_heading(void **state)
{
    static const struct fact facts[] = {
        {F_ANSWER_TEXT, "important", "Nice.\n\n4. My money\nNothing to see."}};
    struct world *world = *state;
    struct report_input in;

    GIVEN(world, facts);
    in = counted(world, 66);
    assert_int_equal(report_text(&in, &world->out), ST_OK);
    assert_non_null(strstr(text_str(&world->out), "\n  4. My money\n"));
    assert_null(strstr(text_str(&world->out), "\n4. My money\nNothing"));
}

/* A "?" is an answer, and is listed among the questions: also the one to "whose words?" */
static void nobody_sure_whose_words_they_are_is_a_question(void **state)
{
    static const struct fact facts[] = {{F_ANSWER_TEXT, "important", "The sea."},
                                        {F_ANSWER_VOICE, "important", "?"}};
    struct world *world = *state;
    struct report_input in;

    GIVEN(world, facts);
    in = counted(world, 66);
    assert_int_equal(report_text(&in, &world->out), ST_OK);
    const char *questions = strstr(text_str(&world->out), "Questions for my care manager");
    assert_non_null(questions);
    if (!strstr(questions, "- What is important to you? Whose words\n"))
        fail_msg("not among the questions: %s", questions);
}

/* Plans with little in them. */

static void an_empty_plan_has_a_page_that_says_so(void **state)
{
    struct world *world = *state;
    struct report_input in = counted(world, 66);
    const char *page;

    assert_int_equal(report_text(&in, &world->out), ST_OK);
    page = text_str(&world->out);
    assert_non_null(strstr(page, "The week: nothing is planned yet."));
    assert_non_null(strstr(page, "What is important to you?\n  No answer yet.\n"));
    assert_non_null(strstr(page, "What do you want?\n  Nothing here yet.\n"));
    assert_non_null(strstr(page, "Questions for my care manager\n- How much"));
    assert_null(strstr(page, "Is there more?"));
    assert_null(strstr(page, "Feedback"));
}

static void where_nothing_is_sure_nothing_is_nought_or_over(void **state)
{
    struct world *world = *state;

    given_everything(world, "?");
    for (size_t r = 0; r < COUNT(reports); r++) {
        struct report_input in = counted(world, 66);
        assert_int_equal(reports[r](&in, &world->out), ST_OK);
        if (strstr(text_str(&world->out), "more than the budget"))
            fail_msg("report %zu says over", r);
        if (strchr(text_str(&world->out), '?') && strstr(text_str(&world->out), ": ?"))
            fail_msg("report %zu shows a bare question mark", r);
    }
}

static void what_has_no_price_is_never_shown_as_nought(void **state)
{
    static const struct fact facts[] = {
        {F_RATE_PRICE, "r1", "?"},       {F_COST_WHAT, "c1", "Payroll"},
        {F_COST_EVERY, "c1", "week"},    {F_COST_WHAT, "c2", "Put by"},
        {F_COST_PRICE, "c2", "?"},       {F_COST_EVERY, "c2", "week"},
        {F_COST_SET_ASIDE, "c2", "yes"}, {F_COST_WHAT, "c3", "Rail"},
        {F_COST_EVERY, "c3", "once"},
    };
    struct world *world = *state;
    struct report_input in;

    given_the_example(world);
    GIVEN(world, facts);
    in = counted(world, 66);
    assert_int_equal(report_budget(&in, &world->out), ST_OK);
    assert_null(strstr(text_str(&world->out), "0.00"));
    assert_non_null(strstr(text_str(&world->out), "Support in my week: not known yet."));
    assert_non_null(strstr(text_str(&world->out), "Payroll: no price yet."));
    assert_non_null(strstr(text_str(&world->out), "Paid once: not known yet."));
}

static void every_annual_figure_carries_its_basis(void **state)
{
    static const struct fact facts[] = {
        {F_PLAN_YEAR_BASIS, "", "365/7"},
        {F_COST_WHAT, "c1", "Rail"},
        {F_COST_PRICE, "c1", "45.00"},
        {F_COST_EVERY, "c1", "once"},
    };
    struct world *world = *state;
    struct report_input in;
    const char *at;

    given_the_example(world);
    GIVEN(world, facts);
    given_budget(world, "275.00", "week", "final");
    in = counted(world, 200);
    assert_int_equal(report_budget(&in, &world->out), ST_OK);
    at = text_str(&world->out);
    /* SPEC: 14102.81 on 365/7 */
    assert_non_null(strstr(at, "14,102.81 a year (365 days)"));
    for (size_t n = 0; (at = strstr(at, " a year")) != NULL; n++, at += 7)
        if (strncmp(at, " a year (365 days)", 18) != 0 && n > 0)
            fail_msg("no basis: %.40s", at);
}

static enum status figures_of(const struct report_input *in, struct text *out)
{
    struct money_figure *list = NULL;
    size_t count = 0;
    enum status st = figures_make(in->plan, in->form, in->budget, &list, &count);

    for (size_t i = 0; i < count; i++)
        text_addf(out, "%s: %s\n", list[i].label, list[i].detail);
    figures_free(list, count);
    return st ? st : text_status(out);
}

static enum status budget_rows_of(const struct report_input *in, struct text *out)
{
    return report_budget_csv(in->budget, out);
}

static enum status timetable_rows_of(const struct report_input *in, struct text *out)
{
    return report_timetable_csv(in->plan, in->budget, out);
}

static void no_word_is_lost_silently_where_memory_runs_out(void **state)
{
    static report_function *const all[] = {report_text,      report_budget, report_timetable,
                                           check_of_a_file,  figures_of,    budget_rows_of,
                                           timetable_rows_of};
    struct world *world = *state;
    struct report_input in;

    given_findings(world);
    given_everything(world, "Some words");
    given_budget(world, "275.00", "week", "final");
    in = counted(world, 66);
    for (size_t r = 0; r < COUNT(all); r++) {
        struct text whole = {0};
        assert_int_equal(all[r](&in, &whole), ST_OK);
        for (int n = 0; scarce_from(&n);) {
            struct text page = {0};
            enum status st = all[r](&in, &page);
            if (scarce_hit() && st == ST_OK && strcmp(text_str(&page), text_str(&whole)) != 0)
                fail_msg("report %zu: allocation %d failed, and words are missing", r, n);
            text_free(&page);
        }
        text_free(&whole);
    }
}

/* A word of its own in every field of words: each must be found on the page. */
static void every_word_of_a_plan_is_on_its_page(void **state)
{
    const struct form *const forms[] = {&form, NULL};
    struct world *world = *state;
    char word[32];

    given_findings(world);
    for (int f = 0; f < FIELD_COUNT; f++)
        if (takes_words((enum field)f)) {
            snprintf(word, sizeof word, "word%dword", f);
            given_field(world, (enum field)f, word);
        }
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct report_input in = counted(world, 66);
        in.form = forms[i];
        assert_int_equal(report_text(&in, &world->out), ST_OK);
        for (int f = 0; f < FIELD_COUNT; f++) {
            snprintf(word, sizeof word, "word%dword", f);
            if (takes_words((enum field)f) && !strstr(text_str(&world->out), word))
                fail_msg("form %zu: %s.%s is not on the page", i,
                         schema_sections[schema_fields[f].section].name, schema_fields[f].name);
        }
    }
}

static void without_a_form_no_word_is_lost(void **state)
{
    struct world *world = *state;

    given_findings(world);
    given_everything(world, "Some words");
    given_everything(world, "?");
    given_the_example(world);
    for (size_t r = 0; r < COUNT(reports); r++) {
        struct report_input in = counted(world, 66);
        in.form = NULL;
        assert_int_equal(reports[r](&in, &world->out), ST_OK);
        if (world->out.len == 0)
            fail_msg("report %zu says nothing", r);
        if (r == 0)
            assert_non_null(strstr(text_str(&world->out), "Wash and dress, with Sunrise Care"));
    }
}

#define REPORT_TEST(f) cmocka_unit_test_setup_teardown(f, new_world, free_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_total_line_says_what_is_left_or_over),
        REPORT_TEST(nobody_sure_whose_words_they_are_is_a_question),
        REPORT_TEST(the_total_line_of_an_empty_plan_has_no_figures),
        REPORT_TEST(the_total_line_never_says_nought_for_what_has_no_price),
        REPORT_TEST(the_total_line_says_what_stands_between_the_week_and_the_budget),
        REPORT_TEST(nought_is_not_said_where_only_unpaid_lines_are_known),
        REPORT_TEST(each_kind_of_week_has_its_own_total),
        REPORT_TEST(a_week_of_unknown_number_is_not_held_against_the_budget),
        REPORT_TEST(a_line_is_told_whole),
        REPORT_TEST(a_short_line_cuts_its_name_where_there_is_no_room),
        REPORT_TEST(a_line_with_two_prices_says_both),
        REPORT_TEST(the_csv_of_the_example_has_its_figures),
        REPORT_TEST(the_csv_leaves_the_unknown_empty),
        REPORT_TEST(the_csv_of_the_week_has_a_row_a_line),
        REPORT_TEST(the_csv_of_check_has_a_row_a_finding),
        REPORT_TEST(check_says_what_would_help_and_whose_rule_it_is),
        REPORT_TEST(the_budget_shows_every_sum),
        REPORT_TEST(a_total_in_a_letter_stands_beside_the_budget),
        REPORT_TEST(a_week_that_is_rounded_up_is_no_promise),
        REPORT_TEST(the_week_is_told_day_by_day),
        REPORT_TEST(the_page_tells_the_plan_in_the_form_s_order),
        REPORT_TEST(one_voice_is_said_once),
        REPORT_TEST(days_that_are_alike_stand_together),
        REPORT_TEST(no_line_is_wider_than_asked),
        REPORT_TEST(nothing_hostile_reaches_a_page),
        REPORT_TEST(an_ascii_page_holds_ascii_only),
        REPORT_TEST(the_pieces_are_clean_too),
        REPORT_TEST(an_answer_can_not_pass_for_a_heading),
        REPORT_TEST(an_empty_plan_has_a_page_that_says_so),
        REPORT_TEST(where_nothing_is_sure_nothing_is_nought_or_over),
        REPORT_TEST(what_has_no_price_is_never_shown_as_nought),
        REPORT_TEST(no_word_is_lost_silently_where_memory_runs_out),
        REPORT_TEST(every_word_of_a_plan_is_on_its_page),
        REPORT_TEST(without_a_form_no_word_is_lost),
        REPORT_TEST(every_annual_figure_carries_its_basis),
    };

    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
