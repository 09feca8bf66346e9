/*
 * A timetable line or a cost in words: when it happens, who is there, who pays,
 * and how what it costs was worked out. Does no sums of its own: see budget.
 */
#ifndef SUPPORTPLAN_LINES_H
#define SUPPORTPLAN_LINES_H

#include "supportplan/phrases.h"

/* form may be NULL: then the words of the plan file stand in. All add to out, cleaned, on one line.
 */

/** Where a line's cost counts (SPEC 2.3, 2.8). */
enum pot {
    POT_SUPPORT,    /**< a timetable line that the personal budget pays */
    POT_OTHER,      /**< a regular cost that it pays */
    POT_SET_ASIDE,  /**< its contingency money */
    POT_ONCE,       /**< what it pays once */
    POT_FUND,       /**< another fund pays */
    POT_NOBODY_YET, /**< who pays is not known yet */
    POT_UNPAID,
};
enum pot line_pot(const struct budget_line *line);

/** Whether what a pattern's support costs is known at all: not all that is paid in it lacks a
 * price. */
bool pattern_priced(const struct plan *plan, const struct budget *budget, const char *pattern);

/** The timetable line of an item that is there. */
struct week_line line_read(const struct plan *plan, const char *item);
/** "08:00 to 09:30", "22:00 to 06:00 the next day", "times vary", "time not known yet". */
void line_clock(const struct week_line *line, struct text *out);
/** "Monday to Friday, 08:00 to 09:30, 1 h 30 m each." */
void line_when(const struct plan *plan, const struct week_line *line, struct text *out);
/** "Wash and dress, with Sunrise Care", without a full stop; the line's number where it says
 * neither. */
void line_what(const struct plan *plan, const struct form *form, const struct week_line *line,
               struct text *out);
/** " 2 workers. Shared by 3 people.": each with a blank in front; nothing for one worker, not
 * shared. */
void line_people(const struct week_line *line, struct text *out);
/** " My budget pays.", " Unpaid.", " Who pays is not known yet."; nothing for time on one's own. */
void line_payer(const struct plan *plan, const struct form *form, const struct week_line *line,
                struct text *out);
/** Why it has no price yet, in a sentence: phrase_unpriced() for this line. Where its supporter has
 * no price at all, it does not speak of prices that do not fit. */
const char *line_unpriced(const struct plan *plan, const struct budget_line *cost);
/** Its prices: "13.87 an hour"; "Monday to Friday 13.87 an hour, Saturday 15.00 an hour". */
void line_prices(const struct plan *plan, const struct budget_line *cost, struct text *out);
/** How its ordinary week was worked out: "7 h 30 m a week at 13.87 an hour", "5 visits a week
 * at 20.00 a visit". */
void line_working(const struct plan *plan, const struct budget_line *cost, struct text *out);
/** How a cost was worked out: "2 at 5.00 every 4 weeks". */
void line_cost_working(const struct plan *plan, const struct budget_line *cost, struct text *out);

#endif
