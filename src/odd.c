/*
 * Rows of the file that could not be used: the list of them, and one to correct or remove.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

static const char *odd_words(enum odd_why why)
{
    switch (why) {
    case ODD_VALUE:
        return _("The value is not what this field holds.");
    case ODD_NAME:
        return _("The item's name is not one that can be used.");
    case ODD_REFERENCE:
        return _("It names something that is not in the plan.");
    case ODD_CELLS:
        return _("A row has four parts. This one has more or fewer.");
    case ODD_SECOND:
        return _("There is another row for the same thing. The first one counts.");
    case ODD_AFTER_END:
        return _("It stands after the end row.");
    }
    return "";
}

static void odd_text(const struct odd_row *odd, struct text *out)
{
    for (size_t i = 0; i < odd->cell_count; i++)
        text_addf(out, "%s%s", i ? ", " : "", odd->cells[i]);
}

/* The list */

static void rows_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    page_say(page, &page->title, _("Rows I could not use"));
    page_say(page, &page->prompt, _("Which row? "));
    page_say(page, &page->hint, _("Enter open   F1 help   Esc back"));
    if (plan_odd_count(w->plan) == 0) {
        page_words(page, _("There are none. Every row of the file was used."));
        page_item(page, _("Back"), 2);
        return;
    }
    page_words(page, _("They stay in the file, word for word, until you correct or remove them."));
    for (size_t i = 0; i < plan_odd_count(w->plan); i++) {
        struct odd_row odd = plan_odd(w->plan, i);
        text_clear(&t);
        if (odd.line)
            text_addf(&t, _("Line %zu: "), odd.line);
        odd_text(&odd, &t);
        page_item(page, text_str(&t), 1)->number = i;
    }
    text_free(&t);
}

static void rows_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2) {
        wizard_back(w);
        return;
    }
    struct place p = place_of(PLACE_ROW);
    p.number = row->number;
    wizard_go(w, p);
}

const struct place_type rows_place = {
    .build = rows_build,
    .open = rows_open,
    .command = place_next_back,
    .help = N_("These rows are kept in your file. Correct them, or remove them."),
};

/* One of them */

enum row_act { ROW_REMOVE = 1, ROW_LEAVE, ROW_NAME };

/* A row can be corrected where it is told which fact it was meant to be. */
static bool correctable(const struct odd_row *odd)
{
    return odd->cell_count == 4 && odd->field != FIELD_NONE && odd->why != ODD_NAME;
}

/* An item whose name breaks the rules can get a name where names are given by the program. */
static bool nameable(const struct odd_row *odd)
{
    return odd->why == ODD_NAME && odd->field != FIELD_NONE &&
           schema_sections[schema_fields[odd->field].section].items == ITEMS_NUMBERED;
}

static void say_naming(const struct odd_row *odd, struct page *page)
{
    struct text t = {0};
    text_addf(&t, _("What would be right: a small letter and a number, for example %s1."),
              schema_sections[schema_fields[odd->field].section].prefix);
    page_words(page, text_str(&t));
    text_free(&t);
    page_choice(page, _("Give it a name like that"), ROW_NAME, "name");
}

static void row_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("A row I could not use"));
    page_say(page, &page->hint, _("Enter choose   Esc back"));
    if (here->number >= plan_odd_count(w->plan))
        return;
    struct odd_row odd = plan_odd(w->plan, here->number);
    struct text t = {0};
    if (odd.line)
        text_addf(&t, _("Line %zu of the file: "), odd.line);
    odd_text(&odd, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    page_words(page, odd_words(odd.why));
    if (correctable(&odd)) {
        text_clear(&t);
        text_addf(&t, _("What would be right: %s."), schema_expected(odd.field));
        page_words(page, text_str(&t));
        page_say(page, &page->prompt, _("The right value, or remove? "));
        page_add(page, ROW_EDIT, _("The right value"));
    } else {
        page_say(page, &page->prompt, _("Which? "));
    }
    text_free(&t);
    if (nameable(&odd))
        say_naming(&odd, page);
    page_choice(page, _("Remove this row"), ROW_REMOVE, "remove");
    page_choice(page, _("Leave it as it is"), ROW_LEAVE, "leave");
}

static char *row_text(const struct wizard *w, const struct place *here)
{
    if (here->number >= plan_odd_count(w->plan))
        return NULL;
    struct odd_row odd = plan_odd(w->plan, here->number);
    return odd.cell_count == 4 ? text_copy(odd.cells[3]) : NULL;
}

/* Whether what a corrected value names is in the plan. */
static bool names_what_is_there(const struct wizard *w, enum field field, const char *value)
{
    const struct schema_field *f = &schema_fields[field];
    char name[NAME_MAX_LEN + 1];
    if ((f->kind != KIND_REF && f->kind != KIND_REFS) || schema_unsure(field, value) ||
        (f->words && strcmp(f->words, value) == 0))
        return true;
    for (const char *at = value; *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " ");
        snprintf(name, sizeof name, "%.*s", (int)len, at);
        if (!plan_ref_ok(w->plan, f->to, name))
            return false;
        at += len;
    }
    return true;
}

/* Put the corrected value in the row's place: the row goes and the fact comes, in one action. The
 * place is done with then: its number is that of another row now, or of none. */
static bool row_take(struct wizard *w, const char *text)
{
    struct odd_row odd = plan_odd(w->plan, wizard_at(w)->number);
    enum field field = odd.field;
    struct text value = {0};
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", odd.cells[1]);
    if (!*text || schema_accept(field, text, &value) != ST_OK ||
        !names_what_is_there(w, field, text_str(&value))) {
        wizard_trouble(w, _("That can't be used here. What would be right: %s."),
                       schema_expected(field));
        text_free(&value);
        return false;
    }
    wizard_begin(w, "%s", _("correct a row"));
    plan_remove_odd(w->plan, wizard_at(w)->number, &w->action.edits);
    wizard_set(w, field, item, text_str(&value));
    wizard_end(w);
    wizard_say(w, "%s", _("Corrected. Undo brings the row back."));
    wizard_keep_draft(w, NULL);
    wizard_here(w)->number = SIZE_MAX;
    text_free(&value);
    return true;
}

/* Let row i speak for the item by its new name: as a fact where it can be one, else as a row still.
 */
static enum status rename_row(struct wizard *w, size_t i, const char *name)
{
    struct odd_row odd = plan_odd(w->plan, i);
    struct edits *undo = &w->action.edits;
    const char *const cells[] = {odd.cells[0], name, odd.cells[2], odd.cells[3]};
    struct text value = {0};
    enum status st;
    if (odd.field == FIELD_NONE)
        st = plan_set_named(w->plan, cells[0], name, cells[2], cells[3], undo);
    else if (!*cells[3] || schema_accept(odd.field, cells[3], &value) != ST_OK)
        st = plan_add_odd(w->plan, ODD_VALUE, odd.line, cells, 4, undo);
    else if (!names_what_is_there(w, odd.field, text_str(&value)))
        st = plan_add_odd(w->plan, ODD_REFERENCE, odd.line, cells, 4, undo);
    else if (plan_fact(w->plan, odd.field, name))
        st = plan_add_odd(w->plan, ODD_SECOND, odd.line, cells, 4, undo);
    else
        st = wizard_set(w, odd.field, name, text_str(&value));
    text_free(&value);
    return st ? st : plan_remove_odd(w->plan, i, undo);
}

/* Give a new name to every row that has the name of this one, in one action. */
static enum status rename_all(struct wizard *w, const struct odd_row *like,
                              char name[NAME_MAX_LEN + 1])
{
    char *old = text_copy(like->cells[1]);
    enum section section = schema_fields[like->field].section;
    enum status st = old ? plan_new_item(w->plan, section, name, &w->action.edits) : ST_NOMEM;
    for (size_t i = 0; !st && i < plan_odd_count(w->plan);) {
        struct odd_row odd = plan_odd(w->plan, i);
        if (odd.why == ODD_NAME && schema_section_named(odd.cells[0]) == section &&
            strcmp(odd.cells[1], old) == 0)
            st = rename_row(w, i, name); /* takes the row away: the next one has its number */
        else
            i++;
    }
    free(old);
    return st;
}

static void give_name(struct wizard *w)
{
    struct odd_row odd = plan_odd(w->plan, wizard_at(w)->number);
    char name[NAME_MAX_LEN + 1];
    wizard_begin(w, "%s", _("give it a name"));
    if (rename_all(w, &odd, name) != ST_OK) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    wizard_end(w);
    wizard_say(w, _("Its name is %s now. Undo brings the old one back."), name);
}

static void row_open(struct wizard *w, const struct row *row)
{
    if (row->act == ROW_NAME)
        give_name(w);
    if (row->act == ROW_REMOVE) {
        wizard_begin(w, "%s", _("remove a row"));
        plan_remove_odd(w->plan, wizard_at(w)->number, &w->action.edits);
        wizard_end(w);
        wizard_say(w, "%s", _("Removed. Undo brings the row back."));
    }
    w->edit.changed = false;
    wizard_back(w);
}

const struct place_type row_place = {
    .build = row_build,
    .open = row_open,
    .text = row_text,
    .take = row_take,
    .next = wizard_back,
    .help = N_("Type the right value, then press Enter. Or choose to remove the row."),
};
