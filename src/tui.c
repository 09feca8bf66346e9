#define _GNU_SOURCE /* sigaction flags and wcwidth of the wide curses */
#include "supportplan/tui.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "tui_frame.h"
#include "tui_input.h"
#include "tui_keys.h"
#include "tui_lines.h"
#include "tui_signals.h"

/* curses is global, so this room's state is too. */
static SCREEN *screen;
static bool is_open;
static struct termios modes_before; /* as the shell had them */
static bool with_color, strong, plain, private;

/* No window is taken to have more rows or columns. */
#define MOST_ROWS 500
#define MOST_COLS 1000

/* A line that carries no more than this takes a second for a move about a grid. */
#define BAUD_SLOW 2400

/* In the strong looks everything is bold, and what is in hand in reverse. No colours, so that
 * the terminal's own contrast is all there is. */
#define IN_HAND (A_BOLD | A_REVERSE)

/* Looks: one table for colour terminals, and words and bold for the others. */
static const struct {
    attr_t mono;
    short color; /* a curses colour, or -1 */
    attr_t extra;
    attr_t strong; /* for high contrast and low vision */
} looks[LOOK_COUNT] = {
    [LOOK_PLAIN] = {A_NORMAL, -1, A_NORMAL, A_BOLD},
    [LOOK_TITLE] = {A_BOLD, -1, A_BOLD, A_BOLD | A_UNDERLINE},
    [LOOK_FOCUS] = {A_BOLD, -1, A_BOLD, IN_HAND},
    [LOOK_BAR] = {A_NORMAL, -1, A_NORMAL, IN_HAND},
    [LOOK_STATE] = {A_NORMAL, -1, A_NORMAL, A_BOLD},
    [LOOK_HINT] = {A_NORMAL, -1, A_NORMAL, A_BOLD},
    [LOOK_TOTAL] = {A_NORMAL, -1, A_NORMAL, A_BOLD},
    [LOOK_ERROR] = {A_BOLD, COLOR_RED, A_BOLD, IN_HAND},
};

/* What curses sets up for a usual window, and more. */
#define CURSES_NEEDS ((size_t)512 << 10)

/* curses breaks where memory runs out while it sets up or frees its screen: that is found out
 * before it is asked to. */
static bool has_memory(void)
{
    void *volatile room = malloc(CURSES_NEEDS); /* volatile: it is really asked for */
    bool has = room != NULL;
    free(room);
    return has;
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

/* A capability of the terminal; "" where it has none. */
static const char *capability(const char *name)
{
    const char *s = tigetstr(name);
    return s && s != (char *)-1 ? s : "";
}

/* The lines above go last: some terminals put a screen that is cleared there. */
#define CLEAR_ANSI "\033[H\033[2J\033[3J"

static bool speaks_ansi(void)
{
    return strncmp(capability("clear"), "\033[", 2) == 0;
}

/* Without another screen to leave, what was shown would stay: it is cleared, and the lines above it
 * too, on terminals that speak ANSI. In a private session that is done in any case, since a
 * terminal can be told not to use its other screen. */
static const char *clear_all(void)
{
    return (*capability("rmcup") && !private) || !speaks_ansi() ? "" : CLEAR_ANSI;
}

/* Whether a terminal of that name is known and its cursor can be placed; what there is to know of
 * it then. */
static bool look_at(const char *term, struct tui_terminal *out)
{
    int err;
    if (!has_memory() || setupterm(term, STDOUT_FILENO, &err) != OK)
        return false;
    bool has = *capability("cup");
    if (has)
        *out = (struct tui_terminal){.name = term,
                                     .clearing = speaks_ansi() ? CLEAR_ANSI : "",
                                     .leaves_traces = !*capability("rmcup"),
                                     .slow = baudrate() > 0 && baudrate() <= BAUD_SLOW};
    del_curterm(cur_term);
    return has;
}

struct tui_terminal tui_terminal(const char *term)
{
    /* A name that is not known here, but begins like one that is, means a terminal like it. */
    static const struct {
        const char *begins, *as;
    } alike[] = {
        {"screen", "screen"}, {"tmux", "screen"},   {"linux", "linux"},     {"vt", "vt100"},
        {"xterm", "xterm"},   {"rxvt", "xterm"},    {"alacritty", "xterm"}, {"foot", "xterm"},
        {"kitty", "xterm"},   {"konsole", "xterm"}, {"gnome", "xterm"},     {"wezterm", "xterm"},
        {"putty", "xterm"},   {"xterm", "vt100"},   {"ghostty", "xterm"},   {"contour", "xterm"},
    };
    struct tui_terminal found = {.clearing = ""};
    if (!term || !*term || strcmp(term, "dumb") == 0 || look_at(term, &found))
        return found;
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (strncmp(term, alike[i].begins, strlen(alike[i].begins)) == 0 &&
            look_at(alike[i].as, &found))
            break;
    return found;
}

/* Without the marks that say how long a slow terminal takes. */
static void add_capability(struct text *out, const char *name)
{
    for (const char *s = capability(name); *s;) {
        size_t n = strcspn(s, "$"), mark = strncmp(s + n, "$<", 2) == 0 ? strcspn(s + n, ">") : 0;
        text_add_n(out, s, mark > 0 ? n : strlen(s));
        s += mark > 0 && s[n + mark] ? n + mark + 1 : strlen(s);
    }
}

/* For the terminal in hand. */
static void add_giving(struct text *out, bool clear)
{
    static const char *const names[] = {"sgr0", "rmkx", "BD", "rmcup", "cnorm"};
    text_add(out, "\r\n");
    if (strncmp(capability("kmous"), "\033[", 2) == 0)
        text_add(out, "\033[?1006;1000l");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_capability(out, names[i]);
    if (clear && speaks_ansi())
        text_add(out, CLEAR_ANSI);
}

void tui_giving(const char *term, struct text *out)
{
    int err;
    if (!term || setupterm(term, STDOUT_FILENO, &err) != OK)
        return;
    add_giving(out, true);
    del_curterm(cur_term);
}

/* What a program that breaks can still write. */
static void guard(void)
{
    struct text bytes = {0};
    add_giving(&bytes, *clear_all());
    if (text_status(&bytes) == ST_OK)
        tui_signals_guard(text_str(&bytes), bytes.len, &modes_before);
    text_free(&bytes);
}

static int within(int n, int low, int high)
{
    return n < low ? low : n > high ? high : n;
}

/* The window itself says how large it is. A size of nought is no size. */
static void find_size(int *rows, int *cols)
{
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    *rows = size.ws_row > 0 ? within(size.ws_row, 2, MOST_ROWS) : 24;
    *cols = size.ws_col > 0 ? within(size.ws_col, 2, MOST_COLS) : 80;
}

static void take_size(void)
{
    int rows, cols;
    find_size(&rows, &cols);
    resizeterm(rows, cols);
}

/* curses is told the size in the only way it takes one: else it would believe stale variables, or
 * a window that says it has 65535 rows. They are not for the programs that we start. */
static SCREEN *new_screen(const char *term)
{
    char rows_said[16], cols_said[16];
    int rows, cols;
    find_size(&rows, &cols);
    snprintf(rows_said, sizeof rows_said, "%d", rows);
    snprintf(cols_said, sizeof cols_said, "%d", cols);
    setenv("LINES", rows_said, 1);
    setenv("COLUMNS", cols_said, 1);
    use_env(TRUE);
    use_tioctl(FALSE);
    FILE *out = frame_open();
    SCREEN *made = newterm(term, out ? out : stdout, stdin);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    return made;
}

enum status tui_open(const struct tui_options *options)
{
    if (is_open)
        return ST_OK;
    tcgetattr(STDIN_FILENO, &modes_before);
    if (!tui_signals_open())
        return ST_UNKNOWN;
    screen = has_memory() ? new_screen(options->term) : NULL;
    if (!screen) {
        frame_close();
        tui_signals_close();
        return ST_UNKNOWN;
    }
    set_term(screen);
    private = options->private;
    guard();
    set_modes();
    set_colors(options->color);
    input_know_keys();
    input_mark_pastes(true);
    tui_change(options);
    is_open = true;
    return ST_OK;
}

void tui_change(const struct tui_options *options)
{
    strong = options->looks == LOOKS_CONTRAST || options->looks == LOOKS_LARGE;
    plain = !with_color || options->looks != LOOKS_COLOR;
    mousemask(options->mouse ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    mouseinterval(0);
}

/* curses keeps copies of what was shown: they go, too. */
static void blank(void)
{
    erase();
    clearok(curscr, TRUE);
    refresh();
}

static void clear_terminal(void)
{
    fputs(clear_all(), stdout);
    fflush(stdout);
}

void tui_close(void)
{
    if (!is_open)
        return;
    is_open = false;
    mousemask(0, NULL);
    input_mark_pastes(false);
    if (*clear_all())
        blank();
    move(LINES - 1, 0);
    refresh();
    fputs("\r\n", stdout); /* so that nothing overlaps where the other screen does not go away */
    fflush(stdout);
    endwin();
    clear_terminal();
    if (has_memory()) /* curses needs some to free it */
        delscreen(screen);
    frame_close();
    screen = NULL;
    tui_signals_close();
}

void tui_size(int *rows, int *cols)
{
    *rows = LINES > 0 ? LINES : 24;
    *cols = COLS > 0 ? COLS : 80;
}

static attr_t attributes(unsigned char look)
{
    if (strong)
        return looks[look].strong;
    if (!plain && looks[look].color >= 0)
        return looks[look].extra | (attr_t)COLOR_PAIR(look + 1);
    return plain ? looks[look].mono : looks[look].extra;
}

/* The column behind the last cell of a row that is more than the blank that erase() leaves. */
static int row_end(const struct canvas *c, int row)
{
    int end = c->cols;
    while (end > 0 && strcmp(canvas_at(c, row, end - 1)->text, " ") == 0 &&
           attributes(canvas_at(c, row, end - 1)->look) == A_NORMAL)
        end--;
    return end;
}

static bool is_letter(const struct cell *cell)
{
    return cell->text[0] >= ' ' && cell->text[0] <= '~' && cell->text[1] == '\0';
}

/* Put the cells that stand side by side with one ASCII letter each: curses has a quick way for
 * these. The column behind them. */
static int put_letters(const struct canvas *c, int row, int col, int end)
{
    chtype letters[256];
    int count = 0;
    for (; count < 256 && col + count < end; count++) {
        const struct cell *cell = canvas_at(c, row, col + count);
        if (!is_letter(cell))
            break;
        letters[count] = (chtype)cell->text[0] | attributes(cell->look);
    }
    mvaddchnstr(row, col, letters, count);
    return col + count;
}

/* Put a cell that holds more, and those that it covers. */
static int put_cluster(const struct canvas *c, int row, int col)
{
    const struct cell *cell = canvas_at(c, row, col);
    attrset((int)attributes(cell->look));
    mvaddstr(row, col, cell->text);
    return col + 1;
}

static void put_row(const struct canvas *c, int row, int end)
{
    for (int col = 0; col < end;)
        col = is_letter(canvas_at(c, row, col)) ? put_letters(c, row, col, end)
                                                : put_cluster(c, row, col);
}

/* What was just done is sent before the page that it left: a key that stops the speech stops the
 * rest, and not the news. */
static void send_news(const struct canvas *c)
{
    int last = 0;
    for (int row = 0; row < c->rows; row++)
        if (lines_news(c, row))
            put_row(c, last = row, c->cols);
    move(last, 0);
    refresh();
}

void tui_show(const struct canvas *c, struct tui_manner manner)
{
    if (manner.wipe) {
        blank();
        clear_terminal();
    }
    frame_begin();
    bool news = manner.by_lines && lines_touch(c, true, -1);
    lines_mode(manner.by_lines);
    if (news && !manner.whole)
        send_news(c);
    erase();
    for (int row = 0; row < c->rows; row++)
        put_row(c, row, row_end(c, row));
    attrset((int)A_NORMAL);
    if (manner.by_lines)
        lines_touch(c, false, manner.typing ? c->cursor_row : -1);
    if (manner.whole && !manner.wipe)
        clearok(curscr, TRUE);
    move(c->cursor_row, c->cursor_col); /* braille and speech follow it */
    refresh();
    frame_end();
}

void tui_bell(void)
{
    beep();
}

void tui_pause(void)
{
    input_mark_pastes(false);
    endwin();
    frame_is_given_back();
}

void tui_resume(void)
{
    set_modes();
    input_mark_pastes(true);
    refresh();
}

void tui_suspend(void)
{
    if (*clear_all())
        blank();
    tui_pause();
    clear_terminal();
    kill(getpid(), SIGSTOP);
    tui_resume();
}

/* Events */

/* What else is waited for; curses is global, so this may be. */
static int listened = -1, listened_too = -1;

/* Another program may have had the terminal: its modes and its whole picture are ours again. */
static void take_back(void)
{
    reset_prog_mode();
    set_modes();
    input_mark_pastes(true);
}

static struct tui_event signal_event(void)
{
    struct tui_said said = tui_signals_take();
    if (said.end)
        return (struct tui_event){.kind = TUI_STOP, .signal = said.end};
    if (said.resume)
        take_back();
    if (said.resume || said.resize) {
        take_size();
        return (struct tui_event){.kind = TUI_RESIZE};
    }
    if (said.suspend)
        return (struct tui_event){.kind = TUI_COMMAND, .command = CMD_SUSPEND};
    return (struct tui_event){.kind = TUI_NOTHING};
}

void tui_listen(int fd, int other)
{
    listened = fd;
    listened_too = other;
}

/* Wait for the terminal, a signal or what is listened to. false where the terminal is gone. */
static bool wait_input(bool *wake)
{
    struct pollfd fds[4] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = tui_signals_fd(), .events = POLLIN},
                            {.fd = listened, .events = POLLIN},
                            {.fd = listened_too, .events = POLLIN}};
    while (poll(fds, 4, -1) < 0)
        if (errno != EINTR)
            return false;
    *wake = (fds[2].revents | fds[3].revents) & POLLIN;
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
        ev = signal_event();
        if (ev.kind != TUI_NOTHING)
            return ev;
        /* A terminal that is ready but gives nothing, over and over, is gone. */
        bool wake = false;
        if (!wait_input(&wake) || ++empty > 1000)
            return (struct tui_event){.kind = TUI_STOP, .signal = SIGHUP};
        if (wake)
            return (struct tui_event){.kind = TUI_WAKE};
    }
}
