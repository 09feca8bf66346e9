/*
 * The payments of a plan year in words: what comes when, and what is due out of it. Does no sums
 * of its own: see payments.
 */
#ifndef SUPPORTPLAN_ARRIVALS_H
#define SUPPORTPLAN_ARRIVALS_H

#include "supportplan/notices.h"
#include "supportplan/payments.h"

/**
 * Say each payment of the year, and what a monthly standing order has to be where a charge comes
 * every four weeks.
 *
 * @out    sentences are added; none where it is not known how often the money comes
 * @return ST_OK or ST_NOMEM
 */
enum status arrivals_say(const struct plan *plan, const struct budget *budget, struct notices *out);
/**
 * Say what is to be minded: a 13th or 14th payment, a 53rd week, and what the bills for the
 * person's own part are, charged by the week or by four weeks.
 *
 * @out    sentences are added; none where it is not known how often the money comes
 * @return ST_OK or ST_NOMEM
 */
enum status arrivals_say_notes(const struct plan *plan, const struct budget *budget,
                               struct notices *out);
/**
 * Say whether what a letter says of one payment is right; where it is not, by how much it is too
 * low or too high, and how the payment is worked out.
 *
 * @out    a sentence or more, added as one; none where the plan has no such letter
 * @return ST_OK or ST_NOMEM
 */
enum status arrivals_say_letter(const struct plan *plan, const struct budget *budget,
                                struct notices *out);
/** "a letter is 2.00 too low" is added to out; nothing where no letter is wrong. */
void arrivals_short(const struct plan *plan, const struct budget *budget, struct text *out);

#endif
