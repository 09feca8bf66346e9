/*
 * What is left of a plan on this computer, and taking it along on a stick. What there is, is looked
 * for by who can see files; here it is only said.
 */
#ifndef SUPPORTPLAN_LEFT_H
#define SUPPORTPLAN_LEFT_H

#include <stdbool.h>

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

#endif
