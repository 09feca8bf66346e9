/* What the person is charged, stretch by stretch. */
#include "explain_parts.h"
#include "supportplan/charge.h"

#define WEEKS 52

/* Stretches that cost the same, put together. */
struct stretches {
    struct {
        pence cost;
        int64_t count;
    } list[WEEKS];
    size_t count;
    pence assessed; /* for each of them */
};

static void add_stretch(struct stretches *s, pence cost)
{
    size_t i = 0;

    while (i < s->count && s->list[i].cost != cost)
        i++;
    if (i == s->count)
        s->list[s->count++].cost = cost;
    s->list[i].count++;
}

static struct stretches stretches_of(const struct charge *charge)
{
    size_t each = charge->charged == CHARGED_WEEK ? 1 : 4;
    struct stretches s = {.assessed = charge->week * (pence)each};

    for (size_t from = 0; from < WEEKS; from += each) {
        pence cost = 0;
        for (size_t i = 0; i < each; i++)
            cost += charge->costs[from + i];
        add_stretch(&s, cost);
    }
    return s;
}

/* "The lower of 100.00 and 80.00 = 80.00.", and what all of them come to. */
static void say_stretches(struct explaining *e, const struct charge *charge)
{
    struct stretches s = stretches_of(charge);
    struct text name = {0}, sum = {0};

    for (size_t i = 0; i < s.count; i++) {
        pence cost = s.list[i].cost, lower = cost < s.assessed ? cost : s.assessed;
        explain_lower(e, s.assessed, cost);
        text_addf(&sum, "%s%lld x %s", i > 0 ? " + " : "", (long long)s.list[i].count,
                  amount_shown(lower).s);
    }
    text_add(&name, charge->charged == CHARGED_WEEK ? _("So many weeks of each")
                                                    : _("So many times four weeks of each"));
    explain_sum(e, &name, &sum, fraction_of(charge->year, 1), charge->year);
}

void explain_charge(struct explaining *e)
{
    struct charge charge = charge_count(e->plan, e->budget);

    explain_say(e, charge.charged == CHARGED_WEEK
                       ? _("Each week it is what was assessed, or what the support costs.")
                       : _("For four weeks it is what was assessed, or what the support costs."));
    if (charge.known)
        say_stretches(e, &charge);
    else
        explain_say(e, _("A price, what was assessed, or which weeks come together, is missing."));
}
