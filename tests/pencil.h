/*
 * Sums in sentences, done again: "Wash: (5 x 90 x 13.87 + 60 x 20.81) / 60 = 124.84, rounded."
 * Exact fractions of this file's own; it shares nothing with the code that it checks.
 */
#ifndef SUPPORTPLAN_PENCIL_H
#define SUPPORTPLAN_PENCIL_H

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

__extension__ typedef __int128 huge;

/** num / den, den above 0. */
struct number {
    huge num, den;
};

static inline huge pencil_gcd(huge a, huge b)
{
    while (b) {
        huge rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static inline struct number number_of(huge num, huge den)
{
    huge g = pencil_gcd(num, den);
    if (g == 0)
        return (struct number){0, 1};
    if (den < 0)
        g = -g;
    return (struct number){num / g, den / g};
}

static inline bool number_equal(struct number a, struct number b)
{
    return a.num == b.num && a.den == b.den;
}

static inline huge pencil_floor(huge num, huge den)
{
    return num >= 0 ? num / den : -((-num + den - 1) / den);
}

/* A number at s, as people and files write it: "1,234.50", "12". Moves s past it. */
static inline bool pencil_number(const char **s, struct number *out)
{
    huge num = 0, den = 1;
    bool point = false;
    const char *at = *s;

    if (!isdigit((unsigned char)*at))
        return false;
    for (;; at++) {
        if (isdigit((unsigned char)*at)) {
            num = num * 10 + (*at - '0');
            den = point ? den * 10 : den;
        } else if (*at == '.' && !point && isdigit((unsigned char)at[1])) {
            point = true;
        } else if (*at != ',' || point || !isdigit((unsigned char)at[1])) {
            break;
        }
    }
    *out = number_of(num, den);
    *s = at;
    return true;
}

/* A whole string that is one number, perhaps with a minus sign. */
static inline bool number_read(const char *s, struct number *out)
{
    bool minus = *s == '-';
    s += minus;
    if (!pencil_number(&s, out) || *s)
        return false;
    if (minus)
        out->num = -out->num;
    return true;
}

/* The last number of a sentence; a minus sign right before it is its own. */
static inline bool last_number(const char *sentence, struct number *out)
{
    bool found = false;
    for (const char *s = sentence; *s;) {
        bool minus = s > sentence && s[-1] == '-' && isdigit((unsigned char)*s);
        if (!pencil_number(&s, out)) {
            s++;
            continue;
        }
        found = true;
        if (minus)
            out->num = -out->num;
    }
    return found;
}

static inline bool pencil_sum(const char **s, struct number *out);

static inline bool pencil_factor(const char **s, struct number *out)
{
    if (**s == '-') {
        ++*s;
        if (!pencil_factor(s, out))
            return false;
        out->num = -out->num;
        return true;
    }
    if (**s != '(')
        return pencil_number(s, out);
    ++*s;
    return pencil_sum(s, out) && *(*s)++ == ')';
}

static inline bool pencil_product(const char **s, struct number *out)
{
    if (!pencil_factor(s, out))
        return false;
    while (!strncmp(*s, " x ", 3) || !strncmp(*s, " / ", 3)) {
        bool times = (*s)[1] == 'x';
        struct number by;
        *s += 3;
        if (!pencil_factor(s, &by) || (!times && by.num == 0))
            return false;
        *out = times ? number_of(out->num * by.num, out->den * by.den)
                     : number_of(out->num * by.den, out->den * by.num);
    }
    return true;
}

static inline bool pencil_sum(const char **s, struct number *out)
{
    if (!pencil_product(s, out))
        return false;
    while (!strncmp(*s, " + ", 3) || !strncmp(*s, " - ", 3)) {
        bool plus = (*s)[1] == '+';
        struct number more;
        *s += 3;
        if (!pencil_product(s, &more))
            return false;
        *out = number_of(out->num * more.den + (plus ? more.num : -more.num) * out->den,
                         out->den * more.den);
    }
    return true;
}

/* "The lower of 46.35 and 275.00" */
static inline bool pencil_lower(const char **s, struct number *out)
{
    struct number other;
    if (strncmp(*s, "The lower of ", 13) != 0)
        return false;
    *s += 13;
    if (!pencil_number(s, out) || strncmp(*s, " and ", 5) != 0)
        return false;
    *s += 5;
    if (!pencil_number(s, &other))
        return false;
    if (other.num * out->den < out->num * other.den)
        *out = other;
    return true;
}

/* What an exact sum becomes, in pounds. National Insurance: cut at four decimals, up from a third
 * of 6. */
static inline struct number pencil_round(struct number exact, const char *how)
{
    if (!strcmp(how, ", rounded."))
        return number_of(pencil_floor(exact.num * 200 + exact.den, exact.den * 2), 100);
    if (!strcmp(how, ", rounded as payroll does."))
        return number_of((pencil_floor(exact.num * 10000, exact.den) / 10 + 4) / 10, 100);
    return exact;
}

/** Whether a sentence has a sum at its end. */
static inline bool pencil_is_sum(const char *sentence)
{
    return strstr(sentence, " = ") != NULL;
}

/* Where the sum of a sentence begins: after its last colon. */
static inline const char *pencil_begin(const char *sentence)
{
    const char *from = sentence;
    for (const char *s = strstr(sentence, ": "); s; s = strstr(s + 1, ": "))
        from = s + 2;
    return from;
}

/** What is wrong with the sum at the end of a sentence; NULL where it is right, or there is none.
 */
static inline const char *pencil_judge(const char *sentence)
{
    const char *s = pencil_begin(sentence);
    struct number exact = {0, 1}, result = {0, 1};
    bool minus;

    if (!pencil_is_sum(sentence))
        return NULL;
    if (!pencil_lower(&s, &exact) && !pencil_sum(&s, &exact))
        return "it can't be read";
    if (strncmp(s, " = ", 3) != 0)
        return "something stands before its result";
    s += 3;
    minus = *s == '-';
    s += minus;
    if (!pencil_number(&s, &result))
        return "it has no result";
    if (minus)
        result.num = -result.num;
    if (*s != '.' && *s != ',')
        return "it goes on after its result";
    if (!strcmp(s, ", rounded.") && number_equal(exact, result))
        return "it needs no rounding";
    return number_equal(pencil_round(exact, s), result) ? NULL : "it is wrong";
}

#endif
