/*
 * Keys and lines that nobody would press, many of them: the program never falls over,
 * the cursor is never lost, and the file is a plan that every command can read.
 * The same seeds every time; MONKEY=N tries N more of them, MONKEY_SEED=N begins with that one.
 */
#define _GNU_SOURCE /* memmem */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stage.h"
#include "test.h"
#ifdef WITH_TERMINAL
#include "terminal.h"
#endif

#define SEEDS 4
#define LINES 1500
#define KEYS 600
#define KEY_SEEDS 10
/* A key that costs more of the processor's time than this hangs; how long that takes by the clock
 * hangs on what else the machine does. */
#define WORK_MS 1000
/* But where a plan is locked on the way: in plain lines each save does the work of the passphrase
 * within its line, and on a screen it may end beside a key. A sanitizer makes that work longer. */
#define LOCKED_MS 6000

static uint32_t state_of_dice;

/* A small generator of its own, so that a seed means the same everywhere. */
static size_t dice(size_t sides)
{
    state_of_dice = state_of_dice * 1664525u + 1013904223u;
    return (size_t)(state_of_dice >> 8) % sides;
}

static size_t number_in(const char *name)
{
    const char *said = getenv(name);
    return said ? (size_t)strtoul(said, NULL, 10) : 0;
}

static size_t first_seed(void)
{
    return number_in("MONKEY_SEED");
}

static size_t last_seed(size_t usual)
{
    return first_seed() + usual + number_in("MONKEY");
}

/* Half of the seeds begin with an empty plan, half with an example. */
static void begin_plan(struct stage *s, size_t seed)
{
    static const char *const examples[] = {"small", "middling", "large"};
    const char *const words[] = {"new", "plan.csv", NULL};
    char name[64], data[65536];
    unlink(stage_path(s, "plan.csv"));
    unlink(stage_path(s, "plan.csv.age"));
    if (seed % 2 == 0) {
        struct outcome o = stage_run(s, words, NULL, NULL, 0);
        assert_int_equal(o.status, 0);
        outcome_free(&o);
        return;
    }
    snprintf(name, sizeof name, "forms/examples/%s.csv", examples[seed / 2 % 3]);
    FILE *f = fopen(stage_source(name), "r");
    assert_non_null(f);
    size_t n = fread(data, 1, sizeof data, f);
    fclose(f);
    stage_write(s, "plan.csv", data, n);
}

/* A picture that was named and never put there is told of, and is nothing odd. */
static bool is_odd(const char *told)
{
    static const char picture[] = " is not in the folder of the plan.\n";
    while (*told) {
        const char *end = strchr(told, '\n'), *at = strstr(told, picture);
        if (!end || !at || at + strlen(picture) != end + 1)
            return true;
        told = end + 1;
    }
    return false;
}

/* Whether the plan was locked on the way: then its file is another, which begins as such do. */
static bool is_locked(struct stage *s)
{
    static const char begins[] = "age-encryption.org/v1\n-> scrypt ";
    char found[sizeof begins] = "";
    FILE *f = fopen(stage_path(s, "plan.csv.age"), "r");
    if (!f)
        return false;
    size_t n = fread(found, 1, sizeof begins - 1, f);
    fclose(f);
    assert_int_equal(n, sizeof begins - 1);
    assert_string_equal(found, begins);
    return access(stage_path(s, "plan.csv"), F_OK) != 0;
}

/* The file that is left is read by every command, and nothing in it is odd. One that is locked with
 * words by chance nobody can read. */
static void expect_sound_plan(struct stage *s, size_t seed)
{
    static const char *const commands[] = {"check", "budget", "text", "timetable"};
    for (size_t i = 0; i < COUNT(commands) && !is_locked(s); i++) {
        const char *const words[] = {commands[i], "plan.csv", NULL};
        struct outcome o = stage_run(s, words, NULL, NULL, 0);
        if (o.status > 1 || (o.err.len > 0 && is_odd(o.err.data)))
            fail_msg("seed %zu: %s says %d: %s", seed, commands[i], o.status, o.err.data);
        outcome_free(&o);
    }
}

static const char *const answers[] = {
    "mon-fri 9-12 wash, Sam",
    "sat 22-6 sleep, Ros, 77.95",
    "10 hours a week out, Sam",
    "every day 8-8.30 call, Sunrise",
    "12.50",
    "-1",
    "?",
    "1 June 2027",
    "21/11/2026",
    "29 February 2027",
    "25:00",
    "14:30",
    "45 minutes",
    "tue-fri",
    "Zo\xc3\xab",
    "=1+1",
    "  two  blanks ",
    "a \"quote\" and a 'tick'",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\xa6\xbd",
    "9999999999999",
    "1000",
    "2",
    "52",
    "365/7",
    "dated",
    "2026-12-21/2027-01-03",
};

/* Plain lines */

static const char *const words[] = {
    "back",
    "help",
    "list",
    "money",
    "check",
    "undo",
    "undo",
    "redo",
    "next",
    "next",
    "next",
    "done",
    "done",
    "menu",
    "week",
    "rows",
    "form",
    "keep",
    "total",
    "gaps",
    "other",
    "add",
    "delete",
    "delete 2",
    "copy mon to tue-fri",
    "move 1 10.30",
    "longer 1",
    "shorter 1",
    "overlaps",
    "unsure",
    "clear",
    "words",
    "picture",
    "more",
    "previous",
    "hide",
    "commands",
    "text",
    "save",
    "yes",
    "no",
    "pa",
    "family",
    "hour",
    "visit",
    "week",
    "final",
    "amount",
    "new",
    "price",
    "remove",
    "leave",
    "go on",
    "derbyshire",
    "toolkit",
    "seven",
    "nowhere",
    "begin",
    "screen",
    "plain",
    "reader",
    "",
    "",
    ".",
    ".",
    ".",
    "ask",
    "mine",
    "direct-payment",
};

static void add_line(struct bytes *b)
{
    char number[8];
    const char *line = number;
    size_t kind = dice(10);
    snprintf(number, sizeof number, "%zu", dice(22));
    if (kind < 4)
        line = words[dice(COUNT(words))];
    else if (kind < 6)
        line = answers[dice(COUNT(answers))];
    bytes_add(b, line, strlen(line));
    bytes_add(b, "\n", 1);
    if (kind == 5)
        bytes_add(b, ".\n", 2);
}

static void any_lines_leave_a_sound_plan(void **state)
{
    static const char *const argv[] = {"--plain", "plan.csv", NULL};
    for (size_t seed = first_seed(); seed < last_seed(SEEDS); seed++) {
        struct bytes lines = {0};
        begin_plan(*state, seed);
        state_of_dice = (uint32_t)seed;
        for (int i = 0; i < LINES; i++)
            add_line(&lines);
        struct outcome o = stage_run(*state, argv, NULL, lines.data, lines.len);
        if (o.status != 0 || o.err.len > 0)
            fail_msg("seed %zu: exit status %d: %.900s", seed, o.status, o.err.data);
        outcome_free(&o);
        bytes_free(&lines);
        expect_sound_plan(*state, seed);
    }
}

/* Keys */

#ifdef WITH_TERMINAL
static const char *const keys[] = {
    "Up",        "Down",   "Down",      "Down",       "Left",   "Right",  "Tab",    "Tab",
    "Shift-Tab", "Enter",  "Enter",     "Enter",      "Enter",  "Esc",    "F1",     "F2",
    "F2",        "F3",     "F4",        "Home",       "End",    "PgUp",   "PgDn",   "Backspace",
    "Del",       "Ctrl-a", "Ctrl-e",    "Ctrl-w",     "Ctrl-k", "Ctrl-z", "Ctrl-y", "Ctrl-n",
    "Ctrl-p",    "Ctrl-l", "Alt-b",     "Alt-f",      "a",      "c",      "d",      "u",
    "r",         "l",      "m",         "k",          "x",      "o",      "g",      "w",
    "v",         "+",      "-",         "=",          "t",      "n",      "p",      "?",
    "b",         " ",      "Ctrl-Left", "Ctrl-Right", "F9",     "Ins",    "z",      "F5",
    "Alt-p",
};

static const char *const terms[] = {"TERM=xterm-256color", "TERM=vt100", "TERM=linux", "TERM=dumb",
                                    "TERM=screen"};

/* A run on a terminal. */
struct run {
    struct stage *stage;
    struct terminal *t;
    const char *term;
    size_t seed;
};

/* Whether keys are pressed, or lines typed: a key can lead to plain lines, and a line back. */
static bool takes_keys(const struct run *r)
{
    return !terminal_has_ended(r->t) && !terminal_gives_lines(r->t);
}

/* A letter at a time, while letters are taken. */
static void type_any(const struct run *r, const char *typed)
{
    char one[5];
    for (size_t n; *typed && takes_keys(r); typed += n) {
        for (n = 1; ((unsigned char)typed[n] & 0xc0) == 0x80 && n < sizeof one - 1;)
            n++;
        snprintf(one, sizeof one, "%.*s", (int)n, typed);
        terminal_type(r->t, one);
    }
}

/* Bytes in one go, as from a slow line or a cat on the keyboard: half characters, parts of what
 * keys send, new lines; but no control that a terminal in plain mode would act on itself. */
static void send_noise(const struct run *r)
{
    static const char own[] = "\x03\x04\x0f\x11\x13\x16\x1a\x1c";
    char noise[64];
    size_t len = 2 + dice(sizeof noise - 2);
    for (size_t i = 0; i < len; i++) {
        size_t kind = dice(8);
        noise[i] = (char)(kind == 0 ? 0x1b : kind == 1 ? '[' : kind == 2 ? '\r' : dice(256));
        if (strchr(own, noise[i]))
            noise[i] = ' ';
    }
    terminal_send(r->t, noise, len);
}

static void paste_any(const struct run *r)
{
    static const char lines[] = "mon 9-11 wash, Sam\ntue 10-12 tea\r\n\n\x1b[200~q\ty\n";
    const char *text = dice(4) == 0 ? lines : answers[dice(COUNT(answers))];
    if (dice(2) == 0)
        terminal_paste(r->t, text);
    else
        terminal_send(r->t, text, strlen(text));
}

static void change_size(const struct run *r)
{
    static const int sizes[][2] = {{24, 80}, {12, 40}, {24, 80},   {50, 132},
                                   {5, 20},  {1, 1},   {200, 500}, {0, 0}};
    size_t i = dice(COUNT(sizes));
    if (sizes[i][0] == 0)
        terminal_lose_size(r->t);
    else
        terminal_resize(r->t, sizes[i][0], sizes[i][1]);
}

/* Told to stop by a key of the terminal; or stopped, and another program has had the terminal. */
static void stop_and_go_on(const struct run *r)
{
    if (dice(2) == 0) {
        terminal_signal_answered(r->t, SIGTSTP);
        return;
    }
    terminal_signal(r->t, SIGSTOP);
    terminal_signal_answered(r->t, SIGCONT);
}

static void press_any(const struct run *r)
{
    size_t kind = dice(40);
    if (kind < 29)
        terminal_key(r->t, keys[dice(COUNT(keys))]);
    else if (kind < 33)
        type_any(r, answers[dice(COUNT(answers))]);
    else if (kind < 36)
        paste_any(r);
    else if (kind < 37)
        send_noise(r);
    else if (kind < 39)
        change_size(r);
    else
        stop_and_go_on(r);
}

/* Many lines lead back to the screen, for a key soon leads away from it. */
static void type_any_line(const struct run *r)
{
    static const char *const back[] = {"screen\n", "reader\n"};
    struct bytes line = {0};
    size_t i = dice(20);
    if (i < COUNT(back))
        bytes_add(&line, back[i], strlen(back[i]));
    else
        add_line(&line);
    terminal_type(r->t, line.data);
    bytes_free(&line);
}

/* Nothing came that a sanitizer says, and nothing broke. */
static void expect_no_report(const struct run *r)
{
    static const char *const reports[] = {"runtime error:", "Sanitizer"};
    const struct bytes *sent = terminal_bytes(r->t);
    for (size_t i = 0; i < COUNT(reports); i++) {
        const char *at = memmem(sent->data, sent->len, reports[i], strlen(reports[i]));
        if (at)
            fail_msg("%s, seed %zu: %.900s", r->term, r->seed, at);
    }
}

static void expect_end(struct run *r, int status)
{
    int was = terminal_wait_end(r->t);
    expect_no_report(r);
    if (was != status)
        fail_msg("%s, seed %zu: it ended with %d", r->term, r->seed, was);
    terminal_end(r->t);
    r->t = NULL;
}

/* Some keys lead out of the program: it is started again. */
static void be_there(struct run *r)
{
    static const char *const argv[] = {"plan.csv", NULL};
    const char *const env[] = {r->term, NULL};
    if (r->t && terminal_has_ended(r->t))
        expect_end(r, 0);
    if (r->t)
        return;
    unlink(stage_path(r->stage, ".config/supportplan/settings")); /* it may say: plain lines */
    r->t = terminal_start(r->stage, argv, env, 24, 80);
}

/* Whether a plan is locked, whatever it is called now: work with a passphrase takes long. */
static bool any_locked(const struct run *r)
{
    bool any = false;
    DIR *dir = opendir(stage_path(r->stage, "."));
    for (const struct dirent *d; dir && (d = readdir(dir));)
        any = any || strstr(d->d_name, ".csv.age");
    if (dir)
        closedir(dir);
    return any;
}

/* One key, or what else can happen, and its answer. */
static void do_any(struct run *r, int number)
{
    be_there(r);
    long before = terminal_worked_ms(r->t);
    if (takes_keys(r))
        press_any(r);
    else
        type_any_line(r);
    if (terminal_has_ended(r->t))
        return;
    long most = any_locked(r) ? LOCKED_MS : WORK_MS;
    if (before >= 0 && terminal_worked_ms(r->t) - before > most)
        fail_msg("%s, seed %zu: number %d takes long", r->term, r->seed, number);
    if (takes_keys(r) && !terminal_cursor_visible(r->t))
        fail_msg("%s, seed %zu: after number %d the cursor is hidden", r->term, r->seed, number);
}

static void any_keys_leave_a_sound_plan(void **state)
{
    for (size_t seed = first_seed(); seed < last_seed(KEY_SEEDS); seed++) {
        struct run r = {.stage = *state, .term = terms[seed % COUNT(terms)], .seed = seed};
        begin_plan(*state, seed);
        state_of_dice = (uint32_t)seed;
        for (int i = 0; i < KEYS; i++)
            do_any(&r, i);
        be_there(&r);
        terminal_signal(r.t, SIGTERM);
        expect_end(&r, 128 + SIGTERM);
        expect_sound_plan(*state, seed);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_lines_leave_a_sound_plan, stage_set_up,
                                        stage_tear_down),
#ifdef WITH_TERMINAL
        cmocka_unit_test_setup_teardown(any_keys_leave_a_sound_plan, stage_set_up, stage_tear_down),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
