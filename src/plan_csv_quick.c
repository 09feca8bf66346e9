/*
 * The quick way in for a plan that we wrote: fact by fact, as libcsv finds the rows. At the
 * first row that is anything but the next fact as it would be written, it gives up, and the
 * plan is read as any other.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "plan_csv_parts.h"

struct quick {
    struct plan *plan;
    struct text value; /* a value as it would be written */
    enum section section;
    enum field field; /* of the fact before; FIELD_NONE where its item has none yet */
    size_t items;     /* how many its section has */
    size_t counted;   /* rows between the first one and the end */
    bool ended;
    enum status st; /* ST_NOMEM, where that is what went wrong */
};

/* A section comes behind those before it, and begins with its first item. */
static bool take_section(struct quick *q, const char *name)
{
    enum section section = schema_section_named(name);
    if (section == SEC_NONE || (q->section != SEC_NONE && section <= q->section))
        return false;
    q->section = section;
    q->items = 0;
    return true;
}

static bool take_item(struct quick *q, const char *name)
{
    bool nameless = schema_sections[q->section].items == ITEMS_NONE;
    q->field = FIELD_NONE;
    q->items++;
    return *name ? !nameless && schema_name_ok(name) : nameless;
}

/* Most names of fields differ in their first letter. */
static bool is_field(int field, const char *name)
{
    return *schema_fields[field].name == *name && strcmp(schema_fields[field].name, name) == 0;
}

/* A field comes behind those of its item before it. */
static bool take_field(struct quick *q, const char *name)
{
    const struct schema_section *row = &schema_sections[q->section];
    int last = (int)row->first + row->count;
    int field = q->field == FIELD_NONE ? (int)row->first : (int)q->field + 1;
    while (field < last && !is_field(field, name))
        field++;
    q->field = (enum field)field;
    return field < last;
}

static bool is_as_written(struct quick *q, const char *value)
{
    if (*value == '\0' || schema_at_sight(q->field, value))
        return *value != '\0';
    text_clear(&q->value);
    enum status st = schema_accept(q->field, value, &q->value);
    if (st == ST_NOMEM)
        q->st = st;
    return st == ST_OK && strcmp(text_str(&q->value), value) == 0;
}

/* item is NULL where it is that of the fact before. */
static bool put_fact(struct quick *q, const char *item, const char *value)
{
    if (q->field == F_PLAN_FORMAT && strcmp(value, "1") != 0)
        return false; /* that is told of */
    enum status st =
        item ? plan_load(q->plan, q->field, item, value) : plan_load_more(q->plan, q->field, value);
    if (st == ST_NOMEM)
        q->st = st;
    return st == ST_OK && plan_count(q->plan, q->section) == q->items;
}

/* A row whose section is "end". */
static bool take_end(struct quick *q, const char *const *cells)
{
    char rows[24];
    snprintf(rows, sizeof rows, "%zu", q->counted);
    q->ended = true;
    return *cells[ITEM] == '\0' && strcmp(cells[FIELD], "rows") == 0 &&
           strcmp(cells[VALUE], rows) == 0;
}

static bool take_row(const char *const *cells, size_t same, void *data)
{
    struct quick *q = data;
    if (q->ended)
        return false;
    if (q->section == SEC_NONE)
        same = 0; /* the row before is no fact: it names the columns */
    if (same == 0 && strcmp(cells[SECTION], "end") == 0)
        return take_end(q, cells);
    if (++q->counted > PLAN_ROWS_MAX) { /* the long way would count as many */
        q->st = ST_LIMIT;
        return false;
    }
    if (same <= SECTION && !take_section(q, cells[SECTION]))
        return false;
    if (same <= ITEM && !take_item(q, cells[ITEM]))
        return false;
    return take_field(q, cells[FIELD]) && is_as_written(q, cells[VALUE]) &&
           put_fact(q, same > ITEM ? NULL : cells[ITEM], cells[VALUE]);
}

static bool item_refers_well(const struct plan *plan, enum section section, const char *item)
{
    const struct schema_section *row = &schema_sections[section];
    for (int i = (int)row->first; i < (int)row->first + row->count; i++)
        if (schema_fields[i].to != SEC_NONE && !plan_csv_refers_well(plan, (enum field)i, item))
            return false;
    return true;
}

static bool all_refer_well(const struct plan *plan)
{
    for (int s = 0; s < SEC_COUNT; s++)
        for (size_t i = 0; i < plan_count(plan, (enum section)s); i++)
            if (!item_refers_well(plan, (enum section)s, plan_item(plan, (enum section)s, i)))
                return false;
    return true;
}

enum status plan_csv_quick(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           struct plan **out)
{
    struct quick q = {.plan = plan_new(), .section = SEC_NONE, .field = FIELD_NONE};
    if (!q.plan)
        return ST_NOMEM;
    enum status st = csv_table_each(bytes, len, wanted, take_row, &q);
    if (!st && (!q.ended || !all_refer_well(q.plan)))
        st = ST_UNKNOWN;
    text_free(&q.value);
    if (st)
        plan_free(q.plan);
    else
        *out = q.plan;
    return q.st ? q.st : st;
}
