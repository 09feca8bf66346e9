/*
 * The way through this file: opening and reading; writing; the rest. Where a file is and how it
 * gets there is in store_spot.c, what went wrong in store_fault.c.
 */
#include "supportplan/store.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_parts.h"

#define KEEP_TRIES 1000
/* What is read at once where nobody knows how much there is. */
#define READ_STEP ((size_t)1 << 16)

/* ---- reading ---- */

/* Read to the end, straight into a text that is empty, but never more than max. */
static enum status read_all(int fd, size_t expected, size_t max, struct text *out,
                            struct fault *fault)
{
    for (size_t room = expected + 1;; room = READ_STEP) { /* the one more finds the end */
        if (out->cap - out->len <= 1 && !text_room(out, room))
            return store_no_memory(fault);
        ssize_t got = read(fd, out->data + out->len, out->cap - out->len - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return store_not_read(fault, errno);
        if (got == 0)
            return ST_OK;
        if ((size_t)got > max - out->len)
            return store_too_large(fault, max);
        out->len += (size_t)got;
        out->data[out->len] = '\0';
    }
}

static enum status read_regular(int fd, size_t max, struct text *out, struct fault *fault)
{
    struct stat is;
    if (fstat(fd, &is))
        return store_not_read(fault, errno);
    if (!S_ISREG(is.st_mode))
        return store_not_regular(fault, is.st_mode);
    if (is.st_size > 0 && (uintmax_t)is.st_size > max)
        return store_too_large(fault, max);
    return read_all(fd, is.st_size > 0 ? (size_t)is.st_size : 0, max, out, fault);
}

/* Nothing here may wait (a pipe without a writer) or take hold of a terminal. */
static enum status open_and_read(int folder, const char *path, size_t max, struct text *out,
                                 struct fault *fault)
{
    int fd = openat(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 && errno == ENXIO)
        return store_not_regular(fault, S_IFSOCK);
    if (fd < 0)
        return store_not_read(fault, errno);
    enum status st = read_regular(fd, max, out, fault);
    (void)close(fd);
    return st;
}

enum status store_read_at(int folder, const char *name, size_t max, struct text *out,
                          struct fault *fault)
{
    struct text all = {0};
    enum status st = open_and_read(folder, name, max, &all, fault);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&all), all.len);
    text_free(&all);
    return st;
}

enum status store_read(const char *path, size_t max, struct text *out, struct fault *fault)
{
    assert(path && out);
    struct text all = {0};
    enum status st = strcmp(path, "-") == 0 ? read_all(STDIN_FILENO, READ_STEP, max, &all, fault)

                                            : open_and_read(AT_FDCWD, path, max, &all, fault);
    if (!st && out->len == 0) {
        struct text empty = *out;
        *out = all; /* a whole file is not copied where it need not be */
        all = empty;
    } else if (!st && text_splice(out, out->len, 0, text_str(&all), all.len)) {
        st = store_no_memory(fault);
    }
    text_free(&all);
    return st;
}

int store_open_regular(const char *path)
{
    struct stat is;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd >= 0 && (fstat(fd, &is) || !S_ISREG(is.st_mode))) {
        (void)close(fd);
        errno = EISDIR;
        return -1;
    }
    return fd;
}

size_t store_peek(const char *path, char *out, size_t room)
{
    int fd = store_open_regular(path);
    if (fd < 0)
        return 0;
    ssize_t got = read(fd, out, room);
    (void)close(fd);
    return got > 0 ? (size_t)got : 0;
}

/* ---- writing ---- */

static enum status write_spot(const struct spot *spot, const char *bytes, size_t len,
                              enum store_how how, struct fault *fault)
{
    assert(spot->folder >= 0 && spot->name);
    char temp[TEMP_ROOM];
    int fd = store_temp(spot, temp);
    if (fd < 0)
        return store_not_written(fault, errno);
    int code = store_fill(fd, spot, bytes, len);
    if (!code)
        code =
            how == STORE_NEW ? store_take_name(spot, temp, spot->name) : store_replace(spot, temp);
    if (code)
        (void)unlinkat(spot->folder, temp, 0);
    if (code == EEXIST)
        return store_taken(fault);
    if (code)
        return store_not_written(fault, code);
    if (!store_sync(spot->folder))
        return fault_set(fault, ST_IO, 0, "%s",
                         _("The file was written, but the disk has a fault. Keep another copy."));
    return ST_OK;
}

enum status store_write(const char *path, const char *bytes, size_t len, enum store_how how,
                        struct fault *fault)
{
    assert(path && (bytes || len == 0));
    if (how == STORE_NEW && store_exists(path))
        return store_taken(fault);
    struct spot spot = {.folder = -1};
    enum status st = store_find(path, &spot, fault);
    if (!st)
        st = write_spot(&spot, bytes, len, how, fault);
    store_forget(&spot);
    return st;
}

/* ---- the rest ---- */

/* Whether a file holds these bytes. */
static bool holds(const char *path, const struct text *bytes)
{
    struct text there = {0};
    bool same = store_read(path, bytes->len, &there, NULL) == ST_OK && there.len == bytes->len &&
                memcmp(text_str(&there), text_str(bytes), bytes->len) == 0;
    text_free(&there);
    return same;
}

static enum status keep_as(const char *path, int number, const struct text *bytes,
                           struct text *name, struct fault *fault)
{
    struct text copy = {0};
    text_addf(&copy, "%s.original", path);
    if (number > 1)
        text_addf(&copy, "-%d", number);
    enum status st = text_status(&copy) ? store_no_memory(fault)
                                        : store_write(text_str(&copy), text_str(bytes), bytes->len,
                                                      STORE_NEW, fault);
    if (st == ST_EXISTS && holds(text_str(&copy), bytes))
        st = ST_OK;
    if (!st && text_splice(name, name->len, 0, text_str(&copy), copy.len))
        st = store_no_memory(fault);
    text_free(&copy);
    return st;
}

enum status store_keep_original(const char *path, struct text *name, struct fault *fault)
{
    assert(path && name);
    struct text bytes = {0};
    enum status st = store_read(path, SIZE_MAX, &bytes, fault);
    if (!st) {
        st = ST_EXISTS;
        for (int i = 1; st == ST_EXISTS && i <= KEEP_TRIES; i++)
            st = keep_as(path, i, &bytes, name, fault);
    }
    text_free(&bytes);
    return st;
}

void store_remove(const char *path)
{
    (void)unlink(path);
}

bool store_exists(const char *path)
{
    struct stat is;
    return lstat(path, &is) == 0;
}

bool store_has_other_names(const char *path)
{
    struct stat is;
    return stat(path, &is) == 0 && is.st_nlink > 1;
}

/* Whether a name leads out of the folder that it is looked for in. */
static bool leads_out(const char *name)
{
    for (const char *at = name; *at; at += strspn(at, "/")) {
        size_t n = strcspn(at, "/");
        if (n == 2 && strncmp(at, "..", 2) == 0)
            return true;
        at += n;
    }
    return *name == '/';
}

size_t store_name_at(const char *path)
{
    assert(path);
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash + 1 - path) : 0;
}

void store_add_folder(struct text *out, const char *path)
{
    text_add_n(out, path, store_name_at(path));
    text_add(out, ".");
}

bool store_beside(const char *path, const char *name)
{
    assert(path && name);
    struct text beside = {0};
    struct stat is;
    text_add_n(&beside, path, store_name_at(path));
    text_add(&beside, name);
    bool there = *name && !leads_out(name) && !text_status(&beside) &&
                 stat(text_str(&beside), &is) == 0 && S_ISREG(is.st_mode);
    text_free(&beside);
    return there;
}

bool store_folder_ok(const char *path)
{
    struct stat is;
    return stat(path, &is) == 0 && S_ISDIR(is.st_mode) &&
           faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) == 0;
}

/* Names that can be listed one a line, and opened: files that are not hidden. */
static bool is_listed(int folder, const char *name, const char *suffix)
{
    struct stat is;
    return name[0] != '.' && text_ends(name, suffix) && !strchr(name, '\n') &&
           fstatat(folder, name, &is, 0) == 0 && S_ISREG(is.st_mode);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

struct names {
    char **list;
    size_t count, cap;
};

static bool names_add(struct names *names, const char *name)
{
    if (names->count == names->cap) {
        size_t cap = names->cap ? names->cap * 2 : 16;
        char **list = realloc(names->list, cap * sizeof *list);
        if (!list)
            return false;
        names->list = list;
        names->cap = cap;
    }
    char *copy = text_copy(name);
    if (copy)
        names->list[names->count++] = copy;
    return copy != NULL;
}

/* Whether a file may be there for who asks for all: one that nobody can tell of counts, too. */
static bool may_be_file(int folder, const char *name)
{
    struct stat is;
    if (strchr(name, '\n'))
        return false;
    return fstatat(folder, name, &is, AT_SYMLINK_NOFOLLOW) ? errno != ENOENT : S_ISREG(is.st_mode);
}

/* All names, where suffix is NULL: then it counts that none is missing. */
static enum status names_gather(DIR *dir, const char *suffix, struct names *names)
{
    errno = 0;
    for (const struct dirent *entry; (entry = readdir(dir)); errno = 0) {
        bool listed = suffix ? is_listed(dirfd(dir), entry->d_name, suffix)
                             : may_be_file(dirfd(dir), entry->d_name);
        if (listed && !names_add(names, entry->d_name))
            return ST_NOMEM;
    }
    return errno && !suffix ? ST_UNKNOWN : ST_OK;
}

static enum status list_names(const char *folder, const char *suffix, struct text *out)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return errno == ENOMEM ? ST_NOMEM : ST_UNKNOWN;
    struct names names = {0};
    struct text lines = {0};
    enum status st = names_gather(dir, suffix, &names);
    (void)closedir(dir);
    if (names.count)
        qsort(names.list, names.count, sizeof *names.list, by_bytes);
    for (size_t i = 0; i < names.count; i++) {
        text_addf(&lines, "%s\n", names.list[i]);
        free(names.list[i]);
    }
    free(names.list);
    if (!st)
        st = text_status(&lines);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&lines), lines.len);
    text_free(&lines);
    return st;
}

enum status store_list(const char *folder, const char *suffix, struct text *out)
{
    assert(folder && suffix && out);
    return list_names(folder, suffix, out);
}

enum status store_names(const char *folder, struct text *out)
{
    assert(folder && out);
    return list_names(folder, NULL, out);
}

void store_sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)store_sync(fd);
    (void)close(fd);
}
