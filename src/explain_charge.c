/* What the person is charged, stretch by stretch. */
#include "explain_parts.h"
#include "supportplan/charge.h"

#define WEEKS 52

/* Stretches that cost the same, put together. */
struct stretches {
    struct {
        pence cost;
        size_t first; /* the week in which the first of them begins */
        int64_t count;
    } list[WEEKS];
    size_t count;
    size_t each;    /* weeks */
    pence assessed; /* for each of them */
};

static void add_stretch(struct stretches *s, size_t first, pence cost)
{
    size_t i = 0;

    while (i < s->count && s->list[i].cost != cost)
        i++;
    if (i == s->count) {
        s->list[i].cost = cost;
        s->list[s->count++].first = first;
    }
    s->list[i].count++;
}

static struct stretches stretches_of(const struct charge *charge)
{
    size_t each = charge->charged == CHARGED_WEEK ? 1 : 4;
    struct stretches s = {.each = each, .assessed = charge->week * (pence)each};

    for (size_t from = 0; from < WEEKS; from += each) {
        pence cost = 0;
        for (size_t i = 0; i < each; i++)
            cost += charge->costs[from + i];
        add_stretch(&s, from, cost);
    }
    return s;
}

/* "What the support costs: 80.00 + 200.00 + 80.00 + 200.00 + 4 x 30.00 = 680.00." */
static void say_cost(struct explaining *e, const struct charge *charge, const struct stretches *s,
                     size_t i)
{
    pence other = e->budget->other.week;
    struct text name = {0}, sum = {0};

    for (size_t week = 0; week < s->each; week++)
        text_addf(&sum, "%s%s", week > 0 ? " + " : "",
                  amount_shown(charge->costs[s->list[i].first + week] - other).s);
    if (other != 0 && s->each > 1)
        text_addf(&sum, " + %zu x %s", s->each, amount_shown(other).s);
    else if (other != 0)
        text_addf(&sum, " + %s", amount_shown(other).s);
    text_add(&name, _("What the support costs"));
    explain_sum(e, &name, &sum, fraction_of(s->list[i].cost, 1), s->list[i].cost);
}

/* "The lower of 100.00 and 80.00 = 80.00.", and what all of them come to. */
static void say_stretches(struct explaining *e, const struct charge *charge)
{
    struct stretches s = stretches_of(charge);
    struct text name = {0}, sum = {0};

    explain_say(e, e->budget->other.week != 0
                       ? _("Support is the lines of the week, and its part of other costs.")
                       : _("Support is the lines of the week."));
    for (size_t i = 0; i < s.count; i++) {
        pence cost = s.list[i].cost, lower = cost < s.assessed ? cost : s.assessed;
        say_cost(e, charge, &s, i);
        explain_lower(e, s.assessed, cost);
        text_addf(&sum, "%s%lld x %s", i > 0 ? " + " : "", (long long)s.list[i].count,
                  amount_shown(lower).s);
    }
    text_add(&name, _("In 52 weeks"));
    explain_sum(e, &name, &sum, fraction_of(charge->year, 1), charge->year);
}

void explain_charge(struct explaining *e)
{
    struct charge charge = charge_count(e->plan, e->budget);

    explain_say(
        e, charge.charged == CHARGED_WEEK
               ? _("Each week it is what was assessed, or the support's cost if that is lower.")
               : _("Every four weeks it is what was assessed, or the support's cost if "
                   "that is lower."));
    if (charge.known)
        say_stretches(e, &charge);
    else
        explain_say(e, _("A price, what was assessed, or which weeks come together, is missing."));
}
