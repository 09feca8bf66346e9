#include "supportplan/form_lines.h"

#include <assert.h>
#include <string.h>

#include "supportplan/text.h"

#define DEEP_MAX 32

/* One line: where it begins, how long it is (without its end), its number. */
struct line {
    const char *at;
    size_t len;
    size_t number;
};

/* Go to the next line; a line begins as {NULL, 0, 0}. False at the end. */
static bool next_line(const struct form_bytes *in, struct line *line)
{
    if (in->len == 0)
        return false;
    const char *end = in->bytes + in->len;
    const char *at = line->at ? line->at + line->len : in->bytes;
    if (line->at && at < end)
        at++;
    if (at >= end)
        return false;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    line->at = at;
    line->len = (size_t)((stop ? stop : end) - at);
    line->number++;
    return true;
}

/* How many bytes at the start of a line are blanks. */
static size_t moved_in(const struct line *line)
{
    size_t i = 0;
    while (i < line->len && line->at[i] == ' ')
        i++;
    return i;
}

/* Whether a line holds nothing that counts: blanks, a comment, the carriage return of CRLF. */
static bool says_nothing(const struct line *line)
{
    size_t i = moved_in(line);
    return i == line->len || line->at[i] == '#' || line->at[i] == '\r';
}

/* Where the words of a line begin: behind blanks, dashes and one "key: ". */
static size_t words_at(const struct line *line)
{
    size_t i = moved_in(line);
    while (i + 1 < line->len && line->at[i] == '-' && line->at[i + 1] == ' ')
        i += 2;
    for (size_t k = i; k + 1 < line->len; k++) {
        if (line->at[k] == ':' && line->at[k + 1] == ' ') {
            i = k + 2;
            break;
        }
        if (strchr("\"'#{[", line->at[k]))
            break;
    }
    while (i < line->len && line->at[i] == ' ')
        i++;
    return i;
}

/* The first line from a line on for which a question is answered with yes. */
typedef bool asks_fn(const struct line *line, const void *what);

static size_t first_line(const struct form_bytes *in, size_t from, asks_fn *asks, const void *what)
{
    struct line line = {NULL, 0, 0};
    while (next_line(in, &line))
        if (line.number >= from && asks(&line, what))
            return line.number;
    return 0;
}

/* The columns at which lines may begin, the outermost first. */
struct columns {
    size_t list[DEEP_MAX];
    size_t count;
};

static size_t innermost(const struct columns *open)
{
    return open->count ? open->list[open->count - 1] : 0;
}

static void open_column(struct columns *open, size_t column)
{
    if (open->count < DEEP_MAX)
        open->list[open->count++] = column;
}

/* Take a line's columns in: its own, and those behind its dashes. False where it is out of line. */
static bool take_columns(struct columns *open, const struct line *line)
{
    size_t column = moved_in(line);
    bool deeper = !open->count || column > innermost(open);
    while (open->count && innermost(open) > column)
        open->count--;
    bool fits = deeper || (open->count && innermost(open) == column);
    if (deeper)
        open_column(open, column);
    while (column + 1 < line->len && line->at[column] == '-' && line->at[column + 1] == ' ') {
        column += 2;
        open_column(open, column);
    }
    return fits;
}

/* Going through the lines that begin something; those that go on with words are passed over. */
struct scan {
    struct line line;
    struct columns open;
    bool has_words; /* the last line had words, so one further in goes on with them */
    bool fits;      /* the line begins where a line may begin */
};

/* Whether a line has a key: a colon, and a blank or nothing behind it. */
static bool has_colon(const struct line *line)
{
    for (size_t i = 0; i < line->len; i++)
        if (line->at[i] == ':' && (i + 1 == line->len || strchr(" \r", line->at[i + 1])))
            return true;
    return false;
}

static bool next_beginning(const struct form_bytes *in, struct scan *scan)
{
    while (next_line(in, &scan->line)) {
        const struct line *line = &scan->line;
        bool further_in = moved_in(line) > innermost(&scan->open);
        if (says_nothing(line) || (scan->has_words && further_in))
            continue;
        scan->fits = take_columns(&scan->open, line);
        scan->has_words = !has_colon(line) || words_at(line) < line->len;
        return true;
    }
    return false;
}

static size_t first_beginning(const struct form_bytes *in, size_t from, asks_fn *asks,
                              const void *what)
{
    struct scan scan = {.has_words = false};
    while (next_beginning(in, &scan))
        if (scan.line.number >= from && asks(&scan.line, what))
            return scan.line.number;
    return 0;
}

/*
 * Where the value of a key begins in a line, as in "- key: value" or "{key: value"; or NULL.
 * column is where the key must begin, from 1; 0 for anywhere.
 */
static const char *value_of(const struct line *line, const char *key, size_t column)
{
    size_t len = strlen(key);
    for (size_t i = 0; i + len < line->len; i++) {
        if (memcmp(line->at + i, key, len) != 0 || (i && !strchr(" \t{,\"'", line->at[i - 1])))
            continue;
        if (column && i + 1 != column)
            continue;
        size_t after = i + len;
        while (after < line->len && strchr("\"' ", line->at[after]))
            after++;
        if (after < line->len && line->at[after] == ':')
            return line->at + after + 1;
    }
    return NULL;
}

size_t form_line_of_key(const struct form_bytes *in, size_t from, size_t column, const char *key)
{
    struct line line = {NULL, 0, 0};
    while (next_line(in, &line))
        if (line.number >= from && value_of(&line, key, column))
            return line.number;
    return 0;
}

/* Whether a key's value begins with what is looked for (its first line, as far as this line goes).
 */
static bool has_value(const struct line *line, const char *key, const char *value)
{
    const char *at = value_of(line, key, 0);
    const char *end = line->at + line->len;
    while (at && at < end && strchr(" \"'", *at))
        at++;
    size_t len = strcspn(value, "\n\"'");
    if (!at || len == 0 || (size_t)(end - at) < len || memcmp(at, value, len) != 0)
        return false;
    return at + len == end || strchr(" \r\"',}", at[len]);
}

size_t form_line_of_value(const struct form_bytes *in, const char *key, const char *value,
                          unsigned nth)
{
    struct line line = {NULL, 0, 0};
    while (next_line(in, &line))
        if (has_value(&line, key, value) && --nth == 0)
            return line.number;
    return 0;
}

static bool is_odd(const struct line *line, const void *what)
{
    (void)what;
    for (size_t i = 0; i < line->len; i++) {
        unsigned char c = (unsigned char)line->at[i];
        if ((c < ' ' && c != '\t' && c != '\r') || c == 0x7f)
            return true;
    }
    return !text_is_utf8(line->at, line->len);
}

/* Whether all is well at a glance; else the lines are gone through one by one. */
static bool has_odd_bytes(const struct form_bytes *in)
{
    for (size_t i = 0; i < in->len; i++) {
        unsigned char c = (unsigned char)in->bytes[i];
        if (c < ' ' && c != '\t' && c != '\r' && c != '\n')
            return true;
        if (c == 0x7f)
            return true;
    }
    return !text_is_utf8(in->bytes, in->len);
}

size_t form_line_of_odd_bytes(const struct form_bytes *in)
{
    return has_odd_bytes(in) ? first_line(in, 1, is_odd, NULL) : 0;
}

static bool has_words(const struct line *line, const void *what)
{
    (void)what;
    return !says_nothing(line) && (line->len < 3 || memcmp(line->at, "---", 3) != 0);
}

size_t form_line_of_words(const struct form_bytes *in)
{
    return first_line(in, 1, has_words, NULL);
}

static bool has_tab(const struct line *line, const void *what)
{
    (void)what;
    size_t i = moved_in(line);
    return i < line->len && line->at[i] == '\t';
}

size_t form_line_of_tab(const struct form_bytes *in, size_t from)
{
    return first_line(in, from, has_tab, NULL);
}

static bool has_second_colon(const struct line *line, const void *what)
{
    (void)what;
    size_t i = words_at(line);
    if (i < line->len && strchr("\"'|>{[", line->at[i]))
        return false;
    for (; i < line->len; i++)
        if (line->at[i] == ':' && (i + 1 == line->len || strchr(" \r", line->at[i + 1])))
            return i > moved_in(line) && words_at(line) > moved_in(line);
    return false;
}

size_t form_line_of_second_colon(const struct form_bytes *in, size_t from)
{
    return first_beginning(in, from, has_second_colon, NULL);
}

static bool begins_with(const struct line *line, const void *what)
{
    size_t i = words_at(line);
    return i < line->len && strchr(what, line->at[i]);
}

static bool has_any(const struct form_bytes *in, const char *characters)
{
    for (; *characters; characters++)
        if (in->len && memchr(in->bytes, *characters, in->len))
            return true;
    return false;
}

size_t form_line_of_first(const struct form_bytes *in, size_t from, const char *characters)
{
    return has_any(in, characters) ? first_beginning(in, from, begins_with, characters) : 0;
}

/* A note is "# like this", with a blank behind its sign; "#1" is rather a part of the words. */
static bool hides_words(const struct line *line, const void *what)
{
    (void)what;
    size_t i = words_at(line);
    if (i < line->len && strchr("\"'|>", line->at[i]))
        return false;
    for (; i + 2 < line->len; i++)
        if (line->at[i] == ' ' && line->at[i + 1] == '#')
            return !strchr(" \r#", line->at[i + 2]);
    return false;
}

/* Whether any sign of a note hides words, wherever it stands. */
static bool may_hide_words(const struct form_bytes *in)
{
    const char *at = in->bytes, *end = in->bytes + in->len;
    while (in->len && (at = memchr(at, '#', (size_t)(end - at)))) {
        bool behind_blank = at > in->bytes && at[-1] == ' ';
        at++;
        if (behind_blank && at < end && !strchr(" \r#\n", *at))
            return true;
    }
    return false;
}

size_t form_line_of_note(const struct form_bytes *in)
{
    return may_hide_words(in) ? first_beginning(in, 1, hides_words, NULL) : 0;
}

/*
 * Behind the closing quotation mark of the words of a line; NULL where they have no quotes.
 * Between double ones a backslash keeps the next sign; between single ones two stand for one.
 */
static const char *behind_quote(const struct line *line, bool *closed)
{
    size_t i = words_at(line);
    if (i >= line->len || !strchr("\"'", line->at[i]))
        return NULL;
    char quote = line->at[i];
    for (i++; i < line->len; i++) {
        bool twice = i + 1 < line->len && line->at[i + 1] == '\'';
        bool stands_for_itself = quote == '"' ? line->at[i] == '\\' : line->at[i] == '\'' && twice;
        if (stands_for_itself)
            i++;
        else if (line->at[i] == quote)
            break;
    }
    *closed = i < line->len;
    return line->at + (*closed ? i + 1 : line->len);
}

static bool leaves_quote_open(const struct line *line, const void *what)
{
    (void)what;
    bool closed;
    return behind_quote(line, &closed) && !closed;
}

size_t form_line_of_open_quote(const struct form_bytes *in, size_t from)
{
    return first_beginning(in, from, leaves_quote_open, NULL);
}

static bool says_more_than_quote(const struct line *line, const void *what)
{
    (void)what;
    bool closed;
    const char *rest = behind_quote(line, &closed);
    const char *end = line->at + line->len;
    while (rest && rest < end && strchr(" \r", *rest))
        rest++;
    return rest && closed && rest < end && !strchr("#:,", *rest);
}

size_t form_line_of_more_than_quote(const struct form_bytes *in, size_t from)
{
    return first_beginning(in, from, says_more_than_quote, NULL);
}

size_t form_line_out_of_line(const struct form_bytes *in, size_t from)
{
    struct scan scan = {.has_words = false};
    while (next_beginning(in, &scan))
        if (!scan.fits && scan.line.number >= from)
            return scan.line.number;
    return 0;
}

static bool lacks_colon(const struct line *line, const void *what)
{
    (void)what;
    return !has_colon(line) && line->at[moved_in(line)] != '-';
}

size_t form_line_without_colon(const struct form_bytes *in, size_t from)
{
    return first_beginning(in, from, lacks_colon, NULL);
}

const char *form_nearest(const char *word, const struct form_known *known)
{
    assert(word && known);
    size_t len = strlen(word);
    size_t nearest = len < 4 ? 2 : 3; /* fewer than this many slips */
    const char *best = NULL;
    for (size_t i = 0; i < known->count; i++) {
        size_t slips = text_distance(word, known->list[i]);
        if (slips < nearest) {
            nearest = slips;
            best = known->list[i];
        }
    }
    return best;
}
