/*
 * The store's tests stand between it and the system (the linker's --wrap), and can make any step
 * of a save fail. Each test has a folder of its own. Included once, by one test program.
 */
#ifndef SUPPORTPLAN_DISK_H
#define SUPPORTPLAN_DISK_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "supportplan/store.h"
#include "test.h"

/* ---- a system that fails when it is told to ---- */

enum call { WRITE, FSYNC, CLOSE, RENAME, RENAME_NEW, SWAP, LINK, CALL_COUNT };

static struct {
    int fail_at[CALL_COUNT]; /* which call of its kind fails, from 1; 0 for none */
    int code[CALL_COUNT];    /* with this errno */
    int made[CALL_COUNT];
    int stumble;       /* writes take one byte, and every other one is interrupted */
    int fail_always;   /* it goes on failing */
    char log[256];     /* the calls in order, a letter each */
    const char *rival; /* somebody makes this file just before ours gets its name */
} world;

static inline bool fails(enum call call, char letter)
{
    size_t at = strlen(world.log);
    if (at + 1 < sizeof world.log && (at == 0 || world.log[at - 1] != letter))
        world.log[at] = letter;
    int nth = ++world.made[call];
    bool now = world.fail_at[call] == nth ||
               (world.fail_always && world.fail_at[call] && nth > world.fail_at[call]);
    if (now)
        errno = world.code[call];
    return now;
}

ssize_t __real_write(int fd, const void *bytes, size_t len);
ssize_t __wrap_write(int fd, const void *bytes, size_t len);
ssize_t __wrap_write(int fd, const void *bytes, size_t len)
{
    if (fails(WRITE, 'w'))
        return -1;
    if (world.stumble && world.made[WRITE] % 2) {
        errno = EINTR;
        return -1;
    }
    return __real_write(fd, bytes, world.stumble && len ? 1 : len);
}

int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
    return fails(FSYNC, 's') ? -1 : __real_fsync(fd);
}

int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
    bool failed = fails(CLOSE, 'c');
    int code = errno, done = __real_close(fd);
    if (failed)
        errno = code;
    return failed ? -1 : done;
}

int __real_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to)
{
    return fails(RENAME, 'r') ? -1 : __real_renameat(a, from, b, to);
}

static inline void make(const char *path, const char *bytes);

int __real_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags)
{
    if (world.rival)
        make(world.rival, "theirs");
    bool swap = flags & RENAME_EXCHANGE;
    return fails(swap ? SWAP : RENAME_NEW, swap ? 'x' : 'n')
               ? -1
               : __real_renameat2(a, from, b, to, flags);
}

int __real_linkat(int a, const char *from, int b, const char *to, int flags);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags)
{
    return fails(LINK, 'l') ? -1 : __real_linkat(a, from, b, to, flags);
}

/* ---- a folder of its own for each test ---- */

static char folder[64];
static char paths[4][160];

/* The path of a name in the folder; good for the next three calls. */
static inline const char *in(const char *name)
{
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline void make(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "we");
    if (!file || fputs(bytes, file) < 0 || fclose(file))
        fail_msg("%s could not be made", path);
}

static inline void has(const char *path, const char *want)
{
    char got[256] = "";
    FILE *file = fopen(path, "re");
    if (!file)
        fail_msg("%s is not there", path);
    size_t len = fread(got, 1, sizeof got - 1, file);
    got[len] = '\0';
    (void)fclose(file);
    if (strcmp(got, want) != 0)
        fail_msg("%s holds '%s', not '%s'", path, got, want);
}

/* How many names the folder has, hidden ones too. */
static inline int names(void)
{
    int count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (const struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    (void)closedir(dir);
    return count;
}

static inline unsigned mode_of(const char *path)
{
    struct stat is;
    assert_int_equal(stat(path, &is), 0);
    return is.st_mode & 07777;
}

static inline int set_up(void **state)
{
    (void)state;
    memset(&world, 0, sizeof world);
    snprintf(folder, sizeof folder, "/tmp/store-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int tear_down(void **state)
{
    (void)state;
    memset(&world, 0, sizeof world);
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        (void)unlinkat(dirfd(dir), entry->d_name, entry->d_type == DT_DIR ? AT_REMOVEDIR : 0);
    if (dir)
        (void)closedir(dir);
    return rmdir(folder);
}

#endif
