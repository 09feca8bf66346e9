/*
 * The pages behind the check: why something is right as it is, in the person's words; and which
 * things are ready.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/reasons.h"
#include "supportplan/verdict.h"
#include "supportplan/wizard.h"

enum act { ACT_REASON = 1, ACT_DONE, ACT_CLEAR };

/* Whether a finding is a question, or one that has its reason, of this name. */
static bool is_named(const struct finding *f, const char *reason)
{
    char name[NAME_MAX_LEN + 1];
    return f->level != LEVEL_MUST && check_reason_name(f->rule, f->item, name) &&
           strcmp(name, reason) == 0;
}

/* The finding that a reason answers, as a question or, once it has the reason, as something good to
 * know; NULL where there is none now. */
static const struct finding *answered_by(const struct wizard *w, const char *reason)
{
    for (size_t i = 0; i < w->findings.count; i++)
        if (is_named(&w->findings.list[i], reason))
            return &w->findings.list[i];
    return NULL;
}

/* All of them */

static void add_reason(const char *text, const char *reason, const char *state, struct page *page)
{
    struct row *row = page_item(page, text, ACT_REASON);
    snprintf(row->item, sizeof row->item, "%s", reason);
    page_say(page, &row->state, state);
}

/* Questions that have no reason yet, or had one before the facts changed. */
static void add_questions(const struct wizard *w, struct page *page)
{
    for (size_t i = 0; i < w->findings.count; i++) {
        char name[NAME_MAX_LEN + 1];
        const struct finding *f = &w->findings.list[i];
        if (f->level == LEVEL_ASK && check_reason_name(f->rule, f->item, name))
            add_reason(f->message, name,
                       plan_get(w->plan, F_REASON_TEXT, name) ? _("asked again: something changed")
                                                              : _("no reason yet"),
                       page);
    }
}

static void add_given(const struct wizard *w, struct page *page)
{
    for (size_t i = 0; i < plan_count(w->plan, SEC_REASON); i++) {
        const char *reason = plan_item(w->plan, SEC_REASON, i);
        const struct finding *f = answered_by(w, reason);
        struct text about = {0}, said = {0};
        if (f && f->level == LEVEL_ASK)
            continue;
        if (plan_known(w->plan, F_REASON_ABOUT, reason) == KNOWN)
            phrase_value(w->plan, w->form, F_REASON_ABOUT, reason, &about);
        else
            phrase_item(w->plan, w->form, SEC_REASON, reason, &about);
        phrase_value(w->plan, w->form, F_REASON_TEXT, reason, &said);
        add_reason(text_str(&about), reason, text_str(&said), page);
        text_free(&about);
        text_free(&said);
    }
}

static void reasons_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Why it is right as it is"));
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter say why   F1 help   Esc back"));
    page_words(page, _("A reason goes with the plan. Whoever checks it can read it."));
    add_questions(w, page);
    add_given(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void reasons_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_REASON);
    snprintf(p.item, sizeof p.item, "%s", row->item);
    if (row->act == ACT_REASON)
        wizard_go(w, p);
    else
        wizard_back(w);
}

const struct place_type reasons_place = {
    .build = reasons_build,
    .open = reasons_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("A question need not be a fault. Say why it is right, and it is not asked again "
               "until the facts change."),
};

/* One */

static void reason_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct finding *f = answered_by(w, here->item);
    page->asks = true;
    page->long_text = true;
    page_say(page, &page->title, form_question(w->form, F_REASON_TEXT));
    page_say(page, &page->hint, _("F2 done   Tab to the lines below   F1 help   Esc back"));
    if (f)
        page_add(page, ROW_HEADING, f->message);
    page_words(page, f ? f->remedy : NULL);
    page_add(page, ROW_EDIT, form_label(w->form, F_REASON_TEXT));
    page_choice(page, _("Leave it empty"), ACT_CLEAR, "clear");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static char *reason_text(const struct wizard *w, const struct place *here)
{
    return text_copy(plan_get(w->plan, F_REASON_TEXT, here->item));
}

/* Every question of one name that has no reason yet, a line each. One thing may be asked twice: a
 * line of the week that meets two others. */
static void add_asked(const struct wizard *w, const char *reason, struct text *out)
{
    for (size_t i = 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        if (f->level == LEVEL_ASK && is_named(f, reason))
            text_addf(out, "%s%s", out->len > 0 ? "\n" : "", f->message);
    }
}

/* Whether a question of this name has its reason, so that the sentences beside it still hold. */
static bool stands(const struct wizard *w, const char *reason)
{
    for (size_t i = 0; i < w->findings.count; i++)
        if (w->findings.list[i].level == LEVEL_NOTE && is_named(&w->findings.list[i], reason))
            return true;
    return false;
}

enum status reason_set(struct wizard *w, const char *reason, const char *words)
{
    struct text about = {0};
    if (*words && stands(w, reason))
        text_add(&about, plan_str(w->plan, F_REASON_ABOUT, reason));
    if (*words)
        add_asked(w, reason, &about);
    enum status st = text_status(&about);
    if (!st)
        st = wizard_set(w, F_REASON_TEXT, reason, words);
    if (!st)
        st = wizard_set(w, F_REASON_ABOUT, reason, text_str(&about));
    text_free(&about);
    return st;
}

static void put_reason(struct wizard *w, const char *reason, const char *words)
{
    wizard_begin(w, "%s", _("say why it is right"));
    enum status st = reason_set(w, reason, words);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(st));
    } else {
        wizard_end(w);
        wizard_say(w, "%s", *words ? _("Kept. It goes with the plan.") : _("No reason is given."));
    }
}

static bool reason_take(struct wizard *w, const char *text)
{
    struct text value = {0};
    enum status st = *text ? schema_accept(F_REASON_TEXT, text, &value) : ST_OK;
    if (!st)
        put_reason(w, wizard_at(w)->item, text_str(&value));
    else
        wizard_trouble(w, "%s", status_text(st));
    text_free(&value);
    return !st;
}

static void reason_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_CLEAR) {
        wizard_keep_draft(w, NULL);
        put_reason(w, wizard_at(w)->item, "");
        w->edit.changed = false;
    }
    wizard_back(w);
}

const struct place_type reason_place = {
    .build = reason_build,
    .open = reason_open,
    .text = reason_text,
    .take = reason_take,
    .next = wizard_back,
    .help = N_("Write in your own words why this is right for you. One sentence is enough."),
};

/* What is ready */

enum state { NOT_READY, READY, NOTHING_THERE };

static enum state state_of(const struct wizard *w, const struct check_rule *rule)
{
    if (verdict_broken(&w->findings, rule))
        return NOT_READY;
    return verdict_applies(w->plan, &w->findings, rule) ? READY : NOTHING_THERE;
}

static void add_rules(const struct wizard *w, enum state state, const char *heading,
                      struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < check_rule_count(); i++) {
        const struct check_rule *rule = check_rule(i);
        if (!verdict_insists(w->form, rule) || state_of(w, rule) != state)
            continue;
        if (!any)
            page_add(page, ROW_HEADING, heading);
        any = true;
        page_add(page, ROW_TEXT, _(rule->title))->indent = 1;
    }
}

/* What no program can judge is asked, and never scored. */
static void add_criteria(const struct form *form, struct page *page)
{
    if (form->criteria_count > 0)
        page_add(page, ROW_HEADING, _("Questions that only you can answer"));
    for (unsigned i = 0; i < form->criteria_count; i++)
        page_add(page, ROW_TEXT, form->criteria[i])->indent = 1;
}

static void ready_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What is ready, and what is not"));
    page_say(page, &page->prompt, _("Press Enter to go back. "));
    page_say(page, &page->hint, _("Enter or Esc back   F1 help"));
    page_choice(page, _("Done"), ACT_DONE, "done");
    add_rules(w, NOT_READY, _("Not ready yet"), page);
    add_rules(w, READY, _("Ready"), page);
    add_rules(w, NOTHING_THERE, _("The plan has nothing of this yet"), page);
    add_criteria(w->form, page);
}

const struct place_type ready_place = {
    .build = ready_build,
    .open = place_open_back,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("This is what your form insists on. Whether the plan is agreed is for your council "
               "to say."),
};
