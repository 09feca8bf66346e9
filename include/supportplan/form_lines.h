/*
 * Finding a line in a form's text, and the known word nearest to a mistyped one.
 * Looks at bytes only; line numbers are from 1, and 0 means "not found".
 */
#ifndef SUPPORTPLAN_FORM_LINES_H
#define SUPPORTPLAN_FORM_LINES_H

#include <stdbool.h>
#include <stddef.h>

/** A YAML file as it was read. Borrowed. */
struct form_bytes {
    const char *file; /**< what to call it in a sentence; NULL for the form itself */
    const char *bytes;
    size_t len;
};

/** The words that are known at some place. Borrowed. */
struct form_known {
    const char *list[48];
    size_t count;
};

/** The known word that was meant, or NULL where none is near. */
const char *form_nearest(const char *word, const struct form_known *known);

/** The first line from a line on that has a key, as in "label:"; it begins at column (from 1; 0:
 * any). */
size_t form_line_of_key(const struct form_bytes *in, size_t from, size_t column, const char *key);
/** The line of the nth (from 1) key with that value, as in "label: Home". */
size_t form_line_of_value(const struct form_bytes *in, const char *key, const char *value,
                          unsigned nth);
/** The first line that is not UTF-8, or holds a control character. */
size_t form_line_of_odd_bytes(const struct form_bytes *in);
/** The first line that says anything at all: no comment, no line of dashes. */
size_t form_line_of_words(const struct form_bytes *in);
/** The first line from a line on that is moved in with a tab. */
size_t form_line_of_tab(const struct form_bytes *in, size_t from);
/** The first line from a line on that says something and has no colon. */
size_t form_line_without_colon(const struct form_bytes *in, size_t from);
/** The first line from a line on with a colon inside words that stand without quotes. */
size_t form_line_of_second_colon(const struct form_bytes *in, size_t from);
/** The first line from a line on whose words begin with one of the characters. */
size_t form_line_of_first(const struct form_bytes *in, size_t from, const char *characters);
/** The first line whose words hold a note that does not look like one: "We are #1". */
size_t form_line_of_note(const struct form_bytes *in);
/** The first line from a line on that opens a quotation mark and does not close it. */
size_t form_line_of_open_quote(const struct form_bytes *in, size_t from);
/** The first line from a line on with something behind a closing quotation mark. */
size_t form_line_of_more_than_quote(const struct form_bytes *in, size_t from);
/** The first line from a line on that lines up with none of the lines it may belong to. */
size_t form_line_out_of_line(const struct form_bytes *in, size_t from);

#endif
