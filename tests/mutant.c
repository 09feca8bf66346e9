/*
 * A program that is wrong in a known way, for tests that must notice: this library is loaded before
 * the C library, and MUTANT says what is wrong. Nothing here is part of the program.
 *
 *   no-fsync      nothing is ever waited for
 *   no-folder     folders are not
 *   in-place      a new file is not renamed but copied over the old one, which is emptied first
 *   no-lock       everybody gets the lock
 *   overwrite     a save does not look what another program wrote, and keeps no copy of it
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The C library's own function of that name. */
#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

static int is(const char *mutant)
{
    const char *said = getenv("MUTANT");
    return said && strcmp(said, mutant) == 0;
}

static int ends_in(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

int fsync(int fd)
{
    struct stat st;
    if (is("no-fsync") || (is("no-folder") && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)))
        return 0;
    return REAL(fsync)(fd);
}

/* Copy a file over another, which is emptied first: what the worst programs do. */
static int copy_over(int from_dir, const char *from, int to_dir, const char *to)
{
    char bytes[512];
    ssize_t n;
    int in = openat(from_dir, from, O_RDONLY | O_CLOEXEC);
    int out = openat(to_dir, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    while (in >= 0 && out >= 0 && (n = read(in, bytes, sizeof bytes)) > 0)
        if (write(out, bytes, (size_t)n) != n)
            break;
    (void)fsync(out);
    close(in);
    close(out);
    return unlinkat(from_dir, from, 0);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    if (is("in-place") && ends_in(to, ".csv"))
        return copy_over(from_dir, from, to_dir, to);
    return REAL(renameat)(from_dir, from, to_dir, to);
}

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
    if (is("in-place") && flags == RENAME_EXCHANGE) {
        errno = EINVAL; /* then it is put over the other: renameat() */
        return -1;
    }
    if (is("overwrite") && flags == RENAME_EXCHANGE) {
        renameat(from_dir, from, to_dir, to);
        return 0;
    }
    return REAL(renameat2)(from_dir, from, to_dir, to, flags);
}

int flock(int fd, int how)
{
    return is("no-lock") ? 0 : REAL(flock)(fd, how);
}

/* Nor does anybody seem to run. */
int kill(pid_t pid, int sig)
{
    if (is("no-lock") && sig == 0) {
        errno = ESRCH;
        return -1;
    }
    return REAL(kill)(pid, sig);
}

/* Whatever the plan's file holds by now, it is as it was when it was opened: what is read again is
 * what was read first. */
int openat(int dir, const char *name, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    unsigned mode = flags & O_CREAT ? va_arg(more, unsigned) : 0;
    va_end(more);
    if (is("overwrite") && dir != AT_FDCWD && (flags & O_ACCMODE) == O_RDONLY &&
        (ends_in(name, ".csv") || ends_in(name, ".tmp"))) {
        errno = EIO; /* one that can't be read can't be compared */
        return -1;
    }
    return REAL(openat)(dir, name, flags, mode);
}
