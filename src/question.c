/*
 * The pages that ask: answers, single fields, tables and their records, the
 * checklist, the feedback form.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/sentences.h"
#include "supportplan/wizard.h"

enum act {
    ACT_WORDS = 1,
    ACT_UNSURE,
    ACT_PICTURE,
    ACT_MORE,
    ACT_NEXT,
    ACT_CLEAR,
    ACT_CHOOSE,
    ACT_TOGGLE,
    ACT_RECORD,
    ACT_ADD,
    ACT_DELETE,
    ACT_FIELD,
    ACT_DONE,
    ACT_ENTRY,
    ACT_FEEDBACK,
    ACT_KEEP_FEEDBACK,
    ACT_PRICE,
    ACT_ADD_PRICE,
    ACT_NEW_REF,
    ACT_UNPAID
};

/* What a place of this room asks for */

static enum field field_of(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_FIELD)
        return schema_field_dotted(fp->field);
    return here->kind == PLACE_FIELD ? here->field : FIELD_NONE;
}

static const char *item_of(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_FIELD)
        return wizard_page_item(field_of(w, here));
    return here->item;
}

static enum section table_of(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_TABLE)
        return schema_section_named(fp->table);
    return here->table;
}

/* "a goal": what one record of a table is called when something is done with it. */
static const char *record_name(enum section table)
{
    static const struct {
        enum section table;
        const char *name;
    } names[] = {
        {SEC_NEED, N_("a need")},           {SEC_GOAL, N_("a goal")},
        {SEC_SUPPORTER, N_("a supporter")}, {SEC_RATE, N_("a price")},
        {SEC_WEEK, N_("a kind of week")},   {SEC_TIME, N_("a line of the week")},
        {SEC_COST, N_("a cost")},           {SEC_FUND, N_("other money")},
        {SEC_CONTACT, N_("a contact")},     {SEC_COVER, N_("who steps in")},
        {SEC_RISK, N_("a risk")},           {SEC_ACTION, N_("an action")},
        {SEC_REVIEW, N_("a review")},       {SEC_ATTACHMENT, N_("a picture or recording")},
        {SEC_COPY, N_("a copy")},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].table == table)
            return _(names[i].name);
    return _("a record");
}

/* Going through the pages of a section */

static size_t pages_that_apply(const struct wizard *w, const struct place *here, size_t *number)
{
    const struct form_section *s = form_section_at(w->form, here->section, NULL);
    size_t all = 0;
    for (unsigned i = 0; s && i < s->pages_count; i++) {
        if (i == here->page)
            *number = all + 1;
        all += wizard_page_applies(w, &s->pages[i]);
    }
    return all;
}

static void say_position(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    size_t number = 1, all = pages_that_apply(w, here, &number);
    if (all > 1)
        text_addf(&t, _("Question %zu of %zu"), number, all);
    page_say(page, &page->position, text_str(&t));
    text_free(&t);
}

/* Go to the next page of the section, or of the one before; from the last to the task list. */
static void step_page(struct wizard *w, int step)
{
    struct place p = *wizard_at(w);
    const struct form_section *s = form_section_at(w->form, p.section, NULL);
    if (!s)
        return;
    for (size_t i = p.page + (size_t)step; i < s->pages_count; i += (size_t)step) {
        if (!wizard_page_applies(w, &s->pages[i]))
            continue;
        wizard_turn(w, place_of_page(p.section, i));
        return;
    }
    size_t section = p.section;
    wizard_home(w);
    for (size_t i = 0; i < w->page.count; i++)
        if (row_focusable(&w->page.rows[i]) && w->page.rows[i].number == section + (step > 0))
            wizard_focus(w, i);
}

static void page_next(struct wizard *w)
{
    step_page(w, 1);
}

/* A long answer */

static void attachments_rows(const struct wizard *w, const char *answer, struct page *page)
{
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (!plan_is(w->plan, F_ATTACHMENT_ANSWER, item, answer))
            continue;
        struct text t = {0};
        text_addf(&t, _("See: %s"), plan_str(w->plan, F_ATTACHMENT_FILE, item));
        struct row *row = page_item(page, text_str(&t), ACT_RECORD);
        snprintf(row->item, sizeof row->item, "%s", item);
        page_row_say(page, &row->state, plan_str(w->plan, F_ATTACHMENT_ABOUT, item));
        text_free(&t);
    }
}

static void question_build(const struct wizard *w, const struct form_page *fp, struct page *page)
{
    const char *voice = plan_get(w->plan, F_ANSWER_VOICE, fp->answer);
    page->long_text = true;
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_add(page, ROW_GAP, "");
    page_add(page, ROW_EDIT, fp->label ? fp->label : _("Answer"));
    page_add(page, ROW_GAP, "");
    attachments_rows(w, fp->answer, page);
    struct row *row = page_item(page, _("Whose words are these?"), ACT_WORDS);
    page_row_say(page, &row->word, "words");
    page_row_say(page, &row->state,
                 voice ? form_word(w->form, F_ANSWER_VOICE, voice) : _("not said"));
    row = page_item(page, _("I am not sure yet"), ACT_UNSURE);
    page_row_say(page, &row->word, "unsure");
    if (plan_is(w->plan, F_ANSWER_STATE, fp->answer, "unsure"))
        page_row_choose(page, row);
    row = page_item(page, _("See my picture or recording"), ACT_PICTURE);
    page_row_say(page, &row->word, "picture");
    row = page_item(page, _("More about this question, and what the checker looks for"), ACT_MORE);
    page_row_say(page, &row->word, "more");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
    page_say(page, &page->hint,
             _("F2 done   Tab to the lines below   F1 help   F3 save   F4 hide   Esc back"));
}

static bool take_answer(struct wizard *w, const char *answer, const char *text)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    wizard_begin(w, _("change the answer to \"%s\""), fp->label ? fp->label : answer);
    enum status st = wizard_set(w, F_ANSWER_TEXT, answer, text);
    if (!st && *text && plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        st = wizard_set(w, F_ANSWER_STATE, answer, NULL);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(st));
        return false;
    }
    wizard_end(w);
    return true;
}

static void set_unsure(struct wizard *w, const char *answer)
{
    bool was = plan_is(w->plan, F_ANSWER_STATE, answer, "unsure");
    wizard_begin(w, "%s", _("say \"not sure yet\""));
    wizard_set(w, F_ANSWER_STATE, answer, was ? NULL : "unsure");
    wizard_end(w);
    wizard_say(w, "%s",
               was ? _("No longer marked as not sure.")
                   : _("Kept: not sure yet. It goes on the list of questions to ask."));
}

/* One field */

static void edit_rows(const struct wizard *w, enum field field, struct page *page)
{
    page->long_text = schema_fields[field].kind == KIND_TEXT;
    page_add(page, ROW_EDIT, form_label(w->form, field));
}

static void choice_rows(const struct wizard *w, enum field field, const char *item,
                        struct page *page)
{
    char word[NAME_MAX_LEN + 1];
    bool yes_no = schema_fields[field].kind == KIND_YESNO;
    int count = yes_no ? 2 : schema_word_count(field);
    for (int i = 0; i < count; i++) {
        if (yes_no)
            snprintf(word, sizeof word, "%s", i == 0 ? "yes" : "no");
        else
            schema_word(field, i, word);
        const char *words =
            yes_no ? (i == 0 ? _("Yes") : _("No")) : form_word(w->form, field, word);
        struct row *row = page_item(page, words, ACT_CHOOSE);
        row->number = (size_t)i;
        page_row_say(page, &row->word, word);
        if (plan_is(w->plan, field, item, word))
            page_row_choose(page, row);
    }
}

static bool field_names_item(const struct wizard *w, enum field field, const char *item,
                             const char *name)
{
    if (schema_fields[field].kind == KIND_REFS)
        return plan_refers(w->plan, field, item, name);
    return plan_is(w->plan, field, item, name);
}

static void ref_row(const struct wizard *w, enum field field, const char *item, const char *name,
                    struct page *page)
{
    struct text t = {0};
    enum section to = schema_fields[field].to;
    phrase_item(w->plan, w->form, to, name, &t);
    struct row *row = page_item(page, text_str(&t),
                                schema_fields[field].kind == KIND_REFS ? ACT_TOGGLE : ACT_CHOOSE);
    snprintf(row->item, sizeof row->item, "%s", name);
    if (field_names_item(w, field, item, name))
        page_row_choose(page, row);
    text_free(&t);
}

static void ref_rows(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    enum section to = schema_fields[field].to;
    if (to == SEC_FUND && plan_place(w->plan, SEC_FUND, "budget") == PLAN_LAST)
        ref_row(w, field, item, "budget", page);
    for (size_t i = 0; i < plan_count(w->plan, to); i++) {
        const char *name = plan_item(w->plan, to, i);
        /* A line's price is one of its own supporter's. */
        const char *supporter = plan_get(w->plan, F_TIME_SUPPORTER, item);
        if (field == F_TIME_RATE && supporter &&
            !plan_is(w->plan, F_RATE_SUPPORTER, name, supporter))
            continue;
        if (schema_name_ok(name))
            ref_row(w, field, item, name, page);
    }
    if (schema_fields[field].words) {
        struct row *row = page_item(page, _("Nobody: it is unpaid"), ACT_UNPAID);
        page_row_say(page, &row->word, schema_fields[field].words);
        if (plan_is(w->plan, field, item, schema_fields[field].words))
            page_row_choose(page, row);
    }
    if (to != SEC_RATE && to != SEC_WEEK) {
        struct text t = {0};
        text_addf(&t, _("Add %s"), record_name(to));
        page_row_say(page, &page_item(page, text_str(&t), ACT_NEW_REF)->word, "new");
        text_free(&t);
    }
}

static void field_rows(const struct wizard *w, enum field field, const char *item,
                       struct page *page)
{
    const struct form_words *words = form_words_for(w->form, field);
    if (words && words->help)
        page_words(page, words->help);
    for (unsigned i = 0; words && i < words->examples_count && i < 1; i++) {
        struct text t = {0};
        text_addf(&t, _("For example: \"%s\""), words->examples[i]);
        page_words(page, text_str(&t));
        text_free(&t);
    }
    page_add(page, ROW_GAP, "");
    enum kind kind = schema_fields[field].kind;
    if (kind == KIND_WORD || kind == KIND_YESNO)
        choice_rows(w, field, item, page);
    else if (kind == KIND_REF || kind == KIND_REFS)
        ref_rows(w, field, item, page);
    else
        edit_rows(w, field, page);
    page_add(page, ROW_GAP, "");
    if (!schema_fields[field].unsure) {
        struct row *row = page_item(page, _("I am not sure yet"), ACT_UNSURE);
        page_row_say(page, &row->word, "unsure");
        if (plan_known(w->plan, field, item) == NOT_SURE)
            page_row_choose(page, row);
    }
    page_row_say(page, &page_item(page, _("Leave it empty"), ACT_CLEAR)->word, "clear");
    if (kind == KIND_REFS)
        page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
    page_say(page, &page->hint, _("Enter keep   F2 done   F1 help   F3 save   F4 hide   Esc back"));
}

static char *field_text(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    if (fp && fp->kind == PAGE_QUESTION)
        return text_copy(plan_str(w->plan, F_ANSWER_TEXT, fp->answer));
    enum field field = field_of(w, here);
    if (field == FIELD_NONE || plan_known(w->plan, field, item_of(w, here)) != KNOWN)
        return NULL;
    return text_copy(plan_str(w->plan, field, item_of(w, here)));
}

static bool begin_record(struct wizard *w, struct place *here);

/* Lines may name w1 before there is any kind of week: it is made real before another one comes. */
static bool keep_first_week(struct wizard *w, enum section table)
{
    if (table != SEC_WEEK || plan_count(w->plan, SEC_WEEK) > 0)
        return true;
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++)
        if (plan_is(w->plan, F_TIME_WEEK, plan_item(w->plan, SEC_TIME, i), "w1"))
            return wizard_set(w, F_WEEK_NAME, "w1", _("Ordinary week")) == ST_OK;
    return true;
}

/* Whether a place asks for a field that can name records of a table. */
static bool names_records(const struct wizard *w, const struct place *place, enum section table)
{
    enum field field = field_of(w, place);
    return field != FIELD_NONE && table != SEC_NONE && schema_fields[field].to == table;
}

/* A record that is made while a field is asked which names such records is named there. */
static bool name_below(struct wizard *w, struct place *here, const char *name)
{
    struct place *below = here - 1;
    if (here == w->places || !names_records(w, below, here->table))
        return true;
    if (!begin_record(w, below))
        return false;
    enum field field = field_of(w, below);
    struct text t = {0};
    char other[NAME_MAX_LEN + 1];
    for (size_t i = 0; schema_fields[field].kind == KIND_REFS &&
                       plan_ref(w->plan, field, item_of(w, below), i, other);
         i++)
        text_addf(&t, "%s ", other);
    text_add(&t, name);
    bool named =
        text_status(&t) == ST_OK && wizard_set(w, field, item_of(w, below), text_str(&t)) == ST_OK;
    text_free(&t);
    return named;
}

/* Make the record that a place is about, where it is not begun yet. Within an action. */
static bool begin_record(struct wizard *w, struct place *here)
{
    if (*here->item || here->table == SEC_NONE ||
        schema_sections[here->table].items != ITEMS_NUMBERED)
        return true;
    char name[NAME_MAX_LEN + 1];
    if (!keep_first_week(w, here->table) ||
        plan_new_item(w->plan, here->table, name, &w->action.edits) != ST_OK)
        return false;
    snprintf(here->item, sizeof here->item, "%s", name);
    if (!name_below(w, here, name))
        return false;
    if (here->table == SEC_RATE && *here->parent)
        return wizard_set(w, F_RATE_SUPPORTER, name, here->parent) == ST_OK;
    if (here->table == SEC_ATTACHMENT && *here->parent)
        return wizard_set(w, F_ATTACHMENT_ANSWER, name, here->parent) == ST_OK;
    return true;
}

/* What was kept, in a sentence that ends once. */
static void say_kept(struct wizard *w, const char *what)
{
    size_t n = strlen(what);
    bool ends = n > 0 && strchr(".!?", what[n - 1]);
    wizard_say(w, ends ? _("Kept: %s") : _("Kept: %s."), what);
}

/* Put a canonical value, in an action named after the field. */
static bool put(struct wizard *w, enum field field, const char *value)
{
    struct place *here = wizard_here(w);
    bool begun = *here->item != '\0';
    if (here->kind == PLACE_FIELD && !begun && !*value)
        return true;
    if (here->kind == PLACE_FIELD && !begun && schema_sections[here->table].items == ITEMS_NUMBERED)
        wizard_begin(w, _("add %s"), record_name(here->table));
    else
        wizard_begin(w, _("change \"%s\""), form_label(w->form, field));
    bool right = here->kind != PLACE_FIELD || begin_record(w, here);
    if (!right || wizard_set(w, field, item_of(w, here), value) != ST_OK) {
        wizard_drop(w);
        if (!begun)
            here->item[0] = '\0';
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return false;
    }
    wizard_end(w);
    struct text t = {0};
    phrase_value(w->plan, w->form, field, item_of(w, here), &t);
    if (*value)
        say_kept(w, text_str(&t));
    else
        wizard_say(w, _("%s is empty now."), form_label(w->form, field));
    text_free(&t);
    return true;
}

static bool take_field(struct wizard *w, const char *text)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    if (fp && fp->kind == PAGE_QUESTION)
        return take_answer(w, fp->answer, text);
    enum field field = field_of(w, wizard_at(w));
    if (field == FIELD_NONE)
        return true;
    struct text value = {0};
    enum status st = *text ? schema_accept(field, text, &value) : ST_OK;
    if (st) {
        wizard_trouble(w, _("%s: \"%s\" can't be used here. What would be right: %s."),
                       form_label(w->form, field), text, schema_expected(field));
        text_free(&value);
        return false;
    }
    bool put_it = put(w, field, text_str(&value));
    text_free(&value);
    return put_it;
}

/* A record's fields, in the order in which the form asks them */

/* The page of a table that the person came from, or else the form's first. */
static const struct form_page *table_page(const struct wizard *w, enum section table)
{
    for (size_t i = w->depth; i-- > 0;) {
        const struct form_page *fp = place_page(w, &w->places[i]);
        if (fp && fp->kind == PAGE_TABLE && schema_section_named(fp->table) == table)
            return fp;
    }
    return form_page_of_field(w->form, schema_sections[table].first, NULL);
}

static size_t record_fields(const struct wizard *w, enum section table, enum field *out, size_t max)
{
    const struct form_page *fp = table_page(w, table);
    size_t n = 0;
    if (fp && fp->kind == PAGE_TABLE && fp->fields_count > 0) {
        for (unsigned i = 0; i < fp->fields_count && n < max; i++) {
            enum field field = schema_field_named(table, fp->fields[i]);
            if (field != FIELD_NONE)
                out[n++] = field;
        }
        return n;
    }
    const struct schema_section *s = &schema_sections[table];
    for (int i = 0; i < s->count && n < max; i++)
        out[n++] = (enum field)((int)s->first + i);
    return n;
}

/* Fields that say whose a record is are not asked where the page it was begun on says so. */
static bool is_given(enum field field, const char *parent)
{
    return *parent && (field == F_RATE_SUPPORTER || field == F_ATTACHMENT_ANSWER);
}

/* Whether a supporter is of a kind that is paid, and has no price yet. */
static bool needs_price(const struct wizard *w, const char *supporter)
{
    static const char *const paid[] = {"pa", "self-employed", "agency", "day-service", "council"};
    bool is_paid = false;
    for (size_t i = 0; i < sizeof paid / sizeof *paid; i++)
        is_paid = is_paid || plan_is(w->plan, F_SUPPORTER_KIND, supporter, paid[i]);
    for (size_t i = 0; is_paid && i < plan_count(w->plan, SEC_RATE); i++)
        if (plan_is(w->plan, F_RATE_SUPPORTER, plan_item(w->plan, SEC_RATE, i), supporter))
            return false;
    return is_paid;
}

/* Go on to the record's next field; past the last one, to the record. */
static void walk_on(struct wizard *w)
{
    enum field fields[64];
    struct place p = *wizard_at(w);
    size_t n = record_fields(w, p.table, fields, 64), i = 0;
    while (i < n && fields[i] != p.field)
        i++;
    for (i++;
         i < n && (is_given(fields[i], p.parent) || !wizard_field_applies(w, fields[i], p.item));
         i++)
        ;
    if (i < n) {
        p.field = fields[i];
        p.focus = 0;
        wizard_turn(w, p);
        return;
    }
    if (!*p.item) { /* every field was left empty: there is no record */
        wizard_back(w);
        return;
    }
    p.kind = PLACE_RECORD;
    p.field = FIELD_NONE;
    p.walk = false;
    p.focus = 0;
    wizard_turn(w, p);
    /* Somebody who is paid needs a price next; otherwise this record is done. */
    bool paid = p.table == SEC_SUPPORTER && needs_price(w, p.item);
    for (size_t r = 0; r < w->page.count; r++)
        if (w->page.rows[r].act == (paid ? ACT_ADD_PRICE : ACT_DONE))
            wizard_focus(w, r);
}

static void field_next(struct wizard *w)
{
    const struct place *here = wizard_at(w);
    if (here->kind == PLACE_PAGE)
        page_next(w);
    else if (here->walk)
        walk_on(w);
    else
        wizard_back(w);
}

static void start_record(struct wizard *w, enum section table, const char *parent)
{
    enum field fields[64];
    size_t n = record_fields(w, table, fields, 64), i = 0;
    while (i < n && is_given(fields[i], parent))
        i++;
    if (i == n)
        return;
    struct place p = place_of(PLACE_FIELD);
    p.table = table;
    p.field = fields[i];
    p.walk = true;
    snprintf(p.parent, sizeof p.parent, "%s", parent);
    wizard_go(w, p);
}

static void field_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const char *question = form_question(w->form, here->field);
    struct text t = {0};
    if (*here->item && schema_sections[here->table].items == ITEMS_NUMBERED)
        phrase_item(w->plan, w->form, here->table, here->item, &t);
    page_say(page, &page->title, t.len ? text_str(&t) : form_label(w->form, here->field));
    text_free(&t);
    page_add(page, ROW_HEADING, question);
    field_rows(w, here->field, here->item, page);
}

/* Choosing */

static void toggle_ref(struct wizard *w, enum field field, const char *name)
{
    const char *item = item_of(w, wizard_at(w));
    struct text t = {0};
    char other[NAME_MAX_LEN + 1];
    bool was = plan_refers(w->plan, field, item, name);
    for (size_t i = 0; plan_ref(w->plan, field, item, i, other); i++)
        if (strcmp(other, name) != 0)
            text_addf(&t, "%s%s", t.len ? " " : "", other);
    if (!was)
        text_addf(&t, "%s%s", t.len ? " " : "", name);
    put(w, field, text_str(&t));
    text_free(&t);
}

static void choose(struct wizard *w, const struct row *row)
{
    enum field field = field_of(w, wizard_at(w));
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

static void open_more(struct wizard *w)
{
    wizard_go(w, place_of(PLACE_MORE));
}

static void unsure(struct wizard *w)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    if (fp && fp->kind == PAGE_QUESTION) {
        /* A row on the screen is chosen and left again; a word in plain lines is said once. */
        if (!w->plain || !plan_is(w->plan, F_ANSWER_STATE, fp->answer, "unsure"))
            set_unsure(w, fp->answer);
        if (w->plain)
            field_next(w);
        return;
    }
    enum field field = field_of(w, wizard_at(w));
    struct text value = {0};
    if (field != FIELD_NONE && schema_accept(field, "?", &value) == ST_OK &&
        put(w, field, text_str(&value))) {
        wizard_keep_draft(w, NULL);
        wizard_say(w, "%s", _("Kept: not sure yet. It goes on the list of questions to ask."));
        field_next(w);
    }
    text_free(&value);
}

static void clear_answer(struct wizard *w)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    wizard_keep_draft(w, NULL);
    if (fp && fp->kind == PAGE_QUESTION) {
        take_answer(w, fp->answer, "");
        wizard_say(w, "%s", _("The answer is empty now. Undo brings it back."));
        wizard_turn(w, *wizard_at(w));
        return;
    }
    enum field field = field_of(w, wizard_at(w));
    if (field != FIELD_NONE && put(w, field, ""))
        field_next(w);
}

/* Tables and records */

/* "13.87 an hour", "15.00 an hour, weekends". */
static void price_words(const struct wizard *w, const char *rate, struct text *out)
{
    pence price;
    int unit, when;
    char s[MONEY_ROOM], word[NAME_MAX_LEN + 1];
    if (plan_money(w->plan, F_RATE_PRICE, rate, &price) == KNOWN)
        text_add(out, money_show(price, s));
    else
        text_add(out, _("price not known yet"));
    if (plan_word(w->plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        text_addf(out, " %s", phrase_unit((enum unit)unit));
    if (plan_word(w->plan, F_RATE_WHEN, rate, &when) == KNOWN && when > 0)
        text_addf(out, ", %s",
                  form_word(w->form, F_RATE_WHEN, schema_word(F_RATE_WHEN, when, word)));
}

/* "Sunrise Care, 13.87 an hour" */
static void price_of_whom(const struct wizard *w, const char *rate, struct text *out)
{
    phrase_value(w->plan, w->form, F_RATE_SUPPORTER, rate, out);
    text_add(out, out->len ? ", " : "");
    price_words(w, rate, out);
}

static void record_row(const struct wizard *w, enum section table, const char *item,
                       struct page *page)
{
    struct text t = {0};
    if (table == SEC_RATE)
        price_of_whom(w, item, &t);
    else
        phrase_item(w->plan, w->form, table, item, &t);
    struct row *row = page_item(page, text_str(&t), ACT_RECORD);
    snprintf(row->item, sizeof row->item, "%s", item);
    text_free(&t);
}

static bool listed(enum section table, const char *item)
{
    return table != SEC_FUND || strcmp(item, "budget") != 0;
}

static void table_build(const struct wizard *w, const struct form_page *fp, struct page *page)
{
    enum section table = schema_section_named(fp->table);
    struct text t = {0};
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_add(page, ROW_GAP, "");
    for (size_t i = 0; i < plan_count(w->plan, table); i++)
        if (listed(table, plan_item(w->plan, table, i)))
            record_row(w, table, plan_item(w->plan, table, i), page);
    text_addf(&t, _("Add %s"), record_name(table));
    page_row_say(page, &page_item(page, text_str(&t), ACT_ADD)->word, "add");
    text_free(&t);
    page_add(page, ROW_GAP, "");
    page_row_say(
        page,
        &page_item(page, _("More about this question, and what the checker looks for"), ACT_MORE)
             ->word,
        "more");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
    page_say(page, &page->hint,
             _("Enter open   a add   d delete   u undo   F2 done   F1 help   Esc back"));
}

static void price_rows(const struct wizard *w, const char *supporter, struct page *page)
{
    page_add(page, ROW_HEADING, _("Prices"));
    for (size_t i = 0; i < plan_count(w->plan, SEC_RATE); i++) {
        const char *rate = plan_item(w->plan, SEC_RATE, i);
        if (!plan_is(w->plan, F_RATE_SUPPORTER, rate, supporter))
            continue;
        struct text t = {0};
        price_words(w, rate, &t);
        struct row *row = page_item(page, text_str(&t), ACT_PRICE);
        snprintf(row->item, sizeof row->item, "%s", rate);
        row->indent = 1;
        text_free(&t);
    }
    struct row *row = page_item(page, _("Add a price"), ACT_ADD_PRICE);
    page_row_say(page, &row->word, "price");
    row->indent = 1;
}

static void record_build(const struct wizard *w, const struct place *here, struct page *page)
{
    enum field fields[64];
    size_t n = record_fields(w, here->table, fields, 64);
    struct text t = {0};
    phrase_item(w->plan, w->form, here->table, here->item, &t);
    page_say(page, &page->title, text_str(&t));
    page_say(page, &page->prompt, _("Which line? "));
    if (here->table == SEC_TIME) {
        text_clear(&t);
        sentence_line(w->plan, w->form, &w->budget, here->item, &t);
        page_words(page, text_str(&t));
        page_add(page, ROW_GAP, "");
    }
    for (size_t i = 0; i < n; i++) {
        struct row *row = page_item(page, form_label(w->form, fields[i]), ACT_FIELD);
        row->field = fields[i];
        text_clear(&t);
        phrase_value(w->plan, w->form, fields[i], here->item, &t);
        page_row_say(page, &row->state, t.len ? text_str(&t) : _("not answered"));
    }
    text_free(&t);
    if (here->table == SEC_SUPPORTER)
        price_rows(w, here->item, page);
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Delete this"), ACT_DELETE)->word, "delete");
    page_row_say(page, &page_item(page, _("Done"), ACT_DONE)->word, "done");
    page_say(page, &page->hint,
             _("Enter change   d delete   u undo   F2 done   F1 help   Esc back"));
}

static void remove_record(struct wizard *w, enum section table, const char *item)
{
    struct text t = {0};
    phrase_item(w->plan, w->form, table, item, &t);
    wizard_begin(w, _("delete \"%s\""), text_str(&t));
    if (plan_remove(w->plan, table, item, &w->action.edits) == ST_OK) {
        wizard_end(w);
        wizard_say(w, _("Removed %s. Undo brings it back."), text_str(&t));
    } else {
        wizard_drop(w);
    }
    text_free(&t);
}

static void open_record(struct wizard *w, enum section table, const char *item)
{
    struct place p = place_of(PLACE_RECORD);
    p.table = table;
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

static void open_field(struct wizard *w, enum field field)
{
    struct place p = place_of(PLACE_FIELD);
    p.table = wizard_at(w)->table;
    p.field = field;
    snprintf(p.item, sizeof p.item, "%s", wizard_at(w)->item);
    wizard_go(w, p);
}

static void record_open(struct wizard *w, const struct row *row)
{
    struct place here = *wizard_at(w);
    switch (row->act) {
    case ACT_FIELD:
        open_field(w, row->field);
        break;
    case ACT_PRICE:
        open_record(w, SEC_RATE, row->item);
        break;
    case ACT_ADD_PRICE:
        start_record(w, SEC_RATE, here.item);
        break;
    case ACT_DELETE:
        remove_record(w, here.table, here.item);
        wizard_back(w);
        break;
    default:
        wizard_back(w);
        break;
    }
}

static bool record_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    struct place here = *wizard_at(w);
    if (cmd == CMD_DELETE) {
        remove_record(w, here.table, here.item);
        wizard_back(w);
    } else if (cmd == CMD_NEXT) {
        wizard_back(w);
    } else if (cmd == CMD_ADD && here.table == SEC_SUPPORTER) {
        start_record(w, SEC_RATE, here.item);
    } else {
        return false;
    }
    return true;
}

static void record_next(struct wizard *w)
{
    wizard_back(w);
}

/* The checklist and the feedback form */

static void checklist_build(const struct wizard *w, const struct form_page *fp, struct page *page)
{
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_words(page, fp->help);
    page_add(page, ROW_GAP, "");
    for (unsigned i = 0; i < fp->entries_count; i++) {
        const char *name = fp->entries[i].name;
        const char *done = plan_get(w->plan, F_CHECKLIST_DONE, name);
        struct row *row = page_item(page, fp->entries[i].text, ACT_ENTRY);
        row->number = i;
        snprintf(row->item, sizeof row->item, "%s", name);
        page_row_say(page, &row->state,
                     done ? form_word(w->form, F_CHECKLIST_DONE, done) : _("not said yet"));
        if (fp->entries[i].help && *fp->entries[i].help)
            page_add(page, ROW_TEXT, fp->entries[i].help)->indent = 1;
    }
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
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

static void feedback_build(const struct wizard *w, const struct form_page *fp, struct page *page)
{
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_words(page, fp->help);
    page_words(page, _("It is kept as a file of its own. Nothing of your plan goes into it. "
                       "It is never sent."));
    page_add(page, ROW_GAP, "");
    for (unsigned i = 0; i < fp->entries_count; i++) {
        struct row *row = page_item(page, fp->entries[i].text, ACT_FEEDBACK);
        row->number = i;
        page_row_say(page, &row->state, feedback_text(w, i) ? _("answered") : _("not answered"));
    }
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Keep my feedback as a file"), ACT_KEEP_FEEDBACK)->word,
                 "keep");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
    page_say(page, &page->hint, _("Enter open   F2 done   F1 help   Esc back"));
    page_say(page, &page->prompt, _("Which one? "));
}

static const struct form_page *feedback_page(const struct wizard *w, const struct place *here)
{
    struct place p = place_of_page(here->section, here->page);
    return place_page(w, &p);
}

static void feedback_entry_build(const struct wizard *w, const struct place *here,
                                 struct page *page)
{
    const struct form_page *fp = feedback_page(w, here);
    if (!fp || here->number >= fp->entries_count)
        return;
    page->long_text = true;
    page_say(page, &page->title, fp->label);
    page_add(page, ROW_HEADING, fp->entries[here->number].text);
    page_words(page, fp->entries[here->number].help);
    page_add(page, ROW_EDIT, _("Answer"));
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
    page_say(page, &page->hint, _("F2 done   Tab to the line below   Esc back"));
}

/* Feedback never goes into the plan: it stays a draft until it is kept as a file. */
static bool feedback_take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
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
    }
    text_free(&t);
}

/* The form's pages */

static void page_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = place_page(w, here);
    const struct form_section *s = w->form ? form_section_at(w->form, here->section, NULL) : NULL;
    if (!fp || !s)
        return;
    page_say(page, &page->title, s->title);
    say_position(w, here, page);
    switch (fp->kind) {
    case PAGE_QUESTION:
        question_build(w, fp, page);
        break;
    case PAGE_FIELD:
        page_add(page, ROW_HEADING, fp->text);
        page_words(page, fp->why);
        field_rows(w, schema_field_dotted(fp->field), item_of(w, here), page);
        page_row_say(page, &page_item(page, _("More about this question"), ACT_MORE)->word, "more");
        break;
    case PAGE_TABLE:
        table_build(w, fp, page);
        break;
    case PAGE_CHECKLIST:
        checklist_build(w, fp, page);
        break;
    case PAGE_FEEDBACK:
        feedback_build(w, fp, page);
        break;
    case PAGE_WEEK:
    case PAGE_MONEY:
    case PAGE_CHECK:
        break;
    }
}

static void go_to_words(struct wizard *w, const char *answer)
{
    struct place p = place_of(PLACE_WORDS);
    snprintf(p.item, sizeof p.item, "%s", answer);
    wizard_go(w, p);
}

static void page_open(struct wizard *w, const struct row *row)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    switch ((enum act)row->act) {
    case ACT_WORDS:
        go_to_words(w, fp->answer);
        break;
    case ACT_UNSURE:
        unsure(w);
        break;
    case ACT_CLEAR:
        clear_answer(w);
        break;
    case ACT_PICTURE:
        start_record(w, SEC_ATTACHMENT, fp->answer);
        break;
    case ACT_MORE:
        open_more(w);
        break;
    case ACT_CHOOSE:
    case ACT_UNPAID:
        choose(w, row);
        break;
    case ACT_TOGGLE:
        toggle_ref(w, field_of(w, wizard_at(w)), row->item);
        break;
    case ACT_NEW_REF:
        start_record(w, schema_fields[field_of(w, wizard_at(w))].to, "");
        break;
    case ACT_RECORD:
        open_record(w, fp && fp->kind == PAGE_QUESTION ? SEC_ATTACHMENT : table_of(w, wizard_at(w)),
                    row->item);
        break;
    case ACT_ADD:
        start_record(w, table_of(w, wizard_at(w)), "");
        break;
    case ACT_ENTRY:
        turn_entry(w, row);
        break;
    case ACT_FEEDBACK: {
        struct place p = *wizard_at(w);
        p.kind = PLACE_FEEDBACK;
        p.number = row->number;
        p.focus = 0;
        wizard_go(w, p);
        break;
    }
    case ACT_KEEP_FEEDBACK:
        keep_feedback(w, fp);
        break;
    case ACT_NEXT:
    case ACT_DONE:
        field_next(w);
        break;
    case ACT_DELETE:
    case ACT_FIELD:
    case ACT_PRICE:
    case ACT_ADD_PRICE:
        record_open(w, row);
        break;
    }
}

/* "delete 2": the record with that number on the page, or the one in hand. */
static void delete_listed(struct wizard *w, const char *arg)
{
    enum section table = table_of(w, wizard_at(w));
    size_t n = 0, want = *arg ? strtoul(arg, NULL, 10) : 0;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        n += row_focusable(row);
        if (row->act != ACT_RECORD || (want ? n != want : i != wizard_at(w)->focus))
            continue;
        char item[NAME_MAX_LEN + 1];
        memcpy(item, row->item, sizeof item);
        remove_record(w, table, item);
        return;
    }
    wizard_trouble(w, "%s", _("Say which one, for example: delete 2."));
}

static bool page_command(struct wizard *w, enum command cmd, const char *arg)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    bool table = fp && fp->kind == PAGE_TABLE;
    if (cmd == CMD_NEXT)
        fp ? page_next(w) : field_next(w);
    else if (cmd == CMD_PREVIOUS && fp)
        step_page(w, -1);
    else if (cmd == CMD_ADD && table)
        start_record(w, table_of(w, wizard_at(w)), "");
    else if (cmd == CMD_DELETE && table)
        delete_listed(w, arg);
    else if (cmd == CMD_MORE)
        open_more(w);
    else if (cmd == CMD_UNSURE)
        unsure(w);
    else if (cmd == CMD_CLEAR)
        clear_answer(w);
    else if (cmd == CMD_WORDS && fp && fp->kind == PAGE_QUESTION)
        go_to_words(w, fp->answer);
    else if (cmd == CMD_PICTURE && fp && fp->kind == PAGE_QUESTION)
        start_record(w, SEC_ATTACHMENT, fp->answer);
    else
        return false;
    return true;
}

/* Whose words */

static void words_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("Whose words are these?"));
    page_say(page, &page->prompt, _("Whose? "));
    page_say(page, &page->hint, _("Enter choose   Esc back"));
    page_words(page, _("It shows that your views were taken into account."));
    choice_rows(w, F_ANSWER_VOICE, here->item, page);
}

static void words_open(struct wizard *w, const struct row *row)
{
    char item[NAME_MAX_LEN + 1], word[NAME_MAX_LEN + 1];
    memcpy(item, wizard_at(w)->item, sizeof item);
    schema_word(F_ANSWER_VOICE, (int)row->number, word);
    wizard_begin(w, "%s", _("say whose words these are"));
    wizard_set(w, F_ANSWER_VOICE, item, word);
    wizard_end(w);
    wizard_say(w, _("Kept: %s."), form_word(w->form, F_ANSWER_VOICE, word));
    wizard_back(w);
}

const struct place_type asking_page = {
    .build = page_build,
    .open = page_open,
    .text = field_text,
    .take = take_field,
    .next = field_next,
    .command = page_command,
    .help = N_("Write as much or as little as you like. It is kept when you go on."),
};

const struct place_type field_place = {
    .build = field_build,
    .open = page_open,
    .text = field_text,
    .take = take_field,
    .next = field_next,
    .command = page_command,
    .help = N_("Type the answer, or choose one. Enter keeps it."),
};

const struct place_type record_place = {
    .build = record_build,
    .open = record_open,
    .next = record_next,
    .command = record_command,
    .help = N_("Each line is one thing about it. Enter on a line changes it."),
};

const struct place_type words_place = {
    .build = words_build,
    .open = words_open,
    .help = N_("Say whose words the answer is in."),
};

const struct place_type feedback_place = {
    .build = feedback_entry_build,
    .open = page_open,
    .take = feedback_take,
    .next = field_next,
    .help = N_("Write what you think of these questions."),
    .keeps_draft = true,
};
