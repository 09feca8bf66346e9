/*
 * Filling a plan from a file: no undo, no memory but for the fact itself.
 */
#include <assert.h>
#include <stdlib.h>

#include "plan_facts.h"

enum status plan_load(struct plan *plan, enum field field, const char *item, const char *value)
{
    assert(plan && field < FIELD_NONE && item && value && *value);
    enum section section = schema_fields[field].section;
    char *own = text_copy(value);
    if (!own)
        return ST_NOMEM;
    enum status st = ST_OK;
    struct item *there = facts_item(plan, section, item);
    assert(there || facts_name_ok(section, item));
    if (!there)
        there = facts_make_item(plan, section, item, PLAN_LAST, &st);
    if (!there) {
        free(own);
        return st;
    }
    struct slot *slot = &there->slots[field - schema_sections[section].first];
    if (slot->value) {
        free(own);
        return ST_EXISTS;
    }
    slot->value = own;
    there->weight++;
    return ST_OK;
}
