/*
 * Keeping the facts of a plan, and the one function that changes them.
 */
#include "plan_facts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Making and freeing. */

static void item_free(struct item *item)
{
    if (!item)
        return;
    for (int i = 0; i < schema_sections[item->section].count; i++)
        free(item->slots[i].value);
    index_free(&item->unknown);
    free(item->entry.key);
    free(item);
}

static struct item *item_new(enum section section, const char *name)
{
    size_t fields = (size_t)schema_sections[section].count;
    struct item *item = calloc(1, sizeof *item + fields * sizeof item->slots[0]);
    if (!item)
        return NULL;
    item->section = section;
    item->entry.key = text_copy(name);
    item->entry.key_len = strlen(name) + 1;
    if (!item->entry.key) {
        item_free(item);
        return NULL;
    }
    return item;
}

static void fact_free(struct fact *fact)
{
    if (!fact)
        return;
    free(fact->entry.key);
    free(fact->value);
    free(fact);
}

/* The key of a fact: in a known section its field, else all three names with their NULs. */
static enum status fact_key(enum section section, const char *const names[3], struct text *key)
{
    for (int i = section == SEC_NONE ? 0 : 2; i < 3; i++)
        text_add_n(key, names[i], strlen(names[i]) + 1);
    return text_status(key);
}

static struct fact *fact_new(enum section section, const char *const names[3])
{
    struct text key = {0};
    struct fact *fact = calloc(1, sizeof *fact);
    if (!fact || fact_key(section, names, &key)) {
        text_free(&key);
        free(fact);
        return NULL;
    }
    fact->entry.key_len = key.len;
    fact->entry.key = text_take(&key);
    fact->field = fact->entry.key;
    if (section == SEC_NONE) {
        fact->section = fact->entry.key;
        fact->item = fact->section + strlen(fact->section) + 1;
        fact->field = fact->item + strlen(fact->item) + 1;
    }
    return fact;
}

static void facts_free(struct index *facts)
{
    for (size_t i = 0; i < facts->count; i++)
        fact_free((struct fact *)facts->list[i]);
    index_free(facts);
}

static void cells_free(char **cells, size_t count)
{
    for (size_t i = 0; cells && i < count; i++)
        free(cells[i]);
    free(cells);
}

static void items_free(struct index *items)
{
    for (size_t i = 0; i < items->count; i++) {
        struct item *item = (struct item *)items->list[i];
        facts_free(&item->unknown);
        item_free(item);
    }
    index_free(items);
}

struct plan *plan_new(void)
{
    struct plan *plan = calloc(1, sizeof *plan);
    struct cursor *cursor = calloc(1, sizeof *cursor);
    if (!plan || !cursor) {
        free(plan);
        free(cursor);
        return NULL;
    }
    plan->cursor = cursor;
    return plan;
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    facts_end(plan);
    for (int i = 0; i < SEC_COUNT; i++)
        items_free(&plan->items[i]);
    facts_free(&plan->strange);
    for (size_t i = 0; i < plan->odd_count; i++)
        cells_free(plan->odd[i].cells, plan->odd[i].cell_count);
    free(plan->odd);
    free(plan->cursor);
    free(plan);
}

void facts_end(struct plan *plan)
{
    for (struct item *item = plan->spare_items, *next; item; item = next) {
        next = item->next;
        item_free(item);
    }
    for (struct fact *fact = plan->spare_facts, *next; fact; fact = next) {
        next = fact->next;
        fact_free(fact);
    }
    plan->spare_items = NULL;
    plan->spare_facts = NULL;
}

/* Items. */

bool facts_name_ok(enum section section, const char *name)
{
    return schema_sections[section].items == ITEMS_NONE ? *name == '\0' : schema_name_ok(name);
}

struct item *facts_item(const struct plan *plan, enum section section, const char *name)
{
    return (struct item *)index_find(&plan->items[section], &name, 1);
}

/* An item of that name that was taken away in this action, or NULL. */
static struct item *spare_item(struct plan *plan, enum section section, const char *name)
{
    for (struct item **at = &plan->spare_items; *at; at = &(*at)->next) {
        struct item *item = *at;
        if (item->section == section && strcmp(item->entry.key, name) == 0) {
            *at = item->next;
            return item;
        }
    }
    return NULL;
}

struct item *facts_make_item(struct plan *plan, enum section section, const char *name,
                             size_t place, enum status *st)
{
    struct index *items = &plan->items[section];
    struct item *item = facts_item(plan, section, name);
    if (item)
        return item;
    if (place == PLAN_LAST)
        place = items->count;
    *st = place > items->count ? ST_UNKNOWN : index_reserve(items);
    if (*st)
        return NULL;
    item = spare_item(plan, section, name);
    if (!item)
        item = item_new(section, name);
    if (!item) {
        *st = ST_NOMEM;
        return NULL;
    }
    index_insert(items, &item->entry, place);
    return item;
}

/* Take an item away if nothing speaks for it any longer. */
static void settle(struct plan *plan, struct item *item)
{
    if (!item || item->weight)
        return;
    index_remove(&plan->items[item->section], &item->entry);
    item->next = plan->spare_items;
    plan->spare_items = item;
}

struct slot *facts_slot(const struct plan *plan, enum field field, const char *name)
{
    enum section section = schema_fields[field].section;
    struct item *item = facts_item(plan, section, name);
    return item ? &item->slots[(int)field - (int)schema_sections[section].first] : NULL;
}

/* Setting. */

static void swap_values(char **a, char **b)
{
    char *kept = *a;
    *a = *b;
    *b = kept;
}

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
    struct slot *slot = &item->slots[(int)field - (int)schema_sections[section].first];
    if (!slot->value)
        item->weight++;
    swap_values(&slot->value, &edit->value);
    edit->place = item->entry.place;
    return ST_OK;
}

static enum status take_known(struct plan *plan, enum field field, struct edit *edit)
{
    struct item *item = facts_item(plan, schema_fields[field].section, edit->item);
    struct slot *slot = facts_slot(plan, field, edit->item);
    if (!slot || !slot->value)
        return ST_OK; /* nothing there: nothing to take */
    edit->place = item->entry.place;
    swap_values(&slot->value, &edit->value);
    item->weight--;
    settle(plan, item);
    return ST_OK;
}

/* Unknown facts: those of known sections hang on their item. */

struct fact *facts_unknown(const struct plan *plan, enum section section,
                           const char *const names[3])
{
    if (section == SEC_NONE)
        return (struct fact *)index_find(&plan->strange, names, 3);
    const struct item *item = facts_item(plan, section, names[1]);
    return item ? (struct fact *)index_find(&item->unknown, &names[2], 1) : NULL;
}

/* Whether a fact that was taken away has these names. */
static bool is_spare_of(const struct fact *fact, enum section section, const char *const names[3])
{
    if (strcmp(fact->field, names[2]) != 0)
        return false;
    if (section != SEC_NONE || !fact->section)
        return section != SEC_NONE && !fact->section;
    return strcmp(fact->section, names[0]) == 0 && strcmp(fact->item, names[1]) == 0;
}

static struct fact *spare_fact(struct plan *plan, enum section section, const char *const names[3])
{
    for (struct fact **at = &plan->spare_facts; *at; at = &(*at)->next) {
        struct fact *fact = *at;
        if (is_spare_of(fact, section, names)) {
            *at = fact->next;
            return fact;
        }
    }
    return NULL;
}

/* Put a new fact among others. Takes the edit's value. */
static enum status add_fact(struct plan *plan, struct index *facts, enum section section,
                            struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    size_t at = edit->at == PLAN_LAST ? facts->count : edit->at;
    if (at > facts->count)
        return ST_UNKNOWN;
    if (index_reserve(facts))
        return ST_NOMEM;
    struct fact *fact = spare_fact(plan, section, names);
    if (!fact)
        fact = fact_new(section, names);
    if (!fact)
        return ST_NOMEM;
    swap_values(&fact->value, &edit->value);
    index_insert(facts, &fact->entry, at);
    edit->at = at;
    return ST_OK;
}

static void take_fact(struct plan *plan, struct index *facts, struct fact *fact, struct edit *edit)
{
    edit->at = fact->entry.place;
    swap_values(&fact->value, &edit->value);
    index_remove(facts, &fact->entry);
    fact->next = plan->spare_facts;
    plan->spare_facts = fact;
}

static enum status apply_strange(struct plan *plan, struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    struct fact *fact = facts_unknown(plan, SEC_NONE, names);
    if (fact && edit->value)
        swap_values(&fact->value, &edit->value);
    else if (fact)
        take_fact(plan, &plan->strange, fact, edit);
    else if (edit->value)
        return add_fact(plan, &plan->strange, SEC_NONE, edit);
    return ST_OK;
}

static enum status put_unknown(struct plan *plan, enum section section, struct edit *edit)
{
    enum status st = ST_OK;
    struct item *item = facts_make_item(plan, section, edit->item, edit->place, &st);
    if (!item)
        return st;
    st = add_fact(plan, &item->unknown, section, edit);
    if (!st) {
        item->weight++;
        plan->unknown_fields++;
        edit->place = item->entry.place;
    }
    settle(plan, item);
    return st;
}

static void take_unknown(struct plan *plan, struct item *item, struct fact *fact, struct edit *edit)
{
    edit->place = item->entry.place;
    take_fact(plan, &item->unknown, fact, edit);
    item->weight--;
    plan->unknown_fields--;
    settle(plan, item);
}

static enum status apply_unknown(struct plan *plan, enum section section, struct edit *edit)
{
    const char *const names[3] = {edit->section, edit->item, edit->field};
    struct fact *fact = facts_unknown(plan, section, names);
    if (fact && edit->value)
        swap_values(&fact->value, &edit->value);
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
    if (!facts_name_ok(section, edit->item))
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
    item->weight++;
    facts_slot(plan, odd->field, name)->odd++;
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
    facts_slot(plan, odd->field, name)->odd--;
    item->weight--;
    settle(plan, item);
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
    cells_free(edit->cells, edit->cell_count);
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
