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
    softwrap_free(&te->wrap);
    *te = (struct textedit){.want_col = -1};
}

void textedit_wipe(struct textedit *te)
{
    for (size_t i = 0; i < te->done_count; i++) {
        struct textedit_change *c = &te->done[i];
        struct text removed = {.data = c->removed, .cap = c->removed_len};
        struct text inserted = {.data = c->inserted, .cap = c->inserted_len};
        text_wipe(&removed);
        text_wipe(&inserted);
        *c = (struct textedit_change){0};
    }
    text_wipe(&te->text);
    textedit_free(te);
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

/* Whether typing goes on with the run before it: one step to undo for a run of letters, until a
 * blank after one. */
static bool joins_run(const struct textedit *te, const struct textedit_change *c)
{
    if (!c->run || c->removed_len > 0 || te->done_count == 0 || te->undone > 0)
        return false;
    const struct textedit_change *last = &te->done[te->done_count - 1];
    if (!last->run || last->at + last->inserted_len != c->at)
        return false;
    bool after_blank = last->inserted_len > 0 && is_blank(last->inserted[last->inserted_len - 1]);
    bool new_word = after_blank && !is_blank(*c->inserted);
    return !new_word || last->inserted_len == 1;
}

/* Put a change at the end of the run before it. false where there is no memory. */
static bool join_run(struct textedit *te, struct textedit_change *c)
{
    struct textedit_change *last = &te->done[te->done_count - 1];
    char *grown = realloc(last->inserted, last->inserted_len + c->inserted_len + 1);
    if (!grown)
        return false;
    memcpy(grown + last->inserted_len, c->inserted, c->inserted_len + 1);
    last->inserted = grown;
    last->inserted_len += c->inserted_len;
    change_free(c);
    return true;
}

/* Room for one more change. */
static bool make_room(struct textedit *te)
{
    if (te->done_count < te->done_cap)
        return true;
    size_t cap = te->done_cap ? te->done_cap * 2 : 16;
    struct textedit_change *done = realloc(te->done, cap * sizeof *done);
    if (!done)
        return false;
    te->done = done;
    te->done_cap = cap;
    return true;
}

/* Take over a change that was made. There is room for it. */
static void remember(struct textedit *te, struct textedit_change c)
{
    if (joins_run(te, &c) && join_run(te, &c))
        return;
    forget_undone(te);
    te->done[te->done_count++] = c;
}

/* Know the lines round the insertion point, at the width they were found for last. */
static bool reach(struct textedit *te)
{
    return softwrap_reach(&te->wrap, text_str(&te->text), te->text.len, te->at,
                          te->wrap.ahead + 1) == ST_OK;
}

static void put_at(struct textedit *te, size_t at, bool on)
{
    te->at = text_settle(text_str(&te->text), te->text.len, at, on);
    te->want_col = -1;
    reach(te);
}

/* Change the text, and the lines it is shown in. */
static enum status splice(struct textedit *te, size_t at, size_t cut, const char *s, size_t len)
{
    enum status st = text_splice(&te->text, at, cut, s, len);
    if (!st)
        softwrap_change(&te->wrap, text_str(&te->text), te->text.len, at, cut, len);
    return st;
}

static bool wrap(struct textedit *te, int cols)
{
    return softwrap_make(&te->wrap, text_str(&te->text), te->text.len, cols) == ST_OK && reach(te);
}

void textedit_wrap(struct textedit *te, int cols, int lead, int rows)
{
    if (te->wrap.lead != lead)
        te->wrap.cols = 0;
    te->wrap.lead = lead;
    te->wrap.ahead = (size_t)rows;
    wrap(te, cols);
}

static enum status replace(struct textedit *te, size_t at, size_t cut, const char *s, size_t len,
                           bool run)
{
    struct textedit_change c = {.at = at, .removed_len = cut, .inserted_len = len, .run = run};
    c.removed = piece(text_str(&te->text) + at, cut);
    c.inserted = piece(s, len);
    if (!c.removed || !c.inserted || !make_room(te) || splice(te, at, cut, s, len) != ST_OK) {
        change_free(&c);
        return ST_NOMEM;
    }
    remember(te, c);
    put_at(te, at + len, len > 0);
    te->changed = true;
    return ST_OK;
}

/* Bytes of the control character at s, other than newline; 0 where there is none. */
static size_t control_at(const char *s, size_t len)
{
    unsigned char c = (unsigned char)*s;
    if (c == 0xc2 && len > 1 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xa0)
        return 2;
    return (c < 0x20 && c != '\n') || c == 0x7f;
}

/* What may be typed: newlines as \n, tabs as blanks, other control characters left out. */
static void add_typed(struct text *out, const char *s, size_t len, bool one_line)
{
    for (size_t i = 0; i < len; i++) {
        bool newline = s[i] == '\n' || (s[i] == '\r' && (i + 1 == len || s[i + 1] != '\n'));
        size_t control = control_at(s + i, len - i);
        if (s[i] == '\t' || (newline && one_line))
            text_add_char(out, ' ');
        else if (newline)
            text_add_char(out, '\n');
        else if (control > 0)
            i += control - 1;
        else
            text_add_char(out, s[i]);
    }
}

/* How many bytes before the point what is typed joins into one letter, as an accent does; typed
 * becomes all of that letter then. */
static size_t join_letter(const struct textedit *te, struct text *typed)
{
    struct text joined = {0};
    const char *s = text_str(&te->text);
    size_t cut = text_prev(s, te->at);
    text_add_n(&joined, s + te->at - cut, cut);
    text_add_n(&joined, text_str(typed), typed->len);
    text_compose(&joined);
    bool joins = !text_status(&joined) && memcmp(joined.data, s + te->at - cut, cut) != 0;
    if (!joins) {
        text_free(&joined);
        return 0;
    }
    text_free(typed);
    *typed = joined;
    return cut;
}

enum status textedit_insert(struct textedit *te, const char *s, size_t len, bool paste)
{
    struct text typed = {0};
    add_typed(&typed, s, len, te->one_line);
    text_compose(&typed);
    enum status st = text_status(&typed);
    size_t joined = 0;
    if (st == ST_OK && typed.len > 0 && te->at > 0 && (unsigned char)*typed.data >= 0x80)
        joined = join_letter(te, &typed);
    if (st == ST_OK && typed.len > 0)
        st = replace(te, te->at - joined, joined, typed.data, typed.len, !paste);
    text_free(&typed);
    return st;
}

enum status textedit_replace_all(struct textedit *te, const char *s, size_t len)
{
    struct text typed = {0};
    add_typed(&typed, s, len, te->one_line);
    text_compose(&typed);
    enum status st = text_status(&typed);
    bool same = typed.len == te->text.len && strcmp(text_str(&typed), text_str(&te->text)) == 0;
    if (st == ST_OK && !same)
        st = replace(te, 0, te->text.len, text_str(&typed), typed.len, false);
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

/* A place on a line. Where a word was divided, the end of one line is the start of the next, and
 * is shown there: the last place on the line itself is before its last letter. */
static size_t on_line(const struct textedit *te, size_t line, size_t at)
{
    const struct span *lines = te->wrap.lines;
    bool divided =
        line + 1 < te->wrap.count && lines[line].at + lines[line].len == lines[line + 1].at;
    return divided && at == lines[line + 1].at ? at - text_prev(text_str(&te->text), at) : at;
}

/* The column where a line of the text begins. */
static int line_col(const struct textedit *te, size_t line)
{
    return line == 0 ? te->wrap.lead : 0;
}

static bool move_rows(struct textedit *te, int rows, int cols)
{
    const char *s = text_str(&te->text);
    if (!wrap(te, cols))
        return false;
    size_t line = softwrap_line(&te->wrap, te->at);
    if (te->want_col < 0)
        te->want_col = line_col(te, line) +
                       text_width(s + te->wrap.lines[line].at, te->at - te->wrap.lines[line].at);
    if (rows < 0 ? line == 0 : line + 1 == te->wrap.count)
        return false;
    line = rows < 0 ? line - 1 : line + 1;
    struct span to = te->wrap.lines[line];
    int col = te->want_col - line_col(te, line);
    te->at = on_line(te, line, to.at + text_fit(s + to.at, to.len, col > 0 ? col : 0));
    reach(te);
    return true;
}

enum edge { LINE_START, LINE_END, LINE_REST };

/* Where the line begins; its last place; or where what is left of it ends. */
static size_t line_edge(struct textedit *te, int cols, enum edge edge)
{
    if (!wrap(te, cols))
        return te->at;
    size_t line = softwrap_line(&te->wrap, te->at);
    struct span span = te->wrap.lines[line];
    if (edge == LINE_START)
        return span.at;
    size_t end = span.at + span.len;
    return edge == LINE_REST ? end : on_line(te, line, end);
}

static bool go(struct textedit *te, size_t at)
{
    size_t was = te->at;
    put_at(te, at, at > was);
    if (te->done_count > te->undone)
        te->done[te->done_count - te->undone - 1].run = false;
    return te->at != was;
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
    if (splice(te, c->at, c->inserted_len, c->removed, c->removed_len) != ST_OK)
        return false;
    c->run = false;
    te->undone++;
    put_at(te, c->at + c->removed_len, true);
    te->changed = true;
    return true;
}

static bool redo(struct textedit *te)
{
    if (!textedit_can_redo(te))
        return false;
    struct textedit_change *c = &te->done[te->done_count - te->undone];
    if (splice(te, c->at, c->removed_len, c->inserted, c->inserted_len) != ST_OK)
        return false;
    te->undone--;
    put_at(te, c->at + c->inserted_len, true);
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

/* Take away a part of the text. */
static bool take_away(struct textedit *te, enum textedit_op op, int cols)
{
    const char *s = text_str(&te->text);
    size_t at = te->at;
    switch ((int)op) {
    case TE_BACKSPACE:
        return cut(te, at - text_prev(s, at), at);
    case TE_DELETE:
        return cut(te, at, at + text_next(s + at, te->text.len - at));
    case TE_DELETE_WORD:
        return cut(te, word_left(te), at);
    case TE_DELETE_TO_END:
        return cut(te, at, line_edge(te, cols, LINE_REST));
    case TE_DELETE_TO_START:
        return cut(te, line_edge(te, cols, LINE_START), at);
    default:
        return false;
    }
}

bool textedit_do(struct textedit *te, enum textedit_op op, int cols)
{
    const char *s = text_str(&te->text);
    size_t len = te->text.len, at = te->at;
    switch ((int)op) {
    case TE_LEFT:
        return go(te, at - text_prev(s, at));
    case TE_RIGHT:
        return go(te, at + text_next(s + at, len - at));
    case TE_UP:
        return move_rows(te, -1, cols);
    case TE_DOWN:
        return move_rows(te, 1, cols);
    case TE_LINE_START:
        return go(te, line_edge(te, cols, LINE_START));
    case TE_LINE_END:
        return go(te, line_edge(te, cols, LINE_END));
    case TE_WORD_LEFT:
        return go(te, word_left(te));
    case TE_WORD_RIGHT:
        return go(te, word_right(te));
    case TE_START:
        return go(te, 0);
    case TE_FINISH:
        return go(te, len);
    case TE_UNDO:
        return undo(te);
    case TE_REDO:
        return redo(te);
    default:
        return take_away(te, op, cols);
    }
}
