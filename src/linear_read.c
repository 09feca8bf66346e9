/*
 * Reading a line; and hiding what was said, when that is asked for or nobody types.
 */
#include <stdlib.h>
#include <string.h>

#include "linear_parts.h"

/* More than any terminal shows. */
#define HIDDEN_LINES 100

void linear_clear(struct linear *l)
{
    bool can = l->clearing && *l->clearing;
    if (can)
        fputs(l->clearing, l->out);
    for (int i = 0; !can && i < HIDDEN_LINES; i++)
        fputc('\n', l->out);
    linear_put(l, can ? _("Hidden. The terminal was told to clear what it showed and remembers.")
                      : _("Hidden. This can't be cleared here: what was said is further up."));
    text_free(&l->last);
    text_free(&l->week);
}

/* A line as it was typed, in UTF-8. Takes line, of which nothing stays: it may be a passphrase. */
static char *in_utf8(char *line)
{
    struct text t = {0};
    if (text_is_utf8(line, strlen(line)))
        return line;
    text_add_typed(&t, line, strlen(line));
    char *typed = text_take(&t);
    if (!typed)
        return line;
    text_wipe_str(line);
    return typed;
}

static char *next_line(struct linear *l)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n = getline(&line, &room, l->in);
    if (n < 0) {
        free(line);
        return NULL;
    }
    while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
        line[--n] = '\0';
    return in_utf8(line);
}

/* The words of a line that was begun before the screen was hidden come with the Enter that brings
 * it back. They are not taken for an answer, and not lost. */
static void tell_typed(const struct linear *l, const char *line)
{
    struct text t = {0};
    text_addf(&t, _("Before that you typed: %s"), line);
    linear_put(l, text_str(&t));
    linear_put(l, _("It is not taken yet. Type it again to use it."));
    text_free(&t);
}

/* Whether a line opens what was hidden. Nothing of a passphrase stays. */
static bool line_opens(const struct linear *l, const struct wizard *w, char *line)
{
    bool opens = wizard_opens(w, line);
    if (*line && !w->opens)
        tell_typed(l, line);
    text_wipe_str(line);
    return opens;
}

/* Hidden until somebody comes back. false at the end of what there is to read. */
static bool hide(struct linear *l, const struct wizard *w)
{
    bool opens = false;
    linear_clear(l);
    while (!opens) {
        if (w->opens)
            linear_whisper(l, true);
        fprintf(l->out, "%s ", w->opens ? _("Passphrase?") : _("Press Enter to come back."));
        fflush(l->out);
        char *line = next_line(l);
        if (w->opens)
            linear_whisper(l, false);
        if (!line)
            return false;
        opens = line_opens(l, w, line);
    }
    linear_again(l, w);
    return true;
}

char *linear_read(struct linear *l, const struct wizard *w)
{
    for (;;) {
        enum linear_wait came = l->wait ? l->wait(l->who) : LINEAR_LINE;
        if (came == LINEAR_LINE)
            return next_line(l);
        if (came == LINEAR_WARN)
            linear_put(l, _("Nobody has typed for a while. The screen hides in 30 seconds."));
        else if (!hide(l, w))
            return NULL;
        fflush(l->out);
    }
}
