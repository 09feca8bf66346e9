/* The week as a picture of plain letters. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "given.h"
#include "scarce.h"
#include "supportplan/grid.h"

static const struct {
    const char *facts;
    int width;
    const char *want;
} cases[] = {
    {"", 66, ""},
    {"time t1 what=Any,time minutes=60", 66, ""},
    {"time t1 days=? start=08:00 end=09:00; time t2 start=? end=09:00; time t3 start=08:00", 66,
     ""},
    /* 2 columns an hour from column 5: 08:00 at 5 + 16, 09:30 at 5 + 19 */
    {"time t1 days=Mon,Tue start=08:00 end=09:30 what=Wash; "
     "time t2 days=Tue start=13:00 end=16:00 what=Swim; "
     "time t3 days=Tue start=15:00 end=17:00 what=Second,person",
     66,
     "     00    03    06    09    12    15    18    21\n"
     "Mon                  [W]\n"
     "Tue                  [W]       [Swim]\n"
     "                                   [Se]\n"
     "Wed\nThu\nFri\nSat\nSun\n"},
    /* a night; half an hour is one letter, and touching letters take the next row */
    {"time t1 days=Sun start=22:00 end=06:00 what=Sleep; "
     "time t2 days=Sun start=09:00 end=09:30 what=Pills; "
     "time t3 days=Sun start=09:30 end=10:00 what=Toast",
     66,
     "     00    03    06    09    12    15    18    21\n"
     "Mon  <Sleep=====]\n"
     "Tue\nWed\nThu\nFri\nSat\n"
     "Sun                    P                         [Sl>\n"
     "                        T\n"},
    /* 3 columns an hour where there is room, 1 where there is little; ends at midnight */
    {"time t1 days=Mon start=20:00 end=24:00 what=Film", 80,
     "     00       03       06       09       12       15       18       21\n"
     "Mon                                                              [Film======]\n"
     "Tue\nWed\nThu\nFri\nSat\nSun\n"},
    {"time t1 days=Mon start=20:00 end=24:00 what=Film", 30,
     "     00 03 06 09 12 15 18 21\n"
     "Mon                      [Fi]\n"
     "Tue\nWed\nThu\nFri\nSat\nSun\n"},
};

static void lines_stand_under_their_hours(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct text got = {0};
        assert_int_equal(grid_draw(plan, "w1", cases[i].width, &got), ST_OK);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("case %zu:\n%s\nnot\n%s", i, text_str(&got), cases[i].want);
        text_free(&got);
        plan_free(plan);
    }
}

static void only_the_lines_of_the_pattern_are_drawn(void **state)
{
    struct plan *plan = given_plan("week w1 name=A; week w2 name=B; "
                                   "time t1 week=w2 days=Mon start=08:00 end=12:00 what=Out");
    struct text got = {0};

    (void)state;
    assert_int_equal(grid_draw(plan, "w1", 66, &got), ST_OK);
    assert_string_equal(text_str(&got), "");
    assert_int_equal(grid_draw(plan, "w2", 66, &got), ST_OK);
    assert_non_null(strstr(text_str(&got), "[Out===]"));
    text_free(&got);
    plan_free(plan);
}

static void words_are_plain_and_harmless(void **state)
{
    struct plan *plan = given_plan("time t1 days=Mon start=00:00 end=24:00 what=Zo\xc3\xab\x1b[2J");
    struct text got = {0};

    (void)state;
    assert_int_equal(grid_draw(plan, "w1", 66, &got), ST_OK);
    for (const char *c = text_str(&got); *c != '\0'; c++)
        if ((unsigned char)*c > 126 || ((unsigned char)*c < 32 && *c != '\n'))
            fail_msg("byte %02x", (unsigned)(unsigned char)*c);
    text_free(&got);
    plan_free(plan);
}

static void a_crowded_day_says_how_many_did_not_fit(void **state)
{
    struct plan *plan = plan_new();
    struct text got = {0};
    char item[16];

    (void)state;
    for (int i = 1; i <= 300; i++) {
        snprintf(item, sizeof item, "t%d", i);
        plan_set(plan, F_TIME_START, item, "08:00", PLAN_LAST, NULL);
        plan_set(plan, F_TIME_END, item, "12:00", PLAN_LAST, NULL);
    }
    assert_int_equal(grid_draw(plan, "w1", 66, &got), ST_OK);
    /* 20 rows, so 280 are left; the other days are there all the same */
    assert_non_null(strstr(text_str(&got), "\n+280"));
    assert_non_null(strstr(text_str(&got), "\nSun\n"));
    text_free(&got);
    plan_free(plan);
}

static void where_memory_runs_out_it_says_so(void **state)
{
    struct plan *plan = given_plan(cases[3].facts);

    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct text got = {0};
        enum status st = grid_draw(plan, "w1", 66, &got);
        if (scarce_hit() && st == ST_OK && strcmp(text_str(&got), cases[3].want) != 0)
            fail_msg("allocation %d failed and nothing was said", n);
        text_free(&got);
    }
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_stand_under_their_hours),
        cmocka_unit_test(only_the_lines_of_the_pattern_are_drawn),
        cmocka_unit_test(words_are_plain_and_harmless),
        cmocka_unit_test(a_crowded_day_says_how_many_did_not_fit),
        cmocka_unit_test(where_memory_runs_out_it_says_so),
    };

    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
