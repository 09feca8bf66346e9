/*
 * Keeping the facts of a plan: making, finding and freeing what holds them.
 */
#include "plan_facts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Making and freeing. */

static void item_free(struct item *item)
{
    if (!item)
        return;
    for (int i = 0; item->own >> i; i++)
        if (item->own >> i & 1)
            free(item->values[i]);
    index_free(&item->unknown);
    free(item->odd);
    if (!item->in_block)
        free(item);
}

/* Its name stands behind its values: a plan has many items, and each piece of memory costs. */
size_t facts_item_size(enum section section, const char *name)
{
    return sizeof(struct item) + (size_t)schema_sections[section].count * sizeof(char *) +
           strlen(name) + 1;
}

struct item *facts_begin_item(void *room, enum section section, const char *name)
{
    struct item *item = room;
    size_t fields = (size_t)schema_sections[section].count, len = strlen(name) + 1;
    assert(fields < ITEM_FIELDS_MAX);
    item->section = section;
    item->entry.key = memcpy(&item->values[fields], name, len);
    item->entry.key_len = len;
    return item;
}

static struct item *item_new(enum section section, const char *name)
{
    void *room = calloc(1, facts_item_size(section, name));
    return room ? facts_begin_item(room, section, name) : NULL;
}

static void fact_free(struct fact *fact)
{
    if (!fact)
        return;
    free(fact->entry.key);
    free(fact->value);
    free(fact);
}

/* The key of a fact: in a known section its field, else all three names with their NULs. */
static enum status fact_key(enum section section, const char *const names[3], struct text *key)
{
    for (int i = section == SEC_NONE ? 0 : 2; i < 3; i++)
        text_add_n(key, names[i], strlen(names[i]) + 1);
    return text_status(key);
}

static struct fact *fact_new(enum section section, const char *const names[3])
{
    struct text key = {0};
    struct fact *fact = calloc(1, sizeof *fact);
    if (!fact || fact_key(section, names, &key)) {
        text_free(&key);
        free(fact);
        return NULL;
    }
    fact->entry.key_len = key.len;
    fact->entry.key = text_take(&key);
    fact->field = fact->entry.key;
    if (section == SEC_NONE) {
        fact->section = fact->entry.key;
        fact->item = fact->section + strlen(fact->section) + 1;
        fact->field = fact->item + strlen(fact->item) + 1;
    }
    return fact;
}

static void facts_free(struct index *facts)
{
    for (size_t i = 0; i < facts->count; i++)
        fact_free((struct fact *)facts->list[i]);
    index_free(facts);
}

void facts_free_cells(char **cells, size_t count)
{
    for (size_t i = 0; cells && i < count; i++)
        free(cells[i]);
    free(cells);
}

static void items_free(struct index *items)
{
    for (size_t i = 0; i < items->count; i++) {
        struct item *item = (struct item *)items->list[i];
        facts_free(&item->unknown);
        item_free(item);
    }
    index_free(items);
}

static void blocks_free(struct block *block)
{
    for (struct block *next; block; block = next) {
        next = block->next;
        free(block);
    }
}

struct plan *plan_new(void)
{
    struct plan *plan = calloc(1, sizeof *plan);
    struct cursor *cursor = calloc(1, sizeof *cursor);
    if (!plan || !cursor) {
        free(plan);
        free(cursor);
        return NULL;
    }
    plan->cursor = cursor;
    return plan;
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    facts_end(plan);
    for (int i = 0; i < SEC_COUNT; i++)
        items_free(&plan->items[i]);
    facts_free(&plan->strange);
    for (size_t i = 0; i < plan->odd_count; i++)
        facts_free_cells(plan->odd[i].cells, plan->odd[i].cell_count);
    free(plan->odd);
    free(plan->cursor);
    blocks_free(plan->blocks);
    free(plan);
}

void facts_end(struct plan *plan)
{
    for (struct item *item = plan->spare_items, *next; item; item = next) {
        next = item->next;
        item_free(item);
    }
    for (struct fact *fact = plan->spare_facts, *next; fact; fact = next) {
        next = fact->next;
        fact_free(fact);
    }
    plan->spare_items = NULL;
    plan->spare_facts = NULL;
}

/* Items. */

bool plan_name_ok(enum section section, const char *name)
{
    return schema_sections[section].items == ITEMS_NONE ? *name == '\0' : schema_name_ok(name);
}

/* Whoever asks for one field of an item mostly asks for the next one too; and then, by the name
 * that plan_item() gave, for the item behind it. NULL where it is none of these. */
static struct item *item_near(const struct index *items, struct item *last, const char *name)
{
    const size_t place = last->entry.place + 1;
    struct item *behind = (struct item *)items->list[place < items->count ? place : 0];
    if (name == behind->entry.key)
        return behind;
    return name == last->entry.key || strcmp(name, last->entry.key) == 0 ? last : NULL;
}

struct item *facts_item(const struct plan *plan, enum section section, const char *name)
{
    const struct index *items = &plan->items[section];
    struct item **last = &plan->cursor->found[section];
    struct item *item = *last ? item_near(items, *last, name) : NULL;
    if (!item)
        item = (struct item *)index_find(items, &name, 1);
    if (item)
        *last = item;
    return item;
}

/* An item of that name that was taken away in this action, or NULL. */
static struct item *spare_item(struct plan *plan, enum section section, const char *name)
{
    for (struct item **at = &plan->spare_items; *at; at = &(*at)->next) {
        struct item *item = *at;
        if (item->section == section && strcmp(item->entry.key, name) == 0) {
            *at = item->next;
            return item;
        }
    }
    return NULL;
}

/* An item that is known not to be there. */
static struct item *add_item(struct plan *plan, enum section section, const char *name,
                             size_t place, enum status *st)
{
    struct index *items = &plan->items[section];
    if (place == PLAN_LAST)
        place = items->count;
    *st = place > items->count ? ST_UNKNOWN : index_reserve(items);
    if (*st)
        return NULL;
    struct item *item = spare_item(plan, section, name);
    if (!item)
        item = item_new(section, name);
    if (!item) {
        *st = ST_NOMEM;
        return NULL;
    }
    index_insert(items, &item->entry, place);
    return item;
}

struct item *facts_make_item(struct plan *plan, enum section section, const char *name,
                             size_t place, enum status *st)
{
    struct item *item = facts_item(plan, section, name);
    return item ? item : add_item(plan, section, name, place, st);
}

void facts_settle(struct plan *plan, struct item *item)
{
    if (!item || item->weight)
        return;
    if (plan->cursor->found[item->section] == item)
        plan->cursor->found[item->section] = NULL;
    index_remove(&plan->items[item->section], &item->entry);
    item->next = plan->spare_items;
    plan->spare_items = item;
}

/* Values. */

const char *facts_read(const struct item *item, int place)
{
    if (item->values[place])
        return item->values[place];
    return item->odd && item->odd[place] ? "?" : NULL;
}

enum status facts_swap_value(struct item *item, int place, char **value)
{
    uint32_t bit = UINT32_C(1) << place;
    char *was = item->values[place];
    if (was && !(item->own & bit)) {
        was = text_copy(was); /* it leaves the plan, and its block does not */
        if (!was)
            return ST_NOMEM;
    }
    item->own = *value ? item->own | bit : item->own & ~bit;
    item->values[place] = *value;
    *value = was;
    return ST_OK;
}

void facts_swap(char **a, char **b)
{
    char *kept = *a;
    *a = *b;
    *b = kept;
}

/* Unknown facts: those of known sections hang on their item. */

struct fact *facts_unknown(const struct plan *plan, enum section section,
                           const char *const names[3])
{
    if (section == SEC_NONE)
        return (struct fact *)index_find(&plan->strange, names, 3);
    const struct item *item = facts_item(plan, section, names[1]);
    return item ? (struct fact *)index_find(&item->unknown, &names[2], 1) : NULL;
}

/* Whether a fact that was taken away has these names. */
static bool is_spare_of(const struct fact *fact, enum section section, const char *const names[3])
{
    if (strcmp(fact->field, names[2]) != 0)
        return false;
    if (section != SEC_NONE || !fact->section)
        return section != SEC_NONE && !fact->section;
    return strcmp(fact->section, names[0]) == 0 && strcmp(fact->item, names[1]) == 0;
}

static struct fact *spare_fact(struct plan *plan, enum section section, const char *const names[3])
{
    for (struct fact **at = &plan->spare_facts; *at; at = &(*at)->next) {
        struct fact *fact = *at;
        if (is_spare_of(fact, section, names)) {
            *at = fact->next;
            return fact;
        }
    }
    return NULL;
}

enum status facts_add(struct plan *plan, struct index *facts, enum section section,
                      struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    size_t at = edit->at == PLAN_LAST ? facts->count : edit->at;
    if (at > facts->count)
        return ST_UNKNOWN;
    if (index_reserve(facts))
        return ST_NOMEM;
    struct fact *fact = spare_fact(plan, section, names);
    if (!fact)
        fact = fact_new(section, names);
    if (!fact)
        return ST_NOMEM;
    facts_swap(&fact->value, &edit->value);
    index_insert(facts, &fact->entry, at);
    edit->at = at;
    return ST_OK;
}

void facts_take(struct plan *plan, struct index *facts, struct fact *fact, struct edit *edit)
{
    edit->at = fact->entry.place;
    facts_swap(&fact->value, &edit->value);
    index_remove(facts, &fact->entry);
    fact->next = plan->spare_facts;
    plan->spare_facts = fact;
}
