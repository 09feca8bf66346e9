/*
 * A form's YAML without the prose that the task list does not show: what is left is quickly
 * read. Looks at lines only; whether they make a form is for form_file to say.
 */
#ifndef SUPPORTPLAN_FORM_OUTLINE_H
#define SUPPORTPLAN_FORM_OUTLINE_H

#include "supportplan/form_lines.h"
#include "supportplan/text.h"

/**
 * Add a form's lines to out, all but those of questions' words, help, examples and the like, and
 * but notes and empty lines.
 *
 * @in     borrowed
 * @return ST_OK; ST_UNKNOWN where something is written so that it may go on over lines at any
 *         column, as YAML's quotes and brackets do: then out holds a part; ST_NOMEM
 */
enum status form_outline(const struct form_bytes *in, struct text *out);

#endif
