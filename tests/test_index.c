#include "test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/index.h"

enum { MANY = 600 };

/* Entries named by their number: "e0", "e1". */
static struct index_entry entries[MANY];
static char keys[MANY][16];

static void given_entries(void)
{
    for (int i = 0; i < MANY; i++) {
        snprintf(keys[i], sizeof keys[i], "e%d", i);
        entries[i] = (struct index_entry){.key = keys[i], .key_len = strlen(keys[i]) + 1};
    }
}

static void given_room_and_insert(struct index *ix, int which, size_t place)
{
    assert_int_equal(index_reserve(ix), ST_OK);
    index_insert(ix, &entries[which], place);
}

/* Every entry of the list is found, knows its place, and no other is found. */
static void assert_sane_index(const struct index *ix)
{
    bool in[MANY] = {false};
    for (size_t i = 0; i < ix->count; i++) {
        const char *name = ix->list[i]->key;
        if (ix->list[i]->place != i || index_find(ix, &name, 1) != ix->list[i])
            fail_msg("%s at %zu is not found there", name, i);
        in[ix->list[i] - entries] = true;
    }
    for (int i = 0; i < MANY; i++) {
        const char *name = keys[i];
        if (!in[i] && index_find(ix, &name, 1))
            fail_msg("%s is found, but is not there", name);
    }
}

static void an_empty_index_finds_nothing(void **state)
{
    (void)state;
    struct index ix = {0};
    const char *name = "e1";
    assert_null(index_find(&ix, &name, 1));
    index_free(&ix);
}

static void entries_keep_the_places_they_are_given(void **state)
{
    (void)state;
    struct index ix = {0};
    given_entries();
    given_room_and_insert(&ix, 0, 0);
    given_room_and_insert(&ix, 1, 1);
    given_room_and_insert(&ix, 2, 0);
    assert_ptr_equal(ix.list[0], &entries[2]);
    assert_ptr_equal(ix.list[1], &entries[0]);
    assert_ptr_equal(ix.list[2], &entries[1]);
    index_move(&ix, &entries[2], 2);
    assert_ptr_equal(ix.list[0], &entries[0]);
    assert_ptr_equal(ix.list[2], &entries[2]);
    index_move(&ix, &entries[2], 0);
    assert_ptr_equal(ix.list[0], &entries[2]);
    assert_sane_index(&ix);
    index_free(&ix);
}

static void several_names_are_a_key_of_their_own(void **state)
{
    (void)state;
    struct index ix = {0};
    char ab[] = "a\0b"; /* "a", "b" */
    char joined[] = "ab";
    struct index_entry two = {.key = ab, .key_len = sizeof ab};
    struct index_entry one = {.key = joined, .key_len = sizeof joined};
    const char *const names[] = {"a", "b"};
    const char *const others[] = {"ab", ""};
    const char *const reversed[] = {"b", "a"};
    assert_int_equal(index_reserve(&ix), ST_OK);
    index_insert(&ix, &two, 0);
    assert_int_equal(index_reserve(&ix), ST_OK);
    index_insert(&ix, &one, 1);
    assert_ptr_equal(index_find(&ix, names, 2), &two);
    assert_ptr_equal(index_find(&ix, others, 1), &one);
    assert_null(index_find(&ix, others, 2));
    assert_null(index_find(&ix, names, 1));
    assert_null(index_find(&ix, reversed, 2));
    index_free(&ix);
}

/* A small generator of its own, so that a seed gives the same run everywhere. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void any_order_of_coming_and_going_keeps_it_whole(void **state)
{
    (void)state;
    unsigned seed = 20261121;
    struct index ix = {0};
    bool in[MANY] = {false};
    given_entries();
    for (int i = 0; i < 4000; i++) {
        unsigned which = next_random(&seed) % MANY;
        bool grows = i % 2000 < 1300; /* grow past several tables, then shrink */
        if (!in[which] && (grows || next_random(&seed) % 4 == 0)) {
            given_room_and_insert(&ix, (int)which, next_random(&seed) % (ix.count + 1));
            in[which] = true;
        } else if (in[which] && (!grows || next_random(&seed) % 4 == 0)) {
            index_remove(&ix, &entries[which]);
            in[which] = false;
        } else if (in[which]) {
            index_move(&ix, &entries[which], next_random(&seed) % ix.count);
        }
        if (i % 50 == 0)
            assert_sane_index(&ix);
    }
    assert_true(ix.slot_count >= 256); /* it was large enough to be of use */
    assert_sane_index(&ix);
    index_free(&ix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_index_finds_nothing),
        cmocka_unit_test(entries_keep_the_places_they_are_given),
        cmocka_unit_test(several_names_are_a_key_of_their_own),
        cmocka_unit_test(any_order_of_coming_and_going_keeps_it_whole),
    };
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
