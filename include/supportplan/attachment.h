/*
 * Pictures and recordings: whether their files lie beside the plan. The session sees no disk: it
 * asks for a look, and is told. A file that is not there is told in words, and hinders nothing.
 */
#ifndef SUPPORTPLAN_ATTACHMENT_H
#define SUPPORTPLAN_ATTACHMENT_H

#include "supportplan/wizard.h"

/** Ask for a look, where the plan has a place and pictures. */
void attachment_ask(struct wizard *w);
/** How FX_LOOK went: the names of those whose files are not beside the plan, a blank after each
 * ("d1 d3 "; copied). Tells of those that were beside it, or not yet looked for, before. */
void attachment_looked(struct wizard *w, const char *missing);
/** Whether the file of a picture was not beside the plan when that was looked for last. */
bool attachment_missing(const struct wizard *w, const char *item);
/** "The file choir.mp3 is not in the folder of the plan." */
void attachment_missing_words(const struct plan *plan, const char *item, struct text *out);

#endif
