#include "test.h"

#include <string.h>

#include "supportplan/form.h"

/*
 * The form of these tests:
 *   group 0: section 0 "about" (the name; goals with columns what and by)
 *            section 1 "important" (the answer important; the week)
 *   group 1: section 2 "money" (all costs; the answer important once more)
 */
static char *goal_columns[] = {(char[]){"what"}, (char[]){"by"}};
static struct form_page about_pages[] = {
    {.kind = PAGE_FIELD, .field = (char[]){"about.name"}},
    {.kind = PAGE_TABLE, .table = (char[]){"goal"}, .fields = goal_columns, .fields_count = 2},
};
static struct form_page important_pages[] = {
    {.kind = PAGE_QUESTION, .answer = (char[]){"important"}},
    {.kind = PAGE_WEEK},
};
static struct form_page money_pages[] = {
    {.kind = PAGE_TABLE, .table = (char[]){"cost"}},
    {.kind = PAGE_QUESTION, .answer = (char[]){"important"}},
    {.kind = PAGE_FIELD, .field = (char[]){"goal.why"}},
};
static struct form_section first_sections[] = {
    {.name = (char[]){"about"}, .pages = about_pages, .pages_count = 2},
    {.name = (char[]){"important"}, .pages = important_pages, .pages_count = 2},
};
static struct form_section second_sections[] = {
    {.name = (char[]){"money"}, .pages = money_pages, .pages_count = 3},
};
static struct form_group groups[] = {
    {.title = (char[]){"One"}, .sections = first_sections, .sections_count = 2},
    {.title = (char[]){"None yet"}, .sections_count = 0},
    {.title = (char[]){"Two"}, .sections = second_sections, .sections_count = 1},
};
static struct form_rule rules[] = {
    {.rule = (char[]){"R14"}, .level = (char[]){"ask"}},
    {.rule = (char[]){"R20"}, .level = (char[]){"off"}},
};
static struct form_entry own_kinds[] = {
    {.name = (char[]){"pa"}, .text = (char[]){"my own assistant"}},
};
static struct form_entry shared_kinds[] = {
    {.name = (char[]){"pa"}, .text = (char[]){"a personal assistant"}},
    {.name = (char[]){"agency"}, .text = (char[]){"an agency"}},
};
static struct form_words words[] = {
    {.field = (char[]){"about.name"}, .label = (char[]){"My own name"}},
    {.field = (char[]){"supporter.kind"}, .words = own_kinds, .words_count = 1},
    {.field = (char[]){"about.name"}, .label = (char[]){"Name"}, .question = (char[]){"Who?"}},
    {.field = (char[]){"supporter.kind"}, .words = shared_kinds, .words_count = 2},
    {.field = (char[]){"supporter"}, .label = (char[]){"Who supports me"}},
    {.field = (char[]){"goal.what"}, .label = (char[]){"What"}},
};
static const struct form form = {
    .groups = groups,
    .groups_count = COUNT(groups),
    .rules = rules,
    .rules_count = COUNT(rules),
    .words = words,
    .words_count = COUNT(words),
};

static void sections_are_counted_over_all_groups(void **state)
{
    size_t group = 99;
    (void)state;
    assert_int_equal(form_section_count(&form), 3);
    assert_string_equal(form_section_at(&form, 0, NULL)->name, "about");
    assert_string_equal(form_section_at(&form, 2, &group)->name, "money");
    assert_int_equal(group, 2);
    assert_null(form_section_at(&form, 3, &group));
    assert_int_equal(group, 2);
}

static void a_field_is_called_what_the_first_words_say_of_it(void **state)
{
    static const struct {
        enum field field;
        const char *label;
        const char *question;
    } cases[] = {
        {F_ABOUT_NAME, "My own name", "Who?"},         /* its own label, the shared question */
        {F_GOAL_WHAT, "What", "What"},                 /* no question: the label */
        {F_ABOUT_REFERENCE, "reference", "reference"}, /* no words at all */
        {F_SUPPORTER_NAME, "name", "name"}, /* the words of a whole table are not a field's */
        {F_CONTACT_NAME, "name", "name"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *label = form_label(&form, cases[i].field);
        const char *question = form_question(&form, cases[i].field);
        if (strcmp(label, cases[i].label) != 0 || strcmp(question, cases[i].question) != 0)
            fail_msg("case %zu: '%s', '%s'", i, label, question);
    }
}

static void the_words_for_a_field_are_the_first_or_none(void **state)
{
    (void)state;
    assert_ptr_equal(form_words_for(&form, F_ABOUT_NAME), &words[0]);
    assert_ptr_equal(form_words_for(&form, F_GOAL_WHAT), &words[5]);
    assert_null(form_words_for(&form, F_GOAL_WHY));
    assert_null(form_words_for(&form, F_SUPPORTER_NAME));
}

static void a_word_of_a_list_is_put_in_a_persons_words(void **state)
{
    (void)state;
    assert_string_equal(form_word(&form, F_SUPPORTER_KIND, "pa"), "my own assistant");
    assert_string_equal(form_word(&form, F_SUPPORTER_KIND, "agency"), "an agency");
    assert_string_equal(form_word(&form, F_SUPPORTER_KIND, "nhs"), "nhs");
    assert_string_equal(form_word(&form, F_FUND_KIND, "own"), "own");
}

static void the_page_of_an_answer_is_the_first_that_asks_for_it(void **state)
{
    size_t section = 99;
    (void)state;
    assert_ptr_equal(form_page_of_answer(&form, "important", &section), &important_pages[0]);
    assert_int_equal(section, 1);
    section = 99;
    assert_null(form_page_of_answer(&form, "support", &section));
    assert_int_equal(section, 99);
}

static void the_page_of_a_field_is_its_own_or_that_of_its_table(void **state)
{
    static const struct {
        enum field field;
        const struct form_page *page;
        size_t section;
    } cases[] = {
        {F_ABOUT_NAME, &about_pages[0], 0},
        {F_GOAL_BY, &about_pages[1], 0},    /* a column of the table */
        {F_GOAL_NEEDS, &about_pages[1], 0}, /* no column, yet the goals are there */
        {F_GOAL_WHY, &money_pages[2], 2},   /* its own page goes before its table */
        {F_COST_PRICE, &money_pages[0], 2}, /* a table that names no columns has all */
        {F_TIME_START, &important_pages[1], 1},
        {F_WEEK_WEEKS, &important_pages[1], 1},
        {F_RISK_WHAT, NULL, 99},
        {F_ABOUT_VIEWS, NULL, 99},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t section = 99;
        const struct form_page *page = form_page_of_field(&form, cases[i].field, &section);
        if (page != cases[i].page || section != cases[i].section)
            fail_msg("case %zu: section %zu", i, section);
    }
}

static void a_rule_has_the_level_that_the_form_gives_it(void **state)
{
    (void)state;
    assert_string_equal(form_rule_level(&form, "R14"), "ask");
    assert_string_equal(form_rule_level(&form, "R20"), "off");
    assert_null(form_rule_level(&form, "R01"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_are_counted_over_all_groups),
        cmocka_unit_test(a_field_is_called_what_the_first_words_say_of_it),
        cmocka_unit_test(the_words_for_a_field_are_the_first_or_none),
        cmocka_unit_test(a_word_of_a_list_is_put_in_a_persons_words),
        cmocka_unit_test(the_page_of_an_answer_is_the_first_that_asks_for_it),
        cmocka_unit_test(the_page_of_a_field_is_its_own_or_that_of_its_table),
        cmocka_unit_test(a_rule_has_the_level_that_the_form_gives_it),
    };
    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
