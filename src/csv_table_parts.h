/*
 * What the files of csv_table share: how a cell is spelt that csv_quoted() wrote.
 */
#ifndef CSV_TABLE_PARTS_H
#define CSV_TABLE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

/** The most that libcsv is fed between two looks at what it took. */
#define CSV_PIECE ((size_t)1 << 16)
/** Steps in which libcsv takes memory for a value. */
#define CSV_STEP ((size_t)1 << 12)

/**
 * Whether the bytes from s to end begin with a cell as csv_quoted() writes it, and with what
 * parts it from the next.
 *
 * @cell   len bytes and a NUL; no NUL before
 * @return what comes behind, or NULL
 */
const char *csv_as_written(const char *s, const char *end, const char *cell, size_t len,
                           char parted_by);

/** Whether csv_is_formula() is to be asked: most values begin with a letter or a digit. */
static inline bool csv_may_be_formula(const char *value)
{
    return (unsigned char)*value <= '@' && (*value < '0' || *value > '9');
}

#endif
