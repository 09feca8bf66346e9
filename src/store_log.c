/*
 * A file that only grows.
 */
#define _GNU_SOURCE /* fallocate() */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store_parts.h"

/* So much fits though the disk be full. */
#define RESERVE 65536

/* Fill a file that has no name that lasts, and give it one. 0 or a code; the file is gone then. */
static int put_log(const struct spot *spot, const char *name, int fd, const char *temp,
                   const struct text *bytes)
{
    bool replaces = faccessat(spot->folder, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    (void)!fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, RESERVE); /* a full disk is told by the writing */
    int code = 0;
    if (!store_write_all(fd, text_str(bytes), bytes->len) || (replaces && !store_sync(fd)) ||
        renameat(spot->folder, temp, spot->folder, name))
        code = errno;
    if (code)
        (void)unlinkat(spot->folder, temp, 0);
    return code;
}

static enum status begin_at(struct store_log *log, struct spot *spot, const char *ending,
                            const struct text *bytes, struct fault *fault)
{
    char temp[TEMP_ROOM], hidden[TEMP_ROOM];
    store_hidden_name(spot->name, ending, hidden);
    char *name = text_copy(hidden);
    if (!name)
        return store_no_memory(fault);
    int fd = store_temp(spot, temp);
    int code = fd < 0 ? errno : put_log(spot, name, fd, temp, bytes);
    if (code) {
        if (fd >= 0)
            (void)close(fd);
        free(name);
        return store_not_written(fault, code);
    }
    store_log_end(log, true);
    *log = (struct store_log){true, spot->folder, fd, name, bytes->len, true};
    spot->folder = -1;
    return ST_OK;
}

enum status store_log_begin(struct store_log *log, const char *path, const char *ending,
                            const struct text *bytes, struct fault *fault)
{
    struct spot spot = {.folder = -1};
    enum status st = text_status(bytes) ? store_no_memory(fault) : store_find(path, &spot, fault);
    if (!st)
        st = begin_at(log, &spot, ending, bytes, fault);
    store_forget(&spot);
    return st;
}

enum status store_log_add(struct store_log *log, const struct text *bytes, struct fault *fault)
{
    assert(log->open);
    if (store_write_all(log->fd, text_str(bytes), bytes->len)) {
        log->len += bytes->len;
        log->unsynced = log->unsynced || bytes->len > 0;
        return ST_OK;
    }
    int code = errno;
    /* Half of it must not stand before what is added next. */
    if (ftruncate(log->fd, (off_t)log->len) == 0)
        (void)lseek(log->fd, (off_t)log->len, SEEK_SET);
    return store_not_written(fault, code);
}

enum status store_log_sync(struct store_log *log, struct fault *fault)
{
    assert(log->open);
    if (!log->unsynced)
        return ST_OK;
    log->unsynced = false;
    if (!store_sync(log->fd) || !store_sync(log->folder))
        return store_not_written(fault, errno);
    return ST_OK;
}

void store_log_end(struct store_log *log, bool keep)
{
    if (!log->open)
        return;
    if (!keep)
        (void)unlinkat(log->folder, log->name, 0);
    (void)close(log->fd);
    (void)close(log->folder);
    free(log->name);
    *log = (struct store_log){0};
}
