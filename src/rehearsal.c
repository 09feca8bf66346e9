#include "supportplan/rehearsal.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/record.h"
#include "supportplan/standby.h"

enum act { ACT_COVER = 1, ACT_NEW, ACT_DONE };

/* For when somebody is still to be named. */
enum away { AWAY_BOTH, AWAY_ILL, AWAY_HOLIDAY };

/* One person's rows */

/* "Anne, 01632 960 111": what was answered, and for when. */
static void cover_row(const struct wizard *w, const char *cover, struct page *page)
{
    struct text t = {0};
    standby_cover_words(w->plan, w->form, cover, &t);
    phrase_capital(&t, 0);
    struct row *row = page_item(page, text_str(&t), ACT_COVER);
    snprintf(row->item, sizeof row->item, "%s", cover);
    row->indent = 1;
    text_free(&t);
}

/* Whoever comes here begins with the first for whom nobody is named. */
static void new_row(const struct standby *one, struct page *page, bool first)
{
    const char *text = one->cover.ill       ? _("Say who comes when they are on holiday")
                       : one->cover.holiday ? _("Say who comes when they are ill")
                                            : _("Say who comes");
    struct row *row = page_item(page, text, ACT_NEW);
    snprintf(row->item, sizeof row->item, "%s", one->supporter);
    row->indent = 1;
    row->number = one->cover.ill ? AWAY_HOLIDAY : one->cover.holiday ? AWAY_ILL : AWAY_BOTH;
    row->field = row->number == AWAY_BOTH ? FIELD_NONE : F_COVER_WHEN;
    row->chosen = first;
    page_say(page, &row->state, _("nobody is named yet"));
}

static bool is_asked(const struct standby *one)
{
    return !standby_enough(one) && !one->cover.begun;
}

static void add_one(const struct wizard *w, const struct standby *one, struct page *page,
                    bool first)
{
    struct text t = {0};
    standby_question(w->plan, w->form, one, false, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
    for (size_t i = 0; i < plan_count(w->plan, SEC_COVER); i++) {
        const char *cover = plan_item(w->plan, SEC_COVER, i);
        if (plan_is(w->plan, F_COVER_SUPPORTER, cover, one->supporter))
            cover_row(w, cover, page);
    }
    if (is_asked(one))
        new_row(one, page, first);
}

static void rehearsal_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct standbys all = {0};
    struct text t = {0};
    (void)here;
    page_say(page, &page->title, _("If somebody can't come"));
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter answer   F1 help   F3 save   Esc back"));
    if (standbys_make(w->plan, &w->budget, &all) == ST_OK) {
        standbys_words(&all, &t);
        page_words(page, text_str(&t));
    }
    bool first = true;
    for (size_t i = 0; i < all.count; i++) {
        add_one(w, &all.list[i], page, first);
        first = first && !is_asked(&all.list[i]);
    }
    standbys_free(&all);
    text_free(&t);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* What is known of a new row of cover; for both, it is asked. */
static const char *when_word(enum away away)
{
    return away == AWAY_BOTH ? NULL : away == AWAY_ILL ? "ill" : "holiday";
}

static void rehearsal_open(struct wizard *w, const struct row *row)
{
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", row->item);
    if (row->act == ACT_COVER)
        record_go(w, SEC_COVER, item);
    else if (row->act == ACT_NEW)
        record_start_given(w, SEC_COVER, item, row->field, when_word((enum away)row->number));
    else
        wizard_back(w);
}

const struct place_type rehearsal_place = {
    .build = rehearsal_build,
    .open = rehearsal_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Go through it once for everybody in your week, before it happens. Say who comes, "
               "the number to ring, and which money pays. The plan's text has it as a list for "
               "the fridge."),
};

/* What a question of cover is about */

static const char *covered(const struct wizard *w, const struct place *here)
{
    if (here->kind != PLACE_FIELD || here->table != SEC_COVER)
        return "";
    return *here->item ? plan_str(w->plan, F_COVER_SUPPORTER, here->item) : here->parent;
}

static bool is_for_holiday(const struct wizard *w, const struct place *here)
{
    if (here->given == F_COVER_WHEN && !*here->item)
        return strcmp(here->given_value, "holiday") == 0;
    return plan_is(w->plan, F_COVER_WHEN, here->item, "holiday");
}

void rehearsal_words(const struct wizard *w, const struct place *here, struct page *page)
{
    struct standbys all = {0};
    const char *supporter = covered(w, here);
    if (!*supporter || (here->field != F_COVER_WHEN && here->field != F_COVER_WHO) ||
        standbys_make(w->plan, &w->budget, &all) != ST_OK)
        return;
    for (size_t i = 0; i < all.count; i++) {
        struct text t = {0};
        if (strcmp(all.list[i].supporter, supporter) != 0)
            continue;
        standby_question(w->plan, w->form, &all.list[i], is_for_holiday(w, here), &t);
        page_words(page, text_str(&t));
        text_free(&t);
    }
    standbys_free(&all);
}
