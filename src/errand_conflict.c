/*
 * Another program changed the plan's file: both versions stay, and the person chooses.
 */
#include "errand_parts.h"

#include "supportplan/plan_csv.h"

/* Write over the file that this version was kept in. */
static enum status keep_mine_again(struct errand *e, const struct text *bytes, struct fault *fault)
{
    struct text sealed = {0};
    enum status st = errand_seal(e, bytes, &sealed, NULL, fault);
    const struct text *holds = errand_held(bytes, &sealed);
    if (!st)
        st = store_write(text_str(&e->mine), text_str(holds), holds->len, STORE_REPLACE, fault);
    text_free(&sealed);
    return st;
}

/* This version in a file of its own; the same one again while the choice is not made. */
static enum status keep_mine(struct errand *e, const struct text *bytes, struct fault *fault)
{
    struct text stem = {0};
    if (e->mine.len > 0)
        return keep_mine_again(e, bytes, fault);
    errand_beside(e->wizard->path, "-my-version", &stem);
    enum status st = errand_keep_new(e, text_str(&stem), ".csv", bytes, &e->mine, fault);
    if (st)
        text_free(&e->mine);
    text_free(&stem);
    return st;
}

static enum status read_theirs(struct errand *e, struct version *v)
{
    struct plan_opening opening = {0};
    struct fault fault = {0};
    struct text says = {0};
    text_free(&e->theirs);
    enum status st = store_read(e->wizard->path, PLAN_BYTES_MAX, &e->theirs, &fault);
    text_add_n(&says, text_str(&e->theirs), e->theirs.len);
    if (!st)
        st = text_status(&says);
    if (!st)
        st = errand_unseal(e, &says, NULL, &fault);
    if (!st)
        st = plan_csv_read(text_str(&says), says.len, &v->plan, &opening, &fault);
    notices_free(&opening.notices);
    text_free(&says);
    return st;
}

static void tell_kept(struct errand *e)
{
    struct text t = {0};
    text_addf(&t, _("Another program has changed this file. Your version is kept in %s."),
              text_str(&e->mine));
    wizard_not_saved(e->wizard, text_str(&t));
    text_free(&t);
}

void errand_conflict(struct errand *e, const struct text *bytes)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    struct version v = {.from = VERSION_FILE};
    if (keep_mine(e, bytes, &fault) != ST_OK || read_theirs(e, &v) != ST_OK) {
        wizard_not_saved(w, _("Another program has changed this file. Keep your plan under another "
                              "name."));
        version_free(&v);
        return;
    }
    if (w->leaving) { /* they are asked what is to become of it */
        tell_kept(e);
        version_free(&v);
        return;
    }
    v.kept = text_copy(text_str(&e->mine));
    wizard_not_saved(w, _("Another program has changed this file. Choose whose words stay."));
    if (!versions_show(w, &v)) /* it says the same in another spelling: that is kept, too */
        wizard_ask(w, (enum effect)(FX_TAKE_ALL | FX_SAVE), NULL);
}

void errand_take_all(struct errand *e)
{
    struct text name = {0};
    struct fault fault = {0};
    if (e->theirs.len == 0 || store_keep_original(e->wizard->path, &name, &fault) != ST_OK) {
        text_free(&name);
        return; /* the save looks again, and tells */
    }
    /* What it says is of no use any more: only a journal that begins now would go on from it. */
    struct text *holds = errand_is_locked(e) ? &e->sealed : &e->on_disk;
    text_free(holds);
    *holds = e->theirs;
    e->theirs = (struct text){0};
    wizard_say(e->wizard, _("The file as it was is kept as %s."), text_str(&name));
    text_free(&name);
}
