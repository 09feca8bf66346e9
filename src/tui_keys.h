/*
 * What keys mean, for tui.c.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include "supportplan/tui.h"

/* The event of the next key that is there; TUI_NOTHING where none is. typing: letters are text. */
struct tui_event tui_key(bool typing);

#endif
