/*
 * What the reader of YAML reports -> one sentence for whoever makes forms.
 * Knows the library's messages as text; never sees the library itself.
 */
#ifndef SUPPORTPLAN_FORM_FAULT_H
#define SUPPORTPLAN_FORM_FAULT_H

#include "supportplan/form_lines.h"
#include "supportplan/status.h"

/** The parts of a form that are counted, from the outside in. */
enum form_part {
    IN_GROUP,
    IN_SECTION,
    IN_QUESTION,
    IN_FIELD, /**< an entry of the wording: it speaks of a field */
    IN_RULE,
    IN_ENTRY,
    IN_WORD,
    IN_COLUMN,
    IN_EXAMPLE,
    IN_SOURCE,
    FORM_PARTS
};

/** A place in a form. {0} is the form as a whole. */
struct form_place {
    size_t line;             /**< the line to look at, from 1; 0 where it is not known */
    bool after;              /**< the line is the last one that was read well */
    unsigned at[FORM_PARTS]; /**< which group, section and so on, from 1; 0 where in none */
};

/** Room for the words of a place. */
#define FORM_PLACE_ROOM 160

/**
 * Fill in a fault: "line 7, in question 2: the label is too long."
 *
 * @in     whose file's name goes in front where it has one
 * @format the sentence, beginning with a small letter; translated by the caller
 * @return st
 */
enum status form_fault_set(struct fault *fault, enum status st, const struct form_bytes *in,
                           const struct form_place *place, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/** Room for the name of a key in a report. */
#define FORM_KEY_ROOM 24
#define FORM_STEPS_MAX 16

/** A step on the way to the place of a report: a key, or the number of an entry in a list. */
struct form_step {
    char key[FORM_KEY_ROOM]; /**< "" for an entry */
    unsigned entry;          /**< from 1 */
    size_t line, column;     /**< where an entry begins, from 1 */
};

/** What the reader of YAML said, line by line. Begins as {0}. */
struct form_report {
    char message[160];
    size_t line;                            /**< of the last thing that was read well */
    bool cut;                               /**< a second document follows the form */
    struct form_step steps[FORM_STEPS_MAX]; /**< from the inside out */
    size_t count;
};

/** Take in one line of what the reader said (copied). */
void form_report_add(struct form_report *report, const char *said);

/**
 * Say a report in a form-maker's words.
 *
 * @known  the keys, or the words of a list, that are known at the place
 * @return ST_UNKNOWN where a name is not known, else ST_SYNTAX
 */
enum status form_fault_tell(const struct form_report *report, const struct form_bytes *in,
                            const struct form_known *known, struct fault *fault);

#endif
