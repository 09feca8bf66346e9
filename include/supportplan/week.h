/*
 * The timetable's arithmetic: length, cover, paid and unpaid time, overlaps and
 * gaps. Reads plans only. No money: see budget.
 */
#ifndef SUPPORTPLAN_WEEK_H
#define SUPPORTPLAN_WEEK_H

#include "supportplan/plan.h"

/** Who pays for a timetable line or cost (SPEC 2.3). */
enum payer {
    PAYER_FUND,    /**< a fund: budget, f1 */
    PAYER_UNPAID,  /**< nobody, and nothing is owed */
    PAYER_UNKNOWN, /**< somebody, not known yet: counts as paid */
};

/** A timetable line, read once. Strings are borrowed from the plan. */
struct week_line {
    const char *item;      /**< t1 */
    const char *supporter; /**< s1, or "" where none or not known */
    const char *rate;      /**< r1 where the line names one, or "" */
    const char *pattern;   /**< w1, or "" for every week */
    const char *fund;      /**< PAYER_FUND: its item; else "" */
    enum payer payer;
    bool helped;          /**< has a supporter or a rate (a "?" there is one) */
    bool varying;         /**< no start: days or times vary */
    bool once_a_week;     /**< it varies or has no days: it falls on Mondays */
    bool days_known;      /**< false where days is "?" */
    bool pattern_known;   /**< false where week is "?" */
    bool supporter_known; /**< false where supporter is "?" */
    bool rate_known;      /**< false where rate is "?" */
    bool workers_known, sharing_known, times_known;
    bool length_known; /**< false where a "?" in start, end or minutes leaves it without a length,
                          or nothing says it */
    weekdays days;  /**< Monday where none are given, and for a varying line: it counts as on one */
    minutes start;  /**< from midnight; -1 where varying or not known */
    minutes length; /**< each time it happens; for a varying line its minutes a week in all */
    int64_t workers; /**< 1 where none */
    int64_t sharing; /**< 1 where none */
    int64_t times;   /**< a varying line: how often a week; else how many days */
};

/** Read timetable line i of the plan (SPEC 2.1 to 2.3). Never fails. */
struct week_line week_line(const struct plan *plan, size_t i);

/** Every timetable line of a plan, in its order: what reads them more than once reads them here.
 * *list is freed with free(). ST_OK or ST_NOMEM (*list untouched). */
enum status week_lines(const struct plan *plan, struct week_line **list);

/** How many week patterns a plan has: 1 where it names none. */
size_t week_pattern_count(const struct plan *plan);
/** The name of pattern i: "w1" where the plan names none. Borrowed. */
const char *week_pattern(const struct plan *plan, size_t i);
/** The place of a pattern that a line names, from 0. */
size_t week_pattern_place(const struct plan *plan, const char *pattern);
/** Whether a line happens in a pattern: one without a pattern is in all; one with "?" in none. */
bool week_in_pattern(const struct week_line *line, const char *pattern);

/** Time in one pattern's week, in minutes (SPEC 2.2). */
struct week_time {
    int64_t cover;  /**< somebody is there: at most 10,080 */
    int64_t paid;   /**< length x workers of paid lines */
    int64_t unpaid; /**< length x workers of unpaid lines with a supporter */
};

/** What one line adds to the paid and unpaid time of a week, as far as it begins on some of its
 * days (a varying line on Monday); no cover. Minutes that hang on a "?" are not counted. */
struct week_time week_line_time(const struct week_line *line, weekdays only);

/** The time of a pattern. ST_OK or ST_NOMEM (out untouched). */
enum status week_count(const struct plan *plan, const char *pattern, struct week_time *out);

/** The same for every pattern at once. times has room for week_pattern_count() of them; lines are
 * those of week_lines(). ST_OK or ST_NOMEM (times untouched). */
enum status week_count_all(const struct plan *plan, const struct week_line *lines,
                           struct week_time *times);

/** Time of one day of a pattern, of lines that begin on that day, whole. day from 0 (Monday). */
struct week_time week_day(const struct plan *plan, const char *pattern, int day);

/** Two lines at the same time. Minutes are of the week, from Monday 00:00. */
struct week_overlap {
    size_t a, b;         /**< numbers of the lines in the plan, a before b */
    minutes from, until; /**< until is after from; may pass 10,080 for Sunday's night */
    bool same_person;    /**< one person in two places */
};

/** A stretch when nobody is there. until may pass 10,080 where it goes round into Monday. */
struct week_gap {
    minutes from, until;
};

/** The most overlaps that are listed: a file may hold more than anybody could read. */
#define WEEK_OVERLAPS_MAX 10000

/** The overlaps of lines with a supporter or rate in a pattern, in the order of the week. *list is
 * freed with free(). ST_OK or ST_NOMEM. */
enum status week_overlaps(const struct plan *plan, const char *pattern, struct week_overlap **list,
                          size_t *count);
/** The same, from the lines of week_lines(). */
enum status week_overlaps_of(const struct plan *plan, const struct week_line *lines,
                             const char *pattern, struct week_overlap **list, size_t *count);
/** The gaps of a pattern, in the order of the week; none where no line has a clock time and a
 * person. *list is freed with free(). */
enum status week_gaps(const struct plan *plan, const char *pattern, struct week_gap **list,
                      size_t *count);

#endif
