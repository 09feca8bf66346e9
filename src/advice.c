/* Changes of a plan, and what each would cost or save. */
#include "supportplan/advice.h"

#include <stdio.h>
#include <string.h>

#include "advice_trial.h"

/* Carrying a change out. */

static enum status set_number(struct plan *plan, enum field field, const char *item, int64_t number,
                              struct edits *undo)
{
    char s[24];
    snprintf(s, sizeof s, "%lld", (long long)number);
    return plan_set(plan, field, item, s, PLAN_LAST, undo);
}

/* Whoever is not paid by the budget as a rule is for these hours. */
static enum status let_budget_pay(struct plan *plan, const char *item, struct edits *undo)
{
    struct week_line line = week_line(plan, plan_place(plan, SEC_TIME, item));
    if (line.payer == PAYER_FUND && strcmp(line.fund, "budget") == 0)
        return ST_OK;
    return plan_set(plan, F_TIME_PAYS, item, "budget", PLAN_LAST, undo);
}

/* A new line whose days and times are still to be chosen. */
static enum status take_more(struct plan *plan, const struct advice *a, struct edits *undo)
{
    char item[NAME_MAX_LEN + 1];
    enum status st = plan_new_item(plan, SEC_TIME, item, undo);
    if (!st && a->length > 0)
        st = set_number(plan, F_TIME_MINUTES, item, a->length, undo);
    if (!st && a->times > 0)
        st = set_number(plan, F_TIME_TIMES, item, a->times, undo);
    if (!st)
        st = plan_set(plan, F_TIME_WHAT, item, _("More time"), PLAN_LAST, undo);
    if (!st)
        st = plan_set(plan, F_TIME_SUPPORTER, item, a->item, PLAN_LAST, undo);
    if (!st)
        st = plan_set(plan, F_TIME_RATE, item, a->other, PLAN_LAST, undo);
    return st ? st : let_budget_pay(plan, item, undo);
}

/* A line that says when it ends is told another end; else another length. */
static enum status shorten(struct plan *plan, const char *item, minutes by, struct edits *undo)
{
    struct week_line line = week_line(plan, plan_place(plan, SEC_TIME, item));
    char s[8];
    if (line.varying || plan_known(plan, F_TIME_END, item) != KNOWN)
        return set_number(plan, F_TIME_MINUTES, item, line.length - by, undo);
    minutes end = (line.start + line.length - by) % MINUTES_DAY;
    return plan_set(plan, F_TIME_END, item, clock_print(end == 0 ? MINUTES_DAY : end, s), PLAN_LAST,
                    undo);
}

static enum status set_days(struct plan *plan, const char *item, weekdays days, struct edits *undo)
{
    char s[32];
    return plan_set(plan, F_TIME_DAYS, item, days_print(days, s), PLAN_LAST, undo);
}

/* On one day of several the line becomes two, and its other days stay as they are. */
static enum status take_shorter(struct plan *plan, const struct advice *a, struct edits *undo)
{
    char other[NAME_MAX_LEN + 1];
    struct week_line line = week_line(plan, plan_place(plan, SEC_TIME, a->item));
    if (a->day == ADVICE_ALL_DAYS || days_count(line.days) == 1)
        return shorten(plan, a->item, a->length, undo);
    weekdays day = (weekdays)(1u << a->day);
    enum status st = plan_double(plan, SEC_TIME, a->item, other, undo);
    if (!st)
        st = set_days(plan, a->item, (weekdays)(line.days & ~day), undo);
    if (!st)
        st = set_days(plan, other, day, undo);
    return st ? st : shorten(plan, other, a->length, undo);
}

static enum status take_off(struct plan *plan, const struct advice *a, struct edits *undo)
{
    struct week_line line = week_line(plan, plan_place(plan, SEC_TIME, a->item));
    if (a->day != ADVICE_ALL_DAYS && days_count(line.days) > 1)
        return set_days(plan, a->item, (weekdays)(line.days & ~(1u << a->day)), undo);
    return plan_remove(plan, SEC_TIME, a->item, undo);
}

enum status advice_take(struct plan *plan, const struct advice *a, struct edits *undo)
{
    char price[MONEY_ROOM];
    switch (a->kind) {
    case ADVICE_MORE:
    case ADVICE_VISITS:
        return take_more(plan, a, undo);
    case ADVICE_ASIDE:
        return plan_set(plan, F_COST_PRICE, a->item, money_print(a->price, price), PLAN_LAST, undo);
    case ADVICE_OTHER:
        return plan_set(plan, a->section == SEC_TIME ? F_TIME_PAYS : F_COST_PAYS, a->item, a->other,
                        PLAN_LAST, undo);
    case ADVICE_SHORTER:
        return take_shorter(plan, a, undo);
    case ADVICE_OFF:
        return take_off(plan, a, undo);
    }
    return ST_OK;
}

/* Trying one. */

static bool is_list(enum field field)
{
    return schema_fields[field].kind == KIND_REFS;
}

/* Lists of goals and needs bear on no sum, and what they name is not there. */
static enum status load_item(struct plan *to, const struct plan *from, enum section section,
                             const char *item)
{
    const struct schema_section *s = &schema_sections[section];
    enum status st = ST_OK;
    for (int i = 0; st == ST_OK && i < s->count; i++) {
        enum field field = (enum field)((int)s->first + i);
        const char *value = plan_get(from, field, item);
        if (value && !is_list(field))
            st = plan_load(to, field, item, value);
    }
    return st;
}

enum status trial_open(const struct plan *plan, const struct holidays *holidays, struct trial *out)
{
    static const enum section sections[] = {SEC_PLAN, SEC_ABOUT, SEC_SUPPORTER,
                                            SEC_RATE, SEC_WEEK,  SEC_FUND};
    struct trial trial = {.from = plan, .plan = plan_new(), .holidays = holidays};
    enum status st = trial.plan ? ST_OK : ST_NOMEM;
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++)
        for (size_t i = 0; !st && i < plan_count(plan, sections[s]); i++)
            st = load_item(trial.plan, plan, sections[s],
                           schema_sections[sections[s]].items == ITEMS_NONE
                               ? ""
                               : plan_item(plan, sections[s], i));
    if (st)
        trial_close(&trial);
    else
        *out = trial;
    return st;
}

void trial_close(struct trial *trial)
{
    plan_free(trial->plan);
    *trial = (struct trial){0};
}

/* What all lines of the trial come to for the personal budget, and whether all have a price: by the
 * hour, where they are to be by the hour. */
static enum status count_trial(const struct trial *trial, bool by_hour, struct columns *out,
                               bool *priced)
{
    struct budget b;
    enum status st = budget_count_with(trial->plan, trial->holidays, &b);
    if (st)
        return st;
    *out = (struct columns){.week = b.cost.week + b.set_aside.week,
                            .four_weeks = b.cost.four_weeks + b.set_aside.four_weeks,
                            .month = b.cost.month + b.set_aside.month,
                            .year = b.cost.year + b.set_aside.year + b.once_year};
    *priced = b.not_priced == 0 && (!by_hour || b.lines[0].unit == UNIT_HOUR);
    budget_free(&b);
    return ST_OK;
}

static bool is_new_line(const struct advice *a)
{
    return a->kind == ADVICE_MORE || a->kind == ADVICE_VISITS;
}

/* Take out the line that was tried before. */
static void drop_line(struct trial *trial)
{
    for (size_t i = plan_count(trial->plan, SEC_TIME); i-- > 0;)
        plan_remove(trial->plan, SEC_TIME, plan_item(trial->plan, SEC_TIME, i), NULL);
    for (size_t i = plan_count(trial->plan, SEC_COST); i-- > 0;)
        plan_remove(trial->plan, SEC_COST, plan_item(trial->plan, SEC_COST, i), NULL);
    trial->item[0] = '\0';
    trial->before = (struct columns){0};
    trial->priced = true;
}

/* Put the line that is to be changed into the plan, where it is not there yet, and count it. */
static enum status hold_line(struct trial *trial, const struct advice *a)
{
    const char *item = is_new_line(a) ? "" : a->item;
    if (trial->section == a->section && strcmp(trial->item, item) == 0)
        return ST_OK;
    drop_line(trial);
    trial->section = a->section;
    if (!*item)
        return ST_OK;
    enum status st = load_item(trial->plan, trial->from, a->section, item);
    if (!st)
        st = count_trial(trial, false, &trial->before, &trial->priced);
    if (!st)
        snprintf(trial->item, sizeof trial->item, "%s", item);
    return st;
}

enum status trial_try(struct trial *trial, const struct advice *a, struct columns *more,
                      bool *priced)
{
    struct edits done = {0};
    struct columns after = {0};
    bool is = false;
    enum status st = hold_line(trial, a);
    if (!st)
        st = advice_take(trial->plan, a, &done);
    if (!st)
        st = count_trial(trial, a->kind == ADVICE_MORE, &after, &is);
    plan_undo(trial->plan, &done, NULL);
    edits_free(&done);
    const struct columns *before = &trial->before;
    *more = (struct columns){after.week - before->week, after.four_weeks - before->four_weeks,
                             after.month - before->month, after.year - before->year};
    *priced = trial->priced && is;
    return st;
}

struct figure advice_allows(const struct budget *budget)
{
    if (!budget->amount_known || budget->every == EVERY_WEEK)
        return (struct figure){false, 0};
    return (struct figure){true, budget_allows_a_week(budget)};
}
