/*
 * Several at once, by their numbers: "1-3 5". What is done to them is one step for undo.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "event_parts.h"

bool event_says_several(const char *line)
{
    size_t n = strspn(line, "0123456789-, ");
    const char *between = line + strcspn(line, "-, ");
    bool digits = line[0] >= '0' && line[0] <= '9' && n == strlen(line);
    return digits && between[strspn(between, "-, ")] != '\0' && !strstr(line, "--");
}

struct range {
    size_t from, to;
};

/* The next number or range of a line; false behind the last. */
static bool next_range(const char **at, struct range *out)
{
    char *end = NULL;
    *at += strspn(*at, " ,");
    if (!**at)
        return false;
    out->from = out->to = strtoul(*at, &end, 10);
    if (*end == '-')
        out->to = strtoul(end + 1, &end, 10);
    *at = end;
    return true;
}

/* The row of a number, if it is one that does what act says; count where not. */
static size_t row_of_number(const struct wizard *w, size_t number, int act)
{
    size_t n = 0;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        n += row_focusable(row) && row->role != ROW_EDIT;
        if (n == number && row_focusable(row))
            return row->act == act ? i : w->page.count;
    }
    return w->page.count;
}

/* The number of a row, as it is said in plain lines. */
static size_t number_of_row(const struct wizard *w, size_t row)
{
    size_t n = 0;
    for (size_t i = 0; i <= row; i++)
        n += row_focusable(&w->page.rows[i]) && w->page.rows[i].role != ROW_EDIT;
    return n;
}

/* The rows that a line names are marked, each once, however often it is named. Else the first
 * number that can't be taken with the others is told. */
static bool mark_rows(struct wizard *w, const char *line, int act, bool marked[])
{
    struct range r;
    while (next_range(&line, &r))
        for (size_t n = r.from; n <= r.to || n == r.from; n++) {
            size_t row = row_of_number(w, n, act);
            if (r.to < r.from || row == w->page.count) {
                wizard_trouble(w, _("%zu can't be chosen with others. Type it alone, or help."), n);
                return false;
            }
            marked[row] = true;
        }
    return true;
}

/* The rows of a line, to be freed; NULL where it was told why not. */
static bool *marks_of(struct wizard *w, const char *line, int act)
{
    bool *marked = calloc(w->page.count + 1, sizeof *marked);
    if (!marked) {
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    } else if (!mark_rows(w, line, act, marked)) {
        free(marked);
        marked = NULL;
    }
    return marked;
}

/* In the order they are named, each once. */
void event_open_several(struct wizard *w, const char *line)
{
    size_t before = w->done_count;
    const char *at = line;
    struct range r;
    bool *marked = marks_of(w, line, w->page.several);
    while (marked && next_range(&at, &r))
        for (size_t n = r.from; n <= r.to; n++) {
            size_t row = row_of_number(w, n, w->page.several);
            if (!marked[row])
                continue;
            marked[row] = false;
            wizard_here(w)->focus = row;
            event_open_row(w);
            wizard_rebuild(w);
        }
    wizard_join(w, before, _("choose %s"), line);
    free(marked);
}

/* From the last to the first: what is taken away leaves the numbers before it as they are. */
void event_delete_several(struct wizard *w, const char *line)
{
    size_t before = w->done_count, removed = 0;
    size_t row = w->page.count;
    bool *marked = marks_of(w, line, w->page.listed);
    for (bool gone = true; marked && gone && row-- > 0;) {
        size_t then = w->done_count;
        if (!marked[row])
            continue;
        char number[24];
        snprintf(number, sizeof number, "%zu", number_of_row(w, row));
        event_do(w, CMD_DELETE, number);
        wizard_rebuild(w);
        gone = w->done_count > then;
        removed += gone;
    }
    wizard_join(w, before, _("delete %s"), line);
    if (removed > 1 && !w->trouble)
        wizard_say(w, _("Removed %zu. Undo brings them back."), removed);
    free(marked);
}
