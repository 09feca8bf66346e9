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
    const struct findings *findings;
    date today;
    int width; /**< columns, REPORT_WIDTH_MIN to REPORT_WIDTH_MAX */
    enum charset charset;
};

/* Each adds to out and returns ST_OK or ST_NOMEM. */

/** The plan as a page that a care manager reads in five minutes (PRODUCT, "Text it prints"). */
enum status report_text(const struct report_input *in, struct text *out);
/** The running total: every figure with its basis and every sum shown, as sentences and short lines. */
enum status report_budget(const struct report_input *in, struct text *out);
/** The same as key,value: the keys of SPEC section 3, in that order. */
enum status report_budget_csv(const struct budget *budget, struct text *out);
/** The week as a list a day, each line whole in itself; patterns one after the other. */
enum status report_timetable(const struct report_input *in, struct text *out);
/** One row a timetable line: the columns of SPEC section 3. */
enum status report_timetable_csv(const struct plan *plan, const struct budget *budget,
                                 struct text *out);
/** The findings by level, with what would put each right. file: the plan's name as given. */
enum status report_check(const char *file, const struct report_input *in, struct text *out);
/** The rows of check --csv for one plan; header says whether to begin with the header row. */
enum status report_check_csv(const char *file, const struct findings *findings, bool header,
                             struct text *out);

/* Pieces that faces show too, so that every sentence about money or time is made in one place.
 * Each adds one or more whole sentences without a newline at the end. */

/** "The week: 270.47 of 275.00 pounds (estimated). 4.53 left. 19 h 30 m paid." pattern "" is the first. */
void report_total_line(const struct plan *plan, const struct budget *budget, const char *pattern,
                       struct text *out);
/** "Monday to Friday, 08:00 to 09:30, 1 h 30 m each. Wash and dress, with Sunrise Care. 13.87 an hour: 104.03 a week. My budget pays." */
void report_line_words(const struct plan *plan, const struct form *form,
                       const struct budget *budget, const char *item, struct text *out);
/** The same in 40 columns or fewer where it can be: "08:00-09:30 Wash and dress 1 h 30 m". */
void report_line_short(const struct plan *plan, const char *item, struct text *out);
/** One figure of the money page. */
struct report_figure {
    char *label;  /**< "I pay (contribution)"; owned */
    char *detail; /**< how it was worked out, in words and numbers; owned; may be "" */
    bool known;
    bool year_only;  /**< only the year has a figure */
    struct columns columns;
    int indent;   /**< 0 or 1 */
};
/** The money page's figures, top to bottom; freed with report_figures_free(). ST_OK or ST_NOMEM. */
enum status report_figures(const struct plan *plan, const struct form *form,
                           const struct budget *budget, struct report_figure **list,
                           size_t *count);
void report_figures_free(struct report_figure *list, size_t count);
/** "52 weeks", "365 days", translated, added to out. */
void report_basis(const struct budget *budget, struct text *out);

#endif
