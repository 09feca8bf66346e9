/*
 * The way through this file: sentences for what can go wrong; opening and reading;
 * finding where a file really is; the temporary file; putting it in place; the rest.
 */
#define _GNU_SOURCE /* renameat2() */
#include "supportplan/store.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A name can have 255 bytes; the temporary one adds 22 to what is left of it. */
#define NAME_KEPT 200
#define KEEP_TRIES 1000
/* What is read at once where nobody knows how much there is. */
#define READ_STEP ((size_t)1 << 16)

/* ---- sentences ---- */

static const struct {
    int code;
    const char *sentence;
} causes[] = {
    {ENOSPC, N_("There is no room left on the disk.")},
    {EDQUOT, N_("There is no room left for your files on this disk.")},
    {EFBIG, N_("The file is larger than this disk allows.")},
    {EROFS, N_("This disk can be read, but nothing can be written to it.")},
    {EIO, N_("The disk has a fault.")},
    {ENOENT, N_("There is no such folder.")},
    {ENOTDIR, N_("Part of that name is a file, not a folder.")},
    {EISDIR, N_("That is a folder, not a file.")},
    {ENAMETOOLONG, N_("That name is too long.")},
    {ELOOP, N_("That name is a link that only leads back to itself.")},
    {EBUSY, N_("Another program is using that file.")},
    {ETXTBSY, N_("Another program is using that file.")},
    {EMFILE, N_("Too many files are open on this computer.")},
    {ENFILE, N_("Too many files are open on this computer.")},
    {ENODEV, N_("The disk is not there any more.")},
    {ENXIO, N_("The disk is not there any more.")},
    {ESTALE, N_("The folder is on another computer, which does not answer.")},
    {ETIMEDOUT, N_("The folder is on another computer, which does not answer.")},
    {EHOSTDOWN, N_("The folder is on another computer, which does not answer.")},
};

/* Tell what errno means; other is the sentence for a code that has none of its own. */
static enum status told(struct fault *fault, int code, const char *other)
{
    if (code == ENOMEM)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].code == code)
            return fault_set(fault, ST_IO, 0, "%s", _(causes[i].sentence));
    return fault_set(fault, ST_IO, 0, "%s (%s)", other, strerror(code));
}

static enum status not_read(struct fault *fault, int code)
{
    if (code == ENOENT)
        return fault_set(fault, ST_UNKNOWN, 0, "%s", _("There is no file of that name."));
    if (code == EACCES || code == EPERM)
        return fault_set(fault, ST_IO, 0, "%s", _("You are not allowed to read that file."));
    return told(fault, code, _("The computer could not read the file."));
}

static enum status not_written(struct fault *fault, int code)
{
    if (code == EACCES || code == EPERM)
        return fault_set(fault, ST_IO, 0, "%s", _("You are not allowed to write there."));
    return told(fault, code, _("The computer could not write the file."));
}

static enum status no_memory(struct fault *fault)
{
    return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
}

static enum status not_regular(struct fault *fault, mode_t mode)
{
    const char *sentence = _("That is a device, not a file.");
    if (S_ISDIR(mode))
        sentence = _("That is a folder, not a file.");
    else if (S_ISFIFO(mode) || S_ISSOCK(mode))
        sentence = _("That joins two programs; it is not a file.");
    return fault_set(fault, ST_REFUSED, 0, "%s", sentence);
}

static enum status too_large(struct fault *fault, size_t max)
{
    if (max < (size_t)1 << 20)
        return fault_set(fault, ST_LIMIT, 0, "%s", status_text(ST_LIMIT));
    return fault_set(fault, ST_LIMIT, 0, _("The file is larger than %zu megabytes."), max >> 20);
}

/* ---- reading ---- */

/* Read to the end, straight into a text that is empty, but never more than max. */
static enum status read_all(int fd, size_t expected, size_t max, struct text *out,
                            struct fault *fault)
{
    for (size_t room = expected + 1;; room = READ_STEP) { /* the one more finds the end */
        if (out->cap - out->len <= 1 && !text_room(out, room))
            return no_memory(fault);
        ssize_t got = read(fd, out->data + out->len, out->cap - out->len - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return not_read(fault, errno);
        if (got == 0)
            return ST_OK;
        if ((size_t)got > max - out->len)
            return too_large(fault, max);
        out->len += (size_t)got;
        out->data[out->len] = '\0';
    }
}

static enum status read_regular(int fd, size_t max, struct text *out, struct fault *fault)
{
    struct stat is;
    if (fstat(fd, &is))
        return not_read(fault, errno);
    if (!S_ISREG(is.st_mode))
        return not_regular(fault, is.st_mode);
    if (is.st_size > 0 && (uintmax_t)is.st_size > max)
        return too_large(fault, max);
    return read_all(fd, is.st_size > 0 ? (size_t)is.st_size : 0, max, out, fault);
}

/* Nothing here may wait (a pipe without a writer) or take hold of a terminal. */
static enum status open_and_read(const char *path, size_t max, struct text *out,
                                 struct fault *fault)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 && errno == ENXIO)
        return not_regular(fault, S_IFSOCK);
    if (fd < 0)
        return not_read(fault, errno);
    enum status st = read_regular(fd, max, out, fault);
    (void)close(fd);
    return st;
}

enum status store_read(const char *path, size_t max, struct text *out, struct fault *fault)
{
    assert(path && out);
    struct text all = {0};
    enum status st = strcmp(path, "-") == 0 ? read_all(STDIN_FILENO, READ_STEP, max, &all, fault)
                                            : open_and_read(path, max, &all, fault);
    if (!st && out->len == 0) {
        struct text empty = *out;
        *out = all; /* a whole file is not copied where it need not be */
        all = empty;
    } else if (!st && text_splice(out, out->len, 0, text_str(&all), all.len)) {
        st = no_memory(fault);
    }
    text_free(&all);
    return st;
}

/* ---- where a file really is ---- */

/* A file that is to be written: its folder, held open, and its name in it. */
struct place {
    int folder;
    char *name;
    bool there;      /* it exists, and is a regular file */
    struct stat was; /* of the file that is there */
};

static void place_free(struct place *place)
{
    if (place->folder >= 0)
        (void)close(place->folder);
    free(place->name);
}

/* Open the folder of a path whose last part is name. */
static enum status open_folder(const char *path, size_t folder_len, struct place *place,
                               struct fault *fault)
{
    char *folder = folder_len ? strndup(path, folder_len) : text_copy(".");
    if (!folder)
        return no_memory(fault);
    place->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int code = errno;
    free(folder);
    return place->folder < 0 ? not_written(fault, code) : ST_OK;
}

/* From here on only the folder that is open counts, whatever becomes of the path. */
static enum status place_open(const char *path, struct place *place, struct fault *fault)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return not_regular(fault, S_IFDIR);
    enum status st = open_folder(path, (size_t)(name - path), place, fault);
    if (st)
        return st;
    place->name = text_copy(name);
    if (!place->name)
        return no_memory(fault);
    place->there = fstatat(place->folder, name, &place->was, AT_SYMLINK_NOFOLLOW) == 0;
    if (!place->there && errno != ENOENT)
        return not_written(fault, errno);
    if (place->there && S_ISLNK(place->was.st_mode))
        return fault_set(fault, ST_REFUSED, 0, "%s",
                         _("That name is a link to a file that is not there."));
    if (place->there && !S_ISREG(place->was.st_mode))
        return not_regular(fault, place->was.st_mode);
    /* A new file could take its place all the same: but somebody made it read-only. */
    if (place->there && faccessat(place->folder, name, W_OK, AT_EACCESS))
        return not_written(fault, errno);
    return ST_OK;
}

/* A link is followed, so that it stays a link and the file it names is replaced. */
static enum status place_find(const char *path, struct place *place, struct fault *fault)
{
    char *real = realpath(path, NULL);
    if (!real && errno != ENOENT)
        return not_written(fault, errno);
    enum status st = place_open(real ? real : path, place, fault);
    free(real);
    return st;
}

/* ---- the temporary file ---- */

#define TEMP_ROOM (NAME_KEPT + 32)

/* .NAME.<16 hex>.tmp: a long name is cut, between two characters. */
static bool temp_name(const char *name, char out[TEMP_ROOM])
{
    uint64_t number;
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
        return false;
    size_t len = strlen(name);
    if (len > NAME_KEPT) {
        len = NAME_KEPT;
        while (len && ((unsigned char)name[len] & 0xc0) == 0x80)
            len--;
    }
    snprintf(out, TEMP_ROOM, ".%.*s.%016llx.tmp", (int)len, name, (unsigned long long)number);
    return true;
}

/* Make a file of a name that nobody has: its descriptor, or -1 and errno. */
static int temp_open(const struct place *place, char out[TEMP_ROOM])
{
    int fd = -1;
    for (int tries = 0; tries < 8; tries++) {
        if (!temp_name(place->name, out))
            return -1;
        fd = openat(place->folder, out, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    return fd;
}

static bool write_all(int fd, const char *bytes, size_t len)
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
static bool keep_mode(int fd, const struct place *place)
{
    if (!place->there)
        return true;
    mode_t mode = place->was.st_mode & 0777;
    if (fchown(fd, place->was.st_uid, place->was.st_gid) &&
        fchown(fd, (uid_t)-1, place->was.st_gid))
        mode &= 0700;
    return fchmod(fd, mode) == 0 || errno == EPERM || errno == ENOTSUP;
}

/* Some disks do not know the call; then there is nothing more that can be done. */
static bool sync_unknown(int code)
{
    return code == EINVAL || code == ENOTSUP || code == ENOSYS || code == EBADF || code == EROFS ||
           code == EACCES;
}

static bool sync_fd(int fd)
{
    int done;
    do
        done = fsync(fd);
    while (done && errno == EINTR);
    return done == 0 || sync_unknown(errno);
}

/* Write the temporary file to the disk and close it. 0, or the code of what went wrong. */
static int temp_fill(int fd, const struct place *place, const char *bytes, size_t len)
{
    int code = 0;
    if (!write_all(fd, bytes, len) || !keep_mode(fd, place) || !sync_fd(fd))
        code = errno;
    if (close(fd) && errno != EINTR && !code)
        code = errno;
    return code;
}

/* ---- putting it in place ---- */

/* Where another program holds the file for a moment, as virus scanners do, wait for it. */
static int replace(const struct place *place, const char *temp)
{
    static const long waits_ms[] = {10, 25, 50, 100};
    for (size_t i = 0;; i++) {
        if (renameat(place->folder, temp, place->folder, place->name) == 0)
            return 0;
        bool held = errno == EBUSY || errno == ETXTBSY;
        if (!held || i == sizeof waits_ms / sizeof *waits_ms)
            return errno;
        nanosleep(&(struct timespec){.tv_nsec = waits_ms[i] * 1000000}, NULL);
    }
}

/* On a disk that can do neither: take the name with an empty file, then put ours over it. */
static int take_name(const struct place *place, const char *temp)
{
    int fd = openat(place->folder, place->name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno;
    (void)close(fd);
    int code = replace(place, temp);
    if (code)
        (void)unlinkat(place->folder, place->name, 0);
    return code;
}

/* Give the file its name, but never one that somebody took meanwhile. */
static int put_new(const struct place *place, const char *temp)
{
    if (renameat2(place->folder, temp, place->folder, place->name, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    if (linkat(place->folder, temp, place->folder, place->name, 0) == 0) {
        (void)unlinkat(place->folder, temp, 0);
        return 0;
    }
    if (errno == EEXIST)
        return errno;
    return take_name(place, temp);
}

static enum status exists(struct fault *fault)
{
    return fault_set(fault, ST_EXISTS, 0, "%s", _("There is a file of that name already."));
}

static enum status write_place(const struct place *place, const char *bytes, size_t len,
                               enum store_how how, struct fault *fault)
{
    assert(place->folder >= 0 && place->name);
    char temp[TEMP_ROOM];
    int fd = temp_open(place, temp);
    if (fd < 0)
        return not_written(fault, errno);
    int code = temp_fill(fd, place, bytes, len);
    if (!code)
        code = how == STORE_NEW ? put_new(place, temp) : replace(place, temp);
    if (code)
        (void)unlinkat(place->folder, temp, 0);
    if (code == EEXIST)
        return exists(fault);
    if (code)
        return not_written(fault, code);
    if (!sync_fd(place->folder))
        return fault_set(fault, ST_IO, 0, "%s",
                         _("The file was written, but the disk has a fault. Keep another copy."));
    return ST_OK;
}

enum status store_write(const char *path, const char *bytes, size_t len, enum store_how how,
                        struct fault *fault)
{
    assert(path && (bytes || len == 0));
    if (how == STORE_NEW && store_exists(path))
        return exists(fault);
    struct place place = {.folder = -1};
    enum status st = place_find(path, &place, fault);
    if (!st)
        st = write_place(&place, bytes, len, how, fault);
    place_free(&place);
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
    enum status st = text_status(&copy) ? no_memory(fault)
                                        : store_write(text_str(&copy), text_str(bytes), bytes->len,
                                                      STORE_NEW, fault);
    if (st == ST_EXISTS && holds(text_str(&copy), bytes))
        st = ST_OK;
    if (!st && text_splice(name, name->len, 0, text_str(&copy), copy.len))
        st = no_memory(fault);
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

bool store_exists(const char *path)
{
    struct stat is;
    return lstat(path, &is) == 0;
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

bool store_beside(const char *path, const char *name)
{
    assert(path && name);
    const char *slash = strrchr(path, '/');
    struct text beside = {0};
    struct stat is;
    text_add_n(&beside, path, slash ? (size_t)(slash + 1 - path) : 0);
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
    size_t len = strlen(name), end = strlen(suffix);
    struct stat is;
    return name[0] != '.' && len >= end && strcmp(name + len - end, suffix) == 0 &&
           !strchr(name, '\n') && fstatat(folder, name, &is, 0) == 0 && S_ISREG(is.st_mode);
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
    names->list[names->count] = text_copy(name);
    return names->list[names->count] && ++names->count;
}

static bool names_gather(DIR *dir, const char *suffix, struct names *names)
{
    for (const struct dirent *entry; (entry = readdir(dir));)
        if (is_listed(dirfd(dir), entry->d_name, suffix) && !names_add(names, entry->d_name))
            return false;
    return true;
}

enum status store_list(const char *folder, const char *suffix, struct text *out)
{
    assert(folder && suffix && out);
    DIR *dir = opendir(folder);
    if (!dir)
        return errno == ENOMEM ? ST_NOMEM : ST_UNKNOWN;
    struct names names = {0};
    struct text lines = {0};
    bool whole = names_gather(dir, suffix, &names);
    (void)closedir(dir);
    if (names.count)
        qsort(names.list, names.count, sizeof *names.list, by_bytes);
    for (size_t i = 0; i < names.count; i++) {
        text_addf(&lines, "%s\n", names.list[i]);
        free(names.list[i]);
    }
    free(names.list);
    enum status st = whole ? text_status(&lines) : ST_NOMEM;
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&lines), lines.len);
    text_free(&lines);
    return st;
}
