/*
 * What is sent of a canvas where a reader speaks what is sent: whole lines, and no others than
 * those that say something else than they did.
 */
#ifndef TUI_LINES_H
#define TUI_LINES_H

#include "supportplan/canvas.h"

/* Whether a row is part of what was just said: the news of what a key did. */
bool lines_news(const struct canvas *c, int row);
/* Make curses send the rows again that are not as they were the last time they were asked about:
 * those of the news, all of which are one message, or all others but one (-1 for none). Whether
 * there are any. */
bool lines_touch(const struct canvas *c, bool news, int but);

/* Make curses send lines from the top down and each of them whole, or any way it likes. */
void lines_mode(bool by_lines);

#endif
