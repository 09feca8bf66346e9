/*
 * The table of sections and fields, and finding things in it by their names.
 */
#include "supportplan/schema.h"

#include <assert.h>
#include <string.h>

#include "schema_words.h"

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

/* Names. */

/* Most names differ in their first letter: then nothing is called to compare them. */
static bool is_name(const char *name, const char *other)
{
    return *name == *other && strcmp(name, other) == 0;
}

enum section schema_section_named(const char *name)
{
    assert(name);
    for (int i = 0; i < SEC_COUNT; i++)
        if (is_name(schema_sections[i].name, name))
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
        if (is_name(schema_fields[(int)row->first + i].name, name))
            return (enum field)((int)row->first + i);
    return FIELD_NONE;
}

enum field schema_field_dotted(const char *dotted)
{
    assert(dotted);
    for (int i = 0; i < SEC_COUNT; i++) {
        const char *section = schema_sections[i].name;
        if (*section != *dotted)
            continue;
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

bool words_name_ok(const char *name, size_t len)
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
    return words_name_ok(name, strnlen(name, NAME_MAX_LEN + 1));
}

/* Words. */

size_t words_next(const char **at, const char **word, const char *between)
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
    while (words_next(&at, &word, " "))
        count++;
    return count;
}

char *schema_word(enum field field, int i, char out[NAME_MAX_LEN + 1])
{
    const char *at = word_list(field), *word = at;
    size_t len = 0;
    assert(i >= 0);
    do
        len = words_next(&at, &word, " ");
    while (len && i-- > 0);
    assert(len <= NAME_MAX_LEN);
    memcpy(out, word, len);
    out[len] = '\0';
    return out;
}

/* How many letters two words have in common from their beginning on. */
static size_t in_common(const char *a, const char *b)
{
    size_t len = 0;
    while (a[len] && a[len] != ' ' && a[len] == b[len])
        len++;
    return len;
}

/* Asked for each value that is a word: most of a list differ from it in their first letter. */
int schema_word_index(enum field field, const char *word)
{
    const char *at = word_list(field);
    for (int i = 0; *at; i++) {
        size_t same = in_common(at, word);
        at += same;
        if (same && word[same] == '\0' && (*at == ' ' || *at == '\0'))
            return i;
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return -1;
}
