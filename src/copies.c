#include "supportplan/copies.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/record.h"

enum act { ACT_READ = 1, ACT_ADD, ACT_DONE };

/* What can be made of any plan. */
static const struct {
    const char *whom, *text;
} kinds[] = {
    {"fridge", N_("A page for the fridge")},
    {"card", N_("A card for the wallet")},
    {"timetable", N_("The timetable and the costs only")},
    {"shared", N_("The plan without what is private")},
    {"whole", N_("The whole plan")},
};
#define KIND_COUNT (sizeof kinds / sizeof *kinds)

/* What a text is called: by its kind, or by who it is for. */
static void add_title(const struct wizard *w, const char *whom, struct text *out)
{
    struct text name = {0};
    bool copy = plan_place(w->plan, SEC_COPY, whom) != PLAN_LAST;
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (strcmp(kinds[i].whom, whom) == 0)
            text_add(out, _(kinds[i].text));
    if (out->len == 0) {
        phrase_item(w->plan, w->form, copy ? SEC_COPY : SEC_SUPPORTER, whom, &name);
        text_addf(out, copy ? _("A copy for %s") : _("A sheet for %s"), text_str(&name));
    }
    out->nomem = out->nomem || name.nomem;
    text_free(&name);
}

void copies_show(struct wizard *w, const char *whom, struct text *text, struct text *told)
{
    struct text title = {0};
    add_title(w, whom, &title);
    struct paper paper = {.whom = text_copy(whom)};
    paper.title = text_take(&title);
    paper.text = text_take(text);
    paper.told = text_take(told);
    if (paper.title && paper.whom && paper.text && paper.told)
        paper_show(w, &paper);
    else
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    paper_free(&paper);
}

/* The page */

/* word is what can be typed for it. */
static struct row *add_copy(const struct wizard *w, const char *whom, const char *word,
                            struct page *page)
{
    struct text t = {0};
    add_title(w, whom, &t);
    struct row *row = page_choice(page, text_str(&t), ACT_READ, word);
    snprintf(row->item, sizeof row->item, "%s", whom);
    text_free(&t);
    return row;
}

static const char *name_of(const struct wizard *w, enum field name, const char *item)
{
    return plan_known(w->plan, name, item) == KNOWN ? plan_str(w->plan, name, item) : "";
}

static void add_people(const struct wizard *w, struct page *page)
{
    size_t count = plan_count(w->plan, SEC_SUPPORTER);
    if (count > 0)
        page_add(page, ROW_HEADING, _("For who supports me: their hours, and how to help"));
    for (size_t i = 0; i < count; i++) {
        const char *item = plan_item(w->plan, SEC_SUPPORTER, i);
        add_copy(w, item, name_of(w, F_SUPPORTER_NAME, item), page);
    }
}

/* How many answers the plan keeps back from others. */
static void private_state(const struct wizard *w, struct text *out)
{
    size_t count = 0;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ANSWER); i++)
        count += plan_is(w->plan, F_ANSWER_PRIVATE, plan_item(w->plan, SEC_ANSWER, i), "yes");
    if (count == 0)
        text_add(out, _("no answer is marked private"));
    else
        text_addf(out,
                  ngettext("%zu private answer stays out", "%zu private answers stay out",
                           (unsigned long)count),
                  count);
}

static void add_kinds(const struct wizard *w, struct page *page)
{
    struct text state = {0};
    private_state(w, &state);
    page_add(page, ROW_HEADING, _("For everybody else"));
    for (size_t i = 0; i < KIND_COUNT; i++) {
        struct row *row = add_copy(w, kinds[i].whom, kinds[i].whom, page);
        if (strcmp(kinds[i].whom, "shared") == 0)
            page_say(page, &row->state, text_str(&state));
    }
    text_free(&state);
}

/* Who gets a copy, and how much of the plan is in it. */
static void add_list(const struct wizard *w, struct page *page)
{
    page_add(page, ROW_HEADING, _("Who gets a copy"));
    for (size_t i = 0; i < plan_count(w->plan, SEC_COPY); i++) {
        const char *copy = plan_item(w->plan, SEC_COPY, i);
        struct text t = {0};
        struct row *row = add_copy(w, copy, name_of(w, F_COPY_WHO, copy), page);
        phrase_value(w->plan, w->form, F_COPY_WHICH, copy, &t);
        page_say(page, &row->state, t.len ? text_str(&t) : _("how much is not said yet"));
        text_free(&t);
    }
    page_choice(page, _("Say who gets a copy"), ACT_ADD, "add");
}

static void copies_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Sheets and copies"));
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter read it   F1 help   F3 save   Esc back"));
    page_words(page, _("You read each one first. Nothing is written until you save it."));
    add_people(w, page);
    add_kinds(w, page);
    add_list(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void copies_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_READ)
        wizard_ask(w, FX_PAPER, row->item);
    else if (row->act == ACT_ADD)
        record_start(w, SEC_COPY, "");
    else
        wizard_back(w);
}

static bool copies_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd != CMD_ADD)
        return place_next_back(w, cmd, arg);
    record_start(w, SEC_COPY, "");
    return true;
}

const struct place_type copies_place = {
    .build = copies_build,
    .open = copies_open,
    .next = wizard_back,
    .command = copies_command,
    .help = N_("A sheet holds what one person needs, and nothing else. A copy without what is "
               "private leaves out the answers that you marked so. Choose one to read it."),
};
