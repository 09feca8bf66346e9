/*
 * Locking the plan that is open with a passphrase, and taking the lock off: the new file is
 * written, read back, opened and compared before any other goes.
 */
#include <stdlib.h>
#include <string.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"
#include "supportplan/shelf.h"

#define WORDS 4

/* Words by lot */

void errand_words(struct errand *e)
{
    struct text list = {0}, drawn = {0};
    size_t count = 0;
    if (e->shelf)
        shelf_words(e->shelf, &list, &count);
    for (int i = 0; count > 0 && i < WORDS; i++) {
        const char *word = text_str(&list);
        for (uint32_t skip = age_random((uint32_t)count); skip > 0; skip--)
            word += strcspn(word, "\n") + 1;
        text_add(&drawn, i > 0 ? " " : "");
        text_add_n(&drawn, word, strcspn(word, "\n"));
    }
    /* Three words of four would be easier to guess than what is said of them. */
    bool whole = drawn.len > 0 && !text_status(&drawn) && !text_status(&list);
    passphrase_offer(e->wizard, whole ? text_str(&drawn) : NULL);
    text_wipe(&drawn);
    text_free(&list);
}

/* Another file in the place of the plan's */

/* The plan as it goes from one file into another. */
struct turn {
    struct age_pass pass;     /* {0}: the other is not locked */
    struct text says;         /* the plan's bytes */
    struct text holds;        /* the other file's, where it is locked */
    struct age_key key;       /* likewise */
    struct text path;         /* of the other */
    struct text ours, others; /* files beside the first: what goes, and what is told of */
};

static void turn_free(struct turn *t)
{
    age_pass_free(&t->pass);
    age_key_free(&t->key);
    text_free(&t->says);
    text_free(&t->holds);
    text_free(&t->path);
    text_free(&t->ours);
    text_free(&t->others);
}

/* Whether the file that was written says what the plan does, to who has nothing but its passphrase.
 */
static enum status verify(struct turn *t, struct fault *fault)
{
    struct text there = {0}, says = {0};
    enum status st = store_read(text_str(&t->path), PLAN_BYTES_MAX, &there, fault);
    bool locked = t->pass.bytes != NULL;
    if (!st && locked && age_open(&t->pass, text_str(&there), there.len, &says, NULL) != AGE_OK)
        st = ST_IO;
    const struct text *words = locked ? &says : &there;
    if (!st &&
        (words->len != t->says.len || memcmp(text_str(words), text_str(&t->says), words->len) != 0))
        st = ST_IO;
    text_free(&there);
    text_free(&says);
    return st;
}

/* Write the other file. What can't be read back goes again, and nothing else was touched. */
static enum status write_other(struct errand *e, struct turn *t, struct fault *fault)
{
    struct text stem = {0};
    const char *ending = t->pass.bytes ? ".csv" AGE_ENDING : ".csv";
    errand_beside(e->wizard->path, "", &stem);
    enum status st = errand_bytes(e->wizard->plan, &t->says, fault);
    if (!st && t->pass.bytes)
        st = errand_seal_with(e, &t->pass, &t->says, &t->holds, &t->key, fault);
    const struct text *holds = errand_held(&t->says, &t->holds);
    if (!st)
        st =
            errand_write_new(text_str(&stem), ending, text_str(holds), holds->len, &t->path, fault);
    /* A disk that has a fault may have the file all the same. */
    bool there = !st || (st == ST_IO && verify(t, NULL) == ST_OK);
    if (!st)
        st = verify(t, fault);
    if (st && there)
        store_remove(text_str(&t->path));
    text_free(&stem);
    return st;
}

/* The session goes on with the other file. */
static void go_over(struct errand *e, struct turn *t)
{
    char at[8];
    wizard_moved(e->wizard, text_str(&t->path), errand_clock(e, at)); /* saved: its journal goes */
    errand_go_over(e, &t->pass, &t->key, &t->says, &t->holds);
    (void)errand_hold(e, NULL);
}

/* Names that went from a folder stay away though the power fail. They are all in one. */
static void settle(const struct text *paths)
{
    struct text path = {0}, folder = {0};
    text_add_n(&path, text_str(paths), strcspn(text_str(paths), "\n"));
    store_add_folder(&folder, text_str(&path));
    store_sync_folder(text_str(&folder));
    text_free(&path);
    text_free(&folder);
}

static void tell_list(struct text *told, const char *sentence, const struct text *list)
{
    if (list->len > 0)
        text_addf(told, "%s\n%s", sentence, text_str(list));
}

/* Whether a file of a save that was cut short is the beginning of what the plan says. */
static bool is_beginning(const struct errand *e, const struct store_leftover *one)
{
    return one->unfinished && one->bytes.len <= e->on_disk.len &&
           memcmp(text_str(&one->bytes), text_str(&e->on_disk), one->bytes.len) == 0;
}

/* What a session that was stopped while it took the lock off had begun to write. */
static void sweep_unlocked(struct errand *e, const char *plain)
{
    struct store_leftover *list = NULL;
    size_t count = 0;
    if (store_exists(plain) || store_leftovers(plain, PLAN_BYTES_MAX, &list, &count) != ST_OK)
        return;
    for (size_t i = 0; i < count; i++)
        if (is_beginning(e, &list[i]))
            store_remove(list[i].path);
    store_leftovers_free(list, count);
}

void errand_tell_unlocked(struct errand *e, const char *path, struct notices *told)
{
    struct text plain = {0}, ours = {0}, others = {0}, t = {0};
    if (!errand_is_locked(e) || !errand_named_locked(path))
        return;
    text_add_n(&plain, path, strlen(path) - (sizeof AGE_ENDING - 1));
    sweep_unlocked(e, text_str(&plain));
    (void)store_family(text_str(&plain), &ours, &others);
    if (ours.len > 0) {
        tell_list(&t, _("These are not locked, and may hold words of your plan:"), &ours);
        (void)notices_take(told, &t);
    }
    text_free(&plain);
    text_free(&ours);
    text_free(&others);
    text_free(&t);
}

static void tell(struct errand *e, const struct turn *t, const struct text *left)
{
    struct text told = {0};
    bool locked = errand_is_locked(e);
    text_addf(&told,
              locked ? _("Your plan is locked now. It is kept in %s.\n")
                     : _("The lock is off. Your plan is kept in %s.\n"),
              e->wizard->path);
    tell_list(&told,
              locked ? _("These files were not locked. They are gone:")
                     : _("These locked files are gone:"),
              &t->ours);
    tell_list(&told, _("These could not be taken away. Take them away yourself:"), left);
    if (locked) {
        tell_list(&told, _("These are not locked, and may hold words of your plan:"), &t->others);
        text_add(&told, _("I can't promise that the old file is beyond reach. A stick or a disk "
                          "may still hold parts of it. So may copies that were made elsewhere.\n"));
        text_add(&told, _("Pictures and recordings beside the plan are not locked.\n"));
    } else {
        text_add(&told, _("Whoever can open the folder can read the plan.\n"));
    }
    passphrase_done(e->wizard, locked, text_str(&told));
    text_free(&told);
}

static void turn_over(struct errand *e, struct turn *t)
{
    struct fault fault = {0};
    struct text left = {0}, path = {0};
    /* Until the first file goes, whoever opens it finds the same in both. */
    if (e->later)
        errand_save(e);
    text_add(&path, e->wizard->path);
    enum status st = text_status(&path) ? ST_NOMEM : write_other(e, t, &fault);
    if (!st) {
        go_over(e, t);
        /* From here on the other file is the plan: what is beside the first may go. */
        (void)store_family(text_str(&path), &t->ours, &t->others);
        errand_remove_list(&t->ours, &left);
        if (t->ours.len > 0)
            settle(&t->ours);
        tell(e, t, &left);
    } else {
        wizard_trouble(e->wizard, _("Nothing was changed. %s"),
                       *fault.text ? fault.text : status_text(st));
    }
    text_free(&left);
    text_free(&path);
}

/* Another passphrase for a plan that is locked. */
static void change_pass(struct errand *e, struct turn *t)
{
    struct age_pass old = e->pass;
    e->pass = t->pass;
    t->pass = (struct age_pass){0};
    errand_save(e);
    if (e->wizard->save_failed) { /* the file has the old one still */
        age_pass_free(&e->pass);
        e->pass = old;
        return;
    }
    age_pass_free(&old);
    errand_end_journal(e, false); /* only the old one opens it, and all it says is in the file */
    passphrase_done(e->wizard, true,
                    _("The passphrase is changed.\nCopies from before still open with the old "
                      "one. They go as you save."));
}

/* A plan that is kept nowhere is locked from the first time that it is. */
static void lock_later(struct errand *e, struct turn *t)
{
    age_pass_free(&e->pass);
    e->pass = t->pass;
    t->pass = (struct age_pass){0};
    passphrase_done(e->wizard, errand_is_locked(e), NULL);
    if (errand_is_locked(e))
        wizard_say(e->wizard, "%s", _("It will be locked. Choose where it is kept."));
    else
        wizard_say(e->wizard, "%s", _("It will not be locked."));
}

void errand_lock_plan(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct turn t = {0};
    enum status st = ST_OK;
    if (w->pass.typed.len > 0)
        st = age_pass_set(&t.pass, text_str(&w->pass.typed), w->pass.typed.len);
    text_wipe(&w->pass.typed);
    if (st)
        wizard_trouble(w, "%s", status_text(st));
    else if (!w->path)
        lock_later(e, &t);
    else if (t.pass.bytes && errand_is_locked(e))
        change_pass(e, &t);
    else
        turn_over(e, &t);
    errand_tell_lock(e);
    turn_free(&t);
}
