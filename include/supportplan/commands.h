/*
 * The words of the command line that read or make a plan without the wizard:
 * new, check, budget, text, timetable, forms, help.
 */
#ifndef SUPPORTPLAN_COMMANDS_H
#define SUPPORTPLAN_COMMANDS_H

#include "supportplan/report.h"

/** Exit statuses (SPEC section 3). */
enum exit_status {
    EXIT_DONE = 0,      /**< done; for check: ready to send */
    EXIT_NOT_READY = 1, /**< check found something that MUST be put right */
    EXIT_UNUSABLE = 2,  /**< the file can't be used, or the words of the command are wrong */
    EXIT_NOT_SAVED = 3, /**< it could not be saved */
};

/** What the command line says. Strings borrowed from argv. */
struct words {
    const char *command; /**< "check"; NULL for the wizard */
    const char **paths;  /**< PLAN and what follows it */
    size_t path_count;
    bool csv, plain, reader, no_color, help, version;
    bool private;     /**< nothing of this session stays behind */
    bool not_private; /**< it is at home, whatever the settings say */
    bool explain;
    const char *width, *form, *from; /**< NULL where not said */
    const char *whom;                /**< for whom the text is; NULL: the whole plan */
    const char *explain_key;         /**< the one figure to explain; NULL: all */
};

/** What the commands need to know of the world. */
struct commands_world {
    date today;
    const char *shelf; /**< the folder of forms; NULL where there is none */
    enum charset charset;
    bool no_own_forms; /**< the surroundings name a folder of forms that is none */
};

/**
 * Understand the command line.
 *
 * @fault  says what is not right, on failure
 * @return ST_OK (paths to be freed with free()), ST_SYNTAX or ST_NOMEM
 */
enum status words_read(int argc, char **argv, struct words *out, struct fault *fault);
/** Carry out a command. @return the program's exit status */
enum exit_status commands_run(const struct words *words, const struct commands_world *world);
/** Print the help: of everything, or of one command. EXIT_UNUSABLE where there is no such command.
 */
enum exit_status commands_help(const char *command, enum charset charset);
/** Print which version this is. EXIT_NOT_SAVED where it can't be printed, as with all of these. */
enum exit_status commands_version(const char *version, enum charset charset);
/** Say a sentence about a file on standard error, made fit to be shown. path "-" is standard input.
 */
void commands_tell(const char *path, const char *sentence, enum charset charset);

#endif
