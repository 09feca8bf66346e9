/*
 * Deleting, moving, lengthening a line of the week.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "timetable.h"

/* On one day of several, only that day goes; the line stays on the others. */
static void delete_day(struct wizard *w, const char *item, const char *name,
                       const struct week_line *line, int day)
{
    char s[32];
    wizard_begin(w, _("delete \"%s\" on %s"), name, day_name(day));
    wizard_set(w, F_TIME_DAYS, item, days_print((weekdays)(line->days & ~(1u << day)), s));
    wizard_end(w);
    wizard_say(w, _("Removed %s on %s. Its other days stay. Undo brings it back."), name,
               day_name(day));
}

void timetable_delete(struct wizard *w, const char *arg)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    if (!row)
        return;
    if (*arg) { /* words may mean another line than the one that was found */
        wizard_trouble(w, "%s", _("Say what to take away by its number, for example: delete 3."));
        return;
    }
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", row->item);
    struct week_line line = week_line(w->plan, row->number);
    const char *what = plan_str(w->plan, F_TIME_WHAT, item);
    char *name = text_copy(*what ? what : _("the line"));
    if (!name) {
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    } else if (row->day < 7 && days_count(line.days) > 1 && line.days_known) {
        delete_day(w, item, name, &line, row->day);
    } else {
        wizard_begin(w, _("delete \"%s\""), name);
        plan_remove(w->plan, SEC_TIME, item, &w->action.edits);
        wizard_end(w);
        wizard_say(w, _("Removed %s. Undo brings it back."), name);
    }
    free(name);
}

static void set_clock(struct wizard *w, enum field field, const char *item, minutes m)
{
    char s[8];
    wizard_set(w, field, item, clock_print(m, s));
}

/* Where a line goes. */
struct aim {
    weekdays days; /* 0 where only the time changes */
    minutes start; /* -1 where the time stays */
    int every;     /* every so many weeks; 0 where it comes as often as before */
};

/* "10:00", "tue", "tue 10:00", "10:00 on tue and thu" */
static bool aim_parse_when(const char *s, struct aim *out)
{
    struct aim aim = {0, -1, 0};
    char part[64];
    bool whole_time = entry_start_parse(s, &aim.start) == ST_OK;
    bool found = whole_time || days_parse(s, &aim.days) == ST_OK;
    for (const char *at = strchr(s, ' '); at && !found; at = strchr(at + 1, ' ')) {
        if ((size_t)(at - s) >= sizeof part)
            break;
        snprintf(part, sizeof part, "%.*s", (int)(at - s), s);
        found = (days_parse(part, &aim.days) == ST_OK &&
                 entry_start_parse(at + 1, &aim.start) == ST_OK) ||
                (entry_start_parse(part, &aim.start) == ST_OK &&
                 days_parse(at + 1, &aim.days) == ST_OK);
    }
    if (!found || aim.start >= MINUTES_DAY)
        return false;
    if (whole_time)
        aim.days = 0;
    *out = aim;
    return true;
}

/* The same, or how often, or both: "every other week", "every other tue 14:30" */
static bool aim_parse(const char *s, struct aim *out)
{
    struct aim aim = {0, -1, 0};
    struct text rest = {0};
    int every = 0;
    bool often = entry_take_every(s, &every, &rest);
    bool found = often && rest.len == 0 ? true : aim_parse_when(often ? text_str(&rest) : s, &aim);
    text_free(&rest);
    if (!found)
        return false;
    aim.every = every;
    *out = aim;
    return true;
}

static void say_no_aim(struct wizard *w, const char *text)
{
    wizard_trouble(
        w, _("\"%s\" is not a time or day I know. Type for example 14:30, or tue 14:30."), text);
}

static void set_start(struct wizard *w, const char *item, minutes start)
{
    struct week_line line = week_line(w->plan, plan_place(w->plan, SEC_TIME, item));
    set_clock(w, F_TIME_START, item, start);
    if (plan_known(w->plan, F_TIME_END, item) == KNOWN && line.length_known) {
        minutes end = (start + line.length) % MINUTES_DAY;
        set_clock(w, F_TIME_END, item, end == 0 ? MINUTES_DAY : end);
    }
}

/* Only the day in hand goes to other days: where it comes at another time as well, or more or less
 * often, it becomes a line of its own. */
static void move_day(struct wizard *w, char item[NAME_MAX_LEN + 1], int day, struct aim aim)
{
    char s[32], other[NAME_MAX_LEN + 1];
    weekdays days = 1;
    plan_days(w->plan, F_TIME_DAYS, item, &days);
    weekdays rest = (weekdays)(days & ~(1u << day));
    if ((aim.start >= 0 || aim.every > 0) && rest) {
        wizard_set(w, F_TIME_DAYS, item, days_print(rest, s));
        if (timetable_double(w, item, other))
            snprintf(item, NAME_MAX_LEN + 1, "%s", other);
        rest = 0;
    }
    wizard_set(w, F_TIME_DAYS, item, days_print(rest | aim.days, s));
}

static void say_moved(struct wizard *w, const char *item, int day, struct aim aim)
{
    for (int d = 6; aim.days && d >= 0; d--)
        if (aim.days & (1u << d))
            day = d;
    if (aim.every > 0)
        timetable_show_week_of(w, item);
    timetable_show(w, item, day);
    if (aim.every > 0)
        timetable_say_often(w, item);
    else
        timetable_say_kept(w, item, "");
    timetable_ask_together(w, item);
}

static void move_line(struct wizard *w, const char *which, int day, struct aim aim)
{
    char item[NAME_MAX_LEN + 1];
    struct text name = {0};
    snprintf(item, sizeof item, "%s", which);
    phrase_item(w->plan, w->form, SEC_TIME, item, &name);
    wizard_begin(w, _("move \"%s\""), text_str(&name));
    if (aim.days)
        move_day(w, item, day, aim);
    text_free(&name);
    if (aim.start >= 0)
        set_start(w, item, aim.start);
    if (aim.every > 0 && !timetable_set_every(w, item, aim.every)) {
        wizard_drop(w);
        timetable_say_several(w, aim.every);
        return;
    }
    wizard_end(w);
    say_moved(w, item, day, aim);
}

void timetable_move(struct wizard *w, const char *arg)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    struct aim aim;
    if (!row)
        return;
    if (strncmp(arg, "to ", 3) == 0)
        arg += 3;
    bool known = *arg && aim_parse(arg, &aim);
    if (row->day == 7 && (!known || aim.days || aim.start >= 0)) {
        wizard_say(w, "%s", _("This line has no clock time to move."));
    } else if (known) {
        move_line(w, row->item, row->day, aim);
    } else if (*arg) {
        say_no_aim(w, arg);
    } else {
        struct place p = place_of(PLACE_MOVE);
        snprintf(p.item, sizeof p.item, "%s", row->item);
        p.number = (size_t)row->day;
        wizard_go(w, p);
    }
}

/* "longer 3 30": the number of minutes; the usual step where none is said. */
static bool step_of(struct wizard *w, const char *arg, minutes *by)
{
    minutes said;
    if (!*arg)
        return true;
    if (minutes_parse(arg, &said) != ST_OK || said == 0 || said > MINUTES_DAY) {
        wizard_trouble(w, _("\"%s\" is not a length I know. Type for example 30 minutes."), arg);
        return false;
    }
    *by = *by < 0 ? -said : said;
    return true;
}

void timetable_stretch(struct wizard *w, const char *arg, minutes by)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    if (!row || !step_of(w, arg, &by))
        return;
    int day = row->day;
    char item[NAME_MAX_LEN + 1], s[32];
    snprintf(item, sizeof item, "%s", row->item);
    struct week_line line = week_line(w->plan, row->number);
    minutes length = line.length + by;
    if (!line.length_known || length <= 0 || (line.start >= 0 && length > MINUTES_DAY)) {
        wizard_say(w, "%s", _("This line can't be made longer or shorter that way."));
        return;
    }
    wizard_begin(w,
                 by > 0 ? _("make a line %d minutes longer") : _("make a line %d minutes shorter"),
                 by > 0 ? by : -by);
    if (plan_known(w->plan, F_TIME_END, item) == KNOWN) {
        minutes end = (line.start + length) % MINUTES_DAY;
        set_clock(w, F_TIME_END, item, end == 0 ? MINUTES_DAY : end);
    } else {
        snprintf(s, sizeof s, "%d", length);
        wizard_set(w, F_TIME_MINUTES, item, s);
    }
    wizard_end(w);
    timetable_show(w, item, day);
    timetable_say_kept(w, item, "");
    timetable_ask_together(w, item);
}

/* The page that asks for the start */

static void move_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, here->item, &t);
    page_say(page, &page->title, _("Move a line"));
    page_say(page, &page->prompt, _("New start or day? "));
    page_say(page, &page->hint, _("Enter move   Esc back"));
    page_words(page, text_str(&t));
    page_add(page, ROW_HEADING, _("When shall it be? It stays as long as it is."));
    page_words(page, _("For example: 14:30, tue 14:30, or every other week. A day moves this "
                       "day only."));
    page_add(page, ROW_EDIT, _("Start"));
    text_free(&t);
}

static bool move_take(struct wizard *w, const char *text)
{
    struct aim aim;
    if (!*text || aim_parse(text, &aim))
        return true;
    say_no_aim(w, text);
    return false;
}

static void move_next(struct wizard *w)
{
    struct place here = *wizard_at(w);
    struct aim aim;
    bool known = aim_parse(text_str(&w->edit.text), &aim);
    wizard_back(w);
    if (known)
        move_line(w, here.item, (int)here.number, aim);
}

const struct place_type move_place = {
    .build = move_build,
    .take = move_take,
    .next = move_next,
    .help = N_("Say the new start, for example 14:30, or another day, or both. Say every other "
               "week, or every 3 weeks, for how often it comes."),
};
