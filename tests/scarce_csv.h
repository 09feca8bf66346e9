/*
 * libcsv takes memory of its own. The linker puts this between it and the room, in a test of which
 * csv_parse is wrapped: there it can be without memory while all else has some. Where libcsv is
 * compiled in, what fails of ours must not fail of its: it asks again for less, and all is well.
 */
#ifndef SCARCE_CSV_H
#define SCARCE_CSV_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

static bool no_memory_inside;

void *__real_realloc(void *p, size_t size);

size_t __real_csv_parse(struct csv_parser *csv, const void *bytes, size_t len,
                        void (*cell)(void *, size_t, void *), void (*row)(int, void *), void *data);
size_t __wrap_csv_parse(struct csv_parser *csv, const void *bytes, size_t len,
                        void (*cell)(void *, size_t, void *), void (*row)(int, void *), void *data);

size_t __wrap_csv_parse(struct csv_parser *csv, const void *bytes, size_t len,
                        void (*cell)(void *, size_t, void *), void (*row)(int, void *), void *data)
{
    csv_set_realloc_func(csv, __real_realloc);
    if (!no_memory_inside)
        return __real_csv_parse(csv, bytes, len, cell, row, data);
    csv->status = CSV_ENOMEM;
    return 0;
}

#endif
