/*
 * The session ends and nobody said so: there is no more input, or the terminal is gone. What a
 * person wrote and is kept nowhere goes into files of its own, which they are told of.
 */
#include <stdio.h>

#include "errand_parts.h"
#include "supportplan/store.h"

#define TRIES 100
/* What the name of a file with words that are not in the plan ends in. */
#define NOT_KEPT "-not-kept"
/* And that of a whole plan with what was only tried out. */
#define TRIED "-tried-out"

enum status errand_write_new(const char *stem, const char *ending, const char *bytes, size_t len,
                             struct text *path, struct fault *fault)
{
    enum status st = ST_EXISTS;
    for (int n = 1; st == ST_EXISTS && n < TRIES; n++) {
        text_clear(path);
        text_add(path, stem);
        if (n > 1)
            text_addf(path, "-%d", n);
        text_add(path, ending);
        st = text_status(path) == ST_OK ? store_write(text_str(path), bytes, len, STORE_NEW, fault)
                                        : ST_NOMEM;
    }
    return st;
}

/* Whether a plan holds more than its own name, form and days. */
static bool says_anything(const struct plan *plan)
{
    for (int section = 0; section < SEC_COUNT; section++)
        if (section != SEC_PLAN && plan_count(plan, (enum section)section) > 0)
            return true;
    return plan_odd_count(plan) > 0 || plan_unknown_count(plan) > 0;
}

static void tell_failed(const char *words, const struct fault *fault, enum status st,
                        struct text *told)
{
    text_addf(told, "%s %s\n", words, *fault->text ? fault->text : status_text(st));
}

/* The plan is kept nowhere, or its last changes could not be saved where it is. It goes beside
 * itself, or into the folder that was offered; path gets where. */
static void rescue_plan(struct errand *e, struct text *path, struct text *told)
{
    struct wizard *w = e->wizard;
    struct text stem = {0}, bytes = {0};
    struct fault fault = {0};
    if (w->path)
        errand_beside(w->path, "-recovered", &stem);
    else
        text_addf(&stem, "%s/recovered-plan", w->folder);
    enum status st = errand_bytes(w->plan, &bytes, &fault);
    if (!st)
        st = errand_keep_new(e, text_str(&stem), ".csv", &bytes, path, &fault);
    if (st)
        tell_failed(_("Your plan could not be kept anywhere."), &fault, st, told);
    else
        text_addf(told, _("So that nothing is lost, your plan is kept in this file:\n%s\n"),
                  text_str(path));
    w->save_failed = w->save_failed || st != ST_OK;
    w->unsaved = st != ST_OK;
    text_free(&stem);
    text_free(&bytes);
}

/* Words that are not in the plan go beside it. */
static void rescue_drafts(struct errand *e, const char *plan, struct text *told)
{
    struct wizard *w = e->wizard;
    struct text stem = {0}, words = {0}, path = {0};
    struct fault fault = {0};
    text_add(&words, _("This was typed, and is not in the plan.\n"));
    size_t none = words.len;
    wizard_drafts_words(w, &words);
    errand_beside(plan, NOT_KEPT, &stem);
    enum status st = text_status(&words);
    if (!st && words.len > none)
        st = errand_keep_new(e, text_str(&stem), ".txt", &words, &path, &fault);
    if (st)
        tell_failed(_("What you typed last could not be kept."), &fault, st, told);
    else if (words.len > none)
        text_addf(told, _("What you typed last is not in the plan. It is kept in this file:\n%s\n"),
                  text_str(&path));
    w->save_failed = w->save_failed || st != ST_OK;
    text_free(&stem);
    text_free(&words);
    text_free(&path);
}

/* What is tried out is not saved: the plan stays as it was, and what it might become goes beside
 * it. */
static void rescue_tried(struct errand *e, const char *plan, struct text *told)
{
    struct wizard *w = e->wizard;
    struct text stem = {0}, bytes = {0}, path = {0};
    struct fault fault = {0};
    errand_beside(plan, TRIED, &stem);
    enum status st = errand_bytes(w->plan, &bytes, &fault);
    if (!st)
        st = errand_keep_new(e, text_str(&stem), ".csv", &bytes, &path, &fault);
    if (st)
        tell_failed(_("What you tried out could not be kept."), &fault, st, told);
    else
        text_addf(told, _("Your plan with what you tried out is kept in this file:\n%s\n"),
                  text_str(&path));
    text_free(&stem);
    text_free(&bytes);
    text_free(&path);
}

/* Nobody chose where words of a private session may be: nothing of them is written. */
static void tell_let_go(struct wizard *w)
{
    struct draft any;
    if (!w->unsaved && !wizard_typed(w, 0, &any))
        return;
    w->unsaved = false;
    w->save_failed = true;
    wizard_told(w, _("This session was private, and no place was chosen. Nothing is kept."), true);
}

void errand_rescue(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text told = {0}, path = {0};
    if (!w->plan || w->is_example)
        return;
    if (w->private && !w->path) {
        tell_let_go(w);
        return;
    }
    if (w->path)
        text_add(&path, w->path);
    else
        text_addf(&path, "%s/recovered-plan.csv", w->folder);
    if (wizard_tried(w) > 0)
        rescue_tried(e, text_str(&path), &told);
    errand_last_save(e);
    if (w->unsaved && !w->opening.read_only && says_anything(w->plan))
        rescue_plan(e, &path, &told);
    rescue_drafts(e, text_str(&path), &told);
    if (told.len > 0) {
        told.data[--told.len] = '\0';
        wizard_told(w, text_str(&told), w->save_failed);
    }
    text_free(&told);
    text_free(&path);
}

enum status errand_keep_words(struct errand *e, const char *plan, const struct text *words)
{
    struct text stem = {0}, all = {0}, path = {0};
    struct fault fault = {0};
    errand_beside(plan, NOT_KEPT, &stem);
    text_addf(&all, "%s%s", _("This was typed, and is not in the plan.\n"), text_str(words));
    enum status st = text_status(&stem) ? ST_NOMEM : text_status(&all);
    if (!st)
        st = errand_keep_new(e, text_str(&stem), ".txt", &all, &path, &fault);
    text_free(&stem);
    text_free(&all);
    text_free(&path);
    return st;
}

/* Add a sentence about a file beside the plan, locked or not, where it is there. */
static void tell_there(const struct wizard *w, const char *ending, const char *words,
                       struct text *told)
{
    static const char *const locks[] = {"", AGE_ENDING};
    for (size_t i = 0; i < sizeof locks / sizeof *locks; i++) {
        struct text path = {0};
        errand_beside(w->path, ending, &path);
        text_add(&path, locks[i]);
        if (store_exists(text_str(&path)))
            text_addf(told, "%s%s\n%s", told->len > 0 ? "\n" : "", words, text_str(&path));
        text_free(&path);
    }
}

void errand_tell_rescued(struct wizard *w)
{
    struct text told = {0};
    tell_there(w, NOT_KEPT ".txt", _("Words that you typed and did not keep are in this file:"),
               &told);
    tell_there(w, TRIED ".csv", _("Your plan with what you tried out last is in this file:"),
               &told);
    if (told.len > 0)
        wizard_say(w, "%s", text_str(&told));
    text_free(&told);
}
