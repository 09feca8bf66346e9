/*
 * The week as it is shown: what a painter must know of it.
 */
#ifndef SUPPORTPLAN_TIMETABLE_H
#define SUPPORTPLAN_TIMETABLE_H

#include "supportplan/wizard.h"

/** The smallest window that the week is shown in as a grid; below it, it is a list. */
#define TIMETABLE_GRID_COLS 78
#define TIMETABLE_GRID_ROWS 18

/** The name of the week that is shown. Borrowed. */
const char *timetable_pattern(const struct wizard *w);
/**
 * A row of the week's page in full, added to out: when, what, with whom, how long, what it costs
 * that day, who pays, on which other days, and what is at the same time. Two lines or more.
 */
void timetable_detail(const struct wizard *w, const struct row *row, struct text *out);
/** Add the row that says how often a line comes. */
void timetable_often_row(const struct wizard *w, const char *item, int act, struct page *page);
/** Ask how often a line comes. */
void timetable_go_often(struct wizard *w, const char *item);
/** The hours and the money of a day (0 to 6; others: no day), and of the week: a line each. */
void timetable_figures(const struct wizard *w, int day, struct text *out);

#endif
