#include "supportplan/form.h"

#include <assert.h>
#include <string.h>

size_t form_section_count(const struct form *form)
{
    assert(form);
    size_t count = 0;
    for (unsigned g = 0; g < form->groups_count; g++)
        count += form->groups[g].sections_count;
    return count;
}

const struct form_section *form_section_at(const struct form *form, size_t i, size_t *group)
{
    assert(form);
    for (unsigned g = 0; g < form->groups_count; g++) {
        if (i < form->groups[g].sections_count) {
            if (group)
                *group = g;
            return &form->groups[g].sections[i];
        }
        i -= form->groups[g].sections_count;
    }
    return NULL;
}

/* Whether "about.name" names the field, without putting a string together. */
static bool names_field(const char *dotted, enum field field)
{
    const char *section = schema_sections[schema_fields[field].section].name;
    if (!dotted || *dotted != *section)
        return false;
    size_t len = strlen(section);
    return !strncmp(dotted, section, len) && dotted[len] == '.' &&
           !strcmp(dotted + len + 1, schema_fields[field].name);
}

/* The next entry from i on that speaks of the field; words_count where there is none. */
static unsigned next_words(const struct form *form, enum field field, unsigned i)
{
    while (i < form->words_count && !names_field(form->words[i].field, field))
        i++;
    return i;
}

const struct form_words *form_words_for(const struct form *form, enum field field)
{
    assert(form && field < FIELD_COUNT);
    unsigned i = next_words(form, field, 0);
    return i < form->words_count ? &form->words[i] : NULL;
}

/* A form's own entry may give a label and leave the question to the shared wording. */
const char *form_label(const struct form *form, enum field field)
{
    assert(form && field < FIELD_COUNT);
    for (unsigned i = next_words(form, field, 0); i < form->words_count;
         i = next_words(form, field, i + 1))
        if (form->words[i].label)
            return form->words[i].label;
    return schema_fields[field].name;
}

const char *form_question(const struct form *form, enum field field)
{
    assert(form && field < FIELD_COUNT);
    for (unsigned i = next_words(form, field, 0); i < form->words_count;
         i = next_words(form, field, i + 1))
        if (form->words[i].question)
            return form->words[i].question;
    return form_label(form, field);
}

/* What one entry says for a word, or NULL. */
static const char *text_of_word(const struct form_words *words, const char *word)
{
    for (unsigned i = 0; i < words->words_count; i++)
        if (words->words[i].text && !strcmp(words->words[i].name, word))
            return words->words[i].text;
    return NULL;
}

const char *form_word(const struct form *form, enum field field, const char *word)
{
    assert(form && field < FIELD_COUNT && word);
    for (unsigned i = next_words(form, field, 0); i < form->words_count;
         i = next_words(form, field, i + 1)) {
        const char *text = text_of_word(&form->words[i], word);
        if (text)
            return text;
    }
    return word;
}

/*
 * How well a page fits what is looked for: 0 not at all, higher is better.
 * what is an answer's name, or a pointer to an enum field.
 */
typedef int fit_fn(const struct form_page *page, const void *what);

/* The page that fits best, the first of equals; none can fit better than `most`. */
static const struct form_page *best_page(const struct form *form, fit_fn *fit, const void *what,
                                         int most, size_t *section)
{
    const struct form_page *best = NULL;
    const struct form_section *s;
    int best_fit = 0;
    for (size_t i = 0; best_fit < most && (s = form_section_at(form, i, NULL)); i++)
        for (unsigned p = 0; p < s->pages_count; p++) {
            int fits = fit(&s->pages[p], what);
            if (fits <= best_fit)
                continue;
            best_fit = fits;
            best = &s->pages[p];
            if (section)
                *section = i;
        }
    return best;
}

static int fit_answer(const struct form_page *page, const void *what)
{
    return page->kind == PAGE_QUESTION && page->answer && !strcmp(page->answer, what);
}

const struct form_page *form_page_of_answer(const struct form *form, const char *answer,
                                            size_t *section)
{
    assert(form && answer);
    return best_page(form, fit_answer, answer, 1, section);
}

/* Whether a table asks for a column: one that names none asks for all. */
static bool asks_column(const struct form_page *page, const char *name)
{
    for (unsigned i = 0; i < page->fields_count; i++)
        if (!strcmp(page->fields[i], name))
            return true;
    return page->fields_count == 0;
}

/* The page of the very field, or the table that is only for those that have it; a table with the
 * column, any table of the section, the week or a table that is only for some. */
static int fit_field(const struct form_page *page, const void *what)
{
    const enum field field = *(const enum field *)what;
    const struct schema_field *row = &schema_fields[field];
    if (page->kind == PAGE_FIELD)
        return names_field(page->field, field) ? 4 : 0;
    if (page->kind == PAGE_TABLE && page->table &&
        !strcmp(page->table, schema_sections[row->section].name)) {
        if (page->only)
            return !strcmp(page->only, row->name) ? 4 : 1;
        return asks_column(page, row->name) ? 3 : 2;
    }
    return page->kind == PAGE_WEEK && (row->section == SEC_TIME || row->section == SEC_WEEK);
}

const struct form_page *form_page_of_field(const struct form *form, enum field field,
                                           size_t *section)
{
    assert(form && field < FIELD_COUNT);
    return best_page(form, fit_field, &field, 4, section);
}

const char *form_rule_level(const struct form *form, const char *rule)
{
    assert(form && rule);
    for (unsigned i = 0; i < form->rules_count; i++)
        if (!strcmp(form->rules[i].rule, rule))
            return form->rules[i].level;
    return NULL;
}
