/*
 * Every page of the program, found by walking: beginning with a few plans, every row is opened
 * and the keys of the command table are pressed, and a page not seen before is noted with the
 * way to it. The kinds of page are read in place.h and form.h: a new one is walked to without a
 * new test, and one that no way leads to is told by walk_expect_every_kind().
 */
#ifndef SUPPORTPLAN_WALK_H
#define SUPPORTPLAN_WALK_H

#include "sitting.h"
#include "test.h"

/** One step: a command, with the focus on a row, after typing. */
struct walk_step {
    enum command cmd;
    size_t row;        /**< WALK_STAY: wherever the focus is */
    const char *typed; /**< before the command; NULL for nothing */
};

#define WALK_STAY ((size_t)-1)

#define WALK_STEPS 16

/** A page and the way to it. */
struct walk_page {
    char kind[32];  /**< "tasks", "page-week": as in place.h and form.h, in small letters */
    char name[160]; /**< which page of that kind: of which plan and form, of which field */
    size_t plan;    /**< the plan it begins with: walk_plan() */
    struct walk_step steps[WALK_STEPS];
    size_t count;
    char keys[400]; /**< the same as keys of a terminal, "Tab Tab Enter F1", or in plain mode as
                       lines, each with its newline */
};

struct walk {
    enum mode mode;
    bool brief;
    struct sitting s; /**< at the page of the last walk_to() */
    struct walk_page *pages;
    size_t count;
};

/** Walk everywhere in a mode; to each kind of page only in a program with sanitizers, which is many
 * times slower. walk_end() frees it. */
struct walk walk_everywhere(enum mode mode);
/** The same, but only as far as it takes to come to each kind of page. */
struct walk walk_to_every_kind(enum mode mode);
void walk_end(struct walk *walk);
/** Sit down again and go to a page. */
void walk_to(struct walk *walk, const struct walk_page *page);
/** Whether stepping back from a page of that kind, so deep, led away from it. Behind the task list
 * is nothing: there it says how to leave, since once too often back must not end the program. */
bool walk_went_back(const struct walk *walk, enum place_kind from, size_t depth);
/** The first page of each kind only, for tests that take long: whether this is one. */
bool walk_is_first(const struct walk *walk, size_t page);
/** The page of that kind of the plan that is an example, for a picture of what says nothing of an
 * empty plan; NULL where the walk has not come there. */
const struct walk_page *walk_example(const struct walk *walk, const char *kind);
/** Fail where there is a kind of page that the walk has not come to; but, where it is not NULL, of
 * the kind that this mode has no need of. */
void walk_expect_every_kind(const struct walk *walk, const char *but);

/** The file of the plan of that number, to be freed with free(); NULL for the first, which is no
 * plan. */
char *walk_plan(size_t number, size_t *len);
/** What an earlier session wrote in that plan and could not save; NULL where nothing. */
const char *walk_unsaved(size_t number);

#endif
