/*
 * The example plans, for tests.
 */
#ifndef SUPPORTPLAN_EXAMPLE_PLAN_H
#define SUPPORTPLAN_EXAMPLE_PLAN_H

#include "source_file.h"
#include "supportplan/plan_csv.h"

/** An example by its name, "small"; free it with plan_free(). */
static inline struct plan *example_plan(const char *name)
{
    char path[64];
    size_t len;
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    snprintf(path, sizeof path, "forms/examples/%s.csv", name);
    char *bytes = source_file(path, &len);
    assert_int_equal(plan_csv_read(bytes, len, &plan, &opening, NULL), ST_OK);
    notices_free(&opening.notices);
    free(bytes);
    return plan;
}

#endif
