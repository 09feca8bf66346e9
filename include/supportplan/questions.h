/*
 * What is still open in a plan, in words: onto a page.
 */
#ifndef SUPPORTPLAN_QUESTIONS_H
#define SUPPORTPLAN_QUESTIONS_H

#include "supportplan/prose.h"
#include "supportplan/report.h"

/** "Ready to send." or "3 things to put right before it is ready to send." Never that it is
 * approved. */
void questions_verdict(const struct findings *findings, struct text *out);
/** Say what is to be put right, then the questions for the care manager, then the reasons given. */
void questions_say(struct prose *prose, const struct report_input *in);

#endif
