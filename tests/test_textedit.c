#include "test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "supportplan/textedit.h"

#define POUND "\xc2\xa3"
#define E_ACUTE "\xc3\xa9"
#define ACUTE "\xcc\x81"
#define SUN "\xe6\x97\xa5" /* two columns */
#define G "\xf0\x9f\x87\xac"
#define B "\xf0\x9f\x87\xa7"
#define BRITAIN G B
#define JOINER "\xe2\x80\x8d"
#define FAMILY "\xf0\x9f\x91\xa9" JOINER "\xf0\x9f\x91\xa7"

/* A text with its insertion point as a bar: "Hel|lo". */
static struct textedit given(const char *marked, bool one_line)
{
    struct textedit te = {0};
    struct text plain = {0};
    const char *bar = strchr(marked, '|');
    text_add_n(&plain, marked, (size_t)(bar - marked));
    text_add(&plain, bar + 1);
    assert_int_equal(textedit_set(&te, text_str(&plain), one_line), ST_OK);
    te.at = (size_t)(bar - marked);
    text_free(&plain);
    return te;
}

static void expect(const struct textedit *te, const char *marked, const char *what)
{
    struct text got = {0};
    text_add_n(&got, text_str(&te->text), te->at);
    text_add(&got, "|");
    text_add(&got, text_str(&te->text) + te->at);
    if (strcmp(text_str(&got), marked) != 0)
        fail_msg("%s:\n'%s' not:\n'%s'", what, text_str(&got), marked);
    text_free(&got);
}

static void type(struct textedit *te, const char *s)
{
    for (size_t i = 0; s[i];) {
        size_t n = 1;
        while (((unsigned char)s[i + n] & 0xc0) == 0x80)
            n++;
        assert_int_equal(textedit_insert(te, s + i, n, false), ST_OK);
        i += n;
    }
}

static void paste(struct textedit *te, const char *s)
{
    assert_int_equal(textedit_insert(te, s, strlen(s), true), ST_OK);
}

/* ---- beginning and typing ---- */

static void it_begins_behind_what_is_there_with_nothing_to_undo(void **state)
{
    struct textedit te = {0};
    (void)state;
    assert_int_equal(textedit_set(&te, "My garden", false), ST_OK);
    expect(&te, "My garden|", "set");
    assert_false(te.changed);
    assert_false(textedit_can_undo(&te));
    assert_false(textedit_can_redo(&te));
    assert_false(textedit_do(&te, TE_UNDO, 40));
    assert_false(textedit_do(&te, TE_REDO, 40));
    type(&te, "s");
    assert_true(te.changed);
    assert_int_equal(textedit_set(&te, NULL, false), ST_OK);
    expect(&te, "|", "set to nothing");
    assert_false(te.changed);
    assert_false(textedit_can_undo(&te));
    textedit_free(&te);
    textedit_free(&te);
}

static const struct {
    const char *before, *typed;
    bool one_line;
    const char *after;
} insert_cases[] = {
    {"|", "tea", false, "tea|"},
    {"My |garden", "own ", false, "My own |garden"},
    {"caf|", E_ACUTE, false, "caf" E_ACUTE "|"},
    {"|", POUND "5", true, POUND "5|"},
    {"one|two", "\n", false, "one\n|two"},
    {"one|two", "\n", true, "one |two"},
    {"|", "a\r\nb\rc\nd", false, "a\nb\nc\nd|"},
    {"|", "a\r\nb\rc\nd", true, "a b c d|"},
    {"|", "a\r\r\nb", false, "a\n\nb|"},
    {"|", "a\r", false, "a\n|"},
    {"|", "a\tb", false, "a b|"},
    {"|", "a\tb", true, "a b|"},
    /* control characters are left out: bell, escape, delete, and two from beyond ASCII */
    {"|", "a\ab\x1b[31mc\x7f", false, "ab[31mc|"},
    {"|",
     "a\xc2\x85"
     "b\xc2\x9b"
     "c",
     false, "abc|"},
    {"|", "a\xc2\xa0z", false, "a\xc2\xa0z|"}, /* a blank that does not break stays */
    {"x|y", "\x1b\x01\x02", false, "x|y"},
    {"x|y", "", false, "x|y"},
    /* what is typed may join what stands around it: the point is never within a letter */
    {"e|", ACUTE, false, E_ACUTE "|"}, /* composed, as all that is typed (NFC) */
    {"|", "e" ACUTE, false, E_ACUTE "|"},
    {"x|", ACUTE, false, "x" ACUTE "|"}, /* there is no such character in one */
    {"|" ACUTE, "e", false, "e" ACUTE "|"},
    {"|" B, G, false, BRITAIN "|"},
    {"one\n|" B, G, false, "one\n" BRITAIN "|"},
};

static void what_is_typed_or_pasted_goes_in_at_the_point(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * COUNT(insert_cases); i++) {
        const char *typed = insert_cases[i / 2].typed;
        struct textedit te = given(insert_cases[i / 2].before, insert_cases[i / 2].one_line);
        assert_int_equal(textedit_insert(&te, typed, strlen(typed), i % 2), ST_OK);
        expect(&te, insert_cases[i / 2].after, insert_cases[i / 2].after);
        textedit_free(&te);
    }
}

/* ---- moving and deleting ---- */

static const struct {
    const char *before;
    enum textedit_op op;
    int cols;
    const char *after; /* NULL: nothing happens */
} op_cases[] = {
    {"ab|c", TE_LEFT, 40, "a|bc"},
    {"ab|c", TE_RIGHT, 40, "abc|"},
    {"|abc", TE_LEFT, 40, NULL},
    {"abc|", TE_RIGHT, 40, NULL},
    {"ab\n|c", TE_LEFT, 40, "ab|\nc"},
    {"ab|\nc", TE_RIGHT, 40, "ab\n|c"},
    /* a letter with its accent, a flag, a family and a wide character are one step each */
    {"ae" ACUTE "|", TE_LEFT, 40, "a|e" ACUTE},
    {"a|e" ACUTE "b", TE_RIGHT, 40, "ae" ACUTE "|b"},
    {"x" BRITAIN BRITAIN "|", TE_LEFT, 40, "x" BRITAIN "|" BRITAIN},
    {"x|" FAMILY "y", TE_RIGHT, 40, "x" FAMILY "|y"},
    {SUN "|" SUN, TE_LEFT, 40, "|" SUN SUN},
    {"ae" ACUTE "|b", TE_BACKSPACE, 40, "a|b"},
    {"a|e" ACUTE "b", TE_DELETE, 40, "a|b"},
    {"x" FAMILY "|", TE_BACKSPACE, 40, "x|"},
    {"|" BRITAIN "y", TE_DELETE, 40, "|y"},
    {POUND "|5", TE_BACKSPACE, 40, "|5"},
    {"ab\n|c", TE_BACKSPACE, 40, "ab|c"},
    {"ab|\nc", TE_DELETE, 40, "ab|c"},
    {"|abc", TE_BACKSPACE, 40, NULL},
    {"abc|", TE_DELETE, 40, NULL},
    {"|", TE_BACKSPACE, 40, NULL},
    /* half a flag on each side of what is deleted: together they are one */
    {G "x|" B, TE_BACKSPACE, 40, "|" BRITAIN},
    {G "|x" B, TE_DELETE, 40, "|" BRITAIN},

    {"one two|", TE_WORD_LEFT, 40, "one |two"},
    {"one |two", TE_WORD_LEFT, 40, "|one two"},
    {"one  \n |", TE_WORD_LEFT, 40, "|one  \n "},
    {"on|e two", TE_WORD_LEFT, 40, "|one two"},
    {"|one", TE_WORD_LEFT, 40, NULL},
    {"|one two", TE_WORD_RIGHT, 40, "one |two"},
    {"o|ne\n\ntwo", TE_WORD_RIGHT, 40, "one\n\n|two"},
    {"one |two", TE_WORD_RIGHT, 40, "one two|"},
    {"one|", TE_WORD_RIGHT, 40, NULL},
    {"caf" E_ACUTE " au lait|", TE_WORD_LEFT, 40, "caf" E_ACUTE " au |lait"},
    {"one two|", TE_DELETE_WORD, 40, "one |"},
    {"one two |three", TE_DELETE_WORD, 40, "one |three"},
    {"one tw|o", TE_DELETE_WORD, 40, "one |o"},
    {"|one", TE_DELETE_WORD, 40, NULL},

    {"one\ntwo|", TE_START, 40, "|one\ntwo"},
    {"|one\ntwo", TE_FINISH, 40, "one\ntwo|"},
    {"|one", TE_START, 40, NULL},
    {"one\ntw|o\nsix", TE_LINE_START, 40, "one\n|two\nsix"},
    {"one\nt|wo\nsix", TE_LINE_END, 40, "one\ntwo|\nsix"},
    {"one\nt|wo\nsix", TE_DELETE_TO_END, 40, "one\nt|\nsix"},
    {"one|\ntwo", TE_DELETE_TO_END, 40, NULL},
    /* ten columns: "My sister" / "helps me." */
    {"My sister hel|ps me.", TE_LINE_START, 10, "My sister |helps me."},
    {"M|y sister helps me.", TE_LINE_END, 10, "My sister| helps me."},
    {"M|y sister helps me.", TE_DELETE_TO_END, 10, "M| helps me."},
    {"My sister |helps me.", TE_UP, 10, "|My sister helps me."},
    {"My sister help|s me.", TE_UP, 10, "My s|ister helps me."},
    {"My si|ster helps me.", TE_DOWN, 10, "My sister helps| me."},
    {"My si|ster helps me.", TE_UP, 10, NULL},
    {"My sister hel|ps me.", TE_DOWN, 10, NULL},
    {"one|\n\ntwo", TE_DOWN, 40, "one\n|\ntwo"},
    {"one\ntwo\n|", TE_UP, 40, "one\n|two\n"},
    {"one|\n", TE_DOWN, 40, "one\n|"},
    /* columns, not letters: the wide one covers columns 2 and 3 */
    {"abc|d\nx" SUN SUN "y", TE_DOWN, 40, "abcd\nx" SUN "|" SUN "y"},
    {"ab|cd\nx" SUN SUN "y", TE_DOWN, 40, "abcd\nx|" SUN SUN "y"},
    {"abcd\ne" ACUTE "e" ACUTE "|e", TE_UP, 40, "ab|cd\ne" ACUTE "e" ACUTE "e"},
    /* a word too long for a line is divided: "abcde" / "fghij" / "kl" */
    {"abcdefg|hijkl", TE_UP, 5, "ab|cdefghijkl"},
    {"abcdefghijkl|", TE_UP, 5, "abcdefg|hijkl"},
    /* "abcde" / "fghij": behind the e is the second line's start, so the first one's last place
     * is before it */
    {"abcdefghij|", TE_UP, 5, "abcd|efghij"},
    {"ab|cdefghij", TE_LINE_END, 5, "abcd|efghij"},
    {"ab|cdefghij", TE_DELETE_TO_END, 5, "ab|fghij"},
    {"abcdef|ghij", TE_LINE_END, 5, "abcdefghij|"},
};

static void each_operation_does_what_its_key_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(op_cases); i++) {
        struct textedit te = given(op_cases[i].before, false);
        bool did = textedit_do(&te, op_cases[i].op, op_cases[i].cols);
        if (did != (op_cases[i].after != NULL))
            fail_msg("case %zu, '%s': %s", i, op_cases[i].before, did ? "did" : "did nothing");
        expect(&te, op_cases[i].after ? op_cases[i].after : op_cases[i].before, op_cases[i].before);
        textedit_free(&te);
    }
}

static void up_and_down_keep_the_column_across_a_short_line(void **state)
{
    struct textedit te = given("A long line|\nno\nAnother long line", false);
    (void)state;
    assert_true(textedit_do(&te, TE_DOWN, 40));
    expect(&te, "A long line\nno|\nAnother long line", "on the short line");
    assert_true(textedit_do(&te, TE_DOWN, 40));
    expect(&te, "A long line\nno\nAnother lon|g line", "below it");
    assert_false(textedit_do(&te, TE_DOWN, 40));
    assert_true(textedit_do(&te, TE_UP, 40));
    assert_true(textedit_do(&te, TE_UP, 40));
    expect(&te, "A long line|\nno\nAnother long line", "up again");
    textedit_free(&te);
}

static void any_other_step_forgets_the_column(void **state)
{
    static const enum textedit_op ops[] = {TE_LEFT, TE_BACKSPACE, TE_LINE_END, TE_UNDO};
    (void)state;
    for (size_t i = 0; i < COUNT(ops); i++) {
        struct textedit te = given("A long line\nno\nAnother long line|", false);
        textedit_insert(&te, "!", 1, false);
        textedit_do(&te, TE_UP, 40); /* wants column 18 */
        textedit_do(&te, ops[i], 40);
        if (te.want_col != -1)
            fail_msg("operation %zu: still column %d", i, te.want_col);
        textedit_free(&te);
    }
}

static void nobody_is_trapped_between_the_halves_of_a_long_word(void **state)
{
    struct textedit te = {0};
    (void)state;
    assert_int_equal(textedit_set(&te, "abcdefghijklmnopqrstuvwxyzabcd", false), ST_OK);
    int steps = 0;
    while (textedit_do(&te, TE_UP, 10) && steps < 10)
        steps++;
    assert_int_equal(steps, 2); /* three lines of ten */
    assert_true(te.at < 10);
    textedit_free(&te);
}

/* ---- undo and redo ---- */

static void typing_is_undone_word_by_word(void **state)
{
    static const char *const steps[] = {"Tea and |", "Tea |", "|"};
    struct textedit te = given("|", false);
    (void)state;
    type(&te, "Tea and toast");
    for (size_t i = 0; i < COUNT(steps); i++) {
        assert_true(textedit_do(&te, TE_UNDO, 40));
        expect(&te, steps[i], "undo");
    }
    assert_false(textedit_can_undo(&te));
    for (size_t i = COUNT(steps) - 1; i-- > 0;) {
        assert_true(textedit_do(&te, TE_REDO, 40));
        expect(&te, steps[i], "redo");
    }
    assert_true(textedit_do(&te, TE_REDO, 40));
    expect(&te, "Tea and toast|", "redo");
    assert_false(textedit_can_redo(&te));
    textedit_free(&te);
}

static void a_step_away_begins_a_new_run(void **state)
{
    struct textedit te = given("|", false);
    (void)state;
    type(&te, "ab");
    textedit_do(&te, TE_LEFT, 40);
    textedit_do(&te, TE_RIGHT, 40);
    type(&te, "cd");
    assert_true(textedit_do(&te, TE_UNDO, 40));
    expect(&te, "ab|", "the second run");
    type(&te, "x");
    assert_false(textedit_can_redo(&te));
    assert_true(textedit_do(&te, TE_UNDO, 40));
    expect(&te, "ab|", "typing after undo is a run of its own");
    textedit_free(&te);
}

static void a_paste_is_one_step_however_long(void **state)
{
    struct textedit te = given("|", false);
    (void)state;
    type(&te, "My");
    paste(&te, " garden, my sister,\nand the choir.");
    type(&te, "!");
    assert_true(textedit_do(&te, TE_UNDO, 40));
    expect(&te, "My garden, my sister,\nand the choir.|", "the letter after it");
    assert_true(textedit_do(&te, TE_UNDO, 40));
    expect(&te, "My|", "the paste");
    assert_true(textedit_do(&te, TE_REDO, 40));
    expect(&te, "My garden, my sister,\nand the choir.|", "the paste again");
    textedit_free(&te);
}

static void each_deletion_is_undone_with_the_point_behind_it(void **state)
{
    static const struct {
        const char *before;
        enum textedit_op op;
        const char *after;
    } cases[] = {
        {"ab" BRITAIN "|c", TE_BACKSPACE, "ab" BRITAIN "|c"},
        {"ab|" FAMILY "c", TE_DELETE, "ab" FAMILY "|c"},
        {"one two |three", TE_DELETE_WORD, "one two |three"},
        {"one| two\nthree", TE_DELETE_TO_END, "one two|\nthree"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct textedit te = given(cases[i].before, false);
        assert_true(textedit_do(&te, cases[i].op, 40));
        assert_true(textedit_do(&te, TE_UNDO, 40));
        expect(&te, cases[i].after, cases[i].before);
        textedit_free(&te);
    }
}

/* ---- whatever is done ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static void do_anything(struct textedit *te, uint32_t *seed)
{
    static const char *const bits[] = {
        "a", " ",     "word ", "\n",   "\r\n", E_ACUTE, ACUTE, SUN, G,
        B,   BRITAIN, FAMILY,  JOINER, "\t",   "\x1b",  POUND, "e", "a long enough line of words"};
    uint32_t r = next_random(seed);
    if (r % 3 == 0) {
        const char *s = bits[next_random(seed) % COUNT(bits)];
        assert_int_equal(textedit_insert(te, s, strlen(s), r % 2), ST_OK);
    } else {
        enum textedit_op op = (enum textedit_op)(next_random(seed) % (TE_REDO + 1));
        textedit_do(te, op, 1 + (int)(next_random(seed) % 30));
    }
}

static void expect_sane(const struct textedit *te, int seed)
{
    const char *s = text_str(&te->text);
    size_t at = 0;
    if (!text_is_utf8(s, te->text.len) || strpbrk(s, te->one_line ? "\r\n\t\x1b" : "\r\t\x1b"))
        fail_msg("seed %d: '%s'", seed, s);
    while (at < te->at)
        at += text_next(s + at, te->text.len - at);
    if (at != te->at)
        fail_msg("seed %d: %zu is within a letter of '%s'", seed, te->at, s);
}

static void whatever_is_done_the_text_is_sound_and_undo_leads_back(void **state)
{
    static const char begin[] = "My garden, caf" E_ACUTE ", " BRITAIN " and the choir.";
    (void)state;
    for (int seed = 1; seed <= 200; seed++) {
        uint32_t random = (uint32_t)seed;
        struct textedit te = {0};
        textedit_set(&te, begin, seed % 2);
        for (int i = 0; i < 200; i++) {
            do_anything(&te, &random);
            expect_sane(&te, seed);
        }
        char *last = text_copy(text_str(&te.text));
        size_t undone = 0;
        while (textedit_do(&te, TE_REDO, 20))
            ;
        free(last);
        last = text_copy(text_str(&te.text));
        for (; textedit_do(&te, TE_UNDO, 20); undone++)
            expect_sane(&te, seed);
        if (strcmp(text_str(&te.text), begin) != 0)
            fail_msg("seed %d: undone to '%s'", seed, text_str(&te.text));
        for (; textedit_do(&te, TE_REDO, 20); undone--)
            expect_sane(&te, seed);
        if (undone != 0 || strcmp(text_str(&te.text), last) != 0)
            fail_msg("seed %d: done again to '%s'", seed, text_str(&te.text));
        free(last);
        textedit_free(&te);
    }
}

static void a_hundred_thousand_letters_are_edited_like_ten(void **state)
{
    struct textedit te = {0};
    struct text much = {0};
    (void)state;
    for (int i = 0; i < 10000; i++)
        text_addf(&much, "%s word%02d ", i % 100 ? "a" : "\na", i % 100);
    assert_true(much.len >= 90000);
    textedit_set(&te, "", false);
    paste(&te, text_str(&much));
    paste(&te, "and ten thousand more");
    for (int i = 0; i < 60; i++)
        assert_true(textedit_do(&te, TE_UP, 60));
    size_t at = te.at;
    type(&te, "Here.");
    assert_memory_equal(text_str(&te.text) + at, "Here.", 5);
    assert_true(textedit_do(&te, TE_DELETE_WORD, 60));
    assert_true(textedit_do(&te, TE_UNDO, 60));
    assert_true(textedit_do(&te, TE_UNDO, 60));
    assert_true(textedit_do(&te, TE_START, 60));
    assert_true(textedit_do(&te, TE_DOWN, 60));
    assert_true(textedit_do(&te, TE_UNDO, 60));
    assert_string_equal(text_str(&te.text), text_str(&much));
    assert_true(textedit_do(&te, TE_UNDO, 60));
    assert_int_equal(te.text.len, 0);
    text_free(&much);
    textedit_free(&te);
}

static void one_word_of_a_hundred_thousand_letters_can_be_walked(void **state)
{
    struct textedit te = {0};
    struct text much = {0};
    (void)state;
    for (int i = 0; i < 100000; i++)
        text_add_char(&much, 'a');
    textedit_set(&te, text_str(&much), false);
    for (int i = 0; i < 20; i++)
        assert_true(textedit_do(&te, TE_UP, 60));
    assert_int_equal((100000 - te.at) / 60, 20);
    type(&te, E_ACUTE);
    assert_int_equal(te.text.len, 100002);
    assert_true(textedit_do(&te, TE_WORD_LEFT, 60));
    assert_int_equal(te.at, 0);
    text_free(&much);
    textedit_free(&te);
}

/* ---- without memory ---- */

static void without_memory_it_begins_empty(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct textedit te = {0};
        enum status st = textedit_set(&te, "My garden", false);
        bool hit = scarce_hit();
        assert_int_equal(st, hit ? ST_NOMEM : ST_OK);
        expect(&te, hit ? "|" : "My garden|", "set");
        textedit_free(&te);
    }
}

/* Once typing, once pasting; with a run to go on with, or with something to do again. */
static void without_memory_nothing_is_changed(void **state)
{
    static const char more[] = "a text that is long enough to need more room than there is";
    (void)state;
    for (int way = 0; way < 4; way++) {
        for (int n = 0; scarce_from(&n);) {
            struct textedit te = {0};
            textedit_set(&te, "", false);
            enum status first = textedit_insert(&te, "one", 3, way % 2);
            bool undone = way > 1 && textedit_do(&te, TE_UNDO, 40);
            bool redo = textedit_can_redo(&te);
            enum status second = textedit_insert(&te, more, sizeof more - 1, way % 2);
            assert_true(scarce_hit() || (first == ST_OK && second == ST_OK));
            struct text want = {0};
            text_addf(&want, "%s%s|", first || undone ? "" : "one", second ? "" : more);
            expect(&te, text_str(&want), "after both");
            assert_int_equal(textedit_can_redo(&te), second && redo);
            while (textedit_do(&te, TE_UNDO, 40))
                ;
            expect(&te, "|", "undone");
            text_free(&want);
            textedit_free(&te);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_begins_behind_what_is_there_with_nothing_to_undo),
        cmocka_unit_test(what_is_typed_or_pasted_goes_in_at_the_point),
        cmocka_unit_test(each_operation_does_what_its_key_says),
        cmocka_unit_test(up_and_down_keep_the_column_across_a_short_line),
        cmocka_unit_test(any_other_step_forgets_the_column),
        cmocka_unit_test(nobody_is_trapped_between_the_halves_of_a_long_word),
        cmocka_unit_test(typing_is_undone_word_by_word),
        cmocka_unit_test(a_step_away_begins_a_new_run),
        cmocka_unit_test(a_paste_is_one_step_however_long),
        cmocka_unit_test(each_deletion_is_undone_with_the_point_behind_it),
        cmocka_unit_test(whatever_is_done_the_text_is_sound_and_undo_leads_back),
        cmocka_unit_test(a_hundred_thousand_letters_are_edited_like_ten),
        cmocka_unit_test(one_word_of_a_hundred_thousand_letters_can_be_walked),
        cmocka_unit_test(without_memory_it_begins_empty),
        cmocka_unit_test(without_memory_nothing_is_changed),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("textedit", tests, NULL, NULL);
}
