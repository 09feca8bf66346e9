/*
 * Saving a plan over the one that is there: what was there stays, and nobody else's words go.
 */
#define _GNU_SOURCE /* renameat2() */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store_parts.h"

/* What another program writes meanwhile may be longer, never mind by how much. */
#define SAME_MAX(len) ((len) + 1)

/* Whether a name of the folder holds what the plan's file held when we saw it last. One that can't
 * be read can't be compared: it is kept as the copy from before, whatever it holds. */
static bool holds_ours(const struct spot *spot, const char *name, const struct store_saving *saving)
{
    struct text now = {0};
    enum status st = store_read_at(spot->folder, name, SAME_MAX(saving->was_len), &now, NULL);
    bool same = st != ST_OK ? st != ST_LIMIT
                            : now.len == saving->was_len &&
                                  (now.len == 0 || memcmp(now.data, saving->was, now.len) == 0);
    text_free(&now);
    return same;
}

/* Steps that a scanner of viruses, or a server, may refuse for a moment. */

static int swap(const struct spot *spot, const char *temp)
{
    return renameat2(spot->folder, temp, spot->folder, spot->name, RENAME_EXCHANGE) ? errno : 0;
}

static int put_over(const struct spot *spot, const char *temp)
{
    return renameat(spot->folder, temp, spot->folder, spot->name) ? errno : 0;
}

static bool is_refusal(int code)
{
    return code == EACCES || code == EPERM || code == EBUSY || code == ETXTBSY;
}

static int patiently(int (*step)(const struct spot *, const char *), const struct spot *spot,
                     const char *temp)
{
    static const long waits_ms[] = {10, 25, 50, 100};
    int code = step(spot, temp);
    for (size_t i = 0; is_refusal(code) && i < sizeof waits_ms / sizeof *waits_ms; i++) {
        nanosleep(&(struct timespec){.tv_nsec = waits_ms[i] * 1000000}, NULL);
        code = step(spot, temp);
    }
    return code;
}

/* The copy from before */

#define BACKUP_ROOM 300

static const char *backup_name(const struct spot *spot, bool first, char out[BACKUP_ROOM])
{
    snprintf(out, BACKUP_ROOM, "%s%s", spot->name, first ? "~2~" : "~");
    return out;
}

/* A second name for the file that is there; on a disk that knows none, a copy of it. */
static int second_name(const struct spot *spot, const struct store_saving *saving,
                       char temp[TEMP_ROOM])
{
    int fd = store_temp(spot, temp);
    if (fd < 0)
        return errno;
    (void)unlinkat(spot->folder, temp, 0);
    if (linkat(spot->folder, spot->name, spot->folder, temp, 0) == 0) {
        (void)close(fd);
        return 0;
    }
    (void)close(fd);
    fd = store_temp(spot, temp);
    return fd < 0 ? errno : store_fill(fd, spot, saving->was, saving->was_len);
}

/* Two names of one file: renaming one to the other does nothing and leaves both. */
static void give_name(const struct spot *spot, const char *temp, const char *name)
{
    (void)!renameat(spot->folder, temp, spot->folder, name);
    (void)unlinkat(spot->folder, temp, 0);
}

/* It is the second line of defence: a save does not fail for it. */
static void keep_backup(const struct spot *spot, const struct store_saving *saving)
{
    char temp[TEMP_ROOM], name[BACKUP_ROOM];
    if (second_name(spot, saving, temp) == 0)
        give_name(spot, temp, backup_name(spot, saving->first, name));
    else
        (void)unlinkat(spot->folder, temp, 0);
}

/* Putting it in place */

/* Somebody else's words are in the temporary file, and could not be put back: it stays. */
#define THEIRS_IN_TEMP (-1)

/* Change places with the file that is there. Only so is it certain whose file that was: what
 * somebody put there since we looked goes back, and nothing is lost. */
static int put_by_swap(const struct spot *spot, const struct store_saving *saving, const char *temp)
{
    char name[BACKUP_ROOM];
    int code = patiently(swap, spot, temp);
    if (code)
        return code;
    if (!holds_ours(spot, temp, saving)) {
        code = patiently(swap, spot, temp);
        return code ? THEIRS_IN_TEMP : EEXIST;
    }
    give_name(spot, temp, backup_name(spot, saving->first, name));
    return 0;
}

static int put(const struct spot *spot, const struct store_saving *saving, const char *temp)
{
    if (!spot->there)
        return store_take_name(spot, temp, spot->name);
    int code = put_by_swap(spot, saving, temp);
    if (code != EINVAL && code != ENOSYS && code != ENOTSUP)
        return code;
    keep_backup(spot, saving);
    return patiently(put_over, spot, temp);
}

/* Where it could not be put in place */

static void unsaved_name(const struct spot *spot, char out[BACKUP_ROOM])
{
    time_t now = time(NULL);
    struct tm tm = {0};
    char when[32] = "";
    (void)localtime_r(&now, &tm);
    (void)strftime(when, sizeof when, "%Y%m%d-%H%M%S", &tm);
    snprintf(out, BACKUP_ROOM, "%.*s.unsaved-%s", NAME_KEPT, spot->name, when);
}

/* The path of a name in the folder of another path. */
static enum status beside(const char *path, const char *name, struct text *out)
{
    text_clear(out);
    text_add_n(out, path, store_name_at(path));
    text_add(out, name);
    return text_status(out);
}

/* Leave the bytes where a person can see them. false where even that is refused. */
static bool leave_beside(const char *path, const struct spot *spot,
                         const struct store_saving *saving, const char *temp)
{
    char name[BACKUP_ROOM];
    if (!saving->left)
        return false;
    int code;
    if (saving->left->len > 0) {
        const char *again = text_str(saving->left) + store_name_at(text_str(saving->left));
        code = renameat(spot->folder, temp, spot->folder, again) ? errno : 0;
    } else {
        unsaved_name(spot, name);
        code = store_take_name(spot, temp, name);
        if (!code)
            (void)beside(path, name, saving->left);
    }
    (void)store_sync(spot->folder);
    return code == 0;
}

/* exFAT and the like say that a mode was set, and set none. */
static bool is_open_to_all(const struct spot *spot)
{
    struct stat is;
    mode_t meant = spot->there ? spot->was.st_mode : 0600;
    return fstatat(spot->folder, spot->name, &is, AT_SYMLINK_NOFOLLOW) == 0 &&
           (is.st_mode & 0077 & ~meant) != 0;
}

static enum status save_spot(const char *path, const struct spot *spot, struct store_saving *saving,
                             struct fault *fault)
{
    char temp[TEMP_ROOM];
    if (spot->there && !holds_ours(spot, spot->name, saving))
        return store_taken(fault);
    int fd = store_temp(spot, temp);
    if (fd < 0)
        return store_not_written(fault, errno);
    int code = store_fill(fd, spot, saving->bytes, saving->len);
    bool filled = code == 0;
    if (filled)
        code = put(spot, saving, temp);
    bool left = filled && is_refusal(code) && leave_beside(path, spot, saving, temp);
    if (code && code != THEIRS_IN_TEMP && !left)
        (void)unlinkat(spot->folder, temp, 0);
    if (code == EEXIST || code == THEIRS_IN_TEMP)
        return store_taken(fault);
    if (code)
        return store_not_written(fault, code);
    saving->placed = true;
    saving->open_to_all = is_open_to_all(spot);
    if (!store_sync(spot->folder))
        return fault_set(fault, ST_IO, 0, "%s",
                         _("The file was written, but the disk has a fault. Keep another copy."));
    return ST_OK;
}

enum status store_save(const char *path, struct store_saving *saving, struct fault *fault)
{
    assert(path && (saving->bytes || saving->len == 0));
    struct spot spot = {.folder = -1};
    enum status st = store_find(path, &spot, fault);
    if (!st)
        st = save_spot(path, &spot, saving, fault);
    store_forget(&spot);
    return st;
}
