#include "supportplan/holidays_file.h"

#include <assert.h>
#include <string.h>

#include "supportplan/csv_table.h"
#include "supportplan/rates.h"

enum { DAY, NATION, HOLIDAY, NAME, SOURCE, COLUMNS };

static const char *const columns[COLUMNS] = {
    [DAY] = "date",  [NATION] = "nation", [HOLIDAY] = "bank_holiday",
    [NAME] = "name", [SOURCE] = "source",
};

static const struct csv_wanted wanted = {
    .columns = columns,
    .column_count = COLUMNS,
    .bytes_max = (size_t)1 << 20,
    .rows_max = 1000,
    .value_max = 4096,
};

/* What is being read, and what there is to tell. */
struct reading {
    const struct csv_table *table;
    struct holidays holidays;
    struct notices *notices;
};

static enum status read_cells(struct reading *r, const struct csv_row *row)
{
    struct one_off day = {.day = DATE_NONE, .line = row->line};
    struct legal_rate nation = {.places = 0};
    const char *cell[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        cell[i] = csv_table_cell(r->table, row, i);
    if (date_parse(cell[DAY], &day.day))
        return csv_table_tell_cell(row, _("the date can't be read"), cell[DAY], r->notices);
    if (rate_read_places(&nation, cell[NATION]))
        return csv_table_tell_cell(row, _("the nation can't be read"), cell[NATION], r->notices);
    day.places = nation.places;
    day.is_holiday = !strcmp(cell[HOLIDAY], "yes");
    if (!day.is_holiday && strcmp(cell[HOLIDAY], "no") != 0)
        return csv_table_tell_cell(row, _("the word is neither yes nor no"), cell[HOLIDAY],
                                   r->notices);
    if (!*cell[NAME])
        return csv_table_tell(row, _("it has no name"), r->notices);
    day.name = (char *)cell[NAME]; /* holidays_add() copies it */
    enum status st = holidays_add(&r->holidays, &day);
    if (st == ST_EXISTS)
        st = csv_table_tell(row, _("a line before it has the same day and nation"), r->notices);
    return st;
}

static enum status read_row(struct reading *r, const struct csv_row *row)
{
    const char *why = csv_table_misfit(row, COLUMNS);
    return why ? csv_table_tell(row, why, r->notices) : read_cells(r, row);
}

enum status holidays_read(const char *bytes, size_t len, struct holidays *out,
                          struct notices *notices, struct fault *fault)
{
    assert(out && notices);
    struct csv_table table = {0};
    enum status st = csv_table_read(bytes, len, &wanted, &table, fault);
    if (st == ST_REFUSED)
        return fault_set(fault, st, 1, "%s",
                         _("This is not a list of bank holidays. Its first line names its columns: "
                           "date, nation, bank_holiday, name, source."));
    if (st)
        return st;
    struct reading r = {.table = &table, .notices = notices};
    for (size_t i = 1; !st && i < table.row_count; i++)
        st = read_row(&r, &table.rows[i]);
    csv_table_free(&table);
    if (st) {
        holidays_free(&r.holidays);
        return fault_set(fault, st, 0, "%s", status_text(st));
    }
    *out = r.holidays;
    return ST_OK;
}
