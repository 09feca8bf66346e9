/* Who gives how much time, paid and unpaid. */
#include "supportplan/split.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"

/* Dividing */

static void add_time(struct week_time *to, const struct week_time *time)
{
    to->paid += time->paid;
    to->unpaid += time->unpaid;
}

static bool is_nothing(const struct week_time *time)
{
    return time->paid == 0 && time->unpaid == 0;
}

static void add_to_day(struct split *split, struct split_person *person, int day,
                       const struct week_time *time)
{
    add_time(&person->days[day], time);
    add_time(&person->all, time);
    add_time(&split->days[day], time);
    add_time(&split->all, time);
}

/* A line that varies counts on a Monday in the sums, but belongs to no day. */
static void add_line(struct split *split, struct split_person *person, const struct week_line *line)
{
    for (int day = 0; day < 7; day++) {
        struct week_time time = week_line_time(line, (weekdays)(1 << day));
        if (!is_nothing(&time))
            add_to_day(split, person, line->varying ? SPLIT_VARIES : day, &time);
    }
}

/* Leave out who has no time in this week. */
static void keep_those_with_time(struct split *split)
{
    size_t kept = 0;
    for (size_t i = 0; i < split->count; i++)
        if (!is_nothing(&split->people[i].all))
            split->people[kept++] = split->people[i];
    split->count = kept;
}

enum status split_make(const struct plan *plan, const struct budget *budget, const char *pattern,
                       struct split *out)
{
    size_t supporters = plan_count(plan, SEC_SUPPORTER);
    struct split split = {.count = supporters + 1};

    split.people = calloc(split.count, sizeof *split.people);
    if (!split.people)
        return ST_NOMEM;
    for (size_t i = 0; i < split.count; i++)
        split.people[i].supporter = i < supporters ? plan_item(plan, SEC_SUPPORTER, i) : "";
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        const struct week_line *line = &budget->timetable[i];
        size_t who = plan_place(plan, SEC_SUPPORTER, line->supporter);
        if (week_in_pattern(line, pattern))
            add_line(&split, &split.people[who == PLAN_LAST ? supporters : who], line);
    }
    keep_those_with_time(&split);
    *out = split;
    return ST_OK;
}

void split_free(struct split *split)
{
    free(split->people);
    *split = (struct split){0};
}

weekdays split_days_like(const struct split *split, int day)
{
    const struct week_time *time = &split->days[day];
    weekdays days = 0;
    for (int other = day; other < SPLIT_VARIES; other++)
        if (split->days[other].paid == time->paid && split->days[other].unpaid == time->unpaid)
            days |= (weekdays)(1U << other);
    return days;
}

/* Sentences */

static int64_t part_of(const struct week_time *time, bool paid)
{
    return paid ? time->paid : time->unpaid;
}

/* The days with as many minutes as one has, from it on. */
static weekdays days_like(const struct split_person *person, int day, bool paid)
{
    weekdays days = 0;
    for (int other = 0; other < SPLIT_VARIES; other++)
        if (part_of(&person->days[other], paid) == part_of(&person->days[day], paid))
            days |= (weekdays)(1U << other);
    return days;
}

static void add_stretch(const struct split_person *person, int day, weekdays days, bool paid,
                        struct text *out)
{
    if (day == SPLIT_VARIES)
        text_add(out, _("times vary"));
    else
        days_words(out, days);
    text_add(out, " ");
    minutes_words(out, part_of(&person->days[day], paid));
}

void split_days_words(const struct split_person *person, bool paid, struct text *out)
{
    weekdays said = 0;
    const char *before = "";

    for (int day = 0; day < SPLIT_DAYS; day++) {
        weekdays days = day < SPLIT_VARIES ? days_like(person, day, paid) : 0;
        if (part_of(&person->days[day], paid) == 0 || (said & days))
            continue;
        said |= days;
        text_add(out, before);
        add_stretch(person, day, days, paid, out);
        before = ", ";
    }
}

/* "10 h paid a week: Monday to Friday 2 h." */
static void add_part(const struct split_person *person, bool paid, struct text *out)
{
    if (part_of(&person->all, paid) == 0)
        return;
    text_add(out, out->len ? " " : "");
    minutes_words(out, part_of(&person->all, paid));
    text_add(out, paid ? _(" paid a week: ") : _(" unpaid a week: "));
    split_days_words(person, paid, out);
    text_add(out, ".");
}

void split_person_words(const struct split_person *person, struct text *out)
{
    struct text t = {0};

    add_part(person, true, &t);
    add_part(person, false, &t);
    phrase_join(out, &t);
    text_free(&t);
}

void split_willing_words(const struct plan *plan, const struct form *form,
                         const struct split_person *person, struct text *out)
{
    if (person->all.unpaid == 0 || *person->supporter == '\0' ||
        plan_is(plan, F_SUPPORTER_KIND, person->supporter, "community") ||
        plan_is(plan, F_SUPPORTER_KIND, person->supporter, "technology"))
        return;
    text_addf(out, "%s: ", phrase_label(form, F_SUPPORTER_WILLING));
    if (plan_known(plan, F_SUPPORTER_WILLING, person->supporter) == NOT_GIVEN)
        text_add(out, _("not written down yet"));
    phrase_value(plan, form, F_SUPPORTER_WILLING, person->supporter, out);
    text_add(out, ".");
}

void split_name(const struct plan *plan, const struct form *form, const char *supporter,
                struct text *out)
{
    if (*supporter == '\0')
        text_add(out, _("Somebody not known yet"));
    else
        phrase_item(plan, form, SEC_SUPPORTER, supporter, out);
}
