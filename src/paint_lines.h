/*
 * The lines of a page as they are painted: gathered row by row, then put where the focus is seen.
 */
#ifndef PAINT_LINES_H
#define PAINT_LINES_H

#include "supportplan/paint.h"

/* A window with fewer rows than this is short: its foot is smaller, and its page goes first. */
#define ROWS_FEW 16

/* A line of the page as it is painted: part of a row's words. */
struct line {
    size_t row;
    char *words;
    enum look look;
    int col;
    int cursor; /* the column of the cursor while the row is in hand; -1: not on this line */
};

/* The lines, and among them those of the edit row, which are made only where they are seen: a long
 * answer has thousands. */
struct lines {
    struct line *list;
    size_t count, cap;
    const struct softwrap *edit; /* NULL where there is no edit row */
    struct softwrap own;         /* those lines, where the session does not know them */
    size_t edit_from;            /* how many of list come before them */
    struct text label;           /* what stands before the first of them */
};

/* What painting is about. */
struct painter {
    const struct wizard *w;
    enum charset charset;
    struct canvas *canvas;
    int cols; /* as wide as words may be */
    struct lines lines;
    struct seen seen;
    struct paint_cell hit_at; /* a cell of the canvas that is asked about */
    size_t hit;               /* the row of the page that is there */
    bool more_unsaid;         /* there is more below, and no row had room to say so */
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
/* Add the lines of the edit row, cols wide, the first after a label ("" for none). */
void paint_edit(struct painter *p, const char *label, int cols);
/* How many lines there are. */
size_t paint_line_count(const struct painter *p);
/* The row of the page that a line is of. */
size_t paint_line_row(const struct painter *p, size_t i);
/* What that row is; ROW_TEXT for words that are no row. */
enum row_role paint_line_role(const struct painter *p, size_t i);

/* The lines that are on a screen: those from one to before another, and where what a page says
 * before them has no room, cut, the first head ones above them with a word of it. */
struct screenful {
    bool cut;
    size_t head;
    size_t from, until;
    bool more; /* there are more lines below, and a word of it is wanted */
};

/* Choose the screenful of so many rows that has a line, or that is being read. */
struct screenful paint_screenful(struct painter *p, size_t focus, size_t rows);
/* Put a row of the page into lines, as its role has it. */
void paint_row(struct painter *p, size_t i);
/* Put the lines on rows of the canvas from top on, and the cursor on the focus. */
void paint_lines(struct painter *p, int top, int rows);
void paint_lines_free(struct lines *lines);
/* Words at a place of the canvas, made fit to be shown, on one line. */
void paint_words(struct painter *p, int row, int col, enum look look, const char *words);
/* How many rows words take. */
int paint_row_count(const struct painter *p, const char *words);
/* Paint words on the rows that end above until, at most max of them; the row where they begin. */
int paint_above(struct painter *p, int until, int max, enum look look, const char *words);
/* The same from a row on; the row below them. */
int paint_below(struct painter *p, int from, int max, enum look look, const char *words);
/* Whether a canvas is so small that plain questions may be easier. */
bool paint_small(const struct canvas *canvas);
/* Add the keys of the page, as many whole ones as fit on so many rows, with something between those
 * of one row: help is always there, and on a small canvas the way to plain questions. */
void paint_keys_fit(const struct painter *p, int cols, int rows, const char *between,
                    struct text *out);
/* The page as lines for speech and braille: words, one column, nothing else. */
void paint_reader(struct painter *p);

#endif
