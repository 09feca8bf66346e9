/*
 * Things that stand in an order and are found by a key, both at once.
 * Knows nothing of what the things are: an entry is the first member of them.
 */
#ifndef SUPPORTPLAN_INDEX_H
#define SUPPORTPLAN_INDEX_H

#include <stdint.h>

#include "supportplan/status.h"

/** What the index keeps of a thing; the thing owns it, and its key. */
struct index_entry {
    char *key;      /**< one name or several, one behind the other, each with its NUL */
    size_t key_len; /**< bytes, with the NULs */
    uint64_t hash;  /**< of the key */
    size_t place;   /**< from 0, kept up to date by the index */
};

/** Entries in their order. Read list and count; {0} is an empty one. */
struct index {
    struct index_entry **list;
    size_t count, cap;
    struct index_entry **slots; /**< by hash; NULL while there are few */
    size_t slot_count;          /**< a power of two, or 0 */
};

/** Free the index; the entries belong to others. */
void index_free(struct index *ix);
/** The entry whose key is these names, or NULL. */
struct index_entry *index_find(const struct index *ix, const char *const *names, size_t count);
/** Make room for one entry more, so that index_insert() can't fail. ST_OK or ST_NOMEM. */
enum status index_reserve(struct index *ix);
/**
 * Put an entry at a place, moving those behind it on.
 *
 * There is room for it (index_reserve()), its key is set and not in the index yet.
 * Taking an entry out leaves its room, so it can be put back without asking.
 *
 * @place  from 0 to count
 */
void index_insert(struct index *ix, struct index_entry *entry, size_t place);
/** Take an entry out. */
void index_remove(struct index *ix, struct index_entry *entry);
/** Put an entry at another place, from 0 to count - 1. */
void index_move(struct index *ix, struct index_entry *entry, size_t place);

#endif
