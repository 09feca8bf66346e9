/*
 * The sections and fields of a plan, one row each, in the order of the file.
 * Kinds own their parser and formatter; nobody else compares field names.
 */
#ifndef SUPPORTPLAN_SCHEMA_H
#define SUPPORTPLAN_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "supportplan/text.h"

/** What a value may be. */
enum kind {
    KIND_TEXT,      /**< may hold newlines */
    KIND_LINE,      /**< no newline */
    KIND_MONEY,     /**< 1234.50, never negative */
    KIND_NUMBER,    /**< whole, 1 to NUMBER_MAX */
    KIND_MINUTES,   /**< whole minutes, 0 to 99999 */
    KIND_CLOCK,     /**< 00:00 to 23:59 */
    KIND_CLOCK_END, /**< 00:00 to 24:00 */
    KIND_DAYS,      /**< Mon Tue Wed Thu Fri Sat Sun */
    KIND_DATE,      /**< YYYY-MM-DD */
    KIND_DATES,     /**< days and stretches of days with blanks between */
    KIND_YESNO,     /**< yes or no */
    KIND_WORD,      /**< one of the row's words */
    KIND_NAME,      /**< the name of an answer */
    KIND_REF,       /**< the name of an item of section to */
    KIND_REFS,      /**< names with a blank between */
};

#define NUMBER_MAX 999999
/** Most names in one KIND_REFS value: more than a person means, and they are walked often. */
#define REFS_MAX 256
/** Longest item name, without the NUL. */
#define NAME_MAX_LEN 32

/** How the items of a section are named. */
enum items {
    ITEMS_NONE,     /**< the section has one nameless item: "" */
    ITEMS_NUMBERED, /**< a letter and a number: s1 */
    ITEMS_NAMED,    /**< named by the form or by a person */
};

/*
 * The table. S(ID, name, items, prefix)
 * F(SECTION, ID, name, kind, words, unsure, to): words with blanks between; unsure the word of the
 * list that means "not sure yet", or NULL; to the section that a reference names.
 */
#define SCHEMA(S, F)                                                                               \
    S(PLAN, "plan", NONE, "")                                                                      \
    F(PLAN, FORMAT, "format", NUMBER, NULL, NULL, NONE)                                            \
    F(PLAN, FORM, "form", LINE, NULL, NULL, NONE)                                                  \
    F(PLAN, TITLE, "title", LINE, NULL, NULL, NONE)                                                \
    F(PLAN, CREATED, "created", DATE, NULL, NULL, NONE)                                            \
    F(PLAN, CHANGED, "changed", DATE, NULL, NULL, NONE)                                            \
    F(PLAN, YEAR_START, "year-start", DATE, NULL, NULL, NONE)                                      \
    F(PLAN, YEAR_BASIS, "year-basis", WORD, "52 365/7 dated", NULL, NONE)                          \
    F(PLAN, LAST, "last", NUMBER, NULL, NULL, NONE)                                                \
    S(ABOUT, "about", NONE, "")                                                                    \
    F(ABOUT, NAME, "name", LINE, NULL, NULL, NONE)                                                 \
    F(ABOUT, REFERENCE, "reference", LINE, NULL, NULL, NONE)                                       \
    F(ABOUT, COMMUNICATION, "communication", TEXT, NULL, NULL, NONE)                               \
    F(ABOUT, WRITTEN_BY, "written-by", WORD, "me together helper", NULL, NONE)                     \
    F(ABOUT, HELPER, "helper", LINE, NULL, NULL, NONE)                                             \
    F(ABOUT, HELPER_ROLE, "helper-role", LINE, NULL, NULL, NONE)                                   \
    F(ABOUT, VIEWS, "views", TEXT, NULL, NULL, NONE)                                               \
    F(ABOUT, DECIDES, "decides", TEXT, NULL, NULL, NONE)                                           \
    F(ABOUT, DECIDES_AS, "decides-as", WORD, "attorney deputy best-interests other", NULL, NONE)   \
    F(ABOUT, ADVOCATE, "advocate", WORD, "have want no-need unknown", "unknown", NONE)             \
    F(ABOUT, ADVOCATE_CONTACT, "advocate-contact", LINE, NULL, NULL, NONE)                         \
    F(ABOUT, CARE_MANAGER, "care-manager", LINE, NULL, NULL, NONE)                                 \
    F(ABOUT, CARE_MANAGER_CONTACT, "care-manager-contact", LINE, NULL, NULL, NONE)                 \
    F(ABOUT, ALONE, "alone", WORD, "fine some never", NULL, NONE)                                  \
    F(ABOUT, NATION, "nation", WORD, "england wales scotland northern-ireland", NULL, NONE)        \
    S(ANSWER, "answer", NAMED, "")                                                                 \
    F(ANSWER, TEXT, "text", TEXT, NULL, NULL, NONE)                                                \
    F(ANSWER, STATE, "state", WORD, "started unsure done", "unsure", NONE)                         \
    F(ANSWER, VOICE, "voice", WORD, "mine said agreed", NULL, NONE)                                \
    F(ANSWER, PRIVATE, "private", YESNO, NULL, NULL, NONE)                                         \
    F(ANSWER, TITLE, "title", LINE, NULL, NULL, NONE)                                              \
    F(ANSWER, AGREED, "agreed", DATE, NULL, NULL, NONE)                                            \
    S(CHECKLIST, "checklist", NAMED, "")                                                           \
    F(CHECKLIST, DONE, "done", WORD, "yes no not-needed", NULL, NONE)                              \
    S(NEED, "need", NUMBERED, "n")                                                                 \
    F(NEED, WHAT, "what", TEXT, NULL, NULL, NONE)                                                  \
    F(NEED, OUTCOME, "outcome", LINE, NULL, NULL, NONE)                                            \
    F(NEED, ELIGIBLE, "eligible", WORD, "yes no unknown", "unknown", NONE)                         \
    F(NEED, MET_BY, "met-by", TEXT, NULL, NULL, NONE)                                              \
    S(GOAL, "goal", NUMBERED, "g")                                                                 \
    F(GOAL, WHAT, "what", TEXT, NULL, NULL, NONE)                                                  \
    F(GOAL, WHY, "why", TEXT, NULL, NULL, NONE)                                                    \
    F(GOAL, NEEDS, "needs", REFS, NULL, NULL, NEED)                                                \
    F(GOAL, BY, "by", DATE, NULL, NULL, NONE)                                                      \
    S(SUPPORTER, "supporter", NUMBERED, "s")                                                       \
    F(SUPPORTER, NAME, "name", LINE, NULL, NULL, NONE)                                             \
    F(SUPPORTER, KIND, "kind", WORD,                                                               \
      "family friend neighbour volunteer community pa self-employed agency day-service council "   \
      "nhs technology other",                                                                      \
      NULL, NONE)                                                                                  \
    F(SUPPORTER, PHONE, "phone", LINE, NULL, NULL, NONE)                                           \
    F(SUPPORTER, RELATION, "relation", LINE, NULL, NULL, NONE)                                     \
    F(SUPPORTER, PARTNER, "partner", YESNO, NULL, NULL, NONE)                                      \
    F(SUPPORTER, LIVES_WITH_ME, "lives-with-me", YESNO, NULL, NULL, NONE)                          \
    F(SUPPORTER, WILLING, "willing", WORD, "yes no unknown", "unknown", NONE)                      \
    F(SUPPORTER, AGREED, "agreed", DATE, NULL, NULL, NONE)                                         \
    S(RATE, "rate", NUMBERED, "r")                                                                 \
    F(RATE, SUPPORTER, "supporter", REF, NULL, NULL, SUPPORTER)                                    \
    F(RATE, NAME, "name", LINE, NULL, NULL, NONE)                                                  \
    F(RATE, PRICE, "price", MONEY, NULL, NULL, NONE)                                               \
    F(RATE, UNIT, "unit", WORD, "hour visit night day session week", NULL, NONE)                   \
    F(RATE, WHEN, "when", WORD, "any weekday weekend saturday sunday bank-holiday", NULL, NONE)    \
    F(RATE, MINUTES, "minutes", MINUTES, NULL, NULL, NONE)                                         \
    F(RATE, FROM, "from", CLOCK, NULL, NULL, NONE)                                                 \
    F(RATE, TO, "to", CLOCK_END, NULL, NULL, NONE)                                                 \
    F(RATE, CHECKED, "checked", DATE, NULL, NULL, NONE)                                            \
    S(WEEK, "week", NUMBERED, "w")                                                                 \
    F(WEEK, NAME, "name", LINE, NULL, NULL, NONE)                                                  \
    F(WEEK, WEEKS, "weeks", NUMBER, NULL, NULL, NONE)                                              \
    F(WEEK, STARTS, "starts", DATE, NULL, NULL, NONE)                                              \
    F(WEEK, EVERY, "every", NUMBER, NULL, NULL, NONE)                                              \
    F(WEEK, DATES, "dates", DATES, NULL, NULL, NONE)                                               \
    S(TIME, "time", NUMBERED, "t")                                                                 \
    F(TIME, WEEK, "week", REF, NULL, NULL, WEEK)                                                   \
    F(TIME, DAYS, "days", DAYS, NULL, NULL, NONE)                                                  \
    F(TIME, START, "start", CLOCK, NULL, NULL, NONE)                                               \
    F(TIME, END, "end", CLOCK_END, NULL, NULL, NONE)                                               \
    F(TIME, MINUTES, "minutes", MINUTES, NULL, NULL, NONE)                                         \
    F(TIME, TIMES, "times", NUMBER, NULL, NULL, NONE)                                              \
    F(TIME, WHAT, "what", LINE, NULL, NULL, NONE)                                                  \
    F(TIME, SUPPORTER, "supporter", REF, NULL, NULL, SUPPORTER)                                    \
    F(TIME, RATE, "rate", REF, NULL, NULL, RATE)                                                   \
    F(TIME, WORKERS, "workers", NUMBER, NULL, NULL, NONE)                                          \
    F(TIME, SHARING, "sharing", NUMBER, NULL, NULL, NONE)                                          \
    F(TIME, PAYS, "pays", REF, "unpaid", NULL, FUND)                                               \
    F(TIME, GOALS, "goals", REFS, NULL, NULL, GOAL)                                                \
    F(TIME, NEEDS, "needs", REFS, NULL, NULL, NEED)                                                \
    F(TIME, PLACE, "place", LINE, NULL, NULL, NONE)                                                \
    F(TIME, NOTE, "note", TEXT, NULL, NULL, NONE)                                                  \
    F(TIME, ARRANGED, "arranged", YESNO, NULL, NULL, NONE)                                         \
    F(TIME, WANTED, "wanted", LINE, NULL, NULL, NONE)                                              \
    F(TIME, PART, "part", NAME, NULL, NULL, NONE)                                                  \
    S(COST, "cost", NUMBERED, "c")                                                                 \
    F(COST, WHAT, "what", LINE, NULL, NULL, NONE)                                                  \
    F(COST, PRICE, "price", MONEY, NULL, NULL, NONE)                                               \
    F(COST, QUANTITY, "quantity", NUMBER, NULL, NULL, NONE)                                        \
    F(COST, EVERY, "every", WORD, "week 4weeks month year once", NULL, NONE)                       \
    F(COST, PAYS, "pays", REF, NULL, NULL, FUND)                                                   \
    F(COST, GOALS, "goals", REFS, NULL, NULL, GOAL)                                                \
    F(COST, NEEDS, "needs", REFS, NULL, NULL, NEED)                                                \
    F(COST, SUPPORTER, "supporter", REF, NULL, NULL, SUPPORTER)                                    \
    F(COST, SET_ASIDE, "set-aside", YESNO, NULL, NULL, NONE)                                       \
    F(COST, NOTE, "note", TEXT, NULL, NULL, NONE)                                                  \
    S(FUND, "fund", NUMBERED, "f")                                                                 \
    F(FUND, NAME, "name", LINE, NULL, NULL, NONE)                                                  \
    F(FUND, KIND, "kind", WORD, "budget own nhs access-to-work ilf charity other", NULL, NONE)     \
    F(FUND, AMOUNT, "amount", MONEY, NULL, NULL, NONE)                                             \
    F(FUND, EVERY, "every", WORD, "week 4weeks month year once", NULL, NONE)                       \
    F(FUND, STATUS, "status", WORD, "not-told indicative final", "not-told", NONE)                 \
    S(CONTRIBUTION, "contribution", NONE, "")                                                      \
    F(CONTRIBUTION, STATUS, "status", WORD, "not-assessed nil amount", "not-assessed", NONE)       \
    F(CONTRIBUTION, AMOUNT, "amount", MONEY, NULL, NULL, NONE)                                     \
    F(CONTRIBUTION, EVERY, "every", WORD, "week 4weeks month", NULL, NONE)                         \
    F(CONTRIBUTION, CHARGED, "charged", WORD, "week 4weeks", NULL, NONE)                           \
    S(MONEY, "money", NONE, "")                                                                    \
    F(MONEY, HOW, "how", WORD, "direct-payment council provider third-party mix", NULL, NONE)      \
    F(MONEY, MANAGED_BY, "managed-by", LINE, NULL, NULL, NONE)                                     \
    F(MONEY, SEPARATE_ACCOUNT, "separate-account", WORD, "yes no unsure", "unsure", NONE)          \
    F(MONEY, PAID_EVERY, "paid-every", WORD, "4weeks month week 2weeks year", NULL, NONE)          \
    F(MONEY, MEETS, "meets", TEXT, NULL, NULL, NONE)                                               \
    F(MONEY, LETTER_TOTAL, "letter-total", MONEY, NULL, NULL, NONE)                                \
    F(MONEY, RESERVE_WEEKS, "reserve-weeks", NUMBER, NULL, NULL, NONE)                             \
    F(MONEY, RESERVE_OF, "reserve-of", WORD, "whole council", NULL, NONE)                          \
    F(MONEY, ACCOUNT, "account", MONEY, NULL, NULL, NONE)                                          \
    F(MONEY, OWED_HOLIDAY, "owed-holiday", MONEY, NULL, NULL, NONE)                                \
    F(MONEY, OWED_TAX, "owed-tax", MONEY, NULL, NULL, NONE)                                        \
    F(MONEY, OWED_BILLS, "owed-bills", MONEY, NULL, NULL, NONE)                                    \
    F(MONEY, FIRST_PAYMENT, "first-payment", DATE, NULL, NULL, NONE)                               \
    F(MONEY, PAID_AS, "paid-as", WORD, "net gross", NULL, NONE)                                    \
    F(MONEY, LETTER_PAYMENT, "letter-payment", MONEY, NULL, NULL, NONE)                            \
    F(MONEY, LETTER_PAYMENT_ON, "letter-payment-on", DATE, NULL, NULL, NONE)                       \
    F(MONEY, OWED_REDUNDANCY, "owed-redundancy", MONEY, NULL, NULL, NONE)                          \
    S(CONTACT, "contact", NUMBERED, "p")                                                           \
    F(CONTACT, NAME, "name", LINE, NULL, NULL, NONE)                                               \
    F(CONTACT, ROLE, "role", LINE, NULL, NULL, NONE)                                               \
    F(CONTACT, PHONE, "phone", LINE, NULL, NULL, NONE)                                             \
    F(CONTACT, NOTE, "note", TEXT, NULL, NULL, NONE)                                               \
    S(COVER, "cover", NUMBERED, "v")                                                               \
    F(COVER, SUPPORTER, "supporter", REF, NULL, NULL, SUPPORTER)                                   \
    F(COVER, WHEN, "when", WORD, "ill holiday both", NULL, NONE)                                   \
    F(COVER, WHO, "who", LINE, NULL, NULL, NONE)                                                   \
    F(COVER, PHONE, "phone", LINE, NULL, NULL, NONE)                                               \
    F(COVER, PAYS, "pays", REF, NULL, NULL, FUND)                                                  \
    F(COVER, NOTE, "note", TEXT, NULL, NULL, NONE)                                                 \
    S(RISK, "risk", NUMBERED, "x")                                                                 \
    F(RISK, WHAT, "what", TEXT, NULL, NULL, NONE)                                                  \
    F(RISK, DO, "do", TEXT, NULL, NULL, NONE)                                                      \
    F(RISK, WHO, "who", LINE, NULL, NULL, NONE)                                                    \
    S(ACTION, "action", NUMBERED, "a")                                                             \
    F(ACTION, WHAT, "what", TEXT, NULL, NULL, NONE)                                                \
    F(ACTION, WHO, "who", LINE, NULL, NULL, NONE)                                                  \
    F(ACTION, BY, "by", DATE, NULL, NULL, NONE)                                                    \
    F(ACTION, DONE, "done", YESNO, NULL, NULL, NONE)                                               \
    S(REVIEW, "review", NUMBERED, "e")                                                             \
    F(REVIEW, DATE, "date", DATE, NULL, NULL, NONE)                                                \
    F(REVIEW, KIND, "kind", WORD, "first yearly change other", NULL, NONE)                         \
    F(REVIEW, HOW, "how", LINE, NULL, NULL, NONE)                                                  \
    F(REVIEW, WHO, "who", LINE, NULL, NULL, NONE)                                                  \
    F(REVIEW, NOTE, "note", TEXT, NULL, NULL, NONE)                                                \
    F(REVIEW, UNFILLED, "unfilled", MINUTES, NULL, NULL, NONE)                                     \
    F(REVIEW, UNFILLED_WHY, "unfilled-why", TEXT, NULL, NULL, NONE)                                \
    F(REVIEW, LEFT, "left", MONEY, NULL, NULL, NONE)                                               \
    F(REVIEW, LEFT_WHY, "left-why", TEXT, NULL, NULL, NONE)                                        \
    S(ATTACHMENT, "attachment", NUMBERED, "d")                                                     \
    F(ATTACHMENT, FILE, "file", LINE, NULL, NULL, NONE)                                            \
    F(ATTACHMENT, ABOUT, "about", TEXT, NULL, NULL, NONE)                                          \
    F(ATTACHMENT, ANSWER, "answer", NAME, NULL, NULL, NONE)                                        \
    S(COPY, "copy", NUMBERED, "o")                                                                 \
    F(COPY, WHO, "who", LINE, NULL, NULL, NONE)                                                    \
    F(COPY, WHICH, "which", WORD, "whole shared timetable", NULL, NONE)                            \
    S(REASON, "reason", NAMED, "")                                                                 \
    F(REASON, TEXT, "text", TEXT, NULL, NULL, NONE)                                                \
    F(REASON, ABOUT, "about", TEXT, NULL, NULL, NONE)                                              \
    S(EMPLOYMENT, "employment", NUMBERED, "j")                                                     \
    F(EMPLOYMENT, SUPPORTER, "supporter", REF, NULL, NULL, SUPPORTER)                              \
    F(EMPLOYMENT, AGE, "age", WORD, "16-17 18-20 21 22 23-plus pension-age apprentice", NULL,      \
      NONE)                                                                                        \
    F(EMPLOYMENT, WAGE, "wage", MONEY, NULL, NULL, NONE)                                           \
    F(EMPLOYMENT, PAID_EVERY, "paid-every", WORD, "week 2weeks 4weeks month", NULL, NONE)          \
    F(EMPLOYMENT, HOURS, "hours", WORD, "regular irregular part-year", NULL, NONE)                 \
    F(EMPLOYMENT, HOLIDAY_COVER, "holiday-cover", YESNO, NULL, NULL, NONE)                         \
    F(EMPLOYMENT, PENSION, "pension", WORD, "in out", NULL, NONE)                                  \
    F(EMPLOYMENT, ONLY_ME, "only-me", YESNO, NULL, NULL, NONE)                                     \
    F(EMPLOYMENT, ALLOWANCE, "allowance", YESNO, NULL, NULL, NONE)                                 \
    F(EMPLOYMENT, SLEEPS, "sleeps", YESNO, NULL, NULL, NONE)                                       \
    F(EMPLOYMENT, AWAKE, "awake", MINUTES, NULL, NULL, NONE)                                       \
    F(EMPLOYMENT, MILES, "miles", NUMBER, NULL, NULL, NONE)                                        \
    F(EMPLOYMENT, MILEAGE, "mileage", MONEY, NULL, NULL, NONE)                                     \
    F(EMPLOYMENT, INSURANCE, "insurance", MONEY, NULL, NULL, NONE)                                 \
    F(EMPLOYMENT, INSURED_UNTIL, "insured-until", DATE, NULL, NULL, NONE)                          \
    F(EMPLOYMENT, PAYROLL, "payroll", MONEY, NULL, NULL, NONE)                                     \
    F(EMPLOYMENT, PAYROLL_EVERY, "payroll-every", WORD, "week 2weeks 4weeks month year", NULL,     \
      NONE)                                                                                        \
    F(EMPLOYMENT, TRAINING, "training", MONEY, NULL, NULL, NONE)                                   \
    F(EMPLOYMENT, RECRUITMENT, "recruitment", MONEY, NULL, NULL, NONE)                             \
    F(EMPLOYMENT, INCLUDED, "included", YESNO, NULL, NULL, NONE)

#define SCHEMA_NO_SECTION(id, name, items, prefix)
#define SCHEMA_NO_FIELD(section, id, name, kind, words, unsure, to)
#define SCHEMA_ENUM_SECTION(id, name, items, prefix) SEC_##id,
#define SCHEMA_ENUM_FIELD(section, id, name, kind, words, unsure, to) F_##section##_##id,

/** A section of a plan: SEC_PLAN, SEC_ABOUT and so on, in the file's order. */
enum section { SCHEMA(SCHEMA_ENUM_SECTION, SCHEMA_NO_FIELD) SEC_COUNT, SEC_NONE = SEC_COUNT };

/** A field of a section: F_PLAN_FORMAT, F_ABOUT_NAME and so on, in the file's order. */
enum field { SCHEMA(SCHEMA_NO_SECTION, SCHEMA_ENUM_FIELD) FIELD_COUNT, FIELD_NONE = FIELD_COUNT };

/** A row of the table of sections. */
struct schema_section {
    const char *name;
    enum items items;
    const char *prefix; /**< "s" where items are numbered, else "" */
    enum field first;   /**< its first field */
    int count;          /**< how many fields it has */
};

/** A row of the table of fields. */
struct schema_field {
    const char *name;
    enum section section;
    enum kind kind;
    const char
        *words; /**< KIND_WORD: its words; KIND_REF: a word that may stand for a name; else NULL */
    const char *unsure; /**< the word of the list that means "not sure yet", or NULL */
    enum section to;    /**< KIND_REF, KIND_REFS: where the names are; else SEC_NONE */
};

extern const struct schema_section schema_sections[SEC_COUNT];
extern const struct schema_field schema_fields[FIELD_COUNT];

/** The section of that name, or SEC_NONE. */
enum section schema_section_named(const char *name);
/** The field of that name in a section, or FIELD_NONE. */
enum field schema_field_named(enum section section, const char *name);
/** The field called "section.field", as in "about.name", or FIELD_NONE. */
enum field schema_field_dotted(const char *dotted);
/** Whether a name may be an item's: [a-z][a-z0-9-]{0,31}. */
bool schema_name_ok(const char *name);

/** How many words a KIND_WORD field has; 0 for others. */
int schema_word_count(enum field field);
/** Word number i (from 0) of a KIND_WORD field, into out; "" past the end. Returns out. */
char *schema_word(enum field field, int i, char out[NAME_MAX_LEN + 1]);
/** The number of a word in a KIND_WORD field's list, or -1. */
int schema_word_index(enum field field, const char *word);

/**
 * Bring what a person or a file says into the spelling of the file.
 *
 * "8.30am" becomes "08:30" and so on, by the field's kind. "?" is accepted by every
 * field, and becomes the field's own word for it where it has one. References are
 * judged by their shape only: plan_csv and the wizard know which items there are.
 * Yes/no reads y, n, yes, no, in any case; words read in any case and by unique beginning of 3 or
 * more letters.
 *
 * @raw    not empty
 * @out    the canonical value is added to it on ST_OK; untouched otherwise
 * @return ST_OK, ST_SYNTAX, ST_RANGE or ST_NOMEM
 */
enum status schema_accept(enum field field, const char *raw, struct text *out);
/**
 * Whether a value (UTF-8) is at sight what schema_accept() would make of it. Quick; false
 * only means that it must be asked.
 */
bool schema_at_sight(enum field field, const char *value);
/** Whether a canonical value means "not sure yet": "?" or the field's own word for it. */
bool schema_unsure(enum field field, const char *value);
/** What would be right, as the end of a sentence: "a time, for example 14:30". Translated; borrowed
 * for ever. */
const char *schema_expected(enum field field);
/** Add a canonical value in a person's words: "1,234.50", "Monday to Friday", "21 November 2026".
 * Words and names as they are. */
void schema_show(enum field field, const char *value, struct text *out);

#endif
