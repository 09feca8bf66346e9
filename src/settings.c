#include "supportplan/settings.h"

#include <string.h>

#define WORDS_MAX 5

/* A setting: its name, and its words in the order of its values. */
static const struct {
    const char *name;
    const char *words[WORDS_MAX];
} rows[] = {
    {"mode", {"full", "reader", "plain"}},
    {"looks", {"colour", "mono", "contrast", "large"}},
    {"hints", {"always", "first", "never"}},
    {"mouse", {"off", "on"}},
    {"shared", {"no", "yes"}},
    {"hides", {"usual", "never", "1", "5", "15"}},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

struct settings settings_usual(void)
{
    return (struct settings){.hints = HINTS_FIRST};
}

void settings_free(struct settings *s)
{
    text_free(&s->other);
}

static void get(const struct settings *s, int values[ROW_COUNT])
{
    values[0] = (int)s->mode;
    values[1] = (int)s->looks;
    values[2] = (int)s->hints;
    values[3] = s->mouse;
    values[4] = s->shared;
    values[5] = (int)s->idle;
}

static void put(struct settings *s, const int values[ROW_COUNT])
{
    s->mode = (enum mode)values[0];
    s->looks = (enum looks)values[1];
    s->hints = (enum hints)values[2];
    s->mouse = values[3] != 0;
    s->shared = values[4] != 0;
    s->idle = (enum idle)values[5];
}

/* Without the blanks at its ends. */
static struct span trimmed(const char *bytes, size_t at, size_t end)
{
    while (at < end && strchr(" \t\r", bytes[at]))
        at++;
    while (end > at && strchr(" \t\r", bytes[end - 1]))
        end--;
    return (struct span){at, end - at};
}

static bool same(const char *bytes, struct span span, const char *word)
{
    return span.len == strlen(word) && memcmp(bytes + span.at, word, span.len) == 0;
}

/* Take a line "name = word" into values. false where it is not understood. */
static bool take_line(const char *bytes, struct span line, int values[ROW_COUNT])
{
    const char *sign = memchr(bytes + line.at, '=', line.len);
    if (!sign)
        return false;
    size_t at = (size_t)(sign - bytes);
    struct span name = trimmed(bytes, line.at, at);
    struct span word = trimmed(bytes, at + 1, line.at + line.len);
    for (size_t i = 0; i < ROW_COUNT; i++)
        for (int v = 0; same(bytes, name, rows[i].name) && v < WORDS_MAX && rows[i].words[v]; v++)
            if (same(bytes, word, rows[i].words[v])) {
                values[i] = v;
                return true;
            }
    return false;
}

enum status settings_read(const char *bytes, size_t len, struct settings *out)
{
    struct settings s = settings_usual();
    int values[ROW_COUNT];
    get(&s, values);
    for (size_t at = 0; at < len;) {
        const char *end = memchr(bytes + at, '\n', len - at);
        size_t until = end ? (size_t)(end - bytes) : len;
        struct span line = trimmed(bytes, at, until);
        if (line.len > 0 && !take_line(bytes, line, values)) {
            text_add_n(&s.other, bytes + line.at, line.len);
            text_add_char(&s.other, '\n');
        }
        at = until + 1;
    }
    if (text_status(&s.other) != ST_OK) {
        settings_free(&s);
        return ST_NOMEM;
    }
    put(&s, values);
    *out = s;
    return ST_OK;
}

enum status settings_write(const struct settings *s, struct text *out)
{
    int values[ROW_COUNT];
    get(s, values);
    for (size_t i = 0; i < ROW_COUNT; i++)
        text_addf(out, "%s = %s\n", rows[i].name, rows[i].words[values[i]]);
    text_add(out, text_str(&s->other));
    return text_status(out);
}
