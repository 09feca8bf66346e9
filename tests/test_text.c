#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unigbrk.h>
#include <wchar.h>

#include "scarce.h"
#include "supportplan/text.h"

#define POUND "\xc2\xa3"
#define E_ACUTE "\xc3\xa9"
#define COMBINING_ACUTE "\xcc\x81"
#define SUN "\xe6\x97\xa5" /* two columns */
#define BRITAIN "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7"
#define FRANCE "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7"
#define WOMAN "\xf0\x9f\x91\xa9"
#define COMPUTER "\xf0\x9f\x92\xbb"
#define JOINER "\xe2\x80\x8d"
#define THUMB "\xf0\x9f\x91\x8d"
#define SKIN "\xf0\x9f\x8f\xbd"
#define WARNING "\xe2\x9a\xa0"
#define AS_PICTURE "\xef\xb8\x8f"

/* ---- the growing string ---- */

static void an_empty_text_is_an_empty_string(void **state)
{
    struct text t = {0};
    (void)state;
    assert_string_equal(text_str(&t), "");
    assert_int_equal(text_status(&t), ST_OK);
    text_clear(&t);
    text_free(&t);
}

static void additions_follow_one_another(void **state)
{
    struct text t = {0};
    (void)state;
    text_add(&t, "My sister");
    text_add_char(&t, ',');
    text_add_n(&t, " and more", 4);
    text_addf(&t, " %d %s", 2, "cats");
    assert_string_equal(text_str(&t), "My sister, and 2 cats");
    assert_int_equal(t.len, 21);
    text_clear(&t);
    assert_string_equal(text_str(&t), "");
    text_free(&t);
}

static void a_long_text_grows_and_stays_whole(void **state)
{
    struct text t = {0};
    (void)state;
    for (int i = 0; i < 5000; i++)
        text_addf(&t, "%04d,", i);
    assert_int_equal(text_status(&t), ST_OK);
    assert_int_equal(t.len, 25000);
    assert_memory_equal(text_str(&t) + 4999L * 5, "4999,", 6);
    text_free(&t);
}

static void a_text_may_hold_any_byte(void **state)
{
    struct text t = {0};
    (void)state;
    text_add_n(&t, "a\0b", 3);
    assert_int_equal(t.len, 3);
    assert_memory_equal(text_str(&t), "a\0b", 4);
    text_free(&t);
}

static void what_is_added_as_printf_does_may_have_any_length(void **state)
{
    (void)state;
    for (int len = 0; len < 1100; len++) {
        char wanted[1200];
        struct text t = {0};
        text_add(&t, "<");
        text_addf(&t, "%*s>", len, "x");
        memset(wanted, ' ', sizeof wanted);
        wanted[0] = '<';
        memcpy(wanted + (len ? len : 1), "x>", 3);
        if (text_status(&t) || strcmp(text_str(&t), wanted) != 0 || t.len != strlen(wanted))
            fail_msg("%d columns: %s", len, text_str(&t));
        text_free(&t);
    }
}

static void room_that_was_asked_for_is_there(void **state)
{
    struct text t = {0};
    (void)state;
    assert_true(text_room(&t, 1000));
    assert_string_equal(text_str(&t), "");
    const char *there = t.data;
    for (int i = 0; i < 1000; i++)
        text_add_char(&t, 'a');
    assert_ptr_equal(t.data, there);
    assert_false(text_room(&t, SIZE_MAX / 2)); /* more than any computer has */
    assert_int_equal(text_status(&t), ST_OK);
    assert_int_equal(strlen(text_str(&t)), 1000);
    text_free(&t);
}

static void a_failed_addition_is_remembered_and_nothing_more_is_added(void **state)
{
    struct text t = {0};
    (void)state;
    text_add(&t, "kept");
    text_add_n(&t, "", SIZE_MAX / 2); /* more than any computer has */
    text_add(&t, "lost");
    text_addf(&t, "%s", "lost");
    assert_int_equal(text_status(&t), ST_NOMEM);
    assert_string_equal(text_str(&t), "kept");
    assert_int_equal(text_splice(&t, 0, 0, "x", 1), ST_NOMEM);
    assert_null(text_take(&t));
    assert_int_equal(text_status(&t), ST_OK);
    assert_string_equal(text_str(&t), "");
    text_free(&t);
}

static void clearing_forgets_a_failed_addition(void **state)
{
    struct text t = {0};
    (void)state;
    text_add_n(&t, "", SIZE_MAX / 2);
    text_clear(&t);
    text_add(&t, "again");
    assert_int_equal(text_status(&t), ST_OK);
    assert_string_equal(text_str(&t), "again");
    text_free(&t);
}

static void without_memory_nothing_is_changed(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct text t = {0};
        text_add(&t, "garden");
        text_addf(&t, " %0100d", 5);
        enum status st = text_splice(&t, 0, 0, "my own ", 7);
        char *copy = text_copy("sister");
        bool hit = scarce_hit();
        bool first = n == 1;
        if (first)
            assert_string_equal(text_str(&t), "");
        if (hit && copy)
            assert_int_equal(st, ST_NOMEM);
        if (hit && !copy)
            assert_int_equal(st, ST_OK);
        assert_int_equal(st, text_status(&t));
        assert_true(hit || copy);
        free(copy);
        char *taken = text_take(&t);
        assert_true(st ? !taken : strlen(taken) == 7 + 6 + 101);
        free(taken);
        text_free(&t);
    }
}

static void an_empty_text_that_is_taken_needs_memory_too(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct text t = {0};
        char *taken = text_take(&t);
        assert_int_equal(scarce_hit(), taken == NULL);
        free(taken);
    }
}

static void splicing_replaces_a_part(void **state)
{
    static const struct {
        size_t at, cut;
        const char *s, *want;
    } cases[] = {
        {0, 0, "", "garden"},
        {0, 0, "my ", "my garden"},
        {6, 0, "er", "gardener"},
        {3, 3, "age", "garage"},
        {0, 6, "", ""},
        {2, 1, "---", "ga---den"},
        {99, 5, "s", "gardens"},
        {4, 99, "", "gard"},
        {SIZE_MAX, SIZE_MAX, "", "garden"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text t = {0};
        text_add(&t, "garden");
        enum status st = text_splice(&t, cases[i].at, cases[i].cut, cases[i].s, strlen(cases[i].s));
        if (st || strcmp(text_str(&t), cases[i].want) != 0 || t.len != strlen(cases[i].want))
            fail_msg("case %zu: '%s', not '%s'", i, text_str(&t), cases[i].want);
        text_free(&t);
    }
}

static void splicing_into_nothing_adds(void **state)
{
    struct text t = {0};
    (void)state;
    assert_int_equal(text_splice(&t, 0, 0, "new", 3), ST_OK);
    assert_string_equal(text_str(&t), "new");
    text_free(&t);
}

static void a_text_that_is_taken_leaves_an_empty_one(void **state)
{
    struct text t = {0};
    (void)state;
    text_add(&t, "choir");
    char *taken = text_take(&t);
    assert_string_equal(taken, "choir");
    assert_string_equal(text_str(&t), "");
    free(taken);
    taken = text_take(&t);
    assert_string_equal(taken, "");
    free(taken);
    text_free(&t);
}

static void a_text_that_is_wiped_is_empty(void **state)
{
    struct text t = {0};
    (void)state;
    text_add(&t, "not even the cat knows");
    text_wipe(&t);
    assert_string_equal(text_str(&t), "");
    text_wipe(&t);
    text_wipe_str(text_copy("nor this"));
    text_wipe_str(NULL);
    assert_null(t.data);
}

static void a_copy_is_another_string(void **state)
{
    const char *s = "swimming";
    (void)state;
    char *copy = text_copy(s);
    assert_string_equal(copy, s);
    assert_ptr_not_equal(copy, s);
    free(copy);
    assert_null(text_copy(NULL));
}

static void an_ending_is_known_and_is_no_longer_than_the_whole(void **state)
{
    static const struct {
        const char *s, *ending;
        bool want;
    } cases[] = {
        {"plan.csv", ".csv", true}, {"plan.csv~", ".csv", false}, {".csv", ".csv", true},
        {"csv", ".csv", false},     {"", ".csv", false},          {"plan", "", true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (text_ends(cases[i].s, cases[i].ending) != cases[i].want)
            fail_msg("'%s' in '%s'", cases[i].ending, cases[i].s);
}

static void a_word_is_found_in_a_list_whole_and_in_any_case(void **state)
{
    static const char list[] = "|nil|for free|zero|";
    (void)state;
    assert_true(text_is_one_of("nil", list));
    assert_true(text_is_one_of("For Free", list));
    assert_true(text_is_one_of("ZERO", list));
    assert_false(text_is_one_of("ni", list));
    assert_false(text_is_one_of("free", list));
    assert_false(text_is_one_of("zeroes", list));
    assert_false(text_is_one_of("", list));
    assert_false(text_is_one_of("nil|for free", list));
    assert_false(text_is_one_of("|", list));
    assert_false(text_is_one_of("nil", ""));
}

static void what_is_no_utf8_was_typed_as_latin_1(void **state)
{
    struct text t = {0};
    static const char typed[] = "caf\xe9 \xa3"
                                "9 na\xc3\xafve \xc3";
    (void)state;
    text_add_typed(&t, typed, sizeof typed - 1);
    assert_string_equal(text_str(&t), "caf" E_ACUTE " \xc2\xa3"
                                      "9 na\xc3\xafve \xc3\x83");
    text_free(&t);
}

/* As a person at a keyboard without accents types it; what ASCII has no likeness for is typed as it
 * is, for all of it would look the same. */
static void a_name_is_known_without_its_accents(void **state)
{
    static const struct {
        const char *s, *typed;
        bool begins, whole;
    } cases[] = {
        {"Zo\xc3\xab", "zoe", true, true},
        {"Zo\xc3\xab", "ZO\xc3\xab", true, true},
        {"Zoe\xcc\x88", "zoe", true, true}, /* the accent is a character of its own */
        {E_ACUTE "amon Byrne", "eamon", true, false},
        {"O\xe2\x80\x99"
         "Brien",
         "o'brien", true, true},
        {"Zo\xc3\xab", "zo", true, false},
        {"Zo\xc3\xab", "zoey", false, false},
        {"Zoe", "zo\xc3\xab", false, false},
        {"Sam", "SAM", true, true},
        {"\xe6\x9d\x8e", "\xe6\x9d\x8e", true, true},
        {"\xe6\x9d\x8e", "\xe7\x8e\x8b", false, false},
        {"\xe6\x9d\x8e", "?", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (text_begins_alike(cases[i].s, cases[i].typed, false) != cases[i].begins ||
            text_begins_alike(cases[i].s, cases[i].typed, true) != cases[i].whole)
            fail_msg("'%s' for '%s'", cases[i].typed, cases[i].s);
}

static void what_printf_can_not_make_is_a_failed_addition(void **state)
{
    static const wchar_t half[] = {0xd800, 0}; /* half of a UTF-16 pair is no character */
    struct text t = {0};
    (void)state;
    text_add(&t, "kept");
    text_addf(&t, "%ls", half);
    assert_int_equal(text_status(&t), ST_NOMEM);
    assert_string_equal(text_str(&t), "kept");
    text_free(&t);
}

/* ---- clusters and columns ---- */

static void well_formed_utf8_is_told_from_the_rest(void **state)
{
    static const struct {
        const char *s;
        bool want;
    } cases[] = {
        {"", true},
        {"plain", true},
        {POUND E_ACUTE SUN BRITAIN, true},
        {"\xa3", false},             /* a pound sign in Windows-1252 */
        {"\xc2", false},             /* cut short */
        {"\xc0\xaf", false},         /* longer than it need be */
        {"\xed\xa0\x80", false},     /* half of a UTF-16 pair */
        {"\xf4\x90\x80\x80", false}, /* beyond the last character */
        {"ok\xff", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (text_is_utf8(cases[i].s, strlen(cases[i].s)) != cases[i].want)
            fail_msg("case %zu: '%s'", i, cases[i].s);
}

/* Columns measured with ncursesw (research/tui.md 3.4), clusters by UAX 29. */
static const struct {
    const char *s;
    size_t cluster; /* bytes of the first one */
    int columns;    /* of the whole string */
} clusters[] = {
    {"", 0, 0},
    {"a", 1, 1},
    {"ab", 1, 2},
    {POUND "5", 2, 2},
    {E_ACUTE, 2, 1},
    {"e" COMBINING_ACUTE "x", 3, 2},
    {SUN "a", 3, 3},
    {BRITAIN FRANCE, 8, 4},
    {BRITAIN, 8, 2},
    {WOMAN JOINER COMPUTER WOMAN, 11, 6},
    {WOMAN WOMAN, 4, 4},
    {THUMB SKIN "a", 8, 5},
    {WARNING AS_PICTURE "x", 6, 2},
    {"a" JOINER COMPUTER, 4, 3}, /* a joiner after a letter joins no picture */
    {"\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7\xe0\xa4\xbf", 6, 3},
    {"\r\n", 2, 0},
    {"\n\n", 1, 0},
    {"\tb", 1, 3},
    {"\x1b[31m", 1, 4},
    {"\xa3"
     "5",
     1, 1}, /* an ill-formed byte stands alone */
    {"\xe2\x82z", 1, 1},
    {"a\xe2\x82", 1, 1},
    {"\xff" COMBINING_ACUTE, 1, 0},
};

static void a_cluster_is_one_step(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(clusters); i++) {
        size_t got = text_next(clusters[i].s, strlen(clusters[i].s));
        if (got != clusters[i].cluster)
            fail_msg("case %zu: %zu bytes, not %zu", i, got, clusters[i].cluster);
    }
}

static void width_is_what_ncurses_counts(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(clusters); i++) {
        int got = text_width(clusters[i].s, strlen(clusters[i].s));
        if (got != clusters[i].columns)
            fail_msg("case %zu: %d columns, not %d", i, got, clusters[i].columns);
    }
}

/* All the cases above one after another, cut off at the end of each. */
static void stepping_back_visits_the_same_places(void **state)
{
    struct text all = {0};
    size_t stops[512];
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(clusters); i++)
        text_add(&all, clusters[i].s);
    for (size_t at = 0; at < all.len; at += text_next(all.data + at, all.len - at)) {
        assert_in_range(count, 0, COUNT(stops) - 1);
        stops[count++] = at;
    }
    size_t at = all.len;
    while (at > 0) {
        at -= text_prev(all.data, at);
        assert_in_range(count, 1, COUNT(stops));
        if (stops[--count] != at)
            fail_msg("back at byte %zu, not %zu", at, stops[count]);
    }
    assert_int_equal(count, 0);
    assert_int_equal(text_prev(all.data, 0), 0);
    text_free(&all);
}

/* Within a cluster the place is its start, or its end; between two it stays. */
static void a_place_within_a_cluster_is_moved_to_one_of_its_ends(void **state)
{
    static const struct {
        const char *s;
        size_t at, back, on;
    } cases[] = {
        {"ab", 1, 1, 1},
        {"ab", 2, 2, 2},
        {"", 0, 0, 0},
        {"a" POUND "b", 2, 1, 3},
        {"e" COMBINING_ACUTE "x", 1, 0, 3},
        {"e" COMBINING_ACUTE "x", 2, 0, 3},
        {"e" COMBINING_ACUTE "x", 3, 3, 3},
        {BRITAIN FRANCE, 4, 0, 8},
        {BRITAIN FRANCE, 8, 8, 8},
        {BRITAIN FRANCE, 12, 8, 16},
        {"a" WOMAN JOINER COMPUTER "b", 8, 1, 12},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = strlen(cases[i].s);
        size_t back = text_settle(cases[i].s, len, cases[i].at, false);
        size_t on = text_settle(cases[i].s, len, cases[i].at, true);
        if (back != cases[i].back || on != cases[i].on)
            fail_msg("case %zu: %zu and %zu, not %zu and %zu", i, back, on, cases[i].back,
                     cases[i].on);
    }
}

/* Many orders of the pieces that clusters are made of, against libunistring's whole-string way. */
static void clusters_are_those_of_unicode_in_any_order(void **state)
{
    static const char *const pieces[] = {
        "a",
        " ",
        "\n",
        "\r",
        E_ACUTE,
        COMBINING_ACUTE,
        SUN,
        "\xf0\x9f\x87\xac",
        WOMAN,
        JOINER,
        COMPUTER,
        SKIN,
        AS_PICTURE,
        "\xe1\x84\x80",
        "\xe1\x85\xa1",
        "\xe1\x86\xa8",
        "\xed\x95\x9c",
        "\xe0\xa4\xbf",
        "\xd8\x80",
    };
    unsigned seed = 20261121;
    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct text t = {0};
        char breaks[64] = {0};
        for (int i = 0; i < 10; i++) {
            seed = seed * 1103515245U + 12345U;
            text_add(&t, pieces[(seed >> 16) % COUNT(pieces)]);
        }
        u8_grapheme_breaks((const uint8_t *)t.data, t.len, breaks);
        size_t last = 0;
        for (size_t at = 0; at < t.len; at++) {
            bool begins = at == 0 || at == last + text_next(t.data + last, t.len - last);
            if (begins != (breaks[at] != 0))
                fail_msg("round %d, byte %zu", round, at);
            if (begins && text_prev(t.data, at) != at - last)
                fail_msg("round %d, back from byte %zu", round, at);
            last = begins ? at : last;
        }
        text_free(&t);
    }
}

static void only_whole_clusters_fit(void **state)
{
    static const struct {
        const char *s;
        int cols;
        size_t want;
    } cases[] = {
        {"garden", 3, 3},       {"garden", 0, 0},
        {"garden", 99, 6},      {SUN SUN, 3, 3},
        {SUN SUN, 1, 0},        {"e" COMBINING_ACUTE "x", 1, 3},
        {BRITAIN FRANCE, 3, 8}, {WOMAN JOINER COMPUTER, 3, 0},
        {"garden", -1, 0},      {"\x1b[m", 1, 2}, /* an escape character has no width */
        {"\n\nab", 1, 3},       {"\ta", 1, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t got = text_fit(cases[i].s, strlen(cases[i].s), cases[i].cols);
        if (got != cases[i].want)
            fail_msg("case %zu: %zu bytes, not %zu", i, got, cases[i].want);
    }
}

static void a_letter_and_its_accent_become_one_where_there_is_one(void **state)
{
    static const struct {
        const char *s, *want;
    } cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"caf" E_ACUTE, "caf" E_ACUTE},
        {"cafe" COMBINING_ACUTE, "caf" E_ACUTE},
        {"x" COMBINING_ACUTE, "x" COMBINING_ACUTE}, /* there is none */
        /* Two marks in the other order: as long, and not the same. */
        {"x" COMBINING_ACUTE "\xcc\xa3", "x\xcc\xa3" COMBINING_ACUTE},
        {"e" COMBINING_ACUTE "\xff", "e" COMBINING_ACUTE "\xff"}, /* not UTF-8 */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text t = {0};
        text_add(&t, cases[i].s);
        text_compose(&t);
        if (text_status(&t) || strcmp(text_str(&t), cases[i].want) != 0)
            fail_msg("case %zu: '%s', not '%s'", i, text_str(&t), cases[i].want);
        text_free(&t);
    }
}

static void without_memory_a_letter_and_its_accent_stay_as_they_are(void **state)
{
    /* The sign that Unicode composes into three characters: what comes out needs more room. */
    static const char s[] = "\xf0\x9d\x85\xa0";
    int rounds = 0;
    (void)state;
    for (int n = 0; scarce_from(&n); rounds++) {
        char *room = malloc(sizeof s);
        if (!room && scarce_hit())
            continue;
        struct text t = {memcpy(room, s, sizeof s), sizeof s - 1, sizeof s, false};
        text_compose(&t);
        bool hit = scarce_hit();
        if (text_status(&t) != (hit ? ST_NOMEM : ST_OK) || hit != (strcmp(text_str(&t), s) == 0))
            fail_msg("round %d: '%s', status %d", n, text_str(&t), (int)text_status(&t));
        text_free(&t);
    }
    assert_int_equal(rounds, 4); /* its own room, libunistring's, the longer one, and none */
}

static void words_are_what_white_space_divides(void **state)
{
    static const struct {
        const char *s;
        size_t want;
    } cases[] = {
        {"", 0},
        {"   \n\t ", 0},
        {"garden", 1},
        {" My garden,\nmy sister ", 4},
        {"one\xc2\xa0two", 2},
        {POUND "5 a-day", 2},
        {"\xff \xff", 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (text_words(cases[i].s) != cases[i].want)
            fail_msg("'%s': %zu words", cases[i].s, text_words(cases[i].s));
}

/* ---- wrapping ---- */

/* The lines of a string, each ended by '|'. The caller frees out. */
static void wrap(struct text *out, const char *s, size_t len, int cols)
{
    struct span *lines = NULL;
    size_t count = 0;
    assert_int_equal(text_wrap(s, len, cols, &lines, &count), ST_OK);
    for (size_t i = 0; i < count; i++) {
        text_add_n(out, s + lines[i].at, lines[i].len);
        text_add_char(out, '|');
    }
    free(lines);
}

struct wrapped {
    const char *s;
    int cols;
    const char *want;
};

static void expect_wrapped(const struct wrapped *c)
{
    struct text got = {0};
    wrap(&got, c->s, strlen(c->s), c->cols);
    if (strcmp(text_str(&got), c->want) != 0)
        fail_msg("'%s' in %d columns: '%s', not '%s'", c->s, c->cols, text_str(&got), c->want);
    text_free(&got);
}

static void lines_break_where_unicode_allows_it(void **state)
{
    static const struct wrapped cases[] = {
        {"", 10, "|"},
        {"garden", 10, "garden|"},
        {"garden", 6, "garden|"},
        {"my garden", 6, "my|garden|"},
        {"my garden", 8, "my|garden|"},
        {"my garden", 9, "my garden|"},
        {"my    garden", 6, "my|garden|"},
        {"my garden ", 9, "my garden|"},
        {"my garden ", 10, "my garden |"},
        {"hello     ", 7, "hello  |"},
        {"          ", 3, "   |"},
        {"  indented text", 10, "  indented|text|"},
        {"a\nb", 10, "a|b|"},
        {"a\n", 10, "a||"},
        {"\n\n", 10, "|||"},
        {"a\n\nb c", 1, "a||b|c|"},
        {"abcdefgh", 3, "abc|def|gh|"},
        {"ab cdefgh i", 3, "ab|cde|fgh|i|"},
        {"well-known thing", 6, "well-|known|thing|"},
        {"10:00-11:00 Sam", 12, "10:00-11:00|Sam|"},
        {"costs " POUND "5.00 a week", 9, "costs|" POUND "5.00 a|week|"},
        {"10\xc2\xa0pounds each", 9, "10\xc2\xa0pounds|each|"},
        /* A length of time is not torn, unless the line holds nothing else. */
        {"for 1 h 30 m each", 7, "for|1 h 30|m each|"},
        {"for 1 h 30 m each", 8, "for|1 h 30 m|each|"},
        {"for 1 h 30 m each", 11, "for|1 h 30 m|each|"},
        {"for 1 h 30 m each", 12, "for 1 h 30 m|each|"},
        {"for 1 h 30 m, 2 h paid", 16, "for 1 h 30 m,|2 h paid|"},
        {"she is 30 miles off", 9, "she is 30|miles off|"},
        {"stay 1 h 30 people", 9, "stay 1 h|30 people|"},
        {"stay 1 h 300 m off", 9, "stay 1 h|300 m off|"},
        {"one (two) three", 9, "one (two)|three|"},
        {"one (two) three", 8, "one|(two)|three|"},
        {SUN SUN SUN, 4, SUN SUN "|" SUN "|"},
        {SUN SUN, 1, SUN "|" SUN "|"}, /* wider than the page: one a line */
        {"e" COMBINING_ACUTE "e" COMBINING_ACUTE, 1, "e" COMBINING_ACUTE "|e" COMBINING_ACUTE "|"},
        {BRITAIN FRANCE, 3, BRITAIN "|" FRANCE "|"},
        {"( aaa", 3, "( a|aa|"}, /* no break after an opening bracket, UAX 14 LB14 */
        {"a\tb", 2, "a|b|"},
        {"\xff\xff\xff", 1, "\xff\xff\xff|"}, /* ill-formed bytes have no width and do no harm */
        {"     abc", 3, "|abc|"},             /* blanks alone hang over the edge */
        {"a\r\nb", 10, "a\r|b|"},
        /* UAX 14 breaks after the blank (LB 7, LB 10), but its accent goes with it (UAX 29). */
        {"ab " COMBINING_ACUTE "cd", 4,
         "ab \xcc\x81"
         "c|d|"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_wrapped(&cases[i]);
}

/* A break before m would tear a length of time only where m is a word of its own, behind minutes.
 */
static void only_a_length_of_time_is_kept_whole(void **state)
{
    static const struct wrapped cases[] = {
        {"for 30 m. a", 8, "for|30 m. a|"},
        {"for 30 m- a", 8, "for|30 m- a|"},
        {"for 30 m[ a", 8, "for|30 m[ a|"},
        {"for 30 m~ a", 8, "for|30 m~ a|"},
        {"for 30 m: a", 8, "for|30 m: a|"},
        {"for 30 m2 a", 8, "for 30|m2 a|"},
        {"for 30 mm a", 8, "for 30|mm a|"},
        {"for 30 mW a", 8, "for 30|mW a|"},
        {"for 30 m" POUND " a", 8, "for 30|m" POUND " a|"},
        {"for 2 h", 6, "for|2 h|"},
        /* And before 30, where an hour stands before it and m behind. */
        {"go 1 h 30 m", 7, "go|1 h 30|m|"},
        {"go 1 h of it", 7, "go 1 h|of it|"},
        {"go 1 h 30", 7, "go 1 h|30|"},
        {"go 1 h 3", 7, "go 1 h|3|"},
        {"go 1 h 30 ", 7, "go 1 h|30 |"},
        {"go 1 h 30-50 m", 8, "go 1 h|30-50 m|"},
        {"lunch 30 m off", 7, "lunch|30 m|off|"},
        {"go x h 30 m", 8, "go x h|30 m|"},
        {"h 30 m", 3, "h|30|m|"},
        {"go a,h 30 m", 8, "go a,h|30 m|"},
        {"oh 30 m", 4, "oh|30 m|"},
        {"a 30 m", 3, "a|30|m|"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_wrapped(&cases[i]);
}

/* Whatever the words and the width: no line too wide, and only blanks and newlines left out. */
static void wrapping_loses_no_word(void **state)
{
    static const char s[] = "My garden, my sister and the (small) choir on Thursdays; " POUND
                            "13.87 an hour.\n\n" SUN SUN SUN " " BRITAIN FRANCE
                            " \xe2\x80\x9cnot sure yet\xe2\x80\x9d   \t  http://example.org/a/b\n ";
    (void)state;
    for (int cols = 2; cols < 80; cols++) {
        struct span *lines = NULL;
        size_t count = 0;
        size_t at = 0;
        assert_int_equal(text_wrap(s, sizeof s - 1, cols, &lines, &count), ST_OK);
        for (size_t i = 0; i < count; i++) {
            size_t left_out = strspn(s + at, " \t\n");
            if (lines[i].at < at || lines[i].at - at > left_out)
                fail_msg("%d columns, line %zu: begins at %zu after %zu", cols, i, lines[i].at, at);
            if (text_width(s + lines[i].at, lines[i].len) > cols)
                fail_msg("%d columns, line %zu: too wide", cols, i);
            at = lines[i].at + lines[i].len;
        }
        if (at + strspn(s + at, " \t\n") != sizeof s - 1)
            fail_msg("%d columns: the end is missing", cols);
        free(lines);
    }
}

static void without_memory_there_are_no_lines(void **state)
{
    static const char s[] = "a b c d e f g h i j k l m n o p q r s t u v w x y z\n\n\nend";
    int rounds = 0;
    (void)state;
    for (int n = 0; scarce_from(&n); rounds++) {
        struct span *lines = NULL;
        size_t count = 7; /* must survive a failure */
        enum status st = text_wrap(s, sizeof s - 1, 1, &lines, &count);
        bool hit = scarce_hit();
        /* 26 letters, two empty lines, and "end" in three */
        if (st != (hit ? ST_NOMEM : ST_OK) || count != (hit ? 7 : 31) || !lines != hit)
            fail_msg("round %d: status %d, %zu lines", n, (int)st, count);
        free(lines);
    }
    assert_in_range(rounds, 4, 20); /* the breaks, and 8, 16 and 32 lines */
}

/* A line that is longer than most needs memory to find its breaks. */
static void without_memory_a_long_line_is_not_broken(void **state)
{
    char s[1001];
    int rounds = 0;
    (void)state;
    memset(s, 'a', sizeof s - 1);
    memset(s + 500, ' ', 1);
    for (int n = 0; scarce_from(&n); rounds++) {
        struct span *lines = NULL;
        size_t count = 7;
        enum status st = text_wrap(s, sizeof s - 1, 700, &lines, &count);
        bool hit = scarce_hit();
        if (st != (hit ? ST_NOMEM : ST_OK) || count != (hit ? 7 : 2) || !lines != hit)
            fail_msg("round %d: status %d, %zu lines", n, (int)st, count);
        free(lines);
    }
    assert_int_equal(rounds, 3); /* the breaks, the lines, and none */
}

/*
 * Ten times the text must not take a hundred times as long. 1 MiB is the longest value a
 * plan may hold; the limit is far above what a linear way needs and far below a quadratic one.
 */
static void a_very_long_answer_is_wrapped_in_no_time(void **state)
{
    static const char *const kinds[] = {"word ", "x", " ", COMBINING_ACUTE, "( ", SUN, "\n"};
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct text t = {0};
        struct span *lines = NULL;
        size_t count = 0;
        while (t.len < 1024UL * 1024)
            text_add(&t, kinds[i]);
        clock_t before = clock();
        assert_int_equal(text_wrap(t.data, t.len, 66, &lines, &count), ST_OK);
        long seconds = (long)((clock() - before) / CLOCKS_PER_SEC);
        free(lines);
        text_free(&t);
        if (seconds > 10)
            fail_msg("'%s': %ld seconds", kinds[i], seconds);
    }
}

/* ---- the sanitiser ---- */

struct clean_case {
    const char *s, *want;
};

static void expect_clean(const struct clean_case *cases, size_t count, enum charset charset,
                         bool one_line)
{
    for (size_t i = 0; i < count; i++) {
        struct text got = {0};
        text_clean(&got, cases[i].s, strlen(cases[i].s), charset, one_line);
        if (strcmp(text_str(&got), cases[i].want) != 0)
            fail_msg("case %zu: '%s', not '%s'", i, text_str(&got), cases[i].want);
        text_free(&got);
    }
}

static void what_could_harm_a_terminal_is_shown_instead(void **state)
{
    static const struct clean_case cases[] = {
        {"", ""},
        {"plain ~ text", "plain ~ text"},
        {"Caf" E_ACUTE " " POUND "5", "Caf" E_ACUTE " " POUND "5"},
        {"e" COMBINING_ACUTE SUN BRITAIN, "e" COMBINING_ACUTE SUN BRITAIN},
        {"two\nlines\tand a tab", "two\nlines\tand a tab"},
        {"\x1b[2J", "^[[2J"},
        {"bell\x07", "bell^G"},
        {"\x01\x1f\x7f", "^A^_^?"},
        {"return\r", "return^M"},
        {"\xc2\x80\xc2\x9b\xc2\x9f", "<U+0080><U+009B><U+009F>"},
        {"\xa3"
         "5\xff",
         "<A3>5<FF>"},
        {"\xe2\x82z", "<E2><82>z"},
        {"\xed\xa0\x80", "<ED><A0><80>"},
        {WOMAN JOINER COMPUTER, WOMAN COMPUTER},
        {THUMB SKIN, THUMB},
        {WARNING AS_PICTURE, WARNING},
        {"soft\xc2\xadhyphen", "softhyphen"},
        {"\xef\xbb\xbfmark", "mark"},
        {"\xef\xbf\xbe", "<U+FFFE>"}, /* no character */
        {"a\xe2\x80\xa8"
         "b",
         "a<U+2028>b"}, /* has no width of its own */
    };
    (void)state;
    expect_clean(cases, COUNT(cases), CHARSET_UTF8, false);
}

static void one_line_has_no_newline_and_no_tab(void **state)
{
    static const struct clean_case cases[] = {
        {"two\nlines", "two lines"},
        {"name\tphone", "name  phone"},
        {"\x1b\n", "^[ "},
    };
    (void)state;
    expect_clean(cases, COUNT(cases), CHARSET_UTF8, true);
    expect_clean(cases, COUNT(cases), CHARSET_ASCII, true);
}

static void a_nul_byte_is_shown(void **state)
{
    struct text got = {0};
    (void)state;
    text_clean(&got, "a\0b", 3, CHARSET_UTF8, false);
    assert_string_equal(text_str(&got), "a^@b");
    text_free(&got);
}

static void a_plain_screen_gets_plain_characters(void **state)
{
    static const struct clean_case cases[] = {
        {POUND "13.87", "GBP 13.87"},
        {"\xe2\x82\xac"
         "5",
         "EUR 5"},
        {"\xe2\x80\x98one\xe2\x80\x99 \xe2\x80\x9ctwo\xe2\x80\x9d", "'one' \"two\""},
        {"9\xe2\x80\x93"
         "5 \xe2\x80\x94 or so",
         "9-5 - or so"},
        {"more\xe2\x80\xa6", "more..."},
        {"\xe2\x80\xa2 bread", "* bread"},
        {"\xc2\xbd hour", "1/2 hour"},
        {"1\xc2\xbd hours", "1 1/2 hours"},
        {"2\xc2\xbc \xc2\xbe", "2 1/4 3/4"},
        {"Zo\xc3\xab Caf" E_ACUTE " \xc3\x85ngstr\xc3\xb6m", "Zoe Cafe Angstrom"},
        {"e" COMBINING_ACUTE, "e"},
        {"\xc5\x81ukasz Stra\xc3\x9f"
         "e \xc3\x98 \xc3\xa6",
         "Lukasz Strasse O ae"},
        {"\xe1\xba\xbf", "e"}, /* Vietnamese: two marks */
        {"\xef\xac\x81ne", "fine"},
        {"10\xc2\xa0m\xc2\xb2", "10 m2"},
        {"20\xc2\xb0", "20 degrees"},
        {"TM\xe2\x84\xa2", "TMTM"},
        {"3 \xc3\x97 2 \xe2\x86\x92 6", "3 x 2 -> 6"},
        {SUN, "?"},
        {"\xed\x95\x9c\xea\xb5\xad", "??"},
        {"\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7\xe0\xa4\xbf", "??"},
        {WOMAN JOINER COMPUTER, "??"},
        {THUMB SKIN, "?"},
        {BRITAIN, "??"},
        {"\x1b\xc2\x9b\xff", "^[<U+009B><FF>"},
    };
    (void)state;
    expect_clean(cases, COUNT(cases), CHARSET_ASCII, false);
}

static const char *encode(unsigned uc, char s[5])
{
    static const unsigned lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    int n = uc < 0x80 ? 1 : uc < 0x800 ? 2 : uc < 0x10000 ? 3 : 4;
    s[n] = '\0';
    for (int i = n - 1; i > 0; i--) {
        s[i] = (char)(0x80 | (uc & 0x3f));
        uc >>= 6;
    }
    s[0] = (char)(lead[n] | uc);
    return s;
}

static void what_turns_the_direction_of_reading_is_named(void **state)
{
    static const unsigned cases[] = {0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066,
                                     0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char s[5];
        struct text want = {0};
        text_addf(&want, "<U+%04X>", cases[i]);
        struct clean_case row = {encode(cases[i], s), text_str(&want)};
        expect_clean(&row, 1, CHARSET_UTF8, false);
        expect_clean(&row, 1, CHARSET_ASCII, true);
        text_free(&want);
    }
}

static void expect_shown(unsigned uc, enum charset charset)
{
    char s[5];
    struct text got = {0};
    encode(uc, s);
    text_clean(&got, s, strlen(s), charset, true);
    for (const char *c = text_str(&got); charset == CHARSET_ASCII && *c; c++)
        if (*c < ' ' || *c > '~')
            fail_msg("U+%04X in ASCII: '%s'", uc, text_str(&got));
    for (size_t at = 0; at < got.len; at++)
        if ((unsigned char)got.data[at] < ' ' || got.data[at] == 0x7f)
            fail_msg("U+%04X: a control character", uc);
    if (!text_is_utf8(text_str(&got), got.len))
        fail_msg("U+%04X: not UTF-8", uc);
    text_free(&got);
}

static void whatever_comes_in_what_goes_out_can_be_shown(void **state)
{
    (void)state;
    for (unsigned uc = 1; uc <= 0x10ffff; uc++) {
        if (uc >= 0xd800 && uc <= 0xdfff)
            continue; /* halves of pairs are no characters */
        expect_shown(uc, CHARSET_UTF8);
        expect_shown(uc, CHARSET_ASCII);
    }
}

/* "kitten" becomes "sitting" by three changes, as in every book. Neighbours that changed places are
 * one slip. */
static void how_far_apart_two_words_are(void **state)
{
    static const struct {
        const char *a, *b;
        size_t slips;
    } rows[] = {
        {"", "", 0},
        {"day", "day", 0},
        {"", "day", 3},
        {"kitten", "sitting", 3},
        {"ab", "ba", 1},
        {"wensday", "wednesday", 2},
        {"thrusday", "thursday", 1},
        {"Day", "day", 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(text_distance(rows[i].a, rows[i].b), rows[i].slips);
        assert_int_equal(text_distance(rows[i].b, rows[i].a), rows[i].slips);
    }
    char longer[TEXT_WORD_MAX + 2];
    memset(longer, 'a', sizeof longer);
    longer[TEXT_WORD_MAX + 1] = '\0';
    assert_true(text_distance(longer, "a") == SIZE_MAX);
    longer[TEXT_WORD_MAX] = '\0';
    assert_int_equal(text_distance(longer, "a"), TEXT_WORD_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_far_apart_two_words_are),
        cmocka_unit_test(what_is_no_utf8_was_typed_as_latin_1),
        cmocka_unit_test(a_name_is_known_without_its_accents),
        cmocka_unit_test(an_empty_text_is_an_empty_string),
        cmocka_unit_test(additions_follow_one_another),
        cmocka_unit_test(a_long_text_grows_and_stays_whole),
        cmocka_unit_test(a_text_may_hold_any_byte),
        cmocka_unit_test(what_is_added_as_printf_does_may_have_any_length),
        cmocka_unit_test(room_that_was_asked_for_is_there),
        cmocka_unit_test(a_failed_addition_is_remembered_and_nothing_more_is_added),
        cmocka_unit_test(clearing_forgets_a_failed_addition),
        cmocka_unit_test(without_memory_nothing_is_changed),
        cmocka_unit_test(an_empty_text_that_is_taken_needs_memory_too),
        cmocka_unit_test(splicing_replaces_a_part),
        cmocka_unit_test(splicing_into_nothing_adds),
        cmocka_unit_test(a_text_that_is_taken_leaves_an_empty_one),
        cmocka_unit_test(a_text_that_is_wiped_is_empty),
        cmocka_unit_test(a_copy_is_another_string),
        cmocka_unit_test(an_ending_is_known_and_is_no_longer_than_the_whole),
        cmocka_unit_test(a_word_is_found_in_a_list_whole_and_in_any_case),
        cmocka_unit_test(what_printf_can_not_make_is_a_failed_addition),
        cmocka_unit_test(well_formed_utf8_is_told_from_the_rest),
        cmocka_unit_test(a_cluster_is_one_step),
        cmocka_unit_test(width_is_what_ncurses_counts),
        cmocka_unit_test(stepping_back_visits_the_same_places),
        cmocka_unit_test(a_place_within_a_cluster_is_moved_to_one_of_its_ends),
        cmocka_unit_test(clusters_are_those_of_unicode_in_any_order),
        cmocka_unit_test(only_whole_clusters_fit),
        cmocka_unit_test(a_letter_and_its_accent_become_one_where_there_is_one),
        cmocka_unit_test(without_memory_a_letter_and_its_accent_stay_as_they_are),
        cmocka_unit_test(words_are_what_white_space_divides),
        cmocka_unit_test(lines_break_where_unicode_allows_it),
        cmocka_unit_test(only_a_length_of_time_is_kept_whole),
        cmocka_unit_test(wrapping_loses_no_word),
        cmocka_unit_test(without_memory_there_are_no_lines),
        cmocka_unit_test(without_memory_a_long_line_is_not_broken),
        cmocka_unit_test(a_very_long_answer_is_wrapped_in_no_time),
        cmocka_unit_test(what_could_harm_a_terminal_is_shown_instead),
        cmocka_unit_test(what_turns_the_direction_of_reading_is_named),
        cmocka_unit_test(one_line_has_no_newline_and_no_tab),
        cmocka_unit_test(a_nul_byte_is_shown),
        cmocka_unit_test(a_plain_screen_gets_plain_characters),
        cmocka_unit_test(whatever_comes_in_what_goes_out_can_be_shown),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
