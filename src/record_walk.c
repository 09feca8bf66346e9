/*
 * A record that is new: it is begun with its first answer, and asked for field by field.
 */
#include <stdio.h>
#include <string.h>

#include "record_parts.h"
#include "supportplan/field.h"
#include "supportplan/own.h"
#include "supportplan/progress.h"

/* Its fields */

/* The page of a table that the person came from, or else the form's first. */
static const struct form_page *page_of_table(const struct wizard *w, enum section table)
{
    for (size_t i = w->depth; i-- > 0;) {
        const struct form_page *fp = place_page(w, &w->places[i]);
        if (fp && fp->kind == PAGE_TABLE && schema_section_named(fp->table) == table)
            return fp;
    }
    return form_page_of_field(w->form, schema_sections[table].first, NULL);
}

size_t record_fields(const struct wizard *w, enum section table, enum field *out, size_t max)
{
    const struct form_page *fp = page_of_table(w, table);
    size_t n = 0;
    if (fp && fp->kind == PAGE_TABLE && fp->fields_count > 0) {
        for (unsigned i = 0; i < fp->fields_count && n < max; i++) {
            enum field field = schema_field_named(table, fp->fields[i]);
            if (field != FIELD_NONE)
                out[n++] = field;
        }
        return n;
    }
    const struct schema_section *s = &schema_sections[table];
    for (int i = 0; i < s->count && n < max; i++) {
        enum field field = (enum field)((int)s->first + i);
        if (field != F_TIME_PART) /* the page where a line was added says it */
            out[n++] = field;
    }
    return n;
}

/* Fields that say whose a record is, or of which kind, are not asked where the page it was begun on
 * says so. */
static bool is_given(const struct place *p, enum field field)
{
    if (field == p->given)
        return true;
    return *p->parent && (field == F_RATE_SUPPORTER || field == F_EMPLOYMENT_SUPPORTER ||
                          field == F_COVER_SUPPORTER || field == F_ATTACHMENT_ANSWER);
}

/* Beginning it */

/* Lines may name w1 before there is any kind of week: it is made real before another one comes. */
static bool keep_first_week(struct wizard *w, enum section table)
{
    if (table != SEC_WEEK || plan_count(w->plan, SEC_WEEK) > 0)
        return true;
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++)
        if (plan_is(w->plan, F_TIME_WEEK, plan_item(w->plan, SEC_TIME, i), "w1"))
            return wizard_set(w, F_WEEK_NAME, "w1", _("Ordinary week")) == ST_OK;
    return true;
}

/* Whether a place asks for a field that can name records of a table. */
static bool names_records(const struct wizard *w, const struct place *place, enum section table)
{
    enum field field = field_asked(w, place);
    return field != FIELD_NONE && table != SEC_NONE && schema_fields[field].to == table;
}

/* A record that is made while a field is asked which names such records is named there. */
static bool name_below(struct wizard *w, struct place *here, const char *name)
{
    struct place *below = here - 1;
    if (here == w->places || !names_records(w, below, here->table))
        return true;
    if (!record_begin(w, below))
        return false;
    enum field field = field_asked(w, below);
    struct text t = {0};
    char other[NAME_MAX_LEN + 1];
    for (size_t i = 0; schema_fields[field].kind == KIND_REFS &&
                       plan_ref(w->plan, field, field_item(w, below), i, other);
         i++)
        text_addf(&t, "%s ", other);
    text_add(&t, name);
    bool named = text_status(&t) == ST_OK &&
                 wizard_set(w, field, field_item(w, below), text_str(&t)) == ST_OK;
    text_free(&t);
    return named;
}

bool record_begin(struct wizard *w, struct place *here)
{
    if (!*here->item && here->table == SEC_ANSWER)
        return own_begin(w, here->item);
    if (*here->item || here->table == SEC_NONE ||
        schema_sections[here->table].items != ITEMS_NUMBERED)
        return true;
    char name[NAME_MAX_LEN + 1];
    if (!keep_first_week(w, here->table) ||
        plan_new_item(w->plan, here->table, name, &w->action.edits) != ST_OK)
        return false;
    snprintf(here->item, sizeof here->item, "%s", name);
    if (!name_below(w, here, name))
        return false;
    if (here->given != FIELD_NONE &&
        wizard_set(w, here->given, here->item, here->given_value) != ST_OK)
        return false;
    if (here->table == SEC_RATE && *here->parent)
        return wizard_set(w, F_RATE_SUPPORTER, name, here->parent) == ST_OK;
    if (here->table == SEC_COVER && *here->parent)
        return wizard_set(w, F_COVER_SUPPORTER, name, here->parent) == ST_OK;
    if (here->table == SEC_EMPLOYMENT && *here->parent)
        return wizard_set(w, F_EMPLOYMENT_SUPPORTER, name, here->parent) == ST_OK;
    if (here->table == SEC_ATTACHMENT && *here->parent)
        return wizard_set(w, F_ATTACHMENT_ANSWER, name, here->parent) == ST_OK;
    return true;
}

/* Going on */

/* Whether a supporter is of a kind that is paid, and has no price yet. */
static bool needs_price(const struct wizard *w, const char *supporter)
{
    static const char *const paid[] = {"pa", "self-employed", "agency", "day-service", "council"};
    bool is_paid = false;
    for (size_t i = 0; i < sizeof paid / sizeof *paid; i++)
        is_paid = is_paid || plan_is(w->plan, F_SUPPORTER_KIND, supporter, paid[i]);
    for (size_t i = 0; is_paid && i < plan_count(w->plan, SEC_RATE); i++)
        if (plan_is(w->plan, F_RATE_SUPPORTER, plan_item(w->plan, SEC_RATE, i), supporter))
            return false;
    return is_paid;
}

/* The field that is asked after the one in hand, or before it (step -1). false where none is. */
static bool turn_field(struct wizard *w, int step)
{
    enum field fields[64];
    struct place p = *wizard_at(w);
    size_t n = record_fields(w, p.table, fields, 64), i = 0;
    while (i < n && fields[i] != p.field)
        i++;
    do
        i += (size_t)step; /* before the first of them is past the last */
    while (i < n && (is_given(&p, fields[i]) || !wizard_field_applies(w, fields[i], p.item)));
    if (i >= n)
        return false;
    p.field = fields[i];
    p.focus = 0;
    wizard_turn(w, p);
    return true;
}

void record_walk_back(struct wizard *w)
{
    if (!turn_field(w, -1))
        wizard_back(w);
}

void record_walk(struct wizard *w)
{
    struct place p = *wizard_at(w);
    if (p.table == SEC_ANSWER) { /* a question of one's own: its answer comes next */
        if (*p.item)
            own_turn(w, p.item);
        else
            wizard_back(w);
        return;
    }
    if (turn_field(w, 1))
        return;
    if (!*p.item) { /* every field was left empty: there is no record */
        wizard_back(w);
        return;
    }
    p.kind = PLACE_RECORD;
    p.field = FIELD_NONE;
    p.walk = false;
    p.focus = 0;
    wizard_turn(w, p);
    /* Somebody who is paid needs a price next; otherwise this record is done. */
    bool paid = p.table == SEC_SUPPORTER && needs_price(w, p.item);
    for (size_t r = 0; r < w->page.count; r++)
        if (w->page.rows[r].act == (paid ? ACT_ADD_PRICE : ACT_DONE))
            wizard_focus(w, r);
}

void record_start_given(struct wizard *w, enum section table, const char *parent, enum field given,
                        const char *value)
{
    enum field fields[64];
    struct place p = place_of(PLACE_FIELD);
    size_t n = record_fields(w, table, fields, 64), i = 0;
    p.table = table;
    p.walk = true;
    p.given = given;
    p.given_value = value;
    snprintf(p.parent, sizeof p.parent, "%s", parent);
    while (i < n && is_given(&p, fields[i]))
        i++;
    if (i == n)
        return;
    p.field = fields[i];
    wizard_go(w, p);
}

void record_start(struct wizard *w, enum section table, const char *parent)
{
    record_start_given(w, table, parent, FIELD_NONE, NULL);
}
