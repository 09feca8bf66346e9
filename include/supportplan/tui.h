/*
 * Canvas -> terminal; key -> event. The only room that sees <curses.h>.
 * Holds no rule and no sentence about a plan.
 */
#ifndef SUPPORTPLAN_TUI_H
#define SUPPORTPLAN_TUI_H

#include "supportplan/canvas.h"
#include "supportplan/command.h"
#include "supportplan/settings.h"

/** What came from the terminal. */
enum tui_kind {
    TUI_COMMAND, /**< a command */
    TUI_TEXT,    /**< typed or pasted text */
    TUI_RESIZE,  /**< the window has another size */
    TUI_STOP,    /**< the program is told to end (HUP, TERM, INT, QUIT), or the terminal is gone */
    TUI_CLICK,   /**< the mouse pointed at a cell */
    TUI_WHEEL,   /**< the mouse's wheel was turned */
    TUI_WAKE,    /**< one of what tui_listen() named can be read */
    TUI_NOTHING, /**< a key that means nothing here */
};

struct tui_event {
    enum tui_kind kind;
    enum command command;
    char letter;      /**< TUI_COMMAND: the letter of its key, in lower case, or 0 */
    struct text text; /**< TUI_TEXT: freed by who asked for the event */
    bool paste;
    int signal;   /**< TUI_STOP: its number */
    int row, col; /**< TUI_CLICK: from 0. TUI_WHEEL: row is -1 up, 1 down */
};

/** What the screen may use. */
struct tui_options {
    const char *term; /**< tui_terminal.name; NULL: what the environment says */
    bool color;       /**< colours are wanted, where there are any */
    bool mouse;       /**< the mouse is ours; the terminal can't select and copy with it then */
    bool private;     /**< nothing that was shown is to stay in the terminal */
    enum looks looks;
    enum charset charset;
};

/** A terminal, as far as it is known before it is taken. */
struct tui_terminal {
    const char *name;     /**< to use it by: its own, or one like it; NULL: it shows no page */
    const char *clearing; /**< clears it and the lines above; "" where it speaks no ANSI */
    bool leaves_traces;   /**< what was shown stays there afterwards: it has no other screen */
    bool slow;            /**< its line carries 2,400 bits a second or fewer, so it says */
};

/** What there is to know of a terminal of that name (NULL for none). Says nothing on it. */
struct tui_terminal tui_terminal(const char *term);
/** Add the bytes that give a terminal back, whatever a program that broke had done to it, and clear
 * it. */
void tui_giving(const char *term, struct text *out);
/** Take the terminal. ST_OK, or ST_UNKNOWN where it can't be used (then nothing was changed). */
enum status tui_open(const struct tui_options *options);
/** Use other looks, or the mouse, from now on. */
void tui_change(const struct tui_options *options);
/** Give the terminal back. May be called twice, or before tui_open(). */
void tui_close(void);
/** The window's size, at least 1 by 1. */
void tui_size(int *rows, int *cols);
/** How a canvas is shown. */
struct tui_manner {
    bool whole; /**< everything afresh */
    bool wipe;  /**< and what was shown before is to leave the terminal, where it can be made to */
    bool by_lines; /**< a line that changed is sent from its beginning, for speech; else only what
                      changed in it */
    bool typing;   /**< by_lines: but not the cursor's own line, where a letter was typed */
};
/** Show a canvas, the hardware cursor last. */
void tui_show(const struct canvas *canvas, struct tui_manner manner);
/** Wait for what the person does. typing: letters are text, not commands. */
struct tui_event tui_next(bool typing);
/** What else to wait for beside the terminal: two descriptors that will be read, or -1. */
void tui_listen(int fd, int other);
/** One bell. */
void tui_bell(void);
/** Give the terminal away for a while, and take it back: everything is shown afresh then. */
void tui_pause(void);
void tui_resume(void);
/** Stop until the shell goes on with the program. Where the terminal has no other screen to go to,
 * or the session is private, nothing stays on it meanwhile. */
void tui_suspend(void);

#endif
