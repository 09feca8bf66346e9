#include "supportplan/mention.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

/* Of each byte of ASCII the small letter, where it belongs to a word: letters, numbers, and the
 * accents that ASCII has. A blank where it stands between words; nought of NUL, and beyond. */
static const char ascii[256] = "\0                               "
                               "                0123456789      "
                               " abcdefghijklmnopqrstuvwxyz   ^ "
                               "`abcdefghijklmnopqrstuvwxyz     ";

static char ascii_of(char c)
{
    return ascii[(unsigned char)c];
}

/* What is seldom met, and is better kept out of what is done for each letter. */
#define SELDOM __attribute__((cold, noinline))

/* What is no UTF-8 is taken byte by byte. */
SELDOM static ucs4_t next_beyond(const char **s, const char *end)
{
    ucs4_t uc;
    const int n = u8_mbtouc(&uc, (const uint8_t *)*s, (size_t)(end - *s));
    *s += n;
    return uc_tolower(uc);
}

/* The next character, of a word as a small letter; *s stands behind it. 0 at the end. */
static ucs4_t next(const char **s, const char *end)
{
    if (*s >= end)
        return 0;
    const char c = ascii_of(**s);
    if (!c)
        return next_beyond(s, end);
    ++*s;
    return (ucs4_t)c;
}

static bool is_word(ucs4_t uc)
{
    return uc < sizeof ascii / 2 ? ascii[uc] > ' '
                                 : uc_is_alnum(uc) || uc_is_property_diacritic(uc);
}

static const char *end_of(const char *s)
{
    return s + strlen(s);
}

/* Behind a character beyond ASCII, where it belongs to a word, or does not; else where it is. */
SELDOM static const char *behind_one(const char *s, const char *end, bool word)
{
    const char *after = s;
    return is_word(next_beyond(&after, end)) == word ? after : s;
}

static const char *behind_blanks(const char *s, const char *end)
{
    for (;;) {
        while (s < end && ascii_of(*s) == ' ')
            s++;
        const char *on = s < end && !ascii_of(*s) ? behind_one(s, end, false) : s;
        if (on == s)
            return s;
        s = on;
    }
}

static const char *behind_word(const char *s, const char *end)
{
    for (;;) {
        while (s < end && ascii_of(*s) > ' ')
            s++;
        const char *on = s < end && !ascii_of(*s) ? behind_one(s, end, true) : s;
        if (on == s)
            return s;
        s = on;
    }
}

/* A text, word by word. */
struct walk {
    const char *at, *end; /* the word begins at it */
    const char *after;    /* behind its first letter */
    ucs4_t first;         /* the small one; 0 behind the last word */
};

/* The text ends in a NUL, which is neither of a word nor between words: most of what is read is
 * read here, and in walk_on(). */
static inline void walk_to_word(struct walk *w)
{
    const char *s = w->after;
    while (ascii_of(*s) == ' ')
        s++;
    if (!ascii_of(*s))
        s = behind_blanks(s, w->end);
    w->at = s;
    w->first = next(&s, w->end);
    w->after = s;
}

static struct walk walk_of(const char *text)
{
    struct walk w = {.after = text, .end = end_of(text)};
    walk_to_word(&w);
    return w;
}

static inline void walk_on(struct walk *w)
{
    const char *s = w->after;
    while (ascii_of(*s) > ' ')
        s++;
    w->after = ascii_of(*s) ? s : behind_word(s, w->end);
    walk_to_word(w);
}

/* A bit for how a word begins: its first letter, and the byte behind it. */
static uint64_t bit_of(ucs4_t first, char second)
{
    return UINT64_C(1) << ((first * 5 + (unsigned char)ascii_of(second)) & 63);
}

static inline uint64_t bit_of_word(const struct walk *w)
{
    return bit_of(w->first, *w->after);
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
            phrase = behind_blanks(phrase, phrase_end);
            if (phrase < phrase_end && is_word(is))
                return false;
            s = behind_blanks(s, end);
        } else if (is == want) {
            phrase = after;
            s = at;
        } else {
            return false;
        }
    }
    return word_ends(s, end);
}

/* Whether two letters may be the same: those beyond ASCII, and what is no letter, may. */
static inline bool may_be(char a, char b)
{
    const char left = ascii_of(a), right = ascii_of(b);
    return left == right || left <= ' ' || right <= ' ';
}

/* Whether a phrase may stand at a word: most begin with other letters. */
static inline bool may_begin(const struct walk *w, const char *phrase)
{
    return ascii_of(*phrase) <= ' ' || (may_be(*phrase, *w->at) && may_be(phrase[1], *w->after));
}

/* Whether a phrase, which may, stands at a word. */
static bool begins(const struct walk *w, const char *phrase, const char *phrase_end)
{
    phrase = behind_blanks(phrase, phrase_end);
    return phrase < phrase_end && stands_here(w->at, w->end, phrase, phrase_end);
}

bool mention_of(const char *text, const char *phrase)
{
    const char *phrase_end = end_of(phrase);
    for (struct walk w = walk_of(text); w.first; walk_on(&w))
        if (may_begin(&w, phrase) && begins(&w, phrase, phrase_end))
            return true;
    return false;
}

uint64_t mention_initials(const char *text)
{
    uint64_t bits = 0;
    for (struct walk w = walk_of(text); w.first; walk_on(&w))
        bits |= bit_of_word(&w);
    return bits;
}

static const char *phrase_end(const char *phrases)
{
    const char *bar = strchr(phrases, '|');
    return bar ? bar : phrases + strlen(phrases);
}

/* Where the byte behind the first letter is no letter of ASCII, that of a text may be another. */
static uint64_t initial_of(const char *phrase, const char *end)
{
    phrase = behind_blanks(phrase, end);
    if (phrase >= end)
        return 0;
    const ucs4_t first = next(&phrase, end);
    return ascii_of(*phrase) > ' ' ? bit_of(first, *phrase) : UINT64_MAX;
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

struct mention_list mention_list_of(char *const *phrases, size_t count)
{
    struct mention_list list = {.phrases = phrases, .count = count};
    for (size_t i = 0; i < count; i++)
        list.letters |= initial_of(phrases[i], end_of(phrases[i]));
    return list;
}

size_t mention_first(const char *text, const struct mention_list *list)
{
    size_t found = list->count;
    for (struct walk w = walk_of(text); w.first && found > 0; walk_on(&w))
        for (size_t i = 0; list->letters & bit_of_word(&w) && i < found; i++)
            if (may_begin(&w, list->phrases[i]) &&
                begins(&w, list->phrases[i], end_of(list->phrases[i])))
                found = i;
    return found;
}

/* Whether one of some phrases stands at a word. */
static bool one_begins(const struct walk *w, const char *phrases)
{
    for (;;) {
        const char *end = phrase_end(phrases);
        if (may_begin(w, phrases) && begins(w, phrases, end))
            return true;
        if (!*end)
            return false;
        phrases = end + 1;
    }
}

/* Most words begin with a letter that no phrase begins with. */
bool mention_any(const char *text, const char *phrases)
{
    const uint64_t letters = mention_initials_of(phrases);
    for (struct walk w = walk_of(text); w.first; walk_on(&w))
        if (letters & bit_of_word(&w) && one_begins(&w, phrases))
            return true;
    return false;
}

/* Whether two texts differ in a letter of ASCII, and are alike before it: most do soon. */
static bool differ_soon(const char *a, const char *b)
{
    while (ascii_of(*a) && ascii_of(*a) == ascii_of(*b)) {
        a++;
        b++;
    }
    return ascii_of(*a) > ' ' && ascii_of(*b) > ' ';
}

bool mention_same(const char *a, const char *b)
{
    if (differ_soon(a, b))
        return false;
    const char *a_end = end_of(a), *b_end = end_of(b);
    a = behind_blanks(a, a_end);
    b = behind_blanks(b, b_end);
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
            a = behind_blanks(a, a_end);
            b = behind_blanks(b, b_end);
        }
    }
    a = behind_blanks(a, a_end);
    b = behind_blanks(b, b_end);
    return a == a_end && b == b_end;
}
