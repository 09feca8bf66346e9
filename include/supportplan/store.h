/*
 * The only room that opens and makes files: read with limits, replace safely.
 */
#ifndef SUPPORTPLAN_STORE_H
#define SUPPORTPLAN_STORE_H

#include <stdbool.h>

#include "supportplan/text.h"

/**
 * Read a whole file, or standard input where path is "-".
 *
 * Never waits on a FIFO and never reads a device: anything that is not a regular
 * file is refused at once (standard input apart).
 *
 * @max    the most bytes that are read
 * @out    the bytes are added to it on ST_OK; untouched otherwise
 * @fault  a clear sentence on failure; may be NULL
 * @return ST_OK, ST_NOMEM, ST_REFUSED (not a regular file), ST_LIMIT, ST_UNKNOWN (not there), ST_IO
 */
enum status store_read(const char *path, size_t max, struct text *out, struct fault *fault);

/** How store_write() treats what is there. */
enum store_how {
    STORE_NEW,     /**< never over an existing file: ST_EXISTS */
    STORE_REPLACE, /**< replaces it */
};

/**
 * Write a file safely: a temporary file in the same folder (mode 0600, or that of the
 * file it replaces), fsync, rename, fsync of the folder. Never truncates in place;
 * on failure what was there is untouched and the temporary file is gone. A symbolic
 * link is followed: the file it names is replaced.
 *
 * @fault  a clear sentence on failure; may be NULL
 * @return ST_OK, ST_EXISTS, ST_REFUSED (not a regular file), ST_NOMEM, ST_IO
 */
enum status store_write(const char *path, const char *bytes, size_t len, enum store_how how,
                        struct fault *fault);

/** What store_save() is told, and what it tells. */
struct store_saving {
    const char *bytes;
    size_t len;
    const char *was; /**< what the file held when it was last read or written here; NULL: nothing */
    size_t was_len;
    bool first;        /**< the first time since it was opened: what was there stays as PATH~2~ */
    struct text *left; /**< where the bytes were left when the file could not be replaced; a path
                            that stands in it already is used again */
    bool open_to_all;  /**< told: others can read the file, for this disk keeps no such secrets */
    bool placed;       /**< told, whatever else went wrong: the file holds the bytes */
};

/**
 * Save a plan: as store_write() does, and nobody else's words go.
 *
 * What was there stays as PATH~ (or PATH~2~). A file that another program changed meanwhile is left
 * alone, even where it did so at the very moment. A file that can't be replaced stays as it is, and
 * the bytes are left beside it as PATH.unsaved-DATE-TIME.
 *
 * @return ST_OK, ST_EXISTS (another program changed it), ST_REFUSED (not a regular file), ST_NOMEM,
 *         ST_IO
 */
enum status store_save(const char *path, struct store_saving *saving, struct fault *fault);

/** Keep a copy of a file beside it, as PATH.original, PATH.original-2 and so on (never over
 * another; one that holds the same already will do); name gets the copy's path. */
enum status store_keep_original(const char *path, struct text *name, struct fault *fault);
/** Add the path of a hidden file of ours beside the file that path really names: .NAME.ENDING in
 * its folder. ST_OK, ST_NOMEM, or ST_IO where there is no such folder. */
enum status store_hidden(const char *path, const char *ending, struct text *out);

/** A file beside a plan that may hold more, or less, of it: see store_leftovers(). */
struct store_leftover {
    char *path;
    struct text bytes;
    long long when;  /**< when it was written last, in nanoseconds since 1970 */
    bool unfinished; /**< a save was cut short; else it is the copy from before */
};

/** When a file was written last, in nanoseconds since 1970; -1 where nobody knows. */
long long store_when(const char *path);
/**
 * What saves that were cut short have left beside a plan, and the copies from before: each file of
 * max bytes or less. To be asked only by who has the lock, since others may be saving.
 *
 * @out  the list on ST_OK, the newest first; store_leftovers_free()
 * @return ST_OK, ST_NOMEM or ST_IO
 */
enum status store_leftovers(const char *path, size_t max, struct store_leftover **out,
                            size_t *count);
void store_leftovers_free(struct store_leftover *list, size_t count);
/**
 * The files of ours beside a plan, a path a line: the plan, the copies from before, what saves that
 * were cut short have left; and others whose names begin as the plan's does, but those that are
 * locked, and the hidden one that says who has it open.
 *
 * @ours, @others  added to; on failure some may be missing, but not the plan and its copies
 * @return ST_OK, ST_NOMEM or ST_IO
 */
enum status store_family(const char *path, struct text *ours, struct text *others);
/** Take away a file that was left half written, unless a program that runs is writing it. */
void store_sweep(const char *path);
/** Make a leftover the copy from before: finish the save that was cut short. Where it can't be, it
 * stays. */
void store_leftover_keep(const char *path, const struct store_leftover *leftover);

/** A hidden file that only grows. What was added to it is there, though the program be killed; what
 * was synced is there, though the power fail. */
struct store_log {
    bool open;
    int folder, fd;
    char *name; /**< in the folder; owned */
    size_t len;
    bool unsynced; /**< something was added since it was synced */
};

/**
 * Begin a log beside a plan, in the place of the one that may be there: that goes only when this
 * one is on the disk. Some room is taken for it, so that a little fits when the disk is full.
 *
 * @log     {0}, or one that is open: it is let go of, and only where all went well
 * @ending  .NAME.ENDING is its name
 * @bytes   what it begins with
 * @return ST_OK, ST_NOMEM or ST_IO; on failure what was there is there still
 */
enum status store_log_begin(struct store_log *log, const char *path, const char *ending,
                            const struct text *bytes, struct fault *fault);
/** Add to it, all or nothing. ST_OK or ST_IO. */
enum status store_log_add(struct store_log *log, const struct text *bytes, struct fault *fault);
/** Wait until all of it is on the disk. After a failure nobody knows what is: begin another. ST_OK
 * or ST_IO. */
enum status store_log_sync(struct store_log *log, struct fault *fault);
/** Let go of it; where it is not kept, take it away. Accepts {0}. */
void store_log_end(struct store_log *log, bool keep);

/** Who has a plan open. Strings are "" where that is not known. */
struct store_holder {
    char user[64], host[72];
    char since[20]; /**< "2026-11-21 14:02" */
    bool here;      /**< on this computer, and running now */
    long hours;     /**< since it was last used there, by this computer's clock; -1: not known */
};

/** That this program has a plan open, in a hidden file beside it for others to see. */
struct store_lock {
    bool held;
    int folder, fd;
    char *name;
};

/**
 * Take the lock of a plan. One that was left behind on this computer, by a program that runs no
 * more, is taken over; one of another computer, or that can't be read, only where told to.
 *
 * @now     the day and time for others to read, as store_holder.since
 * @anyway  take it whoever has it
 * @holder  set on ST_EXISTS
 * @return ST_OK; ST_EXISTS where another has it; ST_NOMEM; ST_IO where none can be made there
 */
enum status store_lock_take(struct store_lock *lock, const char *path, const char *now, bool anyway,
                            struct store_holder *holder);
/** Whether a path still leads to the disk that a lock is on: a stick may have been pulled out, and
 * a folder of its name be there. true where none is held. */
bool store_lock_leads(const struct store_lock *lock, const char *path);
/** The plan is in use: who finds the lock can tell since when it is not. Accepts {0}. */
void store_lock_used(const struct store_lock *lock);
/** Give it back. Accepts {0}. */
void store_lock_end(struct store_lock *lock);

/**
 * Copy a file onto another disk, never over another: with ST_OK all of it is on that disk and was
 * read back from there. One that is there and holds the same will do.
 *
 * @made   whether there is a new file at to, whatever came of it
 * @fault  a clear sentence on failure; may be NULL
 * @return ST_OK, ST_EXISTS (something else has that name), ST_UNKNOWN, ST_REFUSED, ST_NOMEM, ST_IO
 */
enum status store_copy(const char *from, const char *to, bool *made, struct fault *fault);
/** Make the folders in a folder that a name goes through: "a/b" of "a/b/c". Those that are there
 * stay. ST_OK, ST_NOMEM, ST_IO. */
enum status store_make_folders(const char *folder, const char *name, struct fault *fault);
/** Wait until all of the disk that a folder is on is written. ST_OK or ST_IO. */
enum status store_sync_disk(const char *folder, struct fault *fault);
/**
 * The folders that look like sticks: disks of their own that can be written to, where sticks are
 * put. Whether one can be pulled out, nobody can tell.
 *
 * @mounts  what the computer says is mounted where: /proc/self/mountinfo
 * @out     their paths are added to it, one a line
 * @return ST_OK, ST_NOMEM
 */
enum status store_sticks(const char *mounts, struct text *out);
/** Whether two files or folders are there, and on one disk. */
bool store_same_disk(const char *a, const char *b);
/** What follows ".NAME." in the name of a hidden file of ours beside a file called name; NULL where
 * it is none. Borrowed. */
const char *store_hidden_rest(const char *hidden, const char *name);

/** Take a file of ours away; where that fails it stays. */
void store_remove(const char *path);
/** Whether a file has other names, by hard links: a save replaces it under one of them only. */
bool store_has_other_names(const char *path);
/** The first bytes of a regular file into out, which has room for so many. How many there are; 0
 * where it is none, or can't be read. */
size_t store_peek(const char *path, char *out, size_t room);
/** Whether there is a file (of any kind) at path. */
bool store_exists(const char *path);
/** Where in a path the file's name begins, behind the last slash; 0 where it is a name alone. What
 * stands before it is the folder with its slash. */
size_t store_name_at(const char *path);
/** Add the folder that a path is in, as a path of its own: "a/." for "a/b", "." for "b". */
void store_add_folder(struct text *out, const char *path);
/** Whether a file called name lies in the folder of a file, or in a folder of that one. A name that
 * leads elsewhere does not. */
bool store_beside(const char *path, const char *name);
/** Whether path is a folder that this person can write in. */
bool store_folder_ok(const char *path);
/** Wait until a folder's names are on the disk. */
void store_sync_folder(const char *path);
/** The names of all files in a folder, hidden ones too, sorted, one a line, added to out. ST_OK,
 * ST_UNKNOWN, ST_NOMEM. */
enum status store_names(const char *folder, struct text *out);
/** The names in a folder that end in suffix, sorted, one a line, added to out. ST_OK, ST_UNKNOWN,
 * ST_NOMEM. */
enum status store_list(const char *folder, const char *suffix, struct text *out);

#endif
