/*
 * Every rule: a plan that keeps it, plans that break just it, and plans to which it does not apply.
 */
#include "kept.h"

#include "scarce.h"

static void the_kept_plan_has_no_finding(void **state)
{
    (void)state;
    struct plan *plan = kept_plan();
    struct findings found = checked(plan, &a_form, today());
    if (found.count)
        fail_msg("%s", listed(&found));
    findings_free(&found);
    found = checked(plan, NULL, DATE_NONE);
    if (found.count)
        fail_msg("without a form or a date:%s", listed(&found));
    findings_free(&found);
    plan_free(plan);
}

/* "Not told yet" is a "?": what the plan says of the amount is not sure (SPEC, section 1). */
static void over_a_budget_that_is_not_told_yet_is_a_question(void **state)
{
    static const struct fact facts[] = {{"fund", "budget", "amount", "54.53"},
                                        {"fund", "budget", "status", "not-told"}};
    (void)state;
    struct plan *plan = kept_plan();
    given(plan, facts, COUNT(facts));
    struct findings found = checked(plan, &a_form, today());
    const struct finding *f = of_rule(&found, "R07");
    assert_non_null(f);
    assert_string_equal(f->message,
                        "The plan costs 0.47 pounds a week more than your personal budget.");
    if (f->level != LEVEL_ASK || found.must > 0)
        fail_msg("it was to ask: %s", listed(&found));
    findings_free(&found);
    plan_free(plan);
}

/* clang-format off */
static const struct broken answer_cases[] = {
    {"R01", LEVEL_MUST, F_ANSWER_TEXT, "important", "\"Important to me\" has no answer yet.",
     {{"answer", "important", "text", NULL}}},
    {"R01", LEVEL_MUST, F_ANSWER_TEXT, "important", "\"Important to me\" has no answer yet.",
     {{"answer", "important", "text", " \n "}}},
    {"R01", LEVEL_ASK, F_ANSWER_TEXT, "important",
     "You are not sure yet about \"Important to me\". Ask your care assessor.",
     {{"answer", "important", "text", "?"}}},
    {"R01", LEVEL_ASK, F_ANSWER_TEXT, "important",
     "You are not sure yet about \"Important to me\". Ask your care assessor.",
     {{"answer", "important", "state", "unsure"}}},
    {"R01", LEVEL_ASK, F_ANSWER_TEXT, "important",
     "\"Important to me\" is marked as done, but holds no words. Is that right?",
     {{"answer", "important", "text", NULL}, {"answer", "important", "state", "done"}}},
    {"R03", LEVEL_MUST, F_GOAL_WHAT, "", "There is no goal yet. Add at least one.",
     {{"time", "t1", "goals", NULL}, {"goal", "g1", NULL, NULL}}},
    {"R03", LEVEL_MUST, F_GOAL_NEEDS, "g1",
     "Nothing in the plan helps with \"Stay in my own home\" yet.",
     {{"time", "t1", "goals", NULL}}},
    {"R03", LEVEL_MUST, F_GOAL_NEEDS, "g2",
     "Nothing in the plan helps with \"Sing again...\" yet.",
     {{"goal", "g2", "what", "Sing again\nin the choir"}}},
    {"R03", LEVEL_MUST, F_GOAL_WHAT, "g2", "Goal 2 has no words yet. Say what it is.",
     {{"goal", "g2", "by", "2027-01-01"}}},
    {"R03", LEVEL_MUST, F_GOAL_NEEDS, "g2",
     "Nothing in the plan helps with \"Sing\" yet.",
     {{"goal", "g2", "what", "Sing"}, {"goal", "g2", "needs", "n2"},
      {"need", "n2", "eligible", "no"}}},
    {"R03", LEVEL_ASK, F_GOAL_NEEDS, "g1",
     "You are not sure yet what helps with \"Stay in my own home\". "
     "Ask your care assessor.",
     {{"time", "t1", "goals", "?"}}},
    {"R03", LEVEL_ASK, F_GOAL_WHAT, "g1",
     "You are not sure yet what Goal 1 is. Ask your care assessor.",
     {{"goal", "g1", "what", "?"}}},
    {"R03", LEVEL_ASK, F_GOAL_BY, "g1",
     "\"Stay in my own home\" was to be reached by 20 November 2026. Is that right?",
     {{"goal", "g1", "by", "2026-11-20"}}},
    {"R04", LEVEL_MUST, F_NEED_MET_BY, "n1",
     "Nothing in the plan meets \"Washing and dressing\" yet.",
     {{"time", "t1", "needs", NULL}}},
    {"R04", LEVEL_MUST, F_NEED_MET_BY, "n2", "Nothing in the plan meets \"Eating\" yet.",
     {{"need", "n2", "what", "Eating"}}},
    {"R04", LEVEL_ASK, F_NEED_ELIGIBLE, "n2",
     "You are not sure yet whether the council must meet \"Eating\". "
     "Ask your care assessor.",
     {{"need", "n2", "what", "Eating"}, {"need", "n2", "eligible", "unknown"}}},
    {"R04", LEVEL_ASK, F_NEED_MET_BY, "n2",
     "You are not sure yet what meets \"Eating\". Ask your care assessor.",
     {{"need", "n2", "what", "Eating"}, {"need", "n2", "met-by", "?"}}},
    {"R04", LEVEL_ASK, F_NEED_WHAT, "",
     "No needs are listed. Your assessment says which they are.",
     {{"time", "t1", "needs", NULL}, {"need", "n1", NULL, NULL}}},
};
/* clang-format on */

static void answers_goals_and_needs_are_looked_at(void **state)
{
    (void)state;
    judge_all(answer_cases, COUNT(answer_cases));
}

/* clang-format off */
static const struct broken price_cases[] = {
    {"R06", LEVEL_MUST, F_RATE_PRICE, "", "Add a price for Sunrise Care.",
     {{"rate", "r1", "supporter", NULL}}},
    {"R06", LEVEL_MUST, F_RATE_PRICE, "r1", "Add the price of Sunrise Care.",
     {{"rate", "r1", "price", NULL}}},
    {"R06", LEVEL_ASK, F_RATE_PRICE, "r1",
     "You are not sure yet of the price of Sunrise Care. Ask your care assessor.",
     {{"rate", "r1", "price", "?"}}},
    {"R06", LEVEL_MUST, F_RATE_UNIT, "r1",
     "Say what the price of Sunrise Care is for: an hour, a night, a visit.",
     {{"rate", "r1", "unit", NULL}}},
    {"R06", LEVEL_ASK, F_RATE_UNIT, "r1",
     "You are not sure yet what the price of Sunrise Care is for. "
     "Ask your care assessor.",
     {{"rate", "r1", "unit", "?"}}},
    {"R06", LEVEL_MUST, F_TIME_RATE, "t1",
     "No single price of Sunrise Care fits "
     "\"Wash and dress, Monday to Friday 08:00\" on Monday. Choose its price.",
     {{"rate", "r1", "when", "weekend"}}},
    {"R06", LEVEL_ASK, F_RATE_WHEN, "r1",
     "You are not sure yet of \"when\" for the price of Sunrise Care. "
     "Ask your care assessor.",
     {{"rate", "r1", "when", "?"}}},
    {"R06", LEVEL_ASK, F_RATE_SUPPORTER, "r1",
     "You are not sure yet of \"supporter\" for Price 1. Ask your care assessor.",
     {{"rate", "r1", "supporter", "?"}}},
    {"R06", LEVEL_MUST, F_TIME_SUPPORTER, "t3",
     "\"Swimming, Wednesday 13:00\" is paid for. Say who does it, or choose a price.",
     {{"time", "t3", "what", "Swimming"}, {"time", "t3", "days", "Wed"},
      {"time", "t3", "start", "13:00"}, {"time", "t3", "end", "14:00"},
      {"time", "t3", "pays", "budget"}, {"time", "t3", "goals", "g1"}}},
    {"R06", LEVEL_MUST, F_TIME_END, "t1",
     "Say when \"Wash and dress, Monday to Friday 08:00\" ends.",
     {{"time", "t1", "end", NULL}}},
    {"R06", LEVEL_MUST, F_TIME_MINUTES, "t1",
     "Say how long \"Wash and dress\" lasts in a week.",
     {{"time", "t1", "end", NULL}, {"time", "t1", "start", NULL}}},
    {"R06", LEVEL_ASK, F_TIME_END, "t1",
     "You are not sure yet of \"end\" for \"Wash and dress, Monday to Friday 08:00\". "
     "Ask your care assessor.",
     {{"time", "t1", "end", "?"}}},
    {"R06", LEVEL_ASK, F_TIME_WORKERS, "t1",
     "You are not sure yet of \"workers\" for \"Wash and dress, Monday to Friday 08:00\". "
     "Ask your care assessor.",
     {{"time", "t1", "workers", "?"}}},
    {"R06", LEVEL_ASK, F_TIME_DAYS, "t1",
     "You are not sure yet of \"days\" for \"Wash and dress\". Ask your care assessor.",
     {{"time", "t1", "days", "?"}}},
    {"R06", LEVEL_ASK, F_TIME_PAYS, "t1",
     "You are not sure yet of \"pays\" for \"Wash and dress, Monday to Friday 08:00\". "
     "Ask your care assessor.",
     {{"time", "t1", "pays", "?"}}},
    {"R06", LEVEL_ASK, F_TIME_PAYS, "t2", "Mum has a price, but counts as unpaid. Who pays?",
     {{"rate", "r2", "supporter", "s2"}, {"rate", "r2", "price", "10.00"},
      {"time", "t3", "days", "Mon"}, {"time", "t3", "supporter", "s2"}}},
    {"R06", LEVEL_MUST, F_COST_PRICE, "c2", "Add the price of \"Swimming pool\".",
     {{"cost", "c2", "what", "Swimming pool"}, {"cost", "c2", "every", "week"},
      {"cost", "c2", "goals", "g1"}}},
    {"R06", LEVEL_MUST, F_COST_EVERY, "c2", "Say how often you pay for \"Swimming pool\".",
     {{"cost", "c2", "what", "Swimming pool"}, {"cost", "c2", "price", "1.00"},
      {"cost", "c2", "goals", "g1"}}},
    {"R06", LEVEL_ASK, F_COST_PRICE, "c2",
     "You are not sure yet of the price of Cost 2. Ask your care assessor.",
     {{"cost", "c2", "price", "?"}, {"cost", "c2", "every", "week"}, {"cost", "c2", "goals", "g1"}}},
    {"R06", LEVEL_ASK, F_COST_QUANTITY, "c2",
     "You are not sure yet of \"quantity\" for \"Pool\". Ask your care assessor.",
     {{"cost", "c2", "what", "Pool"}, {"cost", "c2", "price", "1.00"},
      {"cost", "c2", "every", "week"}, {"cost", "c2", "quantity", "?"},
      {"cost", "c2", "goals", "g1"}}},
    {"R06", LEVEL_MUST, F_COST_PRICE, "c2",
     "What \"Pool\" comes to is too much to count. Look at its price.",
     {{"cost", "c2", "what", "Pool"}, {"cost", "c2", "price", "9999999999.99"},
      {"cost", "c2", "every", "week"}, {"cost", "c2", "quantity", "999999"},
      {"cost", "c2", "goals", "g1"}}},
    {"R06", LEVEL_MUST, F_TIME_RATE, "t1",
     "What \"Wash and dress, Monday to Friday 08:00\" comes to is too much to count. "
     "Look at its price.",
     {{"rate", "r1", "price", "9999999999.99"}, {"time", "t1", "workers", "999999"}}},
};
/* clang-format on */

static void prices_are_looked_at(void **state)
{
    (void)state;
    judge_all(price_cases, COUNT(price_cases));
}

/* clang-format off */
static const struct broken budget_cases[] = {
    /* 50.00 and 5.00 aside: 0.47 more than 54.53 */
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 0.47 pounds a week more than your final personal budget.",
     {{"fund", "budget", "amount", "54.53"}}},
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 0.47 pounds a week more than your indicative allocation.",
     {{"fund", "budget", "amount", "54.53"}, {"fund", "budget", "status", "indicative"}}},
    /* 55.00 x 4 = 220.00 */
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 1.00 pounds in four weeks more than your final personal budget.",
     {{"fund", "budget", "amount", "219.00"}, {"fund", "budget", "every", "4weeks"}}},
    /* 55.00 x 52 = 2,860.00 */
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 10.00 pounds a year more than your final personal budget.",
     {{"fund", "budget", "amount", "2850.00"}, {"fund", "budget", "every", "year"}}},
    /* Nights may be 1.00 an hour: whether 10.00 is right for t1 hangs on the "?". */
    {"R07", LEVEL_ASK, F_FUND_AMOUNT, "budget",
     "The plan costs 0.47 pounds a week more than your final personal budget.",
     {{"fund", "budget", "amount", "54.53"}, {"rate", "r2", "supporter", "s1"},
      {"rate", "r2", "price", "1.00"}, {"rate", "r2", "unit", "hour"},
      {"rate", "r2", "from", "?"}}},
    {"R07", LEVEL_ASK, F_FUND_AMOUNT, "budget",
     "The plan costs 0.47 pounds a week more than your final personal budget.",
     {{"fund", "budget", "amount", "54.53"}, {"rate", "r2", "supporter", "?"},
      {"rate", "r2", "price", "1.00"}, {"rate", "r2", "unit", "hour"}}},
    /* A price that the line names is not in doubt. */
    {"R07", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "The plan costs 0.47 pounds a week more than your final personal budget.",
     {{"fund", "budget", "amount", "54.53"}, {"time", "t1", "rate", "r1"},
      {"rate", "r2", "supporter", "s1"}, {"rate", "r2", "from", "?"}}},
    {"R08", LEVEL_NOTE, F_FUND_AMOUNT, "budget",
     "4.53 pounds a week is left of your final personal budget.",
     {{"fund", "budget", "amount", "59.53"}}},
    {"R08", LEVEL_NOTE, F_FUND_AMOUNT, "budget",
     "1,000.00 pounds a year is left of your final personal budget.",
     {{"fund", "budget", "amount", "3860.00"}, {"fund", "budget", "every", "year"}}},
    {"R09", LEVEL_MUST, F_FUND_STATUS, "budget",
     "Say whether your personal budget is an estimate, final, or not told yet.",
     {{"fund", "budget", "status", NULL}}},
    {"R09", LEVEL_ASK, F_FUND_STATUS, "budget",
     "You have not been told your personal budget yet. Ask your care assessor.",
     {{"fund", "budget", "status", "not-told"}, {"fund", "budget", "amount", NULL},
      {"fund", "budget", "every", NULL}}},
    {"R09", LEVEL_MUST, F_FUND_AMOUNT, "budget",
     "Add the amount of your personal budget, as the letter has it.",
     {{"fund", "budget", "amount", NULL}}},
    {"R09", LEVEL_ASK, F_FUND_AMOUNT, "budget",
     "You are not sure yet of the amount of your personal budget. Ask your care assessor.",
     {{"fund", "budget", "amount", "?"}}},
    {"R09", LEVEL_MUST, F_FUND_EVERY, "budget",
     "Say whether your personal budget is for a week, a month or a year.",
     {{"fund", "budget", "every", NULL}}},
    {"R09", LEVEL_MUST, F_CONTRIBUTION_STATUS, "",
     "Say whether you pay a contribution, nothing, or do not know yet.",
     {{"contribution", "", "status", NULL}}},
    {"R09", LEVEL_ASK, F_CONTRIBUTION_STATUS, "",
     "You do not know your contribution yet. "
     "Ask your care assessor about the financial assessment.",
     {{"contribution", "", "status", "not-assessed"}}},
    {"R09", LEVEL_MUST, F_CONTRIBUTION_AMOUNT, "", "Add the amount of your contribution.",
     {{"contribution", "", "status", "amount"}}},
    {"R09", LEVEL_MUST, F_CONTRIBUTION_EVERY, "", "Say how often you pay your contribution.",
     {{"contribution", "", "status", NULL}, {"contribution", "", "amount", "5.00"}}},
    {"R14", LEVEL_ASK, F_COST_SET_ASIDE, "",
     "No money is put aside for when things go wrong.",
     {{"cost", "c1", "set-aside", NULL}}},
    {"R14", LEVEL_ASK, F_COST_SET_ASIDE, "",
     "No money is put aside for when things go wrong.",
     {{"cost", "c1", "price", "0.00"}}},
    {"R29", LEVEL_NOTE, F_FUND_AMOUNT, "f1",
     "\"NHS\" pays 104.00 pounds a year. Your personal budget does not pay this.",
     {{"fund", "f1", "name", "NHS"}, {"fund", "f1", "kind", "nhs"},
      {"cost", "c2", "what", "Physiotherapy"}, {"cost", "c2", "price", "2.00"},
      {"cost", "c2", "every", "week"}, {"cost", "c2", "pays", "f1"}}},
    {"R31", LEVEL_ASK, F_WEEK_WEEKS, "", "Your weeks add up to 51. A year has 52.",
     {{"week", "w1", "name", "Term"}, {"week", "w1", "weeks", "40"},
      {"week", "w2", "weeks", "11"}}},
    {"R31", LEVEL_ASK, F_WEEK_WEEKS, "w2",
     "You are not sure yet how many weeks of the year are like Week 2. "
     "Ask your care assessor.",
     {{"week", "w1", "weeks", "40"}, {"week", "w2", "weeks", "?"}}},
    {"R31", LEVEL_NOTE, F_PLAN_YEAR_START, "",
     "The year can't be counted by date: say when it starts. It is 52 weeks here.",
     {{"plan", "", "year-basis", "dated"}}},
    {"R31", LEVEL_NOTE, F_WEEK_WEEKS, "w2", /* 2026-07-20 to 08-30: 42 days */
     "You say 10 weeks for \"Summer\". By the calendar it has 42 days, about 6 weeks.",
     {{"plan", "", "year-basis", "dated"}, {"plan", "", "year-start", "2026-04-01"},
      {"week", "w1", "name", "Term"}, {"week", "w2", "name", "Summer"},
      {"week", "w2", "weeks", "10"}, {"week", "w2", "dates", "2026-07-20/2026-08-30"},
      {"fund", "budget", "amount", "300.00"}}},
    {"R31", LEVEL_NOTE, F_WEEK_DATES, "", /* 365 - 42 */
     "323 days of the year have no kind of week.",
     {{"plan", "", "year-basis", "dated"}, {"plan", "", "year-start", "2026-04-01"},
      {"week", "w2", "dates", "2026-07-20/2026-08-30"}, {"fund", "budget", "amount", "300.00"}}},
};
/* clang-format on */

static void the_budget_is_looked_at(void **state)
{
    (void)state;
    judge_all(budget_cases, COUNT(budget_cases));
}

/* clang-format off */
static const struct broken wrong_cases[] = {
    {"R13", LEVEL_MUST, F_ANSWER_TEXT, "unwell",
     "Say how people would know that you are unwell.",
     {{"answer", "unwell", "text", NULL}}},
    {"R13", LEVEL_ASK, F_ANSWER_TEXT, "unwell",
     "You are not sure yet how people would know that you are unwell. "
     "Ask your care assessor.",
     {{"answer", "unwell", "text", "?"}}},
    {"R13", LEVEL_MUST, F_CONTACT_PHONE, "",
     "Say who to call in an emergency, with a phone number.",
     {{"contact", "p1", NULL, NULL}}},
    {"R13", LEVEL_MUST, F_CONTACT_PHONE, "p1",
     "Say who to call in an emergency, with a phone number.",
     {{"contact", "p1", "phone", NULL}}},
    {"R13", LEVEL_ASK, F_CONTACT_PHONE, "p1",
     "You are not sure yet of the phone number to call in an emergency. "
     "Ask your care assessor.",
     {{"contact", "p1", "phone", "?"}, {"contact", "p2", "name", "Neighbour"}}},
    {"R13", LEVEL_MUST, F_COVER_WHO, "",
     "Say who steps in when somebody from Sunrise Care is ill or on holiday.",
     {{"cover", "v1", NULL, NULL}}},
    {"R13", LEVEL_MUST, F_COVER_WHO, "", "Say who steps in when somebody from Sunrise Care is on holiday.",
     {{"cover", "v1", "when", "ill"}}},
    {"R13", LEVEL_MUST, F_COVER_WHO, "", "Say who steps in when somebody from Sunrise Care is ill.",
     {{"cover", "v1", "when", "holiday"}}},
    {"R13", LEVEL_MUST, F_COVER_WHO, "v2", "Say who steps in when Mum is ill or on holiday.",
     {{"cover", "v2", "who", NULL}}},
    {"R13", LEVEL_ASK, F_COVER_WHO, "",
     "You are not sure yet who steps in when Mum is ill or on holiday. "
     "Ask your care assessor.",
     {{"cover", "v2", "who", "?"}}},
    {"R13", LEVEL_ASK, F_COVER_WHO, "",
     "Say who steps in when somebody from Lunch club is ill or on holiday.",
     {{"supporter", "s2", "kind", "community"}, {"supporter", "s2", "name", "Lunch club"},
      {"cover", "v2", NULL, NULL}}},
    {"R16", LEVEL_MUST, F_RISK_DO, "x1", "Say what you will do about \"I may fall\".",
     {{"risk", "x1", "do", NULL}}},
    {"R16", LEVEL_MUST, F_RISK_WHO, "x1", "Say who acts on \"I may fall\".",
     {{"risk", "x1", "who", NULL}}},
    {"R16", LEVEL_ASK, F_RISK_DO, "x1",
     "You are not sure yet what to do about \"I may fall\". Ask your care assessor.",
     {{"risk", "x1", "do", "?"}}},
    {"R16", LEVEL_MUST, F_RISK_WHAT, "",
     "No risk is listed. Add one, or say how you stay safe.",
     {{"risk", "x1", NULL, NULL}, {"answer", "safe", "text", NULL}}},
    {"R16", LEVEL_ASK, F_ANSWER_TEXT, "safe",
     "You are not sure yet what might go wrong. Ask your care assessor.",
     {{"risk", "x1", NULL, NULL}, {"answer", "safe", "text", "?"}}},
};
/* clang-format on */

static void what_happens_when_things_go_wrong_is_looked_at(void **state)
{
    (void)state;
    judge_all(wrong_cases, COUNT(wrong_cases));
}

/* clang-format off */
static const struct broken other_cases[] = {
    {"R17", LEVEL_MUST, F_ACTION_WHO, "a1", "Say who does \"Buy an alarm\".",
     {{"action", "a1", "who", NULL}}},
    {"R17", LEVEL_MUST, F_ACTION_BY, "a1", "Say by when \"Buy an alarm\" will be done.",
     {{"action", "a1", "by", NULL}}},
    {"R17", LEVEL_ASK, F_ACTION_BY, "a1",
     "You are not sure yet when \"Buy an alarm\" will be done. Ask your care assessor.",
     {{"action", "a1", "by", "?"}}},
    {"R17", LEVEL_MUST, F_ACTION_BY, "a1",
     "\"Buy an alarm\" was to be done by 20 November 2026. Is it done?",
     {{"action", "a1", "by", "2026-11-20"}}},
    {"R17", LEVEL_MUST, F_ACTION_WHAT, "",
     "\"Wash and dress, Monday to Friday 08:00\" is not arranged yet. "
     "Add an action that arranges it.",
     {{"time", "t1", "arranged", "no"}, {"action", "a1", NULL, NULL}}},
    {"R17", LEVEL_MUST, F_ACTION_WHAT, "",
     "\"Wash and dress, Monday to Friday 08:00\" is not arranged yet. "
     "Add an action that arranges it.",
     {{"time", "t1", "arranged", "no"}, {"action", "a1", "done", "yes"}}},
    {"R18", LEVEL_MUST, F_ABOUT_WRITTEN_BY, "", "Say who wrote the plan.",
     {{"about", "", "written-by", NULL}}},
    {"R18", LEVEL_ASK, F_ABOUT_WRITTEN_BY, "",
     "You are not sure yet who wrote the plan. Ask your care assessor.",
     {{"about", "", "written-by", "?"}}},
    {"R18", LEVEL_MUST, F_ABOUT_VIEWS, "",
     "Somebody helped to write it. Say how your views were taken in.",
     {{"about", "", "written-by", "together"}}},
    {"R18", LEVEL_MUST, F_ABOUT_VIEWS, "",
     "Somebody helped to write it. Say how your views were taken in.",
     {{"about", "", "written-by", "helper"}}},
    {"R18", LEVEL_ASK, F_ABOUT_VIEWS, "",
     "You are not sure yet how your views were taken in. Ask your care assessor.",
     {{"about", "", "written-by", "helper"}, {"about", "", "views", "?"}}},
    {"R24", LEVEL_ASK, F_TIME_START, "t3",
     "Mum has two things to do at once: \"Sunday lunch, Sunday 12:00\" "
     "and \"Walk, Sunday 13:30\".",
     {{"time", "t3", "days", "Sun"}, {"time", "t3", "start", "13:30"},
      {"time", "t3", "end", "14:30"}, {"time", "t3", "what", "Walk"},
      {"time", "t3", "supporter", "s2"}}},
    /* five mornings, asked once */
    {"R24", LEVEL_ASK, F_TIME_START, "t3",
     "Two paid people are there at once: "
     "\"Wash and dress, Monday to Friday 08:00\" and \"Breakfast, every day 08:30\".",
     {{"time", "t3", "days", "Mon Tue Wed Thu Fri Sat Sun"}, {"time", "t3", "start", "08:30"},
      {"time", "t3", "end", "09:30"}, {"time", "t3", "what", "Breakfast"},
      {"time", "t3", "supporter", "s3"}, {"supporter", "s3", "name", "Sam"},
      {"supporter", "s3", "kind", "nhs"}, {"time", "t3", "pays", "f1"},
      {"fund", "f1", "name", "NHS"}, {"cover", "v3", "supporter", "s3"},
      {"cover", "v3", "who", "The nurses' line"}, {"cover", "v3", "phone", "111"}}},
    {"R24", LEVEL_ASK, F_TIME_END, "t2",
     "\"Sunday lunch, Sunday 12:00\" lasts 23 h 30 m, into the next day. Is that right?",
     {{"time", "t2", "end", "11:30"}}},
    {"R29", LEVEL_MUST, F_FUND_NAME, "f1",
     "Other money 1 pays for something. Say whose money it is.",
     {{"fund", "f1", "amount", "100.00"}, {"time", "t2", "pays", "f1"},
      {"time", "t2", "rate", "r2"}, {"rate", "r2", "price", "0.00"},
      {"rate", "r2", "unit", "visit"}, {"cover", "v2", "when", "both"}}},
    {"R32", LEVEL_MUST, F_REVIEW_DATE, "",
     "No review is planned for the next 12 months. Give one a date.",
     {{"review", "e1", NULL, NULL}}},
    {"R32", LEVEL_MUST, F_REVIEW_DATE, "e1",
     "No review is planned for the next 12 months. Give one a date.",
     {{"review", "e1", "date", NULL}}},
    {"R32", LEVEL_MUST, F_REVIEW_DATE, "",
     "No review is planned for the next 12 months. Give one a date.",
     {{"review", "e1", "date", "2026-11-20"}}},
    {"R32", LEVEL_MUST, F_REVIEW_DATE, "e1",
     "The review on 22 November 2027 is more than 12 months away. Choose an earlier day.",
     {{"review", "e1", "date", "2027-11-22"}}},
    {"R32", LEVEL_ASK, F_REVIEW_DATE, "e1",
     "You are not sure yet of the date of a review. Ask your care assessor.",
     {{"review", "e1", "date", "?"}}},
    {"R32", LEVEL_MUST, F_REVIEW_KIND, "e1",
     "No review is marked as the first. Say when the plan is first looked at.",
     {{"review", "e1", "kind", "yearly"}}},
};
/* clang-format on */

static void actions_words_week_and_reviews_are_looked_at(void **state)
{
    (void)state;
    judge_all(other_cases, COUNT(other_cases));
}

/* clang-format off */
static const struct silent silent_cases[] = {
    /* a picture is an answer; an optional question needs none */
    {"R01", {{"answer", "important", "text", NULL}, {"attachment", "d1", "file", "me.jpg"},
             {"attachment", "d1", "answer", "important"}}},
    {"R03", {{"time", "t1", "goals", NULL}, {"goal", "g1", "needs", "n1"}}},
    {"R03", {{"goal", "g1", "by", "2026-11-21"}}},
    {"R06", {{"rate", "r2", "supporter", "s2"}, {"rate", "r2", "price", "10.00"},
             {"time", "t2", "pays", "unpaid"}}},
    {"R03", {{"time", "t1", "goals", NULL}, {"time", "t2", "goals", "g1"}}},
    {"R03", {{"time", "t1", "goals", NULL}, {"cost", "c1", "goals", "g1"}}},
    {"R03", {{"goal", "g2", "what", "Eat well"}, {"goal", "g2", "needs", "n2"},
             {"need", "n2", "what", "Eating"}, {"need", "n2", "met-by", "Mum cooks."}}},
    {"R04", {{"need", "n2", "what", "Eating"}, {"need", "n2", "met-by", "Mum cooks."}}},
    {"R04", {{"need", "n2", "what", "Eating"}, {"need", "n2", "eligible", "no"}}},
    {"R04", {{"need", "n2", "what", "Eating"}, {"goal", "g1", "needs", "n1 n2"}}},
    {"R04", {{"need", "n2", "what", "Eating"}, {"cost", "c1", "needs", "n2"}}},
    /* what is unpaid, or paid by another fund, needs no price */
    {"R06", {{"rate", "r1", NULL, NULL}, {"time", "t1", "pays", "unpaid"}}},
    {"R06", {{"cost", "c2", "what", "Physio"}, {"cost", "c2", "pays", "f1"},
             {"fund", "f1", "kind", "nhs"}}},
    {"R07", {{"fund", "budget", "amount", "55.00"}}},
    {"R08", {{"fund", "budget", "amount", "55.00"}}},
    {"R09", {{"contribution", "", "status", NULL}, {"contribution", "", "amount", "5.00"},
             {"contribution", "", "every", "week"}}},
    {"R13", {{"cover", "v1", "when", NULL}}},
    {"R13", {{"cover", "v1", "when", "ill"}, {"cover", "v3", "supporter", "s1"},
             {"cover", "v3", "when", "holiday"}, {"cover", "v3", "who", "Sam"},
             {"cover", "v3", "phone", "07700 900124"}}},
    {"R13", {{"supporter", "s3", "name", "Aunt"}, {"supporter", "s3", "kind", "family"}}},
    {"R13", {{"supporter", "s2", "kind", "technology"}, {"cover", "v2", NULL, NULL}}},
    {"R13", {{"contact", "p0", "name", "Neighbour"}}},
    {"R14", {{"cost", "c1", "price", "260.00"}, {"cost", "c1", "every", "once"}}},
    {"R16", {{"risk", "x1", NULL, NULL}}},
    {"R16", {{"answer", "safe", "text", NULL}}},
    {"R17", {{"action", "a1", NULL, NULL}}},
    {"R17", {{"action", "a1", "by", "2026-11-21"}}},
    {"R17", {{"action", "a1", "by", "2026-01-01"}, {"action", "a1", "done", "yes"}}},
    {"R17", {{"time", "t1", "arranged", "no"}}},
    {"R18", {{"about", "", "written-by", "helper"}, {"about", "", "views", "She asked me."}}},
    /* two carers meant; family beside a carer; an alarm beside anybody; a night of eight hours */
    {"R24", {{"time", "t1", "workers", "2"}, {"fund", "budget", "amount", "105.00"}}},
    {"R24", {{"time", "t2", "days", "Mon"}, {"time", "t2", "start", "08:00"},
             {"time", "t2", "end", "10:00"}}},
    {"R24", {{"supporter", "s1", "kind", "technology"}, {"time", "t1", "pays", "budget"},
             {"supporter", "s3", "kind", "agency"}, {"time", "t2", "pays", "budget"},
             {"time", "t2", "rate", "r2"}, {"rate", "r2", "price", "0.00"},
             {"rate", "r2", "unit", "visit"}, {"cover", "v2", "when", "both"},
             {"time", "t2", "days", "Mon"}, {"time", "t2", "needs", "n1"},
             {"supporter", "s2", "kind", "nhs"}}},
    {"R24", {{"time", "t2", "start", "22:00"}, {"time", "t2", "end", "06:00"}}},
    {"R24", {{"time", "t2", "start", "08:00"}, {"time", "t2", "end", "24:00"}}},
    {"R29", {{"fund", "f1", "amount", "100.00"}}},
    {"R31", {{"week", "w1", "weeks", "50"}, {"week", "w2", "weeks", "2"}}},
    {"R32", {{"review", "e1", "date", "2027-11-21"}}},
    {"R32", {{"review", "e1", "date", "2026-11-01"}, {"review", "e2", "date", "2027-11-01"},
             {"review", "e2", "kind", "yearly"}}},
};
/* clang-format on */

static void rules_are_silent_where_they_do_not_apply(void **state)
{
    (void)state;
    judge_silent(silent_cases, COUNT(silent_cases));
}

/** The finding of one rule in the kept plan with one change, in a form that gives the rule a level.
 */
static void judge_form_level(const char *rule, const char *says, const struct fact *change,
                             const char *want)
{
    struct form form = a_form;
    char id[8], level[8];
    snprintf(id, sizeof id, "%s", rule);
    snprintf(level, sizeof level, "%s", says);
    struct form_rule rules[] = {{id, level}};
    form.rules = rules;
    form.rules_count = 1;
    struct plan *plan = kept_plan();
    given(plan, change, 1);
    struct findings found = checked(plan, &form, today());
    const struct finding *f = of_rule(&found, rule);
    const char *got = f ? level_name(f->level) : "";
    if (strcmp(got, want) != 0)
        fail_msg("%s as %s: '%s', wanted '%s'%s", rule, says, got, want, listed(&found));
    findings_free(&found);
    plan_free(plan);
}

static void a_form_changes_a_level_or_switches_a_rule_off(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *says, *want;
        struct fact change;
    } cases[] = {
        {"R14", "must", "MUST", {"cost", "c1", "set-aside", NULL}},
        {"R14", "off", "", {"cost", "c1", "set-aside", NULL}},
        {"R14", "note", "NOTE", {"cost", "c1", "set-aside", NULL}},
        {"R14", "must", "ASK", {"cost", "c1", "price", "?"}},
        {"R14", "must", "ASK", {"cost", "c1", "every", "?"}},
        {"R14", "must", "ASK", {"cost", "c1", "quantity", "?"}},
        {"R14", "must", "ASK", {"cost", "c1", "set-aside", "?"}},
        {"R14", "must", "ASK", {"cost", "c1", "pays", "?"}},
        {"R01", "ask", "ASK", {"answer", "important", "text", NULL}},
        {"R01", "note", "NOTE", {"answer", "important", "text", "?"}},
        {"R01", "off", "", {"answer", "important", "text", NULL}},
        {"R08", "ask", "ASK", {"fund", "budget", "amount", "60.00"}},
        {"R32", "off", "", {"review", "e1", NULL, NULL}},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        judge_form_level(cases[i].rule, cases[i].says, &cases[i].change, cases[i].want);
}

/* R02 speaks of a phrase that could stand in anybody's plan, once an answer, by whole words. */
static void a_vague_phrase_of_the_form_is_told(void **state)
{
    static const struct {
        const char *text, *says; /* NULL: nothing */
    } cases[] = {
        {"Help as needed.", "\"Important to me\" says \"as needed\". Say what that is for you."},
        {"AS  NEEDED, and general support.",
         "\"Important to me\" says \"as needed\". Say what that is for you."},
        {"It has needed paint.", NULL},
        {"My garden.", NULL},
        {"?", NULL},
    };
    char *vague[] = {S("as needed"), S("general support")};
    struct form form = a_form;
    (void)state;
    form.vague = vague;
    form.vague_count = COUNT(vague);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = kept_plan();
        given(plan, &(struct fact){"answer", "important", "text", cases[i].text}, 1);
        struct findings found = checked(plan, &form, today());
        const struct finding *f = of_rule(&found, "R02");
        if (count_of_rule(&found, "R02") != (cases[i].says != NULL) ||
            (f && (strcmp(f->message, cases[i].says) != 0 || f->level != LEVEL_NOTE)))
            fail_msg("%s:%s", cases[i].text, listed(&found));
        findings_free(&found);
        plan_free(plan);
    }
}

static void a_question_with_a_reason_is_told_with_it(void **state)
{
    (void)state;
    static const struct fact overlap[] = {
        {"time", "t3", "days", "Sun"},
        {"time", "t3", "start", "13:30"},
        {"time", "t3", "end", "14:30"},
        {"time", "t3", "what", "Walk"},
        {"time", "t3", "supporter", "s2"},
        {"cost", "c1", "set-aside", NULL},
        {"reason", "r24-t3", "text", "We walk to lunch."},
        {"reason", "r14", "text", "?"},
    };
    struct plan *plan = kept_plan();
    given(plan, overlap, COUNT(overlap));
    struct findings found = checked(plan, &a_form, today());
    const struct finding *f = of_rule(&found, "R24");
    assert_non_null(f);
    assert_int_equal(f->level, LEVEL_NOTE);
    assert_string_equal(f->message,
                        "Mum has two things to do at once: \"Sunday lunch, Sunday 12:00\" and "
                        "\"Walk, Sunday 13:30\". Your reason: We walk to lunch.");
    assert_int_equal(of_rule(&found, "R14")->level, LEVEL_ASK); /* "?" is no reason */
    findings_free(&found);
    plan_free(plan);
}

static void a_reason_does_not_answer_what_must_be_put_right(void **state)
{
    (void)state;
    static const struct fact changes[] = {
        {"answer", "important", "text", NULL},
        {"reason", "r01-important", "text", "I do not want to say."},
    };
    struct plan *plan = kept_plan();
    given(plan, changes, COUNT(changes));
    struct findings found = checked(plan, &a_form, today());
    assert_int_equal(found.must, 1);
    assert_string_equal(found.list[0].message, "\"Important to me\" has no answer yet.");
    findings_free(&found);
    plan_free(plan);
}

static void what_must_be_put_right_comes_first_and_rules_keep_their_order(void **state)
{
    (void)state;
    static const struct fact changes[] = {
        {"review", "e1", NULL, NULL},          {"cost", "c1", "set-aside", NULL},
        {"fund", "budget", "amount", "60.00"}, {"answer", "important", "text", "?"},
        {"about", "", "written-by", NULL},
    };
    static const char *const want[] = {"R18", "R32", "R01", "R14", "R08"};
    struct plan *plan = kept_plan();
    given(plan, changes, COUNT(changes));
    struct findings found = checked(plan, &a_form, today());
    if (found.count != COUNT(want) || found.must != 2 || found.ask != 2 || found.note != 1)
        fail_msg("counts are not 2, 2 and 1:%s", listed(&found));
    for (size_t i = 0; i < COUNT(want); i++) {
        if (strcmp(found.list[i].rule, want[i]) != 0)
            fail_msg("place %zu: wanted %s%s", i, want[i], listed(&found));
    }
    findings_free(&found);
    plan_free(plan);
}

static void an_empty_plan_is_told_what_is_missing(void **state)
{
    (void)state;
    static const char *const want[] = {"R01", "R03", "R09", "R13", "R16", "R18", "R32"};
    struct plan *plan = plan_new();
    assert_non_null(plan);
    struct findings found = checked(plan, &a_form, today());
    for (size_t i = 0; i < COUNT(want); i++) {
        if (!of_rule(&found, want[i]) || of_rule(&found, want[i])->level != LEVEL_MUST)
            fail_msg("%s is silent:%s", want[i], listed(&found));
    }
    for (size_t i = 0; i < found.count; i++) {
        assert_true(found.list[i].message[0] != '\0');
        assert_true(found.list[i].remedy[0] != '\0');
    }
    findings_free(&found);
    plan_free(plan);
}

static void an_unsure_plan_is_never_told_that_it_must(void **state)
{
    (void)state;
    static const struct fact unsure[] = {
        {"about", "", "written-by", "?"},
        {"answer", "important", "text", "?"},
        {"answer", "unwell", "text", "?"},
        {"answer", "safe", "text", "?"},
        {"goal", "g1", "what", "?"},
        {"goal", "g1", "needs", "?"},
        {"need", "n1", "what", "?"},
        {"need", "n1", "met-by", "?"},
        {"supporter", "s1", "kind", "?"},
        {"time", "t1", "supporter", "s1"},
        {"time", "t1", "days", "?"},
        {"time", "t2", "supporter", "?"},
        {"cost", "c1", "price", "?"},
        {"cost", "c1", "every", "?"},
        {"cost", "c1", "set-aside", "?"},
        {"fund", "budget", "amount", "?"},
        {"fund", "budget", "every", "?"},
        {"fund", "budget", "status", "not-told"},
        {"contribution", "", "status", "not-assessed"},
        {"contact", "p1", "phone", "?"},
        {"cover", "v1", "supporter", "?"},
        {"risk", "x1", "what", "?"},
        {"risk", "x1", "do", "?"},
        {"risk", "x1", "who", "?"},
        {"action", "a1", "what", "?"},
        {"action", "a1", "who", "?"},
        {"action", "a1", "by", "?"},
        {"review", "e1", "date", "?"},
        {"week", "w1", "weeks", "?"},
        {"fund", "f1", "name", "?"},
        {"cost", "c2", "pays", "f1"},
    };
    struct plan *plan = plan_new();
    assert_non_null(plan);
    given(plan, unsure, COUNT(unsure));
    struct findings found = checked(plan, &a_form, today());
    if (found.must || found.ask < 15)
        fail_msg("%zu must, %zu ask:%s", found.must, found.ask, listed(&found));
    findings_free(&found);
    plan_free(plan);
}

static void memory_that_runs_out_is_told_and_nothing_is_left_behind(void **state)
{
    (void)state;
    static const struct fact changes[] = {
        {"time", "t3", "days", "Sun"},        {"time", "t3", "start", "13:30"},
        {"time", "t3", "minutes", "900"},     {"time", "t3", "supporter", "s2"},
        {"time", "t4", "pays", "budget"},     {"reason", "r24-t3", "text", "It is right."},
        {"action", "a1", "by", "2026-01-01"},
    };
    struct plan *plan = kept_plan();
    struct budget budget;
    given(plan, changes, COUNT(changes));
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    const struct check_input in = {
        .plan = plan, .form = &a_form, .budget = &budget, .today = today()};
    for (int round = 0; scarce_from(&round);) {
        struct findings found = {.count = 77};
        const enum status st = check_plan(&in, &found);
        if (scarce_hit() && (st != ST_NOMEM || found.count != 77))
            fail_msg("round %d: status %d", round, (int)st);
        if (st == ST_OK)
            findings_free(&found);
    }
    budget_free(&budget);
    plan_free(plan);
}

static void a_reader_sees_a_long_name_cut_between_letters(void **state)
{
    (void)state;
    static const struct fact changes[] = {
        {"goal", "g2", "what",
         "To see my daughter Zo\xc3\xab in Llanfair on the first Sunday of every month, whatever"},
    };
    struct plan *plan = kept_plan();
    given(plan, changes, COUNT(changes));
    struct findings found = checked(plan, &a_form, today());
    /* 47 columns with "first"; with "Sunday" it would be more than 48 */
    assert_int_equal(found.count, 1);
    assert_string_equal(found.list[0].message,
                        "Nothing in the plan helps with \"To see my daughter Zo\xc3\xab in "
                        "Llanfair on the first...\" yet.");
    findings_free(&found);
    plan_free(plan);
}

/* Enter makes a new line in a long answer: many people press it at the end. */
static void a_name_that_ends_in_empty_lines_is_not_cut(void **state)
{
    (void)state;
    static const struct fact changes[] = {{"goal", "g2", "what", "Swim once a week\n \n"}};
    struct plan *plan = kept_plan();
    given(plan, changes, COUNT(changes));
    struct findings found = checked(plan, &a_form, today());
    assert_int_equal(found.count, 1);
    assert_string_equal(found.list[0].message,
                        "Nothing in the plan helps with \"Swim once a week\" yet.");
    findings_free(&found);
    plan_free(plan);
}

static void the_table_of_rules_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < check_rule_count(); i++) {
        const struct check_rule *r = check_rule(i);
        if (strlen(r->id) != 3 || !r->title[0] || !r->remedy[0] || !r->source[0])
            fail_msg("rule %zu: something is empty", i);
        assert_plain(r->title);
        assert_plain(r->remedy);
        if (i > 0 && strcmp(check_rule(i - 1)->id, r->id) >= 0)
            fail_msg("%s is out of order", r->id);
    }
    assert_string_equal(level_name(LEVEL_MUST), "MUST");
    assert_string_equal(level_name(LEVEL_ASK), "ASK");
    assert_string_equal(level_name(LEVEL_NOTE), "NOTE");
}

/* Who has answered "not sure yet", or is only told something, is not sent to answer it. */
static void what_would_put_it_right_fits_what_was_found(void **state)
{
    static const struct {
        struct fact changes[2];
        const char *rule, *remedy;
    } cases[] = {
        {{{"rate", "r1", "price", "?"}}, "R06", "Write it down when you know."},
        {{{"fund", "budget", "status", "not-told"}}, "R09", "Write it down when you know."},
        {{{"contribution", "", "status", "not-assessed"}}, "R09", "Write it down when you know."},
        {{{"contribution", "", "status", NULL}},
         "R09",
         "Fill it in, or answer that you have not been told yet."},
        {{{"goal", "g1", "by", "2026-11-20"}},
         "R03",
         "Give it another day, or take it away if you have reached it."},
        {{{"review", "e1", "kind", "yearly"}},
         "R32",
         "Choose which review is the first, or add one."},
        /* R03 stands at the goal's needs, R05 at the line's goals: they say where else to go. */
        {{{"time", "t1", "goals", NULL}, {"goal", "g1", "needs", "n9"}},
         "R03",
         "In your week, open the line that helps. Choose this goal there, or one of its needs."},
        {{{"time", "t1", "goals", NULL}, {"time", "t1", "needs", NULL}},
         "R05",
         "Choose a goal. Or open the line in your week, and choose a need. Or say why it is "
         "right."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = kept_plan();
        given(plan, cases[i].changes, COUNT(cases[i].changes));
        struct findings found = checked(plan, &a_form, today());
        const struct finding *f = of_rule(&found, cases[i].rule);
        if (!f || strcmp(f->remedy, cases[i].remedy) != 0)
            fail_msg("case %zu: %s", i, f ? f->remedy : "nothing is found");
        findings_free(&found);
        plan_free(plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kept_plan_has_no_finding),
        cmocka_unit_test(answers_goals_and_needs_are_looked_at),
        cmocka_unit_test(what_would_put_it_right_fits_what_was_found),
        cmocka_unit_test(prices_are_looked_at),
        cmocka_unit_test(the_budget_is_looked_at),
        cmocka_unit_test(what_happens_when_things_go_wrong_is_looked_at),
        cmocka_unit_test(actions_words_week_and_reviews_are_looked_at),
        cmocka_unit_test(rules_are_silent_where_they_do_not_apply),
        cmocka_unit_test(a_form_changes_a_level_or_switches_a_rule_off),
        cmocka_unit_test(a_vague_phrase_of_the_form_is_told),
        cmocka_unit_test(a_question_with_a_reason_is_told_with_it),
        cmocka_unit_test(a_reason_does_not_answer_what_must_be_put_right),
        cmocka_unit_test(what_must_be_put_right_comes_first_and_rules_keep_their_order),
        cmocka_unit_test(an_empty_plan_is_told_what_is_missing),
        cmocka_unit_test(over_a_budget_that_is_not_told_yet_is_a_question),
        cmocka_unit_test(an_unsure_plan_is_never_told_that_it_must),
        cmocka_unit_test(memory_that_runs_out_is_told_and_nothing_is_left_behind),
        cmocka_unit_test(a_reader_sees_a_long_name_cut_between_letters),
        cmocka_unit_test(a_name_that_ends_in_empty_lines_is_not_cut),
        cmocka_unit_test(the_table_of_rules_is_whole),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
