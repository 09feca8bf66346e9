/*
 * What waits to be read from the keyboard, for tui_keys.c: bytes and the codes of curses, in order.
 */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include "supportplan/text.h"

/* Codes of our own, above all those of curses: where a paste begins and ends. */
#define INPUT_PASTE_ON 0x4001
#define INPUT_PASTE_OFF 0x4002

/* Know keys by the bytes that many terminals send for them, where the terminal's own description
 * says nothing else of those bytes. */
void input_know_keys(void);
/* Ask the terminal to mark pastes, where it can; and no more. */
void input_mark_pastes(bool on);
/* Take in all that is there. more: and what comes right behind it. */
void input_fill(bool more);
/* How many wait; the i-th of them, from 0: a byte below 256, else a code. */
size_t input_count(void);
int input_peek(size_t i);
/* Take some away. */
void input_drop(size_t count);
/* How many bytes stand at the front, up to a code. */
size_t input_run(void);
/* Take the character at the front of the first run bytes, UTF-8 or else Latin-1, and add it.
 * false where its rest is still on its way. */
bool input_take_char(size_t run, struct text *out);

#endif
