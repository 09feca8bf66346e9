/*
 * Which folders look like sticks, by the computer's own list of what is mounted where.
 */
#include <assert.h>
#include <string.h>

#include "store_parts.h"

/* Where desktops put sticks, and people by hand. */
static bool is_place_of_sticks(const char *path)
{
    static const char *const places[] = {"/media/", "/run/media/", "/mnt/"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strncmp(path, places[i], strlen(places[i])) == 0)
            return true;
    return strcmp(path, "/mnt") == 0;
}

/* What is on another computer, or only in memory, can't be pulled out. */
static bool is_kind_of_sticks(const char *kind)
{
    static const char *const kinds[] = {"vfat",    "msdos", "exfat", "ntfs",   "ntfs3",
                                        "fuseblk", "ext2",  "ext3",  "ext4",   "xfs",
                                        "btrfs",   "f2fs",  "udf",   "hfsplus"};
    size_t len = strcspn(kind, " \n");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strlen(kinds[i]) == len && strncmp(kind, kinds[i], len) == 0)
            return true;
    return false;
}

/* Go over so many words of a line; NULL where it has no more. */
static const char *skip(const char *at, int words)
{
    for (; at && words > 0; words--) {
        at += strcspn(at, " \n");
        at = *at == ' ' ? at + 1 : NULL;
    }
    return at;
}

/* The kind of file system stands behind a dash, which stands behind words that may be missing. */
static const char *kind_in(const char *line)
{
    const char *at = skip(line, 6);
    while (at && strncmp(at, "- ", 2) != 0)
        at = skip(at, 1);
    return skip(at, 1);
}

static bool is_octal(const char *at)
{
    return strspn(at, "01234567") >= 3;
}

/* A blank stands there as \040. false where a name would not be one line. */
static bool decode(const char *at, struct text *out)
{
    for (size_t len = strcspn(at, " \n"); len > 0; at++, len--) {
        char c = *at;
        if (c == '\\' && is_octal(at + 1)) {
            c = (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 + at[3] - '0');
            at += 3;
            len -= 3;
        }
        if ((unsigned char)c < ' ')
            return false;
        text_add_char(out, c);
    }
    return true;
}

/* What is mounted over another has its name, and is there once. */
static bool is_known(const char *lines, const char *path)
{
    size_t len = strlen(path);
    for (const char *at = lines; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, path, len) == 0 && at[len] == '\n')
            return true;
    return false;
}

/* A line is: number, parent, device, root, where, how, ..., -, kind, ... */
static void judge(const char *line, struct text *out)
{
    struct text path = {0};
    const char *where = skip(line, 4), *how = skip(where, 1), *kind = kind_in(line);
    if (kind && strncmp(how, "rw", 2) == 0 && is_kind_of_sticks(kind) && decode(where, &path) &&
        is_place_of_sticks(text_str(&path)) && !is_known(text_str(out), text_str(&path)))
        text_addf(out, "%s\n", text_str(&path));
    out->nomem = out->nomem || path.nomem;
    text_free(&path);
}

enum status store_sticks(const char *mounts, struct text *out)
{
    assert(mounts && out);
    struct text sticks = {0};
    for (const char *line = mounts; *line;
         line += strcspn(line, "\n") + (strchr(line, '\n') != NULL))
        judge(line, &sticks);
    enum status st = text_status(&sticks);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&sticks), sticks.len);
    text_free(&sticks);
    return st;
}
