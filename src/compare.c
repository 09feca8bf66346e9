#include "supportplan/compare.h"

#include <stdlib.h>
#include <string.h>

void changes_free(struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        free(changes->list[i].section);
        free(changes->list[i].item);
        free(changes->list[i].field);
    }
    free(changes->list);
    *changes = (struct changes){0};
}

static enum status add(struct changes *changes, const char *section, const char *item,
                       const char *field, enum field known)
{
    if (changes->count == changes->cap) {
        size_t cap = changes->cap ? 2 * changes->cap : 8;
        struct change *list = realloc(changes->list, cap * sizeof *list);
        if (!list)
            return ST_NOMEM;
        changes->list = list;
        changes->cap = cap;
    }
    struct change *c = &changes->list[changes->count++];
    *c = (struct change){text_copy(section), text_copy(item), text_copy(field), known};
    return c->section && c->item && c->field ? ST_OK : ST_NOMEM;
}

static bool differs(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) != 0 : a != b;
}

/* The fields of one item, or of a section that has none. */
static enum status compare_item(const struct plan *a, const struct plan *b, enum section section,
                                const char *item, struct changes *out)
{
    const struct schema_section *row = &schema_sections[section];
    enum status st = ST_OK;
    for (int i = 0; !st && i < row->count; i++) {
        enum field field = (enum field)((int)row->first + i);
        bool told = field != F_PLAN_CHANGED && field != F_PLAN_LAST;
        if (told && differs(plan_fact(a, field, item), plan_fact(b, field, item)))
            st = add(out, row->name, item, schema_fields[field].name, field);
    }
    return st;
}

static enum status compare_section(const struct plan *a, const struct plan *b, enum section section,
                                   struct changes *out)
{
    enum status st = ST_OK;
    if (schema_sections[section].items == ITEMS_NONE)
        return compare_item(a, b, section, "", out);
    for (size_t i = 0; !st && i < plan_count(a, section); i++)
        st = compare_item(a, b, section, plan_item(a, section, i), out);
    for (size_t i = 0; !st && i < plan_count(b, section); i++)
        if (plan_place(a, section, plan_item(b, section, i)) == PLAN_LAST)
            st = compare_item(a, b, section, plan_item(b, section, i), out);
    return st;
}

/* A fact that this version does not know, by its names. */
static const char *unknown_value(const struct plan *plan, const char *section, const char *item,
                                 const char *field)
{
    const char *s, *i, *f, *value;
    for (size_t at = 0; at < plan_unknown_count(plan); at++) {
        plan_unknown(plan, at, &s, &i, &f, &value);
        if (strcmp(s, section) == 0 && strcmp(i, item) == 0 && strcmp(f, field) == 0)
            return value;
    }
    return NULL;
}

/* The unknown facts of one plan: those that both have are compared once. */
static enum status compare_unknown(const struct plan *of, const struct plan *other, bool again,
                                   struct changes *out)
{
    const char *section, *item, *field, *value;
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < plan_unknown_count(of); i++) {
        plan_unknown(of, i, &section, &item, &field, &value);
        const char *others = unknown_value(other, section, item, field);
        if (again ? !others : differs(value, others))
            st = add(out, section, item, field, FIELD_NONE);
    }
    return st;
}

enum status compare_plans(const struct plan *a, const struct plan *b, struct changes *out)
{
    struct changes changes = {0};
    enum status st = ST_OK;
    for (int s = 0; !st && s < SEC_COUNT; s++)
        st = compare_section(a, b, (enum section)s, &changes);
    if (!st)
        st = compare_unknown(a, b, false, &changes);
    if (!st)
        st = compare_unknown(b, a, true, &changes);
    if (st)
        changes_free(&changes);
    else
        *out = changes;
    return st;
}

const char *compare_value(const struct plan *plan, const struct change *c)
{
    return c->known == FIELD_NONE ? unknown_value(plan, c->section, c->item, c->field)
                                  : plan_fact(plan, c->known, c->item);
}
