/*
 * The dated table of one-off bank holidays, a CSV -> holidays. Given bytes, never files.
 */
#ifndef SUPPORTPLAN_HOLIDAYS_FILE_H
#define SUPPORTPLAN_HOLIDAYS_FILE_H

#include "supportplan/holidays.h"
#include "supportplan/notices.h"

/**
 * Read one-off days: the columns date, nation, bank_holiday, name, source.
 *
 * A row that can't be used is told, with its line, and left out; the others are used.
 *
 * @notices  sentences are added to it: one for each row that is left out
 * @out      on ST_OK the days (holidays_free()), untouched otherwise
 * @fault    on failure one sentence; may be NULL
 * @return   ST_OK, ST_NOMEM, ST_REFUSED (not such a table) or ST_LIMIT
 */
enum status holidays_read(const char *bytes, size_t len, struct holidays *out,
                          struct notices *notices, struct fault *fault);

#endif
