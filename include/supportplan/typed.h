/*
 * What a person types for a field -> its value. More is understood here than in a plan's file:
 * there "10 December" and "900 a week" would leave something out, here it is said back at once.
 * Reads no plan and changes none.
 */
#ifndef SUPPORTPLAN_TYPED_H
#define SUPPORTPLAN_TYPED_H

#include "supportplan/calendar.h"
#include "supportplan/money.h"
#include "supportplan/schema.h"

/** What the same words say of the field beside: how often an amount is, or what a price is for. */
struct typed_also {
    enum field field; /**< FIELD_NONE where they say nothing of it */
    char value[NAME_MAX_LEN + 1];
};

/**
 * Read what was typed for a field.
 *
 * All that schema_accept() reads, and "900 a week", "nil", "half past nine", "26 weeks", "all
 * week", "not sure"; "10 dec" where the year can only be one: that of the next such day in a field
 * that looks ahead, of the last one in a field that looks back.
 *
 * @text   NUL-terminated, not empty
 * @out    the canonical value is added; untouched on failure, as also is
 * @fault  on failure a sentence that says what would be right
 * @return ST_OK, ST_SYNTAX, ST_RANGE or ST_NOMEM
 */
enum status typed_accept(enum field field, const char *text, date today, struct text *out,
                         struct typed_also *also, struct fault *fault);

/**
 * Read an amount and what stands behind it: "13.87 an hour" is 13.87 and "hour".
 *
 * @word   week 4weeks month year once hour visit night day session, "other" for what a plan has no
 *         word for ("a fortnight"), or "" where nothing is said
 * @return ST_OK, ST_SYNTAX, ST_RANGE; p and word untouched on failure
 */
enum status typed_money(const char *text, pence *p, char word[NAME_MAX_LEN + 1]);

#endif
