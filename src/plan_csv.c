/*
 * The way through this file: which rows were seen already; judging a row;
 * making the plan; what a person is told; writing; whether bytes hold a plan.
 */
#include "supportplan/plan_csv.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/csv_table.h"

/* The columns of a plan file. */
enum { SECTION, ITEM, FIELD, VALUE, COLUMNS };
static const char *const columns[COLUMNS] = {"section", "item", "field", "value"};

static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = COLUMNS,
    .bytes_max = PLAN_BYTES_MAX,
    .rows_max = PLAN_ROWS_MAX + 2, /* the first row and the end row */
    .value_max = PLAN_VALUE_MAX,
};

/* ---- reading: what is known of a row ---- */

/* What becomes of a row. */
enum fate {
    FATE_FACT,    /* a fact that this version knows */
    FATE_UNKNOWN, /* one that it does not */
    FATE_ODD,     /* it can't be used */
    FATE_NOTHING, /* it says nothing: empty cells, an empty value, the end */
};

struct row {
    enum fate fate;
    enum odd_why why;
    enum field field;
};

struct reading {
    struct csv_table table;
    struct row *rows;  /* one for each of the table's */
    size_t end;        /* the end row; 0 where there is none */
    size_t ends;       /* how many there are */
    size_t counted;    /* rows between the first one and the end */
    bool cannot_count; /* the end row does not say a number */
    int64_t said;      /* the number it says */
    struct plan *plan;
    struct text value; /* a value in the file's spelling */
    uint32_t *seen;    /* rows by the hash of their names; 0 where there is none */
    size_t seen_size;  /* a power of two */
};

static const char *cell(const struct reading *r, size_t row, size_t i)
{
    return csv_table_cell(&r->table, &r->table.rows[row], i);
}

/* ---- rows that were seen already ---- */

static bool same_names(const struct reading *r, size_t a, size_t b)
{
    for (size_t i = SECTION; i <= FIELD; i++)
        if (strcmp(cell(r, a, i), cell(r, b, i)) != 0)
            return false;
    return true;
}

/* FNV-1a over the three names, each with its NUL. */
static size_t hash_names(const struct reading *r, size_t row)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = SECTION; i <= FIELD; i++) {
        const char *name = cell(r, row, i);
        do
            hash = (hash ^ (unsigned char)*name) * 0x100000001b3u;
        while (*name++);
    }
    return (size_t)(hash ^ hash >> 32);
}

/* Whether an earlier row has the same section, item and field; from now on this one has. */
static bool seen_before(struct reading *r, size_t row)
{
    size_t at = hash_names(r, row) & (r->seen_size - 1);
    while (r->seen[at] && !same_names(r, r->seen[at], row))
        at = (at + 1) & (r->seen_size - 1);
    if (r->seen[at])
        return true;
    r->seen[at] = (uint32_t)row;
    return false;
}

/* ---- judging a row ---- */

static struct row odd(enum odd_why why)
{
    return (struct row){.fate = FATE_ODD, .why = why};
}

static bool is_blank_row(const struct reading *r, size_t row)
{
    for (size_t i = 0; i < r->table.rows[row].count; i++)
        if (*cell(r, row, i))
            return false;
    return true;
}

static bool is_end_row(const struct reading *r, size_t row)
{
    return r->table.rows[row].count == COLUMNS && strcmp(cell(r, row, SECTION), "end") == 0 &&
           *cell(r, row, ITEM) == '\0' && strcmp(cell(r, row, FIELD), "rows") == 0;
}

static bool item_ok(enum section section, const char *item)
{
    if (section == SEC_NONE)
        return *item == '\0' || schema_name_ok(item);
    return schema_sections[section].items == ITEMS_NONE ? *item == '\0' : schema_name_ok(item);
}

/* A row of four cells before the end, by its names alone. */
static struct row judge_fact(struct reading *r, size_t i)
{
    const char *section_name = cell(r, i, SECTION), *field_name = cell(r, i, FIELD);
    enum section section = schema_section_named(section_name);
    enum field field = schema_field_named(section, field_name);
    if (*section_name == '\0' || *field_name == '\0' || !item_ok(section, cell(r, i, ITEM)))
        return odd(ODD_NAME);
    if (*cell(r, i, VALUE) == '\0')
        return field == FIELD_NONE ? odd(ODD_VALUE) : (struct row){.fate = FATE_NOTHING};
    if (seen_before(r, i))
        return odd(ODD_SECOND);
    return (struct row){.fate = field == FIELD_NONE ? FATE_UNKNOWN : FATE_FACT, .field = field};
}

/* The end row: the first one ends the facts; others tell nothing new, but are told of. */
static struct row judge_end(struct reading *r, size_t i)
{
    if (r->ends++ == 0) {
        r->end = i;
        r->cannot_count = number_parse(cell(r, i, VALUE), INT64_MAX / 2, &r->said) != ST_OK;
        if (strcmp(cell(r, i, VALUE), "0") == 0)
            r->cannot_count = false;
    }
    return (struct row){.fate = FATE_NOTHING};
}

static struct row judge(struct reading *r, size_t i)
{
    if (is_blank_row(r, i))
        return (struct row){.fate = FATE_NOTHING};
    if (is_end_row(r, i))
        return judge_end(r, i);
    if (r->end)
        return odd(ODD_AFTER_END);
    r->counted++;
    if (r->table.rows[i].count != COLUMNS)
        return odd(ODD_CELLS);
    return judge_fact(r, i);
}

static enum status judge_all(struct reading *r)
{
    size_t count = r->table.row_count;
    r->seen_size = 64;
    while (r->seen_size < 2 * count)
        r->seen_size *= 2;
    r->seen = calloc(r->seen_size, sizeof *r->seen);
    r->rows = calloc(count, sizeof *r->rows);
    if (!r->seen || !r->rows)
        return ST_NOMEM;
    r->rows[0].fate = FATE_NOTHING;
    for (size_t i = 1; i < count; i++)
        r->rows[i] = judge(r, i);
    return ST_OK;
}

/* ---- making the plan ---- */

static enum status add_fact(struct reading *r, size_t i)
{
    struct row *row = &r->rows[i];
    text_clear(&r->value);
    enum status st = schema_accept(row->field, cell(r, i, VALUE), &r->value);
    if (st == ST_OK)
        return plan_set(r->plan, row->field, cell(r, i, ITEM), text_str(&r->value), PLAN_LAST,
                        NULL);
    if (st == ST_NOMEM)
        return st;
    *row = odd(ODD_VALUE);
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
        st = plan_set_named(r->plan, cell(r, i, SECTION), cell(r, i, ITEM), cell(r, i, FIELD),
                            cell(r, i, VALUE), NULL);
    if (!st && r->rows[i].fate == FATE_ODD)
        st = add_odd(r, i);
    return st;
}

static enum status make_plan(struct reading *r)
{
    plan_free(r->plan);
    r->plan = plan_new();
    if (!r->plan)
        return ST_NOMEM;
    enum status st = ST_OK;
    for (size_t i = 1; !st && i < r->table.row_count; i++)
        st = add_row(r, i);
    return st;
}

/* Whether all the names of a reference are there; "?" and words such as "unpaid" name none. */
static bool refers_well(const struct plan *plan, enum field field, const char *item)
{
    enum section to = schema_fields[field].to;
    char name[NAME_MAX_LEN + 1];
    if (to == SEC_NONE)
        return true;
    for (size_t i = 0; plan_ref(plan, field, item, i, name); i++)
        if (!plan_ref_ok(plan, to, name))
            return false;
    return true;
}

/* Only when all items are known: which references name one that is not there? */
static bool find_bad_references(struct reading *r)
{
    bool found = false;
    for (size_t i = 1; i < r->table.row_count; i++) {
        struct row *row = &r->rows[i];
        if (row->fate != FATE_FACT || refers_well(r->plan, row->field, cell(r, i, ITEM)))
            continue;
        *row = odd(ODD_REFERENCE);
        found = true;
    }
    return found;
}

/* Odd rows stand in the file's order, so with new ones among them the plan is made again. */
static enum status read_plan(struct reading *r)
{
    enum status st = judge_all(r);
    if (!st && r->counted > PLAN_ROWS_MAX)
        return ST_LIMIT;
    if (!st)
        st = make_plan(r);
    if (!st && find_bad_references(r))
        st = make_plan(r);
    return st;
}

/* ---- what a person is told ---- */

static void tell(struct plan_opening *opening, enum status *st, const char *sentence)
{
    if (!*st)
        *st = notices_add(&opening->notices, sentence);
}

/* A sentence with numbers in it. */
#define TELL(opening, st, ...)                                                                     \
    do {                                                                                           \
        struct text told = {0};                                                                    \
        text_addf(&told, __VA_ARGS__);                                                             \
        if (!*(st))                                                                                \
            *(st) = text_status(&told);                                                            \
        tell(opening, st, text_str(&told));                                                        \
        text_free(&told);                                                                          \
    } while (0)

static void tell_letters(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    const struct csv_table *table = &r->table;
    if (table->utf16)
        tell(opening, st,
             _("The letters were in an alphabet of spreadsheets (UTF-16), and were converted."));
    if (table->cut)
        TELL(opening, st, _("The value on line %zu has no end: the file may be cut short."),
             table->quotes_line);
    else if (table->quotes_line)
        TELL(opening, st, _("The quotation marks go wrong on line %zu. Look at the words there."),
             table->quotes_line);
    if (table->windows)
        TELL(opening, st,
             ngettext("The letters of %zu value were guessed. Look at its accents and signs.",
                      "The letters of %zu values were guessed. Look at their accents and signs.",
                      table->windows),
             table->windows);
}

static bool end_is_right(const struct reading *r)
{
    return r->ends == 1 && !r->cannot_count && r->said == (int64_t)r->counted;
}

static void tell_end(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    if (r->ends == 0)
        tell(opening, st, _("The end of the file is missing: it may have been cut short."));
    else if (r->cannot_count)
        tell(opening, st, _("The end of the file does not say how many rows there are."));
    else if (r->said != (int64_t)r->counted)
        TELL(opening, st, _("The file should have %lld rows, but has %zu."), (long long)r->said,
             r->counted);
    if (r->ends > 1)
        tell(opening, st,
             _("The file ends more than once. What follows the first end is not used."));
    if (opening->keep_original)
        tell(opening, st, _("The file as it is now will be kept beside the new one."));
}

static void tell_rows(const struct reading *r, struct plan_opening *opening, enum status *st)
{
    size_t unknown = plan_unknown_count(r->plan), odd_rows = plan_odd_count(r->plan);
    int64_t format = PLAN_FORMAT;
    if (unknown)
        TELL(opening, st,
             ngettext("This version does not know %zu fact. It is kept as it is.",
                      "This version does not know %zu facts. They are kept as they are.", unknown),
             unknown);
    if (odd_rows)
        TELL(opening, st,
             ngettext("%zu row could not be used. It is kept, and you can look at it.",
                      "%zu rows could not be used. They are kept, and you can look at them.",
                      odd_rows),
             odd_rows);
    plan_number(r->plan, F_PLAN_FORMAT, "", &format);
    opening->read_only = format > PLAN_FORMAT;
    if (opening->read_only)
        TELL(opening, st,
             _("A newer version made this plan (format %lld). It can be read, not changed."),
             (long long)format);
}

/* Whether writing the plan gives other bytes than were read. */
static enum status compare_form(const struct reading *r, const char *bytes, size_t len,
                                bool *changed)
{
    struct text written = {0};
    enum status st = plan_csv_write(r->plan, &written);
    *changed = st == ST_LIMIT || written.len != len || memcmp(text_str(&written), bytes, len) != 0;
    text_free(&written);
    return st == ST_LIMIT ? ST_OK : st;
}

static enum status make_opening(const struct reading *r, struct plan_opening *opening)
{
    enum status st = ST_OK;
    opening->keep_original = !end_is_right(r) || r->table.quotes_line || r->table.windows;
    tell_letters(r, opening, &st);
    tell_end(r, opening, &st);
    tell_rows(r, opening, &st);
    return st;
}

/* ---- reading ---- */

static void reading_free(struct reading *r)
{
    csv_table_free(&r->table);
    free(r->rows);
    free(r->seen);
    plan_free(r->plan);
    text_free(&r->value);
}

static enum status told_why(enum status st, struct fault *fault)
{
    if (st == ST_LIMIT)
        return fault_set(fault, st, 0, "%s",
                         _("The file has more than 100,000 rows, so it was not opened."));
    return st ? fault_set(fault, st, 0, "%s", status_text(st)) : ST_OK;
}

/* Read a plan; opening NULL where nobody wants to be told. */
static enum status read_bytes(const char *bytes, size_t len, size_t chunk, struct plan **out,
                              struct plan_opening *opening, struct fault *fault)
{
    struct reading r = {0};
    struct plan_opening told = {0};
    struct csv_wanted how = wanted;
    how.chunk = chunk;
    enum status st = csv_table_read(bytes, len, &how, &r.table, fault);
    if (st)
        return st;
    st = read_plan(&r);
    if (!st && opening)
        st = make_opening(&r, &told);
    if (!st && opening)
        st = compare_form(&r, bytes, len, &told.changed_form);
    if (!st) {
        *out = r.plan;
        r.plan = NULL;
        if (opening)
            *opening = told;
    } else {
        notices_free(&told.notices);
    }
    reading_free(&r);
    return told_why(st, fault);
}

enum status plan_csv_read_chunked(const char *bytes, size_t len, size_t chunk, struct plan **out,
                                  struct plan_opening *opening, struct fault *fault)
{
    assert((bytes || len == 0) && out && opening);
    return read_bytes(bytes, len, chunk, out, opening, fault);
}

enum status plan_csv_read(const char *bytes, size_t len, struct plan **out,
                          struct plan_opening *opening, struct fault *fault)
{
    return plan_csv_read_chunked(bytes, len, 0, out, opening, fault);
}

/* ---- writing ---- */

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
    if (!refers_well(w->plan, field, item))
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
    write_cells(w, columns, COLUMNS);
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
    enum status st = read_bytes(text_str(bytes), bytes->len, 0, &plan, NULL, NULL);
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

/* How many rows a plan has, but its first and last. */
static size_t count_rows(const struct plan *plan)
{
    size_t rows = plan_unknown_count(plan) + plan_odd_count(plan);
    for (int f = 0; f < FIELD_COUNT; f++) {
        enum section section = schema_fields[f].section;
        for (size_t i = 0; i < plan_count(plan, section); i++)
            rows += plan_fact(plan, (enum field)f, plan_item(plan, section, i)) != NULL;
    }
    return rows;
}

/* Whether a fact of one plan is in another: as a fact, or as a row that can't be used. */
static bool has_fact(const struct plan *in, enum field field, const char *item, const char *value)
{
    const char *there = plan_fact(in, field, item);
    return there ? strcmp(there, value) == 0 : plan_known(in, field, item) == NOT_SURE;
}

static bool has_facts_of(const struct plan *in, const struct plan *of)
{
    for (int f = 0; f < FIELD_COUNT; f++) {
        enum section section = schema_fields[f].section;
        for (size_t i = 0; i < plan_count(of, section); i++) {
            const char *item = plan_item(of, section, i);
            const char *value = plan_fact(of, (enum field)f, item);
            if (value && !has_fact(in, (enum field)f, item, value))
                return false;
        }
    }
    return true;
}

/* With odd rows the order of items may differ: one that only an odd row speaks for comes last. */
static bool holds_plan(const struct plan *in, const struct plan *of)
{
    if (plan_odd_count(in) == 0 && plan_odd_count(of) == 0)
        return plan_equal(in, of);
    return count_rows(in) == count_rows(of) && has_facts_of(in, of);
}

bool plan_csv_holds(const char *bytes, size_t len, const struct plan *plan)
{
    assert((bytes || len == 0) && plan);
    struct plan *read = NULL;
    struct text again = {0};
    if (read_bytes(bytes, len, 0, &read, NULL, NULL))
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
