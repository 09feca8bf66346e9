/*
 * The example plans, each broken in as many ways as there are rules. Each ends with the finding
 * of its rule, and with no other new one than those that are listed beside it, and why.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "example_plan.h"
#include "given.h"
#include "supportplan/check.h"
#include "supportplan/form_file.h"
#include "supportplan/plan_csv.h"
#include "supportplan/rates_file.h"
#include "supportplan/reserve.h"
#include "supportplan/spending_file.h"

/* Somebody new in the week, who can be reached, and for whom somebody steps in. */
#define KIM(kind)                                                                                  \
    "supporter s90 name=Kim kind=" kind " phone=0909 partner=no lives-with-me=no relation=No "     \
    "willing=yes; cover v900 supporter=s90 when=both who=Lou phone=0808"
/* A quarter of an hour of theirs, at a penny an hour: it rounds to nothing. */
#define KIM_COMES                                                                                  \
    "rate r90 supporter=s90 price=0.01 unit=hour;"                                                 \
    "time t90 days=Sun start=07:00 end=07:15 what=Tea supporter=s90 pays=budget goals=g1 "         \
    "arranged=yes;"

static const struct {
    const char *rule, *breaks;
    const char *also; /* other rules that speak of it too, with blanks between */
} rows[] = {
    {"R01", "answer important text= state=", ""},
    {"R02", "answer important text=My,garden; answer good-day text=My,garden.", ""},
    {"R03", "goal g90 what=Learn,to,cook", ""},
    {"R04", "need n90 what=Cooking eligible=yes", ""},
    {"R05", "cost c90 what=Bus price=0.01 every=year", ""},
    {"R06", "cost c90 what=Bus every=week goals=g1", ""},
    {"R07", "cost c90 what=Bus price=9999.00 every=week goals=g1", ""},
    {"R08", "fund budget amount=9999.00 every=week status=final", ""},
    {"R09", "fund budget status=", ""},
    {"R10", "contribution - status=nil amount=5.00 every=week", ""},
    {"R11", "contribution - status=amount amount=9999.00 every=week", ""},
    {"R12", "money - how=direct-payment meets=", ""},
    /* somebody who comes, and for whom nobody steps in */
    {"R13",
     "supporter s90 name=Kim kind=friend willing=yes;"
     "time t90 days=Sun start=07:00 end=07:15 what=Tea supporter=s90 pays=unpaid",
     ""},
    {"R15", "cover v900 supporter=s1 when=both who=Somebody,new", ""},
    {"R16", "risk x90 what=I,may,fall", ""},
    {"R17", "action a90 what=Ring,the,bank", ""},
    {"R18", "about - written-by=", ""},
    {"R19", "about - decides=My,son", ""},
    {"R20", KIM("family") ";supporter s90 partner=yes;" KIM_COMES, ""},
    {"R21", "cost c90 what=Lottery,tickets price=0.01 every=year goals=g1", ""},
    /* 1.00 an hour is below every legal minimum */
    {"R22",
     KIM("pa") ";" KIM_COMES "rate r90 price=1.00;"
               "time t90 pays=own; fund own kind=own name=Mine;"
               "employment j90 supporter=s90 age=23-plus wage=1.00 paid-every=week hours=regular "
               "included=yes insured-until=2027-11-01",
     "R29"},
    {"R23", KIM("pa") ";" KIM_COMES, ""},
    {"R24",
     KIM("friend") ";"
                   "time t90 days=Sun start=07:00 end=08:00 what=Tea supporter=s90 pays=unpaid;"
                   "time t91 days=Sun start=07:30 end=08:30 what=Walk supporter=s90 pays=unpaid",
     ""},
    {"R25", "about - alone=never", ""},
    /* 7 x 7 h are 49 h; at night others are paid to be there too */
    {"R26",
     KIM("friend") ";" KIM_COMES "rate r90 price=0.00;"
                   "time t90 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=00:00 end=07:00",
     "R24"},
    {"R27",
     KIM("friend") "; supporter s90 willing=;"
                   "time t90 days=Sun start=07:00 end=07:15 what=Tea supporter=s90 pays=unpaid",
     ""},
    {"R28", "cost c90 what=Physiotherapy price=0.01 every=year goals=g1", ""},
    {"R29", "fund f90 kind=charity; cost c90 what=Bus price=1.00 every=week pays=f90 goals=g1", ""},
    {"R30", "money - letter-total=1.00", ""},
    /* fewer weeks cost less, so that money is left */
    {"R31", "week w1 name=One weeks=20; week w2 name=Two weeks=20", "R08"},
    {"R32", "review e90 date=2025-01-01 kind=yearly; review e1 date=; review e2 date=", ""},
    {"R33", KIM("friend") ";" KIM_COMES "rate r90 checked=2020-01-01", ""},
    {"R35", "copy o90 who=Aunt which=whole", ""},
    {"R36", KIM("self-employed") ";" KIM_COMES, ""},
    /* 52 x 5.00 are 260.00 */
    {"R37",
     "fund f90 kind=nhs name=NHS amount=100.00 every=year status=final;"
     "cost c90 what=Bus price=5.00 every=week pays=f90 goals=g1",
     "R29"},
};

/* What a rule misses when it is taken away everywhere: a section, or a field of one. */
static const struct {
    const char *rule;
    enum section section;
    enum field field; /* FIELD_NONE: the whole section */
    const char *also;
} gone[] = {
    /* a cost that is not put aside any more is to be for something */
    {"R14", SEC_COST, F_COST_SET_ASIDE, "R05"},
    {"R34", SEC_COPY, FIELD_NONE, ""},
};

static const char *const examples[] = {"small", "middling", "large"};

/* What plans are checked with. */
struct desk {
    struct form *form;
    struct rates rates;
    struct spending spending;
};

static struct form *form_of(const struct plan *plan)
{
    char path[64];
    size_t len, words_len;
    struct form *form = NULL;
    struct fault fault = {0};
    const char *name = plan_str(plan, F_PLAN_FORM, "");
    snprintf(path, sizeof path, "forms/%s.yaml", name);
    char *yaml = source_file(path, &len), *words = source_file("forms/words.yaml", &words_len);
    if (form_read(name, yaml, len, words, words_len, &form, &fault) != ST_OK)
        fail_msg("%s: %s", path, fault.text);
    free(yaml);
    free(words);
    return form;
}

static struct desk desk_for(const char *name)
{
    struct desk desk = {0};
    struct notices notices = {0};
    struct plan *plan = example_plan(name);
    size_t len, guide_len;
    char *rates = source_file("forms/rates.csv", &len);
    char *guide = source_file("forms/spending.csv", &guide_len);
    desk.form = form_of(plan);
    assert_int_equal(rates_read(rates, len, &desk.rates, &notices, NULL), ST_OK);
    assert_int_equal(spending_read(guide, guide_len, &desk.spending, &notices, NULL), ST_OK);
    notices_free(&notices);
    plan_free(plan);
    free(rates);
    free(guide);
    return desk;
}

static void desk_free(struct desk *desk)
{
    form_free(desk->form);
    rates_free(&desk->rates);
    spending_free(&desk->spending);
}

static struct findings check(const struct desk *desk, const struct plan *plan)
{
    struct budget budget;
    struct employer employer;
    struct findings found;
    const date today = date_of(2026, 11, 21);
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    assert_int_equal(employer_count(plan, &budget, &desk->rates, today, &employer), ST_OK);
    const struct check_input in = {.plan = plan,
                                   .form = desk->form,
                                   .budget = &budget,
                                   .today = today,
                                   .employer = &employer,
                                   .over_reserve = reserve_count(plan, &budget).over,
                                   .spending = &desk->spending};
    assert_int_equal(check_plan(&in, &found), ST_OK);
    employer_free(&employer);
    budget_free(&budget);
    return found;
}

static size_t count_of(const struct findings *found, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += strcmp(found->list[i].rule, rule) == 0;
    return count;
}

/* Rule by rule: the one that was broken speaks, those listed may, and no other says more than of
 * the plan as it was. What is not so is added to amiss. */
static void judge(const struct desk *desk, const char *name, const struct plan *broken,
                  const char *rule, const char *also, struct text *amiss)
{
    struct plan *plan = example_plan(name);
    struct findings before = check(desk, plan), now = check(desk, broken);
    if (count_of(&now, rule) == 0)
        text_addf(amiss, "\n%s: %s says nothing", name, rule);
    for (size_t i = 0; i < now.count; i++) {
        const struct finding *f = &now.list[i];
        if (strcmp(f->rule, rule) != 0 && !strstr(also, f->rule) &&
            count_of(&now, f->rule) > count_of(&before, f->rule))
            text_addf(amiss, "\n%s broken for %s: %s %s %s", name, rule, f->rule, f->item,
                      f->message);
    }
    findings_free(&before);
    findings_free(&now);
    plan_free(plan);
}

static void fail_where_amiss(struct text *amiss)
{
    if (amiss->len > 0)
        fail_msg("%s", text_str(amiss));
    text_free(amiss);
}

static void each_example_broken_in_each_way_ends_with_that_finding(void **state)
{
    struct text amiss = {0};
    (void)state;
    for (size_t e = 0; e < sizeof examples / sizeof *examples; e++) {
        struct desk desk = desk_for(examples[e]);
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            struct plan *plan = example_plan(examples[e]);
            given(plan, rows[i].breaks);
            judge(&desk, examples[e], plan, rows[i].rule, rows[i].also, &amiss);
            plan_free(plan);
        }
        desk_free(&desk);
    }
    fail_where_amiss(&amiss);
}

static void take_away(struct plan *plan, enum section section, enum field field)
{
    for (size_t i = plan_count(plan, section); i-- > 0;) {
        const char *item = plan_item(plan, section, i);
        enum status st = field == FIELD_NONE ? plan_remove(plan, section, item, NULL)
                                             : plan_set(plan, field, item, NULL, PLAN_LAST, NULL);
        assert_int_equal(st, ST_OK);
    }
}

static void what_is_taken_away_everywhere_is_missed(void **state)
{
    struct text amiss = {0};
    (void)state;
    for (size_t e = 0; e < sizeof examples / sizeof *examples; e++) {
        struct desk desk = desk_for(examples[e]);
        for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
            struct plan *plan = example_plan(examples[e]);
            take_away(plan, gone[i].section, gone[i].field);
            judge(&desk, examples[e], plan, gone[i].rule, gone[i].also, &amiss);
            plan_free(plan);
        }
        desk_free(&desk);
    }
    fail_where_amiss(&amiss);
}

static void every_rule_is_broken_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < check_rule_count(); i++) {
        const char *id = check_rule(i)->id;
        size_t times = 0;
        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
            times += strcmp(rows[r].rule, id) == 0;
        for (size_t r = 0; r < sizeof gone / sizeof *gone; r++)
            times += strcmp(gone[r].rule, id) == 0;
        if (times != 1)
            fail_msg("%s is broken %zu times", id, times);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_example_broken_in_each_way_ends_with_that_finding),
        cmocka_unit_test(what_is_taken_away_everywhere_is_missed),
        cmocka_unit_test(every_rule_is_broken_once),
    };
    return cmocka_run_group_tests_name("broken", tests, NULL, NULL);
}
