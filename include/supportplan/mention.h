/*
 * Whether a text names something: by whole words, in small or capital letters.
 */
#ifndef SUPPORTPLAN_MENTION_H
#define SUPPORTPLAN_MENTION_H

#include <stdbool.h>

/** Whether a text holds one of some phrases, with a "|" between them: "care home|nursing home".
 * An "s" may follow it. Blanks and hyphens are the same. Never for an empty phrase. */
bool mention_any(const char *text, const char *phrases);
/** The same for one phrase, in which a "|" is a character like others. */
bool mention_of(const char *text, const char *phrase);
/** Whether two texts have the same words, whatever stands between them. Never for texts without
 * words. */
bool mention_same(const char *a, const char *b);

#endif
