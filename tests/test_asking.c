/*
 * The questions for the care manager, as a list and as a page.
 */
#include "supportplan/asking.h"

#include "scarce.h"
#include "sitting_given.h"
#include "world.h"

static struct asking made(const struct world *w, const struct findings *findings)
{
    struct asking a;
    assert_int_equal(asking_make(w->plan, NULL, findings, &a), ST_OK);
    return a;
}

/* Of a plan that says all it must: each case adds one thing that is to be asked. */
#define TOLD "fund budget amount=100.00 every=week; contribution - status=nil;"

static void what_is_not_sure_not_told_or_wanted_is_asked(void **state)
{
    static const struct {
        const char *facts, *words, *item;
        enum field field;
    } cases[] = {
        {"contribution - status=nil", "How much is my personal budget?", "budget", F_FUND_AMOUNT},
        {"fund budget amount=1.00", "How much do I pay myself (contribution)?", "",
         F_CONTRIBUTION_STATUS},
        {TOLD "checklist assessment done=no", "I do not have this yet: assessment", "assessment",
         F_CHECKLIST_DONE},
        {TOLD "about - advocate=want", "I want an advocate. Who can be mine?", "",
         F_ABOUT_ADVOCATE},
        {TOLD "supporter s1 name=Sam phone=?", "Sam: phone", "s1", F_SUPPORTER_PHONE},
        {TOLD "supporter s1 name=Sam phone=? relation=?", "Sam: phone, relation", "s1",
         F_SUPPORTER_PHONE},
        {TOLD "answer important state=unsure", "important", "important", FIELD_NONE},
    };
    const struct findings none = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct world w = world_of(cases[i].facts);
        struct asking a = made(&w, &none);
        if (a.count != 1 || strcmp(a.list[0].words, cases[i].words) != 0 ||
            strcmp(a.list[0].item, cases[i].item) != 0 || a.list[0].field != cases[i].field)
            fail_msg("%s: %zu questions, the first '%s' of '%s'", cases[i].facts, a.count,
                     a.count ? a.list[0].words : "", a.count ? a.list[0].item : "");
        asking_free(&a);
        world_end(&w);
    }
}

static void what_the_check_asks_is_asked_once(void **state)
{
    char message[] = "Is it right?";
    struct finding list[] = {
        {.rule = "R05",
         .level = LEVEL_ASK,
         .section = SEC_TIME,
         .field = F_TIME_GOALS,
         .item = "t1",
         .message = message},
        /* it only repeats the "?" */
        {.rule = "R20",
         .level = LEVEL_ASK,
         .section = SEC_SUPPORTER,
         .field = F_SUPPORTER_PHONE,
         .item = "s1",
         .message = message},
        {.rule = "R06",
         .level = LEVEL_MUST,
         .section = SEC_TIME,
         .field = F_TIME_RATE,
         .item = "t1",
         .message = message},
    };
    const struct findings findings = {.list = list, .count = COUNT(list)};
    (void)state;
    struct world w = world_of(TOLD "supporter s1 name=Sam phone=?; time t1 what=Wash");
    struct asking a = made(&w, &findings);
    assert_int_equal(a.count, 2);
    assert_string_equal(a.list[0].words, "Sam: phone");
    assert_string_equal(a.list[1].words, message);
    assert_string_equal(a.list[1].item, "t1");
    asking_free(&a);
    world_end(&w);
}

static void where_memory_runs_out_no_question_is_missing_in_silence(void **state)
{
    const struct findings none = {0};
    (void)state;
    struct world w = world_of("supporter s1 name=Sam phone=?; about - advocate=want");
    for (int n = 0; scarce_from(&n);) {
        struct asking a = {.count = 99};
        enum status st = asking_make(w.plan, NULL, &none, &a);
        bool hit = scarce_hit();
        if (st == ST_OK) { /* memory that is only given back early may well be lacking */
            assert_int_equal(a.count, 4);
            asking_free(&a);
        } else if (!hit || st != ST_NOMEM || a.count != 99) {
            fail_msg("round %d: status %d, %zu questions", n, (int)st, a.count);
        }
    }
    world_end(&w);
}

static void a_question_leads_to_the_field_that_answers_it(void **state)
{
    struct sitting s =
        sitting_given("plan - form=seven-questions; fund budget amount=100.00 every=week "
                      "status=final; contribution - status=nil; supporter s1 name=Sam phone=?");
    (void)state;
    wizard_go(s.w, place_of(PLACE_ASKING));
    sitting_open_row(&s, "Sam: Phone");
    sitting_expect_at(&s, PLACE_FIELD);
    wizard_focus(s.w, page_edit_row(&s.w->page));
    sitting_type(&s, "01632 960111");
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_ASKING);
    sitting_expect_fact(&s, F_SUPPORTER_PHONE, "s1", "01632 960111");
    assert_false(sitting_has_row(&s, "Sam"));
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_sure_not_told_or_wanted_is_asked),
        cmocka_unit_test(what_the_check_asks_is_asked_once),
        cmocka_unit_test(where_memory_runs_out_no_question_is_missing_in_silence),
        cmocka_unit_test(a_question_leads_to_the_field_that_answers_it),
    };
    return cmocka_run_group_tests_name("asking", tests, NULL, NULL);
}
