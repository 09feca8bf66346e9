/*
 * What a person is told: what would be right, and a value in their words.
 */
#include "supportplan/schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "schema_words.h"
#include "supportplan/calendar.h"
#include "supportplan/money.h"

static const char *const expected[] = {
    [KIND_TEXT] = N_("words, on as many lines as you like"),
    [KIND_LINE] = N_("words on one line"),
    [KIND_MONEY] = N_("an amount in pounds, for example 13.87"),
    [KIND_NUMBER] = N_("a whole number, 1 or more"),
    [KIND_MINUTES] = N_("a number of minutes, for example 90"),
    [KIND_CLOCK] = N_("a time, for example 14:30"),
    [KIND_CLOCK_END] = N_("a time, for example 14:30, or 24:00"),
    [KIND_DAYS] = N_("days of the week, for example Mon Wed Fri"),
    [KIND_DATE] = N_("a date, for example 21/11/2026"),
    [KIND_DATES] = N_("dates, for example 2026-12-21/2027-01-03"),
    [KIND_YESNO] = N_("yes or no"),
    [KIND_NAME] = N_("the name of a question, for example important"),
    [KIND_REF] = NULL,
    [KIND_REFS] = NULL,
    [KIND_WORD] = NULL,
};

/* By the section that a reference names; only those that one does name. */
static const char *expected_name(enum section to)
{
    static const char *const texts[SEC_COUNT] = {
        [SEC_NEED] = N_("needs in this plan, for example n1 n2"),
        [SEC_GOAL] = N_("goals in this plan, for example g1 g2"),
        [SEC_SUPPORTER] = N_("someone in this plan, for example s1"),
        [SEC_RATE] = N_("a price in this plan, for example r1"),
        [SEC_WEEK] = N_("a week in this plan, for example w1"),
        [SEC_FUND] = N_("budget, or other money in this plan, for example f1"),
    };
    assert(to < SEC_NONE && texts[to]);
    return texts[to];
}

/* The words of each list; a list's row is the sentence's end with the words as the file has them.
 */
#define EXPECT_TEXT(words) NULL
#define EXPECT_LINE(words) NULL
#define EXPECT_MONEY(words) NULL
#define EXPECT_NUMBER(words) NULL
#define EXPECT_MINUTES(words) NULL
#define EXPECT_CLOCK(words) NULL
#define EXPECT_CLOCK_END(words) NULL
#define EXPECT_DAYS(words) NULL
#define EXPECT_DATE(words) NULL
#define EXPECT_DATES(words) NULL
#define EXPECT_YESNO(words) NULL
#define EXPECT_NAME(words) NULL
#define EXPECT_REF(words) NULL
#define EXPECT_REFS(words) NULL
#define EXPECT_WORD(words) N_("one of: " words)
#define EXPECT_FIELD(section, id, name, kind, words, unsure, to) EXPECT_##kind(words),
static const char *const expected_words[FIELD_COUNT] = {SCHEMA(SCHEMA_NO_SECTION, EXPECT_FIELD)};

const char *schema_expected(enum field field)
{
    assert(field < FIELD_NONE);
    const struct schema_field *row = &schema_fields[field];
    if (row->kind == KIND_WORD)
        return _(expected_words[field]);
    if (row->kind == KIND_REF && row->words)
        return _("unpaid, budget, or other money, for example f1");
    if (row->kind == KIND_REF || row->kind == KIND_REFS)
        return _(expected_name(row->to));
    return _(expected[row->kind]);
}

static void must(enum status st)
{
    assert(st == ST_OK);
    (void)st;
}

/* Canonical values only, so their parsers accept them. */

static void show_date(const char *s, struct text *out)
{
    date d = 0;
    must(date_parse(s, &d));
    date_words(out, d, false);
}

/* "21 December 2026 to 3 January 2027, 15 February 2027" */
static void show_dates(const char *value, struct text *out)
{
    const char *word;
    size_t len;
    bool first = true;
    while ((len = words_next(&value, &word, " ")) > 0) {
        char room[16];
        const size_t day = strlen("2026-12-21");
        assert(len == day || len == 2 * day + 1);
        if (!first)
            text_add(out, ", ");
        first = false;
        snprintf(room, sizeof room, "%.10s", word);
        show_date(room, out);
        if (len == day)
            continue;
        text_add(out, _(" to "));
        snprintf(room, sizeof room, "%.10s", word + day + 1);
        show_date(room, out);
    }
}

static void show_money(const char *value, struct text *out)
{
    pence p = 0;
    must(money_parse(value, &p));
    char room[MONEY_ROOM];
    text_add(out, money_show(p, room));
}

static void show_days(const char *value, struct text *out)
{
    weekdays days = 0;
    must(days_parse(value, &days));
    days_words(out, days);
}

static void show_minutes(const char *value, struct text *out)
{
    minutes m = 0;
    must(minutes_parse(value, &m));
    minutes_words(out, m);
}

void schema_show(enum field field, const char *value, struct text *out)
{
    assert(field < FIELD_NONE && value);
    if (strcmp(value, "?") == 0) {
        text_add(out, _("not sure yet"));
        return;
    }
    switch (schema_fields[field].kind) {
    case KIND_MONEY:
        show_money(value, out);
        break;
    case KIND_MINUTES:
        show_minutes(value, out);
        break;
    case KIND_DAYS:
        show_days(value, out);
        break;
    case KIND_DATE:
        show_date(value, out);
        break;
    case KIND_DATES:
        show_dates(value, out);
        break;
    case KIND_TEXT:
    case KIND_LINE:
    case KIND_NUMBER:
    case KIND_CLOCK:
    case KIND_CLOCK_END:
    case KIND_YESNO:
    case KIND_WORD:
    case KIND_NAME:
    case KIND_REF:
    case KIND_REFS:
        text_add(out, value);
        break;
    }
}
