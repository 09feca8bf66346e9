/*
 * Whole journeys by keys, on a real terminal: what a person does, what they see, where
 * the cursor is, and what is in the file afterwards.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source_file.h"
#include "terminal.h"
#include "test.h"

#define ROWS 24
#define COLS 80

struct journey {
    struct stage stage;
    struct terminal *t;
};

static int set_up(void **state)
{
    struct journey *j = calloc(1, sizeof *j);
    assert_non_null(j);
    stage_open(&j->stage);
    *state = j;
    return 0;
}

static int tear_down(void **state)
{
    struct journey *j = *state;
    terminal_end(j->t);
    stage_close(&j->stage);
    free(j);
    return 0;
}

/* Begin on the first screen. */
static void begin(struct journey *j, const char *const env[])
{
    j->t = terminal_start(&j->stage, NULL, env, ROWS, COLS);
}

/* Sam costs 12.00 an hour, and comes on Monday and Tuesday: 2 h, 24.00 a week. */
static const char small_plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                                 "\"plan\",\"\",\"format\",\"1\"\n"
                                 "\"plan\",\"\",\"form\",\"seven-questions\"\n"
                                 "\"plan\",\"\",\"changed\",\"2026-11-21\"\n"
                                 "\"plan\",\"\",\"last\",\"3\"\n"
                                 "\"about\",\"\",\"name\",\"Lee\"\n"
                                 "\"supporter\",\"s1\",\"name\",\"Sam\"\n"
                                 "\"supporter\",\"s1\",\"kind\",\"pa\"\n"
                                 "\"rate\",\"r2\",\"supporter\",\"s1\"\n"
                                 "\"rate\",\"r2\",\"price\",\"12.00\"\n"
                                 "\"rate\",\"r2\",\"unit\",\"hour\"\n"
                                 "\"time\",\"t3\",\"days\",\"Mon Tue\"\n"
                                 "\"time\",\"t3\",\"start\",\"09:00\"\n"
                                 "\"time\",\"t3\",\"end\",\"10:00\"\n"
                                 "\"time\",\"t3\",\"what\",\"wash\"\n"
                                 "\"time\",\"t3\",\"supporter\",\"s1\"\n"
                                 "\"end\",\"\",\"rows\",\"15\"\n";

static void open_small_plan(struct journey *j, const char *const env[])
{
    const char *const words[] = {"plan.csv", NULL};
    stage_write(&j->stage, "plan.csv", small_plan, sizeof small_plan - 1);
    j->t = terminal_start(&j->stage, words, env, ROWS, COLS);
    terminal_expect_cursor_at(j->t, "Before you begin");
}

/* Leave by the key, and see that the terminal is as it was before. */
static void leave(struct journey *j)
{
    terminal_key(j->t, "Ctrl-q");
    assert_int_equal(terminal_wait_end(j->t), 0);
    assert_false(terminal_has_other_screen(j->t));
    assert_true(terminal_cursor_visible(j->t));
    terminal_end(j->t);
    j->t = NULL;
}

static void expect_fact(struct journey *j, const char *file, const char *row)
{
    struct bytes b = stage_read(&j->stage, file);
    bool there = b.data && strstr(b.data, row);
    if (!there)
        fail_msg("%s has no %s:\n%s", file, row, b.data ? b.data : "(no file)");
    bytes_free(&b);
}

static void expect_file(struct journey *j, const char *file, const char *want, size_t len)
{
    struct bytes b = stage_read(&j->stage, file);
    bool same = b.data && b.len == len && memcmp(b.data, want, len) == 0;
    if (!same)
        fail_msg("%s is:\n%s", file, b.data ? b.data : "(no file)");
    bytes_free(&b);
}

/* The guide to what money may buy is read behind the first picture. What it finds is on the page
 * before any key: physiotherapy is a matter for the NHS (spending.csv). */
static void what_is_read_behind_the_first_picture_is_shown(void **state)
{
    struct journey *j = *state;
    const char *const words[] = {"plan.csv", NULL};
    const char *at = strstr(small_plan, "wash");
    char plan[1024];
    int len =
        snprintf(plan, sizeof plan, "%.*sphysio%s", (int)(at - small_plan), small_plan, at + 4);
    stage_write(&j->stage, "plan.csv", plan, (size_t)len);
    j->t = terminal_start(&j->stage, words, NULL, ROWS, COLS);
    terminal_wait(j->t, "My week: 1 thing to look at");
    leave(j);
}

/* Open a section of the task list by its first words. */
static void open_section(struct journey *j, const char *title)
{
    for (int i = 0; i < 9 && strncmp(terminal_row(j->t, 0), "My support plan", 15) != 0; i++)
        terminal_key(j->t, "Esc");
    terminal_key(j->t, "Home");
    for (int i = 0; i < 30 && strncmp(terminal_at_cursor(j->t), title, strlen(title)) != 0; i++)
        terminal_key(j->t, "Down");
    terminal_expect_cursor_at(j->t, title);
    terminal_key(j->t, "Enter");
}

/* Go down to a row and choose it. */
static void choose(struct journey *j, const char *row)
{
    for (int i = 0; i < 40 && strncmp(terminal_at_cursor(j->t), row, strlen(row)) != 0; i++)
        terminal_key(j->t, "Down");
    terminal_expect_cursor_at(j->t, row);
    terminal_key(j->t, "Enter");
}

/* Where plans lie in the folder, one is gone on with without a letter typed. */
static void a_plan_that_is_there_is_offered_to_go_on_with(void **state)
{
    static const char sealed[] = "age-encryption.org/v1\n-> scrypt abc 18\n";
    struct journey *j = *state;
    stage_write(&j->stage, "ann.csv", small_plan, sizeof small_plan - 1);
    stage_write(&j->stage, "bea.csv.age", sealed, sizeof sealed - 1);
    stage_write(&j->stage, "prices.csv", "what,price\n", 11);
    stage_write(&j->stage, ".hidden.csv", small_plan, sizeof small_plan - 1);
    begin(j, NULL);
    terminal_wait(j->t, "Go on with a plan");
    terminal_keys(j->t, "2 Enter");
    terminal_wait(j->t, "Or choose one that is there:");
    assert_true(terminal_shows(j->t, "bea.csv.age: locked"));
    assert_false(terminal_shows(j->t, "prices"));
    assert_false(terminal_shows(j->t, "hidden"));
    terminal_key(j->t, "Enter");
    terminal_wait(j->t, "or choose one below.");
    choose(j, "ann.csv");
    terminal_expect_cursor_at(j->t, "Before you begin");
    leave(j);
}

static void answer(struct journey *j, const char *text)
{
    terminal_type(j->t, text);
    terminal_key(j->t, "Enter");
}

/* The journey of a first afternoon */

static void make_a_plan(struct journey *j)
{
    begin(j, NULL);
    terminal_expect(j->t, "start");
    choose(j, "Start a new plan");
    terminal_expect(j->t, "forms");
    choose(j, "Seven questions");
    choose(j, "On this computer");
    answer(j, "");
    terminal_expect(j->t, "tasks");
    expect_fact(j, "my-plan.csv", "\"plan\",\"\",\"form\",\"seven-questions\"");
}

static void write_long_and_short_answers(struct journey *j)
{
    open_section(j, "What is important to me");
    terminal_type(j->t, "A good day starts slowly.\nTea first.");
    terminal_expect(j->t, "question");
    terminal_key(j->t, "F2");
    terminal_wait(j->t, "Question 2 of 4");
    open_section(j, "About me");
    answer(j, "Lee Marsh");
    terminal_wait(j->t, "Kept. My name: Lee Marsh.");
    terminal_keys(j->t, "Ctrl-n Ctrl-n Ctrl-n");
    choose(j, "Wales");
    terminal_wait(j->t, "Kept. Where I live: Wales.");
}

static void write_a_goal(struct journey *j)
{
    open_section(j, "What I want to change");
    terminal_keys(j->t, "F2 F2");
    choose(j, "Add a goal");
    terminal_type(j->t, "Go swimming");
    terminal_key(j->t, "F2");
    terminal_type(j->t, "In the water nothing hurts");
    terminal_key(j->t, "F2");
    answer(j, "1 June 2027");
    terminal_key(j->t, "F2");
    terminal_expect(j->t, "goal");
    choose(j, "Done");
    terminal_wait(j->t, "Go swimming");
}

static void add_a_supporter(struct journey *j)
{
    open_section(j, "Who supports me");
    choose(j, "Add a supporter");
    answer(j, "Sam");
    choose(j, "a personal assistant");
    answer(j, "no");
    choose(j, "No");
    choose(j, "No");
    answer(j, "01632 960 111");
    choose(j, "Add a price");
    answer(j, "13.50");
    choose(j, "an hour");
    choose(j, "every day");
    terminal_keys(j->t, "F2 F2 F2 F2 F2");
    choose(j, "Done");
    terminal_expect(j->t, "supporter");
    choose(j, "Done");
}

static void add_a_line(struct journey *j, const char *line)
{
    terminal_key(j->t, "a");
    terminal_type(j->t, line);
    terminal_key(j->t, "Enter");
    terminal_wait(j->t, "Enter keeps it.");
    terminal_key(j->t, "Enter");
}

/*
 * Mon to Fri 08:00 to 09:30, 1 h 30 m at 13.50 = 20.25, five times: 101.25 a week.
 * Sat 10:00 to 12:00, 2 h: 27.00. Wed 13:00 to 16:00, 3 h: 40.50.
 * 101.25 + 27.00 + 40.50 = 168.75. 7 h 30 m + 2 h + 3 h = 12 h 30 m.
 */
static void plan_the_week(struct journey *j)
{
    open_section(j, "My week");
    terminal_key(j->t, "a");
    terminal_type(j->t, "mon-fri 8-9.30 wash and dress, Sam");
    terminal_key(j->t, "Enter");
    terminal_expect(j->t, "week-echo");
    terminal_key(j->t, "Enter");
    terminal_wait(j->t, "101.25");
    add_a_line(j, "sat 10-12 shopping, Sam");
    add_a_line(j, "wed 13-16 swimming, Sam");
    terminal_wait(j->t, "168.75 pounds a week");
    terminal_wait(j->t, "12 h 30 m paid");
    terminal_expect(j->t, "week");
}

static void a_plan_is_made_left_and_opened_again(void **state)
{
    struct journey *j = *state;
    make_a_plan(j);
    write_long_and_short_answers(j);
    write_a_goal(j);
    add_a_supporter(j);
    plan_the_week(j);
    terminal_key(j->t, "F3");
    terminal_wait(j->t, "Saved in ");
    leave(j);
    struct bytes kept = stage_read(&j->stage, "my-plan.csv");
    assert_true(stage_matches("tests/screens/my-plan.csv", &kept));

    const char *const words[] = {"my-plan.csv", NULL};
    j->t = terminal_start(&j->stage, words, NULL, ROWS, COLS);
    terminal_expect(j->t, "tasks-again");
    open_section(j, "My week");
    terminal_wait(j->t, "168.75 pounds a week");
    leave(j);
    expect_file(j, "my-plan.csv", kept.data, kept.len);
    bytes_free(&kept);
}

static void looking_and_leaving_changes_no_byte(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    terminal_keys(j->t, "m Esc k Esc x Esc F1 Esc F4 Enter F3");
    leave(j);
    expect_file(j, "plan.csv", small_plan, sizeof small_plan - 1);
}

/* Undo, drafts, help */

static void a_deletion_is_undone(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "Who supports me");
    terminal_key(j->t, "Ctrl-p");
    terminal_expect_cursor_at(j->t, "Sam");
    terminal_key(j->t, "d");
    terminal_wait(j->t, "Removed Sam. Undo brings it back.");
    expect_fact(j, "plan.csv", "\"time\",\"t3\",\"supporter\",\"?\"");
    terminal_key(j->t, "u");
    terminal_wait(j->t, "Undone: delete \"Sam\".");
    terminal_expect_cursor_at(j->t, "Sam");
    leave(j);
    expect_file(j, "plan.csv", small_plan, sizeof small_plan - 1);
}

static void esc_keeps_what_was_typed_as_a_draft(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "My money");
    choose(j, "the final amount");
    answer(j, "about two hundred");
    terminal_expect(j->t, "not-an-amount");
    terminal_key(j->t, "Esc");
    terminal_wait(j->t, "What you typed is kept as a draft.");
    terminal_key(j->t, "Enter");
    terminal_key(j->t, "Ctrl-n");
    terminal_wait(j->t, "about two hundred");
    terminal_keys(j->t, "Esc q");
    choose(j, "Leave without it");
    assert_int_equal(terminal_wait_end(j->t), 0);
}

static void esc_in_a_line_being_added_keeps_a_draft(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "My week");
    terminal_key(j->t, "a");
    terminal_type(j->t, "fri 9-10 wash, Sam");
    terminal_key(j->t, "Esc");
    terminal_key(j->t, "a");
    terminal_wait(j->t, "fri 9-10 wash, Sam");
    terminal_keys(j->t, "Enter Enter");
    terminal_wait(j->t, "36.00 pounds a week");
    leave(j);
    expect_fact(j, "plan.csv", "\"time\",\"t4\",\"days\",\"Fri\"");
}

static void leaving_asks_about_what_was_typed_and_is_not_kept(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "My money");
    choose(j, "the final amount");
    terminal_type(j->t, "about two hundred");
    terminal_key(j->t, "Ctrl-q");
    terminal_expect(j->t, "leave-draft");
    choose(j, "Go back to it");
    terminal_wait(j->t, "How much is your personal budget?");
    terminal_wait(j->t, "about two hundred");
    terminal_keys(j->t, "Esc q");
    choose(j, "Leave without it");
    assert_int_equal(terminal_wait_end(j->t), 0);
    expect_fact(j, "plan.csv", "\"fund\",\"budget\",\"status\",\"final\"");
}

static void help_and_back_is_where_one_was(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "What is important to me");
    terminal_type(j->t, "My garden");
    struct bytes before = terminal_picture(j->t);
    terminal_key(j->t, "F1");
    terminal_wait(j->t, "What the checker looks for");
    terminal_key(j->t, "Esc");
    struct bytes after = terminal_picture(j->t);
    assert_string_equal(before.data, after.data);
    bytes_free(&before);
    bytes_free(&after);
    leave(j);
    expect_fact(j, "plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
}

/* Size */

static void leaving_from_help_keeps_what_was_typed(void **state)
{
    static const char *const keys[] = {"F1 Ctrl-q", "F4 Enter Ctrl-q", "Ctrl-q", "Esc q"};
    struct journey *j = *state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        open_small_plan(j, NULL);
        open_section(j, "What is important to me");
        terminal_type(j->t, "My garden");
        terminal_keys(j->t, keys[i]);
        assert_int_equal(terminal_wait_end(j->t), 0);
        terminal_end(j->t);
        j->t = NULL;
        expect_fact(j, "plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
    }
}

static void a_small_window_and_back_shows_the_same_page(void **state)
{
    static const char *const keys[] = {"", "m", "k", "x", "F1"};
    struct journey *j = *state;
    open_small_plan(j, NULL);
    for (size_t i = 0; i < COUNT(keys); i++) {
        terminal_keys(j->t, keys[i]);
        struct bytes before = terminal_picture(j->t);
        terminal_resize(j->t, 12, 40);
        terminal_resize(j->t, ROWS, COLS);
        struct bytes after = terminal_picture(j->t);
        if (strcmp(before.data, after.data) != 0)
            fail_msg("after \"%s\" and back:\n%s\nnow:\n%s", keys[i], before.data, after.data);
        bytes_free(&before);
        bytes_free(&after);
    }
    leave(j);
}

static void everything_can_be_reached_in_forty_columns_and_twelve_rows(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    terminal_resize(j->t, 12, 40);
    terminal_expect(j->t, "tasks-small");
    terminal_key(j->t, "End");
    terminal_expect_cursor_at(j->t, "More to do"); /* its key has no room here */
    terminal_key(j->t, "Enter");
    terminal_wait(j->t, "What meets each need");
    terminal_keys(j->t, "Esc Up");
    terminal_expect_cursor_at(j->t, "I have ten minutes");
    terminal_key(j->t, "Up");
    terminal_expect_cursor_at(j->t, "Check my plan");
    open_section(j, "My week");
    terminal_expect(j->t, "week-small");
    leave(j);
}

/* The cursor: on the first letter of the thing in hand, after every key */

static bool on_first_letter(const struct terminal *t)
{
    const char *row = terminal_row(t, terminal_cursor_row(t));
    int col = terminal_cursor_col(t);
    for (int i = 0; i < col; i++)
        if (!strchr(" 0123456789", row[i]))
            return false;
    return *terminal_at_cursor(t) != ' ' && *terminal_at_cursor(t) != '\0';
}

static void walk_down_and_up(struct journey *j, const char *page)
{
    for (int i = 0; i < 60; i++) {
        terminal_key(j->t, i < 30 ? "Down" : "Up");
        struct bytes b = terminal_picture(j->t);
        if (!on_first_letter(j->t) || !terminal_cursor_visible(j->t))
            fail_msg("on the page %s, after key %d:\n%s", page, i, b.data);
        bytes_free(&b);
    }
}

static void the_cursor_is_on_the_first_letter_of_what_is_in_hand(void **state)
{
    struct journey *j = *state;
    begin(j, NULL);
    walk_down_and_up(j, "start");
    choose(j, "Start a new plan");
    walk_down_and_up(j, "forms");
    terminal_key(j->t, "Esc");
    leave(j);
}

/* Every page, in a window of that size, from the first row to the last and back. */
static void walk_everywhere(struct journey *j)
{
    static const char *const pages[] = {"m", "k", "x", "F1"};
    walk_down_and_up(j, "tasks");
    for (size_t i = 0; i < COUNT(pages); i++) {
        terminal_key(j->t, pages[i]);
        walk_down_and_up(j, pages[i]);
        terminal_key(j->t, "Esc");
    }
    open_section(j, "Who supports me");
    walk_down_and_up(j, "supporters");
    terminal_keys(j->t, "Home Enter");
    walk_down_and_up(j, "a supporter");
    open_section(j, "Before you begin");
    walk_down_and_up(j, "checklist");
    open_section(j, "My money");
    walk_down_and_up(j, "a choice");
}

static void the_cursor_is_on_the_first_letter_in_windows_of_any_size(void **state)
{
    static const int sizes[][2] = {{ROWS, COLS}, {12, 40}, {50, 132}};
    struct journey *j = *state;
    open_small_plan(j, NULL);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        for (int n = 0; n < 9 && strncmp(terminal_row(j->t, 0), "My support plan", 15) != 0; n++)
            terminal_key(j->t, "Esc");
        terminal_resize(j->t, sizes[i][0], sizes[i][1]);
        walk_everywhere(j);
    }
    leave(j);
}

static void a_window_of_one_letter_is_survived(void **state)
{
    static const int sizes[][2] = {{1, 1}, {2, 200}, {200, 2}, {3, 10}, {1, 80}};
    struct journey *j = *state;
    open_small_plan(j, NULL);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        terminal_resize(j->t, sizes[i][0], sizes[i][1]);
        terminal_keys(j->t, "Down Enter Tab F1 Esc Esc m Down Esc");
    }
    terminal_resize(j->t, ROWS, COLS);
    terminal_wait(j->t, "My support plan");
    leave(j);
}

/* The week as a grid: Sam 12.00 an hour, Monday and Tuesday 09:00 to 10:00, 24.00 a week. */
/* On a slow line the week is a list, and the reason is told; a key brings the grid. */
static void on_a_slow_line_the_week_is_a_list_until_asked_otherwise(void **state)
{
    static const struct {
        speed_t speed;
        bool list;
    } cases[] = {{B1200, true}, {B2400, true}, {B4800, false}};
    static const char *const words[] = {"plan.csv", NULL};
    static const char told[] = "line is slow", hours[] = "00       03       06       09";
    struct journey *j = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        stage_write(&j->stage, "plan.csv", small_plan, sizeof small_plan - 1);
        j->t = terminal_start_on_line(&j->stage, words, NULL, ROWS, COLS, cases[i].speed);
        terminal_expect_cursor_at(j->t, "Before you begin");
        assert_int_equal(terminal_shows(j->t, told), cases[i].list);
        open_section(j, "My week");
        assert_int_equal(terminal_shows(j->t, hours), !cases[i].list);
        terminal_key(j->t, "l");
        assert_int_equal(terminal_shows(j->t, hours), cases[i].list);
        leave(j);
        terminal_end(j->t);
        j->t = NULL;
    }
}

static void the_week_is_changed_by_single_keys(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "My week");
    terminal_expect_cursor_at(j->t, "Mon");
    terminal_key(j->t, "Right");
    terminal_expect_cursor_at(j->t, "w");
    terminal_wait(j->t, "Mon 09:00 to 10:00. wash, with Sam.");
    terminal_wait(j->t, "Also Tuesday.");
    /* 15 minutes more on both days: 2 h 30 m x 12.00 = 30.00. */
    terminal_key(j->t, "+");
    terminal_wait(j->t, "30.00 pounds a week");
    terminal_key(j->t, "-");
    terminal_wait(j->t, "24.00 pounds a week");
    terminal_key(j->t, "v");
    answer(j, "13:00");
    terminal_wait(j->t, "13:00 to 14:00");
    terminal_key(j->t, "c");
    answer(j, "wed-fri");
    terminal_wait(j->t, "60.00 pounds a week");
    terminal_expect(j->t, "week-copied");
    terminal_keys(j->t, "u u");
    terminal_wait(j->t, "24.00 pounds a week");
    /* Ros at the same time, unpaid: an overlap, which o finds. */
    terminal_key(j->t, "a");
    answer(j, "tue 9.30-11 tea, Ros, unpaid");
    terminal_key(j->t, "Enter");
    terminal_keys(j->t, "Home o");
    terminal_wait(j->t, "Overlap 1 of 1");
    terminal_expect(j->t, "week-overlap");
    terminal_key(j->t, "g");
    terminal_wait(j->t, "Nobody is there");
    terminal_key(j->t, "l");
    terminal_expect(j->t, "week-list");
    leave(j);
}

/* What one key writes, most bytes at most. */
static void expect_few_bytes(struct journey *j, const char *key, size_t most)
{
    size_t before = terminal_bytes(j->t)->len;
    terminal_key(j->t, key);
    size_t sent = terminal_bytes(j->t)->len - before;
    if (sent > most)
        fail_msg("%s writes %zu bytes: %.*s", key, sent, (int)sent,
                 terminal_bytes(j->t)->data + before);
}

/* The large example: in the grid each move tells another line in full; in the list, while it need
 * not scroll, a move is little more than the cursor. */
static void a_move_about_the_week_writes_little(void **state)
{
    struct journey *j = *state;
    static const char *const keys[] = {"Right", "End", "Left", "Home", "Down", "Up"};
    const char *const words[] = {"plan.csv", NULL};
    size_t len;
    char *plan = source_file("forms/examples/large.csv", &len);
    stage_write(&j->stage, "plan.csv", plan, len);
    j->t = terminal_start(&j->stage, words, NULL, ROWS, COLS);
    open_section(j, "My week");
    for (int day = 0; day < 6; day++) {
        for (size_t k = 0; k < COUNT(keys); k++)
            expect_few_bytes(j, keys[k], 200);
        expect_few_bytes(j, "Down", 200);
    }
    terminal_key(j->t, "l");
    terminal_key(j->t, "Home");
    for (int row = 0; row < 20; row++)
        expect_few_bytes(j, row < 10 ? "Down" : "Up", 70);
    free(plan);
    leave(j);
}

static void the_cursor_is_where_the_next_letter_goes(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "What is important to me");
    int row = terminal_cursor_row(j->t);
    /* Letters of one column, of two, and one that stands above the letter before it. */
    terminal_type(j->t, "caf\xc3\xa9 ");
    assert_int_equal(terminal_cursor_col(j->t), 5);
    terminal_type(j->t, "\xe6\x97\xa5");
    assert_int_equal(terminal_cursor_col(j->t), 7);
    terminal_type(j->t, "e\xcc\x81");
    assert_int_equal(terminal_cursor_col(j->t), 8);
    terminal_keys(j->t, "Left Left");
    assert_int_equal(terminal_cursor_col(j->t), 5);
    terminal_key(j->t, "Backspace");
    assert_int_equal(terminal_cursor_col(j->t), 4);
    assert_int_equal(terminal_cursor_row(j->t), row);
    leave(j);
    /* a letter and its accent are kept as the one character that they are (NFC) */
    expect_fact(j, "plan.csv", "\"caf\xc3\xa9\xe6\x97\xa5\xc3\xa9\"");
}

/* Text arrives byte for byte: quotes, a pound sign, an emoji of two characters, blanks. */
#define HARD_TEXT                                                                                  \
    "It's \"mine\": \xc2\xa3"                                                                      \
    "5, 100%, caf\xc3\xa9\n"                                                                       \
    "  \xf0\x9f\x91\xa9\xf0\x9f\x8f\xbd and \xf0\x9f\x8e\xb6, a;b\\c\n"                            \
    "\n"                                                                                           \
    "=1+1"

static void expect_hard_text(struct journey *j, const char *name)
{
    struct bytes row = {0};
    bytes_add(&row, "\"answer\",\"", 10);
    bytes_add(&row, name, strlen(name));
    bytes_add(&row, "\",\"text\",\"", 10);
    for (const char *at = HARD_TEXT; *at; at++) {
        bytes_add(&row, at, 1);
        if (*at == '"')
            bytes_add(&row, at, 1);
    }
    bytes_add(&row, "\"\n", 2);
    expect_fact(j, "plan.csv", row.data);
    bytes_free(&row);
}

static void an_answer_of_several_lines_arrives_byte_for_byte(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "What is important to me");
    terminal_type(j->t, HARD_TEXT);
    terminal_key(j->t, "F2");
    terminal_paste(j->t, HARD_TEXT);
    terminal_key(j->t, "F2");
    leave(j);
    expect_hard_text(j, "important");
    expect_hard_text(j, "good-day");
}

/* Other terminals */

static void without_colour_the_words_are_the_same(void **state)
{
    static const char *const plain[] = {"NO_COLOR=1", NULL};
    struct journey *j = *state;
    open_small_plan(j, NULL);
    terminal_keys(j->t, "k");
    struct bytes with = terminal_picture(j->t);
    leave(j);
    open_small_plan(j, plain);
    terminal_keys(j->t, "k");
    struct bytes without = terminal_picture(j->t);
    assert_string_equal(with.data, without.data);
    const char *sent = terminal_bytes(j->t)->data;
    for (int c = 0; c < 8; c++) {
        char set[16];
        snprintf(set, sizeof set, "\x1b[3%dm", c);
        if (strstr(sent, set))
            fail_msg("colour %d was sent, though NO_COLOR is set", c);
    }
    bytes_free(&with);
    bytes_free(&without);
    leave(j);
}

static void every_terminal_shows_the_same(void **state)
{
    static const char *const terminals[] = {"TERM=vt100", "TERM=linux", "TERM=xterm", "TERM=screen",
                                            "TERM=tmux-256color"};
    struct journey *j = *state;
    for (size_t i = 0; i < COUNT(terminals); i++) {
        const char *const env[] = {terminals[i], NULL};
        open_small_plan(j, env);
        terminal_expect(j->t, "tasks-of-a-plan");
        terminal_key(j->t, "Down");
        terminal_expect_cursor_at(j->t, "About me");
        terminal_key(j->t, "Up");
        terminal_expect(j->t, "tasks-of-a-plan");
        leave(j);
    }
}

static void without_utf8_no_byte_is_above_127(void **state)
{
    static const char *const envs[][3] = {{"LC_ALL=C", "TERM=vt100", NULL},
                                          {"LC_ALL=C", "TERM=linux", NULL},
                                          {"LC_ALL=POSIX", "TERM=xterm-256color", NULL}};
    struct journey *j = *state;
    for (size_t i = 0; i < COUNT(envs); i++) {
        open_small_plan(j, envs[i]);
        open_section(j, "About me");
        terminal_paste(j->t, "Zo\xc3\xab \xe2\x80\x9cZ\xe2\x80\x9d \xc2\xa3");
        terminal_keys(j->t, "Enter Esc m Esc");
        open_section(j, "My week");
        const struct bytes *sent = terminal_bytes(j->t);
        for (size_t b = 0; b < sent->len; b++)
            if ((unsigned char)sent->data[b] > 127)
                fail_msg("%s: byte %zu is %02x", envs[i][1], b, (unsigned char)sent->data[b]);
        leave(j);
    }
}

static void nothing_is_asked_of_the_terminal(void **state)
{
    static const char *const questions[] = {"\x1b[c",  "\x1b[0c", "\x1b[>c",  "\x1b[5n",
                                            "\x1b[6n", "\x1bZ",   "\x1b[?6n", "\x1b]"};
    struct journey *j = *state;
    open_small_plan(j, NULL);
    terminal_keys(j->t, "Down Enter F1 Esc Esc m Esc Ctrl-l");
    terminal_resize(j->t, 30, 100);
    for (size_t i = 0; i < COUNT(questions); i++)
        if (strstr(terminal_bytes(j->t)->data, questions[i]))
            fail_msg("question %zu was sent", i);
    leave(j);
}

static void a_key_that_moves_sends_little(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    size_t before = terminal_bytes(j->t)->len;
    terminal_key(j->t, "Down");
    assert_true(terminal_bytes(j->t)->len - before < 200);
    terminal_key(j->t, "Ctrl-l");
    assert_true(terminal_bytes(j->t)->len - before > 500);
    leave(j);
}

/* The end comes from outside */

static void sigterm_saves_and_gives_the_terminal_back(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    struct journey *j = *state;
    for (size_t i = 0; i < COUNT(signals); i++) {
        open_small_plan(j, NULL);
        open_section(j, "What is important to me");
        terminal_type(j->t, "My garden");
        terminal_signal(j->t, signals[i]);
        int status = terminal_wait_end(j->t); /* as the shell tells of an end by a signal */
        if (status != 128 + signals[i])
            fail_msg("signal %d: exit status %d", signals[i], status);
        assert_false(terminal_has_other_screen(j->t));
        assert_true(terminal_cursor_visible(j->t));
        expect_fact(j, "plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
        terminal_end(j->t);
        j->t = NULL;
    }
}

static void a_window_that_is_closed_saves(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "What is important to me");
    terminal_type(j->t, "My garden");
    terminal_close(j->t);
    assert_int_equal(terminal_wait_end(j->t), 128 + SIGHUP);
    expect_fact(j, "plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
}

/* A plan that can't be saved any more: a folder stands where its file was. */
static void spoil_the_save(struct journey *j)
{
    const char *path = stage_path(&j->stage, "plan.csv");
    open_small_plan(j, NULL);
    open_section(j, "What is important to me");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    terminal_type(j->t, "My garden");
    terminal_keys(j->t, "Esc");
    terminal_wait(j->t, "Not saved.");
}

static void a_closed_window_ends_it_though_nothing_can_be_saved(void **state)
{
    struct journey *j = *state;
    spoil_the_save(j);
    terminal_close(j->t);
    assert_int_equal(terminal_wait_end(j->t), 3);
}

static void leaving_asks_where_to_keep_what_could_not_be_saved(void **state)
{
    struct journey *j = *state;
    spoil_the_save(j);
    terminal_keys(j->t, "q");
    terminal_wait(j->t, "Your last changes could not be saved.");
    choose(j, "Keep it, and choose where");
    choose(j, "On this computer");
    terminal_keys(j->t, "Enter");
    assert_int_equal(terminal_wait_end(j->t), 0);
    expect_fact(j, "my-plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
}

static void two_windows_on_one_plan_lose_nobodys_words(void **state)
{
    static const char *const words[] = {"plan.csv", NULL};
    struct journey *j = *state, other = {0};
    open_small_plan(j, NULL);
    /* On a folder of another computer a lock may not be seen; where it is, the second reads only.
     */
    assert_int_equal(unlink(stage_path(&j->stage, ".plan.csv.lock")), 0);
    other.t = terminal_start(&j->stage, words, NULL, ROWS, COLS);
    open_section(j, "About me");
    answer(j, "A plan for a good year");
    open_section(&other, "What is important to me");
    terminal_type(other.t, "My garden");
    terminal_key(other.t, "F2");
    terminal_wait(other.t, "Not saved. Another program has changed this file.");
    expect_fact(j, "plan.csv", "\"plan\",\"\",\"title\",\"A plan for a good year\"");
    terminal_keys(other.t, "Ctrl-q");
    choose(&other, "Keep it, and choose where");
    choose(&other, "On this computer");
    terminal_key(other.t, "Enter");
    assert_int_equal(terminal_wait_end(other.t), 0);
    terminal_end(other.t);
    leave(j);
    expect_fact(j, "my-plan.csv", "\"answer\",\"important\",\"text\",\"My garden\"");
    expect_fact(j, "plan.csv", "\"plan\",\"\",\"title\",\"A plan for a good year\"");
}

static void it_goes_on_in_plain_lines_and_back(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    open_section(j, "About me");
    terminal_keys(j->t, "Esc x");
    choose(j, "Go on with plain questions");
    terminal_wait(j->t, "Which section?");
    assert_false(terminal_has_other_screen(j->t));
    terminal_type(j->t, "2\nprevious\nLee Marsh\nscreen\n");
    assert_true(terminal_has_other_screen(j->t));
    terminal_wait(j->t, "What do you want to call this plan?");
    leave(j);
    expect_fact(j, "plan.csv", "\"about\",\"\",\"name\",\"Lee Marsh\"");
}

static void the_screen_can_be_hidden(void **state)
{
    struct journey *j = *state;
    open_small_plan(j, NULL);
    terminal_key(j->t, "F4");
    assert_false(terminal_shows(j->t, "plan"));
    assert_false(terminal_shows(j->t, "24.00"));
    terminal_expect(j->t, "hidden");
    terminal_keys(j->t, "a m q");
    terminal_expect(j->t, "hidden");
    terminal_key(j->t, "Enter");
    terminal_expect(j->t, "tasks-of-a-plan");
    leave(j);
}

/* Put a file of the tree's forms into the stage's folder, which stands for that of the forms. */
static void put_form(struct journey *j, const char *file, const char *name)
{
    static char bytes[1 << 18];
    char path[64];
    snprintf(path, sizeof path, "forms/%s", file);
    FILE *in = fopen(stage_source(path), "rb");
    assert_non_null(in);
    size_t len = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    stage_write(&j->stage, name, bytes, len);
}

/* The task list is painted before the form's words are read: a fault in them comes to light then.
 */
static void open_plan_of_a_form_with_a_fault(struct journey *j)
{
    static const char plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                               "\"plan\",\"\",\"format\",\"1\"\n"
                               "\"plan\",\"\",\"form\",\"ours\"\n"
                               "\"end\",\"\",\"rows\",\"2\"\n";
    static const char form[] = "title: Ours\ngroups:\n- title: All\n  sections:\n"
                               "  - name: first\n    title: Our own\n    pages:\n"
                               "    - answer: important\n      text: \"What matters?\n";
    const char *const words[] = {"plan.csv", NULL};
    char forms[300];
    snprintf(forms, sizeof forms, "SUPPORTPLAN_FORMS=%s", j->stage.folder);
    const char *const env[] = {forms, NULL};
    put_form(j, "words.yaml", "words.yaml");
    stage_write(&j->stage, "ours.yaml", form, sizeof form - 1);
    stage_write(&j->stage, "plan.csv", plan, sizeof plan - 1);
    j->t = terminal_start(&j->stage, words, env, ROWS, COLS);
}

static void a_form_with_a_fault_in_its_words_gives_way_to_the_usual_one(void **state)
{
    struct journey *j = *state;
    put_form(j, "seven-questions.yaml", "seven-questions.yaml");
    open_plan_of_a_form_with_a_fault(j);
    terminal_wait(j->t, "The form \"ours\" is not on this computer.");
    terminal_wait(j->t, "Before you begin");
    leave(j);
}

static void where_no_form_can_be_read_that_is_told_once(void **state)
{
    struct journey *j = *state;
    open_plan_of_a_form_with_a_fault(j);
    terminal_wait(j->t, "There is no form of that name.");
    leave(j);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define JOURNEY(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        JOURNEY(a_plan_is_made_left_and_opened_again),
        JOURNEY(looking_and_leaving_changes_no_byte),
        JOURNEY(a_deletion_is_undone),
        JOURNEY(esc_keeps_what_was_typed_as_a_draft),
        JOURNEY(esc_in_a_line_being_added_keeps_a_draft),
        JOURNEY(leaving_asks_about_what_was_typed_and_is_not_kept),
        JOURNEY(help_and_back_is_where_one_was),
        JOURNEY(leaving_from_help_keeps_what_was_typed),
        JOURNEY(a_small_window_and_back_shows_the_same_page),
        JOURNEY(what_is_read_behind_the_first_picture_is_shown),
        JOURNEY(a_plan_that_is_there_is_offered_to_go_on_with),
        JOURNEY(everything_can_be_reached_in_forty_columns_and_twelve_rows),
        JOURNEY(the_cursor_is_on_the_first_letter_of_what_is_in_hand),
        JOURNEY(the_cursor_is_on_the_first_letter_in_windows_of_any_size),
        JOURNEY(a_window_of_one_letter_is_survived),
        JOURNEY(on_a_slow_line_the_week_is_a_list_until_asked_otherwise),
        JOURNEY(the_week_is_changed_by_single_keys),
        JOURNEY(a_move_about_the_week_writes_little),
        JOURNEY(the_cursor_is_where_the_next_letter_goes),
        JOURNEY(an_answer_of_several_lines_arrives_byte_for_byte),
        JOURNEY(without_colour_the_words_are_the_same),
        JOURNEY(every_terminal_shows_the_same),
        JOURNEY(without_utf8_no_byte_is_above_127),
        JOURNEY(nothing_is_asked_of_the_terminal),
        JOURNEY(a_key_that_moves_sends_little),
        JOURNEY(sigterm_saves_and_gives_the_terminal_back),
        JOURNEY(a_window_that_is_closed_saves),
        JOURNEY(a_closed_window_ends_it_though_nothing_can_be_saved),
        JOURNEY(leaving_asks_where_to_keep_what_could_not_be_saved),
        JOURNEY(two_windows_on_one_plan_lose_nobodys_words),
        JOURNEY(it_goes_on_in_plain_lines_and_back),
        JOURNEY(a_form_with_a_fault_in_its_words_gives_way_to_the_usual_one),
        JOURNEY(where_no_form_can_be_read_that_is_told_once),
        JOURNEY(the_screen_can_be_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
