/*
 * Sets of days of the week.
 */
#ifndef SUPPORTPLAN_DAYS_H
#define SUPPORTPLAN_DAYS_H

#include <stddef.h>
#include <stdint.h>

#include "supportplan/text.h"

/** A set of weekdays: bit 0 is Monday, bit 6 Sunday. */
typedef uint8_t weekdays;

#define WEEKDAYS_ALL ((weekdays)0x7f)

/**
 * Read a set of days: Mon Tue, mon-fri, Monday to Friday, weekdays, weekends, every day, "Mon, Wed
 * and Fri", M T W not. At least one day. ST_OK or ST_SYNTAX; out untouched on failure.
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
/** The weekday, 0 to 6, that a word in small letters is or begins, with so many letters or more;
 * -1: none. */
int day_of(const char *word, size_t shortest);

#endif
