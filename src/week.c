/* The timetable's arithmetic: see week.h and the format's rules for the week. */
#include "supportplan/week.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define MONDAY ((weekdays)1)
#define DAYS_A_WEEK 7

/* A name that a line gives: "" where it gives none. False where it is "?". */
static bool read_name(const struct plan *plan, enum field field, const char *item, const char **out)
{
    enum known known = plan_known(plan, field, item);
    *out = known == KNOWN ? plan_str(plan, field, item) : "";
    return known != NOT_SURE;
}

/* A number that is 1 where none is given. False where it is "?". */
static bool read_number(const struct plan *plan, enum field field, const char *item, int64_t *out)
{
    *out = 1;
    return plan_number(plan, field, item, out) != NOT_SURE;
}

/* Whether any of these words is what the field says. */
static bool is_one_of(const struct plan *plan, enum field field, const char *item,
                      const char *const *words, size_t count)
{
    const char *said = plan_str(plan, field, item);
    for (size_t i = 0; i < count; i++)
        if (strcmp(said, words[i]) == 0)
            return true;
    return false;
}

/* Supporters whose time costs nothing unless the line says that somebody pays. */
static bool helps_unpaid(const struct plan *plan, const char *supporter)
{
    static const char *const kinds[] = {"family",    "friend",    "neighbour",
                                        "volunteer", "community", "technology"};
    return is_one_of(plan, F_SUPPORTER_KIND, supporter, kinds, sizeof kinds / sizeof *kinds);
}

static enum payer payer_by_default(const struct plan *plan, const struct week_line *line)
{
    if (!line->supporter_known)
        return PAYER_UNKNOWN;
    if (!*line->supporter)
        return line->helped ? PAYER_FUND : PAYER_UNPAID;
    if (plan_known(plan, F_SUPPORTER_KIND, line->supporter) == NOT_SURE)
        return PAYER_UNKNOWN;
    return helps_unpaid(plan, line->supporter) ? PAYER_UNPAID : PAYER_FUND;
}

static void read_payer(const struct plan *plan, struct week_line *line)
{
    const char *pays;
    bool sure = read_name(plan, F_TIME_PAYS, line->item, &pays);

    line->fund = "";
    if (!sure) {
        line->payer = PAYER_UNKNOWN;
    } else if (!*pays) {
        line->payer = payer_by_default(plan, line);
        if (line->payer == PAYER_FUND)
            line->fund = "budget";
    } else if (strcmp(pays, "unpaid") == 0) {
        line->payer = PAYER_UNPAID;
    } else {
        line->payer = PAYER_FUND;
        line->fund = pays;
    }
}

/* A line without a start: its minutes are those of the week, and it counts as on a Monday. */
static void read_varying(const struct plan *plan, struct week_line *line)
{
    line->days = MONDAY;
    line->times_known = read_number(plan, F_TIME_TIMES, line->item, &line->times);
    line->length_known = plan_minutes(plan, F_TIME_MINUTES, line->item, &line->length) == KNOWN;
}

/* A line with a start, known or "?": an end goes before minutes, and an end that is "?" is no
 * reason to believe the minutes. Minutes alone are a length even where the start is "?". */
static void read_clock(const struct plan *plan, struct week_line *line, bool start_known)
{
    minutes end;
    enum known ends = plan_clock(plan, F_TIME_END, line->item, &end);

    if (ends == NOT_GIVEN) {
        line->length_known = plan_minutes(plan, F_TIME_MINUTES, line->item, &line->length) == KNOWN;
    } else if (ends == KNOWN && start_known) {
        line->length = end > line->start ? end - line->start : end - line->start + MINUTES_DAY;
        line->length_known = true;
    }
    line->times = days_count(line->days);
    line->times_known = line->days_known;
}

struct week_line week_line(const struct plan *plan, size_t i)
{
    assert(i < plan_count(plan, SEC_TIME));
    struct week_line line = {.item = plan_item(plan, SEC_TIME, i), .start = -1, .days = MONDAY};

    line.pattern_known = read_name(plan, F_TIME_WEEK, line.item, &line.pattern);
    line.supporter_known = read_name(plan, F_TIME_SUPPORTER, line.item, &line.supporter);
    line.rate_known = read_name(plan, F_TIME_RATE, line.item, &line.rate);
    line.helped = *line.supporter || *line.rate || !line.supporter_known || !line.rate_known;
    line.workers_known = read_number(plan, F_TIME_WORKERS, line.item, &line.workers);
    line.sharing_known = read_number(plan, F_TIME_SHARING, line.item, &line.sharing);
    enum known days = plan_days(plan, F_TIME_DAYS, line.item, &line.days);
    line.days_known = days != NOT_SURE;
    read_payer(plan, &line);

    enum known starts = plan_clock(plan, F_TIME_START, line.item, &line.start);
    line.varying = starts == NOT_GIVEN;
    line.once_a_week = line.varying || days == NOT_GIVEN;
    if (line.varying)
        read_varying(plan, &line);
    else
        read_clock(plan, &line, starts == KNOWN);
    return line;
}

enum status week_lines(const struct plan *plan, struct week_line **list)
{
    size_t count = plan_count(plan, SEC_TIME);
    struct week_line *lines = calloc(count + 1, sizeof *lines);

    if (!lines)
        return ST_NOMEM;
    for (size_t i = 0; i < count; i++)
        lines[i] = week_line(plan, i);
    *list = lines;
    return ST_OK;
}

size_t week_pattern_count(const struct plan *plan)
{
    size_t named = plan_count(plan, SEC_WEEK);
    return named ? named : 1;
}

const char *week_pattern(const struct plan *plan, size_t i)
{
    assert(i < week_pattern_count(plan));
    return plan_count(plan, SEC_WEEK) ? plan_item(plan, SEC_WEEK, i) : "w1";
}

size_t week_pattern_place(const struct plan *plan, const char *pattern)
{
    size_t place = plan_place(plan, SEC_WEEK, pattern);
    return place == PLAN_LAST ? 0 : place; /* "w1", where the plan names none */
}

bool week_in_pattern(const struct week_line *line, const char *pattern)
{
    return line->pattern_known && (!*line->pattern || strcmp(line->pattern, pattern) == 0);
}

/* Whether it can be said how many minutes a week the line happens. */
static bool minutes_known(const struct week_line *line)
{
    return line->length_known && (line->varying || line->days_known);
}

/* Whether it can be said when in the week the line happens. */
static bool has_clock(const struct week_line *line)
{
    return line->start >= 0 && minutes_known(line);
}

/* A week, minute by minute: a bit for each, set where somebody is there. What passes Sunday
 * midnight goes on into the same week's Monday. */
#define CIRCLE_BITS 64
struct circle {
    uint64_t there[(MINUTES_WEEK + CIRCLE_BITS - 1) / CIRCLE_BITS];
};

static bool circle_has(const struct circle *circle, minutes at)
{
    return circle->there[at / CIRCLE_BITS] >> at % CIRCLE_BITS & 1;
}

static void circle_fill(struct circle *circle, minutes from, minutes until)
{
    while (from < until) {
        minutes bit = from % CIRCLE_BITS, count = CIRCLE_BITS - bit;
        if (count > until - from)
            count = until - from;
        circle->there[from / CIRCLE_BITS] |= UINT64_MAX >> (CIRCLE_BITS - count) << bit;
        from += count;
    }
}

static void circle_add(struct circle *circle, minutes from, minutes length)
{
    if (length > MINUTES_WEEK)
        length = MINUTES_WEEK;
    minutes before = MINUTES_WEEK - from < length ? MINUTES_WEEK - from : length;
    circle_fill(circle, from, from + before);
    circle_fill(circle, 0, length - before);
}

static void circle_add_line(struct circle *circle, const struct week_line *line, weekdays only)
{
    for (int day = 0; day < DAYS_A_WEEK; day++)
        if (line->days & only & (1 << day))
            circle_add(circle, day * MINUTES_DAY + line->start, line->length);
}

static int64_t circle_minutes(const struct circle *circle)
{
    int64_t count = 0;
    for (size_t i = 0; i < sizeof circle->there / sizeof *circle->there; i++)
        count += __builtin_popcountll(circle->there[i]);
    return count;
}

/* How long a line is on some days of the week, all together. */
static int64_t length_on(const struct week_line *line, weekdays only)
{
    return (int64_t)line->length * days_count((weekdays)(line->days & only));
}

/* Minutes that the line's workers are there, put where they belong. */
struct week_time week_line_time(const struct week_line *line, weekdays only)
{
    bool has_supporter = *line->supporter || !line->supporter_known;
    struct week_time time = {.cover = 0};

    if (!line->helped || !minutes_known(line) || !line->workers_known)
        return time;
    if (line->payer != PAYER_UNPAID)
        time.paid = length_on(line, only) * line->workers;
    else if (has_supporter)
        time.unpaid = length_on(line, only) * line->workers;
    return time;
}

/* The time of some lines, added up one by one. */
struct tally {
    struct week_time time; /* without its cover */
    struct circle circle;
    int64_t loose; /* minutes without a clock time */
};

/* Add a line, as far as it begins on some days of the week. */
static void tally_add(struct tally *tally, const struct week_line *line, weekdays only)
{
    if (!line->helped || !minutes_known(line))
        return;
    struct week_time time = week_line_time(line, only);
    tally->time.paid += time.paid;
    tally->time.unpaid += time.unpaid;
    if (has_clock(line))
        circle_add_line(&tally->circle, line, only);
    else
        tally->loose += length_on(line, only);
}

static struct week_time tally_time(const struct tally *tally)
{
    struct week_time time = tally->time;

    time.cover = circle_minutes(&tally->circle) + tally->loose;
    if (time.cover > MINUTES_WEEK)
        time.cover = MINUTES_WEEK;
    return time;
}

/* The time of the lines of a pattern that begin on some days of the week. */
static struct week_time time_of_days(const struct plan *plan, const char *pattern, weekdays only)
{
    struct tally tally = {.loose = 0};

    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        struct week_line line = week_line(plan, i);
        if (week_in_pattern(&line, pattern))
            tally_add(&tally, &line, only);
    }
    return tally_time(&tally);
}

enum status week_count(const struct plan *plan, const char *pattern, struct week_time *out)
{
    *out = time_of_days(plan, pattern, WEEKDAYS_ALL);
    return ST_OK;
}

/* No line follows. */
#define NO_LINE SIZE_MAX

/* The lines that name a pattern, each pattern's in a chain. */
struct chains {
    size_t *first; /* of a pattern: its first line, or NO_LINE; freed with free(), next with it */
    size_t *next;  /* of a line: the one after it in its chain, or NO_LINE */
};

static enum status chains_make(const struct plan *plan, const struct week_line *lines,
                               struct chains *out)
{
    size_t patterns = week_pattern_count(plan), count = plan_count(plan, SEC_TIME);
    size_t *first = calloc(patterns + count, sizeof *first);

    if (!first)
        return ST_NOMEM;
    size_t *next = first + patterns;
    for (size_t p = 0; p < patterns; p++)
        first[p] = NO_LINE;
    for (size_t i = 0; i < count; i++) {
        if (!*lines[i].pattern)
            continue;
        size_t p = week_pattern_place(plan, lines[i].pattern);
        next[i] = first[p];
        first[p] = i;
    }
    *out = (struct chains){first, next};
    return ST_OK;
}

/*
 * Each line is looked at once: those of every week are added up first, and each pattern
 * goes on from there with the lines that name it. A plan of many lines and many patterns
 * would be too slow if each pattern looked at each line.
 */
enum status week_count_all(const struct plan *plan, const struct week_line *lines,
                           struct week_time *times)
{
    struct tally always = {.loose = 0};
    struct chains chains;

    enum status st = chains_make(plan, lines, &chains);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++)
        if (lines[i].pattern_known && !*lines[i].pattern)
            tally_add(&always, &lines[i], WEEKDAYS_ALL);
    for (size_t p = 0; p < week_pattern_count(plan); p++) {
        struct tally tally = always;
        for (size_t i = chains.first[p]; i != NO_LINE; i = chains.next[i])
            tally_add(&tally, &lines[i], WEEKDAYS_ALL);
        times[p] = tally_time(&tally);
    }
    free(chains.first);
    return ST_OK;
}

struct week_time week_day(const struct plan *plan, const char *pattern, int day)
{
    assert(day >= 0 && day < DAYS_A_WEEK);
    return time_of_days(plan, pattern, (weekdays)(1 << day));
}

/* One time that a line happens. */
struct visit {
    size_t line;
    const char *supporter;
    minutes from, until; /* from Monday 00:00; until may pass 10,080 */
};

struct visits {
    struct visit *list;
    size_t count;
};

static int by_time(const void *a, const void *b)
{
    const struct visit *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void add_visits(struct visits *visits, size_t i, const struct week_line *line)
{
    minutes length = line->length < MINUTES_WEEK ? line->length : MINUTES_WEEK;

    for (int day = 0; day < DAYS_A_WEEK; day++) {
        minutes from = day * MINUTES_DAY + line->start;
        if (line->days & (1 << day))
            visits->list[visits->count++] = (struct visit){
                .line = i, .supporter = line->supporter, .from = from, .until = from + length};
    }
}

/* Every time that somebody is there in a pattern's week, in the order of the week. */
static enum status find_visits(const struct plan *plan, const struct week_line *timetable,
                               const char *pattern, struct visits *out)
{
    size_t lines = plan_count(plan, SEC_TIME);
    struct visits visits = {.list = calloc(lines * DAYS_A_WEEK + 1, sizeof *visits.list)};

    if (!visits.list)
        return ST_NOMEM;
    for (size_t i = 0; i < lines; i++) {
        const struct week_line *line = &timetable[i];
        if (line->helped && has_clock(line) && week_in_pattern(line, pattern))
            add_visits(&visits, i, line);
    }
    qsort(visits.list, visits.count, sizeof *visits.list, by_time);
    *out = visits;
    return ST_OK;
}

struct overlaps {
    const struct plan *plan;
    struct week_overlap *list;
    size_t count, cap;
};

/* Whether a supporter is one person, who can't be in two places. An agency can. */
static bool is_one_person(const struct plan *plan, const char *supporter)
{
    static const char *const many[] = {"agency", "day-service", "council",
                                       "nhs",    "community",   "technology"};
    return *supporter &&
           !is_one_of(plan, F_SUPPORTER_KIND, supporter, many, sizeof many / sizeof *many);
}

static enum status overlaps_add(struct overlaps *all, const struct visit *first,
                                const struct visit *second, minutes from, minutes until)
{
    if (all->count == all->cap) {
        size_t cap = all->cap ? all->cap * 2 : 16;
        struct week_overlap *grown = realloc(all->list, cap * sizeof *grown);
        if (!grown)
            return ST_NOMEM;
        all->list = grown;
        all->cap = cap;
    }
    bool in_order = first->line < second->line;
    minutes week = from >= MINUTES_WEEK ? MINUTES_WEEK : 0; /* it goes round into Monday */
    all->list[all->count++] =
        (struct week_overlap){.a = in_order ? first->line : second->line,
                              .b = in_order ? second->line : first->line,
                              .from = from - week,
                              .until = until - week,
                              .same_person = strcmp(first->supporter, second->supporter) == 0 &&
                                             is_one_person(all->plan, first->supporter)};
    return ST_OK;
}

/* Find what begins during a visit, from visit number next on; round is a week's minutes
 * where it is next week's. */
static enum status overlaps_of(struct overlaps *all, const struct visits *visits,
                               const struct visit *visit, size_t next, minutes round)
{
    for (; next < visits->count && all->count < WEEK_OVERLAPS_MAX; next++) {
        const struct visit *other = &visits->list[next];
        minutes from = other->from + round;
        minutes until = other->until + round;
        if (from >= visit->until)
            break;
        if (until > visit->until)
            until = visit->until;
        if (other->line == visit->line || until <= from)
            continue;
        if (overlaps_add(all, visit, other, from, until) != ST_OK)
            return ST_NOMEM;
    }
    return ST_OK;
}

static int by_place(const void *a, const void *b)
{
    const struct week_overlap *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

enum status week_overlaps(const struct plan *plan, const char *pattern, struct week_overlap **list,
                          size_t *count)
{
    struct week_line *lines;

    enum status st = week_lines(plan, &lines);
    if (st != ST_OK)
        return st;
    st = week_overlaps_of(plan, lines, pattern, list, count);
    free(lines);
    return st;
}

enum status week_overlaps_of(const struct plan *plan, const struct week_line *lines,
                             const char *pattern, struct week_overlap **list, size_t *count)
{
    struct overlaps all = {.plan = plan};
    struct visits visits;

    enum status st = find_visits(plan, lines, pattern, &visits);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < visits.count && st == ST_OK; i++) {
        st = overlaps_of(&all, &visits, &visits.list[i], i + 1, 0);
        if (st == ST_OK)
            st = overlaps_of(&all, &visits, &visits.list[i], 0, MINUTES_WEEK);
    }
    free(visits.list);
    if (st != ST_OK) {
        free(all.list);
        return st;
    }
    if (all.count)
        qsort(all.list, all.count, sizeof *all.list, by_place);
    *list = all.list;
    *count = all.count;
    return ST_OK;
}

/* Put the gaps into list, or only count them where list is NULL. */
static size_t find_gaps(const struct circle *circle, struct week_gap *list)
{
    size_t count = 0;

    for (minutes from = 0; from < MINUTES_WEEK; from++) {
        minutes before = (from + MINUTES_WEEK - 1) % MINUTES_WEEK;
        if (circle_has(circle, from) || !circle_has(circle, before))
            continue;
        minutes until = from + 1;
        while (!circle_has(circle, until % MINUTES_WEEK))
            until++;
        if (list)
            list[count] = (struct week_gap){.from = from, .until = until};
        count++;
    }
    return count;
}

enum status week_gaps(const struct plan *plan, const char *pattern, struct week_gap **list,
                      size_t *count)
{
    struct circle circle = {{0}};

    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        struct week_line line = week_line(plan, i);
        if (line.helped && has_clock(&line) && week_in_pattern(&line, pattern))
            circle_add_line(&circle, &line, WEEKDAYS_ALL);
    }
    size_t found = find_gaps(&circle, NULL);
    struct week_gap *gaps = calloc(found + 1, sizeof *gaps);
    if (!gaps)
        return ST_NOMEM;
    find_gaps(&circle, gaps);
    *list = gaps;
    *count = found;
    return ST_OK;
}
