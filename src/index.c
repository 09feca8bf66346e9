/*
 * An array for the order and, once there are more than a few entries, a hash
 * table with linear probing for the keys.
 */
#include "supportplan/index.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Up to so many entries a walk is as quick as a table. */
#define FEW 8

#define HASH_START UINT64_C(14695981039346656037) /* FNV-1a */

static uint64_t hash_more(uint64_t hash, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    return hash;
}

/* The names that are looked for: the same hash and bytes as a key made of them. */
struct wanted {
    const char *const *names;
    size_t count;
    uint64_t hash;
    size_t len;
};

static struct wanted wanted_of(const char *const *names, size_t count)
{
    struct wanted w = {.names = names, .count = count, .hash = HASH_START};
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(names[i]) + 1;
        w.hash = hash_more(w.hash, names[i], len);
        w.len += len;
    }
    return w;
}

static bool is_wanted(const struct index_entry *entry, const struct wanted *w)
{
    if (entry->hash != w->hash || entry->key_len != w->len)
        return false;
    const char *key = entry->key;
    if (w->count == 1)
        return memcmp(key, w->names[0], w->len) == 0;
    for (size_t i = 0; i < w->count; i++) {
        if (strcmp(key, w->names[i]) != 0)
            return false;
        key += strlen(key) + 1;
    }
    return true;
}

void index_free(struct index *ix)
{
    free(ix->list);
    free(ix->slots);
    *ix = (struct index){0};
}

/* Where a hash would like to stand. */
static size_t home(const struct index *ix, uint64_t hash)
{
    return (size_t)hash & (ix->slot_count - 1);
}

static size_t next_slot(const struct index *ix, size_t i)
{
    return (i + 1) & (ix->slot_count - 1);
}

struct index_entry *index_find(const struct index *ix, const char *const *names, size_t count)
{
    struct wanted wanted = wanted_of(names, count);
    if (!ix->slots) {
        for (size_t i = 0; i < ix->count; i++)
            if (is_wanted(ix->list[i], &wanted))
                return ix->list[i];
        return NULL;
    }
    for (size_t i = home(ix, wanted.hash); ix->slots[i]; i = next_slot(ix, i))
        if (is_wanted(ix->slots[i], &wanted))
            return ix->slots[i];
    return NULL;
}

static void slot_add(struct index *ix, struct index_entry *entry)
{
    size_t i = home(ix, entry->hash);
    while (ix->slots[i])
        i = next_slot(ix, i);
    ix->slots[i] = entry;
}

/* Whether the entry at i may move back into the hole: its home is not between the two. */
static bool may_fill(const struct index *ix, size_t hole, size_t i)
{
    size_t mask = ix->slot_count - 1;
    size_t from_home = (i - home(ix, ix->slots[i]->hash)) & mask;
    return from_home >= ((i - hole) & mask);
}

static void slot_remove(struct index *ix, const struct index_entry *entry)
{
    size_t hole = home(ix, entry->hash);
    while (ix->slots[hole] != entry)
        hole = next_slot(ix, hole);
    for (size_t i = next_slot(ix, hole); ix->slots[i]; i = next_slot(ix, i)) {
        if (!may_fill(ix, hole, i))
            continue;
        ix->slots[hole] = ix->slots[i];
        hole = i;
    }
    ix->slots[hole] = NULL;
}

static enum status reserve_list(struct index *ix)
{
    if (ix->count < ix->cap)
        return ST_OK;
    size_t cap = ix->cap ? 2 * ix->cap : 4;
    struct index_entry **list = realloc(ix->list, cap * sizeof(struct index_entry *));
    if (!list)
        return ST_NOMEM;
    ix->list = list;
    ix->cap = cap;
    return ST_OK;
}

/* At least half of the slots stay empty, so that a search is short. */
static enum status reserve_slots(struct index *ix)
{
    size_t want = ix->count + 1;
    if (want <= FEW || want * 2 <= ix->slot_count)
        return ST_OK;
    size_t slot_count = ix->slot_count ? 2 * ix->slot_count : (size_t)4 * FEW;
    struct index_entry **slots = calloc(slot_count, sizeof(struct index_entry *));
    if (!slots)
        return ST_NOMEM;
    free(ix->slots);
    ix->slots = slots;
    ix->slot_count = slot_count;
    for (size_t i = 0; i < ix->count; i++)
        slot_add(ix, ix->list[i]);
    return ST_OK;
}

enum status index_reserve(struct index *ix)
{
    enum status st = reserve_list(ix);
    return st ? st : reserve_slots(ix);
}

static void renumber(struct index *ix, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        ix->list[i]->place = i;
}

void index_insert(struct index *ix, struct index_entry *entry, size_t place)
{
    assert(place <= ix->count && ix->count < ix->cap);
    entry->hash = hash_more(HASH_START, entry->key, entry->key_len);
    memmove(&ix->list[place + 1], &ix->list[place],
            (ix->count - place) * sizeof(struct index_entry *));
    ix->list[place] = entry;
    ix->count++;
    renumber(ix, place, ix->count);
    if (ix->slots)
        slot_add(ix, entry);
}

void index_remove(struct index *ix, struct index_entry *entry)
{
    size_t place = entry->place;
    assert(place < ix->count && ix->list[place] == entry);
    if (ix->slots)
        slot_remove(ix, entry);
    ix->count--;
    memmove(&ix->list[place], &ix->list[place + 1],
            (ix->count - place) * sizeof(struct index_entry *));
    renumber(ix, place, ix->count);
}

void index_move(struct index *ix, struct index_entry *entry, size_t place)
{
    size_t from = entry->place;
    assert(from < ix->count && place < ix->count && ix->list[from] == entry);
    if (from < place)
        memmove(&ix->list[from], &ix->list[from + 1],
                (place - from) * sizeof(struct index_entry *));
    else
        memmove(&ix->list[place + 1], &ix->list[place],
                (from - place) * sizeof(struct index_entry *));
    ix->list[place] = entry;
    renumber(ix, from < place ? from : place, (from < place ? place : from) + 1);
}
