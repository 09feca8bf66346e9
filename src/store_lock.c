/*
 * That a plan is open: a hidden file beside it, which says by whom. It is held by flock() as well,
 * so that a program that was killed holds nothing. It is for the people: what keeps their words
 * apart, whatever becomes of the lock, is that a save looks whose file it replaces.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "store_parts.h"

/* What the file says, a line each. */
enum line { WHAT, USER, HOST, MACHINE, BOOT, PID, START, SINCE, LINES };
#define LINE_ROOM 72
struct notice {
    char line[LINES][LINE_ROOM];
};
#define NOTICE_MAX ((size_t)4096)
static const char what[] = "supportplan lock 1";
static const char ending[] = "lock";

/* Who we are */

/* The first line of a file of the system, or "". */
static void system_line(const char *path, char out[LINE_ROOM])
{
    struct text all = {0};
    out[0] = '\0';
    if (store_read(path, NOTICE_MAX, &all, NULL) == ST_OK)
        snprintf(out, LINE_ROOM, "%.*s", (int)strcspn(text_str(&all), "\n"), text_str(&all));
    text_free(&all);
}

/* When a process was started, in ticks since the computer was: the 22nd field of its line, the 20th
 * behind the name in brackets. "" where it is not there, or has ended and nobody has noticed. */
static void start_of(long pid, char out[LINE_ROOM])
{
    char path[64];
    struct text all = {0};
    snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    out[0] = '\0';
    (void)store_read(path, NOTICE_MAX, &all, NULL);
    const char *at = strrchr(text_str(&all), ')');
    if (at && (strncmp(at, ") Z", 3) == 0 || strncmp(at, ") X", 3) == 0))
        at = NULL;
    for (int i = 0; at && i < 20; i++)
        at = strchr(at + 1, ' ');
    if (at)
        snprintf(out, LINE_ROOM, "%.*s", (int)strcspn(at + 1, " "), at + 1);
    text_free(&all);
}

static void our_name(char out[LINE_ROOM])
{
    const struct passwd *who = getpwuid(geteuid());
    snprintf(out, LINE_ROOM, "%s", who ? who->pw_name : "");
}

static void our_notice(const char *now, struct notice *n)
{
    *n = (struct notice){0};
    snprintf(n->line[WHAT], LINE_ROOM, "%s", what);
    our_name(n->line[USER]);
    if (gethostname(n->line[HOST], LINE_ROOM - 1))
        n->line[HOST][0] = '\0';
    system_line("/etc/machine-id", n->line[MACHINE]);
    system_line("/proc/sys/kernel/random/boot_id", n->line[BOOT]);
    snprintf(n->line[PID], LINE_ROOM, "%ld", (long)getpid());
    start_of((long)getpid(), n->line[START]);
    snprintf(n->line[SINCE], LINE_ROOM, "%s", now);
}

static void notice_words(const struct notice *n, struct text *out)
{
    for (int i = 0; i < LINES; i++)
        text_addf(out, "%s\n", n->line[i]);
}

/* Who the others are */

/* torn: it is the beginning of one of ours, and no more. It had its name only once its words were
 * written, so a power cut came before these were on the disk. */
static bool read_notice(int folder, const char *name, struct notice *n, bool *torn)
{
    struct text all = {0};
    const bool read = store_read_at(folder, name, NOTICE_MAX, &all, NULL) == ST_OK;
    const char *at = text_str(&all);
    const size_t begun = strcspn(at, "\n");
    bool whole = read, fits = true; /* ours have no longer lines */
    *n = (struct notice){0};
    for (int i = 0; i < LINES; i++) {
        size_t len = strcspn(at, "\n");
        whole = whole && at[len] == '\n';
        fits = fits && len < LINE_ROOM;
        snprintf(n->line[i], LINE_ROOM, "%.*s", (int)len, at);
        at += len + (at[len] == '\n');
    }
    *torn = read && fits && !whole && strncmp(text_str(&all), what, begun) == 0;
    text_free(&all);
    return whole && fits && strcmp(n->line[WHAT], what) == 0;
}

static bool same(const struct notice *a, const struct notice *b, enum line line)
{
    return strcmp(a->line[line], b->line[line]) == 0;
}

/* Whether the process that wrote a notice on this computer runs. Its number may be another's now.
 */
static bool runs(const struct notice *n)
{
    char start[LINE_ROOM];
    long pid = strtol(n->line[PID], NULL, 10);
    if (pid <= 0 || (kill((pid_t)pid, 0) && errno == ESRCH))
        return false;
    start_of(pid, start);
    return strcmp(start, n->line[START]) == 0;
}

/* Never by the name of the computer alone: many have the same. */
static bool left_behind(const struct notice *n, const struct notice *us)
{
    if (!same(n, us, MACHINE) || !same(n, us, HOST))
        return false;
    return !same(n, us, BOOT) || !runs(n);
}

/* Whether another computer, or nobody knows who, has it: then only the person can tell. */
static void tell_holder(const struct notice *n, const struct notice *us, struct store_holder *out)
{
    *out = (struct store_holder){0};
    snprintf(out->user, sizeof out->user, "%.63s", n->line[USER]);
    snprintf(out->host, sizeof out->host, "%s", n->line[HOST]);
    snprintf(out->since, sizeof out->since, "%.19s", n->line[SINCE]);
    out->here = same(n, us, MACHINE) && same(n, us, HOST) && same(n, us, BOOT);
}

/* A clock that is ahead of ours says now. -1: nobody can tell. */
static long hours_since_used(int fd)
{
    struct stat is;
    if (fd < 0 || fstat(fd, &is))
        return -1;
    long seconds = (long)(time(NULL) - is.st_mtime);
    return seconds > 0 ? seconds / 3600 : 0;
}

/* Taking it */

/* Make the file, already held and filled, and give it its name: nobody sees half a lock, not on
 * another computer either. It is not synced: that would hold up the first picture, and after a
 * power cut nobody has the plan open any more. */
static int make(const struct spot *spot, const char *name, const struct notice *us, bool over,
                int *out)
{
    char temp[TEMP_ROOM];
    struct text words = {0};
    notice_words(us, &words);
    int code = 0, fd = store_temp(spot, temp);
    if (fd < 0 || !store_write_all(fd, text_str(&words), words.len) ||
        flock(fd, LOCK_EX | LOCK_NB) || (over && renameat(spot->folder, temp, spot->folder, name)))
        code = errno;
    else if (!over)
        code = store_take_name(spot, temp, name);
    text_free(&words);
    if (code && fd >= 0) {
        (void)unlinkat(spot->folder, temp, 0);
        (void)close(fd);
    }
    *out = code ? -1 : fd;
    return code;
}

/* Take a lock that somebody has, or had: while we judge it, it is ours to hold. */
static int take_over(const struct spot *spot, const char *name, const struct notice *us,
                     bool anyway, struct store_holder *holder, int *out)
{
    struct notice theirs;
    int fd = openat(spot->folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return EAGAIN; /* it was given back just now */
    bool free_now = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
    bool torn = false, known = fd >= 0 && read_notice(spot->folder, name, &theirs, &torn);
    int code = EEXIST;
    if (!known)
        theirs = (struct notice){0};
    tell_holder(&theirs, us, holder);
    holder->hours = hours_since_used(fd);
    if (!free_now && known)
        holder->here = holder->here && runs(&theirs);
    if (anyway || (free_now && (torn || (known && left_behind(&theirs, us)))))
        code = make(spot, name, us, true, out);
    if (fd >= 0)
        (void)close(fd);
    return code;
}

static int take(const struct spot *spot, const char *name, const struct notice *us, bool anyway,
                struct store_holder *holder, int *out)
{
    int code = EAGAIN;
    for (int tries = 0; code == EAGAIN && tries < 8; tries++) {
        code = make(spot, name, us, false, out);
        if (code == EEXIST)
            code = take_over(spot, name, us, anyway, holder, out);
    }
    return code;
}

enum status store_lock_take(struct store_lock *lock, const char *path, const char *now, bool anyway,
                            struct store_holder *holder)
{
    struct spot spot = {.folder = -1};
    struct notice us;
    char name[TEMP_ROOM];
    enum status st = store_find(path, &spot, NULL);
    if (st) {
        store_forget(&spot);
        return st == ST_NOMEM ? st : ST_IO;
    }
    our_notice(now, &us);
    store_hidden_name(spot.name, ending, name);
    int fd, code = take(&spot, name, &us, anyway, holder, &fd);
    char *copy = code ? NULL : text_copy(name);
    if (!code && copy) {
        *lock = (struct store_lock){true, spot.folder, fd, copy};
        spot.folder = -1;
    } else if (!code) {
        (void)unlinkat(spot.folder, name, 0);
        (void)close(fd);
    }
    store_forget(&spot);
    return code ? code == EEXIST || code == EAGAIN ? ST_EXISTS : ST_IO : copy ? ST_OK : ST_NOMEM;
}

bool store_lock_leads(const struct store_lock *lock, const char *path)
{
    struct spot spot = {.folder = -1};
    struct stat was, is;
    if (!lock->held || fstat(lock->folder, &was))
        return true;
    bool leads = store_find(path, &spot, NULL) != ST_OK || fstat(spot.folder, &is) ||
                 is.st_dev == was.st_dev; /* what can't be found is told by the save */
    store_forget(&spot);
    return leads;
}

void store_lock_used(const struct store_lock *lock)
{
    if (lock->held)
        (void)futimens(lock->fd, NULL);
}

void store_lock_end(struct store_lock *lock)
{
    struct stat ours, there;
    if (!lock->held)
        return;
    /* Somebody may have taken it over, and theirs stays. It is in the same folder. */
    if (fstat(lock->fd, &ours) == 0 &&
        fstatat(lock->folder, lock->name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
        ours.st_ino == there.st_ino)
        (void)unlinkat(lock->folder, lock->name, 0);
    (void)close(lock->fd);
    (void)close(lock->folder);
    free(lock->name);
    *lock = (struct store_lock){0};
}
