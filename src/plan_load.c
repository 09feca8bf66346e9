/*
 * Filling a plan from a file: no undo, and little memory but for the fact itself.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "plan_facts.h"

/* Blocks grow with the plan, so that a small one takes little, and a large one few. */
#define BLOCK_MIN ((size_t)1 << 11)
#define BLOCK_MAX ((size_t)1 << 16)

/* A block with room for so many bytes more. */
static struct block *block_with(struct plan *plan, size_t more)
{
    struct block *last = plan->blocks;
    if (last && last->size - last->used >= more)
        return last;
    size_t size = last && last->size >= BLOCK_MIN ? 2 * last->size : BLOCK_MIN;
    if (size > BLOCK_MAX)
        size = BLOCK_MAX;
    if (size < more)
        size = more;
    struct block *block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    *block = (struct block){.next = last, .size = size};
    plan->blocks = block;
    return block;
}

/* Keep a copy of a value in a block; NULL where there is no memory. */
static char *keep(struct plan *plan, const char *value)
{
    size_t len = strlen(value) + 1;
    struct block *block = block_with(plan, len);
    if (!block)
        return NULL;
    char *kept = memcpy(block->bytes + block->used, value, len);
    block->used += len;
    return kept;
}

/* Room in a block for an item, all nought; NULL where there is no memory. */
static void *room_for_item(struct plan *plan, size_t size)
{
    const size_t align = _Alignof(struct item);
    struct block *block = block_with(plan, size + align - 1);
    if (!block)
        return NULL;
    block->used = (block->used + align - 1) / align * align;
    void *room = memset(block->bytes + block->used, 0, size);
    block->used += size;
    return room;
}

/* A new item, behind the others of its section; NULL where there is no memory. */
static struct item *load_item(struct plan *plan, enum section section, const char *name)
{
    struct index *items = &plan->items[section];
    if (index_reserve(items) != ST_OK)
        return NULL;
    void *room = room_for_item(plan, facts_item_size(section, name));
    if (!room)
        return NULL;
    struct item *item = facts_begin_item(room, section, name);
    item->in_block = true;
    index_insert(items, &item->entry, items->count);
    return item;
}

/* Put a value into a field that is empty. */
static void put(struct item *item, enum field field, char *kept)
{
    item->values[facts_place(field)] = kept;
    item->weight++;
}

enum status plan_load(struct plan *plan, enum field field, const char *item, const char *value)
{
    assert(plan && field < FIELD_NONE && item && value && *value);
    enum section section = schema_fields[field].section;
    struct item *there = facts_item(plan, section, item);
    assert(there || plan_name_ok(section, item));
    if (there && there->values[facts_place(field)])
        return ST_EXISTS;
    char *kept = keep(plan, value);
    if (!kept)
        return ST_NOMEM;
    if (!there)
        there = load_item(plan, section, item);
    if (!there)
        return ST_NOMEM;
    put(there, field, kept);
    plan->cursor->loaded = there;
    return ST_OK;
}

enum status plan_load_more(struct plan *plan, enum field field, const char *value)
{
    assert(plan && field < FIELD_NONE && value && *value);
    struct item *item = plan->cursor->loaded;
    assert(item && item->section == schema_fields[field].section);
    if (item->values[facts_place(field)])
        return ST_EXISTS;
    char *kept = keep(plan, value);
    if (!kept)
        return ST_NOMEM;
    put(item, field, kept);
    return ST_OK;
}
