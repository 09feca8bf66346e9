/*
 * Reading a plan.
 */
#include "supportplan/plan.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "plan_facts.h"

const char *plan_get(const struct plan *plan, enum field field, const char *item)
{
    assert(plan && field < FIELD_NONE && item);
    const struct item *found = facts_item(plan, schema_fields[field].section, item);
    return found ? facts_read(found, facts_place(field)) : NULL;
}

const char *plan_fact(const struct plan *plan, enum field field, const char *item)
{
    assert(plan && field < FIELD_NONE && item);
    const struct item *found = facts_item(plan, schema_fields[field].section, item);
    return found ? found->values[facts_place(field)] : NULL;
}

const char *plan_str(const struct plan *plan, enum field field, const char *item)
{
    const char *value = plan_get(plan, field, item);
    return value ? value : "";
}

/* How much is known of a value, and the value: found once, since the sums ask so often. */
static enum known read_value(const struct plan *plan, enum field field, const char *item,
                             const char **value)
{
    *value = plan_get(plan, field, item);
    if (!*value)
        return NOT_GIVEN;
    return schema_unsure(field, *value) ? NOT_SURE : KNOWN;
}

enum known plan_known(const struct plan *plan, enum field field, const char *item)
{
    const char *value;
    return read_value(plan, field, item, &value);
}

/* Most values begin with a letter or digit of ASCII. */
static bool is_blank(const char *value)
{
    return !(*value > ' ' && *value <= '~') && text_words(value) == 0;
}

enum known plan_said(const struct plan *plan, enum field field, const char *item)
{
    const char *value;
    const enum known known = read_value(plan, field, item, &value);
    return known == KNOWN && is_blank(value) ? NOT_GIVEN : known;
}

/* Typed values. They are canonical, so their parsers accept them. */

static void must(enum status st)
{
    assert(st == ST_OK);
    (void)st;
}

enum known plan_money(const struct plan *plan, enum field field, const char *item, pence *out)
{
    assert(schema_fields[field].kind == KIND_MONEY);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(money_parse(value, out));
    return known;
}

enum known plan_number(const struct plan *plan, enum field field, const char *item, int64_t *out)
{
    assert(schema_fields[field].kind == KIND_NUMBER);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(number_parse(value, NUMBER_MAX, out));
    return known;
}

enum known plan_minutes(const struct plan *plan, enum field field, const char *item, minutes *out)
{
    assert(schema_fields[field].kind == KIND_MINUTES);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(minutes_parse(value, out));
    return known;
}

enum known plan_clock(const struct plan *plan, enum field field, const char *item, minutes *out)
{
    enum kind kind = schema_fields[field].kind;
    assert(kind == KIND_CLOCK || kind == KIND_CLOCK_END);
    (void)kind;
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(clock_parse(value, out));
    return known;
}

enum known plan_days(const struct plan *plan, enum field field, const char *item, weekdays *out)
{
    assert(schema_fields[field].kind == KIND_DAYS);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(days_parse(value, out));
    return known;
}

enum known plan_date(const struct plan *plan, enum field field, const char *item, date *out)
{
    assert(schema_fields[field].kind == KIND_DATE);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        must(date_parse(value, out));
    return known;
}

enum known plan_word(const struct plan *plan, enum field field, const char *item, int *out)
{
    assert(schema_fields[field].kind == KIND_WORD);
    const char *value;
    enum known known = read_value(plan, field, item, &value);
    if (known == KNOWN)
        *out = schema_word_index(field, value);
    return known;
}

bool plan_is(const struct plan *plan, enum field field, const char *item, const char *word)
{
    return strcmp(plan_str(plan, field, item), word) == 0;
}

bool plan_has_decider(const struct plan *plan)
{
    static const char own[] =
        "|no|nope|none|nobody|no one|no-one|nil|n/a|na|not applicable|me|myself|only me|just me|"
        "i do|i decide|i decide myself|i decide for myself|i make my own decisions|";
    char first[32];
    if (plan_said(plan, F_ABOUT_DECIDES, "") != KNOWN)
        return false;
    const char *said = plan_str(plan, F_ABOUT_DECIDES, "");
    said += strspn(said, " ");
    size_t n = strcspn(said, ".,;:\n");
    while (n > 0 && said[n - 1] == ' ')
        n--;
    return (size_t)snprintf(first, sizeof first, "%.*s", (int)n, said) >= sizeof first ||
           !text_is_one_of(first, own);
}

/* Items. */

size_t plan_count(const struct plan *plan, enum section section)
{
    assert(plan && section < SEC_NONE);
    return plan->items[section].count;
}

const char *plan_item(const struct plan *plan, enum section section, size_t i)
{
    assert(plan && section < SEC_NONE && i < plan->items[section].count);
    return plan->items[section].list[i]->key;
}

size_t plan_place(const struct plan *plan, enum section section, const char *item)
{
    assert(plan && section < SEC_NONE && item);
    const struct item *found = facts_item(plan, section, item);
    return found ? found->entry.place : PLAN_LAST;
}

/* References. */

bool plan_ref(const struct plan *plan, enum field field, const char *item, size_t i,
              char out[NAME_MAX_LEN + 1])
{
    const struct schema_field *row = &schema_fields[field];
    assert(row->kind == KIND_REF || row->kind == KIND_REFS);
    const char *at;
    if (read_value(plan, field, item, &at) != KNOWN)
        return false;
    if (row->words && strcmp(at, row->words) == 0)
        return false; /* "unpaid" is a word, not a name */
    for (; i > 0 && *at; i--) {
        at += strcspn(at, " ");
        at += *at == ' ';
    }
    size_t len = strcspn(at, " ");
    assert(len <= NAME_MAX_LEN);
    if (len == 0)
        return false;
    memcpy(out, at, len);
    out[len] = '\0';
    return true;
}

bool plan_refers(const struct plan *plan, enum field field, const char *item, const char *name)
{
    char each[NAME_MAX_LEN + 1];
    for (size_t i = 0; plan_ref(plan, field, item, i, each); i++)
        if (strcmp(each, name) == 0)
            return true;
    return false;
}

const char *plan_next_name(const char *names, char out[NAME_MAX_LEN + 1])
{
    names += strspn(names, " ");
    size_t len = strcspn(names, " ");
    if (len == 0 || len > NAME_MAX_LEN)
        return NULL;
    memcpy(out, names, len);
    out[len] = '\0';
    return names + len;
}

void plan_refs_turned(const struct plan *plan, enum field field, const char *item, const char *name,
                      struct text *out)
{
    char each[NAME_MAX_LEN + 1];
    bool was = false;
    for (size_t i = 0; plan_ref(plan, field, item, i, each); i++) {
        bool is_it = strcmp(each, name) == 0;
        if (!is_it)
            text_addf(out, "%s%s", out->len ? " " : "", each);
        was = was || is_it;
    }
    if (!was)
        text_addf(out, "%s%s", out->len ? " " : "", name);
}

bool plan_ref_ok(const struct plan *plan, enum section to, const char *name)
{
    assert(plan && to < SEC_NONE && name);
    if (to == SEC_FUND && strcmp(name, "budget") == 0)
        return true;
    if (to == SEC_WEEK && plan->items[SEC_WEEK].count == 0)
        return strcmp(name, "w1") == 0;
    return facts_item(plan, to, name) != NULL;
}

/* What this version does not know or could not use. */

size_t plan_unknown_count(const struct plan *plan)
{
    return plan->unknown_fields + plan->strange.count;
}

/* The item that the cursor is on, or NULL where it has left its section. */
static const struct item *cursor_item(const struct plan *plan)
{
    const struct cursor *c = plan->cursor;
    const struct index *items = &plan->items[c->section];
    return c->item < items->count ? (const struct item *)items->list[c->item] : NULL;
}

/* Go on until the cursor is on a fact. There is one. */
static const struct item *cursor_settle(const struct plan *plan)
{
    struct cursor *c = plan->cursor;
    for (;;) {
        const struct item *item = cursor_item(plan);
        if (item && c->fact < item->unknown.count)
            return item;
        c->fact = 0;
        c->item = item ? c->item + 1 : 0;
        if (!item)
            c->section = (enum section)((int)c->section + 1);
        assert(c->section < SEC_NONE);
    }
}

static void cursor_rewind(struct cursor *c)
{
    c->valid = true;
    c->i = c->item = c->fact = 0;
    c->section = (enum section)0;
}

/* The item that holds unknown field i of the known sections; the cursor is on it. */
static const struct item *cursor_to(const struct plan *plan, size_t i)
{
    struct cursor *c = plan->cursor;
    if (!c->valid || c->i > i)
        cursor_rewind(c);
    const struct item *item = cursor_settle(plan);
    while (c->i < i) {
        c->i++;
        c->fact++;
        item = cursor_settle(plan);
    }
    return item;
}

void plan_unknown(const struct plan *plan, size_t i, const char **section, const char **item,
                  const char **field, const char **value)
{
    assert(plan && i < plan_unknown_count(plan));
    const struct fact *fact;
    if (i < plan->unknown_fields) {
        const struct item *owner = cursor_to(plan, i);
        fact = (const struct fact *)owner->unknown.list[plan->cursor->fact];
        *section = schema_sections[owner->section].name;
        *item = owner->entry.key;
    } else {
        fact = (const struct fact *)plan->strange.list[i - plan->unknown_fields];
        *section = fact->section;
        *item = fact->item;
    }
    *field = fact->field;
    *value = fact->value;
}

size_t plan_odd_count(const struct plan *plan)
{
    return plan->odd_count;
}

struct odd_row plan_odd(const struct plan *plan, size_t i)
{
    assert(plan && i < plan->odd_count);
    const struct odd *odd = &plan->odd[i];
    return (struct odd_row){
        .why = odd->why,
        .line = odd->line,
        .field = odd->field,
        .cells = (const char *const *)odd->cells,
        .cell_count = odd->cell_count,
    };
}
