/*
 * The page that checks the plan: what is still to do, and the way to it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "supportplan/aloud.h"
#include "supportplan/attachment.h"
#include "supportplan/paper.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/record.h"
#include "supportplan/steps.h"
#include "supportplan/verdict.h"
#include "supportplan/views.h"

enum act {
    ACT_FINDING = 1,
    ACT_FILE,
    ACT_READ,
    ACT_DONE,
    ACT_VIEW,
    ACT_READY,
    ACT_REASONS,
    ACT_TEXT
};

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

/* "18 of 25 things are ready. Everything to do is for the other 7.": one thing that is not ready
 * may need two things to be done. */
static void things_ready(const struct wizard *w, struct text *out)
{
    struct verdict v = verdict_count(w->plan, w->form, &w->findings);
    size_t other = v.all - v.ready;
    text_addf(out, _("%zu of %zu things are ready."), v.ready, v.all);
    if (v.ready > 0 && other > 0 && w->findings.must != other)
        text_addf(out,
                  ngettext(" Everything to do is for the other one.",
                           " Everything to do is for the other %zu.", (unsigned long)other),
                  other);
}

/* How far it is: on what it insists, and what there is to do. */
static void say_how_far(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    if (w->findings.must == 0) {
        text_add(&t, _("It is ready to send."));
    } else {
        wizard_ready_words(w, &t);
        text_add(&t, ".");
    }
    page_add(page, ROW_TEXT, text_str(&t));
    text_clear(&t);
    things_ready(w, &t);
    page_words(page, text_str(&t));
    page_words(page, w->findings.must == 0 ? _("Whether it is agreed is for your council to say.")
                                           : NULL);
    text_free(&t);
}

/* What has to be done says so itself; the others say what they are. */
static void finding_row(const struct wizard *w, size_t number, struct page *page)
{
    static const char *const kinds[] = {
        [LEVEL_MUST] = "", [LEVEL_ASK] = N_("Question: "), [LEVEL_NOTE] = N_("Good to know: ")};
    const struct finding *f = &w->findings.list[number];
    struct text t = {0};
    text_addf(&t, "%s%s", f->level == LEVEL_MUST ? "" : _(kinds[f->level]), f->message);
    struct row *row = page_item(page, text_str(&t), ACT_FINDING);
    row->number = number;
    row->indent = 1;
    text_free(&t);
}

static void section_heading(const struct wizard *w, size_t section, struct page *page)
{
    const struct form_section *s = form_section_at(w->form, section, NULL);
    struct text t = {0};
    if (s)
        text_addf(&t, "%zu. %s", section + 1, s->title);
    else
        text_add(&t, _("Elsewhere"));
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
}

/* The findings of one section of the form, which is one of the council's questions. */
static void section_rows(const struct wizard *w, size_t section, struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < w->findings.count; i++) {
        if (verdict_section(w->form, &w->findings.list[i]) != section)
            continue;
        if (!any)
            section_heading(w, section, page);
        any = true;
        finding_row(w, i, page);
    }
}

static void reasons_row(const struct wizard *w, struct page *page)
{
    if (w->findings.ask == 0 && plan_count(w->plan, SEC_REASON) == 0)
        return;
    page_choice(page, _("Say why something is right as it is"), ACT_REASONS, "reasons");
}

static void check_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, place_page(w, here)->text);
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter go there   n next   F1 help   F3 save   Esc back"));
    say_how_far(w, page);
    for (size_t i = 0; i <= form_section_count(w->form); i++)
        section_rows(w, i, page);
    missing_files(w, page);
    page_add(page, ROW_GAP, "");
    if (w->findings.must == 0) /* what is next, once it may be sent */
        page_choice(page, _("Save the plan as plain text, to read or send"), ACT_TEXT, "text");
    reasons_row(w, page);
    page_choice(page, _("What is ready, and what is not"), ACT_READY, "ready");
    views_rows(page, ACT_VIEW);
    if (can_be_read(w))
        page_choice(page, _("Read it to me"), ACT_READ, "read");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void go_to_finding(struct wizard *w, const struct finding *f)
{
    struct place p = place_to_answer(w, f->section, f->item, f->field);
    if (p.kind == PLACE_TASKS) {
        wizard_say(w, "%s", f->remedy ? f->remedy : f->message);
        return;
    }
    char *remedy = text_copy(f->remedy ? f->remedy : "");
    wizard_go(w, p);
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
    else if (row->act == ACT_REASONS || row->act == ACT_READY)
        wizard_go(w, place_of(row->act == ACT_READY ? PLACE_READY : PLACE_REASONS));
    else if (row->act == ACT_READ)
        aloud_start(w);
    else if (row->act == ACT_TEXT)
        paper_save(w, "whole");
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
