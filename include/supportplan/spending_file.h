/*
 * The spending guide, a CSV -> spending. Given bytes, never files.
 */
#ifndef SUPPORTPLAN_SPENDING_FILE_H
#define SUPPORTPLAN_SPENDING_FILE_H

#include "supportplan/notices.h"
#include "supportplan/spending.h"

/**
 * Read a guide: the columns layer, nation, form, verdict, words, says, source.
 *
 * A row that can't be used is told, with its line, and left out; the others are used.
 *
 * @notices  sentences are added to it: one for each row that is left out
 * @out      on ST_OK the guide (spending_free()), untouched otherwise
 * @fault    on failure one sentence; may be NULL
 * @return   ST_OK, ST_NOMEM, ST_REFUSED (not such a table) or ST_LIMIT
 */
enum status spending_read(const char *bytes, size_t len, struct spending *out,
                          struct notices *notices, struct fault *fault);

#endif
