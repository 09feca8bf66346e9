#include "supportplan/employing.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/record.h"
#include "supportplan/wages.h"
#include "supportplan/wizard.h"

enum act { ACT_PART = 1, ACT_FACTS, ACT_ADD_REST, ACT_SAFELY, ACT_DONE };

/* The number of a supporter's job among those of the plan; the count where there is none. */
static size_t job_of(const struct wizard *w, const char *supporter)
{
    size_t i = 0;
    while (i < w->employer.count && strcmp(w->employer.list[i].job.supporter, supporter) != 0)
        i++;
    return i;
}

bool employing_applies(const struct wizard *w, const char *supporter)
{
    return plan_is(w->plan, F_SUPPORTER_KIND, supporter, "pa") ||
           job_of(w, supporter) < w->employer.count;
}

void employing_go(struct wizard *w, const char *supporter)
{
    struct place p = place_of(PLACE_EMPLOY);
    snprintf(p.item, sizeof p.item, "%s", supporter);
    wizard_go(w, p);
}

/* "What it costs to employ Sam" */
static void add_title(const struct wizard *w, const char *supporter, struct text *out)
{
    text_add(out, _("What it costs to employ "));
    wages_name(w->plan, supporter, out);
}

void employing_row(const struct wizard *w, const char *supporter, int act, struct page *page)
{
    struct text t = {0};
    size_t i = job_of(w, supporter);
    add_title(w, supporter, &t);
    struct row *row = page_choice(page, text_str(&t), act, "employ");
    snprintf(row->item, sizeof row->item, "%s", supporter);
    text_clear(&t);
    if (i < w->employer.count)
        wages_short(&w->employer.list[i], &t);
    page_say(page, &row->state, t.len ? text_str(&t) : _("not worked out yet"));
    text_free(&t);
}

/* Making the page */

static void add_lines(const struct employer_cost *cost, struct page *page)
{
    struct text t = {0};
    for (int i = 0; i < PART_COUNT; i++) {
        if (!cost->parts[i].there)
            continue;
        struct row *row = page_item(page, wages_part((enum part)i), ACT_PART);
        row->number = (size_t)i;
        row->indent = 1;
        text_clear(&t);
        wages_sum(cost, (enum part)i, &t);
        page_say(page, &row->state, text_str(&t));
    }
    text_free(&t);
}

/* What is missing, each once: a line that is not known says only that. */
static void add_missing(const struct employer_cost *cost, struct page *page)
{
    struct text t = {0}, all = {0};
    for (int i = 0; i < PART_COUNT; i++) {
        text_clear(&t);
        if (cost->parts[i].there && cost->parts[i].gap != GAP_NONE)
            wages_working(cost, (enum part)i, &t);
        if (t.len > 0 && !strstr(text_str(&all), text_str(&t)))
            text_addf(&all, "%s%s", all.len > 0 ? " " : "", text_str(&t));
    }
    page_words(page, text_str(&all));
    text_free(&all);
    text_free(&t);
}

static void add_totals(const struct employer_cost *cost, struct page *page)
{
    struct text t = {0};
    text_add(&t, _("All together: "));
    wages_total(cost, &t);
    text_add(&t, ".");
    if (cost->known)
        text_addf(&t, _(" Each pay day: %s."), amount_shown(cost->pay_day).s);
    if (cost->known && cost->once > 0)
        text_addf(&t, _(" And %s once."), amount_shown(cost->once).s);
    if (cost->hour.known)
        text_addf(&t, _(" For each hour that somebody is there: %s."),
                  amount_shown(cost->hour.p).s);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void add_sentences(struct notices *said, struct page *page)
{
    for (size_t i = 0; i < said->count; i++)
        page_add(page, ROW_TEXT, said->list[i]);
    notices_free(said);
}

/* What the plan counts for them is less than what they cost, in pence a week; else 0. */
static pence rest_of(const struct wizard *w, const struct employer_cost *cost)
{
    struct figure planned = employer_planned(w->plan, &w->budget, cost->job.supporter);
    if (!cost->known || !planned.known || cost->job.included == REPLY_YES)
        return 0;
    return cost->week > planned.p ? cost->week - planned.p : 0;
}

/* Whether a finding says what this page says beside it: what is not put down, or not counted. */
static bool is_said_below(enum field field)
{
    return field == F_EMPLOYMENT_SUPPORTER || field == F_EMPLOYMENT_INSURANCE ||
           field == F_EMPLOYMENT_PAYROLL || field == F_EMPLOYMENT_TRAINING ||
           field == F_EMPLOYMENT_RECRUITMENT;
}

/* What the check says of a job. false where that is nothing. */
static bool add_findings(const struct wizard *w, const char *job, struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        if (f->section == SEC_EMPLOYMENT && !strcmp(f->item, job) && !is_said_below(f->field)) {
            page_words(page, f->message);
            any = true;
        }
    }
    return any;
}

static void add_job(const struct wizard *w, size_t i, struct page *page)
{
    const struct employer_cost *cost = &w->employer.list[i];
    struct notices said = {NULL, 0};
    add_lines(cost, page);
    page_add(page, ROW_GAP, "");
    add_totals(cost, page);
    if (!add_findings(w, cost->job.item, page))
        add_missing(cost, page);
    (void)wages_compared(w->plan, &w->budget, &w->employer, i, &said);
    (void)wages_notes(w->plan, &w->budget, cost, &said);
    add_sentences(&said, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("What the plan knows about this job"), ACT_FACTS, "facts");
    if (rest_of(w, cost) > 0)
        page_choice(page, _("Add the rest to my plan as a cost"), ACT_ADD_REST, "rest");
}

static void employing_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    size_t i = job_of(w, here->item);
    add_title(w, here->item, &t);
    page_say(page, &page->title, text_str(&t));
    page_say(page, &page->prompt, _("Which line? "));
    page_say(page, &page->hint, _("Enter how was this worked out   F1 help   Esc back"));
    text_free(&t);
    if (i < w->employer.count) {
        add_job(w, i, page);
    } else {
        page_words(page, _("A wage is not all. Holiday, tax, pension and insurance come on top. "
                           "Answer a few questions, and it is worked out here."));
        page_choice(page, _("Answer the questions"), ACT_FACTS, "facts");
    }
    page_choice(page, _("Employing and buying safely"), ACT_SAFELY, "safely");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

void employing_explain(const struct wizard *w, const char *job, size_t part, struct page *page)
{
    const struct employer_cost *cost = NULL;
    struct text t = {0};
    for (size_t i = 0; i < w->employer.count && !cost; i++)
        if (strcmp(w->employer.list[i].job.item, job) == 0)
            cost = &w->employer.list[i];
    if (!cost || part >= PART_COUNT || !cost->parts[part].there)
        return;
    text_addf(&t, "%s: ", wages_part((enum part)part));
    wages_sum(cost, (enum part)part, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    text_clear(&t);
    wages_working(cost, (enum part)part, &t);
    page_words(page, text_str(&t));
    text_clear(&t);
    wages_sources(cost, (enum part)part, &t);
    page_words(page, text_str(&t));
    text_free(&t);
}

/* What it does */

static void open_facts(struct wizard *w, const char *supporter)
{
    size_t i = job_of(w, supporter);
    if (i < w->employer.count)
        record_go(w, SEC_EMPLOYMENT, w->employer.list[i].job.item);
    else
        record_start(w, SEC_EMPLOYMENT, supporter);
}

static void open_part(struct wizard *w, const char *supporter, size_t part)
{
    size_t i = job_of(w, supporter);
    struct place p = place_of(PLACE_EXPLAIN);
    if (i == w->employer.count)
        return;
    snprintf(p.item, sizeof p.item, "%s", w->employer.list[i].job.item);
    p.number = part;
    wizard_go(w, p);
}

/* Put what comes on top of the wage into the plan, as a cost that comes each week. */
static void add_rest(struct wizard *w, const char *supporter)
{
    char cost[NAME_MAX_LEN + 1], price[MONEY_ROOM];
    struct text what = {0};
    size_t i = job_of(w, supporter);
    pence rest = i < w->employer.count ? rest_of(w, &w->employer.list[i]) : 0;
    if (rest == 0)
        return;
    text_add(&what, _("What comes on top of the wage of "));
    wages_name(w->plan, supporter, &what);
    wizard_begin(w, "%s", _("add what comes on top of a wage"));
    enum status st = plan_new_item(w->plan, SEC_COST, cost, &w->action.edits);
    if (!st)
        st = wizard_set(w, F_COST_WHAT, cost, text_str(&what));
    if (!st)
        st = wizard_set(w, F_COST_PRICE, cost, money_print(rest, price));
    if (!st)
        st = wizard_set(w, F_COST_EVERY, cost, "week");
    if (!st)
        st = wizard_set(w, F_COST_SUPPORTER, cost, supporter);
    text_free(&what);
    if (st) {
        wizard_drop(w);
        return;
    }
    wizard_end(w);
    wizard_say(w, _("Added %s a week to your costs. Undo takes it back."), amount_shown(rest).s);
}

static void employing_open(struct wizard *w, const struct row *row)
{
    const struct place here = *wizard_at(w);
    switch (row->act) {
    case ACT_PART:
        open_part(w, here.item, row->number);
        break;
    case ACT_FACTS:
        open_facts(w, here.item);
        break;
    case ACT_ADD_REST:
        add_rest(w, here.item);
        break;
    case ACT_SAFELY:
        wizard_go(w, place_of(PLACE_SAFELY));
        break;
    default:
        wizard_back(w);
        break;
    }
}

const struct place_type employing_place = {
    .build = employing_build,
    .open = employing_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("All that an employer pays, a line each. Enter on a line says how it was worked "
               "out. Rates are those of the tax year in which your plan year begins."),
};

/* Employing and buying safely */

static void say_all(struct page *page, const char *heading, const char *const *words, size_t count)
{
    page_add(page, ROW_HEADING, _(heading));
    for (size_t i = 0; i < count; i++)
        page_add(page, ROW_TEXT, _(words[i]))->indent = 1;
}

#define SAY_ALL(page, heading, words) say_all(page, heading, words, sizeof(words) / sizeof *(words))

static const char *const before[] = {
    N_("Meet them with somebody you trust. Say what the work is, and what matters to you."),
    N_("Ask for two references, and ring them. One should be a job with people."),
    N_("See their papers: who they are, and that they may work in the UK."),
    N_("Ask for a criminal record check. Some councils pay for it. "
       "An enhanced one costs 49.50 in England and Wales, since December 2024."),
};
static const char *const after[] = {
    N_("Write down what you agree: hours, wage, holiday, notice, and what stays private. "
       "They should have it on the first day."),
    N_("Have employers' liability insurance from the first day, for 5 million pounds or more. "
       "Without it you can be fined up to 2,500 pounds a day."),
    N_("Let payroll help do wages, tax and pension. It registers you with the tax office."),
    N_("Never pay cash in hand. Keep each payslip and each bill."),
    N_("Plan who steps in when they are ill or away, and the money for it."),
    N_("If the work ends after two years, redundancy pay may be due. Some insurance pays it."),
    N_("Think twice about a self-employed helper. Facts decide what they are, not a choice."),
};
static const char *const agency[] = {
    N_("Is it registered? Firms that give personal care must be. Look it up yourself."),
    N_("What does a visit of 30, 45 and 60 minutes cost? Short visits cost more an hour."),
    N_("What about evenings, weekends and bank holidays? Is there VAT? Is travel on top?"),
    N_("Who comes when my usual person is ill? Do I know beforehand?"),
    N_("What if I cancel a visit? How much notice ends the contract?"),
    N_("What is the price, and what does my council pay? Who pays the rest?"),
    N_("Whom do I tell when something is wrong?"),
};
static const char *const sources[] = {
    N_("Insurance: handbook.scot; pa-pages.org (read 2026-11-21)"),
    N_("Checks: miragenews.com; staffordshire.gov.uk (read 2026-11-21)"),
    N_("Self-employed helpers, cash in hand: staffordshire.gov.uk (read 2026-11-21)"),
    N_("Short visits: homecareassociation.org.uk, 2025/26 (read 2026-11-21)"),
    N_("Redundancy: questcover.com; fishinsurance.co.uk (read 2026-11-21)"),
};

static void safely_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w;
    (void)here;
    page_say(page, &page->title, _("Employing and buying safely"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    SAY_ALL(page, N_("Before somebody starts"), before);
    SAY_ALL(page, N_("When they work for you"), after);
    SAY_ALL(page, N_("What to ask an agency"), agency);
    SAY_ALL(page, N_("Where this comes from"), sources);
    page_add(page, ROW_TEXT, _("Your council's own advice goes before this page."));
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), ACT_DONE);
}

const struct place_type safely_place = {
    .build = safely_build,
    .open = place_open_back,
    .command = place_next_back,
    .help = N_("Things to think of when you employ somebody or buy from an agency."),
};
