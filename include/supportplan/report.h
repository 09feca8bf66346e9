/*
 * A plan as text that people and scripts read: the page for the care manager, and
 * what the commands budget, timetable and check print. Adds to a string; never prints.
 */
#ifndef SUPPORTPLAN_REPORT_H
#define SUPPORTPLAN_REPORT_H

#include "supportplan/check.h"

#define REPORT_WIDTH 66
#define REPORT_WIDTH_MIN 30
#define REPORT_WIDTH_MAX 200

/** What a report is made from; all borrowed. */
struct report_input {
    const struct plan *plan;
    const struct form *form; /**< NULL where it is not there: the names in the file stand in */
    const struct budget *budget;
    const struct findings *findings; /**< NULL: nothing is said of what is still open */
    date today;
    int width; /**< columns, REPORT_WIDTH_MIN to REPORT_WIDTH_MAX */
    enum charset charset;
    const struct employer *employer; /**< of this plan; NULL: nothing is said of it */
};

/* Each adds to out and returns ST_OK or ST_NOMEM. */

/** The plan as a page that a care manager reads in five minutes (PRODUCT, "Text it prints"). */
enum status report_text(const struct report_input *in, struct text *out);
/** The running total: every figure with its basis and every sum shown, as sentences and short
 * lines. */
enum status report_budget(const struct report_input *in, struct text *out);
/** The same as key,value: the keys of SPEC section 3, in that order. */
enum status report_budget_csv(const struct budget *budget, struct text *out);
/** More rows of budget --csv, to follow those: what the budget pays for by kind, and the year of
 * what each pays. */
enum status report_more_csv(const struct budget *budget, struct text *out);
/** The rows of budget --csv about the people who are employed, the reserve and the charge, to
 * follow the others. */
enum status report_employer_csv(const struct plan *plan, const struct budget *budget,
                                const struct employer *employer, struct text *out);
/** The rows of budget --csv about the payments of the year, to follow those; none where the plan
 * does not say when the money comes. */
enum status report_payments_csv(const struct plan *plan, const struct budget *budget,
                                struct text *out);
/** All of these, in that order: budget --csv. */
enum status report_figures_csv(const struct report_input *in, struct text *out);
/** How each figure of these rows was worked out; key: only that one, or NULL for all. ST_UNKNOWN
 * where the plan has no such key. */
enum status report_explain(const struct report_input *in, const char *key, struct text *out);
/** The week as a grid of plain letters and as a list a day, each line whole in itself; patterns one
 * after the other. */
enum status report_timetable(const struct report_input *in, struct text *out);
/** One row a timetable line: the columns of SPEC section 3. */
enum status report_timetable_csv(const struct plan *plan, const struct budget *budget,
                                 struct text *out);
/** The findings by level, with what would put each right. file: the plan's name as given. */
enum status report_check(const char *file, const struct report_input *in, struct text *out);
/** The rows of check --csv for one plan; header says whether to begin with the header row. */
enum status report_check_csv(const char *file, const struct findings *findings, bool header,
                             struct text *out);

#endif
