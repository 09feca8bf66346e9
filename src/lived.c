#include "supportplan/lived.h"

#include "supportplan/lines.h"

/* "The plan has 19 h 30 m paid in a week."; the name of the week where there are several kinds. */
static void add_hours(const struct plan *plan, const struct form *form, const struct budget *budget,
                      struct text *out)
{
    for (size_t i = 0; i < budget->pattern_count; i++) {
        const struct budget_pattern *pattern = &budget->patterns[i];
        text_add(out, i > 0 ? " " : "");
        if (budget->pattern_count > 1) {
            phrase_item(plan, form, SEC_WEEK, pattern->item, out);
            text_add(out, ": ");
        }
        text_add(out, _("The plan has "));
        minutes_words(out, pattern->time.paid);
        text_add(out, _(" paid in a week."));
    }
}

/* "The plan left 235.82 of the year's budget (52 weeks)." */
static void add_left(const struct budget *budget, struct text *out)
{
    if (!budget->amount_known)
        return;
    if (budget->left.year <= 0)
        text_add(out, _("The plan left nothing of the year's budget."));
    else
        text_addf(out, _("The plan left %s of the year's budget."),
                  amount_shown(budget->left.year).s);
}

void lived_expected(const struct plan *plan, const struct form *form, const struct budget *budget,
                    enum field field, struct text *out)
{
    if (field == F_REVIEW_UNFILLED)
        add_hours(plan, form, budget, out);
    else if (field == F_REVIEW_LEFT)
        add_left(budget, out);
}

/* What came of the hours, where there is one kind of week to take them from. */
static void add_came(const struct plan *plan, const struct budget *budget, const char *review,
                     struct text *out)
{
    minutes unfilled;
    if (budget->pattern_count != 1 ||
        plan_minutes(plan, F_REVIEW_UNFILLED, review, &unfilled) != KNOWN ||
        unfilled > budget->patterns[0].time.paid)
        return;
    text_add(out, " ");
    minutes_words(out, budget->patterns[0].time.paid - unfilled);
    text_add(out, _(" of it were filled."));
}

void lived_words(const struct plan *plan, const struct form *form, const struct budget *budget,
                 const char *review, struct text *out)
{
    struct text left = {0};
    if (plan_known(plan, F_REVIEW_UNFILLED, review) == KNOWN) {
        lived_expected(plan, form, budget, F_REVIEW_UNFILLED, out);
        add_came(plan, budget, review, out);
    }
    if (plan_known(plan, F_REVIEW_LEFT, review) == KNOWN)
        lived_expected(plan, form, budget, F_REVIEW_LEFT, &left);
    if (left.len > 0)
        text_addf(out, "%s%s", out->len > 0 ? " " : "", text_str(&left));
    out->nomem = out->nomem || left.nomem;
    text_free(&left);
}
