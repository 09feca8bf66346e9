#define _GNU_SOURCE
#include "supportplan/keeper.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "supportplan/commands.h"

#define GIVING_ROOM 512

/* What the parent knows. */
struct kept {
    pid_t child;
    struct termios modes; /* of the terminal, as they were before */
    char giving[GIVING_ROOM];
    enum charset charset;
};

/* What the parent takes from others; SIGKILL and SIGSTOP can't be. */
static void heard(sigset_t *set)
{
    static const int signals[] = {SIGCHLD, SIGHUP,  SIGTERM,  SIGINT,  SIGQUIT,
                                  SIGTSTP, SIGCONT, SIGWINCH, SIGTTOU, SIGTTIN};
    sigemptyset(set);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(set, signals[i]);
}

/* The terminal as it was; what stood on it goes where it can. What was typed and not read any more
 * goes, too: a shell would take it for commands, show it and remember it. */
static void give_back(const struct kept *k)
{
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &k->modes);
    fputs(k->giving, stdout);
    fflush(stdout);
}

static void tell_broken(const struct kept *k)
{
    give_back(k);
    commands_tell("supportplan",
                  _("The program broke off. Open your plan again: it offers what you typed last. "
                    "A plan that was not kept anywhere yet is gone."),
                  k->charset);
}

/* End as the child ended. A signal that would write a core file must not do so here. */
static _Noreturn void end_as(const struct kept *k, int status)
{
    if (!WIFSIGNALED(status))
        _exit(WEXITSTATUS(status));
    tell_broken(k);
    sigset_t all;
    sigemptyset(&all);
    signal(WTERMSIG(status), SIG_DFL);
    sigprocmask(SIG_SETMASK, &all, NULL);
    raise(WTERMSIG(status));
    _exit(128 + WTERMSIG(status));
}

/* The child ended, or it stopped for the shell: then this process does so, too. */
static void look_after(const struct kept *k)
{
    int status;
    while (waitpid(k->child, &status, WNOHANG | WUNTRACED) == k->child) {
        if (!WIFSTOPPED(status))
            end_as(k, status);
        raise(SIGSTOP);
        kill(k->child, SIGCONT);
    }
}

/* What a terminal sends goes to both; but that it is gone, only to the first of its programs. What
 * somebody else sends goes to the one that they know of. Nothing comes twice: a second signal would
 * end a program that is cleaning up. */
static void pass_on(const struct kept *k, const siginfo_t *info)
{
    bool alone = info->si_signo == SIGHUP && getsid(0) == getpid();
    bool had = info->si_code == SI_KERNEL && !alone;
    if (!had && info->si_signo != SIGCHLD && info->si_signo != SIGTTOU && info->si_signo != SIGTTIN)
        kill(k->child, info->si_signo);
}

static _Noreturn void keep(const struct kept *k, const sigset_t *set)
{
    for (;;) {
        siginfo_t info;
        if (sigwaitinfo(set, &info) > 0)
            pass_on(k, &info);
        look_after(k);
    }
}

void keeper_start(const char *giving, enum charset charset)
{
    struct kept k = {.charset = charset};
    sigset_t set, before;
    pid_t parent = getpid();
    if (strlen(giving) >= sizeof k.giving || tcgetattr(STDIN_FILENO, &k.modes))
        return;
    snprintf(k.giving, sizeof k.giving, "%s", giving);
    heard(&set);
    sigprocmask(SIG_BLOCK, &set, &before);
    fflush(NULL);
    k.child = fork();
    if (k.child > 0)
        keep(&k, &set);
    /* Where nobody keeps it any more, it saves and leaves. */
    if (k.child == 0)
        prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (k.child == 0 && getppid() != parent)
        raise(SIGTERM);
    sigprocmask(SIG_SETMASK, &before, NULL);
}
