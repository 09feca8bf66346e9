/*
 * A session in process, for tests: the forms and examples of the tree, no terminal, no disk.
 * What the wizard asks of the world is carried out here, into memory.
 */
#ifndef SUPPORTPLAN_SITTING_H
#define SUPPORTPLAN_SITTING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_file.h"
#include "supportplan/attachment.h"
#include "supportplan/changes.h"
#include "supportplan/copies.h"
#include "supportplan/form_file.h"
#include "supportplan/left.h"
#include "supportplan/plan_csv.h"
#include "supportplan/progress.h"
#include "supportplan/sheets.h"
#include "supportplan/wizard.h"

#define SITTING_FORMS 3

static const char *const sitting_forms[SITTING_FORMS] = {"seven-questions", "derbyshire",
                                                         "toolkit"};
static const char *const sitting_examples[] = {"small", "middling", "large"};

struct sitting {
    struct wizard *w;
    struct form *forms[SITTING_FORMS];
    char *file; /* what the plan's file holds; NULL while there is none */
    size_t file_len;
    int saves;            /* how often it was written */
    bool disk_full;       /* saving fails */
    char passphrase[64];  /* the last that a plan was to be locked with; "": none, or taken off */
    bool no_forms;        /* no form can be read */
    const char *beside;   /* the only files beside the plan, a blank after each; NULL: all are */
    const char *versions; /* files with other versions of the plan, a line each; NULL: none */
    const char *taken;    /* a path where there is a file already */
    unsigned left;        /* effects that are the face's: FX_QUIT and the like */
};

static struct form *sitting_form(const char *name, const char *words, size_t words_len)
{
    char path[64];
    size_t len;
    struct form *form = NULL;
    struct fault fault = {0};
    snprintf(path, sizeof path, "forms/%s.yaml", name);
    char *yaml = source_file(path, &len);
    if (form_read(name, yaml, len, words, words_len, &form, &fault) != ST_OK)
        fail_msg("%s: %s", name, fault.text);
    free(yaml);
    return form;
}

/* A session on the first screen, with the sitting's forms. */
static inline struct wizard *sitting_wizard(const struct sitting *s)
{
    static char names[3][20] = {"small", "middling", "large"}, about[] = "About it.";
    struct offer forms[SITTING_FORMS], examples[3];
    for (size_t i = 0; i < SITTING_FORMS; i++)
        forms[i] = (struct offer){s->forms[i]->name, s->forms[i]->title, s->forms[i]->about};
    for (size_t i = 0; i < 3; i++)
        examples[i] = (struct offer){names[i], names[i], about};
    struct wizard_world world = {.today = date_of(2026, 11, 21),
                                 .folder = "/home/ann",
                                 .forms = forms,
                                 .form_count = SITTING_FORMS,
                                 .examples = examples,
                                 .example_count = 3};
    struct wizard *w = wizard_new(&world);
    assert_non_null(w);
    return w;
}

/** A session on the first screen, on 21 November 2026, a plan's folder being /home/ann. */
static inline struct sitting sitting_begin(void)
{
    struct sitting s = {0};
    size_t len;
    char *words = source_file("forms/words.yaml", &len);
    for (size_t i = 0; i < SITTING_FORMS; i++)
        s.forms[i] = sitting_form(sitting_forms[i], words, len);
    free(words);
    s.w = sitting_wizard(&s);
    return s;
}

/** The same people sit down again, at the first screen and with nothing kept. */
static inline void sitting_again(struct sitting *s)
{
    wizard_free(s->w);
    free(s->file);
    struct sitting fresh = {0};
    memcpy(fresh.forms, s->forms, sizeof fresh.forms);
    *s = fresh;
    s->w = sitting_wizard(s);
}

static inline void sitting_end(struct sitting *s)
{
    wizard_free(s->w);
    for (size_t i = 0; i < SITTING_FORMS; i++)
        form_free(s->forms[i]);
    free(s->file);
}

/** The plan as its file has it, proved to read back the same. To be freed with free(). */
static inline char *sitting_bytes(const struct plan *plan, size_t *len)
{
    struct text bytes = {0};
    assert_int_equal(plan_csv_write(plan, &bytes), ST_OK);
    if (!plan_csv_holds(text_str(&bytes), bytes.len, plan))
        fail_msg("the plan would not be saved: it does not read back\n%s", text_str(&bytes));
    if (len)
        *len = bytes.len;
    return text_take(&bytes);
}

static inline bool sitting_write(struct sitting *s)
{
    assert_false(s->w->opening.read_only); /* such a plan is never saved */
    if (s->disk_full) {
        wizard_not_saved(s->w, "The disk is full.");
        return false;
    }
    free(s->file);
    s->file = sitting_bytes(s->w->plan, &s->file_len);
    s->saves++;
    return true;
}

/** Open a plan from bytes; path NULL: as an example. */
static inline void sitting_open_bytes(struct sitting *s, const char *bytes, size_t len,
                                      const char *path)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    struct fault fault = {0};
    if (plan_csv_read(bytes, len, &plan, &opening, &fault) != ST_OK)
        fail_msg("%s", fault.text);
    wizard_opened(s->w, plan, &opening, path, false);
}

static void sitting_open_example(struct sitting *s, const char *name, const char *at)
{
    char path[64];
    size_t len;
    snprintf(path, sizeof path, "forms/examples/%s.csv", name);
    char *bytes = source_file(path, &len);
    sitting_open_bytes(s, bytes, len, at);
    free(bytes);
}

static void sitting_use_form(struct sitting *s, const char *name)
{
    if (s->no_forms) {
        wizard_told(s->w, "The form can't be read.", true);
        return;
    }
    for (size_t i = 0; i < SITTING_FORMS; i++)
        if (strcmp(s->forms[i]->name, name) == 0) {
            wizard_form(s->w, s->forms[i]);
            return;
        }
    wizard_form(s->w, s->forms[0]);
}

static inline bool sitting_is_beside(const struct sitting *s, const char *file)
{
    char name[128];
    snprintf(name, sizeof name, "%s ", file);
    return !s->beside || strstr(s->beside, name);
}

static inline void sitting_look(struct sitting *s)
{
    struct text missing = {0};
    for (size_t i = 0; i < plan_count(s->w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(s->w->plan, SEC_ATTACHMENT, i);
        if (!sitting_is_beside(s, plan_str(s->w->plan, F_ATTACHMENT_FILE, item)))
            text_addf(&missing, "%s ", item);
    }
    attachment_looked(s->w, text_str(&missing));
    text_free(&missing);
}

/* Show the text that was asked for. */
static inline void sitting_paper(struct sitting *s)
{
    struct wizard *w = s->w;
    struct audience audience;
    struct text text = {0}, told = {0};
    const struct report_input in = {.plan = w->plan,
                                    .form = w->form,
                                    .budget = &w->budget,
                                    .findings = &w->findings,
                                    .today = w->today,
                                    .width = REPORT_WIDTH};
    assert_int_equal(audience_read(w->plan, w->asked, &audience), ST_OK);
    assert_int_equal(sheet_text(&in, &audience, &text), ST_OK);
    assert_int_equal(sheet_others_words(w->plan, &audience, &told), ST_OK);
    copies_show(w, w->asked, &text, &told);
    text_free(&text);
    text_free(&told);
}

/* A plan that is kept nowhere is locked without a word. */
static inline void sitting_lock(struct sitting *s)
{
    struct wizard *w = s->w;
    snprintf(s->passphrase, sizeof s->passphrase, "%s", text_str(&w->pass.typed));
    text_wipe(&w->pass.typed);
    passphrase_done(w, *s->passphrase != '\0', w->path ? "Your plan is locked now." : NULL);
}

/** Carry out what the wizard asked for, as the door does. */
static inline void sitting_carry(struct sitting *s, unsigned effects)
{
    s->left = 0;
    while (effects) {
        if ((effects & FX_SAVE) && s->w->path && sitting_write(s))
            wizard_saved(s->w, "14:02");
        if (effects & FX_CREATE) {
            if (s->taken && strcmp(s->taken, s->w->asked) == 0)
                wizard_told(s->w, "There is a file of that name.", true);
            else if (sitting_write(s))
                wizard_kept(s->w, s->w->asked, "14:02");
        }
        if (effects & (FX_TEXT | FX_PRINT | FX_FEEDBACK))
            wizard_told(s->w, "It is written.", false);
        if (effects & FX_FORM)
            sitting_use_form(s, s->w->asked);
        if (effects & FX_PAPER)
            sitting_paper(s);
        if (effects & FX_OTHERS)
            changes_found(s->w, s->versions ? s->versions : "");
        if (effects & FX_CHANGES)
            changes_show(s->w, s->w->asked, "Nothing has changed.\n", "");
        if (effects & FX_WORDS)
            passphrase_offer(s->w, "acorn tango walrus zebra");
        if (effects & FX_LOCK)
            sitting_lock(s);
        if (effects & FX_LEFT)
            left_show(s->w, &(struct left_found){.files = "/home/ann/plan.csv: your plan\n",
                                                 .settings = ""});
        if (effects & FX_CARRY)
            wizard_told(s->w, "There is no such folder.", true);
        if (effects & FX_LOOK)
            sitting_look(s);
        if (effects & FX_OPEN)
            wizard_told(s->w, "There is no file of that name.", true);
        if (effects & FX_EXAMPLE)
            sitting_open_example(s, s->w->asked, NULL);
        s->left |= effects & (unsigned)(FX_BELL | FX_REDRAW | FX_PLAIN | FX_READER | FX_SCREEN |
                                        FX_SUSPEND | FX_QUIT | FX_TEXT | FX_PRINT | FX_FEEDBACK |
                                        FX_OPEN | FX_SAVE | FX_CREATE);
        effects = s->w->effects;
        s->w->effects = FX_NONE;
    }
}

static inline void sitting_command(struct sitting *s, enum command cmd)
{
    sitting_carry(s, wizard_command(s->w, cmd, ""));
}

static inline void sitting_type(struct sitting *s, const char *words)
{
    sitting_carry(s, wizard_type(s->w, words, strlen(words), false));
}

static inline void sitting_line(struct sitting *s, const char *line)
{
    sitting_carry(s, wizard_line(s->w, line));
}

/** A session with an example open: kept at a path, or looked at where path is NULL. */
static inline struct sitting sitting_with(const char *example, const char *path)
{
    struct sitting s = sitting_begin();
    sitting_open_example(&s, example, path);
    sitting_carry(&s, s.w->effects);
    return s;
}

/* Reading the page */

/** The number of the row whose words begin so; the test fails where there is none. */
static inline size_t sitting_row(const struct sitting *s, const char *words)
{
    struct text all = {0};
    for (size_t i = 0; i < s->w->page.count; i++)
        if (strncmp(s->w->page.rows[i].text, words, strlen(words)) == 0)
            return i;
    for (size_t i = 0; i < s->w->page.count; i++)
        text_addf(&all, "%s\n", s->w->page.rows[i].text);
    fail_msg("no row begins with '%s' on the page '%s':\n%s", words,
             s->w->page.title ? s->w->page.title : "", text_str(&all));
    return 0;
}

static inline bool sitting_has_row(const struct sitting *s, const char *words)
{
    for (size_t i = 0; i < s->w->page.count; i++)
        if (strncmp(s->w->page.rows[i].text, words, strlen(words)) == 0)
            return true;
    return false;
}

/** Put the focus on the row whose words begin so, and press Enter. */
static inline void sitting_open_row(struct sitting *s, const char *words)
{
    wizard_focus(s->w, sitting_row(s, words));
    sitting_command(s, CMD_OPEN);
}

/** Go to the page of the form that asks for a field, or for an answer. */
static inline void sitting_go_field(struct sitting *s, enum field field, const char *item)
{
    size_t section;
    const struct form_page *page = schema_fields[field].section == SEC_ANSWER
                                       ? form_page_of_answer(s->w->form, item, &section)
                                       : form_page_of_field(s->w->form, field, &section);
    assert_non_null(page);
    const struct form_page *first = form_section_at(s->w->form, section, NULL)->pages;
    wizard_go(s->w, place_of_page(section, (size_t)(page - first)));
}

static inline void sitting_expect_fact(const struct sitting *s, enum field field, const char *item,
                                       const char *want)
{
    const char *got = plan_get(s->w->plan, field, item);
    if (strcmp(got ? got : "nothing", want ? want : "nothing") != 0)
        fail_msg("%s of '%s' is %s and not %s", schema_fields[field].name, item,
                 got ? got : "nothing", want ? want : "nothing");
}

static inline void sitting_expect_message(const struct sitting *s, const char *want)
{
    const char *got = s->w->message ? s->w->message : "";
    if (strcmp(got, want) != 0)
        fail_msg("it says '%s' and not '%s'", got, want);
}

static inline void sitting_expect_at(const struct sitting *s, enum place_kind kind)
{
    if (wizard_at(s->w)->kind != kind)
        fail_msg("the person is at place %d ('%s') and not at %d", (int)wizard_at(s->w)->kind,
                 s->w->page.title ? s->w->page.title : "", (int)kind);
}

#endif
