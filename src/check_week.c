/*
 * The rules about the timetable and the year that it makes.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/mention.h"

#define DAYS_A_WEEK 7
#define RESPITE_NIGHTS 28
#define GAPS_TOLD 3

/* R24: two things at once. */

/** Whether a supporter is many people, so that it can be in two places. */
static bool is_many(const struct checking *c, const char *supporter)
{
    static const char *const many[] = {"agency", "day-service", "council", "nhs"};
    for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
        if (plan_is(c->plan, F_SUPPORTER_KIND, supporter, many[i]))
            return true;
    }
    return false;
}

/** Whether somebody else may well be there with it: an alarm, a choir. */
static bool goes_with_others(const struct checking *c, const struct week_line *line)
{
    return plan_is(c->plan, F_SUPPORTER_KIND, line->supporter, "technology") ||
           plan_is(c->plan, F_SUPPORTER_KIND, line->supporter, "community");
}

/** What is to be asked of two lines at the same time; out stays empty where nothing is. */
static void add_overlap(struct checking *c, bool same_person, const struct week_line *a,
                        const struct week_line *b, struct text *out)
{
    if (goes_with_others(c, a) || goes_with_others(c, b))
        return;
    if (same_person && !is_many(c, a->supporter))
        text_addf(out, _("%s has two things to do at once: %s and %s."),
                  check_person(c, a->supporter).s, check_line(c, a->item).s,
                  check_line(c, b->item).s);
    else if (a->payer != PAYER_UNPAID && b->payer != PAYER_UNPAID && a->workers == 1 &&
             b->workers == 1)
        text_addf(out, _("Two paid people are there at once: %s and %s."), check_line(c, a->item).s,
                  check_line(c, b->item).s);
}

/**
 * Two lines at the same time. It is said at the later line in the plan, where a reason is
 * looked for too; but at the other where that has one for it, for lines can be moved. A reason
 * of the other's for something else answers nothing here.
 */
static void judge_overlap(struct checking *c, const struct week_overlap *o)
{
    const struct week_line *a = &c->budget->timetable[o->a], *b = &c->budget->timetable[o->b];
    struct text asked = {0};
    add_overlap(c, o->same_person, a, b, &asked);
    const char *item = check_reason_for(c, a->item, text_str(&asked)) ? a->item : b->item;
    if (asked.len > 0)
        check_say(c, AS_RULE, F_TIME_START, item, "%s", text_str(&asked));
    c->nomem = c->nomem || text_status(&asked) != ST_OK;
    text_free(&asked);
}

/** Whether a line is in all patterns. */
static bool every_week(const struct checking *c, size_t i)
{
    return plan_known(c->plan, F_TIME_WEEK, plan_item(c->plan, SEC_TIME, i)) == NOT_GIVEN;
}

/** The overlaps of a pattern. Lines of every week meet in all patterns alike: once is enough. */
static void judge_pattern(struct checking *c, size_t pattern)
{
    struct week_overlap *list;
    size_t count;
    if (week_overlaps_of(c->plan, c->budget->timetable, week_pattern(c->plan, pattern), &list,
                         &count) != ST_OK) {
        c->nomem = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (pattern == 0 || !every_week(c, list[i].a) || !every_week(c, list[i].b))
            judge_overlap(c, &list[i]);
    }
    free(list);
}

/** An end before the start is read as the next day: a very long line may be a slip. */
static void judge_length(struct checking *c, size_t i)
{
    const struct week_line *line = &c->budget->timetable[i];
    struct text length = {0};
    if (line->varying || !line->length_known || line->start < 0 || line->length <= 14 * 60 ||
        line->start + line->length <= MINUTES_DAY)
        return;
    minutes_words(&length, line->length);
    check_say(c, AS_RULE, F_TIME_END, line->item,
              _("%s lasts %s, into the next day. Is that right?"), check_line(c, line->item).s,
              text_str(&length));
    c->nomem = c->nomem || text_status(&length) != ST_OK;
    text_free(&length);
}

void rule_two_at_once(struct checking *c)
{
    for (size_t i = 0; i < week_pattern_count(c->plan); i++)
        judge_pattern(c, i);
    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++)
        judge_length(c, i);
}

/* R25: never left alone. */

/** A stretch of the day without anybody, and the days on which it is the same. */
struct alone {
    minutes from, length;
    weekdays days;
};

/** Join the gaps that are the same on several days. There is room for as many as there are gaps.
 * @return how many are left */
static size_t same_each_day(const struct week_gap *gaps, size_t count, struct alone *out)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        const minutes from = gaps[i].from % MINUTES_DAY, length = gaps[i].until - gaps[i].from;
        size_t at = 0;
        while (at < n && (out[at].from != from || out[at].length != length))
            at++;
        if (at == n)
            out[n++] = (struct alone){.from = from, .length = length};
        out[at].days |= (weekdays)(1u << gaps[i].from / MINUTES_DAY % DAYS_A_WEEK);
    }
    return n;
}

/** "In "Term" nobody is there", or "Nobody is there" where all weeks are alike. */
static struct words nobody(const struct checking *c, const char *pattern)
{
    if (week_pattern_count(c->plan) > 1)
        return check_words(_("In %s nobody is there"), check_thing(c, F_WEEK_NAME, pattern).s);
    return check_words("%s", _("Nobody is there"));
}

/** "Nobody is there from 14:30 to 18:00, Monday to Friday." */
static void tell_alone(struct checking *c, const struct alone *a, const char *pattern)
{
    struct text days = {0};
    char from[8], until[8];
    days_words(&days, a->days);
    clock_print(a->from, from);
    clock_print((a->from + a->length) % MINUTES_DAY, until);
    if (a->length >= MINUTES_DAY)
        check_say(c, AS_RULE, F_TIME_START, "", _("%s for more than a day, from %s %s."),
                  nobody(c, pattern).s, text_str(&days), from);
    else
        check_say(c, AS_RULE, F_TIME_START, "", _("%s from %s to %s, %s."), nobody(c, pattern).s,
                  from, until, text_str(&days));
    c->nomem = c->nomem || text_status(&days) != ST_OK;
    text_free(&days);
}

/** Many gaps are one thing to do: how long they are together. */
static void tell_hours(struct checking *c, const struct week_gap *gaps, size_t count,
                       const char *pattern)
{
    struct text hours = {0};
    minutes all = 0;
    for (size_t i = 0; i < count; i++)
        all += gaps[i].until - gaps[i].from;
    minutes_words(&hours, all);
    check_say(c, AS_RULE, F_TIME_START, "", _("%s for %s in all. Your week shows when."),
              nobody(c, pattern).s, text_str(&hours));
    c->nomem = c->nomem || text_status(&hours) != ST_OK;
    text_free(&hours);
}

static void judge_gaps(struct checking *c, const char *pattern)
{
    struct week_gap *gaps;
    size_t count;
    if (week_gaps(c->plan, pattern, &gaps, &count) != ST_OK) {
        c->nomem = true;
        return;
    }
    struct alone *alone = calloc(count + 1, sizeof *alone);
    c->nomem = c->nomem || !alone;
    const size_t n = alone ? same_each_day(gaps, count, alone) : 0;
    if (n > GAPS_TOLD)
        tell_hours(c, gaps, count, pattern);
    for (size_t i = 0; i < n && n <= GAPS_TOLD; i++)
        tell_alone(c, &alone[i], pattern);
    free(alone);
    free(gaps);
}

void rule_never_alone(struct checking *c)
{
    if (!plan_is(c->plan, F_ABOUT_ALONE, "", "never"))
        return;
    for (size_t i = 0; i < week_pattern_count(c->plan); i++)
        judge_gaps(c, week_pattern(c->plan, i));
}

/* R31: the weeks of the year, and nights away in it. */

/** A pattern of which it is not known how many weeks it has, or NULL. */
static const char *open_pattern(const struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_WEEK); i++) {
        const char *week = plan_item(c->plan, SEC_WEEK, i);
        if (plan_known(c->plan, F_WEEK_WEEKS, week) == NOT_SURE)
            return week;
    }
    return NULL;
}

static void judge_weeks(struct checking *c)
{
    const char *open = open_pattern(c);
    if (open)
        check_unsure(c, F_WEEK_WEEKS, open, _("how many weeks of the year are like %s"),
                     check_thing(c, F_WEEK_NAME, open).s);
    else if (c->budget->weeks_known && c->budget->weeks_total != 52)
        check_say(c, AS_RULE, F_WEEK_WEEKS, "", _("Your weeks add up to %lld. A year has 52."),
                  (long long)c->budget->weeks_total);
}

/** A kind of week that says how many weeks it has, and by the calendar has not. A part of a week
 * is no difference. */
static void judge_counted(struct checking *c, const struct budget_pattern *pattern)
{
    int64_t said = 0;
    if (plan_number(c->plan, F_WEEK_WEEKS, pattern->item, &said) != KNOWN)
        return;
    int counted = (pattern->days + DAYS_A_WEEK / 2) / DAYS_A_WEEK;
    if (counted != said)
        check_say(c, ONLY_NOTE, F_WEEK_WEEKS, pattern->item,
                  _("You say %lld weeks for %s. By the calendar it has %d days, about %d weeks."),
                  (long long)said, check_thing(c, F_WEEK_NAME, pattern->item).s, pattern->days,
                  counted);
}

/** What there is to know of a year that is counted day by day. */
static void judge_dated(struct checking *c)
{
    const int without = year_days_without(&c->budget->year);
    for (size_t i = 0; i < plan_count(c->plan, SEC_WEEK); i++)
        judge_counted(c, &c->budget->patterns[i]);
    if (without > 0)
        check_say(c, ONLY_NOTE, F_WEEK_DATES, "",
                  ngettext("%d day of the year has no kind of week.",
                           "%d days of the year have no kind of week.", (unsigned long)without),
                  without);
}

/** Nights a year of a timetable line that is paid by the night; of a cost by its number. */
static int64_t nights_of(const struct checking *c, const struct budget_line *line)
{
    if (line->section == SEC_TIME) {
        const struct week_line week =
            c->budget->timetable[plan_place(c->plan, SEC_TIME, line->item)];
        return line->unit == UNIT_NIGHT && line->why == PRICED
                   ? line->weeks * (week.varying ? week.times : days_count(week.days))
                   : 0;
    }
    static const struct {
        const char *every;
        int64_t times;
    } a_year[] = {{"week", 52}, {"4weeks", 13}, {"month", 12}, {"year", 1}, {"once", 1}};
    int64_t quantity = 1;
    if (!mention_any(plan_str(c->plan, F_COST_WHAT, line->item), "night") ||
        plan_number(c->plan, F_COST_QUANTITY, line->item, &quantity) == NOT_SURE)
        return 0;
    for (size_t i = 0; i < sizeof a_year / sizeof *a_year; i++) {
        if (plan_is(c->plan, F_COST_EVERY, line->item, a_year[i].every))
            return quantity * a_year[i].times;
    }
    return 0;
}

/* Reading: past four weeks a year, short breaks are charged in another way. */
static void judge_respite(struct checking *c)
{
    int64_t nights = 0;
    enum field field = F_TIME_WHAT;
    const char *item = "";
    for (size_t i = 0; i < c->budget->line_count; i++) {
        const struct budget_line *line = &c->budget->lines[i];
        const enum field what = line->section == SEC_TIME ? F_TIME_WHAT : F_COST_WHAT;
        const int64_t more = nights_of(c, line); /* first: most lines have none */
        if (more == 0 ||
            !mention_any(plan_str(c->plan, what, line->item), "respite|short break|short stay"))
            continue;
        nights += more;
        field = what;
        item = line->item;
    }
    if (nights > RESPITE_NIGHTS)
        check_say(c, ONLY_NOTE, field, item,
                  _("Short breaks come to %lld nights a year. Over 28, what you pay may change."),
                  (long long)nights);
}

void rule_year_of_weeks(struct checking *c)
{
    judge_respite(c);
    if (c->budget->basis == BASIS_DATED)
        judge_dated(c);
    else if (plan_count(c->plan, SEC_WEEK) > 0)
        judge_weeks(c);
    if (c->budget->dated_asked && c->budget->basis != BASIS_DATED)
        check_say(c, ONLY_NOTE, F_PLAN_YEAR_START, "",
                  _("The year can't be counted by date: say when it starts. It is 52 weeks here."));
}
