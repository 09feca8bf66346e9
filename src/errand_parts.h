/*
 * What the parts of errand share.
 */
#ifndef ERRAND_PARTS_H
#define ERRAND_PARTS_H

#include "supportplan/errand.h"

/* Write a plan to memory and read it back: what does not come back the same is never put on disk.
 */
enum status errand_bytes(const struct plan *plan, struct text *bytes, struct fault *fault);
/* Add the folder of the plan, or the one that is offered for it. */
void errand_folder(const struct wizard *w, struct text *out);
/* Take away the files of a list, a path a line. Those that are there still go over to left, or stay
 * in the list where that is NULL. */
void errand_remove_list(struct text *list, struct text *left);
/* Add the path of a file beside another: NAME.txt beside NAME.csv. */
void errand_beside(const char *path, const char *ending, struct text *out);
/* Whether the plan that is open is locked with a passphrase. */
bool errand_is_locked(const struct errand *e);
/* Whether a path ends as those of locked plans do. */
bool errand_named_locked(const char *path);
/* Where the plan is locked, put its bytes locked under a new key in sealed; else that stays empty.
 * key may be NULL. */
enum status errand_seal(struct errand *e, const struct text *bytes, struct text *sealed,
                        struct age_key *key, struct fault *fault);
/* What a file holds that says bytes: those, or what they were sealed as. Borrowed. */
const struct text *errand_held(const struct text *bytes, const struct text *sealed);
/* The same, with a passphrase of its own. */
enum status errand_seal_with(struct errand *e, const struct age_pass *pass,
                             const struct text *bytes, struct text *out, struct age_key *key,
                             struct fault *fault);
/* Put what a locked file says in the place of what it holds. What is not locked stays. ST_LOCKED
 * where there is no passphrase for it, or another; ST_REFUSED where it is damaged; ST_NOMEM. */
enum status errand_unseal(struct errand *e, struct text *bytes, struct age_key *key,
                          struct fault *fault);
/* What is left beside a plan, unsealed where it can be: what can't be opened stays as it is, and
 * what is torn is empty. all: the copies from before, too. */
enum status errand_leftovers(struct errand *e, const char *path, bool all,
                             struct store_leftover **out, size_t *count);
/* How much work goes into a lock: what this computer does in about a second. known: as it was
 * measured before; 0 measures. */
int errand_measured_work(int known);
/* Whether a save has its work behind it, or must do it itself; or it is being done. */
enum ahead_state { AHEAD_READY, AHEAD_BUSY };
/* Do the work of the next save beside the session, where the plan is locked. When it is done,
 * errand_due() is. */
enum ahead_state errand_seal_ahead(struct errand *e);
/* What was sealed ahead, where it is these bytes, under this passphrase; it is waited for. */
bool errand_take_ahead(struct errand *e, const struct text *bytes, struct text *sealed,
                       struct age_key *key);
/* Whether that is being done now. */
bool errand_is_sealing(const struct errand *e);
/* Throw away what was sealed ahead. */
void errand_drop_ahead(struct errand *e);
/* The bytes that the plan is saved as. */
enum status errand_bytes_now(struct errand *e, struct text *bytes, struct fault *fault);
/* Save the plan now, where it can be. */
void errand_save(struct errand *e);
/* How many milliseconds it is since a moment. */
long errand_ms_since(const struct timespec *then);
/* How many there are until the person has paused long enough for a save. */
long errand_pause_left(const struct errand *e);
/* errand_due() in so many milliseconds, or when it is due already. */
void errand_set_timer(struct errand *e, long ms);
/* Lock the plan that is open with the passphrase that was typed, or take its lock off. */
void errand_lock_plan(struct errand *e);
/* A plan that is locked was opened: tell of copies of it beside it that are not, as where a session
 * was stopped while it locked the plan. */
void errand_tell_unlocked(struct errand *e, const char *path, struct notices *told);
/* Open the plan that was asked for with the passphrase that was typed. */
void errand_open_locked(struct errand *e);
/* Draw words for a passphrase by lot. */
void errand_words(struct errand *e);
/* The session goes on with the plan in another file, which says and holds that, under that lock
 * ({0}: none). Its lock as an open plan waits for errand_hold(); that of the file before is let go.
 * Takes all four, which may be the session's own. */
void errand_go_over(struct errand *e, struct age_pass *pass, struct age_key *key, struct text *says,
                    struct text *holds);
/* Remember what the plan's file holds now, and says. Takes both. */
void errand_remember(struct errand *e, struct text *says, struct text *holds);
/* Tell the wizard whether the plan is locked, and who knows its passphrase. */
void errand_tell_lock(struct errand *e);
/* Forget the passphrase of the plan, and all that goes with it. */
void errand_forget_lock(struct errand *e);
/* Open the plan at a path. anyway: whoever else has it open. Where its passphrase is needed, the
 * person is asked for it. */
enum status errand_open_at(struct errand *e, const char *path, bool anyway, struct fault *fault);
/* Write a file of this plan that is not there yet, as errand_write_new() does; locked where the
 * plan is. */
enum status errand_keep_new(struct errand *e, const char *stem, const char *ending,
                            const struct text *bytes, struct text *path, struct fault *fault);
/* Write a file that is not there yet: STEM.txt, or else STEM-2.txt and so on; path gets its path.
 */
enum status errand_write_new(const char *stem, const char *ending, const char *bytes, size_t len,
                             struct text *path, struct fault *fault);
/* The time of day, "14:02". */
const char *errand_clock(struct errand *e, char out[8]);
/* Take the lock of a plan. false where another has it: told says who, and the plan is to be read
 * only. */
bool errand_lock(struct errand *e, const char *path, bool anyway, struct text *told);
/* The plan is in use: its lock says so to others. */
void errand_used(struct errand *e);
/* Look for what a session that was cut short has left beside a plan whose bytes are known. For who
 * has the lock. */
void errand_find_unsaved(struct errand *e, const char *path);
/* Choose a name for the journal that no other has. */
void errand_pick_ending(struct errand *e, const char *path);
/* Take away what sessions that were cut short had begun to write beside the plan at a path, and was
 * no part of it: texts, and the plan locked. For who has the lock. */
void errand_sweep(struct errand *e, const char *path);
/* The same for the plan that was opened, once, where there is time for it. */
void errand_sweep_opened(struct errand *e);
/* Show what was found, once the form is there to say it in words. */
void errand_offer(struct errand *e);
/* What was offered has been brought back, or let go: what it was read from may go. */
void errand_drop_source(struct errand *e);
/* Make the text for whom the session asks, and show it; save it beside the plan; print it. */
void errand_paper(struct errand *e);
void errand_text(struct errand *e);
void errand_print(struct errand *e);
/* Look for other versions beside the plan; compare the plan with one, and show what changed. */
void errand_others(struct errand *e);
void errand_changes(struct errand *e);
/* Read the newest copy that is a whole plan; from gets its path. ST_UNKNOWN where there is none,
 * ST_LOCKED where a passphrase is needed to know. */
enum status errand_read_copy(struct errand *e, const char *path, struct text *bytes,
                             struct text *from, struct age_key *key);
/* Another program changed the file: keep this version apart, and show both. */
void errand_conflict(struct errand *e, const struct text *bytes);
/* Save over what another program wrote, which is kept apart. */
void errand_take_all(struct errand *e);
/* Keep words that are not in a plan in a file beside it. */
enum status errand_keep_words(struct errand *e, const char *plan, const struct text *words);
/* Note in the journal what the plan is about to be saved as; it goes on from there. */
void errand_note_plan(struct errand *e, const struct text *bytes);
/* Let go of the journal; where it is not kept, it goes away with what it holds. The next answer
 * begins another. */
void errand_end_journal(struct errand *e, bool keep);
/* Note what is typed, and what of the plan is not saved. */
void errand_note(struct errand *e);
/* Remember where the plan is kept: what is left is looked for there, too. */
void errand_note_been(struct errand *e);
/* Likewise what the plan names that lies beside it, before the session may go on elsewhere. */
void errand_note_pictures(struct errand *e);
/* Before something is written: take the lock that was let be when the plan was taken along. false
 * where the plan is not there any more, and fault says so. */
bool errand_hold(struct errand *e, struct fault *fault);
/* Bring the text beside the plan up to date, where it is ours, for it goes along. made gets its
 * path where there was none before. */
void errand_text_along(struct errand *e, struct text *made);
/* Look for plans in the session's folder, where one is to be gone on with, and offer them. */
void errand_nearby(struct errand *e);
/* Look for sticks, where a folder is asked for, and offer them. */
void errand_sticks(struct errand *e);
/* Whether a folder is on a disk that the computer, or the person's home, is on. */
bool errand_is_own_disk(const char *folder);
/* Look which files of the plan there are, and show them. */
void errand_left(struct errand *e);
/* Take the plan along to the folder asked: copy, read back, remove here, look, say. */
void errand_carry(struct errand *e);
/* Take away here the pictures that were taken along; look again, and say. */
void errand_clear(struct errand *e);
/* Say where words of a session that was cut short are, if there are any beside the plan. */
void errand_tell_rescued(struct wizard *w);

#endif
