/*
 * The sums: a test for each clause of SPEC 2.5 to 2.11, its worked examples (section 4),
 * and the research vectors (V21...) that bear on an ordinary year.
 */
#include "scarce.h"
#include "world.h"

/* 2.5: the week's total. */
static void the_weeks_total_is_of_the_lines_that_the_budget_pays(void **state)
{
    (void)state;
    struct world w = world_of(
        PA "week w1 weeks=40; week w2 weeks=12; fund f1 kind=nhs; supporter s2 kind=family;"
           "time t1 days=Mon start=08:00 end=09:00 supporter=s1;"         /* 12.00, both */
           "time t2 week=w2 days=Tue start=08:00 end=10:00 supporter=s1;" /* 24.00, w2 */
           "time t3 days=Wed start=08:00 end=10:00 supporter=s1 pays=f1;" /* another fund */
           "time t4 days=Thu start=08:00 end=10:00 supporter=s2;"         /* unpaid */
           "time t5 days=Fri start=08:00 end=10:00 supporter=s1 pays=?;"  /* not priced */
           "cost c1 price=9.00 every=week");                              /* no line */
    assert_int_equal(w.b.pattern_count, 2);
    assert_int_equal(w.b.patterns[0].cost, 1200);
    assert_int_equal(w.b.patterns[1].cost, 3600);
    assert_int_equal(w.b.patterns[1].weeks, 12);
    assert_int_equal(w.b.patterns[1].time.paid, 60 + 120 + 120 + 120);
    assert_int_equal(w.b.patterns[1].time.unpaid, 120);
    world_end(&w);
}

static void the_weeks_total_is_the_sum_of_rounded_lines(void **state)
{
    (void)state;
    /* 13.87 x 5 x 0.5 = 34.675 -> 34.68 a line; six of them 208.08, not 208.05 */
    struct world w = world_of("supporter s1 kind=pa; rate r1 supporter=s1 price=13.87 unit=hour");
    for (int i = 1; i <= 6; i++) {
        char facts[100];
        snprintf(facts, sizeof facts,
                 "time t%d days=Mon,Tue,Wed,Thu,Fri start=%02d:00 minutes=30 supporter=s1", i,
                 8 + i);
        world_add(&w, facts);
    }
    assert_int_equal(line_of(&w, "t6")->ordinary, 3468);
    assert_int_equal(w.b.patterns[0].cost, 20808);
    assert_int_equal(w.b.cost.week, 20808);
    world_end(&w);
}

/* 2.6: the year. */
static void a_line_costs_its_week_times_the_weeks_of_its_patterns(void **state)
{
    (void)state;
    struct world w = world_of(PA "week w1 weeks=40; week w2 weeks=12;"
                                 "time t1 week=w1 days=Mon start=08:00 end=09:00 supporter=s1;"
                                 "time t2 week=w2 days=Mon start=08:00 end=09:00 supporter=s1;"
                                 "time t3 days=Tue start=08:00 end=09:00 supporter=s1");
    assert_int_equal(line_of(&w, "t1")->columns.year, 48000);
    assert_int_equal(line_of(&w, "t2")->columns.year, 14400);
    assert_int_equal(line_of(&w, "t3")->columns.year, 62400);
    assert_int_equal(line_of(&w, "t1")->weeks, 40);
    assert_int_equal(line_of(&w, "t3")->weeks, 52);
    assert_int_equal(w.b.weeks_total, 52);
    /* the average week: 480.00 / 52 = 9.2308; the ordinary week stays 12.00 */
    assert_int_equal(line_of(&w, "t1")->columns.week, 923);
    assert_int_equal(line_of(&w, "t1")->ordinary, 1200);
    world_end(&w);
}

static void a_pattern_without_weeks_is_of_all_52(void **state)
{
    (void)state;
    struct world w = world_of(PA "week w1 name=Always; week w2 weeks=2;"
                                 "time t1 week=w1 minutes=60 supporter=s1;"
                                 "time t2 minutes=60 supporter=s1");
    assert_int_equal(line_of(&w, "t1")->columns.year, 62400);
    /* 54 weeks in all: a finding says so, and the year is counted with what is given */
    assert_int_equal(w.b.weeks_total, 54);
    assert_int_equal(line_of(&w, "t2")->columns.year, 64800);
    world_end(&w);
}

static void a_line_may_name_the_one_pattern_of_a_plan_without_weeks(void **state)
{
    (void)state;
    struct world w = world_of(PA "time t1 week=w1 minutes=60 supporter=s1");
    assert_int_equal(w.b.pattern_count, 1);
    assert_string_equal(w.b.patterns[0].item, "w1");
    assert_int_equal(w.b.patterns[0].weeks, 52);
    assert_int_equal(w.b.patterns[0].cost, 1200);
    assert_int_equal(line_of(&w, "t1")->columns.year, 62400);
    world_end(&w);
}

static void weeks_that_are_not_sure_leave_their_lines_out_of_the_year(void **state)
{
    (void)state;
    struct world w = world_of(
        PA "week w1 weeks=?; week w2 weeks=12; supporter s2 kind=family;"
           "time t1 week=w1 days=Mon start=08:00 end=09:00 supporter=s1;"
           "time t2 week=w2 days=Mon start=08:00 end=09:00 supporter=s1;"
           "time t3 days=Tue start=08:00 end=10:00 supporter=s1;" /* every week hangs on it too */
           "time t4 week=w1 days=Tue start=08:00 end=10:00 supporter=s2");
    assert_int_equal(line_of(&w, "t1")->why, UNPRICED_WEEKS);
    assert_int_equal(line_of(&w, "t3")->why, UNPRICED_WEEKS);
    assert_false(line_of(&w, "t1")->year_priced);
    assert_true(line_of(&w, "t1")->week_priced);
    assert_int_equal(line_of(&w, "t2")->columns.year, 14400);
    assert_int_equal(w.b.cost.year, 14400);
    assert_int_equal(w.b.not_priced, 2);
    assert_false(w.b.weeks_known);
    assert_false(w.b.patterns[0].weeks_known);
    /* the week's total stands */
    assert_int_equal(w.b.patterns[0].cost, 1200 + 2400);
    assert_int_equal(w.b.patterns[1].cost, 1200 + 2400);
    world_end(&w);
}

static void the_days_basis_counts_the_days_of_the_plan_year(void **state)
{
    static const struct {
        const char *start;
        int days;
        pence year; /* of 500.00 a week: V21 */
    } cases[] = {
        {"plan - title=None", 365, 2607143},
        {"plan - year-start=2026-04-01", 365, 2607143},
        {"plan - year-start=2027-04-01", 366, 2614286}, /* holds 29 February 2028 */
        {"plan - year-start=2028-02-29", 366, 2614286}, /* to 28 February 2029 */
        {"plan - year-start=2027-03-01", 366, 2614286}, /* to 29 February 2028 */
        {"plan - year-start=2028-03-01", 365, 2607143}, /* to 28 February 2029 */
        {"plan - year-start=2027-02-28", 365, 2607143}, /* to 27 February 2028 */
        {"plan - year-start=?", 365, 2607143},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of("plan - year-basis=365/7; cost c1 price=500.00 every=week");
        world_add(&w, cases[i].start);
        if (w.b.year_days != cases[i].days || w.b.cost.year != cases[i].year)
            fail_msg("%s: %d days, %lld", cases[i].start, w.b.year_days, (long long)w.b.cost.year);
        assert_int_equal(w.b.basis, BASIS_DAYS);
        world_end(&w);
    }
}

static void on_the_days_basis_a_line_is_counted_by_the_days_too(void **state)
{
    (void)state;
    /* 12.00 x 40 x 365/364 = 481.3187; the week x 7/365 = 9.2308; month / 12 = 40.1099 */
    struct world w = world_of(PA "plan - year-basis=365/7; week w1 weeks=40; week w2 weeks=12;"
                                 "time t1 week=w1 minutes=60 supporter=s1");
    assert_columns(&line_of(&w, "t1")->columns, 923, 3692, 4011, 48132);
    world_end(&w);
}

static void a_basis_that_is_not_sure_is_as_if_not_given(void **state)
{
    (void)state;
    struct world w = world_of(PA "plan - year-basis=?; time t1 minutes=60 supporter=s1");
    assert_int_equal(w.b.basis, BASIS_52);
    assert_false(w.b.dated_asked);
    assert_int_equal(w.b.cost.year, 62400);
    world_end(&w);
}

/* 2.6 and 2.7: costs, and money in, in the four columns. */
static void money_is_converted_by_the_basis(void **state)
{
    static const struct {
        const char *basis, *money;
        struct columns want;
    } cases[] = {
        {"52", "price=10.00 every=week", {1000, 4000, 4333, 52000}},
        {"52", "price=10.00 every=4weeks", {250, 1000, 1083, 13000}},
        {"52", "price=10.00 every=month", {231, 923, 1000, 12000}},
        {"52", "price=10.00 every=year", {19, 77, 83, 1000}},
        {"52", "price=10.00 every=once", {0, 0, 0, 1000}},
        {"52", "price=10.00 quantity=3 every=week", {3000, 12000, 13000, 156000}},
        {"52", "price=0.33 quantity=7 every=once", {0, 0, 0, 231}},
        {"365/7", "price=10.00 every=week", {1000, 4000, 4345, 52143}},
        {"365/7", "price=10.00 every=4weeks", {250, 1000, 1086, 13036}},
        {"365/7", "price=10.00 every=month", {230, 921, 1000, 12000}},
        {"365/7", "price=10.00 every=year", {19, 77, 83, 1000}},
        {"365/7", "price=10.00 every=once", {0, 0, 0, 1000}},
        {"52", "price=0.00 every=week", {0, 0, 0, 0}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[160];
        snprintf(facts, sizeof facts, "plan - year-basis=%s; cost c1 %s", cases[i].basis,
                 cases[i].money);
        struct world w = world_of(facts);
        const struct columns *got = &line_of(&w, "c1")->columns, *want = &cases[i].want;
        if (got->week != want->week || got->four_weeks != want->four_weeks ||
            got->month != want->month || got->year != want->year)
            fail_msg("%s, %s: %lld %lld %lld %lld", cases[i].basis, cases[i].money,
                     (long long)got->week, (long long)got->four_weeks, (long long)got->month,
                     (long long)got->year);
        world_end(&w);
    }
}

static void a_cost_without_what_it_needs_is_not_priced(void **state)
{
    static const struct {
        enum unpriced why;
        const char *facts;
    } cases[] = {
        {UNPRICED_PRICE, "cost c1 every=week"},
        {UNPRICED_UNIT, "cost c1 price=10.00"},
        {UNPRICED_UNSURE, "cost c1 price=? every=week"},
        {UNPRICED_UNSURE, "cost c1 price=10.00 every=?"},
        {UNPRICED_UNSURE, "cost c1 price=10.00 every=week quantity=?"},
        {UNPRICED_UNSURE, "cost c1 price=10.00 every=week pays=?"},
        {UNPRICED_UNSURE, "cost c1 price=10.00 every=once pays=?"},
        {UNPRICED_PRICE, "fund f1 kind=own; cost c1 what=Taxi pays=f1"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        const struct budget_line *line = line_of(&w, "c1");
        if (line->why != cases[i].why || line->year_priced || w.b.not_priced != 1 ||
            w.b.cost.year || w.b.once_year || line->columns.year)
            fail_msg("%s: why %d", cases[i].facts, (int)line->why);
        world_end(&w);
    }
}

static void every_line_is_rounded_in_every_column_and_totals_are_sums(void **state)
{
    (void)state;
    /* 0.05 every year: the week 0.096 p -> 0.00; three lines of 2.50 a 4 weeks: 62.5 p -> 0.63 */
    struct world w = world_of("cost c1 price=2.50 every=4weeks; cost c2 price=2.50 every=4weeks;"
                              "cost c3 price=2.50 every=4weeks; cost c4 price=0.05 every=year");
    assert_columns(&line_of(&w, "c1")->columns, 63, 250, 271, 3250);
    assert_columns(&w.b.cost, 189, 750, 813, 9755);
    assert_columns(&w.b.other, 189, 750, 813, 9755);
    assert_columns(&w.b.support, 0, 0, 0, 0);
    world_end(&w);
}

static void support_and_other_costs_make_the_cost(void **state)
{
    (void)state;
    struct world w = world_of(PA "time t1 minutes=60 supporter=s1; cost c1 price=3.00 every=week");
    assert_columns(&w.b.support, 1200, 4800, 5200, 62400);
    assert_columns(&w.b.other, 300, 1200, 1300, 15600);
    assert_columns(&w.b.cost, 1500, 6000, 6500, 78000);
    world_end(&w);
}

/* 2.8: once and set aside. */
static void once_enters_the_year_alone_whoever_pays(void **state)
{
    (void)state;
    struct world w = world_of("fund f1 kind=charity amount=100.00 every=once;"
                              "cost c1 price=90.00 every=once; cost c2 price=30.00 every=once "
                              "pays=f1; cost c3 price=1.00 every=week pays=f1");
    assert_columns(&w.b.cost, 0, 0, 0, 0);
    assert_int_equal(w.b.once_year, 9000);
    assert_true(line_of(&w, "c1")->once);
    assert_int_equal(w.b.fund_count, 1);
    assert_columns(&w.b.funds[0].cost, 100, 400, 433, 5200);
    assert_int_equal(w.b.funds[0].once, 3000);
    assert_int_equal(w.b.funds[0].amount_year.p, 10000);
    assert_int_equal(w.b.funds[0].left_year.p, 10000 - 5200 - 3000);
    world_end(&w);
}

static void money_set_aside_is_a_line_of_its_own(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=100.00 every=week;"
                              "cost c1 price=10.00 every=week set-aside=yes;"
                              "cost c2 price=50.00 every=once set-aside=yes;"
                              "cost c3 price=20.00 every=week set-aside=no");
    assert_columns(&w.b.set_aside, 1000, 4000, 4333, 52000 + 5000);
    assert_int_equal(w.b.once_year, 0);
    assert_columns(&w.b.cost, 2000, 8000, 8667, 104000);
    assert_true(line_of(&w, "c2")->set_aside);
    assert_columns(&w.b.left, 7000, 28000, 43333 - 8667 - 4333, 520000 - 104000 - 57000);
    world_end(&w);
}

static void set_aside_by_another_fund_is_an_ordinary_cost_of_it(void **state)
{
    (void)state;
    struct world w = world_of("fund f1 kind=own amount=52.00 every=year;"
                              "cost c1 price=1.00 every=week set-aside=yes pays=f1;"
                              "cost c2 price=5.00 every=once set-aside=yes pays=f1");
    assert_columns(&w.b.set_aside, 0, 0, 0, 0);
    assert_false(line_of(&w, "c1")->set_aside);
    assert_int_equal(w.b.funds[0].cost.week, 100);
    assert_int_equal(w.b.funds[0].once, 500);
    assert_int_equal(w.b.funds[0].left_year.p, 5200 - 5200 - 500);
    world_end(&w);
}

/* 2.9: the budget. */
static void a_budget_is_held_in_its_period_and_converted(void **state)
{
    static const struct {
        const char *basis, *fund;
        struct columns want;
    } cases[] = {
        {"52", "amount=275.00 every=week", {27500, 110000, 119167, 1430000}},
        {"52", "amount=1054.60 every=4weeks", {26365, 105460, 114248, 1370980}}, /* V29 */
        {"52", "amount=1000.00 every=month", {23077, 92308, 100000, 1200000}},
        {"52", "amount=26000.00 every=year", {50000, 200000, 216667, 2600000}}, /* V40 */
        {"52", "amount=26000.00 every=once", {50000, 200000, 216667, 2600000}},
        {"365/7", "amount=500.00 every=week", {50000, 200000, 217262, 2607143}},
        {"365/7", "amount=26000.00 every=year", {49863, 199452, 216667, 2600000}},
        {"52", "amount=0.00 every=week", {0, 0, 0, 0}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[160];
        snprintf(facts, sizeof facts, "plan - year-basis=%s; fund budget %s", cases[i].basis,
                 cases[i].fund);
        struct world w = world_of(facts);
        assert_true(w.b.amount_known);
        const struct columns *got = &w.b.amounts, *want = &cases[i].want;
        if (got->week != want->week || got->four_weeks != want->four_weeks ||
            got->month != want->month || got->year != want->year)
            fail_msg("%s, %s: %lld %lld %lld %lld", cases[i].basis, cases[i].fund,
                     (long long)got->week, (long long)got->four_weeks, (long long)got->month,
                     (long long)got->year);
        world_end(&w);
    }
}

static void an_amount_that_is_not_known_is_never_passed(void **state)
{
    static const char *const funds[] = {
        "plan - title=None",        "fund budget name=Mine",
        "fund budget every=week",   "fund budget amount=? every=week",
        "fund budget amount=10.00", "fund budget amount=10.00 every=?",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(funds); i++) {
        struct world w = world_of("cost c1 price=20.00 every=week; cost c2 price=9.00 every=once;"
                                  "contribution - amount=5.00 every=week");
        world_add(&w, funds[i]);
        if (w.b.amount_known || w.b.over || w.b.split_known || w.b.used_hundredths != -1)
            fail_msg("%s: counted", funds[i]);
        assert_int_equal(w.b.cost.week, 2000);
        assert_int_equal(w.b.over_every, EVERY_NONE);
        world_end(&w);
    }
}

static void the_letters_own_words_are_kept(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=10.00");
    assert_true(w.b.amount.known);
    assert_int_equal(w.b.amount.p, 1000);
    assert_int_equal(w.b.every, EVERY_NONE);
    assert_int_equal(w.b.status, -1);
    world_add(&w, "fund budget every=4weeks status=indicative");
    assert_int_equal(w.b.every, EVERY_4WEEKS);
    assert_int_equal(w.b.status, 1);
    world_add(&w, "fund budget status=not-told");
    assert_int_equal(w.b.status, 0);
    assert_true(w.b.amount_known); /* an amount is an amount, whatever the status */
    world_end(&w);
}

static const struct {
    const char *what, *facts;
    bool over;
    enum every every;
    pence by;
} over_cases[] = {
    {"exactly used", "fund budget amount=20.00 every=week; cost c1 price=20.00 every=week", false,
     EVERY_NONE, 0},
    {"a penny over", "fund budget amount=19.99 every=week; cost c1 price=20.00 every=week", true,
     EVERY_WEEK, 1},
    {"with what is set aside",
     "fund budget amount=20.00 every=week; cost c1 price=15.00 every=week;"
     "cost c2 price=6.00 every=week set-aside=yes",
     true, EVERY_WEEK, 100},
    {"four weeks", "fund budget amount=79.00 every=4weeks; cost c1 price=20.00 every=week", true,
     EVERY_4WEEKS, 100},
    {"a month: 20 x 52 / 12 = 86.67",
     "fund budget amount=86.66 every=month; cost c1 price=20.00 every=week", true, EVERY_MONTH, 1},
    {"a year", "fund budget amount=1039.99 every=year; cost c1 price=20.00 every=week", true,
     EVERY_YEAR, 1},
    {"a sum for the year", "fund budget amount=1039.99 every=once; cost c1 price=20.00 every=week",
     true, EVERY_YEAR, 1},
    /* 7.00 a month is 84.00 a year: a week of it 1.62 (1.6154), exact in its own period only */
    {"not in the week where the letter says a month",
     "fund budget amount=7.00 every=month; cost c1 price=3.50 every=month;"
     "cost c2 price=3.50 every=month",
     false, EVERY_NONE, 0},
    {"a once cost makes the year count",
     "fund budget amount=20.00 every=week; cost c1 price=19.00 every=week;"
     "cost c2 price=52.01 every=once",
     true, EVERY_YEAR, 1},
    {"a once cost that fits",
     "fund budget amount=20.00 every=week; cost c1 price=19.00 every=week;"
     "cost c2 price=52.00 every=once",
     false, EVERY_NONE, 0},
    {"once and set aside makes the year count too",
     "fund budget amount=20.00 every=week; cost c1 price=19.00 every=week;"
     "cost c2 price=53.00 every=once set-aside=yes",
     true, EVERY_YEAR, 100},
    {"another fund's once cost does not",
     "fund budget amount=20.00 every=week; fund f1 kind=own; cost c1 price=20.00 every=week;"
     "cost c2 price=53.00 every=once pays=f1",
     false, EVERY_NONE, 0},
    {"the letter's period goes first",
     "fund budget amount=20.00 every=week; cost c1 price=21.00 every=week;"
     "cost c2 price=53.00 every=once",
     true, EVERY_WEEK, 100},
    {"a budget of nought is known",
     "fund budget amount=0.00 every=week;"
     "cost c1 price=1.00 every=week",
     true, EVERY_WEEK, 100},
};

static void over_or_not_is_judged_in_the_letters_period(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(over_cases); i++) {
        struct world w = world_of(over_cases[i].facts);
        if (w.b.over != over_cases[i].over || w.b.over_every != over_cases[i].every ||
            w.b.over_by != over_cases[i].by)
            fail_msg("%s: over %d in %d by %lld", over_cases[i].what, w.b.over, (int)w.b.over_every,
                     (long long)w.b.over_by);
        world_end(&w);
    }
}

/* Lines round up in the week though the year fits: 0.5 p a week each is 0.26 a year each. */
static void a_weekly_letter_is_not_judged_by_the_year(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=0.01 every=week;"
                              "cost c1 price=0.02 every=4weeks; cost c2 price=0.02 every=4weeks");
    assert_int_equal(w.b.left.week, -1);
    assert_int_equal(w.b.left.year, 0);
    assert_true(w.b.over);
    assert_int_equal(w.b.over_every, EVERY_WEEK);
    world_end(&w);

    w = world_of("fund budget amount=0.52 every=year;"
                 "cost c1 price=0.02 every=4weeks; cost c2 price=0.02 every=4weeks");
    assert_int_equal(w.b.left.week, -1);
    assert_false(w.b.over);
    world_end(&w);
}

/* 0.02 a month is 0.46 p a week, which rounds to nothing; three are 0.72 a year, and the budget
 * of 0.01 a week is 0.52. */
static void the_year_is_judged_only_where_a_once_cost_stands(void **state)
{
    static const struct {
        const char *once;
        bool over;
    } cases[] = {
        {"plan - title=None", false},
        {"cost c4 price=0.00 every=once", true},
        {"cost c4 price=0.00 every=once set-aside=yes", true},
        {"cost c4 price=? every=once", false}, /* what it costs is not known */
        {"cost c4 price=0.00 every=once pays=?", false},
        {"fund f1 kind=own; cost c4 price=0.00 every=once pays=f1", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of("fund budget amount=0.01 every=week;"
                                  "cost c1 price=0.02 every=month; cost c2 price=0.02 every=month;"
                                  "cost c3 price=0.02 every=month");
        world_add(&w, cases[i].once);
        assert_int_equal(w.b.left.week, 1);
        assert_int_equal(w.b.left.year, -20);
        if (w.b.over != cases[i].over || w.b.over_by != (cases[i].over ? 20 : 0))
            fail_msg("%s: over %d by %lld", cases[i].once, w.b.over, (long long)w.b.over_by);
        world_end(&w);
    }
}

static void what_is_used_is_told_in_hundredths_of_a_percent(void **state)
{
    static const struct {
        const char *facts;
        int64_t used;
    } cases[] = {
        {"fund budget amount=100.00 every=year; cost c1 price=33.33 every=year", 3333},
        {"fund budget amount=3.00 every=year; cost c1 price=1.00 every=year", 3333},
        {"fund budget amount=3.00 every=year; cost c1 price=2.00 every=year", 6667},
        /* 1 / 160 = 0.625 % -> 0.63 */
        {"fund budget amount=1.60 every=year; cost c1 price=0.01 every=year", 63},
        {"fund budget amount=10.00 every=year; cost c1 price=25.00 every=year", 25000},
        {"fund budget amount=10.00 every=year; cost c1 price=5.00 every=year;"
         "cost c2 price=2.00 every=year set-aside=yes; cost c3 price=1.00 every=once set-aside=yes;"
         "cost c4 price=1.00 every=once",
         8000}, /* what is paid once is not of it */
        {"fund budget amount=10.00 every=year", 0},
        /* 9,999,999,999.99 x 52 of 0.01: 999,999,999,999 x 52 x 100 % in hundredths */
        {"fund budget amount=0.01 every=year; cost c1 price=9999999999.99 every=week",
         519999999999480000},
        {"fund budget amount=0.00 every=year; cost c1 price=25.00 every=year", -1},
        {"cost c1 price=25.00 every=year", -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        if (w.b.used_hundredths != cases[i].used)
            fail_msg("%s: %lld", cases[i].facts, (long long)w.b.used_hundredths);
        world_end(&w);
    }
}

/* 2.10: the three figures, in the week. -1 is "not known". */
static void the_contribution_is_no_more_than_the_budget(void **state)
{
    static const struct {
        const char *facts;
        pence contribution, council;
    } cases[] = {
        /* V23 */
        {"fund budget amount=310.00 every=week; contribution - status=amount amount=46.35 "
         "every=week",
         4635, 26365},
        {"fund budget amount=310.00 every=week; contribution - status=amount amount=320.00 "
         "every=week",
         31000, 0},
        {"fund budget amount=310.00 every=week; contribution - amount=46.35 every=week", 4635,
         26365},
        {"fund budget amount=310.00 every=week; contribution - status=nil", 0, 31000},
        {"fund budget amount=310.00 every=week; contribution - status=nil amount=46.35 every=week",
         0, 31000},
        {"fund budget amount=310.00 every=week; contribution - status=amount amount=0.00 "
         "every=week",
         0, 31000},
        {"fund budget amount=310.00 every=week; contribution - status=amount amount=40.00 "
         "every=4weeks",
         1000, 30000},
        {"fund budget amount=310.00 every=week; contribution - status=amount amount=52.00 "
         "every=month",
         1200, 29800},
        {"fund budget amount=310.00 every=week; contribution - status=not-assessed amount=46.35 "
         "every=week",
         -1, -1},
        {"fund budget amount=310.00 every=week", -1, -1},
        {"fund budget amount=310.00 every=week; contribution - amount=46.35", -1, -1},
        {"fund budget amount=310.00 every=week; contribution - amount=? every=week", -1, -1},
        {"fund budget amount=310.00 every=week; contribution - amount=46.35 every=?", -1, -1},
        {"fund budget amount=310.00 every=week; contribution - status=amount", -1, -1},
        {"fund budget amount=310.00; contribution - amount=46.35 every=week", -1, -1},
        {"contribution - status=nil", -1, -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        pence contribution = w.b.split_known ? w.b.contribution.week : -1;
        pence council = w.b.split_known ? w.b.council.week : -1;
        if (contribution != cases[i].contribution || council != cases[i].council)
            fail_msg("%s: %lld, %lld", cases[i].facts, (long long)contribution, (long long)council);
        world_end(&w);
    }
}

/* 2.11: other funds. */
static void what_another_fund_pays_never_counts_against_the_budget(void **state)
{
    (void)state;
    struct world w = world_of(
        PA "fund f1 kind=nhs amount=20.00 every=week; fund budget amount=15.00 every=week;"
           "fund f2 kind=own; time t1 minutes=60 supporter=s1;"
           "time t2 minutes=120 supporter=s1 pays=f1; cost c1 price=3.00 every=week pays=f2");
    assert_int_equal(w.b.cost.week, 1200);
    assert_int_equal(w.b.left.week, 300);
    assert_int_equal(w.b.fund_count, 2);
    assert_string_equal(w.b.funds[0].item, "f1");
    assert_columns(&w.b.funds[0].cost, 2400, 9600, 10400, 124800);
    assert_int_equal(w.b.funds[0].amount_year.p, 104000);
    assert_int_equal(w.b.funds[0].left_year.p, 104000 - 124800);
    assert_string_equal(w.b.funds[1].item, "f2");
    assert_int_equal(w.b.funds[1].cost.week, 300);
    assert_false(w.b.funds[1].amount_year.known);
    assert_false(w.b.funds[1].left_year.known);
    world_end(&w);
}

static void all_that_has_no_price_is_counted_once(void **state)
{
    (void)state;
    struct world w = world_of(
        PA "week w1 weeks=?; fund f1 kind=nhs; supporter s2 kind=family; supporter s3 kind=pa;"
           "time t1 minutes=60 supporter=s1;"         /* the year */
           "time t2 minutes=60 supporter=s3;"         /* no rate, and the year */
           "time t3 minutes=60 supporter=s3 pays=f1;" /* another fund's */
           "time t4 minutes=60 supporter=s2;"         /* unpaid */
           "cost c1 price=? every=week; cost c2 price=1.00 every=week; cost c3 every=year "
           "pays=f1");
    assert_int_equal(w.b.not_priced, 5);
    assert_true(w.b.any_line);
    world_end(&w);
}

static void an_empty_plan_costs_nothing(void **state)
{
    (void)state;
    struct world w = world_of("plan - title=Empty");
    assert_int_equal(w.b.line_count, 0);
    assert_false(w.b.any_line);
    assert_int_equal(w.b.pattern_count, 1);
    assert_int_equal(w.b.patterns[0].cost, 0);
    assert_columns(&w.b.cost, 0, 0, 0, 0);
    assert_int_equal(w.b.not_priced, 0);
    assert_null(budget_line_of(&w.b, SEC_TIME, "t1"));
    world_end(&w);
}

static void a_figure_too_large_to_count_is_not_priced(void **state)
{
    (void)state;
    struct world w = world_of("rate r1 price=9999999999.99 unit=visit;"
                              "time t1 minutes=60 times=999999 rate=r1 workers=999999;"
                              "week w1 weeks=999999; rate r2 price=9999999999.99 unit=hour;"
                              "time t2 days=" EVERY_DAY " start=00:00 end=24:00 rate=r2;"
                              "time t3 days=Mon start=00:00 end=24:00 rate=r2;"
                              "cost c1 price=9999999999.99 quantity=999999 every=week;"
                              "fund budget amount=9999999999.99 every=week");
    assert_int_equal(w.b.not_priced, 4);
    assert_int_equal(w.b.cost.year, 0);
    assert_int_equal(line_of(&w, "t1")->why, UNPRICED_LARGE);
    assert_int_equal(line_of(&w, "t2")->why, UNPRICED_LARGE);
    assert_int_equal(line_of(&w, "t3")->why, UNPRICED_LARGE);
    assert_false(line_of(&w, "t2")->week_priced);
    assert_true(line_of(&w, "t3")->week_priced);            /* only its year is too large */
    assert_int_equal(w.b.patterns[0].cost, 23999999999976); /* 24 x 9,999,999,999.99 */
    assert_int_equal(line_of(&w, "c1")->why, UNPRICED_LARGE);
    /* 9,999,999,999.99 x 52 */
    assert_int_equal(w.b.amounts.year, 51999999999948);
    world_end(&w);
}

static void the_largest_figure_is_counted_and_a_penny_more_is_not(void **state)
{
    (void)state;
    struct world w = world_of("week w1 weeks=1; rate r1 price=8000000000.00 unit=visit;"
                              "time t1 times=100 rate=r1; cost c1 price=8000000000.00 quantity=100 "
                              "every=once");
    assert_int_equal(w.b.cost.year, PENCE_MAX);
    assert_int_equal(w.b.once_year, PENCE_MAX);
    assert_int_equal(w.b.not_priced, 0);
    world_add(&w, "rate r1 price=8000000000.01; cost c1 price=8000000000.01");
    assert_int_equal(w.b.cost.year, 0);
    assert_int_equal(w.b.not_priced, 2);
    world_end(&w);
}

static void columns_are_found_by_their_period(void **state)
{
    static const struct columns columns = {.week = 1, .four_weeks = 2, .month = 3, .year = 4};
    (void)state;
    assert_int_equal(columns_in(&columns, EVERY_WEEK), 1);
    assert_int_equal(columns_in(&columns, EVERY_4WEEKS), 2);
    assert_int_equal(columns_in(&columns, EVERY_MONTH), 3);
    assert_int_equal(columns_in(&columns, EVERY_YEAR), 4);
    assert_int_equal(columns_in(&columns, EVERY_ONCE), 4);
    assert_int_equal(columns_in(&columns, EVERY_NONE), 4);
}

/* SPEC section 4. */

#define NORFOLK                                                                                    \
    "supporter s1 kind=pa; rate r1 supporter=s1 price=13.87 unit=hour;"                            \
    "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=09:30 supporter=s1;"                         \
    "time t2 days=" EVERY_DAY " start=18:00 end=19:00 supporter=s1;"                               \
    "time t3 days=Wed start=13:00 end=16:00 supporter=s1;"                                         \
    "time t4 days=Sat start=10:00 end=12:00 supporter=s1;"

static void norfolks_week_holds_in_every_column(void **state)
{
    static const pence lines[] = {10403, 9709, 4161, 2774};
    (void)state;
    struct world w = world_of(NORFOLK);
    assert_int_equal(w.b.patterns[0].time.cover, 19 * 60 + 30);
    assert_int_equal(w.b.patterns[0].time.paid, 19 * 60 + 30);
    for (size_t i = 0; i < COUNT(lines); i++)
        assert_int_equal(w.b.lines[i].ordinary, lines[i]);
    assert_int_equal(w.b.patterns[0].cost, 27047);
    assert_columns(&w.b.cost, 27047, 108186, 117202, 1406418);
    world_end(&w);
}

static void norfolks_week_holds_by_the_days_too(void **state)
{
    static const pence lines[] = {542416, 506255, 216966, 144644};
    (void)state;
    struct world w = world_of(NORFOLK "plan - year-basis=365/7");
    for (size_t i = 0; i < COUNT(lines); i++)
        assert_int_equal(w.b.lines[i].columns.year, lines[i]);
    assert_int_equal(w.b.cost.year, 1410281);
    assert_int_equal(w.b.cost.week, 27047);
    world_end(&w);
}

static void norfolks_budget_is_kept_or_passed(void **state)
{
    (void)state;
    struct world w = world_of(NORFOLK "fund budget amount=275.00 every=week");
    assert_int_equal(w.b.left.week, 453);
    assert_false(w.b.over);
    world_add(&w, "fund budget amount=270.47");
    assert_int_equal(w.b.left.week, 0);
    assert_false(w.b.over);
    world_add(&w, "fund budget amount=270.00");
    assert_int_equal(w.b.left.week, -47);
    assert_true(w.b.over);
    assert_int_equal(w.b.over_by, 47);
    world_add(&w, "fund budget amount=?");
    assert_false(w.b.amount_known);
    assert_false(w.b.over);
    world_end(&w);
}

static void a_second_person_adds_paid_time_and_less_cover(void **state)
{
    (void)state;
    struct world w = world_of(NORFOLK "supporter s2 kind=pa;"
                                      "rate r2 supporter=s2 price=13.87 unit=hour;"
                                      "time t5 days=Wed start=15:30 end=17:00 supporter=s2");
    assert_int_equal(w.b.patterns[0].time.paid, 1170 + 90);
    assert_int_equal(w.b.patterns[0].time.cover, 1170 + 60);
    world_end(&w);
}

static void a_sleep_in_costs_its_price_by_the_night(void **state)
{
    (void)state;
    struct world w = world_of("supporter s1 kind=pa; rate r1 supporter=s1 price=77.95 unit=night;"
                              "time t1 days=Fri start=22:00 end=06:00 supporter=s1");
    assert_int_equal(w.b.patterns[0].cost, 7795);
    assert_int_equal(w.b.patterns[0].time.paid, 480);
    world_end(&w);
}

/* The research's vectors. */

static void v21_the_year_by_weeks_and_by_days(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=500.00 every=week");
    assert_int_equal(w.b.amounts.year, 2600000);
    world_add(&w, "plan - year-basis=365/7");
    assert_int_equal(w.b.amounts.year, 2607143);
    world_add(&w, "plan - year-start=2027-04-01");
    assert_int_equal(w.b.amounts.year, 2614286);
    world_end(&w);
}

static void v23_what_the_council_pays(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=310.00 every=week;"
                              "contribution - status=amount amount=46.35 every=week");
    assert_int_equal(w.b.council.week, 26365);
    assert_int_equal(w.b.council.four_weeks, 105460);
    assert_int_equal(w.b.council.year, 1370980);
    assert_int_equal(w.b.amounts.four_weeks, 124000);
    world_add(&w, "contribution - amount=320.00");
    assert_columns(&w.b.council, 0, 0, 0, 0);
    assert_int_equal(w.b.contribution.year, w.b.amounts.year);
    world_end(&w);
}

static void v28_one_hour_a_month_is_not_a_quarter_hour_a_week(void **state)
{
    (void)state;
    /* 12 hours a year at 13.00; 15 minutes a week would be 13 hours */
    struct world w = world_of("cost c1 price=13.00 every=month;"
                              "rate r1 price=13.00 unit=hour; time t1 minutes=15 rate=r1");
    assert_int_equal(line_of(&w, "c1")->columns.year, 15600);
    assert_int_equal(line_of(&w, "c1")->columns.week, 300);
    assert_int_equal(line_of(&w, "t1")->columns.year, 16900);
    world_end(&w);
}

static void v29_four_weeks_are_not_a_month(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=1054.60 every=4weeks");
    assert_int_equal(w.b.amounts.month, 114248);
    assert_int_equal(w.b.amounts.month - w.b.amounts.four_weeks, 8788);
    world_end(&w);
}

static void v32_the_basis_may_tip_a_yearly_cap(void **state)
{
    (void)state;
    struct world w = world_of("fund budget amount=26000.00 every=year;"
                              "cost c1 price=498.90 every=week");
    assert_int_equal(w.b.cost.year, 2594280);
    assert_int_equal(w.b.used_hundredths, 9978);
    assert_false(w.b.over);
    world_add(&w, "plan - year-basis=365/7");
    assert_int_equal(w.b.cost.year, 2601407);
    assert_int_equal(w.b.used_hundredths, 10005);
    assert_true(w.b.over);
    assert_int_equal(w.b.over_every, EVERY_YEAR);
    assert_int_equal(w.b.over_by, 1407);
    world_end(&w);
}

static void v40_a_cap_never_promises_more_in_a_week(void **state)
{
    (void)state;
    struct world w = world_of("plan - year-start=2026-04-01");
    struct fraction cap = fraction_of(2600000, 1);
    assert_int_equal(fraction_floor(fraction_times(cap, 1, 52)), 50000);
    assert_int_equal(fraction_floor(fraction_times(cap, 7, w.b.year_days)), 49863);
    world_add(&w, "plan - year-start=2027-04-01");
    assert_int_equal(fraction_floor(fraction_times(cap, 7, w.b.year_days)), 49726);
    world_end(&w);
}

/* Memory. */

static void a_count_without_memory_changes_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(NORFOLK "fund f1 kind=own; cost c1 price=1.00 every=week");
    struct budget b = {.year_days = -7};
    int failures = 0;
    for (int round = 0; scarce_from(&round);) {
        enum status st = budget_count(plan, &b);
        if (!scarce_hit()) {
            assert_int_equal(st, ST_OK);
            continue;
        }
        failures++;
        if (st != ST_NOMEM || b.year_days != -7 || b.lines)
            fail_msg("round %d: status %d", round, (int)st);
    }
    /* the timetable, rates and who has them, patterns, their lines and times, funds, lines */
    assert_int_equal(failures, 8);
    assert_int_equal(b.year_days, 365);
    budget_free(&b);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_weeks_total_is_of_the_lines_that_the_budget_pays),
        cmocka_unit_test(the_weeks_total_is_the_sum_of_rounded_lines),
        cmocka_unit_test(a_line_costs_its_week_times_the_weeks_of_its_patterns),
        cmocka_unit_test(a_pattern_without_weeks_is_of_all_52),
        cmocka_unit_test(a_line_may_name_the_one_pattern_of_a_plan_without_weeks),
        cmocka_unit_test(weeks_that_are_not_sure_leave_their_lines_out_of_the_year),
        cmocka_unit_test(the_days_basis_counts_the_days_of_the_plan_year),
        cmocka_unit_test(on_the_days_basis_a_line_is_counted_by_the_days_too),
        cmocka_unit_test(a_basis_that_is_not_sure_is_as_if_not_given),
        cmocka_unit_test(money_is_converted_by_the_basis),
        cmocka_unit_test(a_cost_without_what_it_needs_is_not_priced),
        cmocka_unit_test(every_line_is_rounded_in_every_column_and_totals_are_sums),
        cmocka_unit_test(support_and_other_costs_make_the_cost),
        cmocka_unit_test(once_enters_the_year_alone_whoever_pays),
        cmocka_unit_test(money_set_aside_is_a_line_of_its_own),
        cmocka_unit_test(set_aside_by_another_fund_is_an_ordinary_cost_of_it),
        cmocka_unit_test(a_budget_is_held_in_its_period_and_converted),
        cmocka_unit_test(an_amount_that_is_not_known_is_never_passed),
        cmocka_unit_test(the_letters_own_words_are_kept),
        cmocka_unit_test(over_or_not_is_judged_in_the_letters_period),
        cmocka_unit_test(a_weekly_letter_is_not_judged_by_the_year),
        cmocka_unit_test(the_year_is_judged_only_where_a_once_cost_stands),
        cmocka_unit_test(what_is_used_is_told_in_hundredths_of_a_percent),
        cmocka_unit_test(the_contribution_is_no_more_than_the_budget),
        cmocka_unit_test(what_another_fund_pays_never_counts_against_the_budget),
        cmocka_unit_test(all_that_has_no_price_is_counted_once),
        cmocka_unit_test(an_empty_plan_costs_nothing),
        cmocka_unit_test(a_figure_too_large_to_count_is_not_priced),
        cmocka_unit_test(the_largest_figure_is_counted_and_a_penny_more_is_not),
        cmocka_unit_test(columns_are_found_by_their_period),
        cmocka_unit_test(norfolks_week_holds_in_every_column),
        cmocka_unit_test(norfolks_week_holds_by_the_days_too),
        cmocka_unit_test(norfolks_budget_is_kept_or_passed),
        cmocka_unit_test(a_second_person_adds_paid_time_and_less_cover),
        cmocka_unit_test(a_sleep_in_costs_its_price_by_the_night),
        cmocka_unit_test(v21_the_year_by_weeks_and_by_days),
        cmocka_unit_test(v23_what_the_council_pays),
        cmocka_unit_test(v28_one_hour_a_month_is_not_a_quarter_hour_a_week),
        cmocka_unit_test(v29_four_weeks_are_not_a_month),
        cmocka_unit_test(v32_the_basis_may_tip_a_yearly_cap),
        cmocka_unit_test(v40_a_cap_never_promises_more_in_a_week),
        cmocka_unit_test(a_count_without_memory_changes_nothing),
    };
    return cmocka_run_group_tests_name("budget", tests, NULL, NULL);
}
