/*
 * Carrying out a session's effects: reading and saving plans, forms, text, print.
 */
#ifndef SUPPORTPLAN_ERRAND_H
#define SUPPORTPLAN_ERRAND_H

#include <time.h>

#include "supportplan/age.h"
#include "supportplan/holidays.h"
#include "supportplan/journal.h"
#include "supportplan/store.h"
#include "supportplan/versions.h"
#include "supportplan/wizard.h"

#define ENDING_ROOM 24

/** What the errands need to know. */
struct errand {
    struct wizard *wizard;
    struct form *form;        /**< the form in use; owned */
    const char *shelf;        /**< the folder of forms; borrowed */
    enum charset charset;     /**< of the text that is printed */
    char clock[8];            /**< the time of day where it is frozen, else "" */
    struct text on_disk;      /**< the plan's file as it was last read or written here */
    struct age_pass pass;     /**< that the plan is locked with; {0}: it is not locked */
    struct age_pass typed;    /**< the one that was typed for the plan that is being opened */
    struct age_key key;       /**< of the file, where the plan is locked */
    struct text sealed;       /**< what the file holds then: on_disk is what it says */
    struct age_log seal;      /**< its journal's */
    int work;                 /**< how much goes into a lock: age_work(); 0: not known yet */
    bool later;               /**< the plan is saved when the person pauses */
    struct ahead *ahead;      /**< the work of that save, done beside it; owned */
    struct timespec busy;     /**< when they did something last */
    bool saved;               /**< it was written here since it was opened */
    struct text been;         /**< where this session has kept plans: paths, one a line */
    struct text noted;        /**< the last of them, as it was said */
    struct text feedback;     /**< what it wrote of feedback: paths, one a line */
    struct text pictures;     /**< beside those plans, likewise */
    struct text copied;       /**< those of them that were taken along, and are here still */
    bool unheld;              /**< taken along: its lock waits until there is something to write */
    struct text left;         /**< where the plan was left when its file could not be replaced */
    bool told_open;           /**< that others can read the disk was said */
    struct journal journal;   /**< what the plan's journal says */
    struct store_log log;     /**< its file; open once there was something to note */
    bool doubtful;            /**< the journal could not be synced */
    bool stale;               /**< nor written to: it says less than it should */
    bool slow;                /**< the disk takes its time to keep it for good */
    char ending[ENDING_ROOM]; /**< of its name: others may be there, not decided on yet */
    struct version unsaved;   /**< what an earlier session left: shown when the form is there */
    bool unswept;             /**< what may lie beside the plan was not looked for yet */
    struct text source;       /**< the file that it, or what is shown, was read from */
    struct text mine;         /**< where this version is kept while another's is in the file */
    struct text theirs;       /**< what the file holds then */
    struct store_lock lock;   /**< of the plan that is open */
    struct timespec used;     /**< when that said last that it is in use */
    bool lock_elsewhere;  /**< nobody can tell whether who has it runs: the person may take it */
    bool missed;          /**< a save has just failed: what holds the words is still to be said */
    unsigned told_unsafe; /**< how bad it was said to be that it can't be kept */
    int timer;            /**< errand_due_fd() and one more; 0 before */
    bool hurried;         /**< what the first picture does not show is left to errand_settle() */
    bool outlined;        /**< form is an outline: form_read_outline() */
    struct rates rates;   /**< the legal rates that the wizard counts with */
    struct spending spending; /**< the guide that it warns by */
    bool rated;               /**< they were read */
    bool listed;              /**< the wizard knows the forms and examples that there are */
    struct holidays holidays; /**< the one-off bank holidays that the wizard counts with */
    struct notices told;      /**< what was wrong in their list: told with the next plan */
};

/**
 * Carry out effects, and those that they bring about, until none is left for here.
 * @return what is left for a face: FX_BELL, FX_REDRAW, FX_SUSPEND, FX_PLAIN, FX_READER, FX_SCREEN,
 *         FX_EDITOR, FX_QUIT
 */
unsigned errand_run(struct errand *e, unsigned effects);
/** Open the plan at a path, or begin one there where nothing is. ST_OK, or why not with a sentence.
 */
enum status errand_open(struct errand *e, const char *path, struct fault *fault);
/**
 * Read what the first picture did not need: the whole form, and which forms and examples there
 * are. To be called before the first event is taken; later calls do nothing.
 * @return whether there was anything to do, so that the page may say more
 */
bool errand_settle(struct errand *e);
/** Somebody did something: a plan that is locked is saved when they pause. */
void errand_busy(struct errand *e);
/** What is typed, and what could not be saved, is in a journal beside the plan after each
 * errand_run(). Something to wait for, beside the terminal: when it can be read, errand_due(). -1
 * where there is none. */
int errand_due_fd(struct errand *e);
/** It is time that what was noted is on the disk for good; nothing is said or shown but trouble.
 * @return whether there is something new to show */
bool errand_due(struct errand *e);
/** The session is over, or goes on with another plan: the journal has done its work. */
void errand_close(struct errand *e);
/** Save what can be saved, on the way out. */
void errand_last_save(struct errand *e);
/**
 * The session was cut short: there is no more input, or the terminal is gone. Save what can be
 * saved; a plan that is kept nowhere, and words that are not in the plan, go into new files that
 * only their owner can read. The wizard's message says which; nothing is said where nothing was
 * at risk. What an example holds is let go.
 */
void errand_rescue(struct errand *e);
/** Free what the errands hold; not the wizard. */
void errand_free(struct errand *e);

#endif
