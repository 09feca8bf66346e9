#include "supportplan/money.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- exact fractions ---- */

/* What a fraction becomes when no wide can hold it; far beyond PENCE_MAX, so it rounds to that. */
#define WIDE_LIMIT ((wide)INT64_MAX * INT64_MAX)

static wide magnitude(wide n)
{
    return n < 0 ? -n : n;
}

/* Two wides are divided by a call, two words of the machine at once: most numbers of a plan are
 * small. */
static wide gcd(wide a, wide b)
{
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0 && (a > INT64_MAX || b > INT64_MAX)) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0)
        return a;
    int64_t small_a = (int64_t)a, small_b = (int64_t)b;
    while (small_b != 0) {
        int64_t rest = small_a % small_b;
        small_a = small_b;
        small_b = rest;
    }
    return small_a;
}

static bool product_fits(wide a, wide b)
{
    a = magnitude(a);
    b = magnitude(b);
    return (a <= INT64_MAX && b <= INT64_MAX) || b == 0 || a <= WIDE_LIMIT / b;
}

static struct fraction beyond(bool negative)
{
    return (struct fraction){negative ? -WIDE_LIMIT : WIDE_LIMIT, 1};
}

static wide divide(wide a, wide b)
{
    bool small = magnitude(a) <= INT64_MAX && magnitude(b) <= INT64_MAX;
    return small ? (int64_t)a / (int64_t)b : a / b;
}

struct fraction fraction_of(wide num, wide den)
{
    assert(den != 0);
    if (den == 1)
        return (struct fraction){num, den};
    wide g = gcd(num, den);
    if (den < 0)
        g = -g;
    return g == 1 ? (struct fraction){num, den} : (struct fraction){divide(num, g), divide(den, g)};
}

struct fraction fraction_add(struct fraction a, struct fraction b)
{
    if (a.num == 0 || b.num == 0)
        return a.num == 0 ? b : a;
    wide g = gcd(a.den, b.den);
    wide a_part = b.den / g;
    wide b_part = a.den / g;
    if (!product_fits(a.num, a_part) || !product_fits(b.num, b_part) ||
        !product_fits(a.den, a_part))
        return beyond(magnitude(a.num) > magnitude(b.num) ? a.num < 0 : b.num < 0);
    wide sum = a.num * a_part + b.num * b_part;
    if (magnitude(sum) > WIDE_LIMIT)
        return beyond(sum < 0);
    return fraction_of(sum, a.den * a_part);
}

struct fraction fraction_times(struct fraction f, int64_t num, int64_t den)
{
    assert(den != 0);
    struct fraction by = fraction_of(num, den);
    /* reduced crosswise first, so that the products stay as small as they can be */
    struct fraction left = fraction_of(f.num, by.den);
    struct fraction right = fraction_of(by.num, f.den);
    if (!product_fits(left.num, right.num) || !product_fits(left.den, right.den))
        return beyond((f.num < 0) != (by.num < 0));
    return (struct fraction){left.num * right.num, left.den * right.den};
}

/* Down to a whole number, and what is left over: 0 <= rest < den. */
static wide divide_down(struct fraction f, wide *rest)
{
    wide whole;
    assert(f.den > 0);
    if (magnitude(f.num) <= INT64_MAX && f.den <= INT64_MAX) {
        whole = (int64_t)f.num / (int64_t)f.den;
        *rest = (int64_t)f.num % (int64_t)f.den;
    } else {
        whole = f.num / f.den;
        *rest = f.num % f.den;
    }
    if (*rest < 0) {
        *rest += f.den;
        whole--;
    }
    return whole;
}

static pence clamp(wide n)
{
    if (n > PENCE_MAX)
        return PENCE_MAX;
    return n < -PENCE_MAX ? -PENCE_MAX : (pence)n;
}

pence fraction_round(struct fraction f)
{
    wide rest;
    wide whole = divide_down(f, &rest);
    return clamp(rest >= f.den - rest ? whole + 1 : whole);
}

/* What is only rounded need not be in lowest terms. */
pence fraction_round_times(struct fraction f, int64_t num, int64_t den)
{
    assert(num > 0 && den > 0);
    if (!product_fits(f.num, num) || !product_fits(f.den, den))
        return fraction_round(fraction_times(f, num, den));
    return fraction_round((struct fraction){f.num * num, f.den * den});
}

pence fraction_floor(struct fraction f)
{
    wide rest;
    return clamp(divide_down(f, &rest));
}

/* ---- reading ---- */

/* More than any limit of a plan: larger numbers are read as this, and are too large everywhere. */
#define TOO_LARGE INT64_C(1000000000000000)

static const char *skip_blanks(const char *s)
{
    for (;;) {
        if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
            s++;
        else if (!strncmp(s, "\xc2\xa0", 2)) /* a blank that does not break, as web pages have it */
            s += 2;
        else
            return s;
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Take a word off the start, in capitals or not. */
static bool take_word(const char **s, const char *word)
{
    size_t len = strlen(word);
    if (strncasecmp(*s, word, len) != 0)
        return false;
    *s = skip_blanks(*s + len);
    return true;
}

/* Take digits off the start; how many there were. */
static int take_digits(const char **s, int64_t *value)
{
    int count = 0;
    for (; is_digit(**s); (*s)++) {
        if (*value < TOO_LARGE)
            *value = *value * 10 + (**s - '0');
        if (count < 4)
            count++; /* nobody asks beyond "more than three" */
    }
    return count;
}

/* Take a whole number off the start, perhaps with commas at the thousands. */
static bool take_whole(const char **s, int64_t *value)
{
    int count = take_digits(s, value);
    if (count == 0)
        return false;
    if (**s == ',' && count > 3)
        return false;
    while (**s == ',') {
        (*s)++;
        if (take_digits(s, value) != 3)
            return false;
    }
    return true;
}

/* Take ".5" or ".50" off the start, as pence; nothing is 0 pence. */
static bool take_decimals(const char **s, int64_t *value)
{
    if (**s != '.')
        return true;
    (*s)++;
    int count = take_digits(s, value);
    if (count == 1)
        *value *= 10;
    return count <= 2;
}

/* What stands behind a number says whether it is pounds or pence. */
struct amount {
    int64_t whole, decimals;
    bool sign;  /* a pound sign or "GBP" before it */
    bool point; /* it has a decimal point */
};

static bool take_amount(const char **s, struct amount *a)
{
    a->sign = take_word(s, "\xc2\xa3") || take_word(s, "GBP");
    bool whole = **s == '.' && is_digit((*s)[1]) ? true : take_whole(s, &a->whole);
    a->point = **s == '.';
    if (!whole || !take_decimals(s, &a->decimals))
        return false;
    *s = skip_blanks(*s);
    return true;
}

static bool take_pence_word(const char **s)
{
    return take_word(s, "pence") || take_word(s, "penny") || take_word(s, "p");
}

static bool take_pounds_word(const char **s)
{
    return take_word(s, "pounds") || take_word(s, "pound") || take_word(s, "\xc2\xa3") ||
           take_word(s, "GBP");
}

enum status money_parse(const char *s, pence *out)
{
    struct amount a = {0};
    bool in_pence = false;

    s = skip_blanks(s);
    if (!take_amount(&s, &a))
        return ST_SYNTAX;
    if (!take_pounds_word(&s) && take_pence_word(&s)) {
        if (a.sign != a.point) /* "50p" is pence, as said; many write pounds as a sign and a "p" */
            return ST_SYNTAX;
        in_pence = !a.sign;
    }
    if (*s != '\0')
        return ST_SYNTAX;
    int64_t value = in_pence ? a.whole : a.whole * 100 + a.decimals;
    if (value > MONEY_MAX)
        return ST_RANGE;
    *out = value;
    return ST_OK;
}

enum status number_parse(const char *s, int64_t max, int64_t *out)
{
    int64_t value = 0;
    s = skip_blanks(s);
    if (!take_whole(&s, &value) || *skip_blanks(s) != '\0')
        return ST_SYNTAX;
    if (value < 1 || value > max)
        return ST_RANGE;
    *out = value;
    return ST_OK;
}

int number_word(const char *word, size_t len)
{
    static const struct {
        const char *word;
        int value;
    } words[] = {
        {"one", 1},     {"two", 2},     {"three", 3},    {"four", 4},    {"five", 5},
        {"six", 6},     {"seven", 7},   {"eight", 8},    {"nine", 9},    {"ten", 10},
        {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30},
        {"forty", 40},  {"fifty", 50},  {"sixty", 60},   {"ninety", 90},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == len && strncasecmp(words[i].word, word, len) == 0)
            return words[i].value;
    return 0;
}

/* ---- printing ---- */

static char *print(pence p, bool commas, char out[MONEY_ROOM])
{
    char digits[MONEY_ROOM];
    uint64_t size = p < 0 ? -(uint64_t)p : (uint64_t)p;
    int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)(size / 100));
    char *to = out;

    if (p < 0)
        *to++ = '-';
    for (int i = 0; i < len; i++) {
        if (commas && i > 0 && (len - i) % 3 == 0)
            *to++ = ',';
        *to++ = digits[i];
    }
    snprintf(to, 4, ".%02u", (unsigned)(size % 100));
    return out;
}

char *money_print(pence p, char out[MONEY_ROOM])
{
    return print(p, false, out);
}

char *money_show(pence p, char out[MONEY_ROOM])
{
    return print(p, true, out);
}
