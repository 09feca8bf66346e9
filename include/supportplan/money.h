/*
 * Whole pence, exact fractions of pence, and their one rounding.
 * No floating point, no locale: parsed and printed here and nowhere else.
 */
#ifndef SUPPORTPLAN_MONEY_H
#define SUPPORTPLAN_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "supportplan/status.h"

/** Whole pence. Never pounds, never a double. */
typedef int64_t pence;

/** The largest amount that a plan may hold: 9,999,999,999.99 pounds. */
#define MONEY_MAX ((pence)999999999999)

/**
 * The largest figure that a sum may give: 80 times MONEY_MAX, so that a year of the largest
 * amount a week is told as it is. What is larger is given as this, so that the sum of a
 * plan's 100,000 lines always fits.
 */
#define PENCE_MAX ((pence)80000000000000)

/** A whole number wide enough for any product of a plan's limits. */
__extension__ typedef __int128 wide;

/** An exact number of pence: num / den; den is above 0. {0, 1} is nought. */
struct fraction {
    wide num;
    wide den;
};

/** The fraction num / den, in lowest terms. den is not 0. */
struct fraction fraction_of(wide num, wide den);
/** a + b, exact. */
struct fraction fraction_add(struct fraction a, struct fraction b);
/** f x num / den, exact. den is not 0. */
struct fraction fraction_times(struct fraction f, int64_t num, int64_t den);
/** To whole pence, half up (half a penny below nought goes up too: -0.5 is 0). Within PENCE_MAX. */
pence fraction_round(struct fraction f);
/** fraction_round() of f x num / den, exact; num and den are above 0. */
pence fraction_round_times(struct fraction f, int64_t num, int64_t den);
/** To whole pence, down. For "what a yearly cap allows a week" (research V40): never promise more.
 * Within PENCE_MAX. */
pence fraction_floor(struct fraction f);

/**
 * Read an amount of money, as a person or another program writes it.
 *
 * Reads 1234.5, 1,234.50, with a pound sign or "pounds" or "p" (50p); blanks round
 * it are not heeded. Never negative, never more than two decimals. What can be read
 * in two ways ("12.50p", a pound sign and "50p") is refused.
 *
 * @out    set on ST_OK, untouched otherwise
 * @return ST_OK; ST_SYNTAX where it is no amount; ST_RANGE above MONEY_MAX
 */
enum status money_parse(const char *s, pence *out);

/** Room for any printed amount. */
#define MONEY_ROOM 32
/** Print as the file has it: 1234.50, with a minus sign below nought. Returns out. */
char *money_print(pence p, char out[MONEY_ROOM]);
/** Print as a person reads it: 1,234.50. Returns out. */
char *money_show(pence p, char out[MONEY_ROOM]);

/**
 * Read a whole number of 1 or more; commas at the thousands and blanks round it are not heeded.
 *
 * @max    the largest that is accepted
 * @return ST_OK; ST_SYNTAX; ST_RANGE where it is 0 or above max
 */
enum status number_parse(const char *s, int64_t max, int64_t *out);
/** The number that a word of len bytes says, in any case: "twelve" is 12. 0 for any other word.
 * From one to twelve, and those that lengths of time are told in: fifteen, twenty, thirty to sixty,
 * and ninety. */
int number_word(const char *word, size_t len);

#endif
