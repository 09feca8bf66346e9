/* Parts of a plan in words. */
#include "supportplan/phrases.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/check.h"

/* A name that is only referred to is cut to about this many columns. */
#define REFERENCE_COLS 40

struct amount_shown amount_shown(pence p)
{
    struct amount_shown shown;

    money_show(p, shown.s);
    return shown;
}

void phrase_join(struct text *out, const struct text *part)
{
    text_add(out, text_str(part));
    out->nomem = out->nomem || part->nomem;
}

void phrase_end(struct text *out)
{
    if (out->len > 0 && !strchr(".!?", out->data[out->len - 1]))
        text_add(out, ".");
}

void phrase_time(const struct week_time *time, struct text *out)
{
    if (time->paid == 0 && time->unpaid == 0)
        text_add(out, _("nothing"));
    if (time->paid > 0) {
        minutes_words(out, time->paid);
        text_add(out, _(" paid"));
    }
    if (time->paid > 0 && time->unpaid > 0)
        text_add(out, ", ");
    if (time->unpaid > 0) {
        minutes_words(out, time->unpaid);
        text_add(out, _(" unpaid"));
    }
}

void phrase_capital(struct text *out, size_t from)
{
    if (out->len > from && out->data[from] >= 'a' && out->data[from] <= 'z')
        out->data[from] = (char)(out->data[from] - 'a' + 'A');
}

static void add_clean(struct text *out, const char *s)
{
    size_t len = strlen(s);
    while (len > 0 && strchr(" \t\n", s[len - 1])) /* Enter at the end is no part of a name */
        len--;
    text_clean(out, s, len > 0 ? len : strlen(s), CHARSET_UTF8, true);
}

/* What stands in where there is no form. */

const char *phrase_label(const struct form *form, enum field field)
{
    return form ? form_label(form, field) : schema_fields[field].name;
}

const char *phrase_word(const struct form *form, enum field field, const char *word)
{
    return form ? form_word(form, field, word) : word;
}

struct form_terms phrase_terms(const struct form *form)
{
    if (form)
        return form->terms;
    return (struct form_terms){.care_manager = _("care manager"),
                               .indicative = _("indicative budget"),
                               .budget = _("personal budget"),
                               .contribution = _("contribution")};
}

/* Names of items. */

/* What a section's items are called, and the field that names one. */
static const struct naming {
    const char *one, *many;
    enum field name;
    bool by_number;
} namings[SEC_COUNT] = {
    [SEC_PLAN] = {N_("This plan"), N_("This plan"), FIELD_NONE, false},
    [SEC_ABOUT] = {N_("About me"), N_("About me"), FIELD_NONE, false},
    [SEC_ANSWER] = {N_("Answer"), N_("More answers"), F_ANSWER_TITLE, false},
    [SEC_CHECKLIST] = {N_("Checklist"), N_("Checklist"), FIELD_NONE, false},
    [SEC_NEED] = {N_("Need"), N_("Needs"), F_NEED_WHAT, true},
    [SEC_GOAL] = {N_("Goal"), N_("Goals"), F_GOAL_WHAT, true},
    [SEC_SUPPORTER] = {N_("Supporter"), N_("Who supports me"), F_SUPPORTER_NAME, false},
    [SEC_RATE] = {N_("Price"), N_("Prices"), F_RATE_NAME, false},
    [SEC_WEEK] = {N_("Week"), N_("Kinds of week"), F_WEEK_NAME, false},
    [SEC_TIME] = {N_("Line"), N_("My week"), F_TIME_WHAT, false},
    [SEC_COST] = {N_("Cost"), N_("Other costs"), F_COST_WHAT, false},
    [SEC_FUND] = {N_("Money"), N_("Money that comes in"), F_FUND_NAME, false},
    [SEC_CONTRIBUTION] = {N_("My contribution"), N_("My contribution"), FIELD_NONE, false},
    [SEC_MONEY] = {N_("How the money is held"), N_("How the money is held"), FIELD_NONE, false},
    [SEC_CONTACT] = {N_("Contact"), N_("Who to call in an emergency"), F_CONTACT_NAME, false},
    [SEC_COVER] = {N_("Cover"), N_("Who steps in"), F_COVER_SUPPORTER, false},
    [SEC_RISK] = {N_("Risk"), N_("Risks"), F_RISK_WHAT, true},
    [SEC_ACTION] = {N_("Step"), N_("Steps to make it happen"), F_ACTION_WHAT, true},
    [SEC_REVIEW] = {N_("Review"), N_("Reviews"), F_REVIEW_DATE, true},
    [SEC_ATTACHMENT] = {N_("Attachment"), N_("Attachments"), F_ATTACHMENT_FILE, false},
    [SEC_COPY] = {N_("Copy"), N_("Copies"), F_COPY_WHO, false},
    [SEC_REASON] = {N_("Reason"), N_("Reasons"), FIELD_NONE, false},
    [SEC_EMPLOYMENT] = {N_("Job"), N_("People I employ"), F_EMPLOYMENT_SUPPORTER, false},
};

const char *phrase_section(enum section section, bool plural)
{
    const struct naming *naming = &namings[section];

    return _(plural ? naming->many : naming->one);
}

enum field phrase_name_field(enum section section)
{
    return namings[section].name;
}

bool phrase_by_number(enum section section)
{
    return namings[section].by_number;
}

void phrase_number(const struct plan *plan, enum section section, const char *item,
                   struct text *out)
{
    size_t place = plan_place(plan, section, item);

    text_add(out, phrase_section(section, false));
    if (schema_sections[section].items != ITEMS_NONE && place != PLAN_LAST)
        text_addf(out, " %zu", place + 1);
}

/* The words of a checklist entry, or NULL. */
static const char *checklist_text(const struct form *form, const char *item)
{
    size_t sections = form ? form_section_count(form) : 0;

    for (size_t i = 0; i < sections; i++) {
        const struct form_section *section = form_section_at(form, i, NULL);
        for (unsigned p = 0; p < section->pages_count; p++) {
            const struct form_page *page = &section->pages[p];
            for (unsigned e = 0; e < page->entries_count; e++)
                if (page->kind == PAGE_CHECKLIST && strcmp(page->entries[e].name, item) == 0)
                    return page->entries[e].text;
        }
    }
    return NULL;
}

/* The title of the rule that a finding's name begins with ("r24-t3"), or NULL. */
static const char *rule_title(const char *item)
{
    size_t len = strcspn(item, "-");

    for (size_t i = 0; i < check_rule_count(); i++) {
        const char *id = check_rule(i)->id;
        size_t at = 0;
        while (at < len && tolower((unsigned char)id[at]) == item[at])
            at++;
        if (at == len && id[at] == '\0')
            return _(check_rule(i)->title);
    }
    return NULL;
}

/* What the form or the rules call a named item; NULL where they do not know it. */
static const char *given_name(const struct form *form, enum section section, const char *item)
{
    const struct form_page *page;

    if (section == SEC_CHECKLIST)
        return checklist_text(form, item);
    if (section == SEC_REASON)
        return rule_title(item);
    if (section != SEC_ANSWER || !form)
        return NULL;
    page = form_page_of_answer(form, item, NULL);
    return page ? page->text : NULL;
}

/* A price is best known by what it says: "13.87 an hour". false where it says nothing yet. */
static bool price_name(const struct plan *plan, const char *rate, struct text *out)
{
    pence price;
    int unit;

    if (plan_money(plan, F_RATE_PRICE, rate, &price) != KNOWN)
        return false;
    text_add(out, amount_shown(price).s);
    if (plan_word(plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        text_addf(out, " %s", phrase_unit((enum unit)unit));
    return true;
}

/* Where neither form nor plan gives a name. */
static void fallback_name(const struct plan *plan, const struct form *form, enum section section,
                          const char *item, struct text *out)
{
    bool numbered = schema_sections[section].items == ITEMS_NUMBERED;

    if (section == SEC_FUND && strcmp(item, "budget") == 0)
        text_addf(out, _("my %s"), phrase_terms(form).budget);
    else if (section == SEC_RATE && price_name(plan, item, out))
        return;
    else if (numbered || schema_sections[section].items == ITEMS_NONE)
        phrase_number(plan, section, item, out);
    else
        text_add(out, item);
}

/* A price is known by whose it is: "Sunrise Care, weekday hour". */
static void add_whose(const struct plan *plan, const struct form *form, const char *item,
                      struct text *out)
{
    if (plan_known(plan, F_RATE_SUPPORTER, item) != KNOWN)
        return;
    phrase_item(plan, form, SEC_SUPPORTER, plan_str(plan, F_RATE_SUPPORTER, item), out);
    text_add(out, ", ");
}

void phrase_item(const struct plan *plan, const struct form *form, enum section section,
                 const char *item, struct text *out)
{
    enum field field = phrase_name_field(section);
    const char *given = given_name(form, section, item);
    struct text name = {0};

    if (given) {
        add_clean(out, given);
        return;
    }
    if (section == SEC_RATE)
        add_whose(plan, form, item, out);
    if (field != FIELD_NONE && plan_known(plan, field, item) == KNOWN)
        phrase_value(plan, form, field, item, &name);
    if (name.len > 0)
        add_clean(out, text_str(&name));
    else
        fallback_name(plan, form, section, item, out);
    out->nomem = out->nomem || name.nomem;
    text_free(&name);
}

/* A first part that is shorter than this says little: "How" of "How to get there". */
#define PART_COLS 6

/* Whether the words from s on begin with one that leads on from those before it. */
static bool leads_on(const char *s)
{
    /* Translators: words that begin a part of a name which can be left out, with blanks around. */
    const char *words = _(" and or of in on at by for from with without that which who when where "
                          "while so if ");
    char word[16];
    size_t n = strcspn(s, " ");
    if (n + 3 > sizeof word)
        return false;
    snprintf(word, sizeof word, " %.*s ", (int)n, s);
    return strstr(words, word) != NULL;
}

/* Where the part of a name ends that the blank at a place follows; 0 where no part does. */
static size_t part_end(const char *name, size_t at)
{
    size_t word = at;
    if (strchr(",;.?", name[at - 1]))
        return strchr(",;", name[at - 1]) ? at - 1 : at;
    while (word > 0 && name[word - 1] != ' ')
        word--;
    bool begins = name[at + 1] == '(' || (leads_on(name + at + 1) && !leads_on(name + word));
    return begins && text_width(name, at) >= PART_COLS ? at : 0;
}

size_t phrase_first_part(const char *name, int cols)
{
    size_t best = 0;
    for (size_t at = 1; *name && name[at]; at++) {
        size_t end = name[at] == ' ' ? part_end(name, at) : 0;
        if (end > 0 && text_width(name, end) <= cols)
            best = end;
    }
    return best;
}

void phrase_short(const char *name, struct text *out)
{
    size_t len = strlen(name);
    size_t fit = text_fit(name, len, REFERENCE_COLS);

    if (fit == len) {
        text_add(out, name);
        return;
    }
    while (fit > REFERENCE_COLS / 2 && name[fit] != ' ')
        fit = text_prev(name, fit) > 0 ? fit - text_prev(name, fit) : 0;
    text_add_n(out, name, fit);
    text_add(out, " ...");
}

void phrase_reference(const struct plan *plan, const struct form *form, enum section section,
                      const char *item, struct text *out)
{
    struct text name = {0}, number = {0};

    phrase_item(plan, form, section, item, &name);
    phrase_number(plan, section, item, &number);
    if (phrase_by_number(section)) {
        phrase_join(out, &number);
        if (strcmp(text_str(&name), text_str(&number)) != 0) {
            text_add(out, ", ");
            phrase_short(text_str(&name), out);
        }
    } else {
        phrase_short(text_str(&name), out);
    }
    out->nomem = out->nomem || name.nomem;
    text_free(&name);
    text_free(&number);
}

/* Values. */

static void refs_value(const struct plan *plan, const struct form *form, enum field field,
                       const char *item, struct text *out)
{
    char name[NAME_MAX_LEN + 1];

    for (size_t i = 0; plan_ref(plan, field, item, i, name); i++) {
        text_add(out, i > 0 ? "; " : "");
        phrase_reference(plan, form, schema_fields[field].to, name, out);
    }
}

static void ref_value(const struct plan *plan, const struct form *form, enum field field,
                      const char *value, struct text *out)
{
    const char *word = schema_fields[field].words;

    if (word && strcmp(word, value) == 0)
        add_clean(out, phrase_word(form, field, value));
    else
        phrase_item(plan, form, schema_fields[field].to, value, out);
}

/* A text without the empty lines that Enter left before and behind it by habit. */
static void add_said(const char *text, struct text *out)
{
    text += strspn(text, "\n");
    size_t len = strlen(text);
    while (len > 0 && strchr(" \n", text[len - 1]))
        len--;
    text_clean(out, text, len, CHARSET_UTF8, false);
}

void phrase_value(const struct plan *plan, const struct form *form, enum field field,
                  const char *item, struct text *out)
{
    const char *value = plan_str(plan, field, item);
    enum kind kind = schema_fields[field].kind;

    if (strcmp(value, "?") == 0)
        text_add(out, _("not sure yet"));
    else if (*value == '\0')
        return;
    else if (kind == KIND_WORD)
        add_clean(out, phrase_word(form, field, value));
    else if (kind == KIND_YESNO)
        text_add(out, strcmp(value, "yes") == 0 ? _("yes") : _("no"));
    else if (kind == KIND_REFS)
        refs_value(plan, form, field, item, out);
    else if (kind == KIND_REF)
        ref_value(plan, form, field, value, out);
    else if (kind == KIND_NAME)
        phrase_item(plan, form, SEC_ANSWER, value, out);
    else if (kind == KIND_TEXT)
        add_said(value, out);
    else if (kind == KIND_LINE)
        add_clean(out, value);
    else
        schema_show(field, value, out);
}

/* Sums. */

const char *phrase_every(enum every every)
{
    static const char *const words[] = {
        [EVERY_WEEK] = N_("a week"),   [EVERY_4WEEKS] = N_("every 4 weeks"),
        [EVERY_MONTH] = N_("a month"), [EVERY_YEAR] = N_("a year"),
        [EVERY_ONCE] = N_("once"),
    };

    return every == EVERY_NONE ? "" : _(words[every]);
}

const char *phrase_unit(enum unit unit)
{
    static const char *const words[] = {
        [UNIT_HOUR] = N_("an hour"), [UNIT_VISIT] = N_("a visit"),     [UNIT_NIGHT] = N_("a night"),
        [UNIT_DAY] = N_("a day"),    [UNIT_SESSION] = N_("a session"), [UNIT_WEEK] = N_("a week"),
    };

    return unit == UNIT_NONE ? "" : _(words[unit]);
}

const char *phrase_unpriced(enum unpriced why)
{
    static const char *const words[] = {
        [PRICED] = "",
        [UNPRICED_RATE] = N_("No price fits each of its days yet."),
        [UNPRICED_PRICE] = N_("Its price is not known yet."),
        [UNPRICED_UNIT] = N_("What its price is for is not known yet."),
        [UNPRICED_LENGTH] = N_("How long it lasts is not known yet."),
        [UNPRICED_UNSURE] = N_("Part of it is not sure yet."),
        [UNPRICED_WEEKS] = N_("How many weeks of the year it happens is not known yet."),
        [UNPRICED_HOLIDAY] = N_("No price fits its bank holidays yet."),
        [UNPRICED_LARGE] = N_("It comes to more than can be counted."),
    };

    return why == PRICED ? "" : _(words[why]);
}

void phrase_not_priced(size_t count, struct text *out)
{
    text_addf(out,
              ngettext("%zu line has no price yet.", "%zu lines have no price yet.",
                       (unsigned long)count),
              count);
}

void phrase_basis(const struct budget *budget, struct text *out)
{
    if (budget->basis == BASIS_52)
        text_add(out, _("52 weeks"));
    else if (budget->basis == BASIS_DAYS)
        text_addf(out, _("%d days"), budget->year_days);
    else
        text_addf(out, _("%d days, one by one"), budget->year_days);
}

void phrase_year(const struct budget *budget, pence year, struct text *out)
{
    text_addf(out, _("%s a year"), amount_shown(year).s);
    text_add(out, " (");
    phrase_basis(budget, out);
    text_add(out, ")");
}

void phrase_once(const struct budget *budget, pence year, struct text *out)
{
    text_addf(out, _("%s in the year"), amount_shown(year).s);
    text_add(out, " (");
    phrase_basis(budget, out);
    text_add(out, ")");
}

void phrase_columns(const struct budget *budget, const struct columns *columns, struct text *out)
{
    text_addf(out, _("%s a week, %s every 4 weeks, %s a month, "), amount_shown(columns->week).s,
              amount_shown(columns->four_weeks).s, amount_shown(columns->month).s);
    phrase_year(budget, columns->year, out);
}

void phrase_status(const struct budget *budget, struct text *out)
{
    char word[NAME_MAX_LEN + 1] = "";

    if (budget->status >= 0)
        schema_word(F_FUND_STATUS, budget->status, word);
    if (strcmp(word, "indicative") == 0)
        text_add(out, _(" (estimated)"));
    else if (strcmp(word, "final") == 0)
        text_add(out, _(" (final)"));
    else if (*word && budget->amount_known)
        text_add(out, _(" (not sure yet)"));
}

void phrase_over(const struct budget *budget, struct text *out)
{
    text_addf(out, _("%s more than the budget"), amount_shown(budget->over_by).s);
    if (budget->over_every == EVERY_4WEEKS || budget->over_every == EVERY_MONTH) {
        text_addf(out, " %s", phrase_every(budget->over_every));
    } else if (budget->over_every != EVERY_WEEK) {
        text_add(out, _(" in the year ("));
        phrase_basis(budget, out);
        text_add(out, ")");
    }
    text_add(out, ".");
}
