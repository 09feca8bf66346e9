/*
 * The lines of a page as they are painted: gathered row by row, then put where the focus is seen.
 */
#ifndef PAINT_LINES_H
#define PAINT_LINES_H

#include "supportplan/canvas.h"
#include "supportplan/wizard.h"

/* A line of the page as it is painted: part of a row's words. */
struct line {
    size_t row;
    char *words;
    enum look look;
    int col;
    int cursor; /* the column of the cursor while the row is in hand; -1: not on this line */
};

struct lines {
    struct line *list;
    size_t count, cap;
};

/* What painting is about. */
struct painter {
    const struct wizard *w;
    enum charset charset;
    struct canvas *canvas;
    struct lines lines;
};

/* Add a line; its words are owned from now on. */
void paint_add(struct lines *lines, struct line line);
/* A copy of len bytes of s, for a line. */
char *paint_piece(const char *s, size_t len);
/* Put words that may have newlines into lines: the first at col, the others at col + hang. The
 * cursor's place is on their first letter. */
void paint_wrap(struct painter *p, size_t row, const char *words, enum look look, int col,
                int hang);
/* Add a line as it is, its cursor's place at that column. */
void paint_add_words(struct painter *p, size_t row, const char *words, enum look look, int cursor);
/* Put the lines on rows of the canvas from top on, and the cursor on the focus. */
void paint_lines(struct painter *p, int top, int rows);
void paint_lines_free(struct lines *lines);

#endif
