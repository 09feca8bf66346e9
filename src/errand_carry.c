/*
 * Taking the plan along: all of it is on the stick and was read back before anything goes from
 * here. Wherever that stops, the plan is whole here, or on the stick, or both.
 */
#include <stdlib.h>
#include <string.h>

#include "errand_ours.h"
#include "supportplan/left.h"
#include "supportplan/plan_csv.h"
#include "supportplan/remember.h"

/* The plan on its way. */
struct carry {
    struct errand *e;
    char *was;            /* where its file really is */
    char *folder;         /* where it is going */
    struct text made;     /* new files there: paths, one a line */
    struct text carried;  /* what was copied and goes from here, likewise; the plan is the last */
    struct text pictures; /* what was copied and stays here */
    struct text text;     /* what was written here just to go along */
    struct fault fault;
};

static void carry_free(struct carry *c)
{
    free(c->was);
    free(c->folder);
    text_free(&c->made);
    text_free(&c->carried);
    text_free(&c->pictures);
    text_free(&c->text);
}

/* Locked words of a locked plan */

/* Whether the file that is there opens with the plan's passphrase, and says this. */
static bool says(struct errand *e, const char *path, const struct text *bytes)
{
    struct text there = {0};
    bool same = store_read(path, PLAN_BYTES_MAX, &there, NULL) == ST_OK &&
                age_is(text_str(&there), there.len) &&
                errand_unseal(e, &there, NULL, NULL) == ST_OK && there.len == bytes->len &&
                memcmp(text_str(&there), text_str(bytes), bytes->len) == 0;
    text_free(&there);
    return same;
}

/* Words that lie open beside a locked plan go along locked: nobody chose to have them open there.
 */
static enum status carry_locked(struct carry *c, const struct text *bytes, struct text *to)
{
    struct text sealed = {0};
    text_add(to, AGE_ENDING);
    enum status st = errand_seal(c->e, bytes, &sealed, NULL, &c->fault);
    if (!st)
        st = text_status(to);
    if (!st)
        st = store_write(text_str(to), text_str(&sealed), sealed.len, STORE_NEW, &c->fault);
    if (!st)
        text_addf(&c->made, "%s\n", text_str(to));
    if ((!st || st == ST_EXISTS) && says(c->e, text_str(to), bytes))
        st = ST_OK;
    else if (!st)
        st = fault_set(&c->fault, ST_IO, 0, "%s",
                       _("The copy did not read back as it was "
                         "written."));
    text_free(&sealed);
    return st;
}

/* Whether a file of a locked plan has words that lie open; bytes gets them. Where that can't be
 * known, it goes nowhere. */
static enum status find_open(struct carry *c, const struct ours_list *list, enum ours ours,
                             struct text *bytes, bool *open)
{
    *open = false;
    if (!errand_is_locked(c->e) || ours == OURS_PICTURE)
        return ST_OK;
    enum status st = store_read(text_str(&list->path), PLAN_BYTES_MAX, bytes, &c->fault);
    *open = !st && !age_is(text_str(bytes), bytes->len) && !age_log_is(text_str(bytes), bytes->len);
    return st;
}

/* Copying */

static enum status copy(struct carry *c, const struct ours_list *list, const struct text *to)
{
    bool made = false;
    enum status st = store_make_folders(c->folder, text_str(&list->name), &c->fault);
    if (!st)
        st = store_copy(text_str(&list->path), text_str(to), &made, &c->fault);
    if (made)
        text_addf(&c->made, "%s\n", text_str(to));
    return st;
}

static enum status carry_one(struct carry *c, const struct ours_list *list, enum ours ours)
{
    struct text to = {0}, bytes = {0};
    bool open = false;
    text_addf(&to, "%s/%s", c->folder, text_str(&list->name));
    enum status st = text_status(&to);
    if (!st)
        st = find_open(c, list, ours, &bytes, &open);
    if (!st)
        st = open ? carry_locked(c, &bytes, &to) : copy(c, list, &to);
    if (st == ST_EXISTS)
        fault_set(&c->fault, st, 0, _("There is another file called %s in that folder."),
                  text_str(&list->name));
    if (!st)
        text_addf(ours == OURS_PICTURE ? &c->pictures : &c->carried, "%s\n", text_str(&list->path));
    text_free(&to);
    text_free(&bytes);
    return st;
}

/* A file that comes along, or need not: then it only goes from here. */
static enum status sort_one(struct carry *c, const struct ours_list *list, enum ours ours)
{
    bool with_us = ours_goes_with_us(c->e, text_str(&list->name));
    if (ours == OURS_PICTURE || (ours_moves(ours) && !with_us))
        return carry_one(c, list, ours);
    if (ours_ends(ours) && !with_us)
        text_addf(&c->carried, "%s\n", text_str(&list->path));
    return ST_OK;
}

static enum status carry_all(struct carry *c)
{
    struct ours_list list;
    enum status st = ours_begin(&list, c->e, c->was);
    for (enum ours ours; !st && (ours = ours_next(&list)) != OURS_NOT;)
        st = sort_one(c, &list, ours);
    ours_end(&list);
    if (st == ST_UNKNOWN && !*c->fault.text)
        fault_set(&c->fault, st, 0, "%s",
                  _("The folder of your plan could not be looked through."));
    if (!st)
        st = store_sync_disk(c->folder, &c->fault);
    if (!st && (text_status(&c->made) || text_status(&c->carried) || text_status(&c->pictures)))
        st = ST_NOMEM;
    return st;
}

/* Going from here */

/* The session goes on with the file on the stick, which holds the same. Nothing of ours is open
 * there until there is something to write, so that it can be pulled out. */
static void go_on_there(struct carry *c, const char *now)
{
    struct errand *e = c->e;
    char at[8];
    errand_go_over(e, &e->pass, &e->key, &e->on_disk, &e->sealed);
    wizard_moved(e->wizard, now, errand_clock(e, at));
}

/* A disk of its own can be pulled out. One that the computer, the person's home or the plan is on
 * can't, or need not be a stick. */
static bool is_stick(const struct carry *c)
{
    return !errand_is_own_disk(c->folder) && !store_same_disk(c->folder, c->was);
}

/* Look, and say what is left of all that there was. gone: what was removed is gone for good, as
 * far as this computer can tell. */
static void look_and_tell(struct errand *e, const char *folder, const char *now, bool stick,
                          bool gone)
{
    struct text files = {0}, settings = {0};
    enum status st = ours_everywhere(e, now, &files);
    (void)remember_where(&settings);
    left_show(e->wizard, &(struct left_found){.files = text_str(&files),
                                              .settings = text_str(&settings),
                                              .unseen = st != ST_OK || !gone,
                                              .carried = folder,
                                              .stick = stick,
                                              .pictures = e->copied.len > 0});
    text_free(&files);
    text_free(&settings);
}

static char *folder_of(const char *path)
{
    struct text t = {0};
    text_add_n(&t, path, store_name_at(path));
    return text_take(&t);
}

/* All of it is there and was read back: now it goes here, and nothing else. A link to the plan
 * goes, too. */
static void move_over(struct carry *c)
{
    struct errand *e = c->e;
    struct text now = {0};
    bool stick = is_stick(c);
    char *link = text_copy(e->wizard->path), *folder = folder_of(c->was);
    text_addf(&now, "%s%s", c->folder, strrchr(c->was, '/'));
    errand_remove_list(&c->carried, NULL);
    if (link)
        store_remove(link);
    go_on_there(c, text_str(&now));
    errand_sweep(e, text_str(&now)); /* of an earlier try */
    bool gone = folder && store_sync_disk(folder, NULL) == ST_OK;
    text_free(&e->copied);
    e->copied = c->pictures;
    c->pictures = (struct text){0};
    look_and_tell(e, c->folder, text_str(&now), stick, gone);
    free(link);
    free(folder);
    text_free(&now);
}

/* Before */

static bool same_folder(const char *path, const char *folder)
{
    size_t len = store_name_at(path);
    return len > 0 && strlen(folder) == len - 1 && strncmp(path, folder, len - 1) == 0;
}

/* Why a plan can't be taken to a folder; NULL where it can. */
static const char *not_there(const struct carry *c)
{
    const struct wizard *w = c->e->wizard;
    if (wizard_any_draft(w))
        return _("You typed something that is not kept yet. Keep it or clear it first.");
    if (!w->path || w->opening.read_only)
        return _("This plan is open to read only, or is kept nowhere. It can't be taken along.");
    if (!c->was)
        return _("The plan's file is not where it was.");
    if (!c->folder)
        return _("There is no such folder.");
    if (!store_folder_ok(c->folder))
        return _("Nothing can be written in that folder.");
    if (same_folder(c->was, c->folder))
        return _("Your plan is kept there already. If that is your stick, leave, then pull it "
                 "out.");
    return NULL;
}

/* All that was said is in the file, and a text that anyone can read beside it; but of a plan that
 * is locked none. */
static const char *make_ready(struct carry *c)
{
    struct errand *e = c->e;
    const struct wizard *w = e->wizard;
    if (w->unsaved || e->later)
        errand_save(e);
    if (w->save_failed || w->unsaved)
        return _("Your last changes could not be saved.");
    if (!errand_is_locked(e))
        errand_text_along(e, &c->text);
    return NULL;
}

static void tell_not_carried(struct carry *c, enum status st)
{
    struct text t = {0};
    errand_remove_list(&c->made, NULL);
    errand_remove_list(&c->text, NULL);
    text_addf(&t, _("Nothing was moved. %s"), *c->fault.text ? c->fault.text : status_text(st));
    wizard_told(c->e->wizard, text_str(&t), true);
    text_free(&t);
}

void errand_carry(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct carry c = {.e = e,
                      .was = w->path ? realpath(w->path, NULL) : NULL,
                      .folder = w->asked ? realpath(w->asked, NULL) : NULL};
    const char *why = not_there(&c);
    if (!why)
        why = make_ready(&c);
    enum status st = why ? ST_OK : carry_all(&c);
    if (why)
        wizard_told(w, why, true);
    else if (st)
        tell_not_carried(&c, st);
    else
        move_over(&c);
    carry_free(&c);
}

void errand_clear(struct errand *e)
{
    const struct wizard *w = e->wizard;
    char *folder = text_copy(w->left.carried);
    char *now = w->path ? realpath(w->path, NULL) : NULL;
    errand_remove_list(&e->copied, NULL);
    text_free(&e->copied);
    if (folder)
        look_and_tell(e, folder, now, w->left.stick, true);
    free(folder);
    free(now);
}
