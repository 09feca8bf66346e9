/*
 * What saves that were cut short have left beside a plan, and the copies from before.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store_parts.h"

static long long when_of(const struct stat *is)
{
    return (long long)is->st_mtim.tv_sec * 1000000000 + is->st_mtim.tv_nsec;
}

long long store_when(const char *path)
{
    struct stat is;
    return stat(path, &is) ? -1 : when_of(&is);
}

void store_leftovers_free(struct store_leftover *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(list[i].path);
        text_free(&list[i].bytes);
    }
    free(list);
}

/* Whether a name is one that store_temp() gives beside a file: .NAME.<16 hex>.tmp */
static bool is_temp(const char *name, const char *beside)
{
    char head[TEMP_ROOM];
    if (!text_ends(name, ".tmp")) /* of a folder's names nearly none goes further */
        return false;
    store_hidden_name(beside, "", head);
    size_t len = strlen(head);
    return strncmp(name, head, len) == 0 && strlen(name) == len + 20 &&
           strspn(name + len, "0123456789abcdef") == 16 && strcmp(name + len + 16, ".tmp") == 0;
}

static bool is_backup(const char *name, const char *beside)
{
    size_t len = strlen(beside);
    return strncmp(name, beside, len) == 0 &&
           (strcmp(name + len, "~") == 0 || strcmp(name + len, "~2~") == 0);
}

struct leftovers {
    struct store_leftover *list;
    size_t count;
};

static enum status add(struct leftovers *all, const char *folder, int fd, const char *name,
                       size_t max, bool unfinished)
{
    struct stat is;
    struct text path = {0};
    struct store_leftover one = {.unfinished = unfinished};
    if (fstatat(fd, name, &is, AT_SYMLINK_NOFOLLOW) || !S_ISREG(is.st_mode))
        return ST_OK;
    enum status st = store_read_at(fd, name, max, &one.bytes, NULL);
    text_addf(&path, "%s%s", folder, name);
    one.path = text_take(&path);
    one.when = when_of(&is);
    struct store_leftover *more = realloc(all->list, (all->count + 1) * sizeof *more);
    if (more)
        all->list = more;
    if (st == ST_NOMEM || !one.path || !more) {
        free(one.path);
        text_free(&one.bytes);
        return ST_NOMEM;
    }
    if (st) /* it can't be read, so it holds nothing */
        text_clear(&one.bytes);
    all->list[all->count++] = one;
    return ST_OK;
}

static int newest_first(const void *a, const void *b)
{
    long long x = ((const struct store_leftover *)a)->when;
    long long y = ((const struct store_leftover *)b)->when;
    return (x < y) - (x > y);
}

/* The folder of a plan with its slash, and its name. */
static enum status real_parts(const char *path, char **folder, const char **name)
{
    char *real = realpath(path, NULL);
    if (!real && errno != ENOENT)
        return errno == ENOMEM ? ST_NOMEM : ST_IO;
    struct text t = {0};
    const char *at = real ? real : path;
    size_t len = store_name_at(at);
    text_add_n(&t, at, len);
    text_add_n(&t, "", 1); /* the name stands behind the folder's end */
    text_add(&t, at + len);
    free(real);
    *folder = text_take(&t);
    *name = *folder ? *folder + len + 1 : NULL;
    return *folder ? ST_OK : ST_NOMEM;
}

static enum status gather(DIR *dir, const char *folder, const char *name, size_t max,
                          struct leftovers *all)
{
    enum status st = ST_OK;
    for (const struct dirent *entry; !st && (entry = readdir(dir));) {
        bool temp = is_temp(entry->d_name, name);
        if (temp || is_backup(entry->d_name, name))
            st = add(all, folder, dirfd(dir), entry->d_name, max, temp);
    }
    return st;
}

enum status store_leftovers(const char *path, size_t max, struct store_leftover **out,
                            size_t *count)
{
    char *folder;
    const char *name;
    struct leftovers all = {0};
    enum status st = real_parts(path, &folder, &name);
    if (st)
        return st;
    DIR *dir = opendir(*folder ? folder : ".");
    st = dir ? gather(dir, folder, name, max, &all) : ST_IO;
    if (dir)
        (void)closedir(dir);
    free(folder);
    if (st) {
        store_leftovers_free(all.list, all.count);
        return st;
    }
    if (all.count > 0)
        qsort(all.list, all.count, sizeof *all.list, newest_first);
    *out = all.list;
    *count = all.count;
    return ST_OK;
}

/* my-plan of my-plan.csv, and of my-plan.csv.age */
static size_t stem_len(const char *name)
{
    return strcspn(name + (*name == '.'), ".") + (*name == '.');
}

/* Whether a file's name begins as a plan's does, hidden or not. */
static bool is_kin(const char *file, const char *name)
{
    size_t n = stem_len(name);
    const char *at = *file == '.' && *name != '.' ? file + 1 : file;
    return strncmp(at, name, n) == 0 && (at[n] == '.' || at[n] == '-') &&
           !text_ends(file, ".age") && !text_ends(file, ".age~") && !text_ends(file, ".age~2~") &&
           !text_ends(file, ".lock") && !strstr(file, ".age.journal");
}

static void sort_kin(DIR *dir, const char *folder, const char *name, struct text *ours,
                     struct text *others)
{
    for (const struct dirent *entry; (entry = readdir(dir));) {
        const char *file = entry->d_name;
        bool own = strcmp(file, name) == 0 || is_backup(file, name) || is_temp(file, name);
        if (own || is_kin(file, name))
            text_addf(own ? ours : others, "%s%s\n", folder, file);
    }
}

/* Where a folder can't be looked through: the names that are known. */
static void add_known(const char *folder, const char *name, struct text *ours)
{
    static const char *const endings[] = {"", "~", "~2~"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct text path = {0};
        text_addf(&path, "%s%s%s", folder, name, endings[i]);
        if (store_exists(text_str(&path)))
            text_addf(ours, "%s\n", text_str(&path));
        text_free(&path);
    }
}

enum status store_family(const char *path, struct text *ours, struct text *others)
{
    char *folder;
    const char *name;
    enum status st = real_parts(path, &folder, &name);
    if (st)
        return st;
    DIR *dir = opendir(*folder ? folder : ".");
    if (dir) {
        sort_kin(dir, folder, name, ours, others);
        (void)closedir(dir);
    } else {
        add_known(folder, name, ours);
    }
    free(folder);
    if (!dir)
        return ST_IO;
    return text_status(ours) ? ST_NOMEM : text_status(others);
}

void store_sweep(const char *path)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        (void)unlink(path);
    (void)close(fd);
}

void store_leftover_keep(const char *path, const struct store_leftover *leftover)
{
    struct text name = {0};
    char *real = realpath(path, NULL);
    text_addf(&name, "%s~", real ? real : path);
    if (text_status(&name) == ST_OK)
        (void)!rename(leftover->path, text_str(&name));
    text_free(&name);
    free(real);
}
