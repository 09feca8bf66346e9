/*
 * The week as a grid: days down, time across, overlaps as lanes, nights over the edge.
 */
#ifndef PAINT_WEEK_H
#define PAINT_WEEK_H

#include "paint_lines.h"

/* Whether the person is at the week, wants it as a grid, and the canvas is large enough. */
bool paint_week_fits(const struct wizard *w, const struct canvas *canvas);
/* Paint the grid, and under it the thing in hand in full, on the rows from 1 to before until. */
void paint_week(struct painter *p, int until);

#endif
