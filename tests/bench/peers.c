/*
 * Beside other programs for a terminal, in the same run: the time to the first picture, the
 * bytes of it, of a move, of a letter typed at the end of a line, and of ten seconds in which
 * nobody does anything; and the memory. Bytes matter on slow lines, and to screen readers,
 * which have to take them all. Prints a table, and our times and memory as ratios to the others';
 * judges nothing. Who is not there is left out.
 *
 * Usage: peers RUNS PROGRAM PLAN BIG_PLAN
 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "seat.h"

#define RUNS_MAX 1000
#define WORDS_MAX 16
#define IDLE_MS 10000
#define DOWN "\033OB"
#define UP "\033OA"

/* A program and what to do with it. OURS stands for our program, PLAN and BIG for plans. */
struct peer {
    const char *name;
    const char *words[WORDS_MAX];
    const char *move;    /* keys that move the focus; NULL where there is nothing to move to */
    const char *to_text; /* keys to the end of a text; NULL where it has none */
};

#define OURS "OURS"
#define PLAN "PLAN"
#define BIG "BIG"
#define MENU                                                                                       \
    "--menu", "Choose a section", "15", "50", "4", "1", "About me", "2", "Contacts", "3", "Risks", \
        "4", "Weekly timetable"

static const struct peer peers[] = {
    {"supportplan", {OURS, PLAN}, DOWN, DOWN DOWN "\r"},
    {"  --screen-reader", {OURS, "--screen-reader", PLAN}, DOWN, DOWN DOWN "\r"},
    {"  --plain", {OURS, "--plain", PLAN}, NULL, ""},
    {"  with 200 lines", {OURS, BIG}, DOWN, NULL},
    {"  the first page", {OURS}, DOWN, NULL},
    {"dialog, menu", {"dialog", MENU}, DOWN, NULL},
    {"dialog, input", {"dialog", "--inputbox", "Name", "10", "40", "Ann"}, NULL, ""},
    {"whiptail, menu", {"whiptail", MENU}, DOWN, NULL},
    {"whiptail, input", {"whiptail", "--inputbox", "Name", "10", "40", "Ann"}, NULL, ""},
    {"nano", {"nano", "--ignorercfiles"}, NULL, ""},
};
#define PEERS (sizeof peers / sizeof *peers)

/* What was seen of one. */
struct seen {
    bool there;
    long painted[RUNS_MAX];
    long worked[RUNS_MAX];
    struct heard first, move, letter, idle;
    long pss;
};

/* Whether a program can be started: it has a path, or is in one of the folders of PATH. */
static bool is_there(const char *program)
{
    char path[4096];
    const char *at = getenv("PATH");
    if (strchr(program, '/'))
        return access(program, X_OK) == 0;
    for (size_t len; at && *at; at += len + (at[len] == ':')) {
        len = strcspn(at, ":");
        snprintf(path, sizeof path, "%.*s/%s", (int)len, at, program);
        if (access(path, X_OK) == 0)
            return true;
    }
    return false;
}

/* The words of a peer, with ours in their places. They hold as long as argv. */
static void find_words(const struct peer *peer, char **argv, char *out[WORDS_MAX + 1])
{
    size_t n = 0;
    for (; n < WORDS_MAX && peer->words[n]; n++) {
        const char *word = peer->words[n];
        out[n] = strcmp(word, OURS) == 0   ? argv[2]
                 : strcmp(word, PLAN) == 0 ? argv[3]
                 : strcmp(word, BIG) == 0  ? argv[4]
                                           : (char *)(size_t)word;
    }
    out[n] = NULL;
}

static void look_once(const struct peer *peer, char **argv, struct seen *seen, int run)
{
    char *words[WORDS_MAX + 1];
    find_words(peer, argv, words);
    long start = seat_now();
    struct seat seat = seat_take(words);
    seen->first = seat_listen(&seat, SEAT_QUIET, 5000);
    seen->painted[run] = seen->first.last - start;
    seen->worked[run] = seen->first.worked;
    seen->pss = seat_kilobytes(&seat, "smaps_rollup", "Pss:");
    seat_leave(&seat);
}

/* A move down may bring another group of lines; the one back up does not, and is counted. */
static void use(const struct peer *peer, const struct seat *seat, struct seen *seen)
{
    if (peer->move) {
        seat_press(seat, peer->move);
        seen->move = seat_press(seat, UP);
    }
    if (peer->to_text) {
        if (*peer->to_text)
            seat_press(seat, peer->to_text);
        seat_press(seat, "a");
        seen->letter = seat_press(seat, "b");
    }
}

/* All at once sit there, and nobody does anything. */
static void sit_idle(char **argv, struct seen list[PEERS])
{
    struct seat seats[PEERS];
    for (size_t i = 0; i < PEERS; i++) {
        char *words[WORDS_MAX + 1];
        if (!list[i].there)
            continue;
        find_words(&peers[i], argv, words);
        seats[i] = seat_take(words);
        seat_listen(&seats[i], 4 * SEAT_QUIET, 5000);
        use(&peers[i], &seats[i], &list[i]);
    }
    usleep(IDLE_MS * 1000);
    for (size_t i = 0; i < PEERS; i++) {
        if (!list[i].there)
            continue;
        list[i].idle = seat_listen(&seats[i], 0, 0);
        seat_leave(&seats[i]);
    }
}

static void print_number(bool there, long number)
{
    if (there)
        printf(" %8ld", number);
    else
        printf(" %8s", "-");
}

static void print_row(const struct peer *peer, struct seen *seen, int runs)
{
    printf("%-20s", peer->name);
    if (!seen->there) {
        printf(" is not on this computer, and is left out\n");
        return;
    }
    print_number(true, seat_median(seen->painted, runs));
    print_number(true, seat_median(seen->worked, runs));
    print_number(true, seen->first.bytes);
    print_number(peer->move != NULL, seen->move.bytes);
    print_number(peer->to_text != NULL, seen->letter.bytes);
    print_number(true, seen->idle.bytes);
    print_number(true, seen->pss);
    putchar('\n');
}

static double ratio(long ours, long theirs)
{
    return theirs > 0 ? (double)ours / (double)theirs : 0.0;
}

/* The first of our rows beside the other programs; print_row() has sorted the runs of each. */
static void print_ratios(const struct seen list[PEERS], int runs)
{
    const struct seen *us = &list[0];
    printf("\n%-20s %8s %8s %8s %8s %8s\n", "supportplan beside", "painted", "(best)", "cpu",
           "(best)", "Pss");
    for (size_t i = 1; i < PEERS; i++) {
        const struct seen *them = &list[i];
        if (!them->there || strcmp(peers[i].words[0], OURS) == 0)
            continue;
        printf("%-20s %8.2f %8.2f %8.2f %8.2f %8.2f\n", peers[i].name,
               ratio(us->painted[runs / 2], them->painted[runs / 2]),
               ratio(us->painted[0], them->painted[0]),
               ratio(us->worked[runs / 2], them->worked[runs / 2]),
               ratio(us->worked[0], them->worked[0]), ratio(us->pss, them->pss));
    }
}

int main(int argc, char **argv)
{
    static struct seen list[PEERS];
    int runs = argc == 5 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > RUNS_MAX) {
        fprintf(stderr, "Usage: peers RUNS PROGRAM PLAN BIG_PLAN\n");
        return 2;
    }
    for (size_t i = 0; i < PEERS; i++)
        list[i].there = strcmp(peers[i].words[0], OURS) == 0 || is_there(peers[i].words[0]);
    for (int run = 0; run < runs; run++)
        for (size_t i = 0; i < PEERS; i++)
            if (list[i].there)
                look_once(&peers[i], argv, &list[i], run);
    sit_idle(argv, list);
    printf("%-20s %8s %8s %8s %8s %8s %8s %8s\n", "", "painted", "cpu", "bytes", "move", "letter",
           "idle", "Pss");
    printf("%-20s %8s %8s %8s %8s %8s %8s %8s\n", "", "us", "us", "first", "bytes", "bytes", "10 s",
           "kB");
    for (size_t i = 0; i < PEERS; i++)
        print_row(&peers[i], &list[i], runs);
    print_ratios(list, runs);
    return 0;
}
