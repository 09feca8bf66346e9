/*
 * What it costs to employ somebody, in words: each line with how it was worked out and
 * where its rates come from. Does no sums of its own: see employer and reserve.
 */
#ifndef SUPPORTPLAN_WAGES_H
#define SUPPORTPLAN_WAGES_H

#include "supportplan/employer.h"
#include "supportplan/notices.h"
#include "supportplan/phrases.h"

/* All but the names add to out. form may be NULL. */

/** What a line is called: "Wages". Borrowed for ever. */
const char *wages_part(enum part part);
/** "each pay day 98.25; 1,277.25 a year (52 weeks)"; "not known yet". */
void wages_sum(const struct employer_cost *cost, enum part part, struct text *out);
/** How it was worked out, or what is missing: sentences that can be checked with a pencil. */
void wages_working(const struct employer_cost *cost, enum part part, struct text *out);
/** Where its rates come from, a sentence each; nothing where it needs none. */
void wages_sources(const struct employer_cost *cost, enum part part, struct text *out);
/** A rate as a person reads it: "385.00", "15%", "5.6". */
void wages_rate(const struct legal_rate *rate, struct text *out);
/** Whether a line stands on a rate that nobody read in its source. */
bool wages_unchecked(const struct employer_cost *cost, enum part part);
/** On how many lines that is so. */
int wages_unchecked_count(const struct employer_cost *cost);
/** What is missing or to be known beside the lines: sick pay, the holiday, years that are not in
 * this copy. ST_OK or ST_NOMEM. */
enum status wages_notes(const struct plan *plan, const struct budget *budget,
                        const struct employer_cost *cost, struct notices *out);
/** How this compares with what the plan counts for them, and what the money that is there buys:
 * a sentence each. ST_OK or ST_NOMEM. */
enum status wages_compared(const struct plan *plan, const struct budget *budget,
                           const struct employer *employer, size_t i, struct notices *out);
/** "310.81 a week, 1,243.24 every 4 weeks, 16,162.14 a year (52 weeks)"; "not known yet". */
void wages_total(const struct employer_cost *cost, struct text *out);
/** Whether what they cost is not known, and is to be held by the council's rate. */
bool wages_in_rate(const struct employer_cost *cost);
/** The same in a list; where it is not known, and the council's rate is to hold it, that is said.
 */
void wages_short(const struct employer_cost *cost, struct text *out);
/** A supporter's name. */
void wages_name(const struct plan *plan, const char *supporter, struct text *out);

#endif
