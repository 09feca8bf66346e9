/*
 * The page of two versions: what could come back, or mine and the file's.
 */
#include "supportplan/versions.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/wizard.h"

/* So many differences are said one by one; more are counted. */
#define TOLD_MAX 20

static void free_drafts(struct version *v)
{
    for (size_t i = 0; i < v->draft_count; i++)
        free(v->drafts[i].text);
    free(v->drafts);
    v->drafts = NULL;
    v->draft_count = 0;
}

void version_free(struct version *v)
{
    plan_free(v->plan);
    free_drafts(v);
    changes_free(&v->changes);
    free(v->kept);
    free(v->theirs);
    *v = (struct version){0};
}

/* Finding what there is to choose */

/* Whether words that were typed stand in the plan by now. */
static bool is_in_plan(const struct wizard *w, const struct draft *draft)
{
    struct place place = place_of_draft(draft);
    const struct place_type *type = place_type(w, &place);
    char *kept = type && type->text && place_stands(w, &place) ? type->text(w, &place) : NULL;
    bool same = kept && strcmp(kept, draft->text) == 0;
    free(kept);
    return same || *draft->text == '\0';
}

static void leave_out_kept_drafts(const struct wizard *w, struct version *v)
{
    size_t stay = 0;
    for (size_t i = 0; i < v->draft_count; i++) {
        if (is_in_plan(w, &v->drafts[i]))
            free(v->drafts[i].text);
        else
            v->drafts[stay++] = v->drafts[i];
    }
    v->draft_count = stay;
}

/* Whether it says anything else, but for the day of the last change and the highest number used. */
static bool is_other(const struct wizard *w, const struct version *v)
{
    struct plan *copy = v->plan && v->changes.count == 0 ? plan_copy(v->plan) : NULL;
    if (!copy)
        return v->plan != NULL;
    const char *changed = plan_get(w->plan, F_PLAN_CHANGED, "");
    const char *last = plan_get(w->plan, F_PLAN_LAST, "");
    bool other = plan_set(copy, F_PLAN_CHANGED, "", changed, PLAN_LAST, NULL) != ST_OK ||
                 plan_set(copy, F_PLAN_LAST, "", last, PLAN_LAST, NULL) != ST_OK ||
                 !plan_equal(w->plan, copy);
    plan_free(copy);
    return other;
}

bool versions_show(struct wizard *w, struct version *version)
{
    version_free(&w->version);
    w->version = *version;
    *version = (struct version){0};
    struct version *v = &w->version;
    leave_out_kept_drafts(w, v);
    enum status st = v->plan ? compare_plans(w->plan, v->plan, &v->changes) : ST_OK;
    if (!st && v->changes.count > 0)
        v->theirs = calloc(v->changes.count, sizeof *v->theirs);
    bool any = st == ST_OK && (is_other(w, v) || v->draft_count > 0) &&
               (v->changes.count == 0 || v->theirs);
    if (any)
        wizard_go(w, place_of(PLACE_VERSIONS));
    else
        version_free(v);
    return any;
}

/* Saying it */

/* "Supporter 2, phone: ", or for an answer its question */
static void add_name(const struct wizard *w, const struct plan *plan, const struct change *c,
                     struct text *out)
{
    enum section section = c->known == FIELD_NONE ? SEC_NONE : schema_fields[c->known].section;
    if (section == SEC_NONE)
        text_addf(out, "%s %s %s", c->section, c->item, c->field);
    else if (*c->item)
        phrase_item(plan, w->form, section, c->item, out);
    if (section != SEC_NONE && c->known != F_ANSWER_TEXT)
        text_addf(out, "%s%s", *c->item ? ", " : "", phrase_label(w->form, c->known));
    bool asks = out->len > 0 && out->data[out->len - 1] == '?';
    text_add(out, asks ? " " : ": ");
}

/* A value on one line; "nothing" where there is none. */
static void add_value(const struct wizard *w, const struct plan *plan, const struct change *c,
                      struct text *out)
{
    const char *value = compare_value(plan, c);
    size_t from = out->len;
    if (!value)
        text_add(out, _("nothing"));
    else if (c->known == FIELD_NONE)
        text_add(out, value);
    else
        phrase_value(plan, w->form, c->known, c->item, out);
    for (size_t i = from; i < out->len; i++)
        if (out->data[i] == '\n')
            out->data[i] = ' ';
    if (out->len > from && out->data[out->len - 1] == '.') /* the sentence that quotes it ends */
        out->data[--out->len] = '\0';
}

/* An item is named by the plan that has it. */
static const struct plan *naming(const struct wizard *w, const struct change *c)
{
    return compare_value(w->plan, c) ? w->plan : w->version.plan;
}

static void say_change(const struct wizard *w, const struct change *c, struct page *page)
{
    struct text t = {0}, now = {0}, was = {0};
    add_name(w, naming(w, c), c, &t);
    add_value(w, w->version.plan, c, &now);
    add_value(w, w->plan, c, &was);
    text_addf(&t, _("%s. It is now: %s."), text_str(&now), text_str(&was));
    page_words(page, text_str(&t));
    text_free(&t);
    text_free(&now);
    text_free(&was);
}

static void say_draft(const struct wizard *w, const struct draft *draft, struct page *page)
{
    struct text t = {0}, subject = {0};
    wizard_draft_subject(w, draft, &subject);
    text_addf(&t, _("You were writing, for \"%s\":"), text_str(&subject));
    page_words(page, text_str(&t));
    page_words(page, draft->text);
    text_free(&subject);
    text_free(&t);
}

static void say_more(size_t count, struct page *page)
{
    struct text t = {0};
    if (count <= TOLD_MAX)
        return;
    text_addf(&t, ngettext("And %zu more.", "And %zu more.", (unsigned long)(count - TOLD_MAX)),
              count - TOLD_MAX);
    page_words(page, text_str(&t));
    text_free(&t);
}

/* What could come back */

enum versions_act {
    ACT_BRING = 1,
    ACT_NOT_NOW,
    ACT_LET_GO,
    ACT_SURE,
    ACT_CHOICE,
    ACT_TAKE,
    ACT_FILE
};

static void say_word(struct page *page, const char *text, enum versions_act act, const char *word)
{
    page_choice(page, text, (int)act, word);
}

static void unsaved_build(const struct wizard *w, struct page *page)
{
    const struct version *v = &w->version;
    struct text t = {0};
    page_say(page, &page->title, _("Bring back what was not saved"));
    page_add(page, ROW_HEADING, _("The program stopped before all was saved."));
    if (*v->when)
        text_addf(&t, _("This was written last at %s. You can have it back."), v->when);
    else
        text_add(&t, _("You can have it back."));
    page_words(page, text_str(&t));
    text_free(&t);
    for (size_t i = 0; i < v->draft_count; i++)
        say_draft(w, &v->drafts[i], page);
    for (size_t i = 0; i < v->changes.count && i < TOLD_MAX; i++)
        say_change(w, &v->changes.list[i], page);
    say_more(v->changes.count, page);
    if (v->draft_count + v->changes.count == 0)
        page_words(page, _("Only the order differs, or rows that could not be used."));
    page_add(page, ROW_GAP, "");
    say_word(page, _("Bring it back"), ACT_BRING, "bring");
    say_word(page, _("Not now, and ask me again"), ACT_NOT_NOW, "not now");
    say_word(page, _("Let it go"), ACT_LET_GO, "let it go");
}

static void sure_build(struct page *page)
{
    page_say(page, &page->title, _("Let go of what was not saved"));
    page_add(page, ROW_HEADING, _("What was not saved will be gone for good."));
    say_word(page, _("Keep it after all"), ACT_NOT_NOW, "keep it");
    say_word(page, _("Let it go for good"), ACT_SURE, "let it go");
}

/* Put the other version in the place of the plan. The sums borrow from the plan: they are counted
 * before the old one goes. */
static void take_plan(struct wizard *w)
{
    struct plan *was = w->plan;
    const char *form = plan_str(w->version.plan, F_PLAN_FORM, "");
    bool other = strcmp(plan_str(was, F_PLAN_FORM, ""), form) != 0;
    wizard_forget_actions(w);
    w->plan = w->version.plan;
    w->version.plan = NULL;
    w->unsaved = true;
    wizard_recount(w);
    plan_free(was);
    if (other && *form)
        wizard_ask(w, FX_FORM, form);
}

static void bring(struct wizard *w)
{
    struct version *v = &w->version;
    size_t brought = 0;
    if (v->plan)
        take_plan(w);
    while (brought < v->draft_count && wizard_bring_draft(w, &v->drafts[brought]) == ST_OK)
        brought++;
    if (brought < v->draft_count) {
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    bool typed = brought > 0;
    struct place place = typed ? place_of_draft(&v->drafts[0]) : place_of(PLACE_TASKS);
    version_free(v);
    wizard_home(w);
    if (typed && place_stands(w, &place))
        wizard_go(w, place);
    wizard_ask(w, FX_BROUGHT, NULL);
    if (w->unsaved)
        wizard_ask(w, FX_SAVE, NULL);
    wizard_say(w, "%s",
               typed ? _("What you were writing is back. Go on where you were.")
                     : _("It is back, as you left it."));
}

/* Mine and the file's */

static void add_choice(const struct wizard *w, size_t i, struct page *page)
{
    const struct version *v = &w->version;
    const struct change *c = &v->changes.list[i];
    struct text t = {0}, value = {0};
    add_name(w, naming(w, c), c, &t);
    add_value(w, v->theirs[i] ? v->plan : w->plan, c, &t);
    struct row *row = page_item(page, text_str(&t), ACT_CHOICE);
    row->number = i;
    page_say(page, &row->state, v->theirs[i] ? _("the file's") : _("yours"));
    text_clear(&t);
    add_value(w, v->theirs[i] ? w->plan : v->plan, c, &value);
    text_addf(&t, v->theirs[i] ? _("yours: %s") : _("the file's: %s"), text_str(&value));
    page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    text_free(&t);
    text_free(&value);
}

static void file_build(const struct wizard *w, struct page *page)
{
    const struct version *v = &w->version;
    struct text t = {0};
    page_say(page, &page->title, _("Two versions of your plan"));
    page_add(page, ROW_HEADING, _("Another program changed the plan's file."));
    text_addf(&t, _("Nothing is lost. Your version is kept in this file, too:\n%s"),
              v->kept ? v->kept : "");
    page_words(page, text_str(&t));
    text_free(&t);
    page_words(page, _("Where the two differ, choose whose words stay. Enter changes a choice."));
    page_add(page, ROW_GAP, "");
    for (size_t i = 0; i < v->changes.count; i++)
        add_choice(w, i, page);
    page_add(page, ROW_GAP, "");
    say_word(page, _("Save it like this"), ACT_TAKE, "save it");
    say_word(page, _("Choose all of the file's"), ACT_FILE, "all of the file");
}

/* Put the chosen facts of the file into the plan, as one action. A name that the plan does not have
 * is not referred to. */
static enum status take_chosen(struct wizard *w)
{
    struct version *v = &w->version;
    enum status st = ST_OK;
    wizard_begin(w, "%s", _("take over what the file says"));
    for (size_t i = 0; !st && i < v->changes.count; i++) {
        const struct change *c = &v->changes.list[i];
        if (v->theirs[i])
            st = plan_set_named(w->plan, c->section, c->item, c->field, compare_value(v->plan, c),
                                &w->action.edits);
    }
    return st;
}

static bool is_reference(enum field field)
{
    return schema_fields[field].kind == KIND_REF || schema_fields[field].kind == KIND_REFS;
}

/* Whether every name in a value of the plan is there. */
static bool refers_well(const struct plan *plan, enum field field, const char *item)
{
    char name[NAME_MAX_LEN + 1];
    const char *value = plan_fact(plan, field, item);
    if (!value || strcmp(value, "?") == 0)
        return true;
    if (schema_fields[field].kind == KIND_REF)
        return (schema_fields[field].words && strcmp(schema_fields[field].words, value) == 0) ||
               plan_ref_ok(plan, schema_fields[field].to, value);
    for (size_t i = 0; plan_ref(plan, field, item, i, name); i++)
        if (!plan_ref_ok(plan, schema_fields[field].to, name))
            return false;
    return true;
}

/* What refers to something that was not chosen is "not sure yet". */
static enum status mend_references(struct wizard *w)
{
    enum status st = ST_OK;
    for (int f = 0; !st && f < FIELD_COUNT; f++) {
        enum field field = (enum field)f;
        enum section section = schema_fields[field].section;
        for (size_t i = 0; !st && is_reference(field) && i < plan_count(w->plan, section); i++) {
            const char *item = plan_item(w->plan, section, i);
            if (!refers_well(w->plan, field, item))
                st = plan_set(w->plan, field, item, "?", PLAN_LAST, &w->action.edits);
        }
    }
    return st;
}

static void save_chosen(struct wizard *w)
{
    enum status st = take_chosen(w);
    if (!st)
        st = mend_references(w);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(st));
        return;
    }
    wizard_end(w);
    version_free(&w->version);
    wizard_ask(w, FX_TAKE_ALL, NULL);
    wizard_ask(w, FX_SAVE, NULL);
    wizard_home(w);
}

static void choose_file(struct wizard *w)
{
    for (size_t i = 0; i < w->version.changes.count; i++)
        w->version.theirs[i] = true;
    wizard_rebuild(w);
}

/* The page */

static void versions_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    if (w->version.from == VERSION_FILE)
        file_build(w, page);
    else if (w->version.from == VERSION_UNSAVED && w->version.sure)
        sure_build(page);
    else if (w->version.from == VERSION_UNSAVED)
        unsaved_build(w, page);
    else
        page_item(page, _("Go on"), ACT_NOT_NOW);
}

static void versions_open(struct wizard *w, const struct row *row)
{
    struct version *v = &w->version;
    switch ((enum versions_act)row->act) {
    case ACT_BRING:
        bring(w);
        break;
    case ACT_NOT_NOW:
        version_free(v);
        wizard_back(w);
        break;
    case ACT_LET_GO:
        v->sure = true;
        wizard_arrive(w);
        break;
    case ACT_SURE:
        version_free(v);
        wizard_ask(w, FX_LET_GO, NULL);
        wizard_back(w);
        break;
    case ACT_CHOICE:
        v->theirs[row->number] = !v->theirs[row->number];
        break;
    case ACT_TAKE:
        save_chosen(w);
        break;
    case ACT_FILE:
        choose_file(w);
        break;
    }
}

const struct place_type versions_place = {
    .build = versions_build,
    .open = versions_open,
    .help = N_("Two versions of your plan are there. Nothing is thrown away before you choose."),
};
