#define _GNU_SOURCE /* strcasestr */
#include "supportplan/typed.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "supportplan/entry.h"

/* Add a value through the field's own kind, which proves it. */
static enum status add_value(enum field field, const char *value, struct text *out)
{
    return schema_accept(field, value, out);
}

/* Money */

/* Where the same words say how often, or what for: the field beside, or the one word that the field
 * itself means. */
static const struct {
    enum field amount, beside;
    const char *always;
} pairs[] = {
    {F_FUND_AMOUNT, F_FUND_EVERY, ""},       {F_CONTRIBUTION_AMOUNT, F_CONTRIBUTION_EVERY, ""},
    {F_COST_PRICE, F_COST_EVERY, ""},        {F_RATE_PRICE, F_RATE_UNIT, ""},
    {F_EMPLOYMENT_WAGE, FIELD_NONE, "hour"},
};

/* What the word behind an amount says of the field beside. false where it can't be put there. */
static bool take_beside(enum field field, const char *word, struct typed_also *also)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        enum field beside = pairs[i].beside;
        if (pairs[i].amount != field)
            continue;
        if (strcmp(word, pairs[i].always) == 0)
            return true;
        if (beside == FIELD_NONE || schema_word_index(beside, word) < 0)
            return false;
        also->field = beside;
        snprintf(also->value, sizeof also->value, "%s", word);
        return true;
    }
    return false;
}

static bool has_own_question(enum field field)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].amount == field)
            return pairs[i].beside != FIELD_NONE;
    return false;
}

/* "about 300", "300 or so", "300-400" */
static bool is_rough(const char *text)
{
    static const char *const signs[] = {"about", "approx", "around",  "roughly", "nearly", "circa",
                                        "ish",   " or so", "between", "~",       "-",      " to "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcasestr(text, signs[i]) && *text != '-')
            return true;
    return false;
}

static enum status typed_pounds(enum field field, const char *text, struct text *out,
                                struct typed_also *also, struct fault *fault)
{
    char word[NAME_MAX_LEN + 1] = "", s[MONEY_ROOM];
    pence p;
    if (text_is_one_of(text, "|nil|zero|nought|nothing|"))
        return add_value(field, "0", out);
    enum status st = typed_money(text, &p, word);
    if (!st && (*word == '\0' || take_beside(field, word, also)))
        return add_value(field, money_print(p, s), out);
    if (!st)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         has_own_question(field)
                             ? _("Type the amount alone. How often it is has its own question.")
                             : _("Type the amount alone, for example 13.87."));
    if (text_is_one_of(text, "|none|no|n/a|na|"))
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type 0 if it is nothing. Say \"not sure\" if you do not know yet."));
    if (is_rough(text))
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type one amount, for example 300. You can change it later."));
    return st;
}

/* Dates */

/* How a field looks at its dates. */
enum looks { LOOKS_BOTH, LOOKS_AHEAD, LOOKS_BACK };

static enum looks looks_of(enum field field)
{
    switch ((int)field) {
    case F_GOAL_BY:
    case F_ACTION_BY:
    case F_REVIEW_DATE:
    case F_EMPLOYMENT_INSURED_UNTIL:
        return LOOKS_AHEAD;
    case F_SUPPORTER_AGREED:
    case F_RATE_CHECKED:
    case F_ANSWER_AGREED:
        return LOOKS_BACK;
    default:
        return LOOKS_BOTH;
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_whole_year(const char *text)
{
    for (const char *at = text; *at; at++)
        if (strspn(at, "0123456789") == 4)
            return true;
    return false;
}

/* "dec14": is that the fourteenth, or the year? */
static bool has_joined_year(const char *text)
{
    size_t n = strlen(text);
    return n > 2 && is_digit(text[n - 1]) && is_digit(text[n - 2]) &&
           ((text[n - 3] >= 'a' && text[n - 3] <= 'z') ||
            (text[n - 3] >= 'A' && text[n - 3] <= 'Z'));
}

/* A year in two digits is taken where it leads to no surprise. */
static bool is_doubtful(enum field field, const char *text, date d, date today)
{
    if (has_whole_year(text))
        return false;
    return has_joined_year(text) || (looks_of(field) == LOOKS_AHEAD && d < today);
}

/* Read a date whose year was not typed, in a year. */
static enum status in_year(const char *text, int year, date *out)
{
    char whole[80];
    bool numbers = strpbrk(text, "/.") != NULL;
    if (snprintf(whole, sizeof whole, "%s%s%d", text,
                 numbers ? (strchr(text, '/') ? "/" : ".") : " ", year) >= (int)sizeof whole)
        return ST_SYNTAX;
    return date_parse(whole, out);
}

/* "dec 26" is a day, or a year. */
static bool may_be_a_year(const char *text, int year)
{
    size_t n = strlen(text);
    bool month_first = !is_digit(*text);
    return month_first && n > 2 && is_digit(text[n - 1]) && is_digit(text[n - 2]) &&
           (text[n - 2] - '0') * 10 + text[n - 1] - '0' >= year % 100 - 2;
}

/* "10 dec": the next such day from today on, or the last one. */
static enum status without_year(enum looks looks, const char *text, date today, date *out)
{
    int year;
    date d;
    if (looks == LOOKS_BOTH || today == DATE_NONE)
        return ST_SYNTAX;
    date_parts(today, &year, NULL, NULL);
    if (may_be_a_year(text, year))
        return ST_SYNTAX;
    for (int step = 0; step <= 8; step++) { /* 29 February is at most eight years away */
        int y = looks == LOOKS_AHEAD ? year + step : year - step;
        if (in_year(text, y, &d) == ST_OK && (looks == LOOKS_AHEAD ? d >= today : d <= today)) {
            *out = d;
            return ST_OK;
        }
    }
    return ST_SYNTAX;
}

/* "March 2027" as a day by which something is to be: the month's last. */
static enum status month_end(const char *text, date *out)
{
    char first[80];
    date d;
    static const char *const before[] = {"the end of ", "end of "};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (strncasecmp(text, before[i], strlen(before[i])) == 0)
            text += strlen(before[i]);
    if (is_digit(*text) || !has_whole_year(text) ||
        snprintf(first, sizeof first, "1 %s", text) >= (int)sizeof first ||
        date_parse(first, &d) != ST_OK)
        return ST_SYNTAX;
    *out = date_add_months(d, 1) - 1;
    return ST_OK;
}

static enum status near_day(const char *text, date today, date *out)
{
    static const struct {
        const char *word;
        int days;
    } words[] = {{"today", 0}, {"now", 0}, {"tomorrow", 1}, {"yesterday", -1}};
    for (size_t i = 0; today != DATE_NONE && i < sizeof words / sizeof *words; i++)
        if (strcasecmp(text, words[i].word) == 0) {
            *out = today + words[i].days;
            return ST_OK;
        }
    return ST_SYNTAX;
}

static enum status typed_date(enum field field, const char *text, date today, struct text *out,
                              struct fault *fault)
{
    char s[16];
    date d;
    enum looks looks = looks_of(field);
    if (strncasecmp(text, "by ", 3) == 0 || strncasecmp(text, "on ", 3) == 0)
        text += 3;
    enum status st = date_parse(text, &d);
    if (!st && is_doubtful(field, text, d, today))
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type the year in full, for example 10 December 2026."));
    if (st == ST_SYNTAX)
        st = near_day(text, today, &d);
    if (st == ST_SYNTAX && (field == F_GOAL_BY || field == F_ACTION_BY))
        st = month_end(text, &d);
    if (st == ST_SYNTAX)
        st = without_year(looks, text, today, &d);
    if (!st)
        return add_value(field, date_print(d, s), out);
    enum status ever = in_year(text, 2028, &d); /* which has a 29 February */
    if (st == ST_RANGE || ever == ST_RANGE)
        return fault_set(fault, st, 0, "%s", _("There is no such day. Look at the numbers again."));
    if (!ever)
        return fault_set(fault, st, 0, "%s", _("Type the year too, for example 10 December 2026."));
    return st;
}

/* Other kinds */

/* "26 weeks", "two people": the number alone. */
static enum status typed_number(enum field field, const char *text, struct text *out)
{
    char number[24];
    size_t n = strspn(text, "0123456789"), letters = strcspn(text, " ");
    int word = number_word(text, letters);
    if (text_is_one_of(text, "|once|twice|"))
        return add_value(field, strcasecmp(text, "once") == 0 ? "1" : "2", out);
    if ((n == 0 && word == 0) || n >= sizeof number)
        return ST_SYNTAX;
    if (n > 0)
        snprintf(number, sizeof number, "%.*s", (int)n, text);
    else
        snprintf(number, sizeof number, "%d", word);
    text += n > 0 ? n : letters;
    text += strspn(text, " ");
    return *text == '\0' ||
                   text_is_one_of(text, "|week|weeks|time|times|people|person|carers|months|")
               ? add_value(field, number, out)
               : ST_SYNTAX;
}

/* How many hours nobody came for is asked in hours: there "3" is three of them, and "none" an
 * answer. */
static enum status typed_hours(enum field field, const char *text, struct text *out,
                               struct fault *fault)
{
    char s[16];
    struct text hours = {0};
    minutes m;
    if (text_is_one_of(text, "|none|nil|zero|nought|nothing|no|"))
        return add_value(field, "0", out);
    bool bare = text[strspn(text, "0123456789.")] == '\0';
    text_addf(&hours, "%s%s", text, bare ? " hours" : "");
    enum status st = minutes_parse(text_str(&hours), &m);
    text_free(&hours);
    if (st)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type how many hours, for example 3, or none."));
    snprintf(s, sizeof s, "%d", (int)m);
    return add_value(field, s, out);
}

static enum status typed_clock(enum field field, const char *text, struct text *out)
{
    char s[8];
    minutes m;
    enum status st =
        field == F_TIME_START ? entry_start_parse(text, &m) : entry_clock_parse(text, &m);
    return st ? st : add_value(field, clock_print(m, s), out);
}

static enum status typed_days(enum field field, const char *text, struct text *out)
{
    char s[32];
    struct entry e = {.days = 0};
    if (entry_part_parse(NULL, ENTRY_DAYS, text, &e, NULL) != ST_OK || !e.days || e.every > 0)
        return ST_SYNTAX;
    return add_value(field, days_print(e.days, s), out);
}

/* Whether "not sure" is an answer and not somebody's words. */
static bool is_unsure(enum kind kind, const char *text)
{
    bool words = kind == KIND_TEXT || kind == KIND_LINE || kind == KIND_DATES;
    return !words && entry_is_unsure(text);
}

static enum status typed_kind(enum field field, const char *text, date today, struct text *out,
                              struct typed_also *also, struct fault *fault)
{
    enum kind kind = schema_fields[field].kind;
    if (kind == KIND_DATE)
        return typed_date(field, text, today, out, fault);
    if (kind == KIND_CLOCK || kind == KIND_CLOCK_END)
        return typed_clock(field, text, out);
    if (field == F_REVIEW_UNFILLED)
        return typed_hours(field, text, out, fault);
    enum status st = schema_accept(field, text, out);
    if (st == ST_OK || st == ST_NOMEM)
        return st;
    switch ((int)kind) {
    case KIND_MONEY:
        return typed_pounds(field, text, out, also, fault);
    case KIND_NUMBER:
        return typed_number(field, text, out);
    case KIND_DAYS:
        return typed_days(field, text, out);
    default:
        return st;
    }
}

enum status typed_accept(enum field field, const char *text, date today, struct text *out,
                         struct typed_also *also, struct fault *fault)
{
    char trimmed[80];
    struct typed_also said = {.field = FIELD_NONE};
    struct fault own = {0};
    bool words = schema_fields[field].kind == KIND_TEXT || schema_fields[field].kind == KIND_LINE;
    text += words ? 0 : strspn(text, " \t");
    size_t n = strlen(text);
    while (n > 0 && strchr(" \t", text[n - 1]))
        n--;
    if (!words && n > 0 && n < sizeof trimmed) {
        memcpy(trimmed, text, n);
        trimmed[n] = '\0';
        text = trimmed;
    }
    enum status st = !*text ? ST_SYNTAX
                     : is_unsure(schema_fields[field].kind, text) || strcmp(text, "?") == 0
                         ? schema_accept(field, "?", out)
                         : typed_kind(field, text, today, out, &said, &own);
    if (st && *own.text == '\0')
        fault_set(&own, st, 0, _("What would be right: %s."), schema_expected(field));
    if (st)
        return fault_set(fault, st, 0, "%s", own.text);
    *also = said;
    return ST_OK;
}
