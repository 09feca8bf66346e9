/*
 * Whole sentences about a plan's money and time, made here for pages and papers alike.
 * Each adds to a string, without a newline at the end.
 */
#ifndef SUPPORTPLAN_SENTENCES_H
#define SUPPORTPLAN_SENTENCES_H

#include "supportplan/budget.h"
#include "supportplan/form.h"

/** "The week: 270.47 of 275.00 pounds (estimated). 4.53 left. 19 h 30 m paid." pattern "" is the
 * first. */
void sentence_total(const struct plan *plan, const struct budget *budget, const char *pattern,
                    struct text *out);
/** The same for a narrow screen: "270.47 of 275.00 a week, 4.53 left." */
void sentence_total_short(const struct plan *plan, const struct budget *budget, const char *pattern,
                          struct text *out);
/** "Monday to Friday, 08:00 to 09:30, 1 h 30 m each. Wash and dress, with Sunrise Care. 13.87 an
 * hour: 104.03 a week. My budget pays." */
void sentence_line(const struct plan *plan, const struct form *form, const struct budget *budget,
                   const char *item, struct text *out);
/** The same in cols columns, 24 or more: "08:00-09:30 Wash and dress 1 h 30 m". What it is for is
 * cut at the end of a word where it is too long. */
void sentence_line_short(const struct plan *plan, const char *item, int cols, struct text *out);
/** Its times and what it is for, whole: "08:00-09:30 Wash and dress". */
void sentence_line_name(const struct plan *plan, const char *item, struct text *out);
/** "52 weeks", "365 days", translated, added to out. */
void sentence_basis(const struct budget *budget, struct text *out);

#endif
