/*
 * The page that asks: what if I employ somebody instead of the agency? A wage is typed, and what
 * it comes to stands beside what the agency costs.
 */
#include "supportplan/hiring.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/instead.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/typed.h"

enum act { ACT_TRY = 1, ACT_SAFELY, ACT_DONE };

static struct instead_input input_of(const struct wizard *w)
{
    static const struct rates none;
    return (struct instead_input){w->plan, &w->budget, w->rates ? w->rates : &none, w->holidays,
                                  w->today};
}

bool hiring_applies(const struct wizard *w, const char *supporter)
{
    if (plan_is(w->plan, F_SUPPORTER_KIND, supporter, "pa"))
        return false;
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++) {
        const struct week_line *line = &w->budget.timetable[i];
        if (strcmp(line->supporter, supporter) == 0 && strcmp(line->fund, "budget") == 0)
            return true;
    }
    return false;
}

void hiring_go(struct wizard *w, const char *supporter)
{
    struct place p = place_of(PLACE_HIRING);
    snprintf(p.item, sizeof p.item, "%s", supporter);
    wizard_go(w, p);
}

/* The wage in hand: what was typed, or the lowest that is legal; 0 where neither is known. */
static pence wage_of(const struct wizard *w, const struct place *here)
{
    struct instead_input in = input_of(w);
    return here->number > 0 ? (pence)here->number : instead_lowest_wage(&in).p;
}

/* Making the page */

static void add_now(const struct wizard *w, const struct place *here, const struct instead *all,
                    struct page *page)
{
    struct text t = {0};
    phrase_item(w->plan, w->form, SEC_SUPPORTER, here->item, &t);
    if (all->now.known)
        text_addf(&t, _(" now: %s a week, %s a year."), amount_shown(all->now.p).s,
                  amount_shown(all->now_year.p).s);
    else
        text_add(&t, _(" now: not known yet. A price is missing."));
    page_words(page, text_str(&t));
    text_free(&t);
}

static void add_difference(const struct instead *all, struct page *page)
{
    struct text t = {0};
    if (!all->now.known)
        return;
    if (all->week < all->now.p)
        text_addf(&t, _("That is %s a week less."), amount_shown(all->now.p - all->week).s);
    else if (all->week > all->now.p)
        text_addf(&t, _("That is %s a week more."), amount_shown(all->week - all->now.p).s);
    else
        text_add(&t, _("That is the same."));
    if (all->wage_most.known)
        text_addf(&t, _(" The same money pays a wage of up to %s an hour."),
                  amount_shown(all->wage_most.p).s);
    page_words(page, text_str(&t));
    text_free(&t);
}

/* A wage that the money would pay, or that was typed, may be less than the law allows. */
static void add_minimum(const struct wizard *w, const struct instead *all, pence wage,
                        struct page *page)
{
    struct instead_input in = input_of(w);
    struct figure lowest = instead_lowest_wage(&in);
    struct text t = {0};
    bool below = wage < lowest.p || (all->wage_most.known && all->wage_most.p < lowest.p);
    if (lowest.known && below)
        text_addf(&t, _("The legal minimum is %s an hour, from age 21 on. Never pay less."),
                  amount_shown(lowest.p).s);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void add_employed(const struct wizard *w, const struct instead *all, pence wage,
                         struct page *page)
{
    struct text t = {0};
    if (!all->known) {
        page_words(page, _("What somebody employed costs is not known. The lines need times and "
                           "a length, and this copy the rates of the year."));
        return;
    }
    text_addf(&t, _("Employed at %s an hour, all counted: %s a week, %s a year."),
              amount_shown(wage).s, amount_shown(all->week).s, amount_shown(all->year).s);
    if (all->hour.known)
        text_addf(&t, _(" For each hour: %s."), amount_shown(all->hour.p).s);
    page_words(page, text_str(&t));
    text_free(&t);
    add_difference(all, page);
    add_minimum(w, all, wage, page);
}

static void add_terms(struct page *page)
{
    page_words(page, _("Counted so: 23 or older, paid every 4 weeks, the same hours each week. "
                       "Somebody steps in for holidays. The Employment Allowance is claimed."));
    page_words(page, _("Not counted: insurance, payroll help, finding them, and sickness. "
                       "And you are the employer then, with an employer's duties."));
}

static void hiring_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct instead_input in = input_of(w);
    struct instead all = {.any = false};
    struct text t = {0};
    pence wage = wage_of(w, here);
    text_add(&t, _("Employing in place of "));
    phrase_item(w->plan, w->form, SEC_SUPPORTER, here->item, &t);
    page_say(page, &page->title, text_str(&t));
    text_free(&t);
    page_say(page, &page->prompt, _("Which wage an hour? "));
    page_say(page, &page->hint, _("Enter count it   Tab to the lines below   F1 help   Esc back"));
    if (wage > 0)
        (void)instead_count(&in, here->item, wage, &all);
    page_add(page, ROW_HEADING, _("Which wage an hour?"));
    page_add(page, ROW_EDIT, _("Wage"));
    add_now(w, here, &all, page);
    add_employed(w, &all, wage, page);
    add_terms(page);
    page_add(page, ROW_GAP, "");
    if (all.known)
        page_choice(page, _("Try it in my plan"), ACT_TRY, "try");
    page_choice(page, _("Employing and buying safely"), ACT_SAFELY, "safely");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* What it does */

static char *hiring_text(const struct wizard *w, const struct place *here)
{
    char s[MONEY_ROOM];
    pence wage = wage_of(w, here);
    return text_copy(wage > 0 ? money_show(wage, s) : "");
}

static bool hiring_take(struct wizard *w, const char *text)
{
    pence wage = 0;
    char unit[NAME_MAX_LEN + 1] = "";
    bool read = typed_money(text, &wage, unit) == ST_OK && wage > 0;
    if (!*text || (read && (!*unit || strcmp(unit, "hour") == 0))) {
        wizard_here(w)->number = (size_t)wage;
        return true;
    }
    wizard_trouble(w, _("\"%s\" is not an amount I know. Type for example 13.50."), text);
    return false;
}

/* The wage is counted, and the page stays. */
static void hiring_next(struct wizard *w)
{
    wizard_rebuild(w);
    for (size_t i = 0; i < w->page.count; i++)
        if (w->page.rows[i].role == ROW_ITEM) {
            wizard_focus(w, i);
            return;
        }
}

static void try_it(struct wizard *w)
{
    struct instead_input in = input_of(w);
    struct instead all = {.any = false};
    const struct place here = *wizard_at(w);
    pence wage = wage_of(w, &here);
    if (instead_count(&in, here.item, wage, &all) != ST_OK || !all.known)
        return;
    pence rest = all.week > all.planned ? all.week - all.planned : 0;
    wizard_try(w);
    wizard_begin(w, "%s", _("employ somebody instead"));
    if (instead_take(w->plan, here.item, wage, rest, &w->action.edits) != ST_OK) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    wizard_end(w);
    wizard_turn(w, place_of(PLACE_WHATIF));
}

static void hiring_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_TRY)
        try_it(w);
    else if (row->act == ACT_SAFELY)
        wizard_go(w, place_of(PLACE_SAFELY));
    else
        wizard_back(w);
}

const struct place_type hiring_place = {
    .build = hiring_build,
    .open = hiring_open,
    .text = hiring_text,
    .take = hiring_take,
    .next = hiring_next,
    .help = N_("Type a wage an hour. The page counts all that an employer pays for the same hours, "
               "beside what you pay now. Your plan changes only when you try it."),
};
