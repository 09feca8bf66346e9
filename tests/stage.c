#define _GNU_SOURCE /* nftw, pipe2 */
#include "stage.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MASKED "/tmp/stage-000000"

/* A test that can't be set up is not a test that failed: say what, and stop. */
static void need(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "the stage: %s: %s\n", what, strerror(errno));
    exit(99);
}

long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

/* Bytes */

void bytes_add(struct bytes *b, const char *data, size_t len)
{
    char *more = realloc(b->data, b->len + len + 1);
    need(more != NULL, "memory");
    memcpy(more + b->len, data, len);
    b->data = more;
    b->len += len;
    b->data[b->len] = '\0';
}

void bytes_free(struct bytes *b)
{
    free(b->data);
    *b = (struct bytes){0};
}

/* false at the end of what there is to read. */
static bool take(struct bytes *b, int fd)
{
    char part[65536];
    ssize_t n = read(fd, part, sizeof part);
    if (n > 0)
        bytes_add(b, part, (size_t)n);
    return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

static struct bytes read_path(const char *path)
{
    struct bytes b = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return b;
    bytes_add(&b, "", 0);
    while (take(&b, fd))
        ;
    close(fd);
    return b;
}

static void write_path(const char *path, const char *data, size_t len)
{
    FILE *f = fopen(path, "w");
    need(f && fwrite(data, 1, len, f) == len && fclose(f) == 0, path);
}

/* The folder */

void stage_open(struct stage *s)
{
    *s = (struct stage){0};
    snprintf(s->folder, sizeof s->folder, "/tmp/stage-XXXXXX");
    need(mkdtemp(s->folder) != NULL, s->folder);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)kind, (void)at;
    if (S_ISDIR(st->st_mode))
        chmod(path, 0700);
    return remove(path);
}

void stage_close(struct stage *s)
{
    chmod(s->folder, 0700);
    nftw(s->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int stage_set_up(void **state)
{
    struct stage *s = calloc(1, sizeof *s);
    if (!s)
        return -1;
    stage_open(s);
    *state = s;
    return 0;
}

int stage_tear_down(void **state)
{
    stage_close(*state);
    free(*state);
    return 0;
}

const char *stage_path(struct stage *s, const char *name)
{
    char folder[sizeof s->folder]; /* a copy: the path lies in the same struct */
    char *path = s->paths[s->next_path++ % STAGE_PATHS];
    memcpy(folder, s->folder, sizeof folder);
    snprintf(path, STAGE_PATH_MAX, "%s/%s", folder, name);
    return path;
}

void stage_write(struct stage *s, const char *name, const char *data, size_t len)
{
    write_path(stage_path(s, name), data, len);
}

struct bytes stage_read(struct stage *s, const char *name)
{
    return read_path(stage_path(s, name));
}

bool stage_has(struct stage *s, const char *name)
{
    return access(stage_path(s, name), F_OK) == 0;
}

static const char *needed(const char *name)
{
    const char *value = getenv(name);
    if (!value || !*value) {
        fprintf(stderr, "the stage: %s must say where it is\n", name);
        exit(99);
    }
    return value;
}

const char *stage_program(void)
{
    return needed("SUPPORTPLAN_PROGRAM");
}

const char *stage_source(const char *name)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", needed("SUPPORTPLAN_SOURCE"), name);
    return path;
}

/* The environment */

#define ENV_MAX 32

static void put_env(char *env[ENV_MAX], const char *entry)
{
    size_t name = strcspn(entry, "=") + 1, i = 0;
    while (env[i] && strncmp(env[i], entry, name) != 0)
        i++;
    need(i < ENV_MAX - 1, "room for the environment");
    env[i] = (char *)(uintptr_t)entry;
}

/* Where the sanitisers write and what they look at is not the program's business, but ours. */
static void put_kept(char *env[ENV_MAX])
{
    static const char *const kept[] = {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"};
    static char entries[3][1024];
    for (size_t i = 0; i < 3; i++)
        if (getenv(kept[i])) {
            snprintf(entries[i], sizeof entries[i], "%s=%s", kept[i], getenv(kept[i]));
            put_env(env, entries[i]);
        }
}

void stage_exec(const struct stage *s, const char *const argv[], const char *const env[])
{
    char *all[ENV_MAX] = {0};
    char home[64], forms[4200];
    snprintf(home, sizeof home, "HOME=%s", s->folder);
    snprintf(forms, sizeof forms, "SUPPORTPLAN_FORMS=%s", stage_source("forms"));
    put_env(all, home);
    put_env(all, forms);
    put_env(all, "SUPPORTPLAN_TODAY=2026-11-21T14:02");
    put_env(all, "LC_ALL=C.UTF-8");
    put_env(all, "TZ=UTC");
    put_env(all, "TERM=dumb");
    put_kept(all);
    for (size_t i = 0; env && env[i]; i++)
        put_env(all, env[i]);
    if (chdir(s->folder) == 0)
        execve(argv[0], (char **)(uintptr_t)argv, all);
    _exit(127);
}

/* Running to the end */

static int status_of(int wait_status)
{
    return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
}

struct run {
    pid_t pid;
    int in, out, err;
};

static struct run run_start(const struct stage *s, const char *const argv[],
                            const char *const env[])
{
    int in[2], out[2], err[2];
    need(pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0,
         "pipes");
    pid_t pid = fork();
    need(pid >= 0, "fork");
    if (pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        stage_exec(s, argv, env);
    }
    close(in[0]), close(out[1]), close(err[1]);
    return (struct run){pid, in[1], out[0], err[0]};
}

static void shut(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Feed and read until both outputs are at their end. */
static void run_pump(struct run *r, struct outcome *o, const char *input, size_t len)
{
    long deadline = now_ms() + STAGE_PATIENCE;
    fcntl(r->in, F_SETFL, O_NONBLOCK);
    while (r->out >= 0 || r->err >= 0) {
        struct pollfd fds[3] = {{r->out, POLLIN, 0}, {r->err, POLLIN, 0}, {r->in, POLLOUT, 0}};
        if (len == 0)
            shut(&r->in);
        if (now_ms() > deadline)
            kill(r->pid, SIGKILL);
        poll(fds, r->in >= 0 ? 3 : 2, 100);
        if (fds[0].revents && !take(&o->out, r->out))
            shut(&r->out);
        if (fds[1].revents && !take(&o->err, r->err))
            shut(&r->err);
        if (r->in >= 0 && fds[2].revents) {
            ssize_t n = write(r->in, input, len < 65536 ? len : 65536);
            if (n > 0)
                input += n, len -= (size_t)n;
            else if (n < 0 && errno == EPIPE)
                len = 0; /* it has heard enough */
        }
    }
    shut(&r->in);
}

struct outcome stage_run(const struct stage *s, const char *const words[], const char *const env[],
                         const char *input, size_t len)
{
    const char *argv[16] = {stage_program()};
    struct outcome o = {0};
    int status = 0;
    long start = now_ms();
    for (size_t i = 0; words[i]; i++) {
        need(i + 2 < sizeof argv / sizeof *argv, "room for the words");
        argv[i + 1] = words[i];
    }
    signal(SIGPIPE, SIG_IGN);
    struct run r = run_start(s, argv, env);
    bytes_add(&o.out, "", 0);
    bytes_add(&o.err, "", 0);
    run_pump(&r, &o, input, input ? len : 0);
    need(waitpid(r.pid, &status, 0) == r.pid, "wait");
    o.status = status_of(status);
    o.seconds = (double)(now_ms() - start) / 1000;
    return o;
}

void outcome_free(struct outcome *o)
{
    bytes_free(&o->out);
    bytes_free(&o->err);
}

/* Comparing */

void stage_mask(const struct stage *s, struct bytes *b)
{
    size_t n = strlen(s->folder);
    for (char *at = b->data; at && (at = strstr(at, s->folder)) != NULL; at += n)
        memcpy(at, MASKED, n);
}

static void tell_line(char mark, const char *line, size_t len)
{
    fprintf(stderr, "%c %.*s\n", mark, (int)len, line);
}

/* Line by line: those that are the same with a blank, those that differ with - and +. */
static void tell_difference(const char *want, const char *got)
{
    while (*want || *got) {
        size_t w = strcspn(want, "\n"), g = strcspn(got, "\n");
        if (w == g && strncmp(want, got, w) == 0 && *want && *got) {
            tell_line(' ', want, w);
        } else {
            if (*want)
                tell_line('-', want, w);
            if (*got)
                tell_line('+', got, g);
        }
        want += w + (want[w] == '\n');
        got += g + (got[g] == '\n');
    }
}

bool stage_matches(const char *name, const struct bytes *text)
{
    const char *path = stage_source(name);
    const char *update = getenv("UPDATE");
    if (update && strcmp(update, "1") == 0) {
        write_path(path, text->data, text->len);
        return true;
    }
    struct bytes want = read_path(path);
    bool same = want.data && want.len == text->len && memcmp(want.data, text->data, want.len) == 0;
    if (!same) {
        fprintf(stderr, "%s: - was expected, + is there. UPDATE=1 rewrites the file.\n", path);
        tell_difference(want.data ? want.data : "", text->data);
    }
    bytes_free(&want);
    return same;
}

/* Watching */

/* The words of a small file of the kernel; false where it can't be read. */
static bool kernel_says(pid_t pid, const char *file, char *out, size_t room)
{
    char path[96];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, out, room - 1);
    if (fd >= 0)
        close(fd);
    out[n > 0 ? n : 0] = '\0';
    return n > 0;
}

/* A program that watches over itself has a child which does the work. */
static pid_t worker(pid_t pid)
{
    char file[64], says[64];
    snprintf(file, sizeof file, "task/%d/children", (int)pid);
    if (!kernel_says(pid, file, says, sizeof says) || atoi(says) <= 0)
        return pid;
    return worker(atoi(says));
}

static unsigned long sleeps_of(pid_t pid)
{
    char says[4096];
    static const char name[] = "\nvoluntary_ctxt_switches:";
    if (!kernel_says(pid, "status", says, sizeof says))
        return 0;
    const char *at = strstr(says, name);
    return at ? strtoul(at + sizeof name - 1, NULL, 10) : 0;
}

void watch_mark(struct watch *w)
{
    w->sleeps = sleeps_of(worker(w->pid));
}

/* Whether a system call with its arguments waits for input, however long it takes. */
static bool is_patient(long number, const unsigned long args[3])
{
    switch (number) {
    case SYS_read:
        return args[0] == STDIN_FILENO;
#ifdef SYS_poll
    case SYS_poll:
        return (int)args[2] == -1;
#endif
    case SYS_ppoll:
        return args[2] == 0;
    default:
        return false;
    }
}

static bool only_sleeps(pid_t pid)
{
    char says[512];
    if (!kernel_says(pid, "stat", says, sizeof says))
        return false;
    const char *at = strrchr(says, ')');
    return at && at[1] == ' ' && at[2] == 'S';
}

bool watch_waits(const struct watch *w)
{
    pid_t pid = worker(w->pid);
    char says[256];
    long number;
    unsigned long args[3];
    if (sleeps_of(pid) == w->sleeps)
        return false;
    if (!kernel_says(pid, "syscall", says, sizeof says))
        return only_sleeps(pid);
    return sscanf(says, "%ld %lx %lx %lx", &number, &args[0], &args[1], &args[2]) == 4 &&
           is_patient(number, args);
}

long watch_worked_ms(const struct watch *w)
{
    char says[512];
    unsigned long user, system;
    if (!kernel_says(worker(w->pid), "stat", says, sizeof says))
        return -1;
    const char *at = strrchr(says, ')');
    /* behind the name: the state and ten numbers, then the two times */
    if (!at ||
        sscanf(at, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
        return -1;
    return (long)(user + system) * 1000 / sysconf(_SC_CLK_TCK);
}
