/* The money of a plan in words, every sum shown. */
#include "supportplan/accounts.h"

#include <string.h>

#include "supportplan/almanac.h"
#include "supportplan/arrivals.h"
#include "supportplan/figures.h"
#include "supportplan/lines.h"
#include "supportplan/sentences.h"

/* One account: the lines of one pot, or of one fund. */
struct account {
    const struct report_input *in;
    struct prose *prose;
    bool all_columns;
    enum pot pot;
    const char *fund; /* POT_FUND: whose lines; else NULL */
};

static bool account_has(const struct account *account, const struct budget_line *line)
{
    return line_pot(line) == account->pot &&
           (!account->fund || strcmp(line->fund, account->fund) == 0);
}

/* How the year and the other periods are counted. */

static void say_days_basis(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);
    date start = DATE_NONE;

    text_addf(words,
              in->budget->basis == BASIS_DATED ? _("A year is %d days here, counted one by one")
                                               : _("A year is %d days here"),
              in->budget->year_days);
    if (plan_date(in->plan, F_PLAN_YEAR_START, "", &start) == KNOWN) {
        text_add(words, _(", from "));
        date_words(words, start, false);
    }
    text_add(words, _(". A week is 7 of them, and a month is a twelfth of the year."));
    prose_line(prose, 0, 0);
}

static void say_basis(struct prose *prose, const struct report_input *in)
{
    prose_say(prose, 0, _("All amounts are in pounds. Each is rounded once, to a whole penny."));
    if (in->budget->basis == BASIS_52)
        prose_say(prose, 0, _("A year is 52 weeks here. A month is a twelfth of the year."));
    else
        say_days_basis(prose, in);
    if (in->budget->dated_asked && in->budget->basis != BASIS_DATED)
        prose_say(prose, 0,
                  _("The plan asks for a year counted day by day. It does not say when the year "
                    "starts. So it is counted as 52 weeks here."));
}

/* Sentences that were made elsewhere: the first above, the others as a list. */
static void say_made(struct prose *prose, enum status st, struct notices *said)
{
    if (st)
        prose->failed = true;
    for (size_t i = 0; i < said->count; i++) {
        text_add(prose_words(prose), said->list[i]);
        if (i == 0)
            prose_line(prose, 0, 0);
        else
            prose_item(prose, 0);
    }
    notices_free(said);
}

/* What a year that is counted day by day has that 52 weeks have not. */
static void say_difference(struct prose *prose, const struct report_input *in)
{
    struct notices said = {0};
    enum status st = almanac_say(in->plan, in->budget, &said);

    say_made(prose, st, &said);
}

static void say_payments(struct prose *prose, const struct report_input *in)
{
    struct notices said = {0};
    enum status st = arrivals_say(in->plan, in->budget, &said);

    if (st == ST_OK)
        st = arrivals_say_letter(in->plan, in->budget, &said);
    if (said.count > 0) {
        prose_title(prose, _("Payments"));
    }
    say_made(prose, st, &said);
}

/* One line of an account. */

static void line_name(const struct account *account, const struct budget_line *line,
                      struct text *words)
{
    const struct report_input *in = account->in;

    if (line->section == SEC_TIME) {
        struct week_line week = line_read(in->plan, line->item);
        line_what(in->plan, in->form, &week, words);
    } else {
        phrase_item(in->plan, in->form, line->section, line->item, words);
    }
}

/* "7 h 30 m a week at 13.87 an hour = 104.03 a week" */
static void add_working(const struct account *account, const struct budget_line *line,
                        struct text *words)
{
    const struct plan *plan = account->in->plan;

    if (line->section == SEC_TIME) {
        line_working(plan, line, words);
        text_addf(words, _(" = %s a week"), amount_shown(line->ordinary).s);
        return;
    }
    line_cost_working(plan, line, words);
    if (line->once && line->columns.year != line->price.p)
        text_addf(words, " = %s", amount_shown(line->columns.year).s);
    else if (!line->once && line->columns.week != line->price.p)
        text_addf(words, _(" = %s a week"), amount_shown(line->columns.week).s);
}

/* Whether its ordinary week is not the average one: it does not happen all the year round. */
static bool differs(const struct budget_line *line)
{
    return line->section == SEC_TIME && line->week_priced && line->columns.week != line->ordinary;
}

/* Whether all its columns stand on a line of their own. */
static bool in_all_columns(const struct account *account, const struct budget_line *line)
{
    return account->all_columns && line->year_priced && !line->once;
}

/* What the line comes to over the year; an ordinary week may differ from the average one. */
static void add_year(const struct account *account, const struct budget_line *line,
                     struct text *words)
{
    if (!line->year_priced) {
        text_addf(words, ". %s", line_unpriced(account->in->plan, line));
        return;
    }
    if (line->once || in_all_columns(account, line)) {
        text_add(words, ".");
        return;
    }
    if (differs(line))
        text_addf(words, _("; %s in the average week"), amount_shown(line->columns.week).s);
    text_add(words, "; ");
    phrase_year(account->in->budget, line->columns.year, words);
    text_add(words, ".");
}

static void say_all_columns(const struct account *account, const struct budget_line *line)
{
    struct text *words = prose_words(account->prose);

    text_add(words, differs(line) ? _("On average: ") : "");
    phrase_columns(account->in->budget, &line->columns, words);
    text_add(words, ".");
    prose_line(account->prose, 2, 0);
}

static void say_note(const struct account *account, const struct budget_line *line)
{
    const char *note =
        line->section == SEC_COST ? plan_str(account->in->plan, F_COST_NOTE, line->item) : "";

    if (*note != '\0') {
        text_add(prose_words(account->prose), note);
        prose_line(account->prose, 4, 0);
    }
}

static void say_line(const struct account *account, const struct budget_line *line)
{
    struct text *words = prose_words(account->prose);

    line_name(account, line, words);
    text_add(words, ": ");
    if (line->section == SEC_TIME ? line->week_priced : line->year_priced) {
        add_working(account, line, words);
        add_year(account, line, words);
    } else {
        text_addf(words, _("no price yet. %s"), line_unpriced(account->in->plan, line));
    }
    prose_item(account->prose, 0);
    if (in_all_columns(account, line))
        say_all_columns(account, line);
    say_note(account, line);
}

/* The whole of an account. */

static size_t count_lines(const struct account *account, bool priced_only)
{
    const struct budget *budget = account->in->budget;
    size_t count = 0;

    for (size_t i = 0; i < budget->line_count; i++)
        if (account_has(account, &budget->lines[i]) &&
            (!priced_only || budget->lines[i].year_priced))
            count++;
    return count;
}

static void say_lines(const struct account *account)
{
    const struct budget *budget = account->in->budget;

    for (size_t i = 0; i < budget->line_count; i++)
        if (account_has(account, &budget->lines[i]))
            say_line(account, &budget->lines[i]);
}

/* The sum of the lines above it, in the columns that they are shown in. */
static void say_together(const struct account *account, const struct columns *columns)
{
    struct text *words = prose_words(account->prose);
    const struct budget *budget = account->in->budget;
    size_t priced = count_lines(account, true);
    size_t unpriced = count_lines(account, false) - priced;

    if (priced == 0)
        return;
    text_add(words, _("Together: "));
    if (account->pot == POT_ONCE) {
        phrase_once(budget, columns->year, words);
    } else if (account->all_columns) {
        phrase_columns(budget, columns, words);
    } else {
        text_addf(words, _("%s a week; "), amount_shown(columns->week).s);
        phrase_year(budget, columns->year, words);
    }
    text_add(words, ".");
    if (unpriced > 0) {
        text_add(words, " ");
        phrase_not_priced(unpriced, words);
    }
    prose_line(account->prose, 0, 0);
}

static void say_pot(struct account account, enum pot pot, const char *name,
                    const struct columns *columns)
{
    account.pot = pot;
    if (count_lines(&account, false) == 0)
        return;
    prose_title(account.prose, name);
    say_lines(&account);
    if (columns)
        say_together(&account, columns);
}

/* "Left of it: 120.00 a year (52 weeks), of 500.00." */
static void say_fund_left(const struct account *account, const struct budget_fund *fund)
{
    const struct budget *budget = account->in->budget;
    struct text *words = prose_words(account->prose);

    if (!fund->amount_year.known) {
        text_add(words, _("How much there is of it is not known yet."));
    } else {
        text_add(words, _("There is "));
        phrase_year(budget, fund->amount_year.p, words);
        text_add(words,
                 fund->left_year.p < 0 ? _(". More is planned than there is: ") : _(". Left: "));
        phrase_year(budget, fund->left_year.p < 0 ? -fund->left_year.p : fund->left_year.p, words);
        text_add(words, ".");
    }
    prose_line(account->prose, 0, 0);
}

static void say_fund(struct account account, const struct budget_fund *fund)
{
    struct columns columns = fund->cost;
    struct text *words;

    account.pot = POT_FUND;
    account.fund = fund->item;
    columns.year += fund->once;
    words = prose_words(account.prose);
    text_add(words, _("Paid by: "));
    phrase_item(account.in->plan, account.in->form, SEC_FUND, fund->item, words);
    prose_heading(account.prose, 0);
    say_lines(&account);
    say_together(&account, &columns);
    say_fund_left(&account, fund);
}

/* The figures. */

static void say_figure(struct prose *prose, const struct budget *budget,
                       const struct money_figure *figure)
{
    struct text *words = prose_words(prose);

    text_addf(words, "%s: ", figure->label);
    if (!figure->known)
        text_add(words, _("not known yet"));
    else if (figure->year_only)
        phrase_once(budget, figure->columns.year, words);
    else
        phrase_columns(budget, &figure->columns, words);
    text_add(words, ".");
    prose_item(prose, 2 * figure->indent);
    if (*figure->detail != '\0')
        prose_say(prose, 2 * figure->indent + 2, figure->detail);
}

static void say_used(struct prose *prose, const struct budget *budget)
{
    struct text *words = prose_words(prose);

    if (budget->used_hundredths < 0)
        return;
    text_addf(words, _("Planned so far: %lld.%02d percent of the budget for the year ("),
              (long long)(budget->used_hundredths / 100), (int)(budget->used_hundredths % 100));
    phrase_basis(budget, words);
    text_add(words, ").");
    prose_line(prose, 0, 0);
}

static void say_figures(struct prose *prose, const struct report_input *in)
{
    struct money_figure *list = NULL;
    size_t count = 0;

    if (figures_make(in->plan, in->form, in->budget, &list, &count)) {
        prose->failed = true;
        return;
    }
    prose_title(prose, _("The figures"));
    /* The other funds, at the end, have had accounts of their own. */
    for (size_t i = 0; i + in->budget->fund_count < count; i++)
        say_figure(prose, in->budget, &list[i]);
    say_used(prose, in->budget);
    figures_free(list, count);
}

/* A yearly total that somebody else worked out, beside what is planned and what there is. */
static void say_letter_total(struct prose *prose, const struct report_input *in)
{
    const struct budget *budget = in->budget;
    pence total = 0;

    if (plan_money(in->plan, F_MONEY_LETTER_TOTAL, "", &total) != KNOWN)
        return;
    struct text *words = prose_words(prose);
    text_addf(words, _("The total in the letter: %s a year. "), amount_shown(total).s);
    if (budget_is_planned(budget, total)) {
        text_add(words, _("It is what this plan comes to."));
    } else if (!budget->amount_known) {
        text_add(words, _("The budget here is not known yet."));
    } else {
        pence more = total - budget->amounts.year;
        text_add(words, _("The budget here: "));
        phrase_year(budget, budget->amounts.year, words);
        if (more == 0)
            text_add(words, _(". They are the same."));
        else
            text_addf(words,
                      more > 0 ? _(". The letter has %s more. Ask how it was worked out.")
                               : _(". The letter has %s less. Ask how it was worked out."),
                      amount_shown(more > 0 ? more : -more).s);
    }
    prose_line(prose, 0, 0);
}

/* A year's money in weeks may have been rounded up: then so many of these are more than it. */
static void say_allowed(struct prose *prose, const struct report_input *in)
{
    const struct budget *budget = in->budget;

    if (!budget->amount_known || budget_allows_a_week(budget) >= budget->amounts.week)
        return;
    text_addf(prose_words(prose), _("So that the year is enough, plan no more than %s a week."),
              amount_shown(budget_allows_a_week(budget)).s);
    prose_line(prose, 0, 0);
}

/* The first kind of week against the budget; of the others what they cost. */
static void say_totals(struct prose *prose, const struct report_input *in)
{
    const struct budget *budget = in->budget;

    sentence_total(in->plan, budget, "", prose_words(prose));
    prose_line(prose, 0, 0);
    for (size_t i = 1; i < budget->pattern_count; i++) {
        const struct budget_pattern *pattern = &budget->patterns[i];
        struct text *words = prose_words(prose);
        phrase_item(in->plan, in->form, SEC_WEEK, pattern->item, words);
        text_add(words, ": ");
        if (pattern_priced(in->plan, budget, pattern->item))
            text_addf(words, _("%s pounds a week for support. "), amount_shown(pattern->cost).s);
        else
            text_add(words, _("what it costs is not known yet. "));
        minutes_words(words, pattern->time.paid);
        text_add(words, _(" paid."));
        prose_line(prose, 0, 0);
    }
}

void accounts_say(struct prose *prose, const struct report_input *in, bool all_columns)
{
    const struct budget *budget = in->budget;
    struct columns once = {.year = budget->once_year};
    struct account account = {.in = in, .prose = prose, .all_columns = all_columns};

    say_totals(prose, in);
    say_basis(prose, in);
    if (all_columns)
        say_difference(prose, in);
    say_pot(account, POT_SUPPORT, _("Support in my week"), &budget->support);
    say_pot(account, POT_OTHER, _("Other regular costs"), &budget->other);
    say_pot(account, POT_SET_ASIDE, _("Put aside for when things go wrong"), &budget->set_aside);
    say_pot(account, POT_ONCE, _("Paid once"), &once);
    say_pot(account, POT_NOBODY_YET, _("Who pays is not known yet"), NULL);
    for (size_t i = 0; i < budget->fund_count; i++)
        say_fund(account, &budget->funds[i]);
    say_figures(prose, in);
    say_letter_total(prose, in);
    if (all_columns)
        say_allowed(prose, in);
    if (all_columns)
        say_payments(prose, in);
    accounts_say_jobs(prose, in, all_columns);
}
