/*
 * The files of a plan in its folder, known by their names: what is left of it on a computer, and
 * what goes along when it is taken away.
 */
#ifndef ERRAND_OURS_H
#define ERRAND_OURS_H

#include "errand_parts.h"

/* What a file is to the plan. */
enum ours {
    OURS_NOT,
    OURS_PLAN,
    OURS_WORDS,   /* texts, sheets, and words that are nowhere else */
    OURS_BEFORE,  /* a copy from before */
    OURS_SESSION, /* what a session that was cut short has left */
    OURS_LOCK,    /* the note of who has it open */
    OURS_TORN,    /* the beginning of a text that never was whole */
    OURS_PICTURE, /* what the person put beside it */
    OURS_OTHER,   /* not ours to move; it may hold words of the person's all the same */
};

/* The files of one plan, one after the other. */
struct ours_list {
    struct text name, path;      /* of the file in hand; the name is as seen from the folder */
    struct text folder;          /* with its slash */
    struct text names;           /* all that are there, one a line, the plan's own last */
    const char *plan;            /* its name in the folder */
    const struct plan *pictures; /* what it names lies beside it, where it is open; else NULL */
    const char *made;            /* feedback of this session: paths, one a line */
    const char *at;
};

/* Begin with the files of the plan at a path, which need not be there any more, nor be the one that
 * is open. ST_OK, ST_UNKNOWN where the folder can't be looked through, ST_NOMEM. To be ended
 * whatever came of it. */
enum status ours_begin(struct ours_list *list, const struct errand *e, const char *path);
/* Go to the next file; OURS_NOT behind the last. The plan's own file is the last of all. */
enum ours ours_next(struct ours_list *list);
void ours_end(struct ours_list *list);

/* Whether a file goes along, and then goes from here. */
bool ours_moves(enum ours ours);
/* Whether it goes from here, and need not go along. */
bool ours_ends(enum ours ours);
/* Whether what the file in hand was to become is there and begins so, or can be made anew: then
 * OURS_TORN can go. */
bool ours_is_spare(const struct ours_list *list);
/* Whether the plan is open, and this file of it goes when it is closed. */
bool ours_goes_with_us(const struct errand *e, const char *name);
/* Add a line for each file that there is wherever this session has kept a plan, but for the one at
 * but (or NULL): where it is, and what. ST_OK, ST_UNKNOWN where a folder can't be looked through,
 * ST_NOMEM. */
enum status ours_everywhere(struct errand *e, const char *but, struct text *out);

#endif
