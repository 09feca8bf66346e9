#define _GNU_SOURCE /* sigaction flags and wcwidth of the wide curses */
#include "supportplan/tui.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "tui_input.h"
#include "tui_keys.h"

/* curses is global, so this room's state is too. */
static SCREEN *screen;
static bool is_open;
static int pipe_read = -1, pipe_write = -1;
static bool with_color;

/* Looks: one table for colour terminals, and words and bold for the others. */
static const struct {
    attr_t mono;
    short color; /* a curses colour, or -1 */
    attr_t extra;
} looks[LOOK_COUNT] = {
    [LOOK_PLAIN] = {A_NORMAL, -1, A_NORMAL},    [LOOK_TITLE] = {A_BOLD, -1, A_BOLD},
    [LOOK_FOCUS] = {A_BOLD, -1, A_BOLD},        [LOOK_STATE] = {A_NORMAL, -1, A_NORMAL},
    [LOOK_HINT] = {A_NORMAL, -1, A_NORMAL},     [LOOK_TOTAL] = {A_NORMAL, -1, A_NORMAL},
    [LOOK_ERROR] = {A_BOLD, COLOR_RED, A_BOLD},
};

/* Signals say what happened through a pipe, so that nothing is done inside a handler. */
static void on_signal(int sig)
{
    int was = errno;
    const char *said = sig == SIGWINCH ? "w" : sig == SIGCONT ? "c" : "s";
    if (write(pipe_write, said, 1) < 0)
        errno = was; /* the pipe is full: there is enough in it already */
    errno = was;
}

static void catch_signals(void)
{
    static const int signals[] = {SIGWINCH, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
    struct sigaction sa = {.sa_handler = on_signal};
    sigemptyset(&sa.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &sa, NULL);
}

bool tui_capable(const char *term)
{
    int err;
    if (!term || !*term || strcmp(term, "dumb") == 0)
        return false;
    if (setupterm(term, STDOUT_FILENO, &err) != OK)
        return false;
    const char *cup = tigetstr("cup");
    bool capable = cup && cup != (char *)-1;
    del_curterm(cur_term);
    return capable;
}

static bool open_pipe(void)
{
    int fds[2];
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

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(25);
}

static void set_colors(bool color)
{
    with_color = color && has_colors() && start_color() == OK && use_default_colors() == OK;
    for (short i = 0; with_color && i < LOOK_COUNT; i++)
        if (looks[i].color >= 0)
            init_pair((short)(i + 1), looks[i].color, -1);
}

enum status tui_open(const struct tui_options *options)
{
    if (is_open)
        return ST_OK;
    if (pipe_read < 0 && !open_pipe())
        return ST_UNKNOWN;
    catch_signals();
    /* The window itself says how large it is; what the environment says may be stale. */
    use_env(FALSE);
    use_tioctl(TRUE);
    screen = newterm(NULL, stdout, stdin);
    if (!screen)
        return ST_UNKNOWN;
    set_term(screen);
    set_modes();
    set_colors(options->color);
    input_mark_pastes(true);
    is_open = true;
    return ST_OK;
}

void tui_close(void)
{
    if (!is_open)
        return;
    is_open = false;
    input_mark_pastes(false);
    move(LINES - 1, 0);
    refresh();
    endwin();
    delscreen(screen);
    screen = NULL;
}

void tui_size(int *rows, int *cols)
{
    *rows = LINES > 0 ? LINES : 24;
    *cols = COLS > 0 ? COLS : 80;
}

static attr_t attributes(unsigned char look)
{
    if (with_color && looks[look].color >= 0)
        return looks[look].extra | (attr_t)COLOR_PAIR(look + 1);
    return with_color ? looks[look].extra : looks[look].mono;
}

/* Put the cells of one look that stand side by side, in one call. The column behind them. */
static int show_run(const struct canvas *c, int row, int col)
{
    char run[512];
    size_t len = 0;
    const unsigned char look = canvas_at(c, row, col)->look;
    for (; col < c->cols; col++) {
        const struct cell *cell = canvas_at(c, row, col);
        size_t more = strlen(cell->text);
        if (cell->look != look || len + more > sizeof run)
            break;
        memcpy(run + len, cell->text, more);
        len += more;
    }
    attrset((int)attributes(look));
    addnstr(run, (int)len);
    return col;
}

void tui_show(const struct canvas *c, bool whole)
{
    erase();
    for (int row = 0; row < c->rows; row++) {
        move(row, 0);
        for (int col = 0; col < c->cols;)
            col = show_run(c, row, col);
    }
    attrset((int)A_NORMAL);
    if (whole)
        clearok(curscr, TRUE);
    move(c->cursor_row, c->cursor_col); /* braille and speech follow it */
    refresh();
}

void tui_bell(void)
{
    beep();
}

void tui_pause(void)
{
    input_mark_pastes(false);
    endwin();
}

void tui_resume(void)
{
    set_modes();
    input_mark_pastes(true);
    refresh();
}

void tui_suspend(void)
{
    tui_pause();
    kill(getpid(), SIGSTOP);
    tui_resume();
}

/* Events */

static void take_size(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row < 500 ? size.ws_row : 500, size.ws_col < 500 ? size.ws_col : 500);
}

/* What the signals' pipe says; TUI_NOTHING where it is empty. */
static enum tui_kind read_signals(void)
{
    enum tui_kind kind = TUI_NOTHING;
    char c;
    while (read(pipe_read, &c, 1) == 1) {
        if (c == 's')
            kind = TUI_STOP;
        else if (kind != TUI_STOP)
            kind = TUI_RESIZE;
    }
    if (kind == TUI_RESIZE)
        take_size();
    return kind;
}

/* Wait for the terminal or a signal. false where the terminal is gone. */
static bool wait_input(void)
{
    struct pollfd fds[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = pipe_read, .events = POLLIN}};
    while (poll(fds, 2, -1) < 0)
        if (errno != EINTR)
            return false;
    return !(fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) || (fds[0].revents & POLLIN);
}

struct tui_event tui_next(bool typing)
{
    static int empty;
    for (;;) {
        struct tui_event ev = tui_key(typing);
        if (ev.kind != TUI_NOTHING) {
            empty = 0;
            return ev;
        }
        enum tui_kind kind = read_signals();
        if (kind != TUI_NOTHING)
            return (struct tui_event){.kind = kind};
        /* A terminal that is ready but gives nothing, over and over, is gone. */
        if (!wait_input() || ++empty > 1000)
            return (struct tui_event){.kind = TUI_STOP};
    }
}
