/*
 * Published cases as plan files (tests/data): the figures that each source gives, as far as
 * the sums of a plan have them. tests/data/README.md says what is given and what is assumed.
 */
#include "supportplan/plan_csv.h"
#include "world.h"

/* The bytes of a file of tests/data. */
static struct text bytes_of(const char *name)
{
    const char *source = getenv("SUPPORTPLAN_SOURCE");
    char path[1024], part[4096];
    struct text bytes = {0};
    size_t got;

    assert_non_null(source);
    snprintf(path, sizeof path, "%s/tests/data/%s", source, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("can't open %s", path);
    while ((got = fread(part, 1, sizeof part, file)) > 0)
        text_add_n(&bytes, part, got);
    assert_int_equal(ferror(file), 0);
    fclose(file);
    return bytes;
}

/* The gaps of a plan's only pattern, from one weekday's midnight to the next, as "14:30-18:00". */
static void assert_gaps(const struct world *w, const char *want)
{
    struct week_gap *list;
    size_t count;
    struct text got = {0};
    char from[8], until[8];

    assert_int_equal(week_gaps(w->plan, "w1", &list, &count), ST_OK);
    for (size_t i = 0; i < count; i++)
        text_addf(&got, "%d %s-%s;", list[i].from / MINUTES_DAY,
                  clock_print(list[i].from % MINUTES_DAY, from),
                  clock_print(list[i].until % MINUTES_DAY, until));
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("%s", text_str(&got));
    text_free(&got);
    free(list);
}

static int64_t minutes_alone(const struct world *w)
{
    struct week_gap *list;
    size_t count;
    int64_t alone = 0;

    assert_int_equal(week_gaps(w->plan, "w1", &list, &count), ST_OK);
    for (size_t i = 0; i < count; i++)
        alone += list[i].until - list[i].from;
    free(list);
    return alone;
}

static const char *const files[] = {
    "case-01.csv", "case-03-before.csv", "case-03.csv", "case-04.csv",
    "case-06.csv", "case-07.csv",        "case-08.csv", "case-15.csv",
};

static void every_case_is_written_as_it_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct text bytes = bytes_of(files[i]), again = {0};
        struct plan_opening opening = {0};
        struct plan *plan = NULL;
        struct fault fault = {0};
        if (plan_csv_read(text_str(&bytes), bytes.len, &plan, &opening, &fault) != ST_OK)
            fail_msg("%s:%zu: %s", files[i], fault.line, fault.text);
        assert_int_equal(plan_csv_write(plan, &again), ST_OK);
        if (opening.notices.count || opening.changed_form || plan_odd_count(plan) ||
            plan_unknown_count(plan))
            fail_msg("%s is not as we write it: %s", files[i],
                     opening.notices.count ? opening.notices.list[0] : "");
        if (strcmp(text_str(&bytes), text_str(&again)) != 0)
            fail_msg("%s comes out another: %s", files[i], text_str(&again));
        notices_free(&opening.notices);
        text_free(&bytes);
        text_free(&again);
        plan_free(plan);
    }
}

static void case_01_a_payment_by_the_days_of_the_year(void **state)
{
    (void)state;
    struct world w = world_of_file("case-01.csv");
    assert_int_equal(w.b.basis, BASIS_DAYS);
    /* 150 x 365 / 7 = 7821.4286; / 12 = 651.7857. 20 x 365 / 7 = 1042.8571; / 12 = 86.9048 */
    assert_columns(&w.b.amounts, 15000, 60000, 65179, 782143);
    assert_columns(&w.b.contribution, 2000, 8000, 8690, 104286);
    assert_int_equal(w.b.council.week, 13000);
    assert_int_equal(w.b.council.four_weeks, 52000); /* February of 28 days: 600.00 - 80.00 */
    world_end(&w);
}

static void case_01_a_contribution_above_the_payment_leaves_no_payment(void **state)
{
    (void)state;
    struct world w = world_of_file("case-01.csv");
    world_add(&w, "contribution - amount=160.00");
    assert_int_equal(w.b.council.week, 0);
    assert_int_equal(w.b.contribution.week, 15000);
    world_end(&w);
}

static void case_03_two_funds_before_and_one_after(void **state)
{
    (void)state;
    struct world before = world_of_file("case-03-before.csv");
    struct world after = world_of_file("case-03.csv");
    assert_int_equal(before.b.fund_count, 1);
    /* 950.00 + 701.00 = 1,651.00 a week: x 52 */
    assert_int_equal(before.b.amounts.year + before.b.funds[0].amount_year.p, 165100 * 52);
    assert_int_equal(after.b.fund_count, 0);
    assert_int_equal(after.b.amounts.week, 95000);
    /* (1651 - 950) / 1651 = 42.46 %, told as 42 % */
    pence cut = 165100 - after.b.amounts.week;
    assert_int_equal(cut * 1000 / 165100, 424);
    world_end(&before);
    world_end(&after);
}

static void case_03_prices_that_are_not_known_are_not_nought(void **state)
{
    (void)state;
    struct world w = world_of_file("case-03-before.csv");
    assert_int_equal(w.b.not_priced, 4);
    assert_false(line_of(&w, "t1")->week_priced);
    assert_int_equal(line_of(&w, "t1")->why, UNPRICED_PRICE);
    assert_int_equal(line_of(&w, "t4")->why, PRICED); /* time alone costs nothing */
    world_end(&w);
}

static void case_03_time_alone_grows_from_2_hours_to_36_and_a_half(void **state)
{
    (void)state;
    struct world before = world_of_file("case-03-before.csv");
    struct world after = world_of_file("case-03.csv");
    assert_int_equal(minutes_alone(&before), 2 * 60);
    assert_int_equal(minutes_alone(&after), 4 * 300 + 3 * 330); /* 36 h 30 m */
    assert_int_equal(after.b.patterns[0].time.cover, MINUTES_WEEK - (36 * 60 + 30));
    world_end(&before);
    world_end(&after);
}

static void case_03_a_night_has_one_price(void **state)
{
    (void)state;
    struct world w = world_of_file("case-03.csv");
    assert_int_equal(line_of(&w, "t1")->ordinary, 7 * 4000);
    /* days: (4 x 9 h + 3 x 8.5 h) x 7.20 = 442.80; with the nights 722.80 */
    assert_int_equal(w.b.patterns[0].cost, 72280);
    assert_int_equal(w.b.left.week, 95000 - 72280);
    world_end(&w);
}

static void case_04_nobody_is_there_in_the_afternoon_or_at_night(void **state)
{
    (void)state;
    struct world w = world_of_file("case-04.csv");
    assert_gaps(&w, "0 14:30-18:00;0 21:00-08:30;1 14:30-18:00;1 21:00-08:30;"
                    "2 14:30-18:00;2 21:00-08:30;3 14:30-18:00;3 21:00-08:30;"
                    "4 14:30-18:00;4 21:00-08:30;5 14:30-18:00;5 21:00-08:30;"
                    "6 14:30-18:00;6 21:00-08:30;");
    world_end(&w);
}

static void case_04_the_carer_is_there_42_hours_and_the_agency_21(void **state)
{
    (void)state;
    struct world w = world_of_file("case-04.csv");
    struct week_line carer = week_line(w.plan, 0), agency = week_line(w.plan, 1);
    assert_int_equal(carer.length * carer.times, 42 * 60);
    assert_int_equal(agency.length * agency.times, 21 * 60);
    assert_int_equal(w.b.patterns[0].time.paid, 63 * 60);
    assert_int_equal(w.b.patterns[0].time.cover, 63 * 60); /* volunteering is nobody's time */
    assert_int_equal(w.b.not_priced, 2);
    assert_false(w.b.amount_known);
    world_end(&w);
}

static void case_06_49_hours_for_several_assistants(void **state)
{
    (void)state;
    struct world w = world_of_file("case-06.csv");
    assert_int_equal(w.b.patterns[0].time.paid, 49 * 60);
    assert_int_equal(w.b.patterns[0].cost, 66003);
    assert_int_equal(line_of(&w, "t2")->ordinary, 16164); /* the vacancy of 12 hours */
    world_add(&w, "time t2 minutes=900; time t1 minutes=2040");
    assert_int_equal(line_of(&w, "t2")->ordinary, 20205); /* of 15 hours */
    assert_int_equal(w.b.patterns[0].cost, 66003);
    world_end(&w);
}

static void case_07_term_time_and_holidays_make_one_year(void **state)
{
    (void)state;
    struct world w = world_of_file("case-07.csv");
    assert_int_equal(w.b.weeks_total, 52);
    assert_int_equal(w.b.patterns[0].cost, 8000);
    assert_int_equal(w.b.patterns[1].cost, 0);
    assert_int_equal(w.b.cost.year, 320000);
    assert_int_equal(w.b.not_priced, 1); /* holiday pay: two answers, so none is guessed */
    world_end(&w);
}

static void case_08_ten_hours_that_are_never_the_same(void **state)
{
    (void)state;
    struct world w = world_of_file("case-08.csv");
    assert_int_equal(w.b.patterns[0].time.paid, 600);
    assert_true(week_line(w.plan, 0).varying);
    assert_int_equal(w.b.amounts.week, 14697);
    assert_int_equal(w.b.amounts.four_weeks, 58788);
    assert_int_equal(w.b.amounts.year, 764244);
    assert_int_equal(w.b.status, schema_word_index(F_FUND_STATUS, "indicative"));
    assert_false(w.b.split_known);
    assert_int_equal(w.b.not_priced, 1);
    /* 146.97 / 10 = 14.697: at 14.70 it is three pence over, at 14.69 it is not */
    world_add(&w, "rate r1 price=14.69");
    assert_false(w.b.over);
    world_add(&w, "rate r1 price=14.70");
    assert_int_equal(w.b.over_by, 3);
    world_end(&w);
}

static void case_15_every_period_is_worked_out_from_the_lines(void **state)
{
    (void)state;
    struct world w = world_of_file("case-15.csv");
    assert_int_equal(w.b.patterns[0].time.paid, 1170);
    assert_columns(&w.b.cost, 27047, 108186, 117202, 1406418);
    world_add(&w, "plan - year-basis=365/7");
    assert_int_equal(w.b.cost.year, 1410281); /* lines are rounded: one sum would be ...82 */
    world_add(&w, "plan - year-start=2027-04-01");
    /* x 366/7: 5439.0214, 5076.42, 2175.6086 and 1450.4057 */
    assert_int_equal(w.b.cost.year, 543902 + 507642 + 217561 + 145041);
    world_end(&w);
}

static void case_15_what_is_left_and_who_pays(void **state)
{
    (void)state;
    struct world w = world_of_file("case-15.csv");
    assert_int_equal(w.b.left.week, 453);
    world_add(&w, "fund budget amount=270.47; contribution - amount=41.20 every=week");
    assert_int_equal(w.b.left.week, 0);
    assert_int_equal(w.b.council.week, 22927);
    world_add(&w, "contribution - amount=300.00");
    assert_int_equal(w.b.council.week, 0);
    world_add(&w, "fund budget amount=270.00");
    assert_true(w.b.over);
    assert_int_equal(w.b.left.week, -47);
    world_end(&w);
}

static void case_15_money_set_aside_stands_beside_the_cost(void **state)
{
    (void)state;
    struct world w = world_of_file("case-15.csv");
    world_add(&w, "cost c1 price=13.52 every=week set-aside=yes"); /* 5 % of 270.47 */
    assert_int_equal(w.b.cost.week, 27047);
    assert_int_equal(w.b.cost.week + w.b.set_aside.week, 28399);
    world_end(&w);
}

static void case_15_a_second_assistant_overlaps_by_half_an_hour(void **state)
{
    struct week_overlap *list;
    size_t count;
    (void)state;
    struct world w = world_of_file("case-15.csv");
    world_add(&w, "supporter s2 kind=pa; time t5 days=Wed start=15:30 end=17:00 supporter=s2");
    assert_int_equal(week_overlaps(w.plan, "w1", &list, &count), ST_OK);
    assert_int_equal(count, 1);
    assert_int_equal(list[0].until - list[0].from, 30);
    assert_int_equal(list[0].from, 2 * MINUTES_DAY + 15 * 60 + 30);
    assert_false(list[0].same_person);
    free(list);
    world_end(&w);
}

static void case_15_a_sleep_in_is_one_line_and_one_price(void **state)
{
    (void)state;
    struct world w = world_of_file("case-15.csv");
    world_add(&w, "rate r2 price=77.95 unit=night;"
                  "time t5 days=Fri start=22:00 end=06:00 supporter=s1 rate=r2");
    assert_int_equal(line_of(&w, "t5")->ordinary, 7795);
    world_add(&w, "time t5 rate=r1");
    assert_int_equal(line_of(&w, "t5")->ordinary, 11096); /* by the hour it would be more */
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_is_written_as_it_is_read),
        cmocka_unit_test(case_01_a_payment_by_the_days_of_the_year),
        cmocka_unit_test(case_01_a_contribution_above_the_payment_leaves_no_payment),
        cmocka_unit_test(case_03_two_funds_before_and_one_after),
        cmocka_unit_test(case_03_prices_that_are_not_known_are_not_nought),
        cmocka_unit_test(case_03_time_alone_grows_from_2_hours_to_36_and_a_half),
        cmocka_unit_test(case_03_a_night_has_one_price),
        cmocka_unit_test(case_04_nobody_is_there_in_the_afternoon_or_at_night),
        cmocka_unit_test(case_04_the_carer_is_there_42_hours_and_the_agency_21),
        cmocka_unit_test(case_06_49_hours_for_several_assistants),
        cmocka_unit_test(case_07_term_time_and_holidays_make_one_year),
        cmocka_unit_test(case_08_ten_hours_that_are_never_the_same),
        cmocka_unit_test(case_15_every_period_is_worked_out_from_the_lines),
        cmocka_unit_test(case_15_what_is_left_and_who_pays),
        cmocka_unit_test(case_15_money_set_aside_stands_beside_the_cost),
        cmocka_unit_test(case_15_a_second_assistant_overlaps_by_half_an_hour),
        cmocka_unit_test(case_15_a_sleep_in_is_one_line_and_one_price),
    };
    return cmocka_run_group_tests_name("cases", tests, NULL, NULL);
}
