/*
 * The clock times of a timetable line.
 */
#include <string.h>

#include "entry_said.h"

int said_clock_at(const struct said *said, int i, struct moment *out)
{
    char run[SAID_RUN * SAID_ROOM];
    minutes at;
    for (int n = 2; n > 0; n--) {
        if (!said_free(said, i, n))
            continue;
        if (n == 2 && (said->word[i].comma ||
                       !said_is(said, i + 1, SAID_HALVES SAID_CLOCK_NAMES SAID_OCLOCK)))
            continue;
        if (clock_parse(said_run(said, i, n, run), &at) != ST_OK)
            continue;
        bool clock = strpbrk(run, "oO") && strpbrk(run, "kK"); /* o'clock */
        bool letters = run[strspn(run, "0123456789:. ")] != '\0';
        out->at = at;
        out->half = letters && !clock              ? HALF_SAID
                    : *run == '0' || at >= 13 * 60 ? HALF_FULL
                                                   : HALF_OPEN;
        return n;
    }
    return 0;
}

/* Minutes from one time on a clock to the next time that it says another: 1 to 1440. */
static minutes gap(minutes from, minutes until)
{
    minutes m = (until - from) % MINUTES_DAY;
    return m <= 0 ? m + MINUTES_DAY : m;
}

/* Which half of the day is meant: "9-5" ends in the afternoon, "7-9pm" begins in the evening. */
static void settle(struct moment *start, struct moment *end)
{
    minutes half = MINUTES_DAY / 2;
    if (start->half == HALF_OPEN && end->half == HALF_SAID) {
        start->at %= half;
        if (gap(start->at + half, end->at) < gap(start->at, end->at))
            start->at += half;
    } else if (end->half == HALF_OPEN && (start->half != HALF_FULL || start->at <= half)) {
        end->at %= half;
        if (gap(start->at, end->at + half) < gap(start->at, end->at))
            end->at += half;
    }
    if (end->at == 0)
        end->at = MINUTES_DAY;
}

/* "2-1", "1 to 1": how many helpers one person has, not a time. */
static bool is_ratio(const struct said *said, int i, int j)
{
    const char *a = said->word[i].text, *b = said->word[j].text;
    return strlen(a) == 1 && *a >= '1' && *a <= '3' && strcmp(b, "1") == 0;
}

/* Words before a time that say no more than that it is one; how many. */
static int lead_at(const struct said *said, int i, const char *list)
{
    int n = said_is(said, i, list);
    return n + said_is(said, i + n, " about around approx approximately roughly ");
}

/* "9-12", "from 9 until 12", "between 9 and 12" at word i; how many words it takes. */
static int span_at(const struct said *said, int i, struct moment *start, struct moment *end)
{
    bool between = said_is(said, i, " between ");
    int from = i + lead_at(said, i, " from at between ");
    int n = said_clock_at(said, from, start), to = from + n + 1;
    if (n == 0 || said->word[to - 2].comma)
        return 0;
    bool joined = said_is_dash(said, to - 1) || said_is(said, to - 1, SAID_JOINTS) ||
                  (between && said_is(said, to - 1, " and "));
    to += lead_at(said, to, " at ");
    int more = joined ? said_clock_at(said, to, end) : 0;
    if (more == 0 || is_ratio(said, from, to))
        return 0;
    more += said_is(said, to + more, " hrs hr hours ");
    return to + more - i;
}

static bool is_bare(const struct said *said, int i, int n)
{
    const char *text = said->word[i].text;
    return n == 1 && text[strspn(text, "0123456789")] == '\0';
}

/* "9 for 3 hours", "21:00+9h", "9am 1 hour" at word i; how many words it takes. */
static int start_and_length(const struct said *said, int i, struct moment *start, minutes *length)
{
    int at = lead_at(said, i, " from at ");
    int from = i + at, n = said_clock_at(said, from, start);
    if (n == 0 || said->word[from + n - 1].comma)
        return 0;
    bool joined = said_is(said, from + n, " for + ");
    bool bare = is_bare(said, from, n);
    joined = joined || (!bare && said_is(said, from + n, " x ")); /* 4 x 30 min are four */
    if (!joined && !at && bare)
        return 0;
    int more = said_length(said, from + n + joined, length);
    return more > 0 ? from + n + joined + more - i : 0;
}

bool said_is_afternoon(minutes m)
{
    return m >= 1 * 60 && m < 6 * 60;
}

/* Who writes 10:00 means the morning. */
static bool has_colon(const struct said *said, int i, int n)
{
    for (int j = i; j < i + n; j++)
        if (strchr(said->word[j].text, ':'))
            return true;
    return false;
}

/* "30 a night" says what a price is for. */
static bool is_unit(const struct said *said, int i)
{
    return i > 1 && said_is(said, i - 1, " a per ") &&
           strpbrk(said->word[i - 2].text, "0123456789");
}

/* "10 to 7 every night", "6-7 evening meal": the words say which half of the day it begins in. */
static bool begins_late(const struct said *said, minutes start, bool colon)
{
    static const struct {
        const char *words;
        minutes from, until; /* the hours of a twelve-hour clock that are later ones there */
    } parts[] = {
        {" night nights overnight sleep-in sleepover ", 6 * 60, 12 * 60},
        {" evening evenings eve eves ", 4 * 60, 9 * 60},
        {" afternoon afternoons ", 1 * 60, 6 * 60},
        {" pm p.m ", 1 * 60, 12 * 60},
        {" morning mornings early ", 0, 0},
    };
    for (int i = 0; i < said->count; i++)
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            if (said_is(said, i, parts[p].words) && !is_unit(said, i))
                return !colon && start >= parts[p].from && start < parts[p].until;
    return said_is_afternoon(start);
}

/* "12-6 night sitting": twelve at night. */
static bool says_night(const struct said *said)
{
    for (int i = 0; i < said->count; i++)
        if (said_is(said, i, " night nights overnight sleep-in sleepover ") && !is_unit(said, i))
            return true;
    return false;
}

/* The half of the day that a start stands in, which n words from i on say. */
static void settle_start(const struct said *said, int i, int n, struct moment *start)
{
    if (start->half == HALF_OPEN && start->at == MINUTES_DAY / 2 && !has_colon(said, i, n) &&
        says_night(said)) {
        *start = (struct moment){0, HALF_SAID};
        return;
    }
    if (start->half == HALF_OPEN && begins_late(said, start->at, has_colon(said, i, n))) {
        start->at += MINUTES_DAY / 2;
        start->half = HALF_SAID;
    }
}

static enum said_trouble take_span(struct said *said, struct entry *e, struct said_spot *clock)
{
    struct moment start, end;
    for (int i = 0; i < said->count; i++) {
        int n = span_at(said, i, &start, &end);
        if (n == 0)
            continue;
        if (end.half == HALF_OPEN)
            settle_start(said, i, n, &start);
        settle(&start, &end);
        e->start = start.at;
        e->end = end.at;
        *clock = (struct said_spot){i, n};
        said_use(said, i, n);
        return SAID_FINE;
    }
    return SAID_NO_TIME;
}

static enum said_trouble take_start_and_length(struct said *said, struct entry *e,
                                               struct said_spot *clock)
{
    struct moment start;
    for (int i = 0; i < said->count; i++) {
        int n = start_and_length(said, i, &start, &e->length);
        if (n == 0)
            continue;
        settle_start(said, i, n, &start);
        e->start = start.at;
        *clock = (struct said_spot){i, n};
        said_use(said, i, n);
        return e->length > MINUTES_WEEK ? SAID_TOO_MUCH : SAID_FINE;
    }
    return SAID_NO_TIME;
}

/* Whether a time of the day at word i can be meant as the start: behind a day, a comma, "at", or
 * first of all; "7pm", "9 o'clock", "14:00". How many words it takes. */
static int lone_start(const struct said *said, int i, struct moment *start)
{
    char run[SAID_RUN * SAID_ROOM];
    weekdays days;
    int at = lead_at(said, i, " at from ");
    int from = i + at, n = said_clock_at(said, from, start);
    bool bare = n > 0 && is_bare(said, from, n);
    bool behind = i == 0 || said->word[i - 1].comma ||
                  days_parse(said_run(said, i - 1, 1, run), &days) == ST_OK;
    return n > 0 && (at || (behind && !bare)) ? n + at : 0;
}

/* "mon 7pm bedtime 30 minutes", "mon, 9 o'clock, 1 hour": the length stands further on. */
static enum said_trouble take_start_apart(struct said *said, struct entry *e,
                                          struct said_spot *clock)
{
    struct moment start;
    enum period period;
    for (int i = 0; i < said->count; i++) {
        int n = lone_start(said, i, &start);
        for (int j = i + n; n > 0 && j < said->count; j++) {
            int more = said_length(said, j, &e->length);
            if (more == 0)
                continue;
            if (said_period_at(said, j + more, &period) > 0 || e->length > MINUTES_WEEK)
                break;
            settle_start(said, i, n, &start);
            e->start = start.at;
            *clock = (struct said_spot){i, n};
            said_use(said, i, n);
            bool led = said_is(said, j - 1, " for ");
            said_use(said, j - led, more + led);
            return SAID_FINE;
        }
    }
    e->length = -1;
    return SAID_NO_TIME;
}

/* "1hr 9am", "45 minute call mon 9am", "1 hour at 9": the length stands before. A bare number is a
 * time only where it ends something. */
static enum said_trouble take_length_and_start(struct said *said, struct entry *e,
                                               struct said_spot *clock)
{
    struct moment start;
    enum period period;
    for (int i = 0; i < said->count; i++) {
        int n = said_length(said, i, &e->length), at = i + n;
        if (n == 0 || said_period_at(said, at, &period) > 0 || said_is(said, at, " each "))
            continue;
        for (int j = at; j < said->count; j++) {
            int more = j == at ? said_clock_at(said, j, &start) : 0;
            if (more == 0 || is_bare(said, j, more))
                more = lone_start(said, j, &start);
            if (more == 0 || (is_bare(said, j + more - 1, 1) && said_goes_on(said, j + more)))
                continue;
            settle_start(said, j, more, &start);
            e->start = start.at;
            *clock = (struct said_spot){j, more};
            said_use(said, i, n);
            said_use(said, j, more);
            return e->length > MINUTES_WEEK ? SAID_TOO_MUCH : SAID_FINE;
        }
    }
    e->length = -1;
    return SAID_NO_TIME;
}

/* "24 hour care" at word i: what it is for, and not how much of it in a week. How many words the
 * time takes. */
static int day_and_night_at(const struct said *said, int i)
{
    minutes length;
    enum period period;
    int n = said_length(said, i, &length);
    if (n == 0 || length != MINUTES_DAY ||
        !said_is(said, i + n, " care carer carers cover support supervision "))
        return 0;
    for (int j = 0; j < said->count; j++)
        if (said_period_at(said, j, &period) > 0)
            return 0;
    return n;
}

/* "all day", "round the clock", "24/7", "24 hour care" at word i; how many words it takes. All but
 * the first are every day's. */
static int all_day_at(const struct said *said, int i, weekdays *days)
{
    if (said_is(said, i, " all ") && said_is(said, i + 1, " day "))
        return 2;
    *days = WEEKDAYS_ALL;
    if (said_is(said, i, " round around ") && said_is(said, i + 1, " the ") &&
        said_is(said, i + 2, " clock "))
        return 3;
    int n = said_is(said, i, " 24/7 ");
    return n > 0 ? n : day_and_night_at(said, i);
}

static enum said_trouble take_all_day(struct said *said, struct entry *e, struct said_spot *clock)
{
    for (int i = 0; i < said->count; i++) {
        weekdays days = 0;
        int n = all_day_at(said, i, &days);
        if (n == 0)
            continue;
        e->days = days;
        e->start = 0;
        e->end = MINUTES_DAY;
        *clock = (struct said_spot){i, n};
        said_use(said, i, n);
        return SAID_FINE;
    }
    return SAID_NO_TIME;
}

/* A night that names both its days */

/* A time of one day and the day's name, on either side of it: "sat 10pm", "10pm on sat". */
struct day_time {
    struct moment m;
    int day;     /* from 0 for Monday; -1 where none is named */
    bool behind; /* the name stands behind the time */
    int at, n;   /* the words of the time, and of a name behind it */
};

/* Read such a time at word i, where the name may stand before that. */
static bool day_time_at(const struct said *said, int i, struct day_time *t)
{
    int from = i + lead_at(said, i, " at from ");
    int n = said_clock_at(said, from, &t->m), after = from + n;
    if (n == 0 || said->word[after - 1].comma)
        return false;
    int before = said_is(said, i - 1, " night ") ? i - 2 : i - 1;
    t->day = said_weekday(said, before);
    t->behind = t->day < 0;
    if (t->behind) {
        after += said_is(said, after, " on the ");
        t->day = said_weekday(said, after);
        after += t->day >= 0;
    }
    t->at = i;
    t->n = after - i;
    return t->day >= 0;
}

/* "sat 10 to sun 8": of a twelve-hour clock, the times that make the shorter night. */
static minutes night_length(const struct said *said, struct day_time *from, struct day_time *to)
{
    minutes half = MINUTES_DAY / 2;
    bool shift = !has_colon(said, from->at, from->n) && !has_colon(said, to->at, to->n);
    if (shift && from->m.half == HALF_OPEN)
        from->m.at = from->m.at % half + half;
    if (shift && to->m.half == HALF_OPEN)
        to->m.at %= half;
    return to->m.at - from->m.at + MINUTES_DAY;
}

/* The two times that are joined at word i: "sat 10pm" "to" "sun 8am". */
static bool night_at(const struct said *said, int i, struct day_time *from, struct day_time *to)
{
    int next = i;
    if (!day_time_at(said, i, from))
        return false;
    next += from->n;
    if (!said_is_dash(said, next) && !said_is(said, next, SAID_JOINTS))
        return false;
    next++;
    next += said_weekday(said, next) >= 0;
    return day_time_at(said, next, to);
}

/* Cross out both times and the second day. The first day is left to be found as the line's. */
static void use_night(struct said *said, struct entry *e, const struct day_time *from,
                      const struct day_time *to, struct said_spot *clock)
{
    int first = from->behind ? from->at + from->n - 1 : -1;
    *clock = (struct said_spot){from->at, to->at + to->n - from->at};
    said_use(said, clock->at, clock->n);
    if (first >= 0)
        said->word[first].used = false;
    if (said_is(said, from->at - 2, " from "))
        said_use(said, from->at - 2, 1);
    e->start = from->m.at;
    e->end = to->m.at == 0 ? MINUTES_DAY : to->m.at;
    said->night = (weekdays)(1U << from->day);
}

/* "sun 12-14 Sunday lunch": a day that was named begins what the line is for. */
static bool is_purpose(const struct said *said, const struct day_time *from,
                       const struct day_time *to)
{
    return !from->behind && from->day == to->day && !said_ends(said, to->at + to->n - 1);
}

/* "sat 10pm to sun 8am", "10pm sat to 8am sun". Over several nights, and where the second time is
 * no night's end, who types it may mean the same hours on each day. */
static enum said_trouble take_night(struct said *said, struct entry *e, struct said_spot *clock)
{
    struct day_time from, to;
    for (int i = 0; i < said->count; i++) {
        if (!night_at(said, i, &from, &to))
            continue;
        bool open = from.m.half == HALF_OPEN && to.m.half == HALF_OPEN;
        if (to.behind && (open || is_purpose(said, &from, &to))) /* "mon 10-12 tue swimming" */
            return SAID_NO_TIME;
        if (from.day == to.day) {
            settle(&from.m, &to.m);
            if (to.m.at <= from.m.at)
                return SAID_LONG_STAY;
        } else if ((to.day - from.day + 7) % 7 != 1 ||
                   night_length(said, &from, &to) > MINUTES_DAY) {
            return to.behind ? SAID_NO_TIME : SAID_LONG_STAY;
        }
        use_night(said, e, &from, &to, clock);
        return SAID_FINE;
    }
    return SAID_NO_TIME;
}

/* A second time that is not part of what the line is for: after a comma, a day or "and". */
static bool has_second_span(const struct said *said, struct said_spot clock)
{
    struct moment start, end;
    char run[SAID_RUN * SAID_ROOM];
    weekdays days;
    for (int i = 1; i < said->count; i++) {
        if (span_at(said, i, &start, &end) == 0)
            continue;
        if (i == clock.at + clock.n || said->word[i - 1].comma ||
            said_is(said, i - 1, " and & plus then ") ||
            days_parse(said_run(said, i - 1, 1, run), &days) == ST_OK)
            return true;
    }
    return false;
}

/* "8am, 12pm and 6pm half an hour": times of the day that are left in a row. */
static bool has_more_starts(const struct said *said)
{
    struct moment m;
    for (int i = 0; i < said->count; i++) {
        int n = said_clock_at(said, i, &m), next = i + n;
        bool digit = said->word[i].text[0] >= '0' && said->word[i].text[0] <= '9';
        if (n == 0 || !digit || m.half != HALF_SAID || next >= said->count)
            continue;
        bool more = said_is(said, next, " and & ");
        next += more;
        if ((more || said->word[i + n - 1].comma) && next < said->count &&
            strpbrk(said->word[next].text, "0123456789"))
            return true;
    }
    return false;
}

enum said_trouble said_find_clock(struct said *said, struct entry *e, struct said_spot *clock)
{
    *clock = (struct said_spot){0, 0};
    enum said_trouble t = take_night(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_span(said, e, clock);
    if (t == SAID_FINE && !said->night && has_second_span(said, *clock))
        return SAID_TWO_TIMES;
    if (t == SAID_NO_TIME)
        t = take_start_and_length(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_start_apart(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_length_and_start(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_all_day(said, e, clock);
    if (t == SAID_FINE && has_more_starts(said))
        return SAID_TWO_TIMES;
    return t == SAID_FINE && e->start >= MINUTES_DAY ? SAID_LATE_START : t;
}
