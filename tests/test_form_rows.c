/*
 * Do the forms that we ship ask for everything? Reads the real files of forms/.
 * The 33 rows of coverage_rows.txt are printed with the page of each form that asks for them.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/form_file.h"

static const char *const names[] = {"seven-questions", "derbyshire", "toolkit"};
static struct form *forms[COUNT(names)];

/* Every row that plan formats were found to ask for. */
#define ROWS 33
#define PLACES_MAX 8

/* Read a whole file of the source tree; the caller frees it. */
static char *slurp(const char *name, size_t *len)
{
    const char *root = getenv("SUPPORTPLAN_SOURCE");
    char path[4096];
    if (!root)
        fail_msg("SUPPORTPLAN_SOURCE does not say where the forms are");
    snprintf(path, sizeof path, "%s/%s", root, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s can't be opened", path);
    char *bytes = malloc(1 << 20);
    assert_non_null(bytes);
    *len = fread(bytes, 1, (1 << 20) - 1, file);
    bytes[*len] = '\0';
    fclose(file);
    return bytes;
}

static int read_forms(void **state)
{
    (void)state;
    size_t words_len, len;
    char *words = slurp("forms/words.yaml", &words_len);
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[64];
        struct fault fault = {0};
        snprintf(path, sizeof path, "forms/%s.yaml", names[i]);
        char *yaml = slurp(path, &len);
        if (form_read(names[i], yaml, len, words, words_len, &forms[i], &fault))
            fail_msg("%s, line %zu: %s", path, fault.line, fault.text);
        free(yaml);
    }
    free(words);
    return 0;
}

static int free_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
        form_free(forms[i]);
    return 0;
}

/* ---- looking for a place in a form ---- */

/* Whether a page is the place "what:name". */
typedef bool page_test(const struct form_page *page, const char *name);

static bool same(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

static bool asks_answer(const struct form_page *page, const char *name)
{
    return page->kind == PAGE_QUESTION && same(page->answer, name);
}

static bool asks_field(const struct form_page *page, const char *name)
{
    return page->kind == PAGE_FIELD && same(page->field, name);
}

static bool asks_table(const struct form_page *page, const char *name)
{
    return page->kind == PAGE_TABLE && same(page->table, name);
}

/* "goal.by": a table of the section whose columns hold the field, or that asks all of them. */
static bool asks_column(const struct form_page *page, const char *name)
{
    const char *dot = strchr(name, '.');
    size_t len = dot ? (size_t)(dot - name) : 0;
    if (page->kind != PAGE_TABLE || !dot || strlen(page->table) != len ||
        memcmp(page->table, name, len) != 0)
        return false;
    for (unsigned i = 0; i < page->fields_count; i++)
        if (same(page->fields[i], dot + 1))
            return true;
    return page->fields_count == 0;
}

static bool asks_entry(const struct form_page *page, const char *name)
{
    if (page->kind != PAGE_CHECKLIST)
        return false;
    for (unsigned i = 0; i < page->entries_count; i++)
        if (same(page->entries[i].name, name))
            return true;
    return false;
}

static bool is_page(const struct form_page *page, const char *name)
{
    return (page->kind == PAGE_WEEK && same(name, "week")) ||
           (page->kind == PAGE_MONEY && same(name, "money")) ||
           (page->kind == PAGE_CHECK && same(name, "check"));
}

/* The first page of a form that passes, or NULL. */
static const struct form_page *find_page(const struct form *form, page_test *test, const char *name)
{
    const struct form_section *section;
    for (size_t s = 0; (section = form_section_at(form, s, NULL)); s++)
        for (unsigned p = 0; p < section->pages_count; p++)
            if (test(&section->pages[p], name))
                return &section->pages[p];
    return NULL;
}

/* The page of a form that is at a place such as "answer:important", or NULL. */
static const struct form_page *find_place(const struct form *form, const char *place)
{
    static const struct {
        const char *what;
        page_test *test;
    } kinds[] = {
        {"answer:", asks_answer}, {"field:", asks_field}, {"table:", asks_table},
        {"column:", asks_column}, {"entry:", asks_entry}, {"page:", is_page},
    };
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (!strncmp(place, kinds[i].what, strlen(kinds[i].what)))
            return find_page(form, kinds[i].test, place + strlen(kinds[i].what));
    fail_msg("%s is not a kind of place", place);
    return NULL;
}

/* ---- the 33 rows ---- */

/* Print the pages of a form that ask for a row; returns how many. */
static int print_places(size_t form, char *places[], int count)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        const struct form_page *page = find_place(forms[form], places[i]);
        if (page)
            printf("#    %-16s %-28s %s\n", found++ ? "" : names[form], places[i], page->text);
    }
    if (!found)
        printf("#    %-16s %s\n", names[form], "not asked");
    return found;
}

/* Print one row "1 | Who I am | field:about.name ..."; returns its number. */
static int judge_row(char *line)
{
    char *places[PLACES_MAX];
    int count = 0, found = 0;
    char *save = NULL;
    char *number = strtok_r(line, "|", &save);
    char *what = strtok_r(NULL, "|", &save);
    for (char *place; (place = strtok_r(NULL, " |", &save));) {
        assert_true(count < PLACES_MAX);
        places[count++] = place;
    }
    assert_non_null(what);
    printf("# %s%s\n", number, what);
    for (size_t i = 0; i < COUNT(names); i++)
        found += print_places(i, places, count);
    if (!found)
        fail_msg("no form asks for row %s%s", number, what);
    return atoi(number);
}

static void every_row_of_real_plans_is_asked_for_in_a_form(void **state)
{
    (void)state;
    size_t len;
    int rows = 0;
    char *save = NULL;
    char *text = slurp("tests/coverage_rows.txt", &len);
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        if (*line == '#')
            continue;
        rows++;
        assert_int_equal(judge_row(line), rows);
    }
    free(text);
    assert_int_equal(rows, ROWS);
}

/* ---- what every form must reach ---- */

/* Without these a plan can't become ready to send (SPEC, section 1). */
static const char *const needed[] = {
    "answer:important",
    "answer:good-day",
    "answer:working",
    "answer:not-working",
    "answer:strengths",
    "answer:change",
    "answer:keep",
    "answer:support",
    "answer:support-how",
    "answer:money",
    "answer:managed",
    "answer:decisions",
    "answer:control",
    "answer:safe",
    "answer:unwell",
    "answer:happen",
    "answer:watched",
    "answer:more",
    "field:plan.year-basis",
    "field:plan.year-start",
    "field:about.name",
    "field:about.reference",
    "field:about.communication",
    "field:about.written-by",
    "field:about.helper",
    "field:about.helper-role",
    "field:about.views",
    "field:about.decides",
    "field:about.decides-as",
    "field:about.advocate",
    "field:about.advocate-contact",
    "field:about.care-manager",
    "field:about.care-manager-contact",
    "field:about.alone",
    "field:about.nation",
    "field:fund.status",
    "field:fund.amount",
    "field:fund.every",
    "field:contribution.status",
    "field:contribution.amount",
    "field:contribution.every",
    "field:money.how",
    "field:money.managed-by",
    "field:money.separate-account",
    "field:money.paid-every",
    "field:money.meets",
    "field:money.letter-total",
    "table:need",
    "table:goal",
    "table:supporter",
    "table:rate",
    "table:week",
    "table:cost",
    "table:fund",
    "table:contact",
    "table:cover",
    "table:risk",
    "table:action",
    "table:review",
    "table:copy",
    "column:cost.set-aside",
    "page:week",
    "page:money",
    "page:check",
};

static void every_form_reaches_all_that_a_plan_needs(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(names); f++)
        for (size_t i = 0; i < COUNT(needed); i++)
            if (!find_place(forms[f], needed[i]))
                fail_msg("%s does not ask for %s", names[f], needed[i]);
}

/* A column that no page asks can't be filled in; what a line of the week holds, the week asks. */
static void every_form_asks_every_column_of_its_tables(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(names); f++)
        for (int i = 0; i < FIELD_COUNT; i++) {
            enum section in = schema_fields[i].section;
            char name[2 * NAME_MAX_LEN + 2];
            if (schema_sections[in].items != ITEMS_NUMBERED || in == SEC_TIME ||
                in == SEC_ATTACHMENT)
                continue;
            snprintf(name, sizeof name, "%s.%s", schema_sections[in].name, schema_fields[i].name);
            if (!find_page(forms[f], asks_column, name))
                fail_msg("%s does not ask for %s", names[f], name);
        }
}

static void the_check_stands_last_but_for_feedback(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(names); f++) {
        const struct form_section *section;
        bool checked = false;
        for (size_t s = 0; (section = form_section_at(forms[f], s, NULL)); s++)
            for (unsigned p = 0; p < section->pages_count; p++) {
                if (checked && section->pages[p].kind != PAGE_FEEDBACK)
                    fail_msg("%s: \"%s\" comes after the check", names[f], section->pages[p].text);
                checked |= section->pages[p].kind == PAGE_CHECK;
            }
        if (!checked)
            fail_msg("%s has no check", names[f]);
    }
}

/* ---- guidance ---- */

static bool wants_guidance(const struct form_page *page)
{
    return page->kind == PAGE_QUESTION || page->kind == PAGE_FIELD || page->kind == PAGE_TABLE;
}

static void every_question_has_guidance(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(names); f++) {
        const struct form_section *section;
        for (size_t s = 0; (section = form_section_at(forms[f], s, NULL)); s++)
            for (unsigned p = 0; p < section->pages_count; p++) {
                const struct form_page *page = &section->pages[p];
                if (!page->why || !page->help)
                    fail_msg("%s: \"%s\" lacks why or help", names[f], page->text);
                if (wants_guidance(page) && (!page->checker || page->examples_count == 0))
                    fail_msg("%s: \"%s\" lacks checker or example", names[f], page->text);
            }
    }
}

static void every_form_says_where_it_comes_from(void **state)
{
    (void)state;
    for (size_t f = 0; f < COUNT(names); f++) {
        const struct form *form = forms[f];
        if (!form->about || !strstr(form->about, "21 November 2026"))
            fail_msg("%s does not say when its questions were read", names[f]);
        if (form->sources_count == 0)
            fail_msg("%s names no source", names[f]);
        for (unsigned i = 0; i < form->sources_count; i++)
            if (!form->sources[i].address || !form->sources[i].read)
                fail_msg("%s: source %u lacks its address or date", names[f], i + 1);
    }
}

/* ---- words for every field ---- */

/* The program writes these by itself. */
static bool is_hidden(int field)
{
    return field == F_PLAN_FORMAT || field == F_PLAN_CREATED || field == F_PLAN_CHANGED ||
           field == F_PLAN_LAST;
}

static void every_field_has_a_label_and_a_question(void **state)
{
    (void)state;
    for (int i = 0; i < FIELD_COUNT; i++) {
        const struct form_words *words = form_words_for(forms[0], (enum field)i);
        const char *section = schema_sections[schema_fields[i].section].name;
        if (is_hidden(i))
            continue;
        if (!words || !words->label || !words->question)
            fail_msg("%s.%s has no words of its own", section, schema_fields[i].name);
    }
}

static bool has_word(const struct form_words *words, const char *word)
{
    for (unsigned i = 0; i < words->words_count; i++)
        if (same(words->words[i].name, word) && words->words[i].text)
            return true;
    return false;
}

static void every_word_of_every_list_is_in_plain_words(void **state)
{
    (void)state;
    for (int i = 0; i < FIELD_COUNT; i++) {
        const struct form_words *words = form_words_for(forms[0], (enum field)i);
        char word[NAME_MAX_LEN + 1];
        for (int w = 0; w < schema_word_count((enum field)i); w++)
            if (!words || !has_word(words, schema_word((enum field)i, w, word)))
                fail_msg("%s.%s: no words for %s", schema_sections[schema_fields[i].section].name,
                         schema_fields[i].name, schema_word((enum field)i, w, word));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_of_real_plans_is_asked_for_in_a_form),
        cmocka_unit_test(every_form_reaches_all_that_a_plan_needs),
        cmocka_unit_test(every_form_asks_every_column_of_its_tables),
        cmocka_unit_test(the_check_stands_last_but_for_feedback),
        cmocka_unit_test(every_question_has_guidance),
        cmocka_unit_test(every_form_says_where_it_comes_from),
        cmocka_unit_test(every_field_has_a_label_and_a_question),
        cmocka_unit_test(every_word_of_every_list_is_in_plain_words),
    };
    return cmocka_run_group_tests_name("form_rows", tests, read_forms, free_forms);
}
