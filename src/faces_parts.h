/*
 * What the parts of faces share.
 */
#ifndef FACES_PARTS_H
#define FACES_PARTS_H

#include "supportplan/faces.h"
#include "supportplan/linear.h"

/* Something to wait for: when it can be read, nobody has done anything for a while. */
int faces_idle_fd(struct faces *f);
/* The person did something: the while begins again. */
void faces_idle_begin(struct faces *f);
/* Whether lines are typed and read on a terminal. */
bool faces_is_terminal(void);
/* How many columns it has; 0 where it does not say. */
int faces_cols(void);
/* Wait for a line on it, or until nobody has typed for a while. who is the faces. */
enum linear_wait faces_wait_line(void *who);
/* From now on nothing that was said in a private session stays on the terminal while it is stopped
 * for the shell. No more. */
void faces_stop_begin(const struct faces *f);
void faces_stop_end(void);
/* Whether it was stopped since this was last asked. */
bool faces_was_stopped(void);
/* It can be read: warn, or hide. Effects. */
unsigned faces_idle_due(struct faces *f);

#endif
