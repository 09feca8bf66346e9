/*
 * What is left of a plan on this computer, and taking it along on a stick. What there is, is looked
 * for by who can see files; here it is only said.
 */
#ifndef SUPPORTPLAN_LEFT_H
#define SUPPORTPLAN_LEFT_H

#include <stdbool.h>

#include <stddef.h>

#include "supportplan/text.h"

struct page;
struct wizard;

/** What was found by looking, just now. Strings are "" for none. */
struct left_found {
    const char *files;    /**< a line for each: its path, and what it is */
    const char *settings; /**< where the program remembers how the person likes it */
    bool unseen;          /**< a folder could not be looked through: there may be more */
    const char *carried;  /**< the folder that the plan was just taken to; NULL: it was not */
    bool stick;           /**< that is on a disk of its own, so it can be pulled out */
    bool pictures;        /**< some of the files were copied there, and may go from here */
};

/** The same, kept by the session. */
struct left {
    char *files, *settings, *carried;
    bool unseen, stick, pictures;
};

/** FX_LEFT, FX_CARRY or FX_CLEAR: what was found (copied). */
void left_show(struct wizard *w, const struct left_found *found);
void left_free(struct left *left);
/** The folders that look like sticks now, one a line (copied). To be told where a folder is asked
 * for. */
void left_sticks(struct wizard *w, const char *folders);
/** Add a row for each of them, behind where a folder can be typed.
 *
 * @name  a file's name in the folder, or ""
 * @act   of the rows; their number is for left_stick() */
void left_stick_rows(const struct wizard *w, const char *name, int act, struct page *page);
/** Folder number i of them, with a file's name in it, or "". To be freed with text_free(). */
struct text left_stick(const struct wizard *w, size_t i, const char *name);

#endif
