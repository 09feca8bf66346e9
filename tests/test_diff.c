/*
 * What changed from one plan to another. An hour of help at 12.00 is the sum in every case: two
 * of them are 24.00 a week, 24.00 x 52 = 1,248.00 a year; three are 36.00 and 1,872.00.
 */
#include "supportplan/diff.h"

#include <stdio.h>
#include <string.h>

#include "given.h"

#define TWO_DAYS                                                                                   \
    "plan - title=Mine format=1 last=9 changed=2026-11-01; about - name=Lee;"                      \
    "answer important text=My,garden voice=mine; need n1 what=Washing; supporter s1 name=Sam;"     \
    "rate r1 supporter=s1 price=12.00 unit=hour; fund budget amount=50.00 every=week;"             \
    "time t1 days=Mon,Tue start=09:00 end=10:00 what=Wash supporter=s1 needs=n1"

/* A plan, and what is worked out from it. */
struct side {
    struct plan *plan;
    struct budget budget;
    struct report_input in;
};

static void side_open(struct side *side, const char *facts)
{
    side->plan = given_plan(facts);
    assert_int_equal(budget_count(side->plan, &side->budget), ST_OK);
    side->in = (struct report_input){.plan = side->plan,
                                     .budget = &side->budget,
                                     .today = date_of(2026, 11, 21),
                                     .width = REPORT_WIDTH,
                                     .charset = CHARSET_UTF8};
}

static void side_close(struct side *side)
{
    budget_free(&side->budget);
    plan_free(side->plan);
}

/* What is told of two plans; free() it. */
static char *told(const char *before, const char *now,
                  enum status (*tell)(const struct diff_pair *, struct text *))
{
    struct side a, b;
    struct text out = {0};
    side_open(&a, before);
    side_open(&b, now);
    const struct diff_pair pair = {
        .before = &a.in, .now = &b.in, .before_name = "old.csv", .now_name = "new.csv"};
    assert_int_equal(tell(&pair, &out), ST_OK);
    char *said = text_copy(text_str(&out));
    text_free(&out);
    side_close(&a);
    side_close(&b);
    return said;
}

/* Changes to the plan above, and the rows of the table that tell them. */
static const struct {
    const char *name, *change, *rows;
} changes[] = {
    {"nothing", "", ""},
    {"what the file keeps for itself", "plan - last=12 changed=2026-11-20", ""},
    {"an answer", "answer important text=My,dog", "answer,important,text,My garden,My dog\n"},
    {"a thing that is new", "goal g1 what=Swim", "goal,g1,what,,Swim\n"},
    {"a fact that is new", "supporter s1 phone=0101", "supporter,s1,phone,,0101\n"},
    {"a fact of a later version", "about - later=new", "about,,later,,new\n"},
    {"a value of two words", "about - reference=A,B", "about,,reference,,A B\n"},
    {"an hour more", "time t1 days=Mon,Tue,Wed",
     "time,t1,days,Mon Tue,Mon Tue Wed\n"
     "budget,week.w1.cost,,24.00,36.00\n"
     "budget,week.w1.cover,,120,180\n"
     "budget,week.w1.paid,,120,180\n"
     "budget,cost.week,,24.00,36.00\n"
     /* 4 x 24.00 and 4 x 36.00; 1248.00 / 12 = 104.00 and 1872.00 / 12 = 156.00 */
     "budget,cost.4weeks,,96.00,144.00\n"
     "budget,cost.month,,104.00,156.00\n"
     "budget,cost.year,,1248.00,1872.00\n"
     /* 50.00 - 24.00 = 26.00; 50.00 - 36.00 = 14.00; 14.00 x 4 = 56.00, x 52 = 728.00 */
     "budget,left.week,,26.00,14.00\n"
     "budget,left.4weeks,,104.00,56.00\n"
     "budget,left.year,,1352.00,728.00\n"
     /* 24 of 50 and 36 of 50 */
     "budget,used.percent,,48.00,72.00\n"
     /* all of the cost is support: the sums above */
     "budget,support.week,,24.00,36.00\n"
     "budget,support.year,,1248.00,1872.00\n"},
};

static void a_table_has_a_row_for_each_fact_and_figure(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char now[2048], want[2048];
        snprintf(now, sizeof now, "%s;%s", TWO_DAYS, changes[i].change);
        snprintf(want, sizeof want, "section,item,field,before,now\n%s", changes[i].rows);
        char *said = told(TWO_DAYS, now, diff_csv);
        if (strcmp(said, want) != 0)
            fail_msg("%s:\n%s", changes[i].name, said);
        free(said);
    }
}

/* The same table backwards has the two last columns the other way round. */
static void going_back_tells_the_same_turned_round(void **state)
{
    char now[2048];
    (void)state;
    snprintf(now, sizeof now, "%s;%s", TWO_DAYS, "goal g1 what=Swim");
    char *said = told(now, TWO_DAYS, diff_csv);
    assert_string_equal(said, "section,item,field,before,now\ngoal,g1,what,Swim,\n");
    free(said);
}

static void a_new_week_of_a_new_plan_is_told_by_its_figures(void **state)
{
    char *said = told("about - name=Lee",
                      "about - name=Lee; cost c1 what=Bus price=5.00 every=week", diff_csv);
    (void)state;
    assert_non_null(strstr(said, "cost,c1,price,,5.00\n"));
    assert_non_null(strstr(said, "budget,cost.week,,0.00,5.00\n"));
    free(said);
}

static void words_tell_hours_money_needs_and_each_thing(void **state)
{
    static const struct {
        const char *change;
        const char *has[6], *lacks[3];
    } rows[] = {
        {"",
         {"Before: old.csv, last changed on 1 November 2026", "Now: new.csv",
          "Nothing has changed."},
         {"Hours and money"}},
        {"time t1 days=Mon,Tue,Wed",
         {"Paid time a week: before 2 h, now 3 h. 1 h more.",
          "Cost a week: before 24.00, now 36.00. 12.00 more.",
          "Left a week: before 26.00, now 14.00. 12.00 less.",
          "Need 1, Washing. Before: 1 thing meets it, 24.00 a week. Now: 1",
          "days, before: Monday and Tuesday", "days, now: Monday to Wednesday"},
         {"Unpaid", "New"}},
        {"answer important text=My,dog",
         {"The hours and the money are the same.", "What meets each need is the same.",
          "text, before: My garden", "text, now: My dog"},
         {"New", "Taken away"}},
        {"fund budget amount=?",
         {"Budget a week: before 50.00, now not known.", "Left a week: before 26.00, now not"},
         {"more."}},
        {"about - later=new",
         {"What this version does not know", "about  later. Before: nothing. Now: new."},
         {"New"}},
        {"need n2 what=Cooking; contact p1 name=Ann phone=0202",
         {"Need 2, Cooking. New: nothing yet.", "New: Ann", "phone: 0202"},
         {"before 2"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char now[2048];
        snprintf(now, sizeof now, "%s;%s", TWO_DAYS, rows[i].change);
        char *said = told(TWO_DAYS, now, diff_text);
        for (size_t j = 0; j < 6 && rows[i].has[j]; j++)
            if (!strstr(said, rows[i].has[j]))
                fail_msg("%s: \"%s\" is missing in:\n%s", rows[i].change, rows[i].has[j], said);
        for (size_t j = 0; j < 3 && rows[i].lacks[j]; j++)
            if (strstr(said, rows[i].lacks[j]))
                fail_msg("%s: \"%s\" is in:\n%s", rows[i].change, rows[i].lacks[j], said);
        free(said);
    }
}

static void what_was_taken_away_is_told_with_what_it_held(void **state)
{
    char before[2048];
    (void)state;
    snprintf(before, sizeof before, "%s;%s", TWO_DAYS, "contact p1 name=Ann phone=0202");
    char *said = told(before, TWO_DAYS, diff_text);
    assert_non_null(strstr(said, "- Taken away: Ann\n  phone: 0202\n"));
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_a_row_for_each_fact_and_figure),
        cmocka_unit_test(going_back_tells_the_same_turned_round),
        cmocka_unit_test(a_new_week_of_a_new_plan_is_told_by_its_figures),
        cmocka_unit_test(words_tell_hours_money_needs_and_each_thing),
        cmocka_unit_test(what_was_taken_away_is_told_with_what_it_held),
    };
    return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
