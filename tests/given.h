/*
 * Plans for tests, in few words: "supporter s1 kind=pa; time t1 days=Mon,Tue start=08:00".
 * Items have a semicolon between them; in a value a comma stands for a blank; the item of
 * a section without items is "-".
 */
#ifndef SUPPORTPLAN_GIVEN_H
#define SUPPORTPLAN_GIVEN_H

#include <stdlib.h>
#include <string.h>

#include "supportplan/plan.h"
#include "test.h"

/** Put one fact, "field=value", of an item. */
static inline void given_fact(struct plan *plan, const char *section, const char *item, char *fact)
{
    char *value = strchr(fact, '=');

    assert_non_null(value);
    *value++ = '\0';
    for (char *c = strchr(value, ','); c; c = strchr(c, ','))
        *c = ' ';
    if (plan_set_named(plan, section, item, fact, value, NULL) != ST_OK)
        fail_msg("can't set %s %s %s to %s", section, item, fact, value);
}

/** Put the facts of one item: "time t1 days=Mon,Tue start=08:00". */
static inline void given_item(struct plan *plan, char *words)
{
    char *rest = NULL;
    const char *section = strtok_r(words, " ", &rest);
    const char *item = strtok_r(NULL, " ", &rest);

    if (!section || !item)
        return;
    if (strcmp(item, "-") == 0)
        item = "";
    for (char *fact = strtok_r(NULL, " ", &rest); fact; fact = strtok_r(NULL, " ", &rest))
        given_fact(plan, section, item, fact);
}

/** Put the facts of many items. */
static inline void given(struct plan *plan, const char *facts)
{
    char *copy = text_copy(facts);
    char *rest = NULL;

    assert_non_null(copy);
    for (char *item = strtok_r(copy, ";", &rest); item; item = strtok_r(NULL, ";", &rest))
        given_item(plan, item);
    free(copy);
}

/** A new plan with these facts: plan_free() it. */
static inline struct plan *given_plan(const char *facts)
{
    struct plan *plan = plan_new();

    assert_non_null(plan);
    given(plan, facts);
    return plan;
}

#endif
