#include "supportplan/field.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "field_rows.h"
#include "supportplan/entry.h"
#include "supportplan/lived.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/record.h"
#include "supportplan/rehearsal.h"
#include "supportplan/steps.h"
#include "supportplan/typed.h"

enum field field_asked(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_FIELD)
        return schema_field_dotted(fp->field);
    return here->kind == PLACE_FIELD ? here->field : FIELD_NONE;
}

const char *field_item(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_FIELD)
        return wizard_page_item(field_asked(w, here));
    return here->item;
}

/* Making the page */

/* A date stands there as people write it, which is understood when it is typed, too. */
static char *field_text(const struct wizard *w, const struct place *here)
{
    enum field field = field_asked(w, here);
    struct text t = {0};
    if (field == FIELD_NONE || plan_known(w->plan, field, field_item(w, here)) != KNOWN)
        return NULL;
    const char *value = plan_str(w->plan, field, field_item(w, here));
    if (schema_fields[field].kind == KIND_DATE)
        schema_show(field, value, &t);
    else
        text_add(&t, value);
    return text_take(&t);
}

/* What happened is asked beside what the plan expected. */
static void say_expected(const struct wizard *w, enum field field, struct page *page)
{
    struct text t = {0};
    lived_expected(w->plan, w->form, &w->budget, field, &t);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void field_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const char *question = form_question(w->form, here->field);
    struct text t = {0};
    if (*here->item && schema_sections[here->table].items == ITEMS_NUMBERED)
        phrase_item(w->plan, w->form, here->table, here->item, &t);
    page_say(page, &page->title, t.len ? text_str(&t) : form_label(w->form, here->field));
    text_free(&t);
    page->asks = true;
    page_add(page, ROW_HEADING, question);
    rehearsal_words(w, here, page);
    say_expected(w, here->field, page);
    field_rows(w, here->field, here->item, page);
}

static void page_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    field_rows(w, schema_field_dotted(fp->field), field_item(w, here), page);
    page_choice(page, _("More about this question"), ACT_MORE, "more");
}

/* Taking the answer */

/* What was kept, in a sentence that ends once. On a screen the question has gone by then, and of
 * "no" or "nothing" alone nobody knows what it answers. */
static void say_kept(struct wizard *w, enum field field, const char *what)
{
    size_t n = strlen(what);
    const char *stop = n > 0 && strchr(".!?", what[n - 1]) ? "" : ".";
    if (w->mode == MODE_PLAIN)
        wizard_say(w, _("Kept: %s%s"), what, stop);
    else
        wizard_say(w, _("Kept. %s: %s%s"), form_label(w->form, field), what, stop);
}

/* Put canonical values into the fields: the one that was asked, and one beside it. */
static bool put_values(struct wizard *w, enum field field, const char *value,
                       const struct typed_also *also)
{
    const char *item = field_item(w, wizard_here(w));
    return wizard_set(w, field, item, value) == ST_OK &&
           (also->field == FIELD_NONE || wizard_set(w, also->field, item, also->value) == ST_OK);
}

static void say_put(struct wizard *w, enum field field, const char *value,
                    const struct typed_also *also)
{
    struct text t = {0};
    const char *item = field_item(w, wizard_here(w));
    phrase_value(w->plan, w->form, field, item, &t);
    if (also->field != FIELD_NONE) {
        text_add(&t, ", ");
        phrase_value(w->plan, w->form, also->field, item, &t);
    }
    if (*value)
        say_kept(w, field, text_str(&t));
    else
        wizard_say(w, _("%s is empty now."), form_label(w->form, field));
    text_free(&t);
}

/* Put a canonical value, and what was said with it, in an action named after the field. */
static bool put_with(struct wizard *w, enum field field, const char *value,
                     const struct typed_also *also)
{
    struct place *here = wizard_here(w);
    bool begun = *here->item != '\0';
    if (here->kind == PLACE_FIELD && !begun && !*value)
        return true;
    if (here->kind == PLACE_FIELD && !begun && schema_sections[here->table].items != ITEMS_NONE)
        wizard_begin(w, _("add %s"), record_name(here->table));
    else
        wizard_begin(w, _("change \"%s\""), form_label(w->form, field));
    bool right = here->kind != PLACE_FIELD || record_begin(w, here);
    if (!right || !put_values(w, field, value, also)) {
        wizard_drop(w);
        if (!begun)
            here->item[0] = '\0';
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return false;
    }
    wizard_end(w);
    w->answered_too = also->field;
    say_put(w, field, value, also);
    return true;
}

static bool put(struct wizard *w, enum field field, const char *value)
{
    return put_with(w, field, value, &(struct typed_also){.field = FIELD_NONE});
}

/* When a line of the week ends is understood by when it begins. */
static enum status end_typed(const struct wizard *w, const char *text, struct text *out)
{
    char s[8];
    minutes start, end;
    if (plan_clock(w->plan, F_TIME_START, field_item(w, wizard_at(w)), &start) != KNOWN ||
        entry_end_parse(start, text, &end) != ST_OK)
        return ST_SYNTAX;
    return schema_accept(F_TIME_END, clock_print(end, s), out);
}

static enum status typed(const struct wizard *w, enum field field, const char *text,
                         struct text *out, struct typed_also *also, struct fault *fault)
{
    if (!*text)
        return ST_OK;
    if (field == F_TIME_END && end_typed(w, text, out) == ST_OK)
        return ST_OK;
    return typed_accept(field, text, w->today, out, also, fault);
}

static bool take_field(struct wizard *w, const char *text)
{
    enum field field = field_asked(w, wizard_at(w));
    struct typed_also also = {.field = FIELD_NONE};
    struct fault fault = {0};
    if (field == FIELD_NONE)
        return true;
    struct text value = {0};
    enum status st = typed(w, field, text, &value, &also, &fault);
    if (st) {
        text_clear(&value);
        phrase_short(text, &value);
        wizard_trouble(w, _("%s: \"%s\" can't be used here. %s"), form_label(w->form, field),
                       text_str(&value), fault.text);
        text_free(&value);
        return false;
    }
    bool put_it = put_with(w, field, text_str(&value), &also);
    text_free(&value);
    return put_it;
}

static void step_on(struct wizard *w)
{
    const struct place *here = wizard_at(w);
    if (here->kind == PLACE_PAGE)
        steps_next(w);
    else if (here->walk)
        record_walk(w);
    else
        wizard_back(w);
}

/* What was said with an amount, as in "275 a week", is not asked next. */
static void field_next(struct wizard *w)
{
    enum field too = w->answered_too;
    w->answered_too = FIELD_NONE;
    step_on(w);
    if (too != FIELD_NONE && field_asked(w, wizard_at(w)) == too)
        step_on(w);
}

/* "Done": who hears a line of a list, and goes on, may take it for chosen. */
static void field_done(struct wizard *w)
{
    enum field field = field_asked(w, wizard_at(w));
    bool open = w->mode != MODE_PLAIN && field != FIELD_NONE &&
                page_edit_row(&w->page) == w->page.count &&
                plan_known(w->plan, field, field_item(w, wizard_at(w))) == NOT_GIVEN;
    field_next(w);
    if (open && !(w->message && *w->message))
        wizard_say(w, _("%s: nothing was chosen."), form_label(w->form, field));
}

/* Choosing */

static void toggle_ref(struct wizard *w, enum field field, const char *name)
{
    const char *item = field_item(w, wizard_at(w));
    struct text t = {0};
    plan_refs_turned(w->plan, field, item, name, &t);
    put(w, field, text_str(&t));
    text_free(&t);
}

static void choose(struct wizard *w, const struct row *row)
{
    enum field field = field_asked(w, wizard_at(w));
    char value[NAME_MAX_LEN + 1];
    if (row->act == ACT_UNPAID)
        snprintf(value, sizeof value, "%s", schema_fields[field].words);
    else if (*row->item)
        snprintf(value, sizeof value, "%s", row->item);
    else if (schema_fields[field].kind == KIND_YESNO)
        snprintf(value, sizeof value, "%s", row->number == 0 ? "yes" : "no");
    else
        schema_word(field, (int)row->number, value);
    if (put(w, field, value))
        field_next(w);
}

static void unsure(struct wizard *w)
{
    enum field field = field_asked(w, wizard_at(w));
    struct text value = {0};
    bool had =
        field != FIELD_NONE && plan_known(w->plan, field, field_item(w, wizard_at(w))) == KNOWN;
    if (field != FIELD_NONE && schema_accept(field, "?", &value) == ST_OK &&
        put(w, field, text_str(&value))) {
        wizard_keep_draft(w, NULL);
        wizard_say(w, "%s",
                   had ? _("Kept: not sure yet, in place of the answer. Undo brings it back.")
                       : _("Kept: not sure yet. It goes on the list of questions to ask."));
        field_next(w);
    }
    text_free(&value);
}

/* Words that were offered are the answer, in the place of what is typed. */
static void take_offer(struct wizard *w, const char *words)
{
    struct text value = {0};
    enum field field = field_asked(w, wizard_at(w));
    wizard_keep_draft(w, NULL);
    if (schema_accept(field, words, &value) == ST_OK && put(w, field, text_str(&value)))
        field_next(w);
    text_free(&value);
}

static void clear_field(struct wizard *w)
{
    enum field field = field_asked(w, wizard_at(w));
    bool had =
        field != FIELD_NONE && plan_known(w->plan, field, field_item(w, wizard_at(w))) != NOT_GIVEN;
    wizard_keep_draft(w, NULL);
    if (field == FIELD_NONE || !put(w, field, ""))
        return;
    if (had)
        wizard_say(w, _("%s is empty now. Undo brings it back."), form_label(w->form, field));
    field_next(w);
}

static void field_open(struct wizard *w, const struct row *row)
{
    enum field field = field_asked(w, wizard_at(w));
    switch ((enum field_act)row->act) {
    case ACT_CHOOSE:
    case ACT_UNPAID:
        choose(w, row);
        break;
    case ACT_TOGGLE:
        toggle_ref(w, field, row->item);
        break;
    case ACT_NEW_REF:
        record_start(w, schema_fields[field].to, "");
        break;
    case ACT_OFFER:
        take_offer(w, row->text);
        break;
    case ACT_UNSURE:
        unsure(w);
        break;
    case ACT_CLEAR:
        clear_field(w);
        break;
    case ACT_NEXT:
        field_next(w);
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    }
}

static bool field_command(struct wizard *w, enum command cmd, const char *arg)
{
    const struct place *here = wizard_at(w);
    if (cmd == CMD_NEXT)
        field_next(w);
    else if (cmd == CMD_PREVIOUS && here->kind == PLACE_FIELD && here->walk)
        record_walk_back(w);
    else if (cmd == CMD_UNSURE)
        unsure(w);
    else if (cmd == CMD_CLEAR)
        clear_field(w);
    else
        return steps_command(w, cmd, arg);
    return true;
}

const struct place_type field_page = {
    .build = page_build,
    .open = field_open,
    .text = field_text,
    .take = take_field,
    .next = field_done,
    .command = field_command,
    .help = STEPS_HELP,
};

const struct place_type field_place = {
    .build = field_build,
    .open = field_open,
    .text = field_text,
    .take = take_field,
    .next = field_done,
    .command = field_command,
    .help =
        N_("Type the answer, or choose one. Enter keeps it. In a long answer Enter begins a new "
           "line, and F2 or Done keeps it."),
    .plain_help = N_("Type the answer, or choose one by its number. A long answer ends with a full "
                     "stop on a line of its own."),
};

void field_items(const struct wizard *w, const enum field fields[], size_t count, int act,
                 struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < count; i++) {
        struct row *row = page_item(page, form_label(w->form, fields[i]), act);
        row->field = fields[i];
        text_clear(&t);
        phrase_value(w->plan, w->form, fields[i], "", &t);
        page_say(page, &row->state, t.len ? text_str(&t) : _("not answered"));
    }
    text_free(&t);
}

void field_go(struct wizard *w, enum field field)
{
    record_go_field(w, field, "");
}
