#include "supportplan/whisper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CTRL_C '\003'

static const int ends[WHISPER_ENDS] = {SIGINT, SIGTERM, SIGQUIT};

/* For the handler, which can be given nothing. */
static struct whisper *now;

/* The terminal shows again what is typed, and then the signal does what it does. */
static void give_back(int signal)
{
    (void)tcsetattr(now->fd, TCSANOW, &now->was);
    (void)raise(signal);
}

/* A program that is told to end ends, though nobody types; one that is told to stop waits with it,
 * since somebody else would have the terminal then. */
static void guard(struct whisper *whisper)
{
    struct sigaction back = {.sa_handler = give_back, .sa_flags = (int)SA_RESETHAND};
    sigset_t stop;
    now = whisper;
    sigemptyset(&back.sa_mask);
    for (int i = 0; i < WHISPER_ENDS; i++)
        (void)sigaction(ends[i], &back, &whisper->before[i]);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    sigprocmask(SIG_BLOCK, &stop, &whisper->held);
}

void whisper_begin(struct whisper *whisper, int fd)
{
    struct termios quiet;
    if (tcgetattr(fd, &whisper->was) != 0)
        return;
    whisper->fd = fd;
    guard(whisper);
    quiet = whisper->was;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_lflag |= ICANON | ECHONL;
    (void)tcsetattr(fd, TCSADRAIN, &quiet);
    whisper->on = true;
}

void whisper_end(struct whisper *whisper)
{
    if (!whisper->on)
        return;
    (void)tcsetattr(whisper->fd, TCSADRAIN, &whisper->was);
    for (int i = 0; i < WHISPER_ENDS; i++)
        (void)sigaction(ends[i], &whisper->before[i], NULL);
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
