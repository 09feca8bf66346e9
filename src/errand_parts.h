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
/* The time of day, "14:02". */
const char *errand_clock(struct errand *e, char out[8]);
/* Take the lock of a plan. false where another has it: told says who, and the plan is to be read
 * only. */
bool errand_lock(struct errand *e, const char *path, bool anyway, struct text *told);
/* Look for what a session that was cut short has left beside a plan whose bytes are known. For who
 * has the lock. */
void errand_find_unsaved(struct errand *e, const char *path);
/* Choose a name for the journal that no other has. */
void errand_pick_ending(struct errand *e, const char *path);
/* Show what was found, once the form is there to say it in words. */
void errand_offer(struct errand *e);
/* What was offered has been brought back, or let go: what it was read from may go. */
void errand_drop_source(struct errand *e);
/* Read the newest copy that is a whole plan; from gets its path. ST_UNKNOWN where there is none. */
enum status errand_read_copy(const char *path, struct text *bytes, struct text *from);
/* Make the text for whom the session asks, and show it; save it beside the plan; print it. */
void errand_paper(struct errand *e);
void errand_text(struct errand *e);
void errand_print(struct errand *e);
/* Look for other versions beside the plan; compare the plan with one, and show what changed. */
void errand_others(struct errand *e);
void errand_changes(struct errand *e);
/* Another program changed the file: keep this version apart, and show both. */
void errand_conflict(struct errand *e, const struct text *bytes);
/* Save over what another program wrote, which is kept apart. */
void errand_take_all(struct errand *e);
/* Keep words that are not in a plan in a file beside it. */
enum status errand_keep_words(const char *plan, const struct text *words);
/* Note in the journal what the plan is about to be saved as; it goes on from there. */
void errand_note_plan(struct errand *e, const struct text *bytes);
/* Note what is typed, and what of the plan is not saved. */
void errand_note(struct errand *e);
/* Say where words of a session that was cut short are, if there are any beside the plan. */
void errand_tell_rescued(struct wizard *w);

#endif
