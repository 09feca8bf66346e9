/* The week by day in words. */
#include "supportplan/diary.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/grid.h"
#include "supportplan/lines.h"
#include "supportplan/sentences.h"

/* A line, and where it stands in the plan. */
struct entry {
    struct week_line line;
    size_t place;
};

struct diary {
    const struct report_input *in;
    struct prose *prose;
    bool whole;
    bool times_only;       /* nothing about money, hours or goals */
    struct entry *entries; /* all that are said, by the time they start */
    size_t count;
    const char *pattern;
    const char *supporter; /* only their lines; NULL: everybody's */
};

/* Which lines of a pattern go together. */
enum shelf { SHELF_DAY, SHELF_VARYING, SHELF_NO_DAYS };

static bool on_shelf(const struct diary *diary, const struct week_line *line, enum shelf shelf,
                     int day)
{
    if (!line->pattern_known || !week_in_pattern(line, diary->pattern))
        return false;
    switch (shelf) {
    case SHELF_VARYING:
        return line->varying;
    case SHELF_NO_DAYS:
        return !line->varying && !line->days_known;
    case SHELF_DAY:
        break;
    }
    return !line->varying && line->days_known && (line->days >> day & 1);
}

static size_t shelf_count(const struct diary *diary, enum shelf shelf, int day)
{
    size_t count = 0;

    for (size_t i = 0; i < diary->count; i++)
        count += on_shelf(diary, &diary->entries[i].line, shelf, day) ? 1U : 0U;
    return count;
}

/* One line. */

static void add_price(const struct diary *diary, const struct week_line *line, int day,
                      struct text *words)
{
    const struct budget_line *cost = budget_line_of(diary->in->budget, SEC_TIME, line->item);
    pence price = 0;
    int unit = UNIT_NONE;
    const char *rate;

    if (!diary->whole || !cost || line->payer == PAYER_UNPAID)
        return;
    rate = cost->rates[day];
    if (rate && *rate != '\0' && plan_money(diary->in->plan, F_RATE_PRICE, rate, &price) == KNOWN &&
        plan_word(diary->in->plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        text_addf(words, " %s %s.", amount_shown(price).s, phrase_unit((enum unit)unit));
    else
        text_addf(words, " %s", line_unpriced(diary->in->plan, cost));
}

/* "08:00 to 09:30, 1 h 30 m. Wash and dress, with Sunrise Care. My budget pays." */
static void say_line(const struct diary *diary, const struct week_line *line, int day)
{
    const struct report_input *in = diary->in;
    struct text *words = prose_words(diary->prose);

    line_clock(line, words);
    if (line->length_known) {
        text_add(words, ", ");
        minutes_words(words, line->length);
    }
    text_add(words, ". ");
    line_what(in->plan, in->form, line, words);
    text_add(words, ".");
    line_people(line, words);
    add_price(diary, line, day, words);
    if (!diary->times_only)
        line_payer(in->plan, in->form, line, words);
    prose_item(diary->prose, 0);
}

/* A line whose day or time is not fixed says it itself. */
static void say_loose_line(const struct diary *diary, const struct week_line *line)
{
    const struct report_input *in = diary->in;
    struct text *words = prose_words(diary->prose);

    if (diary->times_only) {
        line_when(in->plan, line, words);
        text_add(words, " ");
        line_what(in->plan, in->form, line, words);
        text_add(words, ".");
    } else {
        sentence_line(in->plan, in->form, in->budget, line->item, words);
    }
    prose_item(diary->prose, 0);
}

/* The days that are as this one is; only itself where every day stands apart. */
static weekdays days_like(const struct diary *diary, int day)
{
    weekdays days = (weekdays)(1U << day);

    for (int other = day + 1; other < 7 && !diary->whole; other++) {
        size_t i = 0;
        while (i < diary->count && on_shelf(diary, &diary->entries[i].line, SHELF_DAY, day) ==
                                       on_shelf(diary, &diary->entries[i].line, SHELF_DAY, other))
            i++;
        if (i == diary->count)
            days |= (weekdays)(1U << other);
    }
    return days;
}

static void say_day(const struct diary *diary, int day, weekdays days)
{
    struct text *words = prose_words(diary->prose);

    days_words(words, days);
    phrase_capital(words, 0);
    if (shelf_count(diary, SHELF_DAY, day) == 0)
        text_add(words, _(": nothing planned"));
    prose_line(diary->prose, 0, 0);
    for (size_t i = 0; i < diary->count; i++)
        if (on_shelf(diary, &diary->entries[i].line, SHELF_DAY, day))
            say_line(diary, &diary->entries[i].line, day);
}

/* On somebody's own sheet only the days on which they come are said. */
static void say_days(const struct diary *diary)
{
    weekdays said = 0;

    for (int day = 0; day < 7; day++) {
        weekdays days = days_like(diary, day);
        bool free_day = diary->times_only && shelf_count(diary, SHELF_DAY, day) == 0;
        if (!(said >> day & 1) && !free_day)
            say_day(diary, day, days);
        said |= days;
    }
}

static void say_loose(const struct diary *diary, enum shelf shelf, const char *name)
{
    if (shelf_count(diary, shelf, 0) == 0)
        return;
    prose_say(diary->prose, 0, name);
    for (size_t i = 0; i < diary->count; i++)
        if (on_shelf(diary, &diary->entries[i].line, shelf, 0))
            say_loose_line(diary, &diary->entries[i].line);
}

/* One pattern. */

/* "Term time: 40 weeks of the year", "Term time: 282 days of the year" */
static void say_pattern_name(const struct diary *diary, const struct budget_pattern *pattern)
{
    const struct report_input *in = diary->in;
    struct text *words = prose_words(diary->prose);

    if (plan_count(in->plan, SEC_WEEK) == 0)
        return;
    phrase_item(in->plan, in->form, SEC_WEEK, pattern->item, words);
    if (in->budget->basis == BASIS_DATED)
        text_addf(
            words,
            ngettext(": %d day of the year", ": %d days of the year", (unsigned long)pattern->days),
            pattern->days);
    else if (pattern->weeks_known)
        text_addf(words,
                  ngettext(": %lld week of the year", ": %lld weeks of the year",
                           (unsigned long)pattern->weeks),
                  (long long)pattern->weeks);
    else
        text_add(words, _(": how many weeks of the year is not known yet"));
    prose_heading(diary->prose, 0);
}

/* When it comes round, where the year is counted by its dates. */
static void say_pattern_dates(const struct diary *diary, const char *item)
{
    static const enum field fields[] = {F_WEEK_STARTS, F_WEEK_EVERY, F_WEEK_DATES};
    const struct report_input *in = diary->in;

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct text *words = prose_words(diary->prose);
        if (plan_known(in->plan, fields[i], item) == NOT_GIVEN)
            continue;
        text_addf(words, "%s: ", phrase_label(in->form, fields[i]));
        phrase_value(in->plan, in->form, fields[i], item, words);
        prose_line(diary->prose, 0, 2);
    }
}

static void say_time(const struct diary *diary, const struct week_time *time)
{
    struct text *words = prose_words(diary->prose);

    text_add(words, _("Somebody is there "));
    minutes_words(words, time->cover);
    text_add(words, _(" of the week. "));
    minutes_words(words, time->paid);
    text_add(words, _(" paid, "));
    minutes_words(words, time->unpaid);
    text_add(words, _(" unpaid."));
    prose_line(diary->prose, 0, 0);
}

static void say_grid(const struct diary *diary)
{
    struct prose *prose = diary->prose;
    struct text picture = {0};

    if (grid_draw(diary->in->plan, diary->pattern, prose->width, &picture))
        prose->failed = true;
    if (picture.len > 0) {
        text_add_char(prose->out, '\n');
        text_add(prose->out, text_str(&picture));
        text_add_char(prose->out, '\n');
    }
    text_free(&picture);
}

static void say_pattern(struct diary *diary, const struct budget_pattern *pattern)
{
    diary->pattern = pattern->item;
    say_pattern_name(diary, pattern);
    say_pattern_dates(diary, pattern->item);
    if (!diary->times_only)
        say_time(diary, &pattern->time);
    if (diary->whole)
        say_grid(diary);
    say_days(diary);
    say_loose(diary, SHELF_VARYING, _("Days or times vary"));
    say_loose(diary, SHELF_NO_DAYS, _("Days not known yet"));
}

/* Lines of which it isn't known in which weeks they happen stand in none. */
static void say_no_pattern(const struct diary *diary)
{
    bool any = false;

    for (size_t i = 0; i < diary->count; i++) {
        if (diary->entries[i].line.pattern_known)
            continue;
        if (!any)
            prose_say(diary->prose, 0, _("Which weeks is not known yet"));
        any = true;
        say_loose_line(diary, &diary->entries[i].line);
    }
}

/* What else is known of a line. */

static const enum field more_fields[] = {F_TIME_GOALS, F_TIME_NEEDS,    F_TIME_PLACE,
                                         F_TIME_NOTE,  F_TIME_ARRANGED, F_TIME_WANTED};

/* On a plan's page the goals and needs name their lines, and an arranged line is the ordinary one.
 */
static bool is_told(const struct diary *diary, enum field field, const char *item)
{
    const struct plan *plan = diary->in->plan;

    if (plan_known(plan, field, item) == NOT_GIVEN)
        return false;
    if (diary->times_only)
        return field == F_TIME_PLACE || field == F_TIME_NOTE;
    if (diary->whole)
        return true;
    return field != F_TIME_GOALS && field != F_TIME_NEEDS &&
           !(field == F_TIME_ARRANGED && plan_is(plan, field, item, "yes"));
}

static bool has_more(const struct diary *diary, const char *item)
{
    for (size_t i = 0; i < sizeof more_fields / sizeof *more_fields; i++)
        if (is_told(diary, more_fields[i], item))
            return true;
    return false;
}

static void say_more(const struct diary *diary, const struct week_line *line)
{
    const struct report_input *in = diary->in;
    struct text *words = prose_words(diary->prose);

    line_what(in->plan, in->form, line, words);
    text_add(words, ". ");
    line_when(in->plan, line, words);
    prose_item(diary->prose, 0);
    for (size_t i = 0; i < sizeof more_fields / sizeof *more_fields; i++) {
        words = prose_words(diary->prose);
        if (!is_told(diary, more_fields[i], line->item))
            continue;
        text_addf(words, "%s: ", phrase_label(in->form, more_fields[i]));
        phrase_value(in->plan, in->form, more_fields[i], line->item, words);
        prose_line(diary->prose, 2, 2);
    }
}

static void say_all_more(const struct diary *diary)
{
    bool any = false;

    for (size_t i = 0; i < diary->count; i++) {
        if (!has_more(diary, diary->entries[i].line.item))
            continue;
        if (!any)
            prose_title(diary->prose, _("More about these times"));
        any = true;
        say_more(diary, &diary->entries[i].line);
    }
}

/* The whole week. */

/* By the time of day; those without one last; else as they stand in the plan. */
static int by_start(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    minutes from = x->line.start < 0 ? MINUTES_DAY : x->line.start;
    minutes to = y->line.start < 0 ? MINUTES_DAY : y->line.start;

    if (from != to)
        return from < to ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* The lines of a supporter, or of everybody; false where there is no memory. */
static bool take_lines(struct diary *diary)
{
    const char *supporter = diary->supporter;
    const struct plan *plan = diary->in->plan;
    const size_t count = plan_count(plan, SEC_TIME);

    diary->entries = malloc((count + 1) * sizeof *diary->entries);
    for (size_t i = 0; i < count && diary->entries; i++) {
        struct week_line line = week_line(plan, i);
        if (!supporter || strcmp(line.supporter, supporter) == 0)
            diary->entries[diary->count++] = (struct entry){.line = line, .place = i};
    }
    if (diary->entries)
        qsort(diary->entries, diary->count, sizeof *diary->entries, by_start);
    return diary->entries;
}

static bool in_pattern(const struct diary *diary, const char *pattern)
{
    for (size_t i = 0; i < diary->count; i++)
        if (diary->entries[i].line.pattern_known &&
            week_in_pattern(&diary->entries[i].line, pattern))
            return true;
    return false;
}

static void say_patterns(struct diary *diary)
{
    const struct budget *budget = diary->in->budget;

    for (size_t i = 0; i < budget->pattern_count; i++)
        if (!diary->times_only || in_pattern(diary, budget->patterns[i].item))
            say_pattern(diary, &budget->patterns[i]);
    say_no_pattern(diary);
    if (!diary->times_only || diary->supporter) /* a note is for who comes, not for all who read */
        say_all_more(diary);
}

static void say_lines(struct diary *diary)
{
    if (!take_lines(diary))
        diary->prose->failed = true;
    else if (diary->count == 0)
        prose_say(diary->prose, 0, _("Nothing is planned yet."));
    else
        say_patterns(diary);
    free(diary->entries);
}

void diary_say(struct prose *prose, const struct report_input *in, bool whole)
{
    struct diary diary = {.in = in, .prose = prose, .whole = whole};

    say_lines(&diary);
}

void diary_say_times(struct prose *prose, const struct report_input *in, const char *supporter)
{
    struct diary diary = {.in = in, .prose = prose, .times_only = true, .supporter = supporter};

    say_lines(&diary);
}
