/*
 * Hints that fade: what the last line of a page says of its keys. Help says everything, always.
 */
#ifndef SUPPORTPLAN_HINTS_H
#define SUPPORTPLAN_HINTS_H

#include <stdbool.h>

#include "supportplan/page.h"
#include "supportplan/settings.h"

/** Kinds of page that are told apart. */
#define HINT_KINDS 96

/** What a session knows of hints. {0} is a new one's. */
struct hints_state {
    bool seen[HINT_KINDS]; /**< the kinds of page that were shown, and left */
    size_t here[4];        /**< the page where the person is: kind, section, page, number */
    bool shown;            /**< it was shown: something was pressed or typed there */
    bool full;             /**< the page where the person is has its hint in full */
};

struct wizard;

/** Something is pressed or typed: the page where the person is has been shown. */
void hints_shown(struct wizard *w);
/** The person comes to a page: whether its hint is full there. */
void hints_arrive(struct wizard *w);
/** Make the hint of a page short, unless it is to be full. */
void hints_fit(const struct wizard *w, struct page *page);
/** Do the command: set when they are full (always, first or never), or with no words go from one to
 * the next. */
void hints_set(struct wizard *w, const char *words);
/** The setting that a person calls so: always (or full), first, never. false where there is none;
 * out is untouched then. */
bool hints_named(const char *word, enum hints *out);
/** How a person calls a setting, translated: "the first time". */
const char *hints_name(enum hints hints);
/** Add the keys that a hint names, a row each: "F2: done". */
void hints_rows(const char *hint, struct page *page);

#endif
