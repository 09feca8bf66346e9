/*
 * One field: the rows it is answered with, and taking the answer.
 */
#ifndef SUPPORTPLAN_FIELD_H
#define SUPPORTPLAN_FIELD_H

#include "supportplan/wizard.h"

/** The keys of a page where a long answer is typed: Enter is a new line there. */
#define FIELD_LONG_HINT                                                                            \
    N_("F2 done   Tab to the lines below   F1 help   F3 save   F4 hide   Esc back")

/** The field that a place asks for, or FIELD_NONE. */
enum field field_asked(const struct wizard *w, const struct place *place);
/** The item that it belongs to. */
const char *field_item(const struct wizard *w, const struct place *place);
/** Add a row for each word that a field can be; row->number is the word's. */
void field_choices(const struct wizard *w, enum field field, const char *item, struct page *page);
/** Add a row for each of some fields that belong to no item, with what is answered; opened by act,
 * which field_go() carries out. */
void field_items(const struct wizard *w, const enum field fields[], size_t count, int act,
                 struct page *page);
/** Go to where such a field is asked. */
void field_go(struct wizard *w, enum field field);

#endif
