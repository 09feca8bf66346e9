/*
 * Items that go and come: what refers to one that goes, and the number of a new one.
 */
#include "supportplan/plan.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan_action.h"

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
    return action_set(action, F_PLAN_LAST, "", room, PLAN_LAST);
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
        st = action_set(action, field, item, text_str(&value), PLAN_LAST);
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
static enum status action_leave(struct action *action, enum section section, const char *name)
{
    int64_t number = number_in(section, name);
    if (number > last_number(action->plan)) {
        enum status st = set_last(action, number);
        if (st)
            return st;
    }
    return unrefer(action, section, name);
}

enum status action_leave_if_last(struct action *action, enum section section, const char *name)
{
    const struct item *item = facts_item(action->plan, section, name);
    return item && item->weight == 1 ? action_leave(action, section, name) : ST_OK;
}

/* Removing an item, and a name for a new one. */

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
            st = action_remove_odd(action, i);
    return st;
}

static enum status remove_unknown_of(struct action *action, enum section section, const char *name)
{
    const struct item *item = facts_item(action->plan, section, name);
    enum status st = ST_OK;
    for (size_t i = item ? item->unknown.count : 0; !st && i-- > 0;) {
        const struct fact *fact = (const struct fact *)item->unknown.list[i];
        st = action_set_named(action, schema_sections[section].name, name, fact->field, NULL,
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
        if (plan_fact(action->plan, field, name))
            st = action_set(action, field, name, NULL, PLAN_LAST);
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
    action_begin(&action, plan, undo);
    enum status st = action_leave(&action, section, item);
    if (!st)
        st = remove_odd_of(&action, section, item);
    if (!st)
        st = remove_unknown_of(&action, section, item);
    if (!st)
        st = remove_known_of(&action, section, item);
    return action_end(&action, st);
}

enum status plan_new_item(struct plan *plan, enum section section, char out[NAME_MAX_LEN + 1],
                          struct edits *undo)
{
    assert(plan && section < SEC_NONE && schema_sections[section].items == ITEMS_NUMBERED);
    struct action action;
    int64_t number = highest_number(plan) + 1;
    if (number > NUMBER_MAX)
        return ST_RANGE;
    action_begin(&action, plan, undo);
    enum status st = action_end(&action, set_last(&action, number));
    if (!st)
        snprintf(out, NAME_MAX_LEN + 1, "%s%lld", schema_sections[section].prefix,
                 (long long)number);
    return st;
}

/* Put every fact of one item into another. */
static enum status set_all(struct plan *plan, enum section section, const char *item,
                           const char *other, struct edits *undo)
{
    const struct schema_section *s = &schema_sections[section];
    enum status st = ST_OK;

    for (int i = 0; st == ST_OK && i < s->count; i++) {
        enum field field = (enum field)((int)s->first + i);
        const char *is = plan_get(plan, field, item);
        char *value = text_copy(is);
        if (is)
            st = value ? plan_set(plan, field, other, value, PLAN_LAST, undo) : ST_NOMEM;
        free(value);
    }
    return st;
}

enum status plan_double(struct plan *plan, enum section section, const char *item,
                        char out[NAME_MAX_LEN + 1], struct edits *undo)
{
    enum status st = plan_new_item(plan, section, out, undo);

    return st == ST_OK ? set_all(plan, section, item, out, undo) : st;
}
