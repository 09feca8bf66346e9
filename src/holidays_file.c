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
    struct holidays holidays;
    struct notices *notices;
};

/* Take in a row; one that can't be used is told. */
static enum status take_row(const char *const *cell, const struct csv_row *row, void *data)
{
    struct reading *r = data;
    struct one_off day = {.day = DATE_NONE, .line = row->line};
    struct legal_rate nation = {.places = 0};

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

enum status holidays_read(const char *bytes, size_t len, struct holidays *out,
                          struct notices *notices, struct fault *fault)
{
    assert(out && notices);
    struct reading r = {.notices = notices};
    const struct csv_intake intake = {
        .wanted = &wanted,
        .refusal = _("This is not a list of bank holidays. Its first line names its columns: "
                     "date, nation, bank_holiday, name, source."),
        .take = take_row,
        .data = &r,
        .notices = notices,
    };
    enum status st = csv_table_take(bytes, len, &intake, fault);
    if (st)
        holidays_free(&r.holidays);
    else
        *out = r.holidays;
    return st;
}
