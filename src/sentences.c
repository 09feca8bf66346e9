/* Sentences that every face shows: the running total, and a line of the timetable. */
#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/sentences.h"

void sentence_basis(const struct budget *budget, struct text *out)
{
    phrase_basis(budget, out);
}

/* The running total. */

static const struct budget_pattern *pattern_named(const struct budget *budget, const char *name)
{
    for (size_t i = 0; i < budget->pattern_count; i++)
        if (strcmp(budget->patterns[i].item, name) == 0)
            return &budget->patterns[i];
    return budget->pattern_count > 0 ? &budget->patterns[0] : NULL;
}

/* "4.53 left." In the letter's period where the week's own rounding would say less than nought. */
static void add_left(const struct budget *budget, struct text *out)
{
    enum every every = budget->left.week < 0 ? budget->every : EVERY_WEEK;

    if (budget->over) {
        phrase_over(budget, out);
        return;
    }
    text_addf(out, _("%s left"), amount_shown(columns_in(&budget->left, every)).s);
    if (every == EVERY_4WEEKS || every == EVERY_MONTH) {
        text_addf(out, " %s", phrase_every(every));
    } else if (every != EVERY_WEEK) {
        text_add(out, _(" in the year ("));
        phrase_basis(budget, out);
        text_add(out, ")");
    }
    text_add(out, ".");
}

/* "270.47 of 275.00 pounds (estimated). 4.53 left." */
static void add_against_budget(const struct budget *budget, pence spent, struct text *out)
{
    text_addf(out, _("%s of %s pounds"), amount_shown(spent).s,
              amount_shown(budget->amounts.week).s);
    phrase_status(budget, out);
    text_add(out, ". ");
    add_left(budget, out);
}

/* Where other costs, money put aside or other weeks stand between this week and the budget. */
static void add_average(const struct budget *budget, pence spent, struct text *out)
{
    text_add(out, _(" With everything, the average week is "));
    if (budget->amount_known)
        add_against_budget(budget, spent, out);
    else
        text_addf(out, _("%s pounds. The budget is not known yet."), amount_shown(spent).s);
}

static void add_pattern_name(const struct plan *plan, const struct budget *budget,
                             const struct budget_pattern *pattern, struct text *out)
{
    if (budget->pattern_count > 1)
        phrase_item(plan, NULL, SEC_WEEK, pattern->item, out);
    else
        text_add(out, _("The week"));
    text_add(out, ": ");
}

static void add_budget(const struct budget *budget, struct text *out)
{
    if (!budget->amount_known) {
        text_add(out, _("The budget is not known yet."));
        return;
    }
    text_addf(out, _("The budget is %s pounds a week"), amount_shown(budget->amounts.week).s);
    phrase_status(budget, out);
    text_add(out, ".");
}

/* Whether what the week costs can be said: nought is said only where it is meant. */
static bool cost_known(const struct plan *plan, const struct budget *budget,
                       const struct budget_pattern *pattern)
{
    bool any = pattern->cost != 0 || budget->cost.week != 0 || budget->set_aside.week != 0;

    return pattern_priced(plan, budget, pattern->item) && (any || budget->not_priced == 0);
}

/* A year that is not known can't be held against the budget. */
static void add_week_alone(const struct budget *budget, const struct budget_pattern *pattern,
                           struct text *out)
{
    text_addf(out, _("%s pounds a week for support."), amount_shown(pattern->cost).s);
    text_add(out, _(" How many weeks there are of each kind is not known yet. "));
    add_budget(budget, out);
}

static void add_spent(const struct plan *plan, const struct budget *budget,
                      const struct budget_pattern *pattern, struct text *out)
{
    pence spent = budget->cost.week + budget->set_aside.week;

    if (!cost_known(plan, budget, pattern)) {
        text_add(out, _("what it costs is not known yet."));
    } else if (!budget->weeks_known) {
        add_week_alone(budget, pattern, out);
    } else if (spent != pattern->cost) {
        text_addf(out, _("%s pounds a week for support."), amount_shown(pattern->cost).s);
        add_average(budget, spent, out);
    } else if (budget->amount_known) {
        add_against_budget(budget, spent, out);
    } else {
        text_addf(out, _("%s pounds a week. The budget is not known yet."), amount_shown(spent).s);
    }
}

void sentence_total(const struct plan *plan, const struct budget *budget, const char *pattern,
                    struct text *out)
{
    const struct budget_pattern *found = pattern_named(budget, pattern);

    if (!found)
        return;
    add_pattern_name(plan, budget, found, out);
    if (!budget->any_line) {
        text_add(out, _("nothing is planned yet. "));
        add_budget(budget, out);
        return;
    }
    add_spent(plan, budget, found, out);
    text_add(out, " ");
    minutes_words(out, found->time.paid);
    text_add(out, _(" paid."));
    if (budget->not_priced > 0) {
        text_add(out, " ");
        phrase_not_priced(budget->not_priced, out);
    }
}

void sentence_total_short(const struct plan *plan, const struct budget *budget, const char *pattern,
                          struct text *out)
{
    const struct budget_pattern *found = pattern_named(budget, pattern);
    pence spent = budget->cost.week + budget->set_aside.week;

    if (!found)
        return;
    if (!budget->any_line) {
        text_add(out, _("Nothing is planned yet."));
    } else if (!cost_known(plan, budget, found)) {
        text_add(out, _("What it costs is not known yet."));
    } else if (!budget->weeks_known) {
        text_addf(out, _("%s a week for support."), amount_shown(found->cost).s);
    } else if (!budget->amount_known) {
        text_addf(out, _("%s a week. No budget known yet."), amount_shown(spent).s);
    } else {
        text_addf(out, _("%s of %s a week, "), amount_shown(spent).s,
                  amount_shown(budget->amounts.week).s);
        add_left(budget, out);
    }
}

/* One line of the timetable. */

/* " 13.87 an hour: 104.03 a week." */
static void add_price(const struct plan *plan, const struct budget_line *cost, struct text *out)
{
    if (!cost || cost->payer == PAYER_UNPAID)
        return;
    text_add(out, " ");
    if (!cost->week_priced) {
        text_add(out, line_unpriced(plan, cost));
        return;
    }
    line_prices(plan, cost, out);
    text_addf(out, _(": %s a week."), amount_shown(cost->ordinary).s);
}

void sentence_line(const struct plan *plan, const struct form *form, const struct budget *budget,
                   const char *item, struct text *out)
{
    struct week_line line;

    if (plan_place(plan, SEC_TIME, item) == PLAN_LAST)
        return;
    line = line_read(plan, item);
    line_when(plan, &line, out);
    text_add(out, " ");
    line_what(plan, form, &line, out);
    text_add(out, ".");
    line_people(&line, out);
    add_price(plan, budget_line_of(budget, SEC_TIME, item), out);
    line_payer(plan, form, &line, out);
}

/* "08:00-09:30" */
static void add_short_clock(const struct week_line *line, struct text *out)
{
    char from[8], until[8];
    minutes end = line->start + line->length;

    if (line->varying)
        text_add(out, _("varies"));
    else if (line->start < 0)
        text_add(out, "?");
    else
        text_addf(out, "%s-%s", clock_print(line->start, from),
                  line->length_known
                      ? clock_print(end <= MINUTES_DAY ? end : end % MINUTES_DAY, until)
                      : "?");
}

/* As many bytes of a name as fit, cut behind a part of it or a whole word where that leaves half of
 * them or more. */
static size_t cut_name(const char *name, size_t len, int cols)
{
    size_t fits = text_fit(name, len, cols), part = phrase_first_part(name, cols);

    if (fits == len)
        return len;
    if (part > fits / 2)
        return part;
    for (size_t at = fits; at > fits / 2; at--) {
        if (name[at] == ' ') {
            fits = at;
            break;
        }
    }
    while (fits > 0 && strchr(" ,;:-", name[fits - 1]))
        fits--;
    return fits;
}

void sentence_line_name(const struct plan *plan, const char *item, struct text *out)
{
    if (plan_place(plan, SEC_TIME, item) == PLAN_LAST)
        return;
    struct week_line line = line_read(plan, item);
    add_short_clock(&line, out);
    text_add(out, " ");
    phrase_item(plan, NULL, SEC_TIME, item, out);
}

void sentence_line_short(const struct plan *plan, const char *item, int cols, struct text *out)
{
    struct week_line line;
    struct text name = {0}, length = {0};
    size_t from = out->len;

    if (plan_place(plan, SEC_TIME, item) == PLAN_LAST)
        return;
    line = line_read(plan, item);
    add_short_clock(&line, out);
    if (line.length_known)
        minutes_words(&length, line.length);
    phrase_item(plan, NULL, SEC_TIME, item, &name);
    cols -= (int)(out->len - from) + 1 + (length.len ? 1 + (int)length.len : 0);
    text_add(out, " ");
    text_add_n(out, text_str(&name), cut_name(text_str(&name), name.len, cols));
    if (length.len)
        text_addf(out, " %s", text_str(&length));
    out->nomem = out->nomem || length.nomem || name.nomem;
    text_free(&length);
    text_free(&name);
}
