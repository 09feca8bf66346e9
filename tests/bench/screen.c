/*
 * Starting up on a terminal of 24 by 80, beside a yardstick: the time to the picture, the
 * memory, and how many bytes go to the terminal. Both programs run in turn, so that what
 * else the machine does falls on both. Prints figures and ratios; judges nothing.
 *
 * Usage: screen RUNS YARDSTICK PROGRAM [WORD...]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS 50 /* a picture is whole when nothing came for so long */
#define RUNS_MAX 1000

/* One program on its terminal. */
struct seat {
    pid_t pid;
    int tty;
};

/* What was seen of a program; one entry a run. */
struct seen {
    long painted[RUNS_MAX]; /* microseconds from its start to the last byte of the picture */
    long worked[RUNS_MAX];  /* microseconds of the processor, to its end */
    long hwm[RUNS_MAX];     /* the most memory it had, in kB */
    long pss[RUNS_MAX];     /* its own part of what it has now, in kB */
    long bytes;             /* of the first picture */
    int runs;
};

static long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static struct seat sit_down(char *const argv[])
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    struct seat seat;
    seat.pid = forkpty(&seat.tty, NULL, NULL, &size);
    if (seat.pid == 0) {
        execv(argv[0], argv);
        _exit(127);
    }
    if (seat.pid < 0) {
        perror("forkpty");
        exit(1);
    }
    return seat;
}

/* Read until it is quiet. Returns how many bytes came; last gets when the last of them did. */
static long listen_until_quiet(const struct seat *seat, long *last)
{
    struct pollfd fd = {.fd = seat->tty, .events = POLLIN};
    char bytes[65536];
    long count = 0;
    /* Nothing at all is quiet too, but the first byte may take its time. */
    while (poll(&fd, 1, last && count == 0 ? 5000 : QUIET_MS) > 0) {
        ssize_t n = read(seat->tty, bytes, sizeof bytes);
        if (n <= 0)
            break;
        count += n;
        if (last)
            *last = now();
    }
    return count;
}

/* End it. Returns the microseconds of the processor that it took. */
static long stand_up(struct seat *seat)
{
    struct rusage used = {0};
    kill(seat->pid, SIGKILL);
    wait4(seat->pid, NULL, 0, &used);
    close(seat->tty);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec +
           used.ru_stime.tv_usec;
}

/* A number of kB from a file of /proc; -1 where it is not there. */
static long kilobytes(pid_t pid, const char *file, const char *key)
{
    char path[64], line[256];
    long kb = -1;
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, file);
    FILE *in = fopen(path, "r");
    while (in && kb < 0 && fgets(line, sizeof line, in))
        if (strncmp(line, key, strlen(key)) == 0)
            kb = strtol(line + strlen(key), NULL, 10);
    if (in)
        fclose(in);
    return kb;
}

static void look_once(char *const argv[], struct seen *seen)
{
    long start = now(), last = start;
    struct seat seat = sit_down(argv);
    seen->bytes = listen_until_quiet(&seat, &last);
    seen->painted[seen->runs] = last - start;
    seen->hwm[seen->runs] = kilobytes(seat.pid, "status", "VmHWM:");
    seen->pss[seen->runs] = kilobytes(seat.pid, "smaps_rollup", "Pss:");
    seen->worked[seen->runs++] = stand_up(&seat);
}

static int by_size(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return x < y ? -1 : x > y;
}

static long median(long *list, int count)
{
    qsort(list, (size_t)count, sizeof *list, by_size);
    return list[count / 2];
}

static void print_ratio(const char *what, const char *unit, long ours, long theirs)
{
    printf("%-24s %8ld %-3s beside %8ld: %.2f\n", what, ours, unit, theirs,
           theirs > 0 ? (double)ours / (double)theirs : 0.0);
}

/* Bytes for one key each: a slow line, and a screen reader, have to take them all. */
static void print_bytes(char *const argv[], const struct seen *ours)
{
    static const struct {
        const char *what, *keys;
    } acts[] = {
        {"a move of the focus", "\033OB"},
        {"and one more", "\033OB"},
        {"a question is opened", "\r"},
        {"a letter is typed", "a"},
        {"and one more", "b"},
        {"nothing is done", ""},
    };
    long last = 0;
    struct seat seat = sit_down(argv);
    listen_until_quiet(&seat, &last);
    printf("%-24s %8ld bytes\n", "the first picture", ours->bytes);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        size_t len = strlen(acts[i].keys);
        if (write(seat.tty, acts[i].keys, len) != (ssize_t)len)
            perror("write");
        printf("%-24s %8ld bytes\n", acts[i].what, listen_until_quiet(&seat, NULL));
    }
    stand_up(&seat);
}

int main(int argc, char **argv)
{
    static struct seen ours, theirs;
    int runs = argc > 3 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "Usage: screen RUNS YARDSTICK PROGRAM [WORD...]\n");
        return 2;
    }
    char *yardstick[] = {argv[2], NULL};
    for (int i = 0; i < runs; i++) {
        look_once(yardstick, &theirs);
        look_once(argv + 3, &ours);
    }
    print_ratio("time to the picture", "us", median(ours.painted, runs),
                median(theirs.painted, runs));
    print_ratio("the best of them", "us", ours.painted[0], theirs.painted[0]);
    print_ratio("time of the processor", "us", median(ours.worked, runs),
                median(theirs.worked, runs));
    print_ratio("most memory (VmHWM)", "kB", median(ours.hwm, runs), median(theirs.hwm, runs));
    print_ratio("its own memory (Pss)", "kB", median(ours.pss, runs), median(theirs.pss, runs));
    print_bytes(argv + 3, &ours);
    return 0;
}
