/*
 * Which lines of a page are on the screen. They go by whole screenfuls, so that a list turns over
 * like a page and a step within one moves nothing.
 */
#include <string.h>

#include "paint_lines.h"

static bool begins_row(const struct painter *p, size_t i)
{
    return i == 0 || paint_line_row(p, i) != paint_line_row(p, i - 1);
}

/* The end of the group whose lines begin at from: the next heading after something to choose. */
static size_t group_end(const struct painter *p, size_t from)
{
    bool items = false;
    for (size_t i = from; i < paint_line_count(p); i++) {
        if (items && begins_row(p, i) && paint_line_role(p, i) == ROW_HEADING)
            return i;
        items = items || paint_line_role(p, i) == ROW_ITEM;
    }
    return paint_line_count(p);
}

/* A heading is not the last of a screenful: what it heads is on the next one. */
static size_t before_headings(const struct painter *p, size_t from, size_t end)
{
    while (end > from + 1 && paint_line_role(p, end - 1) == ROW_HEADING)
        end--;
    return end;
}

/* Whether a line is something to choose that is not told alone: "Done" says nothing of what would
 * be done. On a small screen, or in large letters, nothing is that says no state of its own. */
static bool needs_company(const struct painter *p, size_t line)
{
    const struct page *page = &p->w->page;
    size_t i = paint_line_row(p, line);
    const struct row *row = i < page->count ? &page->rows[i] : NULL;
    if (!row || row->role != ROW_ITEM)
        return false;
    bool few = p->canvas->rows < ROWS_FEW || p->w->settings.looks == LOOKS_LARGE;
    return strcmp(row->word, "done") == 0 || (few && !*row->state);
}

/* The last row, "Done", is not left alone on a screenful of its own, where nobody can tell what
 * would be done. The end of a screenful, moved up by a row. */
static size_t leave_company(const struct painter *p, size_t from, size_t end)
{
    size_t count = paint_line_count(p), first = end, last = count, before = end;
    while (first < count && paint_line_role(p, first) == ROW_GAP)
        first++;
    while (last > end && !begins_row(p, last - 1))
        last--;
    if (end == from || first == count || last != first + 1 || !needs_company(p, first))
        return end;
    do
        before--;
    while (before > from && (!begins_row(p, before) || paint_line_role(p, before) == ROW_GAP));
    before = before_headings(p, from, before);
    return before > from + 1 ? before : end;
}

/* Where the screenful that begins at from ends: before a row that is not whole on it, and before a
 * heading whose items are not. */
static size_t screen_end(const struct painter *p, size_t from, size_t rows)
{
    size_t until = from + rows < paint_line_count(p) ? from + rows : paint_line_count(p);
    size_t group = p->w->page.by_group && p->w->mode == MODE_READER ? group_end(p, from)
                                                                    : paint_line_count(p) + 1;
    if (group <= until)
        return group;
    size_t end = until;
    while (until < paint_line_count(p) && end > from && !begins_row(p, end))
        end--;
    if (until < paint_line_count(p))
        end = before_headings(p, from, end);
    if (end == from + 1 && paint_line_role(p, from) == ROW_HEADING)
        end = until; /* alone it says nothing: what it heads is begun with it */
    return leave_company(p, from, end > from ? end : until);
}

/* The screenful that has a line; counts them all. */
static struct screenful find_screen(struct painter *p, size_t rows, size_t line)
{
    struct screenful found = {0};
    size_t from = 0;
    for (p->seen.screens = 0; from < paint_line_count(p); p->seen.screens++) {
        size_t until = screen_end(p, from, rows);
        if (from <= line) {
            found = (struct screenful){.from = from, .until = until};
            p->seen.screen = p->seen.screens;
        }
        from = until;
    }
    return found;
}

/* Text that is longer than a screen moves by whole screens too, two lines staying in sight. first:
 * the line that it is counted from. */
static struct screenful around_text(const struct painter *p, size_t first, size_t line, size_t rows)
{
    size_t step = rows > 2 ? rows - 1 : 1, keep = rows > 6 ? 2 : 0;
    size_t all = paint_line_count(p) - first, at = line - first;
    size_t from = all <= rows || at < rows ? 0 : at / step * step - keep;
    if (at >= from + rows)
        from = at - rows + 1;
    size_t until = from + rows < all ? from + rows : all;
    return (struct screenful){.from = first + from, .until = first + until};
}

/* A question before its answer */

/* The first line of something to choose or to type in; the count of lines where there is none. */
static size_t first_to_answer(const struct painter *p)
{
    size_t i = 0;
    for (; i < paint_line_count(p); i++) {
        size_t row = paint_line_row(p, i);
        if (row < p->w->page.count && row_focusable(&p->w->page.rows[row]))
            break;
    }
    return i;
}

/* The first line of a heading before another line; that one where there is none. */
static size_t first_heading(const struct painter *p, size_t until)
{
    size_t i = 0;
    while (i < until && paint_line_role(p, i) != ROW_HEADING)
        i++;
    return i;
}

/* Whether there is no room for all that a page says before the thing in hand. */
static bool needs_cut(const struct painter *p, size_t focus, size_t rows)
{
    bool edit = paint_line_role(p, focus) == ROW_EDIT;
    return p->w->page.asks && rows >= 3 && focus >= (edit ? rows : screen_end(p, 0, rows));
}

/* The question, and right below it the screenful with the thing in hand: what is said between them
 * is read on the way up. */
static struct screenful cut_screenful(const struct painter *p, size_t focus, size_t rows)
{
    /* The word that there is more, and two rows of answers; one where there are no more. */
    size_t first = first_to_answer(p), head = 0, spare = rows < 4 ? 2 : 3;
    while (head < first && head + spare < rows && paint_line_role(p, head) == ROW_HEADING)
        head++;
    if (head == 0) /* what leads up to the answer comes after all that was to be known first */
        first = first_heading(p, first);
    size_t body = rows - head - 1, top = screen_end(p, 0, rows);
    struct screenful s = {.from = top > first ? top : first}; /* nothing is seen twice */
    s.until = screen_end(p, s.from, body);
    if (paint_line_role(p, focus) == ROW_EDIT)
        s = around_text(p, first, focus, body);
    while (s.until <= focus)
        s = (struct screenful){.from = s.until, .until = screen_end(p, s.until, body)};
    s.cut = true;
    s.head = head;
    return s;
}

static struct screenful choose_screenful(struct painter *p, size_t focus, size_t rows)
{
    const struct place *here = wizard_at(p->w);
    struct screenful s = find_screen(p, rows, here->reading ? here->line : focus);
    bool in_sight = focus >= s.from && focus < s.until;
    if (paint_line_count(p) == 0)
        return s;
    if ((!here->reading || in_sight) && needs_cut(p, focus, rows)) {
        struct screenful cut = cut_screenful(p, focus, rows);
        if (!here->reading || (here->line >= cut.from && here->line < cut.until))
            return cut;
    }
    if (!here->reading && paint_line_role(p, focus) == ROW_EDIT)
        return around_text(p, 0, focus, rows);
    return s;
}

/* Whether a row of its own says that there is more below: who hears the lines can't see that a list
 * goes on. Where a group stands alone, "group 2 of 5" has said it. */
static bool tells_more(const struct painter *p, size_t rows)
{
    return p->w->mode == MODE_READER && !p->w->page.by_group && rows > 3 &&
           paint_line_count(p) > rows;
}

struct screenful paint_screenful(struct painter *p, size_t focus, size_t rows)
{
    bool typing = !wizard_at(p->w)->reading && paint_line_role(p, focus) == ROW_EDIT;
    bool told = tells_more(p, rows);
    struct screenful s = choose_screenful(p, focus, told ? rows - 1 : rows);
    bool asked = told || (!typing && p->w->mode != MODE_READER);
    s.more = s.until < paint_line_count(p) && asked;
    return s;
}
