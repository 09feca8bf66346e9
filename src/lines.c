/* A timetable line or a cost in words. */
#include "supportplan/lines.h"

#include <assert.h>
#include <string.h>

struct week_line line_read(const struct plan *plan, const char *item)
{
    size_t place = plan_place(plan, SEC_TIME, item);

    assert(place != PLAN_LAST);
    return week_line(plan, place);
}

enum pot line_pot(const struct budget_line *line)
{
    if (line->payer == PAYER_UNPAID)
        return POT_UNPAID;
    if (line->payer == PAYER_UNKNOWN)
        return POT_NOBODY_YET;
    if (strcmp(line->fund, "budget") != 0)
        return POT_FUND;
    if (line->set_aside)
        return POT_SET_ASIDE;
    if (line->once)
        return POT_ONCE;
    return line->section == SEC_TIME ? POT_SUPPORT : POT_OTHER;
}

bool pattern_priced(const struct plan *plan, const struct budget *budget, const char *pattern)
{
    size_t priced = 0, unpriced = 0;

    for (size_t i = 0; i < budget->line_count; i++) {
        const struct budget_line *cost = &budget->lines[i];
        enum pot pot = line_pot(cost);
        struct week_line line;
        if (cost->section != SEC_TIME || (pot != POT_SUPPORT && pot != POT_NOBODY_YET))
            continue;
        line = line_read(plan, cost->item);
        if (line.pattern_known && !week_in_pattern(&line, pattern))
            continue;
        *(cost->week_priced ? &priced : &unpriced) += 1;
    }
    return priced > 0 || unpriced == 0;
}

/* When. */

void line_clock(const struct week_line *line, struct text *out)
{
    char from[8], until[8];
    minutes end = line->start + line->length;

    if (line->varying) {
        text_add(out, _("times vary"));
        return;
    }
    if (line->start < 0) {
        text_add(out, _("time not known yet"));
        return;
    }
    clock_print(line->start, from);
    if (!line->length_known) {
        text_addf(out, _("from %s, how long is not known yet"), from);
        return;
    }
    text_addf(out, _("%s to %s"), from,
              clock_print(end <= MINUTES_DAY ? end : end % MINUTES_DAY, until));
    if (end > 2 * MINUTES_DAY)
        text_addf(out, _(" %d days later"), (int)((end - 1) / MINUTES_DAY));
    else if (end > MINUTES_DAY)
        text_add(out, _(" the next day"));
}

/* "5 times a week, 2 h 30 m in all, times vary" */
static void varying_when(const struct week_line *line, struct text *out)
{
    if (line->times_known && line->times > 1)
        text_addf(out, _("%lld times a week, "), (long long)line->times);
    else if (line->times_known)
        text_add(out, _("Once a week, "));
    else
        text_add(out, _("How often a week is not known yet, "));
    if (line->length_known)
        minutes_words(out, line->length);
    else
        text_add(out, _("how long is not known yet"));
    text_add(out, line->times_known && line->times > 1 && line->length_known
                      ? _(" in all, times vary")
                      : _(", times vary"));
}

static void fixed_when(const struct week_line *line, struct text *out)
{
    struct text days = {0};

    if (line->days_known)
        days_words(&days, line->days);
    else
        text_add(&days, _("days not known yet"));
    phrase_join(out, &days);
    text_free(&days);
    text_add(out, ", ");
    line_clock(line, out);
    if (!line->length_known)
        return;
    text_add(out, ", ");
    minutes_words(out, line->length);
    if (days_count(line->days) > 1)
        text_add(out, _(" each"));
}

/* Its pattern, where the plan has several: " Only in Term time." */
static void pattern_when(const struct plan *plan, const struct week_line *line, struct text *out)
{
    if (!line->pattern_known) {
        text_add(out, _(" In which weeks is not known yet."));
    } else if (*line->pattern != '\0' && week_pattern_count(plan) > 1) {
        text_add(out, _(" Only in: "));
        phrase_item(plan, NULL, SEC_WEEK, line->pattern, out);
        text_add(out, ".");
    }
}

void line_when(const struct plan *plan, const struct week_line *line, struct text *out)
{
    size_t from = out->len;

    if (line->varying)
        varying_when(line, out);
    else
        fixed_when(line, out);
    phrase_capital(out, from);
    text_add(out, ".");
    pattern_when(plan, line, out);
}

/* What, who, who pays. */

/* "with Sunrise Care", or nothing */
static void add_supporter(const struct plan *plan, const struct form *form,
                          const struct week_line *line, struct text *out)
{
    if (!line->supporter_known) {
        text_add(out, _("with somebody not known yet"));
    } else if (*line->supporter != '\0') {
        text_add(out, _("with "));
        phrase_item(plan, form, SEC_SUPPORTER, line->supporter, out);
    }
}

void line_what(const struct plan *plan, const struct form *form, const struct week_line *line,
               struct text *out)
{
    struct text who = {0};

    phrase_item(plan, form, SEC_TIME, line->item, out);
    add_supporter(plan, form, line, &who);
    text_add(out, who.len > 0 ? ", " : "");
    phrase_join(out, &who);
    text_free(&who);
}

void line_people(const struct week_line *line, struct text *out)
{
    if (!line->workers_known)
        text_add(out, _(" How many workers is not known yet."));
    else if (line->workers > 1)
        text_addf(out, _(" %lld workers."), (long long)line->workers);
    if (!line->sharing_known)
        text_add(out, _(" How many share the cost is not known yet."));
    else if (line->sharing > 1)
        text_addf(out, _(" %lld people share the cost."), (long long)line->sharing);
}

void line_payer(const struct plan *plan, const struct form *form, const struct week_line *line,
                struct text *out)
{
    if (line->payer == PAYER_UNKNOWN) {
        text_add(out, _(" Who pays is not known yet."));
    } else if (line->payer == PAYER_UNPAID) {
        if (line->helped)
            text_add(out, _(" Unpaid."));
    } else if (strcmp(line->fund, "budget") == 0) {
        text_add(out, _(" My budget pays."));
    } else {
        text_add(out, _(" Paid by: "));
        phrase_item(plan, form, SEC_FUND, line->fund, out);
        text_add(out, ".");
    }
}

/* Prices: days at the same rate are one group. */

struct rate_group {
    weekdays days;
    const char *rate;
    pence price;
    enum unit unit;
    bool known; /* it has a price and a unit */
};

static void group_read(const struct plan *plan, struct rate_group *group)
{
    int unit = 0;

    group->known = *group->rate != '\0' &&
                   plan_money(plan, F_RATE_PRICE, group->rate, &group->price) == KNOWN &&
                   plan_word(plan, F_RATE_UNIT, group->rate, &unit) == KNOWN;
    group->unit = group->known ? (enum unit)unit : UNIT_NONE;
}

/* The groups of a line, by their first day. Returns how many. */
static int rate_groups(const struct plan *plan, const struct budget_line *cost,
                       const struct week_line *line, struct rate_group groups[7])
{
    int count = 0;

    for (int day = 0; day < 7; day++) {
        int g = 0;
        /* A varying line counts as on an ordinary Monday, whatever its days. */
        if (line->varying ? day > 0 : !(line->days >> day & 1))
            continue;
        while (g < count && strcmp(groups[g].rate, cost->rates[day]) != 0)
            g++;
        if (g == count) {
            groups[count] = (struct rate_group){.rate = cost->rates[day]};
            group_read(plan, &groups[count++]);
        }
        groups[g].days |= (weekdays)(1 << day);
    }
    return count;
}

static void add_price(const struct rate_group *group, struct text *out)
{
    if (group->known)
        text_addf(out, "%s %s", amount_shown(group->price).s, phrase_unit(group->unit));
    else
        text_add(out, _("price not known yet"));
}

/* Whether the supporter of a line has any price at all. */
static bool has_rates(const struct plan *plan, const struct week_line *line)
{
    for (size_t i = 0; *line->supporter && i < plan_count(plan, SEC_RATE); i++)
        if (plan_is(plan, F_RATE_SUPPORTER, plan_item(plan, SEC_RATE, i), line->supporter))
            return true;
    return false;
}

const char *line_unpriced(const struct plan *plan, const struct budget_line *cost)
{
    if (cost->why != UNPRICED_RATE || cost->section != SEC_TIME)
        return phrase_unpriced(cost->why);
    struct week_line line = line_read(plan, cost->item);
    return phrase_unpriced(has_rates(plan, &line) ? UNPRICED_RATE : UNPRICED_PRICE);
}

void line_prices(const struct plan *plan, const struct budget_line *cost, struct text *out)
{
    struct week_line line = line_read(plan, cost->item);
    struct rate_group groups[7];
    int count = rate_groups(plan, cost, &line, groups);

    for (int g = 0; g < count; g++) {
        text_add(out, g > 0 ? ", " : "");
        if (count > 1) {
            days_words(out, groups[g].days);
            text_add(out, " ");
        }
        add_price(&groups[g], out);
    }
}

/* How it was worked out. */

/* "visits" */
static const char *times_word(enum unit unit, unsigned long n)
{
    switch (unit) {
    case UNIT_VISIT:
        return ngettext("visit", "visits", n);
    case UNIT_NIGHT:
        return ngettext("night", "nights", n);
    case UNIT_DAY:
        return ngettext("day", "days", n);
    case UNIT_SESSION:
        return ngettext("session", "sessions", n);
    case UNIT_HOUR:
    case UNIT_WEEK:
    case UNIT_NONE:
        break;
    }
    return ngettext("time", "times", n);
}

/* "7 h 30 m a week at 13.87 an hour" */
static void group_working(const struct week_line *line, const struct rate_group *group,
                          struct text *out)
{
    int64_t times = line->varying ? line->times : days_count(group->days);

    if (!group->known || group->unit == UNIT_WEEK) {
        add_price(group, out);
        return;
    }
    if (group->unit == UNIT_HOUR)
        minutes_words(out, line->varying ? line->length : line->length * times);
    else
        text_addf(out, "%lld %s", (long long)times, times_word(group->unit, (unsigned long)times));
    text_add(out, _(" a week at "));
    add_price(group, out);
}

void line_working(const struct plan *plan, const struct budget_line *cost, struct text *out)
{
    struct week_line line = line_read(plan, cost->item);
    struct rate_group groups[7];
    int count = rate_groups(plan, cost, &line, groups);

    for (int g = 0; g < count; g++) {
        text_add(out, g > 0 ? _(", and ") : "");
        if (count > 1) {
            days_words(out, groups[g].days);
            text_add(out, " ");
        }
        group_working(&line, &groups[g], out);
    }
    if (line.workers > 1)
        text_addf(out, _(", x %lld workers"), (long long)line.workers);
    if (line.sharing > 1)
        text_addf(out, _(", shared by %lld"), (long long)line.sharing);
}

void line_cost_working(const struct plan *plan, const struct budget_line *cost, struct text *out)
{
    int64_t quantity = 1;
    int every = EVERY_NONE;

    plan_number(plan, F_COST_QUANTITY, cost->item, &quantity);
    plan_word(plan, F_COST_EVERY, cost->item, &every);
    if (quantity > 1)
        text_addf(out, _("%lld at "), (long long)quantity);
    text_addf(out, "%s %s", amount_shown(cost->price.p).s, phrase_every((enum every)every));
}
