/*
 * The answer in hand, in the person's own editor: VISUAL or EDITOR. The text goes into a file of
 * the plan's folder that only its owner can read, and the file goes when the text is back.
 */
#ifndef SUPPORTPLAN_EDITOR_H
#define SUPPORTPLAN_EDITOR_H

#include "supportplan/wizard.h"

/** Whether the surroundings name an editor. */
bool editor_named(void);
/** Carry out FX_EDITOR; the terminal is free. The wizard has the text then, or is told why not; a
 * text that can't be taken stays in its file, and the sentence names it. */
void editor_run(struct wizard *w);

#endif
