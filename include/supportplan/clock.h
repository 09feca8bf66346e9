/*
 * Clock times and lengths of time, in whole minutes.
 * Has no clock of its own.
 */
#ifndef SUPPORTPLAN_CLOCK_H
#define SUPPORTPLAN_CLOCK_H

#include <stdint.h>

#include "supportplan/text.h"

/** Whole minutes: a length, or a clock time counted from midnight (0 to 1440). */
typedef int32_t minutes;

#define MINUTES_DAY 1440
#define MINUTES_WEEK 10080
#define MINUTES_MAX 99999 /**< the longest length that a plan may hold */

/**
 * Read a clock time: 8, 08:00, 8:00, 08:00:00, 8.30am, 8.30, 0830, 9pm, noon, midnight, 24:00.
 * ST_OK, ST_SYNTAX, or ST_RANGE; out (minutes from midnight, 0 to 1440) untouched on failure.
 */
enum status clock_parse(const char *s, minutes *out);
/** Print as the file has it: 08:00; 1440 is 24:00. Returns out. */
char *clock_print(minutes m, char out[8]);

/**
 * Read a length: 90, "90 minutes", "1 h 30 m", "1h30", "1.5 hours", "1 1/2 hours", "half an hour",
 * "30m". Whole minutes. A bare number is minutes, and may be 0; 1:30 is 90. What can be read in two
 * ways ("1.30 hours") is refused. ST_OK, ST_SYNTAX or ST_RANGE (over MINUTES_MAX); out untouched on
 * failure.
 */
enum status minutes_parse(const char *s, minutes *out);
/** Add a length in words: "1 h 30 m", "2 h", "45 m", "0 m". */
void minutes_words(struct text *out, int64_t m);

#endif
