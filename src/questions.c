/* What is still open in a plan, in words; and the findings of check. */
#include "supportplan/questions.h"

#include <string.h>

#include "supportplan/asking.h"
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

/* Findings. */

static void say_findings(struct prose *prose, const struct report_input *in, enum level level)
{
    for (size_t i = 0; i < in->findings->count; i++) {
        const struct finding *finding = &in->findings->list[i];
        if (finding->level != level)
            continue;
        text_add(prose_words(prose), finding->message);
        prose_item(prose, 0);
    }
}

static void say_questions(struct prose *prose, const struct report_input *in)
{
    struct text *words = prose_words(prose);
    struct asking asking = {0};

    text_addf(words, _("Questions for my %s"), phrase_terms(in->form).care_manager);
    prose_heading(prose, 0);
    if (asking_make(in->plan, in->form, in->findings, &asking) != ST_OK)
        prose->failed = true;
    else if (asking.count == 0)
        prose_say(prose, 0, _("None."));
    for (size_t i = 0; i < asking.count; i++) {
        text_add(prose_words(prose), asking.list[i].words);
        prose_item(prose, 0);
    }
    asking_free(&asking);
}

static void say_reasons(struct prose *prose, const struct report_input *in)
{
    size_t count = plan_count(in->plan, SEC_REASON);

    if (count > 0)
        prose_title(prose, _("What I have thought about"));
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
        prose_title(prose, _("To put right before it is sent"));
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
            prose_title(prose, title);
        any = true;
        say_finding(prose, in->form, &findings->list[i]);
    }
}

enum status report_check(const char *file, const struct report_input *in, struct text *out)
{
    struct prose prose = {.out = out, .width = in->width, .charset = in->charset};
    struct verdict v = verdict_count(in->plan, in->form, in->findings);
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
