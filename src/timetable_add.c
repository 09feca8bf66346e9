/*
 * Adding a line to the week: what one line of words means, told first and then kept.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/life.h"
#include "supportplan/phrases.h"
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
    bool there = plan_place(w->plan, SEC_SUPPORTER, e->supporter) != PLAN_LAST;
    snprintf(out, NAME_MAX_LEN + 1, "%s", there ? e->supporter : "");
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

/* The kind of week that a line is in; "" where there is one only. */
static bool find_week(struct wizard *w, const struct entry *e, char week[NAME_MAX_LEN + 1])
{
    if (*e->week && e->every == 0) {
        memcpy(week, e->week, sizeof e->week);
        return true;
    }
    if (e->every > 1)
        return timetable_week_every(w, e->every, week);
    snprintf(week, NAME_MAX_LEN + 1, "%s",
             week_pattern_count(w->plan) > 1 ? timetable_pattern(w) : "");
    return true;
}

/* Somebody whose kind is unpaid, a friend for instance, is paid here where a price was said. */
static void keep_payer(struct wizard *w, const struct entry *e, const char *item)
{
    if (e->unpaid)
        wizard_set(w, F_TIME_PAYS, item, "unpaid");
    else if (e->price >= 0 &&
             week_line(w->plan, plan_place(w->plan, SEC_TIME, item)).payer == PAYER_UNPAID)
        wizard_set(w, F_TIME_PAYS, item, "budget");
}

/* Put what was understood into the plan, within an action; item gets the new line's name. */
static bool keep_entry(struct wizard *w, const struct entry *e, char item[NAME_MAX_LEN + 1])
{
    char supporter[NAME_MAX_LEN + 1], rate[NAME_MAX_LEN + 1] = "", week[NAME_MAX_LEN + 1];
    if (!find_week(w, e, week) || !keep_supporter(w, e, supporter) ||
        (e->price >= 0 && !keep_rate(w, e, supporter, rate)) ||
        plan_new_item(w->plan, SEC_TIME, item, &w->action.edits) != ST_OK)
        return false;
    if (*week)
        wizard_set(w, F_TIME_WEEK, item, week);
    keep_time_fields(w, item, e);
    if (*supporter)
        wizard_set(w, F_TIME_SUPPORTER, item, supporter);
    if (*rate)
        wizard_set(w, F_TIME_RATE, item, rate);
    keep_payer(w, e, item);
    life_keep_part(w, item);
    return plan_place(w->plan, SEC_TIME, item) != PLAN_LAST;
}

/* Why what was understood can't be put into the plan. */
static void say_not_kept(struct wizard *w, const struct entry *e)
{
    wizard_trouble(w, "%s",
                   e->every > 1 && plan_count(w->plan, SEC_WEEK) > 1
                       ? _("Your plan has several kinds of week. Show the right one with w, and "
                           "add the line there.")
                       : status_text(ST_NOMEM));
}

/* In the smallest window the whole total has no room below what a line means. */
static bool has_little_room(const struct wizard *w)
{
    return w->mode != MODE_PLAIN && w->page_rows > 0 && w->page_rows < 12 && wizard_is_narrow(w);
}

/* A kind of week that the plan has not changes no sum: it is told where the line goes instead. */
static void tell_kind(const struct wizard *w, const char *item, const struct entry *e,
                      struct text *t)
{
    if (!*e->kind)
        return;
    /* In a plan with several kinds of week it was said which one it is in. */
    text_addf(t,
              plan_known(w->plan, F_TIME_WEEK, item) == KNOWN
                  ? _(" Your plan has no week called \"%s\".")
                  : _(" This counts every week: your plan has no week called \"%s\"."),
              e->kind);
    text_add(t, _(" To have one, choose \"Make another week like this one\"."));
}

/* The sums that a line counts in: those of its kind of week. */
static void tell_total(const struct wizard *w, const struct budget *budget, const char *item,
                       const struct entry *e, struct text *t)
{
    const char *week = plan_get(w->plan, F_TIME_WEEK, item);
    if (e->every > 1)
        timetable_tell_week(w, item, t);
    tell_kind(w, item, e, t);
    text_add(t, " ");
    const char *pattern = week ? week : timetable_pattern(w);
    if (has_little_room(w))
        sentence_total_short(w->plan, budget, pattern, t);
    else
        sentence_total(w->plan, budget, pattern, t);
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
    if (kept && budget_count_with(w->plan, w->holidays, &budget) == ST_OK) {
        sentence_line(w->plan, w->form, &budget, item, &t);
        if (*e->person)
            text_addf(&t, _(" %s is new: I add the name to who supports you."), e->person);
        tell_total(w, &budget, item, e, &t);
        budget_free(&budget);
    }
    wizard_drop(w);
    if (!kept) {
        say_not_kept(w, e);
        text_free(&t);
        return false;
    }
    if (timetable_is_plain(w))
        wizard_say(w,
                   _("%s Enter keeps it. To change a part, type days, start, end, what, who or "
                     "price."),
                   text_str(&t));
    else if (w->mode == MODE_FULL && has_little_room(w)) /* the keys below say so */
        wizard_say(w, "%s", text_str(&t));
    else
        wizard_say(w, _("%s Enter keeps it."), text_str(&t));
    text_free(&t);
    return kept;
}

static bool add_entry(struct wizard *w, const struct entry *e, char item[NAME_MAX_LEN + 1])
{
    wizard_begin(w, _("add \"%s\""), *e->what ? e->what : _("a line of the week"));
    if (!keep_entry(w, e, item)) {
        wizard_drop(w);
        say_not_kept(w, e);
        return false;
    }
    wizard_end(w);
    if (e->every > 1 || *e->week) /* it may not be in the week that was shown */
        timetable_show_week_of(w, item);
    struct text more = {0};
    if (!wizard_at(w)->told)
        tell_kind(w, item, e, &more);
    timetable_say_kept(w, item, text_str(&more));
    text_free(&more);
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

/* The page that asks for the words */

enum act { ACT_PART = 1, ACT_KEEP, ACT_QUESTIONS };

/* The parts of what was understood, each to be changed alone. */
static void add_parts(const struct wizard *w, struct page *page)
{
    static const char *const words[ENTRY_PARTS] = {"days", "start", "end", "what", "who", "price"};
    for (size_t part = 0; part < ENTRY_PARTS; part++) {
        struct text t = {0};
        struct row *row = page_choice(page, timetable_part_name(w, part), ACT_PART, words[part]);
        row->number = part;
        entry_part_show(w->plan, (enum entry_part)part, &w->entry, &t);
        page_say(page, &row->state, t.len ? text_str(&t) : _("not said"));
        text_free(&t);
    }
    page_choice(page, _("Keep this line"), ACT_KEEP, "yes");
}

static void add_question(const struct wizard *w, const struct place *here, struct page *page)
{
    if (*life_prompt(w, here)) {
        page_add(page, ROW_HEADING, life_prompt(w, here));
        page_words(page, _("When, and with whom? For example: mon-fri 8-9.30, Sunrise Care"));
        return;
    }
    page_add(page, ROW_HEADING, _("When, what, and with whom?"));
    page_words(page, _("For example: mon-fri 8-9.30 wash and dress, Sunrise Care"));
    page_words(page, _("Or: sat 10-12 shopping, Sam, 13.50. Or: 10 hours a week going out, Sam."));
    page_words(page, _("Or: every other sat 10-12 pub, Sam."));
}

static void add_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page->asks = true;
    page_say(page, &page->title, _("Add a line to my week"));
    page_say(page, &page->prompt, _("Add: "));
    page_say(page, &page->hint,
             here->told ? _("Enter keep   Tab change a part   Esc leave it as a draft")
                        : _("Enter say what it means   Enter again keep it   Esc leave it as a "
                            "draft"));
    add_question(w, here, page);
    page_add(page, ROW_EDIT, _("Add"));
    if (here->told)
        add_parts(w, page);
    page_choice(page, _("Answer one question at a time"), ACT_QUESTIONS, "ask");
}

/* Understand what is typed for a prompt, which says what a line is for. Where the words that are
 * left are but a name behind a comma, that is who it is with. */
static void fill_from_prompt(const struct wizard *w, const char *prompt, const char *words,
                             struct entry *out)
{
    struct text whole = {0};
    struct entry with;
    text_addf(&whole, "%s %s", prompt, words);
    if (*out->what && entry_parse(w->plan, text_str(&whole), &with, NULL) == ST_OK &&
        *with.person && strcmp(with.person, out->what) == 0)
        *out = with;
    else if (!*out->what)
        snprintf(out->what, sizeof out->what, "%s", prompt);
    text_free(&whole);
}

static enum status parse(const struct wizard *w, const char *words, struct entry *out,
                         struct fault *fault)
{
    enum status st = entry_parse(w->plan, words, out, fault);
    const char *prompt = life_prompt(w, wizard_at(w));
    if (st == ST_OK && *prompt)
        fill_from_prompt(w, prompt, words, out);
    return st;
}

static bool add_take(struct wizard *w, const char *text)
{
    struct fault fault;
    wizard_here(w)->told = false;
    if (!*text || parse(w, text, &w->entry, &fault) == ST_OK)
        return true;
    wizard_trouble(w, "%s", fault.text);
    return false;
}

static void keep_line(struct wizard *w)
{
    char item[NAME_MAX_LEN + 1];
    if (!add_entry(w, &w->entry, item))
        return;
    wizard_keep_draft(w, NULL);
    wizard_back(w);
    timetable_show(w, item, -1);
    timetable_ask_together(w, item);
}

static void tell_line(struct wizard *w)
{
    wizard_here(w)->told = echo_entry(w, &w->entry);
}

void timetable_echo(struct wizard *w)
{
    struct text t = {0};
    entry_words(w->plan, &w->entry, &t);
    wizard_keep_draft(w, text_str(&t));
    textedit_set(&w->edit, text_str(&t), true);
    w->edit.changed = false;
    tell_line(w);
    wizard_rebuild(w);
    wizard_focus(w, page_edit_row(&w->page));
    text_free(&t);
}

/* What stands there may be a day that nobody typed: then it was not looked at before. */
static void add_next(struct wizard *w)
{
    struct fault fault;
    if (w->edit.text.len == 0) {
        wizard_keep_draft(w, NULL);
        wizard_back(w);
    } else if (wizard_at(w)->told) {
        keep_line(w);
    } else if (parse(w, text_str(&w->edit.text), &w->entry, &fault) == ST_OK) {
        tell_line(w);
    } else {
        wizard_trouble(w, "%s", fault.text);
    }
}

static void add_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_PART)
        timetable_go_part(w, row->number);
    else if (row->act == ACT_KEEP)
        keep_line(w);
    else
        timetable_ask(w);
}

/* Tab goes from the words to their parts: they are there once it is told what the words mean. Who
 * only goes on is not stopped by words that mean nothing yet. */
static bool add_command(struct wizard *w, enum command cmd, const char *arg)
{
    size_t edit = page_edit_row(&w->page);
    (void)arg;
    if ((cmd != CMD_TAB && cmd != CMD_DOWN) || wizard_at(w)->focus != edit ||
        w->edit.text.len == 0 || wizard_at(w)->told ||
        parse(w, text_str(&w->edit.text), &w->entry, NULL) != ST_OK)
        return false;
    tell_line(w);
    wizard_rebuild(w);
    wizard_focus(w, edit + 1);
    return true;
}

/* Begun on a day, a line is of that day. */
static char *add_text(const struct wizard *w, const struct place *here)
{
    struct text t = {0};
    (void)w;
    if (here->number > 0)
        text_addf(&t, "%s ", day_short((int)here->number - 1));
    return text_take(&t);
}

const struct place_type add_line_place = {
    .build = add_build,
    .open = add_open,
    .text = add_text,
    .take = add_take,
    .next = add_next,
    .command = add_command,
    .help = N_("Say the days, the times, what it is for, and with whom. Enter says what "
               "it means and costs. Enter again keeps it."),
    .keeps_draft = true,
};
