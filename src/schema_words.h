/*
 * Words and names within strings, for schema.c and its neighbours only.
 */
#ifndef SCHEMA_WORDS_H
#define SCHEMA_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Step to the next word of a string: its length, 0 past the last; *at moves behind it. */
size_t words_next(const char **at, const char **word, const char *between);
/* Whether the len bytes of a name may be an item's. */
bool words_name_ok(const char *name, size_t len);

#endif
