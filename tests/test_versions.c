/*
 * Another version of the plan: what could come back is shown before it does, nothing goes without
 * being asked, and of two versions the person chooses fact by fact.
 */
#include "sitting.h"
#include "supportplan/versions.h"
#include "test.h"

#define HEAD "\"section\",\"item\",\"field\",\"value\"\nplan,,format,1\nplan,,form,toolkit\n"

static struct sitting s;

static int begin(void **state)
{
    static const char plan[] = HEAD "about,,name,Ann\nanswer,keep,text,The choir\n"
                                    "supporter,s1,name,Sam\nsupporter,s1,kind,pa\n"
                                    "contact,p2,name,Bea\nend,,rows,7\n";
    (void)state;
    s = sitting_begin();
    sitting_open_bytes(&s, plan, sizeof plan - 1, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    return 0;
}

static int end(void **state)
{
    (void)state;
    sitting_end(&s);
    return 0;
}

static struct plan *other_plan(const char *rows)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    struct text t = {0};
    text_addf(&t, "%s%s", HEAD, rows);
    assert_int_equal(plan_csv_read(text_str(&t), t.len, &plan, &opening, NULL), ST_OK);
    notices_free(&opening.notices);
    text_free(&t);
    return plan;
}

/* A name is added, an answer goes. */
static struct version given_version(enum version_from from)
{
    struct version v = {.from = from, .when = "14:00 on 21 November 2026"};
    v.plan = other_plan("about,,name,Anna\nsupporter,s1,name,Sam\nsupporter,s1,kind,pa\n"
                        "contact,p2,name,Bea\nend,,rows,6\n");
    return v;
}

/* What was being typed at a question of the form. */
static void given_draft(struct version *v, const char *answer, const char *words)
{
    sitting_go_field(&s, F_ANSWER_TEXT, answer);
    const struct place *p = wizard_at(s.w);
    v->drafts = calloc(1, sizeof *v->drafts);
    v->drafts[0] = (struct draft){.kind = p->kind,
                                  .field = p->field,
                                  .section = p->section,
                                  .page = p->page,
                                  .text = strdup(words)};
    v->draft_count = 1;
    wizard_home(s.w);
}

static void what_would_come_back_is_shown_first(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_UNSAVED);
    given_draft(&v, "good-day", "I get up when");
    assert_true(versions_show(s.w, &v));
    sitting_row(&s, "This was written last at 14:00 on 21 November 2026.");
    sitting_row(&s, "I get up when");
    sitting_row(&s, "My name: Anna. It is now: Ann.");
    assert_true(sitting_has_row(&s, "Bring it back"));
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Ann");
    assert_int_equal(s.saves, 0);
}

static void bringing_it_back_saves_it_and_goes_on_where_it_was(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_UNSAVED);
    given_draft(&v, "good-day", "I get up when");
    assert_true(versions_show(s.w, &v));
    wizard_focus(s.w, sitting_row(&s, "Bring it back"));
    unsigned effects = wizard_command(s.w, CMD_OPEN, "");
    assert_true(effects & FX_SAVE);
    assert_true(effects & FX_BROUGHT);
    sitting_carry(&s, effects);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Anna");
    sitting_expect_fact(&s, F_ANSWER_TEXT, "keep", NULL);
    assert_string_equal(text_str(&s.w->edit.text), "I get up when");
    assert_true(wizard_typing(s.w));
    sitting_expect_message(&s, "What you were writing is back. Go on where you were.");
}

static void not_now_changes_nothing_and_asks_for_nothing(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_UNSAVED);
    assert_true(versions_show(s.w, &v));
    wizard_focus(s.w, sitting_row(&s, "Not now"));
    assert_int_equal(wizard_command(s.w, CMD_OPEN, ""), FX_NONE);
    sitting_expect_at(&s, PLACE_TASKS);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Ann");
}

static void stepping_back_is_not_now(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_UNSAVED);
    assert_true(versions_show(s.w, &v));
    assert_int_equal(wizard_command(s.w, CMD_BACK, ""), FX_NONE);
    sitting_expect_at(&s, PLACE_TASKS);
}

static void letting_it_go_is_asked_once_more(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_UNSAVED);
    assert_true(versions_show(s.w, &v));
    wizard_focus(s.w, sitting_row(&s, "Let it go"));
    assert_int_equal(wizard_command(s.w, CMD_OPEN, ""), FX_NONE);
    sitting_row(&s, "What was not saved will be gone for good.");
    wizard_focus(s.w, sitting_row(&s, "Let it go for good"));
    assert_int_equal(wizard_command(s.w, CMD_OPEN, ""), FX_LET_GO);
    sitting_expect_at(&s, PLACE_TASKS);
}

static void words_that_are_in_the_plan_by_now_are_not_offered(void **state)
{
    (void)state;
    struct version v = {.from = VERSION_UNSAVED};
    given_draft(&v, "keep", "The choir");
    assert_false(versions_show(s.w, &v));
    sitting_expect_at(&s, PLACE_TASKS);
}

static void the_same_plan_is_not_offered(void **state)
{
    (void)state;
    struct version v = {.from = VERSION_UNSAVED, .plan = plan_copy(s.w->plan)};
    assert_false(versions_show(s.w, &v));
}

static void another_order_is_offered_though_no_fact_differs(void **state)
{
    (void)state;
    struct version v = {.from = VERSION_UNSAVED, .plan = plan_copy(s.w->plan)};
    static const char *const cells[] = {"a row", "of three", "cells"};
    assert_int_equal(plan_add_odd(v.plan, ODD_CELLS, 9, cells, COUNT(cells), NULL), ST_OK);
    assert_true(versions_show(s.w, &v));
    sitting_row(&s, "Only the order differs, or rows that could not be used.");
}

static void the_day_of_the_last_change_alone_is_not_offered(void **state)
{
    (void)state;
    struct version v = {.from = VERSION_UNSAVED, .plan = plan_copy(s.w->plan)};
    assert_int_equal(plan_set(v.plan, F_PLAN_CHANGED, "", "2026-11-20", PLAN_LAST, NULL), ST_OK);
    assert_false(versions_show(s.w, &v));
}

/* Two versions */

static void mine_stays_where_nothing_else_is_chosen(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_FILE);
    assert_true(versions_show(s.w, &v));
    sitting_row(&s, "My name: Ann");
    sitting_row(&s, "the file's: Anna");
    wizard_focus(s.w, sitting_row(&s, "Save it like this"));
    assert_true(wizard_command(s.w, CMD_OPEN, "") & FX_TAKE_ALL);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Ann");
    sitting_expect_fact(&s, F_ANSWER_TEXT, "keep", "The choir");
}

static void a_choice_is_of_one_fact_and_can_be_undone(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_FILE);
    assert_true(versions_show(s.w, &v));
    sitting_open_row(&s, "My name: Ann");
    sitting_row(&s, "My name: Anna");
    sitting_row(&s, "yours: Ann");
    sitting_open_row(&s, "Save it like this");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Anna");
    sitting_expect_fact(&s, F_ANSWER_TEXT, "keep", "The choir");
    sitting_command(&s, CMD_UNDO);
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Ann");
}

static void all_of_the_file_can_be_chosen_at_once(void **state)
{
    (void)state;
    struct version v = given_version(VERSION_FILE);
    assert_true(versions_show(s.w, &v));
    sitting_open_row(&s, "Choose all of the file's");
    sitting_open_row(&s, "Save it like this");
    sitting_expect_fact(&s, F_ABOUT_NAME, "", "Anna");
    sitting_expect_fact(&s, F_ANSWER_TEXT, "keep", NULL);
}

/* A line of the week with a person whom the plan does not have is no plan: it is "not sure". */
static void what_was_not_chosen_is_not_referred_to(void **state)
{
    (void)state;
    struct version v = {.from = VERSION_FILE};
    v.plan = other_plan("about,,name,Ann\nanswer,keep,text,The choir\n"
                        "supporter,s1,name,Sam\nsupporter,s1,kind,pa\nsupporter,s9,name,Kim\n"
                        "time,t8,what,walk\ntime,t8,supporter,s9\n"
                        "contact,p2,name,Bea\nend,,rows,10\n");
    assert_true(versions_show(s.w, &v));
    for (size_t i = 0; i < s.w->version.changes.count; i++)
        s.w->version.theirs[i] = strcmp(s.w->version.changes.list[i].section, "time") == 0;
    sitting_open_row(&s, "Save it like this");
    sitting_expect_fact(&s, F_TIME_WHAT, "t8", "walk");
    sitting_expect_fact(&s, F_TIME_SUPPORTER, "t8", "?");
    assert_int_equal(s.saves, 1); /* and it reads back as it was written */
}

#define VERSIONS_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        VERSIONS_TEST(what_would_come_back_is_shown_first),
        VERSIONS_TEST(bringing_it_back_saves_it_and_goes_on_where_it_was),
        VERSIONS_TEST(not_now_changes_nothing_and_asks_for_nothing),
        VERSIONS_TEST(stepping_back_is_not_now),
        VERSIONS_TEST(letting_it_go_is_asked_once_more),
        VERSIONS_TEST(words_that_are_in_the_plan_by_now_are_not_offered),
        VERSIONS_TEST(the_same_plan_is_not_offered),
        VERSIONS_TEST(the_day_of_the_last_change_alone_is_not_offered),
        VERSIONS_TEST(another_order_is_offered_though_no_fact_differs),
        VERSIONS_TEST(mine_stays_where_nothing_else_is_chosen),
        VERSIONS_TEST(a_choice_is_of_one_fact_and_can_be_undone),
        VERSIONS_TEST(all_of_the_file_can_be_chosen_at_once),
        VERSIONS_TEST(what_was_not_chosen_is_not_referred_to),
    };
    return cmocka_run_group_tests_name("versions", tests, NULL, NULL);
}
