/*
 * What benchmarks in process share: a clock, an order, a file read whole, and an end with a word.
 */
#ifndef SUPPORTPLAN_INPROCESS_H
#define SUPPORTPLAN_INPROCESS_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "supportplan/text.h"

/** Microseconds on a clock that only goes forward. */
static inline double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/** For qsort(): smaller numbers first. */
static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/** End the benchmark, and say why. */
static inline void stop(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/** A file, whole; freed by who asked. Ends everything where it can't be opened. */
static inline struct text read_whole(const char *path)
{
    struct text bytes = {0};
    char part[4096];
    size_t n;
    FILE *in = fopen(path, "r");
    if (!in)
        stop(path);
    while ((n = fread(part, 1, sizeof part, in)) > 0)
        text_add_n(&bytes, part, n);
    fclose(in);
    return bytes;
}

#endif
