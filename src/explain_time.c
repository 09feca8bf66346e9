/* Minutes of a week: cover, paid and unpaid time. */
#include "explain_parts.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/lines.h"

enum { TIME_COVER, TIME_PAID, TIME_UNPAID };

/* A sum of minutes in the making. */
struct minutes_sum {
    struct text t;
    int64_t sum;
    size_t count;
};

static void add_minutes(struct minutes_sum *m, int64_t more)
{
    text_addf(&m->t, "%s%lld", m->count ? " + " : "", (long long)more);
    m->sum += more;
    m->count++;
}

/* "90 + 60 = 150." */
static void say_minutes(struct explaining *e, struct minutes_sum *m)
{
    struct text t = {0};

    if (m->count > 1)
        text_addf(&t, "%s = %lld.", text_str(&m->t), (long long)m->sum);
    else
        text_addf(&t, _("Minutes: %lld."), (long long)m->sum);
    t.nomem |= m->t.nomem;
    text_free(&m->t);
    explain_take(e, &t);
}

/* Time of lines: length x how often x workers. */

static void say_time_of(struct explaining *e, const struct week_line *line, struct minutes_sum *m)
{
    int64_t times = line->varying ? 1 : days_count(line->days);
    struct text t = {0};

    line_what(e->plan, e->in->form, line, &t);
    if (times == 1 && line->workers == 1)
        text_addf(&t, ": %d.", line->length);
    else if (line->workers == 1)
        text_addf(&t, ": %lld x %d = %lld.", (long long)times, line->length,
                  (long long)times * line->length);
    else
        text_addf(&t, _(", %lld workers: %lld x %d x %lld = %lld."), (long long)line->workers,
                  (long long)times, line->length, (long long)line->workers,
                  (long long)times * line->length * line->workers);
    add_minutes(m, times * line->length * line->workers);
    explain_take(e, &t);
}

/* A line whose times vary is not asked for its days. */
static bool days_known(const struct week_line *line)
{
    return line->varying || line->days_known;
}

static bool counts(const struct week_line *line, int part)
{
    if (!line->helped || !line->length_known || !days_known(line) || !line->workers_known)
        return false;
    if (part == TIME_PAID)
        return line->payer != PAYER_UNPAID;
    return line->payer == PAYER_UNPAID && (*line->supporter || !line->supporter_known);
}

static void say_people(struct explaining *e)
{
    struct minutes_sum m = {.count = 0};

    for (size_t i = 0; i < plan_count(e->plan, SEC_TIME); i++) {
        const struct week_line *line = &e->budget->timetable[i];
        if (week_in_pattern(line, e->item) && counts(line, e->part))
            say_time_of(e, line, &m);
    }
    say_minutes(e, &m);
}

/* Cover: the week without the gaps in it. */

static void say_stretch(struct explaining *e, minutes from, minutes until, struct minutes_sum *m)
{
    char start[8], end[8];
    struct text t = {0};

    text_addf(&t, "%s %s", day_name(from / MINUTES_DAY % 7),
              clock_print(from % MINUTES_DAY, start));
    text_add(&t, _(" to "));
    if (until % MINUTES_DAY == 0)
        text_addf(&t, "%s 24:00", day_name((until - 1) / MINUTES_DAY % 7));
    else
        text_addf(&t, "%s %s", day_name(until / MINUTES_DAY % 7),
                  clock_print(until % MINUTES_DAY, end));
    text_addf(&t, ": %d.", until - from);
    add_minutes(m, until - from);
    explain_take(e, &t);
}

/* The gap that ends first in the week: after it stands what Monday begins with. */
static size_t first_gap(const struct week_gap *gaps, size_t count)
{
    size_t first = 0;

    for (size_t i = 1; i < count; i++)
        if (gaps[i].until % MINUTES_WEEK < gaps[first].until % MINUTES_WEEK)
            first = i;
    return first;
}

/* What stands between the gaps; gaps go round the week, so the last stretch ends at the first. */
static void say_between(struct explaining *e, const struct week_gap *gaps, size_t count,
                        struct minutes_sum *m)
{
    size_t first = first_gap(gaps, count);

    for (size_t n = 0; n < count; n++) {
        size_t i = (first + n) % count;
        minutes from = gaps[i].until % MINUTES_WEEK;
        minutes until = gaps[(i + 1) % count].from;
        if (until <= from)
            until += MINUTES_WEEK;
        say_stretch(e, from, until, m);
    }
}

static bool is_loose(const struct week_line *line)
{
    return line->helped && line->length_known && days_known(line) && line->start < 0;
}

/* Lines whose times are not known add their minutes. */
static void say_loose(struct explaining *e, struct minutes_sum *m)
{
    for (size_t i = 0; i < plan_count(e->plan, SEC_TIME); i++) {
        struct week_line line = e->budget->timetable[i];
        line.workers = 1;
        if (week_in_pattern(&line, e->item) && is_loose(&line))
            say_time_of(e, &line, m);
    }
}

static bool any_clock(const struct explaining *e)
{
    for (size_t i = 0; i < plan_count(e->plan, SEC_TIME); i++) {
        const struct week_line *line = &e->budget->timetable[i];
        if (week_in_pattern(line, e->item) && line->helped && line->length_known &&
            line->days_known && line->start >= 0 && line->length > 0)
            return true;
    }
    return false;
}

static void say_cover(struct explaining *e)
{
    struct minutes_sum m = {.count = 0};
    struct week_gap *gaps = NULL;
    size_t count = 0;

    explain_say(e, _("Two people at once count once."));
    if (week_gaps(e->plan, e->item, &gaps, &count) != ST_OK) {
        e->said.st = ST_NOMEM;
        return;
    }
    say_between(e, gaps, count, &m);
    free(gaps);
    if (count == 0 && any_clock(e))
        say_stretch(e, 0, MINUTES_WEEK, &m);
    say_loose(e, &m);
    int64_t sum = m.sum;
    say_minutes(e, &m);
    if (sum > MINUTES_WEEK) {
        struct text t = {0};
        text_addf(&t, _("A week has no more minutes than %d."), MINUTES_WEEK);
        explain_take(e, &t);
    }
}

void explain_week_time(struct explaining *e)
{
    if (e->part == TIME_COVER)
        say_cover(e);
    else
        say_people(e);
}

void explain_week_weeks(struct explaining *e)
{
    struct text t = {0};

    for (size_t i = 0; i < e->budget->pattern_count; i++) {
        const struct budget_pattern *pattern = &e->budget->patterns[i];
        if (strcmp(pattern->item, e->item) != 0)
            continue;
        if (!pattern->weeks_known)
            text_add(&t, _("The plan is not sure yet."));
        else if (plan_known(e->plan, F_WEEK_WEEKS, pattern->item) == KNOWN)
            text_addf(&t, _("The plan says: %lld."), (long long)pattern->weeks);
        else
            text_addf(&t, _("The plan does not say. Then it is all of them: %lld."),
                      (long long)pattern->weeks);
    }
    explain_take(e, &t);
}
