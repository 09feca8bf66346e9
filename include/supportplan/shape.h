/*
 * A plan's shape: its sections, week and units, without what is anybody's own.
 */
#ifndef SUPPORTPLAN_SHAPE_H
#define SUPPORTPLAN_SHAPE_H

#include "supportplan/plan.h"

/**
 * Make a new plan from another's shape: names, phones, notes, prices, dates and
 * answers become "?"; attachments, ticks, reasons and unknown facts stay behind.
 *
 * @today  becomes plan.created; DATE_NONE leaves it out
 * @out    on ST_OK a plan to free with plan_free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status shape_of(const struct plan *plan, date today, struct plan **out);

#endif
