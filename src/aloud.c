#include "supportplan/aloud.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/sentences.h"

enum act { ACT_YES = 1, ACT_CHANGE, ACT_STOP, ACT_AGAIN };

/* The sentences */

void aloud_free(struct aloud *r)
{
    for (size_t i = 0; i < r->count; i++)
        free(r->list[i].words);
    free(r->list);
    *r = (struct aloud){0};
}

static void add(struct aloud *r, struct saying what, const char *words, size_t len)
{
    struct text t = {0};
    text_add_n(&t, words, len);
    what.words = text_take(&t);
    if (r->count == r->cap) {
        size_t cap = r->cap ? r->cap * 2 : 32;
        struct saying *list = realloc(r->list, cap * sizeof *list);
        if (list) {
            r->list = list;
            r->cap = cap;
        }
    }
    if (!what.words || r->count == r->cap) {
        free(what.words);
        r->nomem = true;
        return;
    }
    r->list[r->count++] = what;
}

/* Where the sentence that begins at s ends: after a full stop and the like with a blank behind it,
 * or with its line. */
static size_t sentence_len(const char *s)
{
    size_t n = 0;
    while (s[n] && s[n] != '\n') {
        n++;
        if (strchr(".!?", s[n - 1]) && (s[n] == ' ' || s[n] == '\0'))
            break;
    }
    return n;
}

static void add_sentences(struct aloud *r, struct saying what, const char *text)
{
    for (const char *s = text + strspn(text, " \n"); *s; s += strspn(s, " \n")) {
        size_t n = sentence_len(s);
        add(r, what, s, n);
        s += n;
    }
}

/* The last sentence of what was added since a number ends it. */
static void end_subject(struct aloud *r, size_t from)
{
    if (r->count > from)
        r->list[r->count - 1].last = true;
}

static struct saying about(enum section section, enum field field, const char *item)
{
    struct saying what = {.section = section, .field = field};
    snprintf(what.item, sizeof what.item, "%s", item);
    return what;
}

static void add_answer(const struct wizard *w, const char *answer, struct aloud *r)
{
    size_t from = r->count;
    add_sentences(r, about(SEC_ANSWER, F_ANSWER_TEXT, answer),
                  plan_str(w->plan, F_ANSWER_TEXT, answer));
    end_subject(r, from);
}

/* Answers in the order of the form; then those that it does not ask for. */
static void add_answers(const struct wizard *w, struct aloud *r)
{
    const struct form_section *s;
    for (size_t i = 0; (s = form_section_at(w->form, i, NULL)); i++)
        for (unsigned p = 0; p < s->pages_count; p++)
            if (s->pages[p].kind == PAGE_QUESTION)
                add_answer(w, s->pages[p].answer, r);
    for (size_t i = 0; i < plan_count(w->plan, SEC_ANSWER); i++) {
        const char *item = plan_item(w->plan, SEC_ANSWER, i);
        if (!form_page_of_answer(w->form, item, NULL))
            add_answer(w, item, r);
    }
}

/* "Goal: to swim every week." and then what else it says in words. */
static void add_record(const struct wizard *w, enum section section, const char *item,
                       struct aloud *r)
{
    struct text t = {0};
    size_t from = r->count;
    if (section == SEC_TIME) {
        sentence_line(w->plan, w->form, &w->budget, item, &t);
    } else {
        text_addf(&t, "%s: ", phrase_section(section, false));
        phrase_item(w->plan, w->form, section, item, &t);
        text_add(&t, ".");
    }
    add(r, about(section, FIELD_NONE, item), text_str(&t), t.len);
    for (int f = (int)schema_sections[section].first;
         section != SEC_TIME && f < FIELD_COUNT && schema_fields[f].section == section; f++) {
        bool text = schema_fields[f].kind == KIND_TEXT || schema_fields[f].kind == KIND_DATE;
        if (!text || (enum field)f == phrase_name_field(section) ||
            !plan_get(w->plan, (enum field)f, item))
            continue;
        text_clear(&t);
        text_addf(&t, "%s: ", phrase_label(w->form, (enum field)f));
        phrase_value(w->plan, w->form, (enum field)f, item, &t);
        add(r, about(section, (enum field)f, item), text_str(&t), t.len);
    }
    end_subject(r, from);
    text_free(&t);
}

void aloud_make(const struct wizard *w, struct aloud *out)
{
    static const enum section tables[] = {SEC_GOAL, SEC_NEED,   SEC_TIME,  SEC_COST,
                                          SEC_RISK, SEC_ACTION, SEC_REVIEW};
    add_answers(w, out);
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (size_t i = 0; i < plan_count(w->plan, tables[t]); i++)
            add_record(w, tables[t], plan_item(w->plan, tables[t], i), out);
}

/* Where it is */

static bool is_agreed(const struct wizard *w, const struct saying *s)
{
    return s->section == SEC_ANSWER && plan_get(w->plan, F_ANSWER_AGREED, s->item);
}

/* Where to go on: at the first answer that was not agreed; else where it stopped before. */
static size_t where_to_go_on(const struct wizard *w, const struct aloud *r)
{
    size_t i = 0;
    while (i < r->count && is_agreed(w, &r->list[i]))
        i++;
    if (i < r->count && r->list[i].section != SEC_ANSWER && w->read_to > i)
        i = w->read_to < r->count ? w->read_to : r->count;
    return i;
}

/* The sentence in hand. What was changed meanwhile is read again from its beginning. */
static size_t saying_here(const struct place *here, const struct aloud *r)
{
    size_t n = here->number;
    if (n < r->count && (!*here->item || strcmp(r->list[n].item, here->item) == 0))
        return n;
    for (size_t i = 0; i < r->count && *here->item; i++)
        if (strcmp(r->list[i].item, here->item) == 0)
            return i;
    return n < r->count ? n : r->count;
}

static void go_to(struct wizard *w, const struct aloud *r, size_t n)
{
    struct place p = place_of(PLACE_READ);
    p.number = n;
    if (n < r->count)
        memcpy(p.item, r->list[n].item, sizeof p.item);
    if (wizard_at(w)->kind == PLACE_READ)
        wizard_turn(w, p);
    else
        wizard_go(w, p);
}

/* The page */

static void subject_heading(const struct wizard *w, const struct saying *s, struct page *page)
{
    const struct form_page *fp =
        s->section == SEC_ANSWER ? form_page_of_answer(w->form, s->item, NULL) : NULL;
    const char *title = plan_get(w->plan, F_ANSWER_TITLE, s->item);
    if (s->section == SEC_ANSWER)
        page_add(page, ROW_HEADING, fp ? fp->text : title ? title : _("Answer"));
    else
        page_add(page, ROW_HEADING, phrase_section(s->section, true));
}

static void saying_rows(const struct wizard *w, const struct aloud *r, size_t n, struct page *page)
{
    struct text t = {0};
    text_addf(&t, _("%zu of %zu"), n + 1, r->count);
    page_say(page, &page->position, text_str(&t));
    text_free(&t);
    subject_heading(w, &r->list[n], page);
    page_words(page, r->list[n].words);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Yes, that is right"), ACT_YES, "yes");
    page_choice(page, _("Change it"), ACT_CHANGE, "change");
    page_choice(page, _("Stop here, and go on another time"), ACT_STOP, "stop");
    page_say(page, &page->prompt, _("Is that right? Enter is yes, c is change. "));
    page_say(page, &page->hint, _("Enter yes   c change   F1 help   Esc back"));
}

static void end_rows(bool nothing, struct page *page)
{
    page_add(page, ROW_HEADING,
             nothing ? _("There is nothing to read yet.") : _("That was all of it."));
    if (!nothing)
        page_words(page, _("Your answers say now that you agreed to them, and on which day."));
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Back to the list"), ACT_STOP, "stop");
    if (!nothing)
        page_choice(page, _("Read it again from the start"), ACT_AGAIN, "again");
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
}

static void aloud_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct aloud r = {0};
    aloud_make(w, &r);
    size_t n = saying_here(here, &r);
    page_say(page, &page->title, _("Read it to me"));
    if (n < r.count)
        saying_rows(w, &r, n, page);
    else
        end_rows(r.count == 0, page);
    aloud_free(&r);
}

/* What the person says */

/* All of an answer was heard and agreed: whose words it is in, where that was not said, and when.
 */
static void note_agreed(struct wizard *w, const char *answer)
{
    char day[16];
    if (w->today == DATE_NONE || w->opening.read_only)
        return;
    wizard_begin(w, "%s", _("say that you agree"));
    if (!plan_get(w->plan, F_ANSWER_VOICE, answer))
        wizard_set(w, F_ANSWER_VOICE, answer, "agreed");
    wizard_set(w, F_ANSWER_AGREED, answer, date_print(w->today, day));
    wizard_end(w);
}

static void say_yes(struct wizard *w)
{
    struct aloud r = {0};
    aloud_make(w, &r);
    size_t n = saying_here(wizard_at(w), &r);
    if (n < r.count) {
        if (r.list[n].section == SEC_ANSWER && r.list[n].last)
            note_agreed(w, r.list[n].item);
        w->read_to = n + 1;
        go_to(w, &r, n + 1);
    }
    aloud_free(&r);
}

/* The very answer's page; from it one comes back here. */
static void change(struct wizard *w)
{
    struct aloud r = {0};
    aloud_make(w, &r);
    size_t n = saying_here(wizard_at(w), &r);
    if (n < r.count) {
        const struct saying *s = &r.list[n];
        wizard_here(w)->focus = 0; /* back here, Enter is yes again */
        wizard_go(w, place_of_fact(w, s->section, s->item, s->field));
    }
    aloud_free(&r);
}

static void from_the_start(struct wizard *w)
{
    struct aloud r = {0};
    aloud_make(w, &r);
    go_to(w, &r, 0);
    aloud_free(&r);
}

static void aloud_open(struct wizard *w, const struct row *row)
{
    switch ((enum act)row->act) {
    case ACT_YES:
        say_yes(w);
        break;
    case ACT_CHANGE:
        change(w);
        break;
    case ACT_STOP:
        wizard_home(w);
        break;
    case ACT_AGAIN:
        from_the_start(w);
        break;
    }
}

static void open_first(struct wizard *w)
{
    size_t first = page_focusable(&w->page, 0);
    if (first < w->page.count) {
        struct row row = w->page.rows[first];
        aloud_open(w, &row);
    }
}

/* In plain lines an empty line is yes, and c is change. */
static bool aloud_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd == CMD_NEXT)
        open_first(w);
    else if (cmd == CMD_COPY)
        change(w);
    else
        return false;
    return true;
}

void aloud_start(struct wizard *w)
{
    struct aloud r = {0};
    wizard_home(w);
    aloud_make(w, &r);
    if (r.nomem)
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    else
        go_to(w, &r, where_to_go_on(w, &r));
    aloud_free(&r);
}

const struct place_type aloud_place = {
    .build = aloud_build,
    .open = aloud_open,
    .command = aloud_command,
    .help =
        N_("Your plan is read a sentence at a time. Say yes, or change it. When all of an answer "
           "is right, the plan notes that you agreed, and the day. That shows that your views "
           "were taken into account."),
};
