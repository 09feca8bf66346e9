/*
 * The plan year in words: its days, its bank holidays, its clock changes, and what they cost
 * beside 52 ordinary weeks. Does no sums of its own: see difference.
 */
#ifndef SUPPORTPLAN_ALMANAC_H
#define SUPPORTPLAN_ALMANAC_H

#include "supportplan/difference.h"
#include "supportplan/notices.h"

/**
 * Say why a year that is counted day by day is not 52 ordinary weeks.
 *
 * @out    sentences are added, one for each cause; none where the year is not counted so
 * @return ST_OK or ST_NOMEM
 */
enum status almanac_say(const struct plan *plan, const struct budget *budget, struct notices *out);

#endif
