/*
 * The work of a save that can be done ahead: while the person pauses, a plan that is locked is
 * sealed beside them, so that no key has to wait for it. What was sealed is of use where the plan
 * is the same when it is saved; else it is thrown away.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"

/* All that the thread sees is here, and nobody else looks at it until it has ended. */
struct ahead {
    pthread_t thread;
    atomic_bool done;
    int timer; /* is told when it is done; -1: nobody is */
    struct age_pass pass;
    int work;
    struct text bytes;  /* what the plan says */
    struct text sealed; /* AGE_OK: the same, locked */
    struct age_key key; /* likewise */
    enum age_outcome outcome;
};

static void ahead_free(struct ahead *a)
{
    age_pass_free(&a->pass);
    age_key_free(&a->key);
    text_wipe(&a->bytes);
    text_free(&a->sealed);
    free(a);
}

static void *seal(void *what)
{
    static const struct itimerspec now = {.it_value = {.tv_nsec = 1}};
    struct ahead *a = what;
    a->work = errand_measured_work(a->work);
    a->outcome =
        age_lock(&a->pass, a->work, text_str(&a->bytes), a->bytes.len, &a->sealed, &a->key);
    atomic_store(&a->done, true);
    if (a->timer >= 0)
        (void)timerfd_settime(a->timer, 0, &now, NULL);
    return NULL;
}

/* Signals are for the session. */
static bool start(struct ahead *a)
{
    sigset_t all, before;
    (void)sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before))
        return false;
    bool started = pthread_create(&a->thread, NULL, seal, a) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static bool is_for(const struct ahead *a, const struct errand *e, const struct text *bytes)
{
    return age_pass_is(&a->pass, e->pass.bytes, e->pass.len) && a->bytes.len == bytes->len &&
           memcmp(text_str(&a->bytes), text_str(bytes), bytes->len) == 0;
}

bool errand_is_sealing(const struct errand *e)
{
    return e->ahead && !atomic_load(&e->ahead->done);
}

void errand_drop_ahead(struct errand *e)
{
    if (!e->ahead)
        return;
    (void)pthread_join(e->ahead->thread, NULL);
    ahead_free(e->ahead);
    e->ahead = NULL;
}

bool errand_take_ahead(struct errand *e, const struct text *bytes, struct text *sealed,
                       struct age_key *key)
{
    struct ahead *a = e->ahead;
    if (!a)
        return false;
    (void)pthread_join(a->thread, NULL);
    bool fits = a->outcome == AGE_OK && a->sealed.len <= PLAN_BYTES_MAX && is_for(a, e, bytes);
    if (fits) {
        e->work = a->work;
        *sealed = a->sealed;
        *key = a->key;
        a->sealed = (struct text){0};
        a->key = (struct age_key){0};
    }
    ahead_free(a);
    e->ahead = NULL;
    return fits;
}

/* Begin with these bytes, which are taken. false where that can't be. */
static bool begin(struct errand *e, struct text *bytes)
{
    struct ahead *a = calloc(1, sizeof *a);
    if (!a)
        return false;
    a->bytes = *bytes;
    *bytes = (struct text){0};
    a->timer = errand_due_fd(e);
    a->work = e->work;
    if (age_pass_set(&a->pass, e->pass.bytes, e->pass.len) != ST_OK || !start(a)) {
        ahead_free(a);
        return false;
    }
    e->ahead = a;
    return true;
}

enum ahead_state errand_seal_ahead(struct errand *e)
{
    struct text bytes = {0};
    struct fault fault = {0};
    if (!errand_is_locked(e))
        return AHEAD_READY;
    if (errand_is_sealing(e))
        return AHEAD_BUSY;
    if (errand_bytes_now(e, &bytes, &fault) != ST_OK)
        return AHEAD_READY; /* the save tells what is wrong */
    enum ahead_state state = AHEAD_READY;
    if (!e->ahead || !is_for(e->ahead, e, &bytes)) {
        errand_drop_ahead(e);
        state = begin(e, &bytes) ? AHEAD_BUSY : AHEAD_READY;
    }
    text_wipe(&bytes);
    return state;
}
