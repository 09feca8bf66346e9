/* Bank holidays: a row of rules each, substitutes, and the one-off days of a table. */
#include "supportplan/holidays.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/rates.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ENGLAND_AND_WALES (PLACE_ENGLAND | PLACE_WALES)
#define EVERYWHERE (ENGLAND_AND_WALES | PLACE_SCOTLAND | PLACE_NORTHERN_IRELAND)
#define SATURDAY 5

/* How a rule finds its day. */
enum by {
    BY_DATE,         /* that day of the month, with a substitute */
    BY_EASTER,       /* so many days after Easter Sunday */
    BY_FIRST_MONDAY, /* of the month */
    BY_LAST_MONDAY,
};

static const struct rule {
    const char *name;
    unsigned places;
    enum by by;
    int month, day;
} rules[] = {
    {N_("New Year's Day"), EVERYWHERE, BY_DATE, 1, 1},
    {N_("2nd January"), PLACE_SCOTLAND, BY_DATE, 1, 2},
    {N_("St Patrick's Day"), PLACE_NORTHERN_IRELAND, BY_DATE, 3, 17},
    {N_("Good Friday"), EVERYWHERE, BY_EASTER, 0, -2},
    {N_("Easter Monday"), ENGLAND_AND_WALES | PLACE_NORTHERN_IRELAND, BY_EASTER, 0, 1},
    {N_("Early May bank holiday"), EVERYWHERE, BY_FIRST_MONDAY, 5, 0},
    {N_("Spring bank holiday"), EVERYWHERE, BY_LAST_MONDAY, 5, 0},
    {N_("Battle of the Boyne"), PLACE_NORTHERN_IRELAND, BY_DATE, 7, 12},
    {N_("Summer bank holiday"), PLACE_SCOTLAND, BY_FIRST_MONDAY, 8, 0},
    {N_("Summer bank holiday"), ENGLAND_AND_WALES | PLACE_NORTHERN_IRELAND, BY_LAST_MONDAY, 8, 0},
    {N_("St Andrew's Day"), PLACE_SCOTLAND, BY_DATE, 11, 30},
    {N_("Christmas Day"), EVERYWHERE, BY_DATE, 12, 25},
    {N_("Boxing Day"), EVERYWHERE, BY_DATE, 12, 26},
};

/* The table. */

void holidays_free(struct holidays *holidays)
{
    for (size_t i = 0; i < holidays->count; i++)
        free(holidays->list[i].name);
    free(holidays->list);
    *holidays = (struct holidays){0};
}

static enum status make_room(struct holidays *holidays)
{
    if (holidays->count < holidays->cap)
        return ST_OK;
    size_t cap = holidays->cap ? holidays->cap * 2 : 16;
    struct one_off *list = realloc(holidays->list, cap * sizeof *list);
    if (!list)
        return ST_NOMEM;
    holidays->list = list;
    holidays->cap = cap;
    return ST_OK;
}

enum status holidays_add(struct holidays *holidays, const struct one_off *day)
{
    assert(day->day != DATE_NONE && day->name);
    for (size_t i = 0; i < holidays->count; i++)
        if (holidays->list[i].day == day->day && (holidays->list[i].places & day->places))
            return ST_EXISTS;
    if (make_room(holidays) != ST_OK)
        return ST_NOMEM;
    struct one_off copy = *day;
    copy.name = text_copy(day->name);
    if (!copy.name)
        return ST_NOMEM;
    holidays->list[holidays->count++] = copy;
    return ST_OK;
}

/* The rules. */

/* The first Monday on or after a day. */
static date monday_from(date day)
{
    return day + (7 - date_weekday(day)) % 7;
}

static date day_of_rule(const struct rule *rule, int year)
{
    switch (rule->by) {
    case BY_EASTER:
        return date_easter(year) + rule->day;
    case BY_FIRST_MONDAY:
        return monday_from(date_of(year, rule->month, 1));
    case BY_LAST_MONDAY:
        return monday_from(date_of(year, rule->month + 1, 1)) - 7;
    case BY_DATE:
        break;
    }
    return date_of(year, rule->month, rule->day);
}

/* The days of one year, as the rules have them. */
struct days {
    date day[COUNT(rules)];
    struct holiday what[COUNT(rules)];
    size_t count;
};

static bool is_taken(const struct days *days, date day)
{
    for (size_t i = 0; i < days->count; i++)
        if (days->day[i] == day)
            return true;
    return false;
}

/* What falls on a weekend goes to the next weekday that is free: in order, so that Christmas
 * goes before Boxing Day. */
static void move_from_weekend(struct days *days, size_t i)
{
    date day = days->day[i];

    if (date_weekday(day) < SATURDAY)
        return;
    while (date_weekday(day) >= SATURDAY || is_taken(days, day))
        day++;
    days->day[i] = day;
    days->what[i].substitute = true;
}

static struct days days_of_year(enum region place, int year)
{
    struct days days = {.count = 0};

    for (size_t i = 0; i < COUNT(rules); i++) {
        if (!(rules[i].places & (unsigned)place))
            continue;
        days.day[days.count] = day_of_rule(&rules[i], year);
        days.what[days.count++].name = rules[i].name;
    }
    for (size_t i = 0; i < days.count; i++)
        move_from_weekend(&days, i);
    return days;
}

/* Marks. */

struct marking {
    date from;
    size_t count;
    struct holiday *marks;
};

static void mark(struct marking *m, date day, struct holiday what)
{
    if (day >= m->from && (size_t)(day - m->from) < m->count)
        m->marks[day - m->from] = what;
}

void holidays_mark(const struct holidays *table, const char *nation, date from, size_t count,
                   struct holiday *marks)
{
    enum region place = place_of_nation(nation);
    struct marking m = {from, count, marks};
    int first, last;

    if (count == 0)
        return;
    date_parts(from, &first, NULL, NULL);
    date_parts(from + (date)count - 1, &last, NULL, NULL);
    memset(marks, 0, count * sizeof *marks);
    for (int year = first; year <= last; year++) {
        struct days days = days_of_year(place, year);
        for (size_t i = 0; i < days.count; i++)
            mark(&m, days.day[i], days.what[i]);
    }
    for (size_t i = 0; table && i < table->count; i++) {
        const struct one_off *day = &table->list[i];
        if (day->places & (unsigned)place)
            mark(&m, day->day, (struct holiday){.name = day->is_holiday ? day->name : NULL});
    }
}
