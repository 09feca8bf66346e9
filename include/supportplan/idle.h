/*
 * Nobody does anything: after a while the screen hides by itself, and keeps all that is typed. It
 * does so in private sessions, and where the person chose it; nothing else ever runs out of time.
 * The session has no clock: who shows it says for how long nothing was done.
 */
#ifndef SUPPORTPLAN_IDLE_H
#define SUPPORTPLAN_IDLE_H

struct wizard;

/** After how many seconds the screen hides; 0 for never. */
int idle_limit(const struct wizard *w);
/** After how many seconds in which nothing is done wizard_idle() is to be called next, where it was
 * called after that many (0 where not yet); 0 for never. */
int idle_next(const struct wizard *w, int seconds);
/** Nothing was done for so many seconds: warn, or hide. @return effects */
unsigned wizard_idle(struct wizard *w, int seconds);

#endif
