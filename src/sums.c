/*
 * The pages of money: every figure, and how one was worked out.
 */
#include <string.h>

#include "supportplan/almanac.h"
#include "supportplan/arrivals.h"
#include "supportplan/employing.h"
#include "supportplan/figures.h"
#include "supportplan/offers.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/reserve.h"
#include "supportplan/steps.h"
#include "supportplan/why.h"

/* A row that goes to a place has ACT_PLACE and its kind. */
enum act { ACT_DONE = 1, ACT_EMPLOY, ACT_PLACE };

/* Whether a finding is about money: what employing somebody costs and is not in the plan, too. */
static bool is_money(const struct finding *f)
{
    return f->section == SEC_FUND || f->section == SEC_COST || f->section == SEC_CONTRIBUTION ||
           f->section == SEC_MONEY || f->field == F_EMPLOYMENT_SUPPORTER;
}

/* What is still to be done about the money. */
static void add_findings(const struct wizard *w, struct page *page)
{
    for (size_t i = 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        if (is_money(f) && f->level != LEVEL_NOTE)
            page_add(page, ROW_TEXT, f->message);
    }
}

static struct row *add_way(struct page *page, const char *text, enum place_kind kind,
                           const char *word)
{
    return page_choice(page, text, ACT_PLACE + (int)kind, word);
}

/* What is in the account, and beside it what of it is free, owed, and over. */
static void add_account(const struct wizard *w, struct page *page)
{
    struct reserve reserve = reserve_count(w->plan, &w->budget);
    struct text t = {0};
    reserve_short(&reserve, &t);
    struct row *row = add_way(page, _("What is in the account"), PLACE_PURSE, "account");
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
}

static void add_payments(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    arrivals_short(w->plan, &w->budget, &t);
    struct row *row = add_way(page, _("When the money comes"), PLACE_PAYDAYS, "payments");
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
}

/* Where one can go from here. */
static void add_ways(const struct wizard *w, struct page *page)
{
    (void)add_way(page, offers_title(w), PLACE_OFFERS, "left");
    for (size_t i = 0; i < plan_count(w->plan, SEC_SUPPORTER); i++)
        if (employing_applies(w, plan_item(w->plan, SEC_SUPPORTER, i)))
            employing_row(w, plan_item(w->plan, SEC_SUPPORTER, i), ACT_EMPLOY, page);
    struct row *row = add_way(page, _("What if"), PLACE_WHATIF, "if");
    page_say(page, &row->state, w->trying ? _("something is tried out") : "");
    add_way(page, _("All the money, side by side"), PLACE_FUNDS, "funds");
    add_payments(w, page);
    add_account(w, page);
    page_choice(page, _("Done"), ACT_DONE, "done");
}

/* What is left looks like more than it is while something has no price. */
static void say_not_priced(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    if (w->budget.not_priced == 0)
        return;
    phrase_not_priced(w->budget.not_priced, &t);
    text_addf(&t, " %s", _("What has no price is not counted here."));
    page_words(page, text_str(&t));
    text_free(&t);
}

static void money_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct money_figure *list = NULL;
    size_t count = 0;
    page_say(page, &page->title, place_page(w, here)->text);
    page_say(page, &page->prompt, _("Which figure shall I explain? "));
    page_say(
        page, &page->hint,
        _("Enter how was this worked out   F1 help   f funds   y payments   i what if   n next   "
          "Esc back"));
    if (figures_make(w->plan, w->form, &w->budget, &list, &count) != ST_OK)
        return;
    for (size_t i = 0; i < count; i++) {
        struct row *row = page_add(page, ROW_FIGURE, list[i].label);
        row->columns = list[i].columns;
        row->known = list[i].known;
        row->year_only = list[i].year_only;
        row->indent = list[i].indent;
        row->number = i;
    }
    figures_free(list, count);
    page_add(page, ROW_GAP, "");
    say_not_priced(w, page);
    offers_say(w, page);
    add_findings(w, page);
    page_add(page, ROW_GAP, "");
    add_ways(w, page);
}

static void money_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_EXPLAIN);
    p.number = row->number;
    if (row->role == ROW_FIGURE)
        wizard_go(w, p);
    else if (row->act == ACT_EMPLOY)
        employing_go(w, row->item);
    else if (row->act >= ACT_PLACE)
        wizard_go(w, place_of((enum place_kind)(row->act - ACT_PLACE)));
    else
        steps_next(w);
}

/* t and p mean the task list and the question before on every page, so they are not taken from
 * their meaning here; these letters have none elsewhere. */
static bool money_letter(struct wizard *w, char letter)
{
    static const struct {
        char letter;
        enum place_kind kind;
    } ways[] = {{'f', PLACE_FUNDS}, {'y', PLACE_PAYDAYS}, {'i', PLACE_WHATIF}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ways[i].letter != letter)
            continue;
        wizard_go(w, place_of(ways[i].kind));
        return true;
    }
    return false;
}

const struct place_type money_page = {
    .build = money_build,
    .open = money_open,
    .letter = money_letter,
    .next = steps_next,
    .command = steps_command,
    .help = STEPS_SHOWN_HELP,
};

/* What a year that is counted day by day has that 52 weeks have not. */
static void add_year_words(const struct wizard *w, struct page *page)
{
    struct notices said = {0};
    enum status st = almanac_say(w->plan, &w->budget, &said);
    for (size_t i = 0; st == ST_OK && i < said.count; i++)
        page_add(page, ROW_TEXT, said.list[i]);
    notices_free(&said);
}

/* A figure in short, then a week and a year of it step by step. */
static void add_figure(const struct wizard *w, const struct money_figure *figure, struct page *page)
{
    page_add(page, ROW_HEADING, figure->label);
    if (*figure->detail)
        page_words(page, figure->detail);
    else
        page_words(page, figure->known ? _("There is nothing of this in the plan.")
                                       : _("This figure is not known yet."));
    if (*figure->week_key) {
        page_add(page, ROW_HEADING, _("A week, step by step"));
        why_say(w, figure->week_key, page);
    }
    if (*figure->year_key) {
        page_add(page, ROW_HEADING, _("The year, step by step"));
        why_say(w, figure->year_key, page);
    }
}

/* Whether the days of the year bear on a figure: money in is the same in any year. */
static bool hangs_on_lines(const struct money_figure *figure)
{
    return strcmp(figure->year_key, "support.year") == 0 ||
           strcmp(figure->year_key, "left.year") == 0 || strncmp(figure->year_key, "fund.", 5) == 0;
}

static void explain_figure(const struct wizard *w, size_t number, struct page *page)
{
    struct money_figure *list = NULL;
    size_t count = 0;
    if (figures_make(w->plan, w->form, &w->budget, &list, &count) != ST_OK)
        return;
    if (number < count) {
        add_figure(w, &list[number], page);
        if (hangs_on_lines(&list[number]))
            add_year_words(w, page);
    }
    figures_free(list, count);
}

static void explain_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("How this was worked out"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    if (*here->item)
        employing_explain(w, here->item, here->number, page);
    else
        explain_figure(w, here->number, page);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

const struct place_type explain_place = {
    .build = explain_build,
    .open = place_open_back,
    .command = place_next_back,
    .help = N_("You can check this sum with a pencil."),
};
