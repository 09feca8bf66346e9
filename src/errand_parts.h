/*
 * What the parts of errand share.
 */
#ifndef ERRAND_PARTS_H
#define ERRAND_PARTS_H

#include "supportplan/errand.h"

/* Write a plan to memory and read it back: what does not come back the same is never put on disk.
 */
enum status errand_bytes(const struct plan *plan, struct text *bytes, struct fault *fault);
/* Add the path of a file beside another: NAME.txt beside NAME.csv. */
void errand_beside(const char *path, const char *ending, struct text *out);
/* Write a file that is not there yet: STEM.txt, or else STEM-2.txt and so on; path gets its path.
 */
enum status errand_write_new(const char *stem, const char *ending, const char *bytes, size_t len,
                             struct text *path, struct fault *fault);
/* Say where words of a session that was cut short are, if there are any beside the plan. */
void errand_tell_rescued(struct wizard *w);

#endif
