/*
 * The page of when the money comes: each payment of the year, the person's own part, and what is
 * due out of it.
 */
#include "supportplan/arrivals.h"
#include "supportplan/field.h"
#include "supportplan/places.h"

enum act { ACT_FIELD = 1, ACT_DONE };

static const enum field fields[] = {F_MONEY_PAID_EVERY,     F_MONEY_FIRST_PAYMENT,
                                    F_MONEY_PAID_AS,        F_CONTRIBUTION_CHARGED,
                                    F_MONEY_LETTER_PAYMENT, F_MONEY_LETTER_PAYMENT_ON};
#define LETTER_FIELDS 2 /* the last ones */

/* What a letter says is asked for once there is a payment to hold it beside, or where it is given.
 */
static size_t field_count(const struct wizard *w, bool any_payment)
{
    bool letter = any_payment || plan_known(w->plan, F_MONEY_LETTER_PAYMENT, "") != NOT_GIVEN;
    return sizeof fields / sizeof *fields - (letter ? 0 : LETTER_FIELDS);
}

static void add_sentences(struct notices *said, struct page *page)
{
    for (size_t i = 0; i < said->count; i++)
        page_add(page, ROW_TEXT, said->list[i]);
    notices_free(said);
}

/* What to mind first, then payment by payment: who reads only the top has read the traps. */
static void paydays_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct notices notes = {NULL, 0}, said = {NULL, 0};
    (void)here;
    page_say(page, &page->title, _("When the money comes"));
    page_say(page, &page->prompt, _("Which line? "));
    page_say(page, &page->hint, _("Enter change   F1 help   Esc back"));
    (void)arrivals_say_letter(w->plan, &w->budget, &notes);
    (void)arrivals_say_notes(w->plan, &w->budget, &notes);
    (void)arrivals_say(w->plan, &w->budget, &said);
    field_items(w, fields, field_count(w, said.count > 0), ACT_FIELD, page);
    page_choice(page, _("Done"), ACT_DONE, "done");
    page_add(page, ROW_GAP, "");
    if (said.count == 0)
        page_words(page, _("Say what your budget is, how often it is paid, and when first. "
                           "Then every payment of the year stands here."));
    add_sentences(&notes, page);
    add_sentences(&said, page);
}

static void paydays_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_FIELD)
        field_go(w, row->field);
    else
        wizard_back(w);
}

const struct place_type paydays_place = {
    .build = paydays_build,
    .open = paydays_open,
    .next = wizard_back,
    .command = place_next_back,
    .help =
        N_("Each payment is for the days until the next one. Beside it stands what your plan "
           "spends in these days on average. Letters are sometimes wrong. Copy what yours says, "
           "and see whether it adds up."),
};
