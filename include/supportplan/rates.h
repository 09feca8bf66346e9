/*
 * Legal and usual rates by tax year and nation, each with its source.
 * Never guesses: a year that is not in the copy is not there. No floating point.
 */
#ifndef SUPPORTPLAN_RATES_H
#define SUPPORTPLAN_RATES_H

#include "supportplan/calendar.h"
#include "supportplan/money.h"

/** A tax year by the year in which it begins: 2024 is 2024/25, from 6 April 2024. */
typedef int tax_year;
/** "undated": it is not known for which year a rate holds. */
#define TAX_YEAR_NONE 0
/** "any", or "onward": there is no last year. */
#define TAX_YEAR_MAX 9999

/** A set of places; a nation of a plan is one of the first four. */
enum region {
    PLACE_ENGLAND = 1,
    PLACE_WALES = 2,
    PLACE_SCOTLAND = 4,
    PLACE_NORTHERN_IRELAND = 8,
    PLACE_LONDON = 16, /**< set beside PLACE_ENGLAND too: what holds in England holds in London */
};

/** What a rate counts. */
enum rate_kind {
    RATE_POUNDS, /**< "GBP/hour" and the like */
    RATE_PERCENT,
    RATE_NUMBER, /**< weeks, days, payments, a factor */
    RATE_YESNO,  /**< 0 or 1 */
};

/** One rate. The strings belong to the list that it is in. */
struct legal_rate {
    char *key;       /**< "nlw_21_plus" */
    char *years;     /**< as the file has it: "2024/25", "any", "from 2024-12-02" */
    tax_year first;  /**< the first year it is for, or TAX_YEAR_NONE */
    tax_year last;   /**< the last year, or TAX_YEAR_MAX */
    date from;       /**< the day it began, where that is not 6 April; else DATE_NONE */
    unsigned places; /**< a set of enum region */
    int64_t value;   /**< the digits of the figure, without its point: 1142 for 11.42 */
    int decimals;    /**< how many of the digits stand behind the point, 0 to 12 */
    char *unit;      /**< as the file has it: "GBP/hour" */
    enum rate_kind kind;
    bool verified; /**< somebody read the source itself */
    char *source;  /**< an address */
    size_t line;   /**< of the file */
};

/** The rates of a copy, in the order of their keys, and in that of the file. {0} is an empty list.
 */
struct rates {
    struct legal_rate *list;
    size_t count;
    size_t cap;
};

/** Free the rates. Accepts {0}. */
void rates_free(struct rates *rates);

/**
 * Add a rate (its strings are copied).
 *
 * @return ST_OK, ST_NOMEM, or ST_EXISTS where there is one of the same key, years and places
 */
enum status rates_add(struct rates *rates, const struct legal_rate *rate);

/**
 * Find the rate that holds.
 *
 * Of those for the year, one that names the year goes before one for any year; then
 * the one for the fewest places (England, then England and Wales, GB, UK).
 *
 * @year   TAX_YEAR_NONE finds undated rates only; a year never finds those
 * @place  one of enum place
 * @return NULL where it is not in this copy
 */
const struct legal_rate *rates_find(const struct rates *rates, const char *key, tax_year year,
                                    enum region place);

/** Add the sentence for a rate that rates_find() did not find: says which years there are. */
void rates_say_missing(const struct rates *rates, const char *key, tax_year year, enum region place,
                       struct text *out);

/** The tax year that a day is in. TAX_YEAR_NONE for DATE_NONE. */
tax_year tax_year_of(date day);
/** Print a tax year: "2024/25". Returns out. */
char *tax_year_print(tax_year year, char out[16]);

/** A rate as an exact number of its unit; of pence where it is in pounds. */
struct fraction rate_fraction(const struct legal_rate *rate);
/** A rate in pounds as whole pence. ST_OK; ST_RANGE where it is none. out untouched then. */
enum status rate_pence(const struct legal_rate *rate, pence *out);
/** A percentage as whole hundredths of one per cent. ST_OK; ST_RANGE where it is none. */
enum status rate_basis_points(const struct legal_rate *rate, int64_t *out);

/* How a rates file spells things. Each returns ST_OK or ST_SYNTAX, and sets rate on ST_OK only. */

/** Read the years: "2024/25", "2024/25 onward", "2023/24 (from 2023-08-21)", "from 2024-12-02",
 * "any", "undated". */
enum status rate_read_years(struct legal_rate *rate, const char *s);
/** Read the places: "UK", "GB", "England and Wales", "England", "Wales", "Scotland", "NI",
 * "London". */
enum status rate_read_places(struct legal_rate *rate, const char *s);
/** Read a figure: digits, with or without a point; 18 digits and 12 decimals at most. */
enum status rate_read_value(struct legal_rate *rate, const char *s);
/** The place of a plan's nation ("england" and so on); PLACE_ENGLAND where it is empty or not
 * known. */
enum region place_of_nation(const char *nation);

#endif
