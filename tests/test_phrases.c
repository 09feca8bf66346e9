/* Names, references and values in words. */
#include "test.h"

#include <string.h>

#include "given.h"
#include "supportplan/phrases.h"

static void every_item_has_a_name(void **state)
{
    static const struct {
        const char *facts;
        enum section section;
        const char *item, *want;
    } cases[] = {
        {"supporter s1 name=Sunrise,Care", SEC_SUPPORTER, "s1", "Sunrise Care"},
        {"supporter s1 name=?", SEC_SUPPORTER, "s1", "Supporter 1"},
        {"supporter s1 kind=pa; supporter s7 kind=pa", SEC_SUPPORTER, "s7", "Supporter 2"},
        {"goal g1 what=Swim,,", SEC_GOAL, "g1", "Swim"}, /* blanks at the end */
        {"goal g3 why=Because", SEC_GOAL, "g3", "Goal 1"},
        {"supporter s1 name=Sam; rate r1 supporter=s1 name=nights", SEC_RATE, "r1", "Sam, nights"},
        {"supporter s1 name=Sam; rate r1 supporter=s1 unit=hour", SEC_RATE, "r1", "Sam, Price 1"},
        {"rate r1 unit=hour", SEC_RATE, "r1", "Price 1"},
        {"supporter s1 name=Sam; rate r1 supporter=s1 unit=hour price=13.87", SEC_RATE, "r1",
         "Sam, 13.87 an hour"},
        {"supporter s1 name=Sam; cover v1 supporter=s1", SEC_COVER, "v1", "Sam"},
        {"cover v1 supporter=?", SEC_COVER, "v1", "Cover 1"},
        {"fund budget amount=1.00", SEC_FUND, "budget", "my personal budget"},
        {"fund f1 name=NHS,money", SEC_FUND, "f1", "NHS money"},
        {"review e1 date=2027-01-15", SEC_REVIEW, "e1", "15 January 2027"},
        {"answer own-1 title=What,of,my,cat?", SEC_ANSWER, "own-1", "What of my cat?"},
        {"answer own-1 text=Yes", SEC_ANSWER, "own-1", "own-1"},
        {"reason r24-t1 text=Yes", SEC_REASON, "r24-t1", "Nobody is in two places at once"},
        {"reason nothing text=Yes", SEC_REASON, "nothing", "nothing"},
        {"about - name=Ruth", SEC_ABOUT, "", "About me"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct text got = {0};
        phrase_item(plan, NULL, cases[i].section, cases[i].item, &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("%s: '%s', not '%s'", cases[i].facts, text_str(&got), cases[i].want);
        text_free(&got);
        plan_free(plan);
    }
}

static void a_reference_is_short_and_numbered(void **state)
{
    static const struct {
        const char *facts, *item, *want;
    } cases[] = {
        {"goal g1 what=Go,swimming", "g1", "Goal 1, Go swimming"},
        {"goal g1 why=It,helps", "g1", "Goal 1"},
        {"goal g1 what=Go,swimming,once,a,week,in,the,warm,pool,by,the,park", "g1",
         "Goal 1, Go swimming once a week in the warm pool ..."},
        {"goal g1 what=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee", "g1",
         "Goal 1, aaaaaaaaaabbbbbbbbbb ..."},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct text got = {0};
        phrase_reference(plan, NULL, SEC_GOAL, cases[i].item, &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("%s: '%s', not '%s'", cases[i].facts, text_str(&got), cases[i].want);
        text_free(&got);
        plan_free(plan);
    }
}

static void values_read_as_a_person_says_them(void **state)
{
    static const struct {
        const char *facts;
        enum field field;
        const char *item, *want;
    } cases[] = {
        {"rate r1 price=1234.50", F_RATE_PRICE, "r1", "1,234.50"},
        {"rate r1 price=?", F_RATE_PRICE, "r1", "not sure yet"},
        {"rate r1 unit=hour", F_RATE_PRICE, "r1", ""},
        {"goal g1 by=2027-03-01", F_GOAL_BY, "g1", "1 March 2027"},
        {"time t1 days=Mon,Tue,Wed", F_TIME_DAYS, "t1", "Monday to Wednesday"},
        {"time t1 arranged=no", F_TIME_ARRANGED, "t1", "no"},
        {"supporter s1 name=Sam; time t1 supporter=s1", F_TIME_SUPPORTER, "t1", "Sam"},
        {"time t1 pays=unpaid", F_TIME_PAYS, "t1", "unpaid"},
        {"need n1 what=Wash; need n2 what=Eat; goal g1 needs=n1,n2", F_GOAL_NEEDS, "g1",
         "Need 1, Wash; Need 2, Eat"},
        {"supporter s1 kind=agency", F_SUPPORTER_KIND, "s1", "agency"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(cases[i].facts);
        struct text got = {0};
        phrase_value(plan, NULL, cases[i].field, cases[i].item, &got);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("%s: '%s', not '%s'", cases[i].facts, text_str(&got), cases[i].want);
        text_free(&got);
        plan_free(plan);
    }
}

static void every_section_has_words(void **state)
{
    (void)state;
    for (int s = 0; s < SEC_COUNT; s++)
        if (!phrase_section((enum section)s, false) || !phrase_section((enum section)s, true))
            fail_msg("section %s has no words", schema_sections[s].name);
}

/* What is said of a name that is too long must not end in the middle of what it means. */
static void a_long_name_is_cut_between_its_parts(void **state)
{
    static const struct {
        const char *name;
        int cols;
        const char *want; /* "": there is no such part */
    } cases[] = {
        {"Support in my week", 16, "Support"},
        {"Put aside for when things go wrong", 20, "Put aside"},
        {"A copy of my assessment, or of the questions", 29, "A copy of my assessment"},
        {"The amount that I have been told", 29, "The amount"},
        {"Washing, dressing and breakfast", 19, "Washing, dressing"},
        {"Washing, dressing and breakfast", 12, "Washing"},
        {"My personal budget (estimated)", 20, "My personal budget"},
        {"No needs are listed. Your assessment says", 25, "No needs are listed."},
        {"More than the budget", 18, ""},
        {"Other regular costs", 17, ""},
        {"How to get to the shop", 20, ""}, /* "How" alone says nothing */
        {"Support in my week", 6, ""},
        {"", 10, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t n = phrase_first_part(cases[i].name, cases[i].cols);
        if (n != strlen(cases[i].want) || strncmp(cases[i].name, cases[i].want, n) != 0)
            fail_msg("%s, %d columns: \"%.*s\", not \"%s\"", cases[i].name, cases[i].cols, (int)n,
                     cases[i].name, cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_has_a_name),
        cmocka_unit_test(a_reference_is_short_and_numbered),
        cmocka_unit_test(a_long_name_is_cut_between_its_parts),
        cmocka_unit_test(values_read_as_a_person_says_them),
        cmocka_unit_test(every_section_has_words),
    };

    return cmocka_run_group_tests_name("phrases", tests, NULL, NULL);
}
