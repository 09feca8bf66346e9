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

/* When it was last used there: the person must judge whether it still is. */
static void tell_used(long hours, struct text *out)
{
    long days = hours / 24;
    if (days > 1)
        text_addf(out, _(" It was last used there %ld days ago."), days);
    else if (hours > 0)
        text_addf(out,
                  ngettext(" It was last used there %ld hour ago.",
                           " It was last used there %ld hours ago.", (unsigned long)hours),
                  hours);
    else if (hours == 0)
        text_add(out, _(" It was used there within the last hour."));
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
    if (!holder->here)
        tell_used(holder->hours, out);
    text_add(out, _(" Here it is open to read only, so that no words are lost."));
    if (!holder->here)
        text_add(out, _(" If nobody writes in it there, choose to write in it here."));
}

/* Where a stick was pulled out, there may be a folder of its name on the computer: nothing is
 * written into that. */
bool errand_hold(struct errand *e, struct fault *fault)
{
    struct text none = {0};
    if ((e->unheld && !store_exists(e->wizard->path)) ||
        !store_lock_leads(&e->lock, e->wizard->path)) {
        fault_set(fault, ST_IO, 0, "%s", _("The stick with your plan is not there any more."));
        return false;
    }
    if (e->unheld)
        (void)errand_lock(e, e->wizard->path, true, &none);
    e->unheld = false;
    text_free(&none);
    return true;
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

/* Others look at the hour only. */
#define USED_MS 60000

void errand_used(struct errand *e)
{
    if (e->lock.held && errand_ms_since(&e->used) < USED_MS)
        return;
    (void)clock_gettime(CLOCK_MONOTONIC, &e->used);
    store_lock_used(&e->lock);
}
