/*
 * The page of all money for the person's support, one fund after another: how much there is and
 * for how long, what it pays for, and what is left of it.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/places.h"
#include "supportplan/why.h"
#include "supportplan/wizard.h"

enum act { ACT_FIGURE = 1, ACT_OTHER, ACT_DONE };

/* The keys that explain the figures; F is the fund. */
enum which { COST, ASIDE, ONCE, LEFT, FUND_COST, FUND_YEAR, FUND_AMOUNT, FUND_LEFT };
static const char *const keys[] = {
    [COST] = "cost.week",
    [ASIDE] = "setaside.week",
    [ONCE] = "once.year",
    [LEFT] = "left.week",
    [FUND_COST] = "fund.F.cost.week",
    [FUND_YEAR] = "fund.F.cost.year",
    [FUND_AMOUNT] = "fund.F.amount.year",
    [FUND_LEFT] = "fund.F.left.year",
};

static void add_figure(struct page *page, const char *label, enum which which, const char *fund,
                       struct columns columns)
{
    struct row *row = page_add(page, ROW_FIGURE, label);
    row->columns = columns;
    row->known = true;
    row->indent = 1;
    row->act = ACT_FIGURE;
    snprintf(row->item, sizeof row->item, "%s", fund);
    row->number = which;
}

static void add_year(struct page *page, const char *label, enum which which, const char *fund,
                     struct figure year)
{
    size_t before = page->count;
    add_figure(page, label, which, fund, (struct columns){.year = year.p});
    if (page->count > before) {
        page->rows[before].year_only = true;
        page->rows[before].known = year.known;
    }
}

/* "It pays for: wash and dress; swimming." */
static void add_lines(const struct wizard *w, const char *fund, struct page *page)
{
    struct text t = {0};
    for (size_t i = 0; i < w->budget.line_count; i++) {
        const struct budget_line *line = &w->budget.lines[i];
        if (line->payer != PAYER_FUND || strcmp(line->fund, fund) != 0)
            continue;
        text_add(&t, t.len ? "; " : _("It pays for: "));
        phrase_item(w->plan, w->form, line->section, line->item, &t);
    }
    text_add(&t, t.len ? "." : _("It pays for nothing in your plan yet."));
    page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    text_free(&t);
}

/* "My budget (estimated): 275.00 a week" */
static void add_heading(const struct wizard *w, const char *fund, struct page *page)
{
    struct text t = {0};
    struct figure amount = {0};
    int every = EVERY_NONE;
    amount.known = plan_money(w->plan, F_FUND_AMOUNT, fund, &amount.p) == KNOWN;
    plan_word(w->plan, F_FUND_EVERY, fund, &every);
    if (strcmp(fund, "budget") == 0) {
        text_addf(&t, _("My %s"), phrase_terms(w->form).budget);
        phrase_status(&w->budget, &t);
    } else {
        phrase_item(w->plan, w->form, SEC_FUND, fund, &t);
    }
    if (amount.known)
        text_addf(&t, ": %s %s", amount_shown(amount.p).s, phrase_every((enum every)every));
    else
        text_addf(&t, ": %s", _("how much there is is not known yet"));
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
}

/* What is to be known of a kind of money (research 1.7). */
static void add_kind(const struct wizard *w, const char *fund, struct page *page)
{
    static const char *const notes[] = {
        "",
        "",
        N_("The NHS does not ask what you earn or have saved."),
        N_("It pays only for what you need at work."),
        N_("It is open in Scotland and Northern Ireland."),
        "",
        "",
    };
    int kind = 0;
    if (plan_word(w->plan, F_FUND_KIND, fund, &kind) == KNOWN && *notes[kind])
        page_add(page, ROW_TEXT, _(notes[kind]))->indent = 1;
}

/* Left is said with a word, not a sign. */
static void add_left(struct page *page, const char *fund, struct figure left)
{
    bool over = left.known && left.p < 0;
    if (over)
        left.p = -left.p;
    add_year(page, over ? _("More than there is") : _("Left"), FUND_LEFT, fund, left);
}

static void add_budget(const struct wizard *w, struct page *page)
{
    const struct budget *b = &w->budget;
    add_heading(w, "budget", page);
    add_figure(page, _("It pays, regularly"), COST, "", b->cost);
    if (b->set_aside.year != 0)
        add_figure(page, _("Put aside"), ASIDE, "", b->set_aside);
    if (b->once_year != 0)
        add_year(page, _("It pays once"), ONCE, "", (struct figure){true, b->once_year});
    if (b->amount_known)
        add_figure(page, b->left.year < 0 ? _("Left (minus: over)") : _("Left"), LEFT, "", b->left);
    add_lines(w, "budget", page);
}

static void add_fund(const struct wizard *w, const struct budget_fund *fund, struct page *page)
{
    add_heading(w, fund->item, page);
    add_figure(page, _("It pays, regularly"), FUND_COST, fund->item, fund->cost);
    if (fund->once != 0)
        add_year(page, _("It pays in the year, with once"), FUND_YEAR, fund->item,
                 (struct figure){true, fund->cost.year + fund->once});
    if (fund->amount_year.known)
        add_year(page, _("There is"), FUND_AMOUNT, fund->item, fund->amount_year);
    add_left(page, fund->item, fund->left_year);
    add_lines(w, fund->item, page);
    add_kind(w, fund->item, page);
}

/* "11 h a week from people who are not paid.", of one kind of week. */
static void say_unpaid(const struct wizard *w, const struct budget_pattern *pattern,
                       struct page *page)
{
    struct text t = {0};
    if (pattern->time.unpaid == 0)
        return;
    if (w->budget.pattern_count > 1) {
        phrase_item(w->plan, w->form, SEC_WEEK, pattern->item, &t);
        text_add(&t, ": ");
    }
    minutes_words(&t, pattern->time.unpaid);
    text_add(&t, _(" a week from people who are not paid. It costs nothing, and it counts."));
    page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    text_free(&t);
}

/* What family and friends do costs nothing, and the week stands on it. */
static void add_unpaid(const struct wizard *w, struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < w->budget.pattern_count; i++)
        any = any || w->budget.patterns[i].time.unpaid > 0;
    if (any)
        page_add(page, ROW_HEADING, _("Unpaid"));
    for (size_t i = 0; i < w->budget.pattern_count; i++)
        say_unpaid(w, &w->budget.patterns[i], page);
}

static void funds_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("All the money, side by side"));
    page_say(page, &page->prompt, _("Which figure shall I explain? "));
    page_say(page, &page->hint, _("Enter how was this worked out   F1 help   Esc back"));
    add_budget(w, page);
    for (size_t i = 0; i < w->budget.fund_count; i++)
        add_fund(w, &w->budget.funds[i], page);
    add_unpaid(w, page);
    page_add(page, ROW_GAP, "");
    if (w->form)
        page_choice(page, _("Add or change other money"), ACT_OTHER, "other");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* The form's list of other money. */
static void go_to_other(struct wizard *w)
{
    size_t section;
    const struct form_page *page = form_page_of_field(w->form, F_FUND_NAME, &section);
    if (page)
        wizard_go(w, place_of_page(
                         section, (size_t)(page - form_section_at(w->form, section, NULL)->pages)));
    else
        wizard_say(w, "%s", _("This form has no such page."));
}

static void funds_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_OTHER)
        go_to_other(w);
    else if (row->act == ACT_FIGURE)
        why_go(w, keys[row->number], row->item);
    else
        wizard_back(w);
}

const struct place_type funds_place = {
    .build = funds_build,
    .open = funds_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Each fund has its own amount and its own list. What another fund pays is never "
               "counted against your budget. Enter on a figure says how it was worked out."),
};
