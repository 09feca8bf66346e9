/*
 * A whole picture in one write, for tui.c.
 */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include <stdio.h>

/* The stream that curses writes to: another one of the terminal's. NULL where there is none; it is
 * closed by frame_close(), after curses has let it go. */
FILE *frame_open(void);
void frame_close(void);
/* What curses writes between these two goes to the terminal at the end, at once. */
void frame_begin(void);
void frame_end(void);
/* The terminal was given back once: from then on curses does so by itself. */
void frame_is_given_back(void);

#endif
