#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "source_file.h"
#include "supportplan/form_file.h"

/* Lines 1 to 9 of the forms below. */
#define HEAD                                                                                       \
    "title: Questions\n"                                                                           \
    "groups:\n"                                                                                    \
    "- title: All\n"                                                                               \
    "  sections:\n"                                                                                \
    "  - name: first\n"                                                                            \
    "    title: The first\n"                                                                       \
    "    pages:\n"                                                                                 \
    "    - answer: important\n"                                                                    \
    "      text: What matters?\n"

/* A form with something of everything, and its words beginning at line 5. */
static const char whole[] = "title: Questions\n"
                            "council: Anytown\n"
                            "about: |\n"
                            "  Made up for a test.\n"
                            "words:\n"
                            "- field: goal.what\n"
                            "  label: My goal\n"
                            "- field: supporter.kind\n"
                            "  words:\n"
                            "  - name: pa\n"
                            "    text: My own assistant\n"
                            "sources:\n"
                            "- title: A page\n"
                            "  address: https://example.org\n"
                            "  read: 2026-11-21\n"
                            "terms:\n"
                            "  care-manager: social worker\n"
                            "talk:\n"
                            "  name: Ann\n"
                            "  phone: 01632 960 000\n"
                            "rules:\n"
                            "- rule: R14\n"
                            "  level: ask\n"
                            "groups:\n"
                            "- title: About you\n"
                            "  sections:\n"
                            "  - name: ready\n"
                            "    title: Before you begin, have these at hand\n"
                            "    short: Before you begin\n"
                            "    pages:\n"
                            "    - kind: checklist\n"
                            "      text: What do you have ready?\n"
                            "      entries:\n"
                            "      - {name: letter, text: The letter, help: It says the amount.}\n"
                            "      - name: helper\n"
                            "        text: Somebody who helps\n"
                            "  - name: you\n"
                            "    title: You\n"
                            "    intro: A little about you.\n"
                            "    pages:\n"
                            "    - field: about.name\n"
                            "    - kind: table\n"
                            "      table: goal\n"
                            "      fields: [what, by]\n"
                            "      text: What do you want to change?\n"
                            "      optional: Yes\n"
                            "- title: The rest\n"
                            "  sections:\n"
                            "  - name: rest\n"
                            "    title: The rest\n"
                            "    pages:\n"
                            "    - answer: test-more\n"
                            "      text: \"Is there more: anything at all?\"\n"
                            "      label: Anything more\n"
                            "      why: So that nothing is left out.\n"
                            "      help: >-\n"
                            "        Take your time.\n"
                            "        Nothing is too small.\n"
                            "      examples:\n"
                            "      - I sing.\n"
                            "      - I garden.\n"
                            "      checker: Whether you were heard.\n"
                            "      more:\n"
                            "      - title: A leaflet\n"
                            "    - kind: week\n"
                            "      text: Your week\n"
                            "    - kind: money\n"
                            "      text: Your money, in one look and with every sum\n"
                            "    - kind: check\n"
                            "      text: Is your plan ready?\n"
                            "    - kind: feedback\n"
                            "      text: How was it?\n"
                            "      entries:\n"
                            "      - name: easy\n"
                            "        text: It was easy\n";

static const char shared[] = "words:\n"
                             "- field: about.name\n"
                             "  label: My name\n"
                             "  question: What is your name?\n"
                             "- field: goal\n"
                             "  label: My goals\n"
                             "- field: goal.what\n"
                             "  label: What\n"
                             "  question: What do you want?\n"
                             "- field: supporter.kind\n"
                             "  words:\n"
                             "  - name: pa\n"
                             "    text: a personal assistant\n"
                             "  - name: agency\n"
                             "    text: an agency\n";

static struct form *given_form(const char *yaml, const char *words)
{
    struct form *form = NULL;
    struct fault fault = {.line = 0};
    if (form_read("test", yaml, strlen(yaml), words, strlen(words), &form, &fault))
        fail_msg("%s", fault.text);
    return form;
}

static void a_form_has_every_word_that_its_maker_wrote(void **state)
{
    (void)state;
    struct form *form = given_form(whole, shared);
    assert_string_equal(form->name, "test");
    assert_string_equal(form->title, "Questions");
    assert_string_equal(form->council, "Anytown");
    assert_string_equal(form->about, "Made up for a test.");
    assert_string_equal(form->sources[0].address, "https://example.org");
    assert_string_equal(form->terms.care_manager, "social worker");
    assert_string_equal(form->talk.phone, "01632 960 000");
    assert_null(form->talk.hours);
    assert_string_equal(form_rule_level(form, "R14"), "ask");
    assert_int_equal(form_section_count(form), 3);
    const struct form_page *page = &form->groups[1].sections[0].pages[0];
    assert_string_equal(page->answer, "test-more");
    assert_string_equal(page->text, "Is there more: anything at all?");
    assert_string_equal(page->help, "Take your time. Nothing is too small.");
    assert_int_equal(page->examples_count, 2);
    assert_string_equal(page->examples[1], "I garden.");
    assert_string_equal(page->more[0].title, "A leaflet");
    form_free(form);
}

static void a_forms_own_criteria_stand_before_those_of_all(void **state)
{
    (void)state;
    struct form *form =
        given_form(HEAD "criteria:\n- \"Is it mine?\"\nvague:\n- as needed\n",
                   "criteria:\n- Am I safe?\n- Is it enough?\nvague:\n- some help\n");
    assert_int_equal(form->criteria_count, 3);
    assert_string_equal(form->criteria[0], "Is it mine?");
    assert_string_equal(form->criteria[2], "Is it enough?");
    assert_int_equal(form->vague_count, 2);
    assert_string_equal(form->vague[0], "as needed");
    assert_string_equal(form->vague[1], "some help");
    form_free(form);
}

static void a_page_knows_its_kind_by_what_it_names(void **state)
{
    (void)state;
    struct form *form = given_form(whole, shared);
    assert_int_equal(form->groups[0].sections[1].pages[0].kind, PAGE_FIELD);
    assert_int_equal(form->groups[0].sections[1].pages[1].kind, PAGE_TABLE);
    assert_int_equal(form->groups[1].sections[0].pages[0].kind, PAGE_QUESTION);
    assert_int_equal(form->groups[1].sections[0].pages[1].kind, PAGE_WEEK);
    form_free(form);
}

static void what_a_form_leaves_out_is_filled_in(void **state)
{
    (void)state;
    struct form *form = given_form(whole, shared);
    const struct form_section *you = &form->groups[0].sections[1];
    assert_string_equal(you->short_title, "You");
    assert_string_equal(you->pages[0].text, "What is your name?");
    assert_string_equal(you->pages[0].label, "My name");
    assert_string_equal(you->pages[1].label, "My goals");
    assert_string_equal(form->groups[1].sections[0].pages[1].label, "Your week");
    assert_string_equal(form->groups[1].sections[0].pages[2].label, "The rest");
    assert_string_equal(form->terms.indicative, "indicative budget");
    assert_string_equal(form->terms.budget, "personal budget");
    assert_string_equal(form->terms.contribution, "contribution");
    assert_string_equal(form->groups[1].sections[0].pages[0].more[0].address, "");
    form_free(form);
}

static void a_forms_own_words_stand_in_front_of_the_shared_ones(void **state)
{
    (void)state;
    struct form *form = given_form(whole, shared);
    assert_string_equal(form_label(form, F_GOAL_WHAT), "My goal");
    assert_string_equal(form_question(form, F_GOAL_WHAT), "What do you want?");
    assert_string_equal(form_word(form, F_SUPPORTER_KIND, "pa"), "My own assistant");
    assert_string_equal(form_word(form, F_SUPPORTER_KIND, "agency"), "an agency");
    assert_string_equal(form_word(form, F_SUPPORTER_KIND, "nhs"), "nhs");
    form_free(form);
}

static void notes_are_for_the_maker_only(void **state)
{
    (void)state;
    struct form *form = given_form("# A form\n" HEAD "      label: Mine # a note\n"
                                   "      why: \"Flat #3\"\n      help: >\n        I am #1.\n"
                                   "      #checker: nothing\n",
                                   "");
    const struct form_page *page = &form->groups[0].sections[0].pages[0];
    assert_string_equal(page->label, "Mine");
    assert_string_equal(page->why, "Flat #3");
    assert_string_equal(page->help, "I am #1.");
    assert_null(page->checker);
    form_free(form);
}

static void optional_is_yes_no_true_or_false_in_any_case(void **state)
{
    static const struct {
        const char *word;
        bool optional;
    } cases[] = {{"yes", true}, {"Yes", true}, {"true", true}, {"no", false}, {"FALSE", false}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char yaml[512];
        snprintf(yaml, sizeof yaml, HEAD "      optional: %s\n", cases[i].word);
        struct form *form = given_form(yaml, "");
        if (form->groups[0].sections[0].pages[0].optional != cases[i].optional)
            fail_msg("'%s' was read the other way round", cases[i].word);
        form_free(form);
    }
}

/* What is wrong with a form, and the whole sentence for it. */
struct wrong {
    const char *yaml;
    enum status want;
    size_t line;
    const char *sentence;
};

static void check_faults(const struct wrong *cases, size_t count, const char *words)
{
    for (size_t i = 0; i < count; i++) {
        struct form *untouched = (struct form *)&cases;
        struct form *form = untouched;
        struct fault fault = {.line = 0};
        enum status st = form_read("test", cases[i].yaml, strlen(cases[i].yaml), words,
                                   strlen(words), &form, &fault);
        if (st != cases[i].want || form != untouched || fault.status != st)
            fail_msg("case %zu: status %d: %s", i, (int)st, fault.text);
        if (strcmp(fault.text, cases[i].sentence) != 0 || fault.line != cases[i].line)
            fail_msg("case %zu: line %zu: '%s'", i, fault.line, fault.text);
    }
}

static const struct wrong not_yaml[] = {
    {"", ST_SYNTAX, 0, "This form is empty."},
    {"# only a remark\n", ST_SYNTAX, 0, "This form is empty."},
    {"---\n", ST_SYNTAX, 0, "This form is empty."},
    {"Dear council\n", ST_SYNTAX, 0, "This is not a form: it begins with a key such as `title:`."},
    {"- a\n- b\n", ST_SYNTAX, 0, "This is not a form: it begins with a key such as `title:`."},
    {"title: a\n---\ntitle: b\n", ST_SYNTAX, 0, "A line `---` ends the form early; take it out."},
    {"title: a\ncouncil: caf\xe9\n", ST_SYNTAX, 2,
     "line 2: this is not plain text; save the file as UTF-8 text."},
    {"title: a\x01\n", ST_SYNTAX, 1,
     "line 1: this is not plain text; save the file as UTF-8 text."},
    {HEAD "\tlabel: a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a tab stands before the words; use blanks."},
    {HEAD "      examples:\n\t- a\n", ST_SYNTAX, 10,
     "after line 10, in question 1: a tab stands before the words; use blanks."},
    {"\ttitle: a\n", ST_SYNTAX, 1, "line 1: a tab stands before the words; use blanks."},
    {HEAD "      help: >\n        a\n        b\n      examples:\n      - c\n      label a\n",
     ST_SYNTAX, 14,
     "after line 14, in question 1, example 1: a key needs a colon and a blank behind it."},
    {HEAD "      label a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a key needs a colon and a blank behind it."},
    {HEAD "      label: \"a\n      why: b\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a quotation mark is opened and never closed."},
    {HEAD "      label: 'a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a quotation mark is opened and never closed."},
    {HEAD "      label:a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a key needs a colon and a blank behind it."},
    {HEAD "      label: \"a\n      why: b\n      help: \"c\"\n      checker: d\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a quotation mark is opened and not closed on its line."},
    {HEAD "      help: >\n        \"a\" b\n      label: \"c\" d\n", ST_SYNTAX, 11,
     "after line 11, in question 1: something stands behind a closing quotation mark."},
    {HEAD "      label: \"a\" b\n", ST_SYNTAX, 9,
     "after line 9, in question 1: something stands behind a closing quotation mark."},
    {HEAD "      label: \"a \\q\"\n", ST_SYNTAX, 10,
     "after line 10, in question 1: between double quotation marks, write `\\\\` for `\\`."},
    {HEAD "      why: Note: this\n", ST_SYNTAX, 9,
     "after line 9, in question 1: the words hold a colon: put them between quotation marks."},
    {HEAD "     label: a\n", ST_SYNTAX, 9,
     "after line 9, in section 1: the next line is moved in too far or not far enough."},
    {HEAD "        label: a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: the next line is moved in too far or not far enough."},
    {HEAD "      label: - a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: a list begins on the line below its key."},
    {HEAD "      examples: [a, b\n", ST_SYNTAX, 10,
     "after line 10, in question 1, example 2: a bracket is opened and never closed."},
    {HEAD "      label: *a*\n", ST_SYNTAX, 9,
     "after line 9, in question 1: the words begin with a sign: put them between quotation "
     "marks."},
    {HEAD "      label: &more words\n", ST_SYNTAX, 10,
     "line 10: the words begin with a sign: put them between quotation marks."},
    {HEAD "      label: !very much\n", ST_SYNTAX, 10,
     "line 10: the words begin with a sign: put them between quotation marks."},
    {HEAD "      why: We are #1 here.\n", ST_SYNTAX, 10,
     "line 10: `#` begins a note: put the words between quotation marks."},
    {HEAD "      label: @home\n", ST_SYNTAX, 9,
     "after line 9, in question 1: the words begin with a sign: put them between quotation "
     "marks."},
};

static void a_form_that_is_not_yaml_is_told_in_plain_words(void **state)
{
    (void)state;
    check_faults(not_yaml, COUNT(not_yaml), "");
}

static const struct wrong wrong_kind[] = {
    {"title: a\nsections:\n- txet: b\n", ST_UNKNOWN, 1,
     "after line 1: `sections` is not known here."},
    {HEAD "    - txet: b\n", ST_UNKNOWN, 9,
     "after line 9, in question 2: `txet` is not known here; did you mean `text`?"},
    {HEAD "      labl: b\n", ST_UNKNOWN, 9,
     "after line 9, in question 1: `labl` is not known here; did you mean `label`?"},
    {HEAD "      colour: b\n", ST_UNKNOWN, 9,
     "after line 9, in question 1: `colour` is not known here."},
    {"titel: a\n", ST_UNKNOWN, 1, "line 1: `titel` is not known here; did you mean `title`?"},
    {HEAD "      more:\n      - titel: b\n", ST_UNKNOWN, 10,
     "after line 10, in question 1, source 1: `titel` is not known here; did you mean "
     "`title`?"},
    {HEAD "  - name: b\n    titel: c\n", ST_UNKNOWN, 10,
     "after line 10, in section 2: `titel` is not known here; did you mean `title`?"},
    {HEAD "- title: More\n  sections:\n  - name: b\n    pages:\n    - txet: c\n", ST_UNKNOWN, 13,
     "after line 13, in group 2, section 1, question 1: `txet` is not known here; did you "
     "mean `text`?"},
    {HEAD "terms:\n  badget: b\n", ST_UNKNOWN, 10,
     "after line 10: `badget` is not known here; did you mean `budget`?"},
    {HEAD "      text: b\n", ST_SYNTAX, 9,
     "after line 9, in question 1: `text` stands here a second time."},
    {HEAD "title: b\n", ST_SYNTAX, 9, "after line 9: `title` stands here a second time."},
    {HEAD "      kind: qestion\n", ST_UNKNOWN, 9,
     "after line 9, in question 1: `qestion` is not known for `kind`; did you mean "
     "`question`?"},
    {HEAD "      optional: maybe\n", ST_UNKNOWN, 9,
     "after line 9, in question 1: `maybe` is not known for `optional`; say for example "
     "`yes`."},
    {HEAD "      label:\n      - a\n", ST_SYNTAX, 10,
     "after line 10, in question 1: `label` takes words, not a list."},
    {HEAD "      label: {a: b}\n", ST_SYNTAX, 9,
     "after line 9, in question 1: `label` takes words, not more keys."},
    {HEAD "      examples:\n      - [a]\n", ST_SYNTAX, 10,
     "after line 10, in question 1, example 1: words were expected here, not a list."},
    {HEAD "      examples: a\n", ST_SYNTAX, 9,
     "after line 9, in question 1: `examples` takes a list: below it, begin each line with a "
     "dash."},
    {HEAD "    - What else?\n", ST_SYNTAX, 9,
     "after line 9, in question 2: a key such as `kind:` was expected behind the dash."},
    {HEAD "terms: none\n", ST_SYNTAX, 9,
     "after line 9: `terms` takes keys below it, such as `care-manager:`."},
};

static void a_key_or_a_value_of_the_wrong_kind_is_told_in_plain_words(void **state)
{
    (void)state;
    check_faults(wrong_kind, COUNT(wrong_kind), "");
}

static const struct wrong no_sense[] = {
    {"council: a\n", ST_RANGE, 0, "`title` is missing."},
    {"title: a\n", ST_RANGE, 0, "The form has no section yet."},
    {HEAD "    - answer: importnt\n      text: a\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `importnt` is not an answer that is known; did you mean "
     "`important`?"},
    {HEAD "    - answer: holidays\n      text: a\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `holidays` is not an answer that is known. A name of your own "
     "begins with `test-`."},
    {HEAD "    - field: about.nmae\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `about.nmae` is not a field that is known; did you mean "
     "`about.name`?"},
    {HEAD "    - field: abuot.name\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `abuot.name` is not a field that is known; did you mean "
     "`about.name`?"},
    {HEAD "    - field: shoe size\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `shoe size` is not a field that is known."},
    {HEAD "    - table: goals\n      text: a\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `goals` is not a table that is known; did you mean `goal`?"},
    {HEAD "    - table: about\n      text: a\n", ST_UNKNOWN, 10,
     "line 10, in question 2: `about` is not a table that is known."},
    {HEAD "    - table: goal\n      text: a\n      fields: [what, wy]\n", ST_UNKNOWN, 0,
     "in question 2, column 2: `wy` is not a column that is known; did you mean `why`?"},
    {HEAD "    - table: cost\n      text: a\n      only: set-asid\n", ST_UNKNOWN, 12,
     "line 12, in question 2: `set-asid` is not a yes or no field that is known; did you mean "
     "`set-aside`?"},
    {HEAD "    - table: cost\n      text: a\n      only: price\n", ST_UNKNOWN, 12,
     "line 12, in question 2: `price` is not a yes or no field that is known."},
    {HEAD "    - answer: more\n      text: a\n      only: set-aside\n", ST_RANGE, 0,
     "in question 2: `only` does not go with the kind `question`."},
    {HEAD "    - text: a\n", ST_RANGE, 0, "in question 2: `answer` is missing."},
    {HEAD "    - kind: field\n      text: a\n", ST_RANGE, 0, "in question 2: `field` is missing."},
    {HEAD "    - answer: more\n", ST_RANGE, 10, "line 10, in question 2: `text` is missing."},
    {HEAD "    - answer: more\n      text: a\n      field: about.name\n", ST_RANGE, 0,
     "in question 2: `field` does not go with the kind `question`."},
    {HEAD "    - kind: money\n      text: a\n      entries:\n      - name: a\n        text: b\n",
     ST_RANGE, 0, "in question 2: `entries` does not go with the kind `money`."},
    {HEAD "      label: A label of many words\n", ST_RANGE, 10,
     "line 10, in question 1: `label` is 21 columns wide; 20 is the most."},
    {HEAD "  - name: b\n    title: c\n    short: A short one of many words\n", ST_RANGE, 12,
     "line 12, in section 2: `short` is 25 columns wide; 20 is the most."},
    {HEAD "  - name: b\n    title: A title of very many words\n", ST_RANGE, 10,
     "line 10, in section 2: the title is long, so `short` is needed: 20 columns or fewer."},
    {HEAD "  - name: first\n    title: c\n", ST_RANGE, 10,
     "line 10, in section 2: `name: first` stands here a second time."},
    {HEAD "  - name: First\n    title: c\n", ST_RANGE, 10,
     "line 10, in section 2: the name `First` may hold small letters, digits and dashes "
     "only."},
    {HEAD "  - title: c\n", ST_RANGE, 0, "in section 2: `name` is missing."},
    {HEAD "  - name: c\n", ST_RANGE, 10, "line 10, in section 2: `title` is missing."},
    {HEAD "    - kind: checklist\n      text: a\n", ST_RANGE, 0,
     "in question 2: `entries` is missing."},
    {HEAD "    - kind: checklist\n      text: a\n      entries:\n      - name: b\n", ST_RANGE, 13,
     "line 13, in question 2, entry 1: `text` is missing."},
    {HEAD "      examples:\n      -\n      - a\n", ST_RANGE, 0,
     "in question 1, example 1: there are no words behind the dash."},
    {HEAD "rules:\n- rule: 14\n  level: ask\n", ST_UNKNOWN, 11,
     "line 11, in rule 1: `14` is not the name of a rule, such as `R14`."},
    {HEAD "rules:\n- rule: R00\n  level: ask\n", ST_UNKNOWN, 11,
     "line 11, in rule 1: `R00` is not the name of a rule, such as `R14`."},
    {HEAD "rules:\n- rule: R14\n  level: aks\n", ST_UNKNOWN, 12,
     "line 12, in rule 1: `aks` is not a level that is known; did you mean `ask`?"},
    {HEAD "words:\n- field: about.nam\n", ST_UNKNOWN, 11,
     "line 11, in field 1: `about.nam` is not a field that is known; did you mean "
     "`about.name`?"},
    {HEAD "words:\n- field: supporter.kind\n  words:\n  - name: famly\n    text: a\n", ST_UNKNOWN,
     13,
     "line 13, in field 1, word 1: `famly` is not a word of this field that is known; did you "
     "mean `family`?"},
    {HEAD "words:\n- field: about.name\n- field: about.name\n", ST_RANGE, 12,
     "line 12, in field 2: `field: about.name` stands here a second time."},
};

static void a_form_that_makes_no_sense_is_told_in_plain_words(void **state)
{
    (void)state;
    check_faults(no_sense, COUNT(no_sense), "");
}

static void a_fault_in_the_shared_words_names_their_file(void **state)
{
    static const struct {
        const char *words;
        enum status want;
        const char *sentence;
    } cases[] = {
        {"words:\n- feild: about.name\n", ST_UNKNOWN,
         "words.yaml, after line 1, in field 1: `feild` is not known here; did you mean `field`?"},
        {"words:\n- field: about.nam\n", ST_UNKNOWN,
         "words.yaml, line 2, in field 1: `about.nam` is not a field that is known; did you mean "
         "`about.name`?"},
        {"words:\n- field: about.name\n  label: \"a\n", ST_SYNTAX,
         "words.yaml, after line 2, in field 1: a quotation mark is opened and never closed."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct wrong one = {HEAD, cases[i].want, 0, cases[i].sentence};
        struct form *form = NULL;
        struct fault fault = {.line = 0};
        enum status st = form_read("test", HEAD, strlen(HEAD), cases[i].words,
                                   strlen(cases[i].words), &form, &fault);
        if (st != one.want || form || strcmp(fault.text, one.sentence) != 0)
            fail_msg("case %zu: %d: '%s'", i, (int)st, fault.text);
    }
}

static void no_fault_blames_or_uses_a_word_of_the_trade(void **state)
{
    static const char *const unkind[] = {"nvalid", "llegal",  "rror",   "orry",     "lease",
                                         "!",      "mapping", "scalar", "sequence", "YAML"};
    char yaml[sizeof HEAD + 4];
    (void)state;
    for (int c = 1; c < 256; c++) {
        struct form *form = NULL;
        struct fault fault = {.line = 0};
        int len = snprintf(yaml, sizeof yaml, "%s%c:%c", HEAD, c, c);
        if (!form_read("test", yaml, (size_t)len, "", 0, &form, &fault)) {
            form_free(form);
            continue;
        }
        for (size_t i = 0; i < COUNT(unkind); i++)
            if (strstr(fault.text, unkind[i]) && c != '!')
                fail_msg("byte %d: %s", c, fault.text);
    }
}

/* Read the first len bytes, at the very end of a block, so that reading past it is seen. */
static enum status read_prefix(const char *yaml, size_t len, struct fault *fault)
{
    struct form *form = NULL;
    char *copy = malloc(len ? len : 1);
    assert_non_null(copy);
    memcpy(copy, yaml, len);
    enum status st = form_read("test", copy, len, shared, strlen(shared), &form, fault);
    assert_true((st == ST_OK) == (form != NULL));
    form_free(form);
    free(copy);
    return st;
}

static void every_beginning_of_a_form_is_a_form_or_a_fault(void **state)
{
    size_t read = 0;
    (void)state;
    for (size_t len = 0; len < strlen(whole); len++) {
        struct fault fault = {.line = 0};
        enum status st = read_prefix(whole, len, &fault);
        if (st && !fault.text[0])
            fail_msg("%zu bytes: no sentence", len);
        read += !st;
    }
    /* After "title: You" of the second section nearly every line's end completes a form. */
    assert_in_range(read, 10, strlen(whole));
    struct fault fault;
    assert_int_equal(read_prefix(whole, strlen(whole), &fault), ST_OK);
}

static void every_form_with_a_byte_changed_is_a_form_or_a_fault(void **state)
{
    static const char bytes[] = "\t\n \"'{[:-#&*!|>%@?,\\\xff";
    char copy[sizeof whole];
    (void)state;
    for (size_t at = 0; at < strlen(whole); at += 3) {
        struct fault fault = {.line = 0};
        memcpy(copy, whole, sizeof whole);
        copy[at] = bytes[at / 3 % strlen(bytes)];
        if (read_prefix(copy, strlen(copy), &fault) && !fault.text[0])
            fail_msg("byte %zu: no sentence", at);
    }
}

static void a_form_of_ten_thousand_questions_is_read(void **state)
{
    struct text yaml = {0};
    struct form *form = NULL;
    (void)state;
    text_add(&yaml, "title: Long\ngroups:\n- title: All\n  sections:\n");
    for (int s = 0; s < 100; s++) {
        text_addf(&yaml, "  - name: s%d\n    title: s\n    pages:\n", s);
        for (int p = 0; p < 100; p++)
            text_addf(&yaml, "    - answer: own-%d\n      text: Q %d?\n", s * 100 + p, p);
    }
    assert_int_equal(text_status(&yaml), ST_OK);
    assert_int_equal(form_read("test", yaml.data, yaml.len, "", 0, &form, NULL), ST_OK);
    assert_int_equal(form_section_count(form), 100);
    size_t section = 0;
    assert_non_null(form_page_of_answer(form, "own-9999", &section));
    assert_int_equal(section, 99);
    form_free(form);
    text_free(&yaml);
}

static void a_form_that_memory_runs_out_for_leaves_nothing_behind(void **state)
{
    struct form *untouched = (struct form *)&state;
    size_t hits = 0;
    for (int n = 0; scarce_from(&n);) {
        struct form *form = untouched;
        struct fault fault = {.line = 7};
        enum status st =
            form_read("test", whole, strlen(whole), shared, strlen(shared), &form, &fault);
        bool hit = scarce_hit();
        hits += hit;
        if (hit && (st != ST_NOMEM || form != untouched || fault.status != ST_NOMEM))
            fail_msg("round %d: status %d: %s", n, (int)st, fault.text);
        if (!hit)
            form_free(form);
    }
    /* At least a piece of memory for every words in the form: it has over 60. */
    assert_in_range(hits, 60, 10000);
}

/* ---- the outline ---- */

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_list(char *const *a, unsigned a_count, char *const *b, unsigned b_count)
{
    for (unsigned i = 0; i < a_count && i < b_count; i++)
        if (!same(a[i], b[i]))
            return false;
    return a_count == b_count;
}

static bool same_entries(const struct form_page *a, const struct form_page *b)
{
    for (unsigned i = 0; i < a->entries_count && i < b->entries_count; i++)
        if (!same(a->entries[i].name, b->entries[i].name))
            return false;
    return a->entries_count == b->entries_count;
}

/* Whether two pages ask for the same; their words may differ. */
static bool asks_the_same(const struct form_page *a, const struct form_page *b)
{
    return a->kind == b->kind && same(a->answer, b->answer) && same(a->field, b->field) &&
           same(a->table, b->table) && same(a->only, b->only) && a->optional == b->optional &&
           same_entries(a, b) && same_list(a->fields, a->fields_count, b->fields, b->fields_count);
}

static void assert_same_section(const struct form_section *a, const struct form_section *b)
{
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->title, b->title);
    assert_string_equal(a->short_title, b->short_title);
    assert_int_equal(a->pages_count, b->pages_count);
    for (unsigned p = 0; p < a->pages_count; p++)
        if (!asks_the_same(&a->pages[p], &b->pages[p]))
            fail_msg("section %s, page %u: the outline asks for something else", a->name, p + 1);
}

static void assert_same_tasks(const struct form *form, const struct form *outline)
{
    assert_string_equal(outline->name, form->name);
    assert_string_equal(outline->title, form->title);
    assert_int_equal(outline->groups_count, form->groups_count);
    for (unsigned g = 0; g < form->groups_count; g++) {
        assert_string_equal(outline->groups[g].title, form->groups[g].title);
        assert_int_equal(outline->groups[g].sections_count, form->groups[g].sections_count);
        for (unsigned s = 0; s < form->groups[g].sections_count; s++)
            assert_same_section(&form->groups[g].sections[s], &outline->groups[g].sections[s]);
    }
    assert_int_equal(outline->rules_count, form->rules_count);
    for (unsigned i = 0; i < form->rules_count; i++)
        assert_string_equal(form_rule_level(outline, form->rules[i].rule), form->rules[i].level);
}

/* The outline of a form shows the task list of the form, and keeps its rules; or there is none. */
static void assert_outline_or(enum status expected, const struct form *form, const char *yaml,
                              size_t len)
{
    struct form *outline = NULL;
    enum status st = form_read_outline(form->name, yaml, len, &outline);
    if (st != expected)
        fail_msg("%s: status %d\n%.*s", form->name, (int)st, (int)len, yaml);
    if (outline)
        assert_same_tasks(form, outline);
    form_free(outline);
}

static void assert_outline_of(const struct form *form, const char *yaml, size_t len)
{
    assert_outline_or(ST_OK, form, yaml, len);
}

/* Ways of writing that a reader of lines could take for something else. */
static void an_outline_is_not_led_astray_by_how_a_form_is_written(void **state)
{
    static const struct {
        const char *ending;
        enum status st;
    } cases[] = {
        /* a list at the column of its key, and further in; a page after it */
        {"      examples:\n      - One.\n      - Two.\n    - answer: change\n      text: T\n",
         ST_OK},
        {"      examples:\n        - One.\n        - Two.\n    - answer: change\n      text: T\n",
         ST_OK},
        /* what is left out comes first behind the dash */
        {"    - text: T\n      answer: change\n", ST_OK},
        {"    -   help: |\n          A\n          B\n        answer: change\n        text: T\n",
         ST_OK},
        /* words that look like keys, in a block that stays and in one that goes */
        {"  - name: second\n    title: >-\n      You:\n      help: is here\n    short: S\n"
         "    pages:\n    - answer: change\n      text: T\n",
         ST_UNKNOWN},
        {"      help: |\n        answer: change\n        - kind: week\n", ST_OK},
        /* empty lines and notes inside and outside of blocks */
        {"      help: >-\n\n        A\n\n        # B\n\n\n    # C\n    - answer: change\n"
         "      text: T\n",
         ST_OK},
        /* keys in one line, words over several, quotes over several */
        {"    - {answer: change, text: T, help: H}\n", ST_UNKNOWN},
        {"      help: one\n       two\n    - answer: change\n      text: T\n", ST_OK},
        {"      help: \"one\n        - two\n        answer: three\"\n", ST_UNKNOWN},
        /* quotes and brackets that end further out, and what stands between is no key */
        {"      help: \"one\n    optional: yes\"\n", ST_UNKNOWN},
        {"      help: 'one\n      optional: yes\n      text: two'\n", ST_UNKNOWN},
        {"      examples: [\"one\",\n      optional, \"yes\"]\n", ST_UNKNOWN},
        {"      examples: [\"one]\", \"two\"]\n", ST_UNKNOWN},
        {"      examples: [one, two]\n      optional: yes\n", ST_OK},
        /* a note in a list that goes, at the column of no key of it */
        {"      examples:\n# A\n      - One.\n  # B\n      - Two.\n      optional: yes\n", ST_OK},
        /* a block in a list that goes, and its words */
        {"      examples:\n      - |\n        \"One\n        optional: yes\n      optional: yes\n",
         ST_OK},
        /* ends of lines that are none to C, and a tab */
        {"      help: one\r      optional: yes\n", ST_UNKNOWN},
        {"      help: one\r\n      optional: yes\r\n", ST_UNKNOWN},
        {"      help: one\xc2\x85      optional: yes\n", ST_UNKNOWN},
        {"      help: one\xe2\x80\xa8      optional: yes\n", ST_UNKNOWN},
        {"      help:\tone\n      optional: yes\n", ST_UNKNOWN},
        /* words that go on, and are no key without a blank behind the colon */
        {"  - name: second\n    title: You\n      text:ep\n    short: S\n"
         "    pages:\n    - answer: change\n      text: T\n",
         ST_UNKNOWN},
        /* keys that only begin like one that goes */
        {"  - name: text\n    title: \"help: me\"\n    pages:\n    - answer: change\n      text: "
         "T\n",
         ST_OK},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char yaml[1024];
        snprintf(yaml, sizeof yaml, "%s%s", HEAD, cases[i].ending);
        struct form *form = given_form(yaml, "");
        assert_outline_or(cases[i].st, form, yaml, strlen(yaml));
        form_free(form);
    }
}

/* A form as most are written; a reader of plain lines must leave to the library what is not. */
static const char usual[] = "# A note\n"
                            "title: Questions\n"
                            "rules:\n"
                            "- rule: R14\n"
                            "  level: ask\n"
                            "groups:\n"
                            "- title: About you\n"
                            "  sections:\n"
                            "  - name: one\n"
                            "    title: One thing, or two\n"
                            "    short: One\n"
                            "    pages:\n"
                            "    - kind: checklist\n"
                            "      text: Ready?\n"
                            "      entries:\n"
                            "      - name: letter\n"
                            "        text: The letter\n"
                            "    - field: about.name\n"
                            "      text: Your name?\n"
                            "      optional: yes\n"
                            "    - text: Goals\n"
                            "      table: goal\n"
                            "      fields: [what, why]\n"
                            "    - table: need\n"
                            "      text: Needs\n"
                            "      fields:\n"
                            "        - what\n"
                            "        - met-by\n"
                            "- title: B\n"
                            "  sections:\n"
                            "  - name: two\n"
                            "    title: Two\n"
                            "    pages:\n"
                            "    - answer: keep\n"
                            "      text: Keep?\n";

static void an_outline_has_the_task_list_of_the_whole_form(void **state)
{
    (void)state;
    struct form *form = given_form(usual, shared);
    assert_outline_of(form, usual, strlen(usual));
    form_free(form);
}

/* How many changes are tried of each byte. */
#define TRIES 8

/* The copy with the byte at a place changed to another, or taken out where that is NUL. */
static void change_byte(char *copy, size_t at, char to)
{
    if (to)
        copy[at] = to;
    else
        memmove(copy + at, copy + at + 1, strlen(copy + at));
}

static void an_outline_never_tells_of_another_form_whatever_byte_is_changed(void **state)
{
    static const char bytes[] = " \n:-#\"'[]{},&*!|>%@?~a\\\t\xc3";
    char copy[sizeof usual];
    size_t compared = 0;
    (void)state;
    for (size_t i = 0; i < TRIES * strlen(usual); i++) {
        struct form *form = NULL, *outline = NULL;
        memcpy(copy, usual, sizeof usual);
        change_byte(copy, i / TRIES, bytes[i * 7 % sizeof bytes]);
        if (form_read("test", copy, strlen(copy), "", 0, &form, NULL) != ST_OK)
            continue;
        if (form_read_outline("test", copy, strlen(copy), &outline) == ST_OK) {
            assert_same_tasks(form, outline);
            compared++;
        }
        form_free(outline);
        form_free(form);
    }
    /* About one change in six leaves a form. */
    assert_in_range(compared, strlen(usual), TRIES * strlen(usual));
}

static void where_there_is_no_outline_nothing_is_left_behind(void **state)
{
    static const char bytes[] = "\t\n \"'{[:-#&*!|>%@?,\\\xff";
    struct form *untouched = (struct form *)&state;
    char copy[sizeof usual];
    size_t refused = 0;
    for (size_t at = 0; at < strlen(usual); at++) {
        struct form *form = untouched;
        memcpy(copy, usual, sizeof usual);
        copy[at] = bytes[at % strlen(bytes)];
        enum status st = form_read_outline("test", copy, strlen(copy), &form);
        refused += st != ST_OK;
        if (st && form != untouched)
            fail_msg("byte %zu: something was given in spite of status %d", at, (int)st);
        if (!st)
            form_free(form);
    }
    assert_in_range(refused, 10, strlen(usual));
    for (size_t len = 0; len <= strlen(usual); len++) {
        struct form *form = NULL;
        if (form_read_outline("test", usual, len, &form) == ST_OK)
            form_free(form);
    }
}

static void an_outline_that_memory_runs_out_for_leaves_nothing_behind(void **state)
{
    struct form *untouched = (struct form *)&state;
    size_t hits = 0;
    for (int n = 0; scarce_from(&n);) {
        struct form *form = untouched;
        enum status st = form_read_outline("test", usual, strlen(usual), &form);
        bool hit = scarce_hit();
        hits += hit;
        if (hit && (st == ST_OK || form != untouched))
            fail_msg("round %d: status %d", n, (int)st);
        if (!hit)
            form_free(form);
    }
    /* A piece of memory for each of the names and titles that stay: over 20. */
    assert_in_range(hits, 20, 10000);
}

/* Read forms/NAME.yaml with the shared words. */
static void check_form_of_the_house(const char *name)
{
    char path[512];
    size_t len, words_len;
    struct form *form = NULL;
    struct fault fault = {.line = 0};
    snprintf(path, sizeof path, "forms/%s.yaml", name);
    char *words = source_file("forms/words.yaml", &words_len);
    char *yaml = source_file(path, &len);
    if (form_read(name, yaml, len, words, words_len, &form, &fault))
        fail_msg("%s: %s", path, fault.text);
    assert_outline_of(form, yaml, len);
    form_free(form);
    free(yaml);
    free(words);
}

static void every_form_of_the_house_can_be_read(void **state)
{
    char folder[1024];
    const char *source = getenv("SUPPORTPLAN_SOURCE");
    size_t count = 0;
    (void)state;
    snprintf(folder, sizeof folder, "%s/forms", source ? source : ".");
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        size_t len = strlen(entry->d_name);
        if (len < 6 || strcmp(entry->d_name + len - 5, ".yaml") != 0 ||
            !strcmp(entry->d_name, "words.yaml"))
            continue;
        entry->d_name[len - 5] = '\0';
        check_form_of_the_house(entry->d_name);
        count++;
    }
    closedir(dir);
    assert_in_range(count, 3, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_has_every_word_that_its_maker_wrote),
        cmocka_unit_test(a_forms_own_criteria_stand_before_those_of_all),
        cmocka_unit_test(a_page_knows_its_kind_by_what_it_names),
        cmocka_unit_test(what_a_form_leaves_out_is_filled_in),
        cmocka_unit_test(a_forms_own_words_stand_in_front_of_the_shared_ones),
        cmocka_unit_test(notes_are_for_the_maker_only),
        cmocka_unit_test(optional_is_yes_no_true_or_false_in_any_case),
        cmocka_unit_test(a_form_that_is_not_yaml_is_told_in_plain_words),
        cmocka_unit_test(a_key_or_a_value_of_the_wrong_kind_is_told_in_plain_words),
        cmocka_unit_test(a_form_that_makes_no_sense_is_told_in_plain_words),
        cmocka_unit_test(a_fault_in_the_shared_words_names_their_file),
        cmocka_unit_test(no_fault_blames_or_uses_a_word_of_the_trade),
        cmocka_unit_test(every_beginning_of_a_form_is_a_form_or_a_fault),
        cmocka_unit_test(every_form_with_a_byte_changed_is_a_form_or_a_fault),
        cmocka_unit_test(a_form_of_ten_thousand_questions_is_read),
        cmocka_unit_test(a_form_that_memory_runs_out_for_leaves_nothing_behind),
        cmocka_unit_test(an_outline_has_the_task_list_of_the_whole_form),
        cmocka_unit_test(an_outline_is_not_led_astray_by_how_a_form_is_written),
        cmocka_unit_test(an_outline_never_tells_of_another_form_whatever_byte_is_changed),
        cmocka_unit_test(where_there_is_no_outline_nothing_is_left_behind),
        cmocka_unit_test(an_outline_that_memory_runs_out_for_leaves_nothing_behind),
        cmocka_unit_test(every_form_of_the_house_can_be_read),
    };
    return cmocka_run_group_tests_name("form_file", tests, NULL, NULL);
}
