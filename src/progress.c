#include "supportplan/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/verdict.h"
#include "supportplan/wizard.h"

/* What is asked of this person */

const char *wizard_page_item(enum field field)
{
    return field != FIELD_NONE && schema_fields[field].section == SEC_FUND ? "budget" : "";
}

/* Ways of taking the budget where money is paid to the person, or to somebody they trust. */
#define PAID_OUT "direct-payment third-party mix"
#define PEOPLE "family friend neighbour volunteer pa self-employed other"

/* Fields that are only asked where another field of the same record says so. */
static const struct {
    enum field field, of;
    const char *words; /* asked where it is one of these, or not known */
} conditions[] = {
    {F_ABOUT_HELPER, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_HELPER_ROLE, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_VIEWS, F_ABOUT_WRITTEN_BY, "together helper"},
    {F_ABOUT_ADVOCATE_CONTACT, F_ABOUT_ADVOCATE, "have"},
    {F_CONTRIBUTION_AMOUNT, F_CONTRIBUTION_STATUS, "amount"},
    {F_CONTRIBUTION_EVERY, F_CONTRIBUTION_STATUS, "amount"},
    {F_CONTRIBUTION_CHARGED, F_CONTRIBUTION_STATUS, "amount"},
    {F_FUND_AMOUNT, F_FUND_STATUS, "indicative final"},
    {F_FUND_EVERY, F_FUND_STATUS, "indicative final"},
    {F_MONEY_MANAGED_BY, F_MONEY_HOW, "direct-payment provider third-party mix"},
    {F_MONEY_MEETS, F_MONEY_HOW, PAID_OUT},
    {F_MONEY_PAID_EVERY, F_MONEY_HOW, PAID_OUT},
    {F_MONEY_FIRST_PAYMENT, F_MONEY_HOW, PAID_OUT},
    {F_MONEY_PAID_AS, F_MONEY_HOW, PAID_OUT},
    {F_MONEY_SEPARATE_ACCOUNT, F_MONEY_HOW, PAID_OUT},
    {F_SUPPORTER_RELATION, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_PARTNER, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_LIVES_WITH_ME, F_SUPPORTER_KIND, PEOPLE},
    {F_SUPPORTER_WILLING, F_SUPPORTER_KIND, "family friend neighbour volunteer"},
};

static bool word_in(const char *list, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = list; (at = strstr(at, word)); at += n)
        if ((at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return true;
    return false;
}

/* What happened since the plan began is asked when it is looked at, and why where there is some. */
static bool is_of_the_past(enum field field)
{
    return field == F_REVIEW_UNFILLED || field == F_REVIEW_UNFILLED_WHY || field == F_REVIEW_LEFT ||
           field == F_REVIEW_LEFT_WHY;
}

static bool past_applies(const struct wizard *w, enum field field, const char *review)
{
    date day;
    const char *unfilled = plan_get(w->plan, F_REVIEW_UNFILLED, review);
    const char *left = plan_get(w->plan, F_REVIEW_LEFT, review);
    if (plan_date(w->plan, F_REVIEW_DATE, review, &day) != KNOWN || w->today == DATE_NONE ||
        day > w->today)
        return false;
    if (field == F_REVIEW_UNFILLED_WHY)
        return unfilled && strcmp(unfilled, "0") != 0;
    return field != F_REVIEW_LEFT_WHY || (left && strcmp(left, "0.00") != 0);
}

bool wizard_field_applies(const struct wizard *w, enum field field, const char *item)
{
    if (plan_get(w->plan, field, item))
        return true;
    if (is_of_the_past(field))
        return past_applies(w, field, item);
    if (field == F_ABOUT_DECIDES_AS)
        return plan_has_decider(w->plan);
    /* The council must agree to pay a partner, and family in the same home; nobody else. */
    if (field == F_SUPPORTER_AGREED)
        return plan_is(w->plan, F_SUPPORTER_PARTNER, item, "yes") ||
               plan_is(w->plan, F_SUPPORTER_LIVES_WITH_ME, item, "yes");
    /* A line of the week has a start and an end or a length; or it varies, and has times a week. */
    if (field == F_TIME_END || field == F_TIME_TIMES)
        return (plan_get(w->plan, F_TIME_START, item) != NULL) == (field == F_TIME_END);
    if (field == F_TIME_MINUTES)
        return plan_get(w->plan, F_TIME_END, item) == NULL;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        const char *word =
            conditions[i].field == field ? plan_get(w->plan, conditions[i].of, item) : NULL;
        /* "Not told yet" says that there is no amount to ask for; a bare "?" says nothing. */
        if (word && schema_unsure(conditions[i].of, word) &&
            !schema_fields[conditions[i].of].unsure)
            word = NULL;
        if (word && !word_in(conditions[i].words, word))
            return false;
    }
    return true;
}

bool wizard_page_applies(const struct wizard *w, const struct form_page *page)
{
    enum field field = page->kind == PAGE_FIELD ? schema_field_dotted(page->field) : FIELD_NONE;
    if (field == FIELD_NONE || !w->plan)
        return true;
    return wizard_field_applies(w, field, wizard_page_item(field));
}

/* What has been answered */

static bool answer_given(const struct wizard *w, const char *answer)
{
    /* A newline that was typed by habit says nothing: the checker sees it so, too. */
    if (plan_said(w->plan, F_ANSWER_TEXT, answer) != NOT_GIVEN ||
        plan_is(w->plan, F_ANSWER_STATE, answer, "done") ||
        plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        return true;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++)
        if (plan_is(w->plan, F_ATTACHMENT_ANSWER, plan_item(w->plan, SEC_ATTACHMENT, i), answer))
            return true;
    return false;
}

/* The personal budget has questions of its own. */
bool wizard_page_lists(const struct wizard *w, const struct form_page *page, const char *item)
{
    enum section table = schema_section_named(page->table);
    if (table == SEC_FUND && strcmp(item, "budget") == 0)
        return false;
    return !page->only || plan_is(w->plan, schema_field_named(table, page->only), item, "yes");
}

static bool any_listed(const struct wizard *w, const struct form_page *page)
{
    enum section table = schema_section_named(page->table);
    for (size_t i = 0; table != SEC_NONE && i < plan_count(w->plan, table); i++)
        if (wizard_page_lists(w, page, plan_item(w->plan, table, i)))
            return true;
    return false;
}

bool wizard_page_answered(const struct wizard *w, const struct form_page *page)
{
    enum field field;
    switch (page->kind) {
    case PAGE_QUESTION:
        return answer_given(w, page->answer);
    case PAGE_FIELD:
        field = schema_field_dotted(page->field);
        return field != FIELD_NONE &&
               plan_said(w->plan, field, wizard_page_item(field)) != NOT_GIVEN;
    case PAGE_TABLE:
        return any_listed(w, page);
    case PAGE_CHECKLIST:
        for (unsigned i = 0; i < page->entries_count; i++)
            if (!plan_get(w->plan, F_CHECKLIST_DONE, page->entries[i].name))
                return false;
        return true;
    case PAGE_WEEK:
        return plan_count(w->plan, SEC_TIME) > 0;
    case PAGE_MONEY:
    case PAGE_CHECK:
    case PAGE_FEEDBACK:
        return false;
    }
    return false;
}

static bool shows_only(enum page_kind kind)
{
    return kind == PAGE_MONEY || kind == PAGE_CHECK || kind == PAGE_FEEDBACK;
}

/* Where a fact belongs */

struct place place_of_fact(const struct wizard *w, enum section section, const char *item,
                           enum field field)
{
    size_t s = 0;
    const struct form_page *page = NULL;
    if (w->form && section == SEC_ANSWER)
        page = form_page_of_answer(w->form, item, &s);
    else if (w->form && section != SEC_NONE)
        page = form_page_of_field(w->form,
                                  field != FIELD_NONE ? field : schema_sections[section].first, &s);
    if (section != SEC_NONE && schema_sections[section].items == ITEMS_NUMBERED && *item &&
        plan_place(w->plan, section, item) != PLAN_LAST) {
        struct place p = place_of(PLACE_RECORD);
        p.table = section;
        snprintf(p.item, sizeof p.item, "%s", item);
        return p;
    }
    if (page)
        return place_of_page(s, (size_t)(page - form_section_at(w->form, s, NULL)->pages));
    struct place p = place_of(PLACE_FIELD);
    p.table = section;
    p.field = field;
    if (section == SEC_ANSWER && plan_place(w->plan, SEC_ANSWER, item) != PLAN_LAST)
        p = place_of(PLACE_ANSWER);
    snprintf(p.item, sizeof p.item, "%s", item);
    return field == FIELD_NONE && p.kind == PLACE_FIELD ? place_of(PLACE_TASKS) : p;
}

struct place place_to_answer(const struct wizard *w, enum section section, const char *item,
                             enum field field)
{
    struct place p = place_of_fact(w, section, item, field);
    if (p.kind == PLACE_RECORD && field == F_NEED_MET_BY)
        p.kind = PLACE_MET_NEED;
    else if (p.kind == PLACE_RECORD && field != FIELD_NONE)
        p.kind = PLACE_FIELD;
    else if (field == F_COVER_WHO && !*item)
        p = place_of(PLACE_REHEARSAL);
    if (p.kind == PLACE_FIELD)
        p.field = field;
    return p;
}

/* How far it is */

/* Each entry of a checklist is a thing of its own: one that is said is a start. */
static void count_entries(const struct wizard *w, const struct form_page *page, struct progress *p)
{
    p->asked += page->entries_count;
    for (unsigned i = 0; i < page->entries_count; i++)
        p->answered += plan_get(w->plan, F_CHECKLIST_DONE, page->entries[i].name) != NULL;
}

static struct progress count_answers(const struct wizard *w, size_t section)
{
    struct progress p = {0};
    const struct form_section *s = form_section_at(w->form, section, NULL);
    for (unsigned i = 0; s && i < s->pages_count; i++) {
        const struct form_page *page = &s->pages[i];
        if (shows_only(page->kind) || !wizard_page_applies(w, page))
            continue;
        if (page->kind == PAGE_CHECKLIST) {
            count_entries(w, page, &p);
            continue;
        }
        bool answered = wizard_page_answered(w, page);
        if (page->optional && !answered)
            continue;
        p.asked++;
        p.answered += answered;
    }
    return p;
}

struct progress wizard_progress(const struct wizard *w, size_t section)
{
    struct progress p = count_answers(w, section);
    for (size_t i = 0; i < w->findings.count; i++)
        if (w->findings.list[i].level != LEVEL_NOTE &&
            verdict_section(w->form, &w->findings.list[i]) == section)
            p.to_look_at++;
    return p;
}

/* Where a finding belongs is looked for once, not once for each section: this is every first page.
 */
struct progress *wizard_progress_all(const struct wizard *w)
{
    size_t count = form_section_count(w->form);
    struct progress *all = calloc(count + 1, sizeof *all);
    for (size_t i = 0; all && i < count; i++)
        all[i] = count_answers(w, i);
    for (size_t i = 0; all && i < w->findings.count; i++)
        if (w->findings.list[i].level != LEVEL_NOTE)
            all[verdict_section(w->form, &w->findings.list[i])].to_look_at++;
    return all;
}

void wizard_ready_words(const struct wizard *w, struct text *out)
{
    size_t must = w->findings.must;
    if (must == 0)
        text_add(out, _("ready to send"));
    else
        text_addf(out,
                  ngettext("%zu thing to do before it is ready to send",
                           "%zu things to do before it is ready to send", must),
                  must);
}
