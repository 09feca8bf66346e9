/*
 * Who gives how much time, paid and unpaid.
 */
#include "supportplan/split.h"

#include "scarce.h"
#include "world.h"

#define PEOPLE                                                                                     \
    "supporter s1 name=Sam kind=pa; supporter s2 name=Joan kind=family;"                           \
    "supporter s3 name=Choir kind=community; rate r1 supporter=s1 price=12.00 unit=hour;"

/* Joan is paid for one of her lines; one line varies; one has a price and nobody with it. */
#define LINES                                                                                      \
    "time t1 days=Mon,Tue start=08:00 end=09:30 supporter=s1 workers=2;"                           \
    "time t2 days=Sat start=22:00 end=06:00 supporter=s2;"                                         \
    "time t3 days=Sun start=10:00 end=11:00 supporter=s2 pays=budget;"                             \
    "time t4 minutes=150 times=5 supporter=s1;"                                                    \
    "time t5 days=Wed start=10:00 end=12:00 rate=r1"

static struct split made(const struct world *w, const char *pattern)
{
    struct split s;
    assert_int_equal(split_make(w->plan, &w->b, pattern, &s), ST_OK);
    return s;
}

static void each_person_has_their_time_by_day(void **state)
{
    static const struct {
        const char *supporter;
        int day;
        int64_t paid, unpaid;
    } want[] = {
        {"s1", 0, 180, 0},            /* 1 h 30 m with two workers */
        {"s1", 1, 180, 0},            /**/
        {"s1", SPLIT_VARIES, 150, 0}, /* in all */
        {"s2", 5, 0, 480},            /* a night belongs to the day it begins */
        {"s2", 6, 60, 0},             /* the line says who pays */
        {"", 2, 120, 0},              /* a price and no name */
    };
    (void)state;
    struct world w = world_of(PEOPLE LINES);
    struct split s = made(&w, "w1");
    assert_int_equal(s.count, 3);
    for (size_t i = 0; i < COUNT(want); i++) {
        size_t p = 0;
        while (p < s.count && strcmp(s.people[p].supporter, want[i].supporter) != 0)
            p++;
        const struct week_time *got = &s.people[p].days[want[i].day];
        if (got->paid != want[i].paid || got->unpaid != want[i].unpaid)
            fail_msg("%s on day %d: %lld paid, %lld unpaid", want[i].supporter, want[i].day,
                     (long long)got->paid, (long long)got->unpaid);
    }
    assert_int_equal(s.days[2].paid, 120);
    split_free(&s);
    world_end(&w);
}

/* 180 + 180 + 150 + 60 + 120 paid, 480 unpaid; and week_count() has the same. */
static void what_people_give_adds_up_to_the_week_s_time(void **state)
{
    struct week_time time;
    (void)state;
    struct world w = world_of(PEOPLE LINES);
    struct split s = made(&w, "w1");
    assert_int_equal(s.all.paid, 690);
    assert_int_equal(s.all.unpaid, 480);
    assert_int_equal(week_count(w.plan, "w1", &time), ST_OK);
    assert_int_equal(time.paid, 690);
    assert_int_equal(time.unpaid, 480);
    split_free(&s);
    world_end(&w);
}

static void each_kind_of_week_has_its_own_people(void **state)
{
    (void)state;
    struct world w = world_of(PEOPLE "week w1 weeks=40; week w2 weeks=12;"
                                     "time t1 week=w2 days=Mon start=08:00 end=09:00 supporter=s1;"
                                     "time t2 days=Tue start=08:00 end=09:00 supporter=s2");
    struct split first = made(&w, "w1"), second = made(&w, "w2");
    assert_int_equal(first.count, 1);
    assert_string_equal(first.people[0].supporter, "s2");
    assert_int_equal(second.count, 2);
    split_free(&first);
    split_free(&second);
    world_end(&w);
}

static void a_person_s_time_is_said_in_words(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {LINES, "Sam: 8 h 30 m paid a week: Monday and Tuesday 3 h, times vary 2 h 30 m. []\n"
                "Joan: 1 h paid a week: Sunday 1 h. 8 h unpaid a week: Saturday 8 h. "
                "[willing: not written down yet.]\n"
                "Somebody not known yet: 2 h paid a week: Wednesday 2 h. []\n"},
        {"supporter s2 willing=yes; time t1 days=" EVERY_DAY " start=08:00 end=09:00 supporter=s2",
         "Joan: 7 h unpaid a week: every day 1 h. [willing: yes.]\n"},
        {"supporter s2 willing=unknown; time t1 days=Mon start=08:00 end=09:00 supporter=s2",
         "Joan: 1 h unpaid a week: Monday 1 h. [willing: unknown.]\n"},
        {"time t1 days=Thu start=19:00 end=21:00 supporter=s3",
         "Choir: 2 h unpaid a week: Thursday 2 h. []\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(PEOPLE);
        world_add(&w, cases[i].facts);
        struct split s = made(&w, "w1");
        struct text t = {0};
        for (size_t p = 0; p < s.count; p++) {
            split_name(w.plan, NULL, s.people[p].supporter, &t);
            text_add(&t, ": ");
            split_person_words(&s.people[p], &t);
            text_add(&t, " [");
            split_willing_words(w.plan, NULL, &s.people[p], &t);
            text_add(&t, "]\n");
        }
        if (strcmp(text_str(&t), cases[i].want) != 0)
            fail_msg("%s:\n%s\nand not:\n%s", cases[i].facts, text_str(&t), cases[i].want);
        text_free(&t);
        split_free(&s);
        world_end(&w);
    }
}

static void where_memory_runs_out_nothing_is_made(void **state)
{
    (void)state;
    struct world w = world_of(PEOPLE LINES);
    for (int n = 0; scarce_from(&n);) {
        struct split s = {.count = 99};
        enum status st = split_make(w.plan, &w.b, "w1", &s);
        if (scarce_hit()) {
            assert_int_equal(st, ST_NOMEM);
            assert_int_equal(s.count, 99);
        } else {
            split_free(&s);
        }
    }
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_person_has_their_time_by_day),
        cmocka_unit_test(what_people_give_adds_up_to_the_week_s_time),
        cmocka_unit_test(each_kind_of_week_has_its_own_people),
        cmocka_unit_test(a_person_s_time_is_said_in_words),
        cmocka_unit_test(where_memory_runs_out_nothing_is_made),
    };
    return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
