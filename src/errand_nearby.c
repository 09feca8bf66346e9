/*
 * The plans that lie in the session's folder: they are offered where one is to be gone on with.
 */
#include <stdlib.h>
#include <string.h>

#include "errand_parts.h"
#include "supportplan/age.h"
#include "supportplan/keep.h"
#include "supportplan/plan_csv.h"

/* Enough of a file to tell what it is. */
#define PEEK 64

static bool is_plan(const char *path)
{
    char bytes[PEEK];
    size_t len = store_peek(path, bytes, sizeof bytes);
    return age_is(bytes, len) || plan_csv_begins(bytes, len);
}

static void add_plans(const char *folder, const char *ending, struct text *out)
{
    struct text names = {0}, path = {0};
    if (store_list(folder, ending, &names) != ST_OK)
        return;
    for (const char *at = text_str(&names); *at; at += strcspn(at, "\n") + 1) {
        size_t len = strcspn(at, "\n");
        text_clear(&path);
        text_addf(&path, "%s/", folder);
        text_add_n(&path, at, len);
        if (*at != '.' && text_status(&path) == ST_OK && is_plan(text_str(&path)))
            text_add_n(out, at, len + 1);
    }
    text_free(&names);
    text_free(&path);
}

/* Looked for once a visit: a folder may hold many files. */
void errand_nearby(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text found = {0};
    if (wizard_at(w)->kind != PLACE_OPEN || w->private) {
        free(w->nearby);
        w->nearby = NULL;
        return;
    }
    if (w->nearby)
        return;
    add_plans(w->folder, ".csv", &found);
    add_plans(w->folder, ".csv.age", &found);
    keep_nearby(w, text_str(&found));
    text_free(&found);
}
