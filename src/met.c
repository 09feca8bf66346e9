/*
 * The pages of what meets each need: all needs, what is open first; and one need, for which the
 * lines, costs and goals that are there already can be chosen.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/coverage.h"
#include "supportplan/lines.h"
#include "supportplan/places.h"
#include "supportplan/record.h"

enum act { ACT_NEED = 1, ACT_ADD, ACT_DONE, ACT_TURN, ACT_ELSE, ACT_RECORD };

/* One need with what meets it */

static void add_sentence(struct page *page, struct text *t)
{
    if (t->len > 0)
        page_add(page, ROW_TEXT, text_str(t))->indent = 1;
    text_clear(t);
}

/* What stands there already is not said a second time. */
static void add_same(const struct wizard *w, const struct coverage_need *same, struct page *page)
{
    struct text t = {0}, name = {0};
    phrase_item(w->plan, w->form, SEC_NEED, same->item, &name);
    text_addf(&t, _("The same as for: %s"), text_str(&name));
    phrase_end(&t);
    t.nomem = t.nomem || name.nomem;
    add_sentence(page, &t);
    text_free(&name);
    text_free(&t);
}

static void add_links(const struct wizard *w, const struct coverage *all,
                      const struct coverage_need *need, struct page *page)
{
    struct text t = {0};
    const struct coverage_need *same = all ? coverage_same(all, need) : NULL;
    bool said = all && (need->how == COVERAGE_NOTHING || need->how == COVERAGE_UNSURE);
    if (!said) /* else the line of the need says it */
        coverage_else(w->plan, need, &t);
    add_sentence(page, &t);
    if (same) {
        add_same(w, same, page);
        return;
    }
    for (size_t i = 0; i < need->count; i++) {
        coverage_link_words(w->plan, w->form, &w->budget, &need->links[i], &t);
        add_sentence(page, &t);
    }
    coverage_sum_words(w->plan, w->form, &w->budget, need, &t);
    add_sentence(page, &t);
    text_free(&t);
}

/* All needs */

static void add_need(const struct wizard *w, const struct coverage *all,
                     const struct coverage_need *need, struct page *page)
{
    struct text t = {0};
    phrase_item(w->plan, w->form, SEC_NEED, need->item, &t);
    struct row *row = page_item(page, text_str(&t), ACT_NEED);
    snprintf(row->item, sizeof row->item, "%s", need->item);
    text_clear(&t);
    coverage_state(need, &t);
    if (!need->assessed)
        text_add(&t, _(", not counted by the council"));
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
    add_links(w, all, need, page);
}

static void met_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct coverage coverage = {0};
    struct text t = {0};
    (void)here;
    page_say(page, &page->title, _("What meets each need"));
    page_say(page, &page->prompt, _("Which need? "));
    page_say(page, &page->hint, _("Enter choose what meets it   F1 help   Esc back"));
    if (coverage_make(w->plan, &w->budget, &coverage) == ST_OK) {
        if (coverage.count != 1) /* one need says it itself */
            coverage_words(&coverage, &t);
        page_words(page, text_str(&t));
    }
    for (size_t i = 0; i < coverage.count; i++)
        add_need(w, &coverage, &coverage.needs[i], page);
    text_free(&t);
    coverage_free(&coverage);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Add a need"), ACT_ADD, "add");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void met_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_MET_NEED);
    snprintf(p.item, sizeof p.item, "%s", row->item);
    if (row->act == ACT_NEED)
        wizard_go(w, p);
    else if (row->act == ACT_ADD)
        record_start(w, SEC_NEED, "");
    else
        wizard_back(w);
}

static bool met_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd != CMD_ADD)
        return place_next_back(w, cmd, arg);
    record_start(w, SEC_NEED, "");
    return true;
}

const struct place_type met_place = {
    .build = met_build,
    .open = met_open,
    .next = wizard_back,
    .command = met_command,
    .help = N_("Each need stands here with what meets it: by whom, when, and at what cost. "
               "Needs with nothing beside them come first. Enter on a need lets you choose what "
               "meets it."),
};

/* One need */

/* What may meet a need, and the field in which it says so. */
static const enum field turning[] = {F_TIME_NEEDS, F_COST_NEEDS, F_GOAL_NEEDS};

/* "Wash and dress, with Sunrise Care, Monday to Friday" */
static void choice_words(const struct wizard *w, enum section section, const char *item,
                         struct text *out)
{
    if (section != SEC_TIME) {
        phrase_reference(w->plan, w->form, section, item, out);
        return;
    }
    struct week_line line = line_read(w->plan, item);
    line_what(w->plan, w->form, &line, out);
    if (line.varying || !line.days_known)
        return;
    text_add(out, ", ");
    days_words(out, line.days);
}

static void add_choices(const struct wizard *w, enum field field, const char *need,
                        struct page *page)
{
    enum section section = schema_fields[field].section;
    for (size_t i = 0; i < plan_count(w->plan, section); i++) {
        const char *item = plan_item(w->plan, section, i);
        struct text t = {0};
        choice_words(w, section, item, &t);
        struct row *row = page_item(page, text_str(&t), ACT_TURN);
        snprintf(row->item, sizeof row->item, "%s", item);
        row->field = field;
        if (plan_refers(w->plan, field, item, need))
            page_say(page, &row->state, _("chosen"));
        text_free(&t);
    }
}

static void add_else(const struct wizard *w, const char *need, struct page *page)
{
    struct text t = {0};
    struct row *row = page_choice(page, form_label(w->form, F_NEED_MET_BY), ACT_ELSE, "other");
    phrase_value(w->plan, w->form, F_NEED_MET_BY, need, &t);
    page_say(page, &row->state, t.len ? text_str(&t) : _("not answered"));
    text_free(&t);
}

static void need_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct coverage coverage = {0};
    struct text t = {0};
    phrase_item(w->plan, w->form, SEC_NEED, here->item, &t);
    page_say(page, &page->title, text_str(&t));
    text_free(&t);
    page_say(page, &page->prompt, _("Which one helps with it? "));
    page_say(page, &page->hint, _("Enter choose or let go   F2 done   F1 help   Esc back"));
    page->several = ACT_TURN;
    page_add(page, ROW_HEADING, _("Which of these help with this need?"));
    for (size_t i = 0; i < sizeof turning / sizeof *turning; i++)
        add_choices(w, turning[i], here->item, page);
    add_else(w, here->item, page);
    if (coverage_make(w->plan, &w->budget, &coverage) == ST_OK) {
        page_add(page, ROW_HEADING, _("What meets it now"));
        for (size_t i = 0; i < coverage.count; i++)
            if (strcmp(coverage.needs[i].item, here->item) == 0)
                add_links(w, NULL, &coverage.needs[i], page);
    }
    coverage_free(&coverage);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Change this need"), ACT_RECORD, "change");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* Say of a line that it helps with the need, or that it does not any more. */
static void turn(struct wizard *w, const struct row *row)
{
    struct text names = {0}, what = {0};
    const char *need = wizard_at(w)->item;
    bool was = plan_refers(w->plan, row->field, row->item, need);
    plan_refs_turned(w->plan, row->field, row->item, need, &names);
    phrase_item(w->plan, w->form, schema_fields[row->field].section, row->item, &what);
    wizard_begin(w, _("what helps with a need"));
    if (text_status(&names) == ST_OK &&
        wizard_set(w, row->field, row->item, text_str(&names)) == ST_OK) {
        wizard_end(w);
        wizard_say(w, was ? _("%s does not help with it now.") : _("%s helps with it."),
                   text_str(&what));
    } else {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    }
    text_free(&names);
    text_free(&what);
}

static void need_open(struct wizard *w, const struct row *row)
{
    char need[NAME_MAX_LEN + 1];
    snprintf(need, sizeof need, "%s", wizard_at(w)->item);
    if (row->act == ACT_TURN)
        turn(w, row);
    else if (row->act == ACT_ELSE)
        record_go_field(w, F_NEED_MET_BY, need);
    else if (row->act == ACT_RECORD)
        record_go(w, SEC_NEED, need);
    else
        wizard_back(w);
}

const struct place_type met_need_place = {
    .build = need_build,
    .open = need_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Everything in your plan that can help stands here. Enter says that it helps with "
               "this need; Enter again takes that back. Nothing is written twice."),
};
