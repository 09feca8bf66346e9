#include "supportplan/canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int clamp(int n, int low, int high)
{
    if (n < low)
        return low;
    return n > high ? high : n;
}

static struct cell *cell_at(const struct canvas *c, int row, int col)
{
    return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

static void blank(struct cell *cell)
{
    *cell = (struct cell){.text = " ", .look = LOOK_PLAIN};
}

enum status canvas_init(struct canvas *c, int rows, int cols)
{
    *c = (struct canvas){.rows = clamp(rows, 1, 1000), .cols = clamp(cols, 1, 1000)};
    c->cells = calloc((size_t)c->rows * (size_t)c->cols, sizeof *c->cells);
    if (!c->cells) {
        *c = (struct canvas){0};
        return ST_NOMEM;
    }
    canvas_clear(c);
    return ST_OK;
}

void canvas_free(struct canvas *c)
{
    free(c->cells);
    *c = (struct canvas){0};
}

void canvas_clear(struct canvas *c)
{
    for (int row = 0; row < c->rows; row++)
        for (int col = 0; col < c->cols; col++)
            blank(cell_at(c, row, col));
    c->cursor_row = 0;
    c->cursor_col = 0;
}

/* A wide character that reaches over the left edge of a column becomes blanks. */
static void break_wide(struct canvas *c, int row, int col)
{
    if (col >= c->cols || cell_at(c, row, col)->text[0] != '\0')
        return;
    while (cell_at(c, row, col)->text[0] == '\0')
        col--; /* stops: the first column never holds a right half */
    do {
        memcpy(cell_at(c, row, col)->text, " ", 2);
        col++;
    } while (col < c->cols && cell_at(c, row, col)->text[0] == '\0');
}

/* Copy a cluster, or as many of its code points as a cell has room for. */
static void copy_cluster(struct cell *cell, const char *s, size_t len)
{
    if (len >= sizeof cell->text) {
        len = sizeof cell->text - 1;
        while (len > 0 && ((unsigned char)s[len] & 0xc0) == 0x80)
            len--;
    }
    memcpy(cell->text, s, len);
    cell->text[len] = '\0';
}

/* Paint a cluster over columns that are all on the canvas. */
static void put_cluster(struct canvas *c, int row, int col, int width, enum look look,
                        const char *s, size_t len)
{
    break_wide(c, row, col);
    break_wide(c, row, col + width);
    for (int i = 0; i < width; i++) {
        struct cell *cell = cell_at(c, row, col + i);
        cell->text[0] = '\0';
        cell->look = (unsigned char)look;
    }
    copy_cluster(cell_at(c, row, col), s, len);
}

/* Paint blanks over those of some columns that are on the canvas. */
static void put_blanks(struct canvas *c, int row, int col, int width, enum look look)
{
    for (int end = col + width; col < end && col < c->cols; col++)
        if (col >= 0)
            put_cluster(c, row, col, 1, look, " ", 1);
}

int canvas_put(struct canvas *c, int row, int col, enum look look, const char *s, size_t len)
{
    if (row < 0 || row >= c->rows)
        return col;
    for (size_t at = 0; at < len && col < c->cols;) {
        size_t n = text_next(s + at, len - at);
        int width = text_width(s + at, n);
        bool whole = col >= 0 && col + width <= c->cols;
        if (!whole || s[at] == '\t')
            put_blanks(c, row, col, width, look);
        else if (width > 0) /* what has no width has no cell: a mark without its letter */
            put_cluster(c, row, col, width, look, s + at, n);
        col += width;
        at += n;
    }
    return col < c->cols ? col : c->cols;
}

int canvas_puts(struct canvas *c, int row, int col, enum look look, const char *s)
{
    return canvas_put(c, row, col, look, s, strlen(s));
}

void canvas_look(struct canvas *c, int row, int col, int len, enum look look)
{
    if (row < 0 || row >= c->rows)
        return;
    for (int i = col < 0 ? -col : 0; i < len && col + i < c->cols; i++)
        cell_at(c, row, col + i)->look = (unsigned char)look;
}

void canvas_cursor(struct canvas *c, int row, int col)
{
    c->cursor_row = clamp(row, 0, c->rows - 1);
    c->cursor_col = clamp(col, 0, c->cols - 1);
}

const struct cell *canvas_at(const struct canvas *c, int row, int col)
{
    assert(row >= 0 && row < c->rows && col >= 0 && col < c->cols);
    return cell_at(c, row, col);
}

/* The column after the last of a row that is not blank. */
static int row_end(const struct canvas *c, int row)
{
    int end = c->cols;
    while (end > 0 && !strcmp(cell_at(c, row, end - 1)->text, " "))
        end--;
    return end;
}

void canvas_text(const struct canvas *c, bool cursor, struct text *out)
{
    int rows = c->rows;
    while (rows > 0 && row_end(c, rows - 1) == 0 && !(cursor && rows - 1 == c->cursor_row))
        rows--;
    for (int row = 0; row < rows; row++) {
        int end = row_end(c, row);
        for (int col = 0; col < end; col++)
            text_add(out, cell_at(c, row, col)->text);
        text_add_char(out, '\n');
        if (cursor && row == c->cursor_row)
            text_addf(out, "%*s^\n", c->cursor_col, "");
    }
}
