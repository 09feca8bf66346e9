/*
 * A program on a terminal of 24 by 80, for the benchmarks: what it writes, and what it takes.
 */
#ifndef SUPPORTPLAN_SEAT_H
#define SUPPORTPLAN_SEAT_H

#include <sys/types.h>

/** A picture is whole when nothing came for so many milliseconds. */
#define SEAT_QUIET 50

/** One program on its terminal. */
struct seat {
    pid_t pid;
    int tty;
};

/** What was seen while listening. Times are in microseconds. */
struct heard {
    long bytes;
    long last;   /**< seat_now() when the last byte came; 0 where none did */
    long worked; /**< of the processor, as that byte came; -1 where the system does not tell */
};

/** Microseconds on a clock that only goes forward. */
long seat_now(void);
/** Start a program, found by its path or by its name, as if for the first time: what one that was
 * killed left beside a file among its words is swept away. Ends everything where it can't start. */
struct seat seat_take(char *const argv[]);
/** Listen until it is quiet for so many milliseconds, or has not begun within patience. */
struct heard seat_listen(const struct seat *seat, int quiet, int patience);
/** Give it keys, and listen to what comes of them. */
struct heard seat_press(const struct seat *seat, const char *keys);
/** A number of kB from a file of /proc/PID; -1 where it is not there. */
long seat_kilobytes(const struct seat *seat, const char *file, const char *key);
/** End it. Returns the microseconds of the processor that it took in all. */
long seat_leave(struct seat *seat);
/** The middle of a list, which is sorted. */
long seat_median(long *list, int count);

#endif
