/* Which rate a timetable line has, and what an ordinary week of it costs. */
#include "pricing.h"

#include <stdlib.h>
#include <string.h>

static const struct fraction nought = {0, 1};

/* Days that a rate is for, as F_RATE_WHEN lists them: in an ordinary week, and on bank
 * holidays, which other rates cover too. Of two that fit, the one with the higher rank is
 * nearer. */
static const struct {
    weekdays days[2];
    int rank;
} when_days[] = {
    {{0x7f, 0x7f}, 0}, /* any */
    {{0x1f, 0x1f}, 1}, /* weekday */
    {{0x60, 0x60}, 1}, /* weekend */
    {{0x20, 0x20}, 2}, /* saturday */
    {{0x40, 0x40}, 2}, /* sunday */
    {{0x00, 0x7f}, 3}, /* bank-holiday */
};

/* Rates. */

static void read_hours(const struct plan *plan, struct rate *rate)
{
    minutes from = 0, to = 0; /* where one is missing it is midnight */
    enum known has_from = plan_clock(plan, F_RATE_FROM, rate->item, &from);
    enum known has_to = plan_clock(plan, F_RATE_TO, rate->item, &to);

    rate->by_hours = has_from != NOT_GIVEN || has_to != NOT_GIVEN;
    rate->doubtful |= has_from == NOT_SURE || has_to == NOT_SURE;
    rate->from = from;
    rate->width = (to - from + MINUTES_DAY) % MINUTES_DAY;
    if (rate->width == 0)
        rate->width = MINUTES_DAY;
}

static struct rate read_rate(const struct plan *plan, const char *item)
{
    struct rate rate = {.item = item, .supporter = "", .unit = UNIT_NONE};
    int unit;

    if (plan_known(plan, F_RATE_SUPPORTER, item) == KNOWN)
        rate.supporter = plan_str(plan, F_RATE_SUPPORTER, item);
    rate.price.known = plan_money(plan, F_RATE_PRICE, item, &rate.price.p) == KNOWN;
    if (plan_word(plan, F_RATE_UNIT, item, &unit) == KNOWN)
        rate.unit = (enum unit)unit;
    enum known length = plan_minutes(plan, F_RATE_MINUTES, item, &rate.length);
    rate.by_length = length != NOT_GIVEN;
    rate.doubtful =
        length == NOT_SURE || plan_word(plan, F_RATE_WHEN, item, &rate.when) == NOT_SURE;
    read_hours(plan, &rate);
    return rate;
}

/* Put a rate among those of its supporter, where it has one that is known. */
static void chain_rate(struct pricing *p, struct rate *rate)
{
    if (!*rate->supporter)
        return;
    size_t supporter = plan_place(p->plan, SEC_SUPPORTER, rate->supporter);
    rate->next = p->first[supporter];
    p->first[supporter] = rate;
}

enum status pricing_open(const struct plan *plan, struct pricing *out)
{
    size_t count = plan_count(plan, SEC_RATE);
    struct pricing p = {.plan = plan};

    p.rates = calloc(count + 1, sizeof *p.rates);
    p.first = calloc(plan_count(plan, SEC_SUPPORTER) + 1, sizeof *p.first);
    if (!p.rates || !p.first) {
        pricing_close(&p);
        return ST_NOMEM;
    }
    for (size_t i = 0; i < count; i++) {
        p.rates[i] = read_rate(plan, plan_item(plan, SEC_RATE, i));
        chain_rate(&p, &p.rates[i]);
    }
    *out = p;
    return ST_OK;
}

void pricing_close(struct pricing *p)
{
    free(p->rates);
    free(p->first);
    *p = (struct pricing){0};
}

/* Whether each visit is exactly as long as the rate says. A varying line's minutes are
 * those of all its visits. */
static bool length_fits(const struct rate *rate, const struct week_line *line)
{
    if (!line->length_known)
        return false;
    if (!line->varying)
        return line->length == rate->length;
    return line->times_known && line->length == line->times * rate->length;
}

/* Whether the line lies wholly within the rate's hours. Hours round the clock hold any line. */
static bool hours_fit(const struct rate *rate, const struct week_line *line)
{
    if (line->start < 0 || !line->length_known)
        return false;
    minutes into = (line->start - rate->from + MINUTES_DAY) % MINUTES_DAY;
    return rate->width == MINUTES_DAY || into + line->length <= rate->width;
}

/* How well a rate fits a line on the days that it is for: higher is nearer, -1 is not at all. */
static int rate_fit(const struct rate *rate, const struct week_line *line)
{
    if (rate->doubtful)
        return -1;
    if (rate->by_length && !length_fits(rate, line))
        return -1;
    if (rate->by_hours && !hours_fit(rate, line))
        return -1;
    return rate->by_length * 8 + rate->by_hours * 4 + when_days[rate->when].rank;
}

void pricing_best(const struct pricing *p, const struct week_line *line, bool holiday,
                  const struct rate *best[DAYS_A_WEEK])
{
    size_t supporter = plan_place(p->plan, SEC_SUPPORTER, line->supporter);
    int best_fit[DAYS_A_WEEK];

    for (int day = 0; day < DAYS_A_WEEK; day++) {
        best[day] = NULL;
        best_fit[day] = -1;
    }
    for (const struct rate *rate = p->first[supporter]; rate; rate = rate->next) {
        int fit = rate_fit(rate, line);
        for (int day = 0; fit >= 0 && day < DAYS_A_WEEK; day++) {
            if (!(when_days[rate->when].days[holiday] & (1 << day)) || fit < best_fit[day])
                continue;
            best[day] = fit > best_fit[day] ? rate : NULL;
            best_fit[day] = fit;
        }
    }
}

const struct rate *pricing_named(const struct pricing *p, const struct week_line *line)
{
    size_t place = *line->rate ? plan_place(p->plan, SEC_RATE, line->rate) : PLAN_LAST;
    return place == PLAN_LAST ? NULL : &p->rates[place];
}

/* The rate of each day that the line happens on; NULL where none is chosen. */
static void choose_rates(const struct pricing *p, const struct week_line *line,
                         const struct rate *chosen[DAYS_A_WEEK])
{
    const struct rate *named = pricing_named(p, line);
    const struct rate *best[DAYS_A_WEEK] = {NULL};

    if (!named && *line->supporter)
        pricing_best(p, line, false, best);
    for (int day = 0; day < DAYS_A_WEEK; day++) {
        bool happens = (line->days & (1 << day)) && (line->varying || line->days_known);
        chosen[day] = NULL;
        if (happens && line->rate_known)
            chosen[day] = named ? named : best[day];
    }
}

/* Tell which rates were chosen, and unit and price where all days agree. */
static void tell_rates(const struct week_line *line, const struct rate *const chosen[DAYS_A_WEEK],
                       struct budget_line *out)
{
    const struct rate *first = NULL;
    bool same_unit = true, same_price = true;

    for (int day = 0; day < DAYS_A_WEEK; day++) {
        const struct rate *rate = chosen[day];
        out->rates[day] = rate ? rate->item : "";
        if (!(line->days & (1 << day)))
            continue;
        if (!first)
            first = rate;
        same_unit &= rate && rate->unit == first->unit;
        same_price &=
            rate && rate->price.known == first->price.known && rate->price.p == first->price.p;
    }
    out->unit = first && same_unit ? first->unit : UNIT_NONE;
    out->price = first && same_price ? first->price : (struct figure){0};
}

/* A timetable line in an ordinary week. */

/* Whether something that the cost hangs on is "?", whatever the rate. */
static bool line_unsure(const struct week_line *line)
{
    return !line->pattern_known || !line->rate_known || !line->workers_known ||
           !line->sharing_known || line->payer == PAYER_UNKNOWN ||
           (!line->varying && !line->days_known);
}

enum unpriced pricing_at(const struct week_line *line, const struct rate *rate)
{
    if (!rate)
        return UNPRICED_RATE;
    if (!rate->price.known)
        return UNPRICED_PRICE;
    if (rate->unit == UNIT_NONE)
        return UNPRICED_UNIT;
    if (rate->unit == UNIT_HOUR)
        return line->length_known ? PRICED : UNPRICED_LENGTH;
    if (rate->unit != UNIT_WEEK && line->varying && !line->times_known)
        return UNPRICED_UNSURE;
    return PRICED;
}

/* What one day of a line costs; a varying line has one day. */
static struct fraction cost_of_day(const struct week_line *line, const struct rate *rate)
{
    if (rate->unit == UNIT_HOUR)
        return fraction_of((wide)rate->price.p * line->length, 60);
    if (rate->unit != UNIT_WEEK && line->varying)
        return fraction_of((wide)rate->price.p * line->times, 1);
    return fraction_of(rate->price.p, 1);
}

/* A price by the week is owed once, however many of the line's days have it. */
static bool already_owed(const struct rate *const chosen[DAYS_A_WEEK], int day)
{
    if (chosen[day]->unit != UNIT_WEEK)
        return false;
    for (int before = 0; before < day; before++)
        if (chosen[before] == chosen[day])
            return true;
    return false;
}

/* The exact cost of an ordinary week of a paid line: set on PRICED only. */
static enum unpriced price_week(const struct week_line *line,
                                const struct rate *const chosen[DAYS_A_WEEK], struct fraction *week)
{
    struct fraction sum = nought;

    if (line_unsure(line))
        return UNPRICED_UNSURE;
    for (int day = 0; day < DAYS_A_WEEK; day++) {
        if (!(line->days & (1 << day)))
            continue;
        enum unpriced why = pricing_at(line, chosen[day]);
        if (why != PRICED)
            return why;
        if (!already_owed(chosen, day))
            sum = fraction_add(sum, cost_of_day(line, chosen[day]));
    }
    sum = fraction_times(sum, line->workers, line->sharing);
    if (sum.num > PENCE_MAX * sum.den) /* more than can be counted: a slip of the finger */
        return UNPRICED_LARGE;
    *week = sum;
    return PRICED;
}

enum unpriced pricing_week(const struct pricing *p, const struct week_line *line,
                           struct budget_line *out, struct fraction *week)
{
    const struct rate *chosen[DAYS_A_WEEK];

    choose_rates(p, line, chosen);
    tell_rates(line, chosen, out);
    if (line->payer == PAYER_UNPAID) { /* it costs nothing, whatever is not known */
        *week = nought;
        return PRICED;
    }
    return price_week(line, chosen, week);
}
