#include "test.h"

#include <locale.h>

#include "given.h"
#include "sitting.h"
#include "supportplan/paint.h"
#include "supportplan/timetable.h"

/* ---- the week of a plan, in a window ---- */

static void at_size(struct sitting *s, int rows, int cols)
{
    wizard_size(s->w, paint_page_rows(rows), cols);
}

/* The week of a plan that is there already, in a window of 24 rows and 80 columns. */
static void go_to_week(struct sitting *s)
{
    at_size(s, 24, 80);
    sitting_command(s, CMD_WEEK);
}

static struct sitting sitting_with_plan(struct plan *plan)
{
    struct sitting s = sitting_begin();
    size_t len;
    char *bytes = sitting_bytes(plan, &len);
    sitting_open_bytes(&s, bytes, len, "/home/ann/plan.csv");
    sitting_carry(&s, s.w->effects);
    go_to_week(&s);
    free(bytes);
    plan_free(plan);
    return s;
}

/* Whether the plan is as it was; takes what it was. */
static void expect_plan_again(const struct sitting *s, char *before)
{
    char *after = sitting_bytes(s->w->plan, NULL);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static struct sitting week_of(const char *facts)
{
    return sitting_with_plan(given_plan(facts));
}

static void paint(const struct sitting *s, int rows, int cols, struct canvas *canvas)
{
    assert_int_equal(canvas_init(canvas, rows, cols), ST_OK);
    paint_wizard(s->w, CHARSET_UTF8, canvas);
}

/* The grid alone: the rows between the hours and the dashes. */
static void grid_text(const struct sitting *s, struct text *out)
{
    struct canvas canvas;
    struct text all = {0};
    paint(s, 24, 80, &canvas);
    canvas_text(&canvas, true, &all);
    char *from = strchr(text_str(&all), '\n');
    from = from ? strchr(from + 1, '\n') : NULL;
    char *to = from ? strstr(from, "\n----") : NULL;
    if (to)
        text_add_n(out, from + 1, (size_t)(to - from));
    else
        text_add(out, text_str(&all));
    text_free(&all);
    canvas_free(&canvas);
}

static const struct row *in_hand(const struct sitting *s)
{
    return &s->w->page.rows[wizard_at(s->w)->focus];
}

/* ---- pictures ---- */

/* Three columns an hour, from column 5: 09:00 is column 32. The cursor is on the line that was
 * reached by End on the day where the picture shows it. */
static const struct {
    const char *facts;
    int day; /* the cursor goes there, to the last line */
    const char *want;
} pictures[] = {
    {"", 0, "Mon\n^\nTue\nWed\nThu\nFri\nSat\nSun\n"},
    {"time t1 days=Tue start=08:00 end=09:30 what=Wash", 1,
     "Mon\n"
     "Tue                          [Wa]\n"
     "                              ^\n"
     "Wed\nThu\nFri\nSat\nSun\n"},
    /* 10:00 touches 09:00 to 10:00; half an hour is one letter; so are ten minutes */
    {"time t1 days=Mon start=09:00 end=10:00 what=Wash;"
     "time t2 days=Mon start=10:00 end=11:00 what=Tea;"
     "time t3 days=Mon start=11:00 end=11:30 what=Pills;"
     "time t4 days=Mon start=13:00 end=13:10 what=Drops;"
     "time t5 days=Mon start=13:10 end=13:50 what=Rest",
     0,
     "Mon                             [W]   P     D\n"
     "  2                                [T]      R\n"
     "                                            ^\n"
     "Tue\nWed\nThu\nFri\nSat\nSun\n"},
    /* three at once: the third is counted */
    {"time t1 days=Wed start=09:00 end=12:00 what=Wash;"
     "time t2 days=Wed start=10:00 end=12:00 what=Walk;"
     "time t3 days=Wed start=10:30 end=12:00 what=Physio;"
     "time t4 days=Wed start=11:00 end=12:00 what=Nurse",
     2,
     "Mon\nTue\n"
     "Wed                             [Wash===]\n"
     "  2                                [Walk]                                    +2\n"
     "                                                                              ^\n"
     "Thu\nFri\nSat\nSun\n"},
    /* Sunday's night comes in on Monday */
    {"time t1 days=Sun start=22:00 end=06:00 what=Sleep-in", 6,
     "Mon  <Sleep-in========]\n"
     "Tue\nWed\nThu\nFri\nSat\n"
     "Sun                                                                    [Slee>\n"
     "                                                                        ^\n"},
    /* two days away */
    {"time t1 days=Fri start=18:00 minutes=2880 what=Away", 4,
     "Mon\nTue\nWed\nThu\n"
     "Fri                                                        [Away============>\n"
     "                                                            ^\n"
     "Sat  <Away==================================================================>\n"
     "Sun  <Away================================================]\n"},
    /* the last half hour of a day, and the first one */
    {"time t1 days=Mon start=23:40 end=00:20 what=Turn", 0,
     "Mon                                                                         T\n"
     "                                                                            ^\n"
     "Tue  <\nWed\nThu\nFri\nSat\nSun\n"},
    /* lines without a place on the clock, and one without a name */
    {"time t1 minutes=600 times=4 what=Out; time t2 days=? start=09:00 end=10:00 what=Bath;"
     "time t3 days=Mon start=09:00 end=12:00",
     0,
     "Mon                             [Line 3=]\n"
     "                                 ^\n"
     "Tue\nWed\nThu\nFri\nSat\nSun\n"
     "Any  varies Out 10 h\n"
     "Any  09:00-10:00 Bath 1 h\n"},
    {"time t1 days=Mon start=09:00 what=Bath", 0,
     "Mon                             [B]\n"
     "                                 ^\n"
     "Tue\nWed\nThu\nFri\nSat\nSun\n"},
};

static void to_day(struct sitting *s, int day)
{
    for (int i = 0; i < day; i++)
        sitting_command(s, CMD_DOWN);
    sitting_command(s, CMD_END);
}

static void every_line_stands_under_its_hours(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pictures); i++) {
        struct sitting s = week_of(pictures[i].facts);
        struct text got = {0};
        to_day(&s, pictures[i].day);
        grid_text(&s, &got);
        if (strcmp(text_str(&got), pictures[i].want) != 0)
            fail_msg("case %zu:\n%s\nnot\n%s", i, text_str(&got), pictures[i].want);
        text_free(&got);
        sitting_end(&s);
    }
}

/* The weeks of the examples, with the cursor on the first line. UPDATE=1 rewrites the pictures:
 * look at them before you keep them. */
static void expect_picture(const struct sitting *s, const char *name)
{
    struct canvas canvas;
    struct text got = {0};
    char path[128];
    size_t len;
    paint(s, 24, 80, &canvas);
    canvas_text(&canvas, true, &got);
    canvas_free(&canvas);
    snprintf(path, sizeof path, "tests/weeks/%s.txt", name);
    if (getenv("UPDATE")) {
        char whole[1024];
        snprintf(whole, sizeof whole, "%s/%s", getenv("SUPPORTPLAN_SOURCE"), path);
        FILE *f = fopen(whole, "w");
        assert_non_null(f);
        fputs(text_str(&got), f);
        fclose(f);
    }
    char *want = source_file(path, &len);
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("%s:\n%s", name, text_str(&got));
    free(want);
    text_free(&got);
}

static void the_weeks_of_the_examples_look_so(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sitting_examples); i++) {
        struct sitting s = sitting_with(sitting_examples[i], "/home/ann/plan.csv");
        char name[32];
        go_to_week(&s);
        sitting_command(&s, CMD_RIGHT);
        expect_picture(&s, sitting_examples[i]);
        sitting_command(&s, CMD_LIST);
        snprintf(name, sizeof name, "%s-list", sitting_examples[i]);
        expect_picture(&s, name);
        sitting_end(&s);
    }
}

/* ---- the keys ---- */

/* Where keys lead, from the first day of the week on. */
#define WEEK                                                                                       \
    "time t1 days=Mon,Tue start=09:00 end=10:00 what=wash;"                                        \
    "time t2 days=Mon start=13:00 end=14:00 what=lunch;"                                           \
    "time t3 days=Mon,Wed start=18:00 end=19:00 what=tea; time t4 minutes=60 what=gym"

static const struct {
    enum command keys[8];
    int day;
    const char *item; /* "" for the day itself */
} ways[] = {
    {{CMD_NONE}, 0, ""},
    {{CMD_RIGHT}, 0, "t1"},
    {{CMD_RIGHT, CMD_RIGHT}, 0, "t2"},
    {{CMD_RIGHT, CMD_RIGHT, CMD_RIGHT, CMD_RIGHT}, 0, "t3"},
    {{CMD_END}, 0, "t3"},
    {{CMD_END, CMD_LEFT}, 0, "t2"},
    {{CMD_END, CMD_HOME}, 0, "t1"},
    {{CMD_RIGHT, CMD_LEFT}, 0, ""},
    {{CMD_RIGHT, CMD_LEFT, CMD_LEFT}, 0, ""},
    {{CMD_UP}, 0, ""},
    /* down from a day to the next; down from a line to the line of about that time */
    {{CMD_DOWN}, 1, ""},
    {{CMD_RIGHT, CMD_DOWN}, 1, "t1"},
    {{CMD_END, CMD_DOWN}, 1, "t1"},
    {{CMD_END, CMD_DOWN, CMD_DOWN}, 2, "t3"},
    /* the time is kept over the days without a line */
    {{CMD_RIGHT, CMD_DOWN, CMD_DOWN, CMD_DOWN}, 3, ""},
    {{CMD_RIGHT, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_UP, CMD_UP}, 1, "t1"},
    {{CMD_RIGHT, CMD_RIGHT, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_UP, CMD_UP, CMD_UP}, 0, "t2"},
    {{CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_HOME}, 3, ""},
    {{CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_END}, 3, ""},
    /* under Sunday */
    {{CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN}, 7, "t4"},
    {{CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_DOWN, CMD_UP}, 6, ""},
};

static void arrows_go_along_the_day_and_from_day_to_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++) {
        struct sitting s = week_of(WEEK);
        for (size_t k = 0; k < 8 && ways[i].keys[k] != CMD_NONE; k++)
            sitting_command(&s, ways[i].keys[k]);
        if (in_hand(&s)->day != ways[i].day || strcmp(in_hand(&s)->item, ways[i].item) != 0)
            fail_msg("way %zu leads to day %d, '%s' (%s)", i, in_hand(&s)->day, in_hand(&s)->item,
                     in_hand(&s)->text);
        sitting_end(&s);
    }
}

static void what_was_added_moved_or_copied_is_in_hand(void **state)
{
    struct sitting s = week_of(WEEK);
    (void)state;
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "thu-fri 10-12 swim");
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(in_hand(&s)->day, 3);
    assert_string_equal(in_hand(&s)->item, "t5");
    /* on Friday it stays on Friday, after Monday's lunch has been passed by */
    sitting_command(&s, CMD_DOWN);
    sitting_command(&s, CMD_MOVE);
    sitting_type(&s, "8");
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(in_hand(&s)->day, 4);
    assert_string_equal(in_hand(&s)->item, "t5");
    sitting_expect_fact(&s, F_TIME_START, "t5", "08:00");
    sitting_command(&s, CMD_COPY);
    sitting_type(&s, "sat");
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(in_hand(&s)->day, 5);
    assert_string_equal(in_hand(&s)->item, "t5");
    sitting_command(&s, CMD_UNDO);
    sitting_command(&s, CMD_UNDO);
    assert_string_equal(in_hand(&s)->item, "t5");
    sitting_expect_fact(&s, F_TIME_START, "t5", "10:00");
    sitting_end(&s);
}

/* ---- gaps and overlaps ---- */

static void the_next_gap_and_overlap_are_shown_and_told(void **state)
{
    struct sitting s = week_of("about - alone=never; supporter s1 name=Sam kind=pa;"
                               "supporter s2 name=Ros kind=family;"
                               "time t1 days=Mon,Tue start=00:00 end=12:00 supporter=s1 what=day;"
                               "time t2 days=Mon start=11:00 end=14:00 supporter=s2 what=tea;"
                               "time t3 days=Tue start=06:00 end=07:00 supporter=s2 what=bath");
    (void)state;
    sitting_command(&s, CMD_OVERLAP);
    sitting_expect_message(&s, "Overlap 1 of 2. Monday 11:00 to 12:00: \"day\" and \"tea\".");
    assert_string_equal(in_hand(&s)->item, "t2");
    sitting_command(&s, CMD_OVERLAP);
    sitting_expect_message(&s, "Overlap 2 of 2. Tuesday 06:00 to 07:00: \"day\" and \"bath\".");
    assert_string_equal(in_hand(&s)->item, "t3");
    assert_int_equal(in_hand(&s)->day, 1);
    sitting_command(&s, CMD_OVERLAP);
    assert_string_equal(in_hand(&s)->item, "t2");
    /* from Monday 11:00 on: the gap of Monday afternoon, then the one until next Monday */
    sitting_command(&s, CMD_GAP);
    sitting_expect_message(&s, "Gap 1 of 2. Nobody is there Monday 14:00 to Tuesday 00:00, 10 h. "
                               "I must not be left alone.");
    assert_int_equal(in_hand(&s)->day, 0);
    assert_string_equal(in_hand(&s)->item, "");
    sitting_command(&s, CMD_GAP);
    sitting_expect_message(&s, "Gap 2 of 2. Nobody is there Tuesday 12:00 to Monday 00:00, 132 h. "
                               "I must not be left alone.");
    assert_int_equal(in_hand(&s)->day, 1);
    sitting_end(&s);
}

/* ---- copying and moving ---- */

/* A plan in few words: each line its days and its start. */
static void expect_lines(const struct sitting *s, const char *did, const char *want)
{
    struct text got = {0};
    for (size_t i = 0; i < plan_count(s->w->plan, SEC_TIME); i++) {
        const char *item = plan_item(s->w->plan, SEC_TIME, i);
        text_addf(&got, "%s%s %s %s %s", i ? "; " : "", item,
                  plan_str(s->w->plan, F_TIME_DAYS, item), plan_str(s->w->plan, F_TIME_START, item),
                  plan_str(s->w->plan, F_TIME_END, item));
    }
    if (strcmp(text_str(&got), want) != 0)
        fail_msg("%s: %s\nnot: %s", did, text_str(&got), want);
    text_free(&got);
}

/* Lines typed in plain mode, what the week is then, and how many steps undo needs. */
static const struct {
    const char *lines[3];
    const char *want;
    const char *message;
} done[] = {
    {{"copy tue to wed"},
     "t1 Mon Tue Wed 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Tuesday to Wednesday. Undo takes it back."},
    /* three lines of Monday: one is on Tuesday already, which has nothing else */
    {{"copy mon to tue"},
     "t1 Mon Tue 09:00 10:00; t2 Mon Tue 13:00 14:00; t3 Mon Tue 22:00 06:00",
     "Copied 3 lines of Monday to Tuesday. Undo takes them back."},
    {{"copy 2 to thu-fri"},
     "t1 Mon Tue 09:00 10:00; t2 Mon Thu Fri 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Monday to Thursday and Friday. Undo takes it back."},
    /* Tuesday has another line: asked once */
    {{"copy 2 to tue-wed", "both"},
     "t1 Mon Tue 09:00 10:00; t2 Mon Tue Wed 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Monday to Tuesday and Wednesday. Undo takes it back."},
    {{"copy 2 to tue-wed", "1"},
     "t1 Mon Tue 09:00 10:00; t2 Mon Tue Wed 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Monday to Tuesday and Wednesday. Undo takes it back."},
    {{"copy 2 to tue-wed", "replace"},
     "t1 Mon 09:00 10:00; t2 Mon Tue Wed 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Monday to Tuesday and Wednesday. Undo takes it back."},
    {{"copy 2 to tue-wed", "skip"},
     "t1 Mon Tue 09:00 10:00; t2 Mon Wed 13:00 14:00; t3 Mon 22:00 06:00",
     "Copied 1 line of Monday to Wednesday. Undo takes it back."},
    /* the start, on all days of the line; a night stays as long as it is */
    {{"move 1 10.30"}, "t1 Mon Tue 10:30 11:30; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00", NULL},
    {{"move 3 20:00"}, "t1 Mon Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 20:00 04:00", NULL},
    {{"move 2 23:00"}, "t1 Mon Tue 09:00 10:00; t2 Mon 23:00 24:00; t3 Mon 22:00 06:00", NULL},
    /* the day in hand only */
    {{"move 2 to thu"}, "t1 Mon Tue 09:00 10:00; t2 Thu 13:00 14:00; t3 Mon 22:00 06:00", NULL},
    {{"move 1 wed"}, "t1 Tue Wed 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00", NULL},
    {{"move 2 thu 15:00"}, "t1 Mon Tue 09:00 10:00; t2 Thu 15:00 16:00; t3 Mon 22:00 06:00", NULL},
    {{"move 2 thu 3"}, "t1 Mon Tue 09:00 10:00; t2 Thu 15:00 16:00; t3 Mon 22:00 06:00", NULL},
    {{"move 2 half past three"},
     "t1 Mon Tue 09:00 10:00; t2 Mon 15:30 16:30; t3 Mon 22:00 06:00",
     NULL},
    {{"move 2 02:00"}, "t1 Mon Tue 09:00 10:00; t2 Mon 02:00 03:00; t3 Mon 22:00 06:00", NULL},
    {{"move 1 15:00 on thu"},
     "t1 Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00; t4 Thu 15:00 16:00",
     NULL},
    {{"move 1 mon 11"},
     "t1 Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00; t4 Mon 11:00 12:00",
     NULL},
    {{"longer 2"}, "t1 Mon Tue 09:00 10:00; t2 Mon 13:00 14:15; t3 Mon 22:00 06:00", NULL},
    {{"longer 2 30"}, "t1 Mon Tue 09:00 10:00; t2 Mon 13:00 14:30; t3 Mon 22:00 06:00", NULL},
    {{"shorter 3 2 hours"}, "t1 Mon Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 04:00", NULL},
    {{"delete 1"}, "t1 Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon 22:00 06:00", NULL},
    {{"delete 2"}, "t1 Mon Tue 09:00 10:00; t3 Mon 22:00 06:00", NULL},
};

#define SAY_NUMBER "Say the number of a line, for example: delete 3. Type week to hear the numbers."

static const char *const not_done[][2] = {
    {"move 1 25:00",
     "\"25:00\" is not a time or day I know. Type for example 14:30, or tue 14:30."},
    {"move 1 tomorrow",
     "\"tomorrow\" is not a time or day I know. Type for example 14:30, or tue 14:30."},
    {"move 99 10:00", "There is no line 99 here. Type week to hear the numbers."},
    /* nobody sees in plain lines which one is in hand */
    {"delete", SAY_NUMBER},
    {"longer", SAY_NUMBER},
    {"shorter", SAY_NUMBER},
    {"move", SAY_NUMBER},
    {"move 10:00", SAY_NUMBER},
    {"move tue", SAY_NUMBER},
    {"copy to tue", SAY_NUMBER},
    {"copy", "Say which day to which, for example: copy mon to tue-fri."},
    {"delete lunch", SAY_NUMBER},
    {"delete 1 lunch", "Say what to take away by its number, for example: delete 3."},
    {"copy 2", "Say to which days, for example: copy 3 to tue-fri."},
    {"copy mon", "Say which day to which, for example: copy mon to tue-fri."},
    {"copy sun to mon", "Sunday has no lines to copy."},
    {"longer 2 soon", "\"soon\" is not a length I know. Type for example 30 minutes."},
    {"shorter 2 60", "This line can't be made longer or shorter that way."},
};

#define THREE                                                                                      \
    "time t1 days=Mon,Tue start=09:00 end=10:00 what=wash;"                                        \
    "time t2 days=Mon start=13:00 end=14:00 what=lunch;"                                           \
    "time t3 days=Mon start=22:00 end=06:00 what=sleep; plan - last=3"

static void say(struct sitting *s, const char *line)
{
    s->w->mode = MODE_PLAIN;
    wizard_rebuild(s->w);
    sitting_line(s, line);
}

static void every_command_is_one_step_that_undo_turns_round(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(done); i++) {
        struct sitting s = week_of(THREE);
        char *before = sitting_bytes(s.w->plan, NULL);
        for (size_t n = 0; n < 3 && done[i].lines[n]; n++)
            say(&s, done[i].lines[n]);
        expect_lines(&s, done[i].lines[0], done[i].want);
        if (done[i].message)
            sitting_expect_message(&s, done[i].message);
        if (s.w->done_count != 1)
            fail_msg("%s: %zu steps", done[i].lines[0], s.w->done_count);
        char *after = sitting_bytes(s.w->plan, NULL);
        say(&s, "undo");
        char *undone = sitting_bytes(s.w->plan, NULL);
        assert_string_equal(undone, before);
        say(&s, "redo");
        char *again = sitting_bytes(s.w->plan, NULL);
        assert_string_equal(again, after);
        free(before);
        free(after);
        free(undone);
        free(again);
        sitting_end(&s);
    }
}

/* Where there is only one line, it needs no number. */
static void the_only_line_of_a_week_is_meant_without_a_number(void **state)
{
    (void)state;
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=10:00 what=wash; plan - last=1");
    say(&s, "longer");
    expect_lines(&s, "longer", "t1 Mon 09:00 10:15");
    say(&s, "delete lunch");
    expect_lines(&s, "delete lunch", "t1 Mon 09:00 10:15");
    say(&s, "delete");
    sitting_expect_message(&s, "Removed wash. Undo brings it back.");
    sitting_end(&s);
}

static void what_can_not_be_done_is_told_and_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(not_done); i++) {
        struct sitting s = week_of(THREE);
        say(&s, not_done[i][0]);
        sitting_expect_message(&s, not_done[i][1]);
        assert_int_equal(s.w->done_count, 0);
        sitting_end(&s);
    }
}

static void a_line_or_its_whole_day_is_copied_by_keys(void **state)
{
    struct sitting s = week_of(THREE);
    (void)state;
    sitting_command(&s, CMD_END);
    sitting_command(&s, CMD_COPY);
    assert_true(sitting_has_row(&s, "Copy Monday (3 lines) to which days?"));
    sitting_open_row(&s, "Copy only sleep");
    assert_true(sitting_has_row(&s, "Copy sleep to which days?"));
    sitting_type(&s, "tue");
    sitting_command(&s, CMD_OPEN);
    assert_true(sitting_has_row(&s, "Tuesday has 1. Keep both, replace, or skip?"));
    sitting_command(&s, CMD_OPEN);
    expect_lines(&s, "sleep", "t1 Mon Tue 09:00 10:00; t2 Mon 13:00 14:00; t3 Mon Tue 22:00 06:00");
    assert_int_equal(in_hand(&s)->day, 1);
    assert_string_equal(in_hand(&s)->item, "t3");
    sitting_end(&s);
}

/* ---- two at once ---- */

#define TWO                                                                                        \
    "supporter s1 name=Sam kind=pa; supporter s2 name=Bea kind=pa;"                                \
    "supporter s3 name=Ros kind=family; plan - last=3;"                                            \
    "time t1 days=Mon start=09:00 end=12:00 what=hoist supporter=s1"

static void two_at_once_is_asked_once_and_never_again(void **state)
{
    struct sitting s = week_of(TWO);
    (void)state;
    say(&s, "add mon 10-11 wash, Bea");
    sitting_expect_at(&s, PLACE_TOGETHER);
    say(&s, "yes");
    sitting_expect_fact(&s, F_REASON_TEXT, "r24-t4", "Two people at once: it is meant so.");
    assert_int_equal(s.w->done_count, 2);
    say(&s, "longer 2");
    sitting_expect_at(&s, PLACE_PAGE);
    say(&s, "undo");
    say(&s, "undo");
    sitting_expect_fact(&s, F_REASON_TEXT, "r24-t4", NULL);
    say(&s, "longer 2");
    sitting_expect_at(&s, PLACE_TOGETHER);
    say(&s, "no");
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_expect_fact(&s, F_REASON_TEXT, "r24-t4", NULL);
    sitting_end(&s);
}

static void family_beside_somebody_is_not_asked_about(void **state)
{
    struct sitting s = week_of(TWO);
    (void)state;
    say(&s, "add mon 10-11 tea, Ros");
    sitting_expect_at(&s, PLACE_PAGE);
    say(&s, "add mon 12-13 wash, Bea");
    sitting_expect_at(&s, PLACE_PAGE);
    say(&s, "add mon 10-11 hoist, Bea, 2 people");
    sitting_expect_at(&s, PLACE_PAGE);
    sitting_end(&s);
}

/* ---- adding ---- */

/* Sam costs 12.00 an hour: 2 h are 24.00. Nothing is in the plan before it is kept. */
#define SAM                                                                                        \
    "supporter s1 name=Sam kind=pa; rate r2 supporter=s1 price=12.00 unit=hour; plan - last=2"

static void a_line_is_told_before_it_counts(void **state)
{
    struct sitting s = week_of(SAM);
    (void)state;
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "mon 9-11 swim, Sam");
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 0);
    assert_int_equal(s.w->done_count, 0);
    assert_non_null(strstr(s.w->message, "12.00 an hour: 24.00 a week."));
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 1);
    assert_int_equal(s.w->done_count, 1);
    sitting_end(&s);
}

static void tab_changes_a_part_of_what_was_understood(void **state)
{
    struct sitting s = week_of(SAM);
    (void)state;
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "mon 9-11 swim, Sam");
    sitting_command(&s, CMD_TAB);
    assert_string_equal(in_hand(&s)->text, "Days");
    assert_string_equal(in_hand(&s)->state, "Monday");
    sitting_open_row(&s, "Start");
    sitting_expect_at(&s, PLACE_PART);
    assert_string_equal(text_str(&s.w->edit.text), "09:00");
    sitting_command(&s, CMD_DELETE_WORD);
    sitting_command(&s, CMD_DELETE_WORD);
    sitting_command(&s, CMD_DELETE_WORD);
    sitting_type(&s, "2o");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_message(&s,
                           "Start: I can't use \"2o\" here. Type for example 14:30, or varies.");
    assert_string_equal(text_str(&s.w->edit.text), "2o");
    sitting_command(&s, CMD_BACKSPACE);
    sitting_command(&s, CMD_BACKSPACE);
    sitting_type(&s, "14");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_ADD_LINE);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 0);
    sitting_open_row(&s, "Keep this line");
    sitting_expect_fact(&s, F_TIME_START, "t3", "14:00");
    sitting_expect_fact(&s, F_TIME_MINUTES, "t3", "120");
    assert_int_equal(s.w->done_count, 1);
    sitting_end(&s);
}

/* A line whose times vary has no end to be told or asked. */
static void how_long_it_is_is_asked_where_times_vary(void **state)
{
    struct sitting s = week_of(SAM);
    (void)state;
    say(&s, "add");
    say(&s, "10 hours a week going out");
    size_t row = sitting_row(&s, "How long");
    assert_string_equal(s.w->page.rows[row].state, "10 h a week");
    assert_string_equal(s.w->page.rows[row].word, "end");
    say(&s, "end");
    assert_string_equal(s.w->page.rows[page_edit_row(&s.w->page)].text, "How long");
    say(&s, "soon");
    sitting_expect_message(
        &s, "How long: I can't use \"soon\" here. Type for example 10 hours a week.");
    say(&s, "12 hours a week");
    sitting_expect_at(&s, PLACE_ADD_LINE);
    say(&s, "start");
    say(&s, "9");
    sitting_expect_at(&s, PLACE_PART); /* a start needs days */
    sitting_end(&s);
}

/* The day stands there already. Enter must not be silent, though nobody typed it. */
static void enter_on_a_day_alone_says_what_is_missing(void **state)
{
    struct sitting s = week_of(SAM);
    (void)state;
    wizard_focus(s.w, sitting_row(&s, "Tue"));
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_ADD_LINE);
    assert_string_equal(text_str(&s.w->edit.text), "Tue ");
    sitting_command(&s, CMD_DOWN); /* going on says nothing */
    assert_null(s.w->message);
    sitting_command(&s, CMD_UP);
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_ADD_LINE);
    sitting_expect_message(&s, "I did not find a time. Type for example 9-12, or 10 hours a week.");
    sitting_end(&s);
}

/* Lines typed in plain mode from the week's page on; the last line of the plan is then so. */
static const struct {
    const char *lines[12];
    const char *days, *start, *end, *minutes, *times, *what, *supporter;
} asked[] = {
    {{"ask", "wed", "9", "11", "art", "Sam", "", ""},
     "Wed",
     "09:00",
     "11:00",
     NULL,
     NULL,
     "art",
     "s1"},
    {{"ask", "mon-fri", "9", "90 minutes", "art", "nobody", "", ""},
     "Mon Tue Wed Thu Fri",
     "09:00",
     NULL,
     "90",
     NULL,
     "art",
     NULL},
    {{"ask", "varies", "varies", "3 times a week 30 minutes", "gym", "sam", "", ""},
     NULL,
     NULL,
     NULL,
     "90",
     "3",
     "gym",
     "s1"},
    /* a line can't do without days: they are asked again */
    {{"ask", "varies", "9", "11", "art", "", "", "tue", ""},
     "Tue",
     "09:00",
     "11:00",
     NULL,
     NULL,
     "art",
     NULL},
    {{"ask", "tue", "9", "soon", "11", "art", "", "", ""},
     "Tue",
     "09:00",
     "11:00",
     NULL,
     NULL,
     "art",
     NULL},
    {{"add", "tue 9-11 art", "who", "Sam", "yes"},
     "Tue",
     "09:00",
     "11:00",
     NULL,
     NULL,
     "art",
     "s1"},
    {{"add", "tue 9-11 art", "days", "wed", "end", "13", ""},
     "Wed",
     "09:00",
     "13:00",
     NULL,
     NULL,
     "art",
     NULL},
    {{"add", "tue 9-11 art", ""}, "Tue", "09:00", "11:00", NULL, NULL, "art", NULL},
};

static void question_by_question_leads_to_the_same_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(asked); i++) {
        struct sitting s = week_of(SAM);
        for (size_t n = 0; n < 12 && asked[i].lines[n]; n++) {
            if (plan_count(s.w->plan, SEC_TIME) > 0)
                fail_msg("case %zu: kept before '%s'", i, asked[i].lines[n]);
            say(&s, asked[i].lines[n]);
        }
        if (plan_count(s.w->plan, SEC_TIME) != 1)
            fail_msg("case %zu: not kept; %s", i, s.w->message ? s.w->message : "");
        sitting_expect_fact(&s, F_TIME_DAYS, "t3", asked[i].days);
        sitting_expect_fact(&s, F_TIME_START, "t3", asked[i].start);
        sitting_expect_fact(&s, F_TIME_END, "t3", asked[i].end);
        sitting_expect_fact(&s, F_TIME_MINUTES, "t3", asked[i].minutes);
        sitting_expect_fact(&s, F_TIME_TIMES, "t3", asked[i].times);
        sitting_expect_fact(&s, F_TIME_WHAT, "t3", asked[i].what);
        sitting_expect_fact(&s, F_TIME_SUPPORTER, "t3", asked[i].supporter);
        sitting_expect_at(&s, PLACE_PAGE);
        sitting_end(&s);
    }
}

static void what_was_begun_stays_as_a_draft(void **state)
{
    struct sitting s = week_of(SAM);
    (void)state;
    sitting_command(&s, CMD_ADD);
    sitting_type(&s, "mon 9-11 swim, Sam");
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_BACK);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 0);
    sitting_command(&s, CMD_ADD);
    assert_string_equal(text_str(&s.w->edit.text), "mon 9-11 swim, Sam");
    /* it is told again before it is kept */
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 0);
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(plan_count(s.w->plan, SEC_TIME), 1);
    /* what was answered of the questions too */
    sitting_open_row(&s, "Answer one question at a time");
    sitting_type(&s, " and wed");
    sitting_command(&s, CMD_OPEN);
    sitting_command(&s, CMD_BACK);
    sitting_command(&s, CMD_ADD);
    assert_non_null(strstr(text_str(&s.w->edit.text), "Monday and Wednesday"));
    sitting_end(&s);
}

static void a_name_that_undo_took_away_is_not_written(void **state)
{
    struct sitting s = week_of("plan - last=1");
    (void)state;
    say(&s, "add mon 9-10 tea, Alex");
    say(&s, "add");
    say(&s, "tue 9-10 tea, Alex");
    say(&s, "undo");
    say(&s, "yes");
    assert_true(plan_count(s.w->plan, SEC_TIME) <= 1);
    free(sitting_bytes(s.w->plan, NULL));
    sitting_end(&s);
}

/* Friday 18:00 and 48 hours is Sunday 18:00. */
static void a_stay_of_days_says_when_it_ends(void **state)
{
    struct sitting s = week_of("time t1 days=Fri start=18:00 minutes=2880 what=Away");
    struct text t = {0};
    (void)state;
    to_day(&s, 4);
    timetable_detail(s.w, in_hand(&s), &t);
    assert_non_null(strstr(text_str(&t), "Fri 18:00 to 18:00 2 days later. Away."));
    text_free(&t);
    sitting_end(&s);
}

/* ---- kinds of week ---- */

/* Which week each line is in. */
static void expect_weeks(const struct sitting *s, const char *want)
{
    struct text got = {0};
    for (size_t i = 0; i < plan_count(s->w->plan, SEC_TIME); i++) {
        const char *item = plan_item(s->w->plan, SEC_TIME, i);
        text_addf(&got, "%s%s %s %s", i ? "; " : "", item, plan_str(s->w->plan, F_TIME_WEEK, item),
                  plan_str(s->w->plan, F_TIME_WHAT, item));
    }
    assert_string_equal(text_str(&got), want);
    text_free(&got);
}

static void another_week_begins_as_a_copy_of_this_one(void **state)
{
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=10:00 what=wash;"
                               "time t2 days=Tue start=09:00 end=10:00 what=swim; plan - last=2");
    (void)state;
    char *before = sitting_bytes(s.w->plan, NULL);
    sitting_open_row(&s, "Make another week like this one");
    sitting_expect_at(&s, PLACE_RECORD);
    expect_weeks(&s, "t1 w1 wash; t2 w1 swim; t4 w3 wash; t5 w3 swim");
    sitting_expect_fact(&s, F_WEEK_NAME, "w1", "Ordinary week");
    sitting_expect_fact(&s, F_WEEK_WEEKS, "w3", "?");
    assert_int_equal(s.w->done_count, 1);
    sitting_command(&s, CMD_BACK);
    assert_string_equal(timetable_pattern(s.w), "w3");
    sitting_command(&s, CMD_OTHER_WEEK);
    assert_string_equal(timetable_pattern(s.w), "w1");
    sitting_command(&s, CMD_UNDO);
    expect_plan_again(&s, before);
    sitting_end(&s);
}

static void a_week_is_copied_into_another(void **state)
{
    struct sitting s = week_of("week w1 name=Term weeks=40; week w2 name=Holiday weeks=12;"
                               "time t1 week=w1 days=Mon start=09:00 end=10:00 what=wash;"
                               "time t2 days=Tue start=09:00 end=10:00 what=swim;"
                               "time t3 week=w2 days=Sat start=09:00 end=10:00 what=rest;"
                               "plan - last=3");
    (void)state;
    say(&s, "copy week to hol");
    sitting_expect_at(&s, PLACE_COPY_HOW);
    assert_string_equal(s.w->page.rows[0].text, "Holiday has 1. Keep both, replace, or skip?");
    sitting_open_row(&s, "Copy nothing");
    sitting_expect_message(&s, "Nothing was copied.");
    say(&s, "copy week to hol");
    sitting_open_row(&s, "Replace what is there");
    expect_weeks(&s, "t1 w1 wash; t2  swim; t4 w2 wash");
    sitting_command(&s, CMD_UNDO);
    expect_weeks(&s, "t1 w1 wash; t2  swim; t3 w2 rest");
    s.w->pattern[0] = '\0';
    say(&s, "copy week to hol");
    sitting_open_row(&s, "Keep both");
    sitting_expect_message(&s, "Copied 1 line of Term to Holiday. Undo takes it back.");
    expect_weeks(&s, "t1 w1 wash; t2  swim; t3 w2 rest; t4 w2 wash");
    assert_string_equal(timetable_pattern(s.w), "w2");
    say(&s, "copy week to hol");
    sitting_expect_message(&s, "\"hol\" is not the name of another week in your plan.");
    assert_int_equal(s.w->done_count, 1);
    sitting_end(&s);
}

/* 52 weeks are 26 of each kind; which Saturday it begins on is not said, so it is a question. */
static void what_comes_every_other_week_gets_a_week_of_its_own(void **state)
{
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=10:00 what=wash; plan - last=1");
    (void)state;
    say(&s, "add every other sat 10-12 pub");
    expect_weeks(&s, "t1  wash; t3 w2 pub");
    sitting_expect_fact(&s, F_WEEK_WEEKS, "w1", "26");
    sitting_expect_fact(&s, F_WEEK_WEEKS, "w2", "26");
    sitting_expect_fact(&s, F_WEEK_EVERY, "w2", "2");
    sitting_expect_fact(&s, F_WEEK_STARTS, "w2", "?");
    sitting_expect_fact(&s, F_WEEK_NAME, "w2", "Every 2 weeks");
    assert_string_equal(timetable_pattern(s.w), "w2");
    say(&s, "add sun 10-12 walk every 2nd week");
    expect_weeks(&s, "t1  wash; t3 w2 pub; t4 w2 walk");
    say(&s, "add sun 10-12 tea every 3rd week");
    sitting_expect_message(&s, "Your plan has several kinds of week. Show the right one with w, "
                               "and add the line there.");
    sitting_command(&s, CMD_UNDO);
    sitting_command(&s, CMD_UNDO);
    expect_weeks(&s, "t1  wash");
    sitting_expect_fact(&s, F_WEEK_WEEKS, "w1", NULL);
    sitting_end(&s);
}

/* A friend is unpaid (SPEC 2.3), but not where a price is said: 2 x 13.50 = 27.00. */
static void a_price_that_is_said_is_paid_to_anybody(void **state)
{
    struct sitting s = week_of("supporter s1 name=Sam kind=friend; plan - last=1");
    (void)state;
    say(&s, "add sat 10-12 pub, Sam, 13.50");
    assert_int_equal(s.w->budget.patterns[0].cost, 2700);
    say(&s, "add sun 10-12 walk, Sam");
    assert_int_equal(s.w->budget.patterns[0].cost, 2700);
    sitting_end(&s);
}

/* A week that is made for it has a copy of each line of the first one; this line must not be in it
 * twice. The 52 weeks are 26 of each kind. */
static const struct {
    const char *line, *want, *message;
} oftens[] = {
    {"move 2 every other week", "t1 w1 wash; t2 w4 swim; t3  out; t5 w4 wash",
     "Kept: Tuesday, 09:00 to 10:00, 1 h. Only in: Every 2 weeks. swim. It goes into the week "
     "\"Every 2 weeks\", 26 of "
     "52."},
    {"move 2 every other wed 14:00", "t1 w1 wash; t2 w4 swim; t3  out; t5 w4 wash",
     "Kept: Wednesday, 14:00 to 15:00, 1 h. Only in: Every 2 weeks. swim. It goes into the week "
     "\"Every 2 weeks\", 26 of "
     "52."},
    {"move 3 every 4 weeks", "t1 w1 wash; t2 w1 swim; t3 w4 out; t5 w4 wash; t6 w4 swim",
     "Kept: Once a week, 2 h, times vary. Only in: Every 4 weeks. out. It goes into the week "
     "\"Every 4 weeks\", 13 of "
     "52."},
};

static void a_line_that_is_kept_can_come_every_so_many_weeks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(oftens); i++) {
        struct sitting s = week_of("time t1 week=w1 days=Mon start=09:00 end=10:00 what=wash;"
                                   "time t2 week=w1 days=Tue start=09:00 end=10:00 what=swim;"
                                   "time t3 minutes=120 what=out; plan - last=3");
        char *before = sitting_bytes(s.w->plan, NULL);
        say(&s, oftens[i].line);
        expect_weeks(&s, oftens[i].want);
        sitting_expect_message(&s, oftens[i].message);
        assert_string_equal(timetable_pattern(s.w), "w4");
        if (s.w->done_count != 1)
            fail_msg("%s: %zu steps", oftens[i].line, s.w->done_count);
        say(&s, "undo");
        expect_plan_again(&s, before);
        sitting_end(&s);
    }
}

/* Of the line in both kinds of week one is left, and it is in every week. */
static void a_line_comes_every_week_again(void **state)
{
    struct sitting s =
        week_of("week w1 name=Ordinary weeks=26; week w2 name=Every-2 weeks=26 every=2;"
                "time t1 week=w1 days=Mon start=09:00 end=10:00 what=wash;"
                "time t2 week=w2 days=Mon start=09:00 end=10:00 what=wash;"
                "time t3 week=w2 days=Sat start=10:00 end=12:00 what=pub; plan - last=3");
    (void)state;
    say(&s, "other");
    say(&s, "move 1 every week");
    expect_weeks(&s, "t2  wash; t3 w2 pub");
    sitting_expect_message(&s, "Kept: Monday, 09:00 to 10:00, 1 h. wash. It comes every week.");
    say(&s, "move 2 every 3 weeks");
    sitting_expect_message(&s, "Your plan has several kinds of week, and none comes every 3 weeks. "
                               "Open the line to choose its week.");
    assert_int_equal(s.w->done_count, 1);
    sitting_end(&s);
}

/* Question by question: the line's own page asks it, and comes back to that line. */
static void how_often_is_asked_on_the_page_of_a_line(void **state)
{
    struct sitting s =
        week_of("time t1 days=Mon,Fri start=09:00 end=10:00 what=wash; plan - last=1");
    (void)state;
    char *before = sitting_bytes(s.w->plan, NULL);
    sitting_open_row(&s, "Mon 09:00-10:00");
    assert_string_equal(s.w->page.rows[sitting_row(&s, "It comes")].state, "every week");
    sitting_open_row(&s, "It comes");
    assert_string_equal(text_str(&s.w->edit.text), "every week");
    sitting_command(&s, CMD_DELETE_TO_START);
    sitting_type(&s, "now and then");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_message(
        &s, "\"now and then\" is not how often I know. Type for example every 2 weeks.");
    sitting_command(&s, CMD_DELETE_TO_START);
    sitting_type(&s, "2");
    sitting_command(&s, CMD_OPEN);
    sitting_expect_at(&s, PLACE_RECORD);
    assert_string_equal(s.w->page.rows[sitting_row(&s, "It comes")].state, "every 2 weeks");
    expect_weeks(&s, "t1 w2 wash");
    assert_int_equal(s.w->done_count, 1);
    sitting_command(&s, CMD_UNDO);
    expect_plan_again(&s, before);
    sitting_end(&s);
}

/* Copied to a day and undone: who looks there finds the line beside it, not at the week's start. */
static void undo_has_the_line_in_hand_on_the_nearest_day(void **state)
{
    struct sitting s = week_of("time t1 days=Mon,Thu start=09:00 end=10:00 what=wash");
    (void)state;
    go_to_week(&s);
    sitting_command(&s, CMD_END);
    sitting_command(&s, CMD_COPY);
    sitting_type(&s, "sat");
    sitting_command(&s, CMD_OPEN);
    assert_int_equal(in_hand(&s)->day, 5);
    sitting_command(&s, CMD_UNDO);
    assert_int_equal(in_hand(&s)->day, 3);
    assert_string_equal(in_hand(&s)->item, "t1");
    sitting_end(&s);
}

/* Among many bars a cursor is hard to find: what is in hand in the week stands out whole. */
static void the_line_in_hand_stands_out_in_the_week(void **state)
{
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=12:00 what=Swimming;"
                               "time t2 days=Mon start=09:00 end=10:00 what=Talk;"
                               "time t3 days=Mon start=09:00 end=10:00 what=Tea");
    static const struct {
        int row, from, width; /* Monday is on the third row; 09:00 at 5 + 3 * 9 */
    } marked[] = {{2, 0, 3}, {2, 32, 9}, {3, 32, 3}, {3, 77, 2}};
    struct canvas canvas;
    (void)state;
    go_to_week(&s);
    for (size_t i = 0; i < COUNT(marked); i++) {
        paint(&s, 24, 80, &canvas);
        for (int row = 0; row < 24; row++)
            for (int col = 0; col < 80; col++) {
                bool want = row == marked[i].row && col >= marked[i].from &&
                            col < marked[i].from + marked[i].width;
                if ((canvas_at(&canvas, row, col)->look == LOOK_BAR) != want)
                    fail_msg("step %zu: row %d, column %d", i, row, col);
            }
        canvas_free(&canvas);
        sitting_command(&s, CMD_RIGHT);
    }
    sitting_end(&s);
}

/* ---- every line can be reached ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Lines of all kinds: at once, touching, over midnight, for days, without days or a time. */
static struct plan *any_plan(uint32_t *seed)
{
    struct text facts = {0};
    int lines = (int)(next_random(seed) % 25);
    text_addf(&facts, "supporter s1 name=Sam kind=pa; rate r2 supporter=s1 price=12.00 unit=hour;"
                      "supporter s3 name=Ros kind=family; plan - last=99");
    for (int i = 0; i < lines; i++) {
        char days[32];
        weekdays set = (weekdays)(next_random(seed) % 128);
        uint32_t start = next_random(seed) % 96 * 15, length = 5 + next_random(seed) % 97 * 15;
        text_addf(&facts, "; time t%d what=L%d", i + 10, i);
        if (set) {
            text_add(&facts, " days=");
            for (const char *c = days_print(set, days); *c; c++)
                text_add_char(&facts, *c == ' ' ? ',' : *c);
        }
        if (next_random(seed) % 8)
            text_addf(&facts, " start=%02u:%02u", start / 60, start % 60);
        if (next_random(seed) % 10)
            text_addf(&facts, " minutes=%u", next_random(seed) % 20 ? length : 3000);
        if (next_random(seed) % 3)
            text_addf(&facts, " supporter=%s", next_random(seed) % 2 ? "s1" : "s3");
    }
    struct plan *plan = given_plan(text_str(&facts));
    text_free(&facts);
    return plan;
}

/* What is in hand is told in full under the grid, and the cursor is on its first letter: inside a
 * bracket, at a count of hidden lines, or on a day's name. */
static void expect_in_sight(const struct sitting *s, uint32_t seed)
{
    struct canvas canvas;
    struct text all = {0}, want = {0};
    const struct row *row = in_hand(s);
    paint(s, 24, 80, &canvas);
    canvas_text(&canvas, false, &all);
    int col = canvas.cursor_col;
    const char *here = canvas_at(&canvas, canvas.cursor_row, col)->text;
    const char *before = col > 0 ? canvas_at(&canvas, canvas.cursor_row, col - 1)->text : "";
    if (row->act == 1)
        text_addf(&want, "%s: %s. Enter", row->text, row->state);
    else if (row->day < 7)
        text_addf(&want, "%s %s%.5s", day_short(row->day),
                  plan_known(s->w->plan, F_TIME_MINUTES, row->item) == KNOWN ? "" : "from ",
                  plan_str(s->w->plan, F_TIME_START, row->item));
    else
        text_add(&want, plan_str(s->w->plan, F_TIME_WHAT, row->item));
    bool is_day = row->act == 1 && col == 0;
    bool counted = strcmp(before, "+") == 0 && *here >= '0' && *here <= '9';
    if (strstr(text_str(&all), text_str(&want)) == NULL ||
        (!is_day && !counted && strcmp(here, "L") != 0 && strcmp(here, "v") != 0 &&
         strcmp(here, "?") != 0 && !(row->day == 7 && *here >= '0' && *here <= '9')))
        fail_msg("seed %u: '%s' (%s), the cursor is at column %d on '%s':\n%s", seed, row->text,
                 text_str(&want), col, here, text_str(&all));
    text_free(&all);
    text_free(&want);
    canvas_free(&canvas);
}

/* Go to a day by Down, and along it by Right; mark each row that was in hand. */
static void walk_days(struct sitting *s, bool *seen, uint32_t seed)
{
    for (int day = 0; day < 7; day++) {
        wizard_focus(s->w, 0);
        for (int i = 0; i < day; i++)
            sitting_command(s, CMD_DOWN);
        assert_int_equal(in_hand(s)->day, day);
        for (size_t last = SIZE_MAX; last != wizard_at(s->w)->focus;
             sitting_command(s, CMD_RIGHT)) {
            last = wizard_at(s->w)->focus;
            seen[last] = true;
            expect_in_sight(s, seed);
        }
    }
}

static void walk_down(struct sitting *s, bool *seen)
{
    for (size_t last = SIZE_MAX; last != wizard_at(s->w)->focus; sitting_command(s, CMD_DOWN)) {
        last = wizard_at(s->w)->focus;
        seen[last] = true;
    }
}

static void every_line_is_reached_by_keys_and_told_in_full(void **state)
{
    (void)state;
    for (uint32_t run = 1; run <= 60; run++) {
        uint32_t seed = run;
        struct sitting s = sitting_with_plan(any_plan(&seed));
        for (int list = 0; list < 2; list++) {
            bool *seen = calloc(s.w->page.count + 1, sizeof *seen);
            assert_non_null(seen);
            wizard_focus(s.w, 0);
            if (!list)
                walk_days(&s, seen, run);
            walk_down(&s, seen);
            for (size_t i = 0; i < s.w->page.count; i++)
                if (row_focusable(&s.w->page.rows[i]) && !seen[i])
                    fail_msg("run %u: %s does not lead to '%s'", run,
                             list ? "the list" : "the grid", s.w->page.rows[i].text);
            free(seen);
            wizard_focus(s.w, 0);
            sitting_command(&s, CMD_LIST);
        }
        sitting_end(&s);
    }
}

/* 09:00 is column 32 and 12:00 column 41: the bar is [Wash===] from 32 to 40. Row 1 has the hours.
 */
static void a_click_reaches_the_bars_of_the_grid(void **state)
{
    static const struct {
        int row, col;
        const char *want; /* of the row that is there */
    } clicks[] = {{2, 32, "Mon 09:00-12:00 Wash 3 h"},
                  {2, 40, "Mon 09:00-12:00 Wash 3 h"},
                  {2, 41, "Monday"},
                  {2, 0, "Monday"},
                  {3, 44, "Mon 11:00-15:00 Art 4 h"},
                  {3, 30, "Monday"},
                  {4, 50, "Tuesday"},
                  {1, 32, NULL}};
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=12:00 what=Wash;"
                               "time t2 days=Mon start=11:00 end=15:00 what=Art");
    (void)state;
    for (size_t i = 0; i < COUNT(clicks); i++) {
        size_t row = paint_row_at(s.w, CHARSET_UTF8, 24, 80,
                                  (struct paint_cell){clicks[i].row, clicks[i].col});
        const char *got = row < s.w->page.count ? s.w->page.rows[row].text : "";
        if (strcmp(got, clicks[i].want ? clicks[i].want : "") != 0)
            fail_msg("row %d, column %d: '%s'", clicks[i].row, clicks[i].col, got);
    }
    sitting_end(&s);
}

/* Five columns an hour in 132 columns: 09:00 is column 5 + 45 = 50. A tall window has the third
 * lane, too. */
static void a_large_window_has_longer_bars_and_more_lanes(void **state)
{
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=12:00 what=Breakfast;"
                               "time t2 days=Mon start=10:00 end=12:00 what=Walk;"
                               "time t3 days=Mon start=10:30 end=12:00 what=Physio");
    struct canvas canvas;
    struct text all = {0};
    (void)state;
    at_size(&s, 50, 132);
    wizard_rebuild(s.w);
    paint(&s, 50, 132, &canvas);
    canvas_text(&canvas, false, &all);
    const char *want = "\nMon                                               [Breakfast====]\n"
                       "  2                                                    [Walk====]\n"
                       "  3                                                      [Physio]\n"
                       "Tue\n";
    if (!strstr(text_str(&all), want) || !strstr(text_str(&all), "\n     00             03"))
        fail_msg("%s", text_str(&all));
    text_free(&all);
    canvas_free(&canvas);
    sitting_end(&s);
}

/* How many of the lines of the week are told below the grid. */
static int told_below(struct sitting *s, int rows, int cols, struct text *all)
{
    struct canvas canvas;
    int told = 0;
    at_size(s, rows, cols);
    wizard_rebuild(s->w);
    paint(s, rows, cols, &canvas);
    text_clear(all);
    canvas_text(&canvas, false, all);
    for (size_t i = 0; i < s->w->page.count; i++) {
        char line[200];
        snprintf(line, sizeof line, "\n%s", s->w->page.rows[i].text);
        told += s->w->page.rows[i].act == in_hand(s)->act && strstr(text_str(all), line);
    }
    canvas_free(&canvas);
    return told;
}

/* All of them or none, whichever is in hand; a click reaches them there. */
static void a_large_window_tells_every_line_in_full(void **state)
{
    struct sitting s = sitting_with("middling", "/home/ann/plan.csv");
    struct text before = {0}, after = {0};
    (void)state;
    go_to_week(&s);
    wizard_focus(s.w, sitting_row(&s, "Mon 18:00"));
    assert_int_equal(told_below(&s, 24, 80, &before), 0);
    assert_int_equal(told_below(&s, 44, 132, &before), 0);
    assert_int_equal(told_below(&s, 50, 132, &before), 16);
    wizard_focus(s.w, sitting_row(&s, "Sat 10:00"));
    assert_int_equal(told_below(&s, 50, 132, &after), 16);
    const char *list = "\nMonday: 3 lines, 11 h 30 m, 34.68\n";
    assert_string_equal(strstr(text_str(&after), list), strstr(text_str(&before), list));
    int row = 0;
    for (const char *c = strstr(text_str(&after), "\nWed 13:00-16:00"); c > text_str(&after); c--)
        row += *c == '\n';
    size_t hit = paint_row_at(s.w, CHARSET_UTF8, 50, 132, (struct paint_cell){row, 3});
    assert_int_equal(hit, sitting_row(&s, "Wed 13:00-16:00"));
    text_free(&before);
    text_free(&after);
    sitting_end(&s);
}

/* ---- the list ---- */

static const struct {
    const char *row, *state;
} listed[] = {
    {"Monday", "2 lines, 11 h 30 m, 37.50"},
    {"Mon 09:00-11:30 Wash, dress and a slow breakfast 2 h 30 m", "overlap, Sam"},
    {"Mon 11:00-20:00 Art 9 h", "overlap, Ros"},
    {"Tuesday", "1 line, 9 h, not all priced"},
    {"Tue 22:00-07:00 Sleep-in 9 h", "overnight, Bea"},
    {"Wednesday", "nothing"},
    {"Thursday", "1 line, 2 h, 30.00"},
    {"Thu 09:00-10:00 Hoist 1 h", "2 workers, Sam"},
};

static void a_row_of_the_list_can_be_understood_alone(void **state)
{
    struct sitting s =
        week_of("supporter s1 name=Sam kind=pa; rate r1 supporter=s1 price=15.00 unit=hour;"
                "supporter s2 name=Ros kind=family; supporter s3 name=Bea kind=pa;"
                "time t1 days=Mon start=09:00 end=11:30 what=Wash supporter=s1;"
                "time t2 days=Mon start=11:00 end=20:00 what=Art supporter=s2;"
                "time t3 days=Tue start=22:00 end=07:00 what=Sleep-in supporter=s3;"
                "time t4 days=Thu start=09:00 end=10:00 what=Hoist supporter=s1 workers=2");
    (void)state;
    assert_int_equal(
        plan_set(s.w->plan, F_TIME_WHAT, "t1", "Wash, dress and a slow breakfast", PLAN_LAST, NULL),
        ST_OK);
    sitting_command(&s, CMD_LIST);
    for (size_t i = 0; i < COUNT(listed); i++) {
        const struct row *row = &s.w->page.rows[i];
        if (strcmp(row->text, listed[i].row) != 0 || strcmp(row->state, listed[i].state) != 0)
            fail_msg("row %zu is '%s: %s'", i, row->text, row->state);
    }
    sitting_end(&s);
}

/* A line of 16 columns for day and times, 32 for the name, 9 for " 2 h 30 m": 57. */
static void a_name_is_cut_only_where_there_is_no_room(void **state)
{
    static const struct {
        enum mode mode;
        int cols;
        const char *row;
    } rooms[] = {
        {MODE_FULL, 58, "Mon 09:00-11:30 Wash, dress and a slow breakfast 2 h 30 m"},
        {MODE_FULL, 57, "Mon 09:00-11:30 Wash, dress and a slow 2 h 30 m"},
        {MODE_FULL, 40, "Mon 09:00-11:30 Wash, dress 2 h 30 m"},
        {MODE_PLAIN, 40, "Mon 09:00-11:30 Wash, dress and a slow breakfast 2 h 30 m"},
        /* of a braille line of 40, the name has what the states leave */
        {MODE_READER, 80, "Mon 09:00-11:30 Wash"},
    };
    struct sitting s = week_of("time t1 days=Mon start=09:00 end=11:30 what=Wash supporter=s1;"
                               "supporter s1 name=Sam kind=pa;"
                               "time t2 days=Mon start=11:00 end=20:00 what=Art supporter=s1");
    (void)state;
    assert_int_equal(
        plan_set(s.w->plan, F_TIME_WHAT, "t1", "Wash, dress and a slow breakfast", PLAN_LAST, NULL),
        ST_OK);
    for (size_t i = 0; i < COUNT(rooms); i++) {
        s.w->mode = rooms[i].mode;
        at_size(&s, 24, rooms[i].cols);
        wizard_rebuild(s.w);
        if (strcmp(s.w->page.rows[1].text, rooms[i].row) != 0)
            fail_msg("in %d columns it is '%s'", rooms[i].cols, s.w->page.rows[1].text);
    }
    sitting_end(&s);
}

/* 17 rows or 77 columns are too few for the grid. */
static void a_small_window_has_the_list(void **state)
{
    static const struct {
        int rows, cols;
        bool grid;
    } sizes[] = {{24, 80, true},  {18, 78, true},  {17, 80, false},
                 {24, 77, false}, {12, 40, false}, {50, 132, true}};
    struct sitting s = week_of(WEEK);
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct canvas canvas;
        struct text got = {0};
        at_size(&s, sizes[i].rows, sizes[i].cols);
        wizard_rebuild(s.w);
        paint(&s, sizes[i].rows, sizes[i].cols, &canvas);
        canvas_text(&canvas, false, &got);
        if ((strstr(text_str(&got), "\n     00       ") != NULL) != sizes[i].grid)
            fail_msg("%d rows of %d:\n%s", sizes[i].rows, sizes[i].cols, text_str(&got));
        text_free(&got);
        canvas_free(&canvas);
        /* the keys go with the picture: right is along the day in the grid only */
        wizard_focus(s.w, 0);
        sitting_command(&s, CMD_RIGHT);
        assert_int_equal(wizard_at(s.w)->focus, sizes[i].grid ? 1 : 0);
    }
    sitting_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_stands_under_its_hours),
        cmocka_unit_test(the_weeks_of_the_examples_look_so),
        cmocka_unit_test(the_line_in_hand_stands_out_in_the_week),
        cmocka_unit_test(undo_has_the_line_in_hand_on_the_nearest_day),
        cmocka_unit_test(arrows_go_along_the_day_and_from_day_to_day),
        cmocka_unit_test(what_was_added_moved_or_copied_is_in_hand),
        cmocka_unit_test(the_next_gap_and_overlap_are_shown_and_told),
        cmocka_unit_test(every_command_is_one_step_that_undo_turns_round),
        cmocka_unit_test(the_only_line_of_a_week_is_meant_without_a_number),
        cmocka_unit_test(what_can_not_be_done_is_told_and_changes_nothing),
        cmocka_unit_test(a_line_or_its_whole_day_is_copied_by_keys),
        cmocka_unit_test(two_at_once_is_asked_once_and_never_again),
        cmocka_unit_test(family_beside_somebody_is_not_asked_about),
        cmocka_unit_test(a_line_is_told_before_it_counts),
        cmocka_unit_test(tab_changes_a_part_of_what_was_understood),
        cmocka_unit_test(how_long_it_is_is_asked_where_times_vary),
        cmocka_unit_test(enter_on_a_day_alone_says_what_is_missing),
        cmocka_unit_test(question_by_question_leads_to_the_same_line),
        cmocka_unit_test(what_was_begun_stays_as_a_draft),
        cmocka_unit_test(a_name_that_undo_took_away_is_not_written),
        cmocka_unit_test(a_stay_of_days_says_when_it_ends),
        cmocka_unit_test(another_week_begins_as_a_copy_of_this_one),
        cmocka_unit_test(a_week_is_copied_into_another),
        cmocka_unit_test(what_comes_every_other_week_gets_a_week_of_its_own),
        cmocka_unit_test(a_price_that_is_said_is_paid_to_anybody),
        cmocka_unit_test(a_line_that_is_kept_can_come_every_so_many_weeks),
        cmocka_unit_test(a_line_comes_every_week_again),
        cmocka_unit_test(how_often_is_asked_on_the_page_of_a_line),
        cmocka_unit_test(every_line_is_reached_by_keys_and_told_in_full),
        cmocka_unit_test(a_row_of_the_list_can_be_understood_alone),
        cmocka_unit_test(a_large_window_has_longer_bars_and_more_lanes),
        cmocka_unit_test(a_large_window_tells_every_line_in_full),
        cmocka_unit_test(a_click_reaches_the_bars_of_the_grid),
        cmocka_unit_test(a_name_is_cut_only_where_there_is_no_room),
        cmocka_unit_test(a_small_window_has_the_list),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("timetable", tests, NULL, NULL);
}
