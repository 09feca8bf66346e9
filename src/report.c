/* The plan as a page that a care manager reads in five minutes. */
#include "supportplan/report.h"
#include "supportplan/sentences.h"

#include <string.h>

#include "supportplan/accounts.h"
#include "supportplan/diary.h"
#include "supportplan/phrases.h"
#include "supportplan/prose.h"
#include "supportplan/questions.h"
#include "supportplan/records.h"
#include "supportplan/split.h"

#define INDENT RECORD_INDENT

/* The page in the making: what stands on it already is not said again. */
struct page {
    const struct report_input *in;
    struct prose prose;
    size_t section_start; /* where this section's words begin, in bytes */
    enum page_kind last;  /* the kind of what was said last in it */
    bool one_voice;       /* whose words they are is said once, at the top */
    bool field_done[FIELD_COUNT];
    bool section_done[SEC_COUNT];
};

/* Small pieces. */

static bool is_given(const struct page *page, enum field field, const char *item)
{
    return plan_known(page->in->plan, field, item) != NOT_GIVEN;
}

/* The head of the page. */

/* The word that says whose every answer is, or NULL where they differ or do not say. */
static const char *common_voice(const struct plan *plan)
{
    const char *common = NULL;

    for (size_t i = 0; i < plan_count(plan, SEC_ANSWER); i++) {
        const char *item = plan_item(plan, SEC_ANSWER, i);
        const char *voice = plan_str(plan, F_ANSWER_VOICE, item);
        if (plan_known(plan, F_ANSWER_TEXT, item) != KNOWN)
            continue;
        if (*voice == '\0' || (common && strcmp(common, voice) != 0))
            return NULL;
        common = voice;
    }
    return common;
}

static void say_voice(struct page *page)
{
    const struct form *form = page->in->form;
    const char *voice = common_voice(page->in->plan);
    struct text *words = prose_words(&page->prose);

    page->one_voice = voice != NULL;
    if (!voice)
        return;
    text_addf(words, _("%s, in every answer: %s."), phrase_label(form, F_ANSWER_VOICE),
              phrase_word(form, F_ANSWER_VOICE, voice));
    prose_line(&page->prose, 0, 0);
}

static void say_head(struct page *page)
{
    const struct report_input *in = page->in;
    struct text *words;

    record_say_title(&page->prose, in);
    if (in->form) {
        words = prose_words(&page->prose);
        text_addf(words, _("The questions are those of the form: %s."), in->form->title);
        prose_line(&page->prose, 0, 0);
    }
    say_voice(page);
    sentence_total(in->plan, in->budget, "", prose_words(&page->prose));
    prose_line(&page->prose, 0, 0);
    if (in->findings)
        questions_verdict(in->findings, prose_words(&page->prose));
    prose_line(&page->prose, 0, 0);
}

/* Answers. */

/* "See photo.jpg: my garden in June." */
static void say_attachment(struct page *page, const char *item)
{
    const struct report_input *in = page->in;
    struct text *words = prose_words(&page->prose);

    text_add(words, _("See: "));
    phrase_item(in->plan, in->form, SEC_ATTACHMENT, item, words);
    if (is_given(page, F_ATTACHMENT_ABOUT, item)) {
        text_add(words, ". ");
        phrase_value(in->plan, in->form, F_ATTACHMENT_ABOUT, item, words);
    }
    prose_line(&page->prose, INDENT, INDENT);
}

static void say_attachments(struct page *page, const char *answer)
{
    const struct plan *plan = page->in->plan;

    for (size_t i = 0; i < plan_count(plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        if (strcmp(plan_str(plan, F_ATTACHMENT_ANSWER, item), answer) != 0)
            continue;
        say_attachment(page, item);
    }
}

static bool has_attachment(const struct page *page, const char *answer)
{
    const struct plan *plan = page->in->plan;

    for (size_t i = 0; i < plan_count(plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        if (strcmp(plan_str(plan, F_ATTACHMENT_ANSWER, item), answer) == 0)
            return true;
    }
    return false;
}

/* Its question, as a heading of its own inside the section. */
static void say_question(struct page *page, const char *answer)
{
    const struct report_input *in = page->in;
    struct text *words = prose_words(&page->prose);

    phrase_item(in->plan, in->form, SEC_ANSWER, answer, words);
    if (plan_is(in->plan, F_ANSWER_PRIVATE, answer, "yes"))
        text_add(words, _(" (private)"));
    prose_heading(&page->prose, 0);
}

/* The words, whose they are, and how far they go. */
static void say_words(struct page *page, const char *answer)
{
    const struct report_input *in = page->in;
    enum known text = plan_known(in->plan, F_ANSWER_TEXT, answer);
    enum known state = plan_known(in->plan, F_ANSWER_STATE, answer);

    if (text == KNOWN) {
        phrase_value(in->plan, in->form, F_ANSWER_TEXT, answer, prose_words(&page->prose));
        prose_line(&page->prose, INDENT, 0);
    }
    if (text == NOT_SURE || state == NOT_SURE)
        prose_say(&page->prose, INDENT, _("Not sure yet."));
    else if (text == NOT_GIVEN && !has_attachment(page, answer))
        prose_say(&page->prose, INDENT, _("No answer yet."));
    if (text == KNOWN && !page->one_voice)
        record_say_field(&page->prose, page->in, F_ANSWER_VOICE, answer, INDENT);
}

static void say_answer(struct page *page, const char *answer, bool optional)
{
    bool given = is_given(page, F_ANSWER_TEXT, answer) || is_given(page, F_ANSWER_STATE, answer);

    /* What a copy leaves out for being private it does not name either. */
    if (plan_is(page->in->plan, F_ANSWER_PRIVATE, answer, "yes"))
        optional = true;
    if (optional && !given && !has_attachment(page, answer))
        return;
    say_question(page, answer);
    say_words(page, answer);
    say_attachments(page, answer);
}

/* The pages of a form. */

/* The items of a section; a supporter's prices stand with the supporter. */
static void say_records(struct page *page, enum section section)
{
    page->section_done[section] = true;
    if (section == SEC_SUPPORTER)
        page->section_done[SEC_RATE] = true;
    records_say(&page->prose, page->in, section);
}

/* Whose facts stand under another heading: the money's, the week's, the head's. */
static bool told_elsewhere(enum section section)
{
    return section == SEC_PLAN || section == SEC_TIME || section == SEC_WEEK ||
           section == SEC_COST || section == SEC_FUND || section == SEC_CONTRIBUTION ||
           section == SEC_RATE;
}

static void say_page_field(struct page *page, const struct form_page *asked)
{
    enum field field = schema_field_dotted(asked->field);

    if (field == FIELD_NONE || told_elsewhere(schema_fields[field].section))
        return;
    if (schema_sections[schema_fields[field].section].items != ITEMS_NONE)
        return;
    record_say_field(&page->prose, page->in, field, "", 0);
    page->field_done[field] = true;
}

static void say_page_table(struct page *page, const struct form_page *asked)
{
    enum section section = schema_section_named(asked->table);
    size_t count;

    if (section == SEC_NONE || told_elsewhere(section) || page->section_done[section])
        return;
    count = plan_count(page->in->plan, section);
    if (count == 0 && asked->optional)
        return;
    prose_title(&page->prose, asked->text);
    if (count == 0)
        prose_say(&page->prose, INDENT, _("Nothing here yet."));
    say_records(page, section);
}

static void say_page_checklist(struct page *page, const struct form_page *asked)
{
    const struct report_input *in = page->in;

    page->section_done[SEC_CHECKLIST] = true;
    for (unsigned i = 0; i < asked->entries_count; i++) {
        const struct form_entry *entry = &asked->entries[i];
        struct text *words = prose_words(&page->prose);
        if (!is_given(page, F_CHECKLIST_DONE, entry->name))
            continue;
        text_addf(words, "%s: ", entry->text);
        phrase_value(in->plan, in->form, F_CHECKLIST_DONE, entry->name, words);
        prose_item(&page->prose, 0);
    }
}

/* "By day: Monday to Friday 2 h 30 m paid; Saturday 3 h paid, 2 h unpaid." */
static void say_split_days(struct page *page, const struct split *split)
{
    struct text *words = prose_words(&page->prose);
    weekdays said = 0;

    for (int day = 0; day < SPLIT_DAYS; day++) {
        const struct week_time *time = &split->days[day];
        weekdays days = day == SPLIT_VARIES ? 0 : split_days_like(split, day);
        if (time->paid + time->unpaid == 0 || (said & days))
            continue;
        said |= days;
        text_add(words, words->len ? "; " : _("By day: "));
        if (day == SPLIT_VARIES)
            text_add(words, _("times vary"));
        else
            days_words(words, days);
        text_add(words, " ");
        phrase_time(time, words);
    }
    phrase_end(words);
    if (words->len > 0)
        prose_line(&page->prose, 0, 0);
}

/* "Anne: 9 h unpaid a week: Monday 9 h. Willing and able: yes, they said so." */
static void say_helper(struct page *page, const struct split_person *person)
{
    const struct report_input *in = page->in;
    struct text *words = prose_words(&page->prose);
    struct text willing = {0};

    split_name(in->plan, in->form, person->supporter, words);
    text_add(words, ": ");
    split_person_words(person, words);
    split_willing_words(in->plan, in->form, person, &willing);
    if (willing.len > 0)
        text_add(words, " ");
    phrase_join(words, &willing);
    text_free(&willing);
    prose_item(&page->prose, 0);
}

/* Who gives how much time: paid and unpaid stand apart, by person and by day. */
static void say_split(struct page *page)
{
    const struct report_input *in = page->in;

    for (size_t i = 0; i < in->budget->pattern_count; i++) {
        struct split split;
        const char *pattern = in->budget->patterns[i].item;
        if (split_make(in->plan, in->budget, pattern, &split) != ST_OK) {
            page->prose.failed = true;
            return;
        }
        if (split.count > 0) {
            struct text *words = prose_words(&page->prose);
            text_add(words, _("Paid and unpaid"));
            if (in->budget->pattern_count > 1) {
                text_add(words, ": ");
                phrase_item(in->plan, in->form, SEC_WEEK, pattern, words);
            }
            prose_heading(&page->prose, 0);
        }
        for (size_t p = 0; p < split.count; p++)
            say_helper(page, &split.people[p]);
        say_split_days(page, &split);
        split_free(&split);
    }
}

static void say_week(struct page *page)
{
    page->section_done[SEC_TIME] = page->section_done[SEC_WEEK] = true;
    diary_say(&page->prose, page->in, false);
    say_split(page);
}

static void say_money(struct page *page)
{
    page->section_done[SEC_COST] = page->section_done[SEC_FUND] = true;
    page->section_done[SEC_CONTRIBUTION] = true;
    accounts_say(&page->prose, page->in, false);
}

static void say_open(struct page *page)
{
    page->section_done[SEC_REASON] = true;
    if (page->in->findings)
        questions_say(&page->prose, page->in);
}

/* Short lines of one kind stand together; another kind stands apart. */
static void say_gap(struct page *page, const struct form_page *asked)
{
    enum field field = asked->field ? schema_field_dotted(asked->field) : FIELD_NONE;

    if (asked->kind == PAGE_FIELD && (field == FIELD_NONE || !is_given(page, field, "") ||
                                      told_elsewhere(schema_fields[field].section)))
        return;
    if (page->prose.out->len > page->section_start && page->last != asked->kind)
        prose_gap(&page->prose);
    page->last = asked->kind;
}

static void say_page(struct page *page, const struct form_page *asked)
{
    switch (asked->kind) {
    case PAGE_QUESTION:
        say_answer(page, asked->answer, asked->optional);
        break;
    case PAGE_FIELD:
        say_page_field(page, asked);
        break;
    case PAGE_TABLE:
        say_page_table(page, asked);
        break;
    case PAGE_CHECKLIST:
        say_page_checklist(page, asked);
        break;
    case PAGE_WEEK:
        say_week(page);
        break;
    case PAGE_MONEY:
        say_money(page);
        break;
    case PAGE_CHECK:
        say_open(page);
        break;
    case PAGE_FEEDBACK:
        break;
    }
}

/* A word about the toolkit is no part of the plan. */
static bool only_feedback(const struct form_section *section)
{
    for (unsigned i = 0; i < section->pages_count; i++)
        if (section->pages[i].kind != PAGE_FEEDBACK)
            return false;
    return section->pages_count > 0;
}

static void say_section(struct page *page, const struct form_section *section, size_t number)
{
    struct text *words = prose_words(&page->prose);

    if (only_feedback(section))
        return;
    text_addf(words, "%zu. %s", number, section->title);
    prose_heading(&page->prose, 0);
    page->section_start = page->prose.out->len;
    for (unsigned i = 0; i < section->pages_count; i++) {
        say_gap(page, &section->pages[i]);
        say_page(page, &section->pages[i]);
    }
    if (page->prose.out->len == page->section_start)
        prose_say(&page->prose, 0, _("Nothing here yet."));
}

/* What the plan holds and the form does not ask: no word is lost. */

static bool is_asked(const struct form *form, const char *answer)
{
    return form && form_page_of_answer(form, answer, NULL);
}

static void say_other_answers(struct page *page)
{
    const struct plan *plan = page->in->plan;
    bool any = false;

    for (size_t i = 0; i < plan_count(plan, SEC_ANSWER); i++) {
        const char *answer = plan_item(plan, SEC_ANSWER, i);
        if (is_asked(page->in->form, answer))
            continue;
        /* Without a form every answer stands here, and none is one more. */
        if (!any && page->in->form)
            prose_title(&page->prose, phrase_section(SEC_ANSWER, true));
        any = true;
        say_answer(page, answer, false);
    }
}

static void say_other_fields(struct page *page, enum section section)
{
    bool any = false;

    for (int f = 0; f < schema_sections[section].count; f++) {
        enum field field = (enum field)((int)schema_sections[section].first + f);
        if (page->field_done[field] || !is_given(page, field, ""))
            continue;
        if (!any)
            prose_title(&page->prose, phrase_section(section, true));
        any = true;
        record_say_field(&page->prose, page->in, field, "", 0);
    }
}

/* Whether an attachment was named under its answer. */
static bool named_already(const struct page *page, const char *item)
{
    const struct plan *plan = page->in->plan;
    const char *answer = plan_str(plan, F_ATTACHMENT_ANSWER, item);

    return plan_known(plan, F_ATTACHMENT_ANSWER, item) == KNOWN &&
           (is_asked(page->in->form, answer) || plan_place(plan, SEC_ANSWER, answer) != PLAN_LAST);
}

/* Attachments that no answer on this page has named. */
static void say_other_attachments(struct page *page)
{
    const struct plan *plan = page->in->plan;
    bool any = false;

    if (page->section_done[SEC_ATTACHMENT])
        return;
    for (size_t i = 0; i < plan_count(plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(plan, SEC_ATTACHMENT, i);
        if (named_already(page, item))
            continue;
        if (!any)
            prose_title(&page->prose, phrase_section(SEC_ATTACHMENT, true));
        any = true;
        say_attachment(page, item);
    }
    page->section_done[SEC_ATTACHMENT] = true;
}

static void say_other_sections(struct page *page)
{
    static const enum section sections[] = {SEC_CHECKLIST, SEC_NEED,    SEC_GOAL,  SEC_SUPPORTER,
                                            SEC_RATE,      SEC_CONTACT, SEC_COVER, SEC_RISK,
                                            SEC_ACTION,    SEC_REVIEW,  SEC_COPY,  SEC_EMPLOYMENT};

    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        enum section section = sections[i];
        if (page->section_done[section] || plan_count(page->in->plan, section) == 0)
            continue;
        prose_title(&page->prose, phrase_section(section, true));
        say_records(page, section);
    }
}

/* The week, the money and what is open are on every page, whatever the form asks. */
static void say_rest_of_plan(struct page *page)
{
    say_other_answers(page);
    say_other_fields(page, SEC_ABOUT);
    say_other_fields(page, SEC_MONEY);
    say_other_sections(page);
    say_other_attachments(page);
    if (!page->section_done[SEC_TIME]) {
        prose_title(&page->prose, phrase_section(SEC_TIME, true));
        say_week(page);
    }
    if (!page->section_done[SEC_COST]) {
        prose_title(&page->prose, _("My money"));
        say_money(page);
    }
    if (!page->section_done[SEC_REASON] && page->in->findings) {
        prose_title(&page->prose, _("What is still open"));
        say_open(page);
    }
}

/* Signatures. */

static void say_signature(struct page *page, const char *who, enum field name)
{
    const struct report_input *in = page->in;
    struct text *words = prose_words(&page->prose);

    text_add(words, who);
    if (name != FIELD_NONE && plan_known(in->plan, name, "") == KNOWN) {
        text_add(words, ": ");
        phrase_value(in->plan, in->form, name, "", words);
    }
    prose_heading(&page->prose, 0);
    prose_say(&page->prose, 0, _("Signed: ____________________"));
    prose_say(&page->prose, 0, _("Date: ____________________"));
}

static void say_signatures(struct page *page)
{
    const struct report_input *in = page->in;
    bool helped =
        is_given(page, F_ABOUT_HELPER, "") || plan_is(in->plan, F_ABOUT_WRITTEN_BY, "", "helper");
    struct text manager = {0};

    prose_title(&page->prose, _("Signatures"));
    say_signature(page, _("Me"), F_ABOUT_NAME);
    if (helped)
        say_signature(page, _("Who helped me write it"), F_ABOUT_HELPER);
    if (is_given(page, F_ABOUT_DECIDES_AS, ""))
        say_signature(page, _("Who decides for me"), FIELD_NONE);
    if (plan_is(in->plan, F_ABOUT_ADVOCATE, "", "have"))
        say_signature(page, _("My advocate"), FIELD_NONE);
    text_addf(&manager, _("My %s"), phrase_terms(in->form).care_manager);
    say_signature(page, text_str(&manager), F_ABOUT_CARE_MANAGER);
    page->prose.failed = page->prose.failed || text_status(&manager) != ST_OK;
    text_free(&manager);
}

/* The commands. */

static struct prose prose_for(const struct report_input *in, struct text *out)
{
    return (struct prose){.out = out, .width = in->width, .charset = in->charset};
}

enum status report_text(const struct report_input *in, struct text *out)
{
    struct page page = {.in = in, .prose = prose_for(in, out)};
    size_t sections = in->form ? form_section_count(in->form) : 0;

    say_head(&page);
    for (size_t i = 0; i < sections; i++)
        say_section(&page, form_section_at(in->form, i, NULL), i + 1);
    say_rest_of_plan(&page);
    say_signatures(&page);
    return prose_end(&page.prose);
}

enum status report_budget(const struct report_input *in, struct text *out)
{
    struct prose prose = prose_for(in, out);

    accounts_say(&prose, in, true);
    return prose_end(&prose);
}

enum status report_timetable(const struct report_input *in, struct text *out)
{
    struct prose prose = prose_for(in, out);

    diary_say(&prose, in, true);
    return prose_end(&prose);
}
