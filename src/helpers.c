/*
 * The page of who helps how much, paid and unpaid, by person and by day.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/record.h"
#include "supportplan/split.h"
#include "supportplan/standby.h"

enum act { ACT_PERSON = 1, ACT_WILLING, ACT_STANDBY, ACT_DONE };

/* Who they are to be asked of: whether they can and want to, and who steps in for them. */
static void add_item(struct page *page, const char *text, int act, const char *supporter,
                     const char *state)
{
    struct row *row = page_item(page, text, act);
    snprintf(row->item, sizeof row->item, "%s", supporter);
    row->indent = 1;
    page_say(page, &row->state, state);
}

static void add_willing(const struct wizard *w, const char *supporter, struct page *page)
{
    struct text t = {0};
    phrase_value(w->plan, w->form, F_SUPPORTER_WILLING, supporter, &t);
    add_item(page, form_label(w->form, F_SUPPORTER_WILLING), ACT_WILLING, supporter,
             t.len ? text_str(&t) : _("not written down yet"));
    text_free(&t);
}

/* Unpaid carers need somebody behind them too. */
static void add_standby(const struct standbys *all, const char *supporter, struct page *page)
{
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->list[i].supporter, supporter) == 0)
            add_item(page, _("If they can't come"), ACT_STANDBY, supporter,
                     standby_enough(&all->list[i]) ? _("somebody is named")
                                                   : _("nobody is named yet"));
}

static void add_person(const struct wizard *w, const struct split_person *person,
                       const struct standbys *standbys, struct page *page)
{
    struct text t = {0};
    split_name(w->plan, w->form, person->supporter, &t);
    struct row *row = page_add(page, *person->supporter ? ROW_ITEM : ROW_TEXT, text_str(&t));
    row->act = ACT_PERSON;
    snprintf(row->item, sizeof row->item, "%s", person->supporter);
    text_clear(&t);
    phrase_time(&person->all, &t);
    page_say(page, &row->state, text_str(&t));
    text_clear(&t);
    if (person->all.paid > 0 && person->all.unpaid > 0) {
        split_person_words(person, &t);
    } else {
        split_days_words(person, person->all.paid > 0, &t);
        phrase_capital(&t, 0);
        phrase_end(&t);
    }
    page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    text_clear(&t);
    split_willing_words(w->plan, w->form, person, &t);
    if (t.len > 0) {
        add_willing(w, person->supporter, page);
        add_standby(standbys, person->supporter, page);
    }
    text_free(&t);
}

static void add_days(const struct split *split, struct page *page)
{
    page_add(page, ROW_HEADING, _("By day"));
    for (int day = 0; day < SPLIT_DAYS; day++) {
        struct text t = {0};
        const struct week_time *time = &split->days[day];
        if (day == SPLIT_VARIES && time->paid + time->unpaid == 0)
            continue;
        text_addf(&t, "%s: ", day == SPLIT_VARIES ? _("Times vary") : day_name(day));
        phrase_time(time, &t);
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
        text_free(&t);
    }
}

/* One kind of week; its name is said where there are several. */
static void add_week(const struct wizard *w, const char *pattern, const struct standbys *standbys,
                     struct page *page)
{
    struct split split = {0};
    struct text t = {0};
    if (split_make(w->plan, &w->budget, pattern, &split) != ST_OK)
        return;
    if (week_pattern_count(w->plan) > 1)
        phrase_item(w->plan, w->form, SEC_WEEK, pattern, &t);
    else
        text_add(&t, _("The week"));
    text_add(&t, ": ");
    phrase_time(&split.all, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
    for (size_t i = 0; i < split.count; i++)
        add_person(w, &split.people[i], standbys, page);
    if (split.count > 0)
        add_days(&split, page);
    split_free(&split);
}

static void helpers_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct standbys standbys = {0};
    (void)here;
    page_say(page, &page->title, _("Paid and unpaid"));
    page_say(page, &page->prompt, _("Which person? "));
    page_say(page, &page->hint, _("Enter open   F1 help   Esc back"));
    if (standbys_make(w->plan, &w->budget, &standbys) == ST_OK)
        for (size_t i = 0; i < week_pattern_count(w->plan); i++)
            add_week(w, week_pattern(w->plan, i), &standbys, page);
    standbys_free(&standbys);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void helpers_open(struct wizard *w, const struct row *row)
{
    char supporter[NAME_MAX_LEN + 1];
    snprintf(supporter, sizeof supporter, "%s", row->item);
    if (row->act == ACT_PERSON)
        record_go(w, SEC_SUPPORTER, supporter);
    else if (row->act == ACT_WILLING)
        record_go_field(w, F_SUPPORTER_WILLING, supporter);
    else if (row->act == ACT_STANDBY)
        wizard_go(w, place_of(PLACE_REHEARSAL));
    else
        wizard_back(w);
}

const struct place_type helpers_place = {
    .build = helpers_build,
    .open = helpers_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Time that is paid for and time that is not stand apart here, for each person and "
               "each day. Whoever helps unpaid has to be asked first. Nobody has to help."),
};
