/*
 * Edits and actions: what is done together is undone together.
 */
#include "plan_action.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Edits and lists of them. */

void edit_free(struct edit *edit)
{
    for (size_t i = 0; edit->cells && i < edit->cell_count; i++)
        free(edit->cells[i]);
    free(edit->cells);
    free(edit->section);
    free(edit->item);
    free(edit->field);
    free(edit->value);
    *edit = (struct edit){0};
}

void edits_free(struct edits *edits)
{
    for (size_t i = 0; i < edits->count; i++)
        edit_free(&edits->list[i]);
    free(edits->list);
    *edits = (struct edits){0};
}

static enum status edits_reserve(struct edits *edits)
{
    if (edits->count < edits->cap)
        return ST_OK;
    size_t cap = edits->cap ? 2 * edits->cap : 4;
    struct edit *list = realloc(edits->list, cap * sizeof *list);
    if (!list)
        return ST_NOMEM;
    edits->list = list;
    edits->cap = cap;
    return ST_OK;
}

char **edit_copy_cells(const char *const *cells, size_t count)
{
    char **copy = calloc(count + 1, sizeof *copy);
    for (size_t i = 0; copy && i < count; i++) {
        copy[i] = text_copy(cells[i]);
        if (copy[i])
            continue;
        while (i > 0)
            free(copy[--i]);
        free(copy);
        return NULL;
    }
    return copy;
}

/* A copy of a string that may be NULL; *st tells where there was no memory. */
static char *copy_string(const char *s, enum status *st)
{
    char *copy = text_copy(s);
    if (s && !copy)
        *st = ST_NOMEM;
    return copy;
}

enum status edit_copy(const struct edit *from, struct edit *out)
{
    enum status st = ST_OK;
    struct edit edit = *from;
    edit.section = copy_string(from->section, &st);
    edit.item = copy_string(from->item, &st);
    edit.field = copy_string(from->field, &st);
    edit.value = copy_string(from->value && *from->value ? from->value : NULL, &st);
    edit.cells = NULL;
    if (from->cells) {
        edit.cells = edit_copy_cells((const char *const *)from->cells, from->cell_count);
        st = edit.cells ? st : ST_NOMEM;
    }
    if (st)
        edit_free(&edit);
    else
        *out = edit;
    return st;
}

/* Actions. */

void action_begin(struct action *action, struct plan *plan, struct edits *undo)
{
    *action = (struct action){.plan = plan};
    action->log = undo ? undo : &action->own;
    action->mark = action->log->count;
}

static void roll_back(struct action *action)
{
    struct edits *log = action->log;
    while (log->count > action->mark) {
        struct edit *edit = &log->list[--log->count];
        enum status st = facts_apply(action->plan, edit);
        assert(st == ST_OK);
        (void)st;
        edit_free(edit);
    }
}

enum status action_end(struct action *action, enum status st)
{
    if (st)
        roll_back(action);
    facts_end(action->plan);
    edits_free(&action->own);
    return st;
}

enum status action_step(struct action *action, const struct edit *edit)
{
    struct edit copy;
    enum status st = edits_reserve(action->log);
    if (!st)
        st = edit_copy(edit, &copy);
    if (st)
        return st;
    st = facts_apply(action->plan, &copy);
    if (st)
        edit_free(&copy);
    else
        action->log->list[action->log->count++] = copy;
    return st;
}

char *action_lend(const char *s)
{
    return (char *)s;
}

enum status action_set_named(struct action *action, const char *section, const char *item,
                             const char *field, const char *value, size_t place)
{
    struct edit edit = {
        .kind = EDIT_SET,
        .section = action_lend(section),
        .item = action_lend(item),
        .field = action_lend(field),
        .value = action_lend(value),
        .place = place,
        .at = PLAN_LAST,
    };
    return action_step(action, &edit);
}

enum status action_set(struct action *action, enum field field, const char *item, const char *value,
                       size_t place)
{
    const struct schema_field *row = &schema_fields[field];
    return action_set_named(action, schema_sections[row->section].name, item, row->name, value,
                            place);
}

enum status action_remove_odd(struct action *action, size_t i)
{
    struct edit edit = {.kind = EDIT_ODD_REMOVE, .place = i};
    return action_step(action, &edit);
}
