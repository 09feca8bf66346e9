/*
 * One record of a table: its page, its fields one after another while it is new, its end.
 */
#ifndef SUPPORTPLAN_RECORD_H
#define SUPPORTPLAN_RECORD_H

#include "supportplan/wizard.h"

/** "a goal": what one record of a table is called when something is done with it. */
const char *record_name(enum section table);
/** Make the record that a place is about, where it is not begun yet. Within an action. */
bool record_begin(struct wizard *w, struct place *here);
/** Ask for a new record, field by field. parent is whose it is, or "". */
void record_start(struct wizard *w, enum section table, const char *parent);
/** The same where one of its fields is known already and is not asked: value is a word of it that
 * is always there. FIELD_NONE: none is. */
void record_start_given(struct wizard *w, enum section table, const char *parent, enum field given,
                        const char *value);
/** Go on to the record's next field; past the last one, to the record. */
void record_walk(struct wizard *w);
/** Ask for the field before the one in hand; from the first, step out of the record. */
void record_walk_back(struct wizard *w);
/** Go to a record's page. */
void record_go(struct wizard *w, enum section table, const char *item);
/** Go to where one field of a record is asked; back comes here again. */
void record_go_field(struct wizard *w, enum field field, const char *item);
/** Remove a record, and say so. */
void record_remove(struct wizard *w, enum section table, const char *item);
/** "13.87 an hour", "15.00 an hour, weekends": a price in words. */
void record_price_words(const struct wizard *w, const char *rate, struct text *out);

#endif
