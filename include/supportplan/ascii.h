/*
 * What a screen that has ASCII only shows for a character.
 */
#ifndef SUPPORTPLAN_ASCII_H
#define SUPPORTPLAN_ASCII_H

#include <stdint.h>

#include "supportplan/text.h"

/**
 * Add a character in ASCII.
 *
 * A pound sign becomes "GBP ", an accented letter loses its accent, a fraction is
 * kept apart from a digit before it; a mark on its own adds nothing, and what has no
 * likeness adds "?". Control characters are the sanitiser's business: see text_clean().
 *
 * @uc  a Unicode code point
 */
void ascii_add(struct text *out, uint32_t uc);

#endif
