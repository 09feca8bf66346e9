/*
 * The keys of a page, as many whole ones as there is room for: help, which tells of all, is always
 * among them. In a small window plain questions are offered beside it.
 */
#include <string.h>

#include "paint_lines.h"

/* What stands between the keys of a page's hint. */
static const char gap[] = "   ";

static size_t part_len(const char *s)
{
    const char *end = strstr(s, gap);
    return end ? (size_t)(end - s) : strlen(s);
}

static const char *next_part(const char *s)
{
    s += part_len(s);
    return s + strspn(s, " ");
}

/* Help, and the offer of plain questions; and the way out, where there is room for it. */
static bool is_kept(const char *part, const char *way_out)
{
    return part == way_out || strncmp(part, "F1 ", 3) == 0 || strncmp(part, "F5 ", 3) == 0;
}

/* The columns that the parts that are kept take from here on, with what stands before each. */
static int kept_width(const char *s, const char *way_out, int lead)
{
    int width = 0;
    for (; *s; s = next_part(s))
        if (is_kept(s, way_out))
            width += lead + text_width(s, part_len(s));
    return width;
}

/* What stands between two parts, at the end of a row: without its blanks. */
static void end_row(const char *between, struct text *out)
{
    size_t n = strlen(between);
    while (n > 0 && between[n - 1] == ' ')
        n--;
    text_add_n(out, between, n);
    text_add_char(out, '\n');
}

/* The part that leads out of a page: the last but the offer of plain questions. NULL where no room
 * is left beside it for the first, which says what the page is for. */
static const char *way_out_of(const char *hint, int cols, int lead)
{
    const char *last = hint;
    for (const char *s = hint; *s; s = next_part(s))
        last = strncmp(s, "F5 ", 3) == 0 ? last : s;
    int width = is_kept(hint, NULL) ? 0 : text_width(hint, part_len(hint)) + lead;
    return width + kept_width(hint, last, lead) - lead <= cols ? last : NULL;
}

/* The parts of a hint that fit, on as many rows, with something between them. */
static void fit_keys(const char *hint, int cols, int rows, const char *between, struct text *out)
{
    int row = 1, at = 0, lead = (int)strlen(between);
    const char *way_out = way_out_of(hint, cols, lead);
    for (const char *s = hint; *s; s = next_part(s)) {
        size_t len = part_len(s);
        int width = text_width(s, len);
        if (row < rows && at > 0 && at + lead + width > cols) {
            end_row(between, out);
            row++;
            at = 0;
        }
        int kept = row == rows && !is_kept(s, way_out) ? kept_width(s, way_out, lead) : 0;
        if (at + (at > 0 ? lead : 0) + width + kept > cols)
            continue;
        text_addf(out, "%s%.*s", at > 0 ? between : "", (int)len, s);
        at += (at > 0 ? lead : 0) + width;
    }
}

bool paint_small(const struct canvas *canvas)
{
    return canvas->rows < PAINT_ROWS_EASY || canvas->cols < PAINT_COLS_EASY;
}

void paint_keys_fit(const struct painter *p, int cols, int rows, const char *between,
                    struct text *out)
{
    struct text hint = {0};
    text_add(&hint, p->w->page.hint ? p->w->page.hint : "");
    if (paint_small(p->canvas) && wizard_at(p->w)->kind != PLACE_HIDDEN)
        text_addf(&hint, "%s%s", hint.len > 0 ? gap : "", _("F5 plain questions"));
    fit_keys(text_str(&hint), cols, rows, between, out);
    text_free(&hint);
}
