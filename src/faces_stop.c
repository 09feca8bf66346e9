/*
 * Stopping for the shell while a private session is shown as lines: what was said goes first.
 */
#include "faces_parts.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* For the handler, which can be given nothing. */
static const char *clearing;
static size_t clearing_len;
static volatile sig_atomic_t was_stopped;

static void stop(int signal)
{
    int was = errno;
    (void)signal;
    (void)!write(STDOUT_FILENO, clearing, clearing_len);
    was_stopped = 1;
    (void)raise(SIGSTOP); /* until the shell goes on with us */
    errno = was;
}

void faces_stop_begin(const struct faces *f)
{
    struct sigaction clear = {.sa_handler = stop, .sa_flags = SA_RESTART};
    clearing = f->terminal.clearing;
    clearing_len = strlen(clearing);
    sigemptyset(&clear.sa_mask);
    if (f->errand->wizard->private && clearing_len > 0 && faces_is_terminal())
        (void)sigaction(SIGTSTP, &clear, NULL);
}

void faces_stop_end(void)
{
    struct sigaction plain = {.sa_handler = SIG_DFL};
    struct sigaction now;
    if (sigaction(SIGTSTP, NULL, &now) == 0 && now.sa_handler == stop)
        (void)sigaction(SIGTSTP, &plain, NULL);
}

bool faces_was_stopped(void)
{
    bool was = was_stopped;
    was_stopped = 0;
    return was;
}
