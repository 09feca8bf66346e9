#include "test.h"

#include <locale.h>

#include "sitting.h"

/* What is asked of who takes the budget in one way or another; "" where that is not said. */
static const struct {
    const char *how;
    bool managed_by, meets, paid_every, separate_account, letter_total;
} ways[] = {
    {"", true, true, true, true, true},
    {"?", true, true, true, true, true},
    {"direct-payment", true, true, true, true, true},
    {"mix", true, true, true, true, true},
    {"third-party", true, true, true, true, true},
    {"provider", true, false, false, false, true},
    {"council", false, false, false, false, true},
};

static void only_the_questions_about_payment_that_apply_are_asked(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    static const enum field fields[] = {F_MONEY_MANAGED_BY, F_MONEY_MEETS, F_MONEY_PAID_EVERY,
                                        F_MONEY_SEPARATE_ACCOUNT, F_MONEY_LETTER_TOTAL};
    (void)state;
    for (size_t f = 0; f < COUNT(fields); f++)
        plan_set(s.w->plan, fields[f], "", NULL, PLAN_LAST, NULL);
    for (size_t i = 0; i < COUNT(ways); i++) {
        const bool want[] = {ways[i].managed_by, ways[i].meets, ways[i].paid_every,
                             ways[i].separate_account, ways[i].letter_total};
        plan_set(s.w->plan, F_MONEY_HOW, "", ways[i].how, PLAN_LAST, NULL);
        for (size_t f = 0; f < COUNT(fields); f++)
            if (wizard_field_applies(s.w, fields[f], "") != want[f])
                fail_msg("'%s': %s", ways[i].how, schema_fields[fields[f]].name);
    }
    sitting_end(&s);
}

static void what_is_answered_already_stays_in_sight(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    plan_set(s.w->plan, F_MONEY_MANAGED_BY, "", "Dawn", PLAN_LAST, NULL);
    plan_set(s.w->plan, F_MONEY_HOW, "", "council", PLAN_LAST, NULL);
    assert_true(wizard_field_applies(s.w, F_MONEY_MANAGED_BY, ""));
    sitting_expect_fact(&s, F_MONEY_MANAGED_BY, "", "Dawn");
    sitting_end(&s);
}

static void one_entry_of_the_checklist_is_a_start(void **state)
{
    static const char *const words[] = {"yes", "no", "not-needed"};
    struct sitting s = sitting_begin();
    (void)state;
    sitting_open_example(&s, "middling", "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    while (plan_count(s.w->plan, SEC_CHECKLIST) > 0)
        plan_set(s.w->plan, F_CHECKLIST_DONE, plan_item(s.w->plan, SEC_CHECKLIST, 0), NULL,
                 PLAN_LAST, NULL);
    const struct form_page *page = form_section_at(s.w->form, 0, NULL)->pages;
    assert_int_equal(wizard_progress(s.w, 0).answered, 0);
    for (size_t i = 0; i < COUNT(words); i++) {
        plan_set(s.w->plan, F_CHECKLIST_DONE, page->entries[0].name, words[i], PLAN_LAST, NULL);
        struct progress p = wizard_progress(s.w, 0);
        if (p.answered != 1 || p.asked != page->entries_count)
            fail_msg("%s: %zu of %zu", words[i], p.answered, p.asked);
    }
    sitting_end(&s);
}

/* Enter by habit in an empty long answer leaves a newline there. */
static void blanks_alone_are_no_answer(void **state)
{
    static const struct {
        const char *text;
        bool answered;
    } cases[] = {{"tea", true}, {"\n", false}, {" \n\n ", false}, {"7", true}};
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    const struct form_page *page = form_page_of_answer(s.w->form, "important", NULL);
    (void)state;
    plan_set(s.w->plan, F_ANSWER_STATE, "important", NULL, PLAN_LAST, NULL);
    for (size_t i = 0; i < COUNT(cases); i++) {
        plan_set(s.w->plan, F_ANSWER_TEXT, "important", cases[i].text, PLAN_LAST, NULL);
        if (wizard_page_answered(s.w, page) != cases[i].answered)
            fail_msg("'%s'", cases[i].text);
    }
    sitting_end(&s);
}

/* Today is 21 November 2026. */
static void what_happened_is_asked_of_a_review_that_has_been(void **state)
{
    static const struct {
        const char *day, *unfilled, *left;
        bool hours, hours_why, money_why;
    } cases[] = {
        {"2026-11-21", "", "", true, false, false},
        {"2026-11-22", "", "", false, false, false},
        {"?", "", "", false, false, false},
        {"2026-01-01", "0", "0.00", true, false, false},
        {"2026-01-01", "90", "", true, true, false},
        {"2026-01-01", "?", "", true, true, false},
        {"2026-01-01", "", "5.00", true, false, true},
    };
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        plan_set(s.w->plan, F_REVIEW_DATE, "e90", cases[i].day, PLAN_LAST, NULL);
        plan_set(s.w->plan, F_REVIEW_UNFILLED, "e90", cases[i].unfilled, PLAN_LAST, NULL);
        plan_set(s.w->plan, F_REVIEW_LEFT, "e90", cases[i].left, PLAN_LAST, NULL);
        if ((!*cases[i].unfilled &&
             wizard_field_applies(s.w, F_REVIEW_UNFILLED, "e90") != cases[i].hours) ||
            wizard_field_applies(s.w, F_REVIEW_UNFILLED_WHY, "e90") != cases[i].hours_why ||
            wizard_field_applies(s.w, F_REVIEW_LEFT_WHY, "e90") != cases[i].money_why)
            fail_msg("%s, %s, %s", cases[i].day, cases[i].unfilled, cases[i].left);
    }
    sitting_end(&s);
}

static size_t asked_in_all(const struct sitting *s)
{
    size_t asked = 0;
    for (size_t i = 0; i < form_section_count(s->w->form); i++)
        asked += wizard_progress(s->w, i).asked;
    return asked;
}

/* By every form: of the four questions none is asked where the council arranges it. How many of
 * them count towards a section being done is the form's to say (optional ones do not). */
static void progress_counts_what_is_asked(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    static const enum field fields[] = {F_MONEY_MANAGED_BY, F_MONEY_MEETS, F_MONEY_PAID_EVERY,
                                        F_MONEY_SEPARATE_ACCOUNT};
    (void)state;
    for (size_t f = 0; f < COUNT(fields); f++)
        plan_set(s.w->plan, fields[f], "", NULL, PLAN_LAST, NULL);
    for (size_t form = 0; form < SITTING_FORMS; form++) {
        size_t counted = 0;
        wizard_form(s.w, s.forms[form]);
        for (size_t f = 0; f < COUNT(fields); f++) {
            const struct form_page *page = form_page_of_field(s.w->form, fields[f], NULL);
            counted += page && page->kind == PAGE_FIELD && !page->optional;
        }
        plan_set(s.w->plan, F_MONEY_HOW, "", "direct-payment", PLAN_LAST, NULL);
        size_t paid = asked_in_all(&s);
        plan_set(s.w->plan, F_MONEY_HOW, "", "council", PLAN_LAST, NULL);
        size_t arranged = asked_in_all(&s);
        if (paid - arranged != counted)
            fail_msg("%s: %zu, then %zu, where %zu count", s.forms[form]->name, paid, arranged,
                     counted);
    }
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_happened_is_asked_of_a_review_that_has_been),
        cmocka_unit_test(one_entry_of_the_checklist_is_a_start),
        cmocka_unit_test(only_the_questions_about_payment_that_apply_are_asked),
        cmocka_unit_test(blanks_alone_are_no_answer),
        cmocka_unit_test(what_is_answered_already_stays_in_sight),
        cmocka_unit_test(progress_counts_what_is_asked),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("progress", tests, NULL, NULL);
}
