/*
 * Bytes -> a table of cells, through libcsv: the only room that sees it.
 * Knows how spreadsheets spell a table; knows nothing of plans but their limits.
 */
#ifndef SUPPORTPLAN_CSV_TABLE_H
#define SUPPORTPLAN_CSV_TABLE_H

#include "supportplan/notices.h"

/** What a table must be like; each limit is judged before memory is taken. */
struct csv_wanted {
    const char *const *columns; /**< what its first row says; case and blanks are forgiven */
    size_t column_count;
    size_t bytes_max;
    size_t rows_max;  /**< the first row counts too */
    size_t value_max; /**< bytes of a cell, as it is read */
    size_t chunk;     /**< most bytes that libcsv is fed at once; 0 where it does not matter */
};

/** A row of a table. */
struct csv_row {
    size_t line;  /**< line of the file on which it begins, from 1 */
    size_t first; /**< its first cell */
    size_t count; /**< how many cells it has */
};

/** A table of cells. Each is UTF-8 without NUL; its lines end in LF; the guard is off. */
struct csv_table {
    const char **cells;
    size_t cell_count;
    struct csv_row *rows; /**< the first one holds the names of the columns */
    size_t row_count;
    bool as_written; /**< it is spelt, to the byte, as csv_quoted() spells cells and LF ends rows */
    bool utf16;      /**< it was UTF-16 */
    size_t windows;  /**< how many cells were not UTF-8 and were read as Windows-1252 */
    size_t quotes_line; /**< line on which the quoting goes wrong; 0 where it is right */
    bool cut;           /**< it goes wrong because the last value has no end */
    char *pool;         /**< what the cells point into; its own */
    char **extras;      /**< cells that did not fit there; its own */
    size_t extra_count;
};

/**
 * Read a table.
 *
 * Forgives a byte-order mark, CRLF and CR, semicolon or tab as separator, UTF-16,
 * Windows-1252, and cells without quotes. Read strictly first; where the quoting is
 * at fault, again from the start as well as can be. Empty lines are no rows.
 *
 * @out    on ST_OK the table (csv_table_free()), untouched otherwise
 * @fault  on failure a clear sentence that speaks of a plan; may be NULL
 * @return ST_OK, ST_NOMEM, ST_REFUSED (not such a table, or NUL bytes), ST_LIMIT
 */
enum status csv_table_read(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           struct csv_table *out, struct fault *fault);
/**
 * Take a row of a table.
 *
 * @cells  as many as the table has columns, as csv_table_cell() gives them; until the call ends
 * @same   so many of them, from the first one on, are the same as in the row before; more may be
 * @return false where it is not wanted, and no row after it
 */
typedef bool csv_row_fn(const char *const *cells, size_t same, void *data);

/**
 * Give the rows of a table one by one behind the first one: quickly, and with no memory but for
 * one row. Only for a table that is spelt, to the byte, as csv_quoted() spells cells and LF ends
 * rows, with cells of fewer than 64 bytes before the last one.
 *
 * @wanted  its limits are heeded, but for rows_max
 * @return  ST_OK where that is so, and every row was taken; ST_NOMEM; ST_UNKNOWN where it is
 *          not: then what was taken says nothing, and csv_table_read() is to be asked
 */
enum status csv_table_each(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           csv_row_fn *take, void *data);
/** Free a table. Accepts {0}. */
void csv_table_free(struct csv_table *table);
/** Cell i of a row, from 0; i is below row->count. */
static inline const char *csv_table_cell(const struct csv_table *table, const struct csv_row *row,
                                         size_t i)
{
    return table->cells[row->first + i];
}

/** How a small table is taken in, row by row. */
struct csv_intake {
    const struct csv_wanted *wanted;
    const char *refusal; /**< translated: what is said of a file that is no such table */
    /** Take a row in, or tell notices why it is left out. cells are as many as there are columns,
     * and go with the call. ST_OK, or what ends it all. */
    enum status (*take)(const char *const *cells, const struct csv_row *row, void *data);
    void *data;
    struct notices *notices; /**< a row with a cell too few or too many is told here */
};

/**
 * Read a small table, and take in each row behind the first one.
 *
 * @fault  on failure what went wrong, with the line where it is one; may be NULL
 * @return ST_OK; that of csv_table_read(); that of take, after which no row is taken
 */
enum status csv_table_take(const char *bytes, size_t len, const struct csv_intake *intake,
                           struct fault *fault);
/** Tell that a row is left out: "Line 7 is not used: it has no name." why is a translated end of a
 * sentence. ST_OK or ST_NOMEM. */
enum status csv_table_tell(const struct csv_row *row, const char *why, struct notices *notices);
/** The same for one cell, which is quoted: "Line 7 is not used: the date can't be read: `x`." */
enum status csv_table_tell_cell(const struct csv_row *row, const char *why, const char *cell,
                                struct notices *notices);

/** Whether a spreadsheet could take a value for a formula, apostrophes before it apart. */
bool csv_is_formula(const char *value);
/** Add a value in quotes, with the guard where it needs one. */
void csv_quoted(struct text *out, const char *value);

#endif
