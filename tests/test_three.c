/*
 * Three plans for every rule: one that breaks just it, one that just keeps it, and one in which
 * there is nothing that it is about. Each is the kept plan of kept.h with a change, looked at with
 * the legal rates and the spending guide.
 */
#include "given.h"

#define given given_facts /* here facts are words, as in given.h */
#include "kept.h"
#undef given

#include "legal.h"

/* A rule about every plan: only a form leaves it out. */
#define OFF NULL

/* Half an hour more of Sunrise Care at 10.00: 5.00, and the budget has them. */
#define SWIM                                                                                       \
    "time t3 what=Swimming days=Wed start=13:00 end=13:30 supporter=s1;"                           \
    "fund budget amount=60.00"
/* Mum is paid 1.00 for each of her two hours, which the budget has. */
#define PAID_MUM                                                                                   \
    "rate r2 supporter=s2 price=1.00 unit=hour; time t2 pays=budget goals=g1;"                     \
    "fund budget amount=57.00; cover v2 when=both; supporter s2 relation=My,mother "               \
    "lives-with-me=no;"
#define BUYS "cost c2 price=0.00 every=week goals=g1 what="
/* Somebody is there from 18:00 to 06:00, and from 06:00 on. */
#define ROUND                                                                                      \
    "time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=06:00; rate r1 price=0.01;"                    \
    "time t2 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=18:00 end=06:00;"
/* A friend is paid a penny an hour on seven mornings from 8. */
#define FRIEND                                                                                     \
    "supporter s1 kind=friend partner=no lives-with-me=no relation=no; rate r1 price=0.01;"        \
    "time t2 start=06:00 end=06:30;"                                                               \
    "time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun pays=budget end="
/* Sam walks with the person for an hour, from money of their own. */
#define SAM                                                                                        \
    "supporter s9 name=Sam kind=pa partner=no lives-with-me=no relation=no;"                       \
    "rate r9 supporter=s9 price=13.00 unit=hour; fund f9 kind=own name=Mine;"                      \
    "time t9 days=Sat start=10:00 end=11:00 what=Walk supporter=s9 pays=f9 goals=g1;"              \
    "cover v9 supporter=s9 when=both who=Kit phone=07700,900124;"
#define JOB                                                                                        \
    "employment j9 supporter=s9 age=23-plus paid-every=week hours=regular holiday-cover=no "       \
    "payroll=10.00 training=0.00 recruitment=0.00 "
#define NHS                                                                                        \
    "fund f1 name=NHS kind=nhs every=year; cost c2 what=Walking price=2.00 every=week pays=f1;"

/* clang-format off */
static const struct three {
    const char *rule;
    enum level level;
    enum field field;
    const char *item, *message;
    const char *breaks, *keeps, *away;
} rows[] = {
    {"R01", LEVEL_MUST, F_ANSWER_TEXT, "important", "\"Important to me\" has no answer yet.",
     "answer important text=", "answer important text=; attachment d1 file=me.jpg answer=important",
     OFF},
    {"R02", LEVEL_NOTE, F_ANSWER_TEXT, "safe", "\"unwell\" and \"safe\" say the same.",
     "answer unwell text=I,have,an,alarm,and,sunrise,care,has,a,key",
     "answer unwell text=I,have,an,alarm,and,sunrise,care,has,no,key",
     "answer unwell text=?; answer safe text=?"},
    {"R03", LEVEL_MUST, F_GOAL_NEEDS, "g1",
     "Nothing in the plan helps with \"Stay in my own home\" yet.",
     "time t1 goals=", "time t1 goals=; cost c1 goals=g1", OFF},
    {"R04", LEVEL_MUST, F_NEED_MET_BY, "n2", "Nothing in the plan meets \"Eating\" yet.",
     "need n2 what=Eating eligible=yes", "need n2 what=Eating eligible=yes met-by=Mum,cooks.",
     "need n2 what=Eating eligible=no"},
    {"R05", LEVEL_ASK, F_TIME_GOALS, "t3", "What is \"Swimming, Wednesday 13:00\" for?",
     SWIM, SWIM "; time t3 goals=g1", SWIM "; time t3 pays=unpaid"},
    {"R06", LEVEL_MUST, F_RATE_PRICE, "r1", "Add the price of Sunrise Care.",
     "rate r1 price=", "rate r1 price=0.00", "rate r1 price=; time t1 pays=unpaid"},
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 0.01 pounds a week more than your final personal budget.",
     "fund budget amount=54.99", "fund budget amount=55.00", "fund budget amount="},
    {"R08", LEVEL_NOTE, F_FUND_AMOUNT, "budget",
     "0.01 pounds a week is left of your final personal budget.",
     "fund budget amount=55.01", "fund budget amount=55.00", "fund budget amount="},
    {"R09", LEVEL_MUST, F_FUND_STATUS, "budget",
     "Say whether your personal budget is an estimate, final, or not told yet.",
     "fund budget status=", "fund budget status=indicative", OFF},
    {"R10", LEVEL_MUST, F_CONTRIBUTION_STATUS, "",
     "You say that you pay nothing, and also that you pay 0.01 pounds.",
     "contribution - amount=0.01 every=week", "contribution - amount=0.00 every=week",
     "contribution - status="},
    {"R11", LEVEL_NOTE, F_CONTRIBUTION_AMOUNT, "",
     "Your contribution is all of your personal budget. The council pays 0.00 pounds.",
     "contribution - status=amount amount=55.00 every=week",
     "contribution - status=amount amount=54.99 every=week", "contribution - status="},
    {"R12", LEVEL_MUST, F_MONEY_MEETS, "", "Say which needs the direct payment meets.",
     "money - how=direct-payment paid-every=4weeks managed-by=Me separate-account=yes",
     "money - how=direct-payment paid-every=4weeks managed-by=Me separate-account=yes meets=All",
     "money - how=provider"},
    {"R13", LEVEL_MUST, F_ANSWER_TEXT, "unwell", "Say how people would know that you are unwell.",
     "answer unwell text=",
     "answer unwell text=; attachment d1 file=unwell.mp3 answer=unwell", OFF},
    {"R14", LEVEL_ASK, F_COST_SET_ASIDE, "", "No money is put aside for when things go wrong.",
     "cost c1 set-aside=", "cost c1 price=0.01",
     "fund budget amount= status=not-told; fund f1 kind=own name=Mine; time t1 pays=f1;"
     "cost c1 pays=f1"},
    {"R15", LEVEL_ASK, F_COVER_WHO, "v2", "Mum can't step in for Mum. Name another.",
     "cover v2 who=mum", "cover v2 who=My,sister,Dawn phone=",
     "cover v2 who=Nobody.,I,wait. phone="},
    {"R16", LEVEL_MUST, F_RISK_DO, "x1", "Say what you will do about \"I may fall\".",
     "risk x1 do=", "risk x1 do=Nothing.", "risk x1 what= do= who="},
    {"R17", LEVEL_MUST, F_ACTION_WHO, "a1", "Say who does \"Buy an alarm\".",
     "action a1 who=", "action a1 by=2026-11-21", "action a1 what= who= by="},
    {"R18", LEVEL_MUST, F_ABOUT_WRITTEN_BY, "", "Say who wrote the plan.",
     "about - written-by=", "about - written-by=helper views=She,asked,me.", OFF},
    {"R19", LEVEL_ASK, F_ABOUT_DECIDES_AS, "", "Somebody decides for you. Say what lets them.",
     "about - decides=My,son.,I,nod.", "about - decides=My,son.,I,nod. decides-as=deputy",
     "about - decides="},
    {"R20", LEVEL_MUST, F_SUPPORTER_PARTNER, "s2",
     "Say whether Mum is your wife, husband or partner.",
     PAID_MUM, PAID_MUM "supporter s2 partner=no", PAID_MUM "time t2 pays=unpaid"},
    {"R21", LEVEL_ASK, F_COST_WHAT, "c2",
     "\"Lottery syndicate\": Every list that we read leaves out gambling.",
     BUYS "Lottery,syndicate", BUYS "Lots,of,wool",
     BUYS "Lottery,syndicate; fund f1 kind=own name=Mine; cost c2 pays=f1"},
    /* 12.71 - 12.70 = 0.01, for one hour */
    {"R22", LEVEL_ASK, F_EMPLOYMENT_WAGE, "j9",
     "The wage of Sam is 0.01 pounds an hour below the legal minimum. The minimum is 12.71 "
     "pounds. In a week that is 0.01 pounds.",
     SAM JOB "insurance=90.00 wage=12.70", SAM JOB "insurance=90.00 wage=12.71", SAM},
    {"R23", LEVEL_ASK, F_EMPLOYMENT_INSURANCE, "j9",
     "You employ somebody. Say what your employer's insurance costs.",
     SAM JOB "wage=13.00", SAM JOB "wage=13.00 insurance=90.00",
     SAM "supporter s9 kind=agency"},
    {"R24", LEVEL_ASK, F_TIME_START, "t3",
     "Mum has two things to do at once: \"Sunday lunch, Sunday 12:00\" and \"Walk, Sunday 13:59\".",
     "time t3 days=Sun start=13:59 end=15:00 what=Walk supporter=s2",
     "time t3 days=Sun start=14:00 end=15:00 what=Walk supporter=s2",
     "time t3 days=Sun minutes=60 what=Walk supporter=s2"},
    {"R25", LEVEL_ASK, F_TIME_START, "", "Nobody is there from 17:59 to 18:00, every day.",
     ROUND "time t1 end=17:59; about - alone=never", ROUND "time t1 end=18:00; about - alone=never",
     ROUND "time t1 end=17:59; about - alone=fine"},
    /* 7 x 6 h 52 m = 48 h 4 m; 7 x 6 h 51 m = 47 h 57 m */
    {"R26", LEVEL_ASK, F_SUPPORTER_NAME, "s1",
     "Sunrise Care works 48 h 4 m in a week. More than 48 h needs advice first.",
     FRIEND "14:52", FRIEND "14:51", FRIEND "14:52; supporter s1 kind=agency"},
    {"R27", LEVEL_MUST, F_SUPPORTER_WILLING, "s2", "Say whether Mum can and wants to help unpaid.",
     "supporter s2 willing=", "supporter s2 willing=yes", "supporter s2 willing= kind=community"},
    {"R28", LEVEL_ASK, F_COST_WHAT, "c2",
     "\"Insulin injections\": This is usually a task for the NHS. Ask whether the NHS pays.",
     BUYS "Insulin,injections", BUYS "Insulated,mug",
     BUYS "Insulin,injections; fund f1 kind=nhs name=NHS; cost c2 pays=f1"},
    {"R29", LEVEL_NOTE, F_FUND_AMOUNT, "f1",
     "\"NHS\" pays 104.00 pounds a year. Your personal budget does not pay this.",
     NHS, NHS "cost c2 pays=; fund budget amount=57.00; cost c2 goals=g1",
     "fund budget amount=55.00"},
    /* 55.00 x 52 */
    {"R30", LEVEL_ASK, F_MONEY_LETTER_TOTAL, "",
     "A letter says 2,602.00 pounds a year. This plan comes to 2,860.00 pounds.",
     "money - letter-total=2602.00", "money - letter-total=2860.00", "money - letter-total="},
    {"R31", LEVEL_ASK, F_WEEK_WEEKS, "", "Your weeks add up to 51. A year has 52.",
     "week w1 name=Term weeks=40; week w2 weeks=11",
     "week w1 name=Term weeks=40; week w2 weeks=12", "week w1 name=Term weeks=52"},
    {"R32", LEVEL_MUST, F_REVIEW_DATE, "",
     "No review is planned for the next 12 months. Give one a date.",
     "review e1 date= kind=", "review e1 date=2027-11-21", OFF},
    {"R33", LEVEL_ASK, F_RATE_CHECKED, "r1",
     "The price of Sunrise Care is from 20 November 2025. Ask whether it still holds.",
     "rate r1 checked=2025-11-20", "rate r1 checked=2025-11-21", "rate r1 checked="},
    {"R34", LEVEL_NOTE, F_COPY_WHO, "", "Say who gets a copy. Keep one for yourself.",
     "copy o1 who= which=", "copy o1 which=", OFF},
    {"R35", LEVEL_NOTE, F_COPY_WHICH, "o1",
     "The copy for \"Me\" has 2 phone numbers of other people.",
     "copy o1 which=whole", "copy o1 which=timetable", "copy o1 who= which="},
    {"R36", LEVEL_ASK, F_SUPPORTER_KIND, "s1",
     "Sunrise Care is self-employed. The facts of the work decide that, not a choice.",
     "supporter s1 kind=self-employed partner=no lives-with-me=no relation=no",
     "supporter s1 kind=agency", "supporter s3 kind=self-employed"},
    /* 2.00 x 52 = 104.00 */
    {"R37", LEVEL_ASK, F_FUND_AMOUNT, "f1", "\"NHS\" pays 4.00 pounds a year more than it has.",
     NHS "fund f1 amount=100.00", NHS "fund f1 amount=104.00", "fund f1 name=NHS kind=nhs"},
};
/* clang-format on */

static struct rates rates;
static struct spending guide;

static int read_guides(void **state)
{
    (void)state;
    rates = legal_rates();
    guide = legal_guide();
    return 0;
}

static int free_guides(void **state)
{
    (void)state;
    rates_free(&rates);
    spending_free(&guide);
    return 0;
}

/* What is said of the kept plan with a change, in a form. */
static struct findings findings_of(const char *changes, const struct form *form)
{
    struct plan *plan = kept_plan();
    struct budget budget;
    struct employer employer;
    struct findings found;
    given(plan, changes);
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    assert_int_equal(employer_count(plan, &budget, &rates, today(), &employer), ST_OK);
    const struct check_input in = {.plan = plan,
                                   .form = form,
                                   .budget = &budget,
                                   .today = today(),
                                   .employer = &employer,
                                   .over_reserve = reserve_count(plan, &budget).over,
                                   .spending = &guide};
    assert_int_equal(check_plan(&in, &found), ST_OK);
    employer_free(&employer);
    budget_free(&budget);
    plan_free(plan);
    return found;
}

static void every_rule_has_its_three_plans(void **state)
{
    (void)state;
    assert_int_equal(COUNT(rows), check_rule_count());
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(rows[i].rule, check_rule(i)->id);
}

static void one_plan_breaks_just_this_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct three *t = &rows[i];
        struct findings found = findings_of(t->breaks, &a_form);
        const struct broken broken = {t->rule, t->level, t->field, t->item, t->message, {{0}}};
        judge_broken(&broken, &found);
        findings_free(&found);
    }
}

static void one_plan_just_keeps_it_and_nothing_is_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct findings found = findings_of(rows[i].keeps, &a_form);
        if (found.must || found.ask || of_rule(&found, rows[i].rule))
            fail_msg("%s is kept, and yet:%s", rows[i].rule, listed(&found));
        findings_free(&found);
    }
}

/* Nothing in the plan is what the rule is about; or it is about every plan, and the form that
 * switches it off is obeyed. */
static void in_one_plan_it_does_not_apply(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char rule[4], level[] = "off";
        snprintf(rule, sizeof rule, "%s", rows[i].rule);
        struct form_rule off = {.rule = rule, .level = level};
        struct form without = a_form;
        without.rules = &off;
        without.rules_count = 1;
        struct findings found = rows[i].away ? findings_of(rows[i].away, &a_form)
                                             : findings_of(rows[i].breaks, &without);
        if (of_rule(&found, rows[i].rule))
            fail_msg("%s does not apply, and yet:%s", rows[i].rule, listed(&found));
        findings_free(&found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_has_its_three_plans),
        cmocka_unit_test(one_plan_breaks_just_this_rule),
        cmocka_unit_test(one_plan_just_keeps_it_and_nothing_is_asked),
        cmocka_unit_test(in_one_plan_it_does_not_apply),
    };
    return cmocka_run_group_tests_name("three", tests, read_guides, free_guides);
}
