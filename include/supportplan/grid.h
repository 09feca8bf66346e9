/*
 * The week as a grid of plain letters: days down, time across. For a page of text;
 * every line of the week stands in words under it (see diary).
 */
#ifndef SUPPORTPLAN_GRID_H
#define SUPPORTPLAN_GRID_H

#include "supportplan/week.h"

/** The narrowest page that a grid fits on. */
#define GRID_WIDTH_MIN 29

/**
 * Draw the lines of a pattern that have a day and a time: "[Wash=]" from start to end, letters
 * alone where it is short. What happens at the same time goes under its day, in a row of its own;
 * a night ends in ">" and comes in as "<" on the next day. Plain ASCII.
 *
 * @width  columns, GRID_WIDTH_MIN or more
 * @out    rows ending in newlines are added; nothing where no line has a day and a time
 * @return ST_OK or ST_NOMEM
 */
enum status grid_draw(const struct plan *plan, const char *pattern, int width, struct text *out);

#endif
