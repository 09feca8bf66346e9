#include "test.h"

#include <string.h>

#include "supportplan/scan.h"

/* What a string is cut into, one letter a token: Number, Word, Part, Sign; small where glued. */
static void a_string_is_cut_into_numbers_words_and_signs(void **state)
{
    static const struct {
        const char *s, *want;
    } cases[] = {
        {"", ""},
        {"  \t\n", ""},
        {"9", "n"},
        {"9-12", "nsn"},
        {"9 - 12", "nSN"},
        {"8.30am", "nsnw"},
        {" Mon, Wed and Fri", "WsWWW"},
        {"1h30", "nwn"},
        {"1\xc2\xbd hours", "npW"},
        {"9\xe2\x80\x93"
         "12",
         "nsn"},
        {"1\xc2\xa0hour", "nW"},
        {"caf\xc3\xa9", "wss"}, /* letters beyond ASCII are in no word we know */
        {"\x01\xff", "ss"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char got[32] = "";
        size_t n = 0;
        for (struct scan sc = scan_begin(cases[i].s); !scan_at_end(&sc) && n < 31; scan_next(&sc))
            got[n++] = (sc.t.apart ? "?NWPS" : "?nwps")[sc.t.kind];
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("'%s': %s, not %s", cases[i].s, got, cases[i].want);
    }
}

static void numbers_keep_their_digits(void **state)
{
    static const struct {
        const char *s;
        int32_t value;
        int digits;
    } cases[] = {
        {"0", 0, 1},
        {"007", 7, 3},
        {"2026", 2026, 4},
        {"999999999", 999999999, 9},
        {"1000000000", 1000000000, 10},
        {"99999999999999999999", 1000000000, 20},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scan sc = scan_begin(cases[i].s);
        if (sc.t.value != cases[i].value || sc.t.digits != cases[i].digits)
            fail_msg("'%s': %d, %d digits", cases[i].s, sc.t.value, sc.t.digits);
    }
}

static void words_and_signs_are_taken_from_lists_only(void **state)
{
    struct scan sc = scan_begin("PM, a o\xe2\x80\x99"
                                "clock averyveryverylongword");
    (void)state;
    assert_false(scan_at_word(&sc, " p m "));
    assert_true(scan_at_word(&sc, " am pm "));
    assert_false(scan_at_sign(&sc, ","));
    assert_true(scan_take_word(&sc, " pm "));
    assert_false(scan_take_sign(&sc, "-/"));
    assert_false(scan_take_sign(&sc, ""));
    assert_true(scan_take_sign(&sc, "/,"));
    assert_false(scan_take_word(&sc, " am pm "));
    assert_true(scan_take_word(&sc, " a "));
    assert_true(scan_take_word(&sc, " o "));
    assert_true(scan_take_sign(&sc, "'"));
    assert_true(scan_take_word(&sc, " clock "));
    assert_string_equal(sc.t.word, "");
    assert_false(scan_at_word(&sc, "  "));
    scan_next(&sc);
    assert_true(scan_at_end(&sc));
    scan_next(&sc);
    assert_true(scan_at_end(&sc));
}

static void a_name_is_known_by_its_beginning(void **state)
{
    static const char *const names[] = {"June", "July"};
    (void)state;
    assert_int_equal(scan_name("june", names, 2, 3), 0);
    assert_int_equal(scan_name("jul", names, 2, 3), 1);
    assert_int_equal(scan_name("ju", names, 2, 3), -1);
    assert_int_equal(scan_name("junes", names, 2, 3), -1);
    assert_int_equal(scan_name("", names, 2, 1), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_string_is_cut_into_numbers_words_and_signs),
        cmocka_unit_test(numbers_keep_their_digits),
        cmocka_unit_test(words_and_signs_are_taken_from_lists_only),
        cmocka_unit_test(a_name_is_known_by_its_beginning),
    };
    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
