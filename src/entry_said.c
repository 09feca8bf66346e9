/*
 * A timetable line cut into words.
 */
#include "entry_said.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define POUND "\xc2\xa3"
#define HARD_BLANK "\xc2\xa0"

/* Bytes of a dash of any length; 0 where there is none. */
static size_t dash(const char *s)
{
    static const char *const dashes[] = {"-",
                                         "\xe2\x80\x90",
                                         "\xe2\x80\x91",
                                         "\xe2\x80\x92",
                                         "\xe2\x80\x93",
                                         "\xe2\x80\x94",
                                         "\xe2\x88\x92"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(s, dashes[i], strlen(dashes[i])) == 0)
            return strlen(dashes[i]);
    return 0;
}

static size_t blank(const char *s)
{
    if (strncmp(s, HARD_BLANK, 2) == 0)
        return 2;
    return *s && strchr(" \t\r\n", *s);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool ends_word(const char *s)
{
    return *s == '\0' || *s == ',' || *s == ';' || blank(s) > 0;
}

/* Whether a word can be a clock time or begin with one. */
static bool like_clock(const char *s)
{
    return is_digit(*s) || strncasecmp(s, "noon", 4) == 0 || strncasecmp(s, "midday", 6) == 0 ||
           strncasecmp(s, "midnight", 8) == 0;
}

/* The comma of 1,234.50 pounds ends no word. */
static bool is_thousands(const char *word, const char *at)
{
    return *at == ',' && strncmp(word, POUND, 2) == 0 && is_digit(at[1]) && is_digit(at[2]) &&
           is_digit(at[3]) && !is_digit(at[4]);
}

/* The semicolon of 9;30 was meant for a colon: it is the same key. */
static bool is_half_colon(const char *word, const char *at)
{
    bool hour = at == word + 1 || at == word + 2;
    return *at == ';' && hour && is_digit(*word) && is_digit(at[-1]) && is_digit(at[1]) &&
           is_digit(at[2]) && !is_digit(at[3]);
}

/* Bytes of the "to" of 9to12 and 9amtill5; 0 where there is none. */
static size_t glued_to(const char *s)
{
    static const char *const joints[] = {"until", "till", "til", "to"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t n = strlen(joints[i]);
        if (strncasecmp(s, joints[i], n) == 0 && like_clock(s + n))
            return n;
    }
    return 0;
}

static bool begins_joint(const char *s)
{
    s += strspn(s, " ");
    return dash(s) > 0 || glued_to(s) > 0 || strncasecmp(s, "to ", 3) == 0 ||
           strncasecmp(s, "until ", 6) == 0 || strncasecmp(s, "till ", 5) == 0 ||
           strncasecmp(s, "til ", 4) == 0;
}

/* The comma of 9,30-11 was meant for a point, and so was that of 9-11,30. What could as well be an
 * hour, or be counted, is left: "9,10-11", "9-11,30 minutes". */
static bool is_point(const char *word, const char *at, bool after_joint)
{
    bool hour = is_digit(*word) && (at == word + 1 || (at == word + 2 && is_digit(word[1])));
    if (*at != ',' || !hour || at[1] < '3' || at[1] > '5' || !is_digit(at[2]) || is_digit(at[3]))
        return false;
    const char *next = at + 3 + strspn(at + 3, " ");
    bool counted = strchr("mh", *next) && *next != '\0';
    return begins_joint(at + 3) || (after_joint && ends_word(at + 3) && !counted);
}

/* The "/week" of 10hrs/week is a word of its own, the "/hour" of 16.50/hour is not. */
static bool is_each(const char *word, const char *at)
{
    return *at == '/' && at > word && is_digit(*word) && strchr("hrsnm", at[-1]);
}

/* A dash or plus between times is a word of its own. */
static size_t joint(const char *s, bool after_clock)
{
    size_t n = *s == '+' ? 1 : dash(s);
    return n > 0 && (after_clock || is_digit(s[n]) || ends_word(s + n)) ? n : 0;
}

static size_t word_length(const char *s, bool after_clock, bool after_joint)
{
    size_t n = joint(s, after_clock);
    if (n == 0 && after_clock)
        n = glued_to(s);
    if (n > 0)
        return n;
    bool clock = like_clock(s);
    while (!ends_word(s + n) || is_thousands(s, s + n) || is_half_colon(s, s + n) ||
           is_point(s, s + n, after_joint)) {
        if (clock && (s[n] == '+' || dash(s + n) > 0 || is_each(s, s + n) || glued_to(s + n) > 0))
            break;
        n++;
    }
    return n;
}

/* "mon:" and "Sam.:" are said without their signs; "a.m." is not. A name that is read again is then
 * the same. */
static void take_tail(struct said_word *word)
{
    for (size_t n = strlen(word->text); n > 1; n--) {
        char *last = word->text + n - 1;
        if ((*last != ':' && *last != '.') || strchr(word->text, *last) != last)
            return;
        word->tail = *last;
        *last = '\0';
    }
}

static void take_word(struct said_word *word, const char *line, size_t n)
{
    memcpy(word->text, line, n);
    take_tail(word);
    word->from = line;
    word->until = line + strlen(word->text);
    char *slip = is_digit(*word->text) ? strpbrk(word->text, ";,") : NULL;
    if (slip)
        *slip = ':';
}

enum said_trouble said_split(const char *line, struct said *said)
{
    bool apart = true, after_clock = false;
    *said = (struct said){.count = 0};
    while (*line) {
        size_t n = blank(line);
        if (n > 0) {
            apart = true;
            line += n;
        } else if (*line == ',' || *line == ';') {
            if (said->count > 0)
                said->word[said->count - 1].comma = true;
            apart = true;
            line++;
        } else {
            bool joint = said->count > 0 && (said_is_dash(said, said->count - 1) ||
                                             said_is(said, said->count - 1, SAID_JOINTS));
            n = word_length(line, after_clock && !apart, joint);
            if (n >= SAID_ROOM || said->count == SAID_MAX)
                return SAID_TOO_LONG;
            struct said_word *word = &said->word[said->count++];
            take_word(word, line, n);
            word->apart = apart;
            after_clock = like_clock(word->text);
            apart = false;
            line += n;
        }
    }
    return SAID_FINE;
}

bool said_free(const struct said *said, int i, int n)
{
    if (i < 0 || i + n > said->count)
        return false;
    for (int j = i; j < i + n; j++)
        if (said->word[j].used)
            return false;
    return true;
}

bool said_is(const struct said *said, int i, const char *list)
{
    char word[SAID_ROOM + 2];
    size_t n = 0;
    word[n++] = ' ';
    if (!said_free(said, i, 1))
        return false;
    for (const char *c = said->word[i].text; *c; c++)
        word[n++] = (char)tolower((unsigned char)*c);
    word[n] = ' ';
    word[n + 1] = '\0';
    return strstr(list, word) != NULL;
}

bool said_is_dash(const struct said *said, int i)
{
    return said_free(said, i, 1) && dash(said->word[i].text) == strlen(said->word[i].text);
}

bool said_goes_on(const struct said *said, int i)
{
    return said_free(said, i, 1) && i > 0 && !said->word[i - 1].comma;
}

bool said_begins(const struct said *said, int i)
{
    return i == 0 || said->word[i - 1].used || said->word[i - 1].comma || said_is_dash(said, i - 1);
}

bool said_ends(const struct said *said, int i)
{
    return i + 1 >= said->count || said->word[i].comma || said->word[i + 1].used;
}

void said_use(struct said *said, int i, int n)
{
    for (int j = i; j < i + n; j++)
        said->word[j].used = true;
}

const char *said_run(const struct said *said, int i, int n, char out[SAID_RUN * SAID_ROOM])
{
    size_t len = 0;
    for (int j = i; j < i + n; j++) {
        if (j > i)
            out[len++] = ' ';
        size_t more = strlen(said->word[j].text);
        memcpy(out + len, said->word[j].text, more);
        len += more;
    }
    out[len] = '\0';
    return out;
}

void said_typed(const struct said *said, int i, int n, struct text *out)
{
    const char *at = said->word[i].from;
    while (at < said->word[i + n - 1].until) {
        size_t gap = blank(at);
        if (gap == 0)
            text_add_char(out, *at);
        else if (blank(at + gap) == 0)
            text_add_char(out, ' ');
        at += gap > 0 ? gap : 1;
    }
}

/* "3 hours", "1 h 30 m", "an hour and a half": at most six words; a bare number is none. */
int said_length(const struct said *said, int i, minutes *out)
{
    char run[SAID_RUN * SAID_ROOM];
    minutes length;
    for (int n = 6; n > 0; n--) {
        if (!said_free(said, i, n) || !strpbrk(said_run(said, i, n, run), "hmHM"))
            continue;
        if (minutes_parse(run, &length) == ST_OK && length > 0) {
            *out = length;
            return n;
        }
    }
    return 0;
}

bool said_has_length(const struct said *said)
{
    minutes length;
    for (int i = 0; i < said->count; i++)
        if (said_length(said, i, &length) > 0)
            return true;
    return false;
}

int said_number(const char *s)
{
    int64_t n;
    int word = number_word(s, strlen(s));
    bool digits = *s && s[strspn(s, "0123456789")] == '\0';
    if (digits && number_parse(s, 99, &n) == ST_OK)
        return n > 1 ? (int)n : 0;
    return word > 1 && word <= 12 ? word : 0;
}
