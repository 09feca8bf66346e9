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
/** Take a file of ours away; where that fails it stays. */
void store_remove(const char *path);
/** Whether there is a file (of any kind) at path. */
bool store_exists(const char *path);
/** Whether a file called name lies in the folder of a file, or in a folder of that one. A name that
 * leads elsewhere does not. */
bool store_beside(const char *path, const char *name);
/** Whether path is a folder that this person can write in. */
bool store_folder_ok(const char *path);
/** The names in a folder that end in suffix, sorted, one a line, added to out. ST_OK, ST_UNKNOWN,
 * ST_NOMEM. */
enum status store_list(const char *folder, const char *suffix, struct text *out);

#endif
