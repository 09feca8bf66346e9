/*
 * Who steps in for whom, as far as the rows of a plan say.
 */
#include "supportplan/cover.h"

#include "given.h"

#define PEOPLE "supporter s1 name=Sam kind=pa; supporter s2 name=Joan kind=family;"

static void each_row_says_when_somebody_is_there_instead(void **state)
{
    static const struct {
        const char *rows;
        bool any, ill, holiday, unsure; /* of Sam */
        const char *nameless, *begun;   /* or NULL */
        bool enough_paid, enough_unpaid;
    } cases[] = {
        {"", false, false, false, false, NULL, NULL, false, false},
        {"cover v1 supporter=s1 who=Bea", true, true, true, false, NULL, NULL, true, true},
        {"cover v1 supporter=s1 who=Bea when=both", true, true, true, false, NULL, NULL, true,
         true},
        {"cover v1 supporter=s1 who=Bea when=ill", true, true, false, false, NULL, NULL, false,
         true},
        {"cover v1 supporter=s1 who=Bea when=ill; cover v2 supporter=s1 who=Cat when=holiday", true,
         true, true, false, NULL, NULL, true, true},
        {"cover v1 supporter=s1 when=both", false, false, false, false, "v1", "v1", false, false},
        {"cover v1 supporter=s1 who=,", false, false, false, false, "v1", "v1", false, false},
        {"cover v1 supporter=s1 who=?", false, false, false, true, NULL, "v1", false, false},
        {"cover v1 supporter=s1 who=Bea when=?", true, false, false, true, NULL, "v1", false, true},
        {"cover v1 supporter=s2 who=Bea", false, false, false, false, NULL, NULL, false, false},
        {"cover v1 supporter=? who=Bea", false, false, false, true, NULL, NULL, false, false},
        {"cover v1 who=Bea", false, false, false, false, NULL, NULL, false, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan(PEOPLE);
        struct cover all[2] = {{0}};
        given(plan, cases[i].rows);
        cover_find(plan, all);
        const struct cover *sam = &all[0];
        if (sam->any != cases[i].any || sam->ill != cases[i].ill ||
            sam->holiday != cases[i].holiday || sam->unsure != cases[i].unsure)
            fail_msg("'%s': any %d, ill %d, holiday %d, unsure %d", cases[i].rows, sam->any,
                     sam->ill, sam->holiday, sam->unsure);
        if (!sam->nameless != !cases[i].nameless || !sam->begun != !cases[i].begun)
            fail_msg("'%s': nameless %s, begun %s", cases[i].rows,
                     sam->nameless ? sam->nameless : "none", sam->begun ? sam->begun : "none");
        if (cover_enough(sam, true) != cases[i].enough_paid ||
            cover_enough(sam, false) != cases[i].enough_unpaid)
            fail_msg("'%s': what is enough is another", cases[i].rows);
        plan_free(plan);
    }
}

static void a_firm_is_many_people(void **state)
{
    static const struct {
        const char *kind;
        bool firm;
    } cases[] = {
        {"agency", true},  {"day-service", true}, {"council", true},        {"nhs", true},
        {"pa", false},     {"family", false},     {"self-employed", false}, {"?", false},
        {"friend", false}, {"community", true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = given_plan("supporter s1 name=Sam");
        assert_int_equal(plan_set(plan, F_SUPPORTER_KIND, "s1", cases[i].kind, PLAN_LAST, NULL),
                         ST_OK);
        if (cover_is_firm(plan, "s1") != cases[i].firm)
            fail_msg("%s", cases[i].kind);
        plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_says_when_somebody_is_there_instead),
        cmocka_unit_test(a_firm_is_many_people),
    };
    return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
