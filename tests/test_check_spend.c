/*
 * What money may buy, by the guide that we ship: what a plan that buys it is told, and by whom.
 */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "given.h"
#include "source_file.h"
#include "supportplan/check.h"
#include "supportplan/spending_file.h"

static struct spending guide;

static int read_guide(void **state)
{
    size_t len;
    struct notices notices = {NULL, 0};
    char *csv = source_file("forms/spending.csv", &len);
    (void)state;
    assert_int_equal(spending_read(csv, len, &guide, &notices, NULL), ST_OK);
    assert_int_equal(notices.count, 0);
    notices_free(&notices);
    free(csv);
    return 0;
}

static int free_guide(void **state)
{
    (void)state;
    spending_free(&guide);
    return 0;
}

static const char *const layers[] = {"law", "usual", "council", "health"};

/* What R21 and R28 say of a plan in a form: rule, level, layer, item and words, a line each. */
static void said_of(const char *facts, const char *form_name, struct text *out)
{
    char name[32];
    struct form form = {.name = name};
    struct plan *plan = given_plan(facts);
    struct budget budget;
    struct findings findings;
    snprintf(name, sizeof name, "%s", form_name);
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    const struct check_input in = {
        .plan = plan, .form = *form_name ? &form : NULL, .budget = &budget, .spending = &guide};
    assert_int_equal(check_plan(&in, &findings), ST_OK);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *f = &findings.list[i];
        if (strcmp(f->rule, "R21") == 0 || strcmp(f->rule, "R28") == 0)
            text_addf(out, "%s %s %s %s %s\n", f->rule, level_name(f->level), layers[f->layer],
                      f->item, f->message);
    }
    findings_free(&findings);
    budget_free(&budget);
    plan_free(plan);
}

#define COST(words) "cost c1 what=" words " price=1.00 every=week;"

static void the_guide_warns_and_names_whose_rule_it_is(void **state)
{
    static const struct {
        const char *form, *facts, *want;
    } cases[] = {
        {"", COST("Lottery,syndicate"),
         "R21 ASK usual c1 \"Lottery syndicate\": Every list that we read leaves out gambling.\n"},
        /* the council of the form speaks in place of the others */
        {"derbyshire", COST("lottery,syndicate"),
         "R21 ASK council c1 \"lottery syndicate\": Derbyshire's page leaves out gambling.\n"},
        {"toolkit", COST("Lottery"),
         "R21 ASK usual c1 \"Lottery\": Every list that we read leaves out gambling.\n"},
        {"", COST("Respite,in,a,care,home"),
         "R21 ASK law c1 \"Respite in a care home\": A direct payment buys a care home for up to "
         "four weeks a year.\n"},
        /* Wales: the law is another; nothing is said */
        {"", "about - nation=wales;" COST("Care,home"), ""},
        {"", COST("Taxi,to,the,choir"),
         "R21 ASK usual c1 \"Taxi to the choir\": Some councils pay for travel only where the plan "
         "says why.\n"},
        /* the NHS's own list holds for the NHS's money, and for no other */
        {"", COST("Wine") "fund f1 kind=nhs; cost c1 pays=f1",
         "R21 ASK health c1 \"Wine\": The NHS list for personal health budgets leaves this out.\n"},
        {"", COST("Wine") "fund f1 kind=own; cost c1 pays=f1", ""},
        {"", COST("Food"),
         "R21 ASK usual c1 \"Food\": Most councils do not pay for food, rent or bills.\n"},
        /* help with it is support, not the thing itself */
        {"", "supporter s1 kind=agency; time t1 what=Food,shopping days=Mon supporter=s1", ""},
        {"", COST("Swimming,pool"), ""},
        {"", COST("Parental,leave"), ""},
        {"", COST("Insulin,injections"),
         "R28 ASK law c1 \"Insulin injections\": This is usually a task for the NHS. Ask whether "
         "the NHS pays.\n"},
        {"", "supporter s1 kind=agency; time t1 what=Change,dressings days=Mon supporter=s1",
         "R28 ASK law t1 \"Change dressings\": This is usually a task for the NHS. Ask "
         "whether the NHS pays.\n"},
        {"", "supporter s1 kind=agency; time t1 what=Wash,and,dress days=Mon supporter=s1", ""},
        {"", "supporter s1 kind=agency; time t1 what=Go,to,the,doctor days=Mon supporter=s1", ""},
        {"", COST("Dentist"),
         "R28 ASK law c1 \"Dentist\": This is usually an NHS service. Ask whether the NHS pays.\n"},
        {"", COST("Continence,pads") "fund f1 kind=nhs; cost c1 pays=f1", ""},
        {"", "reason r21-c1 text=A,need;" COST("Gym"),
         "R21 NOTE usual c1 \"Gym\": This is often fine where the plan says which need it meets. "
         "Your reason: A need\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text said = {0};
        said_of(cases[i].facts, cases[i].form, &said);
        if (strcmp(text_str(&said), cases[i].want) != 0)
            fail_msg("%s:\n%s", cases[i].facts, text_str(&said));
        text_free(&said);
    }
}

/* At most 15 words a sentence, and a source that says when it was read. */
static void each_entry_is_plain_and_has_its_source(void **state)
{
    (void)state;
    assert_in_range(guide.count, 15, 500);
    for (size_t i = 0; i < guide.count; i++) {
        const struct spending_entry *e = &guide.list[i];
        if (text_words(e->says) > 15 && !strchr(e->says, '.'))
            fail_msg("line %zu: %s", e->line, e->says);
        if (!strstr(e->source, "read 20"))
            fail_msg("line %zu has no day on which it was read: %s", e->line, e->source);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_guide_warns_and_names_whose_rule_it_is),
        cmocka_unit_test(each_entry_is_plain_and_has_its_source),
    };
    return cmocka_run_group_tests_name("check_spend", tests, read_guide, free_guide);
}
