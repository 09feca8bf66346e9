/*
 * Changing a plan: actions of one edit or several, each kept turned round for undo.
 */
#include "supportplan/plan.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan_facts.h"

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

static char **copy_cells(const char *const *cells, size_t count)
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

/* An edit of its own with copies of the strings. An empty value is no fact. */
static enum status edit_copy(const struct edit *from, struct edit *out)
{
    enum status st = ST_OK;
    struct edit edit = *from;
    edit.section = copy_string(from->section, &st);
    edit.item = copy_string(from->item, &st);
    edit.field = copy_string(from->field, &st);
    edit.value = copy_string(from->value && *from->value ? from->value : NULL, &st);
    edit.cells = NULL;
    if (from->cells) {
        edit.cells = copy_cells((const char *const *)from->cells, from->cell_count);
        st = edit.cells ? st : ST_NOMEM;
    }
    if (st)
        edit_free(&edit);
    else
        *out = edit;
    return st;
}

/* Actions. */

/* An action under way: on a failure all that it did is undone. */
struct action {
    struct plan *plan;
    struct edits *log; /* the caller's list, or own */
    struct edits own;
    size_t mark; /* where the action began */
};

/* The log of an action that must not move while it points at its own. */
static void begin(struct action *action, struct plan *plan, struct edits *undo)
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

static enum status end(struct action *action, enum status st)
{
    if (st)
        roll_back(action);
    facts_end(action->plan);
    edits_free(&action->own);
    return st;
}

/* Do a copy of an edit as a part of an action. */
static enum status step(struct action *action, const struct edit *edit)
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

/* A string for an edit that step() is to copy: nobody writes to it. */
static char *lent(const char *s)
{
    return (char *)s;
}

static enum status step_set_named(struct action *action, const char *section, const char *item,
                                  const char *field, const char *value, size_t place)
{
    struct edit edit = {
        .kind = EDIT_SET,
        .section = lent(section),
        .item = lent(item),
        .field = lent(field),
        .value = lent(value),
        .place = place,
        .at = PLAN_LAST,
    };
    return step(action, &edit);
}

static enum status step_set(struct action *action, enum field field, const char *item,
                            const char *value, size_t place)
{
    const struct schema_field *row = &schema_fields[field];
    return step_set_named(action, schema_sections[row->section].name, item, row->name, value,
                          place);
}

static enum status step_odd_remove(struct action *action, size_t i)
{
    struct edit edit = {.kind = EDIT_ODD_REMOVE, .place = i};
    return step(action, &edit);
}

/* Numbers. */

/* The number in a name such as s12; 0 where it is not so named, or out of all bounds. */
static int64_t number_in(enum section section, const char *name)
{
    const struct schema_section *row = &schema_sections[section];
    size_t len = strlen(row->prefix);
    int64_t number = 0;
    if (row->items != ITEMS_NUMBERED || strncmp(name, row->prefix, len) != 0)
        return 0;
    for (const char *at = name + len; *at; at++) {
        if (*at < '0' || *at > '9' || number > NUMBER_MAX)
            return 0;
        number = number * 10 + (*at - '0');
    }
    return number > NUMBER_MAX ? 0 : number;
}

static int64_t last_number(const struct plan *plan)
{
    int64_t last = 0;
    plan_number(plan, F_PLAN_LAST, "", &last);
    return last;
}

static int64_t highest_item(const struct plan *plan, enum section section)
{
    const struct index *items = &plan->items[section];
    int64_t highest = 0;
    for (size_t i = 0; i < items->count; i++) {
        int64_t number = number_in(section, items->list[i]->key);
        highest = number > highest ? number : highest;
    }
    return highest;
}

/* The highest number in a reference that could not be used: what it named was there once. */
static int64_t highest_in_odd(const struct odd *odd)
{
    if (odd->why != ODD_REFERENCE || odd->field == FIELD_NONE ||
        schema_fields[odd->field].to == SEC_NONE)
        return 0;
    int64_t highest = 0;
    for (const char *at = odd->cells[3]; *at;) {
        char name[NAME_MAX_LEN + 1];
        size_t len = strcspn(at, " ");
        snprintf(name, sizeof name, "%.*s", len > NAME_MAX_LEN ? 0 : (int)len, at);
        int64_t number = number_in(schema_fields[odd->field].to, name);
        highest = number > highest ? number : highest;
        at += len + (at[len] == ' ');
    }
    return highest;
}

/* The highest number ever used, as far as the plan tells. */
static int64_t highest_number(const struct plan *plan)
{
    int64_t highest = last_number(plan);
    for (int s = 0; s < SEC_COUNT; s++) {
        int64_t number = highest_item(plan, (enum section)s);
        highest = number > highest ? number : highest;
    }
    for (size_t i = 0; i < plan->odd_count; i++) {
        int64_t number = highest_in_odd(&plan->odd[i]);
        highest = number > highest ? number : highest;
    }
    return highest;
}

static enum status set_last(struct action *action, int64_t number)
{
    char room[24];
    snprintf(room, sizeof room, "%lld", (long long)number);
    return step_set(action, F_PLAN_LAST, "", room, PLAN_LAST);
}

/* When an item goes. */

/* What a reference says once the name is gone: the other names, or "?". */
static enum status without_name(const struct plan *plan, enum field field, const char *item,
                                const char *name, struct text *out)
{
    char each[NAME_MAX_LEN + 1];
    for (size_t i = 0; plan_ref(plan, field, item, i, each); i++) {
        if (strcmp(each, name) == 0)
            continue;
        if (out->len)
            text_add_char(out, ' ');
        text_add(out, each);
    }
    if (out->len == 0)
        text_add_char(out, '?');
    return text_status(out);
}

static enum status unrefer_item(struct action *action, enum field field, const char *item,
                                const char *name)
{
    if (!plan_refers(action->plan, field, item, name))
        return ST_OK;
    struct text value = {0};
    enum status st = without_name(action->plan, field, item, name, &value);
    if (!st)
        st = step_set(action, field, item, text_str(&value), PLAN_LAST);
    text_free(&value);
    return st;
}

/* Whether references to an item hold without it: there is always a budget, and a week w1 where
 * there is none. */
static bool holds_without(const struct plan *plan, enum section section, const char *name)
{
    if (section == SEC_FUND)
        return strcmp(name, "budget") == 0;
    return section == SEC_WEEK && plan->items[SEC_WEEK].count == 1 && strcmp(name, "w1") == 0;
}

static enum status unrefer(struct action *action, enum section to, const char *name)
{
    if (holds_without(action->plan, to, name))
        return ST_OK;
    for (int f = 0; f < FIELD_COUNT; f++) {
        const struct schema_field *row = &schema_fields[f];
        if (row->to != to)
            continue;
        const struct index *items = &action->plan->items[row->section];
        for (size_t i = 0; i < items->count; i++) {
            enum status st = unrefer_item(action, (enum field)f, items->list[i]->key, name);
            if (st)
                return st;
        }
    }
    return ST_OK;
}

/* Before an item goes: nothing refers to it any longer, and its number is not given again. */
static enum status leave(struct action *action, enum section section, const char *name)
{
    int64_t number = number_in(section, name);
    if (number > last_number(action->plan)) {
        enum status st = set_last(action, number);
        if (st)
            return st;
    }
    return unrefer(action, section, name);
}

/* The same, if only one fact or odd row is left of it. */
static enum status leave_if_last(struct action *action, enum section section, const char *name)
{
    const struct item *item = facts_item(action->plan, section, name);
    return item && item->weight == 1 ? leave(action, section, name) : ST_OK;
}

/* What others call. */

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
    if (field != FIELD_NONE) {
        const struct slot *slot = facts_slot(plan, field, names[1]);
        return slot ? slot->value : NULL;
    }
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
    begin(&action, plan, undo);
    if (!value && section != SEC_NONE)
        st = leave_if_last(&action, section, names[1]);
    if (!st)
        st = step_set_named(&action, names[0], names[1], names[2], value, place);
    return end(&action, st);
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
        .section = lent(schema_sections[section].name),
        .item = lent(item),
        .place = place,
    };
    begin(&action, plan, undo);
    return end(&action, step(&action, &edit));
}

/* Whether a row, used or not, is about the item: it would bring it back when read again. */
static bool odd_is_about(const struct odd *odd, enum section section, const char *name)
{
    return odd->why != ODD_CELLS && odd->cell_count == 4 &&
           schema_section_named(odd->cells[0]) == section &&
           (strcmp(odd->cells[1], name) == 0 || schema_sections[section].items == ITEMS_NONE);
}

static enum status remove_odd_of(struct action *action, enum section section, const char *name)
{
    enum status st = ST_OK;
    for (size_t i = action->plan->odd_count; !st && i-- > 0;)
        if (odd_is_about(&action->plan->odd[i], section, name))
            st = step_odd_remove(action, i);
    return st;
}

static enum status remove_unknown_of(struct action *action, enum section section, const char *name)
{
    const struct item *item = facts_item(action->plan, section, name);
    enum status st = ST_OK;
    for (size_t i = item ? item->unknown.count : 0; !st && i-- > 0;) {
        const struct fact *fact = (const struct fact *)item->unknown.list[i];
        st = step_set_named(action, schema_sections[section].name, name, fact->field, NULL,
                            PLAN_LAST);
    }
    return st;
}

static enum status remove_known_of(struct action *action, enum section section, const char *name)
{
    const struct schema_section *row = &schema_sections[section];
    enum status st = ST_OK;
    for (int i = row->count; !st && i-- > 0;) {
        enum field field = (enum field)((int)row->first + i);
        const struct slot *slot = facts_slot(action->plan, field, name);
        if (slot && slot->value)
            st = step_set(action, field, name, NULL, PLAN_LAST);
    }
    return st;
}

enum status plan_remove(struct plan *plan, enum section section, const char *item,
                        struct edits *undo)
{
    assert(plan && section < SEC_NONE && item);
    struct action action;
    if (!facts_item(plan, section, item))
        return ST_UNKNOWN;
    begin(&action, plan, undo);
    enum status st = leave(&action, section, item);
    if (!st)
        st = remove_odd_of(&action, section, item);
    if (!st)
        st = remove_unknown_of(&action, section, item);
    if (!st)
        st = remove_known_of(&action, section, item);
    return end(&action, st);
}

enum status plan_new_item(struct plan *plan, enum section section, char out[NAME_MAX_LEN + 1],
                          struct edits *undo)
{
    assert(plan && section < SEC_NONE && schema_sections[section].items == ITEMS_NUMBERED);
    struct action action;
    int64_t number = highest_number(plan) + 1;
    if (number > NUMBER_MAX)
        return ST_RANGE;
    begin(&action, plan, undo);
    enum status st = end(&action, set_last(&action, number));
    if (!st)
        snprintf(out, NAME_MAX_LEN + 1, "%s%lld", schema_sections[section].prefix,
                 (long long)number);
    return st;
}

enum status plan_add_odd(struct plan *plan, enum odd_why why, size_t line, const char *const *cells,
                         size_t cell_count, struct edits *undo)
{
    assert(plan && (cells || cell_count == 0));
    struct action action;
    begin(&action, plan, undo);
    struct edit edit = {
        .kind = EDIT_ODD_INSERT,
        .why = why,
        .line = line,
        .cells = copy_cells(cells, cell_count),
        .cell_count = cell_count,
        .place = PLAN_LAST,
        .at = PLAN_LAST,
    };
    enum status st = end(&action, edit.cells ? step(&action, &edit) : ST_NOMEM);
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
    begin(&action, plan, undo);
    if (facts_odd_item(&plan->odd[i], &section, &name))
        st = leave_if_last(&action, section, name);
    if (!st)
        st = step_odd_remove(&action, i);
    return end(&action, st);
}

enum status plan_undo(struct plan *plan, const struct edits *done, struct edits *redo)
{
    assert(plan && done && redo != done);
    struct action action;
    enum status st = ST_OK;
    begin(&action, plan, redo);
    for (size_t i = done->count; !st && i-- > 0;)
        st = step(&action, &done->list[i]);
    return end(&action, st);
}

/* Copying: every fact is put anew, in its order. */

static enum status copy_item(struct plan *to, const struct item *item)
{
    enum status st = ST_OK;
    const struct schema_section *row = &schema_sections[item->section];
    const char *name = item->entry.key;
    for (int i = 0; !st && i < row->count; i++)
        if (item->slots[i].value)
            st = plan_set(to, (enum field)((int)row->first + i), name, item->slots[i].value,
                          PLAN_LAST, NULL);
    for (size_t i = 0; !st && i < item->unknown.count; i++) {
        const struct fact *fact = (const struct fact *)item->unknown.list[i];
        st = plan_set_named(to, row->name, name, fact->field, fact->value, NULL);
    }
    return st;
}

static enum status copy_items(struct plan *to, const struct index *items)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < items->count; i++)
        st = copy_item(to, (const struct item *)items->list[i]);
    return st;
}

static enum status copy_strange(struct plan *to, const struct index *facts)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < facts->count; i++) {
        const struct fact *fact = (const struct fact *)facts->list[i];
        st = plan_set_named(to, fact->section, fact->item, fact->field, fact->value, NULL);
    }
    return st;
}

/* Odd rows, and the items that nothing else speaks for at their places. */
static enum status copy_odd(struct plan *to, const struct plan *from)
{
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < from->odd_count; i++) {
        const struct odd *odd = &from->odd[i];
        st = plan_add_odd(to, odd->why, odd->line, (const char *const *)odd->cells, odd->cell_count,
                          NULL);
    }
    for (int s = 0; !st && s < SEC_COUNT; s++)
        for (size_t i = 0; !st && i < from->items[s].count; i++)
            st = plan_move(to, (enum section)s, from->items[s].list[i]->key, i, NULL);
    return st;
}

struct plan *plan_copy(const struct plan *plan)
{
    assert(plan);
    struct plan *to = plan_new();
    enum status st = to ? ST_OK : ST_NOMEM;
    for (int i = 0; !st && i < SEC_COUNT; i++)
        st = copy_items(to, &plan->items[i]);
    if (!st)
        st = copy_strange(to, &plan->strange);
    if (!st)
        st = copy_odd(to, plan);
    if (!st)
        return to;
    plan_free(to);
    return NULL;
}
