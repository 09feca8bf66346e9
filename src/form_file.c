#include "supportplan/form_file.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cyaml/cyaml.h>

#include "form_file_parts.h"
#include "supportplan/form_fault.h"
#include "supportplan/form_outline.h"
#include "supportplan/form_sense.h"

/*
 * The keys of a form. Each is the name of a member of form.h, with - for _; all are
 * optional to the library, since form_sense() says in better words what is missing.
 */
#define ANY CYAML_UNLIMITED
#define WORDS(key, type, member)                                                                   \
    CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL, type, member, 0, ANY)
#define LIST(key, type, member, entry)                                                             \
    CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL, type, member, entry,  \
                         0, ANY)

static const cyaml_schema_value_t words_value = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, ANY),
};

static const cyaml_schema_field_t source_fields[] = {
    WORDS("title", struct form_source, title),
    WORDS("address", struct form_source, address),
    WORDS("read", struct form_source, read),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t source_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_source, source_fields),
};

static const cyaml_schema_field_t entry_fields[] = {
    WORDS("name", struct form_entry, name),
    WORDS("text", struct form_entry, text),
    WORDS("help", struct form_entry, help),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t entry_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_entry, entry_fields),
};

static const cyaml_strval_t kinds[] = {
    {"question", PAGE_QUESTION},   {"field", PAGE_FIELD},       {"table", PAGE_TABLE},
    {"checklist", PAGE_CHECKLIST}, {"week", PAGE_WEEK},         {"money", PAGE_MONEY},
    {"check", PAGE_CHECK},         {"feedback", PAGE_FEEDBACK},
};
/* The library's own yes/no takes any word for yes, so ours is a list of words. */
static const cyaml_strval_t yes_no[] = {
    {"yes", true},
    {"no", false},
    {"true", true},
    {"false", false},
};

static const cyaml_schema_field_t page_fields[] = {
    CYAML_FIELD_ENUM("kind", CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT, struct form_page, kind, kinds,
                     CYAML_ARRAY_LEN(kinds)),
    WORDS("answer", struct form_page, answer),
    WORDS("field", struct form_page, field),
    WORDS("table", struct form_page, table),
    WORDS("text", struct form_page, text),
    WORDS("label", struct form_page, label),
    WORDS("why", struct form_page, why),
    WORDS("help", struct form_page, help),
    LIST("examples", struct form_page, examples, &words_value),
    WORDS("checker", struct form_page, checker),
    LIST("more", struct form_page, more, &source_value),
    LIST("entries", struct form_page, entries, &entry_value),
    LIST("fields", struct form_page, fields, &words_value),
    WORDS("only", struct form_page, only),
    CYAML_FIELD_ENUM("optional",
                     CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT | CYAML_FLAG_CASE_INSENSITIVE,
                     struct form_page, optional, yes_no, CYAML_ARRAY_LEN(yes_no)),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t page_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_page, page_fields),
};

static const cyaml_schema_field_t section_fields[] = {
    WORDS("name", struct form_section, name),
    WORDS("title", struct form_section, title),
    WORDS("short", struct form_section, short_title),
    WORDS("intro", struct form_section, intro),
    LIST("pages", struct form_section, pages, &page_value),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t section_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_section, section_fields),
};

static const cyaml_schema_field_t group_fields[] = {
    WORDS("title", struct form_group, title),
    LIST("sections", struct form_group, sections, &section_value),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t group_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_group, group_fields),
};

static const cyaml_schema_field_t rule_fields[] = {
    WORDS("rule", struct form_rule, rule),
    WORDS("level", struct form_rule, level),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t rule_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_rule, rule_fields),
};

static const cyaml_schema_field_t field_words_fields[] = {
    WORDS("field", struct form_words, field),
    WORDS("label", struct form_words, label),
    WORDS("question", struct form_words, question),
    WORDS("help", struct form_words, help),
    LIST("examples", struct form_words, examples, &words_value),
    LIST("words", struct form_words, words, &entry_value),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t field_words_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct form_words, field_words_fields),
};

static const cyaml_schema_field_t terms_fields[] = {
    WORDS("care-manager", struct form_terms, care_manager),
    WORDS("indicative", struct form_terms, indicative),
    WORDS("budget", struct form_terms, budget),
    WORDS("contribution", struct form_terms, contribution),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t talk_fields[] = {
    WORDS("name", struct form_talk, name),
    WORDS("phone", struct form_talk, phone),
    WORDS("hours", struct form_talk, hours),
    CYAML_FIELD_END,
};

static const cyaml_schema_field_t form_fields[] = {
    WORDS("title", struct form, title),
    WORDS("council", struct form, council),
    WORDS("about", struct form, about),
    LIST("sources", struct form, sources, &source_value),
    CYAML_FIELD_MAPPING("terms", CYAML_FLAG_OPTIONAL, struct form, terms, terms_fields),
    CYAML_FIELD_MAPPING("talk", CYAML_FLAG_OPTIONAL, struct form, talk, talk_fields),
    LIST("groups", struct form, groups, &group_value),
    LIST("rules", struct form, rules, &rule_value),
    LIST("criteria", struct form, criteria, &words_value),
    LIST("vague", struct form, vague, &words_value),
    LIST("words", struct form, words, &field_words_value),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t form_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct form, form_fields),
};

/** What words.yaml holds: the wording that all forms share. */
struct wording {
    struct form_words *words;
    unsigned words_count;
    char **criteria;
    unsigned criteria_count;
    char **vague;
    unsigned vague_count;
};
static const cyaml_schema_field_t wording_fields[] = {
    LIST("words", struct wording, words, &field_words_value),
    LIST("criteria", struct wording, criteria, &words_value),
    LIST("vague", struct wording, vague, &words_value),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t wording_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wording, wording_fields),
};

/* The library speaks only here; form_fault makes sense of it. */
__attribute__((format(printf, 3, 0))) static void listen(cyaml_log_t level, void *report,
                                                         const char *format, va_list args)
{
    char said[256];
    (void)level;
    vsnprintf(said, sizeof said, format, args);
    form_report_add(report, said);
}

/* The library's memory is ours, so that a form can be put together and freed by either. */
static void *take_memory(void *context, void *data, size_t size)
{
    (void)context;
    if (size > 0)
        return realloc(data, size);
    free(data);
    return NULL;
}

static const cyaml_config_t quiet = {.mem_fn = take_memory, .log_level = CYAML_LOG_ERROR};

/* The keys of a mapping. */
static struct form_known keys_of(const cyaml_schema_field_t *fields)
{
    struct form_known known = {.count = 0};
    for (; fields->key; fields++)
        known.list[known.count++] = fields->key;
    return known;
}

static const cyaml_schema_field_t *field_named(const cyaml_schema_field_t *fields, const char *key)
{
    while (fields->key && strcmp(fields->key, key) != 0)
        fields++;
    return fields->key ? fields : NULL;
}

/* The keys known where a report points to, or the words of the list that it is about. */
static struct form_known known_at(const cyaml_schema_value_t *value,
                                  const struct form_report *report)
{
    struct form_known known = {.count = 0};
    for (size_t i = report->count; i-- > 0 && value->type == CYAML_MAPPING;) {
        const cyaml_schema_field_t *field =
            field_named(value->mapping.fields, report->steps[i].key);
        if (!field)
            break;
        value = &field->value;
        if (value->type == CYAML_SEQUENCE && i > 0 && report->steps[i - 1].entry) {
            value = value->sequence.entry;
            i--;
        }
    }
    if (value->type == CYAML_MAPPING)
        known = keys_of(value->mapping.fields);
    else if (value->type == CYAML_ENUM)
        for (uint32_t i = 0; i < value->enumeration.count; i++)
            known.list[known.count++] = value->enumeration.strings[i].str;
    return known;
}

/* Say what is wrong with a file before the library reads it: it would not say the line. */
static enum status judge_bytes(const struct form_bytes *in, struct fault *fault)
{
    struct form_place place = {.line = form_line_of_odd_bytes(in)};
    if (!place.line)
        return ST_OK;
    return form_fault_set(fault, ST_SYNTAX, in, &place,
                          _("this is not plain text; save the file as UTF-8 text."));
}

/* Say where the library was content and yet words are lost: to YAML they are a sign or a note. */
static enum status judge_losses(const struct form_bytes *in, struct fault *fault)
{
    struct form_place sign = {.line = form_line_of_first(in, 1, "&!")};
    struct form_place note = {.line = form_line_of_note(in)};
    if (sign.line)
        return form_fault_set(fault, ST_SYNTAX, in, &sign,
                              _("the words begin with a sign: put them between quotation marks."));
    if (note.line)
        return form_fault_set(fault, ST_SYNTAX, in, &note,
                              _("`#` begins a note: put the words between quotation marks."));
    return ST_OK;
}

/*
 * Read a file by a schema.
 *
 * @out  set on ST_OK; left as it is where there is nothing in the file but comments
 */
static enum status load(const struct form_bytes *in, const cyaml_schema_value_t *schema, void **out,
                        struct fault *fault)
{
    struct form_report report = {.line = 0};
    cyaml_config_t config = quiet;
    void *data = NULL;
    enum status st = judge_bytes(in, fault);
    if (st || !form_line_of_words(in))
        return st;
    config.log_fn = listen;
    config.log_ctx = &report;
    config.log_level = CYAML_LOG_WARNING;
    config.flags = CYAML_CFG_NO_ALIAS;
    cyaml_err_t err =
        cyaml_load_data((const uint8_t *)in->bytes, in->len, &config, schema, &data, NULL);
    if (err == CYAML_ERR_OOM)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    if (err) {
        struct form_known known = known_at(schema, &report);
        return form_fault_tell(&report, in, &known, fault);
    }
    if (report.cut)
        st = form_fault_set(fault, ST_SYNTAX, in, &(struct form_place){.line = 0},
                            _("a line `---` ends the form early; take it out."));
    else
        st = judge_losses(in, fault);
    if (st)
        cyaml_free(&quiet, schema, data, 0);
    else
        *out = data;
    return st;
}

/* Take line ends and blanks off the end of a string; one that is empty then is none. */
static void tidy_words(char **words, bool keep)
{
    size_t len = strlen(*words);
    while (len > 0 && strchr(" \n", (*words)[len - 1]))
        len--;
    (*words)[len] = '\0';
    if (len > 0 || keep)
        return;
    free(*words);
    *words = NULL;
}

static void tidy_fields(const cyaml_schema_field_t *fields, char *at);

/* Tidy the entries of a list. */
static void tidy_list(const cyaml_schema_value_t *entry, char *at, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (entry->type == CYAML_STRING)
            tidy_words((char **)(void *)at + i, true);
        else
            tidy_fields(entry->mapping.fields, at + (size_t)i * entry->data_size);
}

/* Tidy every string of a mapping that the library filled in, by its schema. */
static void tidy_fields(const cyaml_schema_field_t *fields, char *at)
{
    for (; fields->key; fields++) {
        char *member = at + fields->data_offset;
        char **pointer = (char **)(void *)member;
        if (fields->value.type == CYAML_MAPPING)
            tidy_fields(fields->value.mapping.fields, member);
        else if (fields->value.type == CYAML_STRING && *pointer)
            tidy_words(pointer, false);
        else if (fields->value.type == CYAML_SEQUENCE)
            tidy_list(fields->value.sequence.entry, *pointer,
                      *(unsigned *)(void *)(at + fields->count_offset));
    }
}

/* Put the shared words behind the form's own; the form takes them. */
static enum status join_words(struct form *form, struct wording *shared)
{
    unsigned count = form->words_count + shared->words_count;
    if (shared->words_count == 0)
        return ST_OK;
    struct form_words *joined = realloc(form->words, count * sizeof *joined);
    if (!joined)
        return ST_NOMEM;
    memcpy(joined + form->words_count, shared->words, shared->words_count * sizeof *joined);
    form->words = joined;
    form->words_count = count;
    free(shared->words);
    shared->words = NULL;
    shared->words_count = 0;
    return ST_OK;
}

/* Put the strings of a shared list behind the form's own; the form takes them. */
static enum status join_list(char ***own, unsigned *own_count, char ***shared,
                             unsigned *shared_count)
{
    const unsigned count = *own_count + *shared_count;
    if (*shared_count == 0)
        return ST_OK;
    char **joined = realloc(*own, count * sizeof *joined);
    if (!joined)
        return ST_NOMEM;
    memcpy(joined + *own_count, *shared, *shared_count * sizeof *joined);
    *own = joined;
    *own_count = count;
    free(*shared);
    *shared = NULL;
    *shared_count = 0;
    return ST_OK;
}

static enum status join_wording(struct form *form, struct wording *shared)
{
    enum status st = join_words(form, shared);
    if (!st)
        st = join_list(&form->criteria, &form->criteria_count, &shared->criteria,
                       &shared->criteria_count);
    if (!st)
        st = join_list(&form->vague, &form->vague_count, &shared->vague, &shared->vague_count);
    return st;
}

/* Read and judge words.yaml, and put it behind the form's own words. */
static enum status read_words(struct form *form, const struct form_bytes *in, struct fault *fault)
{
    void *data = NULL;
    enum status st = load(in, &wording_value, &data, fault);
    struct wording *shared = data;
    if (st || !shared)
        return st;
    tidy_fields(wording_fields, data);
    st = form_sense_words(shared->words, shared->words_count, in, fault);
    if (!st && (st = join_wording(form, shared)))
        fault_set(fault, st, 0, "%s", status_text(st));
    cyaml_free(&quiet, &wording_value, data, 0);
    return st;
}

/* Put a copy into a string that has none. */
static enum status fill(char **to, const char *from)
{
    if (*to || !from)
        return ST_OK;
    *to = text_copy(from);
    return *to ? ST_OK : ST_NOMEM;
}

static bool fits_label(const char *words)
{
    return words && text_width(words, strlen(words)) <= FORM_LABEL_MAX;
}

/* The kind of a page that does not say it: by what it names. */
static void find_kind(struct form_page *page)
{
    if (page->kind != PAGE_QUESTION || page->answer)
        return;
    if (page->field)
        page->kind = PAGE_FIELD;
    else if (page->table)
        page->kind = PAGE_TABLE;
}

/* The wording of what a page names: a field, or a whole table. */
static enum status fill_from_words(const struct form *form, struct form_page *page)
{
    const char *about = page->kind == PAGE_FIELD ? page->field : page->table;
    enum status st = ST_OK;
    for (unsigned i = 0; !st && about && i < form->words_count; i++) {
        const struct form_words *words = &form->words[i];
        if (strcmp(words->field, about) != 0)
            continue;
        st = fill(&page->text, words->question);
        if (!st)
            st = fill(&page->label, words->label);
    }
    return st;
}

/* A source always has an address and a date to print, be they empty. */
static enum status fill_sources(struct form_source *sources, unsigned count)
{
    enum status st = ST_OK;
    for (unsigned i = 0; !st && i < count; i++) {
        st = fill(&sources[i].address, "");
        if (!st)
            st = fill(&sources[i].read, "");
    }
    return st;
}

static enum status fill_page(const struct form *form, const struct form_section *section,
                             struct form_page *page)
{
    find_kind(page);
    enum status st = ST_OK;
    if (page->kind == PAGE_FIELD || page->kind == PAGE_TABLE)
        st = fill_from_words(form, page);
    if (!st && page->kind == PAGE_FIELD)
        st = fill(&page->text, page->label);
    if (!st)
        st = fill(&page->label, fits_label(page->text) ? page->text : section->short_title);
    return st ? st : fill_sources(page->more, page->more_count);
}

static enum status fill_section(const struct form *form, struct form_section *section)
{
    enum status st = ST_OK;
    if (fits_label(section->title))
        st = fill(&section->short_title, section->title);
    for (unsigned p = 0; !st && p < section->pages_count; p++)
        st = fill_page(form, section, &section->pages[p]);
    return st;
}

static enum status fill_form(struct form *form)
{
    const struct {
        char **to;
        const char *from;
    } plain[] = {
        {&form->council, ""},
        {&form->about, ""},
        {&form->terms.care_manager, _("care manager")},
        {&form->terms.indicative, _("indicative budget")},
        {&form->terms.budget, _("personal budget")},
        {&form->terms.contribution, _("contribution")},
    };
    enum status st = ST_OK;
    for (size_t i = 0; !st && i < sizeof plain / sizeof *plain; i++)
        st = fill(plain[i].to, plain[i].from);
    if (!st)
        st = fill_sources(form->sources, form->sources_count);
    for (unsigned g = 0; !st && g < form->groups_count; g++)
        for (unsigned s = 0; !st && s < form->groups[g].sections_count; s++)
            st = fill_section(form, &form->groups[g].sections[s]);
    return st;
}

/* Name the form, join its words with the shared ones, fill in what it leaves out. */
static enum status complete(struct form *form, const char *name, const struct form_bytes *in,
                            const struct form_bytes *words, struct fault *fault)
{
    tidy_fields(form_fields, (char *)form);
    enum status st = form_sense_words(form->words, form->words_count, in, fault);
    if (!st && words->len)
        st = read_words(form, words, fault);
    if (st)
        return st;
    st = fill(&form->name, name);
    if (!st)
        st = fill_form(form);
    if (st)
        return fault_set(fault, st, 0, "%s", status_text(st));
    return form_sense(form, in, fault);
}

enum status form_read(const char *name, const char *yaml, size_t len, const char *words,
                      size_t words_len, struct form **out, struct fault *fault)
{
    assert(name && (yaml || len == 0) && (words || words_len == 0) && out);
    const struct form_bytes in = {NULL, yaml, len};
    const struct form_bytes shared = {"words.yaml", words, words_len};
    void *data = NULL;
    enum status st = load(&in, &form_value, &data, fault);
    if (st)
        return st;
    if (!data)
        return fault_set(fault, ST_SYNTAX, 0, _("This form is empty."));
    struct form *form = data;
    st = complete(form, name, &in, &shared, fault);
    if (st) {
        form_free(form);
        return st;
    }
    *out = form;
    return ST_OK;
}

/* What an outline leaves out is empty, never missing. */
static enum status fill_blanks(struct form_page *page)
{
    enum status st = fill(&page->text, "");
    for (unsigned i = 0; !st && i < page->entries_count; i++)
        st = fill(&page->entries[i].text, "");
    return st;
}

static enum status complete_outline(struct form *form, const char *name,
                                    const struct form_bytes *in)
{
    enum status st = fill(&form->name, name);
    tidy_fields(form_fields, (char *)form);
    for (unsigned g = 0; !st && g < form->groups_count; g++)
        for (unsigned s = 0; !st && s < form->groups[g].sections_count; s++)
            for (unsigned p = 0; !st && p < form->groups[g].sections[s].pages_count; p++)
                st = fill_blanks(&form->groups[g].sections[s].pages[p]);
    if (!st)
        st = fill_form(form);
    return st ? st : form_sense(form, in, NULL);
}

/* Read an outline by its lines. */
static enum status load_outline(const struct form_bytes *in, struct form **out)
{
    struct form *form = calloc(1, sizeof *form);
    enum status st = form ? form_file_plain(in, form_fields, form) : ST_NOMEM;
    if (st)
        form_free(form);
    else
        *out = form;
    return st;
}

enum status form_read_outline(const char *name, const char *yaml, size_t len, struct form **out)
{
    assert(name && (yaml || len == 0) && out);
    const struct form_bytes whole = {NULL, yaml, len};
    struct text thin = {0};
    struct form *form = NULL;
    enum status st = form_outline(&whole, &thin);
    const struct form_bytes in = {NULL, text_str(&thin), thin.len};
    if (!st)
        st = load_outline(&in, &form);
    if (!st)
        st = complete_outline(form, name, &in);
    text_free(&thin);
    if (st)
        form_free(form);
    else
        *out = form;
    return st;
}

void form_free(struct form *form)
{
    if (!form)
        return;
    free(form->name);
    cyaml_free(&quiet, &form_value, form, 0);
}
