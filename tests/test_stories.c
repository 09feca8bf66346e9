/*
 * Published stories, read as a careful reader would: what the checker says of them. Each story
 * names where it was published.
 */
#include "supportplan/check.h"

#include <string.h>

#include "world.h"

/* Fail unless a rule says this of something. */
static void assert_says(const struct world *w, const char *rule, const char *item,
                        const char *message)
{
    struct findings found;
    struct text said = {0};
    const struct check_input in = {
        .plan = w->plan, .budget = &w->b, .today = date_of(2026, 11, 21)};
    bool as_wanted = false;
    assert_int_equal(check_plan(&in, &found), ST_OK);
    for (size_t i = 0; i < found.count; i++) {
        const struct finding *f = &found.list[i];
        if (strcmp(f->rule, rule) != 0)
            continue;
        as_wanted = as_wanted || (strcmp(f->item, item) == 0 && strcmp(f->message, message) == 0);
        text_addf(&said, "\n%s %s %s", f->rule, f->item, f->message);
    }
    if (!as_wanted)
        fail_msg("%s of %s: \"%s\" is not among:%s", rule, item, message, text_str(&said));
    text_free(&said);
    findings_free(&found);
}

/*
 * A man in Oxfordshire: the Independent Living Fund paid for his nights, and closed
 * (https://caselaw.nationalarchives.gov.uk/ewhc/admin/2017/354). While it is there, the plan says
 * what it pays for; once it is gone, somebody must say who pays for the nights.
 */
static void two_funds_and_then_one(void **state)
{
    struct world w = world_of_file("case-03-before.csv");
    (void)state;
    world_add(&w, "rate r2 price=40.00"); /* a night, as published: 7 x 40.00 x 52 */
    assert_says(&w, "R29", "f1",
                "\"Independent Living Fund\" pays 14,560.00 pounds a year. Your personal budget "
                "does not pay this.");
    assert_int_equal(plan_remove(w.plan, SEC_FUND, "f1", NULL), ST_OK);
    world_add(&w, "");
    assert_says(&w, "R06", "t1",
                "You are not sure yet of \"pays\" for \"Night, every day 22:00\". Ask your care "
                "manager.");
    world_end(&w);
}

/*
 * A woman in Calderdale: a live-in carer until 14:30, an agency from 18:00 to 21:00
 * (https://calderdale.connecttosupport.org/s4s/SharedStories/View/32e0da3a-70d0-400f-8a76-a0cb01073c15).
 * Nobody is named for the afternoon, nor for the night.
 */
static void an_afternoon_with_nobody(void **state)
{
    struct world w = world_of_file("case-04.csv");
    (void)state;
    world_add(&w, "about - alone=never");
    assert_says(&w, "R25", "", "Nobody is there from 14:30 to 18:00, every day.");
    world_end(&w);
}

/*
 * A sample plan of a standards body (https://github.com/HL7/eLTSS): 12 trips at 60.00 are 720.00,
 * and it says 600.00; 13 visits at 55.00 are 715.00, it says 660.00; 13 at 65.00 are 845.00, it
 * says 780.00. Together 2,280.00, where it says 2,040.00.
 */
static void totals_that_do_not_add_up(void **state)
{
    struct world w = world_of("cost c1 what=Transport price=60.00 quantity=12 every=once;"
                              "cost c2 what=Education price=55.00 quantity=13 every=once;"
                              "cost c3 what=Exercises price=65.00 quantity=13 every=once;"
                              "money - letter-total=2040.00");
    (void)state;
    assert_int_equal(w.b.once_year, 228000);
    assert_says(&w, "R30", "",
                "A letter says 2,040.00 pounds a year. This plan comes to 2,280.00 pounds.");
    world_add(&w, "fund budget amount=2040.00 every=year status=final");
    assert_says(&w, "R07", "budget",
                "The plan costs 240.00 pounds a year more than your final personal budget.");
    world_end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_funds_and_then_one),
        cmocka_unit_test(an_afternoon_with_nobody),
        cmocka_unit_test(totals_that_do_not_add_up),
    };
    return cmocka_run_group_tests_name("stories", tests, NULL, NULL);
}
