/*
 * Writing a plan, whether bytes hold one, and the cells of other tables.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan_csv_parts.h"

struct writer {
    const struct plan *plan;
    struct text *out;
    size_t rows;    /* but the first one */
    size_t unknown; /* the next unknown fact */
    bool unsettled; /* something would be judged otherwise when it is read */
    bool too_long;  /* a value is longer than one that is read */
};

static void write_cells(struct writer *w, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            text_add_char(w->out, ',');
        csv_quoted(w->out, cells[i]);
        w->too_long = w->too_long || strlen(cells[i]) > PLAN_VALUE_MAX;
    }
    text_add_char(w->out, '\n');
}

static void write_row(struct writer *w, const char *section, const char *item, const char *field,
                      const char *value)
{
    const char *const cells[COLUMNS] = {section, item, field, value};
    write_cells(w, cells, COLUMNS);
    w->rows++;
}

static void write_field(struct writer *w, enum field field, const char *item)
{
    const struct schema_field *row = &schema_fields[field];
    const char *value = plan_fact(w->plan, field, item);
    if (!value)
        return;
    if (!plan_csv_refers_well(w->plan, field, item))
        w->unsettled = true;
    write_row(w, schema_sections[row->section].name, item, row->name, value);
}

/* The unknown fields of an item: the plan gives them in the order of its items. */
static void write_unknown_fields(struct writer *w, const char *section, const char *item)
{
    const char *fact[COLUMNS];
    for (; w->unknown < plan_unknown_count(w->plan); w->unknown++) {
        plan_unknown(w->plan, w->unknown, &fact[SECTION], &fact[ITEM], &fact[FIELD], &fact[VALUE]);
        if (strcmp(fact[SECTION], section) != 0 || strcmp(fact[ITEM], item) != 0)
            return;
        write_row(w, fact[SECTION], fact[ITEM], fact[FIELD], fact[VALUE]);
    }
}

static void write_section(struct writer *w, enum section section)
{
    const struct schema_section *row = &schema_sections[section];
    size_t count = plan_count(w->plan, section);
    for (size_t i = 0; i < count; i++) {
        const char *item = plan_item(w->plan, section, i);
        for (int f = 0; f < row->count; f++)
            write_field(w, (enum field)((int)row->first + f), item);
        write_unknown_fields(w, row->name, item);
    }
}

static void write_unknown_sections(struct writer *w)
{
    const char *fact[COLUMNS];
    for (; w->unknown < plan_unknown_count(w->plan); w->unknown++) {
        plan_unknown(w->plan, w->unknown, &fact[SECTION], &fact[ITEM], &fact[FIELD], &fact[VALUE]);
        assert(schema_section_named(fact[SECTION]) == SEC_NONE);
        write_row(w, fact[SECTION], fact[ITEM], fact[FIELD], fact[VALUE]);
    }
}

static void write_odd_rows(struct writer *w)
{
    size_t count = plan_odd_count(w->plan);
    for (size_t i = 0; i < count; i++) {
        struct odd_row row = plan_odd(w->plan, i);
        write_cells(w, row.cells, row.cell_count);
        w->rows++;
    }
    if (count)
        w->unsettled = true;
}

static enum status write_plan(struct writer *w)
{
    char rows[24];
    write_cells(w, plan_csv_columns, COLUMNS);
    for (int s = 0; s < SEC_COUNT; s++)
        write_section(w, (enum section)s);
    write_unknown_sections(w);
    write_odd_rows(w);
    if (w->rows > PLAN_ROWS_MAX)
        w->too_long = true;
    snprintf(rows, sizeof rows, "%zu", w->rows);
    write_row(w, "end", "", "rows", rows);
    if (text_status(w->out))
        return ST_NOMEM;
    return w->too_long || w->out->len > PLAN_BYTES_MAX ? ST_LIMIT : ST_OK;
}

/* What was written, as it will be read, written again: then nothing changes any more. */
static enum status settle(struct text *bytes)
{
    struct plan *plan = NULL;
    enum status st = plan_csv_take(text_str(bytes), bytes->len, 0, &plan, NULL, NULL);
    if (st)
        return st;
    text_clear(bytes);
    struct writer w = {.plan = plan, .out = bytes};
    st = write_plan(&w);
    plan_free(plan);
    return st;
}

enum status plan_csv_write(const struct plan *plan, struct text *out)
{
    assert(plan && out);
    struct text bytes = {0};
    struct writer w = {.plan = plan, .out = &bytes};
    enum status st = write_plan(&w);
    if (!st && w.unsettled)
        st = settle(&bytes);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&bytes), bytes.len);
    text_free(&bytes);
    return st;
}

/* ---- whether bytes hold a plan ---- */

/* The rows of a plan, in whatever order: how many there are, and the sum of their hashes. */
struct tally {
    size_t rows;
    uint64_t sum;
    struct text value; /* of a row that can't be used, in our spelling */
};

static void tally_row(struct tally *t, const char *const *cells, size_t count)
{
    t->rows++;
    t->sum += plan_csv_hash(cells, count);
}

static void tally_facts(struct tally *t, const struct plan *plan)
{
    for (int f = 0; f < FIELD_COUNT; f++) {
        enum section section = schema_fields[f].section;
        for (size_t i = 0; i < plan_count(plan, section); i++) {
            const char *item = plan_item(plan, section, i);
            const char *const cells[COLUMNS] = {schema_sections[section].name, item,
                                                schema_fields[f].name,
                                                plan_fact(plan, (enum field)f, item)};
            if (cells[VALUE])
                tally_row(t, cells, COLUMNS);
        }
    }
}

/* Where nothing hinders a row any more, it is a fact when it is read again, in our spelling. */
static enum status tally_odd_row(struct tally *t, const struct odd_row *row)
{
    if (row->field == FIELD_NONE || *row->cells[VALUE] == '\0') {
        tally_row(t, row->cells, row->cell_count);
        return ST_OK;
    }
    const char *cells[COLUMNS];
    memcpy(cells, row->cells, sizeof cells);
    text_clear(&t->value);
    enum status st = schema_accept(row->field, cells[VALUE], &t->value);
    if (st == ST_NOMEM)
        return st;
    if (!st)
        cells[VALUE] = text_str(&t->value);
    tally_row(t, cells, COLUMNS);
    return ST_OK;
}

static enum status tally(struct tally *t, const struct plan *plan)
{
    const char *fact[COLUMNS];
    enum status st = ST_OK;
    tally_facts(t, plan);
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        plan_unknown(plan, i, &fact[SECTION], &fact[ITEM], &fact[FIELD], &fact[VALUE]);
        tally_row(t, fact, COLUMNS);
    }
    for (size_t i = 0; !st && i < plan_odd_count(plan); i++) {
        struct odd_row row = plan_odd(plan, i);
        st = tally_odd_row(t, &row);
    }
    text_free(&t->value);
    return st;
}

/* With odd rows the order of items may differ: one that only an odd row speaks for comes last. */
static bool holds_plan(const struct plan *in, const struct plan *of)
{
    struct tally a = {0}, b = {0};
    if (plan_odd_count(in) == 0 && plan_odd_count(of) == 0)
        return plan_equal(in, of);
    return !tally(&a, in) && !tally(&b, of) && a.rows == b.rows && a.sum == b.sum;
}

bool plan_csv_holds(const char *bytes, size_t len, const struct plan *plan)
{
    assert((bytes || len == 0) && plan);
    struct plan *read = NULL;
    struct text again = {0};
    if (plan_csv_take(bytes, len, 0, &read, NULL, NULL))
        return false;
    bool same = holds_plan(read, plan) && plan_csv_write(read, &again) == ST_OK &&
                again.len == len && memcmp(text_str(&again), bytes, len) == 0;
    text_free(&again);
    plan_free(read);
    return same;
}

/* ---- tables of results ---- */

static bool is_bare(const char *value)
{
    size_t len = strlen(value);
    bool blank = len && (strchr(" \t", value[0]) || strchr(" \t", value[len - 1]));
    return value[strcspn(value, ",\"\r\n")] == '\0' && !blank && !csv_is_formula(value);
}

void csv_cell(struct text *out, const char *value)
{
    if (is_bare(value))
        text_add(out, value);
    else
        csv_quoted(out, value);
}
