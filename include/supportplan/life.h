/*
 * A week from a life: the form's prompts, from getting up to the night, each with what the week has
 * for it, when, and when the person would like it.
 */
#ifndef SUPPORTPLAN_LIFE_H
#define SUPPORTPLAN_LIFE_H

#include "supportplan/wizard.h"

/** Whether the form has prompts for a week. */
bool life_has_prompts(const struct wizard *w);
/** What a line is called that is added for the prompt of a place: the prompt's words; "" where it
 * is added for none. Borrowed from the form. */
const char *life_prompt(const struct wizard *w, const struct place *here);
/** Let a new line say for which prompt it was added, where the person is at one: so it is found
 * under it by whatever words. Within a step of undo. */
void life_keep_part(struct wizard *w, const char *item);

#endif
