/*
 * Memory that runs out when a test says so. The linker puts this between the code and
 * the C library, so that every allocation of ours can fail in turn:
 *
 *     for (int n = 0; scarce_from(&n);) {
 *         enum status st = thing_make(&thing);
 *         if (scarce_hit())
 *             ... st is ST_NOMEM and nothing was changed ...
 *     }
 */
#ifndef SUPPORTPLAN_SCARCE_H
#define SUPPORTPLAN_SCARCE_H

#include <stdbool.h>

/**
 * Begin the next round: in the first one the first allocation fails, and so on.
 * @return false, with memory as it always is, after a round in which none failed
 */
bool scarce_from(int *round);
/** Whether an allocation has failed in this round; from now on none fails until the next one. */
bool scarce_hit(void);

/** A round of its own: so many allocations go well, and the next one fails. */
void scarce_after(int count);

#endif
