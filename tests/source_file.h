/*
 * The files of the source tree, for tests: forms, rates, pages.
 */
#ifndef SUPPORTPLAN_SOURCE_FILE_H
#define SUPPORTPLAN_SOURCE_FILE_H

#include <stdio.h>
#include <stdlib.h>

#include "test.h"

#define SOURCE_FILE_MAX ((size_t)1 << 20)

/** Read a whole file, "forms/rates.csv", with a NUL behind its len bytes; free it with free(). */
static inline char *source_file(const char *path, size_t *len)
{
    char name[1024];
    const char *source = getenv("SUPPORTPLAN_SOURCE");

    snprintf(name, sizeof name, "%s/%s", source ? source : ".", path);
    FILE *file = fopen(name, "rb");
    if (!file)
        fail_msg("%s cannot be opened", name);
    char *bytes = malloc(SOURCE_FILE_MAX);
    assert_non_null(bytes);
    *len = fread(bytes, 1, SOURCE_FILE_MAX - 1, file);
    bytes[*len] = '\0';
    fclose(file);
    return bytes;
}

#endif
