#include "supportplan/command.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

/* word, another word, keys, help, group, whether words follow */
static const struct command_info commands[CMD_COUNT] = {
    [CMD_NONE] = {"", "", "", "", GROUP_MOVE, false},
    [CMD_UP] = {"", "", "Up", N_("Go up"), GROUP_MOVE, false},
    [CMD_DOWN] = {"", "", "Down", N_("Go down"), GROUP_MOVE, false},
    [CMD_LEFT] = {"", "", "Left", N_("Go left"), GROUP_MOVE, false},
    [CMD_RIGHT] = {"", "", "Right", N_("Go right"), GROUP_MOVE, false},
    [CMD_HOME] = {"", "", "Home, Ctrl-A", N_("Go to the first, or to the start of the line"),
                  GROUP_MOVE, false},
    [CMD_END] = {"", "", "End, Ctrl-E", N_("Go to the last, or to the end of the line"), GROUP_MOVE,
                 false},
    [CMD_PAGE_UP] = {"", "", "PgUp", N_("Go up a screen, or a question"), GROUP_MOVE, false},
    [CMD_PAGE_DOWN] = {"", "", "PgDn", N_("Go down a screen, or a question"), GROUP_MOVE, false},
    [CMD_TAB] = {"", "", "Tab", N_("Go to the next line, or out of the text"), GROUP_MOVE, false},
    [CMD_BACKTAB] = {"", "", "Shift-Tab", N_("Go to the line before"), GROUP_MOVE, false},
    [CMD_OPEN] = {"", "", "Enter", N_("Open or choose the line you are on"), GROUP_MOVE, false},
    [CMD_BACK] = {"back", "b", "Esc", N_("Step back; what you typed is kept"), GROUP_MOVE, false},
    [CMD_DONE] = {"done", "", "F2, Ctrl-X", N_("Finish this page and go on"), GROUP_MOVE, false},
    [CMD_NEXT] = {"next", "n", "n, Ctrl-N", N_("Go to the next question"), GROUP_MOVE, false},
    [CMD_PREVIOUS] = {"previous", "p", "p, Ctrl-P", N_("Go to the question before"), GROUP_MOVE,
                      false},
    [CMD_WORD_LEFT] = {"", "", "Ctrl-Left, Alt-B", N_("Go back a word"), GROUP_WRITE, false},
    [CMD_WORD_RIGHT] = {"", "", "Ctrl-Right, Alt-F", N_("Go on a word"), GROUP_WRITE, false},
    [CMD_TEXT_START] = {"", "", "Ctrl-Home", N_("Go to the start of the text"), GROUP_WRITE, false},
    [CMD_TEXT_END] = {"", "", "Ctrl-End", N_("Go to the end of the text"), GROUP_WRITE, false},
    [CMD_BACKSPACE] = {"", "", "Backspace", N_("Take away the letter before"), GROUP_WRITE, false},
    [CMD_DELETE_CHAR] = {"", "", "Del", N_("Take away the letter after"), GROUP_WRITE, false},
    [CMD_DELETE_WORD] = {"", "", "Ctrl-W", N_("Take away the word before"), GROUP_WRITE, false},
    [CMD_DELETE_TO_END] = {"", "", "Ctrl-K", N_("Take away the rest of the line"), GROUP_WRITE,
                           false},
    [CMD_DELETE_TO_START] = {"", "", "Ctrl-U", N_("Take away the line up to here"), GROUP_WRITE,
                             false},
    [CMD_DELETE_OR_DONE] = {"", "", "Ctrl-D",
                            N_("Finish at the end of a line; else take away the letter after"),
                            GROUP_WRITE, false},
    [CMD_EDITOR] = {"editor", "", "e", N_("Write the answer in your own editor"), GROUP_WRITE,
                    false},
    [CMD_HELP] = {"help", "?", "F1, ?, Ctrl-G", N_("Help for this page"), GROUP_ANYWHERE, false},
    [CMD_KEYS] = {"commands", "keys", "", N_("All keys and words"), GROUP_ANYWHERE, false},
    [CMD_SAVE] = {"save", "", "F3, Ctrl-S, Ctrl-O", N_("Save the plan"), GROUP_ANYWHERE, false},
    [CMD_HIDE] = {"hide", "", "F4, Ctrl-T", N_("Hide the screen; Enter brings it back"),
                  GROUP_ANYWHERE, false},
    [CMD_UNDO] = {"undo", "u", "u, Ctrl-Z, Alt-U", N_("Undo what was done last"), GROUP_ANYWHERE,
                  false},
    [CMD_REDO] = {"redo", "", "r, Ctrl-Y, Alt-E", N_("Do again what was undone"), GROUP_ANYWHERE,
                  false},
    [CMD_TASKS] = {"list", "tasks", "t", N_("Go to the list of sections"), GROUP_ANYWHERE, false},
    [CMD_MONEY] = {"money", "", "m", N_("Show the money"), GROUP_ANYWHERE, false},
    [CMD_EXPLAIN] = {"explain", "why", "", N_("Say how a figure was worked out"), GROUP_ANYWHERE,
                     true},
    [CMD_IF] = {"if", "what if", "", N_("Try something out, and compare"), GROUP_ANYWHERE, false},
    [CMD_CHECK] = {"check", "", "k", N_("Show what is still to be done"), GROUP_ANYWHERE, false},
    [CMD_WEEK] = {"week", "", "", N_("Show my week"), GROUP_ANYWHERE, false},
    [CMD_MENU] = {"menu", "", "x", N_("Other things to do with the plan"), GROUP_ANYWHERE, false},
    [CMD_TEXT] = {"text", "", "", N_("Save the plan as plain text, to read or print"),
                  GROUP_ANYWHERE, false},
    [CMD_PRINT] = {"print", "", "", N_("Print the plan"), GROUP_ANYWHERE, false},
    [CMD_COPIES] = {"copies", "sheets", "", N_("Show sheets and copies for others"), GROUP_ANYWHERE,
                    false},
    [CMD_CHANGES] = {"changes", "", "", N_("Show what changed since another version"),
                     GROUP_ANYWHERE, false},
    [CMD_ROWS] = {"rows", "", "", N_("Show rows of the file that could not be used"),
                  GROUP_ANYWHERE, false},
    [CMD_KEEP] = {"keep", "", "", N_("Choose where the plan is kept"), GROUP_ANYWHERE, false},
    [CMD_FILES] = {"files", "", "", N_("Show which files of the plan are on this computer"),
                   GROUP_ANYWHERE, false},
    [CMD_TAKE] = {"take", "", "", N_("Take the plan with you on a stick"), GROUP_ANYWHERE, false},
    [CMD_FORM] = {"form", "", "", N_("Choose another form; every answer stays"), GROUP_ANYWHERE,
                  false},
    [CMD_OWN] = {"own", "", "", N_("Ask and answer questions of your own"), GROUP_ANYWHERE, false},
    [CMD_BEGIN] = {"begin", "", "", N_("Start your own plan with this one's shape"), GROUP_ANYWHERE,
                   false},
    [CMD_PLAIN] = {"plain", "", "F5, Alt-P", N_("Go on with plain questions, line by line"),
                   GROUP_ANYWHERE, false},
    [CMD_READER] = {"reader", "screen-reader", "", N_("Go on with screen-reader lines"),
                    GROUP_ANYWHERE, false},
    [CMD_SCREEN] = {"screen", "", "", N_("Go on with the full screen"), GROUP_ANYWHERE, false},
    [CMD_LOOKS] = {"looks", "settings", "", N_("Choose how this program looks and behaves"),
                   GROUP_ANYWHERE, false},
    [CMD_HINTS] = {"hints", "", "", N_("When hints are given: always, first or never"),
                   GROUP_ANYWHERE, true},
    [CMD_TEN] = {"ten", "", "", N_("Offer short questions, for who has ten minutes"),
                 GROUP_ANYWHERE, false},
    [CMD_READ] = {"read", "", "", N_("Read the plan a sentence at a time"), GROUP_ANYWHERE, false},
    [CMD_QUIT] = {"quit", "q", "q, Ctrl-Q", N_("Leave; the plan is saved first"), GROUP_ANYWHERE,
                  false},
    [CMD_LEAVE] = {"", "", "Ctrl-C", N_("Leave; twice, with nothing between"), GROUP_ANYWHERE,
                   false},
    [CMD_REDRAW] = {"", "", "Ctrl-L", N_("Paint the screen again"), GROUP_ANYWHERE, false},
    [CMD_SUSPEND] = {"", "", "", N_("Stop for now and go to the shell"), GROUP_ANYWHERE, false},
    [CMD_ADD] = {"add", "", "a", N_("Add one"), GROUP_LISTS, true},
    [CMD_DELETE] = {"delete", "remove", "d", N_("Take one away; undo brings it back"), GROUP_LISTS,
                    true},
    [CMD_COPY] = {"copy", "", "c", N_("Copy a day to other days"), GROUP_LISTS, true},
    [CMD_MOVE] = {"move", "", "v", N_("Move to another start time"), GROUP_LISTS, true},
    [CMD_LONGER] = {"longer", "", "+", N_("Make it 15 minutes longer"), GROUP_LISTS, true},
    [CMD_SHORTER] = {"shorter", "", "-", N_("Make it 15 minutes shorter"), GROUP_LISTS, true},
    [CMD_LIST] = {"", "", "l", N_("Change between the grid and the list"), GROUP_LISTS, false},
    [CMD_OVERLAP] = {"overlaps", "overlap", "o", N_("Show where two are at the same time"),
                     GROUP_LISTS, false},
    [CMD_GAP] = {"gaps", "gap", "g", N_("Show when nobody is there"), GROUP_LISTS, false},
    [CMD_OTHER_WEEK] = {"other", "", "w", N_("Show another week"), GROUP_LISTS, false},
    [CMD_TOTAL] = {"total", "", "=", N_("Say the totals of the week"), GROUP_LISTS, false},
    [CMD_UNSURE] = {"unsure", "not sure", "", N_("Say that you are not sure yet"), GROUP_QUESTION,
                    false},
    [CMD_CLEAR] = {"clear", "", "", N_("Make the answer empty"), GROUP_QUESTION, false},
    [CMD_WORDS] = {"words", "", "", N_("Say whose words these are"), GROUP_QUESTION, false},
    [CMD_PICTURE] = {"picture", "", "", N_("Answer with a picture or recording"), GROUP_QUESTION,
                     false},
    [CMD_MORE] = {"more", "", "", N_("More about this question"), GROUP_QUESTION, false},
};

const struct command_info *command_info(enum command cmd)
{
    assert((unsigned)cmd < CMD_COUNT);
    return &commands[cmd];
}

/* Length of word where line begins with it, as a word of its own; else 0. */
static size_t begins_with(const char *line, const char *word)
{
    size_t n = strlen(word);
    if (n == 0 || strncasecmp(line, word, n) != 0)
        return 0;
    return line[n] == '\0' || line[n] == ' ' || line[n] == '\t' ? n : 0;
}

enum command command_named(const char *line, const char **arg)
{
    line += strspn(line, " \t");
    for (int c = 1; c < CMD_COUNT; c++) {
        const struct command_info *info = &commands[c];
        size_t n = begins_with(line, info->word);
        if (n == 0)
            n = begins_with(line, info->also);
        if (n == 0)
            continue;
        const char *rest = line + n;
        rest += strspn(rest, " \t");
        if (*rest && !info->argument)
            continue;
        if (arg)
            *arg = rest;
        return (enum command)c;
    }
    return CMD_NONE;
}

const char *command_group_title(enum command_group group)
{
    static const char *const titles[] = {
        [GROUP_MOVE] = N_("Moving"),
        [GROUP_WRITE] = N_("Writing"),
        [GROUP_ANYWHERE] = N_("Everywhere"),
        [GROUP_LISTS] = N_("Lists and the week"),
        [GROUP_QUESTION] = N_("In a question"),
    };
    return _(titles[group]);
}
