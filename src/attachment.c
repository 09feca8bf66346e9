#include "supportplan/attachment.h"

#include <stdlib.h>
#include <string.h>

void attachment_ask(struct wizard *w)
{
    if (w->plan && w->path && (w->missing || plan_count(w->plan, SEC_ATTACHMENT) > 0))
        wizard_ask(w, FX_LOOK, NULL);
}

/* Whether a name stands in a list of names, each with a blank after it. */
static bool is_listed(const char *list, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, " ") + 1)
        if (strncmp(at, name, n) == 0 && at[n] == ' ')
            return true;
    return false;
}

bool attachment_missing(const struct wizard *w, const char *item)
{
    return is_listed(w->missing, item);
}

void attachment_missing_words(const struct plan *plan, const char *item, struct text *out)
{
    text_addf(out, _("The file %s is not in the folder of the plan."),
              plan_str(plan, F_ATTACHMENT_FILE, item));
}

/* Whoever was told once hears it again only on the pages. In plain lines what was said before has
 * been printed. */
static void tell(struct wizard *w, const struct text *told)
{
    char *before = w->mode == MODE_PLAIN || !w->message ? NULL : text_copy(w->message);
    wizard_say(w, "%s%s%s", before ? before : "", before ? " " : "", text_str(told));
    free(before);
}

void attachment_looked(struct wizard *w, const char *missing)
{
    struct text told = {0};
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (!is_listed(missing, item) || is_listed(w->missing, item))
            continue;
        text_add(&told, told.len ? " " : "");
        attachment_missing_words(w->plan, item, &told);
    }
    free(w->missing);
    w->missing = text_copy(missing);
    if (told.len > 0) {
        text_add(&told, _(" Put a copy there."));
        tell(w, &told);
    }
    text_free(&told);
    wizard_rebuild(w);
}
