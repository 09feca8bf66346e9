/*
 * Facts <-> CSV, over csv_table.
 * Given bytes, gives bytes; never opens a file.
 */
#ifndef SUPPORTPLAN_PLAN_CSV_H
#define SUPPORTPLAN_PLAN_CSV_H

#include "supportplan/plan.h"

/* Limits of SPEC section 1, judged before memory is taken. */
#define PLAN_BYTES_MAX ((size_t)16 << 20)
#define PLAN_ROWS_MAX 100000
#define PLAN_VALUE_MAX ((size_t)1 << 20)
/** The format this version writes. A file with a higher one opens to read only. */
#define PLAN_FORMAT 1

/**
 * Read a plan.
 *
 * Forgiving, as SPEC section 1 lists it; nothing is dropped: what is not known is
 * kept as unknown facts, what can't be used as odd rows.
 *
 * @out, opening  set on ST_OK (plan_free(), notices_free()), untouched otherwise
 * @fault  on failure one clear sentence (without the file's name); may be NULL
 * @return ST_OK, ST_NOMEM, ST_REFUSED (not such a table, or NUL bytes), ST_LIMIT
 */
enum status plan_csv_read(const char *bytes, size_t len, struct plan **out,
                          struct plan_opening *opening, struct fault *fault);

/** The same, feeding libcsv at most chunk bytes at once: for tests. */
enum status plan_csv_read_chunked(const char *bytes, size_t len, size_t chunk, struct plan **out,
                                  struct plan_opening *opening, struct fault *fault);

/** Whether bytes begin as a plan's file does, with its first two columns, though a spreadsheet
 * wrote it: without quotes, with a mark before it, with semicolons or tabs. Few of them are enough.
 */
bool plan_csv_begins(const char *bytes, size_t len);

/**
 * Write a plan as SPEC section 1 has it.
 *
 * What is written is what will be read: an odd row that has become usable meanwhile
 * (its line was behind the end row, or what it refers to is there now) stands at its
 * place among the facts, so that writing what is read gives the same bytes.
 *
 * @out    the bytes are added to it on ST_OK; untouched otherwise
 * @return ST_OK, ST_NOMEM, or ST_LIMIT where it would be more than is read again
 */
enum status plan_csv_write(const struct plan *plan, struct text *out);

/**
 * Whether bytes hold a plan: nothing of it is missing when they are read, and reading
 * and writing them gives the same bytes. To be asked before a file is replaced by them.
 */
bool plan_csv_holds(const char *bytes, size_t len, const struct plan *plan);

/** Add one cell of a table of results to out, quoted only where it needs it, and guarded against
 * being run as a formula. */
void csv_cell(struct text *out, const char *value);

#endif
