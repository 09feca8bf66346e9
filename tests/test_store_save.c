/*
 * Saving a plan: what was there stays beside it, nobody else's words go, and whatever step fails,
 * the old plan or the new one is there.
 */
#define _GNU_SOURCE
#include "disk.h"

#include <limits.h>

static struct text left;

static int forget_left(void **state)
{
    text_free(&left);
    return tear_down(state);
}

static enum status save(const char *was, const char *bytes, bool first)
{
    struct store_saving saving = {.bytes = bytes,
                                  .len = strlen(bytes),
                                  .was = was,
                                  .was_len = was ? strlen(was) : 0,
                                  .first = first,
                                  .left = &left};
    return store_save(in("plan.csv"), &saving, NULL);
}

/* A disk that can't let two files change places, as most sticks can't; nor give a second name. */
static void given_stick(bool links)
{
    memset(&world, 0, sizeof world);
    world.fail_at[SWAP] = 1;
    world.code[SWAP] = EINVAL;
    world.fail_at[LINK] = !links;
    world.code[LINK] = EPERM;
    world.fail_always = 1;
}

static void what_was_there_stays_under_two_names(void **state)
{
    (void)state;
    for (int disk = 0; disk < 3; disk++) {
        if (disk > 0)
            given_stick(disk == 1);
        make(in("plan.csv"), "yesterday");
        assert_int_equal(save("yesterday", "one", true), ST_OK);
        assert_int_equal(save("one", "two", false), ST_OK);
        assert_int_equal(save("two", "three", false), ST_OK);
        has(in("plan.csv"), "three");
        has(in("plan.csv~"), "two");
        has(in("plan.csv~2~"), "yesterday");
        if (names() != 3)
            fail_msg("disk %d: %d names", disk, names());
    }
}

static void a_file_that_is_not_there_yet_is_made(void **state)
{
    (void)state;
    assert_int_equal(save(NULL, "mine", true), ST_OK);
    has(in("plan.csv"), "mine");
    assert_int_equal(mode_of(in("plan.csv")), 0600);
    assert_int_equal(names(), 1);
}

static void a_file_that_was_taken_away_is_made_again(void **state)
{
    (void)state;
    assert_int_equal(save("mine", "more of mine", false), ST_OK);
    has(in("plan.csv"), "more of mine");
}

static void a_file_that_somebody_changed_is_left_alone(void **state)
{
    static const char *const theirs[] = {"theirs", "mine!", "min",
                                         "",       "Mine",  "mine, and a word of theirs"};
    (void)state;
    for (size_t i = 0; i < COUNT(theirs); i++) {
        make(in("plan.csv"), theirs[i]);
        if (save("mine", "more of mine", false) != ST_EXISTS || names() != 1)
            fail_msg("'%s' was written over", theirs[i]);
        has(in("plan.csv"), theirs[i]);
    }
}

static void an_empty_file_is_saved_over(void **state)
{
    (void)state;
    make(in("plan.csv"), "");
    assert_int_equal(save("", "mine", true), ST_OK);
    has(in("plan.csv"), "mine");
    has(in("plan.csv~2~"), "");
}

/* The rival writes after we looked, just before the two files change places. */
static void even_at_the_very_moment(void **state)
{
    (void)state;
    char rival[160];
    make(in("plan.csv"), "mine!!");
    snprintf(rival, sizeof rival, "%s", in("plan.csv"));
    world.rival = rival;
    assert_int_equal(save("mine!!", "more of mine", false), ST_EXISTS);
    world.rival = NULL;
    has(rival, "theirs");
    assert_int_equal(names(), 1);
}

static const struct {
    const char *what;
    enum call call;
    int nth, code;
    bool saved;
} faults[] = {
    {"full", WRITE, 1, ENOSPC, false},
    {"broken", WRITE, 1, EIO, false},
    {"broken late", FSYNC, 1, EIO, false},
    {"full on closing", CLOSE, 2, EDQUOT, false}, /* the first one is of looking */
    {"read only", SWAP, 1, EROFS, false},
    {"away", SWAP, 1, ESTALE, false},
    {"held once", SWAP, 1, EBUSY, true},
    {"refused once", SWAP, 1, EACCES, true},
    {"no copy from before", RENAME, 1, EIO, true},
};

static void whatever_fails_the_old_plan_or_the_new_one_is_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        memset(&world, 0, sizeof world);
        make(in("plan.csv"), "old");
        world.fail_at[faults[i].call] = faults[i].nth;
        world.code[faults[i].call] = faults[i].code;
        enum status st = save("old", "new", false);
        memset(&world, 0, sizeof world);
        if ((st == ST_OK) != faults[i].saved || names() > 2)
            fail_msg("%s: status %d, %d names", faults[i].what, (int)st, names());
        has(in("plan.csv"), faults[i].saved ? "new" : "old");
        if (names() == 2)
            assert_int_equal(unlink(in("plan.csv~")), 0);
    }
}

static void a_file_that_is_held_for_good_gets_a_neighbour(void **state)
{
    (void)state;
    make(in("plan.csv"), "old");
    world.fail_at[SWAP] = 1;
    world.code[SWAP] = EACCES;
    world.fail_always = 1;
    assert_int_equal(save("old", "new", false), ST_IO);
    has(in("plan.csv"), "old");
    has(text_str(&left), "new");
    assert_non_null(strstr(text_str(&left), "/plan.csv.unsaved-20"));
    assert_int_equal(save("old", "newer", false), ST_IO); /* the same neighbour again */
    has(text_str(&left), "newer");
    assert_int_equal(names(), 2);
    world.fail_at[RENAME] = 1; /* not even that is let go of */
    world.code[RENAME] = EACCES;
    assert_int_equal(save("old", "newest", false), ST_IO);
    has(text_str(&left), "newer");
    assert_int_equal(names(), 2);
}

static void a_plan_of_this_folder_gets_its_neighbour_here(void **state)
{
    (void)state;
    char here[PATH_MAX];
    struct store_saving saving = {
        .bytes = "new", .len = 3, .was = "old", .was_len = 3, .left = &left};
    make(in("plan.csv"), "old");
    world.fail_at[SWAP] = 1;
    world.code[SWAP] = ETXTBSY;
    world.fail_always = 1;
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(store_save("plan.csv", &saving, NULL), ST_IO);
    assert_null(strchr(text_str(&left), '/'));
    has(text_str(&left), "new");
    saving.bytes = "yet", saving.len = 3;
    assert_int_equal(store_save("plan.csv", &saving, NULL), ST_IO);
    has(text_str(&left), "yet");
    assert_int_equal(chdir(here), 0);
    assert_int_equal(names(), 2);
}

static void what_could_not_be_put_back_is_not_thrown_away(void **state)
{
    (void)state;
    char rival[160];
    make(in("plan.csv"), "mine!!");
    snprintf(rival, sizeof rival, "%s", in("plan.csv"));
    world.rival = rival;
    world.fail_at[SWAP] = 2;
    world.code[SWAP] = EIO;
    assert_int_equal(save("mine!!", "more of mine", false), ST_EXISTS);
    assert_int_equal(names(), 2); /* ours under the plan's name, theirs in the hidden file */
}

static void the_steps_come_in_the_order_that_loses_nothing(void **state)
{
    (void)state;
    make(in("plan.csv"), "old");
    memset(&world, 0, sizeof world);
    assert_int_equal(save("old", "new", false), ST_OK);
    /* look and close; write, to the disk, close; change places, look and close; the copy from
     * before gets its name; the folder to the disk, close the folder */
    assert_string_equal(world.log, "cwscxcrsc");
}

#define SAVE_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, forget_left)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SAVE_TEST(what_was_there_stays_under_two_names),
        SAVE_TEST(a_file_that_is_not_there_yet_is_made),
        SAVE_TEST(a_file_that_was_taken_away_is_made_again),
        SAVE_TEST(a_file_that_somebody_changed_is_left_alone),
        SAVE_TEST(an_empty_file_is_saved_over),
        SAVE_TEST(even_at_the_very_moment),
        SAVE_TEST(whatever_fails_the_old_plan_or_the_new_one_is_there),
        SAVE_TEST(a_file_that_is_held_for_good_gets_a_neighbour),
        SAVE_TEST(a_plan_of_this_folder_gets_its_neighbour_here),
        SAVE_TEST(what_could_not_be_put_back_is_not_thrown_away),
        SAVE_TEST(the_steps_come_in_the_order_that_loses_nothing),
    };
    return cmocka_run_group_tests_name("store_save", tests, NULL, NULL);
}
