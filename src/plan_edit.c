/*
 * Changing a plan: one fact, one place, one odd row, or an action turned round.
 */
#include "supportplan/plan.h"

#include <assert.h>
#include <string.h>

#include "plan_action.h"

enum status plan_do(struct plan *plan, const struct edit *edit, struct edit *undo)
{
    assert(plan && edit);
    struct edit turned;
    enum status st = edit_copy(edit, &turned);
    if (st)
        return st;
    st = facts_apply(plan, &turned);
    facts_end(plan);
    if (!st && undo)
        *undo = turned;
    else
        edit_free(&turned);
    return st;
}

/* The value that an edit would replace; NULL where there is none. */
static const char *value_now(const struct plan *plan, enum section section,
                             const char *const names[3])
{
    enum field field = section == SEC_NONE ? FIELD_NONE : schema_field_named(section, names[2]);
    if (field != FIELD_NONE)
        return plan_fact(plan, field, names[1]);
    const struct fact *fact = facts_unknown(plan, section, names);
    return fact ? fact->value : NULL;
}

static enum status set_names(struct plan *plan, const char *const names[3], const char *value,
                             size_t place, struct edits *undo)
{
    enum section section = schema_section_named(names[0]);
    const char *now = value_now(plan, section, names);
    if (value && *value == '\0')
        value = NULL;
    if (now && value ? strcmp(now, value) == 0 : now == value)
        return ST_OK; /* it says so already: nothing to undo */

    struct action action;
    enum status st = ST_OK;
    action_begin(&action, plan, undo);
    if (!value && section != SEC_NONE)
        st = action_leave_if_last(&action, section, names[1]);
    if (!st)
        st = action_set_named(&action, names[0], names[1], names[2], value, place);
    return action_end(&action, st);
}

enum status plan_set(struct plan *plan, enum field field, const char *item, const char *value,
                     size_t place, struct edits *undo)
{
    assert(plan && field < FIELD_NONE && item);
    const struct schema_field *row = &schema_fields[field];
    const char *const names[3] = {schema_sections[row->section].name, item, row->name};
    return set_names(plan, names, value, place, undo);
}

enum status plan_set_named(struct plan *plan, const char *section, const char *item,
                           const char *field, const char *value, struct edits *undo)
{
    assert(plan && section && item && field);
    const char *const names[3] = {section, item, field};
    return set_names(plan, names, value, PLAN_LAST, undo);
}

enum status plan_move(struct plan *plan, enum section section, const char *item, size_t place,
                      struct edits *undo)
{
    assert(plan && section < SEC_NONE && item);
    const struct item *there = facts_item(plan, section, item);
    if (there && there->entry.place == place)
        return ST_OK; /* it is there already: nothing to undo */
    struct action action;
    struct edit edit = {
        .kind = EDIT_MOVE,
        .section = action_lend(schema_sections[section].name),
        .item = action_lend(item),
        .place = place,
    };
    action_begin(&action, plan, undo);
    return action_end(&action, action_step(&action, &edit));
}

enum status plan_add_odd(struct plan *plan, enum odd_why why, size_t line, const char *const *cells,
                         size_t cell_count, struct edits *undo)
{
    assert(plan && (cells || cell_count == 0));
    struct action action;
    action_begin(&action, plan, undo);
    struct edit edit = {
        .kind = EDIT_ODD_INSERT,
        .why = why,
        .line = line,
        .cells = edit_copy_cells(cells, cell_count),
        .cell_count = cell_count,
        .place = PLAN_LAST,
        .at = PLAN_LAST,
    };
    enum status st = action_end(&action, edit.cells ? action_step(&action, &edit) : ST_NOMEM);
    edit_free(&edit);
    return st;
}

enum status plan_remove_odd(struct plan *plan, size_t i, struct edits *undo)
{
    assert(plan && i < plan->odd_count);
    struct action action;
    enum section section;
    const char *name;
    enum status st = ST_OK;
    action_begin(&action, plan, undo);
    if (facts_odd_item(&plan->odd[i], &section, &name))
        st = action_leave_if_last(&action, section, name);
    if (!st)
        st = action_remove_odd(&action, i);
    return action_end(&action, st);
}

enum status plan_undo(struct plan *plan, const struct edits *done, struct edits *redo)
{
    assert(plan && done && redo != done);
    struct action action;
    enum status st = ST_OK;
    action_begin(&action, plan, redo);
    for (size_t i = done->count; !st && i-- > 0;)
        st = action_step(&action, &done->list[i]);
    return action_end(&action, st);
}
