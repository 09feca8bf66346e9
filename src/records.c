/* The records of a plan in words. */
#include "supportplan/records.h"

#include <string.h>

#include "supportplan/coverage.h"
#include "supportplan/lines.h"
#include "supportplan/lived.h"
#include "supportplan/standby.h"

static bool is_given(const struct report_input *in, enum field field, const char *item)
{
    return plan_known(in->plan, field, item) != NOT_GIVEN;
}

/* "Phone: 01632 960 111" */
void record_say_field(struct prose *prose, const struct report_input *in, enum field field,
                      const char *item, int indent)
{
    struct text *words = prose_words(prose);

    if (!is_given(in, field, item))
        return;
    text_addf(words, "%s: ", phrase_label(in->form, field));
    phrase_value(in->plan, in->form, field, item, words);
    prose_line(prose, indent, RECORD_INDENT);
}

static void say_name(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);

    if (plan_known(in->plan, F_PLAN_TITLE, "") == KNOWN)
        phrase_value(in->plan, in->form, F_PLAN_TITLE, "", words);
    else
        text_add(words, _("Support plan"));
    prose_line(prose, 0, 0);
    words = prose_words(prose);
    if (plan_known(in->plan, F_ABOUT_NAME, "") == KNOWN)
        phrase_value(in->plan, in->form, F_ABOUT_NAME, "", words);
    else
        text_add(words, _("Whose plan it is has not been written yet."));
    prose_line(prose, 0, 0);
}

static void say_dates(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);
    date changed = DATE_NONE;

    if (plan_date(in->plan, F_PLAN_CHANGED, "", &changed) == KNOWN) {
        text_add(words, _("Last changed on "));
        date_words(words, changed, false);
        text_add(words, ". ");
    }
    if (in->today != DATE_NONE) {
        text_add(words, _("This copy was made on "));
        date_words(words, in->today, false);
        text_add(words, ".");
    }
    if (words->len > 0)
        prose_line(prose, 0, 0);
}

void record_say_title(struct prose *prose, const struct report_input *in)
{
    say_name(prose, in);
    record_say_field(prose, in, F_ABOUT_REFERENCE, "", 0);
    say_dates(prose, in);
}

static void say_rest(struct prose *prose, const struct report_input *in, enum section section,
                     const char *item, int indent)
{
    for (int f = 0; f < schema_sections[section].count; f++) {
        enum field field = (enum field)((int)schema_sections[section].first + f);
        if (field != phrase_name_field(section))
            record_say_field(prose, in, field, item, indent);
    }
}

/* Records: goals, needs, the people, and so on. */

/* "Monday to Friday, 08:00 to 09:30, 1 h 30 m each. Wash and dress, with Sunrise Care." */
static void add_time(const struct report_input *in, const char *item, struct text *words)
{
    struct week_line line = line_read(in->plan, item);

    line_what(in->plan, in->form, &line, words);
    text_add(words, ". ");
    line_when(in->plan, &line, words);
}

/* The items of a section that refer to an item: what serves a goal or meets a need. */
static size_t say_links(struct prose *prose, const struct report_input *in, enum field field,
                        const char *item)
{
    enum section section = schema_fields[field].section;
    size_t count = 0;

    for (size_t i = 0; i < plan_count(in->plan, section); i++) {
        const char *from = plan_item(in->plan, section, i);
        struct text *words = prose_words(prose);
        if (!plan_refers(in->plan, field, from, item))
            continue;
        if (section == SEC_TIME)
            add_time(in, from, words);
        else
            phrase_reference(in->plan, in->form, section, from, words);
        prose_item(prose, 2 * RECORD_INDENT);
        count++;
    }
    return count;
}

/* What stands there already is not said, and not counted, a second time. */
static void say_same_needs(struct prose *prose, const struct report_input *in,
                           const struct coverage_need *same)
{
    struct text *words = prose_words(prose);

    text_add(words, _("What meets it: the same as for "));
    phrase_number(in->plan, SEC_NEED, same->item, words);
    text_add(words, _(", counted there."));
    prose_line(prose, RECORD_INDENT, 0);
}

/* Each thing that meets a need, with by whom, when and at what cost; then what it comes to. */
static void say_need_met(struct prose *prose, const struct report_input *in,
                         const struct coverage *coverage, const struct coverage_need *need)
{
    bool other = is_given(in, F_NEED_MET_BY, need->item);
    const struct coverage_need *same = coverage_same(coverage, need);

    if (same) {
        say_same_needs(prose, in, same);
        return;
    }
    prose_say(prose, RECORD_INDENT, _("What meets it:"));
    for (size_t i = 0; i < need->count; i++) {
        coverage_link_words(in->plan, in->form, in->budget, &need->links[i], prose_words(prose));
        prose_item(prose, 2 * RECORD_INDENT);
    }
    if (need->count == 0)
        prose_say(prose, 2 * RECORD_INDENT,
                  other ? _("What is said above.") : _("Nothing in this plan yet."));
    struct text *words = prose_words(prose);
    coverage_sum_words(in->plan, in->form, in->budget, need, words);
    if (words->len > 0)
        prose_line(prose, 2 * RECORD_INDENT, 0);
}

static void say_goal_served(struct prose *prose, const struct report_input *in, const char *goal)
{
    prose_say(prose, RECORD_INDENT, _("What helps with it:"));
    if (say_links(prose, in, F_TIME_GOALS, goal) + say_links(prose, in, F_COST_GOALS, goal) == 0)
        prose_say(prose, 2 * RECORD_INDENT, _("Nothing in this plan yet."));
}

/* "Day: 13.87 an hour. On which days: Monday to Friday." */
static void say_rate(struct prose *prose, const struct report_input *in, const char *rate)
{
    struct text *words = prose_words(prose);
    pence price = 0;
    int unit = UNIT_NONE;

    if (is_given(in, F_RATE_NAME, rate)) {
        phrase_value(in->plan, in->form, F_RATE_NAME, rate, words);
        text_add(words, ": ");
    }
    if (plan_money(in->plan, F_RATE_PRICE, rate, &price) == KNOWN)
        text_add(words, amount_shown(price).s);
    else
        text_add(words, _("price not known yet, for"));
    if (plan_word(in->plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        text_addf(words, " %s", phrase_unit((enum unit)unit));
    else
        text_add(words, _(" something not known yet"));
    for (int f = F_RATE_WHEN; f <= F_RATE_CHECKED; f++) {
        enum field field = (enum field)f;
        if (!is_given(in, field, rate))
            continue;
        text_addf(words, ". %s: ", phrase_label(in->form, field));
        phrase_value(in->plan, in->form, field, rate, words);
    }
    text_add(words, ".");
    prose_item(prose, 2 * RECORD_INDENT);
}

/* The prices of a supporter; "" for those of nobody who is known. */
static void say_rates(struct prose *prose, const struct report_input *in, const char *supporter)
{
    const struct plan *plan = in->plan;
    bool any = false;

    for (size_t i = 0; i < plan_count(plan, SEC_RATE); i++) {
        const char *rate = plan_item(plan, SEC_RATE, i);
        const char *whose = plan_known(plan, F_RATE_SUPPORTER, rate) == KNOWN
                                ? plan_str(plan, F_RATE_SUPPORTER, rate)
                                : "";
        if (strcmp(whose, supporter) != 0)
            continue;
        if (!any)
            prose_say(prose, RECORD_INDENT,
                      *supporter != '\0' ? _("Prices:") : _("Prices, whose is not known yet:"));
        any = true;
        say_rate(prose, in, rate);
    }
}

/* "Goal 2: go swimming", or "Sunrise Care" */
static void say_record_name(struct prose *prose, const struct report_input *in,
                            enum section section, const char *item)
{
    enum field name = phrase_name_field(section);
    struct text *words = prose_words(prose);

    if (!phrase_by_number(section)) {
        phrase_item(in->plan, in->form, section, item, words);
    } else {
        phrase_number(in->plan, section, item, words);
        if (is_given(in, name, item))
            text_add(words, ": ");
        phrase_value(in->plan, in->form, name, item, words);
    }
    prose_item(prose, 0);
}

/* What a review found, beside what the plan expected. */
static void say_lived(struct prose *prose, const struct report_input *in, const char *review)
{
    struct text *words = prose_words(prose);

    lived_words(in->plan, in->form, in->budget, review, words);
    if (words->len > 0)
        prose_line(prose, RECORD_INDENT, 0);
}

static void say_record(struct prose *prose, const struct report_input *in, enum section section,
                       const char *item)
{
    say_record_name(prose, in, section, item);
    say_rest(prose, in, section, item, RECORD_INDENT);
    if (section == SEC_GOAL)
        say_goal_served(prose, in, item);
    else if (section == SEC_SUPPORTER)
        say_rates(prose, in, item);
    else if (section == SEC_REVIEW)
        say_lived(prose, in, item);
}

/* Needs with nothing beside them come first: whoever checks the plan looks for these. */
static void say_needs(struct prose *prose, const struct report_input *in)
{
    struct coverage coverage = {0};

    if (coverage_make(in->plan, in->budget, &coverage) != ST_OK) {
        prose->failed = true;
        return;
    }
    if (coverage.open > 0) {
        coverage_words(&coverage, prose_words(prose));
        prose_line(prose, 0, 0);
    }
    for (size_t i = 0; i < coverage.count; i++) {
        say_record(prose, in, SEC_NEED, coverage.needs[i].item);
        say_need_met(prose, in, &coverage, &coverage.needs[i]);
    }
    coverage_free(&coverage);
}

/* Whether a row of cover is told where everybody in the week is gone through. */
static bool is_in_week(const struct plan *plan, const struct standbys *all, const char *cover)
{
    for (size_t i = 0; i < all->count; i++)
        if (plan_is(plan, F_COVER_SUPPORTER, cover, all->list[i].supporter))
            return true;
    return false;
}

static void say_standby(struct prose *prose, const struct report_input *in,
                        const struct standby *one)
{
    struct notices said = {0};

    if (standby_say(in->plan, in->form, one, &said) != ST_OK)
        prose->failed = true;
    for (size_t i = 0; i < said.count; i++) {
        text_add(prose_words(prose), said.list[i]);
        prose_item(prose, 0);
    }
    notices_free(&said);
}

/* Who comes instead, for everybody in the week: a list for the fridge. Then what else is there. */
static void say_cover(struct prose *prose, const struct report_input *in)
{
    struct standbys all;

    if (standbys_make(in->plan, in->budget, &all) != ST_OK) {
        prose->failed = true;
        return;
    }
    for (size_t i = 0; i < all.count; i++)
        say_standby(prose, in, &all.list[i]);
    for (size_t i = 0; i < plan_count(in->plan, SEC_COVER); i++) {
        const char *cover = plan_item(in->plan, SEC_COVER, i);
        if (!is_in_week(in->plan, &all, cover))
            say_record(prose, in, SEC_COVER, cover);
    }
    standbys_free(&all);
}

void records_say(struct prose *prose, const struct report_input *in, enum section section)
{
    const struct plan *plan = in->plan;
    bool apart = section == SEC_NEED || section == SEC_COVER;
    size_t count = apart ? 0 : plan_count(plan, section);

    if (section == SEC_NEED)
        say_needs(prose, in);
    if (section == SEC_COVER)
        say_cover(prose, in);
    for (size_t i = 0; i < count; i++)
        say_record(prose, in, section, plan_item(plan, section, i));
    if (section != SEC_SUPPORTER)
        return;
    say_rates(prose, in, "");
}
