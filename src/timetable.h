/*
 * What the parts of timetable share: the week that is shown, and what is done to its lines.
 */
#ifndef TIMETABLE_H
#define TIMETABLE_H

#include "supportplan/timetable.h"

/* What opening a row of the week's page does. */
enum timetable_act {
    ACT_DAY = 1,
    ACT_LINE,
    ACT_ADD,
    ACT_ASK,
    ACT_OTHER,
    ACT_LIKE,
    ACT_LIFE,
    ACT_NEXT,
    ACT_MORE
};

/* A line as it stands in a day. */
struct slot {
    size_t line; /* number in the plan */
    minutes start;
};

/* Whether the week is shown as plain lines; as a grid on a large enough screen. */
bool timetable_is_plain(const struct wizard *w);
bool timetable_is_grid(const struct wizard *w);
/* Make the page. */
void timetable_build(const struct wizard *w, const struct place *here, struct page *page);
/* The lines of one day (7: those whose times vary) in the order of the clock, and how many. *out
 * to be freed. */
size_t timetable_day(const struct wizard *w, int day, struct slot **out);
/* How many lines a day has. */
size_t timetable_count(const struct wizard *w, int day);
/* The time of the lines that begin on a day, without those whose times vary; no cover. */
struct week_time timetable_time(const struct wizard *w, int day);
/* The day of the row in hand, 0 to 6; -1 where it has none. */
int timetable_day_in_hand(const struct wizard *w);
/* The line that a number names ("delete 3": as the page numbers it), or the one in hand. *arg goes
 * past the number. NULL where there is none, with a word about it. */
const struct row *timetable_line_in_hand(struct wizard *w, const char **arg);
/* Say what a line means and costs now, and more, which begins with a blank or is "". */
void timetable_say_kept(struct wizard *w, const char *item, const char *more);

#define WHO_WHOLE 10000
/* What is told of a line beside its name. */
struct told {
    bool overlap, night; /* that it overlaps; that it goes on into the next day, where it does */
    int who_cols;        /* the most columns for who it is with; 0: it is not told */
};
/* Add that: "overlap, overnight, Sam". What is out of the ordinary comes first. */
void timetable_state(const struct wizard *w, const struct week_line *line, struct told told,
                     struct text *out);
/* The name and the state of a line for speech, together in so many columns. name has the day. */
void timetable_spoken(const struct wizard *w, const struct week_line *line, bool overlap, int cols,
                      struct text *name, struct text *state);

/* Moving about the grid: false where a command does not. */
bool timetable_walk(struct wizard *w, enum command cmd);
/* The moment in hand, in minutes from Monday 00:00: where the line in hand begins, or what up and
 * down keep to, or a gap's beginning. -1 where there is none. */
minutes timetable_moment(const struct wizard *w);
/* Put the focus on a row, and keep a moment in hand (-1: none) for as long as it stays there. */
void timetable_stand(struct wizard *w, size_t row, minutes moment);
/* Make the page afresh and put the focus on a line: on that day, else the nearest; -1: its
 * first. */
void timetable_show(struct wizard *w, const char *item, int day);

/* Commands; arg is what follows the word. */

/* Add a line that is said in words, or ask for the words. */
void timetable_add(struct wizard *w, const char *arg);
/* Add a line, question by question: it begins with what the last line says. */
void timetable_ask(struct wizard *w);
/* Go to the question of one part of the line that is being added. */
void timetable_go_part(struct wizard *w, size_t part);
/* What a part of the line that is being added is called. */
const char *timetable_part_name(const struct wizard *w, size_t part);
/* At the page where a line is added: put the line in hand into its text, and say what it means. */
void timetable_echo(struct wizard *w);
/* Ask whether two are meant to be at once where a line has just made it so, and nothing says yet
 * that it is right. */
void timetable_ask_together(struct wizard *w, const char *item);
/* Take a line away from a day: from the plan, where it is its only one. Within an action. */
bool timetable_take_off(struct wizard *w, const char *item, int day);
/* Make a new line that is as another one. Within an action. */
bool timetable_double(struct wizard *w, const char *item, char out[NAME_MAX_LEN + 1]);
/* Copy a line or the lines of a day to other days: "mon to tue-fri", "3 to tue". */
void timetable_copy(struct wizard *w, const char *arg);
/* Show the next kind of week. */
void timetable_other_week(struct wizard *w);
/* The kind of week that comes every so many weeks: the one there is, or else, where there is only
 * one kind, a new one that shares its weeks. false where there are several others. Within an
 * action. */
bool timetable_week_every(struct wizard *w, int every, char out[NAME_MAX_LEN + 1]);
/* Let a line that is kept come every so many weeks (1: every week). false where the plan has
 * several kinds of week and none that comes so often. Within an action. */
bool timetable_set_every(struct wizard *w, const char *item, int every);
/* Why that can't be. */
void timetable_say_several(struct wizard *w, int every);
/* Say what a line means and costs now, and how often it comes. */
void timetable_say_often(struct wizard *w, const char *item);
/* Add in which kind of week a line is, where it is in one only. */
void timetable_tell_week(const struct wizard *w, const char *item, struct text *t);
/* Show the kind of week that a line is in; the next page made is of it. */
void timetable_show_week_of(struct wizard *w, const char *item);
/* Make a new kind of week as a copy of the one that is shown. */
void timetable_new_week(struct wizard *w);
/* Copy the lines of the week that is shown into the one that words name, or ask what is to become
 * of those that it has. */
void timetable_copy_week(struct wizard *w, const char *to_words);
/* Copy them into a week; replace: in the place of its own. */
void timetable_fill_week(struct wizard *w, const char *week, bool replace);
/* How many lines a week has that no other has. */
size_t timetable_own_lines(const struct wizard *w, const char *week);
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
