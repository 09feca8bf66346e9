/*
 * Is forms/README.md true? Its examples are read as forms, and it tells of every key.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_file.h"
#include "supportplan/form_file.h"

static char *readme, *words;

static int read_files(void **state)
{
    size_t len;
    (void)state;
    readme = source_file("forms/README.md", &len);
    words = source_file("forms/words.yaml", &len);
    return 0;
}

static int free_files(void **state)
{
    (void)state;
    free(readme);
    free(words);
    return 0;
}

/* Example number n, from 0: where its text begins, and its length; NULL past the last. */
static const char *example(size_t n, size_t *len)
{
    static const char fence[] = "```yaml\n";
    const char *at = strstr(readme, fence);
    while (at && n--)
        at = strstr(at + strlen(fence), fence);
    if (!at)
        return NULL;
    at += strlen(fence);
    *len = (size_t)(strstr(at, "```\n") - at);
    return at;
}

static void every_example_is_a_form_that_can_be_read(void **state)
{
    size_t count = 0, len;
    (void)state;
    for (const char *yaml; (yaml = example(count, &len)); count++) {
        struct form *form = NULL;
        struct fault fault = {.line = 0};
        if (form_read("anytown", yaml, len, words, strlen(words), &form, &fault))
            fail_msg("example %zu: %s", count + 1, fault.text);
        assert_string_equal(form->title, "Anytown's questions");
        form_free(form);
    }
    assert_int_equal(count, 2);
}

static void the_first_example_has_ten_lines_and_does_what_is_said_of_it(void **state)
{
    size_t len = 0, lines = 0;
    const char *yaml = example(0, &len);
    struct form *form = NULL;
    (void)state;
    assert_non_null(yaml);
    for (size_t i = 0; i < len; i++)
        lines += yaml[i] == '\n';
    assert_int_equal(lines, 10);
    assert_int_equal(form_read("anytown", yaml, len, words, strlen(words), &form, NULL), ST_OK);
    const struct form_section *section = form_section_at(form, 0, NULL);
    assert_int_equal(section->pages_count, 2);
    assert_string_equal(section->pages[0].text, form_question(form, F_ABOUT_NAME));
    assert_string_equal(section->pages[1].answer, "important");
    form_free(form);
}

static void the_second_example_changes_the_words_for_a_field(void **state)
{
    size_t len = 0;
    const char *yaml = example(1, &len);
    struct form *form = NULL;
    (void)state;
    assert_non_null(yaml);
    assert_int_equal(form_read("anytown", yaml, len, words, strlen(words), &form, NULL), ST_OK);
    assert_string_equal(form_word(form, F_SUPPORTER_KIND, "pa"), "somebody I employ");
    assert_string_not_equal(form_word(form, F_SUPPORTER_KIND, "agency"), "agency");
    form_free(form);
}

static void every_key_is_told_of(void **state)
{
    static const char *const keys[] = {
        "title",        "council",      "about",       "sources",     "address",    "read",
        "terms",        "talk",         "groups",      "rules",       "words",      "sections",
        "name",         "short",        "intro",       "pages",       "kind",       "answer",
        "field",        "table",        "fields",      "entries",     "text",       "label",
        "why",          "help",         "examples",    "checker",     "more",       "optional",
        "rule",         "level",        "phone",       "hours",       "indicative", "budget",
        "contribution", "care-manager", "question",    "must",        "ask",        "note",
        "off",          "checklist",    "week",        "money",       "check",      "feedback",
        "important",    "good-day",     "working",     "not-working", "strengths",  "change",
        "keep",         "support",      "support-how", "managed",     "decisions",  "control",
        "safe",         "unwell",       "happen",      "watched",     "only",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        char quoted[64];
        snprintf(quoted, sizeof quoted, "`%s`", keys[i]);
        if (!strstr(readme, quoted))
            fail_msg("%s is not told of", quoted);
    }
}

/* The sentence that it shows for a fault is the one that is said. */
static void the_fault_it_shows_is_said_in_those_words(void **state)
{
    static const char yaml[] = "title: a\n"
                               "groups:\n"
                               "- {title: b, sections: [{name: c, title: d, pages: [\n"
                               "  {answer: more,\n"
                               "   text: e},\n"
                               "\n"
                               "  {txet: f}]}]}\n";
    struct form *form = NULL;
    struct fault fault = {.line = 0};
    (void)state;
    assert_int_equal(form_read("anytown", yaml, strlen(yaml), "", 0, &form, &fault), ST_UNKNOWN);
    assert_non_null(strstr(readme, fault.text));
    assert_int_equal(fault.line, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_is_a_form_that_can_be_read),
        cmocka_unit_test(the_first_example_has_ten_lines_and_does_what_is_said_of_it),
        cmocka_unit_test(the_second_example_changes_the_words_for_a_field),
        cmocka_unit_test(every_key_is_told_of),
        cmocka_unit_test(the_fault_it_shows_is_said_in_those_words),
    };
    return cmocka_run_group_tests_name("forms_readme", tests, read_files, free_files);
}
