/*
 * The rows of a table that csv_quoted() wrote, one by one as libcsv finds them, with no table
 * kept in between.
 */
#include <assert.h>
#include <csv.h>
#include <string.h>

#include "csv_table_parts.h"
#include "supportplan/csv_table.h"

/* Cells before the last one are names; longer ones are left to the table. */
#define NAME_ROOM 64
#define COLUMNS_MAX 8

struct each {
    const struct csv_wanted *wanted;
    csv_row_fn *take;
    void *data;
    const char *at, *end;          /* the bytes behind the last cell that was taken */
    const char *cell[COLUMNS_MAX]; /* of this row, so far */
    char name[COLUMNS_MAX][NAME_ROOM];
    size_t len[COLUMNS_MAX];
    const char *spelt[COLUMNS_MAX]; /* its bytes in the file, where they are it in plain quotes */
    size_t column;
    size_t same; /* how many cells are those of the row before, from the first one on */
    bool begun;  /* the first row has been read */
    bool stopped;
};

/* The columns' names are as they would be written. */
static bool is_first_row(const struct each *e)
{
    for (size_t i = 0; i < e->wanted->column_count; i++)
        if (strcmp(e->cell[i], e->wanted->columns[i]) != 0)
            return false;
    return true;
}

/* Two quotation marks, and what parts a cell from the next. */
#define AROUND 3

/* Whether this row's cells up to this one, len bytes long, are those of the row before. Most rows
 * begin as the one before. The bytes are those that libcsv has just read, from their quotation
 * mark to the comma: where they are the same, the cell is. */
static bool is_as_before(const struct each *e, size_t len)
{
    size_t i = e->column;
    return e->same == i && e->spelt[i] && len == e->len[i] &&
           (size_t)(e->end - e->at) >= len + AROUND &&
           memcmp(e->at, e->spelt[i], len + AROUND) == 0;
}

/* libcsv's own copy goes with the next cell. spelt is where its bytes begin in the file. */
static bool keep_name(struct each *e, const char *cell, size_t len, const char *spelt)
{
    size_t i = e->column;
    if (len >= NAME_ROOM)
        return false;
    memcpy(e->name[i], cell, len + 1);
    e->len[i] = len;
    e->cell[i] = e->name[i];
    e->spelt[i] = e->at == spelt + len + AROUND ? spelt : NULL;
    return true;
}

static bool take_row(struct each *e)
{
    if (e->begun)
        return e->take(e->cell, e->same, e->data);
    e->begun = true;
    return is_first_row(e);
}

static bool take_cell(struct each *e, const char *cell, size_t len)
{
    assert(e->column < e->wanted->column_count); /* behind the last one the line ends */
    if (e->column + 1 < e->wanted->column_count && is_as_before(e, len)) {
        e->at += len + AROUND;
        e->column++;
        e->same++;
        return true;
    }
    bool guarded = *cell == '\'' && csv_is_formula(cell);
    bool last = e->column + 1 == e->wanted->column_count;
    const char *spelt = e->at;
    if (len > e->wanted->value_max)
        return false;
    cell += guarded;
    len -= guarded;
    e->at = csv_as_written(e->at, e->end, cell, len, last ? '\n' : ',');
    if (!e->at || (!last && !keep_name(e, cell, len, spelt)))
        return false;
    if (last)
        e->cell[e->column] = cell;
    e->column++;
    return !last || take_row(e);
}

static void on_cell(void *cell, size_t len, void *data)
{
    struct each *e = data;
    e->stopped = e->stopped || !take_cell(e, cell, len);
}

static void on_row(int ended_by, void *data)
{
    (void)ended_by;
    struct each *e = data;
    assert(e->stopped ||
           e->column == e->wanted->column_count); /* all others are parted by commas */
    e->column = e->same = 0;
}

static bool feed(struct each *e, struct csv_parser *csv)
{
    size_t most = e->wanted->chunk ? e->wanted->chunk : CSV_PIECE;
    for (const char *from = e->at; from < e->end && !e->stopped;) {
        size_t len = (size_t)(e->end - from) < most ? (size_t)(e->end - from) : most;
        if (csv_parse(csv, from, len, on_cell, on_row, e) != len)
            return false;
        e->stopped = e->stopped || csv_get_buffer_size(csv) > e->wanted->value_max + 2 * CSV_STEP;
        from += len;
    }
    return !e->stopped && csv_fini(csv, on_cell, on_row, e) == 0 && !e->stopped;
}

/* We write UTF-8, lines that end in LF, and no NUL. */
static bool is_our_text(const char *bytes, size_t len)
{
    return !memchr(bytes, '\r', len) && !memchr(bytes, '\0', len) &&
           (text_is_ascii(bytes, len) || text_is_utf8(bytes, len));
}

enum status csv_table_each(const char *bytes, size_t len, const struct csv_wanted *wanted,
                           csv_row_fn *take, void *data)
{
    assert((bytes || len == 0) && wanted && take);
    assert(wanted->column_count > 0 && wanted->column_count <= COLUMNS_MAX);
    struct csv_parser csv;
    struct each e = {.wanted = wanted, .take = take, .data = data, .at = bytes, .end = bytes + len};
    if (len == 0 || len > wanted->bytes_max || !is_our_text(bytes, len))
        return ST_UNKNOWN;
    csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL); /* takes no memory */
    csv_set_blk_size(&csv, CSV_STEP);
    bool whole = feed(&e, &csv) && e.at == e.end;
    bool nomem = csv_error(&csv) == CSV_ENOMEM;
    csv_free(&csv);
    if (nomem)
        return ST_NOMEM;
    return whole ? ST_OK : ST_UNKNOWN;
}
