#include "supportplan/calendar.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "supportplan/scan.h"

/* The years that a person may mean. */
#define YEAR_MIN 1900
#define YEAR_MAX 2999

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const months[] = {
    N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
    N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
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
    int month = scan_name(sc->t.word, months, 12, 3);
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
        scan_take_word(sc, " st nd rd th ");
    return true;
}

static bool take_date_gap(struct scan *sc, struct date_fields *f)
{
    if (f->gap[f->count] != '\0')
        return false;
    f->gap[f->count] = sc->t.sign;
    return scan_take_sign(sc, "-/.,");
}

static bool date_fields(const char *s, struct date_fields *f)
{
    struct scan sc = scan_begin(s);
    bool good = true;

    *f = (struct date_fields){.month_at = -1};
    f->weekday = day_of(sc.t.word, 3);
    if (f->weekday >= 0) {
        scan_next(&sc);
        scan_take_sign(&sc, ",");
    }
    while (good && !scan_at_end(&sc))
        if (!scan_take_word(&sc, " of the "))
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

/* Some digits as a number; -1 where there is anything else. */
static int digits_of(const char *s, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        number = number * 10 + (s[i] - '0');
    }
    return number;
}

date date_at_sight(const char *s)
{
    if (strlen(s) != strlen("2026-11-21") || s[4] != '-' || s[7] != '-')
        return DATE_NONE;
    int year = digits_of(s, 4);
    return year < YEAR_MIN || year > YEAR_MAX
               ? DATE_NONE
               : date_of(year, digits_of(s + 5, 2), digits_of(s + 8, 2));
}

enum status date_parse(const char *s, date *out)
{
    struct date_fields f;
    int year;
    int month;
    int day;
    date plain = date_at_sight(s);
    if (plain != DATE_NONE) {
        *out = plain;
        return ST_OK;
    }
    if (!date_fields(s, &f) || !order_date_fields(&f, &year, &month, &day))
        return ST_SYNTAX;
    int y = f.value[year] + (f.digits[year] == 2 ? 2000 : 0);
    date d = y < YEAR_MIN || y > YEAR_MAX ? DATE_NONE : date_of(y, f.value[month], f.value[day]);
    if (d == DATE_NONE || (f.weekday >= 0 && date_weekday(d) != f.weekday))
        return ST_RANGE;
    *out = d;
    return ST_OK;
}

char *date_print(date d, char out[16])
{
    int year;
    int month;
    int day;
    date_parts(d, &year, &month, &day);
    snprintf(out, 16, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day % 100);
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

date date_last_sunday(int year, int month)
{
    date last = date_of(year, month, month_days(year, month));
    return last - (date_weekday(last) + 1) % 7;
}

/* The computus of Meeus, Jones and Butcher. */
date date_easter(int year)
{
    int golden = year % 19, century = year / 100, rest = year % 100;
    int moon_shift = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    int to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    int day = epact + to_sunday - 7 * late + 114;

    return date_of(year, day / 31, day % 31 + 1);
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
    if (!st)
        st = text_status(&found);
    if (!st && found.len == 0)
        st = ST_SYNTAX;
    if (!st)
        st = text_splice(out, out->len, 0, found.data, found.len);
    text_free(&found);
    return st;
}

const char *dates_next(const char *s, date *first, date *last)
{
    s += strspn(s, " ");
    size_t len = strcspn(s, " ");
    if (len == 0 || dates_range(s, len, first, last) != ST_OK)
        return NULL;
    return s + len;
}
