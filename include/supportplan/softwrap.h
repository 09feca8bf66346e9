/*
 * The lines that a text is shown in, kept while the text changes: after a change only the lines
 * near it are found anew, so that a long answer costs no more than a short one.
 */
#ifndef SUPPORTPLAN_SOFTWRAP_H
#define SUPPORTPLAN_SOFTWRAP_H

#include "supportplan/text.h"

/** The lines of a text from its start on, as text_wrap() finds them, but for a first line that is
 * shorter where something stands before it; those far behind a change only
 * when they are asked for. {0} is none: cols is 0 then. */
struct softwrap {
    struct span *lines;
    size_t count, cap;
    size_t next;    /**< where the line after them begins; more than the text's length: there is
                         none */
    int cols;       /**< the width they were found for; 0 while they are not known */
    int lead;       /**< columns of the first line that something else takes; fewer than cols */
    size_t ahead;   /**< how many lines are found behind a change; others when asked for */
    uint64_t found; /**< how many lines were found, ever: what it all cost */
};

/** Free what it holds and make it empty; how far ahead it looks, and its lead, stay. */
void softwrap_free(struct softwrap *sw);
/** Find the lines of len bytes at s in cols columns (1 or more); nothing where they are known for
 * that width. ST_OK, or ST_NOMEM (then none are known). */
enum status softwrap_make(struct softwrap *sw, const char *s, size_t len, int cols);
/** Find the lines up to the one that holds byte at, and as many more as are asked for. ST_OK, or
 * ST_NOMEM (then none are known). */
enum status softwrap_reach(struct softwrap *sw, const char *s, size_t len, size_t at, size_t more);
/**
 * The text was changed: bytes [at, at + cut) of what it was are now put bytes.
 *
 * Where no lines are known, or there is no memory, none are known after.
 * @s, @len  the text as it is now
 */
void softwrap_change(struct softwrap *sw, const char *s, size_t len, size_t at, size_t cut,
                     size_t put);
/** The line that holds byte at: the last known that begins at or before it. There is one. */
size_t softwrap_line(const struct softwrap *sw, size_t at);

#endif
