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

/* Whether a figure suits its unit: a yes or no is 0 or 1, and there is nothing smaller than a penny
 * or a hundredth of a percent. */
static bool suits(const struct legal_rate *rate)
{
    if (rate->kind == RATE_YESNO)
        return rate->decimals == 0 && rate->value <= 1;
    return rate->kind == RATE_NUMBER || rate->decimals <= 2;
}

/* What the rates count that the sums need, by the beginning of their keys. One that counts
 * otherwise would leave a sum unknown, and nobody would know why. */
static const struct {
    const char *key;
    enum rate_kind kind;
} needed[] = {
    {"ae_employer_minimum", RATE_PERCENT},
    {"ae_", RATE_POUNDS},
    {"employment_allowance", RATE_POUNDS},
    {"holiday_accrual", RATE_PERCENT},
    {"holiday_statutory", RATE_NUMBER},
    {"mileage_", RATE_POUNDS},
    {"ni_employer_rate", RATE_PERCENT},
    {"ni_", RATE_POUNDS},
    {"nlw_", RATE_POUNDS},
    {"nmw_", RATE_POUNDS},
    {"redundancy_", RATE_POUNDS},
    {"ssp_percent", RATE_PERCENT},
    {"ssp_waiting_days", RATE_NUMBER},
    {"ssp_weekly", RATE_POUNDS},
};

/* Whether the unit of a rate is one that its key can have. */
static bool has_unit(const struct legal_rate *rate, const char *key, const char *unit)
{
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!strncmp(key, needed[i].key, strlen(needed[i].key)))
            return rate->kind == needed[i].kind && *unit;
    return *unit;
}

/* Take in a row; one that can't be used is told. */
static enum status take_row(const char *const *cell, const struct csv_row *row, void *data)
{
    struct reading *r = data;
    struct legal_rate rate = {.kind = kind_of_unit(cell[UNIT]), .line = row->line};
    if (!cell[KEY][0])
        return csv_table_tell(row, _("it has no key"), r->notices);
    if (rate_read_years(&rate, cell[YEAR]))
        return csv_table_tell_cell(row, _("the year can't be read"), cell[YEAR], r->notices);
    if (rate_read_places(&rate, cell[NATION]))
        return csv_table_tell_cell(row, _("the nation can't be read"), cell[NATION], r->notices);
    if (rate_read_value(&rate, cell[VALUE]) || !suits(&rate))
        return csv_table_tell_cell(row, _("the figure can't be read"), cell[VALUE], r->notices);
    if (!has_unit(&rate, cell[KEY], cell[UNIT]))
        return csv_table_tell_cell(row, _("the unit can't be read"), cell[UNIT], r->notices);
    rate.verified = !strcmp(cell[VERIFIED], "yes");
    if (!rate.verified && strcmp(cell[VERIFIED], "no") != 0)
        return csv_table_tell_cell(row, _("the word can't be read"), cell[VERIFIED], r->notices);
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

enum status rates_read(const char *bytes, size_t len, struct rates *out, struct notices *notices,
                       struct fault *fault)
{
    assert(out && notices);
    struct reading r = {.notices = notices};
    const struct csv_intake intake = {
        .wanted = &wanted,
        .refusal = _("This is not a list of rates. The first line of one names its columns: "
                     "key, tax_year, nation, value, unit, verified, source."),
        .take = take_row,
        .data = &r,
        .notices = notices,
    };
    enum status st = csv_table_take(bytes, len, &intake, fault);
    if (st)
        rates_free(&r.rates);
    else
        *out = r.rates;
    return st;
}
