/*
 * What the parts of event share.
 */
#ifndef EVENT_PARTS_H
#define EVENT_PARTS_H

#include "supportplan/wizard.h"

/* Begin an event: what was said before is done with. */
void event_begin(struct wizard *w);
/* End it: the effects that were gathered. */
unsigned event_finish(struct wizard *w);
/* Take what is typed into the plan. false where it can't be accepted; it is kept as a draft then.
 */
bool event_commit(struct wizard *w);
/* The same without a word: what can't be accepted is a draft. */
void event_commit_silently(struct wizard *w);
/* Whether the edit row is in hand. */
bool event_on_edit(const struct wizard *w);
/* Do what a command does to the text in hand. false where it does nothing to it. */
bool event_edit(struct wizard *w, enum command cmd);
/* Undo typing or do it again, with the line in hand staying so: Enter does one more step. */
void event_typing_step(struct wizard *w, bool redo);
/* Ask for the person's own editor, or say why not. */
void event_editor(struct wizard *w);
/* Do a command, wherever it belongs. */
void event_do(struct wizard *w, enum command cmd, const char *arg);
/* Open the row in hand. */
void event_open_row(struct wizard *w);
/* Come back to what was hidden, if these words open the plan's lock; where it has none they do. */
void event_come_back(struct wizard *w, const char *words);
/* While the screen is hidden only coming back is heard. false where it is not hidden. */
bool event_hidden(struct wizard *w, enum command cmd);
/* Whether words are numbers and ranges, more than one number in all: "1-3 5". */
bool event_says_several(const char *line);
/* Open the rows of such numbers, those that the page lets choose together; undone as one. */
void event_open_several(struct wizard *w, const char *line);
/* Delete what stands in the rows of such numbers; undone as one. */
void event_delete_several(struct wizard *w, const char *line);
/* Do a command that is no page's own. false where it is not for here. */
bool event_anywhere(struct wizard *w, enum command cmd);
/* Leave the session; where the plan lives nowhere, ask what is to become of it first. */
void event_leave(struct wizard *w);

#endif
