/*
 * A form's YAML -> struct form, through libcyaml: the only room that sees it.
 * Given bytes, never files.
 */
#ifndef SUPPORTPLAN_FORM_FILE_H
#define SUPPORTPLAN_FORM_FILE_H

#include "supportplan/form.h"

/**
 * Read a form.
 *
 * @name   the file's name without its ending: becomes form->name
 * @yaml   len bytes, borrowed
 * @words  the text of words.yaml, the wording that all forms share (borrowed); words_len may be 0
 * @out    on ST_OK a form to free with form_free(); untouched otherwise
 * @fault  says it in a form-maker's words, with the line:
 *         "in question 2: `txet` is not known here; did you mean `text`?"
 * @return ST_OK, ST_NOMEM, ST_SYNTAX (not YAML, or empty), ST_UNKNOWN (a name that is not known),
 *         ST_RANGE (a value missing or too long)
 */
enum status form_read(const char *name, const char *yaml, size_t len, const char *words,
                      size_t words_len, struct form **out, struct fault *fault);

/**
 * Read what the task list shows of a form, and no more: its groups and sections, and what their
 * pages ask. Where nothing is wrong with the form this is a good part of form_read(), and takes
 * a fraction of its time. Words, guidance and examples are empty. It reads lines, as most forms
 * are written; YAML's rarer ways of writing it leaves to form_read().
 *
 * @name, yaml, len, out  as in form_read()
 * @return ST_OK; ST_NOMEM; or another: form_read() can read it all the same, or says what is wrong
 */
enum status form_read_outline(const char *name, const char *yaml, size_t len, struct form **out);

/** Free a form. Accepts NULL. */
void form_free(struct form *form);

#endif
