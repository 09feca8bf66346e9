/*
 * What libFuzzer does, without it and in a second: each file of a corpus, every beginning of it,
 * and changes of it by chance, the same ones each time.
 *
 *     replay_NAME FOLDER [MUTATIONS]
 */
#include <dirent.h>
#include <signal.h>
#include <unistd.h>

#include "fuzz.h"

#define FILES_MAX 200
/* So many beginnings of a file are tried: all of them where it is not longer. */
#define CUTS 64
#define MUTATIONS 1000
/* Changed files are not made longer than this. */
#define LENGTH_MAX 6000

struct file {
    char *path;
    struct text bytes;
};

static struct file files[FILES_MAX];
static size_t file_count;

/* What is being tried, for whoever has to find out why it failed. */
static struct {
    const char *path, *how;
    const struct text *bytes;
    unsigned long number;
} trying;

/* Base64, so that the bytes can be kept from what was printed. */
static void print_bytes(const uint8_t *s, size_t len)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < len; i += 3) {
        uint32_t three = (uint32_t)s[i] << 16 | (uint32_t)(i + 1 < len ? s[i + 1] : 0) << 8 |
                         (i + 2 < len ? s[i + 2] : 0);
        char four[5] = "====";
        for (size_t n = 0; n < 4 && i + n <= len; n++)
            four[n] = letters[three >> (18 - 6 * n) & 63];
        fputs(four, stderr);
    }
}

/* The target has said already what is wrong. The program is at its end: stdio may be used. */
static void tell(int number)
{
    (void)number;
    fprintf(stderr, "It was tried with %s, %s %lu. In base64:\n", trying.path, trying.how,
            trying.number);
    print_bytes((const uint8_t *)text_str(trying.bytes), trying.bytes->len);
    fputc('\n', stderr);
    _exit(1);
}

/* From memory of just that size, so that reading past its end is seen. */
static void try(const char *how, unsigned long number, const struct text *bytes)
{
    uint8_t *copy = malloc(bytes->len ? bytes->len : 1);
    if (!copy)
        exit(99);
    memcpy(copy, text_str(bytes), bytes->len);
    trying.how = how;
    trying.number = number;
    trying.bytes = bytes;
    LLVMFuzzerTestOneInput(copy, bytes->len);
    free(copy);
}

static void read_file(const char *folder, const char *name)
{
    struct text path = {0};
    struct file *f = &files[file_count];
    char some[4096];
    text_addf(&path, "%s/%s", folder, name);
    FILE *in = fopen(text_str(&path), "rb");
    if (!in || file_count == FILES_MAX - 1) {
        fprintf(stderr, "%s can't be taken.\n", text_str(&path));
        exit(99);
    }
    for (size_t n; (n = fread(some, 1, sizeof some, in)) > 0;)
        text_add_n(&f->bytes, some, n);
    fclose(in);
    f->path = text_take(&path);
    file_count++;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static void read_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (e->d_name[0] != '.')
            read_file(folder, e->d_name);
    if (dir)
        closedir(dir);
    qsort(files, file_count, sizeof *files, by_path);
}

static void try_beginnings(const struct file *f)
{
    size_t step = f->bytes.len / CUTS + 1;
    for (size_t len = 0; len < f->bytes.len; len += step) {
        struct text cut = {0};
        text_add_n(&cut, f->bytes.data, len);
        try("cut at", len, &cut);
        text_free(&cut);
    }
}

static uint32_t luck;

static size_t below(size_t limit)
{
    luck = luck * 1664525 + 1013904223;
    return limit ? (luck >> 8) % limit : 0;
}

/* One change: a bit, a byte, a part that goes, or a part of another file that comes. */
static void change(struct text *t)
{
    size_t at = below(t->len + 1);
    const struct text *other = &files[below(file_count)].bytes;
    size_t from = below(other->len + 1),
           len = below(other->len - from < 64 ? other->len - from : 64);
    switch (below(4)) {
    case 0:
        if (at < t->len)
            t->data[at] ^= (char)(1 << below(8));
        break;
    case 1:
        text_splice(t, at, 1, &(char){(char)below(256)}, 1);
        break;
    case 2:
        text_splice(t, at, below(32), "", 0);
        break;
    default:
        text_splice(t, at, below(2) ? len : 0, text_str(other) + from, len);
        break;
    }
}

/* Each by a number of its own, so that one can be tried again alone. */
static void try_change(unsigned long number)
{
    struct text t = {0};
    luck = (uint32_t)number * 2654435761u;
    const struct file *f = &files[below(file_count)];
    trying.path = f->path;
    text_add_n(&t, text_str(&f->bytes), f->bytes.len);
    for (size_t n = 1 + below(4); n > 0; n--)
        change(&t);
    if (t.len > LENGTH_MAX)
        text_splice(&t, LENGTH_MAX, t.len, "", 0);
    try("changed by chance, number", number, &t);
    text_free(&t);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 99;
    unsigned long changes = argc > 2 ? strtoul(argv[2], NULL, 10) : MUTATIONS;
    read_folder(argv[1]);
    if (file_count == 0) {
        fprintf(stderr, "%s holds no files.\n", argv[1]);
        return 99;
    }
    signal(SIGABRT, tell);
    for (size_t i = 0; i < file_count; i++) {
        trying.path = files[i].path;
        try("whole", 0, &files[i].bytes);
        try_beginnings(&files[i]);
    }
    for (unsigned long number = 0; number < changes; number++)
        try_change(number);
    printf("%zu files, %lu changes by chance\n", file_count, changes);
    for (size_t i = 0; i < file_count; i++) {
        text_free(&files[i].bytes);
        free(files[i].path);
    }
    return 0;
}
