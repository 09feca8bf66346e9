/*
 * Dates. With it come the rooms of its parts: days of the week, and clock times and lengths.
 * Has no clock of its own: today's date is handed in by who calls.
 */
#ifndef SUPPORTPLAN_CALENDAR_H
#define SUPPORTPLAN_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "supportplan/clock.h"
#include "supportplan/days.h"
#include "supportplan/text.h"

/** Days since 1 January 1970 (negative before), in the Gregorian calendar. */
typedef int32_t date;

#define DATE_NONE INT32_MIN

/** A date from its parts; DATE_NONE where there is no such day in the years 1 to 9999. month and
 * day from 1. */
date date_of(int year, int month, int day);
/** The parts of a date. Each pointer may be NULL. */
void date_parts(date d, int *year, int *month, int *day);
/** 0 for Monday to 6 for Sunday. */
int date_weekday(date d);
/**
 * Read a date: 2026-11-21, 21/11/2026, 21.11.2026, 21-11-2026, 21 November 2026, 21 Nov 2026.
 * Day first, or after a month's name. Years 1900 to 2999; 21/11/26 is in 2026. A weekday before it
 * must be the right one. ST_OK, ST_SYNTAX, or ST_RANGE (no such day); out untouched on failure.
 */
enum status date_parse(const char *s, date *out);
/** A date that is spelt as date_print() has it, in those years; else DATE_NONE. Much quicker. */
date date_at_sight(const char *s);
/** Print as the file has it: 2026-11-21. Returns out. */
char *date_print(date d, char out[16]);
/** Add it in words: "21 November 2026"; with_day: "Saturday 21 November 2026". */
void date_words(struct text *out, date d, bool with_day);
/** Days of the plan year that begins on start: to the day before that date comes again; 365 for
 * DATE_NONE. From a 29 February, to the 28th. */
int date_year_days(date start);
/** The day a number of months later, the last of that month where there is no such day. DATE_NONE
 * for DATE_NONE. */
date date_add_months(date d, int months);

/** The last Sunday of a month, from 1: clocks go forward on March's, back on October's. year from 1
 * to 9998. */
date date_last_sunday(int year, int month);
/** Easter Sunday of a year from 1583 to 9998, by the Gregorian computus. */
date date_easter(int year);

/**
 * Read days that a pattern holds on: "2026-12-21/2027-01-03 2027-02-15", both ends included.
 * Commas between them, and other spellings of dates, are read too.
 * Adds the canonical spelling to out. ST_OK, ST_SYNTAX, ST_RANGE (an end before its start) or
 * ST_NOMEM.
 */
enum status dates_canonical(const char *s, struct text *out);
/** The next day or stretch of days of a canonical spelling, with both its ends. @return what
 * follows it, or NULL where there is none */
const char *dates_next(const char *s, date *first, date *last);

#endif
