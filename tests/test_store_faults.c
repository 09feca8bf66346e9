/*
 * Whichever call to the system fails, once or for good: a file is as it was or as it was to be, and
 * what the store says is true. The linker puts this between the store and the system.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "supportplan/store.h"
#include "test.h"

/* ---- a system that fails ---- */

static long calls_left = -1; /* so many go well before one fails; -1: all do */
static bool for_good, has_failed;
static int code;

static bool fails(void)
{
    if (calls_left != 0) {
        calls_left -= calls_left > 0;
        return false;
    }
    has_failed = true;
    if (!for_good)
        calls_left = -1;
    errno = code;
    return true;
}

#define WRAP(type, name, takes, gives, failed)                                                     \
    type __real_##name takes;                                                                      \
    type __wrap_##name takes;                                                                      \
    type __wrap_##name takes                                                                       \
    {                                                                                              \
        return fails() ? (failed) : __real_##name gives;                                           \
    }

/* What another system, or another disk, does at every call of a kind. */
static struct {
    bool stick;       /* two files can't change places, nor one have two names; all may read all */
    bool same_number; /* by lot comes the same number, always */
    bool others_link; /* links are somebody else's */
    bool no_giving;   /* no file can be given to anybody */
    uid_t maker, user;
} strange;

static void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}

WRAP(void *, malloc, (size_t size), (size), no_memory())
WRAP(void *, realloc, (void *was, size_t size), (was, size), no_memory())
WRAP(char *, strdup, (const char *s), (s), no_memory())
WRAP(char *, strndup, (const char *s, size_t n), (s, n), no_memory())
WRAP(char *, realpath, (const char *path, char *out), (path, out), NULL)
WRAP(int, fstat64, (int fd, struct stat64 *out), (fd, out), -1)
WRAP(int, stat64, (const char *name, struct stat64 *out), (name, out), -1)
WRAP(ssize_t, read, (int fd, void *out, size_t len), (fd, out, len), -1)
/* A disk of somebody's who has used up their part takes nothing, and says nothing. */
WRAP(ssize_t, write, (int fd, const void *bytes, size_t len), (fd, bytes, len),
     code == EDQUOT ? 0 : -1)
WRAP(off64_t, lseek64, (int fd, off64_t at, int from), (fd, at, from), -1)
WRAP(int, fsync, (int fd), (fd), -1)
WRAP(int, syncfs, (int fd), (fd), -1)
WRAP(int, fallocate64, (int fd, int how, off64_t at, off64_t len), (fd, how, at, len), -1)
WRAP(int, ftruncate64, (int fd, off64_t len), (fd, len), -1)
WRAP(int, fchmod, (int fd, mode_t mode), (fd, mode), -1)
WRAP(int, flock, (int fd, int how), (fd, how), -1)
WRAP(int, faccessat, (int fd, const char *name, int mode, int how), (fd, name, mode, how), -1)
WRAP(DIR *, opendir, (const char *path), (path), NULL)
WRAP(struct dirent *, readdir64, (DIR * dir), (dir), NULL)
WRAP(int, mkdir, (const char *name, mode_t mode), (name, mode), -1)
WRAP(int, kill, (pid_t pid, int signal), (pid, signal), -1)
WRAP(struct passwd *, getpwuid, (uid_t user), (user), NULL)
WRAP(int, gethostname, (char *out, size_t len), (out, len), -1)
WRAP(int, rename, (const char *from, const char *to), (from, to), -1)
WRAP(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), -1)

int __real_fstatat64(int fd, const char *name, struct stat64 *out, int how);
int __wrap_fstatat64(int fd, const char *name, struct stat64 *out, int how);
int __wrap_fstatat64(int fd, const char *name, struct stat64 *out, int how)
{
    int done = fails() ? -1 : __real_fstatat64(fd, name, out, how);
    if (strange.stick)
        out->st_mode |= 0077;
    return done;
}

int __real_fchown(int fd, uid_t user, gid_t group);
int __wrap_fchown(int fd, uid_t user, gid_t group);
int __wrap_fchown(int fd, uid_t user, gid_t group)
{
    if (fails())
        return -1;
    if (!strange.no_giving)
        return __real_fchown(fd, user, group);
    errno = EPERM;
    return -1;
}

int __real_lstat64(const char *name, struct stat64 *out);
int __wrap_lstat64(const char *name, struct stat64 *out);
int __wrap_lstat64(const char *name, struct stat64 *out)
{
    int done = fails() ? -1 : __real_lstat64(name, out);
    if (strange.others_link)
        out->st_uid = strange.maker;
    return done;
}

uid_t __real_geteuid(void);
uid_t __wrap_geteuid(void);
uid_t __wrap_geteuid(void)
{
    return strange.others_link ? strange.user : __real_geteuid();
}

ssize_t __real_getrandom(void *out, size_t len, unsigned how);
ssize_t __wrap_getrandom(void *out, size_t len, unsigned how);
ssize_t __wrap_getrandom(void *out, size_t len, unsigned how)
{
    if (strange.same_number)
        memset(out, 0, len);
    return fails() ? -1 : strange.same_number ? (ssize_t)len : __real_getrandom(out, len, how);
}

int __real_renameat2(int a, const char *from, int b, const char *to, unsigned how);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned how);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned how)
{
    if (fails())
        return -1;
    if (!strange.stick)
        return __real_renameat2(a, from, b, to, how);
    errno = EINVAL;
    return -1;
}

int __real_linkat(int a, const char *from, int b, const char *to, int how);
int __wrap_linkat(int a, const char *from, int b, const char *to, int how);
int __wrap_linkat(int a, const char *from, int b, const char *to, int how)
{
    if (fails())
        return -1;
    if (!strange.stick)
        return __real_linkat(a, from, b, to, how);
    errno = EPERM;
    return -1;
}

int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
    int done = __real_close(fd); /* it is closed though it fails */
    return fails() ? -1 : done;
}

int __real_openat64(int folder, const char *name, int how, ...);
int __wrap_openat64(int folder, const char *name, int how, ...);
int __wrap_openat64(int folder, const char *name, int how, ...)
{
    va_list more;
    va_start(more, how);
    unsigned mode = how & O_CREAT ? va_arg(more, unsigned) : 0;
    va_end(more);
    return fails() ? -1 : __real_openat64(folder, name, how, mode);
}

int __wrap_open64(const char *name, int how, ...);
int __wrap_open64(const char *name, int how, ...)
{
    return fails() ? -1 : __real_openat64(AT_FDCWD, name, how);
}

/* Nobody waits for a system that is not there. */
int __wrap_nanosleep(const struct timespec *time, struct timespec *left);
int __wrap_nanosleep(const struct timespec *time, struct timespec *left)
{
    (void)time, (void)left;
    return 0;
}

/* ---- a folder ---- */

static char folder[64], path[96];
static char told[256]; /* what is tried, for a test that fails */

static const char *in(const char *name)
{
    static char full[4][160];
    static int next;
    char *out = full[next++ % 4];
    snprintf(out, sizeof full[0], "%s/%s", folder, name);
    return out;
}

static void make(const char *name, const char *bytes)
{
    FILE *file = fopen(in(name), "we");
    if (!file || fputs(bytes, file) < 0 || fclose(file))
        fail_msg("%s could not be made", name);
}

/* Whether a file of the folder holds these bytes. */
static bool holds(const char *name, const char *bytes)
{
    char got[256];
    FILE *file = fopen(in(name), "re");
    if (!file)
        return false;
    size_t len = fread(got, 1, sizeof got, file);
    (void)fclose(file);
    return len == strlen(bytes) && memcmp(got, bytes, len) == 0;
}

/* The first name of the folder that begins so; "" for none. What it says is good until the next. */
static const char *named(const char *begins)
{
    static char found[256];
    DIR *dir = __real_opendir(folder);
    *found = '\0';
    for (const struct dirent *entry; dir && (entry = __real_readdir64(dir));)
        if (strncmp(entry->d_name, begins, strlen(begins)) == 0 && entry->d_name[0] != '\0' &&
            strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            snprintf(found, sizeof found, "%s", entry->d_name);
    if (dir)
        (void)closedir(dir);
    return found;
}

static void empty(void)
{
    DIR *dir = __real_opendir(folder);
    for (const struct dirent *entry; dir && (entry = __real_readdir64(dir));)
        (void)unlinkat(dirfd(dir), entry->d_name, entry->d_type == DT_DIR ? AT_REMOVEDIR : 0);
    if (dir)
        (void)closedir(dir);
}

static void must(bool right, const char *what)
{
    if (!right)
        fail_msg("%s: %s (beside: %s)", told, what, named(".plan"));
}

/* ---- what is tried ---- */

static struct fault fault;

static void given_plan(void)
{
    make("plan.csv", "old");
    make("plan.csv~", "older");
}

static void nothing_hidden(void)
{
    must(!*named(".plan"), "something hidden is left behind");
}

/* What is there already fills the text's first room, so that there must be more. */
#define BEFORE "This is before it, and fills the sixty-four bytes of a new text"

static void reading(void)
{
    struct text out = {0};
    text_add(&out, BEFORE);
    enum status st = text_status(&out) ? ST_NOMEM : store_read(path, 100, &out, &fault);
    bool whole = strcmp(text_str(&out), BEFORE "old") == 0;
    must(st ? !whole : whole, "what was read is not all of it, or too much");
    text_free(&out);
}

/* bytes: what the plan was to hold. */
static void judge_plan(enum status st, const char *bytes)
{
    bool is_new = holds("plan.csv", bytes);
    must(is_new || holds("plan.csv", "old"), "the plan is neither old nor new");
    must(st != ST_OK || is_new, "it was said to be written, and is not");
    must(st == ST_OK || *fault.text, "it does not say what went wrong");
    nothing_hidden();
}

static void replacing(void)
{
    judge_plan(store_write(path, "new", 3, STORE_REPLACE, &fault), "new");
}

static void saving(void)
{
    struct text left = {0};
    struct store_saving s = {.bytes = "new", .len = 3, .was = "old", .was_len = 3, .left = &left};
    enum status st = store_save(path, &s, &fault);
    const char *beside = named("plan.csv.unsaved");
    must((left.len > 0) == (*beside != '\0') || text_status(&left), "what is left beside is told");
    must(!*beside || holds(beside, "new"), "what is left beside is not whole");
    judge_plan(st, "new");
    text_free(&left);
}

static void on_a_stick(void (*scene)(void))
{
    strange.stick = true;
    scene();
    strange.stick = false;
}

static void saving_on_a_stick(void)
{
    on_a_stick(saving);
}

/* Who has nobody to tell where the bytes were left has them still. */
static void saving_and_no_more(void)
{
    struct store_saving s = {.bytes = "new", .len = 3, .was = "old", .was_len = 3, .first = true};
    judge_plan(store_save(path, &s, &fault), "new");
    must(!*named("plan.csv.unsaved"), "something is left beside, and nobody knows of it");
}

static void making(void)
{
    enum status st = store_write(in("other.csv"), "new", 3, STORE_NEW, &fault);
    bool there = *named("other.csv");
    must(st == ST_OK ? there : *fault.text != '\0', "what is said of a new file is not so");
    must(!there || holds("other.csv", "new"), "a new file is not whole");
    must(!*named(".other"), "something hidden is left behind");
}

static void making_on_a_stick(void)
{
    on_a_stick(making);
}

static void keeping_the_original(void)
{
    struct text name = {0};
    enum status st = store_keep_original(path, &name, &fault);
    const char *copy = st ? NULL : strrchr(text_str(&name), '/');
    must(!copy == (st != ST_OK), "the copy has no name, or there is none");
    must(!copy || holds(copy + 1, "old"), "the copy is not what it was");
    must(holds("plan.csv", "old"), "the original is another");
    nothing_hidden();
    text_free(&name);
}

/* What is in a log is what was said to be added to it. */
static void logging(void)
{
    struct store_log log = {0};
    struct text base = {0}, more = {0};
    static const char *const want[] = {"base", "base+1", "base+1+1", "base+1+1+1"};
    int added_count = 0;
    text_add(&base, "base");
    text_add(&more, "+1");
    enum status st = store_log_begin(&log, path, "journal", &base, &fault);
    must(!st == log.open, "a log is open that was not begun, or not");
    for (int i = 0; !st && i < 3; i++) {
        bool added = !text_status(&more) && store_log_add(&log, &more, &fault) == ST_OK;
        added_count += added;
        (void)store_log_sync(&log, &fault);
    }
    store_log_end(&log, true);
    must(st || holds(".plan.csv.journal", want[added_count]) || for_good || text_status(&base),
         "the log holds something else");
    must(st == ST_OK || !*named(".plan") || holds(".plan.csv.journal", "base"),
         "half a log is left");
    text_free(&base);
    text_free(&more);
}

static void locking(void)
{
    struct store_lock lock = {0};
    struct store_holder holder;
    enum status st = store_lock_take(&lock, path, "2026-11-21 14:02", false, &holder);
    must((st == ST_OK) == lock.held, "a lock is held that was not taken, or not");
    must(!lock.held || *named(".plan.csv.lock"), "nobody can see the lock");
    calls_left = -1;
    store_lock_end(&lock);
    must(st || !*named(".plan.csv.lock"), "the lock was not given back");
}

static struct store_lock given_lock(void)
{
    struct store_lock lock = {0};
    struct store_holder holder;
    long left = calls_left;
    calls_left = -1;
    assert_int_equal(store_lock_take(&lock, path, "", false, &holder), ST_OK);
    calls_left = left;
    return lock;
}

/* Who can't see whose it is by now leaves it: a program that does not run holds nothing. */
static void unlocking(void)
{
    struct store_lock lock = given_lock();
    store_lock_used(&lock);
    store_lock_end(&lock);
    must(!lock.held, "it seems to be held still");
}

static void locking_what_was_left(void)
{
    make(".plan.csv.lock", "supp"); /* the power was cut while it was written */
    locking();
}

static void locking_what_is_held(void)
{
    struct store_lock ours = given_lock(), second = {0};
    struct store_holder holder = {0};
    enum status st = store_lock_take(&second, path, "", false, &holder);
    must(st != ST_OK && !second.held, "it was taken from who has it");
    calls_left = -1;
    store_lock_end(&ours);
}

/* A disk that nobody can look at is not said to be another. */
static void looking_where_the_lock_leads(void)
{
    struct store_lock lock = given_lock();
    must(store_lock_leads(&lock, path), "the same disk is said to be another");
    calls_left = -1;
    store_lock_end(&lock);
}

static void copying(void)
{
    bool made = false;
    enum status st = store_copy(path, in("copy.csv"), &made, &fault);
    bool there = *named("copy.csv") != '\0';
    must(st != ST_OK || made, "a copy was made, and it is not said");
    must(made == there, "whether there is a new file is not so");
    must(!there || holds("copy.csv", "old"), "the copy is another");
    must(st == ST_OK || *fault.text, "it does not say what went wrong");
    must(holds("plan.csv", "old"), "the original is another");
    must(!*named(".copy"), "something hidden is left behind");
}

static void copying_what_is_there(void)
{
    bool made = true;
    make("copy.csv", "old");
    enum status st = store_copy(path, in("copy.csv"), &made, &fault);
    must(!made && holds("copy.csv", "old"), "the copy was there already");
    must(st == ST_OK || *fault.text, "it does not say what went wrong");
}

static void syncing_disks(void)
{
    enum status st = store_sync_disk(folder, &fault);
    must(st == ST_OK || *fault.text, "it does not say what went wrong");
    store_sync_folder(folder);
}

static void making_folders(void)
{
    enum status st = store_make_folders(folder, "a/b/c", &fault);
    must(st == ST_OK || *fault.text, "it does not say what went wrong");
    must(st != ST_OK || code == EEXIST || __real_mkdir(in("a/b"), 0700), "a folder is not there");
    (void)unlinkat(AT_FDCWD, in("a/b"), AT_REMOVEDIR);
}

static void naming_what_is_hidden(void)
{
    struct text out = {0};
    enum status st = store_hidden(path, "journal", &out);
    must(st != ST_OK || strcmp(text_str(&out), in(".plan.csv.journal")) == 0, "another name");
    text_free(&out);
}

static void finishing_a_save(void)
{
    struct store_leftover *list = NULL;
    size_t count = 0;
    long left = calls_left;
    calls_left = -1;
    make(".plan.csv.0123456789abcdef.tmp", "newer");
    assert_int_equal(store_leftovers(path, 100, &list, &count), ST_OK);
    calls_left = left;
    for (size_t i = 0; i < count; i++)
        if (list[i].unfinished)
            store_leftover_keep(path, &list[i]);
    must(holds("plan.csv~", "newer") || (holds("plan.csv~", "older") && *named(".plan")),
         "a copy from before is gone");
    store_leftovers_free(list, count);
}

/* All names, or none: so that nobody is told that nothing is left. What a disk can't tell of counts
 * as a file; only what it says is gone does not. */
static void naming_all(void)
{
    struct text out = {0};
    enum status st = store_names(folder, &out);
    bool all = strstr(text_str(&out), "plan.csv\n") && strstr(text_str(&out), "plan.csv~\n");
    must(st ? out.len == 0 : all || code == ENOENT, "a name is missing");
    text_free(&out);
}

static void looking_for_sticks(void)
{
    static const char mounts[] = "36 35 98:0 / /media/ann/STICK rw,noatime - vfat /dev/sdb1 rw\n";
    struct text out = {0};
    enum status st = store_sticks(mounts, &out);
    must(st ? out.len == 0 : strcmp(text_str(&out), "/media/ann/STICK\n") == 0, "another stick");
    text_free(&out);
}

static void looking_for_leftovers(void)
{
    struct store_leftover *list = NULL;
    size_t count = 0;
    make(".plan.csv.0123456789abcdef.tmp", "newer");
    enum status st = store_leftovers(path, 100, &list, &count);
    must(st ? !list && count == 0 : count <= 2, "there is more than there is");
    for (size_t i = 0; list && i < count; i++) {
        const char *says = text_str(&list[i].bytes);
        must(!*says || strcmp(says, list[i].unfinished ? "newer" : "older") == 0,
             "a leftover says something else");
    }
    store_leftovers_free(list, count);
}

static void listing(void)
{
    struct text ours = {0}, others = {0}, list = {0};
    (void)store_family(path, &ours, &others);
    (void)store_list(folder, ".csv", &list);
    must(list.len == 0 || strcmp(text_str(&list), "plan.csv\n") == 0, "another list");
    (void)store_beside(path, "plan.csv~");
    must(!store_has_other_names(path), "it has one name");
    (void)store_same_disk(path, folder);
    (void)store_when(path);
    text_free(&ours);
    text_free(&others);
    text_free(&list);
}

static const struct {
    const char *what;
    void (*run)(void);
} scenes[] = {
    {"reading", reading},
    {"replacing", replacing},
    {"saving", saving},
    {"saving on a stick", saving_on_a_stick},
    {"saving and no more", saving_and_no_more},
    {"making", making},
    {"making on a stick", making_on_a_stick},
    {"keeping the original", keeping_the_original},
    {"logging", logging},
    {"locking", locking},
    {"locking what was left", locking_what_was_left},
    {"unlocking", unlocking},
    {"locking what is held", locking_what_is_held},
    {"where a lock leads", looking_where_the_lock_leads},
    {"copying", copying},
    {"copying what is there", copying_what_is_there},
    {"syncing disks", syncing_disks},
    {"making folders", making_folders},
    {"a hidden name", naming_what_is_hidden},
    {"finishing a save", finishing_a_save},
    {"all names", naming_all},
    {"sticks", looking_for_sticks},
    {"leftovers", looking_for_leftovers},
    {"listing", listing},
};

/* One call after the other fails, until none does any more. */
static void try_each_call(size_t scene)
{
    for (long n = 0;; n++) {
        empty();
        given_plan();
        fault = (struct fault){0};
        snprintf(told, sizeof told, "%s, call %ld fails with %s%s", scenes[scene].what, n + 1,
                 strerrorname_np(code), for_good ? " for good" : "");
        has_failed = false;
        calls_left = n;
        scenes[scene].run();
        calls_left = -1;
        if (!has_failed)
            return;
        if (n > 1000)
            fail_msg("%s: it never ends", told);
    }
}

static void whichever_call_fails_no_file_is_half_written(void **state)
{
    static const int codes[] = {EIO,    ENOSPC,      EACCES, EPERM,   EINTR, ENOENT, EEXIST,
                                EINVAL, ENXIO,       EROFS,  ENOMEM,  EBUSY, ENOSYS, ENOTSUP,
                                EDQUOT, EWOULDBLOCK, EFBIG,  ETXTBSY, EBADF};
    (void)state;
    for (size_t i = 0; i < COUNT(codes) * 2; i++) {
        code = codes[i / 2];
        for_good = i % 2;
        if (for_good && code == EINTR) /* then it is tried for ever */
            continue;
        for (size_t scene = 0; scene < COUNT(scenes); scene++)
            try_each_call(scene);
    }
}

/* One call that fails is not all that can be in the way. */

static void where_no_name_is_free_nothing_is_written(void **state)
{
    (void)state;
    given_plan();
    make(".plan.csv.0000000000000000.tmp", "somebody's");
    strange.same_number = true;
    enum status st = store_write(path, "new", 3, STORE_REPLACE, &fault);
    strange.same_number = false;
    assert_int_equal(st, ST_IO);
    assert_true(holds("plan.csv", "old"));
    assert_true(holds(".plan.csv.0000000000000000.tmp", "somebody's"));
}

/* exFAT says that a mode was set, and sets none. */
static void a_disk_that_keeps_no_secrets_is_told(void **state)
{
    (void)state;
    struct store_saving s = {.bytes = "new", .len = 3};
    assert_int_equal(store_save(path, &s, &fault), ST_OK);
    assert_false(s.open_to_all);
    empty();
    strange.stick = true;
    assert_int_equal(store_save(path, &s, &fault), ST_OK);
    strange.stick = false;
    assert_true(s.open_to_all);
}

static void what_can_not_be_given_to_a_group_is_for_nobody_else(void **state)
{
    (void)state;
    for (int no_giving = 0; no_giving < 2; no_giving++) {
        struct stat is;
        make("plan.csv", "old");
        assert_int_equal(chmod(path, 0664), 0);
        strange.no_giving = no_giving;
        enum status st = store_write(path, "new", 3, STORE_REPLACE, &fault);
        strange.no_giving = false;
        assert_int_equal(st, ST_OK);
        assert_true(holds("plan.csv", "new"));
        assert_int_equal(stat(path, &is), 0);
        assert_int_equal(is.st_mode & 0777, no_giving ? 0600 : 0664);
    }
}

static void nothing_is_written_through_the_link_of_another(void **state)
{
    (void)state;
    static const struct {
        uid_t maker, user;
        enum status want;
    } cases[] = {
        {1000, 1000, ST_OK},
        {0, 1000, ST_OK}, /* the system's */
        {1001, 1000, ST_REFUSED},
        {1001, 0, ST_REFUSED},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        empty();
        make("theirs", "old");
        assert_int_equal(symlink("theirs", path), 0);
        strange.others_link = true;
        strange.maker = cases[i].maker;
        strange.user = cases[i].user;
        enum status st = store_write(path, "new", 3, STORE_REPLACE, &fault);
        strange.others_link = false;
        if (st != cases[i].want || !holds("theirs", st ? "old" : "new"))
            fail_msg("case %zu: %s", i, fault.text);
    }
}

static int set_up(void **state)
{
    (void)state;
    /* In memory, where there is a place for that: thousands of files are written here. */
    bool memory = __real_faccessat(AT_FDCWD, "/dev/shm", W_OK, 0) == 0;
    snprintf(folder, sizeof folder, "%s/store-XXXXXX", memory ? "/dev/shm" : "/tmp");
    bool made = mkdtemp(folder) != NULL;
    snprintf(path, sizeof path, "%s/plan.csv", folder);
    return made ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    calls_left = -1;
    empty();
    return rmdir(folder);
}

int main(void)
{
#define FAULT_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        FAULT_TEST(whichever_call_fails_no_file_is_half_written),
        FAULT_TEST(where_no_name_is_free_nothing_is_written),
        FAULT_TEST(a_disk_that_keeps_no_secrets_is_told),
        FAULT_TEST(what_can_not_be_given_to_a_group_is_for_nobody_else),
        FAULT_TEST(nothing_is_written_through_the_link_of_another),
    };
    return cmocka_run_group_tests_name("store_faults", tests, NULL, NULL);
}
