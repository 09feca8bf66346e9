#include "supportplan/softwrap.h"

#include <stdlib.h>
#include <string.h>

/* A line hangs on what it holds, and on the cluster after it that went over the edge. That one may
 * be two lines on, where a word moves down and its last letter is wide. */
#define LINES_BEFORE 2

void softwrap_free(struct softwrap *sw)
{
    free(sw->lines);
    *sw = (struct softwrap){.ahead = sw->ahead, .lead = sw->lead, .found = sw->found};
}

size_t softwrap_line(const struct softwrap *sw, size_t at)
{
    size_t low = 0, high = sw->count;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (sw->lines[mid].at <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* Room for that many lines. */
static bool make_room(struct softwrap *sw, size_t count)
{
    if (count <= sw->cap)
        return true;
    size_t cap = sw->cap ? sw->cap : 16;
    while (cap < count)
        cap *= 2;
    struct span *lines = realloc(sw->lines, cap * sizeof *lines);
    if (!lines)
        return false;
    sw->lines = lines;
    sw->cap = cap;
    return true;
}

static bool add_line(struct softwrap *sw, struct span line)
{
    if (!make_room(sw, sw->count + 1))
        return false;
    sw->lines[sw->count++] = line;
    sw->found++;
    return true;
}

/* Find the next line. */
static bool find_line(struct softwrap *sw, const char *s, size_t len, int cols)
{
    struct span line;
    size_t next, at = sw->next;
    if (at == 0)
        cols -= sw->lead;
    if (text_line(s + at, len - at, cols, &line, &next) != ST_OK ||
        !add_line(sw, (struct span){at, line.len}))
        return false;
    sw->next = at + next;
    return true;
}

enum status softwrap_reach(struct softwrap *sw, const char *s, size_t len, size_t at, size_t more)
{
    size_t behind = 0;
    if (sw->cols == 0)
        return ST_NOMEM;
    if (at < sw->next)
        behind = sw->count - softwrap_line(sw, at) - 1;
    while (sw->next <= len && (at >= sw->next || behind < more)) {
        behind += at < sw->next;
        if (!find_line(sw, s, len, sw->cols)) {
            softwrap_free(sw);
            return ST_NOMEM;
        }
    }
    return ST_OK;
}

enum status softwrap_make(struct softwrap *sw, const char *s, size_t len, int cols)
{
    if (sw->cols == cols)
        return ST_OK;
    sw->count = 0;
    sw->next = 0;
    sw->cols = cols;
    return softwrap_reach(sw, s, len, len, 1);
}

/* A change of a text: where what was known counts again, and how far that has moved. */
struct change {
    size_t behind; /* the byte behind the change, as the text was */
    size_t moved;  /* bytes; wraps round where the text got shorter, and back again */
};

/* Lines from one on, found anew until they meet one that was known, or there are enough. Gives the
 * number of the line that they met; count where none; more without memory. */
static size_t find_anew(const struct softwrap *sw, const char *s, size_t len, size_t from,
                        struct change c, struct softwrap *anew)
{
    size_t old = from;
    while (old < sw->count && sw->lines[old].at < c.behind)
        old++;
    anew->next = sw->lines[from].at;
    while (anew->next <= len && anew->count <= sw->ahead + LINES_BEFORE) {
        while (old < sw->count && sw->lines[old].at + c.moved < anew->next)
            old++;
        if (old < sw->count && sw->lines[old].at + c.moved == anew->next)
            return old;
        if (!find_line(anew, s, len, sw->cols))
            return sw->count + 1;
    }
    return sw->count;
}

/* Put the new lines in the place of those from one on up to another, which moved with the text. */
static bool replace_lines(struct softwrap *sw, size_t from, size_t meets,
                          const struct softwrap *anew, size_t moved)
{
    size_t rest = sw->count - meets, count = from + anew->count + rest;
    if (!make_room(sw, count))
        return false;
    struct span *lines = sw->lines;
    memmove(lines + from + anew->count, lines + meets, rest * sizeof *lines);
    if (anew->count > 0)
        memcpy(lines + from, anew->lines, anew->count * sizeof *lines);
    for (size_t i = from + anew->count; i < count; i++)
        lines[i].at += moved;
    sw->next = rest > 0 ? sw->next + moved : anew->next;
    sw->count = count;
    sw->found += anew->found;
    return true;
}

void softwrap_change(struct softwrap *sw, const char *s, size_t len, size_t at, size_t cut,
                     size_t put)
{
    struct softwrap anew = {.lead = sw->lead};
    struct change c = {at + cut, put - cut};
    if (sw->cols == 0)
        return;
    size_t from = softwrap_line(sw, at);
    from -= from < LINES_BEFORE ? from : LINES_BEFORE;
    size_t meets = find_anew(sw, s, len, from, c, &anew);
    if (meets > sw->count || !replace_lines(sw, from, meets, &anew, c.moved))
        softwrap_free(sw);
    softwrap_free(&anew);
}
