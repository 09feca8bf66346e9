/* The terms of a timetable line's sum. */
#include "supportplan/working.h"

#include <assert.h>
#include <string.h>

#include "pricing.h"

static void add_term(struct working *w, struct working_term term)
{
    for (size_t i = 0; i < w->count; i++) {
        struct working_term *same = &w->list[i];
        if (strcmp(same->rate, term.rate) == 0 && same->length == term.length) {
            same->times += term.times;
            return;
        }
    }
    assert(w->count < WORKING_MAX);
    if (term.times != 0)
        w->list[w->count++] = term;
}

/* An hour that the clocks give and one that they take may be at the same price. */
static void drop_nothings(struct working *w)
{
    size_t kept = 0;

    for (size_t i = 0; i < w->count; i++)
        if (w->list[i].times != 0)
            w->list[kept++] = w->list[i];
    w->count = kept;
}

static bool has_rate(const struct working *w, const char *rate)
{
    for (size_t i = 0; i < w->count; i++)
        if (strcmp(w->list[i].rate, rate) == 0)
            return true;
    return false;
}

static struct working begin(const struct week_line *line)
{
    return (struct working){.workers = line->workers, .sharing = line->sharing};
}

/* The ordinary week. */

static void add_day(const struct plan *plan, const struct week_line *line, const char *rate,
                    struct working *w)
{
    struct working_term term = {.rate = rate, .times = 1};
    int unit = UNIT_NONE;

    plan_money(plan, F_RATE_PRICE, rate, &term.price);
    plan_word(plan, F_RATE_UNIT, rate, &unit);
    term.unit = (enum unit)unit;
    if (term.unit == UNIT_HOUR)
        term.length = line->length;
    else if (term.unit == UNIT_WEEK && has_rate(w, rate))
        return; /* owed once, however many days have it */
    else if (term.unit != UNIT_WEEK && line->varying)
        term.times = line->times;
    add_term(w, term);
}

void working_week(const struct plan *plan, const struct budget *budget, size_t i,
                  struct working *out)
{
    const struct week_line *line = &budget->timetable[i];
    const struct budget_line *cost = &budget->lines[i];

    assert(cost->week_priced && line->payer != PAYER_UNPAID);
    *out = begin(line);
    for (int day = 0; day < DAYS_A_WEEK; day++)
        if (line->days >> day & 1)
            add_day(plan, line, cost->rates[day], out);
}

/* The dated year. */

static struct working_term by_hour(const struct rate *rate, minutes length, int64_t times)
{
    return (struct working_term){rate->item, UNIT_HOUR, rate->price.p, times, length};
}

/* So many days of one kind. */
static void add_kind(const struct line_year *ly, int kind, int count, struct working *w)
{
    struct line_visit visit = line_year_visit(ly, kind);

    if (visit.rate->unit == UNIT_WEEK)
        return;
    if (visit.rate->unit != UNIT_HOUR) {
        add_term(w, (struct working_term){visit.rate->item, visit.rate->unit, visit.rate->price.p,
                                          count, 0});
        return;
    }
    if (visit.night == visit.rate || visit.after == 0) {
        add_term(w, by_hour(visit.rate, visit.own + visit.after, count));
        return;
    }
    add_term(w, by_hour(visit.rate, visit.own, count));
    add_term(w, by_hour(visit.night, visit.after, count));
}

static void add_days(const struct line_year *ly, struct working *w)
{
    for (int kind = 0; kind < YEAR_KINDS; kind++) {
        int count = year_count(ly->year, ly->pattern, kind);
        if (count && ly->line->days >> kind / 4 & 1)
            add_kind(ly, kind, count, w);
    }
}

/* What comes once a week falls on Mondays, and is priced as on an ordinary one. */
static void add_mondays(const struct line_year *ly, struct working *w)
{
    const struct rate *rate = ly->rates[0][0];
    int64_t mondays = year_mondays(ly->year, ly->pattern);

    if (rate->unit == UNIT_HOUR)
        add_term(w, by_hour(rate, ly->line->length, mondays));
    else if (rate->unit != UNIT_WEEK)
        add_term(w,
                 (struct working_term){rate->item, rate->unit, rate->price.p,
                                       ly->line->varying ? mondays * ly->line->times : mondays, 0});
}

static void add_weekly(const struct line_year *ly, struct working *w)
{
    int64_t days = year_days_of(ly->year, ly->pattern);

    for (int holiday = 0; holiday < (ly->line->once_a_week ? 1 : 2); holiday++)
        for (int day = 0; day < DAYS_A_WEEK; day++) {
            const struct rate *rate = ly->rates[holiday][day];
            if (line_year_weekly(ly, holiday, day))
                add_term(w, (struct working_term){rate->item, UNIT_WEEK, rate->price.p, days, 0});
        }
}

static void add_clocks(const struct line_year *ly, struct working *w)
{
    for (size_t i = 0; i < ly->year->clock_count; i++) {
        const struct year_clocks *change = &ly->year->clocks[i];
        for (int before = 0; before < line_year_clock_nights(ly); before++) {
            const struct rate *rate = line_year_clock_rate(ly, change, before);
            if (rate)
                add_term(w, by_hour(rate, 60, change->longer / 60));
        }
    }
}

enum status working_year(const struct plan *plan, const struct budget *budget, size_t i,
                         struct working *out)
{
    const struct week_line *line = &budget->timetable[i];
    struct pricing pricing;
    struct line_year ly;

    assert(budget->basis == BASIS_DATED && budget->lines[i].year_priced);
    enum status st = pricing_open(plan, &pricing);
    if (st != ST_OK)
        return st;
    enum unpriced why = line_year_open(&pricing, line, &budget->year, &ly);
    assert(why == PRICED);
    (void)why;
    *out = begin(line);
    out->by_days = true;
    if (line->once_a_week)
        add_mondays(&ly, out);
    else
        add_days(&ly, out);
    add_weekly(&ly, out);
    add_clocks(&ly, out);
    drop_nothings(out);
    pricing_close(&pricing);
    return ST_OK;
}

/* Sums. */

struct fraction working_term_sum(const struct working *working, const struct working_term *term)
{
    struct fraction sum = fraction_of((wide)term->price * term->times, 1);

    if (term->unit == UNIT_HOUR)
        return fraction_times(sum, term->length, 60);
    if (term->unit == UNIT_WEEK && working->by_days)
        return fraction_times(sum, 1, DAYS_A_WEEK);
    return sum;
}

struct fraction working_sum(const struct working *working)
{
    struct fraction sum = {0, 1};

    for (size_t i = 0; i < working->count; i++)
        sum = fraction_add(sum, working_term_sum(working, &working->list[i]));
    return fraction_times(sum, working->workers, working->sharing);
}
