/*
 * The quick way in for a form's outline, most of which is "key: word": at the first line that is
 * written otherwise it gives up.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "form_file_parts.h"

/* Where reading is: in a line, behind the dashes and the key that were taken. */
struct reader {
    const char *at;       /* NULL behind the last line */
    const char *line_end; /* of this line, without blanks at its end */
    const char *next;     /* the line after it */
    const char *end;
    size_t column; /* of at, from 0 */
    enum status st;
};

static void give_up(struct reader *r)
{
    r->st = r->st ? r->st : ST_UNKNOWN;
}

static void next_line(struct reader *r)
{
    do {
        if (r->next == r->end) {
            r->at = NULL;
            r->column = 0;
            return;
        }
        const char *start = r->at = r->next;
        const char *stop = memchr(start, '\n', (size_t)(r->end - start));
        r->line_end = stop ? stop : r->end;
        r->next = stop ? stop + 1 : r->end;
        while (r->line_end > start && r->line_end[-1] == ' ')
            r->line_end--;
        while (r->at < r->line_end && *r->at == ' ')
            r->at++;
        r->column = (size_t)(r->at - start);
    } while (r->at == r->line_end || *r->at == '#');
}

static void skip_blanks(struct reader *r)
{
    for (; r->at < r->line_end && *r->at == ' '; r->at++)
        r->column++;
}

static bool is_dash(const struct reader *r)
{
    return r->at && *r->at == '-' && (r->at + 1 == r->line_end || r->at[1] == ' ');
}

/* Go behind a dash, to what it begins: in its line, or below it. */
static void take_dash(struct reader *r)
{
    size_t column = r->column;
    r->at++;
    r->column++;
    skip_blanks(r);
    if (r->at < r->line_end)
        return;
    next_line(r);
    if (!r->at || r->column <= column)
        give_up(r);
}

/* Whether len bytes are the word, which is not empty. */
static bool is_word(const char *word, const char *bytes, size_t len)
{
    return *word == *bytes && strncmp(word, bytes, len) == 0 && word[len] == '\0';
}

/* Go behind a key and its colon; NULL where there is none that is known. */
static const cyaml_schema_field_t *take_key(struct reader *r, const cyaml_schema_field_t *fields)
{
    const char *colon = memchr(r->at, ':', (size_t)(r->line_end - r->at));
    size_t len = colon ? (size_t)(colon - r->at) : 0;
    if (len == 0 || (colon + 1 < r->line_end && colon[1] != ' '))
        return NULL;
    while (fields->key && !is_word(fields->key, r->at, len))
        fields++;
    r->column += len + 1;
    r->at = colon + 1;
    skip_blanks(r);
    return fields->key ? fields : NULL;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether words mean to YAML just what they say: they begin with no sign, and hold no second key
 * and no note. */
static bool is_plain(const char *words, size_t len)
{
    if (len == 0 || !is_letter_or_digit(words[0]) || words[len - 1] == ':')
        return false;
    for (size_t i = 0; i + 1 < len; i++)
        if ((words[i] == ':' && words[i + 1] == ' ') || (words[i] == ' ' && words[i + 1] == '#'))
            return false;
    return true;
}

static char *copy(struct reader *r, const char *words, size_t len)
{
    char *own = malloc(len + 1);
    if (!own) {
        r->st = ST_NOMEM;
        return NULL;
    }
    memcpy(own, words, len);
    own[len] = '\0';
    return own;
}

/* Whether words stand in quotes that say nothing else than where they begin and end. */
static bool is_quoted(const char *words, size_t len)
{
    if (len < 3 || words[0] != '"' || words[len - 1] != '"')
        return false;
    return !memchr(words + 1, '"', len - 2) && !memchr(words + 1, '\\', len - 2);
}

/* The rest of the line. NULL where it is not plain, or there is no memory. */
static char *take_words(struct reader *r)
{
    const char *words = r->at;
    size_t len = (size_t)(r->line_end - words);
    if (is_quoted(words, len)) {
        words++;
        len -= 2;
    } else if (!is_plain(words, len)) {
        give_up(r);
        return NULL;
    }
    next_line(r);
    return copy(r, words, len);
}

/* A word of a list, as its number, in a member that is an enum or a bool. */
static void read_word(struct reader *r, const cyaml_schema_value_t *value, char *member)
{
    size_t len = (size_t)(r->line_end - r->at);
    for (uint32_t i = 0; i < value->enumeration.count; i++) {
        const cyaml_strval_t *word = &value->enumeration.strings[i];
        const int number = (int)word->val;
        const bool said = number != 0;
        if (len == 0 || !is_word(word->str, r->at, len))
            continue;
        assert(value->data_size == sizeof said || value->data_size == sizeof number);
        if (value->data_size == sizeof said)
            memcpy(member, &said, sizeof said);
        else
            memcpy(member, &number, sizeof number);
        next_line(r);
        return;
    }
    give_up(r);
}

/* A list that grows: the pointer to it and how many entries it has, in what holds them. */
struct list {
    char **entries;
    unsigned *count;
    size_t size; /* of an entry */
};

/* A new entry at the end, all nought; NULL where there is no memory. */
static char *add(struct reader *r, const struct list *list)
{
    char *grown = realloc(*list->entries, (*list->count + 1) * list->size);
    if (!grown) {
        r->st = ST_NOMEM;
        return NULL;
    }
    *list->entries = grown;
    return memset(grown + (*list->count)++ * list->size, 0, list->size);
}

/* Put words at the end of a list of words. Takes them; NULL where something went wrong. */
static void add_words(struct reader *r, const struct list *list, char *words)
{
    char *entry = words ? add(r, list) : NULL;
    if (entry)
        memcpy(entry, &words, sizeof words);
    else
        free(words);
}

/* "[what, met-by]": names only. */
static void read_brackets(struct reader *r, const struct list *list)
{
    const char *close = r->line_end - 1;
    if (close == r->at || *close != ']')
        give_up(r);
    for (const char *at = r->at + 1; !r->st && at < close; at++) {
        size_t len = 0;
        while (*at == ' ')
            at++;
        while (is_letter_or_digit(at[len]) || at[len] == '-')
            len++;
        if (!is_plain(at, len) || (at[len] != ',' && at + len != close))
            give_up(r);
        else
            add_words(r, list, copy(r, at, len));
        at += len;
    }
    if (!r->st)
        next_line(r);
}

static void read_keys(struct reader *r, const cyaml_schema_field_t *fields, char *data);

/* The entries of a list, each behind its dash. */
static void read_entries(struct reader *r, const cyaml_schema_value_t *entry,
                         const struct list *list)
{
    size_t column = r->column;
    while (!r->st && r->column == column && is_dash(r)) {
        take_dash(r);
        if (entry->type == CYAML_STRING && !r->st) {
            add_words(r, list, take_words(r));
        } else if (!r->st) {
            char *data = add(r, list);
            if (data)
                read_keys(r, entry->mapping.fields, data);
        }
    }
    if (r->at && r->column > column)
        give_up(r);
}

/* A list in brackets, or below its key, which stands at column. */
static void read_list(struct reader *r, const cyaml_schema_field_t *field, size_t column,
                      char *data)
{
    const cyaml_schema_value_t *entry = field->value.sequence.entry;
    bool of_words = entry->type == CYAML_STRING;
    assert(of_words || entry->type == CYAML_MAPPING);
    const struct list list = {(char **)(void *)(data + field->data_offset),
                              (unsigned *)(void *)(data + field->count_offset),
                              of_words ? sizeof(char *) : entry->data_size};
    if (r->at < r->line_end && *r->at == '[' && of_words) {
        read_brackets(r, &list);
        return;
    }
    if (r->at < r->line_end) {
        give_up(r);
        return;
    }
    next_line(r);
    if (r->column < column || !is_dash(r))
        give_up(r);
    read_entries(r, entry, &list);
}

static void read_value(struct reader *r, const cyaml_schema_field_t *field, size_t column,
                       char *data)
{
    char *member = data + field->data_offset;
    if (field->value.type == CYAML_STRING)
        *(char **)(void *)member = take_words(r);
    else if (field->value.type == CYAML_ENUM)
        read_word(r, &field->value, member);
    else if (field->value.type == CYAML_SEQUENCE)
        read_list(r, field, column, data);
    else
        give_up(r);
}

/* Keys that stand at the column where reading is, each at most once. */
static void read_keys(struct reader *r, const cyaml_schema_field_t *fields, char *data)
{
    size_t column = r->column;
    uint32_t given = 0;
    while (!r->st && r->at && r->column == column) {
        const cyaml_schema_field_t *field = take_key(r, fields);
        uint32_t bit = field ? UINT32_C(1) << (field - fields) : 0;
        if (!field || (given & bit)) {
            give_up(r);
            return;
        }
        given |= bit;
        read_value(r, field, column, data);
    }
    if (r->at && r->column > column)
        give_up(r);
}

/* Nothing but ASCII that can be seen, blanks and ends of lines: with other bytes YAML is strict. */
static bool is_bare(const struct form_bytes *in)
{
    for (size_t i = 0; i < in->len; i++)
        if (in->bytes[i] != '\n' && (in->bytes[i] < ' ' || in->bytes[i] > '~'))
            return false;
    return true;
}

enum status form_file_plain(const struct form_bytes *in, const cyaml_schema_field_t *fields,
                            void *data)
{
    assert(in && fields && data);
    struct reader r = {.next = in->bytes, .end = in->bytes + in->len};
    if (in->len == 0 || !is_bare(in))
        return ST_UNKNOWN;
    next_line(&r);
    if (!r.at)
        return ST_UNKNOWN;
    read_keys(&r, fields, data);
    if (r.at) /* a line that stands further out than the first */
        give_up(&r);
    return r.st;
}
