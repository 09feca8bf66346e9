/*
 * The session's life, what it says, and how its effects went. Where the person is, what they do
 * and what comes in are in the rooms place, action and event.
 */
#include "supportplan/wizard.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/attachment.h"
#include "supportplan/reserve.h"

/* Life */

static void free_offers(struct offer *offers, size_t count)
{
    for (size_t i = 0; offers && i < count; i++) {
        free(offers[i].name);
        free(offers[i].title);
        free(offers[i].about);
    }
    free(offers);
}

static bool copy_offers(struct offer **out, const struct offer *from, size_t count)
{
    struct offer *copy = calloc(count ? count : 1, sizeof *copy);
    bool ok = copy != NULL;
    for (size_t i = 0; ok && i < count; i++) {
        copy[i].name = text_copy(from[i].name);
        copy[i].title = text_copy(from[i].title);
        copy[i].about = text_copy(from[i].about ? from[i].about : "");
        ok = copy[i].name && copy[i].title && copy[i].about;
    }
    if (ok)
        *out = copy;
    else
        free_offers(copy, count);
    return ok;
}

/* Put a copy of a list in the place of another, which stays where there is no memory. */
static bool take_offers(struct offer **list, size_t *count, const struct offer *from, size_t n)
{
    struct offer *copy = NULL;
    if (!copy_offers(&copy, from, n))
        return false;
    free_offers(*list, *count);
    *list = copy;
    *count = n;
    return true;
}

struct wizard *wizard_new(const struct wizard_world *world)
{
    struct wizard *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->today = world->today;
    w->edit.want_col = -1;
    w->moment = -1;
    w->answered_too = FIELD_NONE;
    w->edit_cols = 66;
    w->settings = world->settings ? *world->settings : settings_usual();
    w->settings.other = (struct text){0};
    w->newcomer = !world->settings;
    w->private = world->private;
    w->own_editor = world->own_editor;
    w->page_rows = 18; /* as most terminals have it: then nothing is made twice */
    w->folder = text_copy(world->folder ? world->folder : ".");
    w->last_words = text_copy(wizard_no_memory());
    if (!w->folder || !w->last_words ||
        !take_offers(&w->forms, &w->form_count, world->forms, world->form_count) ||
        !take_offers(&w->examples, &w->example_count, world->examples, world->example_count)) {
        wizard_free(w);
        return NULL;
    }
    wizard_go(w, place_of(PLACE_START));
    return w;
}

void wizard_offers(struct wizard *w, const struct offer *forms, size_t form_count,
                   const struct offer *examples, size_t example_count)
{
    take_offers(&w->forms, &w->form_count, forms, form_count);
    take_offers(&w->examples, &w->example_count, examples, example_count);
    wizard_rebuild(w);
}

bool wizard_opens(const struct wizard *w, const char *words)
{
    return !w->opens || w->opens(w->door, words);
}

static void forget_plan(struct wizard *w)
{
    budget_free(&w->budget);
    findings_free(&w->findings);
    employer_free(&w->employer);
    notices_free(&w->notices);
    wizard_forget_actions(w);
    wizard_forget_drafts(w);
    version_free(&w->version);
    paper_free(&w->paper);
    text_free(&w->total);
    plan_free(w->plan);
    w->plan = NULL;
    free(w->missing);
    free(w->others);
    free(w->sticks);
    free(w->nearby);
    w->missing = w->others = w->sticks = w->nearby = NULL;
    w->unsaved = w->save_failed = w->lent = w->pass.locked = false;
    w->opens = NULL;
}

void wizard_free(struct wizard *w)
{
    if (!w)
        return;
    forget_plan(w);
    page_clear(&w->page);
    textedit_wipe(&w->edit);
    free_offers(w->forms, w->form_count);
    free_offers(w->examples, w->example_count);
    free(w->folder);
    left_free(&w->left);
    free(w->path);
    free(w->saved_at);
    wizard_unsay(w, w->message);
    free(w->last_words);
    free(w->asked);
    free(w->asked_text);
    passphrase_free(&w->pass);
    free(w);
}

/* Counting */

static void recount_employer(struct wizard *w)
{
    static const struct rates none;
    struct employer employer;
    if (employer_count(w->plan, &w->budget, w->rates ? w->rates : &none, w->today, &employer) !=
        ST_OK)
        return;
    employer_free(&w->employer);
    w->employer = employer;
}

void wizard_recount(struct wizard *w)
{
    if (!w->plan)
        return;
    paper_free(&w->paper); /* it is of the plan before */
    struct budget budget;
    if (budget_count_with(w->plan, w->holidays, &budget) == ST_OK) {
        budget_free(&w->budget);
        w->budget = budget;
    }
    recount_employer(w);
    const struct check_input in = {
        .plan = w->plan,
        .form = w->form,
        .budget = &w->budget,
        .today = w->today,
        .employer = w->rates ? &w->employer : NULL,
        .over_reserve = reserve_count(w->plan, &w->budget).over,
        .spending = w->spending,
        .rates = w->rates,
    };
    struct findings findings;
    if (check_plan(&in, &findings) == ST_OK) {
        findings_free(&w->findings);
        w->findings = findings;
    }
}

void wizard_guides(struct wizard *w, const struct rates *rates, const struct spending *spending)
{
    w->rates = rates;
    w->spending = spending;
    wizard_recount(w);
    if (w->depth > 0 && !w->edit.changed)
        wizard_rebuild(w);
}

/* Saying and asking */

void wizard_unsay(const struct wizard *w, char *message)
{
    if (message != w->last_words)
        free(message);
}

void wizard_hush(struct wizard *w)
{
    if (!w->said_before)
        return;
    wizard_unsay(w, w->message);
    w->message = NULL;
    w->trouble = w->recounted = w->said_before = false;
}

const char *wizard_no_memory(void)
{
    return _("This computer has no memory left. What you did last may not be kept.");
}

/* Whether who hears the lines would hear nothing: the same was refused in the same words, and a
 * reader tells only what is new on the screen. */
static bool says_no_more(const struct wizard *w, const char *words)
{
    return w->mode == MODE_READER && w->trouble && w->message && strcmp(w->message, words) == 0;
}

/* The same words, told apart from those that are there. */
static void say_again(struct text *t)
{
    struct text again = {0};
    text_addf(&again, _("Again: %s"), text_str(t));
    text_free(t);
    *t = again;
}

/* Put words in the place of the message there was. Where there is no memory for them, that is said:
 * "Kept" must not stay where "Not saved" should stand. */
__attribute__((format(printf, 3, 0))) static void say(struct wizard *w, bool trouble,
                                                      const char *format, va_list args)
{
    struct text t = {0};
    text_addv(&t, format, args); /* it may quote the message before */
    if (trouble && says_no_more(w, text_str(&t)))
        say_again(&t);
    wizard_hush(w);
    wizard_unsay(w, w->message);
    w->message = text_take(&t);
    w->said++;
    w->trouble = trouble || !w->message;
    if (!w->message)
        w->message = w->last_words;
}

void wizard_say(struct wizard *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(w, false, format, args);
    va_end(args);
}

void wizard_trouble(struct wizard *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(w, true, format, args);
    w->effects |= FX_BELL;
    va_end(args);
}

void wizard_ask(struct wizard *w, enum effect effect, const char *asked)
{
    w->effects |= effect;
    if (asked) {
        free(w->asked);
        w->asked = text_copy(asked);
    }
}

/* How effects went */

void wizard_opened(struct wizard *w, struct plan *plan, struct plan_opening *opening,
                   const char *path, bool fresh)
{
    forget_plan(w);
    w->plan = plan;
    w->opening = opening ? *opening : (struct plan_opening){0};
    w->notices = w->opening.notices;
    w->opening.notices = (struct notices){0};
    free(w->path);
    w->path = text_copy(path);
    w->is_example = !path && !fresh;
    w->returned = path && !fresh;
    w->read_to = 0;
    w->pattern[0] = '\0';
    w->depth = 0;
    if (fresh) {
        wizard_recount(w); /* else it is counted when its form is there, or is known not to be */
        wizard_go(w, place_of(PLACE_START)); /* so that "back" leads out of choosing a form */
        wizard_go(w, place_of(PLACE_FORMS));
        return;
    }
    wizard_go(w, place_of(PLACE_TASKS));
    if (w->notices.count > 0)
        wizard_go(w, place_of(PLACE_NOTICES));
    const char *form = plan_get(plan, F_PLAN_FORM, "");
    wizard_ask(w, FX_FORM, form ? form : "seven-questions");
    attachment_ask(w);
}

/* A number of a page means another page, or none, in another form. */
static bool of_a_form(enum place_kind kind)
{
    return kind == PLACE_PAGE || kind == PLACE_WORDS || kind == PLACE_MORE || kind == PLACE_TEN ||
           kind == PLACE_FEEDBACK;
}

void wizard_form(struct wizard *w, const struct form *form)
{
    size_t stay = 0;
    bool first = !w->form;
    bool other = w->form && w->form != form;
    w->form = form;
    wizard_recount(w);
    for (size_t i = 0; i < w->depth; i++)
        if (!other || !of_a_form(w->places[i].kind))
            w->places[stay++] = w->places[i];
    bool moved = stay < w->depth;
    w->depth = stay;
    if (first && stay > 0)
        wizard_here(w)->focus = 0; /* a page without a form had other rows */
    if (stay == 0)
        wizard_home(w);
    else if (moved || first)
        wizard_arrive(w);
    else
        wizard_rebuild(w);
}

void wizard_saved(struct wizard *w, const char *at)
{
    free(w->saved_at);
    w->saved_at = text_copy(at);
    w->unsaved = w->save_failed = false;
    w->opening.keep_original = false;
    if (w->tell_saved)
        wizard_say(w, _("Saved in %s."), w->path);
    w->tell_saved = false;
    wizard_rebuild(w);
}

void wizard_moved(struct wizard *w, const char *path, const char *at)
{
    (void)text_hold(&w->path, path);
    wizard_saved(w, at);
}

void wizard_noted(struct wizard *w, const char *at)
{
    free(w->saved_at);
    w->saved_at = text_copy(at);
}

void wizard_kept(struct wizard *w, const char *path, const char *at)
{
    free(w->path);
    w->path = text_copy(path);
    w->is_example = false;
    wizard_saved(w, at);
    wizard_say(w, _("Your plan is kept in %s."), path);
    attachment_ask(w);
    if (w->leaving) {
        wizard_ask(w, FX_QUIT, NULL);
        return;
    }
    while (w->depth > 1 &&
           (wizard_at(w)->kind == PLACE_KEEP_AS || wizard_at(w)->kind == PLACE_KEEP))
        wizard_back(w);
}

void wizard_not_saved(struct wizard *w, const char *sentence)
{
    w->save_failed = true;
    w->tell_saved = false;
    /* Who was leaving is asked what to do with the changes, rather than held back. */
    if (w->leaving && wizard_at(w)->kind != PLACE_LEAVE)
        wizard_go(w, place_of(PLACE_LEAVE));
    w->leaving = false;
    wizard_trouble(w, _("Not saved. %s"), sentence);
}

void wizard_told(struct wizard *w, const char *sentence, bool trouble)
{
    if (trouble)
        wizard_trouble(w, "%s", sentence);
    else
        wizard_say(w, "%s", sentence);
}

void wizard_shown(struct wizard *w, struct seen seen)
{
    w->seen = seen;
    if (seen.edit_cols > 0 && (seen.edit_cols != w->edit_cols || seen.edit_lead != w->edit_lead)) {
        w->edit_cols = seen.edit_cols;
        w->edit_lead = seen.edit_lead;
        textedit_wrap(&w->edit, w->edit_cols, w->edit_lead, w->page_rows);
    }
}

/* Pages differ from mode to mode, but not in the order of what can be chosen. */
void wizard_mode(struct wizard *w, enum mode mode)
{
    size_t before = 0, at = 0;
    if (w->mode == mode)
        return;
    for (size_t i = 0; i < w->page.count && i < wizard_at(w)->focus; i++)
        before += row_focusable(&w->page.rows[i]);
    w->mode = mode;
    wizard_rebuild(w);
    for (at = page_focusable(&w->page, 0); before > 0; before--)
        at = page_focusable(&w->page, at + 1);
    wizard_focus(w, at);
}

bool wizard_size(struct wizard *w, int rows, int cols)
{
    int before = w->page_rows;
    w->page_rows = rows < 3 ? 3 : rows;
    w->edit_cols = cols < 2 ? 1 : cols - 1;
    w->edit_lead = 0;
    textedit_wrap(&w->edit, w->edit_cols, w->edit_lead, w->page_rows);
    return w->page_rows != before;
}

bool wizard_is_narrow(const struct wizard *w)
{
    return w->edit_cols < 60;
}
