/*
 * The week that is shown: its lines day by day, and the one in hand.
 */
#include <stdlib.h>
#include <string.h>

#include "supportplan/sentences.h"
#include "timetable.h"

/* Rows of a window that are not the page's: its title, and the foot. */
#define PAGE_BESIDE 6

bool timetable_is_plain(const struct wizard *w)
{
    return w->mode == MODE_PLAIN;
}

bool timetable_is_grid(const struct wizard *w)
{
    return w->mode == MODE_FULL && w->settings.looks != LOOKS_LARGE && !w->week_list &&
           w->edit_cols + 1 >= TIMETABLE_GRID_COLS &&
           w->page_rows >= TIMETABLE_GRID_ROWS - PAGE_BESIDE;
}

const char *timetable_pattern(const struct wizard *w)
{
    for (size_t i = 0; i < week_pattern_count(w->plan); i++)
        if (strcmp(week_pattern(w->plan, i), w->pattern) == 0)
            return w->pattern;
    return week_pattern(w->plan, 0);
}

static int earlier(const void *a, const void *b)
{
    const struct slot *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

size_t timetable_day(const struct wizard *w, int day, struct slot **out)
{
    size_t all = plan_count(w->plan, SEC_TIME), n = 0;
    struct slot *slots = calloc(all ? all : 1, sizeof *slots);
    *out = slots;
    for (size_t i = 0; slots && i < all; i++) {
        struct week_line line = week_line(w->plan, i);
        if (!week_in_pattern(&line, timetable_pattern(w)) && line.pattern_known)
            continue;
        bool floating = line.start < 0 || !line.days_known;
        if (day == 7 ? !floating : floating || !(line.days & (1u << day)))
            continue;
        slots[n++] = (struct slot){i, line.start};
    }
    if (slots)
        qsort(slots, n, sizeof *slots, earlier);
    return n;
}

size_t timetable_count(const struct wizard *w, int day)
{
    struct slot *slots = NULL;
    size_t n = timetable_day(w, day, &slots);
    free(slots);
    return n;
}

struct week_time timetable_time(const struct wizard *w, int day)
{
    struct slot *slots = NULL;
    struct week_time time = {0};
    size_t n = timetable_day(w, day, &slots);
    for (size_t i = 0; i < n; i++) {
        struct week_line line = week_line(w->plan, slots[i].line);
        bool somebody = *line.supporter || !line.supporter_known;
        if (!line.helped || !line.length_known || !line.workers_known)
            continue;
        if (line.payer != PAYER_UNPAID)
            time.paid += line.length * line.workers;
        else if (somebody)
            time.unpaid += line.length * line.workers;
    }
    free(slots);
    return time;
}

int timetable_day_in_hand(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    if (here->focus < w->page.count && w->page.rows[here->focus].day >= 0 &&
        w->page.rows[here->focus].day < 7)
        return w->page.rows[here->focus].day;
    return -1;
}

/* A number that something begins with, as a word of its own: that of "3 10:00", and none of
 * "10:00". *s goes past it. */
static size_t number_taken(const char **s)
{
    size_t n = strspn(*s, "0123456789");
    if (n == 0 || ((*s)[n] != ' ' && (*s)[n] != '\0'))
        return 0;
    size_t number = strtoul(*s, NULL, 10);
    *s += n + strspn(*s + n, " ");
    return number;
}

static void say_no_line(struct wizard *w, size_t want)
{
    if (w->mode != MODE_PLAIN)
        wizard_trouble(w, "%s", _("Move to a line of the week first, by the arrows."));
    else if (want)
        wizard_trouble(w, _("There is no line %zu here. Type week to hear the numbers."), want);
    else
        wizard_trouble(w, "%s",
                       _("Say the number of a line, for example: delete 3. Type week to hear the "
                         "numbers."));
}

/* In plain lines nobody sees which one is in hand. So it is named, unless it is the only one. */
const struct row *timetable_line_in_hand(struct wizard *w, const char **arg)
{
    const struct row *found = NULL;
    size_t n = 0, hits = 0, want = number_taken(arg);
    bool plain = w->mode == MODE_PLAIN;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        n += row_focusable(row);
        if (row->act != ACT_LINE || !(want ? n == want : plain || i == wizard_at(w)->focus))
            continue;
        found = row;
        hits++;
    }
    if (hits == 1)
        return found;
    say_no_line(w, want);
    return NULL;
}

void timetable_say_kept(struct wizard *w, const char *item, const char *more)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, item, &t);
    wizard_say(w, _("Kept: %s%s"), text_str(&t), more);
    text_free(&t);
}

bool timetable_take_off(struct wizard *w, const char *item, int day)
{
    char s[32];
    weekdays days = 1;
    plan_days(w->plan, F_TIME_DAYS, item, &days);
    days &= (weekdays) ~(1u << day);
    if (days)
        return wizard_set(w, F_TIME_DAYS, item, days_print(days, s)) == ST_OK;
    return plan_remove(w->plan, SEC_TIME, item, &w->action.edits) == ST_OK;
}

bool timetable_double(struct wizard *w, const char *item, char out[NAME_MAX_LEN + 1])
{
    return plan_double(w->plan, SEC_TIME, item, out, &w->action.edits) == ST_OK;
}
