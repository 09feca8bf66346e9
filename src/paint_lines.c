#include "paint_lines.h"

#include <stdlib.h>
#include <string.h>

void paint_lines_free(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->list[i].words);
    free(lines->list);
}

void paint_add(struct lines *lines, struct line line)
{
    if (lines->count == lines->cap) {
        size_t cap = lines->cap ? lines->cap * 2 : 64;
        struct line *list = realloc(lines->list, cap * sizeof *list);
        if (!list) {
            free(line.words);
            return;
        }
        lines->list = list;
        lines->cap = cap;
    }
    lines->list[lines->count++] = line;
}

char *paint_piece(const char *s, size_t len)
{
    struct text t = {0};
    text_add_n(&t, s, len);
    char *words = text_take(&t);
    return words ? words : text_copy("");
}

/* Put words into lines, the first of which is line as it stands; where rest is told, only that
 * one, and where the rest begins. */
static void wrap_lines(struct painter *p, struct line line, const char *s, size_t len, int cols,
                       size_t *rest)
{
    struct span *spans = NULL;
    size_t count = 0;
    if (text_wrap(s, len, cols > 8 ? cols : 8, &spans, &count) != ST_OK)
        return;
    for (size_t i = 0; i < (rest ? 1 : count); i++) {
        line.words = paint_piece(s + spans[i].at, spans[i].len);
        paint_add(&p->lines, line);
        line.cursor = -1;
    }
    if (rest)
        *rest = count > 1 ? spans[1].at : len;
    free(spans);
}

void paint_wrap(struct painter *p, size_t row, const char *words, enum look look, int col, int hang)
{
    int cols = p->canvas->cols - col - 1;
    struct text clean = {0};
    text_clean(&clean, words, strlen(words), p->charset, false);
    const char *s = text_str(&clean);
    size_t rest = clean.len;
    struct line line = {row, NULL, look, col, col + (int)strspn(s, " ")};
    wrap_lines(p, line, s, clean.len, cols, hang > 0 ? &rest : NULL);
    line.col += hang;
    line.cursor = -1;
    if (rest < clean.len)
        wrap_lines(p, line, s + rest, clean.len - rest, cols - hang, NULL);
    text_free(&clean);
}

void paint_add_words(struct painter *p, size_t row, const char *words, enum look look, int cursor)
{
    struct text clean = {0};
    text_clean(&clean, words, strlen(words), p->charset, true);
    paint_add(&p->lines,
              (struct line){row, paint_piece(text_str(&clean), clean.len), look, 0, cursor});
    text_free(&clean);
}

/* The line that the cursor is on, and its column. */
static size_t focus_line(const struct painter *p, int *col)
{
    size_t focus = wizard_at(p->w)->focus;
    for (size_t i = 0; i < p->lines.count; i++) {
        const struct line *line = &p->lines.list[i];
        if (line->row != focus)
            continue;
        if (line->cursor >= 0) {
            *col = line->cursor;
            return i;
        }
    }
    *col = 0;
    return 0;
}

/* Which line is on top: whole screens, so that a step changes no more than it must. */
static size_t top_line(const struct painter *p, size_t focus, int rows)
{
    size_t step = rows > 2 ? (size_t)rows - 1 : 1;
    if (p->lines.count <= (size_t)rows)
        return 0;
    /* Two lines of what comes before stay in sight, where there are any. */
    return focus < (size_t)rows ? 0 : focus / step * step - (rows > 6 ? 2 : 0);
}

void paint_lines(struct painter *p, int top, int rows)
{
    int col = 0;
    size_t focus = focus_line(p, &col);
    size_t first = top_line(p, focus, rows);
    if (focus >= first + (size_t)rows)
        first = focus - (size_t)rows + 1;
    for (size_t i = first; i < p->lines.count && i < first + (size_t)rows; i++) {
        const struct line *line = &p->lines.list[i];
        canvas_puts(p->canvas, top + (int)(i - first), line->col, line->look,
                    line->words ? line->words : "");
    }
    canvas_cursor(p->canvas, top + (int)(focus - first), col);
}
