/*
 * What a person likes the program to look and behave like. It is kept in a small file of its own:
 * lines of a name and a word. Nothing of anybody's plan is in it.
 */
#ifndef SUPPORTPLAN_SETTINGS_H
#define SUPPORTPLAN_SETTINGS_H

#include <stdbool.h>

#include "supportplan/text.h"

/** How the session is shown: the same pages, three ways. */
enum mode {
    MODE_FULL,   /**< the full screen */
    MODE_READER, /**< a screen of lines for speech and braille: words, one column, nothing else */
    MODE_PLAIN,  /**< questions and answers on two streams */
    MODE_COUNT
};

/** What the screen makes of what a cell means. */
enum looks {
    LOOKS_COLOR,    /**< a little colour, where there is any */
    LOOKS_MONO,     /**< none */
    LOOKS_CONTRAST, /**< everything bold, the thing in hand in reverse */
    LOOKS_LARGE,    /**< the same with room between the lines, in one column */
    LOOKS_COUNT
};

/** When the hints beside a question are said. */
enum hints {
    HINTS_ALWAYS,
    HINTS_FIRST, /**< in full the first time, and then in short */
    HINTS_NEVER,
    HINTS_COUNT
};

/** When the screen hides by itself, because nobody did anything. */
enum idle {
    IDLE_USUAL, /**< never at home; after five minutes in a private session */
    IDLE_NEVER,
    IDLE_1, /**< after so many minutes */
    IDLE_5,
    IDLE_15,
    IDLE_COUNT
};

struct settings {
    enum mode mode;
    enum looks looks;
    enum hints hints;
    bool mouse;
    bool shared; /**< others use this computer, too: each session is private */
    enum idle idle;
    struct text other; /**< lines that are not known here, as they were: another version's */
};

/** What a person has who has said nothing. other is empty. */
struct settings settings_usual(void);
/** Free what they hold. */
void settings_free(struct settings *s);
/**
 * Read the bytes of a file. What is not said, or not understood, is as usual.
 * @out  set, its strings owned, on ST_OK; untouched on ST_NOMEM
 */
enum status settings_read(const char *bytes, size_t len, struct settings *out);
/** Write them, added to out: the lines that are not known last, as they were. ST_OK or ST_NOMEM. */
enum status settings_write(const struct settings *s, struct text *out);

#endif
