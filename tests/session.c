/*
 * Plays a session in plain lines and holds what the person sees against a file.
 *
 *   session NAME      reads tests/sessions/NAME.in, compares with NAME.out
 *
 * A line of NAME.in that begins with # is a remark. One that begins with $ is a command:
 *
 *   $ supportplan ... the lines that follow are typed, each when the program waits for one
 *   $ write FILE      the lines that follow are put into a file
 *   $ show FILE       the file is shown
 *   $ expect WORDS    what the command before showed must have these words as a line;
 *                     UPDATE=1 does not change that
 *
 * After the last typed line the program is at the end of its input.
 */
#define _GNU_SOURCE /* pipe2 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stage.h"

#define WORDS_MAX 15

struct session {
    struct stage stage;
    struct bytes seen; /* what the person sees, and what they type */
    size_t command_at; /* where in it the last command begins */
    size_t missed;     /* how many lines were expected and not seen */
    char *rest;        /* of the input file */
    struct watch watch;
    int in, out;     /* of the program that runs */
    int input_of_it; /* its own end of in, to see what it has not read yet */
};

static void stop(const char *what, const char *more)
{
    fprintf(stderr, "session: %s%s\n", what, more);
    exit(EXIT_FAILURE);
}

static void see(struct session *s, const char *words)
{
    bytes_add(&s->seen, words, strlen(words));
}

/* The next line that is not a remark, or NULL. Commands are left for next_command(). */
static char *next_line(struct session *s, bool command)
{
    while (*s->rest == '#')
        s->rest += strcspn(s->rest, "\n") + 1;
    if (!*s->rest || (*s->rest == '$') != command)
        return NULL;
    char *line = s->rest;
    size_t n = strcspn(line, "\n");
    s->rest += n + (line[n] == '\n');
    line[n] = '\0';
    return line;
}

/* Running the program */

static void start(struct session *s, const char *const argv[])
{
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
        stop("no pipes", "");
    s->watch = (struct watch){.pid = fork()};
    if (s->watch.pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(out[1], STDERR_FILENO);
        stage_exec(&s->stage, argv, NULL);
    }
    close(out[1]);
    s->in = in[1];
    s->out = out[0];
    s->input_of_it = in[0];
}

/* false where nothing came. */
static bool hear(struct session *s, int patience, bool *closed)
{
    char part[65536];
    struct pollfd fd = {s->out, POLLIN, 0};
    if (poll(&fd, 1, patience) <= 0)
        return false;
    ssize_t n = read(s->out, part, sizeof part);
    if (n > 0)
        bytes_add(&s->seen, part, (size_t)n);
    *closed = n == 0;
    return n > 0;
}

static bool all_read(const struct session *s)
{
    int n = 0;
    return ioctl(s->input_of_it, FIONREAD, &n) == 0 && n == 0;
}

/* Until the program waits for a line. false where it has ended. */
static bool listen_until_it_waits(struct session *s)
{
    long deadline = now_ms() + STAGE_PATIENCE;
    bool closed = false;
    while (!closed) {
        if (now_ms() > deadline)
            stop("the program does not come to rest", "");
        bool rests = all_read(s) && watch_waits(&s->watch);
        if (!hear(s, rests ? 0 : 1, &closed) && rests)
            return true;
    }
    return false;
}

static void type_line(struct session *s, const char *line)
{
    struct bytes typed = {0};
    bytes_add(&typed, line, strlen(line));
    bytes_add(&typed, "\n", 1);
    see(s, typed.data);
    watch_mark(&s->watch);
    if (write(s->in, typed.data, typed.len) != (ssize_t)typed.len)
        stop("the program could not be told: ", line);
    bytes_free(&typed);
}

static void end(struct session *s)
{
    int status;
    bool closed = false;
    char told[64];
    close(s->in);
    while (!closed)
        hear(s, STAGE_PATIENCE, &closed);
    close(s->out);
    close(s->input_of_it);
    waitpid(s->watch.pid, &status, 0);
    if (s->seen.len > 0 && s->seen.data[s->seen.len - 1] != '\n')
        see(s, "\n");
    if (WIFEXITED(status))
        snprintf(told, sizeof told, "(exit status %d)\n", WEXITSTATUS(status));
    else
        snprintf(told, sizeof told, "(ended by signal %d)\n", WTERMSIG(status));
    see(s, told);
}

static void run(struct session *s, const char *const words[])
{
    const char *argv[WORDS_MAX + 1] = {stage_program()};
    const char *line;
    for (size_t i = 1; words[i]; i++)
        argv[i] = words[i];
    start(s, argv);
    bool waits = listen_until_it_waits(s);
    while ((line = next_line(s, false)) != NULL) {
        if (!waits) {
            fprintf(stderr, "%s\n", s->seen.data);
            stop("the program had ended before this was typed: ", line);
        }
        type_line(s, line);
        waits = listen_until_it_waits(s);
    }
    end(s);
}

/* The other commands */

static void write_file(struct session *s, const char *name)
{
    struct bytes b = {0};
    const char *line;
    bytes_add(&b, "", 0);
    while ((line = next_line(s, false)) != NULL) {
        bytes_add(&b, line, strlen(line));
        bytes_add(&b, "\n", 1);
    }
    stage_write(&s->stage, name, b.data, b.len);
    bytes_free(&b);
}

static void show_file(struct session *s, const char *name)
{
    struct bytes b = stage_read(&s->stage, name);
    if (b.data)
        bytes_add(&s->seen, b.data, b.len);
    else
        see(s, "(there is no such file)\n");
    bytes_free(&b);
}

static void expect(struct session *s, const char *words)
{
    size_t n = strlen(words);
    for (const char *at = s->seen.data + s->command_at; (at = strstr(at, words)); at++)
        if (at[-1] == '\n' && at[n] == '\n')
            return;
    fprintf(stderr, "session: this line should have been seen: %s\n", words);
    s->missed++;
}

static void command(struct session *s, char *line)
{
    static const char expects[] = "$ expect ";
    const char *words[WORDS_MAX + 1] = {0};
    size_t n = 0;
    if (strncmp(line, expects, sizeof expects - 1) == 0) {
        expect(s, line + sizeof expects - 1);
        return;
    }
    s->command_at = s->seen.len;
    see(s, line);
    see(s, "\n");
    for (char *word = strtok(line + 1, " "); word && n < WORDS_MAX; word = strtok(NULL, " "))
        words[n++] = word;
    if (n > 0 && strcmp(words[0], "supportplan") == 0)
        run(s, words);
    else if (n == 2 && strcmp(words[0], "write") == 0)
        write_file(s, words[1]);
    else if (n == 2 && strcmp(words[0], "show") == 0)
        show_file(s, words[1]);
    else
        stop("this is not a command: ", n > 0 ? words[0] : "");
}

static struct bytes read_input(const char *name)
{
    struct bytes b = {0};
    char part[4096];
    size_t n;
    FILE *f = fopen(stage_source(name), "r");
    if (!f)
        stop("can't read ", name);
    bytes_add(&b, "", 0);
    while ((n = fread(part, 1, sizeof part, f)) > 0)
        bytes_add(&b, part, n);
    fclose(f);
    return b;
}

int main(int argc, char **argv)
{
    char in[256], out[256];
    char *line;
    if (argc != 2)
        stop("name the session", "");
    snprintf(in, sizeof in, "tests/sessions/%s.in", argv[1]);
    snprintf(out, sizeof out, "tests/sessions/%s.out", argv[1]);
    signal(SIGPIPE, SIG_IGN);
    struct bytes input = read_input(in);
    struct session s = {.rest = input.data};
    stage_open(&s.stage);
    while ((line = next_line(&s, true)) != NULL)
        command(&s, line);
    if (*s.rest)
        stop("the first line must be a command: ", s.rest);
    stage_mask(&s.stage, &s.seen);
    bool same = stage_matches(out, &s.seen);
    stage_close(&s.stage);
    bytes_free(&s.seen);
    bytes_free(&input);
    return same && s.missed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
