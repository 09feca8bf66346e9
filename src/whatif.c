/*
 * The page of what if: something is tried out, compared with the plan as it was, and kept or
 * thrown away.
 */
#include "supportplan/whatif.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/hiring.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/steps.h"

enum act { ACT_KEEP = 1, ACT_DROP, ACT_WEEK, ACT_PRICE, ACT_HIRE, ACT_DONE };

/* Comparing */

/* A plan's money. */
struct sums {
    struct columns cost; /* with what is put aside */
    bool known;          /* the budget is */
    struct columns left;
};

static struct sums sums_of(const struct budget *b)
{
    struct sums s = {.known = b->amount_known, .left = b->left};
    s.cost.week = b->cost.week + b->set_aside.week;
    s.cost.year = b->cost.year + b->set_aside.year + b->once_year;
    return s;
}

/* A kind of week of a plan, or NULL. */
static const struct budget_pattern *pattern_of(const struct budget *b, const char *item)
{
    for (size_t i = 0; i < b->pattern_count; i++)
        if (strcmp(b->patterns[i].item, item) == 0)
            return &b->patterns[i];
    return NULL;
}

/* "Week 2: Paid time a week: 8 h before, 9 h now." A name is told where there are several. */
static void compare_time(struct page *page, const char *week, const char *label, int64_t before,
                         int64_t now)
{
    struct text t = {0};
    text_addf(&t, "%s%s%s: ", week, *week ? ": " : "", label);
    minutes_words(&t, before);
    text_add(&t, _(" before, "));
    minutes_words(&t, now);
    text_add(&t, _(" now."));
    page_add(page, ROW_TEXT, text_str(&t));
    text_free(&t);
}

/* Where there are several kinds of week, those whose hours change. */
static void compare_hours(const struct wizard *w, const struct budget *before, struct page *page)
{
    for (size_t i = 0; i < w->budget.pattern_count; i++) {
        const struct budget_pattern *now = &w->budget.patterns[i];
        const struct budget_pattern *was = pattern_of(before, now->item);
        const struct week_time none = {0}, *then = was ? &was->time : &none;
        bool several = w->budget.pattern_count > 1;
        struct text name = {0};
        if (several && then->paid == now->time.paid && then->cover == now->time.cover)
            continue;
        if (several)
            phrase_item(w->plan, w->form, SEC_WEEK, now->item, &name);
        compare_time(page, text_str(&name), _("Paid time a week"), then->paid, now->time.paid);
        compare_time(page, text_str(&name), _("Somebody there"), then->cover, now->time.cover);
        text_free(&name);
    }
}

/* "A week: 69.35 before, 83.22 now, 13.87 more." */
static void compare_money(struct page *page, const char *label, pence before, pence now)
{
    struct text t = {0};
    text_addf(&t, _("%s: %s before, %s now"), label, amount_shown(before).s, amount_shown(now).s);
    if (now > before)
        text_addf(&t, _(", %s more"), amount_shown(now - before).s);
    else if (now < before)
        text_addf(&t, _(", %s less"), amount_shown(before - now).s);
    text_add(&t, ".");
    page_add(page, ROW_TEXT, text_str(&t));
    text_free(&t);
}

static void add_left(pence left, struct text *out)
{
    text_addf(out, left < 0 ? _("%s over") : "%s", amount_shown(left < 0 ? -left : left).s);
}

static void compare_left(struct page *page, const char *label, pence before, pence now)
{
    struct text t = {0};
    text_addf(&t, "%s: ", label);
    add_left(before, &t);
    text_add(&t, _(" before, "));
    add_left(now, &t);
    text_add(&t, _(" now."));
    page_add(page, ROW_TEXT, text_str(&t));
    text_free(&t);
}

static void compare(const struct sums *before, const struct sums *now, struct page *page)
{
    compare_money(page, _("A week"), before->cost.week, now->cost.week);
    compare_money(page, _("A year"), before->cost.year, now->cost.year);
    if (!now->known || !before->known)
        return;
    compare_left(page, _("Left a week"), before->left.week, now->left.week);
    compare_left(page, _("Left a year"), before->left.year, now->left.year);
}

static void add_comparison(const struct wizard *w, struct page *page)
{
    struct plan *plan = NULL;
    struct budget budget;
    if (wizard_before_try(w, &plan) != ST_OK)
        return;
    if (budget_count_with(plan, w->holidays, &budget) == ST_OK) {
        struct sums before = sums_of(&budget), now = sums_of(&w->budget);
        compare_hours(w, &budget, page);
        compare(&before, &now, page);
        budget_free(&budget);
    }
    plan_free(plan);
}

/* Making the page */

static void add_tried(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    for (size_t i = w->tried_from; i < w->done_count; i++) {
        text_clear(&t);
        text_addf(&t, _("Tried: %s."), w->done[i].name ? w->done[i].name : "");
        page_add(page, ROW_TEXT, text_str(&t));
    }
    text_free(&t);
}

/* "Weekends, 15.00 an hour, Saturdays": two prices of one supporter are told apart. */
static void add_price(const struct wizard *w, const char *rate, struct text *out)
{
    pence price = 0;
    int unit = UNIT_NONE;
    plan_money(w->plan, F_RATE_PRICE, rate, &price);
    plan_word(w->plan, F_RATE_UNIT, rate, &unit);
    if (plan_known(w->plan, F_RATE_NAME, rate) == KNOWN) {
        phrase_value(w->plan, w->form, F_RATE_NAME, rate, out);
        text_add(out, ", ");
    }
    text_addf(out, "%s %s", amount_shown(price).s, phrase_unit((enum unit)unit));
    if (plan_known(w->plan, F_RATE_WHEN, rate) == KNOWN &&
        !plan_is(w->plan, F_RATE_WHEN, rate, "any")) {
        text_add(out, ", ");
        phrase_value(w->plan, w->form, F_RATE_WHEN, rate, out);
    }
}

/* A row for each price that a line could have. */
static void add_prices(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < plan_count(w->plan, SEC_RATE); i++) {
        const char *rate = plan_item(w->plan, SEC_RATE, i);
        if (plan_known(w->plan, F_RATE_SUPPORTER, rate) != KNOWN ||
            plan_known(w->plan, F_RATE_PRICE, rate) != KNOWN)
            continue;
        text_clear(&t);
        text_add(&t, _("Another price of "));
        phrase_item(w->plan, w->form, SEC_SUPPORTER, plan_str(w->plan, F_RATE_SUPPORTER, rate), &t);
        struct row *row = page_item(page, text_str(&t), ACT_PRICE);
        row->number = i;
        text_clear(&t);
        add_price(w, rate, &t);
        page_say(page, &row->state, text_str(&t));
    }
    text_free(&t);
}

/* A row for each supporter in whose place somebody could be employed. */
static void add_hiring(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < plan_count(w->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(w->plan, SEC_SUPPORTER, i);
        if (!hiring_applies(w, supporter))
            continue;
        text_clear(&t);
        text_add(&t, _("Employ somebody in place of "));
        phrase_item(w->plan, w->form, SEC_SUPPORTER, supporter, &t);
        page_item(page, text_str(&t), ACT_HIRE)->number = i;
    }
    text_free(&t);
}

static void add_ends(const struct wizard *w, struct page *page)
{
    if (!w->trying)
        return;
    page_choice(page, _("Keep it"), ACT_KEEP, "keep it");
    page_choice(page, _("Throw it away"), ACT_DROP, "throw away");
}

static void whatif_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What if"));
    page_say(page, &page->prompt, _("What shall we try? "));
    page_say(page, &page->hint, _("Enter choose   u undo   F1 help   Esc back"));
    if (!w->trying)
        page_words(page, _("Try something out and see what it comes to. "
                           "Nothing is saved until you keep it."));
    else if (wizard_tried(w) == 0)
        page_words(page, _("Nothing is tried out yet. Change something, then come back here."));
    if (wizard_tried(w) > 0) {
        add_tried(w, page);
        add_comparison(w, page);
    }
    page->asks = true;
    add_ends(w, page);
    if (w->budget.any_line)
        page_choice(page, _("Try changes to my week"), ACT_WEEK, "try week");
    add_prices(w, page);
    add_hiring(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* What it does */

static void try_price(struct wizard *w, size_t i)
{
    struct place p = place_of(PLACE_FIELD);
    const char *rate = plan_item(w->plan, SEC_RATE, i);
    wizard_try(w);
    p.table = SEC_RATE;
    p.field = F_RATE_PRICE;
    snprintf(p.item, sizeof p.item, "%s", rate);
    snprintf(p.parent, sizeof p.parent, "%s", plan_str(w->plan, F_RATE_SUPPORTER, rate));
    wizard_go(w, p);
}

static void end_try(struct wizard *w, bool keep)
{
    bool any = wizard_end_try(w, keep);
    if (keep && any)
        wizard_say(w, "%s", _("Kept. Undo takes all of it back."));
    else if (any)
        wizard_say(w, "%s", _("Thrown away. The plan is as it was. Redo brings it back."));
    else
        wizard_say(w, "%s", _("Nothing was changed."));
}

static void whatif_open(struct wizard *w, const struct row *row)
{
    switch (row->act) {
    case ACT_KEEP:
    case ACT_DROP:
        end_try(w, row->act == ACT_KEEP);
        break;
    case ACT_WEEK:
        wizard_try(w);
        (void)steps_to_kind(w, PAGE_WEEK);
        break;
    case ACT_PRICE:
        try_price(w, row->number);
        break;
    case ACT_HIRE:
        hiring_go(w, plan_item(w->plan, SEC_SUPPORTER, row->number));
        break;
    default:
        wizard_back(w);
        break;
    }
}

const struct place_type whatif_place = {
    .build = whatif_build,
    .open = whatif_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Change your week or a price, and come back here by the word if, or from the money "
               "page. You see both plans, and keep the new one or throw it away."),
};

bool whatif_holds(struct wizard *w)
{
    if (!w->trying)
        return false;
    if (wizard_tried(w) == 0) {
        (void)wizard_end_try(w, false);
        return false;
    }
    if (wizard_at(w)->kind != PLACE_WHATIF)
        wizard_go(w, place_of(PLACE_WHATIF));
    w->leaving = false;
    wizard_say(w, "%s", _("You are trying something out. Keep it or throw it away first."));
    return true;
}
