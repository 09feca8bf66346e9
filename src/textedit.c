#include "supportplan/textedit.h"

#include <stdlib.h>
#include <string.h>

static void change_free(struct textedit_change *c)
{
    free(c->removed);
    free(c->inserted);
    *c = (struct textedit_change){0};
}

static void forget_undone(struct textedit *te)
{
    while (te->undone > 0) {
        change_free(&te->done[--te->done_count]);
        te->undone--;
    }
}

void textedit_free(struct textedit *te)
{
    te->undone = 0;
    for (size_t i = 0; i < te->done_count; i++)
        change_free(&te->done[i]);
    free(te->done);
    text_free(&te->text);
    *te = (struct textedit){.want_col = -1};
}

enum status textedit_set(struct textedit *te, const char *s, bool one_line)
{
    textedit_free(te);
    te->one_line = one_line;
    text_add(&te->text, s ? s : "");
    enum status st = text_status(&te->text);
    if (st)
        text_free(&te->text);
    te->at = te->text.len;
    return st;
}

static char *piece(const char *s, size_t len)
{
    char *p = malloc(len + 1);
    if (!p)
        return NULL;
    if (len > 0)
        memcpy(p, s, len);
    p[len] = '\0';
    return p;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

/* Typing goes on where it was: one step to undo for a run of letters, until a blank after one. */
static bool join_run(struct textedit *te, size_t at, const char *s, size_t len)
{
    if (te->done_count == 0 || te->undone > 0)
        return false;
    struct textedit_change *last = &te->done[te->done_count - 1];
    if (!last->run || last->at + last->inserted_len != at)
        return false;
    bool after_blank = last->inserted_len > 0 && is_blank(last->inserted[last->inserted_len - 1]);
    bool new_word = after_blank && !is_blank(*s);
    if (new_word && last->inserted_len > 1)
        return false;
    char *grown = realloc(last->inserted, last->inserted_len + len + 1);
    if (!grown)
        return false;
    memcpy(grown + last->inserted_len, s, len);
    last->inserted = grown;
    last->inserted_len += len;
    grown[last->inserted_len] = '\0';
    return true;
}

static bool remember(struct textedit *te, size_t at, size_t cut, const char *s, size_t len,
                     bool run)
{
    if (run && cut == 0 && join_run(te, at, s, len))
        return true;
    forget_undone(te);
    if (te->done_count == te->done_cap) {
        size_t cap = te->done_cap ? te->done_cap * 2 : 16;
        struct textedit_change *done = realloc(te->done, cap * sizeof *done);
        if (!done)
            return false;
        te->done = done;
        te->done_cap = cap;
    }
    struct textedit_change c = {.at = at, .removed_len = cut, .inserted_len = len, .run = run};
    c.removed = piece(text_str(&te->text) + at, cut);
    c.inserted = piece(s, len);
    if (!c.removed || !c.inserted) {
        change_free(&c);
        return false;
    }
    te->done[te->done_count++] = c;
    return true;
}

static enum status replace(struct textedit *te, size_t at, size_t cut, const char *s, size_t len,
                           bool run)
{
    if (!remember(te, at, cut, s, len, run))
        return ST_NOMEM;
    enum status st = text_splice(&te->text, at, cut, s, len);
    if (st)
        return st;
    te->at = at + len;
    te->changed = true;
    te->want_col = -1;
    return ST_OK;
}

/* What may be typed: newlines as \n, tabs as blanks, other control characters left out. */
static void add_typed(struct text *out, const char *s, size_t len, bool one_line)
{
    for (size_t i = 0; i < len; i++) {
        char c = s[i];
        if (c == '\r') {
            if (i + 1 < len && s[i + 1] == '\n')
                continue;
            c = '\n';
        }
        if (c == '\t' || (c == '\n' && one_line))
            c = ' ';
        if (((unsigned char)c < 0x20 && c != '\n') || c == 0x7f)
            continue;
        text_add_char(out, c);
    }
}

enum status textedit_insert(struct textedit *te, const char *s, size_t len, bool paste)
{
    struct text typed = {0};
    add_typed(&typed, s, len, te->one_line);
    enum status st = text_status(&typed);
    if (st == ST_OK && typed.len > 0)
        st = replace(te, te->at, 0, typed.data, typed.len, !paste);
    text_free(&typed);
    return st;
}

static size_t word_left(const struct textedit *te)
{
    const char *s = text_str(&te->text);
    size_t at = te->at;
    while (at > 0 && is_blank(s[at - 1]))
        at--;
    while (at > 0 && !is_blank(s[at - 1]))
        at--;
    return at;
}

static size_t word_right(const struct textedit *te)
{
    const char *s = text_str(&te->text);
    size_t at = te->at;
    while (at < te->text.len && !is_blank(s[at]))
        at++;
    while (at < te->text.len && is_blank(s[at]))
        at++;
    return at;
}

/* The line of the wrapped text that holds a byte: the last one that begins at or before it. */
static size_t line_of(const struct span *lines, size_t count, size_t at)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (lines[mid].at <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static bool move_rows(struct textedit *te, int rows, int cols)
{
    struct span *lines = NULL;
    size_t count = 0;
    const char *s = text_str(&te->text);
    if (text_wrap(s, te->text.len, cols, &lines, &count) != ST_OK)
        return false;
    size_t line = line_of(lines, count, te->at);
    if (te->want_col < 0)
        te->want_col = text_width(s + lines[line].at, te->at - lines[line].at);
    bool can = rows < 0 ? line > 0 : line + 1 < count;
    if (can) {
        struct span to = lines[rows < 0 ? line - 1 : line + 1];
        te->at = to.at + text_fit(s + to.at, to.len, te->want_col);
    }
    free(lines);
    return can;
}

static size_t line_edge(const struct textedit *te, int cols, bool end)
{
    struct span *lines = NULL;
    size_t count = 0;
    if (text_wrap(text_str(&te->text), te->text.len, cols, &lines, &count) != ST_OK)
        return te->at;
    struct span line = lines[line_of(lines, count, te->at)];
    free(lines);
    return end ? line.at + line.len : line.at;
}

static bool go(struct textedit *te, size_t at)
{
    bool moved = at != te->at;
    te->at = at;
    te->want_col = -1;
    if (te->done_count > te->undone)
        te->done[te->done_count - te->undone - 1].run = false;
    return moved;
}

static bool cut(struct textedit *te, size_t from, size_t to)
{
    return from < to && replace(te, from, to - from, "", 0, false) == ST_OK;
}

static bool undo(struct textedit *te)
{
    if (!textedit_can_undo(te))
        return false;
    struct textedit_change *c = &te->done[te->done_count - te->undone - 1];
    if (text_splice(&te->text, c->at, c->inserted_len, c->removed, c->removed_len) != ST_OK)
        return false;
    c->run = false;
    te->undone++;
    te->at = c->at + c->removed_len;
    te->changed = true;
    return true;
}

static bool redo(struct textedit *te)
{
    if (!textedit_can_redo(te))
        return false;
    struct textedit_change *c = &te->done[te->done_count - te->undone];
    if (text_splice(&te->text, c->at, c->removed_len, c->inserted, c->inserted_len) != ST_OK)
        return false;
    te->undone--;
    te->at = c->at + c->inserted_len;
    te->changed = true;
    return true;
}

bool textedit_can_undo(const struct textedit *te)
{
    return te->done_count > te->undone;
}

bool textedit_can_redo(const struct textedit *te)
{
    return te->undone > 0;
}

bool textedit_do(struct textedit *te, enum textedit_op op, int cols)
{
    const char *s = text_str(&te->text);
    size_t len = te->text.len, at = te->at;

    switch (op) {
    case TE_LEFT:
        return go(te, at - text_prev(s, at));
    case TE_RIGHT:
        return go(te, at + text_next(s + at, len - at));
    case TE_UP:
        return move_rows(te, -1, cols);
    case TE_DOWN:
        return move_rows(te, 1, cols);
    case TE_LINE_START:
        return go(te, line_edge(te, cols, false));
    case TE_LINE_END:
        return go(te, line_edge(te, cols, true));
    case TE_WORD_LEFT:
        return go(te, word_left(te));
    case TE_WORD_RIGHT:
        return go(te, word_right(te));
    case TE_START:
        return go(te, 0);
    case TE_FINISH:
        return go(te, len);
    case TE_BACKSPACE:
        return cut(te, at - text_prev(s, at), at);
    case TE_DELETE:
        return cut(te, at, at + text_next(s + at, len - at));
    case TE_DELETE_WORD:
        return cut(te, word_left(te), at);
    case TE_DELETE_TO_END:
        return cut(te, at, line_edge(te, cols, true));
    case TE_UNDO:
        return undo(te);
    case TE_REDO:
        return redo(te);
    }
    return false;
}
