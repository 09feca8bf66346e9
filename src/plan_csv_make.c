/*
 * Making a plan of the rows of its file: values, references, and whether the file is already
 * what would be written.
 */
#include "plan_csv_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- facts ---- */

/* Put a value that is spelt right. The first row of a fact counts, even where it was bad. */
static enum status put_fact(struct reading *r, size_t i, const char *value)
{
    struct row *row = &r->rows[i];
    enum status st = ST_EXISTS;
    if (!reading_seen(r, i))
        st = plan_load(r->plan, row->field, reading_cell(r, i, ITEM), value);
    if (st == ST_EXISTS)
        *row = reading_odd(ODD_SECOND);
    return st == ST_EXISTS ? ST_OK : st;
}

static void spoil_fact(struct reading *r, size_t i)
{
    struct row *row = &r->rows[i];
    bool second = reading_seen(r, i) || plan_fact(r->plan, row->field, reading_cell(r, i, ITEM));
    *row = reading_odd(second ? ODD_SECOND : ODD_VALUE);
    if (!second)
        reading_remember(r, i);
}

static enum status add_fact(struct reading *r, size_t i)
{
    const char *value = reading_cell(r, i, VALUE);
    enum field field = r->rows[i].field;
    if (schema_at_sight(field, value))
        return put_fact(r, i, value);
    text_clear(&r->value);
    enum status st = schema_accept(field, value, &r->value);
    if (st == ST_NOMEM)
        return st;
    if (st == ST_OK)
        return put_fact(r, i, text_str(&r->value));
    spoil_fact(r, i);
    return ST_OK;
}

static enum status add_odd(struct reading *r, size_t i)
{
    const struct csv_row *from = &r->table.rows[i];
    return plan_add_odd(r->plan, r->rows[i].why, from->line, r->table.cells + from->first,
                        from->count, NULL);
}

static enum status add_row(struct reading *r, size_t i)
{
    enum status st = ST_OK;
    if (r->rows[i].fate == FATE_FACT)
        st = add_fact(r, i); /* which may find that it can't be used */
    if (!st && r->rows[i].fate == FATE_UNKNOWN)
        st = plan_set_named(r->plan, reading_cell(r, i, SECTION), reading_cell(r, i, ITEM),
                            reading_cell(r, i, FIELD), reading_cell(r, i, VALUE), NULL);
    if (!st && r->rows[i].fate == FATE_ODD)
        st = add_odd(r, i);
    return st;
}

/* ---- is it what would be written? ---- */

/* The fact before, and how many items its section had. */
struct before {
    enum field field;
    const char *item;
    size_t items;
};

/* Whether a row is a fact, as it would be written and after the one before it. */
static bool goes_on(const struct reading *r, size_t i, struct before *before)
{
    enum field field = r->rows[i].field;
    if (r->rows[i].fate != FATE_FACT || !schema_at_sight(field, reading_cell(r, i, VALUE)))
        return false;
    enum section section = schema_fields[field].section;
    bool same = before->item && schema_fields[before->field].section == section;
    const char *item = reading_cell(r, i, ITEM);
    size_t items = plan_count(r->plan, section);
    bool later = !before->item || field > before->field;
    if (!same || strcmp(before->item, item) != 0)
        later = (same ? items == before->items + 1 : items == 1) &&
                (!before->item || section >= schema_fields[before->field].section);
    *before = (struct before){.field = field, .item = item, .items = items};
    return later;
}

static bool has_our_ends(const struct reading *r)
{
    char rows[24];
    for (size_t i = 0; i < COLUMNS; i++)
        if (strcmp(reading_cell(r, 0, i), plan_csv_columns[i]) != 0)
            return false;
    snprintf(rows, sizeof rows, "%zu", r->counted);
    return r->end && r->end + 1 == r->table.row_count &&
           strcmp(reading_cell(r, r->end, VALUE), rows) == 0;
}

static enum status make_plan(struct reading *r)
{
    struct before before = {.field = FIELD_NONE};
    plan_free(r->plan);
    r->plan = plan_new();
    if (!r->plan)
        return ST_NOMEM;
    r->ours = r->table.as_written && has_our_ends(r);
    for (size_t i = 1; i < r->table.row_count; i++) {
        enum status st = add_row(r, i);
        if (st)
            return st;
        r->ours = r->ours && (i == r->end || goes_on(r, i, &before));
    }
    return ST_OK;
}

/* ---- references ---- */

bool plan_csv_refers_well(const struct plan *plan, enum field field, const char *item)
{
    const struct schema_field *row = &schema_fields[field];
    const char *at = row->to == SEC_NONE ? NULL : plan_fact(plan, field, item);
    if (!at || schema_unsure(field, at) || (row->words && strcmp(at, row->words) == 0))
        return true;
    if (!strchr(at, ' '))
        return plan_ref_ok(plan, row->to, at);
    while (*at) {
        char name[NAME_MAX_LEN + 1];
        size_t len = strcspn(at, " ");
        assert(len <= NAME_MAX_LEN);
        memcpy(name, at, len);
        name[len] = '\0';
        if (!plan_ref_ok(plan, row->to, name))
            return false;
        at += len + (at[len] == ' ');
    }
    return true;
}

/* Only when all items are known: which references name one that is not there? */
static bool find_bad_references(struct reading *r)
{
    bool found = false;
    for (size_t i = 1; i < r->table.row_count; i++) {
        struct row *row = &r->rows[i];
        if (row->fate != FATE_FACT || schema_fields[row->field].to == SEC_NONE ||
            plan_csv_refers_well(r->plan, row->field, reading_cell(r, i, ITEM)))
            continue;
        *row = reading_odd(ODD_REFERENCE);
        reading_remember(r, i);
        found = true;
    }
    return found;
}

/* Odd rows stand in the file's order, so with new ones among them the plan is made again. */
enum status reading_make(struct reading *r)
{
    enum status st = make_plan(r);
    if (!st && find_bad_references(r))
        st = make_plan(r);
    return st;
}
