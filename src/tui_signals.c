#include "tui_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const int heard[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
static const int broken[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};

/* A handler has nothing else to go by. */
static int pipe_read = -1, pipe_write = -1;
static struct sigaction heard_before[COUNT(heard)], broken_before[COUNT(broken)];
static char give_back[256];
static size_t give_back_len;
static struct termios modes_before;

static void on_signal(int sig)
{
    int was = errno;
    unsigned char said = (unsigned char)sig;
    if (write(pipe_write, &said, 1) < 0)
        errno = was; /* the pipe is full: there is enough in it already */
    errno = was;
}

/* The program has broken. Nothing but writing is safe here; then the signal does its own. */
static void on_broken(int sig, siginfo_t *info, void *context)
{
    (void)context;
    (void)!write(STDOUT_FILENO, give_back, give_back_len);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
    for (size_t i = 0; i < COUNT(broken); i++)
        sigaction(broken[i], &broken_before[i], NULL);
    if (info->si_code <= 0 || sig == SIGABRT) /* sent, so that going on would not break again */
        raise(sig);
}

static bool open_pipe(void)
{
    int fds[2];
    if (pipe_read >= 0)
        return true;
    if (pipe(fds) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        fcntl(fds[i], F_SETFD, FD_CLOEXEC);
        fcntl(fds[i], F_SETFL, O_NONBLOCK);
    }
    pipe_read = fds[0];
    pipe_write = fds[1];
    return true;
}

bool tui_signals_open(void)
{
    struct sigaction sa = {.sa_handler = on_signal};
    if (!open_pipe())
        return false;
    sigemptyset(&sa.sa_mask);
    for (size_t i = 0; i < COUNT(heard); i++)
        sigaction(heard[i], &sa, &heard_before[i]);
    return true;
}

void tui_signals_guard(const char *bytes, size_t len, const struct termios *modes)
{
    struct sigaction sa = {.sa_sigaction = on_broken, .sa_flags = SA_SIGINFO};
    sigemptyset(&sa.sa_mask);
    give_back_len = len < sizeof give_back ? len : sizeof give_back;
    memcpy(give_back, bytes, give_back_len);
    modes_before = *modes;
    for (size_t i = 0; i < COUNT(broken); i++)
        sigaction(broken[i], &sa, &broken_before[i]);
}

void tui_signals_close(void)
{
    for (size_t i = 0; i < COUNT(heard); i++)
        sigaction(heard[i], &heard_before[i], NULL);
    for (size_t i = 0; i < COUNT(broken); i++)
        sigaction(broken[i], &broken_before[i], NULL);
}

int tui_signals_fd(void)
{
    return pipe_read;
}

struct tui_said tui_signals_take(void)
{
    struct tui_said said = {0};
    unsigned char sig;
    while (read(pipe_read, &sig, 1) == 1) {
        if (sig == SIGWINCH)
            said.resize = true;
        else if (sig == SIGCONT)
            said.resume = true;
        else if (sig == SIGTSTP)
            said.suspend = true;
        else
            said.end = sig;
    }
    return said;
}
