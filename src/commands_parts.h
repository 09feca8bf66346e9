/*
 * What the parts of commands share.
 */
#ifndef COMMANDS_PARTS_H
#define COMMANDS_PARTS_H

#include "supportplan/commands.h"

/* The options; a command says which go with it. */
enum option {
    OPT_CSV = 1,
    OPT_WIDTH = 2,
    OPT_FORM = 4,
    OPT_FROM = 8,
    OPT_FACE = 16,
    OPT_EXPLAIN = 32,
    OPT_FOR = 64
};

/* A command: its word, what follows it, what it does. */
struct command_row {
    const char *word, *usage, *help;
    unsigned options;
    size_t least, most; /* how many plans */
    enum exit_status (*run)(const struct words *, const struct commands_world *);
};

/* The row of a command; NULL where there is none of that name. */
const struct command_row *commands_row(const char *word);
/* Whether a word is a command; help is one without a row. */
bool commands_known(const char *word);
/* The command whose word is nearly this one; NULL where none is near. */
const char *commands_nearest(const char *word);
/* new: make a plan in a file that is not there yet. */
enum exit_status commands_new(const struct words *w, const struct commands_world *world);

/* What plans are read beside: each is fetched when a plan first needs it, and once for all of
 * them. */
struct books {
    const struct commands_world *world;
    struct form **forms;
    size_t form_count;
    struct rates rates;
    struct holidays holidays;
    struct spending spending;
    bool has_rates, has_holidays, has_spending; /* fetched, for better or worse */
};

/* Free what was fetched. */
void books_close(struct books *books);

/* A plan that was read, with all that is worked out from it. */
struct reading {
    struct plan *plan;
    const struct form *form;         /* of the books */
    const struct holidays *holidays; /* one-off days, where the year is counted day by day */
    const struct spending *spending; /* where findings are asked for */
    struct budget budget;
    struct employer employer;
    struct findings findings;
    struct report_input in;
};

/* Read a plan and work out what there is to know of it; its form and findings only where form says
 * so. What is not right has been said. It borrows from the books. */
enum status reading_open(const char *path, struct books *books, bool form, struct reading *r);
void reading_free(struct reading *r);
/* Read a plan and no more. */
enum status reading_file(const char *path, const struct commands_world *world, struct plan **plan);

/* Pictures and recordings lie beside the plan: where one does not, that is told and no more. */
void reading_tell_missing(const struct plan *plan, const struct commands_world *world,
                          const char *path);

/* A path as a person knows it. */
const char *commands_shown(const char *path);
/* Say a sentence about a file on standard error. */
void commands_say(const struct commands_world *world, const char *path, const char *sentence);
/* Print what a command made, unless st says that it could not, and free it. */
enum exit_status commands_print(struct text *out, enum status st, enum charset charset);

#endif
