/*
 * Days, weekdays, clock times and lengths of time.
 * Has no clock of its own: today's date is handed in by who calls.
 */
#ifndef SUPPORTPLAN_CALENDAR_H
#define SUPPORTPLAN_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "supportplan/text.h"

/** Days since 1 January 1970 (negative before), in the Gregorian calendar. */
typedef int32_t date;
/** Whole minutes: a length, or a clock time counted from midnight (0 to 1440). */
typedef int32_t minutes;
/** A set of weekdays: bit 0 is Monday, bit 6 Sunday. */
typedef uint8_t weekdays;

#define DATE_NONE INT32_MIN
#define MINUTES_DAY 1440
#define MINUTES_WEEK 10080
#define MINUTES_MAX 99999 /**< the longest length that a plan may hold */
#define WEEKDAYS_ALL ((weekdays)0x7f)

/** A date from its parts; DATE_NONE where there is no such day in the years 1 to 9999. month and day from 1. */
date date_of(int year, int month, int day);
/** The parts of a date. Each pointer may be NULL. */
void date_parts(date d, int *year, int *month, int *day);
/** 0 for Monday to 6 for Sunday. */
int date_weekday(date d);
/**
 * Read a date: 2026-11-21, 21/11/2026, 21.11.2026, 21-11-2026, 21 November 2026, 21 Nov 2026.
 * Day first, except before a month's name. Years 1900 to 2999; 21/11/26 is in 2026. A weekday before it must be the right one.
 * ST_OK, ST_SYNTAX, or ST_RANGE (no such day); out untouched on failure.
 */
enum status date_parse(const char *s, date *out);
/** Print as the file has it: 2026-11-21. Returns out. */
char *date_print(date d, char out[16]);
/** Add it in words: "21 November 2026"; with_day: "Saturday 21 November 2026". */
void date_words(struct text *out, date d, bool with_day);
/** Days of the plan year that begins on start: to the day before that date comes again; 365 for DATE_NONE. From a 29 February, to the 28th. */
int date_year_days(date start);
/** The day a number of months later, the last of that month where there is no such day. DATE_NONE for DATE_NONE. */
date date_add_months(date d, int months);

/**
 * Read a clock time: 8, 08:00, 8:00, 08:00:00, 8.30am, 8.30, 0830, 9pm, noon, midnight, 24:00.
 * ST_OK, ST_SYNTAX, or ST_RANGE; out (minutes from midnight, 0 to 1440) untouched on failure.
 */
enum status clock_parse(const char *s, minutes *out);
/** Print as the file has it: 08:00; 1440 is 24:00. Returns out. */
char *clock_print(minutes m, char out[8]);

/**
 * Read a set of days: Mon Tue, mon-fri, Monday to Friday, weekdays, weekends, every day, "Mon, Wed and Fri", M T W not.
 * At least one day. ST_OK or ST_SYNTAX; out untouched on failure.
 */
enum status days_parse(const char *s, weekdays *out);
/** Print as the file has it: Mon Tue Wed. Returns out. */
char *days_print(weekdays d, char out[32]);
/** Add them in words: "Monday", "Monday to Friday", "Monday, Wednesday and Friday", "every day". */
void days_words(struct text *out, weekdays d);
/** The name of weekday 0 to 6 in full, translated. Borrowed for ever. */
const char *day_name(int weekday);
/** The name of weekday 0 to 6 in three letters, translated. Borrowed for ever. */
const char *day_short(int weekday);
/** How many days are in the set. */
int days_count(weekdays d);

/**
 * Read a length: 90, "90 minutes", "1 h 30 m", "1h30", "1.5 hours", "1 1/2 hours", "half an hour", "30m". Whole minutes.
 * A bare number is minutes, and may be 0; 1:30 is 90. What can be read in two ways ("1.30 hours") is refused.
 * ST_OK, ST_SYNTAX or ST_RANGE (over MINUTES_MAX); out untouched on failure.
 */
enum status minutes_parse(const char *s, minutes *out);
/** Add a length in words: "1 h 30 m", "2 h", "45 m", "0 m". */
void minutes_words(struct text *out, int64_t m);

/**
 * Read days that a pattern holds on: "2026-12-21/2027-01-03 2027-02-15", both ends included.
 * Commas between them, and other spellings of dates, are read too.
 * Adds the canonical spelling to out. ST_OK, ST_SYNTAX, ST_RANGE (an end before its start) or ST_NOMEM.
 */
enum status dates_canonical(const char *s, struct text *out);

#endif
