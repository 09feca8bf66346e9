/*
 * Telling at sight that a value is spelt as the file has it: most values of most files are,
 * and need not be read and printed again.
 */
#include <string.h>

#include "supportplan/calendar.h"
#include "supportplan/schema.h"

/* Whether s matches a shape: 9 stands for any digit, everything else for itself. */
static bool has_shape(const char *s, const char *shape)
{
    for (; *shape; s++, shape++)
        if (*shape == '9' ? *s < '0' || *s > '9' : *s != *shape)
            return false;
    return *s == '\0';
}

/* A number of two digits, or four. */
static int digits(const char *s, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++)
        number = number * 10 + (s[i] - '0');
    return number;
}

/* How many digits it begins with, none of them a nought that says nothing. */
static size_t whole_number(const char *s)
{
    size_t len = strspn(s, "0123456789");
    return s[0] == '0' && len > 1 ? 0 : len;
}

static bool is_number(const char *s, size_t most)
{
    size_t len = whole_number(s);
    return len > 0 && len <= most && s[len] == '\0' && s[0] != '0';
}

static bool is_money(const char *s)
{
    size_t len = whole_number(s);
    return len > 0 && len <= 10 && has_shape(s + len, ".99");
}

static bool is_clock(const char *s, bool end)
{
    if (!has_shape(s, "99:99"))
        return false;
    return (digits(s, 2) < 24 && digits(s + 3, 2) < 60) || (end && strcmp(s, "24:00") == 0);
}

static bool is_days(const char *s)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strncmp(s, names[i], 3) != 0)
            continue;
        s += 3;
        if (*s == '\0')
            return true;
        if (*s++ != ' ')
            return false;
    }
    return false;
}

/* A name that may be the beginning of a word of the list is not judged here. */
static bool is_reference(const char *words, const char *s)
{
    if (words && strncmp(s, words, 3) == 0)
        return strcmp(s, words) == 0;
    return schema_name_ok(s);
}

bool schema_at_sight(enum field field, const char *value)
{
    const struct schema_field *row = &schema_fields[field];
    if (strcmp(value, "?") == 0)
        return row->unsure == NULL;
    switch (row->kind) {
    case KIND_TEXT:
        return value[0] != '\0' && strchr(value, '\r') == NULL;
    case KIND_LINE:
        return value[0] != '\0' && strpbrk(value, "\r\n") == NULL;
    case KIND_MONEY:
        return is_money(value);
    case KIND_NUMBER:
        return is_number(value, strlen("999999"));
    case KIND_MINUTES:
        return is_number(value, strlen("99999"));
    case KIND_CLOCK:
    case KIND_CLOCK_END:
        return is_clock(value, row->kind == KIND_CLOCK_END);
    case KIND_DAYS:
        return is_days(value);
    case KIND_DATE:
        return date_at_sight(value) != DATE_NONE;
    case KIND_YESNO:
        return strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
    case KIND_WORD:
        return schema_word_index(field, value) >= 0;
    case KIND_NAME:
    case KIND_REF:
    case KIND_REFS:
        return is_reference(row->words, value);
    case KIND_DATES:
        break;
    }
    return false;
}
