/*
 * Copying a line, or all lines of a day, to other days.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "timetable.h"

/* What is copied, from where, to where. */
struct copying {
    int day;
    const char *item; /* "" for all of the day */
    weekdays to;
};

/* What to do where there are lines already. */
enum how { HOW_BOTH = 1, HOW_REPLACE, HOW_SKIP };

static int first_day(weekdays days)
{
    int day = 0;
    while (day < 6 && !(days & (1u << day)))
        day++;
    return day;
}

static bool is_copied(const struct wizard *w, const struct copying *c, const struct slot *slot)
{
    const char *item = plan_item(w->plan, SEC_TIME, slot->line);
    weekdays days = 1;
    if (*c->item)
        return strcmp(c->item, item) == 0;
    plan_days(w->plan, F_TIME_DAYS, item, &days);
    return days & (1u << c->day);
}

/* How many lines a day has that are not among those copied. */
static size_t count_others(const struct wizard *w, const struct copying *c, int day)
{
    struct slot *slots = NULL;
    size_t n = timetable_day(w, day, &slots), others = 0;
    for (size_t i = 0; i < n; i++)
        others += !is_copied(w, c, &slots[i]);
    free(slots);
    return others;
}

static weekdays taken_days(const struct wizard *w, const struct copying *c)
{
    weekdays taken = 0;
    for (int day = 0; day < 7; day++)
        if (day != c->day && (c->to & (1u << day)) && count_others(w, c, day) > 0)
            taken |= (weekdays)(1u << day);
    return taken;
}

static void add_what(const struct wizard *w, const struct copying *c, struct text *t)
{
    if (*c->item)
        phrase_item(w->plan, w->form, SEC_TIME, c->item, t);
    else
        text_add(t, day_name(c->day));
}

/* Doing it */

/* A line that is alike in everything but its days gets days rather than a second line. */
static bool copy_line(struct wizard *w, const char *item, weekdays to)
{
    char s[32];
    weekdays has = 1;
    if (plan_days(w->plan, F_TIME_DAYS, item, &has) == NOT_SURE)
        return true;
    return wizard_set(w, F_TIME_DAYS, item, days_print((weekdays)(has | to), s)) == ST_OK;
}

static bool clear_day(struct wizard *w, const struct copying *c, int day)
{
    struct slot *slots = NULL;
    size_t n = timetable_day(w, day, &slots);
    bool done = true;
    for (size_t i = n; done && i-- > 0;) {
        char item[NAME_MAX_LEN + 1];
        snprintf(item, sizeof item, "%s", plan_item(w->plan, SEC_TIME, slots[i].line));
        if (!is_copied(w, c, &slots[i]))
            done = timetable_take_off(w, item, day);
    }
    free(slots);
    return done;
}

/* Copy the lines; the number of lines, and the first of them in item. */
static size_t copy_lines(struct wizard *w, const struct copying *c, char item[NAME_MAX_LEN + 1])
{
    struct slot *slots = NULL;
    size_t n = timetable_day(w, c->day, &slots), count = 0;
    for (size_t i = n; i-- > 0;) {
        if (!is_copied(w, c, &slots[i]))
            continue;
        snprintf(item, NAME_MAX_LEN + 1, "%s", plan_item(w->plan, SEC_TIME, slots[i].line));
        copy_line(w, item, c->to);
        count++;
    }
    free(slots);
    return count;
}

static void say_copied(struct wizard *w, const struct copying *c, size_t lines, const char *days)
{
    struct week_overlap *over = NULL;
    size_t overlaps = 0;
    struct text t = {0};
    text_addf(&t,
              ngettext("Copied %zu line of %s to %s. Undo takes it back.",
                       "Copied %zu lines of %s to %s. Undo takes them back.", lines),
              lines, day_name(c->day), days);
    if (week_overlaps(w->plan, timetable_pattern(w), &over, &overlaps) == ST_OK && overlaps > 0)
        text_addf(&t,
                  ngettext(" The week has %zu overlap.", " The week has %zu overlaps.", overlaps),
                  overlaps);
    wizard_say(w, "%s", text_str(&t));
    free(over);
    text_free(&t);
}

static void copy_do(struct wizard *w, struct copying c, enum how how)
{
    struct text days = {0}, what = {0};
    char item[NAME_MAX_LEN + 1] = "";
    weekdays taken = taken_days(w, &c);
    if (how == HOW_SKIP)
        c.to &= (weekdays)~taken;
    days_words(&days, c.to);
    add_what(w, &c, &what);
    wizard_begin(w, _("copy %s to %s"), text_str(&what), text_str(&days));
    for (int day = 0; how == HOW_REPLACE && day < 7; day++)
        if (taken & (1u << day))
            clear_day(w, &c, day);
    size_t lines = c.to ? copy_lines(w, &c, item) : 0;
    wizard_end(w);
    if (lines > 0) {
        timetable_show(w, item, first_day(c.to));
        say_copied(w, &c, lines, text_str(&days));
    } else if (!c.to) {
        wizard_say(w, "%s", _("All those days have lines. Nothing was copied."));
    } else {
        wizard_say(w, _("%s has no lines to copy."), day_name(c.day));
    }
    text_free(&what);
    text_free(&days);
}

/* Lines that are there already are asked about, once for all days. */
static void copy_or_ask(struct wizard *w, const struct copying *c)
{
    if (!taken_days(w, c) || (!*c->item && timetable_count(w, c->day) == 0)) {
        copy_do(w, *c, HOW_BOTH);
        return;
    }
    struct place p = place_of(PLACE_COPY_HOW);
    p.number = (size_t)c->day;
    p.page = c->to;
    snprintf(p.item, sizeof p.item, "%s", c->item);
    wizard_go(w, p);
}

/* "3 to tue-fri", or "to tue-fri" of the line in hand: the days; 0 where they are not said. */
static weekdays days_behind_to(const char *arg)
{
    weekdays days = 0;
    arg += strspn(arg, " ");
    if (strncmp(arg, "to ", 3) == 0)
        arg += 3;
    return *arg && days_parse(arg, &days) == ST_OK ? days : 0;
}

static void copy_one_line(struct wizard *w, const char *arg)
{
    const struct row *row = timetable_line_in_hand(w, &arg);
    if (!row)
        return;
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", row->item);
    struct copying c = {.day = row->day, .item = item, .to = days_behind_to(arg)};
    if (c.day > 6)
        wizard_say(w, "%s", _("This line has no day of its own to copy."));
    else if (c.to)
        copy_or_ask(w, &c);
    else
        wizard_trouble(w, "%s", _("Say to which days, for example: copy 3 to tue-fri."));
}

void timetable_copy(struct wizard *w, const char *arg)
{
    weekdays from, to;
    if (strncmp(arg, "week to ", 8) == 0) {
        timetable_copy_week(w, arg + 8);
    } else if (entry_copy_parse(arg, &from, &to) == ST_OK) {
        struct copying c = {.day = first_day(from), .item = "", .to = to};
        copy_or_ask(w, &c);
    } else if ((*arg >= '0' && *arg <= '9') || strncmp(arg, "to ", 3) == 0) {
        copy_one_line(w, arg);
    } else if (*arg || w->mode == MODE_PLAIN || timetable_day_in_hand(w) < 0) {
        wizard_trouble(w, "%s", _("Say which day to which, for example: copy mon to tue-fri."));
    } else {
        struct place p = place_of(PLACE_COPY);
        const struct row *row = &w->page.rows[wizard_at(w)->focus];
        p.number = (size_t)timetable_day_in_hand(w);
        snprintf(p.parent, sizeof p.parent, "%s", row->item);
        wizard_go(w, p);
    }
}

/* The page that asks for the days */

enum act { ACT_ONE = 1, ACT_ALL };

static struct copying copying_of(const struct place *here)
{
    return (struct copying){.day = (int)here->number, .item = here->item};
}

static void copy_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct copying c = copying_of(here), other = c;
    struct text t = {0};
    size_t n = timetable_count(w, c.day);
    text_add(&t, _("Copy "));
    add_what(w, &c, &t);
    if (!*c.item)
        text_addf(&t, ngettext(" (%zu line)", " (%zu lines)", n), n);
    text_add(&t, _(" to which days?"));
    page->asks = true;
    page_say(page, &page->title, _("Copy"));
    page_say(page, &page->prompt, _("To which days? "));
    page_say(page, &page->hint, _("Enter copy   Tab to the line below   Esc back"));
    page_add(page, ROW_HEADING, text_str(&t));
    page_words(page, _("For example: tue-fri, weekdays, or every day."));
    page_add(page, ROW_EDIT, _("To"));
    other.item = *here->item ? "" : here->parent;
    if (*here->parent) {
        text_clear(&t);
        text_add(&t, *other.item ? _("Copy only ") : _("Copy all of "));
        add_what(w, &other, &t);
        page_choice(page, text_str(&t), *other.item ? ACT_ONE : ACT_ALL,
                    *other.item ? "only" : "all");
    }
    text_free(&t);
}

static bool copy_take(struct wizard *w, const char *text)
{
    weekdays days;
    if (!*text || days_parse(text, &days) == ST_OK)
        return true;
    wizard_trouble(w, _("\"%s\" is not days I know. Type for example tue-fri."), text);
    return false;
}

static void copy_next(struct wizard *w)
{
    struct place here = *wizard_at(w);
    struct copying c = copying_of(&here);
    bool known = days_parse(text_str(&w->edit.text), &c.to) == ST_OK;
    wizard_back(w);
    if (known)
        copy_or_ask(w, &c);
}

static void copy_open(struct wizard *w, const struct row *row)
{
    struct place p = *wizard_at(w);
    if (row->act == ACT_ONE)
        memcpy(p.item, p.parent, sizeof p.item);
    else
        p.item[0] = '\0';
    p.focus = 0;
    wizard_turn(w, p);
}

const struct place_type copy_place = {
    .build = copy_build,
    .open = copy_open,
    .take = copy_take,
    .next = copy_next,
    .help = N_("Say the days, for example tue-fri. The row below says whether the line in hand "
               "is copied, or all lines of its day."),
};

/* The page that asks what to do with lines that are there */

static struct copying copying_how(const struct place *here)
{
    struct copying c = copying_of(here);
    c.to = (weekdays)here->page;
    return c;
}

/* "Tuesday has 2. Thursday has 1." Or, of a whole week, "Term time has 3." */
static void how_taken(const struct wizard *w, const struct place *here, struct text *t)
{
    struct copying c = copying_how(here);
    weekdays taken = *here->parent ? 0 : taken_days(w, &c);
    struct text week = {0};
    for (int day = 0; day < 7; day++)
        if (taken & (1u << day))
            text_addf(t, _("%s has %zu. "), day_name(day), count_others(w, &c, day));
    phrase_item(w->plan, w->form, SEC_WEEK, here->parent, &week);
    if (*here->parent)
        text_addf(t, _("%s has %zu. "), text_str(&week), timetable_own_lines(w, here->parent));
    text_free(&week);
}

static void how_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    how_taken(w, here, &t);
    text_add(&t, _("Keep both, replace, or skip?"));
    page_say(page, &page->title, _("Copy"));
    page_say(page, &page->prompt, _("Both, replace, or skip? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    page_add(page, ROW_HEADING, text_str(&t));
    page_choice(page, _("Keep both"), HOW_BOTH, "both");
    page_choice(page, _("Replace what is there"), HOW_REPLACE, "replace");
    page_choice(page, *here->parent ? _("Copy nothing") : _("Skip those days"), HOW_SKIP, "skip");
    text_free(&t);
}

static void how_open(struct wizard *w, const struct row *row)
{
    struct place here = *wizard_at(w);
    enum how how = (enum how)row->act;
    wizard_back(w);
    if (!*here.parent)
        copy_do(w, copying_how(&here), how);
    else if (how != HOW_SKIP)
        timetable_fill_week(w, here.parent, how == HOW_REPLACE);
    else
        wizard_say(w, "%s", _("Nothing was copied."));
}

const struct place_type copy_how_place = {
    .build = how_build,
    .open = how_open,
    .command = place_next_back,
    .help = N_("There are lines already where you copy to. Keep both leaves them. Replace takes "
               "them away. Skip leaves those days as they are. Undo takes all of it back."),
};
