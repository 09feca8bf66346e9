/*
 * Lines of a printed page: headings, paragraphs and list lines, cleaned and
 * wrapped to a width. Knows no plan; adds to a string and never prints.
 */
#ifndef SUPPORTPLAN_PROSE_H
#define SUPPORTPLAN_PROSE_H

#include "supportplan/text.h"

/** A page in the making. Fill in out, width and charset; the rest is {0}. */
struct prose {
    struct text *out;     /**< where the page grows; borrowed */
    int width;            /**< columns, 20 or more: no line is longer */
    enum charset charset; /**< what the page may hold */
    struct text words;    /**< the paragraph being made: see prose_words() */
    bool failed;          /**< there was no memory for a paragraph */
};

/**
 * Begin a paragraph: gives an empty string to add to. Anybody's words may go into it
 * as they are: they are cleaned when the paragraph is put on the page. Borrowed until the next
 * call.
 */
struct text *prose_words(struct prose *prose);
/** Put the paragraph on the page, indent columns in; further lines hang columns further in. */
void prose_line(struct prose *prose, int indent, int hang);
/** Put the paragraph on the page as a line of a list: "- " and its words. */
void prose_item(struct prose *prose, int indent);
/** See that an empty line comes next (none at the top of the page). */
void prose_gap(struct prose *prose);
/** Put the paragraph on the page with an empty line before it (none at the top of the page). */
void prose_heading(struct prose *prose, int indent);
/** The same for words that are there: a title. */
void prose_title(struct prose *prose, const char *words);
/** Put a sentence on the page. */
void prose_say(struct prose *prose, int indent, const char *sentence);
/** Add one string to another, made fit to be shown, on one line. */
void prose_add_name(struct text *out, const char *s);
/** Free what the page used (not out). ST_OK, or ST_NOMEM where the page is short. */
enum status prose_end(struct prose *prose);

#endif
