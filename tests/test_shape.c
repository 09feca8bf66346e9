/* What a plan that is begun from another takes over, and what is nobody else's business. */
#include "supportplan/shape.h"

#include <stdio.h>

#include "example_plan.h"
#include "given.h"
#include "scarce.h"
#include "supportplan/plan_csv.h"

/* A plan of somebody else, as its file has it. */
static const char *const theirs =
    "plan - format=1 form=derbyshire title=Ann's,plan created=2026-01-02 year-start=2026-04-01 "
    "year-basis=365/7 last=7;"
    "about - name=Ann,Bell helper=Chris alone=never nation=wales decides=yes;"
    "answer important text=Choir state=done voice=mine private=yes;"
    "need n1 what=Washing eligible=yes;"
    "goal g1 what=Sing needs=n1 by=2027-01-01;"
    "supporter s1 name=Sunrise,Care kind=agency phone=01632,960000;"
    "supporter s2 name=My,mother kind=family lives-with-me=yes partner=no;"
    "supporter s3 willing=yes;"
    "rate r1 supporter=s1 name=Weekends price=13.87 unit=hour when=weekend minutes=30 from=08:00;"
    "week w1 name=Term,time weeks=40 every=2 starts=2026-01-05;"
    "week w2 name=When,Chris,is,here weeks=12;"
    "time t1 week=w1 days=Mon,Tue start=08:00 end=09:30 what=Personal,care supporter=s1 rate=r1 "
    "workers=2 sharing=3 pays=budget goals=g1 needs=n1 place=Home note=Key,under,pot arranged=yes;"
    "time t2 days=Sun what=Night,,my,mother supporter=s2;"
    "time t3 days=Sun what=Lunch,at,Ann's supporter=s3;"
    "cost c1 what=Payroll price=5.94 quantity=2 every=week set-aside=no;"
    "fund budget amount=275.00 every=week status=final;"
    "contribution - status=amount amount=5.00 every=week;"
    "money - how=direct-payment separate-account=yes paid-every=4weeks;"
    "attachment d1 file=ann.jpg about=Ann;"
    "checklist helper done=yes;"
    "reason r24 text=We,like,it";

static const struct {
    enum field field;
    const char *item, *want; /* NULL: it stays behind */
} cases[] = {
    /* sections, week and units */
    {F_PLAN_FORM, "", "derbyshire"},
    {F_PLAN_YEAR_BASIS, "", "365/7"},
    {F_PLAN_LAST, "", "7"},
    {F_GOAL_NEEDS, "g1", "n1"},
    {F_SUPPORTER_KIND, "s1", "agency"},
    {F_RATE_SUPPORTER, "r1", "s1"},
    {F_RATE_UNIT, "r1", "hour"},
    {F_RATE_WHEN, "r1", "weekend"},
    {F_RATE_MINUTES, "r1", "30"},
    {F_RATE_FROM, "r1", "08:00"},
    {F_WEEK_NAME, "w1", "Term time"},
    {F_WEEK_WEEKS, "w1", "40"},
    {F_TIME_DAYS, "t1", "Mon Tue"},
    {F_TIME_START, "t1", "08:00"},
    {F_TIME_END, "t1", "09:30"},
    {F_TIME_WHAT, "t1", "Personal care"}, /* a small letter: not Sunrise Care */
    {F_TIME_WORKERS, "t1", "2"},
    {F_TIME_SUPPORTER, "t3", "s3"},
    {F_COST_WHAT, "c1", "Payroll"},
    {F_COST_QUANTITY, "c1", "2"},
    {F_COST_EVERY, "c1", "week"},
    {F_FUND_EVERY, "budget", "week"},
    /* names, phones, notes, prices and answers; what the letter says */
    {F_ABOUT_NAME, "", "?"},
    {F_ABOUT_HELPER, "", "?"},
    {F_ABOUT_ALONE, "", "?"},
    {F_ANSWER_TEXT, "important", "?"},
    {F_NEED_WHAT, "n1", "?"},
    {F_NEED_ELIGIBLE, "n1", "unknown"},
    {F_GOAL_BY, "g1", "?"},
    {F_SUPPORTER_NAME, "s1", "?"},
    {F_SUPPORTER_PHONE, "s1", "?"},
    {F_SUPPORTER_LIVES_WITH_ME, "s2", "?"},
    {F_SUPPORTER_WILLING, "s3", "unknown"}, /* else t3 would name somebody who is not there */
    {F_RATE_NAME, "r1", "?"},
    {F_RATE_PRICE, "r1", "?"},
    {F_TIME_PLACE, "t1", "?"},
    {F_TIME_NOTE, "t1", "?"},
    {F_COST_PRICE, "c1", "?"},
    {F_FUND_AMOUNT, "budget", "?"},
    {F_FUND_STATUS, "budget", "not-told"},
    {F_CONTRIBUTION_STATUS, "", "not-assessed"},
    {F_CONTRIBUTION_AMOUNT, "", "?"},
    {F_MONEY_HOW, "", "?"},
    {F_MONEY_SEPARATE_ACCOUNT, "", "unsure"},
    /* what somebody's name stands in */
    {F_WEEK_NAME, "w2", "?"},
    {F_TIME_WHAT, "t2", "?"},
    {F_TIME_WHAT, "t3", "?"},
    /* what is about that plan alone */
    {F_PLAN_TITLE, "", NULL},
    {F_PLAN_YEAR_START, "", NULL},
    {F_ANSWER_STATE, "important", NULL},
    {F_ANSWER_VOICE, "important", NULL},
    {F_ANSWER_PRIVATE, "important", NULL},
    {F_TIME_ARRANGED, "t1", NULL},
    {F_ATTACHMENT_FILE, "d1", NULL},
    {F_CHECKLIST_DONE, "helper", NULL},
    {F_REASON_TEXT, "r24", NULL},
};

static void a_shape_is_the_week_without_the_person(void **state)
{
    (void)state;
    struct plan *from = given_plan(theirs), *to = NULL;
    assert_int_equal(shape_of(from, date_of(2026, 11, 21), &to), ST_OK);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *got = plan_fact(to, cases[i].field, cases[i].item);
        if (!got != !cases[i].want || (got && strcmp(got, cases[i].want) != 0))
            fail_msg("%s of %s: %s, not %s", schema_fields[cases[i].field].name, cases[i].item,
                     got ? got : "nothing", cases[i].want ? cases[i].want : "nothing");
    }
    assert_string_equal(plan_str(to, F_PLAN_CREATED, ""), "2026-11-21");
    plan_free(from);
    plan_free(to);
}

static void a_shape_refers_to_nothing_that_is_not_there(void **state)
{
    (void)state;
    struct plan *from = given_plan(theirs), *to = NULL;
    assert_int_equal(shape_of(from, DATE_NONE, &to), ST_OK);
    for (int f = 0; f < FIELD_COUNT; f++) {
        enum section section = schema_fields[f].section, names = schema_fields[f].to;
        for (size_t i = 0; names != SEC_NONE && i < plan_count(to, section); i++) {
            char name[NAME_MAX_LEN + 1];
            const char *item = plan_item(to, section, i);
            for (size_t n = 0; plan_ref(to, (enum field)f, item, n, name); n++)
                if (!plan_ref_ok(to, names, name))
                    fail_msg("%s of %s names %s", schema_fields[f].name, item, name);
        }
    }
    plan_free(from);
    plan_free(to);
}

/* ---- the examples ---- */

/* Whether a value is somebody's own: words, an amount, a day. */
static bool is_private(enum field field)
{
    static const enum field shape[] = {F_PLAN_FORM, F_TIME_WHAT, F_COST_WHAT, F_WEEK_NAME};
    enum kind kind = schema_fields[field].kind;
    for (size_t i = 0; i < COUNT(shape); i++)
        if (field == shape[i])
            return false;
    return kind == KIND_TEXT || kind == KIND_LINE || kind == KIND_MONEY || kind == KIND_DATE ||
           kind == KIND_NAME || schema_fields[field].section == SEC_ABOUT;
}

typedef void (*visitor)(const struct plan *other, enum field field, const char *value);

static void each_value(const struct plan *plan, visitor visit, const struct plan *other)
{
    for (int f = 0; f < FIELD_COUNT; f++) {
        enum section section = schema_fields[f].section;
        for (size_t i = 0; i < plan_count(plan, section); i++) {
            const char *value = plan_get(plan, (enum field)f, plan_item(plan, section, i));
            if (value && !schema_unsure((enum field)f, value))
                visit(other, (enum field)f, value);
        }
    }
}

static const char *looked_for; /* a private text, or a word of a name */

/* A text of five bytes or more may not stand within a value; a shorter one may not be one. */
static void expect_without(const struct plan *other, enum field field, const char *value)
{
    (void)other;
    bool same =
        strlen(looked_for) < 5 ? strcmp(value, looked_for) == 0 : strstr(value, looked_for) != NULL;
    if (same && is_private(field) && field != F_PLAN_CREATED)
        fail_msg("%s.%s is '%s': there is '%s' in it",
                 schema_sections[schema_fields[field].section].name, schema_fields[field].name,
                 value, looked_for);
}

static void expect_word_not_in(const struct plan *shape, const char *word)
{
    looked_for = word;
    for (size_t i = 0; i < plan_count(shape, SEC_TIME); i++)
        if (strstr(plan_str(shape, F_TIME_WHAT, plan_item(shape, SEC_TIME, i)), word))
            fail_msg("a line of the week names %s", word);
    for (size_t i = 0; i < plan_count(shape, SEC_WEEK); i++)
        if (strstr(plan_str(shape, F_WEEK_NAME, plan_item(shape, SEC_WEEK, i)), word))
            fail_msg("a week names %s", word);
}

static void expect_gone(const struct plan *shape, enum field field, const char *value)
{
    if (!is_private(field))
        return;
    looked_for = value;
    each_value(shape, expect_without, NULL);
    if (field != F_SUPPORTER_NAME && field != F_ABOUT_NAME && field != F_CONTACT_NAME)
        return;
    char name[200], *rest = NULL;
    snprintf(name, sizeof name, "%s", value);
    for (char *word = strtok_r(name, " ,", &rest); word; word = strtok_r(NULL, " ,", &rest))
        if (word[0] >= 'A' && word[0] <= 'Z')
            expect_word_not_in(shape, word);
}

static void nothing_of_anybody_remains_in_the_shape_of_an_example(void **state)
{
    static const char *const names[] = {"small", "middling", "large"};
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        struct plan *from = example_plan(names[i]), *to = NULL;
        const char *const cells[] = {"Nadia", "07700 900123"};
        assert_int_equal(plan_set_named(from, "secret", "x1", "what", "Nadia", NULL), ST_OK);
        assert_int_equal(plan_add_odd(from, ODD_CELLS, 9, cells, 2, NULL), ST_OK);
        assert_int_equal(shape_of(from, date_of(2031, 5, 17), &to), ST_OK);
        each_value(from, expect_gone, to);
        assert_int_equal(plan_unknown_count(to), 0);
        assert_int_equal(plan_odd_count(to), 0);
        assert_int_equal(plan_count(to, SEC_TIME), plan_count(from, SEC_TIME));
        assert_int_equal(plan_count(to, SEC_RATE), plan_count(from, SEC_RATE));
        plan_free(from);
        plan_free(to);
    }
}

/* A row whose item has a name that breaks the rules stays in its own plan, like every such row. */
static void an_item_whose_name_breaks_the_rules_stays_behind(void **state)
{
    static const char *const rows[][4] = {{"time", "T9", "what", "Tea with Nadia"},
                                          {"supporter", "2s", "name", "Nadia"},
                                          {"about", "me", "name", "Nadia"}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plan *from = given_plan("time t1 days=Mon"), *to = NULL;
        assert_int_equal(plan_add_odd(from, ODD_NAME, 5, rows[i], 4, NULL), ST_OK);
        enum status st = shape_of(from, DATE_NONE, &to);
        if (st)
            fail_msg("%s %s: %s", rows[i][0], rows[i][1], status_text(st));
        expect_word_not_in(to, "Nadia");
        assert_string_equal(plan_str(to, F_TIME_DAYS, "t1"), "Mon");
        assert_int_equal(plan_count(to, SEC_TIME), 1);
        assert_int_equal(plan_odd_count(to), 0);
        plan_free(from);
        plan_free(to);
    }
}

static void without_memory_there_is_a_whole_shape_or_none(void **state)
{
    struct plan *from = given_plan(theirs), *want = NULL;
    (void)state;
    assert_int_equal(shape_of(from, DATE_NONE, &want), ST_OK);
    for (int n = 0; scarce_from(&n);) {
        struct plan *to = NULL;
        enum status st = shape_of(from, DATE_NONE, &to);
        assert_true(scarce_hit() ? st == ST_OK || st == ST_NOMEM : st == ST_OK);
        assert_true(st ? to == NULL : plan_equal(to, want));
        plan_free(to);
    }
    plan_free(want);
    plan_free(from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shape_is_the_week_without_the_person),
        cmocka_unit_test(a_shape_refers_to_nothing_that_is_not_there),
        cmocka_unit_test(nothing_of_anybody_remains_in_the_shape_of_an_example),
        cmocka_unit_test(an_item_whose_name_breaks_the_rules_stays_behind),
        cmocka_unit_test(without_memory_there_is_a_whole_shape_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
