/* Looking for the changes that are worth telling. */
#include <stdio.h>
#include <string.h>

#include "advice_trial.h"

#define STEP 15 /* minutes */
#define VISITS_MOST 50
#define NIGHT_ENDS (6 * 60)

/* What is known while looking. */
struct search {
    const struct plan *plan;
    const struct budget *budget;
    struct trial trial;
    struct advices all; /* the best so far */
    enum status st;
};

/* Trying amounts. */

static void set_amount(struct advice *a, int64_t n)
{
    if (a->kind == ADVICE_VISITS)
        a->times = n;
    else if (a->kind == ADVICE_ASIDE)
        a->price = n;
    else
        a->length = (minutes)(n * STEP);
}

static struct columns columns_after(const struct columns *left, const struct columns *more)
{
    return (struct columns){left->week - more->week, left->four_weeks - more->four_weeks,
                            left->month - more->month, left->year - more->year};
}

static struct columns size_of(struct columns more)
{
    return more.year < 0 ? columns_after(&(struct columns){0}, &more) : more;
}

/* Whether the plan is within its budget with a change; what it comes to is put down. */
static bool fits(struct search *s, struct advice *a)
{
    struct columns more;
    bool priced = false;
    if (!s->st)
        s->st = trial_try(&s->trial, a, &more, &priced);
    if (s->st || !priced)
        return false;
    a->change = size_of(more);
    a->left = columns_after(&s->budget->left, &more);
    return budget_fits(s->budget, &a->left);
}

/* Amounts between which the largest one that fits lies: low fits, or is 0; above most none does. */
struct between {
    int64_t low, most;
};

/* Try an amount that may be the one. */
static void narrow(struct search *s, struct advice *a, struct between *b, int64_t amount)
{
    if (amount <= b->low || amount > b->most || s->st)
        return;
    set_amount(a, amount);
    if (fits(s, a))
        b->low = amount;
    else
        b->most = amount - 1;
}

/* Each try counts a whole year. What one step costs tells nearly how many there is money for, so
 * that three tries are mostly enough. */
static void narrow_by_price(struct search *s, struct advice *a, struct between *b)
{
    narrow(s, a, b, 1);
    if (b->low == 0 || a->change.year <= 0)
        return;
    int64_t near = s->budget->left.year / a->change.year;
    near = near < b->most ? near : b->most;
    narrow(s, a, b, near);
    narrow(s, a, b, b->low < near ? near - 1 : near + 1);
}

/* The largest amount from 1 to most that fits; 0 for none. What fits, fits with less as well. */
static int64_t largest(struct search *s, struct advice *a, int64_t most)
{
    struct between b = {0, most};
    if (a->kind != ADVICE_ASIDE)
        narrow_by_price(s, a, &b);
    while (b.low < b.most && !s->st)
        narrow(s, a, &b, b.low + (b.most - b.low + 1) / 2);
    set_amount(a, b.low);
    return b.low > 0 && fits(s, a) ? b.low : 0;
}

/* Of so many steps, which save enough, about so many are needed: each saves nearly the same. */
static int64_t near_enough(const struct search *s, const struct advice *a, int64_t steps)
{
    pence saved = columns_in(&a->change, s->budget->over_every);
    return saved > 0 ? fraction_floor(fraction_of((wide)s->budget->over_by * steps, saved)) : 0;
}

/* The smallest amount from 1 to most that fits; 0 for none. What fits, fits with more as well. The
 * first two tries stand round what is near, so that they are mostly the last. */
static int64_t smallest(struct search *s, struct advice *a, int64_t most)
{
    int64_t low = 1;
    set_amount(a, most);
    if (most < 1 || !fits(s, a))
        return 0;
    const int64_t near = near_enough(s, a, most);
    struct advice best = *a;
    for (int tries = 0; low < most && !s->st; tries++) {
        int64_t middle = near + 1 - tries;
        if (tries > 1 || middle < low || middle >= most)
            middle = low + (most - low) / 2;
        set_amount(a, middle);
        if (fits(s, a)) {
            most = middle;
            best = *a;
        } else {
            low = middle + 1;
        }
    }
    *a = best;
    return most;
}

/* Keeping the best. */

static int64_t compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Below nought where a goes first. With money left the most goes first; else the least. */
static int64_t order(const struct search *s, const struct advice *a, const struct advice *b)
{
    int64_t by = s->budget->over ? 1 : -1;
    if ((a->care != CARE_NONE) != (b->care != CARE_NONE))
        return a->care != CARE_NONE ? 1 : -1;
    if (a->week_minutes != b->week_minutes)
        return by * compare(a->week_minutes, b->week_minutes);
    return by * compare(a->change.year, b->change.year);
}

static void keep(struct search *s, const struct advice *a)
{
    struct advices *all = &s->all;
    size_t at = all->count;
    while (at > 0 && order(s, a, &all->list[at - 1]) < 0)
        at--;
    if (at == ADVICES_MAX)
        return;
    size_t behind = all->count - at - (all->count == ADVICES_MAX);
    memmove(&all->list[at + 1], &all->list[at], behind * sizeof *a);
    all->list[at] = *a;
    all->count += all->count < ADVICES_MAX;
}

static struct advice advice_of(enum advice_kind kind, enum section section, const char *item)
{
    struct advice a = {.kind = kind, .section = section, .day = ADVICE_ALL_DAYS};
    snprintf(a.item, sizeof a.item, "%s", item);
    return a;
}

/* What is left buys. */

static void more_by_the_hour(struct search *s, const char *supporter)
{
    struct advice a = advice_of(ADVICE_MORE, SEC_SUPPORTER, supporter);
    if (largest(s, &a, MINUTES_WEEK / STEP) == 0 || a.change.year == 0)
        return;
    a.week_minutes = a.length;
    keep(s, &a);
}

/* Whether a price is for a visit, a night, a day or a session of an ordinary weekday. */
static bool is_by_the_visit(const struct plan *plan, const char *rate)
{
    int unit = UNIT_NONE, when = 0;
    plan_word(plan, F_RATE_UNIT, rate, &unit);
    enum known known = plan_word(plan, F_RATE_WHEN, rate, &when);
    return unit != UNIT_NONE && unit != UNIT_HOUR && unit != UNIT_WEEK && known != NOT_SURE &&
           when <= schema_word_index(F_RATE_WHEN, "weekday");
}

static void more_by_the_visit(struct search *s, const char *supporter, const char *rate)
{
    struct advice a = advice_of(ADVICE_VISITS, SEC_SUPPORTER, supporter);
    minutes length = 0;
    snprintf(a.other, sizeof a.other, "%s", rate);
    if (largest(s, &a, VISITS_MOST) == 0 || a.change.year == 0)
        return;
    plan_minutes(s->plan, F_RATE_MINUTES, rate, &length);
    a.length = length * (minutes)a.times;
    a.week_minutes = a.length;
    keep(s, &a);
}

static void look_for_more(struct search *s)
{
    for (size_t i = 0; i < plan_count(s->plan, SEC_SUPPORTER); i++)
        more_by_the_hour(s, plan_item(s->plan, SEC_SUPPORTER, i));
    for (size_t i = 0; i < plan_count(s->plan, SEC_RATE); i++) {
        const char *rate = plan_item(s->plan, SEC_RATE, i);
        if (is_by_the_visit(s->plan, rate) && plan_known(s->plan, F_RATE_SUPPORTER, rate) == KNOWN)
            more_by_the_visit(s, plan_str(s->plan, F_RATE_SUPPORTER, rate), rate);
    }
}

/* What a change would take beside time. */

static bool serves(const struct plan *plan, enum section section, const char *item,
                   const char *need)
{
    enum field needs = section == SEC_TIME ? F_TIME_NEEDS : F_COST_NEEDS;
    enum field goals = section == SEC_TIME ? F_TIME_GOALS : F_COST_GOALS;
    if (plan_refers(plan, needs, item, need))
        return true;
    for (size_t i = 0; i < plan_count(plan, SEC_GOAL); i++) {
        const char *goal = plan_item(plan, SEC_GOAL, i);
        if (plan_refers(plan, goals, item, goal) && plan_refers(plan, F_GOAL_NEEDS, goal, need))
            return true;
    }
    return false;
}

static bool another_serves(const struct plan *plan, const char *line, const char *need)
{
    static const enum section sections[] = {SEC_TIME, SEC_COST};
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < plan_count(plan, sections[s]); i++) {
            const char *item = plan_item(plan, sections[s], i);
            if (strcmp(item, line) != 0 && serves(plan, sections[s], item, need))
                return true;
        }
    return plan_known(plan, F_NEED_MET_BY, need) == KNOWN;
}

/* The need that nothing but this line meets, or NULL. */
static const char *only_support_for(const struct plan *plan, const char *line)
{
    for (size_t i = 0; i < plan_count(plan, SEC_NEED); i++) {
        const char *need = plan_item(plan, SEC_NEED, i);
        if (serves(plan, SEC_TIME, line, need) && !another_serves(plan, line, need))
            return need;
    }
    return NULL;
}

static bool is_on(const struct week_line *line, int day)
{
    return line->days >> day & 1;
}

/* Whether another line covers all of a line as it stands on a day. */
static bool covered(const struct week_line *line, int day, const struct week_line *other)
{
    for (int d = 0; d < 7; d++) {
        int gap = (day - d) * MINUTES_DAY + line->start - other->start;
        gap = (gap % MINUTES_WEEK + MINUTES_WEEK) % MINUTES_WEEK;
        if (is_on(other, d) && gap + line->length <= other->length)
            return true;
    }
    return false;
}

static bool is_night(const struct week_line *line)
{
    return !line->varying && line->start >= 0 &&
           (line->start < NIGHT_ENDS || line->start + line->length > MINUTES_DAY);
}

/* Whether nobody else is there at the time of a line on a day. */
static bool alone_without(const struct plan *plan, const struct budget *budget,
                          const struct week_line *line, int day)
{
    size_t count = plan_count(plan, SEC_TIME);
    for (size_t i = 0; i < count; i++) {
        const struct week_line *other = &budget->timetable[i];
        if (strcmp(other->item, line->item) != 0 && other->helped && !other->varying &&
            other->start >= 0 && other->length_known && covered(line, day, other))
            return false;
    }
    return true;
}

static bool night_alone(const struct plan *plan, const struct budget *budget,
                        const struct week_line *line, int only)
{
    if (!is_night(line) || plan_is(plan, F_ABOUT_ALONE, "", "fine"))
        return false;
    for (int day = 0; day < 7; day++)
        if (is_on(line, day) && (only == ADVICE_ALL_DAYS || only == day) &&
            alone_without(plan, budget, line, day))
            return true;
    return false;
}

void advice_judge_care(const struct plan *plan, const struct budget *budget,
                       const struct week_line *line, struct advice *a)
{
    const char *need = only_support_for(plan, line->item);
    if (need) {
        a->care = CARE_NEED;
        snprintf(a->need, sizeof a->need, "%s", need);
    }
    if (night_alone(plan, budget, line, a->day))
        a->care = CARE_NIGHT;
}

/* What puts it right. */

int64_t advice_week_minutes(const struct week_line *line, int day, minutes each)
{
    int days = line->varying || day != ADVICE_ALL_DAYS ? 1 : days_count(line->days);
    return (int64_t)each * days * line->workers;
}

/* Try one day, or all of them, for how many minutes a line must be shorter. */
static bool try_shorter(struct search *s, const struct week_line *line, int day,
                        struct advice *best)
{
    struct advice a = advice_of(ADVICE_SHORTER, SEC_TIME, line->item);
    a.day = day;
    if (smallest(s, &a, (line->length - 1) / STEP) == 0)
        return false;
    a.week_minutes = advice_week_minutes(line, day, a.length);
    advice_judge_care(s->plan, s->budget, line, &a);
    *best = a;
    return true;
}

/* Leaving it out on one day, or on all. */
static bool try_off(struct search *s, const struct week_line *line, int day, struct advice *best)
{
    struct advice a = advice_of(ADVICE_OFF, SEC_TIME, line->item);
    a.day = day;
    if (!fits(s, &a))
        return false;
    a.week_minutes = advice_week_minutes(line, day, line->length_known ? line->length : 0);
    advice_judge_care(s->plan, s->budget, line, &a);
    *best = a;
    return true;
}

typedef bool try_line(struct search *, const struct week_line *, int, struct advice *);

/* The last day on which it is enough; where none is, all days. */
static bool on_best_day(struct search *s, const struct week_line *line, try_line *try,
                        struct advice *best)
{
    bool one = line->varying || days_count(line->days) == 1;
    for (int day = 6; day >= 0 && !one; day--)
        if (is_on(line, day) && try(s, line, day, best))
            return true;
    return try(s, line, ADVICE_ALL_DAYS, best);
}

/* Shorter where that is enough, for it takes less; else out. */
static void look_at_line(struct search *s, const struct week_line *line,
                         const struct budget_line *cost)
{
    struct advice best;
    bool whole = line->days_known && line->workers_known && line->length_known;
    bool found = whole && cost->unit == UNIT_HOUR && on_best_day(s, line, try_shorter, &best);
    if (!found)
        found = whole && on_best_day(s, line, try_off, &best);
    if (found)
        keep(s, &best);
}

/* Only money that comes each week, or so, and once each time. */
static void look_at_aside(struct search *s, const struct budget_line *cost)
{
    struct advice a = advice_of(ADVICE_ASIDE, SEC_COST, cost->item);
    if (!cost->once && plan_known(s->plan, F_COST_QUANTITY, cost->item) == NOT_GIVEN &&
        largest(s, &a, cost->price.p - 1) > 0)
        keep(s, &a);
}

/* Whether somebody else's money can pay all of a line or cost. */
static void look_at_fund(struct search *s, const struct budget_line *cost,
                         const struct budget_fund *fund, struct advice *best)
{
    struct advice a = advice_of(ADVICE_OTHER, cost->section, cost->item);
    snprintf(a.other, sizeof a.other, "%s", fund->item);
    if (fund->left_year.known && fund->left_year.p >= cost->columns.year && fits(s, &a) &&
        (!*best->item || a.change.year < best->change.year))
        *best = a;
}

/* Whether a line of the budget is large enough to make up what is over. */
static bool is_enough(const struct search *s, const struct budget_line *cost)
{
    return cost->year_priced && cost->payer == PAYER_FUND && strcmp(cost->fund, "budget") == 0 &&
           columns_in(&cost->columns, s->budget->over_every) >= s->budget->over_by;
}

static void look_at_funds(struct search *s)
{
    for (size_t f = 0; f < s->budget->fund_count; f++) {
        struct advice best = {.item = ""};
        for (size_t i = 0; i < s->budget->line_count; i++)
            if (is_enough(s, &s->budget->lines[i]) && !s->budget->lines[i].set_aside)
                look_at_fund(s, &s->budget->lines[i], &s->budget->funds[f], &best);
        if (*best.item)
            keep(s, &best);
    }
}

static void look_for_less(struct search *s)
{
    size_t times = plan_count(s->plan, SEC_TIME);
    for (size_t i = 0; i < s->budget->line_count; i++) {
        const struct budget_line *cost = &s->budget->lines[i];
        if (!is_enough(s, cost))
            continue;
        if (i < times)
            look_at_line(s, &s->budget->timetable[i], cost);
        else if (cost->set_aside)
            look_at_aside(s, cost);
    }
    look_at_funds(s);
}

/* What takes a need's only support, or the only person at night, is left out where it can be. */
static void drop_careless(struct advices *all)
{
    while (all->count > 1 && all->list[0].care == CARE_NONE &&
           all->list[all->count - 1].care != CARE_NONE)
        all->count--;
}

enum status advice_find(const struct plan *plan, const struct budget *budget,
                        const struct holidays *holidays, struct advices *out)
{
    struct search s = {.plan = plan, .budget = budget};
    if (budget->amount_known)
        s.st = trial_open(plan, holidays, &s.trial);
    if (budget->amount_known && !s.st && budget->over)
        look_for_less(&s);
    else if (budget->amount_known && !s.st)
        look_for_more(&s);
    trial_close(&s.trial);
    drop_careless(&s.all);
    if (!s.st)
        *out = s.all;
    return s.st;
}
