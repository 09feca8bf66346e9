#include "supportplan/place.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/wizard.h"

/* Places */

struct place place_of(enum place_kind kind)
{
    return (struct place){
        .kind = kind, .table = SEC_NONE, .field = FIELD_NONE, .given = FIELD_NONE};
}

struct place place_of_page(size_t section, size_t page)
{
    struct place p = place_of(PLACE_PAGE);
    p.section = section;
    p.page = page;
    return p;
}

struct place *wizard_here(struct wizard *w)
{
    return &w->places[w->depth - 1];
}

const struct place *wizard_at(const struct wizard *w)
{
    return &w->places[w->depth - 1];
}

const struct form_page *place_page(const struct wizard *w, const struct place *place)
{
    if (!w->form || place->kind != PLACE_PAGE)
        return NULL;
    const struct form_section *s = form_section_at(w->form, place->section, NULL);
    return s && place->page < s->pages_count ? &s->pages[place->page] : NULL;
}

/* Whether an item that a place is about is in the plan; "budget" is there without a fact. */
static bool item_stands(const struct wizard *w, enum section table, const char *item)
{
    if (!*item || table == SEC_NONE || schema_sections[table].items == ITEMS_NONE)
        return true;
    return plan_place(w->plan, table, item) != PLAN_LAST || strcmp(item, "budget") == 0;
}

bool place_stands(const struct wizard *w, const struct place *p)
{
    switch ((int)p->kind) {
    case PLACE_RECORD:
    case PLACE_FIELD:
        return item_stands(w, p->table, p->item) &&
               ((p->table != SEC_RATE && p->table != SEC_EMPLOYMENT && p->table != SEC_COVER) ||
                item_stands(w, SEC_SUPPORTER, p->parent));
    case PLACE_EMPLOY:
    case PLACE_HIRING:
        return item_stands(w, SEC_SUPPORTER, p->item);
    case PLACE_EXPLAIN:
        return item_stands(w, SEC_EMPLOYMENT, p->item);
    case PLACE_MET_NEED:
        return item_stands(w, SEC_NEED, p->item);
    case PLACE_ANSWER:
        return item_stands(w, SEC_ANSWER, p->item);
    case PLACE_COPY_HOW:
        return item_stands(w, SEC_TIME, p->item) && item_stands(w, SEC_WEEK, p->parent);
    case PLACE_MOVE:
    case PLACE_COPY:
    case PLACE_TOGETHER:
        return item_stands(w, SEC_TIME, p->item);
    case PLACE_PAGE:
        return place_page(w, p) != NULL;
    case PLACE_PAPER:
        return w->paper.text != NULL;
    case PLACE_ROW:
        return p->number < plan_odd_count(w->plan);
    default:
        return true;
    }
}

/* Their pages */

static void load_edit(struct wizard *w)
{
    const struct place_type *type = wizard_type_here(w);
    const char *draft = wizard_draft(w);
    char *begin = !draft && type && type->text ? type->text(w, wizard_at(w)) : NULL;
    textedit_set(&w->edit, draft ? draft : begin ? begin : "", !w->page.long_text);
    w->edit.changed = draft != NULL;
    textedit_wrap(&w->edit, w->edit_cols, w->edit_lead, w->page_rows);
    free(begin);
}

/* Whether there is typing to undo by rows. Both or none: where undo went with its last step, the
 * next Enter would do it again. They come when the text is left, and not under the hands of who
 * writes, since what comes there is read aloud; then they stay. */
static bool has_typing_rows(const struct wizard *w, bool had)
{
    size_t focus = wizard_at(w)->focus;
    bool writing = focus < w->page.count && w->page.rows[focus].role == ROW_EDIT;
    bool typed = textedit_can_undo(&w->edit) || textedit_can_redo(&w->edit);
    return w->mode != MODE_PLAIN && typed && (had || !writing);
}

static bool page_undoes_typing(const struct page *page)
{
    for (size_t i = page->count; i-- > 0;)
        if (page->rows[i].act == ACT_UNDO_TYPING)
            return true;
    return false;
}

void wizard_rebuild(struct wizard *w)
{
    bool had = page_undoes_typing(&w->page);
    page_clear(&w->page);
    const struct place_type *type = wizard_type_here(w);
    if (type && type->build)
        type->build(w, wizard_at(w), &w->page);
    if (has_typing_rows(w, had))
        page_typing_rows(&w->page);
    hints_fit(w, &w->page);
    struct place *here = wizard_here(w);
    here->focus = page_focusable(&w->page, here->focus);
}

void wizard_arrive(struct wizard *w)
{
    wizard_hush(w);
    hints_arrive(w);
    w->kept_quietly = false;
    w->answered_too = FIELD_NONE; /* it is of the place that was left */
    textedit_wipe(&w->edit);      /* what was typed elsewhere is nothing to undo here */
    wizard_rebuild(w);
    for (size_t i = 0; wizard_here(w)->focus == page_focusable(&w->page, 0) && i < w->page.count;
         i++)
        if (w->page.rows[i].chosen)
            wizard_here(w)->focus = i;
    /* What does not ask is read from its top, unless a row further down is in hand. */
    struct place *here = wizard_here(w);
    here->reading = !w->page.asks && here->focus == page_focusable(&w->page, 0);
    here->line = 0;
    w->seen = (struct seen){0};
    if (page_edit_row(&w->page) < w->page.count)
        load_edit(w);
}

void wizard_focus(struct wizard *w, size_t row)
{
    if (row < w->page.count && row_focusable(&w->page.rows[row])) {
        wizard_here(w)->focus = row;
        wizard_here(w)->reading = false;
    }
}

/* Going about */

/* What only rows of the file speak for whose name breaks the rules can't be changed before it has
 * another name: the place of the first of them, in place of that of the item. */
static void go_by_its_row(const struct wizard *w, struct place *place)
{
    bool record = place->kind == PLACE_RECORD || place->kind == PLACE_FIELD;
    if (!record || !*place->item || plan_name_ok(place->table, place->item))
        return;
    for (size_t i = 0; i < plan_odd_count(w->plan); i++) {
        struct odd_row odd = plan_odd(w->plan, i);
        if (odd.why == ODD_NAME && odd.field != FIELD_NONE &&
            schema_fields[odd.field].section == place->table &&
            strcmp(odd.cells[1], place->item) == 0) {
            *place = place_of(PLACE_ROW);
            place->number = i;
            return;
        }
    }
}

void wizard_go(struct wizard *w, struct place place)
{
    go_by_its_row(w, &place);
    if (place.kind == PLACE_PAGE)
        w->returned = false;
    if (w->depth == PLACES_MAX) {
        memmove(&w->places[1], &w->places[2], (PLACES_MAX - 2) * sizeof *w->places);
        w->depth--;
    }
    w->places[w->depth++] = place;
    wizard_arrive(w);
}

void wizard_turn(struct wizard *w, struct place place)
{
    w->places[w->depth - 1] = place;
    wizard_arrive(w);
}

void wizard_back(struct wizard *w)
{
    if (w->depth > 1)
        w->depth--;
    while (w->depth > 1 && !place_stands(w, wizard_at(w)))
        w->depth--;
    wizard_arrive(w);
}

void wizard_home(struct wizard *w)
{
    for (size_t i = 0; i < w->depth; i++) {
        if (w->places[i].kind == PLACE_TASKS) {
            w->depth = i + 1;
            wizard_arrive(w);
            return;
        }
    }
    w->depth = 0;
    wizard_go(w, place_of(PLACE_TASKS));
}

void place_open_back(struct wizard *w, const struct row *row)
{
    (void)row;
    wizard_back(w);
}

bool place_next_back(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd != CMD_NEXT)
        return false;
    wizard_back(w);
    return true;
}

/* Drafts */

static bool draft_is_here(const struct draft *d, const struct place *p)
{
    return d->kind == p->kind && d->field == p->field && strcmp(d->item, p->item) == 0 &&
           d->section == p->section && d->page == p->page && d->number == p->number;
}

const char *wizard_draft(const struct wizard *w)
{
    for (size_t i = 0; i < w->draft_count; i++)
        if (draft_is_here(&w->drafts[i], wizard_at(w)))
            return w->drafts[i].text;
    return NULL;
}

/* A draft of a place, without its words. */
static struct draft draft_of(const struct place *p)
{
    struct draft d = {.kind = p->kind,
                      .field = p->field,
                      .section = p->section,
                      .page = p->page,
                      .number = p->number};
    memcpy(d.item, p->item, sizeof d.item);
    return d;
}

static void drop_draft(struct wizard *w, size_t i)
{
    free(w->drafts[i].text);
    w->drafts[i] = w->drafts[--w->draft_count];
}

/* Whether what a draft was typed for has not been deleted since. */
static bool draft_has_place(const struct wizard *w, const struct draft *d)
{
    enum section section = d->field != FIELD_NONE ? schema_fields[d->field].section : SEC_NONE;
    if (d->kind == PLACE_MOVE || d->kind == PLACE_COPY)
        section = SEC_TIME;
    if (d->kind == PLACE_ANSWER)
        section = SEC_ANSWER;
    if (d->kind == PLACE_ROW)
        return d->number < plan_odd_count(w->plan);
    return item_stands(w, section, d->item);
}

enum status wizard_bring_draft(struct wizard *w, const struct draft *draft)
{
    struct draft *more = realloc(w->drafts, (w->draft_count + 1) * sizeof *more);
    char *copy = text_copy(draft->text);
    if (more)
        w->drafts = more;
    if (!more || !copy) {
        free(copy);
        return ST_NOMEM;
    }
    struct draft *d = &w->drafts[w->draft_count++];
    *d = *draft;
    d->text = copy;
    d->stood = draft_has_place(w, d);
    return ST_OK;
}

void wizard_forget_draft(struct wizard *w, const struct place *place)
{
    for (size_t i = 0; i < w->draft_count; i++) {
        if (draft_is_here(&w->drafts[i], place)) {
            drop_draft(w, i);
            break;
        }
    }
}

void wizard_keep_draft(struct wizard *w, const char *text)
{
    struct draft d = draft_of(wizard_at(w));
    wizard_forget_draft(w, wizard_at(w));
    if (!text)
        return;
    d.text = (char *)(uintptr_t)text; /* it is copied */
    (void)wizard_bring_draft(w, &d);
}

void wizard_place_drafts(struct wizard *w, bool undone)
{
    for (size_t i = 0; i < w->draft_count; i++) {
        struct draft *d = &w->drafts[i];
        bool stands = draft_has_place(w, d);
        d->away = !stands && (d->away || (undone && d->stood));
        d->stood = stands;
    }
}

void wizard_drop_away(struct wizard *w)
{
    for (size_t i = w->draft_count; i-- > 0;)
        if (w->drafts[i].away)
            drop_draft(w, i);
}

/* The name of a file is remembered, and nothing that would be lost. A passphrase never is. */
static bool is_answer(const struct draft *d)
{
    return *d->text && !d->kept && d->kind != PLACE_OPEN && d->kind != PLACE_KEEP_AS &&
           d->kind != PLACE_OTHER && d->kind != PLACE_TAKE && d->kind != PLACE_UNLOCK &&
           d->kind != PLACE_LOCK;
}

const struct draft *wizard_any_draft(const struct wizard *w)
{
    for (size_t i = w->draft_count; w->plan && i-- > 0;)
        if (is_answer(&w->drafts[i]) && draft_has_place(w, &w->drafts[i]))
            return &w->drafts[i];
    return NULL;
}

/* The text in hand, as a draft that borrows it. false where it is in the plan, or no answer. */
static bool in_hand(const struct wizard *w, struct draft *out)
{
    const struct place_type *type = wizard_type_here(w);
    if (!w->plan || !type || !type->take || !w->edit.changed ||
        page_edit_row(&w->page) == w->page.count)
        return false;
    *out = draft_of(wizard_at(w));
    out->text = w->edit.text.data;
    return out->text && is_answer(out);
}

bool wizard_typed(const struct wizard *w, size_t i, struct draft *out)
{
    bool hand = in_hand(w, out);
    for (size_t at = 0; w->plan && at < w->draft_count; at++) {
        const struct draft *d = &w->drafts[at];
        if (!is_answer(d) || (hand && draft_is_here(d, wizard_at(w))))
            continue;
        if (i-- == 0) {
            *out = *d;
            return true;
        }
    }
    return hand && i == 0;
}

struct place place_of_draft(const struct draft *draft)
{
    struct place p = place_of(draft->kind);
    p.field = draft->field;
    p.section = draft->section;
    p.page = draft->page;
    p.number = draft->number;
    if (draft->kind == PLACE_FIELD)
        p.table = schema_fields[draft->field].section;
    memcpy(p.item, draft->item, sizeof p.item);
    return p;
}

void wizard_forget_drafts(struct wizard *w)
{
    for (size_t i = 0; i < w->draft_count; i++)
        free(w->drafts[i].text);
    free(w->drafts);
    w->drafts = NULL;
    w->draft_count = 0;
}
