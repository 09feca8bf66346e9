/*
 * The program is stopped at the worst moment, or is not alone: on a real terminal, what was typed
 * comes back, and nothing of anybody's is lost.
 */
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "terminal.h"
#include "test.h"

#define HEAD "\"section\",\"item\",\"field\",\"value\"\n\"plan\",\"\",\"format\",\"1\"\n"
static const char plan[] = HEAD "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                                "\"about\",\"\",\"name\",\"Ann\"\n"
                                "\"end\",\"\",\"rows\",\"3\"\n";
/* What another program might write. */
static const char theirs[] = HEAD "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                                  "\"about\",\"\",\"name\",\"Anna\"\n"
                                  "\"end\",\"\",\"rows\",\"3\"\n";

static struct stage stage;
static const char *const open_plan[] = {"plan.csv", NULL};

static int begin(void **state)
{
    (void)state;
    stage_open(&stage);
    stage_write(&stage, "plan.csv", plan, sizeof plan - 1);
    return 0;
}

static int end(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static struct terminal *start(void)
{
    return terminal_start(&stage, open_plan, NULL, 24, 80);
}

static void has(const char *file, const char *words, bool wanted)
{
    struct bytes b = stage_read(&stage, file);
    if (!b.data)
        fail_msg("%s is not there", file);
    if ((strstr(b.data, words) != NULL) != wanted)
        fail_msg("%s holds%s '%s':\n%s", file, wanted ? " not" : "", words, b.data);
    bytes_free(&b);
}

/* Go to the first long answer and begin to write there. */
static struct terminal *given_words(const char *words)
{
    struct terminal *t = start();
    terminal_keys(t, "3 Enter");
    terminal_type(t, words);
    return t;
}

static void kill_it(struct terminal *t)
{
    terminal_signal(t, SIGKILL);
    terminal_wait_end(t);
    terminal_end(t);
}

static void what_was_typed_comes_back(void **state)
{
    (void)state;
    kill_it(given_words("My garden. And the choir on Thur"));
    struct terminal *t = start();
    terminal_wait(t, "Bring back what was not saved");
    terminal_wait(t, "My garden. And the choir on Thur");
    terminal_key(t, "Enter");
    terminal_wait(t, "What you were writing is back.");
    terminal_type(t, "sdays");
    terminal_keys(t, "F2 F3");
    has("plan.csv", "And the choir on Thursdays", true);
    terminal_end(t);
}

/* A goal is being written; before the plan is opened again, somebody takes it out of the file. */
static void words_of_what_was_taken_out_since_are_kept_in_a_file(void **state)
{
    static const char with_goal[] = HEAD "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                                         "\"goal\",\"g1\",\"what\",\"Swim\"\n"
                                         "\"end\",\"\",\"rows\",\"3\"\n";
    (void)state;
    stage_write(&stage, "plan.csv", with_goal, sizeof with_goal - 1);
    struct terminal *t = start();
    terminal_keys(t, "4 Enter Enter Enter");
    terminal_wait(t, "What do you want to change, keep or achieve?");
    terminal_type(t, " each week, with Joan");
    kill_it(t);
    stage_write(&stage, "plan.csv", plan, sizeof plan - 1);
    t = start();
    terminal_wait(t, "plan-not-kept.txt");
    has("plan-not-kept.txt", "Swim each week, with Joan", true);
    assert_false(stage_has(&stage, ".plan.csv.journal"));
    terminal_end(t);
}

static void not_now_keeps_it_as_it_is(void **state)
{
    (void)state;
    kill_it(given_words("My gar"));
    struct bytes before = stage_read(&stage, ".plan.csv.journal");
    /* Noon of 21 November 2026 in London: that day wherever this runs. */
    struct timespec noon[2] = {{.tv_sec = 1795262520}, {.tv_sec = 1795262520}};
    assert_int_equal(utimensat(AT_FDCWD, stage_path(&stage, ".plan.csv.journal"), noon, 0), 0);
    for (int time = 0; time < 2; time++) {
        struct terminal *t = start();
        terminal_wait(t, "Bring back what was not saved");
        terminal_wait(t, " on 21 November 2026. You can have it back.");
        terminal_keys(t, "Down Enter 2 Enter Ctrl-p");
        terminal_type(t, time ? "Anne" : "Annie"); /* and work goes on meanwhile */
        terminal_keys(t, "Enter Esc q");
        assert_int_equal(terminal_wait_end(t), 0);
        terminal_end(t);
        struct bytes after = stage_read(&stage, ".plan.csv.journal");
        assert_non_null(after.data);
        assert_int_equal(after.len, before.len);
        assert_memory_equal(after.data, before.data, before.len);
        assert_false(stage_has(&stage, ".plan.csv.journal-2"));
        bytes_free(&after);
    }
    bytes_free(&before);
}

static void letting_it_go_takes_two_steps_and_leaves_nothing(void **state)
{
    (void)state;
    kill_it(given_words("My gar"));
    struct terminal *t = start();
    terminal_keys(t, "Down Down Enter");
    terminal_wait(t, "What was not saved will be gone for good.");
    assert_true(stage_has(&stage, ".plan.csv.journal"));
    terminal_keys(t, "Down Enter");
    assert_false(stage_has(&stage, ".plan.csv.journal"));
    terminal_end(t);
}

static void leaving_leaves_nothing_hidden_behind(void **state)
{
    (void)state;
    struct terminal *t = given_words("My garden");
    assert_true(stage_has(&stage, ".plan.csv.journal"));
    assert_true(stage_has(&stage, ".plan.csv.lock"));
    terminal_keys(t, "F2 Esc q");
    assert_int_equal(terminal_wait_end(t), 0);
    terminal_end(t);
    assert_false(stage_has(&stage, ".plan.csv.journal"));
    assert_false(stage_has(&stage, ".plan.csv.lock"));
    has("plan.csv", "My garden", true);
    has("plan.csv~2~", "My garden", false); /* as it was before the session */
}

static void who_comes_second_reads_only(void **state)
{
    (void)state;
    struct terminal *first = start();
    struct terminal *second = start();
    terminal_wait(second, "This plan is open in another window on this computer.");
    terminal_keys(second, "Enter 2 Enter Ctrl-p");
    terminal_type(second, "x");
    terminal_wait(second, "This plan is open to read only. Nothing can be typed here.");
    terminal_end(second);
    terminal_keys(first, "2 Enter Ctrl-p");
    terminal_type(first, "ie");
    terminal_keys(first, "Enter");
    has("plan.csv", "\"Annie\"", true);
    kill_it(first); /* it holds nothing any more */
    struct terminal *third = start();
    assert_false(terminal_shows(third, "another window"));
    terminal_end(third);
}

static void another_computer_s_lock_is_asked_about(void **state)
{
    (void)state;
    static const char lock[] = "supportplan lock 1\nann\nlibrary-pc\n0123\n4567\n1\n1\n"
                               "2026-11-20 10:00\n";
    stage_write(&stage, ".plan.csv.lock", lock, sizeof lock - 1);
    struct terminal *t = start();
    terminal_wait(t, "This plan is open on another computer, called library-pc.");
    terminal_wait(t, "2026-11-20 10:00.");
    terminal_wait(t, "It was used there within the last hour.");
    terminal_key(t, "Enter"); /* write in it here */
    terminal_keys(t, "2 Enter Ctrl-p");
    terminal_type(t, "ie");
    terminal_key(t, "Enter");
    has("plan.csv", "\"Annie\"", true);
    has(".plan.csv.lock", "library-pc", false);
    terminal_end(t);
}

static void a_file_with_two_names_is_told_of(void **state)
{
    (void)state;
    char other[PATH_MAX];
    snprintf(other, sizeof other, "%s", stage_path(&stage, "other.csv"));
    assert_int_equal(link(stage_path(&stage, "plan.csv"), other), 0);
    struct terminal *t = start();
    terminal_wait(t, "This file has another name, too.");
    terminal_keys(t, "Enter 2 Enter Ctrl-p");
    terminal_type(t, "ie");
    terminal_key(t, "Enter");
    has("plan.csv", "\"Annie\"", true);
    has("other.csv", "\"Annie\"", false);
    terminal_end(t);
    assert_int_equal(unlink(other), 0);
}

static void of_two_versions_the_person_chooses(void **state)
{
    (void)state;
    struct terminal *t = start();
    terminal_keys(t, "2 Enter Ctrl-p");
    stage_write(&stage, "plan.csv", theirs, sizeof theirs - 1);
    terminal_type(t, "ie");
    terminal_key(t, "Enter");
    terminal_wait(t, "Two versions of your plan");
    terminal_wait(t, "My name: Annie: yours");
    terminal_wait(t, "the file's: Anna");
    has("plan.csv", "\"Anna\"", true); /* both are there before anything is chosen */
    has("plan-my-version.csv", "\"Annie\"", true);
    terminal_key(t, "Enter");
    terminal_wait(t, "My name: Anna: the file's");
    terminal_keys(t, "Enter Down Enter"); /* mine after all; save it like this */
    has("plan.csv", "\"Annie\"", true);
    has("plan.csv.original", "\"Anna\"", true);
    terminal_end(t);
}

static void a_plan_that_is_gone_is_opened_from_its_copy(void **state)
{
    (void)state;
    static const char *const losses[] = {NULL, "", "no plan at all"};
    stage_write(&stage, "plan.csv~", theirs, sizeof theirs - 1);
    for (size_t i = 0; i < COUNT(losses); i++) {
        if (losses[i])
            stage_write(&stage, "plan.csv", losses[i], strlen(losses[i]));
        else
            assert_int_equal(unlink(stage_path(&stage, "plan.csv")), 0);
        struct terminal *t = start();
        terminal_wait(t, "This is the copy from before:");
        terminal_keys(t, "Enter F3 q");
        assert_int_equal(terminal_wait_end(t), 0);
        has("plan.csv", "\"Anna\"", true);
        terminal_end(t);
    }
    has("plan.csv.original", "no plan at all", true);
}

static void the_lines_of_a_long_answer_come_back_in_plain_lines(void **state)
{
    (void)state;
    static const char *const words[] = {"--plain", "plan.csv", NULL};
    struct terminal *t = terminal_start(&stage, words, NULL, 24, 80);
    terminal_type(t, "3\nMy garden.\nAnd the choir.\n");
    kill_it(t);
    t = terminal_start(&stage, words, NULL, 24, 80);
    terminal_wait(t, "My garden.");
    terminal_wait(t, "And the choir.");
    terminal_type(t, "bring\n");
    terminal_wait(t, "What you were writing is back. Go on where you were.");
    terminal_end(t);
}

static void a_closed_window_keeps_what_was_typed(void **state)
{
    (void)state;
    struct terminal *t = given_words("My gar");
    terminal_close(t);
    terminal_wait_end(t);
    terminal_end(t);
    has("plan.csv", "My gar", true);
    assert_false(stage_has(&stage, ".plan.csv.journal"));
}

#define RECOVERY_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RECOVERY_TEST(what_was_typed_comes_back),
        RECOVERY_TEST(words_of_what_was_taken_out_since_are_kept_in_a_file),
        RECOVERY_TEST(not_now_keeps_it_as_it_is),
        RECOVERY_TEST(letting_it_go_takes_two_steps_and_leaves_nothing),
        RECOVERY_TEST(leaving_leaves_nothing_hidden_behind),
        RECOVERY_TEST(who_comes_second_reads_only),
        RECOVERY_TEST(another_computer_s_lock_is_asked_about),
        RECOVERY_TEST(a_file_with_two_names_is_told_of),
        RECOVERY_TEST(of_two_versions_the_person_chooses),
        RECOVERY_TEST(a_plan_that_is_gone_is_opened_from_its_copy),
        RECOVERY_TEST(the_lines_of_a_long_answer_come_back_in_plain_lines),
        RECOVERY_TEST(a_closed_window_keeps_what_was_typed),
    };
    return cmocka_run_group_tests_name("recovery", tests, NULL, NULL);
}
