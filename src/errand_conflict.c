/*
 * Another program changed the plan's file: both versions stay, and the person chooses.
 */
#include "errand_parts.h"

#include "supportplan/plan_csv.h"

/* This version in a file of its own; the same one again while the choice is not made. */
static enum status keep_mine(struct errand *e, const struct text *bytes, struct fault *fault)
{
    struct text stem = {0};
    if (e->mine.len > 0)
        return store_write(text_str(&e->mine), text_str(bytes), bytes->len, STORE_REPLACE, fault);
    errand_beside(e->wizard->path, "-my-version", &stem);
    enum status st =
        errand_write_new(text_str(&stem), ".csv", text_str(bytes), bytes->len, &e->mine, fault);
    if (st)
        text_free(&e->mine);
    text_free(&stem);
    return st;
}

static enum status read_theirs(struct errand *e, struct version *v)
{
    struct plan_opening opening = {0};
    struct fault fault = {0};
    text_free(&e->theirs);
    enum status st = store_read(e->wizard->path, PLAN_BYTES_MAX, &e->theirs, &fault);
    if (!st)
        st = plan_csv_read(text_str(&e->theirs), e->theirs.len, &v->plan, &opening, &fault);
    notices_free(&opening.notices);
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
    text_free(&e->on_disk);
    e->on_disk = e->theirs;
    e->theirs = (struct text){0};
    wizard_say(e->wizard, _("The file as it was is kept as %s."), text_str(&name));
    text_free(&name);
}
