/*
 * Whether a form that was read makes sense: names that are known, labels that fit,
 * questions that ask something. Changes nothing.
 */
#ifndef SUPPORTPLAN_FORM_SENSE_H
#define SUPPORTPLAN_FORM_SENSE_H

#include "supportplan/form.h"
#include "supportplan/form_lines.h"

/** The widest label or short title, in columns. */
#define FORM_LABEL_MAX 20

/**
 * Judge a form after its defaults are filled in. Its words are judged by themselves.
 *
 * @in     the text that it was read from, for the line in a fault
 * @return ST_OK; ST_UNKNOWN (a name that is not known); ST_RANGE (missing, doubled or too long)
 */
enum status form_sense(const struct form *form, const struct form_bytes *in, struct fault *fault);

/** Judge a list of words, of a form or of words.yaml. Returns as form_sense() does. */
enum status form_sense_words(const struct form_words *words, unsigned count,
                             const struct form_bytes *in, struct fault *fault);

#endif
