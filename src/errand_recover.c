/*
 * What a session that was cut short has left beside the plan: it is found when the plan is opened,
 * shown when the form is there to say it in words, and goes only when the person has chosen.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "errand_parts.h"
#include "supportplan/plan_csv.h"
#include "supportplan/versions.h"

#define JOURNALS_MAX 9
#define JOURNAL_BYTES_MAX ((size_t)256 << 20)

/* "journal", "journal-2" and so on: one that the person has not decided on stays where it is. */
static void journal_ending(int number, char out[ENDING_ROOM])
{
    if (number == 1)
        snprintf(out, ENDING_ROOM, "journal");
    else
        snprintf(out, ENDING_ROOM, "journal-%d", number);
}

/* A whole plan, as we write it: not one that was cut short. */
static struct plan *whole_plan(const char *bytes, size_t len)
{
    struct plan *plan = NULL;
    struct plan_opening opening = {0};
    if (plan_csv_read(bytes, len, &plan, &opening, NULL) != ST_OK)
        return NULL;
    bool whole = !opening.keep_original && !opening.read_only;
    notices_free(&opening.notices);
    if (!whole) {
        plan_free(plan);
        plan = NULL;
    }
    return plan;
}

/* Drafts */

/* The draft that a text of the journal is. false where another version of the program wrote it, so
 * that nobody knows its place. */
static bool draft_named(const char *name, struct draft *d)
{
    int places, fields, kind, field, end = 0;
    if (sscanf(name, "%d.%d %d %d %zu %zu %zu %n", &places, &fields, &kind, &field, &d->section,
               &d->page, &d->number, &end) != 7 ||
        end == 0 || places != PLACE_COUNT || fields != FIELD_COUNT || kind < 0 ||
        kind >= PLACE_COUNT || field < 0 || field > FIELD_COUNT ||
        strlen(name + end) > NAME_MAX_LEN)
        return false;
    d->kind = (enum place_kind)kind;
    d->field = (enum field)field;
    snprintf(d->item, sizeof d->item, "%s", name + end);
    return true;
}

/* What was typed for a place that is not known any more is kept in a file beside the plan. */
static enum status take_drafts(const struct journal *j, struct version *v, struct text *unplaced)
{
    v->drafts = calloc(j->count, sizeof *v->drafts);
    if (!v->drafts)
        return ST_NOMEM;
    for (size_t i = 1; i < j->count; i++) {
        struct draft d = {0};
        if (!draft_named(j->list[i].name, &d)) {
            text_addf(unplaced, "\n%s\n", text_str(&j->list[i].text));
            continue;
        }
        d.text = text_copy(text_str(&j->list[i].text));
        if (!d.text)
            return ST_NOMEM;
        v->drafts[v->draft_count++] = d;
    }
    return text_status(unplaced);
}

/* Journals */

static void say_when(long long when, char out[VERSION_WHEN])
{
    time_t seconds = (time_t)(when / 1000000000);
    struct tm tm;
    struct text day = {0};
    out[0] = '\0';
    if (when < 0 || !localtime_r(&seconds, &tm))
        return;
    date_words(&day, date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday), false);
    if (text_status(&day) == ST_OK && day.len < VERSION_WHEN - 12)
        snprintf(out, VERSION_WHEN, _("%02d:%02d on %s"), tm.tm_hour, tm.tm_min, text_str(&day));
    text_free(&day);
}

/* What a journal comes to, over the file or, where it does not go on from that, over a copy from
 * before. */
static enum status read_over_all(struct errand *e, const char *path, const struct text *bytes,
                                 struct journal_found *found)
{
    struct store_leftover *left = NULL;
    size_t count = 0;
    enum status st =
        journal_read(text_str(bytes), bytes->len, text_str(&e->on_disk), e->on_disk.len, found);
    if (!st && !found->fits)
        (void)errand_leftovers(e, path, true, &left, &count);
    for (size_t i = 0; !st && !found->fits && i < count; i++) {
        journal_free(&found->now);
        st = journal_read(text_str(bytes), bytes->len, text_str(&left[i].bytes), left[i].bytes.len,
                          found);
    }
    store_leftovers_free(left, count);
    return st;
}

enum found { FOUND_NOTHING, FOUND_SOME, FOUND_STRANGE };

/* What a whole journal could bring back. */
static enum status take_found(struct errand *e, const char *path, const struct journal_found *found,
                              struct version *v)
{
    struct text unplaced = {0};
    const struct text *plan = &found->now.list[0].text;
    if (found->fits && found->changes > 0)
        v->plan = whole_plan(text_str(plan), plan->len);
    enum status st = take_drafts(&found->now, v, &unplaced);
    if (!st && unplaced.len > 0)
        st = errand_keep_words(e, path, &unplaced);
    text_free(&unplaced);
    return st;
}

/* Some disks are left with a file of zeros, or of nothing, by a power cut. */
static bool is_blank(const struct text *bytes)
{
    size_t i = 0;
    while (i < bytes->len && bytes->data[i] == '\0')
        i++;
    return i == bytes->len;
}

/* A journal of a locked plan, as it was before it was locked. */
static enum status unseal_journal(struct errand *e, struct text *bytes)
{
    struct text says = {0};
    if (!age_log_is(text_str(bytes), bytes->len))
        return ST_OK;
    if (age_log_open(&e->key, &e->pass, text_str(bytes), bytes->len, &says) != AGE_OK)
        return ST_LOCKED;
    text_free(bytes);
    *bytes = says;
    return ST_OK;
}

/* What a journal says that the file has not. One that fits nothing, or can't be read now, is left
 * alone. */
static enum found read_journal(struct errand *e, const char *path, const char *journal,
                               struct version *v)
{
    struct text bytes = {0};
    struct journal_found found = {0};
    enum found finding = FOUND_STRANGE;
    enum status st = store_read(journal, JOURNAL_BYTES_MAX, &bytes, NULL);
    if (!st)
        st = unseal_journal(e, &bytes);
    bool blank = !st && is_blank(&bytes);
    if (!st && !blank)
        st = read_over_all(e, path, &bytes, &found);
    if (!st && !blank)
        st = take_found(e, path, &found, v);
    if (!st && (v->plan || v->draft_count > 0))
        finding = FOUND_SOME;
    else if (!st && (found.fits ? found.changes == 0 : !found.plan_noted))
        finding = FOUND_NOTHING;
    say_when(store_when(journal), v->when);
    v->from = VERSION_UNSAVED;
    if (finding != FOUND_SOME)
        version_free(v);
    journal_free(&found.now);
    text_free(&bytes);
    return finding;
}

/* One journal: what it could bring back is offered, one at a time. Whether its name is free then.
 */
static bool judge_journal(struct errand *e, const char *path, const char *journal,
                          struct version *v)
{
    if (!store_exists(journal))
        return true;
    if (v->from != VERSION_NONE)
        return false;
    enum found finding = read_journal(e, path, journal, v);
    if (finding == FOUND_SOME) {
        text_free(&e->source);
        text_add(&e->source, journal);
    }
    if (finding == FOUND_NOTHING)
        store_remove(journal);
    return finding == FOUND_NOTHING;
}

/* The first name that is free. With a version, each journal that is there is judged, too. */
static void go_through_journals(struct errand *e, const char *path, struct version *v)
{
    struct text journal = {0};
    char ending[ENDING_ROOM];
    *e->ending = '\0';
    bool there = store_hidden(path, "", &journal) == ST_OK;
    size_t stem = journal.len;
    for (int n = 1; there && n <= JOURNALS_MAX && (v || !*e->ending); n++) {
        journal_ending(n, ending);
        there = text_splice(&journal, stem, journal.len - stem, ending, strlen(ending)) == ST_OK;
        const char *name = text_str(&journal);
        bool is_free = there && (v ? judge_journal(e, path, name, v) : !store_exists(name));
        if (is_free && !*e->ending)
            snprintf(e->ending, sizeof e->ending, "%s", ending);
    }
    text_free(&journal);
}

void errand_pick_ending(struct errand *e, const char *path)
{
    go_through_journals(e, path, NULL);
}

/* Files of saves that were cut short */

static bool same_bytes(const struct text *a, const struct text *b)
{
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

static bool is_elsewhere(const struct errand *e, const struct store_leftover *list, size_t count,
                         size_t i)
{
    bool known = same_bytes(&e->on_disk, &list[i].bytes);
    for (size_t n = 0; n < count; n++)
        known =
            known || (n != i && !list[n].unfinished && same_bytes(&list[n].bytes, &list[i].bytes));
    return known;
}

/* One file of a save that was cut short: newer than the plan, it is offered; older, it is what
 * stood there before. What is no plan, or stands elsewhere too, is swept away. */
static bool judge_leftover(struct errand *e, const char *path, const struct store_leftover *one,
                           bool elsewhere, struct version *v)
{
    struct plan *plan = elsewhere ? NULL : whole_plan(text_str(&one->bytes), one->bytes.len);
    if (!plan) {
        /* Another passphrase may open it. */
        if (!age_is(text_str(&one->bytes), one->bytes.len))
            store_remove(one->path);
        return false;
    }
    if (one->when <= store_when(path)) {
        store_leftover_keep(path, one);
        plan_free(plan);
        return false;
    }
    if (v->from != VERSION_NONE) { /* one thing at a time: it is there the next time */
        plan_free(plan);
        return false;
    }
    v->from = VERSION_UNSAVED;
    v->plan = plan;
    say_when(one->when, v->when);
    text_free(&e->source);
    text_add(&e->source, one->path);
    return true;
}

static void sweep(struct errand *e, const char *path, struct version *v)
{
    struct store_leftover *list = NULL;
    size_t count = 0;
    if (errand_leftovers(e, path, false, &list, &count) != ST_OK)
        return;
    for (size_t i = 0; i < count; i++)
        if (list[i].unfinished)
            judge_leftover(e, path, &list[i], is_elsewhere(e, list, count, i), v);
    store_leftovers_free(list, count);
}

void errand_find_unsaved(struct errand *e, const char *path)
{
    struct version v = {0};
    text_free(&e->source);
    go_through_journals(e, path, &v);
    sweep(e, path, &v);
    version_free(&e->unsaved);
    e->unsaved = v;
    if (v.from != VERSION_NONE)
        e->hurried = false; /* the whole form is needed to say what it is */
}

static bool has_no_place(const struct wizard *w, const struct draft *d)
{
    struct place place = place_of_draft(d);
    return *d->text && !place_stands(w, &place);
}

/* What was typed for an item that somebody took out of the plan since has no place to come back
 * to: it is kept in a file beside the plan. */
static void keep_placeless(struct errand *e)
{
    struct version *v = &e->unsaved;
    struct text words = {0};
    size_t stay = 0;
    for (size_t i = 0; i < v->draft_count; i++)
        if (has_no_place(e->wizard, &v->drafts[i]))
            text_addf(&words, "\n%s\n", v->drafts[i].text);
    bool kept = words.len > 0 && text_status(&words) == ST_OK &&
                errand_keep_words(e, e->wizard->path, &words) == ST_OK;
    for (size_t i = 0; kept && i < v->draft_count; i++) {
        if (has_no_place(e->wizard, &v->drafts[i]))
            free(v->drafts[i].text);
        else
            v->drafts[stay++] = v->drafts[i];
    }
    if (kept) {
        v->draft_count = stay;
        errand_tell_rescued(e->wizard);
    }
    text_free(&words);
}

void errand_offer(struct errand *e)
{
    struct wizard *w = e->wizard;
    if (e->unsaved.from == VERSION_NONE || !w->form || e->outlined || e->hurried)
        return;
    if (!e->unsaved.plan) /* else they may be of what it brings back */
        keep_placeless(e);
    if (!versions_show(w, &e->unsaved))
        errand_drop_source(e);
}

void errand_drop_source(struct errand *e)
{
    if (e->source.len > 0 && !e->wizard->save_failed)
        store_remove(text_str(&e->source));
    text_free(&e->source);
}

/* Whether a copy is a whole plan; what it says then takes the place of what it holds. */
static enum status read_copy(struct errand *e, struct store_leftover *copy, struct age_key *key)
{
    enum status st = errand_unseal(e, &copy->bytes, key, NULL);
    struct plan *plan = st ? NULL : whole_plan(text_str(&copy->bytes), copy->bytes.len);
    if (!st && !plan)
        st = ST_UNKNOWN;
    plan_free(plan);
    return st;
}

/* The newest copy that is a whole plan, where the plan's own file is none. */
enum status errand_read_copy(struct errand *e, const char *path, struct text *bytes,
                             struct text *from, struct age_key *key)
{
    struct store_leftover *list = NULL;
    size_t count = 0;
    enum status st = ST_UNKNOWN;
    (void)store_leftovers(path, PLAN_BYTES_MAX, &list, &count);
    for (size_t i = 0; st && i < count; i++) {
        enum status one = read_copy(e, &list[i], key);
        if (!one) {
            text_add_n(bytes, text_str(&list[i].bytes), list[i].bytes.len);
            text_add(from, list[i].path);
            st = text_status(bytes);
        } else if (one == ST_LOCKED) {
            st = one;
        }
    }
    store_leftovers_free(list, count);
    return st;
}
