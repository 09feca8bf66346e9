#include "test.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "supportplan/command.h"
#include "supportplan/text.h"

#define EACH(c) (int c = CMD_NONE + 1; c < CMD_COUNT; c++)

static const struct command_info *row(int c)
{
    return command_info((enum command)c);
}

static void every_command_has_a_plain_sentence_of_help(void **state)
{
    (void)state;
    for
        EACH(c)
        {
            const char *help = row(c)->help;
            if (!*help || text_words(help) > 15 || strpbrk(help, "!") ||
                help[strlen(help) - 1] == '.' || *help < 'A' || *help > 'Z')
                fail_msg("command %d (%s): '%s'", c, row(c)->word, help);
        }
}

/* Only stopping for the shell has neither: its key is the terminal's own. */
static void every_command_can_be_typed_or_pressed(void **state)
{
    (void)state;
    for
        EACH(c)
    if (c != CMD_SUSPEND && !*row(c)->word && !*row(c)->keys)
        fail_msg("command %d: '%s'", c, row(c)->help);
}

static void no_word_means_two_commands(void **state)
{
    (void)state;
    for
        EACH(c)
        {
        for
            EACH(d)
            {
                const char *const of_c[] = {row(c)->word, row(c)->also};
                const char *const of_d[] = {row(d)->word, row(d)->also};
                for (int i = 0; i < 4; i++)
                    if (*of_c[i / 2] && (c != d || i == 1) &&
                        strcasecmp(of_c[i / 2], of_d[i % 2]) == 0)
                        fail_msg("'%s' is both %d and %d", of_c[i / 2], c, d);
            }
        }
}

/* Whether a list such as "F1, ?, Ctrl-G" holds a key. */
static bool holds_key(const char *keys, const char *key, size_t len)
{
    while (*keys) {
        size_t n = strcspn(keys, ",");
        if (n == len && strncmp(keys, key, len) == 0)
            return true;
        keys += n + strspn(keys + n, ", ");
    }
    return false;
}

static void no_key_means_two_commands(void **state)
{
    (void)state;
    for
        EACH(c)
        {
            for (const char *key = row(c)->keys; *key;) {
                size_t n = strcspn(key, ",");
                for (int d = c + 1; d < CMD_COUNT; d++)
                    if (holds_key(row(d)->keys, key, n))
                        fail_msg("%.*s is both '%s' and '%s'", (int)n, key, row(c)->help,
                                 row(d)->help);
                key += n + strspn(key + n, ", ");
            }
        }
}

/* A function key is never the only one: some keyboards and screen readers have none. */
static void each_function_key_has_a_twin(void **state)
{
    (void)state;
    for
        EACH(c)
    if (row(c)->keys[0] == 'F' && strchr("123456789", row(c)->keys[1]) &&
        !strchr(row(c)->keys, ','))
        fail_msg("'%s' has %s only", row(c)->help, row(c)->keys);
}

static void each_word_is_its_command_in_any_case(void **state)
{
    (void)state;
    for
        EACH(c)
        {
            const char *const words[] = {row(c)->word, row(c)->also};
            for (int i = 0; i < 2; i++) {
                char upper[32], more[64];
                const char *arg = "untouched";
                if (!*words[i])
                    continue;
                snprintf(upper, sizeof upper, "  %s  ", words[i]);
                for (char *s = upper; *s; s++)
                    *s = *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : *s;
                if (command_named(words[i], NULL) != (enum command)c ||
                    command_named(upper, &arg) != (enum command)c || *arg)
                    fail_msg("'%s' is not command %d", words[i], c);
                snprintf(more, sizeof more, "%s more words", words[i]);
                enum command got = command_named(more, &arg);
                if (got != (row(c)->argument ? (enum command)c : CMD_NONE))
                    fail_msg("'%s' is %d", more, (int)got);
                if (row(c)->argument)
                    assert_string_equal(arg, "more words");
            }
        }
}

static const struct {
    const char *line;
    enum command want;
    const char *arg;
} cases[] = {
    {"back", CMD_BACK, ""},
    {"b", CMD_BACK, ""},
    {" help ", CMD_HELP, ""},
    {"?", CMD_HELP, ""},
    {"help me", CMD_NONE, NULL}, /* an answer, not a command */
    {"save the date", CMD_NONE, NULL},
    {"helpful", CMD_NONE, NULL},
    {"not sure", CMD_UNSURE, ""},
    {"Not Sure", CMD_UNSURE, ""},
    {"not sure about that", CMD_NONE, NULL},
    {"not", CMD_NONE, NULL},
    {"add", CMD_ADD, ""},
    {"add mon 9-10 swimming", CMD_ADD, "mon 9-10 swimming"},
    {"ADD   mon  9-10", CMD_ADD, "mon  9-10"},
    {"address", CMD_NONE, NULL},
    {"add\tmon 9-10", CMD_ADD, "mon 9-10"},
    {"copy mon to tue-fri", CMD_COPY, "mon to tue-fri"},
    {"delete 3", CMD_DELETE, "3"},
    {"remove 3 ", CMD_DELETE, "3 "},
    {"undo", CMD_UNDO, ""},
    {"save\t", CMD_SAVE, ""},
    {"", CMD_NONE, NULL},
    {"   ", CMD_NONE, NULL},
    {".", CMD_NONE, NULL},
    {"3", CMD_NONE, NULL},
};

static void a_line_is_a_command_only_where_it_is_one_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *arg = NULL;
        enum command got = command_named(cases[i].line, &arg);
        if (got != cases[i].want || !arg != !cases[i].arg ||
            (arg && strcmp(arg, cases[i].arg) != 0))
            fail_msg("'%s': command %d, '%s'", cases[i].line, (int)got, arg ? arg : "(none)");
    }
}

static void each_group_has_a_title_of_its_own_and_a_command(void **state)
{
    (void)state;
    for (int g = GROUP_MOVE; g <= GROUP_QUESTION; g++) {
        bool used = false;
        for
            EACH(c)
        used = used || row(c)->group == (enum command_group)g;
        assert_true(used && *command_group_title((enum command_group)g));
        for (int h = 0; h < g; h++)
            assert_string_not_equal(command_group_title((enum command_group)g),
                                    command_group_title((enum command_group)h));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_has_a_plain_sentence_of_help),
        cmocka_unit_test(every_command_can_be_typed_or_pressed),
        cmocka_unit_test(no_word_means_two_commands),
        cmocka_unit_test(no_key_means_two_commands),
        cmocka_unit_test(each_function_key_has_a_twin),
        cmocka_unit_test(each_word_is_its_command_in_any_case),
        cmocka_unit_test(a_line_is_a_command_only_where_it_is_one_whole),
        cmocka_unit_test(each_group_has_a_title_of_its_own_and_a_command),
    };
    return cmocka_run_group_tests_name("command", tests, NULL, NULL);
}
