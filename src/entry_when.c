/*
 * When a timetable line happens: clock times, or how long and how often.
 */
#include <string.h>

#include "entry_said.h"

/* "a week", "a day" */

enum period { PERIOD_NONE, PERIOD_WEEK, PERIOD_DAY, PERIOD_OTHER };

#define EACH " a an per each every "
#define LONGER " fortnight month quarter year "

/* "a week", "weekly", "per day" at word i; how many words it takes. */
static int period_at(const struct said *said, int i, enum period *out)
{
    static const struct {
        const char *alone, *after_each;
        enum period period;
    } periods[] = {
        {" weekly pw p/w /week ", " week ", PERIOD_WEEK},
        {" daily /day ", " day ", PERIOD_DAY},
        {" fortnightly monthly yearly ", LONGER, PERIOD_OTHER},
    };
    for (size_t p = 0; p < sizeof periods / sizeof *periods; p++) {
        bool each = said_is(said, i, EACH) && said_is(said, i + 1, periods[p].after_each);
        if (!each && !said_is(said, i, periods[p].alone))
            continue;
        *out = periods[p].period;
        return each ? 2 : 1;
    }
    return 0;
}

/* Clock times */

/* How sure it is which half of the day is meant. */
enum half {
    HALF_OPEN, /* 9: of a twelve-hour clock, in the morning unless that makes no sense */
    HALF_SAID, /* 9am, noon */
    HALF_FULL, /* 09:00, 21:00: of a clock of twenty-four hours */
};

struct moment {
    minutes at;
    enum half half;
};

#define NAMES " noon midday midnight "
#define HALVES " am pm a.m p.m a.m. p.m. "

/* A clock time at word i, "9am" or "9 am"; how many words it takes. */
static int clock_at(const struct said *said, int i, struct moment *out)
{
    char run[SAID_RUN * SAID_ROOM];
    minutes at;
    for (int n = 2; n > 0; n--) {
        if (!said_free(said, i, n))
            continue;
        if (n == 2 && (said->word[i].comma || !said_is(said, i + 1, HALVES NAMES "o'clock ")))
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
    int n = clock_at(said, from, start), to = from + n + 1;
    if (n == 0 || said->word[to - 2].comma)
        return 0;
    bool joined = said_is_dash(said, to - 1) || said_is(said, to - 1, " to until till til ") ||
                  (between && said_is(said, to - 1, " and "));
    int more = joined ? clock_at(said, to, end) : 0;
    if (more == 0 || is_ratio(said, from, to))
        return 0;
    return to + more - i;
}

/* "9 for 3 hours", "21:00+9h", "9am 1 hour" at word i; how many words it takes. */
static int start_and_length(const struct said *said, int i, struct moment *start, minutes *length)
{
    bool at = said_is(said, i, " from at ");
    int from = i + at, n = clock_at(said, from, start);
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
    int from = i + at, n = clock_at(said, from, start);
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
            if (period_at(said, j + more, &period) > 0 || e->length > MINUTES_WEEK)
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

/* No certain time */

/* More often in a week nothing comes. */
#define TIMES_MAX 999

/* A number of times in digits or as a word; 0 where it is none. */
static int times_number(const char *s)
{
    int64_t n;
    bool digits = *s && s[strspn(s, "0123456789")] == '\0';
    return digits && number_parse(s, TIMES_MAX, &n) == ST_OK && n > 1 ? (int)n : said_number(s);
}

/* "twice", "3 times a week", "4 visits a day": how often; what is counted stays among the words. */
static int take_times(struct said *said, enum period *period)
{
    for (int i = 0; i < said->count; i++) {
        int times = said_is(said, i, " once ")    ? 1
                    : said_is(said, i, " twice ") ? 2
                    : said_free(said, i, 1)       ? times_number(said->word[i].text)
                                                  : 0;
        bool alone = said_is(said, i, " once twice ");
        bool counted =
            said_is(said, i + 1, " visits calls sessions ") && period_at(said, i + 2, period) > 0;
        if (times == 0 || (!alone && !counted && !said_is(said, i + 1, " times ")))
            continue;
        int n = alone ? 1 : 2;
        said_use(said, i, alone || counted ? 1 : 2);
        said_use(said, i + n, period_at(said, i + n, period));
        return times;
    }
    return 0;
}

static bool take_length(struct said *said, minutes *length, enum period *period)
{
    for (int i = 0; i < said->count; i++) {
        int n = said_length(said, i, length);
        if (n == 0)
            continue;
        said_use(said, i, n);
        if (said_is(said, i + n, " each "))
            said_use(said, i + n++, 1);
        if (said_is(said, i + n, " time "))
            said_use(said, i + n++, 1);
        said_use(said, i + n, period_at(said, i + n, period));
        return true;
    }
    return false;
}

/* "times vary" is what such a line is: nothing more to note. */
static void take_vary(struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        if (!said_is(said, i, " varies vary varying flexible "))
            continue;
        said_use(said, i, 1);
        if (said_is(said, i - 1, " times days time "))
            said_use(said, i - 1, 1);
    }
}

/* A line holds its minutes a week in all. What is said of a day, or of several days, is for each.
 */
static enum said_trouble count_week(struct entry *e, int times, enum period of_times,
                                    enum period of_length)
{
    bool daily = of_times == PERIOD_DAY || (times == 0 && of_length == PERIOD_DAY);
    if (daily && !e->days)
        e->days = WEEKDAYS_ALL;
    int days = days_count(e->days);
    bool each_day = daily || (times == 0 && days > 0 && of_length == PERIOD_NONE) ||
                    (times < days && times > 0 && of_times == PERIOD_NONE);
    if (each_day)
        times = (times > 0 ? times : 1) * days;
    int64_t total = e->length;
    if (times > 0 && of_length != PERIOD_WEEK)
        total *= times;
    if (total > MINUTES_WEEK || times > TIMES_MAX)
        return SAID_TOO_MUCH;
    e->length = (minutes)total;
    e->times = times;
    return SAID_FINE;
}

/* A time that begins and has no end. */
static bool has_start(const struct said *said)
{
    struct moment m;
    for (int i = 0; i < said->count; i++) {
        bool digit = said->word[i].text[0] >= '0' && said->word[i].text[0] <= '9';
        if ((digit || said_is(said, i, NAMES)) && clock_at(said, i, &m) > 0)
            return true;
    }
    return false;
}

enum said_trouble said_find_varying(struct said *said, struct entry *e)
{
    enum period of_times = PERIOD_NONE, of_length = PERIOD_NONE;
    take_vary(said);
    int times = take_times(said, &of_times);
    if (!take_length(said, &e->length, &of_length))
        return has_start(said) ? SAID_NO_END : SAID_NO_TIME;
    if (of_times == PERIOD_OTHER || of_length == PERIOD_OTHER)
        return SAID_NOT_WEEKLY;
    return count_week(e, times, of_times, of_length);
}

struct said_spot said_not_weekly(const struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        /* "first Monday of the month": the day is crossed out by now */
        if (i > 1 && said_is(said, i, " of in ") && said_is(said, i + 1, " the each every ") &&
            said_is(said, i + 2, " month ") && said->word[i - 1].used &&
            said_is(said, i - 2, " first 1st second 2nd third 3rd fourth 4th last "))
            return (struct said_spot){i, 3};
        bool edge =
            i == 0 || i + 1 == said->count || said->word[i - 1].used || said->word[i - 1].comma;
        if (edge && said_is(said, i, " monthly yearly "))
            return (struct said_spot){i, 1};
        if (said_is(said, i, EACH) && said_is(said, i + 1, LONGER) &&
            (i == 0 || said->word[i - 1].used || i + 2 == said->count))
            return (struct said_spot){i, 2};
    }
    return (struct said_spot){0, 0};
}
