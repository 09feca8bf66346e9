/* What changed between two plans, fact by fact. */
#include "supportplan/diff.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void diff_free(struct diff *diff)
{
    free(diff->list);
    *diff = (struct diff){0};
}

static enum status add(struct diff *diff, const struct diff_fact *fact)
{
    if (diff->count == diff->cap) {
        const size_t cap = diff->cap ? 2 * diff->cap : 32;
        struct diff_fact *list = realloc(diff->list, cap * sizeof *list);
        if (!list)
            return ST_NOMEM;
        diff->list = list;
        diff->cap = cap;
    }
    diff->list[diff->count++] = *fact;
    return ST_OK;
}

/* What the file keeps for itself: no person changed it. */
static bool is_bookkeeping(enum field field)
{
    return field == F_PLAN_FORMAT || field == F_PLAN_LAST || field == F_PLAN_CHANGED;
}

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The facts of an item that is in one of the plans, or in both. */
static enum status compare_item(const struct plan *before, const struct plan *now,
                                enum section section, const char *item, struct diff *diff)
{
    const struct schema_section *row = &schema_sections[section];
    enum status st = ST_OK;
    for (int i = 0; i < row->count && !st; i++) {
        const enum field field = (enum field)((int)row->first + i);
        const struct diff_fact fact = {.field = field,
                                       .item = item,
                                       .before = plan_get(before, field, item),
                                       .now = plan_get(now, field, item)};
        if (!is_bookkeeping(field) && !same(fact.before, fact.now))
            st = add(diff, &fact);
    }
    return st;
}

/* Those of before, then those that are new. */
static enum status compare_section(const struct plan *before, const struct plan *now,
                                   enum section section, struct diff *diff)
{
    enum status st = ST_OK;
    for (size_t i = 0; i < plan_count(before, section) && !st; i++)
        st = compare_item(before, now, section, plan_item(before, section, i), diff);
    for (size_t i = 0; i < plan_count(now, section) && !st; i++) {
        const char *item = plan_item(now, section, i);
        if (plan_place(before, section, item) == PLAN_LAST)
            st = compare_item(before, now, section, item, diff);
    }
    return st;
}

enum status diff_make(const struct plan *before, const struct plan *now, struct diff *out)
{
    assert(before && now && out);
    struct diff diff = {0};
    enum status st = ST_OK;
    for (int section = 0; section < SEC_COUNT && !st; section++)
        st = compare_section(before, now, (enum section)section, &diff);
    if (st)
        diff_free(&diff);
    else
        *out = diff;
    return st;
}
