/* The timetable's arithmetic: a test for each clause of SPEC 2.1, 2.2 and "who pays" of 2.3. */
#include "supportplan/week.h"

#include <stdio.h>

#include "given.h"
#include "scarce.h"

#define H INT64_C(60) /* minutes in an hour */

/* Somebody for the lines to be with. */
#define PEOPLE                                                                                     \
    "supporter s1 kind=pa; supporter s2 kind=agency; supporter s3 kind=family;"                    \
    "rate r1 supporter=s1 price=12.00 unit=hour;"

static struct week_line only_line(const struct plan *plan)
{
    assert_int_equal(plan_count(plan, SEC_TIME), 1);
    return week_line(plan, 0);
}

static struct week_time time_of(const struct plan *plan, const char *pattern)
{
    struct week_time time;
    assert_int_equal(week_count(plan, pattern, &time), ST_OK);
    return time;
}

/* 2.1: length. -1 is "no length". */
static void a_line_is_as_long_as_it_says(void **state)
{
    static const struct {
        const char *facts;
        minutes length;
    } cases[] = {
        {"start=08:00 end=09:30", 90},
        {"start=22:00 end=06:00", 8 * H},
        {"start=08:00 end=08:00", 24 * H},
        {"start=00:00 end=00:00", 24 * H},
        {"start=22:00 end=24:00", 2 * H},
        {"start=00:00 end=24:00", 24 * H},
        {"start=22:00 end=00:00", 2 * H},
        {"start=08:00 minutes=45", 45},
        {"start=23:30 minutes=600", 600},
        {"start=08:00 end=09:30 minutes=45", 90},
        {"start=08:00", -1},
        {"minutes=150 times=5", 150},
        {"times=5", -1},
        {"end=09:00", -1},
        {"end=09:00 minutes=30", 30},
        /* "?" leaves a line without the length that needs it, and nothing stands in */
        {"start=? end=09:30", -1},
        {"start=08:00 end=?", -1},
        {"start=08:00 end=? minutes=45", -1},
        {"start=08:00 minutes=?", -1},
        {"start=08:00 end=09:30 minutes=?", 90},
        {"start=? minutes=45", 45},
        {"start=?", -1},
        {"start=? end=09:30 minutes=45", -1},
        {"minutes=?", -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char facts[128];
        snprintf(facts, sizeof facts, "time t1 days=Mon %s", cases[i].facts);
        struct plan *plan = given_plan(facts);
        struct week_line line = only_line(plan);
        minutes got = line.length_known ? line.length : -1;
        if (got != cases[i].length)
            fail_msg("%s: %d minutes, not %d", cases[i].facts, got, cases[i].length);
        plan_free(plan);
    }
}

static void a_line_without_days_is_on_the_monday(void **state)
{
    (void)state;
    struct plan *plan = given_plan("time t1 start=08:00 end=09:00");
    struct week_line line = only_line(plan);
    assert_int_equal(line.days, 0x01);
    assert_int_equal(line.times, 1);
    assert_int_equal(line.start, 8 * H);
    assert_false(line.varying);
    plan_free(plan);
}

static void a_line_happens_on_each_of_its_days(void **state)
{
    (void)state;
    struct plan *plan = given_plan("time t1 days=Tue,Sat,Sun start=08:00 end=09:00");
    struct week_line line = only_line(plan);
    assert_int_equal(line.days, 0x62);
    assert_int_equal(line.times, 3);
    assert_true(line.days_known);
    plan_free(plan);
}

static void a_line_without_start_varies_whatever_its_days(void **state)
{
    (void)state;
    struct plan *plan = given_plan("time t1 days=Tue,Sat minutes=150 times=5");
    struct week_line line = only_line(plan);
    assert_true(line.varying);
    assert_int_equal(line.days, 0x01);
    assert_int_equal(line.start, -1);
    assert_int_equal(line.length, 150);
    assert_int_equal(line.times, 5);
    plan_free(plan);
}

static void a_varying_line_happens_once_where_it_does_not_say(void **state)
{
    (void)state;
    struct plan *plan = given_plan("time t1 minutes=150");
    struct week_line line = only_line(plan);
    assert_int_equal(line.times, 1);
    assert_true(line.times_known);
    plan_free(plan);
}

static void a_start_that_is_not_sure_is_a_start_all_the_same(void **state)
{
    (void)state;
    struct plan *plan = given_plan("time t1 days=Tue,Sat start=? minutes=45");
    struct week_line line = only_line(plan);
    assert_false(line.varying);
    assert_int_equal(line.days, 0x22);
    assert_int_equal(line.start, -1);
    plan_free(plan);
}

static void what_is_not_sure_is_told_apart_from_what_is_not_given(void **state)
{
    (void)state;
    struct plan *plan = given_plan("week w1 weeks=52; time t1 days=? week=? supporter=? rate=? "
                                   "workers=? sharing=? times=?");
    struct week_line line = only_line(plan);
    assert_false(line.days_known || line.pattern_known || line.supporter_known || line.rate_known ||
                 line.workers_known || line.sharing_known || line.times_known);
    plan_free(plan);

    plan = given_plan("time t1 minutes=60");
    line = only_line(plan);
    assert_true(line.days_known && line.pattern_known && line.supporter_known && line.rate_known &&
                line.workers_known && line.sharing_known && line.times_known);
    assert_int_equal(line.workers, 1);
    assert_int_equal(line.sharing, 1);
    assert_string_equal(line.supporter, "");
    assert_string_equal(line.rate, "");
    assert_string_equal(line.pattern, "");
    plan_free(plan);
}

/* 2.3: who pays. */
static const struct {
    const char *supporter; /* facts of s1, or NULL for none */
    const char *line;
    enum payer payer;
    const char *fund;
} payer_cases[] = {
    {"name=Sam kind=family", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=friend", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=neighbour", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=volunteer", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=community", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=technology", "supporter=s1", PAYER_UNPAID, ""},
    {"name=Sam kind=pa", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=self-employed", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=agency", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=day-service", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=council", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=nhs", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam kind=other", "supporter=s1", PAYER_FUND, "budget"},
    {"name=Sam", "supporter=s1", PAYER_FUND, "budget"},
    {NULL, "what=Reading", PAYER_UNPAID, ""},
    {NULL, "rate=r9", PAYER_FUND, "budget"},
    {NULL, "rate=?", PAYER_FUND, "budget"},
    {"name=Sam kind=family", "supporter=s1 rate=r9", PAYER_UNPAID, ""},
    /* pays goes before all of it */
    {"name=Sam kind=family", "supporter=s1 pays=f1", PAYER_FUND, "f1"},
    {"name=Sam kind=family", "supporter=s1 pays=budget", PAYER_FUND, "budget"},
    {"name=Sam kind=pa", "supporter=s1 pays=unpaid", PAYER_UNPAID, ""},
    {"name=Sam kind=?", "supporter=s1 pays=f1", PAYER_FUND, "f1"},
    {NULL, "supporter=? pays=budget", PAYER_FUND, "budget"},
    {NULL, "supporter=? pays=unpaid", PAYER_UNPAID, ""},
    /* where it hangs on a "?", nobody is known yet */
    {"name=Sam kind=pa", "supporter=s1 pays=?", PAYER_UNKNOWN, ""},
    {"name=Sam kind=family", "supporter=s1 pays=?", PAYER_UNKNOWN, ""},
    {NULL, "pays=?", PAYER_UNKNOWN, ""},
    {NULL, "supporter=?", PAYER_UNKNOWN, ""},
    {NULL, "supporter=? rate=r9", PAYER_UNKNOWN, ""},
    {"name=Sam kind=?", "supporter=s1", PAYER_UNKNOWN, ""},
};

static void what_a_line_says_or_its_supporter_decides_who_pays(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(payer_cases); i++) {
        struct plan *plan = given_plan("rate r9 price=10.00 unit=hour; fund f1 kind=own");
        char facts[160];
        if (payer_cases[i].supporter) {
            snprintf(facts, sizeof facts, "supporter s1 %s", payer_cases[i].supporter);
            given(plan, facts);
        }
        snprintf(facts, sizeof facts, "time t1 days=Mon start=08:00 end=09:00 %s",
                 payer_cases[i].line);
        given(plan, facts);
        struct week_line line = only_line(plan);
        if (line.payer != payer_cases[i].payer || strcmp(line.fund, payer_cases[i].fund) != 0)
            fail_msg("%s, %s: payer %d '%s'",
                     payer_cases[i].supporter ? payer_cases[i].supporter : "nobody",
                     payer_cases[i].line, (int)line.payer, line.fund);
        plan_free(plan);
    }
}

static void a_row_that_could_not_be_used_counts_as_not_sure(void **state)
{
    static const char *const row[] = {"time", "t1", "pays", "f7"};
    (void)state;
    struct plan *plan = given_plan(PEOPLE "time t1 days=Mon start=08:00 end=09:00 supporter=s1");
    assert_int_equal(plan_add_odd(plan, ODD_REFERENCE, 9, row, COUNT(row), NULL), ST_OK);
    assert_int_equal(only_line(plan).payer, PAYER_UNKNOWN);
    plan_free(plan);
}

/* Patterns. */

static void a_plan_without_weeks_has_one_pattern(void **state)
{
    (void)state;
    struct plan *plan = given_plan(PEOPLE "time t1 week=w1 start=08:00 end=09:00 supporter=s1");
    assert_int_equal(week_pattern_count(plan), 1);
    assert_string_equal(week_pattern(plan, 0), "w1");
    assert_int_equal(time_of(plan, "w1").paid, 60);
    plan_free(plan);
}

static void a_line_without_a_week_is_in_every_pattern(void **state)
{
    (void)state;
    struct plan *plan = given_plan(PEOPLE "week w1 weeks=40; week w2 weeks=12;"
                                          "time t1 start=08:00 end=09:00 supporter=s1;"
                                          "time t2 week=w2 start=10:00 end=12:00 supporter=s1;"
                                          "time t3 week=? start=14:00 end=18:00 supporter=s1");
    assert_int_equal(week_pattern_count(plan), 2);
    assert_string_equal(week_pattern(plan, 1), "w2");
    assert_int_equal(time_of(plan, "w1").paid, 60);
    assert_int_equal(time_of(plan, "w2").paid, 60 + 120);
    plan_free(plan);
}

/* 2.2: cover, paid and unpaid time of the pattern w1. */
static const struct {
    const char *what, *facts;
    int64_t cover, paid, unpaid;
} time_cases[] = {
    {"one line", "time t1 days=Mon,Tue start=08:00 end=09:30 supporter=s1", 180, 180, 0},
    {"two people at once count once",
     "time t1 days=Wed start=13:00 end=16:00 supporter=s1;"
     "time t2 days=Wed start=15:30 end=17:00 supporter=s2",
     240, 270, 0},
    {"paid and unpaid at once",
     "time t1 days=Wed start=13:00 end=16:00 supporter=s1;"
     "time t2 days=Wed start=13:00 end=16:00 supporter=s3",
     180, 180, 180},
    {"workers count in paid time only",
     "time t1 days=Mon start=08:00 end=09:00 supporter=s1 "
     "workers=2",
     60, 120, 0},
    {"workers count in unpaid time",
     "time t1 days=Mon start=08:00 end=09:00 supporter=s3 "
     "workers=3",
     60, 0, 180},
    {"sharing does not make it shorter",
     "time t1 days=Mon start=08:00 end=09:00 supporter=s1 sharing=2", 60, 60, 0},
    {"a rate without a supporter is paid", "time t1 days=Mon start=08:00 end=09:00 rate=r1", 60, 60,
     0},
    {"a rate without a supporter, unpaid: cover only",
     "time t1 days=Mon start=08:00 end=09:00 rate=r1 pays=unpaid", 60, 0, 0},
    {"time on one's own", "time t1 days=Mon start=08:00 end=09:00 what=Reading", 0, 0, 0},
    {"an activity that is paid for", "time t1 days=Mon start=08:00 end=09:00 pays=budget", 0, 0, 0},
    {"another fund pays",
     "fund f1 kind=nhs; time t1 days=Mon start=08:00 end=09:00 supporter=s1 pays=f1", 60, 60, 0},
    {"a supporter who is not sure is one", "time t1 days=Mon start=08:00 end=09:00 supporter=?", 60,
     60, 0},
    {"a supporter who is not sure, unpaid",
     "time t1 days=Mon start=08:00 end=09:00 supporter=? pays=unpaid", 60, 0, 60},
    {"a rate that is not sure is one", "time t1 days=Mon start=08:00 end=09:00 rate=?", 60, 60, 0},
    {"paid by nobody known yet is paid",
     "time t1 days=Mon start=08:00 end=09:00 supporter=s3 pays=?", 60, 60, 0},
    {"Sunday's night goes on into Monday",
     "time t1 days=Sun start=22:00 end=06:00 supporter=s1;"
     "time t2 days=Mon start=05:00 end=07:00 supporter=s2",
     9 * H, 10 * H, 0},
    {"lines without clock times add their minutes",
     "time t1 minutes=600 supporter=s1; time t2 minutes=60 supporter=s3;"
     "time t3 days=Mon start=08:00 end=09:00 supporter=s2",
     720, 660, 60},
    {"a varying line's times do not add to its minutes",
     "time t1 minutes=150 times=5 days=Mon,Tue supporter=s1", 150, 150, 0},
    {"never more than the week",
     "time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=00:00 end=24:00 supporter=s1;"
     "time t2 minutes=600 supporter=s3",
     10080, 10080, 600},
    {"a visit longer than the week", "time t1 start=08:00 minutes=20000 supporter=s1", 10080, 20000,
     0},
    {"minutes that hang on the days", "time t1 days=? start=08:00 end=09:00 supporter=s1", 0, 0, 0},
    {"a varying line's days do not matter", "time t1 days=? minutes=60 supporter=s1", 60, 60, 0},
    {"minutes that hang on the end", "time t1 days=Mon start=08:00 end=? supporter=s1", 0, 0, 0},
    {"minutes that hang on the start", "time t1 days=Mon start=? end=09:00 supporter=s1", 0, 0, 0},
    {"a length without a clock time", "time t1 days=Mon,Tue start=? minutes=45 supporter=s1", 90,
     90, 0},
    {"minutes that hang on the workers",
     "time t1 days=Mon start=08:00 end=09:00 supporter=s1 workers=?", 60, 0, 0},
    {"the times of a varying line do not matter", "time t1 minutes=60 times=? supporter=s1", 60, 60,
     0},
    {"a week that is not sure is none of the patterns",
     "time t1 week=? days=Mon start=08:00 end=09:00 supporter=s1", 0, 0, 0},
    {"nothing at all", "plan - title=Empty", 0, 0, 0},
};

static void cover_paid_and_unpaid_time_are_three_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(time_cases); i++) {
        struct plan *plan = given_plan(PEOPLE);
        given(plan, time_cases[i].facts);
        struct week_time time = time_of(plan, "w1");
        if (time.cover != time_cases[i].cover || time.paid != time_cases[i].paid ||
            time.unpaid != time_cases[i].unpaid)
            fail_msg("%s: cover %lld, paid %lld, unpaid %lld", time_cases[i].what,
                     (long long)time.cover, (long long)time.paid, (long long)time.unpaid);
        plan_free(plan);
    }
}

static void a_day_has_the_lines_that_begin_on_it_whole(void **state)
{
    (void)state;
    struct plan *plan = given_plan(PEOPLE "time t1 days=Mon,Tue start=08:00 end=09:00 supporter=s1;"
                                          "time t2 days=Tue start=08:30 end=10:00 supporter=s3;"
                                          "time t3 days=Sun start=22:00 end=06:00 supporter=s1;"
                                          "time t4 minutes=150 times=5 supporter=s1");
    struct week_time monday = week_day(plan, "w1", 0);
    struct week_time tuesday = week_day(plan, "w1", 1);
    struct week_time sunday = week_day(plan, "w1", 6);
    assert_int_equal(monday.paid, 60 + 150); /* what varies counts as on a Monday */
    assert_int_equal(monday.cover, 60 + 150);
    assert_int_equal(tuesday.cover, 120);
    assert_int_equal(tuesday.unpaid, 90);
    assert_int_equal(sunday.cover, 8 * H);
    assert_int_equal(week_day(plan, "w1", 2).cover, 0);
    plan_free(plan);
}

static void the_days_make_the_week(void **state)
{
    (void)state;
    struct plan *plan = given_plan(
        PEOPLE "time t1 days=Mon,Wed,Fri start=08:00 end=09:00 supporter=s1 workers=2;"
               "time t2 start=22:00 end=06:00 days=Sat,Sun supporter=s3; time t3 minutes=45 "
               "supporter=s2");
    struct week_time sum = {0}, week = time_of(plan, "w1");
    for (int day = 0; day < 7; day++) {
        struct week_time time = week_day(plan, "w1", day);
        sum.paid += time.paid;
        sum.unpaid += time.unpaid;
    }
    assert_int_equal(sum.paid, week.paid);
    assert_int_equal(sum.unpaid, week.unpaid);
    plan_free(plan);
}

/* Overlaps, written "a+b from-until" with a ! for one person in two places. */
static const struct {
    const char *facts, *want;
} overlap_cases[] = {
    {"time t1 days=Wed start=13:00 end=16:00 supporter=s1;"
     "time t2 days=Wed start=15:30 end=17:00 supporter=s2",
     "0+1 3810-3840 "},
    {"time t1 days=Mon start=08:00 end=09:00 supporter=s1;"
     "time t2 days=Mon start=09:00 end=10:00 supporter=s1",
     ""},
    {"time t1 days=Mon,Tue start=08:00 end=10:00 supporter=s1;"
     "time t2 days=Mon,Tue start=09:00 end=09:30 supporter=s1",
     "0+1 540-570! 0+1 1980-2010! "},
    /* an agency sends two people; a "?" may be anybody */
    {"time t1 days=Mon start=08:00 end=10:00 supporter=s2;"
     "time t2 days=Mon start=09:00 end=10:00 supporter=s2",
     "0+1 540-600 "},
    {"time t1 days=Mon start=08:00 end=10:00 supporter=?;"
     "time t2 days=Mon start=09:00 end=10:00 supporter=?",
     "0+1 540-600 "},
    /* the night before goes on into this day, and Sunday's into Monday */
    {"time t1 days=Tue start=05:00 end=07:00 supporter=s1;"
     "time t2 days=Mon start=22:00 end=06:00 supporter=s2",
     "0+1 1740-1800 "},
    {"time t1 days=Mon start=05:00 end=07:00 supporter=s1;"
     "time t2 days=Sun start=22:00 end=06:00 supporter=s1",
     "0+1 300-360! "},
    {"time t1 days=Sun start=23:00 end=01:00 supporter=s1;"
     "time t2 days=Sun start=22:00 end=06:00 supporter=s2",
     "0+1 10020-10140 "},
    /* an activity is nobody; a line that varies has no clock time */
    {"time t1 days=Mon start=08:00 end=10:00 supporter=s1;"
     "time t2 days=Mon start=08:00 end=10:00 what=Choir; time t3 minutes=60 supporter=s1",
     ""},
    {"time t1 days=Mon start=08:00 end=10:00 supporter=s1;"
     "time t2 days=? start=08:00 end=10:00 supporter=s1;"
     "time t3 days=Mon start=? minutes=60 supporter=s1;"
     "time t4 week=? days=Mon start=08:00 end=10:00 supporter=s1",
     ""},
    {"time t1 days=Mon start=08:00 end=11:00 supporter=s1;"
     "time t2 days=Mon start=09:00 end=12:00 supporter=s2;"
     "time t3 days=Mon start=10:00 end=11:00 supporter=s3",
     "0+1 540-660 0+2 600-660 1+2 600-660 "},
    /* at one time, in the order of the plan */
    {"time t1 days=Mon start=08:00 end=09:00 supporter=s1;"
     "time t2 days=Mon start=08:00 end=09:00 supporter=s2;"
     "time t3 days=Mon start=08:00 end=09:00 supporter=s3",
     "0+1 480-540 0+2 480-540 1+2 480-540 "},
    /* Sunday's night and what begins with Monday */
    {"time t1 days=Sun start=22:00 end=06:00 supporter=s1;"
     "time t2 days=Mon start=00:00 end=07:00 supporter=s2",
     "0+1 0-360 "},
    /* a line does not overlap itself, and no time at all overlaps nothing */
    {"time t1 days=Mon,Tue start=08:00 minutes=1800 supporter=s1", ""},
    {"time t1 days=Mon start=08:00 end=10:00 supporter=s1;"
     "time t2 days=Mon start=09:00 minutes=0 supporter=s2",
     ""},
};

static void lines_at_the_same_time_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(overlap_cases); i++) {
        struct plan *plan = given_plan(PEOPLE);
        struct week_overlap *list;
        size_t count;
        struct text got = {0};
        given(plan, overlap_cases[i].facts);
        assert_int_equal(week_overlaps(plan, "w1", &list, &count), ST_OK);
        for (size_t j = 0; j < count; j++)
            text_addf(&got, "%zu+%zu %d-%d%s ", list[j].a, list[j].b, list[j].from, list[j].until,
                      list[j].same_person ? "!" : "");
        if (strcmp(text_str(&got), overlap_cases[i].want) != 0)
            fail_msg("%s: %s", overlap_cases[i].facts, text_str(&got));
        text_free(&got);
        free(list);
        plan_free(plan);
    }
}

static void two_patterns_never_overlap(void **state)
{
    (void)state;
    struct plan *plan = given_plan(PEOPLE "week w1 weeks=26; week w2 weeks=26;"
                                          "time t1 week=w1 start=08:00 end=09:00 supporter=s1;"
                                          "time t2 week=w2 start=08:00 end=09:00 supporter=s1");
    struct week_overlap *list;
    size_t count;
    assert_int_equal(week_overlaps(plan, "w1", &list, &count), ST_OK);
    assert_int_equal(count, 0);
    free(list);
    plan_free(plan);
}

static void a_file_with_too_many_overlaps_to_read_is_cut_short(void **state)
{
    char facts[120];
    (void)state;
    struct plan *plan = given_plan(PEOPLE);
    for (int i = 1; i <= 60; i++) { /* 60 x 59 / 2 x 7 days = 12,390 overlaps */
        snprintf(facts, sizeof facts,
                 "time t%d days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=08:00 end=09:00 supporter=s2", i);
        given(plan, facts);
    }
    struct week_overlap *list;
    size_t count;
    assert_int_equal(week_overlaps(plan, "w1", &list, &count), ST_OK);
    assert_int_equal(count, WEEK_OVERLAPS_MAX);
    free(list);
    plan_free(plan);
}

/* Gaps, written "from-until". */
static void stretches_when_nobody_is_there_are_found(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {"time t1 days=Mon start=08:00 end=09:00 supporter=s1", "540-10560 "},
        {"time t1 days=Mon start=00:00 end=01:00 supporter=s1", "60-10080 "},
        {"time t1 days=Mon start=08:00 end=10:00 supporter=s1;"
         "time t2 days=Mon start=12:00 end=13:00 supporter=s3;"
         "time t3 days=Mon start=12:30 end=15:00 rate=r1",
         "600-720 900-10560 "},
        {"time t1 days=Sun start=22:00 end=06:00 supporter=s1", "360-9960 "},
        {"time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=00:00 end=24:00 supporter=s1", ""},
        {"time t1 days=Mon start=08:00 minutes=20000 supporter=s1", ""},
        /* nothing to go by: no gaps are claimed */
        {"time t1 minutes=600 supporter=s1", ""},
        {"time t1 days=Mon start=08:00 end=09:00 what=Reading", ""},
        {"time t1 days=? start=08:00 end=09:00 supporter=s1", ""},
        {"time t1 days=Mon start=08:00 end=? supporter=s1", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(PEOPLE);
        struct week_gap *list;
        size_t count;
        struct text got = {0};
        given(plan, cases[i].facts);
        assert_int_equal(week_gaps(plan, "w1", &list, &count), ST_OK);
        for (size_t j = 0; j < count; j++)
            text_addf(&got, "%d-%d ", list[j].from, list[j].until);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("%s: %s", cases[i].facts, text_str(&got));
        text_free(&got);
        free(list);
        plan_free(plan);
    }
}

/* Memory. */

#define OVERLAPPING                                                                                \
    PEOPLE "time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=08:00 end=10:00 supporter=s1;"          \
           "time t2 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=09:00 end=12:00 supporter=s2;"          \
           "time t3 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=09:30 end=10:00 supporter=s2"

static void overlaps_without_memory_change_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(OVERLAPPING);
    struct week_overlap *list = NULL;
    size_t count = 7;
    int failures = 0;
    for (int round = 0; scarce_from(&round);) {
        enum status st = week_overlaps(plan, "w1", &list, &count);
        if (!scarce_hit()) {
            assert_int_equal(st, ST_OK);
            continue;
        }
        failures++;
        if (st != ST_NOMEM || list || count != 7)
            fail_msg("round %d: status %d", round, (int)st);
    }
    assert_true(failures >= 2); /* the visits, and the list as often as it grows */
    assert_int_equal(count, 3 * 7);
    free(list);
    plan_free(plan);
}

/* Lines of every week, of one pattern, of a "?", by night, without a clock, unpaid. */
#define PATTERNS                                                                                   \
    "week w1 name=one; week w2 name=two; week w3 name=three;"                                      \
    "time t1 days=Mon start=08:00 end=10:00 supporter=s1;"                                         \
    "time t2 week=w1 days=Mon,Tue start=09:00 end=11:00 supporter=s1 workers=2;"                   \
    "time t3 week=w2 days=Sun start=22:00 end=06:00 supporter=s3;"                                 \
    "time t4 week=w2 minutes=90 supporter=s1;"                                                     \
    "time t5 week=? days=Fri start=08:00 end=10:00 supporter=s1;"                                  \
    "time t6 week=w1 days=Wed start=08:00 end=10:00"

static void the_time_of_all_patterns_at_once_is_that_of_each(void **state)
{
    /* w1: Monday 8 to 11, Tuesday 9 to 11; paid 2 + 2 x 2 x 2. w2: 2 + 8 + 1.5, paid 2 + 1.5,
     * unpaid 8. w3: what happens every week. */
    static const struct week_time want[] = {
        {5 * H, 10 * H, 0}, {11 * H + 30, 3 * H + 30, 8 * H}, {2 * H, 2 * H, 0}};
    (void)state;
    struct plan *plan = given_plan(PEOPLE PATTERNS);
    struct week_time all[COUNT(want)];
    struct week_line *lines;
    assert_int_equal(week_lines(plan, &lines), ST_OK);
    assert_int_equal(week_count_all(plan, lines, all), ST_OK);
    for (size_t i = 0; i < COUNT(want); i++) {
        struct week_time one = time_of(plan, week_pattern(plan, i));
        if (all[i].cover != want[i].cover || all[i].paid != want[i].paid ||
            all[i].unpaid != want[i].unpaid)
            fail_msg("pattern %zu: %lld, %lld, %lld", i, (long long)all[i].cover,
                     (long long)all[i].paid, (long long)all[i].unpaid);
        if (one.cover != want[i].cover || one.paid != want[i].paid || one.unpaid != want[i].unpaid)
            fail_msg("pattern %zu alone", i);
    }
    free(lines);
    plan_free(plan);
}

static void gaps_without_memory_change_nothing(void **state)
{
    (void)state;
    struct plan *plan = given_plan(OVERLAPPING);
    struct week_gap *list = NULL;
    size_t count = 99;
    int failures = 0;
    for (int round = 0; scarce_from(&round);) {
        enum status st = week_gaps(plan, "w1", &list, &count);
        if (!scarce_hit()) {
            assert_int_equal(st, ST_OK);
            continue;
        }
        failures++;
        if (st != ST_NOMEM || list || count != 99)
            fail_msg("round %d: status %d", round, (int)st);
    }
    assert_int_equal(failures, 1);
    assert_int_equal(count, 7); /* one from each noon to the next morning */
    free(list);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_as_long_as_it_says),
        cmocka_unit_test(a_line_without_days_is_on_the_monday),
        cmocka_unit_test(a_line_happens_on_each_of_its_days),
        cmocka_unit_test(a_line_without_start_varies_whatever_its_days),
        cmocka_unit_test(a_varying_line_happens_once_where_it_does_not_say),
        cmocka_unit_test(a_start_that_is_not_sure_is_a_start_all_the_same),
        cmocka_unit_test(what_is_not_sure_is_told_apart_from_what_is_not_given),
        cmocka_unit_test(what_a_line_says_or_its_supporter_decides_who_pays),
        cmocka_unit_test(a_row_that_could_not_be_used_counts_as_not_sure),
        cmocka_unit_test(a_plan_without_weeks_has_one_pattern),
        cmocka_unit_test(a_line_without_a_week_is_in_every_pattern),
        cmocka_unit_test(cover_paid_and_unpaid_time_are_three_figures),
        cmocka_unit_test(a_day_has_the_lines_that_begin_on_it_whole),
        cmocka_unit_test(the_days_make_the_week),
        cmocka_unit_test(lines_at_the_same_time_are_found),
        cmocka_unit_test(two_patterns_never_overlap),
        cmocka_unit_test(a_file_with_too_many_overlaps_to_read_is_cut_short),
        cmocka_unit_test(stretches_when_nobody_is_there_are_found),
        cmocka_unit_test(overlaps_without_memory_change_nothing),
        cmocka_unit_test(the_time_of_all_patterns_at_once_is_that_of_each),
        cmocka_unit_test(gaps_without_memory_change_nothing),
    };
    return cmocka_run_group_tests_name("week", tests, NULL, NULL);
}
