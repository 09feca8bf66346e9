/*
 * A computer without memory, for tests: this library is loaded before the C library, so that an
 * allocation of the program fails. Nothing here is part of the program.
 *
 *   MEAGRE=120    the 120th allocation fails, and only that
 *   MEAGRE=120+   so do all after it
 *   MEAGRE=1+9000 so do all after it of so many bytes or more, and no other
 *   MEAGRE=120!   the program breaks there: for a test of the test
 *   MEAGRE_TOLD   a file: how many there were is written to it when the program ends
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The C library's own, under the names that it keeps for such as us. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long count, first, last;
static size_t least; /* bytes that are too many */
static int breaks;

__attribute__((constructor)) static void read_wish(void)
{
    const char *wish = getenv("MEAGRE");
    first = wish ? strtoul(wish, NULL, 10) : 0;
    const char *all = wish ? strchr(wish, '+') : NULL;
    last = all ? (unsigned long)-1 : first;
    least = all ? strtoul(all + 1, NULL, 10) : 0;
    breaks = wish && strchr(wish, '!');
    count = 0;
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("MEAGRE_TOLD");
    char line[32];
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    if (fd < 0)
        return;
    first = 0;
    snprintf(line, sizeof line, "%lu\n", count);
    if (write(fd, line, strlen(line)) < 0)
        (void)unlink(path);
    close(fd);
}

static int fails(size_t size)
{
    count++;
    if (first == 0 || count < first || count > last || size < least)
        return 0;
    if (breaks)
        abort();
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails(size) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails(n * size) ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return fails(size) ? NULL : __libc_realloc(old, size);
}
