/*
 * The way through this file: the growing string; clusters and columns;
 * wrapping; the sanitiser.
 */
#include "supportplan/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <wchar.h>

#include "supportplan/ascii.h"

/* Columns of a tab: two, so that what stood apart still stands apart on a narrow screen. */
static const char tab_shown[] = "  ";

/* ---- the growing string ---- */

void text_free(struct text *t)
{
    free(t->data);
    *t = (struct text){0};
}

void text_wipe(struct text *t)
{
    /* volatile: a compiler may leave out what nobody reads any more. */
    volatile char *bytes = t->data;
    for (size_t i = 0; bytes && i < t->cap; i++)
        bytes[i] = '\0';
    text_free(t);
}

void text_wipe_str(char *s)
{
    struct text t = {.data = s, .cap = s ? strlen(s) : 0};
    text_wipe(&t);
}

bool text_hold(char **held, const char *s)
{
    char *copy = text_copy(s);
    if (!copy)
        return false;
    free(*held);
    *held = copy;
    return true;
}

bool text_ends(const char *s, const char *ending)
{
    size_t len = strlen(s), end = strlen(ending);
    return len >= end && strcmp(s + len - end, ending) == 0;
}

bool text_is_one_of(const char *s, const char *list)
{
    size_t len = strlen(s);
    for (const char *bar = strchr(list, '|'); bar; bar = strchr(bar + 1, '|'))
        if (!strncasecmp(bar + 1, s, len) && bar[1 + len] == '|' && !strchr(s, '|'))
            return true;
    return false;
}

void text_clear(struct text *t)
{
    t->len = 0;
    t->nomem = false;
    if (t->data)
        t->data[0] = '\0';
}

const char *text_str(const struct text *t)
{
    return t->data ? t->data : "";
}

bool text_room(struct text *t, size_t more)
{
    if (more > PTRDIFF_MAX - t->len - 1)
        return false;
    size_t need = t->len + more + 1;
    if (need <= t->cap)
        return true;
    size_t cap = t->cap ? t->cap : 64;
    while (cap < need)
        cap *= 2;
    char *data = realloc(t->data, cap);
    if (!data)
        return false;
    t->data = data;
    t->data[t->len] = '\0';
    t->cap = cap;
    return true;
}

void text_add_n(struct text *t, const char *s, size_t len)
{
    if (t->nomem || !text_room(t, len)) {
        t->nomem = true;
        return;
    }
    if (len > 0)
        memcpy(t->data + t->len, s, len);
    t->len += len;
    t->data[t->len] = '\0';
}

void text_add(struct text *t, const char *s)
{
    text_add_n(t, s, strlen(s));
}

void text_add_char(struct text *t, char c)
{
    text_add_n(t, &c, 1);
}

void text_addv(struct text *t, const char *format, va_list args)
{
    char brief[256]; /* most sentences are: then they are put together once */
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(brief, sizeof brief, format, again);
    va_end(again);
    if (len < 0 || t->nomem || !text_room(t, (size_t)len)) {
        t->nomem = true;
        return;
    }
    if ((size_t)len < sizeof brief)
        memcpy(t->data + t->len, brief, (size_t)len + 1);
    else
        vsnprintf(t->data + t->len, (size_t)len + 1, format, args);
    t->len += (size_t)len;
}

void text_addf(struct text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_addv(t, format, args);
    va_end(args);
}

enum status text_splice(struct text *t, size_t at, size_t cut, const char *s, size_t len)
{
    if (at > t->len)
        at = t->len;
    if (cut > t->len - at)
        cut = t->len - at;
    if (t->nomem || !text_room(t, len > cut ? len - cut : 0))
        return ST_NOMEM;
    memmove(t->data + at + len, t->data + at + cut, t->len - at - cut);
    if (len > 0)
        memcpy(t->data + at, s, len);
    t->len = t->len - cut + len;
    t->data[t->len] = '\0';
    return ST_OK;
}

enum status text_status(const struct text *t)
{
    return t->nomem ? ST_NOMEM : ST_OK;
}

char *text_take(struct text *t)
{
    if (!t->data)
        text_add_n(t, "", 0);
    char *taken = t->nomem ? NULL : t->data;
    if (taken)
        t->data = NULL;
    text_free(t);
    return taken;
}

char *text_copy(const char *s)
{
    return s ? strdup(s) : NULL;
}

/* ---- clusters and columns ---- */

static bool is_plain(char c)
{
    return c >= ' ' && c <= '~';
}

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

/* Many bytes at a time: most plans are ASCII, and then there is nothing to judge. */
bool text_is_ascii(const char *s, size_t len)
{
    uint64_t many[4];
    for (; len >= sizeof many; s += sizeof many, len -= sizeof many) {
        memcpy(many, s, sizeof many);
        if ((many[0] | many[1] | many[2] | many[3]) & UINT64_C(0x8080808080808080))
            return false;
    }
    for (; len > 0; s++, len--)
        if ((unsigned char)*s >= 0x80)
            return false;
    return true;
}

bool text_is_utf8(const char *s, size_t len)
{
    return !u8_check(bytes(s), len);
}

/* Bytes of the well-formed code point at s; 0 where there is none. */
static size_t decode(const char *s, size_t len, ucs4_t *uc)
{
    *uc = 0xfffd; /* what stands for an ill-formed byte */
    int n = len > 0 ? u8_mbtoucr(uc, bytes(s), len) : 0;
    return n > 0 ? (size_t)n : 0;
}

void text_add_typed(struct text *t, const char *s, size_t len)
{
    for (size_t at = 0; at < len;) {
        ucs4_t uc;
        size_t n = decode(s + at, len - at, &uc);
        if (n > 0) {
            text_add_n(t, s + at, n);
        } else {
            text_add_char(t, (char)(0xc0 | bytes(s)[at] >> 6));
            text_add_char(t, (char)(0x80 | (bytes(s)[at] & 0x3f)));
        }
        at += n > 0 ? n : 1;
    }
}

static const ucs4_t joiner = 0x200d;

/* What UAX 29 needs to remember of a cluster: libunistring judges by two neighbours only. */
struct cluster {
    ucs4_t last;
    bool pictograph; /* it ends with a pictograph, its marks, and perhaps one joiner */
    bool half_flag;  /* it ends with a regional indicator that has no partner yet */
};

static struct cluster cluster_begin(ucs4_t uc)
{
    return (struct cluster){uc, uc_is_property_extended_pictographic(uc),
                            uc_is_property_regional_indicator(uc)};
}

/* Whether what comes next leaves a pictograph able to be joined to another. */
static bool keeps_pictograph(const struct cluster *c, ucs4_t uc)
{
    bool mark = uc == joiner || uc_graphemeclusterbreak_property(uc) == GBP_EXTEND;
    return c->pictograph && mark && c->last != joiner;
}

/* Whether uc goes on with the cluster, and if so note it. */
static bool cluster_goes_on(struct cluster *c, ucs4_t uc)
{
    bool flag = uc_is_property_regional_indicator(uc);
    bool pictograph = uc_is_property_extended_pictographic(uc);
    bool on = !uc_is_grapheme_break(c->last, uc);

    if (flag && uc_is_property_regional_indicator(c->last))
        on = c->half_flag;
    else if (c->last == joiner && pictograph)
        on = c->pictograph;
    c->half_flag = flag && !c->half_flag;
    c->pictograph = pictograph || keeps_pictograph(c, uc);
    c->last = uc;
    return on;
}

size_t text_next(const char *s, size_t len)
{
    ucs4_t uc;
    if (len == 0)
        return 0;
    if (is_plain(s[0]) && (len == 1 || is_plain(s[1])))
        return 1;
    size_t at = decode(s, len, &uc);
    if (at == 0)
        return 1;
    struct cluster c = cluster_begin(uc);
    for (;;) {
        size_t n = decode(s + at, len - at, &uc);
        if (n == 0 || !cluster_goes_on(&c, uc))
            return at;
        at += n;
    }
}

/*
 * Whether a cluster begins at a position, whatever stands further off. Only halves of
 * flags and what a joiner joins hang on more than the two neighbours.
 */
static bool is_sure_break(const char *s, size_t at, size_t end)
{
    ucs4_t before;
    ucs4_t after;
    if (at == 0 || (is_plain(s[at - 1]) && is_plain(s[at])))
        return true;
    if (!decode(s + at, end - at, &after) || !u8_prev(&before, bytes(s) + at, bytes(s)))
        return false;
    return before != joiner && !uc_is_property_regional_indicator(after) &&
           uc_is_grapheme_break(before, after);
}

size_t text_prev(const char *s, size_t at)
{
    if (at == 0)
        return 0;
    size_t from = at - 1;
    while (!is_sure_break(s, from, at))
        from--;
    for (;;) {
        size_t n = text_next(s + from, at - from);
        if (from + n >= at)
            return at - from;
        from += n;
    }
}

size_t text_settle(const char *s, size_t len, size_t at, bool on)
{
    size_t from = at;
    while (from < len && !is_sure_break(s, from, len))
        from--;
    while (from < at) {
        size_t n = text_next(s + from, len - from);
        if (from + n > at)
            return on ? from + n : from;
        from += n;
    }
    return at;
}

/* Columns of one code point. */
static int columns(ucs4_t uc)
{
    if (uc < 0x80)
        return is_plain((char)uc) ? 1 : uc == '\t' ? (int)sizeof tab_shown - 1 : 0;
    int w = wcwidth((wchar_t)uc);
    return w > 0 ? w : 0;
}

int text_width(const char *s, size_t len)
{
    int width = 0;
    for (size_t at = 0; at < len;) {
        ucs4_t uc = (unsigned char)s[at];
        size_t n = is_plain(s[at]) ? 1 : decode(s + at, len - at, &uc);
        width += n > 0 ? columns(uc) : 0;
        at += n ? n : 1;
    }
    return width;
}

/* How many of the first bytes take a column each: plain ones, that another plain one follows. */
static size_t plain_columns(const char *s, size_t len, int cols)
{
    size_t at = 0;
    while (at + 1 < len && cols-- > 0 && is_plain(s[at]) && is_plain(s[at + 1]))
        at++;
    return at;
}

size_t text_fit(const char *s, size_t len, int cols)
{
    size_t at = plain_columns(s, len, cols);
    cols -= (int)at;
    while (at < len) {
        size_t n = text_next(s + at, len - at);
        cols -= n == 1 && is_plain(s[at]) ? 1 : text_width(s + at, n);
        if (cols < 0)
            break;
        at += n;
    }
    return at;
}

void text_compose(struct text *t)
{
    size_t len = 0, plain = 0;
    while (plain < t->len && (unsigned char)t->data[plain] < 0x80)
        plain++;
    if (plain == t->len || !text_is_utf8(t->data, t->len))
        return;
    uint8_t *composed = u8_normalize(UNINORM_NFC, bytes(t->data), t->len, NULL, &len);
    if (!composed || text_splice(t, 0, t->len, (const char *)composed, len))
        t->nomem = true;
    free(composed);
}

size_t text_words(const char *s)
{
    size_t words = 0;
    bool inside = false;
    for (size_t len = strlen(s), at = 0; at < len;) {
        ucs4_t uc;
        size_t n = decode(s + at, len - at, &uc);
        bool blank = uc_is_property_white_space(uc);
        words += !blank && !inside;
        inside = !blank;
        at += n ? n : 1;
    }
    return words;
}

/* ---- wrapping ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The cluster at a place of a line. A newline is never part of it. */
static size_t line_next(const char *s, size_t len, size_t at)
{
    return s[at] == '\r' ? 1 : text_next(s + at, len - at);
}

/* How far a line reaches: to its newline, to the end, or (over) to the first cluster that goes over
 * the edge. Blanks hang over it: they are not shown where a line ends. */
static size_t line_reach(const char *s, size_t len, int cols, int *width, bool *over)
{
    size_t at = 0;
    *width = 0;
    *over = false;
    while (at < len && s[at] != '\n') {
        size_t n = line_next(s, len, at);
        int more = text_width(s + at, n);
        *over = !is_blank(s[at]) && *width + more > cols && at > 0;
        if (*over)
            break;
        *width += more;
        at += n;
    }
    return at;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool in_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/* Whether the unit of a length of time stands at a place, and is no beginning of a word. */
static bool is_unit(const char *s, size_t len, size_t at, char unit)
{
    return at < len && s[at] == unit && (at + 1 == len || !in_word(s[at + 1]));
}

/* Whether a break there would tear a length of time: 1 h 30 m is read as one. */
static bool tears_time(const char *s, size_t len, size_t at)
{
    if (at < 2 || s[at - 1] != ' ')
        return false;
    if (is_digit(s[at - 2]))
        return is_unit(s, len, at, 'h') || is_unit(s, len, at, 'm');
    size_t digits = 0; /* of minutes there are at most two */
    while (digits < 2 && at + digits < len && is_digit(s[at + digits]))
        digits++;
    return at >= 4 && s[at - 2] == 'h' && s[at - 3] == ' ' && is_digit(s[at - 4]) && digits > 0 &&
           at + digits < len && s[at + digits] == ' ' && is_unit(s, len, at + digits + 1, 'm');
}

/* The last place up to over where a line may be broken (UAX 14), best where no length of time is
 * torn; over itself where a word is wider than the line. breaks has room for all that is judged. */
static size_t line_turn(const char *s, size_t len, size_t over, char *breaks)
{
    size_t judged = over + line_next(s, len, over), torn = 0;
    u8_possible_linebreaks(bytes(s), judged, "UTF-8", breaks);
    for (size_t at = over; at > 0; at--) {
        if (breaks[at] != UC_BREAK_POSSIBLE || text_settle(s, len, at, false) != at)
            continue;
        if (!tears_time(s, len, at))
            return at;
        torn = torn ? torn : at;
    }
    return torn ? torn : over;
}

/* What is judged of most lines; longer ones need memory. */
#define LINE_USUAL 512

static enum status break_line(const char *s, size_t len, size_t over, struct span *line,
                              size_t *next)
{
    char usual[LINE_USUAL];
    size_t room = over + line_next(s, len, over);
    char *breaks = room <= sizeof usual ? usual : malloc(room);
    if (!breaks)
        return ST_NOMEM;
    size_t end = line_turn(s, len, over, breaks);
    if (breaks != usual)
        free(breaks);
    *next = end;
    while (end > 0 && is_blank(s[end - 1]))
        end--;
    *line = (struct span){0, end};
    return ST_OK;
}

enum status text_line(const char *s, size_t len, int cols, struct span *line, size_t *next)
{
    int width;
    bool over;
    assert(cols >= 1);
    size_t end = line_reach(s, len, cols, &width, &over);
    if (over)
        return break_line(s, len, end, line, next);
    *next = end + 1;
    /* The last line of a paragraph keeps the blanks at its end, as many as can be shown. */
    for (; width > cols && is_blank(s[end - 1]); end--)
        width -= text_width(s + end - 1, 1);
    *line = (struct span){0, end};
    return ST_OK;
}

/* Add a line to those found so far. */
static bool add_line(struct span **lines, size_t *count, size_t *cap, struct span line)
{
    if (*count == *cap) {
        size_t more = *cap ? *cap * 2 : 8;
        struct span *grown = realloc(*lines, more * sizeof *grown);
        if (!grown)
            return false;
        *lines = grown;
        *cap = more;
    }
    (*lines)[(*count)++] = line;
    return true;
}

enum status text_wrap(const char *s, size_t len, int cols, struct span **lines, size_t *count)
{
    struct span *found = NULL;
    size_t n = 0, cap = 0, next;

    for (size_t at = 0; at <= len; at += next) {
        struct span line;
        if (text_line(s + at, len - at, cols, &line, &next) != ST_OK ||
            !add_line(&found, &n, &cap, (struct span){at, line.len})) {
            free(found);
            return ST_NOMEM;
        }
    }
    *lines = found;
    *count = n;
    return ST_OK;
}

/* ---- the sanitiser ---- */

/* The Unicode characters that turn the direction of what follows: they could make a sum lie. */
static bool is_direction(ucs4_t uc)
{
    return (uc >= 0x202a && uc <= 0x202e) || (uc >= 0x2066 && uc <= 0x2069) || uc == 0x200e ||
           uc == 0x200f || uc == 0x061c;
}

/* Left out of the view, so that every terminal and ncurses agree on its width. */
static bool is_left_out(ucs4_t uc)
{
    bool skin_tone = uc >= 0x1f3fb && uc <= 0x1f3ff;
    return skin_tone || uc_is_property_default_ignorable_code_point(uc);
}

/* Add a control character below U+0080. */
static void clean_control(struct text *out, char c, bool one_line)
{
    if (c == '\t' && one_line)
        text_add(out, tab_shown);
    else if (c == '\n' && one_line)
        text_add_char(out, ' ');
    else if (c == '\t' || c == '\n')
        text_add_char(out, c);
    else
        text_addf(out, "^%c", c ^ 0x40);
}

/* Whether one beyond ASCII must be named instead of shown. */
static bool is_hidden(ucs4_t uc, enum charset charset)
{
    bool control = uc < 0xa0;
    return control || is_direction(uc) || (charset == CHARSET_UTF8 && wcwidth((wchar_t)uc) < 0);
}

/* Add a code point beyond ASCII, whose n bytes are at s. */
static void clean_wide(struct text *out, ucs4_t uc, const char *s, size_t n, enum charset charset)
{
    if (is_hidden(uc, charset))
        text_addf(out, "<U+%04X>", (unsigned)uc);
    else if (is_left_out(uc))
        return;
    else if (charset == CHARSET_ASCII)
        ascii_add(out, uc);
    else
        text_add_n(out, s, n);
}

/* How many plain characters stand at s. */
static size_t plain_run(const char *s, size_t len)
{
    size_t n = 0;
    while (n < len && is_plain(s[n]))
        n++;
    return n;
}

void text_clean(struct text *out, const char *s, size_t len, enum charset charset, bool one_line)
{
    for (size_t at = 0; at < len;) {
        ucs4_t uc;
        size_t n = plain_run(s + at, len - at);
        if (n > 0) {
            text_add_n(out, s + at, n);
        } else if ((n = decode(s + at, len - at, &uc)) == 0) {
            text_addf(out, "<%02X>", (unsigned)bytes(s)[at]);
            n = 1;
        } else if (uc < 0x80) {
            clean_control(out, s[at], one_line);
        } else {
            clean_wide(out, uc, s + at, n, charset);
        }
        at += n;
    }
}

static bool begins(const char *s, const char *typed, bool whole)
{
    return whole ? strcasecmp(s, typed) == 0 : strncasecmp(s, typed, strlen(typed)) == 0;
}

size_t text_distance(const char *a, const char *b)
{
    size_t rows[3][TEXT_WORD_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    size_t a_len = strlen(a), b_len = strlen(b);
    if (a_len > TEXT_WORD_MAX || b_len > TEXT_WORD_MAX)
        return SIZE_MAX;
    for (size_t j = 0; j <= b_len; j++)
        before[j] = last[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);
            best = last[j] + 1 < best ? last[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
        size_t *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[b_len];
}

bool text_begins_alike(const char *s, const char *typed, bool whole)
{
    if (begins(s, typed, whole))
        return true;
    if (text_is_ascii(s, strlen(s))) /* what was typed has an accent that this has not */
        return false;
    struct text of_s = {0}, of_typed = {0};
    text_clean(&of_s, s, strlen(s), CHARSET_ASCII, true);
    text_clean(&of_typed, typed, strlen(typed), CHARSET_ASCII, true);
    bool alike = text_status(&of_s) == ST_OK && text_status(&of_typed) == ST_OK &&
                 !strchr(text_str(&of_typed), '?') &&
                 begins(text_str(&of_s), text_str(&of_typed), whole);
    text_free(&of_s);
    text_free(&of_typed);
    return alike;
}
