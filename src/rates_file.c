#include "supportplan/rates_file.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "supportplan/csv_table.h"

enum { KEY, YEAR, NATION, VALUE, UNIT, VERIFIED, SOURCE, COLUMNS };

static const char *const columns[COLUMNS] = {
    [KEY] = "key",   [YEAR] = "tax_year",     [NATION] = "nation", [VALUE] = "value",
    [UNIT] = "unit", [VERIFIED] = "verified", [SOURCE] = "source",
};

static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = COLUMNS,
    .bytes_max = (size_t)1 << 20,
    .rows_max = 10000,
    .value_max = 4096,
};

/* What is being read, and what there is to tell. */
struct reading {
    const struct csv_table *table;
    struct rates rates;
    struct notices *notices;
};

/* What a rate counts, by the beginning of its unit; other units are plain numbers. */
static enum rate_kind kind_of_unit(const char *unit)
{
    if (!strncmp(unit, "GBP", strlen("GBP")))
        return RATE_POUNDS;
    if (!strncmp(unit, "percent", strlen("percent")))
        return RATE_PERCENT;
    return strcmp(unit, "boolean") ? RATE_NUMBER : RATE_YESNO;
}

/* Tell that a cell can't be used: "the figure `12,5` can't be read". */
static enum status tell_cell(struct reading *r, const struct csv_row *row, const char *what,
                             const char *cell)
{
    struct text end = {0};
    text_addf(&end, "%s `%s` %s", what, cell, _("can't be read"));
    enum status st = text_status(&end);
    if (!st)
        st = csv_table_tell(row, text_str(&end), r->notices);
    text_free(&end);
    return st;
}

/* Whether a figure suits its unit: a yes or no is 0 or 1. */
static bool suits(const struct legal_rate *rate)
{
    return rate->kind != RATE_YESNO || (rate->decimals == 0 && rate->value <= 1);
}

/* Take in a row of seven cells; one that can't be used is told. */
static enum status read_cells(struct reading *r, const struct csv_row *row)
{
    const char *cell[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        cell[i] = csv_table_cell(r->table, row, i);
    struct legal_rate rate = {.kind = kind_of_unit(cell[UNIT]), .line = row->line};
    if (!cell[KEY][0])
        return csv_table_tell(row, _("it has no key"), r->notices);
    if (rate_read_years(&rate, cell[YEAR]))
        return tell_cell(r, row, _("the year"), cell[YEAR]);
    if (rate_read_places(&rate, cell[NATION]))
        return tell_cell(r, row, _("the nation"), cell[NATION]);
    if (rate_read_value(&rate, cell[VALUE]) || !suits(&rate))
        return tell_cell(r, row, _("the figure"), cell[VALUE]);
    rate.verified = !strcmp(cell[VERIFIED], "yes");
    if (!rate.verified && strcmp(cell[VERIFIED], "no") != 0)
        return tell_cell(r, row, _("the word"), cell[VERIFIED]);
    /* rates_add() copies the strings, so the cells may stand in for them. */
    rate.key = (char *)cell[KEY];
    rate.years = (char *)cell[YEAR];
    rate.unit = (char *)cell[UNIT];
    rate.source = (char *)cell[SOURCE];
    enum status st = rates_add(&r->rates, &rate);
    if (st == ST_EXISTS)
        st = csv_table_tell(row, _("a line before it says the same key, year and nation"),
                            r->notices);
    return st;
}

static enum status read_row(struct reading *r, const struct csv_row *row)
{
    const char *why = csv_table_misfit(row, COLUMNS);
    return why ? csv_table_tell(row, why, r->notices) : read_cells(r, row);
}

enum status rates_read(const char *bytes, size_t len, struct rates *out, struct notices *notices,
                       struct fault *fault)
{
    assert(out && notices);
    struct csv_table table = {0};
    enum status st = csv_table_read(bytes, len, &wanted, &table, fault);
    if (st == ST_REFUSED)
        return fault_set(fault, st, 1, "%s",
                         _("This is not a list of rates. The first line of one names its columns: "
                           "key, tax_year, nation, value, unit, verified, source."));
    if (st)
        return st;
    struct reading r = {.table = &table, .notices = notices};
    for (size_t i = 1; !st && i < table.row_count; i++)
        st = read_row(&r, &table.rows[i]);
    csv_table_free(&table);
    if (st) {
        rates_free(&r.rates);
        return fault_set(fault, st, 0, "%s", status_text(st));
    }
    *out = r.rates;
    return ST_OK;
}
