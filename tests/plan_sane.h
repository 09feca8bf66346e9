/*
 * For the tests of plans: a plan as text, and a check of what always holds of one.
 */
#ifndef PLAN_SANE_H
#define PLAN_SANE_H

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/plan.h"

static void dump_item(const struct plan *plan, enum section section, const char *item,
                      struct text *out)
{
    const struct schema_section *row = &schema_sections[section];
    text_addf(out, "%s/%s\n", row->name, item);
    for (int i = 0; i < row->count; i++) {
        enum field field = (enum field)((int)row->first + i);
        const char *value = plan_get(plan, field, item);
        bool fact = plan_fact(plan, field, item) != NULL;
        if (value)
            text_addf(out, "  %s=%s%s\n", schema_fields[field].name, value, fact ? "" : " odd");
    }
}

/* Everything that a plan tells, in its order: what undo must bring back to the letter. */
static char *dump(const struct plan *plan)
{
    struct text out = {0};
    for (int s = 0; s < SEC_COUNT; s++)
        for (size_t i = 0; i < plan_count(plan, (enum section)s); i++)
            dump_item(plan, (enum section)s, plan_item(plan, (enum section)s, i), &out);
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        const char *section, *item, *field, *value;
        plan_unknown(plan, i, &section, &item, &field, &value);
        text_addf(&out, "unknown %s/%s/%s=%s\n", section, item, field, value);
    }
    for (size_t i = 0; i < plan_odd_count(plan); i++) {
        struct odd_row odd = plan_odd(plan, i);
        text_addf(&out, "odd %d line %zu field %d:", (int)odd.why, odd.line, (int)odd.field);
        for (size_t c = 0; c < odd.cell_count; c++)
            text_addf(&out, " [%s]", odd.cells[c]);
        text_add(&out, "\n");
    }
    text_add(&out, "end\n");
    assert_int_equal(text_status(&out), ST_OK);
    return text_take(&out);
}

static inline void assert_dump(const struct plan *plan, const char *want, const char *when)
{
    char *got = dump(plan);
    if (strcmp(got, want) != 0)
        fail_msg("%s:\n--- want\n%s--- got\n%s", when, want, got);
    free(got);
}

/* Whether an odd row speaks for a field of an item. */
static bool odd_speaks(const struct odd_row *odd, enum field field, const char *item)
{
    bool counts = odd->why == ODD_VALUE || odd->why == ODD_NAME || odd->why == ODD_REFERENCE;
    enum items items = schema_sections[schema_fields[field].section].items;
    return counts && odd->field == field &&
           (items == ITEMS_NONE || strcmp(odd->cells[1], item) == 0);
}

static bool any_odd_speaks(const struct plan *plan, enum field field, const char *item)
{
    for (size_t i = 0; i < plan_odd_count(plan); i++) {
        struct odd_row odd = plan_odd(plan, i);
        if (odd_speaks(&odd, field, item))
            return true;
    }
    return false;
}

static void assert_canonical(enum field field, const char *value)
{
    struct text canonical = {0};
    enum status st = schema_accept(field, value, &canonical);
    if (st || strcmp(text_str(&canonical), value) != 0)
        fail_msg("%s: '%s' is not canonical", schema_fields[field].name, value);
    text_free(&canonical);
}

/* Lines may name w1 before the plan has a week, and so before the first has another name. */
static void assert_sane_references(const struct plan *plan, enum field field, const char *item)
{
    char name[NAME_MAX_LEN + 1];
    enum section to = schema_fields[field].to;
    for (size_t i = 0; to != SEC_NONE && plan_ref(plan, field, item, i, name); i++)
        if (!plan_ref_ok(plan, to, name) && strcmp(name, "w1") != 0)
            fail_msg("%s of %s names %s, which is not there", schema_fields[field].name, item,
                     name);
}

/* Whether anything is known of the field. */
static bool assert_sane_field(const struct plan *plan, enum field field, const char *item)
{
    const char *value = plan_get(plan, field, item);
    bool odd = any_odd_speaks(plan, field, item);
    if (odd && !value)
        fail_msg("%s of '%s': its odd row is not heard", schema_fields[field].name, item);
    if (value && !(odd && strcmp(value, "?") == 0))
        assert_canonical(field, value);
    assert_sane_references(plan, field, item);
    return value != NULL;
}

static bool has_unknown(const struct plan *plan, enum section of, const char *name)
{
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        const char *section, *item, *field, *value;
        plan_unknown(plan, i, &section, &item, &field, &value);
        if (schema_section_named(section) == of && strcmp(item, name) == 0)
            return true;
    }
    return false;
}

static void assert_sane_item(const struct plan *plan, enum section section, size_t i)
{
    const struct schema_section *row = &schema_sections[section];
    const char *item = plan_item(plan, section, i);
    if (plan_place(plan, section, item) != i)
        fail_msg("%s '%s' is not found at %zu", row->name, item, i);
    bool known = false;
    for (int f = 0; f < row->count; f++)
        known |= assert_sane_field(plan, (enum field)((int)row->first + f), item);
    if (!known && !has_unknown(plan, section, item))
        fail_msg("%s '%s' is there, but nothing is known of it", row->name, item);
    if (row->items == ITEMS_NONE && (i > 0 || *item))
        fail_msg("%s has no items, but '%s'", row->name, item);
}

/* Unknown facts are unknown, have values, and stand once; of known sections they go first. */
static void assert_sane_unknown(const struct plan *plan)
{
    bool strange = false;
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        const char *section, *item, *field, *value, *s, *n, *f, *v;
        plan_unknown(plan, i, &section, &item, &field, &value);
        enum section known = schema_section_named(section);
        if (strange && known != SEC_NONE)
            fail_msg("%s comes behind the unknown sections", section);
        strange = known == SEC_NONE;
        if (!strange && schema_field_named(known, field) != FIELD_NONE)
            fail_msg("%s.%s is known", section, field);
        if (!strange && plan_place(plan, known, item) == PLAN_LAST)
            fail_msg("%s '%s' has a fact, but is not there", section, item);
        assert_true(*value);
        for (size_t j = 0; j < i; j++) { /* backwards too, which is another way through */
            plan_unknown(plan, j, &s, &n, &f, &v);
            if (!strcmp(s, section) && !strcmp(n, item) && !strcmp(f, field))
                fail_msg("%s/%s/%s stands twice", section, item, field);
        }
    }
}

static inline void assert_sane_plan(const struct plan *plan)
{
    for (int s = 0; s < SEC_COUNT; s++)
        for (size_t i = 0; i < plan_count(plan, (enum section)s); i++)
            assert_sane_item(plan, (enum section)s, i);
    assert_sane_unknown(plan);
}

/** For cmocka: a plan as a test's state, and its end. */
static inline int new_plan(void **state)
{
    struct plan *plan = plan_new();
    *state = plan;
    return plan ? 0 : -1;
}

static inline int free_plan(void **state)
{
    plan_free(*state);
    return 0;
}

/** Put a fact; the plan is sane then. */
static inline void given_sane(struct plan *plan, enum field field, const char *item,
                              const char *value)
{
    assert_int_equal(plan_set(plan, field, item, value, PLAN_LAST, NULL), ST_OK);
    assert_sane_plan(plan);
}

#endif
