/*
 * The page of questions for the care manager: each leads to what answers it.
 */
#include "supportplan/asking.h"

#include <stdio.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/wizard.h"

enum act { ACT_QUESTION = 1, ACT_DONE };

static void question_row(const struct asked *asked, size_t number, struct page *page)
{
    struct row *row = page_item(page, asked->words, ACT_QUESTION);
    snprintf(row->item, sizeof row->item, "%s", asked->item);
    row->field = asked->field;
    row->number = number;
}

static void ask_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct asking asking = {0};
    struct text t = {0};
    (void)here;
    text_addf(&t, _("Questions for my %s"), phrase_terms(w->form).care_manager);
    page_say(page, &page->title, text_str(&t));
    text_free(&t);
    page_say(page, &page->prompt, _("Which question? "));
    page_say(page, &page->hint, _("Enter answer it   F1 help   F3 save   Esc back"));
    if (asking_make(w->plan, w->form, &w->findings, &asking) == ST_OK && asking.count == 0)
        page_words(page, _("There is nothing to ask. What you are not sure of will stand here."));
    for (size_t i = 0; i < asking.count; i++)
        question_row(&asking.list[i], i, page);
    asking_free(&asking);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* The very field where it is one, else the record or the page that it is on. */
static void go_to_question(struct wizard *w, size_t number)
{
    struct asking asking = {0};
    struct place p = place_of(PLACE_TASKS);
    if (asking_make(w->plan, w->form, &w->findings, &asking) != ST_OK)
        return;
    if (number < asking.count)
        p = place_to_answer(w, asking.list[number].section, asking.list[number].item,
                            asking.list[number].field);
    asking_free(&asking);
    if (p.kind != PLACE_TASKS)
        wizard_go(w, p);
}

static void ask_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_QUESTION)
        go_to_question(w, row->number);
    else
        wizard_back(w);
}

const struct place_type ask_place = {
    .build = ask_build,
    .open = ask_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("What you are not sure of, or were not told, stands here with what the check asks. "
               "Take the list along, and write the answers in when you have them. The plan's text "
               "has the same list."),
};
