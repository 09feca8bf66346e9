/*
 * A session with a plan in words (see given.h), for tests of pages.
 */
#ifndef SUPPORTPLAN_SITTING_GIVEN_H
#define SUPPORTPLAN_SITTING_GIVEN_H

#include "given.h"
#include "sitting.h"

/** A session with a plan of these facts open (see given.h), kept at /home/ann/plan.csv. */
static inline struct sitting sitting_given(const char *facts)
{
    size_t len;
    struct plan *plan = given_plan(facts);
    char *bytes = sitting_bytes(plan, &len);
    struct sitting s = sitting_begin();
    plan_free(plan);
    sitting_open_bytes(&s, bytes, len, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    free(bytes);
    return s;
}

#endif
