/* What is still open in a plan, in words; and the findings of check. */
#include "supportplan/questions.h"

#include <string.h>

#include "supportplan/phrases.h"
#include "supportplan/verdict.h"

void questions_verdict(const struct findings *findings, struct text *out)
{
    if (findings->must == 0)
        text_add(out, _("Ready to send."));
    else
        text_addf(out,
                  ngettext("%zu thing to put right before it is ready to send.",
                           "%zu things to put right before it is ready to send.",
                           (unsigned long)findings->must),
                  findings->must);
}

/* What somebody is not sure of. */

/* An answer is in question as a whole, whichever of its fields says so. */
static bool answer_unsure(const struct plan *plan, const char *item)
{
    return plan_known(plan, F_ANSWER_TEXT, item) == NOT_SURE ||
           plan_known(plan, F_ANSWER_STATE, item) == NOT_SURE;
}

/* The words and the state of an answer put it in question as a whole: they are not told apart. */
static bool is_told_apart(enum field field)
{
    return field != F_ANSWER_TEXT && field != F_ANSWER_STATE;
}

/* "Phone, Price": the labels of the fields that are not sure. */
static void unsure_fields(const struct report_input *in, enum section section, const char *item,
                          struct text *out)
{
    enum field first = schema_sections[section].first;

    for (int f = 0; f < schema_sections[section].count; f++) {
        enum field field = (enum field)((int)first + f);
        if (plan_known(in->plan, field, item) != NOT_SURE || !is_told_apart(field))
            continue;
        text_add(out, out->len > 0 ? ", " : "");
        prose_add_name(out, phrase_label(in->form, field));
    }
}

static void say_unsure_item(struct prose *prose, const struct report_input *in,
                            enum section section, const char *item)
{
    struct text *words = prose_words(prose);
    struct text fields = {0};

    unsure_fields(in, section, item, &fields);
    if (fields.len > 0 || (section == SEC_ANSWER && answer_unsure(in->plan, item))) {
        if (section == SEC_ANSWER)
            phrase_item(in->plan, in->form, section, item, words);
        else
            phrase_reference(in->plan, in->form, section, item, words);
        bool asks = words->len > 0 && words->data[words->len - 1] == '?';
        if (fields.len > 0)
            text_addf(words, "%s %s", asks ? "" : ":", text_str(&fields));
        prose_item(prose, 0);
    }
    prose->failed = prose->failed || text_status(&fields) != ST_OK;
    text_free(&fields);
}

static void say_unsure(struct prose *prose, const struct report_input *in)
{
    for (int s = 0; s < SEC_COUNT; s++) {
        enum section section = (enum section)s;
        size_t count = plan_count(in->plan, section);
        for (size_t i = 0; i < count; i++)
            say_unsure_item(prose, in, section, plan_item(in->plan, section, i));
    }
}

/* Findings. */

/* One that only repeats that a fact is not sure is among those already. */
static bool told_already(const struct report_input *in, const struct finding *finding)
{
    if (finding->level != LEVEL_ASK)
        return false;
    if (finding->section == SEC_ANSWER && *finding->item != '\0')
        return answer_unsure(in->plan, finding->item);
    return finding->field != FIELD_NONE &&
           plan_known(in->plan, finding->field, finding->item) == NOT_SURE;
}

static void say_findings(struct prose *prose, const struct report_input *in, enum level level)
{
    for (size_t i = 0; i < in->findings->count; i++) {
        const struct finding *finding = &in->findings->list[i];
        if (finding->level != level || told_already(in, finding))
            continue;
        text_add(prose_words(prose), finding->message);
        prose_item(prose, 0);
    }
}

static void say_title(struct prose *prose, const char *title)
{
    text_add(prose_words(prose), title);
    prose_heading(prose, 0);
}

/* A question that a budget, a contribution or a need leaves open without a "?" */
static bool budget_untold(const struct plan *plan)
{
    return plan_known(plan, F_FUND_AMOUNT, "budget") == NOT_GIVEN;
}

static void say_untold(struct prose *prose, const struct report_input *in)
{
    struct text *words;

    if (budget_untold(in->plan) && plan_known(in->plan, F_FUND_STATUS, "budget") != NOT_SURE) {
        words = prose_words(prose);
        text_addf(words, _("How much is my %s?"), phrase_terms(in->form).budget);
        prose_item(prose, 0);
    }
    if (plan_known(in->plan, F_CONTRIBUTION_STATUS, "") == NOT_GIVEN &&
        plan_known(in->plan, F_CONTRIBUTION_AMOUNT, "") == NOT_GIVEN) {
        words = prose_words(prose);
        text_addf(words, _("How much do I pay myself (%s)?"), phrase_terms(in->form).contribution);
        prose_item(prose, 0);
    }
}

/* What the checklist still lacks, and an advocate who is wanted, are for the council to help with.
 */
static void say_wanted(struct prose *prose, const struct report_input *in)
{
    size_t count = plan_count(in->plan, SEC_CHECKLIST);

    for (size_t i = 0; i < count; i++) {
        const char *item = plan_item(in->plan, SEC_CHECKLIST, i);
        struct text *words = prose_words(prose);
        if (!plan_is(in->plan, F_CHECKLIST_DONE, item, "no"))
            continue;
        text_add(words, _("I do not have this yet: "));
        phrase_item(in->plan, in->form, SEC_CHECKLIST, item, words);
        prose_item(prose, 0);
    }
    if (plan_is(in->plan, F_ABOUT_ADVOCATE, "", "want")) {
        text_add(prose_words(prose), _("I want an advocate. Who can be mine?"));
        prose_item(prose, 0);
    }
}

static void say_questions(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);
    size_t before;

    text_addf(words, _("Questions for my %s"), phrase_terms(in->form).care_manager);
    prose_heading(prose, 0);
    before = prose->out->len;
    say_untold(prose, in);
    say_wanted(prose, in);
    say_unsure(prose, in);
    say_findings(prose, in, LEVEL_ASK);
    if (prose->out->len == before)
        prose_say(prose, 0, _("None."));
}

static void say_reasons(struct prose *prose, const struct report_input *in)
{
    size_t count = plan_count(in->plan, SEC_REASON);

    if (count > 0)
        say_title(prose, _("What I have thought about"));
    for (size_t i = 0; i < count; i++) {
        const char *item = plan_item(in->plan, SEC_REASON, i);
        struct text *words = prose_words(prose);
        if (plan_known(in->plan, F_REASON_ABOUT, item) == KNOWN)
            phrase_value(in->plan, in->form, F_REASON_ABOUT, item, words);
        else
            phrase_item(in->plan, in->form, SEC_REASON, item, words);
        text_add(words, ": ");
        phrase_value(in->plan, in->form, F_REASON_TEXT, item, words);
        prose_item(prose, 0);
    }
}

/* What this program could not read is said, so that nobody thinks it gone. */
static void say_kept(struct prose *prose, const struct plan *plan)
{
    size_t unknown = plan_unknown_count(plan);
    struct text *words = prose_words(prose);

    if (unknown == 0)
        return;
    text_addf(words,
              ngettext("%zu fact of the plan's file is new to this program. It is kept there.",
                       "%zu facts of the plan's file are new to this program. They are kept "
                       "there.",
                       (unsigned long)unknown),
              unknown);
    prose_heading(prose, 0);
}

static void say_odd_rows(struct prose *prose, const struct plan *plan)
{
    size_t odd = plan_odd_count(plan);
    struct text *words = prose_words(prose);

    if (odd == 0)
        return;
    text_addf(words,
              ngettext("%zu row of the plan's file could not be used. It is kept there.",
                       "%zu rows of the plan's file could not be used. They are kept there.",
                       (unsigned long)odd),
              odd);
    prose_heading(prose, 0);
}

void questions_say(struct prose *prose, const struct report_input *in)
{
    if (in->findings->must > 0) {
        say_title(prose, _("To put right before it is sent"));
        say_findings(prose, in, LEVEL_MUST);
    }
    say_questions(prose, in);
    say_reasons(prose, in);
    say_odd_rows(prose, in->plan);
    say_kept(prose, in->plan);
}

/* The findings as `check` prints them. */

/* Local policy is never shown as law. */
static const char *layer_words(enum layer layer)
{
    static const char *const words[] = {
        [LAYER_LAW] = N_("The law asks for it."),
        [LAYER_USUAL] = N_("Councils usually ask for it."),
        [LAYER_COUNCIL] = N_("It is the council's own rule, not the law."),
        [LAYER_HEALTH] = N_("It is on the NHS list for personal health budgets."),
    };

    return _(words[layer]);
}

/* " See: 8. My money.": the council's own question. */
static void add_section(const struct form *form, const struct finding *finding, struct text *words)
{
    const struct form_section *section =
        form ? form_section_at(form, verdict_section(form, finding), NULL) : NULL;

    if (section)
        text_addf(words, _(" See: %zu. %s."), verdict_section(form, finding) + 1, section->title);
}

static void say_finding(struct prose *prose, const struct form *form, const struct finding *finding)
{
    struct text *words = prose_words(prose);

    text_addf(words, "%s: %s", finding->rule, finding->message);
    prose_item(prose, 0);
    words = prose_words(prose);
    if (finding->remedy && *finding->remedy != '\0')
        text_addf(words, "%s ", finding->remedy);
    text_add(words, layer_words(finding->layer));
    add_section(form, finding, words);
    prose_line(prose, 2, 0);
}

static void say_level(struct prose *prose, const struct report_input *in, enum level level,
                      const char *title)
{
    const struct findings *findings = in->findings;
    bool any = false;

    for (size_t i = 0; i < findings->count; i++) {
        if (findings->list[i].level != level)
            continue;
        if (!any)
            say_title(prose, title);
        any = true;
        say_finding(prose, in->form, &findings->list[i]);
    }
}

enum status report_check(const char *file, const struct report_input *in, struct text *out)
{
    struct prose prose = {.out = out, .width = in->width, .charset = in->charset};
    struct verdict v = verdict_count(in->form, in->findings);
    struct text *words = prose_words(&prose);

    text_addf(words, "%s: ", file);
    questions_verdict(in->findings, words);
    prose_line(&prose, 0, 0);
    words = prose_words(&prose);
    text_addf(words, _("%zu of %zu things are ready."), v.ready, v.all);
    prose_line(&prose, 0, 0);
    say_level(&prose, in, LEVEL_MUST, _("To put right (MUST)"));
    say_level(&prose, in, LEVEL_ASK, _("Questions to think about (ASK)"));
    say_level(&prose, in, LEVEL_NOTE, _("Good to know (NOTE)"));
    return prose_end(&prose);
}
