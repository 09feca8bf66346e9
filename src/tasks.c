/*
 * The task list and the pages that show rather than ask: money, check, help, what
 * was found in the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/figures.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/steps.h"

/* How far a section is */

const char *wizard_page_item(enum field field)
{
    return field != FIELD_NONE && schema_fields[field].section == SEC_FUND ? "budget" : "";
}

#define PEOPLE "family friend neighbour volunteer pa self-employed other"

/* Fields that are only asked where another field of the same record says so. */
static const struct {
    enum field field, of;
    const char *words; /* asked where it is one of these, or not known */
} conditions[] = {
    {F_ABOUT_HELPER, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_HELPER_ROLE, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_VIEWS, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_ADVOCATE_CONTACT, F_ABOUT_ADVOCATE, "have"},
    {F_CONTRIBUTION_AMOUNT, F_CONTRIBUTION_STATUS, "amount"},
    {F_CONTRIBUTION_EVERY, F_CONTRIBUTION_STATUS, "amount"},
    {F_FUND_AMOUNT, F_FUND_STATUS, "indicative final"},
    {F_FUND_EVERY, F_FUND_STATUS, "indicative final"},
    {F_SUPPORTER_RELATION, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_PARTNER, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_LIVES_WITH_ME, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_WILLING, F_SUPPORTER_KIND, "family friend neighbour volunteer"},
};

static bool word_in(const char *list, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = list; (at = strstr(at, word)); at += n)
        if ((at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return true;
    return false;
}

bool wizard_field_applies(const struct wizard *w, enum field field, const char *item)
{
    if (plan_get(w->plan, field, item))
        return true;
    if (field == F_ABOUT_DECIDES_AS)
        return plan_get(w->plan, F_ABOUT_DECIDES, "") != NULL;
    /* A line of the week has a start and an end or a length; or it varies, and has times a week. */
    if (field == F_TIME_END || field == F_TIME_TIMES)
        return (plan_get(w->plan, F_TIME_START, item) != NULL) == (field == F_TIME_END);
    if (field == F_TIME_MINUTES)
        return plan_get(w->plan, F_TIME_END, item) == NULL;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        const char *word =
            conditions[i].field == field ? plan_get(w->plan, conditions[i].of, item) : NULL;
        /* "Not told yet" says that there is no amount to ask for; a bare "?" says nothing. */
        if (word && schema_unsure(conditions[i].of, word) &&
            !schema_fields[conditions[i].of].unsure)
            word = NULL;
        if (word && !word_in(conditions[i].words, word))
            return false;
    }
    return true;
}

bool wizard_page_applies(const struct wizard *w, const struct form_page *page)
{
    enum field field = page->kind == PAGE_FIELD ? schema_field_dotted(page->field) : FIELD_NONE;
    if (field == FIELD_NONE || !w->plan)
        return true;
    return wizard_field_applies(w, field, wizard_page_item(field));
}

static bool answer_given(const struct wizard *w, const char *answer)
{
    if (plan_get(w->plan, F_ANSWER_TEXT, answer) ||
        plan_is(w->plan, F_ANSWER_STATE, answer, "done") ||
        plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        return true;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++)
        if (plan_is(w->plan, F_ATTACHMENT_ANSWER, plan_item(w->plan, SEC_ATTACHMENT, i), answer))
            return true;
    return false;
}

bool wizard_page_answered(const struct wizard *w, const struct form_page *page)
{
    enum field field;
    enum section table;
    switch (page->kind) {
    case PAGE_QUESTION:
        return answer_given(w, page->answer);
    case PAGE_FIELD:
        field = schema_field_dotted(page->field);
        return field != FIELD_NONE && plan_get(w->plan, field, wizard_page_item(field)) != NULL;
    case PAGE_TABLE:
        table = schema_section_named(page->table);
        if (table == SEC_FUND)
            return plan_count(w->plan, table) > (plan_place(w->plan, table, "budget") != PLAN_LAST);
        return table != SEC_NONE && plan_count(w->plan, table) > 0;
    case PAGE_CHECKLIST:
        for (unsigned i = 0; i < page->entries_count; i++)
            if (!plan_get(w->plan, F_CHECKLIST_DONE, page->entries[i].name))
                return false;
        return true;
    case PAGE_WEEK:
        return plan_count(w->plan, SEC_TIME) > 0;
    case PAGE_MONEY:
    case PAGE_CHECK:
    case PAGE_FEEDBACK:
        return false;
    }
    return false;
}

static bool shows_only(enum page_kind kind)
{
    return kind == PAGE_MONEY || kind == PAGE_CHECK || kind == PAGE_FEEDBACK;
}

struct place place_of_fact(const struct wizard *w, enum section section, const char *item,
                           enum field field)
{
    size_t s = 0;
    const struct form_page *page = NULL;
    if (w->form && section == SEC_ANSWER)
        page = form_page_of_answer(w->form, item, &s);
    else if (w->form && section != SEC_NONE)
        page = form_page_of_field(w->form,
                                  field != FIELD_NONE ? field : schema_sections[section].first, &s);
    if (section != SEC_NONE && schema_sections[section].items == ITEMS_NUMBERED && *item &&
        plan_place(w->plan, section, item) != PLAN_LAST) {
        struct place p = place_of(PLACE_RECORD);
        p.table = section;
        snprintf(p.item, sizeof p.item, "%s", item);
        return p;
    }
    if (page)
        return place_of_page(s, (size_t)(page - form_section_at(w->form, s, NULL)->pages));
    struct place p = place_of(PLACE_FIELD);
    p.table = section;
    p.field = field;
    snprintf(p.item, sizeof p.item, "%s", item);
    return field == FIELD_NONE ? place_of(PLACE_TASKS) : p;
}

/* Which section of the form a finding belongs to; count of sections where none. */
static size_t section_of_finding(const struct wizard *w, const struct finding *f)
{
    size_t section = form_section_count(w->form);
    const struct form_page *page = NULL;
    if (f->section == SEC_ANSWER)
        page = form_page_of_answer(w->form, f->item, &section);
    else if (f->section != SEC_NONE)
        page = form_page_of_field(
            w->form, f->field != FIELD_NONE ? f->field : schema_sections[f->section].first,
            &section);
    return page ? section : form_section_count(w->form);
}

struct progress wizard_progress(const struct wizard *w, size_t section)
{
    struct progress p = {0};
    const struct form_section *s = form_section_at(w->form, section, NULL);
    for (unsigned i = 0; s && i < s->pages_count; i++) {
        const struct form_page *page = &s->pages[i];
        if (shows_only(page->kind) || !wizard_page_applies(w, page))
            continue;
        bool answered = wizard_page_answered(w, page);
        if (page->optional && !answered)
            continue;
        p.asked++;
        p.answered += answered;
    }
    for (size_t i = 0; i < w->findings.count; i++)
        if (w->findings.list[i].level != LEVEL_NOTE &&
            section_of_finding(w, &w->findings.list[i]) == section)
            p.to_look_at++;
    return p;
}

/* The task list */

static bool section_checks(const struct form_section *s)
{
    for (unsigned i = 0; i < s->pages_count; i++)
        if (s->pages[i].kind == PAGE_CHECK)
            return true;
    return false;
}

static bool section_is_done(const struct wizard *w, size_t section)
{
    struct progress p = wizard_progress(w, section);
    if (section_checks(form_section_at(w->form, section, NULL)))
        return w->findings.must == 0 && p.answered == p.asked;
    return p.asked > 0 ? p.answered == p.asked && p.to_look_at == 0 : false;
}

static void check_state(const struct wizard *w, struct text *out)
{
    size_t must = w->findings.must;
    if (must == 0)
        text_add(out, _("ready to send"));
    else
        text_addf(out,
                  ngettext("%zu thing to do before it is ready to send",
                           "%zu things to do before it is ready to send", must),
                  must);
}

static void section_state(const struct wizard *w, size_t section, struct text *out)
{
    struct progress p = wizard_progress(w, section);
    if (section_checks(form_section_at(w->form, section, NULL))) {
        check_state(w, out);
    } else if (p.answered == 0) {
        text_add(out, p.asked ? _("not started") : _("nothing asked yet"));
    } else if (p.answered < p.asked) {
        text_addf(out, _("started, %zu of %zu"), p.answered, p.asked);
    } else if (p.to_look_at > 0) {
        text_addf(out, ngettext("%zu thing to look at", "%zu things to look at", p.to_look_at),
                  p.to_look_at);
    } else {
        text_add(out, _("done"));
    }
}

static void count_sections(const struct wizard *w, size_t *done, size_t *all)
{
    *all = form_section_count(w->form);
    *done = 0;
    for (size_t i = 0; i < *all; i++)
        *done += section_is_done(w, i);
}

static void tasks_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("My support plan"));
    page_say(page, &page->prompt, _("Which section? "));
    page_say(page, &page->hint,
             _("Enter open   F1 help   F3 save   F4 hide   m money   "
               "x more to do   q leave"));
    if (!w->form)
        return;
    struct text t = {0};
    size_t done, all, group = SIZE_MAX, g = 0;
    count_sections(w, &done, &all);
    text_addf(&t, _("You have done %zu of %zu sections."), done, all);
    page_words(page, text_str(&t));
    if (w->is_example)
        page_words(page, w->plain ? _("This is an example of invented people. Nothing is kept. "
                                      "Type begin to start your own plan from it.")
                                  : _("This is an example of invented people. Nothing is kept. "
                                      "Press x to start your own plan from it."));
    const struct form_section *s;
    for (size_t i = 0; (s = form_section_at(w->form, i, &g)); i++) {
        if (g != group)
            page_add(page, ROW_HEADING, w->form->groups[g].title);
        group = g;
        struct row *row = page_item(page, s->title, 1);
        row->number = i;
        row->indent = 1;
        page_row_say(page, &row->word, s->name);
        text_clear(&t);
        section_state(w, i, &t);
        page_row_say(page, &row->state, text_str(&t));
    }
    text_free(&t);
}

static void tasks_open(struct wizard *w, const struct row *row)
{
    wizard_go(w, place_of_page(row->number, 0));
}

static bool tasks_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd != CMD_NEXT)
        return false;
    /* "next": the first section that is not done, from the one in hand on. */
    size_t all = form_section_count(w->form);
    const struct place *here = wizard_at(w);
    size_t from = here->focus < w->page.count ? w->page.rows[here->focus].number : 0;
    for (size_t i = 0; i < all; i++) {
        size_t section = (from + i) % all;
        if (section_is_done(w, section))
            continue;
        wizard_go(w, place_of_page(section, 0));
        return true;
    }
    wizard_say(w, "%s", _("Every section is done."));
    return true;
}

/* Other things to do with the plan */

static const struct {
    enum command cmd;
    const char *text;
} menu[] = {
    {CMD_BEGIN, N_("Start my own plan from this one")},
    {CMD_TEXT, N_("Save the plan as plain text, to read or send")},
    {CMD_PRINT, N_("Print the plan")},
    {CMD_KEEP, N_("Where the plan is kept")},
    {CMD_FORM, N_("Use another form; every answer stays")},
    {CMD_ROWS, N_("Rows of the file that could not be used")},
    {CMD_KEYS, N_("All keys and words")},
    {CMD_PLAIN, N_("Go on with plain questions")},
    {CMD_SCREEN, N_("Go on with the full screen")},
    {CMD_QUIT, N_("Save and leave")},
};

static void menu_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("More to do with the plan"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    for (size_t i = 0; i < sizeof menu / sizeof *menu; i++) {
        if (menu[i].cmd == (w->plain ? CMD_PLAIN : CMD_SCREEN) ||
            (menu[i].cmd == CMD_BEGIN && !w->is_example))
            continue;
        struct row *row = page_item(page, _(menu[i].text), (int)menu[i].cmd);
        page_row_say(page, &row->word, command_info(menu[i].cmd)->word);
        if (menu[i].cmd == CMD_ROWS) {
            char n[32];
            snprintf(n, sizeof n, "%zu", plan_odd_count(w->plan));
            page_row_say(page, &row->state, n);
        }
    }
}

static void menu_open(struct wizard *w, const struct row *row)
{
    unsigned effects = w->effects;
    enum command cmd = (enum command)row->act;
    wizard_back(w);
    effects |= wizard_command(w, cmd, "");
    w->effects = effects;
}

enum shown_act { SHOWN_FINDING = 1, SHOWN_DONE };

static void done_row(struct page *page)
{
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Done"), SHOWN_DONE)->word, "done");
}

/* My money */

static void money_build(const struct wizard *w, struct page *page)
{
    struct money_figure *list = NULL;
    size_t count = 0;
    page_say(page, &page->prompt, _("Which figure shall I explain? "));
    page_say(page, &page->hint, _("Enter how was this worked out   n next   F1 help   Esc back"));
    if (figures_make(w->plan, w->form, &w->budget, &list, &count) != ST_OK)
        return;
    for (size_t i = 0; i < count; i++) {
        struct row *row = page_add(page, ROW_FIGURE, list[i].label);
        row->columns = list[i].columns;
        row->known = list[i].known;
        row->year_only = list[i].year_only;
        row->indent = list[i].indent;
        row->number = i;
    }
    figures_free(list, count);
    page_add(page, ROW_GAP, "");
    for (size_t i = 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        bool money = f->section == SEC_FUND || f->section == SEC_COST ||
                     f->section == SEC_CONTRIBUTION || f->section == SEC_MONEY;
        if (money && f->level != LEVEL_NOTE)
            page_add(page, ROW_TEXT, f->message);
    }
    done_row(page);
}

static void explain_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct money_figure *list = NULL;
    size_t count = 0;
    page_say(page, &page->title, _("How this was worked out"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    if (figures_make(w->plan, w->form, &w->budget, &list, &count) != ST_OK)
        return;
    if (here->number < count) {
        page_add(page, ROW_HEADING, list[here->number].label);
        page_words(page, *list[here->number].detail ? list[here->number].detail
                                                    : _("This figure is not known yet."));
    }
    figures_free(list, count);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

static void go_back(struct wizard *w, const struct row *row)
{
    (void)row;
    wizard_back(w);
}

/* Check my plan */

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

static void check_build(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter go there   n next   F1 help   F3 save   Esc back"));
    if (w->findings.must == 0) {
        text_add(&t, _("It is ready to send."));
    } else {
        check_state(w, &t);
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
        struct row *row = page_item(page, f->message, SHOWN_FINDING);
        row->number = i;
        row->indent = 1;
    }
    done_row(page);
}

static void check_open(struct wizard *w, const struct row *row)
{
    const struct finding *f = &w->findings.list[row->number];
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

static void shown_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = place_page(w, here);
    page_say(page, &page->title, fp->text);
    if (fp->kind == PAGE_MONEY)
        money_build(w, page);
    else
        check_build(w, page);
}

static void shown_open(struct wizard *w, const struct row *row)
{
    if (row->role == ROW_FIGURE) {
        struct place p = place_of(PLACE_EXPLAIN);
        p.number = row->number;
        wizard_go(w, p);
    } else if (row->act == SHOWN_DONE) {
        steps_next(w);
    } else {
        check_open(w, row);
    }
}

/* Rows that could not be used */

static const char *odd_words(enum odd_why why)
{
    switch (why) {
    case ODD_VALUE:
        return _("The value is not what this field holds.");
    case ODD_NAME:
        return _("The item's name is not one that can be used.");
    case ODD_REFERENCE:
        return _("It names something that is not in the plan.");
    case ODD_CELLS:
        return _("A row has four parts. This one has more or fewer.");
    case ODD_SECOND:
        return _("There is another row for the same thing. The first one counts.");
    case ODD_AFTER_END:
        return _("It stands after the end row.");
    }
    return "";
}

static void odd_text(const struct odd_row *odd, struct text *out)
{
    for (size_t i = 0; i < odd->cell_count; i++)
        text_addf(out, "%s%s", i ? ", " : "", odd->cells[i]);
}

static void rows_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    page_say(page, &page->title, _("Rows I could not use"));
    page_say(page, &page->prompt, _("Which row? "));
    page_say(page, &page->hint, _("Enter open   F1 help   Esc back"));
    if (plan_odd_count(w->plan) == 0) {
        page_words(page, _("There are none. Every row of the file was used."));
        page_item(page, _("Back"), 2);
        return;
    }
    page_words(page, _("They stay in the file, word for word, until you correct or remove them."));
    for (size_t i = 0; i < plan_odd_count(w->plan); i++) {
        struct odd_row odd = plan_odd(w->plan, i);
        text_clear(&t);
        if (odd.line)
            text_addf(&t, _("Line %zu: "), odd.line);
        odd_text(&odd, &t);
        page_item(page, text_str(&t), 1)->number = i;
    }
    text_free(&t);
}

static void rows_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2) {
        wizard_back(w);
        return;
    }
    struct place p = place_of(PLACE_ROW);
    p.number = row->number;
    wizard_go(w, p);
}

enum row_act { ROW_REMOVE = 1, ROW_LEAVE };

/* A row can be corrected where it is told which fact it was meant to be. */
static bool correctable(const struct odd_row *odd)
{
    return odd->cell_count == 4 && odd->field != FIELD_NONE && odd->why != ODD_NAME;
}

static void row_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("A row I could not use"));
    page_say(page, &page->hint, _("Enter choose   Esc back"));
    if (here->number >= plan_odd_count(w->plan))
        return;
    struct odd_row odd = plan_odd(w->plan, here->number);
    struct text t = {0};
    if (odd.line)
        text_addf(&t, _("Line %zu of the file: "), odd.line);
    odd_text(&odd, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    page_words(page, odd_words(odd.why));
    if (correctable(&odd)) {
        text_clear(&t);
        text_addf(&t, _("What would be right: %s."), schema_expected(odd.field));
        page_words(page, text_str(&t));
        page_say(page, &page->prompt, _("The right value, or remove? "));
        page_add(page, ROW_EDIT, _("The right value"));
    } else {
        page_say(page, &page->prompt, _("Which? "));
    }
    text_free(&t);
    page_row_say(page, &page_item(page, _("Remove this row"), ROW_REMOVE)->word, "remove");
    page_row_say(page, &page_item(page, _("Leave it as it is"), ROW_LEAVE)->word, "leave");
}

static char *row_text(const struct wizard *w, const struct place *here)
{
    if (here->number >= plan_odd_count(w->plan))
        return NULL;
    struct odd_row odd = plan_odd(w->plan, here->number);
    return odd.cell_count == 4 ? text_copy(odd.cells[3]) : NULL;
}

/* Put the corrected value in the row's place: the row goes and the fact comes, in one action. */
static bool row_take(struct wizard *w, const char *text)
{
    struct odd_row odd = plan_odd(w->plan, wizard_at(w)->number);
    enum field field = odd.field;
    struct text value = {0};
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", odd.cells[1]);
    bool right = *text && schema_accept(field, text, &value) == ST_OK;
    enum kind kind = schema_fields[field].kind;
    if (right && kind == KIND_REF && strcmp(text_str(&value), "?") != 0 &&
        !(schema_fields[field].words && strcmp(schema_fields[field].words, text_str(&value)) == 0))
        right = plan_ref_ok(w->plan, schema_fields[field].to, text_str(&value));
    if (!right) {
        wizard_trouble(w, _("That can't be used here. What would be right: %s."),
                       schema_expected(field));
        text_free(&value);
        return false;
    }
    wizard_begin(w, "%s", _("correct a row"));
    plan_remove_odd(w->plan, wizard_at(w)->number, &w->action.edits);
    wizard_set(w, field, item, text_str(&value));
    wizard_end(w);
    wizard_say(w, "%s", _("Corrected. Undo brings the row back."));
    text_free(&value);
    return true;
}

static void row_next(struct wizard *w)
{
    wizard_back(w);
}

static void row_open(struct wizard *w, const struct row *row)
{
    if (row->act == ROW_REMOVE) {
        wizard_begin(w, "%s", _("remove a row"));
        plan_remove_odd(w->plan, wizard_at(w)->number, &w->action.edits);
        wizard_end(w);
        wizard_say(w, "%s", _("Removed. Undo brings the row back."));
    }
    w->edit.changed = false;
    wizard_back(w);
}

/* Help */

static void talk_words(const struct wizard *w, struct page *page)
{
    if (!w->form || !w->form->talk.name || !*w->form->talk.name)
        return;
    struct text t = {0};
    text_addf(&t, _("If you are stuck, talk to %s."), w->form->talk.name);
    if (w->form->talk.phone && *w->form->talk.phone)
        text_addf(&t, _(" Telephone %s."), w->form->talk.phone);
    if (w->form->talk.hours && *w->form->talk.hours)
        text_addf(&t, " %s.", w->form->talk.hours);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void guidance(const struct form_page *fp, struct page *page)
{
    page_words(page, fp->help);
    for (unsigned i = 0; i < fp->examples_count; i++) {
        struct text t = {0};
        text_addf(&t, _("For example: \"%s\""), fp->examples[i]);
        page_words(page, text_str(&t));
        text_free(&t);
    }
    if (fp->checker && *fp->checker) {
        page_add(page, ROW_HEADING, _("What the checker looks for"));
        page_words(page, fp->checker);
    }
    for (unsigned i = 0; i < fp->more_count; i++) {
        struct text t = {0};
        if (i == 0)
            page_add(page, ROW_HEADING, _("More to read"));
        text_addf(&t, _("%s: %s (read %s)"), fp->more[i].title, fp->more[i].address,
                  fp->more[i].read ? fp->more[i].read : "?");
        page_words(page, text_str(&t));
        text_free(&t);
    }
}

static const char *const shared_help =
    N_("Arrows or Tab move, and Enter opens. Esc steps back and keeps what you typed. "
       "u undoes what was done last.");
static const char *const plain_help =
    N_("Type a number, or the first letters of a line. These words work everywhere: back, help, "
       "list, money, check, save, undo, quit.");

static void help_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Help"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    const struct place *below = w->depth > 1 ? &w->places[w->depth - 2] : wizard_at(w);
    const struct form_page *fp = place_page(w, below);
    if (fp) {
        page_add(page, ROW_HEADING, fp->text);
        page_words(page, fp->why);
        guidance(fp, page);
        page_add(page, ROW_HEADING, _("How it works"));
    }
    const struct place_type *type = place_type(w, below);
    if (type && type->help)
        page_words(page, _(type->help));
    page_words(page, _(w->plain ? plain_help : shared_help));
    talk_words(w, page);
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("All keys and words"), 2)->word, "commands");
    page_item(page, _("Back"), 1);
}

static void help_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2)
        wizard_go(w, place_of(PLACE_KEYS));
    else
        wizard_back(w);
}

static void more_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = NULL;
    for (size_t i = w->depth; i-- > 0 && !fp;)
        fp = place_page(w, &w->places[i]);
    (void)here;
    page_say(page, &page->title, _("More about this question"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    if (fp) {
        page_add(page, ROW_HEADING, fp->text);
        page_words(page, fp->why);
        guidance(fp, page);
    }
    talk_words(w, page);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

static void keys_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    int group = -1;
    page_say(page, &page->title, _("All keys and words"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    for (int c = 1; c < CMD_COUNT; c++) {
        const struct command_info *info = command_info((enum command)c);
        const char *name = w->plain ? info->word : info->keys;
        if (!*name)
            continue;
        if ((int)info->group != group)
            page_add(page, ROW_HEADING, command_group_title(info->group));
        group = (int)info->group;
        text_clear(&t);
        text_addf(&t, "%s: %s", name, _(info->help));
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    }
    text_free(&t);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

static void notices_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What I found in the file"));
    page_say(page, &page->hint, _("Enter go on"));
    for (size_t i = 0; i < w->notices.count; i++)
        page_words(page, w->notices.list[i]);
    page_add(page, ROW_GAP, "");
    if (plan_odd_count(w->plan) > 0)
        page_row_say(page, &page_item(page, _("Show the rows I could not use"), 2)->word, "rows");
    page_item(page, _("Go on"), 1);
    page_say(page, &page->prompt, _("Press Enter to go on. "));
}

static void notices_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2)
        wizard_turn(w, place_of(PLACE_ROWS));
    else
        wizard_back(w);
}

/* An empty line in plain mode goes on from a page that is only read. */
static bool next_is_back(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd != CMD_NEXT)
        return false;
    wizard_back(w);
    return true;
}

static bool shown_command(struct wizard *w, enum command cmd, const char *arg)
{
    return steps_command(w, cmd, arg);
}

static void shown_next(struct wizard *w)
{
    steps_next(w);
}

const struct place_type tasks_place = {
    .build = tasks_build,
    .open = tasks_open,
    .command = tasks_command,
    .help = N_("Each line is a section of your plan. Do them in any order. Your plan is "
               "saved after each answer."),
};

const struct place_type menu_place = {
    .build = menu_build,
    .open = menu_open,
    .help = N_("Choose what to do."),
};

const struct place_type shown_page = {
    .build = shown_build,
    .open = shown_open,
    .next = shown_next,
    .command = shown_command,
    .help = N_("Enter on a line shows how it was worked out, or goes to what it is "
               "about."),
};

const struct place_type explain_place = {
    .build = explain_build,
    .open = go_back,
    .command = next_is_back,
    .help = N_("You can check this sum with a pencil."),
};

const struct place_type rows_place = {
    .build = rows_build,
    .open = rows_open,
    .command = next_is_back,
    .help = N_("These rows are kept in your file. Correct them, or remove them."),
};

const struct place_type row_place = {
    .build = row_build,
    .open = row_open,
    .text = row_text,
    .take = row_take,
    .next = row_next,
    .help = N_("Type the right value, then press Enter. Or choose to remove the row."),
};

const struct place_type help_place = {
    .build = help_build,
    .open = help_open,
    .command = next_is_back,
};

const struct place_type more_place = {
    .build = more_build,
    .open = go_back,
    .command = next_is_back,
};

const struct place_type keys_place = {
    .build = keys_build,
    .open = go_back,
    .command = next_is_back,
};

const struct place_type notices_place = {
    .build = notices_build,
    .open = notices_open,
    .command = next_is_back,
    .help = N_("Nothing was lost. Go on when you have read it."),
};
