/*
 * The clock that says for how long nobody did anything.
 */
#include "faces_parts.h"

#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "supportplan/idle.h"

/* How long a second is; tests need not wait for a whole one. */
static long second_ms(void)
{
    const char *said = getenv("SUPPORTPLAN_SECOND_MS");
    long ms = said ? strtol(said, NULL, 10) : 0;
    return ms > 0 && ms < 1000 ? ms : 1000;
}

/* The time while the computer is asleep counts, too. */
int faces_idle_fd(struct faces *f)
{
    if (f->idle_timer == 0) {
        int fd = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
        f->idle_timer = fd < 0 ? -1 : fd + 1;
    }
    return f->idle_timer > 0 ? f->idle_timer - 1 : -1;
}

/* Say when to ask next, where nothing was done for so many seconds by now; never, where nothing is
 * to be asked. */
static void set_timer(struct faces *f, int seconds)
{
    struct itimerspec due = {0};
    f->idle_seconds = idle_next(f->errand->wizard, seconds);
    if (f->idle_seconds > seconds) {
        long ms = (f->idle_seconds - seconds) * second_ms();
        due.it_value = (struct timespec){ms / 1000, ms % 1000 * 1000000};
    }
    if (faces_idle_fd(f) >= 0)
        (void)timerfd_settime(faces_idle_fd(f), 0, &due, NULL);
}

void faces_idle_begin(struct faces *f)
{
    set_timer(f, 0);
}

/* Whether the timer has gone off. */
static bool is_due(struct faces *f)
{
    uint64_t times;
    return f->idle_timer > 0 && read(f->idle_timer - 1, &times, sizeof times) > 0;
}

unsigned faces_idle_due(struct faces *f)
{
    if (!is_due(f))
        return FX_NONE;
    unsigned effects = wizard_idle(f->errand->wizard, f->idle_seconds);
    set_timer(f, f->idle_seconds);
    return effects;
}

bool faces_is_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

int faces_cols(void)
{
    struct winsize size = {0};
    return faces_is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* Nothing of the lines is in the stream's own room: plain_face() sees to that. */
enum linear_wait faces_wait_line(void *who)
{
    struct faces *f = who;
    struct pollfd fds[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = faces_idle_fd(f), .events = POLLIN}};
    if (f->idle_seconds == 0)
        faces_idle_begin(f);
    do {
        if (faces_was_stopped())
            return LINEAR_HIDE; /* who comes back need not be who went */
    } while (poll(fds, 2, -1) < 0 || (!fds[0].revents && !is_due(f)));
    int seconds = f->idle_seconds;
    bool warns = !fds[0].revents && seconds < idle_limit(f->errand->wizard);
    if (warns)
        set_timer(f, seconds);
    else
        f->idle_seconds = 0;
    return fds[0].revents ? LINEAR_LINE : warns ? LINEAR_WARN : LINEAR_HIDE;
}
