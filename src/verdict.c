#include "supportplan/verdict.h"

#include <stdio.h>
#include <string.h>

/* The rule that asks for an answer to every question: each question is a thing of its own. */
#define ANSWERS "R01"

bool verdict_insists(const struct form *form, const struct check_rule *rule)
{
    const char *says = form ? form_rule_level(form, rule->id) : NULL;
    return says ? strcmp(says, "must") == 0 : rule->level == LEVEL_MUST;
}

/* How many findings say that a rule does not hold. */
static size_t count_broken(const struct findings *findings, const struct check_rule *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count +=
            findings->list[i].level == LEVEL_MUST && strcmp(findings->list[i].rule, rule->id) == 0;
    return count;
}

bool verdict_broken(const struct findings *findings, const struct check_rule *rule)
{
    return count_broken(findings, rule) > 0;
}

static size_t count_questions(const struct form *form)
{
    const struct form_section *section;
    size_t count = 0;
    for (size_t i = 0; form && (section = form_section_at(form, i, NULL)); i++)
        for (unsigned p = 0; p < section->pages_count; p++)
            count += section->pages[p].kind == PAGE_QUESTION && !section->pages[p].optional;
    return count;
}

struct verdict verdict_count(const struct form *form, const struct findings *findings)
{
    struct verdict v = {0};
    for (size_t i = 0; i < check_rule_count(); i++) {
        const struct check_rule *rule = check_rule(i);
        bool answers = strcmp(rule->id, ANSWERS) == 0;
        size_t things = answers ? count_questions(form) : 1;
        size_t lacking = count_broken(findings, rule);
        if (!answers && lacking > 1)
            lacking = 1;
        if (!verdict_insists(form, rule))
            continue;
        v.all += things;
        v.ready += lacking < things ? things - lacking : 0;
    }
    return v;
}

size_t verdict_section(const struct form *form, const struct finding *finding)
{
    size_t section = form_section_count(form);
    enum field field = finding->field != FIELD_NONE || finding->section == SEC_NONE
                           ? finding->field
                           : schema_sections[finding->section].first;
    const struct form_page *page = NULL;
    if (finding->section == SEC_ANSWER)
        page = form_page_of_answer(form, finding->item, &section);
    else if (finding->section != SEC_NONE)
        page = form_page_of_field(form, field, &section);
    return page ? section : form_section_count(form);
}
