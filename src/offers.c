/*
 * The page of what the money that is left still buys; where the plan is over its budget, of what
 * would put it right. Each offer can be taken, and undone.
 */
#include "supportplan/offers.h"

#include "supportplan/counsel.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/steps.h"

enum act { ACT_TAKE = 1, ACT_TAKE_ALL, ACT_WEEK, ACT_DONE };

/* None where there is no memory to look. */
static struct advices offers_of(const struct wizard *w)
{
    struct advices all = {.count = 0};
    (void)advice_find(w->plan, &w->budget, w->holidays, &all);
    return all;
}

/* What is needed together, where no one change is enough. */
static struct advices together_of(const struct wizard *w)
{
    struct advices all = {.count = 0};
    (void)advice_together(w->plan, w->holidays, &all);
    return all;
}

/* A wage is not all that somebody costs who is employed. */
static const char *const on_top = N_("For somebody you employ, tax and pension may come on top.");

static bool is_employed(const struct wizard *w, const struct advice *a)
{
    return a->section == SEC_SUPPORTER && plan_is(w->plan, F_SUPPORTER_KIND, a->item, "pa");
}

const char *offers_title(const struct wizard *w)
{
    return w->budget.over ? _("What would put it right") : _("What is left still buys");
}

void offers_say(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    if (w->budget.over) /* what would help is looked for on a page of its own */
        return;
    struct advices all = offers_of(w);
    counsel_still_buys(w->plan, w->form, &w->budget, &all, &t);
    if (t.len > 0 && is_employed(w, &all.list[0]))
        text_addf(&t, " %s", _(on_top));
    page_words(page, text_str(&t));
    text_free(&t);
}

/* Making the page */

/* "0.47 more than the budget." or "4.53 is left a week." */
static void add_state(const struct wizard *w, struct page *page)
{
    const struct budget *b = &w->budget;
    struct figure allows = advice_allows(b);
    struct text t = {0};
    if (!b->amount_known)
        text_add(&t, _("Say what your budget is first. Then this page can help."));
    else if (b->over)
        phrase_over(b, &t);
    else
        text_addf(&t, _("%s %s is left."), amount_shown(columns_in(&b->left, b->every)).s,
                  phrase_every(b->every == EVERY_ONCE ? EVERY_YEAR : b->every));
    page_words(page, text_str(&t));
    text_clear(&t);
    if (allows.known) {
        text_addf(&t, _("Your budget allows %s a week, rounded down ("), amount_shown(allows.p).s);
        phrase_basis(b, &t);
        text_add(&t, ").");
    }
    page_words(page, text_str(&t));
    text_free(&t);
}

static void add_caution(const struct wizard *w, const struct advice *a, struct page *page)
{
    struct text t = {0};
    counsel_caution(w->plan, w->form, a, &t);
    if (t.len)
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    text_free(&t);
}

static void add_offer(const struct wizard *w, const struct advice *a, size_t i, struct page *page)
{
    struct text t = {0};
    counsel_words(w->plan, w->form, a, &t);
    struct row *row = page_item(page, text_str(&t), ACT_TAKE);
    row->number = i;
    text_clear(&t);
    counsel_sum(&w->budget, a, &t);
    page_say(page, &row->state, text_str(&t));
    add_caution(w, a, page);
    text_free(&t);
}

/* Several changes, none of which is enough alone, and one row that makes them all. */
static void add_together(const struct wizard *w, const struct advices *all, struct page *page)
{
    struct text t = {0};
    page_words(page, _("No one change is enough. These are enough together:"));
    for (size_t i = 0; i < all->count; i++) {
        text_clear(&t);
        counsel_words(w->plan, w->form, &all->list[i], &t);
        text_add(&t, "; ");
        counsel_saving(&w->budget, &all->list[i], &t);
        text_add(&t, ".");
        page_add(page, ROW_TEXT, text_str(&t));
        add_caution(w, &all->list[i], page);
    }
    text_clear(&t);
    counsel_together(&w->budget, all, &t);
    page_words(page, text_str(&t));
    page_choice(page, _("Make all these changes"), ACT_TAKE_ALL, "all");
    text_free(&t);
}

/* Why there is nothing to take. */
static void add_none(const struct wizard *w, struct page *page)
{
    const struct budget *b = &w->budget;
    if (!b->amount_known)
        return;
    if (b->over)
        page_words(page, _("No few changes are enough. Look at your week, and change some lines."));
    else if (plan_count(w->plan, SEC_RATE) == 0)
        page_words(page, _("Add a price for somebody who supports you. Then I can work it out."));
    else
        page_words(page, _("That is less than 15 minutes with anybody in your plan."));
}

static bool any_employed(const struct wizard *w, const struct advices *all)
{
    for (size_t i = 0; i < all->count; i++)
        if (is_employed(w, &all->list[i]))
            return true;
    return false;
}

static void add_notes(const struct wizard *w, const struct advices *all, struct page *page)
{
    if (any_employed(w, all))
        page_words(page, _(on_top));
    if (w->budget.over)
        page_words(page, _("You can also pay with other money, or ask the council for more. "
                           "Nothing here has to be done."));
    if (all->count > 0)
        page_words(page, _("Enter on a line does it. Undo takes it back."));
}

static void offers_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct advices all = offers_of(w);
    (void)here;
    page_say(page, &page->title, offers_title(w));
    page_say(page, &page->prompt, _("Which change shall I make? "));
    page_say(page, &page->hint, _("Enter do it   u undo   F1 help   Esc back"));
    page->asks = true;
    add_state(w, page);
    for (size_t i = 0; i < all.count; i++)
        add_offer(w, &all.list[i], i, page);
    struct advices together = {.count = 0};
    if (all.count == 0 && w->budget.over)
        together = together_of(w);
    if (together.count > 0)
        add_together(w, &together, page);
    else if (all.count == 0)
        add_none(w, page);
    add_notes(w, &all, page);
    page_add(page, ROW_GAP, "");
    if (w->budget.any_line)
        page_choice(page, _("Go to my week"), ACT_WEEK, "week");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* What it does */

/* Make some changes as one step, which is called so. */
static void make(struct wizard *w, const struct advice *list, size_t count, const char *name)
{
    enum status st = ST_OK;
    wizard_begin(w, "%s", name);
    for (size_t i = 0; !st && i < count; i++)
        st = advice_take(w->plan, &list[i], &w->action.edits);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    wizard_end(w);
    wizard_say(w, _("Done: %s. Undo takes it back."), name);
}

static void take(struct wizard *w, size_t i)
{
    struct advices all = offers_of(w);
    struct text t = {0};
    if (i >= all.count)
        return;
    counsel_words(w->plan, w->form, &all.list[i], &t);
    make(w, &all.list[i], 1, text_str(&t));
    text_free(&t);
}

static void take_all(struct wizard *w)
{
    struct advices all = together_of(w);
    make(w, all.list, all.count, _("what puts the plan right"));
}

static void offers_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_TAKE)
        take(w, row->number);
    else if (row->act == ACT_TAKE_ALL)
        take_all(w);
    else if (row->act == ACT_WEEK)
        (void)steps_to_kind(w, PAGE_WEEK);
    else
        wizard_back(w);
}

const struct place_type offers_place = {
    .build = offers_build,
    .open = offers_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Each line is a change that is small and enough by itself. It says what it costs "
               "or saves. Where none is enough alone, some are named that are enough together. "
               "What takes your only support for something comes last, if at all."),
};
