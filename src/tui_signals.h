/*
 * Signals, for tui.c: told through a pipe, so that nothing is done inside a handler; and the
 * terminal given back if the program breaks.
 */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What signals said since they were read last. */
struct tui_said {
    bool resize;  /* WINCH */
    bool resume;  /* CONT: whoever had the terminal may have changed it */
    bool suspend; /* TSTP */
    int end;      /* the number of HUP, TERM, INT or QUIT; 0 where none came */
};

/* Hear signals from now on. false where there is no pipe for them. */
bool tui_signals_open(void);
/* Let signals do again what they do without us. */
void tui_signals_close(void);
/* What can be read from where a signal came. */
int tui_signals_fd(void);
/* Take what was said. */
struct tui_said tui_signals_take(void);
/* If the program breaks: these bytes (copied; cut where they are too many) and these modes give the
 * terminal back. */
void tui_signals_guard(const char *bytes, size_t len, const struct termios *modes);

#endif
