/* Which need is met by what. */
#include "supportplan/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/mention.h"

/* The links in the making: in the order of what meets, not yet of the needs. */
struct links {
    const struct plan *plan;
    struct coverage_link *list;
    size_t count, cap;
    size_t *last;      /* of each need: the number of what was linked to it last; 0 for none */
    bool *goal_helped; /* of each goal: something helps with it */
    bool nomem;
};

/* Finding the links */

static void add_link(struct links *links, struct coverage_link link)
{
    if (links->count == links->cap) {
        size_t cap = links->cap ? 2 * links->cap : 32;
        struct coverage_link *list = realloc(links->list, cap * sizeof *list);
        links->nomem = links->nomem || !list;
        if (!list)
            return;
        links->list = list;
        links->cap = cap;
    }
    links->list[links->count++] = link;
}

/* Link what has a number, from 1, to the needs of a list; to each of them once. */
static void link_needs(struct links *links, struct coverage_link link, size_t number,
                       const char *needs)
{
    char name[NAME_MAX_LEN + 1];

    while ((needs = plan_next_name(needs, name))) {
        link.need = plan_place(links->plan, SEC_NEED, name);
        if (link.need == PLAN_LAST || links->last[link.need] == number)
            continue;
        links->last[link.need] = number;
        add_link(links, link);
    }
}

/* A value that is not known names nothing. */
static const char *known_names(const struct plan *plan, enum field field, const char *item)
{
    return plan_known(plan, field, item) == KNOWN ? plan_str(plan, field, item) : "";
}

static void link_line(struct links *links, const struct budget_line *line, size_t number)
{
    bool time = line->section == SEC_TIME;
    struct coverage_link link = {.section = line->section, .item = line->item, .goal = ""};
    const char *goals = known_names(links->plan, time ? F_TIME_GOALS : F_COST_GOALS, line->item);
    const char *needs = known_names(links->plan, time ? F_TIME_NEEDS : F_COST_NEEDS, line->item);
    char name[NAME_MAX_LEN + 1];

    while ((goals = plan_next_name(goals, name))) {
        size_t goal = plan_place(links->plan, SEC_GOAL, name);
        if (goal == PLAN_LAST)
            continue;
        links->goal_helped[goal] = true;
        link.goal = plan_item(links->plan, SEC_GOAL, goal);
        link_needs(links, link, number, known_names(links->plan, F_GOAL_NEEDS, link.goal));
    }
    link.goal = "";
    link_needs(links, link, number, needs);
}

/* A goal with which nothing helps is all that there is beside its needs. */
static void link_bare_goals(struct links *links, size_t number)
{
    for (size_t i = 0; i < plan_count(links->plan, SEC_GOAL); i++) {
        const char *goal = plan_item(links->plan, SEC_GOAL, i);
        struct coverage_link link = {.section = SEC_GOAL, .item = goal, .goal = goal};
        if (!links->goal_helped[i])
            link_needs(links, link, number + i, known_names(links->plan, F_GOAL_NEEDS, goal));
    }
}

/* Every link of a plan. On ST_OK links->list is the caller's. */
static enum status find_links(const struct plan *plan, const struct budget *budget,
                              struct links *links)
{
    *links = (struct links){.plan = plan,
                            .last = calloc(plan_count(plan, SEC_NEED) + 1, sizeof *links->last),
                            .goal_helped =
                                calloc(plan_count(plan, SEC_GOAL) + 1, sizeof *links->goal_helped)};
    links->nomem = !links->last || !links->goal_helped;
    for (size_t i = 0; i < budget->line_count && !links->nomem; i++)
        link_line(links, &budget->lines[i], i + 1);
    if (!links->nomem)
        link_bare_goals(links, budget->line_count + 1);
    free(links->last);
    free(links->goal_helped);
    if (links->nomem)
        free(links->list);
    return links->nomem ? ST_NOMEM : ST_OK;
}

/* Need by need */

/* Put the links in the order of their needs; those of one need stay in their order. */
static void sort_links(const struct links *links, size_t *starts, struct coverage_link *out)
{
    for (size_t i = 0; i < links->count; i++)
        out[starts[links->list[i].need]++] = links->list[i];
}

static enum coverage_how how_met(const struct plan *plan, const struct coverage_need *need)
{
    if (need->met > 0)
        return COVERAGE_PLANNED;
    switch (plan_known(plan, F_NEED_MET_BY, need->item)) {
    case KNOWN:
        return mention_any(plan_str(plan, F_NEED_MET_BY, need->item), "not met|unmet|not yet met")
                   ? COVERAGE_NOT_MET
                   : COVERAGE_OTHERWISE;
    case NOT_SURE:
        return COVERAGE_UNSURE;
    case NOT_GIVEN:
        break;
    }
    return need->count > 0 ? COVERAGE_GOAL_ONLY : COVERAGE_NOTHING;
}

static void add_cost(struct coverage_need *need, const struct budget_line *line)
{
    if (line->payer == PAYER_UNPAID)
        return;
    if (!line->year_priced) {
        need->not_priced++;
    } else if (line->once) {
        need->once += line->columns.year;
    } else {
        need->cost.week += line->columns.week;
        need->cost.four_weeks += line->columns.four_weeks;
        need->cost.month += line->columns.month;
        need->cost.year += line->columns.year;
    }
}

static void fill_need(const struct plan *plan, const struct budget *budget,
                      struct coverage_need *need)
{
    need->item = plan_item(plan, SEC_NEED, need->place);
    need->assessed = !plan_is(plan, F_NEED_ELIGIBLE, need->item, "no");
    for (size_t i = 0; i < need->count; i++) {
        const struct coverage_link *link = &need->links[i];
        if (link->section == SEC_GOAL)
            continue;
        need->met++;
        add_cost(need, budget_line_of(budget, link->section, link->item));
    }
    need->how = how_met(plan, need);
}

static int by_urgency(const void *a, const void *b)
{
    const struct coverage_need *x = a, *y = b;

    if (x->assessed != y->assessed)
        return x->assessed ? -1 : 1;
    if (x->how != y->how)
        return x->how < y->how ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static void fill_needs(const struct plan *plan, const struct budget *budget,
                       const struct links *links, size_t *starts, struct coverage *out)
{
    for (size_t i = 0; i < links->count; i++)
        starts[links->list[i].need + 1]++;
    for (size_t i = 0; i < out->count; i++) {
        starts[i + 1] += starts[i];
        out->needs[i] = (struct coverage_need){
            .place = i, .links = out->links + starts[i], .count = starts[i + 1] - starts[i]};
    }
    sort_links(links, starts, out->links);
    for (size_t i = 0; i < out->count; i++) {
        fill_need(plan, budget, &out->needs[i]);
        out->open += out->needs[i].assessed && out->needs[i].how <= COVERAGE_GOAL_ONLY;
    }
    qsort(out->needs, out->count, sizeof *out->needs, by_urgency);
}

enum status coverage_make(const struct plan *plan, const struct budget *budget,
                          struct coverage *out)
{
    struct links links;
    struct coverage made = {.count = plan_count(plan, SEC_NEED)};
    enum status st = find_links(plan, budget, &links);

    if (st != ST_OK)
        return st;
    size_t *starts = calloc(made.count + 2, sizeof *starts);
    made.needs = calloc(made.count + 1, sizeof *made.needs);
    made.links = calloc(links.count + 1, sizeof *made.links);
    made.link_count = links.count;
    if (starts && made.needs && made.links) {
        fill_needs(plan, budget, &links, starts, &made);
        *out = made;
    } else {
        coverage_free(&made);
        st = ST_NOMEM;
    }
    free(starts);
    free(links.list);
    return st;
}

void coverage_free(struct coverage *coverage)
{
    free(coverage->needs);
    free(coverage->links);
    *coverage = (struct coverage){0};
}

static bool same_links(const struct coverage_need *a, const struct coverage_need *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->links[i].section != b->links[i].section || a->links[i].item != b->links[i].item)
            return false;
    return true;
}

const struct coverage_need *coverage_same(const struct coverage *coverage,
                                          const struct coverage_need *need)
{
    for (const struct coverage_need *other = coverage->needs; need->met > 0 && other < need;
         other++)
        if (same_links(other, need))
            return other;
    return NULL;
}

struct week_time coverage_time(const struct plan *plan, const struct budget *budget,
                               const struct coverage_need *need, const char *pattern)
{
    struct week_time sum = {0};

    for (size_t i = 0; i < need->count; i++) {
        if (need->links[i].section != SEC_TIME)
            continue;
        const struct week_line *line =
            &budget->timetable[plan_place(plan, SEC_TIME, need->links[i].item)];
        struct week_time time = week_line_time(line, WEEKDAYS_ALL);
        if (!week_in_pattern(line, pattern))
            continue;
        sum.paid += time.paid;
        sum.unpaid += time.unpaid;
    }
    return sum;
}
