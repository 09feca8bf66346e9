/*
 * What the parts of timetable share: the week that is shown, and what is done to its lines.
 */
#ifndef TIMETABLE_H
#define TIMETABLE_H

#include "supportplan/wizard.h"

/* What opening a row of the week's page does. */
enum timetable_act { ACT_DAY = 1, ACT_LINE, ACT_ADD, ACT_ASK, ACT_OTHER, ACT_NEXT, ACT_MORE };

/* A line as it stands in a day. */
struct slot {
    size_t line; /* number in the plan */
    minutes start;
};

/* The name of the week that is shown. */
const char *timetable_pattern(const struct wizard *w);
/* The lines of one day (7: those whose times vary) in the order of the clock, and how many. *out
 * to be freed. */
size_t timetable_day(const struct wizard *w, int day, struct slot **out);
/* The day of the row in hand, 0 to 6; -1 where it has none. */
int timetable_day_in_hand(const struct wizard *w);
/* The line that a number names ("delete 3": as the page numbers it), or the one in hand. *arg goes
 * past the number. NULL where there is none, with a word about it. */
const struct row *timetable_line_in_hand(struct wizard *w, const char **arg);
/* Say what a line means and costs now. */
void timetable_say_kept(struct wizard *w, const char *item);

/* Commands; arg is what follows the word. */

/* Add a line that is said in words, or ask for the words. */
void timetable_add(struct wizard *w, const char *arg);
/* Add a line, question by question. */
void timetable_ask(struct wizard *w);
/* Copy the lines of a day to others. */
void timetable_copy(struct wizard *w, const char *arg);
/* Delete a line, or one day of it. */
void timetable_delete(struct wizard *w, const char *arg);
/* Move a line to another start. */
void timetable_move(struct wizard *w, const char *arg);
/* Make a line longer, or shorter where by is below 0. */
void timetable_stretch(struct wizard *w, const char *arg, minutes by);
/* Tell the lines that are at the same time: all of them in plain lines, else one after another. */
void timetable_overlaps(struct wizard *w);
/* Tell when nobody is there, in the same way. */
void timetable_gaps(struct wizard *w);

#endif
