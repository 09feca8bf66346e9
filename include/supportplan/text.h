/*
 * A growing UTF-8 string; stepping by grapheme cluster, width in columns,
 * wrapping, and the display sanitiser.
 * Never reads the environment: the caller says which character set a screen has.
 */
#ifndef SUPPORTPLAN_TEXT_H
#define SUPPORTPLAN_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "supportplan/status.h"

/** A string that grows. Open; {0} is an empty one. data is NULL or NUL-terminated. */
struct text {
    char *data;
    size_t len; /**< bytes, without the NUL */
    size_t cap; /**< bytes allocated */
    bool nomem; /**< sticky: an addition failed and the string is short; see text_status() */
};

/** The characters a screen can show. */
enum charset {
    CHARSET_UTF8,
    CHARSET_ASCII, /**< anything else is transliterated: a pound sign becomes "GBP " */
};

/** Part of a string: bytes from its start, and how many. */
struct span {
    size_t at;
    size_t len;
};

/** Free what a text holds and make it empty. Accepts an empty one. */
void text_free(struct text *t);
/** The same, and nothing of it stays in memory: for a passphrase. What it held before it grew is
 * beyond reach. */
void text_wipe(struct text *t);
/** The same for a plain string: wiped and freed. NULL is nothing to do. */
void text_wipe_str(char *s);
/** Hold a copy of a string in the place of another, which is freed (NULL is none). false where
 * there is no memory: then the other stays. */
bool text_hold(char **held, const char *s);
/** Whether a string ends in another. */
bool text_ends(const char *s, const char *ending);
/** Whether a string is one of a list, in any case of ASCII: "nil" of "|nil|zero|nothing|". */
bool text_is_one_of(const char *s, const char *list);
/** Whether a string begins with another as people type it: in any case, and without its accents and
 * curled apostrophes, which not every keyboard has. whole: whether that is all of it. What has no
 * likeness in ASCII must be typed as it is. Without memory only the case may differ. */
bool text_begins_alike(const char *s, const char *typed, bool whole);
/** The longest word that text_distance() compares, in bytes: nobody mistypes a longer name by a
 * letter. */
#define TEXT_WORD_MAX 40
/** How many letters of ASCII are to be put in, left out, changed or swapped with the next to make
 * one word the other, the case as it is. SIZE_MAX where one is longer than TEXT_WORD_MAX. */
size_t text_distance(const char *a, const char *b);
/** Make it empty, keeping its memory for use again. Forgets a failed addition. */
void text_clear(struct text *t);
/** The string; "" where nothing was added. Borrowed until the next change. */
const char *text_str(const struct text *t);
/** Make room for more bytes behind the string, and a NUL; false where there is no memory. Who has
 * more than one addition to make may ask for it once. */
bool text_room(struct text *t, size_t more);
/** Add a NUL-terminated string (copied). After a failure it does nothing: ask text_status() once,
 * at the end. */
void text_add(struct text *t, const char *s);
/** Add len bytes (copied; may hold anything). */
void text_add_n(struct text *t, const char *s, size_t len);
/** Add one byte. */
void text_add_char(struct text *t, char c);
/** Add what was typed: a byte that belongs to no UTF-8 is a letter of Latin-1, as an old terminal
 * sends it. */
void text_add_typed(struct text *t, const char *s, size_t len);
/** Add as printf does. */
void text_addf(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** The same, of arguments that were begun by the caller. */
void text_addv(struct text *t, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/** Replace bytes [at, at + cut) by len bytes of s (copied). Positions are clamped to the string. */
enum status text_splice(struct text *t, size_t at, size_t cut, const char *s, size_t len);
/** ST_OK, or ST_NOMEM where any addition since the last text_clear() failed. */
enum status text_status(const struct text *t);
/** Give the string away: the caller frees it with free(). NULL on ST_NOMEM; the text is empty
 * after. */
char *text_take(struct text *t);
/** Copy a string; NULL where there is no memory or s is NULL. The caller frees it with free(). */
char *text_copy(const char *s);

/** Whether len bytes are all ASCII. Quick. */
bool text_is_ascii(const char *s, size_t len);
/** Whether len bytes are well-formed UTF-8. */
bool text_is_utf8(const char *s, size_t len);
/** Bytes of the grapheme cluster that begins at s; 0 at the end. An ill-formed byte is a cluster of
 * its own. */
size_t text_next(const char *s, size_t len);
/** Bytes of the grapheme cluster that ends at s + at; 0 at the start. */
size_t text_prev(const char *s, size_t at);
/** A place that may lie within a cluster: the cluster's start, or its end (on). at is len or less.
 */
size_t text_settle(const char *s, size_t len, size_t at, bool on);
/** Columns that len bytes take on a terminal: the sum of wcwidth, as ncurses counts. Unprintable
 * ones count 0, a tab 2. */
int text_width(const char *s, size_t len);
/** Bytes of s that fit into cols columns, whole clusters only. */
size_t text_fit(const char *s, size_t len, int cols);
/** Compose it (NFC): a letter and its accent become one character where there is one. What is not
 * UTF-8 stays as it is. A failure is as of an addition. */
void text_compose(struct text *t);
/** How many words (UTF-8, divided by white space) a string has. */
size_t text_words(const char *s);

/**
 * Find the one line that begins at s, as text_wrap() does: lines hang on nothing that stands before
 * them, so that after a change only the lines near it are found anew.
 *
 * @line   on ST_OK the line's bytes from s on
 * @next   on ST_OK where the next line begins, from s on; more than len where this was the last
 * @return ST_OK or ST_NOMEM
 */
enum status text_line(const char *s, size_t len, int cols, struct span *line, size_t *next);

/**
 * Break a string into the lines of a screen or page (UAX 14).
 *
 * Newlines end lines; a word wider than cols is divided between clusters. A length of time, such
 * as 1 h 30 m, stays on one line where there is any other place to break it.
 * Spans do not cover the newline or the blanks at which a line was broken.
 * An empty string is one empty line; a newline at the end begins another.
 *
 * @cols   1 or more
 * @lines  on ST_OK an array to free with free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status text_wrap(const char *s, size_t len, int cols, struct span **lines, size_t *count);

/**
 * Make a string fit to be shown: the one door to a terminal or a report.
 *
 * Newline and tab stay (where one_line, a tab as two spaces, a newline as one);
 * other control characters (C0, DEL, C1), bidirectional overrides and isolates
 * (U+202A-202E, U+2066-2069, U+200E, U+200F, U+061C) show as a visible
 * replacement such as <U+202E> or ^[ ; ill-formed bytes as <XX>; zero-width
 * joiners, variation selectors and skin tones are left out of the view.
 * CHARSET_ASCII transliterates first. The stored value is never changed.
 */
void text_clean(struct text *out, const char *s, size_t len, enum charset charset, bool one_line);

#endif
