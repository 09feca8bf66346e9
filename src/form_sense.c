#include "supportplan/form_sense.h"

#include <assert.h>
#include <string.h>

#include "supportplan/check.h"
#include "supportplan/form_fault.h"

/* What is being judged, and where in it we are. */
struct judge {
    const struct form *form; /* NULL while words are judged by themselves */
    const struct form_bytes *in;
    struct form_place place;
    struct fault *fault;
};

/* The names of answers that all forms share (SPEC, section 1). */
static const struct form_known answers = {
    .list = {"important", "good-day", "working", "not-working", "strengths", "change", "keep",
             "support", "support-how", "money", "managed", "decisions", "control", "safe", "unwell",
             "happen", "watched", "more"},
    .count = 18,
};

static const char *const kinds[] = {
    [PAGE_QUESTION] = "question",   [PAGE_FIELD] = "field",       [PAGE_TABLE] = "table",
    [PAGE_CHECKLIST] = "checklist", [PAGE_WEEK] = "week",         [PAGE_MONEY] = "money",
    [PAGE_CHECK] = "check",         [PAGE_FEEDBACK] = "feedback",
};

/* Go to the line that has a value; where it is not found, the place goes without a line. */
static void go_to(struct judge *j, const char *key, const char *value, unsigned nth)
{
    j->place.line = value ? form_line_of_value(j->in, key, value, nth) : 0;
}

static enum status missing(struct judge *j, const char *key)
{
    return form_fault_set(j->fault, ST_RANGE, j->in, &j->place, _("`%s` is missing."), key);
}

/* "`importnt` is not a known answer; did you mean `important`?" what is a translated noun. */
static enum status unknown(struct judge *j, const char *what, const char *name,
                           const struct form_known *known)
{
    const char *meant = form_nearest(name, known);
    if (meant)
        return form_fault_set(j->fault, ST_UNKNOWN, j->in, &j->place,
                              _("`%s` is not %s that is known; did you mean `%s`?"), name, what,
                              meant);
    return form_fault_set(j->fault, ST_UNKNOWN, j->in, &j->place,
                          _("`%s` is not %s that is known."), name, what);
}

static enum status judge_width(struct judge *j, const char *key, const char *value)
{
    int width = value ? text_width(value, strlen(value)) : 0;
    if (width <= FORM_LABEL_MAX)
        return ST_OK;
    go_to(j, key, value, 1);
    return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                          _("`%s` is %d columns wide; %d is the most."), key, width,
                          FORM_LABEL_MAX);
}

static enum status judge_name(struct judge *j, const char *name)
{
    if (!name)
        return missing(j, "name");
    if (schema_name_ok(name))
        return ST_OK;
    go_to(j, "name", name, 1);
    return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                          _("the name `%s` may hold small letters, digits and dashes only."), name);
}

static enum status doubled(struct judge *j, const char *key, const char *value)
{
    go_to(j, key, value, 2);
    return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                          _("`%s: %s` stands here a second time."), key, value);
}

/* Whether a form may use a name for an answer. */
static bool answer_known(const struct form *form, const char *name)
{
    size_t len = strlen(form->name);
    for (size_t i = 0; i < answers.count; i++)
        if (!strcmp(name, answers.list[i]))
            return true;
    if (!schema_name_ok(name))
        return false;
    if (!strncmp(name, form->name, len) && name[len] == '-')
        return true;
    return !strncmp(name, "own-", 4) && name[4] &&
           strspn(name + 4, "0123456789") == strlen(name + 4);
}

static enum status judge_answer(struct judge *j, const char *answer)
{
    if (!answer)
        return missing(j, "answer");
    if (answer_known(j->form, answer))
        return ST_OK;
    go_to(j, "answer", answer, 1);
    if (form_nearest(answer, &answers))
        return unknown(j, _("an answer"), answer, &answers);
    return form_fault_set(
        j->fault, ST_UNKNOWN, j->in, &j->place,
        _("`%s` is not an answer that is known. A name of your own begins with `%s-`."), answer,
        j->form->name);
}

/* The sections that a form may name, or only those that are tables; for "did you mean". */
static struct form_known sections_known(bool tables)
{
    struct form_known known = {.count = 0};
    for (int s = 0; s < SEC_COUNT; s++)
        if (!tables || schema_sections[s].items == ITEMS_NUMBERED)
            known.list[known.count++] = schema_sections[s].name;
    return known;
}

/* The fields of a section, for "did you mean". */
static struct form_known fields_known(enum section section)
{
    struct form_known known = {.count = 0};
    for (int i = 0; i < schema_sections[section].count; i++)
        known.list[known.count++] = schema_fields[(int)schema_sections[section].first + i].name;
    return known;
}

/* Say what is wrong with "about.nmae": its section, or the field in it. */
static enum status unknown_field(struct judge *j, const char *dotted)
{
    char name[NAME_MAX_LEN + 1] = "";
    size_t len = strcspn(dotted, ".");
    if (len < sizeof name)
        memcpy(name, dotted, len);
    enum section section = schema_section_named(name);
    struct form_known known = section == SEC_NONE ? sections_known(false) : fields_known(section);
    const char *meant = NULL;
    if (dotted[len] == '.')
        meant = form_nearest(section == SEC_NONE ? name : dotted + len + 1, &known);
    if (!meant)
        return form_fault_set(j->fault, ST_UNKNOWN, j->in, &j->place,
                              _("`%s` is not a field that is known."), dotted);
    bool of_section = section == SEC_NONE;
    return form_fault_set(j->fault, ST_UNKNOWN, j->in, &j->place,
                          _("`%s` is not a field that is known; did you mean `%s.%s`?"), dotted,
                          of_section ? meant : name, of_section ? dotted + len + 1 : meant);
}

/* What a table's page is only for: a field of it that is yes or no. */
static enum status judge_only(struct judge *j, const struct form_page *page, enum section section)
{
    if (!page->only)
        return ST_OK;
    struct form_known known = {0};
    for (int i = 0; i < schema_sections[section].count; i++) {
        const struct schema_field *row = &schema_fields[(int)schema_sections[section].first + i];
        if (row->kind != KIND_YESNO)
            continue;
        if (strcmp(row->name, page->only) == 0)
            return ST_OK;
        known.list[known.count++] = row->name;
    }
    go_to(j, "only", page->only, 1);
    return unknown(j, _("a yes or no field"), page->only, &known);
}

static enum status judge_field(struct judge *j, const char *dotted)
{
    if (!dotted)
        return missing(j, "field");
    if (schema_field_dotted(dotted) != FIELD_NONE)
        return ST_OK;
    go_to(j, "field", dotted, 1);
    return unknown_field(j, dotted);
}

static enum status judge_table(struct judge *j, const struct form_page *page)
{
    if (!page->table)
        return missing(j, "table");
    enum section section = schema_section_named(page->table);
    if (section == SEC_NONE || schema_sections[section].items != ITEMS_NUMBERED) {
        struct form_known known = sections_known(true);
        go_to(j, "table", page->table, 1);
        return unknown(j, _("a table"), page->table, &known);
    }
    struct form_known known = fields_known(section);
    for (unsigned i = 0; i < page->fields_count; i++) {
        j->place.at[IN_COLUMN] = i + 1;
        if (schema_field_named(section, page->fields[i]) == FIELD_NONE)
            return unknown(j, _("a column"), page->fields[i], &known);
    }
    j->place.at[IN_COLUMN] = 0;
    return judge_only(j, page, section);
}

/* A key of one kind of page on a page of another kind would be passed over in silence. */
static enum status judge_strays(struct judge *j, const struct form_page *page)
{
    const struct {
        const char *key;
        bool given;
        bool fits;
    } keys[] = {
        {"answer", page->answer, page->kind == PAGE_QUESTION},
        {"field", page->field, page->kind == PAGE_FIELD},
        {"table", page->table, page->kind == PAGE_TABLE},
        {"fields", page->fields_count, page->kind == PAGE_TABLE},
        {"only", page->only, page->kind == PAGE_TABLE},
        {"entries", page->entries_count,
         page->kind == PAGE_CHECKLIST || page->kind == PAGE_FEEDBACK || page->kind == PAGE_WEEK},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].given && !keys[i].fits)
            return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                                  _("`%s` does not go with the kind `%s`."), keys[i].key,
                                  kinds[page->kind]);
    return ST_OK;
}

static enum status judge_entries(struct judge *j, const struct form_page *page)
{
    if (page->kind == PAGE_CHECKLIST && page->entries_count == 0)
        return missing(j, "entries");
    for (unsigned i = 0; i < page->entries_count; i++) {
        j->place.at[IN_ENTRY] = i + 1;
        enum status st = judge_name(j, page->entries[i].name);
        if (st)
            return st;
        if (!page->entries[i].text) {
            go_to(j, "name", page->entries[i].name, 1);
            return missing(j, "text");
        }
        for (unsigned k = 0; k < i; k++)
            if (!strcmp(page->entries[i].name, page->entries[k].name))
                return doubled(j, "name", page->entries[i].name);
    }
    j->place.at[IN_ENTRY] = 0;
    return ST_OK;
}

static enum status judge_examples(struct judge *j, char *const *examples, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        j->place.at[IN_EXAMPLE] = i + 1;
        if (!examples[i][0])
            return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                                  _("there are no words behind the dash."));
    }
    j->place.at[IN_EXAMPLE] = 0;
    return ST_OK;
}

static enum status judge_sources(struct judge *j, const struct form_source *list, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        j->place.at[IN_SOURCE] = i + 1;
        if (!list[i].title)
            return missing(j, "title");
    }
    j->place.at[IN_SOURCE] = 0;
    return ST_OK;
}

/* What only its kind asks of a page. */
static enum status judge_kind(struct judge *j, const struct form_page *page)
{
    switch (page->kind) {
    case PAGE_QUESTION:
        return judge_answer(j, page->answer);
    case PAGE_FIELD:
        return judge_field(j, page->field);
    case PAGE_TABLE:
        return judge_table(j, page);
    case PAGE_CHECKLIST:
    case PAGE_FEEDBACK:
    case PAGE_WEEK:
        return judge_entries(j, page);
    case PAGE_MONEY:
    case PAGE_CHECK:
        break;
    }
    return ST_OK;
}

/* Go to the line that best shows which page is meant. */
static void go_to_page(struct judge *j, const struct form_page *page)
{
    go_to(j, "answer", page->answer, 1);
    if (!j->place.line)
        go_to(j, "field", page->field, 1);
    if (!j->place.line)
        go_to(j, "table", page->table, 1);
    if (!j->place.line)
        go_to(j, "text", page->text, 1);
}

static enum status judge_text(struct judge *j, const struct form_page *page)
{
    if (page->text)
        return ST_OK;
    go_to_page(j, page);
    return missing(j, "text");
}

static enum status judge_page(struct judge *j, const struct form_page *page)
{
    enum status st = judge_strays(j, page);
    if (!st)
        st = judge_kind(j, page);
    if (!st)
        st = judge_text(j, page);
    if (!st)
        st = judge_width(j, "label", page->label);
    if (!st)
        st = judge_examples(j, page->examples, page->examples_count);
    return st ? st : judge_sources(j, page->more, page->more_count);
}

/* Whether a section before this one has its name. */
static bool name_taken(const struct form *form, const struct form_section *section)
{
    const struct form_section *other;
    for (size_t i = 0; (other = form_section_at(form, i, NULL)) != section; i++)
        if (!strcmp(other->name, section->name))
            return true;
    return false;
}

static enum status judge_section(struct judge *j, const struct form_section *section)
{
    enum status st = judge_name(j, section->name);
    if (st)
        return st;
    if (name_taken(j->form, section))
        return doubled(j, "name", section->name);
    if (!section->title) {
        go_to(j, "name", section->name, 1);
        return missing(j, "title");
    }
    if (!section->short_title) {
        go_to(j, "name", section->name, 1);
        return form_fault_set(j->fault, ST_RANGE, j->in, &j->place,
                              _("the title is long, so `short` is needed: %d columns or fewer."),
                              FORM_LABEL_MAX);
    }
    st = judge_width(j, "short", section->short_title);
    for (unsigned p = 0; !st && p < section->pages_count; p++) {
        j->place.line = 0;
        j->place.at[IN_QUESTION] = p + 1;
        st = judge_page(j, &section->pages[p]);
    }
    return st;
}

static enum status judge_group(struct judge *j, const struct form_group *group)
{
    enum status st = ST_OK;
    if (!group->title)
        return missing(j, "title");
    for (unsigned s = 0; !st && s < group->sections_count; s++) {
        j->place.at[IN_SECTION] = s + 1;
        j->place.at[IN_QUESTION] = 0;
        st = judge_section(j, &group->sections[s]);
    }
    return st;
}

static bool rule_known(const char *id)
{
    for (size_t i = 0; i < check_rule_count(); i++)
        if (!strcmp(check_rule(i)->id, id))
            return true;
    return false;
}

static enum status judge_rule(struct judge *j, const struct form_rule *rule)
{
    static const struct form_known levels = {.list = {"must", "ask", "note", "off"}, .count = 4};
    if (!rule->rule)
        return missing(j, "rule");
    if (!rule->level)
        return missing(j, "level");
    if (!rule_known(rule->rule)) {
        go_to(j, "rule", rule->rule, 1);
        return form_fault_set(j->fault, ST_UNKNOWN, j->in, &j->place,
                              _("`%s` is not the name of a rule, such as `R14`."), rule->rule);
    }
    for (size_t i = 0; i < levels.count; i++)
        if (!strcmp(rule->level, levels.list[i]))
            return ST_OK;
    go_to(j, "level", rule->level, 1);
    return unknown(j, _("a level"), rule->level, &levels);
}

static enum status judge_rules(struct judge *j)
{
    enum status st = ST_OK;
    for (unsigned i = 0; !st && i < j->form->rules_count; i++) {
        j->place = (struct form_place){.at[IN_RULE] = i + 1};
        st = judge_rule(j, &j->form->rules[i]);
    }
    return st;
}

enum status form_sense(const struct form *form, const struct form_bytes *in, struct fault *fault)
{
    assert(form && form->name && in);
    struct judge j = {.form = form, .in = in, .fault = fault};
    if (!form->title)
        return missing(&j, "title");
    if (form_section_count(form) == 0)
        return form_fault_set(fault, ST_RANGE, in, &j.place, _("the form has no section yet."));
    enum status st = judge_sources(&j, form->sources, form->sources_count);
    for (unsigned g = 0; !st && g < form->groups_count; g++) {
        j.place = (struct form_place){.at[IN_GROUP] = g + 1};
        st = judge_group(&j, &form->groups[g]);
    }
    return st ? st : judge_rules(&j);
}

/* Whether a word belongs to a field: to its list, or the word that may stand for a name. What a
 * line of words may say is only offered, so any name will do. */
static bool word_known(enum field field, const char *word)
{
    const struct schema_field *row = &schema_fields[field];
    if (row->kind == KIND_WORD)
        return schema_word_index(field, word) >= 0;
    if (row->kind == KIND_YESNO)
        return !strcmp(word, "yes") || !strcmp(word, "no");
    if (row->kind == KIND_LINE)
        return schema_name_ok(word);
    return row->words && !strcmp(row->words, word);
}

/* Say which word was meant. */
static enum status unknown_list_word(struct judge *j, enum field field, const char *word)
{
    char room[24][NAME_MAX_LEN + 1];
    struct form_known known = {.count = 0};
    int count = schema_word_count(field);
    for (int i = 0; i < count && i < 24; i++)
        known.list[known.count++] = schema_word(field, i, room[i]);
    go_to(j, "name", word, 1);
    return unknown(j, _("a word of this field"), word, &known);
}

/* A word lacks something: the line is that of its field. It is looked for only now, since
 * looking means reading the whole file. */
static enum status missing_in_word(struct judge *j, const struct form_words *words, const char *key)
{
    go_to(j, "field", words->field, 1);
    return missing(j, key);
}

static enum status judge_list(struct judge *j, const struct form_words *words)
{
    enum field field = schema_field_dotted(words->field);
    for (unsigned i = 0; i < words->words_count; i++) {
        const struct form_entry *entry = &words->words[i];
        j->place.at[IN_WORD] = i + 1;
        if (!entry->name)
            return missing_in_word(j, words, "name");
        if (field == FIELD_NONE || !word_known(field, entry->name))
            return unknown_list_word(j, field, entry->name);
        if (!entry->text)
            return missing_in_word(j, words, "text");
    }
    return ST_OK;
}

/* Words may speak of a field, or of a whole table: then field is the section's name. */
static enum status judge_words(struct judge *j, const struct form_words *words)
{
    if (!words->field)
        return missing(j, "field");
    enum status st = ST_OK;
    if (schema_section_named(words->field) == SEC_NONE)
        st = judge_field(j, words->field);
    if (!st)
        st = judge_width(j, "label", words->label);
    if (!st)
        st = judge_examples(j, words->examples, words->examples_count);
    return st ? st : judge_list(j, words);
}

enum status form_sense_words(const struct form_words *words, unsigned count,
                             const struct form_bytes *in, struct fault *fault)
{
    assert(in && (words || count == 0));
    struct judge j = {.in = in, .fault = fault};
    for (unsigned i = 0; i < count; i++) {
        j.place = (struct form_place){.at[IN_FIELD] = i + 1};
        enum status st = judge_words(&j, &words[i]);
        if (st)
            return st;
        for (unsigned k = 0; k < i; k++)
            if (!strcmp(words[i].field, words[k].field))
                return doubled(&j, "field", words[i].field);
    }
    return ST_OK;
}
