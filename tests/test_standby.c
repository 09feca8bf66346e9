/*
 * Who steps in for whom.
 */
#include "supportplan/standby.h"

#include "scarce.h"
#include "world.h"

#define PEOPLE                                                                                     \
    "supporter s1 name=Sam kind=pa; supporter s2 name=Joan kind=family;"                           \
    "supporter s3 name=Sunrise kind=agency; supporter s4 name=Alarm kind=technology;"
/* Sam is never alone on Monday; on Tuesday from 9 he is. */
#define WEEK                                                                                       \
    "time t1 days=Mon,Tue start=09:00 end=10:00 supporter=s1;"                                     \
    "time t2 days=Mon start=08:00 end=12:00 supporter=s2;"                                         \
    "time t4 days=Mon start=00:00 end=24:00 supporter=s4;"

static struct standbys made(const struct world *w)
{
    struct standbys all;
    assert_int_equal(standbys_make(w->plan, &w->b, &all), ST_OK);
    return all;
}

static void everybody_in_the_week_is_gone_through_and_no_machine(void **state)
{
    (void)state;
    struct world w = world_of(PEOPLE WEEK);
    struct standbys all = made(&w);
    assert_int_equal(all.count, 2);
    assert_string_equal(all.list[0].supporter, "s1");
    assert_true(all.list[0].paid);
    assert_string_equal(all.list[1].supporter, "s2");
    assert_false(all.list[1].paid);
    assert_int_equal(all.open, 2);
    standbys_free(&all);
    world_end(&w);
}

static void the_moment_is_one_when_nobody_else_is_there(void **state)
{
    static const struct {
        const char *facts, *want;
    } cases[] = {
        {"time t1 days=Mon,Tue start=09:00 end=10:00 supporter=s1;"
         "time t2 days=Mon start=08:00 end=12:00 supporter=s2",
         "Who comes when Sam is ill on Tuesday at 09:00? Nobody else is there then."},
        {"time t1 days=Mon start=09:00 end=10:00 supporter=s1;"
         "time t2 days=Mon start=08:00 end=12:00 supporter=s2",
         "Who comes when Sam is ill on Monday at 09:00?"},
        /* Sunday's night goes on on Monday morning */
        {"time t1 days=Mon,Wed start=06:00 end=07:00 supporter=s1;"
         "time t2 days=Sun start=22:00 end=08:00 supporter=s2",
         "Who comes when Sam is ill on Wednesday at 06:00? Nobody else is there then."},
        {"time t1 minutes=60 supporter=s1", "Who comes when Sam is ill?"},
        {"time t1 days=? start=09:00 end=10:00 supporter=s1", "Who comes when Sam is ill?"},
        {"week w1 weeks=40; week w2 weeks=12;"
         "time t1 week=w2 days=Fri start=09:00 end=10:00 supporter=s1",
         "Who comes when Sam is ill on Friday at 09:00? Nobody else is there then."},
        {"supporter s1 kind=agency; time t1 days=Fri start=09:00 end=10:00 supporter=s1",
         "Who comes when somebody from Sam is ill on Friday at 09:00? Nobody else is there then."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(PEOPLE);
        world_add(&w, cases[i].facts);
        struct standbys all = made(&w);
        struct text t = {0};
        standby_question(w.plan, NULL, &all.list[0], false, &t);
        if (strcmp(text_str(&t), cases[i].want) != 0)
            fail_msg("%s: %s", cases[i].facts, text_str(&t));
        text_free(&t);
        standbys_free(&all);
        world_end(&w);
    }
}

static void a_holiday_is_asked_about_as_one(void **state)
{
    struct world w = world_of(PEOPLE);
    struct text t = {0};
    (void)state;
    world_add(&w, "time t1 days=Fri start=09:00 end=10:00 supporter=s1");
    struct standbys all = made(&w);
    standby_question(w.plan, NULL, &all.list[0], true, &t);
    assert_string_equal(text_str(&t), "Who comes when Sam is on holiday on Friday at 09:00? "
                                      "Nobody else is there then.");
    text_clear(&t);
    standbys_words(&all, &t);
    assert_string_equal(text_str(&t),
                        "For the one person in your week somebody is still to be named.");
    text_free(&t);
    standbys_free(&all);
    world_end(&w);
}

/* As the rule R13 has it: for who is paid, both when they are ill and when they are on holiday. */
static void what_is_enough_is_told_apart(void **state)
{
    static const struct {
        const char *facts, *want; /* of Sam, who is paid */
        size_t open;              /* of Sam and Joan */
    } cases[] = {
        {"", "If Sam is ill or on holiday: nobody is named yet.\n", 2},
        {"cover v1 supporter=s1 who=Bea phone=0123", "If Sam is ill or on holiday: Bea, 0123.\n",
         1},
        {"cover v1 supporter=s1 when=ill who=Bea",
         "If Sam is ill: Bea.\nIf Sam is on holiday: nobody is named yet.\n", 2},
        {"cover v1 supporter=s1 when=holiday who=Bea",
         "If Sam is on holiday: Bea.\nIf Sam is ill: nobody is named yet.\n", 2},
        {"cover v1 supporter=s1 when=ill who=Bea pays=budget note=Ring,early.;"
         "cover v2 supporter=s1 when=holiday who=Cat",
         "If Sam is ill: Bea. Paid from: my personal budget. Ring early.\nIf Sam is on holiday: "
         "Cat.\n",
         1},
        {"cover v1 supporter=s1 when=both", "If Sam is ill or on holiday: nobody is named yet.\n",
         2},
        {"cover v1 supporter=s1 who=?", "If Sam is ill or on holiday: not sure yet.\n", 2},
        {"cover v1 supporter=s1 when=? who=Bea",
         "If Sam is ill or on holiday, not sure which: Bea.\n", 2},
        {"cover v1 supporter=s2 when=ill who=Bea",
         "If Sam is ill or on holiday: nobody is named yet.\n", 1},
        {"cover v1 supporter=? who=Bea", "If Sam is ill or on holiday: nobody is named yet.\n", 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(PEOPLE WEEK);
        world_add(&w, cases[i].facts);
        struct standbys all = made(&w);
        struct notices said = {0};
        struct text t = {0};
        assert_int_equal(standby_say(w.plan, NULL, &all.list[0], &said), ST_OK);
        for (size_t n = 0; n < said.count; n++)
            text_addf(&t, "%s\n", said.list[n]);
        if (strcmp(text_str(&t), cases[i].want) != 0 || all.open != cases[i].open)
            fail_msg("%s: %zu open, and\n%s", cases[i].facts, all.open, text_str(&t));
        text_free(&t);
        notices_free(&said);
        standbys_free(&all);
        world_end(&w);
    }
}

static void where_memory_runs_out_nothing_is_made(void **state)
{
    (void)state;
    struct world w = world_of(PEOPLE WEEK);
    for (int n = 0; scarce_from(&n);) {
        struct standbys all = {.count = 99};
        enum status st = standbys_make(w.plan, &w.b, &all);
        if (scarce_hit()) {
            assert_int_equal(st, ST_NOMEM);
            assert_int_equal(all.count, 99);
        } else {
            standbys_free(&all);
        }
    }
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_in_the_week_is_gone_through_and_no_machine),
        cmocka_unit_test(the_moment_is_one_when_nobody_else_is_there),
        cmocka_unit_test(a_holiday_is_asked_about_as_one),
        cmocka_unit_test(what_is_enough_is_told_apart),
        cmocka_unit_test(where_memory_runs_out_nothing_is_made),
    };
    return cmocka_run_group_tests_name("standby", tests, NULL, NULL);
}
