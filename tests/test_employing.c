/*
 * The pages about people who are employed, and of what is in the account. The sums are those of
 * the research's whole case (V26) and of its reserve (V24).
 */
#include "test.h"

#include <string.h>

#include "given.h"
#include "sitting.h"
#include "supportplan/rates_file.h"
#include "supportplan/steps.h"
#include "supportplan/wages.h"

#define SAM                                                                                        \
    "plan - form=seven-questions year-start=2026-04-01; supporter s1 name=Sam kind=pa;"            \
    "rate r1 supporter=s1 price=13.00 unit=hour; fund budget amount=310.00 every=week;"            \
    "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=12:00 supporter=s1;"
#define JOB                                                                                        \
    "employment j1 supporter=s1 age=23-plus wage=13.00 paid-every=4weeks hours=regular "           \
    "holiday-cover=yes only-me=yes allowance=yes insurance=90.00 payroll=8.00 "                    \
    "payroll-every=week miles=40;"

/* A session with a plan of these facts, and the rates of the house. */
struct seat {
    struct sitting s;
    struct rates rates;
};

static void sit_down(struct seat *seat, const char *facts)
{
    size_t len;
    struct notices notices = {NULL, 0};
    struct plan *plan = given_plan(facts);
    char *bytes = sitting_bytes(plan, &len);
    plan_free(plan);
    *seat = (struct seat){.s = sitting_begin()};
    sitting_open_bytes(&seat->s, bytes, len, "/home/ann/plan.csv");
    sitting_carry(&seat->s, seat->s.w->effects);
    free(bytes);
    char *csv = source_file("forms/rates.csv", &len);
    assert_int_equal(rates_read(csv, len, &seat->rates, &notices, NULL), ST_OK);
    notices_free(&notices);
    free(csv);
    wizard_guides(seat->s.w, &seat->rates, NULL);
}

static void get_up(struct seat *seat)
{
    sitting_end(&seat->s);
    rates_free(&seat->rates);
}

/* Every row of the page, a line each. */
static char *page_text(const struct wizard *w)
{
    struct text t = {0};
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        text_addf(&t, "%s%s%s\n", row->text, *row->state ? ": " : "", row->state);
    }
    return text_take(&t);
}

static void expect_row(const struct wizard *w, const char *words)
{
    char *page = page_text(w);
    if (!page || !strstr(page, words))
        fail_msg("'%s' is not on the page:\n%s", words, page ? page : "");
    free(page);
}

static void go_to(struct seat *seat, struct place place, const char *item)
{
    snprintf(place.item, sizeof place.item, "%s", item);
    wizard_go(seat->s.w, place);
}

static void choose(struct seat *seat, const char *words)
{
    struct wizard *w = seat->s.w;
    for (size_t i = 0; i < w->page.count; i++)
        if (strncmp(w->page.rows[i].text, words, strlen(words)) == 0) {
            wizard_focus(w, i);
            sitting_command(&seat->s, CMD_OPEN);
            return;
        }
    fail_msg("there is no row '%s'", words);
}

static void the_page_of_a_job_has_every_line_and_the_sum(void **state)
{
    static const char *const rows[] = {
        "Wages: 1,040.00 each pay day, 13,520.00 a year (52 weeks)",
        "Employer's National Insurance: 98.25 each pay day, 1,277.25 a year (52 weeks)",
        "Employment Allowance: -98.25 each pay day, -1,277.25 a year (52 weeks)",
        "Employer's pension: 16.80 each pay day, 218.40 a year (52 weeks)",
        "Somebody else while they are on holiday: 1,631.74 a year (52 weeks)",
        "Mileage: 286.00 a year (52 weeks)",
        "Some of the rates were not checked. Enter on a line says which.",
        "All together: 310.81 a week, 1,243.24 every 4 weeks, 16,162.14 a year (52 weeks).",
        "For each hour that somebody is there: 15.54.",
        /* 310.81 - 260.00 */
        "Your plan counts 260.00 a week for them. The rest is 50.81 a week.",
        /* 5.6 x 20 h */
        "Holiday with pay in a year: 112 h.",
        "Sick pay is 123.25 a week at most, or 80% of the pay if that is less.",
    };
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    assert_string_equal(seat.s.w->page.title, "What it costs to employ Sam");
    for (size_t i = 0; i < COUNT(rows); i++)
        expect_row(seat.s.w, rows[i]);
    get_up(&seat);
}

/* What the check asks for stands on the page already: what is not in the sum, and the rest. */
static void what_is_not_put_down_is_said_once(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    char *page = page_text(seat.s.w);
    const char *first = strstr(page, "training");
    assert_non_null(first);
    assert_null(strstr(first + 1, "training"));
    first = strstr(page, "50.81 a week");
    assert_non_null(first);
    assert_null(strstr(page, "50.81 pounds"));
    free(page);
    get_up(&seat);
}

/* A cost that names nobody is not known to be for Sam; one that is put aside is for nobody anyway.
 */
static void a_cost_that_names_nobody_is_spoken_of(void **state)
{
    static const struct {
        const char *facts;
        bool said;
    } cases[] = {
        {"", false},
        {"cost c1 what=Payroll price=8.00 every=week", true},
        {"cost c1 what=Payroll price=8.00 every=week supporter=s1", false},
        {"cost c1 what=Illness price=8.00 every=week set-aside=yes", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat seat;
        struct text facts = {0};
        text_addf(&facts, "%s%s", SAM JOB, cases[i].facts);
        sit_down(&seat, text_str(&facts));
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        char *page = page_text(seat.s.w);
        bool said = strstr(page, "A cost of your plan counts here if it says whom it is for.");
        if (said != cases[i].said)
            fail_msg("%s: %s", cases[i].facts, page);
        free(page);
        text_free(&facts);
        get_up(&seat);
    }
}

/* Money that seems to be left is not, where what comes on top of a wage is not in the plan. */
static void the_money_page_says_what_the_plan_does_not_count(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    assert_true(steps_to_kind(seat.s.w, PAGE_MONEY));
    expect_row(seat.s.w, "Employing Sam costs 310.81 pounds a week. The plan counts 260.00 pounds "
                         "of that, so 50.81 pounds is missing.");
    get_up(&seat);
}

/* V26 x 365 / 364, line by line: 13,557.14 + 219.00 + 1,636.22 + 286.79 + 417.14, and 90.00 for the
 * insurance, which is told by the year. */
static void where_a_year_is_counted_by_days_the_page_says_what_it_comes_to(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB "plan - year-basis=365/7");
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    expect_row(seat.s.w, "In your plan's year of 365 days it is 16,206.29.");
    expect_row(seat.s.w, "redundancy pay may be due when the job ends. It is in no sum.");
    get_up(&seat);
}

/* Of 200.00 a week 60.00 are over: what 200.00 pays for is below 12.71, the minimum of 2026/27. */
static void a_wage_that_is_too_low_by_law_is_not_held_out(void **state)
{
    static const struct {
        const char *facts;
        bool low;
    } cases[] = {
        {SAM JOB "fund budget amount=200.00 every=week", true},
        {SAM JOB "fund budget amount=400.00 every=week", false},
        {SAM JOB "fund budget amount=200.00 every=week; employment j1 age=?", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat seat;
        sit_down(&seat, cases[i].facts);
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        char *page = page_text(seat.s.w);
        assert_non_null(page);
        if (cases[i].low !=
            !!strstr(page, "That is below the legal minimum, 12.71: the money is not enough."))
            fail_msg("case %zu: %s", i, page);
        free(page);
        get_up(&seat);
    }
}

static void every_line_says_how_it_was_worked_out_and_what_was_not_checked(void **state)
{
    static const struct {
        const char *line, *want;
    } cases[] = {
        {"Wages", "20 h a week at 13.00 an hour: 260.00 a week, and 13 pay days a year."},
        {"Employer's Nat", "1,040.00 - 385.00 = 655.00, and 15% of that."},
        {"Employer's Nat", "385.00 is for 2026/27: worked out 2026-11-21"},
        {"Employer's Nat", "It was not checked. Ask before you rely on it."},
        {"Employer's Nat", "15% is for 2026/27: https://www.paypacket.io"},
        {"Employment A", "It pays National Insurance up to 10,500.00 a year"},
        {"Employer's pen", "3% of the pay between 480.00 and 3,867.00."},
        {"Somebody else", "The weeks of holiday at 260.00 a week, and 12.07% of that"},
        {"Mileage", "520 miles a year at 0.55 a mile."},
        {"Payroll", "8.00, 52 times a year, from your plan."},
        {"Insurance", "From your plan."},
    };
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    for (size_t i = 0; i < COUNT(cases); i++) {
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        choose(&seat, cases[i].line);
        expect_row(seat.s.w, cases[i].want);
    }
    get_up(&seat);
}

/* Norfolk's rate holds what employing costs: nothing is missing then. */
static void what_the_rate_holds_is_no_gap(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, "supporter s1 name=Sam kind=pa; employment j1 supporter=s1 included=yes");
    struct text said = {0};
    assert_int_equal(seat.s.w->employer.count, 1);
    wages_short(&seat.s.w->employer.list[0], &said);
    assert_string_equal(text_str(&said), "in the council's rate");
    text_free(&said);
    get_up(&seat);
}

static void what_is_missing_is_said_in_its_place(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {"employment j1 age=?", "Employer's National Insurance: not known yet"},
        {"employment j1 age=?", "All together: not known yet.\nYou are not sure yet"},
        {"employment j1 paid-every=", "All together: not known yet.\nSay how often it is paid.\n"},
        {"plan - year-start=2027-04-06", "Employer's National Insurance: not known yet"},
        {"plan - year-start=2026-10-01",
         "The rate for 2027/28 is not in this copy. The newest is for 2026/27. From April the "
         "sums may change."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat seat;
        struct text facts = {0};
        text_addf(&facts, "%s%s", SAM JOB, cases[i].facts);
        sit_down(&seat, text_str(&facts));
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        expect_row(seat.s.w, cases[i].want);
        text_free(&facts);
        get_up(&seat);
    }
}

/* A part of what employing Sam costs. */
static void sit_at(struct seat *seat, const char *facts, const char *row)
{
    sit_down(seat, facts);
    go_to(seat, place_of(PLACE_EMPLOY), "s1");
    choose(seat, row);
}

/* How old an apprentice is does not stand in the plan: so it is asked whether they are in. */
static void an_apprentice_is_asked_about_a_pension_and_not_about_an_age(void **state)
{
    struct seat seat;
    (void)state;
    sit_at(&seat, SAM JOB "employment j1 age=apprentice", "Employer's pension");
    expect_row(seat.s.w, "Say whether they are in a pension.");
    get_up(&seat);
}

/* 80% is the law of 2026/27; another table may say another part. */
static void the_part_of_the_pay_that_sick_pay_is_comes_from_the_table(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    for (size_t i = 0; i < seat.rates.count; i++)
        if (strcmp(seat.rates.list[i].unit, "percent") == 0 && seat.rates.list[i].value == 80)
            seat.rates.list[i].value = 90;
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    expect_row(seat.s.w, "Sick pay is 123.25 a week at most, or 90% of the pay if that is less.");
    get_up(&seat);
}

/* Sick pay and redundancy pay of this very job. V13: three days a week at 140.00 and at 300.00; the
 * table of 2025/26 (V14); 751.00 a week is the most that counts for redundancy. */
static void illness_and_the_end_of_a_job_are_worked_out_for_it(void **state)
{
#define DAYS(days) "time t1 start=08:00 end=12:00 days=" days ";"
    static const struct {
        const char *facts, *want;
    } cases[] = {
        /* 10 h x 14.00 = 140.00 a week, 80 % of it 112.00; / 3 = 37.333, up */
        {DAYS("Mon,Tue,Wed") "time t1 end=11:20; employment j1 wage=14.00",
         "Sick pay at this pay: 1 day 37.34, 2 days 74.67, 3 days 112.00."},
        {DAYS("Mon,Tue,Wed") "employment j1 wage=25.00",
         "Sick pay at this pay: 1 day 41.09, 2 days 82.17, 3 days 123.25."},
        {DAYS("Mon,Tue,Wed,Thu,Fri") "employment j1 wage=15.00",
         "Sick pay at this pay: 1 day 24.65, 2 days 49.30, 3 days 73.95,"},
        {"plan - year-start=2025-04-06; time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun",
         "Sick pay at this pay: 1 day 16.97, 2 days 33.93, 3 days 50.90, 4 days 67.86, 5 days "
         "84.83, 6 days 101.79, 7 days 118.75. The first 3 days are without it."},
        {"plan - year-start=2025-04-06;" DAYS("Mon,Tue,Wed,Thu") "",
         "Sick pay at this pay: 1 day 29.69, 2 days 59.38, 3 days 89.07, 4 days 118.75."},
        /* 20 h at 14.00 are 280.00: 560.00 and 840.00; at 50.00 751.00 counts */
        {"employment j1 wage=14.00",
         "For two years it is 560.00 from age 24 on, and 840.00 from age 43 on."},
        {"employment j1 wage=50.00",
         "For two years it is 1,502.00 from age 24 on, and 2,253.00 from age 43 on."},
        {"plan - year-start=2023-04-06",
         "Sick pay is 109.40 a week at most. That was not checked."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat seat;
        struct text facts = {0};
        text_addf(&facts, "%s%s", SAM JOB, cases[i].facts);
        sit_down(&seat, text_str(&facts));
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        expect_row(seat.s.w, cases[i].want);
        text_free(&facts);
        get_up(&seat);
    }
#undef DAYS
}

/* 7 h 30 m at 13.00 are 97.50 a week, less than the 125.00 that 2025/26 asks for; where days vary
 * nobody knows what a day is. */
static void sick_pay_that_is_not_due_or_not_known_is_not_worked_out(void **state)
{
    static const char *const cases[] = {
        "plan - year-start=2025-04-06; time t1 days=Mon,Tue,Wed start=08:00 end=10:30",
        "time t1 days= start= end= minutes=1200",
        "employment j1 wage=?",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct seat seat;
        struct text facts = {0};
        text_addf(&facts, "%s%s", SAM JOB, cases[i]);
        sit_down(&seat, text_str(&facts));
        go_to(&seat, place_of(PLACE_EMPLOY), "s1");
        char *page = page_text(seat.s.w);
        if (strstr(page, "Sick pay at this pay"))
            fail_msg("%s: %s", cases[i], page);
        free(page);
        text_free(&facts);
        get_up(&seat);
    }
}

/* What has one source is named with the others of it, and the source is said once. */
static void a_source_is_said_once(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    choose(&seat, "Mileage");
    expect_row(seat.s.w, "0.55 and 0.25 are for 2026/27: https://");
    sitting_command(&seat.s, CMD_BACK);
    choose(&seat, "Employer's pension");
    expect_row(seat.s.w, "From 768.00 on they are in, unless they leave.");
    expect_row(seat.s.w, "768.00, 480.00 and 3,867.00 are for 2026/27: ");
    expect_row(seat.s.w, "They were not checked. Ask before you rely on them.");
    get_up(&seat);
}

static void a_year_that_is_not_in_the_copy_is_told_and_not_guessed(void **state)
{
    struct seat seat;
    (void)state;
    sit_at(&seat, SAM JOB "plan - year-start=2027-04-06", "Employer's Nat");
    expect_row(seat.s.w, "The rate for 2027/28 is not in this copy. The newest is for 2026/27.");
    get_up(&seat);
}

static void the_rest_becomes_a_cost_and_is_undone_as_one(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB);
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    choose(&seat, "Add the rest to my plan as a cost");
    const struct wizard *w = seat.s.w;
    assert_int_equal(plan_count(w->plan, SEC_COST), 1);
    const char *cost = plan_item(w->plan, SEC_COST, 0);
    assert_string_equal(plan_str(w->plan, F_COST_PRICE, cost), "50.81");
    assert_string_equal(plan_str(w->plan, F_COST_EVERY, cost), "week");
    assert_string_equal(plan_str(w->plan, F_COST_SUPPORTER, cost), "s1");
    /* 260.00 + 50.81: the plan holds it all, and 0.81 more than the budget */
    assert_int_equal(w->budget.cost.week, 31081);
    assert_int_equal(w->budget.left.week, -81);
    char *page = page_text(w);
    assert_null(strstr(page, "Add the rest"));
    free(page);
    wizard_undo(seat.s.w);
    assert_int_equal(plan_count(w->plan, SEC_COST), 0);
    get_up(&seat);
}

static void without_facts_the_page_leads_to_the_questions(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM);
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    choose(&seat, "Answer the questions");
    assert_int_equal(wizard_at(seat.s.w)->kind, PLACE_FIELD);
    assert_int_equal(wizard_at(seat.s.w)->field, F_EMPLOYMENT_AGE);
    get_up(&seat);
}

static void a_wage_below_the_minimum_is_told_on_the_page(void **state)
{
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM JOB "employment j1 wage=12.50");
    go_to(&seat, place_of(PLACE_EMPLOY), "s1");
    expect_row(seat.s.w, "The wage of Sam is 0.21 pounds an hour below the legal minimum.");
    get_up(&seat);
}

static void the_account_shows_what_is_free_and_what_is_over(void **state)
{
    static const char *const rows[] = {
        "In the account: 3,150.00",
        "Free: 3,150.00 in the account - 500.80 owed already = 2,649.20.",
        "Limit: 8 weeks x 310.00 a week = 2,480.00.",
        "Over the limit: 2,649.20 - 2,480.00 = 169.20.",
    };
    struct seat seat;
    (void)state;
    sit_down(&seat, SAM "money - account=3150.00 owed-holiday=412.60 owed-tax=88.20 "
                        "reserve-weeks=8");
    go_to(&seat, place_of(PLACE_PURSE), "");
    for (size_t i = 0; i < COUNT(rows); i++)
        expect_row(seat.s.w, rows[i]);
    choose(&seat, "Weeks I may keep");
    assert_int_equal(wizard_at(seat.s.w)->field, F_MONEY_RESERVE_WEEKS);
    get_up(&seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_of_a_job_has_every_line_and_the_sum),
        cmocka_unit_test(what_is_not_put_down_is_said_once),
        cmocka_unit_test(a_cost_that_names_nobody_is_spoken_of),
        cmocka_unit_test(the_money_page_says_what_the_plan_does_not_count),
        cmocka_unit_test(where_a_year_is_counted_by_days_the_page_says_what_it_comes_to),
        cmocka_unit_test(a_wage_that_is_too_low_by_law_is_not_held_out),
        cmocka_unit_test(every_line_says_how_it_was_worked_out_and_what_was_not_checked),
        cmocka_unit_test(what_the_rate_holds_is_no_gap),
        cmocka_unit_test(what_is_missing_is_said_in_its_place),
        cmocka_unit_test(an_apprentice_is_asked_about_a_pension_and_not_about_an_age),
        cmocka_unit_test(the_part_of_the_pay_that_sick_pay_is_comes_from_the_table),
        cmocka_unit_test(illness_and_the_end_of_a_job_are_worked_out_for_it),
        cmocka_unit_test(sick_pay_that_is_not_due_or_not_known_is_not_worked_out),
        cmocka_unit_test(a_source_is_said_once),
        cmocka_unit_test(a_year_that_is_not_in_the_copy_is_told_and_not_guessed),
        cmocka_unit_test(the_rest_becomes_a_cost_and_is_undone_as_one),
        cmocka_unit_test(without_facts_the_page_leads_to_the_questions),
        cmocka_unit_test(a_wage_below_the_minimum_is_told_on_the_page),
        cmocka_unit_test(the_account_shows_what_is_free_and_what_is_over),
    };
    return cmocka_run_group_tests_name("employing", tests, NULL, NULL);
}
