/*
 * Questions of a person's own, and answers to questions that the form in use does not ask.
 */
#ifndef SUPPORTPLAN_OWN_H
#define SUPPORTPLAN_OWN_H

#include "supportplan/wizard.h"

/** How many answers of the plan the form does not ask for; 0 without a form. */
size_t own_count(const struct wizard *w);
/** Name a new question of the person's own, "own-4", above every number that was used. Within an
 * action. false where there is no memory. */
bool own_begin(struct wizard *w, char out[NAME_MAX_LEN + 1]);
/** Go to an answer that the form does not ask for, instead of here. */
void own_turn(struct wizard *w, const char *answer);
/** Ask for other words of a question. */
void own_rename(struct wizard *w, const char *answer);
/** Take a question away with its answer and its pictures, and step back. */
void own_remove(struct wizard *w, const char *answer);

#endif
