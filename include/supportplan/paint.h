/*
 * A wizard and a size -> a canvas. Reads the wizard, changes nothing.
 */
#ifndef SUPPORTPLAN_PAINT_H
#define SUPPORTPLAN_PAINT_H

#include "supportplan/canvas.h"
#include "supportplan/wizard.h"

/** The smallest canvas that a page fits on. */
#define PAINT_ROWS_MIN 8
#define PAINT_COLS_MIN 30

/** In a smaller one plain questions are offered beside the keys: they may be easier there. */
#define PAINT_ROWS_EASY 12
#define PAINT_COLS_EASY 40

/**
 * Paint the page where the person is, with the cursor on the thing in hand.
 *
 * A page that is longer than the canvas is shown a screenful at a time.
 * A canvas below the smallest size says so, and offers plain questions with p.
 * @charset  what the screen can show: anything else is transliterated
 * @return   what of the page is on the canvas, for wizard_shown()
 */
struct seen paint_wizard(const struct wizard *w, enum charset charset, struct canvas *canvas);
/** Whether a page fits on a canvas of that size. */
bool paint_fits(int rows, int cols);
/** A cell of a canvas, from 0. */
struct paint_cell {
    int row, col;
};

/** The row of the page that is painted on a cell of such a canvas; the page's count where none is.
 * On the grid of a week that is the line whose bar is there, or the day. */
size_t paint_row_at(const struct wizard *w, enum charset charset, int rows, int cols,
                    struct paint_cell cell);
/** How many rows of a canvas of that many rows are left for the page itself. */
int paint_page_rows(int rows);

#endif
