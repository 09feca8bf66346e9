#include "errand_parts.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "supportplan/attachment.h"
#include "supportplan/shelf.h"
#include "supportplan/store.h"

const char *errand_clock(struct errand *e, char out[8])
{
    time_t now = time(NULL);
    struct tm tm;
    if (*e->clock)
        snprintf(out, 8, "%s", e->clock);
    else if (!localtime_r(&now, &tm) || strftime(out, 8, "%H:%M", &tm) == 0)
        out[0] = '\0';
    return out;
}

/* Saving */

enum status errand_bytes(const struct plan *plan, struct text *bytes, struct fault *fault)
{
    enum status st = plan_csv_write(plan, bytes);
    if (!st && !plan_csv_holds(text_str(bytes), bytes->len, plan))
        st = fault_set(fault, ST_IO, 0, "%s",
                       _("The plan did not read back as it was written. The old file is safe."));
    return st;
}

static void note_change(struct wizard *w)
{
    char day[16];
    if (w->unsaved && w->today != DATE_NONE)
        plan_set(w->plan, F_PLAN_CHANGED, "", date_print(w->today, day), PLAN_LAST, NULL);
    if (!plan_get(w->plan, F_PLAN_FORMAT, ""))
        plan_set(w->plan, F_PLAN_FORMAT, "", "1", PLAN_LAST, NULL);
}

static enum status keep_original(struct errand *e, struct fault *fault)
{
    struct wizard *w = e->wizard;
    struct text name = {0};
    if (!w->opening.keep_original || e->saved || !store_exists(w->path))
        return ST_OK;
    enum status st = store_keep_original(w->path, &name, fault);
    if (!st)
        wizard_say(w, _("The file as it was is kept as %s."), text_str(&name));
    text_free(&name);
    return st;
}

/* The file could not be replaced, but a neighbour of it holds all. */
static void tell_left(struct errand *e, const struct fault *fault)
{
    struct text t = {0};
    text_addf(&t, _("%s Your plan is in this file instead:\n%s"), fault->text, text_str(&e->left));
    wizard_not_saved(e->wizard, text_str(&t));
    text_free(&t);
}

/* The neighbour that held what could not be saved before is older than the plan now. */
static void drop_left(struct errand *e)
{
    if (e->left.len > 0)
        store_remove(text_str(&e->left));
    text_free(&e->left);
}

/* Once in a session: a stick may keep no secrets. */
static void tell_open_to_all(struct errand *e)
{
    if (!e->told_open)
        wizard_say(e->wizard, "%s",
                   _("Saved. This disk can't keep files private. Whoever has it can read them."));
    e->told_open = true;
}

/* Put what a file of the plan is to hold in its place. placed: it holds that, though the disk may
 * have a fault. */
static enum status replace(struct errand *e, const struct text *holds, bool *placed,
                           struct fault *fault)
{
    const struct text *was = errand_is_locked(e) ? &e->sealed : &e->on_disk;
    struct store_saving saving = {.bytes = text_str(holds),
                                  .len = holds->len,
                                  .was = text_str(was),
                                  .was_len = was->len,
                                  .first = !e->saved,
                                  .left = &e->left};
    enum status st = store_save(e->wizard->path, &saving, fault);
    if (st == ST_EXISTS)
        fault_set(fault, st, 0, "%s",
                  _("Another program has changed this file. Keep your plan under another name."));
    if (!st && saving.open_to_all && !errand_is_locked(e))
        tell_open_to_all(e);
    *placed = saving.placed;
    return st;
}

/* The same, locked where the plan is: then under a new key, which its next journal begins with. */
static enum status seal_and_replace(struct errand *e, struct text *bytes, struct fault *fault)
{
    struct text sealed = {0};
    struct age_key key = {0};
    bool placed = false;
    enum status st = errand_seal(e, bytes, &sealed, &key, fault);
    if (!st)
        st = replace(e, errand_held(bytes, &sealed), &placed, fault);
    if (placed) { /* the next save must know its own words */
        struct age_key old = e->key;
        e->key = key;
        key = old;
        errand_remember(e, bytes, &sealed);
        e->saved = true;
    }
    age_key_free(&key);
    text_free(&sealed);
    return st;
}

static void tell_saved(struct errand *e, enum status st, const struct text *bytes,
                       const struct fault *fault)
{
    char at[8];
    if (st == ST_EXISTS)
        errand_conflict(e, bytes);
    else if (st && e->left.len > 0)
        tell_left(e, fault);
    else if (st)
        wizard_not_saved(e->wizard, *fault->text ? fault->text : status_text(st));
    else
        wizard_saved(e->wizard, errand_clock(e, at));
    e->missed = st && st != ST_EXISTS && e->left.len == 0;
}

enum status errand_bytes_now(struct errand *e, struct text *bytes, struct fault *fault)
{
    note_change(e->wizard);
    return errand_bytes(e->wizard->plan, bytes, fault);
}

void errand_save(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    struct text bytes = {0};
    e->later = false;
    if (!w->plan || !w->path || w->opening.read_only)
        return;
    enum status st = errand_hold(e, &fault) ? errand_bytes_now(e, &bytes, &fault) : ST_IO;
    if (!st)
        errand_note_plan(e, &bytes);
    if (!st)
        st = keep_original(e, &fault);
    if (!st)
        st = seal_and_replace(e, &bytes, &fault);
    tell_saved(e, st, &bytes, &fault);
    if (!st)
        drop_left(e);
    text_free(&bytes);
}

/* The file of a plan that is locked takes a second to write: that is not for a key that is pressed.
 * An answer is in the journal at once, and on the disk; the file follows at a pause, or when it is
 * asked for. */
static void save_or_note(struct errand *e)
{
    const struct wizard *w = e->wizard;
    if (errand_is_locked(e) && !w->tell_saved && !w->leaving && !w->save_failed)
        e->later = true;
    else
        errand_save(e);
}

/* What is to wait is in the journal. Where that can't be, nothing waits. */
static void note_later(struct errand *e)
{
    char at[8];
    if (!e->later)
        return;
    if (e->log.open && !e->doubtful)
        wizard_noted(e->wizard, errand_clock(e, at));
    else
        errand_save(e);
    if (e->later && !errand_is_sealing(e)) /* which is told when it is done */
        errand_set_timer(e, errand_pause_left(e));
}

/* Nothing is lost: the plan is still where it was. */
static void tell_not_kept(struct wizard *w, const char *sentence)
{
    struct text t = {0};
    text_addf(&t, _("It could not be kept there. %s"), sentence);
    wizard_told(w, text_str(&t), true);
    text_free(&t);
}

/* Where a locked plan is kept is to be seen from its name. */
static void locked_name(const struct errand *e, const char *path, struct text *out)
{
    bool lacks = errand_is_locked(e) && !errand_named_locked(path);
    text_addf(out, "%s%s", path, lacks ? AGE_ENDING : "");
}

void errand_go_over(struct errand *e, struct age_pass *pass, struct age_key *key, struct text *says,
                    struct text *holds)
{
    /* They may be the session's own, which closing forgets. */
    struct age_pass kept_pass = *pass;
    struct age_key kept_key = *key;
    struct text said = *says, held = *holds;
    *pass = (struct age_pass){0};
    *key = (struct age_key){0};
    *says = *holds = (struct text){0};
    errand_close(e); /* of where it was kept before */
    e->pass = kept_pass;
    e->key = kept_key;
    errand_remember(e, &said, &held);
    e->saved = false;
    e->unheld = true;
}

static void tell_created(struct errand *e, enum status st, const char *path,
                         const struct fault *fault)
{
    struct wizard *w = e->wizard;
    char at[8];
    if (st == ST_EXISTS)
        wizard_told(w, _("There is a file of that name. Choose another name. It stays as it is."),
                    true);
    else if (st && w->path)
        tell_not_kept(w, *fault->text ? fault->text : status_text(st));
    else if (st)
        wizard_not_saved(w, *fault->text ? fault->text : status_text(st));
    else
        wizard_kept(w, path, errand_clock(e, at));
}

static void create(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    struct text bytes = {0}, sealed = {0}, path = {0};
    struct age_key key = {0};
    if (!w->plan || !w->asked)
        return;
    if (!errand_is_locked(e) && errand_named_locked(w->asked)) {
        wizard_told(w, age_name_text(), true);
        return;
    }
    note_change(w);
    locked_name(e, w->asked, &path);
    enum status st = errand_bytes(w->plan, &bytes, &fault);
    if (!st)
        st = errand_seal(e, &bytes, &sealed, &key, &fault);
    const struct text *holds = errand_held(&bytes, &sealed);
    if (!st)
        st = store_write(text_str(&path), text_str(holds), holds->len, STORE_NEW, &fault);
    tell_created(e, st, text_str(&path), &fault);
    if (!st) {
        errand_go_over(e, &e->pass, &key, &bytes, &sealed); /* locked as it was */
        (void)errand_hold(e, NULL);
    }
    age_key_free(&key);
    text_free(&bytes);
    text_free(&sealed);
    text_free(&path);
}

/* Opening */

/* Give the wizard the one-off bank holidays, where it has not got them yet. */
static void bring_holidays(struct errand *e)
{
    if (e->wizard->holidays || !e->shelf)
        return;
    shelf_holidays(e->shelf, &e->holidays, &e->told);
    e->wizard->holidays = &e->holidays;
}

/* A year that is counted day by day needs the bank holidays; what is wrong in their list is told
 * once. */
static void tell_holidays(struct errand *e, const struct plan *plan, struct plan_opening *opening)
{
    if (!plan_is(plan, F_PLAN_YEAR_BASIS, "", "dated"))
        return;
    bring_holidays(e);
    for (size_t i = 0; i < e->told.count; i++)
        (void)notices_add(&opening->notices, e->told.list[i]);
    notices_free(&e->told);
}

/* The plan that is being opened is locked with the passphrase that was typed. */
static void take_typed(struct errand *e, struct age_key *key)
{
    if (!key->secret)
        return;
    age_pass_free(&e->pass);
    age_key_free(&e->key);
    e->pass = e->typed;
    e->key = *key;
    e->typed = (struct age_pass){0};
    *key = (struct age_key){0};
}

/* Bytes as they are in a file, and what they say. */
static enum status read_both(struct errand *e, const char *path, struct text *says,
                             struct text *holds, struct age_key *key, struct fault *fault)
{
    enum status st = store_read(path, PLAN_BYTES_MAX, says, fault);
    if (!st && age_is(text_str(says), says->len))
        text_add_n(holds, text_str(says), says->len);
    if (!st)
        st = text_status(holds);
    return st ? st : errand_unseal(e, says, key, fault);
}

static enum status read_plan(struct errand *e, const char *path, struct plan **plan,
                             struct plan_opening *opening, struct fault *fault)
{
    struct text says = {0}, holds = {0};
    struct age_key key = {0};
    enum status st = read_both(e, path, &says, &holds, &key, fault);
    if (!st)
        st = plan_csv_read(text_str(&says), says.len, plan, opening, fault);
    if (!st) {
        take_typed(e, &key);
        errand_remember(e, &says, &holds);
        e->saved = false;
        tell_holidays(e, *plan, opening);
    }
    age_key_free(&key);
    text_free(&says);
    text_free(&holds);
    return st;
}

/* What the file holds, which is no plan: a save looks whether it still does. */
static void remember_lost(struct errand *e, const char *path)
{
    struct text says = {0}, holds = {0};
    (void)store_read(path, PLAN_BYTES_MAX, &says, NULL);
    if (errand_is_locked(e))
        text_add_n(&holds, text_str(&says), says.len);
    errand_remember(e, &says, &holds);
    e->saved = false;
}

/* The plan's file is gone, or is no plan: a copy from before is opened in its place, and what the
 * file holds is kept. */
static enum status open_copy(struct errand *e, const char *path, struct plan **plan,
                             struct plan_opening *opening)
{
    struct text bytes = {0}, from = {0}, told = {0};
    struct age_key key = {0};
    enum status st = errand_read_copy(e, path, &bytes, &from, &key);
    if (!st)
        st = plan_csv_read(text_str(&bytes), bytes.len, plan, opening, NULL);
    if (!st) {
        take_typed(e, &key);
        text_addf(&told, _("The plan's file could not be used. This is the copy from before:\n%s"),
                  text_str(&from));
        (void)notices_take(&opening->notices, &told);
        remember_lost(e, path);
        opening->keep_original = e->on_disk.len > 0;
    }
    age_key_free(&key);
    text_free(&bytes);
    text_free(&from);
    return st;
}

/* A plan in a file: the file's, or a copy's where that is none. copied tells. */
static enum status read_any(struct errand *e, const char *path, bool ours, struct plan **plan,
                            struct plan_opening *opening, struct fault *fault, bool *copied)
{
    enum status st = read_plan(e, path, plan, opening, fault);
    bool lost = st == ST_UNKNOWN || st == ST_REFUSED || st == ST_IO;
    enum status copy = lost && ours ? open_copy(e, path, plan, opening) : ST_UNKNOWN;
    *copied = copy == ST_OK;
    if (copy == ST_LOCKED)
        return fault_set(fault, copy, 0, "%s", age_text(AGE_WRONG));
    return *copied ? ST_OK : st;
}

/* No lock could be made beside it, nor can anything else: that is told before the first answer. */
static void tell_closed_folder(const struct errand *e, const char *path, struct notices *notices)
{
    struct text folder = {0};
    store_add_folder(&folder, path);
    if (!e->lock.held && !text_status(&folder) && !store_folder_ok(text_str(&folder)))
        (void)notices_add(notices,
                          _("Nothing can be saved in the folder of this plan. Type keep, or "
                            "see the menu, to keep it elsewhere."));
    text_free(&folder);
}

/* Give the wizard the plan that was read. What it is told of the lock comes first. */
static void opened(struct errand *e, const char *path, struct plan *plan,
                   struct plan_opening *opening, bool ours, struct text *told)
{
    struct wizard *w = e->wizard;
    opening->read_only = opening->read_only || !ours;
    if (told->len > 0)
        (void)notices_take(&opening->notices, told);
    if (ours) {
        tell_closed_folder(e, path, &opening->notices);
        errand_tell_unlocked(e, path, &opening->notices);
        errand_find_unsaved(e, path);
        e->unswept = true;
    }
    if (ours && store_has_other_names(path))
        (void)notices_add(&opening->notices,
                          _("This file has another name, too. A save changes it under this name "
                            "only."));
    wizard_opened(w, plan, opening, path, false);
    w->lent = e->lock_elsewhere;
    errand_tell_lock(e);
    wizard_rebuild(w);
    errand_tell_rescued(w);
}

/* Its passphrase is not known, or not yet: the session goes on with asking for it. */
static enum status ask_passphrase(struct errand *e, const char *path, const struct fault *fault)
{
    bool typed = e->typed.bytes != NULL;
    passphrase_ask(e->wizard, path, typed ? fault->text : NULL);
    return ST_OK;
}

enum status errand_open_at(struct errand *e, const char *path, bool anyway, struct fault *fault)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    struct text told = {0};
    bool copied;
    if (e->later)
        errand_save(e);
    errand_close(e); /* of the plan before */
    bool ours = errand_lock(e, path, anyway, &told);
    enum status st = read_any(e, path, ours, &plan, &opening, fault, &copied);
    if (!st) {
        opened(e, path, plan, &opening, ours, &told);
        e->wizard->unsaved = copied;
    } else {
        errand_close(e);
    }
    if (st == ST_LOCKED)
        st = ask_passphrase(e, path, fault);
    text_free(&told);
    return st;
}

/* A new plan whose folder is not there could never be kept: that is told before anybody writes. */
static enum status find_room(const char *path, struct fault *fault)
{
    struct text folder = {0};
    store_add_folder(&folder, path);
    enum status st = text_status(&folder);
    if (st)
        fault_set(fault, st, 0, "%s", status_text(st));
    else if (!store_exists(text_str(&folder)))
        st = fault_set(fault, ST_IO, 0, "%s",
                       _("That folder is not there, or is not yours to open."));
    text_free(&folder);
    return st;
}

static enum status open_fresh(struct errand *e, const char *path, struct fault *fault)
{
    struct text told = {0};
    if (errand_named_locked(path))
        return fault_set(fault, ST_REFUSED, 0, "%s", age_name_text());
    enum status st = find_room(path, fault);
    if (st)
        return st;
    struct plan *plan = plan_new();
    if (!plan)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    (void)errand_lock(e, path, false, &told);
    text_free(&told);
    errand_settle(e); /* it begins with the list of forms */
    wizard_opened(e->wizard, plan, NULL, path, true);
    return ST_OK;
}

enum status errand_open(struct errand *e, const char *path, struct fault *fault)
{
    bool there = store_exists(path);
    enum status st = errand_open_at(e, path, false, fault);
    return st && !there ? open_fresh(e, path, fault) : st;
}

static void open_asked(struct errand *e, bool anyway)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    char *path = text_copy(w->asked); /* the wizard asks for more when it is open */
    enum status st = path ? errand_open_at(e, path, anyway, &fault) : ST_NOMEM;
    if (st)
        wizard_told(w, *fault.text ? fault.text : status_text(st), true);
    free(path);
}

static void open_example(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    struct text path = {0};
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    shelf_example_path(e->shelf, w->asked, &path);
    enum status st = read_plan(e, text_str(&path), &plan, &opening, &fault);
    if (st)
        wizard_told(w, *fault.text ? fault.text : status_text(st), true);
    else
        wizard_opened(w, plan, &opening, NULL, false);
    text_free(&path);
}

/* Put a form in the place of the one there was. Takes it. */
static void use_form(struct errand *e, struct form *form, bool outline)
{
    wizard_form(e->wizard, form);
    form_free(e->form);
    e->form = form;
    e->outlined = outline;
}

/* For the first picture a form's outline does; errand_settle() reads the rest. */
static bool load_outline(struct errand *e)
{
    struct form *form = NULL;
    if (!e->hurried || e->form || shelf_outline(e->shelf, e->wizard->asked, &form) != ST_OK)
        return false;
    use_form(e, form, true);
    return true;
}

/* Read a form whole. */
static void load_whole(struct errand *e, const char *name)
{
    struct form *form = NULL;
    struct fault fault = {0};
    struct wizard *w = e->wizard;
    enum status st = shelf_form(e->shelf, name, &form, &fault);
    bool other = st != ST_OK && (!e->form || e->outlined);
    e->outlined = false; /* it is tried once: where no form can be read, the outline stays */
    if (other) {
        /* A plan whose form is not here opens all the same, with the form everybody has. */
        st = shelf_form(e->shelf, "seven-questions", &form, &fault);
    }
    if (st) {
        wizard_recount(w);
        wizard_told(w, *fault.text ? fault.text : status_text(st), true);
        return;
    }
    char *asked = other ? text_copy(name) : NULL; /* the name may go with the form before */
    use_form(e, form, false);
    if (asked && schema_unsure(F_PLAN_FORM, asked))
        wizard_say(w, _("The plan does not say yet which form it is for. I use \"%s\"."),
                   form->title);
    else if (asked)
        wizard_say(w, _("The form \"%s\" is not on this computer. I use \"%s\"."), asked,
                   form->title);
    free(asked);
}

static void load_form(struct errand *e)
{
    if (!load_outline(e))
        load_whole(e, e->wizard->asked);
}

static void list_offers(struct errand *e)
{
    struct offer *forms = NULL, *examples = NULL;
    size_t form_count = 0, example_count = 0;
    shelf_forms(e->shelf, &forms, &form_count);
    shelf_examples(e->shelf, &examples, &example_count);
    wizard_offers(e->wizard, forms, form_count, examples, example_count);
    shelf_free(forms, form_count);
    shelf_free(examples, example_count);
    e->listed = true;
}

/* What is wrong in the rates is told where somebody is employed: the others need none. */
static void read_rates(struct errand *e)
{
    struct notices told = {0};
    struct wizard *w = e->wizard;
    shelf_rates(e->shelf, &e->rates, &told);
    shelf_spending(e->shelf, &e->spending, &told);
    wizard_guides(w, &e->rates, &e->spending);
    for (size_t i = 0; i < told.count && w->employer.count > 0; i++)
        wizard_told(w, told.list[i], true);
    notices_free(&told);
    e->rated = true;
}

/* What reading took is given back to the computer: others may need it, and we sit and wait. */
static void give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

bool errand_settle(struct errand *e)
{
    bool some = e->outlined || !e->listed;
    e->hurried = false;
    bring_holidays(e);
    if (!e->listed)
        list_offers(e);
    if (e->outlined)
        load_whole(e, e->form->name);
    if (!e->rated && e->shelf)
        read_rates(e);
    errand_sweep_opened(e);
    if (some)
        give_back();
    errand_offer(e);
    return some;
}

/* Files beside the plan */

void errand_folder(const struct wizard *w, struct text *out)
{
    size_t len = w->path ? store_name_at(w->path) : 0;
    if (len > 0)
        text_add_n(out, w->path, len > 1 ? len - 1 : len);
    else
        text_add(out, w->path ? "." : w->folder);
}

/* Whether a file of a list went, a line of it that is so long. */
static bool remove_line(const char *line, size_t len)
{
    char path[PATH_MAX]; /* no memory is asked for: there may be none when words must go */
    if (len >= sizeof path)
        return true; /* no such file could be made */
    memcpy(path, line, len);
    path[len] = '\0';
    store_remove(path);
    return !store_exists(path);
}

void errand_remove_list(struct text *list, struct text *left)
{
    for (size_t at = 0; at < list->len;) {
        const char *line = text_str(list) + at;
        size_t len = strcspn(line, "\n"), all = len + (line[len] == '\n');
        bool went = remove_line(line, len);
        if (!went && left) {
            text_add_n(left, line, all);
            (void)text_splice(list, at, all, "", 0);
        } else {
            at += all;
        }
    }
}

void errand_beside(const char *path, const char *ending, struct text *out)
{
    /* my-plan.csv.age is the plan my-plan.csv, locked */
    size_t len = strlen(path) - (errand_named_locked(path) ? sizeof AGE_ENDING - 1 : 0);
    size_t stem = len;
    while (stem > 0 && path[stem - 1] != '.' && path[stem - 1] != '/')
        stem--;
    bool dotted = stem > 0 && path[stem - 1] == '.';
    text_add_n(out, path, dotted ? stem - 1 : len);
    text_add(out, ending);
}

/* Which pictures and recordings are not beside the plan? */
static void look(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text missing = {0};
    if (!w->plan || !w->path)
        return;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (plan_known(w->plan, F_ATTACHMENT_FILE, item) == KNOWN &&
            !store_beside(w->path, plan_str(w->plan, F_ATTACHMENT_FILE, item)))
            text_addf(&missing, "%s ", item);
    }
    attachment_looked(w, text_str(&missing));
    text_free(&missing);
}

/* What was brought back is in the plan's file and the new journal, on the disk, before what it came
 * from goes. */
static void brought(struct errand *e)
{
    if (e->later)
        errand_save(e);
    errand_note(e);
    if (!errand_due(e))
        errand_drop_source(e);
}

/* It has no plan's name, so it is known by its own. */
static void note_feedback(struct errand *e, const char *path)
{
    char *real = realpath(path, NULL);
    if (real)
        text_addf(&e->feedback, "%s\n", real);
    free(real);
}

static void feedback(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text stem = {0}, path = {0}, told = {0};
    struct fault fault = {0};
    if (!w->asked_text)
        return;
    if (w->private && !w->path) {
        wizard_told(w, _("Choose where the plan is kept first. Your feedback goes beside it."),
                    true);
        return;
    }
    errand_folder(w, &stem);
    text_add(&stem, "/feedback");
    /* Feedback given before is kept: feedback.txt, feedback-2.txt and so on. */
    enum status st = errand_write_new(text_str(&stem), ".txt", w->asked_text, strlen(w->asked_text),
                                      &path, &fault);
    if (st)
        text_addf(&told, _("Your feedback was not kept. %s"), fault.text);
    else
        text_addf(&told, _("Your feedback is in %s. It is not sent to anyone."), text_str(&path));
    if (!st)
        note_feedback(e, text_str(&path));
    wizard_told(w, text_str(&told), st != ST_OK);
    text_free(&stem);
    text_free(&path);
    text_free(&told);
}

/* What may make the session go on with another plan, or in another place; and the looks. */
#define LEADS_ELSEWHERE                                                                            \
    ((unsigned)(FX_OPEN | FX_TAKE | FX_EXAMPLE | FX_CREATE | FX_UNLOCK | FX_LOCK | FX_LEFT |       \
                FX_CARRY))

/* In the order in which they are carried out. */
static const struct {
    unsigned effect;
    void (*run)(struct errand *);
} errands[] = {
    {FX_TAKE_ALL, errand_take_all},
    {FX_SAVE, save_or_note},
    {FX_BROUGHT, brought},
    {FX_LET_GO, errand_drop_source},
    {FX_CREATE, create},
    {FX_TEXT, errand_text},
    {FX_PRINT, errand_print},
    {FX_PAPER, errand_paper},
    {FX_OTHERS, errand_others},
    {FX_CHANGES, errand_changes},
    {FX_FORM, load_form},
    {FX_FEEDBACK, feedback},
    {FX_LOOK, look},
    {FX_UNLOCK, errand_open_locked},
    {FX_LOCK, errand_lock_plan},
    {FX_WORDS, errand_words},
    {FX_LEFT, errand_left},
    {FX_CARRY, errand_carry},
    {FX_CLEAR, errand_clear},
};

/* Carry out each that was asked for, once. */
static void run_once(struct errand *e, unsigned effects)
{
    e->wizard->effects &= ~effects;
    for (size_t i = 0; i < sizeof errands / sizeof *errands; i++)
        if (effects & errands[i].effect)
            errands[i].run(e);
    if (effects & FX_OPEN)
        open_asked(e, false);
    if (effects & FX_TAKE)
        open_asked(e, true);
    if (effects & FX_EXAMPLE)
        open_example(e);
}

unsigned errand_run(struct errand *e, unsigned effects)
{
    unsigned left = 0;
    errand_note_been(e);
    if (effects & LEADS_ELSEWHERE)
        errand_note_pictures(e);
    while (effects) {
        run_once(e, effects);
        left |= effects & (unsigned)(FX_BELL | FX_REDRAW | FX_SUSPEND | FX_PLAIN | FX_READER |
                                     FX_SCREEN | FX_EDITOR | FX_SETTINGS | FX_QUIT);
        /* What was done may have asked for more: a plan that was opened asks for its form. */
        effects = e->wizard->effects;
        e->wizard->effects = FX_NONE;
    }
    if (!e->hurried)
        errand_sweep_opened(e);
    errand_offer(e);
    errand_sticks(e);
    errand_nearby(e);
    errand_used(e);
    errand_note(e);
    note_later(e);
    /* A plan that could not be saved is not left behind without a word. */
    if ((left & FX_QUIT) && e->wizard->save_failed)
        left &= ~(unsigned)FX_QUIT;
    return left;
}

void errand_last_save(struct errand *e)
{
    /* What was only tried out was never kept. */
    if (e->wizard->trying)
        (void)wizard_end_try(e->wizard, false);
    if (e->wizard->unsaved)
        errand_save(e);
}

void errand_free(struct errand *e)
{
    form_free(e->form);
    e->form = NULL;
    rates_free(&e->rates);
    spending_free(&e->spending);
    text_free(&e->on_disk);
    errand_forget_lock(e);
    age_pass_free(&e->typed);
    text_free(&e->left);
    text_free(&e->been);
    text_free(&e->noted);
    text_free(&e->feedback);
    text_free(&e->pictures);
    text_free(&e->copied);
    holidays_free(&e->holidays);
    notices_free(&e->told);
}
