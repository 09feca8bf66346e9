/*
 * What the commands read, and how they tell and print.
 */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands_parts.h"
#include "supportplan/age.h"
#include "supportplan/attachment.h"
#include "supportplan/reserve.h"
#include "supportplan/shelf.h"
#include "supportplan/store.h"
#include "supportplan/whisper.h"

/* Telling */

const char *commands_shown(const char *path)
{
    return strcmp(path, "-") == 0 ? _("standard input") : path;
}

void commands_tell(const char *path, const char *sentence, enum charset charset)
{
    struct text t = {0}, clean = {0};
    text_addf(&t, "%s: %s", commands_shown(path), sentence);
    text_clean(&clean, text_str(&t), t.len, charset, true);
    fprintf(stderr, "%s\n", text_str(&clean));
    text_free(&t);
    text_free(&clean);
}

void commands_say(const struct commands_world *world, const char *path, const char *sentence)
{
    commands_tell(path, sentence, world->charset);
}

/* Reading */

/* Ask for the passphrase of a plan. */
static bool ask_passphrase(const char *path, enum charset charset, struct age_pass *pass)
{
    struct text prompt = {0}, clean = {0}, line = {0};
    text_addf(&prompt, _("%s: its passphrase, which is not shown: "), commands_shown(path));
    text_clean(&clean, text_str(&prompt), prompt.len, charset, true);
    bool asked = whisper_ask(text_str(&clean), &line) &&
                 age_pass_set(pass, text_str(&line), line.len) == ST_OK;
    text_wipe(&line);
    text_free(&prompt);
    text_free(&clean);
    return asked;
}

/* Try passphrases until one opens the plan, or the person gives up. */
static enum status try_passphrases(const char *path, const struct commands_world *world,
                                   const struct text *locked, struct text *says)
{
    enum age_outcome outcome = AGE_WRONG;
    while (outcome == AGE_WRONG) {
        struct age_pass pass = {0};
        if (!ask_passphrase(path, world->charset, &pass)) {
            commands_say(world, path, _("It stays locked, so it was not read."));
            return ST_LOCKED;
        }
        outcome = age_open(&pass, text_str(locked), locked->len, says, NULL);
        age_pass_free(&pass);
        if (outcome)
            commands_say(world, path, age_text(outcome));
    }
    return outcome ? ST_REFUSED : ST_OK;
}

/* A passphrase is asked for on the terminal, and nowhere else: an argument, or what stands in the
 * surroundings, others can see. */
static enum status unlock(const char *path, const struct commands_world *world, struct text *bytes)
{
    struct text says = {0};
    enum status st = ST_LOCKED;
    if (!age_is(text_str(bytes), bytes->len))
        return ST_OK;
    if (!whisper_possible())
        commands_say(world, path,
                     _("It is locked. I can ask for its passphrase on a terminal only."));
    else
        st = try_passphrases(path, world, bytes, &says);
    text_free(bytes);
    *bytes = says;
    return st;
}

enum status reading_file(const char *path, const struct commands_world *world, struct plan **plan)
{
    struct fault fault = {0};
    struct text bytes = {0};
    struct plan_opening opening = {0};
    enum status st = store_read(path, PLAN_BYTES_MAX, &bytes, &fault);
    if (!st && unlock(path, world, &bytes) != ST_OK) {
        text_free(&bytes);
        return ST_LOCKED; /* it has been told */
    }
    if (!st)
        st = plan_csv_read(text_str(&bytes), bytes.len, plan, &opening, &fault);
    text_free(&bytes);
    if (st) {
        commands_say(world, path, *fault.text ? fault.text : status_text(st));
        return st;
    }
    for (size_t i = 0; i < opening.notices.count; i++)
        commands_say(world, path, opening.notices.list[i]);
    notices_free(&opening.notices);
    return ST_OK;
}

/* The books */

void books_close(struct books *books)
{
    for (size_t i = 0; i < books->form_count; i++)
        form_free(books->forms[i]);
    free(books->forms);
    rates_free(&books->rates);
    holidays_free(&books->holidays);
    spending_free(&books->spending);
    *books = (struct books){.world = books->world};
}

/* Keep a form for the plans to come. Takes it. */
static const struct form *keep_form(struct books *books, struct form *form)
{
    assert(form);
    struct form **list = realloc(books->forms, (books->form_count + 1) * sizeof *list);
    if (!list) {
        form_free(form);
        return NULL;
    }
    books->forms = list;
    list[books->form_count++] = form;
    return form;
}

/* A form by its name; NULL where it is not here, and fault says why. */
static const struct form *fetch_form(struct books *books, const char *name, struct fault *fault)
{
    struct form *form = NULL;
    for (size_t i = 0; i < books->form_count; i++)
        if (strcmp(books->forms[i]->name, name) == 0)
            return books->forms[i];
    if (shelf_form(books->world->shelf, name, &form, fault) != ST_OK)
        return NULL;
    return keep_form(books, form);
}

/* The plan's form; the default where it has none or its own is not here. */
static const struct form *form_of(const struct plan *plan, struct books *books, const char *path)
{
    struct fault fault = {0};
    const char *name = plan_get(plan, F_PLAN_FORM, "");
    const struct form *form;
    if (!books->world->shelf) {
        commands_say(books->world, path,
                     _("The forms are not installed. Some checks are left out."));
        return NULL;
    }
    if (name && (form = fetch_form(books, name, &fault)) != NULL)
        return form;
    form = fetch_form(books, "seven-questions", &fault);
    if (!form)
        commands_say(books->world, path, *fault.text ? fault.text : status_text(ST_NOMEM));
    else if (name && schema_unsure(F_PLAN_FORM, name))
        commands_say(books->world, path,
                     _("It does not say yet which form it is for. The seven questions are used."));
    else if (name)
        commands_say(books->world, path,
                     _("Its form is not on this computer. The seven questions are used."));
    return form;
}

/* Say what there was to tell of a table that was fetched. */
static void say_told(const struct books *books, const char *path, struct notices *told)
{
    for (size_t i = 0; i < told->count; i++)
        commands_say(books->world, path, told->list[i]);
    notices_free(told);
}

/* Whether a table is still to be fetched; it is from now on not. */
static bool first_time(const struct books *books, bool *fetched)
{
    const bool first = books->world->shelf && !*fetched;
    *fetched = true;
    return first;
}

static const struct rates *fetch_rates(struct books *books, const char *path)
{
    struct notices told = {0};
    if (first_time(books, &books->has_rates))
        shelf_rates(books->world->shelf, &books->rates, &told);
    say_told(books, path, &told);
    return &books->rates;
}

static const struct holidays *fetch_holidays(struct books *books, const char *path)
{
    struct notices told = {0};
    if (first_time(books, &books->has_holidays))
        shelf_holidays(books->world->shelf, &books->holidays, &told);
    say_told(books, path, &told);
    return &books->holidays;
}

static const struct spending *fetch_spending(struct books *books, const char *path)
{
    struct notices told = {0};
    if (first_time(books, &books->has_spending))
        shelf_spending(books->world->shelf, &books->spending, &told);
    say_told(books, path, &told);
    return &books->spending;
}

void reading_tell_missing(const struct plan *plan, const struct commands_world *world,
                          const char *path)
{
    for (size_t i = 0; strcmp(path, "-") != 0 && i < plan_count(plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        struct text t = {0};
        if (plan_known(plan, F_ATTACHMENT_FILE, item) != KNOWN ||
            store_beside(path, plan_str(plan, F_ATTACHMENT_FILE, item)))
            continue;
        attachment_missing_words(plan, item, &t);
        commands_say(world, path, text_str(&t));
        text_free(&t);
    }
}

/* A plan and what is worked out from it */

void reading_free(struct reading *r)
{
    findings_free(&r->findings);
    employer_free(&r->employer);
    budget_free(&r->budget);
    plan_free(r->plan);
    *r = (struct reading){0};
}

/* Only a plan that employs somebody needs the rates. */
static bool employs_somebody(const struct plan *plan)
{
    bool employs = plan_count(plan, SEC_EMPLOYMENT) > 0;
    for (size_t i = 0; i < plan_count(plan, SEC_SUPPORTER); i++)
        employs =
            employs || plan_is(plan, F_SUPPORTER_KIND, plan_item(plan, SEC_SUPPORTER, i), "pa");
    return employs;
}

static enum status count_employer(struct books *books, const char *path, struct reading *r)
{
    static const struct rates none;
    const bool employs = employs_somebody(r->plan);
    return employer_count(r->plan, &r->budget, employs ? fetch_rates(books, path) : &none,
                          books->world->today, &r->employer);
}

static enum status find_faults(const struct books *books, struct reading *r)
{
    const struct check_input in = {
        .plan = r->plan,
        .form = r->form,
        .budget = &r->budget,
        .today = books->world->today,
        .employer = &r->employer,
        .over_reserve = reserve_count(r->plan, &r->budget).over,
        .spending = r->spending,
        .rates = books->has_rates ? &books->rates : NULL,
    };
    return check_plan(&in, &r->findings);
}

/* Only a year that is counted day by day needs the one-off bank holidays; only who asks for
 * findings needs the form and the guide. */
static enum status work_out(struct books *books, const char *path, bool form, struct reading *r)
{
    if (form) {
        r->form = form_of(r->plan, books, path);
        r->spending = fetch_spending(books, path);
    }
    if (plan_is(r->plan, F_PLAN_YEAR_BASIS, "", "dated"))
        r->holidays = fetch_holidays(books, path);
    enum status st = budget_count_with(r->plan, r->holidays, &r->budget);
    if (!st)
        st = count_employer(books, path, r);
    return !st && form ? find_faults(books, r) : st;
}

enum status reading_open(const char *path, struct books *books, bool form, struct reading *r)
{
    *r = (struct reading){0};
    enum status st = reading_file(path, books->world, &r->plan);
    if (st)
        return st;
    st = work_out(books, path, form, r);
    if (st) {
        commands_say(books->world, path, status_text(st));
        reading_free(r);
        return st;
    }
    r->in = (struct report_input){
        .plan = r->plan,
        .form = r->form,
        .budget = &r->budget,
        .findings = &r->findings,
        .today = books->world->today,
        .width = REPORT_WIDTH,
        .charset = books->world->charset,
        .employer = &r->employer,
    };
    return ST_OK;
}

/* Printing */

/* A table keeps every character as it is, but not on a terminal. */
static void clean_for_terminal(struct text *out, enum charset charset)
{
    struct text clean = {0};
    if (!isatty(STDOUT_FILENO))
        return;
    text_clean(&clean, text_str(out), out->len, charset, false);
    text_free(out);
    *out = clean;
}

/* Why nothing, or not all, could be printed. The plan itself has nothing to do with it. */
static const char *not_printed(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return _("There is no room left where this should go.");
    case EPIPE:
        return _("What was to read this stopped before the end.");
    case EBADF:
        return _("There is nowhere to print this.");
    default:
        return _("This could not be printed.");
    }
}

enum exit_status commands_print(struct text *out, enum status st, enum charset charset)
{
    enum exit_status status = EXIT_DONE;
    if (!st)
        clean_for_terminal(out, charset);
    if (!st)
        st = text_status(out);
    if (st || fwrite(text_str(out), 1, out->len, stdout) != out->len || fflush(stdout) != 0) {
        fprintf(stderr, "supportplan: %s\n", st ? status_text(st) : not_printed(errno));
        status = EXIT_NOT_SAVED;
    }
    text_free(out);
    return status;
}
