#define _GNU_SOURCE /* sigaction flags and wcwidth of the wide curses */
#include "supportplan/tui.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

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
    is_open = true;
    return ST_OK;
}

void tui_close(void)
{
    if (!is_open)
        return;
    is_open = false;
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

void tui_show(const struct canvas *c, bool whole)
{
    erase();
    for (int row = 0; row < c->rows; row++) {
        move(row, 0);
        for (int col = 0; col < c->cols; col++) {
            const struct cell *cell = canvas_at(c, row, col);
            attrset((int)attributes(cell->look));
            addstr(cell->text);
        }
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

void tui_suspend(void)
{
    endwin();
    kill(getpid(), SIGSTOP);
    set_modes();
    refresh();
}

/* Keys */

/* Keys that mean the same in text and elsewhere. */
static const struct {
    int key;
    enum command command;
} keys[] = {
    {KEY_UP, CMD_UP},          {KEY_DOWN, CMD_DOWN},        {KEY_LEFT, CMD_LEFT},
    {KEY_RIGHT, CMD_RIGHT},    {KEY_HOME, CMD_HOME},        {KEY_END, CMD_END},
    {KEY_PPAGE, CMD_PAGE_UP},  {KEY_NPAGE, CMD_PAGE_DOWN},  {KEY_BTAB, CMD_BACKTAB},
    {KEY_ENTER, CMD_OPEN},     {KEY_F(1), CMD_HELP},        {KEY_F(2), CMD_DONE},
    {KEY_F(3), CMD_SAVE},      {KEY_F(4), CMD_HIDE},        {KEY_BACKSPACE, CMD_BACKSPACE},
    {KEY_DC, CMD_DELETE_CHAR}, {KEY_SHOME, CMD_TEXT_START}, {KEY_SEND, CMD_TEXT_END},
};

static const struct {
    wchar_t key;
    enum command command;
} controls[] = {
    {'\t', CMD_TAB},
    {'\r', CMD_OPEN},
    {'\n', CMD_OPEN},
    {0x1b, CMD_BACK},
    {0x7f, CMD_BACKSPACE},
    {'A' & 0x1f, CMD_HOME},
    {'E' & 0x1f, CMD_END},
    {'D' & 0x1f, CMD_DONE},
    {'G' & 0x1f, CMD_HELP},
    {'H' & 0x1f, CMD_BACKSPACE},
    {'K' & 0x1f, CMD_DELETE_TO_END},
    {'L' & 0x1f, CMD_REDRAW},
    {'N' & 0x1f, CMD_NEXT},
    {'O' & 0x1f, CMD_SAVE},
    {'P' & 0x1f, CMD_PREVIOUS},
    {'Q' & 0x1f, CMD_QUIT},
    {'S' & 0x1f, CMD_SAVE},
    {'T' & 0x1f, CMD_HIDE},
    {'W' & 0x1f, CMD_DELETE_WORD},
    {'X' & 0x1f, CMD_QUIT},
    {'Y' & 0x1f, CMD_REDO},
    {'Z' & 0x1f, CMD_UNDO},
    {0x1f, CMD_UNDO},
    {'R' & 0x1f, CMD_REDO},
    {'B' & 0x1f, CMD_LEFT},
    {'F' & 0x1f, CMD_RIGHT},
    {'C' & 0x1f, CMD_BACK},
};

/* Letters, where no text is being typed. */
static const struct {
    wchar_t key;
    enum command command;
} letters[] = {
    {'?', CMD_HELP},    {'a', CMD_ADD},        {'c', CMD_COPY},     {'d', CMD_DELETE},
    {'g', CMD_GAP},     {'k', CMD_CHECK},      {'l', CMD_LIST},     {'m', CMD_MONEY},
    {'n', CMD_NEXT},    {'o', CMD_OVERLAP},    {'p', CMD_PREVIOUS}, {'q', CMD_QUIT},
    {'r', CMD_REDO},    {'s', CMD_SAVE},       {'t', CMD_TASKS},    {'u', CMD_UNDO},
    {'v', CMD_MOVE},    {'w', CMD_OTHER_WEEK}, {'x', CMD_MENU},     {'+', CMD_LONGER},
    {'-', CMD_SHORTER}, {'=', CMD_TOTAL},      {'b', CMD_BACK},     {' ', CMD_OPEN},
};

static enum command command_of_key(int key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].key == key)
            return keys[i].command;
    /* Ctrl with arrows and the like have names that each terminal description brings along. */
    const char *name = keyname(key);
    if (name && (strcmp(name, "kLFT5") == 0 || strcmp(name, "kLFT3") == 0))
        return CMD_WORD_LEFT;
    if (name && (strcmp(name, "kRIT5") == 0 || strcmp(name, "kRIT3") == 0))
        return CMD_WORD_RIGHT;
    return CMD_NONE;
}

static enum command command_of_control(wchar_t c)
{
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (controls[i].key == c)
            return controls[i].command;
    return CMD_NONE;
}

static enum command command_of_letter(wchar_t c)
{
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].key == c)
            return letters[i].command;
    return CMD_NONE;
}

static void add_wide(struct text *t, wchar_t c)
{
    char s[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t n = wcrtomb(s, c, &state);
    if (n != (size_t)-1)
        text_add_n(t, s, n);
}

/* Whether an Esc stands alone, or begins an Alt chord or an unknown sequence; chords are read away.
 */
static enum command escape(void)
{
    wint_t c;
    if (get_wch(&c) == ERR)
        return CMD_BACK;
    switch (c) {
    case 'b':
    case 'B':
        return CMD_WORD_LEFT;
    case 'f':
    case 'F':
        return CMD_WORD_RIGHT;
    case 'u':
        return CMD_UNDO;
    case 'e':
        return CMD_REDO;
    case '1':
        return CMD_HELP;
    case '[':
    case 'O':
        while (get_wch(&c) == OK && !(c >= '@' && c <= '~'))
            ;
        return CMD_NONE;
    default:
        return CMD_BACK;
    }
}

/* Letters that come in one go belong together: a paste where there are many. A newline at their end
 * is a key of its own. */
#define PASTE_MIN 8

static struct tui_event typed(wchar_t first)
{
    struct tui_event ev = {.kind = TUI_TEXT};
    size_t count = 1;
    wint_t c;
    add_wide(&ev.text, first);
    for (;;) {
        int got = get_wch(&c);
        if (got == ERR)
            break;
        bool text = got == OK && (c >= 0x20 || c == '\r' || c == '\n' || c == '\t') && c != 0x7f;
        if (!text || (count < PASTE_MIN && (c == '\r' || c == '\n' || c == '\t'))) {
            if (got == KEY_CODE_YES)
                ungetch((int)c);
            else
                unget_wch((wchar_t)c);
            break;
        }
        add_wide(&ev.text, (wchar_t)c);
        count++;
    }
    if (count >= PASTE_MIN) {
        size_t len = ev.text.len;
        if (len > 1 && (ev.text.data[len - 1] == '\r' || ev.text.data[len - 1] == '\n')) {
            text_splice(&ev.text, len - 1, 1, "", 0);
            unget_wch('\r');
        }
        ev.paste = true;
    }
    return ev;
}

static struct tui_event command_event(enum command cmd)
{
    return (struct tui_event){.kind = cmd == CMD_NONE ? TUI_NOTHING : TUI_COMMAND, .command = cmd};
}

static struct tui_event read_key(bool typing)
{
    wint_t c;
    int got = get_wch(&c);
    if (got == ERR)
        return command_event(CMD_NONE);
    if (got == KEY_CODE_YES)
        return command_event(command_of_key((int)c));
    if (c == 0x1b)
        return command_event(escape());
    if (c < 0x20 || c == 0x7f)
        return command_event(command_of_control((wchar_t)c));
    if (typing)
        return typed((wchar_t)c);
    return command_event(command_of_letter((wchar_t)c));
}

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
        struct tui_event ev = read_key(typing);
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
