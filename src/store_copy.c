/*
 * A file onto another disk: all of it is there, and was read back, before anybody says so.
 */
#define _GNU_SOURCE /* syncfs */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_parts.h"

#define STEP ((size_t)1 << 14)

/* Read as much as there is, up to a step. -1 and errno. */
static ssize_t read_step(int fd, char step[STEP])
{
    size_t len = 0;
    while (len < STEP) {
        ssize_t got = read(fd, step + len, STEP - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    return (ssize_t)len;
}

/* Whether two files hold the same from their beginnings on. false with errno 0 where they do not.
 */
static bool same_bytes(int a, int b)
{
    char one[STEP], other[STEP];
    bool same = lseek(a, 0, SEEK_SET) == 0 && lseek(b, 0, SEEK_SET) == 0;
    for (ssize_t n = 1; same && n > 0;) {
        n = read_step(a, one);
        ssize_t m = n < 0 ? -1 : read_step(b, other);
        same = n >= 0 && m >= 0;
        if (same && (n != m || memcmp(one, other, (size_t)n) != 0)) {
            errno = 0;
            same = false;
        }
    }
    return same;
}

/* Whether a file says on its disk what another does: not what the computer remembers of it. */
static enum status arrived(int from, const char *to, struct fault *fault)
{
    int fd = store_open_regular(to);
    if (fd < 0)
        return store_not_read(fault, errno);
    bool same = store_sync(fd);
    (void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    errno = same ? 0 : errno;
    same = same && same_bytes(from, fd);
    int code = errno;
    (void)close(fd);
    if (same)
        return ST_OK;
    return code ? store_not_read(fault, code)
                : fault_set(fault, ST_IO, 0, "%s",
                            _("The copy did not read back as it was written."));
}

/* Fill the temporary file from another, as new as that is, and write it to the disk. 0 or a code.
 */
static int fill_from(int from, int fd)
{
    char step[STEP];
    struct stat is;
    int code = 0;
    for (ssize_t n = 1; !code && n > 0;) {
        n = read_step(from, step);
        if (n < 0 || !store_write_all(fd, step, (size_t)n))
            code = errno;
    }
    if (!code && fstat(from, &is) == 0) /* which of two is newer, is known by their times */
        (void)futimens(fd, (struct timespec[2]){is.st_atim, is.st_mtim});
    if (!code && !store_sync(fd))
        code = errno;
    if (close(fd) && errno != EINTR && !code)
        code = errno;
    return code;
}

static enum status copy_to(int from, const struct spot *spot, bool *made, struct fault *fault)
{
    char temp[TEMP_ROOM];
    int fd = store_temp(spot, temp);
    if (fd < 0)
        return store_not_written(fault, errno);
    int code = fill_from(from, fd);
    if (!code)
        code = store_take_name(spot, temp, spot->name);
    *made = !code;
    if (code)
        (void)unlinkat(spot->folder, temp, 0);
    if (!code && !store_sync(spot->folder))
        code = errno;
    if (code == EEXIST)
        return store_taken(fault);
    return code ? store_not_written(fault, code) : ST_OK;
}

static enum status copy_open(int from, const char *to, bool *made, struct fault *fault)
{
    struct spot spot = {.folder = -1};
    enum status st = store_find(to, &spot, fault);
    bool there = !st && spot.there;
    if (!st && !there)
        st = copy_to(from, &spot, made, fault);
    store_forget(&spot);
    if (!st)
        st = arrived(from, to, fault);
    return st && there ? store_taken(fault) : st;
}

enum status store_copy(const char *from, const char *to, bool *made, struct fault *fault)
{
    assert(from && to && made);
    *made = false;
    int fd = store_open_regular(from);
    if (fd < 0)
        return store_not_read(fault, errno);
    enum status st = copy_open(fd, to, made, fault);
    (void)close(fd);
    return st;
}

enum status store_sync_disk(const char *folder, struct fault *fault)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return store_not_written(fault, errno);
    bool done = store_sync(fd) && (syncfs(fd) == 0 || errno == ENOSYS);
    int code = errno;
    (void)close(fd);
    return done ? ST_OK : store_not_written(fault, code);
}

enum status store_make_folders(const char *folder, const char *name, struct fault *fault)
{
    struct text path = {0};
    enum status st = ST_OK;
    for (const char *slash = strchr(name, '/'); !st && slash; slash = strchr(slash + 1, '/')) {
        text_clear(&path);
        text_addf(&path, "%s/%.*s", folder, (int)(slash - name), name);
        st = text_status(&path) ? store_no_memory(fault) : ST_OK;
        if (!st && mkdir(text_str(&path), 0700) && errno != EEXIST)
            st = store_not_written(fault, errno);
    }
    text_free(&path);
    return st;
}

bool store_same_disk(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev;
}
