/*
 * Whether a text names something: by whole words, in small or capital letters.
 */
#ifndef SUPPORTPLAN_MENTION_H
#define SUPPORTPLAN_MENTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Whether a text holds one of some phrases, with a "|" between them: "care home|nursing home".
 * An "s" may follow it. Blanks and hyphens are the same. Never for an empty phrase. */
bool mention_any(const char *text, const char *phrases);
/** How a text's words begin, as bits; several beginnings may share one. A text that has none of
 * those of some phrases holds none of the phrases: who asks often asks this first. */
uint64_t mention_initials(const char *text);
/** How phrases with a "|" between them begin, likewise. */
uint64_t mention_initials_of(const char *phrases);
/** mention_any() for one phrase, in which a "|" is a character like others. */
bool mention_of(const char *text, const char *phrase);
/** Phrases to look for in many texts. */
struct mention_list {
    char *const *phrases; /**< borrowed */
    size_t count;
    uint64_t letters; /**< how they begin */
};
struct mention_list mention_list_of(char *const *phrases, size_t count);
/** The first of them, in their order, that a text holds, each as in mention_of(): its place; count
 * where it holds none. Many phrases take little longer than one. */
size_t mention_first(const char *text, const struct mention_list *list);
/** Whether two texts have the same words, whatever stands between them. Never for texts without
 * words. */
bool mention_same(const char *a, const char *b);

#endif
