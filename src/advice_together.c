/*
 * Changes that put a plan right together, where none does alone: what saves the most goes first, so
 * that they are few, and the last is as small as it can be.
 */
#include <stdio.h>
#include <string.h>

#include "advice_trial.h"

/* A plan on which one change is made after the other. */
struct together {
    struct plan *plan;
    const struct holidays *holidays;
    struct budget budget; /* of this plan */
    struct advices all;   /* what was done to it */
};

/* The change of a plan that is looked for, and what it saves in the period that counts. */
struct step {
    struct advice a;
    pence saves; /* 0: none was found */
};

static struct advice step_of(enum advice_kind kind, const struct budget_line *line)
{
    struct advice a = {.kind = kind, .section = line->section, .day = ADVICE_ALL_DAYS};

    snprintf(a.item, sizeof a.item, "%s", line->item);
    return a;
}

/* What takes less from the person goes first: money, then time, then the only support for
 * something; of these what saves the most. */
static int rank_of(const struct advice *a)
{
    if (a->kind != ADVICE_OFF)
        return 0;
    return a->care == CARE_NONE ? 1 : 2;
}

static void offer_step(struct step *best, const struct advice *a, pence saves)
{
    int better = rank_of(&best->a) - rank_of(a);

    if (saves > 0 && (best->saves == 0 || better > 0 || (better == 0 && saves > best->saves)))
        *best = (struct step){*a, saves};
}

static void look_at_funds(const struct budget *b, const struct budget_line *line, pence saves,
                          struct step *best)
{
    for (size_t i = 0; i < b->fund_count; i++) {
        const struct budget_fund *fund = &b->funds[i];
        struct advice a = step_of(ADVICE_OTHER, line);
        if (!fund->left_year.known || fund->left_year.p < line->columns.year)
            continue;
        snprintf(a.other, sizeof a.other, "%s", fund->item);
        offer_step(best, &a, saves);
    }
}

/* Leaving a line out, on all of its days. */
static void look_at_time(const struct together *t, size_t i, pence saves, struct step *best)
{
    const struct week_line *line = &t->budget.timetable[i];
    struct advice a = step_of(ADVICE_OFF, &t->budget.lines[i]);

    if (!line->days_known || !line->workers_known || !line->length_known)
        return;
    a.week_minutes = advice_week_minutes(line, ADVICE_ALL_DAYS, line->length);
    advice_judge_care(t->plan, &t->budget, line, &a);
    offer_step(best, &a, saves);
}

static void look_at(const struct together *t, size_t i, struct step *best)
{
    const struct budget_line *line = &t->budget.lines[i];
    struct advice aside = step_of(ADVICE_ASIDE, line);
    pence saves = columns_in(&line->columns, t->budget.over_every);

    if (!line->year_priced || line->payer != PAYER_FUND || strcmp(line->fund, "budget") != 0)
        return;
    if (line->set_aside && !line->once)
        offer_step(best, &aside, saves);
    else if (!line->set_aside)
        look_at_funds(&t->budget, line, saves, best);
    if (line->section == SEC_TIME)
        look_at_time(t, i, saves, best);
}

static struct columns columns_between(const struct columns *before, const struct columns *after)
{
    return (struct columns){after->week - before->week, after->four_weeks - before->four_weeks,
                            after->month - before->month, after->year - before->year};
}

/* Make a change, count again, and put down what it came to. */
static enum status make_step(struct together *t, struct advice *a)
{
    struct columns before = t->budget.left;
    struct edits undo = {0};

    budget_free(&t->budget); /* it borrows what may be taken away */
    t->budget = (struct budget){0};
    enum status st = advice_take(t->plan, a, &undo);
    edits_free(&undo);
    if (!st)
        st = budget_count_with(t->plan, t->holidays, &t->budget);
    if (st)
        return st;
    a->left = t->budget.left;
    a->change = columns_between(&before, &a->left);
    t->all.list[t->all.count++] = *a;
    return ST_OK;
}

/* One more change: the best that is enough, else what saves the most. *found is false where there
 * is none. */
static enum status add_step(struct together *t, bool *found)
{
    struct advices enough = {.count = 0};
    struct step best = {.saves = 0};

    enum status st = advice_find(t->plan, &t->budget, t->holidays, &enough);
    for (size_t i = 0; !st && enough.count == 0 && i < t->budget.line_count; i++)
        look_at(t, i, &best);
    *found = enough.count > 0 || best.saves > 0;
    if (st || !*found)
        return st;
    return make_step(t, enough.count > 0 ? &enough.list[0] : &best.a);
}

enum status advice_together(const struct plan *plan, const struct holidays *holidays,
                            struct advices *out)
{
    struct together t = {.plan = plan_copy(plan), .holidays = holidays};
    bool found = true;

    enum status st = t.plan ? budget_count_with(t.plan, holidays, &t.budget) : ST_NOMEM;
    while (!st && found && t.budget.over && t.all.count < ADVICES_MAX)
        st = add_step(&t, &found);
    if (!st)
        *out = t.budget.over ? (struct advices){.count = 0} : t.all;
    budget_free(&t.budget);
    plan_free(t.plan);
    return st;
}
