#include "supportplan/mention.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

/* Most letters are ASCII, and told without tables. */
#define ASCII_MAX 0x7f

/* The next character, as a small letter; *s stands behind it. 0 at the end. What is no UTF-8 is
 * taken byte by byte. */
static ucs4_t next(const char **s, const char *end)
{
    ucs4_t uc;
    if (*s >= end)
        return 0;
    if ((unsigned char)**s <= ASCII_MAX) {
        const char c = *(*s)++;
        return (ucs4_t)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    const int n = u8_mbtouc(&uc, (const uint8_t *)*s, (size_t)(end - *s));
    *s += n;
    return uc_tolower(uc);
}

/* Letters, numbers, and the accents that ASCII has. */
static bool is_ascii_word(ucs4_t uc)
{
    return (uc | 0x20) - 'a' <= 'z' - 'a' || uc - '0' <= 9 || uc == '^' || uc == '`';
}

static bool is_word(ucs4_t uc)
{
    return uc <= ASCII_MAX ? is_ascii_word(uc) : uc_is_alnum(uc) || uc_is_property_diacritic(uc);
}

static const char *end_of(const char *s)
{
    return s + u8_strlen((const uint8_t *)s);
}

/* A blank or two, mostly; and then a letter. */
static void skip_between(const char **s, const char *end)
{
    const char *at = *s;
    while (at < end && !is_word(next(&at, end)))
        *s = at;
}

/* Most of what is read is read here. */
static const char *end_of_ascii(const char *s, const char *end)
{
    while (s < end && is_ascii_word((unsigned char)*s))
        s++;
    return s;
}

static void skip_word(const char **s, const char *end)
{
    const char *at = end_of_ascii(*s, end);
    for (*s = at; at < end && is_word(next(&at, end)); *s = at)
        at = end_of_ascii(at, end);
}

static uint64_t bit_of(ucs4_t uc)
{
    return UINT64_C(1) << (uc & 63);
}

/* Whether no word goes on here, an "s" apart. */
static bool word_ends(const char *s, const char *end)
{
    const ucs4_t first = next(&s, end);
    return !is_word(first) || (first == 's' && !is_word(next(&s, end)));
}

/* Whether a phrase stands where a word of the text begins. */
static bool stands_here(const char *s, const char *end, const char *phrase, const char *phrase_end)
{
    while (phrase < phrase_end) {
        const char *after = phrase;
        const ucs4_t want = next(&after, phrase_end);
        const char *at = s;
        const ucs4_t is = next(&at, end);
        if (!is_word(want)) {
            skip_between(&phrase, phrase_end);
            if (phrase < phrase_end && is_word(is))
                return false;
            skip_between(&s, end);
        } else if (is == want) {
            phrase = after;
            s = at;
        } else {
            return false;
        }
    }
    return word_ends(s, end);
}

static bool mentions(const char *text, const char *phrase, const char *phrase_end)
{
    const char *end = end_of(text);
    skip_between(&phrase, phrase_end);
    if (phrase == phrase_end)
        return false;
    const char *after = phrase;
    const ucs4_t first = next(&after, phrase_end);
    skip_between(&text, end);
    while (text < end) {
        const char *at = text;
        if (next(&at, end) == first && stands_here(text, end, phrase, phrase_end))
            return true;
        text = at;
        skip_word(&text, end);
        skip_between(&text, end);
    }
    return false;
}

bool mention_of(const char *text, const char *phrase)
{
    return mentions(text, phrase, end_of(phrase));
}

uint64_t mention_initials(const char *text)
{
    const char *end = end_of(text);
    uint64_t bits = 0;
    skip_between(&text, end);
    while (text < end) {
        bits |= bit_of(next(&text, end));
        skip_word(&text, end);
        skip_between(&text, end);
    }
    return bits;
}

/* The end of the first of some phrases. */
static const char *phrase_end(const char *phrases)
{
    return phrases + strcspn(phrases, "|");
}

static uint64_t initial_of(const char *phrase, const char *end)
{
    if (*phrase >= 'a' && *phrase <= 'z') /* most do */
        return bit_of((ucs4_t)*phrase);
    skip_between(&phrase, end);
    return phrase < end ? bit_of(next(&phrase, end)) : 0;
}

uint64_t mention_initials_of(const char *phrases)
{
    uint64_t bits = 0;
    for (;;) {
        const char *end = phrase_end(phrases);
        bits |= initial_of(phrases, end);
        if (!*end)
            return bits;
        phrases = end + 1;
    }
}

/* Whether a phrase stands where a word begins, with first. */
static bool begins(const char *s, const char *end, ucs4_t first, const char *phrase)
{
    if (*phrase >= 'a' && *phrase <= 'z' && (ucs4_t)*phrase != first) /* most end here */
        return false;
    const char *phrase_end = end_of(phrase);
    skip_between(&phrase, phrase_end);
    return phrase < phrase_end && stands_here(s, end, phrase, phrase_end);
}

size_t mention_first(const char *text, char *const *phrases, size_t count)
{
    const char *end = end_of(text);
    size_t found = count;
    uint64_t letters = 0;
    for (size_t i = 0; i < count; i++)
        letters |= initial_of(phrases[i], end_of(phrases[i]));
    skip_between(&text, end);
    while (text < end && found > 0) {
        const char *at = text;
        const ucs4_t first = next(&at, end);
        for (size_t i = 0; letters & bit_of(first) && i < found; i++)
            if (begins(text, end, first, phrases[i]))
                found = i;
        text = at;
        skip_word(&text, end);
        skip_between(&text, end);
    }
    return found;
}

/* Most phrases begin with a letter that no word of the text begins with. */
bool mention_any(const char *text, const char *phrases)
{
    const uint64_t letters = mention_initials(text);
    for (;;) {
        const char *end = phrase_end(phrases);
        if (letters & initial_of(phrases, end) && mentions(text, phrases, end))
            return true;
        if (!*end)
            return false;
        phrases = end + 1;
    }
}

bool mention_same(const char *a, const char *b)
{
    const char *a_end = end_of(a), *b_end = end_of(b);
    skip_between(&a, a_end);
    skip_between(&b, b_end);
    if (a == a_end || b == b_end)
        return false;
    while (a < a_end && b < b_end) {
        const char *after_a = a, *after_b = b;
        const ucs4_t left = next(&after_a, a_end), right = next(&after_b, b_end);
        if (is_word(left) != is_word(right) || (is_word(left) && left != right))
            return false;
        a = after_a;
        b = after_b;
        if (!is_word(left)) {
            skip_between(&a, a_end);
            skip_between(&b, b_end);
        }
    }
    skip_between(&a, a_end);
    skip_between(&b, b_end);
    return a == a_end && b == b_end;
}
