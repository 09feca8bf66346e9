/*
 * Trying something out: what is done meanwhile is not saved, and then it is kept or thrown away,
 * as one step either way.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/action.h"
#include "supportplan/wizard.h"

void wizard_try(struct wizard *w)
{
    if (w->trying)
        return;
    w->trying = true;
    w->tried_from = w->done_count;
}

size_t wizard_tried(const struct wizard *w)
{
    return w->trying && w->done_count > w->tried_from ? w->done_count - w->tried_from : 0;
}

enum status wizard_before_try(const struct wizard *w, struct plan **out)
{
    struct plan *plan = plan_copy(w->plan);
    enum status st = plan ? ST_OK : ST_NOMEM;
    for (size_t i = w->done_count; !st && i > w->tried_from; i--)
        st = plan_undo(plan, &w->done[i - 1].edits, NULL);
    if (st)
        plan_free(plan);
    else
        *out = plan;
    return st;
}

/* Put the edits of one action behind those of another, which is turned round after it. */
static bool join(struct edits *to, struct edits *from)
{
    struct edit *list = realloc(to->list, (to->count + from->count + 1) * sizeof *list);
    if (!list)
        return false;
    memcpy(list + to->count, from->list, from->count * sizeof *list);
    to->list = list;
    to->count += from->count;
    to->cap = to->count + 1;
    free(from->list);
    *from = (struct edits){0};
    return true;
}

void wizard_join(struct wizard *w, size_t from, const char *format, ...)
{
    struct text name = {0};
    va_list args;
    if (w->done_count <= from)
        return;
    while (w->done_count > from + 1) {
        struct action *last = &w->done[w->done_count - 1];
        if (!join(&w->done[w->done_count - 2].edits, &last->edits))
            return;
        free(last->name);
        w->done_count--;
    }
    va_start(args, format);
    text_addv(&name, format, args);
    va_end(args);
    free(w->done[from].name);
    w->done[from].name = text_take(&name);
}

bool wizard_end_try(struct wizard *w, bool keep)
{
    size_t tried = wizard_tried(w);
    size_t from = w->tried_from;
    if (tried > 0)
        wizard_join(w, from, "%s", _("what I tried out"));
    w->trying = false;
    while (tried > 0 && !keep && w->done_count > from)
        wizard_undo(w);
    if (tried > 0 && w->path && !w->opening.read_only)
        wizard_ask(w, FX_SAVE, NULL);
    return tried > 0;
}
