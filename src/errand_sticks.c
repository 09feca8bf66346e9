/*
 * Sticks that a plan could go to: they are offered where a folder is asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "errand_parts.h"
#include "supportplan/left.h"

#define MOUNTS "/proc/self/mountinfo"
#define MOUNTS_MAX ((size_t)1 << 20)

bool errand_is_own_disk(const char *folder)
{
    const char *home = getenv("HOME");
    return store_same_disk(folder, "/") || (home && store_same_disk(folder, home));
}

/* Whether a folder is asked for here. */
static bool is_asked(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    return here->kind == PLACE_TAKE || (here->kind == PLACE_KEEP_AS && here->number);
}

static bool is_for(const struct wizard *w, const char *folder)
{
    return store_folder_ok(folder) && !errand_is_own_disk(folder) &&
           !(w->path && store_same_disk(folder, w->path));
}

static void find(const struct wizard *w, struct text *out)
{
    struct text mounts = {0}, all = {0}, path = {0};
    if (store_read(MOUNTS, MOUNTS_MAX, &mounts, NULL) == ST_OK)
        (void)store_sticks(text_str(&mounts), &all);
    for (const char *at = text_str(&all); *at; at += strcspn(at, "\n") + 1) {
        text_clear(&path);
        text_add_n(&path, at, strcspn(at, "\n"));
        if (is_for(w, text_str(&path)))
            text_addf(out, "%s\n", text_str(&path));
    }
    text_free(&mounts);
    text_free(&all);
    text_free(&path);
}

void errand_sticks(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text found = {0};
    if (!is_asked(w))
        return;
    find(w, &found);
    if (strcmp(text_str(&found), w->sticks ? w->sticks : "") != 0)
        left_sticks(w, text_str(&found));
    text_free(&found);
}
