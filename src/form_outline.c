#include "supportplan/form_outline.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#define NONE SIZE_MAX

/* Keys whose words the task list does not show. */
static const char *const prose[] = {
    "text",  "label", "why",     "help",  "examples", "checker", "more",     "sources",
    "about", "intro", "council", "terms", "talk",     "words",   "criteria", "vague",
};

/* Where we are: inside which key, told by its column. */
struct outline {
    size_t left_out; /* the column of a key that is left out with what belongs to it, or NONE */
    size_t block;    /* the column of what begins a block of lines below it, or NONE */
};

/* One line, with its end. */
struct line {
    const char *at;
    size_t len;
    size_t column; /* of what it says, behind its blanks */
};

static struct line line_at(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    struct line line = {at, (size_t)(stop ? stop + 1 - at : end - at), 0};
    while (line.column < line.len && at[line.column] == ' ')
        line.column++;
    return line;
}

static bool is_blank(const struct line *line)
{
    return line->column == line->len || line->at[line->column] == '\n';
}

static bool is_note(const struct line *line)
{
    return line->at[line->column] == '#';
}

static bool is_dash(const struct line *line, size_t at)
{
    return at + 1 < line->len && line->at[at] == '-' && line->at[at + 1] == ' ';
}

/* Where the key of a line begins, behind its dashes. */
static size_t key_column(const struct line *line)
{
    size_t at = line->column;
    while (is_dash(line, at))
        for (at++; at < line->len && line->at[at] == ' ';)
            at++;
    return at;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* How long the key is that stands there, 0 where there is none. "text:ep" is none: words that go
 * on from the line above may begin so. */
static size_t key_length(const struct line *line, size_t at)
{
    const char *key = line->at + at;
    size_t rest = line->len - at, len = 0;
    while (len < rest && (is_letter_or_digit(key[len]) || key[len] == '-'))
        len++;
    if (len == rest || key[len] != ':')
        return 0;
    return len + 1 == rest || key[len + 1] == ' ' || key[len + 1] == '\n' ? len : 0;
}

static bool is_prose(const char *key, size_t len)
{
    for (size_t i = 0; len > 0 && i < sizeof prose / sizeof *prose; i++)
        if (*prose[i] == *key && strlen(prose[i]) == len && memcmp(key, prose[i], len) == 0)
            return true;
    return false;
}

/* Where the value of a key begins, or the words of an entry. */
static size_t value_column(const struct line *line, size_t key, size_t key_len)
{
    size_t at = key_len > 0 ? key + key_len + 1 : key;
    while (at < line->len && line->at[at] == ' ')
        at++;
    return at;
}

/* The bytes from there to the end of the line, without blanks at their end. */
static size_t value_length(const struct line *line, size_t at)
{
    size_t end = line->len;
    while (end > at && (line->at[end - 1] == '\n' || line->at[end - 1] == ' '))
        end--;
    return end - at;
}

/* Whether len bytes between a first and a last sign hold none of the signs. */
static bool is_between(const char *bytes, size_t len, char last, const char *signs)
{
    if (len < 2 || bytes[len - 1] != last)
        return false;
    for (; *signs; signs++)
        if (memchr(bytes + 1, *signs, len - 2))
            return false;
    return true;
}

static bool opens_block(const char *value, size_t len)
{
    return len > 0 && (*value == '|' || *value == '>');
}

/* Whether a value is sure to end where its line does, unless indented lines follow. A quote or a
 * bracket may end on any later line, at any column, and what stands before it is no key. */
static bool stays_in_line(const char *value, size_t len)
{
    if (len == 0 || *value == '#' || *value == '(' || opens_block(value, len))
        return true;
    if (*value == '"')
        return is_between(value, len, '"', "\"\\");
    if (*value == '[')
        return is_between(value, len, ']', "[]{}\"'#");
    return is_letter_or_digit(*value) || (unsigned char)*value >= 0x80;
}

/* Whether a line belongs to the key that is left out; a list may begin at the key's own column. */
static bool goes_on(const struct outline *o, const struct line *line)
{
    if (o->left_out == NONE)
        return false;
    return line->column > o->left_out ||
           (line->column == o->left_out && is_dash(line, line->column));
}

/* Begin to leave out. The dash stays: an entry of a list begins here. */
static void leave_out(struct outline *o, const struct line *line, size_t key, struct text *out)
{
    o->left_out = key;
    if (key > line->column) {
        text_add_n(out, line->at, key);
        text_add_char(out, '\n');
    }
}

static enum status take_line(struct outline *o, const struct line *line, struct text *out)
{
    if (is_blank(line) || (o->block != NONE && line->column > o->block))
        return ST_OK;
    o->block = NONE;
    if (is_note(line))
        return ST_OK;
    size_t key = key_column(line), key_len = key_length(line, key);
    size_t at = value_column(line, key, key_len), len = value_length(line, at);
    bool block = opens_block(line->at + at, len);
    if (!stays_in_line(line->at + at, len))
        return ST_UNKNOWN;
    if (block)
        o->block = key_len > 0 ? key : key - 1; /* behind a dash: what is as far in belongs to it */
    if (goes_on(o, line))
        return ST_OK;
    o->left_out = NONE;
    if (is_prose(line->at + key, key_len))
        leave_out(o, line, key, out);
    else if (block)
        return ST_UNKNOWN;
    else
        text_add_n(out, line->at, line->len);
    return ST_OK;
}

static bool has(const struct form_bytes *in, const char *bytes)
{
    const char *end = in->bytes + in->len;
    size_t len = strlen(bytes);
    for (const char *at = in->bytes; (size_t)(end - at) >= len; at++) {
        at = memchr(at, *bytes, (size_t)(end - at));
        if (!at)
            return false;
        if ((size_t)(end - at) >= len && memcmp(at, bytes, len) == 0)
            return true;
    }
    return false;
}

/* Whether YAML may see other lines: CR, NEL, LS and PS end one, and tabs have rules of their own.
 * It takes no other sign that can't be seen. */
static bool has_other_lines(const struct form_bytes *in)
{
    static const char *const ends[] = {"\r", "\t", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (has(in, ends[i]))
            return true;
    return false;
}

enum status form_outline(const struct form_bytes *in, struct text *out)
{
    assert(in && out);
    struct outline o = {NONE, NONE};
    if (in->len == 0)
        return ST_OK;
    if (has_other_lines(in))
        return ST_UNKNOWN;
    const char *end = in->bytes + in->len;
    for (const char *at = in->bytes; at != end;) {
        struct line line = line_at(at, end);
        enum status st = take_line(&o, &line, out);
        if (st)
            return st;
        at += line.len;
    }
    return text_status(out);
}
