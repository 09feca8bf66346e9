/*
 * The rows that a field is answered with, for field.c.
 */
#ifndef FIELD_ROWS_H
#define FIELD_ROWS_H

#include "supportplan/wizard.h"

/* What opening one of them does. */
enum field_act {
    ACT_CHOOSE = 1, /* this word or item is the answer */
    ACT_UNPAID,     /* the word that a reference can be */
    ACT_TOGGLE,     /* this item is one of the answer, or no longer */
    ACT_NEW_REF,    /* a record that is not there yet */
    ACT_UNSURE,
    ACT_CLEAR,
    ACT_NEXT,
    ACT_OFFER, /* an answer in words that is offered: the row is it */
    ACT_MORE
};

/* Add a row for each answer that is offered for a line of words: the form's, and what the plan says
 * elsewhere. */
void field_offers(const struct wizard *w, enum field field, const char *item, struct page *page);
/* Add a field's help, and all its rows. */
void field_rows(const struct wizard *w, enum field field, const char *item, struct page *page);

#endif
