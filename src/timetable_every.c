/*
 * Every how many weeks a line that is kept comes. How often is a matter of its kind of week: it
 * goes into the one that comes so often, or out of every one of them into all weeks.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "timetable.h"

/* A line that is there twice */

static bool has_unknown_facts(const struct plan *plan, const char *item)
{
    for (size_t i = 0; i < plan_unknown_count(plan); i++) {
        const char *section, *name, *field, *value;
        plan_unknown(plan, i, &section, &name, &field, &value);
        if (strcmp(section, schema_sections[SEC_TIME].name) == 0 && strcmp(name, item) == 0)
            return true;
    }
    return false;
}

/* Whether two lines say the same but for their weeks. */
static bool alike(const struct plan *plan, const char *a, const char *b)
{
    const struct schema_section *time = &schema_sections[SEC_TIME];
    for (int i = 0; i < time->count; i++) {
        enum field field = (enum field)((int)time->first + i);
        if (field != F_TIME_WEEK && strcmp(plan_str(plan, field, a), plan_str(plan, field, b)) != 0)
            return false;
    }
    return !has_unknown_facts(plan, b);
}

/* A kind of week begins as a copy of another: where a line goes into weeks that have a copy of it,
 * it would happen twice. week NULL: any week. */
static void drop_copies(struct wizard *w, const char *item, const char *week)
{
    for (size_t i = plan_count(w->plan, SEC_TIME); i-- > 0;) {
        const char *other = plan_item(w->plan, SEC_TIME, i);
        bool there = week ? plan_is(w->plan, F_TIME_WEEK, other, week)
                          : plan_known(w->plan, F_TIME_WEEK, other) == KNOWN;
        if (there && strcmp(other, item) != 0 && alike(w->plan, item, other))
            plan_remove(w->plan, SEC_TIME, other, &w->action.edits);
    }
}

/* How often */

/* The line is in no week of its own while a new kind of week is filled, which would copy it. */
bool timetable_set_every(struct wizard *w, const char *item, int every)
{
    char week[NAME_MAX_LEN + 1] = "";
    int64_t now = 1;
    plan_number(w->plan, F_WEEK_EVERY, plan_str(w->plan, F_TIME_WEEK, item), &now);
    if (every > 1 && now == every)
        return true;
    wizard_set(w, F_TIME_WEEK, item, NULL);
    if (every > 1 && !timetable_week_every(w, every, week))
        return false;
    drop_copies(w, item, every > 1 ? week : NULL);
    return wizard_set(w, F_TIME_WEEK, item, week) == ST_OK;
}

void timetable_say_several(struct wizard *w, int every)
{
    wizard_trouble(w,
                   _("Your plan has several kinds of week, and none comes every %d weeks. Open the "
                     "line to choose its week."),
                   every);
}

void timetable_tell_week(const struct wizard *w, const char *item, struct text *t)
{
    const char *week = plan_str(w->plan, F_TIME_WEEK, item);
    int64_t weeks;
    if (plan_place(w->plan, SEC_WEEK, week) == PLAN_LAST)
        return;
    text_add(t, _(" It goes into the week \""));
    phrase_item(w->plan, w->form, SEC_WEEK, week, t);
    text_add(t, "\"");
    if (plan_number(w->plan, F_WEEK_WEEKS, week, &weeks) == KNOWN)
        text_addf(t, _(", %lld of 52"), (long long)weeks);
    text_add(t, ".");
}

void timetable_say_often(struct wizard *w, const char *item)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, item, &t);
    if (plan_known(w->plan, F_TIME_WEEK, item) == NOT_GIVEN)
        text_add(&t, _(" It comes every week."));
    else
        timetable_tell_week(w, item, &t);
    wizard_say(w, _("Kept: %s"), text_str(&t));
    text_free(&t);
}

void timetable_show_week_of(struct wizard *w, const char *item)
{
    if (plan_known(w->plan, F_TIME_WEEK, item) == KNOWN)
        snprintf(w->pattern, sizeof w->pattern, "%s", plan_str(w->plan, F_TIME_WEEK, item));
}

static void change(struct wizard *w, const char *item, int every)
{
    struct text name = {0};
    phrase_item(w->plan, w->form, SEC_TIME, item, &name);
    wizard_begin(w, _("change how often \"%s\" comes"), text_str(&name));
    text_free(&name);
    if (timetable_set_every(w, item, every)) {
        wizard_end(w);
        timetable_show_week_of(w, item);
        wizard_rebuild(w);
        timetable_say_often(w, item);
    } else {
        wizard_drop(w);
        timetable_say_several(w, every);
    }
}

/* On the page of a line, and the page that asks */

static void often_words(const struct wizard *w, const char *item, struct text *out)
{
    const char *week = plan_str(w->plan, F_TIME_WEEK, item);
    int64_t every = 1;
    enum known known = plan_number(w->plan, F_WEEK_EVERY, week, &every);
    if (plan_known(w->plan, F_TIME_WEEK, item) == NOT_SURE || known == NOT_SURE) {
        text_add(out, _("not sure yet"));
    } else if (every > 1) {
        text_addf(out, _("every %lld weeks"), (long long)every);
    } else if (*week && week_pattern_count(w->plan) > 1) {
        text_add(out, _("only in "));
        phrase_item(w->plan, w->form, SEC_WEEK, week, out);
    } else {
        text_add(out, _("every week"));
    }
}

void timetable_often_row(const struct wizard *w, const char *item, int act, struct page *page)
{
    struct text t = {0};
    struct row *row = page_item(page, _("It comes"), act);
    often_words(w, item, &t);
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
}

void timetable_go_often(struct wizard *w, const char *item)
{
    struct place p = place_of(PLACE_OFTEN);
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

static void often_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, here->item, &t);
    page->asks = true;
    page_say(page, &page->title, _("How often"));
    page_say(page, &page->prompt, _("How often? "));
    page_say(page, &page->hint, _("Enter keep   F1 help   Esc back"));
    page_words(page, text_str(&t));
    text_free(&t);
    page_add(page, ROW_HEADING, _("How often does it come?"));
    page_words(page, _("For example: every week, every other week, or every 3 weeks."));
    page_add(page, ROW_EDIT, _("It comes"));
}

static char *often_text(const struct wizard *w, const struct place *here)
{
    struct text t = {0};
    int every;
    often_words(w, here->item, &t);
    if (entry_every_parse(text_str(&t), &every) != ST_OK)
        text_clear(&t);
    return text_take(&t);
}

static bool often_take(struct wizard *w, const char *text)
{
    int every;
    if (!*text || entry_every_parse(text, &every) == ST_OK)
        return true;
    wizard_trouble(w, _("\"%s\" is not how often I know. Type for example every 2 weeks."), text);
    return false;
}

static void often_next(struct wizard *w)
{
    struct place here = *wizard_at(w);
    int every;
    bool known = entry_every_parse(text_str(&w->edit.text), &every) == ST_OK;
    wizard_back(w);
    if (known)
        change(w, here.item, every);
}

const struct place_type often_place = {
    .build = often_build,
    .text = often_text,
    .take = often_take,
    .next = often_next,
    .help = N_("Say every how many weeks this line comes. A line that comes less often goes into a "
               "kind of week of its own. That has its share of the 52 weeks. Which week it begins "
               "with is a question until you say it."),
};
