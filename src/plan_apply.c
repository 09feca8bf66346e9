/*
 * The one function that changes the facts of a plan: an edit is done, and turned round.
 */
#include "plan_facts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Known facts. */

/* Whether a value is spelt as the file has it. With no memory to tell, it is. */
static bool is_canonical(enum field field, const char *value)
{
    struct text canonical = {0};
    enum status st = schema_accept(field, value, &canonical);
    bool same = st == ST_NOMEM || (!st && strcmp(text_str(&canonical), value) == 0);
    text_free(&canonical);
    return same;
}

static enum status put_known(struct plan *plan, enum field field, struct edit *edit)
{
    enum section section = schema_fields[field].section;
    enum status st = ST_OK;
    assert(is_canonical(field, edit->value));
    (void)is_canonical;
    struct item *item = facts_make_item(plan, section, edit->item, edit->place, &st);
    if (!item)
        return st;
    st = facts_swap_value(item, facts_place(field), &edit->value);
    if (st)
        return st; /* it had a value, so it is no new item */
    if (!edit->value)
        item->weight++;
    edit->place = item->entry.place;
    return ST_OK;
}

static enum status take_known(struct plan *plan, enum field field, struct edit *edit)
{
    struct item *item = facts_item(plan, schema_fields[field].section, edit->item);
    if (!item || !item->values[facts_place(field)])
        return ST_OK; /* nothing there: nothing to take */
    enum status st = facts_swap_value(item, facts_place(field), &edit->value);
    if (st)
        return st;
    edit->place = item->entry.place;
    item->weight--;
    facts_settle(plan, item);
    return ST_OK;
}

/* Unknown facts. */

static enum status apply_strange(struct plan *plan, struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    struct fact *fact = facts_unknown(plan, SEC_NONE, names);
    if (fact && edit->value)
        facts_swap(&fact->value, &edit->value);
    else if (fact)
        facts_take(plan, &plan->strange, fact, edit);
    else if (edit->value)
        return facts_add(plan, &plan->strange, SEC_NONE, edit);
    return ST_OK;
}

static enum status put_unknown(struct plan *plan, enum section section, struct edit *edit)
{
    enum status st = ST_OK;
    struct item *item = facts_make_item(plan, section, edit->item, edit->place, &st);
    if (!item)
        return st;
    st = facts_add(plan, &item->unknown, section, edit);
    if (!st) {
        item->weight++;
        plan->unknown_fields++;
        edit->place = item->entry.place;
    }
    facts_settle(plan, item);
    return st;
}

static void take_unknown(struct plan *plan, struct item *item, struct fact *fact, struct edit *edit)
{
    edit->place = item->entry.place;
    facts_take(plan, &item->unknown, fact, edit);
    item->weight--;
    plan->unknown_fields--;
    facts_settle(plan, item);
}

static enum status apply_unknown(struct plan *plan, enum section section, struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    struct fact *fact = facts_unknown(plan, section, names);
    if (fact && edit->value)
        facts_swap(&fact->value, &edit->value);
    else if (fact)
        take_unknown(plan, facts_item(plan, section, edit->item), fact, edit);
    else if (edit->value)
        return put_unknown(plan, section, edit);
    return ST_OK;
}

static enum status apply_set(struct plan *plan, struct edit *edit)
{
    enum section section = schema_section_named(edit->section);
    if (section == SEC_NONE)
        return apply_strange(plan, edit);
    if (!plan_name_ok(section, edit->item))
        return ST_UNKNOWN;
    enum field field = schema_field_named(section, edit->field);
    if (field == FIELD_NONE)
        return apply_unknown(plan, section, edit);
    return edit->value ? put_known(plan, field, edit) : take_known(plan, field, edit);
}

static enum status apply_move(struct plan *plan, struct edit *edit)
{
    enum section section = schema_section_named(edit->section);
    struct item *item = section == SEC_NONE ? NULL : facts_item(plan, section, edit->item);
    if (!item)
        return ST_UNKNOWN;
    size_t from = item->entry.place;
    size_t to = edit->place == PLAN_LAST ? plan->items[section].count - 1 : edit->place;
    if (to >= plan->items[section].count)
        return ST_UNKNOWN;
    index_move(&plan->items[section], &item->entry, to);
    edit->place = from;
    return ST_OK;
}

/* Odd rows. */

/* The fact that a row was meant to be, where its cells tell. */
static enum field odd_field(enum odd_why why, char *const *cells, size_t count)
{
    if (why == ODD_CELLS || count != 4)
        return FIELD_NONE;
    return schema_field_named(schema_section_named(cells[0]), cells[2]);
}

bool facts_odd_item(const struct odd *odd, enum section *section, const char **name)
{
    bool speaks = odd->why == ODD_VALUE || odd->why == ODD_NAME || odd->why == ODD_REFERENCE;
    if (!speaks || odd->field == FIELD_NONE)
        return false;
    *section = schema_fields[odd->field].section;
    /* Where there are no items, a row with a name can only mean the one there is. */
    *name = schema_sections[*section].items == ITEMS_NONE ? "" : odd->cells[1];
    return true;
}

static enum status reserve_odd(struct plan *plan)
{
    if (plan->odd_count < plan->odd_cap)
        return ST_OK;
    size_t cap = plan->odd_cap ? 2 * plan->odd_cap : 4;
    struct odd *odd = realloc(plan->odd, cap * sizeof *odd);
    if (!odd)
        return ST_NOMEM;
    plan->odd = odd;
    plan->odd_cap = cap;
    return ST_OK;
}

/* Let an odd row speak for its item, making it where it is not there. */
static enum status speak(struct plan *plan, const struct odd *odd, struct edit *edit)
{
    enum section section;
    const char *name;
    enum status st = ST_OK;
    if (!facts_odd_item(odd, &section, &name))
        return ST_OK;
    struct item *item = facts_make_item(plan, section, name, edit->at, &st);
    if (!item)
        return st;
    if (!item->odd)
        item->odd = calloc((size_t)schema_sections[section].count, sizeof *item->odd);
    if (!item->odd) {
        facts_settle(plan, item);
        return ST_NOMEM;
    }
    item->weight++;
    item->odd[facts_place(odd->field)]++;
    edit->at = item->entry.place;
    return ST_OK;
}

static void fall_silent(struct plan *plan, const struct odd *odd, struct edit *edit)
{
    enum section section;
    const char *name;
    if (!facts_odd_item(odd, &section, &name))
        return;
    struct item *item = facts_item(plan, section, name);
    edit->at = item->entry.place;
    item->odd[facts_place(odd->field)]--;
    item->weight--;
    facts_settle(plan, item);
}

static enum status apply_odd_insert(struct plan *plan, struct edit *edit)
{
    struct odd odd = {edit->why, edit->line, odd_field(edit->why, edit->cells, edit->cell_count),
                      edit->cells, edit->cell_count};
    size_t place = edit->place == PLAN_LAST ? plan->odd_count : edit->place;
    if (place > plan->odd_count)
        return ST_UNKNOWN;
    enum status st = reserve_odd(plan);
    if (!st)
        st = speak(plan, &odd, edit);
    if (st)
        return st;
    memmove(&plan->odd[place + 1], &plan->odd[place],
            (plan->odd_count - place) * sizeof(struct odd));
    plan->odd[place] = odd;
    plan->odd_count++;
    edit->kind = EDIT_ODD_REMOVE;
    edit->place = place;
    edit->cells = NULL;
    edit->cell_count = 0;
    return ST_OK;
}

static enum status apply_odd_remove(struct plan *plan, struct edit *edit)
{
    size_t place = edit->place;
    if (place >= plan->odd_count)
        return ST_UNKNOWN;
    struct odd odd = plan->odd[place];
    fall_silent(plan, &odd, edit);
    plan->odd_count--;
    memmove(&plan->odd[place], &plan->odd[place + 1],
            (plan->odd_count - place) * sizeof(struct odd));
    edit->kind = EDIT_ODD_INSERT;
    edit->why = odd.why;
    edit->line = odd.line;
    facts_free_cells(edit->cells, edit->cell_count);
    edit->cells = odd.cells;
    edit->cell_count = odd.cell_count;
    return ST_OK;
}

enum status facts_apply(struct plan *plan, struct edit *edit)
{
    plan->cursor->valid = false;
    switch (edit->kind) {
    case EDIT_SET:
        return apply_set(plan, edit);
    case EDIT_MOVE:
        return apply_move(plan, edit);
    case EDIT_ODD_REMOVE:
        return apply_odd_remove(plan, edit);
    case EDIT_ODD_INSERT:
        return apply_odd_insert(plan, edit);
    }
    assert(false && "an edit of a kind that there is");
    return ST_UNKNOWN;
}
