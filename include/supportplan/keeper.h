/*
 * A parent process that holds no plan: it waits, and where the program beside it breaks, it gives
 * the terminal back, clean, and says so.
 */
#ifndef SUPPORTPLAN_KEEPER_H
#define SUPPORTPLAN_KEEPER_H

#include "supportplan/text.h"

/**
 * Go on in a child process; this one keeps it, passes signals on, and ends as it ended. To be
 * called before anything of a plan is read. Comes back in the child; where none can be made, in
 * this process, that nobody keeps then.
 *
 * @giving   the bytes that give the terminal back as it was, and clean (copied)
 * @charset  of what is said
 */
void keeper_start(const char *giving, enum charset charset);

#endif
