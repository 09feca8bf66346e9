/*
 * A line that is typed on a terminal and not shown there: for passphrases.
 */
#ifndef SUPPORTPLAN_WHISPER_H
#define SUPPORTPLAN_WHISPER_H

#include <signal.h>
#include <termios.h>

#include "supportplan/text.h"

/** How many signals that end the program are answered. */
#define WHISPER_ENDS 3

/** A terminal that shows nothing of what is typed. {0} is none. */
struct whisper {
    bool on;
    int fd;
    struct termios was;
    struct sigaction before[WHISPER_ENDS];
    sigset_t held;
};

/** Let a terminal show nothing of what is typed; what is no terminal is left alone. One at a time.
 * Until whisper_end() a signal that ends the program gives the terminal back first, and one that
 * stops it waits: the terminal is never left so. Ctrl-C is a letter. */
void whisper_begin(struct whisper *whisper, int fd);
/** Let it show again what is typed. Accepts {0}. */
void whisper_end(struct whisper *whisper);

/**
 * Ask for a line on the terminal that the program was started from, wherever its input and output
 * go.
 *
 * @prompt  fit to be shown
 * @line    set on true; text_wipe() it
 * @return  false where there is no terminal, or the person gave up: Ctrl-C, Ctrl-D or nothing
 */
bool whisper_ask(const char *prompt, struct text *line);
/** Whether there is such a terminal. */
bool whisper_possible(void);

#endif
