/*
 * The pages of entries to tick: yes, no, not needed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/steps.h"

enum act { ACT_ENTRY = 1, ACT_NEXT };

static void checklist_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_words(page, fp->help);
    page_add(page, ROW_GAP, "");
    page->several = ACT_ENTRY;
    for (unsigned i = 0; i < fp->entries_count; i++) {
        const char *name = fp->entries[i].name;
        const char *done = plan_get(w->plan, F_CHECKLIST_DONE, name);
        struct row *row = page_item(page, fp->entries[i].text, ACT_ENTRY);
        row->number = i;
        snprintf(row->item, sizeof row->item, "%s", name);
        page_say(page, &row->state,
                 done ? form_word(w->form, F_CHECKLIST_DONE, done) : _("not said yet"));
        if (fp->entries[i].help && *fp->entries[i].help)
            page_add(page, ROW_TEXT, fp->entries[i].help)->indent = 1;
    }
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_NEXT, "done");
    page_say(page, &page->hint, _("Enter change   F2 done   F1 help   F3 save   Esc back"));
    page_say(page, &page->prompt, _("Which one shall I change? "));
}

/* Yes, no, not needed, and not said again. */
static void turn_entry(struct wizard *w, const struct row *row)
{
    const char *was = plan_get(w->plan, F_CHECKLIST_DONE, row->item);
    const char *now = !was                      ? "yes"
                      : strcmp(was, "yes") == 0 ? "no"
                      : strcmp(was, "no") == 0  ? "not-needed"
                                                : "";
    char *text = text_copy(row->text);
    wizard_begin(w, "%s", _("change the checklist"));
    wizard_set(w, F_CHECKLIST_DONE, row->item, now);
    wizard_end(w);
    wizard_say(w, "%s: %s.", text ? text : "",
               *now ? form_word(w->form, F_CHECKLIST_DONE, now) : _("not said yet"));
    free(text);
}

static void checklist_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_ENTRY)
        turn_entry(w, row);
    else
        steps_next(w);
}

const struct place_type checklist_page = {
    .build = checklist_build,
    .open = checklist_open,
    .next = steps_next,
    .command = steps_command,
    .help = STEPS_HELP,
};
