/*
 * The rules about people, letters and copies: a plan that breaks just it, and plans to which it
 * does not apply or that keep it in another way.
 */
#include "kept.h"

/* Mum is paid: a price for her, and who she is. 50.00 + 5.00 + 2 h x 1.00 is within 57.00. */
#define PAID_MUM                                                                                   \
    {"rate", "r2", "supporter", "s2"}, {"rate", "r2", "price", "1.00"},                            \
        {"rate", "r2", "unit", "hour"}, {"time", "t2", "pays", "budget"},                          \
        {"time", "t2", "goals", "g1"}, {"fund", "budget", "amount", "57.00"},                      \
    {                                                                                              \
        "cover", "v2", "when", "both"                                                              \
    }
#define A_MOTHER                                                                                   \
    {"supporter", "s2", "partner", "no"},                                                          \
    {                                                                                              \
        "supporter", "s2", "relation", "My mother"                                                 \
    }

/* clang-format off */
static const struct broken answers[] = {
    {"R02", LEVEL_NOTE, F_ANSWER_TEXT, "safe", "\"unwell\" and \"safe\" say the same.",
     {{"answer", "unwell", "text", "I have an alarm and sunrise care has a key"}}},
    {"R05", LEVEL_ASK, F_TIME_GOALS, "t3", "What is \"Swimming, Wednesday 13:00\" for?",
     {{"time", "t3", "what", "Swimming"}, {"time", "t3", "days", "Wed"},
      {"time", "t3", "start", "13:00"}, {"time", "t3", "end", "13:30"},
      {"time", "t3", "supporter", "s1"}, {"fund", "budget", "amount", "60.00"}}},
    {"R05", LEVEL_ASK, F_TIME_GOALS, "t3",
     "You are not sure yet what \"Swimming, Wednesday 13:00\" is for. Ask your care assessor.",
     {{"time", "t3", "what", "Swimming"}, {"time", "t3", "days", "Wed"},
      {"time", "t3", "start", "13:00"}, {"time", "t3", "end", "13:30"},
      {"time", "t3", "supporter", "s1"}, {"fund", "budget", "amount", "60.00"},
      {"time", "t3", "needs", "?"}}},
    {"R05", LEVEL_ASK, F_COST_GOALS, "c2", "What is \"Gym\" for?",
     {{"cost", "c2", "what", "Gym"}, {"cost", "c2", "price", "5.00"},
      {"cost", "c2", "every", "week"}, {"fund", "budget", "amount", "60.00"}}},
    {"R05", LEVEL_ASK, F_COST_GOALS, "c2",
     "2 things that are paid for have no goal or need, such as \"Gym\".",
     {{"cost", "c2", "what", "Gym"}, {"cost", "c2", "price", "5.00"},
      {"cost", "c2", "every", "week"}, {"fund", "budget", "amount", "65.00"},
      {"cost", "c3", "what", "Pool"}, {"cost", "c3", "price", "5.00"},
      {"cost", "c3", "every", "week"}}},
    {"R05", LEVEL_NOTE, F_COST_GOALS, "c2", "What is \"Gym\" for? Your reason: It lifts my mood.",
     {{"cost", "c2", "what", "Gym"}, {"cost", "c2", "price", "5.00"},
      {"cost", "c2", "every", "week"}, {"fund", "budget", "amount", "60.00"},
      {"reason", "r05-c2", "text", "It lifts my mood."}}},
    {"R34", LEVEL_NOTE, F_COPY_WHO, "", "Say who gets a copy. Keep one for yourself.",
     {{"copy", "o1", NULL, NULL}}},
    /* the sister's number stands twice, Sunrise Care's once */
    {"R35", LEVEL_NOTE, F_COPY_WHICH, "o1", "The copy for \"Me\" has 2 phone numbers of other people.",
     {{"copy", "o1", "which", "whole"}}},
    {"R35", LEVEL_NOTE, F_COPY_WHICH, "o1", "The copy for \"Me\" has 2 phone numbers of other people.",
     {{"copy", "o1", "which", "shared"}}},
};

static const struct broken letters[] = {
    {"R10", LEVEL_MUST, F_CONTRIBUTION_STATUS, "",
     "You say that you pay nothing, and also that you pay 5.00 pounds.",
     {{"contribution", "", "amount", "5.00"}, {"contribution", "", "every", "week"}}},
    {"R11", LEVEL_NOTE, F_CONTRIBUTION_AMOUNT, "",
     "Your contribution is more than your personal budget. Then no direct payment is paid.",
     {{"contribution", "", "status", "amount"}, {"contribution", "", "amount", "55.01"},
      {"contribution", "", "every", "week"}}},
    {"R11", LEVEL_NOTE, F_CONTRIBUTION_AMOUNT, "",
     "Your contribution is all of your personal budget. The council pays 0.00 pounds.",
     {{"contribution", "", "status", "amount"}, {"contribution", "", "amount", "220.00"},
      {"contribution", "", "every", "4weeks"}}},
    {"R12", LEVEL_MUST, F_MONEY_MEETS, "", "Say which needs the direct payment meets.",
     {{"money", "", "how", "direct-payment"}, {"money", "", "paid-every", "4weeks"},
      {"money", "", "managed-by", "Me"}, {"money", "", "separate-account", "yes"}}},
    {"R12", LEVEL_MUST, F_MONEY_PAID_EVERY, "", "Say how often the direct payment is paid.",
     {{"money", "", "how", "mix"}, {"money", "", "meets", "All"},
      {"money", "", "managed-by", "Me"}, {"money", "", "separate-account", "yes"}}},
    {"R12", LEVEL_MUST, F_MONEY_MANAGED_BY, "", "Say who gets the direct payment and looks after it.",
     {{"money", "", "how", "direct-payment"}, {"money", "", "paid-every", "4weeks"},
      {"money", "", "meets", "All"}, {"money", "", "separate-account", "yes"}}},
    {"R12", LEVEL_MUST, F_MONEY_SEPARATE_ACCOUNT, "",
     "Say whether the money has an account or card of its own.",
     {{"money", "", "how", "direct-payment"}, {"money", "", "paid-every", "4weeks"},
      {"money", "", "meets", "All"}, {"money", "", "managed-by", "Me"}}},
    {"R12", LEVEL_ASK, F_MONEY_SEPARATE_ACCOUNT, "",
     "The money has no account of its own. Many councils ask for one.",
     {{"money", "", "how", "direct-payment"}, {"money", "", "paid-every", "4weeks"},
      {"money", "", "meets", "All"}, {"money", "", "managed-by", "Me"},
      {"money", "", "separate-account", "no"}}},
    {"R12", LEVEL_ASK, F_MONEY_SEPARATE_ACCOUNT, "",
     "You are not sure yet of an account or card of its own. Ask your care assessor.",
     {{"money", "", "how", "direct-payment"}, {"money", "", "paid-every", "4weeks"},
      {"money", "", "meets", "All"}, {"money", "", "managed-by", "Me"},
      {"money", "", "separate-account", "unsure"}}},
    {"R12", LEVEL_ASK, F_MONEY_HOW, "",
     "You are not sure yet how you take the money. Ask your care assessor.",
     {{"money", "", "how", "?"}}},
    /* 50.00 x 52 = 2,600.00; with 260.00 aside 2,860.00 */
    {"R30", LEVEL_ASK, F_MONEY_LETTER_TOTAL, "",
     "A letter says 2,602.00 pounds a year. This plan comes to 2,860.00 pounds.",
     {{"money", "", "letter-total", "2602.00"}}},
    {"R33", LEVEL_ASK, F_RATE_CHECKED, "r1",
     "The price of Sunrise Care is from 20 November 2025. Ask whether it still holds.",
     {{"rate", "r1", "checked", "2025-11-20"}}},
    /* 104.00 a year of 100.00 */
    {"R37", LEVEL_ASK, F_FUND_AMOUNT, "f1", "\"NHS\" pays 4.00 pounds a year more than it has.",
     {{"fund", "f1", "name", "NHS"}, {"fund", "f1", "amount", "100.00"},
      {"fund", "f1", "every", "year"}, {"cost", "c2", "what", "Physiotherapy"},
      {"cost", "c2", "price", "2.00"}, {"cost", "c2", "every", "week"},
      {"cost", "c2", "pays", "f1"}}},
    /* 8 weeks of 55.00 are 440.00 */
    {"R37", LEVEL_ASK, F_MONEY_ACCOUNT, "",
     "Your account holds 60.00 pounds more than the council's limit.",
     {{"money", "", "reserve-weeks", "8"}, {"money", "", "reserve-of", "whole"},
      {"money", "", "account", "500.00"}}},
};

static const struct broken people[] = {
    {"R15", LEVEL_ASK, F_COVER_WHO, "v2", "Mum can't step in for Mum. Name another.",
     {{"cover", "v2", "who", "mum"}}},
    {"R15", LEVEL_ASK, F_COVER_PHONE, "v1",
     "Add the phone number of \"Another carer of Sunrise Care\", who steps in for Sunrise Care.",
     {{"cover", "v1", "phone", NULL}}},
    {"R15", LEVEL_ASK, F_COVER_PHONE, "v1",
     "You are not sure yet of the phone number of \"Another carer of Sunrise Care\". "
     "Ask your care assessor.",
     {{"cover", "v1", "phone", "?"}}},
    {"R19", LEVEL_ASK, F_ABOUT_DECIDES_AS, "", "Somebody decides for you. Say what lets them.",
     {{"about", "", "decides", "My son, about money"}}},
    {"R19", LEVEL_ASK, F_ABOUT_DECIDES, "",
     "Say who decides for you, and how they know that you agree.",
     {{"about", "", "decides-as", "attorney"}}},
    {"R20", LEVEL_MUST, F_SUPPORTER_PARTNER, "s2",
     "Say whether Mum is your wife, husband or partner.",
     {PAID_MUM, {"supporter", "s2", "relation", "My mother"},
      {"supporter", "s2", "lives-with-me", "no"}}},
    {"R20", LEVEL_MUST, F_SUPPORTER_LIVES_WITH_ME, "s2", "Say whether Mum lives with you.",
     {PAID_MUM, A_MOTHER}},
    {"R20", LEVEL_MUST, F_SUPPORTER_RELATION, "s2", "Say whether Mum is related to you, and how.",
     {PAID_MUM, {"supporter", "s2", "partner", "no"}, {"supporter", "s2", "lives-with-me", "no"}}},
    {"R20", LEVEL_MUST, F_SUPPORTER_AGREED, "s2",
     "Mum is family in your home. The council must agree before you pay them.",
     {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "yes"}}},
    /* a partner, wherever they live */
    {"R20", LEVEL_MUST, F_SUPPORTER_AGREED, "s2",
     "Mum is your partner. The council must agree before you pay them.",
     {PAID_MUM, {"supporter", "s2", "relation", "no"}, {"supporter", "s2", "partner", "yes"},
      {"supporter", "s2", "lives-with-me", "no"}}},
    {"R20", LEVEL_MUST, F_SUPPORTER_AGREED, "s2",
     "The council agrees to pay Mum on 22 November 2026. That day is still to come.",
     {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "yes"},
      {"supporter", "s2", "agreed", "2026-11-22"}}},
    {"R20", LEVEL_ASK, F_SUPPORTER_AGREED, "s2",
     "You are not sure yet whether the council agrees to pay Mum. Ask your care assessor.",
     {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "yes"},
      {"supporter", "s2", "agreed", "?"}}},
    /* by nation */
    {"R20", LEVEL_MUST, F_SUPPORTER_AGREED, "s2",
     "Mum is family. In Scotland the council must agree before you pay them.",
     {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "no"},
      {"about", "", "nation", "scotland"}}},
    {"R20", LEVEL_ASK, F_SUPPORTER_AGREED, "s2",
     "Mum is family in your home. The council must agree before you pay them.",
     {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "yes"},
      {"about", "", "nation", "wales"}}},
    {"R27", LEVEL_MUST, F_SUPPORTER_WILLING, "s2", "Say whether Mum can and wants to help unpaid.",
     {{"supporter", "s2", "willing", NULL}}},
    {"R27", LEVEL_ASK, F_SUPPORTER_WILLING, "s2", "Ask Mum whether they can and want to help.",
     {{"supporter", "s2", "willing", "unknown"}}},
    {"R27", LEVEL_MUST, F_SUPPORTER_WILLING, "s2",
     "Mum can't help, or not any more. Name somebody else in your week.",
     {{"supporter", "s2", "willing", "no"}}},
    {"R27", LEVEL_MUST, F_SUPPORTER_NAME, "s2", "Supporter 2 helps unpaid. Say who it is.",
     {{"supporter", "s2", "name", NULL}}},
    {"R36", LEVEL_ASK, F_SUPPORTER_KIND, "s1",
     "Sunrise Care is self-employed. The facts of the work decide that, not a choice.",
     {{"supporter", "s1", "kind", "self-employed"}, {"supporter", "s1", "partner", "no"},
      {"supporter", "s1", "lives-with-me", "no"}, {"supporter", "s1", "relation", "no"}}},
};

/* One person paid Monday to Sunday, two hours a day from 08:00, at 0.01 pounds an hour. */
#define ALEX(kind_word, end)                                                                       \
    {"supporter", "s1", "kind", kind_word}, {"supporter", "s1", "partner", "no"},                  \
        {"supporter", "s1", "lives-with-me", "no"}, {"supporter", "s1", "relation", "no"},         \
        {"time", "t1", "days", "Mon Tue Wed Thu Fri Sat Sun"}, {"time", "t1", "end", end},         \
        {"rate", "r1", "price", "0.01"}, {"time", "t1", "pays", "budget"}, {"time", "t2", "start", "06:00"},                         \
        {"time", "t2", "end", "06:30"}

static const struct broken hours[] = {
    {"R25", LEVEL_ASK, F_TIME_START, "",
     "Nobody is there from 14:30 to 18:00, every day.",
     {{"about", "", "alone", "never"}, {"time", "t1", "days", "Mon Tue Wed Thu Fri Sat Sun"},
      {"time", "t1", "start", "06:00"}, {"time", "t1", "end", "14:30"},
      {"rate", "r1", "price", "0.01"}, {"time", "t2", "days", "Mon Tue Wed Thu Fri Sat Sun"},
      {"time", "t2", "start", "18:00"}, {"time", "t2", "end", "06:00"}}},
    /* an hour on each of four days at four times: 168 - 4 = 164 h, in four gaps */
    {"R25", LEVEL_ASK, F_TIME_START, "",
     "Nobody is there for 164 h in all. Your week shows when.",
     {{"about", "", "alone", "never"}, {"time", "t1", "days", "Mon"},
      {"time", "t2", "days", "Tue"}, {"time", "t2", "start", "13:00"},
      {"time", "t2", "end", "14:00"}, {"time", "t3", "days", "Wed"},
      {"time", "t3", "start", "15:00"}, {"time", "t3", "minutes", "60"},
      {"time", "t3", "supporter", "s2"}, {"time", "t4", "start", "17:00"},
      {"time", "t4", "days", "Thu"}, {"time", "t4", "end", "18:00"},
      {"time", "t4", "supporter", "s2"}}},
    {"R25", LEVEL_ASK, F_TIME_START, "",
     "In \"Term\" nobody is there from 12:00 to 14:00, every day.",
     {{"about", "", "alone", "never"}, {"time", "t1", "days", "Mon Tue Wed Thu Fri Sat Sun"},
      {"time", "t1", "start", "14:00"}, {"time", "t1", "end", "02:00"},
      {"rate", "r1", "price", "0.01"}, {"time", "t2", "days", "Mon Tue Wed Thu Fri Sat Sun"},
      {"time", "t2", "start", "02:00"}, {"time", "t2", "end", "12:00"},
      {"week", "w1", "name", "Term"}, {"week", "w1", "weeks", "40"},
      {"week", "w2", "weeks", "12"}, {"time", "t3", "week", "w2"},
      {"time", "t3", "days", "Mon Tue Wed Thu Fri Sat Sun"}, {"time", "t3", "start", "12:00"},
      {"time", "t3", "end", "14:00"}, {"time", "t3", "supporter", "s2"}}},
    /* 7 x 7 h = 49 h */
    {"R26", LEVEL_ASK, F_SUPPORTER_NAME, "s1",
     "Sunrise Care works 49 h in a week. More than 48 h needs advice first.",
     {ALEX("friend", "15:00")}},
    /* 7 x 15 h = 105 h */
    {"R26", LEVEL_ASK, F_SUPPORTER_NAME, "s1",
     "Sunrise Care works 15 h a day. More than 14 h a day needs advice first.",
     {ALEX("friend", "23:00")}},
    /* 29 nights x 1 a year */
    {"R31", LEVEL_NOTE, F_COST_WHAT, "c2",
     "Short breaks come to 29 nights a year. Over 28, what you pay may change.",
     {{"cost", "c2", "what", "Nights of respite"}, {"cost", "c2", "price", "1.00"},
      {"cost", "c2", "quantity", "29"}, {"cost", "c2", "every", "year"},
      {"cost", "c2", "goals", "g1"}, {"fund", "budget", "amount", "55.56"}}},
};

static const struct silent silent[] = {
    {"R02", {{"answer", "more", "text", "My garden, my sister, and the choir. And the cat."}}},
    {"R02", {{"answer", "more", "text", "?"}, {"answer", "keep", "text", "?"}}},
    {"R05", {{"time", "t1", "goals", NULL}, {"goal", "g1", "needs", "n1"}}},
    {"R05", {{"cost", "c2", "what", "Payroll"}, {"cost", "c2", "price", "0.00"},
             {"cost", "c2", "every", "week"}}},
    {"R10", {{"contribution", "", "amount", "0.00"}, {"contribution", "", "every", "week"}}},
    {"R11", {{"contribution", "", "status", "amount"}, {"contribution", "", "amount", "54.99"},
             {"contribution", "", "every", "week"}}},
    {"R12", {{"money", "", "how", "provider"}}},
    {"R12", {{"money", "", "how", "direct-payment"}, {"money", "", "meets", "All"},
             {"money", "", "paid-every", "4weeks"}, {"money", "", "managed-by", "Me"},
             {"money", "", "separate-account", "yes"}}},
    /* the number of a contact, or of the firm */
    {"R15", {{"cover", "v2", "who", "My sister Dawn"}, {"cover", "v2", "phone", NULL}}},
    {"R15", {{"cover", "v1", "phone", NULL}, {"supporter", "s1", "phone", "01632 960 002"}}},
    {"R15", {{"cover", "v2", "who", "Nobody. I wait."}, {"cover", "v2", "phone", NULL}}},
    {"R19", {{"about", "", "decides", "My son. I nod."}, {"about", "", "decides-as", "deputy"}}},
    {"R19", {{"about", "", "decides", "No"}}}, /* it is asked whether somebody does */
    {"R19", {{"about", "", "decides", "nobody. Ann helps me"}}},
    {"R20", {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "no"}}},
    {"R20", {PAID_MUM, A_MOTHER, {"supporter", "s2", "lives-with-me", "yes"},
             {"supporter", "s2", "agreed", "2026-11-21"}}},
    /* a friend, a lodger, a niece in the same home: the law does not name them */
    {"R20", {PAID_MUM, {"supporter", "s2", "kind", "friend"}, {"supporter", "s2", "relation", "no"},
             {"supporter", "s2", "partner", "no"}, {"supporter", "s2", "lives-with-me", "yes"}}},
    {"R20", {PAID_MUM, {"supporter", "s2", "relation", "My niece"},
             {"supporter", "s2", "partner", "no"}, {"supporter", "s2", "lives-with-me", "yes"}}},
    {"R25", {{"about", "", "alone", "some"}}},
    {"R25", {{"about", "", "alone", "never"}, {"time", "t1", "start", "06:00"},
             {"time", "t1", "end", "18:00"}, {"rate", "r1", "price", "0.01"},
             {"time", "t1", "days", "Mon Tue Wed Thu Fri Sat Sun"},
             {"time", "t2", "days", "Mon Tue Wed Thu Fri Sat Sun"},
             {"time", "t2", "start", "18:00"}, {"time", "t2", "end", "06:00"}}},
    {"R26", {ALEX("friend", "14:51")}}, /* 7 x 6 h 51 m = 47 h 57 m */
    {"R26", {ALEX("agency", "23:00")}},
    {"R27", {{"supporter", "s2", "kind", "community"}, {"supporter", "s2", "willing", NULL}}},
    {"R30", {{"money", "", "letter-total", "2860.00"}}},
    {"R30", {{"money", "", "letter-total", "2600.00"}}},
    /* the letter tells what there is: 60.00 x 52 */
    {"R30", {{"money", "", "letter-total", "3120.00"}, {"fund", "budget", "amount", "60.00"}}},
    {"R31", {{"cost", "c2", "what", "Nights of respite"}, {"cost", "c2", "price", "1.00"},
             {"cost", "c2", "quantity", "28"}, {"cost", "c2", "every", "year"},
             {"cost", "c2", "goals", "g1"}, {"fund", "budget", "amount", "55.56"}}},
    {"R33", {{"rate", "r1", "checked", "2025-11-21"}}},
    {"R35", {{"copy", "o1", "which", NULL}}},
    {"R36", {{"supporter", "s3", "kind", "self-employed"}}},
    {"R37", {{"fund", "f1", "name", "NHS"}, {"fund", "f1", "amount", "104.00"},
             {"fund", "f1", "every", "year"}, {"cost", "c2", "what", "Physiotherapy"},
             {"cost", "c2", "price", "2.00"}, {"cost", "c2", "every", "week"},
             {"cost", "c2", "pays", "f1"}}},
    {"R37", {{"money", "", "reserve-weeks", "8"}, {"money", "", "reserve-of", "whole"},
             {"money", "", "account", "440.00"}}},
};
/* clang-format on */

static void answers_links_and_copies_are_looked_at(void **state)
{
    (void)state;
    judge_all(answers, COUNT(answers));
}

static void letters_and_limits_are_looked_at(void **state)
{
    (void)state;
    judge_all(letters, COUNT(letters));
}

static void people_are_looked_at(void **state)
{
    (void)state;
    judge_all(people, COUNT(people));
}

static void long_hours_and_time_alone_are_looked_at(void **state)
{
    (void)state;
    judge_all(hours, COUNT(hours));
}

static void rules_are_silent_where_they_do_not_apply(void **state)
{
    (void)state;
    judge_silent(silent, COUNT(silent));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_links_and_copies_are_looked_at),
        cmocka_unit_test(letters_and_limits_are_looked_at),
        cmocka_unit_test(people_are_looked_at),
        cmocka_unit_test(long_hours_and_time_alone_are_looked_at),
        cmocka_unit_test(rules_are_silent_where_they_do_not_apply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
