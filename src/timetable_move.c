/*
 * Deleting, moving, lengthening a line of the week.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void move_line(struct wizard *w, const char *item, int day, minutes start)
{
    size_t place = plan_place(w->plan, SEC_TIME, item);
    struct week_line line = week_line(w->plan, place);
    wizard_begin(w, "%s", _("move a line"));
    set_clock(w, F_TIME_START, item, start);
    if (plan_known(w->plan, F_TIME_END, item) == KNOWN && line.length_known) {
        minutes end = (start + line.length) % MINUTES_DAY;
        set_clock(w, F_TIME_END, item, end == 0 ? MINUTES_DAY : end);
    }
    wizard_end(w);
    timetable_show(w, item, day);
    timetable_say_kept(w, item);
}

void timetable_move(struct wizard *w, const char *arg)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    if (!row)
        return;
    minutes start;
    if (row->day == 7) {
        wizard_say(w, "%s", _("This line has no clock time to move."));
    } else if (*arg && clock_parse(arg, &start) == ST_OK && start < MINUTES_DAY) {
        char item[NAME_MAX_LEN + 1];
        snprintf(item, sizeof item, "%s", row->item);
        move_line(w, item, row->day, start);
    } else if (*arg) {
        wizard_trouble(w, _("\"%s\" is not a time I know. Type for example 14:30."), arg);
    } else {
        struct place p = place_of(PLACE_MOVE);
        snprintf(p.item, sizeof p.item, "%s", row->item);
        p.number = (size_t)row->day;
        wizard_go(w, p);
    }
}

void timetable_stretch(struct wizard *w, const char *arg, minutes by)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    if (!row)
        return;
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
    timetable_say_kept(w, item);
}

/* The page that asks for the start */

static void move_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, here->item, &t);
    page_say(page, &page->title, _("Move a line"));
    page_say(page, &page->prompt, _("New start? "));
    page_say(page, &page->hint, _("Enter move   Esc back"));
    page_words(page, text_str(&t));
    page_add(page, ROW_HEADING, _("When shall it start? It stays as long as it is."));
    page_add(page, ROW_EDIT, _("Start"));
    text_free(&t);
}

static bool move_take(struct wizard *w, const char *text)
{
    minutes m;
    if (!*text || (clock_parse(text, &m) == ST_OK && m < MINUTES_DAY))
        return true;
    wizard_trouble(w, _("\"%s\" is not a time I know. Type for example 14:30."), text);
    return false;
}

static void move_next(struct wizard *w)
{
    minutes start;
    char item[NAME_MAX_LEN + 1];
    memcpy(item, wizard_at(w)->item, sizeof item);
    bool known = clock_parse(text_str(&w->edit.text), &start) == ST_OK && start < MINUTES_DAY;
    int day = (int)wizard_at(w)->number;
    wizard_back(w);
    if (known)
        move_line(w, item, day, start);
}

const struct place_type move_place = {
    .build = move_build,
    .take = move_take,
    .next = move_next,
    .help = N_("Say the new start, for example 14:30."),
};
