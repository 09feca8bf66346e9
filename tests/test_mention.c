/*
 * Whole words are found, in small or capital letters; parts of words are not.
 */
#include "supportplan/mention.h"

#include "test.h"

struct asked {
    const char *text, *phrases;
    bool want;
};

static void whole_words_are_found_and_parts_are_not(void **state)
{
    static const struct asked cases[] = {
        {"A lottery ticket", "lottery", true},
        {"LOTTERY", "lottery", true},
        {"a slottery", "lottery", false},
        {"lotteryman", "lottery", false},
        {"two lotterys", "lottery", true},
        {"Parent", "rent", false},
        {"My rent", "food|rent", true},
        {"My rent", "food|", false},
        {"Care-home stay", "care home", true},
        {"care  home", "care home", true},
        {"care homes", "care home", true},
        {"carehome", "care home", false},
        {"home care", "care home", false},
        {"care", "care home", false},
        {"Sam's sister", "sam", true},
        {"\xc3\x89va calls", "\xc3\xa9va", true},
        {"\xff\xferent", "rent", true},
        {"", "rent", false},
        {"rent", "", false},
        {"rent", "|", false},
        {"...", "...", false},
        {"a|b", "b", true},
        {"Wash and dress", "dressing", false},
        {"a a b", "a b", true},
        {"a", "a", true},
        {"as", "a", true},
        {"at", "a", false},
        {"caf\xc3\xa9 au lait", "au lait", true},
        {"caf\xc3\xa9", "caf", false},
        {"\xe2\x80\x9crent\xe2\x80\x9d", "rent", true},
        {"my \xe2\x80\x93 rent", "rent", true},
        {"na\xc3\xafve", "na\xc3\x8fve", true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (mention_any(cases[i].text, cases[i].phrases) != cases[i].want)
            fail_msg("'%s' in '%s'", cases[i].phrases, cases[i].text);
    }
}

static void a_bar_is_no_separator_in_one_phrase(void **state)
{
    (void)state;
    assert_true(mention_of("Sam or Jo", "jo"));
    assert_true(mention_of("a | b", "a|b"));
    assert_false(mention_of("only b", "a|b"));
}

static void of_many_phrases_the_first_in_their_order_is_found(void **state)
{
    static char needed[] = "as needed", live[] = "live independently", eva[] = "\xc3\x89va",
                help[] = "- help -";
    char *const phrases[] = {needed, live, eva, help};
    static const struct {
        const char *text;
        size_t want;
    } cases[] = {
        {"", 4},
        {"Nothing of it.", 4},
        {"As needed.", 0},
        {"To live independently, as needed", 0},
        {"To LIVE  independently", 1},
        {"as live independently", 1},
        {"\xc3\xa9va's help", 2},
        {"I want helps", 3},
        {"helping", 4},
    };
    (void)state;
    const struct mention_list list = mention_list_of(phrases, COUNT(phrases)), none = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t found = mention_first(cases[i].text, &list);
        if (found != cases[i].want)
            fail_msg("'%s' holds %zu", cases[i].text, found);
    }
    assert_int_equal(mention_first("as needed", &none), 0);
}

static void texts_with_the_same_words_are_the_same(void **state)
{
    static const struct asked cases[] = {
        {"Mum", " mum. ", true},
        {"Mum", "Mum and Dad", false},
        {"Mum and Dad", "Mum", false},
        {"To stay\nat home", "to stay at home!", true},
        {"", "", false},
        {"...", "...", false},
        {"ab", "a b", false},
        {"a b", "ab", false},
        {"My home", "my  HOME", true},
        {"My home", "My house", false},
        {"caf\xc3\xa9 Rouge", "CAF\xc3\x89 rouge", true},
        {"caf\xc3\xa9 Rouge", "cafe rouge", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (mention_same(cases[i].text, cases[i].phrases) != cases[i].want)
            fail_msg("'%s' and '%s'", cases[i].text, cases[i].phrases);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_words_are_found_and_parts_are_not),
        cmocka_unit_test(a_bar_is_no_separator_in_one_phrase),
        cmocka_unit_test(of_many_phrases_the_first_in_their_order_is_found),
        cmocka_unit_test(texts_with_the_same_words_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
