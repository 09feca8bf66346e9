/*
 * What the commands read, and how they tell and print.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands_parts.h"
#include "supportplan/attachment.h"
#include "supportplan/reserve.h"
#include "supportplan/shelf.h"
#include "supportplan/store.h"

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

enum status reading_file(const char *path, const struct commands_world *world, struct plan **plan)
{
    struct fault fault = {0};
    struct text bytes = {0};
    struct plan_opening opening = {0};
    enum status st = store_read(path, PLAN_BYTES_MAX, &bytes, &fault);
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

/* The plan's form; the default where it has none or its own is not here. */
static struct form *form_of(const struct plan *plan, const struct commands_world *world,
                            const char *path)
{
    struct form *form = NULL;
    struct fault fault = {0};
    const char *name = plan_get(plan, F_PLAN_FORM, "");
    if (!world->shelf) {
        commands_say(world, path, _("The forms are not installed. Some checks are left out."));
        return NULL;
    }
    if (name && shelf_form(world->shelf, name, &form, &fault) == ST_OK)
        return form;
    if (shelf_form(world->shelf, "seven-questions", &form, &fault) != ST_OK) {
        commands_say(world, path, fault.text);
        return NULL;
    }
    if (name)
        commands_say(world, path,
                     _("Its form is not on this computer. The seven questions are used."));
    return form;
}

void reading_free(struct reading *r)
{
    findings_free(&r->findings);
    employer_free(&r->employer);
    rates_free(&r->rates);
    budget_free(&r->budget);
    holidays_free(&r->holidays);
    spending_free(&r->spending);
    plan_free(r->plan);
    form_free(r->form);
    *r = (struct reading){0};
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

/* Only a plan that employs somebody needs the rates. */
static enum status count_employer(const struct commands_world *world, const char *path,
                                  struct reading *r)
{
    struct notices told = {0};
    if (world->shelf && plan_count(r->plan, SEC_EMPLOYMENT) > 0)
        shelf_rates(world->shelf, &r->rates, &told);
    for (size_t i = 0; i < told.count; i++)
        commands_say(world, path, told.list[i]);
    notices_free(&told);
    return employer_count(r->plan, &r->budget, &r->rates, world->today, &r->employer);
}

/* Only a year that is counted day by day needs them. */
static void read_holidays(const struct commands_world *world, const char *path, struct reading *r)
{
    struct notices told = {0};

    if (!world->shelf || !plan_is(r->plan, F_PLAN_YEAR_BASIS, "", "dated"))
        return;
    shelf_holidays(world->shelf, &r->holidays, &told);
    for (size_t i = 0; i < told.count; i++)
        commands_say(world, path, told.list[i]);
    notices_free(&told);
}

/* Only who asks for findings needs it. */
static void read_spending(const struct commands_world *world, const char *path, struct reading *r)
{
    struct notices told = {0};

    if (world->shelf)
        shelf_spending(world->shelf, &r->spending, &told);
    for (size_t i = 0; i < told.count; i++)
        commands_say(world, path, told.list[i]);
    notices_free(&told);
}

enum status reading_open(const char *path, const struct commands_world *world, bool form,
                         struct reading *r)
{
    *r = (struct reading){0};
    enum status st = reading_file(path, world, &r->plan);
    if (st)
        return st;
    if (form) {
        r->form = form_of(r->plan, world, path);
        read_spending(world, path, r);
    }
    read_holidays(world, path, r);
    st = budget_count_with(r->plan, &r->holidays, &r->budget);
    if (!st)
        st = count_employer(world, path, r);
    const struct check_input check = {
        .plan = r->plan,
        .form = r->form,
        .budget = &r->budget,
        .today = world->today,
        .employer = &r->employer,
        .over_reserve = reserve_count(r->plan, &r->budget).over,
        .spending = &r->spending,
    };
    if (!st && form)
        st = check_plan(&check, &r->findings);
    if (st) {
        commands_say(world, path, status_text(st));
        reading_free(r);
        return st;
    }
    r->in = (struct report_input){
        .plan = r->plan,
        .form = r->form,
        .budget = &r->budget,
        .findings = &r->findings,
        .today = world->today,
        .width = REPORT_WIDTH,
        .charset = world->charset,
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

enum exit_status commands_print(struct text *out, enum status st, enum charset charset)
{
    enum exit_status status = EXIT_DONE;
    if (!st)
        clean_for_terminal(out, charset);
    if (!st)
        st = text_status(out);
    if (st || fwrite(text_str(out), 1, out->len, stdout) != out->len || fflush(stdout) != 0) {
        fprintf(stderr, "supportplan: %s\n", status_text(st ? st : ST_IO));
        status = EXIT_NOT_SAVED;
    }
    text_free(out);
    return status;
}
