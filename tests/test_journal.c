/*
 * The journal: whatever is torn or turned in it, what comes back is what stood there at some
 * moment, and never anything else.
 */
#include "supportplan/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scarce.h"
#include "test.h"

/* A session: each step says what a text is then. NULL: it is done with. */
static const struct step {
    const char *name, *now;
} steps[] = {
    {"good-day", "T"},
    {"good-day", "Tea"},
    {"good-day", "Tea first, with Zoë."},
    {"good-day", "Tea, with Zoë."},
    {JOURNAL_PLAN, "one\ntwo\nthree\nTea, with Zoë.\nend 4\n"},
    {"good-day", NULL},
    {"keep", ""},
    {"keep", "choir\non Thursdays"},
    {JOURNAL_PLAN, "ONE\ntwo\nthree\nTea, with Zoë.\nend 4"},
    {"good-day", "again"},
    {JOURNAL_PLAN, ""},
    {JOURNAL_PLAN, "all\nanew"},
};
static const char base[] = "one\ntwo\nthree\nend 3\n";

/* The texts as they stand after so many steps, one a line, in words that can be compared. */
static void say_state(const struct journal *j, struct text *out)
{
    for (size_t i = 0; i < j->count; i++)
        text_addf(out, "%s=%s|", j->list[i].name, text_str(&j->list[i].text));
}

/* Write the session; ends[i] is where step i's record ends, states[i] what stands then. */
static struct text given_session(size_t ends[COUNT(steps) + 1],
                                 struct text states[COUNT(steps) + 1])
{
    struct journal j = {0};
    struct text bytes = {0};
    assert_int_equal(journal_begin(&j, base, strlen(base), &bytes), ST_OK);
    for (size_t i = 0; i <= COUNT(steps); i++) {
        ends[i] = bytes.len;
        states[i] = (struct text){0};
        say_state(&j, &states[i]);
        if (i == COUNT(steps))
            break;
        const char *now = steps[i].now;
        assert_int_equal(journal_put(&j, steps[i].name, now, now ? strlen(now) : 0, &bytes), ST_OK);
    }
    journal_free(&j);
    return bytes;
}

static void free_session(struct text *bytes, struct text states[COUNT(steps) + 1])
{
    for (size_t i = 0; i <= COUNT(steps); i++)
        text_free(&states[i]);
    text_free(bytes);
}

static struct journal_found read_over(const char *bytes, size_t len, const char *plan)
{
    struct journal_found found = {0};
    assert_int_equal(journal_read(bytes, len, plan, strlen(plan), &found), ST_OK);
    return found;
}

static void every_cut_gives_what_stood_there_at_some_moment(void **state)
{
    (void)state;
    size_t ends[COUNT(steps) + 1];
    struct text states[COUNT(steps) + 1], bytes = given_session(ends, states);
    for (size_t cut = ends[0], step = 0; cut <= bytes.len; cut++) {
        while (step < COUNT(steps) && ends[step + 1] <= cut)
            step++;
        char *torn = malloc(cut); /* of that size, so that reading past it is seen */
        memcpy(torn, bytes.data, cut);
        struct journal_found found = read_over(torn, cut, base);
        struct text got = {0};
        say_state(&found.now, &got);
        if (found.good != ends[step] || strcmp(text_str(&got), text_str(&states[step])) != 0)
            fail_msg("cut at %zu: %zu good, %s", cut, found.good, text_str(&got));
        text_free(&got);
        journal_free(&found.now);
        free(torn);
    }
    free_session(&bytes, states);
}

static void a_beginning_that_is_cut_gives_nothing(void **state)
{
    (void)state;
    size_t ends[COUNT(steps) + 1];
    struct text states[COUNT(steps) + 1], bytes = given_session(ends, states);
    for (size_t cut = 0; cut < ends[0]; cut++) {
        struct journal_found found = {.good = 77};
        enum status st = journal_read(bytes.data, cut, base, strlen(base), &found);
        if (st != ST_REFUSED && (found.fits || found.now.count != 1))
            fail_msg("cut at %zu", cut);
        if (!st)
            journal_free(&found.now);
    }
    free_session(&bytes, states);
}

static bool is_a_state(const struct text *got, const struct text states[COUNT(steps) + 1])
{
    for (size_t i = 0; i <= COUNT(steps); i++)
        if (strcmp(text_str(got), text_str(&states[i])) == 0)
            return true;
    return false;
}

static void every_bit_turned_gives_what_stood_there_before(void **state)
{
    (void)state;
    size_t ends[COUNT(steps) + 1];
    struct text states[COUNT(steps) + 1], bytes = given_session(ends, states);
    for (size_t i = 0; i < bytes.len * 8; i++) {
        struct journal_found found;
        bytes.data[i / 8] ^= (char)(1 << i % 8);
        enum status st = journal_read(bytes.data, bytes.len, base, strlen(base), &found);
        struct text got = {0};
        if (!st)
            say_state(&found.now, &got);
        if (!st && found.fits && (found.good > i / 8 || !is_a_state(&got, states)))
            fail_msg("bit %zu of byte %zu: %s", i % 8, i / 8, text_str(&got));
        if (!st && !found.fits && found.good > i / 8)
            fail_msg("byte %zu: %zu good", i / 8, found.good);
        if (!st)
            journal_free(&found.now);
        text_free(&got);
        bytes.data[i / 8] ^= (char)(1 << i % 8);
    }
    free_session(&bytes, states);
}

/* A file may hold what the plan was at any step: what came after goes on from there. */
static void it_goes_on_from_whatever_the_file_holds(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        bool fits;
        size_t changes;
        const char *plan;
    } cases[] = {
        {base, true, 4, "all\nanew"},
        {"one\ntwo\nthree\nTea, with Zoë.\nend 4\n", true, 3, "all\nanew"},
        {"ONE\ntwo\nthree\nTea, with Zoë.\nend 4", true, 2, "all\nanew"},
        {"all\nanew", true, 0, "all\nanew"},
        {"", true, 1, "all\nanew"}, /* the plan was empty before its last change */
        {"something else", false, 0, ""},
    };
    size_t ends[COUNT(steps) + 1];
    struct text states[COUNT(steps) + 1], bytes = given_session(ends, states);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct journal_found found = read_over(bytes.data, bytes.len, cases[i].file);
        const char *plan = text_str(journal_get(&found.now, JOURNAL_PLAN));
        if (found.fits != cases[i].fits || found.changes != cases[i].changes ||
            strcmp(plan, cases[i].plan) != 0)
            fail_msg("case %zu: %d, %zu changes, '%s'", i, found.fits, found.changes, plan);
        assert_string_equal(text_str(journal_get(&found.now, "keep")), "choir\non Thursdays");
        assert_string_equal(text_str(journal_get(&found.now, "good-day")), "again");
        journal_free(&found.now);
    }
    free_session(&bytes, states);
}

static void what_is_no_journal_is_refused(void **state)
{
    (void)state;
    static const char *const others[] = {"", "s", "\"section\",\"item\"\n",
                                         "supportplan journal 2\n"};
    for (size_t i = 0; i < COUNT(others); i++) {
        struct journal_found found = {.good = 77};
        if (journal_read(others[i], strlen(others[i]), base, strlen(base), &found) != ST_REFUSED ||
            found.good != 77)
            fail_msg("'%s' was read", others[i]);
    }
}

/* CRC-32 (IEEE 802.3), going on from another. */
static uint32_t crc_on(uint32_t crc, const char *s, size_t len)
{
    crc = ~crc;
    for (size_t i = 0; i < len * 8; i++) {
        uint32_t byte = (unsigned char)s[i / 8];
        crc = crc >> 1 ^ ((crc ^ byte >> i % 8) & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

/* Add a record that is whole, whatever it says: less than 256 bytes. */
static void add_whole_record(struct text *bytes, uint32_t crc, char kind, const char *says,
                             size_t len)
{
    size_t start = bytes->len;
    const char head[] = {(char)len, 0, 0, 0, kind};
    text_add_n(bytes, head, sizeof head);
    text_add_n(bytes, says, len);
    crc = crc_on(crc, bytes->data + start, bytes->len - start);
    for (int i = 0; i < 4; i++)
        text_add_char(bytes, (char)(crc >> 8 * i));
}

/* Such as a later version may write: it is cut off, and what is added then must be found again. */
static void a_journal_goes_on_from_before_a_record_that_is_not_understood(void **state)
{
    (void)state;
#define NIL "\0\0\0\0\0\0\0\0"
#define AT(n) n "\0\0\0\0\0\0\0"
    /* A text's name behind its length; then changes: where, how much goes, what comes behind its
     * length. A plan's is which file it comes to, a hash and a length, and changes. */
    static const struct {
        char kind;
        const char *says;
        size_t len;
    } cases[] = {
        {'Z', "says something", 14},
        {'B', "a second beginning", 16},
        {'D', "nobody", 6},
        {'D', "kept", 4},
        {'D', "kee", 3},
        {'T', "", 0},
        {'T', "\4new", 4},
        {'T', "\3n\0w" NIL NIL "\1\0\0\0x", 4 + 21},     /* a name that ends before its end */
        {'T', "\4plan" NIL NIL "\1\0\0\0x", 5 + 21},     /* the plan is not typed */
        {'T', "\3new" AT("\5") NIL "\1\0\0\0x", 4 + 21}, /* byte 5, though it is empty */
        {'T', "\3new" NIL AT("\5") "\1\0\0\0x", 4 + 21}, /* five bytes go, though it is empty */
        {'T', "\4keep" AT("\1") AT("\1") "\0\0\0\0" NIL NIL "\0\0\0\0", 5 + 40}, /* backwards */
        {'T', "\3new" NIL, 4 + 7},
        {'T', "\3new" NIL NIL, 4 + 15},
        {'T', "\3new" NIL NIL "\2\0\0", 4 + 19},
        {'T', "\3new" NIL NIL "\2\0\0\0x", 4 + 21},
        {'P', NIL, 7},
        {'P', NIL NIL, 15},
        {'P', NIL AT("\5"), 16},   /* no change, and five bytes of another text */
        {'P', NIL AT("\x14"), 16}, /* as many bytes, of another text */
        {'P', NIL NIL AT("\x30") NIL "\0\0\0\0", 36},
    };
    assert_int_equal(strlen(base), 0x14);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct journal j = {0};
        struct text bytes = {0};
        assert_int_equal(journal_begin(&j, base, strlen(base), &bytes), ST_OK);
        assert_int_equal(journal_put(&j, "keep", "tea", 3, &bytes), ST_OK);
        size_t good = bytes.len;
        add_whole_record(&bytes, j.check, cases[i].kind, cases[i].says, cases[i].len);
        struct journal_found found = read_over(bytes.data, bytes.len, base), again;
        if (found.good != good || found.now.count != 2)
            fail_msg("case %zu: %zu good, %zu texts", i, found.good, found.now.count);
        text_splice(&bytes, good, bytes.len - good, "", 0);
        assert_int_equal(journal_put(&found.now, "keep", "choir", 5, &bytes), ST_OK);
        again = read_over(bytes.data, bytes.len, base);
        if (again.good != bytes.len)
            fail_msg("case %zu: what was added is lost", i);
        assert_string_equal(text_str(journal_get(&again.now, "keep")), "choir");
        journal_free(&again.now);
        journal_free(&found.now);
        journal_free(&j);
        text_free(&bytes);
    }
}

static void a_beginning_that_is_not_understood_gives_nothing(void **state)
{
    (void)state;
    static const size_t lens[] = {0, 7, 15, 17}; /* a hash and a length are 16 bytes */
    static const char nil[17] = {0};
    for (size_t i = 0; i < COUNT(lens); i++) {
        struct text bytes = {0};
        text_add(&bytes, "supportplan journal 1\n");
        size_t begun = bytes.len;
        add_whole_record(&bytes, crc_on(0, bytes.data, begun), 'B', nil, lens[i]);
        struct journal_found found = read_over(bytes.data, bytes.len, base);
        if (found.good != begun || found.fits)
            fail_msg("%zu bytes: %zu good", lens[i], found.good);
        journal_free(&found.now);
        text_free(&bytes);
    }
}

static void it_does_not_go_on_from_another_file_of_the_same_length(void **state)
{
    (void)state;
    struct journal j = {0};
    struct text bytes = {0};
    assert_int_equal(journal_begin(&j, "one\n", 4, &bytes), ST_OK);
    assert_int_equal(journal_put(&j, JOURNAL_PLAN, "two\n", 4, &bytes), ST_OK);
    struct journal_found found = read_over(bytes.data, bytes.len, "six\n");
    assert_false(found.fits);
    assert_true(found.plan_noted);
    journal_free(&found.now);
    journal_free(&j);
    text_free(&bytes);
}

/* One text after another of what is typed, wherever it differs from the one before. */
static void whatever_is_typed_comes_back(void **state)
{
    (void)state;
    static const char *const texts[] = {"",    "aaa",  "aa", "aXa", "aXXa", "aXa", "a",
                                        "bca", "bcda", "a",  "",    "xyz",  "xYz", "xYz"};
    struct journal j = {0};
    struct text bytes = {0};
    assert_int_equal(journal_begin(&j, "", 0, &bytes), ST_OK);
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(journal_put(&j, "t", texts[i], strlen(texts[i]), &bytes), ST_OK);
        struct journal_found found = read_over(bytes.data, bytes.len, "");
        const struct text *got = journal_get(&found.now, "t");
        if (!got || strcmp(text_str(got), texts[i]) != 0)
            fail_msg("text %zu: '%s', not '%s'", i, got ? text_str(got) : "(none)", texts[i]);
        journal_free(&found.now);
    }
    journal_free(&j);
    text_free(&bytes);
}

/* A thousand texts with the plan; of what comes after them nothing is read. */
static void more_texts_than_anybody_types_are_not_ours(void **state)
{
    (void)state;
    struct journal j = {0};
    struct text bytes = {0};
    size_t good = 0;
    assert_int_equal(journal_begin(&j, base, strlen(base), &bytes), ST_OK);
    for (int i = 0; i < 1010; i++) {
        char name[16];
        snprintf(name, sizeof name, "n%d", i);
        assert_int_equal(journal_put(&j, name, name, strlen(name), &bytes), ST_OK);
        good = i < 1000 ? bytes.len : good;
    }
    struct journal_found found = read_over(bytes.data, bytes.len, base);
    assert_int_equal(found.good, good);
    assert_int_equal(found.now.count, 1001);
    assert_string_equal(text_str(journal_get(&found.now, "n999")), "n999");
    journal_free(&found.now);
    journal_free(&j);
    text_free(&bytes);
}

static void what_did_not_change_is_not_written(void **state)
{
    (void)state;
    struct journal j = {0};
    struct text bytes = {0};
    assert_int_equal(journal_begin(&j, base, strlen(base), &bytes), ST_OK);
    size_t begun = bytes.len;
    assert_int_equal(journal_put(&j, JOURNAL_PLAN, base, strlen(base), &bytes), ST_OK);
    assert_int_equal(journal_put(&j, "not there", NULL, 0, &bytes), ST_OK);
    assert_int_equal(bytes.len, begun);
    assert_int_equal(journal_put(&j, "typed", "", 0, &bytes), ST_OK);
    begun = bytes.len;
    assert_int_equal(journal_put(&j, "typed", "", 0, &bytes), ST_OK);
    assert_int_equal(bytes.len, begun);
    journal_free(&j);
    text_free(&bytes);
}

/* One letter more is a record of less than a hundred bytes, however long the text is. */
static void a_letter_costs_little_and_an_answer_too(void **state)
{
    (void)state;
    struct journal j = {0};
    struct text bytes = {0}, plan = {0}, now = {0};
    for (int i = 0; i < 2000; i++)
        text_addf(&plan, "\"answer\",\"a%d\",\"text\",\"some words\"\n", i);
    assert_int_equal(journal_begin(&j, plan.data, plan.len, &bytes), ST_OK);
    assert_int_equal(journal_put(&j, "x", plan.data, plan.len, &bytes), ST_OK);
    size_t before = bytes.len;
    text_add(&now, plan.data);
    text_add(&now, "e");
    assert_int_equal(journal_put(&j, "x", now.data, now.len, &bytes), ST_OK);
    if (bytes.len - before >= 100)
        fail_msg("a letter: %zu bytes", bytes.len - before);
    before = bytes.len;
    text_clear(&now);
    text_add(&now, "changed,today\n"); /* the first line, the middle one and a new last one */
    text_add(&now, strchr(plan.data, '\n') + 1);
    char *middle = strstr(now.data, "a1000\"");
    memcpy(middle, "a1000x", 6);
    text_add(&now, "end\n");
    assert_int_equal(journal_put(&j, JOURNAL_PLAN, now.data, now.len, &bytes), ST_OK);
    if (bytes.len - before >= 300)
        fail_msg("an answer: %zu bytes", bytes.len - before);
    journal_free(&j);
    text_free(&bytes);
    text_free(&plan);
    text_free(&now);
}

static void a_record_that_is_too_large_changes_nothing(void **state)
{
    (void)state;
    struct journal j = {0};
    struct text bytes = {0};
    char *large = malloc(JOURNAL_RECORD_MAX);
    memset(large, 'x', JOURNAL_RECORD_MAX);
    assert_int_equal(journal_begin(&j, base, strlen(base), &bytes), ST_OK);
    size_t begun = bytes.len;
    assert_int_equal(journal_put(&j, "x", large, JOURNAL_RECORD_MAX, &bytes), ST_LIMIT);
    assert_int_equal(journal_put(&j, JOURNAL_PLAN, large, JOURNAL_RECORD_MAX, &bytes), ST_LIMIT);
    assert_int_equal(bytes.len, begun);
    assert_null(journal_get(&j, "x"));
    assert_int_equal(journal_put(&j, "x", large, JOURNAL_RECORD_MAX - 100, &bytes), ST_OK);
    struct journal_found found = read_over(bytes.data, bytes.len, base);
    assert_int_equal(journal_get(&found.now, "x")->len, JOURNAL_RECORD_MAX - 100);
    journal_free(&found.now);
    journal_free(&j);
    text_free(&bytes);
    free(large);
}

/* Any two plans: lines taken, put, turned round, far more of them than are looked ahead. */
static void whatever_changes_comes_back(void **state)
{
    (void)state;
    unsigned random = 7;
    struct journal j = {0};
    struct text bytes = {0}, plan = {0};
    assert_int_equal(journal_begin(&j, "", 0, &bytes), ST_OK);
    for (int round = 0; round < 300; round++) {
        text_clear(&plan);
        random = random * 1103515245 + 12345;
        for (unsigned i = 0, n = random >> 16 & 1023; i < n; i++) {
            random = random * 1103515245 + 12345;
            text_addf(&plan, "%u%s", random >> 20 & (round % 2 ? 7 : 1023),
                      (random >> 8 & 31) == 0 ? "" : "\n");
        }
        assert_int_equal(journal_put(&j, JOURNAL_PLAN, text_str(&plan), plan.len, &bytes), ST_OK);
        if (round % 10)
            continue;
        struct journal_found found = read_over(bytes.data, bytes.len, "");
        const struct text *got = journal_get(&found.now, JOURNAL_PLAN);
        if (found.good != bytes.len || got->len != plan.len ||
            memcmp(text_str(got), text_str(&plan), plan.len) != 0)
            fail_msg("round %d", round);
        journal_free(&found.now);
    }
    journal_free(&j);
    text_free(&bytes);
    text_free(&plan);
}

static void without_memory_nothing_changes(void **state)
{
    (void)state;
    for (int n = 0; scarce_from(&n);) {
        struct journal j = {0};
        struct text bytes = {0};
        enum status st = journal_begin(&j, base, strlen(base), &bytes);
        size_t good = st ? 0 : bytes.len;
        for (size_t i = 0; !st && i < COUNT(steps); i++) {
            const char *now = steps[i].now;
            good = bytes.len;
            st = journal_put(&j, steps[i].name, now, now ? strlen(now) : 0, &bytes);
        }
        struct journal_found found = {0};
        enum status read =
            st ? st : journal_read(bytes.data, bytes.len, base, strlen(base), &found);
        if (scarce_hit() ? read != ST_NOMEM : read != ST_OK)
            fail_msg("round %d: status %d", n, (int)read);
        if (st && bytes.len != good)
            fail_msg("round %d: half a record", n);
        journal_free(&found.now);
        journal_free(&j);
        text_free(&bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cut_gives_what_stood_there_at_some_moment),
        cmocka_unit_test(a_beginning_that_is_cut_gives_nothing),
        cmocka_unit_test(every_bit_turned_gives_what_stood_there_before),
        cmocka_unit_test(it_goes_on_from_whatever_the_file_holds),
        cmocka_unit_test(it_does_not_go_on_from_another_file_of_the_same_length),
        cmocka_unit_test(what_is_no_journal_is_refused),
        cmocka_unit_test(a_journal_goes_on_from_before_a_record_that_is_not_understood),
        cmocka_unit_test(a_beginning_that_is_not_understood_gives_nothing),
        cmocka_unit_test(what_did_not_change_is_not_written),
        cmocka_unit_test(a_letter_costs_little_and_an_answer_too),
        cmocka_unit_test(a_record_that_is_too_large_changes_nothing),
        cmocka_unit_test(whatever_changes_comes_back),
        cmocka_unit_test(whatever_is_typed_comes_back),
        cmocka_unit_test(more_texts_than_anybody_types_are_not_ours),
        cmocka_unit_test(without_memory_nothing_changes),
    };
    return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
