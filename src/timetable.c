/*
 * The week's page: the timetable as a list that a screen may also draw as a grid.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "supportplan/steps.h"
#include "timetable.h"

/* The page's commands */

static void say_total(struct wizard *w)
{
    struct text t = {0};
    int day = timetable_day_in_hand(w);
    if (day >= 0 && !timetable_is_plain(w)) {
        struct week_time time = timetable_time(w, day);
        text_addf(&t, "%s: ", day_name(day));
        minutes_words(&t, time.paid);
        text_add(&t, _(" paid, "));
        minutes_words(&t, time.unpaid);
        text_add(&t, _(" unpaid. "));
    }
    sentence_total(w->plan, &w->budget, timetable_pattern(w), &t);
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
}

/* Undo and redo leave the focus on the line it was on, where that is still there. */
static void turn_round(struct wizard *w, enum command cmd)
{
    char item[NAME_MAX_LEN + 1] = "";
    int day = -1;
    size_t focus = wizard_at(w)->focus;
    if (focus < w->page.count && w->page.rows[focus].act == ACT_LINE) {
        snprintf(item, sizeof item, "%s", w->page.rows[focus].item);
        day = w->page.rows[focus].day;
    }
    if (cmd == CMD_UNDO)
        wizard_undo(w);
    else
        wizard_redo(w);
    if (*item && wizard_type_here(w) == &week_page)
        timetable_show(w, item, day);
}

/* A moment in hand is forgotten by what has nothing to do with it. */
static bool keeps_moment(enum command cmd)
{
    return cmd == CMD_UP || cmd == CMD_DOWN || cmd == CMD_GAP || cmd == CMD_OVERLAP ||
           cmd == CMD_TOTAL || cmd == CMD_ADD || cmd == CMD_OPEN;
}

/* What changes lines; which one, and to what, may be said behind the word. */
static bool change_lines(struct wizard *w, enum command cmd, const char *arg)
{
    static const struct {
        enum command cmd;
        void (*act)(struct wizard *w, const char *arg);
    } acts[] = {
        {CMD_ADD, timetable_add},
        {CMD_DELETE, timetable_delete},
        {CMD_COPY, timetable_copy},
        {CMD_MOVE, timetable_move},
    };
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (acts[i].cmd == cmd) {
            acts[i].act(w, arg);
            return true;
        }
    if (cmd != CMD_LONGER && cmd != CMD_SHORTER)
        return false;
    timetable_stretch(w, arg, cmd == CMD_LONGER ? 15 : -15);
    return true;
}

/* What shows the week otherwise, or says more of it. */
static bool look_round(struct wizard *w, enum command cmd)
{
    switch ((int)cmd) {
    case CMD_LIST:
        w->week_list = !w->week_list;
        return true;
    case CMD_OVERLAP:
        timetable_overlaps(w);
        return true;
    case CMD_GAP:
        timetable_gaps(w);
        return true;
    case CMD_OTHER_WEEK:
        timetable_other_week(w);
        return true;
    case CMD_TOTAL:
        say_total(w);
        return true;
    case CMD_UNDO:
    case CMD_REDO:
        turn_round(w, cmd);
        return true;
    default:
        return false;
    }
}

static bool week_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (!keeps_moment(cmd))
        w->moment = -1;
    return change_lines(w, cmd, arg) || look_round(w, cmd) || timetable_walk(w, cmd) ||
           steps_command(w, cmd, arg);
}

static void week_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_RECORD);
    switch ((enum timetable_act)row->act) {
    case ACT_DAY:
        p = place_of(PLACE_ADD_LINE);
        p.number = (size_t)row->day + 1;
        wizard_go(w, p);
        break;
    case ACT_ADD:
        wizard_go(w, place_of(PLACE_ADD_LINE));
        break;
    case ACT_LINE:
        p.table = SEC_TIME;
        snprintf(p.item, sizeof p.item, "%s", row->item);
        wizard_go(w, p);
        break;
    case ACT_ASK:
        timetable_ask(w);
        break;
    case ACT_OTHER:
        timetable_other_week(w);
        break;
    case ACT_LIKE:
        timetable_new_week(w);
        break;
    case ACT_LIFE:
        wizard_go(w, place_of(PLACE_LIFE));
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    case ACT_NEXT:
        steps_next(w);
        break;
    }
}

/* Nobody need say "add" before the words of a line, or what begins like one: what is missing is
 * told. */
static bool week_words(struct wizard *w, const char *line)
{
    struct entry entry;
    if (!strchr(line, ' ') ||
        !(strpbrk(line, "0123456789") || entry_parse(w->plan, line, &entry, NULL) == ST_OK))
        return false;
    return week_command(w, CMD_ADD, line);
}

const struct place_type week_page = {
    .build = timetable_build,
    .open = week_open,
    .next = steps_next,
    .command = week_command,
    .line = week_words,
    .help = N_("Each line is one time of support. Add one in your own words, for example "
               "mon-fri 9-12 personal care, Sam. Copy a day to other days. Everything can "
               "be undone. On a screen the grid has days down and time across. The list has one "
               "line for each time. l changes between grid and list. Arrows move, Enter opens. "
               "The keys are a add, c copy, d delete, v move, + longer, - shorter. "
               "o shows overlaps, g gaps, w another week, = the totals."),
    .plain_help = N_("Each line is one time of support. Add one in your own words, for example "
                     "mon-fri 9-12 personal care, Sam. Type copy mon to tue-fri to copy a day. "
                     "A line's number opens it. Type delete, longer or shorter with its number, "
                     "for example delete 3. Type move 3 10:00 to move it. Undo takes it back. "
                     "Type gaps, overlaps, total, or other for another week."),
};
