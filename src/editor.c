#define _GNU_SOURCE
#include "supportplan/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"
#include "supportplan/store.h"

extern char **environ;

/* A value of a plan holds no more; one byte more shows that it is too long. */
#define ANSWER_MAX (1 << 20)

static bool is_named(const char *variable)
{
    const char *s = getenv(variable);
    return s && *s;
}

bool editor_named(void)
{
    return is_named("VISUAL") || is_named("EDITOR");
}

/* Run the editor on a file. It may be named with options, so a shell divides its words; the file's
 * path is a word of its own. Keys that end programs are the editor's own business meanwhile. */
static bool run_editor(const char *path)
{
    char *argv[] = {
        (char[]){"sh"}, (char[]){"-c"},          (char[]){"exec ${VISUAL:-$EDITOR} \"$1\""},
        (char[]){"sh"}, (char *)(uintptr_t)path, NULL};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, was_int, was_quit;
    posix_spawnattr_t attr;
    sigset_t usual;
    pid_t pid;
    int status = -1;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &ignore, &was_int);
    sigaction(SIGQUIT, &ignore, &was_quit);
    sigemptyset(&usual);
    sigaddset(&usual, SIGINT);
    sigaddset(&usual, SIGQUIT);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_init(&attr);
    posix_spawnattr_setsigdefault(&attr, &usual);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
    if (posix_spawn(&pid, "/bin/sh", NULL, &attr, argv, environ) == 0)
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
    posix_spawnattr_destroy(&attr);
    sigaction(SIGINT, &was_int, NULL);
    sigaction(SIGQUIT, &was_quit, NULL);
    return status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* An editor ends the last line; the answer need not. */
static void drop_last_newline(const struct wizard *w, struct text *t)
{
    const struct text *was = &w->edit.text;
    bool had = was->len > 0 && was->data[was->len - 1] == '\n';
    if (!had && t->len > 0 && t->data[t->len - 1] == '\n')
        text_splice(t, t->len - 1, 1, "", 0);
}

/* Give the text back. false where it can't be taken: it must stay where it is. */
static bool take_back(struct wizard *w, const char *path, struct fault *fault)
{
    struct text t = {0};
    bool good = store_read(path, ANSWER_MAX, &t, fault) == ST_OK;
    if (good && (!text_is_utf8(text_str(&t), t.len) || memchr(text_str(&t), '\0', t.len))) {
        fault_set(fault, ST_SYNTAX, 0, "%s", _("It holds something that is not text."));
        good = false;
    }
    if (good) {
        drop_last_newline(w, &t);
        wizard_edited(w, text_str(&t), t.len);
    }
    text_free(&t);
    return good;
}

/* Say that the text stays in its file, after why. */
static void tell_still_there(struct wizard *w, const char *why, const char *path)
{
    struct text t = {0};
    text_addf(&t, _("%s Your text is still in %s."), why, path);
    wizard_told(w, text_str(&t), true);
    text_free(&t);
}

static void tell_not_there(struct wizard *w, const char *why)
{
    struct text t = {0};
    text_addf(&t, _("Your editor can't be used here. %s"), why);
    wizard_told(w, text_str(&t), true);
    text_free(&t);
}

/* Whether a file still holds the answer as it was. */
static bool is_as_it_was(const struct wizard *w, const char *path)
{
    struct text t = {0};
    bool same = store_read(path, ANSWER_MAX, &t, NULL) == ST_OK && t.len == w->edit.text.len &&
                strcmp(text_str(&t), text_str(&w->edit.text)) == 0;
    text_free(&t);
    return same;
}

/* What was given up is not taken; what was written all the same is not thrown away. */
static void give_up(struct wizard *w, const char *path)
{
    const char *why = _("Your editor did not end well. The answer is as it was.");
    if (is_as_it_was(w, path)) {
        unlink(path);
        wizard_told(w, why, true);
    } else {
        tell_still_there(w, why, path);
    }
}

/* Where the answer is written: beside the plan, under a name that says what it is. */
static enum status write_answer(const struct wizard *w, struct text *path, struct fault *fault)
{
    struct text stem = {0};
    errand_beside(w->path, "-answer", &stem);
    enum status st = errand_write_new(text_str(&stem), ".txt", text_str(&w->edit.text),
                                      w->edit.text.len, path, fault);
    text_free(&stem);
    return st;
}

void editor_run(struct wizard *w)
{
    struct text path = {0};
    struct fault fault = {0};
    if (!w->path)
        return;
    if (!editor_named()) {
        wizard_told(w, _("I don't know your editor. Name it in EDITOR before you start."), true);
        return;
    }
    if (write_answer(w, &path, &fault) != ST_OK)
        tell_not_there(w, fault.text);
    else if (!run_editor(text_str(&path)))
        give_up(w, text_str(&path));
    else if (take_back(w, text_str(&path), &fault))
        unlink(text_str(&path));
    else
        tell_still_there(w, fault.text, text_str(&path));
    text_free(&path);
}
