#include "supportplan/rates.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MAX 18 /* as many as an int64_t always holds */
#define DECIMALS_MAX 12
#define ENGLAND (PLACE_ENGLAND | PLACE_LONDON)
#define GREAT_BRITAIN (ENGLAND | PLACE_WALES | PLACE_SCOTLAND)

/* The spellings of places, of the file and of a plan. */
static const struct {
    const char *name;
    unsigned places;
} places[] = {
    {"UK", GREAT_BRITAIN | PLACE_NORTHERN_IRELAND},
    {"GB", GREAT_BRITAIN},
    {"England and Wales", ENGLAND | PLACE_WALES},
    {"England", ENGLAND},
    {"Wales", PLACE_WALES},
    {"Scotland", PLACE_SCOTLAND},
    {"NI", PLACE_NORTHERN_IRELAND},
    {"London", PLACE_LONDON},
};

static void free_rate(struct legal_rate *rate)
{
    free(rate->key);
    free(rate->years);
    free(rate->unit);
    free(rate->source);
}

void rates_free(struct rates *rates)
{
    for (size_t i = 0; i < rates->count; i++)
        free_rate(&rates->list[i]);
    free(rates->list);
    *rates = (struct rates){NULL, 0, 0};
}

/* A copy that owns its strings. ST_NOMEM leaves nothing behind. */
static enum status copy_rate(const struct legal_rate *rate, struct legal_rate *copy)
{
    *copy = *rate;
    copy->key = text_copy(rate->key);
    copy->years = text_copy(rate->years);
    copy->unit = text_copy(rate->unit);
    copy->source = text_copy(rate->source);
    if (copy->key && copy->years && copy->unit && copy->source)
        return ST_OK;
    free_rate(copy);
    return ST_NOMEM;
}

static enum status make_room(struct rates *rates)
{
    if (rates->count < rates->cap)
        return ST_OK;
    size_t cap = rates->cap ? rates->cap * 2 : 64;
    struct legal_rate *list = realloc(rates->list, cap * sizeof *list);
    if (!list)
        return ST_NOMEM;
    rates->list = list;
    rates->cap = cap;
    return ST_OK;
}

static bool same_rate(const struct legal_rate *a, const struct legal_rate *b)
{
    return !strcmp(a->key, b->key) && a->first == b->first && a->last == b->last &&
           a->from == b->from && a->places == b->places;
}

static bool is_of(const struct rates *rates, size_t i, const char *key)
{
    return i < rates->count && strcmp(rates->list[i].key, key) == 0;
}

/* Where the rates of a key begin, or would: the list is in the order of its keys. */
static size_t first_of(const struct rates *rates, const char *key)
{
    size_t low = 0, high = rates->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(rates->list[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum status rates_add(struct rates *rates, const struct legal_rate *rate)
{
    assert(rates && rate && rate->key && rate->years && rate->unit && rate->source);
    struct legal_rate copy;
    size_t at = first_of(rates, rate->key);
    for (; is_of(rates, at, rate->key); at++)
        if (same_rate(&rates->list[at], rate))
            return ST_EXISTS;
    enum status st = make_room(rates);
    if (!st)
        st = copy_rate(rate, &copy);
    if (st)
        return st;
    struct legal_rate *here = &rates->list[at];
    memmove(here + 1, here, (rates->count - at) * sizeof *here);
    *here = copy;
    rates->count++;
    return ST_OK;
}

static int count_places(unsigned set)
{
    int count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

static bool holds_in(const struct legal_rate *rate, tax_year year)
{
    if (year == TAX_YEAR_NONE || rate->first == TAX_YEAR_NONE)
        return year == rate->first;
    return rate->first <= year && year <= rate->last;
}

/* Whether a fits better than b: it names its year; it began later; it is for fewer places. */
static bool fits_better(const struct legal_rate *a, const struct legal_rate *b)
{
    bool a_named = a->first == a->last, b_named = b->first == b->last;
    if (a_named != b_named)
        return a_named;
    if (a->first != b->first)
        return a->first > b->first;
    return count_places(a->places) < count_places(b->places);
}

const struct legal_rate *rates_find(const struct rates *rates, const char *key, tax_year year,
                                    enum region place)
{
    assert(rates && key);
    const struct legal_rate *best = NULL;
    for (size_t i = first_of(rates, key); is_of(rates, i, key); i++) {
        const struct legal_rate *rate = &rates->list[i];
        if (!holds_in(rate, year) || !(rate->places & (unsigned)place))
            continue;
        if (!best || fits_better(rate, best))
            best = rate;
    }
    return best;
}

/* The last year that a key has in this copy for a place; TAX_YEAR_NONE where it has none. */
static tax_year newest_year(const struct rates *rates, const char *key, enum region place)
{
    tax_year newest = TAX_YEAR_NONE;
    for (size_t i = first_of(rates, key); is_of(rates, i, key); i++) {
        const struct legal_rate *rate = &rates->list[i];
        if ((rate->places & (unsigned)place) && rate->last > newest)
            newest = rate->last;
    }
    return newest;
}

void rates_say_missing(const struct rates *rates, const char *key, tax_year year, enum region place,
                       struct text *out)
{
    assert(rates && key && out);
    char asked[16], there[16];
    tax_year newest = newest_year(rates, key, place);
    if (year == TAX_YEAR_NONE || newest == TAX_YEAR_NONE)
        text_add(out, _("That rate is not in this copy."));
    else if (newest < year)
        text_addf(out, _("The rate for %s is not in this copy. The newest is for %s."),
                  tax_year_print(year, asked), tax_year_print(newest, there));
    else
        text_addf(out, _("The rate for %s is not in this copy."), tax_year_print(year, asked));
}

tax_year tax_year_of(date day)
{
    int year, month, number;
    if (day == DATE_NONE)
        return TAX_YEAR_NONE;
    date_parts(day, &year, &month, &number);
    return month > 4 || (month == 4 && number >= 6) ? year : year - 1;
}

char *tax_year_print(tax_year year, char out[16])
{
    snprintf(out, 16, "%d/%02d", year % 10000, (year + 1) % 100);
    return out;
}

static int64_t power_of_ten(int n)
{
    int64_t power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

struct fraction rate_fraction(const struct legal_rate *rate)
{
    assert(rate->decimals >= 0 && rate->decimals <= DECIMALS_MAX);
    wide num = rate->kind == RATE_POUNDS ? (wide)rate->value * 100 : rate->value;
    return fraction_of(num, power_of_ten(rate->decimals));
}

/* The value in hundredths, where that is a whole number. */
static enum status hundredths(const struct legal_rate *rate, int64_t *out)
{
    wide num = (wide)rate->value * 100;
    int64_t den = power_of_ten(rate->decimals);
    if (num % den || num / den > MONEY_MAX)
        return ST_RANGE;
    *out = (int64_t)(num / den);
    return ST_OK;
}

enum status rate_pence(const struct legal_rate *rate, pence *out)
{
    return rate->kind == RATE_POUNDS ? hundredths(rate, out) : ST_RANGE;
}

enum status rate_basis_points(const struct legal_rate *rate, int64_t *out)
{
    return rate->kind == RATE_PERCENT ? hundredths(rate, out) : ST_RANGE;
}

/* Read "2024/25", whose years follow each other; *s moves behind it. */
static bool read_year(const char **s, tax_year *year)
{
    const char *at = *s;
    for (int i = 0; i < 7; i++)
        if (i == 4 ? at[i] != '/' : !isdigit((unsigned char)at[i]))
            return false;
    int first = (at[0] - '0') * 1000 + (at[1] - '0') * 100 + (at[2] - '0') * 10 + at[3] - '0';
    int second = (at[5] - '0') * 10 + at[6] - '0';
    if (first < 1900 || (first + 1) % 100 != second)
        return false;
    *year = first;
    *s = at + 7;
    return true;
}

/* Read a day in the spelling of the file; nothing but closing follows it. */
static bool read_day(const char *s, const char *closing, date *day)
{
    char copy[16];
    size_t len = strlen(s), behind = strlen(closing);
    if (len != strlen("2024-12-02") + behind || strcmp(s + len - behind, closing) != 0)
        return false;
    snprintf(copy, sizeof copy, "%.10s", s);
    return date_parse(copy, day) == ST_OK;
}

/* What follows the year: nothing, "onward", or the day it began. */
static bool read_behind_year(const char *s, struct legal_rate *rate)
{
    static const char began[] = " (from ";
    if (!strcmp(s, " onward"))
        rate->last = TAX_YEAR_MAX;
    else if (!strncmp(s, began, strlen(began)))
        return read_day(s + strlen(began), ")", &rate->from);
    else
        return !*s;
    return true;
}

enum status rate_read_years(struct legal_rate *rate, const char *s)
{
    assert(rate && s);
    struct legal_rate read = *rate;
    const char *at = s;
    bool ok = true;
    read.first = read.last = TAX_YEAR_NONE;
    read.from = DATE_NONE;
    if (!strcmp(s, "any")) {
        read.first = 1;
        read.last = TAX_YEAR_MAX;
    } else if (!strncmp(s, "from ", strlen("from "))) {
        ok = read_day(s + strlen("from "), "", &read.from);
        read.first = ok ? tax_year_of(read.from) : TAX_YEAR_NONE;
        read.last = TAX_YEAR_MAX;
    } else if (read_year(&at, &read.first)) {
        read.last = read.first;
        ok = read_behind_year(at, &read);
    } else {
        ok = !strncmp(s, "undated", strlen("undated"));
    }
    if (ok)
        *rate = read;
    return ok ? ST_OK : ST_SYNTAX;
}

enum status rate_read_places(struct legal_rate *rate, const char *s)
{
    assert(rate && s);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strcmp(places[i].name, s)) {
            rate->places = places[i].places;
            return ST_OK;
        }
    return ST_SYNTAX;
}

enum status rate_read_value(struct legal_rate *rate, const char *s)
{
    assert(rate && s);
    int64_t value = 0;
    int digits = 0, decimals = 0;
    bool point = false;
    for (; *s; s++) {
        if (*s == '.' && !point && digits > 0 && isdigit((unsigned char)s[1])) {
            point = true;
            continue;
        }
        if (!isdigit((unsigned char)*s) || ++digits > DIGITS_MAX)
            return ST_SYNTAX;
        value = value * 10 + (*s - '0');
        decimals += point;
    }
    if (digits == 0 || decimals > DECIMALS_MAX)
        return ST_SYNTAX;
    rate->value = value;
    rate->decimals = decimals;
    return ST_OK;
}

enum region place_of_nation(const char *nation)
{
    static const struct {
        const char *name;
        enum region place;
    } nations[] = {
        {"wales", PLACE_WALES},
        {"scotland", PLACE_SCOTLAND},
        {"northern-ireland", PLACE_NORTHERN_IRELAND},
    };
    for (size_t i = 0; nation && i < sizeof nations / sizeof *nations; i++)
        if (!strcmp(nations[i].name, nation))
            return nations[i].place;
    return PLACE_ENGLAND;
}
