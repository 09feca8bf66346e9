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
    size_t block;    /* the column of a key whose value is a block of lines, or NONE */
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
    return line->column == line->len || line->at[line->column] == '\n' ||
           line->at[line->column] == '\r';
}

/* Where the key of a line begins, behind its dashes. */
static size_t key_column(const struct line *line)
{
    size_t at = line->column;
    while (at + 1 < line->len && line->at[at] == '-' && line->at[at + 1] == ' ')
        for (at++; at < line->len && line->at[at] == ' ';)
            at++;
    return at;
}

/* "text:ep" is no key: words that go on from the line above may begin so. */
static bool ends_key(const struct line *line, const char *colon)
{
    return colon + 1 == line->at + line->len || strchr(" \t\r\n", colon[1]);
}

static bool is_prose(const struct line *line, size_t at)
{
    const char *key = line->at + at;
    const char *colon = memchr(key, ':', line->len - at);
    size_t len = colon && ends_key(line, colon) ? (size_t)(colon - key) : 0;
    for (size_t i = 0; len > 0 && i < sizeof prose / sizeof *prose; i++)
        if (*prose[i] == *key && strlen(prose[i]) == len && memcmp(key, prose[i], len) == 0)
            return true;
    return false;
}

/* Whether the value of a key is the lines below it: it begins with "|" or ">". */
static bool opens_block(const struct line *line, size_t at)
{
    const char *colon = memchr(line->at + at, ':', line->len - at);
    const char *end = line->at + line->len;
    if (!colon)
        return false;
    for (colon++; colon < end && *colon == ' ';)
        colon++;
    return colon < end && (*colon == '|' || *colon == '>');
}

/* Whether a line belongs to the key that is left out; a list may begin at the key's own column. */
static bool goes_on(const struct outline *o, const struct line *line)
{
    if (o->left_out == NONE)
        return false;
    return is_blank(line) || line->column > o->left_out ||
           (line->column == o->left_out && line->at[line->column] == '-');
}

static void take_line(struct outline *o, const struct line *line, struct text *out)
{
    if (o->block != NONE && (is_blank(line) || line->column > o->block)) {
        text_add_n(out, line->at, line->len);
        return;
    }
    if (goes_on(o, line) || is_blank(line))
        return;
    o->block = o->left_out = NONE;
    size_t key = key_column(line);
    if (key < line->len && is_prose(line, key)) {
        o->left_out = key;
        /* The dash stays: an entry of a list begins here. */
        if (key > line->column) {
            text_add_n(out, line->at, key);
            text_add_char(out, '\n');
        }
        return;
    }
    if (key < line->len && opens_block(line, key))
        o->block = key;
    text_add_n(out, line->at, line->len);
}

enum status form_outline(const struct form_bytes *in, struct text *out)
{
    assert(in && out);
    struct outline o = {NONE, NONE};
    const char *end = in->bytes + in->len;
    for (const char *at = in->bytes; in->len && at < end;) {
        struct line line = line_at(at, end);
        take_line(&o, &line, out);
        at += line.len;
    }
    return text_status(out);
}
