#include "supportplan/clock.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "supportplan/money.h"
#include "supportplan/scan.h"

/* ---- clock times ---- */

/* A clock time as it stands: "8.30 p.m." is 8, 30, "pm". */
struct clock {
    int hour, minute;
    char suffix[12];
};

/* Take ".30" or ":30" off the start. 9.5 is not taken: half past nine, or five past? */
static bool take_sixtieth(struct scan *sc, const char *sign, int *value)
{
    if (!scan_take_sign(sc, sign))
        return true;
    if (sc->t.kind != TOKEN_NUMBER || sc->t.digits != 2)
        return false;
    *value = sc->t.value;
    scan_next(sc);
    return true;
}

static bool take_clock_number(struct scan *sc, struct clock *c)
{
    struct token t = sc->t;
    int seconds = 0;
    bool run_together = t.digits == 4 || (t.digits == 3 && t.value >= 100);
    if (t.kind != TOKEN_NUMBER || (t.digits > 2 && !run_together))
        return false;
    scan_next(sc);
    c->hour = run_together ? t.value / 100 : t.value;
    c->minute = run_together ? t.value % 100 : 0;
    if (run_together)
        return true;
    const char *sign = scan_at_sign(sc, ":") ? ":" : ".";
    return take_sixtieth(sc, sign, &c->minute) && take_sixtieth(sc, ":", &seconds) && seconds == 0;
}

/* Take what follows the number, without points and blanks: "p.m." is "pm". */
static bool take_suffix(struct scan *sc, char *out, size_t room)
{
    size_t len = 0;
    bool dotted = false;
    while (!scan_at_end(sc)) {
        size_t more = strlen(sc->t.word);
        bool sign = scan_at_sign(sc, len > 0 && !dotted ? ".'" : "");
        if (!sign && (more == 0 || len + more >= room))
            return false;
        memcpy(out + len, sc->t.word, more);
        len += more;
        dotted = sign;
        scan_next(sc);
    }
    out[len] = '\0';
    return true;
}

/* Midnight and noon by name, and what stands before them. */
static enum status named_clock(const struct clock *c, int hour, minutes *out)
{
    if (c->hour != 12 || c->minute != 0)
        return ST_RANGE;
    *out = hour * 60;
    return ST_OK;
}

static enum status clock_value(const struct clock *c, minutes *out)
{
    bool am = !strcmp(c->suffix, "am");
    bool pm = !strcmp(c->suffix, "pm");
    if (!strcmp(c->suffix, "noon") || !strcmp(c->suffix, "midday"))
        return named_clock(c, 12, out);
    if (!strcmp(c->suffix, "midnight"))
        return named_clock(c, 0, out);
    if (!am && !pm && c->suffix[0] != '\0' && strcmp(c->suffix, "oclock") != 0)
        return ST_SYNTAX;
    if (c->minute > 59 || ((am || pm) && (c->hour < 1 || c->hour > 12)))
        return ST_RANGE;
    int hour = am || pm ? c->hour % 12 + (pm ? 12 : 0) : c->hour;
    if (hour > 24 || hour * 60 + c->minute > MINUTES_DAY)
        return ST_RANGE;
    *out = hour * 60 + c->minute;
    return ST_OK;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The spelling of a plan's file, "08:30", at sight: the sums read it over and over. */
static bool read_canonical(const char *s, minutes *out)
{
    for (int i = 0; i < 5; i++)
        if (i == 2 ? s[i] != ':' : !is_digit(s[i]))
            return false;
    int hour = (s[0] - '0') * 10 + s[1] - '0';
    int minute = (s[3] - '0') * 10 + s[4] - '0';
    if (s[5] != '\0' || hour > 23 || minute > 59)
        return false;
    *out = hour * 60 + minute;
    return true;
}

enum status clock_parse(const char *s, minutes *out)
{
    if (read_canonical(s, out))
        return ST_OK;
    struct scan sc = scan_begin(s);
    struct clock c = {.hour = 12};
    if (sc.t.kind == TOKEN_WORD && !scan_at_word(&sc, " noon midday midnight "))
        return ST_SYNTAX;
    if (sc.t.kind != TOKEN_WORD && !take_clock_number(&sc, &c))
        return ST_SYNTAX;
    if (!take_suffix(&sc, c.suffix, sizeof c.suffix))
        return ST_SYNTAX;
    return clock_value(&c, out);
}

char *clock_print(minutes m, char out[8])
{
    assert(m >= 0 && m <= MINUTES_DAY);
    snprintf(out, 8, "%02u:%02u", (unsigned)m / 60 % 100, (unsigned)m % 60);
    return out;
}

/* ---- lengths ---- */

/* How much of something, in sixtieths, so that hours come out in minutes. */
struct quantity {
    int64_t sixtieths;
    bool plain; /* a whole number in digits, which may stand without its unit */
};

/* Take "a half", "half an", "three quarters of an" off the start. */
static bool take_part_words(struct scan *sc, int64_t *sixtieths)
{
    struct scan ahead = *sc;
    bool three = scan_take_word(&ahead, " three ");
    if (three)
        scan_take_sign(&ahead, "-");
    else
        scan_take_word(&ahead, " a an one ");
    if (three ? scan_take_word(&ahead, " quarters ") : scan_take_word(&ahead, " quarter "))
        *sixtieths += three ? 45 : 15;
    else if (!three && scan_take_word(&ahead, " half ")) {
        *sixtieths += 30;
        scan_take_sign(&ahead, "-");
    } else
        return false;
    scan_take_word(&ahead, " of ");
    scan_take_word(&ahead, " a an ");
    *sc = ahead;
    return true;
}

/* Take "/4" off the start: what stood before it is divided. */
static bool take_divisor(struct scan *sc, int64_t top, int64_t *sixtieths)
{
    if (!scan_take_sign(sc, "/") || sc->t.kind != TOKEN_NUMBER || sc->t.value < 2)
        return false;
    if (top >= sc->t.value || top * 60 % sc->t.value != 0)
        return false;
    *sixtieths += top * 60 / sc->t.value;
    scan_next(sc);
    return true;
}

/* Take the 5 of "1.5" off the start. 1.30 is not taken: is it an hour and a half? */
static bool take_decimals(struct scan *sc, int64_t *sixtieths)
{
    struct token t = sc->t;
    bool quarters = t.digits == 2 && t.value % 25 == 0;
    if (t.kind != TOKEN_NUMBER || (t.digits != 1 && !quarters))
        return false;
    *sixtieths += t.value * (t.digits == 1 ? 6 : 60) / (t.digits == 1 ? 1 : 100);
    scan_next(sc);
    return true;
}

/* Take a number in digits off the start, and its part of one: 2, 1.5, 3/4, 1 1/2. */
static bool take_digits(struct scan *sc, struct quantity *q)
{
    int64_t first = sc->t.value;
    scan_next(sc);
    q->plain = false;
    if (scan_at_sign(sc, "/"))
        return take_divisor(sc, first, &q->sixtieths);
    q->sixtieths = first * 60;
    if (scan_take_sign(sc, "."))
        return take_decimals(sc, &q->sixtieths);
    if (sc->t.kind == TOKEN_PART) {
        q->sixtieths += sc->t.value;
        scan_next(sc);
        return true;
    }
    if (sc->t.kind == TOKEN_NUMBER) {
        int64_t top = sc->t.value;
        scan_next(sc);
        return take_divisor(sc, top, &q->sixtieths);
    }
    q->plain = true;
    return true;
}

/* The value of a number as a word; 0 where it is none. */
static int number_at(const struct scan *sc)
{
    return number_word(sc->t.word, strlen(sc->t.word));
}

/* Take "an", "two", "forty-five" or "a couple of" off the start. */
static bool take_number_word(struct scan *sc, struct quantity *q)
{
    bool one = scan_take_word(sc, " a an ");
    int64_t value = one ? 1 : number_at(sc);
    if (one && scan_take_word(sc, " couple ")) {
        value = 2;
        scan_take_word(sc, " of ");
    } else if (!one && value > 0) {
        scan_next(sc);
    }
    struct scan ahead = *sc;
    scan_take_sign(&ahead, "-");
    int64_t more = value >= 20 ? number_at(&ahead) : 0;
    if (more > 0 && more < 10) {
        scan_next(&ahead);
        *sc = ahead;
        value += more;
    }
    q->sixtieths = value * 60;
    return value > 0;
}

static bool take_quantity(struct scan *sc, struct quantity *q)
{
    *q = (struct quantity){0, false};
    if (sc->t.kind == TOKEN_PART) {
        q->sixtieths = sc->t.value;
        scan_next(sc);
        return true;
    }
    if (sc->t.kind != TOKEN_NUMBER && take_part_words(sc, &q->sixtieths))
        return true;
    if (sc->t.kind == TOKEN_NUMBER ? !take_digits(sc, q) : !take_number_word(sc, q))
        return false;
    if (scan_at_word(sc, " and ")) { /* "two and a half hours" */
        scan_next(sc);
        q->plain = false;
        return take_part_words(sc, &q->sixtieths);
    }
    return true;
}

/* Take a unit off the start: a word of a list, perhaps shortened with a point. */
static bool take_unit(struct scan *sc, const char *list)
{
    bool found = scan_take_word(sc, list);
    if (found)
        scan_take_sign(sc, ".");
    return found;
}

/* Take "90 minutes", "1.5 hours" and the like off the start. */
static bool take_length(struct scan *sc, bool after_hours, bool *hours, int64_t *total)
{
    struct quantity q;
    if (!take_quantity(sc, &q))
        return false;
    *hours = !after_hours && take_unit(sc, " h hr hrs hour hours ");
    bool part_of_hour = after_hours && scan_at_end(sc) && !q.plain && q.sixtieths < 60;
    if (*hours || part_of_hour) {
        *total += q.sixtieths;
        return true;
    }
    bool bare = q.plain && scan_at_end(sc) && (!after_hours || q.sixtieths < 3600);
    *total += q.sixtieths / 60;
    return q.sixtieths % 60 == 0 && (take_unit(sc, " m min mins minute minutes ") || bare);
}

/* Take "1:30" off the start. */
static bool take_hours_and_minutes(struct scan *sc, int64_t *total)
{
    struct scan ahead = *sc;
    int rest = 0;
    scan_next(&ahead);
    if (sc->t.kind != TOKEN_NUMBER || !scan_at_sign(&ahead, ":") ||
        !take_sixtieth(&ahead, ":", &rest) || rest > 59 || !scan_at_end(&ahead))
        return false;
    *total = (int64_t)sc->t.value * 60 + rest;
    *sc = ahead;
    return true;
}

enum status minutes_parse(const char *s, minutes *out)
{
    struct scan sc = scan_begin(s);
    int64_t total = 0;
    if (!take_hours_and_minutes(&sc, &total)) {
        bool hours = false;
        if (!take_length(&sc, false, &hours, &total))
            return ST_SYNTAX;
        bool more = scan_take_sign(&sc, ",") || scan_take_word(&sc, " and ") || !scan_at_end(&sc);
        if (more && (!hours || !take_length(&sc, true, &hours, &total)))
            return ST_SYNTAX;
    }
    if (!scan_at_end(&sc))
        return ST_SYNTAX;
    if (total > MINUTES_MAX)
        return ST_RANGE;
    *out = (minutes)total;
    return ST_OK;
}

void minutes_words(struct text *out, int64_t m)
{
    if (m < 0)
        text_add_char(out, '-');
    unsigned long long size = m < 0 ? -(unsigned long long)m : (unsigned long long)m;
    if (size < 60)
        text_addf(out, _("%llu m"), size);
    else if (size % 60 == 0)
        text_addf(out, _("%llu h"), size / 60);
    else
        text_addf(out, _("%llu h %llu m"), size / 60, size % 60);
}
