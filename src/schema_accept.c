/*
 * The kinds: how a value is read, from what a person or another program writes.
 */
#include "supportplan/schema.h"

#include <assert.h>
#include <string.h>

#include "schema_words.h"
#include "supportplan/calendar.h"
#include "supportplan/money.h"

/* What is taken off both ends of a value that is no free text. */
static const char blanks[] = " \t\r\n";

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
    while ((len = words_next(&list, &word, " ")) > 0) {
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
    while ((each_len = words_next(&names, &each, " ")) > 0)
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
    int names = 0;
    while ((len = words_next(&s, &name, " \t\r\n,")) > 0) {
        if (!words_name_ok(name, len))
            return ST_SYNTAX;
        if (has_name(text_str(out), name, len))
            continue;
        if (++names > REFS_MAX)
            return ST_RANGE;
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
