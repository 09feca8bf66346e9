/* What lines and costs come to. */
#include "explain_parts.h"

#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/working.h"

/* How the year is counted. */

typedef bool chosen(const struct explaining *e, const struct budget_line *line);

/* Said where a line has a price by the hour. */
static void say_hours(struct explaining *e, chosen *is_chosen)
{
    bool any = false;

    for (size_t i = 0; i < e->budget->line_count; i++) {
        const struct budget_line *line = &e->budget->lines[i];
        any = any || (line->section == SEC_TIME && is_chosen(e, line) && line->week_priced &&
                      (line->unit == UNIT_HOUR || line->unit == UNIT_NONE));
    }
    if (any)
        explain_say(e, _("Times are in minutes. A price an hour is for 60 of them."));
}

static void say_year(struct explaining *e)
{
    struct text t = {0};

    if (e->budget->basis == BASIS_52)
        text_add(&t, _("A year is 52 weeks here, and a month a twelfth of it."));
    else
        text_addf(&t, _("A year is %d days here. A week is 7 of them, a month a twelfth."),
                  e->budget->year_days);
    explain_take(e, &t);
}

void explain_basis(struct explaining *e)
{
    const struct budget *b = e->budget;
    struct text t = {0};

    if (b->dated_asked && b->basis != BASIS_DATED)
        explain_say(e, _("The plan asks for a dated year, and does not say when it starts."));
    else if (plan_known(e->plan, F_PLAN_YEAR_BASIS, "") != KNOWN)
        explain_say(e, _("The plan does not say how. Then it is by weeks."));
    if (b->basis == BASIS_52)
        text_add(&t, _("Weeks in a year: 52."));
    else if (b->basis == BASIS_DAYS)
        text_addf(&t, _("Weeks in a year: %d / 7."), b->year_days);
    else
        text_addf(&t, _("Days that are counted one by one: %d."), b->year_days);
    explain_take(e, &t);
}

/* The name of a line, and its prices with the day on which each was checked. */

static void add_price(struct explaining *e, const struct working_term *term, struct text *out)
{
    date checked = DATE_NONE;

    text_addf(out, ", %s %s", amount_shown(term->price).s, phrase_unit(term->unit));
    if (plan_date(e->plan, F_RATE_CHECKED, term->rate, &checked) == KNOWN) {
        text_add(out, _(" (checked on "));
        date_words(out, checked, false);
        text_add(out, ")");
    }
}

static void add_prices(struct explaining *e, const struct working *w, struct text *out)
{
    for (size_t i = 0; i < w->count; i++) {
        bool before = false;
        for (size_t j = 0; j < i; j++)
            before |= strcmp(w->list[j].rate, w->list[i].rate) == 0;
        if (!before)
            add_price(e, &w->list[i], out);
    }
}

static void add_name(struct explaining *e, const struct budget_line *line, struct text *out)
{
    if (line->section == SEC_TIME) {
        struct week_line week = line_read(e->plan, line->item);
        line_what(e->plan, e->in->form, &week, out);
    } else {
        phrase_item(e->plan, e->in->form, SEC_COST, line->item, out);
    }
}

/* Terms. */

static bool by_the_hour(const struct working_term *term)
{
    return term->unit == UNIT_HOUR;
}

static bool by_the_day(const struct working_term *term)
{
    return term->unit == UNIT_WEEK;
}

static bool flat(const struct working_term *term)
{
    return term->unit != UNIT_HOUR && term->unit != UNIT_WEEK;
}

/* "5 x 90 x 13.87", with what joins it to the terms before it. */
static void add_term(const struct working_term *term, size_t before, struct text *out)
{
    int64_t times = before && term->times < 0 ? -term->times : term->times;

    if (before)
        text_add(out, term->times < 0 ? " - " : " + ");
    if (times != 1)
        text_addf(out, "%lld x ", (long long)times);
    if (term->unit == UNIT_HOUR)
        text_addf(out, "%d x ", term->length);
    text_add(out, amount_shown(term->price).s);
}

/* Terms of one sort, over what they have in common: "(5 x 90 x 13.87 + 2 x 90 x 15.00) / 60". */
static size_t add_sort(const struct working *w, bool (*is)(const struct working_term *), int over,
                       size_t before, struct text *out)
{
    struct text terms = {0};
    size_t count = 0;

    for (size_t i = 0; i < w->count; i++)
        if (is(&w->list[i]))
            add_term(&w->list[i], count++, &terms);
    if (count > 0 && before > 0)
        text_add(out, " + ");
    if (count > 0 && over == 1)
        text_add(out, text_str(&terms));
    else if (count > 0)
        text_addf(out, count > 1 ? "(%s) / %d" : "%s / %d", text_str(&terms), over);
    if (text_status(&terms))
        out->nomem = true;
    text_free(&terms);
    return before + (over == 1 ? count : count > 0);
}

/* The whole of a line, up to the factors that follow. */
static void add_terms(const struct working *w, bool factors, struct text *out)
{
    struct text all = {0};
    size_t count = add_sort(w, by_the_hour, 60, 0, &all);

    count = add_sort(w, flat, 1, count, &all);
    count = add_sort(w, by_the_day, w->by_days ? 7 : 1, count, &all);
    factors |= w->workers != 1 || w->sharing != 1;
    if (count == 0)
        text_add(&all, amount_shown(0).s);
    text_addf(out, count > 1 && factors ? "(%s)" : "%s", text_str(&all));
    if (w->workers != 1)
        text_addf(out, " x %lld", (long long)w->workers);
    if (w->sharing != 1)
        text_addf(out, " / %lld", (long long)w->sharing);
    if (text_status(&all))
        out->nomem = true;
    text_free(&all);
}

/* A timetable line in a column: an ordinary week x its weeks, or the days of a dated year. */

static void scale_of_weeks(const struct explaining *e, int64_t weeks, enum column column,
                           struct scale *scale)
{
    const struct budget *b = e->budget;

    scale->apart = weeks != 52; /* "x 26 / 52 x 4" can be followed; "x 2" can't */
    if (column == COLUMN_WEEK || column == COLUMN_4WEEKS) {
        scale_add(scale, weeks, 52);
        scale_add(scale, column == COLUMN_WEEK ? 1 : 4, 1);
        return;
    }
    scale_add(scale, weeks, 1);
    if (b->basis == BASIS_DAYS)
        scale_add(scale, b->year_days, 364);
    scale_to_column(b, column, scale);
}

static void say_time(struct explaining *e, size_t i, enum column column)
{
    const struct budget *b = e->budget;
    const struct budget_line *line = &b->lines[i];
    struct scale scale = {.count = 0};
    struct working w;
    struct text name = {0}, sum = {0};

    if (b->basis != BASIS_DATED) {
        working_week(e->plan, b, i, &w);
        scale_of_weeks(e, line->weeks, column, &scale);
    } else {
        enum status st = working_year(e->plan, b, i, &w);
        if (st != ST_OK) {
            e->said.st = st;
            return;
        }
        scale_to_column(b, column, &scale);
    }
    add_name(e, line, &name);
    if (b->basis != BASIS_DATED && line->weeks != 52)
        text_addf(&name, ngettext(", in %lld week", ", in %lld weeks", (unsigned long)line->weeks),
                  (long long)line->weeks);
    add_prices(e, &w, &name);
    add_terms(&w, scale.count > 0, &sum);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, working_sum(&w)),
                column_of(&line->columns, column));
}

static void say_cost(struct explaining *e, const struct budget_line *line, enum column column)
{
    struct scale scale = {.count = 0};
    struct text name = {0}, sum = {0};
    int64_t quantity = 1;
    int every = EVERY_NONE;

    plan_number(e->plan, F_COST_QUANTITY, line->item, &quantity);
    plan_word(e->plan, F_COST_EVERY, line->item, &every);
    scale_to_year(e->budget, (enum every)every, &scale);
    scale_to_column(e->budget, column, &scale);
    add_name(e, line, &name);
    text_addf(&name, ", %s %s", amount_shown(line->price.p).s, phrase_every((enum every)every));
    if (quantity != 1)
        text_addf(&sum, "%lld x ", (long long)quantity);
    text_add(&sum, amount_shown(line->price.p).s);
    scale_words(&scale, &sum);
    explain_sum(e, &name, &sum, scale_of(&scale, fraction_of((wide)line->price.p * quantity, 1)),
                column_of(&line->columns, column));
}

/* Sums of lines. */

static void say_line(struct explaining *e, size_t i, enum column column, struct adding *a)
{
    const struct budget_line *line = &e->budget->lines[i];

    if (line->section == SEC_TIME)
        say_time(e, i, column);
    else
        say_cost(e, line, column);
    adding_term(a, column_of(&line->columns, column));
}

/* Every chosen line that has a year, each as it is in the column, and their sum. */
static void say_lines(struct explaining *e, chosen *is_chosen, enum column column)
{
    struct adding a = {0};
    size_t unpriced = 0;

    say_year(e);
    say_hours(e, is_chosen);
    for (size_t i = 0; i < e->budget->line_count; i++) {
        const struct budget_line *line = &e->budget->lines[i];
        if (!is_chosen(e, line))
            continue;
        if (!line->year_priced)
            unpriced++;
        else if (!line->once || column == COLUMN_YEAR)
            say_line(e, i, column, &a);
    }
    if (unpriced > 0) {
        struct text t = {0};
        phrase_not_priced(unpriced, &t);
        explain_take(e, &t);
    }
    adding_say(e, &a, "");
}

static bool is_regular(const struct explaining *e, const struct budget_line *line)
{
    enum pot pot = line_pot(line);
    (void)e;
    return pot == POT_SUPPORT || pot == POT_OTHER;
}

void explain_cost(struct explaining *e)
{
    say_lines(e, is_regular, (enum column)e->part);
}

static bool is_support(const struct explaining *e, const struct budget_line *line)
{
    (void)e;
    return line_pot(line) == POT_SUPPORT;
}

void explain_support(struct explaining *e)
{
    say_lines(e, is_support, (enum column)e->part);
}

static bool is_other(const struct explaining *e, const struct budget_line *line)
{
    (void)e;
    return line_pot(line) == POT_OTHER;
}

void explain_other(struct explaining *e)
{
    say_lines(e, is_other, (enum column)e->part);
}

static bool is_once(const struct explaining *e, const struct budget_line *line)
{
    (void)e;
    return line_pot(line) == POT_ONCE;
}

void explain_once(struct explaining *e)
{
    say_lines(e, is_once, COLUMN_YEAR);
}

static bool is_set_aside(const struct explaining *e, const struct budget_line *line)
{
    (void)e;
    return line_pot(line) == POT_SET_ASIDE;
}

void explain_set_aside(struct explaining *e)
{
    say_lines(e, is_set_aside, (enum column)e->part);
}

static bool is_of_fund(const struct explaining *e, const struct budget_line *line)
{
    return line_pot(line) == POT_FUND && strcmp(line->fund, e->item) == 0;
}

void explain_fund_cost(struct explaining *e)
{
    say_lines(e, is_of_fund, (enum column)e->part);
}

/* The ordinary week. */

static void say_ordinary(struct explaining *e, size_t i)
{
    struct working w;
    struct text name = {0}, sum = {0};

    working_week(e->plan, e->budget, i, &w);
    add_name(e, &e->budget->lines[i], &name);
    add_prices(e, &w, &name);
    add_terms(&w, false, &sum);
    explain_sum(e, &name, &sum, working_sum(&w), e->budget->lines[i].ordinary);
}

/* Whether a line is one of the week that is asked for. */
static bool is_of_week(const struct explaining *e, const struct budget_line *line)
{
    return line_pot(line) == POT_SUPPORT &&
           week_in_pattern(&e->budget->timetable[line - e->budget->lines], e->item);
}

void explain_week_cost(struct explaining *e)
{
    struct adding a = {0};

    say_hours(e, is_of_week);
    for (size_t i = 0; i < plan_count(e->plan, SEC_TIME); i++) {
        const struct budget_line *line = &e->budget->lines[i];
        if (!is_of_week(e, line))
            continue;
        if (!line->week_priced) {
            struct text t = {0};
            add_name(e, line, &t);
            text_addf(&t, ": %s", line_unpriced(e->plan, line));
            explain_take(e, &t);
            continue;
        }
        say_ordinary(e, i);
        adding_term(&a, line->ordinary);
    }
    adding_say(e, &a, "");
}

void explain_not_priced(struct explaining *e)
{
    struct text t = {0};
    size_t count = 0;

    for (size_t i = 0; i < e->budget->line_count; i++) {
        const struct budget_line *line = &e->budget->lines[i];
        struct text why = {0};
        if (line->week_priced && line->year_priced)
            continue;
        count++;
        add_name(e, line, &why);
        text_addf(&why, ": %s", line_unpriced(e->plan, line));
        explain_take(e, &why);
    }
    text_addf(&t, _("Lines and costs: %zu."), count);
    explain_take(e, &t);
}
