#include "paint_lines.h"

#include <stdlib.h>
#include <string.h>

void paint_lines_free(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->list[i].words);
    free(lines->list);
    text_free(&lines->label);
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
    int cols = p->cols - col;
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

void paint_edit(struct painter *p, const char *label, int cols)
{
    const struct textedit *te = &p->w->edit;
    int lead = text_width(label, strlen(label));
    lead = lead < cols / 2 + cols / 4 ? lead : 0;
    p->seen.edit_cols = cols;
    p->seen.edit_lead = lead;
    p->lines.edit_from = p->lines.count;
    p->lines.edit = &te->wrap;
    text_clean(&p->lines.label, label, strlen(label), p->charset, true);
    /* While it is typed in, the session knows as many lines as can be seen. */
    bool focused = p->w->page.rows[wizard_at(p->w)->focus].role == ROW_EDIT;
    if (te->wrap.cols == cols && te->wrap.lead == lead && (focused || te->wrap.next > te->text.len))
        return;
    p->lines.own.lead = lead;
    bool made = softwrap_make(&p->lines.own, text_str(&te->text), te->text.len, cols) == ST_OK;
    p->lines.edit = made ? &p->lines.own : NULL;
}

static size_t edit_count(const struct painter *p)
{
    return p->lines.edit ? p->lines.edit->count : 0;
}

/* A star for each character. */
static void add_stars(const char *s, size_t len, struct text *out)
{
    for (size_t at = 0; at < len; at += text_next(s + at, len - at))
        text_add_char(out, '*');
}

/* Part of the text in hand, fit to be shown. */
static void clean_edit(const struct painter *p, struct span span, struct text *out)
{
    if (p->w->page.secret) {
        add_stars(text_str(&p->w->edit.text) + span.at, span.len, out);
        return;
    }
    text_clean(out, text_str(&p->w->edit.text) + span.at, span.len, p->charset, true);
}

/* The line that the insertion point is on, and its column. */
static size_t edit_line(const struct painter *p, int *col)
{
    size_t n = softwrap_line(p->lines.edit, p->w->edit.at);
    struct span line = p->lines.edit->lines[n];
    size_t in = p->w->edit.at - line.at;
    struct text before = {0};
    if (n == 0)
        text_add(&before, text_str(&p->lines.label));
    clean_edit(p, (struct span){line.at, in < line.len ? in : line.len}, &before);
    *col = text_width(text_str(&before), before.len);
    text_free(&before);
    return p->lines.edit_from + n;
}

static void put_edit_line(struct painter *p, size_t n, int row)
{
    struct text clean = {0};
    if (n == 0)
        text_add(&clean, text_str(&p->lines.label));
    clean_edit(p, p->lines.edit->lines[n], &clean);
    canvas_puts(p->canvas, row, 0, LOOK_PLAIN, text_str(&clean));
    text_free(&clean);
}

/* All lines */

size_t paint_line_count(const struct painter *p)
{
    return p->lines.count + edit_count(p);
}

/* The line as it was added; NULL where it is one of the edit row's. */
static const struct line *added_line(const struct painter *p, size_t i)
{
    size_t from = p->lines.edit_from, edits = edit_count(p);
    if (i >= from && i < from + edits)
        return NULL;
    return &p->lines.list[i < from ? i : i - edits];
}

size_t paint_line_row(const struct painter *p, size_t i)
{
    const struct line *line = added_line(p, i);
    return line ? line->row : page_edit_row(&p->w->page);
}

enum row_role paint_line_role(const struct painter *p, size_t i)
{
    size_t row = paint_line_row(p, i);
    return row < p->w->page.count ? p->w->page.rows[row].role : ROW_TEXT;
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

/* As many columns of words as say which they are, and no more: a terminal on a slow line is sent
 * them again with every step. */
#define FOCUS_COLS 16

static int focus_cols(const struct painter *p, int row, int from)
{
    const struct canvas *c = p->canvas;
    bool strong = p->w->settings.looks == LOOKS_CONTRAST || p->w->settings.looks == LOOKS_LARGE;
    int end = from, most = strong ? c->cols : FOCUS_COLS;
    while (strong && most > 0 && strcmp(canvas_at(c, row, most - 1)->text, " ") == 0)
        most--;
    for (int col = from; col < c->cols && (col < from + most || end == from); col++)
        if (col + 1 == c->cols || strcmp(canvas_at(c, row, col + 1)->text, " ") == 0)
            end = col + 1;
    return end - from;
}

static void put_focus(struct painter *p, int row, int col, size_t focus)
{
    canvas_cursor(p->canvas, row, col);
    if (p->w->mode == MODE_FULL && paint_line_role(p, focus) != ROW_EDIT)
        canvas_look(p->canvas, row, col, focus_cols(p, row, col), LOOK_FOCUS);
}

static void put_line(struct painter *p, size_t i, int row)
{
    const struct line *line = added_line(p, i);
    if (row == p->hit_at.row)
        p->hit = paint_line_row(p, i);
    if (line)
        canvas_puts(p->canvas, row, line->col, line->look, line->words ? line->words : "");
    else
        put_edit_line(p, i - p->lines.edit_from, row);
}

/* The rows of a screenful, the first of them the question where what is below it is cut off. */
static int screenful_lead(const struct screenful *s)
{
    return s->cut ? (int)s->head + 1 : 0;
}

/* Words at the end of a row, where nothing else stands near. Whether there was room. */
static bool put_at_end(struct painter *p, int row, const char *words)
{
    int from = p->cols - text_width(words, strlen(words));
    for (int col = from - 3; col < p->cols; col++)
        if (col < 0 || strcmp(canvas_at(p->canvas, row, col)->text, " ") != 0)
            return false;
    paint_words(p, row, from, LOOK_HINT, words);
    return true;
}

/* Where the page goes on below, a word of it stands where it costs no row that is needed. */
static void put_lines(struct painter *p, struct screenful s, int top, int rows)
{
    int lead = screenful_lead(&s);
    for (size_t i = 0; s.cut && i < s.head; i++)
        put_line(p, i, top + (int)i);
    if (s.cut)
        paint_words(p, top + lead - 1, 0, LOOK_HINT, _("More to read: press Up."));
    for (size_t i = s.from; i < s.until; i++)
        put_line(p, i, top + lead + (int)(i - s.from));
    int below = top + lead + (int)(s.until - s.from);
    if (s.more && below < top + rows)
        paint_words(p, below, 0, LOOK_HINT, _("More below: press Down."));
    else if (s.more && !put_at_end(p, below - 1, _("More below")))
        p->more_unsaid = !put_at_end(p, p->canvas->rows - 1, _("More below"));
}

/* The column where what is read begins. */
static int read_col(const struct painter *p, struct screenful s)
{
    const struct line *line = s.until > s.from ? added_line(p, s.from) : NULL;
    return line ? line->col : 0;
}

void paint_lines(struct painter *p, int top, int rows)
{
    int col = 0;
    size_t focus = focus_line(p, &col);
    struct screenful s = paint_screenful(p, focus, rows > 0 ? (size_t)rows : 1);
    put_lines(p, s, top, rows);
    p->seen.from = s.from;
    p->seen.until = s.until;
    p->seen.below = s.until < paint_line_count(p);
    if (s.until > s.from) {
        p->seen.first = paint_line_row(p, s.from);
        p->seen.last = paint_line_row(p, s.until - 1);
    }
    p->seen.focus_hidden = focus < s.from || focus >= s.until;
    if (p->seen.focus_hidden) /* what is read begins here */
        canvas_cursor(p->canvas, top, read_col(p, s));
    else if (paint_line_count(p) > 0)
        put_focus(p, top + screenful_lead(&s) + (int)(focus - s.from), col, focus);
}

/* Words that are no row of the page */

void paint_words(struct painter *p, int row, int col, enum look look, const char *words)
{
    struct text clean = {0};
    text_clean(&clean, words, strlen(words), p->charset, true);
    canvas_puts(p->canvas, row, col, look, text_str(&clean));
    text_free(&clean);
}

/* Say that there was no room for all of it. */
static void mark_cut(struct painter *p, int row, enum look look)
{
    static const char mark[] = "...";
    int col = p->cols;
    if (row < 0 || row >= p->canvas->rows || p->cols < 8)
        return;
    while (col > 0 && strcmp(canvas_at(p->canvas, row, col - 1)->text, " ") == 0)
        col--;
    col = col + 4 > p->cols ? p->cols - 3 : col + 1;
    canvas_puts(p->canvas, row, col > 0 ? col : 0, look, mark);
}

int paint_row_count(const struct painter *p, const char *words)
{
    struct text clean = {0};
    struct span *spans = NULL;
    size_t count = 0;
    text_clean(&clean, words, strlen(words), p->charset, false);
    if (clean.len == 0 || text_wrap(text_str(&clean), clean.len, p->cols, &spans, &count) != ST_OK)
        count = 0;
    free(spans);
    text_free(&clean);
    return (int)count;
}

/* Paint wrapped words on at most max rows: from a row down, or so that they end above it. How many
 * rows they take. */
static int paint_block(struct painter *p, int row, bool above, int max, enum look look,
                       const char *words)
{
    struct text clean = {0};
    struct span *spans = NULL;
    size_t count = 0, most = max > 0 ? (size_t)max : 0;
    text_clean(&clean, words, strlen(words), p->charset, false);
    if (clean.len == 0 || text_wrap(text_str(&clean), clean.len, p->cols, &spans, &count) != ST_OK)
        count = 0;
    bool cut = count > most && most > 0;
    if (count > most)
        count = most;
    for (size_t i = 0; i < count; i++)
        canvas_put(p->canvas, row + (int)i - (above ? (int)count : 0), 0, look,
                   text_str(&clean) + spans[i].at, spans[i].len);
    if (cut)
        mark_cut(p, row + (above ? -1 : (int)count - 1), look);
    free(spans);
    text_free(&clean);
    return (int)count;
}

int paint_above(struct painter *p, int until, int max, enum look look, const char *words)
{
    return until - paint_block(p, until, true, max, look, words);
}

int paint_below(struct painter *p, int from, int max, enum look look, const char *words)
{
    return from + paint_block(p, from, false, max, look, words);
}
