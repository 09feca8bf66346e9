/*
 * The way through this file: words and numbers that a person typed; dates;
 * clock times; days of the week; lengths; days that a pattern holds on.
 */
#include "supportplan/calendar.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- what a person typed, cut into numbers, words and signs ---- */

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_WORD, /* in small letters; "" for one that is longer than any we know */
    TOKEN_PART, /* a half, quarter or third in one character: value in sixtieths */
    TOKEN_SIGN,
};

struct token {
    enum token_kind kind;
    int32_t value; /* numbers beyond a thousand million are read as that */
    int digits;    /* of a number, as typed */
    bool apart;    /* there are blanks before it */
    char sign;
    char word[16];
};

struct scan {
    const char *s;
    struct token t; /* the one in hand */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char small(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c;
}

static bool is_letter(char c)
{
    return small(c) >= 'a' && small(c) <= 'z';
}

/* Characters beyond ASCII that people and word processors write in days and times. */
static const struct {
    const char *bytes;
    enum token_kind kind;
    char sign;
    int32_t value;
} characters[] = {
    {"\xe2\x80\x90", TOKEN_SIGN, '-', 0},  {"\xe2\x80\x91", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x92", TOKEN_SIGN, '-', 0},  {"\xe2\x80\x93", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x94", TOKEN_SIGN, '-', 0},  {"\xe2\x88\x92", TOKEN_SIGN, '-', 0},
    {"\xe2\x80\x99", TOKEN_SIGN, '\'', 0}, {"\xc2\xbd", TOKEN_PART, 0, 30},
    {"\xc2\xbc", TOKEN_PART, 0, 15},       {"\xc2\xbe", TOKEN_PART, 0, 45},
    {"\xe2\x85\x93", TOKEN_PART, 0, 20},   {"\xe2\x85\x94", TOKEN_PART, 0, 40},
};

static void scan_number(struct scan *sc)
{
    sc->t.kind = TOKEN_NUMBER;
    for (; is_digit(*sc->s); sc->s++) {
        sc->t.value = sc->t.value < 100000000 ? sc->t.value * 10 + (*sc->s - '0') : 1000000000;
        if (sc->t.digits < 100)
            sc->t.digits++;
    }
}

static void scan_word(struct scan *sc)
{
    size_t len = 0;
    sc->t.kind = TOKEN_WORD;
    for (; is_letter(*sc->s); sc->s++)
        if (len < sizeof sc->t.word)
            sc->t.word[len++] = small(*sc->s);
    if (len == sizeof sc->t.word)
        sc->t.word[0] = '\0';
}

static void scan_sign(struct scan *sc)
{
    sc->t.kind = TOKEN_SIGN;
    for (size_t i = 0; i < COUNT(characters); i++) {
        size_t len = strlen(characters[i].bytes);
        if (!strncmp(sc->s, characters[i].bytes, len)) {
            sc->t.kind = characters[i].kind;
            sc->t.sign = characters[i].sign;
            sc->t.value = characters[i].value;
            sc->s += len;
            return;
        }
    }
    sc->t.sign = *sc->s++;
}

/* Go to the next token. */
static void scan_next(struct scan *sc)
{
    sc->t = (struct token){TOKEN_END, 0, 0, false, '\0', ""};
    for (;;) {
        bool unbroken = !strncmp(sc->s, "\xc2\xa0", 2);
        if (!unbroken && (*sc->s == '\0' || !strchr(" \t\r\n", *sc->s)))
            break;
        sc->s += unbroken ? 2 : 1;
        sc->t.apart = true;
    }
    if (is_digit(*sc->s))
        scan_number(sc);
    else if (is_letter(*sc->s))
        scan_word(sc);
    else if (*sc->s != '\0')
        scan_sign(sc);
}

static struct scan scan_begin(const char *s)
{
    struct scan sc = {.s = s};
    scan_next(&sc);
    return sc;
}

static bool at_end(const struct scan *sc)
{
    return sc->t.kind == TOKEN_END;
}

/* Whether the word in hand is one of a list, which has a blank before and after each. */
static bool at_word(const struct scan *sc, const char *list)
{
    char word[sizeof sc->t.word + 2];
    if (sc->t.kind != TOKEN_WORD || !sc->t.word[0])
        return false;
    snprintf(word, sizeof word, " %s ", sc->t.word);
    return strstr(list, word) != NULL;
}

static bool take_word(struct scan *sc, const char *list)
{
    bool found = at_word(sc, list);
    if (found)
        scan_next(sc);
    return found;
}

/* Whether the sign in hand is one of some. */
static bool at_sign(const struct scan *sc, const char *signs)
{
    return sc->t.kind == TOKEN_SIGN && sc->t.sign && strchr(signs, sc->t.sign);
}

static bool take_sign(struct scan *sc, const char *signs)
{
    bool found = at_sign(sc, signs);
    if (found)
        scan_next(sc);
    return found;
}

/* The place of the name that a word is or begins, from 0; -1 where there is none. */
static int name_index(const char *word, const char *const *names, int count, size_t shortest)
{
    size_t len = strlen(word);
    for (int i = 0; len >= shortest && i < count; i++) {
        size_t same = 0;
        while (same < len && small(names[i][same]) == word[same])
            same++;
        if (same == len)
            return i;
    }
    return -1;
}

/* ---- dates ---- */

static const char *const months[] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};
static const char *const day_names[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};
static const char *const day_shorts[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days from 1 January 1 to 1 January of a year. */
static int days_before_year(int year)
{
    int past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

static const int days_to_1970 = 719162; /* days_before_year(1970) */

date date_of(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > month_days(year, month))
        return DATE_NONE;
    int days = days_before_year(year) - days_to_1970 + day - 1;
    for (int m = 1; m < month; m++)
        days += month_days(year, m);
    return days;
}

void date_parts(date d, int *year, int *month, int *day)
{
    assert(d >= -days_to_1970 && d < days_before_year(10000) - days_to_1970);
    int rest = d + days_to_1970;
    int y = rest / 366 + 1; /* never too late, and at most a few years too early */
    int m = 1;
    while (days_before_year(y + 1) <= rest)
        y++;
    rest -= days_before_year(y);
    for (; rest >= month_days(y, m); m++)
        rest -= month_days(y, m);
    if (year)
        *year = y;
    if (month)
        *month = m;
    if (day)
        *day = rest + 1;
}

int date_weekday(date d)
{
    assert(d != DATE_NONE);
    int from_monday = (d % 7 + 3) % 7; /* 1 January 1970 was a Thursday */
    return from_monday < 0 ? from_monday + 7 : from_monday;
}

/* The three parts of a date as they stand, and the sign before each and after the last. */
struct date_fields {
    int value[3], digits[3]; /* no digits: a month's name */
    char gap[4];
    int count;
    int month_at; /* where the month's name stands; -1: it is a number */
    int weekday;  /* -1: not said */
};

static bool take_date_field(struct scan *sc, struct date_fields *f)
{
    int month = name_index(sc->t.word, months, 12, 3);
    bool number = sc->t.kind == TOKEN_NUMBER;
    if (f->count == 3 || (!number && (month < 0 || f->month_at >= 0)))
        return false;
    if (!number)
        f->month_at = f->count;
    f->value[f->count] = number ? sc->t.value : month + 1;
    f->digits[f->count] = sc->t.digits;
    f->count++;
    scan_next(sc);
    if (number && !sc->t.apart)
        take_word(sc, " st nd rd th ");
    return true;
}

static bool take_date_gap(struct scan *sc, struct date_fields *f)
{
    if (f->gap[f->count] != '\0')
        return false;
    f->gap[f->count] = sc->t.sign;
    return take_sign(sc, "-/.,");
}

static bool date_fields(const char *s, struct date_fields *f)
{
    struct scan sc = scan_begin(s);
    bool good = true;

    *f = (struct date_fields){.month_at = -1};
    f->weekday = name_index(sc.t.word, day_names, 7, 3);
    if (f->weekday >= 0) {
        scan_next(&sc);
        take_sign(&sc, ",");
    }
    while (good && !at_end(&sc))
        if (!take_word(&sc, " of the "))
            good = sc.t.kind == TOKEN_SIGN ? take_date_gap(&sc, f) : take_date_field(&sc, f);
    return good && f->count == 3 && f->gap[0] == '\0' && f->gap[3] == '\0';
}

/* Which field is the year, which the day: the year first, a month's name first, or the day first.
 */
static bool order_date_fields(const struct date_fields *f, int *year, int *month, int *day)
{
    bool year_first = f->month_at < 0 && f->digits[0] == 4;
    *year = year_first ? 0 : 2;
    *month = f->month_at < 0 ? 1 : f->month_at;
    *day = 3 - *year - *month;
    bool short_year = !year_first && f->digits[2] == 2 && f->gap[2] != '-' &&
                      (f->month_at == 1 || f->gap[2] != '\0');
    bool same_gaps = f->gap[1] == f->gap[2] && f->gap[1] != ',';
    return *month != 2 && (f->month_at >= 0 || same_gaps) && f->digits[*month] <= 2 &&
           f->digits[*day] <= 2 && (f->digits[*year] == 4 || short_year);
}

enum status date_parse(const char *s, date *out)
{
    struct date_fields f;
    int year;
    int month;
    int day;
    if (!date_fields(s, &f) || !order_date_fields(&f, &year, &month, &day))
        return ST_SYNTAX;
    int y = f.value[year] + (f.digits[year] == 2 ? 2000 : 0);
    date d = y < 1900 || y > 2999 ? DATE_NONE : date_of(y, f.value[month], f.value[day]);
    if (d == DATE_NONE || (f.weekday >= 0 && date_weekday(d) != f.weekday))
        return ST_RANGE;
    *out = d;
    return ST_OK;
}

/* Write a number of so many digits. */
static char *put_digits(char *to, int value, int digits)
{
    for (int i = digits - 1; i >= 0; i--) {
        to[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return to + digits;
}

char *date_print(date d, char out[16])
{
    int year;
    int month;
    int day;
    date_parts(d, &year, &month, &day);
    char *to = put_digits(out, year, 4);
    *to++ = '-';
    to = put_digits(to, month, 2);
    *to++ = '-';
    to = put_digits(to, day, 2);
    *to = '\0';
    return out;
}

void date_words(struct text *out, date d, bool with_day)
{
    int year;
    int month;
    int day;
    date_parts(d, &year, &month, &day);
    if (with_day)
        text_addf(out, _("%s %d %s %d"), day_name(date_weekday(d)), day, _(months[month - 1]),
                  year);
    else
        text_addf(out, _("%d %s %d"), day, _(months[month - 1]), year);
}

int date_year_days(date start)
{
    int year;
    int month;
    int day;
    if (start == DATE_NONE)
        return 365;
    date_parts(start, &year, &month, &day);
    date again = date_of(year + 1, month, day);
    if (again == DATE_NONE)
        again = date_of(year + 1, 3, 1);
    return again == DATE_NONE ? 365 : again - start;
}

date date_add_months(date d, int by)
{
    int year;
    int month;
    int day;
    if (d == DATE_NONE || by > 120000 || by < -120000)
        return DATE_NONE;
    date_parts(d, &year, &month, &day);
    int total = year * 12 + month - 1 + by;
    if (total < 12 || total > 9999 * 12 + 11)
        return DATE_NONE;
    int last = month_days(total / 12, total % 12 + 1);
    return date_of(total / 12, total % 12 + 1, day < last ? day : last);
}

/* ---- clock times ---- */

/* A clock time as it stands: "8.30 p.m." is 8, 30, "pm". */
struct clock {
    int hour, minute;
    char suffix[12];
};

/* Take ".30" or ":30" off the start. 9.5 is not taken: half past nine, or five past? */
static bool take_sixtieth(struct scan *sc, const char *sign, int *value)
{
    if (!take_sign(sc, sign))
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
    const char *sign = at_sign(sc, ":") ? ":" : ".";
    return take_sixtieth(sc, sign, &c->minute) && take_sixtieth(sc, ":", &seconds) && seconds == 0;
}

/* Take what follows the number, without points and blanks: "p.m." is "pm". */
static bool take_suffix(struct scan *sc, char *out, size_t room)
{
    size_t len = 0;
    bool dotted = false;
    while (!at_end(sc)) {
        size_t more = strlen(sc->t.word);
        bool sign = at_sign(sc, len > 0 && !dotted ? ".'" : "");
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

enum status clock_parse(const char *s, minutes *out)
{
    struct scan sc = scan_begin(s);
    struct clock c = {.hour = 12};
    if (sc.t.kind == TOKEN_WORD && !at_word(&sc, " noon midday midnight "))
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
    char *to = put_digits(out, m / 60, 2);
    *to++ = ':';
    to = put_digits(to, m % 60, 2);
    *to = '\0';
    return out;
}

/* ---- days of the week ---- */

#define WEEKDAYS_WORK ((weekdays)0x1f)
#define WEEKDAYS_END ((weekdays)0x60)

static weekdays day_bit(int weekday)
{
    return (weekdays)(1U << weekday);
}

/* Take a day's name off the start: at least two letters of it, or more of them: "Mondays", "weds".
 */
static bool take_day(struct scan *sc, int *weekday)
{
    char word[sizeof sc->t.word];
    memcpy(word, sc->t.word, sizeof word);
    size_t len = strlen(word);
    int found = name_index(word, day_names, 7, 2);
    if (found < 0 && len > 3 && word[len - 1] == 's') {
        word[len - 1] = '\0';
        found = name_index(word, day_names, 7, 2);
    }
    if (found < 0)
        return false;
    *weekday = found;
    scan_next(sc);
    take_sign(sc, ".");
    return true;
}

/* Take a day, or the days from one to another, off the start. From Friday to Monday is four. */
static bool take_day_range(struct scan *sc, weekdays *set)
{
    int first;
    int last;
    if (!take_day(sc, &first))
        return false;
    *set |= day_bit(first);
    if (!take_sign(sc, "-") && !take_word(sc, " to until till through thru "))
        return true;
    if (!take_day(sc, &last) || last == first)
        return false;
    for (int day = first; day != last; day = (day + 1) % 7)
        *set |= day_bit(day);
    *set |= day_bit(last);
    return true;
}

static bool take_day_words(struct scan *sc, weekdays *set)
{
    if (take_word(sc, " every each all ")) {
        if (take_word(sc, " day days "))
            *set |= WEEKDAYS_ALL;
        return true;
    }
    if (take_word(sc, " everyday daily "))
        *set |= WEEKDAYS_ALL;
    else if (take_word(sc, " weekday weekdays "))
        *set |= WEEKDAYS_WORK;
    else if (take_word(sc, " weekend weekends "))
        *set |= WEEKDAYS_END;
    else
        return take_day_range(sc, set);
    return true;
}

enum status days_parse(const char *s, weekdays *out)
{
    weekdays set = 0;
    for (struct scan sc = scan_begin(s); !at_end(&sc);)
        if (!take_sign(&sc, ",;&/+") && !take_word(&sc, " and on at the ") &&
            !take_day_words(&sc, &set))
            return ST_SYNTAX;
    if (set == 0)
        return ST_SYNTAX;
    *out = set;
    return ST_OK;
}

char *days_print(weekdays d, char out[32])
{
    char *to = out;
    for (int day = 0; day < 7; day++) {
        if (!(d & day_bit(day)))
            continue;
        if (to > out)
            *to++ = ' ';
        memcpy(to, day_shorts[day], 3);
        to += 3;
    }
    *to = '\0';
    return out;
}

const char *day_name(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return _(day_names[weekday]);
}

const char *day_short(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return _(day_shorts[weekday]);
}

int days_count(weekdays d)
{
    int count = 0;
    for (int day = 0; day < 7; day++)
        count += (d & day_bit(day)) != 0;
    return count;
}

static void list_days(struct text *out, weekdays d)
{
    int left = days_count(d);
    int shown = 0;
    for (int day = 0; day < 7; day++) {
        if (!(d & day_bit(day)))
            continue;
        left--;
        if (shown > 0)
            text_add(out, left > 0 ? _(", ") : _(" and "));
        text_add(out, day_name(day));
        shown++;
    }
}

void days_words(struct text *out, weekdays d)
{
    int first = 0;
    while (first < 6 && !(d & day_bit(first)))
        first++;
    int last = first;
    while (last < 6 && (d & day_bit(last + 1)))
        last++;
    if (d == WEEKDAYS_ALL)
        text_add(out, _("every day"));
    else if (last - first >= 2 && days_count(d) == last - first + 1)
        text_addf(out, _("%s to %s"), day_name(first), day_name(last));
    else
        list_days(out, d);
}

/* ---- lengths ---- */

/* How much of something, in sixtieths, so that hours come out in minutes. */
struct quantity {
    int64_t sixtieths;
    bool plain; /* a whole number in digits, which may stand without its unit */
};

static const char *const number_words[] = {
    "one",   "two",   "three", "four", "five",   "six",
    "seven", "eight", "nine",  "ten",  "eleven", "twelve",
};

/* Take "a half", "half an", "three quarters of an" off the start. */
static bool take_part_words(struct scan *sc, int64_t *sixtieths)
{
    struct scan ahead = *sc;
    bool three = take_word(&ahead, " three ");
    if (!three)
        take_word(&ahead, " a an one ");
    if (three ? take_word(&ahead, " quarters ") : take_word(&ahead, " quarter "))
        *sixtieths += three ? 45 : 15;
    else if (!three && take_word(&ahead, " half "))
        *sixtieths += 30;
    else
        return false;
    take_word(&ahead, " of ");
    take_word(&ahead, " a an ");
    *sc = ahead;
    return true;
}

/* Take "/4" off the start: what stood before it is divided. */
static bool take_divisor(struct scan *sc, int64_t top, int64_t *sixtieths)
{
    if (!take_sign(sc, "/") || sc->t.kind != TOKEN_NUMBER || sc->t.value < 2)
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

/* Take a number in digits off the start, with the part of one that may follow: 2, 1.5, 3/4, 1 1/2.
 */
static bool take_digits(struct scan *sc, struct quantity *q)
{
    int64_t first = sc->t.value;
    scan_next(sc);
    q->plain = false;
    if (at_sign(sc, "/"))
        return take_divisor(sc, first, &q->sixtieths);
    q->sixtieths = first * 60;
    if (take_sign(sc, "."))
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

/* Take "an" or "two" off the start. */
static bool take_number_word(struct scan *sc, struct quantity *q)
{
    int64_t value = at_word(sc, " a an ") ? 1 : 0;
    for (size_t i = 0; i < COUNT(number_words); i++)
        if (!strcmp(sc->t.word, number_words[i]))
            value = (int64_t)i + 1;
    q->sixtieths = value * 60;
    if (value > 0)
        scan_next(sc);
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
    if (at_word(sc, " and ")) { /* "two and a half hours" */
        scan_next(sc);
        q->plain = false;
        return take_part_words(sc, &q->sixtieths);
    }
    return true;
}

/* Take "90 minutes", "1.5 hours" and the like off the start. */
static bool take_length(struct scan *sc, bool after_hours, bool *hours, int64_t *total)
{
    struct quantity q;
    if (!take_quantity(sc, &q))
        return false;
    *hours = !after_hours && take_word(sc, " h hr hrs hour hours ");
    bool part_of_hour = after_hours && at_end(sc) && !q.plain && q.sixtieths < 60;
    if (*hours || part_of_hour) {
        *total += q.sixtieths;
        return true;
    }
    bool bare = q.plain && at_end(sc) && (!after_hours || q.sixtieths < 3600);
    *total += q.sixtieths / 60;
    return q.sixtieths % 60 == 0 && (take_word(sc, " m min mins minute minutes ") || bare);
}

/* Take "1:30" off the start. */
static bool take_hours_and_minutes(struct scan *sc, int64_t *total)
{
    struct scan ahead = *sc;
    int rest = 0;
    scan_next(&ahead);
    if (sc->t.kind != TOKEN_NUMBER || !at_sign(&ahead, ":") || !take_sixtieth(&ahead, ":", &rest) ||
        rest > 59 || !at_end(&ahead))
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
        bool more = take_sign(&sc, ",") || take_word(&sc, " and ") || !at_end(&sc);
        if (more && (!hours || !take_length(&sc, true, &hours, &total)))
            return ST_SYNTAX;
    }
    if (!at_end(&sc))
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

/* ---- days that a pattern holds on ---- */

/* Read the date in a part of a string. */
static enum status date_in(const char *s, size_t len, date *out)
{
    char copy[40];
    if (len >= sizeof copy)
        return ST_SYNTAX;
    memcpy(copy, s, len);
    copy[len] = '\0';
    return date_parse(copy, out);
}

/* Whether one date may end and another begin here; how many bytes stand between them. */
static size_t range_sign(const char *s)
{
    static const char *const signs[] = {"/", "-", " to ", "\xe2\x80\x93"};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (!strncmp(s, signs[i], strlen(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* Read one day, or a first and a last day. */
static enum status dates_range(const char *s, size_t len, date *first, date *last)
{
    enum status st = date_in(s, len, first);
    *last = *first;
    if (st != ST_SYNTAX)
        return st;
    for (size_t at = 1; at < len; at++) {
        size_t sign = range_sign(s + at);
        if (sign == 0 || at + sign >= len)
            continue;
        enum status before = date_in(s, at, first);
        enum status after = date_in(s + at + sign, len - at - sign, last);
        if (before == ST_SYNTAX || after == ST_SYNTAX)
            continue;
        return before || after || *last < *first ? ST_RANGE : ST_OK;
    }
    return ST_SYNTAX;
}

static enum status add_dates(struct text *out, const char *s, size_t len)
{
    date first = DATE_NONE;
    date last = DATE_NONE;
    char day[16];
    enum status st = dates_range(s, len, &first, &last);
    if (st)
        return st;
    if (out->len > 0)
        text_add_char(out, ' ');
    text_add(out, date_print(first, day));
    if (last != first)
        text_addf(out, "/%s", date_print(last, day));
    return ST_OK;
}

/* Add every date and range of a string whose parts are divided by some characters. */
static enum status add_all_dates(struct text *out, const char *s, size_t len, const char *dividers)
{
    enum status st = ST_OK;
    for (size_t at = 0; !st && at < len;) {
        size_t n = 0;
        while (at + n < len && !strchr(dividers, s[at + n]))
            n++;
        if (n > 0)
            st = add_dates(out, s + at, n);
        at += n + 1;
    }
    return st;
}

enum status dates_canonical(const char *s, struct text *out)
{
    struct text found = {0};
    /* first as people write, with commas; then as the file has it, with a blank between */
    enum status st = add_all_dates(&found, s, strlen(s), ",;\n");
    if (st == ST_SYNTAX) {
        text_clear(&found);
        st = add_all_dates(&found, s, strlen(s), " \t,;\n");
    }
    if (!st && found.len == 0)
        st = text_status(&found) ? ST_NOMEM : ST_SYNTAX;
    if (!st) {
        text_add_n(out, text_str(&found), found.len);
        st = text_status(&found) ? ST_NOMEM : text_status(out);
    }
    text_free(&found);
    return st;
}
