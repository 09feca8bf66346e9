/* The questions for the care manager. */
#include "supportplan/asking.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"

/* The list in the making. */
struct maker {
    const struct plan *plan;
    const struct form *form;
    struct asking asking;
};

static bool room_for_one(struct asking *asking)
{
    size_t cap = asking->cap ? 2 * asking->cap : 16;
    if (asking->count < asking->cap)
        return true;
    struct asked *list = realloc(asking->list, cap * sizeof *list);
    if (!list)
        return false;
    asking->list = list;
    asking->cap = cap;
    return true;
}

/* Add a question; takes its words. Nothing where there are none. */
static void add(struct maker *m, struct text *words, enum section section, const char *item,
                enum field field)
{
    struct asked one = {.section = section, .field = field};
    bool any = words->len > 0;

    snprintf(one.item, sizeof one.item, "%s", item);
    m->asking.nomem = m->asking.nomem || text_status(words) != ST_OK;
    one.words = any ? text_take(words) : NULL;
    if (one.words && room_for_one(&m->asking)) {
        m->asking.list[m->asking.count++] = one;
    } else {
        m->asking.nomem = m->asking.nomem || any;
        free(one.words);
    }
    text_free(words);
}

/* What was not told. A "?" is asked about with the others. */

static void add_untold(struct maker *m)
{
    const struct plan *plan = m->plan;
    struct text words = {0};

    if (plan_known(plan, F_FUND_AMOUNT, "budget") == NOT_GIVEN &&
        plan_known(plan, F_FUND_STATUS, "budget") != NOT_SURE)
        text_addf(&words, _("How much is my %s?"), phrase_terms(m->form).budget);
    add(m, &words, SEC_FUND, "budget", F_FUND_AMOUNT);
    if (plan_known(plan, F_CONTRIBUTION_STATUS, "") == NOT_GIVEN &&
        plan_known(plan, F_CONTRIBUTION_AMOUNT, "") == NOT_GIVEN)
        text_addf(&words, _("How much do I pay myself (%s)?"), phrase_terms(m->form).contribution);
    add(m, &words, SEC_CONTRIBUTION, "", F_CONTRIBUTION_STATUS);
}

/* What the checklist still lacks, and an advocate who is wanted, are for the council to help with.
 */
static void add_wanted(struct maker *m)
{
    struct text words = {0};

    for (size_t i = 0; i < plan_count(m->plan, SEC_CHECKLIST); i++) {
        const char *item = plan_item(m->plan, SEC_CHECKLIST, i);
        if (!plan_is(m->plan, F_CHECKLIST_DONE, item, "no"))
            continue;
        text_add(&words, _("I do not have this yet: "));
        phrase_item(m->plan, m->form, SEC_CHECKLIST, item, &words);
        add(m, &words, SEC_CHECKLIST, item, F_CHECKLIST_DONE);
    }
    if (plan_is(m->plan, F_ABOUT_ADVOCATE, "", "want"))
        text_add(&words, _("I want an advocate. Who can be mine?"));
    add(m, &words, SEC_ABOUT, "", F_ABOUT_ADVOCATE);
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

/* "Phone, Price": the labels of the fields that are not sure. Returns the first of them, or
 * FIELD_NONE. */
static enum field unsure_fields(const struct maker *m, enum section section, const char *item,
                                struct text *out)
{
    enum field found = FIELD_NONE;

    for (int f = 0; f < schema_sections[section].count; f++) {
        enum field field = (enum field)((int)schema_sections[section].first + f);
        const char *label = phrase_label(m->form, field);
        if (plan_known(m->plan, field, item) != NOT_SURE || !is_told_apart(field))
            continue;
        found = found == FIELD_NONE ? field : found;
        text_add(out, out->len > 0 ? ", " : "");
        text_clean(out, label, strlen(label), CHARSET_UTF8, true);
    }
    return found;
}

static void add_unsure_item(struct maker *m, enum section section, const char *item)
{
    struct text words = {0}, fields = {0};
    enum field field = unsure_fields(m, section, item, &fields);

    if (fields.len > 0 || (section == SEC_ANSWER && answer_unsure(m->plan, item))) {
        if (section == SEC_ANSWER)
            phrase_item(m->plan, m->form, section, item, &words);
        else
            phrase_reference(m->plan, m->form, section, item, &words);
        bool asks = words.len > 0 && words.data[words.len - 1] == '?';
        if (fields.len > 0)
            text_addf(&words, "%s %s", asks ? "" : ":", text_str(&fields));
    }
    words.nomem = words.nomem || fields.nomem;
    add(m, &words, section, item, field);
    text_free(&fields);
}

static void add_unsure(struct maker *m)
{
    for (int s = 0; s < SEC_COUNT; s++)
        for (size_t i = 0; i < plan_count(m->plan, (enum section)s); i++)
            add_unsure_item(m, (enum section)s, plan_item(m->plan, (enum section)s, i));
}

/* What the check asks. One that only repeats that a fact is not sure is among those already. */
static bool told_already(const struct plan *plan, const struct finding *finding)
{
    if (finding->section == SEC_ANSWER && *finding->item != '\0')
        return answer_unsure(plan, finding->item);
    return finding->field != FIELD_NONE &&
           plan_known(plan, finding->field, finding->item) == NOT_SURE;
}

static void add_findings(struct maker *m, const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        struct text words = {0};
        if (finding->level != LEVEL_ASK || told_already(m->plan, finding))
            continue;
        text_add(&words, finding->message);
        add(m, &words, finding->section, finding->item, finding->field);
    }
}

enum status asking_make(const struct plan *plan, const struct form *form,
                        const struct findings *findings, struct asking *out)
{
    struct maker m = {.plan = plan, .form = form};

    add_untold(&m);
    add_wanted(&m);
    add_unsure(&m);
    add_findings(&m, findings);
    if (m.asking.nomem) {
        asking_free(&m.asking);
        return ST_NOMEM;
    }
    *out = m.asking;
    return ST_OK;
}

void asking_free(struct asking *asking)
{
    for (size_t i = 0; i < asking->count; i++)
        free(asking->list[i].words);
    free(asking->list);
    *asking = (struct asking){0};
}
