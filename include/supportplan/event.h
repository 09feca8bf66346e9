/*
 * What comes in from a face: a command, typed text, a whole line.
 */
#ifndef SUPPORTPLAN_EVENT_H
#define SUPPORTPLAN_EVENT_H

#include <stddef.h>

#include "supportplan/command.h"

struct wizard;

/* Events. Each returns the effects to be carried out, in the order of enum effect. */

/** A command, with the words that follow it ("" where none). */
unsigned wizard_command(struct wizard *w, enum command cmd, const char *arg);
/** The wheel of a mouse, up (-1) or down (1): what is longer than the screen is read on, and
 * nothing is done to what is typed; else the thing in hand is the one before or after. */
unsigned wizard_wheel(struct wizard *w, int step);
/** A key with a letter on it, where no text is typed: what it is on this page, else the command
 * that it is everywhere (CMD_NONE where it is none: then nothing happens). */
unsigned wizard_letter(struct wizard *w, char letter, enum command cmd);
/** Typed or pasted text for the edit row. */
unsigned wizard_type(struct wizard *w, const char *s, size_t len, bool paste);
/** A whole line or answer, as plain mode has it: a command's word, a number, the beginning of a
 * row's words, or an answer. */
unsigned wizard_line(struct wizard *w, const char *line);
/** What there is of a long answer whose lines are still read: it is in hand, as what is typed on a
 * screen. wizard_line() is given all of it. */
void wizard_so_far(struct wizard *w, const char *text);
/** FX_EDITOR went well: the answer in hand is now len bytes of UTF-8. The effects that are asked
 * for then stay in the wizard. */
void wizard_edited(struct wizard *w, const char *s, size_t len);
/** Whether typed letters are text, not commands. */
bool wizard_typing(const struct wizard *w);

#endif
