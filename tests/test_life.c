/*
 * A week that is begun from a life.
 */
#include "supportplan/life.h"

#include "sitting_given.h"
#include "supportplan/steps.h"

#define PLAN "plan - form=seven-questions; supporter s1 name=Sam kind=family"

static void open_prompt(struct sitting *s, const char *words)
{
    assert_true(steps_to_kind(s->w, PAGE_WEEK));
    sitting_open_row(s, "Begin from my life");
    sitting_expect_at(s, PLACE_LIFE);
    sitting_open_row(s, words);
    sitting_expect_at(s, PLACE_LIFE_PART);
}

static void expect_state(const struct sitting *s, const char *row, const char *want)
{
    const char *got = s->w->page.rows[sitting_row(s, row)].state;
    if (strcmp(got, want) != 0)
        fail_msg("%s: '%s' and not '%s'", row, got, want);
}

/* Say a line for a prompt, and keep it. */
static void add_for(struct sitting *s, const char *prompt, const char *line)
{
    open_prompt(s, prompt);
    sitting_open_row(s, "Add a line for it");
    sitting_type(s, line);
    sitting_command(s, CMD_OPEN);
    sitting_command(s, CMD_OPEN);
    sitting_expect_at(s, PLACE_LIFE_PART);
}

static void an_answer_to_a_prompt_becomes_a_line_of_the_week(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    add_for(&s, "Breakfast", "mon-fri 8-8.30, Sam");
    const char *item = plan_item(s.w->plan, SEC_TIME, 0);
    sitting_expect_fact(&s, F_TIME_WHAT, item, "Breakfast");
    sitting_expect_fact(&s, F_TIME_DAYS, item, "Mon Tue Wed Thu Fri");
    sitting_expect_fact(&s, F_TIME_SUPPORTER, item, "s1");
    assert_true(sitting_has_row(&s, "Monday to Friday, 08:00 to 08:30, 30 m each."));
    sitting_command(&s, CMD_BACK);
    expect_state(&s, "Breakfast", "2 h 30 m unpaid a week"); /* 5 x 30 m */
    expect_state(&s, "Shopping", "not said yet");
    sitting_end(&s);
}

/* 30 m of breakfast, 2 h of food shopping; a restaurant is no rest. */
static void a_line_with_more_words_is_the_prompt_s_line_still(void **state)
{
    struct sitting s = sitting_given(
        PLAN "; time t1 days=Mon start=08:00 end=08:30 what=Breakfast,with,toast supporter=s1;"
             "time t2 days=Tue start=10:00 end=12:00 what=Food,shopping supporter=s1;"
             "time t3 days=Wed start=10:00 end=12:00 what=Restaurant supporter=s1");
    (void)state;
    open_prompt(&s, "Rest");
    sitting_command(&s, CMD_BACK);
    expect_state(&s, "Breakfast", "30 m unpaid a week");
    expect_state(&s, "Shopping", "2 h unpaid a week");
    expect_state(&s, "Rest", "not said yet");
    sitting_end(&s);
}

/* Porridge is breakfast here, and whatever it is called later. */
static void a_line_without_the_prompt_s_words_is_found_under_it(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    add_for(&s, "Breakfast", "sun 10-11 porridge, Sam");
    assert_true(sitting_has_row(&s, "Sunday, 10:00 to 11:00, 1 h. porridge."));
    sitting_command(&s, CMD_BACK);
    expect_state(&s, "Breakfast", "1 h unpaid a week");
    const char *item = plan_item(s.w->plan, SEC_TIME, 0);
    wizard_begin(s.w, "rename");
    wizard_set(s.w, F_TIME_WHAT, item, "Shopping and a rest");
    wizard_end(s.w);
    sitting_command(&s, CMD_BACK);
    sitting_open_row(&s, "Begin from my life");
    expect_state(&s, "Breakfast", "1 h unpaid a week");
    expect_state(&s, "Shopping", "not said yet");
    sitting_end(&s);
}

/* Another form may have other prompts: then the words decide again. */
static void a_part_that_the_form_does_not_have_is_no_part(void **state)
{
    struct sitting s =
        sitting_given(PLAN "; time t1 days=Mon start=08:00 end=08:30 what=Breakfast supporter=s1 "
                           "part=breakfast-club");
    (void)state;
    open_prompt(&s, "Breakfast");
    assert_true(sitting_has_row(&s, "Monday, 08:00 to 08:30, 30 m."));
    sitting_end(&s);
}

static void the_wanted_time_stands_beside_the_offered_one(void **state)
{
    struct sitting s =
        sitting_given(PLAN "; time t1 days=Mon start=20:00 end=20:30 what=Going,to,bed");
    (void)state;
    open_prompt(&s, "Going to bed");
    sitting_open_row(&s, "Time I want");
    sitting_type(&s, "at ten");
    sitting_command(&s, CMD_DONE);
    sitting_expect_at(&s, PLACE_LIFE_PART);
    sitting_expect_fact(&s, F_TIME_WANTED, "t1", "at ten");
    sitting_command(&s, CMD_BACK);
    assert_true(sitting_has_row(&s, "Monday, 20:00 to 20:30, 30 m. Time I want: at ten."));
    expect_state(&s, "Going to bed", "in the week"); /* nobody is there: no time of anyone's */
    sitting_end(&s);
}

/* Whoever is named first is new; other words of one's own stay one's own. */
static void a_name_is_a_name_and_words_are_words(void **state)
{
    static const struct {
        const char *typed, *what, *person;
    } cases[] = {
        {"sun 10-11, Zed", "Breakfast", "Zed"},
        {"sun 10-11 porridge, Zed", "porridge", "Zed"},
        {"sun 10-11 porridge", "porridge", NULL},
        {"sun 10-11", "Breakfast", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct sitting s = sitting_given(PLAN);
        add_for(&s, "Breakfast", cases[i].typed);
        sitting_expect_fact(&s, F_TIME_WHAT, plan_item(s.w->plan, SEC_TIME, 0), cases[i].what);
        assert_int_equal(plan_count(s.w->plan, SEC_SUPPORTER), cases[i].person ? 2 : 1);
        sitting_end(&s);
    }
}

/* A prompt's words are a line's words: none of them may be read as a day, a time or a name. */
static void the_prompts_of_every_form_can_be_typed_as_a_line(void **state)
{
    struct sitting s = sitting_given(PLAN);
    (void)state;
    for (size_t f = 0; f < SITTING_FORMS; f++) {
        size_t prompts = 0;
        wizard_form(s.w, s.forms[f]);
        assert_true(life_has_prompts(s.w));
        for (struct place p = {.kind = PLACE_ADD_LINE, .page = 1}; *life_prompt(s.w, &p);
             p.page++, prompts++) {
            struct text line = {0};
            struct entry e;
            text_addf(&line, "%s mon 8-9, Zed", life_prompt(s.w, &p));
            if (entry_parse(s.w->plan, text_str(&line), &e, NULL) != ST_OK ||
                strcmp(e.what, life_prompt(s.w, &p)) != 0 || strcmp(e.person, "Zed") != 0)
                fail_msg("%s: '%s' is not understood", s.forms[f]->name, text_str(&line));
            text_free(&line);
        }
        assert_true(prompts >= 10);
    }
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_to_a_prompt_becomes_a_line_of_the_week),
        cmocka_unit_test(a_line_with_more_words_is_the_prompt_s_line_still),
        cmocka_unit_test(a_line_without_the_prompt_s_words_is_found_under_it),
        cmocka_unit_test(a_part_that_the_form_does_not_have_is_no_part),
        cmocka_unit_test(the_wanted_time_stands_beside_the_offered_one),
        cmocka_unit_test(a_name_is_a_name_and_words_are_words),
        cmocka_unit_test(the_prompts_of_every_form_can_be_typed_as_a_line),
    };
    return cmocka_run_group_tests_name("life", tests, NULL, NULL);
}
