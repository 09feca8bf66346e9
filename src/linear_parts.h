/*
 * What the parts of linear share.
 */
#ifndef LINEAR_PARTS_H
#define LINEAR_PARTS_H

#include "supportplan/linear.h"

/* Say the page and its question again, as if for the first time. */
void linear_again(struct linear *l, const struct wizard *w);
/* What was said goes from the terminal as far as it can, and is not taken as heard any more. */
void linear_clear(struct linear *l);
/* The next line is not to be seen; or it is again. */
void linear_whisper(const struct linear *l, bool on);
/* Read a line, without its end; to be freed. NULL at the end of what there is to read. */
char *linear_read(struct linear *l, const struct wizard *w);

#endif
