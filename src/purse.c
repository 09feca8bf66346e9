/*
 * The page of what is in the account: what is owed, what is free, what is over the limit.
 */
#include "supportplan/field.h"
#include "supportplan/places.h"
#include "supportplan/reserve.h"

enum act { ACT_FIELD = 1, ACT_DONE };

static const enum field fields[] = {
    F_MONEY_ACCOUNT,         F_MONEY_OWED_HOLIDAY,  F_MONEY_OWED_TAX,  F_MONEY_OWED_BILLS,
    F_MONEY_OWED_REDUNDANCY, F_MONEY_RESERVE_WEEKS, F_MONEY_RESERVE_OF};

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
    field_items(w, fields, sizeof fields / sizeof *fields, ACT_FIELD, page);
    page_add(page, ROW_GAP, "");
    if (reserve.told)
        (void)reserve_say(&reserve, &said);
    for (size_t i = 0; i < said.count; i++)
        page_add(page, ROW_TEXT, said.list[i]);
    notices_free(&said);
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void purse_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_FIELD)
        field_go(w, row->field);
    else
        wizard_back(w);
}

const struct place_type purse_place = {
    .build = purse_build,
    .open = purse_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Each line is one amount. Enter on a line changes it."),
};
