#include "paint_lines.h"

#include <stdlib.h>
#include <string.h>

void paint_lines_free(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->list[i].words);
    free(lines->list);
    softwrap_free(&lines->own);
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

/* The edit row */

void paint_edit(struct painter *p)
{
    const struct textedit *te = &p->w->edit;
    int cols = p->canvas->cols - 1;
    p->lines.edit_from = p->lines.count;
    p->lines.edit = &te->wrap;
    /* While it is typed in, the session knows as many lines as can be seen. */
    bool focused = p->w->page.rows[wizard_at(p->w)->focus].role == ROW_EDIT;
    if (te->wrap.cols == cols && (focused || te->wrap.next > te->text.len))
        return;
    bool made = softwrap_make(&p->lines.own, text_str(&te->text), te->text.len, cols) == ST_OK;
    p->lines.edit = made ? &p->lines.own : NULL;
}

static size_t edit_count(const struct painter *p)
{
    return p->lines.edit ? p->lines.edit->count : 0;
}

/* Part of the text in hand, fit to be shown. */
static void clean_edit(const struct painter *p, struct span span, struct text *out)
{
    text_clean(out, text_str(&p->w->edit.text) + span.at, span.len, p->charset, true);
}

/* The line that the insertion point is on, and its column. */
static size_t edit_line(const struct painter *p, int *col)
{
    size_t n = softwrap_line(p->lines.edit, p->w->edit.at);
    struct span line = p->lines.edit->lines[n];
    size_t in = p->w->edit.at - line.at;
    struct text before = {0};
    clean_edit(p, (struct span){line.at, in < line.len ? in : line.len}, &before);
    *col = text_width(text_str(&before), before.len);
    text_free(&before);
    return p->lines.edit_from + n;
}

static void put_edit_line(struct painter *p, size_t n, int row)
{
    struct text clean = {0};
    clean_edit(p, p->lines.edit->lines[n], &clean);
    canvas_puts(p->canvas, row, 0, LOOK_PLAIN, text_str(&clean));
    text_free(&clean);
}

/* All lines */

static size_t line_count(const struct painter *p)
{
    return p->lines.count + edit_count(p);
}

/* The line that the cursor is on, and its column. */
static size_t focus_line(const struct painter *p, int *col)
{
    size_t focus = wizard_at(p->w)->focus;
    *col = 0;
    if (edit_count(p) > 0 && p->w->page.rows[focus].role == ROW_EDIT)
        return edit_line(p, col);
    for (size_t i = 0; i < p->lines.count; i++) {
        const struct line *line = &p->lines.list[i];
        if (line->row != focus || line->cursor < 0)
            continue;
        *col = line->cursor;
        return i < p->lines.edit_from ? i : i + edit_count(p);
    }
    return 0;
}

/* Which line is on top: whole screens, so that a step changes no more than it must. */
static size_t top_line(const struct painter *p, size_t focus, int rows)
{
    size_t step = rows > 2 ? (size_t)rows - 1 : 1;
    if (line_count(p) <= (size_t)rows)
        return 0;
    /* Two lines of what comes before stay in sight, where there are any. */
    return focus < (size_t)rows ? 0 : focus / step * step - (rows > 6 ? 2 : 0);
}

static void put_line(struct painter *p, size_t i, int row)
{
    size_t from = p->lines.edit_from, edits = edit_count(p);
    if (i >= from && i < from + edits) {
        put_edit_line(p, i - from, row);
        return;
    }
    const struct line *line = &p->lines.list[i < from ? i : i - edits];
    canvas_puts(p->canvas, row, line->col, line->look, line->words ? line->words : "");
}

void paint_lines(struct painter *p, int top, int rows)
{
    int col = 0;
    size_t focus = focus_line(p, &col);
    size_t first = top_line(p, focus, rows);
    if (focus >= first + (size_t)rows)
        first = focus - (size_t)rows + 1;
    for (size_t i = first; i < line_count(p) && i < first + (size_t)rows; i++)
        put_line(p, i, top + (int)(i - first));
    canvas_cursor(p->canvas, top + (int)(focus - first), col);
}
