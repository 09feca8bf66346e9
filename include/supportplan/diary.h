/*
 * The week by day in words, each line whole in itself: onto a page.
 */
#ifndef SUPPORTPLAN_DIARY_H
#define SUPPORTPLAN_DIARY_H

#include "supportplan/prose.h"
#include "supportplan/report.h"

/**
 * Say every week pattern, one after the other, then what else is known of its lines.
 *
 * @whole  with a grid of the week, every day apart, and every line with its price, goals and needs;
 * else days that are alike stand together, and what is said elsewhere on a plan's page is left out
 */
void diary_say(struct prose *prose, const struct report_input *in, bool whole);
/**
 * Say when help comes, and what with: no prices, nor who pays.
 *
 * @supporter  only the lines of this one, with where they are and what is noted; NULL: everybody's
 */
void diary_say_times(struct prose *prose, const struct report_input *in, const char *supporter);

#endif
