/*
 * What the findings of a check come to, and the pages behind it.
 */
#include "supportplan/verdict.h"

#include "sitting_given.h"
#include "supportplan/steps.h"

static struct verdict verdict_now(const struct sitting *s)
{
    return verdict_count(s->w->plan, s->w->form, &s->w->findings);
}

static void an_empty_plan_has_a_thing_for_each_question_that_is_not_ready(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions");
    (void)state;
    struct verdict before = verdict_now(&s);
    plan_set(s.w->plan, F_ANSWER_TEXT, "important", "My cat", PLAN_LAST, NULL);
    wizard_recount(s.w);
    struct verdict after = verdict_now(&s);
    assert_int_equal(after.all, before.all);
    assert_int_equal(after.ready, before.ready + 1);
    sitting_end(&s);
}

static void nothing_of_an_empty_plan_is_ready(void **state)
{
    (void)state;
    for (size_t i = 0; i < SITTING_FORMS; i++) {
        char plan[64];
        snprintf(plan, sizeof plan, "plan - form=%s", sitting_forms[i]);
        struct sitting s = sitting_given(plan);
        struct verdict v = verdict_now(&s);
        if (v.ready > 0 || v.all == 0)
            fail_msg("%s: %zu of %zu things are ready", sitting_forms[i], v.ready, v.all);
        sitting_end(&s);
    }
}

/* What is added to a plan, and the rule that has something to look at then. */
static void a_rule_counts_once_there_is_something_that_it_is_about(void **state)
{
    static const struct {
        const char *rule, *facts;
    } rows[] = {
        {"R04", "; need n1 what=Wash eligible=yes met-by=My,sister"},
        {"R06", "; cost c1 what=Bus price=5.00 every=week"},
        {"R10", "; contribution - status=nil"},
        {"R12", "; money - how=direct-payment meets=Washing paid-every=4weeks managed-by=Me "
                "separate-account=yes"},
        {"R17", "; action a1 what=Ring who=Me by=2027-01-01"},
        {"R20", "; supporter s1 name=Sam kind=pa partner=no lives-with-me=no relation=none"},
        {"R27", "; supporter s1 name=Sam kind=family"},
        {"R29", "; fund f1 name=Mine kind=own"},
        {"R14", "; fund budget amount=10.00 every=week"},
        {"R16", "; answer safe text=None"},
        {"R07", "; fund budget amount=10.00 every=week; cost c1 what=Bus price=5.00 every=week"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char facts[256];
        const struct check_rule *rule = check_rule(0);
        for (size_t r = 0; strcmp(rule->id, rows[i].rule) != 0; r++)
            rule = check_rule(r);
        snprintf(facts, sizeof facts, "plan - form=seven-questions%s", rows[i].facts);
        struct sitting empty = sitting_given("plan - form=seven-questions");
        struct sitting s = sitting_given(facts);
        bool before = verdict_applies(empty.w->plan, &empty.w->findings, rule);
        if (before || !verdict_applies(s.w->plan, &s.w->findings, rule))
            fail_msg("%s counts %s", rule->id, before ? "too early" : "not at all");
        sitting_end(&empty);
        sitting_end(&s);
    }
}

static void several_findings_of_one_rule_are_one_thing(void **state)
{
    struct sitting s = sitting_with("middling", NULL);
    (void)state;
    struct verdict all = verdict_now(&s);
    assert_int_equal(all.ready, all.all); /* the example is ready to send */
    plan_set(s.w->plan, F_SUPPORTER_WILLING, "s3", NULL, PLAN_LAST, NULL);
    plan_set(s.w->plan, F_SUPPORTER_WILLING, "s4", NULL, PLAN_LAST, NULL);
    wizard_recount(s.w);
    assert_int_equal(s.w->findings.must, 2);
    struct verdict v = verdict_now(&s);
    assert_int_equal(v.all, all.all);
    assert_int_equal(v.ready, all.all - 1);
    sitting_end(&s);
}

static void findings_stand_under_the_council_s_own_question(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions; goal g1 by=2027-01-31");
    (void)state;
    assert_true(steps_to_kind(s.w, PAGE_CHECK));
    size_t heading = sitting_row(&s, "4. What I want to change, keep or achieve");
    assert_string_equal(s.w->page.rows[heading + 1].text, "\"What I'd change\" has no answer yet.");
    size_t other = sitting_row(&s, "Goal 1 has no words yet.");
    assert_true(other > heading);
    assert_int_equal(s.w->page.rows[other].role, ROW_ITEM);
    sitting_end(&s);
}

static void one_key_goes_to_the_very_field_and_back(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions; goal g1 by=2027-01-31");
    (void)state;
    assert_true(steps_to_kind(s.w, PAGE_CHECK));
    sitting_open_row(&s, "Goal 1 has no words yet.");
    sitting_expect_at(&s, PLACE_FIELD);
    assert_int_equal(wizard_at(s.w)->field, F_GOAL_WHAT);
    sitting_type(&s, "Swim");
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_expect_fact(&s, F_GOAL_WHAT, "g1", "Swim");
    assert_false(sitting_has_row(&s, "Goal 1 has no words yet."));
    sitting_end(&s);
}

/* A line that is for nothing: R05 asks what it is for. */
#define LONELY                                                                                     \
    "plan - form=toolkit; supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=12.00 "        \
    "unit=hour;"                                                                                   \
    "time t1 days=Mon start=08:00 end=09:00 what=Wash supporter=s1; goal g1 what=Swim"

static void a_reason_is_an_answer_until_the_facts_change(void **state)
{
    struct sitting s = sitting_given(LONELY);
    (void)state;
    assert_true(steps_to_kind(s.w, PAGE_CHECK));
    sitting_open_row(&s, "Say why something is right as it is");
    sitting_open_row(&s, "What is \"Wash");
    sitting_expect_at(&s, PLACE_REASON);
    sitting_type(&s, "It starts my day.");
    sitting_command(&s, CMD_DONE);
    sitting_expect_fact(&s, F_REASON_TEXT, "r05-t1", "It starts my day.");
    sitting_expect_fact(&s, F_REASON_ABOUT, "r05-t1", "What is \"Wash, Monday 08:00\" for?");
    size_t row = sitting_row(&s, "What is \"Wash");
    assert_string_equal(s.w->page.rows[row].state, "It starts my day.");
    plan_set(s.w->plan, F_TIME_START, "t1", "07:00", PLAN_LAST, NULL);
    wizard_recount(s.w);
    wizard_rebuild(s.w);
    row = sitting_row(&s, "What is \"Wash, Monday 07:00");
    assert_string_equal(s.w->page.rows[row].state, "asked again: something changed");
    sitting_end(&s);
}

static size_t asked(const struct wizard *w, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < w->findings.count; i++)
        count +=
            w->findings.list[i].level == LEVEL_ASK && strcmp(w->findings.list[i].rule, rule) == 0;
    return count;
}

/* One line meets two others: both questions have its name, and one reason answers both. */
static void a_reason_answers_all_that_is_asked_of_a_thing(void **state)
{
    struct sitting s =
        sitting_given("plan - form=seven-questions; supporter s1 kind=pa name=Sam;"
                      "supporter s2 kind=pa name=Ros; supporter s3 kind=pa name=Kit;"
                      "time t1 days=Mon start=09:00 end=10:00 supporter=s1 pays=budget;"
                      "time t2 days=Mon start=10:00 end=11:00 supporter=s2 pays=budget;"
                      "time t3 days=Mon start=09:30 end=10:30 supporter=s3 pays=budget");
    (void)state;
    assert_int_equal(asked(s.w, "R24"), 2);
    wizard_go(s.w, place_of(PLACE_REASONS));
    sitting_open_row(&s, "Two paid people");
    sitting_type(&s, "The hoist needs two.");
    sitting_command(&s, CMD_DONE);
    assert_int_equal(asked(s.w, "R24"), 0);
    plan_set(s.w->plan, F_TIME_END, "t2", "11:30", PLAN_LAST, NULL);
    plan_set(s.w->plan, F_TIME_START, "t2", "10:15", PLAN_LAST, NULL);
    wizard_recount(s.w);
    assert_int_equal(asked(s.w, "R24"), 1); /* that of t1 stands */
    sitting_end(&s);
}

/* t2 meets t1 and has its reason for that; t3 comes and meets both. What is asked is all asked of
 * t3, on one page, and one answer is for all of it. */
static void a_line_that_meets_two_is_asked_about_once(void **state)
{
    struct sitting s =
        sitting_given("plan - form=seven-questions; supporter s1 kind=pa name=Sam;"
                      "supporter s2 kind=pa name=Ros;"
                      "time t1 days=Mon start=10:00 end=12:00 what=Wash supporter=s1 pays=budget;"
                      "time t2 days=Mon start=11:00 end=12:00 what=Lift supporter=s2 pays=budget");
    (void)state;
    wizard_go(s.w, place_of(PLACE_REASONS));
    sitting_open_row(&s, "Two paid people");
    sitting_type(&s, "The hoist needs two.");
    sitting_command(&s, CMD_DONE);
    sitting_command(&s, CMD_WEEK);
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "mon 10-11.30 swim, Kit, 10.00");
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_TOGETHER);
    assert_true(sitting_has_row(&s, "Two paid people are there at once: \"Wash, Monday 10:00\""));
    assert_true(sitting_has_row(&s, "Two paid people are there at once: \"Lift, Monday 11:00\""));
    sitting_open_row(&s, "Yes, it is meant so");
    assert_int_equal(asked(s.w, "R24"), 0);
    sitting_end(&s);
}

static void a_reason_can_be_taken_away(void **state)
{
    struct sitting s = sitting_given(LONELY "; reason r05-t1 text=Yes.");
    (void)state;
    wizard_go(s.w, place_of(PLACE_REASONS));
    for (size_t i = 0; i < s.w->page.count; i++)
        if (strcmp(s.w->page.rows[i].item, "r05-t1") == 0)
            wizard_focus(s.w, i);
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_REASON);
    sitting_open_row(&s, "Leave it empty");
    sitting_expect_at(&s, PLACE_REASONS);
    assert_int_equal(plan_count(s.w->plan, SEC_REASON), 0);
    sitting_end(&s);
}

static void a_reason_s_name_is_one_that_a_plan_may_hold(void **state)
{
    static const struct {
        const char *rule, *item, *want;
    } cases[] = {{"R14", "", "r14"},
                 {"R05", "t3", "r05-t3"},
                 {"R05", "t123456789012345678901234567", "r05-t123456789012345678901234567"},
                 {"R05", "t12345678901234567890123456789", NULL}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char name[NAME_MAX_LEN + 1];
        bool is = check_reason_name(cases[i].rule, cases[i].item, name);
        if (is != (cases[i].want != NULL) || (is && strcmp(name, cases[i].want) != 0))
            fail_msg("%s %s: %s", cases[i].rule, cases[i].item, is ? name : "none");
    }
}

static void what_is_ready_is_told_with_what_is_not(void **state)
{
    struct sitting s = sitting_given("plan - form=seven-questions");
    (void)state;
    assert_true(steps_to_kind(s.w, PAGE_CHECK));
    sitting_open_row(&s, "What is ready, and what is not");
    sitting_expect_at(&s, PLACE_READY);
    assert_true(sitting_row(&s, "Not ready yet") < sitting_row(&s, "Every question has an answer"));
    assert_false(sitting_has_row(&s, "Ready"));
    assert_true(sitting_row(&s, "The plan has nothing of this yet") <
                sitting_row(&s, "The plan costs no more than the budget"));
    assert_true(sitting_has_row(&s, "Questions that only you can answer"));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_plan_has_a_thing_for_each_question_that_is_not_ready),
        cmocka_unit_test(nothing_of_an_empty_plan_is_ready),
        cmocka_unit_test(a_rule_counts_once_there_is_something_that_it_is_about),
        cmocka_unit_test(several_findings_of_one_rule_are_one_thing),
        cmocka_unit_test(findings_stand_under_the_council_s_own_question),
        cmocka_unit_test(one_key_goes_to_the_very_field_and_back),
        cmocka_unit_test(a_reason_is_an_answer_until_the_facts_change),
        cmocka_unit_test(a_reason_answers_all_that_is_asked_of_a_thing),
        cmocka_unit_test(a_line_that_meets_two_is_asked_about_once),
        cmocka_unit_test(a_reason_can_be_taken_away),
        cmocka_unit_test(a_reason_s_name_is_one_that_a_plan_may_hold),
        cmocka_unit_test(what_is_ready_is_told_with_what_is_not),
    };
    return cmocka_run_group_tests_name("verdict", tests, NULL, NULL);
}
