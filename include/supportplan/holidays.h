/*
 * Bank holidays of a nation: by rule, with the one-off days of a dated table.
 * Reads no files: see holidays_file.
 */
#ifndef SUPPORTPLAN_HOLIDAYS_H
#define SUPPORTPLAN_HOLIDAYS_H

#include <stdbool.h>

#include "supportplan/calendar.h"

/** A day that the rules do not know: one more, or one that is moved away. */
struct one_off {
    date day;
    unsigned places; /**< a set of the places of room rates */
    bool is_holiday; /**< false: no bank holiday this once */
    char *name;      /**< "Coronation of King Charles III" */
    size_t line;     /**< of the file */
};

/** The one-off days, in the order of the file. {0} is none. */
struct holidays {
    struct one_off *list;
    size_t count;
    size_t cap;
};

/** Free the one-off days. Accepts {0}. */
void holidays_free(struct holidays *holidays);
/**
 * Add a one-off day (its name is copied).
 *
 * @return ST_OK, ST_NOMEM, or ST_EXISTS where the same day of one of the same places is there
 */
enum status holidays_add(struct holidays *holidays, const struct one_off *day);

/** What a day is. */
struct holiday {
    const char *name; /**< not translated; NULL where the day is no bank holiday */
    bool substitute;  /**< the day in place of one that falls on a weekend */
};

/**
 * Say of each day from one on whether it is a bank holiday.
 *
 * A day that falls on a weekend is not one; the next weekday that is none is, in its place.
 *
 * @table  one-off days, or NULL: then by the rules alone
 * @nation as a plan has it: "scotland"; England where it is empty or not known
 * @from   from the year 1583 on
 * @marks  count of them; names are borrowed from the table, or for ever
 */
void holidays_mark(const struct holidays *table, const char *nation, date from, size_t count,
                   struct holiday *marks);

#endif
