#define _GNU_SOURCE /* memfd_create and dup3 */
#include "tui_frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * Until the first endwin() curses sends each line by itself, and a screen reader that looks in
 * between says a line of the picture before. So curses has a descriptor of its own for the
 * terminal, and while a picture is made, what it writes there is kept in memory.
 */
static FILE *stream;
static int memory = -1;
static bool by_itself, is_kept;

FILE *frame_open(void)
{
    int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    stream = fd < 0 ? NULL : fdopen(fd, "w");
    if (!stream && fd >= 0)
        close(fd);
    memory = stream ? memfd_create("picture", MFD_CLOEXEC) : -1;
    by_itself = is_kept = false;
    return stream;
}

void frame_close(void)
{
    if (stream)
        fclose(stream);
    if (memory >= 0)
        close(memory);
    stream = NULL;
    memory = -1;
}

void frame_is_given_back(void)
{
    by_itself = true;
}

void frame_begin(void)
{
    is_kept = memory >= 0 && !by_itself && lseek(memory, 0, SEEK_SET) == 0 &&
              dup3(memory, fileno(stream), O_CLOEXEC) >= 0;
}

/* Send bytes; a terminal that is slow is waited for, and one that is gone is left. */
static void send_bytes(const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(STDOUT_FILENO, bytes, len);
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        } else if (n < 0 && errno == EAGAIN) {
            struct pollfd fd = {.fd = STDOUT_FILENO, .events = POLLOUT};
            poll(&fd, 1, -1);
        } else if (n == 0 || errno != EINTR) {
            return;
        }
    }
}

void frame_end(void)
{
    if (!is_kept)
        return;
    is_kept = false;
    off_t len = lseek(memory, 0, SEEK_CUR);
    dup3(STDOUT_FILENO, fileno(stream), O_CLOEXEC);
    if (len <= 0)
        return;
    char *bytes = mmap(NULL, (size_t)len, PROT_READ, MAP_SHARED, memory, 0);
    if (bytes == MAP_FAILED)
        return;
    send_bytes(bytes, (size_t)len);
    munmap(bytes, (size_t)len);
    if (ftruncate(memory, 0) != 0) /* no word is kept here longer than it takes to show it */
        by_itself = true;
}
