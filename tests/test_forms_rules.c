/*
 * The table of rules in forms/rules.md is that of the program. UPDATE=1 rewrites it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_file.h"
#include "supportplan/check.h"
#include "test.h"

static const char *const layers[] = {"the law", "many councils", "one council", "the NHS"};

static void write_table(struct text *out)
{
    text_add(out,
             "# What a plan is checked for\n\n"
             "MUST is to be put right before a plan is sent. ASK is a question, and a reason is\n"
             "an answer. NOTE is only told. A form may change a level, or switch a rule off.\n"
             "Whose rule it is stands beside it: what councils ask for is never shown as law.\n\n"
             "| rule | level | what must hold | whose rule | source |\n"
             "|---|---|---|---|---|\n");
    for (size_t i = 0; i < check_rule_count(); i++) {
        const struct check_rule *rule = check_rule(i);
        text_addf(out, "| %s | %s | %s | %s | %s |\n", rule->id, level_name(rule->level),
                  rule->title, layers[rule->layer], rule->source);
    }
}

static void the_page_of_rules_is_made_from_the_rows(void **state)
{
    struct text want = {0};
    (void)state;
    write_table(&want);
    assert_int_equal(text_status(&want), ST_OK);
    if (getenv("UPDATE")) {
        char path[4096];
        snprintf(path, sizeof path, "%s/forms/rules.md", getenv("SUPPORTPLAN_SOURCE"));
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(text_str(&want), 1, want.len, file), want.len);
        fclose(file);
    }
    size_t len;
    char *page = source_file("forms/rules.md", &len);
    if (strcmp(page, text_str(&want)) != 0)
        fail_msg("forms/rules.md is not the table of rules; UPDATE=1 rewrites it");
    free(page);
    text_free(&want);
}

/* R01 to R37, each once and in order. */
static void every_rule_is_there_once(void **state)
{
    (void)state;
    assert_int_equal(check_rule_count(), 37);
    for (size_t i = 0; i < 37; i++) {
        char id[16];
        snprintf(id, sizeof id, "R%02zu", i + 1);
        assert_string_equal(check_rule(i)->id, id);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_of_rules_is_made_from_the_rows),
        cmocka_unit_test(every_rule_is_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
