/* The figures of the money page: each with how it was worked out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/figures.h"
#include "supportplan/lines.h"

struct figure_list {
    struct money_figure *list;
    size_t count;
    bool failed;
};

/* Takes what label and detail hold; figure says the rest. */
static void figure_add(struct figure_list *figures, struct text *label, struct text *detail,
                       struct money_figure figure)
{
    struct money_figure *grown =
        realloc(figures->list, (figures->count + 1) * sizeof *figures->list);

    if (grown)
        figures->list = grown;
    text_add(label, "");
    text_add(detail, "");
    figure.label = text_take(label);
    figure.detail = text_take(detail);
    if (grown && figure.label && figure.detail) {
        figures->list[figures->count++] = figure;
        return;
    }
    free(figure.label);
    free(figure.detail);
    figures->failed = true;
}

static void figure_budget(struct figure_list *figures, const struct form *form,
                          const struct budget *budget)
{
    struct text label = {0}, detail = {0};

    text_addf(&label, _("My %s"), phrase_terms(form).budget);
    phrase_status(budget, &label);
    if (budget->amount_known)
        text_addf(&detail, _("The letter says %s %s."), amount_shown(budget->amount.p).s,
                  phrase_every(budget->every));
    else if (budget->amount.known)
        text_addf(&detail, _("The plan says %s. For how long is not known yet."),
                  amount_shown(budget->amount.p).s);
    else
        text_add(&detail, _("The amount is not known yet."));
    figure_add(figures, &label, &detail,
               (struct money_figure){.known = budget->amount_known,
                                     .columns = budget->amounts,
                                     .week_key = "budget.week",
                                     .year_key = "budget.year"});
}

static void contribution_detail(const struct plan *plan, const struct budget *budget,
                                struct text *detail)
{
    pence amount = 0;
    int every = EVERY_NONE;

    if (!budget->split_known) {
        text_add(detail, _("Known once the budget and what I pay are known."));
        return;
    }
    if (plan_is(plan, F_CONTRIBUTION_STATUS, "", "nil")) {
        text_add(detail, _("I pay nothing."));
        return;
    }
    plan_money(plan, F_CONTRIBUTION_AMOUNT, "", &amount);
    plan_word(plan, F_CONTRIBUTION_EVERY, "", &every);
    text_addf(detail, _("I was told %s %s."), amount_shown(amount).s,
              phrase_every((enum every)every));
    if (budget->council.year == 0)
        text_add(detail, _(" It is never more than the budget."));
}

static void figures_split(struct figure_list *figures, const struct plan *plan,
                          const struct form *form, const struct budget *budget)
{
    struct money_figure figure = {.known = budget->split_known,
                                  .indent = 1,
                                  .week_key = "contribution.week",
                                  .year_key = "contribution.year"};
    struct text label = {0}, detail = {0};

    text_addf(&label, _("I pay (%s)"), phrase_terms(form).contribution);
    contribution_detail(plan, budget, &detail);
    figure.columns = budget->contribution;
    figure_add(figures, &label, &detail, figure);

    text_add(&label, _("The council pays"));
    if (budget->split_known)
        text_addf(&detail, _("%s - %s = %s a week."), amount_shown(budget->amounts.week).s,
                  amount_shown(budget->contribution.week).s, amount_shown(budget->council.week).s);
    figure.columns = budget->council;
    snprintf(figure.week_key, sizeof figure.week_key, "council.week");
    snprintf(figure.year_key, sizeof figure.year_key, "council.year");
    figure_add(figures, &label, &detail, figure);
}

/* What the lines of one pot come to. */
struct pot_lines {
    size_t priced, unpriced;
    pence once; /* what is put aside once: in the year only */
};

/* Adds "104.03 + 97.09" to sum. */
static struct pot_lines pot_read(const struct budget *budget, enum pot pot, struct text *sum)
{
    struct pot_lines got = {0};
    bool first = true;

    for (size_t i = 0; i < budget->line_count; i++) {
        const struct budget_line *line = &budget->lines[i];
        if (line_pot(line) != pot)
            continue;
        if (!line->year_priced) {
            got.unpriced++;
            continue;
        }
        got.priced++;
        if (line->once && pot == POT_SET_ASIDE) {
            got.once += line->columns.year;
            continue;
        }
        text_addf(sum, "%s%s", first ? "" : " + ",
                  amount_shown(line->once ? line->columns.year : line->columns.week).s);
        first = false;
    }
    return got;
}

/* One pot: its lines added up, and how many are still without a price. */
static void figure_pot(struct figure_list *figures, const struct budget *budget, enum pot pot,
                       const char *name, struct money_figure figure)
{
    struct text label = {0}, detail = {0};
    struct pot_lines lines = pot_read(budget, pot, &detail);
    pence total = pot == POT_ONCE ? figure.columns.year : figure.columns.week;

    if (pot == POT_ONCE && lines.priced + lines.unpriced == 0) {
        text_free(&detail);
        return;
    }
    if (detail.len > 0 && strchr(detail.data, '+'))
        text_addf(&detail, " = %s", amount_shown(total).s);
    if (detail.len > 0)
        text_addf(&detail, " %s.", pot == POT_ONCE ? _("once") : _("a week"));
    if (lines.once > 0)
        text_addf(&detail, _("%s%s once."), detail.len > 0 ? " " : "", amount_shown(lines.once).s);
    if (lines.unpriced > 0) {
        text_add(&detail, detail.len > 0 ? " " : "");
        phrase_not_priced(lines.unpriced, &detail);
    }
    text_add(&label, name);
    figure.known = lines.priced > 0 || lines.unpriced == 0;
    figure_add(figures, &label, &detail, figure);
}

static void figures_costs(struct figure_list *figures, const struct budget *budget)
{
    figure_pot(figures, budget, POT_SUPPORT, _("Support in my week"),
               (struct money_figure){.columns = budget->support,
                                     .week_key = "support.week",
                                     .year_key = "support.year"});
    figure_pot(figures, budget, POT_OTHER, _("Other regular costs"),
               (struct money_figure){
                   .columns = budget->other, .week_key = "other.week", .year_key = "other.year"});
    figure_pot(figures, budget, POT_SET_ASIDE, _("Put aside for when things go wrong"),
               (struct money_figure){.columns = budget->set_aside,
                                     .week_key = "setaside.week",
                                     .year_key = "setaside.year"});
    figure_pot(figures, budget, POT_ONCE, _("Paid once"),
               (struct money_figure){.columns = {.year = budget->once_year},
                                     .year_only = true,
                                     .year_key = "once.year"});
}

/* A sum that anyone can check: "275.00 - 270.47 = 4.53". Terms of nought are left out. */
static void add_subtraction(pence from, const pence *less, size_t count, pence left,
                            struct text *out)
{
    bool any = false;

    text_add(out, amount_shown(from).s);
    for (size_t i = 0; i < count; i++)
        if (less[i] != 0) {
            text_addf(out, " - %s", amount_shown(less[i]).s);
            any = true;
        }
    if (any)
        text_addf(out, " = %s", amount_shown(left).s);
}

static void left_detail(const struct budget *budget, struct text *detail)
{
    const pence week[] = {budget->support.week, budget->other.week, budget->set_aside.week};
    const pence year[] = {budget->support.year, budget->other.year, budget->set_aside.year,
                          budget->once_year};

    if (!budget->amount_known) {
        text_add(detail, _("Known once the budget is known."));
        return;
    }
    add_subtraction(budget->amounts.week, week, 3, budget->left.week, detail);
    text_add(detail, _(" a week. "));
    add_subtraction(budget->amounts.year, year, 4, budget->left.year, detail);
    text_add(detail, _(" a year ("));
    phrase_basis(budget, detail);
    text_add(detail, ").");
    if (budget->over) {
        text_add(detail, " ");
        phrase_over(budget, detail);
    }
    if (budget->not_priced > 0) {
        text_add(detail, " ");
        phrase_not_priced(budget->not_priced, detail);
    }
}

static struct columns negated(struct columns c)
{
    return (struct columns){-c.week, -c.four_weeks, -c.month, -c.year};
}

/* Where every column is below nought the label says so and the figures carry no sign. */
static void figure_left(struct figure_list *figures, const struct budget *budget)
{
    const struct columns *left = &budget->left;
    bool all = left->week < 0 && left->four_weeks < 0 && left->month < 0 && left->year < 0;
    bool some = left->week < 0 || left->four_weeks < 0 || left->month < 0 || left->year < 0;
    struct money_figure figure = {.known = budget->amount_known,
                                  .columns = *left,
                                  .week_key = "left.week",
                                  .year_key = "left.year"};
    struct text label = {0}, detail = {0};

    if (all && figure.known) {
        text_add(&label, _("More than the budget"));
        figure.columns = negated(*left);
    } else {
        text_add(&label, some && figure.known ? _("Left (minus: over)") : _("Left"));
    }
    left_detail(budget, &detail);
    figure_add(figures, &label, &detail, figure);
}

/* What another fund pays: never counted against the personal budget. */
static void figure_fund(struct figure_list *figures, const struct plan *plan,
                        const struct form *form, const struct budget *budget,
                        const struct budget_fund *fund)
{
    const pence less[] = {fund->cost.year, fund->once};
    struct money_figure figure = {.known = true, .columns = fund->cost};
    struct text label = {0}, detail = {0};

    text_add(&label, _("Paid by: "));
    phrase_item(plan, form, SEC_FUND, fund->item, &label);
    if (fund->once != 0)
        text_addf(&detail, _("And %s once. "), amount_shown(fund->once).s);
    if (fund->left_year.known) {
        text_add(&detail, _("In the year ("));
        phrase_basis(budget, &detail);
        text_add(&detail, _("), left: "));
        add_subtraction(fund->amount_year.p, less, 2, fund->left_year.p, &detail);
        text_add(&detail, ".");
    } else {
        text_add(&detail, _("How much there is of it is not known yet."));
    }
    snprintf(figure.week_key, sizeof figure.week_key, "fund.%s.cost.week", fund->item);
    snprintf(figure.year_key, sizeof figure.year_key, "fund.%s.left.year", fund->item);
    figure_add(figures, &label, &detail, figure);
}

enum status figures_make(const struct plan *plan, const struct form *form,
                         const struct budget *budget, struct money_figure **list, size_t *count)
{
    struct figure_list figures = {0};

    figure_budget(&figures, form, budget);
    figures_split(&figures, plan, form, budget);
    figures_costs(&figures, budget);
    figure_left(&figures, budget);
    for (size_t i = 0; i < budget->fund_count; i++)
        figure_fund(&figures, plan, form, budget, &budget->funds[i]);
    if (figures.failed) {
        figures_free(figures.list, figures.count);
        return ST_NOMEM;
    }
    *list = figures.list;
    *count = figures.count;
    return ST_OK;
}

void figures_free(struct money_figure *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(list[i].label);
        free(list[i].detail);
    }
    free(list);
}
