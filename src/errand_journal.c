/*
 * The journal beside the plan: what is typed is in it at once, and so is what a save could not
 * write. It begins with the first letter or save, follows each save, and goes when the session is
 * over and nothing is left to keep.
 */
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"

/* From here on it begins anew, once all that it says is saved. */
#define LONG_ENOUGH ((size_t)256 << 10)
/* How long what is typed may be only in the computer's memory; where the disk is slow, longer. */
#define DUE_MS 1000
#define SLOW_MS 50
#define SLOW_DUE_MS 4000

/* Which text of the journal a draft is. What the numbers mean may change from version to version:
 * the first two tell. */
#define NAME_ROOM 128
static void draft_name(const struct draft *d, char out[NAME_ROOM])
{
    snprintf(out, NAME_ROOM, "%d.%d %d %d %zu %zu %zu %s", (int)PLACE_COUNT, (int)FIELD_COUNT,
             (int)d->kind, (int)d->field, d->section, d->page, d->number, d->item);
}

/* It goes away with what it held; what it says is in the file, or let go. */
void errand_end_journal(struct errand *e, bool keep)
{
    store_log_end(&e->log, keep);
    journal_free(&e->journal);
    age_log_free(&e->seal);
}

/* How bad it is that the journal can't be written; each is told once, the worse though the other
 * was.
 */
enum unsafe { UNSAFE_NOT, UNSAFE_TYPING, UNSAFE_ANSWERS };

static void tell_unsafe(struct errand *e, const struct fault *fault)
{
    struct wizard *w = e->wizard;
    unsigned unsafe = w->save_failed ? UNSAFE_ANSWERS : UNSAFE_TYPING;
    if (unsafe > e->told_unsafe && unsafe == UNSAFE_ANSWERS)
        wizard_trouble(w,
                       _("Not saved. %s Your answers are only in this window now."
                         " Type keep, or see the menu, to keep your plan elsewhere."),
                       fault->text);
    else if (unsafe > e->told_unsafe)
        wizard_trouble(w,
                       _("What you type can't be kept safe while you type it. %s"
                         " Type keep, or see the menu, to keep your plan elsewhere."),
                       fault->text);
    e->told_unsafe = unsafe > e->told_unsafe ? unsafe : e->told_unsafe;
}

/* What a journal's file begins with: of a plan that is locked, that is locked too. */
static enum status seal_beginning(struct errand *e, struct age_log *seal, struct text *bytes)
{
    struct text sealed = {0};
    if (!errand_is_locked(e))
        return ST_OK;
    enum status st = age_log_begin(seal, &e->key, &sealed);
    if (!st)
        st = age_log_seal(seal, text_str(bytes), bytes->len, &sealed);
    text_free(bytes);
    *bytes = sealed;
    return st;
}

/* Begin a journal over what the file holds, in the place of the one there was. */
static enum status begin(struct errand *e, struct fault *fault)
{
    struct journal fresh = {0};
    struct age_log seal = {0};
    struct text bytes = {0};
    if (!errand_hold(e, fault))
        return ST_IO;
    if (!*e->ending)
        errand_pick_ending(e, e->wizard->path);
    enum status st = journal_begin(&fresh, text_str(&e->on_disk), e->on_disk.len, &bytes);
    if (!st)
        st = seal_beginning(e, &seal, &bytes);
    if (st)
        fault_set(fault, st, 0, "%s", status_text(st));
    else
        st = store_log_begin(&e->log, e->wizard->path, e->ending, &bytes, fault);
    if (!st) {
        journal_free(&e->journal);
        age_log_free(&e->seal);
        e->journal = fresh;
        e->seal = seal;
        e->doubtful = e->stale = false;
    } else {
        journal_free(&fresh);
        age_log_free(&seal);
    }
    text_free(&bytes);
    return st;
}

/* Whether a text of the journal is still typed. */
static bool is_typed(const struct wizard *w, const char *name)
{
    struct draft d;
    char its[NAME_ROOM];
    for (size_t i = 0; wizard_typed(w, i, &d); i++) {
        draft_name(&d, its);
        if (strcmp(its, name) == 0)
            return true;
    }
    return false;
}

/* Records for all that is typed, and that is not any more. */
static enum status put_typed(struct errand *e, struct text *records)
{
    struct draft d;
    char name[NAME_ROOM];
    enum status st = ST_OK;
    for (size_t i = 0; !st && wizard_typed(e->wizard, i, &d); i++) {
        draft_name(&d, name);
        st = journal_put(&e->journal, name, d.text, strlen(d.text), records);
    }
    for (size_t i = e->journal.count; !st && i-- > 1;)
        if (!is_typed(e->wizard, e->journal.list[i].name))
            st = journal_put(&e->journal, e->journal.list[i].name, NULL, 0, records);
    return st;
}

/* A record for the plan, where the file has not got it. What is only tried out is not kept. */
static enum status put_plan(struct errand *e, struct text *records)
{
    const struct wizard *w = e->wizard;
    struct text bytes = {0};
    if (!w->unsaved || w->trying)
        return ST_OK;
    enum status st = plan_csv_write(w->plan, &bytes);
    if (!st)
        st = journal_put(&e->journal, JOURNAL_PLAN, text_str(&bytes), bytes.len, records);
    text_free(&bytes);
    return st;
}

/* Add records to the file. What is not in it now is tried again with a new one at the next event.
 */
static void add(struct errand *e, enum status st, const struct text *records)
{
    struct fault fault = {0};
    struct text sealed = {0};
    const struct text *bytes = errand_is_locked(e) ? &sealed : records;
    if (!st)
        st = text_status(records);
    if (!st && errand_is_locked(e))
        st = age_log_seal(&e->seal, text_str(records), records->len, &sealed);
    if (st)
        fault_set(&fault, st, 0, "%s", status_text(st));
    else if (bytes->len > 0)
        st = store_log_add(&e->log, bytes, &fault);
    text_free(&sealed);
    if (st) {
        errand_end_journal(e, true);
        e->stale = true;
        tell_unsafe(e, &fault);
    } else if (records->len > 0) {
        e->told_unsafe = UNSAFE_NOT;
    }
}

static bool is_followed(const struct wizard *w)
{
    return w->plan && w->path && !w->is_example && !w->opening.read_only;
}

void errand_note_plan(struct errand *e, const struct text *bytes)
{
    struct text records = {0};
    if (!e->log.open)
        return;
    enum status st = journal_put(&e->journal, JOURNAL_PLAN, text_str(bytes), bytes->len, &records);
    add(e, st, &records);
    text_free(&records);
}

/* Wait until the journal is on the disk for good. Whether there is trouble, which is told. */
static bool sync_log(struct errand *e)
{
    struct fault fault = {0};
    struct timespec then = {0};
    if (!e->log.open || !e->log.unsynced)
        return false;
    (void)clock_gettime(CLOCK_MONOTONIC, &then);
    bool synced = store_log_sync(&e->log, &fault) == ST_OK;
    e->slow = errand_ms_since(&then) > SLOW_MS;
    if (!synced) {
        e->doubtful = true;
        tell_unsafe(e, &fault);
    }
    return !synced;
}

/* When it was noted, wait a moment for more; then errand_due(). */
void errand_set_timer(struct errand *e, long ms)
{
    /* A timer that is set to nothing would never go off. */
    struct itimerspec due = {.it_value = {ms / 1000, ms > 0 ? ms % 1000 * 1000000 : 1}}, now = {0};
    if (e->timer <= 0 || (timerfd_gettime(e->timer - 1, &now) == 0 &&
                          (now.it_value.tv_sec > 0 || now.it_value.tv_nsec > 0)))
        return;
    (void)timerfd_settime(e->timer - 1, 0, &due, NULL);
}

/* One that says less than the file would bring back what stood there before. */
static void drop_stale(struct errand *e)
{
    struct text path = {0};
    if (e->wizard->unsaved || e->wizard->save_failed)
        return;
    if (e->stale && *e->ending && store_hidden(e->wizard->path, e->ending, &path) == ST_OK)
        store_remove(text_str(&path));
    e->stale = false;
    text_free(&path);
}

/* The plan's file has not got the last words, but the journal has them for good. */
static void tell_held(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct text t = {0};
    if (!e->missed || !w->message || !e->log.open || e->log.unsynced || e->doubtful)
        return;
    text_addf(&t,
              _("%s Nothing is lost: your words are kept beside the plan. They come back when you "
                "open it. Make room and save again, or type keep to choose another place."),
              w->message);
    wizard_told(w, text_str(&t), true);
    text_free(&t);
}

void errand_note(struct errand *e)
{
    const struct wizard *w = e->wizard;
    struct text records = {0};
    struct fault fault = {0};
    struct draft any;
    if (!is_followed(w))
        return;
    /* From the first save on, it takes room for what comes when the disk is full. */
    bool some = e->saved || wizard_typed(w, 0, &any) || (w->unsaved && !w->trying);
    /* Nobody knows what is there of one that could not be synced: another is begun. Where even that
     * can't be, it goes on, since a program that is killed loses nothing of it. */
    bool anew = e->log.open ? e->doubtful || (e->log.len > LONG_ENOUGH && !w->unsaved) : some;
    if (anew && begin(e, &fault) != ST_OK && !e->log.open) {
        tell_unsafe(e, &fault);
        return;
    }
    if (!e->log.open) {
        drop_stale(e);
        return;
    }
    enum status st = put_typed(e, &records);
    if (!st)
        st = put_plan(e, &records);
    add(e, st, &records);
    text_free(&records);
    if (w->unsaved && !w->trying) {
        (void)sync_log(e); /* an answer is kept when it is on the disk */
        tell_held(e);
    } else if (e->log.open && e->log.unsynced) {
        errand_set_timer(e, e->slow ? SLOW_DUE_MS : DUE_MS);
    }
    e->missed = false;
}

int errand_due_fd(struct errand *e)
{
    if (e->timer == 0) {
        int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        e->timer = fd < 0 ? -1 : fd + 1;
    }
    return e->timer > 0 ? e->timer - 1 : -1;
}

bool errand_due(struct errand *e)
{
    uint64_t times;
    if (e->timer > 0)
        (void)!read(e->timer - 1, &times, sizeof times);
    bool told = sync_log(e);
    long left = e->later ? errand_pause_left(e) : -1;
    if (left > 0)
        errand_set_timer(e, left);
    bool saves = left == 0 && errand_seal_ahead(e) == AHEAD_READY;
    if (saves)
        errand_save(e);
    return told || saves;
}

void errand_close(struct errand *e)
{
    if (e->log.open)
        errand_end_journal(e, e->wizard->unsaved || e->wizard->save_failed);
    store_lock_end(&e->lock);
    errand_forget_lock(e);
    version_free(&e->unsaved);
    text_free(&e->source);
    text_free(&e->mine);
    text_free(&e->theirs);
    e->unheld = false;
    *e->ending = '\0';
    e->told_unsafe = UNSAFE_NOT;
    e->lock_elsewhere = e->stale = false;
}
