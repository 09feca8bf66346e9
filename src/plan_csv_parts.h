/*
 * What the files of plan_csv share: a plan on its way from bytes.
 */
#ifndef PLAN_CSV_PARTS_H
#define PLAN_CSV_PARTS_H

#include "supportplan/csv_table.h"
#include "supportplan/plan_csv.h"

/** The columns of a plan file. */
enum { SECTION, ITEM, FIELD, VALUE, COLUMNS };
extern const char *const plan_csv_columns[COLUMNS];

/** What becomes of a row. */
enum fate {
    FATE_FACT,    /**< a fact that this version knows */
    FATE_UNKNOWN, /**< one that it does not */
    FATE_ODD,     /**< it can't be used */
    FATE_NOTHING, /**< it says nothing: empty cells, an empty value, the end */
};

struct row {
    enum fate fate;
    enum odd_why why;
    enum field field;
};

/** Rows by the hash of their names. */
struct seen {
    uint32_t *rows; /**< 0 where there is none */
    size_t size;    /**< a power of two */
    bool any;
};

struct reading {
    struct csv_table table;
    struct row *rows;  /**< one for each of the table's */
    size_t end;        /**< the end row; 0 where there is none */
    size_t ends;       /**< how many there are */
    size_t counted;    /**< rows between the first one and the end */
    bool cannot_count; /**< the end row does not say a number */
    int64_t said;      /**< the number it says */
    struct plan *plan;
    struct text value; /**< a value in the file's spelling */
    struct seen seen;  /**< rows that are no known facts, but mean one */
    bool ours;         /**< the table is what would be written, to the byte; false: perhaps */
};

/** Cell i of a row of the table. */
const char *reading_cell(const struct reading *r, size_t row, size_t i);
/** Judge each row by its names and its place, all but its value. ST_OK or ST_NOMEM. */
enum status reading_judge(struct reading *r);
/** A row that can't be used. */
struct row reading_odd(enum odd_why why);
/** Whether a row with the same section, item and field is remembered. */
bool reading_seen(const struct reading *r, size_t row);
/** Remember a row. */
void reading_remember(struct reading *r, size_t row);
/** Make the plan of the rows that were judged. ST_OK or ST_NOMEM. */
enum status reading_make(struct reading *r);
/** Say what was found. */
enum status reading_tell(const struct reading *r, struct plan_opening *opening);

/**
 * Read a plan that is, to the byte, what would be written of it, and of which there is nothing
 * to tell. ST_OK; ST_NOMEM; ST_UNKNOWN where it is another: read it the long way.
 */
enum status plan_csv_quick(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           struct plan **out);
/** Read a plan as plan_csv_read_chunked() does; opening NULL where nobody wants to be told. */
enum status plan_csv_take(const char *bytes, size_t len, size_t chunk, struct plan **out,
                          struct plan_opening *opening, struct fault *fault);
/** A hash of cells, each with its NUL. */
uint64_t plan_csv_hash(const char *const *cells, size_t count);
/** Whether all the names of a reference are there; "?" and words such as "unpaid" name none. */
bool plan_csv_refers_well(const struct plan *plan, enum field field, const char *item);

#endif
