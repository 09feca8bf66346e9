/*
 * Which rate a line has and what its week costs: a test for each clause of "which rate" in
 * SPEC 2.3 and of 2.4, and the research vectors (V01...) that bear on one line.
 */
#include "world.h"

/* 2.4: what a line costs. */

struct price_case {
    const char *what, *facts;
    pence ordinary, year; /* of t1, on 52 */
};

static void assert_prices(const struct price_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct world w = world_of(cases[i].facts);
        const struct budget_line *line = line_of(&w, "t1");
        if (line->why != PRICED || !line->week_priced || !line->year_priced ||
            line->ordinary != cases[i].ordinary || line->columns.year != cases[i].year)
            fail_msg("%s: why %d, week %lld, year %lld", cases[i].what, (int)line->why,
                     (long long)line->ordinary, (long long)line->columns.year);
        if (w.b.not_priced)
            fail_msg("%s: %zu not priced", cases[i].what, w.b.not_priced);
        world_end(&w);
    }
}

static const struct price_case unit_cases[] = {
    {"hour: 5 days x 1.5 h x 12.00",
     PA "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 "
        "end=09:30 supporter=s1",
     9000, 468000},
    {"visit: 5 x 20.00",
     "supporter s1 kind=agency; rate r1 supporter=s1 price=20.00 unit=visit;"
     "time t1 days=Mon,Tue,Wed,Thu,Fri start=08:00 end=08:20 supporter=s1",
     10000, 520000},
    {"night: whole, whatever its hours",
     "supporter s1 kind=pa; rate r1 supporter=s1 price=77.95 unit=night;"
     "time t1 days=Fri start=22:00 end=06:00 supporter=s1",
     7795, 405340},
    {"day: 2 x 54.43",
     "supporter s1 kind=day-service; rate r1 supporter=s1 price=54.43 unit=day;"
     "time t1 days=Tue,Thu start=10:00 end=15:00 supporter=s1",
     10886, 566072},
    {"session: 3 x 8.50",
     "supporter s1 kind=day-service; rate r1 supporter=s1 price=8.50 unit=session;"
     "time t1 days=Mon,Wed,Fri start=10:00 end=11:00 supporter=s1",
     2550, 132600},
    {"week: once, not for each day",
     "supporter s1 kind=agency; rate r1 supporter=s1 price=100.00 unit=week;"
     "time t1 days=Mon,Tue,Wed,Thu,Fri start=10:00 end=11:00 supporter=s1",
     10000, 520000},
    {"week: each such rate once, 100 + 30",
     "supporter s1 kind=agency; rate r1 supporter=s1 price=100.00 unit=week when=weekday;"
     "rate r2 supporter=s1 price=30.00 unit=week when=weekend;"
     "time t1 days=" EVERY_DAY " start=10:00 end=11:00 supporter=s1",
     13000, 676000},
    {"week and hour in one line, 100 + 2 x 12",
     "supporter s1 kind=agency; rate r1 supporter=s1 price=100.00 unit=week when=weekday;"
     "rate r2 supporter=s1 price=12.00 unit=hour when=weekend;"
     "time t1 days=" EVERY_DAY " start=10:00 end=11:00 supporter=s1",
     12400, 644800},
    {"no length is needed by the night",
     "supporter s1 kind=pa; rate r1 supporter=s1 price=50.00 unit=night;"
     "time t1 days=Fri start=22:00 supporter=s1",
     5000, 260000},
    {"without days it is the Monday",
     "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
     "time t1 start=10:00 end=12:00 supporter=s1",
     2000, 104000},
};

static void each_unit_has_its_own_way(void **state)
{
    (void)state;
    assert_prices(unit_cases, COUNT(unit_cases));
}

static void a_varying_line_costs_by_its_minutes_or_its_times(void **state)
{
    static const struct price_case cases[] = {
        {"hour: 600 minutes in all, whatever the times",
         PA "time t1 minutes=600 times=5 supporter=s1", 12000, 624000},
        {"hour: times need not be known", PA "time t1 minutes=600 times=? supporter=s1", 12000,
         624000},
        {"visit: price x times",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=11.90 unit=visit;"
         "time t1 minutes=150 times=5 supporter=s1",
         5950, 309400},
        {"visit: once where no times are given",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=11.90 unit=visit;"
         "time t1 minutes=150 supporter=s1",
         1190, 61880},
        {"session: no minutes are needed",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=8.00 unit=session;"
         "time t1 times=3 supporter=s1",
         2400, 124800},
        {"week: once, not by the times",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=40.00 unit=week;"
         "time t1 minutes=150 times=? supporter=s1",
         4000, 208000},
        {"an ordinary Monday, whatever its days",
         "supporter s1 kind=pa; rate r1 supporter=s1 price=10.00 unit=hour when=weekday;"
         "rate r2 supporter=s1 price=15.00 unit=hour when=weekend;"
         "time t1 days=Sat,Sun minutes=60 supporter=s1",
         1000, 52000},
        {"its days may be not sure", PA "time t1 days=? minutes=60 supporter=s1", 1200, 62400},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

static void workers_and_sharing_apply_to_the_sum_of_the_days(void **state)
{
    static const struct price_case cases[] = {
        {"V19: 3 h at 13.75 for two: 20.625, the first share",
         "supporter s1 kind=pa; rate r1 supporter=s1 price=13.75 unit=hour;"
         "time t1 days=Mon start=10:00 end=13:00 supporter=s1 sharing=2",
         2063, 107250},
        {"V19: for three 13.75",
         "supporter s1 kind=pa; rate r1 supporter=s1 price=13.75 unit=hour;"
         "time t1 days=Mon start=10:00 end=13:00 supporter=s1 sharing=3",
         1375, 71500},
        {"two workers", PA "time t1 days=Mon start=10:00 end=11:00 supporter=s1 workers=2", 2400,
         124800},
        {"flat prices too: 3 x 10.01 / 2 = 15.015, not 3 x 5.01",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=10.01 unit=visit;"
         "time t1 days=Mon,Tue,Wed start=10:00 end=11:00 supporter=s1 sharing=2",
         1502, 78078},
        {"a price by the week too: 100 x 2 / 3",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=100.00 unit=week;"
         "time t1 days=Mon,Tue start=10:00 end=11:00 supporter=s1 workers=2 sharing=3",
         6667, 346667},
        {"a varying visit too: 4 x 11.90 x 2 / 3 = 31.7333",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=11.90 unit=visit;"
         "time t1 minutes=120 times=4 supporter=s1 workers=2 sharing=3",
         3173, 165013},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

static void an_unpaid_line_costs_nothing_whatever_is_not_known(void **state)
{
    static const struct price_case cases[] = {
        {"family with a rate",
         "supporter s1 kind=family; rate r1 supporter=s1 price=12.00 unit=hour;"
         "time t1 days=Mon start=10:00 end=11:00 supporter=s1",
         0, 0},
        {"said to be unpaid", PA "time t1 days=Mon start=10:00 end=11:00 supporter=s1 pays=unpaid",
         0, 0},
        {"nobody", "time t1 days=Mon start=10:00 end=11:00 what=Choir", 0, 0},
        {"its week, days, rate, workers and sharing not sure",
         "supporter s1 kind=family; week w1 weeks=52;"
         "time t1 week=? days=? start=? supporter=s1 rate=? workers=? sharing=?",
         0, 0},
        {"the weeks of its pattern not sure",
         "supporter s1 kind=family; week w1 weeks=?;"
         "time t1 week=w1 days=Mon start=10:00 end=11:00 supporter=s1",
         0, 0},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

static const struct {
    enum unpriced why;
    const char *facts;
} unpriced_cases[] = {
    {UNPRICED_RATE, "supporter s1 kind=pa; time t1 minutes=60 supporter=s1"},
    {UNPRICED_RATE, "time t1 minutes=60 pays=budget"},
    {UNPRICED_RATE, "supporter s1 kind=pa; rate r1 price=12.00 unit=hour;"
                    "time t1 minutes=60 supporter=s1"},
    {UNPRICED_RATE, "supporter s1 kind=pa; rate r1 supporter=? price=12.00 unit=hour;"
                    "time t1 minutes=60 supporter=s1"},
    /* on one of its days */
    {UNPRICED_RATE, "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00 unit=hour when=weekday;"
                    "time t1 days=Fri,Sat start=10:00 end=11:00 supporter=s1"},
    {UNPRICED_PRICE, "supporter s1 kind=pa; rate r1 supporter=s1 unit=hour;"
                     "time t1 minutes=60 supporter=s1"},
    {UNPRICED_PRICE, "supporter s1 kind=pa; rate r1 supporter=s1 price=? unit=hour;"
                     "time t1 minutes=60 supporter=s1"},
    {UNPRICED_UNIT, "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00;"
                    "time t1 minutes=60 supporter=s1"},
    {UNPRICED_UNIT, "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00 unit=?;"
                    "time t1 minutes=60 supporter=s1"},
    {UNPRICED_LENGTH, PA "time t1 days=Mon start=10:00 supporter=s1"},
    {UNPRICED_LENGTH, PA "time t1 days=Mon start=10:00 end=? supporter=s1"},
    {UNPRICED_LENGTH, PA "time t1 days=Mon start=? end=11:00 supporter=s1"},
    {UNPRICED_LENGTH, PA "time t1 minutes=? supporter=s1"},
    {UNPRICED_LENGTH, PA "time t1 times=3 supporter=s1"},
    {UNPRICED_UNSURE, PA "week w1 weeks=52; time t1 week=? minutes=60 supporter=s1"},
    {UNPRICED_UNSURE, PA "time t1 days=? start=10:00 end=11:00 supporter=s1"},
    {UNPRICED_UNSURE, PA "time t1 minutes=60 supporter=s1 rate=?"},
    {UNPRICED_UNSURE, PA "time t1 minutes=60 supporter=s1 workers=?"},
    {UNPRICED_UNSURE, PA "time t1 minutes=60 supporter=s1 sharing=?"},
    {UNPRICED_UNSURE, PA "time t1 minutes=60 supporter=s1 pays=?"},
    {UNPRICED_UNSURE, "rate r1 price=12.00 unit=hour; time t1 minutes=60 rate=r1 supporter=?"},
    {UNPRICED_UNSURE, "supporter s1 kind=?; rate r1 supporter=s1 price=12.00 unit=hour;"
                      "time t1 minutes=60 supporter=s1"},
    {UNPRICED_UNSURE, "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00 unit=visit;"
                      "time t1 times=? supporter=s1"},
    {UNPRICED_UNSURE, "supporter s1 kind=pa; rate r1 supporter=s1 price=12.00 unit=night;"
                      "time t1 times=? supporter=s1"},
    /* another fund's lines are counted too */
    {UNPRICED_RATE, "fund f1 kind=nhs; supporter s1 kind=pa;"
                    "time t1 minutes=60 supporter=s1 pays=f1"},
};

static void what_is_not_priced_is_told_and_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(unpriced_cases); i++) {
        struct world w = world_of(unpriced_cases[i].facts);
        const struct budget_line *line = line_of(&w, "t1");
        if (line->why != unpriced_cases[i].why || line->week_priced || line->year_priced ||
            w.b.not_priced != 1 || line->columns.year || line->ordinary || w.b.cost.year)
            fail_msg("%s: why %d, not %d", unpriced_cases[i].facts, (int)line->why,
                     (int)unpriced_cases[i].why);
        world_end(&w);
    }
}

static void a_supporter_who_is_not_sure_may_have_a_rate_and_a_payer(void **state)
{
    static const struct price_case cases[] = {
        {"both are given",
         "rate r1 price=12.00 unit=hour; time t1 minutes=60 supporter=? rate=r1 pays=budget", 1200,
         62400},
        {"a rate and no supporter: the budget pays",
         "rate r1 price=12.00 unit=hour; time t1 minutes=60 rate=r1", 1200, 62400},
        {"a length, though not the time of day",
         PA "time t1 days=Mon start=? minutes=60 supporter=s1", 1200, 62400},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

/* 2.3: which rate. The rates chosen from Monday to Sunday; - is none, . not a day of the line. */
static void assert_rates(const char *facts, const char *want)
{
    struct world w = world_of(facts);
    const struct budget_line *line = line_of(&w, "t1");
    struct week_line time = week_line(w.plan, 0);
    struct text got = {0};

    for (int day = 0; day < 7; day++) {
        if (day)
            text_add(&got, " ");
        if (time.days & (1 << day))
            text_add(&got, *line->rates[day] ? line->rates[day] : "-");
        else
            text_add(&got, ".");
    }
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("%s: %s, not %s", facts, text_str(&got), want);
    text_free(&got);
    world_end(&w);
}

static const struct {
    const char *rates, *want;
} chosen_rates[] = {
    {"", "- - - - - - -"},
    {"rate ra supporter=s1", "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 when=any", "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 when=weekday", "ra ra ra ra ra - -"},
    {"rate ra supporter=s1 when=weekend", "- - - - - ra ra"},
    {"rate ra supporter=s1 when=saturday", "- - - - - ra -"},
    {"rate ra supporter=s1 when=sunday", "- - - - - - ra"},
    /* a bank holiday has no day in an ordinary week */
    {"rate ra supporter=s1 when=bank-holiday", "- - - - - - -"},
    {"rate ra supporter=s1 when=bank-holiday; rate rb supporter=s1", "rb rb rb rb rb rb rb"},
    /* the nearer day goes first */
    {"rate ra supporter=s1; rate rb supporter=s1 when=weekday", "rb rb rb rb rb ra ra"},
    {"rate ra supporter=s1 when=weekend; rate rb supporter=s1 when=sunday;"
     "rate rc supporter=s1",
     "rc rc rc rc rc ra rb"},
    {"rate ra supporter=s1 when=saturday; rate rb supporter=s1 when=weekend", "- - - - - ra rb"},
    /* two that fit equally well: none, not even a third that fits less */
    {"rate ra supporter=s1; rate rb supporter=s1", "- - - - - - -"},
    {"rate ra supporter=s1; rate rb supporter=s1 when=any", "- - - - - - -"},
    {"rate ra supporter=s1 when=weekday; rate rb supporter=s1 when=weekday;"
     "rate rc supporter=s1",
     "- - - - - rc rc"},
    {"rate ra supporter=s1; rate rb supporter=s1; rate rc supporter=s1 when=sunday",
     "- - - - - - rc"},
    /* nobody else's */
    {"rate ra supporter=s2; rate rb", "- - - - - - -"},
    {"rate ra supporter=s2; rate rb supporter=s1", "rb rb rb rb rb rb rb"},
    {"rate ra supporter=?", "- - - - - - -"},
    /* price and unit do not matter, not even where they are not sure */
    {"rate ra supporter=s1 price=? unit=?; rate rb supporter=s1 price=9.00 unit=hour "
     "when=weekend",
     "ra ra ra ra ra rb rb"},
    {"rate ra supporter=s1 price=?; rate rb supporter=s1 price=9.00 unit=hour", "- - - - - - -"},
    /* a "?" in when, minutes, from or to fits nothing */
    {"rate ra supporter=s1 when=?", "- - - - - - -"},
    {"rate ra supporter=s1 minutes=?", "- - - - - - -"},
    {"rate ra supporter=s1 from=?", "- - - - - - -"},
    {"rate ra supporter=s1 to=?", "- - - - - - -"},
    {"rate ra supporter=s1 from=08:00 to=?; rate rb supporter=s1", "rb rb rb rb rb rb rb"},
    /* the length of the visit, 90 minutes */
    {"rate ra supporter=s1 minutes=90", "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 minutes=89", "- - - - - - -"},
    {"rate ra supporter=s1 minutes=90; rate rb supporter=s1", "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 minutes=60; rate rb supporter=s1", "rb rb rb rb rb rb rb"},
    /* minutes go before hours, hours before days, days among themselves */
    {"rate ra supporter=s1 minutes=90; rate rb supporter=s1 from=08:00 to=12:00 when=sunday",
     "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 from=08:00 to=12:00; rate rb supporter=s1 when=sunday",
     "ra ra ra ra ra ra ra"},
    {"rate ra supporter=s1 minutes=90; rate rb supporter=s1 minutes=90 from=08:00 to=12:00",
     "rb rb rb rb rb rb rb"},
    {"rate ra supporter=s1 minutes=90; rate rb supporter=s1 minutes=90 when=weekend",
     "ra ra ra ra ra rb rb"},
    {"rate ra supporter=s1 minutes=90; rate rb supporter=s1 minutes=90 when=any", "- - - - - - -"},
    {"rate ra supporter=s1 from=08:00; rate rb supporter=s1 to=10:00", "- - - - - - -"},
};

static void a_rate_is_chosen_day_by_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(chosen_rates); i++) {
        char facts[400];
        snprintf(facts, sizeof facts,
                 "supporter s1 kind=pa; supporter s2 kind=pa; %s;"
                 "time t1 days=" EVERY_DAY " start=08:00 end=09:30 supporter=s1",
                 chosen_rates[i].rates);
        assert_rates(facts, chosen_rates[i].want);
    }
}

/* One rate with hours and one line on a Monday: whether it fits. */
static const struct {
    const char *hours, *line;
    bool fits;
} hour_cases[] = {
    {"from=08:00 to=22:00", "start=08:00 end=22:00", true},
    {"from=08:00 to=22:00", "start=09:00 end=10:00", true},
    {"from=08:00 to=22:00", "start=07:59 end=10:00", false},
    {"from=08:00 to=22:00", "start=21:00 end=22:01", false},
    {"from=08:00 to=22:00", "start=21:00 end=09:00", false},
    {"from=08:00 to=22:00", "start=23:00 end=24:00", false},
    {"from=08:00 to=22:00", "start=08:00 end=08:00", false},
    /* hours that pass midnight */
    {"from=22:00 to=08:00", "start=22:00 end=08:00", true},
    {"from=22:00 to=08:00", "start=22:00 end=06:00", true},
    {"from=22:00 to=08:00", "start=23:00 end=24:00", true},
    {"from=22:00 to=08:00", "start=00:00 end=08:00", true},
    {"from=22:00 to=08:00", "start=07:00 end=07:30", true},
    {"from=22:00 to=08:00", "start=07:00 end=08:30", false},
    {"from=22:00 to=08:00", "start=21:00 end=23:00", false},
    {"from=22:00 to=08:00", "start=12:00 end=13:00", false},
    {"from=22:00 to=08:00", "start=07:00 end=23:00", false},
    /* where one is missing it is midnight */
    {"from=18:00", "start=18:00 end=24:00", true},
    {"from=18:00", "start=18:00 end=00:00", true},
    {"from=18:00", "start=23:00 end=01:00", false},
    {"to=06:00", "start=00:00 end=06:00", true},
    {"to=06:00", "start=23:00 end=05:00", false},
    {"from=18:00 to=24:00", "start=20:00 end=23:00", true},
    {"from=18:00 to=00:00", "start=20:00 end=24:00", true},
    /* all hours of the day are these hours */
    {"from=00:00 to=24:00", "start=22:00 end=06:00", true},
    {"from=08:00 to=08:00", "start=07:00 end=09:00", true},
    /* a varying line never does, nor one whose clock times are not known */
    {"from=00:00 to=24:00", "minutes=60", false},
    {"from=08:00 to=22:00", "start=? minutes=60", false},
    {"from=08:00 to=22:00", "start=09:00 end=?", false},
};

static void a_line_lies_wholly_within_the_hours_of_its_rate(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hour_cases); i++) {
        char facts[200];
        snprintf(facts, sizeof facts,
                 "supporter s1 kind=pa; rate ra supporter=s1 %s; time t1 days=Mon %s supporter=s1",
                 hour_cases[i].hours, hour_cases[i].line);
        assert_rates(facts, hour_cases[i].fits ? "ra . . . . . ." : "- . . . . . .");
    }
}

static void a_varying_line_has_the_length_of_one_visit(void **state)
{
    static const struct {
        const char *rate, *line;
        bool fits;
    } cases[] = {
        {"minutes=30", "minutes=150 times=5", true},
        {"minutes=150", "minutes=150", true},
        {"minutes=150", "minutes=150 times=5", false},
        {"minutes=30", "minutes=151 times=5", false}, /* 30.2 minutes each */
        {"minutes=30", "minutes=150 times=?", false},
        {"minutes=30", "minutes=? times=5", false},
        {"minutes=30", "times=5", false},
        {"when=weekday", "days=Sat minutes=150", true},
        {"when=weekend", "days=Sat minutes=150", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[200];
        snprintf(facts, sizeof facts,
                 "supporter s1 kind=pa; rate ra supporter=s1 %s; time t1 %s supporter=s1",
                 cases[i].rate, cases[i].line);
        assert_rates(facts, cases[i].fits ? "ra . . . . . ." : "- . . . . . .");
    }
}

static void a_rate_that_the_line_names_wins_whatever_it_is_for(void **state)
{
    static const char *const rates[] = {
        "rate ra supporter=s1 when=sunday",
        "rate ra supporter=s1 when=bank-holiday",
        "rate ra supporter=s1 minutes=15",
        "rate ra supporter=s1 from=02:00 to=03:00",
        "rate ra supporter=s2",
        "rate ra name=Nobody's",
        "rate ra supporter=s1 when=?",
        "rate ra supporter=s1 minutes=?",
        "rate ra supporter=s1 from=? to=?",
        "rate ra supporter=s1 price=?",
        "rate ra supporter=s1; rate rc supporter=s1",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rates); i++) {
        char facts[300];
        snprintf(facts, sizeof facts,
                 "supporter s1 kind=pa; supporter s2 kind=pa; %s;"
                 "rate rb supporter=s1 minutes=90;"
                 "time t1 days=Mon,Sat start=08:00 end=09:30 supporter=s1 rate=ra",
                 rates[i]);
        assert_rates(facts, "ra . . . . ra .");
    }
}

static void a_rate_that_is_not_sure_is_none(void **state)
{
    (void)state;
    assert_rates(PA "time t1 days=Mon start=08:00 end=09:30 supporter=s1 rate=?", "- . . . . . .");
    assert_rates(PA "time t1 days=? start=08:00 end=09:30 supporter=s1", "- . . . . . .");
}

static void a_line_across_midnight_is_whole_at_the_rate_of_its_first_day(void **state)
{
    (void)state;
    /* Fri 22:00 to Sat 06:00: 8 h at Friday's 10.00, though Saturday has its own price */
    struct world w = world_of("supporter s1 kind=pa; rate ra supporter=s1 price=10.00 unit=hour;"
                              "rate rb supporter=s1 price=15.00 unit=hour when=saturday;"
                              "time t1 days=Fri start=22:00 end=06:00 supporter=s1");
    assert_int_equal(w.b.patterns[0].cost, 8000);
    assert_string_equal(line_of(&w, "t1")->rates[4], "ra");
    world_end(&w);
}

static void the_unit_and_price_are_told_where_all_days_agree(void **state)
{
    (void)state;
    struct world w = world_of(PA "time t1 days=Mon,Sun start=08:00 end=09:00 supporter=s1");
    assert_int_equal(line_of(&w, "t1")->unit, UNIT_HOUR);
    assert_true(line_of(&w, "t1")->price.known);
    assert_int_equal(line_of(&w, "t1")->price.p, 1200);
    world_add(&w, "rate r2 supporter=s1 price=15.00 unit=hour when=sunday");
    assert_int_equal(line_of(&w, "t1")->unit, UNIT_HOUR);
    assert_false(line_of(&w, "t1")->price.known);
    world_add(&w, "rate r2 unit=visit");
    assert_int_equal(line_of(&w, "t1")->unit, UNIT_NONE);
    world_end(&w);
}

/* The research's vectors. */

static void v01_a_weekly_wage(void **state)
{
    static const struct price_case cases[] = {
        {"14 h 30 m at 13.50", "rate r1 price=13.50 unit=hour; time t1 minutes=870 rate=r1", 19575,
         1017900},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

static void v02_21_visits_are_rounded_once(void **state)
{
    static const struct price_case cases[] = {
        /* 420 x 1271 / 60 = 8897 exactly; a visit rounded alone would make 89.04 */
        {"420 minutes at 12.71", "rate r1 price=12.71 unit=hour; time t1 minutes=420 rate=r1", 8897,
         462644},
        {"as three visits a day of 20 minutes: one of them 29.6567",
         "rate r1 price=12.71 unit=hour; time t1 days=" EVERY_DAY " start=08:00 minutes=20 "
         "rate=r1",
         2966, 154215},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));
}

static void v18_two_carers_and_short_visits(void **state)
{
    static const struct price_case cases[] = {
        /* 21 visits of 45 minutes: 945 x 1955 / 60 = 30791.25 */
        {"945 minutes at 19.55", "rate r1 price=19.55 unit=hour; time t1 minutes=945 rate=r1",
         30791, 1601145},
        {"21 visits of 45 minutes at 15.72 a visit",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=15.72 unit=visit minutes=45;"
         "rate r2 supporter=s1 price=19.55 unit=hour;"
         "time t1 minutes=945 times=21 supporter=s1",
         33012, 1716624},
        {"half of 28 half-hours at 11.90: 2 carers x 7 days",
         "supporter s1 kind=agency; rate r1 supporter=s1 price=11.90 unit=visit minutes=30;"
         "rate r2 supporter=s1 price=19.55 unit=hour;"
         "time t1 days=" EVERY_DAY " start=08:00 end=08:30 supporter=s1 workers=2",
         16660, 866320},
        {"a double-handed hour at 23.00 each",
         "rate r1 price=23.00 unit=hour; time t1 days=Mon start=08:00 end=09:00 rate=r1 workers=2",
         4600, 239200},
    };
    (void)state;
    assert_prices(cases, COUNT(cases));

    struct world w = world_of("rate r1 price=24.69 unit=hour;"
                              "time t1 days=" EVERY_DAY " start=08:00 end=08:30 rate=r1 workers=2;"
                              "time t2 days=" EVERY_DAY " start=18:00 end=18:30 rate=r1 workers=2");
    assert_int_equal(w.b.patterns[0].time.cover, 7 * 60);
    assert_int_equal(w.b.patterns[0].time.paid, 14 * 60);
    assert_int_equal(w.b.patterns[0].cost, 34566);
    world_add(&w, "rate r1 price=19.55");
    assert_int_equal(w.b.patterns[0].cost, 27370);
    world_add(&w, "rate r1 price=11.90 unit=visit");
    assert_int_equal(w.b.patterns[0].cost, 33320);
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_unit_has_its_own_way),
        cmocka_unit_test(a_varying_line_costs_by_its_minutes_or_its_times),
        cmocka_unit_test(workers_and_sharing_apply_to_the_sum_of_the_days),
        cmocka_unit_test(an_unpaid_line_costs_nothing_whatever_is_not_known),
        cmocka_unit_test(what_is_not_priced_is_told_and_counted),
        cmocka_unit_test(a_supporter_who_is_not_sure_may_have_a_rate_and_a_payer),
        cmocka_unit_test(a_rate_is_chosen_day_by_day),
        cmocka_unit_test(a_line_lies_wholly_within_the_hours_of_its_rate),
        cmocka_unit_test(a_varying_line_has_the_length_of_one_visit),
        cmocka_unit_test(a_rate_that_the_line_names_wins_whatever_it_is_for),
        cmocka_unit_test(a_rate_that_is_not_sure_is_none),
        cmocka_unit_test(a_line_across_midnight_is_whole_at_the_rate_of_its_first_day),
        cmocka_unit_test(the_unit_and_price_are_told_where_all_days_agree),
        cmocka_unit_test(v01_a_weekly_wage),
        cmocka_unit_test(v02_21_visits_are_rounded_once),
        cmocka_unit_test(v18_two_carers_and_short_visits),
    };
    return cmocka_run_group_tests_name("pricing", tests, NULL, NULL);
}
