#include "test.h"

#include <string.h>

#include "supportplan/ascii.h"

static void a_character_is_shown_by_its_likeness(void **state)
{
    static const struct {
        uint32_t uc;
        const char *want;
    } cases[] = {
        {'a', "a"},      {'~', "~"},     {0xa3, "GBP "},  {0x20ac, "EUR "}, {0xe9, "e"},
        {0x0142, "l"},   {0x1ebf, "e"},  {0xfb01, "fi"},  {0xff15, "5"},    {0x2122, "TM"},
        {0x2026, "..."}, {0x2019, "'"},  {0x2013, "-"},   {0x2022, "*"},    {0xa0, " "},
        {0x2009, " "},   {0xbd, "1/2"},  {0x2153, "1/3"}, {0x0301, ""},     {0x65e5, "?"},
        {0xd55c, "?"},   {0x1f469, "?"}, {0x10ffff, "?"}, {0x2460, "1"},    {0x33a1, "m2"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        ascii_add(&got, cases[i].uc);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("U+%04X: '%s', not '%s'", (unsigned)cases[i].uc, text_str(&got),
                     cases[i].want);
        text_free(&got);
    }
}

static void a_fraction_keeps_away_from_a_number_before_it(void **state)
{
    static const struct {
        const char *before, *want;
    } cases[] = {{"1", "1 1/2"}, {"1 ", "1 1/2"}, {"", "1/2"}, {"a", "a1/2"}, {"(", "(1/2"}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text got = {0};
        text_add(&got, cases[i].before);
        ascii_add(&got, 0xbd);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("'%s': '%s'", cases[i].before, text_str(&got));
        text_free(&got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_is_shown_by_its_likeness),
        cmocka_unit_test(a_fraction_keeps_away_from_a_number_before_it),
    };
    return cmocka_run_group_tests_name("ascii", tests, NULL, NULL);
}
