/* A page as lines for speech and braille. */
#include "test.h"

#include <locale.h>

#include "pictures.h"
#include "supportplan/hints.h"

static int begin(void **state)
{
    static struct sitting s;
    s = pictures_begin(MODE_READER);
    *state = &s;
    return 0;
}

static int end(void **state)
{
    sitting_end(*state);
    return 0;
}

/* Go to the page of a command, from the task list. */
static void go(struct sitting *s, enum command cmd)
{
    sitting_command(s, CMD_TASKS);
    sitting_command(s, cmd);
}

/* SCREENS: one group at a time, nothing before a line but its number, the cursor in front. */
static void the_task_list_is_a_group_at_a_time(void **state)
{
    struct sitting *s = *state;
    s->w->settings.hints = HINTS_NEVER;
    hints_arrive(s->w);
    sitting_command(s, CMD_DOWN);
    sitting_command(s, CMD_DOWN);
    pictures_expect(s, 24, 80,
                    "My support plan. 1 of 14 sections done.\n"
                    "My life, group 2 of 5.\n"
                    "3 What is important: not started\n"
                    "^\n"
                    "4 Change or keep: not started\n"
                    "5 What I need: not started\n");
}

static const enum command pages[] = {CMD_TASKS, CMD_MONEY, CMD_CHECK, CMD_WEEK, CMD_MENU,
                                     CMD_KEYS,  CMD_HELP,  CMD_FORM,  CMD_KEEP, CMD_ROWS};

/* Rule 9: nothing wider than a braille line, at any size. */
static void no_line_is_wider_than_a_braille_line(void **state)
{
    struct sitting *s = *state;
    for (size_t i = 0; i < COUNT(pages); i++) {
        go(s, pages[i]);
        char *got = pictures_show(s, 50, 132, false);
        for (char *line = strtok(got, "\n"); line; line = strtok(NULL, "\n"))
            if (text_width(line, strlen(line)) > 40)
                fail_msg("%s: \"%s\"", command_info(pages[i])->word, line);
        free(got);
    }
}

/* Rule 3. A page turns over when the focus leaves it, so the picture changes seldom. */
static void moving_within_a_screenful_changes_no_cell(void **state)
{
    struct sitting *s = *state;
    go(s, CMD_MONEY);
    char *before = pictures_show(s, 24, 80, false);
    sitting_command(s, CMD_DOWN);
    char *after = pictures_show(s, 24, 80, false);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

/* SCREENS: each figure is a line. 275.00 - 270.47 = 4.53; a year of 52 weeks: 235.82 or, of rounded
 * yearly lines, 14,300.00 - 14,064.18 (the line's 270.465 x 52 = 14,064.18). */
static void each_figure_is_a_line_of_words(void **state)
{
    struct sitting *s = *state;
    static const char *const lines[] = {"\nLeft: 4.53 a week\n", "\nLeft: 235.82 a year\n",
                                        "\nSupport in my week: 270.47 a week\n"};
    go(s, CMD_MONEY);
    char *got = pictures_show(s, 50, 80, false);
    for (size_t i = 0; i < COUNT(lines); i++)
        if (!strstr(got, lines[i]))
            fail_msg("%s is not in\n%s", lines[i], got);
    free(got);
}

/* Rule 11: the label stands on the line where the answer is typed. */
static void the_label_is_on_the_line_of_the_answer(void **state)
{
    struct sitting *s = *state;
    sitting_command(s, CMD_TASKS);
    wizard_focus(s->w, sitting_row(s, "About me"));
    sitting_command(s, CMD_OPEN);
    sitting_type(s, "Ann Example");
    char *line = pictures_cursor_line(s, 24, 80);
    assert_non_null(strstr(line, ": Ann Example"));
    free(line);
}

/* A braille line has 40 cells, and the cursor is on one of them however long a line was typed:
 * "What is important: " is followed by as many letters as there are. */
static void the_cursor_stays_on_the_braille_line_while_typing(void **state)
{
    struct sitting *s = *state;
    sitting_go_field(s, F_ANSWER_TEXT, "good-day");
    for (int i = 0; i < 90; i++) {
        struct canvas canvas;
        assert_int_equal(canvas_init(&canvas, 24, 80), ST_OK);
        s->w->seen = paint_wizard(s->w, CHARSET_UTF8, &canvas);
        if (canvas.cursor_col >= 40)
            fail_msg("after %d letters the cursor is on column %d", i, canvas.cursor_col);
        canvas_free(&canvas);
        sitting_type(s, "x");
    }
}

/* Rules 5 and 6: what was said stays while one moves about, and goes with the page. */
static void what_was_said_stays_until_the_page_does(void **state)
{
    struct sitting *s = *state;
    sitting_command(s, CMD_SAVE);
    sitting_command(s, CMD_DOWN);
    char *got = pictures_show(s, 24, 80, false);
    assert_non_null(strstr(got, "Saved in"));
    free(got);
    sitting_command(s, CMD_MONEY);
    got = pictures_show(s, 24, 80, false);
    assert_null(strstr(got, "Saved in"));
    free(got);
}

/* A row of its own at the end of the task list, and the line of the cursor there. */
static void expect_named(struct sitting *s, const char *name, const char *state, const char *want)
{
    struct page *page = &s->w->page;
    struct row *row = page_item(page, name, 1);
    page_say(page, &row->state, state);
    wizard_focus(s->w, page->count - 1);
    char *line = pictures_cursor_line(s, 24, 80);
    if (strcmp(line, want) != 0)
        fail_msg("%s, %s: \"%s\", not \"%s\"", name, state, line, want);
    free(line);
}

/* The state is heard with the name however long that is, and no name is cut where it means less. */
static void a_long_name_is_cut_before_its_state(void **state)
{
    static const struct {
        const char *name, *state, *line;
    } cases[] = {
        {"I have a copy of my assessment or my questionnaire", "not yet",
         "I have a copy of my assessment: not yet"},
        {"The amount that I have been told", "I have it", "The amount: I have it"},
        {"Washing, dressing and breakfast", "3 things meet it",
         "Washing, dressing: 3 things meet it"},
        {"What may go wrong", "I fall in the bathroom", "What may go wrong: I fall in the"},
        {"No needs are listed. Your assessment says which they are.", "no reason yet",
         "No needs are listed. no reason yet"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_named(*state, cases[i].name, cases[i].state, cases[i].line);
}

/* 573.30 x 52 / 12 and so on do not matter here: only how the words stand. */
static void a_figure_keeps_a_name_that_says_it(void **state)
{
    static const struct {
        const char *name, *lines;
    } cases[] = {
        {"Support in my week", "\nSupport in my week: 573.30 a week\n"
                               "Support: 2,293.20 every 4 weeks\n"
                               "Support in my week: 29,811.60 a year\n"},
        {"More than the budget", "\nMore than the budget: 573.30 a week\n"
                                 "More than the budget:\n2,293.20 every 4 weeks\n"
                                 "More than the budget: 29,811.60 a year\n"},
        {"Put aside for when things go wrong", "\nPut aside: 573.30 a week\n"
                                               "for when things go wrong\n"
                                               "Put aside: 2,293.20 every 4 weeks\n"
                                               "Put aside: 29,811.60 a year\n"},
    };
    struct sitting *s = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct row *row = page_add(&s->w->page, ROW_FIGURE, cases[i].name);
        row->known = true;
        row->columns = (struct columns){.week = 57330, .four_weeks = 229320, .year = 2981160};
        wizard_focus(s->w, s->w->page.count - 1);
        char *got = pictures_show(s, 24, 80, false);
        if (!strstr(got, cases[i].lines))
            fail_msg("there is no%s in\n%s", cases[i].lines, got);
        free(got);
    }
}

/* 39 columns, so that a window of 40 shows them on one row: a day and its times have 15. What goes,
 * in this order: how long, that it is overnight, the end of who it is with, the end of what it is;
 * and who, where 8 columns are not left for what. */
static void a_line_of_the_week_is_one_line_of_the_screen(void **state)
{
    static const struct {
        const char *start, *end, *what, *who, *line;
    } cases[] = {
        {"10:00", "12:00", "Shopping", "Sam", "Mon 10:00-12:00 Shopping 2 h: Sam"},
        {"10:00", "12:30", "Shopping", "Sunrise", "Mon 10:00-12:30 Shopping: Sunrise"},
        {"22:00", "07:00", "Sleeps", "Jo", "Mon 22:00-07:00 Sleeps: overnight, Jo"},
        {"22:00", "07:00", "Sleep-over", "Anne", "Mon 22:00-07:00 Sleep-over: Anne"},
        {"08:00", "09:30", "Wash, dress", "Sunrise Care", "Mon 08:00-09:30 Wash, dress: Sunrise"},
        {"08:00", "09:30", "Wash, dress, breakfast", "Sunrise Care",
         "Mon 08:00-09:30 Wash, dress: Sunrise"},
        {"08:00", "09:30", "Physiotherapy at the pool in the town", "Bartholomew-Fortescue",
         "Mon 08:00-09:30 Physiotherapy"},
        {"08:00", "09:00", "wash and dress", "Bluebird Care", "Mon 08:00-09:00 wash: Bluebird"},
        {"08:00", "", "Call", "Sam", "Mon 08:00-? Call: Sam"},
    };
    struct sitting *s = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plan *plan = s->w->plan;
        assert_int_equal(plan_set(plan, F_TIME_START, "t1", cases[i].start, PLAN_LAST, NULL),
                         ST_OK);
        assert_int_equal(plan_set(plan, F_TIME_END, "t1", cases[i].end, PLAN_LAST, NULL), ST_OK);
        assert_int_equal(plan_set(plan, F_TIME_WHAT, "t1", cases[i].what, PLAN_LAST, NULL), ST_OK);
        assert_int_equal(plan_set(plan, F_SUPPORTER_NAME, "s1", cases[i].who, PLAN_LAST, NULL),
                         ST_OK);
        go(s, CMD_WEEK);
        sitting_command(s, CMD_DOWN);
        for (int small = 0; small < 2; small++) {
            char *line = pictures_cursor_line(s, small ? 12 : 24, small ? 40 : 80);
            if (strcmp(line, cases[i].line) != 0)
                fail_msg("%s, %s: \"%s\"", cases[i].what, cases[i].who, line);
            free(line);
        }
    }
}

/* Rule 12: the keys are said last, the first time that a page of a kind is come to. */
static void the_keys_are_said_the_first_time(void **state)
{
    struct sitting *s = *state;
    char *first = pictures_show(s, 24, 80, false);
    go(s, CMD_WEEK);
    char *other = pictures_show(s, 24, 80, false);
    go(s, CMD_TASKS);
    char *again = pictures_show(s, 24, 80, false);
    assert_non_null(strstr(first, "q leave."));
    assert_non_null(strstr(other, "Esc back."));
    assert_null(strstr(again, "q leave."));
    free(first);
    free(other);
    free(again);
}

/* In the smallest window as many as one row holds, help and the way out always among them; in a
 * smaller one the way to plain questions, too. */
static void the_keys_are_said_in_a_small_window_too(void **state)
{
    static const struct {
        int rows, cols;
        const char *keys;
    } cases[] = {{12, 40, "\nEnter open, F1 help, F3 save, q leave.\n"},
                 {11, 40, "\nF1 help, F3 save, F5 plain questions.\n"},
                 {12, 32, "\nF1 help, F5 plain questions.\n"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *got = pictures_show(*state, cases[i].rows, cases[i].cols, false);
        if (!strstr(got, cases[i].keys))
            fail_msg("%d x %d:\n%s", cases[i].rows, cases[i].cols, got);
        free(got);
    }
}

/* 12 rows have no room for what was done, the page, and the whole total. */
static void the_total_is_said_whole_in_a_small_window(void **state)
{
    struct sitting *s = *state;
    wizard_say(
        s->w, "%s",
        "Kept: Monday, 09:00 to 11:00, 2 h. tea, with Sam. 13.87 an hour: 27.74 a week. My "
        "budget pays. Now the plan is over the budget. The money page says what would help.");
    s->w->recounted = true;
    char *got = pictures_show(s, 12, 40, false);
    if (!strstr(got, "\n270.47 of 275.00 a week, 4.53 left.\n") || strstr(got, "..."))
        fail_msg("the total is cut:\n%s", got);
    free(got);
}

/* What is left looks like more than it is: 275.00, with 19 h 30 m in the week. */
static void what_is_left_is_told_with_what_has_no_price(void **state)
{
    struct sitting *s = *state;
    wizard_begin(s->w, "change");
    assert_int_equal(wizard_set(s->w, F_RATE_PRICE, "r1", "?"), ST_OK);
    wizard_end(s->w);
    go(s, CMD_MONEY);
    char *got = pictures_show(s, 50, 80, false);
    if (!strstr(got, "Left: 275.00 a week\n") ||
        !strstr(got, "\n1 line has no price yet. What has no\nprice is not counted here.\n"))
        fail_msg("%s", got);
    free(got);
}

/* The help of the week has a paragraph that is longer than the screen: it begins below its heading.
 */
static void a_heading_is_no_screenful_of_its_own(void **state)
{
    static const char heading[] = "\nHow it works\n";
    struct sitting *s = *state;
    bool found = false;
    go(s, CMD_WEEK);
    sitting_command(s, CMD_HELP);
    for (int i = 0; i < 9 && !found; i++) {
        char *got = pictures_show(s, 12, 40, false);
        const char *head = strstr(got, heading);
        if (head && head[sizeof heading - 1] == '\n')
            fail_msg("%s", got);
        found = head != NULL;
        free(got);
        sitting_command(s, CMD_PAGE_DOWN);
    }
    assert_true(found);
}

static void expect_more(struct sitting *s, bool more, const char *words)
{
    char *got = pictures_show(s, 12, 40, false);
    bool told = strstr(got, "\nMore below: press Down.\n") != NULL;
    if (told != more || !strstr(got, words))
        fail_msg("\"%s\":\n%s", words, got);
    free(got);
}

/* Who hears the lines can't see that a list goes on, nor that blank rows are not its end. */
static void what_is_below_is_told(void **state)
{
    struct sitting *s = *state;
    go(s, CMD_MENU);
    expect_more(s, true, "\nWhat meets each need\n");
    sitting_command(s, CMD_END);
    expect_more(s, false, "\nGo on with plain questions\n");
    sitting_go_field(s, F_MONEY_SEPARATE_ACCOUNT, "");
    wizard_say(s->w, "%s", "Fill it in under how the money is managed. Not sure yet is an answer.");
    expect_more(s, true, "\nyes\nnot yet\n");
}

/* The number of the group says that there are others. */
static void a_group_says_nothing_of_what_is_below(void **state)
{
    expect_more(*state, false, "group 1 of 5");
}

#define PICTURE(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        PICTURE(the_task_list_is_a_group_at_a_time),
        PICTURE(no_line_is_wider_than_a_braille_line),
        PICTURE(moving_within_a_screenful_changes_no_cell),
        PICTURE(each_figure_is_a_line_of_words),
        PICTURE(the_label_is_on_the_line_of_the_answer),
        PICTURE(the_cursor_stays_on_the_braille_line_while_typing),
        PICTURE(what_was_said_stays_until_the_page_does),
        PICTURE(a_long_name_is_cut_before_its_state),
        PICTURE(a_figure_keeps_a_name_that_says_it),
        PICTURE(what_is_left_is_told_with_what_has_no_price),
        PICTURE(a_heading_is_no_screenful_of_its_own),
        PICTURE(what_is_below_is_told),
        PICTURE(a_group_says_nothing_of_what_is_below),
        PICTURE(the_keys_are_said_the_first_time),
        PICTURE(the_keys_are_said_in_a_small_window_too),
        PICTURE(the_total_is_said_whole_in_a_small_window),
        PICTURE(a_line_of_the_week_is_one_line_of_the_screen),
    };
    return cmocka_run_group_tests_name("paint_reader", tests, NULL, NULL);
}
