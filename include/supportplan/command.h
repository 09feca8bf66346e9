/*
 * The list of commands: number, word, keys, help sentence.
 * Help, key bar and manual are made from it; what a command does is the wizard's.
 */
#ifndef SUPPORTPLAN_COMMAND_H
#define SUPPORTPLAN_COMMAND_H

#include <stdbool.h>

#include "supportplan/status.h"

enum command {
    CMD_NONE,
    /* moving */
    CMD_UP,
    CMD_DOWN,
    CMD_LEFT,
    CMD_RIGHT,
    CMD_HOME,
    CMD_END,
    CMD_PAGE_UP,
    CMD_PAGE_DOWN,
    CMD_TAB,
    CMD_BACKTAB,
    CMD_OPEN,
    CMD_BACK,
    CMD_DONE,
    CMD_NEXT,
    CMD_PREVIOUS,
    /* text */
    CMD_WORD_LEFT,
    CMD_WORD_RIGHT,
    CMD_TEXT_START,
    CMD_TEXT_END,
    CMD_BACKSPACE,
    CMD_DELETE_CHAR,
    CMD_DELETE_WORD,
    CMD_DELETE_TO_END,
    CMD_DELETE_TO_START,
    CMD_DELETE_OR_DONE,
    CMD_EDITOR,
    /* everywhere */
    CMD_HELP,
    CMD_KEYS,
    CMD_SAVE,
    CMD_HIDE,
    CMD_UNDO,
    CMD_REDO,
    CMD_TASKS,
    CMD_MONEY,
    CMD_EXPLAIN,
    CMD_IF,
    CMD_CHECK,
    CMD_WEEK,
    CMD_MENU,
    CMD_TEXT,
    CMD_PRINT,
    CMD_COPIES,
    CMD_CHANGES,
    CMD_ROWS,
    CMD_KEEP,
    CMD_FILES,
    CMD_TAKE,
    CMD_FORM,
    CMD_OWN,
    CMD_BEGIN,
    CMD_PLAIN,
    CMD_READER,
    CMD_SCREEN,
    CMD_LOOKS,
    CMD_HINTS,
    CMD_TEN,
    CMD_READ,
    CMD_QUIT,
    CMD_LEAVE,
    CMD_REDRAW,
    CMD_SUSPEND,
    /* lists and the week */
    CMD_ADD,
    CMD_DELETE,
    CMD_COPY,
    CMD_MOVE,
    CMD_LONGER,
    CMD_SHORTER,
    CMD_LIST,
    CMD_OVERLAP,
    CMD_GAP,
    CMD_OTHER_WEEK,
    CMD_TOTAL,
    /* a question */
    CMD_UNSURE,
    CMD_CLEAR,
    CMD_WORDS,
    CMD_PICTURE,
    CMD_MORE,
    CMD_COUNT
};

/** Where a command is listed in the help. */
enum command_group { GROUP_MOVE, GROUP_WRITE, GROUP_ANYWHERE, GROUP_LISTS, GROUP_QUESTION };

/** A command as it stands in the table. */
struct command_info {
    const char *word; /**< what is typed for it in plain mode; "" where it has none */
    const char *also; /**< another word for it, or "" */
    const char *keys; /**< names of its keys on a screen, most usual first; "" where it has none */
    const char *help; /**< one plain sentence, to be looked up with _() */
    enum command_group group;
    bool argument; /**< words may follow it: "add mon 9-10 swimming" */
};

/** The row of a command. cmd is below CMD_COUNT. */
const struct command_info *command_info(enum command cmd);
/**
 * The command whose word is typed: the first word of a line, in any case.
 *
 * A command without an argument must be the whole line.
 * @arg    set to what follows, blanks left out (in line); may be NULL
 * @return CMD_NONE where it is no command
 */
enum command command_named(const char *line, const char **arg);
/** The title of a group, translated. */
const char *command_group_title(enum command_group group);

#endif
