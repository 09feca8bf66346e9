/*
 * The command that makes a plan.
 */
#include <stdio.h>
#include <string.h>

#include "commands_parts.h"
#include "supportplan/age.h"
#include "supportplan/shape.h"
#include "supportplan/shelf.h"
#include "supportplan/store.h"

/* A plan with nothing in it but its format, form and day. */
static enum status empty_plan(const char *form, date today, struct plan **out)
{
    struct plan *plan = plan_new();
    char day[16];
    if (!plan)
        return ST_NOMEM;
    enum status st = plan_set(plan, F_PLAN_FORMAT, "", "1", PLAN_LAST, NULL);
    if (!st)
        st = plan_set(plan, F_PLAN_FORM, "", form, PLAN_LAST, NULL);
    if (!st && today != DATE_NONE)
        st = plan_set(plan, F_PLAN_CREATED, "", date_print(today, day), PLAN_LAST, NULL);
    if (st)
        plan_free(plan);
    else
        *out = plan;
    return st;
}

static bool form_is_here(const char *name, const struct commands_world *world)
{
    struct form *form = NULL;
    struct fault fault = {0};
    if (world->shelf && shelf_form(world->shelf, name, &form, &fault) == ST_OK) {
        form_free(form);
        return true;
    }
    struct text told = {0};
    text_addf(&told, _("The form \"%s\" can't be used. %s"), name, fault.text);
    commands_say(world, "supportplan", text_str(&told));
    text_free(&told);
    return false;
}

/* Where it is, and how to open it: a name with blanks needs its quotes. The plan is made, whether
 * this can be printed or not. */
static void say_made(const char *path, const struct commands_world *world)
{
    const char *quote = strchr(path, ' ') ? "\"" : "", *name = commands_shown(path);
    struct text told = {0};
    text_addf(&told, _("Your new plan is in %s. To open it: supportplan %s%s%s\n"), name, quote,
              name, quote);
    (void)commands_print(&told, ST_OK, world->charset);
}

static enum exit_status write_new(const char *path, const struct plan *plan,
                                  const struct commands_world *world)
{
    struct text bytes = {0};
    struct fault fault = {0};
    enum status st = plan_csv_write(plan, &bytes);
    if (!st)
        st = store_write(path, text_str(&bytes), bytes.len, STORE_NEW, &fault);
    text_free(&bytes);
    if (!st) {
        say_made(path, world);
        return EXIT_DONE;
    }
    commands_say(world, path,
                 st == ST_EXISTS ? _("There is a file of that name. It stays as it is.")
                 : *fault.text   ? fault.text
                                 : status_text(st));
    return EXIT_NOT_SAVED;
}

enum exit_status commands_new(const struct words *w, const struct commands_world *world)
{
    struct plan *from = NULL, *plan = NULL;
    enum status st;
    if (text_ends(w->paths[0], AGE_ENDING)) {
        commands_say(world, w->paths[0], age_name_text());
        return EXIT_UNUSABLE;
    }
    if (w->form && !form_is_here(w->form, world))
        return EXIT_UNUSABLE;
    if (w->from) {
        if (reading_file(w->from, world, &from) != ST_OK)
            return EXIT_UNUSABLE;
        st = shape_of(from, world->today, &plan);
        plan_free(from);
        if (!st && w->form)
            st = plan_set(plan, F_PLAN_FORM, "", w->form, PLAN_LAST, NULL);
    } else {
        st = empty_plan(w->form ? w->form : "seven-questions", world->today, &plan);
    }
    if (st) {
        commands_say(world, w->paths[0], status_text(st));
        plan_free(plan);
        return EXIT_NOT_SAVED;
    }
    enum exit_status status = write_new(w->paths[0], plan, world);
    plan_free(plan);
    return status;
}
