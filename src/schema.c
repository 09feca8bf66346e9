/*
 * The table of sections and fields, and the kinds: how each value is read and shown.
 */
#include "supportplan/schema.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/calendar.h"
#include "supportplan/money.h"

/* The number of each section's first field: each S starts where the F before it ended. */
#define START_SECTION(id, name, items, prefix) START_##id, BEFORE_##id = START_##id - 1,
#define START_FIELD(section, id, name, kind, words, unsure, to) AT_##section##_##id,
enum start { SCHEMA(START_SECTION, START_FIELD) START_END };

/* How many fields each section has: the size of a structure with one char a field. */
#define SIZE_SECTION(id, name, items, prefix)                                                      \
    }                                                                                              \
    ;                                                                                              \
    struct size_##id {
#define SIZE_FIELD(section, id, name, kind, words, unsure, to) char field_##id;
struct size_none {
    char none;
    SCHEMA(SIZE_SECTION, SIZE_FIELD)
};

#define ROW_SECTION(id, name, items, prefix)                                                       \
    {name, ITEMS_##items, prefix, (enum field)START_##id, (int)sizeof(struct size_##id)},
const struct schema_section schema_sections[SEC_COUNT] = {SCHEMA(ROW_SECTION, SCHEMA_NO_FIELD)};

#define ROW_FIELD(section, id, name, kind, words, unsure, to)                                      \
    {name, SEC_##section, KIND_##kind, words, unsure, SEC_##to},
const struct schema_field schema_fields[FIELD_COUNT] = {SCHEMA(SCHEMA_NO_SECTION, ROW_FIELD)};

_Static_assert((int)START_END == (int)FIELD_COUNT, "every field is counted once");

/* What separates words, and is taken off both ends of a value that is no free text. */
static const char blanks[] = " \t\r\n";

/* Names. */

enum section schema_section_named(const char *name)
{
    assert(name);
    for (int i = 0; i < SEC_COUNT; i++)
        if (strcmp(schema_sections[i].name, name) == 0)
            return (enum section)i;
    return SEC_NONE;
}

enum field schema_field_named(enum section section, const char *name)
{
    assert(name);
    if (section == SEC_NONE)
        return FIELD_NONE;
    const struct schema_section *row = &schema_sections[section];
    for (int i = 0; i < row->count; i++)
        if (strcmp(schema_fields[(int)row->first + i].name, name) == 0)
            return (enum field)((int)row->first + i);
    return FIELD_NONE;
}

enum field schema_field_dotted(const char *dotted)
{
    assert(dotted);
    for (int i = 0; i < SEC_COUNT; i++) {
        const char *section = schema_sections[i].name;
        size_t len = strlen(section);
        if (strncmp(dotted, section, len) == 0 && dotted[len] == '.')
            return schema_field_named((enum section)i, dotted + len + 1);
    }
    return FIELD_NONE;
}

/* Letters and digits by their codes: <ctype.h> heeds the locale. */
static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool name_ok(const char *name, size_t len)
{
    if (len == 0 || len > NAME_MAX_LEN || !is_lower(name[0]))
        return false;
    for (size_t i = 1; i < len; i++)
        if (!is_lower(name[i]) && !is_digit(name[i]) && name[i] != '-')
            return false;
    return true;
}

bool schema_name_ok(const char *name)
{
    assert(name);
    return name_ok(name, strnlen(name, NAME_MAX_LEN + 1));
}

/* Words. */

/* Step to the next word of a string: its length, 0 past the last; *at moves behind it. */
static size_t next_word(const char **at, const char **word, const char *between)
{
    *word = *at + strspn(*at, between);
    size_t len = strcspn(*word, between);
    *at = *word + len;
    return len;
}

/* The list of a KIND_WORD field; "" for others. */
static const char *word_list(enum field field)
{
    assert(field < FIELD_NONE);
    const struct schema_field *row = &schema_fields[field];
    return row->kind == KIND_WORD ? row->words : "";
}

int schema_word_count(enum field field)
{
    const char *at = word_list(field), *word;
    int count = 0;
    while (next_word(&at, &word, " "))
        count++;
    return count;
}

char *schema_word(enum field field, int i, char out[NAME_MAX_LEN + 1])
{
    const char *at = word_list(field), *word = at;
    size_t len = 0;
    assert(i >= 0);
    do
        len = next_word(&at, &word, " ");
    while (len && i-- > 0);
    assert(len <= NAME_MAX_LEN);
    memcpy(out, word, len);
    out[len] = '\0';
    return out;
}

int schema_word_index(enum field field, const char *word)
{
    const char *at = word_list(field), *each;
    size_t len;
    for (int i = 0; (len = next_word(&at, &each, " ")) > 0; i++)
        if (strlen(word) == len && strncmp(word, each, len) == 0)
            return i;
    return -1;
}

/* A small ASCII letter for a capital; a blank is as good as the hyphen of a word. */
static char folded(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    if (c == ' ')
        return '-';
    return c;
}

static bool begins_like(const char *word, const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (word[i] != folded(s[i]))
            return false;
    return true;
}

/* The word of a list that s says, in any case, whole or as a unique beginning; NULL for none. */
static const char *find_word(const char *list, const char *s, size_t *word_len)
{
    const char *found = NULL, *word;
    size_t len, given = strlen(s);
    while ((len = next_word(&list, &word, " ")) > 0) {
        if (given > len || !begins_like(word, s, given))
            continue;
        if (given == len) {
            *word_len = len;
            return word;
        }
        if (given < 3)
            continue;
        if (found)
            *word_len = 0; /* two words begin so: only a whole one will do */
        else
            *word_len = len;
        found = word;
    }
    return found && *word_len ? found : NULL;
}

/*
 * The kinds. Each reads s, without blanks round it, into an empty text;
 * an addition that failed is asked about once, by the caller.
 */

/* Text as it is, but that every line ends in LF. */
static enum status accept_text(enum field field, const char *s, struct text *out)
{
    (void)field;
    while (*s) {
        size_t len = strcspn(s, "\r");
        text_add_n(out, s, len);
        s += len;
        if (*s != '\r')
            break;
        text_add_char(out, '\n');
        s += s[1] == '\n' ? 2 : 1;
    }
    return ST_OK;
}

static enum status accept_line(enum field field, const char *s, struct text *out)
{
    (void)field;
    if (strpbrk(s, "\r\n"))
        return ST_SYNTAX;
    text_add(out, s);
    return ST_OK;
}

static enum status accept_money(enum field field, const char *s, struct text *out)
{
    (void)field;
    pence p;
    enum status st = money_parse(s, &p);
    if (st)
        return st;
    char room[MONEY_ROOM];
    text_add(out, money_print(p, room));
    return ST_OK;
}

static enum status accept_number(enum field field, const char *s, struct text *out)
{
    (void)field;
    int64_t number;
    enum status st = number_parse(s, NUMBER_MAX, &number);
    if (st)
        return st;
    text_addf(out, "%lld", (long long)number);
    return ST_OK;
}

static enum status accept_minutes(enum field field, const char *s, struct text *out)
{
    (void)field;
    minutes m;
    enum status st = minutes_parse(s, &m);
    if (st)
        return st;
    text_addf(out, "%d", (int)m);
    return ST_OK;
}

static enum status accept_clock(enum field field, const char *s, struct text *out)
{
    minutes m;
    enum status st = clock_parse(s, &m);
    if (st)
        return st;
    if (m == MINUTES_DAY && schema_fields[field].kind == KIND_CLOCK)
        return ST_RANGE;
    char room[8];
    text_add(out, clock_print(m, room));
    return ST_OK;
}

static enum status accept_days(enum field field, const char *s, struct text *out)
{
    (void)field;
    weekdays days;
    enum status st = days_parse(s, &days);
    if (st)
        return st;
    char room[32];
    text_add(out, days_print(days, room));
    return ST_OK;
}

static enum status accept_date(enum field field, const char *s, struct text *out)
{
    (void)field;
    date d;
    enum status st = date_parse(s, &d);
    if (st)
        return st;
    char room[16];
    text_add(out, date_print(d, room));
    return ST_OK;
}

static enum status accept_dates(enum field field, const char *s, struct text *out)
{
    (void)field;
    return dates_canonical(s, out);
}

static enum status accept_yesno(enum field field, const char *s, struct text *out)
{
    (void)field;
    size_t len = 0;
    const char *word = find_word("y yes n no", s, &len);
    if (!word)
        return ST_SYNTAX;
    text_add(out, word[0] == 'y' ? "yes" : "no");
    return ST_OK;
}

static enum status accept_word(enum field field, const char *s, struct text *out)
{
    size_t len = 0;
    const char *word = find_word(schema_fields[field].words, s, &len);
    if (!word)
        return ST_SYNTAX;
    text_add_n(out, word, len);
    return ST_OK;
}

static enum status accept_name(enum field field, const char *s, struct text *out)
{
    (void)field;
    if (!schema_name_ok(s))
        return ST_SYNTAX;
    text_add(out, s);
    return ST_OK;
}

static enum status accept_ref(enum field field, const char *s, struct text *out)
{
    const char *words = schema_fields[field].words;
    if (words && accept_word(field, s, out) == ST_OK)
        return ST_OK;
    return accept_name(field, s, out);
}

/* Whether a string of names with a blank between has this one. */
static bool has_name(const char *names, const char *name, size_t len)
{
    const char *each;
    size_t each_len;
    while ((each_len = next_word(&names, &each, " ")) > 0)
        if (each_len == len && strncmp(each, name, len) == 0)
            return true;
    return false;
}

/* A name that is said twice says nothing more than once. */
static enum status accept_refs(enum field field, const char *s, struct text *out)
{
    (void)field;
    const char *name;
    size_t len;
    while ((len = next_word(&s, &name, " \t\r\n,")) > 0) {
        if (!name_ok(name, len))
            return ST_SYNTAX;
        if (has_name(text_str(out), name, len))
            continue;
        if (out->len)
            text_add_char(out, ' ');
        text_add_n(out, name, len);
    }
    return out->len || out->nomem ? ST_OK : ST_SYNTAX;
}

typedef enum status accepter(enum field field, const char *s, struct text *out);

static accepter *const accepters[] = {
    [KIND_TEXT] = accept_text,       [KIND_LINE] = accept_line,   [KIND_MONEY] = accept_money,
    [KIND_NUMBER] = accept_number,   [KIND_CLOCK] = accept_clock, [KIND_CLOCK_END] = accept_clock,
    [KIND_MINUTES] = accept_minutes, [KIND_DAYS] = accept_days,   [KIND_DATE] = accept_date,
    [KIND_DATES] = accept_dates,     [KIND_YESNO] = accept_yesno, [KIND_WORD] = accept_word,
    [KIND_NAME] = accept_name,       [KIND_REF] = accept_ref,     [KIND_REFS] = accept_refs,
};
_Static_assert(sizeof accepters / sizeof *accepters == KIND_REFS + 1, "one reader a kind");

static bool is_free(enum kind kind)
{
    return kind == KIND_TEXT || kind == KIND_LINE;
}

static enum status accept_trimmed(enum field field, const char *s, struct text *out)
{
    const struct schema_field *row = &schema_fields[field];
    if (*s == '\0')
        return ST_SYNTAX;
    if (strcmp(s, "?") == 0) {
        text_add(out, row->unsure ? row->unsure : "?");
        return ST_OK;
    }
    return accepters[row->kind](field, s, out);
}

/* Free text is kept to the byte; of anything else the blanks round it go. */
static enum status accept_any(enum field field, const char *raw, struct text *out)
{
    if (is_free(schema_fields[field].kind))
        return accept_trimmed(field, raw, out);

    struct text trimmed = {0};
    raw += strspn(raw, blanks);
    size_t len = strlen(raw);
    while (len && strchr(blanks, raw[len - 1]))
        len--;
    text_add_n(&trimmed, raw, len);
    enum status st = text_status(&trimmed);
    if (!st)
        st = accept_trimmed(field, text_str(&trimmed), out);
    text_free(&trimmed);
    return st;
}

enum status schema_accept(enum field field, const char *raw, struct text *out)
{
    assert(field < FIELD_NONE && raw && *raw);
    if (!text_is_utf8(raw, strlen(raw)))
        return ST_SYNTAX;
    struct text value = {0};
    enum status st = accept_any(field, raw, &value);
    if (!st)
        st = text_status(&value);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&value), value.len);
    text_free(&value);
    return st;
}

bool schema_unsure(enum field field, const char *value)
{
    assert(field < FIELD_NONE && value);
    const char *own = schema_fields[field].unsure;
    return strcmp(value, "?") == 0 || (own && strcmp(value, own) == 0);
}

/* What a person is told. */

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
    while ((len = next_word(&value, &word, " ")) > 0) {
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
        minutes_words(out, strtol(value, NULL, 10));
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
