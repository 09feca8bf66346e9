#include "tui_lines.h"

#include <curses.h>
#include <stdint.h>
#include <term.h>

#define ROWS_MAX 1000 /* no canvas has more */

/* curses is global, so what it was given is too. */
static uint32_t sums[ROWS_MAX];

bool lines_news(const struct canvas *c, int row)
{
    return canvas_at(c, row, 0)->look == LOOK_TOTAL;
}

/* A number that is another one, as good as always, where a row says something else. */
static uint32_t row_sum(const struct canvas *c, int row)
{
    uint32_t sum = 2166136261u;
    for (int col = 0; col < c->cols; col++)
        for (const char *s = canvas_at(c, row, col)->text; *s; s++)
            sum = (sum ^ (unsigned char)*s) * 16777619u;
    return sum;
}

/* The row behind those that are sent together with one. Whether any of them changed. */
static bool changed(const struct canvas *c, int row, int *until)
{
    bool any = false, news = lines_news(c, row);
    for (*until = row; *until < c->rows; ++*until) {
        if (*until > row && !(news && lines_news(c, *until)))
            break;
        uint32_t sum = row_sum(c, *until);
        any = any || sum != sums[*until];
        sums[*until] = sum;
    }
    return any;
}

/* Of a line that is sent in part a reader would say "70.47" for "270.47", so curses is made to
 * forget what stands there. */
bool lines_touch(const struct canvas *c, bool news, int but)
{
    bool any = false;
    for (int row = 0, until = 0; row < c->rows; row = until) {
        until = row + 1;
        if (lines_news(c, row) != news || !changed(c, row, &until) || row == but)
            continue;
        wredrawln(stdscr, row, until - row);
        any = true;
    }
    return any;
}

/* Letters that are pushed along are not spoken. And to clear the rest of the screen, the cursor
 * would first go down there: a reader follows it, and says what has gone. */
void lines_mode(bool by_lines)
{
    static char *clears;
    if (clr_eos)
        clears = clr_eos;
    clr_eos = by_lines ? NULL : clears;
    idcok(stdscr, !by_lines);
}
