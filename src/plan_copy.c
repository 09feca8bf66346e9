/*
 * Copying and comparing plans.
 */
#include "supportplan/plan.h"

#include <assert.h>
#include <string.h>

#include "plan_facts.h"

/* Copying: every fact is put anew, in its order. */

static enum status copy_item(struct plan *to, const struct item *item)
{
    enum status st = ST_OK;
    const struct schema_section *row = &schema_sections[item->section];
    const char *name = item->entry.key;
    for (int i = 0; !st && i < row->count; i++)
        if (item->values[i])
            st = plan_set(to, (enum field)((int)row->first + i), name, item->values[i], PLAN_LAST,
                          NULL);
    for (size_t i = 0; !st && i < item->unknown.count; i++) {
        const struct fact *fact = (const struct fact *)item->unknown.list[i];
        st = plan_set_named(to, row->name, name, fact->field, fact->value, NULL);
    }
    return st;
}

static enum status copy_items(struct plan *to, const struct index *items)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < items->count; i++)
        st = copy_item(to, (const struct item *)items->list[i]);
    return st;
}

static enum status copy_strange(struct plan *to, const struct index *facts)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < facts->count; i++) {
        const struct fact *fact = (const struct fact *)facts->list[i];
        st = plan_set_named(to, fact->section, fact->item, fact->field, fact->value, NULL);
    }
    return st;
}

/* Odd rows, and the items that nothing else speaks for at their places. */
static enum status copy_odd(struct plan *to, const struct plan *from)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < from->odd_count; i++) {
        const struct odd *odd = &from->odd[i];
        st = plan_add_odd(to, odd->why, odd->line, (const char *const *)odd->cells, odd->cell_count,
                          NULL);
    }
    for (int s = 0; !st && s < SEC_COUNT; s++)
        for (size_t i = 0; !st && i < from->items[s].count; i++)
            st = plan_move(to, (enum section)s, from->items[s].list[i]->key, i, NULL);
    return st;
}

struct plan *plan_copy(const struct plan *plan)
{
    assert(plan);
    struct plan *to = plan_new();
    enum status st = to ? ST_OK : ST_NOMEM;
    for (int i = 0; !st && i < SEC_COUNT; i++)
        st = copy_items(to, &plan->items[i]);
    if (!st)
        st = copy_strange(to, &plan->strange);
    if (!st)
        st = copy_odd(to, plan);
    if (!st)
        return to;
    plan_free(to);
    return NULL;
}

/* Comparing. */

static bool same_string(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_facts(const struct index *a, const struct index *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        const struct fact *x = (const struct fact *)a->list[i];
        const struct fact *y = (const struct fact *)b->list[i];
        if (x->entry.key_len != y->entry.key_len ||
            memcmp(x->entry.key, y->entry.key, x->entry.key_len) != 0 ||
            strcmp(x->value, y->value) != 0)
            return false;
    }
    return true;
}

static bool same_item(const struct item *a, const struct item *b)
{
    if (strcmp(a->entry.key, b->entry.key) != 0)
        return false;
    for (int i = 0; i < schema_sections[a->section].count; i++)
        if (!same_string(facts_read(a, i), facts_read(b, i)))
            return false;
    return same_facts(&a->unknown, &b->unknown);
}

static bool same_items(const struct index *a, const struct index *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_item((const struct item *)a->list[i], (const struct item *)b->list[i]))
            return false;
    return true;
}

/* The same cells: on which line it stood, and why it was kept, a reader tells anew. */
static bool same_odd(const struct odd *a, const struct odd *b)
{
    if (a->cell_count != b->cell_count)
        return false;
    for (size_t i = 0; i < a->cell_count; i++)
        if (strcmp(a->cells[i], b->cells[i]) != 0)
            return false;
    return true;
}

bool plan_equal(const struct plan *a, const struct plan *b)
{
    assert(a && b);
    for (int i = 0; i < SEC_COUNT; i++)
        if (!same_items(&a->items[i], &b->items[i]))
            return false;
    if (!same_facts(&a->strange, &b->strange) || a->odd_count != b->odd_count)
        return false;
    for (size_t i = 0; i < a->odd_count; i++)
        if (!same_odd(&a->odd[i], &b->odd[i]))
            return false;
    return true;
}
