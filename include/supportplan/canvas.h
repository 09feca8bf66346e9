/*
 * A grid of cells with looks, and where the cursor is: a picture that can be
 * put on a terminal or read back as text. Knows nothing of terminals.
 */
#ifndef SUPPORTPLAN_CANVAS_H
#define SUPPORTPLAN_CANVAS_H

#include <stdbool.h>

#include "supportplan/text.h"

/** What a cell means; a face gives each look its attributes. */
enum look {
    LOOK_PLAIN,
    LOOK_TITLE,
    LOOK_FOCUS, /**< the thing in hand */
    LOOK_BAR, /**< the same in a picture, where a move must write little: only strong looks mark it
               */
    LOOK_STATE, /**< a state word beside a name */
    LOOK_HINT,  /**< keys and help */
    LOOK_TOTAL, /**< the money line */
    LOOK_ERROR, /**< something to put right */
    LOOK_COUNT
};

/** One column of the screen. text is "" under the right half of a wide character. */
struct cell {
    char text[32]; /**< one grapheme cluster, UTF-8; " " where nothing was painted */
    unsigned char look;
};

struct canvas {
    int rows, cols;             /**< 1 or more each */
    int cursor_row, cursor_col; /**< from 0, always on the canvas */
    struct cell *cells;         /**< rows x cols, row by row */
};

/** Make a blank canvas. Sizes are clamped to 1 to 1000. ST_OK or ST_NOMEM (then nothing is held).
 */
enum status canvas_init(struct canvas *c, int rows, int cols);
/** Free what a canvas holds. Accepts {0}. */
void canvas_free(struct canvas *c);
/** Make every cell blank and put the cursor at 0, 0. */
void canvas_clear(struct canvas *c);
/**
 * Put a string (already sanitised, one line) on the canvas, clipped at its edges.
 *
 * Of a wide character at an edge, or half painted over, blanks are left. A tab is two blanks.
 * What has no width (a mark without its letter) is left out.
 *
 * @return the column after the last one painted
 */
int canvas_put(struct canvas *c, int row, int col, enum look look, const char *s, size_t len);
/** The same for a NUL-terminated string. */
int canvas_puts(struct canvas *c, int row, int col, enum look look, const char *s);
/** Give len cells of a row a look without changing what they say. */
void canvas_look(struct canvas *c, int row, int col, int len, enum look look);
/** Put the cursor, clamped to the canvas. */
void canvas_cursor(struct canvas *c, int row, int col);
/** The cell; row and col must be on the canvas. */
const struct cell *canvas_at(const struct canvas *c, int row, int col);
/**
 * The picture as text: a line a row, blanks at line ends cut off, blank rows at the end left out.
 * cursor: under the cursor's row, a row with a ^ at its column.
 */
void canvas_text(const struct canvas *c, bool cursor, struct text *out);

#endif
