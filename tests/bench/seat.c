#define _GNU_SOURCE
#include "seat.h"

#include <limits.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

long seat_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

/* To be there when a byte comes, whoever else works: else the program goes on meanwhile, and
 * too much is counted. Only for root; where it is refused, the figures are a little high. */
static void be_quick(void)
{
    struct sched_param first = {.sched_priority = 1};
    sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &first);
}

/* seat_leave() kills: what the program leaves beside a plan then, for the next time, is not what is
 * measured. */
static void sweep_beside(const char *path)
{
    static const char *const left[] = {"lock", "journal"};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        char hidden[PATH_MAX];
        snprintf(hidden, sizeof hidden, "%.*s.%s.%s", (int)(name - path), path, name, left[i]);
        unlink(hidden);
    }
}

struct seat seat_take(char *const argv[])
{
    for (size_t i = 1; argv[i]; i++)
        sweep_beside(argv[i]);
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    struct seat seat;
    be_quick();
    seat.pid = forkpty(&seat.tty, NULL, NULL, &size);
    if (seat.pid == 0) {
        setenv("SUPPORTPLAN_DEBUG", "1", 1); /* how much memory it has is for us to know */
        execvp(argv[0], argv);
        _exit(127);
    }
    if (seat.pid < 0) {
        perror("forkpty");
        exit(1);
    }
    return seat;
}

/* How long it has been on a processor, in microseconds. */
static long worked(pid_t pid)
{
    clockid_t clock;
    struct timespec t;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        return -1;
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

struct heard seat_listen(const struct seat *seat, int quiet, int patience)
{
    struct pollfd fd = {.fd = seat->tty, .events = POLLIN};
    struct heard heard = {0};
    char bytes[65536];
    while (poll(&fd, 1, heard.bytes ? quiet : patience) > 0) {
        ssize_t n = read(seat->tty, bytes, sizeof bytes);
        if (n <= 0)
            break;
        heard.bytes += n;
        heard.last = seat_now();
        heard.worked = worked(seat->pid);
    }
    return heard;
}

struct heard seat_press(const struct seat *seat, const char *keys)
{
    size_t len = strlen(keys);
    if (write(seat->tty, keys, len) != (ssize_t)len)
        perror("write");
    return seat_listen(seat, SEAT_QUIET, 4 * SEAT_QUIET);
}

long seat_kilobytes(const struct seat *seat, const char *file, const char *key)
{
    char path[64], line[256];
    long kb = -1;
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)seat->pid, file);
    FILE *in = fopen(path, "r");
    while (in && kb < 0 && fgets(line, sizeof line, in))
        if (strncmp(line, key, strlen(key)) == 0)
            kb = strtol(line + strlen(key), NULL, 10);
    if (in)
        fclose(in);
    return kb;
}

long seat_leave(struct seat *seat)
{
    struct rusage used = {0};
    kill(seat->pid, SIGKILL);
    wait4(seat->pid, NULL, 0, &used);
    close(seat->tty);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec +
           used.ru_stime.tv_usec;
}

static int by_size(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return x < y ? -1 : x > y;
}

long seat_median(long *list, int count)
{
    qsort(list, (size_t)count, sizeof *list, by_size);
    return list[count / 2];
}
