/*
 * The clock times of a timetable line.
 */
#include <string.h>

#include "entry_said.h"

#define HALVES " am pm a.m p.m a.m. p.m. "

int said_clock_at(const struct said *said, int i, struct moment *out)
{
    char run[SAID_RUN * SAID_ROOM];
    minutes at;
    for (int n = 2; n > 0; n--) {
        if (!said_free(said, i, n))
            continue;
        if (n == 2 &&
            (said->word[i].comma || !said_is(said, i + 1, HALVES SAID_CLOCK_NAMES "o'clock ")))
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

/* "9-12", "from 9 until 12", "between 9 and 12" at word i; how many words it takes. */
static int span_at(const struct said *said, int i, struct moment *start, struct moment *end)
{
    bool between = said_is(said, i, " between ");
    int from = i + (between || said_is(said, i, " from at "));
    int n = said_clock_at(said, from, start), to = from + n + 1;
    if (n == 0 || said->word[to - 2].comma)
        return 0;
    bool joined = said_is_dash(said, to - 1) || said_is(said, to - 1, " to until till til ") ||
                  (between && said_is(said, to - 1, " and "));
    int more = joined ? said_clock_at(said, to, end) : 0;
    if (more == 0 || is_ratio(said, from, to))
        return 0;
    return to + more - i;
}

/* "9 for 3 hours", "21:00+9h", "9am 1 hour" at word i; how many words it takes. */
static int start_and_length(const struct said *said, int i, struct moment *start, minutes *length)
{
    bool at = said_is(said, i, " from at ");
    int from = i + at, n = said_clock_at(said, from, start);
    if (n == 0 || said->word[from + n - 1].comma)
        return 0;
    bool joined = said_is(said, from + n, " for + ");
    bool plain = strspn(said->word[from].text, "0123456789") == strlen(said->word[from].text);
    if (!joined && !at && plain && n == 1)
        return 0;
    int more = said_length(said, from + n + joined, length);
    return more > 0 ? from + n + joined + more - i : 0;
}

/* "10 to 7 every night", "6-7 evening meal": the words say which half of the day it begins in. */
static bool begins_late(const struct said *said, minutes start)
{
    static const struct {
        const char *words;
        minutes from, until; /* the hours of a twelve-hour clock that are later ones there */
    } parts[] = {
        {" night nights overnight sleep-in sleepover ", 6 * 60, 12 * 60},
        {" evening evenings ", 4 * 60, 9 * 60},
        {" afternoon afternoons ", 1 * 60, 6 * 60},
    };
    for (int i = 0; i < said->count; i++)
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            if (said_is(said, i, parts[p].words))
                return start >= parts[p].from && start < parts[p].until;
    return false;
}

/* Who writes 10:00 means the morning. */
static bool has_colon(const struct said *said, int i, int n)
{
    for (int j = i; j < i + n; j++)
        if (strchr(said->word[j].text, ':'))
            return true;
    return false;
}

static enum said_trouble take_span(struct said *said, struct entry *e, struct said_spot *clock)
{
    struct moment start, end;
    for (int i = 0; i < said->count; i++) {
        int n = span_at(said, i, &start, &end);
        if (n == 0)
            continue;
        bool open = start.half == HALF_OPEN && end.half == HALF_OPEN && !has_colon(said, i, n);
        if (open && begins_late(said, start.at)) {
            start.at += MINUTES_DAY / 2;
            start.half = HALF_SAID;
        }
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
    bool at = said_is(said, i, " at from ");
    int from = i + at, n = said_clock_at(said, from, start);
    bool bare =
        n == 1 && said->word[from].text[strspn(said->word[from].text, "0123456789")] == '\0';
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

static enum said_trouble take_all_day(struct said *said, struct entry *e, struct said_spot *clock)
{
    for (int i = 0; i < said->count; i++) {
        if (!said_is(said, i, " all ") || !said_is(said, i + 1, " day "))
            continue;
        e->start = 0;
        e->end = MINUTES_DAY;
        *clock = (struct said_spot){i, 2};
        said_use(said, i, 2);
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

enum said_trouble said_find_clock(struct said *said, struct entry *e, struct said_spot *clock)
{
    *clock = (struct said_spot){0, 0};
    enum said_trouble t = take_span(said, e, clock);
    if (t == SAID_FINE && has_second_span(said, *clock))
        return SAID_TWO_TIMES;
    if (t == SAID_NO_TIME)
        t = take_start_and_length(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_start_apart(said, e, clock);
    if (t == SAID_NO_TIME)
        t = take_all_day(said, e, clock);
    return t == SAID_FINE && e->start >= MINUTES_DAY ? SAID_LATE_START : t;
}
