/*
 * Two commands in turn, many times, and the ratio of what they take from start to end: on the
 * clock, and of the processor, which is the steadier of the two where others work beside them.
 * What they print is thrown away. Prints; judges nothing.
 *
 * Usage: beside RUNS YARDSTICK [WORD...] -- PROGRAM [WORD...]
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS_MAX 1000

extern char **environ;

static long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

/* Microseconds of the runs of one command. */
struct times {
    long clock[RUNS_MAX], processor[RUNS_MAX];
};

/* Run a command to its end; ends everything where it went wrong. */
static void run(char *const argv[], const posix_spawn_file_actions_t *silent, int i,
                struct times *times)
{
    pid_t pid;
    int status = 0;
    struct rusage used;
    long start = now();
    if (posix_spawn(&pid, argv[0], silent, NULL, argv, environ) != 0 ||
        wait4(pid, &status, 0, &used) != pid || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s did not run well\n", argv[0]);
        exit(1);
    }
    times->clock[i] = now() - start;
    times->processor[i] = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L +
                          used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

static int by_size(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return x < y ? -1 : x > y;
}

static void print(const char *what, long *ours, long *theirs, int runs)
{
    qsort(ours, (size_t)runs, sizeof *ours, by_size);
    qsort(theirs, (size_t)runs, sizeof *theirs, by_size);
    long our = ours[runs / 2], their = theirs[runs / 2];
    printf("%-22s %7ld us beside %7ld: %.2f; the best %.2f\n", what, our, their,
           (double)our / (double)their, (double)ours[0] / (double)theirs[0]);
}

int main(int argc, char **argv)
{
    static struct times theirs, ours;
    posix_spawn_file_actions_t silent;
    int runs = argc > 1 ? atoi(argv[1]) : 0, at = 2;
    while (at < argc && strcmp(argv[at], "--") != 0)
        at++;
    if (runs < 1 || runs > RUNS_MAX || at == 2 || at + 1 >= argc) {
        fprintf(stderr, "Usage: beside RUNS YARDSTICK [WORD...] -- PROGRAM [WORD...]\n");
        return 2;
    }
    argv[at] = NULL;
    posix_spawn_file_actions_init(&silent);
    posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    for (int i = 0; i < runs; i++) {
        run(argv + 2, &silent, i, &theirs);
        run(argv + at + 1, &silent, i, &ours);
    }
    posix_spawn_file_actions_destroy(&silent);
    print("time on the clock", ours.clock, theirs.clock, runs);
    print("time of the processor", ours.processor, theirs.processor, runs);
    return 0;
}
