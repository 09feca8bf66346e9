/*
 * The page of sheets and copies: what there is to give to whom.
 */
#ifndef SUPPORTPLAN_COPIES_H
#define SUPPORTPLAN_COPIES_H

#include "supportplan/text.h"

struct wizard;

/**
 * Show the text that was made for somebody: FX_PAPER asked for it. whom as it was asked. Takes
 * text, each paragraph on a line, and told, which says what to know before it is shared.
 */
void copies_show(struct wizard *w, const char *whom, struct text *text, struct text *told);

#endif
