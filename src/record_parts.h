/*
 * What record.c and record_walk.c share.
 */
#ifndef RECORD_PARTS_H
#define RECORD_PARTS_H

#include "supportplan/record.h"

/* What opening a row of a record's page does. */
enum record_act {
    ACT_FIELD = 1,
    ACT_PRICE,
    ACT_ADD_PRICE,
    ACT_DELETE,
    ACT_DONE,
    ACT_EMPLOY,
    ACT_OFTEN
};

#define RECORD_FIELDS_MAX 64

/* A record's fields, in the order in which the form asks them; how many, max at most. */
size_t record_fields(const struct wizard *w, enum section table, enum field *out, size_t max);

#endif
