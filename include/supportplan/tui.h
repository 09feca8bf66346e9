/*
 * Canvas -> terminal; key -> event. The only room that sees <curses.h>.
 * Holds no rule and no sentence about a plan.
 */
#ifndef SUPPORTPLAN_TUI_H
#define SUPPORTPLAN_TUI_H

#include "supportplan/canvas.h"
#include "supportplan/command.h"

/** What came from the terminal. */
enum tui_kind {
    TUI_COMMAND, /**< a command */
    TUI_TEXT,    /**< typed or pasted text */
    TUI_RESIZE,  /**< the window has another size */
    TUI_STOP,    /**< the program is told to end (HUP, TERM), or the terminal is gone */
    TUI_NOTHING, /**< a key that means nothing here */
};

struct tui_event {
    enum tui_kind kind;
    enum command command;
    char letter;      /**< TUI_COMMAND: the letter of its key, in lower case, or 0 */
    struct text text; /**< TUI_TEXT: freed by who asked for the event */
    bool paste;
};

/** What the screen may use. */
struct tui_options {
    bool color;
    enum charset charset;
};

/** Whether this terminal can show a page: it is known, and its cursor can be placed. Says nothing
 * on the terminal. */
bool tui_capable(const char *term);
/** Take the terminal. ST_OK, or ST_UNKNOWN where it can't be used (then nothing was changed). */
enum status tui_open(const struct tui_options *options);
/** Give the terminal back. May be called twice, or before tui_open(). */
void tui_close(void);
/** The window's size, at least 1 by 1. */
void tui_size(int *rows, int *cols);
/** Show a canvas, the hardware cursor last. whole: paint everything afresh. */
void tui_show(const struct canvas *canvas, bool whole);
/** Wait for what the person does. typing: letters are text, not commands. */
struct tui_event tui_next(bool typing);
/** One bell. */
void tui_bell(void);
/** Give the terminal away for a while, and take it back: everything is shown afresh then. */
void tui_pause(void);
void tui_resume(void);
/** Stop until the shell goes on with the program. */
void tui_suspend(void);

#endif
