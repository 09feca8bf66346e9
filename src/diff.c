/*
 * What changed between two plans, told: hours and money, then need by need, then section by
 * section; or as a table.
 */
#include "supportplan/diff.h"

#include <string.h>

#include "supportplan/compare.h"
#include "supportplan/coverage.h"
#include "supportplan/lines.h"
#include "supportplan/plan_csv.h"
#include "supportplan/prose.h"
#include "supportplan/records.h"

/* What is being told. */
struct diff_page {
    const struct diff_pair *pair;
    struct prose prose;
};

/* Hours and money. */

/* "30.53 more", "30.53 less" */
static void add_money_step(struct text *words, pence before, pence now)
{
    if (now > before)
        text_addf(words, _(" %s more."), amount_shown(now - before).s);
    else
        text_addf(words, _(" %s less."), amount_shown(before - now).s);
}

/* Whether a figure changed; then it has been said. One that is not known is said to be. */
static bool say_money(struct diff_page *t, const char *label, struct figure before,
                      struct figure now)
{
    struct text *words = prose_words(&t->prose);
    if (before.known == now.known && (!now.known || before.p == now.p))
        return false;
    text_addf(words, _("%s: before %s, "), label,
              before.known ? amount_shown(before.p).s : _("not known"));
    text_addf(words, _("now %s."), now.known ? amount_shown(now.p).s : _("not known"));
    if (before.known && now.known)
        add_money_step(words, before.p, now.p);
    prose_item(&t->prose, 0);
    return true;
}

static bool say_time(struct diff_page *t, const char *label, int64_t before, int64_t now)
{
    struct text *words = prose_words(&t->prose);
    if (before == now)
        return false;
    text_addf(words, _("%s: before "), label);
    minutes_words(words, before);
    text_add(words, _(", now "));
    minutes_words(words, now);
    text_add(words, ". ");
    minutes_words(words, now > before ? now - before : before - now);
    text_add(words, now > before ? _(" more.") : _(" less."));
    prose_item(&t->prose, 0);
    return true;
}

static struct figure known_if(bool known, pence p)
{
    return (struct figure){.known = known, .p = p};
}

static const struct week_time *time_of(const struct budget *budget, const char *pattern)
{
    static const struct week_time none;
    for (size_t i = 0; i < budget->pattern_count; i++)
        if (strcmp(budget->patterns[i].item, pattern) == 0)
            return &budget->patterns[i].time;
    return &none;
}

/* The time of a kind of week; its name where there are several kinds. */
static bool say_pattern(struct diff_page *t, const char *pattern)
{
    const struct report_input *now = t->pair->now;
    const struct week_time *before = time_of(t->pair->before->budget, pattern);
    const struct week_time *after = time_of(now->budget, pattern);
    struct text paid = {0}, unpaid = {0};
    if (now->budget->pattern_count > 1) {
        phrase_item(now->plan, now->form, SEC_WEEK, pattern, &paid);
        text_add(&paid, ", ");
    }
    text_add(&unpaid, text_str(&paid));
    text_add(&paid, _("paid time a week"));
    text_add(&unpaid, _("unpaid time a week"));
    phrase_capital(&paid, 0);
    phrase_capital(&unpaid, 0);
    bool said = say_time(t, text_str(&paid), before->paid, after->paid);
    said = say_time(t, text_str(&unpaid), before->unpaid, after->unpaid) || said;
    t->prose.failed = t->prose.failed || text_status(&paid) || text_status(&unpaid);
    text_free(&paid);
    text_free(&unpaid);
    return said;
}

static void say_sums(struct diff_page *t)
{
    const struct budget *a = t->pair->before->budget, *b = t->pair->now->budget;
    bool said = false;
    prose_title(&t->prose, _("Hours and money"));
    for (size_t i = 0; i < b->pattern_count; i++)
        said = say_pattern(t, b->patterns[i].item) || said;
    said = say_money(t, _("Cost a week"), known_if(true, a->cost.week),
                     known_if(true, b->cost.week)) ||
           said;
    said = say_money(t, _("Cost a year"), known_if(true, a->cost.year + a->once_year),
                     known_if(true, b->cost.year + b->once_year)) ||
           said;
    said = say_money(t, _("Budget a week"), known_if(a->amount_known, a->amounts.week),
                     known_if(b->amount_known, b->amounts.week)) ||
           said;
    said = say_money(t, _("Left a week"), known_if(a->amount_known, a->left.week),
                     known_if(b->amount_known, b->left.week)) ||
           said;
    if (!said)
        prose_say(&t->prose, 0, _("The hours and the money are the same."));
}

/* Needs. */

static const struct coverage_need *need_of(const struct coverage *coverage, const char *item)
{
    for (size_t i = 0; i < coverage->count; i++)
        if (strcmp(coverage->needs[i].item, item) == 0)
            return &coverage->needs[i];
    return NULL;
}

/* A need that is new, or is there no more, or has more or less than before. Whether it was said. */
static bool say_need(struct diff_page *t, const struct report_input *in, const char *need,
                     const struct coverage_need *before, const struct coverage_need *now)
{
    struct text *words = prose_words(&t->prose);
    if (before && now && before->cost.week == now->cost.week && before->met == now->met)
        return false;
    phrase_reference(in->plan, in->form, SEC_NEED, need, words);
    text_add(words, ". ");
    if (!before) {
        text_add(words, _("New: "));
        coverage_state(now, words);
        text_add(words, ".");
    } else if (!now) {
        text_add(words, _("Taken away."));
    } else {
        text_add(words, _("Before: "));
        coverage_state(before, words);
        text_addf(words, _(", %s a week. Now: "), amount_shown(before->cost.week).s);
        coverage_state(now, words);
        text_addf(words, _(", %s a week."), amount_shown(now->cost.week).s);
    }
    prose_item(&t->prose, 0);
    return true;
}

static bool say_needs_of(struct diff_page *t, const struct coverage *before,
                         const struct coverage *now)
{
    const struct report_input *was = t->pair->before, *is = t->pair->now;
    bool said = false;
    for (size_t i = 0; i < plan_count(was->plan, SEC_NEED); i++) {
        const char *need = plan_item(was->plan, SEC_NEED, i);
        said = say_need(t, was, need, need_of(before, need), need_of(now, need)) || said;
    }
    for (size_t i = 0; i < plan_count(is->plan, SEC_NEED); i++) {
        const char *need = plan_item(is->plan, SEC_NEED, i);
        if (!need_of(before, need))
            said = say_need(t, is, need, NULL, need_of(now, need)) || said;
    }
    return said;
}

static void say_needs(struct diff_page *t)
{
    struct coverage before = {0}, now = {0};
    const struct report_input *was = t->pair->before, *is = t->pair->now;
    if (coverage_make(was->plan, was->budget, &before) != ST_OK ||
        coverage_make(is->plan, is->budget, &now) != ST_OK) {
        t->prose.failed = true;
    } else if (before.count + now.count > 0) {
        prose_title(&t->prose, _("What meets each need"));
        if (!say_needs_of(t, &before, &now))
            prose_say(&t->prose, 0, _("What meets each need is the same."));
    }
    coverage_free(&before);
    coverage_free(&now);
}

/* Section by section. */

static bool is_there(const struct plan *plan, enum section section, const char *item)
{
    return plan_place(plan, section, item) != PLAN_LAST;
}

/* "Wash, with Sam. Monday and Tuesday, 09:00 to 10:30, 1 h 30 m each.", or an item's name. */
static void add_name(const struct report_input *in, enum section section, const char *item,
                     struct text *words)
{
    if (section != SEC_TIME) {
        phrase_reference(in->plan, in->form, section, item, words);
        return;
    }
    struct week_line line = line_read(in->plan, item);
    line_what(in->plan, in->form, &line, words);
    text_add(words, ". ");
    line_when(in->plan, &line, words);
}

static void say_item(struct diff_page *t, enum section section, const char *item)
{
    const struct diff_pair *pair = t->pair;
    struct text *words = prose_words(&t->prose);
    if (schema_sections[section].items == ITEMS_NONE)
        return;
    const bool was = is_there(pair->before->plan, section, item);
    const bool is = is_there(pair->now->plan, section, item);
    text_add(words, !was ? _("New: ") : !is ? _("Taken away: ") : "");
    add_name(is ? pair->now : pair->before, section, item, words);
    prose_item(&t->prose, 0);
}

/* Whether the name of a thing that is new, or is gone, says this already. */
static bool is_in_name(enum section section, enum field field)
{
    static const enum field of_line[] = {F_TIME_DAYS,    F_TIME_START, F_TIME_END,
                                         F_TIME_MINUTES, F_TIME_WHAT,  F_TIME_SUPPORTER};
    for (size_t i = 0; i < sizeof of_line / sizeof *of_line && section == SEC_TIME; i++)
        if (of_line[i] == field)
            return true;
    return field == phrase_name_field(section);
}

/* "Phone: 01632 960 111" */
static void say_side(struct diff_page *t, const struct report_input *in, const char *side,
                     const struct change *c)
{
    struct text *words = prose_words(&t->prose);
    text_addf(words, "%s%s: ", phrase_label(t->pair->now->form, c->known), side);
    phrase_value(in->plan, in->form, c->known, c->item, words);
    prose_line(&t->prose, RECORD_INDENT, RECORD_INDENT);
}

/* What is new, or is gone, says what it holds; what was changed says what it was and what it is. */
static void say_fact(struct diff_page *t, const struct change *c)
{
    const struct diff_pair *pair = t->pair;
    const enum section section = schema_fields[c->known].section;
    const bool was = compare_value(pair->before->plan, c), is = compare_value(pair->now->plan, c);
    const bool whole = !is_there(pair->before->plan, section, c->item) ||
                       !is_there(pair->now->plan, section, c->item);
    if (whole && is_in_name(section, c->known))
        return;
    if (was)
        say_side(t, pair->before, whole ? "" : _(", before"), c);
    if (is)
        say_side(t, pair->now, whole ? "" : was ? _(", now") : _(", new"), c);
    else if (!whole)
        prose_say(&t->prose, RECORD_INDENT, _("It was taken away."));
}

/* A fact that this version does not know, by the names in the file. */
static void say_unknown(struct diff_page *t, const struct change *c)
{
    const char *was = compare_value(t->pair->before->plan, c);
    const char *is = compare_value(t->pair->now->plan, c);
    struct text *words = prose_words(&t->prose);
    text_addf(words, "%s %s %s. ", c->section, c->item, c->field);
    text_addf(words, _("Before: %s. Now: %s."), was ? was : _("nothing"), is ? is : _("nothing"));
    prose_item(&t->prose, 0);
}

static void say_change(struct diff_page *t, const struct change *c, const struct change *last)
{
    const bool known = c->known != FIELD_NONE;
    const bool first = !last || (last->known != FIELD_NONE) != known ||
                       (known && strcmp(last->section, c->section) != 0);
    if (first && known)
        prose_title(&t->prose, phrase_section(schema_fields[c->known].section, true));
    else if (first)
        prose_title(&t->prose, _("What this version does not know"));
    if (known && (first || strcmp(last->item, c->item) != 0))
        say_item(t, schema_fields[c->known].section, c->item);
    if (known)
        say_fact(t, c);
    else
        say_unknown(t, c);
}

static void say_facts(struct diff_page *t, const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++)
        say_change(t, &changes->list[i], i > 0 ? &changes->list[i - 1] : NULL);
}

/* All of it. */

/* "Before: old.csv, last changed on 1 November 2026." */
static void say_file(struct diff_page *t, const char *label, const struct report_input *in,
                     const char *name)
{
    struct text *words = prose_words(&t->prose);
    date changed;
    text_addf(words, "%s: ", label);
    prose_add_name(words, name);
    if (plan_date(in->plan, F_PLAN_CHANGED, "", &changed) == KNOWN) {
        text_add(words, _(", last changed on "));
        date_words(words, changed, false);
    }
    prose_line(&t->prose, 0, 0);
}

enum status diff_text(const struct diff_pair *pair, struct text *out)
{
    struct diff_page t = {
        .pair = pair,
        .prose = {.out = out, .width = pair->now->width, .charset = pair->now->charset}};
    struct changes changes;
    enum status st = compare_plans(pair->before->plan, pair->now->plan, &changes);
    if (st)
        return st;
    say_file(&t, _("Before"), pair->before, pair->before_name);
    say_file(&t, _("Now"), pair->now, pair->now_name);
    if (changes.count == 0) {
        prose_gap(&t.prose);
        prose_say(&t.prose, 0, _("Nothing has changed."));
    } else {
        say_sums(&t);
        say_needs(&t);
        say_facts(&t, &changes);
    }
    changes_free(&changes);
    return prose_end(&t.prose);
}

/* As a table. */

static void add_row(struct text *out, const char *const cells[5])
{
    for (size_t i = 0; i < 5; i++) {
        csv_cell(out, cells[i] ? cells[i] : "");
        text_add_char(out, i < 4 ? ',' : '\n');
    }
}

/* The value of a key among the rows "key,value", up to the end of its line; NULL where it is not
 * there. */
static const char *value_of(const char *rows, const char *key, size_t len)
{
    for (const char *row = rows; *row; row += strcspn(row, "\n"), row += *row == '\n')
        if (strncmp(row, key, len) == 0 && row[len] == ',')
            return row + len + 1;
    return NULL;
}

static struct text value_text(const char *value)
{
    struct text t = {0};
    if (value)
        text_add_n(&t, value, strcspn(value, "\n"));
    return t;
}

/* The keys of one list whose values are others in the other; those in both once. */
static void add_keys(struct text *out, const char *rows, const char *others, bool rows_are_now)
{
    for (const char *row = rows; *row; row += strcspn(row, "\n"), row += *row == '\n') {
        const size_t len = strcspn(row, ",");
        const char *there = value_of(others, row, len);
        struct text key = {0}, here = value_text(row + len + 1), other = value_text(there);
        text_add_n(&key, row, len);
        const char *mine = text_str(&here), *theirs = there ? text_str(&other) : NULL;
        if (rows_are_now ? !there || strcmp(mine, theirs) != 0 : !there)
            add_row(out, (const char *const[]){"budget", text_str(&key), "",
                                               rows_are_now ? theirs : mine,
                                               rows_are_now ? mine : NULL});
        out->nomem = out->nomem || key.nomem || here.nomem || other.nomem;
        text_free(&key);
        text_free(&here);
        text_free(&other);
    }
}

static enum status add_figures(const struct diff_pair *pair, struct text *out)
{
    struct text before = {0}, now = {0};
    enum status st = report_figures_csv(pair->before, &before);
    if (!st)
        st = report_figures_csv(pair->now, &now);
    if (!st) {
        add_keys(out, text_str(&before), text_str(&now), false);
        add_keys(out, text_str(&now), text_str(&before), true);
        st = text_status(out);
    }
    text_free(&before);
    text_free(&now);
    return st;
}

enum status diff_csv(const struct diff_pair *pair, struct text *out)
{
    struct changes changes;
    enum status st = compare_plans(pair->before->plan, pair->now->plan, &changes);
    if (st)
        return st;
    text_add(out, "section,item,field,before,now\n");
    for (size_t i = 0; i < changes.count; i++) {
        const struct change *c = &changes.list[i];
        add_row(out, (const char *const[]){c->section, c->item, c->field,
                                           compare_value(pair->before->plan, c),
                                           compare_value(pair->now->plan, c)});
    }
    changes_free(&changes);
    return add_figures(pair, out);
}
