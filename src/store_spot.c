/*
 * Where a file really is, the temporary file beside it, and putting that in its spot.
 */
#define _GNU_SOURCE /* renameat2() */
#include "store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#define TEMP_TRIES 8

/* ---- where a file really is ---- */

void store_forget(struct spot *spot)
{
    if (spot->folder >= 0)
        (void)close(spot->folder);
    free(spot->name);
}

/* Open the folder of a path whose last part is name. */
static enum status open_folder(const char *path, size_t folder_len, struct spot *spot,
                               struct fault *fault)
{
    char *folder = folder_len ? strndup(path, folder_len) : text_copy(".");
    if (!folder)
        return store_no_memory(fault);
    spot->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int code = errno;
    free(folder);
    return spot->folder < 0 ? store_not_written(fault, code) : ST_OK;
}

/* From here on only the folder that is open counts, whatever becomes of the path. */
static enum status spot_open(const char *path, struct spot *spot, struct fault *fault)
{
    const char *name = path + store_name_at(path);
    if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return store_not_regular(fault, S_IFDIR);
    enum status st = open_folder(path, (size_t)(name - path), spot, fault);
    if (st)
        return st;
    spot->name = text_copy(name);
    if (!spot->name)
        return store_no_memory(fault);
    spot->there = fstatat(spot->folder, name, &spot->was, AT_SYMLINK_NOFOLLOW) == 0;
    if (!spot->there && errno != ENOENT)
        return store_not_written(fault, errno);
    if (spot->there && S_ISLNK(spot->was.st_mode))
        return fault_set(fault, ST_REFUSED, 0, "%s",
                         _("That name is a link to a file that is not there."));
    if (spot->there && !S_ISREG(spot->was.st_mode))
        return store_not_regular(fault, spot->was.st_mode);
    /* A new file could take its place all the same: but somebody made it read-only. */
    if (spot->there && faccessat(spot->folder, name, W_OK, AT_EACCESS))
        return store_not_written(fault, errno);
    return ST_OK;
}

/* In a folder that others can write to, theirs may lead to a file that is not to be touched. The
 * system's own are as good as ours. */
static bool is_link_of_others(const char *path)
{
    struct stat is;
    return lstat(path, &is) == 0 && S_ISLNK(is.st_mode) && is.st_uid != geteuid() && is.st_uid != 0;
}

/* A link is followed, so that it stays a link and the file it names is replaced. */
enum status store_find(const char *path, struct spot *spot, struct fault *fault)
{
    if (is_link_of_others(path))
        return fault_set(fault, ST_REFUSED, 0, "%s",
                         _("That name is a link that somebody else has made. Nothing is written "
                           "through it."));
    char *real = realpath(path, NULL);
    if (!real && errno != ENOENT)
        return store_not_written(fault, errno);
    enum status st = spot_open(real ? real : path, spot, fault);
    free(real);
    return st;
}

enum status store_hidden(const char *path, const char *ending, struct text *out)
{
    char name[TEMP_ROOM];
    char *real = realpath(path, NULL);
    if (!real && errno != ENOENT)
        return errno == ENOMEM ? ST_NOMEM : ST_IO;
    const char *at = real ? real : path;
    size_t len = store_name_at(at);
    store_hidden_name(at + len, ending, name);
    text_add_n(out, at, len);
    text_add(out, name);
    free(real);
    return text_status(out);
}

/* ---- the temporary file ---- */

void store_hidden_name(const char *name, const char *ending, char out[TEMP_ROOM])
{
    size_t len = strlen(name);
    if (len > NAME_KEPT) {
        len = NAME_KEPT;
        while (len && ((unsigned char)name[len] & 0xc0) == 0x80)
            len--;
    }
    snprintf(out, TEMP_ROOM, ".%.*s.%s", (int)len, name, ending);
}

const char *store_hidden_rest(const char *hidden, const char *name)
{
    char head[TEMP_ROOM];
    store_hidden_name(name, "", head);
    size_t len = strlen(head);
    return strncmp(hidden, head, len) == 0 ? hidden + len : NULL;
}

/* .NAME.<16 hex>.tmp */
static bool temp_name(const char *name, char out[TEMP_ROOM])
{
    uint64_t number;
    char ending[32];
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
        return false;
    snprintf(ending, sizeof ending, "%016llx.tmp", (unsigned long long)number);
    store_hidden_name(name, ending, out);
    return true;
}

int store_temp(const struct spot *spot, char out[TEMP_ROOM])
{
    int fd = -1;
    for (int tries = 0; tries < TEMP_TRIES; tries++) {
        if (!temp_name(spot->name, out))
            return -1;
        fd = openat(spot->folder, out, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    if (fd >= 0) /* who finds it can tell that somebody is writing it */
        (void)flock(fd, LOCK_EX | LOCK_NB);
    return fd;
}

bool store_write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t done = write(fd, bytes, len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done == 0)
            errno = ENOSPC;
        if (done <= 0)
            return false;
        bytes += done;
        len -= (size_t)done;
    }
    return true;
}

/*
 * The new file is for the same people as the old one. Where the group can't be kept,
 * what was meant for that group is meant for nobody.
 */
static bool keep_mode(int fd, const struct spot *spot)
{
    if (!spot->there)
        return true;
    mode_t mode = spot->was.st_mode & 0777;
    if (fchown(fd, spot->was.st_uid, spot->was.st_gid) && fchown(fd, (uid_t)-1, spot->was.st_gid))
        mode &= 0700;
    return fchmod(fd, mode) == 0 || errno == EPERM || errno == ENOTSUP;
}

/* Some disks do not know the call; then there is nothing more that can be done. */
static bool sync_unknown(int code)
{
    return code == EINVAL || code == ENOTSUP || code == ENOSYS || code == EBADF || code == EROFS ||
           code == EACCES;
}

bool store_sync(int fd)
{
    int done;
    do
        done = fsync(fd);
    while (done && errno == EINTR);
    return done == 0 || sync_unknown(errno);
}

/* Take the room that the bytes need, so that a disk that is full says so at once. That is safe only
 * because the file is synced before it gets its name. A disk that can't do it is good enough. */
static bool take_room(int fd, size_t len)
{
    if (len == 0 || fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, (off_t)len) == 0)
        return true;
    return errno != ENOSPC && errno != EDQUOT && errno != EFBIG;
}

int store_fill(int fd, const struct spot *spot, const char *bytes, size_t len)
{
    int code = 0;
    if (!take_room(fd, len) || !store_write_all(fd, bytes, len) || !keep_mode(fd, spot) ||
        !store_sync(fd))
        code = errno;
    if (close(fd) && errno != EINTR && !code)
        code = errno;
    return code;
}

/* ---- putting it in place ---- */

int store_replace(const struct spot *spot, const char *temp)
{
    static const long waits_ms[] = {10, 25, 50, 100};
    for (size_t i = 0;; i++) {
        if (renameat(spot->folder, temp, spot->folder, spot->name) == 0)
            return 0;
        bool held = errno == EBUSY || errno == ETXTBSY;
        if (!held || i == sizeof waits_ms / sizeof *waits_ms)
            return errno;
        nanosleep(&(struct timespec){.tv_nsec = waits_ms[i] * 1000000}, NULL);
    }
}

/* On a disk that can do neither: take the name with an empty file, then put ours over it. */
static int claim_name(const struct spot *spot, const char *temp, const char *name)
{
    int fd = openat(spot->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno;
    (void)close(fd);
    int code = renameat(spot->folder, temp, spot->folder, name) ? errno : 0;
    if (code)
        (void)unlinkat(spot->folder, name, 0);
    return code;
}

int store_take_name(const struct spot *spot, const char *temp, const char *name)
{
    if (renameat2(spot->folder, temp, spot->folder, name, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    if (linkat(spot->folder, temp, spot->folder, name, 0) == 0) {
        (void)unlinkat(spot->folder, temp, 0);
        return 0;
    }
    if (errno == EEXIST)
        return errno;
    return claim_name(spot, temp, name);
}
