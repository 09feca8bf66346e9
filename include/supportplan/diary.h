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
 * @prices  each line with its price
 */
void diary_say(struct prose *prose, const struct report_input *in, bool prices);

#endif
