/* A dated year beside 52 ordinary weeks. */
#include "supportplan/difference.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "pricing.h"

#define DAYS_OF_52_WEEKS 364
#define PARTS_WITHOUT_DATE 2 /* nights and rounding */

/* The parts that a year has, before any money. */

static void add_part(struct difference *d, enum cause cause, date day)
{
    d->parts[d->count++] = (struct difference_part){.cause = cause, .day = day, .name = ""};
}

static void add_holidays(struct difference *d, const struct year *year)
{
    for (date day = year->start; day < year->start + year->days; day++) {
        const struct holiday *holiday = year_holiday(year, day);
        if (!holiday->name)
            continue;
        add_part(d, CAUSE_HOLIDAY, day);
        d->parts[d->count - 1].name = holiday->name;
        d->parts[d->count - 1].substitute = holiday->substitute;
    }
}

/* The clock changes of its nights: the last may be the morning after its last day. */
static void add_clocks(struct difference *d, const struct year *year)
{
    for (size_t i = 0; i < year->clock_count; i++) {
        if (year->clocks[i].sunday > year->start + year->days)
            continue;
        add_part(d, CAUSE_CLOCKS, year->clocks[i].sunday);
        d->parts[d->count - 1].longer = year->clocks[i].longer;
    }
}

static enum status make_parts(struct difference *d, const struct year *year)
{
    d->parts =
        calloc((size_t)year->days + YEAR_CLOCKS_MAX + PARTS_WITHOUT_DATE + 2, sizeof *d->parts);
    if (!d->parts)
        return ST_NOMEM;
    for (int day = DAYS_OF_52_WEEKS; day < year->days; day++)
        add_part(d, CAUSE_DAY, year->start + day);
    add_holidays(d, year);
    add_clocks(d, year);
    add_part(d, CAUSE_NIGHTS, DATE_NONE);
    add_part(d, CAUSE_ROUNDING, DATE_NONE);
    return ST_OK;
}

/* The money. */

/* What a part comes to for one line. The nights are what no other part explains. */
static parts part_of_line(const struct line_year *ly, const struct difference_part *part)
{
    struct year_clocks change = {.sunday = part->day, .longer = part->longer};

    switch (part->cause) {
    case CAUSE_DAY:
        return line_year_day(ly, part->day);
    case CAUSE_HOLIDAY:
        return line_year_holiday(ly, part->day);
    case CAUSE_CLOCKS:
        return line_year_clocks(ly, &change);
    case CAUSE_NIGHTS:
    case CAUSE_ROUNDING:
        break;
    }
    return 0;
}

static void add_line(struct difference *d, const struct line_year *ly)
{
    parts on_52 = line_year_ordinary(ly), rest = line_year_total(ly);

    for (size_t i = 0; i < d->count; i++) {
        parts more = part_of_line(ly, &d->parts[i]);
        if (d->parts[i].cause == CAUSE_DAY)
            on_52 -= more;
        rest -= more;
        if (d->parts[i].cause == CAUSE_NIGHTS)
            more = rest - on_52; /* the parts before it are known by now */
        d->parts[i].more += fraction_round(line_year_money(ly, more));
    }
    d->on_52 += fraction_round(line_year_money(ly, on_52));
}

static bool is_support(const struct budget_line *line)
{
    return line->section == SEC_TIME && line->year_priced && line->payer == PAYER_FUND &&
           strcmp(line->fund, "budget") == 0;
}

static void add_lines(struct difference *d, const struct pricing *pricing,
                      const struct budget *budget)
{
    struct line_year ly;

    for (size_t i = 0; i < budget->line_count; i++)
        if (is_support(&budget->lines[i]) &&
            line_year_open(pricing, &budget->timetable[i], &budget->year, &ly) == PRICED)
            add_line(d, &ly);
}

/* Nights and rounding are only listed where there are any. */
static void close_parts(struct difference *d, pence support)
{
    struct difference_part rounding = d->parts[--d->count];

    rounding.more = support - d->on_52;
    for (size_t i = 0; i < d->count; i++)
        rounding.more -= d->parts[i].more;
    if (d->parts[d->count - 1].more == 0)
        d->count--;
    if (rounding.more != 0)
        d->parts[d->count++] = rounding;
}

enum status difference_make(const struct plan *plan, const struct budget *budget,
                            struct difference *out)
{
    struct difference d = {.count = 0};
    struct pricing pricing = {0};

    assert(budget->basis == BASIS_DATED);
    enum status st = pricing_open(plan, &pricing);
    if (st == ST_OK)
        st = make_parts(&d, &budget->year);
    if (st == ST_OK) {
        add_lines(&d, &pricing, budget);
        close_parts(&d, budget->support.year);
        *out = d;
    }
    pricing_close(&pricing);
    return st;
}

void difference_free(struct difference *difference)
{
    free(difference->parts);
    *difference = (struct difference){0};
}
