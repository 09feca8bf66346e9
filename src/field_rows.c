#include "field_rows.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/field.h"
#include "supportplan/phrases.h"
#include "supportplan/record.h"

/* Where the words are typed, with what is offered. */
static void edit_rows(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    page->long_text = schema_fields[field].kind == KIND_TEXT;
    page_add(page, ROW_EDIT, form_label(w->form, field));
    field_offers(w, field, item, page);
}

/* The personal budget is one: no other money is from it, unless the plan says so already. */
static bool offered(const struct wizard *w, enum field field, const char *item, const char *word)
{
    return field != F_FUND_KIND || strcmp(word, "budget") != 0 || strcmp(item, "budget") == 0 ||
           plan_is(w->plan, field, item, word);
}

void field_choices(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    char word[NAME_MAX_LEN + 1];
    bool yes_no = schema_fields[field].kind == KIND_YESNO;
    int count = yes_no ? 2 : schema_word_count(field);
    for (int i = 0; i < count; i++) {
        if (yes_no)
            snprintf(word, sizeof word, "%s", i == 0 ? "yes" : "no");
        else
            schema_word(field, i, word);
        if (!offered(w, field, item, word))
            continue;
        const char *words =
            yes_no ? (i == 0 ? _("Yes") : _("No")) : form_word(w->form, field, word);
        struct row *row = page_choice(page, words, ACT_CHOOSE, word);
        row->number = (size_t)i;
        if (plan_is(w->plan, field, item, word))
            page_row_choose(page, row);
    }
}

static bool field_names_item(const struct wizard *w, enum field field, const char *item,
                             const char *name)
{
    if (schema_fields[field].kind == KIND_REFS)
        return plan_refers(w->plan, field, item, name);
    return plan_is(w->plan, field, item, name);
}

static void ref_row(const struct wizard *w, enum field field, const char *item, const char *name,
                    struct page *page)
{
    struct text t = {0};
    enum section to = schema_fields[field].to;
    phrase_item(w->plan, w->form, to, name, &t);
    struct row *row = page_item(page, text_str(&t),
                                schema_fields[field].kind == KIND_REFS ? ACT_TOGGLE : ACT_CHOOSE);
    snprintf(row->item, sizeof row->item, "%s", name);
    if (field_names_item(w, field, item, name))
        page_row_choose(page, row);
    text_free(&t);
}

static void ref_rows(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    enum section to = schema_fields[field].to;
    page->several = schema_fields[field].kind == KIND_REFS ? ACT_TOGGLE : 0;
    if (to == SEC_FUND && plan_place(w->plan, SEC_FUND, "budget") == PLAN_LAST)
        ref_row(w, field, item, "budget", page);
    for (size_t i = 0; i < plan_count(w->plan, to); i++) {
        const char *name = plan_item(w->plan, to, i);
        /* A line's price is one of its own supporter's. */
        const char *supporter = plan_get(w->plan, F_TIME_SUPPORTER, item);
        if (field == F_TIME_RATE && supporter &&
            !plan_is(w->plan, F_RATE_SUPPORTER, name, supporter))
            continue;
        if (schema_name_ok(name))
            ref_row(w, field, item, name, page);
    }
    if (schema_fields[field].words) {
        struct row *row =
            page_choice(page, _("Nobody: it is unpaid"), ACT_UNPAID, schema_fields[field].words);
        if (plan_is(w->plan, field, item, schema_fields[field].words))
            page_row_choose(page, row);
    }
    if (to != SEC_RATE && to != SEC_WEEK) {
        struct text t = {0};
        text_addf(&t, _("Add %s"), record_name(to));
        page_choice(page, text_str(&t), ACT_NEW_REF, "new");
        text_free(&t);
    }
}

void field_rows(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    const struct form_words *words = form_words_for(w->form, field);
    if (words && words->help)
        page_words(page, words->help);
    for (unsigned i = 0; words && i < words->examples_count && i < 1; i++) {
        struct text t = {0};
        text_addf(&t, _("For example: \"%s\""), words->examples[i]);
        page_words(page, text_str(&t));
        text_free(&t);
    }
    page_add(page, ROW_GAP, "");
    enum kind kind = schema_fields[field].kind;
    if (kind == KIND_WORD || kind == KIND_YESNO)
        field_choices(w, field, item, page);
    else if (kind == KIND_REF || kind == KIND_REFS)
        ref_rows(w, field, item, page);
    else
        edit_rows(w, field, item, page);
    page_add(page, ROW_GAP, "");
    if (page->long_text) /* first: who leaves a text by Tab and then Enter has it kept */
        page_choice(page, _("Done"), ACT_NEXT, "done");
    if (!schema_fields[field].unsure) {
        struct row *row = page_choice(page, _("I am not sure yet"), ACT_UNSURE, "unsure");
        if (plan_known(w->plan, field, item) == NOT_SURE)
            page_row_choose(page, row);
    }
    page_choice(page, _("Leave it empty"), ACT_CLEAR, "clear");
    if (kind == KIND_REFS)
        page_choice(page, _("Done"), ACT_NEXT, "done");
    page_say(page, &page->hint,
             page->long_text ? _(FIELD_LONG_HINT)
                             : _("Enter keep   F2 done   F1 help   F3 save   F4 hide   Esc back"));
}
