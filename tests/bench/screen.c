/*
 * Starting up on a terminal of 24 by 80, beside a yardstick: the time to the picture, on the
 * clock and of the processor, and the memory. Both programs run in turn, so that what else
 * the machine does falls on both. Prints figures and ratios; judges nothing.
 *
 * Usage: screen RUNS YARDSTICK PROGRAM [WORD...]
 */
#include <stdio.h>
#include <stdlib.h>

#include "seat.h"

#define RUNS_MAX 1000

/* What was seen of a program; one entry a run. Times are in microseconds, memory in kB. */
struct seen {
    long painted[RUNS_MAX]; /* from its start to the last byte of the picture */
    long worked[RUNS_MAX];  /* of the processor, until then */
    long all[RUNS_MAX];     /* of the processor, with what it still does while a person looks */
    long hwm[RUNS_MAX];     /* the most memory it had */
    long pss[RUNS_MAX];     /* its own part of what it has then */
    int runs;
};

static void look_once(char *const argv[], struct seen *seen)
{
    long start = seat_now();
    struct seat seat = seat_take(argv);
    struct heard heard = seat_listen(&seat, SEAT_QUIET, 5000);
    seen->painted[seen->runs] = heard.last - start;
    seen->worked[seen->runs] = heard.worked;
    seen->hwm[seen->runs] = seat_kilobytes(&seat, "status", "VmHWM:");
    seen->pss[seen->runs] = seat_kilobytes(&seat, "smaps_rollup", "Pss:");
    seen->all[seen->runs++] = seat_leave(&seat);
}

static void print_ratio(const char *what, const char *unit, long ours, long theirs)
{
    printf("%-30s %8ld %-3s beside %8ld: %.2f\n", what, ours, unit, theirs,
           theirs > 0 ? (double)ours / (double)theirs : 0.0);
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
    print_ratio("time to the picture", "us", seat_median(ours.painted, runs),
                seat_median(theirs.painted, runs));
    print_ratio("the best of them", "us", ours.painted[0], theirs.painted[0]);
    print_ratio("processor to the picture", "us", seat_median(ours.worked, runs),
                seat_median(theirs.worked, runs));
    print_ratio("processor in all", "us", seat_median(ours.all, runs),
                seat_median(theirs.all, runs));
    print_ratio("most memory (VmHWM)", "kB", seat_median(ours.hwm, runs),
                seat_median(theirs.hwm, runs));
    print_ratio("its own memory (Pss)", "kB", seat_median(ours.pss, runs),
                seat_median(theirs.pss, runs));
    return 0;
}
