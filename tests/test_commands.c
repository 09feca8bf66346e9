/*
 * The command line: every command, its options and its exit status, what it refuses, and
 * what it never does. The program is run as from a script: no terminal anywhere.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stage.h"
#include "test.h"

/* Sam costs 12.00 an hour, and comes on Monday and Tuesday: 2 h, 24.00 a week. */
static const char small_plan[] = "\"section\",\"item\",\"field\",\"value\"\n"
                                 "\"plan\",\"\",\"format\",\"1\"\n"
                                 "\"plan\",\"\",\"form\",\"seven-questions\"\n"
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
                                 "\"end\",\"\",\"rows\",\"14\"\n";

static const char *const readers[] = {"check", "budget", "text", "timetable"};

static void copy_example(struct stage *s, const char *as)
{
    char data[65536];
    FILE *f = fopen(stage_source("forms/examples/small.csv"), "r");
    assert_non_null(f);
    size_t n = fread(data, 1, sizeof data, f);
    fclose(f);
    assert_true(n > 0 && n < sizeof data);
    stage_write(s, as, data, n);
}

static int set_up(void **state)
{
    int broken = stage_set_up(state);
    stage_write(*state, "plan.csv", small_plan, sizeof small_plan - 1);
    copy_example(*state, "ready.csv");
    return broken;
}

/* Run with words that a blank parts. */
static struct outcome run_with(const struct stage *s, const char *line, const char *input)
{
    char copy[512];
    const char *words[14] = {0};
    size_t n = 0;
    snprintf(copy, sizeof copy, "%s", line);
    for (char *word = strtok(copy, " "); word && n < 13; word = strtok(NULL, " "))
        words[n++] = word;
    return stage_run(s, words, NULL, input, input ? strlen(input) : 0);
}

static struct outcome run(const struct stage *s, const char *line)
{
    return run_with(s, line, NULL);
}

static size_t lines_in(const struct bytes *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->len; i++)
        n += b->data[i] == '\n';
    return n;
}

static void fail_with(const char *line, const struct outcome *o, const char *what)
{
    fail_msg("supportplan %s: %s. Exit status %d, standard output:\n%.300s\nstandard error:\n%s",
             line, what, o->status, o->out.data, o->err.data);
}

static bool has_line(const struct bytes *b, const char *line)
{
    size_t n = strlen(line);
    for (const char *at = b->data; (at = strstr(at, line)); at++)
        if ((at == b->data || at[-1] == '\n') && at[n] == '\n')
            return true;
    return false;
}

/* What every command gives */

static void each_command_does_its_work(void **state)
{
    static const struct {
        const char *line;
        int status;
        const char *out; /* a line of standard output, or NULL for none at all */
    } rows[] = {
        {"check ready.csv", 0, "ready.csv: Ready to send."},
        {"check --csv ready.csv", 0, "file,level,id,section,item,message"},
        {"check ready.csv --csv", 0, "file,level,id,section,item,message"},
        {"check --csv plan.csv", 1, "file,level,id,section,item,message"},
        {"budget --csv plan.csv", 0, "week.w1.cost,24.00"},
        {"budget plan.csv --csv", 0, "week.w1.cost,24.00"},
        /* 24.00 x 52 = 1248.00 */
        {"budget --csv plan.csv", 0, "cost.year,1248.00"},
        {"budget --csv -- plan.csv", 0, "cost.year,1248.00"},
        {"budget --explain plan.csv", 0, "cost.year: 1248.00"},
        {"budget --explain=cost.year plan.csv", 0, "  - 1,248.00."},
        {"budget plan.csv --explain=left.week", 0, "left.week: not known yet"},
        {"help budget", 0, "  employer.S.year"},
        {"text plan.csv", 0, "1. Before you begin"},
        {"text --width 40 plan.csv", 0, "1. Before you begin"},
        {"text --for s1 plan.csv", 0, "For Sam"},
        {"diff plan.csv ready.csv", 0, "Hours and money"},
        {"diff --csv plan.csv ready.csv", 0, "section,item,field,before,now"},
        {"diff --width 40 plan.csv plan.csv", 0, "Nothing has changed."},
        {"text plan.csv --for=sam", 0, "For Sam"},
        {"text --for fridge plan.csv", 0, "Who comes, and when"},
        {"text --for card --width 30 plan.csv", 0, "I have a support plan."},
        {"text --width=40 plan.csv", 0, "1. Before you begin"},
        {"text plan.csv --width 40", 0, "1. Before you begin"},
        {"timetable plan.csv", 0, "Wednesday: nothing planned"},
        {"timetable --csv plan.csv", 0,
         "t3,,Mon Tue,09:00,10:00,60,wash,s1,hour,12.00,1,1,budget,24.00,1248.00"},
        {"timetable plan.csv --csv", 0,
         "item,week,days,start,end,minutes,what,supporter,unit,price,workers,sharing,pays,"
         "cost_week,cost_year"},
        {"new new-1.csv", 0, "Your new plan is in new-1.csv. To open it: supportplan new-1.csv"},
        {"new --form toolkit new-2.csv", 0,
         "Your new plan is in new-2.csv. To open it: supportplan new-2.csv"},
        {"new new-3.csv --form=derbyshire", 0,
         "Your new plan is in new-3.csv. To open it: supportplan new-3.csv"},
        {"new --from plan.csv new-4.csv", 0,
         "Your new plan is in new-4.csv. To open it: supportplan new-4.csv"},
        {"new new-5.csv --from plan.csv --form toolkit", 0,
         "Your new plan is in new-5.csv. To open it: supportplan new-5.csv"},
    };
    struct stage *s = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct outcome o = run(s, rows[i].line);
        if (o.status != rows[i].status)
            fail_with(rows[i].line, &o, "the exit status is another");
        if (rows[i].out ? !has_line(&o.out, rows[i].out) : o.out.len > 0)
            fail_with(rows[i].line, &o, rows[i].out ? rows[i].out : "nothing was to be said");
        if (o.err.len > 0)
            fail_with(rows[i].line, &o, "there is something on standard error");
        outcome_free(&o);
    }
    struct bytes same = stage_read(s, "plan.csv");
    assert_string_equal(same.data, small_plan);
    bytes_free(&same);
}

static void the_forms_are_listed(void **state)
{
    static const char *const names[] = {"seven-questions", "derbyshire", "toolkit"};
    struct outcome o = run(*state, "forms");
    assert_int_equal(o.status, 0);
    assert_int_equal(lines_in(&o.out), COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++)
        assert_non_null(strstr(o.out.data, names[i]));
    outcome_free(&o);
}

static void a_plan_comes_in_on_standard_input(void **state)
{
    struct stage *s = *state;
    for (size_t i = 0; i < COUNT(readers); i++) {
        char from_file[64], from_input[64];
        snprintf(from_file, sizeof from_file, "%s --csv plan.csv", readers[i]);
        snprintf(from_input, sizeof from_input, "%s --csv -", readers[i]);
        if (strcmp(readers[i], "text") == 0) {
            snprintf(from_file, sizeof from_file, "text plan.csv");
            snprintf(from_input, sizeof from_input, "text -");
        }
        struct outcome a = run(s, from_file), b = run_with(s, from_input, small_plan);
        bool check = strcmp(readers[i], "check") == 0; /* its rows begin with the file's name */
        if (a.status != b.status || (!check && strcmp(a.out.data, b.out.data) != 0) ||
            lines_in(&a.out) != lines_in(&b.out))
            fail_with(from_input, &b, "it is not as from a file");
        outcome_free(&a);
        outcome_free(&b);
    }
}

static void help_is_there_for_every_command(void **state)
{
    static const char *const commands[] = {"new", "check", "budget", "text", "timetable", "forms"};
    static const struct {
        const char *before, *after;
    } ways[] = {{"help ", ""}, {"", " --help"}, {"--help ", ""}, {"", " -h"}};
    struct outcome all = run(*state, "--help");
    assert_int_equal(all.status, 0);
    assert_int_equal(all.err.len, 0);
    for (size_t i = 0; i < COUNT(commands); i++) {
        char usage[64];
        snprintf(usage, sizeof usage, "supportplan %s", commands[i]);
        if (!strstr(all.out.data, usage))
            fail_with("--help", &all, commands[i]);
        for (size_t w = 0; w < COUNT(ways); w++) {
            char line[64];
            snprintf(line, sizeof line, "%s%s%s", ways[w].before, commands[i], ways[w].after);
            struct outcome o = run(*state, line);
            if (o.status != 0 || o.err.len > 0 || strncmp(o.out.data, usage, strlen(usage)) != 0)
                fail_with(line, &o, "this is not its help");
            outcome_free(&o);
        }
    }
    struct outcome same = run(*state, "help");
    assert_string_equal(all.out.data, same.out.data);
    outcome_free(&all);
    outcome_free(&same);
}

static void the_version_is_told(void **state)
{
    struct outcome o = run(*state, "--version");
    assert_int_equal(o.status, 0);
    assert_int_equal(strncmp(o.out.data, "supportplan ", 12), 0);
    assert_int_equal(o.err.len, 0);
    outcome_free(&o);
}

static void a_width_is_kept_to(void **state)
{
    static const int widths[] = {30, 40, 66, 120};
    struct stage *s = *state;
    for (size_t i = 0; i < COUNT(widths); i++) {
        char line[64];
        snprintf(line, sizeof line, "text --width %d plan.csv", widths[i]);
        struct outcome o = run(s, line);
        for (const char *at = o.out.data; *at; at += strcspn(at, "\n") + 1)
            if ((int)strcspn(at, "\n") > widths[i])
                fail_msg("%s: %.*s", line, (int)strcspn(at, "\n"), at);
        outcome_free(&o);
    }
}

/* What is refused */

static void expect_refusal(const char *line, const struct outcome *o, int status)
{
    if (o->status != status)
        fail_with(line, o, "the exit status is another");
    if (o->out.len > 0)
        fail_with(line, o, "there is something on standard output");
    if (lines_in(&o->err) != 1 || o->err.len < 20 || o->err.data[o->err.len - 1] != '\n')
        fail_with(line, o, "one sentence on standard error was to be there");
    if (o->seconds > 20)
        fail_with(line, o, "it took long");
}

static void wrong_words_are_told_in_one_line(void **state)
{
    static const char *const lines[] = {
        "--frob",
        "check",
        "budget",
        "text",
        "timetable",
        "new",
        "check --frob plan.csv",
        "budget plan.csv ready.csv",
        "forms plan.csv",
        "new a.csv b.csv",
        "new --form",
        "new --form nothing a.csv",
        "new --from nothing.csv a.csv",
        "budget --width 40 plan.csv",
        "check --width 40 plan.csv",
        "text --csv plan.csv",
        "diff plan.csv",
        "diff plan.csv none.csv",
        "diff plan.csv plan.csv ready.csv",
        "diff --width 10 plan.csv ready.csv",
        "text --for",
        "text --for nobody-here plan.csv",
        "budget --for s1 plan.csv",
        "text --width",
        "text --width plan.csv",
        "text --width 0 plan.csv",
        "text --width -5 plan.csv",
        "text --width 12345678901234567890 plan.csv",
        "text --width forty plan.csv",
        "budget --csv=yes plan.csv",
        "budget --csv --explain plan.csv",
        "--plain --screen-reader plan.csv",
        "budget --explain= plan.csv",
        "budget --explain=nothing plan.csv",
        "budget --explain cost.year plan.csv",
        "check --explain plan.csv",
        "--csv plan.csv",
        "plan.csv ready.csv",
        "--plain plan.csv ready.csv",
        "--plain -",
        "--plain no-folder/a.csv",
        "--plain plan.csv/a.csv",
        "-",
        "help nothing",
    };
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct outcome o = run(*state, lines[i]);
        expect_refusal(lines[i], &o, 2);
        outcome_free(&o);
    }
    assert_false(stage_has(*state, "a.csv"));
}

static void write_bad_files(struct stage *s)
{
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0";
    static const char zip[] = "PK\3\4\24\0\6\0\10\0\0\0!\0[Content_Types].xml \242\4\2(\240\0\2";
    static const char nul[] =
        "\"section\",\"item\",\"field\",\"value\"\n\"plan\",\"\",\"t\0\",\"1\"\n";
    static const char other[] = "name,amount\nbread,1.20\n";
    static const char prose[] = "Dear council,\nhere is my plan.\n";
    size_t much = 16u * 1024 * 1024 + 1;
    char *big = malloc(much);
    assert_non_null(big);
    memset(big, 'x', much);
    memcpy(big, small_plan, sizeof small_plan - 1);
    stage_write(s, "big.csv", big, much);
    free(big);
    stage_write(s, "png.csv", png, sizeof png - 1);
    stage_write(s, "sheet.xlsx", zip, sizeof zip - 1);
    stage_write(s, "nul.csv", nul, sizeof nul - 1);
    stage_write(s, "other.csv", other, sizeof other - 1);
    stage_write(s, "prose.txt", prose, sizeof prose - 1);
    stage_write(s, "empty.csv", "", 0);
    assert_int_equal(mkdir(stage_path(s, "folder"), 0700), 0);
    assert_int_equal(mkfifo(stage_path(s, "fifo"), 0600), 0);
    assert_int_equal(symlink("/dev/zero", stage_path(s, "zero")), 0);
    assert_int_equal(symlink("nowhere", stage_path(s, "loose")), 0);
    assert_int_equal(symlink("loop", stage_path(s, "loop")), 0);
}

static void what_is_not_a_plan_is_refused_in_one_sentence(void **state)
{
    static const char *const files[] = {
        "nothing.csv", "folder",    "folder/", "fifo",       "zero",      "/dev/zero",
        "/dev/null",   "empty.csv", "png.csv", "sheet.xlsx", "nul.csv",   "other.csv",
        "prose.txt",   "big.csv",   "loose",   "loop",       "plan.csv/x"};
    static const char *const commands[] = {
        "check", "check --csv", "budget",          "budget --csv",
        "text",  "timetable",   "timetable --csv", "new a.csv --from"};
    write_bad_files(*state);
    for (size_t i = 0; i < COUNT(files); i++)
        for (size_t c = 0; c < COUNT(commands); c++) {
            char line[128];
            snprintf(line, sizeof line, "%s %s", commands[c], files[i]);
            struct outcome o = run(*state, line);
            expect_refusal(line, &o, 2);
            outcome_free(&o);
        }
    assert_false(stage_has(*state, "a.csv"));
}

static void the_wizard_refuses_what_is_not_a_plan(void **state)
{
    static const char *const files[] = {"folder",     "fifo",    "/dev/zero", "empty.csv",
                                        "sheet.xlsx", "nul.csv", "big.csv"};
    write_bad_files(*state);
    for (size_t i = 0; i < COUNT(files); i++) {
        char line[128];
        snprintf(line, sizeof line, "--plain %s", files[i]);
        struct outcome o = run_with(*state, line, "quit\n");
        expect_refusal(line, &o, 2);
        outcome_free(&o);
    }
}

static void standard_input_is_held_to_the_same_limits(void **state)
{
    size_t much = 16u * 1024 * 1024 + 1;
    char *big = malloc(much);
    const char *const words[] = {"budget", "--csv", "-", NULL};
    assert_non_null(big);
    memset(big, 'x', much);
    struct outcome o = stage_run(*state, words, NULL, big, much);
    expect_refusal("budget --csv - (too much)", &o, 2);
    outcome_free(&o);
    free(big);
    o = run(*state, "budget --csv -");
    expect_refusal("budget --csv - (nothing)", &o, 2);
    outcome_free(&o);
}

/* Nobody knows by heart whom a plan names. */
static void who_is_not_in_the_plan_is_answered_with_who_is(void **state)
{
    struct outcome o = run(*state, "text --for s9 plan.csv");
    if (o.status != 2 || o.out.len || !strstr(o.err.data, "\"Sam\", ") ||
        !strstr(o.err.data, "fridge"))
        fail_with("text --for s9 plan.csv", &o, "nobody is named");
    outcome_free(&o);
}

static void one_bad_plan_of_several_does_not_hide_the_others(void **state)
{
    static const struct {
        const char *line;
        int status;
        const char *first, *last; /* both are judged */
    } rows[] = {
        {"check ready.csv nothing.csv plan.csv", 2, "ready.csv", "plan.csv"},
        {"check nothing.csv ready.csv", 2, "ready.csv", "ready.csv"},
        {"check ready.csv plan.csv", 1, "ready.csv", "plan.csv"},
        {"check ready.csv ready.csv", 0, "ready.csv", "ready.csv"},
        {"check --csv ready.csv nothing.csv plan.csv", 2, "file,level", "plan.csv"},
        {"check ready.csv plan.csv", 1,
         "\n\nplan.csv: ", "\n\n1 of 2 plans are ready to send. Not ready yet:\n- plan.csv\n"},
        {"check ready.csv nothing.csv ready.csv", 2, "ready.csv",
         "\n\n2 of 2 plans are ready to send.\n"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct outcome o = run(*state, rows[i].line);
        if (o.status != rows[i].status)
            fail_with(rows[i].line, &o, "the exit status is another");
        if (!strstr(o.out.data, rows[i].first) || !strstr(o.out.data, rows[i].last))
            fail_with(rows[i].line, &o, "a plan is not judged");
        if ((strstr(rows[i].line, "nothing.csv") != NULL) != (lines_in(&o.err) == 1))
            fail_with(rows[i].line, &o, "the bad one was to be told once");
        outcome_free(&o);
    }
}

static void a_file_that_is_there_is_never_written_over(void **state)
{
    static const char *const lines[] = {"new plan.csv", "new --form toolkit plan.csv",
                                        "new --from ready.csv plan.csv", "new folder", "new loose"};
    write_bad_files(*state);
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct outcome o = run(*state, lines[i]);
        expect_refusal(lines[i], &o, 3);
        outcome_free(&o);
    }
    struct bytes same = stage_read(*state, "plan.csv");
    assert_string_equal(same.data, small_plan);
    bytes_free(&same);
    assert_false(stage_has(*state, "nowhere"));
}

static void what_can_not_be_saved_is_told(void **state)
{
    static const char *const lines[] = {"new no-folder/a.csv", "new plan.csv/a.csv",
                                        "new /proc/a.csv"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct outcome o = run(*state, lines[i]);
        expect_refusal(lines[i], &o, 3);
        outcome_free(&o);
    }
}

/* Standard output is a full disk, or a pipe whose reader has gone, or not there. */
enum out { OUT_FULL, OUT_BROKEN, OUT_NONE };

static bool put_out(enum out out)
{
    int ends[2];
    switch (out) {
    case OUT_FULL:
        return freopen("/dev/full", "w", stdout) != NULL;
    case OUT_BROKEN:
        return pipe(ends) == 0 && close(ends[0]) == 0 && dup2(ends[1], STDOUT_FILENO) >= 0 &&
               close(ends[1]) == 0;
    case OUT_NONE:
        return close(STDOUT_FILENO) == 0;
    }
    return false;
}

/* Run the program with that for its output: its exit status, and what it says. */
static int status_with(struct stage *s, const char *word, enum out out, struct bytes *err)
{
    const char *argv[] = {stage_program(), word, strchr(word, '-') ? NULL : "plan.csv", NULL};
    int status = -1;
    if (strcmp(word, "forms") == 0 || strcmp(word, "help") == 0)
        argv[2] = NULL;
    char told[STAGE_PATH_MAX];
    snprintf(told, sizeof told, "%s", stage_path(s, "told"));
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        if (!freopen(told, "w", stderr) || !put_out(out))
            _exit(99);
        stage_exec(s, argv, NULL);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    *err = stage_read(s, "told");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A printer's queue, a stick, a pipe to a pager: what was not printed is told, and why. */
static void what_can_not_be_printed_is_told(void **state)
{
    static const char *const words[] = {"forms", "help",   "--help", "--version",
                                        "check", "budget", "text",   "timetable"};
    static const char *const whys[] = {[OUT_FULL] = "There is no room left where this should go.",
                                       [OUT_BROKEN] =
                                           "What was to read this stopped before the end.",
                                       [OUT_NONE] = "There is nowhere to print this."};
    for (size_t i = 0; i < COUNT(words) * COUNT(whys); i++) {
        const char *word = words[i % COUNT(words)], *why = whys[i / COUNT(words)];
        struct bytes err = {0};
        int status = status_with(*state, word, (enum out)(i / COUNT(words)), &err);
        if (status != 3 || lines_in(&err) != 1 || !strstr(err.data, why))
            fail_msg("%s: exit status %d, and it says '%s', not '%s'", word, status, err.data, why);
        bytes_free(&err);
    }
}

/* Nobody means to begin a plan called chekc. */
static void a_slip_in_a_commands_word_is_no_new_plan(void **state)
{
    static const struct {
        const char *line, *told;
    } rows[] = {
        {"chekc plan.csv", "There is no file chekc. Did you mean check?"},
        {"chekc", "There is no file chekc. Did you mean check?"},
        {"--plain chekc", "There is no file chekc. Did you mean check?"},
        {"budgte --csv plan.csv", "There is no file budgte. Did you mean budget?"},
        {"timetabel plan.csv", "There is no file timetabel. Did you mean timetable?"},
        {"hlep", "There is no file hlep. Did you mean help?"},
        {"form", "There is no file form. Did you mean forms?"},
        {"HELP", "There is no file HELP. Did you mean help?"},
        {"Check plan.csv", "There is no file Check. Did you mean check?"},
        {"compare old.csv new.csv", "To compare two: diff OLD NEW."},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct outcome o = run(*state, rows[i].line);
        expect_refusal(rows[i].line, &o, 2);
        if (!strstr(o.err.data, rows[i].told))
            fail_with(rows[i].line, &o, "it was to say what was meant");
        outcome_free(&o);
    }
    assert_false(stage_has(*state, "chekc"));
    assert_false(stage_has(*state, "HELP"));
}

static void what_looks_like_a_file_is_one(void **state)
{
    static const char *const lines[] = {"--plain chekc.csv", "--plain ./chekc", "--plain -- chekc",
                                        "--plain text",      "--plain my-plan", "--plain txet"};
    struct stage *s = *state;
    stage_write(s, "txet", small_plan, sizeof small_plan - 1);
    for (size_t i = 0; i < COUNT(lines); i++) {
        bool command = strstr(lines[i], " text") != NULL;
        struct outcome o = run_with(s, lines[i], "quit\n");
        if (o.status != (command ? 2 : 0))
            fail_with(lines[i], &o, "the exit status is another");
        outcome_free(&o);
    }
}

static void another_plans_shape_brings_nobodys_words(void **state)
{
    static const char *const private_words[] = {"Lee", "Sam", "12.00", "wash"};
    struct stage *s = *state;
    struct outcome o = run(s, "new --from plan.csv shape.csv");
    assert_int_equal(o.status, 0);
    outcome_free(&o);
    struct bytes b = stage_read(s, "shape.csv");
    for (size_t i = 0; i < COUNT(private_words) - 1; i++)
        if (strstr(b.data, private_words[i]))
            fail_msg("%s is in the new plan:\n%s", private_words[i], b.data);
    assert_non_null(strstr(b.data, "\"rate\",\"r2\",\"price\",\"?\""));
    assert_non_null(strstr(b.data, "\"rate\",\"r2\",\"unit\",\"hour\""));
    assert_non_null(strstr(b.data, "\"time\",\"t3\",\"start\",\"09:00\""));
    bytes_free(&b);
}

/* What never happens */

static void no_escape_is_ever_written_to_a_pipe(void **state)
{
    static const char *const lines[] = {
        "check plan.csv",   "budget plan.csv", "text plan.csv", "timetable plan.csv", "forms",
        "--help",           "--version",       "plan.csv",      "--plain plan.csv",   "--frob",
        "check nothing.csv"};
    static const char *const envs[][3] = {{"TERM=xterm-256color", NULL, NULL},
                                          {"TERM=xterm-256color", "NO_COLOR=1", NULL}};
    for (size_t i = 0; i < COUNT(lines); i++)
        for (size_t e = 0; e < COUNT(envs); e++) {
            char copy[64];
            const char *words[4] = {0};
            size_t n = 0;
            snprintf(copy, sizeof copy, "%s", lines[i]);
            for (char *word = strtok(copy, " "); word && n < 3; word = strtok(NULL, " "))
                words[n++] = word;
            struct outcome o = stage_run(*state, words, envs[e], "list\nquit\n", 10);
            if (strchr(o.out.data, 0x1b) || strchr(o.err.data, 0x1b))
                fail_with(lines[i], &o, "an escape was sent to a pipe");
            outcome_free(&o);
        }
}

static void what_a_plan_holds_can_not_steer_a_terminal(void **state)
{
    static const char nasty[] = "\"section\",\"item\",\"field\",\"value\"\n"
                                "\"plan\",\"\",\"format\",\"1\"\n"
                                "\"about\",\"\",\"name\",\"a\x1b[31mb\x07\xc2\x9b"
                                "31m\"\n"
                                "\"time\",\"t1\",\"what\",\"\xe2\x80\xaegnp\x1b]0;x\x07\"\n"
                                "\"\x1b[2J\",\"\",\"x\",\"y\"\n"
                                "\"end\",\"\",\"rows\",\"4\"\n";
    static const char *const lines[] = {"check n.csv", "budget n.csv", "text n.csv",
                                        "timetable n.csv", "--plain n.csv"};
    stage_write(*state, "n.csv", nasty, sizeof nasty - 1);
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct outcome o = run_with(*state, lines[i], "go on\nrows\n1\nlist\n2\nweek\nquit\n");
        const char *const streams[] = {o.out.data, o.err.data};
        const char from_right[] = {'\xe2', '\x80', '\xae', '\0'};
        for (size_t e = 0; e < COUNT(streams); e++)
            if (strchr(streams[e], 0x1b) || strchr(streams[e], 0x07) ||
                strstr(streams[e], "\xc2\x9b") || strstr(streams[e], from_right))
                fail_with(lines[i], &o, "a control came through");
        outcome_free(&o);
    }
}

/* Who names a folder of forms means those. An empty name is none. */
static void a_folder_without_forms_is_not_passed_over_in_silence(void **state)
{
    static const struct {
        const char *env, *told;
    } rows[] = {{"SUPPORTPLAN_FORMS=/nowhere", "names a folder without forms"},
                {"SUPPORTPLAN_FORMS=", NULL}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *const env[] = {rows[i].env, NULL};
        const char *const check[] = {"budget", "plan.csv", NULL};
        const char *const open[] = {"--plain", NULL};
        struct outcome o = stage_run(*state, check, env, NULL, 0);
        struct outcome plain = stage_run(*state, open, env, "quit\n", 5);
        bool wanted = rows[i].told != NULL;
        bool told = strstr(o.err.data, "names a folder without forms") != NULL;
        /* Where none are installed either, the wizard does not begin. */
        bool said = strstr(plain.out.data, "names a folder without forms") ||
                    strstr(plain.err.data, "names a folder without forms");
        if (told != wanted || said != wanted)
            fail_with(rows[i].env, told != wanted ? &o : &plain, "what it says of the forms");
        outcome_free(&o);
        outcome_free(&plain);
    }
}

static void in_the_c_locale_every_byte_is_ascii(void **state)
{
    static const char *const env[] = {"LC_ALL=C", NULL};
    static const char accents[] =
        "\"section\",\"item\",\"field\",\"value\"\n"
        "\"plan\",\"\",\"format\",\"1\"\n"
        "\"about\",\"\",\"name\",\"Zo\xc3\xab \xc2\xa3 \xe2\x80\x9cx\xe2\x80\x9d\"\n"
        "\"end\",\"\",\"rows\",\"2\"\n";
    stage_write(*state, "zoe.csv", accents, sizeof accents - 1);
    for (size_t i = 0; i < COUNT(readers); i++) {
        const char *const words[] = {readers[i], "zoe.csv", NULL};
        struct outcome o = stage_run(*state, words, env, NULL, 0);
        for (size_t b = 0; b < o.out.len; b++)
            if ((unsigned char)o.out.data[b] > 127)
                fail_with(readers[i], &o, "a byte above 127 was written");
        outcome_free(&o);
    }
}

/* As "supportplan budget --csv /dev/fd/3 3<plan.csv" in a shell. */
static void a_plan_may_be_a_file_that_is_open_already(void **state)
{
    struct stage *s = *state;
    char line[64];
    int fd = open(stage_path(s, "plan.csv"), O_RDONLY);
    assert_true(fd > STDERR_FILENO);
    snprintf(line, sizeof line, "budget --csv /dev/fd/%d", fd);
    struct outcome o = run(s, line);
    close(fd);
    if (o.status != 0 || !has_line(&o.out, "cost.year,1248.00"))
        fail_with(line, &o, "the plan was not read");
    outcome_free(&o);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
#define COMMAND(test) cmocka_unit_test_setup_teardown(test, set_up, stage_tear_down)
        COMMAND(each_command_does_its_work),
        COMMAND(the_forms_are_listed),
        COMMAND(a_plan_comes_in_on_standard_input),
        COMMAND(a_plan_may_be_a_file_that_is_open_already),
        COMMAND(help_is_there_for_every_command),
        COMMAND(the_version_is_told),
        COMMAND(a_width_is_kept_to),
        COMMAND(wrong_words_are_told_in_one_line),
        COMMAND(what_is_not_a_plan_is_refused_in_one_sentence),
        COMMAND(the_wizard_refuses_what_is_not_a_plan),
        COMMAND(standard_input_is_held_to_the_same_limits),
        COMMAND(who_is_not_in_the_plan_is_answered_with_who_is),
        COMMAND(one_bad_plan_of_several_does_not_hide_the_others),
        COMMAND(a_file_that_is_there_is_never_written_over),
        COMMAND(what_can_not_be_saved_is_told),
        COMMAND(what_can_not_be_printed_is_told),
        COMMAND(a_slip_in_a_commands_word_is_no_new_plan),
        COMMAND(what_looks_like_a_file_is_one),
        COMMAND(another_plans_shape_brings_nobodys_words),
        COMMAND(no_escape_is_ever_written_to_a_pipe),
        COMMAND(what_a_plan_holds_can_not_steer_a_terminal),
        COMMAND(a_folder_without_forms_is_not_passed_over_in_silence),
        COMMAND(in_the_c_locale_every_byte_is_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
