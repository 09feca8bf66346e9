/*
 * The page that checks the plan: what is still to do, and the way to it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "supportplan/aloud.h"
#include "supportplan/attachment.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/record.h"
#include "supportplan/steps.h"
#include "supportplan/views.h"

enum act { ACT_FINDING = 1, ACT_FILE, ACT_READ, ACT_DONE, ACT_VIEW };

static const char *level_title(enum level level)
{
    switch (level) {
    case LEVEL_MUST:
        return _("To do before it is ready to send");
    case LEVEL_ASK:
        return _("Questions to think about");
    case LEVEL_NOTE:
        return _("Good to know");
    }
    return "";
}

/* Files that are not beside the plan: its rules see no disk, so these are no findings. */
static void missing_files(const struct wizard *w, struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (!attachment_missing(w, item))
            continue;
        if (!any)
            page_add(page, ROW_HEADING, _("Pictures and recordings"));
        any = true;
        struct text t = {0};
        attachment_missing_words(w->plan, item, &t);
        struct row *row = page_item(page, text_str(&t), ACT_FILE);
        snprintf(row->item, sizeof row->item, "%s", item);
        row->indent = 1;
        text_free(&t);
    }
}

static bool can_be_read(const struct wizard *w)
{
    struct aloud sentences = {0};
    aloud_make(w, &sentences);
    bool any = sentences.count > 0;
    aloud_free(&sentences);
    return any;
}

static void check_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    page_say(page, &page->title, place_page(w, here)->text);
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter go there   n next   F1 help   F3 save   Esc back"));
    if (w->findings.must == 0) {
        text_add(&t, _("It is ready to send."));
    } else {
        wizard_ready_words(w, &t);
        text_add(&t, ".");
    }
    page_add(page, ROW_TEXT, text_str(&t));
    page_words(page, w->findings.must == 0 ? _("Whether it is agreed is for your council to say.")
                                           : NULL);
    text_free(&t);
    for (size_t i = 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        if (i == 0 || f->level != w->findings.list[i - 1].level)
            page_add(page, ROW_HEADING, level_title(f->level));
        struct row *row = page_item(page, f->message, ACT_FINDING);
        row->number = i;
        row->indent = 1;
    }
    missing_files(w, page);
    page_add(page, ROW_GAP, "");
    views_rows(page, ACT_VIEW);
    if (can_be_read(w))
        page_row_say(page, &page_item(page, _("Read it to me"), ACT_READ)->word, "read");
    page_row_say(page, &page_item(page, _("Done"), ACT_DONE)->word, "done");
}

static void go_to_finding(struct wizard *w, const struct finding *f)
{
    struct place p = place_of_fact(w, f->section, f->item, f->field);
    if (p.kind == PLACE_TASKS) {
        wizard_say(w, "%s", f->remedy ? f->remedy : f->message);
        return;
    }
    char *remedy = text_copy(f->remedy ? f->remedy : "");
    wizard_go(w, p);
    if (p.kind == PLACE_RECORD && f->field != FIELD_NONE) {
        for (size_t i = 0; i < w->page.count; i++)
            if (w->page.rows[i].field == f->field)
                wizard_focus(w, i);
    }
    if (remedy && *remedy)
        wizard_say(w, "%s", remedy);
    free(remedy);
}

static void check_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_DONE)
        steps_next(w);
    else if (row->act == ACT_VIEW)
        views_open(w, row);
    else if (row->act == ACT_READ)
        aloud_start(w);
    else if (row->act == ACT_FILE)
        record_go(w, SEC_ATTACHMENT, row->item);
    else
        go_to_finding(w, &w->findings.list[row->number]);
}

const struct place_type check_page = {
    .build = check_build,
    .open = check_open,
    .next = steps_next,
    .command = steps_command,
    .help = STEPS_SHOWN_HELP,
};
