/*
 * One writes, the others read: the lock of the plan that is open.
 */
#include <stdio.h>
#include <string.h>

#include "errand_parts.h"

/* "2026-11-21 14:02" */
static void now_words(struct errand *e, char out[20])
{
    char day[16], at[8];
    if (e->wizard->today == DATE_NONE)
        snprintf(out, 20, "%s", errand_clock(e, at));
    else
        snprintf(out, 20, "%.10s %.8s", date_print(e->wizard->today, day), errand_clock(e, at));
}

static void tell_holder(const struct store_holder *holder, struct text *out)
{
    if (holder->here)
        text_add(out, _("This plan is open in another window on this computer."));
    else if (*holder->host)
        text_addf(out, _("This plan is open on another computer, called %s."), holder->host);
    else
        text_add(out, _("This plan may be open on another computer."));
    if (*holder->since && *holder->user)
        text_addf(out, _(" %s opened it at %s."), holder->user, holder->since);
    text_add(out, _(" Here it is open to read only, so that no words are lost."));
    if (!holder->here)
        text_add(out, _(" If nobody writes in it there, choose to write in it here."));
}

bool errand_lock(struct errand *e, const char *path, bool anyway, struct text *told)
{
    char now[20];
    struct store_holder holder = {0};
    store_lock_end(&e->lock);
    e->lock_elsewhere = false;
    now_words(e, now);
    if (store_lock_take(&e->lock, path, now, anyway, &holder) != ST_EXISTS)
        return true; /* where no lock can be made, a save still looks whose file it replaces */
    e->lock_elsewhere = !holder.here;
    tell_holder(&holder, told);
    return false;
}
