/*
 * A plan that is locked with a passphrase: what its files hold, and what they say.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"

/* A save takes about a second of work: it waits until the person has done nothing for a while. */
#ifndef PAUSE_MS
#define PAUSE_MS 5000
#endif
/* Tests lock and open many hundred times, with a program of their own. */
#ifndef EASY_WORK
#define EASY_WORK 0
#endif

bool errand_is_locked(const struct errand *e)
{
    return e->pass.bytes != NULL;
}

bool errand_named_locked(const char *path)
{
    return text_ends(path, AGE_ENDING);
}

static bool opens(void *door, const char *words)
{
    const struct errand *e = door;
    return age_pass_is(&e->pass, words, strlen(words));
}

void errand_tell_lock(struct errand *e)
{
    struct wizard *w = e->wizard;
    w->pass.locked = errand_is_locked(e);
    w->opens = w->pass.locked ? opens : NULL;
    w->door = e;
}

void errand_forget_lock(struct errand *e)
{
    errand_drop_ahead(e);
    age_pass_free(&e->pass);
    age_key_free(&e->key);
    age_log_free(&e->seal);
    text_free(&e->sealed);
    e->later = false;
}

void errand_remember(struct errand *e, struct text *says, struct text *holds)
{
    text_free(&e->on_disk);
    text_free(&e->sealed);
    e->on_disk = *says;
    e->sealed = *holds;
    *says = *holds = (struct text){0};
}

/* How much work a lock is: what this computer does in about a second, measured once. */

static uint64_t memory_here(void)
{
    long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
    return pages > 0 && page > 0 ? (uint64_t)pages * (uint64_t)page : 0;
}

int errand_measured_work(int known)
{
    struct timespec then = {0};
    if (EASY_WORK > 0 || known > 0)
        return EASY_WORK > 0 ? EASY_WORK : known;
    (void)clock_gettime(CLOCK_MONOTONIC, &then);
    age_probe();
    return age_work(memory_here(), errand_ms_since(&then));
}

/* Bytes in and out */

/* The status of an outcome that is none of the good ones. */
static enum status refuse(enum age_outcome outcome, struct fault *fault)
{
    enum status st = outcome == AGE_WRONG                            ? ST_LOCKED
                     : outcome == AGE_NOMEM || outcome == AGE_MEMORY ? ST_NOMEM
                                                                     : ST_REFUSED;
    return fault_set(fault, st, 0, "%s", age_text(outcome));
}

enum status errand_seal_with(struct errand *e, const struct age_pass *pass,
                             const struct text *bytes, struct text *out, struct age_key *key,
                             struct fault *fault)
{
    e->work = errand_measured_work(e->work);
    enum age_outcome outcome = age_lock(pass, e->work, text_str(bytes), bytes->len, out, key);
    if (outcome == AGE_DAMAGED)
        return fault_set(fault, ST_IO, 0, "%s",
                         _("The plan did not read back as it was written. The old file is safe."));
    if (!outcome && out->len > PLAN_BYTES_MAX)
        return fault_set(fault, ST_LIMIT, 0, "%s", status_text(ST_LIMIT));
    return outcome ? refuse(outcome, fault) : ST_OK;
}

enum status errand_seal(struct errand *e, const struct text *bytes, struct text *sealed,
                        struct age_key *key, struct fault *fault)
{
    if (!errand_is_locked(e) || (key && errand_take_ahead(e, bytes, sealed, key)))
        return ST_OK;
    return errand_seal_with(e, &e->pass, bytes, sealed, key, fault);
}

const struct text *errand_held(const struct text *bytes, const struct text *sealed)
{
    return sealed->len > 0 ? sealed : bytes;
}

/* The passphrase there is: that of the plan that is open, or the one that was just typed. */
static const struct age_pass *pass_of(const struct errand *e)
{
    return e->typed.bytes ? &e->typed : &e->pass;
}

enum status errand_unseal(struct errand *e, struct text *bytes, struct age_key *key,
                          struct fault *fault)
{
    struct text says = {0};
    if (!age_is(text_str(bytes), bytes->len))
        return ST_OK;
    if (!pass_of(e)->bytes)
        return fault_set(fault, ST_LOCKED, 0, "%s", status_text(ST_LOCKED));
    enum age_outcome outcome = age_open(pass_of(e), text_str(bytes), bytes->len, &says, key);
    if (outcome)
        return refuse(outcome, fault);
    text_free(bytes);
    *bytes = says;
    return ST_OK;
}

/* What a file that was left says; the plan's own bytes need no work. */
static void unseal_leftover(struct errand *e, struct store_leftover *one)
{
    bool own = e->sealed.len > 0 && one->bytes.len == e->sealed.len &&
               memcmp(one->bytes.data, e->sealed.data, e->sealed.len) == 0;
    if (own) {
        text_clear(&one->bytes);
        text_add_n(&one->bytes, text_str(&e->on_disk), e->on_disk.len);
    } else if (errand_unseal(e, &one->bytes, NULL, NULL) == ST_REFUSED) {
        text_clear(&one->bytes); /* nobody can read it any more */
    }
}

enum status errand_leftovers(struct errand *e, const char *path, bool all,
                             struct store_leftover **out, size_t *count)
{
    enum status st = store_leftovers(path, PLAN_BYTES_MAX, out, count);
    for (size_t i = 0; !st && i < *count; i++)
        if (all || (*out)[i].unfinished)
            unseal_leftover(e, &(*out)[i]);
    return st;
}

enum status errand_keep_new(struct errand *e, const char *stem, const char *ending,
                            const struct text *bytes, struct text *path, struct fault *fault)
{
    struct text sealed = {0}, end = {0};
    enum status st = errand_seal(e, bytes, &sealed, NULL, fault);
    const struct text *holds = errand_held(bytes, &sealed);
    text_addf(&end, "%s%s", ending, errand_is_locked(e) ? AGE_ENDING : "");
    if (!st)
        st = errand_write_new(stem, text_str(&end), text_str(holds), holds->len, path, fault);
    text_free(&sealed);
    text_free(&end);
    return st;
}

/* Saving at a pause */

long errand_ms_since(const struct timespec *then)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now))
        return 0;
    return (now.tv_sec - then->tv_sec) * 1000 + (now.tv_nsec - then->tv_nsec) / 1000000;
}

void errand_busy(struct errand *e)
{
    (void)clock_gettime(CLOCK_MONOTONIC, &e->busy);
}

long errand_pause_left(const struct errand *e)
{
    long gone = errand_ms_since(&e->busy);
    return gone >= PAUSE_MS ? 0 : PAUSE_MS - gone;
}

/* Opening with a passphrase */

void errand_open_locked(struct errand *e)
{
    struct wizard *w = e->wizard;
    struct fault fault = {0};
    char *path = text_copy(w->pass.path); /* the wizard asks again, or for more */
    enum status st = age_pass_set(&e->typed, text_str(&w->pass.typed), w->pass.typed.len);
    text_wipe(&w->pass.typed);
    if (!st)
        st = path ? errand_open_at(e, path, false, &fault) : ST_NOMEM;
    if (st)
        wizard_told(w, *fault.text ? fault.text : status_text(st), true);
    age_pass_free(&e->typed);
    free(path);
}
