#include "supportplan/whisper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CTRL_C '\003'

void whisper_begin(struct whisper *whisper, int fd)
{
    struct termios quiet;
    sigset_t ends;
    if (tcgetattr(fd, &whisper->was) != 0)
        return;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGQUIT);
    sigaddset(&ends, SIGTSTP);
    sigprocmask(SIG_BLOCK, &ends, &whisper->held);
    quiet = whisper->was;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_lflag |= ICANON | ECHONL;
    (void)tcsetattr(fd, TCSADRAIN, &quiet);
    whisper->fd = fd;
    whisper->on = true;
}

void whisper_end(struct whisper *whisper)
{
    if (!whisper->on)
        return;
    (void)tcsetattr(whisper->fd, TCSADRAIN, &whisper->was);
    sigprocmask(SIG_SETMASK, &whisper->held, NULL);
    whisper->on = false;
}

static int open_terminal(void)
{
    return open("/dev/tty", O_RDWR | O_CLOEXEC);
}

bool whisper_possible(void)
{
    int fd = open_terminal();
    if (fd >= 0)
        (void)close(fd);
    return fd >= 0;
}

/* A terminal gives a line at a time, a long one in parts. */
static bool read_line(int fd, struct text *line)
{
    char c;
    for (;;) {
        ssize_t n = read(fd, &c, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0 || c == CTRL_C)
            return false;
        if (c == '\n')
            return line->len > 0 && text_status(line) == ST_OK;
        text_add_char(line, c);
    }
}

bool whisper_ask(const char *prompt, struct text *line)
{
    struct whisper whisper = {0};
    int fd = open_terminal();
    if (fd < 0)
        return false;
    whisper_begin(&whisper, fd);
    bool asked = write(fd, prompt, strlen(prompt)) >= 0 && read_line(fd, line);
    whisper_end(&whisper);
    (void)close(fd);
    if (!asked)
        text_wipe(line);
    return asked;
}
