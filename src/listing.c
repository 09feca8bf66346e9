/*
 * The pages that list a table of the plan: its records, one more, one fewer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/record.h"
#include "supportplan/standby.h"
#include "supportplan/steps.h"
#include "supportplan/views.h"

enum act { ACT_RECORD = 1, ACT_ADD, ACT_MORE, ACT_NEXT, ACT_VIEW };

static enum section table_of(const struct wizard *w, const struct place *here)
{
    return schema_section_named(place_page(w, here)->table);
}

/* "Sunrise Care, 13.87 an hour" */
static void price_of_whom(const struct wizard *w, const char *rate, struct text *out)
{
    phrase_value(w->plan, w->form, F_RATE_SUPPORTER, rate, out);
    text_add(out, out->len ? ", " : "");
    record_price_words(w, rate, out);
}

/* Whether the week has something of theirs that costs nobody knows what. */
static bool price_wanted(const struct wizard *w, const char *supporter)
{
    for (size_t i = 0; i < w->budget.line_count; i++) {
        const struct budget_line *line = &w->budget.lines[i];
        if (line->section == SEC_TIME && line->why == UNPRICED_RATE &&
            plan_is(w->plan, F_TIME_SUPPORTER, line->item, supporter))
            return true;
    }
    return false;
}

/* "a care agency, no price yet" */
static void supporter_state(const struct wizard *w, const char *supporter, struct text *out)
{
    phrase_value(w->plan, w->form, F_SUPPORTER_KIND, supporter, out);
    if (out->len == 0)
        text_add(out, _("not said yet what they are"));
    if (price_wanted(w, supporter))
        text_add(out, _(", no price yet"));
}

/* "on holiday, Anne": for one person there may be several. */
static void cover_state(const struct wizard *w, const char *cover, struct text *out)
{
    struct text who = {0};
    standby_when(w->plan, w->form, cover, out);
    phrase_value(w->plan, w->form, F_COVER_WHO, cover, &who);
    text_addf(out, ", %s", who.len > 0 ? text_str(&who) : _("nobody is named yet"));
    out->nomem = out->nomem || who.nomem;
    text_free(&who);
}

static void record_row(const struct wizard *w, enum section table, const char *item,
                       struct page *page)
{
    struct text t = {0};
    if (table == SEC_RATE)
        price_of_whom(w, item, &t);
    else
        phrase_item(w->plan, w->form, table, item, &t);
    struct row *row = page_item(page, text_str(&t), ACT_RECORD);
    snprintf(row->item, sizeof row->item, "%s", item);
    text_clear(&t);
    if (table == SEC_SUPPORTER)
        supporter_state(w, item, &t);
    else if (table == SEC_COVER)
        cover_state(w, item, &t);
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
}

static void listing_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    enum section table = table_of(w, here);
    struct text t = {0};
    page->listed = ACT_RECORD;
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    page_add(page, ROW_GAP, "");
    for (size_t i = 0; i < plan_count(w->plan, table); i++)
        if (wizard_page_lists(w, fp, plan_item(w->plan, table, i)))
            record_row(w, table, plan_item(w->plan, table, i), page);
    text_addf(&t, _("Add %s"), record_name(table));
    page_choice(page, text_str(&t), ACT_ADD, "add");
    text_free(&t);
    page_add(page, ROW_GAP, "");
    views_rows_of(table, page, ACT_VIEW);
    page_choice(page, _("More about this question, and what the checker looks for"), ACT_MORE,
                "more");
    page_choice(page, _("Done"), ACT_NEXT, "done");
    page_say(page, &page->hint,
             _("Enter open   a add   d delete   u undo   F2 done   F1 help   Esc back"));
}

/* One more: where the page is only for some, it is one of them. It will stand where the row that
 * adds it does now, and is in hand when the person comes back. */
static void start_listed(struct wizard *w)
{
    for (size_t i = 0; i < w->page.count; i++)
        if (w->page.rows[i].act == ACT_ADD)
            wizard_focus(w, i);
    const struct form_page *fp = place_page(w, wizard_at(w));
    enum section table = table_of(w, wizard_at(w));
    record_start_given(w, table, "", fp->only ? schema_field_named(table, fp->only) : FIELD_NONE,
                       "yes");
}

static void listing_open(struct wizard *w, const struct row *row)
{
    enum section table = table_of(w, wizard_at(w));
    switch ((enum act)row->act) {
    case ACT_RECORD:
        record_go(w, table, row->item);
        break;
    case ACT_ADD:
        start_listed(w);
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    case ACT_NEXT:
        steps_next(w);
        break;
    case ACT_VIEW:
        views_open(w, row);
        break;
    }
}

/* The record that is meant: by its number on the page or by its name, "delete 2" or "delete Sam";
 * else the one in hand, where that is seen. NULL where that is none, or several. */
static const struct row *listed_as(const struct wizard *w, const char *said)
{
    const struct row *found = NULL;
    size_t n = 0, hits = 0, want = strtoul(said, NULL, 10);
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        n += row_focusable(row);
        bool meant = want    ? n == want
                     : *said ? text_begins_alike(row->text, said, false)
                             : w->mode != MODE_PLAIN && i == wizard_at(w)->focus;
        if (row->act != ACT_RECORD || !meant)
            continue;
        found = row;
        hits++;
    }
    return hits == 1 ? found : NULL;
}

static void delete_listed(struct wizard *w, const char *arg)
{
    const struct row *row = listed_as(w, arg);
    char item[NAME_MAX_LEN + 1];
    if (row) {
        memcpy(item, row->item, sizeof item);
        record_remove(w, table_of(w, wizard_at(w)), item);
    } else {
        wizard_trouble(w, "%s",
                       w->mode == MODE_PLAIN ? _("Say which one, for example: delete 2.")
                                             : _("Move to the one to delete, then press d."));
    }
}

static bool listing_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd == CMD_ADD)
        start_listed(w);
    else if (cmd == CMD_DELETE)
        delete_listed(w, arg);
    else
        return steps_command(w, cmd, arg);
    return true;
}

/* Who is asked who it is says a name, and hears how to add it. */
static bool listing_words(struct wizard *w, const char *line)
{
    if (strspn(line, "0123456789-, ") == strlen(line))
        return false;
    struct text shown = {0};
    phrase_short(line, &shown);
    wizard_trouble(w, _("\"%s\" is not on this list. To add it, type: add %s"), text_str(&shown),
                   text_str(&shown));
    text_free(&shown);
    return true;
}

const struct place_type listing_page = {
    .build = listing_build,
    .open = listing_open,
    .next = steps_next,
    .command = listing_command,
    .line = listing_words,
    .help = STEPS_HELP,
};
