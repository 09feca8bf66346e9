/*
 * The page of what is in the account: what is owed, what is free, what is over the limit.
 */
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/reserve.h"
#include "supportplan/wizard.h"

enum act { ACT_FIELD = 1, ACT_DONE };

static const enum field fields[] = {F_MONEY_ACCOUNT,    F_MONEY_OWED_HOLIDAY,  F_MONEY_OWED_TAX,
                                    F_MONEY_OWED_BILLS, F_MONEY_RESERVE_WEEKS, F_MONEY_RESERVE_OF};

static void add_fields(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct row *row = page_item(page, form_label(w->form, fields[i]), ACT_FIELD);
        row->field = fields[i];
        text_clear(&t);
        phrase_value(w->plan, w->form, fields[i], "", &t);
        page_row_say(page, &row->state, t.len ? text_str(&t) : _("not answered"));
    }
    text_free(&t);
}

static void purse_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct reserve reserve = reserve_count(w->plan, &w->budget);
    struct notices said = {NULL, 0};
    (void)here;
    page_say(page, &page->title, _("What is in the account"));
    page_say(page, &page->prompt, _("Which line? "));
    page_say(page, &page->hint, _("Enter change   F1 help   Esc back"));
    page_words(page, _("Some councils limit how much may stay in the account. Money that is owed "
                       "already is not yours to spend. So it is taken off first."));
    add_fields(w, page);
    page_add(page, ROW_GAP, "");
    if (reserve.told)
        (void)reserve_say(&reserve, &said);
    for (size_t i = 0; i < said.count; i++)
        page_add(page, ROW_TEXT, said.list[i]);
    notices_free(&said);
    page_row_say(page, &page_item(page, _("Done"), ACT_DONE)->word, "done");
}

static void purse_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_FIELD);
    if (row->act != ACT_FIELD) {
        wizard_back(w);
        return;
    }
    p.table = SEC_MONEY;
    p.field = row->field;
    wizard_go(w, p);
}

const struct place_type purse_place = {
    .build = purse_build,
    .open = purse_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Each line is one amount. Enter on a line changes it."),
};
