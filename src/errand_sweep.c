/*
 * What sessions that were cut short had begun to write beside a plan: it is taken away, where all
 * of it is elsewhere, and no program that runs is writing it.
 */
#include <stdlib.h>

#include "errand_ours.h"
#include "supportplan/plan_csv.h"

/* Texts, and copies of them. */
static void sweep_torn(struct errand *e, const char *path)
{
    struct ours_list list;
    enum status st = ours_begin(&list, e, path);
    for (enum ours ours; !st && (ours = ours_next(&list)) != OURS_NOT;)
        if (ours == OURS_TORN && ours_is_spare(&list))
            store_sweep(text_str(&list.path));
    ours_end(&list);
}

/* Whether there ever was a locked plan of that name, or may be. */
static bool was_there(const char *locked)
{
    static const char *const endings[] = {"", "~", "~2~"};
    bool there = false;
    for (size_t i = 0; !there && i < sizeof endings / sizeof *endings; i++) {
        struct text path = {0};
        text_addf(&path, "%s%s", locked, endings[i]);
        there = text_status(&path) != ST_OK || store_exists(text_str(&path));
        text_free(&path);
    }
    return there;
}

/* The plan locked, where it is not: all that it held is in the plan. */
static void sweep_sealed(const struct errand *e, const char *path)
{
    struct text locked = {0};
    struct store_leftover *list = NULL;
    size_t count = 0;
    errand_beside(path, ".csv" AGE_ENDING, &locked);
    if (!errand_is_locked(e) && text_status(&locked) == ST_OK && !was_there(text_str(&locked)))
        (void)store_leftovers(text_str(&locked), PLAN_BYTES_MAX, &list, &count);
    for (size_t i = 0; i < count; i++)
        store_sweep(list[i].path);
    store_leftovers_free(list, count);
    text_free(&locked);
}

void errand_sweep(struct errand *e, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real)
        return;
    sweep_torn(e, real);
    sweep_sealed(e, real);
    free(real);
}

void errand_sweep_opened(struct errand *e)
{
    if (e->unswept && e->wizard->path && !e->wizard->opening.read_only)
        errand_sweep(e, e->wizard->path);
    e->unswept = false;
}
