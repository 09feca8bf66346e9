/*
 * The records of a plan in words, a list line each: goals with what helps with them,
 * needs with what meets them, the people with their prices. Onto a page.
 */
#ifndef SUPPORTPLAN_RECORDS_H
#define SUPPORTPLAN_RECORDS_H

#include "supportplan/prose.h"
#include "supportplan/report.h"

/** Somebody's words stand this far in, so that none can look like a heading. */
#define RECORD_INDENT 2

/** Say "Phone: 01632 960 111"; nothing where the fact is not there. */
void record_say_field(struct prose *prose, const struct report_input *in, enum field field,
                      const char *item, int indent);
/** Say what the plan is called, whose it is, and of which day this copy is. */
void record_say_title(struct prose *prose, const struct report_input *in);
/** Say every item of a section with all its facts. Prices stand with their supporter. */
void records_say(struct prose *prose, const struct report_input *in, enum section section);

#endif
