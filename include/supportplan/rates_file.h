/*
 * The dated rates CSV -> rates. Given bytes, never files.
 */
#ifndef SUPPORTPLAN_RATES_FILE_H
#define SUPPORTPLAN_RATES_FILE_H

#include "supportplan/notices.h"
#include "supportplan/rates.h"

/**
 * Read rates: the columns key, tax_year, nation, value, unit, verified, source.
 *
 * A row that can't be used is told, with its line, and left out; the others are used.
 *
 * @notices  sentences are added to it: one for each row that is left out
 * @out      on ST_OK the rates (rates_free()), untouched otherwise
 * @fault    on failure one sentence; may be NULL
 * @return   ST_OK, ST_NOMEM, ST_REFUSED (not such a table) or ST_LIMIT
 */
enum status rates_read(const char *bytes, size_t len, struct rates *out, struct notices *notices,
                       struct fault *fault);

#endif
