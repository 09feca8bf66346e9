/*
 * Adding a line to the week: what one line of words means, told first and then kept.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "timetable.h"

/* Into the plan */

static void keep_time_fields(struct wizard *w, const char *item, const struct entry *e)
{
    char s[32];
    if (e->days)
        wizard_set(w, F_TIME_DAYS, item, days_print(e->days, s));
    if (e->start >= 0)
        wizard_set(w, F_TIME_START, item, clock_print(e->start, s));
    if (e->end >= 0)
        wizard_set(w, F_TIME_END, item, clock_print(e->end, s));
    if (e->length >= 0) {
        snprintf(s, sizeof s, "%d", e->length);
        wizard_set(w, F_TIME_MINUTES, item, s);
    }
    if (e->times > 0) {
        snprintf(s, sizeof s, "%lld", (long long)e->times);
        wizard_set(w, F_TIME_TIMES, item, s);
    }
    if (e->workers > 0) {
        snprintf(s, sizeof s, "%lld", (long long)e->workers);
        wizard_set(w, F_TIME_WORKERS, item, s);
    }
    if (*e->what)
        wizard_set(w, F_TIME_WHAT, item, e->what);
}

/* The supporter that a line names: one that is there, or a new one with that name. */
static bool keep_supporter(struct wizard *w, const struct entry *e, char out[NAME_MAX_LEN + 1])
{
    snprintf(out, NAME_MAX_LEN + 1, "%s", e->supporter);
    if (*out || !*e->person)
        return true;
    return plan_new_item(w->plan, SEC_SUPPORTER, out, &w->action.edits) == ST_OK &&
           wizard_set(w, F_SUPPORTER_NAME, out, e->person) == ST_OK;
}

/* Whether a rate is of that supporter ("": of nobody), at that price for that unit. */
static bool rate_is(const struct wizard *w, const char *rate, const char *supporter, pence price,
                    const char *unit)
{
    pence has;
    return strcmp(plan_str(w->plan, F_RATE_SUPPORTER, rate), supporter) == 0 &&
           plan_is(w->plan, F_RATE_UNIT, rate, unit) &&
           plan_money(w->plan, F_RATE_PRICE, rate, &has) == KNOWN && has == price;
}

/* The rate of a supporter, or of nobody yet, at a price: one that is there, or a new one. */
static bool keep_rate(struct wizard *w, const struct entry *e, const char *supporter,
                      char out[NAME_MAX_LEN + 1])
{
    char s[MONEY_ROOM], unit[NAME_MAX_LEN + 1];
    schema_word(F_RATE_UNIT, (int)e->unit, unit);
    for (size_t i = 0; i < plan_count(w->plan, SEC_RATE); i++) {
        const char *rate = plan_item(w->plan, SEC_RATE, i);
        if (rate_is(w, rate, supporter, e->price, unit)) {
            snprintf(out, NAME_MAX_LEN + 1, "%s", rate);
            return true;
        }
    }
    return plan_new_item(w->plan, SEC_RATE, out, &w->action.edits) == ST_OK &&
           (!*supporter || wizard_set(w, F_RATE_SUPPORTER, out, supporter) == ST_OK) &&
           wizard_set(w, F_RATE_PRICE, out, money_print(e->price, s)) == ST_OK &&
           wizard_set(w, F_RATE_UNIT, out, unit) == ST_OK;
}

/* Put what was understood into the plan, within an action; item gets the new line's name. */
static bool keep_entry(struct wizard *w, const struct entry *e, char item[NAME_MAX_LEN + 1])
{
    char supporter[NAME_MAX_LEN + 1], rate[NAME_MAX_LEN + 1] = "";
    if (!keep_supporter(w, e, supporter) || (e->price >= 0 && !keep_rate(w, e, supporter, rate)) ||
        plan_new_item(w->plan, SEC_TIME, item, &w->action.edits) != ST_OK)
        return false;
    if (week_pattern_count(w->plan) > 1)
        wizard_set(w, F_TIME_WEEK, item, timetable_pattern(w));
    keep_time_fields(w, item, e);
    if (*supporter)
        wizard_set(w, F_TIME_SUPPORTER, item, supporter);
    if (*rate)
        wizard_set(w, F_TIME_RATE, item, rate);
    if (e->unpaid)
        wizard_set(w, F_TIME_PAYS, item, "unpaid");
    return plan_place(w->plan, SEC_TIME, item) != PLAN_LAST;
}

/* Told, and kept */

/* What a line would mean and cost: it is put in, counted, told and taken out again. */
static bool echo_entry(struct wizard *w, const struct entry *e)
{
    char item[NAME_MAX_LEN + 1];
    struct text t = {0};
    struct budget budget;
    wizard_begin(w, "%s", "");
    bool kept = keep_entry(w, e, item);
    if (kept && budget_count(w->plan, &budget) == ST_OK) {
        sentence_line(w->plan, w->form, &budget, item, &t);
        if (*e->person)
            text_addf(&t, _(" %s is new: I add the name to who supports you."), e->person);
        text_add(&t, " ");
        sentence_total(w->plan, &budget, timetable_pattern(w), &t);
        budget_free(&budget);
    }
    wizard_drop(w);
    wizard_say(w, _("%s Enter keeps it."), text_str(&t));
    text_free(&t);
    return kept;
}

static bool add_entry(struct wizard *w, const struct entry *e, char item[NAME_MAX_LEN + 1])
{
    wizard_begin(w, _("add \"%s\""), *e->what ? e->what : _("a line of the week"));
    if (!keep_entry(w, e, item)) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return false;
    }
    wizard_end(w);
    timetable_say_kept(w, item);
    return true;
}

void timetable_add(struct wizard *w, const char *arg)
{
    struct entry e;
    struct fault fault;
    char item[NAME_MAX_LEN + 1];
    if (!*arg) {
        wizard_go(w, place_of(PLACE_ADD_LINE));
    } else if (entry_parse(w->plan, arg, &e, &fault) != ST_OK) {
        wizard_trouble(w, "%s", fault.text);
    } else if (add_entry(w, &e, item)) {
        timetable_show(w, item, -1);
        timetable_ask_together(w, item);
    }
}

void timetable_ask(struct wizard *w)
{
    struct place p = place_of(PLACE_FIELD);
    p.table = SEC_TIME;
    p.field = F_TIME_WHAT;
    p.walk = true;
    const struct form_page *fp = form_page_of_field(w->form, F_TIME_WHAT, NULL);
    if (fp && fp->fields_count > 0 && schema_field_named(SEC_TIME, fp->fields[0]) != FIELD_NONE)
        p.field = schema_field_named(SEC_TIME, fp->fields[0]);
    wizard_go(w, p);
}

/* The page that asks for the words */

static void add_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("Add a line to my week"));
    page_say(page, &page->prompt, _("Add: "));
    page_say(page, &page->hint,
             _("Enter say what it means, Enter again keep it   Esc leave it as a draft"));
    page_add(page, ROW_HEADING, _("When, what, and with whom?"));
    page_words(page, _("For example: mon-fri 8-9.30 wash and dress, Sunrise Care"));
    page_words(page, _("Or: sat 10-12 shopping, Sam, 13.50. Or: 10 hours a week going out, Sam."));
    page_add(page, ROW_EDIT, _("Add"));
}

static bool add_take(struct wizard *w, const char *text)
{
    struct entry e;
    struct fault fault;
    wizard_here(w)->told = false;
    if (!*text || entry_parse(w->plan, text, &e, &fault) == ST_OK)
        return true;
    wizard_trouble(w, "%s", fault.text);
    return false;
}

static void add_next(struct wizard *w)
{
    struct entry e;
    struct place *here = wizard_here(w);
    if (w->edit.text.len == 0) {
        wizard_back(w);
        return;
    }
    if (entry_parse(w->plan, text_str(&w->edit.text), &e, NULL) != ST_OK)
        return;
    if (!here->told) {
        here->told = echo_entry(w, &e);
        return;
    }
    char item[NAME_MAX_LEN + 1];
    if (add_entry(w, &e, item)) {
        wizard_keep_draft(w, NULL);
        wizard_back(w);
        timetable_show(w, item, -1);
        timetable_ask_together(w, item);
    }
}

const struct place_type add_line_place = {
    .build = add_build,
    .take = add_take,
    .next = add_next,
    .help = N_("Say the days, the times, what it is for, and with whom. Enter says what "
               "it means and costs. Enter again keeps it."),
    .keeps_draft = true,
};
