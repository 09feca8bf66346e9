/*
 * What the rules of check share. Private to src/check*.c.
 */
#ifndef SUPPORTPLAN_CHECK_RULE_H
#define SUPPORTPLAN_CHECK_RULE_H

#include "supportplan/check.h"

/** What a supporter does in the plan. */
struct check_role {
    bool budget;  /**< the personal budget pays a line of theirs, or a cost that names them */
    bool paid;    /**< somebody pays a line of theirs */
    bool unpaid;  /**< they have an unpaid line */
    bool unknown; /**< nobody knows yet who pays a line of theirs */
};

/** A check that is under way. */
struct checking {
    const struct plan *plan;
    const struct form *form; /**< may be NULL */
    const struct budget *budget;
    date today;                      /**< may be DATE_NONE */
    const struct employer *employer; /**< may be NULL */
    struct figure over_reserve;      /**< see struct check_input */
    const struct spending *spending; /**< may be NULL */
    const struct rates *rates;       /**< may be NULL */
    struct check_role *roles;        /**< what each supporter does, by place; its own */
    const struct check_rule *rule;   /**< the rule that speaks now */
    enum level level;                /**< its level in this form */
    enum layer layer;                /**< whose rule it is; a rule may say otherwise */
    const char *remedy;              /**< what would put it right, not translated; likewise */
    struct findings found;           /**< in the order in which they were said */
    size_t cap;
    bool nomem; /**< sticky: a finding could not be kept */
};

/* How hard a finding may be at most; a form may soften every one of them. */
#define AS_RULE LEVEL_MUST   /**< as the rule has it */
#define ONLY_ASK LEVEL_ASK   /**< a "?" is met, or it is a question */
#define ONLY_NOTE LEVEL_NOTE /**< only told */

/** What puts right that something is not known yet. */
#define WHEN_KNOWN N_("Write it down when you know.")

/** A few words that name a thing or stand in a sentence. By value: needs no memory. */
struct words {
    char s[400];
};

/**
 * Keep a finding about a field; word for word the same one is told once. A question that
 * has a reason is told with it instead.
 *
 * @softest  AS_RULE, ONLY_ASK or ONLY_NOTE
 * @item     "" where the section is meant
 */
void check_say(struct checking *c, enum level softest, enum field field, const char *item,
               const char *format, ...) __attribute__((format(printf, 5, 6)));
/** The reason given for a question of this rule about an item, or NULL. */
const char *check_reason(const struct checking *c, const char *item);
/** The same, where it was given for just this sentence: it is asked again when the facts in it
 * change. NULL for a message that is NULL, too. */
const char *check_reason_for(const struct checking *c, const char *item, const char *message);
/** Ask about a "?": format makes what follows "You are not sure yet", as "of the price of Sunrise
 * Care". */
void check_unsure(struct checking *c, enum field field, const char *item, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/** Whether a field is empty. A "?" in it is asked about, in these words, and counts as not empty.
 * format is marked with N_(): it is translated where it is said, for that is seldom. */
bool check_lacks(struct checking *c, enum field field, const char *item, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** Put words together, as printf does. */
struct words check_words(const char *format, ...) __attribute__((format(printf, 1, 2)));
/** What a thing is called, in quotes and short; "Goal 2" where it has no words. field holds its
 * words. */
struct words check_thing(const struct checking *c, enum field field, const char *item);
/** A timetable line: its words with the day and time, in quotes. */
struct words check_line(struct checking *c, const char *item);
/** A supporter's name, short; "Supporter 2" where there is none. */
struct words check_person(const struct checking *c, const char *item);
/** "Sunrise Care" or "Sunrise Care, weekends": whose price, and which. */
struct words check_rate(const struct checking *c, const char *rate);
/** A fund's name, or its kind in plain words. */
struct words check_fund(const struct checking *c, const char *fund);
/** Money as a person reads it: "270.47 pounds". */
struct words check_money(pence p);
/** A day as a person reads it: "21 November 2026". */
struct words check_day(struct checking *c, date d);

/** How much is known of a field; one that holds only blanks is not given. */
enum known check_known(const struct checking *c, enum field field, const char *item);
/** The words of the form, or plain ones where there is no form. */
struct form_terms check_terms(const struct checking *c);

/** What is said for an answer. */
enum answered {
    ANSWERED,
    ANSWER_UNSURE, /**< "not sure yet" */
    ANSWER_BARE,   /**< marked as done, but without words or a picture */
    ANSWER_NONE,
};
/** Whether a question is answered, by words or by an attachment. */
enum answered check_answered(const struct checking *c, const char *answer);
/** Whether the form insists on an answer, so that R01 speaks for it. */
bool check_insists(const struct checking *c, const char *answer);

/** Whether the personal budget pays a line, or may have to. */
bool check_may_be_budgets(const struct budget_line *line);

/* The rules: one function each, in the files check_*.c. */
void rule_answers(struct checking *c);
void rule_goals(struct checking *c);
void rule_needs(struct checking *c);
void rule_prices(struct checking *c);
void rule_within_budget(struct checking *c);
void rule_left_over(struct checking *c);
void rule_told_budget(struct checking *c);
void rule_contingency(struct checking *c);
void rule_set_aside(struct checking *c);
void rule_risks(struct checking *c);
void rule_actions(struct checking *c);
void rule_written_by(struct checking *c);
void rule_two_at_once(struct checking *c);
void rule_other_funds(struct checking *c);
void rule_year_of_weeks(struct checking *c);
void rule_reviews(struct checking *c);
void rule_lawful_wage(struct checking *c);
void rule_insured(struct checking *c);
void rule_same_words(struct checking *c);
void rule_what_for(struct checking *c);
void rule_three_figures(struct checking *c);
void rule_contribution_above(struct checking *c);
void rule_direct_payment(struct checking *c);
void rule_cover_reached(struct checking *c);
void rule_who_decides(struct checking *c);
void rule_paid_family(struct checking *c);
void rule_never_alone(struct checking *c);
void rule_long_hours(struct checking *c);
void rule_willing(struct checking *c);
void rule_letter_total(struct checking *c);
void rule_old_prices(struct checking *c);
void rule_copies(struct checking *c);
void rule_others_details(struct checking *c);
void rule_self_employed(struct checking *c);
void rule_limits(struct checking *c);
void rule_spending(struct checking *c);
void rule_nhs_task(struct checking *c);

#endif
