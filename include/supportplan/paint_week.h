/*
 * The week as a grid: days down, time across, overlaps as lanes, nights over the edge.
 */
#ifndef SUPPORTPLAN_PAINT_WEEK_H
#define SUPPORTPLAN_PAINT_WEEK_H

#include "supportplan/canvas.h"
#include "supportplan/wizard.h"

/** The smallest part of a canvas that the grid fits on. */
#define PAINT_WEEK_COLS 78
#define PAINT_WEEK_ROWS 13

/**
 * Paint the week's grid on rows [top, top + rows) of the canvas, the cursor on the line in hand.
 * @return the row below the grid
 */
int paint_week(const struct wizard *w, enum charset charset, struct canvas *canvas, int top,
               int rows);

#endif
