/*
 * The sentences about what meets a need.
 */
#include "supportplan/coverage.h"

#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/sentences.h"

void coverage_words(const struct coverage *coverage, struct text *out)
{
    if (coverage->count == 0)
        text_add(out, _("No needs are listed yet."));
    else if (coverage->open == 0)
        text_add(out, _("Every need has something beside it."));
    else
        text_addf(out,
                  ngettext("%zu need has nothing that meets it yet.",
                           "%zu needs have nothing that meets them yet.",
                           (unsigned long)coverage->open),
                  coverage->open);
}

void coverage_state(const struct coverage_need *need, struct text *out)
{
    switch (need->how) {
    case COVERAGE_NOTHING:
        text_add(out, _("nothing yet"));
        break;
    case COVERAGE_NOT_MET:
        text_add(out, _("not met yet"));
        break;
    case COVERAGE_UNSURE:
        text_add(out, _("not sure yet what meets it"));
        break;
    case COVERAGE_GOAL_ONLY:
        text_add(out, _("only a goal so far"));
        break;
    case COVERAGE_PLANNED:
        text_addf(out,
                  ngettext("%zu thing meets it", "%zu things meet it", (unsigned long)need->met),
                  need->met);
        break;
    case COVERAGE_OTHERWISE:
        text_add(out, _("met in another way"));
        break;
    }
}

void coverage_else(const struct plan *plan, const struct coverage_need *need, struct text *out)
{
    struct text said = {0};

    if (plan_known(plan, F_NEED_MET_BY, need->item) == KNOWN) {
        text_add(out, need->how == COVERAGE_PLANNED ? _("Also met in another way: ")
                                                    : _("In another way: "));
        phrase_value(plan, NULL, F_NEED_MET_BY, need->item, &said);
        phrase_end(&said);
        phrase_join(out, &said);
    } else if (need->how == COVERAGE_NOTHING) {
        text_add(out, _("Nothing in this plan meets it yet."));
    } else if (need->how == COVERAGE_UNSURE) {
        text_add(out, _("What meets it is not sure yet."));
    }
    text_free(&said);
}

/* "Taxi: 2 at 5.00 every 4 weeks; 130.00 a year (52 weeks). My budget pays." */
static void cost_words(const struct plan *plan, const struct form *form,
                       const struct budget *budget, const struct budget_line *line,
                       struct text *out)
{
    const struct week_line payer = {.payer = line->payer, .fund = line->fund, .helped = true};

    phrase_item(plan, form, SEC_COST, line->item, out);
    text_add(out, ": ");
    if (line->year_priced) {
        line_cost_working(plan, line, out);
        text_add(out, "; ");
        phrase_year(budget, line->columns.year, out);
        text_add(out, ".");
    } else {
        text_addf(out, _("no price yet. %s"), line_unpriced(plan, line));
    }
    line_payer(plan, form, &payer, out);
}

void coverage_link_words(const struct plan *plan, const struct form *form,
                         const struct budget *budget, const struct coverage_link *link,
                         struct text *out)
{
    struct text goal = {0};

    if (*link->goal != '\0')
        phrase_reference(plan, form, SEC_GOAL, link->goal, &goal);
    if (link->section == SEC_GOAL) {
        text_addf(out, _("%s: nothing helps with this goal yet."), text_str(&goal));
    } else {
        if (link->section == SEC_TIME)
            sentence_line(plan, form, budget, link->item, out);
        else
            cost_words(plan, form, budget, budget_line_of(budget, SEC_COST, link->item), out);
        phrase_end(&goal); /* a long name ends in dots */
        if (goal.len > 0)
            text_addf(out, _(" For: %s"), text_str(&goal));
    }
    out->nomem = out->nomem || goal.nomem;
    text_free(&goal);
}

/* "Together 9 h 30 m paid a week. ", or "Term time: 9 h 30 m paid a week. " for each kind of week.
 */
static void add_times(const struct plan *plan, const struct form *form, const struct budget *budget,
                      const struct coverage_need *need, struct text *out)
{
    size_t patterns = week_pattern_count(plan);

    for (size_t i = 0; i < patterns; i++) {
        struct week_time time = coverage_time(plan, budget, need, week_pattern(plan, i));
        if (time.paid + time.unpaid == 0)
            continue;
        if (out->len > 0)
            text_add(out, " ");
        if (patterns > 1) {
            phrase_item(plan, form, SEC_WEEK, week_pattern(plan, i), out);
            text_add(out, ": ");
        } else {
            text_add(out, _("Together "));
        }
        phrase_time(&time, out);
        text_add(out, _(" a week."));
    }
}

void coverage_sum_words(const struct plan *plan, const struct form *form,
                        const struct budget *budget, const struct coverage_need *need,
                        struct text *out)
{
    struct text t = {0};

    add_times(plan, form, budget, need, &t);
    if (need->cost.year > 0) {
        text_addf(&t, _("%s%s a week"), t.len ? " " : "", amount_shown(need->cost.week).s);
        text_add(&t, week_pattern_count(plan) > 1 ? _(" on average, ") : ", ");
        phrase_year(budget, need->cost.year, &t);
        text_add(&t, ".");
    }
    if (need->once > 0) {
        text_addf(&t, "%s%s", t.len ? " " : "", _("Once: "));
        phrase_once(budget, need->once, &t);
        text_add(&t, ".");
    }
    if (need->not_priced > 0) {
        text_add(&t, t.len ? " " : "");
        phrase_not_priced(need->not_priced, &t);
    }
    phrase_join(out, &t);
    text_free(&t);
}
