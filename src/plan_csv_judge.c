/*
 * Judging the rows of a plan file by their names and their place: which is a fact, which
 * can't be used, and where the end is. Values are judged when the plan is made.
 */
#include "plan_csv_parts.h"

#include <stdlib.h>
#include <string.h>

const char *reading_cell(const struct reading *r, size_t row, size_t i)
{
    return csv_table_cell(&r->table, &r->table.rows[row], i);
}

/* ---- rows that are remembered ---- */

static bool same_names(const struct reading *r, size_t a, size_t b)
{
    for (size_t i = SECTION; i <= FIELD; i++)
        if (strcmp(reading_cell(r, a, i), reading_cell(r, b, i)) != 0)
            return false;
    return true;
}

/* FNV-1a. */
uint64_t plan_csv_hash(const char *const *cells, size_t count)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < count; i++) {
        const char *at = cells[i];
        do
            hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
        while (*at++);
    }
    return hash;
}

/* Of the three names. */
static size_t hash_names(const struct reading *r, size_t row)
{
    uint64_t hash = plan_csv_hash(r->table.cells + r->table.rows[row].first, VALUE);
    return (size_t)(hash ^ hash >> 32);
}

/* Where a row with these names is, or would be. */
static uint32_t *place_of(const struct reading *r, size_t row)
{
    size_t mask = r->seen.size - 1, at = hash_names(r, row) & mask;
    while (r->seen.rows[at] && !same_names(r, r->seen.rows[at], row))
        at = (at + 1) & mask;
    return &r->seen.rows[at];
}

bool reading_seen(const struct reading *r, size_t row)
{
    return r->seen.any && *place_of(r, row) != 0;
}

void reading_remember(struct reading *r, size_t row)
{
    *place_of(r, row) = (uint32_t)row;
    r->seen.any = true;
}

/* ---- names ---- */

/* What was found for the row before: most rows only go on to the next field. */
struct names {
    const char *section_name, *item;
    enum section section;
    enum field field;
};

static enum section find_section(struct names *before, const char *name)
{
    if (strcmp(before->section_name, name) != 0) {
        before->section_name = name;
        before->section = schema_section_named(name);
        before->item = NULL;
        before->field = FIELD_NONE;
    }
    return before->section;
}

/* The fields of a section are tried from the one behind the last that was found. */
static enum field find_field(struct names *before, const char *name)
{
    if (before->section == SEC_NONE)
        return FIELD_NONE;
    const struct schema_section *row = &schema_sections[before->section];
    int first = (int)row->first;
    int from = before->field == FIELD_NONE ? 0 : (int)before->field - first + 1;
    for (int i = 0; i < row->count; i++) {
        enum field field = (enum field)(first + (from + i) % row->count);
        if (strcmp(schema_fields[field].name, name) == 0) {
            before->field = field;
            return field;
        }
    }
    return FIELD_NONE;
}

static bool item_ok(struct names *before, const char *item)
{
    enum section section = before->section;
    if (before->item && strcmp(before->item, item) == 0)
        return true;
    bool nameless = section == SEC_NONE || schema_sections[section].items == ITEMS_NONE;
    bool named = section == SEC_NONE || schema_sections[section].items != ITEMS_NONE;
    bool ok = *item ? named && schema_name_ok(item) : nameless;
    before->item = ok ? item : NULL;
    return ok;
}

/* ---- rows ---- */

struct row reading_odd(enum odd_why why)
{
    return (struct row){.fate = FATE_ODD, .why = why, .field = FIELD_NONE};
}

static struct row nothing(void)
{
    return (struct row){.fate = FATE_NOTHING, .field = FIELD_NONE};
}

static bool is_blank_row(const struct reading *r, size_t row)
{
    for (size_t i = 0; i < r->table.rows[row].count; i++)
        if (*reading_cell(r, row, i))
            return false;
    return true;
}

static bool is_end_row(const struct reading *r, size_t row)
{
    return r->table.rows[row].count == COLUMNS &&
           strcmp(reading_cell(r, row, SECTION), "end") == 0 &&
           *reading_cell(r, row, ITEM) == '\0' && strcmp(reading_cell(r, row, FIELD), "rows") == 0;
}

/* A fact that this version does not know: the plan can't say whether it is there already. */
static struct row judge_unknown(struct reading *r, size_t i)
{
    if (*reading_cell(r, i, VALUE) == '\0')
        return reading_odd(ODD_VALUE);
    if (reading_seen(r, i))
        return reading_odd(ODD_SECOND);
    reading_remember(r, i);
    return (struct row){.fate = FATE_UNKNOWN, .field = FIELD_NONE};
}

/* A row of four cells before the end. */
static struct row judge_fact(struct reading *r, size_t i, struct names *before)
{
    const char *section_name = reading_cell(r, i, SECTION), *field_name = reading_cell(r, i, FIELD);
    find_section(before, section_name);
    if (*section_name == '\0' || *field_name == '\0' || !item_ok(before, reading_cell(r, i, ITEM)))
        return reading_odd(ODD_NAME);
    enum field field = find_field(before, field_name);
    if (field == FIELD_NONE)
        return judge_unknown(r, i);
    if (*reading_cell(r, i, VALUE) == '\0')
        return nothing();
    return (struct row){.fate = FATE_FACT, .field = field};
}

/* The end row: the first one ends the facts; others tell nothing new, but are told of. */
static struct row judge_end(struct reading *r, size_t i)
{
    const char *said = reading_cell(r, i, VALUE);
    if (r->ends++ == 0) {
        r->end = i;
        r->cannot_count =
            strcmp(said, "0") != 0 && number_parse(said, INT64_MAX / 2, &r->said) != ST_OK;
    }
    return nothing();
}

/* A fact without a value says nothing, wherever it stands. */
static bool is_empty_fact(const struct reading *r, size_t i, struct names *before)
{
    if (r->table.rows[i].count != COLUMNS || *reading_cell(r, i, VALUE))
        return false;
    find_section(before, reading_cell(r, i, SECTION));
    return before->section != SEC_NONE && item_ok(before, reading_cell(r, i, ITEM)) &&
           find_field(before, reading_cell(r, i, FIELD)) != FIELD_NONE;
}

static struct row judge(struct reading *r, size_t i, struct names *before)
{
    if (is_blank_row(r, i))
        return nothing();
    if (is_end_row(r, i))
        return judge_end(r, i);
    if (r->end)
        return is_empty_fact(r, i, before) ? nothing() : reading_odd(ODD_AFTER_END);
    r->counted++;
    if (r->table.rows[i].count != COLUMNS)
        return reading_odd(ODD_CELLS);
    return judge_fact(r, i, before);
}

enum status reading_judge(struct reading *r)
{
    size_t count = r->table.row_count;
    r->seen.size = 64;
    while (r->seen.size < 2 * count)
        r->seen.size *= 2;
    r->seen.rows = calloc(r->seen.size, sizeof *r->seen.rows);
    r->rows = calloc(count, sizeof *r->rows);
    if (!r->seen.rows || !r->rows)
        return ST_NOMEM;
    struct names before = {.section_name = "", .section = SEC_NONE, .field = FIELD_NONE};
    r->rows[0] = nothing();
    for (size_t i = 1; i < count; i++)
        r->rows[i] = judge(r, i, &before);
    return ST_OK;
}
