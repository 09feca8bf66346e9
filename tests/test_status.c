#include "test.h"

#include <string.h>

#include "supportplan/status.h"

static void every_status_has_a_sentence_of_its_own(void **state)
{
    (void)state;
    for (int st = ST_OK; st <= ST_LOCKED; st++) {
        const char *text = status_text((enum status)st);
        assert_non_null(text);
        if (strlen(text) < 5 || text[strlen(text) - 1] != '.')
            fail_msg("status %d: '%s'", st, text);
        for (int other = ST_OK; other < st; other++)
            if (!strcmp(text, status_text((enum status)other)))
                fail_msg("status %d and %d both say '%s'", other, st, text);
    }
}

static void no_sentence_blames_anybody(void **state)
{
    static const char *const unkind[] = {"invalid", "illegal", "rror", "orry", "lease", "!", "you"};
    (void)state;
    for (int st = ST_OK; st <= ST_LOCKED; st++)
        for (size_t i = 0; i < COUNT(unkind); i++)
            if (strstr(status_text((enum status)st), unkind[i]))
                fail_msg("status %d says '%s'", st, unkind[i]);
}

static void no_sentence_is_longer_than_fifteen_words(void **state)
{
    (void)state;
    for (int st = ST_OK; st <= ST_LOCKED; st++) {
        int blanks = 0;
        for (const char *s = status_text((enum status)st); *s; s++) {
            blanks = *s == '.' ? 0 : blanks + (*s == ' ');
            if (blanks > 15)
                fail_msg("status %d: '%s'", st, status_text((enum status)st));
        }
    }
}

static void a_fault_says_where_and_what(void **state)
{
    struct fault fault = {0};
    (void)state;
    assert_int_equal(fault_set(&fault, ST_SYNTAX, 14, "\"%s\" has %d decimals.", "12.505", 3),
                     ST_SYNTAX);
    assert_int_equal(fault.status, ST_SYNTAX);
    assert_int_equal(fault.line, 14);
    assert_string_equal(fault.text, "\"12.505\" has 3 decimals.");
}

static void a_fault_may_be_left_out(void **state)
{
    (void)state;
    assert_int_equal(fault_set(NULL, ST_LIMIT, 0, "%s", "nobody reads this"), ST_LIMIT);
}

/* The buffer holds 511 bytes: what stands there must stay whole characters. */
static void a_fault_that_is_too_long_is_cut_between_characters(void **state)
{
    static const struct {
        size_t before;
        const char *character;
        size_t kept;
    } cases[] = {
        {509, "\xc2\xa3", 511},
        {510, "\xc2\xa3", 510},
        {508, "\xe2\x82\xac", 511},
        {509, "\xe2\x82\xac", 509},
        {510, "\xe2\x82\xac", 510},
        {507, "\xf0\x9f\x8e\xb5", 511},
        {508, "\xf0\x9f\x8e\xb5", 508},
        {510, "\xf0\x9f\x8e\xb5", 510},
        {510, "xyz", 511},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fault fault;
        char long_text[600] = {0};
        memset(long_text, 'a', cases[i].before);
        memcpy(long_text + cases[i].before, cases[i].character, strlen(cases[i].character));
        memset(long_text + strlen(long_text), 'b', 20);
        fault_set(&fault, ST_IO, 0, "%s", long_text);
        if (strlen(fault.text) != cases[i].kept ||
            memcmp(fault.text, long_text, cases[i].kept) != 0)
            fail_msg("case %zu: %zu bytes kept, not %zu", i, strlen(fault.text), cases[i].kept);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_a_sentence_of_its_own),
        cmocka_unit_test(no_sentence_blames_anybody),
        cmocka_unit_test(no_sentence_is_longer_than_fifteen_words),
        cmocka_unit_test(a_fault_says_where_and_what),
        cmocka_unit_test(a_fault_may_be_left_out),
        cmocka_unit_test(a_fault_that_is_too_long_is_cut_between_characters),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
