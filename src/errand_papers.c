/*
 * The plan as text, for somebody: shown, saved beside the plan, printed. And what changed since
 * another version of it.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "errand_parts.h"
#include "supportplan/changes.h"
#include "supportplan/copies.h"
#include "supportplan/diff.h"
#include "supportplan/plan_csv.h"
#include "supportplan/sheets.h"

extern char **environ;

/* So wide that no paragraph is broken: the page where it is read does that. */
#define PAPER_WIDTH 1000000

/* The readable page is in the words of a form. */
static bool has_form(struct wizard *w)
{
    if (w->plan && !w->form)
        wizard_told(w, _("No form could be read. The text needs the words of one."), true);
    return w->plan && w->form;
}

/* For whom the session asks. false where nobody is called so any more. */
static bool find_audience(const struct wizard *w, struct audience *out)
{
    return w->asked && audience_read(w->plan, w->asked, out) == ST_OK;
}

static enum status make_text(const struct wizard *w, const struct audience *audience, int width,
                             struct text *out)
{
    const struct report_input in = {.plan = w->plan,
                                    .form = w->form,
                                    .budget = &w->budget,
                                    .findings = &w->findings,
                                    .today = w->today,
                                    .width = width,
                                    .charset = CHARSET_UTF8,
                                    .employer = w->rates ? &w->employer : NULL};
    return sheet_text(&in, audience, out);
}

/* Showing */

void errand_paper(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct audience audience;
    struct text text = {0}, told = {0};
    if (!has_form(w) || !find_audience(w, &audience))
        return;
    enum status st = make_text(w, &audience, PAPER_WIDTH, &text);
    if (!st)
        st = sheet_others_words(w->plan, &audience, &told);
    if (!st)
        copies_show(w, w->asked, &text, &told);
    else
        wizard_told(w, status_text(st), true);
    text_free(&text);
    text_free(&told);
}

/* Saving */

/* What a text's file is called beside the plan: NAME.txt for the whole, NAME-s2.txt for s2. */
static void add_ending(const struct audience *audience, struct text *out)
{
    if (audience->kind != FOR_WHOLE)
        text_addf(out, "-%s",
                  audience->kind == FOR_PERSON ? audience->supporter : audience_word(audience));
    text_add(out, ".txt");
}

static void tell_text(struct wizard *w, enum status st, const struct fault *fault, const char *path)
{
    struct text t = {0};
    if (st)
        text_addf(&t, _("The text was not saved. %s"),
                  *fault->text ? fault->text : status_text(st));
    else
        text_addf(&t, _("Saved as text in %s. Anyone who opens that file can read it."), path);
    wizard_told(w, text_str(&t), st != ST_OK);
    text_free(&t);
}

/* Write the text for somebody into its file beside the plan; path gets which. */
static enum status write_text(const struct wizard *w, const struct audience *audience,
                              struct text *path, struct fault *fault)
{
    struct text text = {0}, ending = {0};
    add_ending(audience, &ending);
    errand_beside(w->path, text_str(&ending), path);
    enum status st = make_text(w, audience, REPORT_WIDTH, &text);
    if (!st)
        st = text_status(path);
    if (!st)
        st = store_write(text_str(path), text_str(&text), text.len, STORE_REPLACE, fault);
    text_free(&text);
    text_free(&ending);
    return st;
}

static void save_text(struct wizard *w, const struct audience *audience)
{
    struct text path = {0};
    struct fault fault = {0};
    enum status st = write_text(w, audience, &path, &fault);
    tell_text(w, st, &fault, text_str(&path));
    text_free(&path);
}

void errand_text(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct audience audience;
    if (!has_form(w) || !find_audience(w, &audience))
        return;
    if (w->path)
        save_text(w, &audience);
    else
        wizard_told(w, _("This is an example: nothing is kept."), false);
}

/* Add the lines that a text begins with, each between newlines. */
static void add_head(const struct text *text, struct text *out)
{
    const char *at = text_str(text);
    text_add(out, "\n");
    for (int i = 0; i < 8 && *at; i++) {
        size_t n = strcspn(at, "\n");
        if (n > 0)
            text_addf(out, "%.*s\n", (int)n, at);
        at += n + (at[n] == '\n');
    }
}

/* A text that was made of the plan before has the name, or the form, or the day at its top still.
 */
static bool same_head(const struct text *a, const struct text *b)
{
    struct text one = {0}, other = {0}, line = {0};
    bool same = false;
    add_head(a, &one);
    add_head(b, &other);
    for (const char *at = text_str(&one) + 1; !same && *at; at += strcspn(at, "\n") + 1) {
        text_clear(&line);
        text_addf(&line, "\n%.*s\n", (int)strcspn(at, "\n"), at);
        same = strstr(text_str(&other), text_str(&line)) != NULL;
    }
    text_free(&one);
    text_free(&other);
    text_free(&line);
    return same;
}

/* Whether the text's name is free, or what has it is a text that was made of the plan. */
static bool is_its_own(const struct wizard *w, const struct audience *audience, const char *path)
{
    struct text there = {0}, text = {0};
    bool own = !store_exists(path);
    if (!own && store_read(path, PLAN_BYTES_MAX, &there, NULL) == ST_OK &&
        make_text(w, audience, REPORT_WIDTH, &text) == ST_OK)
        own = same_head(&there, &text);
    text_free(&there);
    text_free(&text);
    return own;
}

void errand_text_along(struct errand *e, struct text *made)
{
    static const struct audience whole = {.kind = FOR_WHOLE, .supporter = ""};
    struct text path = {0}, written = {0};
    struct fault fault = {0};
    if (!has_form(e->wizard))
        return;
    errand_beside(e->wizard->path, ".txt", &path);
    enum status st = text_status(&path);
    bool fresh = !st && !store_exists(text_str(&path));
    if (!st && is_its_own(e->wizard, &whole, text_str(&path)))
        st = write_text(e->wizard, &whole, &written, &fault);
    if (fresh && !st)
        text_addf(made, "%s\n", text_str(&path));
    if (st)
        tell_text(e->wizard, st, &fault, "");
    text_free(&path);
    text_free(&written);
}

/* Printing */

/* Give a page to lp on its standard input: nothing of it is in a file or an argument. */
static bool give_to_printer(const struct text *page)
{
    int fds[2], status = -1;
    pid_t pid = 0;
    char *argv[] = {(char[]){"lp"}, NULL};
    posix_spawn_file_actions_t actions;
    if (pipe(fds) != 0)
        return false;
    fcntl(fds[1], F_SETFD, FD_CLOEXEC);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fds[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, fds[0]);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    bool ok = posix_spawnp(&pid, "lp", &actions, NULL, argv, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    close(fds[0]);
    for (size_t at = 0; ok && at < page->len;) {
        ssize_t n = write(fds[1], page->data + at, page->len - at);
        if (n < 0 && errno == EINTR)
            continue;
        ok = n > 0;
        at += n > 0 ? (size_t)n : 0;
    }
    close(fds[1]);
    if (pid > 0 && ok)
        ok = waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return ok;
}

void errand_print(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct audience audience;
    struct text page = {0};
    if (!has_form(w) || !find_audience(w, &audience))
        return;
    if (make_text(w, &audience, REPORT_WIDTH, &page) != ST_OK)
        wizard_told(w, status_text(ST_NOMEM), true);
    else if (give_to_printer(&page))
        wizard_told(w, _("Sent to the printer. A copy that anyone can read exists now."), false);
    else
        wizard_told(w, _("No printer took it. Save it as plain text and print that another way."),
                    true);
    text_free(&page);
}

/* What changed */

static const char *file_of(const char *path)
{
    return path + store_name_at(path);
}

/* The names that end so and begin with the plan's own: another person's plan may lie there too. */
static void add_versions(const struct wizard *w, const char *folder, const char *ending,
                         struct text *names)
{
    struct text all = {0};
    const char *own = file_of(w->path);
    const size_t stem = strcspn(own, ".");
    if (store_list(folder, ending, &all) != ST_OK)
        return;
    for (const char *at = text_str(&all); *at;) {
        size_t len = strcspn(at, "\n");
        bool same = len == strlen(own) && strncmp(at, own, len) == 0;
        if (!same && strncmp(at, own, stem) == 0)
            text_addf(names, "%.*s\n", (int)len, at);
        at += len + (at[len] == '\n');
    }
    text_free(&all);
}

void errand_others(struct errand *e)
{
    static const char *const endings[] = {".csv~",       ".csv~2~",  ".csv",         ".csv.age~",
                                          ".csv.age~2~", ".csv.age", ".csv.original"};
    struct wizard *w = e->wizard;
    struct text folder = {0}, names = {0};
    errand_folder(w, &folder);
    for (size_t i = 0; w->path && i < sizeof endings / sizeof *endings; i++)
        add_versions(w, text_str(&folder), endings[i], &names);
    changes_found(w, text_str(&names));
    text_free(&folder);
    text_free(&names);
}

/* A name as a path: beside the plan, unless it has a folder of its own. */
static void add_path(const struct wizard *w, const char *name, struct text *out)
{
    if (*name != '/') {
        errand_folder(w, out);
        text_add_char(out, '/');
    }
    text_add(out, name);
    if (!strchr(file_of(name), '.'))
        text_add(out, ".csv");
}

static enum status read_other(struct errand *e, const char *name, struct plan **plan,
                              struct plan_opening *opening, struct fault *fault)
{
    struct text path = {0}, bytes = {0};
    add_path(e->wizard, name, &path);
    enum status st = store_read(text_str(&path), PLAN_BYTES_MAX, &bytes, fault);
    if (!st)
        st = errand_unseal(e, &bytes, NULL, fault);
    if (!st)
        st = plan_csv_read(text_str(&bytes), bytes.len, plan, opening, fault);
    text_free(&path);
    text_free(&bytes);
    return st;
}

static enum status tell_changes(const struct wizard *w, const struct plan *other, const char *name,
                                struct text *out)
{
    struct budget budget;
    enum status st = budget_count_with(other, w->holidays, &budget);
    if (st)
        return st;
    const struct report_input now = {.plan = w->plan,
                                     .form = w->form,
                                     .budget = &w->budget,
                                     .today = w->today,
                                     .width = PAPER_WIDTH,
                                     .charset = CHARSET_UTF8};
    struct report_input before = now;
    before.plan = other;
    before.budget = &budget;
    const struct diff_pair pair = {.before = &before,
                                   .now = &now,
                                   .before_name = file_of(name),
                                   .now_name = w->path ? file_of(w->path) : _("this plan")};
    st = diff_text(&pair, out);
    budget_free(&budget);
    return st;
}

/* What was found on reading the other file is told with it: what could not be used there is no
 * change. */
static void show_changes(struct wizard *w, const struct text *text,
                         const struct plan_opening *opening)
{
    struct text told = {0};
    for (size_t i = 0; i < opening->notices.count; i++)
        text_addf(&told, "%s%s", i > 0 ? " " : "", opening->notices.list[i]);
    changes_show(w, file_of(w->asked), text_str(text), text_str(&told));
    text_free(&told);
}

void errand_changes(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct plan *other = NULL;
    struct plan_opening opening = {0};
    struct fault fault = {0};
    struct text text = {0};
    if (!has_form(w) || !w->asked)
        return;
    enum status st = read_other(e, w->asked, &other, &opening, &fault);
    if (!st)
        st = tell_changes(w, other, w->asked, &text);
    if (!st)
        show_changes(w, &text, &opening);
    else
        wizard_told(w, *fault.text ? fault.text : status_text(st), true);
    notices_free(&opening.notices);
    plan_free(other);
    text_free(&text);
}
