/*
 * The pages of entries to tick: yes, no, not needed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "supportplan/places.h"
#include "supportplan/steps.h"

enum act { ACT_ENTRY = 1, ACT_NEXT };

static void checklist_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_words(page, fp->help);
    if (w->mode == MODE_PLAIN)
        page_words(page, _("Type a number with yes, no or not needed, for example: 3 yes."));
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

static void set_entry(struct wizard *w, const struct row *row, const char *now)
{
    char *text = text_copy(row->text);
    wizard_begin(w, "%s", _("change the checklist"));
    wizard_set(w, F_CHECKLIST_DONE, row->item, now);
    wizard_end(w);
    wizard_say(w, "%s: %s.", text ? text : "",
               *now ? form_word(w->form, F_CHECKLIST_DONE, now) : _("not said yet"));
    free(text);
}

/* Yes, no, not needed, and not said again. */
static void turn_entry(struct wizard *w, const struct row *row)
{
    const char *was = plan_get(w->plan, F_CHECKLIST_DONE, row->item);
    set_entry(w, row,
              !was                      ? "yes"
              : strcmp(was, "yes") == 0 ? "no"
              : strcmp(was, "no") == 0  ? "not-needed"
                                        : "");
}

/* What words say of an entry, as people say it and as the form does; NULL where nothing. */
static const char *said_in_words(const struct wizard *w, const char *words)
{
    static const struct {
        const char *said, *also;
    } all[] = {
        {"yes", "|y|have|have it|got it|i have|ready|done|"},
        {"no", "|n|not|not yet|not got it|missing|"},
        {"not-needed", "|not needed|not need|no need|do not need it|don't need it|none|"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcasecmp(words, all[i].said) == 0 || text_is_one_of(words, all[i].also) ||
            text_begins_alike(form_word(w->form, F_CHECKLIST_DONE, all[i].said), words, true))
            return all[i].said;
    return NULL;
}

/* "3 no". A word alone may mean any of them. */
static bool checklist_line(struct wizard *w, const char *line)
{
    size_t digits = strspn(line, "0123456789"), number = strtoul(line, NULL, 10), n = 0;
    const char *words = line + digits + strspn(line + digits, " .):,");
    const char *said = said_in_words(w, words);
    if (!said)
        return false;
    for (size_t i = 0; number > 0 && i < w->page.count; i++) {
        const struct row row = w->page.rows[i];
        n += row_focusable(&row);
        if (n != number || row.act != ACT_ENTRY)
            continue;
        set_entry(w, &row, said);
        return true;
    }
    wizard_trouble(w, _("Say for which one, for example: 3 %s."), words);
    return true;
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
    .line = checklist_line,
    .help = STEPS_HELP,
};
