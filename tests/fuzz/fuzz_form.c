/*
 * The form reader: whatever stands in a form's file, it is a form or is refused in a sentence; and
 * the quick outline of it shows the task list of the whole.
 */
#include "fuzz.h"
#include "supportplan/form_file.h"

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_columns(const struct form_page *a, const struct form_page *b)
{
    bool all = a->fields_count == b->fields_count && a->entries_count == b->entries_count;
    for (unsigned i = 0; all && i < a->fields_count; i++)
        all = same(a->fields[i], b->fields[i]);
    for (unsigned i = 0; all && i < a->entries_count; i++)
        all = same(a->entries[i].name, b->entries[i].name);
    return all;
}

static bool same_page(const struct form_page *a, const struct form_page *b)
{
    return a->kind == b->kind && same(a->answer, b->answer) && same(a->field, b->field) &&
           same(a->table, b->table) && a->optional == b->optional && same_columns(a, b);
}

static bool same_section(const struct form_section *a, const struct form_section *b)
{
    bool all = same(a->name, b->name) && same(a->title, b->title) &&
               same(a->short_title, b->short_title) && a->pages_count == b->pages_count;
    for (unsigned p = 0; all && p < a->pages_count; p++)
        all = same_page(&a->pages[p], &b->pages[p]);
    return all;
}

static bool same_group(const struct form_group *a, const struct form_group *b)
{
    bool all = same(a->title, b->title) && a->sections_count == b->sections_count;
    for (unsigned s = 0; all && s < a->sections_count; s++)
        all = same_section(&a->sections[s], &b->sections[s]);
    return all;
}

static bool same_tasks(const struct form *a, const struct form *b)
{
    bool all = same(a->name, b->name) && same(a->title, b->title) &&
               a->groups_count == b->groups_count && a->rules_count == b->rules_count;
    for (unsigned g = 0; all && g < a->groups_count; g++)
        all = same_group(&a->groups[g], &b->groups[g]);
    for (unsigned r = 0; all && r < a->rules_count; r++)
        all = same(form_rule_level(b, a->rules[r].rule), form_rule_level(a, a->rules[r].rule));
    return all;
}

/* Nothing that others rely on is missing. */
static void judge_page(const struct form_page *page)
{
    must(page->text && page->label, "a page has a heading and a short name");
    must(page->kind != PAGE_QUESTION || page->answer, "a question has a name");
    must(page->kind != PAGE_FIELD || page->field, "a page for a field names it");
    must(page->kind != PAGE_TABLE || page->table, "a page for a table names it");
}

static void judge_form(const struct form *form)
{
    must(form->title && form->council && form->about, "a form has its names");
    must(form->terms.care_manager && form->terms.indicative && form->terms.budget &&
             form->terms.contribution,
         "a form has words for what every council has");
    for (size_t i = 0; i < form_section_count(form); i++) {
        const struct form_section *section = form_section_at(form, i, NULL);
        must(section->name && section->title && section->short_title, "a section has its names");
        for (unsigned p = 0; p < section->pages_count; p++)
            judge_page(&section->pages[p]);
    }
}

static struct form *read_form(const char *yaml, size_t len, const char *words, size_t words_len)
{
    struct form *form = NULL;
    struct fault fault = {0};
    enum status st = form_read("test", yaml, len, words, words_len, &form, &fault);
    must(!st == (form != NULL), "a form is given where reading went well, else none");
    must(!st || *fault.text, "a refusal has a sentence");
    must(st == ST_OK || st == ST_SYNTAX || st == ST_UNKNOWN || st == ST_RANGE,
         "a form is read, or its fault has a name");
    if (form)
        judge_form(form);
    return form;
}

/* What is no form by itself may be words that forms share. */
static void read_as_words(const char *yaml, size_t len)
{
    static const char form[] = "title: T\ngroups:\n- title: G\n  sections:\n  - name: one\n"
                               "    title: One\n    pages:\n    - field: about.name\n"
                               "      text: Name?\n";
    form_free(read_form(form, sizeof form - 1, yaml, len));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *yaml = (const char *)data;
    struct form *outline = NULL, *form = read_form(yaml, size, "", 0);
    enum status st = form_read_outline("test", yaml, size, &outline);
    must(!st == (outline != NULL), "an outline is given where reading went well, else none");
    if (form && outline)
        must(same_tasks(form, outline), "an outline shows the task list of its form");
    if (!form)
        read_as_words(yaml, size);
    form_free(outline);
    form_free(form);
    return 0;
}
