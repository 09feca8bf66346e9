/*
 * What a person thinks of the questions. It never goes into the plan: it stays a draft until it
 * is kept as a file.
 */
#include <stdlib.h>

#include "supportplan/places.h"
#include "supportplan/steps.h"

enum act { ACT_FEEDBACK = 1, ACT_KEEP_FEEDBACK, ACT_NEXT };

static const char *feedback_text(const struct wizard *w, size_t number)
{
    const struct place *here = wizard_at(w);
    for (size_t i = 0; i < w->draft_count; i++) {
        const struct draft *d = &w->drafts[i];
        if (d->kind == PLACE_FEEDBACK && d->number == number && d->section == here->section &&
            *d->text)
            return d->text;
    }
    return NULL;
}

static void feedback_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_words(page, fp->help);
    page_words(page, _("It is kept as a file of its own. Nothing of your plan goes into it. "
                       "It is never sent."));
    page_add(page, ROW_GAP, "");
    for (unsigned i = 0; i < fp->entries_count; i++) {
        struct row *row = page_item(page, fp->entries[i].text, ACT_FEEDBACK);
        row->number = i;
        page_say(page, &row->state, feedback_text(w, i) ? _("answered") : _("not answered"));
    }
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Keep my feedback as a file"), ACT_KEEP_FEEDBACK, "keep");
    page_choice(page, _("Done"), ACT_NEXT, "done");
    page_say(page, &page->hint, _("Enter open   F2 done   F1 help   Esc back"));
    page_say(page, &page->prompt, _("Which one? "));
}

static void keep_feedback(struct wizard *w, const struct form_page *fp)
{
    struct text t = {0};
    size_t said = 0;
    text_addf(&t, "%s\n", fp->text);
    for (unsigned i = 0; i < fp->entries_count; i++) {
        const char *answer = feedback_text(w, i);
        said += answer != NULL;
        text_addf(&t, "\n%s\n%s\n", fp->entries[i].text, answer ? answer : "-");
    }
    if (said == 0) {
        wizard_say(w, "%s", _("There is no answer yet. Open one of the lines to write."));
    } else if (text_status(&t) == ST_OK) {
        free(w->asked_text);
        w->asked_text = text_take(&t);
        wizard_ask(w, FX_FEEDBACK, "feedback.txt");
        for (size_t i = 0; i < w->draft_count; i++)
            w->drafts[i].kept = w->drafts[i].kept || w->drafts[i].kind == PLACE_FEEDBACK;
    }
    text_free(&t);
}

static void open_entry(struct wizard *w, size_t number)
{
    struct place p = *wizard_at(w);
    p.kind = PLACE_FEEDBACK;
    p.number = number;
    p.focus = 0;
    wizard_go(w, p);
}

static void feedback_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_FEEDBACK)
        open_entry(w, row->number);
    else if (row->act == ACT_KEEP_FEEDBACK)
        keep_feedback(w, place_page(w, wizard_at(w)));
    else
        steps_next(w);
}

const struct place_type feedback_page = {
    .build = feedback_build,
    .open = feedback_open,
    .next = steps_next,
    .command = steps_command,
    .help = STEPS_HELP,
};

/* One entry */

static const struct form_page *page_below(const struct wizard *w, const struct place *here)
{
    struct place p = place_of_page(here->section, here->page);
    return place_page(w, &p);
}

static void entry_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = page_below(w, here);
    bool asked = fp && fp->kind == PAGE_FEEDBACK && here->number < fp->entries_count;
    page->long_text = page->asks = true;
    page_say(page, &page->title, asked ? fp->label : _("Your feedback"));
    if (asked) {
        page_add(page, ROW_HEADING, fp->entries[here->number].text);
        page_words(page, fp->entries[here->number].help);
    } else {
        /* What was written for a form before this one is not lost with it. */
        page_words(page, _("You wrote this when you had another form."));
    }
    page_add(page, ROW_EDIT, _("Answer"));
    page_choice(page, _("Done"), ACT_NEXT, "done");
    page_say(page, &page->hint, _("F2 done   Tab to the line below   Esc back"));
}

/* Feedback never goes into the plan: it stays a draft until it is kept as a file. */
static bool entry_take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
}

const struct place_type feedback_place = {
    .build = entry_build,
    .open = place_open_back,
    .take = entry_take,
    .next = wizard_back,
    .help = N_("Write what you think of these questions."),
    .keeps_draft = true,
};
