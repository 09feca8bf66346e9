/*
 * One line of words -> a timetable line: "mon-fri 9-12 personal care, Sam, 16.50".
 * Reads the plan's supporters to know their names; changes nothing.
 */
#ifndef SUPPORTPLAN_ENTRY_H
#define SUPPORTPLAN_ENTRY_H

#include "supportplan/budget.h"

/** What was understood. */
struct entry {
    weekdays days; /**< 0 where none were said */
    minutes start; /**< from midnight; -1 where times vary */
    minutes
        end; /**< from midnight, 1440 at most; -1 where none; at or before start: the next day */
    minutes length;                   /**< with a start: each time; of a varying line: a week in
                                         all; -1 where none was said */
    int64_t times;                    /**< of a varying line: how often a week; 0 where not said */
    int every;                        /**< every so many weeks; 0 where each week */
    int64_t workers;                  /**< 2 for "two people", "x2"; 0 where not said */
    char what[400];                   /**< the words that are left */
    char supporter[NAME_MAX_LEN + 1]; /**< the supporter that was named, or "" */
    char week[NAME_MAX_LEN + 1];      /**< the plan's kind of week that was named, or "" */
    char kind[80];    /**< the name of one that the plan has not, as it was typed, or "" */
    char person[120]; /**< a name after "with" or a comma that no supporter has, or "" */
    pence price;      /**< -1 where none was said */
    enum unit unit;   /**< what the price is for: an hour where nothing else was said */
    bool unpaid;      /**< the word unpaid was said */
};

/**
 * Understand a line.
 *
 * Days first or last; times as 9-12, 9am to 12, 0930-1030, 9 for 3 hours, 22:00-06:00,
 * all day; "10 hours a week" or "30 minutes, times vary" for a line whose times vary. Commas are
 * not needed. An hour of a twelve-hour clock is the one that makes the shorter time: 9-5, 12-2; a
 * start from one to six is in the afternoon, 1-4, unless a word or 01:00 says otherwise.
 * "Every 2nd week" and its like say how often it comes; "term time" and "week 1" name a kind of
 * week. What the plan can't hold as it was said (two times, two people, once a month) is refused,
 * and so are days, amounts and people that would be lost among the words.
 *
 * @fault  on failure sentences that quote what was not understood and say what would be
 * @return ST_OK, ST_SYNTAX; out untouched on failure
 */
enum status entry_parse(const struct plan *plan, const char *line, struct entry *out,
                        struct fault *fault);

/** The parts that a line is asked for, one at a time. */
enum entry_part {
    ENTRY_DAYS,
    ENTRY_START,
    ENTRY_END, /**< or the length; of a line whose times vary, how much in a week */
    ENTRY_WHAT,
    ENTRY_WHO,
    ENTRY_PRICE,
    ENTRY_PARTS
};

/**
 * Understand the answer to one part, in the words that a whole line may have there. "" says that
 * there is none; "varies" as days or start, "nobody", "unpaid" are understood. A new start keeps
 * the length.
 *
 * @fault  on failure a sentence with what was typed and what would be right
 * @return ST_OK, ST_SYNTAX; e untouched on failure
 */
enum status entry_part_parse(const struct plan *plan, enum entry_part part, const char *text,
                             struct entry *e, struct fault *fault);
/** Whether an answer says that it is not known yet: "not sure", "?". */
bool entry_is_unsure(const char *text);
/** Read one clock time as it is written or spoken: "9.30", "half past nine", "nine in the morning".
 * ST_OK (out from 0 to 1440) or ST_SYNTAX or ST_RANGE; out untouched on failure. */
enum status entry_clock_parse(const char *text, minutes *out);
/** The same, of when something begins: "2" is in the afternoon, as in a whole line. */
enum status entry_start_parse(const char *text, minutes *out);
/** The same, of when something ends that begins at start: "4" behind 13:00 is 16:00, behind 22:00
 * it is 04:00; "2 hours" is two hours on. ST_RANGE where that is over a day. */
enum status entry_end_parse(minutes start, const char *text, minutes *out);
/** Add a part as a person may type it; nothing where there is none. */
void entry_part_show(const struct plan *plan, enum entry_part part, const struct entry *e,
                     struct text *out);
/** The first part that a line can't do without and has not; ENTRY_PARTS where it is whole. */
enum entry_part entry_lacks(const struct entry *e);
/** Add all of it as one line that a person could have typed. */
void entry_words(const struct plan *plan, const struct entry *e, struct text *out);
/** What a timetable line of the plan says, to begin another one with. */
void entry_of_line(const struct plan *plan, const char *item, struct entry *out);

/**
 * Take how often a line comes out of words: "every other tue 14:30" -> 2, "tue 14:30". "Every week"
 * is 1.
 *
 * @rest   what is left is added
 * @return false where nothing says it: every and rest are untouched
 */
bool entry_take_every(const char *words, int *every, struct text *rest);
/** Words that say how often and nothing else: "every 3 weeks", "2 weeks", "2". ST_OK or
 * ST_SYNTAX. */
enum status entry_every_parse(const char *words, int *every);

/** Two ways to say the days of a copy: "mon to tue-fri" -> from Monday to the rest. ST_OK or
 * ST_SYNTAX. */
enum status entry_copy_parse(const char *line, weekdays *from, weekdays *to);

#endif
